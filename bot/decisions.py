"""What a message can mean where the conversation stands. Values only: `decide.py` chooses one, `scene.py` carries it out."""

from __future__ import annotations

from dataclasses import dataclass

from bot.journal import Value
from bot.slots import Fit
from intents.understanding import Wish


@dataclass(frozen=True, slots=True)
class Answer:
    """To the open question of the top frame."""

    value: Value
    fit: Fit


@dataclass(frozen=True, slots=True)
class Correct:
    """Another answer to an earlier question. `value` None means: ask it again."""

    run: str
    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class Begin:
    """Start the flow of an intent. `replace`: the top frame was closing and gives way; else it waits below."""

    intent: str
    replace: bool


@dataclass(frozen=True, slots=True)
class Several:
    """Two wishes or more in one message: the first begins as by `Begin`, the others wait for their turn."""

    wishes: tuple[Wish, ...]
    replace: bool


@dataclass(frozen=True, slots=True)
class Leave:
    """The customer does not want `intent`, and says nothing else: what is open of it is left, and they are asked what they want."""

    intent: str


@dataclass(frozen=True, slots=True)
class Control:
    """A word to the conversation: back, cancel, repeat, stop, start, language, abuse, opened, drop (of the wishes that wait: one intent,
    or all)."""

    what: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Clarify:
    """Did you mean A or B? One intent alone asks "did you mean A?"."""

    intents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """It does not answer the open question, and it is no clear wish either."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nothing is open and nothing was understood."""


@dataclass(frozen=True, slots=True)
class Late:
    """A button of something that has ended. `flow` is what it belonged to, "" when that is forgotten."""

    flow: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A button of a question whose answer a deed already rests on."""


@dataclass(frozen=True, slots=True)
class Ignore:
    reason: str


Decision = Answer | Correct | Begin | Several | Leave | Control | Clarify | Miss | Unclear | Late | Settled | Ignore
