"""One update of Telegram as our `Update`. Pure, and it never raises: what cannot be used is OTHER with the reason in `payload`.

Only private chats are conversations. `platform_id` is `m<chat>:<message>` for a message, so that an edit can name it, and
`u<update>` for everything else; both are the same when Telegram repeats itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from bot.update import Update, UpdateKind
from connectors.telegram.content import Json, contact, files, number, part, place, title_of, words
from connectors.telegram.limits import START_CODE

CHANNEL = "telegram"
USED = ("message", "edited_message", "callback_query", "my_chat_member")
"""What Telegram is asked to send (`allowed_updates`)."""
IGNORED = {
    "channel_post": "a post in a channel",
    "edited_channel_post": "an edited post in a channel",
    "business_connection": "a business account was linked or parted",
    "business_message": "a message to a linked business account",
    "edited_business_message": "an edited message to a linked business account",
    "deleted_business_messages": "messages of a linked business account were deleted",
    "guest_message": "a message from a chat the bot is not in",
    "message_reaction": "a reaction",
    "message_reaction_count": "reactions were counted",
    "inline_query": "an inline query",
    "chosen_inline_result": "an inline result was chosen",
    "shipping_query": "a question of Telegram's payments",
    "pre_checkout_query": "a question of Telegram's payments",
    "purchased_paid_media": "paid media was bought",
    "poll": "a poll",
    "poll_answer": "an answer to a poll",
    "chat_member": "another member of a chat changed",
    "chat_join_request": "somebody asks to join a chat",
    "chat_boost": "a chat was boosted",
    "removed_chat_boost": "a chat lost a boost",
    "managed_bot": "a managed bot changed",
}
"""The other kinds of the Bot API 10.1 and the reason that is stored with each."""

_START = re.compile(rf"/start\s+({START_CODE})")
_COMMAND = re.compile(r"(/[A-Za-z0-9_]{1,32})@\w{3,32}\b")


def parse(raw: Json, update_id: int, now: datetime) -> Update:
    """The update. `now` stands in where Telegram gives no time."""
    for kind, read in _READERS.items():
        if kind in raw:
            body = part(raw, kind)
            return read(body, update_id, now) if body else _other(update_id, now, f"a {kind} that is no object")
    for kind, reason in IGNORED.items():
        if kind in raw:
            body = part(raw, kind)
            return _other(update_id, now, reason, _chat_or_sender(body))
    unknown = next((str(name)[:40] for name in raw if name != "update_id"), "nothing")
    return _other(update_id, now, f"an unknown kind of update: {words({'kind': unknown}, 'kind')}")


def _message(body: Json, update_id: int, now: datetime) -> Update:
    base, reason = _base(body, update_id, now)
    message_id = number(body, "message_id")
    if reason is None and message_id is None:
        reason = "a message without an id"
    if reason is not None:
        return _ignored(base, reason)
    return _said(replace(base, platform_id=f"m{base.address}:{message_id}"), body)


def _said(base: Update, body: Json) -> Update:
    """What a customer's message is."""
    attached = files(body)
    text = words(body, "text")
    if attached:
        album = words(body, "media_group_id") or None
        return replace(base, kind=UpdateKind.MEDIA, text=words(body, "caption"), attachments=attached, album=album)
    if text:
        code = _START.fullmatch(_COMMAND.sub(r"\1", text, count=1) if text.startswith("/") else "")
        if code is not None:
            return replace(base, kind=UpdateKind.START, payload=code[1])
        return replace(base, text=_COMMAND.sub(r"\1", text, count=1) if text.startswith("/") else text)
    if "contact" in body:
        said, phone = contact(body)
        return replace(base, text=said, phone=phone) if said else _ignored(base, "a contact without a number")
    where = place(body)
    if where:
        return replace(base, text=where)
    emoji = words(part(body, "sticker"), "emoji")
    if emoji:
        return replace(base, text=emoji)
    what = next((str(name) for name in body if name not in _ENVELOPE), "nothing")
    return _ignored(base, f"a message without words or files: {words({'what': what[:40]}, 'what')}")


_ENVELOPE = frozenset(
    (
        "message_id",
        "message_thread_id",
        "from",
        "chat",
        "date",
        "edit_date",
        "media_group_id",
        "reply_to_message",
        "via_bot",
        "forward_origin",
    )
)
"""Fields that say how a message came, not what it is."""


def _edited(body: Json, update_id: int, now: datetime) -> Update:
    base, reason = _base(body, update_id, now)
    message_id = number(body, "message_id")
    text = words(body, "text") or words(body, "caption")
    if reason is None and message_id is None:
        reason = "a message without an id"
    if reason is None and not text:
        reason = "a message was changed, but not its words"  # a live location that moved, a picture exchanged
    if reason is not None:
        return _ignored(base, reason)
    at = _time(body, "edit_date", now)
    return replace(base, kind=UpdateKind.EDIT, text=text, edits=f"m{base.address}:{message_id}", sent_at=at)


def _pressed(body: Json, update_id: int, now: datetime) -> Update:
    """A pressed button. The message may be too old to be shown (date 0), or absent: whoever pressed is the address then."""
    sender, message = part(body, "from"), part(body, "message")
    chat = part(message, "chat")
    who = number(chat, "id") if chat else number(sender, "id")
    base = _update(update_id, now, who, sender)
    data = words(body, "data")
    if chat and words(chat, "type") != "private":
        return _ignored(base, "a button pressed outside a private chat")
    if who is None:
        return _ignored(base, "a button pressed by nobody")
    if not data:
        return _ignored(base, "a button without data")
    return replace(base, kind=UpdateKind.BUTTON, payload=data, text=title_of(data, message))


def _membership(body: Json, update_id: int, now: datetime) -> Update:
    base, reason = _base(body, update_id, now)
    if reason is not None:
        return _ignored(base, reason)
    status = words(part(body, "new_chat_member"), "status")
    if status in ("kicked", "left"):
        return replace(base, kind=UpdateKind.LEFT)
    if status == "member":
        return replace(base, kind=UpdateKind.START)
    return _ignored(base, f"the bot's membership: {status[:40] or 'unknown'}")


_READERS: dict[str, Callable[[Json, int, datetime], Update]] = {
    "message": _message,
    "edited_message": _edited,
    "callback_query": _pressed,
    "my_chat_member": _membership,
}


def _base(body: Json, update_id: int, now: datetime) -> tuple[Update, str | None]:
    """An update with who, where and when, and why it is none of ours, if it is not."""
    chat, sender = part(body, "chat"), part(body, "from")
    base = _update(update_id, _time(body, "date", now), number(chat, "id"), sender)
    if number(chat, "id") is None:
        return base, "no chat is named"
    kind = words(chat, "type")
    if kind != "private":
        return base, f"not a private chat: {kind[:40] or 'unknown'}"
    if sender.get("is_bot") is True:
        return base, "written by a bot"
    return base, None


def _update(update_id: int, at: datetime, address: int | None, sender: Json) -> Update:
    name = " ".join(word for word in (words(sender, "first_name"), words(sender, "last_name")) if word)
    return Update(
        channel=CHANNEL,
        platform_id=f"u{update_id}",
        address=str(address) if address is not None else "",
        kind=UpdateKind.TEXT,
        sent_at=at,
        name=name or None,
        locale=words(sender, "language_code") or None,
    )


def _ignored(update: Update, reason: str) -> Update:
    return replace(update, kind=UpdateKind.OTHER, payload=reason)


def _other(update_id: int, now: datetime, reason: str, address: int | None = None) -> Update:
    return _ignored(_update(update_id, now, address, {}), reason)


def _chat_or_sender(body: Json) -> int | None:
    chat = number(part(body, "chat"), "id")
    return chat if chat is not None else number(part(body, "from"), "id")


def _time(body: Json, field: str, now: datetime) -> datetime:
    seconds = number(body, field)
    if not seconds or seconds < 0:
        return now
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):  # a year no calendar has
        return now
