"""The clocks that run on a case: a person's first reply, and an agent who has fallen silent.

`clock` timers are set when a case goes to the queue: the first warns the agents, the second makes it urgent and tells the leads. A
`watch` timer is set when a customer's word waits for the agent who has the conversation; when it still does, the customer is told so
and the case goes back to the queue. What customers were promised is promises.py's; nobody hears two apologies for one thing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from bot.aside import notices
from bot.desk.values import CaseState, Changed
from bot.scene import Scene
from bot.store import baton
from bot.store.store import Store
from bot.store.upkeep import log as record
from bot.store.values import PromiseRow, TimerRow, micros
from bot.timers import Due, Timer


def kinds(store: Store) -> Mapping[str, Due]:
    """Who works out which kind of timer here."""

    async def case_of(scene: Scene) -> baton.Case | None:
        found: baton.Case | None = await store.read(lambda db: baton.live_case(db, int(scene.conversation)))
        return found

    async def clock(scene: Scene, timer: Timer) -> str | None:
        return first_reply(scene, timer, await case_of(scene))

    async def watch(scene: Scene, timer: Timer) -> str | None:
        return silent(scene, timer, await case_of(scene))

    return {"clock": clock, "watch": watch}


def first_reply(scene: Scene, timer: Timer, case: baton.Case | None) -> str | None:
    """The customer waits for a first reply: warn, then escalate. Nothing is said to them here."""
    since = timer.data["since"]
    waits = case is not None and case.handed_at == since and case.waiting_since is not None and case.waiting_since <= since
    if case is None or not waits:
        return "somebody has answered"
    conversation, at = int(scene.conversation), micros(scene.now)
    if timer.data["step"] == "warning":
        scene.changed.append(Changed(conversation, "case", case.id, case.agent, scene.now))
        return "the agents are warned"
    if case.escalated_at is not None:
        return "escalated already"
    scene.also.append(lambda db: baton.escalate(db, case.id, at))
    scene.changed += [Changed(conversation, what, case.id, case.agent, scene.now) for what in ("case", "escalated")]
    return "escalated: nobody has answered in time"


def silent(scene: Scene, timer: Timer, case: baton.Case | None) -> str | None:
    """The agent has not answered in time: the customer hears so, and somebody else gets the case."""
    if case is None or case.state is not CaseState.AGENT or scene.moves_to is not None:
        return "no agent has it any more"
    if case.waiting_since != timer.data["since"] or case.agent != timer.data["agent"] or scene.owner != f"agent:{case.agent}":
        return "the agent has answered"
    back_to_queue(scene, "agent-silent", "the agent was silent")
    return None


def back_to_queue(scene: Scene, text: str, reason: str, **params: str) -> None:
    """From an agent to the queue within a turn, with one honest sentence and a promise instead of the earlier one."""
    house = scene.stage.house
    due = house.hours.after(scene.now, house.reply_within)
    conversation, at, first = int(scene.conversation), micros(scene.now), micros(scene.first_due())
    key = f"queue/{at}"

    def queue(db: sqlite3.Connection) -> None:
        baton.to_queue(db, conversation, at, first, reason=reason)
        baton.settle_answers(db, conversation, "moved", at, but=key)
        record(db, at, "frontdesk", "to_queue", f"conversation:{conversation} {scene.owner} to queue: {reason}")

    scene.also.append(queue)
    scene.moves_to = "queue"
    scene.start_clock()
    scene.trace = {"decision": "timer", "reason": reason}
    if scene.state.stopped:  # they wanted no notices; the queue has them all the same
        return
    with notices(scene):
        scene.say(text, due=due, **params)
    said = scene.outgoing[-1].message.text
    scene.promises.append(PromiseRow(key, said, "agent", due))
    scene.timers.append(TimerRow("promise", {"key": key, "due": due.isoformat()}, scene.warn_at(due)))
