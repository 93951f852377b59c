"""Every path of every flow, walked by machine: a flow is a function of its answers, so all its ways can be tried and drawn.

From the start of a flow each question branches into its options (or its slot's examples, or the flow's own), each deed into done and
refused, and each path is played to its end against the demo shop. What comes out is a list of transcripts; `etiquette.py` judges
them, `draw` shows them. Nothing is stored and nobody is written to.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from bot.conversation import Frame
from bot.etiquette import offences_of
from bot.flow import Flow
from bot.house import House
from bot.journal import Entry, Journal, Kind, Source, Value, digest
from bot.links import ExampleLinks
from bot.runner import play
from bot.shop import Done, ShopRefused
from bot.slots import SLOTS, Option
from bot.talk import Known, Talk
from bot.texts import Texts, Voice, texts_folder
from bot.world import Output, Played, World
from intents.understanding import Entity, Tone

WALK_AT = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)  # a Wednesday in opening hours: what is said does not depend on today
MOST_PATHS = 60  # from one start; more means a loop of menus, and the walk says that it was cut
MOST_QUESTIONS = 14
WIDE = 3  # options of a list made from data (items, products): the first ones stand for all

MakeShop = Callable[[Callable[[], datetime]], Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened on a path. `kind` is say, sorry, ask, confirm, answer, do, promise, handover, end ...

    `options` says how many a choice offers; None when free words answer as well, or nothing is asked.
    """

    kind: str
    key: str
    text: str
    options: int | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """One way through a flow, from the first word to its end."""

    intent: str
    steps: tuple[Step, ...]
    named: bool
    ended: str  # ended, handed_over, cancelled, open, menu
    angry: bool = False


@dataclass(slots=True)
class Walked:
    """All ways through a flow. `cut` when there were more than can be walked."""

    flow: Flow
    paths: list[Path] = field(default_factory=list)
    offences: list[str] = field(default_factory=list)
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Start:
    """How a walk begins: the wish, what was said with it, and what is known already."""

    intent: str
    hints: tuple[Entity, ...] = ()
    proofs: tuple[str, ...] = ()
    name: str | None = None
    angry: bool = False
    focus: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()  # channels of the same customer's other conversations


class _Deeds:
    """Remembers nothing: every path is its own world."""

    async def state(self, key: str) -> str | None:
        return None

    async def started(self, key: str) -> None: ...

    async def finished(self, key: str, result: str) -> None: ...


class _Gate:
    """Open, until it has been missed five times on a path."""

    def __init__(self) -> None:
        self.misses = 0

    async def closed_until(self, number: str) -> datetime | None:
        return WALK_AT + timedelta(hours=1) if self.misses >= 5 else None

    async def miss(self, number: str, key: str) -> None:
        self.misses += 1


class _Refusing:
    """The demo shop, except that every deed is refused: the other outcome of each `do`."""

    def __init__(self, shop: Any) -> None:
        self._shop = shop

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._shop, name)
        if name not in DEEDS:
            return found

        async def refused(*args: Any, key: str, **kwargs: Any) -> Done | ShopRefused:
            return ShopRefused("not_possible")

        refused.__name__ = name
        return refused


SIDEWAYS = {("solved", "no"), ("ask-contact", "nobody@example.com")}
"""Answers whose further path is the engine's and no flow's: (text key, value)."""

DEEDS = (
    "create_return",
    "create_exchange",
    "cancel_order",
    "change_address",
    "create_coupon",
    "report_incident",
    "take_order",
    "add_note",
    "newsletter",
)
"""The shop's writes: what a `do` may call."""


def starts_of(flow: Flow) -> list[Start]:
    """A stranger with each wish, a known and proven customer with each order of interest, and an angry one."""
    intents = flow.intents or ("order_status|return_policy" if flow.name == "clarify" else "order_status",)
    found = [Start(intent) for intent in intents]
    proven = ("ana.novak@example.com",)
    found += [Start(intent, proofs=proven, name="Ana") for intent in intents]
    found += [Start(intents[0], proofs=proven, name="Ana", angry=True), Start(intents[0], others=("telegram",))]
    for number, email in ORDERS_OF_INTEREST:
        hint = (Entity("order_number", number, 0, len(number)),)
        found += [Start(intent, hints=hint, proofs=(email,)) for intent in intents]
    found += [Start(intent, focus=(("product", sku),)) for intent in intents for sku in ("KET-17", "KET-15", "HUB-04")]
    return found


ORDERS_OF_INTEREST = (
    ("1001", "ana.novak@example.com"),
    ("1002", "ana.novak@example.com"),
    ("1003", "oleksandr@example.com"),
    ("1004", "maria@example.com"),
    ("1005", "john@example.com"),
    ("1006", "john@example.com"),
    ("1007", "ana.novak@example.com"),
)
"""Orders in the states that make the flows branch; each with the contact that proves it."""


async def walk_flow(flow: Flow, house: House, make_shop: MakeShop) -> Walked:
    """Walk every path of a flow and judge each one."""
    walked = Walked(flow)
    texts = Texts(texts_folder())
    shop = make_shop(lambda: WALK_AT)  # one for all paths: its deeds are played, never done
    begun: set[tuple[object, ...]] = set()
    for start in starts_of(flow):
        first = await _Walker(flow, house, texts, _Playing(shop)).play(start, Journal())
        beginning = (start.intent, *_steps(Journal(), first), first.frame.open and first.frame.open.token)
        if beginning in begun:
            continue  # what this start knows makes no difference to the flow
        begun.add(beginning)
        walked_before = len(walked.paths)
        await _walk(walked, start, _Walker(flow, house, texts, _Playing(shop)))
        if any(step.kind == "do" for path in walked.paths[walked_before:] for step in path.steps):
            await _walk(walked, start, _Walker(flow, house, texts, _Refusing(shop)))
    seen: set[tuple[Step, ...]] = set()
    unique = []
    for path in walked.paths:
        if path.steps not in seen:
            seen.add(path.steps)
            unique.append(path)
    walked.paths = unique
    for path in unique:
        walked.offences += [f"{flow.name} ({path.intent}): {offence}\n{_shown(path)}" for offence in offences_of(path, flow)]
    return walked


async def _walk(walked: Walked, start: Start, walker: _Walker) -> None:
    """Depth first over the answers; each node is a replay from the top.

    The engine's own side ways (not solved, a wrong proof) are the same below every flow, and a menu that comes again leads where
    it led before; from one start each of their answers is walked once.
    """
    todo: list[tuple[Journal, tuple[Step, ...]]] = [(Journal(), ())]
    sideways: set[tuple[str, str]] = set()
    enough = len(walked.paths) + MOST_PATHS
    while todo:
        if len(walked.paths) >= enough:
            walked.cut = True
            return
        journal, before = todo.pop()
        played = await walker.play(start, journal)
        steps = (*before, *_steps(journal, played))
        question = played.frame.open
        if question is None or played.status != "waiting":
            walked.paths.append(Path(start.intent, steps, walker.named(start, played), played.status, start.angry))
            continue
        if sum(1 for s in steps if s.kind == "answer") >= MOST_QUESTIONS:
            walked.paths.append(Path(start.intent, steps, walker.named(start, played), "open", start.angry))
            continue
        answers = [a for a in walker.answers(question) if not a[0].startswith("go:")]
        if not answers:  # a menu of other wishes: each is another flow's path
            walked.paths.append(Path(start.intent, steps, walker.named(start, played), "menu", start.angry))
        for value, title in reversed(answers):
            if question.kind == "confirm" and value == "no":
                walked.paths.append(Path(start.intent, (*steps, Step("answer", question.text, title)), False, "cancelled"))
                continue
            if value == "change":
                continue  # a way back to a question that is walked already
            if (question.text, value) in SIDEWAYS or not question.key.endswith("#0"):
                if (question.text, value) in sideways:
                    continue
                sideways.add((question.text, value))
            kind = Kind.CONFIRM if question.kind == "confirm" else Kind.ASK
            pairs = tuple((o.value, o.title) for o in question.options)
            slot = SLOTS[question.slot]
            recorded = _value(value, question.slot)
            entry = Entry(question.key, kind, recorded, question.basis, Source.CUSTOMER, slot.name, slot.sensitive, pairs)
            todo.append((played.frame.journal.put(entry), (*steps, Step("answer", question.text, title))))


def _value(value: str, slot: str) -> Value:
    return (value,) if slot == "photos" and value.startswith("/") else value


class _Walker:
    """Plays one flow from its top, again and again."""

    def __init__(self, flow: Flow, house: House, texts: Texts, shop: Any) -> None:
        self._flow = flow
        self._house = house
        self._texts = texts
        self._shop = shop
        self._examples: dict[str, tuple[str, ...]] = {}

    async def play(self, start: Start, journal: Journal) -> Played:
        links = ExampleLinks(*start.others)
        voice = Voice(
            "en", self._house.tone, "angry" if start.angry else "calm", start.name, self._house.name, self._house.hours.timezone, WALK_AT
        )
        known = Known(
            name=start.name,
            language="en",
            tone=Tone.ANGRY if start.angry else Tone.CALM,
            now=WALK_AT,
            timezone=self._house.hours.timezone,
            focus=dict(start.focus),
            proofs=start.proofs,
            said="",
            intent=start.intent,
            hints=start.hints,
            nested=False,
            house=self._house,
            others=links.others,
        )
        gate = _Gate()
        gate.misses = sum(1 for e in journal if e.kind is Kind.PROVE)
        world = World(self._texts, voice, self._shop, _Deeds(), gate, "walk", lambda: WALK_AT + timedelta(minutes=30), start.angry, links)
        frame = Frame("walk", self._flow.name, start.intent, "", start.hints, (), journal)
        self._examples.clear()

        async def watched(talk: Talk, shop: Any) -> None:
            await self._flow.run(_Watching(talk.known, self._examples), shop)

        return await play(frame, watched, known, world)

    def named(self, start: Start, played: Played) -> bool:
        return start.name is not None or any(what == "name" for what, _ in played.changes)

    def answers(self, question: Any) -> list[tuple[str, str]]:
        """The answers to try: options, the flow's or the slot's examples."""
        options: tuple[Option, ...] = question.options
        found = [(o.value, o.title) for o in options]
        made_of_data = sum(1 for o in options if o.value[:1].isupper() or o.value[:1].isdigit()) > WIDE
        if made_of_data:
            data = [a for a in found if a[0][:1].isupper() or a[0][:1].isdigit()]
            found = data[:WIDE] + [a for a in found if a not in data]
        if question.slot != "choice":
            examples = self._examples.get(question.key) or SLOTS[question.slot].examples
            found += [(e, e) for e in examples if e not in {v for v, _ in found}]
        return found


class _Watching(Talk):
    """A talk that notes the examples a flow declares for its questions."""

    def __init__(self, known: Known, examples: dict[str, tuple[str, ...]]) -> None:
        super().__init__(known)
        self._noted = examples

    async def ask(self, slot: str, text: str | None = None, **options: Any) -> Any:
        name = text or f"ask-{slot.replace('_', '-')}"
        per = options.get("per", "")
        stem = f"ask:{name}[{per}]" if per else f"ask:{name}"
        if options.get("examples"):
            self._noted[f"{stem}#{self._seen.get(stem, 0)}"] = tuple(options["examples"])
        return await super().ask(slot, text, **options)


class _Playing:
    """The demo shop, whose deeds are done without being remembered, so that one path never blocks another."""

    def __init__(self, shop: Any) -> None:
        self._shop = shop

    def __getattr__(self, name: str) -> Any:
        found: Callable[..., Awaitable[Any]] = getattr(self._shop, name)
        if name not in DEEDS:
            return found

        async def played(*args: Any, key: str, **kwargs: Any) -> Done | ShopRefused:
            return Done(f"R-{digest(name, key)[:4]}", url="https://pineandkettle.example/label.pdf")

        played.__name__ = name
        return played


def _steps(journal: Journal, played: Played) -> list[Step]:
    """What this replay added: deeds that were not in the journal before, and everything said, in order."""
    question = played.frame.open
    choice = question.text if question is not None and question.slot == "choice" else None
    count = len(question.options) if question is not None else 0
    steps = [Step(o.kind, o.text, _words(o), count if o.kind == "ask" and o.text == choice else None) for o in played.outputs]
    known = {e.key for e in journal}
    deeds = [Step("do", e.key, "") for e in played.frame.journal if e.kind is Kind.DO and e.key not in known]
    return deeds + steps


def _words(output: Output) -> str:
    message = output.message
    cards = [f"{c.title} {c.subtitle}" for c in message.cards]
    return "\n".join((*cards, message.text))


def _shown(path: Path) -> str:
    return "\n".join(f"      {s.kind:9} {s.key:34} {s.text[:90]!r}" for s in path.steps)


def draw(walked: Walked, form: Literal["mermaid", "text"]) -> str:
    """The paths of a flow as a Mermaid flowchart or as counted lines of text."""
    if form == "mermaid":
        return _mermaid(walked)
    flow = walked.flow
    lines = [f"{flow.name}: {len(walked.paths)} paths{' (cut)' if walked.cut else ''} - {flow.summary}"]
    ends: dict[str, int] = {}
    for path in walked.paths:
        ends[path.ended] = ends.get(path.ended, 0) + 1
    lines.append("  " + ", ".join(f"{count} {end.replace('_', ' ')}" for end, count in sorted(ends.items())))
    asked = dict.fromkeys(s.key for p in walked.paths for s in p.steps if s.kind in ("ask", "confirm"))
    lines.append("  asks: " + ", ".join(asked))
    return "\n".join(lines)


def _mermaid(walked: Walked) -> str:
    edges: dict[tuple[str, str, str], None] = {}
    nodes: dict[str, str] = {"start": f"start([{walked.flow.name}])"}
    for path in walked.paths:
        here, label = "start", ""
        for step in path.steps:
            if step.kind == "answer":
                label = step.text.replace('"', "'")[:40]
                continue
            name = "n" + digest(step.kind, step.key)
            shape = {"ask": "{{%s}}", "confirm": "{{%s}}", "do": "[[%s]]", "handover": "([%s])"}.get(step.kind, "[%s]")
            nodes[name] = name + shape % f'"{step.kind}: {step.key}"'
            edges[here, label, name] = None
            here, label = name, ""
        nodes["e" + path.ended] = f"e{path.ended}(({path.ended.replace('_', ' ')}))"
        edges[here, label, "e" + path.ended] = None
    arrows = [f'  {a} -->|"{label}"| {b}' if label else f"  {a} --> {b}" for a, label, b in edges]
    return "\n".join(["flowchart TD", *(f"  {n}" for n in nodes.values()), *arrows])
