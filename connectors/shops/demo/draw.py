"""Draws two pictures of every product of the demo shop: `python -m connectors.shops.demo.draw [SKU ...]`.

Reads catalogue/*.json, writes pictures/<SKU>-1.png (front) and -2.png (detail or in use). The pictures are kept
beside the code, so this runs only when a product or a motif changes; it needs Pillow, a development dependency.
The same catalogue gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from connectors.shops.demo.drawing.canvas import LARGEST, colour
from connectors.shops.demo.drawing.gallery import LABELS, MOTIFS
from connectors.shops.demo.drawing.scene import Subject

HERE = Path(__file__).parent


def subjects(catalogue: Path = HERE / "catalogue") -> Iterator[Subject]:
    """Every product of the catalogue as its motif needs it. KeyError when a product lacks shape or colour."""
    for path in sorted(catalogue.glob("*.json")):
        shelf = json.loads(path.read_text(encoding="utf-8"))
        for product in shelf["products"]:
            sku = product["sku"]
            paint = colour(product["colour"])
            yield Subject(sku, shelf["category"], product["shape"], paint, LABELS.get(sku, ""))


def draw(subject: Subject) -> tuple[bytes, bytes]:
    """The two PNG files of a product. KeyError when no motif exists for its shape."""
    front, detail = MOTIFS[subject.category, subject.shape]
    return front(subject).png(), detail(subject).png()


def main(wanted: Sequence[str] = (), folder: Path = HERE / "pictures") -> int:
    """Writes the pictures of the wanted SKUs, or of all. Gives 1 when one is missing a motif or is too large."""
    folder.mkdir(exist_ok=True)
    faults = 0
    for subject in subjects():
        if wanted and subject.sku not in wanted:
            continue
        if (subject.category, subject.shape) not in MOTIFS:
            print(f"{subject.sku}: no motif for the shape {subject.shape!r} in {subject.category}", file=sys.stderr)
            faults += 1
            continue
        for number, picture in enumerate(draw(subject), start=1):
            (folder / f"{subject.sku}-{number}.png").write_bytes(picture)
            if len(picture) > LARGEST:
                print(f"{subject.sku}-{number}.png: {len(picture)} bytes, more than {LARGEST}", file=sys.stderr)
                faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
