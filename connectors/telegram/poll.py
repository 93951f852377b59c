"""Fetching updates where no webhook can reach us. One loop; what was fetched is confirmed only after it is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

import structlog

from bot.connector import Busy
from connectors.telegram.faults import CallFailed, Failure
from connectors.telegram.limits import POLL_SECONDS
from connectors.telegram.parse import USED

log = structlog.get_logger(__name__)


class Fetch(Protocol):
    """`Api.call`."""

    async def __call__(self, method: str, fields: Mapping[str, Any], *, wait: float) -> Any: ...


class Poller:
    """`take` stores a batch and raises when it could not. `say` is told what is wrong (None: nothing). `pauses` are seconds between tries
    after a fault: the first, the longest, and the one after a refused token.
    """

    def __init__(
        self,
        fetch: Fetch,
        take: Callable[[Sequence[Any]], Awaitable[None]],
        say: Callable[[CallFailed | None], None],
        *,
        pauses: tuple[float, float, float],
        wait: int = POLL_SECONDS,
    ) -> None:
        self._fetch = fetch
        self._take = take
        self._say = say
        self._pauses = pauses
        self._wait = wait
        self._offset: int | None = None

    async def run(self) -> None:
        """Until cancelled."""
        faults = 0
        while True:
            pause = await self._once(faults)
            faults = 0 if pause == 0.0 else faults + 1
            await asyncio.sleep(pause)

    async def _once(self, faults: int) -> float:
        """Fetch and store one batch; the seconds to wait before the next."""
        first, longest, token = self._pauses
        backoff = min(longest, first * 2.0 ** min(faults, 16))
        fields: dict[str, Any] = {"timeout": self._wait, "allowed_updates": USED}
        if self._offset is not None:
            fields["offset"] = self._offset
        try:
            batch = await self._fetch("getUpdates", fields, wait=self._wait)
        except CallFailed as failed:
            if failed.failure is Failure.UNKNOWN:
                return backoff  # the line was cut while waiting; nothing is lost
            self._say(failed)
            if failed.failure is Failure.TOKEN:
                return token
            return max(backoff, failed.seconds)
        self._say(None)
        if not isinstance(batch, list) or not batch:
            return 0.0
        try:
            await self._take(batch)
        except Busy as busy:
            return max(first, busy.retry_after)
        except Exception as error:  # the store; nothing is confirmed, so Telegram keeps the batch for us
            log.error("updates could not be stored", channel="telegram", error=type(error).__name__)
            return backoff
        ids = [one["update_id"] for one in batch if isinstance(one, dict) and isinstance(one.get("update_id"), int)]
        if ids:
            self._offset = max(ids) + 1
        return 0.0
