"""Several wishes in one message: where it is parted, and whether the parts are wishes of their own.

Theory. "where is 1002 and can I return the mug?" asks for two things; "I ordered a kettle, it arrived broken and I want my money back"
tells one story. A wrong split is worse than a missed one, for it answers what nobody asked. So a message is parted only when

1. each part by itself is read surely (calibrated, from SURE on) as an intent of the shop that can stand alone: no small talk, no
   call for a person;
2. neighbours are different matters: a return and its refund, an order that is late and where it is, are one; or they are the same wish
   about different objects ("where are 1002 and 1003?");
3. both ask. What only tells stays with its neighbour, unless it is a trouble and the border says "also";
4. the whole is not surely read as a third thing.

Costs one more read of the model for each clause until two wishes are out of reach, and nothing but a search for borders where there
is none.
Neighbours: `clauses.py` finds the borders, `engine.py` calls `wishes_in`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from intents.clauses import Clause, clauses
from intents.entities.found import has_digits, word_set
from intents.folding import fold
from intents.model import SURE, Reading
from intents.names import INTENTS, SMALL_TALK
from intents.understanding import Entity, IntentScore, Wish

MOST: Final = 4  # wishes of one message; of more nobody keeps count, the customer included
_THIRD: Final = 0.9  # so sure of something else, the whole is that
_HINTED: Final = 0.05  # of the whole, at least this share for a wish that is merely named

# A person who is asked for gets everything; compliments and complaints are about something.
ALONE: Final = frozenset(INTENTS) - SMALL_TALK - {"human", "callback", "complaint", "praise"}
PEOPLE: Final = frozenset({"human", "callback"})
# Troubles are told, not asked for.
TROUBLES: Final = frozenset(
    {
        "delivery_late", "delivery_damaged", "delivery_missing", "payment_problem", "checkout_problem", "account_problem",
        "return_defective", "order_confirmation",
    }
)  # fmt: skip
# Intents in one line are one matter when they are said together.
MATTERS: Final = (
    frozenset({"order_status", "delivery_late", "delivery_missing", "delivery_time", "order_confirmation"}),
    frozenset(
        {
            "return_defective", "return_unsuitable", "return_policy", "exchange", "refund_status", "delivery_damaged",
            "delivery_missing", "complaint",
        }
    ),
    frozenset({"return_defective", "delivery_damaged", "warranty"}),
    frozenset({"cancel_order", "cancellation_fee", "refund_status"}),
    frozenset({"change_order", "exchange"}),
    frozenset({"payment_problem", "order_confirmation", "checkout_problem", "payment_methods", "refund_status"}),
    frozenset({"product_info", "product_availability", "product_price", "product_advice", "place_order"}),
    frozenset({"account_problem", "account_create", "account_change", "account_delete", "checkout_problem"}),
)  # fmt: skip
# Nuances of one wish: which of them it is may be unsure where the wish is not.
NUANCES: Final = (
    frozenset({"return_defective", "return_unsuitable", "return_policy"}),
    frozenset({"order_status", "delivery_late"}),
)
# The same of two objects is two wishes, because they are served one at a time.
EACH: Final = frozenset(
    {
        "order_status", "delivery_late", "order_confirmation", "cancel_order", "change_address", "invoice", "refund_status",
        "return_unsuitable", "return_defective", "return_policy", "exchange", "product_availability", "product_price", "product_info",
        "warranty",
    }
)  # fmt: skip
_COMPARED: Final = ("compar", "differ", "between", " vs", "better", "fit", "сравн", "разни", "отлич", "лучше", "подход", "порівн", "різни",
                    "відрізн", "краще", "підход", "підійд", "подойд", "primerj", "razlik", "boljš", "ustrez", "paše")  # fmt: skip
_ORDER: Final = {"en": "order", "ru": "заказ", "uk": "замовлення", "sl": "naročilo"}
_ORDER_STEMS: Final = ("order", "zakaz", "zamov", "naroc", "nr", "no", "num", "nomer", "stev")
_LITTLE_MORE: Final = 3  # words beside the object of "and the headlamp too?"
_BESIDE: Final = word_set(
    "the a an my too also for of order orders number no заказ заказа заказе для за и тоже ещё еще замовлення та теж також "
    "naročilo naročila naročilu številka tudi še pa za"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """Clauses that belong together. `objects` are order numbers and the products that may be meant."""

    clause: Clause
    intent: str
    confidence: float
    entities: tuple[Entity, ...]
    elliptic: bool = False

    @property
    def wish(self) -> bool:
        return bool(self.intent)

    def objects(self, kind: str) -> frozenset[str]:
        return frozenset(e.value for e in self.entities if e.kind == kind)


def wishes_in(
    text: str,
    language: str,
    whole: Reading,
    read: Callable[[str], Reading],
    pieces: Callable[[str], tuple[Entity, ...]],
) -> tuple[Wish, ...]:
    """The wishes of a message in their order; empty unless there are two or more.

    `read` and `pieces` look at a part by itself, for intents and for entities (products that may be meant among them). What proves who
    one is (email, phone) goes with every wish.
    """
    parted = clauses(text, language)
    if len(parted) < 2:
        return ()
    looks = _Looks(text, language, whole, read, pieces)
    found = [looks.filled(part) for part in _judged(parted, looks)]
    if sum(part.wish for part in found) < 2 or any(looks.calls_for_a_person(part.clause) for part in found):
        return ()
    parts = _together(text, _without_fillers(found), read)
    if len(parts) < 2 or _a_third_thing(whole, parts):
        return ()
    shared = tuple(e for part in found for e in part.entities if e.kind in ("email", "phone"))
    return tuple(_wish(text, part, parts[:at], shared) for at, part in enumerate(parts[:MOST]))


def _judged(parted: Sequence[Clause], looks: _Looks) -> list[_Part]:
    """The clauses as each is read by itself, without what is found in them. Empty as soon as two wishes are out of reach, because
    most messages of several clauses ask for one thing, and reading a part costs as much as reading the whole."""
    found: list[_Part] = []
    hopes = [looks.may_wish(clause) or (clause.asks and at > 0) for at, clause in enumerate(parted)]
    wishes = 0
    for at, clause in enumerate(parted):
        if wishes + sum(hopes[at:]) < 2:
            return []
        part = looks.judged(clause) if looks.may_wish(clause) else _Part(clause, "", 0.0, ())
        if found and found[-1].wish and found[-1].intent in EACH and clause.asks:
            found[-1], part = looks.filled(found[-1]), looks.filled(part)
            if _names_another(looks.text, part, found[-1]):
                part = replace(part, intent=found[-1].intent, confidence=found[-1].confidence, elliptic=True)
        wishes += part.wish
        found.append(part)
    return found


class _Looks:
    """The parts of one message, each looked at once and only when it matters."""

    def __init__(
        self,
        text: str,
        language: str,
        whole: Reading,
        read: Callable[[str], Reading],
        pieces: Callable[[str], tuple[Entity, ...]],
    ) -> None:
        self.text = text
        self._language, self._whole = language, whole
        self._read, self._pieces = read, pieces
        self._entities: dict[int, tuple[Entity, ...]] = {}  # by where the clause begins; offsets are the message's
        self._best: dict[int, IntentScore | None] = {}  # None: nothing sure of the shop

    def may_wish(self, clause: Clause) -> bool:
        """A single word is no wish of its own."""
        return len(self.text[clause.start : clause.end].split(None, 1)) > 1

    def filled(self, part: _Part) -> _Part:
        """With what is found in it."""
        return part if part.entities else replace(part, entities=self._found(part.clause))

    def calls_for_a_person(self, clause: Clause) -> bool:
        """Who then gets the whole."""
        best = self._sure(clause)
        return best is not None and best.name in PEOPLE

    def judged(self, clause: Clause) -> _Part:
        """A clause of two words or more as it is read by itself."""
        best = self._sure(clause)
        if best is None:
            return _Part(clause, "", 0.0, ())
        told = not clause.asks and best.name not in TROUBLES
        if clause.asks and not clause.plain and not clause.adds:  # "and the phone number": only named, so the whole must speak of it too
            told = not any(s.name == best.name and s.confidence >= _HINTED for s in self._whole.ranking)
        return _Part(clause, "", 0.0, ()) if best.name not in ALONE or told else _Part(clause, best.name, best.confidence, ())

    def _sure(self, clause: Clause) -> IntentScore | None:
        if clause.start not in self._best:
            said = self.text[clause.start : clause.end]
            if has_digits(said):
                said = _with_order(said, self._found(clause), self._language, clause.start)
            reading = self._read(said)
            best = _best(reading)
            self._best[clause.start] = best if best is not None and reading.in_scope and best.confidence >= SURE else None
        return self._best[clause.start]

    def _found(self, clause: Clause) -> tuple[Entity, ...]:
        known = self._entities.get(clause.start)
        if known is None:
            own = self._pieces(self.text[clause.start : clause.end])
            known = tuple([replace(e, start=e.start + clause.start, end=e.end + clause.start) for e in own])
            self._entities[clause.start] = known
        return known


def _best(reading: Reading) -> IntentScore | None:
    """The first of a ranking with the shares of those that are the same wish but for a nuance."""
    if not reading.ranking:
        return None
    first = reading.ranking[0]
    same = next((nuance for nuance in NUANCES if first.name in nuance), frozenset({first.name}))
    return IntentScore(first.name, sum(s.confidence for s in reading.ranking if s.name in same))


def _with_order(said: str, entities: tuple[Entity, ...], language: str, at: int) -> str:
    """ "where are 1002": a bare number that was found to be an order's is read as one. `at` is where `said` begins."""
    number = next((e for e in entities if e.kind == "order_number" and said[e.start - at : e.end - at].isdigit()), None)
    if number is None:
        return said
    said_before, number_on = said[: number.start - at], said[number.start - at :]
    if not said_before.rstrip()[-1:].isalpha():
        return said
    before = fold(said_before).split()
    if not before or any(before[-1].startswith(stem) for stem in _ORDER_STEMS):
        return said
    return f"{said_before}{_ORDER[language]} {number_on}"


def _names_another(text: str, part: _Part, before: _Part) -> bool:
    """ "... and the headlamp?": hardly more than another object of the wish before."""
    if before.intent not in EACH or not part.clause.asks or any(word in text.lower() for word in _COMPARED):
        return False
    named = [e for e in part.entities if e.kind in ("order_number", "sku")]
    if not named or not _differ(before, part):
        return False
    spans = {(e.start, e.end) for e in named}
    at = range(part.clause.start, part.clause.end)
    beside = "".join(" " if any(start <= i < end for start, end in spans) else text[i] for i in at).lower()
    words = re.findall(r"[^\W\d_]+", beside)
    return len(words) <= _LITTLE_MORE and (not part.wish or all(word in _BESIDE for word in words))


def _differ(one: _Part, other: _Part) -> bool:
    """Both name an object of one kind, and not the same."""
    pairs = [(one.objects(kind), other.objects(kind)) for kind in ("order_number", "sku")]
    return any(a and b and a.isdisjoint(b) for a, b in pairs) and not any(a & b for a, b in pairs)


def _without_fillers(found: list[_Part]) -> list[_Part]:
    """What is no wish goes with the wish before it; at the beginning, and where the next one points back at it, with the next."""
    parts: list[_Part] = []
    waiting: list[_Part] = []
    for at, part in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if part.wish:
            parts.append(_joined([*waiting, part], part))
            waiting = []
        elif parts and not waiting and not (part.clause.fresh and following and following.clause.points and not following.clause.fresh):
            parts[-1] = _joined([parts[-1], part], parts[-1])
        else:
            waiting.append(part)
    if waiting and parts:
        parts[-1] = _joined([parts[-1], *waiting], parts[-1])
    return parts


def _joined(all_of: list[_Part], main: _Part) -> _Part:
    first, last = all_of[0].clause, all_of[-1].clause
    clause = replace(
        main.clause,
        start=first.start,
        end=last.end,
        asks=main.clause.asks,
        adds=any(p.clause.adds for p in all_of[: all_of.index(main) + 1]),
    )
    return replace(main, clause=clause, entities=tuple(e for p in all_of for e in p.entities))


def _together(text: str, parts: list[_Part], read: Callable[[str], Reading]) -> list[_Part]:
    """Neighbours of one matter made one, read again as a whole."""
    merged: list[_Part] = []
    for part in parts:
        if merged and not all(_apart(before, part) for before in merged):
            if not _apart(merged[-1], part):
                joined = _joined([merged[-1], part], merged[-1])
                best = read(text[joined.clause.start : joined.clause.end]).ranking
                intent = best[0].name if best and best[0].name in (merged[-1].intent, part.intent) else merged[-1].intent
                merged[-1] = replace(joined, intent=intent)
                continue
            return []  # a matter that is come back to: nobody parts that well
        merged.append(part)
    return merged


def _apart(one: _Part, other: _Part) -> bool:
    """Two matters of their own."""
    if one.intent == other.intent:
        return one.intent in EACH and _differ(one, other) and (other.elliptic or (one.clause.asks and other.clause.asks))
    related = any(one.intent in matter and other.intent in matter for matter in MATTERS)
    both_ask = one.clause.asks and other.clause.asks
    if related:
        return both_ask and _differ(one, other)
    if both_ask:
        return True
    return (one.clause.asks or other.clause.asks) and (other.clause.adds or _differ(one, other))


def near(intent: str) -> frozenset[str]:
    """An intent and all that are one matter with it."""
    return frozenset({intent}).union(*(matter for matter in (*MATTERS, *NUANCES) if intent in matter))


def _a_third_thing(whole: Reading, parts: list[_Part]) -> bool:
    best = whole.ranking[0] if whole.ranking else None
    if best is None or best.confidence < _THIRD:
        return False
    return best.name not in SMALL_TALK and near(best.name).isdisjoint(part.intent for part in parts)


def _wish(text: str, part: _Part, before: list[_Part], shared: tuple[Entity, ...]) -> Wish:
    entities = part.entities
    if part.clause.points and before and not part.objects("order_number") and not part.objects("sku"):
        entities = (*entities, *(e for e in before[-1].entities if e.kind in ("order_number", "sku")))
    rest = tuple(e for e in shared if e not in entities)
    start, end = part.clause.start, part.clause.end
    while end < len(text) and text[end] in "?!":
        end += 1
    return Wish(part.intent, part.confidence, start, end, (*entities, *rest))
