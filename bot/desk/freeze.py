"""A conversation as a test transcript (tests/chat.py), with everything that could name a person replaced. Pure.

Theory. Two nets, one behind the other. What is *known* of the customer (names, addresses, order and parcel numbers, `Known`) is replaced
wherever it stands, in its inflected forms too. What nobody knows of is found by its form: e-mails, links, bank accounts, phones, cards,
parcel and order numbers, streets, and names after words by which people give them. One pass over each text, leftmost first, so that
nothing is replaced twice; the same thing becomes the same stand-in throughout a transcript. Stand-ins are the demo shop's own: its first
orders are Ana Novak's, so that a frozen talk about orders finds some. When in doubt it is replaced: a transcript that reads oddly does no
harm. A name that nobody knows and nobody introduces cannot be told from another word, so what is frozen is read before it is shared.

What the bot said of days, hours, parcels and addresses is left open ("..."): it depends on the day and on the shop. Private notes are left
out; what agents said stands in comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from bot.desk.stand_ins import KEPT, SHAPES, StandIns, kind_of, name_pattern
from bot.desk.values import ThreadLine
from bot.message import Message
from intents.entities.calendar_words import MONTH_PATTERN

_GAP = " ... "
LONG_AGO = timedelta(hours=1)  # a pause that is worth a "later:" line

_TIMES = re.compile(
    rf"\d{{1,2}}\.?\s+(?:{MONTH_PATTERN})\w*\.?(?:\s+\d{{4}})?(?:\s*\([^)]{{1,5}}\))?|(?:{MONTH_PATTERN})\w*\s+\d{{1,2}}\b(?:,?\s+\d{{4}})?"
    r"|\b\d{1,2}[.:]\d{2}\b(?!\s?(?:€|\$|EUR|l\b|л\b))|\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?|\b\d{4}-\d{2}-\d{2}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known to be personal in a conversation. `names` and `agents` are whole names; `others` are replaced as parcel numbers are."""

    names: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def freeze(lines: Iterable[ThreadLine], known: Known | None = None, *, title: str = "") -> str:
    """The transcript. `title` is its first comment."""
    mask = Mask(known or Known())
    written = [f"# {mask.text(title)}"] if title else []
    if known is not None and known.names:
        written.append("# name: Ana")
    last: datetime | None = None
    for line in lines:
        if last is not None and line.kind == "customer" and line.at - last >= LONG_AGO:
            written.append(f"# later: {(line.at - last) // timedelta(minutes=1)} minutes")
        last = line.at if line.kind != "note" else last
        written += _lines(line, mask)
    return "\n".join(written) + "\n"


def _lines(line: ThreadLine, mask: Mask) -> Iterator[str]:
    match line.kind:
        case "customer":
            text = mask.text(line.message.text)
            if line.attachments:
                yield f"> (photo) {text}".rstrip()
            elif line.pressed:
                yield f"> [{_unbracketed(text)}]"
            elif text:
                yield f"> {_unbracketed(text) if text.startswith('[') else text}"
        case "bot" if line.state != "void":
            said = _opened(" ... ".join(mask.text(_TIMES.sub(_GAP, part), opened=True) for part in _parts(line.message)))
            if said.strip(" ."):
                yield f"< {_unbracketed(said) if said.startswith('[') else said}"
            titles = [_unbracketed(mask.text(button.title)) for button in line.message.options]
            if titles:
                yield "< " + " ".join(f"[{title}]" for title in titles)
        case "agent":
            yield f"# an agent: {mask.text(line.message.text)}"
        case "move":
            yield f"# ({line.action.replace('_', ' ')})"


def _parts(message: Message) -> list[str]:
    """Every word of a message, as tests/chat.py reads it."""
    cards = [part for card in message.cards for part in (card.title, card.subtitle)]
    return [part for part in (*cards, message.text, *(m.alt for m in message.media)) if part.strip()]


def _opened(text: str) -> str:
    """Gaps beside each other as one."""
    return " ".join(re.sub(r"(?:\.\.\.\s*){2,}", "... ", text).split())


def _unbracketed(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")


class Mask:
    """Replaces within one transcript, the same by the same. `stand_ins` of one's own for other texts than transcripts."""

    def __init__(self, known: Known, stand_ins: StandIns | None = None) -> None:
        self._stand_ins = stand_ins or StandIns()
        own = {
            "known_name": "|".join(name_pattern(name) for name in _longest(known.names)),
            "known_agent": "|".join(name_pattern(name) for name in _longest(known.agents)),
            "known_address": "|".join(_spaced(each) for each in _longest(known.addresses)),
            "known_order": "|".join(rf"(?<!\w){_spaced(each)}(?!\w)" for each in _longest(known.orders)),
            "known_other": "|".join(rf"(?<!\w){_spaced(each)}(?!\w)" for each in _longest(known.others)),
        }
        # Where a known thing and a shape begin at one place, the shape of a thing that may hold the other goes first.
        first = {name: SHAPES[name] for name in ("email", "link", "iban")}
        # The rest in its order: an address holds names and numbers, a phone holds what could be an order's number.
        after = {name: shape for name, shape in SHAPES.items() if name not in first}
        groups = {**first, **own, **KEPT, **after}
        self._pattern = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in groups.items() if shape), re.IGNORECASE)

    def text(self, text: str, *, opened: bool = False) -> str:
        """On one line, with stand-ins; `opened` leaves out all but names and orders, for what else the bot says the shop knows."""
        return " ".join(self._pattern.sub(lambda found: self._one(found, opened), " ".join(text.split())).split())

    def _one(self, found: re.Match[str], opened: bool) -> str:
        shape = found.lastgroup or ""
        if shape in KEPT:
            return found[0]
        head = ""  # words that stay: "my name is", "order no."
        if shape == "introduced":
            head = found["words_before"] or found["words_of"]
        elif shape == "numbered":
            head = found["number_words"]
        if opened and kind_of(shape) not in ("name", "agent", "order"):
            return f"{head}{_GAP}"
        return head + self._stand_ins.of(shape, found[0][len(head) :])


def _longest(values: Sequence[str]) -> list[str]:
    whole = {" ".join(v.split()) for v in values}
    return sorted((v for v in whole if len(v) > 1), key=len, reverse=True)


@lru_cache(maxsize=256)
def _spaced(value: str) -> str:
    """A known value whatever stands between its words."""
    return r"[\s,]+".join(re.escape(word) for word in re.split(r"[\s,]+", value) if word)
