"""What happens when a one-time code comes back: two conversations are joined, or an order is opened.

A code that is wrong, used or too old gets the same words, and counts at the gate. Joining goes by a code alone, never by a name, a phone or
an e-mail. Codes themselves are `links.py`'s, rows are `store/links.py`'s; the turn writes everything in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot import links
from bot.decide import closing
from bot.heard import Heard
from bot.links import Door, Doors, Found, Joined, Opened
from bot.scene import Scene
from bot.store import links as rows
from bot.store.store import Store
from bot.store.values import Taken, micros
from bot.update import Update, UpdateKind
from bot.world import ORDER


class StoredLinks:
    """The `Links` of one conversation, kept in the store."""

    def __init__(self, store: Store, taken: Taken, doors: Doors, now: Callable[[], datetime]) -> None:
        self._store = store
        self._conversation = taken.id
        self._channel = taken.channel
        self._doors = doors
        self._now = now

    def draw(self) -> str:
        return links.draw()

    def doors(self, code: str) -> tuple[Door, ...]:
        return tuple(door for door in self._doors(code) if door.channel != self._channel)

    async def find(self, letters: str) -> Found | None:
        digest, now = links.digest(letters), micros(self._now())
        found: Found | None = await self._store.read(lambda db: rows.find(db, digest, self._conversation, now))
        return found

    async def others(self) -> tuple[str, ...]:
        return tuple(await self._store.read(lambda db: rows.others(db, self._conversation)))


def code_in(update: Update) -> str | None:
    """The letters of a code that an update brings: as the whole message, or by the link the chat was opened with."""
    match update.kind:
        case UpdateKind.TEXT | UpdateKind.EDIT:
            return None if update.attachments else links.read_code(update.text)
        case UpdateKind.START:
            return links.read_code(update.payload)
    return None


async def redeem(scene: Scene, letters: str, heard: Heard) -> None:
    """Work out one code."""
    scene.trace = {"decision": "code"}
    scene.state = replace(scene.state, attempts=0, unclear=0)
    found = None
    closed = await scene.gate.closed_until("")
    if closed is None:
        found = await scene.links.find(letters)
        if found is None:
            await scene.gate.miss("", f"{scene.conversation}/code/{heard.ids[0]}")
            closed = await scene.gate.closed_until("")
    if found is not None and found.kind == "order":
        return await _open(scene, found, heard)
    if closed is not None:
        scene.say("link-closed", until=closed)
    elif found is None:
        scene.say("link-wrong")
    elif found.relation == "own":
        scene.say("link-own")
    elif found.relation == "joined" or _used_here(scene, found):
        scene.say("link-already", channel=found.channel)
    else:
        _join(scene, found)
    await scene.again("short")


def _join(scene: Scene, found: Found) -> None:
    scene.state = scene.state.gaining(found.conversation, found.proofs, found.name)
    scene.linked.append(Joined(found.digest, found.conversation))
    scene.trace["step"] = "join"
    scene.say("link-joined", channel=found.channel)


async def _open(scene: Scene, found: Found, heard: Heard) -> None:
    """The proof is ours to give: no text of a customer and no connector can make one that begins like it (`bot.world.is_typed`)."""
    proof = f"{ORDER}{found.order}"
    if not _used_here(scene, found):
        scene.linked.append(Opened(found.digest, found.order))
    state = scene.state
    proofs = state.proofs if proof in state.proofs else (*state.proofs, proof)
    scene.state = replace(state, proofs=proofs, focus={**state.focus, "order": found.order})
    scene.say("link-order", number=found.order)
    wish = "order_status"
    await scene.begin(scene.stage.routes.get(wish, wish), wish, heard, replace_top=closing(state.frame))


def _used_here(scene: Scene, found: Found) -> bool:
    """The same code twice in one breath: to the store it is good until the turn is written."""
    return any(isinstance(change, Joined | Opened) and change.digest == found.digest for change in scene.linked)


def tell_joined(scene: Scene, data: dict[str, Any]) -> str | None:
    """Say where the code was made that another conversation was joined by it. Returns the reason when nothing was said."""
    if scene.state.stopped:
        return "the customer wants no notices (STOP)"
    scene.trace = {"decision": "timer"}
    scene.say("link-notice", channel=data["channel"])
    return None
