"""Sending: every way it can fail, parts that go on where they stopped, files, and a token nobody ever reads."""

from __future__ import annotations

import asyncio
import logging
import traceback
from pathlib import Path

import pytest

from bot.connector import SendLater, SendRefused, SendUnknown
from bot.message import Button, Card, Media, Message
from connectors.telegram import channel
from tests.connectors.telegram.shop import PNG, Shop, open_shop, until
from tests.standins.telegram import TOKEN, TelegramServer

HELLO = Message("Hello")
THREE = Message("Choose", cards=(Card("Mug", buttons=(Button("Take it", "q:a"),)), Card("Lamp", buttons=(Button("Take it", "q:b"),))))


def pictured(tmp_path: Path, name: str = "mug.png", content: bytes = PNG) -> Path:
    (tmp_path / name).write_bytes(content)
    return tmp_path


# --- what works --------------------------------------------------------------------------------------------------------------
async def test_a_message_arrives_and_its_ids_come_back() -> None:
    async with open_shop() as shop:
        phone = shop.phone()
        sent = await shop.send(THREE)
        assert [b.text for b in phone.bubbles()] == ["Choose", "Mug", "Lamp"]
        assert sent.platform_ids == tuple(str(m["message_id"]) for m in phone.chat.messages)


async def test_a_send_before_the_start_makes_its_own_client() -> None:
    async with open_shop(started=False) as shop:
        phone = shop.phone()
        await shop.send(HELLO)
        assert [b.text for b in phone.bubbles()] == ["Hello"]


async def test_typing_is_shown_and_never_fails() -> None:
    async with open_shop() as shop:
        phone = shop.phone()
        await shop.channel.typing(phone.address)
        await until(lambda: phone.chat.typing)
        shop.telegram.fail_next("error", method="sendChatAction")
        await shop.channel.typing(phone.address)
        await shop.channel.typing("nobody")


async def test_the_button_that_shares_the_number_goes_away_once_it_has_served() -> None:
    async with open_shop() as shop:
        phone = shop.phone()
        await shop.send(Message("Your number, please", asks_contact=True))
        assert phone.chat.keyboard == ["📱 Share my phone number"]
        await phone.shares_number()
        assert shop.desk.updates[-1].phone == "+38640123456"
        await shop.send(Message("Which?", buttons=(Button("Mug", "q:a"),)))  # has a markup of its own
        assert phone.chat.keyboard
        await shop.send(Message("Thank you"))
        assert phone.chat.keyboard == []
        await shop.send(Message("Bye"))
        assert "reply_markup" not in shop.telegram.made("sendMessage")[-1].fields


async def test_a_number_that_is_typed_takes_the_button_away_too_and_a_person_can_be_forgotten() -> None:
    async with open_shop() as shop:
        phone = shop.phone()
        await shop.send(Message("Your number, please", asks_contact=True))
        await phone.says("+38640123456")
        await shop.channel.forget(phone.address)
        await shop.send(HELLO)
        assert phone.chat.keyboard  # nothing is known of them any more
        await shop.send(Message("Your number, please", asks_contact=True))
        await phone.says("+38640123456")
        await shop.send(HELLO)
        assert phone.chat.keyboard == []


# --- what fails --------------------------------------------------------------------------------------------------------------
LATER = [("rate", "rate", 7.0), ("error", "server", 5.0), ("html", "server", 5.0), ("token", "token", 300.0)]


@pytest.mark.parametrize(("kind", "code", "seconds"), LATER)
async def test_what_passes_is_tried_later(kind: str, code: str, seconds: float) -> None:
    async with open_shop() as shop:
        shop.phone()
        shop.telegram.fail_next(kind, method="sendMessage")
        with pytest.raises(SendLater) as later:
            await shop.send(HELLO)
        assert (later.value.code, later.value.seconds, later.value.platform_ids) == (code, seconds, ())


async def test_a_server_that_is_down_is_tried_later() -> None:
    async with open_shop() as shop:
        await shop.telegram.close()
        with pytest.raises(SendLater) as later:
            await shop.send(HELLO)
        assert later.value.code == "unreachable"


@pytest.mark.parametrize("kind", ["hang", "drop", "garbage"])
async def test_a_message_without_an_answer_is_unknown_and_sent_once(kind: str) -> None:
    async with open_shop(timeout=0.4) as shop:
        shop.phone()
        shop.telegram.fail_next(kind, seconds=0.6, method="sendMessage")
        with pytest.raises(SendUnknown):
            await shop.send(HELLO)
        assert len(shop.telegram.made("sendMessage")) == 1


@pytest.mark.parametrize(
    ("kind", "code", "closes"),
    [("blocked", "blocked", True), ("migrated", "migrated", True), ("refused", "400", False), ("large", "400", False)],
)
async def test_what_never_works_is_refused(kind: str, code: str, closes: bool) -> None:
    async with open_shop() as shop:
        shop.phone()
        shop.telegram.fail_next(kind, method="sendMessage")
        with pytest.raises(SendRefused) as refused:
            await shop.send(HELLO)
        assert (refused.value.code, refused.value.closes_channel) == (code, closes)


@pytest.mark.parametrize("address", ["404", "", "ana", "12x", "9" * 30, "٣"])
async def test_a_chat_that_does_not_exist_is_refused_and_closed(address: str) -> None:
    async with open_shop() as shop:
        with pytest.raises(SendRefused) as refused:
            await shop.send(HELLO, address=address)
        assert (refused.value.code, refused.value.closes_channel) == ("chat_not_found", True)


async def test_a_customer_who_blocked_us_and_came_back_is_reached_again() -> None:
    async with open_shop() as shop:
        phone = shop.phone()
        await phone.blocks()
        with pytest.raises(SendRefused, match="blocked the bot"):
            await shop.send(HELLO)
        await phone.unblocks()
        assert (await shop.send(HELLO)).platform_ids
        assert [u.kind.value for u in shop.desk.updates] == ["left", "start"]


async def test_a_refused_token_is_a_fault_until_a_call_works() -> None:
    async with open_shop() as shop:
        shop.phone()
        shop.telegram.fail_next("token", method="sendMessage")
        with pytest.raises(SendLater):
            await shop.send(HELLO)
        assert "BotFather" in (shop.channel.fault or "")
        await shop.send(HELLO)
        assert shop.channel.fault is None


async def test_markup_telegram_cannot_read_is_left_out_and_the_words_arrive() -> None:
    async with open_shop() as shop:
        phone = shop.phone()
        shop.telegram.fail_next("markup", method="sendMessage")
        await shop.send(Message(cards=(Card("Mug", "12 €"),)))
        assert [b.text for b in phone.bubbles()] == ["Mug\n12 €"]
        assert "entities" not in shop.telegram.made("sendMessage")[-1].fields


async def test_a_pace_too_fast_is_slowed_down() -> None:
    async with open_shop(pace=(1, 60.0)) as shop:
        shop.phone()
        await shop.send(HELLO)
        with pytest.raises(SendLater) as later:
            await shop.send(HELLO)
        assert later.value.seconds == 1.0


# --- parts -------------------------------------------------------------------------------------------------------------------
async def test_parts_that_went_out_are_named_and_the_next_try_goes_on_after_them() -> None:
    async with open_shop() as shop:
        phone = shop.phone()
        shop.telegram.fail_next("rate", method="sendMessage", after=2)
        with pytest.raises(SendLater) as later:
            await shop.send(THREE)
        assert len(later.value.platform_ids) == 2
        sent = await shop.send(THREE, parts=2)
        assert len(sent.platform_ids) == 1
        assert [b.text for b in phone.bubbles()] == ["Choose", "Mug", "Lamp"]


async def test_a_message_that_takes_long_is_continued_by_the_next_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "LAST_START", -1.0)  # every part is one too late
    async with open_shop() as shop:
        phone = shop.phone()
        done = 0
        for _ in range(2):
            with pytest.raises(SendLater) as later:
                await shop.send(THREE, parts=done)
            assert (later.value.code, len(later.value.platform_ids)) == ("continues", 1)
            done += 1
        await shop.send(THREE, parts=done)
        assert [b.text for b in phone.bubbles()] == ["Choose", "Mug", "Lamp"]


async def test_an_album_is_one_part_with_one_id(tmp_path: Path) -> None:
    folder = pictured(tmp_path)
    async with open_shop(local_file=lambda path: folder / path[1:]) as shop:
        phone = shop.phone()
        sent = await shop.send(Message("Ours", media=(Media("image", "/mug.png", "One"), Media("image", "/mug.png", "Two"))))
        assert len(sent.platform_ids) == 2
        assert [(b.text, b.pictures) for b in phone.bubbles()] == [("One\nTwo", 2), ("Ours", 0)]


# --- pictures and files ------------------------------------------------------------------------------------------------------
MUG = Message("A mug", media=(Media("image", "/mug.png", "Blue"),))


def uploads(telegram: TelegramServer, method: str = "sendPhoto") -> list[int]:
    return [len(call.uploads) for call in telegram.made(method)]


async def test_a_picture_is_uploaded_once_and_again_when_it_changes(tmp_path: Path) -> None:
    folder = pictured(tmp_path)
    async with open_shop(local_file=lambda path: folder / path[1:]) as shop:
        phone = shop.phone()
        for _ in range(2):
            await shop.send(MUG)
        pictured(tmp_path, content=PNG + b"new")
        (tmp_path / "mug.png").touch()
        await shop.send(MUG)
        assert uploads(shop.telegram) == [1, 0, 1]
        assert [(b.text, b.pictures) for b in phone.bubbles()] == [("A mug", 1)] * 3


async def test_an_id_telegram_has_forgotten_costs_the_picture_once(tmp_path: Path) -> None:
    folder = pictured(tmp_path)
    async with open_shop(local_file=lambda path: folder / path[1:]) as shop:
        phone = shop.phone()
        await shop.send(MUG)
        shop.telegram.files.clear()
        await shop.send(MUG)
        await shop.send(MUG)
        assert [b.pictures for b in phone.bubbles()] == [1, 0, 1]
        assert [b.text for b in phone.bubbles()] == ["A mug"] * 3


@pytest.mark.parametrize("content", [b"no picture", PNG + bytes(10 * 1024 * 1024)], ids=["broken", "too large"])
async def test_a_picture_telegram_does_not_take_leaves_words_and_buttons(tmp_path: Path, content: bytes) -> None:
    folder = pictured(tmp_path, content=content)
    async with open_shop(local_file=lambda path: folder / path[1:]) as shop:
        phone = shop.phone()
        await shop.send(Message("A mug", (Button("Take it", "q:a"),), media=MUG.media))
        (bubble,) = phone.bubbles()
        assert (bubble.text, [t.data for t in bubble.taps], bubble.pictures) == ("A mug", ["q:a"], 0)


async def test_a_picture_elsewhere_is_sent_by_its_address() -> None:
    async with open_shop() as shop:
        shop.phone()
        await shop.send(Message(media=(Media("image", "https://cdn.example/mug.png", "Blue"),)))
        assert shop.telegram.made("sendPhoto")[0].fields["photo"] == "https://cdn.example/mug.png"


async def test_a_document_goes_with_its_name(tmp_path: Path) -> None:
    folder = pictured(tmp_path, "label.pdf", b"%PDF-1.7")
    async with open_shop(local_file=lambda path: folder / path[1:]) as shop:
        phone = shop.phone()
        await shop.send(Message(media=(Media("file", "/label.pdf", "Your label", "Label 1002.pdf"),)))
        assert shop.telegram.made("sendDocument")[0].fields["document"].name == "Label 1002.pdf"
        assert phone.bubbles()[0].text == "Your label"


async def test_a_file_of_a_customer_is_fetched_in_pieces() -> None:
    async with open_shop() as shop:
        source = shop.telegram.new_file(b"x" * 200_000)
        pieces = [piece async for piece in shop.channel.fetch(source)]
        assert (b"".join(pieces), len(pieces) > 1) == (b"x" * 200_000, True)


@pytest.mark.parametrize(("size", "code"), [(None, "gone"), (20 * 1024 * 1024 + 1, "gone")], ids=["unknown", "too large"])
async def test_a_file_that_cannot_be_had_is_refused(size: int | None, code: str) -> None:
    async with open_shop() as shop:
        source = "nothing" if size is None else shop.telegram.new_file(bytes(size))
        with pytest.raises(SendRefused) as refused:
            _ = [piece async for piece in shop.channel.fetch(source)]
        assert refused.value.code == code


@pytest.mark.parametrize("kind", ["rate", "error", "hang", "token"])
async def test_a_file_that_cannot_be_had_now_is_fetched_later(kind: str) -> None:
    async with open_shop(timeout=0.5) as shop:
        shop.telegram.fail_next(kind, seconds=0.8, method="getFile")
        with pytest.raises(SendLater):
            _ = [piece async for piece in shop.channel.fetch(shop.telegram.new_file(b"x"))]


# --- the token ---------------------------------------------------------------------------------------------------------------
async def _every_failure(shop: Shop) -> list[BaseException]:
    shop.phone()
    raised: list[BaseException] = []
    for kind in ("rate", "error", "html", "garbage", "token", "blocked", "refused", "hang", "drop", "down"):
        if kind == "down":
            await shop.telegram.close()
        else:
            shop.telegram.fail_next(kind, seconds=0.6, method="sendMessage")
        try:
            await shop.send(HELLO)
        except (SendLater, SendRefused, SendUnknown) as error:
            raised.append(error)
    return raised


async def test_the_token_is_in_no_error_no_fault_and_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore"):
        caplog.set_level(logging.DEBUG, logger=name)
    async with open_shop(timeout=0.4) as shop:
        raised = await _every_failure(shop)
        fault = shop.channel.fault or ""
    logged = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("aiohttp"))  # the stand-in's own
    assert len(raised) == 10
    told = "".join("".join(traceback.format_exception(error)) + repr(error) for error in raised) + fault + logged
    assert TOKEN.partition(":")[2] not in told
    assert "Hello" not in logged
    assert all(error.__context__ is None or TOKEN not in repr(error.__context__) for error in raised)


async def test_thirty_two_messages_go_side_by_side() -> None:
    async with open_shop() as shop:
        phones = [shop.phone(chat=n) for n in range(1, 33)]
        shop.telegram.fail_next("hang", times=32, seconds=0.2, method="sendMessage")
        async with asyncio.timeout(1.5):
            await asyncio.gather(*(shop.send(HELLO, address=phone.address) for phone in phones))
        assert all(len(phone.bubbles()) == 1 for phone in phones)
