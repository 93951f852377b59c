"""Entities that data teach: by context, by lists and patterns, with roles and synonyms, in four languages."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.entities.learned.tagger import EXACT, LEARNED, EntityTagger, Kind
from intents.entities.learned.training import labels_of, train_tagger
from intents.entities.learned.words import cut, shape
from intents.rasa_format import read_all, strip_annotations
from intents.rasa_values import Annotation, Examples
from intents.understanding import Entity

from .conftest import project

HEAD = 'version: "3.1"\nnlu:\n'
CITIES = """\
- intent: go
  examples: |
    - take me to [Koper](city)
    - i want to go to [Kranj](city)
    - a ticket to [Celje](city) please
    - one ticket to [Bled](city)
    - how far is it to [Nova Gorica](city)
    - is there a bus to [Piran](city) today
- intent: talk
  examples: |
    - i want to talk
    - thank you very much
    - what can you do today
    - how are you please
"""


def learned(folder: Path, text: str) -> EntityTagger:
    found = train_tagger(read_all([project(folder, nlu=HEAD + text)]))
    assert found is not None
    return found


def kinds(found: tuple[Entity, ...]) -> list[tuple[str, str, str]]:
    return [(entity.kind, entity.value, entity.role) for entity in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("do you have The Paper Harbour", ("title", "The Paper Harbour")),
        ("anything by Simon Alder?", ("author", "Simon Alder")),
        ("ali imate Zadnja pomlad", ("title", "Zadnja pomlad")),
        ("je enota Fužine odprta v nedeljo", ("branch", "Fužine")),
        ("есть ли Белый сад в филиале Озёрный", ("branch", "Озёрный")),
        ("забронируйте Белый сад, билет LB-00017", ("card", "LB-00017")),
        ("чи є Білий сад у філії Озерна", ("branch", "Озерна")),
        ("шукаю книгу Білий сад", ("title", "Білий сад")),
    ],
)
def test_a_value_never_seen_is_found_by_the_words_around_it(tagger: EntityTagger, text: str, expected: tuple[str, str]) -> None:
    assert expected in [(entity.kind, entity.value) for entity in tagger.find(text)]


def test_ten_examples_teach_a_context(tmp_path: Path) -> None:
    tagger = learned(tmp_path, CITIES)
    assert kinds(tagger.find("a ticket to Murska Sobota please")) == [("city", "Murska Sobota", "")]
    assert tagger.find("i want to talk to you") == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("send it from Bellmont to Riverside", "Bellmont", "Riverside"),
        ("pošljite jo iz enote Fužine v enoto Vič", "Fužine", "Vič"),
        ("перевезите из филиала Озёрный в филиал Южный", "Озёрный", "Южный"),
        ("перевезіть з філії Озерна до філії Південна", "Озерна", "Південна"),
    ],
)
def test_roles_tell_two_of_a_kind_apart(tagger: EntityTagger, text: str, start: str, end: str) -> None:
    assert kinds(tagger.find(text)) == [("branch", start, "from"), ("branch", end, "to")]


def test_groups_are_kept(tmp_path: Path) -> None:
    text = "- intent: order\n  examples: |\n"
    orders = (("large", "ham", "small"), ("small", "corn", "large"), ("huge", "tuna", "tiny"), ("tiny", "leek", "huge"))
    for size, topping, other in orders:
        first, second = '{"entity": "size", "group": "1"}', '{"entity": "size", "group": "2"}'
        text += f"    - a [{size}]{first} pizza with {topping} and a [{other}]{second} one\n"
    found = learned(tmp_path, text).find("a small pizza with olives and a large one")
    assert [(entity.value, entity.group) for entity in found] == [("small", "1"), ("large", "2")]


def test_synonyms_change_whole_values_whatever_their_case(tagger: EntityTagger) -> None:
    (found,) = tagger.find("i want to read Science  Fiction")
    assert (found.kind, found.value, found.start, found.end) == ("genre", "sci-fi", 15, 31)
    assert kinds(tagger.find("any good WHODUNITS around?")) == [("genre", "crime", "")]


def test_a_section_of_synonyms_wins_over_an_annotation(tmp_path: Path) -> None:
    text = CITIES + "    - [ngo](city:Gorica) is far\n- synonym: Nova Gorica\n  examples: |\n    - NGO\n"
    assert learned(tmp_path, text).synonyms["ngo"] == "Nova Gorica"


def test_lookups_match_whole_words_folded_and_the_longest_wins(tmp_path: Path) -> None:
    tagger = learned(tmp_path, CITIES + "- lookup: city\n  examples: |\n    - Šmarje\n    - Šmarje pri Jelšah\n    - Ig\n")
    found = tagger.find("SMARJE PRI JELSAH ig!")
    assert [(entity.kind, entity.value, entity.extractor) for entity in found] == [
        ("city", "SMARJE PRI JELSAH", EXACT),
        ("city", "ig", EXACT),
    ]
    assert tagger.exact.looked_up(cut("pigs and igloos")) == []


def test_regexes_make_entities_only_under_the_name_of_an_annotated_one(tmp_path: Path) -> None:
    text = CITIES + "    - my code is [ab12](code)\n- regex: code\n  examples: |\n    - \\b[a-z]{2}\\d{2}\\b\n"
    text += "- regex: hint\n  examples: |\n    - talk\n"
    tagger = learned(tmp_path, text)
    assert [(entity.kind, entity.value) for entity in tagger.find("talk XY99")] == [("code", "XY99")]


def test_lookups_under_no_annotated_name_only_help(tmp_path: Path) -> None:
    tagger = learned(tmp_path, CITIES + "- lookup: cities\n  examples: |\n    - Koper\n    - thank\n")
    assert tagger.find("thank you") == ()


def test_lists_of_values_are_enough_where_nothing_is_annotated(tmp_path: Path) -> None:
    text = "- intent: a\n  examples: |\n    - hello\n- lookup: city\n  examples: |\n    - Nova Gorica\n"
    assert kinds(learned(tmp_path, text).find("in nova gorica")) == [("city", "nova gorica", "")]


def test_data_that_teach_nothing_cost_nothing(tmp_path: Path) -> None:
    assert train_tagger(read_all([project(tmp_path, nlu=HEAD + "- intent: a\n  examples: |\n    - hello\n")])) is None


def test_a_round_trip_through_a_file_changes_no_answer(tagger: EntityTagger, library: Examples) -> None:
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **tagger.to_arrays())
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        again = EntityTagger.from_arrays(arrays)
        assert again is not None
    assert [again.find(example.text) for example in library.examples] == [tagger.find(example.text) for example in library.examples]


def test_training_twice_gives_the_same_tagger(library: Examples, tagger: EntityTagger) -> None:
    again = train_tagger(library)
    assert again is not None
    assert np.array_equal(again.weights, tagger.weights)
    assert list(again.features) == list(tagger.features)


def test_arrays_without_a_tagger_give_none() -> None:
    assert EntityTagger.from_arrays({}) is None


@pytest.mark.parametrize("before", ["👩‍👧‍👦❤️ ", "e\u0301te\u0301 ", "𝒜𝒷 ", "п'ять ", "\u200f"])
def test_offsets_are_true_behind_anything(tagger: EntityTagger, before: str) -> None:
    text = f"{before}rezervirala bi Tihi most, kartica LB-20418"
    (card,) = [entity for entity in tagger.find(text) if entity.kind == "card"]
    assert text[card.start : card.end] == "LB-20418"


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_it_and_spans_are_inside_and_apart(tagger: EntityTagger, text: str) -> None:
    end = 0
    for entity in tagger.find(text):
        assert end <= entity.start < entity.end <= len(text)
        assert entity.value
        assert 0 <= entity.score <= 1
        assert entity.extractor in (LEARNED, EXACT)
        end = entity.end


def test_words_keep_combining_marks_and_inner_apostrophes() -> None:
    assert cut("Ana's м'яч c\u030cas KET-17❤️!").said == ("Ana", "'", "s", "м'яч", "c\u030cas", "KET", "-", "17", "❤", "!")
    assert [shape(word) for word in ("Koper", "KET17", "2026", "x")] == ["Xx", "Xd", "dddd", "x"]


def test_a_mark_inside_a_word_takes_the_word_and_the_first_of_two_counts() -> None:
    plain, marks = strip_annotations("[Ljublj](city)ana [x y](city)")
    assert labels_of(cut(plain), (*marks, Annotation("city", "y", 10, 12)), [Kind("city")]) == (4, 1, 3)
