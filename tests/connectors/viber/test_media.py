"""Customers' files: from Viber's hosts only, without the token, up to a size."""

from __future__ import annotations

import aiohttp
import pytest

from bot.connector import SendLater, SendRefused
from connectors.viber.media import MediaFetcher, _PublicOnly
from tests.connectors.viber.conftest import House, Open
from tests.standins.viber import Viber


async def fetched(house: House, source: str) -> bytes:
    return b"".join([chunk async for chunk in house.channel.fetch(source)])


async def test_a_photo_is_fetched_by_its_source(house: House) -> None:
    phone = house.viber.phone()
    await phone.shows("my kettle")
    (file,) = house.desk.updates[-1].attachments
    assert (await fetched(house, file.source)).startswith(b"\x89PNG")


async def test_a_redirect_within_viber_is_followed(house: House) -> None:
    house.viber.media["a.png"] = b"picture"
    assert await fetched(house, f"{house.viber.url}/moved/a.png") == b"picture"


@pytest.mark.parametrize(
    "source",
    [
        "https://evil.example/a.png",
        "https://viber.com.evil.example/a.png",
        "https://evilviber.com/a.png",
        "http://dl-media.viber.com/a.png",
        "https://dl-media.viber.com:8443/a.png",
        "https://user@dl-media.viber.com/a.png",
        "http://127.0.0.1:1/a.png",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "https://[",
        "",
    ],
)
async def test_an_address_elsewhere_is_not_asked(house: House, source: str) -> None:
    with pytest.raises(SendRefused) as refused:
        await fetched(house, source)
    assert refused.value.code == "foreign_address"


async def test_a_name_of_vibers_that_leads_to_a_private_address_is_not_asked(viber: Viber) -> None:
    resolver = _PublicOnly(exempt=None)
    with pytest.raises(OSError, match="private"):
        await resolver.resolve("localhost", 443)
    await resolver.close()
    own = _PublicOnly(exempt="localhost")
    assert await own.resolve("localhost", 443)
    await own.close()


async def test_a_file_that_is_gone_or_too_large_is_refused(build: Open, viber: Viber) -> None:
    house: House = await build(largest_file=10)
    viber.media |= {"small": b"x" * 10, "large": b"x" * 11}
    assert len(await fetched(house, f"{viber.url}/media/small")) == 10
    for name, code in (("large", "too_large"), ("none", "gone")):
        with pytest.raises(SendRefused) as refused:
            await fetched(house, f"{viber.url}/media/{name}")
        assert refused.value.code == code


async def test_a_host_that_does_not_answer_is_asked_later(viber: Viber) -> None:
    media = MediaFetcher(viber.url, timeout=aiohttp.ClientTimeout(total=0.5))
    await viber.down()
    with pytest.raises(SendLater) as later:
        async for _ in media.fetch(f"{viber.url}/media/a.png"):
            pass
    assert later.value.code == "unreachable"
    assert viber.url not in str(later.value)
    await media.close()
