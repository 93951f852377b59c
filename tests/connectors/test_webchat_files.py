"""What customers send through the web chat: kept, given back to the right people, refused when it must be."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from yarl import URL

from bot.update import UpdateKind
from connectors.webchat.labels import LABELS
from connectors.webchat.session import COOKIE
from tests.connectors.fake_desk import FakeDesk
from tests.connectors.webchat_page import Page, opened, served

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
async def page(desk: FakeDesk, tmp_path: Path) -> AsyncIterator[Page]:
    async with served(desk, tmp_path) as (_, client):
        yield await opened(client)


def files_below(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.rglob("*") if path.is_file())


async def test_a_picture_is_kept_and_sent_as_media_with_its_caption(page: Page, desk: FakeDesk) -> None:
    response = await page.uploads(PNG, name="../../kettle.html", caption="It leaks")
    assert response.status == 202, await response.text()
    [update] = desk.updates
    [attachment] = update.attachments
    assert (update.kind, update.text, attachment.kind, attachment.content_type) == (
        UpdateKind.MEDIA,
        "It leaks",
        "image",
        "image/png",
    )
    assert (attachment.name, attachment.size) == ("kettle.png", len(PNG))
    file = await page.get(attachment.url)
    assert await file.read() == PNG
    assert (file.headers["Content-Type"], file.headers["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert file.headers["Content-Disposition"].startswith("inline; filename=")
    assert "sandbox" in file.headers["Content-Security-Policy"]
    [line] = await page.history()
    assert line["attachments"][0]["url"] == attachment.url


async def test_a_file_is_shown_to_its_session_and_to_agents_alone(tmp_path: Path, desk: FakeDesk) -> None:
    async def is_agent(request: web.Request) -> bool:
        return request.headers.get("X-Test-Agent") == "yes"

    async with served(desk, tmp_path, is_agent=is_agent) as (_, client):
        page, stranger = await opened(client), await opened(client)
        await page.uploads(b"%PDF-1.7 " + bytes(100), name="invoice.pdf")
        url = desk.updates[0].attachments[0].url
        own = await page.get(url)
        assert (own.status, own.headers["Content-Disposition"].split(";")[0]) == (200, "attachment")
        assert (await stranger.get(url)).status == 404
        assert (await Page(client, "").get(url)).status == 404
        assert (await Page(client, "").get(url, **{"X-Test-Agent": "yes"})).status == 200


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"MZ" + bytes(99),
        b"PK\3\4",
        b"",
    ],
)
async def test_a_file_of_an_unwelcome_kind_is_refused_whatever_it_is_called(
    page: Page, desk: FakeDesk, tmp_path: Path, content: bytes
) -> None:
    response = await page.uploads(content, name="photo.png")
    assert response.status == 415
    assert (await response.json())["message"] == LABELS["en"]["not_welcome"]
    assert desk.updates == []
    assert files_below(tmp_path) == []


async def test_too_large_a_file_is_refused_and_leaves_nothing(page: Page, desk: FakeDesk, tmp_path: Path) -> None:
    response = await page.uploads(PNG + bytes(1024 * 1024))
    assert response.status == 413
    assert "1 MB" in (await response.json())["message"]
    assert desk.updates == []
    assert files_below(tmp_path) == []


async def test_an_upload_tried_again_is_one_message_and_one_file(page: Page, desk: FakeDesk, tmp_path: Path) -> None:
    message_id = str(uuid.uuid4())
    for _ in range(2):
        assert (await page.uploads(PNG, id=message_id)).status == 202
    assert len(desk.updates) == 1
    assert files_below(tmp_path) == ["", ".json"]
    assert (await page.get(desk.updates[0].attachments[0].url)).status == 200


async def test_an_upload_refused_by_a_busy_core_leaves_no_file(page: Page, desk: FakeDesk, tmp_path: Path) -> None:
    desk.busy = 1
    assert (await page.uploads(PNG)).status == 429
    assert files_below(tmp_path) == []


async def test_an_upload_without_its_fields_is_refused(page: Page, desk: FakeDesk) -> None:
    assert (await page.post("/chat/files", {"id": "x"})).status == 400
    assert (await page.uploads(PNG, id="no uuid")).status == 400
    broken = await page.post("/chat/files", b"--x\r\nrubbish", **{"Content-Type": "multipart/form-data; boundary=x"})
    assert broken.status == 400
    assert desk.updates == []


@pytest.mark.parametrize("name", ["..", "x", "a" * 31, "%2e%2e%2fsecret", "a" * 40])
async def test_a_name_that_is_not_ours_finds_no_file(page: Page, name: str) -> None:
    assert (await page.client.get(URL(f"/chat/files/{name}", encoded=True), cookies={COOKIE: page.cookie})).status == 404
