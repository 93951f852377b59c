"""The runner: what is known before it is asked, how a flow ends, proofs, promises, and questions as they are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.conversation import Frame
from bot.errors import FlowError
from bot.heard import read_payload
from bot.journal import Source
from bot.message import Message
from bot.runner import MAX_QUESTIONS
from bot.shop import Proof, ShopUnavailable
from bot.talk import Choose, GateClosed, Talk
from bot.world import proof_of
from tests.core.fakes import NOON, entity
from tests.core.small_flows import send_back
from tests.core.stand import Stand


def messages(stand: Stand) -> list[Message]:
    assert stand.last is not None
    return [o.message for o in stand.last.outputs]


# --- hints and defaults ------------------------------------------------------------------------------------------------------
async def ask_order(talk: Talk, shop: Any) -> None:
    number = await talk.ask("order_number")
    await talk.say("told", what=number)


async def test_what_was_said_before_being_asked_is_not_asked() -> None:
    stand = Stand(ask_order, frame=Frame("r.1", "trial", "trial", "where is 1002", (entity("order_number", "1002"),)))
    assert await stand.play() == ["Told 1002."]
    entry = stand.journal.get("ask:ask-order-number#0")
    assert entry is not None
    assert entry.source is Source.HINT


async def test_one_hint_answers_one_question() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.ask("order_number")
        await talk.ask("order_number", per="second")

    stand = Stand(flow, frame=Frame("r.1", "trial", "trial", "1002", (entity("order_number", "1002"),)))
    assert await stand.play() == ["Which order?"]


async def test_a_question_may_refuse_hints() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.ask("order_number", hinted=False)

    stand = Stand(flow, frame=Frame("r.1", "trial", "trial", "1002", (entity("order_number", "1002"),)))
    assert await stand.play() == ["Which order?"]


async def test_a_hint_comes_before_a_default_and_a_default_before_a_question() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.say("told", what=await talk.ask("order_number", default="1001"))

    assert await Stand(flow).play() == ["Told 1001."]
    hinted = Stand(flow, frame=Frame("r.1", "trial", "trial", "1002", (entity("order_number", "1002"),)))
    assert await hinted.play() == ["Told 1002."]


async def test_a_default_that_does_not_hold_is_asked() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.ask("order_number", default="not a number")

    assert await Stand(flow).play() == ["Which order?"]


async def test_pictures_sent_before_are_the_answer() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        photos = await talk.ask("photos", "which", choices=("lamp",))
        await talk.say("told", what=photos)

    assert await Stand(flow, frame=Frame("r.1", "trial", "trial", files=("/a.png", "/b.png"))).play() == ["Told /a.png and /b.png."]


# --- 10. a flow ends -------------------------------------------------------------------------------------------------------
async def test_a_flow_may_ask_thirty_questions_and_no_more() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        for count in range(wanted):
            await talk.ask("text", "again-number", per=str(count), default="x", hinted=False, count=count)

    wanted = MAX_QUESTIONS
    await Stand(flow).play()
    wanted += 1
    with pytest.raises(FlowError, match="more than 30 questions"):
        await Stand(flow).play()


async def test_a_loop_that_asks_nothing_is_a_flow_error() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        while True:
            await talk.remember("order", "1001")

    with pytest.raises(FlowError, match="does not end"):
        await Stand(flow).play()


async def test_sensitive_answers_are_dropped_when_the_run_ends_and_not_before() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        contact = await talk.ask("contact", "ask-contact", number="1001")
        await talk.ask("text")
        await talk.say("told", what=contact)

    stand = Stand(flow)
    await stand.play()
    await stand.answers("ana@example.com")
    assert "ana@example.com" in repr(stand.journal)
    assert await stand.answers("x") == ["Told ana@example.com."]
    assert stand.status == "ended"
    assert "ana@example.com" not in repr(stand.journal)


# --- proofs ------------------------------------------------------------------------------------------------------------------
async def prove(talk: Talk, shop: Any) -> None:
    contact = await talk.ask("contact", "ask-contact", number="1001")
    shown = await talk.prove(shop.order, "1001", contact)
    if isinstance(shown, GateClosed):
        await talk.say("told", what="closed")
        return
    await talk.say("told", what=shown.name if shown else "nobody")
    await talk.ask("text")


async def test_a_right_proof_shows_the_order_and_is_remembered_with_the_name() -> None:
    stand = Stand(prove)
    await stand.play()
    assert await stand.answers("ana@example.com") == ["Told Ana Novak.", "Tell me."]
    assert stand.last is not None
    assert stand.last.proofs == ["ana@example.com"]
    assert stand.last.changes == [("name", "Ana")]
    assert stand.gate.misses == []


async def test_a_wrong_proof_is_counted_once_however_often_the_turn_runs() -> None:
    stand = Stand(prove)
    await stand.play()
    assert await stand.answers("eve@example.com") == ["Told nobody.", "Tell me."]
    await stand.play()
    await stand.play()
    assert len(set(stand.gate.misses)) == 1


async def test_another_contact_in_the_place_of_a_wrong_one_is_tried_and_counted() -> None:
    stand = Stand(prove)
    await stand.play()
    await stand.answers("eve@example.com")
    stand.frame = replace(stand.frame, journal=stand.journal.correct("ask:ask-contact#0", "bob@example.com"))
    await stand.play()
    assert len(set(stand.gate.misses)) == 2, "going back must not be a way to guess for nothing"
    stand.frame = replace(stand.frame, journal=stand.journal.correct("ask:ask-contact#0", "ana@example.com"))
    await stand.play()
    assert stand.last is not None
    assert stand.last.proofs == ["ana@example.com"]


async def test_a_closed_gate_is_closed_for_the_right_contact_too() -> None:
    stand = Stand(prove)
    stand.gate.misses = [str(n) for n in range(5)]
    await stand.play()
    assert await stand.answers("ana@example.com") == ["Told closed."]
    assert "order 1001" not in stand.shop.looks


async def test_a_contact_proven_before_passes_a_closed_gate() -> None:
    stand = Stand(prove, proofs=("ana@example.com",))
    stand.gate.misses = [str(n) for n in range(5)]
    await stand.play()
    assert await stand.answers("ana@example.com") == ["Told Ana Novak.", "Tell me."]


def test_how_a_contact_is_shown_to_the_shop() -> None:
    assert proof_of("a@b.c") == Proof(email="a@b.c")
    assert proof_of("+38640111001") == Proof(phone="+38640111001")
    assert proof_of("verified:+38640111001") == Proof(verified_phone="+38640111001")


# --- promises, people, questions as they are shown --------------------------------------------------------------------------
async def test_a_promise_is_made_once_and_is_in_the_ledger_as_it_was_told() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.promise("soon", talk.now() + timedelta(hours=2))
        await talk.ask("text")

    stand = Stand(flow)
    said = await stand.play()
    assert stand.last is not None
    assert [(p.text, p.due) for p in stand.last.promises] == [(said[0], NOON + timedelta(hours=2))]
    stand.now = NOON + timedelta(minutes=5)
    assert await stand.play() == []
    assert stand.last.promises == []


async def test_handing_over_ends_the_run_with_a_promise() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.hand_over("broken", number="1001")
        await talk.say("opening")

    stand = Stand(flow)
    assert await stand.play() == ["A colleague answers by 13:30."]
    assert stand.last is not None
    assert stand.last.handed is not None
    assert (stand.status, stand.last.handed.params, stand.last.promises[0].due) == (
        "handed_over",
        {"number": "1001"},
        NOON + timedelta(minutes=30),
    )


async def test_nothing_after_an_open_question_is_executed() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.ask("text")
        await talk.look(shop.count)

    stand = Stand(flow)
    await stand.play()
    assert stand.shop.looks == []
    assert stand.status == "waiting"


async def test_a_question_is_repeated_only_when_asked_for() -> None:
    stand = Stand(ask_order)
    await stand.play()
    assert await stand.play() == []
    assert await stand.play("full") == ["Which order?"]
    assert await stand.play("short") == ["Back to: order?"]
    assert await stand.play("miss") == ["Not understood. Order?"]


async def test_buttons_carry_the_run_and_the_question() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.choose("which", ("kettle", Choose("go:order_status", title="Where"), "lamp"))

    stand = Stand(flow)
    await stand.play()
    pressed = [read_payload(b.payload) for b in messages(stand)[0].buttons]
    question = stand.frame.open
    assert question is not None
    assert [(p.value, p.run, p.question) for p in pressed if p] == [
        ("kettle", "r.1", question.token),
        ("order_status", "", ""),
        ("lamp", "r.1", question.token),
    ]


async def test_an_angry_customer_is_offered_a_person_at_every_question_but_the_last() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.choose("which", ("kettle", "lamp"))
        await talk.solved()

    stand = Stand(flow, offer_person=True)
    await stand.play()
    assert [b.title for b in messages(stand)[0].buttons] == ["Kettle", "Lamp", "A person"]
    await stand.answers("lamp")
    assert [b.title for b in messages(stand)[0].buttons] == ["Yes", "No"]


async def test_other_words_for_an_option_come_from_the_texts() -> None:
    stand = Stand(send_back)
    await stand.play()
    assert stand.options[0].also == ("teapot", "boiler")


async def test_a_missing_text_is_a_flow_error() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.say("nobody-wrote-this")

    with pytest.raises(FlowError, match="no text nobody-wrote-this"):
        await Stand(flow).play()


async def test_solved_is_silent_inside_another_matter() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.solved()

    assert await Stand(flow, nested=True).play() == []
    assert await Stand(flow).play() == ["Solved?"]


async def test_not_solved_ends_with_a_person_who_is_told_what_is_missing() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        await talk.solved()

    stand = Stand(flow)
    await stand.play()
    assert await stand.answers("no") == ["Sorry.", "And now?"]
    assert await stand.answers("explain") == ["What is missing?"]
    assert await stand.answers("the lid") == ["A colleague answers by 13:30."]
    assert stand.status == "handed_over"


async def test_a_raising_shop_leaves_the_journal_as_it_was() -> None:
    async def flow(talk: Talk, shop: Any) -> None:
        item = await talk.choose("which", ("kettle", "lamp"))
        await talk.look(shop.thing, item)

    stand = Stand(flow)
    await stand.play()
    before = stand.frame
    stand.shop.down = True
    with pytest.raises(ShopUnavailable):
        await stand.answers("lamp")
    assert before.journal.entries == ()
