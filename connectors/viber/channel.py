"""Viber as a messenger: sends, and brings its parts together. What each part knows is told in `connectors/viber/__init__.py`."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import structlog
from aiohttp import web

from bot.connector import Delivery, Desk, Finding, SendHeld, SendLater, SendRefused, SendUnknown, Sent
from connectors.viber import limits
from connectors.viber.api import TIMEOUT, Answered, Api, refused
from connectors.viber.board import Json
from connectors.viber.codes import CODES, WEBHOOK_NOT_SET, meaning
from connectors.viber.hosting import Hosting, LocalFile
from connectors.viber.media import MediaFetcher
from connectors.viber.parse import CHANNEL
from connectors.viber.quota import Unanswered
from connectors.viber.register import BACKOFF, NO_ADDRESS, PATH, Registration
from connectors.viber.render import render
from connectors.viber.signature import sign, signed
from connectors.viber.webhook import WELCOME_TIMEOUT, Slots, Webhook

log = structlog.get_logger(__name__)

SENDING = 17.0  # seconds for all parts of a message; the outbox gives up after 20
LAST_START = 9.0  # seconds after which no further part is begun in one try


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ViberChannel:
    """A Viber bot. `token` is the bot's, `sender_name` (at most 28 letters) and `avatar` (an address) are what customers see.

    `local_file` gives the file behind a path of the site, `public_url` makes such paths absolute and is where Viber calls us. Times are in
    seconds. No message is sent twice blindly: Viber does not recognise a repetition.
    """

    name = CHANNEL
    resends = False
    receipts = True
    pace = limits.PACE

    def __init__(
        self,
        desk: Desk,
        *,
        token: str,
        local_file: LocalFile,
        api_url: str = "https://chatapi.viber.com",
        public_url: str | None = None,
        sender_name: str = "Shop",
        avatar: str | None = None,
        now: Callable[[], datetime] = _utc_now,
        timeout: float = TIMEOUT,
        welcome_timeout: float = WELCOME_TIMEOUT,
        backoff: Sequence[float] = BACKOFF,
        largest_file: int = limits.FILE_BYTES,
    ) -> None:
        self.fault: str | None = None
        self._faults: dict[str, str] = {}
        self._token = token
        self._sender = {"name": sender_name[: limits.SENDER_NAME]} | ({"avatar": avatar} if avatar else {})
        self._desk = desk
        self._now = now
        self._files = Hosting(local_file, public_url)
        self._api = Api(token, api_url, timeout=timeout)
        self._media = MediaFetcher(api_url, largest=largest_file)
        self._unanswered = Unanswered(now)
        self._slots = Slots(self._files)
        self._registration = Registration(self._api, public_url, self._registered, backoff=backoff)
        self._webhook = Webhook(
            desk,
            token,
            self._slots,
            self._files,
            envelope=self._signed_by_us,
            heard=self._unanswered.heard,
            now=now,
            timeout=welcome_timeout,
        )

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, self._webhook.handle)]

    async def start(self) -> None:
        await self._registration.start()

    async def alive(self) -> bool:
        if self._registration.uri is None:
            with contextlib.suppress(Answered, SendLater, SendRefused, SendUnknown):
                await self._registration.learn()
        return await self._api.alive()

    async def close(self) -> None:
        await self._registration.close()
        await self._api.close()
        await self._media.close()

    async def send(self, delivery: Delivery) -> Sent:
        if self._slots.holds(delivery.address) and not delivery.parts:
            if self._slots.put(delivery.address, delivery.message):
                return Sent()
            raise SendHeld(CODES[6].name, "Before the customer writes, Viber takes one message, and it is full. " + CODES[6].words)
        parts = render(delivery.message, self._files)[delivery.parts :]
        self._unanswered.room(delivery.address, len(parts))
        return Sent(await self._all(delivery.address, parts))

    async def typing(self, address: str) -> None:
        """Viber's bots cannot show it."""

    async def forget(self, address: str) -> None:
        self._unanswered.heard(address)
        self._slots.close(address)

    def fetch(self, source: str) -> AsyncIterator[bytes]:
        return self._media.fetch(source)

    def link(self, code: str) -> str | None:
        uri = self._registration.uri
        return f"viber://pa?chatURI={quote(uri, safe='')}&context={quote(code, safe='')}" if uri else None

    async def check(self) -> Sequence[Finding]:
        sample = b'{"event":"webhook"}'
        right = signed(self._token, sample, sign(self._token, sample)) and not signed(self._token, sample + b" ", sign(self._token, sample))
        signature = Finding("Viber signature", right, "our own check takes a right one and refuses a wrong one")
        try:
            account = await self._api.call("get_account_info", {})
        except (Answered, SendLater, SendUnknown, SendRefused) as error:
            words = meaning(error.status).words if isinstance(error, Answered) else str(error)
            return [signature, Finding("Viber account", False, words)]
        return [signature, Finding("Viber account", True, f"the bot is called {account.get('name')}"), self._hook(account)]

    def _hook(self, account: Json) -> Finding:
        ours, theirs = self._registration.url, account.get("webhook")
        if ours is None:
            return Finding("Viber webhook", False, NO_ADDRESS)
        if theirs != ours:
            found = f"Viber calls {theirs}" if theirs else "Viber has no webhook"
            return Finding("Viber webhook", False, f"{found}, not {ours}; starting Frontdesk registers it")
        return Finding("Viber webhook", True, f"Viber calls {ours}")

    async def _all(self, address: str, parts: Sequence[Json]) -> tuple[str, ...]:
        """Send parts in their order; their ids. What keeps the rest from going keeps the ids of those that went."""
        clock = asyncio.get_running_loop().time
        began = clock()
        sent: list[str] = []
        for part in parts:
            passed = clock() - began
            if sent and passed > LAST_START:
                raise SendLater(0.0, "the rest of a long message", code="continued", platform_ids=tuple(sent))
            try:
                sent.append(await self._one(address, part, SENDING - passed))
            except SendLater as later:
                raise SendLater(later.seconds, str(later), code=later.code, platform_ids=tuple(sent)) from None
            except SendUnknown as unknown:
                raise SendUnknown(str(unknown), platform_ids=tuple(sent)) from None
            except SendHeld as held:
                if sent:  # the next try holds it, with the parts that went known
                    raise SendLater(0.0, str(held), code=held.code, platform_ids=tuple(sent)) from None
                raise
            self._unanswered.sent(address)
        return tuple(sent)

    async def _one(self, address: str, part: Json, timeout: float) -> str:
        try:
            token = await self._api.send({"receiver": address} | self._signed_by_us(part), timeout=timeout)
        except Answered as answered:
            code = meaning(answered.status)
            if code.fault:
                self._set_fault("balance" if code.then == "held" else "sending", code.words)
            if answered.status == WEBHOOK_NOT_SET:
                self._registration.again()
            raise refused(answered) from None
        self._set_fault("sending", None)
        if "balance" in self._faults and await self._outside_session(address):
            self._set_fault("balance", None)
        return token

    async def _outside_session(self, address: str) -> bool:
        """Whether a message to this customer is one that Viber charges."""
        heard = await self._desk.last_heard(self.name, address)
        return heard is None or self._now() - heard > timedelta(hours=limits.SESSION_HOURS)

    def _signed_by_us(self, part: Json) -> Json:
        return {"sender": self._sender} | part

    def _registered(self, wrong: str | None) -> None:
        self._set_fault("webhook", wrong)

    def _set_fault(self, where: str, words: str | None) -> None:
        if words is None:
            self._faults.pop(where, None)
        elif self._faults.get(where) != words:
            self._faults[where] = words
            log.warning("viber fault", where=where, fault=words)
        self.fault = next(iter(self._faults.values()), None)
