"""A real browser before a real server: Chromium, the web chat, and a scripted shop behind it.

Every test gets its own server, session and window; the browser itself is started once. Set FRONTDESK_SHOTS to a folder
to have each `shot` kept there for looking at.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from bot.message import Button, Card, Location, Media, Message
from bot.update import Update, UpdateKind
from connectors.webchat import WebChat, WebChatLook
from tests.browser.desk_office import Office, open_office
from tests.connectors.fake_desk import FakeDesk

PATIENCE = 20_000  # ms; a busy machine is no fault of the page
expect.set_options(timeout=PATIENCE)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOOK = WebChatLook(
    "Pine & Kettle",
    {
        "en": "Hello! Ask about an order, a return or a product: we are here.",
        "ru": "Здравствуйте! Спросите о заказе, возврате или товаре: мы рядом.",
        "uk": "Вітаємо! Запитайте про замовлення, повернення чи товар: ми поруч.",
        "sl": "Pozdravljeni! Vprašajte o naročilu, vračilu ali izdelku: tu smo.",
    },
    "#1f6f5c",
)
GREETING = Message(
    "Good afternoon! I am the assistant of Pine & Kettle. What can I do for you?",
    buttons=(
        Button("Where is my order?", "q:1:order"),
        Button("Return an item", "q:1:return"),
        Button("Kettles", "q:1:kettles"),
    ),
)
KETTLES = Message(
    "These are our kettles:",
    cards=tuple(
        Card(
            title,
            subtitle,
            Media("image", f"/pictures/{hue}.svg", f"{title}, seen from the side"),
            (Button("Tell me more", f"q:2:{hue}"), Button("Product page", "link", url="https://shop.example/kettle")),
        )
        for title, subtitle, hue in (
            ("Aurora kettle 1.7 l", "39.90 EUR · in stock", "150"),
            ("Aurora kettle 1.5 l", "34.90 EUR · back in 14 days", "210"),
            ("Fjord kettle with thermometer", "59.00 EUR · in stock", "30"),
            ("Lumi travel kettle", "24.50 EUR · only 2 left", "330"),
        )
    ),
)
ORDERS = Message(
    "I found two orders. Which one do you mean?",
    buttons=(
        Button("Order 1001", "q:3:1001", "Aurora kettle and 2 more, delivered on Wednesday"),
        Button("Order 1002", "q:3:1002", "Sora tent for three, on its way"),
    ),
)
PICTURE = Message("Here is how to open the lid:", media=(Media("image", "/pictures/90.svg", "The lid with its latch"),))
MORE = Message(
    "Your return label is ready. Print it and put it on the parcel.\n\nMore about returns: https://shop.example/returns?from=chat",
    media=(Media("file", "/pictures/label.pdf", name="return-label-1001.pdf"),),
    location=Location(46.0511, 14.5051, "Pine & Kettle, Ljubljana"),
    buttons=(
        Button("Our return policy", "link", url="https://shop.example/policy"),
        Button("That solved it", "q:4:yes"),
    ),
)
HOSTILE = Message(
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\njavascript:alert(1) https://shop.example/a?b=<b>c</b>',
    buttons=(Button("<b>bold</b>", "q:5:b"), Button("trap", "x", url="javascript:window.hacked=1")),
    cards=(Card("<u>card</u>", "<i>subtitle</i>", Media("image", "javascript:window.hacked=1", '"><script>')),),
)
KNOWN = {
    "Kettles": (KETTLES,),
    "Where is my order?": (ORDERS,),
    "picture": (PICTURE,),
    "label": (MORE,),
    "html": (HOSTILE,),
    "phone": (Message("On which number may we call you?", asks_contact=True),),
    "photo": (Message("Could you show us the damage?", asks_file=True),),
    "two": (Message("First."), Message("Second.")),
}


def shop_bot(update: Update) -> Sequence[Message]:
    if update.kind is UpdateKind.START:
        return (GREETING,)
    if update.kind is UpdateKind.MEDIA:
        return (Message(f"Thank you, I have your {update.attachments[0].kind}."),)
    return KNOWN.get(update.text, (Message(f"You said: {update.text}"),))


@dataclass
class Shop:
    """The server of one test. `chat_url` is the page; `said` is what the customer has sent so far.

    `foreign_port` is where another site may stand that is allowed to embed the chat.
    """

    desk: FakeDesk
    chat: WebChat
    server: TestServer
    foreign_port: int

    @property
    def origin(self) -> str:
        return str(self.server.make_url("/").origin())

    @property
    def chat_url(self) -> str:
        return f"{self.origin}/chat?lang=en"

    @property
    def said(self) -> list[str]:
        return [update.text for update in self.desk.updates if update.kind is not UpdateKind.START]

    @property
    def address(self) -> str:
        return self.desk.updates[0].address


def drawing(request: web.Request) -> str:
    hue = request.match_info["hue"]
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300">
<rect width="400" height="300" fill="hsl({hue} 40% 93%)"/>
<ellipse cx="200" cy="258" rx="92" ry="10" fill="hsl({hue} 25% 80%)"/>
<path d="M252 120c52-8 62 76 4 92" fill="none" stroke="hsl({hue} 35% 28%)" stroke-width="15" stroke-linecap="round"/>
<path d="M150 105h100l22 140q2 12-10 12H138q-12 0-10-12z" fill="hsl({hue} 42% 46%)"/>
<path d="M150 112l-42-14 30 54z" fill="hsl({hue} 42% 40%)"/><path d="M160 105q40-34 80 0z" fill="hsl({hue} 35% 32%)"/>
<circle cx="200" cy="80" r="9" fill="hsl({hue} 35% 28%)"/></svg>"""


async def picture(request: web.Request) -> web.Response:
    return web.Response(text=drawing(request), content_type="image/svg+xml")


@pytest_asyncio.fixture(loop_scope="session")
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    desk = FakeDesk(bot=shop_bot)
    # Another port is another origin; the foreign shop's has to be allowed before that shop is there.
    foreign_port = await free_port()
    chat = WebChat(
        desk,
        files=tmp_path / "files",
        secret="a secret of the tests alone",
        shop=LOOK,
        max_upload=2 * 1024 * 1024,
        allowed_origins=(f"http://127.0.0.1:{foreign_port}",),
    )
    desk.attach(chat)
    app = web.Application()
    app.add_routes([*chat.routes(), web.get("/pictures/{hue}.svg", picture)])
    server = TestServer(app, host="127.0.0.1")
    await server.start_server()
    yield Shop(desk, chat, server, foreign_port)
    await chat.close()
    await server.close()


async def free_port() -> int:
    server = TestServer(web.Application(), host="127.0.0.1")
    await server.start_server()
    port = server.port
    await server.close()
    assert port is not None
    return port


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncIterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("the browser tests need Chromium: install it with `sudo apt-get install chromium`")
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=path, args=QUIET)
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="session")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    made = await browser.new_context(viewport={"width": 1280, "height": 860}, locale="en-GB", reduced_motion="reduce")
    made.set_default_timeout(PATIENCE)
    yield made
    await made.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(context: BrowserContext) -> AsyncIterator[Page]:
    made = await context.new_page()
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
    yield made
    assert faults == [], "the page's scripts must not fail, nor ask for what its policy forbids"


@pytest_asyncio.fixture(loop_scope="session")
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(tmp_path / "files") as opened:
        yield opened


Shot = Callable[[Page, str], Awaitable[None]]


@pytest.fixture
def shot() -> Shot:
    folder = os.environ.get("FRONTDESK_SHOTS")

    async def take(page: Page, name: str) -> None:
        if folder:
            await page.screenshot(path=Path(folder) / f"{name}.png")

    return take
