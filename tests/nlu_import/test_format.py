"""Rasa projects as they are found in the wild: old versions, retrieval intents, lists of values, other files beside the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from intents.rasa_format import files_below, read_all, read_file, strip_annotations
from intents.rasa_values import Annotation, Examples

from .conftest import project

HEAD = 'version: "3.1"\nnlu:\n'
ONE = "- intent: a\n  examples: |\n    - x\n    - y\n"


def read(folder: Path, text: str) -> Examples:
    return read_all([project(folder, nlu=text) / "nlu.yml"])


def test_a_whole_project_gives_its_examples_and_a_notice_for_each_other_file(library: Examples) -> None:
    assert not library.errors
    assert len(library.examples) == 202
    passed = [f"{fault.file.name}: {fault.message}" for fault in library.notices if "passed over" in fault.message]
    assert passed == [
        "config.yml: passed over: no training data but recipe, language, pipeline",
        "rules.yml: passed over: no training data but rules",
        "stories.yml: passed over: no training data but stories",
        "domain.yml: passed over: no training data but intents, entities, responses",
        "endpoints.yml: passed over: no training data but action_endpoint",
    ]


def test_synonyms_lookups_and_regexes_are_read_with_their_place(library: Examples) -> None:
    crime = library.synonyms[0]
    assert (crime.value, crime.variants[:2], crime.file.name, crime.line) == (
        "crime",
        ("crime novels", "detective stories"),
        "lists.yml",
        3,
    )
    assert [(lookup.name, lookup.values[:2], lookup.line) for lookup in library.lookups] == [("genre", ("crime", "poetry"), 14)]
    assert [(regex.name, regex.patterns, regex.line) for regex in library.regexes] == [("card", (r"\blb-\d{5}\b",), 25)]


def test_a_retrieval_intent_is_its_base_and_keeps_its_full_name(library: Examples) -> None:
    hours = [example for example in library.examples if example.full_intent == "faq/hours"]
    assert len(hours) == 21
    assert {example.intent for example in hours} == {"faq"}
    assert any(notice.message == "retrieval intent `faq/hours` is read as intent `faq`" for notice in library.notices)


@pytest.mark.parametrize(
    ("version", "words"), [('version: "2.0"\n', "version 2.0 is read as 3.1"), ('version: "3.0"\n', "3.0"), ("", "missing")]
)
def test_older_versions_and_none_are_read_with_a_notice(tmp_path: Path, version: str, words: str) -> None:
    found = read(tmp_path, f"{version}nlu:\n{ONE}")
    assert [example.text for example in found.examples] == ["x", "y"]
    assert not found.errors
    assert [words in notice.message for notice in found.notices] == [True]


@pytest.mark.parametrize("version", ["1.0", "4.0", "latest", "[3]"])
def test_another_version_is_a_fault(tmp_path: Path, version: str) -> None:
    assert [(f.line, f.message) for f in read(tmp_path, f"version: {version}\nnlu:\n{ONE}").errors] == [(1, '`version` must be "3.1"')]


@pytest.mark.parametrize(
    ("item", "line", "words"),
    [
        ("- synonym: s\n", 3, "synonym `s` has no `examples: |`"),
        ("- synonym:\n  examples: |\n    - x\n", 3, "`synonym:` has no name"),
        ("- lookup: l\n  examples: |\n", 3, "lookup `l` has no examples"),
        ("- lookup: l\n  examples: [a, b]\n", 4, "must be `key: value`"),
        ("- regex: r\n  examples: |\n    - fine\n    - bro(ken\n", 6, "regex `r` is no valid pattern"),
        ("- regex: r\n  exampels: |\n    - x\n", 4, "unknown key `exampels`"),
        ("- intent: a\n  examples:\n  - txt: x\n", 5, "unknown key `txt` of an example"),
        ("- intent: a\n  examples:\n  - metadata: {}\n", 5, "an example without `text`"),
        ('- intent: a\n  examples: |\n    - [x]{"entity": "e", "rolle": "r"}\n', 5, 'unknown key "rolle"'),
        ('- intent: a\n  examples: |\n    - [x]{"value": "e"}\n', 5, 'without "entity"'),
        ("- intent: a\n  examples: |\n    - [ ](e)\n", 5, "around nothing"),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, item: str, line: int, words: str) -> None:
    faults = read(tmp_path, HEAD + item).errors
    assert any(fault.line == line and words in fault.message for fault in faults), list(map(str, faults))


def test_the_long_form_of_examples_keeps_annotations_and_forgets_metadata(tmp_path: Path) -> None:
    text = HEAD + "- intent: a\n  metadata:\n    x: 1\n  examples:\n"
    text += "  - text: |\n      in [Koper](city)\n    metadata:\n      sure: yes\n  - text: b\n"
    found = read(tmp_path, text)
    assert [(example.text, example.line) for example in found.examples] == [("in Koper", 7), ("b", 11)]
    assert found.examples[0].annotations == (Annotation("city", "Koper", 3, 8),)
    assert not found.faults


def test_every_form_of_annotation_is_read() -> None:
    text = '[a](x) [b](x:v w) [c]{"entity": "x", "value": 4, "role": "to", "group": "1"} [ d ](x) [e][{"entity": "x"}, {"entity": "y"}]'
    plain, marks = strip_annotations(text)
    assert plain == "a b c  d  e"
    assert [(m.entity, m.value, plain[m.start : m.end], m.role, m.group) for m in marks] == [
        ("x", "a", "a", "", ""),
        ("x", "v w", "b", "", ""),
        ("x", "4", "c", "to", "1"),
        ("x", "d", "d", "", ""),
        ("x", "e", "e", "", ""),
        ("y", "e", "e", "", ""),
    ]


@pytest.mark.parametrize("before", ["👩‍👧 ", "e\u0301te\u0301 ", "наївний ", "𝒜 ", "č"])
def test_offsets_count_characters_of_the_plain_text(before: str) -> None:
    plain, (mark,) = strip_annotations(f"{before}[Šiška](branch)!")
    assert plain[mark.start : mark.end] == "Šiška"
    assert plain == f"{before}Šiška!"


def test_a_file_without_training_data_is_a_fault_when_named_and_passed_over_when_found(tmp_path: Path) -> None:
    project(tmp_path, nlu=HEAD + ONE, empty="", words="- a\n- b\n", two="a: 1\n---\nb: 2\n", credentials="rest:\n", stories="stories: []\n")
    found = read_all([tmp_path])
    assert not found.errors
    assert sorted(fault.file.stem for fault in found.notices) == ["credentials", "empty", "stories", "two", "words"]
    assert all(read_file(tmp_path / f"{name}.yml").errors for name in ("empty", "words", "two", "credentials"))


def test_a_misspelt_file_of_training_data_is_a_fault_in_a_folder_too(tmp_path: Path) -> None:
    project(tmp_path, good=HEAD + ONE, nlo=f'version: "3.1"\nnlo:\n{ONE}', broken=HEAD + "- intent: [\n")
    assert sorted(fault.file.stem for fault in read_all([tmp_path]).errors) == ["broken", "nlo", "nlo"]


def test_a_folder_without_any_training_data_is_a_fault(tmp_path: Path) -> None:
    errors = read_all([project(tmp_path, domain="intents: [a]\n")]).errors
    assert [fault.message for fault in errors] == ["no training data here: no file in the folder has examples under `nlu:`"]


def test_hidden_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".rasa").mkdir()
    project(tmp_path / ".rasa", cached=HEAD + ONE)
    assert files_below(project(tmp_path, nlu=HEAD + ONE)) == [tmp_path / "nlu.yml"]


def test_the_language_of_a_project_is_that_of_its_config_unless_a_path_names_one(tmp_path: Path) -> None:
    project(tmp_path, nlu=HEAD + ONE, sl=HEAD + ONE, config="language: uk\npipeline: []\n")
    assert {(example.file.stem, example.language) for example in read_all([tmp_path]).examples} == {("nlu", "uk"), ("sl", "sl")}


def test_a_lookup_with_a_name_no_annotation_has_gets_a_notice(tmp_path: Path) -> None:
    text = HEAD + "- intent: a\n  examples: |\n    - in [Koper](city)\n"
    text += "- lookup: cities\n  examples: |\n    - Koper\n- lookup: files\n  examples: |\n    - f.txt\n"
    told = [(notice.line, notice.message) for notice in read(tmp_path, text).notices]
    assert [line for line, message in told if "has no annotated entity of that name" in message] == [6, 9]
    assert [line for line, message in told if "holds a file's name" in message] == [11]
