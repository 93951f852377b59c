"""Several wishes of one message as a conversation: what waits survives everything, begins by itself, and is never lost silently."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from bot.commands import drops_the_rest
from bot.conversation import Pending, State
from bot.store.values import decode_state, text_of
from bot.texts import Texts, Voice, texts_folder
from intents.negation import NAMED
from intents.understanding import LANGUAGES, Wish
from intents.wishes import ALONE
from tests.core.fakes import Booth, booth, entity, understood

TWO = "where is 1001 and return"
CONTACT = "ana@example.com"


def _teach(stand: Booth, text: str, *intents: str, first_order: str = "") -> None:
    """A message of wishes that share its words evenly."""
    step = len(text) // len(intents)
    wishes = tuple(Wish(name, 0.95, n * step, (n + 1) * step) for n, name in enumerate(intents))
    if first_order:
        wishes = (replace(wishes[0], entities=(entity("order_number", first_order),)), *wishes[1:])
    stand.engine.taught[text.lower()] = replace(understood(text, intents[0]), wishes=wishes)


async def _state(stand: Booth) -> State:
    return (await stand.store.take(await stand.conversation())).state


async def test_both_are_heard_and_the_first_begins_with_its_own_words() -> None:
    async with booth() as stand:
        _teach(stand, TWO, "return_item", "order_status", first_order="1001")
        said = await stand.says(TWO)
        assert said[0] == "First the return, then the order."
        state = await _state(stand)
        assert [f.intent for f in state.stack] == ["return_item"]
        assert state.stack[0].said == TWO[: len(TWO) // 2].strip()
        assert [e.value for e in state.stack[0].hints] == ["1001"]
        assert [(p.intent, p.hints) for p in state.pending] == [("order_status", ())]


async def test_the_next_begins_by_itself_and_only_the_last_asks_whether_it_solved_it() -> None:
    async with booth() as stand:
        _teach(stand, TWO, "order_status", "return_item", first_order="1001")
        said = await stand.says(TWO)
        assert said[0] == "First order 1001, then the return."
        assert "Now the return." in said
        assert not any("solve" in words.lower() for words in said)
        state = await _state(stand)
        assert [f.intent for f in state.stack] == ["return_item"]
        assert state.pending == ()


async def test_what_waits_survives_a_restart(tmp_path: Path) -> None:
    database = str(tmp_path / "wishes.db")
    async with booth(database=database) as stand:
        _teach(stand, TWO, "return_item", "order_status")
        await stand.says(TWO)
        before = await _state(stand)
    async with booth(database=database) as stand:
        stand.count = 1
        assert (await _state(stand)).pending == before.pending
        said = " / ".join(await stand.says("cancel"))
        assert "Cancelled, going on." in said
        assert "Now the order" in said


async def test_cancel_drops_the_open_one_only() -> None:
    async with booth() as stand:
        _teach(stand, "three at once", "return_item", "order_status", "complaint")
        await stand.says("three at once")
        await stand.says("cancel")
        state = await _state(stand)
        assert [f.intent for f in state.stack] == ["order_status"]
        assert [p.intent for p in state.pending] == ["complaint"]


async def test_the_others_can_be_let_go_of() -> None:
    async with booth() as stand:
        _teach(stand, TWO, "return_item", "order_status")
        await stand.says(TWO)
        said = await stand.says("forget the other thing")
        assert said[0] == "Left out: the order."
        state = await _state(stand)
        assert [f.intent for f in state.stack] == ["return_item"]
        assert state.pending == ()


async def test_a_denied_wish_that_waits_is_let_go_of() -> None:
    async with booth() as stand:
        _teach(stand, TWO, "return_item", "order_status")
        await stand.says(TWO)
        stand.engine.taught["not my order"] = replace(understood("not my order"), denied=("order_status",))
        assert (await stand.says("not my order"))[0] == "Left out: the order."
        assert (await _state(stand)).pending == ()


async def test_a_denied_matter_is_left_and_the_next_begins() -> None:
    async with booth() as stand:
        _teach(stand, TWO, "return_item", "order_status")
        await stand.says(TWO)
        stand.engine.taught["not a return"] = replace(understood("not a return"), denied=("return_item",))
        said = await stand.says("not a return")
        assert said[:2] == ["Not the return.", "Now the order."]


async def test_a_denied_matter_with_nothing_after_it_asks_what_is_wished() -> None:
    async with booth() as stand:
        await stand.says("return")
        stand.engine.taught["not a return"] = replace(understood("not a return"), denied=("return_item",))
        assert await stand.says("not a return") == ["Not the return. What else?"]
        assert (await _state(stand)).stack == ()


async def test_a_question_in_between_does_not_begin_the_next() -> None:
    async with booth() as stand:
        _teach(stand, TWO, "return_item", "order_status")
        await stand.says(TWO)
        said = " / ".join(await stand.says("hello"))
        assert "Now" not in said
        state = await _state(stand)
        assert [f.intent for f in state.stack] == ["return_item"]
        assert len(state.pending) == 1


async def test_who_asks_again_for_what_waits_is_served_once() -> None:
    async with booth() as stand:
        _teach(stand, TWO, "return_item", "order_status")
        await stand.says(TWO)
        await stand.says("where is it")
        state = await _state(stand)
        assert [f.intent for f in state.stack] == ["return_item", "order_status"]
        assert state.pending == ()


async def test_a_person_gets_everything_that_waits() -> None:
    async with booth() as stand:
        _teach(stand, TWO, "return_item", "order_status")
        await stand.says(TWO)
        said = await stand.says("human please")
        assert said[-1] == "Passed on too: the order."
        assert (await _state(stand)).pending == ()
        summaries = await stand.rows("SELECT summary FROM cases")
        matters = msgspec.json.decode(summaries[0][0])["matters"]
        assert [(m["intent"], m.get("waiting", False)) for m in matters][-1] == ("order_status", True)


async def test_no_more_than_three_wait() -> None:
    async with booth() as stand:
        _teach(stand, "five in one go", "return_item", "order_status", "complaint", "callback", "order_status")
        await stand.says("five in one go")
        assert [p.intent for p in (await _state(stand)).pending] == ["order_status", "complaint", "callback"]


async def test_the_same_update_twice_is_one() -> None:
    """Runs that wait have their names from the update that began them, so a second try makes the same ones."""
    async with booth() as one, booth() as other:
        for stand in (one, other):
            _teach(stand, TWO, "return_item", "order_status")
            await stand.says(TWO)
        assert [p.run for p in (await _state(one)).pending] == [p.run for p in (await _state(other)).pending]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wish_that_may_wait_or_be_denied_has_a_name_for_a_sentence(language: str) -> None:
    texts = Texts(texts_folder())
    denied = {intent for kinds in NAMED.values() for group in kinds for intent in group}
    for intent in ALONE | denied:
        for order in ("none", "1002"):
            assert texts.text(f"wish-{intent.replace('_', '-')}", Voice(language), {"order": order})


def test_a_state_with_and_without_waiting_wishes_goes_through_json() -> None:
    waiting = Pending("a.2", "return_item", "the mug", (entity("sku", "KET-17"),), ("/f.png",), 1, True, "mug")
    state = State(pending=(waiting,))
    assert decode_state(text_of(state)) == state
    assert decode_state("{}").pending == ()


@pytest.mark.parametrize(
    "text",
    [
        "forget the other thing", "never mind the second one", "I don't need the rest", "забудьте про второе", "остальное не надо",
        "забудьте про інше", "решту не треба", "pozabite na drugo", "ostalo ni treba",
    ],
)  # fmt: skip
def test_words_that_let_go_of_the_rest(text: str) -> None:
    assert drops_the_rest(text)


@pytest.mark.parametrize(
    "text",
    ["cancel", "the other one", "forget it", "второе", "інше", "drugo", "I need the rest of my order", "скасуйте", "отмените заказ"],
)
def test_words_that_do_not(text: str) -> None:
    assert not drops_the_rest(text)
