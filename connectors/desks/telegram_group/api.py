"""The group through aiogram: the only file that loads it (3 s of CPU), so it is itself loaded late, in a thread.

Every failure comes out as `GroupFault`; the library's exceptions, and the addresses with the token in them, stay here.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Sequence
from types import SimpleNamespace
from typing import Any, TypeVar

import aiohttp
import structlog
from aiogram import Bot, methods
from aiogram import types as tg
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from pydantic import ValidationError

from connectors.desks.telegram_group.faults import GroupFault, Trouble, refused
from connectors.desks.telegram_group.parts import Bold, Button, Upload

log = structlog.get_logger(__name__)

T = TypeVar("T")
USED = ["message", "edited_message", "callback_query", "my_chat_member"]
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
_NO_PREVIEW = tg.LinkPreviewOptions(is_disabled=True)
_MEDIA = {
    "image": (methods.SendPhoto, "photo", tg.InputMediaPhoto),
    "video": (methods.SendVideo, "video", tg.InputMediaVideo),
    "audio": (methods.SendAudio, "audio", tg.InputMediaAudio),
    "voice": (methods.SendVoice, "voice", None),
    "file": (methods.SendDocument, "document", tg.InputMediaDocument),
}


class _Session(AiohttpSession):
    """Forgiving where the library is strict: a server older or newer than it lacks a field or has one more, and what we read is there."""

    def check_response(self, bot: Bot, method: methods.TelegramMethod[T], status_code: int, content: str) -> methods.Response[T]:
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError as error:
            if not isinstance(error.data, dict) or error.data.get("ok") is not True:
                raise
            return methods.Response.model_construct(ok=True, result=_read_plainly(method, error.data["result"]))


class GroupApi:
    """One bot in one group. `timeout` in seconds for a call; `chat` changes when the group is migrated."""

    def __init__(self, token: str, api_url: str, chat: int, *, timeout: float) -> None:
        self.chat = chat
        self._timeout = timeout
        self._session = _Session(api=TelegramAPIServer.from_base(api_url), timeout=timeout, limit=8)
        self._bot = Bot(token, session=self._session)

    async def close(self) -> None:
        await self._session.close()

    # --- writing --------------------------------------------------------------------------------------------------------------
    async def post(
        self,
        thread: int | None,
        text: str,
        bold: Sequence[Bold] = (),
        *,
        buttons: Sequence[Sequence[Button]] = (),
        answers: int | None = None,
    ) -> int:
        """Write into a topic, None is the General one. Returns the message's number."""
        sent = await self._call(
            methods.SendMessage(
                chat_id=self.chat,
                message_thread_id=thread,
                text=text,
                entities=_entities(bold),
                link_preview_options=_NO_PREVIEW,
                reply_markup=_keyboard(buttons),
                reply_parameters=_answers(answers),
            )
        )
        return sent.message_id

    async def send_files(self, thread: int, files: Sequence[Upload], caption: str, bold: Sequence[Bold], answers: int | None) -> list[int]:
        """One file, or several as an album. Returns the messages' numbers."""
        limit = self._timeout + sum(len(file.content) for file in files) / 500_000  # seconds, for a slow line of 4 Mbit/s
        if len(files) == 1:
            method, field, _ = _MEDIA[files[0].kind]
            about: dict[str, Any] = {"caption": caption or None, "caption_entities": _entities(bold), field: _upload(files[0])}
            one = method(chat_id=self.chat, message_thread_id=thread, reply_parameters=_answers(answers), **about)
            return [(await self._call(one, limit)).message_id]
        words: dict[str, Any] = {"caption": caption or None, "caption_entities": _entities(bold)}
        media = [
            _MEDIA[file.kind][2](media=_upload(file), **({} if index else words))  # type: ignore[misc]  # a voice note is in no album
            for index, file in enumerate(files)
        ]
        album = methods.SendMediaGroup(chat_id=self.chat, message_thread_id=thread, media=media, reply_parameters=_answers(answers))
        return [message.message_id for message in await self._call(album, limit)]

    async def edit(self, message: int, text: str, bold: Sequence[Bold], buttons: Sequence[Sequence[Button]]) -> None:
        await self._call(
            methods.EditMessageText(
                chat_id=self.chat,
                message_id=message,
                text=text,
                entities=_entities(bold),
                link_preview_options=_NO_PREVIEW,
                reply_markup=_keyboard(buttons),
            )
        )

    async def pin(self, message: int) -> None:
        await self._call(methods.PinChatMessage(chat_id=self.chat, message_id=message, disable_notification=True))

    async def react(self, message: int, emoji: str) -> None:
        await self._call(methods.SetMessageReaction(chat_id=self.chat, message_id=message, reaction=[tg.ReactionTypeEmoji(emoji=emoji)]))

    async def answer(self, query: str, words: str, *, loud: bool) -> None:
        """End the waiting of a pressed button; the words pop up, `loud` ones must be closed."""
        await self._call(methods.AnswerCallbackQuery(callback_query_id=query, text=words or None, show_alert=loud))

    # --- topics ---------------------------------------------------------------------------------------------------------------
    async def create_topic(self, name: str) -> int:
        return (await self._call(methods.CreateForumTopic(chat_id=self.chat, name=name))).message_thread_id

    async def rename_topic(self, thread: int, name: str) -> None:
        await self._call(methods.EditForumTopic(chat_id=self.chat, message_thread_id=thread, name=name))

    async def close_topic(self, thread: int) -> None:
        await self._call(methods.CloseForumTopic(chat_id=self.chat, message_thread_id=thread))

    async def reopen_topic(self, thread: int) -> None:
        await self._call(methods.ReopenForumTopic(chat_id=self.chat, message_thread_id=thread))

    async def delete_topic(self, thread: int) -> None:
        await self._call(methods.DeleteForumTopic(chat_id=self.chat, message_thread_id=thread))

    # --- reading --------------------------------------------------------------------------------------------------------------
    async def updates(self, offset: int | None, wait: int) -> list[tg.Update]:
        """What happened since; those before `offset` are confirmed and never come again. `wait` in seconds for something to happen."""
        return await self._call(methods.GetUpdates(offset=offset, timeout=wait, allowed_updates=USED), self._timeout + wait)

    async def drop_webhook(self) -> None:
        await self._call(methods.DeleteWebhook())

    async def me(self) -> tg.User:
        return await self._call(methods.GetMe())

    async def group(self) -> tg.ChatFullInfo:
        return await self._call(methods.GetChat(chat_id=self.chat))

    async def member(self, user: int) -> Any:
        """A ChatMember of one of its kinds."""
        return await self._call(methods.GetChatMember(chat_id=self.chat, user_id=user))

    async def set_commands(self, commands: Sequence[tuple[str, str]], language: str | None) -> None:
        """What is offered after a "/", in the group only."""
        listed = [tg.BotCommand(command=name, description=words) for name, words in commands]
        scope = tg.BotCommandScopeChat(chat_id=self.chat)
        await self._call(methods.SetMyCommands(commands=listed, scope=scope, language_code=language))

    async def download(self, file_id: str) -> AsyncIterator[bytes]:
        """A file's bytes. Raises GroupFault, TOO_LARGE above 20 MB."""
        found = await self._call(methods.GetFile(file_id=file_id))
        address = self._session.api.file_url(self._bot.token, found.file_path or "")
        failed: GroupFault
        try:
            async for chunk in self._session.stream_content(address, timeout=int(self._timeout * 6)):
                yield chunk
            return
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            failed = GroupFault(Trouble.UNREACHABLE, type(error).__name__)
        raise failed  # here, where it does not carry the address along

    async def _call(self, method: methods.TelegramMethod[T], limit: float | None = None) -> T:
        failed: GroupFault
        seconds = limit or self._timeout
        try:
            async with asyncio.timeout(seconds + 1):
                return await self._bot(method, request_timeout=max(1, int(seconds)))
        except TimeoutError:
            failed = GroupFault(Trouble.UNREACHABLE, f"{method.__api_method__} took longer than {seconds:g} seconds")
        except (AiogramError, aiohttp.ClientError, OSError) as error:
            failed = _fault(error)
        raise failed  # here, where no other exception is being handled: it must not carry the library's along


def _fault(error: Exception) -> GroupFault:
    words = _TOKEN.sub("***", getattr(error, "message", "") or type(error).__name__)[:300]
    match error:
        case TelegramRetryAfter(retry_after=seconds):
            return GroupFault(Trouble.RATE, seconds=float(seconds))
        case TelegramMigrateToChat(migrate_to_chat_id=chat):
            return GroupFault(Trouble.MIGRATED, str(chat), chat=chat)
        case TelegramBadRequest():
            return refused(words)
        case TelegramForbiddenError():
            return GroupFault(Trouble.OUTSIDE, words)
        case TelegramUnauthorizedError() | TelegramNotFound():
            return GroupFault(Trouble.TOKEN, words)
        case TelegramConflictError():
            return GroupFault(Trouble.CONFLICT, words)
        case TelegramEntityTooLarge():
            return GroupFault(Trouble.TOO_LARGE)
        case TelegramNetworkError() | TelegramServerError() | ClientDecodeError():
            return GroupFault(Trouble.UNREACHABLE, type(error).__name__)
        case AiogramError():
            return GroupFault(Trouble.REFUSED, words)
    return GroupFault(Trouble.UNREACHABLE, type(error).__name__)


def _read_plainly(method: methods.TelegramMethod[Any], result: Any) -> Any:
    """An answer the library cannot read, as it is. An update it cannot read is nothing, so that it holds up no other."""
    if not isinstance(method, methods.GetUpdates):
        return json.loads(json.dumps(result), object_hook=lambda found: SimpleNamespace(**found))
    updates = []
    for one in result:
        try:
            updates.append(tg.Update.model_validate(one))
        except ValidationError as error:
            log.warning("an update cannot be read", fields=[".".join(map(str, e["loc"])) for e in error.errors()[:5]])
            updates.append(tg.Update.model_construct(update_id=one["update_id"]))
    return updates


def _entities(bold: Sequence[Bold]) -> list[tg.MessageEntity] | None:
    return [tg.MessageEntity(type="bold", offset=one.offset, length=one.length) for one in bold] or None


def _keyboard(buttons: Sequence[Sequence[Button]]) -> tg.InlineKeyboardMarkup | None:
    if not buttons:
        return None
    rows = [[tg.InlineKeyboardButton(text=button.title, callback_data=button.data) for button in row] for row in buttons]
    return tg.InlineKeyboardMarkup(inline_keyboard=rows)


def _answers(message: int | None) -> tg.ReplyParameters | None:
    return tg.ReplyParameters(message_id=message, allow_sending_without_reply=True) if message is not None else None


def _upload(file: Upload) -> tg.BufferedInputFile:
    return tg.BufferedInputFile(file.content, filename=file.name)
