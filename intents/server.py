"""Understanding over HTTP, answering as Rasa's server does, so that either can stand where the other stood.

`POST /model/parse`, `GET /version`, `GET /status` (https://rasa.com/docs/rasa/pages/http-api). Beside Rasa's fields an answer
has `language` and `tone`. No conversation and no store here. Neighbours: `commands.py` starts this.
"""

from __future__ import annotations

import json
from typing import Any, Final

from aiohttp import web

from intents.engine import Engine
from intents.understanding import Entity, Understanding

VERSION: Final = "3.6.21"  # of the HTTP API this follows
_BODY_LIMIT: Final = 1 << 20
_RANKED: Final = 10
_ENGINE: Final = web.AppKey("engine", Engine)
_MODEL_NAME: Final = web.AppKey("model_name", str)


def application(engine: Engine, model_name: str = "") -> web.Application:
    """The aiohttp application; `model_name` is what GET /status tells."""
    app = web.Application(client_max_size=_BODY_LIMIT)
    app[_ENGINE] = engine
    app[_MODEL_NAME] = model_name
    app.router.add_post("/model/parse", _parse)
    app.router.add_get("/version", _version)
    app.router.add_get("/status", _status)
    app.router.add_get("/", _hello)
    return app


def answer(understood: Understanding) -> dict[str, Any]:
    """An understanding in Rasa's shape. Out of scope is an intent of its own name, first in the ranking."""
    ranking = [{"name": each.name, "confidence": each.confidence} for each in understood.ranking]
    top = {"name": understood.intent, "confidence": understood.confidence}
    if not ranking:
        top = {"name": None, "confidence": 0.0}
    elif understood.intent != ranking[0]["name"]:
        top["confidence"] = 1 - understood.confidence
        ranking = [top, *(each for each in ranking if each["name"] != top["name"])]
    return {
        "text": understood.text,
        "intent": top,
        "entities": [_entity(each) for each in understood.entities],
        "intent_ranking": ranking[:_RANKED],
        "language": understood.language,
        "tone": understood.tone.value,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "entity": entity.kind,
        "start": entity.start,
        "end": entity.end,
        "value": entity.value,
        "confidence_entity": entity.score,
        "extractor": "Frontdesk",
    }


async def _parse(request: web.Request) -> web.Response:
    try:
        body = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError, LookupError):
        return _bad_request("The request body is no valid JSON.")
    text = body.get("text") if isinstance(body, dict) else None
    if not isinstance(text, str):
        return _bad_request('The request body needs "text", a string.')
    prior = body.get("language")
    understood = request.app[_ENGINE].understand(text, prior=prior if isinstance(prior, str) else None)
    return web.json_response(answer(understood))


async def _version(request: web.Request) -> web.Response:
    return web.json_response({"version": VERSION, "minimum_compatible_version": "3.0.0"})


async def _status(request: web.Request) -> web.Response:
    return web.json_response({"model_file": request.app[_MODEL_NAME], "model_id": request.app[_MODEL_NAME], "num_active_training_jobs": 0})


async def _hello(request: web.Request) -> web.Response:
    return web.Response(text=f"Hello from Frontdesk, in place of Rasa: {VERSION}")


def _bad_request(message: str) -> web.Response:
    fault: dict[str, Any] = {
        "version": VERSION,
        "status": "failure",
        "reason": "BadRequest",
        "message": message,
        "details": {},
        "help": None,
        "code": 400,
    }
    return web.json_response(fault, status=400)
