"""A Message as WhatsApp messages, in order. Pure; the numbers are in `limits.py`, the words of the connector in `labels.py`.

Up to three short options are quick replies, up to thirty are lists of ten, more are numbered lines. A menu always carries the same menu
as plain text (`Menu.plain`), one message too, for when WhatsApp does not take the menu: then nothing is lost and no part is counted
differently. What does not fit a button stands in full in the text above it, with the option's number.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.layout import card_text, links, numbered, pages, shorten, split_text, titles, utf16
from bot.message import Button, Location, Media, Message
from connectors.whatsapp import limits
from connectors.whatsapp.labels import Labels, labels
from connectors.whatsapp.media import Placed

Place = Callable[[Media], Placed]
NO_DESCRIPTION = "·"  # WhatsApp takes no empty description, and rows of one list all have one or none has
_MAP = "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}"


@dataclass(frozen=True, slots=True)
class Text:
    body: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Any file WhatsApp shows. `body` is its caption and may be empty."""

    url: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map; `action` is Twilio's spelling of it."""

    body: str
    action: str


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    payload: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """Quick replies when `button` is empty, else a list that the button opens. `plain` is the same as text."""

    body: str
    rows: tuple[Row, ...]
    button: str
    plain: str

    @property
    def described(self) -> bool:
        return any(row.description for row in self.rows)


Part = Text | Picture | Pin | Menu


def render(message: Message, place: Place) -> tuple[Part, ...]:
    """The parts of a message; none when it holds nothing at all. The same message always gives the same parts."""
    words = labels(message.language)
    written = _Written(place, words)
    options = _options(message)
    # The question stands next to its options. Only a row of several cards would part them, so there the text goes first.
    text_last = bool(options) and len(message.cards) <= 1
    caption_of_one = _only_picture(message, options)
    if not text_last and not caption_of_one:
        written.say(message.text)
    for card in message.cards:
        said = _lines(card_text(card), links(card.buttons))
        if card.picture is None:
            written.say(said)
        else:
            written.show(replace(card.picture, alt=""), said)
    for media in message.media:
        alt = "" if media.alt in message.text and caption_of_one else media.alt
        written.show(media, _lines(message.text if caption_of_one else "", alt))
    if message.location is not None:
        written.pin(message.location)
    if text_last:
        written.say(message.text)
    written.say(links(message.buttons))
    if options:
        written.offer(options)
    written.flush()
    return tuple(written.parts)


class _Written:
    """Parts so far, and words that wait for what comes next: a menu takes them as its text, anything else makes them a message."""

    def __init__(self, place: Place, words: Labels) -> None:
        self.parts: list[Part] = []
        self._place = place
        self._words = words
        self._waiting: list[str] = []
        self._pictures = 0

    def say(self, text: str) -> None:
        text = clean(text)
        if text:
            self._waiting.append(text)

    def flush(self) -> None:
        text, self._waiting = "\n\n".join(self._waiting), []
        self.parts += [Text(piece) for piece in split_text(text, limits.TEXT, utf16)]

    def show(self, media: Media, caption: str) -> None:
        """A picture or file with its words, as a message of its own when WhatsApp takes it, else as words and a link."""
        placed, caption = self._place(media), clean(caption)
        if placed.sendable is None or self._pictures >= limits.MOST_PICTURES:
            self.say(_lines(caption or clean(media.name or "") or self._words.file, placed.link or ""))
            return
        self._pictures += 1
        # WhatsApp shows no caption with recordings and documents, and only a short one with the rest.
        if media.kind not in ("image", "video") or utf16(caption) > limits.CAPTION:
            self.say(_lines(caption, clean(media.name or "") if media.kind == "file" else ""))
            caption = ""
        self.flush()
        self.parts.append(Picture(placed.sendable, caption))

    def pin(self, place: Location) -> None:
        label = " ".join(clean(place.label).split())
        if not (math.isfinite(place.latitude) and abs(place.latitude) <= 90 and abs(place.longitude) <= 180):
            self.say(label)
            return
        where = f"{place.latitude:.6f},{place.longitude:.6f}"
        if utf16(label) > limits.LOCATION_LABEL or "|" in label:
            self.say(label)
            label = ""
        self.flush()
        self.parts.append(Pin(label or where, f"geo:{where}" + (f"|{label}" if label else "")))

    def offer(self, options: Sequence[Button]) -> None:
        shown = _rows(options)
        if shown is None:
            self.say(numbered([replace(o, title=clean(o.title), description=clean(o.description or "")) for o in options]))
            return
        rows, overflowing = shown
        self.say("\n".join(overflowing))
        if len(rows) <= limits.QUICK_REPLIES and not any(row.description for row in rows) and _fit_a_button(rows):
            self._menu(rows, 1, "", self._words.choose)
            return
        groups, first = list(pages(options, limits.LIST_ITEMS)), 0
        for n, group in enumerate(groups, 1):
            head = self._words.choose if n == 1 else self._words.more.format(n=n, count=len(groups))
            self._menu(rows[first : first + len(group)], first + 1, self._words.open_list, head)
            first += len(group)

    def _menu(self, rows: Sequence[Row], first: int, button: str, head: str) -> None:
        lines = numbered([Button(row.title, "", row.description or None) for row in rows], first)
        # Short enough that text and numbered lines are one plain message, should the menu not be taken.
        longest = min(limits.BODY, limits.TEXT - utf16(lines) - 1)
        *before, body = split_text("\n\n".join(self._waiting), longest, utf16) or [head]
        if "{{" in body or "}}" in body:  # Twilio would look for a variable there
            before, body = [*before, body], head
        self._waiting = []
        self.parts += [Text(piece) for piece in before]
        self.parts.append(Menu(body, tuple(rows), button, f"{body}\n{lines}"))


def _options(message: Message) -> tuple[Button, ...]:
    """The options in the order of `Message.options`; those of several cards say whose they are."""
    if len(message.cards) <= 1:
        return message.options
    of_cards = [
        replace(b, description=": ".join(w for w in (clean(card.title), b.description or "") if w))
        for card in message.cards
        for b in card.buttons
        if b.url is None
    ]
    return (*of_cards, *(b for b in message.buttons if b.url is None))


def _rows(options: Sequence[Button]) -> tuple[list[Row], list[str]] | None:
    """Rows of a list, and numbered lines for what does not fit them. None when they cannot be tapped and must be lines."""
    payloads = [o.payload for o in options]
    if len(options) > limits.MOST_LISTED or len(set(payloads)) < len(payloads) or not all(map(_tappable, payloads)):
        return None
    options = [replace(o, title=" ".join(clean(o.title).split()), description=clean(o.description or "")) for o in options]
    if any("{{" in w or "}}" in w for o in options for w in (o.title, o.description or "")):
        return None
    short = titles(options, limits.LIST_ITEM, utf16)
    if len({s.casefold() for s in short}) < len(short) or not all(short):
        return None
    rows, lines = [], []
    for n, (option, title) in enumerate(zip(options, short, strict=True), 1):
        whole = title == option.title or title == f"{n}. {option.title}".strip()
        more = ": ".join(w for w in ("" if whole else option.title, " ".join((option.description or "").split())) if w)
        shown = shorten(more, limits.LIST_DESCRIPTION, utf16)
        rows.append(Row(title, option.payload, shown))
        if shown != more:
            lines.append(numbered([option], n))
    return rows, lines


def _tappable(payload: str) -> bool:
    """Whether WhatsApp carries the payload and gives it back unchanged."""
    plain = payload.isprintable() and payload == clean(payload) and "{{" not in payload and "}}" not in payload
    return bool(payload) and plain and utf16(payload) <= limits.OPTION_ID


def _fit_a_button(rows: Sequence[Row]) -> bool:
    return all(utf16(row.title) <= limits.QUICK_REPLY_TITLE for row in rows)


def _only_picture(message: Message, options: Sequence[Button]) -> bool:
    """Whether the text can be the caption of the one picture there is: one message instead of two."""
    if options or message.cards or message.location or len(message.media) != 1 or not message.text.strip():
        return False
    return message.media[0].kind == "image" and utf16(_lines(message.text, message.media[0].alt)) <= limits.CAPTION


def clean(text: str) -> str:
    """Text as it can be sent: no half characters, no NUL."""
    return text.encode("utf-8", errors="replace").decode().replace("\0", "").strip()


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
