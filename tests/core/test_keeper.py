"""Files that only the platform has: fetched after they are stored, tried again, and gone visibly."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import STATE, forget_files
from bot.connector import SendLater, SendRefused
from bot.files import FileStore
from bot.keeper import ATTEMPTS, Keeper
from bot.store import upkeep
from bot.store.store import MEMORY, Store
from bot.store.values import decode_update
from bot.update import Attachment, Update, UpdateKind
from tests.core.fakes import NOON, Clock, FakeChannel

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


class Platform(FakeChannel):
    """`stored` are its files; `faults` are raised first."""

    def __init__(self) -> None:
        super().__init__("test")
        self.stored = {"file-1": PNG, "page": b"<html>" + bytes(100), "huge": b"\x89PNG\r\n\x1a\n" + bytes(3_000_000)}
        self.faults: list[Exception] = []
        self.fetched: list[str] = []

    async def fetch(self, source: str) -> AsyncIterator[bytes]:
        self.fetched.append(source)
        if self.faults:
            raise self.faults.pop(0)
        yield self.stored[source][:50]
        yield self.stored[source][50:]


class Cellar:
    """A store, a platform, a keeper and a folder."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.clock, self.platform = store, Clock(), Platform()
        self.files = FileStore(folder, largest=2_000_000)
        self.keeper = Keeper(store, {"test": self.platform}, self.files, self.clock)

    async def brings(self, source: str, number: int = 1) -> str:
        """A customer sends a file; its address here."""
        photo = Attachment("image", source=source, name="photo.png")
        update = Update("test", str(number), "ana", UpdateKind.MEDIA, NOON, attachments=(photo,))
        await self.store.accept([update], self.clock())
        [line, *_] = await self.store.read(lambda db: upkeep.history(db, "test", "ana", 1))
        return decode_update(line[3]).attachments[0].url

    async def state(self) -> tuple[str, str | None]:
        rows = await self.store.read(lambda db: db.execute("SELECT state, reason FROM files").fetchall())
        return rows[0]  # type: ignore[no-any-return]  # one row is what these tests have


async def cellar(folder: Path) -> Cellar:
    return Cellar(await Store.open(MEMORY), folder)


async def test_a_file_is_kept_under_the_address_the_agent_sees(tmp_path: Path) -> None:
    one = await cellar(tmp_path)
    url = await one.brings("file-1")
    assert url.startswith("/files/")
    assert await one.state() == ("wanted", None)
    await one.keeper.look()
    kept = await one.files.find(url.removeprefix("/files/"))
    assert kept is not None
    assert (kept.address, kept.content_type, kept.size) == ("test:ana", "image/png", len(PNG))
    assert await one.state() == ("kept", None)
    await one.keeper.look()
    assert one.platform.fetched == ["file-1"], "once"
    await one.store.close()


async def test_the_same_update_twice_is_fetched_once(tmp_path: Path) -> None:
    one = await cellar(tmp_path)
    await one.brings("file-1")
    await one.brings("file-1")
    await one.keeper.look()
    assert one.platform.fetched == ["file-1"]
    await one.store.close()


async def test_a_passing_fault_is_tried_again_and_a_lasting_one_ends(tmp_path: Path) -> None:
    one = await cellar(tmp_path)
    await one.brings("file-1")
    one.platform.faults = [SendLater(1, "busy"), OSError("reset")]
    for _ in range(3):
        await one.keeper.look()
        one.clock.now += timedelta(minutes=1)
    assert await one.state() == ("kept", None)

    await one.store.close()
    two = await cellar(tmp_path / "two")
    await two.brings("file-1")
    two.platform.faults = [SendLater(1, "busy")] * 99
    for _ in range(ATTEMPTS + 5):
        await two.keeper.look()
        two.clock.now += timedelta(hours=1)
    assert await two.state() == ("gone", "busy")
    assert len(two.platform.fetched) == ATTEMPTS
    await two.store.close()


async def test_what_cannot_be_kept_says_why(tmp_path: Path) -> None:
    for source, fault, reason in (
        ("page", None, "of a type that is not kept"),
        ("huge", None, "larger than 1 MB"),
        ("file-1", SendRefused("404", "the platform has deleted it"), "404: the platform has deleted it"),
    ):
        one = await cellar(tmp_path / source)
        await one.brings(source)
        one.platform.faults = [fault] if fault else []
        await one.keeper.look()
        assert await one.state() == ("gone", reason)
        assert list((tmp_path / source).rglob("*.part")) == []
        await one.store.close()


async def test_erasing_a_person_removes_their_files(tmp_path: Path) -> None:
    one = await cellar(tmp_path)
    url = await one.brings("file-1")
    await one.keeper.look()
    await one.keeper.forget("test", "ana")
    assert await one.files.find(url.removeprefix("/files/")) is None
    await one.store.close()


async def test_the_command_line_removes_what_chats_messengers_and_agents_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = FileStore(STATE / "files", largest=2_000_000)

    async def picture() -> AsyncIterator[bytes]:
        yield PNG

    kept = [await files.keep(owner, "photo.png", picture()) for owner in ("cookie-1", "webchat:cookie-1", "telegram:cookie-1")]
    await forget_files("webchat", "cookie-1")
    assert [await files.find(one.id) is not None for one in kept] == [False, False, True]
