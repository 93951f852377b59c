"""What accepting an update writes besides its inbox row: wanted files, and whether the customer can be written to. Rare, so not hot.

Functions of an open connection, run inside transaction 1.
"""

from __future__ import annotations

import secrets
import sqlite3
from dataclasses import replace

from sqlalchemy import insert, select, update

from bot.store import schema as t
from bot.store.upkeep import run
from bot.update import Update, UpdateKind

LEFT = "the customer blocked or left the chat"
FILES = "/files/"  # where agents find what customers sent


def placed(heard: Update) -> Update:
    """With an address for each file that is still the platform's."""
    if not any(a.source and not a.url for a in heard.attachments):
        return heard
    files = tuple(replace(a, url=FILES + secrets.token_urlsafe(24)) if a.source and not a.url else a for a in heard.attachments)
    return replace(heard, attachments=files)


def note(db: sqlite3.Connection, conversation: int, heard: Update, at: int) -> None:
    """Want the files; close the address when the customer left, open it again when they wrote."""
    c = t.conversations.c
    reason = LEFT if heard.kind is UpdateKind.LEFT else None
    run(db, update(t.conversations).where(c.id == conversation).values(closed=reason))
    for file in heard.attachments:
        if file.source:
            values = {"id": file.url.removeprefix(FILES), "source": file.source, "name": file.name[:400], "channel": heard.channel}
            run(db, insert(t.files).values(conversation_id=conversation, state="wanted", reason=None, attempts=0, due_at=at, **values))


def last_heard(db: sqlite3.Connection, conversation: int) -> int | None:
    """When the customer last wrote; our own timers are no writing."""
    i = t.inbox.c
    # By id, which grows with the time: read from the end of the index, however long the conversation is.
    wrote = select(i.received_at).where(i.conversation_id == conversation, ~i.platform_id.startswith("timer:"))
    found = run(db, wrote.order_by(i.id.desc()).limit(1)).fetchone()
    return int(found[0]) if found else None


# --- files to be fetched -----------------------------------------------------------------------------------------------------
def wanted_files(db: sqlite3.Connection, now: int, limit: int = 20) -> list[tuple[str, str, str, str, str, int]]:
    """(id, channel, address, source, name, attempts) of files that are due to be fetched."""
    f, c = t.files.c, t.conversations.c
    due = select(f.id, f.channel, c.address, f.source, f.name, f.attempts).join(t.conversations, c.id == f.conversation_id)
    return run(db, due.where(f.state == "wanted", f.due_at <= now).order_by(f.due_at).limit(limit)).fetchall()


def file_settled(db: sqlite3.Connection, file: str, state: str, attempts: int, due: int, reason: str | None = None) -> None:
    run(db, update(t.files).where(t.files.c.id == file).values(state=state, attempts=attempts, due_at=due, reason=reason))
