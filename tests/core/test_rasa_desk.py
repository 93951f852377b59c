"""Frontdesk with `intents.engine: rasa`: whole conversations through a server, without it, and what an operator sees of both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.app import Desk, demo_shop, open_desk, rasa_check, rasa_engine, web_app
from bot.config import Config
from bot.config_intents import IntentsConfig
from intents.engine import Engine
from intents.rasa.engine import RasaEngine
from tests.chat import Chat, Clock, Mailbox, config, engine
from tests.standins.rasa import StandInRasa

TOKEN = "letters-and-1-digit"
QUESTION = "hello 1002"  # to our own engine a greeting: where it is taken for an order, Rasa was asked


@pytest.fixture
async def rasa() -> AsyncIterator[StandInRasa]:
    async with StandInRasa(token=TOKEN) as server:
        server.teach(QUESTION, "order_status")
        server.teach("where is my order 1002", "order_status")
        server.teach("yes, thank you", "affirm")
        yield server


def settings(rasa: StandInRasa, *, timeout: float = 10) -> Config:
    chosen = IntentsConfig(engine="rasa", rasa_url=rasa.url, rasa_token=TOKEN, rasa_timeout=timeout)
    return config().model_copy(update={"intents": chosen})


@asynccontextmanager
async def chatting(settings: Config) -> AsyncIterator[tuple[Chat, RasaEngine]]:
    clock, mailbox, embedded = Clock(), Mailbox(), engine()
    assert isinstance(embedded, Engine)
    through = rasa_engine(settings, embedded)
    async with open_desk(settings, now=clock, shop=demo_shop(clock), engine=through, patience=timedelta(0)) as desk:
        desk.connectors[mailbox.name] = mailbox
        async with desk.reception:
            yield Chat(desk, mailbox, clock), through


async def _asks_for_1002(chat: Chat, question: str) -> None:
    await chat.says(question)
    chat.hears("To protect your data")
    await chat.says("ana.novak@example.com")
    chat.hears("order 1002 is late", buttons=["Yes, thank you"])
    await chat.says("yes, thank you")
    chat.hears("Thank you, Ana")


async def test_a_conversation_is_led_by_rasas_understanding(rasa: StandInRasa) -> None:
    async with chatting(settings(rasa)) as (chat, through):
        await _asks_for_1002(chat, QUESTION)
        assert rasa.asked == [QUESTION, "yes, thank you"], "and what an e-mail means, nobody needs to be asked"
        assert through.counts == {"answered": 2}


async def test_the_same_conversation_goes_on_when_rasa_dies_in_its_middle(rasa: StandInRasa) -> None:
    async with chatting(settings(rasa)) as (chat, through):
        await chat.says(QUESTION)
        await rasa.down()
        await chat.says("ana.novak@example.com")
        chat.hears("order 1002 is late")
        await chat.says("yes, thank you")
        chat.hears("Thank you, Ana")
        assert through.counts == {"answered": 1, "connection": 1}


async def test_a_server_that_hangs_costs_each_turn_its_limit_and_no_more(rasa: StandInRasa) -> None:
    rasa.fail("hang")
    async with chatting(settings(rasa, timeout=0.1)) as (chat, through):
        await _asks_for_1002(chat, "where is my order 1002")
        await chat.says("hello")
        assert through.counts == {"timeout": 3}
        await chat.says("hello")
        assert through.counts == {"timeout": 3, "resting": 1}, "and the fourth costs nothing"


@asynccontextmanager
async def _pages(desk: Desk) -> AsyncIterator[TestClient]:  # type: ignore[type-arg]
    async with TestClient(TestServer(await web_app(desk, made=()))) as client:
        yield client


async def test_an_operator_sees_that_rasa_is_left_alone_and_the_house_stays_ready(rasa: StandInRasa) -> None:
    async with chatting(settings(rasa)) as (chat, through), _pages(chat.desk) as pages:
        ready = await (await pages.get("/readyz")).json()
        assert ready["understanding"] == {"engine": "rasa", "fault": ""}
        await rasa.down()
        for _ in range(3):
            await through.understand("where is my order 1002")
        answered = await pages.get("/readyz")
        ready = await answered.json()
        assert (answered.status, ready["status"]) == (200, "ready")
        assert ready["understanding"]["fault"].startswith("Rasa: no connection")
        metrics = await (await pages.get("/metrics")).text()
        assert 'frontdesk_rasa_messages_total{outcome="connection"} 3.0' in metrics
        assert "frontdesk_rasa_up 0.0" in metrics
        assert TOKEN not in metrics + str(ready)


async def test_without_rasa_the_pages_name_the_embedded_engine(rasa: StandInRasa) -> None:
    clock = Clock()
    async with open_desk(config(), now=clock, shop=demo_shop(clock), engine=engine()) as desk, _pages(desk) as pages:
        assert (await (await pages.get("/readyz")).json())["understanding"] == {"engine": "embedded", "fault": ""}
        assert "frontdesk_rasa" not in await (await pages.get("/metrics")).text()
    assert rasa.asked == []


async def _found(settings: Config) -> list[tuple[str, bool, str]]:
    check = rasa_check(settings)
    assert check is not None
    try:
        return [(one.what, one.right, one.detail) for one in await check.check()]
    finally:
        await check.close()


async def test_the_live_check_finds_a_server_a_model_and_our_intents(rasa: StandInRasa) -> None:
    assert await _found(settings(rasa)) == [
        ("server", True, f"Rasa 3.6.21 at {rasa.url}"),
        ("model", True, "frontdesk.tar.gz"),
        ("intents", True, "takes 'where is my order 1002' for order_status (0.97)"),
    ]


async def test_the_live_check_says_what_is_wrong(rasa: StandInRasa) -> None:
    rasa.teach("where is my order 1002", "track_parcel")
    *_, (what, right, detail) = await _found(settings(rasa))
    assert (what, right) == ("intents", False)
    assert "track_parcel, which is no intent of Frontdesk" in detail
    rasa.loaded = False
    *_, (what, right, detail) = await _found(settings(rasa))
    assert (what, right) == ("model", False)
    assert "no model" in detail
    rasa.token = "another"
    *_, (what, right, detail) = await _found(settings(rasa))
    assert (what, right) == ("model", False)
    assert "RASA_TOKEN" in detail
    assert TOKEN not in detail
    await rasa.down()
    assert [(what, right) for what, right, _ in await _found(settings(rasa))] == [("server", False)]


def test_the_embedded_engine_alone_has_nothing_to_check() -> None:
    assert rasa_check(config()) is None


async def test_the_configuration_alone_puts_rasa_before_the_embedded_engine(rasa: StandInRasa) -> None:
    clock = Clock()
    async with open_desk(settings(rasa), now=clock, shop=demo_shop(clock)) as desk:
        assert isinstance(desk.engine, RasaEngine)
        assert (await desk.engine.understand(QUESTION)).intent == "order_status"
        assert rasa.asked == [QUESTION]
