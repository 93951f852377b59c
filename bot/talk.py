"""`Talk`: all that a flow may await, and the operations it is made of.

A flow never does anything itself. Each `await talk.…` yields one operation; the runner answers it from the journal, from the outer
world, or stops the run until the customer has answered. So a flow is sans-IO: it can be run again from its top at any
time, without a network, by a test, by the path walker, after a restart.

Text keys name messages of `flows/texts/*.ftl`; parameters are values (money, dates, names), never sentences.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import coroutine
from typing import Any, ParamSpec, TypeVar, cast

from bot.house import House
from bot.journal import Value
from bot.links import Invitation
from bot.message import Card, Media
from bot.shop import Done, Order, ShopRefused
from bot.slots import CHOICE, SLOTS, Slot
from intents.understanding import Entity, Tone

P = ParamSpec("P")
T = TypeVar("T")
Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choose:
    """An option of a question. `title` is shown as it is (a product's name); without it, the text of `text`
    or the attribute `value` of the question's text is.

    `intents` are wishes by which a customer may mean this option without naming it.
    """

    value: str
    title: str | None = None
    text: str | None = None
    intents: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    key: str
    text: str
    slot: Slot
    choices: tuple[Choose, ...] = ()
    about: object = None
    params: Params = field(default_factory=dict)
    hinted: bool = True  # what was said before may answer it
    default: Value = None  # what is known from earlier in the conversation; taken when nothing said now answers it
    closing: bool = False  # the last question of a run: another wish may simply take its place
    cards: tuple[Card, ...] = ()
    examples: tuple[str, ...] = ()
    free: bool = False  # buttons are a help only, free text answers too


@dataclass(frozen=True, slots=True)
class Confirm:
    key: str
    text: str
    params: Params


@dataclass(frozen=True, slots=True)
class Say:
    key: str
    text: str
    params: Params
    cards: tuple[Card, ...] = ()
    media: tuple[Media, ...] = ()
    apology: bool = False
    promotion: bool = False
    go: tuple[str, ...] = ()  # intents offered as buttons


@dataclass(frozen=True, slots=True)
class Look:
    key: str
    call: Callable[..., Awaitable[Any]]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Do:
    key: str
    call: Callable[..., Awaitable[Done | ShopRefused]]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    harmless: bool = False


@dataclass(frozen=True, slots=True)
class Prove:
    """Show an order against a proof, through the gate that counts wrong tries."""

    key: str
    call: Callable[..., Awaitable[Order | None]]
    number: str
    contact: str | None


@dataclass(frozen=True, slots=True)
class Promise:
    key: str
    text: str
    due: datetime
    owner: str
    params: Params


@dataclass(frozen=True, slots=True)
class HandOver:
    key: str
    reason: str
    params: Params


@dataclass(frozen=True, slots=True)
class Remember:
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Invite:
    """Make a one-time code by which the customer goes on in another channel."""

    key: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something about the conversation itself: `what` is name, language, stopped, erase, part or warned; of the
    case an agent has closed, case (solved, reopened), rating (asked, 1 to 5) or comment."""

    what: str
    value: str
    key: str = ""


Operation = Ask | Confirm | Say | Look | Do | Prove | Promise | HandOver | Remember | Invite | Change


async def _nobody() -> tuple[str, ...]:
    return ()


class GateClosed:
    """Too many wrong proofs: no order is shown to this customer until `until`."""

    def __init__(self, until: datetime) -> None:
        self.until = until


@dataclass(frozen=True, slots=True)
class Known:
    """What a flow may know without asking. `focus` holds what was last talked about ("product", "order"); `proofs` are contacts the
    customer has shown to be theirs, or the channel vouches for. `others` reads the channels of their other conversations (`look` it)."""

    name: str | None
    language: str
    tone: Tone
    now: datetime
    timezone: str
    focus: dict[str, str]
    proofs: tuple[str, ...]
    said: str  # the message this run began with
    intent: str  # the wish this run began with
    hints: tuple[Entity, ...]  # what was found in that message
    nested: bool  # another run is waiting below
    house: House
    files: tuple[str, ...] = ()
    others: Callable[[], Awaitable[tuple[str, ...]]] = _nobody
    more: bool = False  # another wish of the same message begins when this run ends

    @property
    def contact(self) -> str | None:
        """The e-mail or phone that was proven last; where an answer reaches them."""
        return next((p.removeprefix("verified:") for p in reversed(self.proofs) if not p.startswith("order:")), None)


@coroutine
def _perform(operation: Operation) -> Generator[Operation, Any, Any]:
    return (yield operation)


class Talk:
    """The flow's side of the conversation. One per replay; it holds nothing but counters for the keys."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._seen: dict[str, int] = {}

    # --- what is known -------------------------------------------------------------------------------------------------
    @property
    def language(self) -> str:
        return self.known.language

    @property
    def name(self) -> str | None:
        return self.known.name

    @property
    def house(self) -> House:
        """The shop's own facts and policies, from config.yml."""
        return self.known.house

    @property
    def angry(self) -> bool:
        """Shorter, no cheer, a person offered early."""
        return self.known.tone in (Tone.ANGRY, Tone.ABUSIVE)

    @property
    def nested(self) -> bool:
        return self.known.nested

    @property
    def more(self) -> bool:
        """Another wish waits for this run to end: no "anything else?" before it is served."""
        return self.known.more

    def now(self) -> datetime:
        """The time of this turn, in UTC."""
        return self.known.now

    # --- saying ---------------------------------------------------------------------------------------------------------
    async def say(
        self, text: str, *, per: str = "", cards: Sequence[Card] = (), media: Sequence[Media] = (), go: Sequence[str] = (), **params: Any
    ) -> None:
        """Say the text of a key. Said once; again only when the customer has changed an answer and the parameters differ for it."""
        await _perform(Say(self._key("say", text, per), text, params, tuple(cards), tuple(media), go=tuple(go)))

    async def sorry(self, text: str, *, per: str = "", **params: Any) -> None:
        """Say an apology. Where something went wrong for the customer it comes before anything else."""
        await _perform(Say(self._key("say", text, per), text, params, apology=True))

    async def promote(self, text: str, *, per: str = "", cards: Sequence[Card] = (), **params: Any) -> None:
        """Say something that sells. Only after the matter is solved, never to an upset customer."""
        await _perform(Say(self._key("say", text, per), text, params, tuple(cards), promotion=True))

    # --- asking ---------------------------------------------------------------------------------------------------------
    async def ask(
        self,
        slot: str,
        text: str | None = None,
        *,
        choices: Sequence[Choose | str] = (),
        about: object = None,
        per: str = "",
        key: str = "",
        hinted: bool = True,
        default: Value = None,
        examples: Sequence[str] = (),
        **params: Any,
    ) -> Any:
        """Ask for an answer of a slot's type (a name in `bot.slots.SLOTS`). With `choices`, a tap answers as well.

        What the customer said before being asked is taken as the answer where it fits, unless `hinted` is False; after that
        `default`, if there is one. Both can be corrected like any answer. `about` names what the question depends on: when that
        changes, the answer is asked again. `key` names the question where one question has several wordings. `examples` are what
        the path walker answers.
        """
        text = text or f"ask-{slot.replace('_', '-')}"
        operation = Ask(
            self._key("ask", key or text, per),
            text,
            SLOTS[slot],
            _choices(choices),
            about,
            params,
            hinted=hinted,
            default=default,
            examples=tuple(examples),
            free=slot != "choice",
        )
        return await _perform(operation)

    async def choose(
        self,
        text: str,
        choices: Sequence[Choose | str],
        *,
        about: object = None,
        per: str = "",
        cards: Sequence[Card] = (),
        closing: bool = False,
        **params: Any,
    ) -> str:
        """Ask for one of the options; the answer is the option's value. Titles are attributes of the question's text."""
        operation = Ask(
            self._key("ask", text, per), text, CHOICE, _choices(choices), about, params, closing=closing, cards=tuple(cards), hinted=False
        )
        return cast(str, await _perform(operation))

    async def confirm(self, text: str, *, per: str = "", **params: Any) -> None:
        """Show a summary and go on only with a yes. A no ends the run with nothing done; "change" goes back to any answer."""
        await _perform(Confirm(self._key("confirm", text, per), text, params))

    # --- the outer world ------------------------------------------------------------------------------------------------
    async def look(self, call: Callable[..., Awaitable[T]], *args: Any, keep: bool = False, **kwargs: Any) -> T:
        """Read from the shop: once a turn, afresh in later turns. `keep=True` for what must not move under the customer."""
        return cast(T, await _perform(Look(self._key("look", _name(call)), call, args, kwargs, keep)))

    async def do(
        self, call: Callable[..., Awaitable[Done | ShopRefused]], *args: Any, harmless: bool = False, **kwargs: Any
    ) -> Done | ShopRefused:
        """Change something in the shop, once. Needs a `confirm` before it, unless it is harmless. The idempotency key is the engine's."""
        operation = Do(self._key("do", _name(call)), call, args, kwargs, harmless)
        return cast("Done | ShopRefused", await _perform(operation))

    async def prove(
        self, call: Callable[..., Awaitable[Order | None]], number: str, contact: str | None = None
    ) -> Order | GateClosed | None:
        """The order, if the contact (or one proven before) is its customer's. None for a wrong proof and for an unknown number alike."""
        return cast("Order | GateClosed | None", await _perform(Prove(self._key("prove", number), call, number, contact)))

    # --- promises and people --------------------------------------------------------------------------------------------
    async def promise(self, text: str, due: datetime, *, owner: str = "agent", per: str = "", **params: Any) -> None:
        """Say what will be done and by when, and put it into the ledger. The text's `$due` is the time."""
        await _perform(Promise(self._key("promise", text, per), text, due, owner, params))

    async def hand_over(self, reason: str, **params: Any) -> None:
        """Give the case to a human with everything known, tell the customer when to expect them, and end the run."""
        await _perform(HandOver(self._key("handover", reason), reason, params))

    # --- the conversation itself ----------------------------------------------------------------------------------------
    async def remember(self, kind: str, value: str) -> None:
        """Note what is being talked about, so that "its guarantee" and "that order" need no asking."""
        await _perform(Remember(kind, value))

    async def invite(self) -> Invitation:
        """A new code by which the customer goes on in another channel as the same person, until when it is good, and the ways there."""
        return cast(Invitation, await _perform(Invite(self._key("invite", "code"))))

    async def change(self, what: str, value: str) -> None:
        await _perform(Change(what, value, self._key("set", what)))
        if what == "language":
            self.known = replace(self.known, language=value)
        elif what == "name":
            self.known = replace(self.known, name=value)

    async def solved(self, *suggestions: str) -> None:
        """Ask whether that solved it, offering what is most likely wanted next (intents), and end well either way.

        Asked once, at the end of the last matter: not in passing, and not while another wish of the same message waits.
        """
        if self.nested or self.more:
            return
        choices = (Choose("yes", intents=("affirm", "thanks", "goodbye", "praise")), Choose("no", intents=("deny",)))
        suggested = tuple(Choose(f"go:{intent}", text=f"menu-{intent.replace('_', '-')}") for intent in suggestions[:3])
        answer = await self.choose("solved", (*choices, *suggested), closing=True)
        if answer == "yes":
            await self.say("solved-thanks")
            return
        await self.sorry("solved-sorry")
        step = await self.choose("solved-next", ("person", "explain"))
        if step == "explain":
            await self.ask("text", "solved-explain", hinted=False)
        await self.hand_over("not_solved")

    def _key(self, kind: str, name: str, per: str = "") -> str:
        stem = f"{kind}:{name}[{per}]" if per else f"{kind}:{name}"
        number = self._seen.get(stem, 0)
        self._seen[stem] = number + 1
        return f"{stem}#{number}"


def _choices(choices: Sequence[Choose | str]) -> tuple[Choose, ...]:
    return tuple(Choose(c) if isinstance(c, str) else c for c in choices)


def _name(call: Callable[..., Any]) -> str:
    return getattr(call, "__name__", type(call).__name__)


Flow = Callable[[Talk, Any], Awaitable[None]]
"""A contact reason: an async function of the talk and the shop."""
