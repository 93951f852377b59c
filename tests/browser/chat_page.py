"""What a customer does on the chat page, in words the tests share."""

from __future__ import annotations

from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Shop

GREETED = "What can I do for you?"


async def opens(page: Page, shop: Shop) -> None:
    await page.goto(shop.chat_url)
    await expect(bubble(page, GREETED)).to_be_visible()


async def says(page: Page, text: str) -> None:
    await page.get_by_label("Write a message").fill(text)
    await page.keyboard.press("Enter")


def bubble(page: Page, text: str) -> Locator:
    return page.locator(".bubble", has_text=text)
