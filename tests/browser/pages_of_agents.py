"""Windows of agents and of strangers, each with cookies of its own; what their scripts complain of fails the test."""

from __future__ import annotations

import re

from playwright.async_api import Browser, BrowserContext, Locator, Page

from bot.desk.values import Agent
from tests.browser.desk_office import Office, enters

PATIENCE = 20_000  # ms


class Agents:
    def __init__(self, browser: Browser, office: Office) -> None:
        self._browser = browser
        self._office = office
        self._contexts: list[BrowserContext] = []
        self.faults: list[str] = []

    async def page(self, agent: Agent, path: str = "", *, width: int = 1280, height: int = 860, scheme: str = "light") -> Page:
        """A window of somebody who is logged in."""
        page = await self.stranger(width=width, height=height, scheme=scheme)
        await enters(page, self._office, agent, path)
        return page

    async def stranger(self, *, width: int = 1280, height: int = 860, scheme: str = "light") -> Page:
        context = await self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="en-GB",
            reduced_motion="reduce",
            has_touch=width < 1000,
            is_mobile=width < 1000,
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda line: self.faults.append(line.text) if "Content Security Policy" in line.text else None)
        return page

    async def close(self) -> None:
        for context in self._contexts:
            await context.close()
        assert self.faults == [], "the page's scripts must not fail, nor ask for what its policy forbids"


def row(page: Page, conversation: int) -> Locator:
    return page.locator(f'#rows [data-id="{conversation}"]')


async def opens(page: Page) -> int:
    """Which conversation the address names."""
    found = re.search(r"/desk/c/(\d+)$", page.url)
    return int(found[1]) if found else 0
