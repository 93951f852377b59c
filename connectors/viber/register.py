"""Telling Viber where its calls go, until it has heard: who we are, then the webhook.

Viber calls the webhook while it is being told about it, so the server must listen already.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

import structlog

from bot.connector import SendLater, SendRefused, SendUnknown
from connectors.viber.api import Answered, Api
from connectors.viber.codes import meaning

log = structlog.get_logger(__name__)

PATH = "/webhooks/viber"
EVENTS = ("delivered", "seen", "failed", "subscribed", "unsubscribed", "conversation_started")  # messages come in any case
BACKOFF = (5.0, 15.0, 60.0, 300.0)  # seconds between tries, the last again and again
NO_ADDRESS = "server.public_url is not set. Viber calls a public https address; without one nothing comes from Viber."
INVALID_URL = (
    "Viber cannot reach {url}. It must be https with a certificate of a known authority, open to the internet, and lead here; "
    "check server.public_url. It is tried again."
)


class Registration:
    """`uri` is the bot's name in links, None until Viber has told it. `tell` hears what is wrong, or None."""

    def __init__(self, api: Api, public_url: str | None, tell: Callable[[str | None], None], *, backoff: Sequence[float] = BACKOFF) -> None:
        self.url = public_url.rstrip("/") + PATH if public_url else None
        self.uri: str | None = None
        self._api = api
        self._tell = tell
        self._backoff = backoff
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Try once; a failure is tried again in the background."""
        if not await self._try():
            self.again()

    def again(self) -> None:
        """Register in the background, until it is done."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._keep_trying())

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _keep_trying(self) -> None:
        tries = 0
        while True:
            await asyncio.sleep(self._backoff[min(tries, len(self._backoff) - 1)])
            tries += 1
            if await self._try():
                return

    async def learn(self) -> None:
        """Ask for the bot's name in links."""
        account = await self._api.call("get_account_info", {})
        uri = account.get("uri")
        self.uri = uri if isinstance(uri, str) and uri else None

    async def _try(self) -> bool:
        """Whether nothing is left to do."""
        try:
            await self.learn()
            if self.url is None:
                self._tell(NO_ADDRESS)
                return True
            await self._api.call("set_webhook", {"url": self.url, "event_types": list(EVENTS), "send_name": True, "send_photo": False})
        except Answered as answered:
            words = INVALID_URL.format(url=self.url) if answered.status == 1 else meaning(answered.status).words
        except (SendLater, SendRefused, SendUnknown) as error:
            words = f"The webhook is not registered yet: {error}. It is tried again."
        except Exception as error:  # whatever it is, the shop must go on; its class tells enough, its text might hold an address
            words = f"The webhook is not registered yet ({type(error).__name__}). It is tried again."
        else:
            self._tell(None)
            log.info("viber webhook registered")
            return True
        self._tell(words)
        log.warning("viber webhook not registered", reason=words)
        return False
