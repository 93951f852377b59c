"""What `frontdesk check --live` looks at on Telegram. Asks, changes nothing, stores nothing."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.connector import Finding
from connectors.telegram.faults import CallFailed
from connectors.telegram.webhook import NotTelegram

Call = Callable[[str, Mapping[str, Any]], Awaitable[Any]]
Handle = Callable[[str | None, bytes], object]

PENDING = 100  # updates that wait; more than a busy minute brings
_SAMPLE = b'{"update_id": 0, "message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "check"}}'


async def check(call: Call, handle: Handle, *, url: str | None, secret: str) -> list[Finding]:
    """`handle` is the webhook's own judgement of a secret and a body; `url` is where updates should go, None when they are fetched."""
    found = [_secret(handle, secret)]
    try:
        me = await call("getMe", {})
        found.insert(0, Finding("account", True, f"the token is right; the bot is @{me.get('username')}"))
        info = await call("getWebhookInfo", {})
    except CallFailed as failed:
        return [Finding("account", False, str(failed)), *found]
    return [*found, *_updates(info, url)]


def _secret(handle: Handle, secret: str) -> Finding:
    """The right secret is taken, none and a wrong one are not."""
    try:
        handle(secret, _SAMPLE)
    except NotTelegram:
        return Finding("secret", False, "our own webhook refuses the right secret; please report this")
    for wrong in (None, "", secrets.token_hex(16)):
        try:
            handle(wrong, _SAMPLE)
        except NotTelegram:
            continue
        return Finding("secret", False, "our own webhook takes a wrong secret; please report this")
    return Finding("secret", True, "the webhook takes the right secret and refuses a wrong one")


def _updates(info: Mapping[str, Any], url: str | None) -> list[Finding]:
    where = info.get("url") or ""
    if url is None:
        if where:
            return [Finding("updates", False, "a webhook is set, so nothing can be fetched; start the server once, which removes it")]
        return [Finding("updates", True, "no webhook is set; the server fetches the updates itself"), _pending(info, fetched=True)]
    if where != url:
        now = f"they go to {where}" if where else "no webhook is set"
        return [Finding("updates", False, f"they should go to {url}, but {now}; start the server, which sets it")]
    return [Finding("updates", True, f"they go to {url}"), _pending(info, fetched=False), *_last_error(info)]


def _pending(info: Mapping[str, Any], *, fetched: bool) -> Finding:
    count = int(info.get("pending_update_count") or 0)
    if count <= PENDING:
        return Finding("waiting updates", True, f"{count} wait")
    do = (
        "start the server"
        if fetched
        else "Telegram cannot hand them over as fast as they come, or not at all; the last error and our log say why"
    )
    return Finding("waiting updates", False, f"{count} wait: {do}")


def _last_error(info: Mapping[str, Any]) -> list[Finding]:
    """Telegram remembers the last failure even when all is well since; with nothing waiting it is history."""
    words, at = str(info.get("last_error_message") or ""), info.get("last_error_date")
    if not words:
        return []
    when = f" ({datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M} UTC)" if isinstance(at, int) else ""
    over = not info.get("pending_update_count")
    return [Finding("last error", over, f"Telegram said{when}: {words}. {'Nothing waits since' if over else _advice(words)}.")]


def _advice(words: str) -> str:
    lower = words.lower()
    if "403" in lower:
        return "The secret differs: restart the server, which sets it anew"
    if "ssl" in lower or "certificate" in lower:
        return "The certificate is not accepted: use one of a public authority, with its whole chain"
    if "timed out" in lower or "refused" in lower or "resolve" in lower:
        return "The server is not reached from outside: check DNS, firewall and proxy"
    return "Look at the server's log at that time"
