"""The turn: one conversation's waiting updates, worked out and committed as one.

    take everything that waits -> understand -> decide -> run -> transaction 2

All rows that wait when a turn begins are that turn: texts and pictures sent in a row are read as one message, a button on its own. The
turn either commits whole or leaves no trace but finished deeds. A failure on our side costs the customer one honest sentence
and a little patience: the rows stay, the turn is tried again, and at last a person gets it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

import msgspec
import structlog

from bot.aside import notices, without_stack
from bot.commands import is_command
from bot.connector import Delivery
from bot.conversation import State
from bot.decide import Begin, Control, decide
from bot.desk import clocks
from bot.desk.events import Events
from bot.desk.overheard import overhear
from bot.desk.values import Changed
from bot.errors import FlowError, StaleTurn
from bot.gate import StoredGate
from bot.heard import Heard, read_payload
from bot.promises import remind
from bot.redeem import StoredLinks, code_in, redeem, tell_joined
from bot.scene import Scene
from bot.shop import ShopUnavailable
from bot.stage import Stage
from bot.store import baton, upkeep
from bot.store.incoming import LEFT
from bot.store.links import JOINED, places
from bot.store.store import Store
from bot.store.values import Closed, Row, Taken, TurnCommit, decode_message
from bot.timers import Due, Timer
from bot.update import UpdateKind
from intents.understanding import Tone, Understanding

log = structlog.get_logger(__name__)

RETRIES = (timedelta(seconds=5), timedelta(seconds=30), timedelta(seconds=120))  # then a person takes over
PATIENCE = timedelta(seconds=1)  # how long a scrap of a sentence waits for its rest (others tried: 1 s felt right, 5 s dead)
ALBUM = timedelta(seconds=0.3)  # how long an album waits for its next part; messengers send the parts within a few hundredths
JUST_AFTER = timedelta(microseconds=1)
URGENT = (Begin("human", replace=True), Begin("human", replace=False), Control("stop"))  # served though the shop does not answer

MAX_TEXT = 4000  # characters of a burst that are read; the whole is stored


class Engine(Protocol):
    """Understanding: at once, as `intents.engine.Engine` gives it, or to be awaited, as from a server (`intents.rasa.RasaEngine`)."""

    def understand(self, text: str, *, prior: str | None = None) -> Understanding | Awaitable[Understanding]: ...


@dataclass(frozen=True, slots=True)
class Beat:
    """What is answered together: the rows of one message, however many pieces it came in."""

    rows: tuple[Row, ...]
    heard: Heard | None = None
    ignored: str | None = None
    timer: Timer | None = None
    code: str | None = None  # the letters of a one-time code


class Turns:
    """Works out turns. Knows no platform; one instance serves every conversation."""

    def __init__(self, store: Store, engine: Engine, stage: Stage, now: Callable[[], datetime], patience: timedelta = PATIENCE) -> None:
        self._store = store
        self._engine = engine
        self._stage = stage
        self._now = now
        self._patience = patience
        self.forget: Callable[[str, str], Awaitable[None]] | None = None  # told of (channel, address) when a customer is erased
        self.events = Events()
        self.timers: dict[str, Due] = {"promise": self._promised, JOINED: self._joined, **clocks.kinds(store)}
        """Who works out which kind of timer; the composition adds what the core knows nothing of."""

    async def take(self, conversation: int) -> tuple[tuple[Delivery, ...], datetime | None]:
        """Work out one turn. What to deliver, and when to come back for rows that wait on purpose (None: nothing waits).

        Raises StaleTurn when another worker was faster.
        """
        now = self._now()
        taken = await self._store.take(conversation)
        person = await self._person(taken)
        ready = await self._ready(taken, now) if person is None else taken.rows
        later = min((r.not_before for r in taken.rows if r not in ready), default=None)
        if not ready:
            behind = [r for r in taken.rows if r.not_before <= now]  # the shop does not answer: no word overtakes another
            if behind:
                await self._store.postpone([r.id for r in behind], max(r.not_before for r in taken.rows) + JUST_AFTER)
            return (), min((r.not_before for r in taken.rows if r.not_before > now), default=None)
        scene = self._scene(taken, now)
        ready = await self._titled(taken, ready)
        closed: list[Closed] = []
        try:
            beats = await self._beats(ready, scene.state)
            hold = self._unfinished(beats, scene.state, now) if person is None else None
            if hold is not None:
                await self._store.postpone([r.id for r in ready], hold)
                return (), hold
            for beat in beats:
                closed += await (self._play(scene, beat) if person is None or beat.timer else self._hear_out(scene, beat, person))
            if scene.moves_to == "queue":
                await self._excuse(scene, taken)
        except StaleTurn:
            raise
        except Exception as error:
            if person is not None:
                return await self._unheard(taken, ready, error, person, now), None
            return await self._failed(taken, ready, error, now, scene.state.language)
        theirs = await self._store.read(lambda db: places(db, taken.customer)) if scene.erase else ()
        deliveries = await self._store.commit(_commit(taken, scene, tuple(closed), now))
        if self.forget is not None:
            for channel, address in theirs:
                await self.forget(channel, address)
        self._tell(taken, scene, now)
        return deliveries, later

    async def _person(self, taken: Taken) -> baton.Person | None:
        """The agent who has the conversation; None while the bot speaks there."""
        if not taken.owner.startswith("agent:"):
            return None
        return await self._store.read(lambda db: baton.person(db, taken.id))  # type: ignore[no-any-return]

    async def _excuse(self, scene: Scene, taken: Taken) -> None:
        """Who comes back soon is told when the agent they know is not there."""
        since = scene.now - baton.STICKY
        last = await self._store.read(lambda db: baton.last_person(db, taken.id, since)) if scene.owner == "bot" else None
        if last is not None and not last.there:
            scene.say("handover-other", agent=last.name)

    def _tell(self, taken: Taken, scene: Scene, now: datetime) -> None:
        if scene.moves_to not in (None, taken.owner):
            scene.changed.append(Changed(taken.id, "owner", at=now))
        elif scene.case is not None:
            scene.changed.append(Changed(taken.id, "case", at=now))
        for changed in scene.changed:
            self.events.tell(changed)

    async def _ready(self, taken: Taken, now: datetime) -> tuple[Row, ...]:
        """The rows of this turn. Words never overtake each other: what is due takes along an older scrap that waited for its rest, and
        waits itself behind a message the shop could not answer yet, unless it asks for a person or says stop."""
        rows = taken.rows
        due = tuple(r for r in rows if r.not_before <= now)
        if not due:
            return ()
        if not taken.state.attempts:
            return rows[: rows.index(due[-1]) + 1]
        first = rows[0].not_before
        if first <= now:
            return tuple(r for r in rows if r.not_before == first)  # as they failed together
        heard = [beat.heard for beat in await self._beats(due, taken.state) if beat.heard is not None]
        return due if any(decide(h, taken.state, self._stage.routes) in URGENT for h in heard) else ()

    def _scene(self, taken: Taken, now: datetime) -> Scene:
        gate = StoredGate(self._store, taken.id, self._now)
        links = StoredLinks(self._store, taken, self._stage.doors, self._now)
        return Scene(self._stage, taken.state, str(taken.id), now, self._store, gate, links=links, owner=taken.owner)

    async def _titled(self, taken: Taken, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Pressed buttons with the words that stood on them, for platforms that tell only the payload: the words are part of the wish."""
        bare = {r.update.payload for r in rows if r.update.kind is UpdateKind.BUTTON and not r.update.text}
        if not bare:
            return rows
        said = await self._store.read(lambda db: upkeep.recently_said(db, taken.id))
        titles = {b.payload: b.title for body in reversed(said) for b in decode_message(body).options if b.payload in bare}
        return tuple(
            replace(r, update=replace(r.update, text=titles[r.update.payload])) if not r.update.text and r.update.payload in titles else r
            for r in rows
        )

    # --- reading --------------------------------------------------------------------------------------------------------
    async def _beats(self, rows: Sequence[Row], state: State) -> list[Beat]:
        """Rows in their order, neighbours of one kind joined, edits put in the place of what they edit."""
        beats: list[Beat] = []
        words: list[Row] = []

        async def flush() -> None:
            if words:
                beats.append(Beat(tuple(words), await self._read(words, state)))
                words.clear()

        for row in _with_edits(rows):
            kind = row.update.kind
            code = code_in(row.update)
            if code is not None:
                await flush()
                silent = Heard("", _silent("", state), opened=True, ids=(row.id,))
                beats.append(Beat((row,), silent, code=code))
                continue
            if kind in (UpdateKind.TEXT, UpdateKind.MEDIA, UpdateKind.EDIT):
                alone = is_command(row.update.text)  # "stop" counts as a whole message, in a burst as well
                if alone:
                    await flush()
                words.append(row)
                if alone:
                    await flush()
                continue
            beat = self._other(row, state)
            if beat.ignored is None:
                await flush()
            beats.append(beat)
        await flush()
        return beats

    async def _read(self, rows: Sequence[Row], state: State) -> Heard:
        text = "\n".join(dict.fromkeys(r.update.text.strip() for r in rows if r.update.text.strip()))[:MAX_TEXT]
        files = tuple(a.url for r in rows for a in r.update.attachments)
        understood = self._engine.understand(text, prior=state.language)
        if not isinstance(understood, Understanding):
            understood = await understood
        return Heard(text, understood, files, ids=tuple(r.id for r in rows))

    def _other(self, row: Row, state: State) -> Beat:
        update = row.update
        match update.kind:
            case UpdateKind.BUTTON:
                press = read_payload(update.payload)
                if press is None:
                    return Beat((row,), ignored=f"a button that is not ours: {update.payload[:80]}")
                return Beat((row,), Heard(update.text, _silent(update.text, state), press=press, ids=(row.id,)))
            case UpdateKind.START:
                return Beat((row,), Heard("", _silent("", state), opened=True, ids=(row.id,)))
            case UpdateKind.LEFT:
                return Beat((row,), ignored=LEFT)
            case UpdateKind.TIMER:
                return Beat((row,), timer=Timer(update.payload, msgspec.json.decode(update.text or "{}"), row.id))
        return Beat((row,), ignored=update.payload or "nothing to answer in it")

    def _unfinished(self, beats: list[Beat], state: State, now: datetime) -> datetime | None:
        """Until when to wait for the rest of an album, or of what looks like the beginning of a sentence that nobody understands yet."""
        last = beats[-1] if beats else None
        if last is not None and last.rows[-1].update.album is not None and self._patience:
            whole = last.rows[-1].received_at + ALBUM
            return whole if whole > now else None
        if last is None or last.heard is None or last.heard.press is not None or state.frame is not None or last.heard.opened:
            return None
        text = last.heard.text
        scrap = 0 < len(text.split()) <= 3 and text[-1].isalnum() and not last.heard.understanding.in_scope
        until = last.rows[-1].received_at + self._patience
        return until if scrap and until > now else None

    # --- playing --------------------------------------------------------------------------------------------------------
    async def _play(self, scene: Scene, beat: Beat) -> list[Closed]:
        if beat.ignored is not None:
            return [Closed(r.id, "ignored", beat.ignored) for r in beat.rows]
        said, case = len(scene.outgoing), scene.case
        if beat.timer is not None:
            due = self.timers.get(beat.timer.kind)
            reason = await due(scene, beat.timer) if due else f"an unknown timer: {beat.timer.kind}"
            return [Closed(r.id, "ignored" if reason else "answered", reason) for r in beat.rows]
        assert beat.heard is not None
        self._meet(scene, beat.rows)
        scene.ignored = None
        await (scene.hear(beat.heard) if beat.code is None else redeem(scene, beat.code, beat.heard))
        handed = scene.case is not None and scene.case is not case and scene.case.state == "waiting"
        if handed:
            return [Closed(r.id, "handed", scene.case.reason if scene.case else None) for r in beat.rows]
        if scene.ignored is not None or len(scene.outgoing) == said:
            return [Closed(r.id, "ignored", scene.ignored or "nothing new to say") for r in beat.rows]
        return [Closed(r.id, "answered") for r in beat.rows]

    async def _hear_out(self, scene: Scene, beat: Beat, person: baton.Person) -> list[Closed]:
        """While an agent has the conversation the bot only listens (bot/desk/overheard.py)."""
        if beat.heard is None:
            return [Closed(r.id, "ignored", beat.ignored) for r in beat.rows]
        self._meet(scene, beat.rows)
        scene.state = replace(scene.state, attempts=0)
        if beat.code is not None:
            with notices(scene), without_stack(scene):
                await redeem(scene, beat.code, beat.heard)
            return [Closed(r.id, "answered") for r in beat.rows]
        return await overhear(scene, beat.heard, beat.rows, person, self._store.new_id)

    async def _promised(self, scene: Scene, timer: Timer) -> str | None:
        with notices(scene):
            return await remind(scene, self._store, timer)

    async def _joined(self, scene: Scene, timer: Timer) -> str | None:
        with notices(scene):
            return tell_joined(scene, timer.data)

    def _meet(self, scene: Scene, rows: tuple[Row, ...]) -> None:
        """What the platform vouches for: the name it shows, the phone it has verified."""
        name = next((r.update.first_name for r in rows if r.update.first_name), None)
        phone = next((r.update.phone for r in rows if r.update.phone), None)
        if scene.state.name is None and name:
            scene.state = replace(scene.state, name=name)
        if phone and f"verified:{phone}" not in scene.state.proofs:
            scene.state = replace(scene.state, proofs=(*scene.state.proofs, f"verified:{phone}"))

    async def _unheard(
        self, taken: Taken, rows: Sequence[Row], error: Exception, person: baton.Person, now: datetime
    ) -> tuple[Delivery, ...]:
        """Something failed while an agent has the conversation: they have read the words, and the customer need not hear of it."""
        log.error("turn failed under an agent", conversation=taken.id, exc_info=error)
        closed = tuple(Closed(r.id, "handed", f"with {person.name}; our side failed: {type(error).__name__}") for r in rows)
        return await self._store.commit(TurnCommit(taken, replace(taken.state, attempts=0), now, closed))

    # --- failing --------------------------------------------------------------------------------------------------------
    async def _failed(
        self, taken: Taken, rows: tuple[Row, ...], error: Exception, now: datetime, language: str
    ) -> tuple[tuple[Delivery, ...], datetime | None]:
        """One apology, a few tries, then a person. A flow that breaks a rule will break it again: a person at once."""
        attempts = taken.state.attempts + 1
        log.error("turn failed", conversation=taken.id, attempt=attempts, exc_info=error)
        fresh = self._scene(taken, now)
        fresh.state = replace(fresh.state, language=language)
        ids = tuple(r.id for r in rows)
        if attempts <= len(RETRIES) and not isinstance(error, FlowError):
            until = now + RETRIES[attempts - 1]
            fresh.state = replace(fresh.state, attempts=attempts)
            if attempts == 1:
                fresh.trace = {"decision": "retry"}
                fresh.say("trouble-retry")
            commit = replace(_commit(taken, fresh, (), now), postponed=(ids, until))
            return await self._store.commit(commit), until
        said = " / ".join(r.update.text for r in rows if r.update.text)[:2000]
        matters = {"error": type(error).__name__, "unavailable": isinstance(error, ShopUnavailable), "said": said}
        fresh.state = replace(fresh.state, attempts=0)
        fresh.trace = {"decision": "trouble", **matters}
        try:
            await fresh.give_to_person(said, ids)
        except Exception:  # not even that: better a visible dead letter than the same failure every second
            log.exception("turn cannot be handed over", conversation=taken.id)
            dead = tuple(Closed(i, "dead", f"our side failed: {type(error).__name__}") for i in ids)
            untouched = replace(taken.state, attempts=0)
            return await self._store.commit(TurnCommit(taken, untouched, now, dead)), None
        assert fresh.case is not None  # it was given to a person just now
        fresh.case = replace(fresh.case, intent="trouble", reason="our side failed", summary={**fresh.case.summary, **matters})
        closed = tuple(Closed(i, "handed", f"our side failed: {type(error).__name__}") for i in ids)
        deliveries = await self._store.commit(_commit(taken, fresh, closed, now))
        self._tell(taken, fresh, now)
        return deliveries, None


def _silent(text: str, state: State) -> Understanding:
    """The understanding of something that was not said in words."""
    return Understanding(text, state.language, False, (), False, (), Tone.CALM, None)


def _with_edits(rows: Sequence[Row]) -> list[Row]:
    """An edit of a message that still waits replaces its words where they stood; one of an answered message is read as new."""
    kept: dict[str, Row] = {}
    for row in rows:
        edits = row.update.edits
        if row.update.kind is UpdateKind.EDIT and edits in kept:
            kept[edits] = replace(kept[edits], update=replace(kept[edits].update, text=row.update.text))
            kept[f"edit:{row.id}"] = replace(
                row, update=replace(row.update, kind=UpdateKind.OTHER, payload="an edit that took its message's place")
            )
        else:
            kept[row.update.platform_id] = row
    return list(kept.values())


def _commit(taken: Taken, scene: Scene, closed: tuple[Closed, ...], now: datetime) -> TurnCommit:
    return TurnCommit(
        taken,
        scene.state,
        now,
        closed,
        tuple(scene.outgoing),
        tuple(scene.promises),
        tuple(scene.timers),
        scene.case,
        scene.name,
        owner=scene.moves_to,
        erase=scene.erase,
        also=tuple(scene.also),
        moved=tuple(scene.moved),
        links=tuple(scene.linked),
    )
