"""The group's life: what is wrong is said in words, and the library is loaded only when it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.desk.telegram_group.room import open_room


async def test_a_bot_that_is_no_administrator_is_a_fault_in_words(tmp_path: Path) -> None:
    async with open_room(tmp_path, started=False) as room:
        room.server.administrator = False
        await room.group.start()
        await room.until(lambda: "no administrator" in (room.group.fault or ""))


async def test_a_right_that_is_missing_is_named(tmp_path: Path) -> None:
    async with open_room(tmp_path, started=False) as room:
        room.server.rights["can_delete_messages"] = False
        findings = await room.group.check()
        assert [f.right for f in findings] == [True, True, False]
        assert "delete messages (needed to remove the topic of a customer who wants to be erased)" in findings[-1].detail


async def test_a_group_without_topics_is_told_how_to_get_them(tmp_path: Path) -> None:
    async with open_room(tmp_path, started=False) as room:
        room.server.is_forum = False
        findings = await room.group.check()
        assert "has no topics; switch them on" in findings[-1].detail


async def test_a_good_group_passes_the_check(tmp_path: Path) -> None:
    async with open_room(tmp_path, started=False) as room:
        assert all(finding.right for finding in await room.group.check())


async def test_a_wrong_token_is_said_without_showing_it(tmp_path: Path) -> None:
    token = "111:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    async with open_room(tmp_path, started=False, token=token) as room:
        [finding] = await room.group.check()
        assert not finding.right
        assert "STAFF_TELEGRAM_TOKEN" in finding.detail
        assert token not in finding.detail
    async with open_room(tmp_path, token="nonsense") as room:
        assert room.group.fault == "STAFF_TELEGRAM_TOKEN is no bot token; BotFather gives one like 123456789:AA..."


async def test_a_group_that_became_a_supergroup_goes_on_under_its_new_number(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.handed()
        await room.shows("Where is my parcel?")
        await room.idle()
        room.server.group = -100123
        room.server.topics.clear()
        room.server.fail_next("migrated", method="sendMessage")
        await room.customer("hello?")
        await room.shows("hello?")


async def test_the_commands_are_offered_in_four_languages(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.until(lambda: len(room.server.made("setMyCommands")) == 5)


def test_the_package_is_light_until_it_is_started() -> None:
    look = "import sys, connectors.desks.telegram_group; print('aiogram' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
