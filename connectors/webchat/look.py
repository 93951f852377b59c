"""The shop's face in the chat: name, greetings and one colour, from which readable shades are computed.

Pure. A shop gives one colour and never thinks of contrast: every pair of text and ground made here reaches WCAG AA
(4.5) in the light and the dark scheme, whatever the colour. Formula:
https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

READABLE = 4.6  # WCAG AA asks for 4.5; the rest is for rounding to eight bits
READABLE_IN_THE_DARK = 6.5  # mixing with white also greys a colour; this much keeps small words on dark ground easy
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_DARK_SURFACE = (35, 38, 41)  # --surface of the dark scheme in chat.css
_DARK_GROUND = (22, 24, 26)  # --ground there

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class WebChatLook:
    """`greetings` by language ("en", "ru", "uk", "sl") stand above an empty conversation; `colour` is "#rrggbb"."""

    name: str
    greetings: Mapping[str, str] = field(default_factory=dict)
    colour: str = "#1f6f5c"

    def __post_init__(self) -> None:
        if not is_colour(self.colour):
            raise ValueError(f"colour must look like #1f6f5c, not {self.colour!r}")

    def greeting(self, language: str) -> str:
        return self.greetings.get(language) or self.greetings.get("en", "")

    @property
    def initials(self) -> str:
        """One or two letters for the avatar: "Pine & Kettle" is PK."""
        words = [word for word in self.name.split() if word[0].isalnum()]
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper() or "?"


def is_colour(text: str) -> bool:
    return _HEX.fullmatch(text) is not None


def stylesheet(colour: str) -> str:
    """The custom properties chat.css draws with, for both schemes."""
    shop = _rgb(colour)
    tint = _mix(shop, _WHITE, 0.92)
    light = _properties(shop, tint, _until_readable(shop, tint, _BLACK, READABLE))
    # A dark colour would sink into the dark ground: lift it until the bubble's edge can be seen.
    lifted = shop
    while _contrast(lifted, _DARK_GROUND) < 2.4:
        lifted = _mix(lifted, _WHITE, 0.05)
    dark_tint = _mix(lifted, _DARK_SURFACE, 0.86)
    dark = _properties(lifted, dark_tint, _until_readable(lifted, dark_tint, _WHITE, READABLE_IN_THE_DARK))
    return f":root {{{light}}}\n@media (prefers-color-scheme: dark) {{\n:root {{{dark}}}\n}}\n"


def _properties(fill: Rgb, tint: Rgb, text: Rgb) -> str:
    on_fill = _WHITE if _contrast(fill, _WHITE) >= READABLE else _BLACK
    named = {"accent": fill, "on-accent": on_fill, "accent-tint": tint, "accent-text": text}
    return " ".join(f"--{name}: {_hex(value)};" for name, value in named.items())


def _until_readable(colour: Rgb, ground: Rgb, toward: Rgb, target: float) -> Rgb:
    while _contrast(colour, ground) < target:
        colour = _mix(colour, toward, 0.06)
    return colour


def _mix(colour: Rgb, other: Rgb, share: float) -> Rgb:
    """`share` of `other` in `colour`; always at least one step nearer, so that loops over it end."""
    red, green, blue = (
        mine if mine == theirs else mine + (round((theirs - mine) * share) or (1 if theirs > mine else -1))
        for mine, theirs in zip(colour, other, strict=True)
    )
    return red, green, blue


def _contrast(one: Rgb, other: Rgb) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 12.92 if (part := value / 255) <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
