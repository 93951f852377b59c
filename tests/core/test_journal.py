"""The journal: what is kept, what goes, what a change of mind does. Pure values, so properties are tested over many of them."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from bot.journal import Entry, Journal, Kind, Source, Value, digest

ITEM = Entry("ask:which#0", Kind.ASK, "kettle", "b", Source.CUSTOMER, "choice", False, (("kettle", "Kettle"), ("lamp", "Lamp")))
REASON = Entry("ask:reason#0", Kind.ASK, "broken", "b", Source.CUSTOMER, "choice")
HINTED = Entry("ask:ask-order-number#0", Kind.ASK, "1001", "b", Source.HINT, "order_number")
CONTACT = Entry("ask:ask-contact#0", Kind.ASK, "ana@example.com", "b", Source.CUSTOMER, "contact", sensitive=True)
SAID = Entry("say:told#0", Kind.SAY, "d1", "b")
YES = Entry("confirm:summary#0", Kind.CONFIRM, True, "b", Source.CUSTOMER)
DEED = Entry("do:send_back#0", Kind.DO, "done {}")
PROMISE = Entry("promise:soon#0", Kind.PROMISE, "2026-11-18")


def journal(*entries: Entry) -> Journal:
    return Journal(entries)


def keys(of: Journal | None) -> list[str]:
    assert of is not None
    return [e.key for e in of]


def reopened(of: Journal | None) -> tuple[list[str], list[str]]:
    """The keys that are answered or done, and those that are to be asked anew."""
    assert of is not None
    return [e.key for e in of if e.value is not None], [e.key for e in of if e.value is None]


def test_an_entry_is_found_by_its_key() -> None:
    kept = journal(ITEM, REASON)
    assert kept.get("ask:reason#0") == REASON
    assert kept.get("ask:reason#1") is None


def test_the_same_key_is_replaced_where_it_stands() -> None:
    kept = journal(ITEM, REASON).put(Entry("ask:which#0", Kind.ASK, "lamp"))
    assert keys(kept) == ["ask:which#0", "ask:reason#0"]
    assert kept.get("ask:which#0") == Entry("ask:which#0", Kind.ASK, "lamp")


def test_a_journal_never_changes_itself() -> None:
    kept = journal(ITEM)
    kept.put(REASON)
    kept.drop(ITEM.key)
    kept.correct(ITEM.key, "lamp")
    kept.back()
    assert keys(kept) == [ITEM.key]


def test_answers_behind_a_deed_are_not_offered() -> None:
    assert journal(ITEM, YES, DEED, REASON).answers() == (REASON,)
    assert journal(ITEM, SAID, HINTED).answers() == (ITEM, HINTED)
    assert journal(ITEM, DEED).answers() == ()


def test_back_takes_the_last_own_answer_and_what_came_of_it() -> None:
    assert reopened(journal(ITEM, REASON, YES).back()) == ([ITEM.key], [REASON.key])


def test_back_passes_over_what_was_not_answered_by_the_customer() -> None:
    assert reopened(journal(ITEM, HINTED).back()) == ([], [ITEM.key])
    assert journal(HINTED).back() is None


def test_back_keeps_what_was_said_promised_and_done() -> None:
    assert reopened(journal(ITEM, SAID, PROMISE).back()) == ([SAID.key, PROMISE.key], [ITEM.key])


def test_there_is_no_way_back_behind_a_deed() -> None:
    assert journal(ITEM, YES, DEED).back() is None
    assert reopened(journal(ITEM, YES, DEED, REASON).back()) == ([ITEM.key, YES.key, DEED.key], [REASON.key])


def test_an_answer_taken_back_is_asked_anew_and_confirmations_are_void() -> None:
    assert reopened(journal(ITEM, REASON, YES).reopen(ITEM.key)) == ([REASON.key], [ITEM.key])
    assert journal(ITEM).reopen("ask:nobody#0") == journal(ITEM)
    assert journal(ITEM).reopen(ITEM.key).answers() == (), "and is no answer until then"


def test_a_correction_keeps_later_answers_and_voids_confirmations() -> None:
    corrected = journal(ITEM, REASON, YES).correct(ITEM.key, "lamp")
    assert keys(corrected) == [ITEM.key, REASON.key]
    entry = corrected.get(ITEM.key)
    assert entry is not None
    assert (entry.value, entry.source, entry.options) == ("lamp", Source.CUSTOMER, ITEM.options)


def test_a_confirmation_before_the_correction_stays() -> None:
    assert keys(journal(YES, ITEM).correct(ITEM.key, "lamp")) == [YES.key, ITEM.key]


def test_correcting_what_was_never_asked_changes_nothing() -> None:
    kept = journal(ITEM)
    assert kept.correct("ask:nobody#0", "x") is kept


def test_sensitive_answers_go_and_the_rest_stays() -> None:
    assert keys(journal(ITEM, CONTACT, REASON).without_sensitive()) == [ITEM.key, REASON.key]


def test_a_digest_is_short_and_the_same_for_equal_values() -> None:
    assert digest("a", 1, None) == digest("a", 1, None)
    assert digest("a", 1) != digest("a1")
    assert digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1})
    assert len(digest("x" * 10_000)) == 12


values: st.SearchStrategy[Value] = st.one_of(
    st.text(max_size=20), st.integers(-(2**53), 2**53), st.booleans(), st.none(), st.lists(st.text(max_size=8), max_size=3).map(tuple)
)
entries = st.builds(
    Entry,
    key=st.sampled_from([f"{kind}:{name}#{n}" for kind in ("ask", "do", "say", "confirm") for name in ("a", "b") for n in (0, 1)]),
    kind=st.sampled_from(list(Kind)),
    value=values,
    basis=st.text(max_size=6),
    source=st.sampled_from(list(Source)),
    slot=st.sampled_from(["choice", "text", ""]),
    sensitive=st.booleans(),
    options=st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=3).map(tuple),
)


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    """Made as journals are made: entry by entry."""
    made = Journal()
    for entry in draw(st.lists(entries, max_size=8)):
        made = made.put(entry)
    return made


@given(journals())
def test_a_trip_through_json_changes_nothing(kept: Journal) -> None:
    assert msgspec.json.decode(msgspec.json.encode(kept), type=Journal) == kept


@given(journals())
def test_correcting_an_answer_to_itself_is_no_change(kept: Journal) -> None:
    for entry in kept:
        assert kept.correct(entry.key, entry.value) == kept


@given(journals())
def test_back_never_removes_a_deed(kept: Journal) -> None:
    deeds = [e for e in kept if e.kind is Kind.DO]
    earlier: Journal | None = kept
    while earlier is not None:
        assert [e for e in earlier if e.kind is Kind.DO] == deeds
        before, earlier = earlier, earlier.back()
        assert earlier is None or len(earlier.answers()) < len(before.answers()), "back must come to an end"


@given(journals(), values)
def test_a_correction_never_removes_a_deed_or_another_answer(kept: Journal, value: Value) -> None:
    for entry in kept:
        corrected = kept.correct(entry.key, value)
        lost = [e.kind for e in kept if corrected.get(e.key) is None]
        assert set(lost) <= {Kind.CONFIRM}


@given(journals())
def test_keys_stay_unique(kept: Journal) -> None:
    assert len({e.key for e in kept}) == len(kept.entries)
