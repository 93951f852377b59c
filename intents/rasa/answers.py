"""What `POST /model/parse` of Rasa 3 or Rasa Pro answers, as values. A server may leave out what it likes; it may not talk nonsense.

Shape: https://rasa.com/docs/rasa/pages/http-api. Neighbours: `client.py` reads with this, `engine.py` makes an Understanding of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

from intents.understanding import Entity, IntentScore

NLU_FALLBACK: Final = "nlu_fallback"  # FallbackClassifier's "none of these"
_MOST: Final = 20  # intents and entities that are read


class MalformedAnswerError(ValueError):
    """The answer is none of /model/parse; the text says what is wrong with it and nothing of the customer's words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`ranking` is best first, with Rasa's own names, and empty when the server tells no intent. `entities` lie inside the text."""

    ranking: tuple[IntentScore, ...]
    entities: tuple[Entity, ...]


def read_answer(body: object, text: str) -> Answer:
    """The answer to `text`. Raises MalformedAnswerError."""
    if not isinstance(body, dict):
        raise MalformedAnswerError("the answer is no JSON object")
    if "intent" not in body:
        raise MalformedAnswerError("the answer has no intent")
    best = _score(body["intent"])
    others = _list(body, "intent_ranking")
    scored = sorted(filter(None, map(_score, others)), key=lambda one: -one.confidence)
    ranking: dict[str, IntentScore] = {}
    for one in (best, *scored):
        if one is not None:
            ranking.setdefault(one.name, one)  # of retrieval intents with one first part the surest counts
    entities = _list(body, "entities")[:_MOST]
    return Answer(tuple(ranking.values())[:_MOST], tuple(filter(None, (_entity(one, text) for one in entities))))


def _list(body: dict[str, Any], key: str) -> list[Any]:
    found = body.get(key)
    if found is not None and not isinstance(found, list):
        raise MalformedAnswerError(f"{key} is no list")
    return found or []


def _score(found: object) -> IntentScore | None:
    """None for the intent without a name that an empty message has."""
    if not isinstance(found, dict):
        raise MalformedAnswerError("an intent is no JSON object")
    name, confidence = found.get("name"), _share(found.get("confidence"))
    if name is None or name == "":
        return None
    if not isinstance(name, str) or confidence is None:
        raise MalformedAnswerError("an intent has no name or no confidence between 0 and 1")
    return IntentScore(name.partition("/")[0], confidence)  # a retrieval intent: faq/hours is the intent faq


def _entity(found: object, text: str) -> Entity | None:
    """None for an entity that lies nowhere in the text: some extractors of Rasa invent them from slots or models of their own."""
    if not isinstance(found, dict):
        raise MalformedAnswerError("an entity is no JSON object")
    kind, start, end = found.get("entity"), found.get("start"), found.get("end")
    if not isinstance(kind, str) or not kind or type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        return None
    value = found.get("value")
    score = _share(found.get("confidence_entity", found.get("confidence")))
    return Entity(
        kind,
        str(value) if isinstance(value, str | int | float) and value != "" else text[start:end],
        start,
        end,
        1.0 if score is None else score,
        extractor=_word(found.get("extractor")) or "Rasa",
        role=_word(found.get("role")),
        group=_word(found.get("group")),
    )


def _share(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or not -1e-6 <= value <= 1 + 1e-6:
        return None
    return min(1.0, max(0.0, float(value)))


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""
