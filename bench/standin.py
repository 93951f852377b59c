"""A stand-in for the servers of Telegram, Viber and Twilio, in a process of its own: it takes everything and answers as cheaply as can be.

It reads no more of a request than its first line and its length, so that what is measured beside it is Frontdesk. It keeps none of the
platforms' rules. Neighbours: `server.py` sends to it, `footprint.py` starts Frontdesk with accounts on it.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from multiprocessing.connection import Connection

_TEXT = "A sentence of the usual length, because what was sent comes back in the answer and has to be read."
_LENGTH = b"content-length:"
_END = b"\r\n\r\n"


def _made(status: str, body: str) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


# Of fixed width, so that the length in the head holds for every number.
_NUMBER = "1000000000"
_CHAT = '{"id":5550001,"first_name":"Ana","type":"private"}'
_BOT = '{"id":1,"is_bot":true,"first_name":"Shop","username":"shop_bot"}'
ANSWERS: dict[bytes, bytes] = {
    b"/getMe": _made("200 OK", f'{{"ok":true,"result":{_BOT}}}'),
    b"/getMyCommands": _made("200 OK", '{"ok":true,"result":[]}'),
    b"/getUpdates": _made("200 OK", '{"ok":true,"result":[]}'),
    b"/setMyCommands": _made("200 OK", '{"ok":true,"result":true}'),
    b"/setWebhook": _made("200 OK", '{"ok":true,"result":true}'),
    b"/sendChatAction": _made("200 OK", '{"ok":true,"result":true}'),
    b"/get_account_info": _made("200 OK", '{"status":0,"status_message":"ok","name":"Shop","uri":"shop"}'),
    b"/set_webhook": _made("200 OK", '{"status":0,"status_message":"ok"}'),
    b"/send_message": _made("200 OK", f'{{"status":0,"status_message":"ok","message_token":{_NUMBER},"chat_hostname":"SN-CHAT"}}'),
    b"/Messages.json": _made("201 Created", f'{{"sid":"SM{"0" * 22}{_NUMBER}","status":"queued","body":"{_TEXT}"}}'),
    b"/ContentAndApprovals": _made("200 OK", '{"contents":[],"meta":{"key":"contents","page":0,"page_size":200,"next_page_url":null}}'),
    b"/Content": _made("201 Created", f'{{"sid":"HX{"0" * 22}{_NUMBER}"}}'),
    b"/whatsapp": _made("201 Created", '{"status":"received"}'),
}
"""By the last part of the path, and `_NUMBER` is counted up. Everything else is `ACCOUNT` for Twilio and `SENT` for Telegram."""
ACCOUNT = _made("200 OK", '{"sid":"AC0","status":"active"}')
SENT = _made(
    "200 OK",
    f'{{"ok":true,"result":{{"message_id":{_NUMBER},"from":{_BOT},"chat":{_CHAT},"date":1795000000,"text":"{_TEXT}"}}}}',
)


class _Answerer(asyncio.Protocol):
    """One connection; one request after the other."""

    _numbers = count(int(_NUMBER))

    def __init__(self) -> None:
        self._read = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        while (end := _end(self._read)) is not None:
            path = self._read.split(b" ", 2)[1].partition(b"?")[0]
            self._read = self._read[end:]
            answer = ANSWERS.get(path[path.rfind(b"/") :]) or (ACCOUNT if path.endswith(b".json") else SENT)
            assert self._transport is not None
            self._transport.write(answer.replace(_NUMBER.encode(), b"%010d" % next(self._numbers), 1))


def _end(read: bytes) -> int | None:
    """Where the first request in `read` ends; None while it is not whole."""
    head = read.find(_END)
    if head < 0:
        return None
    fields = read[:head].lower()
    at = fields.find(_LENGTH)
    if at >= 0:
        whole = head + len(_END) + int(fields[at + len(_LENGTH) :].split(b"\r\n", 1)[0])
        return whole if len(read) >= whole else None
    if b"chunked" not in fields:
        return head + len(_END)
    last = read.find(b"\r\n0\r\n\r\n", head)
    return last + 7 if last >= 0 else None


@contextmanager
def standin() -> Iterator[str]:
    """The address of a stand-in that runs in another process meanwhile."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(target=_run, args=(there,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.kill()
        process.join()


def _run(ready: Connection) -> None:
    asyncio.run(_serve(ready))


async def _serve(ready: Connection) -> None:
    server = await asyncio.get_running_loop().create_server(_Answerer, "127.0.0.1", 0, backlog=1024)
    ready.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()
