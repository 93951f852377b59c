"""A customer's phone with Viber: what it shows, and what it sends through the stand-in."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from tests.standins import viber_rules as rules
from tests.standins.phone import Bubble, Tap
from tests.standins.viber_rules import Json

if TYPE_CHECKING:
    from tests.standins.viber import Viber

MOMENT = 1457764197627  # milliseconds; Viber's own example


class ViberPhone:
    """One customer. `said` are their own bubbles as the chat shows them: a press of a silent button leaves none."""

    channel = "viber"

    def __init__(self, viber: Viber, name: str, address: str, language: str, *, number: str = "38640123456", desktop: bool = False) -> None:
        self.address = address
        self.subscribed = False
        self.unanswered = 0
        self.said: list[str] = []
        self.received: list[tuple[int, Json]] = []
        self.welcomes: list[Json] = []
        self._viber = viber
        self._user = {"id": address, "name": name, "avatar": "https://avatar.example.com/a.png", "country": "SI", "language": language}
        self._number = number
        self._desktop = desktop
        self._clock = MOMENT

    async def opens(self, link: str = "") -> None:
        """Open the chat, by a link perhaps. What the webhook answers is the welcome."""
        context = parse_qs(urlsplit(link).query).get("context", [""])[0]
        call = self._call("conversation_started", type="open", context=context, user=self._user | {"api_version": 10})
        await self.starts(call | {"subscribed": self.subscribed})

    async def starts(self, call: Json) -> None:
        """Send a conversation_started as it is; one sent again is Viber's repetition."""
        status, body = await self._viber.post(call)
        assert status == 200, f"conversation_started was answered {status}"
        if body.strip():
            welcome = json.loads(body)
            wrong = rules.server_fault(welcome, body, welcome=True) or rules.phone_fault(welcome)
            assert wrong is None, f"the welcome is wrong: {wrong}"
            assert "receiver" not in welcome
            self.welcomes.append(welcome)
            self.receive(welcome, self._viber.next_token())

    async def says(self, text: str) -> None:
        self.said.append(text)
        await self.sends({"type": "text", "text": text})

    async def taps(self, tap: Tap) -> None:
        button, version = next((b, version) for b, version in self._buttons() if _tap(b) == tap)
        silent = button.get("Silent") is True and version >= 6
        if not silent:
            self.said.append(button["ActionBody"])
        if button["ActionType"] == "share-phone" and not self._desktop:
            await self.sends({"type": "contact", "contact": {"name": self._user["name"], "phone_number": self._number}}, silent=silent)
        else:
            await self.sends({"type": "text", "text": button["ActionBody"]}, silent=silent)

    async def shows(self, caption: str = "") -> None:
        name = f"photo-{self._viber.next_token()}.png"
        self._viber.media[name] = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
        address = f"{self._viber.url}/media/{name}"
        await self.sends({"type": "picture", "media": address, "file_name": name, "size": 72, "text": caption})

    async def sends(self, message: Json, *, silent: bool = False) -> None:
        """Any message. It subscribes."""
        self.subscribed = True
        self.unanswered = 0
        status, _ = await self._viber.post(self._call("message", sender=self._user, message=message, silent=silent))
        assert status == 200, f"a message was answered {status}"

    async def subscribes(self) -> None:
        self.subscribed = True
        await self._event({"event": "subscribed", "timestamp": self._tick(), "user": self._user})

    async def unsubscribes(self) -> None:
        self.subscribed = False
        await self._event({"event": "unsubscribed", "timestamp": self._tick(), "user_id": self.address})

    async def reads(self) -> None:
        """Look at the last message."""
        await self._event({"event": "seen", "timestamp": self._tick(), "message_token": self.received[-1][0], "user_id": self.address})

    def bubbles(self) -> list[Bubble]:
        """Keyboards stand below the chat, so the last message alone has one; a carousel keeps its buttons."""
        shown = []
        for place, (_, message) in enumerate(self.received, 1):
            taps = [_tap(b) for b in _carousel(message) if b["ActionType"] != "none"]
            if place == len(self.received):
                taps += [_tap(b) for b in _keyboard(message)]
            shown.append(Bubble(_text(message), tuple(taps), _pictures(message)))
        return shown

    def receive(self, message: Json, token: int) -> None:
        self.received.append((token, message))

    def _buttons(self) -> list[tuple[Json, int]]:
        """What can be tapped now, each with the version its message asks for."""
        shown = [*(_carousel(m) for _, m in self.received), *([_keyboard(self.received[-1][1])] if self.received else ())]
        versions = [m.get("min_api_version", 1) for _, m in (*self.received, *self.received[-1:])]
        return [(button, version) for buttons, version in zip(shown, versions, strict=True) for button in buttons]

    def _call(self, event: str, **fields: object) -> Json:
        return {"event": event, "timestamp": self._tick(), "message_token": self._viber.next_token(), **fields}

    async def _event(self, call: Json) -> None:
        status, _ = await self._viber.post(call)
        assert status == 200, f"{call['event']} was answered {status}"

    def _tick(self) -> int:
        self._clock += 1000
        return self._clock


def _tap(button: Json) -> Tap:
    return Tap(button.get("Text", ""), button["ActionBody"])


def _carousel(message: Json) -> list[Json]:
    found: list[Json] = message.get("rich_media", {}).get("Buttons", [])
    return found


def _keyboard(message: Json) -> list[Json]:
    found: list[Json] = message.get("keyboard", {}).get("Buttons", [])
    return found


def _text(message: Json) -> str:
    words = [message.get("text", ""), message.get("file_name", "")]
    words += [_plain(b["Text"]) for b in _carousel(message) if b["ActionType"] == "none" and "Text" in b]
    if "location" in message:
        words.append(f"{message['location']['lat']}, {message['location']['lon']}")
    return "\n".join(word for word in words if word)


def _plain(markup: str) -> str:
    return unescape(markup.replace("<b>", "").replace("</b>", "").replace("<br>", "\n"))


def _pictures(message: Json) -> int:
    return int(message["type"] == "picture") + sum(1 for b in _carousel(message) if "Image" in b)
