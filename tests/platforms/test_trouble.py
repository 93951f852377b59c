"""Platforms in trouble while customers are written to: slow down, faults, silence, cut lines, an hour away.

Nothing is lost but what nobody can know of (docs/adr/0011-sending-to-platforms.md), nothing is sent twice, the order is kept, and one
platform's trouble is not another's.
"""

from __future__ import annotations

import asyncio
import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.app import Desk
from tests.chat import ANSWER_WITHIN, Clock
from tests.platforms.house import config_of, free_port, serving
from tests.platforms.platforms import NAMES, platform
from tests.platforms.town import ECHO, HASTE, EchoEngine, Town, echoed, hasty, open_town

SILENT = "the platform does not answer"


def breaks(server: Any, name: str, trouble: str, times: int = 1, *, after: int = 0) -> None:
    """The platform's next sends go wrong: "rate", "fault", "hang" (nothing arrives), "drop" (taken, and no answer).

    `after` so many that still go well.
    """
    if name == "whatsapp":
        server.fail_next("Messages.json", times=after)  # a fault that does nothing
    for _ in range(times):
        match name, trouble:
            case "telegram", _:
                kind = {"fault": "error"}.get(trouble, trouble)
                server.fail_next(kind, method="sendMessage", seconds={"rate": 1, "hang": 30}.get(trouble, 0), after=after)
            case "whatsapp", "rate":
                server.fail_next("Messages.json", status=429, retry_after=1.0)
            case "whatsapp", "fault":
                server.fail_next("Messages.json", status=500)
            case "whatsapp", "hang":
                server.fail_next("Messages.json", hang=30.0)
            case "whatsapp", _:
                server.fail_next("Messages.json", drop=True, accepted=True)
            case _, "rate":
                server.fail_next("429", seconds=1, after=after)
            case _, "fault":
                server.fail_next("500", after=after)
            case _, "hang":
                server.fail_next("hang", seconds=30, after=after)
            case _:
                server.fail_next("drop", taken=True, after=after)


async def says(town: Town, phone: Any, *words: str) -> None:
    """Each word is a turn."""
    for word in words:
        await phone.says(word)
        await town.settled(phone)


async def sum_of(town: Town, **labels: str) -> float:
    """What /metrics says of sends with these labels."""
    _, text = await town.page("/metrics")
    wanted = [f'{label}="{value}"' for label, value in labels.items()]
    lines = [line for line in text.splitlines() if line.startswith("frontdesk_sends_total{") and all(w in line for w in wanted)]
    return sum(float(line.rpartition(" ")[2]) for line in lines)


async def channels(address: Town) -> dict[str, str]:
    """What /readyz says of the channels."""
    status, text = await address.page("/readyz")
    assert status == 200, "the trouble of a platform makes nobody unready"
    found: dict[str, str] = json.loads(text)["channels"]
    return {name: words for name, words in found.items() if name in NAMES}


@pytest.mark.parametrize("trouble", ["rate", "fault"])
@pytest.mark.parametrize("name", NAMES)
async def test_a_refusal_for_now_delays_what_is_said_and_keeps_its_order(name: str, trouble: str) -> None:
    async with open_town(name, echo=True, made=hasty) as town:
        phone = town.phone(name)
        await says(town, phone, "n1")
        breaks(town.platforms[name].server, name, trouble)
        await says(town, phone, "n2", "n3")
        assert echoed(phone) == ["n1"], "what comes after the refused one does not overtake it"
        assert (await town.sends(name))["queued"] == 2
        await town.passes(minutes=1)
        await says(town, phone, "n4")
        await town.passes(seconds=1)
        assert echoed(phone) == ["n1", "n2", "n3", "n4"]
        assert await sum_of(town, channel=name, outcome="later") >= 1
        assert await sum_of(town, channel=name, outcome="unknown") == 0
        assert set(await town.sends(name)) <= {"sent", "delivered"}


@pytest.mark.parametrize("name", NAMES)
async def test_faults_again_and_again_end_when_the_platform_does_better(name: str) -> None:
    async with open_town(name, echo=True, made=hasty) as town:
        phone = town.phone(name)
        breaks(town.platforms[name].server, name, "fault", times=5)
        await says(town, phone, "n1", "n2")
        for _ in range(7):
            await town.passes(minutes=1)
        assert echoed(phone) == ["n1", "n2"]


@pytest.mark.parametrize("name", NAMES)
async def test_a_hanging_platform_costs_the_message_on_its_way_and_says_so(name: str) -> None:
    async with open_town(name, echo=True, made=hasty) as town:
        phone, other = town.phone(name), town.phone(name, 2)
        await says(town, phone, "n1")
        breaks(town.platforms[name].server, name, "hang")
        await says(town, phone, "n2")
        assert (await town.sends(name))["unknown"] == 1
        assert (await channels(town))[name] == SILENT
        await says(town, phone, "n3")
        await says(town, other, "n4")
        await town.passes(minutes=1)
        assert echoed(phone) == ["n1", "n3"], "never sent again blindly; what came after it goes on"
        assert echoed(other) == ["n4"]
        assert await sum_of(town, channel=name, outcome="unknown") == 1
        ((reason,),) = await town.rows("SELECT reason FROM outbox WHERE state = 'unknown'")
        assert reason
        assert (await channels(town))[name] == ""
        assert await town.endings() == {"answered": 4}


@pytest.mark.parametrize("name", NAMES)
async def test_a_line_cut_after_the_platform_took_it_sends_nothing_twice(name: str) -> None:
    async with open_town(name, echo=True, made=hasty) as town:
        phone = town.phone(name)
        breaks(town.platforms[name].server, name, "drop")
        await says(town, phone, "n1")
        assert (await town.sends(name)) == {"unknown": 1}
        await says(town, phone, "n2")
        for _ in range(5):
            await town.passes(minutes=2)
        assert echoed(phone) == ["n1", "n2"]
        assert (await town.sends(name))["unknown"] == 1, "it stays visible where no receipt settles it"


async def test_an_unknown_send_is_settled_by_whatsapps_status() -> None:
    async with open_town("whatsapp", echo=True, made=hasty) as town:
        server, phone = town.platforms["whatsapp"].server, town.phone("whatsapp")
        breaks(server, "whatsapp", "drop")
        await says(town, phone, "n1", "n2")
        assert (await town.sends("whatsapp"))["unknown"] == 1
        await server.statuses(twice=True, backwards=True)
        await town.passes(minutes=1)
        await server.statuses()
        assert await town.sends("whatsapp") == {"delivered": 2}
        assert echoed(phone) == ["n1", "n2"]
        assert await sum_of(town, channel="whatsapp", outcome="receipt_delivered") >= 2


@pytest.mark.parametrize("name", NAMES)
async def test_what_is_said_while_connections_are_refused_goes_out_afterwards(name: str) -> None:
    async with open_town(name, echo=True, made=hasty) as town:
        server, phone, other = town.platforms[name].server, town.phone(name), town.phone(name, 2)
        await says(town, phone, "n1")
        await server.down()
        await says(town, phone, "n2", "n3")
        await says(town, other, "n4")
        assert (await town.sends(name))["queued"] == 3
        await server.up()
        for _ in range(3):
            await town.passes(minutes=1)
        assert (echoed(phone), echoed(other)) == (["n1", "n2", "n3"], ["n4"])
        assert (await town.sends(name))["unknown"] == 0


@pytest.mark.parametrize("name", NAMES)
async def test_an_hour_away_loses_nothing_and_sends_nothing_twice(name: str) -> None:
    async with open_town(name, echo=True, made=hasty) as town:
        server = town.platforms[name].server
        phones = [town.phone(name, n) for n in (1, 2)]
        await server.down()
        said: list[list[str]] = [[], []]
        for minute in range(60):
            if minute % 6 == 0:
                for n, phone in enumerate(phones):
                    said[n].append(f"n{minute + n}")
                    await says(town, phone, said[n][-1])
            await town.passes(minutes=1)
        assert [phone.bubbles() for phone in phones] == [[], []]
        assert await town.sends(name) == {"queued": 20}
        assert (await channels(town))[name] == SILENT
        await server.up()
        for _ in range(16):  # a platform long silent is asked every fifteen looks
            await town.passes(minutes=1)
        assert [echoed(phone) for phone in phones] == said
        assert set(await town.sends(name)) <= {"sent", "delivered"}
        assert (await channels(town))[name] == ""


@pytest.mark.parametrize("name", NAMES)
async def test_what_waited_for_a_platform_goes_out_after_a_restart(name: str, tmp_path: Path) -> None:
    clock, database = Clock(), str(tmp_path / "restart.db")
    with free_port() as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        async with platform(name, address, clock) as messenger:
            phone, config = messenger.phone(1, "Ana", "en"), config_of(messenger.environment)
            again = partial(serving, config, listening, clock=clock, database=database, engine_=EchoEngine(), flows=(ECHO,), made=hasty)
            async with again() as desk:
                town = Town(desk, clock, address, {name: messenger})
                await says(town, phone, "n1")
                await messenger.server.down()
                await says(town, phone, "n2", "n3")
                await messenger.server.up()
            async with again() as desk:
                town = Town(desk, clock, address, {name: messenger})
                await says(town, phone, "n4")
                for _ in range(2):
                    await town.passes(minutes=1)
                assert echoed(phone) == ["n1", "n2", "n3", "n4"]
                assert (await town.sends(name))["unknown"] == 0


@pytest.mark.parametrize("hanging", NAMES)
async def test_one_hanging_messenger_keeps_no_customer_of_another_waiting(hanging: str) -> None:
    def made(desk: Desk) -> list[Any]:
        return list(hasty(desk, patience=ANSWER_WITHIN))

    async with open_town(*NAMES, echo=True, made=made) as town:
        breaks(town.platforms[hanging].server, hanging, "hang")
        stuck = town.phone(hanging)
        await stuck.says("n1")
        others = [town.phone(name) for name in NAMES if name != hanging]
        await asyncio.gather(*(says(town, phone, "n2", "n3") for phone in others))
        await town.desk.reception.outbox.send_queued()
        assert [echoed(phone) for phone in others] == [["n2", "n3"]] * 2
        assert await town.sends(hanging) == {"sending": 1}, "the first is still hanging"
        await town.platforms[hanging].server.down()
        await town.settled(stuck)
        assert await town.sends(hanging) == {"unknown": 1}
        assert await channels(town) == {name: SILENT if name == hanging else "" for name in NAMES}
        _, metrics = await town.page("/metrics")
        for name in NAMES:
            assert f'frontdesk_channel_up{{channel="{name}"}} {0.0 if name == hanging else 1.0}' in metrics
        await town.platforms[hanging].server.up()


@pytest.mark.parametrize("name", NAMES)
async def test_the_outbox_has_a_patience_of_its_own(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def made(desk: Desk) -> list[Any]:
        return list(hasty(desk, patience=ANSWER_WITHIN))  # connectors that would wait longer than the outbox

    async with open_town(name, echo=True, made=made) as town:
        monkeypatch.setattr(town.desk.reception.outbox, "_timeout", HASTE)
        phone = town.phone(name)
        await says(town, phone, "n1")
        breaks(town.platforms[name].server, name, "hang")
        await says(town, phone, "n2", "n3")
        await town.passes(minutes=1)
        assert echoed(phone) == ["n1", "n3"]
        assert await sum_of(town, channel=name, outcome="unknown", code="timeout") == 1


async def test_a_refused_token_is_shown_for_its_channel_alone_and_loses_nothing() -> None:
    async with open_town(*NAMES, echo=True, made=hasty) as town:
        town.platforms["telegram"].server.fail_next("token", method="sendMessage")
        phone = town.phone("telegram")
        await says(town, phone, "n1")
        shown = await channels(town)
        assert "BotFather" in shown.pop("telegram")
        assert shown == {"whatsapp": "", "viber": ""}
        await town.passes(minutes=6)
        assert echoed(phone) == ["n1"]
        assert (await channels(town))["telegram"] == ""
