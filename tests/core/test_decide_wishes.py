# ruff: noqa: E501 - a rule is a row
"""`decide` where a message holds several wishes, denies one, or wavers between two; in the table style of test_decide.py."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation import Frame, OpenQuestion, Pending, State
from bot.decide import Answer, Begin, Clarify, Control, Leave, Miss, Several, Unclear, decide
from bot.heard import Heard
from bot.slots import Fit, Option
from bot.ties import NEAR, Weighed, weigh
from intents.model import GUESS, SURE
from intents.understanding import IntentScore, Wish
from tests.core.fakes import entity, heard, understood
from tests.core.test_decide import FLOW_OF, NOTHING, NUMBER, SOLVED, STORY, WHICH, Rule, at

ORDER, RETURN = Wish("order_status", 0.95, 0, 13), Wish("return_item", 0.9, 18, 30)
BOTH = (ORDER, RETURN)
WAITING = Pending("r9", "return_item", "can I return the mug")
DOUBT = OpenQuestion(
    "ask:clarify#0", "b9", "clarify", "choice", closing=True,
    options=(
        Option("go:order_status", "Where is my order?", intents=("order_status",)),
        Option("go:return_item", "Return", intents=("return_item",)),
        Option("none", "Something else"),
    ),
)  # fmt: skip
ASKED = State(stack=(Frame("r1", "clarify", "order_status|return_item", "hm", open=DOUBT),))
WIDE = {**FLOW_OF, "delivery_late": "order_status", "return_defective": "return_item", "invoice": "information", "discount": "information"}


def both(text: str, intent: str | None = None, confidence: float = 0.95, **rest: object) -> Heard:
    said = heard(text, intent, confidence, **rest)  # type: ignore[arg-type]  # a test's shorthand for the fake's own parameters
    return replace(said, understanding=replace(said.understanding, wishes=BOTH))


def not_a(denied: str, text: str = "no, not that", intent: str | None = None, confidence: float = 0.95) -> Heard:
    said = heard(text, intent, confidence)
    return replace(said, understanding=replace(said.understanding, denied=(denied,)))


def wavering(*scores: tuple[str, float], text: str = "hm") -> Heard:
    said = heard(text, scores[0][0], scores[0][1])
    return replace(said, understanding=replace(said.understanding, ranking=tuple(IntentScore(*s) for s in scores)))


RULES = [
    # --- several wishes
    Rule("both are served where nothing is open", both("where is 1002 and can I return the mug", "return_item"), NOTHING, Several(BOTH, replace=True)),
    Rule("also where the whole is unclear", both("where is 1002 and can I return the mug"), NOTHING, Several(BOTH, replace=True)),
    Rule("also where the whole wavers", both("where is it and can I return it", "order_status", 0.4), NOTHING, Several(BOTH, replace=True)),
    Rule("in the place of a closing question", both("where is 1002 and can I return the mug", "return_item"), at(SOLVED), Several(BOTH, replace=True)),
    Rule("on top of an open question", both("where is 1002 and what is that", "order_status"), at(WHICH), Several(BOTH, replace=False)),
    Rule("an order number in it answers nothing", both("where is 1002 and can I return the mug", entities=[entity("order_number", "1002")]), at(NUMBER),
         Several(BOTH, replace=False)),
    Rule("a story that was asked for stays one", both("it leaks and I want to return it", "return_item", 0.8), at(STORY),
         Answer("it leaks and I want to return it", Fit.WEAK)),
    Rule("a person comes before everything", both("where is it and get me a person", "human", 0.8), NOTHING, Begin("human", replace=False)),
    Rule("a wish without a flow leaves one", both("where is it and can I return it", "order_status"), NOTHING, Begin("order_status", replace=True), {"order_status": "order_status"}),
    # --- denials
    Rule("the open matter is left", not_a("return_item"), at(NUMBER), Leave("return_item")),
    Rule("and what is said instead begins", not_a("return_item", "not that, where is my order", "order_status"), at(NUMBER), Begin("order_status", replace=True)),
    Rule("small talk beside it begins nothing", not_a("return_item", "no thanks, not that", "thanks"), at(NUMBER), Leave("return_item")),
    Rule("nothing is open: asked what is wished", not_a("return_item"), NOTHING, Leave("return_item")),
    Rule("nothing is open: what is said instead begins", not_a("return_item", "where is my order", "order_status"), NOTHING, Begin("order_status", replace=True)),
    Rule("another matter is open, and it is nothing to it", not_a("complaint"), at(WHICH), Miss()),
    Rule("one of two is denied: it is the other", not_a("return_item"), ASKED, Begin("order_status", replace=True)),
    Rule("a wish that waits is let go of", not_a("return_item"), at(NUMBER, intent="order_status", pending=(WAITING,)), Control("drop", "return_item")),
    Rule("a command beats a denial", replace(not_a("return_item"), text="stop"), at(NUMBER), Control("stop")),
    # --- letting go of what waits
    Rule("the other thing is let go of", heard("forget the other thing", "cancel"), at(NUMBER, pending=(WAITING,)), Control("drop")),
    Rule("with nothing waiting it is a word of its own", heard("forget the other thing", "cancel"), at(NUMBER), Control("cancel")),
    Rule("a bare cancel is about what is open", heard("cancel", "cancel"), at(NUMBER, pending=(WAITING,)), Control("cancel")),
    # --- near ties
    Rule("two near each other", wavering(("order_status", 0.45), ("return_item", 0.4)), NOTHING, Clarify(("order_status", "return_item"))),
    Rule("the second far behind is not offered", wavering(("order_status", 0.5), ("return_item", 0.05)), NOTHING, Clarify(("order_status",))),
    Rule("small talk is never asked for", wavering(("order_status", 0.4), ("thanks", 0.35), ("return_item", 0.2)), NOTHING, Clarify(("order_status", "return_item"))),
    Rule("small talk first, a wish behind", wavering(("thanks", 0.4), ("order_status", 0.35)), NOTHING, Clarify(("order_status",))),
    Rule("small talk alone is answered", wavering(("thanks", 0.4), ("greeting", 0.35)), NOTHING, Begin("thanks", replace=True)),
    Rule("two of one flow are one", wavering(("order_status", 0.4), ("delivery_late", 0.35)), NOTHING, Begin("order_status", replace=True), WIDE),
    Rule("two answers of one flow are two", wavering(("invoice", 0.4), ("discount", 0.35)), NOTHING, Clarify(("invoice", "discount")), WIDE),
    Rule("in doubt again: a person is offered", wavering(("product_info", 0.3), ("complaint", 0.28)), ASKED, Begin("stuck", replace=True)),
    Rule("in doubt and nothing in it: not understood", heard("purple"), ASKED, Unclear()),
    Rule("in doubt, then a wish of its own", heard("a complaint, I have one", "complaint", 0.9), ASKED, Begin("complaint", replace=True)),
    # --- the answer to "A or B?"
    Rule("by number", heard("2"), ASKED, Begin("return_item", replace=True)),
    Rule("by ordinal", heard("the first", entities=[entity("ordinal", "1")]), ASKED, Begin("order_status", replace=True)),
    Rule("by ordinal in Russian", heard("второе", entities=[entity("ordinal", "2")]), ASKED, Begin("return_item", replace=True)),
    Rule("by a word of the button", heard("return"), ASKED, Begin("return_item", replace=True)),
    Rule("by an unsure wish that is one of them", heard("give it back", "return_item", 0.4), ASKED, Begin("return_item", replace=True)),
    Rule("by neither", heard("something else"), ASKED, Answer("none", Fit.SURE)),
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_rule(rule: Rule) -> None:
    """What is heard, where the conversation stands, what it means."""
    assert decide(rule.heard, rule.state, rule.flow_of) == rule.expected


def test_what_is_too_unsure_is_not_asked_for() -> None:
    for shares in ((GUESS - 0.01, GUESS - 0.02), (0.1, 0.1)):
        ranking = tuple(IntentScore(name, share) for name, share in zip(("order_status", "return_item"), shares, strict=True))
        assert weigh(replace(understood("hm", "order_status"), ranking=ranking), FLOW_OF) == Weighed()


def test_the_second_is_offered_from_its_share_of_the_first_on() -> None:
    best = (GUESS + SURE) / 2
    for share, count in ((NEAR * 1.01, 2), (NEAR * 0.99, 1)):
        ranking = (IntentScore("order_status", best), IntentScore("return_item", best * share))
        assert len(weigh(replace(understood("hm", "order_status"), ranking=ranking), FLOW_OF).asked) == count


def test_nothing_is_made_of_what_is_out_of_scope() -> None:
    assert weigh(understood("hm", "order_status", 0.5, in_scope=False), FLOW_OF) == Weighed()
    assert weigh(replace(understood(), ranking=()), FLOW_OF) == Weighed()
