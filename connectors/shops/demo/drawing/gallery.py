"""Which motif draws which shape, and what is printed on each product: written out by hand, to be seen at once."""

from __future__ import annotations

from connectors.shops.demo.drawing import care, kids, kitchen, outdoor, parts, tools
from connectors.shops.demo.drawing.scene import Pair

MOTIFS: dict[tuple[str, str], Pair] = {  # by (category, shape): a charger for a drill looks unlike one for a phone
    (category, shape): pair
    for category, motifs in (
        ("kitchen", kitchen.MOTIFS),
        ("tools", tools.MOTIFS),
        ("outdoor", outdoor.MOTIFS),
        ("kids", kids.MOTIFS),
        ("care", care.MOTIFS),
        ("parts", parts.MOTIFS),
    )
    for shape, pair in motifs.items()
}

LABELS = {
    "KET-17": "1.7 l",
    "KET-15": "1.5 l",
    "KET-08": "0.8 l",
    "BLN-60": "600 W",
    "COF-02": "2 cups",
    "AIR-55": "5.5 l",
    "FLT-17": "1.7 l",
    "DRL-18": "18 V",
    "DRL-20": "20 V",
    "SND-24": "240 W",
    "SAW-65": "65 mm",
    "BAT-18": "18 V",
    "BAT-20": "20 V",
    "CHG-18": "18 V",
    "HLP-01": "200 lm",
    "HLP-02": "450 lm",
    "TNT-03": "3",
    "TNT-02": "2",
    "STV-01": "2800 W",
    "BAG-45": "45 l",
    "MAT-01": "185 cm",
    "BTL-07": "0.7 l",
    "CAR-09": "76-150 cm",
    "BLK-50": "50",
    "BLK-100": "100",
    "PUZ-24": "24",
    "CRM-50": "50 ml",
    "CRM-75": "75 ml",
    "SHM-25": "250 ml",
    "BRH-04": "4",
    "CBL-C1": "1 m",
    "CBL-C2": "2 m",
    "PLG-65": "65 W",
    "BAA-08": "AA",
    "BUL-09": "9 W",
    "HUB-07": "7 in 1",
}
