"""Conversations as the staff group sees them: one forum topic for each that a person has or should have, and what it still lacks.

The truth is the conversation's own lines; a group only mirrors them. This module says what is still to be shown and remembers what was.
It knows no Telegram: `chat`, `thread` and `message` are names somebody else gave. Rows are `bot/store/topics.py`'s; who calls this is
`connectors/desks/telegram_group`.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.desk.values import LIVE
from bot.layout import worded
from bot.store import topics as rows
from bot.store.store import Store
from bot.store.values import decode_message, decode_update, micros, moment
from bot.update import UpdateKind

EARLIER = 20  # lines before the handover that a new topic shows
AT_ONCE = 50  # lines looked at in one go
CODE_GOOD_FOR = timedelta(minutes=30)
_FILE = re.compile(r"/files/([A-Za-z0-9_-]{32})(?:[/?]|$)")
_HEARD = (UpdateKind.TEXT, UpdateKind.MEDIA, UpdateKind.BUTTON, UpdateKind.EDIT)


@dataclass(frozen=True, slots=True)
class TopicFile:
    """`id` is the name in the file store, "" for a file that lies elsewhere; `state` is here, wanted or gone, with the reason."""

    kind: str
    id: str
    name: str
    state: str = "here"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TopicLine:
    """`author` is customer, bot, notice or agent:<id>; a note is its agent's with `private`. `edits` is the line whose words these replace.

    `said_as` is the message of the group that this line was written as, when it was written there.
    """

    id: int
    at: datetime
    author: str
    text: str
    private: bool = False
    buttons: tuple[str, ...] = ()
    files: tuple[TopicFile, ...] = ()
    album: str | None = None
    edits: int | None = None
    edited: bool = False
    said_as: str | None = None


@dataclass(frozen=True, slots=True)
class TopicCase:
    """`agent` is 0 for nobody; `summary` is the handover's (bot/handoff.py)."""

    id: int
    state: str
    intent: str
    topic: str
    reason: str
    tone: str
    summary: dict[str, Any]
    agent: int
    due: datetime | None
    snoozed_until: datetime | None
    reopened: int

    @property
    def live(self) -> bool:
        return self.state in LIVE


@dataclass(frozen=True, slots=True)
class Matter:
    """A conversation and its topic. `card` is the message that sums the case up; `undelivered` are (line, state, reason).

    `erased`: the customer's data are gone, and what the topic shows must go too.
    """

    conversation: int
    channel: str
    owner: str
    language: str
    name: str
    case: TopicCase | None
    thread: str | None = None
    card: str | None = None
    closed: bool = False
    erased: bool = False
    begins: int = 0
    promises: tuple[tuple[int, str, datetime], ...] = ()
    lines: tuple[TopicLine, ...] = ()
    passed: tuple[int, ...] = ()  # lines that show nothing
    awaited: tuple[TopicLine, ...] = ()
    undelivered: tuple[tuple[int, str, str], ...] = field(default=())


class Topics:
    """One staff group. `chat` changes when the group becomes a supergroup."""

    def __init__(self, store: Store, now: Callable[[], datetime], chat: str) -> None:
        self._store = store
        self._now = now
        self.chat = chat

    async def due(self) -> list[int]:
        """Conversations whose topic should be looked at."""
        return await self._store.read(lambda db: rows.due(db, self.chat))  # type: ignore[no-any-return]

    async def matter(self, conversation: int) -> Matter | None:
        """Everything there is to know at once; None when there is no such conversation."""
        return await self._store.read(lambda db: _matter(db, self.chat, conversation))  # type: ignore[no-any-return]

    async def conversation(self, thread: str) -> int | None:
        return await self._store.read(lambda db: rows.conversation_of(db, self.chat, thread))  # type: ignore[no-any-return]

    async def bind(self, conversation: int, thread: str) -> None:
        """A topic was made. A first one shows the last lines before it, one made again goes on where the lost one ended."""
        at = micros(self._now())

        def job(db: sqlite3.Connection) -> None:
            rows.bind(db, self.chat, conversation, thread, at)
            if rows.line_at(db, self.chat, f"from:{conversation}") is None:
                rows.put(db, self.chat, f"from:{conversation}", rows.start_after(db, conversation, EARLIER))

        await self._store.write(job)

    async def lost(self, conversation: int) -> None:
        """Its topic was deleted."""
        await self._store.write(lambda db: rows.unbind(db, self.chat, conversation))

    async def moved(self, chat: str) -> None:
        old, self.chat = self.chat, chat
        await self._store.write(lambda db: rows.moved(db, old, chat))

    async def shown(self, lines: dict[str, int]) -> None:
        """Messages stand for lines (or a card for its case): name -> line."""

        def job(db: sqlite3.Connection) -> None:
            for message, line in lines.items():
                rows.put(db, self.chat, message, line)

        await self._store.write(job)

    async def forget(self, *messages: str) -> None:
        """These messages, or marks, are no more."""

        def job(db: sqlite3.Connection) -> None:
            for message in messages:
                rows.drop(db, self.chat, message)

        await self._store.write(job)

    async def reopened(self, conversation: int) -> None:
        """A closed topic serves a new case: of what was said to the bot since, the last lines are shown."""

        def job(db: sqlite3.Connection) -> None:
            mark = f"from:{conversation}"
            begins = max(rows.line_at(db, self.chat, mark) or 0, rows.start_after(db, conversation, EARLIER))
            rows.put(db, self.chat, mark, begins)
            rows.drop(db, self.chat, f"closed:{conversation}")

        await self._store.write(job)

    async def line(self, message: str) -> int | None:
        return await self._store.read(lambda db: rows.line_at(db, self.chat, message))  # type: ignore[no-any-return]

    async def message(self, line: int) -> str | None:
        """Where a line is shown."""
        return await self._store.read(lambda db: rows.message_of(db, self.chat, line))  # type: ignore[no-any-return]

    async def words(self, line: int) -> str:
        """What an agent said or noted in a line; "" for any other line."""
        found: str | None = await self._store.read(lambda db: rows.words_of(db, line))
        if found is None:
            return ""
        return decode_message(found).text if found.startswith("{") else found

    async def use_code(self, code: str) -> int | None:
        """The agent a one-time code was given to; None when it is none, was used, or is too old."""
        at = micros(self._now())
        return await self._store.write(lambda db: rows.use_code(db, _digest(code), at))  # type: ignore[no-any-return]


async def link_code(store: Store, agent: int, now: datetime) -> str:
    """A code by which an agent shows in the group that a Telegram account is theirs. Good once, for half an hour."""
    code = secrets.token_hex(5).upper()
    await store.write(lambda db: rows.add_code(db, _digest(code), agent, micros(now), micros(now + CODE_GOOD_FOR)))
    return code


def _digest(code: str) -> str:
    return hashlib.sha256(f"staff:{code.strip().upper()}".encode()).hexdigest()


def _matter(db: sqlite3.Connection, chat: str, conversation: int) -> Matter | None:
    head = rows.head(db, conversation)
    if head is None:
        return None
    channel, owner, language, name, erased_at = head
    case = _case(rows.case(db, conversation))
    topic = rows.topic_of(db, chat, conversation)
    matter = Matter(conversation, channel, owner, language, name or "", case)
    if topic is None:
        return matter
    thread, made = topic
    begins = rows.line_at(db, chat, f"from:{conversation}") or 0
    lines, passed = [], []
    for row in rows.unshown(db, chat, conversation, begins, AT_ONCE):
        line = _line(db, channel, *row)
        if line is None:
            passed.append(row[1])
        else:
            lines.append(line)
    said = rows.written_here(db, chat, conversation)
    lines = [_as_written(line, said) for line in lines]
    awaited = [_heard(db, channel, row, 0, body) for row, body in rows.awaited(db, chat, conversation)]
    return Matter(
        conversation,
        channel,
        owner,
        language,
        name or "",
        case,
        thread=thread,
        card=rows.message_of(db, chat, case.id) if case else None,
        closed=rows.line_at(db, chat, f"closed:{conversation}") is not None,
        erased=erased_at is not None and erased_at >= made,
        begins=begins,
        promises=tuple((row, text, moment(due)) for row, text, due in rows.promises(db, conversation)),
        lines=tuple(lines),
        passed=tuple(passed),
        awaited=tuple(line for line in awaited if line is not None),
        undelivered=tuple(rows.undelivered(db, chat, conversation, begins)),
    )


def _case(row: tuple[Any, ...] | None) -> TopicCase | None:
    if row is None:
        return None
    number, state, intent, topic, reason, tone, summary, agent, due, first_due, snoozed, reopened = row
    until = due if due is not None else first_due
    return TopicCase(
        number,
        state,
        intent,
        topic or intent,
        reason or "",
        tone,
        json.loads(summary),
        agent or 0,
        moment(until) if until is not None else None,
        moment(snoozed) if snoozed is not None else None,
        reopened,
    )


def _line(
    db: sqlite3.Connection, channel: str, table: str, row: int, at: int, body: str, author: str | int | None, *_: object
) -> TopicLine | None:
    if table == "inbox":
        return _heard(db, channel, row, at, body)
    if table == "notes":
        return TopicLine(row, moment(at), f"agent:{author}", body, private=True)
    message = decode_message(body)
    files = tuple(_file(media.kind, media.url, media.name or media.alt) for media in message.media)
    titles = tuple(button.title for button in message.options)
    return TopicLine(row, moment(at), str(author), worded(message), buttons=titles, files=files)


def _heard(db: sqlite3.Connection, channel: str, row: int, at: int, body: str) -> TopicLine | None:
    update = decode_update(body)
    if update.kind not in _HEARD:
        return None
    found = [_file(a.kind, a.url, a.name) for a in update.attachments]
    known = rows.files(db, [f.id for f in found if f.id])
    states = {"kept": "here"}
    files = tuple(
        TopicFile(f.kind, f.id, f.name, states.get(known[f.id][0], known[f.id][0]), known[f.id][1]) if f.id in known else f for f in found
    )
    edits = rows.edited_line(db, channel, update.edits) if update.edits else None
    edited = update.kind is UpdateKind.EDIT
    return TopicLine(row, moment(at), "customer", update.text, files=files, album=update.album, edits=edits, edited=edited)


def _file(kind: str, url: str, name: str) -> TopicFile:
    match = _FILE.search(url)
    return TopicFile(kind, match[1] if match else "", name)


def _as_written(line: TopicLine, said: dict[int, str]) -> TopicLine:
    if line.id not in said:
        return line
    return TopicLine(line.id, line.at, line.author, line.text, said_as=said[line.id])
