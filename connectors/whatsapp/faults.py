"""What can go wrong between us and Twilio, told apart by what is known about the message. No texts of Twilio, no addresses, no tokens."""

from __future__ import annotations


class Unreachable(Exception):
    """No connection could be made: nothing was sent."""


class Unanswered(Exception):
    """The request was written and no answer came: it may have been carried out."""


class TwilioSaid(Exception):
    """An answer that is not a success. `code` is Twilio's own, or the HTTP status when there is none; `retry_after` in seconds."""

    def __init__(self, status: int, code: int, retry_after: float | None = None) -> None:
        super().__init__(f"Twilio answered {status} with code {code}")
        self.status = status
        self.code = code
        self.retry_after = retry_after
