"""Pictures and files of ours on their way out: where they are, what is uploaded, and what Telegram has already.

A file is uploaded once; Telegram's id for it is remembered by path and time of change, and goes when the process ends. What is on
another site is sent as its address, and Telegram fetches it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.message import Media
from connectors.telegram import limits

REMEMBERED = 10_000  # file ids; about 150 bytes each


class TooLarge(Exception):
    """Telegram would not take the file; nothing was sent."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where site paths lead. `local_file` gives the file behind one, None when there is none; `public_url` makes them absolute.

    `shop` is the shop's name.
    """

    local_file: Callable[[str], Path | None]
    public_url: str | None
    shop: str = ""

    def has(self, url: str) -> bool:
        """Whether there is a file or an address to send."""
        return self.file(url) is not None or self.address(url) is not None

    def file(self, url: str) -> Path | None:
        return self.local_file(url) if url.startswith("/") else None

    def address(self, url: str) -> str | None:
        """The absolute address; None when there is none."""
        if url.startswith("/"):
            return self.public_url.rstrip("/") + url if self.public_url else None
        plain = url.isprintable() and " " not in url and len(url) <= limits.URL
        return url if plain and url.startswith(("https://", "http://")) else None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to go along. `key` names it for the memory of ids; its bytes are read by `content`, off the event loop."""

    path: Path
    name: str
    key: tuple[str, int]
    limit: int

    def content(self) -> bytes:
        """Raises TooLarge, OSError."""
        if self.path.stat().st_size > self.limit:
            raise TooLarge(self.name)
        return self.path.read_bytes()


@dataclass(slots=True)
class FileIds:
    """Which file has which id at Telegram."""

    _known: dict[tuple[str, int], str] = field(default_factory=dict)

    def source(self, media: Media, site: Site) -> Upload | str | None:
        """What to send: an id, an address, or a file to upload; None when it is gone."""
        path = site.file(media.url)
        if path is None:
            return site.address(media.url)
        try:
            key = (str(path), path.stat().st_mtime_ns)
        except OSError:
            return site.address(media.url)
        limit = limits.PHOTO_BYTES if media.kind == "image" else limits.UPLOAD_BYTES
        return self._known.get(key) or Upload(path, media.name or path.name, key, limit)

    def keep(self, upload: Upload, file_id: str) -> None:
        while len(self._known) >= REMEMBERED:
            del self._known[next(iter(self._known))]
        self._known[upload.key] = file_id

    def drop(self, file_id: str) -> None:
        """Telegram does not know the id any more."""
        self._known = {key: known for key, known in self._known.items() if known != file_id}
