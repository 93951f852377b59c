"""Understanding with Rasa in front: what is taken from it, what stays ours, and that its troubles cost a customer nothing but the limit."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest

from intents.engine import Engine
from intents.rasa.breaker import Breaker
from intents.rasa.client import RasaClient
from intents.rasa.engine import RasaEngine
from tests.intents.test_rasa_breaker import Seconds
from tests.standins.rasa import Failure, StandInRasa

TEXT = "where is my order 1002"
LIMIT = 30.0  # seconds; never waited for but where nothing answers
SHORT = 0.2
TOKEN = "letters-and-1-digit"


@pytest.fixture
async def rasa() -> AsyncIterator[StandInRasa]:
    async with StandInRasa(token=TOKEN) as server:
        server.teach(TEXT, "delivery_late", 0.9, others={"order_status": 0.08, "greeting": 0.02})
        yield server


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
async def with_rasa(engine: Engine, rasa: StandInRasa, clock: Seconds) -> AsyncIterator[RasaEngine]:
    both = asking(engine, rasa, clock)
    yield both
    await both.close()


def asking(engine: Engine, rasa: StandInRasa, clock: Seconds, *, token: str = TOKEN, limit: int = 3, timeout: float = LIMIT) -> RasaEngine:
    return RasaEngine(engine, RasaClient(rasa.url, token=token, timeout=timeout), breaker=Breaker(limit=limit, pause=10, clock=clock))


async def test_the_ranking_is_rasas_and_the_rest_is_ours(with_rasa: RasaEngine, engine: Engine) -> None:
    understood, ours = await with_rasa.understand(TEXT), engine.understand(TEXT)
    assert [(one.name, one.confidence) for one in understood.ranking] == [
        ("delivery_late", 0.9),
        ("order_status", 0.08),
        ("greeting", 0.02),
    ]
    assert (understood.intent, understood.in_scope) == ("delivery_late", True)
    assert ours.intent == "order_status", "or this test shows nothing"
    assert understood.entities == ours.entities
    assert (understood.language, understood.tone, understood.yes_no) == (ours.language, ours.tone, ours.yes_no)


async def test_entities_of_kinds_that_only_rasa_knows_join_ours(with_rasa: RasaEngine, rasa: StandInRasa) -> None:
    city = {"entity": "city", "start": 12, "end": 17, "value": "here", "extractor": "DIETClassifier", "confidence_entity": 0.7}
    number = {"entity": "order_number", "start": 18, "end": 22, "value": "one zero zero two", "extractor": "DIETClassifier"}
    rasa.teach(TEXT, "order_status", 0.9, city, number)
    found = (await with_rasa.understand(TEXT)).entities
    assert [(one.kind, one.value, one.extractor) for one in found] == [
        ("order_number", "1002", "Frontdesk"),
        ("city", "here", "DIETClassifier"),
    ]


async def test_fallback_is_out_of_scope(with_rasa: RasaEngine) -> None:
    understood = await with_rasa.understand("track my parcel")
    assert (understood.intent, understood.in_scope) == ("out_of_scope", False)
    assert [one.name for one in understood.ranking] == ["greeting"]


@pytest.mark.parametrize(("share", "in_scope"), [(0.24, False), (0.25, True)])
async def test_below_the_floor_is_out_of_scope(with_rasa: RasaEngine, rasa: StandInRasa, share: float, in_scope: bool) -> None:
    rasa.teach(TEXT, "order_status", share)
    assert (await with_rasa.understand(TEXT)).in_scope is in_scope


async def test_an_intent_that_is_not_ours_leaves_the_embedded_engines_reading(with_rasa: RasaEngine, rasa: StandInRasa) -> None:
    rasa.teach(TEXT, "book_a_table", 0.99, others={"order_status": 0.01})
    understood = await with_rasa.understand(TEXT)
    assert understood.intent == "order_status"
    assert len(understood.ranking) == 10
    assert with_rasa.counts == {"unknown_intent": 1}
    assert with_rasa.fault is None, "the server works; it was trained on something else"


async def test_a_server_that_tells_only_an_intent_is_enough(with_rasa: RasaEngine, rasa: StandInRasa) -> None:
    rasa.answers[TEXT] = {"text": TEXT, "intent": {"name": "delivery_late", "confidence": 0.8}, "entities": []}
    assert (await with_rasa.understand(TEXT)).intent == "delivery_late"


@pytest.mark.parametrize("text", ["", "  \n", "?!", "/cancel_order", ' /order_status{"order_number": "1002"}'])
async def test_rasa_is_not_asked_about_nothing_nor_about_an_intent_by_its_name(with_rasa: RasaEngine, rasa: StandInRasa, text: str) -> None:
    """To Rasa "/cancel_order" would be that intent, surely; a customer's sign must not decide so much."""
    await with_rasa.understand(text)
    assert rasa.asked == []


@pytest.mark.parametrize("text", ["ana.novak@example.com", "#1002", "+386 40 111 001", "1002, ana.novak@example.com"])
async def test_rasa_is_not_asked_about_a_message_of_nothing_but_facts(with_rasa: RasaEngine, rasa: StandInRasa, text: str) -> None:
    """The real one took an e-mail for the wish to talk to a person, and was sure of it."""
    await with_rasa.understand(text)
    assert rasa.asked == []


FAILURES: dict[Failure, str] = {
    "hang": "timeout",
    "500": "status",
    "broken": "malformed",
    "nonsense": "malformed",
    "huge": "malformed",
    "drop": "connection",
    "redirect": "status",
}


@pytest.mark.parametrize("failure", FAILURES)
async def test_whatever_fails_the_embedded_engine_answers(rasa: StandInRasa, engine: Engine, clock: Seconds, failure: Failure) -> None:
    both = asking(engine, rasa, clock, timeout=SHORT if failure == "hang" else LIMIT)
    rasa.fail(failure)
    assert await both.understand(TEXT) == engine.understand(TEXT)
    assert both.counts == {FAILURES[failure]: 1}
    await both.close()


async def test_an_answer_after_the_limit_is_not_waited_for(rasa: StandInRasa, engine: Engine, clock: Seconds) -> None:
    """A server that would answer in half an hour: the turn goes on with ours."""
    both = asking(engine, rasa, clock, timeout=SHORT)
    rasa.seconds = 1800
    rasa.fail("slow")
    assert await asyncio.wait_for(both.understand(TEXT), 60) == engine.understand(TEXT)
    assert both.counts == {"timeout": 1}
    await both.close()


async def test_a_closed_port_is_a_failure_like_another(with_rasa: RasaEngine, rasa: StandInRasa, engine: Engine) -> None:
    await rasa.down()
    assert await with_rasa.understand(TEXT) == engine.understand(TEXT)
    assert with_rasa.counts == {"connection": 1}


async def test_a_connection_that_was_closed_meanwhile_is_made_again(with_rasa: RasaEngine, rasa: StandInRasa) -> None:
    await with_rasa.understand(TEXT)
    await rasa.down()
    await rasa.up()
    await with_rasa.understand(TEXT)
    assert with_rasa.counts == {"answered": 2}


@pytest.mark.parametrize(
    ("token", "loaded", "outcome", "words"), [("wrong", True, "unauthorized", "RASA_TOKEN"), (TOKEN, False, "no_model", "no model")]
)
async def test_a_wrong_token_and_a_missing_model_are_told_apart(
    engine: Engine, rasa: StandInRasa, clock: Seconds, token: str, loaded: bool, outcome: str, words: str
) -> None:
    rasa.loaded = loaded
    both = asking(engine, rasa, clock, token=token, limit=1)
    await both.understand(TEXT)
    await both.close()
    assert both.counts == {outcome: 1}
    assert both.fault is not None
    assert words in both.fault


async def test_three_failures_open_the_breaker_and_rasa_is_left_alone(with_rasa: RasaEngine, rasa: StandInRasa) -> None:
    rasa.fail("500")
    for _ in range(5):
        await with_rasa.understand(TEXT)
    assert len(rasa.asked) == 3
    assert with_rasa.counts == {"status": 3, "resting": 2}
    assert with_rasa.fault == "Rasa: it answers with status 500; the embedded engine understands in its place"


async def test_after_the_pause_one_message_tries_and_the_others_do_not_wait(
    with_rasa: RasaEngine, rasa: StandInRasa, clock: Seconds
) -> None:
    rasa.fail("500")
    for _ in range(3):
        await with_rasa.understand(TEXT)
    clock.now += 10
    rasa.heal()
    await asyncio.gather(*(with_rasa.understand(TEXT) for _ in range(4)))
    assert with_rasa.counts == {"status": 3, "answered": 1, "resting": 3}
    assert with_rasa.fault is None
    await with_rasa.understand(TEXT)
    assert with_rasa.counts["answered"] == 2


async def test_a_probe_whose_turn_is_broken_off_is_followed_by_another(with_rasa: RasaEngine, rasa: StandInRasa, clock: Seconds) -> None:
    rasa.fail("500")
    for _ in range(3):
        await with_rasa.understand(TEXT)
    clock.now += 10
    rasa.fail("hang")
    probe = asyncio.create_task(with_rasa.understand(TEXT))
    while len(rasa.asked) < 4:
        await asyncio.sleep(0.005)
    probe.cancel()
    await asyncio.gather(probe, return_exceptions=True)
    rasa.heal()
    await with_rasa.understand(TEXT)
    assert with_rasa.fault is None


async def test_each_change_is_logged_once(
    with_rasa: RasaEngine, rasa: StandInRasa, clock: Seconds, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="intents.rasa"):
        rasa.fail("500")
        for _ in range(6):
            await with_rasa.understand(TEXT)
        clock.now += 10
        await with_rasa.understand(TEXT)  # a probe that fails: nothing new
        rasa.heal()
        clock.now += 10
        for _ in range(3):
            await with_rasa.understand(TEXT)
    assert [record.getMessage() for record in caplog.records] == [
        "Rasa is left alone for a while, the embedded engine understands in its place: it answers with status 500",
        "Rasa answers again",
    ]


@pytest.mark.parametrize("failure", [*FAILURES, "closed", "refused"])
async def test_no_error_holds_the_token_or_the_customers_words(
    engine: Engine, rasa: StandInRasa, clock: Seconds, caplog: pytest.LogCaptureFixture, failure: Failure | str
) -> None:
    secret = TOKEN
    if failure == "closed":
        await rasa.down()
    elif failure == "refused":
        secret = "another-secret"
    else:
        rasa.failure = failure  # type: ignore[assignment]
    both = asking(engine, rasa, clock, token=secret, limit=1, timeout=SHORT if failure == "hang" else LIMIT)
    with caplog.at_level(logging.DEBUG):
        await both.understand(TEXT)
    await both.close()
    shown = f"{both.fault} {caplog.text}"
    assert "Rasa" in shown
    assert secret not in shown
    assert "1002" not in shown
