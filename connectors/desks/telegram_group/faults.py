"""What can go wrong with a call to the group, in one value. Pure; `api.py` makes the values out of its library's exceptions."""

from __future__ import annotations

from enum import Enum


class Trouble(Enum):
    UNREACHABLE = "unreachable"  # no connection, no answer in time, 5xx: a repeat does no harm among colleagues
    RATE = "rate"  # 429; `seconds` says how long to wait
    TOKEN = "token"  # noqa: S105  # Telegram does not know the token
    OUTSIDE = "outside"  # the bot is not in the group, or may not write there
    MIGRATED = "migrated"  # the group became a supergroup; `chat` is its new number
    CONFLICT = "conflict"  # somebody else fetches this bot's updates
    TOPIC_GONE = "topic gone"  # deleted
    TOPIC_CLOSED = "topic closed"
    MESSAGE_GONE = "message gone"  # what should be edited or answered was deleted
    UNCHANGED = "unchanged"  # it is so already
    TOO_LARGE = "too large"
    RIGHTS = "rights"  # an administrator's right is missing
    REFUSED = "refused"


WORDS = {
    Trouble.UNREACHABLE: "Telegram does not answer; the network, DNS or a firewall may be the cause",
    Trouble.RATE: "Telegram asks us to slow down",
    Trouble.TOKEN: "Telegram does not accept the token of the staff bot; take the right one from BotFather and set STAFF_TELEGRAM_TOKEN",
    Trouble.OUTSIDE: "the staff bot may not write in the group; add it there as an administrator and check STAFF_TELEGRAM_CHAT",
    Trouble.MIGRATED: "the staff group became a supergroup; set STAFF_TELEGRAM_CHAT to its new number",
    Trouble.CONFLICT: "another program receives the staff bot's updates; stop it, or give each its own bot",
    Trouble.TOPIC_GONE: "the topic was deleted",
    Trouble.TOPIC_CLOSED: "the topic is closed",
    Trouble.MESSAGE_GONE: "the message was deleted",
    Trouble.UNCHANGED: "nothing to change",
    Trouble.TOO_LARGE: "the file is too large for Telegram",
    Trouble.RIGHTS: "the staff bot lacks a right in the group: it must be an administrator that may manage topics and pin messages",
    Trouble.REFUSED: "Telegram refused it",
}

# What the server says in a 400, in lower case. The first two are of a deleted topic: https://github.com/tdlib/telegram-bot-api/issues/854
_SIGNS = (
    ("message thread not found", Trouble.TOPIC_GONE),
    ("topic_deleted", Trouble.TOPIC_GONE),
    ("topic_id_invalid", Trouble.TOPIC_GONE),
    ("topic_closed", Trouble.TOPIC_CLOSED),
    ("topic_not_modified", Trouble.UNCHANGED),
    ("message is not modified", Trouble.UNCHANGED),
    ("message to edit not found", Trouble.MESSAGE_GONE),
    ("message to pin not found", Trouble.MESSAGE_GONE),
    ("message to be replied not found", Trouble.MESSAGE_GONE),
    ("message to react not found", Trouble.MESSAGE_GONE),
    ("message_id_invalid", Trouble.MESSAGE_GONE),
    ("chat not found", Trouble.OUTSIDE),
    ("need administrator rights", Trouble.RIGHTS),
    ("not enough rights", Trouble.RIGHTS),
    ("chat_admin_required", Trouble.RIGHTS),
    ("file is too big", Trouble.TOO_LARGE),
)


class GroupFault(Exception):
    """A call that did not work. The text holds Telegram's own words, never the token."""

    def __init__(self, trouble: Trouble, words: str = "", *, seconds: float = 0.0, chat: int = 0) -> None:
        super().__init__(f"{WORDS[trouble]}: {words}" if words else WORDS[trouble])
        self.trouble = trouble
        self.words = words
        self.seconds = seconds
        self.chat = chat


def refused(words: str) -> GroupFault:
    """What a 400 means."""
    lower = words.lower()
    return GroupFault(next((trouble for sign, trouble in _SIGNS if sign in lower), Trouble.REFUSED), words)
