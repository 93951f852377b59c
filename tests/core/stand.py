"""A stand on which one flow is played without a store: the journal of each turn is the beginning of the next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import msgspec

from bot.conversation import Frame
from bot.journal import Entry, Journal, Kind, Source
from bot.runner import play
from bot.slots import SLOTS, Option
from bot.talk import Known, Talk
from bot.texts import Voice
from bot.world import Played, World
from intents.understanding import Tone
from tests.core.fakes import NOON, FakeDeeds, FakeGate, FakeShop, house, words

FlowFunction = Callable[[Talk, Any], Awaitable[None]]


@dataclass(slots=True)
class Stand:
    """One run of one flow, played turn by turn without a store: the journal of each turn is the start of the next."""

    function: FlowFunction
    shop: FakeShop = field(default_factory=FakeShop)
    deeds: FakeDeeds = field(default_factory=FakeDeeds)
    gate: FakeGate = field(default_factory=FakeGate)
    frame: Frame = field(default_factory=lambda: Frame("r.1", "trial", "trial"))
    proofs: tuple[str, ...] = ()
    name: str | None = None
    tone: Tone = Tone.CALM
    offer_person: bool = False
    nested: bool = False
    now: datetime = NOON
    last: Played | None = None

    async def play(self, again: str = "") -> list[str]:
        """Replay; returns what was said, and keeps the journal."""
        known = Known(
            name=self.name,
            language="en",
            tone=self.tone,
            now=self.now,
            timezone="Europe/Ljubljana",
            focus={},
            proofs=self.proofs,
            said=self.frame.said,
            intent=self.frame.intent,
            hints=self.frame.hints,
            nested=self.nested,
            house=house(),
            files=self.frame.files,
        )
        voice = Voice("en", name=self.name, timezone="Europe/Ljubljana", now=self.now)
        world = World(words(), voice, self.shop, self.deeds, self.gate, "7", lambda: NOON + timedelta(minutes=30), self.offer_person)
        self.last = await play(self.frame, self.function, known, world, again=again)
        self.frame = self.last.frame
        return [o.message.text for o in self.last.outputs]

    async def answers(self, value: Any) -> list[str]:
        """Answer the open question and replay."""
        question = self.frame.open
        assert question is not None, "no question is open"
        slot = SLOTS[question.slot]
        kind = Kind.CONFIRM if question.kind == "confirm" else Kind.ASK
        pairs = tuple((o.value, o.title) for o in question.options)
        recorded = True if question.kind == "confirm" else value
        entry = Entry(question.key, kind, recorded, question.basis, Source.CUSTOMER, slot.name, slot.sensitive, pairs)
        self.frame = replace(self.frame, journal=self.frame.journal.put(entry))
        return await self.play()

    def stored(self) -> None:
        """The journal through JSON, as a restart sees it."""
        self.frame = msgspec.json.decode(msgspec.json.encode(self.frame), type=Frame)

    @property
    def journal(self) -> Journal:
        return self.frame.journal

    @property
    def status(self) -> str:
        assert self.last is not None
        return self.last.status

    @property
    def options(self) -> tuple[Option, ...]:
        return self.frame.open.options if self.frame.open else ()
