"""What the customer sees of a button they pressed: the clock on it stops, and it gets a mark while the other options go on working.

Courtesies: they run beside everything else, a few at a time, and nothing waits for them or fails with them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

from connectors.telegram.content import Json, marked, number, part, words
from connectors.telegram.faults import CallFailed

Call = Callable[[str, Mapping[str, Any]], Awaitable[Any]]

AT_ONCE = 8
WAITING = 200  # more than that are dropped: a button that spins a little longer harms nobody


class Courtesies:
    """Small calls in the background. `call` has a short timeout of its own."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()

    def pressed(self, query: Json) -> None:
        """Answer a callback query and mark the option in its message."""
        if words(query, "id"):
            self._begin(self._try("answerCallbackQuery", {"callback_query_id": words(query, "id")}))
        message = part(query, "message")
        chat, message_id = number(part(message, "chat"), "id"), number(message, "message_id")
        rows = marked(words(query, "data"), message) if message.get("date") else None  # date 0: too old to be changed
        if rows is not None and chat is not None and message_id is not None:
            fields = {"chat_id": chat, "message_id": message_id, "reply_markup": {"inline_keyboard": rows}}
            self._begin(self._try("editMessageReplyMarkup", fields))

    def typing(self, chat: int) -> None:
        self._begin(self._try("sendChatAction", {"chat_id": chat, "action": "typing"}))

    async def settled(self) -> None:
        """Wait for all of them."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        if len(self._tasks) >= WAITING:
            work.close()
            return
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _try(self, method: str, fields: Mapping[str, Any]) -> None:
        async with self._slots:
            try:
                await self._call(method, fields)
            except CallFailed:
                return  # too old, changed already ("message is not modified"), or no network: there is nothing to do about it
