"""What an agent sends reaches a browser and a platform without any cookie, by an address that cannot be guessed or made."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.app import local_file
from bot.file_links import FileLinks
from bot.files import FileStore, KeptFile
from tests.chat import Clock

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


async def kept(folder: Path, name: str) -> tuple[KeptFile, FileLinks]:
    files = FileStore(folder, largest=10_000)

    async def chunks() -> AsyncIterator[bytes]:
        yield PNG

    return await files.keep("webchat:ana", name, chunks()), FileLinks(files, lambda: "secret", Clock())


async def test_the_address_opens_the_file_and_nothing_else_does(tmp_path: Path) -> None:
    file, links = await kept(tmp_path, "račun.png")
    app = web.Application()
    app.add_routes(links.routes())
    async with TestClient(TestServer(app)) as browser:
        address = links.media(file).url
        async with browser.get(address) as answer:
            assert (answer.status, await answer.read()) == (200, PNG)
            assert answer.headers["Content-Type"] == "image/png"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
        start, ticket, name = address.rsplit("/", 2)
        for wrong in (f"{start}/1.{'0' * 32}/{name}", f"{start}/x/{name}", f"/files/{'a' * 32}/{ticket}/{name}"):
            async with browser.get(wrong) as answer:
                assert answer.status == 404


async def test_platforms_that_take_bytes_get_them(tmp_path: Path) -> None:
    file, links = await kept(tmp_path, "../../etc/passwd")
    path = local_file(links.address(file), links=links)
    assert path is not None
    assert path.read_bytes() == PNG
    assert local_file("/files/../../etc/passwd", links=links) is None
    assert local_file("/shop/pictures/../secret", links=links) is None
