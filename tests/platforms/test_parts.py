"""Answers that are several of a platform's messages, broken off in the middle: the rest follows, nothing of it comes twice.

And what WhatsApp takes and refuses afterwards, because its 24 hours were over by its own clock.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.message import Message
from tests.platforms.platforms import NAMES
from tests.platforms.test_trouble import breaks, says
from tests.platforms.town import Town, echoed, hasty, open_town

PAGES = [f"n{n}" for n in range(3000)]  # some 17,000 letters: four messages on Telegram, eleven on WhatsApp, three on Viber


async def tells_much(town: Town, phone: Any) -> None:
    """The customer has written, and is told something long."""
    await says(town, phone, "n9000")
    conversation = await town.desk.store.conversation(phone.channel, phone.address)
    assert conversation is not None
    await town.desk.reception.notify(conversation, Message(" ".join(PAGES)), {})


@pytest.mark.parametrize("trouble", ["rate", "fault"])
@pytest.mark.parametrize("name", NAMES)
async def test_after_a_refusal_in_the_middle_the_rest_follows_and_nothing_comes_twice(name: str, trouble: str) -> None:
    async with open_town(name, echo=True, made=hasty) as town:
        phone = town.phone(name)
        breaks(town.platforms[name].server, name, trouble, after=2)
        await tells_much(town, phone)
        await says(town, phone, "n9999")
        assert 1 < len(echoed(phone)) < len(PAGES)
        for _ in range(2):
            await town.passes(minutes=1)
        assert echoed(phone) == ["n9000", *PAGES, "n9999"]
        assert set(await town.sends(name)) <= {"sent", "delivered"}


@pytest.mark.parametrize("name", NAMES)
async def test_after_a_cut_line_in_the_middle_no_part_comes_twice(name: str) -> None:
    async with open_town(name, echo=True, made=hasty) as town:
        server, phone = town.platforms[name].server, town.phone(name)
        breaks(server, name, "drop", after=2)
        await tells_much(town, phone)
        await says(town, phone, "n9999")
        if name == "viber":
            await server.settle()  # receipts of the part before
        for _ in range(3):
            await town.passes(minutes=1)
        heard = echoed(phone)[1:]
        assert len(heard) == len(set(heard)), "no part twice"
        assert heard[-1] == "n9999"
        assert heard[:-1] == PAGES[: len(heard) - 1], "the parts before the cut and the one at it arrived"
        assert (await town.sends(name))["unknown"] == 1


@pytest.mark.parametrize("backwards", [False, True])
async def test_whatsapps_status_of_the_part_in_doubt_alone_lets_the_rest_go(backwards: bool) -> None:
    async with open_town("whatsapp", echo=True, made=hasty) as town:
        server, phone = town.platforms["whatsapp"].server, town.phone("whatsapp")
        breaks(server, "whatsapp", "drop", after=3)
        await tells_much(town, phone)
        _, first, second, doubted = server.messages
        await server.status(first, "delivered")
        await server.status(second, "delivered")
        await town.passes(minutes=1)
        assert await town.sends("whatsapp") == {"sent": 1, "unknown": 1}, "that other parts arrived says nothing of the one in doubt"
        assert len(server.messages) == 4
        await server.status(doubted, "sent")
        await town.passes(minutes=1)
        assert echoed(phone) == ["n9000", *PAGES]
        await server.statuses(backwards=backwards, twice=True)
        assert await town.sends("whatsapp") == {"delivered": 2}


@pytest.mark.parametrize("name", NAMES)
async def test_a_platform_that_hangs_at_the_first_part_costs_the_message_and_not_the_next(name: str) -> None:
    async with open_town(name, echo=True, made=hasty) as town:
        phone = town.phone(name)
        breaks(town.platforms[name].server, name, "hang", after=1)
        await tells_much(town, phone)
        await says(town, phone, "n9999")
        await town.passes(minutes=1)
        assert echoed(phone) == ["n9000", "n9999"]


async def test_what_whatsapp_takes_and_then_refuses_waits_and_goes_first_when_the_customer_writes() -> None:
    async with open_town("whatsapp", echo=True) as town:
        server, phone = town.platforms["whatsapp"].server, town.phone("whatsapp")
        await says(town, phone, "n1")
        server.heard_from(phone.address, town.clock() - timedelta(hours=30))  # by its own clock
        conversation = await town.desk.store.conversation("whatsapp", phone.address)
        assert conversation is not None
        await town.desk.reception.notify(conversation, Message("n2"), {})
        assert echoed(phone) == ["n1"]
        await server.statuses()
        ((reason,),) = await town.rows("SELECT reason FROM outbox WHERE state = 'held'")
        assert reason.startswith("63016")
        await says(town, phone, "n3")
        await town.passes(seconds=1)
        assert echoed(phone) == ["n1", "n2", "n3"]


async def test_the_rest_of_a_message_that_whatsapp_stops_in_the_middle_waits_and_no_part_comes_twice() -> None:
    async with open_town("whatsapp", echo=True) as town:
        server, phone = town.platforms["whatsapp"].server, town.phone("whatsapp")
        server.fail_next("Messages.json", times=3)  # a fault that does nothing
        server.fail_next("Messages.json", times=2, status=400, code=63016)
        await tells_much(town, phone)
        await town.passes(minutes=1)
        assert await town.sends("whatsapp") == {"sent": 1, "held": 1}
        heard = len(echoed(phone))
        assert 1 < heard < len(PAGES)
        await says(town, phone, "n9999")
        await town.passes(seconds=1)
        assert echoed(phone) == ["n9000", *PAGES, "n9999"]
