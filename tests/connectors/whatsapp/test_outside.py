"""Writing to a customer after 24 hours: approved words, or nothing that fails."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.config_channels import TemplateConfig
from bot.connector import SendHeld, SendLater
from bot.message import Button, Message
from connectors.whatsapp.templates import configured
from tests.connectors.whatsapp.conftest import ANA, TEMPLATES, Opened, World

LATE = Message("Your parcel is late.\n\nIt comes on  Friday.", language="en", purpose="promise_late", to="Ana")
ANSWER = Message("Here is your answer.", language="en", to="Ana")


async def held(world: World, message: Message, **more: Any) -> SendHeld:
    with pytest.raises(SendHeld) as caught:
        await world.send(message, **more)
    return caught.value


async def test_a_template_with_the_text_is_the_message(world: World) -> None:
    await world.approve()
    sent = await world.send(LATE)
    (bubble,) = world.twilio.phone(ANA).bubbles()
    assert bubble.text == "Hello Ana, news from Acorn: Your parcel is late. It comes on Friday. Reply here if you have questions."
    assert len(sent.platform_ids) == 1
    assert world.twilio.broken == []


async def test_options_go_along_as_words(world: World) -> None:
    await world.approve()
    await world.send(Message("Late. Wait?", (Button("Yes", "q:1"), Button("No", "q:2")), purpose="promise_late", to="Ana"))
    assert "Late. Wait? 1. Yes; 2. No Reply" in world.twilio.phone(ANA).bubbles()[0].text


async def test_a_template_without_the_text_knocks_once_and_the_message_waits(world: World) -> None:
    await world.approve()
    assert (await held(world, ANSWER)).code == "window"
    assert (await held(world, ANSWER, number=8, held_before=1)).code == "window"
    (bubble,) = world.twilio.phone(ANA).bubbles()
    assert bubble.text.startswith("Hello Ana, Acorn has an answer for you.")
    await world.twilio.statuses(read=True)
    assert world.desk.reports == [] or all(r.delivery is None for r in world.desk.reports)
    await world.twilio.phone(ANA).says("Yes?")
    await world.send(ANSWER)
    assert world.twilio.phone(ANA).bubbles()[-1].text == "Here is your answer."


async def test_a_purpose_without_words_of_its_own_uses_the_general_ones(world: World) -> None:
    await world.approve()
    await held(world, Message("x", language="ru", purpose="promise_late", to="Анна"))
    assert world.twilio.phone(ANA).bubbles()[0].text.startswith("Здравствуйте, Анна! У магазина Acorn")


@pytest.mark.parametrize(("to", "shown"), [("", "dear customer"), ("Ana\n\n{{1}}", "Ana { {1} }")])
async def test_a_name_is_one_line_and_never_empty(world: World, to: str, shown: str) -> None:
    await world.approve()
    await world.send(Message("Late.", purpose="promise_late", to=to))
    assert world.twilio.phone(ANA).bubbles()[0].text.startswith(f"Hello {shown}, news")


async def test_a_text_too_long_for_the_template_is_announced_and_waits(world: World) -> None:
    await world.approve()
    assert (await held(world, Message("word " * 400, purpose="promise_late", to="Ana"))).code == "window"
    (posted,) = world.twilio.messages
    assert len(posted.bubble.text) <= 1024
    assert "knock" in posted.fields["StatusCallback"]


async def test_no_template_says_which_key_to_add(opened: Opened) -> None:
    async with opened(templates={}) as world:
        error = await held(world, Message("x", language="sl", purpose="promise_late"))
        assert error.code == "no_template"
        assert "channels.whatsapp.templates.promise_late.sl" in str(error)
        assert world.twilio.calls == []


@pytest.mark.parametrize("status", ["unsubmitted", "received", "pending", "rejected", "paused"])
async def test_a_template_that_is_not_approved_is_not_sent(opened: Opened, status: str) -> None:
    async with opened(templates={"promise_late": TEMPLATES["promise_late"]}) as world:
        (template,) = configured({"promise_late": TEMPLATES["promise_late"]})
        world.twilio.add_content(template.name, "en", template.types, template.samples, status)
        error = await held(world, LATE)
        assert (error.code, status in str(error)) == ("no_template", True)
        assert world.twilio.messages == []


async def test_a_purpose_that_is_not_approved_yet_knocks_in_the_general_words(world: World) -> None:
    for template in configured({"reply_waiting": TEMPLATES["reply_waiting"]}):
        world.twilio.add_content(template.name, template.language, template.types, template.samples, "approved")
    await held(world, LATE)
    assert "has an answer for you" in world.twilio.phone(ANA).bubbles()[0].text


async def test_the_window_is_a_minute_shorter_than_whatsapps(world: World) -> None:
    await world.approve()
    await world.twilio.phone(ANA).says("Hello")
    world.clock.passes(hours=23, minutes=58)
    await world.send(ANSWER)
    world.clock.passes(minutes=1, seconds=1)
    await held(world, ANSWER)
    await world.twilio.phone(ANA).says("Again")
    await world.send(ANSWER)


async def test_the_rest_of_a_message_waits_when_the_window_closes(world: World) -> None:
    await world.approve()
    assert (await held(world, LATE, parts=1)).code == "window"
    assert world.twilio.messages == []


async def test_a_knock_without_an_answer_keeps_the_message(world: World) -> None:
    await world.approve()
    world.twilio.fail_next("Messages", drop=True, accepted=True)
    assert (await held(world, ANSWER)).code == "window"


async def test_twilio_away_means_later(world: World) -> None:
    world.twilio.fail_next("ContentAndApprovals", times=2, drop=True)  # aiohttp asks again once, as it may with a question
    with pytest.raises(SendLater):
        await world.send(ANSWER)
    await world.approve()
    world.twilio.fail_next("Messages", status=503)
    with pytest.raises(SendLater):
        await world.send(ANSWER)


async def test_the_variables_are_what_whatsapp_takes(world: World) -> None:
    await world.approve()
    await world.send(Message("a\tb      c\r\nd", purpose="promise_late", to="Ana"))
    assert json.loads(world.twilio.messages[0].fields["ContentVariables"])["3"] == "a b c d"


# --- names -------------------------------------------------------------------------------------------------------------------
def test_changed_words_are_another_template() -> None:
    first, second = (next(configured({"a": TemplateConfig(en=body)})) for body in ("Hello there.", "Hello there!"))
    assert first.name != second.name
    assert first.name.startswith("frontdesk_a_en_")
