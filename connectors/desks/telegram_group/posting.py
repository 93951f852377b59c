"""Posting in a topic: words in as many messages as they take, files as albums, and what Telegram will not have told in words.

Each method pays what it sends out of the group's budget. What is to be posted and when is decided in `mirror.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.desk.topics import Matter, TopicFile, TopicLine, Topics
from bot.files import FileStore
from connectors.desks.telegram_group.faults import GroupFault, Trouble
from connectors.desks.telegram_group.limits import CAPTION
from connectors.desks.telegram_group.pacing import Budget
from connectors.desks.telegram_group.parts import Button, Upload
from connectors.desks.telegram_group.shape import Look, Text, line_text, pieces
from connectors.desks.telegram_group.uploads import albums, load

if TYPE_CHECKING:
    from connectors.desks.telegram_group.api import GroupApi

log = structlog.get_logger(__name__)


class Poster:
    def __init__(self, topics: Topics, api: GroupApi, budget: Budget, files: FileStore) -> None:
        self._topics = topics
        self._api = api
        self._budget = budget
        self._files = files

    async def text(self, matter: Matter, look: Look, text: Text, answers: int | None) -> list[int]:
        """The text as messages. What Telegram will not take at all is replaced by words that say so: it must not hold up the rest."""
        assert matter.thread is not None
        try:
            return await self.post(int(matter.thread), text, answers)
        except GroupFault as fault:
            if fault.trouble is not Trouble.REFUSED:
                raise
            log.error("a line is not taken by the staff group", conversation=matter.conversation, reason=str(fault))
            return await self.post(int(matter.thread), Text(look.word("not_shown")), None)

    async def post(self, thread: int | None, text: Text, answers: int | None, buttons: Sequence[Sequence[Button]] = ()) -> list[int]:
        parts = pieces(text)
        numbers = []
        for index, part in enumerate(parts):
            below = buttons if index == len(parts) - 1 else ()
            numbers.append(await self._api.post(thread, part.words, part.bold, buttons=below, answers=answers if index == 0 else None))
        self._budget.spend(len(numbers))
        return numbers

    async def lines(self, matter: Matter, look: Look, group: Sequence[TopicLine]) -> None:
        """Lines with files, as one album; the words of all of them are its caption, or go before it when they are too long for one."""
        assert matter.thread is not None
        first = group[0]
        here = [file for line in group for file in line.files if file.state == "here" and file.id]
        uploads, notes = await load(here, self._files, look)
        words = "\n".join(part for part in (*(line.text for line in group), *notes) if part)
        text = line_text(replace(first, text=words, files=tuple(f for line in group for f in line.files)), matter, look)
        answers = await self._topics.message(first.edits) if first.edits is not None else None
        reply = int(answers) if answers is not None else None
        numbers: list[int] = []
        if text.size > CAPTION or not uploads:
            numbers += await self.text(matter, look, text, reply)
            text, reply = Text(""), None
        for part in albums(uploads):
            numbers += await self._files_sent(matter, look, part, text, reply)
            text = Text("")
        shown = names(numbers, [line.id for line in group])
        waiting = [line.id for line in group if any(f.state == "wanted" for f in line.files)]
        await self._topics.shown(shown | {f"file:{row}": row for row in waiting})

    async def late_files(self, matter: Matter, look: Look, line: TopicLine) -> None:
        assert matter.thread is not None
        uploads, notes = await load([f for f in line.files if f.state == "here"], self._files, look)
        shown = await self._topics.message(line.id)
        gone = line_text(TopicLine(line.id, line.at, line.author, "\n".join(notes), files=_gone(line.files)), matter, look)
        for part in albums(uploads):
            sent = await self._files_sent(matter, look, part, Text(""), int(shown) if shown else None)
            await self._topics.shown(names(sent, [line.id]))
        if notes or _gone(line.files):
            await self.text(matter, look, gone, int(shown) if shown else None)
        await self._topics.forget(f"file:{line.id}")

    async def _files_sent(self, matter: Matter, look: Look, part: Sequence[Upload], text: Text, answers: int | None) -> list[int]:
        """One file or album; words in its place when Telegram will not have it, for it must not hold up the rest."""
        assert matter.thread is not None
        try:
            sent = await self._api.send_files(int(matter.thread), part, text.words, text.bold, answers)
        except GroupFault as fault:
            if fault.trouble not in (Trouble.REFUSED, Trouble.TOO_LARGE):
                raise
            log.error("a file is not taken by the staff group", conversation=matter.conversation, reason=str(fault))
            notes = "\n".join(f"📎 {file.name}: {look.word('not_shown')}" for file in part)
            return await self.post(int(matter.thread), text.then(Text(notes)), answers)
        self._budget.spend(len(sent))
        return sent


def names(numbers: Sequence[int], lines: Sequence[int]) -> dict[str, int]:
    """Which message stands for which line: one for one as far as they go; what is left of either stands with the first."""
    names = {str(number): lines[min(index, len(lines) - 1)] for index, number in enumerate(numbers)}
    return names | {f"{numbers[0]}.{index}": row for index, row in enumerate(lines) if index >= len(numbers)}


def _gone(files: Sequence[TopicFile]) -> tuple[TopicFile, ...]:
    return tuple(file for file in files if file.state == "gone")
