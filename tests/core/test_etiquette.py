"""The manners of the house: each of the seven rules catches a path that breaks it, and a good path breaks none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.app import demo_shop
from bot.etiquette import offences_of
from bot.flow import Flow
from bot.paths import Path, Step, draw, walk_flow
from bot.shop import ShopRefused
from bot.talk import Talk
from tests.core.fakes import house


async def nothing(talk: Talk, shop: Any) -> None: ...


PLAIN = Flow("trial", nothing, ("order_status",), "A matter.")
TROUBLE = replace(PLAIN, trouble=True)
SMALL = replace(PLAIN, name="greeting")

SORRY = Step("sorry", "late-sorry", "Ana, I am sorry about that.")
NEWS = Step("say", "late-news", "Your parcel comes on Friday.")
CHOICE = Step("ask", "late-next", "What shall I do?", 2)
CHOSEN = Step("answer", "late-next", "Wait")
PROMISE = Step("promise", "late-promise", "I will write to you by Friday.")
SOLVED = Step("ask", "solved", "Did that solve it?", 2)
YES = Step("answer", "solved", "Yes")
THANKS = Step("say", "solved-thanks", "Thank you, Ana.")
GOOD = (SORRY, NEWS, CHOICE, CHOSEN, PROMISE, SOLVED, YES, THANKS)


def offences(*steps: Step, flow: Flow = TROUBLE, named: bool = True, ended: str = "ended", angry: bool = False) -> list[str]:
    return offences_of(Path("order_status", steps, named, ended, angry), flow)


def test_a_good_path_breaks_no_rule() -> None:
    assert offences(*GOOD) == []
    assert offences(*GOOD, named=False) == []
    assert offences(*GOOD, flow=PLAIN) == []


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (
            (replace(SORRY, text="I am sorry."), NEWS, SOLVED, YES, replace(THANKS, text="Thank you.")),
            "1 the customer is known by name and never addressed by it",
        ),
        ((NEWS, SORRY, SOLVED, YES, THANKS), "2 something went wrong, but the first words are no apology: late-news"),
        ((NEWS, SORRY, SOLVED, YES, THANKS), "2 the apology late-sorry comes after the bad news"),
        (
            (replace(SORRY, text="Ana, that is how it is."), NEWS, SOLVED, YES, THANKS),
            "2 late-sorry is said as an apology and does not sound like one",
        ),
        ((SORRY, Step("promote", "offer", "Look at our tents."), SOLVED, YES, THANKS), "3 offer promotes before the matter is solved"),
        ((SORRY, replace(CHOICE, options=1), CHOSEN, SOLVED, YES, THANKS), "4 late-next offers a choice of one"),
        (
            (SORRY, replace(NEWS, text="We will call you."), SOLVED, YES, THANKS),
            '5 late-news says "We will" without a line in the promise ledger',
        ),
        (
            (SORRY, replace(NEWS, text="A colleague will see to it."), SOLVED, YES, THANKS),
            '5 late-news says "colleague will" without a line in the promise ledger',
        ),
        ((SORRY, NEWS, THANKS), '6 ends without asking "did that solve it?"'),
        ((SORRY, NEWS, SOLVED, YES, replace(THANKS, text="Bye, Ana.")), "7 the last words do not thank: solved-thanks"),
    ],
)
def test_each_rule_catches_what_breaks_it(steps: tuple[Step, ...], expected: str) -> None:
    assert expected in offences(*steps)


def test_nothing_is_promoted_to_an_angry_customer_even_when_it_is_solved() -> None:
    offer = Step("promote", "offer", "Thank you. Look at our tents.")
    assert offences(*GOOD, offer) == []
    assert offences(*GOOD, offer, angry=True) == ["3 offer promotes to an angry customer"]


def test_a_path_that_goes_to_a_person_need_not_ask_whether_it_is_solved() -> None:
    assert offences(SORRY, NEWS, Step("handover", "handover", "A colleague will answer by noon."), ended="handed_over") == []


def test_a_cancelled_path_owes_nothing_more() -> None:
    assert offences(SORRY, CHOICE, CHOSEN, ended="cancelled") == []


def test_small_talk_settles_nothing_and_need_not_ask() -> None:
    assert offences(Step("say", "greeting", "Hello."), flow=SMALL) == []


def test_free_words_are_no_choice() -> None:
    assert offences(SORRY, replace(CHOICE, options=None), CHOSEN, SOLVED, YES, THANKS) == []


# --- on flows that are really walked -----------------------------------------------------------------------------------------
async def polite(talk: Talk, shop: Any) -> None:
    item = await talk.choose("solved-next", ("person", "explain"))
    await talk.confirm("ask-order-which", item=item)
    result = await talk.do(shop.newsletter, "a@b.c", True)
    if isinstance(result, ShopRefused):
        await talk.hand_over("stuck")
    await talk.solved()


async def rude(talk: Talk, shop: Any) -> None:
    await talk.promote("greeting-nested")
    await talk.choose("solved-next", ("person",))


async def test_every_way_of_a_flow_is_walked_with_both_outcomes_of_its_deed() -> None:
    walked = await walk_flow(Flow("polite", polite, ("newsletter",), "Polite."), house(), demo_shop)
    ends = {path.ended for path in walked.paths}
    assert {"ended", "handed_over", "cancelled"} <= ends
    assert not walked.cut
    answers = {step.text for path in walked.paths for step in path.steps if step.kind == "answer"}
    assert {"A colleague should look at it", "Let me explain what is missing"} <= answers


async def test_a_rude_flow_is_caught_where_it_stands() -> None:
    walked = await walk_flow(Flow("rude", rude, ("newsletter",), "Rude.", trouble=True), house(), demo_shop)
    offended = {line.split(": ", 1)[1].split("\n")[0].split()[0] for line in walked.offences}
    assert {"2", "3", "4", "6"} <= offended


async def test_a_walk_can_be_drawn() -> None:
    walked = await walk_flow(Flow("polite", polite, ("newsletter",), "Polite."), house(), demo_shop)
    assert draw(walked, "text").startswith("polite:")
    drawn = draw(walked, "mermaid")
    assert drawn.startswith("flowchart TD\n  start([polite])")
    assert "do:newsletter" in drawn
