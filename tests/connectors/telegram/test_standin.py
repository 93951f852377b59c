"""The stand-in keeps Telegram's rules, so that what passes here passes there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.standins.phone import Phone
from tests.standins.telegram import TOKEN, TelegramPhone, TelegramServer
from tests.standins.telegram_updates import NotTaken


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer.running(plain_webhooks=False, tries=2) as server:
        TelegramPhone(server, chat=5).chat.blocked = False
        TelegramPhone(server, chat=6).chat.blocked = True
        yield server


async def call(server: TelegramServer, method: str, *, token: str = TOKEN, **fields: Any) -> tuple[int, str]:
    """The status, and the result or the description."""
    async with aiohttp.ClientSession() as session, session.post(f"{server.url}/bot{token}/{method}", json=fields) as answer:
        body = await answer.json()
        return answer.status, json.dumps(body["result"]) if body["ok"] else body["description"]


def keyboard(*buttons: dict[str, str]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


WRONG: list[tuple[str, dict[str, Any], int, str]] = [
    ("sendMessage", {"chat_id": 5}, 400, "message text is empty"),
    ("sendMessage", {"chat_id": 5, "text": " \u200b "}, 400, "text must be non-empty"),
    ("sendMessage", {"chat_id": 5, "text": "x" * 4097}, 400, "message is too long"),
    ("sendMessage", {"chat_id": 5, "text": "🙂" * 2049}, 400, "message is too long"),
    ("sendMessage", {"chat_id": 5, "text": "x", "colour": "red"}, 400, "knows no field colour"),
    ("sendMessage", {"chat_id": 5, "text": "5 < 6", "parse_mode": "HTML"}, 400, "can't parse entities"),
    ("sendMessage", {"chat_id": 5, "text": "<h1>x</h1>", "parse_mode": "HTML"}, 400, "can't parse entities"),
    ("sendMessage", {"chat_id": 5, "text": "<b>x", "parse_mode": "HTML"}, 400, "can't parse entities"),
    ("sendMessage", {"chat_id": 5, "text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]}, 400, "can't parse entities"),
    ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": keyboard({"text": "a", "callback_data": "ж" * 33})}, 400, "BUTTON_DATA"),
    ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": keyboard({"text": " ", "callback_data": "a"})}, 400, "must not be empty"),
    ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": keyboard({"text": "a"})}, 400, "exactly one type"),
    ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": keyboard({"text": "a", "url": "http://localhost/"})}, 400, "BUTTON_URL"),
    (
        "sendMessage",
        {"chat_id": 5, "text": "x", "reply_markup": keyboard(*[{"text": "a", "callback_data": "a"}] * 101)},
        400,
        "markup is too long",
    ),
    ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": {"rows": []}}, 400, "wrong type of reply_markup"),
    ("sendMessage", {"chat_id": 404, "text": "x"}, 400, "chat not found"),
    ("sendMessage", {"chat_id": 6, "text": "x"}, 403, "blocked by the user"),
    ("sendPhoto", {"chat_id": 5, "photo": "no-such-id"}, 400, "wrong file identifier"),
    ("sendPhoto", {"chat_id": 5, "photo": "http://127.0.0.1/a.png"}, 400, "failed to get HTTP URL content"),
    ("sendPhoto", {"chat_id": 5, "photo": "https://cdn.example/a.png", "caption": "x" * 1025}, 400, "caption is too long"),
    ("sendMediaGroup", {"chat_id": 5, "media": [{"type": "photo", "media": "https://cdn.example/a.png"}]}, 400, "2-10 items"),
    ("sendLocation", {"chat_id": 5, "latitude": 91, "longitude": 0}, 400, "wrong latitude"),
    ("answerCallbackQuery", {"callback_query_id": "old"}, 400, "query is too old"),
    ("editMessageReplyMarkup", {"chat_id": 5, "message_id": 999, "reply_markup": keyboard()}, 400, "message to edit not found"),
    ("setWebhook", {"url": "http://shop.example/hook"}, 400, "HTTPS URL must be provided"),
    ("setWebhook", {"url": "https://shop.example:9000/hook"}, 400, "ports 80, 88, 443 or 8443"),
    ("setWebhook", {"url": "https://shop.example/hook", "secret_token": "no spaces"}, 400, "unallowed characters"),
    ("setMyCommands", {"commands": [{"command": "x" * 33, "description": "x"}]}, 400, "command must have 1 to 32"),
    ("getFile", {"file_id": "x"}, 400, "invalid file_id"),
    ("sendNothing", {}, 404, "Not Found"),
]


@pytest.mark.parametrize(("method", "fields", "status", "words"), WRONG, ids=range(len(WRONG)))
async def test_what_breaks_a_rule_is_refused_in_telegrams_words(
    telegram: TelegramServer, method: str, fields: dict[str, Any], status: int, words: str
) -> None:
    found = await call(telegram, method, **fields)
    assert found[0] == status
    assert words in found[1]


async def test_limits_count_after_markup(telegram: TelegramServer) -> None:
    assert (await call(telegram, "sendMessage", chat_id=5, text="<b>" + "&lt;" * 4096 + "</b>", parse_mode="HTML"))[0] == 200


async def test_the_token_opens_everything_and_nothing_opens_without_it(telegram: TelegramServer) -> None:
    assert await call(telegram, "getMe", token="1:x") == (401, "Unauthorized")
    file_id = telegram.new_file(b"x")
    async with aiohttp.ClientSession() as session:
        for token, status in ((TOKEN, 200), ("1:x", 401)):
            async with session.get(f"{telegram.url}/file/bot{token}/files/{file_id}") as answer:
                assert answer.status == status


async def test_a_webhook_and_fetching_exclude_each_other_and_so_do_two_fetches(telegram: TelegramServer) -> None:
    await call(telegram, "setWebhook", url="https://shop.example/hook")
    assert (await call(telegram, "getUpdates"))[0] == 409
    await call(telegram, "deleteWebhook")
    first = asyncio.create_task(call(telegram, "getUpdates", timeout=5))
    while not telegram.made("getUpdates")[1:]:
        await asyncio.sleep(0.002)
    second = asyncio.create_task(call(telegram, "getUpdates", timeout=5))
    assert (await first)[0] == 409
    second.cancel()
    await asyncio.gather(second, return_exceptions=True)


async def test_an_update_stays_until_its_number_is_passed(telegram: TelegramServer) -> None:
    bringing = asyncio.create_task(TelegramPhone(telegram, chat=5).says("hello"))
    _, found = await call(telegram, "getUpdates", timeout=5)
    assert (await call(telegram, "getUpdates", timeout=5))[1] == found
    assert not bringing.done()
    (update,) = json.loads(found)
    assert await call(telegram, "getUpdates", offset=update["update_id"] + 1) == (200, "[]")
    await bringing


async def test_a_webhook_that_does_not_answer_gets_the_update_again_and_then_it_is_said(telegram: TelegramServer) -> None:
    telegram.updates.webhook = {"url": f"{telegram.url}/no/such/page"}
    with pytest.raises(NotTaken):
        await TelegramPhone(telegram, chat=5).says("hello")
    assert telegram.updates.answers == [404, 404]


async def test_an_update_nobody_asked_for_is_not_sent(telegram: TelegramServer) -> None:
    telegram.updates.allowed = ["callback_query"]
    await TelegramPhone(telegram, chat=5).says("hello")


def test_the_phone_is_a_phone(telegram: TelegramServer) -> None:
    phone: Phone = TelegramPhone(telegram)
    assert phone.bubbles() == []
