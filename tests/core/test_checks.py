"""`frontdesk check`: every fault of a flow's source and of the wording is found, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import checks, fallbacks
from bot.checks import check_source
from bot.errors import Fault
from bot.texts import faults_of_syntax, keys_of
from intents.understanding import LANGUAGES

TOP = "from __future__ import annotations\n"


def faults(source: str) -> list[str]:
    return [f"{f.line}: {f.message}" for f in check_source(TOP + source, "flows/bad.py")]


GOOD = '''
from datetime import date, time, timedelta

async def good(talk, shop):
    """Awaits the talk, its own steps and the order's gate; asks the talk for the time."""
    order = await own_order(talk, shop)
    item = await _item(talk, order)
    if talk.now().date() > date(2026, 1, 1) + timedelta(days=3):
        await talk.say("late", at=time.fromisoformat("09:00"))
    step = STEPS[item]
    await step(talk)
    await STEPS[item](talk)
    try:
        number = int(item)
    except ValueError:
        number = 0
    await talk.say("done", number=number)

async def _item(talk, order):
    return await talk.choose("which", ("a", "b"))

STEPS = {"a": _item}
'''


def test_a_flow_that_keeps_the_rules_has_no_faults() -> None:
    assert faults(GOOD) == []


AWAITS = "a flow awaits only talk: this would not survive a replay"
TRIES = "no try and no with around an await: a replay stops in the middle of it"
ASYNCS = "no async with and no async for: they await something else than talk"
TODAY = "in a flow differs at every replay; use talk.now()"
IMPORTS = "a flow imports no clock, chance or environment"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("async def f(talk, shop):\n    await asyncio.sleep(1)\n", [f"3: {AWAITS}", f"3: asyncio.sleep {TODAY}"]),
        ("async def f(talk, shop):\n    await shop.order('1001')\n", [f"3: {AWAITS}"]),
        ("async def f(talk, shop):\n    await gather(talk.say('a'), talk.say('b'))\n", [f"3: {AWAITS}"]),
        ("async def f(talk, shop):\n    future = talk.say('a')\n    await future\n", [f"4: {AWAITS}"]),
        ("async def f(talk, shop):\n    try:\n        await talk.say('a')\n    finally:\n        pass\n", [f"3: {TRIES}"]),
        ("async def f(talk, shop):\n    try:\n        await talk.say('a')\n    except Exception:\n        pass\n", [f"3: {TRIES}"]),
        ("async def f(talk, shop):\n    try:\n        await talk.say('a')\n    except* ValueError:\n        pass\n", [f"3: {TRIES}"]),
        ("async def f(talk, shop):\n    with lock:\n        await talk.say('a')\n", [f"3: {TRIES}"]),
        ("async def f(talk, shop):\n    async with lock:\n        pass\n", [f"3: {ASYNCS}"]),
        ("async def f(talk, shop):\n    async for x in things:\n        pass\n", [f"3: {ASYNCS}"]),
        ("async def f(talk, shop):\n    return [x async for x in things]\n", [f"3: {ASYNCS}"]),
        ("async def f(talk, shop):\n    return datetime.now()\n", [f"3: datetime.now {TODAY}"]),
        ("async def f(talk, shop):\n    return date.today()\n", [f"3: date.today {TODAY}"]),
        ("import datetime\nasync def f(talk, shop):\n    return datetime.datetime.utcnow()\n", [f"4: datetime.utcnow {TODAY}"]),
        ("from datetime import datetime as d, time\nimport time\n", [f"3: {IMPORTS}"]),
        ("from time import monotonic\n", [f"2: {IMPORTS}"]),
        ("import random\n", [f"2: {IMPORTS}"]),
        ("from random import choice\n", [f"2: {IMPORTS}"]),
        ("from uuid import uuid4\n", [f"2: {IMPORTS}"]),
        ("from os import environ\n", [f"2: {IMPORTS}"]),
        ("import os.path\n", [f"2: {IMPORTS}"]),
        ("async def f(talk, shop):\n    return uuid.uuid4()\n", [f"3: uuid.uuid4 {TODAY}"]),
    ],
)  # fmt: skip
def test_each_broken_rule_is_found_with_its_line(source: str, expected: list[str]) -> None:
    assert sorted(faults(source)) == sorted(expected)


def test_every_fault_of_a_source_is_found_at_once() -> None:
    source = "import random\nasync def f(talk, shop):\n    await shop.x()\n    await asyncio.sleep(0)\n    return date.today()\n"
    assert len(faults(source)) == 5


def test_a_text_nobody_wrote_is_found_in_the_source(tmp_path: Path) -> None:
    module = tmp_path / "flow.py"
    module.write_text(
        'async def f(talk, shop):\n    await talk.say("told")\n    await talk.say("nowhere")\n'
        '    await talk.ask("text", "missing")\n    await talk.ask("text")\n    await talk.confirm(key)\n'
        '    await talk.choose("only-titles")\n',
        "utf-8",
    )
    found = checks._texts_of(module, {"told", "only-titles.yes"})
    assert [(f.line, f.message) for f in found] == [(3, "there is no text nowhere"), (4, "there is no text missing")]


def wording(folder: Path, **texts: str) -> Path:
    for language in LANGUAGES:
        (folder / f"{language}.ftl").write_text(texts.get(language, "hello = Hello\n    .yes = Yes\n"), "utf-8")
    return folder


def keys_in(folder: Path) -> dict[str, dict[str, int]]:
    return {language: keys_of(folder, language) for language in LANGUAGES}


def test_wording_that_is_complete_has_no_faults(tmp_path: Path) -> None:
    assert checks._languages(keys_in(wording(tmp_path))) == []
    assert faults_of_syntax(tmp_path) == []


def test_a_text_or_a_title_missing_in_a_language_is_found(tmp_path: Path) -> None:
    wording(tmp_path, sl="hello = Zdravo\n", ru="hello = Привет\n    .yes = Да\nbye = Пока\n")
    assert [str(f) for f in checks._languages(keys_in(tmp_path))] == [
        "flows/texts/ru.ftl:3: bye has no text in en, uk, sl",
        "flows/texts/en.ftl:1: hello.yes has no text in sl",
    ]


def test_what_is_not_fluent_is_found_with_its_line(tmp_path: Path) -> None:
    wording(tmp_path, uk="hello = Вітаю\n\nbroken = { $name\n")
    [(file, line, what)] = faults_of_syntax(tmp_path)
    assert (Path(file).name, line) == ("uk.ftl", 3)
    assert what.startswith("not Fluent:")


def test_keys_are_listed_with_their_lines_and_terms_left_out(tmp_path: Path) -> None:
    wording(tmp_path, en="-brand = X\nhello = Hello\n    .yes = Yes\nconfirm =\n    .no = No\n")
    assert keys_of(tmp_path, "en") == {"hello": 2, "hello.yes": 2, "confirm.no": 4}


def test_a_fault_reads_as_file_line_message() -> None:
    assert str(Fault("flows/x.py", 3, "wrong")) == "flows/x.py:3: wrong"
    assert str(Fault("config.yml", 0, "cannot be read")) == "config.yml: cannot be read"


def test_the_engines_own_flows_keep_the_rules() -> None:
    source = Path(fallbacks.__file__).read_text("utf-8")
    assert check_source(source, "bot/fallbacks.py") == []
