"""What Viber's `status` means: it comes in an answer that is HTTP 200 even when the call failed. Data, and its way into exceptions.

The list is https://developers.viber.com/docs/api/rest-bot-api/#error-codes; what is done about a code is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.connector import SendHeld, SendLater, SendRefused

Then = Literal["later", "held", "refused"]


@dataclass(frozen=True, slots=True)
class Code:
    """`name` is ours and stands in statistics; `words` are for the shop owner. `fault`: the whole channel is wrong, not one message."""

    name: str
    then: Then
    words: str
    seconds: float = 0.0
    fault: bool = False
    closes_channel: bool = False


OK = 0
INVALID_TOKEN = 2
WEBHOOK_NOT_SET = 10
RATE = "rate"  # the outbox's word for "we are too fast"
_NOT_PERMITTED = "Viber does not permit this bot to do that; ask Viber or your partner about the account's rights."

CODES: Mapping[int, Code] = {
    1: Code("invalid_url", "refused", "Viber cannot use an address in this message; it must be public, https and without redirects."),
    2: Code(
        "invalid_token",
        "later",
        "Viber does not know the token. Copy it again from the bot's page in Viber's admin panel into channels.viber.token.",
        seconds=300,
        fault=True,
    ),
    3: Code("bad_data", "refused", "Viber found a fault in the message's form. Please report it; the log names the message."),
    4: Code("missing_data", "refused", "Viber misses something in the message. Please report it; the log names the message."),
    5: Code("not_registered", "refused", "This customer no longer has a Viber account.", closes_channel=True),
    6: Code("not_subscribed", "held", "The customer has not written to the bot yet, or has unsubscribed; Viber delivers when they write."),
    7: Code("account_blocked", "later", "Viber has blocked the bot. Write to Viber's support.", seconds=300, fault=True),
    8: Code(
        "account_not_found",
        "later",
        "Viber knows no bot with this token. Was it deleted? Make one in the admin panel and set channels.viber.token.",
        seconds=300,
        fault=True,
    ),
    9: Code("account_suspended", "later", "Viber has suspended the bot. Write to Viber's support.", seconds=300, fault=True),
    10: Code(
        "webhook_not_set",
        "later",
        "Viber has no webhook of ours. It is being registered again; is another system registering the same bot?",
        seconds=30,
        fault=True,
    ),
    11: Code("no_suitable_device", "refused", "The customer's devices cannot show messages of bots."),
    12: Code(RATE, "later", "Viber takes no more messages for now.", seconds=60),
    13: Code("api_version", "refused", "Viber does not know the version this message asks for. Please report it."),
    14: Code("incompatible_version", "refused", "The customer's Viber is too old to show this message."),
    15: Code("not_authorized", "refused", _NOT_PERMITTED),
    16: Code("inline_not_allowed", "refused", _NOT_PERMITTED),
    17: Code("not_inline", "refused", _NOT_PERMITTED),
    18: Code("no_public_chat", "refused", _NOT_PERMITTED),
    19: Code("cannot_broadcast", "refused", _NOT_PERMITTED),
    20: Code("broadcast_not_allowed", "refused", _NOT_PERMITTED),
    21: Code("unsupported_country", "refused", "Viber does not deliver messages of this bot in the customer's country."),
    22: Code("payment_unsupported", "refused", _NOT_PERMITTED),
    23: Code(
        "free_messages_used",
        "held",
        "The free messages of this month are used up. Messages to customers who have not written for 24 hours wait until they write, or "
        "until a payment is arranged with Viber.",
        fault=True,
    ),
    24: Code(
        "no_balance",
        "held",
        "The bot's balance at Viber is empty. Messages to customers who have not written for 24 hours wait until they write, or until you "
        "add to the balance.",
        fault=True,
    ),
}
GENERAL = Code("general_error", "later", "Viber reports a general error.", seconds=60)


def meaning(status: int) -> Code:
    """What a status other than 0 means. Viber calls every other number a general error."""
    return CODES.get(status, GENERAL)


def refusal(code: Code) -> SendLater | SendHeld | SendRefused:
    """The exception a code is for the outbox."""
    match code.then:
        case "later":
            return SendLater(code.seconds, code.words, code=code.name)
        case "held":
            return SendHeld(code.name, code.words)
        case "refused":
            return SendRefused(code.name, code.words, closes_channel=code.closes_channel)
