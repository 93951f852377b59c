"""What customers send: kept on disk under a random name, given back only to whoever may see it.

Beside each file lies a small JSON with its owner's address, type and name, so that no table is needed and any worker on
the same disk can serve it. The first bytes decide the type (`sniff.py`); the customer's name for it is only a label.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.sniff import ENOUGH, FileType, file_type

_RANDOM_NAME = re.compile(r"[A-Za-z0-9_-]{32}")
_LONGEST_NAME = 120  # characters of a customer's file name that are kept


class FileTooLarge(Exception):
    """More bytes than an upload may have; nothing is kept."""


class FileNotWelcome(Exception):
    """Empty, or of a type the chat does not take; nothing is kept."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """`id` is the random name, `size` in bytes, `address` the session it belongs to."""

    id: str
    address: str
    kind: str
    content_type: str
    name: str
    size: int


class FileStore:
    """A folder of uploads. It is made with the first one."""

    def __init__(self, folder: Path, *, largest: int) -> None:
        self._folder = folder
        self.largest = largest

    async def keep(self, address: str, name: str, chunks: AsyncIterator[bytes], *, file_id: str | None = None) -> KeptFile:
        """Store one upload, under a random name unless it has one. Raises FileTooLarge or FileNotWelcome; then nothing is left behind."""
        file_id = file_id or secrets.token_urlsafe(24)
        path = self._path(file_id)
        part = path.with_suffix(".part")
        await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
        head, size = b"", 0
        try:
            with await asyncio.to_thread(open, part, "wb") as out:
                async for chunk in chunks:
                    size += len(chunk)
                    if size > self.largest:
                        raise FileTooLarge
                    if len(head) < ENOUGH:
                        head += chunk[:ENOUGH]
                        if len(head) >= ENOUGH and file_type(head) is None:
                            raise FileNotWelcome
                    await asyncio.to_thread(out.write, chunk)
            found = file_type(head)
            if found is None:
                raise FileNotWelcome
            kept = KeptFile(file_id, address, found.kind, found.content_type, _label(name, found), size)
            await asyncio.to_thread(path.with_suffix(".json").write_text, json.dumps(asdict(kept)), "utf-8")
            await asyncio.to_thread(os.replace, part, path)
        finally:
            await asyncio.to_thread(part.unlink, missing_ok=True)
        return kept

    async def find(self, file_id: str) -> KeptFile | None:
        if not _RANDOM_NAME.fullmatch(file_id):
            return None
        try:
            text = await asyncio.to_thread(self._path(file_id).with_suffix(".json").read_text, "utf-8")
        except FileNotFoundError:
            return None
        return KeptFile(**json.loads(text))

    def path(self, file_id: str) -> Path | None:
        """Where the bytes of a kept file lie; None when there are none."""
        path = self._path(file_id)
        return path if _RANDOM_NAME.fullmatch(file_id) and path.is_file() else None

    async def remove_all(self, address: str) -> int:
        """Remove every file of a session; returns how many there were."""
        found = await asyncio.to_thread(self._of, address)
        for file_id in found:
            await self.remove(file_id)
        return len(found)

    def _of(self, address: str) -> list[str]:
        notes = (json.loads(path.read_text("utf-8")) for path in self._folder.rglob("*.json"))
        return [note["id"] for note in notes if note["address"] == address]

    async def remove(self, file_id: str) -> None:
        path = self._path(file_id)
        await asyncio.to_thread(path.unlink, missing_ok=True)
        await asyncio.to_thread(path.with_suffix(".json").unlink, missing_ok=True)

    def response(self, kept: KeptFile) -> web.FileResponse:
        """The file, with headers that let a browser show it and nothing else. Ranges work, for audio and video."""
        shown = "attachment" if kept.kind == "file" else "inline"
        ascii_name = re.sub(r"[^A-Za-z0-9 ._-]", "_", kept.name)
        headers = {
            "Content-Type": kept.content_type,
            "Content-Disposition": f"{shown}; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(kept.name, safe='')}",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "private, max-age=31536000, immutable",
        }
        return web.FileResponse(self._path(kept.id), headers=headers)

    def _path(self, file_id: str) -> Path:
        # Two letters of folder keep a folder small on file systems that search it linearly.
        return self._folder / file_id[:2] / file_id


def _label(name: str, found: FileType) -> str:
    """The customer's name for the file, made harmless: no folders, no controls, and a suffix that tells the truth."""
    base = re.split(r"[/\\]", name)[-1]
    base = "".join(letter for letter in base if letter.isprintable()).strip(" .")
    stem, _, suffix = base.rpartition(".")
    stem = (stem if stem and len(suffix) <= 5 else base)[:_LONGEST_NAME]
    return (stem or found.kind) + found.suffix
