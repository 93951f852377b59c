"""The five replay laws, as functions of a transcript.

(a) restarted before every turn, with everything through JSON and disk: the same conversation;
(b) every update delivered twice: the same;
(c) killed after every write: the same, and no deed done a second time;
(d) every earlier answer corrected to itself: nothing new said;
(e) run twice over one journal: nothing said or done.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from bot.answered import known
from bot.app import demo_shop
from bot.runner import play
from bot.scene import Scene
from bot.store.lane import Job
from bot.store.values import decode_state, text_of
from connectors.shops.demo.shop import DemoShop
from tests.chat import Chat, Clock, Mailbox, Transcript, opened, say_line


def _worldly(transcript: Transcript) -> bool:
    """Talks in which the world changes are played as written only; the laws are about the same world."""
    return any(
        line.kind == "#" and (line.text in ("down", "up", "restart", "resolve") or line.text.startswith("later:"))
        for line in transcript.lines
    )


@asynccontextmanager
async def _customer(
    transcript: Transcript, clock: Clock, mailbox: Mailbox, database: str, shop: DemoShop, kind: type[Chat] = Chat
) -> AsyncIterator[Chat]:
    name = next((x.text.removeprefix("name:").strip() for x in transcript.lines if x.text.startswith("name:")), None)
    async with opened(clock, mailbox, database, shop) as desk:
        yield kind(desk, mailbox, clock, name=name, language=transcript.language, database=database)


_PLAIN: dict[Path, tuple[list[str], list[Any]]] = {}


async def plainly(transcript: Transcript, database: str) -> tuple[list[str], list[Any]]:
    """What is said and what is done when nothing goes wrong; worked out once a transcript."""
    known = _PLAIN.get(transcript.path)
    if known is None:
        clock, mailbox = Clock(), Mailbox()
        shop = demo_shop(clock)
        async with _customer(transcript, clock, mailbox, database, shop) as chat:
            for text in transcript.said:
                await say_line(chat, text)
        known = _PLAIN[transcript.path] = ([d.message.text for d in mailbox.sent], list(shop.writes))
    return known


async def restarted_before_every_turn(transcript: Transcript, tmp_path: Path) -> None:
    if _worldly(transcript):
        return
    expected, deeds = await plainly(transcript, str(tmp_path / "plain.db"))
    clock, mailbox = Clock(), Mailbox()
    shop = demo_shop(clock)
    count = seen = 0
    for text in transcript.said:
        async with _customer(transcript, clock, mailbox, str(tmp_path / "restarted.db"), shop) as chat:
            chat.count, chat.seen = count, seen
            await say_line(chat, text)
            count, seen = chat.count, chat.seen
    assert [d.message.text for d in mailbox.sent] == expected
    assert list(shop.writes) == deeds


async def delivered_twice(transcript: Transcript, tmp_path: Path) -> None:
    if _worldly(transcript):
        return
    expected, deeds = await plainly(transcript, str(tmp_path / "plain.db"))
    clock, mailbox = Clock(), Mailbox()
    shop = demo_shop(clock)
    async with _customer(transcript, clock, mailbox, str(tmp_path / "twice.db"), shop, _Twice) as chat:
        for text in transcript.said:
            await say_line(chat, text)
    assert [d.message.text for d in mailbox.sent] == expected
    assert list(shop.writes) == deeds


class _Twice(Chat):
    """Each update comes again right after it was answered."""

    __slots__ = ()

    async def sends(self, *updates: Any) -> list[Any]:
        await Chat.sends(self, *updates)
        heard = self.heard
        assert await self.desk.reception.accept(updates) == 0, "the same update was taken as a new one"
        await self.desk.reception.settled("test", self.address, timeout=10)
        assert self.listens() == [], "the second delivery was answered again"
        self.heard = heard
        return heard


MOST_WRITES = 12  # of one turn; more means that the law below no longer sees the end of it


async def killed_after_every_write(transcript: Transcript, tmp_path: Path) -> None:
    """In run k every turn is killed after its k-th write to disk and started again, until no turn has so many."""
    if _worldly(transcript):
        return
    expected, deeds = await plainly(transcript, str(tmp_path / "plain.db"))
    for allowed in range(MOST_WRITES):
        if not await _killed_after(transcript, tmp_path / f"killed{allowed}.db", allowed, expected, deeds):
            return
    raise AssertionError(f"a turn has more than {MOST_WRITES} writes")


async def _killed_after(transcript: Transcript, database: Path, allowed: int, expected: list[str], deeds: list[Any]) -> bool:
    """One run; whether any turn was killed."""
    clock, mailbox = Clock(), Mailbox()
    shop = demo_shop(clock)
    kills = 0
    async with AsyncExitStack() as life:
        chat = await life.enter_async_context(_customer(transcript, clock, mailbox, str(database), shop))
        for text in transcript.said:
            count, seen = chat.count, chat.seen
            dying = _Dying(chat.desk.store, allowed)
            with contextlib.suppress(ConnectionError):  # killed before the update was stored: the platform will repeat it
                await say_line(chat, text)
            dying.revive()
            if not dying.died:
                continue
            kills += 1
            await life.aclose()
            chat = await life.enter_async_context(_customer(transcript, clock, mailbox, str(database), shop))
            chat.count, chat.seen = count, seen
            await chat.desk.reception.settled("test", chat.address, timeout=10)
            await chat.desk.reception.sweep()  # what was on its way is sent again
            await say_line(chat, text)  # the platform repeats what was not acknowledged; else it is a double
    # A message may reach a channel twice where that does no harm, under the same id; words and order are the same.
    said = [d.message.text for d in {d.id: d for d in mailbox.sent}.values()]
    assert said == expected, f"killed after {allowed} writes"
    assert list(shop.writes) == deeds, f"killed after {allowed} writes"
    return kills > 0


class _Dying:
    """After so many writes of the store, all further ones are lost, as if the process had been killed."""

    def __init__(self, store: Any, allowed: int) -> None:
        self._left = allowed
        self.died = False
        self._store = store
        self._write = store.write
        store.write = self

    def revive(self) -> None:
        if not self.died:
            self._store.write = self._write

    async def __call__(self, job: Job) -> Any:
        if self._left <= 0:
            self.died = True
            raise ConnectionError("killed")
        self._left -= 1
        return await self._write(job)


async def answers_corrected_to_themselves(transcript: Transcript, tmp_path: Path) -> None:
    if _worldly(transcript):
        return
    async for _, before in _scenes(transcript, tmp_path):
        for entry in before.journal.answers():
            same = before.journal.correct(entry.key, entry.value)
            assert same == before.journal, f"correcting {entry.key} to itself changed the journal"


async def played_twice(transcript: Transcript, tmp_path: Path) -> None:
    if _worldly(transcript):
        return
    async for scene, frame in _scenes(transcript, tmp_path):
        flow = scene.stage.flow(frame.flow)
        assert flow is not None
        deeds = len(scene.stage.shop.writes)
        played = await play(frame, flow.run, known(scene.state, frame, scene.stage, scene.now, scene.links.others), scene._world())
        assert [o.text for o in played.outputs] == [], f"{frame.flow} spoke again over the same journal"
        assert played.frame.journal.entries == frame.journal.entries
        assert len(scene.stage.shop.writes) == deeds


async def _scenes(transcript: Transcript, tmp_path: Path) -> AsyncIterator[tuple[Scene, Any]]:
    """After each turn: the open frame as it was stored, and a scene to play it in."""
    clock, mailbox = Clock(), Mailbox()
    shop = demo_shop(clock)
    async with _customer(transcript, clock, mailbox, str(tmp_path / "scenes.db"), shop) as chat:
        for text in transcript.said:
            await say_line(chat, text)
            conversation = await chat.desk.store.conversation("test", chat.address)
            assert conversation is not None
            taken = await chat.desk.store.take(conversation)
            state = decode_state(text_of(taken.state))
            if state.frame is None:
                continue
            scene = Scene(chat.desk.stage, state, str(taken.id), clock(), chat.desk.store, _NoGate())
            yield scene, state.frame


class _NoGate:
    async def closed_until(self, number: str) -> None:
        return None

    async def miss(self, number: str, key: str) -> None:
        return None
