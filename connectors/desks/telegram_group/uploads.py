"""A customer's files on their way into the group: read from where they are kept and sent anew.

A file's name at Telegram is good for one bot only, so the customers' bot could not hand its own on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from bot.desk.topics import TopicFile
from bot.files import FileStore, KeptFile
from connectors.desks.telegram_group.limits import ALBUM, MEGABYTE, PHOTO_BYTES, UPLOAD_BYTES
from connectors.desks.telegram_group.parts import Upload
from connectors.desks.telegram_group.shape import Look

_TOGETHER = {"image": "seen", "video": "seen", "file": "file", "audio": "audio"}
"""What may be in one album: SPEC sendMediaGroup. Voice notes go alone."""


async def load(files: Iterable[TopicFile], store: FileStore, look: Look) -> tuple[list[Upload], list[str]]:
    """The bytes, and words for what cannot be sent."""
    uploads: list[Upload] = []
    notes: list[str] = []
    for file in files:
        kept = await store.find(file.id) if file.id else None
        path = store.path(kept.id) if kept is not None else None
        if kept is None or path is None:
            notes.append(f"📎 {file.name or file.kind}: {look.word('file_gone')}")
        elif kept.size > UPLOAD_BYTES:
            notes.append(f"📎 {kept.name}: {look.word('file_large', size=kept.size // MEGABYTE)}")
        else:
            uploads.append(Upload(_kind(kept), kept.name, await asyncio.to_thread(path.read_bytes)))
    return uploads, notes


def albums(uploads: list[Upload]) -> list[list[Upload]]:
    """Neighbours that may go together, at most ten at once."""
    groups: list[list[Upload]] = []
    for upload in uploads:
        kind = _TOGETHER.get(upload.kind)
        last = groups[-1] if groups else []
        if last and kind is not None and _TOGETHER.get(last[0].kind) == kind and len(last) < ALBUM:
            last.append(upload)
        else:
            groups.append([upload])
    return groups


def _kind(kept: KeptFile) -> str:
    if kept.kind == "image":
        # Telegram shows these three as pictures; it refuses larger ones, and others lose their movement.
        plain = kept.content_type in ("image/jpeg", "image/png", "image/webp")
        return "image" if plain and kept.size <= PHOTO_BYTES else "file"
    if kept.kind == "audio":
        return "voice" if kept.content_type in ("audio/ogg", "audio/opus") else "audio"
    return "video" if kept.content_type == "video/mp4" else "file"
