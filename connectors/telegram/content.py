"""What stands in one message of Telegram: its words and its files. Pure; `parse.py` decides what the update is.

Telegram's objects are read field by field and nothing is trusted: a field of the wrong type is a field that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.update import Attachment

Json = Mapping[str, Any]

# Field of a message -> kind of our attachment. An animation also comes as a document, so it stands first.
FILES = {
    "animation": "video",
    "document": "file",
    "voice": "audio",
    "audio": "audio",
    "video": "video",
    "video_note": "video",
}
CONTENT_TYPES = {"photo": "image/jpeg", "voice": "audio/ogg", "video_note": "video/mp4"}
"""Where Telegram names none: photos are always JPEG, voice notes OGG, round videos MP4."""
_E164 = re.compile(r"[1-9]\d{6,14}")


def part(of: Any, name: str) -> Json:
    """An object within another, empty when there is none."""
    found = of.get(name) if isinstance(of, dict) else None
    return found if isinstance(found, dict) else {}


def words(of: Json, name: str) -> str:
    """A string, without what no store takes (half characters, NUL); "" when there is none."""
    found = of.get(name)
    return found.encode("utf-8", "replace").decode().replace("\0", "") if isinstance(found, str) else ""


def number(of: Json, name: str) -> int | None:
    found = of.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def files(message: Json) -> tuple[Attachment, ...]:
    """The file of a message; at most one, an album comes as several messages."""
    photo = _largest(message)
    if photo:
        return (_file(photo, "photo", "image"),)
    for field, kind in FILES.items():
        found = part(message, field)
        if words(found, "file_id"):
            content_type = words(found, "mime_type")
            return (_file(found, field, "image" if kind == "file" and content_type.startswith("image/") else kind),)
    return ()


def _largest(message: Json) -> Json:
    """The photo in its best size."""
    sizes = message.get("photo")
    known = [size for size in sizes if isinstance(size, dict) and words(size, "file_id")] if isinstance(sizes, list) else []
    return max(known, key=lambda size: (number(size, "width") or 0) * (number(size, "height") or 0), default={})


def _file(found: Json, field: str, kind: str) -> Attachment:
    return Attachment(
        kind=kind,
        name=words(found, "file_name"),
        content_type=words(found, "mime_type") or CONTENT_TYPES.get(field, ""),
        size=max(0, number(found, "file_size") or 0),
        source=words(found, "file_id"),
    )


def contact(message: Json) -> tuple[str, str | None]:
    """What a shared contact says, and the phone number Telegram vouches for: only the sender's own."""
    shared = part(message, "contact")
    said = words(shared, "phone_number")
    digits = re.sub(r"\D", "", said)
    owner, sender = number(shared, "user_id"), number(part(message, "from"), "id")
    if owner is not None and owner == sender and _E164.fullmatch(digits):
        return f"+{digits}", f"+{digits}"
    return said, None


def place(message: Json) -> str:
    """A location or venue in words; "" when there is none."""
    venue = part(message, "venue")
    spot = part(venue, "location") or part(message, "location")
    latitude, longitude = spot.get("latitude"), spot.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return ""
    name = ", ".join(text for text in (words(venue, "title"), words(venue, "address")) if text)
    return f"📍 {name} ({latitude}, {longitude})" if name else f"📍 {latitude}, {longitude}"


def title_of(pressed: str, message: Json) -> str:
    """The title of the button with this data, without our mark; "" when the message shows none."""
    for row in _rows(message):
        for button in row:
            if button.get("callback_data") == pressed:
                return unmarked(words(button, "text"))
    return ""


def _rows(message: Json) -> list[list[Json]]:
    rows = part(message, "reply_markup").get("inline_keyboard")
    if not isinstance(rows, list):
        return []
    return [[button for button in row if isinstance(button, dict)] for row in rows if isinstance(row, list)]


MARK = "✓ "  # before the option that was pressed


def unmarked(title: str) -> str:
    return title.removeprefix(MARK)


def marked(pressed: str, message: Json) -> list[list[dict[str, Any]]] | None:
    """The message's keyboard with the pressed option marked and no other; None when there is nothing to change."""
    rows = _rows(message)
    new = [[{**button, "text": _mark(button, pressed)} if "callback_data" in button else {**button} for button in row] for row in rows]
    return None if new == rows else new


def _mark(button: Json, pressed: str) -> str:
    title = unmarked(words(button, "text"))
    return MARK + title if button.get("callback_data") == pressed else title
