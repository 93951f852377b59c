"""Words of command: those that count when they are the whole message, in any language, and that no classifier may overrule. Pure data.

"cancel" and "yes" are ordinary words of a shop too; what they do depends on the open question, which is `decide.py`'s to know.
"""

from __future__ import annotations

import re

from intents.folding import fold

# Exact words that no classifier may overrule (opt-out words count as a whole message only: "cancel" and "yes" are shop words).
STOP_WORDS = frozenset(
    fold(w) for w in ("stop", "/stop", "стоп", "стій", "ustavi", "stopall", "unsubscribe", "odjava", "отписаться", "відписатися")
)
START_WORDS = frozenset(fold(w) for w in ("start", "/start", "unstop", "старт", "начать", "почати", "začni"))
CANCEL_WORDS = frozenset(
    fold(w)
    for w in (
        "cancel",
        "never mind",
        "nevermind",
        "отмена",
        "отменить",
        "отмени",
        "скасувати",
        "скасуй",
        "відміна",
        "prekliči",
        "preklic",
        "pusti",
    )
)
COMMANDS = {
    "/help": "help",
    "/human": "human",
    "/back": "back",
    "/cancel": "cancel",
    "/language": "change_language",
    "/link": "link",
    "/connect": "link",
    "/unlink": "unlink",
}


def is_command(text: str) -> bool:
    """Whether a text is a word of command that counts as a whole message only; it is never joined with its neighbours."""
    word = fold(text.strip(" .!"))
    return word in STOP_WORDS or word in START_WORDS or text.strip().lower() in COMMANDS


_REST = re.compile(
    r"\b(?:forget|skip|drop|never ?mind|leave|no need|don'?t need|not need|cancel)\b.*\b(?:other|others|second|rest|another)\b"
    r"|(?:забудьте|забудь|не надо|не нужн\w+|отмените|пропустите|оставьте|неважно).*\b(?:втор\w+|друг\w+|остальн\w+)"
    r"|\b(?:втор\w+|друг\w+|остальн\w+|інш\w+|решт\w+)\b.*(?:не надо|не нужн\w+|неважно|забудьте|не треба|не потрібн\w+|неважливо)"
    r"|(?:забудьте|забудь|не треба|не потрібн\w+|скасуйте|пропустіть|облиште|неважливо).*\b(?:друг\w+|інш\w+|решт\w+)"
    r"|\b(?:pozabite|pozabi|ni treba|ne rabim|ne potrebujem|prekličite|preskočite|pustite)\b.*\b(?:drug\w+|ostal\w+|preostal\w+)"
    r"|\b(?:drug\w+|ostal\w+)\b.*\b(?:ni treba|pozabite|ne rabim|ne potrebujem)\b",
    re.IGNORECASE,
)
_REST_WORDS = 9


def drops_the_rest(text: str) -> bool:
    """Whether a short message lets go of what else was asked for: "forget the other thing"."""
    return len(text.split()) <= _REST_WORDS and _REST.search(text) is not None
