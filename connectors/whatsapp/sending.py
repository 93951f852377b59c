"""One message to Twilio, and what its failure means for it.

Nothing is repeated here. A request that got no answer may have been carried out, so it is unknown; an answer of 500 and above is
Twilio saying that it failed, so it is tried later.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import structlog

from bot.connector import SendHeld, SendLater, SendRefused, SendUnknown
from connectors.whatsapp import codes
from connectors.whatsapp.client import Api
from connectors.whatsapp.content import Shapes, shape_variables
from connectors.whatsapp.faults import TwilioSaid, Unanswered, Unreachable
from connectors.whatsapp.limits import TIMEOUT
from connectors.whatsapp.parse import PREFIX
from connectors.whatsapp.render import Menu, Part, Picture, Pin

log = structlog.get_logger(__name__)

STATUS_PATH = "/webhooks/whatsapp/status"
AGAIN = 10.0  # seconds after a fault that passes; the outbox makes more of it when it lasts
CREDENTIALS_AGAIN = 300.0  # seconds; a person has to mend it

Failure = SendLater | SendHeld | SendRefused | SendUnknown


class Line:
    """Sends for one sender. `on_credentials` hears whether Twilio takes the account and its token, at each answer."""

    def __init__(
        self,
        api: Api,
        shapes: Shapes,
        *,
        sender: str,
        public_url: str | None,
        on_credentials: Callable[[bool], None],
        timeout: float = TIMEOUT,
    ) -> None:
        self._api = api
        self._shapes = shapes
        self._from = {"messaging_service_sid": sender} if sender.startswith("MG") else {"from_": PREFIX + sender.removeprefix(PREFIX)}
        self._public_url = public_url
        self._on_credentials = on_credentials
        self._timeout = timeout

    async def part(self, address: str, part: Part, *, delivery: int, number: int) -> str:
        """Send one part; its SID. A menu that is refused goes out as numbered text. Raises what `failure` makes, without ids."""
        about = {"message": delivery, "part": number}
        if isinstance(part, Menu):
            sid = await self._shapes.sid(part)
            if sid is not None:
                variables = json.dumps(shape_variables(part), ensure_ascii=False)
                try:
                    return await self.post(address, {"content_sid": sid, "content_variables": variables}, about)
                except TwilioSaid as said:
                    if not refuses_content(said):
                        raise
                    self._shapes.refused(part, said.code)
            return await self.post(address, {"body": part.plain}, about)
        return await self.post(address, _fields(part), about)

    async def post(self, address: str, fields: dict[str, Any], about: dict[str, int]) -> str:
        """`about` comes back with every status. Raises Unreachable, Unanswered or TwilioSaid."""
        callback = {"status_callback": f"{self._public_url}{STATUS_PATH}?{urlencode(about)}"} if self._public_url else {}
        try:
            async with asyncio.timeout(self._timeout):
                sid = await self._api.send({"to": PREFIX + address, **self._from, **callback, **fields})
        except TimeoutError:
            raise Unanswered("no answer from Twilio in time") from None
        except TwilioSaid as said:
            self._on_credentials(not about_credentials(said))
            raise
        self._on_credentials(True)
        return sid


def about_credentials(said: TwilioSaid) -> bool:
    return said.status == 401 or said.code in codes.CREDENTIALS


def refuses_content(said: TwilioSaid) -> bool:
    """Whether Twilio has something against the form of a message and not against its receiver, its sender or its rate."""
    known = said.code in codes.REASONS and said.code not in codes.CONTENT
    return said.code in codes.CONTENT or (said.status == 400 and not known)


def failure(error: Exception, platform_ids: tuple[str, ...] = ()) -> Failure:
    """What a failed part means for its message. `platform_ids` are the parts sent before it in this try."""
    if isinstance(error, Unreachable):
        return SendLater(AGAIN, "Twilio cannot be reached", code="unreachable", platform_ids=platform_ids)
    if isinstance(error, Unanswered):
        return SendUnknown("Twilio did not answer: the message may have been sent", platform_ids=platform_ids)
    if not isinstance(error, TwilioSaid):
        raise error
    if error.code == codes.WINDOW_CLOSED:
        if platform_ids:  # the next try holds it, with the parts that went known
            return SendLater(0, codes.reason(error.code), code="window", platform_ids=platform_ids)
        return SendHeld("window", codes.reason(error.code))
    if error.status == 429 or error.code in codes.RATE:
        words = codes.reason(error.code if error.code in codes.REASONS else 20429)
        return SendLater(error.retry_after or AGAIN, words, code="rate", platform_ids=platform_ids)
    if about_credentials(error):
        return SendLater(CREDENTIALS_AGAIN, codes.reason(error.code), code=str(error.code), platform_ids=platform_ids)
    if error.status >= 500:
        words = f"Twilio has a fault of its own ({error.status})"
        return SendLater(error.retry_after or AGAIN, words, code=str(error.status), platform_ids=platform_ids)
    return SendRefused(str(error.code), codes.reason(error.code), closes_channel=error.code in codes.CLOSES)


def _fields(part: Part) -> dict[str, Any]:
    if isinstance(part, Picture):
        return {"media_url": [part.url], **({"body": part.body} if part.body else {})}
    if isinstance(part, Pin):
        return {"body": part.body, "persistent_action": [part.action]}
    return {"body": part.body}
