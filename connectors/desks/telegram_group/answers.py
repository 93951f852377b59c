"""What agents write in the group, made into answers, notes and commands.

Everything an agent writes in a topic goes to its customer, unless it begins with `//` (a note) or `/` (a command). The first answer takes
the conversation over. Who is not known as an agent is told so, and nothing of theirs is sent. A message that comes twice, as after a
crash, is answered once: its number in the group is the answer's name in the store.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.desk.replies import Empty
from bot.desk.topics import Topics
from bot.desk.values import Agent, NotAllowed, NothingThere, NotYours, Role
from bot.files import FileNotWelcome, FileStore, FileTooLarge, KeptFile
from connectors.desks.telegram_group.commands import Commands, Misused, link, linked
from connectors.desks.telegram_group.faults import GroupFault, Trouble
from connectors.desks.telegram_group.limits import CALLBACK_ANSWER, DOWNLOAD_BYTES
from connectors.desks.telegram_group.mirror import Mirror, Told
from connectors.desks.telegram_group.parts import Pressed, Said, SentFile
from connectors.desks.telegram_group.shape import Look
from connectors.desks.telegram_group.words import word

if TYPE_CHECKING:
    from bot.desk.people import People
    from connectors.desks.telegram_group.api import GroupApi

log = structlog.get_logger(__name__)

SENT, REFUSED, NOTED = "👌", "👎", "✍"
NOTE = "//"
REMIND = timedelta(minutes=10)  # how seldom the same stranger is told that nothing of theirs is sent
_COMMAND = re.compile(r"/(?P<name>[a-z_]+)(?:@\w+)?(?:\s+(?P<words>.*))?", re.DOTALL)


class TooLarge(Exception):
    """A file no bot can fetch."""


class Answers:
    """Called for one thing after the other, in the order of the group."""

    def __init__(
        self,
        people: People,
        topics: Topics,
        mirror: Mirror,
        commands: Commands,
        api: GroupApi,
        files: FileStore,
        look: Callable[[], Awaitable[Look]],
        now: Callable[[], datetime],
    ) -> None:
        self._people = people
        self._topics = topics
        self._mirror = mirror
        self._commands = commands
        self._api = api
        self._files = files
        self._look = look
        self._now = now
        self._reminded: dict[int, datetime] = {}

    async def said(self, said: Said) -> None:
        """Raises GroupFault (UNREACHABLE) when a file could not be fetched now; nothing was done then."""
        command = _COMMAND.fullmatch(said.text.strip()) if not said.files and not said.edited else None
        if command is not None and command["name"] == "link":
            await self._link(said, command["words"] or "")
            return
        conversation = await self._topics.conversation(str(said.thread)) if said.thread is not None else None
        if conversation is None:
            return  # the General topic, or one of the colleagues' own
        async with self._mirror.lock(conversation):
            known = await self._topics.line(str(said.first))
            if (known is None) == bool(said.edited):
                return  # seen before, or an edit of something that was never an answer
            agent = linked(await self._people.agents.list(), said.user)
            if agent is None:
                await self._stranger(said)
                return
            try:
                await self._work(said, conversation, agent, command, known)
            except (NotYours, NotAllowed, NothingThere, Empty, Misused, TooLarge, FileTooLarge, FileNotWelcome) as refusal:
                await self._refuse(said, agent, _words(refusal, agent))
        self._mirror.wake(conversation)

    async def _work(self, said: Said, conversation: int, agent: Agent, command: re.Match[str] | None, known: int | None) -> None:
        text = said.text.strip()
        if known is not None:
            await self._edited(said, conversation, agent, known)
        elif text.startswith(NOTE) and not said.files:
            row = await self._people.replies.note(conversation, agent, text.removeprefix(NOTE))
            await self._topics.shown({str(said.first): row})
            await self._react(said, NOTED)
        elif command is not None:
            await self._command(said, conversation, agent, command)
        elif said.other:
            raise Misused(word("other", agent.settings.language))
        else:
            await self._answer(said, conversation, agent)

    async def _answer(self, said: Said, conversation: int, agent: Agent) -> None:
        """Take over where need be, fetch the files, send."""
        await self._commands.own(conversation, agent)
        private = said.text.strip().startswith(NOTE)
        if private:  # a note with a file: its words stay inside, and the file would be sent
            raise Misused(word("other", agent.settings.language))
        files = [await self._fetched(file, conversation) for file in said.files]
        name = f"telegram:{self._topics.chat}:{said.first}"
        row = await self._people.replies.say(conversation, agent, said.text, files=files, client_id=name)
        await self._topics.shown({str(message): row for message in said.messages})
        await self._react(said, SENT)
        matter = await self._topics.matter(conversation)
        if matter is not None:
            await self._commands.suggested(matter, agent, said.text, row, said.first)

    async def _edited(self, said: Said, conversation: int, agent: Agent, line: int) -> None:
        """Words that were sent cannot be taken back on most platforms: the new ones follow as a correction. A note gets a new note."""
        before = (await self._topics.words(line)).strip()
        text = said.text.strip()
        private = text.startswith(NOTE)
        text = text.removeprefix(NOTE).strip()
        if not text or text in (before, f"/note {before}") or text.startswith("/"):
            return  # a picture was added to a link, or a reaction given
        matter = await self._topics.matter(conversation)
        if private:
            row = await self._people.replies.note(conversation, agent, word("correction", agent.settings.language, text=text))
            await self._topics.shown({f"{said.first}.{said.edited}": row})
            return
        await self._commands.own(conversation, agent)
        words = word("correction", matter.language if matter else "en", text=text)
        name = f"telegram:{self._topics.chat}:{said.first}.{said.edited}"
        row = await self._people.replies.say(conversation, agent, words, client_id=name)
        await self._topics.shown({f"{said.first}.{said.edited}": row})
        await self._react(said, SENT)

    async def _command(self, said: Said, conversation: int, agent: Agent, command: re.Match[str]) -> None:
        try:
            await self._commands.run(command["name"], conversation, agent, (command["words"] or "").strip(), said.first)
        except KeyError:
            names = " ".join(f"/{name}" for name in self._commands.names)
            raise Misused(word("unknown_command", agent.settings.language, names=names)) from None
        if await self._topics.line(str(said.first)) is None:
            await self._topics.shown({str(said.first): 0})  # done: when it comes again it is known
        await self._react(said, SENT)

    async def gave_up(self, said: Said) -> None:
        """It failed again and again; whoever wrote it must know that it was not sent."""
        agent = linked(await self._people.agents.list(), said.user)
        if agent is not None:
            await self._refuse(said, agent, word("failed", agent.settings.language))

    async def pressed(self, pressed: Pressed) -> None:
        """A button below one of our messages."""
        agent = linked(await self._people.agents.list(), pressed.user)
        language = agent.settings.language if agent is not None else (await self._look()).language
        conversation = await self._topics.conversation(str(pressed.thread)) if pressed.thread is not None else None
        loud, words = True, word("unknown", language)
        if agent is not None and conversation is None:
            words = word("nothing", language)
        elif agent is not None and conversation is not None:
            async with self._mirror.lock(conversation):
                try:
                    words, loud = await self._commands.press(pressed.data, conversation, agent, pressed.message), False
                except (NotYours, NotAllowed, NothingThere, Empty, Misused) as refusal:
                    words = _words(refusal, agent)
                except (KeyError, ValueError):
                    words = word("nothing", language)
            self._mirror.wake(conversation)
        with contextlib.suppress(GroupFault):  # too late to pop up; the card shows how it stands
            await self._api.answer(pressed.query, words[:CALLBACK_ANSWER], loud=loud)

    # --- who writes -----------------------------------------------------------------------------------------------------------
    async def _link(self, said: Said, code: str) -> None:
        language = (await self._look()).language
        number = await self._topics.use_code(code) if said.user and code.strip() else None
        agent = await self._people.agents.get(number) if number is not None else None
        if agent is None or agent.disabled:
            self._mirror.tell(Told(said.thread, word("bad_code", language), said.first))
            return
        agent = await link(self._people, agent, said.user)
        log.info("a Telegram account was linked", agent=agent.id)
        self._mirror.tell(Told(said.thread, word("linked", agent.settings.language, name=agent.name), said.first))

    async def _stranger(self, said: Said) -> None:
        """Nothing of theirs is sent; the thumb says so each time, the words now and then."""
        await self._react(said, REFUSED)
        now = self._now()
        if said.user in self._reminded and now - self._reminded[said.user] < REMIND:
            return
        self._reminded = {user: at for user, at in self._reminded.items() if now - at < REMIND} | {said.user: now}
        key = "unknown" if said.user else "anonymous"
        self._mirror.tell(Told(said.thread, word(key, (await self._look()).language), said.first))

    async def _refuse(self, said: Said, agent: Agent, words: str) -> None:
        log.info("not sent from the staff group", agent=agent.id, message=said.first)
        await self._react(said, REFUSED)
        self._mirror.tell(Told(said.thread, words, said.first))

    async def _react(self, said: Said, emoji: str) -> None:
        with contextlib.suppress(GroupFault):  # a courtesy, and the group may not allow it
            await self._api.react(said.first, emoji)

    async def _fetched(self, file: SentFile, conversation: int) -> KeptFile:
        """The bytes of an agent's file, kept as the customer's. Raises TooLarge, FileTooLarge, FileNotWelcome, GroupFault."""
        if file.size > DOWNLOAD_BYTES:
            raise TooLarge(file.name)
        try:
            return await self._files.keep(await self._people.replies.keep_for(conversation), file.name, self._chunks(file))
        except GroupFault as fault:
            if fault.trouble is Trouble.TOO_LARGE:
                raise TooLarge(file.name) from None
            raise
        except (FileTooLarge, FileNotWelcome) as refusal:
            raise type(refusal)(file.name) from None

    async def _chunks(self, file: SentFile) -> AsyncIterator[bytes]:
        async for chunk in self._api.download(file.id):
            yield chunk


def _words(refusal: Exception, agent: Agent) -> str:
    language = agent.settings.language
    match refusal:
        case NotYours(name=name, owner=owner):
            return word("theirs" if agent.role is Role.AGENT else "theirs_lead", language, name=name or owner)
        case NotAllowed():
            return word("not_allowed", language)
        case NothingThere():
            return word("nothing", language)
        case Empty():
            return word("empty", language)
        case TooLarge() | FileTooLarge():
            return word("too_large", language, file=str(refusal))
        case FileNotWelcome():
            return word("not_welcome", language, file=str(refusal))
    return str(refusal)
