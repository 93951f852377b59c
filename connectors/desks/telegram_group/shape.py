"""How conversations look in the group: a topic's name, its card, each line. Pure; the words are in `words.py`.

Nothing is marked up: what a customer writes is plain text with bold names beside it, so no word of theirs can turn into a tag.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from bot.desk.topics import Matter, TopicCase, TopicFile, TopicLine
from bot.layout import shorten, split_text, utf16
from connectors.desks.telegram_group.limits import TEXT, TOPIC_NAME
from connectors.desks.telegram_group.parts import Bold, Button
from connectors.desks.telegram_group.words import word

LONGEST_CARD = 3_500  # UTF-16 units; the rest is at the desk
LONGEST_ITEM = 300  # of one thing that was said
CHANNELS = {"telegram": "Telegram", "whatsapp": "WhatsApp", "viber": "Viber", "webchat": "Web", "rest": "REST"}


@dataclass(frozen=True, slots=True)
class Look:
    """In which language and time zone the group reads, and what agents are called; topics of conversations come by their intent's name."""

    language: str
    timezone: str
    topics: Callable[[str, str], str]
    names: dict[int, str] = field(default_factory=dict)

    def word(self, key: str, /, **values: object) -> str:
        return word(key, self.language, **values)

    def time(self, moment: datetime, language: str | None = None) -> str:
        """As "Mon 12 Jan, 10:00"."""
        return format_datetime(moment, "EEE d MMM, HH:mm", tzinfo=ZoneInfo(self.timezone), locale=language or self.language)

    def agent(self, number: int) -> str:
        return self.names.get(number) or f"#{number}"


@dataclass(frozen=True, slots=True)
class Text:
    """Words with names in bold."""

    words: str
    bold: tuple[Bold, ...] = ()

    def then(self, other: Text) -> Text:
        """Both, with an empty line between them."""
        if not self.words:
            return other
        begins = utf16(self.words) + 2
        return Text(f"{self.words}\n\n{other.words}", (*self.bold, *(Bold(b.offset + begins, b.length) for b in other.bold)))

    @property
    def size(self) -> int:
        return utf16(self.words)


def topic_name(matter: Matter, look: Look) -> str:
    """#<case> <name> · <topic>."""
    case = matter.case
    assert case is not None
    who = " ".join(matter.name.split()) or look.word("customer")
    return shorten(f"#{case.id} {shorten(who, 60, utf16)} · {look.topics(case.topic, look.language)}", TOPIC_NAME, utf16)


def card(matter: Matter, look: Look) -> Text:
    """The summary on top: who, how they speak and feel, what they want and answered, what was tried, how it stands."""
    case = matter.case
    assert case is not None
    summary = case.summary
    name = " ".join(matter.name.split()) or look.word("customer")
    head = f"#{case.id} {name} · {look.topics(case.topic, look.language)}"
    about = (CHANNELS.get(matter.channel, matter.channel), look.word("speaks", language=look.word(matter.language)), _tone(case, look))
    lines = [
        " · ".join(about),
        _item(look.word("wants"), _wishes(summary)),
        _item(look.word("answers"), _pairs(summary.get("answers"))),
        _item(look.word("known"), _pairs({**_mapping(summary.get("focus")), **_mapping(summary.get("facts"))})),
        _item(look.word("files"), [str(len(summary["files"]))] if summary.get("files") else []),
        _item(look.word("tried"), [case.reason.replace("_", " ")] if case.reason else []),
        _item(look.word("again"), [f"{case.reopened}×"] if case.reopened else []),
        _item(look.word("promised"), [f"{text} ({look.word('by', time=look.time(due))})" for _, text, due in matter.promises]),
        "",
        status(matter, look),
        look.word("how") if case.live else "",
    ]
    body = _fitting(lines, LONGEST_CARD - utf16(head) - 1)
    return Text(f"{head}\n{body}", (Bold(0, utf16(head)),))


def status(matter: Matter, look: Look) -> str:
    """How it stands, in one line."""
    case = matter.case
    assert case is not None
    if case.state == "snoozed" and case.snoozed_until is not None:
        return "💤 " + look.word("snoozed", time=look.time(case.snoozed_until))
    if case.live and matter.owner.startswith("agent:"):
        return "🟢 " + look.word("agent", name=look.agent(int(matter.owner.removeprefix("agent:"))))
    if case.live:
        due = f" · {look.word('answer_due', time=look.time(case.due))}" if case.due else ""
        return "🟡 " + look.word("waiting") + due
    return "✅ " + look.word("solved" if case.state == "solved" else "closed")


def card_buttons(matter: Matter, look: Look) -> list[list[Button]]:
    """What can be done with the case by a press; each names its case, so that an old card does nothing to a new one."""
    case = matter.case
    if case is None or not case.live:
        return []
    mine = matter.owner.startswith("agent:")
    first = ["resolve", "give_bot"] if mine else ["take"]
    return [
        [Button(look.word(what), f"{what}:{case.id}") for what in first],
        [Button(look.word(what), f"{what}:{case.id}") for what in ("assign", "promise")],
    ]


def line_text(line: TopicLine, matter: Matter, look: Look) -> Text:
    """A line with who said it."""
    head = _who(line, matter, look)
    buttons = " ".join(f"[{title}]" for title in line.buttons)
    body = "\n".join(part for part in (line.text, buttons, *file_notes(line.files, look)) if part)
    return Text(f"{head}\n{body}" if body else head, (Bold(0, utf16(head)),))


def file_notes(files: Iterable[TopicFile], look: Look) -> list[str]:
    """Words for files that cannot be shown, or not yet."""
    keys = {"gone": "file_gone", "wanted": "file_later"}
    return [f"📎 {f.name or f.kind}: {look.word(keys[f.state])}{f' ({f.reason})' if f.reason else ''}" for f in files if f.state in keys]


def pieces(text: Text, limit: int = TEXT) -> list[Text]:
    """The text in messages that Telegram takes; the names in bold are in the first."""
    if text.size <= limit:
        return [text]
    first, *rest = split_text(text.words, limit, utf16)
    ends = utf16(first)
    return [Text(first, tuple(b for b in text.bold if b.offset + b.length <= ends)), *(Text(words) for words in rest)]


def failure(state: str, reason: str, look: Look) -> str:
    key = {"unknown": "unclear", "held": "held"}.get(state, "undelivered")
    return f"⚠️ {look.word(key)}{f': {shorten(reason, LONGEST_ITEM)}' if reason else ''}"


def _who(line: TopicLine, matter: Matter, look: Look) -> str:
    if line.author == "customer":
        name = " ".join(matter.name.split()) or look.word("customer")
        return f"✏️ {look.word('edited', name=name)}" if line.edited else f"👤 {name}"
    if line.author.startswith("agent:"):
        name = look.agent(int(line.author.removeprefix("agent:")))
        return f"🔒 {look.word('note', name=name)}" if line.private else f"💬 {name}"
    return f"🤖 {look.word('bot')}"


def _tone(case: TopicCase, look: Look) -> str:
    return look.word(case.tone) if case.tone in ("calm", "upset", "angry", "abusive") else case.tone


def _wishes(summary: dict[str, object]) -> list[str]:
    """What they said at the beginning of each matter, and what was added while they waited."""
    more = summary.get("more")
    parts = [summary, *(part for part in (more if isinstance(more, list) else ()) if isinstance(part, dict))]
    said: list[str] = []
    for part in parts:
        matters = part.get("matters")
        said += [str(m.get("said") or "") for m in (matters if isinstance(matters, list) else ()) if isinstance(m, dict)]
        said.append(str(part.get("said") or ""))
    return list(dict.fromkeys(shorten(words, LONGEST_ITEM) for words in said if words.strip()))


def _pairs(values: object) -> list[str]:
    return [
        f"{key.replace('_', ' ')}: {shorten(str(value), LONGEST_ITEM)}"
        for key, value in _mapping(values).items()
        if value not in (None, "")
    ]


def _mapping(values: object) -> dict[str, object]:
    return values if isinstance(values, dict) else {}


def _item(title: str, values: Sequence[str]) -> str:
    return f"{title}: {'; '.join(values)}" if values else ""


def _fitting(lines: Sequence[str], limit: int) -> str:
    """The lines; the longest of them give way when there is no room."""
    kept = [line for index, line in enumerate(lines) if line or lines[index - 1]]
    while utf16("\n".join(kept)) > limit:
        longest = max(range(len(kept)), key=lambda index: len(kept[index]))
        kept[longest] = shorten(kept[longest], max(20, len(kept[longest]) * 2 // 3))
    return "\n".join(kept).rstrip()
