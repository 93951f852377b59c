"""How the bench reads sets that others have published, in files of the same shape, and what it makes of answers."""

from __future__ import annotations

import asyncio
import json
import math
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bench.nlu import Answered, outcome
from bench.parse import Server, load, messages
from bench.public_sets import BANKING, SUPPORT, Missing, banking, clinc, few, others, support


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_a_set_is_found_in_its_clone_and_in_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "banking_data" / "train.csv", 'text,category\n"where, please, is my card",card_arrival\n')
    write(tmp_path / "banking_data" / "test.csv", "text,category\nlost,lost_card\n")
    expected = ([("where, please, is my card", "card_arrival")], [("lost", "lost_card")])
    assert banking(tmp_path) == banking(tmp_path / "banking_data") == expected


def test_a_missing_set_says_how_to_fetch_it(tmp_path: Path) -> None:
    with pytest.raises(Missing, match=r"git clone .*github\.com/PolyAI-LDN/task-specific-datasets"):
        BANKING.find(tmp_path)


def test_the_file_of_a_set_may_be_named(tmp_path: Path) -> None:
    parts = {part: [["hi there", "hello"]] for part in ("train", "val", "test")}
    parts |= {part: [["sing", "oos"]] for part in ("oos_train", "oos_val", "oos_test")}
    write(tmp_path / "data_small.json", json.dumps(parts))
    data = clinc(tmp_path / "data_small.json")
    assert data.train == [("hi there", "hello")]
    assert data.outside_test == ["sing"]


def test_rows_of_the_support_set_are_taken_once(tmp_path: Path) -> None:
    for file in SUPPORT.files:
        write(tmp_path / "data" / file, "utterance,intent\ncancel it,cancel_order\n")
    assert support(tmp_path) == [("cancel it", "cancel_order")]


def test_a_draw_is_even_repeatable_and_parted_from_the_rest() -> None:
    rows = [(f"{intent} {n}", intent) for intent in "abc" for n in range(20)]
    chosen = few(rows, 5, 1)
    assert chosen == few(rows, 5, 1) != few(rows, 5, 2)
    assert Counter(intent for _, intent in chosen) == {"a": 5, "b": 5, "c": 5}
    rest = others(rows, chosen, 100, 1)
    assert len(rest) == 45
    assert not set(rest) & set(chosen)


def test_joint_counts_what_is_right_and_kept_and_what_is_caught() -> None:
    test = [("x", "a"), ("y", "b"), ("z", "b"), ("w", "a")]
    asked = Answered(["a", "b", "a", "a"], np.array([1.0, 2.0, 3.0, 4.0]), np.array([False, True, True, True]))
    outside = Answered(["a", "a"], np.array([0.0, 5.0]), np.array([False, True]))
    found = outcome(test, asked, outside)
    assert (found.accuracy, found.kept, found.caught, found.at_95) == (0.75, 0.75, 0.5, 0.5)
    assert found.joint == pytest.approx(3 / 6)
    assert math.isnan(outcome(test, Answered(asked.said, asked.scope), None).at_95)


def test_messages_come_once_with_their_languages_in_turn(tmp_path: Path) -> None:
    for language, texts in (("en", "one two"), ("sl", "ena dva")):
        lines = "".join(f"      - {text}\n" for text in [*texts.split(), "taxi"])
        write(tmp_path / f"{language}.yml", f'version: "3.1"\nnlu:\n  - intent: help\n    examples: |\n{lines}')
    assert messages(tmp_path) == ["one", "ena", "two", "dva", "taxi"]


@pytest.fixture
async def heard() -> AsyncIterator[tuple[str, list[str]]]:
    """A server that notes what it is asked."""
    texts: list[str] = []

    async def parse(request: web.Request) -> web.Response:
        texts.append((await request.json())["text"])
        await asyncio.sleep(0.001)
        return web.json_response({"intent": {"name": "help"}})

    app = web.Application()
    app.router.add_post("/model/parse", parse)
    async with TestServer(app) as server:
        yield str(server.make_url("")), texts


async def test_the_load_asks_every_message_in_turn_and_counts_the_answers(heard: tuple[str, list[str]]) -> None:
    address, texts = heard
    bodies = [json.dumps({"text": text}, ensure_ascii=False).encode() for text in ("ena", "два", "three")]
    found = await load(Server(address, None), bodies, 0.2, clients=2)
    assert set(texts) == {"ena", "два", "three"}
    assert found.rate > 5
    assert found.p50 <= found.p99
    assert math.isnan(found.cpu)
