"""The web chat over real sockets: sessions, posts, events, and the doors that stay shut."""

from __future__ import annotations

import asyncio
import re
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.message import Button, Card, Media, Message
from bot.update import UpdateKind
from connectors.webchat import WebChat, streams
from connectors.webchat.labels import LABELS
from connectors.webchat.session import COOKIE, CSRF_HEADER
from tests.connectors.fake_desk import FakeDesk
from tests.connectors.webchat_page import LOOK, SHOP_SITE, Client, Page, address_of, events, opened, read_events, served


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
async def chat_and_client(desk: FakeDesk, tmp_path: Path) -> AsyncIterator[tuple[WebChat, Client]]:
    async with served(desk, tmp_path) as both:
        yield both


@pytest.fixture
def chat(chat_and_client: tuple[WebChat, Client]) -> WebChat:
    return chat_and_client[0]


@pytest.fixture
def client(chat_and_client: tuple[WebChat, Client]) -> Client:
    return chat_and_client[1]


@pytest.fixture
async def page(client: Client) -> Page:
    return await opened(client)


# The session


async def test_a_session_is_an_unguessable_cookie_that_scripts_cannot_read(client: Client) -> None:
    cookie = (await client.get("/chat")).cookies[COOKIE]
    assert len(cookie.value.split(".")[0]) == 43  # 256 bits
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["secure"]) == (True, "Lax", "/chat", "")


async def test_a_reload_keeps_the_session_and_a_made_up_cookie_opens_none(client: Client, page: Page) -> None:
    assert (await page.get("/chat")).cookies[COOKIE].value == page.cookie
    forged = Page(client, page.cookie[:-1] + ("A" if page.cookie[-1] != "A" else "B"))
    assert (await forged.get("/chat/history")).status == 401
    assert (await forged.get("/chat")).cookies[COOKIE].value not in (page.cookie, forged.cookie)


async def test_over_https_the_cookie_is_secure_and_embedded_it_is_partitioned(client: Client) -> None:
    plain = (await client.get("/chat", headers={"X-Forwarded-Proto": "https"})).cookies[COOKIE]
    assert (plain["secure"], plain["samesite"]) == (True, "Lax")
    embedded = await client.get("/chat?embed=1", headers={"X-Forwarded-Proto": "https"})
    sent = embedded.headers["Set-Cookie"]
    assert all(part in sent for part in ("Secure", "SameSite=None", "Partitioned", "HttpOnly"))


async def test_the_core_gets_an_address_from_which_the_cookie_cannot_be_told(page: Page, desk: FakeDesk) -> None:
    address = await address_of(page, desk)
    assert not any(part in address for part in page.cookie.split("."))


async def test_without_a_session_nothing_is_read_or_written(client: Client, desk: FakeDesk) -> None:
    stranger = Page(client, "")
    for path in ("/chat/history", "/chat/events"):
        assert (await stranger.get(path)).status == 401
    for path in ("/chat/messages", "/chat/start", "/chat/files"):
        assert (await stranger.post(path, {"id": str(uuid.uuid4()), "text": "hi"})).status == 401
    assert desk.updates == []


def test_a_short_secret_is_refused(tmp_path: Path, desk: FakeDesk) -> None:
    with pytest.raises(ValueError, match="secret"):
        WebChat(desk, files=tmp_path, secret="short", shop=LOOK)


@pytest.mark.parametrize("path", ["/chat/messages", "/chat/start", "/chat/files", "/chat/typing"])
@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": ""}, {"Origin": "null"}, {CSRF_HEADER: ""}],
    ids=["another site", "no origin", "a sandbox", "no header of ours"],
)
async def test_posts_of_other_sites_are_refused(page: Page, desk: FakeDesk, path: str, headers: dict[str, str]) -> None:
    response = await page.post(path, {"id": str(uuid.uuid4()), "text": "hi"}, **headers)
    assert response.status == 403
    assert desk.updates == []


async def test_a_site_that_was_allowed_may_post(page: Page, desk: FakeDesk) -> None:
    assert (await page.post("/chat/messages", {"id": str(uuid.uuid4()), "text": "hi"}, Origin=SHOP_SITE)).status == 202


# The page


async def test_the_page_lets_no_foreign_script_style_or_frame_in(client: Client) -> None:
    response = await client.get("/chat")
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert f"frame-ancestors 'self' {SHOP_SITE}" in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    html = await response.text()
    assert re.findall(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", html) == []
    assert re.findall(r"(?:src|href)=\"(?!/chat/|#)", html) == []


@pytest.mark.parametrize("language", LABELS)
async def test_the_page_speaks_each_language(client: Client, language: str) -> None:
    for path, headers in ((f"/chat?lang={language}", {}), ("/chat", {"Accept-Language": f"xx, {language}-XX;q=0.8"})):
        html = await (await client.get(path, headers=headers)).text()
        assert f'<html lang="{language}">' in html
        assert str(LABELS[language]["skip"]) in html


async def test_static_files_may_be_kept_for_ever_and_only_ours_are_given(client: Client) -> None:
    html = await (await client.get("/chat")).text()
    for path in re.findall(r"\"(/chat/(?:static|look)[^\"]+)\"", html):
        assert (await client.get(path)).status == 200, path
    script = await client.get(next(iter(re.findall(r"src=\"(/chat/static[^\"]+)\"", html))))
    assert "immutable" in script.headers["Cache-Control"]
    for name in ("chat.html", "..%2Fchat.py", "nothing.js"):
        assert (await client.get(f"/chat/static/x/{name}")).status == 404


async def test_the_widget_carries_the_shops_name_and_words_and_may_be_loaded_anywhere(client: Client) -> None:
    response = await client.get("/chat/widget.js")
    script = await response.text()
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Pine & Kettle" in script
    assert "Odpri klepet" in script
    assert "/* setup */" not in script


async def test_only_a_known_site_around_the_page_is_spoken_to(client: Client) -> None:
    own = str(client.make_url("/").origin())
    for host, known in ((SHOP_SITE, SHOP_SITE), (own, own), ("https://evil.example", "")):
        html = await (await client.get("/chat", params={"embed": "1", "host": host})).text()
        assert f'data-host="{known}"' in html


# Saying something


async def test_the_shop_sees_that_something_is_being_written_and_nothing_is_stored(page: Page, desk: FakeDesk) -> None:
    assert (await page.post("/chat/typing", {})).status == 204
    assert desk.updates == []
    assert desk.written == [("webchat", await address_of(page, desk))]


async def test_a_message_is_stored_once_however_often_it_comes(page: Page, desk: FakeDesk) -> None:
    message_id = await page.says("Where is my order?")
    await page.says("Where is my order?", message_id)
    [update] = desk.updates
    assert (update.platform_id, update.kind, update.text, update.locale) == (
        message_id,
        UpdateKind.TEXT,
        "Where is my order?",
        "en",
    )


async def test_a_pressed_button_comes_with_its_payload_and_title(page: Page, desk: FakeDesk) -> None:
    body = {"id": str(uuid.uuid4()), "payload": "q:12:yes", "title": "Yes, please"}
    assert (await page.post("/chat/messages", body)).status == 202
    [update] = desk.updates
    assert (update.kind, update.payload, update.text) == (UpdateKind.BUTTON, "q:12:yes", "Yes, please")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"[" * 100_000,
        {"text": "no id"},
        {"id": "not a uuid", "text": "hi"},
        {"id": str(uuid.uuid4())},
        {"id": str(uuid.uuid4()), "text": "   "},
        {"id": str(uuid.uuid4()), "text": ["hi"]},
        {"id": str(uuid.uuid4()), "payload": "q" * 65, "title": "x"},
    ],
)
async def test_a_post_that_is_not_what_the_page_sends_is_refused(page: Page, desk: FakeDesk, body: object) -> None:
    response = await page.post("/chat/messages", body)
    assert response.status == 400
    assert (await response.json())["reason"]
    assert desk.updates == []


@pytest.mark.parametrize("length", [64 * 1024 + 1, 2 * 1024 * 1024])
async def test_too_long_a_text_is_refused_in_a_sentence_for_the_customer(page: Page, desk: FakeDesk, length: int) -> None:
    body = {"id": str(uuid.uuid4()), "text": "x" * length}
    response = await page.post("/chat/messages", body, **{"Accept-Language": "sl"})
    assert response.status == 413
    assert (await response.json())["message"] == LABELS["sl"]["too_long"]
    assert desk.updates == []


async def test_the_longest_text_of_any_script_passes(page: Page, desk: FakeDesk) -> None:
    await page.says("щ" * (32 * 1024))
    assert len(desk.updates) == 1


async def test_letters_no_store_can_hold_are_replaced(page: Page, desk: FakeDesk) -> None:
    body = f'{{"id": "{uuid.uuid4()}", "text": "a\\ud800b\\u0000c"}}'.encode()
    assert (await page.post("/chat/messages", body)).status == 202
    assert desk.updates[0].text == "a?bc"


async def test_a_flood_is_told_when_to_come_back(page: Page, desk: FakeDesk) -> None:
    desk.busy = 4.2
    response = await page.post("/chat/messages", {"id": str(uuid.uuid4()), "text": "hi"})
    assert (response.status, response.headers["Retry-After"]) == (429, "5")
    assert (await response.json())["message"] == LABELS["en"]["slow_down"]


async def test_a_new_chat_is_started_once_with_the_pages_language(page: Page, desk: FakeDesk) -> None:
    desk.bot = lambda _: (Message("Hello!"),)
    body = {"id": str(uuid.uuid4())}
    assert (await page.post("/chat/start", body, **{"Accept-Language": "uk"})).status == 202
    again = await page.post("/chat/start", {"id": str(uuid.uuid4())})
    assert await again.json() == {"started": False}
    [update] = desk.updates
    assert (update.kind, update.locale) == (UpdateKind.START, "uk")


# Hearing something


async def test_what_is_said_reaches_every_open_page_of_the_address_and_no_other(client: Client, page: Page, desk: FakeDesk) -> None:
    address = await address_of(page, desk)
    stranger = await opened(client)
    streams_of = [await page.get("/chat/events"), await page.get("/chat/events"), await stranger.get("/chat/events")]
    line = await desk.say("webchat", address, Message("On its way.", buttons=(Button("Thanks", "q:1:t"),)))
    for response in streams_of[:2]:
        [event] = await read_events(response, 1)
        assert (event["id"], event["text"], event["buttons"][0]["payload"]) == (line.id, "On its way.", "q:1:t")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await read_events(streams_of[2], 1)
    streams_of[2].close()


async def test_a_message_to_a_closed_page_is_in_the_history(page: Page, desk: FakeDesk) -> None:
    address = await address_of(page, desk)
    card = Card("Kettle", "39.90 EUR", Media("image", "/pictures/k.png", "A kettle"))
    await desk.say("webchat", address, Message("Here:", cards=(card,)))
    asked, answered = await page.history()
    assert (asked["direction"], asked["text"], asked["client_id"]) == ("in", "who am I?", desk.updates[0].platform_id)
    assert answered["cards"][0]["picture"]["alt"] == "A kettle"


async def test_a_reconnect_brings_what_was_missed_by_last_event_id(page: Page, desk: FakeDesk) -> None:
    address = await address_of(page, desk)
    said = [await desk.say("webchat", address, Message(f"line {number}")) for number in range(30)]
    heard = await events(page, 27, **{"Last-Event-ID": str(said[2].id)})
    assert [event["text"] for event in heard] == [f"line {number}" for number in range(3, 30)]
    by_query = await events(page, 27, f"/chat/events?after={said[2].id}")
    assert [event["text"] for event in by_query] == [event["text"] for event in heard]


async def test_nothing_is_lost_between_reading_the_history_and_listening(
    page: Page, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await address_of(page, desk)
    history = FakeDesk.history

    async def slow(self: FakeDesk, channel: str, address: str, *, limit: int = 200) -> object:
        lines = await history(self, channel, address, limit=limit)
        await self.say(channel, address, Message("said meanwhile"))
        return lines

    monkeypatch.setattr(FakeDesk, "history", slow)
    heard = await events(page, 2, "/chat/events?after=0")
    assert [event["text"] for event in heard] == ["who am I?", "said meanwhile"]


async def test_the_customers_other_tabs_see_what_they_wrote(page: Page) -> None:
    other_tab = await page.get("/chat/events")
    message_id = await page.says("from this tab")
    [event] = await read_events(other_tab, 1)
    assert (event["direction"], event["client_id"], event["text"], event["id"]) == (
        "in",
        message_id,
        "from this tab",
        0,
    )


async def test_typing_is_shown(page: Page, desk: FakeDesk, chat: WebChat) -> None:
    address = await address_of(page, desk)
    stream = await page.get("/chat/events")
    await chat.typing(address)
    [event] = await read_events(stream, 1)
    assert (event["event"], event["seconds"]) == ("typing", 10)


async def test_a_silent_stream_beats(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "HEARTBEAT", 0.02)
    response = await page.get("/chat/events")
    async with asyncio.timeout(5):
        assert (await response.content.readuntil(b": heartbeat\n")).endswith(b": heartbeat\n")
    response.close()


async def test_closed_streams_end_and_leave_nothing_behind(page: Page, desk: FakeDesk, chat: WebChat) -> None:
    await address_of(page, desk)
    responses = [await page.get("/chat/events") for _ in range(3)]
    await chat.close()
    async with asyncio.timeout(5):
        for response in responses:
            await response.read()
    assert len(chat._streams) == 0  # that nothing grows cannot be seen from outside
