"""How well tones are heard on the half of tests/tone that nobody looked at; `python -m bench.tone` prints the figures."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.tone import accuracy, counts, examples_heard, precision, recall
from intents.tone import tone_of
from intents.understanding import LANGUAGES, Tone
from tests.halves import BUILT, HELD


@pytest.mark.parametrize("half", [BUILT, HELD])
def test_tones_are_heard_as_well_as_the_page_says(half: int) -> None:
    by_language = counts(half)
    taken = sum(by_language.values(), Counter[tuple[str, str]]())
    assert accuracy(taken) >= 0.94
    assert min(map(accuracy, by_language.values())) >= 0.92
    for tone in Tone:
        assert precision(taken, tone) >= 0.9, tone
        assert recall(taken, tone) >= 0.88, tone


def test_insults_in_the_examples_are_mostly_heard_and_others_hardly_ever_taken_for_one() -> None:
    for language, (rude, calm, wrong) in examples_heard().items():
        assert language in LANGUAGES
        assert rude >= 0.7, language
        assert calm >= 0.95, language
        assert wrong <= 0.003, language


@pytest.mark.parametrize("text", ["f*** you", "fuuuuck you", "иди на х*й", "д3бил ты", "1diot", "j*bi se", "ti debil", "🖕"])
def test_a_disguised_insult_is_one(text: str) -> None:
    assert tone_of(text) is Tone.ABUSIVE


@pytest.mark.parametrize("text", ["KET-17 b2b usb-c h2o", "mail me at f.uck@example.com", "A***", "***", "@", "4", "«", '"', "x" * 3000])
def test_codes_and_stars_alone_are_calm(text: str) -> None:
    assert tone_of(text) is Tone.CALM
