"""Which pictures and files WhatsApp will take, and the address it fetches them from. Looks at sizes of our own files, at nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

from bot.message import Media
from connectors.whatsapp import limits

LocalFile = Callable[[str], Path | None]


@dataclass(frozen=True, slots=True)
class Placed:
    """`sendable` is the address WhatsApp can be given, `link` one a person can open; None when there is none."""

    sendable: str | None
    link: str | None


class Places:
    """`local_file` gives the file behind a path of our site, `public_url` is where the internet finds the site."""

    def __init__(self, local_file: LocalFile | None, public_url: str | None) -> None:
        self._local_file = local_file
        self._public_url = (public_url or "").rstrip("/")

    def place(self, media: Media) -> Placed:
        url, size = media.url, 0
        if url.startswith("/") and not url.startswith("//"):
            if self._local_file is not None:
                file = self._local_file(url)
                if file is None:
                    return Placed(None, None)  # a link to nothing helps nobody
                size = _size(file)
            if not self._public_url:
                return Placed(None, None)
            url = self._public_url + quote(url, safe="/?&=%#+,:;@!$'()*~-._")
        if not _absolute(url):
            return Placed(None, None)
        largest = limits.IMAGE_BYTES if media.kind == "image" else limits.MEDIA_BYTES
        suffix = PurePosixPath(urlsplit(url).path).suffix.lower()
        fits = suffix in limits.SUFFIXES[media.kind] and size <= largest and len(url) <= limits.MEDIA_URL
        return Placed(url if fits else None, url)


def _absolute(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and url.isascii() and url.isprintable() and " " not in url
    except ValueError:
        return False


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return limits.MEDIA_BYTES + 1
