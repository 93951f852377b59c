"""Understanding over HTTP, answering as Rasa's server does, so that either can stand where the other stood.

`POST /model/parse`, `GET /version`, `GET /status` (https://rasa.com/docs/rasa/pages/http-api), with `?token=` when one is asked for.
Beside Rasa's fields an answer has `language` and `tone`. No conversation and no store here. Neighbours: `commands.py` starts this,
`rasa/answers.py` reads such answers when they come from Rasa.
"""

from __future__ import annotations

import hmac
import json
import re
from typing import Any, Final

from aiohttp import web

from intents.engine import Engine
from intents.understanding import Entity, Understanding

VERSION: Final = "3.6.21"  # of the HTTP API this follows
_BODY_LIMIT: Final = 1 << 20
_RANKED: Final = 10
_ENGINE: Final = web.AppKey("engine", Engine)
_MODEL_NAME: Final = web.AppKey("model_name", str)
_TOKEN: Final = web.AppKey("token", str)  # "" when none is asked for
_TOKENS: Final = re.compile(r"\w+(?:[^\w\s]+\w+)*")


def application(engine: Engine, model_name: str = "", token: str | None = None) -> web.Application:
    """The aiohttp application. `model_name` is what GET /status tells; with a `token` only who sends it is answered."""
    app = web.Application(client_max_size=_BODY_LIMIT)
    app[_TOKEN] = token or ""
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
        "text_tokens": [list(each.span()) for each in _TOKENS.finditer(understood.text)],
        "intent_ranking": ranking[:_RANKED],
        "language": understood.language,
        "tone": understood.tone.value,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    """`role` and `group` stand there only when there is one, as with Rasa."""
    shown: dict[str, Any] = {
        "entity": entity.kind,
        "start": entity.start,
        "end": entity.end,
        "value": entity.value,
        "confidence_entity": entity.score,
        "extractor": entity.extractor,
    }
    return shown | {key: value for key, value in (("role", entity.role), ("group", entity.group)) if value}


async def _parse(request: web.Request) -> web.Response:
    """`text` may be a list of one, as Rasa takes it; `message_id`, which Rasa's own client sends, says nothing to either."""
    try:
        body = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError, LookupError, RecursionError):
        body = None
    if not _may(request, body):
        return _fault(401, "NotAuthenticated", "User is not authenticated.")
    if body is None:
        return _fault(400, "BadRequest", "The request body is no valid JSON.")
    text = body.get("text") if isinstance(body, dict) else None
    if isinstance(text, list) and text:
        text = text[0]
    if not isinstance(text, str):
        return _fault(400, "BadRequest", 'The request body needs "text", a string.')
    prior = body.get("language")
    understood = request.app[_ENGINE].understand(text, prior=prior if isinstance(prior, str) else None)
    return web.json_response(answer(understood))


async def _version(request: web.Request) -> web.Response:
    return web.json_response({"version": VERSION, "minimum_compatible_version": "3.0.0"})


async def _status(request: web.Request) -> web.Response:
    if not _may(request):
        return _fault(401, "NotAuthenticated", "User is not authenticated.")
    return web.json_response({"model_file": request.app[_MODEL_NAME], "model_id": request.app[_MODEL_NAME], "num_active_training_jobs": 0})


async def _hello(request: web.Request) -> web.Response:
    return web.Response(text=f"Hello from Frontdesk, in place of Rasa: {VERSION}")


def _may(request: web.Request, body: object = None) -> bool:
    """Whether the request brings the token: in its address, as Rasa takes it, or in its body, where Rasa's own client puts it."""
    wanted = request.app[_TOKEN]
    given = request.query.get("token") or (body.get("token") if isinstance(body, dict) else None)
    return not wanted or (isinstance(given, str) and hmac.compare_digest(given.encode(), wanted.encode()))


def _fault(status: int, reason: str, message: str) -> web.Response:
    fault: dict[str, Any] = {
        "version": VERSION,
        "status": "failure",
        "reason": reason,
        "message": message,
        "details": {},
        "help": None,
        "code": status,
    }
    return web.json_response(fault, status=status)
