"""WhatsApp's connector: the core's messages to Twilio, Twilio's posts to the core. Puts the package's parts together; decides little.

Neighbours: `bot.connector` is the contract; each module beside this one holds one concern (see `__init__.py`).
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import quote

import structlog
from aiohttp import web

from bot.config_channels import TemplateConfig
from bot.connector import Delivery, Desk, Finding, Pace, SendLater, SendRefused, Sent
from connectors.whatsapp import codes, limits
from connectors.whatsapp.check import findings
from connectors.whatsapp.client import Api
from connectors.whatsapp.content import Directory, Shapes
from connectors.whatsapp.faults import TwilioSaid, Unanswered, Unreachable
from connectors.whatsapp.fetch import Downloads
from connectors.whatsapp.media import LocalFile, Places
from connectors.whatsapp.outside import Outside
from connectors.whatsapp.parse import CHANNEL, PREFIX
from connectors.whatsapp.render import render
from connectors.whatsapp.sending import Line, about_credentials, failure
from connectors.whatsapp.signature import Signatures
from connectors.whatsapp.webhook import Webhooks
from connectors.whatsapp.window import Windows

log = structlog.get_logger(__name__)

ASK_AGAIN = 30.0  # seconds between two tries to reach Twilio at the start
NO_ADDRESS = "server.public_url is not set: without it no message of WhatsApp can be verified, so none is taken. Set it and restart."

SILENT = "Twilio has not answered since the start; it is asked again and again. See https://status.twilio.com."


def _utc_now() -> datetime:
    return datetime.now(UTC)


class WhatsappChannel:
    """WhatsApp through Twilio as a messenger.

    `sender` is our number ("+386...", with or without "whatsapp:") or a Messaging Service ("MG..."). `api_url` stands for all of Twilio's
    hosts. `public_url` is where Twilio reaches us; without it webhooks are refused. `signing_key` is for accounts whose webhooks are signed
    with a shared key. `local_file` gives the file behind a path of our site. `timeout` (seconds) is for one request to Twilio, `budget`
    for a whole delivery, `patience` for making a menu's form ready.
    """

    name = CHANNEL
    resends = False
    receipts = True
    pace: Pace | None = limits.PACE
    window = limits.WINDOW
    """How long after the customer's last word a person may write in words of their own; desks count it down."""

    def __init__(
        self,
        desk: Desk,
        *,
        account_sid: str,
        auth_token: str,
        sender: str,
        api_url: str | None = None,
        public_url: str | None = None,
        signing_key: str | None = None,
        templates: Mapping[str, TemplateConfig] | None = None,
        local_file: LocalFile | None = None,
        shop_name: str = "",
        now: Callable[[], datetime] = _utc_now,
        timeout: float = limits.TIMEOUT,
        budget: float = limits.SEND_BUDGET,
        patience: float = limits.CONTENT_PATIENCE,
        ask_again: float = ASK_AGAIN,
    ) -> None:
        public_url = (public_url or "").rstrip("/") or None
        self._public_url = public_url
        self._sender = sender.removeprefix(PREFIX)
        self._templates = templates or {}
        self._timeout, self._budget, self._ask_again = timeout, budget, ask_again
        self._credentials_refused = False
        self._unanswered = False
        self._asking: asyncio.Task[None] | None = None
        self.fault: str | None = self._fault()

        self._api = Api(account_sid, auth_token, api_url=api_url, timeout=timeout)
        self._directory = Directory(self._api)
        self._shapes = Shapes(self._api, self._directory, patience=patience)
        self._line = Line(self._api, self._shapes, sender=sender, public_url=public_url, on_credentials=self._credentials, timeout=timeout)
        self._outside = Outside(self._line, self._directory, self._templates, shop_name)
        self._windows = Windows(desk, self.name, now)
        self._places = Places(local_file, public_url)
        self._downloads = Downloads(account_sid, auth_token, api_url=api_url, timeout=timeout)
        self._webhooks = Webhooks(
            desk,
            Signatures(auth_token=auth_token, signing_key=signing_key, public_url=public_url),
            self._windows,
            account_sid=account_sid,
            sender=self._sender,
            now=now,
            on_content_refused=self._shapes.refused_late,
        )

    def routes(self) -> list[web.RouteDef]:
        return self._webhooks.routes()

    async def start(self) -> None:
        """Load Twilio's library and ask for the account once; when nobody answers, a task goes on asking."""
        if self._public_url is None:
            log.error("whatsapp takes no messages", reason=NO_ADDRESS)
        try:
            await self._api.open()
            await self._ask()
        except Exception as error:  # nothing at the start of one channel may stop the others
            log.warning("whatsapp is not ready", error=type(error).__name__)
        if self._unanswered and self._asking is None:
            self._asking = asyncio.create_task(self._ask_on())

    async def close(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._asking
            self._asking = None
        await self._shapes.close()
        await self._api.close()

    async def send(self, delivery: Delivery) -> Sent:
        """Inside the 24 hours as it is, outside in approved words. One part follows the other."""
        await self._api.open()
        started = time.monotonic()
        if not await self._windows.open(delivery.address):
            return await self._outside.send(delivery)
        parts = render(delivery.message, self._places.place)
        if not parts:
            raise SendRefused("21619", codes.reason(21619))
        sent: list[str] = []
        for number, part in enumerate(parts):
            if number < delivery.parts:
                continue
            if sent and time.monotonic() - started > self._budget - self._timeout:
                # The next request could outlast the outbox's patience, and nobody would know what was sent.
                raise SendLater(0, "the rest goes in the next try", code="slow", platform_ids=tuple(sent))
            try:
                sent.append(await self._line.part(delivery.address, part, delivery=delivery.id, number=number))
            except (TwilioSaid, Unreachable, Unanswered) as error:
                raise failure(error, tuple(sent)) from None  # the cause holds nothing a person can use
        return Sent(tuple(sent))

    async def typing(self, address: str) -> None:
        last = self._windows.last_message(address)
        if last is None:
            return
        # Best effort: the answer follows anyway.
        with contextlib.suppress(Exception):
            await self._api.typing(last)

    async def forget(self, address: str) -> None:
        self._windows.forget(address)

    async def alive(self) -> bool:
        return await self._api.alive()

    def fetch(self, source: str) -> AsyncIterator[bytes]:
        return self._downloads.fetch(source)

    def link(self, code: str) -> str | None:
        """A chat with us, the code ready to be sent. A Messaging Service has no number of its own to link to."""
        digits = re.sub(r"\D", "", self._sender)
        if self._sender.startswith("MG") or not digits:
            return None
        return f"https://wa.me/{digits}?text={quote(code, safe='')}"

    async def check(self) -> Sequence[Finding]:
        return await findings(
            self._api, self._directory, self._webhooks, sender=self._sender, public_url=self._public_url, templates=self._templates
        )

    def _credentials(self, taken: bool) -> None:
        if taken is self._credentials_refused:
            log.info("twilio takes the account") if taken else log.error("twilio refuses the account", reason=codes.reason(20003))
        self._credentials_refused, self._unanswered = not taken, False
        self.fault = self._fault()

    def _silent(self) -> None:
        self._unanswered = True
        self.fault = self._fault()

    def _fault(self) -> str | None:
        if self._credentials_refused:
            return codes.reason(20003)
        if self._public_url is None:
            return NO_ADDRESS
        return SILENT if self._unanswered else None

    async def _ask(self) -> None:
        try:
            await self._api.account()
        except TwilioSaid as said:
            if said.status >= 500 or said.status == 429:
                self._silent()
            else:
                self._credentials(not (about_credentials(said) or said.status in (403, 404)))
        except (Unreachable, Unanswered):
            self._silent()
        else:
            self._credentials(True)

    async def _ask_on(self) -> None:
        while self._unanswered:
            await asyncio.sleep(self._ask_again)
            await self._ask()
