"""Open pages: one queue per server-sent-event stream, found by address.

A stream is a courtesy, not a delivery: what a full or broken stream loses, the page reads from the history when it
comes back. So nothing here waits for a slow reader, and nothing is kept for a closed page.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

HEARTBEAT = 15.0  # seconds; proxies drop a silent connection after 30 to 60
LONGEST_QUEUE = 200  # events a page may be behind before it is told to come back and read the history
MOST_STREAMS = 8  # of one address; browsers open six connections to a host, and hidden tabs let go of theirs


def event(name: str, data: dict[str, Any], *, event_id: int | None = None) -> bytes:
    """One server-sent event. JSON has no raw line break, so one `data:` line always holds it."""
    head = f"id: {event_id}\n" if event_id is not None else ""
    return f"{head}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


# A comment keeps proxies awake, but scripts cannot see one; the event lets a page notice a connection that died
# silently.
BEAT = b": heartbeat\n" + event("beat", {})


@dataclass(eq=False, slots=True)
class Stream:
    """What one open page still has to be written. None in the queue ends it."""

    queue: asyncio.Queue[bytes | None] = field(default_factory=lambda: asyncio.Queue(LONGEST_QUEUE))

    def push(self, chunk: bytes | None) -> bool:
        try:
            self.queue.put_nowait(chunk)
        except asyncio.QueueFull:
            return False
        return True

    async def next(self) -> bytes | None:
        """The next chunk, a heartbeat when nothing happens, None when the stream is over."""
        try:
            return await asyncio.wait_for(self.queue.get(), HEARTBEAT)
        except TimeoutError:
            return BEAT

    def end(self) -> None:
        while not self.push(None):
            self.queue.get_nowait()


class Streams:
    """All open pages of this process."""

    def __init__(self) -> None:
        self._open: defaultdict[str, list[Stream]] = defaultdict(list)
        self._closed = False

    def __len__(self) -> int:
        return sum(len(streams) for streams in self._open.values())

    def open(self, address: str) -> Stream:
        stream = Stream()
        if self._closed:
            stream.end()
            return stream
        streams = self._open[address]
        if len(streams) >= MOST_STREAMS:
            streams.pop(0).end()
        streams.append(stream)
        return stream

    def leave(self, address: str, stream: Stream) -> None:
        streams = self._open.get(address, [])
        if stream in streams:
            streams.remove(stream)
        if not streams:
            self._open.pop(address, None)

    def push(self, address: str, chunk: bytes) -> None:
        """Give every open page of the address the chunk; a page too far behind is sent away to come back."""
        for stream in tuple(self._open.get(address, ())):
            if not stream.push(chunk):
                self.leave(address, stream)
                stream.end()

    def close(self) -> None:
        """End all streams: pages reconnect to whoever answers next, and a stopping server need not wait for them."""
        self._closed = True
        for streams in self._open.values():
            for stream in streams:
                stream.end()
