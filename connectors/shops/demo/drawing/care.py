"""Motifs of care and cosmetics. Neighbours: `scene` for backgrounds and props, `gallery`."""

from __future__ import annotations

from connectors.shops.demo.drawing.canvas import (
    INK,
    LEAF,
    SKIN,
    STEEL,
    WATER,
    WHITE,
    Canvas,
    Colour,
    arc,
    colour,
    dark,
    light,
)
from connectors.shops.demo.drawing.scene import Pair, Subject, measure, stage, table, tag, wall

CREAM = colour("#fbf3dd")
HONEY = colour("#e3a73c")
PINE = colour("#6d9a78")
RINGS = (colour("#4a90c2"), colour("#d9534f"), colour("#f0b93a"), colour("#6aa368"))


def _leaf(c: Canvas, paint: Colour) -> None:
    """A leaf of 90 that grows up from the origin."""
    c.shape([(0, 0), (-34, -30), (-30, -66), (0, -96), (30, -66), (34, -30)], paint, curved=True)
    c.line([(0, 14), (0, -78)], dark(paint, 0.25), 4)
    for y in (-24, -46):
        c.line([(-18, y - 12), (0, y), (18, y - 12)], dark(paint, 0.25), 3)


def _blossom(c: Canvas, paint: Colour) -> None:
    for turn in range(0, 360, 72):
        c.at(0, 0, 1, turn).oval(0, -17, 11, 16, paint)
    c.disc(0, 0, 9, HONEY)


def _tube(c: Canvas, paint: Colour, label: str, *, scented: bool) -> None:
    """Stands on its cap on the origin, 380 high."""
    c.shape([(-96, -380), (96, -380), (70, -60), (-70, -60)], paint)
    c.box(-100, -392, 200, 34, dark(paint, 0.2), 5)
    for x in range(-88, 96, 22):
        c.line([(x, -386), (x, -364)], dark(paint, 0.35), 3)
    c.box(-62, -62, 124, 62, WHITE, 12)
    for x in range(-48, 56, 16):
        c.line([(x, -52), (x, -10)], dark(WHITE, 0.14), 3)
    c.shape([(-78, -346), (-58, -346), (-50, -80), (-60, -80)], light(paint, 0.4))
    c.box(-52, -300, 108, 176, CREAM, 20)
    if scented:
        _leaf(c.at(2, -206, 0.75), LEAF)
        _blossom(c.at(26, -226, 0.75), WHITE)
    else:
        drop = [(2, -286), (-30, -232), (2, -204), (34, -232)]
        c.shape(drop, WATER, curved=True)
    c.text(2, -160, label, 30, INK)


def tube_front(s: Subject) -> Canvas:
    scented = s.sku == "CRM-50"
    c = stage(s, 130)
    _tube(c.at(400, 494, 0.95 if scented else 1.12), s.paint, s.label, scented=scented)
    if scented:
        _leaf(c.at(590, 500, 1, 24), LEAF)
        _blossom(c.at(560, 486, 1.3), WHITE)
        _blossom(c.at(236, 492, 1.1), WHITE)
    return c


def _open_hand(c: Canvas) -> None:
    """The back of a hand from below; the fingers point up from the origin's level."""
    for x, top, turn in ((-72, -150, -10.0), (-26, -182, -3.0), (22, -178, 4.0), (66, -142, 11.0)):
        c.at(x, 0, 1, turn).box(-23, top, 46, 200, SKIN, 23)
        c.at(x, 0, 1, turn).box(-13, top + 8, 26, 28, light(SKIN, 0.55), 13)
    c.at(110, 90, 1, 40).box(-26, -120, 52, 170, SKIN, 26)
    c.box(-98, -30, 190, 210, SKIN, 56)
    c.box(-72, 120, 140, 220, SKIN, 30)


def tube_detail(s: Subject) -> Canvas:
    scented = s.sku == "CRM-50"
    c = wall(s)
    _open_hand(c.at(250, 330, 1.15))
    c.box(156, 540, 180, 80, s.paint, 16)
    c.shape([(196, 340), (214, 306), (250, 322), (290, 300), (304, 346), (262, 374), (214, 368)], WHITE, curved=True)
    c.line([(226, 346), (250, 332), (276, 340)], dark(WHITE, 0.1), 7, curved=True)
    _tube(c.at(470, 330, 0.9, 58), s.paint, "", scented=scented)
    tag(c, 640, 500, s.label, 42)
    return c


def _soap(c: Canvas, paint: Colour) -> None:
    """A bar of 190 by 110 on the origin."""
    c.box(-95, -110, 190, 110, dark(paint, 0.12), 30)
    c.box(-95, -118, 190, 104, paint, 30)
    c.box(-70, -98, 140, 64, light(paint, 0.25), 20)


def soap_front(s: Subject) -> Canvas:
    picture = stage(s, 310, 422)
    c = picture.at(0, -60)
    box = colour("#c9a77c")
    c.box(90, 360, 620, 122, box, 14)
    for x, paint in ((200, s.paint), (400, HONEY), (600, PINE)):
        _soap(c.at(x, 400), paint)
    _blossom(c.at(200, 334, 1.1), dark(s.paint, 0.3))
    c.text(400, 334, "Lipa", 38, dark(HONEY, 0.45))
    _leaf(c.at(600, 356, 0.5), dark(PINE, 0.3))
    c.box(90, 388, 620, 94, box, 14)
    c.box(90, 388, 620, 16, light(box, 0.25), 8)
    c.box(330, 412, 140, 50, CREAM, 12)
    c.text(400, 437, "3 x 90 g", 28, INK)
    return picture


def soap_detail(s: Subject) -> Canvas:
    c = table(s, 440)
    c.oval(360, 500, 230, 40, WHITE)
    c.oval(360, 494, 196, 28, dark(WHITE, 0.08))
    _soap(c.at(360, 490, 1.35), s.paint)
    _blossom(c.at(360, 400, 1.4), dark(s.paint, 0.3))
    bubbles = ((240, 380, 40), (200, 320, 26), (280, 310, 30), (470, 360, 36), (520, 300, 22), (430, 290, 28))
    for x, y, r in (*bubbles, (330, 250, 20), (560, 220, 16)):
        c.disc(x, y, r, light(WATER, 0.5))
        c.disc(x, y, r - 4, light(WATER, 0.74))
        c.disc(x - r * 0.3, y - r * 0.3, r * 0.22, WHITE)
    for i in range(3):
        _lavender(c.at(660 + i * 34, 520, 1, -14 + i * 14))
    return c


def _lavender(c: Canvas) -> None:
    c.line([(0, 0), (0, -220)], LEAF, 6)
    for y in range(0, 110, 20):
        for side in (-1, 1):
            c.oval(side * 9, -140 - y, 11, 13, colour("#8f6fb8"))


def _shampoo(c: Canvas, paint: Colour, label: str) -> None:
    """A bottle with a flip cap on the origin, 400 high."""
    c.shape(
        [(-84, -300), (-104, -250), (-104, -24), (-84, 0), (84, 0), (104, -24), (104, -250), (84, -300), (0, -318)],
        paint,
    )
    c.box(-50, -400, 100, 92, WHITE, 14)
    c.box(-50, -372, 100, 6, dark(WHITE, 0.2))
    c.box(-88, -240, 22, 200, light(paint, 0.45), 11)
    c.box(-54, -246, 132, 206, CREAM, 22)
    _leaf(c.at(12, -146, 0.9), LEAF)
    c.text(12, -112, "Breza", 30, INK)
    c.text(12, -72, label, 28, INK)


def shampoo_front(s: Subject) -> Canvas:
    c = stage(s, 150)
    _shampoo(c.at(400, 494, 1.02), s.paint, s.label)
    _leaf(c.at(560, 494, 0.9, 30), LEAF)
    _leaf(c.at(236, 496, 0.8, -34), LEAF)
    return c


def shampoo_detail(s: Subject) -> Canvas:
    c = wall(s)
    for x in range(0, 800, 130):
        c.line([(x, 0), (x, 600)], dark(colour("#e9e4f3"), 0.06), 5)
    for y in range(0, 600, 120):
        c.line([(0, y), (800, y)], dark(colour("#e9e4f3"), 0.06), 5)
    c.box(150, 0, 24, 70, STEEL)
    c.shape([(90, 70), (234, 70), (262, 110), (62, 110)], STEEL)
    for i in range(6):
        c.line([(84 + i * 30, 124), (76 + i * 34, 190)], WATER, 7)
    c.shape([(130, 600), (150, 510), (240, 486), (350, 496), (440, 540), (450, 600)], SKIN, curved=True)
    c.box(246, 440, 84, 80, dark(SKIN, 0.1), 26)
    c.oval(288, 370, 92, 108, SKIN)
    hair = colour("#7a5133")
    c.shape(
        [(190, 370), (196, 280), (288, 236), (380, 280), (386, 370), (360, 310), (288, 296), (216, 310)],
        hair,
        curved=True,
    )
    foam = (
        (204, 280, 36),
        (250, 240, 44),
        (310, 226, 46),
        (362, 262, 40),
        (288, 262, 40),
        (388, 300, 24),
        (190, 316, 22),
    )
    for x, y, r in foam:
        c.disc(x, y, r, WHITE)
    for x, y, r in foam:
        c.line(arc(x, y, r - 9, r - 9, 200, 280), dark(WHITE, 0.12), 4)
    for x in (252, 324):
        c.line(arc(x, 372, 14, 9, 10, 170), INK, 5)
    c.line(arc(288, 412, 26, 18, 20, 160), dark(SKIN, 0.5), 6)
    _shampoo(c.at(610, 560, 0.95), s.paint, s.label)
    return c


def _head(c: Canvas, ring: Colour) -> None:
    """A brush head; its neck begins at the origin and it is 170 high, bristles to the left."""
    c.box(-13, -150, 26, 150, WHITE, 12)
    c.box(-17, -12, 34, 14, ring, 5)
    c.box(-17, -172, 34, 66, WHITE, 15)
    c.box(-44, -166, 30, 54, light(WATER, 0.3), 5)
    c.box(-44, -150, 30, 20, colour("#4a90c2"), 2)


def _toothbrush(c: Canvas, paint: Colour) -> None:
    """On the origin, 430 high, without its stand."""
    _head(c.at(0, -262), paint)
    c.shape([(-20, -264), (20, -264), (36, -226), (36, -16), (24, 0), (-24, 0), (-36, -16), (-36, -226)], WHITE)
    c.shape([(8, -264), (20, -264), (36, -226), (36, -16), (24, 0), (8, 0)], light(STEEL, 0.4))
    c.box(-15, -216, 30, 62, paint, 15)
    for i in range(3):
        c.disc(0, -130 + i * 22, 6, paint if i == 0 else dark(WHITE, 0.2))
    c.box(-36, -34, 72, 12, paint)


def toothbrush_front(s: Subject) -> Canvas:
    c = stage(s, 120)
    c.box(322, 458, 156, 36, dark(s.paint, 0.1), 16)
    c.line([(478, 480), (560, 484), (620, 470)], dark(s.paint, 0.25), 8, curved=True)
    _toothbrush(c.at(400, 464, 0.98), s.paint)
    return c


def toothbrush_detail(s: Subject) -> Canvas:
    c = wall(s)
    c.shape(
        [(110, 260), (230, 170), (400, 196), (570, 170), (690, 260), (570, 420), (400, 460), (230, 420)],
        colour("#cf6f6b"),
        curved=True,
    )
    c.shape(
        [(170, 262), (300, 232), (400, 240), (500, 232), (630, 262), (540, 372), (400, 398), (260, 372)],
        colour("#7d3038"),
        curved=True,
    )
    for i in range(8):
        wide = 50 - abs(i - 3.5) * 4
        c.box(212 + i * 47, 240 + abs(i - 3.5) * 5, wide, 66 - abs(i - 3.5) * 6, WHITE, 14)
    brush = c.at(560, 560, 1.25, -52)
    _toothbrush(brush, s.paint)
    for x, y in ((200, 150), (250, 110), (610, 150)):
        c.line([(x - 16, y), (x + 16, y)], HONEY, 6)
        c.line([(x, y - 16), (x, y + 16)], HONEY, 6)
    tag(c, 150, 520, "2 min", 44)
    return c


def brushheads_front(s: Subject) -> Canvas:
    c = stage(s, 250)
    c.box(170, 120, 460, 374, light(s.paint, 0.35), 34)
    c.box(170, 400, 460, 94, s.paint, 30)
    for i, ring in enumerate(RINGS):
        _head(c.at(252 + i * 106, 384, 1.35), ring)
    c.text(400, 446, "4 x Breza", 40, INK)
    return c


def brushheads_detail(s: Subject) -> Canvas:
    c = wall(s)
    mint = colour("#8fd0c0")
    body = c.at(300, 900, 1.9)
    body.shape([(-20, -264), (20, -264), (36, -226), (36, -16), (-36, -16), (-36, -226)], WHITE)
    body.shape([(8, -264), (20, -264), (36, -226), (36, -16), (8, -16)], light(STEEL, 0.4))
    body.box(-15, -216, 30, 62, mint, 15)
    body.box(-5, -284, 10, 24, STEEL, 3)
    _head(c.at(300, 340, 1.6), RINGS[0])
    c.line([(400, 190), (400, 330)], INK, 8)
    c.shape([(382, 320), (400, 356), (418, 320)], INK)
    measure(c, (500, 66), (500, 342), "76 mm")
    _head(c.at(660, 480, 1.3, 18), RINGS[2])
    return c


MOTIFS: dict[str, Pair] = {
    "tube": (tube_front, tube_detail),
    "soap": (soap_front, soap_detail),
    "shampoo": (shampoo_front, shampoo_detail),
    "toothbrush": (toothbrush_front, toothbrush_detail),
    "brushheads": (brushheads_front, brushheads_detail),
}
