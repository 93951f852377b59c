"""What every renderer needs to fit a message into a platform: cutting text well, numbering options, making pages. Pure.

A renderer never loses an option or a word. Buttons become a list, then several pages of it, then numbered lines of text; the core
takes a number, a label or something near a label for a tap, so a numbered line is as good as a button. Sizes are counted by a
`Measure`, because platforms count characters, UTF-16 units or bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bot.message import Button, Card, Message

Measure = Callable[[str], int]

# Where a text may be cut, best first: between paragraphs, lines, sentences, parts of a sentence, words.
_SEAMS = tuple(re.compile(seam) for seam in (r"\n{2,}", r"\n", r"(?<=[.!?…])\s+", r"(?<=[,;:])\s+", r"\s+"))


def utf16(text: str) -> int:
    """Size in UTF-16 code units, as Telegram counts: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8(text: str) -> int:
    """Size in bytes."""
    return len(text.encode("utf-8", "surrogatepass"))


def split_text(text: str, limit: int, measure: Measure = len) -> list[str]:
    """The text in pieces of at most `limit`, cut at the best seam that leaves a piece at least a third full.

    Nothing but the white space at a seam is lost. A text without seams is cut between letters. Empty text is no piece.
    """
    pieces = []
    rest = text.strip()
    while rest and measure(rest) > limit:
        fits = _fitting(rest, limit, measure)
        cut, after = _seam(rest, fits)
        pieces.append(rest[:cut].rstrip())
        rest = rest[after:].lstrip()
    return [*pieces, rest] if rest else pieces


def shorten(text: str, limit: int, measure: Measure = len) -> str:
    """The text, or its beginning and "…" within `limit`; one line."""
    line = " ".join(text.split())
    if measure(line) <= limit:
        return line
    fits = _fitting(line, limit - measure("…"), measure)
    space = line.rfind(" ", fits // 2, fits + 1)
    return line[: space if space > 0 else fits].rstrip(" ,.;:-") + "…"


def pages(options: Sequence[Button], size: int) -> Iterator[tuple[Button, ...]]:
    """Options in groups of at most `size`, as even as they can be: 11 by 10 are 6 and 5, not 10 and 1."""
    count = -(-len(options) // size)
    for page in range(count):
        yield tuple(options[page * len(options) // count : (page + 1) * len(options) // count])


def numbered(options: Sequence[Button], first: int = 1) -> str:
    """Options as lines that can be answered with their number. The number is the option's place in `Message.options`."""
    lines = [f"{n}. {b.title}{f' ({b.description})' if b.description else ''}" for n, b in enumerate(options, first)]
    return "\n".join(lines)


def links(buttons: Sequence[Button]) -> str:
    """Buttons that lead to an address, as lines of text."""
    return "\n".join(f"{b.title}: {b.url}" for b in buttons if b.url)


def titles(options: Sequence[Button], limit: int, measure: Measure = len) -> list[str]:
    """A title within `limit` for each option, no two alike: those that would be are numbered."""
    short = [shorten(b.title, limit, measure) for b in options]
    if len(set(short)) == len(short) and all(short):
        return short
    return [shorten(f"{n}. {b.title}", limit, measure) for n, b in enumerate(options, 1)]


def card_text(card: Card) -> str:
    """A card's words."""
    return "\n".join(line for line in (card.title, card.subtitle) if line)


def worded(message: Message) -> str:
    """Everything of a message that can be said in words: text, cards, names of files, place, links. Options are left out."""
    place = message.location
    where = f"https://www.openstreetmap.org/?mlat={place.latitude}&mlon={place.longitude}" if place else ""
    lines = (
        message.text,
        *(card_text(card) for card in message.cards),
        *(media.alt or media.name or "" for media in message.media),
        *((place.label, where) if place else ()),
        links([*(b for card in message.cards for b in card.buttons), *message.buttons]),
    )
    return "\n".join(line for line in lines if line)


def _fitting(text: str, limit: int, measure: Measure) -> int:
    """How many letters from the start measure at most `limit`."""
    low, high = 0, min(len(text), limit)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= limit:
            low = middle
        else:
            high = middle - 1
    return low


def _seam(text: str, fits: int) -> tuple[int, int]:
    """Where the piece ends and where the next begins."""
    for seam in _SEAMS:
        best = None
        for found in seam.finditer(text, 0, min(len(text), fits + 2)):
            if found.start() <= fits:
                best = found
        if best is not None and best.start() * 3 >= fits:
            return best.start(), best.end()
    return max(1, fits), max(1, fits)
