"""Whether a request to our webhook is Telegram's, and what is in it. Pure; `channel.py` stores it and answers.

Fail closed: the secret is compared before a byte of the body is looked at.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.update import Update
from connectors.telegram.content import number
from connectors.telegram.parse import parse

PATH = "/webhooks/telegram"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class NotTelegram(Exception):
    """The request is refused with `status`."""

    def __init__(self, status: int) -> None:
        super().__init__(f"refused with {status}")
        self.status = status


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update as it came (`raw`, for what the callback's answer needs) and as the core takes it."""

    raw: dict[str, Any]
    update: Update


def secret_from(token: str) -> str:
    """A secret for the webhook where the owner gives none: the same after each start, and telling nothing of the token."""
    return hmac.new(token.encode(), b"frontdesk telegram webhook", hashlib.sha256).hexdigest()


def proves(secret: str, given: str | None) -> bool:
    """Whether the header holds the secret. Takes as long for a wrong one as for the right one."""
    return given is not None and hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode())


def read(body: bytes, now: datetime) -> Arrived:
    """The update in a body that is Telegram's. Raises NotTelegram(400) when it holds none."""
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        raise NotTelegram(400) from None
    arrived = arrive(raw, now)
    if arrived is None:
        raise NotTelegram(400)
    return arrived


def arrive(raw: Any, now: datetime) -> Arrived | None:
    """One update of Telegram's; None when it is none."""
    update_id = number(raw, "update_id") if isinstance(raw, dict) else None
    return None if update_id is None else Arrived(raw, parse(raw, update_id, now))
