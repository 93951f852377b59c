"""A message as the requests Viber takes, in their order. Pure; files are looked up through `Files`.

First the text, then pictures and files, cards, the place, and what the keyboard cannot say; the keyboard goes with the last. Neighbouring
texts become one, because every message outside a session is paid for. Receiver and sender are added when a part is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from bot.layout import Measure, card_text, links, split_text, utf16
from bot.message import Button, Card, Location, Media, Message
from connectors.viber import limits
from connectors.viber.board import Board, Json, board, encoded
from connectors.viber.cards import carousels
from connectors.viber.hosting import Files
from connectors.viber.labels import label

BUDGET = limits.REQUEST_BYTES - limits.ENVELOPE_BYTES - 500  # bytes for texts and keyboard; 500 for the names of the fields


def render(message: Message, files: Files) -> list[Json]:
    """The parts of a message, none of them empty; no part at all when it says nothing."""
    shown = carousels(message.cards, files) if message.cards else None
    laid = options_of(message, in_carousel=shown is not None)
    flow: list[str | Json] = [message.text]
    for media in message.media:
        flow += _media(media, files)
    if shown is not None:
        flow += shown
    else:
        for card in message.cards:
            flow += _card(card, files)
    if message.location is not None:
        flow += _location(message.location)
    flow.append(laid.lines)
    return _parts(flow, laid, message)


def options_of(message: Message, *, in_carousel: bool = False) -> Board:
    """The keyboard of a message, and what it cannot hold. Options of a carousel are in the carousel."""
    in_cards = [] if in_carousel else _card_options(message.cards)
    own = [b for b in message.buttons if b.url is None]
    return board(
        [*in_cards, *own],
        [b for b in message.buttons if b.url is not None],
        first=1 + len(message.options) - len(own) - len(in_cards),
        asks_contact=message.asks_contact,
        language=message.language,
    )


def _card_options(cards: Sequence[Card]) -> list[Button]:
    """The options of cards in the words of one keyboard: three times "Choose" would not say what is chosen."""
    options = [(b, card) for card in cards for b in card.buttons if b.url is None]
    alike = len({b.title for b, _ in options}) < len(options)
    return [replace(b, title=f"{b.title}: {card.title}") if alike and card.title else b for b, card in options]


def text_parts(text: str, budget: int = BUDGET) -> list[Json]:
    """A text as messages of at most `budget` bytes each."""
    return [{"type": "text", "text": piece} for piece in split_text(_whole(text), limits.TEXT, _measure(budget))]


def in_text(text: str, budget: int = BUDGET) -> bool:
    """Whether one message holds it."""
    return _measure(budget)(_whole(text)) <= limits.TEXT


def with_keyboard(part: Json, keyboard: Json) -> Json:
    return part | {"min_api_version": max(limits.KEYBOARD_API, part.get("min_api_version", 0)), "keyboard": keyboard}


def _measure(budget: int) -> Measure:
    """UTF-16 units, or bytes of JSON where those are scarcer: both limits are reached at `limits.TEXT`."""

    def measure(text: str) -> int:
        return max(utf16(text), ceil((len(encoded({"": text})) - 7) * limits.TEXT / budget))

    return measure


def _whole(text: str) -> str:
    """Halves of letters, which no platform takes, become question marks."""
    return text.encode("utf-8", "replace").decode()


@dataclass(slots=True)
class _Run:
    """Texts that follow each other."""

    lines: list[str]


def _parts(flow: Sequence[str | Json], laid: Board, message: Message) -> list[Json]:
    runs: list[_Run | Json] = []
    for item in flow:
        if not isinstance(item, str):
            runs.append(item)
        elif item.strip():
            last = runs[-1] if runs else None
            if isinstance(last, _Run):
                last.lines.append(item.strip())
            else:
                runs.append(_Run([item.strip()]))
    if not runs and laid.keyboard:
        runs.append(_Run([asking(message)]))
    parts: list[Json] = []
    for place, run in enumerate(runs, 1):
        budget = BUDGET - (laid.size if place == len(runs) else 0)
        parts += text_parts("\n\n".join(run.lines), budget) if isinstance(run, _Run) else [run]
    if laid.keyboard and parts:
        parts[-1] = with_keyboard(parts[-1], laid.keyboard)
    return parts


def asking(message: Message) -> str:
    """What stands above a keyboard that came without words: Viber takes no message without a text."""
    return label(message.language, "give_phone" if message.asks_contact and not message.options else "choose")


def _media(media: Media, files: Files) -> list[str | Json]:
    found = files(media.url)
    words = media.alt or media.name or ""
    if found is None:
        return [words]
    if media.kind == "image" and found.is_picture:
        return _picture(found.url, words)
    if media.kind == "file" and found.is_file:
        file = {"type": "file", "media": found.url, "size": found.size, "file_name": found.name}
        return [words, file] if words != found.name else [file]
    return [f"{words}: {found.url}" if words else found.url]


def _picture(url: str, words: str) -> list[str | Json]:
    """The picture with its words as a caption, or before it when they are too many."""
    caption = _whole(words.strip())
    if utf16(caption) <= limits.CAPTION:
        return [{"type": "picture", "media": url, "text": caption}]
    return [words, {"type": "picture", "media": url, "text": ""}]


def _card(card: Card, files: Files) -> list[str | Json]:
    addresses = links(card.buttons)
    words = "\n".join(line for line in (card_text(card), addresses) if line)
    found = files(card.picture.url) if card.picture else None
    if found is None or not found.is_picture:
        return [words]
    return _picture(found.url, words)


def _location(place: Location) -> list[str | Json]:
    point: dict[str, Any] = {"lat": place.latitude, "lon": place.longitude}
    return [place.label, {"type": "location", "location": point}]
