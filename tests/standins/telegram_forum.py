"""A staff group on Telegram's stand-in: a supergroup with topics, its members, and its rules.

`ForumServer` is what the staff bot talks to; `Member` is a colleague in the group. Rules beside those of telegram_server.py: one budget of
messages a minute for the whole group, topics that can be closed and deleted (nobody is told of that), replies and reactions to messages
that must be there, service messages, an administrator's rights.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.standins.telegram_rules import File, Wrong, bad, check_markup, shown
from tests.standins.telegram_server import TelegramServer

GROUP = -1001234567890
STAFF_TOKEN = "987654321:AAH-staff_bot-token-of-the-group"
STAFF_BOT = {"id": 987654321, "is_bot": True, "first_name": "Desk", "username": "LipaStaffBot"}
MINUTE = 60.0
SENT = {
    "sendPhoto": "photo",
    "sendDocument": "document",
    "sendAudio": "audio",
    "sendVideo": "video",
    "sendVoice": "voice",
}
MEASURES: Mapping[str, Mapping[str, int]] = {
    "photo": {"width": 90, "height": 90},
    "video": {"width": 90, "height": 90, "duration": 1},
    "audio": {"duration": 1},
    "voice": {"duration": 1},
    "document": {},
}


@dataclass(slots=True)
class Topic:
    """`messages` are as the Bot API shows them; `pinned` are their numbers."""

    thread: int
    name: str
    messages: list[dict[str, Any]] = field(default_factory=list)
    pinned: list[int] = field(default_factory=list)
    closed: bool = False

    @property
    def texts(self) -> list[str]:
        """What the bot wrote there, captions too."""
        found = [m.get("text") or m.get("caption") or "" for m in self.messages if m["from"] is STAFF_BOT]
        return [text for text in found if text]


class ForumServer(TelegramServer):
    """`a_minute`: so many messages for the whole group in a minute, then 429; `minute` is how long that is, in seconds."""

    def __init__(self, *, a_minute: int | None = None, minute: float = MINUTE, **options: Any) -> None:
        super().__init__(token=options.pop("token", STAFF_TOKEN), **options)
        self.group = GROUP
        self.is_forum = True
        self.rights = {"can_manage_topics": True, "can_pin_messages": True, "can_delete_messages": True}
        self.administrator = True
        self.topics: dict[int, Topic] = {}
        self.general: list[dict[str, Any]] = []
        self.reactions: dict[int, str] = {}
        self.popups: list[str] = []
        self.refused = 0  # how often the budget was overdrawn
        self._a_minute = a_minute
        self._minute = minute
        self._sent_at: deque[float] = deque()

    @classmethod
    @asynccontextmanager
    async def open(cls, **options: Any) -> AsyncIterator[ForumServer]:
        """As `running`, known to be a forum's."""
        async with cls.running(**options) as server:
            assert isinstance(server, ForumServer)
            yield server

    @property
    def topic(self) -> Topic:
        """The only one there is."""
        [found] = self.topics.values()
        return found

    def delete_topic(self, topic: Topic) -> None:
        """A colleague deletes it with all that is in it. The bot is not told."""
        del self.topics[topic.thread]

    # --- the methods --------------------------------------------------------------------------------------------------
    async def _do(self, method: str, fields: dict[str, Any], files: Mapping[str, File]) -> Any:
        if method == "getMe":
            return {**STAFF_BOT, "can_join_groups": True, "can_read_all_group_messages": False}
        if method == "answerCallbackQuery":
            self.popups.append(fields.get("text", ""))
        if method == "setMyCommands":
            return True
        if fields.get("chat_id") != self.group:
            if "chat_id" in fields:
                raise bad("chat not found")
            return await super()._do(method, fields, files)
        name = "_group_" + method
        if method in SENT:
            return self._group_file(method, fields, files)
        if not hasattr(self, name):
            raise bad(f"the stand-in has no {method} for groups")
        given = getattr(self, name)
        return given(fields, files) if method == "sendMediaGroup" else given(fields)

    def _group_getChat(self, _: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802  # as Telegram calls it
        more = {"accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
        return {**self._shown_group(), **more}

    def _group_getChatMember(self, _: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802
        if not self.administrator:
            return {"status": "member", "user": STAFF_BOT}
        return {"status": "administrator", "user": STAFF_BOT, "can_be_edited": False, **_BASE_RIGHTS, **self.rights}

    def _group_createForumTopic(self, fields: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802
        self._may("can_manage_topics")
        self._budgeted(1)
        topic = Topic(self.new_id(), fields["name"])
        self.topics[topic.thread] = topic
        self._write(topic, STAFF_BOT, {"forum_topic_created": {"name": topic.name, "icon_color": 7322096}})
        return {"message_thread_id": topic.thread, "name": topic.name, "icon_color": 7322096}

    def _group_editForumTopic(self, fields: Mapping[str, Any]) -> bool:  # noqa: N802
        topic = self._topic(fields)
        if topic.name == fields["name"]:
            raise bad("TOPIC_NOT_MODIFIED")
        topic.name = fields["name"]
        return True

    def _group_closeForumTopic(self, fields: Mapping[str, Any]) -> bool:  # noqa: N802
        return self._close(fields, closed=True)

    def _group_reopenForumTopic(self, fields: Mapping[str, Any]) -> bool:  # noqa: N802
        return self._close(fields, closed=False)

    def _close(self, fields: Mapping[str, Any], *, closed: bool) -> bool:
        self._may("can_manage_topics")
        topic = self._topic(fields)
        if topic.closed == closed:
            raise bad("TOPIC_NOT_MODIFIED")
        topic.closed = closed
        return True

    def _group_deleteForumTopic(self, fields: Mapping[str, Any]) -> bool:  # noqa: N802
        self._may("can_delete_messages")
        del self.topics[self._topic(fields).thread]
        return True

    def _group_sendMessage(self, fields: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802
        check_markup(fields.get("reply_markup"))
        text = shown(fields["text"], fields, 4096)
        body: dict[str, Any] = {"text": text}
        if fields.get("reply_markup"):
            body["reply_markup"] = fields["reply_markup"]
        return self._send_to(fields, body)

    def _group_file(self, method: str, fields: Mapping[str, Any], files: Mapping[str, File]) -> dict[str, Any]:
        kind = SENT[method]
        caption = shown(fields.get("caption") or "", fields, 1024, may_be_empty=True, what="message caption")
        given = fields[kind]
        attached = files.get(given.removeprefix("attach://")) if isinstance(given, str) else None
        body = self._measured(kind, attached or given)
        return self._send_to(fields, body | ({"caption": caption} if caption else {}))

    def _group_sendMediaGroup(self, fields: Mapping[str, Any], files: Mapping[str, File]) -> list[dict[str, Any]]:  # noqa: N802
        if not 2 <= len(fields["media"]) <= 10:
            raise bad("MEDIA_GROUP must include 2-10 items")
        self._topic(fields)
        self._budgeted(len(fields["media"]))
        album = f"album-{self.new_id()}"
        sent = []
        for item in fields["media"]:
            body = self._measured(item["type"], files[item["media"].removeprefix("attach://")])
            caption = shown(item.get("caption") or "", item, 1024, may_be_empty=True, what="message caption")
            sent.append(
                self._write(self._topic(fields), STAFF_BOT, body | {"media_group_id": album} | ({"caption": caption} if caption else {}))
            )
        return sent

    def _measured(self, kind: str, given: File | str) -> dict[str, Any]:
        body = self._media(kind, given)
        found: dict[str, Any] = body[kind][0] if kind == "photo" else body[kind]
        found |= MEASURES[kind]
        if isinstance(given, File) and kind == "document":
            found["file_name"] = given.name
        return body

    def _group_editMessageText(self, fields: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802
        message = self._message(fields["message_id"], "edit")
        check_markup(fields.get("reply_markup"))
        new = {"text": shown(fields["text"], fields, 4096), "reply_markup": fields.get("reply_markup")}
        if {name: message.get(name) for name in new} == new:
            raise bad("message is not modified: specified new message content and reply markup are exactly the same")
        message |= {name: value for name, value in new.items() if value is not None}
        if new["reply_markup"] is None:
            message.pop("reply_markup", None)
        return message

    def _group_pinChatMessage(self, fields: Mapping[str, Any]) -> bool:  # noqa: N802
        self._may("can_pin_messages")
        self._budgeted(1)
        message = self._message(fields["message_id"], "pin")
        topic = self.topics[message["message_thread_id"]]
        topic.pinned.append(message["message_id"])
        self._write(topic, STAFF_BOT, {"pinned_message": {**message}})
        return True

    def _group_setMessageReaction(self, fields: Mapping[str, Any]) -> bool:  # noqa: N802
        self._message(fields["message_id"], "react")
        self.reactions[fields["message_id"]] = fields["reaction"][0]["emoji"]
        return True

    # --- rules --------------------------------------------------------------------------------------------------------
    def _send_to(self, fields: Mapping[str, Any], body: dict[str, Any]) -> dict[str, Any]:
        topic = self._topic(fields) if "message_thread_id" in fields else None
        if topic is not None and topic.closed and not self.administrator:
            raise bad("TOPIC_CLOSED")
        answers = fields.get("reply_parameters")
        if answers is not None:
            try:
                body["reply_to_message"] = {**self._message(answers["message_id"], "be replied"), "reply_to_message": None}
            except Wrong:
                if not answers.get("allow_sending_without_reply"):
                    raise
        self._budgeted(1)
        return self._write(topic, STAFF_BOT, body)

    def _topic(self, fields: Mapping[str, Any]) -> Topic:
        topic = self.topics.get(fields["message_thread_id"])
        if topic is None:
            raise bad("message thread not found")
        return topic

    def _message(self, number: int, what: str) -> dict[str, Any]:
        everything = [*self.general, *(m for topic in self.topics.values() for m in topic.messages)]
        found = next((m for m in everything if m["message_id"] == number), None)
        if found is None:
            raise bad(f"message to {what} not found")
        return found

    def _may(self, right: str) -> None:
        if not self.administrator or not self.rights[right]:
            raise bad("not enough rights")

    def _budgeted(self, messages: int) -> None:
        if self._a_minute is None:
            return
        now = time.monotonic()
        while self._sent_at and self._sent_at[0] < now - self._minute:
            self._sent_at.popleft()
        if len(self._sent_at) + messages > self._a_minute:
            self.refused += 1
            wait = max(1, round(self._minute / 20))
            raise Wrong(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
        self._sent_at.extend([now] * messages)

    def _shown_group(self) -> dict[str, Any]:
        return {"id": self.group, "type": "supergroup", "title": "Staff", "is_forum": self.is_forum}

    def _write(self, topic: Topic | None, sender: dict[str, Any], body: Mapping[str, Any]) -> dict[str, Any]:
        place = {} if topic is None else {"message_thread_id": topic.thread, "is_topic_message": True}
        numbered = {"message_id": self.new_id(), "date": int(time.time()), "chat": self._shown_group(), "from": sender}
        message = {**numbered, **place, **body}
        (self.general if topic is None else topic.messages).append(message)
        return message

    async def bring_in(self, kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
        return await self.updates.bring(kind, body, self.group)


class Member:
    """A colleague in the group."""

    def __init__(self, server: ForumServer, *, user: int = 7001, name: str = "Maja") -> None:
        self._server = server
        self.user = {"id": user, "is_bot": False, "first_name": name}

    async def writes(self, topic: Topic | None, text: str = "", **body: Any) -> dict[str, Any]:
        """Into a topic; None is the General one. Returns when the bot has fetched and confirmed it."""
        message = self._server._write(topic, self.user, {**({"text": text} if text else {}), **body})
        await self._server.bring_in("message", message)
        return message

    async def edits(self, message: dict[str, Any], text: str) -> None:
        message |= {"text": text, "edit_date": int(time.time())}
        await self._server.bring_in("edited_message", message)

    async def sends_album(self, topic: Topic, contents: Sequence[bytes], caption: str = "") -> list[dict[str, Any]]:
        """The parts come one by one, as updates of their own."""
        album = f"album-{self._server.new_id()}"
        parts = []
        for index, content in enumerate(contents):
            body = self.photo(content) | ({"caption": caption} if caption and index == 0 else {})
            parts.append(self._server._write(topic, self.user, body | {"media_group_id": album}))
        for part in parts[:-1]:
            self._server.updates.put("message", part)
        await self._server.bring_in("message", parts[-1])
        return parts

    def photo(self, content: bytes) -> dict[str, Any]:
        file = self._server.new_file(content)
        return {"photo": [{"file_id": file, "file_unique_id": file, "width": 90, "height": 90, "file_size": len(content)}]}

    def document(self, content: bytes, name: str, size: int | None = None) -> dict[str, Any]:
        file = self._server.new_file(content)
        told = len(content) if size is None else size
        return {"document": {"file_id": file, "file_unique_id": file, "file_name": name, "file_size": told}}

    async def presses(self, message: dict[str, Any], title: str) -> None:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        data = next(button["callback_data"] for row in rows for button in row if button["text"] == title)
        shown_message = {**message, "reply_to_message": None}
        query = {"id": self._server.new_query(), "from": self.user, "chat_instance": "1", "data": data, "message": shown_message}
        await self._server.bring_in("callback_query", query)


_BASE_RIGHTS = dict.fromkeys(
    (
        "is_anonymous",
        "can_manage_chat",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
    ),
    False,
)
_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}
