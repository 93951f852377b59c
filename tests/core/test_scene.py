"""What a customer lives through in a conversation: digressions, misses, people, tone, languages. On a store in memory."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.flow import Flow
from bot.talk import Talk
from bot.update import UpdateKind
from intents.understanding import Tone
from tests.core.fakes import Booth, booth


async def test_a_matter_from_the_first_word_to_thanks() -> None:
    async with booth() as ana:
        assert await ana.says("return") == ["Which item?"]
        assert await ana.presses("Lamp") == ["Why the lamp?"]
        assert await ana.says("broken") == ["lamp, because broken. Right?"]
        assert await ana.says("yes") == ["Done: R-1.", "Solved?"]
        assert ana.titles == ["Yes", "No", "Where is it?"]
        assert await ana.says("thanks") == ["Thank you."]
        state = await ana.state()
        assert (state.stack, [flow for _, flow in state.past]) == ((), ["return_item"])
        assert await ana.rows("SELECT state, intent FROM cases") == [("solved", "return_item")]


# --- digressions -----------------------------------------------------------------------------------------------------------
async def test_a_digression_is_served_and_the_question_below_is_asked_again_in_short() -> None:
    async with booth() as ana:
        await ana.says("return")
        await ana.presses("Lamp")
        assert await ana.says("where is it") == ["Which order?"]
        assert await ana.says("1001") == ["Told 1001 ('kettle', 'lamp').", "Back to: Why the lamp?"]
        assert await ana.says("broken") == ["lamp, because broken. Right?"]


async def test_a_press_of_the_question_below_comes_back_to_it_with_the_answer() -> None:
    async with booth() as ana:
        await ana.says("return")
        await ana.says("where is it")
        assert await ana.presses("Lamp") == ["Why the lamp?"]
        assert len((await ana.state()).stack) == 1


async def test_a_press_of_no_at_the_summary_below_cancels_that_matter() -> None:
    async with booth() as ana:
        await ana.says("return")
        await ana.says("lamp")
        await ana.says("broken")
        await ana.says("where is it")
        assert await ana.presses("No") == ["Cancelled."]
        assert (await ana.state()).stack == ()
        assert ana.shop.deeds == []


async def test_three_deep_the_oldest_digression_gives_way_and_the_matter_stays() -> None:
    async def pick(talk: Talk, shop: Any) -> None:
        await talk.choose("which", ("kettle", "lamp"))

    async with booth(Flow("pick", pick, ("warranty",), "A choice.")) as ana:
        ana.engine.teach("guarantee", "warranty")
        for text in ("return", "where is it", "guarantee", "where is it"):
            await ana.says(text)
        assert [f.flow for f in (await ana.state()).stack] == ["return_item", "pick", "order_status"]


async def test_a_wish_takes_the_place_of_a_closing_question() -> None:
    async with booth() as ana:
        await ana.says("where is it")
        await ana.says("1001")
        assert await ana.says("return") == ["Which item?"]
        assert [f.flow for f in (await ana.state()).stack] == ["return_item"]


# --- words to the conversation --------------------------------------------------------------------------------------------
async def test_back_asks_the_question_before_again() -> None:
    async with booth() as ana:
        await ana.says("return")
        await ana.says("lamp")
        assert await ana.says("back") == ["Which item?"]
        assert await ana.says("back") == ["No step back.", "Back to: Which item?"]
        assert await ana.says("kettle") == ["Why the kettle?"]


async def test_repeat_says_the_open_question_again() -> None:
    async with booth() as ana:
        assert await ana.says("repeat") == ["Nothing said yet."]
        await ana.says("return")
        assert await ana.says("repeat") == ["Which item?"]


async def test_cancel_leaves_the_matter_and_comes_back_to_the_one_below() -> None:
    async with booth() as ana:
        assert await ana.says("cancel") == ["Nothing is open."]
        await ana.says("return")
        await ana.says("where is it")
        assert await ana.says("cancel") == ["Cancelled.", "Back to: Which item?"]
        assert await ana.says("cancel") == ["Cancelled."]


async def test_stop_and_start_are_kept() -> None:
    async with booth() as ana:
        await ana.says("return")
        assert await ana.says("STOP") == ["Stopped."]
        assert (await ana.state()).stopped
        assert await ana.says("lamp") == ["Why the lamp?"], "who writes is answered"
        assert await ana.says("START") == ["Started."]
        assert not (await ana.state()).stopped


async def test_an_old_button_of_an_ended_matter_offers_to_start_again() -> None:
    async with booth() as ana:
        await ana.says("return")
        old = ana.button("Lamp")
        await ana.says("cancel")
        await ana.brings(ana.update(UpdateKind.BUTTON, "Lamp", payload=old.payload))
        assert await ana.turn() == ["That has ended. Again?"]
        assert await ana.presses("Again") == ["Which item?"]


async def test_an_old_button_behind_a_deed_changes_nothing() -> None:
    async with booth() as ana:
        await ana.says("return")
        lamp, kettle = ana.button("Lamp"), ana.button("Kettle")
        await ana.says("lamp")
        await ana.says("broken")
        await ana.says("yes")
        for old in (lamp, kettle):
            await ana.brings(ana.update(UpdateKind.BUTTON, "x", payload=old.payload))
            assert await ana.turn() == ["That is settled.", "Back to: Solved?"]
        assert len(ana.shop.deeds) == 1


async def test_an_old_button_before_the_deed_corrects() -> None:
    async with booth() as ana:
        await ana.says("return")
        await ana.says("lamp")
        await ana.says("broken")
        assert await ana.presses("Kettle") == ["Why the kettle?"]


# --- the summary ----------------------------------------------------------------------------------------------------------
async def at_summary(ana: Booth) -> None:
    await ana.says("return")
    await ana.says("lamp")
    await ana.says("broken")


async def test_change_at_the_summary_takes_one_answer_back() -> None:
    async with booth() as ana:
        await at_summary(ana)
        assert await ana.presses("Change") == ["Change what?"]
        assert await ana.presses("Item") == ["Which item?"]
        assert await ana.says("kettle") == ["Why the kettle?"]
        assert await ana.says("other") == ["kettle, because other. Right?"]
        await ana.says("yes")
        assert [what for _, what in ana.shop.deeds] == ["kettle"]


async def test_the_change_menu_can_be_left_by_saying_what_is_meant() -> None:
    async with booth() as ana:
        await at_summary(ana)
        await ana.presses("Change")
        assert await ana.says("no, the kettle") == ["Why the kettle?"]
        assert await ana.says("broken") == ["kettle, because broken. Right?"]


async def test_back_in_the_change_menu_is_back_to_the_summary() -> None:
    async with booth() as ana:
        await at_summary(ana)
        await ana.presses("Change")
        assert await ana.says("back") == ["lamp, because broken. Right?"]
        await ana.says("yes")
        assert [what for _, what in ana.shop.deeds] == ["lamp"]


async def test_no_at_the_summary_does_nothing() -> None:
    async with booth() as ana:
        await at_summary(ana)
        assert await ana.says("no") == ["Cancelled."]
        assert ana.shop.deeds == []


# --- not understood -------------------------------------------------------------------------------------------------------
async def test_three_misses_on_one_question_offer_a_person() -> None:
    async with booth() as ana:
        await ana.says("return")
        assert await ana.says("purple") == ["Not understood. Which item?"]
        assert await ana.says("violet") == ["Not understood. Which item?"]
        assert await ana.says("green") == ["A person, or once more?"]
        assert await ana.presses("Once more") == ["Which item?"]
        assert await ana.says("lamp") == ["Why the lamp?"]


async def test_whoever_takes_the_person_is_handed_over_with_everything() -> None:
    async with booth() as ana:
        await ana.says("return")
        await ana.says("lamp")
        for word in ("purple", "violet", "green"):
            await ana.says(word)
        [said] = await ana.presses("Person")
        assert said.startswith("A colleague answers by")
        [(state, reason, summary)] = await ana.rows("SELECT state, reason, summary FROM cases")
        assert (state, reason) == ("waiting", "stuck")
        assert '"ask:which#0":"lamp"' in summary
        assert (await ana.endings())[-1] == ("handed", "stuck")


async def test_an_answer_in_between_forgets_the_misses() -> None:
    async with booth() as ana:
        await ana.says("return")
        await ana.says("purple")
        await ana.says("violet")
        await ana.says("lamp")
        assert await ana.says("purple") == ["Not understood. Why the lamp?"]


async def test_unclear_twice_in_a_row_is_handed_over() -> None:
    async with booth() as ana:
        assert await ana.says("purple") == ["In other words?"]
        [said] = await ana.says("violet")
        assert said.startswith("Not understood; a colleague reads it by")
        assert (await ana.endings())[-1] == ("handed", "unclear")


async def test_something_understood_in_between_forgets_it() -> None:
    async with booth() as ana:
        await ana.says("purple")
        await ana.says("hello")
        assert await ana.says("violet") == ["In other words?"]


async def test_what_is_not_understood_after_a_handover_is_added_to_the_case() -> None:
    async with booth() as ana:
        await ana.says("human please")
        [said] = await ana.says("the lid is blue")
        assert said.startswith("Added to your case; answer by")
        assert await ana.says("and round") == [], "told once an hour, not at every line"
        assert (await ana.endings())[-1] == ("handed", "more from the customer")
        [(count, summary)] = await ana.rows("SELECT count(*), summary FROM cases")
        assert count == 1
        assert '"intent":"human"' in summary, "what was known when it was handed over stays"
        assert "the lid is blue" in summary, "the words a person is told to have are there"
        assert "and round" in summary


async def test_after_a_handover_everything_else_still_works() -> None:
    async with booth() as ana:
        await ana.says("human please")
        assert await ana.says("return") == ["Which item?"]


async def test_after_the_time_promised_the_case_no_longer_swallows_what_is_said() -> None:
    async with booth() as ana:
        await ana.says("human please")
        ana.clock.advance(hours=30)
        assert await ana.says("purple") == ["In other words?"]


async def test_wavering_between_two_asks_which() -> None:
    async with booth() as ana:
        ana.engine.teach("hm", "order_status", 0.4, second="return_item")
        assert await ana.says("hm") == ["Which one?"]
        assert ana.titles == ["order_status", "return_item", "Neither"]
        assert await ana.presses("return_item") == ["Which item?"]


async def test_what_was_said_with_an_unclear_wish_is_not_asked_again() -> None:
    async with booth() as ana:
        ana.engine.teach("hm 1001", "order_status", 0.4, second="return_item")
        await ana.says("hm 1001")
        assert (await ana.presses("order_status"))[0].startswith("Told 1001")


async def test_an_empty_message_and_a_bare_picture_are_answered() -> None:
    async with booth() as ana:
        assert await ana.says("") == ["An empty message."]
    async with booth() as ana:
        await ana.brings(ana.picture())
        assert await ana.turn() == ["A picture of what?"]


# --- tone -------------------------------------------------------------------------------------------------------------------
async def test_anger_is_answered_once_and_offers_a_person() -> None:
    async with booth() as ana:
        ana.engine.teach("the lamp!!", tone=Tone.ANGRY)
        ana.engine.teach("why why", tone=Tone.ANGRY)
        await ana.says("return")
        said = await ana.says("the lamp!!")
        assert said[0] == "I am sorry, I keep it short."
        assert "A person" in ana.titles
        assert await ana.says("why why") == ["Not understood. Why the lamp?"]
        assert "A person" in ana.titles


async def test_anger_is_over_after_two_calm_messages() -> None:
    async with booth() as ana:
        ana.engine.teach("the lamp!!", tone=Tone.ANGRY)
        await ana.says("return")
        await ana.says("the lamp!!")
        await ana.says("broken")
        assert "A person" in ana.titles
        await ana.says("back")
        assert "A person" not in ana.titles


async def test_abuse_is_warned_once_then_met_with_silence_and_politeness_is_served() -> None:
    async with booth() as ana:
        ana.engine.teach("you idiots", tone=Tone.ABUSIVE)
        assert await ana.says("you idiots") == ["Please be polite."]
        assert await ana.says("you idiots") == []
        assert (await ana.endings())[-1] == ("ignored", "abuse after a warning")
        assert await ana.says("return") == ["Which item?"]


# --- languages ----------------------------------------------------------------------------------------------------------
async def test_the_language_follows_the_customer() -> None:
    async with booth() as ana:
        ana.engine.teach("вернуть", "return_item", language="ru", language_sure=True)
        await ana.says("hello")
        assert await ana.says("вернуть") == ["(ru) Which item?"]
        assert await ana.says("purple") == ["(ru) Not understood. (ru) Which item?"], "a word that shows no language changes none"


async def test_a_language_that_was_asked_for_stays() -> None:
    async with booth() as ana:
        ana.engine.teach("slovensko prosim", "change_language")
        ana.engine.teach("lamp", language="en", language_sure=True)
        await ana.says("return")
        assert await ana.says("slovensko prosim") == ["(sl) Language changed.", "(sl) Which item?"]
        assert await ana.says("lamp") == ["(sl) Why the lamp?"]


async def test_the_first_language_is_the_platforms_guess() -> None:
    async with booth() as ana:
        await ana.brings(ana.update(UpdateKind.TEXT, "return", locale="uk-UA"))
        assert await ana.turn() == ["(uk) Which item?"]


# --- names, proofs, deploys ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("shown", "called"),
    [
        ("Ana Novak", "Ana"),
        ("Ana", "Ana"),
        ("  ", None),
        ("", None),
        (None, None),
        ("\n", None),
        ("🙂 Ana", "Ana"),
        ("🙂", None),
        ("\u202eA\x00na", "Ana"),
        ("x" * 99, "x" * 40),
    ],
)
async def test_a_customer_is_called_by_the_first_name_the_platform_shows(shown: str | None, called: str | None) -> None:
    async with booth() as ana:
        for _ in range(2):
            await ana.brings(ana.update(UpdateKind.TEXT, "hello", name=shown))
            assert await ana.turn() == ["Hello."]
        assert (await ana.state()).name == called


async def test_a_phone_the_platform_vouches_for_is_a_proof() -> None:
    async with booth() as ana:
        await ana.brings(ana.update(UpdateKind.TEXT, "hello", phone="+38640111001"))
        await ana.turn()
        assert (await ana.state()).proofs == ("verified:+38640111001",)


async def test_a_flow_that_a_deploy_took_away_goes_to_a_person() -> None:
    async def gone(talk: Talk, shop: Any) -> None:
        await talk.ask("text")

    flow = Flow("gone", gone, ("warranty",), "There for a while.")
    async with booth(flow) as ana:
        ana.engine.teach("guarantee", "warranty")
        assert await ana.says("guarantee") == ["Tell me."]
        ana.turns._stage.flows.pop("gone")  # type: ignore[attr-defined]  # the deploy
        [said] = await ana.says("it leaks")
        assert "a colleague" in said.lower()
        assert (await ana.endings())[-1][0] == "handed"


async def test_every_message_keeps_its_trace() -> None:
    async with booth() as ana:
        await ana.says("where is it")
        await ana.says("1001")
        traces = [row[0] for row in await ana.rows("SELECT trace FROM outbox ORDER BY id")]
        assert '"intent":"order_status","score":0.95,"flow":"order_status","step":"ask:ask-order-number#0","kind":"ask"' in traces[0]
        assert '"data":["look:thing#0 as of 2026-11-18T12:00:00+00:00"]' in traces[1]


async def test_the_time_promised_by_a_person_is_in_working_hours() -> None:
    async with booth(reply_within=timedelta(minutes=30)) as ana:
        ana.clock.advance(hours=6)  # 19:00 on Wednesday
        assert await ana.says("human please") == ["A colleague answers by Thursday 19 November, 09:30."]
