"""One turn being worked out: the state as it changes, what is to be said, and what transaction 2 will store.

`Scene.hear` takes one thing the customer said through decide -> journal -> runner and gathers the results. It writes nothing; the
turn commits the scene as a whole or drops it. Decisions are `decide.py`'s, replaying is `runner.py`'s; here they meet.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot import decide as d
from bot.conversation import Frame, OpenQuestion, State
from bot.decide import decide
from bot.fallbacks import FALLBACKS
from bot.handoff import summary
from bot.heard import CYRILLIC, Heard, speaks
from bot.journal import Entry, Journal, Kind, Source
from bot.links import LinkChange, Links, NoLinks, Parted
from bot.message import Message
from bot.runner import play
from bot.slots import SLOTS, Fit
from bot.stage import Stage
from bot.store.values import CaseRow, Outgoing, PromiseRow, TimerRow
from bot.talk import Known
from bot.texts import Voice
from bot.world import Deeds, Gate, Output, Played, World
from intents.understanding import Tone

MISSES = 3  # rule 10: then a person is offered
UNCLEAR = 2  # messages in a row that nobody understood
CALM_TURNS = 2  # calm messages after which anger is over
NOTE_EVERY = timedelta(hours=1)  # how often "I have added that to your case" is said


@dataclass(slots=True)
class Scene:
    """A conversation within one turn."""

    stage: Stage
    state: State
    conversation: str
    now: datetime
    deeds: Deeds
    gate: Gate
    trace: dict[str, Any] = field(default_factory=dict)
    outgoing: list[Outgoing] = field(default_factory=list)
    promises: list[PromiseRow] = field(default_factory=list)
    timers: list[TimerRow] = field(default_factory=list)
    case: CaseRow | None = None
    name: str | None = None
    erase: bool = False
    moved: list[str] = field(default_factory=list)
    ignored: str | None = None
    begun: int = 0
    links: Links = field(default_factory=NoLinks)
    linked: list[LinkChange] = field(default_factory=list)

    async def hear(self, heard: Heard) -> None:
        """Work out one thing the customer said."""
        was_angry = self.state.tone in (Tone.ANGRY, Tone.ABUSIVE)
        self._listen(heard)
        decision = decide(heard, self.state, self.stage.routes)
        best = heard.understanding.ranking[0] if heard.understanding.ranking else None
        self.trace = {
            "decision": type(decision).__name__.lower(),
            "intent": best.name if best else None,
            "score": round(best.confidence, 3) if best else None,
        }
        said = len(self.outgoing)
        if self.state.unclear and not isinstance(decision, d.Unclear | d.Ignore):
            self.state = replace(self.state, unclear=0)
        angry_now = self.state.tone is Tone.ANGRY and not was_angry
        if angry_now and isinstance(decision, d.Answer | d.Correct | d.Miss):
            self.say("anger-calm")
        if isinstance(decision, d.Answer | d.Correct | d.Miss) and self.state.frame is not None:
            # What answers a question belongs to the wish the matter began with, whatever its words look like by themselves.
            self.trace["heard_as"], self.trace["intent"] = self.trace["intent"], self.state.frame.intent
        await self._apply(decision, heard)
        if len(self.outgoing) == said and self.ignored is None and not isinstance(decision, d.Ignore):
            await self.again("full")  # whatever was said, the customer hears something
        if self.state.attempts:
            self.state = replace(self.state, attempts=0)

    def _listen(self, heard: Heard) -> None:
        understood = heard.understanding
        state = self.state
        if heard.press is not None or heard.opened:
            return
        foreign = CYRILLIC.search(heard.text) is not None and state.language in ("en", "sl")  # whatever it is, it is not that
        if (
            ((understood.language_sure and speaks(heard, first=not state.stack and not state.past)) or foreign)
            and not state.language_pinned
            and understood.language != state.language
        ):
            state = replace(state, language=understood.language)
        if understood.tone is Tone.CALM and state.tone is not Tone.CALM:
            calm = state.calm_turns + 1
            state = replace(state, calm_turns=calm, tone=Tone.CALM if calm >= CALM_TURNS else state.tone)
        elif understood.tone is not Tone.CALM:
            state = replace(state, tone=understood.tone, calm_turns=0)
        self.state = state

    async def _apply(self, decision: d.Decision, heard: Heard) -> None:
        match decision:
            case d.Answer():
                await self._answer(decision, heard)
            case d.Correct():
                await self._correct(decision, heard)
            case d.Begin():
                flow_name = self.stage.routes.get(decision.intent, decision.intent)  # a command may name a flow that has no intent
                await self.begin(flow_name, decision.intent, heard, replace_top=decision.replace)
            case d.Control():
                await self._control(decision, heard)
            case d.Clarify():
                await self.begin("clarify", "|".join(decision.intents), heard, replace_top=True)
            case d.Miss():
                await self._miss(heard)
            case d.Unclear():
                await self._unclear(heard)
            case d.Late():
                flow = self.stage.flow(decision.flow)
                intent = flow.intents[0] if flow and flow.intents else "help"
                await self.begin("late", intent, heard, replace_top=d.closing(self.state.frame))
            case d.Settled():
                self.say("late-settled")
                await self.again("short")
            case d.Ignore():
                self.ignored = decision.reason

    # --- decisions ------------------------------------------------------------------------------------------------------
    async def _answer(self, answer: d.Answer, heard: Heard) -> None:
        frame = self.state.frame
        assert frame is not None
        assert frame.open is not None  # decide answers open questions only
        question = frame.open
        fresh = tuple(e for e in heard.entities if e.value != answer.value)
        frame = replace(frame, journal=_answered(frame, question, answer), hints=(*frame.hints, *fresh), files=frame.files or heard.files)
        self.state = self.state.with_frame(frame)
        await self._run()

    async def _correct(self, correct: d.Correct, heard: Heard) -> None:
        """Digressions above the corrected matter are over: the customer has come back to it."""
        while self.state.frame is not None and self.state.frame.run != correct.run:
            self.state = self.state.popped()
        frame = self.state.frame
        assert frame is not None
        question = frame.open
        if question is not None and question.key == correct.key and correct.value is not None:  # it waited below, unanswered
            if question.kind == "confirm" and correct.value == "no":
                return await self._control(d.Control("cancel"), heard)
            return await self._answer(d.Answer(correct.value, Fit.SURE), heard)
        journal = frame.journal.reopen(correct.key) if correct.value is None else frame.journal.correct(correct.key, correct.value)
        self.state = self.state.with_frame(replace(frame, journal=_without_menu(journal)))
        await self._run("full")

    async def begin(self, flow: str, intent: str, heard: Heard, *, replace_top: bool) -> None:
        """Start a flow for a wish, in the place of the open matter or on top of it."""
        said, hints, files = heard.text, heard.entities, heard.files
        top = self.state.frame
        if top is not None and heard.press is not None and top.flow in ("clarify", "late"):
            said, hints, files = top.said, top.hints, top.files  # what was unclear was the wish, not its details
        if top is not None and replace_top:
            self.state = self.state.popped()
        frame = Frame(self._run_id(heard), flow, intent, said[:2000], hints, files)
        self.state = self.state.pushed(frame)
        await self._run()

    def _run_id(self, heard: Heard) -> str:
        """The same after a crash: made of the update that began the run and a count within it."""
        self.begun += 1
        return f"{heard.ids[0] if heard.ids else 0:x}.{self.begun}"

    async def _control(self, control: d.Control, heard: Heard) -> None:
        match control.what:
            case "back":
                frame = self.state.frame
                if frame is not None and frame.open is not None and frame.open.kind == "change":  # back to the summary
                    self.state = self.state.with_frame(replace(frame, journal=_without_menu(frame.journal)))
                    return await self._run("full")
                earlier = frame.journal.back() if frame else None
                if frame is None or earlier is None:
                    self.say("back-nothing")
                    return await self.again("short")
                self.state = self.state.with_frame(replace(frame, journal=earlier))
                return await self._run("full")
            case "repeat":
                if self.state.frame is None:
                    return self.say("nothing-said")
                return await self.again("full")
            case "cancel":
                if self.state.frame is None:
                    return self.say("nothing-open")
                self.state = self.state.popped()
                self.say("cancelled")
                return await self.again("short")
            case "stop":
                self.state = replace(self.state, stopped=True)
                return self.say("stopped")
            case "start":
                self.state = replace(self.state, stopped=False)
                return self.say("started")
            case "language":
                self.state = replace(self.state, language=control.value, language_pinned=True)
                self.say("language-changed")
                return await self.again("full")
            case "abuse":
                return await self._abuse()
        self.ignored = f"an unknown word to the conversation: {control.what}"

    async def _abuse(self) -> None:
        """Calm, one warning, then silence with a note; whoever turns polite again is served."""
        if self.state.warned:
            self.ignored = "abuse after a warning"
            return
        self.state = replace(self.state, warned=True)
        self.say("abuse-warning")

    async def _miss(self, heard: Heard) -> None:
        frame = self.state.frame
        assert frame is not None
        assert frame.open is not None  # a miss is of an open question
        misses = frame.open.misses + 1
        if misses >= MISSES:
            self.state = self.state.with_frame(replace(frame, open=replace(frame.open, misses=0)))
            await self.begin("stuck", "stuck", heard, replace_top=False)
            return
        self.state = self.state.with_frame(replace(frame, open=replace(frame.open, misses=misses)))
        await self._run("miss")

    async def _unclear(self, heard: Heard) -> None:
        if self.state.case_due is not None and self.state.case_due > self.now and heard.text.strip():
            self._note(heard)
            return
        unclear = self.state.unclear + 1
        self.state = replace(self.state, unclear=unclear)
        if unclear >= UNCLEAR:
            self.state = replace(self.state, unclear=0)
            await self.begin("give_up", heard.understanding.intent, heard, replace_top=True)
        elif heard.files and not heard.text.strip():
            self.say("file-received")
        elif not heard.text.strip():
            self.say("empty")
        else:
            await self.begin("unclear", "out_of_scope", heard, replace_top=True)

    def _note(self, heard: Heard) -> None:
        """A person has the case and reads along: what is said now belongs to it."""
        self.case = CaseRow("waiting", heard.understanding.intent, "more from the customer", {"text": heard.text, "files": heard.files})
        noted = self.state.noted_at
        if noted is None or self.now - noted > NOTE_EVERY:
            self.state = replace(self.state, noted_at=self.now)
            self.say("noted", due=self.state.case_due)
        else:
            self.ignored = "added to the open case"

    # --- running --------------------------------------------------------------------------------------------------------
    async def again(self, how: str) -> None:
        """Repeat the open question, if there is one: "full", or "short" when something else was said in between."""
        if self.state.frame is not None:
            await self._run(how)
        elif how == "full" and not self.outgoing:
            self.say("nothing-open")

    async def _run(self, again: str = "") -> None:
        """Play the top of the stack; when it ends, come back to what waited below."""
        while self.state.frame is not None:
            frame = self.state.frame
            flow = self.stage.flow(frame.flow)
            if flow is None:  # a deploy took the flow away: the matter is not lost, a person gets it
                flow, frame = FALLBACKS[1], replace(frame, flow="give_up")
                self.state = self.state.with_frame(frame)
            played = await play(frame, flow.run, self._known(frame), self._world(), again=again)
            self._gather(played)
            if played.status == "waiting":
                self.state = self.state.with_frame(played.frame)
                return
            if played.status == "handed_over":
                self._hand_over(played)
                return
            self.state = self.state.popped()
            self._ended(played)
            again = "short" if frame.flow != "stuck" else "full"

    def _gather(self, played: Played) -> None:
        for output in played.outputs:
            self._put(output, played.frame.flow)
        for promised in played.promises:
            key = f"{played.frame.run}/{promised.key}"
            self.promises.append(PromiseRow(key, promised.text, promised.owner, promised.due))
            self.timers.append(
                TimerRow("promise", {"key": key, "due": promised.due.isoformat(), "made": self.now.isoformat()}, self.warn_at(promised.due))
            )
        state = self.state
        for what, value in played.changes:
            match what:
                case "name":
                    state, self.name = replace(state, name=value), value
                case "language":
                    state = replace(state, language=value, language_pinned=True)
                case "stopped":
                    state = replace(state, stopped=value == "yes")
                case "erase":
                    self.erase = True
                case "part":
                    state = state.without_gained()
                    self.linked.append(Parted())
        if played.focus or played.proofs:
            proofs = (*state.proofs, *(p for p in played.proofs if p not in state.proofs))
            state = replace(state, focus={**state.focus, **played.focus}, proofs=proofs)
        self.state = state
        self.linked += played.links

    def warn_at(self, due: datetime) -> datetime:
        """A promise is looked at before it is due: a tenth of its time, at most a quarter of an hour, ahead."""
        return due - min((due - self.now) / 10, timedelta(minutes=15))

    def _hand_over(self, played: Played) -> None:
        assert played.handed is not None
        frames = self.state.stack
        self.case = CaseRow("waiting", played.frame.intent, played.handed.reason, summary(self.state, frames, played), played.handover_due)
        ended = tuple((f.run, f.flow) for f in frames)
        self.state = replace(self.state, stack=(), past=(*self.state.past, *ended)[-8:], case_due=played.handover_due)

    def _ended(self, played: Played) -> None:
        solved = next((e for e in played.frame.journal if e.key.startswith("ask:solved") and e.value == "yes"), None)
        if solved is not None and self.case is None:
            self.case = CaseRow("solved", played.frame.intent, None, {"flow": played.frame.flow})
        if self.erase:
            self.state = State(language=self.state.language, stopped=self.state.stopped)

    async def give_to_person(self, said: str, ids: tuple[int, ...]) -> None:
        """Our side keeps failing: whatever was open, a person gets it, without another word to the shop."""
        frame = Frame(f"{ids[0] if ids else 0:x}.t", "trouble", "trouble", said)
        self.state = self.state.pushed(frame)
        await self._run()

    # --- saying ---------------------------------------------------------------------------------------------------------
    def voice(self) -> Voice:
        mood = "angry" if self.state.tone in (Tone.ANGRY, Tone.ABUSIVE) else self.state.tone.value
        house = self.stage.house
        return Voice(self.state.language, house.tone, mood, self.state.name, house.name, house.hours.timezone, self.now)

    def say(self, text: str, **params: Any) -> None:
        """A sentence of the engine's own."""
        words = self.stage.texts.text(text, self.voice(), params)
        self._put(Output(Message(words, language=self.state.language), f"engine:{text}", "say", text), "engine")

    def _put(self, output: Output, flow: str) -> None:
        trace = {**self.trace, "flow": flow, "step": output.step, "kind": output.kind}
        if output.rests_on:
            trace["data"] = output.rests_on
        self.outgoing.append(Outgoing(output.message, trace))

    def _known(self, frame: Frame) -> Known:
        state = self.state
        return Known(
            name=state.name,
            language=state.language,
            tone=state.tone,
            now=self.now,
            timezone=self.stage.house.hours.timezone,
            focus=dict(state.focus),
            proofs=state.proofs,
            said=frame.said,
            intent=frame.intent,
            hints=frame.hints,
            nested=len(state.stack) > 1,
            house=self.stage.house,
            files=frame.files,
            others=self.links.others,
        )

    def _world(self) -> World:
        stage = self.stage
        offer = self.state.tone in (Tone.ANGRY, Tone.ABUSIVE)
        return World(stage.texts, self.voice(), stage.shop, self.deeds, self.gate, self.conversation, self._reply_by, offer, self.links)

    def _reply_by(self) -> datetime:
        return self.stage.house.hours.after(self.now, self.stage.house.reply_within)


def _without_menu(journal: Journal) -> Journal:
    """Without the summary's open "change what?": something else was said instead."""
    return Journal(tuple(e for e in journal if not e.key.startswith("change:")))


def _answered(frame: Frame, question: OpenQuestion, answer: d.Answer) -> Any:
    """The journal with the answer written into it."""
    journal, value = frame.journal, answer.value
    if question.kind == "confirm":
        if value == "yes":
            return journal.put(Entry(question.key, Kind.CONFIRM, True, question.basis, Source.CUSTOMER))
        return journal.put(Entry(f"change:{question.key}", Kind.SAY, "pending"))
    if question.kind == "change":
        return journal.drop(question.key).reopen(str(value))
    pairs = tuple((o.value, o.title) for o in question.options)
    slot = SLOTS[question.slot]
    return journal.put(Entry(question.key, Kind.ASK, value, question.basis, Source.CUSTOMER, slot.name, slot.sensitive, pairs))
