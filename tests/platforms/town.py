"""Frontdesk with any of the messengers' stand-ins connected at once, and what a test looks at: the store's rows, its web pages.

`Echo` is an engine and a flow that answer each turn with the words it was made of: by them a test knows which message was answered where.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp

from bot.app import Desk
from bot.config import Config
from bot.connector import Messenger
from bot.flow import Flow
from bot.shop import Shop
from bot.store.store import MEMORY
from bot.talk import Talk
from connectors.telegram import TelegramChannel
from connectors.viber import ViberChannel
from connectors.whatsapp import WhatsappChannel
from flows import FLOWS
from intents.understanding import IntentScore, Tone, Understanding
from tests.chat import ANSWER_WITHIN, Clock
from tests.platforms.house import PhoneChat, config_of, free_port, phone_chat, serving
from tests.platforms.platforms import Platform, platform
from tests.standins.phone import Phone

HASTE = 0.4  # seconds a hasty connector waits for its platform
WORD = re.compile(r"\bn\d+\b")


# --- answers that name what they answer -----------------------------------------------------------------------------------
class EchoEngine:
    """Understands everything as one wish."""

    def understand(self, text: str, *, prior: str | None = None) -> Understanding:
        return Understanding(text, prior or "en", False, (IntentScore("order_status", 0.99),), True, (), Tone.CALM, None)


async def _echo(talk: Talk, shop: Shop) -> None:
    await talk.say("link-order", number=" ".join(talk.known.said.split()))


ECHO = Flow("order_status", _echo, ("order_status",), "Answers with what it heard.")


def echoed(phone: Phone) -> list[str]:
    """The words ("n1", "n2", ...) of all answers on a customer's screen, in their order."""
    return [word for bubble in phone.bubbles() for word in WORD.findall(bubble.text)]


# --- the town -------------------------------------------------------------------------------------------------------------
@dataclass(slots=True)
class Town:
    """A running Frontdesk and the platforms around it. `address` is where it listens."""

    desk: Desk
    clock: Clock
    address: str
    platforms: dict[str, Platform]
    phones: dict[tuple[str, int], Any] = field(default_factory=dict)

    def phone(self, name: str, n: int = 1, called: str = "Ana", language: str = "en") -> Any:
        """A customer of a platform; the same number is the same customer. Of the platform's own class, which can do more than `Phone`."""
        if (name, n) not in self.phones:
            self.phones[name, n] = self.platforms[name].phone(n, called, language)
        return self.phones[name, n]

    def chat(self, phone: Phone, language: str = "en") -> PhoneChat:
        return phone_chat(self.desk, phone, self.clock, language)

    async def settled(self, phone: Phone) -> None:
        assert await self.desk.reception.settled(phone.channel, phone.address, timeout=ANSWER_WITHIN)

    async def passes(self, **time: float) -> None:
        """The clock is moved, and everything that is due is done."""
        self.clock.advance(timedelta(**time))
        await self.desk.reception.sweep()
        for channel, address in await self.rows("SELECT channel, address FROM conversations"):
            assert await self.desk.reception.settled(channel, address, timeout=ANSWER_WITHIN)
        await self.desk.reception.outbox.send_queued()

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the database as they are."""
        found: list[tuple[Any, ...]] = await self.desk.store.read(lambda db: db.execute(sql).fetchall())
        return found

    async def endings(self) -> Counter[str]:
        """How many updates ended how."""
        return Counter(dict(await self.rows("SELECT state, count(*) FROM inbox GROUP BY state")))

    async def sends(self, channel: str) -> Counter[str]:
        """How many messages of a channel are in which state."""
        return Counter(dict(await self.rows(f"SELECT state, count(*) FROM outbox WHERE channel = '{channel}' GROUP BY state")))

    async def page(self, path: str) -> tuple[int, str]:
        async with aiohttp.ClientSession() as session, session.get(self.address + path) as answer:
            return answer.status, await answer.text()


@asynccontextmanager
async def open_town(
    *names: str,
    clock: Clock | None = None,
    database: str = MEMORY,
    echo: bool = False,
    flow: Flow | None = None,
    files: Path | None = None,
    made: Callable[[Desk], Sequence[Messenger]] | None = None,
    public: bool = True,
    patience: timedelta = timedelta(0),
    configured: Callable[[Config], Config] = lambda config: config,
) -> AsyncIterator[Town]:
    """Frontdesk connected to the named platforms. `echo` answers with `ECHO` or the given `flow` instead of the shop's own; without
    `public` there is no public address, so that updates are fetched."""
    clock = clock or Clock()
    async with AsyncExitStack() as stack:
        listening = stack.enter_context(free_port())
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        platforms = {name: await stack.enter_async_context(platform(name, address, clock)) for name in names}
        environment = {key: value for one in platforms.values() for key, value in one.environment.items()}
        if not public:
            del environment["PUBLIC_URL"]
        desk = await stack.enter_async_context(
            serving(
                configured(config_of(environment)),
                listening,
                clock=clock,
                database=database,
                patience=patience,
                engine_=EchoEngine() if echo else None,
                flows=(flow or ECHO,) if echo else FLOWS,
                files=files,
                made=made,
            )
        )
        yield Town(desk, clock, address, platforms)


def _no_file(_: str) -> Path | None:
    """Nothing here sends a picture of the site."""
    return None


def hasty(desk: Desk, patience: float = HASTE) -> list[Messenger]:
    """The configured messengers, who wait for a platform `patience` seconds where the real ones wait fifteen."""
    channels, public_url = desk.config.channels, desk.config.server.public_url
    found: list[Messenger] = []
    if channels.telegram.token:
        found.append(
            TelegramChannel(
                desk.reception,
                token=channels.telegram.token,
                api_url=channels.telegram.api_url,
                public_url=public_url,
                local_file=_no_file,
                now=desk.now,
                timeout=patience,
                pauses=(0.02, 0.05, 0.05),
            )
        )
    whatsapp = channels.whatsapp
    if whatsapp.account_sid and whatsapp.auth_token and whatsapp.sender:
        found.append(
            WhatsappChannel(
                desk.reception,
                account_sid=whatsapp.account_sid,
                auth_token=whatsapp.auth_token,
                sender=whatsapp.sender,
                api_url=whatsapp.api_url,
                public_url=public_url,
                templates=whatsapp.templates,
                local_file=_no_file,
                shop_name=desk.config.shop.name,
                now=desk.now,
                timeout=patience,
                ask_again=0.05,
            )
        )
    if channels.viber.token:
        found.append(
            ViberChannel(
                desk.reception,
                token=channels.viber.token,
                api_url=channels.viber.api_url,
                public_url=public_url,
                local_file=_no_file,
                now=desk.now,
                timeout=patience,
                backoff=(0.05,),
                welcome_timeout=patience,
            )
        )
    return found
