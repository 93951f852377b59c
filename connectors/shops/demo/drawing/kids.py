"""Motifs of goods for children. Neighbours: `scene` for backgrounds and props, `gallery`."""

from __future__ import annotations

from connectors.shops.demo.drawing.canvas import (
    INK,
    SKIN,
    STEEL,
    WHITE,
    WOOD,
    Canvas,
    Colour,
    arc,
    colour,
    dark,
    light,
)
from connectors.shops.demo.drawing.scene import NIGHT, Pair, Subject, stage, table, tag, wall

PAINTS = tuple(colour(c) for c in ("#d9534f", "#4a90c2", "#f0b93a", "#6aa368", "#d9b382"))
HAIR = colour("#7a5133")
ROSE = colour("#f0a6a0")


def _face(c: Canvas, *, asleep: bool = False) -> None:
    """A child's head of radius 50 around the origin."""
    c.disc(0, 0, 50, SKIN)
    c.shape(arc(0, -6, 51, 47, 190, 350), HAIR)
    for side in (-1, 1):
        c.disc(side * 50, 4, 10, SKIN)
        c.disc(side * 30, 18, 9, ROSE)
        if asleep:
            c.line(arc(side * 19, 2, 9, 6, 10, 170), INK, 4)
        else:
            c.disc(side * 19, 4, 6, INK)
    c.line(arc(0, 16, 14, 11, 20, 160), dark(SKIN, 0.5), 5)


def _car_seat(c: Canvas, paint: Colour, *, child: bool = False) -> None:
    """From the front, on the origin, 430 high; the ears belong to the panda."""
    for side in (-1, 1):
        c.disc(side * 66, -408, 27, INK)
        c.box(side * 96 - 22, -26, 44, 30, STEEL, 6)
    c.shape(
        [(-110, -330), (-128, -150), (-178, -120), (-170, -10), (170, -10), (178, -120), (128, -150), (110, -330)],
        dark(paint, 0.35),
    )
    c.box(-118, -420, 236, 170, dark(paint, 0.2), 56)
    c.box(-84, -396, 168, 140, light(paint, 0.35), 44)
    c.box(-92, -268, 184, 190, light(paint, 0.18), 34)
    for side in (-1, 1):
        c.box(side * 154 - 28, -164, 56, 130, dark(paint, 0.1), 26)
    if child:
        c.box(-66, -254, 132, 160, colour("#f0b93a"), 50)
        for side in (-1, 1):
            c.line([(side * 60, -226), (side * 92, -160), (side * 84, -120)], colour("#f0b93a"), 34)
            c.disc(side * 84, -112, 17, SKIN)
        _face(c.at(0, -312, 1.1))
    c.box(-122, -112, 244, 94, light(paint, 0.26), 40)
    if child:
        for side in (-1, 1):
            c.box(side * 50 - 30, -112, 60, 118, colour("#4a90c2"), 26)
            c.box(side * 50 - 30, -10, 60, 34, colour("#d9534f"), 15)
    for side in (-1, 1):
        c.line([(side * 42, -262), (side * 30, -170), (0, -116)], INK, 17)
    c.line([(0, -116), (0, -60)], INK, 17)
    c.box(-24, -138, 48, 46, colour("#d9534f"), 12)


def carseat_front(s: Subject) -> Canvas:
    c = stage(s, 210)
    _car_seat(c.at(400, 494, 0.98), s.paint)
    return c


def carseat_detail(s: Subject) -> Canvas:
    c = wall(s)
    c.box(0, 0, 800, 210, colour("#bfe0ec"), 0)
    c.box(0, 196, 800, 24, STEEL)
    c.box(-40, 300, 880, 240, colour("#8b8177"), 60)
    c.box(-40, 440, 880, 200, colour("#9d9388"), 40)
    _car_seat(c.at(330, 560, 1.1), s.paint, child=True)
    tag(c, 640, 130, s.label, 34)
    return c


def _block(c: Canvas, x: float, y: float, paint: Colour, mark: str = "") -> None:
    """A cube of 76 whose lower left corner is (x, y)."""
    c.box(x, y - 76, 76, 76, paint, 9)
    c.box(x + 9, y - 67, 58, 58, light(paint, 0.3), 6)
    if mark:
        c.text(x + 38, y - 39, mark, 40, dark(paint, 0.3))


def blocks_front(s: Subject) -> Canvas:
    c = stage(s, 300, 490)
    many = s.label == "100"
    bag = colour("#efe3cd")
    c.shape([(110, 490), (96, 330), (150, 262), (250, 262), (306, 330), (290, 490)], bag, curved=True)
    c.box(140, 226, 120, 46, bag, 16)
    c.line([(138, 268), (262, 268)], colour("#d9534f"), 9)
    c.text(202, 388, s.label, 64, INK)
    rows = ((340, 5, 490), (340, 4, 412), (378, 3, 334), (378, 2, 256)) if many else ((350, 4, 490), (388, 2, 412))
    letters = "ABC123XYZDEF"
    i = 0
    for left, count, floor in rows:
        for column in range(count):
            _block(c, left + column * 78, floor, PAINTS[i % 5], letters[i % 12])
            i += 1
    top = 178 if many else 334
    c.shape([(left + 2, top), (left + 40, top - 58), (left + 76, top)], PAINTS[0])
    return c


def blocks_detail(s: Subject) -> Canvas:
    c = table(s, 470)
    many = s.label == "100"
    for x in (150, 500) if many else (230, 450):
        for level in range(4 if many else 3):
            _block(c, x, 520 - level * 78, PAINTS[(level + x // 50) % 5])
        high = 520 - (4 if many else 3) * 78
        c.shape([(x - 8, high), (x + 38, high - 70), (x + 84, high)], PAINTS[0])
    left, right = (228, 498) if many else (308, 448)
    for level in range(2):
        y = 520 - level * 78
        for column in range(int((right - left) // 78)):
            if level or column != 1:
                _block(c, left + 6 + column * 78, y, PAINTS[(column + level * 2 + 1) % 5])
    c.box(left - 6, 342, right - left + 12, 24, WOOD, 6)
    for x in (left + 20, right - 60):
        c.box(x, 300, 40, 44, PAINTS[2], 5)
    c.disc(660, 492, 36, PAINTS[1])
    c.box(90 if many else 130, 490, 50, 34, PAINTS[3], 6)
    return c


def _owl_camera(c: Canvas, paint: Colour) -> None:
    """The camera is an owl: on the origin, 200 high."""
    c.box(-60, -18, 120, 18, dark(paint, 0.35), 9)
    for side in (-1, 1):
        c.shape([(side * 78, -206), (side * 20, -176), (side * 74, -140)], paint)
    c.shape(
        [(-84, -110), (-70, -172), (0, -188), (70, -172), (84, -110), (60, -26), (0, -14), (-60, -26)],
        paint,
        curved=True,
    )
    c.box(-44, -84, 88, 66, light(paint, 0.55), 36)
    c.disc(-36, -124, 32, WHITE)
    c.disc(36, -124, 32, WHITE)
    c.disc(-36, -124, 20, INK)
    c.disc(36, -124, 20, INK)
    c.disc(-30, -130, 6, WHITE)
    c.disc(42, -130, 6, WHITE)
    c.shape([(-11, -104), (11, -104), (0, -84)], colour("#f0b93a"))


def _parent_unit(c: Canvas, paint: Colour) -> None:
    """The unit with the screen: on the origin, 300 wide, 200 high; the picture shows a sleeping baby."""
    c.line([(108, -190), (124, -262)], INK, 16)
    c.box(-150, -204, 300, 204, WHITE, 34)
    c.box(-150, -24, 300, 24, light(paint, 0.3), 12)
    c.box(-132, -186, 210, 150, INK, 14)
    c.box(-122, -176, 190, 130, dark(paint, 0.15), 6)
    c.box(-122, -92, 190, 46, light(paint, 0.5), 4)
    c.box(-84, -112, 110, 44, WHITE, 20)
    _face(c.at(-40, -114, 0.72), asleep=True)
    c.box(-6, -112, 70, 62, colour("#f0b93a"), 24)
    c.disc(112, -150, 16, paint)
    c.disc(112, -108, 16, paint)
    c.disc(112, -66, 16, colour("#6aa368"))


def monitor_front(s: Subject) -> Canvas:
    c = stage(s, 280)
    _owl_camera(c.at(230, 490, 1.15), s.paint)
    _parent_unit(c.at(510, 490, 1.15), s.paint)
    return c


def monitor_detail(s: Subject) -> Canvas:
    c = table(s, 500)
    c.box(0, 0, 800, 500, light(NIGHT, 0.25))
    c.disc(120, 110, 46, colour("#f4ecc8"))
    c.disc(140, 98, 40, light(NIGHT, 0.25))
    c.box(240, 400, 470, 90, WHITE, 24)
    _face(c.at(350, 372, 1.15), asleep=True)
    c.box(390, 344, 300, 100, colour("#f0b93a"), 46)
    for x in range(230, 721, 54):
        c.box(x, 296, 14, 220, WOOD, 7)
    c.box(214, 280, 516, 24, WOOD, 12)
    c.box(214, 504, 516, 28, WOOD, 12)
    for x in (214, 706):
        c.box(x, 240, 26, 330, dark(WOOD, 0.12), 12)
    c.box(560, 176, 200, 16, dark(WOOD, 0.3), 6)
    _owl_camera(c.at(650, 176, 0.62), s.paint)
    _parent_unit(c.at(140, 574, 0.82), s.paint)
    return c


def _high_chair(c: Canvas, paint: Colour, *, baby: bool = False) -> None:
    """From the front, on the origin, 450 high."""
    for side in (-1, 1):
        c.line([(side * 60, -240), (side * 96, -10)], dark(WOOD, 0.3), 18)
        c.line([(side * 84, -250), (side * 150, -8)], WOOD, 22)
    c.line([(-118, -96), (118, -96)], WOOD, 20)
    c.box(-104, -450, 208, 250, paint, 60)
    c.box(-78, -424, 156, 200, light(paint, 0.35), 44)
    for side in (-1, 1):
        c.disc(side * 72, -440, 20, INK)
    if baby:
        c.box(-62, -350, 124, 120, colour("#4a90c2"), 46)
        _face(c.at(0, -390, 1.15))
        c.box(-36, -332, 72, 56, WHITE, 26)
        for side in (-1, 1):
            c.line([(side * 58, -316), (side * 94, -282)], colour("#4a90c2"), 30)
    else:
        for side in (-1, 1):
            c.line([(side * 34, -400), (side * 22, -320), (0, -268)], INK, 13)
    c.box(-122, -232, 244, 40, dark(paint, 0.2), 18)
    c.box(-168, -282, 336, 34, WHITE, 17)
    c.box(-168, -266, 336, 18, dark(WHITE, 0.12), 9)


def chair_front(s: Subject) -> Canvas:
    c = stage(s, 200)
    _high_chair(c.at(400, 496), s.paint)
    return c


def chair_detail(s: Subject) -> Canvas:
    c = table(s, 480)
    _high_chair(c.at(400, 592, 1.15), s.paint, baby=True)
    c.shape(arc(400, 252, 66, 42, 0, 180), PAINTS[0])
    c.oval(400, 252, 66, 13, colour("#f6d9a0"))
    c.disc(508, 254, 17, SKIN)
    c.line([(508, 254), (548, 186)], STEEL, 9)
    c.oval(552, 178, 14, 18, STEEL)
    return c


def _forest(c: Canvas) -> None:
    """The picture of the puzzle: 480 by 320 from the origin, with a fox."""
    c.box(0, 0, 480, 320, colour("#bfe3ee"))
    c.disc(400, 66, 34, colour("#ffd76a"))
    c.shape([(0, 200), (120, 150), (260, 190), (380, 150), (480, 190), (480, 320), (0, 320)], colour("#8fc27a"))
    for x, y, size in ((70, 210, 1.2), (160, 196, 0.9), (420, 214, 1.15)):
        c.box(x - 9 * size, y - 10, 18 * size, 50 * size, colour("#7a5133"))
        for level in range(3):
            w, top = (58 - level * 12) * size, y - (40 + level * 40) * size
            c.shape([(x - w, top + 52 * size), (x, top - 14 * size), (x + w, top + 52 * size)], colour("#3f7d53"))
    fox = colour("#e07b34")
    c.shape([(330, 290), (380, 260), (402, 206), (378, 214), (350, 250)], fox, curved=True)
    c.oval(290, 264, 56, 36, fox)
    c.shape([(200, 196), (214, 150), (238, 180), (258, 180), (280, 150), (290, 200), (246, 246)], fox)
    c.shape([(218, 214), (246, 246), (274, 214), (246, 222)], WHITE)
    for x in (228, 262):
        c.disc(x, 200, 6, INK)
    c.disc(246, 240, 7, INK)


def _cuts(c: Canvas, ink: Colour) -> None:
    """Six by four pieces with knobs over the picture of `_forest`."""
    for column in range(1, 6):
        for row in range(4):
            _edge(c.at(column * 80, row * 80, 1, 90), ink, up=(row + column) % 2 == 0)
    for row in range(1, 4):
        for column in range(6):
            _edge(c.at(column * 80, row * 80), ink, up=(row + column) % 2 == 0)


def _edge(c: Canvas, ink: Colour, *, up: bool) -> None:
    """One side of a piece, 80 long, with a knob in its middle."""
    side = 1 if up else -1
    knob = [(x, side * y) for x, y in arc(40, -10, 12, 12, 123, 417)]
    c.line([(0, 0), *knob, (80, 0)], ink, 3)


def puzzle_front(s: Subject) -> Canvas:
    c = stage(s, 300, 520)
    c.box(126, 106, 548, 388, WOOD, 18)
    _forest(c.at(160, 140))
    _cuts(c.at(160, 140), colour("#6d6a58"))
    tag(c, 640, 520, s.label, 36)
    return c


def _piece(c: Canvas, paint: Colour) -> None:
    """One piece around the origin, 110 wide with two knobs."""
    c.shape([(-50, -50), (50, -50), (50, 50), (-50, 50)], paint)
    c.disc(60, 0, 19, paint)
    c.disc(0, -60, 19, paint)
    c.disc(-46, 0, 17, light(colour("#fbe8ea"), 0.35))


def puzzle_detail(s: Subject) -> Canvas:
    c = table(s, 600)
    c.box(68, 68, 486, 346, WOOD, 18)
    _forest(c.at(100, 100, 0.88))
    gap = dark(WOOD, 0.16)
    c.box(382, 240, 142, 142, gap)
    _cuts(c.at(100, 100, 0.88), colour("#6d6a58"))
    _piece(c.at(650, 300, 1.05, 14), s.paint)
    _piece(c.at(600, 490, 1.05, -22), colour("#e07b34"))
    _piece(c.at(330, 520, 0.95, 35), colour("#3f7d53"))
    return c


MOTIFS: dict[str, Pair] = {
    "carseat": (carseat_front, carseat_detail),
    "blocks": (blocks_front, blocks_detail),
    "monitor": (monitor_front, monitor_detail),
    "chair": (chair_front, chair_detail),
    "puzzle": (puzzle_front, puzzle_detail),
}
