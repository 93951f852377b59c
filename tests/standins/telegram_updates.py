"""How updates leave Telegram: by webhook, one at a time per chat and repeated until they are taken, or fetched and confirmed."""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import aiohttp

from tests.standins.telegram_rules import Wrong, bad

PORTS = (None, 443, 80, 88, 8443)


class NotTaken(AssertionError):
    """The webhook under test did not take an update."""


class Updates:
    """`plain` allows webhooks without https and on any port, as a Bot API server of one's own with --local does."""

    def __init__(self, *, plain: bool, tries: int, pause: float) -> None:
        self.plain = plain
        self.tries = tries
        self.pause = pause  # seconds between repeats
        self.answers: list[int] = []  # status of each delivery, repeats included
        self.webhook: dict[str, Any] = {}
        self.allowed: list[str] = []
        self.last_error = ""
        self._next_id = 700_000_000
        self._waiting: list[dict[str, Any]] = []
        self._changed = asyncio.Condition()
        self._fetching = 0
        self._chats: dict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def bring(self, kind: str, body: Mapping[str, Any], chat: int) -> dict[str, Any]:
        """Bring an update to the server under test and wait until it has taken it. Kinds nobody asked for are dropped."""
        self._next_id += 1
        update = {"update_id": self._next_id, kind: dict(body)}
        if self.allowed and kind not in self.allowed:
            return update
        if self.webhook:
            async with self._chats[chat]:
                await self._push(update)
        else:
            await self._wait(update)
        return update

    def put(self, kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Lay an update ready to be fetched, without waiting for that."""
        self._next_id += 1
        update = {"update_id": self._next_id, kind: dict(body)}
        self._waiting.append(update)
        return update

    async def again(self, update: Mapping[str, Any]) -> None:
        """Deliver once more, as Telegram does when it has not seen our answer."""
        await self._push(update)

    async def post(self, body: bytes, headers: Mapping[str, str]) -> int:
        """Anything at all to the webhook; the status."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10))
        async with self._session.post(self.webhook["url"], data=body, headers=dict(headers)) as answer:
            await answer.read()
            return answer.status

    async def _push(self, update: Mapping[str, Any]) -> None:
        headers = {"Content-Type": "application/json"}
        if "secret_token" in self.webhook:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.webhook["secret_token"]
        for _ in range(self.tries):
            status = await self.post(json.dumps(update).encode(), headers)
            self.answers.append(status)
            if 200 <= status < 300:
                return
            self.last_error = f"Wrong response from the webhook: {status}"
            await asyncio.sleep(self.pause)
        raise NotTaken(f"the webhook answered {self.answers[-1]} {self.tries} times")

    async def _wait(self, update: dict[str, Any]) -> None:
        async with self._changed:
            self._waiting.append(update)
            self._changed.notify_all()
            async with asyncio.timeout(10):
                await self._changed.wait_for(lambda: update not in self._waiting)

    # --- methods ------------------------------------------------------------------------------------------------------
    async def get_updates(self, fields: Mapping[str, Any]) -> list[dict[str, Any]]:
        if self.webhook:
            words = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            raise Wrong(409, f"Conflict: {words}")
        self._allow(fields)
        self._fetching += 1
        turn = self._fetching
        async with self._changed:
            offset = fields.get("offset")
            if offset is not None:
                self._waiting = [update for update in self._waiting if update["update_id"] >= offset]
            self._changed.notify_all()  # an older fetch must end, and who waits for a confirmation looks again
            try:
                async with asyncio.timeout(fields.get("timeout", 0) or 0.001):
                    await self._changed.wait_for(lambda: self._waiting or self._fetching != turn)
            except TimeoutError:
                return []
            if self._fetching != turn:
                raise Wrong(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
            return self._waiting[: fields.get("limit", 100)]

    def set_webhook(self, fields: Mapping[str, Any]) -> bool:
        url = fields["url"]
        parts = re.fullmatch(r"(https?)://([^/:]+)(?::(\d+))?(/.*)?", url)
        if parts is None or (parts[1] != "https" and not self.plain):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if not self.plain and (int(parts[3]) if parts[3] else None) not in PORTS:
            raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        secret = fields.get("secret_token")
        if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad("secret token contains unallowed characters")
        if not 1 <= fields.get("max_connections", 40) <= 100:
            raise bad("max_connections must be 1 to 100")
        self.webhook = dict(fields)
        self._allow(fields)
        return True

    def delete_webhook(self) -> bool:
        self.webhook = {}
        return True

    def info(self) -> dict[str, Any]:
        found = {"url": self.webhook.get("url", ""), "has_custom_certificate": False, "pending_update_count": len(self._waiting)}
        return found | ({"last_error_message": self.last_error, "last_error_date": 1_700_000_000} if self.last_error else {})

    def _allow(self, fields: Mapping[str, Any]) -> None:
        if "allowed_updates" in fields:  # left out, the last setting stays
            self.allowed = fields["allowed_updates"]
