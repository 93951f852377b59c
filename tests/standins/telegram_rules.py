"""What the Bot API takes: fields and their types from the specification, and the rules that stand beside it. Raises `Wrong`.

Texts are counted in UTF-16 units after markup; HTML is read with the few tags Telegram knows.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

BUTTONS, ROW = 100, 8
KEYBOARD_BYTES = 10_000
TAGS = frozenset(("b", "strong", "i", "em", "u", "s", "del", "code", "pre", "a", "tg-spoiler", "blockquote", "span", "tg-emoji"))


class Wrong(Exception):
    """What the caller is told; `parameters` as in ResponseParameters."""

    def __init__(self, status: int, words: str, parameters: Mapping[str, Any] | None = None) -> None:
        super().__init__(words)
        self.status = status
        self.words = words
        self.parameters = parameters


def bad(words: str) -> Wrong:
    return Wrong(400, f"Bad Request: {words}")


@dataclass(frozen=True, slots=True)
class File:
    """An uploaded part."""

    name: str
    content: bytes


@lru_cache(maxsize=1)
def spec() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path(__file__).parent / "telegram_bot_api.json").read_text("utf-8"))
    return found


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def visible(text: str) -> bool:
    return any(unicodedata.category(c)[0] in "LNPS" and c not in "\u2800\ufffc\u3164" for c in text)


# --- fields by the specification ---------------------------------------------------------------------------------------------
def read_fields(method: str, raw: Mapping[str, str], files: Mapping[str, File]) -> dict[str, Any]:
    """The call's fields with their types. A field nobody knows is a mistake of ours, though the real server passes it over."""
    known = {field[0]: field for field in spec()["methods"][method]}
    attached = {name for name in files if f"attach://{name}" in json.dumps(dict(raw))}
    for name in {*raw, *files} - attached:
        if name not in known:
            raise bad(f"the specification knows no field {name} of {method}")
    fields: dict[str, Any] = {}
    for name, types, required, *length in known.values():
        if name in files:
            fields[name] = files[name]
        elif name in raw:
            fields[name] = _value(name, raw[name], types, length)
        elif required:
            raise bad(f"{_empty(name)}")
    return fields


def _empty(name: str) -> str:
    return {"text": "message text is empty", "chat_id": "chat_id is empty"}.get(name, f'parameter "{name}" is required')


def _value(name: str, raw: str, types: Sequence[str], length: Sequence[Any]) -> Any:
    if "String" in types and "Integer" not in types:
        if name not in ("text", "caption"):  # these are counted after markup
            _measure(name, raw, length)
        return raw
    try:
        value = json.loads(raw)
    except ValueError:
        if "String" in types:
            return raw
        raise bad(f"can't parse {name} JSON object") from None
    if not any(_fits(value, one) for one in types):
        raise bad(f"wrong type of {name}: {types} expected")
    return value


def _measure(name: str, text: str, length: Sequence[Any]) -> None:
    if length:
        least, most, unit = length[0]
        size = len(text.encode()) if unit == "bytes" else units(text)
        if not least <= size <= most:
            words = {"callback_data": "BUTTON_DATA_INVALID"}
            raise bad(words.get(name, f"{name} must have {least} to {most} {unit}"))


def _fits(value: Any, kind: str) -> bool:
    if kind.startswith("Array of "):
        return isinstance(value, list) and all(_fits(one, kind.removeprefix("Array of ")) for one in value)
    simple: dict[str, bool] = {
        "Integer": isinstance(value, int) and not isinstance(value, bool),
        "Float": isinstance(value, int | float) and not isinstance(value, bool),
        "Boolean": isinstance(value, bool),
        "String": isinstance(value, str),
    }
    return simple[kind] if kind in simple else _object(value, kind)


def _object(value: Any, kind: str) -> bool:
    described = spec()["types"][kind]
    if "subtypes" in described:
        return any(_object(value, one) for one in described["subtypes"])
    if not isinstance(value, dict):
        return False
    known = {field[0]: field for field in described["fields"]}
    if not set(value) <= set(known):
        return False
    for name, types, required, *length in known.values():
        if name not in value:
            if required:
                return False
        elif not any(_fits(value[name], one) for one in types):
            return False
        elif isinstance(value[name], str):
            _measure(name, value[name], length)
    return True


# --- texts -------------------------------------------------------------------------------------------------------------------
def shown(text: str, fields: Mapping[str, Any], most: int, *, may_be_empty: bool = False, what: str = "message") -> str:
    """The text as it is shown, after markup."""
    if fields.get("parse_mode") == "HTML":
        text = _read_html(text)
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip()
    if not visible(text):
        if may_be_empty:
            return ""
        raise bad("text must be non-empty")
    if units(text) > most:
        raise bad(f"{what} is too long")
    for entity in (*(fields.get("entities") or ()), *(fields.get("caption_entities") or ())):
        if entity["offset"] < 0 or entity["offset"] + entity["length"] > units(text):
            raise bad("can't parse entities: an entity ends outside the text")
    return text


def _read_html(text: str) -> str:
    opened: list[str] = []
    plain, at = "", 0
    for tag in re.finditer(r"<(/?)([a-zA-Z-]*)([^<>]*)>|<|&(\w+|#\d+);", text):
        plain += text[at : tag.start()]
        at = tag.end()
        if tag[4]:
            names = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
            plain += names.get(tag[4]) or (chr(int(tag[4][1:])) if tag[4].startswith("#") else tag[0])
        elif tag[2] is None or tag[2].lower() not in TAGS:
            raise bad(f'can\'t parse entities: Unsupported start tag "{tag[2] or ""}" at byte offset {tag.start()}')
        elif not tag[1]:
            opened.append(tag[2].lower())
        elif not opened or opened.pop() != tag[2].lower():
            raise bad("can't parse entities: Unmatched end tag")
    if opened:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1]}\"")
    return plain + text[at:]


# --- keyboards ---------------------------------------------------------------------------------------------------------------
def check_markup(markup: Mapping[str, Any] | None) -> None:
    if markup is None:
        return
    rows = markup.get("inline_keyboard")
    if rows is None:
        for row in markup.get("keyboard", []):
            if not row or not all(visible(key["text"]) for key in row):
                raise bad("keyboard button text must not be empty")
        return
    if len(json.dumps(markup, ensure_ascii=False, separators=(",", ":")).encode()) > KEYBOARD_BYTES:
        raise bad("reply markup is too long")
    if sum(map(len, rows)) > BUTTONS or any(len(row) > ROW for row in rows):
        raise bad("reply markup is too long")
    for button in (button for row in rows for button in row):
        _check_button(button)


def _check_button(button: Mapping[str, Any]) -> None:
    if not visible(button["text"]):
        raise bad("inline keyboard button text must not be empty")
    kinds = set(button) - {"text", "icon_custom_emoji_id", "style"}
    if len(kinds) != 1:
        raise bad("can't parse inline keyboard button: exactly one type must be given")
    url = button.get("url")
    if url is not None and not re.fullmatch(r"(https?|tg)://[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?", url, re.ASCII):
        raise bad("BUTTON_URL_INVALID")


# --- files -------------------------------------------------------------------------------------------------------------------
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF")


def check_picture(content: bytes) -> None:
    if len(content) > 10 * 1024 * 1024:
        raise bad("file is too big")
    if not content.startswith(PICTURES):
        raise bad("IMAGE_PROCESS_FAILED")


def check_link(url: str) -> None:
    """What Telegram fetches itself must be on the internet."""
    host = re.match(r"https?://([^/:?#]+)", url)
    if host is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if "." not in host[1] or host[1].startswith("127.") or host[1].endswith(".invalid"):
        raise bad("failed to get HTTP URL content")
