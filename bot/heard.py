"""One thing the customer said, ready to be weighed: text, what was understood, files, or a pressed button. Pure values.

Button payloads are made and read here, and nowhere else. Their form is `q:<run>:<question>:<value>` for an answer, `q:go:<intent>` for a
wish that stands on its own, `q:do:<control>` for back, cancel and the like. The question's part is a digest of its key and of
what it depended on, so a button of yesterday can never answer another question than its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.journal import digest
from intents.understanding import Entity, Understanding

PAYLOAD_BYTES = 64  # Telegram's callback_data, the narrowest platform: https://core.telegram.org/bots/api#inlinekeyboardbutton

CYRILLIC = re.compile("[а-яёіїєґ]{3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button. For an answer `run` and `question` say whose; `value` is the option, the intent or the control."""

    value: str
    run: str = ""
    question: str = ""
    control: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """`files` are the addresses of pictures and documents. `ids` are the inbox rows it was made of."""

    text: str
    understanding: Understanding
    files: tuple[str, ...] = ()
    press: Press | None = None
    opened: bool = False  # the customer opened the chat and has said nothing yet
    ids: tuple[int, ...] = ()

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Everything found in the text, each product that may be meant included (kind sku, best first)."""
        others = tuple(e for e in self.understanding.entities if e.kind != "sku")
        return (*others, *self.understanding.products)


def answer_payload(run: str, question: str, value: str) -> str:
    """The payload of an option. A value too long for the narrowest platform travels as its digest."""
    payload = f"q:{run}:{question}:{value}"
    return payload if len(payload.encode()) <= PAYLOAD_BYTES else f"q:{run}:{question}:~{digest(value)}"


def go_payload(intent: str) -> str:
    return f"q:go:{intent}"


def control_payload(control: str) -> str:
    return f"q:do:{control}"


def read_payload(payload: str) -> Press | None:
    """The press a payload stands for; None when it is not one of ours."""
    parts = payload.split(":", 3)
    if len(parts) < 3 or parts[0] != "q":
        return None
    if parts[1] == "go" and len(parts) == 3:
        return Press(value=parts[2])
    if parts[1] == "do" and len(parts) == 3:
        return Press(value=parts[2], control=True)
    if len(parts) == 4:
        return Press(value=parts[3], run=parts[1], question=parts[2])
    return None


def same_option(pressed: str, value: str) -> bool:
    """Whether the value a button carried is this option's."""
    return pressed == value or pressed == f"~{digest(value)}"


def speaks(heard: Heard, *, first: bool) -> bool:
    """Whether there are words enough to tell a language by: "HUB-04", "/help" and a lone brand name are none, and one word ("ремонт") is
    enough only where nothing else is known yet (`first`)."""
    words = [w for w in heard.text.split() if len(w.strip(".,!?")) >= 2 and not any(c.isdigit() or c in "@/" for c in w)]
    return len(words) >= 2 or (first and len(words) == 1 and len(words[0]) >= 4 and not heard.understanding.products)
