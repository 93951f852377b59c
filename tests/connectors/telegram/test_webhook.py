"""The webhook under attack, and when the store is busy or broken."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import aiohttp
import pytest

from bot.update import Update, UpdateKind
from connectors.telegram.webhook import HEADER, PATH
from tests.connectors.fake_desk import FakeDesk
from tests.connectors.telegram.shop import SECRET, Shop, open_shop, until

UPDATE = {"update_id": 5, "message": {"message_id": 1, "date": 1, "chat": {"id": 9, "type": "private"}, "text": "hello"}}
BODY = json.dumps(UPDATE).encode()


async def post(shop: Shop, body: bytes = BODY, *, secret: str | None = SECRET, method: str = "POST", kind: str = "application/json") -> int:
    given = {"Content-Type": kind} | ({HEADER: secret} if secret is not None else {})
    async with aiohttp.ClientSession() as session, session.request(method, shop.url + PATH, data=BytesIO(body), headers=given) as answer:
        return answer.status


async def test_the_right_secret_is_taken_and_the_update_stored() -> None:
    async with open_shop(started=False) as shop:
        assert await post(shop) == 200
        assert [u.text for u in shop.desk.updates] == ["hello"]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], SECRET.upper(), "š"])
async def test_without_the_secret_nothing_is_stored(secret: str | None) -> None:
    async with open_shop(started=False) as shop:
        assert await post(shop, secret=secret) == 403
        assert await post(shop, b"x" * 2_000_000, secret=secret) == 403
        assert shop.desk.updates == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"hello",
        b"[]",
        b'"x"',
        b"{}",
        b"null",
        BODY[:-5],
        b'{"update_id": "5"}',
        b'{"update_id": true}',
        b'{"update_id": 5.5}',
        b"[" * 100_000,
        b"update_id=5&text=x",
    ],
    ids=range(13),
)
async def test_what_is_no_update_is_a_bad_request_and_nothing_is_stored(body: bytes) -> None:
    async with open_shop(started=False) as shop:
        assert await post(shop, body) == 400
        assert shop.desk.updates == []


async def test_what_is_larger_than_any_update_is_refused() -> None:
    async with open_shop(started=False) as shop:
        assert await post(shop, BODY + b" " * (1024 * 1024)) == 413
        assert shop.desk.updates == []


async def test_another_method_is_refused_and_the_content_type_is_not_trusted() -> None:
    async with open_shop(started=False) as shop:
        assert await post(shop, method="GET") == 405
        assert await post(shop, method="PUT") == 405
        assert await post(shop, b"update_id=5") == 400
        assert shop.desk.updates == []
        assert await post(shop, kind="text/plain") == 200  # the body is what counts


async def test_the_same_update_again_is_one_update() -> None:
    async with open_shop() as shop:
        phone = shop.phone()
        await phone.says("hello")
        await shop.telegram.updates.again(phone.last)
        assert [u.text for u in shop.desk.updates] == ["hello"]
        assert shop.telegram.updates.answers == [200, 200]


async def test_a_kind_nobody_knows_is_stored_with_its_reason() -> None:
    async with open_shop(started=False) as shop:
        assert await post(shop, b'{"update_id": 1, "hologram": {"text": "x"}}') == 200
        assert [(u.kind, u.payload) for u in shop.desk.updates] == [(UpdateKind.OTHER, "an unknown kind of update: hologram")]


async def test_a_sender_that_floods_is_asked_to_slow_down() -> None:
    async with open_shop(started=False) as shop:
        shop.desk.busy = 2.5
        given = {HEADER: SECRET}
        async with aiohttp.ClientSession() as session, session.post(shop.url + PATH, data=BODY, headers=given) as answer:
            assert (answer.status, answer.headers["Retry-After"]) == (429, "3")


class BrokenDesk(FakeDesk):
    """Its store fails the first time."""

    broken = True

    async def accept(self, updates: Sequence[Update]) -> int:
        if self.broken:
            self.broken = False
            raise OSError("the disk is full")
        return await super().accept(updates)


@pytest.mark.parametrize("webhook", [True, False], ids=["webhook", "polling"])
async def test_an_update_that_could_not_be_stored_is_brought_again(webhook: bool) -> None:
    async with open_shop(desk=BrokenDesk(), webhook=webhook) as shop:
        await shop.phone().says("hello")
        assert [u.text for u in shop.desk.updates] == ["hello"]
        assert shop.telegram.updates.answers == ([503, 200] if webhook else [])


# --- what the customer sees of a press ---------------------------------------------------------------------------------------
def choices(_: Update) -> Sequence[Any]:
    from bot.message import Button, Message

    return (Message("Which?", buttons=(Button("Mug", "q:a"), Button("Lamp", "q:b"))),)


async def test_a_press_is_answered_and_marked_and_the_other_options_go_on_working() -> None:
    async with open_shop(bot=choices) as shop:
        phone = shop.phone()
        await phone.says("hi")
        await until(phone.bubbles)
        first = phone.chat.messages[-1]
        shop.desk.bot = lambda _: ()
        await phone.taps(phone.bubbles()[0].taps[1])
        await until(lambda: [t.title for t in phone.bubbles()[0].taps] == ["Mug", "✓ Lamp"])
        await phone.taps(phone.bubbles()[0].taps[0])
        await until(lambda: [t.title for t in phone.bubbles()[0].taps] == ["✓ Mug", "Lamp"])
        await until(lambda: len(shop.telegram.answered) == 2)
        assert [(u.payload, u.text) for u in shop.desk.updates[1:]] == [("q:b", "Lamp"), ("q:a", "Mug")]
        assert first["text"] == "Which?"


async def test_the_option_marked_already_is_not_marked_again() -> None:
    async with open_shop(bot=choices) as shop:
        phone = shop.phone()
        await phone.says("hi")
        await until(phone.bubbles)
        shop.desk.bot = lambda _: ()
        for _ in range(2):
            await phone.taps(phone.bubbles()[0].taps[1])
            await until(lambda: phone.bubbles()[0].taps[1].title == "✓ Lamp")
        await until(lambda: len(shop.telegram.answered) == 2)
        assert len(shop.telegram.made("editMessageReplyMarkup")) == 1


async def test_the_answer_to_a_press_neither_delays_the_200_nor_breaks_anything() -> None:
    async with open_shop(bot=choices) as shop:
        phone = shop.phone()
        await phone.says("hi")
        await until(phone.bubbles)
        shop.desk.bot = lambda _: ()
        shop.telegram.fail_next("hang", seconds=1.0, method="answerCallbackQuery")
        shop.telegram.fail_next("refused", method="editMessageReplyMarkup")
        async with asyncio.timeout(0.8):
            await phone.taps(phone.bubbles()[0].taps[0])
        assert shop.desk.updates[-1].payload == "q:a"
        assert shop.channel.fault is None
