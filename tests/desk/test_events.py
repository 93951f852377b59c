"""Changes reach every listener at once; a slow one is told to read anew; nobody pays when nobody listens."""

from __future__ import annotations

import asyncio

from bot.connector import Receipt, SendRefused
from bot.desk.events import Events
from bot.desk.values import Changed
from bot.update import Update, UpdateKind
from tests.core.fakes import NOON, FakeChannel, open_reception


def drained(queue: asyncio.Queue[Changed]) -> list[Changed]:
    return [queue.get_nowait() for _ in range(queue.qsize())]


def test_everybody_who_listens_hears_in_order() -> None:
    events = Events()
    with events.listen() as one, events.listen() as other:
        for n in range(3):
            events.tell(Changed(n, "message"))
        assert [c.conversation for c in drained(one)] == [0, 1, 2] == [c.conversation for c in drained(other)]


def test_who_has_left_is_told_nothing() -> None:
    events = Events()
    heard = []
    with events.listen() as queue:
        heard.append(events.heard)
    heard.append(events.heard)
    events.tell(Changed(1, "message"))
    assert heard == [True, False]
    assert queue.empty()


def test_a_slow_listener_gets_one_reload_and_the_others_everything() -> None:
    events = Events(waiting=4)
    with events.listen() as slow, events.listen() as quick:
        heard: list[Changed] = []
        for n in range(50):
            events.tell(Changed(n, "message"))
            heard += drained(quick)
        assert len(heard) == 50
        assert drained(slow) == [Changed(0, "reload")]


def test_after_its_reload_a_listener_hears_again() -> None:
    events = Events(waiting=2)
    with events.listen() as queue:
        for n in range(9):
            events.tell(Changed(n, "message"))
        drained(queue)
        events.tell(Changed(9, "status"))
        assert drained(queue) == [Changed(9, "status")]


# --- what the core tells -----------------------------------------------------------------------------------------------------
def text(number: int, words: str, address: str = "ana") -> Update:
    return Update("test", f"{address}:{number}", address, UpdateKind.TEXT, NOON, words)


async def test_a_message_is_told_when_stored_then_its_answer_and_what_became_of_it() -> None:
    async with open_reception(FakeChannel()) as (reception, store):
        with reception.events.listen() as queue:
            await reception.accept([text(1, "hello")])
            stored = queue.get_nowait()
            conversation = await store.conversation("test", "ana")
            assert (stored.conversation, stored.what, stored.at) == (conversation, "message", NOON)
            await reception.settled("test", "ana", timeout=10)
            told = drained(queue)
        answers: list[int] = await store.read(lambda db: [row for (row,) in db.execute("SELECT id FROM outbox")])
        assert [(c.what, c.id) for c in told] == [("message", answers[-1]), *(("status", row) for row in answers)]


async def test_a_status_is_told_after_it_is_stored() -> None:
    async with open_reception(FakeChannel()) as (reception, store):
        with reception.events.listen() as queue:
            await reception.accept([text(1, "hello")])
            while (changed := await asyncio.wait_for(queue.get(), 10)).what != "status":
                pass
            states = await store.read(lambda db: db.execute("SELECT state FROM outbox WHERE id = ?", (changed.id,)).fetchall())
        assert states == [("sent",)]


async def test_a_refused_message_and_a_receipt_are_told() -> None:
    channel = FakeChannel(receipts=True)
    channel.plan = [SendRefused("gone", "no such chat")]
    async with open_reception(channel) as (reception, _):
        with reception.events.listen() as queue:
            await reception.accept([text(1, "hello")])
            await reception.settled("test", "ana", timeout=10)
            assert "status" in [c.what for c in drained(queue)]
            await reception.accept([text(2, "hello")])
            await reception.settled("test", "ana", timeout=10)
            drained(queue)
            await reception.report([Receipt("test", "read", "p1")])
            [changed] = drained(queue)
        assert changed.what == "status"
        assert changed.conversation
        assert changed.id


async def test_a_handover_is_told_as_a_change_of_owner() -> None:
    async with open_reception(FakeChannel()) as (reception, store):
        with reception.events.listen() as queue:
            await reception.accept([text(1, "human please")])
            await reception.settled("test", "ana", timeout=10)
            told = [c.what for c in drained(queue)]
        owners = await store.read(lambda db: db.execute("SELECT owner FROM conversations").fetchall())
        assert owners == [("queue",)]
        assert "owner" in told


async def test_the_same_update_again_is_told_to_nobody() -> None:
    async with open_reception(FakeChannel()) as (reception, _):
        await reception.accept([text(1, "hello")])
        await reception.settled("test", "ana", timeout=10)
        with reception.events.listen() as queue:
            await reception.accept([text(1, "hello")])
            assert queue.empty()


async def test_an_open_desk_hears_that_a_customer_is_typing_and_a_closed_one_costs_nothing() -> None:
    channel = FakeChannel()
    async with open_reception(channel) as (reception, _):
        await reception.writes("test", "ana")
        await reception.accept([Update("test", "1", "ana", UpdateKind.TEXT, NOON, "hello")])
        await reception.settled("test", "ana", timeout=5)
        with reception.events.listen() as heard:
            await reception.writes("test", "nobody we know")
            await reception.writes("test", "ana")
            changed = heard.get_nowait()
            assert (changed.what, changed.agent) == ("typing", 0)
            assert heard.empty()
