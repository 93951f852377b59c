"""Sending inside the window: what arrives, what a failure becomes, and that no secret or number ever shows."""

from __future__ import annotations

import asyncio
import logging
import traceback
from typing import Any

import pytest
import structlog

from bot.connector import Delivery, SendHeld, SendLater, SendRefused, SendUnknown
from bot.message import Button, Card, Location, Media, Message
from bot.update import UpdateKind
from connectors.whatsapp.codes import CLOSES, REASONS
from tests.connectors.whatsapp.conftest import ANA, PUBLIC, Opened, World
from tests.standins.phone import Bubble, Tap
from tests.standins.twilio import TOKEN

HELLO = Message("Hello")
MENU = Message("Which one?", tuple(Button(f"Option {n}", f"q:r:1:{n}") for n in range(1, 5)))
YES_NO = Message("Is that right?", (Button("Yes", "q:r:1:yes"), Button("No", "q:r:1:no")))
TWO = Message("Here:", cards=(Card("A", "", Media("image", "/shop/pictures/KET-17-1.png")), Card("B")), buttons=YES_NO.buttons)


@pytest.fixture
async def inside(world: World) -> World:
    world.is_in_the_window()
    return world


async def test_words_arrive_and_the_status_names_our_message(inside: World) -> None:
    sent = await inside.send(HELLO, number=41)
    (posted,) = inside.twilio.messages
    assert sent.platform_ids == (posted.sid,)
    assert posted.fields["StatusCallback"] == f"{PUBLIC}/webhooks/whatsapp/status?message=41&part=0"
    assert inside.twilio.phone(ANA).bubbles() == [Bubble("Hello")]


async def test_a_customer_writes_and_is_answered_with_buttons_that_can_be_pressed(world: World) -> None:
    phone = world.twilio.phone(ANA)
    await phone.opens()
    await phone.says("I want to return something")
    await world.send(YES_NO)
    await world.send(MENU)
    assert phone.bubbles()[0] == Bubble("Is that right?", (Tap("Yes", "q:r:1:yes"), Tap("No", "q:r:1:no")))
    assert [tap.title for tap in phone.bubbles()[1].taps] == ["Option 1", "Option 2", "Option 3", "Option 4"]
    await phone.taps(phone.bubbles()[0].taps[1])
    await phone.taps(phone.bubbles()[1].taps[2])
    pressed = world.desk.updates[1:]
    assert [(u.kind, u.payload, u.text) for u in pressed] == [
        (UpdateKind.BUTTON, "q:r:1:no", "No"),
        (UpdateKind.BUTTON, "q:r:1:3", "Option 3"),
    ]
    assert pressed[0].name == "Ana"


async def test_one_resource_is_made_for_a_shape_and_found_again(inside: World, opened: Opened) -> None:
    await asyncio.gather(*(inside.send(MENU, number=n) for n in range(5)))
    assert [c["friendly_name"] for c in inside.twilio.contents.values()] == ["frontdesk_list_4_v1"]
    async with opened() as restarted:
        restarted.is_in_the_window()
        await restarted.send(MENU)
    assert len(inside.twilio.contents) == 1
    assert len(inside.twilio.phone(ANA).bubbles()) == 6


async def test_a_directory_of_many_pages_is_read_to_its_end(inside: World) -> None:
    for n in range(450):
        inside.twilio.add_content(f"other_{n}", "en", {"twilio/text": {"body": "x"}}, {})
    inside.twilio.add_content("frontdesk_list_4_v1", "en", {"twilio/text": {"body": "found {{1}}"}}, {"1": "x"})
    await inside.send(MENU)
    assert inside.twilio.phone(ANA).bubbles()[0].text == "found Which one?"


async def test_pictures_places_and_menus_all_keep_twilios_rules(inside: World) -> None:
    picture = Media("image", "/shop/pictures/KET-17-1.png", "A kettle")
    rich = Message("Text & <words> 'all'", MENU.buttons, (Card("A", "b", picture),), (picture,), Location(46.05, 14.5, "Shop"))
    await inside.send(rich)
    assert inside.twilio.broken == []
    bubbles = inside.twilio.phone(ANA).bubbles()
    assert [b.pictures for b in bubbles] == [1, 1, 0, 0]
    assert bubbles[2].text.endswith("geo:46.050000,14.500000|Shop")


@pytest.mark.parametrize("code", [21656, 63013, 63021, 99999])
async def test_a_refused_menu_arrives_as_numbered_text(inside: World, code: int) -> None:
    inside.twilio.fail_next("Messages", status=400, code=code)
    sent = await inside.send(MENU)
    assert len(sent.platform_ids) == 1
    assert inside.twilio.phone(ANA).bubbles() == [Bubble("Which one?\n1. Option 1\n2. Option 2\n3. Option 3\n4. Option 4")]


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 403}, {"drop": True}, {"hang": 3.0}, {"status": 429, "code": 20429}])
async def test_menus_without_a_resource_are_numbered_text(opened: Opened, fault: dict[str, Any]) -> None:
    async with opened(patience=0.1) as world:
        world.is_in_the_window()
        world.twilio.fail_next("/v1/", times=3, **fault)
        await world.send(MENU)
        assert world.twilio.phone(ANA).bubbles()[0].text.endswith("4. Option 4")


async def test_a_menu_refused_after_it_was_taken_makes_later_ones_text(inside: World) -> None:
    await inside.send(MENU)
    await inside.twilio.status(inside.twilio.messages[0], "undelivered", 63021)
    await inside.send(MENU)
    assert [bool(b.taps) for b in inside.twilio.phone(ANA).bubbles()] == [True, False]
    assert inside.desk.reports[0].state == "failed"


# --- failures ----------------------------------------------------------------------------------------------------------------
async def failed(world: World, message: Message = HELLO, **more: Any) -> Exception:
    try:
        await world.send(message, **more)
    except (SendLater, SendHeld, SendRefused, SendUnknown) as error:
        return error
    raise AssertionError("it was sent")


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        ({"status": 429, "code": 20429, "retry_after": 7}, SendLater, "rate"),
        ({"status": 400, "code": 63018}, SendLater, "rate"),
        ({"status": 401, "code": 20003}, SendLater, "20003"),
        ({"status": 500, "code": 20500}, SendLater, "500"),
        ({"status": 503}, SendLater, "503"),
        ({"status": 400, "code": 63016}, SendHeld, "window"),
        ({"status": 400, "code": 21610}, SendRefused, "21610"),
        ({"status": 400, "code": 21211}, SendRefused, "21211"),
        ({"status": 400, "code": 63003}, SendRefused, "63003"),
        ({"status": 400, "code": 63007}, SendRefused, "63007"),
        ({"status": 400, "code": 21617}, SendRefused, "21617"),
        ({"status": 400, "code": 12345}, SendRefused, "12345"),
        ({"drop": True}, SendUnknown, None),
        ({"drop": True, "accepted": True}, SendUnknown, None),
    ],
)
async def test_every_failure_becomes_what_it_means(inside: World, fault: dict[str, Any], kind: type[Exception], code: str | None) -> None:
    inside.twilio.fail_next(**fault)
    error = await failed(inside)
    assert type(error) is kind
    if code is not None:
        assert getattr(error, "code", "") == code
    if isinstance(error, SendRefused):
        assert error.closes_channel is (int(error.code) in CLOSES)
    if "retry_after" in fault:
        assert isinstance(error, SendLater)
        assert error.seconds == 7


async def test_silence_is_unknown_and_is_not_repeated(opened: Opened) -> None:
    async with opened(timeout=0.2) as world:
        world.is_in_the_window()
        await world.channel.start()
        world.twilio.fail_next(hang=5.0, accepted=True)
        assert isinstance(await failed(world), SendUnknown)
        assert len(world.twilio.messages) == 1


async def test_nobody_there_means_later_and_the_next_try_arrives(inside: World) -> None:
    await inside.send(HELLO)
    await inside.twilio.down()
    error = await failed(inside)
    assert isinstance(error, SendLater)
    assert error.code == "unreachable"
    await inside.twilio.up()
    await inside.send(HELLO)
    assert len(inside.twilio.messages) == 2


async def test_parts_that_went_out_are_named_and_not_sent_again(inside: World) -> None:
    await inside.send(YES_NO)  # the shape is known now
    inside.twilio.messages.clear()
    inside.twilio.fail_next("Messages", status=0)  # the first part goes well
    inside.twilio.fail_next("Messages", status=503)
    error = await failed(inside, TWO)
    assert isinstance(error, SendLater)
    assert error.platform_ids == tuple(m.sid for m in inside.twilio.messages)
    assert len(error.platform_ids) == 1
    rest = await inside.send(TWO, parts=1)
    assert len(rest.platform_ids) == 2
    assert [b.text for b in inside.twilio.phone(ANA).bubbles()] == ["Here:", "A", "B"]
    assert [m.fields["StatusCallback"].rpartition("=")[2] for m in inside.twilio.messages] == ["0", "1", "2"]


async def test_a_slow_delivery_stops_between_parts_before_the_outbox_gives_up(opened: Opened) -> None:
    async with opened(timeout=5.0, budget=5.0) as world:
        world.is_in_the_window()
        error = await failed(world, TWO)
        assert isinstance(error, SendLater)
        assert (len(error.platform_ids), error.seconds) == (1, 0)


async def test_a_message_with_nothing_in_it_is_refused(inside: World) -> None:
    assert isinstance(await failed(inside, Message()), SendRefused)


async def test_no_secret_and_no_number_is_in_an_error_or_a_log(inside: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    faults: list[dict[str, Any]] = [
        {"status": 401, "code": 20003},
        {"status": 400, "code": 21211},
        {"status": 500},
        {"drop": True},
    ]
    told = ""
    with structlog.testing.capture_logs() as logs:
        await inside.channel.start()
        for fault in faults:
            inside.twilio.fail_next(**fault)
            told += "".join(traceback.format_exception(await failed(inside)))
        await inside.twilio.down()
        told += "".join(traceback.format_exception(await failed(inside)))
        await inside.channel.typing(ANA)
    told += repr(logs) + caplog.text
    for secret in (TOKEN, ANA, ANA[1:], "Basic ", "Hello"):
        assert secret not in told


async def test_wrong_credentials_are_a_fault_until_they_are_right(inside: World) -> None:
    inside.twilio.auth_token = "changed"
    await failed(inside)
    assert "auth token" in (inside.channel.fault or "")
    inside.twilio.auth_token = TOKEN
    await inside.send(HELLO)
    assert inside.channel.fault is None


async def test_a_messaging_service_can_be_the_sender(opened: Opened) -> None:
    service = "MG" + "a" * 32
    async with opened(sender=service) as world:
        world.is_in_the_window()
        await world.send(HELLO)
        assert world.twilio.messages[0].fields["MessagingServiceSid"] == service
        assert "From" not in world.twilio.messages[0].fields
        assert world.channel.link("FD-1") is None


# --- receipts ----------------------------------------------------------------------------------------------------------------
async def test_receipts_name_our_message_in_any_order_and_number(inside: World) -> None:
    await inside.send(HELLO, number=9)
    await inside.twilio.statuses(read=True, backwards=True, twice=True)
    assert [r.state for r in inside.desk.reports] == ["read", "delivered", "sent"] * 2
    assert {(r.delivery, r.part, r.platform_id) for r in inside.desk.reports} == {(9, 0, inside.twilio.messages[0].sid)}


async def test_a_receipt_arrives_although_the_answer_to_the_send_was_lost(inside: World) -> None:
    inside.twilio.fail_next(drop=True, accepted=True)
    assert isinstance(await failed(inside, number=5), SendUnknown)
    await inside.twilio.statuses()
    assert [(r.delivery, r.state) for r in inside.desk.reports] == [(5, "sent"), (5, "delivered")]


async def test_a_number_without_whatsapp_closes_the_channel(inside: World) -> None:
    inside.twilio.not_on_whatsapp.add(ANA)
    await inside.send(HELLO)
    await inside.twilio.statuses()
    (receipt,) = inside.desk.reports
    assert (receipt.state, receipt.code, receipt.closes_channel) == ("failed", "63024", True)
    assert receipt.reason == REASONS[63024]


async def test_a_window_that_closed_on_the_way_holds_the_message(inside: World) -> None:
    inside.twilio.heard_from(ANA, inside.clock().replace(year=2025))  # Twilio's clock knows better
    await inside.send(HELLO)
    await inside.twilio.statuses()
    assert [r.state for r in inside.desk.reports] == ["sent", "held"]
    assert inside.twilio.phone(ANA).bubbles() == []


async def test_a_receipt_that_cannot_be_stored_is_asked_for_again(inside: World) -> None:
    await inside.send(HELLO)
    inside.desk.broken = True
    assert await inside.twilio.status(inside.twilio.messages[0], "sent") == 503


# --- typing, forgetting ------------------------------------------------------------------------------------------------------
async def test_typing_names_the_customers_last_message_and_never_raises(world: World) -> None:
    await world.channel.typing(ANA)
    await world.twilio.phone(ANA).says("Hello?")
    await world.channel.typing(ANA)
    assert world.twilio.typing == [world.desk.updates[0].platform_id]
    world.twilio.fail_next("Indicators", status=500)
    await world.channel.typing(ANA)
    await world.channel.forget(ANA)
    await world.channel.typing(ANA)
    assert len(world.twilio.typing) == 1


async def test_a_delivery_that_is_complete_sends_nothing(inside: World) -> None:
    assert (await inside.channel.send(Delivery(1, "whatsapp", ANA, HELLO, parts=1))).platform_ids == ()
    assert inside.twilio.messages == []
