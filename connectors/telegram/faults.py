"""What can go wrong with a call, in one value, and what the outbox is told about it. Pure; `api.py` makes the values.

`SendUnknown` is for one case only: the request had left and no answer came. Telegram knows no idempotency key, so it is never sent again.
A 5xx answer is "later": Telegram says that it failed, and an answer that was written down as failed was not delivered.
"""

from __future__ import annotations

from enum import Enum

from bot.connector import SendLater, SendRefused, SendUnknown


class Failure(Enum):
    UNREACHABLE = "unreachable"  # no connection, so nothing was sent
    UNKNOWN = "unknown"  # sent, and no answer
    RATE = "rate"  # 429; `seconds` says how long to wait
    SERVER = "server"  # 5xx, or an answer that is none
    TOKEN = "token"  # noqa: S105  # 401 or 404: Telegram does not know the token
    BLOCKED = "blocked"  # 403: blocked, deactivated, never started
    MIGRATED = "migrated"  # a group became a supergroup
    CONFLICT = "conflict"  # 409: somebody else polls, or a webhook is set
    REFUSED = "refused"  # 400


LATER = {Failure.UNREACHABLE: 2.0, Failure.SERVER: 5.0, Failure.CONFLICT: 5.0, Failure.TOKEN: 300.0}
"""Seconds until the next try, where Telegram does not say."""
WORDS = {
    Failure.UNREACHABLE: "Telegram could not be reached; the network, DNS or a firewall may be the cause",
    Failure.UNKNOWN: "Telegram took the message but did not answer in time, so it may have arrived",
    Failure.RATE: "Telegram asks us to slow down",
    Failure.SERVER: "Telegram had a fault of its own",
    Failure.TOKEN: "Telegram does not accept the bot token; take the right one from BotFather (/mybots, API Token) and set TELEGRAM_TOKEN",
    Failure.BLOCKED: "the customer has blocked the bot, deleted their account or never opened the chat",
    Failure.MIGRATED: "this chat is a group now; Frontdesk writes to private chats only",
    Failure.CONFLICT: "another program receives this bot's updates; stop it, or give each its own bot",
    Failure.REFUSED: "Telegram refused it",
}
GONE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated", "chat_id is empty")


class CallFailed(Exception):
    """A call to the Bot API that did not work. The text holds Telegram's own words, never the token.

    `seconds` is set for RATE only.
    """

    def __init__(self, failure: Failure, words: str = "", *, seconds: float = 0.0) -> None:
        super().__init__(f"{WORDS[failure]}: {words}" if words else WORDS[failure])
        self.failure = failure
        self.words = words
        self.seconds = seconds

    @property
    def about_markup(self) -> bool:
        """Whether Telegram could not read the markup of a text."""
        return self.failure is Failure.REFUSED and "can't parse entities" in self.words.lower()

    @property
    def gone(self) -> bool:
        return self.failure is Failure.REFUSED and any(part in self.words.lower() for part in GONE)

    def as_send(self, platform_ids: tuple[str, ...]) -> SendLater | SendRefused | SendUnknown:
        """What `send` raises. `platform_ids` are those of the parts sent before."""
        if self.failure is Failure.UNKNOWN:
            return SendUnknown(str(self), platform_ids=platform_ids)
        if self.failure is Failure.RATE:
            return SendLater(self.seconds, str(self), code="rate", platform_ids=platform_ids)
        if self.failure in LATER:
            return SendLater(LATER[self.failure], str(self), code=self.failure.value, platform_ids=platform_ids)
        if self.failure is Failure.REFUSED and not self.gone:
            return SendRefused("400", str(self))
        if self.failure is Failure.MIGRATED:
            return SendRefused("migrated", str(self), closes_channel=True)
        return SendRefused("blocked" if self.failure is Failure.BLOCKED else "chat_not_found", str(self), closes_channel=True)
