"""One call on its way: its files are put in, and what Telegram does not take is said in words instead.

The only repeats are of calls Telegram has refused, with something else in them; a call that may have worked is never made again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

from bot.message import Media
from connectors.telegram.faults import CallFailed, Failure
from connectors.telegram.media import FileIds, Site, TooLarge, Upload
from connectors.telegram.render import FIELDS, Call, caption

if TYPE_CHECKING:
    from connectors.telegram.api import Api

Source = Upload | str


class Sender:
    """Makes calls in one chat after the other. `library` is the module `api`, which is loaded late."""

    def __init__(self, api: Api, library: ModuleType, site: Site) -> None:
        self._api = api
        self._library = library
        self._site = site
        self._ids = FileIds()

    async def make(self, call: Call, chat: int, *, left: Callable[[], float]) -> str:
        """Make the call; the id of the message it became (the first one's of an album). `left` gives the seconds a call may take.

        Raises CallFailed.
        """
        try:
            sources = [self._source(medium) for medium in call.media]
            fields = {"chat_id": chat, **call.fields, **await self._files(call, sources)}
        except (TooLarge, OSError):  # also a file that went away meanwhile
            return await self._instead(call, chat, CallFailed(Failure.REFUSED, "the file is gone or too large"), left)
        try:
            result = await self._api.call(call.method, fields, timeout=left())
        except CallFailed as failed:
            refused = failed
        else:
            self._remember(sources, result)
            return _message_id(result)
        if refused.about_markup and _marked_up(fields):
            result = await self._api.call(call.method, _plain(fields), timeout=left())
            return _message_id(result)
        if call.media and refused.failure is Failure.REFUSED and not refused.gone:
            for source in sources:
                if isinstance(source, str):
                    self._ids.drop(source)
            return await self._instead(call, chat, refused, left)
        raise refused

    async def _instead(self, call: Call, chat: int, why: CallFailed, left: Callable[[], float]) -> str:
        if call.instead is None:
            raise why
        return await self.make(call.instead, chat, left=left)

    def _source(self, medium: Media) -> Source:
        """Raises TooLarge when there is nothing to send."""
        source = self._ids.source(medium, self._site)
        if source is None:
            raise TooLarge(medium.url)
        return source

    async def _files(self, call: Call, sources: Sequence[Source]) -> dict[str, Any]:
        if not sources:
            return {}
        ready = [await _content(source) for source in sources]
        if call.method == "sendMediaGroup":
            names = [source.name if isinstance(source, Upload) else "" for source in sources]
            captions = [caption(medium.alt) for medium in call.media]
            return {"media": self._library.album(list(zip(ready, names, captions, strict=True)))}
        field, (source,), (content,) = FIELDS[call.media[0].kind], sources, ready
        return {field: self._library.upload(content, source.name) if isinstance(source, Upload) else source}

    def _remember(self, sources: Sequence[Source], result: Any) -> None:
        """Keep Telegram's ids of what was uploaded; the answer shows the messages in the order of the files."""
        messages = result if isinstance(result, list) else [result]
        for source, message in zip(sources, messages, strict=False):
            file_id = _file_id(message)
            if isinstance(source, Upload) and file_id:
                self._ids.keep(source, file_id)


async def _content(source: Source) -> bytes | str:
    return await asyncio.to_thread(source.content) if isinstance(source, Upload) else source


def _marked_up(fields: Mapping[str, Any]) -> bool:
    return "entities" in fields or "caption_entities" in fields


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in ("entities", "caption_entities")}


def _message_id(result: Any) -> str:
    message = result[0] if isinstance(result, list) and result else result
    return str(message.get("message_id", "")) if isinstance(message, dict) else ""


def _file_id(message: Any) -> str:
    """The id of a sent file; of a photo the best size's, which stands last."""
    if not isinstance(message, dict):
        return ""
    for field in FIELDS.values():
        found = message.get(field)
        if field == "photo" and isinstance(found, list) and found:
            found = found[-1]
        if isinstance(found, dict):
            return str(found.get("file_id") or "")
    return ""
