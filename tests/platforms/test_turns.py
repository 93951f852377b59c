"""What is one turn on a messenger and what is not: albums, bursts, edits, old buttons, leaving and coming back, fetched updates,
the welcome, and a promise after WhatsApp's 24 hours."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import sync_templates
from bot.files import FileStore
from bot.flow import Flow
from bot.message import Message
from bot.shop import Shop
from bot.talk import Talk
from bot.turn import PATIENCE
from bot.update import Update
from tests.chat import Clock
from tests.platforms.platforms import NAMES
from tests.platforms.town import Town, echoed, hasty, open_town
from tests.standins.telegram_phone import JPEG


class Running(Clock):
    """Goes on from where it was set, as clocks do: an album waits by it."""

    def __init__(self) -> None:
        super().__init__()
        self._begun = time.monotonic()

    def __call__(self) -> datetime:
        return self.now + timedelta(seconds=time.monotonic() - self._begun)


class Door:
    """A flow that waits, the first time, until the door is opened; it answers with the words it heard and the number of files."""

    def __init__(self, *, opened: bool = False) -> None:
        self.begun, self.opened = asyncio.Event(), asyncio.Event()
        if opened:
            self.opened.set()
        self.flow = Flow("order_status", self._run, ("order_status",), "Waits at a door.")

    async def _run(self, talk: Talk, shop: Shop) -> None:
        await talk.look(self._wait)
        await talk.say("link-order", number=f"{' '.join(talk.known.said.split())} ({len(talk.known.files)} files)")

    async def _wait(self) -> int:
        self.begun.set()
        await self.opened.wait()
        return 1


# --- albums, bursts, edits ------------------------------------------------------------------------------------------------
async def test_an_album_of_five_photos_is_one_turn_with_one_answer_and_five_files_kept(tmp_path: Path) -> None:
    door = Door(opened=True)
    async with open_town("telegram", echo=True, flow=door.flow, clock=Running(), patience=PATIENCE, files=tmp_path) as town:
        server, phone = town.platforms["telegram"].server, town.phone("telegram")
        for n in range(5):
            file = server.new_file(JPEG + bytes([n]) * 40)
            photo = [{"file_id": file, "file_unique_id": file, "width": 800, "height": 600, "file_size": 104}]
            await phone.sends(photo=photo, media_group_id="album-1", **({"caption": "n1"} if n == 0 else {}))
        await town.settled(phone)
        await town.desk.reception.sweep()
        assert [b.text for b in phone.bubbles()] == ["Thank you, the code fits. This is about order n1 (5 files)."]
        assert await town.endings() == {"answered": 5}
        files = await town.rows("SELECT id, state FROM files ORDER BY rowid")
        assert [state for _, state in files] == ["kept"] * 5
        kept = [await FileStore(tmp_path, largest=0).find(file) for file, _ in files]
        assert [one.size for one in kept if one is not None] == [len(JPEG) + 40] * 5
        assert {one.address for one in kept if one is not None} == {f"telegram:{phone.address}"}


@pytest.mark.parametrize("name", NAMES)
async def test_texts_that_come_while_a_turn_runs_are_the_next_one_together(name: str) -> None:
    door = Door()
    async with open_town(name, echo=True, flow=door.flow) as town:
        phone = town.phone(name)
        await phone.says("n1")
        await asyncio.wait_for(door.begun.wait(), 5)
        for word in ("n2", "n3", "n4"):
            await phone.says(word)
        door.opened.set()
        await town.settled(phone)
        assert [b.text.partition("order ")[2] for b in phone.bubbles()] == ["n1 (0 files).", "n2 n3 n4 (0 files)."]
        assert await town.endings() == {"answered": 4}


async def test_an_edit_before_the_answer_takes_the_place_of_what_it_edits() -> None:
    door = Door()
    async with open_town("telegram", echo=True, flow=door.flow) as town:
        phone = town.phone("telegram")
        await phone.says("n1")
        await asyncio.wait_for(door.begun.wait(), 5)
        wrong = await phone.sends(text="n2")
        await phone.says("n3")
        await phone.edits(wrong, "n4")
        door.opened.set()
        await town.settled(phone)
        assert echoed(phone) == ["n1", "n4", "n3"], "the new words, where the old ones stood"
        assert await town.endings() == {"answered": 3, "ignored": 1}


async def test_an_edit_after_the_answer_is_read_as_new() -> None:
    async with open_town("telegram", echo=True) as town:
        phone = town.phone("telegram")
        message = await phone.sends(text="n1")
        await town.settled(phone)
        await phone.edits(message, "n2")
        await town.settled(phone)
        assert echoed(phone) == ["n1", "n2"]
        assert await town.endings() == {"answered": 2}


# --- old buttons ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", NAMES)
async def test_a_button_of_days_ago_asks_and_answers_no_other_question(name: str) -> None:
    async with open_town(name) as town:
        phone = town.phone(name)
        chat = town.chat(phone)
        await chat.says("please call me")
        old = next(tap for bubble in phone.bubbles() for tap in bubble.taps if "Tomorrow" in tap.title and "morning" in tap.title)
        await chat.says("/cancel")
        town.clock.advance(timedelta(days=3))
        await chat.says("where is my order?")
        chat.hears("order number")
        await presses(phone, old)
        await chat.waits()
        chat.hears("belongs to something we have finished")
        await chat.clicks("No, thank you")
        chat.hears("number")
        await chat.says("1001")
        chat.hears("order 1001")
        assert await town.rows("SELECT intent FROM cases WHERE intent = 'callback' AND state = 'waiting'") == []


@pytest.mark.parametrize("name", NAMES)
async def test_a_button_of_days_ago_opens_its_matter_again_when_that_is_wanted(name: str) -> None:
    async with open_town(name) as town:
        phone = town.phone(name)
        chat = town.chat(phone)
        await chat.says("please call me")
        old = next(tap for bubble in phone.bubbles() for tap in bubble.taps if "Tomorrow" in tap.title and "morning" in tap.title)
        await chat.says("/cancel")
        town.clock.advance(timedelta(days=3))
        await presses(phone, old)
        await chat.waits()
        chat.hears("Shall we start it again?")
        await chat.says("1")
        chat.hears("When shall we call?")


async def presses(phone: Any, tap: Any) -> None:
    """Press a button that is far up in the chat; Viber's app shows only the last keyboard, but a late press may be on its way."""
    if phone.channel == "viber":
        await phone.sends({"type": "text", "text": tap.data}, silent=True)
    else:
        await phone.taps(tap)


# --- leaving and coming back ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["telegram", "viber"])
async def test_who_leaves_gets_nothing_until_they_write_again(name: str) -> None:
    async with open_town(name, echo=True) as town:
        phone = town.phone(name)
        await phone.says("n1")
        await town.settled(phone)
        await (phone.blocks() if name == "telegram" else phone.unsubscribes())
        await town.settled(phone)
        conversation = await town.desk.store.conversation(name, phone.address)
        assert conversation is not None
        calls = len(town.platforms[name].server.calls)
        await town.desk.reception.notify(conversation, Message("n2"), {})
        await town.passes(hours=1)
        assert len(town.platforms[name].server.calls) == calls, "the platform is not even asked"
        assert (await town.sends(name))["failed"] == 1
        if name == "telegram":
            await phone.unblocks()
        await phone.says("n3")
        await town.settled(phone)
        assert echoed(phone) == ["n1", "n3"]


# --- fetched updates ------------------------------------------------------------------------------------------------------
async def test_fetched_updates_are_confirmed_only_after_they_are_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_town("telegram", echo=True, made=hasty, public=False) as town:
        server, phone = town.platforms["telegram"].server, town.phone("telegram")
        await phone.says("n1")
        await town.settled(phone)
        stored, failures = town.desk.store.accept, 0

        async def fails_once(updates: Sequence[Update], now: datetime) -> Any:
            nonlocal failures
            if not failures:
                failures += 1
                raise OSError("disk full")
            return await stored(updates, now)

        monkeypatch.setattr(town.desk.store, "accept", fails_once)
        before = len(server.made("getUpdates"))
        await phone.says("n2")  # returns when it is confirmed
        await town.settled(phone)
        assert failures == 1
        assert echoed(phone) == ["n1", "n2"]
        assert await town.endings() == {"answered": 2}
        asked = [call.fields.get("offset") for call in server.made("getUpdates")[before:]]
        confirmed = phone.last["update_id"] + 1
        assert asked[-1] == confirmed
        assert len(asked) == 2
        assert asked[0] < confirmed, "asked for again after the failure"


# --- Viber's welcome ------------------------------------------------------------------------------------------------------
async def test_who_opens_vibers_chat_is_welcomed_once_and_answered_when_they_write() -> None:
    async with open_town("viber") as town:
        server, phone = town.platforms["viber"].server, town.phone("viber")
        await phone.opens()
        (welcome,) = phone.welcomes
        assert "Hello, Ana" in welcome["text"]
        assert not [method for method, _ in server.calls if method == "send_message"], "it went as the answer, not as a message"
        chat = town.chat(phone)
        chat.listens()
        await chat.clicks(phone.bubbles()[0].taps[0].title)
        assert chat.said
        assert phone.subscribed
        assert len(phone.welcomes) == 1


async def test_a_welcome_that_was_lost_on_its_way_comes_with_the_repetition() -> None:
    async with open_town("viber") as town:
        phone = town.phone("viber")
        call = {"event": "conversation_started", "timestamp": 1_457_764_197_627, "message_token": 77, "type": "open", "context": ""}
        call |= {"user": {"id": phone.address, "name": "Ana", "language": "en"}, "subscribed": False}
        await phone.starts(call)
        await phone.starts(call)
        first, second = phone.welcomes
        assert first == second
        assert len(await town.rows("SELECT id FROM inbox")) == 1


async def test_a_welcome_that_takes_too_long_waits_and_goes_out_first_when_they_write() -> None:
    door = Door()
    flow = replace(door.flow, name="greeting", intents=("greeting",))
    async with open_town("viber", echo=True, flow=flow, made=hasty) as town:
        phone = town.phone("viber")
        await phone.opens()
        assert phone.welcomes == []
        door.opened.set()
        await town.settled(phone)
        assert phone.bubbles() == []
        assert await town.sends("viber") == {"held": 1}
        await phone.says("n1")
        await town.settled(phone)
        await town.passes(seconds=1)
        assert phone.bubbles()[0].text == "Thank you, the code fits. This is about order  (0 files)."
        assert await town.rows("SELECT id FROM outbox WHERE state = 'held'") == []


# --- WhatsApp's 24 hours --------------------------------------------------------------------------------------------------
async def _promised(talk: Talk, shop: Shop) -> None:
    if talk.known.said == "n1":
        await talk.promise("order-status-promise-packing", talk.now() + timedelta(hours=25), number="1001")
    else:
        await talk.say("link-order", number=talk.known.said)


PROMISED = Flow("order_status", _promised, ("order_status",), "Promises something for tomorrow.")


async def promised(town: Town) -> Any:
    phone = town.phone("whatsapp")
    await phone.says("n1")
    await town.settled(phone)
    assert len(phone.bubbles()) == 1
    return phone


async def test_a_late_promise_is_told_once_in_approved_words_after_the_24_hours() -> None:
    async with open_town("whatsapp", echo=True, flow=PROMISED) as town:
        assert {state.state for state in await sync_templates(town.desk.config.channels.whatsapp)} == {"received"}
        phone = await promised(town)
        for _ in range(3):
            await town.passes(hours=8, minutes=17)
        _, late = phone.bubbles()
        assert late.text.startswith("Hello Ana, this is ")
        server = town.platforms["whatsapp"].server
        assert "ContentSid" in server.messages[-1].fields
        await server.statuses()
        for _ in range(5):
            await town.passes(minutes=5)
        assert len(phone.bubbles()) == 2
        assert (await town.sends("whatsapp")) == {"delivered": 2}
        assert [posted for posted in server.messages if not posted.shown] == [], "nothing was sent to fail"


async def test_without_approved_words_the_late_promise_waits_and_goes_out_first_when_the_customer_writes() -> None:
    async with open_town("whatsapp", echo=True, flow=PROMISED) as town:
        phone = await promised(town)
        for _ in range(3):
            await town.passes(hours=8, minutes=17)
        assert len(phone.bubbles()) == 1
        ((reason,),) = await town.rows("SELECT reason FROM outbox WHERE state = 'held'")
        assert "not approved" in reason
        await phone.says("n2")
        await town.settled(phone)
        await town.passes(seconds=1)
        _, late, answer = phone.bubbles()
        assert "n2" in answer.text
        assert "Hello Ana, this is" not in late.text, "inside the window in its own words"
        assert late.text != answer.text
        assert await town.rows("SELECT id FROM outbox WHERE state = 'held'") == []
