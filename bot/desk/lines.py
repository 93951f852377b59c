"""Rows of the store as lines of a desk. Pure; `view.py` reads the rows and gives them here.

A conversation is put together from what came, what went and what was noted, whose ids come from one sequence, and from the moves of the
audit log, which are placed by their time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.conversation import State
from bot.desk.freeze import Known
from bot.desk.understood import Understood
from bot.desk.values import LIVE as LIVE_STATES
from bot.desk.values import CaseLine, CaseRecord, Context, Filters, Lesson, Tab, ThreadLine
from bot.message import Message
from bot.store.lessons import LessonRow
from bot.store.values import decode_message, decode_update, moment
from bot.store.view import Last, Row
from bot.update import Update, UpdateKind

LIVE = frozenset(state.value for state in LIVE_STATES)
FOREVER = 2**62  # microseconds; later than any time
LONGEST_WORDS = 160  # characters of the last words in a list
_SAID = frozenset((UpdateKind.TEXT, UpdateKind.MEDIA, UpdateKind.BUTTON, UpdateKind.EDIT))
# Of the audit log: nothing that happened to the conversation.
_UNSEEN = frozenset(("look", "code", "open", "login", "typing", "teach", "unteach"))
_CODE = re.compile(r"([\w.-]{1,40}): (.*)", re.DOTALL)


def agent_of(owner: str) -> int:
    """The id in "agent:<id>", 0 for anything else."""
    kind, _, number = owner.partition(":")
    return int(number) if kind == "agent" and number.isdigit() else 0


# --- the list ----------------------------------------------------------------------------------------------------------------
def wanted(filters: Filters, tab: Tab) -> dict[str, str]:
    """The filters that are set; what belongs to a case is not asked of conversations without one."""
    asked = {"channel": filters.channel, "language": filters.language}
    if tab is not Tab.BOT:
        asked |= {"tone": filters.tone, "topic": filters.topic, "state": filters.state}
    return {name: value for name, value in asked.items() if value}


def place(row: Row) -> str:
    """Where a list goes on after a row."""
    return f"{row.rank}.{row.since}.{row.id}"


def parse_place(text: str) -> dict[str, int] | None:
    """None, the list's beginning, for whatever is no place."""
    found = re.fullmatch(r"(\d)\.(-?\d{1,18})\.(-?\d{1,18})", text)
    return {"rank": int(found[1]), "since": int(found[2]), "row": int(found[3])} if found else None


def case_line(row: Row, last: Last) -> CaseLine:
    words, by, at, files = _last_words(last)
    unread = max(last.unread, 1) if row.waiting_since is not None and row.state != "snoozed" else 0
    return CaseLine(
        conversation=row.conversation,
        case=row.case or 0,
        state=row.state or "bot",
        name=row.name or "",
        channel=row.channel,
        language=row.language,
        tone=row.tone or "calm",
        topic=row.topic or "",
        words=words,
        by=by,
        at=moment(at or row.updated_at),
        waiting_since=_moment(row.waiting_since),
        first_due_at=_moment(row.first_due_at),
        agent=row.agent or 0 if row.state in ("agent", "snoozed") else 0,
        agent_name=row.agent_name or "" if row.state in ("agent", "snoozed") else "",
        unread=unread,
        priority=row.priority or 0,
        snoozed_until=_moment(row.snoozed_until) if row.state == "snoozed" else None,
        escalated=row.escalated_at is not None,
        reopened=row.reopened or 0,
        files=files,
    )


def _moment(stored: int | None) -> Any:
    return moment(stored) if stored is not None else None


def _last_words(last: Last) -> tuple[str, str, int, bool]:
    """(words, who, when, whether with a file) of the newest line that says something."""
    for number, body, at in last.came:
        if last.went is not None and last.went[0] > number:
            break
        update = decode_update(body)
        if update.kind in _SAID:
            return _short(update.text), "customer", at, bool(update.attachments)
    if last.went is None:
        return "", "", last.came[0][2] if last.came else 0, False
    _, body, at, author = last.went
    message = decode_message(body)
    text = message.text or next((c.title for c in message.cards), "")
    return _short(text), "agent" if agent_of(author) else "bot", at, bool(message.media)


def _short(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= LONGEST_WORDS else f"{whole[: LONGEST_WORDS - 1].rstrip()}…"


# --- a conversation ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Rows:
    """What `bot.store.view.thread` gives, newest first."""

    came: list[Any]
    went: list[Any]
    noted: list[Any]

    @property
    def begins(self) -> int:
        """The time of the oldest row."""
        return min((each[-1][2] for each in (self.came, self.went, self.noted) if each), default=0)


def thread(page: Rows, moves: Sequence[tuple[int, int, str, str, str]], names: Mapping[int, str], customer: str) -> tuple[ThreadLine, ...]:
    """The lines of one page, oldest first."""
    went = [_went(row, names) for row in page.went]
    titles = {button.payload: button.title for line in reversed(went) for button in line.message.options}
    said = [*_came(page.came, customer, titles), *went, *(_noted(row, names) for row in page.noted)]
    said.sort(key=lambda line: line.id)
    moved = [_moved(row, names) for row in moves if row[3] not in _UNSEEN]
    whole: list[ThreadLine] = []
    for line in said:
        while moved and moved[0].at <= line.at:
            whole.append(moved.pop(0))
        whole.append(line)
    return (*whole, *moved)


def taught(
    lines: Sequence[ThreadLine], seen: Mapping[int, Understood], lessons: Mapping[int, LessonRow], names: Mapping[int, str]
) -> tuple[ThreadLine, ...]:
    """The lines, each of the customer's with what the bot saw in it and what an agent said it meant."""
    return tuple(_taught(line, seen.get(line.id), lessons.get(line.id), names) if line.kind == "customer" else line for line in lines)


def _taught(line: ThreadLine, seen: Understood | None, lesson: LessonRow | None, names: Mapping[int, str]) -> ThreadLine:
    if seen is not None:
        line = replace(line, intent=seen.intent, score=seen.score)
    if lesson is None:
        return line
    right, who = lesson.meant == lesson.understood, names.get(lesson.agent_id, "")
    return replace(line, lesson=Lesson(lesson.meant, lesson.agent_id, who, moment(lesson.at), right))


def _came(rows: Sequence[Any], customer: str, titles: Mapping[str, str]) -> list[ThreadLine]:
    """What the customer said; an edit in the place of what it edits, where that is on the same page.

    `titles` of buttons by what they carry, for platforms that do not tell what stood on one.
    """
    lines: dict[str, ThreadLine] = {}
    for number, body, at, platform_id in reversed(rows):
        update = decode_update(body)
        when = moment(at)
        if update.kind is UpdateKind.EDIT and update.edits in lines:
            first = lines[update.edits]
            text = first.first if first.edited else first.message.text
            lines[update.edits] = replace(first, message=Message(update.text), edited=True, first=text)
        elif update.kind in _SAID:
            lines[platform_id] = _customers(number, when, update, update.text or titles.get(update.payload, ""), customer)
        elif update.kind is UpdateKind.LEFT:
            lines[platform_id] = ThreadLine(number, "move", when, customer, action="left")
    return list(lines.values())


def _customers(number: int, at: Any, update: Update, text: str, customer: str) -> ThreadLine:
    message = Message(text, language=update.locale or "en")
    edited, pressed = update.kind is UpdateKind.EDIT, update.kind is UpdateKind.BUTTON
    author = customer or update.name or ""
    return ThreadLine(number, "customer", at, author, message=message, attachments=update.attachments, edited=edited, pressed=pressed)


def _went(row: Any, names: Mapping[int, str]) -> ThreadLine:
    number, body, at, state, reason, author, trace = row
    agent = agent_of(author)
    found = _CODE.fullmatch(reason or "")
    code, why = (found[1], found[2]) if found else ("", reason or "")
    return ThreadLine(
        number,
        "agent" if agent else "bot",
        moment(at),
        names.get(agent, ""),
        agent,
        decode_message(body),
        state=state,
        code=code,
        reason=why,
        why=not agent and trace not in ("", "{}"),
    )


def _noted(row: Any, names: Mapping[int, str]) -> ThreadLine:
    number, text, at, agent = row
    return ThreadLine(number, "note", moment(at), names.get(agent, ""), agent, Message(text))


def _moved(row: tuple[int, int, str, str, str], names: Mapping[int, str]) -> ThreadLine:
    number, at, actor, action, subject = row
    agent = agent_of(actor)
    detail = subject.partition(" ")[2]
    return ThreadLine(number, "move", moment(at), names.get(agent, actor if not agent else ""), agent, action=action, detail=detail)


# --- beside it ---------------------------------------------------------------------------------------------------------------
def record(row: Any, names: Mapping[int, str]) -> CaseRecord:
    """A case from `bot.store.view.beside`."""
    number, conversation, channel, state, topic, intent, reason, opened, closed, agent, reopened, rating, comment, summary = row
    return CaseRecord(
        id=number,
        conversation=conversation,
        channel=channel,
        state=state,
        topic=topic or intent,
        reason=reason or "",
        opened=moment(opened),
        closed=_moment(closed),
        agent=agent or 0,
        agent_name=names.get(agent or 0, ""),
        reopened=reopened,
        rating=rating,
        comment=comment or "",
        summary=json.loads(summary),
    )


# --- what is known to be personal --------------------------------------------------------------------------------------------
_NAMES, _ADDRESSES, _OTHERS = ("name",), ("address", "city", "postcode"), ("phone", "contact", "email", "parcel", "tracking")


def known(context: Context, state: State, agents: tuple[str, ...]) -> Known:
    """Everything the store and the shop know of a customer, for `freeze`."""
    answers = [(key, str(value)) for case in _all_cases(context) for key, value in (case.summary.get("answers") or {}).items() if value]

    def answered(words: tuple[str, ...]) -> list[str]:
        return [value for key, value in answers if any(word in key for word in words)]

    orders, parcels = context.orders, [parcel.number for order in context.orders for parcel in order.parcels if parcel.number]
    proofs = [proof.split(":", 1)[-1] for proof in state.proofs]
    names = [context.name, state.name or "", *(order.name for order in orders), *answered(_NAMES)]
    others = [context.address, *(place.address for place in context.places), *proofs, *parcels, *answered(_OTHERS)]
    others += [value for order in orders for value in (order.email, order.phone)]
    numbers = (
        [order.number for order in orders]
        + [v for k, v in state.focus.items() if k == "order"]
        + answered(("order_number", "order-number"))
    )
    addresses = [order.address for order in orders] + answered(_ADDRESSES)
    return Known(_whole(names), _whole(agents), _whole(numbers), _whole(addresses), tuple(v for v in _whole(others) if len(v) > 4))


def _all_cases(context: Context) -> tuple[CaseRecord, ...]:
    return (*((context.case,) if context.case else ()), *context.earlier)


def _whole(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values if value and value.strip()))
