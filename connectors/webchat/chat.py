"""The web chat's connector: requests in, updates to the core; messages of the core out to open pages.

No decisions about what is said. A page that is closed misses nothing: the core keeps the history, and the page reads
it. Neighbours: `bot.connector` is the contract; the package's other modules each hold one concern.
"""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.body import read_body
from bot.connector import Busy, Delivery, Desk, Line, Sent
from bot.files import FileNotWelcome, FileStore, FileTooLarge, KeptFile
from bot.update import Attachment, Update, UpdateKind
from connectors.webchat.labels import choose_language, words
from connectors.webchat.look import WebChatLook, is_colour, stylesheet
from connectors.webchat.page import Pages
from connectors.webchat.session import COOKIE, CSRF_HEADER, Sessions, give_cookie, is_https, is_same_origin
from connectors.webchat.streams import Stream, Streams, event
from connectors.webchat.wire import (
    LARGEST_POST,
    BadPost,
    TextTooLong,
    attachment_json,
    clean_text,
    delivery_json,
    line_json,
    read_id,
    read_object,
    read_post,
    update_json,
)

TYPING_SECONDS = 10  # how long the page shows the dots unless a message comes first
OVERLAP = 20  # lines sent again on a reconnect: ids may arrive out of order, and the page knows what it has
MiB = 1024 * 1024


def _utc_now() -> datetime:
    return datetime.now(UTC)


class WebChat:
    """The shop's chat page as a messenger.

    `files` is the folder for uploads, `allowed_origins` the shop sites that embed the chat (as "https://shop.example").

    `public_url` is where customers reach us, if a proxy hides it. `is_agent` says whether a request comes from the
    desk, whose people may see every customer's files. Call `close` before the server stops, or it waits for open pages.
    """

    name = "webchat"
    resends = True  # the page drops a bubble it has already; better twice on the wire than never
    receipts = False
    pace = None

    def __init__(
        self,
        desk: Desk,
        *,
        files: Path,
        secret: str,
        shop: WebChatLook,
        max_upload: int = 10 * MiB,
        allowed_origins: Sequence[str] = (),
        public_url: str = "",
        is_agent: Callable[[web.Request], Awaitable[bool]] | None = None,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._desk = desk
        self._shop = shop
        self._sessions = Sessions(secret)
        self._files = FileStore(files, largest=max_upload)
        self._streams = Streams()
        self._public_url = public_url.rstrip("/")
        self._embedders = tuple(origin.rstrip("/").lower() for origin in allowed_origins)
        self._origins = (*self._embedders, self._public_url.lower()) if self._public_url else self._embedders
        self._pages = Pages(shop, self._embedders, max_upload=max_upload)
        self._is_agent = is_agent
        self._now = now

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/chat", self._page),
            web.get("/chat/demo", self._demo),
            web.get("/chat/widget.js", self._widget),
            web.get("/chat/look.css", self._look),
            web.get("/chat/static/{version}/{name}", self._static),
            web.get("/chat/history", self._history),
            web.get("/chat/events", self._events),
            web.get("/chat/files/{id}", self._file),
            web.post("/chat/start", self._start),
            web.post("/chat/messages", self._message),
            web.post("/chat/typing", self._typing),
            web.post("/chat/files", self._upload),
        ]

    async def send(self, delivery: Delivery) -> Sent:
        """Show the message on every open page of the address. Never waits and never fails."""
        data = delivery_json(delivery, self._now())
        self._streams.push(delivery.address, event("message", data, event_id=delivery.id))
        return Sent((str(delivery.id),))

    async def forget(self, address: str) -> None:
        await self._files.remove_all(address)

    async def typing(self, address: str) -> None:
        self._streams.push(address, event("typing", {"seconds": TYPING_SECONDS}))

    async def close(self) -> None:
        """End all open streams; pages reconnect by themselves."""
        self._streams.close()

    # Pages

    async def _page(self, request: web.Request) -> web.Response:
        cookie = request.cookies.get(COOKIE)
        if cookie is None or self._sessions.address(cookie) is None:
            cookie = self._sessions.new()
        https = is_https(request, self._public_url)
        own_origin = f"{'https' if https else 'http'}://{request.host}"
        asked = request.query.get("colour", "")
        response = self._pages.chat(
            self._language(request),
            colour=asked if is_colour(asked) else self._shop.colour,
            host=request.query.get("host", "").lower(),
            own_origin=own_origin,
        )
        give_cookie(response, cookie, https=https, embedded="embed" in request.query)
        return response

    async def _demo(self, request: web.Request) -> web.Response:
        return self._pages.demo(self._language(request))

    async def _widget(self, request: web.Request) -> web.Response:
        return self._pages.widget()

    async def _static(self, request: web.Request) -> web.Response:
        return self._pages.static(request.match_info["name"])

    async def _look(self, request: web.Request) -> web.Response:
        colour = request.query.get("colour", "")
        text = stylesheet(colour if is_colour(colour) else self._shop.colour)
        return web.Response(text=text, content_type="text/css", headers={"Cache-Control": "public, max-age=86400"})

    # Reading

    async def _history(self, request: web.Request) -> web.Response:
        """All lines, or with `?after=ID` those a page that was away may lack."""
        lines = await self._desk.history(self.name, self._reader(request))
        after = _number(request.query.get("after"))
        wanted = lines if after is None else _missed(lines, after)
        return web.json_response({"lines": [line_json(line) for line in wanted]}, headers={"Cache-Control": "no-store"})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        address = self._reader(request)
        # Ours begins to listen before it reads the history: what happens in between comes twice, never not at all.
        stream = self._streams.open(address)
        try:
            response = web.StreamResponse(
                headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
            )
            await response.prepare(request)
            await response.write(b"retry: 2000\n\n")
            after = _number(request.headers.get("Last-Event-ID", request.query.get("after")))
            if after is not None:
                for line in _missed(await self._desk.history(self.name, address), after):
                    await response.write(_line_event(line))
            await _write_all(stream, response)
        except ConnectionError:
            pass  # the page was closed; that is how streams end
        finally:
            self._streams.leave(address, stream)
        return response

    async def _file(self, request: web.Request) -> web.FileResponse:
        kept = await self._files.find(request.match_info["id"])
        # One answer for "not yours" and "not there": a guess learns nothing.
        if kept is None or not await self._may_see(request, kept):
            raise web.HTTPNotFound
        return self._files.response(kept)

    async def _may_see(self, request: web.Request, kept: KeptFile) -> bool:
        if self._sessions.address(request.cookies.get(COOKIE)) == kept.address:
            return True
        return self._is_agent is not None and await self._is_agent(request)

    # Writing

    async def _start(self, request: web.Request) -> web.Response:
        address = self._writer(request)
        language = self._language(request)
        try:
            read_id(read_object(await _read(request, LARGEST_POST)).get("id"))
        except (BadPost, TextTooLong) as bad:
            raise _refusal(web.HTTPBadRequest, "bad_request", language, reason=str(bad)) from bad
        if await self._desk.history(self.name, address, limit=1):
            return web.json_response({"started": False})
        now = self._now()
        # Two tabs opened at once are still one visit: the id is the session's and the day's, not the page's.
        start = Update(self.name, f"start {address} {now.date()}", address, UpdateKind.START, now, locale=language)
        await self._accept(start)
        return web.json_response({"started": True}, status=202)

    async def _typing(self, request: web.Request) -> web.Response:
        await self._desk.writes(self.name, self._writer(request))
        return web.Response(status=204)

    async def _message(self, request: web.Request) -> web.Response:
        address = self._writer(request)
        language = self._language(request)
        try:
            post = read_post(await _read(request, LARGEST_POST))
        except TextTooLong as long:
            raise _refusal(web.HTTPRequestEntityTooLarge, "too_long", language) from long
        except BadPost as bad:
            raise _refusal(web.HTTPBadRequest, "bad_request", language, reason=str(bad)) from bad
        kind = UpdateKind.BUTTON if post.payload else UpdateKind.TEXT
        update = Update(self.name, post.id, address, kind, self._now(), post.text, post.payload, locale=language)
        await self._accept(update)
        return web.json_response({"id": post.id}, status=202)

    async def _upload(self, request: web.Request) -> web.Response:
        """Fields `id`, `text` (the caption, may be empty), then `file`: in this order nothing is kept in vain."""
        address = self._writer(request)
        language = self._language(request)
        try:
            post_id, caption, kept = await self._read_upload(request, address)
        except FileTooLarge as large:
            size = self._files.largest // MiB
            raise _refusal(web.HTTPRequestEntityTooLarge, "too_large", language, size=size) from large
        except TextTooLong as long:
            raise _refusal(web.HTTPRequestEntityTooLarge, "too_long", language) from long
        except FileNotWelcome as unwelcome:
            raise _refusal(web.HTTPUnsupportedMediaType, "not_welcome", language) from unwelcome
        except (ValueError, HttpProcessingError) as bad:  # BadPost, and aiohttp's complaints about broken multipart
            raise _refusal(web.HTTPBadRequest, "bad_request", language, reason=str(bad)) from bad
        attachment = Attachment(kept.kind, f"/chat/files/{kept.id}", kept.name, kept.content_type, kept.size)
        update = Update(
            self.name,
            post_id,
            address,
            UpdateKind.MEDIA,
            self._now(),
            caption,
            attachments=(attachment,),
            locale=language,
        )
        stored = False
        try:
            stored = await self._accept(update)
        finally:
            if not stored:  # the same upload tried again, or refused: this copy belongs to no message
                await self._files.remove(kept.id)
        return web.json_response({"id": post_id, "attachment": attachment_json(attachment) if stored else None}, status=202)

    async def _read_upload(self, request: web.Request, address: str) -> tuple[str, str, KeptFile]:
        if not request.content_type.startswith("multipart/"):
            raise BadPost("multipart/form-data is needed")
        reader = await request.multipart()
        post_id, caption = "", ""
        while (part := await reader.next()) is not None:
            if not isinstance(part, BodyPartReader):
                raise BadPost("nested multipart is not understood")
            if part.name == "id":
                post_id = read_id((await _read_part(part, 64)).decode("ascii", errors="replace"))
            elif part.name == "text":
                caption = clean_text((await _read_part(part, LARGEST_POST)).decode("utf-8", errors="replace"))
            elif part.name == "file" and post_id:
                return post_id, caption, await self._files.keep(address, part.filename or "", _chunks(part))
        raise BadPost("the fields id and file are needed, id first")

    async def _accept(self, update: Update) -> bool:
        """True when the update is new. The customer's other tabs see it too."""
        try:
            new = await self._desk.accept([update])
        except Busy as busy:
            retry = str(max(1, math.ceil(busy.retry_after)))
            raise _refusal(web.HTTPTooManyRequests, "slow_down", update.locale or "en", retry=retry) from busy
        if new and update.kind is not UpdateKind.START:
            self._streams.push(update.address, event("message", update_json(update)))
        return bool(new)

    # Who is asking

    def _language(self, request: web.Request) -> str:
        return choose_language(request.query.get("lang", ""), request.headers.get("Accept-Language", ""))

    def _reader(self, request: web.Request) -> str:
        address = self._sessions.address(request.cookies.get(COOKIE))
        if address is None:
            raise _refusal(web.HTTPUnauthorized, "no_session", self._language(request))
        return address

    def _writer(self, request: web.Request) -> str:
        if not is_same_origin(request, self._origins) or CSRF_HEADER not in request.headers:
            raise _refusal(web.HTTPForbidden, "bad_request", self._language(request), reason="another site's request")
        return self._reader(request)


def _missed(lines: Sequence[Line], after: int) -> Sequence[Line]:
    """Everything from the first of our lines the page lacks, and the last few in any case."""
    missed = (place for place, line in enumerate(lines) if line.direction == "out" and line.id > after)
    return lines[min(next(missed, len(lines)), max(0, len(lines) - OVERLAP)) :]


def _line_event(line: Line) -> bytes:
    # Only what the shop said moves the page's mark: the customer's lines may be numbered apart.
    return event("message", line_json(line), event_id=line.id if line.direction == "out" else None)


async def _write_all(stream: Stream, response: web.StreamResponse) -> None:
    while (chunk := await stream.next()) is not None:
        await response.write(chunk)


async def _read(request: web.Request, largest: int) -> bytes:
    body = await read_body(request, largest)
    if body is None:
        raise TextTooLong
    return body


async def _read_part(part: BodyPartReader, largest: int) -> bytes:
    body = b""
    async for chunk in _chunks(part):
        body += chunk
        if len(body) > largest:
            raise TextTooLong
    return body


async def _chunks(part: BodyPartReader) -> AsyncIterator[bytes]:
    while chunk := await part.read_chunk(64 * 1024):
        yield bytes(chunk)


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() else None


def _refusal(
    status: type[web.HTTPException], key: str, language: str, *, retry: str = "", reason: str = "", **values: Any
) -> web.HTTPException:
    """An error as the page reads it: a sentence for the customer, and the reason for whoever reads the network log."""
    sentence = words(language, key).format(**values)
    body: dict[str, str] = {"error": key, "message": sentence} | ({"reason": reason} if reason else {})
    headers = {"Retry-After": retry} if retry else {}
    response = web.json_response(body)
    kwargs: dict[str, Any] = {"max_size": 0, "actual_size": 0} if status is web.HTTPRequestEntityTooLarge else {}
    return status(text=response.text, content_type="application/json", headers=headers, **kwargs)
