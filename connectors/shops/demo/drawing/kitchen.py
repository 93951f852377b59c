"""Motifs of kitchen appliances. Neighbours: `scene` for backgrounds and props, `gallery`."""

from __future__ import annotations

from connectors.shops.demo.drawing.canvas import (
    INK,
    STEEL,
    WATER,
    WHITE,
    WOOD,
    Canvas,
    Colour,
    arc,
    clear,
    colour,
    dark,
    light,
)
from connectors.shops.demo.drawing.scene import Pair, Subject, measure, mug, stage, steam, table, tag, wall

GLASS = colour("#d6ebf2")
COFFEE = colour("#5a3a26")
CREAM = colour("#f6f1e7")


def _kettle(c: Canvas, paint: Colour, *, glass: bool = False) -> None:
    """Stands on the origin, 330 high; the spout looks left."""
    trim = INK if glass else dark(paint, 0.35)
    c.box(-112, -20, 224, 20, dark(trim, 0.2), 9)
    c.line([(62, -276), (138, -270), (150, -180), (134, -96), (96, -70)], trim, 28, curved=True)
    c.shape([(-66, -268), (-150, -262), (-138, -236), (-88, -188)], trim if glass else dark(paint, 0.12))
    c.shape([(-72, -276), (72, -276), (108, -22), (-108, -22)], GLASS if glass else paint)
    if glass:
        c.shape([(-86, -176), (86, -176), (107, -28), (-107, -28)], WATER)
        c.box(-106, -44, 212, 22, paint, 6)
        for x, y, r in ((-50, -80, 8), (-20, -120, 6), (20, -70, 9), (50, -130, 6), (0, -150, 5)):
            c.disc(x, y, r, light(WATER, 0.6))
    else:
        c.box(-112, -60, 224, 14, STEEL, 4)
        c.shape([(-56, -266), (-34, -266), (-50, -70), (-84, -70)], light(paint, 0.35))
        c.box(28, -220, 26, 130, light(WATER, 0.2), 13)
        c.box(28, -170, 26, 80, WATER, 13)
    c.box(-74, -298, 148, 30, trim, 13)
    c.box(-20, -316, 40, 22, trim, 10)


def _travel_kettle(c: Canvas, paint: Colour) -> None:
    """Low and wide; the handle folds flat along the right side."""
    c.box(-104, -16, 208, 16, INK, 8)
    c.line([(84, -172), (150, -150), (150, -60), (98, -44)], INK, 22)
    c.disc(84, -172, 18, dark(paint, 0.4))
    c.shape([(-84, -186), (-148, -178), (-96, -128)], dark(paint, 0.15))
    c.box(-100, -190, 200, 176, paint, 30)
    c.box(-100, -70, 200, 56, STEEL, 20)
    c.box(-78, -168, 22, 84, light(paint, 0.45), 11)
    c.box(-78, -212, 156, 28, INK, 13)
    c.disc(0, -218, 13, INK)


def kettle_front(s: Subject) -> Canvas:
    c = stage(s)
    if s.sku == "KET-08":
        _travel_kettle(c.at(390, 480, 1.25), s.paint)
        c.text(390, 436, s.label, 36, INK)
    else:
        _kettle(c.at(390, 490, 1.2), s.paint, glass=s.sku == "KET-15")
        c.text(398, 402 if s.sku == "KET-17" else 350, s.label, 40, WHITE if s.sku == "KET-17" else INK)
    return c


def kettle_detail(s: Subject) -> Canvas:
    if s.sku == "KET-15":  # what sets it apart: glass with a scale and a light
        c = wall(s)
        _kettle(c.at(360, 690, 2.0), s.paint, glass=True)
        for words, y in (("0.4", 555), ("1.0", 436), ("1.5 l", 338)):
            c.line([(300, y), (340, y)], INK, 5)
            c.text(390, y, words, 34, INK)
        return c
    if s.sku == "KET-08":
        c = table(s)
        c.box(420, 200, 290, 240, dark(s.paint, 0.45), 26)
        c.line([(520, 200), (520, 160), (610, 160), (610, 200)], INK, 14)
        for x in (475, 640):
            c.box(x, 200, 22, 240, dark(s.paint, 0.6))
        c.oval(230, 470, 130, 14, clear(INK, 0.15))
        _travel_kettle(c.at(230, 470, 1.05), s.paint)
        tag(c, 565, 330, "0.6 kg")
        return c
    c = table(s)
    steam(c.at(150, 340), WHITE)
    c.line([(250, 286), (226, 310), (216, 380)], WATER, 16, curved=True)
    mug(c.at(206, 500, 1.3), colour("#d98c5f"))
    _kettle(c.at(520, 415, 1.0, -38), s.paint)
    tag(c, 640, 90, s.label, 38)
    return c


def _blender(c: Canvas, paint: Colour, fill: Colour) -> None:
    """Stands on the origin, 400 high."""
    c.line([(84, -340), (140, -330), (132, -200), (72, -170)], light(GLASS, 0.3), 22, curved=True)
    c.shape([(-88, -360), (88, -360), (66, -130), (-66, -130)], GLASS)
    c.shape([(-80, -280), (80, -280), (66, -130), (-66, -130)], fill)
    c.shape([(-72, -350), (-52, -350), (-46, -140), (-60, -140)], light(GLASS, 0.6))
    for y in (-240, -280, -320):
        c.line([(40, y), (64, y)], dark(GLASS, 0.3), 4)
    c.box(-96, -386, 192, 30, INK, 12)
    c.box(-34, -408, 68, 28, INK, 10)
    c.shape([(-70, -132), (70, -132), (98, -14), (-98, -14)], paint)
    c.box(-104, -24, 208, 24, dark(paint, 0.3), 11)
    c.disc(0, -72, 28, WHITE)
    c.line([(0, -72), (14, -88)], INK, 7)


def blender_front(s: Subject) -> Canvas:
    c = stage(s)
    _blender(c.at(400, 492, 1.05), s.paint, clear(WATER, 0.0))
    tag(c, 640, 440, s.label)
    return c


def blender_detail(s: Subject) -> Canvas:
    c = table(s)
    _blender(c.at(300, 500, 1.1), s.paint, colour("#e5738a"))
    for x, y in ((520, 460), (590, 476), (555, 420)):
        c.shape([(x - 32, y - 14), (x, y - 30), (x + 32, y - 14), (x, y + 44)], colour("#d8434e"), curved=True)
        c.shape([(x - 24, y - 26), (x, y - 14), (x + 24, y - 26), (x, y - 40)], colour("#5b8c5a"))
    c.box(640, 330, 84, 150, clear(colour("#e5738a"), 1), 14)
    c.box(640, 330, 84, 34, GLASS, 12)
    c.line([(690, 350), (726, 270)], colour("#5b8c5a"), 9)
    return c


def _coffee(c: Canvas, paint: Colour) -> None:
    """Filter machine on the origin, 330 high: tank right, jug in the bay."""
    c.box(-130, -30, 260, 30, dark(paint, 0.3), 12)
    c.box(30, -320, 100, 300, paint, 18)
    c.box(52, -280, 40, 190, light(WATER, 0.3), 14)
    c.box(52, -190, 40, 100, WATER, 14)
    c.box(-130, -330, 260, 86, light(paint, 0.12), 22)
    c.shape([(-108, -246), (2, -246), (-26, -196), (-80, -196)], dark(paint, 0.35))
    c.line([(-116, -140), (-150, -130), (-146, -66), (-112, -56)], INK, 14, curved=True)
    c.shape([(-104, -166), (-2, -166), (14, -100), (0, -36), (-106, -36), (-120, -100)], GLASS)
    c.shape([(-116, -118), (10, -118), (14, -100), (0, -36), (-106, -36), (-120, -100)], COFFEE)
    c.box(-108, -178, 110, 18, INK, 8)
    c.disc(104, -60, 11, colour("#e2574c"))


def coffee_front(s: Subject) -> Canvas:
    c = stage(s, 190)
    _coffee(c.at(400, 492, 1.18), s.paint)
    c.text(400, 150, s.label, 34, WHITE)
    return c


def coffee_detail(s: Subject) -> Canvas:
    c = table(s)
    _coffee(c.at(520, 470, 1.1), s.paint)
    for x, paint in ((150, colour("#d98c5f")), (290, colour("#6e9a8d"))):
        mug(c.at(x, 520, 0.95), paint)
        c.oval(x, 433, 44, 7, COFFEE)
        steam(c.at(x, 415), WHITE)
    return c


def _airfryer(c: Canvas, paint: Colour, *, drawn: float = 0) -> None:
    """Egg-shaped, on the origin, 330 high; `drawn` pulls the basket down-front to show the food."""
    c.shape(
        [(-150, -30), (-150, -210), (-110, -310), (0, -336), (110, -310), (150, -210), (150, -30), (0, -4)],
        paint,
        curved=True,
    )
    c.shape([(-112, -210), (-90, -280), (-60, -290), (-96, -180)], light(paint, 0.3), curved=True)
    c.box(-70, -296, 140, 62, dark(paint, 0.5), 20)
    c.text(0, -266, "200°C", 34, colour("#7fe0d0"))
    if drawn:
        c.box(-132, -196, 264, 130, dark(paint, 0.6), 16)
        c.box(-122, -150 + drawn, 244, 40, dark(paint, 0.45), 14)
        for i in range(9):
            c.box(
                -108 + i * 25,
                -190 + drawn + (i * 17) % 26,
                20,
                70,
                colour("#edb64a") if i % 2 else colour("#f4c866"),
                6,
            )
    c.box(-132, -166 + drawn, 264, 146, light(paint, 0.12), 22)
    c.box(-26, -120 + drawn, 52, 96, dark(paint, 0.5), 18)
    c.box(-14, -110 + drawn, 28, 76, STEEL, 12)


def airfryer_front(s: Subject) -> Canvas:
    c = stage(s, 190)
    _airfryer(c.at(400, 496, 1.15), s.paint)
    c.text(305, 340, s.label, 32, WHITE)
    return c


def airfryer_detail(s: Subject) -> Canvas:
    c = table(s, 380)
    c.oval(330, 530, 190, 18, clear(INK, 0.18))
    _airfryer(c.at(330, 450, 1.15), s.paint, drawn=78)
    c.oval(640, 490, 120, 30, WHITE)
    c.oval(640, 484, 92, 20, dark(CREAM, 0.06))
    for i in range(7):
        c.at(590 + i * 17, 470 - (i % 3) * 12, 1, -50 + i * 17).box(-8, -34, 16, 62, colour("#edb64a"), 5)
    tag(c, 640, 250, "5.5 l")
    return c


def _toaster(c: Canvas, paint: Colour, *, toast: float) -> None:
    """On the origin, 230 high; `toast` is how far the slices stand out."""
    for x in (-84, 16):
        c.box(x, -230 - toast, 86, 120, WOOD, 26)
        c.box(x + 10, -220 - toast, 66, 100, light(WOOD, 0.45), 20)
    c.box(-170, -222, 340, 206, paint, 54)
    c.box(-140, -222, 280, 22, dark(paint, 0.4), 10)
    c.box(-140, -190, 34, 110, light(paint, 0.35), 16)
    c.box(-170, -62, 340, 30, STEEL)
    c.box(-150, -20, 60, 20, INK, 8)
    c.box(90, -20, 60, 20, INK, 8)
    c.disc(98, -116, 30, WHITE)
    c.line([(98, -116), (98, -138)], INK, 7)
    c.box(162, -180, 36, 24, INK, 10)


def toaster_front(s: Subject) -> Canvas:
    c = stage(s, 220)
    _toaster(c.at(395, 486, 1.2), s.paint, toast=0)
    return c


def toaster_detail(s: Subject) -> Canvas:
    c = table(s)
    _toaster(c.at(300, 470, 1.05), s.paint, toast=72)
    c.oval(630, 492, 130, 26, WHITE)
    c.box(560, 420, 130, 66, WOOD, 26)
    c.box(572, 412, 110, 40, colour("#f6d55c"), 18)
    return c


def _filter(c: Canvas, paint: Colour) -> None:
    """The spare part itself: a framed mesh, 200 wide."""
    c.box(-100, -120, 200, 240, paint, 34)
    c.box(-36, -156, 72, 50, dark(paint, 0.2), 16)
    c.box(-76, -96, 152, 190, light(paint, 0.75), 22)
    for i in range(1, 8):
        c.line([(-76 + i * 19, -92), (-76 + i * 19, 90)], light(paint, 0.25), 3)
    for i in range(1, 10):
        c.line([(-72, -96 + i * 19), (72, -96 + i * 19)], light(paint, 0.25), 3)


def filter_front(s: Subject) -> Canvas:
    c = stage(s, 150)
    _filter(c.at(400, 325, 1.3), s.paint)
    tag(c, 400, 540, s.label)
    return c


def filter_detail(s: Subject) -> Canvas:
    c = table(s, 460)
    _kettle(c.at(470, 500, 1.1), colour("#2f5d8a"))
    c.line(arc(265, 200, 90, 70, 200, 330), INK, 7)
    c.shape([(352, 190), (322, 172), (358, 150)], INK)
    _filter(c.at(190, 310, 0.7, -14), s.paint)
    measure(c, (100, 425), (270, 425), "5 cm")
    return c


MOTIFS: dict[str, Pair] = {
    "kettle": (kettle_front, kettle_detail),
    "blender": (blender_front, blender_detail),
    "coffee": (coffee_front, coffee_detail),
    "airfryer": (airfryer_front, airfryer_detail),
    "toaster": (toaster_front, toaster_detail),
    "filter": (filter_front, filter_detail),
}
