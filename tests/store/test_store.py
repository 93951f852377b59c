"""The store: accepted means stored, a turn changes all or nothing, and both survive a restart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.conversation import Frame, State
from bot.errors import StaleTurn
from bot.journal import Entry, Journal, Kind
from bot.message import Button, Card, Media, Message
from bot.store import outgoing, upkeep
from bot.store.store import MEMORY, Store
from bot.store.values import (
    CaseRow,
    Closed,
    Outgoing,
    PromiseRow,
    TimerRow,
    TurnCommit,
    decode_message,
    decode_state,
    micros,
    moment,
    text_of,
)
from bot.update import Attachment, Update, UpdateKind
from intents.understanding import Entity, Tone

AT = datetime(2026, 11, 18, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture(params=["memory", "file"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """A store in memory, and the same on disk with its second lane."""
    opened = await Store.open(MEMORY if request.param == "memory" else str(tmp_path / "deep" / "er" / "store.db"))
    yield opened
    await opened.close()


def update(n: int = 1, address: str = "ana", text: str = "hello", **rest: Any) -> Update:
    return Update("test", f"{address}:{n}", address, UpdateKind.TEXT, AT, text, **rest)


async def select(store: Store, sql: str) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = await store.read(lambda db: db.execute(sql).fetchall())
    return rows


# --- accepting ------------------------------------------------------------------------------------------------------------
async def test_an_update_is_stored_once(store: Store) -> None:
    [(conversation, new)] = await store.accept([update()], AT)
    assert new
    assert await store.accept([update()], AT) == [(conversation, False)]
    assert await store.accept([update(), update()], AT) == [(conversation, False)] * 2
    assert await select(store, "SELECT count(*) FROM inbox") == [(1,)]


async def test_the_same_id_on_another_channel_is_another_update(store: Store) -> None:
    await store.accept([update(), replace(update(), channel="other")], AT)
    assert await select(store, "SELECT count(*) FROM inbox") == [(2,)]
    assert await select(store, "SELECT count(*) FROM conversations") == [(2,)]


async def test_one_address_is_one_conversation_however_many_at_once(store: Store) -> None:
    answers = await asyncio.gather(*(store.accept([update(n), update(n, "bob")], AT) for n in range(50)))
    assert len({pair[0][0] for pair in answers}) == 1
    assert await select(store, "SELECT count(*) FROM conversations") == [(2,)]
    assert await select(store, "SELECT count(*) FROM customers") == [(2,)]
    assert await select(store, "SELECT count(DISTINCT id) FROM inbox") == [(100,)]


async def test_everything_of_an_update_comes_back(store: Store) -> None:
    photo = Attachment("image", "/files/1.png", "1.png", "image/png", 1234)
    given = update(
        1,
        text='quotes "" and \\ and \x00 and \u202e and 🙂 and ж',
        payload="q:go:x",
        attachments=(photo,),
        edits="0",
        name="Ana",
        locale="sl",
        phone="+386",
    )
    [(conversation, _)] = await store.accept([given], AT)
    taken = await store.take(conversation)
    assert taken.rows[0].update == given
    assert taken.rows[0].received_at == AT


async def test_half_a_letter_is_stored_as_a_question_mark_and_not_refused(store: Store) -> None:
    """Lone surrogates are no text: no database and no platform takes them."""
    [(conversation, new)] = await store.accept([update(text="a\ud83dz", name="A\udc00na")], AT)
    assert new
    taken = await store.take(conversation)
    assert (taken.rows[0].update.text, taken.rows[0].update.name) == ("a?z", "A?na")


@pytest.mark.parametrize(("locale", "language"), [("sl", "sl"), ("uk-UA", "uk"), ("de", "en"), (None, "en"), ("", "en")])
async def test_a_new_customer_is_spoken_to_in_the_platforms_language_if_it_is_ours(store: Store, locale: str | None, language: str) -> None:
    [(conversation, _)] = await store.accept([update(locale=locale)], AT)
    assert (await store.take(conversation)).state.language == language


async def test_the_conversation_of_an_address(store: Store) -> None:
    assert await store.conversation("test", "ana") is None
    [(conversation, _)] = await store.accept([update()], AT)
    assert await store.conversation("test", "ana") == conversation
    assert await store.conversation("other", "ana") is None


# --- the turn -------------------------------------------------------------------------------------------------------------
async def turn_of(store: Store, **parts: Any) -> TurnCommit:
    [(conversation, _)] = await store.accept([update()], AT)
    taken = await store.take(conversation)
    closed = tuple(Closed(r.id, "answered") for r in taken.rows)
    return TurnCommit(taken, State(language="sl", name="Ana"), AT, closed, **parts)


MESSAGE = Message("Hello", (Button("Yes", "q:1:2:yes"),), (Card("Kettle", "39.90", Media("image", "/k.png", "A kettle")),), language="sl")


async def test_a_turn_changes_everything_together(store: Store) -> None:
    turn = await turn_of(
        store,
        outgoing=(Outgoing(MESSAGE, {"flow": "x"}), Outgoing(Message("Bye"), {})),
        promises=(PromiseRow("r.1/promise:soon#0", "Soon.", "agent", AT + timedelta(hours=1)),),
        timers=(TimerRow("promise", {"key": "k"}, AT + timedelta(minutes=50)),),
        case=CaseRow("waiting", "human", "asked", {"said": "hello"}, AT + timedelta(hours=1)),
        customer_name="Ana",
    )
    deliveries = await store.commit(turn)
    assert [(d.channel, d.address, d.message) for d in deliveries] == [("test", "ana", MESSAGE), ("test", "ana", Message("Bye"))]
    assert await select(store, "SELECT id, state, trace FROM outbox ORDER BY id") == [
        (deliveries[0].id, "sending", '{"flow":"x"}'),
        (deliveries[1].id, "sending", "{}"),
    ]
    assert await select(store, "SELECT state FROM inbox") == [("answered",)]
    assert await select(store, "SELECT key, owner, state, due_at FROM promises") == [
        ("r.1/promise:soon#0", "agent", "open", micros(AT + timedelta(hours=1)))
    ]
    assert await select(store, "SELECT kind, data, state FROM timers") == [("promise", '{"key":"k"}', "due")]
    assert await select(store, "SELECT state, intent, reason FROM cases") == [("waiting", "human", "asked")]
    assert await select(store, "SELECT name FROM customers") == [("Ana",)]
    again = await store.take(turn.taken.id)
    assert (again.state, again.version, again.rows) == (turn.state, 1, ())


async def test_a_turn_onto_another_version_changes_nothing_at_all(store: Store) -> None:
    turn = await turn_of(
        store,
        outgoing=(Outgoing(MESSAGE, {}),),
        case=CaseRow("waiting", "human", "asked", {}),
        promises=(PromiseRow("k", "t", "agent", AT),),
    )
    await store.commit(replace(turn, outgoing=(), case=None, promises=(), closed=()))
    with pytest.raises(StaleTurn):
        await store.commit(turn)
    for table in ("outbox", "cases", "promises"):
        assert await select(store, f"SELECT count(*) FROM {table}") == [(0,)]
    assert await select(store, "SELECT state FROM inbox") == [("waiting",)]


async def test_a_turn_whose_last_statement_fails_changes_nothing_at_all(store: Store) -> None:
    turn = await turn_of(store, outgoing=(Outgoing(MESSAGE, {}),), timers=(TimerRow("promise", {}, AT),))
    await store.write(lambda db: db.execute("DROP TABLE timers"))
    with pytest.raises(Exception, match="timers"):
        await store.commit(turn)
    assert await select(store, "SELECT count(*) FROM outbox") == [(0,)]
    assert (await store.take(turn.taken.id)).version == 0


async def test_a_promise_is_in_the_ledger_once(store: Store) -> None:
    promise = PromiseRow("k", "Soon.", "agent", AT)
    turn = await turn_of(store, promises=(promise,))
    await store.commit(turn)
    await store.commit(replace(turn, taken=await store.take(turn.taken.id), closed=(), promises=(promise,)))
    assert await select(store, "SELECT count(*) FROM promises") == [(1,)]


async def test_a_case_with_a_person_grows_and_keeps_what_was_known(store: Store) -> None:
    turn = await turn_of(store, case=CaseRow("waiting", "human", "asked", {"said": "first"}, AT))
    await store.commit(turn)
    more = CaseRow("waiting", "out_of_scope", "more from the customer", {"text": "second"})
    await store.commit(replace(turn, taken=await store.take(turn.taken.id), closed=(), case=more))
    [(reason, summary)] = await select(store, "SELECT reason, summary FROM cases")
    assert reason == "asked"
    assert summary == '{"said":"first","more":[{"intent":"out_of_scope","reason":"more from the customer","text":"second"}]}'


async def test_rows_that_wait_come_back_in_their_time(store: Store) -> None:
    turn = await turn_of(store)
    [row] = turn.taken.rows
    await store.postpone([row.id], AT + timedelta(seconds=5))
    assert (await store.take(turn.taken.id)).rows[0].not_before == AT + timedelta(seconds=5)
    assert await store.read(lambda db: upkeep.unfinished(db, micros(AT))) == []
    assert await store.read(lambda db: upkeep.unfinished(db, micros(AT + timedelta(seconds=5)))) == [turn.taken.id]


# --- restarts -------------------------------------------------------------------------------------------------------------
async def test_what_was_stored_is_there_after_a_restart_and_ids_go_on(tmp_path: Path) -> None:
    path = str(tmp_path / "store.db")
    first = await Store.open(path)
    [(conversation, _)] = await first.accept([update()], AT)
    highest = first.new_id()
    await first.close()
    second = await Store.open(path)
    try:
        assert await second.accept([update()], AT) == [(conversation, False)]
        assert [r.update.text for r in (await second.take(conversation)).rows] == ["hello"]
        assert second.new_id() > highest - 1
        await second.accept([update(2), update(3)], AT)
        assert await select(second, "SELECT count(*) FROM inbox") == [(3,)]
    finally:
        await second.close()


async def test_ids_are_unique_though_two_threads_take_them(store: Store) -> None:
    given: list[int] = []

    def from_the_writer(db: Any) -> None:
        given.extend(store.new_id() for _ in range(5000))

    job = asyncio.create_task(store.write(from_the_writer))
    mine = []
    while not job.done():
        mine += [store.new_id() for _ in range(200)]
        await asyncio.sleep(0)
    await job
    assert len({*given, *mine}) == len(given) + len(mine)


async def test_a_database_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot open the database"):
        await asyncio.wait_for(Store.open(str(tmp_path)), 10)


async def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"this is no database at all, but a letter to grandmother" * 100)
    with pytest.raises(OSError, match="cannot open the database"):
        await asyncio.wait_for(Store.open(str(path)), 10)


# --- deeds, timers, messages out ----------------------------------------------------------------------------------------------
async def test_a_deed_is_unknown_then_started_then_finished(store: Store) -> None:
    assert await store.state("k") is None
    await store.started("k")
    assert await store.state("k") == ""
    await store.finished("k", "done {}")
    assert await store.state("k") == "done {}"


async def test_a_timer_becomes_an_update_of_its_conversation_once(store: Store) -> None:
    turn = await turn_of(store, timers=(TimerRow("promise", {"key": "k"}, AT + timedelta(minutes=1)),))
    await store.commit(turn)

    def body(kind: str, data: str, channel: str, address: str, timer: int) -> str:
        return text_of(Update(channel, f"timer:{timer}", address, UpdateKind.TIMER, AT, data, kind))

    async def fire(at: datetime) -> list[int]:
        fired: list[int] = await store.write(lambda db: upkeep.fire_timers(db, micros(at), store.new_id, body))
        return fired

    assert await fire(AT) == []
    assert await fire(AT + timedelta(minutes=1)) == [turn.taken.id]
    assert await fire(AT + timedelta(minutes=2)) == []
    [row] = (await store.take(turn.taken.id)).rows
    assert (row.update.kind, row.update.payload, row.update.text, row.update.address) == (UpdateKind.TIMER, "promise", '{"key":"k"}', "ana")


async def test_a_message_outside_a_turn_knows_its_address(store: Store) -> None:
    [(conversation, _)] = await store.accept([update()], AT)
    delivery = await store.enqueue(conversation, Message("News"), {"why": "x"}, AT)
    assert (delivery.channel, delivery.address) == ("test", "ana")
    assert await store.read(lambda db: upkeep.trace(db, delivery.id)) == '{"why":"x"}'


async def test_only_one_claims_a_queued_message(store: Store) -> None:
    [(conversation, _)] = await store.accept([update()], AT)
    delivery = await store.enqueue(conversation, Message("News"), {}, AT)
    await store.mark(delivery.id, "queued", due=AT)
    now = micros(AT)
    assert [row[0] for row in await store.write(lambda db: outgoing.claim(db, now, "test", 10))] == [delivery.id]
    assert await store.write(lambda db: outgoing.claim(db, now, "test", 10)) == []


async def test_a_history_has_a_limit_and_is_the_newest(store: Store) -> None:
    for n in range(10):
        await store.accept([update(n, text=str(n))], AT + timedelta(seconds=n))
    rows = await store.read(lambda db: upkeep.history(db, "test", "ana", 3))
    assert [row[4] for row in rows] == ["ana:9", "ana:8", "ana:7"]


# --- values ------------------------------------------------------------------------------------------------------------------
def test_times_keep_their_microseconds() -> None:
    assert moment(micros(AT)) == AT


def test_a_message_and_a_state_survive_json() -> None:
    frame = Frame("1.1", "x", "y", "said", (Entity("sku", "KET-17", 0, 3, 0.9),), ("/1.png",), Journal((Entry("k", Kind.ASK, ("a", "b")),)))
    state = State((frame,), "sl", True, "Ana", {"order": "1001"}, ("a@b.c",), Tone.ANGRY, 1, True, True, 1, (), (("r", "f"),), AT, AT, 2)
    assert decode_state(text_of(state)) == state
    assert decode_message(text_of(MESSAGE)) == MESSAGE


async def test_a_conversation_whose_state_cannot_be_read_begins_afresh(store: Store) -> None:
    ((conversation, _),) = await store.accept([update()], AT)
    await store.write(lambda db: db.execute("UPDATE conversations SET state = '{\"stack\": 7}'"))
    taken = await store.take(conversation)
    assert taken.state == State()
    assert [row.update.text for row in taken.rows] == ["hello"]
