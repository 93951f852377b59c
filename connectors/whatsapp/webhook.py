"""What Twilio posts to us: customers' messages, and what became of ours. Verified, stored, answered; nothing else before the answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import datetime
from urllib.parse import parse_qsl

import structlog
from aiohttp import web

from bot.body import read_body
from bot.connector import Busy, Desk
from bot.update import UpdateKind
from connectors.whatsapp import codes, limits
from connectors.whatsapp.parse import Form, NotOurs, NotTwilios, error_code, receipt_of, update_of
from connectors.whatsapp.sending import STATUS_PATH
from connectors.whatsapp.signature import Signatures
from connectors.whatsapp.window import Windows

log = structlog.get_logger(__name__)

MESSAGE_PATH = "/webhooks/whatsapp"
FORM = "application/x-www-form-urlencoded"
NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response/>'  # answers go out by themselves, not as TwiML


class Refused(Exception):
    """A request that is not answered with 200, and says nothing more than its status."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Webhooks:
    """`on_content_refused` hears of messages WhatsApp took and then would not show, with the code."""

    def __init__(
        self,
        desk: Desk,
        signatures: Signatures,
        windows: Windows,
        *,
        account_sid: str,
        sender: str,
        now: Callable[[], datetime],
        on_content_refused: Callable[[int], None],
    ) -> None:
        self._desk = desk
        self._signatures = signatures
        self._windows = windows
        self._account_sid = account_sid
        self._sender = sender
        self._now = now
        self._on_content_refused = on_content_refused

    def routes(self) -> list[web.RouteDef]:
        return [web.post(MESSAGE_PATH, self._message), web.post(STATUS_PATH, self._status)]

    def verified(self, path: str, body: bytes, content_type: str, signature: str, settings: str) -> Form:
        """The form of a request that Twilio signed. Raises Refused."""
        try:
            fields = parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True, max_num_fields=limits.WEBHOOK_FIELDS)
        except ValueError:
            raise Refused(400, "not a form") from None
        if not self._signatures.good(path, fields, signature, settings):
            raise Refused(403, "the signature is missing or wrong")
        if content_type != FORM:
            raise Refused(400, "not a form")
        form: dict[str, str] = {}
        for name, value in fields:
            form.setdefault(name, value)
        if form.get("AccountSid", self._account_sid) != self._account_sid:
            raise Refused(403, "another account")
        return form

    async def _message(self, request: web.Request) -> web.Response:
        try:
            form = await self._form(request)
            update = update_of(form, account_sid=self._account_sid, sender=self._sender, at=self._now())
        except (Refused, NotTwilios, NotOurs) as refused:
            return _refusal(refused)
        try:
            await self._desk.accept([update])
        except Busy as busy:
            return web.Response(status=429, headers={"Retry-After": str(max(1, math.ceil(busy.retry_after)))})
        except Exception as error:  # whatever kept it from being stored: Twilio is told, so that it can repeat
            log.error("a message could not be stored", error=type(error).__name__)
            return web.Response(status=503)
        if update.kind is not UpdateKind.OTHER:
            self._windows.heard(update.address, update.platform_id, update.sent_at)
        return _taken()

    async def _status(self, request: web.Request) -> web.Response:
        try:
            form = await self._form(request)
            receipt = receipt_of(form, request.query, account_sid=self._account_sid)
        except (Refused, NotTwilios, NotOurs) as refused:
            return _refusal(refused)
        if receipt is None:
            return _taken()
        if receipt.state in ("failed", "held"):
            log.warning("not delivered", message=receipt.delivery, code=receipt.code, reason=receipt.reason)
            if error_code(form) in codes.CONTENT:
                self._on_content_refused(error_code(form))
        if "knock" in request.query and not receipt.closes_channel:
            return _taken()  # a template that asked the customer to write; the message itself still waits
        try:
            await self._desk.report([receipt])
        except Exception as error:  # as above
            log.error("a receipt could not be stored", error=type(error).__name__)
            return web.Response(status=503)
        return _taken()

    async def _form(self, request: web.Request) -> Form:
        body = await read_body(request, limits.WEBHOOK_BODY)
        if body is None:
            raise Refused(413, "too large")
        header = request.headers.get
        # The raw request line: what was signed is the address as it was called, however it is spelled.
        return self.verified(
            request.raw_path,
            body,
            request.content_type,
            header("X-Twilio-Signature", ""),
            header("X-Twilio-Webhooks-Signature-Settings", ""),
        )

    def self_test(self) -> Iterator[tuple[str, bool]]:
        """Our own handler with a right, a wrong and a missing signature; nothing is stored."""
        body, path = b"AccountSid=" + self._account_sid.encode(), MESSAGE_PATH
        right = self._signatures.sign(path, [("AccountSid", self._account_sid)])
        for what, signature, expected in (("right", right, 200), ("wrong", right[::-1], 403), ("missing", "", 403)):
            try:
                self.verified(path, body, FORM, signature, "")
                status = 200
            except Refused as refused:
                status = refused.status
            yield what, status == expected


def _taken() -> web.Response:
    return web.Response(text=NOTHING, content_type="text/xml")


def _refusal(why: Refused | NotTwilios | NotOurs) -> web.Response:
    status = why.status if isinstance(why, Refused) else 403 if isinstance(why, NotOurs) else 400
    log.info("webhook refused", status=status, why=str(why))
    return web.Response(status=status, text=str(why))
