"""Viber's calls as updates and receipts. Pure: no clock but the one given, nothing is stored, nothing decided.

The form is https://developers.viber.com/docs/api/rest-bot-api/#callbacks. `message_token` is an integer above 2^53; Python keeps it exact.

A pressed button arrives as a text message with the button's ActionBody. Ours is the payload as it is; `silent` is true for buttons that
leave no trace in the chat, which ours are. A phone shared with the share-phone button arrives as a contact card, and so does a card picked
from the address book. They differ in `silent`: our button is silent, and nothing a person sends by hand is. So a silent card is the
customer's own number and is vouched for; any other counts as typed.
"""

from __future__ import annotations

import json
import mimetypes
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.connector import Receipt
from bot.phones import e164
from bot.update import Attachment, Update, UpdateKind
from connectors.viber import limits

CHANNEL = "viber"
_PRESS = re.compile(r"q:\S{1,62}")  # the core makes all payloads begin so, and people do not write so
_SILENT_PRESS = re.compile(r"q:.{1,62}", re.DOTALL)  # a silent message is never typed
_LINK = re.compile(r"https?://\S+")
_FILES: Mapping[str, str] = {"picture": "image", "video": "video", "file": "file"}
_RECEIPTS = ("delivered", "seen", "failed")
_LONGEST_TOKEN = 40  # characters; Viber's have 19

Json = Mapping[str, Any]


class BadBody(ValueError):
    """Not a call of Viber's; the text says why."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one call holds. `welcome`: the answer to this call may carry a message, the only one until the customer writes."""

    event: str
    updates: tuple[Update, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    welcome: bool = False


def parse(body: bytes, now: Callable[[], datetime]) -> Parsed:
    """Read a call whose signature is right. `now` stands in for a missing time. Raises BadBody."""
    call = _object(body)
    event = call.get("event")
    if not isinstance(event, str) or not event:
        raise BadBody("event is missing")
    if event in _RECEIPTS:
        return Parsed(event, receipts=(_receipt(event, call),))
    person = _person(call)
    if event == "webhook" or (not person and event not in ("message", "conversation_started", "subscribed", "unsubscribed")):
        return Parsed(event)  # about the account, not about a customer
    address = _clean(person.get("id"))
    if not address or len(address) > limits.ADDRESS:
        raise BadBody("the customer's id is missing or too long")
    update = Update(
        channel=CHANNEL,
        platform_id=_platform_id(event, address, call),
        address=address,
        kind=UpdateKind.OTHER,
        sent_at=_time(call.get("timestamp"), now),
        name=_clean(person.get("name")) or None,
        locale=_clean(person.get("language")) or None,
    )
    match event:
        case "message":
            return Parsed(event, (_message(update, call),))
        case "conversation_started":
            started = _with(update, UpdateKind.START, payload=_clean(call.get("context")))
            return Parsed(event, (started,), welcome=call.get("subscribed") is not True)
        case "unsubscribed":
            return Parsed(event, (_with(update, UpdateKind.LEFT),))
        case _:
            reason = event if event == "subscribed" else f"unknown event {event[:60]}"
            return Parsed(event, (_other(update, reason),))


def _object(body: bytes) -> Json:
    try:
        call = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadBody("the body is not JSON") from error
    if not isinstance(call, dict):
        raise BadBody("the body must be a JSON object")
    return call


def _person(call: Json) -> Json:
    """Who it is about: `sender` of a message, `user` of other events, or `user_id` alone."""
    for key in ("sender", "user"):
        found = call.get(key)
        if isinstance(found, dict):
            return found
    user = call.get("user_id")
    return {"id": user} if isinstance(user, str) else {}


def _token(call: Json) -> str:
    token = call.get("message_token")
    if isinstance(token, bool) or not isinstance(token, int | str):
        return ""
    text = _clean(str(token))
    return text if len(text) <= _LONGEST_TOKEN else ""


def _platform_id(event: str, address: str, call: Json) -> str:
    """Stable over repeats. Tokens are one event's; events without one are told apart by person and time."""
    token = _token(call)
    if token:
        return f"{event[:60]}:{token}"
    if event == "message":
        raise BadBody("message_token is missing")
    moment = call.get("timestamp")
    return f"{event[:60]}:{address[:150]}:{moment if isinstance(moment, int) else ''}"[:200]


def _time(moment: object, now: Callable[[], datetime]) -> datetime:
    """Viber's are milliseconds."""
    try:
        if isinstance(moment, int) and not isinstance(moment, bool) and moment > 0:
            return datetime.fromtimestamp(moment / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        pass  # no date of a calendar
    return now()


def _receipt(event: str, call: Json) -> Receipt:
    token = _token(call)
    if not token:
        raise BadBody("message_token is missing")
    if event == "failed":
        return Receipt(CHANNEL, "failed", token, code="failed", reason=_clean(call.get("desc"))[:500] or "Viber gives no reason")
    return Receipt(CHANNEL, "read" if event == "seen" else "delivered", token)


def _message(update: Update, call: Json) -> Update:
    message = call.get("message")
    if not isinstance(message, dict):
        raise BadBody("message is missing")
    kind = message.get("type")
    text = _clean(message.get("text"))
    if kind == "text":
        return _text(update, message.get("text"), silent=call.get("silent") is True)
    if isinstance(kind, str) and kind in _FILES:
        return _file(update, _FILES[kind], text, message)
    if kind == "contact":
        number = _phone(message.get("contact"))
        own = (e164(number) or None) if call.get("silent") is True else None
        return _typed(replace(update, phone=own), number, "a contact card without a number")
    if kind == "location":
        return _typed(update, _place(message.get("location")), "a location without a place")
    if kind == "url":
        return _typed(update, " ".join(part for part in (text, _clean(message.get("media"))) if part), "a link without an address")
    if kind == "sticker":
        return _other(update, "a sticker")
    return _other(update, f"unknown kind of message {_clean(kind)[:60]}")


def _text(update: Update, body: object, *, silent: bool) -> Update:
    text = _clean(body)
    if isinstance(body, str) and silent and _SILENT_PRESS.fullmatch(body):
        return _with(update, UpdateKind.BUTTON, payload=_storable(body))
    if _PRESS.fullmatch(text):
        return _with(update, UpdateKind.BUTTON, payload=text)
    if silent and _LINK.fullmatch(text):
        return _other(update, "a button with a link was pressed")
    return _typed(update, text, "an empty text")


def _file(update: Update, kind: str, caption: str, message: Json) -> Update:
    source = _clean(message.get("media"))
    if not source:
        return _typed(update, caption, "a file without an address")
    name, size = _clean(message.get("file_name"))[: limits.FILE_NAME], message.get("size")
    attachment = Attachment(
        kind=kind,
        name=name,
        content_type=mimetypes.guess_type(name)[0] or "",
        size=size if isinstance(size, int) and 0 < size < 2**40 else 0,
        source=source,
    )
    return _with(update, UpdateKind.MEDIA, text=caption, attachments=(attachment,))


def _phone(contact: object) -> str:
    """The number of a contact card. Viber writes international numbers without their plus."""
    number = _clean(contact.get("phone_number")) if isinstance(contact, dict) else ""
    return f"+{number}" if re.fullmatch(r"[1-9]\d{10,14}", number) else number


def _place(location: object) -> str:
    if not isinstance(location, dict):
        return ""
    latitude, longitude = location.get("lat"), location.get("lon")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return ""
    return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}"


def _typed(update: Update, text: str, missing: str) -> Update:
    return _with(update, UpdateKind.TEXT, text=text) if text else _other(update, missing)


def _other(update: Update, reason: str) -> Update:
    return _with(update, UpdateKind.OTHER, payload=reason)


def _with(update: Update, kind: UpdateKind, *, text: str = "", payload: str = "", attachments: tuple[Attachment, ...] = ()) -> Update:
    return Update(
        channel=update.channel,
        platform_id=update.platform_id,
        address=update.address,
        kind=kind,
        sent_at=update.sent_at,
        text=text,
        payload=payload,
        attachments=attachments,
        name=update.name,
        locale=update.locale,
        phone=update.phone,
    )


def _clean(text: object) -> str:
    """A string as the store takes it, without white space around; anything else is empty."""
    return _storable(text).strip() if isinstance(text, str) else ""


def _storable(text: str) -> str:
    return text.encode("utf-8", errors="replace").decode().replace("\0", "")
