"""One inbound thing, as a connector hands it over. Values only; parsing is the connector's, meaning is `intents`'s."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from unicodedata import category


class UpdateKind(StrEnum):
    TEXT = "text"
    BUTTON = "button"  # `payload` is what the pressed button carried, `text` its title when the platform tells it
    MEDIA = "media"  # `attachments` are set, `text` is the caption
    EDIT = "edit"  # new text of an earlier message named by `edits`
    START = "start"  # the customer opened the chat; nothing is said yet; `payload` is the code of the link they came by, if any
    LEFT = "left"  # the customer blocked us or unsubscribed: nothing may be sent until they write again
    TIMER = "timer"  # a due row of our own; `payload` is its kind and data
    OTHER = "other"  # accepted and ignored with the reason in `payload`


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the customer. `url` is where agents and flows find it.

    A connector that has the bytes sets `url`. One that has only the platform's reference to them sets `source` instead; the core then
    chooses the `url` and has the bytes fetched after the update is stored (`Messenger.fetch`).
    """

    kind: str  # image, audio, video, file
    url: str = ""
    name: str = ""
    content_type: str = ""
    size: int = 0  # bytes
    source: str = ""


@dataclass(frozen=True, slots=True)
class Update:
    """`channel` and `platform_id` together are unique: the same pair twice is one update.

    `address` is where an answer goes (chat id, phone, cookie's digest); one address on one channel is one conversation.
    `name` is what the platform calls the customer, `locale` the language it believes they read, `phone` a number (E.164) it vouches for.
    `album` is the same for all parts of one album, which come one by one.
    """

    channel: str
    platform_id: str
    address: str
    kind: UpdateKind
    sent_at: datetime
    text: str = ""
    payload: str = ""
    attachments: tuple[Attachment, ...] = ()
    edits: str | None = None
    name: str | None = None
    locale: str | None = None
    phone: str | None = None
    album: str | None = None

    @property
    def first_name(self) -> str | None:
        """How the customer is addressed; None when the platform shows no name, or one without a letter."""
        for word in (self.name or "").split():
            seen = "".join(c for c in word if not category(c).startswith("C"))[:40]  # no control, direction or half characters
            if any(c.isalpha() for c in seen):
                return seen
        return None
