"""Motifs of cables, power, light and hubs. Neighbours: `scene` for backgrounds and props, `gallery`."""

from __future__ import annotations

from connectors.shops.demo.drawing.canvas import (
    INK,
    LEAF,
    STEEL,
    WATER,
    WHITE,
    WOOD,
    Canvas,
    Colour,
    Point,
    arc,
    clear,
    colour,
    dark,
    light,
)
from connectors.shops.demo.drawing.scene import Pair, Subject, stage, table, tag, wall

GLOW = colour("#fff0b3")
BRASS = colour("#d8b45c")
GREY = colour("#7f8894")


def _usb_c(c: Canvas, paint: Colour) -> None:
    """A plug whose cable ends at the origin; it points up, 130 high."""
    c.box(-9, -26, 18, 32, dark(paint, 0.3), 6)
    c.box(-30, -92, 60, 72, paint, 14)
    c.box(-21, -130, 42, 42, STEEL, 12)
    c.box(-13, -124, 26, 9, INK, 4)


def _usb_a(c: Canvas, paint: Colour) -> None:
    c.box(-9, -26, 18, 32, dark(paint, 0.3), 6)
    c.box(-34, -92, 68, 72, paint, 10)
    c.box(-26, -144, 52, 56, STEEL, 3)
    for x in (-13, 5):
        c.box(x, -132, 10, 14, INK)


def _laptop(c: Canvas) -> None:
    """Open, from the front, on the origin, 380 wide."""
    c.box(-160, -230, 320, 212, INK, 16)
    c.box(-146, -216, 292, 184, light(WATER, 0.25), 6)
    c.shape([(-146, -90), (-60, -150), (20, -80), (90, -130), (146, -80), (146, -32), (-146, -32)], light(LEAF, 0.2))
    c.disc(90, -176, 20, colour("#ffd76a"))
    c.shape([(-170, -20), (170, -20), (196, 0), (-196, 0)], GREY)


def _phone(c: Canvas) -> None:
    """Upright on the origin, 230 high, charging."""
    c.box(-60, -230, 120, 230, INK, 20)
    c.box(-51, -220, 102, 210, light(WATER, 0.3), 14)
    c.box(-26, -160, 52, 84, WHITE, 10)
    c.box(-10, -170, 20, 12, WHITE, 4)
    c.box(-20, -120, 40, 38, LEAF, 6)


def cable_front(s: Subject) -> Canvas:
    c = stage(s, 230, 500)
    rings = 2 if s.label == "1 m" else 4
    for i in range(rings):
        c.line(arc(400, 330, 128 - i * 20, 118 - i * 20, 0, 360), s.paint if i % 2 == 0 else light(s.paint, 0.22), 14)
    c.line([(290, 390), (230, 350), (226, 280)], s.paint, 14, curved=True)
    c.line([(510, 390), (570, 350), (574, 280)], s.paint, 14, curved=True)
    _usb_c(c.at(226, 276, 1.15), s.paint)
    _usb_c(c.at(574, 276, 1.15), s.paint)
    c.box(380, 432, 40, 40, colour("#d9534f"), 8)
    tag(c, 400, 330, s.label, 48)
    return c


def cable_detail(s: Subject) -> Canvas:
    c = table(s, 470)
    if s.label == "1 m":  # carries a picture
        c.box(450, 150, 290, 220, INK, 14)
        c.box(464, 164, 262, 180, light(WATER, 0.25), 4)
        c.shape([(464, 300), (540, 240), (600, 300), (660, 256), (726, 310), (726, 344), (464, 344)], light(LEAF, 0.2))
        c.box(580, 368, 30, 100, GREY)
        c.box(530, 456, 130, 20, GREY, 8)
        _laptop(c.at(220, 500, 0.95))
        c.line([(390, 496), (440, 540), (520, 520), (560, 440), (560, 372)], s.paint, 11, curved=True)
        tag(c, 595, 90, "4K  100 W", 36)
    else:  # long: from the socket to the sofa
        c.box(70, 300, 90, 90, WHITE, 16)
        c.box(88, 318, 54, 54, light(STEEL, 0.4), 14)
        c.line(
            [(115, 346), (150, 470), (260, 530), (400, 480), (500, 520), (560, 500), (566, 424)],
            s.paint,
            11,
            curved=True,
        )
        c.box(420, 300, 340, 130, colour("#7a9cc0"), 40)
        c.box(400, 380, 380, 110, colour("#93b2d1"), 34)
        _phone(c.at(566, 410, 0.85))
        tag(c, 300, 200, "2 m", 48)
        tag(c, 300, 280, "60 W", 34)
    return c


def _charger(c: Canvas, paint: Colour) -> None:
    """A wall charger around the origin, 200 by 240, ports on the face, pins to the left."""
    for y in (-44, 34):
        c.box(-176, y, 84, 18, STEEL, 9)
    c.box(-104, -112, 26, 224, dark(paint, 0.18), 10)
    c.box(-92, -124, 210, 248, paint, 40)
    c.box(76, -124, 42, 248, dark(paint, 0.1), 24)
    for y in (-44, 20):
        c.box(-40, y, 80, 30, dark(paint, 0.5), 15)
        c.box(-26, y + 11, 52, 8, STEEL, 4)


def charger_front(s: Subject) -> Canvas:
    c = stage(s, 170)
    _charger(c.at(412, 318, 1.3), s.paint)
    c.text(408, 420, s.label, 40, INK)
    return c


def charger_detail(s: Subject) -> Canvas:
    c = table(s, 470)
    c.box(56, 210, 130, 150, WHITE, 22)
    c.disc(121, 285, 46, light(STEEL, 0.45))
    _charger(c.at(200, 285, 0.7), s.paint)
    cable = colour("#4a4e57")
    c.line([(216, 262), (320, 240), (330, 420), (420, 500), (520, 486)], cable, 10, curved=True)
    c.line([(216, 308), (280, 330), (290, 540), (520, 560), (690, 540)], cable, 10, curved=True)
    _laptop(c.at(500, 494, 0.95))
    _phone(c.at(716, 556, 0.62))
    tag(c, 500, 200, "45 W", 34)
    tag(c, 726, 376, "20 W", 28)
    return c


def _cell(c: Canvas, paint: Colour, *, printed: bool = True) -> None:
    """One AA cell on the origin, 84 wide, 290 high."""
    c.box(-16, -292, 32, 22, STEEL, 5)
    c.box(-42, -276, 84, 276, INK, 12)
    c.box(-42, -276, 84, 88, paint, 12)
    c.box(-42, -204, 84, 16, light(paint, 0.35))
    c.box(-30, -266, 12, 250, clear(WHITE, 0.3), 6)
    if printed:
        c.text(4, -110, "AA", 36, WHITE)
        c.text(0, -236, "+", 40, INK)


def battery_aa_front(s: Subject) -> Canvas:
    c = stage(s, 290)
    for i in range(4):
        _cell(c.at(238 + i * 92 + 24, 462, 1.0), s.paint, printed=False)
    for i in range(4):
        _cell(c.at(238 + i * 92, 490, 1.05), s.paint)
    tag(c, 656, 470, "x 8", 40)
    return c


def battery_aa_detail(s: Subject) -> Canvas:
    c = wall(s)
    c.box(120, 110, 560, 380, INK, 46)
    c.box(152, 142, 496, 316, colour("#4b525c"), 22)
    for i in range(2):
        y = 222 + i * 156
        c.box(168, y - 64, 464, 128, colour("#363b43"), 18)
        for turn in range(4):
            c.line([(194 + turn * 14, y - 30), (200 + turn * 14, y + 30)], STEEL, 5)
    _cell(c.at(266, 222, 1.2, 90), s.paint, printed=False)
    _cell(c.at(330, 470, 1.2, 68), s.paint, printed=False)
    c.text(226, 300, "-", 44, WHITE)
    c.text(604, 300, "+", 44, WHITE)
    tag(c, 400, 545, "1.5 V", 38)
    return c


def _bulb(c: Canvas, glass: Colour) -> None:
    """Hangs with its base up at the origin; 330 high."""
    c.box(-18, -6, 36, 20, INK, 6)
    c.box(-44, 8, 88, 70, BRASS, 10)
    for y in (24, 42, 60):
        c.line([(-44, y), (44, y - 6)], dark(BRASS, 0.3), 6)
    c.shape([(-46, 78), (46, 78), (66, 132), (-66, 132)], WHITE)
    c.shape(
        [(-64, 130), (64, 130), (106, 210), (98, 280), (48, 326), (-48, 326), (-98, 280), (-106, 210)],
        glass,
        curved=True,
    )
    c.shape([(-78, 200), (-62, 176), (-52, 220), (-66, 266), (-80, 240)], light(glass, 0.6), curved=True)


def bulb_front(s: Subject) -> Canvas:
    c = stage(s, 110, 556)
    c.disc(400, 340, 190, clear(s.paint, 0.25))
    _bulb(c.at(400, 100, 1.12), light(s.paint, 0.25))
    c.text(404, 352, s.label, 44, INK)
    tag(c, 590, 160, "E27", 34)
    return c


def bulb_detail(s: Subject) -> Canvas:
    c = table(s, 480)
    c.box(0, 0, 800, 480, colour("#55657a"))
    c.shape([(330, 250), (470, 250), (700, 480), (100, 480)], clear(GLOW, 0.45))
    c.line([(400, 0), (400, 96)], INK, 8)
    _bulb(c.at(400, 120, 0.62), GLOW)
    c.box(372, 90, 56, 44, INK, 10)
    c.shape([(360, 132), (440, 132), (540, 236), (260, 236)], colour("#d9734e"))
    c.box(250, 226, 300, 18, dark(colour("#d9734e"), 0.2), 9)
    c.shape([(160, 490), (640, 490), (700, 530), (100, 530)], WOOD)
    c.box(300, 440, 120, 52, colour("#d9534f"), 6)
    c.box(306, 424, 120, 18, WHITE, 4)
    c.box(480, 420, 60, 74, WHITE, 12)
    tag(c, 660, 90, "806 lm", 36)
    return c


def _slots(c: Canvas, count: int, gap: float) -> None:
    for i in range(count):
        x = (i - (count - 1) / 2) * gap
        c.box(x - 36, -22, 72, 44, STEEL, 5)
        c.box(x - 28, -14, 56, 28, INK, 3)
        c.box(x - 24, -2, 48, 12, colour("#4a90c2"), 2)


def _old_hub(c: Canvas, paint: Colour) -> None:
    """Four ports in a row around the origin, 430 wide, with a short cable to the left."""
    c.line([(-210, 0), (-280, 10), (-300, -60), (-296, -120)], dark(paint, 0.3), 16, curved=True)
    _usb_a(c.at(-296, -112, 0.95), dark(paint, 0.2))
    c.box(-214, -62, 428, 124, paint, 30)
    c.box(-214, -62, 428, 30, light(paint, 0.15), 24)
    _slots(c.at(0, 10), 4, 96)
    c.disc(192, -40, 6, colour("#67c27a"))


def hub_a_front(s: Subject) -> Canvas:
    c = stage(s, 270, 440)
    _old_hub(c.at(440, 370, 1.15), s.paint)
    return c


def hub_a_detail(s: Subject) -> Canvas:
    c = table(s, 400)
    _laptop(c.at(230, 420, 1.0))
    c.line([(410, 410), (450, 450), (440, 500)], dark(s.paint, 0.3), 13, curved=True)
    c.box(360, 470, 290, 90, s.paint, 24)
    _slots(c.at(505, 516, 0.7), 4, 96)
    c.line([(610, 516), (690, 510), (690, 470)], INK, 8, curved=True)
    c.box(660, 400, 64, 90, INK, 30)
    c.box(688, 416, 8, 24, STEEL, 4)
    c.line([(404, 536), (380, 590), (300, 580), (250, 560)], INK, 8, curved=True)
    c.box(60, 500, 220, 70, GREY, 12)
    for i in range(8):
        for row in range(2):
            c.box(74 + i * 25, 512 + row * 26, 19, 20, WHITE, 4)
    return c


def _new_hub(c: Canvas, paint: Colour) -> None:
    """A flat bar around the origin, 470 wide, seven openings on its face, the cable to the left."""
    c.line([(-230, 0), (-300, 0), (-330, -70), (-330, -130)], dark(paint, 0.35), 18, curved=True)
    _usb_c(c.at(-330, -116, 1.0), dark(paint, 0.3))
    top: list[Point] = [(-236, -60), (-196, -130), (216, -130), (236, -60)]
    c.shape(top, light(paint, 0.35))
    c.box(-238, -66, 476, 132, paint, 24)
    c.shape([(-214, -14), (-142, -14), (-142, 14), (-154, 26), (-202, 26), (-214, 14)], INK)
    c.box(-204, -4, 52, 10, STEEL, 3)
    _slots(c.at(-50, 6, 0.86), 2, 90)
    for x in (50, 108):
        c.box(x, -8, 46, 24, INK, 12)
        c.box(x + 8, 1, 30, 7, STEEL, 3)
    c.box(172, -30, 50, 12, INK, 3)
    c.box(172, 12, 38, 10, INK, 3)


def hub_c_front(s: Subject) -> Canvas:
    c = stage(s, 290, 470)
    _new_hub(c.at(446, 384, 1.08), s.paint)
    for x, words in ((252, "HDMI"), (392, "USB"), (524, "C"), (588, "PD"), (657, "SD")):
        c.text(x, 432, words, 20, INK)
    tag(c, 450, 180, s.label, 40)
    return c


def hub_c_detail(s: Subject) -> Canvas:
    c = table(s, 430)
    _laptop(c.at(210, 450, 0.95))
    c.box(500, 90, 260, 186, INK, 14)
    c.box(512, 102, 236, 152, light(WATER, 0.25), 4)
    c.shape([(512, 210), (580, 160), (640, 216), (700, 176), (748, 220), (748, 254), (512, 254)], light(LEAF, 0.2))
    c.box(618, 274, 24, 150, GREY)
    c.box(560, 420, 140, 18, GREY, 8)
    c.line([(390, 446), (430, 470), (440, 510)], dark(s.paint, 0.35), 13, curved=True)
    c.line([(480, 500), (520, 440), (600, 430), (604, 276)], INK, 9, curved=True)
    c.line([(640, 526), (720, 560), (800, 550)], WHITE, 9, curved=True)
    c.box(400, 490, 250, 70, s.paint, 16)
    c.shape([(400, 506), (420, 470), (636, 470), (650, 506)], light(s.paint, 0.35))
    for x in (430, 480, 530, 580, 612):
        c.box(x, 524, 24 if x > 560 else 38, 16, INK, 5)
    c.box(290, 530, 74, 58, colour("#d9734e"), 8)
    c.text(327, 562, "SD", 24, WHITE)
    tag(c, 630, 50, "4K 30 Hz", 30)
    tag(c, 726, 500, "100 W", 28)
    return c


MOTIFS: dict[str, Pair] = {
    "cable": (cable_front, cable_detail),
    "charger": (charger_front, charger_detail),
    "battery_aa": (battery_aa_front, battery_aa_detail),
    "bulb": (bulb_front, bulb_detail),
    "hub_a": (hub_a_front, hub_a_detail),
    "hub_c": (hub_c_front, hub_c_detail),
}
