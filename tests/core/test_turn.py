"""The turn: what waits is one turn, and it commits whole or not at all; what fails costs one apology, a little patience, then a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.errors import StaleTurn
from bot.flow import Flow
from bot.store.values import micros
from bot.talk import Talk
from bot.turn import MAX_TEXT, RETRIES
from bot.update import UpdateKind
from intents.understanding import Tone
from tests.core.fakes import NOON, Booth, booth


# --- bursts and edits ----------------------------------------------------------------------------------------------------
async def test_a_burst_of_texts_is_one_turn_and_one_message() -> None:
    async with booth() as ana:
        ana.engine.teach("i want to\nsend\nreturn", "return_item")
        assert await ana.says("I want to", "send", "return") == ["Which item?"]
        assert ana.engine.asked == ["I want to\nsend\nreturn"]
        assert await ana.endings() == [("answered", None)] * 3


async def test_the_same_words_twice_in_a_burst_are_read_once() -> None:
    async with booth() as ana:
        assert await ana.says("return", "return") == ["Which item?"]


async def test_a_button_in_a_burst_is_read_on_its_own_and_in_order() -> None:
    async with booth() as ana:
        await ana.says("return")
        lamp = ana.button("Lamp")
        await ana.brings(ana.update(UpdateKind.BUTTON, "Lamp", payload=lamp.payload), ana.update(UpdateKind.TEXT, "broken"))
        assert await ana.turn() == ["Why the lamp?", "lamp, because broken. Right?"]


async def test_a_picture_and_its_words_are_one_message() -> None:
    async with booth() as ana:
        ana.engine.teach("look\nreturn", "return_item")
        await ana.brings(ana.picture("look"), ana.update(UpdateKind.TEXT, "return"))
        assert await ana.turn() == ["Which item?"]
        state = await ana.state()
        assert state.stack[0].files == ("/files/1.png",)


async def test_an_edit_before_the_answer_takes_the_messages_place() -> None:
    async with booth() as ana:
        first = ana.update(UpdateKind.TEXT, "where is it")
        await ana.brings(first, ana.update(UpdateKind.EDIT, "return", edits=first.platform_id))
        assert await ana.turn() == ["Which item?"]
        assert [state for state, _ in await ana.endings()] == ["answered", "ignored"]


async def test_an_edit_does_not_tear_a_burst_apart() -> None:
    async with booth() as ana:
        ana.engine.teach("i want\nreturn", "return_item")
        first = ana.update(UpdateKind.TEXT, "I wnat")
        await ana.brings(first, ana.update(UpdateKind.EDIT, "I want", edits=first.platform_id), ana.update(UpdateKind.TEXT, "return"))
        assert await ana.turn() == ["Which item?"]
        assert ana.engine.asked == ["I want\nreturn"]


async def test_an_edit_after_the_answer_is_read_as_new() -> None:
    async with booth() as ana:
        first = ana.update(UpdateKind.TEXT, "purple")
        await ana.brings(first)
        assert await ana.turn() == ["In other words?"]
        await ana.brings(ana.update(UpdateKind.EDIT, "return", edits=first.platform_id))
        assert await ana.turn() == ["Which item?"]


async def test_the_same_update_twice_is_one_update() -> None:
    async with booth() as ana:
        update = ana.update(UpdateKind.TEXT, "return")
        await ana.brings(update, update)
        assert await ana.turn() == ["Which item?"]
        await ana.brings(update)
        assert await ana.turn() == []
        assert await ana.endings() == [("answered", None)]


async def test_a_long_burst_is_read_in_part_and_stored_whole() -> None:
    async with booth() as ana:
        await ana.says("x" * 10_000)
        assert len(ana.engine.asked[0]) == MAX_TEXT
        [(body,)] = await ana.rows("SELECT body FROM inbox")
        assert "x" * 10_000 in body


# --- patience ------------------------------------------------------------------------------------------------------------
async def test_a_scrap_nobody_understands_waits_a_moment_for_its_rest_and_both_are_one_message() -> None:
    async with booth(patience=timedelta(seconds=1)) as ana:
        ana.engine.teach("i want\nto return it", "return_item")
        await ana.brings(ana.update(UpdateKind.TEXT, "I want"))
        deliveries, later = await ana.turns.take(await ana.conversation())
        assert (deliveries, later) == ((), NOON + timedelta(seconds=1))
        ana.clock.advance(seconds=0.5)
        assert await ana.says("to return it") == ["Which item?"]
        ana.clock.advance(seconds=5)
        assert await ana.turn() == [], "nothing is left to be answered a second time"


async def test_a_scrap_whose_rest_never_comes_is_answered() -> None:
    async with booth(patience=timedelta(seconds=1)) as ana:
        assert await ana.says("purple") == []
        ana.clock.advance(seconds=1)
        assert await ana.turn() == ["In other words?"]


@pytest.mark.parametrize("text", ["return", "what is this?", "one two three four", "hello"])
async def test_what_is_understood_or_looks_finished_does_not_wait(text: str) -> None:
    async with booth(patience=timedelta(seconds=1)) as ana:
        assert await ana.says(text) != []


# --- ignored, with a reason --------------------------------------------------------------------------------------------
async def test_what_needs_no_answer_is_ignored_with_its_reason() -> None:
    async with booth() as ana:
        await ana.brings(
            ana.update(UpdateKind.OTHER, payload="a reaction"),
            ana.update(UpdateKind.OTHER),
            ana.update(UpdateKind.BUTTON, "x", payload="not ours"),
            ana.update(UpdateKind.TIMER, "{}", payload="nothing known"),
        )
        assert await ana.turn() == []
        assert await ana.endings() == [
            ("ignored", "a reaction"),
            ("ignored", "nothing to answer in it"),
            ("ignored", "a button that is not ours: not ours"),
            ("ignored", "an unknown timer: nothing known"),
        ]


async def test_opening_the_chat_is_greeted_once() -> None:
    async with booth() as ana:
        await ana.brings(ana.update(UpdateKind.START))
        assert await ana.turn() == ["Hello."]
        await ana.brings(ana.update(UpdateKind.START))
        assert await ana.turn() == []
        assert (await ana.endings())[-1] == ("ignored", "the chat was opened again")


# --- the shop does not answer ----------------------------------------------------------------------------------------------
async def down_at_the_number(ana: Booth) -> None:
    await ana.says("where is it")
    ana.shop.down = True


async def test_a_shop_that_is_down_costs_one_apology_and_is_tried_again() -> None:
    async with booth() as ana:
        await down_at_the_number(ana)
        assert await ana.says("1001") == ["Sorry, the shop does not answer; I keep trying."]
        for span in RETRIES[:-1]:
            assert await ana.turn() == [], "not before its time"
            ana.clock.now += span
            assert await ana.turn() == [], "tried again without another word"
        ana.shop.down = False
        ana.clock.now += RETRIES[-1]
        assert await ana.turn() == ["Told 1001 ('kettle', 'lamp').", "Solved?"]
        assert (await ana.endings())[-1] == ("answered", None)
        assert (await ana.state()).attempts == 0


async def test_a_shop_that_stays_down_ends_with_a_person() -> None:
    async with booth() as ana:
        await down_at_the_number(ana)
        await ana.says("1001")
        for span in RETRIES[:-1]:
            ana.clock.now += span
            assert await ana.turn() == []
        ana.clock.now += RETRIES[-1]
        [said] = await ana.turn()
        assert said.startswith("Sorry, a colleague takes over by")
        assert (await ana.endings())[-1] == ("handed", "our side failed: ShopUnavailable")
        [(reason, summary)] = await ana.rows("SELECT reason, summary FROM cases")
        assert reason == "our side failed"
        assert '"said":"1001"' in summary


async def test_the_conversation_is_usable_after_it_was_given_up() -> None:
    async with booth() as ana:
        await down_at_the_number(ana)
        await ana.says("1001")
        for span in RETRIES:
            ana.clock.now += span
            await ana.turn()
        ana.shop.down = False
        assert await ana.says("return") == ["Which item?"]
        assert await ana.says("lamp") == ["Why the lamp?"]


async def test_the_apology_is_in_the_language_of_the_message_that_failed() -> None:
    async with booth() as ana:
        ana.engine.teach("где заказ 1001", "order_status", language="ru", language_sure=True)
        ana.shop.down = True
        assert await ana.says("где заказ 1001") == ["(ru) Sorry, the shop does not answer; I keep trying."]


async def test_what_is_said_while_we_wait_for_the_shop_does_not_overtake() -> None:
    """The next message takes the waiting one with it, in order; it is no new failure of ours and brings no new apology."""
    async with booth() as ana:
        await down_at_the_number(ana)
        await ana.says("1001")
        for _ in range(5):
            assert await ana.says("hello?") == []
        state = await ana.state()
        assert state.attempts == 1
        ana.shop.down = False
        ana.clock.now += RETRIES[0]
        said = await ana.turn()
        assert said[0].startswith("Told 1001")


async def test_a_person_can_be_had_while_we_wait_for_the_shop() -> None:
    async with booth() as ana:
        await down_at_the_number(ana)
        await ana.says("1001")
        ana.engine.teach("1001\nhuman please", "human")
        ana.engine.teach("human please", "human")
        [said] = await ana.says("/human")
        assert said.startswith("A colleague answers by")


async def test_a_deed_whose_answer_was_lost_is_done_once() -> None:
    async with booth() as ana:
        await ana.says("return")
        await ana.says("lamp")
        await ana.says("broken")
        ana.shop.loses = True
        assert await ana.says("yes") == ["Sorry, the shop does not answer; I keep trying."]
        ana.shop.loses = False
        ana.clock.now += RETRIES[0]
        assert await ana.turn() == ["Done: R-1.", "Solved?"]
        assert len(ana.shop.deeds) == 1


# --- our own mistakes -------------------------------------------------------------------------------------------------------
async def test_a_flow_that_breaks_a_rule_brings_a_person_at_once() -> None:
    async with booth() as ana:
        ana.engine.teach("the bill", "invoice")
        [said] = await ana.says("the bill")
        assert said.startswith("Sorry, a colleague takes over by")
        assert await ana.endings() == [("handed", "our side failed: FlowError")]
        assert await ana.says("return") == ["Which item?"]


async def test_a_flow_that_raises_leaves_the_conversation_as_it_was() -> None:
    async def broken(talk: Talk, shop: Any) -> None:
        await talk.say("opening")
        await talk.choose("which", ("kettle", "lamp"))
        raise KeyError("lamp")

    async with booth(Flow("broken", broken, ("warranty",), "Raises.")) as ana:
        ana.engine.teach("guarantee", "warranty")
        assert await ana.says("guarantee") == ["We are open.", "Which item?"]
        assert await ana.says("lamp") == ["Sorry, the shop does not answer; I keep trying."]
        state = await ana.state()
        assert [f.flow for f in state.stack] == ["broken"]
        assert state.stack[0].open is not None
        for span in RETRIES:
            ana.clock.now += span
            await ana.turn()
        assert (await ana.endings())[-1] == ("handed", "our side failed: KeyError")


async def test_what_cannot_even_be_handed_over_is_a_dead_letter_and_not_a_loop() -> None:
    async with booth() as ana:
        stage = ana.turns._stage
        ana.engine.teach("the bill", "invoice")
        ana.turns._stage = type(stage)(stage.texts, stage.shop, stage.house, {**stage.flows, "trouble": stage.flows["wrong"]}, stage.routes)
        assert await ana.says("the bill") == []
        assert await ana.endings() == [("dead", "our side failed: FlowError")]
        assert await ana.says("return") == ["Which item?"]


# --- the fence -----------------------------------------------------------------------------------------------------------
async def test_a_turn_that_was_overtaken_commits_nothing() -> None:
    async with booth() as ana:
        await ana.says("return")
        await ana.brings(ana.update(UpdateKind.TEXT, "lamp"))
        row = await ana.conversation()
        await ana.store.write(lambda db: db.execute("UPDATE conversations SET version = version + 1 WHERE id = ?", (row,)))
        before = await ana.rows("SELECT count(*) FROM outbox")
        taken = await ana.taken()
        await ana.store.write(lambda db: db.execute("UPDATE conversations SET version = version + 1 WHERE id = ?", (row,)))
        original = ana.store.take

        async def seen_earlier(conversation: int) -> Any:
            return taken

        ana.store.take = seen_earlier  # type: ignore[method-assign]  # the worker that was paused
        with pytest.raises(StaleTurn):
            await ana.turns.take(row)
        ana.store.take = original  # type: ignore[method-assign]
        assert await ana.rows("SELECT count(*) FROM outbox") == before
        assert (await ana.endings())[-1] == ("waiting", None)
        assert await ana.turn() == ["Why the lamp?"]


async def test_a_timer_is_worked_out_like_any_update() -> None:
    async with booth() as ana:
        ana.engine.teach("call me", "callback")
        [said] = await ana.says("call me")
        assert said == "We answer by 14:00."
        timers = await ana.rows("SELECT kind, due_at, state FROM timers ORDER BY due_at")
        warned, told = micros(NOON + timedelta(minutes=48)), micros(NOON + timedelta(minutes=54))  # a tenth of its time ahead
        assert timers == [("promise-warning", warned, "due"), ("promise", told, "due")]


async def test_every_update_ends_in_exactly_one_way() -> None:
    async with booth() as ana:
        ana.engine.teach("you idiots", tone=Tone.ABUSIVE)
        for text in ("return", "purple", "you idiots", "you idiots", "human please", "", "STOP"):
            await ana.says(text)
        assert {state for state, _ in await ana.endings()} == {"answered", "handed", "ignored"}
        assert all(reason for state, reason in await ana.endings() if state in ("ignored", "handed"))
