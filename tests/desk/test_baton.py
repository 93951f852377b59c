"""The baton: one owner at a time, one winner of two, and a bot that is silent from the moment an agent has the conversation."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta

import pytest

from bot.connector import SendLater
from bot.desk.replies import Replies
from bot.desk.values import Agent, NotAllowed, NothingThere, NotYours, Role, Status
from bot.reception import _timer_body
from bot.store import upkeep
from bot.store.values import micros
from intents.understanding import Tone
from tests.core.fakes import NOON
from tests.desk.counter import counter, taken
from tests.desk.office import hire


# --- handing over ----------------------------------------------------------------------------------------------------------
async def test_a_handover_gives_the_baton_to_the_queue_and_starts_the_clocks() -> None:
    async with counter() as at:
        at.booth.engine.teach("human!!", "human", tone=Tone.ANGRY)
        await at.says("human!!")
        assert await at.owner() == "queue"
        columns = ("state", "topic", "tone", "priority", "waiting_since", "first_due_at")
        assert await at.case(*columns) == ("waiting", "human", "angry", 2, micros(NOON), micros(NOON + timedelta(minutes=5)))
        timers = await at.booth.rows("SELECT kind, due_at FROM timers WHERE kind = 'clock' ORDER BY due_at")
        assert timers == [("clock", micros(NOON + timedelta(minutes=m))) for m in (3, 5)]
        assert [c.what for c in at.told if c.what == "owner"] == ["owner"]


async def test_the_bot_still_serves_while_the_queue_has_it_and_nothing_it_said_is_void() -> None:
    async with counter() as at:
        first = await at.decides("hello")
        await at.decides("human please")
        assert await at.says("return") == ["Which item?"]
        await at.outbox.deliver(first)
        assert at.channel.said == ["Hello."]


async def test_a_second_wish_for_a_person_is_added_to_the_case_and_starts_no_second_clock() -> None:
    async with counter() as at:
        await at.says("human please")
        at.booth.clock.advance(minutes=1)
        await at.says("human please")
        assert await at.booth.rows("SELECT count(*) FROM cases") == [(1,)]
        assert await at.booth.rows("SELECT count(*) FROM timers WHERE kind = 'clock'") == [(2,)]


# --- taking over -----------------------------------------------------------------------------------------------------------
async def test_who_takes_over_has_the_conversation_and_the_case_says_so() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("human please")
        case = await at.baton.take_over(await at.conversation(), maja)
        assert (case.state, case.agent, await at.owner()) == ("agent", maja.id, f"agent:{maja.id}")
        audit = await at.booth.rows("SELECT actor, action FROM audit")
        assert audit == [(f"agent:{maja.id}", "take_over")]


async def test_taking_over_without_a_handover_makes_a_case_with_what_is_known() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("return")
        await at.says("lamp")
        case = await at.baton.take_over(await at.conversation(), maja)
        assert case.summary["matters"][0]["flow"] == "return_item"
        assert case.summary["answers"] == {"ask:which#0": "lamp"}


async def test_of_two_at_the_same_instant_one_gets_it_and_the_other_is_told_who() -> None:
    async with counter() as at:
        maja, igor = await hire(at.booth.store), await hire(at.booth.store, "Igor")
        await at.says("human please")
        where = await at.conversation()
        first, second = await asyncio.gather(at.baton.take_over(where, maja), at.baton.take_over(where, igor), return_exceptions=True)
        assert not isinstance(first, BaseException)
        assert isinstance(second, NotYours)
        assert (second.owner, second.name) == (f"agent:{maja.id}", "Maja")


async def test_only_a_lead_takes_it_from_a_colleague() -> None:
    async with counter() as at:
        maja, igor = await hire(at.booth.store), await hire(at.booth.store, "Igor")
        lead = await hire(at.booth.store, "Lea", Role.LEAD)
        await at.says("hello")
        where = await at.conversation()
        await at.baton.take_over(where, maja)
        with pytest.raises(NotAllowed):
            await at.baton.take_over(where, igor, force=True)
        with pytest.raises(NotYours):
            await at.baton.take_over(where, lead)
        await at.baton.take_over(where, lead, force=True)
        assert await at.owner() == f"agent:{lead.id}"


async def test_taking_what_one_has_already_changes_nothing() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("human please")
        where = await at.conversation()
        first = await at.baton.take_over(where, maja)
        before = await at.booth.rows("SELECT epoch, version FROM conversations")
        assert await at.baton.take_over(where, maja) == first
        assert await at.booth.rows("SELECT epoch, version FROM conversations") == before


async def test_a_conversation_that_does_not_exist_is_nobodys() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        for move in (at.baton.take_over(77, maja), at.baton.give_back(77, maja), at.baton.owner(77)):
            with pytest.raises(NothingThere):
                await move


async def test_who_is_away_and_takes_a_conversation_is_busy() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store, status=Status.AWAY)
        await at.says("human please")
        await at.baton.take_over(await at.conversation(), maja)
        assert await at.booth.rows("SELECT status FROM agents") == [("busy",)]


# --- the gate --------------------------------------------------------------------------------------------------------------
async def test_what_the_bot_decided_before_is_not_sent_after_and_says_why() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        decided = await at.decides("return")
        await at.baton.take_over(await at.conversation(), maja)
        await at.outbox.deliver(decided)
        assert at.channel.said == []
        [(state, reason)] = await at.booth.rows("SELECT state, reason FROM outbox")
        assert (state, str(reason).split(":")[0]) == ("void", "baton")


async def test_a_message_at_the_gate_waits_for_a_move_that_fails_and_is_sent() -> None:
    async with counter() as at:
        spoken = await at.decides("hello")
        where = await at.conversation()
        await at.booth.store.begin_move(where)
        sending = asyncio.create_task(at.outbox.deliver(spoken))
        await asyncio.sleep(0.05)
        assert "Hello." not in at.channel.said
        at.booth.store.end_move(where)
        await sending
        assert at.channel.said[-1] == "Hello."


async def test_a_move_whose_caller_has_gone_is_finished_and_known_at_the_gate() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        decided = await at.decides("return")
        where = await at.conversation()
        moving = asyncio.create_task(at.baton.take_over(where, maja))
        await asyncio.sleep(0)
        moving.cancel()
        await at.outbox.deliver(decided)
        assert at.channel.said == []
        assert await at.owner() == f"agent:{maja.id}"


# --- giving back -----------------------------------------------------------------------------------------------------------
async def test_given_back_the_bot_serves_and_what_was_agreed_is_said_and_kept() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("human please")
        where = await at.conversation()
        await at.baton.take_over(where, maja)
        await at.baton.give_back(where, maja, "a new kettle leaves tomorrow")
        assert at.channel.said == ["Maja hands you back. Agreed: a new kettle leaves tomorrow"]
        assert await at.case("state") == ("closed",)
        assert json.loads((await at.case("summary"))[0])["agreed"] == "a new kettle leaves tomorrow"
        assert await at.says("purple") == ["In other words?"], "no case is waiting any more"
        await at.says("human please")
        assert json.loads((await at.case("summary"))[0])["agreed"] == "a new kettle leaves tomorrow"


async def test_given_back_with_a_question_open_the_bot_takes_its_answer() -> None:
    async with counter() as at:
        number = await taken(at, "return")
        await at.baton.give_back(await at.conversation(), Agent(number, "Maja", "maja@shop.example"))
        assert at.channel.said == ["Maja hands you back."]
        assert await at.says("lamp") == ["Why the lamp?"]


async def test_to_the_queue_and_to_a_colleague() -> None:
    async with counter() as at:
        maja, igor = await hire(at.booth.store), await hire(at.booth.store, "Igor")
        await at.says("hello")
        where = await at.conversation()
        await at.baton.take_over(where, maja)
        with pytest.raises(NotYours):
            await at.baton.to_queue(where, igor, "he should not")
        await at.baton.assign(where, igor, maja)
        assert await at.owner() == f"agent:{igor.id}"
        await at.baton.to_queue(where, igor, "not my language")
        assert (await at.owner(), await at.case("state", "agent_id", "reason")) == ("queue", ("waiting", igor.id, "not my language"))
        assert at.channel.said == []


async def test_who_comes_back_is_told_when_the_colleague_they_know_is_not_there() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("human please")
        where = await at.conversation()
        await at.baton.take_over(where, maja)
        await at.baton.give_back(where, maja)
        assert await at.says("human please") == ["A colleague answers by 13:30."]
        await at.baton.take_over(where, maja)
        await at.baton.give_back(where, maja)
        await at.booth.store.write(lambda db: db.execute("UPDATE agents SET status = 'away'"))
        assert (await at.says("human please"))[-1] == "Maja is not here; another colleague takes over."
        at.booth.clock.advance(days=8)


# --- anger -----------------------------------------------------------------------------------------------------------------
async def test_anger_that_does_not_calm_is_handed_over_by_itself() -> None:
    async with counter() as at:
        for text in ("you again!", "so bad!", "enough!"):
            at.booth.engine.teach(text, "order_status", tone=Tone.ANGRY)
        await at.says("you again!")
        await at.says("so bad!")
        assert await at.owner() == "bot"
        said = await at.says("enough!")
        assert said == ["Still not settled; a colleague answers by 13:30."]
        assert await at.case("reason", "priority") == ("angry", 2)


async def test_two_calm_words_in_between_and_anger_begins_anew() -> None:
    async with counter() as at:
        for text in ("you again!", "so bad!", "enough!"):
            at.booth.engine.teach(text, "order_status", tone=Tone.ANGRY)
        await at.says("you again!")
        await at.says("so bad!")
        await at.says("hello")
        await at.says("hello")
        await at.says("enough!")
        assert await at.owner() == "bot"


async def test_an_angry_answer_is_still_an_answer() -> None:
    async with counter() as at:
        for text in ("return!", "lamp", "broken"):
            at.booth.engine.teach(text, "return_item" if "!" in text else None, tone=Tone.ANGRY)
        await at.says("return!")
        await at.says("lamp")
        await at.says("broken")
        assert await at.owner() == "bot"


# --- the gate again --------------------------------------------------------------------------------------------------------
async def test_an_agents_words_that_had_to_wait_are_sent_after_they_gave_it_back() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("human please")
        where = await at.conversation()
        await at.baton.take_over(where, maja)
        at.channel.plan = [SendLater(1.0, "slow down")]
        replies = Replies(at.booth.store, at.outbox, at.booth.clock, at.events)
        await replies.say(where, maja, "A new kettle leaves today.", client_id="1")
        assert at.channel.said == []
        await at.baton.give_back(where, maja)
        at.booth.clock.advance(seconds=5)
        await at.outbox.send_queued()
        assert at.channel.said == ["A new kettle leaves today.", "Maja hands you back."]


async def test_what_waited_in_the_queue_when_an_agent_took_over_is_void_after_a_restart_too() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        decided = await at.decides("return")
        at.channel.plan = [SendLater(1.0, "slow down")]
        await at.outbox.deliver(decided)
        await at.baton.take_over(await at.conversation(), maja)
        at.booth.store.epochs.clear()
        at.booth.clock.advance(seconds=5)
        await at.outbox.send_queued()
        assert at.channel.said == []
        assert await at.booth.rows("SELECT state FROM outbox") == [("void",)]


async def test_an_apology_for_a_late_promise_is_sent_whoever_has_the_conversation() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("human please")
        where = await at.conversation()
        at.booth.clock.advance(minutes=28)
        now = micros(at.booth.clock.now)
        await at.booth.store.write(lambda db: upkeep.fire_timers(db, now, at.booth.store.new_id, _timer_body))
        deliveries, _ = await at.booth.turns.take(where)
        await at.baton.take_over(where, maja)
        await at.outbox.deliver(deliveries)
        assert at.channel.said[0].startswith("Sorry: promised by 13:30")
        assert await at.case("priority") == (3,), "one for the late promise, two for the late first reply"
