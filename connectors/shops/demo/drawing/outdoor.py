"""Motifs of camping and hiking goods. Neighbours: `scene` for backgrounds and props, `gallery`."""

from __future__ import annotations

from connectors.shops.demo.drawing.canvas import (
    FLAME,
    INK,
    SKIN,
    STEEL,
    WATER,
    WHITE,
    Canvas,
    Colour,
    Point,
    arc,
    clear,
    colour,
    dark,
    light,
)
from connectors.shops.demo.drawing.scene import Pair, Subject, hand, meadow, measure, stage, steam, tag, wall

LAMP = colour("#fff3b0")
HAIR = colour("#4c3527")


def _lamp(c: Canvas, paint: Colour, *, pro: bool) -> None:
    """The lamp itself, centred on the origin, 190 by 130."""
    c.box(-98, -66, 196, 132, dark(paint, 0.35), 38)
    c.box(-86, -58, 172, 112, paint, 32)
    if pro:
        for x in (-40, 40):
            c.disc(x, 0, 38, INK)
            c.disc(x, 0, 29, LAMP)
            c.disc(x, 0, 13, WHITE)
        c.disc(0, 36, 9, colour("#e5483d"))
    else:
        c.disc(0, 0, 50, INK)
        c.disc(0, 0, 39, LAMP)
        c.disc(0, 0, 17, WHITE)
    c.box(-30, -78, 60, 18, INK, 8)


def headlamp_front(s: Subject) -> Canvas:
    pro = s.sku == "HLP-02"
    c = stage(s, 190)
    if pro:
        c.line([(400, 380), (390, 250), (400, 160)], dark(s.paint, 0.1), 40, curved=True)
    c.line(arc(400, 290, 230, 130, 130, 410), light(s.paint, 0.2), 46)
    c.line(arc(400, 290, 230, 130, 132, 408), dark(s.paint, 0.2), 8)
    if pro:
        c.box(340, 126, 120, 72, INK, 16)
        c.text(400, 162, "USB-C", 26, WHITE)
    _lamp(c.at(400, 400, 1.25), s.paint, pro=pro)
    tag(c, 640, 500, s.label)
    return c


def headlamp_detail(s: Subject) -> Canvas:
    pro = s.sku == "HLP-02"
    c = meadow(s, night=True)
    reach = 0 if pro else 110
    c.shape([(470, 262), (reach, 110), (reach, 470), (470, 298)], clear(LAMP, 0.36))
    c.shape([(470, 270), (reach, 200), (reach, 380), (470, 290)], clear(LAMP, 0.4))
    c.shape([(450, 600), (480, 520), (560, 480), (660, 490), (740, 560), (750, 600)], colour("#8a4f3d"), curved=True)
    c.box(552, 420, 76, 90, dark(SKIN, 0.12), 24)
    c.shape(
        [
            (496, 280),
            (508, 200),
            (580, 158),
            (668, 190),
            (688, 290),
            (652, 400),
            (582, 446),
            (520, 428),
            (500, 372),
            (476, 342),
        ],
        SKIN,
        curved=True,
    )
    c.shape(
        [(508, 232), (540, 150), (640, 140), (712, 220), (706, 350), (664, 400), (640, 300), (600, 240)],
        HAIR,
        curved=True,
    )
    c.disc(622, 326, 26, dark(SKIN, 0.08))
    c.disc(526, 318, 8, INK)
    c.line([(512, 398), (546, 404)], dark(SKIN, 0.4), 6)
    c.line([(492, 276), (600, 246), (704, 262)], s.paint, 30, curved=True)
    c.box(462, 246, 54, 66, dark(s.paint, 0.5) if not pro else INK, 14)
    c.box(454, 254, 18, 50, LAMP, 8)
    tag(c, 130, 540, "130 m" if pro else "70 m", 40)
    return c


def _tent(c: Canvas, paint: Colour, people: int, *, lit: bool = False) -> None:
    """A dome on the origin: 560 wide for three, 430 for two; 260 high."""
    half = 280 if people == 3 else 215
    skin = light(paint, 0.12)
    for side in (-1, 1):
        c.line([(side * half * 0.62, -170), (side * (half + 64), -2)], INK, 4)
        c.line([(side * (half + 64), -12), (side * (half + 70), 8)], STEEL, 8)
    dome = [
        (-half, 0),
        (-half * 0.86, -110),
        (-half * 0.5, -218),
        (0, -260),
        (half * 0.5, -218),
        (half * 0.86, -110),
        (half, 0),
    ]
    outline: list[Point] = arc(0, 0, half, 260, 180, 360)
    c.shape(outline, skin if not lit else colour("#f0c766"))
    c.shape([*arc(0, 0, half, 260, 180, 238), (-half * 0.16, 0)], dark(paint, 0.18) if not lit else colour("#dda94a"))
    doors = (-0.36, 0.42) if people == 3 else (0.1,)
    for place in doors:
        x = half * place
        c.shape(
            [(x - 76, 0), (x - 56, -110), (x, -176), (x + 56, -110), (x + 76, 0)],
            dark(paint, 0.55) if not lit else colour("#ffe9a8"),
        )
        c.shape([(x - 76, 0), (x - 56, -110), (x, -176), (x - 26, -80), (x - 44, 0)], light(paint, 0.4))
    c.line([dome[0], dome[1], dome[2], dome[3]], dark(paint, 0.4), 7, curved=True)
    c.line([dome[3], dome[4], dome[5], dome[6]], dark(paint, 0.4), 7, curved=True)
    c.line([(-half, 0), (half, 0)], dark(paint, 0.5), 10)


def _people(c: Canvas, count: int, paint: Colour) -> None:
    for i in range(count):
        x = (i - (count - 1) / 2) * 52
        c.disc(x, -34, 13, paint)
        c.box(x - 17, -18, 34, 40, paint, 15)


def tent_front(s: Subject) -> Canvas:
    c = stage(s, 330, 482)
    _tent(c.at(400, 476, 1.05), s.paint, int(s.label))
    _people(c.at(400, 560, 0.9), int(s.label), dark(s.paint, 0.3))
    return c


def tent_detail(s: Subject) -> Canvas:
    people = int(s.label)
    c = meadow(s, night=True)
    _tent(c.at(420, 512, 1.05), s.paint, people, lit=True)
    shade = clear(colour("#8a6526"), 0.75)
    for x in (302, 544, 410)[: people if people == 3 else 0] or (400, 482):
        c.disc(x, 434, 22, shade)
        c.shape([(x - 38, 512), (x - 30, 466), (x, 452), (x + 30, 466), (x + 38, 512)], shade)
    tag(c, 160, 90, "210 x 190 cm" if people == 3 else "210 x 130 cm", 32)
    return c


def _stove(c: Canvas, paint: Colour, *, flame: float = 1) -> None:
    """Cartridge, valve and burner on the origin, 330 high."""
    c.box(-86, -150, 172, 150, paint, 34)
    c.box(-86, -96, 172, 44, light(paint, 0.65))
    c.shape([(-60, -146), (60, -146), (24, -176), (-24, -176)], STEEL)
    c.box(-18, -226, 36, 60, STEEL, 6)
    c.line([(14, -190), (86, -190)], dark(STEEL, 0.3), 8)
    c.box(78, -206, 44, 32, INK, 10)
    c.shape([(-56, -256), (56, -256), (34, -222), (-34, -222)], dark(STEEL, 0.35))
    for side in (-1, 1):
        c.line([(side * 20, -232), (side * 92, -262), (side * 104, -300)], dark(STEEL, 0.5), 9)
        c.line([(side * 104, -300), (side * 60, -300)], dark(STEEL, 0.5), 9)
    for x, height in ((-36, 40), (-12, 62), (14, 58), (38, 42)):
        h = height * flame
        c.shape(
            [(x - 13, -258), (x - 8, -258 - h * 0.6), (x, -258 - h), (x + 8, -258 - h * 0.6), (x + 13, -258)],
            colour("#4da3dd"),
        )
        c.shape([(x - 6, -258), (x, -258 - h * 0.55), (x + 6, -258)], FLAME)


def stove_front(s: Subject) -> Canvas:
    c = stage(s, 150)
    _stove(c.at(400, 492, 1.25), s.paint)
    c.text(400, 400, s.label, 32, INK)
    return c


def stove_detail(s: Subject) -> Canvas:
    c = meadow(s)
    c.oval(400, 545, 130, 14, clear(INK, 0.2))
    _stove(c.at(400, 545, 1.05), s.paint, flame=0.62)
    c.line([(520, 170), (650, 160)], INK, 14)
    c.box(270, 128, 260, 102, dark(STEEL, 0.15), 20)
    c.box(258, 116, 284, 22, dark(STEEL, 0.35), 10)
    steam(c.at(400, 104, 1.1), WHITE)
    tag(c, 150, 250, "1 l: 4.5 min", 32)
    return c


def _backpack(c: Canvas, paint: Colour) -> None:
    """From the front, on the origin, 400 high."""
    c.line(arc(0, -380, 34, 34, 180, 360), INK, 12)
    for side in (-1, 1):
        c.box(side * 128 - 30, -180, 60, 150, dark(paint, 0.4), 24)
        c.line([(side * 100, -60), (side * 176, -36)], INK, 16)
    c.box(-122, -350, 244, 350, paint, 56)
    c.box(-122, -382, 244, 110, dark(paint, 0.28), 46)
    for side in (-1, 1):
        c.line([(side * 62, -276), (side * 62, -196)], INK, 12)
        c.box(side * 62 - 16, -232, 32, 26, STEEL, 6)
    c.box(-88, -192, 176, 150, light(paint, 0.22), 34)
    c.line([(-66, -150), (66, -150)], INK, 6)
    c.box(50, -152, 12, 26, STEEL, 5)
    c.box(-104, -34, 208, 22, dark(paint, 0.4), 11)


def bag_front(s: Subject) -> Canvas:
    c = stage(s, 170)
    _backpack(c.at(400, 494, 1.05), s.paint)
    c.text(400, 418, s.label, 40, WHITE)
    return c


def bag_detail(s: Subject) -> Canvas:
    c = meadow(s)
    trousers, jacket = colour("#5b6470"), colour("#d9822b")
    for x in (366, 434):
        c.box(x - 28, 440, 56, 120, trousers, 16)
        c.box(x - 34, 545, 68, 34, HAIR, 14)
    for side in (-1, 1):
        c.line([(400 + side * 92, 250), (400 + side * 128, 340), (400 + side * 116, 420)], jacket, 44)
        c.disc(400 + side * 116, 434, 22, SKIN)
    c.box(306, 196, 188, 260, jacket, 60)
    c.disc(400, 140, 58, HAIR)
    c.box(340, 84, 120, 48, colour("#c8433f"), 24)
    _backpack(c.at(400, 462, 0.68), s.paint)
    c.line([(580, 330), (560, 580)], HAIR, 9)
    c.line([(520, 430), (566, 410)], jacket, 30)
    return c


def mat_front(s: Subject) -> Canvas:
    picture = stage(s, 300, 416)
    c = picture.at(0, -60)
    c.shape([(70, 468), (170, 336), (610, 336), (560, 468)], s.paint)
    c.shape([(70, 468), (560, 468), (560, 492), (76, 492)], dark(s.paint, 0.3))
    for i in range(1, 5):
        c.line([(70 + i * 98, 466), (170 + i * 90, 338)], dark(s.paint, 0.16), 6)
    c.shape([(552, 492), (600, 340), (700, 340), (690, 492)], dark(s.paint, 0.12))
    c.oval(620, 416, 84, 84, dark(s.paint, 0.25))
    for r in (66, 46, 26):
        c.line(arc(620, 416, r, r, 0, 330), light(s.paint, 0.25), 9)
    c.disc(112, 452, 11, INK)
    return picture


def mat_detail(s: Subject) -> Canvas:
    c = wall(s)
    c.box(60, 180, 620, 200, s.paint, 34)
    for i in range(1, 7):
        c.line([(90 + i * 88, 196), (90 + i * 88, 364)], dark(s.paint, 0.15), 6)
    c.disc(108, 196, 12, INK)
    c.box(250, 222, 400, 116, colour("#4f7a8a"), 56)
    c.box(236, 238, 80, 84, light(colour("#4f7a8a"), 0.3), 36)
    c.disc(200, 280, 44, SKIN)
    c.shape(arc(192, 280, 46, 46, 90, 270), HAIR)
    measure(c, (60, 450), (680, 450), s.label)
    measure(c, (738, 180), (738, 380), "55 cm")
    return c


def _flask(c: Canvas, paint: Colour) -> None:
    """A steel bottle on the origin, 400 high."""
    c.line(arc(0, -396, 34, 30, 180, 360), INK, 13)
    c.box(-46, -400, 92, 58, INK, 14)
    c.box(-54, -350, 108, 20, STEEL, 6)
    c.shape([(-54, -332), (54, -332), (88, -262), (88, -20), (70, 0), (-70, 0), (-88, -20), (-88, -262)], paint)
    c.box(-88, -40, 176, 40, STEEL, 14)
    c.box(-68, -250, 22, 180, light(paint, 0.45), 11)


def bottle_front(s: Subject) -> Canvas:
    c = stage(s, 130)
    _flask(c.at(400, 494), s.paint)
    c.text(415, 350, s.label, 44, WHITE)
    return c


def bottle_detail(s: Subject) -> Canvas:
    c = wall(s)
    c.box(0, 0, 400, 600, light(FLAME, 0.72))
    c.box(400, 0, 400, 600, light(WATER, 0.55))
    _flask(c.at(400, 520, 1.05), s.paint)
    c.shape([(150, 300), (104, 240), (140, 190), (146, 130), (196, 190), (212, 250), (180, 300)], FLAME, curved=True)
    c.shape([(152, 296), (136, 256), (160, 214), (182, 260), (172, 296)], colour("#ffd76a"), curved=True)
    for turn in (0, 60, 120):
        flake = c.at(642, 222, 1, turn)
        flake.line([(0, -76), (0, 76)], WHITE, 10)
        for end in (-1, 1):
            flake.line([(-20, end * 66), (0, end * 44), (20, end * 66)], WHITE, 8)
    tag(c, 158, 372, "10 h", 46)
    tag(c, 642, 362, "20 h", 46)
    hand(c.at(496, 478, 0.85), colour("#d9822b"))
    return c


MOTIFS: dict[str, Pair] = {
    "headlamp": (headlamp_front, headlamp_detail),
    "tent": (tent_front, tent_detail),
    "stove": (stove_front, stove_detail),
    "bag": (bag_front, bag_detail),
    "mat": (mat_front, mat_detail),
    "bottle": (bottle_front, bottle_detail),
}
