"""What surrounds a product: the soft background of its category, the ground it stands on, small props.

Neighbours: every motif module starts from `stage` or `table`; shapes of products do not belong here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from connectors.shops.demo.drawing.canvas import (
    HEIGHT,
    INK,
    SKIN,
    WATER,
    WHITE,
    WIDTH,
    Canvas,
    Colour,
    Point,
    clear,
    colour,
    dark,
    light,
    mix,
)

GROUNDS = {  # one soft colour a category, so that a list of products shows at a glance what belongs together
    "kitchen": colour("#f7e6d4"),
    "tools": colour("#e3e8ee"),
    "outdoor": colour("#dcebdd"),
    "kids": colour("#fbe8ea"),
    "care": colour("#e9e4f3"),
    "parts": colour("#e0eef2"),
}
NIGHT = colour("#22304a")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a motif needs to know of a product. `label` is the size or strength printed on it, or empty."""

    sku: str
    category: str
    shape: str
    paint: Colour
    label: str


Motif = Callable[[Subject], Canvas]
Pair = tuple[Motif, Motif]  # the front view, and the detail or the product in use


def stage(subject: Subject, width: float = 170, floor: float = 492) -> Canvas:
    """A plain backdrop with a round glow; the product stands at `floor` with a shadow of twice `width`."""
    ground = GROUNDS[subject.category]
    canvas = Canvas.blank(ground)
    canvas.disc(400, 290, 262, light(ground, 0.5))
    canvas.oval(400, floor, width, 20, dark(ground, 0.16))
    return canvas


def table(subject: Subject, edge: float = 430) -> Canvas:
    """A room with a table top that begins at `edge`."""
    ground = GROUNDS[subject.category]
    canvas = Canvas.blank(light(ground, 0.35))
    canvas.box(0, edge, WIDTH, HEIGHT - edge, dark(ground, 0.14))
    canvas.box(0, edge, WIDTH, 12, dark(ground, 0.22))
    return canvas


def wall(subject: Subject) -> Canvas:
    """A plain surface for close-ups."""
    ground = GROUNDS[subject.category]
    canvas = Canvas.blank(light(ground, 0.3))
    canvas.disc(400, 300, 340, light(ground, 0.62))
    return canvas


def meadow(subject: Subject, *, night: bool = False) -> Canvas:
    """Hills and sky, by day with a sun, by night with a moon and stars."""
    ground = GROUNDS[subject.category]
    sky = NIGHT if night else light(WATER, 0.45)
    canvas = Canvas.blank(sky)
    if night:
        canvas.disc(655, 110, 46, colour("#f4ecc8"))
        canvas.disc(637, 100, 42, sky)
        for x, y in ((90, 80), (190, 150), (310, 60), (430, 130), (540, 70), (735, 210), (60, 220)):
            canvas.disc(x, y, 4, colour("#f4ecc8"))
    else:
        canvas.disc(660, 120, 56, colour("#ffd76a"))
    back, front = mix(ground, colour("#5d8a66"), 0.55), mix(ground, colour("#5d8a66"), 0.8)
    if night:
        back, front = mix(back, NIGHT, 0.6), mix(front, NIGHT, 0.62)
    canvas.shape([(0, 420), (150, 320), (260, 380), (420, 270), (600, 390), (720, 330), (800, 380), (800, 600), (0, 600)], back)
    canvas.shape([(0, 450), *_roll(), (800, 600), (0, 600)], front)
    return canvas


def _roll() -> list[Point]:
    return [(x, 452 + 14 * ((x // 100) % 2)) for x in range(0, 801, 100)]


def hand(canvas: Canvas, sleeve: Colour) -> None:
    """A hand that comes from the right and holds something at the origin, about 100 high."""
    canvas.box(92, -46, 260, 104, sleeve, 20)
    canvas.box(78, -50, 40, 112, dark(sleeve, 0.2), 14)
    canvas.box(-10, -44, 106, 98, SKIN, 40)
    for step in range(4):
        canvas.box(-42, -50 + step * 27, 74, 24, SKIN if step % 2 else dark(SKIN, 0.07), 12)


def mug(canvas: Canvas, paint: Colour) -> None:
    """A mug of 110 by 100 that stands on the origin."""
    canvas.line([(50, -78), (84, -70), (80, -34), (48, -26)], paint, 14, curved=True)
    canvas.box(-55, -100, 110, 100, paint, 16)
    canvas.box(-55, -100, 110, 18, light(paint, 0.35), 9)


def steam(canvas: Canvas, paint: Colour) -> None:
    """Three wisps that rise from the origin."""
    for x in (-26, 0, 26):
        canvas.line([(x, 0), (x + 9, -20), (x - 9, -42), (x, -64)], paint, 7, curved=True)


def tag(canvas: Canvas, x: float, y: float, words: str, size: float = 30) -> None:
    """A white label with a fact, centred on (x, y)."""
    width = len(words) * size * 0.56 + 36
    canvas.box(x - width / 2 + 3, y - size * 0.85 + 4, width, size * 1.7, clear(INK, 0.14), size * 0.85)
    canvas.box(x - width / 2, y - size * 0.85, width, size * 1.7, WHITE, size * 0.85)
    canvas.text(x, y, words, size, INK)


def measure(canvas: Canvas, start: Point, end: Point, words: str) -> None:
    """A dimension line with a label in its middle."""
    ink = mix(INK, WHITE, 0.25)
    canvas.line([start, end], ink, 4)
    upright = abs(start[0] - end[0]) < abs(start[1] - end[1])
    for x, y in (start, end):
        canvas.line([(x - 14, y), (x + 14, y)] if upright else [(x, y - 14), (x, y + 14)], ink, 4)
    tag(canvas, (start[0] + end[0]) / 2, (start[1] + end[1]) / 2, words, 28)
