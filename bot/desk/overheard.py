"""What the bot does with a customer's words while an agent has the conversation: it keeps up, and keeps quiet.

Tone, language, name and phone are kept up to date, so that the bot is no stranger when the conversation comes back to it. What is the
customer's own right is served whoever has the baton: STOP and START, and having their data erased. Everything else is the agent's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace

from bot.aside import notices, without_stack
from bot.decide import Answer, Begin, Control, Correct, Decision, decide
from bot.desk.clocks import back_to_queue
from bot.desk.values import Changed
from bot.heard import Heard
from bot.scene import Scene
from bot.store import baton
from bot.store.values import Closed, Row, encode, micros
from bot.update import UpdateKind

ERASE = "erase_data"


async def overhear(scene: Scene, heard: Heard, rows: tuple[Row, ...], person: baton.Person, new_id: Callable[[], int]) -> list[Closed]:
    """Work out one thing the customer said to an agent."""
    _keep_titles(scene, rows)
    if heard.opened:
        return [Closed(r.id, "ignored", "the chat was opened again") for r in rows]
    if _is_a_right(_decided(scene, heard), scene):
        erasing = _erasing(scene)
        with notices(scene):
            if erasing:
                await scene.hear(heard)
            else:
                with without_stack(scene):
                    await scene.hear(heard)
        return [Closed(r.id, "answered") for r in rows]
    scene.listen(heard)
    scene.state = replace(scene.state, unclear=0)
    conversation, at = int(scene.conversation), micros(scene.now)
    due = micros(scene.stage.house.hours.after(scene.now, scene.stage.house.silent_within))

    def wait(db: sqlite3.Connection) -> None:
        baton.customer_waits(db, conversation, at, due, person.id, new_id)

    scene.also.append(wait)
    scene.changed.append(Changed(conversation, "case", agent=person.id, at=scene.now))
    if not person.there and scene.moves_to is None:
        back_to_queue(scene, "agent-away", "the agent is away", agent=person.name)
    return [Closed(r.id, "handed", f"with {person.name}") for r in rows]


def _decided(scene: Scene, heard: Heard) -> Decision:
    """As the bot would, but with no question open other than that of erasing."""
    state = scene.state if _erasing(scene) else replace(scene.state, stack=())
    return decide(heard, state, scene.stage.routes)


def _erasing(scene: Scene) -> bool:
    frame = scene.state.frame
    return frame is not None and frame.flow == scene.stage.routes.get(ERASE)


def _is_a_right(decision: Decision, scene: Scene) -> bool:
    match decision:
        case Control(what="stop" | "start"):
            return True
        case Begin(intent="erase_data"):
            return True
        case Answer() | Correct():
            return _erasing(scene)
    return False


def _keep_titles(scene: Scene, rows: tuple[Row, ...]) -> None:
    """An agent reads what stood on the button; platforms that tell only its payload would show them nothing."""
    pressed = [(r.id, encode(r.update).decode()) for r in rows if r.update.kind is UpdateKind.BUTTON and r.update.text]
    if pressed:
        scene.also.append(lambda db: baton.titled(db, pressed))
