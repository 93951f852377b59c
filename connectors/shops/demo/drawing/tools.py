"""Motifs of power tools, their batteries and charger. Neighbours: `scene` for backgrounds and props, `gallery`."""

from __future__ import annotations

from math import cos, radians, sin

from connectors.shops.demo.drawing.canvas import (
    INK,
    STEEL,
    WHITE,
    WOOD,
    Canvas,
    Colour,
    Point,
    arc,
    colour,
    dark,
    light,
)
from connectors.shops.demo.drawing.scene import Pair, Subject, measure, stage, table, tag, wall

GREEN = colour("#67c27a")
GREY = colour("#5a616b")
DUST = colour("#e6cfa6")


def _battery(c: Canvas, paint: Colour, label: str, lights: int) -> None:
    """A slide-in pack centred on the origin, 200 by 150."""
    c.box(-64, -92, 128, 40, GREY, 8)
    c.box(-48, -92, 20, 24, STEEL, 4)
    c.box(28, -92, 20, 24, STEEL, 4)
    c.box(-104, -62, 208, 132, INK, 22)
    c.box(-104, -20, 208, 60, paint)
    if label:
        c.text(0, 10, label, 40, WHITE)
    for i in range(lights):
        c.disc(-12 * (lights - 1) + i * 24, 55, 7, GREEN)
    c.box(-118, -40, 20, 54, GREY, 8)


def _drill(c: Canvas, paint: Colour, label: str, *, bit: float = 110, hammer: bool = False) -> None:
    """Looks left; the middle of the motor is the origin, 420 wide with the bit and 330 high."""
    c.line([(-186, -20), (-186 - bit, -20)], STEEL, 13)
    for i in range(int(bit // 22)):
        c.line([(-196 - i * 22, -14), (-208 - i * 22, -26)], dark(STEEL, 0.3), 4)
    c.shape([(-200, -38), (-130, -52), (-130, 12), (-200, -2)], GREY)
    c.box(-136, -62, 52, 84, INK, 10)
    for i in range(3):
        c.line([(-128, -44 + i * 24), (-92, -44 + i * 24)], GREY, 4)
    if hammer:
        c.box(-84, -70, 26, 100, STEEL, 8)
    c.shape([(40, 10), (136, 0), (164, 190), (76, 190)], dark(paint, 0.35))
    c.shape([(56, 40), (118, 34), (138, 170), (88, 170)], INK)
    c.box(14, 40, 46, 54, colour("#c8433f"), 16)
    c.box(-92, -78, 258, 120, paint, 46)
    c.box(126, -60, 22, 84, dark(paint, 0.4), 10)
    c.box(-60, -66, 160, 18, light(paint, 0.35), 9)
    c.text(20, -8, label, 44, WHITE)
    c.box(34, 186, 178, 24, GREY, 8)
    c.box(28, 204, 192, 66, INK, 18)
    c.box(28, 222, 192, 26, paint)


def drill_front(s: Subject) -> Canvas:
    c = stage(s, 210, 510)
    _drill(c.at(430, 246, 1.0), s.paint, s.label, hammer=s.sku == "DRL-20")
    return c


def drill_detail(s: Subject) -> Canvas:
    if s.sku == "DRL-20":  # brick: the hammer function sets it apart
        c = wall(s)
        brick = colour("#b9694f")
        c.box(0, 0, 210, 600, light(brick, 0.45))
        for row in range(8):
            for column in range(-1, 2):
                c.box(column * 140 + (row % 2) * 70 - 8, row * 78, 128, 66, brick, 6)
        c.box(202, 0, 600, 600, light(colour("#e3e8ee"), 0.3))
        target = 202.0
    else:
        c = table(s, 470)
        c.box(60, 150, 120, 322, WOOD, 6)
        for x in (84, 112, 146):
            c.line([(x, 160), (x + 6, 300), (x, 464)], dark(WOOD, 0.14), 4, curved=True)
        target = 180.0
    c.at(target, 232).shape([(0, -30), (40, -54), (26, -18), (62, -6), (26, 10), (44, 44), (0, 26)], DUST)
    _drill(c.at(470, 252, 1.0), s.paint, s.label, bit=100, hammer=s.sku == "DRL-20")
    tag(c, 640, 90, "70 Nm" if s.sku == "DRL-20" else "50 Nm", 34)
    return c


def battery_front(s: Subject) -> Canvas:
    big = s.sku == "BAT-20"
    c = stage(s, 190)
    _battery(c.at(400, 350, 1.75 if big else 1.5), s.paint, s.label, 4 if big else 3)
    return c


def battery_detail(s: Subject) -> Canvas:
    big = s.sku == "BAT-20"
    c = wall(s)
    _drill(c.at(420, 180, 0.95), s.paint, s.label, hammer=big)
    c.box(440, 352, 196, 100, light(colour("#e3e8ee"), 0.62))
    _battery(c.at(538, 500, 0.95), s.paint, "", 4 if big else 3)
    for x in (418, 658):
        c.line([(x, 500), (x, 420)], INK, 8)
        c.shape([(x - 18, 424), (x, 390), (x + 18, 424)], INK)
    tag(c, 190, 480, "4 Ah" if big else "2 Ah", 44)
    return c


def _dock(c: Canvas, paint: Colour) -> None:
    """The charger on the origin, 320 wide, 130 high, without a battery."""
    c.line([(150, -20), (220, -10), (240, -70), (300, -60)], INK, 10, curved=True)
    c.shape([(-160, 0), (-140, -104), (140, -104), (160, 0)], paint)
    c.box(-164, -26, 328, 30, dark(paint, 0.4), 12)
    c.box(-86, -124, 172, 28, dark(paint, 0.5), 8)
    c.box(-50, -136, 24, 22, STEEL, 4)
    c.box(26, -136, 24, 22, STEEL, 4)
    c.disc(-112, -60, 10, GREEN)
    c.disc(-80, -60, 10, colour("#d2574c"))


def charger_front(s: Subject) -> Canvas:
    c = stage(s, 250)
    _dock(c.at(385, 440, 1.3), s.paint)
    c.text(405, 362, s.label, 44, WHITE)
    return c


def charger_detail(s: Subject) -> Canvas:
    c = table(s)
    orange = colour("#d9822b")
    _battery(c.at(330, 300, 1.15), orange, s.label, 3)
    c.box(230, 352, 200, 50, INK)
    _dock(c.at(330, 500, 1.15), s.paint)
    tag(c, 610, 220, "60 min", 44)
    return c


def _sander(c: Canvas, paint: Colour) -> None:
    """On the origin, 380 wide, 260 high; the dust box is right, the cord runs off to the left."""
    c.line([(-70, -196), (-180, -230), (-220, -150), (-340, -170)], INK, 13, curved=True)
    c.shape(
        [(-60, -226), (80, -240), (140, -210), (120, -110), (90, -66), (-110, -66), (-118, -110), (-96, -190)],
        paint,
        curved=True,
    )
    c.shape([(-40, -168), (60, -176), (84, -140), (60, -112), (-50, -112), (-64, -140)], colour("#e3e8ee"), curved=True)
    c.box(-40, -232, 120, 26, INK, 13)
    c.box(116, -168, 110, 92, dark(paint, 0.45), 22)
    c.box(140, -150, 62, 12, light(paint, 0.3), 6)
    c.box(-150, -78, 300, 32, dark(paint, 0.3), 10)
    c.box(-180, -48, 360, 30, GREY, 8)
    c.box(-184, -20, 368, 20, colour("#b07a4a"), 3)
    for x in (-176, 150):
        c.box(x, -62, 28, 18, STEEL, 5)


def sander_front(s: Subject) -> Canvas:
    c = stage(s, 230)
    _sander(c.at(400, 486, 1.2), s.paint)
    c.text(395, 405, s.label, 30, WHITE)
    return c


def _plank(c: Canvas, y: float, height: float, *, sanded: float = 0) -> None:
    """A board across the picture; up to `sanded` it is bright and smooth."""
    c.box(0, y, 800, height, dark(WOOD, 0.12))
    c.box(0, y, sanded, height, light(WOOD, 0.35))
    for i in range(4):
        wave: list[Point] = [(sanded, y + 26 + i * 34), (sanded + 200, y + 18 + i * 34), (800, y + 28 + i * 34)]
        c.line(wave, dark(WOOD, 0.3), 4, curved=True)


def sander_detail(s: Subject) -> Canvas:
    c = table(s, 560)
    _plank(c, 440, 140, sanded=330)
    for x, y, r in ((280, 424, 10), (252, 410, 7), (226, 428, 8), (296, 398, 5)):
        c.disc(x, y, r, DUST)
    _sander(c.at(480, 440, 1.05), s.paint)
    tag(c, 150, 510, "115 x 230 mm", 28)
    return c


def _blade(c: Canvas, radius: float) -> None:
    points: list[Point] = []
    for tooth in range(24):
        for turn, reach in ((0, 1.0), (3, 0.91), (12, 0.91)):
            angle = radians(tooth * 15 + turn)
            points.append((radius * reach * cos(angle), radius * reach * sin(angle)))
    c.shape(points, STEEL)
    c.disc(0, 0, radius * 0.62, light(STEEL, 0.35))
    c.disc(0, 0, radius * 0.2, GREY)
    c.disc(0, 0, radius * 0.08, INK)


def _saw(c: Canvas, paint: Colour) -> None:
    """The blade's centre is the origin; the base plate lies at 60, the blade reaches 130 deep."""
    _blade(c, 132)
    c.line([(150, -150), (240, -190), (280, -110), (350, -120)], INK, 13, curved=True)
    c.shape([(-20, -140), (60, -214), (150, -200), (196, -120), (150, -30), (70, -40)], paint, curved=True)
    c.shape([(50, -142), (88, -166), (134, -150), (146, -112), (122, -80), (78, -92)], colour("#e9edf1"), curved=True)
    upper: list[Point] = [(156 * cos(radians(a)), 156 * sin(radians(a))) for a in range(176, 365, 6)]
    c.shape([*upper, (152, 44), (-152, 44)], dark(paint, 0.12))
    c.disc(0, -8, 74, GREY)
    c.disc(0, -8, 56, INK)
    c.box(-220, 40, 440, 24, STEEL, 6)
    c.box(-120, -176, 78, 40, INK, 18)


def saw_front(s: Subject) -> Canvas:
    c = stage(s, 240, 508)
    _saw(c.at(390, 318, 1.25), s.paint)
    c.text(390, 196, s.label, 34, WHITE)
    return c


def saw_detail(s: Subject) -> Canvas:
    c = wall(s)
    _saw(c.at(450, 316, 1.2), s.paint)
    c.box(0, 394, 800, 78, WOOD)
    for y in (414, 440, 456):
        c.line([(0, y), (300, y + 4), (800, y - 4)], dark(WOOD, 0.14), 4, curved=True)
    c.box(450, 394, 350, 6, dark(WOOD, 0.5))
    c.line(arc(450, 316, 150, 150, 32, 148), dark(WOOD, 0.35), 4)
    for x, y in ((262, 372), (240, 350), (220, 376), (274, 346), (200, 356)):
        c.disc(x, y, 8, DUST)
    measure(c, (120, 396), (120, 470), s.label)
    return c


MOTIFS: dict[str, Pair] = {
    "drill": (drill_front, drill_detail),
    "battery": (battery_front, battery_detail),
    "charger": (charger_front, charger_detail),
    "sander": (sander_front, sander_detail),
    "saw": (saw_front, saw_detail),
}
