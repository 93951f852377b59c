"""Frontdesk and the real Rasa together, end to end, in four languages. Trains and starts a server, so it is run by `make test-rasa`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.app import demo_shop, open_desk, rasa_check, rasa_engine
from bot.config import Config
from bot.config_intents import IntentsConfig
from intents.engine import Engine
from intents.model import Model
from intents.rasa.breaker import Breaker
from intents.rasa.client import RasaClient
from intents.rasa.engine import RasaEngine
from intents.server import application
from tests.chat import Chat, Clock, Mailbox, config, engine
from tests.rasa.conftest import INTENTS, START_WITHIN, TOKEN, Rasa

PATIENCE = 10.0  # seconds; not what is tested here, and the machine may be busy

ORDERS = {
    "en": ("where is my order 1002?", "order 1002 is late"),
    "ru": ("где мой заказ 1002?", "заказ 1002 опаздывает"),
    "uk": ("де моє замовлення 1002?", "замовлення 1002 спізнюється"),
    "sl": ("kje je moje naročilo 1002?", "naročilo 1002 zamuja"),
}
WITH_A_TOWN = "what does delivery to Maribor cost"


def settings(rasa: Rasa) -> Config:
    chosen = IntentsConfig(engine="rasa", rasa_url=rasa.url, rasa_token=TOKEN, rasa_timeout=PATIENCE)
    return config().model_copy(update={"intents": chosen})


@asynccontextmanager
async def chatting(rasa: Rasa, language: str) -> AsyncIterator[tuple[Chat, RasaEngine]]:
    clock, mailbox, chosen = Clock(), Mailbox(), settings(rasa)
    through = rasa_engine(chosen, engine_at_once())
    async with open_desk(chosen, now=clock, shop=demo_shop(clock), engine=through, patience=timedelta(0)) as desk:
        desk.connectors[mailbox.name] = mailbox
        async with desk.reception:
            yield Chat(desk, mailbox, clock, language=language), through


@pytest.mark.parametrize("language", ORDERS)
async def test_a_customer_finds_the_order_through_rasa(rasa: Rasa, language: str) -> None:
    question, answer = ORDERS[language]
    async with chatting(rasa, language) as (chat, through):
        understood = await through.understand(question, prior=language)
        assert (understood.intent, understood.language) == ("order_status", language)
        assert {one.name for one in understood.ranking} == set(INTENTS), "the ranking is that of what Rasa was trained on"
        await chat.says(question)
        await chat.says("ana.novak@example.com")
        chat.hears(answer)
        assert through.counts == {"answered": 2}, "the e-mail is no matter for a classifier"


@pytest.mark.timeout(START_WITHIN + 120)
async def test_customers_do_not_notice_that_rasa_dies_and_comes_back(rasa: Rasa) -> None:
    question, _ = ORDERS["en"]
    both = RasaEngine(engine_at_once(), RasaClient(rasa.url, token=TOKEN, timeout=PATIENCE), breaker=Breaker(limit=2, pause=0))
    try:
        assert (await both.understand(question)).intent == "order_status"
        rasa.kill()
        for _ in range(3):
            assert (await both.understand(question)).intent == "order_status"
        assert both.counts == {"answered": 1, "connection": 3}
        assert both.fault is not None
        rasa.start()
        assert (await both.understand(question)).intent == "order_status"
        assert both.counts["answered"] == 2
        assert both.fault is None
    finally:
        await both.close()


def engine_at_once() -> Engine:
    made = engine()
    assert isinstance(made, Engine)
    return made


async def test_what_rasa_finds_joins_what_we_find(rasa: Rasa) -> None:
    both = rasa_engine(settings(rasa), engine_at_once())
    understood = await both.understand(WITH_A_TOWN)
    await both.close()
    assert understood.intent == "delivery_cost"
    town = understood.entity("city")
    assert town is not None
    assert (town.value, WITH_A_TOWN[town.start : town.end], town.extractor) == ("Maribor", "Maribor", "DIETClassifier")


async def test_the_live_check_finds_the_server_right(rasa: Rasa) -> None:
    check = rasa_check(settings(rasa))
    assert check is not None
    try:
        assert [(one.what, one.right) for one in await check.check()] == [("server", True), ("model", True), ("intents", True)]
    finally:
        await check.close()


def shape(value: Any) -> Any:
    """A value's keys and types; of a list those of its members, each once."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted({json.dumps(shape(inner), sort_keys=True) for inner in value})
    return type(value).__name__


async def test_our_server_answers_in_rasas_shape(rasa: Rasa, trained_model: Any) -> None:
    """The same request, the same keys and types; ours has language and tone besides."""
    question, _ = ORDERS["en"]
    body = {"text": question, "message_id": "m-1"}
    theirs = rasa.ask("/model/parse", body)
    async with TestClient(TestServer(application(Engine(Model.load(trained_model)), "frontdesk.npz", TOKEN))) as client:
        ours = await (await client.post(f"/model/parse?token={TOKEN}", json=body)).json()
        assert shape(await (await client.get(f"/status?token={TOKEN}")).json()) == shape(rasa.ask("/status"))
        assert shape(await (await client.get("/version")).json()) == shape(rasa.ask("/version"))
    assert set(ours) - set(theirs) == {"language", "tone"}
    assert set(theirs) - set(ours) == set()
    for key in ("text", "intent", "text_tokens", "intent_ranking"):
        assert shape(ours[key]) == shape(theirs[key]), key
    assert ours["text_tokens"] == theirs["text_tokens"]
    for each in (ours, theirs):
        shares = [one["confidence"] for one in each["intent_ranking"]]
        assert shares == sorted(shares, reverse=True)
        assert each["intent"] == each["intent_ranking"][0]
    (number,) = ours["entities"]
    (town,) = rasa.ask("/model/parse", {"text": WITH_A_TOWN})["entities"]
    town.pop("processors", None)  # only of an entity that went through EntitySynonymMapper
    assert shape(number) == shape(town)
