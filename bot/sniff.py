"""What a file is, by its first bytes; names and declared types are the sender's word and count for nothing.

Pure. Only what a browser can show or a person safely download is in the table: no HTML, no SVG, no archives.
Signatures: https://mimesniff.spec.whatwg.org/#matching-a-mime-type-pattern and the ISO base media "ftyp" brands.
"""

from __future__ import annotations

from dataclasses import dataclass

ENOUGH = 64  # bytes that settle every type below


@dataclass(frozen=True, slots=True)
class FileType:
    """`kind` is an Attachment's kind; `suffix` is the one a download gets, whatever the sender called the file."""

    kind: str
    content_type: str
    suffix: str


JPEG = FileType("image", "image/jpeg", ".jpg")
PNG = FileType("image", "image/png", ".png")
GIF = FileType("image", "image/gif", ".gif")
WEBP = FileType("image", "image/webp", ".webp")
HEIC = FileType("file", "image/heic", ".heic")  # most browsers cannot draw it, so it is offered as a download
PDF = FileType("file", "application/pdf", ".pdf")
MP3 = FileType("audio", "audio/mpeg", ".mp3")
OGG = FileType("audio", "audio/ogg", ".ogg")
WAV = FileType("audio", "audio/wav", ".wav")
M4A = FileType("audio", "audio/mp4", ".m4a")
MP4 = FileType("video", "video/mp4", ".mp4")
MOV = FileType("video", "video/quicktime", ".mov")
WEBM = FileType("video", "video/webm", ".webm")

_STARTS: tuple[tuple[bytes, FileType], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"%PDF-", PDF),
    (b"ID3", MP3),
    (b"\xff\xfb", MP3),
    (b"\xff\xf3", MP3),
    (b"\xff\xf2", MP3),
    (b"OggS", OGG),
    (b"\x1aE\xdf\xa3", WEBM),
)
_BRANDS: tuple[tuple[bytes, FileType], ...] = (
    (b"heic", HEIC),
    (b"heix", HEIC),
    (b"mif1", HEIC),
    (b"M4A ", M4A),
    (b"M4B ", M4A),
    (b"qt  ", MOV),
)


def file_type(head: bytes) -> FileType | None:
    """The type a file's first `ENOUGH` bytes show, None for everything not welcome here."""
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    if head[:4] == b"RIFF":
        return {b"WEBP": WEBP, b"WAVE": WAV}.get(head[8:12])
    if head[4:8] == b"ftyp":
        return next((found for brand, found in _BRANDS if head[8:12] == brand), MP4)
    return None
