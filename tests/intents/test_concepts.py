"""A mistyped word is looked up among few stems, and the answer is that of comparing it with all of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from intents.concepts import _LEAST_MISTYPED, _LONG, _STEMS, concept_of, known_stem

LETTERS = "abcdefghijklmnoprstuvz"


def compared_with_all(word: str) -> str | None:
    if known := known_stem(word):
        return known[1]
    if len(word) < _LEAST_MISTYPED:
        return None
    for stem in _LONG:
        begins = [word[:length] for length in range(len(stem) - 1, len(stem) + 2) if length <= len(word)]
        if stem[0] == word[0] and any(OSA.distance(begin, stem) <= 1 for begin in begins):
            return _STEMS[stem]
    return None


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    """A stem with one letter changed, added, lost or swapped with the next, and an ending."""
    stem = draw(st.sampled_from(_LONG))
    at = draw(st.integers(0, len(stem) - 1))
    letter = draw(st.sampled_from(LETTERS))
    spoilt = draw(
        st.sampled_from(
            (
                stem[:at] + letter + stem[at + 1 :],
                stem[:at] + letter + stem[at:],
                stem[:at] + stem[at + 1 :],
                stem[:at] + stem[at + 1 : at + 2] + stem[at] + stem[at + 2 :],
            )
        )
    )
    return spoilt + draw(st.text(LETTERS, max_size=3))


@given(word=mistyped())
def test_one_mistake_in_a_stem_is_seen_through_wherever_it_is(word: str) -> None:
    assert concept_of(word) == compared_with_all(word)


@given(word=st.text(LETTERS, min_size=1, max_size=10))
def test_any_letters_mean_what_comparing_with_all_stems_says(word: str) -> None:
    assert concept_of(word) == compared_with_all(word)
