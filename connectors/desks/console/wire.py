"""The JSON between server and desk page: what is shown, and posts checked before anything is made of them. Pure.

Times are ISO 8601 in UTC; the page shows them in the shop's zone. A customer's file is shown from `/desk/files/<id>`, which asks for
a session, wherever its channel keeps it for the customer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from bot.desk.values import Agent, CaseLine, Context, NoteLine, ThreadLine
from bot.message import Message
from bot.shop import Order
from connectors.desks.console.desk_words import labels
from connectors.desks.console.reason_words import reason

REGRET = timedelta(minutes=10)  # as bot.desk.replies.REGRET: the page offers what the core allows
LARGEST_POST = 256 * 1024  # bytes; a reply has at most 20,000 characters
_TO = re.compile(r"to agent:(?P<agent>\d+)$")  # how the audit log tells whose a conversation became
_FILE = re.compile(r"^(?:https?://[^/]+)?(?:/chat|/desk)?/files/(?P<id>[A-Za-z0-9_-]{32})(?:[/?#].*)?$")


class BadPost(ValueError):
    """What the page sent is not what it should send. The text says which field, for whoever reads the network log."""


def moment(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


def case_json(line: CaseLine) -> dict[str, Any]:
    return {
        "id": line.conversation,
        "case": line.case,
        "name": line.name,
        "channel": line.channel,
        "language": line.language,
        "tone": line.tone,
        "topic": line.topic,
        "words": line.words,
        "files": line.files,
        "said_by": line.by,
        "at": moment(line.at),
        "waiting_since": moment(line.waiting_since),
        "due": moment(line.first_due_at),
        "state": line.state,
        "agent": {"id": line.agent, "name": line.agent_name} if line.agent else None,
        "unread": line.unread,
        "priority": line.priority,
        "snoozed_until": moment(line.snoozed_until),
        "escalated": line.escalated,
    }


def line_json(line: ThreadLine, agent: Agent, names: Mapping[int, str]) -> dict[str, Any]:
    """One line of a conversation; a move comes as a sentence in the agent's language. `names` are the agents' by id."""
    language = agent.settings.language
    own_note = line.kind == "note" and line.agent == agent.id
    return {
        "id": line.id,
        "kind": line.kind,
        "at": moment(line.at),
        "author": line.author,
        "author_id": line.agent,
        "text": _move(line, language, names) if line.kind == "move" else "",
        "message": message_json(line.message),
        "attachments": [asdict(each) | {"url": file_url(each.url)} for each in line.attachments],
        "state": line.state,
        "reason": reason(line.code, line.reason, language),
        "edited": line.edited,
        "first": line.first,
        "pressed": line.pressed,
        "why": line.why,
        "understood": {"intent": line.intent, "score": line.score} if line.intent else None,
        "lesson": _lesson(line),
        "teachable": line.kind == "customer" and not line.pressed and bool(line.message.text.strip()),
        "deletable_until": moment(line.at + REGRET) if own_note else None,
    }


def _lesson(line: ThreadLine) -> dict[str, Any] | None:
    said = line.lesson
    if said is None:
        return None
    return {"meant": said.meant, "agent": said.agent, "name": said.agent_name, "at": moment(said.at), "right": said.right}


def _move(line: ThreadLine, language: str, names: Mapping[int, str]) -> str:
    known = labels(language)
    words = known.get(f"move.{line.action}") or "{name}: " + line.action.replace("_", " ")
    to = _TO.search(line.detail)
    whom = names.get(int(to["agent"]), "") if to else ""
    return words.replace("{name}", line.author).replace("{whom}", whom).strip(" :")


def message_json(message: Message) -> dict[str, Any]:
    made = asdict(message)
    for media in made["media"]:
        media["url"] = file_url(media["url"])
    return made


def file_url(url: str) -> str:
    """Where the desk shows a file: by our own address when it lies with us."""
    found = _FILE.match(url)
    return f"/desk/files/{found['id']}" if found else url


def head_json(context: Context, agent: Agent, drafts: dict[str, str]) -> dict[str, Any]:
    case = context.case
    return {
        "id": context.conversation,
        "name": context.name,
        "channel": context.channel,
        "language": context.language,
        "owner": context.owner,
        "owner_name": context.owner_name,
        "mine": context.owner == f"agent:{agent.id}",
        "tone": context.tone,
        "topic": case.topic if case else "",
        "state": case.state if case else "",
        "case": case.id if case else 0,
        "window": moment(context.window),
        "closed": context.closed,
        "draft": drafts,
    }


def context_json(context: Context) -> dict[str, Any]:
    made = asdict(replace(context, orders=(), notes=()))
    made["orders"] = [order_json(order) for order in context.orders]
    made["notes"] = [note_json(note) for note in context.notes]
    return _plain(made)  # type: ignore[no-any-return]


def note_json(note: NoteLine) -> dict[str, Any]:
    return asdict(note) | {"at": moment(note.at)}


def order_json(order: Order) -> dict[str, Any]:
    """What an agent needs of an order; how it was paid stays with the shop."""
    return {
        "number": order.number,
        "placed": moment(order.placed),
        "state": order.state.value,
        "payment": order.payment.value,
        "fulfilment": order.fulfilment.value,
        "total": _plain(asdict(order.total)),
        "address": order.address,
        "items": [{"name": i.name, "sku": i.sku, "quantity": i.quantity, "price": _plain(asdict(i.price))} for i in order.items],
        "parcels": [{"carrier": p.carrier, "tracking": p.number, "url": p.url} for p in order.parcels],
    }


def _plain(value: Any) -> Any:
    """As JSON can say it: times as text, money's amounts too."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def read_object(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise BadPost("this is not JSON") from error
    if not isinstance(fields, dict):
        raise BadPost("a JSON object is needed")
    return fields


def number(fields: dict[str, Any], name: str) -> int:
    value = fields.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        raise BadPost(f"{name} must be a number")
    return value


def text(fields: dict[str, Any], name: str, longest: int = 20_000) -> str:
    """A text without what no store can hold (lone surrogates, NUL)."""
    value = fields.get(name, "")
    if not isinstance(value, str):
        raise BadPost(f"{name} must be a string")
    if len(value) > longest:
        raise BadPost(f"{name} is longer than {longest} characters")
    return value.encode("utf-8", "replace").decode().replace("\0", "")
