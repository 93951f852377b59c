"""A customer with Telegram on their phone."""

from __future__ import annotations

import time
from typing import Any

from tests.standins.phone import Bubble, Tap
from tests.standins.telegram_server import ME, Chat, TelegramServer, chat_of

JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 60


class TelegramPhone:
    """One customer of the bot at `server`. Keeps to `tests.standins.phone.Phone`, and can do more."""

    channel = "telegram"

    def __init__(self, server: TelegramServer, *, chat: int = 5550001, name: str = "Ana", language: str | None = "en") -> None:
        self._server = server
        self.user: dict[str, Any] = {"id": chat, "is_bot": False, "first_name": name}
        if language is not None:
            self.user["language_code"] = language
        self.address = str(chat)
        self.last: dict[str, Any] = {}
        """The update brought last."""

    @property
    def chat(self) -> Chat:
        """What Telegram keeps of the conversation."""
        return self._server.chats.setdefault(self.user["id"], Chat(self.user))

    async def opens(self, code: str = "") -> None:
        """Press "Start", after a link with a code if there is one."""
        await self.says(f"/start {code}".strip())

    async def says(self, text: str) -> None:
        await self.sends(text=text)

    async def sends(self, **body: Any) -> dict[str, Any]:
        """Any message, by the fields of the Bot API."""
        chat = self.chat
        message = {
            "message_id": self._server.new_id(),
            "date": int(time.time()),
            "chat": chat_of(self.user),
            "from": self.user,
            **body,
        }
        chat.messages.append(message)
        await self._bring("message", message)
        return message

    async def edits(self, message: dict[str, Any], text: str) -> None:
        message |= {"text": text, "edit_date": int(time.time())}
        await self._bring("edited_message", message)

    async def taps(self, tap: Tap) -> None:
        """Press a button below the newest message that has it; a link opens elsewhere and brings nothing."""
        if not tap.data:
            return
        shown = next(m for m in reversed(self.chat.messages) if any(t.data == tap.data for t in _taps(m)))
        query = {"id": self._server.new_query(), "from": self.user, "chat_instance": "1", "data": tap.data, "message": shown}
        await self._bring("callback_query", query)

    async def shows(self, caption: str = "") -> None:
        sizes = [{"file_id": self._server.new_file(JPEG + bytes(size)), "width": size, "height": size} for size in (90, 800)]
        photo = [{**size, "file_unique_id": size["file_id"], "file_size": 64} for size in sizes]
        await self.sends(photo=photo, **({"caption": caption} if caption else {}))

    async def shares_number(self, number: str = "+38640123456") -> None:
        """Press the button in place of the keyboard."""
        assert self.chat.keyboard, "no such button is shown"
        await self.sends(contact={"phone_number": number, "first_name": self.user["first_name"], "user_id": self.user["id"]})

    async def blocks(self) -> None:
        self.chat.blocked = True
        await self._member("member", "kicked")

    async def unblocks(self) -> None:
        self.chat.blocked = False
        await self._member("kicked", "member")

    def bubbles(self) -> list[Bubble]:
        """What the bot wrote; an album is one bubble."""
        found: list[Bubble] = []
        last_group = None
        for message in (m for m in self.chat.messages if m["from"] is ME):
            group = message.get("media_group_id")
            bubble = _bubble(message)
            if group is not None and group == last_group:
                text = "\n".join(part for part in (found[-1].text, bubble.text) if part)
                found[-1] = Bubble(text, found[-1].taps, found[-1].pictures + bubble.pictures)
            else:
                found.append(bubble)
            last_group = group
        return found

    async def _member(self, before: str, now: str) -> None:
        statuses = {"old_chat_member": {"user": ME, "status": before}, "new_chat_member": {"user": ME, "status": now}}
        await self._bring("my_chat_member", {"chat": chat_of(self.user), "from": self.user, "date": int(time.time()), **statuses})

    async def _bring(self, kind: str, body: dict[str, Any]) -> None:
        self.last = await self._server.updates.bring(kind, body, self.user["id"])


def _bubble(message: dict[str, Any]) -> Bubble:
    venue, spot = message.get("venue", {}), message.get("location", {})
    place = (venue.get("title"), venue.get("address")) if venue else (f"{spot['latitude']}, {spot['longitude']}",) if spot else ()
    words = (message.get("text"), message.get("caption"), *place)
    return Bubble("\n".join(word for word in words if word), _taps(message), int("photo" in message))


def _taps(message: dict[str, Any]) -> tuple[Tap, ...]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return tuple(Tap(button["text"], button.get("callback_data", "")) for row in rows for button in row)
