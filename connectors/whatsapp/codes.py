"""Twilio's codes in words a shop owner understands, and what they mean for a message. Data; https://www.twilio.com/docs/api/errors."""

from __future__ import annotations

from bot.connector import ReceiptState

WINDOW_CLOSED = 63016
RATE = frozenset({429, 20429, 63018, 14107, 63038})  # 63038: the account's daily limit of messages
CREDENTIALS = frozenset({401, 20003, 20404, 20005, 10001})  # with 401, 403 or 404 of the account itself
CONTENT = frozenset({21656, 63013, 63021, 21654, 21655, 63028, 63041, 92007})  # the form of a menu; the same in plain text may go
CLOSES = frozenset({21610, 21211, 21614, 63003, 63024})  # nothing more may be or can be sent to this number

REASONS: dict[int, str] = {
    20003: "Twilio refuses the account SID or the auth token. Copy both again from the first page of the Twilio console.",
    20404: "Twilio does not know this account. Copy the account SID again from the first page of the Twilio console.",
    20005: "The Twilio account is not active. Open the Twilio console and see what it asks for.",
    10001: "The Twilio account is not active. Open the Twilio console and see what it asks for.",
    20429: "Too many requests at once. Frontdesk slows down by itself.",
    14107: "Too many requests at once. Frontdesk slows down by itself.",
    21211: "This is not a telephone number that Twilio can write to.",
    21603: "No sender was given. Set channels.whatsapp.sender.",
    21606: "The sender is not a WhatsApp sender of this account. Compare channels.whatsapp.sender with the Twilio console.",
    21610: "The customer has opted out with STOP. They hear from you again when they send START.",
    21614: "This number cannot receive messages.",
    21617: "The message is longer than WhatsApp allows. Shorten the text it is made from.",
    21619: "There was nothing to send.",
    21620: "The address of a picture is not valid. Check server.public_url.",
    21654: "The Content template does not exist in this account any more. Run: frontdesk whatsapp templates sync",
    21655: "The Content template does not exist in this account any more. Run: frontdesk whatsapp templates sync",
    21656: "The words filled into a template were not accepted.",
    21712: "The Messaging Service has no such sender. Compare channels.whatsapp.sender with the Twilio console.",
    30007: "The message was filtered as unwanted. Look at its words, and ask Twilio's support if it happens again.",
    30034: "The sender is not registered for this country. Open the Twilio console and see what it asks for.",
    11200: "Twilio could not reach Frontdesk. Check server.public_url and that the server runs.",
    12300: "A picture has a type WhatsApp does not take. Use JPEG or PNG.",
    63003: "There is no WhatsApp account at this number.",
    63005: "WhatsApp did not accept the content of the message.",
    63007: "The sender is not a WhatsApp sender of this account. Compare channels.whatsapp.sender with the Twilio console.",
    63012: "WhatsApp had a fault of its own. If it lasts, see status.twilio.com.",
    63013: "WhatsApp says the message breaks its policy. Read it once more, and the policy of WhatsApp Business.",
    63015: "The customer has not joined the sandbox. They must send its join words first; a number of your own needs no joining.",
    63016: "More than 24 hours since the customer wrote. The message waits until they write again.",
    63018: "Too many messages at once, to WhatsApp or to this customer. Frontdesk slows down by itself.",
    63019: "Twilio could not fetch a picture. Check that server.public_url can be reached from outside.",
    63021: "WhatsApp did not accept the form of the message.",
    63024: "This number cannot receive WhatsApp messages.",
    63028: "A template was filled with the wrong number of words. Run: frontdesk whatsapp templates sync",
    63032: "WhatsApp did not deliver it to this customer because of an experiment of its own. Nothing is wrong on your side.",
    63038: "The account has sent its daily number of messages. Frontdesk tries again later; ask Twilio for a higher limit.",
    63041: "The template is paused by WhatsApp because customers complained. Change its words and sync again.",
    63049: "WhatsApp chose not to deliver it, because this customer got many such messages lately. Nothing is wrong on your side.",
    63051: "WhatsApp has locked the business account. Open the WhatsApp Manager of Meta and see why.",
    401: "Twilio refuses the account SID or the auth token. Copy both again from the first page of the Twilio console.",
}

STATES: dict[str, ReceiptState] = {
    "sent": "sent",
    "delivered": "delivered",
    "read": "read",
    "failed": "failed",
    "undelivered": "failed",
    "canceled": "failed",
    "partially_delivered": "delivered",
}
"""Twilio's message status as a receipt's state. queued, sending, accepted and scheduled say nothing new."""


def reason(code: int) -> str:
    """A sentence for a code, whatever it is; Twilio's own sentences name customers and are not used."""
    return REASONS.get(code, f"Twilio refused the message with code {code}; see https://www.twilio.com/docs/api/errors/{code}")
