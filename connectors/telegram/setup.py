"""Making the bot's account ready: who it is, where its updates go, the menu of commands. Idempotent; run at each start."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from connectors.telegram.labels import COMMANDS, LABELS, word
from connectors.telegram.limits import CONNECTIONS
from connectors.telegram.parse import USED

Call = Callable[[str, Mapping[str, Any]], Awaitable[Any]]


async def whoami(call: Call) -> str:
    """The bot's user name, without @."""
    me = await call("getMe", {})
    return str(me.get("username", "")) if isinstance(me, dict) else ""


async def direct_updates(call: Call, url: str | None, secret: str) -> None:
    """To the webhook at `url`, or to nobody, so that they can be fetched."""
    if url is None:
        await call("deleteWebhook", {})
        return
    await call("setWebhook", {"url": url, "secret_token": secret, "allowed_updates": list(USED), "max_connections": CONNECTIONS})


async def offer_commands(call: Call) -> None:
    """The menu in each language, and in English for all others; written only where it differs."""
    for language in ("", *LABELS):
        scope = {"language_code": language} if language else {}
        wanted = [{"command": name, "description": word(language or "en", name)} for name in COMMANDS]
        if await call("getMyCommands", scope) != wanted:
            await call("setMyCommands", {**scope, "commands": wanted})
