# ruff: noqa: E501 - a rule is a row
"""`decide` as a table: what was heard, what is open, what it means. One row a rule."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from bot.conversation import Frame, OpenQuestion, State
from bot.decide import (
    Answer,
    Begin,
    Clarify,
    Control,
    Correct,
    Decision,
    Ignore,
    Late,
    Miss,
    Settled,
    Unclear,
    decide,
    wanted_language,
)
from bot.heard import Heard, Press, answer_payload, control_payload, go_payload, read_payload
from bot.journal import Entry, Journal, Kind, Source
from bot.slots import Fit, Option
from intents.understanding import Tone
from tests.core.fakes import entity, heard

FLOW_OF = {
    i: i
    for i in (
        "return_item", "order_status", "product_info", "human", "help", "erase_data", "greeting", "thanks", "goodbye",
        "praise", "change_language", "complaint",
    )
}  # fmt: skip

KETTLE, LAMP = Option("KET-17", "Aurora kettle 1.7 l", ("teapot",)), Option("HLP-01", "Polar headlamp", intents=("order_status",))
WHICH = OpenQuestion("ask:which#0", "b1", "which", "choice", options=(KETTLE, LAMP))
NUMBER = OpenQuestion("ask:ask-order-number#0", "b2", "ask-order-number", "order_number", free=True)
STORY = OpenQuestion("ask:ask-text#0", "b3", "ask-text", "text", free=True)
SOLVED = OpenQuestion(
    "ask:solved#0",
    "b4",
    "solved",
    "choice",
    closing=True,
    options=(
        Option("yes", "Yes", intents=("affirm", "thanks", "goodbye", "praise")),
        Option("no", "No", intents=("deny",)),
        Option("go:order_status", "Where"),
    ),
)
CONFIRM = OpenQuestion(
    "confirm:summary#0",
    "b5",
    "summary",
    "choice",
    "confirm",
    (
        Option("yes", "Yes", intents=("affirm",)),
        Option("change", "Change", intents=("back",)),
        Option("no", "No", intents=("deny", "cancel")),
    ),
)
CHOSEN = Entry(
    "ask:which#0", Kind.ASK, "KET-17", "b1", Source.CUSTOMER, "choice", False, (("KET-17", KETTLE.title), ("HLP-01", LAMP.title))
)
NUMBERED = Entry("ask:ask-order-number#0", Kind.ASK, "1001", "b2", Source.CUSTOMER, "order_number")
REASON = OpenQuestion(
    "ask:reason#0", "b6", "reason", "choice", options=(Option("broken", "It is broken"), Option("other", "Something else"))
)
DEED = Entry("do:send_back#0", Kind.DO, "done {}")


def at(question: OpenQuestion | None, *entries: Entry, intent: str = "return_item", run: str = "r1", **state: object) -> State:
    """A conversation with one run at a question."""
    frame = Frame(run, intent, intent, journal=Journal(entries), open=question)
    return replace(State(stack=(frame,)), **state)  # type: ignore[arg-type]  # a test's shorthand for State's own fields


NOTHING = State()


def press(question: OpenQuestion, value: str, run: str = "r1") -> Heard:
    """What comes back when the button of an option is pressed."""
    return replace(heard(), press=read_payload(answer_payload(run, question.token, value)))


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    heard: Heard
    state: State
    expected: Decision
    flow_of: dict[str, str] = field(default_factory=lambda: FLOW_OF)


LONG = "I bought this kettle three weeks ago for my mother and since yesterday it leaks all over the table and I am sorry but where is my order anyway I ask you now"
PASSED = Frame("r0", "order_status", "order_status")

RULES = [
    # --- 1. a pressed button says by itself which question it answers
    Rule("press of the open question", press(WHICH, "HLP-01"), at(WHICH), Answer("HLP-01", Fit.SURE)),
    Rule("press of an option that is gone", press(WHICH, "TNT-03"), at(WHICH), Miss()),
    Rule("press of an earlier question corrects it", press(WHICH, "HLP-01"), at(REASON, CHOSEN), Correct("r1", "ask:which#0", "HLP-01")),
    Rule("press of an earlier option that is gone asks again", press(WHICH, "TNT-03"), at(REASON, CHOSEN), Correct("r1", "ask:which#0", None)),
    Rule("press of the same question on another basis", press(replace(WHICH, basis="old"), "HLP-01"), at(WHICH), Miss()),
    Rule(
        "press of a question below a digression comes back to it",
        press(WHICH, "HLP-01"),
        State(stack=(at(WHICH).stack[0], Frame("r2", "order_status", "order_status", open=NUMBER))),
        Correct("r1", "ask:which#0", "HLP-01"),
    ),
    Rule("press behind a deed is settled", press(WHICH, "HLP-01"), at(SOLVED, CHOSEN, DEED), Settled()),
    Rule("press of a run that has ended", press(WHICH, "HLP-01", "r0"), replace(NOTHING, past=(("r0", "return_item"),)), Late("return_item")),
    Rule("press of a run nobody remembers", press(WHICH, "HLP-01", "zz"), at(NUMBER), Late("")),
    Rule("press of the newest of two runs of one name", press(WHICH, "KET-17", "r0"), replace(NOTHING, past=(("r0", "a"), ("r0", "b"))), Late("b")),
    Rule("a value too long travels as its digest", press(replace(WHICH, options=(Option("ж" * 60, "long"),)), "ж" * 60),
         at(replace(WHICH, options=(Option("ж" * 60, "long"),))), Answer("ж" * 60, Fit.SURE)),
    Rule("press of no at a summary cancels", press(CONFIRM, "no"), at(CONFIRM), Control("cancel")),
    Rule("press of yes at a summary", press(CONFIRM, "yes"), at(CONFIRM), Answer("yes", Fit.SURE)),
    Rule("press of a wish", replace(heard(), press=read_payload(go_payload("order_status"))), at(WHICH), Begin("order_status", replace=False)),
    Rule("press of a wish at a closing question", replace(heard(), press=read_payload(go_payload("order_status"))), at(SOLVED), Begin("order_status", replace=True)),
    Rule("press of a wish without a flow", replace(heard(), press=Press("warranty")), at(WHICH), Ignore("a button for warranty, which has no flow")),
    Rule("press of a control", replace(heard(), press=read_payload(control_payload("back"))), at(WHICH), Control("back")),
    # --- 2. a sure answer beats words; a whole message of command beats even that
    Rule("number of an option", heard("2"), at(WHICH), Answer("HLP-01", Fit.SURE)),
    Rule("number with a dot", heard("1."), at(WHICH), Answer("KET-17", Fit.SURE)),
    Rule("number beyond the options", heard("3"), at(WHICH), Miss()),
    Rule("ordinal", heard("the second one", entities=[entity("ordinal", "2")]), at(WHICH), Answer("HLP-01", Fit.SURE)),
    Rule("the last one", heard("the last", entities=[entity("ordinal", "-1")]), at(WHICH), Answer("HLP-01", Fit.SURE)),
    Rule("label", heard("polar headlamp"), at(WHICH), Answer("HLP-01", Fit.SURE)),
    Rule("label with a typo", heard("polar headlmap"), at(WHICH), Answer("HLP-01", Fit.SURE)),
    Rule("a near label", heard("headlmap"), at(WHICH), Answer("HLP-01", Fit.GOOD)),
    Rule("another word for it", heard("teapot"), at(WHICH), Answer("KET-17", Fit.SURE)),
    Rule("a named product", heard("that black thing", entities=[entity("sku", "KET-17")], products=[entity("sku", "KET-17")]), at(WHICH), Answer("KET-17", Fit.SURE)),
    Rule("an order number where one was asked", heard("1002", entities=[entity("order_number", "1002")]), at(NUMBER), Answer("1002", Fit.SURE)),
    Rule("a bare number where an order's was asked", heard("no. 77 12"), at(NUMBER), Answer("7712", Fit.SURE)),
    Rule("an answer beats a wish said with it", heard("polar headlamp", "order_status", 0.97), at(WHICH), Answer("HLP-01", Fit.SURE)),
    Rule("a whole sentence of another wish only mentions what would fit", heard("where is my Polar headlamp", "order_status", 0.9, products=[entity("sku", "HLP-01")]),
         at(WHICH), Begin("order_status", replace=False)),
    Rule("a whole sentence of the same wish answers", heard("send back my Polar headlamp", "return_item", 0.9, products=[entity("sku", "HLP-01")]),
         at(WHICH), Answer("HLP-01", Fit.SURE)),
    Rule("yes at a summary", heard("yes", "affirm", yes_no=True), at(CONFIRM), Answer("yes", Fit.SURE)),
    Rule("no at a summary cancels", heard("no", "deny", yes_no=False), at(CONFIRM), Control("cancel")),
    Rule("change at a summary", heard("change"), at(CONFIRM), Answer("change", Fit.SURE)),
    Rule("an option that is a wish", heard("where"), at(SOLVED), Begin("order_status", replace=True)),
    Rule("stop beats an option called so", heard("Stop"), at(replace(WHICH, options=(Option("stop", "Stop"), LAMP))), Control("stop")),
    Rule("start after a stop", heard("START"), replace(NOTHING, stopped=True), Control("start")),
    Rule("start without a stop is a greeting", heard("/start"), NOTHING, Begin("greeting", replace=True)),
    Rule("start in the middle of a matter", heard("/start"), at(WHICH), Begin("greeting", replace=False)),
    Rule("a command", heard("/back"), at(WHICH), Control("back")),
    Rule("a command for a person", heard("/human"), at(WHICH), Begin("human", replace=False)),
    Rule("a command for help", heard("/help"), NOTHING, Begin("help", replace=True)),
    Rule("a command for the language", heard("/language"), at(WHICH), Begin("change_language", replace=False)),
    # --- 3. words to the conversation
    Rule("human with nothing open", heard("a human please", "human", 0.7), NOTHING, Begin("human", replace=False)),
    Rule("human in the middle", heard("a human please", "human", 0.7), at(WHICH), Begin("human", replace=False)),
    Rule("human at a closing question", heard("a human please", "human", 0.7), at(SOLVED), Begin("human", replace=True)),
    Rule("human beats free text", heard("get me an operator", "human", 0.7), at(STORY), Begin("human", replace=False)),
    Rule("human in a long story", heard("x " * 40, "human", 0.7), at(STORY), Begin("human", replace=False)),
    Rule("erase beats free text", heard("erase my data", "erase_data", 0.8), at(STORY), Begin("erase_data", replace=False)),
    Rule("help", heard("what can you do", "help", 0.8), at(WHICH), Begin("help", replace=False)),
    Rule("back", heard("go back", "back", 0.9), at(WHICH), Control("back")),
    Rule("cancel", heard("forget it", "cancel", 0.9), at(WHICH), Control("cancel")),
    Rule("a bare cancel is no answer to a question without options", heard("Cancel.", "cancel_order", 0.9), at(STORY), Control("cancel")),
    Rule("nor in another language", heard("скасувати", "cancel_order", 0.9), at(STORY), Control("cancel")),
    Rule("nor where options have nothing of the kind", heard("cancel", "cancel_order", 0.9), at(WHICH), Control("cancel")),
    Rule("an option may be meant by it", heard("cancel", "deny", 0.9), at(CONFIRM), Control("cancel")),
    Rule("cancel beats free text", heard("forget it", "cancel", 0.9), at(STORY), Control("cancel")),
    Rule("cancel in a long story is part of it", heard("I wanted to cancel it but your site did not let me do so", "cancel", 0.9), at(STORY),
         Answer("I wanted to cancel it but your site did not let me do so", Fit.WEAK)),
    Rule("repeat", heard("what did you say", "repeat", 0.9), at(WHICH), Control("repeat")),
    Rule("back with nothing open", heard("go back", "back", 0.9), NOTHING, Control("back")),
    Rule("a named language", heard("please speak russian", "change_language", 0.9), at(WHICH), Control("language", "ru")),
    Rule("a language nobody named", heard("other language", "change_language", 0.9), at(WHICH), Begin("change_language", replace=False)),
    Rule("abuse by tone", heard("you idiots", tone=Tone.ABUSIVE), at(WHICH), Control("abuse")),
    Rule("abuse by intent", heard("you fools", "abuse", 0.9), NOTHING, Control("abuse")),
    Rule("an answer in an abusive tone is an answer", heard("2", tone=Tone.ABUSIVE), at(WHICH), Answer("HLP-01", Fit.SURE)),
    # --- 4. corrections
    Rule("no, the other one", heard("no, the headlamp"), at(REASON, CHOSEN), Correct("r1", "ask:which#0", "HLP-01")),
    Rule("it fits an earlier question and no other", heard("Polar headlamp"), at(REASON, CHOSEN), Correct("r1", "ask:which#0", "HLP-01")),
    Rule("the same again is no correction", heard("Aurora kettle 1.7 l"), at(REASON, CHOSEN), Miss()),
    Rule("another order number", heard("I meant 1002", entities=[entity("order_number", "1002")]), at(WHICH, NUMBERED), Correct("r1", "ask:ask-order-number#0", "1002")),
    Rule("the same order number", heard("order 1001", entities=[entity("order_number", "1001")]), at(WHICH, NUMBERED), Miss()),
    Rule("an order number at a closing question needs a marker", heard("and 1002", entities=[entity("order_number", "1002")]), at(SOLVED, NUMBERED), Begin("order_status", replace=True)),
    Rule("a marked correction at a closing question", heard("no, 1002", yes_no=None, entities=[entity("order_number", "1002")]),
         at(SOLVED, NUMBERED), Correct("r1", "ask:ask-order-number#0", "1002")),
    Rule("what fits the open question corrects nothing without a word that says so", heard("Polar headlamp"), at(STORY, CHOSEN), Answer("Polar headlamp", Fit.WEAK)),
    Rule("and with one it does", heard("no, the Polar headlamp"), at(STORY, CHOSEN), Correct("r1", "ask:which#0", "HLP-01")),
    Rule("a bare no corrects nothing", heard("no", "deny", yes_no=False), at(WHICH, replace(CHOSEN, key="ask:yes#0", value="yes", options=(("yes", "Yes"), ("no", "No")))), Miss()),
    Rule("nothing is corrected behind a deed", heard("no, the headlamp"), at(REASON, CHOSEN, DEED), Miss()),
    Rule("a new wish with a product corrects nothing", heard("and where is my Polar headlamp", "order_status", 0.97), at(REASON, CHOSEN), Begin("order_status", replace=False)),
    # --- 5. and 6. near fits, wishes
    Rule("an intent that stands for an option", heard("what about delivery", "order_status", 0.97), at(WHICH), Answer("HLP-01", Fit.GOOD)),
    Rule("a near fit beats a wish", heard("headlmap", "complaint", 0.8), at(WHICH), Answer("HLP-01", Fit.GOOD)),
    Rule("a much surer wish beats a near fit", heard("headlmap", "complaint", 0.95), at(WHICH), Begin("complaint", replace=False)),
    Rule("small talk never beats a near fit", heard("headlmap", "thanks", 0.99), at(WHICH), Answer("HLP-01", Fit.GOOD)),
    Rule("a wish in the middle is a digression", heard("where is my order", "order_status", 0.9), at(NUMBER), Begin("order_status", replace=False)),
    Rule("a wish takes the place of a closing question", heard("where is my order", "order_status", 0.9), at(SOLVED), Begin("order_status", replace=True)),
    Rule("thanks at a closing question means yes", heard("thank you so much", "thanks", 0.9), at(SOLVED), Answer("yes", Fit.GOOD)),
    Rule("thanks in the middle is answered in passing", heard("thank you", "thanks", 0.9), at(NUMBER), Begin("thanks", replace=False)),
    Rule("the same wish in other words is no new one", heard("I want to send it back", "return_item", 0.95), at(WHICH), Miss()),
    Rule("the same wish about another thing is one", heard("send back 1005", "return_item", 0.95, entities=[entity("order_number", "1005")]),
         at(WHICH), Begin("return_item", replace=False)),
    Rule("yes where nothing asks for it", heard("yes", "affirm", yes_no=True), at(NUMBER), Miss(), {**FLOW_OF, "affirm": "affirm"}),
    Rule("an unsure wish in the middle is a miss", heard("hm where", "order_status", 0.5), at(WHICH, intent="return_item"), Answer("HLP-01", Fit.GOOD)),
    Rule("an unsure wish where it stands for nothing", heard("hm where", "order_status", 0.5), at(NUMBER), Miss()),
    Rule("a wish without a flow", heard("the invoice please", "invoice", 0.95), at(WHICH), Miss()),
    # --- 7. free text
    Rule("free text where it was asked for", heard("it leaks a little"), at(STORY), Answer("it leaks a little", Fit.WEAK)),
    Rule("a much surer wish put as a question beats free text", heard("where is my order?", "order_status", 0.95), at(STORY, CHOSEN), Begin("order_status", replace=False)),
    Rule("an unmistakable wish beats free text", heard("where is my order", "order_status", 0.98), at(STORY, CHOSEN), Begin("order_status", replace=False)),
    Rule("who has told nothing yet and tells of something else has moved on", heard("where is my order", "order_status", 0.98), at(STORY), Begin("order_status", replace=True)),
    Rule("a much surer wish about an order beats free text", heard("where is 1001", "order_status", 0.95, entities=[entity("order_number", "1001")]),
         at(STORY), Begin("order_status", replace=True)),
    Rule("a much surer wish told in free text is part of it", heard("where is my order", "order_status", 0.95), at(STORY), Answer("where is my order", Fit.WEAK)),
    Rule("the matter's own wish in free text is part of it", heard("send it back?", "return_item", 0.99), at(STORY), Answer("send it back?", Fit.WEAK)),
    Rule("a merely sure wish is part of the text", heard("where is my order", "order_status", 0.8), at(STORY), Answer("where is my order", Fit.WEAK)),
    Rule("a long story with a wish in it is the text", heard(LONG, "order_status", 0.97), at(STORY), Answer(LONG, Fit.WEAK)),
    Rule("thanks in free text is part of it", heard("thanks", "thanks", 0.97), at(STORY), Answer("thanks", Fit.WEAK)),
    # --- 8. the rest
    Rule("nothing fits the open question", heard("purple"), at(WHICH), Miss()),
    Rule("nothing fits a closing question", heard("purple"), at(SOLVED), Unclear()),
    Rule("nothing open, nothing understood", heard("purple"), NOTHING, Unclear()),
    Rule("an empty message", heard(""), NOTHING, Unclear()),
    Rule("a wish with nothing open", heard("where is it", "order_status", 0.9), NOTHING, Begin("order_status", replace=True)),
    Rule("an unsure wish about a product that is named", heard("aurora kettle hm", "product_info", 0.4, products=[entity("sku", "KET-17", 0.7)]),
         NOTHING, Begin("product_info", replace=True)),
    Rule("who asks the same again in anger complains", heard("still nothing came", "order_status", 0.9, tone=Tone.ANGRY), at(SOLVED, intent="order_status"), Begin("complaint", replace=True)),
    Rule("also when it has ended", heard("where is my order", "order_status", 0.9, tone=Tone.ANGRY), replace(NOTHING, past=(("r0", "order_status"),)), Begin("complaint", replace=True)),
    Rule("in anger about another order is another matter", heard("and 1002", "order_status", 0.9, tone=Tone.ANGRY, entities=[entity("order_number", "1002")]),
         replace(NOTHING, past=(("r0", "order_status"),), focus={"order": "1001"}), Begin("order_status", replace=True)),
    Rule("wavering between two", heard("hm", "order_status", 0.4, second="return_item"), NOTHING, Clarify(("order_status", "return_item"))),
    Rule("wavering with one of them a stranger", heard("hm", "order_status", 0.4, second="out_of_scope"), NOTHING, Clarify(("order_status",))),
    Rule("too unsure to ask", heard("hm", "order_status", 0.2, second="return_item"), NOTHING, Unclear()),
    Rule("an order number alone", heard("1001", entities=[entity("order_number", "1001")]), NOTHING, Begin("order_status", replace=True)),
    Rule("a product alone", heard("aurora kettle", products=[entity("sku", "KET-17", 0.9)]), NOTHING, Begin("product_info", replace=True)),
    Rule("a product that may be meant", heard("kettle", products=[entity("sku", "KET-17", 0.6)]), NOTHING, Unclear()),
    # --- the chat is opened
    Rule("the chat is opened", replace(heard(), opened=True), NOTHING, Begin("greeting", replace=False)),
    Rule("the chat is opened again", replace(heard(), opened=True), at(WHICH), Ignore("the chat was opened again")),
    Rule("the chat is opened after a matter", replace(heard(), opened=True), replace(NOTHING, past=(("r0", "x"),)), Ignore("the chat was opened again")),
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_rule(rule: Rule) -> None:
    """What is heard, where the conversation stands, what it means."""
    assert decide(rule.heard, rule.state, rule.flow_of) == rule.expected


STOPS = ("stop", "STOP", "Stop.", "/stop", "стоп", "Стоп!", "стій", "ustavi", "unsubscribe", "отписаться", "відписатися", "odjava")


@pytest.mark.parametrize("word", STOPS)
def test_a_stop_word_as_a_whole_message_stops_whatever_is_open(word: str) -> None:
    for state in (NOTHING, at(WHICH), at(STORY), at(SOLVED)):
        assert decide(heard(word), state, FLOW_OF) == Control("stop")


@pytest.mark.parametrize("text", ["please stop the kettle from leaking", "стоп, это не тот заказ", "ustavi pošiljko", "стій, не те"])
def test_a_stop_word_within_a_message_does_not_stop(text: str) -> None:
    assert decide(heard(text), at(STORY), FLOW_OF) != Control("stop")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("english please", "en"), ("po-russki, russkij", "ru"), ("говорите по-русски", "ru"), ("українською, будь ласка", "uk"),
        ("po slovensko prosim, slovenščina", "sl"), ("deutsch bitte", None), ("english or russian", None),
    ],
)  # fmt: skip
def test_the_language_somebody_names(text: str, language: str | None) -> None:
    assert wanted_language(text) == language


def test_deciding_changes_nothing() -> None:
    state = at(REASON, CHOSEN)
    before = repr(state)
    for rule in RULES:
        decide(rule.heard, state, FLOW_OF)
    assert repr(state) == before


def test_a_person_is_never_refused() -> None:
    """Whatever is open and whatever the tone."""
    asked = heard("a human please", "human", 0.7)
    for question in (None, WHICH, NUMBER, STORY, SOLVED, CONFIRM, REASON):
        for tone in (Tone.CALM, Tone.UPSET, Tone.ANGRY):
            said = replace(asked, understanding=replace(asked.understanding, tone=tone))
            decision = decide(said, at(question) if question else NOTHING, FLOW_OF)
            assert isinstance(decision, Begin)
            assert decision.intent == "human"
