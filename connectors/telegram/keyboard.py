"""Buttons below a message: which can be tapped, which become words, how many fit. Pure.

A button whose title is shortened, or that has a description, also stands in the text under its number: the number is the option's place in
`Message.options`, which the core takes for a tap. One whose payload or link Telegram would not take stands there only.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from bot.layout import numbered, shorten, split_text, utf8, utf16
from bot.message import Button
from connectors.telegram import limits
from connectors.telegram.labels import word

Row = list[dict[str, str]]

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# What Telegram strips or takes for empty beside white space and what cannot be seen (tdlib's clean_input_string).
_BLANK = frozenset("\u2800\ufffc\u3164\u115f\u1160\uffa0")


@dataclass(frozen=True, slots=True)
class Block:
    """Words with the buttons that belong to them. `first` is the place of its first option among the message's."""

    text: str
    buttons: tuple[Button, ...] = ()
    first: int = 1


@dataclass(frozen=True, slots=True)
class Tap:
    shown: str
    button: Button

    def as_json(self) -> dict[str, str]:
        what = {"callback_data": self.button.payload} if self.button.url is None else {"url": self.button.url}
        return {"text": self.shown} | what


def tidy(text: str) -> str:
    """The text as Telegram will show it: no control signs, no half characters, nothing around it; "" when there is nothing to see."""
    if text.isprintable():  # most titles: neither controls nor line ends nor halves are in it
        clean = text.strip()
    else:
        clean = text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
        clean = _CONTROLS.sub("", clean).strip()
    return clean if any(unicodedata.category(c)[0] in "LNPS" and c not in _BLANK for c in clean) else ""


def texts_of(text: str, limit: int = limits.TEXT) -> list[str]:
    """The text in pieces Telegram takes."""
    return [piece for piece in map(tidy, split_text(tidy(text), limit, utf16)) if piece]


def with_buttons(block: Block, language: str) -> tuple[str, list[dict[str, Any]]]:
    """The block's full text, and its keyboards: one for each message it takes."""
    numbers = _numbers(block)
    taps = _taps(block, numbers)
    lines = [_line(button, number, tap) for button, number, tap in zip(block.buttons, numbers, taps, strict=True)]
    text = "\n\n".join(part for part in (tidy(block.text), tidy("\n".join(line for line in lines if line))) if part)
    can = [tap for tap in taps if tap is not None]
    if can and not text:
        text = word(language, "choose")
    return text, [{"inline_keyboard": _rows(page)} for page in _pages(can)]


def _numbers(block: Block) -> list[int]:
    """For each button the number it can be answered with; a link has that of the option after it, which nobody sees."""
    numbers, next_one = [], block.first
    for button in block.buttons:
        numbers.append(next_one)
        next_one += button.url is None
    return numbers


def _taps(block: Block, numbers: Sequence[int]) -> list[Tap | None]:
    """For each button how it is shown; None when it cannot be tapped."""
    can = [button for button in block.buttons if _tappable(button)]
    shown = [shorten(tidy(button.title), limits.TITLE, utf16) for button in can]
    if len({*shown}) == len(shown) and all(shown):
        fitting = iter(shown)
        return [Tap(next(fitting), button) if _tappable(button) else None for button in block.buttons]
    return [  # two alike could not be told apart, so the options have their numbers
        Tap(shorten(_distinct(button, number), limits.TITLE, utf16), button) if _tappable(button) else None
        for button, number in zip(block.buttons, numbers, strict=True)
    ]


def _distinct(button: Button, number: int) -> str:
    title = tidy(button.title)
    return f"{number}. {title}" if button.url is None else title or button.url


def _tappable(button: Button) -> bool:
    if button.url is not None:
        return _good_link(button.url)
    data = button.payload
    return 1 <= utf8(data) <= limits.CALLBACK_BYTES and data == data.encode("utf-8", "replace").decode() and "\0" not in data


def _good_link(url: str) -> bool:
    """Whether Telegram takes it for a button: a public web address. `localhost` is refused, and so is what is no address."""
    if utf8(url) > limits.URL or not url.isascii() or not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    labels = host.split(".")
    return parts.scheme in ("http", "https") and len(labels) > 1 and all(label.replace("-", "").isalnum() for label in labels)


def _line(button: Button, number: int, tap: Tap | None) -> str:
    """What must be said about a button in the text; "" when the button itself says it all."""
    title, description = " ".join(tidy(button.title).split()), tidy(button.description or "")
    if tap is not None and title in tap.shown and not description:
        return ""
    if button.url is None:
        return numbered([replace(button, title=title, description=description)], number)
    about = f"{title} ({description})" if description else title
    return about if tap is not None else f"{about}: {button.url}"


def _pages(taps: Sequence[Tap]) -> list[Sequence[Tap]]:
    """Taps in groups, as even as can be, that fit one message by number and by weight."""
    size = limits.BUTTONS
    while True:
        count = -(-len(taps) // size)
        found = [taps[page * len(taps) // count : (page + 1) * len(taps) // count] for page in range(count)]
        if size == 1 or all(weight(_rows(page)) <= limits.KEYBOARD_BYTES for page in found):
            return found
        size = max(1, size * 3 // 4)


def weight(rows: Sequence[Row]) -> int:
    """Bytes of a keyboard as JSON."""
    return utf8(json.dumps({"inline_keyboard": rows}, ensure_ascii=False, separators=(",", ":")))


def _rows(taps: Sequence[Tap]) -> list[Row]:
    """One button a row, two where all are short."""
    wide = 2 if all(utf16(tap.shown) <= limits.SHORT_TITLE for tap in taps) else 1
    return [[tap.as_json() for tap in taps[start : start + wide]] for start in range(0, len(taps), wide)]
