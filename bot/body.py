"""Reading a request's body no further than a limit."""

from __future__ import annotations

from aiohttp import web

CHUNK = 64 * 1024


async def read_body(request: web.Request, largest: int) -> bytes | None:
    """The whole body; None when it has more than `largest` bytes, whatever its Content-Length says."""
    body = bytearray()
    async for chunk in request.content.iter_chunked(CHUNK):
        body += chunk
        if len(body) > largest:
            return None
    return bytes(body)
