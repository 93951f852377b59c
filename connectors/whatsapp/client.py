"""What the connector asks of Twilio, as six calls. The library behind it is loaded in a thread on first use.

Raises only what `faults.py` holds. No decision is taken here: `sending.py` says what a failure means for a message.
"""

from __future__ import annotations

import asyncio
import importlib
from dataclasses import dataclass
from typing import Any

from connectors.whatsapp.faults import TwilioSaid, Unanswered
from connectors.whatsapp.limits import TIMEOUT

PAGE = 200  # Content resources a page; Twilio allows 1000, and one with its texts has about a kilobyte
TYPING_TIMEOUT = 5.0  # seconds; the dots are worth no more


@dataclass(frozen=True, slots=True)
class Content:
    """A Content resource and what WhatsApp thinks of it. `status` is Twilio's: unsubmitted, received, pending, approved, rejected, ..."""

    sid: str
    name: str
    language: str
    status: str = "unsubmitted"
    reason: str = ""


class Api:
    """The line to one Twilio account. Opened by the first call; `close` it in the loop that used it."""

    def __init__(self, account_sid: str, auth_token: str, *, api_url: str | None, timeout: float = TIMEOUT) -> None:
        self.account_sid = account_sid
        self._auth_token = auth_token
        self._api_url = api_url
        self._timeout = timeout
        self._client: Any = None
        self._opening = asyncio.Lock()

    async def open(self) -> Any:
        async with self._opening:
            if self._client is None:
                # Late, and in a thread: the library takes most of a second of CPU to load.
                module = await asyncio.to_thread(importlib.import_module, "connectors.whatsapp.twilio_http")
                await asyncio.to_thread(module.load)
                self._client = module.make_client(self.account_sid, self._auth_token, api_url=self._api_url, timeout=self._timeout)
            return self._client

    async def close(self) -> None:
        async with self._opening:
            client, self._client = self._client, None
            if client is not None:
                await client.http_client.close()

    async def account(self) -> str:
        """The account's status: active, suspended or closed."""
        found = await (await self.open()).api.v2010.accounts(self.account_sid).fetch_async()
        return str(found.status)

    async def send(self, fields: dict[str, Any]) -> str:
        """Create a message; its SID."""
        made = await (await self.open()).messages.create_async(**fields)
        if not made.sid:
            raise Unanswered("Twilio answered without naming the message")
        return str(made.sid)

    async def contents(self) -> list[Content]:
        """Every Content resource of the account with its approval, oldest first as Twilio gives them."""
        client = await self.open()
        found = []
        for one in await client.content.v1.content_and_approvals.list_async(page_size=PAGE):
            approval = one.approval_requests or {}
            status, reason = approval.get("status") or "unsubmitted", approval.get("rejection_reason") or ""
            found.append(Content(str(one.sid), one.friendly_name or "", one.language or "", str(status), str(reason)))
        return found

    async def create_content(self, name: str, language: str, types: dict[str, Any], variables: dict[str, str]) -> Content:
        from twilio.rest.content.v1.content import ContentList  # late: heavy, and loaded by `open`

        contents = (await self.open()).content.v1.contents
        # The library writes every content type it knows into the body, empty ones too; only the used ones belong there.
        request = ContentList.ContentCreateRequest({"friendly_name": name, "language": language, "variables": variables})
        request.types = _Plain(types)
        made = await contents.create_async(request)
        return Content(str(made.sid), name, language)

    async def submit(self, sid: str, name: str, category: str) -> str:
        """Ask WhatsApp to approve a Content resource; the state it is in now."""
        from twilio.rest.content.v1.content.approval_create import ApprovalCreateList  # late: heavy, and loaded by `open`

        request = ApprovalCreateList.ContentApprovalRequest({"name": name, "category": category})
        made = await (await self.open()).content.v1.contents(sid).approval_create.create_async(request)
        return str(made.status or "received")

    async def typing(self, message_sid: str) -> None:
        """https://www.twilio.com/docs/whatsapp/api/typing-indicators-resource; also marks the message as read."""
        client = await self.open()
        async with asyncio.timeout(TYPING_TIMEOUT):
            await client.messaging.v2.typing_indicator.create_async(channel="whatsapp", message_id=message_sid)

    async def alive(self) -> bool:
        try:
            await self.account()
        except TwilioSaid as said:
            return said.status < 500
        return True


class _Plain:
    """A ready JSON object where the library expects one of its own."""

    def __init__(self, value: dict[str, Any]) -> None:
        self._value = value

    def to_dict(self) -> dict[str, Any]:
        return self._value
