"""What Telegram tells, as our own values: who said what where, an album as one. Pure; no decisions.

Service messages (a topic was made, somebody joined, something was pinned) and what bots write are nobody's words and come out as nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from connectors.desks.telegram_group.parts import Pressed, Said, SentFile

if TYPE_CHECKING:
    from aiogram import types as tg

_FILES = ("document", "video", "audio", "voice", "animation", "video_note")
_NAMES = {"video": "video.mp4", "audio": "audio.mp3", "voice": "voice.ogg", "animation": "animation.mp4", "video_note": "video.mp4"}
_OTHER = ("sticker", "poll", "location", "venue", "contact", "dice", "story", "paid_media", "checklist")


def read(updates: Sequence[tg.Update], chat: int) -> list[tuple[int, Said | Pressed]]:
    """What happened in the group, in its order, each with the number of its (first) update; other chats are left out."""
    found: list[tuple[int, Said | Pressed]] = []
    albums: dict[str, int] = {}
    for update in updates:
        if update.callback_query is not None:
            pressed = _pressed(update.callback_query, chat)
            found += [(update.update_id, pressed)] if pressed is not None else []
            continue
        message = update.message or update.edited_message
        if message is None or message.chat.id != chat:
            continue
        said = _said(message)
        if said is None:
            continue
        album = message.media_group_id
        if album is not None and not said.edited:
            if album in albums:
                number, begun = found[albums[album]]
                found[albums[album]] = (number, _joined(begun, said))
                continue
            albums[album] = len(found)
        found.append((update.update_id, said))
    return found


def open_album(updates: Sequence[tg.Update]) -> str | None:
    """The album the last update belongs to: more of its parts may be on their way."""
    last = updates[-1].message if updates else None
    return last.media_group_id if last is not None else None


def migrated(updates: Sequence[tg.Update], chat: int) -> int | None:
    """The group's new number, when it became a supergroup."""
    for update in updates:
        message = update.message
        if message is not None and message.chat.id == chat and message.migrate_to_chat_id is not None:
            return message.migrate_to_chat_id
    return None


def _said(message: tg.Message) -> Said | None:
    sender = message.from_user
    if sender is not None and sender.is_bot and message.sender_chat is None:
        return None
    files = _files(message)
    text = message.text or message.caption or ""
    other = any(getattr(message, name, None) is not None for name in _OTHER)
    if not text and not files and not other:
        return None  # a service message
    # An answer in the General topic carries a thread as well; only `is_topic_message` says that it is a topic's:
    # https://github.com/tdlib/telegram-bot-api/issues/447
    thread = message.message_thread_id if message.is_topic_message else None
    user = sender.id if sender is not None and message.sender_chat is None else 0
    edited = int(message.edit_date or 0)
    number = message.message_id
    return Said(number, (number,), thread, user, text, files, edited=edited, other=other and not files)


def _files(message: tg.Message) -> tuple[SentFile, ...]:
    if message.photo:
        largest = message.photo[-1]
        return (SentFile(largest.file_id, "photo.jpg", largest.file_size or 0),)
    for kind in _FILES:
        file = getattr(message, kind, None)
        if file is not None:
            name = getattr(file, "file_name", None) or _NAMES.get(kind, "file")
            return (SentFile(file.file_id, name, file.file_size or 0),)
    return ()


def _joined(album: Said | Pressed, part: Said) -> Said:
    assert isinstance(album, Said)
    text = "\n".join(words for words in (album.text, part.text) if words)
    return Said(album.first, (*album.messages, *part.messages), album.thread, album.user, text, (*album.files, *part.files))


def _pressed(query: tg.CallbackQuery, chat: int) -> Pressed | None:
    message = query.message
    if message is None or message.chat.id != chat or query.data is None:
        return None
    thread = getattr(message, "message_thread_id", None)
    return Pressed(query.id, query.from_user.id, query.data, message.message_id, thread)
