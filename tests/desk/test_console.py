"""The console's routes over a real socket: none without a session, none without the token, refusals as keys, looks written down."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import DummyCookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from bot.app import Deaf, demo_shop, open_desk
from bot.desk.values import Agent, Changed, Role, ThreadLine
from bot.files import FileStore
from bot.message import Media, Message
from bot.update import Attachment, Update, UpdateKind
from connectors.desks.console import Console, DeskLook
from connectors.desks.console.desk_words import WORDS
from connectors.desks.console.presence import LOOKING, Presence
from connectors.desks.console.wire import file_url, line_json
from tests.chat import NOON, Clock, config

PASSWORD = "five quiet wooden boats"


@dataclass
class Room:
    client: TestClient[web.Request, web.Application]
    console: Console
    agent: Agent
    conversation: int
    cookie: str
    csrf: str

    async def get(self, path: str) -> tuple[int, dict[str, object]]:
        async with self.client.get(path, headers={"Cookie": self.cookie}) as answer:
            return answer.status, await answer.json() if "json" in answer.content_type else {}

    async def post(self, path: str, **fields: object) -> tuple[int, dict[str, object]]:
        headers = {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, "Sec-Fetch-Site": "same-origin"}
        async with self.client.post(f"/desk/api/{path}", json=fields, headers=headers) as answer:
            return answer.status, await answer.json() if "json" in answer.content_type else {}


@asynccontextmanager
async def room(folder: Path) -> AsyncIterator[Room]:
    async with open_desk(config(), shop=demo_shop(), engine=Deaf(), files=folder) as core:
        agents = core.people.agents
        agent, _ = await agents.add("Maja Kos", "maja@shop.example", Role.AGENT, PASSWORD)
        session = await agents.enter(agent.email, PASSWORD, None, "127.0.0.1")
        update = Update("rest", "1", "somebody", UpdateKind.TEXT, core.now(), "Hello", name="Ana Novak")
        await core.reception.accept([update])
        found = await core.store.read(lambda db: db.execute("SELECT id FROM conversations").fetchone())
        files = FileStore(folder, largest=1000)
        shop = DeskLook("Pine & Kettle", "#2f6f4f", config().house().hours)
        console = Console(core.people, files=files, connectors=core.connectors, shop=shop, secure=False, now=core.now)
        app = web.Application()
        console.install(app)
        async with TestClient(TestServer(app), cookie_jar=DummyCookieJar()) as client:
            yield Room(client, console, agent, int(found[0]), f"desk={session.secret}", session.csrf)


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Room]:
    async with room(tmp_path) as made:
        yield made


async def test_no_route_of_the_desk_answers_without_a_session(desk: Room) -> None:
    for route in desk.console.routes():
        path = route.path.replace("{id}", str(desk.conversation)).replace("{version}", "1").replace("{name}", "desk.js")
        if path.startswith(("/desk/login", "/files/")):
            continue
        async with desk.client.request(route.method, path, headers={"Sec-Fetch-Site": "same-origin"}, allow_redirects=False) as answer:
            assert answer.status in (303, 401), f"{route.method} {path}"
            assert "Ana" not in await answer.text()


async def test_no_deed_is_done_without_the_sessions_token(desk: Room) -> None:
    for route in desk.console.routes():
        if route.method == "POST" and route.path.startswith("/desk/api/"):
            headers = {"Cookie": desk.cookie, "Sec-Fetch-Site": "same-origin"}
            async with desk.client.post(route.path, json={"conversation": desk.conversation}, headers=headers) as answer:
                assert answer.status == 403, route.path


async def test_a_look_at_a_conversation_is_written_down_once(desk: Room) -> None:
    for _ in range(2):
        assert (await desk.get(f"/desk/api/conversation/{desk.conversation}"))[0] == 200
        assert (await desk.get(f"/desk/api/context/{desk.conversation}"))[0] == 200
    lines, _ = await desk.console.people.agents.audit_lines()
    looks = [line.subject for line in lines if line.action == "look"]
    assert looks == [f"conversation:{desk.conversation}"]


async def test_refusals_are_keys_that_the_page_has_words_for(desk: Room) -> None:
    here = desk.conversation
    tried = [
        await desk.post("say", conversation=here, text="Hello", client_id="1"),
        await desk.post("say", conversation=here, text="Hello"),
        await desk.post("note", conversation=here, text=" "),
        await desk.post("note", conversation=99999, text="Hello"),
        await desk.post("promise", conversation=here, text="to call", when="when the moon is blue"),
        await desk.post("take_over", conversation=here, force=True),
        await desk.post("take_over", conversation="here"),
    ]
    assert [status for status, _ in tried] == [409, 400, 400, 404, 422, 403, 400]
    assert {str(body["error"]) for _, body in tried} <= WORDS.keys()


async def test_the_same_words_sent_twice_are_one_message(desk: Room) -> None:
    assert (await desk.post("take_over", conversation=desk.conversation))[0] == 200
    first = await desk.post("say", conversation=desk.conversation, text="Hello", client_id="a")
    assert await desk.post("say", conversation=desk.conversation, text="Hello", client_id="a") == first
    _, page = await desk.get(f"/desk/api/conversation/{desk.conversation}")
    lines = page["lines"]
    assert isinstance(lines, list)
    assert [line["message"]["text"] for line in lines if line["kind"] == "agent"] == ["Hello"]


async def test_whoever_looks_elsewhere_looks_here_no_more() -> None:
    clock = Clock()
    presence, maja = Presence(clock), Agent(1, "Maja", "maja@shop.example")
    assert presence.looks(maja, 5)
    assert not presence.looks(maja, 5)
    assert presence.looks(maja, 5, writes=True)
    assert presence.at(5) == [{"id": 1, "name": "Maja", "typing": True}]
    presence.looks(maja, 6)
    assert presence.at(5) == []
    clock.advance(LOOKING + timedelta(seconds=1))
    assert presence.at(6) == []


async def test_what_changed_reaches_an_open_page_at_once(desk: Room) -> None:
    async with desk.client.get("/desk/events", headers={"Cookie": desk.cookie}) as stream:
        assert (await stream.content.readline()).startswith(b"retry")
        desk.console.people.events.tell(Changed(desk.conversation, "message", 7))
        told = b""
        while b"data" not in told:
            told = await stream.content.readline()
        assert f'"conversation": {desk.conversation}, "what": "message", "id": 7'.encode() in told


@pytest.mark.parametrize(
    "path", ["/files/{}", "/chat/files/{}", "/files/{}/1792000000.abc/lid.png", "https://shop.example/files/{}/1.a/b.png"]
)
def test_a_file_of_ours_is_shown_by_the_desks_own_address(path: str) -> None:
    name = "a" * 32
    assert file_url(path.format(name)) == f"/desk/files/{name}"
    assert file_url("https://shop.example/kettle.png") == "https://shop.example/kettle.png"


def test_a_line_is_worded_for_its_reader() -> None:
    maja = Agent(1, "Maja", "maja@shop.example")
    moved = ThreadLine(3, "move", NOON, "Olga", 2, action="assign", detail="queue to agent:1")
    assert line_json(moved, maja, {1: "Maja"})["text"] == "Olga assigned it to Maja"
    media = (Media("image", "/files/" + "a" * 32),)
    failed = ThreadLine(4, "agent", NOON, "Maja", 1, Message("x", media=media), (Attachment("image", ""),), "failed", "too_large", "413")
    shown = line_json(failed, maja, {})
    assert shown["reason"] == "the file is too large"
    assert shown["message"]["media"][0]["url"] == "/desk/files/" + "a" * 32


def test_every_word_is_there_in_four_languages_with_the_same_places() -> None:
    for key, row in WORDS.items():
        assert all(words.strip() for words in row), key
        places = [{place.split("}")[0] for place in words.split("{")[1:]} for words in row]
        assert all(place == places[0] for place in places) or key == "move.take_over", key
