"""The staff group as a whole: its life from start to end, and the two streams that run in it.

`mirror.py` shows conversations there, `answers.py` reads what agents write; this file connects them with Telegram and with what changes at
the desk. Its bot, token and updates are its own and have nothing to do with the customers' Telegram channel.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import structlog

from bot.connector import Finding, Pace
from bot.desk.topics import Topics
from bot.files import FileStore
from bot.house import Hours
from bot.store.store import Store
from connectors.desks.telegram_group import parse, rights
from connectors.desks.telegram_group.answers import Answers
from connectors.desks.telegram_group.commands import Commands
from connectors.desks.telegram_group.faults import GroupFault, Trouble
from connectors.desks.telegram_group.limits import PACE
from connectors.desks.telegram_group.mirror import Mirror
from connectors.desks.telegram_group.pacing import Budget
from connectors.desks.telegram_group.parts import Pressed, Said
from connectors.desks.telegram_group.shape import Look
from connectors.desks.telegram_group.words import command_words
from intents.understanding import LANGUAGES

if TYPE_CHECKING:
    from bot.desk.people import People
    from connectors.desks.telegram_group.api import GroupApi

log = structlog.get_logger(__name__)

TIMEOUT = 20.0  # seconds for a call
POLL = 30  # seconds one fetch of updates waits for something to happen
SWEEP = 30.0  # seconds between two looks at everything; what changes is told at once
NAMES_FOR = 5.0  # seconds for which agents' names are remembered
PART = 0.6  # seconds for the next part of an album to come; Telegram brings them within a few hundredths
TRIES = 5  # for one update, before it is given up with words
PAUSES = (1.0, 60.0)  # seconds after a fault: the first, the longest


def plain_topics(topic: str, _: str) -> str:
    """What a conversation is about, where nobody gives better words."""
    return topic.replace("_", " ")


class StaffGroup:
    """`chat` is the group's number (-100...), `language` the one its topics are written in. `topic_words(topic, language)` names a topic.

    `fault` says what is wrong and what to do, None when nothing is.
    """

    name = "staff-telegram"

    def __init__(
        self,
        people: People,
        store: Store,
        *,
        token: str,
        chat: int,
        api_url: str,
        files: FileStore,
        hours: Hours,
        now: Callable[[], datetime],
        language: str = "en",
        topic_words: Callable[[str, str], str] = plain_topics,
        pace: Pace | None = PACE,
        timeout: float = TIMEOUT,
        poll: int = POLL,
        pauses: tuple[float, float] = PAUSES,
    ) -> None:
        self._lacking: str | None = None  # what the bot may not do; known from the start on
        self._broken: str | None = None  # what does not work just now
        self._people = people
        self._store = store
        self._token = token
        self._chat = chat
        self._api_url = api_url
        self._files = files
        self._hours = hours
        self._now = now
        self._language = language
        self._topic_words = topic_words
        self._budget = Budget(pace)
        self._timeout = timeout
        self._poll = poll
        self._pauses = pauses
        self._api: GroupApi | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._known: tuple[float, Look] | None = None
        self.mirror: Mirror | None = None

    @property
    def fault(self) -> str | None:
        return self._broken or self._lacking

    # --- life -----------------------------------------------------------------------------------------------------------------
    async def start(self) -> None:
        """Called when the port is open: load the library, then show and listen in tasks of their own. Never raises."""
        try:
            api = await self._opened()
        except (ImportError, ValueError) as error:
            self._broken = _words_of(error)
            log.error("the staff group cannot be served", reason=self._broken)
            return
        topics = Topics(self._store, self._now, str(self._chat))
        self.mirror = Mirror(topics, api, self._budget, self._files, self.look, self._now, self._say)
        commands = Commands(self._people, topics, self.mirror, self._hours, self.look, self._now)
        answers = Answers(self._people, topics, self.mirror, commands, api, self._files, self.look, self._now)
        jobs = (self._ready(api), self.mirror.run(), self._watch(self.mirror), self._sweep(self.mirror), self._listen(api, answers))
        self._tasks = [asyncio.create_task(job) for job in jobs]

    async def close(self) -> None:
        """Stop. What is not shown yet is shown after the next start."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._api is not None:
            await self._api.close()
            self._api = None

    async def check(self) -> Sequence[Finding]:
        """For `frontdesk check --live`."""
        try:
            return await rights.look(await self._opened())
        except GroupFault as fault:
            return [Finding("account", False, str(fault))]
        except (ImportError, ValueError) as error:
            return [Finding("account", False, _words_of(error))]

    async def _opened(self) -> GroupApi:
        """The connection. The library takes seconds to load, so that happens in a thread. Raises ImportError, ValueError."""
        if self._api is None:
            module: Any = await asyncio.to_thread(importlib.import_module, "connectors.desks.telegram_group.api")
            try:
                api: GroupApi = module.GroupApi(self._token, self._api_url, self._chat, timeout=self._timeout)
            except Exception:  # the library refuses a malformed token with an error that shows it
                raise ValueError("STAFF_TELEGRAM_TOKEN is no bot token; BotFather gives one like 123456789:AA...") from None
            self._api = api
        return self._api

    async def look(self) -> Look:
        """How the group reads; agents' names are remembered for a moment."""
        if self._known is None or time.monotonic() - self._known[0] > NAMES_FOR:
            names = {agent.id: agent.name for agent in await self._people.agents.list()}
            self._known = (time.monotonic(), Look(self._language, self._hours.timezone, self._topic_words, names))
        return self._known[1]

    # --- what runs ------------------------------------------------------------------------------------------------------------
    async def _ready(self, api: GroupApi) -> None:
        """Rights looked at, commands offered; again until Telegram answers."""

        async def once() -> None:
            self._lacking = rights.wrong(await rights.look(api))
            if self._lacking is not None:
                log.error("the staff group is not ready", reason=self._lacking)
            for language in LANGUAGES:
                await api.set_commands(command_words(language), language)
            await api.set_commands(command_words(self._language), None)

        await self._until_done(once)

    async def _until_done(self, job: Callable[[], Awaitable[None]]) -> None:
        first, longest = self._pauses
        for tries in range(1_000_000):
            try:
                return await job()
            except GroupFault as fault:
                self._say(fault)
                await asyncio.sleep(max(fault.seconds, min(longest, first * 2.0 ** min(tries, 16))))

    async def _watch(self, mirror: Mirror) -> None:
        """What changes at the desk is shown at once."""
        with self._people.events.listen() as changes:
            while True:
                changed = await changes.get()
                if changed.conversation:
                    mirror.wake(changed.conversation)
                elif changed.what == "reload":
                    await mirror.wake_all()

    async def _sweep(self, mirror: Mirror) -> None:
        while True:
            try:
                await mirror.wake_all()
            except Exception:  # the store; the next one comes soon
                log.exception("looking at the staff group's topics failed")
            await asyncio.sleep(SWEEP)

    async def _listen(self, api: GroupApi, answers: Answers) -> None:
        """Fetch what is written, for ever. An update is confirmed after it was worked on: what a crash interrupts comes again."""
        await self._until_done(api.drop_webhook)
        first, longest = self._pauses
        offset: int | None = None
        faults, tries = 0, 0
        while True:
            try:
                batch = await self._whole(api, offset)
                new = parse.migrated(batch, api.chat)
                if new is not None and self.mirror is not None:
                    await self.mirror.moved(new)
                items = parse.read(batch, api.chat)
                for number, item in items:
                    offset = number
                    await self._heard(answers, item, last=tries + 1 >= TRIES)
                    tries = 0
                if batch:
                    offset = batch[-1].update_id + 1
                faults = 0
            except GroupFault as fault:
                if fault.trouble is not Trouble.UNREACHABLE or faults > 1:
                    self._say(fault)
                faults, tries = faults + 1, tries + 1
                await asyncio.sleep(max(fault.seconds, min(longest, first * 2.0 ** min(faults - 1, 16))))
            except Exception:  # the store: nothing is confirmed, so it comes again
                log.exception("what was written in the staff group could not be worked on")
                faults, tries = faults + 1, tries + 1
                await asyncio.sleep(min(longest, first * 2.0 ** min(faults - 1, 16)))

    async def _whole(self, api: GroupApi, offset: int | None) -> list[Any]:
        """New updates; when the last is part of an album, with the rest of it. They are asked for again, so nothing has to be kept here."""
        batch = await api.updates(offset, self._poll)
        while parse.open_album(batch) is not None:
            await asyncio.sleep(PART)
            more = await api.updates(offset if offset is not None else batch[0].update_id, 0)
            if len(more) <= len(batch):
                return batch
            batch = more
        return batch

    async def _heard(self, answers: Answers, item: Said | Pressed, *, last: bool) -> None:
        """Work on one thing. At the `last` try a failure is told, and what comes after it is not held up any longer."""
        try:
            if isinstance(item, Pressed):
                await answers.pressed(item)
            else:
                await answers.said(item)
        except Exception:
            if not last:
                raise
            log.exception("given up: something from the staff group was not sent")
            if isinstance(item, Said):
                with contextlib.suppress(Exception):  # the store may be what fails
                    await answers.gave_up(item)

    def _say(self, fault: GroupFault | None) -> None:
        """What is wrong now; None when a call has worked again."""
        words = str(fault) if fault is not None else None
        if words is not None and words != self._broken:
            log.warning("the staff group does not work", reason=words)
        self._broken = words


def _words_of(error: Exception) -> str:
    if isinstance(error, ImportError):
        return "the staff group needs aiogram; install Frontdesk with its extra: pip install 'frontdesk[staff-telegram]'"
    return str(error)
