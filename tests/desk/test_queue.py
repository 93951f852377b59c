"""Whose case is next: language, topic and room; the known agent first, then the urgent, then the longest waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.config_desk import DeskConfig
from bot.desk.queue import Queue, fits, next_of, plan
from bot.desk.values import Agent, Settings, Status
from bot.store.baton import Waiting
from tests.chat import chatting
from tests.core.fakes import NOON
from tests.desk.counter import Counter, counter
from tests.desk.office import hire


def agent(number: int = 1, *, status: Status = Status.AVAILABLE, **settings: object) -> Agent:
    return Agent(number, f"agent {number}", f"a{number}@shop.example", status=status, settings=replace(Settings(), **settings))  # type: ignore[arg-type]  # by name


def case(conversation: int, *, language: str = "en", topic: str = "", priority: int = 0, waits: int = 0, last: int = 0) -> Waiting:
    return Waiting(conversation, language, topic, priority, NOON - timedelta(minutes=waits), last)


class Staff:
    """A roster for the queue."""

    def __init__(self, *agents: Agent) -> None:
        self.agents = agents

    async def list(self) -> Sequence[Agent]:
        return self.agents


def queue(at: Counter, *agents: Agent, **config: object) -> Queue:
    return Queue(at.booth.store, at.booth.clock, Staff(*agents), at.baton, DeskConfig.model_validate(config))


# --- who may have what -----------------------------------------------------------------------------------------------------
def test_an_agent_gets_the_languages_and_topics_they_know() -> None:
    maja = agent(languages=("sl", "en"), topics=("refund",))
    assert fits(maja, case(1, language="sl", topic="refund"))
    assert not fits(maja, case(1, language="ru", topic="refund"))
    assert not fits(maja, case(1, language="sl", topic="complaint"))
    assert fits(maja, case(1, language="sl")), "what has no topic is everybody's"
    assert fits(maja, case(1, language="sl", topic="complaint", last=1)), "their own customer comes back"
    assert fits(agent(), case(1, language="uk", topic="anything"))


def test_next_is_ones_own_then_what_is_nobodys_then_a_colleagues() -> None:
    waiting = [case(1, last=2), case(2), case(3, last=1)]
    assert next_of(agent(1), waiting, frozenset({2})) == 3
    assert next_of(agent(1), waiting[:2], frozenset({2})) == 2
    assert next_of(agent(1), waiting[:1], frozenset({2})) == 1, "better a stranger than nobody"
    assert next_of(agent(1), waiting[:2]) == 1, "their colleague has no room"
    assert next_of(agent(1, languages=("sl",)), waiting) is None


def test_cases_are_given_to_who_has_most_room_up_to_their_limit() -> None:
    staff = [agent(1), agent(2, most=2), agent(3, status=Status.BUSY), agent(4, status=Status.AWAY)]
    given = plan([case(n) for n in range(1, 8)], staff, {1: 3, 2: 0}, 5)
    assert given == [(1, 1), (2, 2), (3, 1), (4, 2)]


def test_the_known_agent_gets_their_customer_and_a_disabled_one_nothing() -> None:
    staff = [agent(1), agent(2), replace(agent(3), disabled=True)]
    assert plan([case(1, last=2), case(2, last=3)], staff, {2: 4}, 5) == [(1, 2), (2, 1)]


def test_a_case_nobody_can_take_does_not_hold_up_those_behind_it() -> None:
    assert plan([case(1, language="uk"), case(2)], [agent(1, languages=("en",))], {}, 5) == [(2, 1)]


# --- on a store ------------------------------------------------------------------------------------------------------------
async def three_wait(at: Counter) -> list[int]:
    """Ana, then Bob, then Eva, an hour apart."""
    found = []
    for name in ("ana", "bob", "eva"):
        at.booth.address = name
        await at.says("human please")
        found.append(await at.conversation())
        at.booth.clock.advance(minutes=1)
    return found


async def test_the_longest_waiting_is_next_unless_another_is_urgent() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        ana, bob, eva = await three_wait(at)
        assert await queue(at, maja).next_for(maja) == ana
        await at.booth.store.write(lambda db: db.execute("UPDATE cases SET priority = 2 WHERE conversation_id = ?", (eva,)))
        assert await queue(at, maja).next_for(maja) == eva
        await at.baton.take_over(eva, maja)
        await at.baton.take_over(ana, maja)
        assert await queue(at, maja).next_for(maja) == bob
        assert await queue(at, maja, most_cases=2).next_for(maja) is None, "they have as many as they may"


async def test_waiting_cases_are_given_out_where_the_shop_wants_it() -> None:
    async with counter() as at:
        maja, igor = await hire(at.booth.store), await hire(at.booth.store, "Igor")
        ana, bob, eva = await three_wait(at)
        assert await queue(at, maja, igor).route() == []
        given = await queue(at, maja, igor, assign="automatic").route()
        assert given == [(ana, maja.id), (bob, igor.id), (eva, maja.id)]
        assert await at.baton.owner(bob) == f"agent:{igor.id}"
        assert await queue(at, maja, igor, assign="automatic").route() == []


async def test_who_comes_back_within_a_week_is_given_to_the_agent_they_know() -> None:
    async with counter() as at:
        maja, igor = await hire(at.booth.store), await hire(at.booth.store, "Igor")
        await at.says("human please")
        where = await at.conversation()
        await at.baton.take_over(where, igor)
        await at.baton.give_back(where, igor)
        at.booth.clock.advance(days=5)
        await at.says("human please")
        assert await queue(at, maja, igor).next_for(maja) == where, "igor's, but better maja than nobody"
        assert await queue(at, maja, igor, assign="automatic").route() == [(where, igor.id)]


async def test_the_running_core_gives_cases_out_in_its_sweep_and_knows_every_timer() -> None:
    async with chatting() as chat:
        people = chat.desk.people
        await hire(chat.desk.store)
        await chat.says("I want to talk to a person about my order 1001 that never came")
        where = await chat.desk.store.conversation("test", chat.address)
        assert where is not None
        assert await people.baton.owner(where) == "queue"
        await chat.desk.reception.sweep()
        assert await people.baton.owner(where) == "queue", "by hand, as config.yml says"
        assert {"promise", "joined", "clock", "watch"} <= set(chat.desk.reception._turns.timers)
