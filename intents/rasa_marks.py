"""Entity marks inside one example: `[1002](order_number)`, `[mug](item:cup)`, `[Koper]{"entity": "city", "role": "to"}`.

One line in, plain text and annotations out; no files. Neighbours: `rasa_format.py` calls this, `rasa_values.py` has the value.
Form: https://rasa.com/docs/rasa/training-data-format#entities. Rasa's list of several marks, `[x][{...}, {...}]`, is read too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from intents.rasa_values import Annotation

_MARK: Final = re.compile(r"\[([^\]\[]+)\](?:\(([^():\[\]]+)(?::([^()]*))?\)|(\{[^{}]*\})|\[(\s*\{[^\[\]]*\}\s*)\])")
_KNOWN: Final = frozenset({"entity", "value", "role", "group"})


def strip_annotations(text: str) -> tuple[str, tuple[Annotation, ...]]:
    """The text without entity marks, and the marks in order. Raises ValueError for a mark whose braces hold no valid JSON, name
    no entity, or have an unknown key, and for a mark around nothing."""
    parts: list[str] = []
    found: list[Annotation] = []
    at = length = 0
    for match in _MARK.finditer(text):
        words = match[1]
        if not words.strip():
            raise ValueError("an entity annotation around nothing")
        before = text[at : match.start()]
        parts += [before, words]
        start = length + len(before)
        length = start + len(words)
        lead = len(words) - len(words.lstrip())  # "[ Koper ](city)" marks the word, not the blanks
        trail = len(words) - len(words.rstrip())
        for entity, value, role, group in _marked(match):
            found.append(Annotation(entity, value or words.strip(), start + lead, length - trail, role, group))
        at = match.end()
    return "".join([*parts, text[at:]]), tuple(found)


def _marked(match: re.Match[str]) -> Iterator[tuple[str, str, str, str]]:
    """Entity, value, role and group of every mark of one piece of text; "" for what is not said."""
    if match[2]:
        entity = match[2].strip()
        if not entity:
            raise ValueError("an entity annotation without a name")
        yield entity, (match[3] or "").strip(), "", ""
        return
    try:
        marks = [json.loads(match[4])] if match[4] else json.loads(f"[{match[5]}]")
    except json.JSONDecodeError as error:
        raise ValueError("an entity annotation with broken JSON") from error
    for mark in marks:
        entity = str(mark.get("entity") or "").strip()
        if not entity:
            raise ValueError('an entity annotation without "entity"')
        unknown = sorted(set(mark) - _KNOWN)
        if unknown:
            raise ValueError(f'an entity annotation with an unknown key "{unknown[0]}"; known: entity, value, role, group')
        value, role, group = (_plain(mark.get(key)) for key in ("value", "role", "group"))
        yield entity, value, role, group


def _plain(value: object) -> str:
    """A JSON value as text: 4 and "4" are the same value, null is none."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
