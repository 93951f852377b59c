"""Who sees the button that shares their phone number, so that it is put away when it has served.

Telegram hides such a keyboard after its use but keeps it at hand; only a message of ours can take it away. Kept in memory: after a
restart it stays hidden and at hand, which harms nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.update import Update, UpdateKind
from connectors.telegram.render import Call

REMEMBERED = 10_000  # chats
_ANSWERS = (UpdateKind.TEXT, UpdateKind.BUTTON, UpdateKind.MEDIA)


class ContactKeyboards:
    """Chats with such a keyboard, and whether the customer has answered since."""

    def __init__(self) -> None:
        self._answered: dict[str, bool] = {}

    def heard(self, update: Update) -> None:
        if update.phone is not None or (update.address in self._answered and update.kind in _ANSWERS):
            self._note(update.address, answered=True)

    def put_away(self, address: str, calls: Sequence[Call]) -> list[Call]:
        """The calls, one of which takes the keyboard away if it has served. Calls with buttons cannot: one markup a message."""
        new = list(calls)
        if self._answered.get(address):
            free = (place for place, call in enumerate(new) if call.method == "sendMessage" and "reply_markup" not in call.fields)
            place = next(free, None)
            if place is not None:
                new[place] = replace(new[place], fields={**new[place].fields, "reply_markup": {"remove_keyboard": True}})
        return new

    def sent(self, address: str, call: Call) -> None:
        markup = call.fields.get("reply_markup") or {}
        if "keyboard" in markup:
            self._note(address, answered=False)
        elif "remove_keyboard" in markup:
            self._answered.pop(address, None)

    def forget(self, address: str) -> None:
        self._answered.pop(address, None)

    def _note(self, address: str, *, answered: bool) -> None:
        self._answered.pop(address, None)
        while len(self._answered) >= REMEMBERED:
            del self._answered[next(iter(self._answered))]
        self._answered[address] = answered
