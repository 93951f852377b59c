"""Telegram's server on a real socket: the Bot API as far as a shop needs it, with its rules, its faults and its customers' chats.

`TelegramServer` is what the connector under test talks to; `TelegramPhone` (telegram_phone.py) is a customer. Rules: telegram_rules.py,
delivery of updates: telegram_updates.py.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.standins.telegram_rules import File, Wrong, bad, check_link, check_markup, check_picture, read_fields, shown, spec
from tests.standins.telegram_updates import Updates

TOKEN = "123456789:AAH-stand_in-token"
ME = {"id": 123456789, "is_bot": True, "first_name": "Lipa", "username": "LipaShopBot"}
SHUTDOWN = 0.05  # seconds: a call that hangs is cut when the server goes down
SENT_FILES = {"sendPhoto": "photo", "sendDocument": "document", "sendAudio": "audio", "sendVideo": "video"}
FAULTS: dict[str, tuple[Any, ...]] = {
    "error": (500, "Internal Server Error"),
    "token": (401, "Unauthorized"),
    "blocked": (403, "Forbidden: bot was blocked by the user"),
    "conflict": (409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"),
    "migrated": (400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": -100123}),
    "markup": (400, "Bad Request: can't parse entities: character '<' is reserved"),
    "picture": (400, "Bad Request: wrong file identifier/HTTP URL specified"),
    "refused": (400, "Bad Request: something nobody has seen before"),
    "large": (413, "Request Entity Too Large"),
}
"""Faults that are an answer; beside them: rate, html, garbage, hang (for so many seconds), drop (done, but the line is cut)."""


@dataclass(frozen=True, slots=True)
class Called:
    """A call as it came."""

    method: str
    fields: Mapping[str, Any]
    uploads: tuple[str, ...]


@dataclass(slots=True)
class Chat:
    """One customer's chat. `messages` are as the Bot API shows them, in their order; `keyboard` is the one in place of letters."""

    user: dict[str, Any]
    messages: list[dict[str, Any]] = field(default_factory=list)
    blocked: bool = False
    keyboard: list[str] = field(default_factory=list)
    sent_at: deque[float] = field(default_factory=deque)
    typing: int = 0


@dataclass(slots=True)
class Fault:
    """What happens to the next calls; `kind` as in `FAULTS`."""

    kind: str
    times: int = 1
    method: str | None = None
    seconds: float = 0.0
    after: int = 0  # calls that still work


class TelegramServer:
    """`plain_webhooks`: without https, as a server of one's own. `pace`: so many messages to one chat in so many seconds, then 429."""

    def __init__(
        self, *, token: str = TOKEN, plain_webhooks: bool = True, pace: tuple[int, float] | None = None, tries: int = 3, pause: float = 0.0
    ) -> None:
        self.token = token
        self.pace = pace
        self.calls: list[Called] = []
        self.answered: list[str] = []  # ids of callback queries
        self.chats: dict[int, Chat] = {}
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.files: dict[str, bytes] = {}
        self.updates = Updates(plain=plain_webhooks, tries=tries, pause=pause)
        self._faults: list[Fault] = []
        self._ids = itertools.count(1)
        self._queries: set[str] = set()
        self._port: int | None = None
        self._server = self._made(None)

    @classmethod
    @asynccontextmanager
    async def running(cls, **options: Any) -> AsyncIterator[TelegramServer]:
        server = cls(**options)
        await server._server.start_server(shutdown_timeout=SHUTDOWN)
        try:
            yield server
        finally:
            await server.close()

    @property
    def url(self) -> str:
        return str(self._server.make_url("")).rstrip("/")

    def _made(self, port: int | None) -> TestServer:
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._api)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        return TestServer(app, port=port)

    async def close(self) -> None:
        await self.updates.close()
        await self._server.close()

    async def down(self) -> None:
        """Connections are refused until `up`; customers' phones still write, as what comes in goes another way."""
        self._port = self._server.port
        await self._server.close()
        await asyncio.sleep(0.01)  # clients notice that their connections are closed

    async def up(self) -> None:
        self._server = self._made(self._port)
        await self._server.start_server(shutdown_timeout=SHUTDOWN)

    def fail_next(self, kind: str, *, times: int = 1, method: str | None = None, seconds: float = 0.0, after: int = 0) -> None:
        """Faults of the next calls, of one method only when it is named, and only `after` so many calls that still work."""
        self._faults.append(Fault(kind, times, method, seconds, after))

    def made(self, method: str) -> list[Called]:
        return [call for call in self.calls if call.method == method]

    def new_file(self, content: bytes) -> str:
        file_id = f"file-{next(self._ids)}"
        self.files[file_id] = content
        return file_id

    def new_id(self) -> int:
        return next(self._ids)

    def new_query(self) -> str:
        query = f"query-{next(self._ids)}"
        self._queries.add(query)
        return query

    # --- the socket ---------------------------------------------------------------------------------------------------
    async def _api(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return _answer(Wrong(401, "Unauthorized"))
        method = request.match_info["method"]
        if method not in spec()["methods"]:
            return _answer(Wrong(404, "Not Found"))
        raw, files = await _read(request)
        try:
            fields = read_fields(method, raw, files)
            self.calls.append(Called(method, fields, tuple(files)))
            fault = self._fault(method)
            if fault is not None and (broken := await self._break(fault, request)) is not None:
                return broken
            result = await self._do(method, fields, files)
        except Wrong as wrong:
            return _answer(wrong)
        if fault is not None and fault.kind == "drop":  # it worked, and the line is cut before the answer
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        return web.json_response({"ok": True, "result": result})

    async def _file(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.token:
            return web.Response(status=401)
        content = self.files.get(request.match_info["path"].removeprefix("files/"))
        return web.Response(status=404) if content is None else web.Response(body=content)

    def _fault(self, method: str) -> Fault | None:
        for fault in self._faults:
            if fault.method in (None, method):
                if fault.after:
                    fault.after -= 1
                    return None
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None

    async def _break(self, fault: Fault, request: web.Request) -> web.StreamResponse | None:
        """Raise the fault, or answer nonsense; None when the call goes on."""
        if fault.kind == "rate":
            seconds = int(fault.seconds or 7)
            raise Wrong(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
        if fault.kind in FAULTS:
            status, words, *parameters = FAULTS[fault.kind]
            raise Wrong(status, words, *parameters)
        if fault.kind == "html":
            return web.Response(status=502, text=f"<html>Bad Gateway {request.path}</html>", content_type="text/html")
        if fault.kind == "garbage":
            return web.Response(text=f"<html>{request.path}</html>")
        if fault.kind == "hang":
            await asyncio.sleep(fault.seconds)
        return None

    # --- the methods --------------------------------------------------------------------------------------------------
    async def _do(self, method: str, fields: dict[str, Any], files: Mapping[str, File]) -> Any:
        if method == "getUpdates":
            return await self.updates.get_updates(fields)
        if method in ("sendMessage", "sendLocation", "sendVenue", *SENT_FILES):
            return self._send(method, fields, files)
        if method == "sendMediaGroup":
            return self._album(fields, files)
        simple: dict[str, Callable[[], Any]] = {
            "getMe": lambda: ME,
            "setWebhook": lambda: self.updates.set_webhook(fields),
            "deleteWebhook": self.updates.delete_webhook,
            "getWebhookInfo": self.updates.info,
            "getMyCommands": lambda: self.commands.get(fields.get("language_code", ""), []),
            "setMyCommands": lambda: self._set_commands(fields),
            "getFile": lambda: self._get_file(fields["file_id"]),
            "answerCallbackQuery": lambda: self._answer_query(fields["callback_query_id"]),
            "sendChatAction": lambda: self._act(fields),
            "editMessageReplyMarkup": lambda: self._edit_markup(fields),
        }
        if method not in simple:
            raise bad(f"the stand-in has no {method}")
        return simple[method]()

    def _set_commands(self, fields: Mapping[str, Any]) -> bool:
        self.commands[fields.get("language_code", "")] = fields["commands"]
        return True

    def _act(self, fields: Mapping[str, Any]) -> bool:
        self._chat(fields).typing += 1
        return True

    def _chat(self, fields: Mapping[str, Any]) -> Chat:
        chat = self.chats.get(fields["chat_id"])
        if chat is None:
            raise bad("chat not found")
        if chat.blocked:
            raise Wrong(403, "Forbidden: bot was blocked by the user")
        return chat

    def _send(self, method: str, fields: dict[str, Any], files: Mapping[str, File]) -> dict[str, Any]:
        chat = self._chat(fields)
        markup = fields.get("reply_markup")
        check_markup(markup)
        body: dict[str, Any] = {}
        if method == "sendMessage":
            body["text"] = shown(fields["text"], fields, 4096)
        elif method in SENT_FILES:
            body |= self._media(SENT_FILES[method], fields[SENT_FILES[method]])
            body |= _captioned(fields)
        else:
            if abs(fields["latitude"]) > 90 or abs(fields["longitude"]) > 180:
                raise bad("wrong latitude or longitude")
            spot = {"latitude": fields["latitude"], "longitude": fields["longitude"]}
            body["location"] = spot
            if method == "sendVenue":
                body["venue"] = {"location": spot} | {name: shown(fields[name], {}, 4096) for name in ("title", "address")}
        self._paced(chat)
        if markup and "inline_keyboard" in markup:
            body["reply_markup"] = markup
        elif markup and "keyboard" in markup:
            chat.keyboard = [key["text"] for row in markup["keyboard"] for key in row]
        elif markup:
            chat.keyboard = []
        return self._written(chat, body)

    def _album(self, fields: Mapping[str, Any], files: Mapping[str, File]) -> list[dict[str, Any]]:
        chat = self._chat(fields)
        if not 2 <= len(fields["media"]) <= 10:
            raise bad("MEDIA_GROUP must include 2-10 items")
        bodies = []
        for item in fields["media"]:
            source = item["media"]
            given = files.get(source.removeprefix("attach://"), source) if source.startswith("attach://") else source
            bodies.append(self._media(item["type"], given) | _captioned(item))
        self._paced(chat)
        group = f"album-{next(self._ids)}"
        return [self._written(chat, body | {"media_group_id": group}) for body in bodies]

    def _media(self, kind: str, given: File | str) -> dict[str, Any]:
        if isinstance(given, File):
            if kind == "photo":
                check_picture(given.content)
            file_id = self.new_file(given.content)
        elif given in self.files:
            file_id = given
        else:
            check_link(given)
            file_id = self.new_file(b"fetched by Telegram")
        found = {"file_id": file_id, "file_unique_id": f"u-{file_id}", "file_size": len(self.files[file_id])}
        return {"photo": [{**found, "width": 90, "height": 90}]} if kind == "photo" else {kind: found}

    def _paced(self, chat: Chat) -> None:
        if self.pace is None:
            return
        burst, seconds = self.pace
        now = time.monotonic()
        while chat.sent_at and chat.sent_at[0] < now - seconds:
            chat.sent_at.popleft()
        if len(chat.sent_at) >= burst:
            raise Wrong(429, "Too Many Requests: retry after 1", {"retry_after": 1})
        chat.sent_at.append(now)

    def _written(self, chat: Chat, body: dict[str, Any]) -> dict[str, Any]:
        message = {"message_id": next(self._ids), "date": int(time.time()), "chat": chat_of(chat.user), "from": ME, **body}
        chat.messages.append(message)
        return message

    def _edit_markup(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        chat = self._chat(fields)
        message = next((m for m in chat.messages if m["message_id"] == fields.get("message_id")), None)
        if message is None or message["from"] is not ME:
            raise bad("message to edit not found")
        check_markup(fields.get("reply_markup"))
        if message.get("reply_markup") == fields.get("reply_markup"):
            raise bad("message is not modified: specified new message content and reply markup are exactly the same")
        message["reply_markup"] = fields["reply_markup"]
        return message

    def _answer_query(self, query: str) -> bool:
        if query not in self._queries:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        self._queries.discard(query)  # one answer each
        self.answered.append(query)
        return True

    def _get_file(self, file_id: str) -> dict[str, Any]:
        content = self.files.get(file_id)
        if content is None:
            raise bad("invalid file_id")
        if len(content) > 20 * 1024 * 1024:
            raise bad("file is too big")
        return {"file_id": file_id, "file_unique_id": f"u-{file_id}", "file_size": len(content), "file_path": f"files/{file_id}"}


def chat_of(user: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": user["id"], "type": "private", "first_name": user["first_name"]}


def _captioned(fields: Mapping[str, Any]) -> dict[str, Any]:
    caption = shown(fields.get("caption") or "", fields, 1024, may_be_empty=True, what="message caption")
    return {"caption": caption} if caption else {}


async def _read(request: web.Request) -> tuple[dict[str, str], dict[str, File]]:
    """A form, a multipart form or JSON."""
    if request.content_type == "application/json":
        found = json.loads(await request.read())
        return {name: value if isinstance(value, str) else json.dumps(value) for name, value in found.items()}, {}
    raw: dict[str, str] = {}
    files: dict[str, File] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = File(value.filename, value.file.read())
        else:
            assert isinstance(value, str)
            raw[name] = value
    return raw, files


def _answer(wrong: Wrong) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": wrong.status, "description": wrong.words}
    if wrong.parameters:
        body["parameters"] = wrong.parameters
    return web.json_response(body, status=wrong.status)


__all__: Sequence[str] = ("ME", "TOKEN", "Called", "Chat", "TelegramServer", "chat_of")
