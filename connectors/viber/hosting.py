"""Files of ours as addresses Viber can load. Viber takes pictures and files by address only, so without a public address there are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from connectors.viber import limits

LocalFile = Callable[[str], Path | None]


@dataclass(frozen=True, slots=True)
class Hosted:
    """A file at a public `url`. `size` in bytes; None when it is not ours and thus unknown."""

    url: str
    name: str
    size: int | None = None

    @property
    def is_picture(self) -> bool:
        """Whether Viber shows it as a picture."""
        return self.name.lower().endswith(limits.PICTURE_ENDINGS) and (self.size is None or 0 < self.size <= limits.PICTURE_BYTES)

    @property
    def is_file(self) -> bool:
        """Whether Viber sends it as a file: it wants the size and a name with an ending."""
        ending = PurePosixPath(self.name).suffix
        return bool(ending) and len(self.name) <= limits.FILE_NAME and self.size is not None and 0 < self.size <= limits.FILE_BYTES


Files = Callable[[str], Hosted | None]


class Hosting:
    """Calling it gives the file behind a `Media.url`, None when Viber could not load it."""

    def __init__(self, local_file: LocalFile, public_url: str | None) -> None:
        self._local_file = local_file
        self._public_url = (public_url or "").rstrip("/")

    def __call__(self, url: str) -> Hosted | None:
        hosted = self._own(url) if url.startswith("/") else _foreign(url)
        return hosted if hosted and len(hosted.url) <= limits.URL else None

    def _own(self, path: str) -> Hosted | None:
        file = self._local_file(path) if self._public_url else None
        try:
            return Hosted(self._public_url + path, _name(path), file.stat().st_size) if file else None
        except OSError:
            return None  # gone in the meantime


def _foreign(url: str) -> Hosted | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return Hosted(url, _name(parts.path)) if parts.scheme in ("http", "https") and parts.netloc else None


def _name(path: str) -> str:
    return PurePosixPath(unquote(path.partition("?")[0])).name
