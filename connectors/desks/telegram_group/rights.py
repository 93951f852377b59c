"""Whether the bot can do its work in the group: asked at each start and by `frontdesk check --live`. Asks, changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.connector import Finding
from connectors.desks.telegram_group.faults import GroupFault

if TYPE_CHECKING:
    from connectors.desks.telegram_group.api import GroupApi

_NEEDED = (
    ("can_manage_topics", "manage topics", "make and close topics"),
    ("can_pin_messages", "pin messages", "pin a case's card"),
    ("can_delete_messages", "delete messages", "remove the topic of a customer who wants to be erased"),
)


async def look(api: GroupApi) -> list[Finding]:
    """What was found, in the order in which it should be mended. Raises GroupFault only where Telegram cannot be asked at all."""
    me = await api.me()
    found = [Finding("account", True, f"the token is right; the bot is @{me.username}")]
    try:
        group = await api.group()
    except GroupFault as fault:
        return [*found, Finding("group", False, str(fault))]
    if not group.is_forum:
        words = f"“{group.title}” has no topics; switch them on in the group's settings (Topics)"
        return [*found, Finding("group", False, words)]
    found.append(Finding("group", True, f"“{group.title}” has topics"))
    member = await api.member(me.id)
    administrator = getattr(member, "status", "") in ("administrator", "creator")
    if not administrator:
        words = "the bot is no administrator of the group; make it one that may manage topics, pin and delete messages"
        return [*found, Finding("rights", False, words)]
    lacking = [(name, why) for right, name, why in _NEEDED if not getattr(member, right, None)]
    if lacking:
        words = "the bot may not " + "; ".join(f"{name} (needed to {why})" for name, why in lacking)
        return [*found, Finding("rights", False, f"{words}; give it the rights in the group's settings")]
    reads = "as an administrator the bot reads what agents write" + ("" if me.can_read_all_group_messages else ", privacy mode or not")
    return [*found, Finding("rights", True, reads)]


def wrong(findings: Sequence[Finding]) -> str | None:
    """What stands in the way, None when nothing does."""
    return next((finding.detail for finding in findings if not finding.right), None)
