"""Everything the tests of the core stand on: small fakes that remember, in one place.

A clock that is moved by hand, a shop with a few orders, an engine that understands what it was taught, a channel that keeps what
it was given, wording of our own, and `Booth`: one conversation on a store in memory. No flow of the shop's is used here.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.connector import Connector, Delivery, Pace, Sent
from bot.conversation import State
from bot.fallbacks import FALLBACKS
from bot.flow import Flow
from bot.heard import Heard
from bot.house import Hours, House
from bot.message import Button, Message
from bot.reception import Reception
from bot.shop import Done, ShopRefused, ShopUnavailable
from bot.stage import Stage
from bot.store.store import MEMORY, Store
from bot.store.values import Taken
from bot.texts import Texts
from bot.turn import Engine, Turns
from bot.update import Attachment, Update, UpdateKind
from intents.understanding import LANGUAGES, Entity, IntentScore, Tone, Understanding
from tests.core.small_flows import FLOWS

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)  # a Wednesday; 13:00 in Ljubljana


@lru_cache(maxsize=1)
def words_folder() -> Path:
    """A folder as `bot.texts.Texts` reads it: words.ftl in four languages."""
    folder = Path(tempfile.mkdtemp(prefix="words-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    wording = Path(__file__).with_name("words.ftl").read_text("utf-8").splitlines()
    for language in LANGUAGES:
        lines = [_marked(line, language) for line in wording]
        (folder / f"{language}.ftl").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def _marked(line: str, language: str) -> str:
    """A message of another language says so: "[ru] Which item?"; attributes stay, so that buttons are the same."""
    if language == "en" or line.startswith(" ") or " = " not in line:
        return line
    key, text = line.split(" = ", 1)
    return f"{key} = ({language}) {text}"


@lru_cache(maxsize=1)
def words() -> Texts:
    return Texts(words_folder())


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> None:
        self.now += timedelta(**span)


WORKDAY = ((time(9), time(12)), (time(13), time(17)))


def house(**changes: Any) -> House:
    """A shop in Ljubljana, open on working days from 9 to 17 with an hour for lunch."""
    hours = Hours("Europe/Ljubljana", dict.fromkeys(range(5), WORKDAY), frozenset({date(2026, 12, 25)}))
    plain = House("Test shop", "https://shop.example", "hello@shop.example", "+386 1 555", "Here 1", "EUR", "SI", hours)
    return replace(plain, **changes)


# --- understanding ------------------------------------------------------------------------------------------------------
def understood(
    text: str = "",
    intent: str | None = None,
    confidence: float = 0.95,
    *,
    second: str | None = None,
    entities: Sequence[Entity] = (),
    products: Sequence[Entity] = (),
    tone: Tone = Tone.CALM,
    yes_no: bool | None = None,
    language: str = "en",
    language_sure: bool = False,
    in_scope: bool | None = None,
) -> Understanding:
    """A hand-made Understanding; without an intent nothing was understood."""
    scores = [IntentScore(intent, confidence)] if intent else [IntentScore("out_of_scope", 0.1)]
    if second:
        scores.append(IntentScore(second, max(0.0, 1 - confidence)))
    scope = intent is not None if in_scope is None else in_scope
    return Understanding(text, language, language_sure, tuple(scores), scope, tuple(entities), tone, yes_no, tuple(products))


def entity(kind: str, value: str, score: float = 1.0) -> Entity:
    return Entity(kind, value, 0, len(value), score)


def heard(text: str = "", intent: str | None = None, confidence: float = 0.95, *, files: tuple[str, ...] = (), **rest: Any) -> Heard:
    return Heard(text, understood(text, intent, confidence, **rest), files)


class FakeEngine:
    """Understands what it was taught, word for word; a four-digit number is an order's; it remembers what it was asked."""

    def __init__(self) -> None:
        self.taught: dict[str, Understanding] = {}
        self.asked: list[str] = []
        self.teach("return", "return_item")
        self.teach("where is it", "order_status")
        self.teach("human please", "human")
        self.teach("hello", "greeting")
        self.teach("back", "back")
        self.teach("cancel", "cancel")
        self.teach("repeat", "repeat")
        self.teach("yes", "affirm", yes_no=True)
        self.teach("no", "deny", yes_no=False)
        self.teach("thanks", "thanks")

    def teach(self, text: str, intent: str | None = None, confidence: float = 0.95, **rest: Any) -> None:
        self.taught[text] = understood(text, intent, confidence, **rest)

    def understand(self, text: str, *, prior: str | None = None) -> Understanding:
        self.asked.append(text)
        known = self.taught.get(text.lower().strip()) or understood(text)
        numbers = [entity("order_number", w) for w in text.split() if w.isdigit() and len(w) == 4]
        numbers += [entity("email", w) for w in text.split() if "@" in w]
        language = known.language if known.language_sure else prior or "en"
        return replace(known, text=text, language=language, entities=(*known.entities, *numbers))


# --- the shop -----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Thing:
    """What the fake shop knows of an order: enough to look at, to prove, and to have an age."""

    number: str
    name: str
    email: str
    items: tuple[str, ...]
    as_of: datetime = NOON


class FakeShop:
    """Two orders and one deed. Remembers every deed by its key; `down` refuses everything, `loses` does and does not say so."""

    def __init__(self) -> None:
        self.things = {
            "1001": Thing("1001", "Ana Novak", "ana@example.com", ("kettle", "lamp")),
            "1002": Thing("1002", "Ana Novak", "ana@example.com", ("lamp",)),
        }
        self.deeds: list[tuple[str, str]] = []
        self.results: dict[str, Done | ShopRefused] = {}
        self.looks: list[str] = []
        self.down = False
        self.loses = False
        self.refuses: str | None = None

    async def order(self, number: str, proof: Any, *, language: str) -> Any:
        self._answer(f"order {number}")
        thing = self.things.get(number)
        return thing if thing is not None and proof.email == thing.email else None

    async def thing(self, number: str) -> Thing | None:
        self._answer(f"thing {number}")
        return self.things.get(number)

    async def count(self) -> int:
        self._answer("count")
        return len(self.things)

    async def send_back(self, what: str, *, key: str) -> Done | ShopRefused:
        self._answer(f"send back {what}")
        if key not in self.results:
            self.results[key] = ShopRefused(self.refuses) if self.refuses else Done(f"R-{len(self.deeds) + 1}")
            self.deeds.append((key, what))
        if self.loses:
            raise ShopUnavailable("the answer was lost")
        return self.results[key]

    async def done(self, key: str) -> Done | ShopRefused | None:
        self._answer("done")
        return self.results.get(key)

    def _answer(self, what: str) -> None:
        self.looks.append(what)
        if self.down:
            raise ShopUnavailable("down")


class FakeDeeds:
    """The durable memory of deeds, in a dictionary; `log` has the order of things."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.log: list[tuple[str, str]] = []

    async def state(self, key: str) -> str | None:
        return self.known.get(key)

    async def started(self, key: str) -> None:
        self.log.append(("started", key))
        self.known[key] = ""

    async def finished(self, key: str, result: str) -> None:
        self.log.append(("finished", key))
        self.known[key] = result


class FakeGate:
    """Closed after five misses, each key counted once."""

    def __init__(self) -> None:
        self.misses: list[str] = []

    async def closed_until(self, number: str) -> datetime | None:
        return NOON + timedelta(hours=1) if len(set(self.misses)) >= 5 else None

    async def miss(self, number: str, key: str) -> None:
        self.misses.append(key)


# --- a channel ----------------------------------------------------------------------------------------------------------
class FakeChannel:
    """A messenger that remembers what it took. `plan` holds what the next sends do: an exception to raise, None to take."""

    def __init__(self, name: str = "test", *, resends: bool = True, receipts: bool = False, pace: Pace | None = None) -> None:
        self.name = name
        self.resends = resends
        self.receipts = receipts
        self.pace = pace
        self.sent: list[Delivery] = []
        self.tries: list[Delivery] = []
        self.plan: list[Exception | None] = []
        self.typed: list[str] = []
        self.forgotten: list[str] = []

    async def send(self, delivery: Delivery) -> Sent:
        self.tries.append(delivery)
        wrong = self.plan.pop(0) if self.plan else None
        if wrong is not None:
            raise wrong
        self.sent.append(delivery)
        return Sent((f"p{len(self.sent)}",))

    async def typing(self, address: str) -> None:
        self.typed.append(address)

    async def forget(self, address: str) -> None:
        self.forgotten.append(address)

    @property
    def said(self) -> list[str]:
        return [d.message.text for d in self.sent]


def stage(shop: FakeShop, *flows: Flow, **house_changes: Any) -> Stage:
    known = (*FLOWS, *flows)
    routes = {intent: flow.name for flow in known for intent in flow.intents}
    return Stage(words(), shop, house(**house_changes), {f.name: f for f in (*known, *FALLBACKS)}, routes)


# --- a whole conversation --------------------------------------------------------------------------------------------------
@dataclass(slots=True)
class Booth:
    """One customer on a store in memory. Turns are taken by hand, so that nothing runs by itself."""

    store: Store
    turns: Turns
    engine: FakeEngine
    shop: FakeShop
    clock: Clock
    address: str = "ana"
    count: int = 0
    messages: list[Message] = field(default_factory=list)

    async def says(self, *texts: str) -> list[str]:
        """Texts that wait together are one turn."""
        for text in texts:
            await self.brings(self.update(UpdateKind.TEXT, text))
        return await self.turn()

    async def presses(self, title: str) -> list[str]:
        """Press the newest button of that title."""
        button = self.button(title)
        await self.brings(self.update(UpdateKind.BUTTON, title, payload=button.payload))
        return await self.turn()

    async def brings(self, *updates: Update) -> None:
        await self.store.accept(updates, self.clock())

    async def turn(self) -> list[str]:
        deliveries, _ = await self.turns.take(await self.conversation())
        self.messages += [d.message for d in deliveries]
        return [d.message.text for d in deliveries]

    def update(self, kind: UpdateKind = UpdateKind.TEXT, text: str = "", **rest: Any) -> Update:
        self.count += 1
        return Update("test", f"{self.address}:{self.count}", self.address, kind, self.clock(), text, **rest)

    def picture(self, text: str = "") -> Update:
        return self.update(UpdateKind.MEDIA, text, attachments=(Attachment("image", "/files/1.png"),))

    def button(self, title: str) -> Button:
        return next(b for m in reversed(self.messages) for b in m.options if b.title == title)

    @property
    def titles(self) -> list[str]:
        """The buttons of the last message."""
        return [b.title for b in self.messages[-1].options]

    async def conversation(self) -> int:
        found = await self.store.conversation("test", self.address)
        assert found is not None, "nothing came from this address"
        return found

    async def taken(self) -> Taken:
        return await self.store.take(await self.conversation())

    async def state(self) -> State:
        return (await self.taken()).state

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the database as they are."""
        found: list[tuple[Any, ...]] = await self.store.read(lambda db: db.execute(sql).fetchall())
        return found

    async def endings(self) -> list[tuple[str, str | None]]:
        """How each update ended, in order."""
        return [(state, reason) for state, reason in await self.rows("SELECT state, reason FROM inbox ORDER BY id")]


@asynccontextmanager
async def booth(
    *flows: Flow, database: str = MEMORY, clock: Clock | None = None, patience: timedelta = timedelta(0), **house_changes: Any
) -> AsyncIterator[Booth]:
    engine, shop, clock = FakeEngine(), FakeShop(), clock or Clock()
    store = await Store.open(database)
    try:
        turns = Turns(store, engine, stage(shop, *flows, **house_changes), clock, patience)
        yield Booth(store, turns, engine, shop, clock)
    finally:
        await store.close()


@asynccontextmanager
async def open_reception(
    channel: FakeChannel,
    *flows: Flow,
    engine: Engine | None = None,
    shop: FakeShop | None = None,
    clock: Clock | None = None,
    database: str = MEMORY,
) -> AsyncIterator[tuple[Reception, Store]]:
    """A running reception with one channel."""
    clock = clock or Clock()
    store = await Store.open(database)
    try:
        turns = Turns(store, engine or FakeEngine(), stage(shop or FakeShop(), *flows), clock, timedelta(0))
        connectors: dict[str, Connector] = {channel.name: channel}
        async with Reception(store, turns, connectors, clock) as reception:
            yield reception, store
    finally:
        await store.close()
