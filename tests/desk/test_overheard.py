"""Under an agent the bot keeps up and keeps quiet; clocks watch over the customer's wait."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.connector import Delivery
from bot.errors import StaleTurn
from bot.flow import Flow
from bot.store import upkeep
from bot.store.values import TurnCommit, micros
from bot.talk import Talk
from bot.update import UpdateKind
from intents.understanding import Tone, Understanding
from tests.core.fakes import NOON
from tests.desk.counter import Counter, counter, taken
from tests.desk.office import hire


async def erase_me(talk: Talk, shop: object) -> None:
    if await talk.choose("which", ("kettle", "lamp")) == "kettle":
        await talk.change("erase", "yes")
        await talk.say("opening")


ERASE = Flow("erase_data", erase_me, ("erase_data",), "Erases.")


async def endings(at: Counter) -> list[tuple[str, str | None]]:
    return await at.booth.endings()


# --- under an agent --------------------------------------------------------------------------------------------------------
async def test_the_bot_is_silent_and_the_words_are_the_agents() -> None:
    async with counter() as at:
        await taken(at)
        at.told.clear()
        assert await at.says("return") == []
        assert (await endings(at))[-1] == ("handed", "with Maja")
        assert (await at.booth.state()).stack == ()
        assert [c.what for c in at.told] == ["case"]
        assert await at.case("waiting_since") == (micros(NOON),)


async def test_tone_and_language_are_kept_up_to_date() -> None:
    async with counter() as at:
        await taken(at)
        at.booth.engine.teach("это просто безобразие какое-то", "complaint", tone=Tone.ANGRY, language="ru", language_sure=True)
        await at.says("это просто безобразие какое-то")
        state = await at.booth.state()
        assert (state.tone, state.language) == (Tone.ANGRY, "ru")


async def test_a_button_of_the_bots_is_read_by_the_agent_as_its_words() -> None:
    async with counter() as at:
        await taken(at, "return")
        lamp = at.booth.button("Lamp")
        await at.booth.brings(at.booth.update(UpdateKind.BUTTON, payload=lamp.payload))
        assert await at.booth.turn() == []
        [(body,)] = await at.booth.rows("SELECT body FROM inbox ORDER BY id DESC LIMIT 1")
        assert json.loads(body)["text"] == "Lamp"
        assert (await endings(at))[-1] == ("handed", "with Maja")


@pytest.mark.parametrize(("word", "answer", "stopped"), [("STOP", "Stopped.", True), ("START", "Started.", False)])
async def test_stop_and_start_work(word: str, answer: str, stopped: bool) -> None:
    async with counter() as at:
        await taken(at, "return")
        if word == "START":
            await at.says("STOP")
        assert await at.says(word) == [answer]
        state = await at.booth.state()
        assert state.stopped is stopped
        assert state.frame is not None, "what was open stays open, and is not asked again"
        assert (await at.booth.rows("SELECT author FROM outbox ORDER BY id DESC LIMIT 1")) == [("notice",)]


async def test_a_customer_may_have_their_data_erased_and_the_bot_has_a_stranger() -> None:
    async with counter(ERASE) as at:
        at.booth.engine.teach("erase me", "erase_data")
        await taken(at, "return")
        assert await at.says("erase me") == ["Which item?"]
        assert await at.says("something else in between") == []
        assert await at.says("kettle") == ["We are open."]
        assert await at.owner() == "bot"
        assert await at.case("state") == ("closed",)


async def test_a_turn_that_failed_before_does_not_keep_words_from_the_agent() -> None:
    async with counter() as at:
        await at.says("return")
        at.booth.shop.down = True
        await at.says("where is it")
        await at.says("1001")
        await taken(at, "and this")
        await at.booth.turn()
        assert [state for state, _ in await endings(at) if state == "waiting"] == []


async def test_a_turn_under_way_when_an_agent_takes_over_is_worked_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("hello")
        where = await at.conversation()
        await at.booth.brings(at.booth.update(text="return"))
        stored = at.booth.store.commit

        async def overtaken(turn: TurnCommit) -> tuple[Delivery, ...]:
            await at.baton.take_over(where, maja)
            return await stored(turn)

        monkeypatch.setattr(at.booth.store, "commit", overtaken)
        with pytest.raises(StaleTurn):
            await at.booth.turns.take(where)
        monkeypatch.undo()
        assert await at.booth.turn() == []
        assert (await endings(at))[-1] == ("handed", "with Maja")


# --- clocks ----------------------------------------------------------------------------------------------------------------
async def test_agents_are_warned_then_the_case_is_urgent_and_leads_are_told() -> None:
    async with counter() as at:
        await at.says("human please")
        at.told.clear()
        assert await at.later(minutes=3) == []
        assert [c.what for c in at.told] == ["case"]
        assert await at.later(minutes=2) == []
        assert [c.what for c in at.told] == ["case", "case", "escalated"]
        assert await at.case("priority", "escalated_at") == (2, micros(NOON + timedelta(minutes=5)))


async def test_whoever_was_answered_in_time_is_no_matter_for_leads() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("human please")
        await at.baton.take_over(await at.conversation(), maja)
        await at.replied(maja)
        await at.later(minutes=6)
        assert await at.case("priority", "escalated_at") == (0, None)
        assert await at.booth.rows("SELECT state FROM promises") == [("kept",)]


async def test_a_silent_agent_loses_the_conversation_and_the_customer_hears_so_once() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("human please")
        await at.baton.take_over(await at.conversation(), maja)
        assert await at.later(minutes=15) == ["It takes longer; another colleague answers by 13:45."]
        assert await at.owner() == "queue"
        assert await at.case("state", "priority", "agent_id") == ("waiting", 3, maja.id), "two for the late first reply, one for this"
        assert await at.booth.rows("SELECT state FROM promises ORDER BY id") == [("moved",), ("open",)]
        assert await at.later(minutes=13) == [], "the first promise has been apologised for already"
        assert (await at.later(minutes=15))[0].startswith("Sorry: promised by 13:45")


async def test_an_agent_who_answers_keeps_the_conversation() -> None:
    async with counter() as at:
        maja = await hire(at.booth.store)
        await at.says("hello")
        await at.baton.take_over(await at.conversation(), maja)
        await at.says("where is my parcel")
        at.booth.clock.advance(minutes=10)
        await at.replied(maja)
        await at.says("thanks")
        assert await at.later(minutes=6) == []
        assert await at.owner() == f"agent:{maja.id}"
        assert await at.later(minutes=10) == ["It takes longer; another colleague answers by 13:56."]


async def test_at_night_nobody_is_called_silent() -> None:
    async with counter() as at:
        at.booth.clock.now = datetime(2026, 11, 18, 15, 55, tzinfo=UTC)  # five minutes before closing
        await taken(at)
        await at.says("one more thing")
        assert await at.later(hours=3) == []
        at.booth.clock.now = datetime(2026, 11, 19, 8, 10, tzinfo=UTC)
        assert len(await at.later()) == 1


async def test_an_agent_who_went_away_is_excused_by_name() -> None:
    async with counter() as at:
        number = await taken(at)
        await at.booth.store.write(lambda db: db.execute("UPDATE agents SET status = 'away' WHERE id = ?", (number,)))
        assert await at.says("are you there?") == ["Maja is away; another colleague answers by 13:30."]
        assert await at.owner() == "queue"


async def test_a_failure_under_an_agent_is_not_the_customers() -> None:
    async with counter() as at:
        await taken(at)

        def broken(text: str, *, prior: str | None = None) -> Understanding:
            raise RuntimeError("no understanding today")

        at.booth.engine.understand = broken  # type: ignore[method-assign]  # the engine fails
        assert await at.says("hello?") == []
        assert (await endings(at))[-1] == ("handed", "with Maja; our side failed: RuntimeError")


async def test_an_erased_conversation_is_no_agents() -> None:
    async with counter() as at:
        await taken(at)
        [(who,)] = await at.booth.rows("SELECT customer_id FROM conversations")
        await at.booth.store.write(lambda db: upkeep.erase(db, who, micros(NOON)))
        assert await at.booth.rows("SELECT owner FROM conversations") == [("bot",)]
