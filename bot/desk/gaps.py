"""What customers ask for that nobody taught the bot: messages it did not understand, put together by matter.

Reads only. Names and everything of the form of personal data are left out before anything is compared or shown. What "not understood"
means is `understood.py`'s, the clustering `intents/suggest.py`'s; `bot/cli/learning.py` and the desk's page show it.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from bot.desk.masking import Blanking
from bot.desk.understood import reading
from bot.store import lessons as rows
from bot.store import view
from bot.store.store import Store
from bot.store.values import micros, moment
from intents.model import EXAMPLES
from intents.names import OUT_OF_SCOPE
from intents.rasa_format import read_all
from intents.suggest import Ordinary, Said, clusters

MOST = 20_000  # messages that are looked at, the newest
SHOWN = 3  # examples of each gap
ASKED = 20  # messages of a gap by which the nearest intent is found
NEAR = 0.35  # mean confidence from which on an intent is near

Nearest = Callable[[str], Sequence[tuple[str, float]]]
"""A text -> (intent, confidence) of every intent."""


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    language: str
    conversation: int


@dataclass(frozen=True, slots=True)
class Gap:
    """`words` name it; `before` and `since` count its messages in the two halves of the time; `nearest` is the intent most like it ("" when
    that was not asked), `likeness` how sure it would be."""

    words: tuple[str, ...]
    count: int
    share: float
    languages: dict[str, int]
    before: int
    since: int
    examples: tuple[Example, ...]
    nearest: str = ""
    likeness: float = 0.0

    @property
    def near(self) -> bool:
        return self.likeness >= NEAR


@dataclass(frozen=True, slots=True)
class Gaps:
    """`messages` were not understood in `days` days; `cut` when there were more than are looked at; the largest gap first."""

    days: int
    messages: int
    cut: bool
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    said: Said
    conversation: int


async def find_gaps(
    store: Store,
    now: datetime,
    *,
    days: int = 30,
    least: int = 3,
    language: str = "",
    nearest: Nearest | None = None,
    own: Sequence[Path] = (),
) -> Gaps:
    """Gaps of at least `least` messages; of one `language`, or of all together. `own` are the shop's own examples. Takes seconds, in
    threads."""
    since = now - timedelta(days=days)
    found = await store.read(lambda db: lost(db, micros(since), MOST + 1))
    chosen = [one for one in found[:MOST] if language in ("", one.said.language)]
    middle = now - timedelta(days=days) / 2
    gaps = await asyncio.to_thread(_gaps, chosen, middle, least, nearest, tuple(own))
    return Gaps(days, len(chosen), len(found) > MOST, gaps)


def lost(db: sqlite3.Connection, since: int, most: int = MOST) -> list[Lost]:
    """What was not understood since a time, the newest first: by the bot's own word, or by an agent's that it is nothing the shop does."""
    ids: set[int] = set()
    for trace in rows.traces_since(db, since):
        read = reading(trace)
        if read is not None and read[1].lost:
            ids.update(read[0] or ())
    meant = rows.meant_since(db, since)
    ids |= {each for each, intent in meant.items() if intent == OUT_OF_SCOPE}
    ids -= {each for each, intent in meant.items() if intent != OUT_OF_SCOPE}  # it is known what that was
    blanking = Blanking(tuple(view.names(db).values()))
    found = []
    for each in rows.words(db, sorted(ids, reverse=True)[:most]):
        if each.update.kind in rows.OWN_WORDS and each.update.text.strip():
            names = [name for name in (each.name, each.update.name) if name]
            text = blanking.text(each.update.text, names)
            found.append(Lost(Said(text, each.language, moment(each.at), each.id), each.conversation))
    return sorted(found, key=lambda one: -one.said.ref)


def _gaps(found: Sequence[Lost], middle: datetime, least: int, nearest: Nearest | None, own: tuple[Path, ...]) -> tuple[Gap, ...]:
    if not found:
        return ()
    where = {one.said.ref: one.conversation for one in found}
    gaps = []
    for cluster in clusters([one.said for one in found], ordinary(own), least=least):
        before, since = cluster.trend(middle)
        intent, likeness = _nearest([said.text for said in cluster.members[:ASKED]], nearest)
        examples = tuple(Example(said.text, said.language, where[said.ref]) for said in cluster.typical(SHOWN))
        count = len(cluster.members)
        gaps.append(Gap(cluster.words, count, count / len(found), cluster.languages, before, since, examples, intent, likeness))
    return tuple(gaps)


def _nearest(texts: Sequence[str], nearest: Nearest | None) -> tuple[str, float]:
    if nearest is None:
        return "", 0.0
    total: dict[str, float] = {}
    for text in texts:
        for intent, confidence in nearest(text):
            if intent != OUT_OF_SCOPE:
                total[intent] = total.get(intent, 0.0) + confidence
    best = max(total, key=lambda intent: (total[intent], intent), default="")
    return best, total[best] / len(texts) if best else 0.0


@lru_cache(maxsize=2)
def ordinary(own: tuple[Path, ...]) -> Ordinary:
    """What is usual in messages that are understood: counted once in a process, for it takes a second or two."""
    return Ordinary(example.text for example in read_all([EXAMPLES, *own]).examples)
