"""Whatever is typed, pasted or fired at the desk gets a sensible reply or a clear refusal, and the conversation is usable afterwards.

Through the whole path, with the shop's own flows, wording and understanding.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.connector import Busy
from bot.store import upkeep
from bot.store.values import micros
from bot.update import Attachment, Update, UpdateKind
from tests.chat import NOON, Chat, chatting

pytestmark = pytest.mark.timeout(300)  # the first one may have to train the model

BAD = {
    "64 KiB": "x" * 65_536,
    "64 KiB of words": "where is my parcel " * 3_450,
    "64 KiB of Cyrillic": "чайник " * 9_362,
    "64 KiB of lines": "a\n" * 32_768,
    "a megabyte of digits": "1" * 1_000_000,
    "nothing": "",
    "blanks": "   \n\t  ",
    "only emoji": "🙂🙃🫠👩‍👩‍👧‍👦🏳️‍🌈",
    "one emoji": "👍",
    "right to left": "\u202eקומקום\u202c \u200f\u061c",
    "Arabic": "أين طلبي",
    "Chinese": "我的订单在哪里",
    "NUL bytes": "\x00\x00where\x00is\x00",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x9f",
    "zero width": "\u200b\u200c\u200d\ufeff\u2060",
    "stacked accents": "z" + "\u0301" * 5_000,
    "half an emoji": "hi \ud83d",
    "SQL": "'; DROP TABLE inbox; -- \" OR 1=1 /* */",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;",
    "Fluent": "{ $name } { -brand } { greeting } { NUMBER(1) } {",
    "Jinja": "{{ 7*7 }}{% for x in y %}{# #}{{ config }}",
    "format strings": "%s%n%d {0} {name!r} ${HOME} $(id) `id`",
    "Markdown": "*bold* _it_ [x](javascript:alert(1)) ```code```",
    "our own payload": "q:go:human",
    "a payload of another run": "q:1.1:aaaaaaaaaaaa:yes",
    "JSON": '{"text": null, "a": [1, 2',
    "a path": "../../../../etc/passwd",
    "a very long number": "9" * 400,
    "a very long word": "w" * 3_000 + "@" + "w" * 3_000 + ".com",
    "many numbers": " ".join(str(n) for n in range(3_000)),
    "many e-mails": " ".join(f"a{n}@example.com" for n in range(500)),
    "newlines": "\r\n\r\r\n\u2028\u2029",
}


async def usable(chat: Chat) -> None:
    """A plain matter still goes from its beginning to an answer."""
    await chat.says("/cancel")
    await chat.says("Where is my order 1002?")
    if "e-mail or phone" not in chat.said:
        await chat.says("Where is my order 1002?")
    chat.hears("e-mail or phone")
    await chat.says("ana.novak@example.com")
    chat.hears("order 1002 is late")


async def endings(chat: Chat) -> dict[str, int]:
    found: dict[str, int] = await chat.desk.store.read(upkeep.balance)
    return found


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
async def test_as_the_first_words(text: str) -> None:
    async with chatting() as chat:
        said = await chat.says(text)
        assert said, "somebody who writes is answered"
        assert all(0 < len(m.text) < 2_000 for m in said)
        assert "49" not in chat.said or "7*7" not in text, "nothing a customer writes is worked out"
        await usable(chat)
        assert set(await endings(chat)) <= {"answered", "handed", "ignored"}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
async def test_in_the_middle_of_a_question(text: str) -> None:
    async with chatting() as chat:
        await chat.says("Where is my order?")
        said = await chat.says(text)
        assert said, "somebody who writes is answered"
        assert all(0 < len(m.text) < 2_500 for m in said)
        await usable(chat)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
async def test_as_the_customers_name(text: str) -> None:
    async with chatting(name=text) as chat:
        await chat.says("hello")
        assert chat.heard
        assert all(len(m.text) < 2_000 for m in chat.heard)
        await usable(chat)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
async def test_as_a_buttons_payload(text: str) -> None:
    async with chatting() as chat:
        await chat.says("hello")
        update = replace(chat._update(UpdateKind.BUTTON, text), payload=text)
        await chat.sends(update)
        await usable(chat)
        assert set(await endings(chat)) <= {"answered", "handed", "ignored"}


@pytest.mark.parametrize("text", ["{ $name } {{ 7*7 }} <b>", "'; DROP TABLE cases; --", "\x00\u202e🙂", "x" * 65_536])
async def test_as_the_story_told_to_a_colleague_it_arrives_as_it_was(text: str) -> None:
    async with chatting() as chat:
        await chat.says("I want to talk to a human")
        story = f"The display of my kettle reads {text}"
        await chat.says(story)
        assert "colleague" in chat.said
        [(summary,)] = await chat.desk.store.read(lambda db: db.execute("SELECT summary FROM cases").fetchall())
        told = json.loads(summary)["answers"]["ask:human-about#0"]
        assert told == story[:2_000], "a person reads what was written, up to a page of it"
        await usable(chat)


async def test_a_locale_a_file_and_a_phone_nobody_expects() -> None:
    async with chatting() as chat:
        odd = Attachment("image", "javascript:alert(1)", "../" * 50, "text/html", -1)
        update = replace(chat._update(UpdateKind.MEDIA, "look"), locale="xx-\x00", attachments=(odd,) * 50, phone="not a phone")
        assert await chat.sends(update)
        await usable(chat)


@pytest.mark.parametrize("kind", list(UpdateKind))
async def test_every_kind_of_update_with_nothing_in_it(kind: UpdateKind) -> None:
    async with chatting() as chat:
        await chat.sends(chat._update(kind, ""))
        await usable(chat)
        assert set(await endings(chat)) <= {"answered", "handed", "ignored"}


async def test_updates_from_the_past_and_the_future() -> None:
    async with chatting() as chat:
        for days in (-10_000, 10_000):
            await chat.sends(replace(chat._update(UpdateKind.TEXT, "hello"), sent_at=NOON + timedelta(days=days)))
            assert chat.heard
        await usable(chat)


async def test_a_thousand_messages_at_once_from_one_sender() -> None:
    """Some are refused with a clear word, the rest is one or a few sensible replies; another customer is answered meanwhile."""
    async with chatting() as chat:
        desk = chat.desk.reception

        async def fire(n: int) -> int:
            update = Update("test", f"flood:{n}", "flood", UpdateKind.TEXT, chat.clock(), f"hello {n}", locale="en")
            return await desk.accept([update])

        flood = asyncio.gather(*(fire(n) for n in range(1_000)), return_exceptions=True)
        await asyncio.sleep(0)
        await chat.says("Where is my order 1002?")
        chat.hears("e-mail or phone")
        answers = await flood
        refused = sum(isinstance(a, Busy) for a in answers)
        assert refused + sum(a == 1 for a in answers) == 1_000, "taken or refused, nothing else"
        assert refused >= 500
        await desk.settled("test", "flood", timeout=30)
        replies = [d for d in chat.mailbox.sent if d.address == "flood"]
        assert 1 <= len(replies) <= 6
        flooding = Chat(chat.desk, chat.mailbox, chat.clock, "flood", count=5_000)
        flooding.listens()
        await usable(flooding)
        stuck = await chat.desk.store.read(lambda db: upkeep.stuck(db, micros(chat.clock())))
        assert stuck == []


async def test_the_same_thousand_updates_again_change_nothing() -> None:
    async with chatting() as chat:
        updates = [Update("test", f"again:{n}", "again", UpdateKind.TEXT, chat.clock(), "hello") for n in range(100)]
        assert await chat.desk.reception.accept(updates) == 100
        await chat.desk.reception.settled("test", "again", timeout=30)
        said = len(chat.mailbox.sent)
        for _ in range(10):
            assert await chat.desk.reception.accept(updates) == 0
        await chat.desk.reception.settled("test", "again", timeout=30)
        assert len(chat.mailbox.sent) == said
