"""A message's options as Viber's keyboard, and as numbered lines where the keyboard does not show them in full. Pure.

A keyboard stands below the chat and belongs to the last message: the next one replaces it. So all options of a message are one keyboard.
The text of a button may hold HTML there, so angle brackets are replaced by their look-alikes.
https://developers.viber.com/docs/tools/keyboards/
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.layout import links, numbered, shorten
from bot.message import Button
from connectors.viber import limits
from connectors.viber.labels import label

COLOUR = "#EFEFF4"  # light in both of the app's schemes, under its black letters
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Board:
    """`keyboard` is None when there is nothing to press. `lines` hold what the keyboard has not, or not in full."""

    keyboard: Json | None
    lines: str = ""

    @property
    def size(self) -> int:
        return size(self.keyboard) if self.keyboard else 0


def board(options: Sequence[Button], addresses: Sequence[Button], *, first: int, asks_contact: bool, language: str) -> Board:
    """Lay out `options`, of which the first has the number `first`, then buttons with an address, then the one that shares a phone."""
    room = limits.KEYBOARD_ROWS - asks_contact
    plain = _plain_labels(options, room)
    explained = plain is None
    labels = plain if plain is not None else [shorten(f"{n}. {clean(b.title)}", limits.LABEL) for n, b in enumerate(options, first)]
    half = all(len(text) <= limits.HALF_LABEL for text in labels)
    shown = list(zip(options, labels, strict=True))[: room * (2 if half else 1)]
    rows = -(-len(shown) // 2) if half else len(shown)
    opened = [b for b in addresses if _opens(b)][: room - rows]
    while True:
        buttons = [*_replies(shown, half), *(_link(b) for b in opened), *([_share(language)] if asks_contact else [])]
        keyboard = {"Type": "keyboard", "DefaultHeight": False, "Buttons": buttons}
        if size(keyboard) <= limits.KEYBOARD_BYTES:
            break
        (opened or shown).pop()
    lines = [numbered(options, first)] if explained or len(shown) < len(options) else []
    lines.append(links([b for b in addresses if b not in opened]))
    return Board(keyboard if buttons else None, "\n".join(line for line in lines if line))


def clean(title: str) -> str:
    """A title in one line that no app takes for HTML."""
    return " ".join(title.split()).replace("<", "‹").replace(">", "›")


def size(part: Json) -> int:
    """Bytes it takes in a request."""
    return len(encoded(part))


def encoded(part: Json) -> bytes:
    """A request's body: compact, in UTF-8; halves of letters become question marks."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _plain_labels(options: Sequence[Button], room: int) -> list[str] | None:
    """The titles as they are, or None when they have to be explained: too long, too many, alike, empty, or with more to say."""
    labels = [clean(b.title) for b in options]
    half = all(len(text) <= limits.HALF_LABEL for text in labels)
    fits = len(labels) <= room * (2 if half else 1)
    whole = all(0 < len(text) <= limits.LABEL and text == b.title and not b.description for text, b in zip(labels, options, strict=True))
    return labels if fits and whole and len(set(labels)) == len(labels) else None


def _replies(shown: Sequence[tuple[Button, str]], half: bool) -> list[Json]:
    """Buttons that answer. Short ones stand two in a row; the last of an odd number takes the whole row."""
    last = len(shown) - 1
    return [
        _button("reply", b.payload or text, text, limits.COLUMNS // 2 if half and not (i == last and i % 2 == 0) else limits.COLUMNS)
        for i, (b, text) in enumerate(shown)
    ]


def _opens(button: Button) -> bool:
    """Whether a link can be a button and says all it has to say there."""
    url, title = button.url or "", clean(button.title)
    whole = title == button.title and 0 < len(title) <= limits.LABEL and not button.description
    return url.startswith(("https://", "http://")) and len(url) <= limits.BUTTON_URL and whole


def _link(button: Button) -> Json:
    return _button("open-url", button.url or "", button.title, limits.COLUMNS)


def _share(language: str) -> Json:
    """Shares the phone's number. The desktop app cannot and sends ActionBody as text instead, so it is the label: what the customer meant.

    Silent, as all our buttons: that is how its answer is told from a card of the address book (parse.py).
    """
    text = label(language, "share_phone")
    return _button("share-phone", text, text, limits.COLUMNS)


def _button(action: str, body: str, text: str, columns: int) -> Json:
    return {
        "Columns": columns,
        "Rows": 1,
        "ActionType": action,
        "ActionBody": body,
        "Text": text,
        "TextSize": "regular",
        "BgColor": COLOUR,
        "Silent": True,
    }
