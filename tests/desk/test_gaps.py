"""What nobody taught the bot, off the store: which messages count, what of them is shown, and to whom."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import DummyCookieJar, web
from aiohttp.test_utils import TestClient, TestServer
from typer.testing import CliRunner, Result

from bot.app import demo_shop, open_desk, utc_now
from bot.cli import app
from bot.desk.gaps import find_gaps, lost
from bot.desk.lessons import Lessons
from bot.store.values import micros
from bot.update import Update, UpdateKind
from connectors.desks.console.entry import entry_routes, pages_of
from connectors.desks.console.entry_words import WORDS
from connectors.desks.console.gaps import gap_routes
from connectors.desks.console.session import Guard
from intents.names import INTENTS, OUT_OF_SCOPE
from intents.rasa_format import read_all
from tests.chat import ROOT, config
from tests.core.fakes import NOON, FakeChannel, FakeEngine
from tests.desk.door import AGENT, Client, House, inside
from tests.desk.front import Front, front
from tests.desk.office import Listener, hire

ASKED = ("do you rent out tents", "can I rent a tent", "renting a tent for Ana Novak, ana@example.com")


async def asks(here: Front, *texts: str) -> None:
    """Each by another customer."""
    for place, text in enumerate(texts):
        await here.says(text, f"customer-{place}", name="Ana Novak")


async def message(here: Front, text: str) -> int:
    found = await here.store.read(lambda db: db.execute("SELECT id FROM inbox WHERE body LIKE ?", (f"%{text}%",)).fetchone())
    return int(found[0])


async def test_what_was_not_understood_is_put_together_and_shown_without_persons() -> None:
    async with front() as here:
        await asks(here, *ASKED, "hello", "where is it")
        found = await find_gaps(here.store, here.clock())
        assert found.messages == 3
        [gap] = found.gaps
        assert (gap.count, gap.share, gap.languages, gap.before, gap.since) == (3, 1.0, {"en": 3}, 0, 3)
        assert "tent" in gap.words or "tents" in gap.words
        texts = " ".join(example.text for example in gap.examples)
        assert "tent for …, …" in texts
        assert "Ana" not in texts
        assert (await find_gaps(here.store, here.clock(), language="sl")).messages == 0
        assert (await find_gaps(here.store, here.clock() + timedelta(days=31))).messages == 0


async def test_what_an_agent_told_the_meaning_of_is_no_gap_and_nothing_the_shop_does_is_one() -> None:
    async with front() as here:
        await asks(here, *ASKED, "hello")
        lessons, maja = Lessons(here.store, here.clock, Listener()), await hire(here.store)
        await lessons.teach(await message(here, "do you rent out"), maja, "product_info")
        await lessons.teach(await message(here, "hello"), maja, OUT_OF_SCOPE)
        found = await here.store.read(lambda db: lost(db, micros(NOON - timedelta(days=1))))
        assert sorted(one.said.text for one in found) == ["can I rent a tent", "hello", "renting a tent for …, …"]


async def test_the_intent_most_like_a_gap_is_named() -> None:
    async with front() as here:
        await asks(here, *ASKED)
        near = await find_gaps(here.store, here.clock(), nearest=lambda _: [("product_info", 0.5), (OUT_OF_SCOPE, 0.9)])
        far = await find_gaps(here.store, here.clock(), nearest=lambda _: [("product_info", 0.1)])
        assert (near.gaps[0].nearest, near.gaps[0].near) == ("product_info", True)
        assert not far.gaps[0].near


@asynccontextmanager
async def page_of(house: House, lessons: Lessons) -> AsyncIterator[Client]:
    pages = pages_of("Pine & Kettle")
    guard = Guard(house.agents, pages.refused, secure=False)
    served = web.Application()
    guard.protect(served)
    served.add_routes([*entry_routes(house.agents, pages, guard), *gap_routes(lessons, house.agents, pages, guard)])
    async with TestClient(TestServer(served), cookie_jar=DummyCookieJar()) as client:
        yield client


async def test_the_page_is_the_owners_and_leads_to_the_conversations(desk: House) -> None:
    async with front() as here:
        await asks(here, *ASKED)
        conversation = await here.store.conversation("test", "customer-0")
        async with page_of(desk, Lessons(here.store, here.clock, Listener())) as client:
            olga, maja = await inside(client), await inside(client, AGENT)
            assert (await maja.get("/desk/gaps")).status == 403
            shown = await (await olga.get("/desk/gaps?days=7&language=en")).text()
            assert f'<a href="/desk/c/{conversation}">do you rent out tents</a>' in shown
            assert "3 (100 %)" in shown
            assert "Ana" not in shown
            empty = await (await olga.get("/desk/gaps?days=x&language=sl")).text()
            assert WORDS["en"]["gaps_none"] in empty
        assert ("look", "gaps:7") in [(action, subject) for _, action, subject in await desk.audit()]


async def ask_on_disk(path: Path) -> None:
    """Three customers ask for tents, and an agent says what one of them meant."""
    channel, engine, now = FakeChannel(), FakeEngine(), utc_now()
    async with open_desk(config(), database=str(path), shop=demo_shop(), engine=engine) as core:
        core.connectors[channel.name] = channel
        for place, text in enumerate((*ASKED, "rent a tent, says Ana")):
            await core.reception.accept([Update("test", str(place), f"c{place}", UpdateKind.TEXT, now, text, name="Ana Novak")])
            assert await core.reception.settled("test", f"c{place}", timeout=20)
        [(first,)] = await core.store.read(lambda db: db.execute("SELECT min(id) FROM inbox").fetchall())
        await core.people.lessons.teach(first, await hire(core.store), "product_availability")


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of a shop with what `ask_on_disk` says."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'shop.db'}")
    asyncio.run(ask_on_disk(tmp_path / "shop.db"))
    return tmp_path


def nlu(*words: str) -> Result:
    return CliRunner().invoke(app, ["nlu", *words, "--config", str(ROOT / "config.yml")])


def test_the_command_tells_what_nobody_taught(shop: Path) -> None:
    told = nlu("suggest", "--json")
    assert told.exit_code == 0, told.output
    found = json.loads(told.output)
    assert (found["messages"], [gap["count"] for gap in found["gaps"]]) == (3, [3])
    assert found["gaps"][0]["nearest"] in INTENTS
    table = nlu("suggest", "--least", "3", "--days", "7")
    assert "messages not understood in 7 days: 3; matters among them: 1" in table.output
    assert "tent" in table.output
    assert "Ana" not in table.output
    assert nlu("suggest", "--language", "de").exit_code == 2


def test_the_command_writes_lessons_and_says_what_to_do_next(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shop)
    told = nlu("lessons", "--out", str(shop / "mine"))
    assert told.exit_code == 0, told.output
    assert "examples: 1 " in told.output
    assert f"--data {shop / 'mine'}" in told.output
    assert [e.intent for e in read_all([shop / "mine"]).examples] == ["product_availability"]
    assert "examples: 0 " in nlu("lessons", "--out", str(shop / "mine")).output
    assert "examples: 1 " in nlu("lessons", "--out", str(shop / "mine"), "--all").output
