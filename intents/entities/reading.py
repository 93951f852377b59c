"""One message made ready for all finders: plain text of known offsets, its tokens, and one letter per token for its sense.

`Reading.text` is lower case, without diacritics, invisible characters and exotic digits, dashes or blanks, so that a pattern is
written once. `Reading.code` has one letter a token (`word_senses.py` says which), so that a grammar over words in four languages
is a short pattern: "after five", "после пяти" and "po petih" are all `An`. Finders answer in offsets of `text`; `place` turns them
into offsets of what was typed. No finder lives here. Neighbours: every finder.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from intents.entities.word_senses import PLAIN, Sense, sense_of
from intents.understanding import Entity

# Marks without a width, joiners, direction marks, the frame of keycap digits: copied along with numbers from other programs.
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u20e3\ufe00-\ufe0f\ufeff]")
_TOKEN: Final = re.compile(r"(\d{1,2}[:.]\d{2}(?![\d:]|\.\d))|(\d+)|((?<![^\W\d_])[ap]\.m\b|[^\W\d_]+(?:'[^\W\d_]+)*)|[^\s]")
_DIGIT: Final = re.compile(r"[0-9]")
_CLOCK, _DOTTED, _DIGITS, _TAKEN, _WORD = "1", "2", "d", " ", "_"
_PUNCTUATION: Final = frozenset(".,:;/-+#%&()!?")
_MOST: Final = 400  # tokens; nobody hides an order number behind more


class Item(NamedTuple):
    """A token, or number words that make one number. `value` as its sense says; minutes of the day for a clock."""

    kind: str
    value: int | str
    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Reading:
    """`starts` and `ends` hold, for each character of `text`, its place in what was typed; None when they are the same."""

    typed: str
    text: str
    items: tuple[Item, ...]
    code: str
    numbered: bool
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def has(self, kinds: frozenset[str]) -> bool:
        """Whether a token of any of these senses is there."""
        return not kinds.isdisjoint(self.code)

    def without(self, found: Iterable[Entity]) -> Reading:
        """With what was found made blank: same length, and of those tokens no sense is left."""
        text, code = self.text, list(self.code)
        spans = [(e.start, e.end) for e in found]
        if not spans:
            return self
        for start, end in spans:
            text = text[:start] + " " * (end - start) + text[end:]
            for at, item in enumerate(self.items):
                if item.start < end and start < item.end:
                    code[at] = _TAKEN
        return replace(self, text=text, code="".join(code))

    def entity(self, kind: str, value: str, first: int, last: int, score: float = 1.0, role: str = "") -> Entity:
        """An entity from the first to the last of these items."""
        return Entity(kind, value, self.items[first].start, self.items[last].end, score, role=role)

    def place(self, entity: Entity) -> Entity:
        """The same with offsets of what was typed."""
        if self.starts is None or self.ends is None:
            return entity
        return replace(entity, start=self.starts[entity.start], end=self.ends[entity.end - 1])


def read(typed: str) -> Reading:
    """Everything the finders share about one message."""
    text, starts, ends = plain_text(typed)
    items: list[Item] = []
    for match in _TOKEN.finditer(text):
        items.append(_item(match))
        if len(items) >= _MOST:
            break
    merged = _composed(items) if any(item.kind == "n" for item in items) else items
    code = "".join([item.kind for item in merged])
    return Reading(typed, text, tuple(merged), code, _DIGIT.search(text) is not None, starts, ends)


def plain_text(typed: str) -> tuple[str, Sequence[int] | None, Sequence[int] | None]:
    """The text the patterns are written for, and where its characters stood (None, None: where they stand)."""
    if typed.isascii():
        return typed.lower(), None, None
    starts = ends = None
    text = typed
    if _INVISIBLE.search(typed) or not unicodedata.is_normalized("NFC", typed):
        text, starts, ends = _joined(typed)
    low = text.lower()
    if len(low) != len(text):  # "İ" has two letters in lower case
        low = "".join(small if len(small := c.lower()) == 1 else c for c in text)
    return low.translate(PLAIN), starts, ends


def _joined(typed: str) -> tuple[str, list[int], list[int]]:
    """Letters with their marks as one character each, invisible ones gone."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, char in enumerate(typed):
        if _INVISIBLE.match(char):
            continue
        if out and unicodedata.combining(char):
            whole = unicodedata.normalize("NFC", out[-1] + char)
            out[-1], ends[-1] = whole if len(whole) == 1 else out[-1], at + 1
            continue
        out.append(char)
        starts.append(at)
        ends.append(at + 1)
    return "".join(out), starts, ends


def _item(match: re.Match[str]) -> Item:
    word = match[0]
    start, end = match.span()
    if match[3] is not None:
        sense: Sense | None = sense_of(word)
        return Item(sense[0], sense[1], start, end, word) if sense else Item(_WORD, "", start, end, word)
    if match[2] is not None:
        return Item(_DIGITS, int(word) if len(word) <= 12 and word.isdecimal() else -1, start, end, word)
    if match[1] is not None:
        hours, minutes = int(re.split("[:.]", word)[0]), int(word[-2:])
        clock = hours < 24 and minutes < 60
        return Item((_CLOCK if ":" in word else _DOTTED) if clock else _TAKEN, hours * 60 + minutes, start, end, word)
    sign = sense_of(word)
    return Item(sign[0], sign[1], start, end, word) if sign else Item(word if word in _PUNCTUATION else "~", "", start, end, word)


def _composed(items: list[Item]) -> list[Item]:
    """ "twenty five" is one number, "one zero zero two" are four."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item.kind != "n":
            out.append(item)
            at += 1
            continue
        value, upto = _number(items, at)
        last = items[upto - 1]
        word = item.word if upto == at + 1 else f"{item.word} {last.word}"
        out.append(Item("n", value, item.start, last.end, word))
        at = upto
    return out


def _number(items: list[Item], at: int) -> tuple[int, int]:
    """The number that begins here, and where it ends: thousands, hundreds, tens and units, each smaller than the one before."""
    value = int(items[at].value)
    room = _room(value)
    upto = at + 1
    while upto < len(items):
        step = upto
        if items[step].word in ("and", "-") and value >= 20 and step + 1 < len(items):
            step += 1
        following = items[step]
        if following.kind != "n":
            break
        more = int(following.value)
        if more in (100, 1000) and 0 < value < more and (following.word.startswith(("hundred", "thousand", "тыс", "тис", "tis", "tys"))):
            value, room = value * more, more
        elif 0 < more < room and (step == upto or more < 100):
            value, room = value + more, _room(more)
        else:
            break
        upto = step + 1
    return value, upto


def _room(value: int) -> int:
    """What may follow it inside one number is smaller than this."""
    if value >= 1000 and value % 1000 == 0:
        return 1000
    if value >= 100 and value % 100 == 0:
        return 100
    return 10 if value >= 20 and value % 10 == 0 else 0
