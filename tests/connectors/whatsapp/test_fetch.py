"""Customers' files: where credentials go, and where nothing goes."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from typing import Any

import pytest
from aiohttp.resolver import ThreadedResolver

from bot.connector import SendLater, SendRefused
from connectors.whatsapp.fetch import Downloads
from tests.connectors.whatsapp.conftest import ANA, World
from tests.standins.twilio import PICTURE


async def fetched(world: World, source: str) -> bytes:
    return b"".join([chunk async for chunk in world.channel.fetch(source)])


async def picture(world: World) -> str:
    await world.twilio.phone(ANA).shows("My mug is broken")
    return world.desk.updates[-1].attachments[0].source


async def test_a_photo_is_fetched_and_the_redirect_goes_without_credentials(world: World) -> None:
    source = await picture(world)
    assert world.desk.updates[-1].text == "My mug is broken"
    assert await fetched(world, source) == PICTURE
    first, second = world.twilio.media_authorizations
    assert first is not None
    assert second is None


@pytest.mark.parametrize(
    "source",
    [
        "http://api.twilio.com/x",  # not encrypted
        "https://127.0.0.1/x",
        "https://127.0.0.1:1/x",
        "https://10.0.0.8/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://[fe80::1]/x",
        "https://localhost/x",
        "file:///etc/passwd",
        "nonsense",
        "https://",
        "https://[",
    ],
)
async def test_addresses_inside_our_network_are_refused(world: World, source: str) -> None:
    with pytest.raises(SendRefused):
        await fetched(world, source)


async def test_a_redirect_into_our_network_is_refused(world: World) -> None:
    source = await picture(world)
    for location in ("http://127.0.0.1:1/x", "https://169.254.169.254/", "http://example.com/"):
        world.twilio.media_location = location
        with pytest.raises(SendRefused):
            await fetched(world, source)


async def test_a_name_that_stands_for_a_private_address_is_refused_when_connecting(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def resolve(_: Any, host: str, port: int = 0, family: int = 0) -> Sequence[dict[str, Any]]:
        asked.append(host)
        return [{"hostname": host, "host": "192.168.1.5", "port": port, "family": socket.AF_INET, "proto": 0, "flags": 0}]

    monkeypatch.setattr(ThreadedResolver, "resolve", resolve)
    with pytest.raises(SendRefused) as caught:
        [chunk async for chunk in Downloads("AC1", "t", api_url=None).fetch("https://rebind.example/x")]
    assert caught.value.code == "forbidden"
    assert asked == ["rebind.example"]


@pytest.mark.parametrize(
    ("url", "ours"),
    [
        ("https://api.twilio.com/x", True),
        ("https://twilio.com/x", True),
        ("https://eviltwilio.com/x", False),
        ("https://twilio.com.evil.example/x", False),
        ("http://api.twilio.com/x", False),
        ("https://api.twilio.com@evil.example/x", False),
    ],
)
def test_credentials_are_for_twilio_alone(url: str, ours: bool) -> None:
    assert Downloads("AC1", "t", api_url=None)._twilios(url) is ours


@pytest.mark.parametrize(
    ("status", "kind"), [(404, SendRefused), (410, SendRefused), (403, SendRefused), (401, SendLater), (429, SendLater), (503, SendLater)]
)
async def test_what_an_answer_means(world: World, status: int, kind: type[Exception]) -> None:
    source = await picture(world)
    world.twilio.fail_next("Media", status=status)
    with pytest.raises(kind):
        await fetched(world, source)


async def test_circles_and_large_files_are_refused(world: World) -> None:
    source = await picture(world)
    world.twilio.media_location = source
    with pytest.raises(SendRefused):
        await fetched(world, source)
    small = Downloads(world.twilio.account_sid, world.twilio.auth_token, api_url=world.twilio.url, largest=10)
    world.twilio.media_location = None
    with pytest.raises(SendRefused) as caught:
        [chunk async for chunk in small.fetch(source)]
    assert caught.value.code == "too_large"


async def test_nobody_there_means_later(world: World) -> None:
    source = await picture(world)
    await world.twilio.down()
    with pytest.raises(SendLater) as caught:
        await fetched(world, source)
    assert "127.0.0.1" not in str(caught.value)
    await world.twilio.up()
