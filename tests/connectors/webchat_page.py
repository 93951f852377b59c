"""A browser's side of the web chat, for tests: a served chat, and a page with its cookie and headers."""

from __future__ import annotations

import asyncio
import io
import json
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientResponse, CookieJar, FormData, web
from aiohttp.test_utils import TestClient, TestServer

from connectors.webchat import WebChat, WebChatLook
from connectors.webchat.session import COOKIE, CSRF_HEADER
from tests.connectors.fake_desk import FakeDesk

SECRET = "a secret of the tests alone"
LOOK = WebChatLook("Pine & Kettle", {"en": "Hello!", "sl": "Pozdravljeni!"}, "#2f6f4f")
SHOP_SITE = "https://shop.example"
Client = TestClient[web.Request, web.Application]


@dataclass
class Page:
    """A browser with the chat open: the cookie of its session, and the headers its scripts send."""

    client: Client
    cookie: str

    @property
    def headers(self) -> dict[str, str]:
        return {CSRF_HEADER: "1", "Origin": str(self.client.make_url("/").origin()), "Accept-Language": "en"}

    async def post(self, path: str, body: object, **headers: str) -> ClientResponse:
        sent = {name: value for name, value in (self.headers | headers).items() if value}
        data = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        return await self.client.post(path, data=data, headers=sent, cookies={COOKIE: self.cookie})

    async def says(self, text: str, message_id: str | None = None) -> str:
        message_id = message_id or str(uuid.uuid4())
        response = await self.post("/chat/messages", {"id": message_id, "text": text})
        assert response.status == 202, await response.text()
        return message_id

    async def uploads(self, content: bytes, name: str = "photo.png", caption: str = "", **fields: str) -> ClientResponse:
        form = FormData(quote_fields=False)
        form.add_field("id", fields.get("id", str(uuid.uuid4())))
        form.add_field("text", caption)
        form.add_field("file", io.BytesIO(content), filename=name, content_type="text/html")
        return await self.client.post("/chat/files", data=form, headers=self.headers, cookies={COOKIE: self.cookie})

    async def get(self, path: str, **headers: str) -> ClientResponse:
        return await self.client.get(path, headers=headers, cookies={COOKIE: self.cookie})

    async def history(self, query: str = "") -> list[dict[str, Any]]:
        lines: list[dict[str, Any]] = (await (await self.get(f"/chat/history{query}")).json())["lines"]
        return lines


@asynccontextmanager
async def served(
    desk: FakeDesk, folder: Path, *, is_agent: Callable[[web.Request], Awaitable[bool]] | None = None
) -> AsyncIterator[tuple[WebChat, Client]]:
    """The chat on a real socket, with uploads of at most 1 MiB below `folder`, embeddable by SHOP_SITE."""
    chat = WebChat(
        desk,
        files=folder,
        secret=SECRET,
        shop=LOOK,
        max_upload=1024 * 1024,
        allowed_origins=(SHOP_SITE,),
        is_agent=is_agent,
    )
    desk.attach(chat)
    app = web.Application()
    app.add_routes(chat.routes())
    async with TestClient(TestServer(app), cookie_jar=CookieJar(unsafe=True)) as client:
        yield chat, client
        await chat.close()


async def opened(client: Client) -> Page:
    client.session.cookie_jar.clear()
    response = await client.get("/chat")
    cookie = response.cookies[COOKIE].value
    client.session.cookie_jar.clear()
    return Page(client, cookie)


async def address_of(page: Page, desk: FakeDesk) -> str:
    await page.says("who am I?")
    return desk.updates[-1].address


async def events(page: Page, count: int, path: str = "/chat/events", **headers: str) -> list[dict[str, Any]]:
    """The next `count` message and typing events of a new stream."""
    response = await page.get(path, **headers)
    assert response.headers["Content-Type"].startswith("text/event-stream")
    return await read_events(response, count)


async def read_events(response: ClientResponse, count: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    async with asyncio.timeout(5):
        while len(found) < count:
            block = (await response.content.readuntil(b"\n\n")).decode()
            fields = dict(line.split(": ", 1) for line in block.strip().splitlines() if not line.startswith(":"))
            if fields.get("event") in ("message", "typing"):
                found.append({"event": fields["event"], "id": fields.get("id"), **json.loads(fields["data"])})
    response.close()
    return found
