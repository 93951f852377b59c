"""What a message means where the conversation stands: one pure function from (heard, state) to a decision.

Theory. A message can be four things: an answer to the open question, a word to the conversation itself (back, cancel, a human), a
correction of an earlier answer, or a new wish. The order of the tests below is the house's rule for telling them apart:

1. a pressed button says by itself which question it answers, however old it is;
2. an answer that surely fits the open question (a number, a label, an order number where one was asked) beats everything said
   in words, but not a word to the conversation that is the whole message ("stop", "operator");
3. words to the conversation come next, in any language, at any point;
4. "no, the kettle", "I meant 1002": something that surely fits an earlier question and is not what was answered there;
5. a near fit beats a new wish, unless the wish is much surer;
6. a new wish is a digression, or takes the place of a question that only closes a matter; several wishes of one message are served
   one after the other; a wish that is denied ("no, not a return") is left, whatever is open of it;
7. free text answers what free text was asked for;
8. the rest was not understood, and that is said.

Nothing is read or written here, and no text is made; every rule is a row of tests/core/test_decide.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.commands import CANCEL_WORDS, COMMANDS, START_WORDS, STOP_WORDS, drops_the_rest
from bot.conversation import Frame, OpenQuestion, State
from bot.decisions import (
    Answer,
    Begin,
    Clarify,
    Control,
    Correct,
    Decision,
    Ignore,
    Late,
    Leave,
    Miss,
    Settled,
    Several,
    Unclear,
)
from bot.heard import Heard, Press
from bot.journal import Entry, Kind, Value, digest
from bot.slots import SLOTS, Choice, Fit, Option, Reading, option_of
from bot.ties import weigh
from intents.folding import fold
from intents.language_named import asked_language, language_named
from intents.model import GUESS, SURE
from intents.understanding import Tone, Wish
from intents.wishes import near

MUCH_SURER = 0.9  # rule 5: of messages scored so, nine in ten are that wish
LISTENING = 0.97  # while the customer tells their story, only an unmistakable wish breaks in, or a sure one put as a question


# Words to the conversation that the engine answers itself; the other small talk has flows.
CONTROLS = ("back", "cancel", "repeat", "stop", "change_language")
# Always served at once, whatever is open: a person is never refused to somebody who asks for one.
ALWAYS = ("human", "erase_data", "help")
# Small talk never corrects and never competes with an answer; it is answered in passing.
SMALL_TALK = ("greeting", "thanks", "goodbye", "praise", "are_you_a_bot", "affirm", "deny")
_CORRECTION = re.compile(
    r"^\W*(no|nope|not|sorry|wait|actually|oops|i meant?|wrong|"
    r"нет|не|ой|стоп|точнее|вернее|я имел|ні|точніше|вибач|ne|ni|pardon|oprostite|mislil|mislila|"
    r"raje|ups|net)\b|\b(i meant?|instead|rather|имел[аи]? в виду|мав на увазі|мала на увазі|краще|лучше|mislil[ai]? sem|namesto)\b",
    re.IGNORECASE,
)


def decide(heard: Heard, state: State, flow_of: Mapping[str, str]) -> Decision:
    """The decision for one message. `flow_of` maps each intent that has a flow to the flow's name."""
    if heard.opened:
        return Ignore("the chat was opened again") if state.stack or state.past else Begin("greeting", replace=False)
    if heard.press is not None:
        return _pressed(heard.press, state, flow_of)
    exact = _exact(heard, state)
    if exact is not None:
        return exact
    denied = _denied(heard, state, flow_of)
    if denied is not None:
        return denied
    frame = state.frame
    question = frame.open if frame else None
    wishes = tuple(w for w in heard.understanding.wishes if w.intent in flow_of)
    several = len(wishes) > 1 and (question is None or question.slot != "text")  # who was asked to tell is telling
    reading = None if several else _read(heard, question)  # what they name belongs to the wishes
    understood = heard.understanding
    sure = understood.in_scope and understood.confidence >= SURE
    if reading is not None and reading.fit is Fit.SURE and not _only_mentions(heard, reading, frame, question, sure, flow_of):
        return _answer(reading, question)
    if understood.tone is Tone.ABUSIVE or (sure and understood.intent == "abuse"):
        return Control("abuse")
    if sure:
        control = _control(heard, question)
        if control is not None:
            return control
    correction = _correction(heard, state, sure, reading)
    if correction is not None:
        return correction
    decision = _not_again(_wish(heard, frame, question, reading, sure, flow_of), heard, state, flow_of)
    if isinstance(decision, Clarify) and frame is not None and frame.flow == "clarify":
        return Begin("stuck", replace=True)  # asked and still in doubt: a person, or another try
    return _all_of_it(decision, wishes, question) if several else decision


def _all_of_it(decision: Decision, wishes: tuple[Wish, ...], question: OpenQuestion | None) -> Decision:
    """Where one wish would begin, or none was clear of the whole: every wish of the message."""
    match decision:
        case Begin(intent=intent, replace=replaces) if not near(intent).isdisjoint(w.intent for w in wishes):
            return Several(wishes, replaces)
        case Clarify() | Unclear() | Miss():
            return Several(wishes, replace=question is None or question.closing)
    return decision


def _denied(heard: Heard, state: State, flow_of: Mapping[str, str]) -> Decision | None:
    """Something is not wanted. None when that changes nothing here, and the rest of the message decides."""
    understood, frame = heard.understanding, state.frame
    if state.pending and drops_the_rest(heard.text):
        return Control("drop")
    if not understood.denied:
        return None
    wish = understood.intent if understood.intent in flow_of and understood.confidence >= SURE else ""
    wish = "" if wish in SMALL_TALK or wish in understood.denied else wish
    asked = frame.intent.split("|") if frame is not None and frame.flow == "clarify" else []
    left = [intent for intent in asked if intent not in understood.denied]
    if frame is not None and frame.intent in understood.denied:
        return Begin(wish, replace=True) if wish and wish not in CONTROLS else Leave(frame.intent)
    if not wish and len(left) == 1 and len(asked) > 1:
        return Begin(left[0], replace=True)
    waits = next((p.intent for p in state.pending if p.intent in understood.denied), None)
    if waits is not None and not wish:
        return Control("drop", waits)
    return Leave(understood.denied[0]) if not wish and closing(frame) else None


def _not_again(decision: Decision, heard: Heard, state: State, flow_of: Mapping[str, str]) -> Decision:
    """Who answers in anger to what they have just been told does not want to hear it a second time."""
    if not isinstance(decision, Begin) or heard.understanding.tone is not Tone.ANGRY or "complaint" not in flow_of:
        return decision
    last = state.frame.flow if closing(state.frame) and state.frame else state.past[-1][1] if state.past else ""
    names_another = any(e.kind in ("order_number", "sku") and e.value not in state.focus.values() for e in heard.entities)
    if flow_of.get(decision.intent) == last and not names_another:
        return Begin("complaint", decision.replace)
    return decision


def _exact(heard: Heard, state: State) -> Decision | None:
    """The whole message is one word of command, or asks for a language."""
    wanted = asked_language(heard.text)
    if wanted and (state.frame is None or state.frame.flow != "change_language"):
        return Control("language", wanted)
    word = fold(heard.text.strip(" .!"))
    if word in STOP_WORDS:
        return Control("stop")
    if word in START_WORDS:
        return Control("start") if state.stopped else Begin("greeting", replace=closing(state.frame))
    command = COMMANDS.get(heard.text.strip().lower())
    if command == "change_language":
        return Begin("change_language", replace=closing(state.frame))
    if command in ("help", "human", "link", "unlink"):
        return Begin(command, replace=closing(state.frame))
    question = state.frame.open if state.frame else None
    if word in CANCEL_WORDS and question is not None and not any(_stands_for_cancel(o, word) for o in question.options):
        return Control("cancel")
    return Control(command) if command else None


def _stands_for_cancel(option: Option, word: str) -> bool:
    return word in fold(option.title) or not {"cancel", "cancel_order"}.isdisjoint(option.intents)


def _pressed(press: Press, state: State, flow_of: Mapping[str, str]) -> Decision:
    if press.control:
        return Control(press.value)
    if not press.run:
        return (
            Begin(press.value, closing(state.frame)) if press.value in flow_of else Ignore(f"a button for {press.value}, which has no flow")
        )
    for frame in reversed(state.stack):
        if frame.run != press.run:
            continue
        question = frame.open
        if question is not None and question.token == press.question:
            option = option_of(press.value, question.options)
            if option is None:
                return Miss()
            if frame is state.frame:
                return _answer(Reading(option.value, Fit.SURE), question)
            return Correct(frame.run, question.key, option.value)
        entry = next((e for e in frame.journal if digest(e.key, e.basis) == press.question), None)
        if entry is None:
            return Miss()
        if entry.key not in {e.key for e in frame.journal.answers()}:
            return Settled()
        known = option_of(press.value, tuple(Option(v, t) for v, t in entry.options))
        return Correct(frame.run, entry.key, known.value if known else None)
    return Late(next((flow for run, flow in reversed(state.past) if run == press.run), ""))


def _read(heard: Heard, question: OpenQuestion | None) -> Reading | None:
    if question is None:
        return None
    return SLOTS[question.slot].read(heard, question.options)


def _only_mentions(
    heard: Heard, reading: Reading, frame: Frame | None, question: OpenQuestion | None, sure: bool, flow_of: Mapping[str, str]
) -> bool:
    """A whole sentence with another wish in it, which only names something the open question could take.

    "I want to return the headlamp" is no answer to "which product do you want to know about?".
    """
    intent = heard.understanding.intent
    if not sure or frame is None or question is None or intent in SMALL_TALK:
        return False
    if question.free and any(o.value == reading.value for o in question.options):
        return False  # it is the label of a button
    if intent in ALWAYS and question.free:
        return True
    other = intent in flow_of and flow_of[intent] != frame.flow
    return other and len(heard.text.split()) >= 4 and any(e.kind in ("sku", "order_number") for e in heard.entities)


def _answer(reading: Reading, question: OpenQuestion | None) -> Decision:
    value = reading.value
    if isinstance(value, str) and value.startswith("go:"):  # a menu: the option is a wish
        return Begin(value[3:], replace=bool(question and question.closing))
    if question is not None and question.kind == "confirm" and value == "no":
        return Control("cancel")
    return Answer(value, reading.fit)


def _control(heard: Heard, question: OpenQuestion | None) -> Decision | None:
    intent = heard.understanding.intent
    if intent in ALWAYS:
        return Begin(intent, replace=bool(question and question.closing))
    if intent not in CONTROLS:
        return None
    if intent == "change_language":
        wanted = wanted_language(heard.text)
        return Control("language", wanted) if wanted else Begin("change_language", replace=bool(question and question.closing))
    if intent in ("back", "cancel", "repeat") and question is None:
        return Control(intent)
    # "cancel" said as the reason for something is an answer; words to the conversation are short.
    return Control(intent) if len(heard.text.split()) <= 8 else None


def wanted_language(text: str) -> str | None:
    """The language somebody names in a message, when it is one of ours."""
    return language_named(text)


def _correction(heard: Heard, state: State, sure: bool, reading: Reading | None) -> Correct | None:
    """Something said fits an earlier question surely, and differs from what was answered there.

    Without a word that says so ("no", "I meant"), only when it fits the open question not at all: the postcode in an address
    is no order number.
    """
    marked = bool(_CORRECTION.search(heard.text))
    if not marked and reading is not None:
        return None
    other_wish = sure and heard.understanding.intent not in SMALL_TALK
    frame = state.frame
    if frame is None or (not marked and (other_wish or frame.open is None or frame.open.closing)):
        return None
    for entry in reversed(frame.journal.answers()):
        if frame.open is not None and entry.key == frame.open.key:
            continue
        value = _other_answer(entry, heard, marked)
        if value is not None:
            return Correct(frame.run, entry.key, value)
    return None


def _other_answer(entry: Entry, heard: Heard, marked: bool) -> Value:
    if entry.kind is not Kind.ASK or entry.slot in ("text", "photos"):
        return None
    options = tuple(Option(value, title) for value, title in entry.options)
    if entry.slot == "choice":
        reading = Choice().read(heard if not marked else _without_marker(heard), options) if options else None
    else:
        found = SLOTS[entry.slot].hint(heard.text, heard.entities, ())
        reading = Reading(found, Fit.SURE) if found is not None else None
    if reading is None or reading.value == entry.value or (reading.fit is not Fit.SURE and not marked):
        return None
    if reading.value in ("yes", "no"):  # a bare "no" corrects nothing
        return None
    return reading.value


def _without_marker(heard: Heard) -> Heard:
    from dataclasses import replace  # kept beside its only use

    return replace(heard, text=_CORRECTION.sub(" ", heard.text, count=1).strip(" ,.!-—") or heard.text)


def _wish(
    heard: Heard, frame: Frame | None, question: OpenQuestion | None, reading: Reading | None, sure: bool, flow_of: Mapping[str, str]
) -> Decision:
    understood = heard.understanding
    intent = understood.intent
    wish = intent if intent in flow_of else None
    if question is None or frame is None:
        return _fresh(heard, wish, sure, flow_of)
    if reading is not None and reading.fit is Fit.GOOD:
        own = any(intent in o.intents for o in question.options if o.value == reading.value)
        if own or not (wish and understood.confidence >= MUCH_SURER and wish not in SMALL_TALK):
            return _answer(reading, question)
    long = len(heard.text.split()) > 25  # somebody tells their story; a wish inside it is part of it
    needed = SURE
    if reading is not None:
        asks = heard.text.rstrip().endswith("?") or understood.entity("order_number") is not None
        told = question.slot == "text" and not asks
        needed = LISTENING if told else MUCH_SURER
    for_a_person = frame.intent == "human" and question.slot == "text"  # they asked for one, and say what for
    part = reading is not None and (long or wish in SMALL_TALK or wish == frame.intent or for_a_person)  # it belongs to the answer
    if wish and understood.confidence >= needed and not part:
        return _digression(heard, wish, frame, question)
    if reading is not None:
        return _answer(reading, question)
    if question.closing:
        return _fresh(heard, wish, sure, flow_of)
    return Miss()


def _digression(heard: Heard, wish: str, frame: Frame, question: OpenQuestion) -> Decision:
    if question.closing:
        return Begin(wish, replace=True)
    if wish in ("affirm", "deny"):
        return Miss()
    named = {e.value for e in heard.entities if e.kind in ("sku", "order_number")}
    answered = {e.value for e in frame.journal.answers()}
    if wish == frame.intent and not named - answered:
        return Miss()  # the same wish in other words is no new one
    # Who was asked to tell their story and tells of something else has moved on; coming back to it later would only nag.
    untold = question.slot == "text" and not frame.journal.answers() and not heard.text.rstrip().endswith("?")
    return Begin(wish, replace=untold)


def _fresh(heard: Heard, wish: str | None, sure: bool, flow_of: Mapping[str, str]) -> Decision:
    """No question is open, or only a closing one."""
    understood = heard.understanding
    if wish and sure:
        return Begin(wish, replace=True)
    if wish and wish.startswith("product_") and understood.products and understood.confidence >= GUESS:
        return Begin(wish, replace=True)  # the product named in it takes away the doubt
    weighed = weigh(understood, flow_of)
    if weighed.begins:
        return Begin(weighed.begins, replace=True)
    if weighed.asked:
        return Clarify(weighed.asked)
    if understood.entity("order_number"):
        return Begin("order_status", replace=True)
    if any(e.kind == "sku" and e.score >= 0.8 for e in heard.entities):
        return Begin("product_info", replace=True)
    return Unclear()


def closing(frame: Frame | None) -> bool:
    """Whether another wish may simply take the place of what is open."""
    return frame is None or frame.open is None or frame.open.closing


__all__ = [
    "ALWAYS",
    "CONTROLS",
    "LISTENING",
    "MUCH_SURER",
    "SMALL_TALK",
    "Answer",
    "Begin",
    "Clarify",
    "Control",
    "Correct",
    "Decision",
    "Ignore",
    "Late",
    "Leave",
    "Miss",
    "Settled",
    "Several",
    "Unclear",
    "closing",
    "decide",
    "wanted_language",
]
