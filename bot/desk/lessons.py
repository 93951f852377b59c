"""What a customer's message meant, said by an agent: the bot's teachers at the desk.

A lesson changes nothing of the running conversation. It is kept beside the message, seen by every agent, changed or taken back by any,
and exported for training by a person (`lesson_file.py`). Rows are `bot/store/lessons.py`'s.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime

from bot.desk.events import Events
from bot.desk.gaps import Gaps, find_gaps
from bot.desk.understood import understood
from bot.desk.values import Agent, Changed, NothingThere
from bot.store import lessons as rows
from bot.store import upkeep
from bot.store.store import Store
from bot.store.values import micros
from intents.names import INTENTS


class NoSuchIntent(ValueError):
    """Nothing that customers want has this name."""


class Lessons:
    def __init__(self, store: Store, now: Callable[[], datetime], events: Events) -> None:
        self._store = store
        self._now = now
        self._events = events

    async def teach(self, message: int, agent: Agent, meant: str) -> None:
        """Say what a customer's message meant: an intent, out_of_scope for none of them, or the one the bot saw, if that was right.

        Takes the place of what anybody said of it before. Raises NothingThere (no such message, or no words in it), NoSuchIntent.
        """
        if meant not in INTENTS:
            raise NoSuchIntent(meant)
        at = self._now()

        def job(db: sqlite3.Connection) -> int:
            found = rows.message(db, message)
            if found is None or found[1].kind not in rows.OWN_WORDS or not found[1].text.strip():
                raise NothingThere
            conversation = found[0]
            seen = understood([message], rows.answers(db, conversation, message)).get(message)
            known, score = (seen.intent, round(1000 * seen.score)) if seen is not None else ("", None)
            rows.put(db, rows.LessonRow(message, conversation, known, score, meant, agent.id, micros(at)))
            what = f"conversation:{conversation} message:{message} {known or '?'} -> {meant}"
            upkeep.log(db, micros(at), f"agent:{agent.id}", "teach", what)
            return conversation

        self._events.tell(Changed(await self._store.write(job), "lesson", message, agent.id, at))

    async def gaps(self, days: int, language: str = "") -> Gaps:
        """What customers asked for in these days that nobody taught the bot. Takes seconds."""
        return await find_gaps(self._store, self._now(), days=days, language=language)

    async def take_back(self, message: int, agent: Agent) -> None:
        """As if nobody had said what the message meant. What was exported before stays where it was written to. Raises NothingThere."""
        at = self._now()

        def job(db: sqlite3.Connection) -> int:
            found = rows.message(db, message)
            if found is None or not rows.remove(db, message):
                raise NothingThere
            upkeep.log(db, micros(at), f"agent:{agent.id}", "unteach", f"conversation:{found[0]} message:{message}")
            return found[0]

        self._events.tell(Changed(await self._store.write(job), "lesson", message, agent.id, at))
