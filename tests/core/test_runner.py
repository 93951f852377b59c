"""The runner, rule by rule, with flows as small as the rule."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.errors import FlowError
from bot.journal import Entry, Kind, Source
from bot.shop import Done, ShopRefused, ShopUnavailable
from bot.talk import Talk
from bot.world import decode_result, encode_result
from tests.core.small_flows import send_back
from tests.core.stand import Stand


# --- 1. a flow awaits only talk -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "pause", [lambda: asyncio.sleep(0), lambda: asyncio.sleep(0.01), lambda: asyncio.get_running_loop().create_future()]
)
async def test_awaiting_anything_but_talk_is_a_flow_error(pause: Any) -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await pause()

    with pytest.raises(FlowError, match="awaits only talk"):
        await Stand(flow).play()


async def test_gathering_operations_is_a_flow_error() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await asyncio.gather(talk.say("opening"), talk.say("done", reference="x"))

    with pytest.raises((FlowError, RuntimeError)):
        await Stand(flow).play()


async def test_a_flow_that_is_no_coroutine_is_a_flow_error() -> None:
    def flow(talk: Talk, shop: Any) -> Any:
        return None

    with pytest.raises(FlowError, match="not an async function"):
        await Stand(flow).play()


# --- 2. identity is a key, never a position -----------------------------------------------------------------------------------
async def test_an_answer_is_recalled_by_its_key() -> None:
    stand = Stand(send_back)
    assert await stand.play() == ["Which item?"]
    assert await stand.answers("kettle") == ["Why the kettle?"]
    assert [e.key for e in stand.journal] == ["ask:which#0"]


async def test_questions_may_be_added_and_reordered_by_a_deploy() -> None:
    async def before(talk: Talk, shop: Any) -> None:
        await talk.choose("which", ("kettle", "lamp"))
        await talk.ask("text")

    async def after(talk: Talk, shop: Any) -> None:
        await talk.choose("reason", ("broken", "other"), item="it")
        item = await talk.choose("which", ("kettle", "lamp"))
        await talk.say("told", what=item)

    stand = Stand(before)
    await stand.play()
    await stand.answers("lamp")
    stand.function = after
    assert await stand.play() == ["Why the it?"]
    assert await stand.answers("broken") == ["Told lamp."], "the old answer found its question"


async def test_a_question_in_a_loop_is_named_by_what_it_is_about() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        for item in order:
            await talk.choose("reason", ("broken", "other"), per=item, item=item)

    order = ["kettle", "lamp"]
    stand = Stand(flow)
    await stand.play()
    assert await stand.answers("broken") == ["Why the lamp?"]
    order.insert(0, "tent")
    assert await stand.play() == ["Why the tent?"], "the answer about the kettle is not taken for the tent"
    assert await stand.answers("other") == ["Why the lamp?"]


async def test_the_same_question_twice_has_two_answers() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        first = await talk.choose("which", ("kettle", "lamp"))
        second = await talk.choose("which", ("kettle", "lamp"))
        await talk.say("told", what=f"{first} {second}")

    stand = Stand(flow)
    await stand.play()
    await stand.answers("kettle")
    assert await stand.answers("lamp") == ["Told kettle lamp."]


# --- 3. an answer is recalled only while what it depended on is unchanged -------------------------------------------------------
async def test_an_answer_about_something_else_is_asked_again() -> None:
    stand = Stand(send_back)
    await stand.play()
    await stand.answers("kettle")
    await stand.answers("broken")
    stand.frame = replace(stand.frame, journal=stand.journal.correct("ask:which#0", "lamp"))
    assert await stand.play() == ["Why the lamp?"]


async def test_other_choices_ask_again() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.say("told", what=await talk.choose("which", items))

    items = ["kettle", "lamp"]
    stand = Stand(flow)
    await stand.play()
    await stand.answers("kettle")
    items.remove("kettle")
    assert await stand.play() == ["Which item?"]


async def test_an_answer_that_todays_rules_refuse_is_asked_again() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.say("told", what=await talk.ask("order_number"))

    stand = Stand(flow)
    await stand.play()
    question = stand.frame.open
    assert question is not None
    bad = Entry(question.key, Kind.ASK, "not a number", question.basis, Source.CUSTOMER, "order_number")
    stand.frame = replace(stand.frame, journal=stand.journal.put(bad), open=None)
    assert await stand.play() == ["Which order?"]
    assert stand.journal.get(question.key) is None


# --- 4. a say is said once ------------------------------------------------------------------------------------------------
async def test_something_is_said_once() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.say("opening")
        await talk.choose("which", ("kettle", "lamp"))
        await talk.ask("text")

    stand = Stand(flow)
    assert await stand.play() == ["We are open.", "Which item?"]
    assert await stand.play() == []
    assert await stand.answers("lamp") == ["Tell me."]


async def test_it_is_said_again_when_a_corrected_answer_makes_it_another_sentence() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        item = await talk.choose("which", ("kettle", "lamp"))
        await talk.say("told", what=item)
        await talk.say("opening")
        await talk.ask("text")

    stand = Stand(flow)
    await stand.play()
    assert await stand.answers("kettle") == ["Told kettle.", "We are open.", "Tell me."]
    stand.frame = replace(stand.frame, journal=stand.journal.correct("ask:which#0", "lamp"))
    assert await stand.play() == ["Told lamp."], "what did not change is not repeated"


async def test_it_is_not_said_again_when_only_the_world_moved() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.say("told", what=await talk.look(shop.count))
        await talk.ask("text")

    stand = Stand(flow)
    assert await stand.play() == ["Told 2.", "Tell me."]
    stand.shop.things.pop("1001")
    assert await stand.play() == []


# --- 5. look ----------------------------------------------------------------------------------------------------------------
async def test_a_look_is_read_once_a_turn_and_afresh_in_the_next() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        first = await talk.look(shop.count)
        second = await talk.look(shop.count)
        await talk.ask("text", about=first)
        await talk.say("told", what=f"{first} {second}")

    stand = Stand(flow)
    await stand.play()
    assert stand.shop.looks == ["count"]
    await stand.play()
    assert stand.shop.looks == ["count", "count"]


async def test_a_look_that_is_kept_does_not_move_under_the_customer() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        count = await talk.look(shop.count, keep=True)
        thing = await talk.look(shop.thing, "1001", keep=True)
        await talk.ask("text")
        await talk.say("told", what=f"{count} {thing.name} {thing.items[0]}")

    stand = Stand(flow)
    await stand.play()
    stand.shop.things.clear()
    stand.stored()
    assert await stand.answers("x") == ["Told 2 Ana Novak kettle."]


async def test_looks_of_other_arguments_are_other_looks() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        for number in ("1001", "1002", "1001"):
            await talk.look(shop.thing, number)
        await talk.say("opening")

    stand = Stand(flow)
    await stand.play()
    assert stand.shop.looks == ["thing 1001", "thing 1002"]


async def test_what_is_said_names_the_readings_it_rests_on_and_their_age() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        thing = await talk.look(shop.thing, "1001")
        await talk.say("told", what=thing.name)
        await talk.say("opening")

    stand = Stand(flow)
    await stand.play()
    assert stand.last is not None
    assert [o.rests_on for o in stand.last.outputs] == [("look:thing#0 as of 2026-11-18T12:00:00+00:00",), ()]


# --- 6. do is a one-way door ------------------------------------------------------------------------------------------------
async def test_a_deed_without_a_confirmation_is_a_flow_error() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.do(shop.send_back, "lamp")

    stand = Stand(flow)
    with pytest.raises(FlowError, match="needs a confirm"):
        await stand.play()
    assert stand.shop.deeds == []


async def test_a_harmless_deed_needs_none() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.do(shop.send_back, "lamp", harmless=True)

    stand = Stand(flow)
    await stand.play()
    assert [what for _, what in stand.shop.deeds] == ["lamp"]


async def test_a_confirmed_deed_is_done_once_under_its_key_and_written_down_before_and_after() -> None:
    stand = Stand(send_back)
    await stand.play()
    await stand.answers("lamp")
    assert await stand.answers("broken") == ["lamp, because broken. Right?"]
    assert stand.shop.deeds == []
    assert await stand.answers("yes") == ["Done: R-1.", "Solved?"]
    key = "7/r.1/do:send_back#0"
    assert stand.shop.deeds == [(key, "lamp")]
    assert stand.deeds.log == [("started", key), ("finished", key)]
    stand.stored()
    assert await stand.play() == []
    assert len(stand.shop.deeds) == 1


async def test_a_deed_that_finished_before_the_journal_was_stored_is_not_done_again() -> None:
    stand = Stand(send_back)
    await stand.play()
    await stand.answers("lamp")
    await stand.answers("broken")
    before = stand.frame
    await stand.answers("yes")
    stand.frame = before  # the turn was not committed
    assert await stand.answers("yes") == ["Done: R-1.", "Solved?"]
    assert len(stand.shop.deeds) == 1


async def test_a_deed_whose_answer_was_lost_is_asked_for_by_its_key() -> None:
    stand = Stand(send_back)
    await stand.play()
    await stand.answers("lamp")
    await stand.answers("broken")
    before = stand.frame
    stand.shop.loses = True
    with pytest.raises(ShopUnavailable):
        await stand.answers("yes")
    stand.shop.loses, stand.frame = False, before
    stand.shop.looks.clear()
    assert await stand.answers("yes") == ["Done: R-1.", "Solved?"]
    assert stand.shop.looks == ["done"], "asked by the key, not done blindly again"
    assert len(stand.shop.deeds) == 1


async def test_a_deed_the_shop_never_saw_is_done_under_the_same_key() -> None:
    stand = Stand(send_back)
    await stand.play()
    await stand.answers("lamp")
    await stand.answers("broken")
    await stand.deeds.started("7/r.1/do:send_back#0")  # the process ended between the note and the call
    assert await stand.answers("yes") == ["Done: R-1.", "Solved?"]
    assert stand.shop.deeds == [("7/r.1/do:send_back#0", "lamp")]


async def test_a_refusal_is_a_value_and_stays_one() -> None:
    stand = Stand(send_back)
    stand.shop.refuses = "too_late"
    await stand.play()
    await stand.answers("lamp")
    await stand.answers("broken")
    assert await stand.answers("yes") == ["Refused: too_late.", "Solved?"]
    stand.shop.refuses = None
    stand.stored()
    assert await stand.play() == []


@pytest.mark.parametrize("result", [Done("R-1", url="https://x"), ShopRefused("too_late", "sorry")])
def test_results_survive_json(result: Done | ShopRefused) -> None:
    assert decode_result(encode_result(result)) == result


# --- confirm ----------------------------------------------------------------------------------------------------------------
async def test_a_confirmation_of_something_else_is_asked_again() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.confirm("summary", item=items[0], reason="broken")
        await talk.do(shop.send_back, items[0])

    items = ["lamp"]
    stand = Stand(flow)
    await stand.play()
    await stand.answers("yes")
    assert len(stand.shop.deeds) == 1

    other = Stand(flow)
    await other.play()
    question = other.frame.open
    assert question is not None
    yes = Entry(question.key, Kind.CONFIRM, True, question.basis, Source.CUSTOMER)
    items[0] = "kettle"
    other.frame = replace(other.frame, journal=other.journal.put(yes))
    assert await other.play() == ["kettle, because broken. Right?"]
    assert other.shop.deeds == []


async def test_change_at_a_summary_offers_every_answer_by_its_name() -> None:
    stand = Stand(send_back)
    await stand.play()
    await stand.answers("kettle")
    await stand.answers("broken")
    question = stand.frame.open
    assert question is not None
    stand.frame = replace(stand.frame, journal=stand.journal.put(Entry(f"change:{question.key}", Kind.SAY, "pending")))
    assert await stand.play() == ["Change what?"]
    assert [(o.value, o.title) for o in stand.options] == [("ask:which#0", "Item"), ("ask:reason#0", "Reason")]
    assert stand.frame.open is not None
    assert stand.frame.open.kind == "change"


async def test_a_summary_nothing_of_which_can_be_changed_does_not_offer_it() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.confirm("summary", item="lamp", reason="broken")

    stand = Stand(flow)
    await stand.play()
    assert [o.value for o in stand.options] == ["yes", "no"]
