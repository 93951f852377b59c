"""What the tests of the desk's door share: a house with agents, its server, and a browser in front of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.desk.door import Browser, Client, House, house, served


@pytest.fixture
async def desk() -> AsyncIterator[House]:
    async with house() as one:
        yield one


@pytest.fixture
async def client(desk: House) -> AsyncIterator[Client]:
    async with served(desk) as one:
        yield one


@pytest.fixture
def browser(client: Client) -> Browser:
    return Browser(client)
