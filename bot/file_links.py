"""Files that the shop sends: addresses that open one file to whoever was given them, and to nobody else.

Messengers fetch a file by its address, without any cookie of ours, and a customer's browser shows it for as long as the chat remembers it.
So the address itself is the key: it holds the file's random name, until when it is good, and our signature over both. The bytes are
`files.py`'s; the desk's own page of a file asks for a session instead.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import web

from bot.files import FileStore, KeptFile
from bot.message import Media

LIFETIME = timedelta(days=180)  # as long as the web chat remembers a visitor
_ADDRESS = re.compile(r"/files/(?P<id>[A-Za-z0-9_-]{32})/(?P<until>\d{9,11})\.(?P<sign>[0-9a-f]{32})/[^/?#]+")


class FileLinks:
    """`secret` gives the key of the signatures when it is first needed. It must stay the same, or what was sent can be opened no more."""

    def __init__(self, files: FileStore, secret: Callable[[], str], now: Callable[[], datetime]) -> None:
        self._files = files
        self._key = secret
        self._now = now

    def address(self, kept: KeptFile, until: datetime | None = None) -> str:
        """A path below the site's root that opens the file. It ends in the file's name, for platforms that go by the ending."""
        ends = int((until or self._now() + LIFETIME).timestamp())
        stem, suffix = Path(kept.name).stem, Path(kept.name).suffix
        name = (re.sub(r"[^A-Za-z0-9-]+", "_", stem).strip("_")[-50:] or "file") + re.sub(r"[^A-Za-z0-9.]", "", suffix)
        return f"/files/{kept.id}/{ends}.{self._sign(kept.id, ends)}/{name}"

    def media(self, kept: KeptFile) -> Media:
        """The file as part of a message. What no platform shows goes as a file."""
        kind = kept.kind if kept.kind in ("image", "audio", "video") else "file"
        return Media(kind, self.address(kept), kept.name, kept.name)  # type: ignore[arg-type]  # one of the four

    def file(self, path: str) -> Path | None:
        """The bytes behind one of our addresses, for platforms that take bytes; None when it is none, too old, or the file is gone."""
        found = self._opened(path)
        return self._files.path(found) if found is not None else None

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/files/{id}/{ticket}/{name}", self._serve)]

    async def _serve(self, request: web.Request) -> web.FileResponse:
        found = self._opened(request.path)
        kept = await self._files.find(found) if found is not None else None
        if kept is None:
            raise web.HTTPNotFound  # one answer for wrong, old and gone
        return self._files.response(kept)

    def _opened(self, path: str) -> str | None:
        match = _ADDRESS.fullmatch(path.partition("?")[0])
        if match is None:
            return None
        ends = int(match["until"])
        good = hmac.compare_digest(match["sign"], self._sign(match["id"], ends))
        return match["id"] if good and datetime.fromtimestamp(ends, UTC) > self._now() else None

    def _sign(self, file_id: str, ends: int) -> str:
        return hmac.new(self._key().encode(), f"{file_id} {ends}".encode(), hashlib.sha256).hexdigest()[:32]
