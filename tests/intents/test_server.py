"""POST /model/parse answers as Rasa's server does."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestClient, TestServer

from intents.engine import Engine
from intents.server import application


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
    assert (body["language"], body["tone"]) == ("en", "calm")


async def test_an_empty_text_has_no_intent_as_with_rasa(client: TestClient) -> None:  # type: ignore[type-arg]
    body = await (await client.post("/model/parse", json={"text": ""})).json()
    assert body["intent"] == {"name": None, "confidence": 0.0}
    assert body["intent_ranking"] == []


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b'{"text": 5}', b'"text"', b"\xff"])
async def test_a_body_without_text_is_a_bad_request(client: TestClient, data: bytes) -> None:  # type: ignore[type-arg]
    response = await client.post("/model/parse", data=data, headers={"Content-Type": "application/json"})
    assert response.status == 400
    body = await response.json()
    assert (body["status"], body["reason"], body["code"]) == ("failure", "BadRequest", 400)


async def test_version_and_status(client: TestClient) -> None:  # type: ignore[type-arg]
    assert "version" in await (await client.get("/version")).json()
    assert (await (await client.get("/status")).json())["model_file"] == "intents.npz"
