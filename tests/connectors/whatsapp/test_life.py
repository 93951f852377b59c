"""Start and close, the live check, templates from the command line, and what importing costs."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from bot.config_channels import TemplateConfig, WhatsappConfig
from connectors.whatsapp import WhatsappChannel, sync_templates, template_states
from tests.connectors.fake_desk import FakeDesk
from tests.connectors.whatsapp.conftest import TEMPLATES, Opened, World
from tests.standins.twilio import ACCOUNT, TOKEN, Twilio


def test_importing_the_package_loads_neither_twilios_library_nor_its_http() -> None:
    heavy = "import connectors.whatsapp, sys; print([m for m in sys.modules if m.split('.')[0] in ('twilio', 'aiohttp_retry', 'requests')])"
    done = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_a_start_with_everything_right_has_no_fault(world: World) -> None:
    await world.channel.start()
    assert world.channel.fault is None
    assert await world.channel.alive()


async def test_a_start_with_a_wrong_token_says_what_to_do(opened: Opened) -> None:
    async with opened(auth_token="wrong") as world:
        await world.channel.start()
        assert "Twilio console" in (world.channel.fault or "")
        assert await world.channel.alive()


async def test_a_twilio_that_does_not_answer_is_asked_until_it_does(opened: Opened) -> None:
    async with opened(ask_again=0.01) as world:
        await world.twilio.down()
        await world.channel.start()
        assert "has not answered" in (world.channel.fault or "")
        await world.twilio.up()
        async with asyncio.timeout(5):
            while world.channel.fault:
                await asyncio.sleep(0.01)


async def test_closing_twice_and_before_the_start_is_nothing(opened: Opened) -> None:
    async with opened() as world:
        await world.channel.close()
        await world.channel.start()
        await world.channel.close()
        await world.channel.close()


async def test_closing_while_twilio_is_away_leaves_no_task(opened: Opened) -> None:
    async with opened(ask_again=60.0) as world:
        world.twilio.fail_next(".json", status=503)
        await world.channel.start()
        await world.channel.close()
        assert [task for task in asyncio.all_tasks() if "_ask_on" in repr(task)] == []


def test_a_link_opens_a_chat_with_the_code() -> None:
    channel = WhatsappChannel(FakeDesk(), account_sid=ACCOUNT, auth_token=TOKEN, sender="whatsapp:+386 40 111 222")
    assert channel.link("FD-ABCDE FGH") == "https://wa.me/38640111222?text=FD-ABCDE%20FGH"


async def test_the_check_finds_everything_right_and_stores_nothing(world: World) -> None:
    await world.approve()
    found = await world.channel.check()
    assert [(f.what, f.right) for f in found] == [(w, True) for w in ("account", "sender", "public address", "signature", "templates")]
    assert "https://shop.example/webhooks/whatsapp" in found[2].detail
    assert world.desk.updates == []


async def test_the_check_finds_everything_wrong(opened: Opened) -> None:
    async with opened(auth_token="wrong", sender="40111222", public_url=None) as world:
        found = {f.what: f for f in await world.channel.check()}
        assert [what for what, f in found.items() if f.right] == []
    async with opened() as world:
        world.twilio.account_status = "suspended"
        found = {f.what: f for f in await world.channel.check()}
        assert "suspended" in found["account"].detail
        assert "reply_waiting (en): missing" in found["templates"].detail


# --- frontdesk whatsapp templates --------------------------------------------------------------------------------------------
def configuration(twilio: Twilio, **templates: TemplateConfig) -> WhatsappConfig:
    return WhatsappConfig(
        account_sid=ACCOUNT, auth_token=TOKEN, sender=twilio.sender, api_url=twilio.url, templates=dict(templates or TEMPLATES)
    )


async def test_sync_makes_and_submits_each_template_once(twilio: Twilio) -> None:
    config = configuration(twilio)
    assert [s.state for s in await template_states(config)] == ["missing"] * 3
    assert [s.state for s in await sync_templates(config)] == ["received"] * 3
    assert [s.state for s in await sync_templates(config)] == ["approved"] * 3
    assert len(twilio.contents) == 3
    assert {(s.purpose, s.language) for s in await template_states(config)} == {
        ("reply_waiting", "en"),
        ("reply_waiting", "ru"),
        ("promise_late", "en"),
    }


async def test_a_rejection_is_told_with_its_reason(twilio: Twilio) -> None:
    twilio.approval, twilio.rejection_reason = "rejected", "The words sound like an advertisement."
    config = configuration(twilio, a=TemplateConfig(en="Hello {name}, buy now."))
    await sync_templates(config)
    (state,) = await template_states(config)
    assert (state.state, state.detail) == ("rejected", "The words sound like an advertisement.")


async def test_one_template_that_fails_stops_no_other_and_is_submitted_the_next_time(twilio: Twilio) -> None:
    config = configuration(twilio)
    twilio.fail_next("ApprovalRequests", status=500)
    assert [s.state for s in await sync_templates(config)] == ["failed", "received", "received"]
    assert [s.state for s in await sync_templates(config)] == ["received", "approved", "approved"]
    assert len(twilio.contents) == 3


async def test_wrong_credentials_are_told_in_words(twilio: Twilio) -> None:
    twilio.auth_token = "changed"
    (state, *_) = await sync_templates(configuration(twilio))
    assert (state.state, "auth token" in state.detail) == ("failed", True)


@pytest.mark.parametrize("language", ["en", "ru", "uk", "sl"])
async def test_every_language_can_be_synced(twilio: Twilio, language: str) -> None:
    config = configuration(twilio, a=TemplateConfig(category="marketing", **{language: "Hello {name}, {shop} writes."}))
    assert [(s.language, s.state) for s in await sync_templates(config)] == [(language, "received")]
    assert next(iter(twilio.contents.values()))["approval"]["category"] == "MARKETING"
