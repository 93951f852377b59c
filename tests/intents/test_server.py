"""POST /model/parse answers as Rasa's server does."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestClient, TestServer

from intents.engine import Engine
from intents.server import answer, application
from intents.understanding import Entity, IntentScore, Tone, Understanding


@pytest.fixture
async def client(engine: Engine) -> AsyncIterator[TestClient]:  # type: ignore[type-arg]
    async with TestClient(TestServer(application(engine, "intents.npz"))) as client:
        yield client


async def test_a_text_is_parsed_in_rasas_shape(client: TestClient) -> None:  # type: ignore[type-arg]
    response = await client.post("/model/parse", json={"text": "where is my order 1002"})
    assert response.status == 200
    body = await response.json()
    assert body["text"] == "where is my order 1002"
    assert body["intent"]["name"] == "order_status"
    assert 0 < body["intent"]["confidence"] <= 1
    assert body["intent_ranking"][0] == body["intent"]
    assert len(body["intent_ranking"]) == 10
    assert body["entities"] == [
        {
            "entity": "order_number",
            "start": 18,
            "end": 22,
            "value": "1002",
            "confidence_entity": 1.0,
            "extractor": "Frontdesk",
        }
    ]
    assert body["text_tokens"] == [[0, 5], [6, 8], [9, 11], [12, 17], [18, 22]]
    assert (body["language"], body["tone"]) == ("en", "calm")


async def test_an_empty_text_has_no_intent_as_with_rasa(client: TestClient) -> None:  # type: ignore[type-arg]
    body = await (await client.post("/model/parse", json={"text": ""})).json()
    assert body["intent"] == {"name": None, "confidence": 0.0}
    assert body["intent_ranking"] == []


async def test_the_body_of_rasas_own_client_is_taken(client: TestClient) -> None:  # type: ignore[type-arg]
    body = {"token": None, "text": "where is my order 1002", "message_id": "default"}
    assert (await (await client.post("/model/parse", json=body)).json())["intent"]["name"] == "order_status"
    listed = {"text": ["where is my order 1002"]}
    assert (await (await client.post("/model/parse", json=listed)).json())["text"] == "where is my order 1002"


def test_role_and_group_of_an_entity_are_shown_when_there_are_any() -> None:
    whole = Entity("city", "Ljubljana", 0, 9, 0.9, "EntityTagger", role="from", group="1")
    bare = Entity("city", "Celje", 10, 15)
    understood = Understanding("Ljubljana Celje", "en", False, (IntentScore("help", 0.9),), True, (whole, bare), Tone.CALM, None)
    first, second = answer(understood)["entities"]
    assert (first["extractor"], first["role"], first["group"]) == ("EntityTagger", "from", "1")
    assert set(second) == {"entity", "start", "end", "value", "confidence_entity", "extractor"}


async def test_with_a_token_only_who_sends_it_is_answered(engine: Engine) -> None:
    async with TestClient(TestServer(application(engine, "intents.npz", "s3cret"))) as client:
        question = {"text": "hello"}
        for path in ("/model/parse", "/model/parse?token=", "/model/parse?token=wrong"):
            refused = await client.post(path, json=question)
            assert (refused.status, (await refused.json())["reason"]) == (401, "NotAuthenticated")
        assert (await client.get("/status")).status == 401
        assert (await client.get("/version")).status == 200, "as with Rasa"
        assert (await client.get("/status?token=s3cret")).status == 200
        assert (await client.post("/model/parse?token=s3cret", json=question)).status == 200
        assert (await client.post("/model/parse", json={**question, "token": "s3cret"})).status == 200, "where Rasa's client puts it"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b'{"text": 5}', b'"text"', b"\xff"])
async def test_a_body_without_text_is_a_bad_request(client: TestClient, data: bytes) -> None:  # type: ignore[type-arg]
    response = await client.post("/model/parse", data=data, headers={"Content-Type": "application/json"})
    assert response.status == 400
    body = await response.json()
    assert (body["status"], body["reason"], body["code"]) == ("failure", "BadRequest", 400)


async def test_version_and_status(client: TestClient) -> None:  # type: ignore[type-arg]
    assert "version" in await (await client.get("/version")).json()
    assert (await (await client.get("/status")).json())["model_file"] == "intents.npz"
