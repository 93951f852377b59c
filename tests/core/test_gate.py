"""The gate before order data: five wrong tries close it for an hour, and its words tell nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from bot.flow import Flow
from bot.gate import ORDER_TRIES, SHUT, TRIES, StoredGate
from bot.store.store import Store
from bot.talk import GateClosed, Talk
from tests.core.fakes import NOON, Booth, Clock, booth


@asynccontextmanager
async def gates() -> AsyncIterator[tuple[Store, Clock]]:
    store, clock = await Store.open(), Clock()
    try:
        yield store, clock
    finally:
        await store.close()


async def test_five_wrong_tries_close_the_gate_for_an_hour() -> None:
    async with gates() as (store, clock):
        gate = StoredGate(store, 1, clock)
        for n in range(TRIES):
            assert await gate.closed_until("1001") is None
            await gate.miss("1001", f"k{n}")
        assert await gate.closed_until("1001") == NOON + SHUT
        assert await gate.closed_until("1002") == NOON + SHUT, "whatever order is asked for"
        clock.now += SHUT
        assert await gate.closed_until("1001") is None


async def test_after_the_hour_the_count_begins_anew() -> None:
    async with gates() as (store, clock):
        gate = StoredGate(store, 1, clock)
        for n in range(TRIES):
            await gate.miss("1001", f"k{n}")
        clock.now += SHUT + timedelta(seconds=1)
        for n in range(TRIES - 1):
            await gate.miss("1001", f"l{n}")
            assert await gate.closed_until("1001") is None
        await gate.miss("1001", "last")
        assert await gate.closed_until("1001") == clock.now + SHUT


async def test_misses_far_apart_do_not_add_up() -> None:
    async with gates() as (store, clock):
        gate = StoredGate(store, 1, clock)
        for n in range(3 * TRIES):
            await gate.miss("1001", f"k{n}")
            clock.advance(minutes=61)
        assert await gate.closed_until("1001") is None


async def test_one_try_is_counted_once_however_often_its_turn_runs() -> None:
    async with gates() as (store, clock):
        gate = StoredGate(store, 1, clock)
        for _ in range(20):
            await gate.miss("1001", "the same key")
        assert await gate.closed_until("1001") is None


async def test_one_conversations_misses_do_not_close_anothers() -> None:
    async with gates() as (store, clock):
        for n in range(TRIES):
            await StoredGate(store, 1, clock).miss("1001", f"k{n}")
        assert await StoredGate(store, 2, clock).closed_until("1001") is None


async def test_fifteen_wrong_tries_from_many_chats_close_one_order_for_all() -> None:
    async with gates() as (store, clock):
        for n in range(ORDER_TRIES):
            assert await StoredGate(store, 99, clock).closed_until("1001") is None
            await StoredGate(store, n, clock).miss("1001", f"k{n}")
        assert await StoredGate(store, 99, clock).closed_until("1001") == NOON + SHUT
        assert await StoredGate(store, 99, clock).closed_until("1002") is None


# --- as the customer meets it ----------------------------------------------------------------------------------------------
async def prove(talk: Talk, shop: Any) -> None:
    number = await talk.ask("order_number")
    contact = await talk.ask("contact", "ask-contact", about=number, number=number)
    for attempt in range(6):
        shown = await talk.prove(shop.order, number, contact)
        if isinstance(shown, GateClosed):
            await talk.say("told", what="closed")
            return
        if shown is not None:
            await talk.say("told", what=shown.number)
            return
        contact = await talk.ask("contact", "access-wrong", per=str(attempt), hinted=False, number="X", contact="Y")


PROVE = Flow("prove", prove, ("warranty",), "Proves.")


async def at_contact(ana: Booth, number: str) -> None:
    ana.engine.teach("guarantee", "warranty")
    await ana.says("guarantee")
    await ana.says(number)


async def test_a_wrong_proof_and_an_unknown_number_get_the_same_words() -> None:
    heard = []
    for number in ("1001", "9999"):
        async with booth(PROVE) as eve:
            await at_contact(eve, number)
            heard.append([await eve.says(f"eve{n}@example.com") for n in range(5)])
    assert heard[0] == heard[1]
    assert heard[0][:4] == [["No order X with Y."]] * 4
    assert heard[0][4] == ["Told closed."]


async def test_the_gate_stays_closed_in_the_next_matter_and_opens_an_hour_later() -> None:
    async with booth(PROVE) as eve:
        await at_contact(eve, "1001")
        for n in range(5):
            await eve.says(f"eve{n}@example.com")
        await at_contact(eve, "1001")
        assert await eve.says("ana@example.com") == ["Told closed."], "not even for the right one"
        eve.clock.advance(minutes=61)
        await at_contact(eve, "1001")
        assert await eve.says("ana@example.com") == ["Told 1001."]


async def test_going_back_is_no_way_to_guess_for_nothing() -> None:
    async with booth(PROVE) as eve:
        await at_contact(eve, "1001")
        said: list[str] = []
        for n in range(5):
            said = await eve.says(f"eve{n}@example.com")
            if n < 4:
                await eve.says("back")
        assert said == ["Told closed."]


async def test_a_right_contact_after_going_back_is_taken() -> None:
    async with booth(PROVE) as ana:
        await at_contact(ana, "1001")
        assert await ana.says("anna@example.com") == ["No order X with Y."]
        await ana.says("back")
        assert await ana.says("ana@example.com") == ["Told 1001."]
