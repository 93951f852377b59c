"""One turn being worked out: the state as it changes, what is to be said, and what transaction 2 will store.

`Scene.hear` takes one thing the customer said through decide -> journal -> runner and gathers the results. It writes nothing; the
turn commits the scene as a whole or drops it. Decisions are `decide.py`'s, replaying is `runner.py`'s; here they meet.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot import decide as d
from bot import wishes
from bot.answered import answered, chosen, known, without_menu
from bot.controls import obey
from bot.conversation import Frame, State
from bot.decide import decide
from bot.desk.values import Changed
from bot.fallbacks import FALLBACKS
from bot.handoff import summary
from bot.heard import Heard
from bot.links import LinkChange, Links, NoLinks, Parted
from bot.message import Message
from bot.mood import boils_over, listened
from bot.quiet import look_at
from bot.runner import play
from bot.slots import Fit
from bot.stage import Stage
from bot.store import closing
from bot.store.ledger import WARNING
from bot.store.values import CaseRow, Job, Outgoing, PromiseRow, TimerRow, micros
from bot.texts import Voice
from bot.world import Deeds, Gate, Output, Played, World
from intents.understanding import Tone

MISSES = 3  # rule 10: then a person is offered
UNCLEAR = 2  # messages in a row that nobody understood
WARNED = 0.6  # of the time for a person's first reply: then the agents are warned
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
    owner: str = "bot"  # who has the baton
    moves_to: str | None = None  # and who gets it by this turn
    author: str = "bot"  # of what is said now; a notice is sent whoever has the baton
    also: list[Job] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)  # told to desks when the turn is stored
    reopens: bool = False  # what is handed over is the last case again

    async def hear(self, heard: Heard) -> None:
        """Work out one thing the customer said."""
        was_angry = self.state.tone in (Tone.ANGRY, Tone.ABUSIVE)
        self.listen(heard)
        decision = decide(heard, self.state, self.stage.routes)
        best = heard.understanding.ranking[0] if heard.understanding.ranking else None
        self.trace = {
            "decision": type(decision).__name__.lower(),
            "of": list(heard.ids),
            "in_scope": heard.understanding.in_scope,
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
        if boils_over(decision, heard, self.state, self.now):
            await self.begin("anger", heard.understanding.intent, heard, replace_top=False)
        else:
            await self._apply(decision, heard)
        if len(self.outgoing) == said and self.ignored is None and not isinstance(decision, d.Ignore):
            await self.again("full")  # whatever was said, the customer hears something
        if self.state.attempts:
            self.state = replace(self.state, attempts=0)

    def listen(self, heard: Heard) -> None:
        self.state = listened(self.state, heard)

    async def _apply(self, decision: d.Decision, heard: Heard) -> None:
        match decision:
            case d.Answer():
                await self._answer(decision, heard)
            case d.Correct():
                await self._correct(decision, heard)
            case d.Begin():
                await self.begin(self.flow_of(decision.intent), decision.intent, heard, replace_top=decision.replace)
            case d.Several():
                await wishes.serve(self, decision, heard)
            case d.Control() | d.Leave():
                await obey(self, decision)
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
        frame = replace(frame, journal=answered(frame, question, answer), hints=(*frame.hints, *fresh), files=frame.files or heard.files)
        self.state = self.state.with_frame(frame)
        await self.run()

    async def _correct(self, correct: d.Correct, heard: Heard) -> None:
        """Digressions above the corrected matter are over: the customer has come back to it."""
        while self.state.frame is not None and self.state.frame.run != correct.run:
            self.state = self.state.popped()
        frame = self.state.frame
        assert frame is not None
        question = frame.open
        if question is not None and question.key == correct.key and correct.value is not None:  # it waited below, unanswered
            if question.kind == "confirm" and correct.value == "no":
                return await obey(self, d.Control("cancel"))
            return await self._answer(d.Answer(correct.value, Fit.SURE), heard)
        journal = frame.journal.reopen(correct.key) if correct.value is None else frame.journal.correct(correct.key, correct.value)
        self.state = self.state.with_frame(replace(frame, journal=without_menu(journal)))
        await self.run("full")

    async def begin(self, flow: str, intent: str, heard: Heard, *, replace_top: bool) -> None:
        """Start a flow for a wish, in the place of the open matter or on top of it."""
        said, hints, files = heard.text, heard.entities, heard.files
        top = self.state.frame
        if top is not None and chosen(heard, top, intent):
            late = top.flow == "late"  # a late button's "tomorrow morning" was another day's
            said, files = "" if late else top.said, top.files  # what was unclear was the wish, not its details
            hints = () if late else (*top.hints, *hints)
        if top is not None and replace_top:
            self.state = self.state.popped()
        frame = Frame(self.run_id(heard), flow, intent, said[:2000], hints, files)
        self.state = wishes.taken_up(self.state, frame).pushed(frame)
        await self.run()

    def flow_of(self, intent: str) -> str:
        """The flow of an intent; a command may name a flow that has no intent."""
        return self.stage.routes.get(intent, intent)

    def run_id(self, heard: Heard) -> str:
        """The same after a crash: made of the update that began the run and a count within it."""
        self.begun += 1
        return f"{heard.ids[0] if heard.ids else 0:x}.{self.begun}"

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
        await self.run("miss")

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
        added = {"text": heard.text, "files": heard.files}
        self.case = CaseRow("waiting", heard.understanding.intent, "more from the customer", added, tone=self.state.tone.value)
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
            await self.run(how)
        elif how == "full" and not self.outgoing:
            self.say("nothing-open")

    async def run(self, again: str = "") -> None:
        """Play the top of the stack; when it ends, come back to what waited below."""
        while self.state.frame is not None:
            frame = self.state.frame
            flow = self.stage.flow(frame.flow)
            if flow is None:  # a deploy took the flow away: the matter is not lost, a person gets it
                flow, frame = FALLBACKS[1], replace(frame, flow="give_up")
                self.state = self.state.with_frame(frame)
            played = await play(
                frame, flow.run, known(self.state, frame, self.stage, self.now, self.links.others), self._world(), again=again
            )
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
            if wishes.next_begins(self):
                again = ""

    def _gather(self, played: Played) -> None:
        for output in played.outputs:
            self._put(output, played.frame.flow)
        self._promise(played)
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
                case "case" if value == "reopened":
                    self.reopens = True
                case "case" | "rating" | "comment":
                    self.also.append(
                        partial(closing.noted, conversation=int(self.conversation), what=what, value=value, at=micros(self.now))
                    )
        if played.focus or played.proofs:
            proofs = (*state.proofs, *(p for p in played.proofs if p not in state.proofs))
            state = replace(state, focus={**state.focus, **played.focus}, proofs=proofs)
        self.state = state
        self.linked += played.links

    def _promise(self, played: Played) -> None:
        for promised in played.promises:
            key, due = f"{played.frame.run}/{promised.key}", promised.due.isoformat()
            self.promises.append(PromiseRow(key, promised.text, promised.owner, promised.due))
            self.timers.append(TimerRow("promise", {"key": key, "due": due, "made": self.now.isoformat()}, self.warn_at(promised.due)))
            if not promised.key.startswith("handover:"):  # for a first reply the agents are warned by its clock
                self.timers.append(TimerRow(WARNING, {"key": key}, self.warn_owner_at(promised.due)))

    def warn_at(self, due: datetime) -> datetime:
        """When a promise is looked at before it is due (bot/quiet.py)."""
        return look_at(due, self.now, self.stage.house.hours.timezone)

    def warn_owner_at(self, due: datetime) -> datetime:
        """When the one who has to keep it is warned: as long before the customer would hear as that is before its time."""
        return max(self.now, due - 2 * (due - self.warn_at(due)))

    def _hand_over(self, played: Played) -> None:
        assert played.handed is not None
        frames = self.state.stack
        told = summary(self.state, frames, played)
        wishes.hand_over(self)
        self.case = self.waiting(played.frame.intent, played.handed.reason, told, played.handover_due)
        if self.reopens:
            self.timers.append(TimerRow(closing.REOPENED, {}, self.now))  # who had it gets it back, if they are there
        ended = tuple((f.run, f.flow) for f in frames)
        self.state = replace(self.state, stack=(), past=(*self.state.past, *ended)[-8:], case_due=played.handover_due, angry_turns=0)

    def waiting(self, intent: str, reason: str, told: dict[str, Any], due: datetime | None) -> CaseRow:
        """A case for a person. The first one moves the baton to the queue and starts the clock of the first reply."""
        if self.owner == "bot" and self.moves_to is None:
            self.moves_to = "queue"
            self.start_clock()
        angry = self.state.tone in (Tone.ANGRY, Tone.ABUSIVE)
        return CaseRow("waiting", intent, reason, told, due, self.first_due(), self.state.tone.value, 2 * angry, self.reopens)

    def first_due(self) -> datetime:
        """When the first reply of a person is due, by working hours."""
        return self.stage.house.hours.after(self.now, self.stage.house.first_reply_within)

    def start_clock(self) -> None:
        """From now the customer waits for a person: agents are warned, then leads are told (bot/desk/clocks.py)."""
        within = self.stage.house.first_reply_within
        since = {"since": micros(self.now)}
        self.timers.append(TimerRow("clock", {**since, "step": "warning"}, self.stage.house.hours.after(self.now, within * WARNED)))
        self.timers.append(TimerRow("clock", {**since, "step": "due"}, self.first_due()))

    def _ended(self, played: Played) -> None:
        solved = next((e for e in played.frame.journal if e.key.startswith("ask:solved") and e.value == "yes"), None)
        if solved is not None and self.case is None:
            self.case = CaseRow("solved", played.frame.intent, None, {"flow": played.frame.flow})
        if self.erase:
            self.state = State(language=self.state.language, stopped=self.state.stopped)
            self.moves_to = "bot"

    async def give_to_person(self, said: str, ids: tuple[int, ...]) -> None:
        """Our side keeps failing: whatever was open, a person gets it, without another word to the shop."""
        frame = Frame(f"{ids[0] if ids else 0:x}.t", "trouble", "trouble", said)
        self.state = self.state.pushed(frame)
        await self.run()

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
        self.outgoing.append(Outgoing(output.message, trace, self.author))

    def _world(self) -> World:
        stage = self.stage
        offer = self.state.tone in (Tone.ANGRY, Tone.ABUSIVE)
        return World(stage.texts, self.voice(), stage.shop, self.deeds, self.gate, self.conversation, self._reply_by, offer, self.links)

    def _reply_by(self) -> datetime:
        return self.stage.house.hours.after(self.now, self.stage.house.reply_within)
