"""Telegram, as its customers and its bots see it: `TelegramServer` (telegram_server.py) and `TelegramPhone` (telegram_phone.py)."""

from __future__ import annotations

from tests.standins.telegram_phone import TelegramPhone
from tests.standins.telegram_server import ME, TOKEN, TelegramServer

__all__ = ["ME", "TOKEN", "TelegramPhone", "TelegramServer"]
