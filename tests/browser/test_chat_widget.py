"""The chat inside other pages: the launcher, its panel, and the sites that may and may not embed it."""

from __future__ import annotations

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.message import Message
from tests.browser.chat_page import GREETED
from tests.browser.conftest import Shop, Shot

pytestmark = pytest.mark.asyncio(loop_scope="session")
FOREIGN = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src {origin}; frame-src {origin}">
<script src="{origin}/chat/widget.js"
    async data-colour="#7a2f8f" data-position="left" data-language="en"></script></head>
<body><h1>A shop's own page</h1><p align="right"><a href="/second">Next page</a></p></body></html>"""


async def foreign_shop(shop: Shop) -> TestServer:
    async def any_page(request: web.Request) -> web.Response:
        return web.Response(text=FOREIGN.format(origin=shop.origin), content_type="text/html")

    app = web.Application()
    app.add_routes([web.get("/{path:.*}", any_page)])
    server = TestServer(app, host="127.0.0.1", port=shop.foreign_port)
    await server.start_server()
    return server


async def test_the_widget_lives_on_a_foreign_page_and_keeps_to_itself(page: Page, shop: Shop, shot: Shot) -> None:
    server = await foreign_shop(shop)
    await page.goto(str(server.make_url("/")))
    launcher = page.get_by_role("button", name="Open the chat")
    await expect(launcher).to_be_visible()
    await expect(page.locator("iframe")).to_have_count(0)  # nothing opens, nothing loads by itself
    assert shop.desk.updates == []
    await launcher.click()
    frame = page.frame_locator("iframe[title='Chat with Pine & Kettle']")
    await expect(frame.locator(".bubble", has_text=GREETED)).to_be_visible()
    field = frame.get_by_label("Write a message")
    await expect(field).to_be_focused()
    await field.fill("hello from the shop")
    await page.keyboard.press("Enter")
    await expect(frame.locator(".bubble", has_text="You said: hello from the shop")).to_be_visible()
    await shot(page, "widget-open")

    await page.keyboard.press("Escape")
    await expect(page.locator("iframe")).to_be_hidden()
    await expect(launcher).to_be_focused()
    await shop.desk.say("webchat", shop.address, Message("By the way,"))
    await shop.desk.say("webchat", shop.address, Message("your parcel has left."))
    await expect(page.get_by_role("button", name="Open the chat, 2 new messages")).to_be_visible()
    await shot(page, "widget-unread")

    await page.get_by_role("link", name="Next page").click()
    await expect(page.get_by_role("button", name="Open the chat, 2 new messages")).to_be_visible()
    await page.get_by_role("button", name="Open the chat").click()
    await expect(frame.locator(".bubble", has_text="your parcel has left.")).to_be_visible()
    await page.get_by_role("link", name="Next page").click()
    await expect(page.locator("iframe")).to_be_visible()  # it was open, so it is open again
    await page.get_by_role("button", name="Close the chat").first.click()
    await expect(launcher).to_be_visible()
    await server.close()


async def test_the_widget_fills_a_phone_and_closes_again(browser: Browser, shop: Shop, shot: Shot) -> None:
    context = await browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, device_scale_factor=2)
    page = await context.new_page()
    await page.goto(f"{shop.origin}/chat/demo?lang=en")
    await shot(page, "demo-phone")
    await page.get_by_role("button", name="Open the chat").click()
    frame = page.frame_locator("iframe")
    await expect(frame.locator(".bubble", has_text=GREETED)).to_be_visible()
    box = await page.locator("iframe").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (390, 844)
    await shot(page, "widget-phone")
    await frame.get_by_role("button", name="Close the chat").click()
    await expect(page.get_by_role("button", name="Open the chat")).to_be_visible()
    await context.close()


async def test_the_demo_page_shows_the_widget(page: Page, shop: Shop, shot: Shot) -> None:
    await page.goto(f"{shop.origin}/chat/demo?lang=sl")
    await page.get_by_role("button", name="Odpri klepet").click()
    await expect(page.frame_locator("iframe").locator(".bubble", has_text=GREETED)).to_be_visible()
    await shot(page, "demo-desktop")


async def test_a_site_that_was_not_allowed_cannot_frame_the_chat(context: BrowserContext, shop: Shop) -> None:
    async def thief(request: web.Request) -> web.Response:
        return web.Response(text=f'<iframe src="{shop.origin}/chat?embed=1"></iframe>', content_type="text/html")

    app = web.Application()
    app.add_routes([web.get("/", thief)])
    async with TestServer(app, host="127.0.0.1") as server:
        page = await context.new_page()
        await page.goto(str(server.make_url("/")))
        await page.wait_for_timeout(300)
        assert await page.frame_locator("iframe").locator("#text").count() == 0
