"""Twilio's forms as values: a customer's message as an Update, a status as a Receipt. Pure, and no decisions about what is said.

Fields: https://www.twilio.com/docs/messaging/guides/webhook-request. New ones appear without notice and are passed over. Who the sender
is was settled before (`signature.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from bot.connector import Receipt
from bot.phones import language_of
from bot.update import Attachment, Update, UpdateKind
from connectors.whatsapp.codes import CLOSES, STATES, WINDOW_CLOSED, reason

CHANNEL = "whatsapp"
PREFIX = "whatsapp:"
PAYLOAD = "q:"  # every button of ours begins so (bot.heard); others are of templates made by hand
_PHONE = re.compile(r"\+[1-9]\d{5,14}")
_SID = re.compile(r"[A-Z]{2}[0-9A-Za-z]{8,62}")
_OPT_OUT = {"STOP": "stop", "START": "start", "HELP": "/help"}
_SILENT = {
    "reaction": "a reaction to a message",
    "unsupported": "a kind of message WhatsApp does not pass on",
    "system": "a notice of WhatsApp",
    "order": "an order of a WhatsApp catalogue",
    "contacts": "a contact without a file",
}
_MEDIA_KINDS = {"image": "image", "audio": "audio", "video": "video"}
MOST_MEDIA = 10  # https://www.twilio.com/docs/messaging/guides/webhook-request, NumMedia

Form = Mapping[str, str]


class NotTwilios(ValueError):
    """A form without what Twilio always sends."""


class NotOurs(ValueError):
    """A form about another account."""


def update_of(form: Form, *, account_sid: str, sender: str, at: datetime) -> Update:
    """A customer's message. Raises NotTwilios or NotOurs."""
    sid = _required(form, account_sid)
    origin = form.get("From", "")
    if not origin or not form.get("To"):
        raise NotTwilios("From or To is missing")
    address = origin.removeprefix(PREFIX)
    phone = address if origin.startswith(PREFIX) and _PHONE.fullmatch(address) else None

    def update(kind: UpdateKind, *, text: str = "", payload: str = "", attachments: tuple[Attachment, ...] = ()) -> Update:
        name = clean(form.get("ProfileName", "")) or None
        return Update(CHANNEL, sid, address, kind, at, text, payload, attachments, name=name, locale=language_of(phone or ""), phone=phone)

    wrong = _misdirected(form, origin, sender)
    if wrong:
        return update(UpdateKind.OTHER, payload=wrong)
    opted = _OPT_OUT.get(form.get("OptOutType", "").upper())
    if opted:
        return update(UpdateKind.TEXT, text=opted)
    pressed, title = _pressed(form)
    if pressed.startswith(PAYLOAD):
        return update(UpdateKind.BUTTON, text=title, payload=pressed)
    silent = _silent(form, pressed, title)
    if silent:
        return update(UpdateKind.OTHER, payload=silent)
    if pressed and title:
        return update(UpdateKind.TEXT, text=title)
    body = clean(form.get("Body", ""))
    attachments = tuple(_attachments(form))
    if attachments:
        return update(UpdateKind.MEDIA, text=body, attachments=attachments)
    place = _place(form)
    if place:
        return update(UpdateKind.TEXT, text="\n".join(line for line in (place, body) if line))
    if body:
        return update(UpdateKind.TEXT, text=body)
    return update(UpdateKind.OTHER, payload=_SILENT.get(form.get("MessageType", ""), "a message without words"))


def receipt_of(form: Form, query: Form, *, account_sid: str) -> Receipt | None:
    """What became of a message of ours; None when it says nothing new. `query` names our message. Raises NotTwilios or NotOurs."""
    sid = _required(form, account_sid)
    status = form.get("MessageStatus") or form.get("SmsStatus") or ""
    if not status:
        raise NotTwilios("MessageStatus is missing")
    state = STATES.get(status)
    if state is None:
        return None
    code = error_code(form)
    if code == WINDOW_CLOSED and state == "failed":
        state = "held"
    failed = state in ("failed", "held")
    words = reason(code) if code else "The message was withdrawn." if status == "canceled" else "WhatsApp did not deliver the message."
    return Receipt(
        channel=CHANNEL,
        state=state,
        platform_id=sid,
        delivery=number(query.get("message")),
        part=number(query.get("part")) or 0,
        code=(str(code) if code else status) if failed else "",
        reason=words if failed else "",
        closes_channel=failed and code in CLOSES,
    )


def error_code(form: Form) -> int:
    """Twilio's code of a failure, 0 when there is none."""
    return number(form.get("ErrorCode")) or 0


def number(text: str | None) -> int | None:
    """A number of at most 18 digits, which every store holds."""
    return int(text) if text and re.fullmatch(r"[0-9]{1,18}", text) else None


def clean(text: str) -> str:
    """Without what no store holds."""
    return text.encode("utf-8", errors="replace").decode().replace("\0", "").strip()


def _required(form: Form, account_sid: str) -> str:
    sid, account = form.get("MessageSid") or form.get("SmsSid") or "", form.get("AccountSid", "")
    if not _SID.fullmatch(sid) or not account:
        raise NotTwilios("MessageSid or AccountSid is missing")
    if account != account_sid:
        raise NotOurs("another account")
    return sid


def _misdirected(form: Form, origin: str, sender: str) -> str:
    if not origin.startswith(PREFIX):
        return "not a WhatsApp message"
    if sender.startswith("MG"):
        return "" if form.get("MessagingServiceSid", sender) == sender else "sent to another Messaging Service"
    return "" if form.get("To", "").removeprefix(PREFIX) == sender.removeprefix(PREFIX) else "sent to another number"


def _pressed(form: Form) -> tuple[str, str]:
    """Payload and title of a tapped button or list row, empty when it is neither."""
    payload = form.get("ButtonPayload") or form.get("ListId") or ""
    title = form.get("ButtonText") or form.get("ListTitle") or form.get("Body") or ""
    return (payload, clean(title)) if payload else ("", "")


def _silent(form: Form, pressed: str, title: str) -> str:
    """Why a form that looks like a message is none a customer wrote; empty when it is one."""
    if pressed and title == "VOICE_CALL_REQUEST":
        return "an answer to a request for a call"
    if form.get("FlowData") or form.get("InteractiveData"):
        return "the answers of a WhatsApp Flow"
    kind = form.get("MessageType", "")
    return _SILENT[kind] if kind in ("reaction", "unsupported", "system") else ""


def _attachments(form: Form) -> list[Attachment]:
    found = []
    for n in range(min(number(form.get("NumMedia")) or 0, MOST_MEDIA)):
        source, content_type = form.get(f"MediaUrl{n}", ""), form.get(f"MediaContentType{n}", "")
        if source:
            kind = _MEDIA_KINDS.get(content_type.partition("/")[0], "file")
            found.append(Attachment(kind, content_type=content_type, source=source))
    return found


def _place(form: Form) -> str:
    latitude, longitude = form.get("Latitude", ""), form.get("Longitude", "")
    if not latitude or not longitude:
        return ""
    words = (f"📍 {latitude}, {longitude}", form.get("Label", ""), form.get("Address", ""))
    return clean(" ".join(word for word in words if word))
