"""POST /desk/api/...: what an agent does. Thin: who may do what, and what it means, is decided below `bot/desk`.

Each takes a JSON object and answers with one; refusals are `api.py`'s to word.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from aiohttp import BodyPartReader, web

from bot.body import read_body
from bot.connector import Connector
from bot.desk.lessons import NoSuchIntent
from bot.desk.people import People
from bot.desk.values import Agent, Changed, NothingThere, Status
from bot.desk.when import until
from bot.files import FileStore, KeptFile
from bot.house import Hours
from connectors.desks.console.presence import Presence
from connectors.desks.console.session import session_of
from connectors.desks.console.wire import LARGEST_POST, BadPost, number, read_object, text

MOST_FILES = 10  # of one reply
LONGEST_CLIENT_ID = 64

Fields = dict[str, Any]
Deed = Callable[[Agent, Fields], Awaitable[Fields]]


class NotATime(Exception):
    """The words name no time ahead."""


class Deeds:
    def __init__(
        self,
        people: People,
        presence: Presence,
        *,
        files: FileStore,
        connectors: Mapping[str, Connector],
        hours: Hours,
        now: Callable[[], datetime],
    ) -> None:
        self._people = people
        self._presence = presence
        self._files = files
        self._connectors = connectors
        self._hours = hours
        self._now = now

    def routes(self) -> list[tuple[str, Any]]:
        """(path below /desk/api, handler)"""
        named: dict[str, Deed] = {
            "note": self.note,
            "delete_note": self.delete_note,
            "draft": self.draft,
            "suggest": self.suggest,
            "take_over": self.take_over,
            "assign": self.assign,
            "give_back": self.give_back,
            "next": self.next,
            "snooze": self.snooze,
            "resolve": self.resolve,
            "resolve_next": self.resolve_next,
            "retry": self.retry,
            "teach": self.teach,
            "untaught": self.untaught,
            "promise": self.promise,
            "keep": self.keep,
            "move": self.move,
            "looking": self.looking,
            "typing": self.typing,
            "status": self.status,
            "settings": self.settings,
        }
        return [("say", self.say), *((name, _post(deed)) for name, deed in named.items())]

    # --- saying and noting -----------------------------------------------------------------------------------------------------
    async def say(self, request: web.Request) -> web.Response:
        """`conversation`, `text`, `client_id`; as multipart also `file`s, after the fields."""
        agent = session_of(request).agent
        if request.content_type.startswith("multipart/"):
            fields, files = await self._read_upload(request)
        else:
            fields, files = read_object(await _read(request)), []
        client_id = text(fields, "client_id", LONGEST_CLIENT_ID)
        if not client_id:
            raise BadPost("client_id is needed")
        try:
            row = await self._people.replies.say(
                number(fields, "conversation"), agent, text(fields, "text"), files=files, client_id=client_id
            )
        except BaseException:
            for kept in files:  # they belong to no message
                await self._files.remove(kept.id)
            raise
        return web.json_response({"id": row})

    async def _read_upload(self, request: web.Request) -> tuple[Fields, list[KeptFile]]:
        reader = await request.multipart()
        fields: Fields = {}
        files: list[KeptFile] = []
        where = ""
        try:
            while (part := await reader.next()) is not None:
                if not isinstance(part, BodyPartReader):
                    raise BadPost("nested multipart is not understood")
                if part.name != "file":
                    value = (await _read_part(part)).decode("utf-8", "replace")
                    fields[part.name or ""] = int(value) if part.name == "conversation" and value.isdigit() else value
                    continue
                if len(files) >= MOST_FILES:
                    raise BadPost("too many files")
                where = where or await self._people.replies.keep_for(number(fields, "conversation"))
                files.append(await self._files.keep(where, part.filename or "", _chunks(part)))
        except BaseException:
            for kept in files:
                await self._files.remove(kept.id)
            raise
        return fields, files

    async def note(self, agent: Agent, fields: Fields) -> Fields:
        return {"id": await self._people.replies.note(number(fields, "conversation"), agent, text(fields, "text"))}

    async def delete_note(self, agent: Agent, fields: Fields) -> Fields:
        await self._people.replies.delete_note(number(fields, "note"), agent)
        return {}

    async def draft(self, agent: Agent, fields: Fields) -> Fields:
        mode = fields.get("mode")
        if mode not in ("reply", "note"):
            raise BadPost("mode must be reply or note")
        await self._people.replies.edit_draft(number(fields, "conversation"), agent, mode, text(fields, "text"))
        return {}

    async def suggest(self, agent: Agent, fields: Fields) -> Fields:
        """Whether what is being written promises something."""
        context = await self._people.view.context(number(fields, "conversation"), orders=False)
        found = self._people.replies.suggest_promise(text(fields, "text"), self._now(), self._hours.timezone, context.language)
        if found is None:
            return {"suggestion": None}
        due, words = found
        return {"suggestion": {"words": words, "due": due.isoformat()}}

    async def retry(self, agent: Agent, fields: Fields) -> Fields:
        await self._people.replies.retry(number(fields, "message"), agent)
        return {}

    # --- teaching the bot ------------------------------------------------------------------------------------------------------
    async def teach(self, agent: Agent, fields: Fields) -> Fields:
        """What a customer's `message` `meant`: an intent."""
        try:
            await self._people.lessons.teach(number(fields, "message"), agent, text(fields, "meant", 80))
        except NoSuchIntent as error:
            raise BadPost("meant must be an intent") from error
        return {}

    async def untaught(self, agent: Agent, fields: Fields) -> Fields:
        await self._people.lessons.take_back(number(fields, "message"), agent)
        return {}

    # --- whose it is -----------------------------------------------------------------------------------------------------------
    async def take_over(self, agent: Agent, fields: Fields) -> Fields:
        await self._people.baton.take_over(number(fields, "conversation"), agent, force=fields.get("force") is True)
        return {}

    async def assign(self, agent: Agent, fields: Fields) -> Fields:
        """To an `agent`, or with `queue` back into the queue."""
        conversation = number(fields, "conversation")
        if fields.get("queue") is True:
            await self._people.baton.to_queue(conversation, agent, "agent")
            return {}
        to = await self._people.agents.get(number(fields, "agent"))
        if to is None:
            raise NothingThere
        await self._people.baton.assign(conversation, to, agent)
        return {}

    async def give_back(self, agent: Agent, fields: Fields) -> Fields:
        await self._people.baton.give_back(number(fields, "conversation"), agent, text(fields, "agreed", 1000))
        return {}

    async def next(self, agent: Agent, fields: Fields) -> Fields:
        """Take the one that waits longest for this agent; null when nobody waits."""
        conversation = await self._people.queue.next_for(agent)
        if conversation is not None:
            await self._people.baton.take_over(conversation, agent)
        return {"next": conversation}

    # --- closing and promising ---------------------------------------------------------------------------------------------------
    async def snooze(self, agent: Agent, fields: Fields) -> Fields:
        at = await self._people.closing.snooze(number(fields, "conversation"), agent, text(fields, "words", 200))
        return {"until": at.isoformat()}

    async def resolve(self, agent: Agent, fields: Fields) -> Fields:
        await self._people.closing.resolve(number(fields, "conversation"), agent)
        return {}

    async def resolve_next(self, agent: Agent, fields: Fields) -> Fields:
        await self.resolve(agent, fields)
        page = await self._people.view.cases(agent, "mine")
        own = next(
            (line for line in page.lines if line.waiting_since and line.state == "agent" and line.conversation != fields["conversation"]),
            None,
        )
        return {"next": own.conversation} if own else await self.next(agent, {})

    async def promise(self, agent: Agent, fields: Fields) -> Fields:
        """`text`, and its time: `due` as the suggestion said it, else `when` in words."""
        due = self._due(fields)
        client_id = text(fields, "client_id", LONGEST_CLIENT_ID)
        tell = fields.get("tell") is True
        row = await self._people.ledger.promise(
            number(fields, "conversation"), agent, text(fields, "text", 1000), due, client_id=client_id, tell=tell
        )
        return {"id": row, "due": due.isoformat()}

    async def keep(self, agent: Agent, fields: Fields) -> Fields:
        return {"changed": await self._people.ledger.keep(number(fields, "promise"), agent)}

    async def move(self, agent: Agent, fields: Fields) -> Fields:
        due = self._due(fields)
        return {"id": await self._people.ledger.move(number(fields, "promise"), agent, due), "due": due.isoformat()}

    def _due(self, fields: Fields) -> datetime:
        said = text(fields, "due", 40)
        if said:
            try:
                due = datetime.fromisoformat(said)
            except ValueError as error:
                raise BadPost("due must be a time") from error
            if due.tzinfo is None:
                raise BadPost("due needs a zone")
            return due
        found = until(text(fields, "when", 200), self._now(), self._hours)
        if found is None:
            raise NotATime
        return found

    # --- being there -------------------------------------------------------------------------------------------------------------
    async def looking(self, agent: Agent, fields: Fields) -> Fields:
        conversation = number(fields, "conversation")
        if self._presence.looks(agent, conversation):
            self._people.events.tell(Changed(conversation, "looking", agent=agent.id))
        return {}

    async def typing(self, agent: Agent, fields: Fields) -> Fields:
        """Colleagues see it; the customer too, when it is a reply by whoever has the conversation."""
        conversation = number(fields, "conversation")
        self._presence.looks(agent, conversation, writes=True)
        self._people.events.tell(Changed(conversation, "typing", agent=agent.id))
        if fields.get("mode") == "reply":
            context = await self._people.view.context(conversation, orders=False)
            connector = self._connectors.get(context.channel)
            if connector is not None and context.owner == f"agent:{agent.id}":
                await connector.typing(context.address)
        return {}

    async def status(self, agent: Agent, fields: Fields) -> Fields:
        try:
            status = Status(text(fields, "status", 20))
        except ValueError as error:
            raise BadPost("status must be available, busy or away") from error
        await self._people.agents.change(agent.id, status=status, by=agent.id)
        self._people.events.tell(Changed(0, "agent", agent=agent.id))
        return {}

    async def settings(self, agent: Agent, fields: Fields) -> Fields:
        """Keys on or off; the rest of an agent's own is on the profile page."""
        keys = fields.get("keys")
        if not isinstance(keys, bool):
            raise BadPost("keys must be true or false")
        await self._people.agents.change(agent.id, settings=replace(agent.settings, keys=keys), by=agent.id)
        return {}


def _post(deed: Deed) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handler(request: web.Request) -> web.Response:
        return web.json_response(await deed(session_of(request).agent, read_object(await _read(request))))

    return handler


async def _read(request: web.Request) -> bytes:
    body = await read_body(request, LARGEST_POST)
    if body is None:
        raise BadPost("this is too long")
    return body


async def _read_part(part: BodyPartReader) -> bytes:
    body = b""
    async for chunk in _chunks(part):
        body += chunk
        if len(body) > LARGEST_POST:
            raise BadPost("this is too long")
    return body


async def _chunks(part: BodyPartReader) -> AsyncIterator[bytes]:
    while chunk := await part.read_chunk(64 * 1024):
        yield bytes(chunk)
