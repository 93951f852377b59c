"""What agents do in a topic besides writing to the customer: the commands, and the buttons that stand for them.

Each does its work through the people's side (bot/desk) and returns a short confirmation in the agent's language, or raises what that
side raises (NotYours, NotAllowed, NothingThere, Empty): `answers.py` turns it into words.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.desk.topics import Matter, Topics
from bot.desk.values import Agent, NothingThere, Role
from bot.desk.when import until
from bot.house import Hours
from connectors.desks.telegram_group.mirror import Mirror, Told
from connectors.desks.telegram_group.parts import Button
from connectors.desks.telegram_group.shape import Look
from connectors.desks.telegram_group.words import word

if TYPE_CHECKING:
    from bot.desk.people import People

IN_A_ROW = 2  # agents' names side by side


class Misused(Exception):
    """The command cannot be done as it was written; the text says how to, in the agent's language."""


class Commands:
    """`chat` names the group, for the marks that make a command that comes twice one."""

    def __init__(
        self,
        people: People,
        topics: Topics,
        mirror: Mirror,
        hours: Hours,
        look: Callable[[], Awaitable[Look]],
        now: Callable[[], datetime],
    ) -> None:
        self._people = people
        self._topics = topics
        self._mirror = mirror
        self._hours = hours
        self._look = look
        self._now = now
        self._all: dict[str, Callable[[Matter, Agent, str, int], Awaitable[str]]] = {
            "take": self._take,
            "resolve": self._resolve,
            "bot": self._bot,
            "promise": self._promise,
            "assign": self._assign,
            "note": self._note,
        }

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._all)

    async def run(self, name: str, conversation: int, agent: Agent, words: str, message: int) -> str:
        """Do a command. `message` is the one it was written in. Raises KeyError when there is none of that name, Misused."""
        command = self._all[name]
        return await command(await self._matter(conversation), agent, words, message)

    async def press(self, data: str, conversation: int, agent: Agent, message: int) -> str:
        """What a button stands for; one of an older case does nothing. Raises KeyError, ValueError for a button that is not ours."""
        matter = await self._matter(conversation)
        what, _, rest = data.partition(":")
        number = int(rest.partition(":")[0])
        if what == "retry":
            await self._people.replies.retry(number, agent)
            await self._topics.forget(f"fail:{number}")
            return word("done", agent.settings.language)
        if what == "keep":
            return await self._keep(matter, agent, number)
        if matter.case is None or not matter.case.live or number != matter.case.id:
            raise NothingThere
        if what == "to":
            return await self._assign(matter, agent, f"#{rest.partition(':')[2]}", message)
        if what == "promise":
            raise Misused(word("no_promise", agent.settings.language))
        return await self._all[{"give_bot": "bot"}.get(what, what)](matter, agent, "", message)

    async def own(self, conversation: int, agent: Agent) -> None:
        """The first answer takes the conversation over. Raises NotYours."""
        if await self._people.baton.owner(conversation) != f"agent:{agent.id}":
            await self._people.baton.take_over(conversation, agent)

    async def suggested(self, matter: Matter, agent: Agent, text: str, row: int, message: int) -> None:
        """Offer to keep what an answer promises."""
        found = self._people.replies.suggest_promise(text, self._now(), self._hours.timezone, matter.language)
        if found is None or matter.thread is None:
            return
        language = agent.settings.language
        asked = word("keep_promise", language, time=(await self._look()).time(found[0], language))
        button = Button(word("keep", language), f"keep:{row}")
        self._mirror.tell(Told(int(matter.thread), asked, message, ((button,),)))

    # --- the commands ---------------------------------------------------------------------------------------------------------
    async def _take(self, matter: Matter, agent: Agent, _: str, __: int) -> str:
        await self._people.baton.take_over(matter.conversation, agent, force=agent.role is not Role.AGENT)
        return word("done", agent.settings.language)

    async def _resolve(self, matter: Matter, agent: Agent, _: str, __: int) -> str:
        await self.own(matter.conversation, agent)
        await self._people.closing.resolve(matter.conversation, agent)
        return word("done", agent.settings.language)

    async def _bot(self, matter: Matter, agent: Agent, agreed: str, _: int) -> str:
        await self.own(matter.conversation, agent)
        await self._people.baton.give_back(matter.conversation, agent, agreed)
        return word("done", agent.settings.language)

    async def _note(self, matter: Matter, agent: Agent, text: str, message: int) -> str:
        row = await self._people.replies.note(matter.conversation, agent, text)
        await self._topics.shown({str(message): row})
        return word("done", agent.settings.language)

    async def _promise(self, matter: Matter, agent: Agent, text: str, message: int) -> str:
        """Written down, and told the customer with its time."""
        language, now = agent.settings.language, self._now()
        found = None
        for one in dict.fromkeys((matter.language, language)):
            found = found or self._people.replies.suggest_promise(text, now, self._hours.timezone, one)
        due = found[0] if found is not None else until(text, now, self._hours)
        if due is None:
            raise Misused(word("no_promise", language))
        await self.own(matter.conversation, agent)
        name = f"telegram:{self._topics.chat}:{message}"
        await self._people.ledger.promise(matter.conversation, agent, text, due, client_id=name, tell=True)
        return word("promised_now", language, time=(await self._look()).time(due, language))

    async def _keep(self, matter: Matter, agent: Agent, row: int) -> str:
        """The promise in an answer that was sent already."""
        language = agent.settings.language
        text = await self._topics.words(row)
        found = self._people.replies.suggest_promise(text, self._now(), self._hours.timezone, matter.language)
        if found is None:
            raise NothingThere
        await self._people.ledger.promise(matter.conversation, agent, found[1] or text, found[0], client_id=f"telegram:keep:{row}")
        return word("promised_now", language, time=(await self._look()).time(found[0], language))

    async def _assign(self, matter: Matter, agent: Agent, whom: str, message: int) -> str:
        language = agent.settings.language
        there = [a for a in await self._people.agents.list() if not a.disabled]
        if not whom.strip():
            return self._whom(matter, agent, there, message)
        to = _named(there, whom)
        if to is None:
            raise Misused(word("nobody", language, name=whom.strip()))
        await self._people.baton.assign(matter.conversation, to, agent)
        return word("assigned", language, name=to.name)

    def _whom(self, matter: Matter, agent: Agent, there: list[Agent], message: int) -> str:
        """A button for each colleague."""
        case = matter.case
        if case is None or matter.thread is None:
            raise NothingThere
        buttons = [Button(a.name, f"to:{case.id}:{a.id}") for a in there]
        rows = tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))
        asked = word("who", agent.settings.language)
        self._mirror.tell(Told(int(matter.thread), asked, message, rows))
        return asked

    async def _matter(self, conversation: int) -> Matter:
        matter = await self._topics.matter(conversation)
        if matter is None:
            raise NothingThere
        return matter


def linked(agents: list[Agent], user: int) -> Agent | None:
    """Whose account it is, among those who may still enter."""
    name = str(user)
    return next((a for a in agents if user and a.settings.telegram == name and not a.disabled), None)


async def link(people: People, agent: Agent, user: int) -> Agent:
    """From now on the account is this agent's, and nobody else's."""
    for other in await people.agents.list():
        if other.id != agent.id and other.settings.telegram == str(user):
            await people.agents.change(other.id, settings=replace(other.settings, telegram=""), by=agent.id)
    return await people.agents.change(agent.id, settings=replace(agent.settings, telegram=str(user)), by=agent.id)


def _named(there: list[Agent], whom: str) -> Agent | None:
    """By number (#7), e-mail, name, or the only one whose name begins so."""
    wanted = whom.strip().lstrip("@").casefold()
    exact = [a for a in there if wanted in (f"#{a.id}", a.email.casefold(), a.name.casefold())]
    begins = [a for a in there if a.name.casefold().startswith(wanted)]
    return exact[0] if exact else begins[0] if len(begins) == 1 else None
