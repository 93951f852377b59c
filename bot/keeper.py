"""Keeping what customers send: files that only the platform has are fetched after their update is stored, and fetched again until it works.

A platform's link may end (an hour on Viber) and holds secrets (Telegram's token), so what a flow or an agent sees is our own address, and
the bytes lie here. Which files are wanted is in the store: a restart forgets none.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import cast

import structlog

from bot.connector import Connector, Messenger, SendLater, SendRefused
from bot.files import FileNotWelcome, FileStore, FileTooLarge
from bot.store import incoming
from bot.store.store import Store
from bot.store.values import micros

log = structlog.get_logger(__name__)

ATTEMPTS = 10  # with doubling waits about a quarter of an hour
TIMEOUT = 120.0  # seconds for one file


class Keeper:
    """`files` is where the bytes go. One call of `look` at a time."""

    def __init__(self, store: Store, connectors: Mapping[str, Connector], files: FileStore, now: Callable[[], datetime]) -> None:
        self._store = store
        self._connectors = connectors
        self._files = files
        self._now = now

    async def look(self) -> None:
        """Fetch what is wanted and due."""
        now = micros(self._now())
        rows = await self._store.read(partial(incoming.wanted_files, now=now))
        await asyncio.gather(*(self._fetch(*row) for row in rows))

    async def forget(self, channel: str, address: str) -> None:
        """Remove a person's files."""
        await self._files.remove_all(f"{channel}:{address}")

    async def _fetch(self, file: str, channel: str, address: str, source: str, name: str, attempts: int) -> None:
        connector = self._connectors.get(channel)
        state, reason, wait = "gone", "", 0.0
        if connector is None or not hasattr(connector, "fetch"):
            reason = f"no channel {channel} is configured"
        else:
            try:
                chunks = cast(Messenger, connector).fetch(source)
                async with asyncio.timeout(TIMEOUT):
                    await self._files.keep(f"{channel}:{address}", name, chunks, file_id=file)
                state = "kept"
            except FileTooLarge:
                reason = f"larger than {self._files.largest // 1_048_576} MB"
            except FileNotWelcome:
                reason = "of a type that is not kept"
            except SendRefused as refused:
                reason = f"{refused.code}: {refused}"
            except Exception as error:  # a passing fault of the platform or the disk; tried again, then visible
                wait = max(2.0**attempts, error.seconds if isinstance(error, SendLater) else 0.0)
                reason = str(error) if isinstance(error, SendLater) else type(error).__name__
                state = "wanted" if attempts + 1 < ATTEMPTS else "gone"
        if state == "gone":
            log.warning("file not kept", channel=channel, reason=reason)
        due = micros(self._now() + timedelta(seconds=wait))
        done = partial(incoming.file_settled, file=file, state=state, attempts=attempts + 1, due=due, reason=reason[:400] or None)
        await self._store.write(done)
