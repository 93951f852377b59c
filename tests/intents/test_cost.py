"""What understanding leaves undone: parts are not read, and libraries not asked, where the answer cannot change."""

from __future__ import annotations

from datetime import date

import pytest

from intents.entities import dates
from intents.entities.reading import read
from intents.model import Model, Reading
from intents.understanding import Entity
from intents.wishes import wishes_in

TODAY = date(2026, 11, 21)


class Reader:
    """Reads as the model does and remembers what it was asked."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.asked: list[str] = []
        self.searched: list[str] = []

    def read(self, text: str) -> Reading:
        self.asked.append(text)
        return self._model.read(text)

    def pieces(self, text: str) -> tuple[Entity, ...]:
        self.searched.append(text)
        return ()


def read_parts(model: Model, text: str) -> Reader:
    reader = Reader(model)
    assert wishes_in(text, "en", model.read(text), reader.read, reader.pieces) == ()
    return reader


def test_a_message_without_a_border_is_not_read_again(model: Model) -> None:
    reader = read_parts(model, "where is my order")
    assert (reader.asked, reader.searched) == ([], [])


def test_a_greeting_before_a_wish_is_read_by_nobody(model: Model) -> None:
    """One word is no wish, so there can be no second."""
    assert read_parts(model, "hello, where is my order").asked == []


def test_reading_stops_when_a_second_wish_is_out_of_reach(model: Model) -> None:
    reader = read_parts(model, "my neighbour told me of you, where is my order")
    assert reader.asked == ["my neighbour told me of you"]
    assert reader.searched == []


@pytest.mark.parametrize("text", ["поверните мой заказ назад", "гроші назад", "rad bi šel nazaj", "ages ago", "тому що"])
def test_back_without_a_length_is_no_question_for_dateparser(text: str) -> None:
    assert not dates.worth_parsing(read(text))


@pytest.mark.parametrize("text", ["a fortnight ago", "полчаса назад", "годину тому", "10 min ago", "31 februar"])
def test_a_length_ago_that_the_tables_lack_is_one(text: str) -> None:
    assert dates.worth_parsing(read(text))


def test_what_dateparser_finds_is_taken() -> None:
    assert [found.value for found in dates.parsed_elsewhere(read("a fortnight ago"), TODAY, "en")] == ["2026-11-07"]
