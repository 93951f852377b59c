"""Viber's rules for what a bot sends, as the stand-in keeps them: statuses of the server, and what the app on the phone refuses.

Sources stand in `connectors/viber/limits.py`; the numbers are written out again here, so that one fault is not in both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

INVALID_URL, INVALID_TOKEN, BAD_DATA, MISSING_DATA = 1, 2, 3, 4
NOT_REGISTERED, NOT_SUBSCRIBED, NO_WEBHOOK, TOO_MANY = 5, 6, 10, 12
NAMES: Mapping[int, str] = {
    0: "ok",
    1: "invalidUrl",
    2: "invalidAuthToken",
    3: "badData",
    4: "missingData",
    5: "receiverNotRegistered",
    6: "receiverNotSubscribed",
    7: "publicAccountBlocked",
    8: "publicAccountNotFound",
    9: "publicAccountSuspended",
    10: "webhookNotSet",
    11: "receiverNoSuitableDevice",
    12: "tooManyRequests",
    13: "apiVersionNotSupported",
    14: "incompatibleWithVersion",
    23: "freeMessagesExceeded",
    24: "noBalance",
}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "text": ("text",),
    "picture": ("media", "text"),
    "video": ("media", "size"),
    "file": ("media", "size", "file_name"),
    "contact": ("contact",),
    "location": ("location",),
    "url": ("media",),
    "sticker": ("sticker_id",),
    "rich_media": ("rich_media",),
}
_ACTIONS = {"reply": 1, "open-url": 1, "none": 1, "location-picker": 3, "share-phone": 3}  # min_api_version


def server_fault(message: Json, raw: bytes, *, welcome: bool = False) -> tuple[int, str] | None:
    """What Viber's server says to a message's form; None when it takes it."""
    if len(raw) > 30_000:
        return BAD_DATA, "request is larger than 30 KB"
    sender = message.get("sender")
    if not isinstance(sender, dict) or not sender.get("name"):
        return MISSING_DATA, "sender.name is missing"
    if len(sender["name"]) > 28:
        return BAD_DATA, "sender.name is too long"
    if not welcome and not message.get("receiver"):
        return MISSING_DATA, "receiver is missing"
    kind = str(message.get("type"))
    if kind not in _NEEDED:
        return BAD_DATA, f"type {kind} is unknown"
    for field in _NEEDED[kind]:
        if field not in message:
            return MISSING_DATA, f"{field} is missing"
    wrong = _content_fault(kind, message)
    return (BAD_DATA, wrong) if wrong else None


def _content_fault(kind: str, message: Json) -> str | None:
    text, media = message.get("text", ""), message.get("media", "")
    if kind == "text" and not (text.strip() and _units(text) <= 7_000):
        return "text is empty or longer than 7000"
    if kind == "picture" and (_units(text) > 512 or not re.search(r"\.(jpe?g|png)$", media.partition("?")[0], re.IGNORECASE)):
        return "picture must be JPEG or PNG, its text at most 512"
    if kind in ("picture", "file", "video") and not (media.startswith(("http://", "https://")) and len(media) <= 2_000):
        return "media is no address"
    if kind == "file" and not (0 < message["size"] <= 50_000_000 and len(message["file_name"]) <= 256 and "." in message["file_name"]):
        return "size or file_name is wrong"
    if kind == "location":
        lat, lon = message["location"].get("lat"), message["location"].get("lon")
        if not (isinstance(lat, int | float) and isinstance(lon, int | float) and abs(lat) <= 90 and abs(lon) <= 180):
            return "location is wrong"
    if len(message.get("tracking_data", "")) > 4_000:
        return "tracking_data is too long"
    return None


def _units(text: str) -> int:
    """UTF-16 units; what a character is, Viber does not say."""
    return len(text.encode("utf-16-le")) // 2


def phone_fault(message: Json) -> str | None:
    """What the app refuses after the server took it; Viber tells of it in a `failed` call."""
    version = message.get("min_api_version", 1)
    if "keyboard" in message:
        wrong = _grid_fault(message["keyboard"], "keyboard", version, columns=6, tallest=2)
        if wrong or _rows(message["keyboard"]) > 12:
            return f"keyboard is not valid. [{wrong or 'more than 12 rows'}]"
    if message["type"] == "rich_media":
        media = message["rich_media"]
        wrong = _grid_fault(media, "rich_media", version, columns=media.get("ButtonsGroupColumns", 6), tallest=7)
        if wrong or version < 2:
            return f"rich media is not valid. [{wrong or 'min_api_version'}]"
        return _block_fault(media) or (None if len(message.get("alt_text", "")) <= 7_000 else "alt_text is too long")
    return None


def _grid_fault(grid: Json, kind: str, version: int, *, columns: int, tallest: int) -> str | None:
    buttons = grid.get("Buttons")
    if grid.get("Type") != kind or not isinstance(buttons, list) or not buttons:
        return "Type or Buttons"
    filled = 0
    for button in buttons:
        wide, high, action = button.get("Columns", 6), button.get("Rows", 1), button.get("ActionType", "reply")
        if not 1 <= wide <= 6 or not 1 <= high <= tallest:
            return "Columns or Rows"
        if action not in _ACTIONS or _ACTIONS[action] > version:
            return f'instance value ("{action}") not found in enum'
        if not button.get("ActionBody") or len(button.get("Text", "")) > 250 or not (button.get("Text") or button.get("Image")):
            return "ActionBody or Text"
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", button.get("BgColor", "#000000")):
            return "BgColor"
        filled = filled + wide
        if filled > columns:
            return "the columns of a row do not add up"
        filled %= columns
    return "the last row is not full" if filled else None


def _rows(keyboard: Json) -> int:
    return int(sum(button.get("Columns", 6) * button.get("Rows", 1) for button in keyboard["Buttons"])) // 6


def _block_fault(media: Json) -> str | None:
    """All of ours are as wide as the block, so blocks are runs of rows."""
    rows, filled = media.get("ButtonsGroupRows", 7), 0
    if not 1 <= rows <= 7 or len(media["Buttons"]) > 6 * 6 * rows:
        return "rich media is not valid. [size]"
    for button in media["Buttons"]:
        filled += button.get("Rows", 1)
        if filled > rows:
            return "rich media is not valid. [a block is too tall]"
        filled %= rows
    blocks = sum(button.get("Rows", 1) for button in media["Buttons"]) // rows
    return "rich media is not valid. [blocks]" if filled or blocks > 6 else None


def encode(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
