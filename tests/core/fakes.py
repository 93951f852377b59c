"""Everything the tests of the core stand on: small fakes that remember, in one place.

A clock that is moved by hand, a shop with a few orders, an engine that understands what it was taught, a channel that keeps what
it was given, wording of our own, and `Booth`: one conversation on a store in memory. No flow of the shop's is used here.
"""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.connector import Connector, Delivery, Sent
from bot.conversation import Frame, State
from bot.fallbacks import FALLBACKS
from bot.flow import Flow
from bot.heard import Heard
from bot.house import Hours, House
from bot.journal import Journal
from bot.message import Button, Message
from bot.reception import Reception
from bot.runner import Played, World, play
from bot.scene import Stage
from bot.shop import Done, ShopRefused, ShopUnavailable
from bot.slots import Option
from bot.store.store import MEMORY, Store
from bot.store.values import Taken
from bot.talk import Choose, Known, Talk
from bot.texts import Texts, Voice
from bot.turn import Engine, Turns
from bot.update import Attachment, Update, UpdateKind
from intents.understanding import LANGUAGES, Entity, IntentScore, Tone, Understanding

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)  # a Wednesday; 13:00 in Ljubljana

WORDS = """
again-short = Back to: { $question }
again-miss = Not understood. { $question }
again-person = A person, or once more?
    .person = Person
    .again = Once more
confirm =
    .yes = Yes
    .change = Change
    .no = No
confirm-change = Change what?
cancelled = Cancelled.
back-nothing = No step back.
nothing-open = Nothing is open.
nothing-said = Nothing said yet.
late-settled = That is settled.
stopped = Stopped.
started = Started.
abuse-warning = Please be polite.
anger-calm = I am sorry, I keep it short.
language-changed = Language changed.
trouble-retry = Sorry, the shop does not answer; I keep trying.
handover = A colleague answers by { $due }.
handover-trouble = Sorry, a colleague takes over by { $due }.
handover-unclear = Not understood; a colleague reads it by { $due }.
noted = Added to your case; answer by { $due }.
promise-late = Sorry: promised by { $was }, now by { $due }.
unclear = In other words?
empty = An empty message.
file-received = A picture of what?
clarify = Which one?
    .none = Neither
late = That has ended. Again?
    .none = No
solved = Solved?
    .yes = Yes
    .yes-also = all good
    .no = No
solved-thanks = Thank you{ $named ->
        [no] {""}
       *[yes] , { $name }
    }.
solved-sorry = Sorry.
solved-next = And now?
    .person = Person
    .explain = Explain
solved-explain = What is missing?
greeting = Hello.
human-which = Person or bot?
menu-human = A person
menu-order-status = Where is it?
menu-return-item = Send back
ask-order-number = Which order?
    .short = order?
    .title = Order
ask-contact = Which contact for { $number }?
    .title = Contact
access-wrong = No order { $number } with { $contact }.
ask-text = Tell me.
    .title = Story
which = Which item?
    .kettle = Kettle
    .kettle-also = teapot, boiler
    .lamp = Lamp
    .title = Item
reason = Why the { $item }?
    .broken = Broken
    .other = Other
    .title = Reason
summary = { $item }, because { $reason }. Right?
told = Told { $what }.
opening = We are open.
done = Done: { $reference }.
refused = Refused: { $reason }.
soon = We answer by { $due }.
again-number = Number { $count }?
"""
"""Our own wording; the other languages have the same with their name in front."""


@lru_cache(maxsize=1)
def words_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="words-"))
    for language in LANGUAGES:
        lines = [_marked(line, language) for line in WORDS.strip().splitlines()]
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
    hours = Hours("Europe/Ljubljana", {day: WORKDAY for day in range(5)}, frozenset({date(2026, 12, 25)}))
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

    def __init__(self, name: str = "test", *, resends: bool = True) -> None:
        self.name = name
        self.resends = resends
        self.sent: list[Delivery] = []
        self.tries: list[Delivery] = []
        self.plan: list[Exception | None] = []
        self.typed: list[str] = []

    async def send(self, delivery: Delivery) -> Sent:
        self.tries.append(delivery)
        wrong = self.plan.pop(0) if self.plan else None
        if wrong is not None:
            raise wrong
        self.sent.append(delivery)
        return Sent(f"p{len(self.sent)}")

    async def typing(self, address: str) -> None:
        self.typed.append(address)

    @property
    def said(self) -> list[str]:
        return [d.message.text for d in self.sent]


# --- playing one flow -----------------------------------------------------------------------------------------------------
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
        from bot.journal import Entry, Kind, Source  # beside its only use
        from bot.slots import SLOTS

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
        import msgspec  # beside its only use

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


# --- small flows --------------------------------------------------------------------------------------------------------
async def send_back(talk: Talk, shop: Any) -> None:
    """Item, reason, summary, deed: the shape of most matters."""
    item = await talk.choose("which", ("kettle", "lamp"))
    reason = await talk.choose("reason", ("broken", "other"), about=item, item=item)
    await talk.confirm("summary", item=item, reason=reason)
    result = await talk.do(shop.send_back, item)
    if isinstance(result, ShopRefused):
        await talk.say("refused", reason=result.reason)
    else:
        await talk.say("done", reference=result.reference)
    await talk.solved("order_status")


async def order_status(talk: Talk, shop: Any) -> None:
    number = await talk.ask("order_number")
    thing = await talk.look(shop.thing, number)
    await talk.say("told", what=f"{number} {thing.items if thing else 'unknown'}")
    await talk.solved()


async def story(talk: Talk, shop: Any) -> None:
    text = await talk.ask("text")
    await talk.say("told", what=text)


async def promise(talk: Talk, shop: Any) -> None:
    await talk.promise("soon", talk.now() + timedelta(hours=1))


async def greeting(talk: Talk, shop: Any) -> None:
    await talk.say("greeting")


async def human(talk: Talk, shop: Any) -> None:
    await talk.hand_over("asked")


async def unclear(talk: Talk, shop: Any) -> None:
    await talk.say("unclear")


async def clarify(talk: Talk, shop: Any) -> None:
    likely = talk.known.intent.split("|")
    await talk.choose("clarify", [*(Choose(f"go:{i}", title=i) for i in likely), "none"], closing=True)


async def late(talk: Talk, shop: Any) -> None:
    await talk.choose("late", (Choose(f"go:{talk.known.intent}", title="Again"), "none"), closing=True)


async def wrong(talk: Talk, shop: Any) -> None:
    """Breaks a rule: a deed nobody confirmed."""
    await talk.do(shop.send_back, "lamp")


FLOWS = (
    Flow("return_item", send_back, ("return_item",), "Sends something back."),
    Flow("order_status", order_status, ("order_status",), "Where is my order?"),
    Flow("story", story, ("complaint",), "Listens."),
    Flow("promise", promise, ("callback",), "Promises."),
    Flow("greeting", greeting, ("greeting",), "Says hello."),
    Flow("human", human, ("human",), "Hands over."),
    Flow("unclear", unclear, (), "Asks for other words."),
    Flow("clarify", clarify, (), "A or B?"),
    Flow("late", late, (), "A late button."),
    Flow("wrong", wrong, ("invoice",), "Breaks a rule."),
)


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
    channel: FakeChannel, *flows: Flow, engine: Engine | None = None, shop: FakeShop | None = None, clock: Clock | None = None, database: str = MEMORY
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
