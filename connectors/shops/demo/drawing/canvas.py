"""A small drawing surface: shapes in picture coordinates that can be moved, scaled, turned and mirrored.

Here live colours, geometry and the way to a small PNG. What a product looks like belongs to the motif modules.

Everything is drawn as a polygon at `SUPERSAMPLING` times the size and shrunk at the end. That gives smooth
edges, and one affine transform serves every shape, so that a motif can be reused turned or small in a scene.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from math import cos, hypot, pi, radians, sin

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 800, 600
SUPERSAMPLING = 2
COLOURS = (64, 40, 28, 20)  # sizes of the palette, tried in turn: flat surfaces and their smoothed edges need few
DISTANCE = 160  # squared, between two colours of a palette: below that the eye sees one surface
LARGEST = 12 * 1024  # bytes of a picture: a messenger shows it at once even on a slow line

Point = tuple[float, float]
Colour = tuple[int, int, int, int]  # red, green, blue, opacity; each 0 to 255
Matrix = tuple[float, float, float, float, float, float]  # x' = a*x + b*y + e, y' = c*x + d*y + f


def colour(text: str, opacity: float = 1.0) -> Colour:
    """From "#rrggbb". `opacity` is 0 to 1."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16), round(255 * opacity)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`share` 0 gives the first colour, 1 the other."""
    red, green, blue, opacity = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue, opacity


WHITE = colour("#ffffff")
INK = colour("#2b3038")
STEEL = colour("#c9d0d6")
WOOD = colour("#d9b382")
SKIN = colour("#eebd97")
LEAF = colour("#6aa368")
FLAME = colour("#f59b2d")
WATER = colour("#8ecbea")


def light(base: Colour, share: float = 0.3) -> Colour:
    return mix(base, (255, 255, 255, base[3]), share)


def dark(base: Colour, share: float = 0.25) -> Colour:
    return mix(base, (20, 24, 36, base[3]), share)


def clear(base: Colour, opacity: float) -> Colour:
    """The same colour, see-through. `opacity` is 0 to 1."""
    return base[0], base[1], base[2], round(255 * opacity)


def smooth(points: Sequence[Point], *, closed: bool, steps: int = 10) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    count = len(points)
    result: list[Point] = []
    for i in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(max(i + k, 0), count - 1)] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            weights = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2)
            x, y = (sum(w * p[axis] for w, p in zip(weights, (p0, p1, p2, p3), strict=True)) / 2 for axis in (0, 1))
            result.append((x, y))
    return result if closed else [*result, points[-1]]


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float) -> list[Point]:
    """Points along an ellipse; angles in degrees, clockwise from three o'clock."""
    steps = max(8, round(abs(end - start) / 5))
    angles = (radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return [(cx + rx * cos(angle), cy + ry * sin(angle)) for angle in angles]


def _palette(picture: Image.Image, size: int) -> Image.Image:
    """The most frequent colours that differ visibly: in a flat drawing these are its surfaces, however small.

    Averaging methods such as median cut lose a red trigger or a green light.
    """
    counted = picture.getcolors(WIDTH * HEIGHT) or []
    counted.sort(key=lambda pair: (-pair[0], pair[1]))
    chosen: list[tuple[int, ...]] = []
    for _, shade in counted:
        if not isinstance(shade, tuple):
            raise TypeError("a palette is made of a picture in RGB")
        if all(sum((a - b) ** 2 for a, b in zip(shade, other, strict=True)) > DISTANCE for other in chosen):
            chosen.append(shade)
            if len(chosen) == size:
                break
    entries = [channel for shade in chosen for channel in shade]
    result = Image.new("P", (1, 1))
    result.putpalette(entries + entries[:3] * (256 - len(chosen)))
    return result


class Canvas:
    """One picture, seen through a transform. `at` gives the same picture through another transform."""

    def __init__(self, image: Image.Image, matrix: Matrix = (1, 0, 0, 1, 0, 0)) -> None:
        self._image = image
        self._draw = ImageDraw.Draw(image, "RGBA")  # this mode blends what is see-through
        self._matrix = matrix

    @classmethod
    def blank(cls, ground: Colour) -> Canvas:
        size = (WIDTH * SUPERSAMPLING, HEIGHT * SUPERSAMPLING)
        return cls(Image.new("RGB", size, ground[:3]), (SUPERSAMPLING, 0, 0, SUPERSAMPLING, 0, 0))

    def at(self, x: float, y: float, scale: float = 1.0, turn: float = 0.0, *, mirrored: bool = False) -> Canvas:
        """The origin moves to (x, y); `turn` is in degrees clockwise; `mirrored` swaps left and right."""
        a, b, c, d, e, f = self._matrix
        angle = turn * pi / 180
        flip = -1.0 if mirrored else 1.0
        p, q, r, s = cos(angle) * scale * flip, -sin(angle) * scale, sin(angle) * scale * flip, cos(angle) * scale
        moved = (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, a * x + b * y + e, c * x + d * y + f)
        return Canvas(self._image, moved)

    def shape(self, points: Sequence[Point], fill: Colour, *, curved: bool = False) -> None:
        """A filled polygon, or the closed curve through its points."""
        outline = smooth(points, closed=True) if curved else points
        self._draw.polygon([self._place(point) for point in outline], fill=fill)

    def box(self, x: float, y: float, width: float, height: float, fill: Colour, radius: float = 0) -> None:
        """A rectangle by its upper left corner, corners rounded."""
        r = min(radius, width / 2, height / 2)
        if r <= 0:
            self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill)
            return
        right, low = x + width - r, y + height - r
        corners = [arc(right, y + r, r, r, -90, 0), arc(right, low, r, r, 0, 90)]
        corners += [arc(x + r, low, r, r, 90, 180), arc(x + r, y + r, r, r, 180, 270)]
        self.shape([point for corner in corners for point in corner], fill)

    def oval(self, cx: float, cy: float, rx: float, ry: float, fill: Colour) -> None:
        self.shape(arc(cx, cy, rx, ry, 0, 360), fill)

    def disc(self, cx: float, cy: float, radius: float, fill: Colour) -> None:
        self.oval(cx, cy, radius, radius, fill)

    def line(self, points: Sequence[Point], fill: Colour, width: float, *, curved: bool = False) -> None:
        """A stroke with round ends and joints. An opaque colour is expected: joints overlap."""
        path = [self._place(point) for point in (smooth(points, closed=False) if curved else points)]
        thick = max(1, round(width * self._scale))
        self._draw.line(path, fill=fill, width=thick)
        radius = thick / 2
        for x, y in path:
            self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)

    def text(self, x: float, y: float, words: str, size: float, fill: Colour) -> None:
        """Centred on (x, y). Stays upright and readable however the canvas is turned or mirrored."""
        font = ImageFont.load_default(size=size * self._scale)
        self._draw.text(self._place((x, y)), words, fill=fill, font=font, anchor="mm")

    def png(self) -> bytes:
        """The finished picture: shrunk, with the largest palette that keeps it within `LARGEST`.

        There is no dithering, it would cost bytes. A picture too busy even for the smallest palette comes out larger.
        """
        small = self._image.reduce(SUPERSAMPLING)
        for colours in COLOURS:
            flat = small.quantize(palette=_palette(small, colours), dither=Image.Dither.NONE)
            buffer = BytesIO()
            flat.save(buffer, "PNG", optimize=True)
            if buffer.tell() <= LARGEST:
                break
        return buffer.getvalue()

    @property
    def _scale(self) -> float:
        return hypot(self._matrix[0], self._matrix[2])

    def _place(self, point: Point) -> Point:
        a, b, c, d, e, f = self._matrix
        return a * point[0] + b * point[1] + e, c * point[0] + d * point[1] + f
