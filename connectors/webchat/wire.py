"""The JSON between server and page: lines of a conversation, and posts checked before anything is made of them.

Pure. One shape for history and live events, so that the page has one way to draw a bubble and one key to know it by:
`id` for what the shop said (the outbox row's, the same in `Delivery` and `Line`), `client_id` for what the customer
said.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bot.connector import Delivery, Line
from bot.message import Message
from bot.update import Attachment, Update

LONGEST_TEXT = 64 * 1024  # bytes of UTF-8; a long letter has 10, a pasted log file more than this
LONGEST_PAYLOAD = 64  # bytes, as bot.message.Button says
LARGEST_POST = 6 * LONGEST_TEXT + 4096  # bytes; JSON may spell a byte as six characters


class BadPost(ValueError):
    """What the page sent is not what it should send. The text says which field, for whoever reads the network log."""


class TextTooLong(ValueError):
    """More than LONGEST_TEXT; the customer is told so in a friendly sentence."""


@dataclass(frozen=True, slots=True)
class Post:
    """A text, or a pressed button when `payload` is set (`text` is then its title)."""

    id: str
    text: str
    payload: str = ""


def line_json(line: Line) -> dict[str, Any]:
    attachments = [asdict(attachment) for attachment in line.attachments]
    return _json(line.id, line.direction, line.at, line.message) | {
        "client_id": line.client_id,
        "attachments": attachments,
    }


def delivery_json(delivery: Delivery, at: datetime) -> dict[str, Any]:
    return _json(delivery.id, "out", at, delivery.message) | {"client_id": None, "attachments": []}


def update_json(update: Update) -> dict[str, Any]:
    """A customer's own message as their other open tabs get it; it has no line id yet."""
    attachments = [asdict(attachment) for attachment in update.attachments]
    message = Message(text=update.text, language=update.locale or "en")
    return _json(0, "in", update.sent_at, message) | {"client_id": update.platform_id, "attachments": attachments}


def attachment_json(attachment: Attachment) -> dict[str, Any]:
    return asdict(attachment)


def _json(line_id: int, direction: str, at: datetime, message: Message) -> dict[str, Any]:
    return {"id": line_id, "direction": direction, "at": at.isoformat(), **asdict(message)}


def read_post(body: bytes) -> Post:
    """Check `{"id", "text"}` or `{"id", "payload", "title"}`. Raises BadPost or TextTooLong."""
    fields = read_object(body)
    post_id = read_id(fields.get("id"))
    payload = fields.get("payload", "")
    text = fields.get("title" if payload else "text", "")
    if not isinstance(text, str) or not isinstance(payload, str):
        raise BadPost("text, payload and title must be strings")
    if len(payload.encode(errors="replace")) > LONGEST_PAYLOAD:
        raise BadPost(f"payload is longer than {LONGEST_PAYLOAD} bytes")
    if not payload and not text.strip():
        raise BadPost("text is empty")
    return Post(post_id, clean_text(text), payload)


def clean_text(text: str) -> str:
    """The text a customer typed, without what no store can hold (lone surrogates, NUL). Raises TextTooLong."""
    text = text.encode("utf-8", errors="replace").decode().replace("\0", "").strip()
    if len(text.encode()) > LONGEST_TEXT:
        raise TextTooLong
    return text


def read_object(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadPost("this is not JSON") from error
    if not isinstance(fields, dict):
        raise BadPost("a JSON object is needed")
    return fields


def read_id(value: object) -> str:
    """A UUID made by the page, in its canonical form."""
    try:
        return str(uuid.UUID(str(value)))
    except ValueError as error:
        raise BadPost("id must be a UUID") from error
