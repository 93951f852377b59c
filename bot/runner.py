"""The runner: plays a flow against its journal until it ends or needs the customer.

Theory. `play` starts the flow at its top and answers the operations it yields. What the journal knows is recalled; what the
customer said before being asked fills in; the first question nobody has answered stops the run and becomes the open question.
Nothing is sent and nothing is stored here: what is to be said, promised and remembered comes back as a `Played`, and the turn
commits it in one transaction. The two exceptions are outside effects, and both are guarded: readings of the shop
(`look`, harmless), and deeds (`do`), which are written down as started before and as finished after, under a key that is
the same at every attempt.

Rules held here (docs/flows.md): only operations may be awaited; a say is said once; a deed needs a
confirmation; at most 30 questions; no operation after the last question is executed.
"""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, get_type_hints

import msgspec

from bot.conversation import Frame, OpenQuestion
from bot.errors import FlowError
from bot.heard import answer_payload, go_payload
from bot.journal import Entry, Kind, Source, Value, digest
from bot.links import VALID, Invitation, NewCode, shown
from bot.links import digest as digest_of
from bot.message import Button, Card, Message
from bot.shop import Done, Order, ShopRefused
from bot.slots import Option
from bot.talk import (
    Ask,
    Change,
    Choose,
    Confirm,
    Do,
    Flow,
    GateClosed,
    HandOver,
    Invite,
    Known,
    Look,
    Operation,
    Promise,
    Prove,
    Remember,
    Say,
    Talk,
)
from bot.world import Output, Played, Promised, World, decode_result, encode_result, is_typed, proof_of, typed_proof

MAX_QUESTIONS = 30  # rule 10: a flow ends
MAX_OPERATIONS = 600  # a loop that asks nothing would never end


async def play(frame: Frame, flow: Flow, known: Known, world: World, *, again: str = "") -> Played:
    """Run the flow over the frame's journal.

    `again` repeats the open question though it was sent before: "full", "short" (coming back to it), "miss" (not understood).
    Raises ShopUnavailable when the shop does not answer, FlowError when the flow breaks a rule.
    """
    return await _Replay(frame, known, world, again).run(flow)


class _Replay:
    def __init__(self, frame: Frame, known: Known, world: World, again: str) -> None:
        self.before = frame
        self.journal = frame.journal
        self.known = known
        self.world = world
        self.voice = world.voice
        self.again = again
        self.played = Played(frame)
        self.basis: list[object] = []  # the answers recalled so far; what is said next may depend on them
        self.readings: dict[str, Any] = {}
        self.rests_on: list[str] = []
        self.questions = 0
        deeds = [i for i, e in enumerate(frame.journal) if e.kind is Kind.DO]
        # Nothing goes back behind a deed: what it rested on is recalled as it was, though the deed itself has changed the world.
        self.settled = {e.key for e in frame.journal.entries[: deeds[-1]]} if deeds else frozenset()

    async def run(self, flow: Flow) -> Played:
        talk = Talk(self.known)
        steps = flow(talk, self.world.shop)
        if not isinstance(steps, Coroutine):
            raise FlowError(f"{self.before.flow} is not an async function")
        reply: Any = None
        try:
            for _ in range(MAX_OPERATIONS):
                try:
                    operation = steps.send(reply)
                except StopIteration:
                    self.played.status = "ended"
                    return self._close()
                if not isinstance(operation, Operation):
                    raise FlowError(f"{self.before.flow} awaited {operation!r}, which is no Operation: a flow awaits only talk")
                stop, reply = await self._answer(operation)
                if stop:
                    return self._close()
            raise FlowError(f"{self.before.flow} does not end: {MAX_OPERATIONS} steps without a question")
        finally:
            steps.close()

    def _close(self) -> Played:
        journal = self.journal if self.played.status == "waiting" else self.journal.without_sensitive()
        still = self.played.frame.open if self.played.status == "waiting" else None
        self.played.frame = replace(self.before, journal=journal, open=still)
        return self.played

    async def _answer(self, operation: Operation) -> tuple[bool, Any]:
        """(whether the run stops here, what the flow gets)."""
        match operation:
            case Ask():
                return self._ask(operation)
            case Confirm():
                return self._confirm(operation)
            case Say():
                self._say(operation)
                return False, None
            case Look():
                return False, await self._look(operation)
            case Do():
                return False, await self._do(operation)
            case Prove():
                return False, await self._prove(operation)
            case Promise():
                self._promise(operation)
                return False, None
            case HandOver():
                self._hand_over(operation)
                return True, None
            case Remember():
                self.played.focus[operation.kind] = operation.value
                return False, None
            case Invite():
                return False, self._invite(operation)
            case Change():
                self._change(operation)
                return False, None

    # --- questions ------------------------------------------------------------------------------------------------------
    def _ask(self, ask: Ask) -> tuple[bool, Any]:
        self.questions += 1
        if self.questions > MAX_QUESTIONS:
            raise FlowError(f"{self.before.flow} asked more than {MAX_QUESTIONS} questions")
        basis = digest([c.value for c in ask.choices] if not ask.free else None, _plain(ask.about))
        entry = self.journal.get(ask.key)
        # A recalled answer needs the options' values only; their titles are worked out when somebody is to read them.
        if entry is not None and entry.key in self.settled and entry.value is not None:
            return False, self._known(entry)
        if entry is not None and entry.basis == basis and self._holds(ask, entry.value, tuple(Option(c.value, "") for c in ask.choices)):
            return False, self._known(entry)
        options = self._options(ask)
        reopened = entry is not None and entry.value is None  # the customer wants to answer it anew
        if entry is not None and not reopened:
            self.journal = self.journal.drop(ask.key)
        hinted = self._hint(ask, options) if ask.hinted and not reopened else None
        value, source = (hinted, Source.HINT) if hinted is not None else (None if reopened else ask.default, Source.MEMORY)
        if value is not None and self._holds(ask, value, options):
            pairs = tuple((o.value, o.title) for o in options)
            filled = Entry(ask.key, Kind.ASK, value, basis, source, ask.slot.name, ask.slot.sensitive, pairs)
            self.journal = self.journal.put(filled)
            return False, self._known(filled)
        question = OpenQuestion(
            ask.key, basis, ask.text, ask.slot.name, options=options, closing=ask.closing, free=ask.free or ask.slot.name != "choice"
        )
        self._open(question, ask.text, ask.params, ask.cards)
        return True, None

    def _known(self, entry: Entry) -> Value:
        if not entry.sensitive:  # a proof is asked for only until it is given: it comes and goes between replays
            self.basis.append((entry.key, entry.value))
        return entry.value

    def _holds(self, ask: Ask, value: Value, options: tuple[Option, ...]) -> bool:
        return ask.slot.check(value, options) or (ask.free and any(o.value == value for o in options))

    def _hint(self, ask: Ask, options: tuple[Option, ...]) -> Value:
        used = {e.value for e in self.journal if e.source is Source.HINT}
        fresh = [h for h in self.before.hints if h.value not in used]
        value = ask.slot.hint(self.before.said, fresh, self.before.files)
        if value is None or value in used or not ask.slot.check(value, options):
            return None
        return value

    def _options(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(self._option(ask.text, choice) for choice in ask.choices)

    def _option(self, text: str, choice: Choose) -> Option:
        if choice.title is not None:
            title = choice.title
        elif choice.text is not None:
            title = self.world.texts.text(choice.text, self.voice)
        else:
            title = self.world.texts.text(text, self.voice, attribute=choice.value)
        also: tuple[str, ...] = ()
        if choice.title is None and choice.text is None and self.world.texts.has(text, f"{choice.value}-also", self.voice.language):
            words = self.world.texts.text(text, self.voice, attribute=f"{choice.value}-also")
            also = tuple(w.strip() for w in words.split(","))
        return Option(choice.value, title, also, choice.intents, choice.description)

    def _confirm(self, confirm: Confirm) -> tuple[bool, Any]:
        basis = digest(_plain(confirm.params))
        entry = self.journal.get(confirm.key)
        if entry is not None and (entry.basis == basis or entry.key in self.settled):
            return False, None
        pending = self.journal.get(f"change:{confirm.key}")
        if pending is not None:
            options = tuple(Option(e.key, self._title(e)) for e in self.journal.answers() if self._title(e))
            question = OpenQuestion(pending.key, basis, "confirm-change", "choice", "change", options)
            self._open(question, "confirm-change", {}, ())
            return True, None
        texts = self.world.texts
        answers = [("yes", ("affirm",)), ("change", ("back",)), ("no", ("deny", "cancel"))]
        if not any(self._title(e) for e in self.journal.answers()):
            del answers[1]  # nothing of it can be changed by itself; a menu without options would be a dead end
        options = tuple(Option(value, texts.text("confirm", self.voice, attribute=value), intents=intents) for value, intents in answers)
        self._open(OpenQuestion(confirm.key, basis, confirm.text, "choice", "confirm", options), confirm.text, confirm.params, ())
        return True, None

    def _title(self, entry: Entry) -> str:
        """What an answer is called in the summary's "change" menu; "" when it cannot be changed by itself."""
        text = entry.key.split(":", 1)[1].split("#")[0].split("[")[0]
        if not self.world.texts.has(text, "title", self.voice.language):
            return ""
        return self.world.texts.text(text, self.voice, attribute="title")

    def _open(self, question: OpenQuestion, text: str, params: dict[str, Any], cards: tuple[Card, ...]) -> None:
        self.played.status = "waiting"
        before = self.before.open
        same = before is not None and before.token == question.token
        misses = before.misses if same and before is not None else 0
        self.played.frame = replace(self.before, open=replace(question, misses=misses))
        if same and not self.again:
            return
        words = self.world.texts.text(text, self.voice, params)
        if same and self.again in ("short", "miss"):
            short = self.world.texts.text(text, self.voice, params, "short") if self._has(text, "short") else words
            if self.again == "miss":
                short = short[:1].upper() + short[1:]  # it follows a full stop there, a colon in the other
            words = self.world.texts.text(f"again-{self.again}", self.voice, {"question": short})
        buttons = tuple(Button(o.title, self._payload(question, o), o.description) for o in question.options)
        if self.world.offer_person and not question.closing and all(o.value != "person" for o in question.options):
            buttons = (*buttons, Button(self.world.texts.text("menu-human", self.voice), go_payload("human")))
        shown = tuple(replace(c, buttons=(b,)) for c, b in zip(cards, buttons, strict=False))
        message = Message(
            words,
            buttons[len(shown) :],
            shown,
            asks_contact=question.slot in ("phone", "contact"),
            asks_file=question.slot == "photos",
            language=self.voice.language,
        )
        self._put(message, question.key, "confirm" if question.kind == "confirm" else "ask", text)

    def _payload(self, question: OpenQuestion, option: Option) -> str:
        if option.value.startswith("go:"):
            return go_payload(option.value[3:])
        return answer_payload(self.before.run, question.token, option.value)

    def _has(self, text: str, attribute: str) -> bool:
        return self.world.texts.has(text, attribute, self.voice.language)

    # --- saying ---------------------------------------------------------------------------------------------------------
    def _say(self, say: Say) -> None:
        params = digest(_plain(say.params))
        basis = digest(self.basis)
        entry = self.journal.get(say.key)
        # Said already: again only when an answer it rests on was changed *and* that makes it another sentence. When merely the
        # world moved (a piece was sold meanwhile), repeating yesterday's sentence would be noise.
        if entry is not None and (entry.basis == basis or entry.value == params):
            return
        self.journal = self.journal.put(Entry(say.key, Kind.SAY, params, basis))
        words = self.world.texts.text(say.text, self.voice, say.params)
        buttons = tuple(Button(self.world.texts.text(f"menu-{i.replace('_', '-')}", self.voice), go_payload(i)) for i in say.go)
        kind = "sorry" if say.apology else "promote" if say.promotion else "say"
        self._put(Message(words, buttons, say.cards, say.media, language=self.voice.language), say.key, kind, say.text)

    def _promise(self, promise: Promise) -> None:
        if self.journal.get(promise.key) is not None:
            return
        words = self.world.texts.text(promise.text, self.voice, {**promise.params, "due": promise.due})
        self.journal = self.journal.put(Entry(promise.key, Kind.PROMISE, promise.due.isoformat()))
        self.played.promises.append(Promised(promise.key, words, promise.due, promise.owner))
        self._put(Message(words, language=self.voice.language), promise.key, "promise", promise.text)

    def _hand_over(self, handover: HandOver) -> None:
        due = self.world.reply_by()
        text = f"handover-{handover.reason.replace('_', '-')}"
        text = text if self.world.texts.has(text) else "handover"
        words = self.world.texts.text(text, self.voice, {**handover.params, "due": due})
        self.played.status = "handed_over"
        self.played.handed = handover
        self.played.handover_due = due
        self.played.promises.append(Promised(handover.key, words, due, "agent"))
        self._put(Message(words, language=self.voice.language), handover.key, "handover", text)

    def _put(self, message: Message, step: str, kind: str, text: str) -> None:
        self.played.outputs.append(Output(message, step, kind, text, tuple(self.rests_on)))
        self.rests_on.clear()

    def _change(self, change: Change) -> None:
        known = self.journal.get(change.key) if change.key else None
        if known is not None and known.value == change.value:
            return  # changed in an earlier turn; since then it may have been changed again
        if change.key:
            self.journal = self.journal.put(Entry(change.key, Kind.SAY, change.value))
        self.played.changes.append((change.what, change.value))
        if change.what == "language":
            self.voice = replace(self.voice, language=change.value)
        elif change.what == "name":
            self.voice = replace(self.voice, name=change.value)

    def _invite(self, invite: Invite) -> Invitation:
        known = self.journal.get(invite.key)
        letters = str(known.value) if known is not None else self.world.links.draw()
        until = self.known.now + VALID["join"]
        if known is None:
            self.journal = self.journal.put(Entry(invite.key, Kind.LOOK, letters, sensitive=True))
            self.played.links.append(NewCode(digest_of(letters), until))
        return Invitation(shown(letters), until, self.world.links.doors(shown(letters)))

    # --- the outer world ------------------------------------------------------------------------------------------------
    async def _look(self, look: Look) -> Any:
        basis = digest(_plain(look.args), _plain(look.kwargs))
        if look.keep:
            entry = self.journal.get(look.key)
            if entry is not None and entry.basis == basis and isinstance(entry.value, str):
                return msgspec.json.decode(entry.value, type=get_type_hints(look.call)["return"])
        name = f"{look.key.split('#')[0]} {basis}"
        if name not in self.readings:
            self.readings[name] = await look.call(*look.args, **look.kwargs)
        found = self.readings[name]
        self._note(look.key, found)
        if look.keep:
            self.journal = self.journal.put(Entry(look.key, Kind.LOOK, msgspec.json.encode(found).decode(), basis))
        return found

    def _note(self, key: str, found: Any) -> None:
        as_of = getattr(found, "as_of", None)
        self.rests_on.append(f"{key} as of {as_of.isoformat(timespec='seconds')}" if as_of else key)

    async def _do(self, do: Do) -> Done | ShopRefused:
        entry = self.journal.get(do.key)
        if entry is not None and isinstance(entry.value, str):
            return decode_result(entry.value)
        if not do.harmless and not any(e.kind is Kind.CONFIRM for e in self.journal):
            raise FlowError(f"{self.before.flow}: {do.key} needs a confirm before it (or harmless=True)")
        key = f"{self.world.conversation}/{self.before.run}/{do.key}"
        known = await self.world.deeds.state(key)
        if known:
            result = decode_result(known)
        else:
            if known is None:
                await self.world.deeds.started(key)
            # Started but not finished: a crash hid the outcome. The shop is asked by the key first; only when it never saw
            # the key is the deed done, under the same key.
            earlier = await self.world.shop.done(key) if known == "" else None
            result = earlier or await do.call(*do.args, **do.kwargs, key=key)
            await self.world.deeds.finished(key, encode_result(result))
        self.journal = self.journal.put(Entry(do.key, Kind.DO, encode_result(result)))
        return result

    async def _prove(self, prove: Prove) -> Order | GateClosed | None:
        tried = self.journal.get(prove.key)
        if tried is not None and tried.basis == digest(prove.contact):
            return None
        typed = prove.contact or ""
        contacts = ([typed] if is_typed(typed) else []) if typed else list(self.known.proofs) + self.played.proofs
        closed = await self.world.gate.closed_until(prove.number)
        if closed is not None and prove.contact and prove.contact not in self.known.proofs:
            return GateClosed(closed)
        for contact in contacts:
            name = digest("prove", prove.number, contact, bool(typed))
            if name not in self.readings:
                proof = typed_proof(contact) if typed else proof_of(contact)
                self.readings[name] = await prove.call(prove.number, proof, language=self.voice.language)
            order: Order | None = self.readings[name]
            if order is not None:
                self._note(prove.key, order)
                self._met(order, contact)
                return order
        if prove.contact:
            # The contact is part of the key: who goes back and tries another one has tried twice.
            basis = digest(prove.contact)
            await self.world.gate.miss(prove.number, f"{self.world.conversation}/{self.before.run}/{prove.key}/{basis}")
            self.journal = self.journal.put(Entry(prove.key, Kind.PROVE, "wrong", basis))
            closed = await self.world.gate.closed_until(prove.number)
        return GateClosed(closed) if closed is not None else None

    def _met(self, order: Order, contact: str) -> None:
        if contact not in self.known.proofs and contact not in self.played.proofs:
            self.played.proofs.append(contact)
        if self.voice.name is None and order.name:
            self._change(Change("name", order.name.split()[0]))


def _plain(value: object) -> Any:
    """Anything a flow may pass, as JSON-ready values, for digests."""
    return msgspec.to_builtins(value, enc_hook=str)
