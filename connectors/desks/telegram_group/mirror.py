"""What happens in conversations, shown in the group: topics made, cards kept true, lines posted, files sent anew.

Theory. Nothing is queued here. Each look asks the store what a conversation's topic lacks (`bot/desk/topics.py`) and does the first of it;
what was done is written down after it was done. So a restart, a rate limit, a deleted topic or a crash in the middle loses nothing; the
worst is a line shown twice among colleagues. One loop serves all topics, because the whole group has one budget of 20 messages a minute:
it waits for a place first and chooses then, so that while it waits lines gather and go out together.

A topic that was deleted is noticed by the next line for it (Telegram tells nobody before), and made again with its card and what is still
to be shown. Changes of a card come after every line that waits.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

import structlog

from bot.desk.topics import Matter, TopicLine, Topics
from bot.files import FileStore
from connectors.desks.telegram_group.faults import GroupFault, Trouble
from connectors.desks.telegram_group.limits import TEXT
from connectors.desks.telegram_group.pacing import Budget
from connectors.desks.telegram_group.parts import Button
from connectors.desks.telegram_group.posting import Poster, names
from connectors.desks.telegram_group.shape import Look, Text, card, card_buttons, failure, line_text, topic_name

if TYPE_CHECKING:
    from connectors.desks.telegram_group.api import GroupApi

log = structlog.get_logger(__name__)

DONE = -1.0  # nothing is left to do for a conversation
AGAIN = 0.0  # something was done; there may be more
HOLD = timedelta(seconds=20)  # how long a line waits for its file before it is shown without
SHORTLY = 0.5  # seconds
ALBUM = timedelta(seconds=1.5)  # since an album's last part
STALE = 60.0  # seconds after which a card is mended though lines wait
PAUSES = {Trouble.UNREACHABLE: 5.0, Trouble.CONFLICT: 5.0}
LONG_PAUSE = 60.0  # seconds, after a fault that only a person can mend


@dataclass(frozen=True, slots=True)
class Told:
    """Something an agent is told in the group. Not kept over a restart: it answers what they have just done."""

    thread: int | None
    text: str
    answers: int | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()


class Mirror:
    """`look` is asked for each time, because agents come and go. `say` is told what is wrong with the group (None: nothing)."""

    def __init__(
        self,
        topics: Topics,
        api: GroupApi,
        budget: Budget,
        files: FileStore,
        look: Callable[[], Awaitable[Look]],
        now: Callable[[], datetime],
        say: Callable[[GroupFault | None], None],
    ) -> None:
        self._poster = Poster(topics, api, budget, files)
        self._topics = topics
        self._api = api
        self._budget = budget
        self._look = look
        self._now = now
        self._say = say
        self._due: OrderedDict[int, float] = OrderedDict()  # conversation -> not before, by the monotonic clock
        self._told: deque[Told] = deque()
        self._wake = asyncio.Event()
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._cards: dict[str, str] = {}  # card -> what it says
        self._stale: dict[int, float] = {}  # conversation -> since when its card is not true any more

    def lock(self, conversation: int) -> asyncio.Lock:
        """Held while a topic is written to, and while what an agent wrote there becomes a line: neither may see the other half-done."""
        lock = self._locks.get(conversation)
        if lock is None:
            lock = self._locks[conversation] = asyncio.Lock()
        return lock

    def wake(self, conversation: int) -> None:
        """Something changed in a conversation."""
        self._due[conversation] = 0.0
        self._wake.set()

    def tell(self, told: Told) -> None:
        """Before everything else that waits."""
        self._told.append(told)
        self._wake.set()

    async def wake_all(self) -> None:
        for conversation in await self._topics.due():
            self._due.setdefault(conversation, 0.0)
        self._wake.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self._something()
            short = await self._budget.turn()
            try:
                await self._once(short)
            except GroupFault as fault:
                await asyncio.sleep(await self._faulty(fault))
            except Exception:  # the store, or a mistake of ours: the next look begins anew
                log.exception("the staff group could not be served")
                await asyncio.sleep(SHORTLY)

    async def settled(self) -> bool:
        """Whether nothing waits to be shown. For tests and shutdown."""
        return not self._told and not self._due

    async def _something(self) -> None:
        """Wait until something is due."""
        while True:
            self._wake.clear()
            now = time.monotonic()
            if self._told or any(at <= now for at in self._due.values()):
                return
            soonest = min(self._due.values(), default=None)
            try:
                await asyncio.wait_for(self._wake.wait(), None if soonest is None else max(0.01, soonest - now))
            except TimeoutError:
                continue

    async def _once(self, short: bool) -> None:
        if self._told:
            told = self._told[0]
            await self._poster.post(told.thread, Text(told.text), told.answers, told.buttons)
            self._told.popleft()
            return
        now = time.monotonic()
        conversation = next((c for c, at in self._due.items() if at <= now), None)
        if conversation is None:
            return
        del self._due[conversation]  # what changes from here on wakes it again
        again = LONG_PAUSE
        try:
            async with self.lock(conversation):
                again = await self._step(conversation, short)
            self._say(None)
        except GroupFault as fault:
            again = await self._mend(conversation, fault)
        finally:
            if again != DONE:
                self._due.setdefault(conversation, time.monotonic() + again)

    # --- one conversation -----------------------------------------------------------------------------------------------------
    async def _step(self, conversation: int, short: bool) -> float:
        """Do the first thing its topic lacks. DONE, AGAIN, or after how many seconds to look again."""
        matter = await self._topics.matter(conversation)
        if matter is None or matter.case is None or (matter.thread is None and not matter.case.live):
            return DONE
        look = await self._look()
        if matter.thread is None:
            thread = await self._api.create_topic(topic_name(matter, look))
            self._budget.spend()  # "topic created" is a message as well
            await self._topics.bind(conversation, str(thread))
            return AGAIN
        if matter.erased:
            await self._api.delete_topic(int(matter.thread))
            await self._topics.lost(conversation)
            await self._topics.forget(f"from:{conversation}")
            return DONE
        if matter.case.live and matter.closed:
            await self._reopen(matter, look)
            return AGAIN
        if matter.case.live and matter.card is None:
            await self._new_card(matter, look)
            return AGAIN
        if await self._known(matter):
            return AGAIN
        if matter.lines:
            return await self._show(matter, look, short)
        return await self._rest(matter, look)

    async def _known(self, matter: Matter) -> bool:
        """Write down what needs no message: lines that show nothing, and what agents wrote in the topic themselves."""
        known = {f"pass:{row}": row for row in matter.passed}
        known |= {line.said_as: line.id for line in matter.lines if line.said_as is not None}
        if known:
            await self._topics.shown(known)
        return bool(known)

    async def _reopen(self, matter: Matter, look: Look) -> None:
        assert matter.thread is not None
        for call in (self._api.reopen_topic(int(matter.thread)), self._api.rename_topic(int(matter.thread), topic_name(matter, look))):
            try:
                await call
            except GroupFault as fault:
                if fault.trouble is not Trouble.UNCHANGED:
                    raise
        await self._topics.reopened(matter.conversation)

    async def _new_card(self, matter: Matter, look: Look) -> None:
        assert matter.thread is not None
        assert matter.case is not None
        text = card(matter, look)
        number = (await self._poster.post(int(matter.thread), text, None, card_buttons(matter, look)))[0]
        await self._topics.shown({str(number): matter.case.id})
        self._cards[str(number)] = _digest(text, card_buttons(matter, look))
        try:
            await self._api.pin(number)
            self._budget.spend()  # "pinned a message" is one as well
        except GroupFault as fault:
            if fault.trouble is not Trouble.RIGHTS:
                raise
            log.warning("the card cannot be pinned", reason=str(fault))

    async def _show(self, matter: Matter, look: Look, short: bool) -> float:
        """The first line, or several: an album, or what gathered while the budget was short."""
        first = matter.lines[0]
        group = [first]
        if first.album is not None:
            for line in matter.lines[1:]:
                if line.album != first.album:
                    break
                group.append(line)
            if self._now() - group[-1].at < ALBUM and len(group) < 10:
                return SHORTLY
        files = [file for line in group for file in line.files if file.id]
        if any(file.state == "wanted" for file in files) and self._now() - first.at < HOLD:
            return SHORTLY
        if files or first.edited:
            await self._poster.lines(matter, look, group)
            return AGAIN
        if short:
            for line in matter.lines[1:]:
                if any(f.id for f in line.files) or line.edited or _joined(matter, look, [*group, line]).size > TEXT:
                    break
                group.append(line)
        numbers = await self._poster.text(matter, look, _joined(matter, look, group), None)
        await self._topics.shown(names(numbers, [line.id for line in group]))
        return AGAIN

    # --- when all lines are shown ---------------------------------------------------------------------------------------------
    async def _rest(self, matter: Matter, look: Look) -> float:
        assert matter.thread is not None
        assert matter.case is not None
        for line in matter.awaited:
            if all(file.state != "wanted" for file in line.files):
                await self._poster.late_files(matter, look, line)
                return AGAIN
        for row, state, reason in matter.undelivered[:1]:
            shown = await self._topics.message(row)
            buttons = ((Button(look.word("retry"), f"retry:{row}"),),)
            await self._poster.post(int(matter.thread), Text(failure(state, reason, look)), int(shown) if shown else None, buttons)
            await self._topics.shown({f"fail:{row}": row})
            return AGAIN
        if matter.card is not None and not matter.closed and (again := await self._true_card(matter, look)) != DONE:
            return again
        if not matter.case.live and not matter.closed:
            await self._api.close_topic(int(matter.thread))
            await self._topics.shown({f"closed:{matter.conversation}": matter.case.id})
        return SHORTLY * 4 if matter.awaited else DONE

    async def _true_card(self, matter: Matter, look: Look) -> float:
        """Mend the card when it is not true any more. DONE when there is nothing to mend."""
        assert matter.card is not None
        text, buttons = card(matter, look), card_buttons(matter, look)
        digest = _digest(text, buttons)
        if self._cards.get(matter.card) == digest:
            self._stale.pop(matter.conversation, None)
            return DONE
        since = self._stale.setdefault(matter.conversation, time.monotonic())
        if (self._due or self._told) and time.monotonic() - since < STALE:
            return SHORTLY
        try:
            await self._api.edit(int(matter.card), text.words, text.bold, buttons)
            self._budget.spend()
        except GroupFault as fault:
            if fault.trouble is Trouble.MESSAGE_GONE:  # and perhaps the whole topic: the next message will show
                await self._topics.forget(matter.card)
                return AGAIN
            if fault.trouble is not Trouble.UNCHANGED:
                raise
        self._cards[matter.card] = digest
        return AGAIN

    # --- faults ---------------------------------------------------------------------------------------------------------------
    async def _mend(self, conversation: int, fault: GroupFault) -> float:
        """What can be mended in one topic; everything else is raised on. After how many seconds to look again."""
        if fault.trouble is Trouble.TOPIC_GONE:
            log.warning("a topic was deleted; it is made again", conversation=conversation)
            await self._topics.lost(conversation)
            return AGAIN
        if fault.trouble is Trouble.TOPIC_CLOSED:
            matter = await self._topics.matter(conversation)
            if matter is not None and matter.thread is not None:
                await self._api.reopen_topic(int(matter.thread))
            return AGAIN
        self._due.setdefault(conversation, time.monotonic())
        raise fault

    async def _faulty(self, fault: GroupFault) -> float:
        """A fault of the whole group: how many seconds to wait."""
        if fault.trouble is Trouble.RATE:
            self._budget.refused(fault.seconds)
            return 0.0
        if fault.trouble is Trouble.MIGRATED and fault.chat:
            await self.moved(fault.chat)
            return 0.0
        self._say(fault)
        if self._told and fault.trouble in (Trouble.REFUSED, Trouble.TOPIC_GONE, Trouble.MESSAGE_GONE, Trouble.TOPIC_CLOSED):
            self._told.popleft()  # where it was to be told there is nothing any more
            return 0.0
        return PAUSES.get(fault.trouble, LONG_PAUSE)

    async def moved(self, chat: int) -> None:
        """The group became a supergroup with another number."""
        log.warning("the staff group has a new number; set STAFF_TELEGRAM_CHAT to it", chat=chat)
        self._api.chat = chat
        await self._topics.moved(str(chat))
        await self.wake_all()


def _joined(matter: Matter, look: Look, lines: Sequence[TopicLine]) -> Text:
    text = Text("")
    for line in lines:
        text = text.then(line_text(line, matter, look))
    return text


def _digest(text: Text, buttons: Sequence[Sequence[Button]]) -> str:
    return f"{text.words}\0{[[button.data for button in row] for row in buttons]}"
