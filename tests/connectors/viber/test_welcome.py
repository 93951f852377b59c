"""Somebody opens the chat: the one message they may get before they write, and what comes after it."""

from __future__ import annotations

import asyncio

import pytest

from bot.connector import Delivery, SendHeld
from bot.message import Button, Card, Media, Message
from bot.update import UpdateKind
from tests.connectors.viber.conftest import House, Open
from tests.standins.viber_rules import Json, encode

HELLO = Message("Hello! How can we help?", buttons=(Button("My order", "q:go:order"), Button("Returns", "q:go:return")))


async def test_the_greeting_is_the_answer_to_the_call_and_can_be_tapped(house: House) -> None:
    house.desk.bot = lambda update: (HELLO,) if update.kind is UpdateKind.START else ()
    phone = house.viber.phone()
    await phone.opens("viber://pa?chatURI=frontdesk&context=abc")
    (bubble,) = phone.bubbles()
    assert bubble.text == "Hello! How can we help?"
    assert [tap.title for tap in bubble.taps] == ["My order", "Returns"]
    assert [method for method, _ in house.viber.calls] == ["get_account_info", "set_webhook"]
    await phone.taps(bubble.taps[1])
    start, press = house.desk.updates
    assert (start.kind, start.payload) == (UpdateKind.START, "abc")
    assert (press.kind, press.payload) == (UpdateKind.BUTTON, "q:go:return")
    assert phone.said == [], "a payload does not stand in the chat"


async def test_several_messages_are_one_welcome_with_every_word_and_option(house: House) -> None:
    picture = Media("image", "/shop/pictures/KET-17.png", alt="a steel kettle")
    said = (
        Message("Hello!"),
        Message("This week:", cards=(Card("Kettle", "1.7 l", picture, (Button("Show it", "q:go:kettle"),)),)),
        HELLO,
    )
    house.desk.bot = lambda update: said if update.kind is UpdateKind.START else ()
    phone = house.viber.phone()
    await phone.opens()
    (bubble,) = phone.bubbles()
    assert bubble.text == "Hello!\n\nThis week:\nKettle\n1.7 l\n\n1. Show it\n\nHello! How can we help?"
    assert [tap.data for tap in bubble.taps] == ["q:go:order", "q:go:return"]
    assert house.desk.undelivered == []


async def test_one_picture_is_a_welcome_with_a_picture(house: House) -> None:
    house.desk.bot = lambda _: (Message(media=(Media("image", "/shop/pictures/KET-17.png", alt="our kettle"),)),)
    phone = house.viber.phone()
    await phone.opens()
    assert [(b.text, b.pictures) for b in phone.bubbles()] == [("our kettle", 1)]


async def test_what_does_not_fit_the_welcome_is_held_until_they_write(house: House) -> None:
    house.desk.bot = lambda update: (HELLO, Message("x" * 6990)) if update.kind is UpdateKind.START else ()
    phone = house.viber.phone()
    await phone.opens()
    assert [b.text for b in phone.bubbles()] == ["Hello! How can we help?"]
    ((delivery, error),) = house.desk.undelivered
    assert isinstance(error, SendHeld)
    assert (error.code, delivery.message.text[:3]) == ("not_subscribed", "xxx")


async def test_a_turn_that_takes_too_long_leaves_the_answer_empty_and_is_held(build: Open) -> None:
    house: House = await build(welcome_timeout=0.02)
    await house.channel.start()
    house.desk.bot, house.desk.pause = lambda update: (HELLO,) if update.kind is UpdateKind.START else (), 0.06
    phone = house.viber.phone()
    await phone.opens()
    assert phone.bubbles() == []
    await house.desk.settled("viber", phone.address, timeout=1)
    assert [error.code for _, error in house.desk.undelivered if isinstance(error, SendHeld)] == ["not_subscribed"]
    await phone.says("Hello?")
    await house.channel.send(house.desk.undelivered[0][0])
    assert [b.text for b in phone.bubbles()] == ["Hello! How can we help?"]


async def test_a_silent_bot_answers_nothing(house: House) -> None:
    phone = house.viber.phone()
    await phone.opens()
    assert phone.welcomes == []
    assert [u.kind for u in house.desk.updates] == [UpdateKind.START]


async def test_somebody_who_is_subscribed_is_answered_by_an_ordinary_message(house: House) -> None:
    house.desk.bot = lambda _: (HELLO,)
    phone = house.viber.phone()
    phone.subscribed = True
    await phone.opens()
    await house.desk.settled("viber", phone.address, timeout=1)
    assert phone.welcomes == []
    assert [b.text for b in phone.bubbles()] == ["Hello! How can we help?"]


async def test_a_repeated_call_gets_the_answer_that_was_lost(house: House) -> None:
    house.desk.bot = lambda update: (HELLO,) if update.kind is UpdateKind.START else ()
    phone = house.viber.phone()
    call: Json = {"event": "conversation_started", "timestamp": 5, "message_token": 77, "user": {"id": phone.address}, "subscribed": False}
    first, again = await house.viber.post(call), await house.viber.post(call)
    assert first == again
    assert b"How can we help?" in first[1]
    assert len(house.desk.updates) == 1
    await phone.says("Thanks")
    assert (await house.viber.post(call))[1] == b"", "who has written needs no welcome"


async def test_two_calls_at_once_make_one_welcome(house: House) -> None:
    house.desk.bot, house.desk.pause = lambda _: (HELLO,), 0.02
    call: Json = {"event": "conversation_started", "timestamp": 5, "message_token": 77, "user": {"id": "A="}}
    answers = await asyncio.gather(house.viber.post(call), house.viber.post(call))
    assert sorted(len(body) > 0 for _, body in answers) == [False, True]


async def test_a_start_that_cannot_be_stored_leaves_no_open_slot(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> int:
        raise OSError("disk full")

    call = encode({"event": "conversation_started", "timestamp": 5, "message_token": 77, "user": {"id": "A="}})
    with monkeypatch.context() as patch:
        patch.setattr(house.desk, "accept", broken)
        assert (await house.viber.post_raw(house.url, call, house.viber.signature(call)))[0] == 503
    house.viber.phone(address="A=")
    with pytest.raises(SendHeld):
        await house.channel.send(Delivery(1, "viber", "A=", HELLO))


async def test_without_words_the_keyboard_of_a_welcome_has_some(house: House) -> None:
    house.desk.bot = lambda _: (Message(buttons=HELLO.buttons, language="sl"), Message(asks_contact=True, language="sl"))
    phone = house.viber.phone()
    await phone.opens()
    (bubble,) = phone.bubbles()
    assert bubble.text == "Prosimo, izberite:"
    assert [tap.title for tap in bubble.taps] == ["My order", "Returns", "Pošlji mojo številko"]
