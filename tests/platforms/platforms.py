"""The three messengers' stand-ins under one roof: how each is started, configured and given a customer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.app import utc_now
from tests.chat import Clock
from tests.standins import telegram, twilio, viber
from tests.standins.phone import Phone
from tests.standins.telegram import TelegramPhone, TelegramServer
from tests.standins.twilio import Twilio
from tests.standins.viber import Viber

NUMBERS = {"en": "+4477009009", "ru": "+791622233", "uk": "+38067123456", "sl": "+3864012345"}
"""Beginnings of phone numbers that are in no order of the demo shop."""
NAMES = ("telegram", "whatsapp", "viber")


@dataclass(slots=True)
class Platform:
    """A messenger as a customer's and a shop owner's side of it. `environment` is what the owner sets, PUBLIC_URL included."""

    name: str
    server: Any
    environment: dict[str, str]
    phone: Callable[[int, str, str], Phone]
    """(number of the customer, name shown, language) -> their phone."""


@asynccontextmanager
async def platform(name: str, public_url: str, clock: Clock | None = None) -> AsyncIterator[Platform]:
    """A stand-in that runs. `clock` is the one by which WhatsApp counts its 24 hours."""
    match name:
        case "telegram":
            async with TelegramServer.running() as server:
                yield Platform(
                    name,
                    server,
                    {"TELEGRAM_TOKEN": telegram.TOKEN, "TELEGRAM_API_URL": server.url, "PUBLIC_URL": public_url},
                    lambda n, called, language: TelegramPhone(server, chat=5_550_000 + n, name=called, language=language),
                )
        case "whatsapp":
            async with Twilio(now=clock or utc_now) as account:
                account.to = account.public_url = public_url
                yield Platform(
                    name,
                    account,
                    {
                        "TWILIO_ACCOUNT_SID": twilio.ACCOUNT,
                        "TWILIO_AUTH_TOKEN": twilio.TOKEN,
                        "TWILIO_WHATSAPP_FROM": f"whatsapp:{twilio.SENDER}",
                        "TWILIO_API_URL": account.url,
                        "PUBLIC_URL": public_url,
                    },
                    lambda n, called, language: account.phone(f"{NUMBERS[language]}{n}", called),
                )
        case "viber":
            async with Viber() as bot:
                yield Platform(
                    name,
                    bot,
                    {"VIBER_TOKEN": viber.TOKEN, "VIBER_API_URL": bot.url, "PUBLIC_URL": public_url},
                    lambda n, called, language: bot.phone(called, address=f"viber-{n:011}=", language=language),
                )
        case _:
            raise ValueError(name)
