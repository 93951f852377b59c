"""A customer's phone with WhatsApp, on the far side of Twilio's stand-in (`twilio.py`)."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from tests.standins.phone import Bubble, Tap

if TYPE_CHECKING:
    from tests.standins.twilio import Twilio


class WhatsAppPhone:
    """One customer. Every method returns when the server under test has answered; anything but a success is an AssertionError."""

    channel = "whatsapp"

    def __init__(self, twilio: Twilio, number: str, name: str) -> None:
        self._twilio = twilio
        self.address = number
        self.name = name

    async def opens(self) -> None:
        """Opening a chat tells the shop nothing; the first message does."""

    async def says(self, text: str) -> None:
        await self._sends(Body=text)

    async def taps(self, tap: Tap) -> None:
        kinds = [m.kind for m in self._twilio.shown_to(self.address) if tap in m.bubble.taps]
        assert kinds, f"there is no {tap.title!r} on the screen"
        if kinds[-1] == "list":
            picked = {"ListId": tap.data, "ListTitle": tap.title, "ListDescription": tap.description}
            await self._sends(Body=tap.title, MessageType="interactive", **picked)
        else:
            await self._sends(Body=tap.title, MessageType="interactive", ButtonPayload=tap.data, ButtonText=tap.title)

    async def shows(self, caption: str = "") -> None:
        account, message, media = self._twilio.account_sid, "MM" + secrets.token_hex(16), "ME" + secrets.token_hex(16)
        url = f"{self._twilio.url}/2010-04-01/Accounts/{account}/Messages/{message}/Media/{media}"
        await self._sends(Body=caption, NumMedia="1", MediaUrl0=url, MediaContentType0="image/png", MessageType="image")

    def bubbles(self) -> list[Bubble]:
        return [m.bubble for m in self._twilio.shown_to(self.address)]

    async def _sends(self, **fields: str) -> None:
        status = await self._twilio.message(self.address, self.name, **fields)
        assert status == 200, f"the webhook answered {status}"
