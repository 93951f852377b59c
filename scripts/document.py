"""`make docs`: everything in docs/ that a machine can say better than a person.

    python -m scripts.document                      all of it
    python -m scripts.document pictures             the two screenshots, from the real server and a real browser
    python -m scripts.document flows [NAME]...      docs/flows-drawn.md, from the paths of each flow; with names, only those anew
    python -m scripts.document counts               the tables of docs/data-card.md, the figures of docs/understanding.md

The pictures show a fixed day, so that they change when the chat does and not when the clock does. Walking the paths of all flows
takes minutes; the rest takes seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web
from playwright.async_api import Browser, Page, async_playwright, expect

from bot import app as root
from bot.config import Config, load
from bot.flow import Flow
from bot.paths import draw, walk_flow
from flows import FLOWS
from intents import commands
from intents.model import EXAMPLES, ensure
from intents.names import INTENTS
from intents.rasa_format import read_all
from intents.understanding import LANGUAGES

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
DRAWN = ROOT / "docs" / "flows-drawn.md"
CARD = ROOT / "docs" / "data-card.md"
UNDERSTANDING = ROOT / "docs" / "understanding.md"
HELD_OUT = ROOT / "tests" / "nlu"
PHOTOGRAPHED = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)  # a Wednesday in opening hours
PATIENCE = 20_000  # ms
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


# --- pictures --------------------------------------------------------------------------------------------------------------
@asynccontextmanager
async def serving(config: Config) -> AsyncIterator[str]:
    """The real server on a free port with nothing on disk. Gives its address."""
    config.server.secret_key = "only for the minute of a picture"  # signs cookies of a server that is gone at once
    async with root.open_desk(config, now=lambda: PHOTOGRAPHED) as desk:
        runner = web.AppRunner(await root.web_app(desk), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        async with desk.reception:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
            await runner.cleanup()


@asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        raise SystemExit("the pictures need Chromium; on Debian or Ubuntu: sudo apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", "--no-first-run"])
        yield browser
        await browser.close()


@asynccontextmanager
async def visiting(browser: Browser, address: str, *, phone: bool = False) -> AsyncIterator[Page]:
    """The chat page: on a desktop in the light scheme, or on a phone in the dark one."""
    context = await browser.new_context(
        viewport={"width": 390, "height": 844} if phone else {"width": 1280, "height": 900},
        color_scheme="dark" if phone else "light",
        locale="en-GB",
        timezone_id="Europe/Ljubljana",
        reduced_motion="reduce",
        is_mobile=phone,
        has_touch=phone,
        device_scale_factor=2 if phone else 1,
    )
    context.set_default_timeout(PATIENCE)
    await context.clock.set_fixed_time(PHOTOGRAPHED)
    page = await context.new_page()
    await page.goto(f"{address}/chat?lang=en")
    await expect(page.locator(".line.out .bubble").first).to_be_visible()
    yield page
    await context.close()


async def says(page: Page, text: str, answer: str) -> None:
    """Type a message and wait for an answer that contains the words."""
    await page.get_by_label("Write a message").fill(text)
    await page.keyboard.press("Enter")
    await expect(page.locator(".line.out", has_text=answer).last).to_be_visible()
    await expect(page.locator(".waiting")).to_have_count(0)


async def shoots(page: Page, name: str) -> None:
    await page.locator("#text").blur()
    await page.evaluate("Promise.all([...document.images].map((image) => image.decode().catch(() => null)))")
    await page.wait_for_timeout(400)  # the scroller comes to rest
    PICTURES.mkdir(parents=True, exist_ok=True)
    await page.screenshot(path=PICTURES / f"{name}.png")


async def pictures() -> None:
    config = load(ROOT / "config.yml", flows=root.flow_names(), environment={})
    async with serving(config) as address, browsing() as browser:
        async with visiting(browser, address) as page:
            await says(page, "do you have an aurora ketle?", "Aurora kettle 1.7 l")
            await shoots(page, "chat")
        async with visiting(browser, address, phone=True) as page:
            await says(page, "where is my order 1002?", "e-mail or phone")
            await says(page, "ana.novak@example.com", "did that solve it")
            await shoots(page, "chat-phone-dark")


# --- flows -----------------------------------------------------------------------------------------------------------------
HEAD = """# The flows, drawn

Made by `make docs` from the paths of each flow through the demo shop, as `frontdesk paths` walks them; edit the flows, not this page.
Where the walk was cut, a way may be missing here.
A hexagon is a question, a double frame something done in the shop, a rounded end a hand-over to a person.
Circles are the ends of a path. Answers stand on the arrows; lists made of data (items, products) show their first entries.
What the flows are for is told in [flows.md](flows.md).
"""


def drawn_before() -> dict[str, str]:
    """The sections of the page as it is, by flow."""
    if not DRAWN.exists():
        return {}
    parts = re.split(r"^## ", DRAWN.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {part.split("\n", 1)[0].strip(): f"## {part.strip()}\n" for part in parts}


async def section(flow: Flow, config: Config) -> str:
    walked = await walk_flow(flow, config.house(), root.demo_shop)
    many = f"{len(walked.paths)} path{'s' if len(walked.paths) != 1 else ''}{', cut there' if walked.cut else ''}"
    intents = ", ".join(f"`{i}`" for i in flow.intents) or "none; the engine starts it"
    return f"## {flow.name}\n\n{flow.summary}\nIntents: {intents}. {many}.\n\n```mermaid\n{draw(walked, 'mermaid')}\n```\n"


async def flows(names: Sequence[str]) -> None:
    config = load(ROOT / "config.yml", flows=root.flow_names(), environment={})
    unknown = set(names) - {f.name for f in FLOWS}
    if unknown:
        raise SystemExit(f"no flow is called {', '.join(sorted(unknown))}")
    known = drawn_before() if names else {}
    for flow in FLOWS:
        if flow.name not in known or flow.name in names:
            known[flow.name] = await section(flow, config)
            # Written after each flow: a walk takes minutes, and one that fails must not cost those before it.
            DRAWN.write_text("\n".join((HEAD, *(known[f.name] for f in FLOWS if f.name in known))), "utf-8")


# --- counts ----------------------------------------------------------------------------------------------------------------
def table(folder: Path) -> str:
    """Examples by intent and language as a Markdown table."""
    read = read_all([folder])
    found = Counter((example.intent, example.language) for example in read.examples)
    lines = ["| intent | " + " | ".join(LANGUAGES) + " | all |", "|---|" + "---:|" * (len(LANGUAGES) + 1)]
    for intent in INTENTS:
        row = [found[intent, language] for language in LANGUAGES]
        lines.append(f"| {intent} | " + " | ".join(map(str, row)) + f" | {sum(row)} |")
    sums = [sum(found[intent, language] for intent in INTENTS) for language in LANGUAGES]
    lines.append("| **all** | " + " | ".join(f"**{n}**" for n in sums) + f" | **{sum(sums)}** |")
    return "\n".join(lines)


SHAPES: dict[str, Callable[[str], bool]] = {
    "three words or fewer": lambda text: len(text.split()) <= 3,
    "fifteen words or more": lambda text: len(text.split()) >= 15,
    "with a digit": lambda text: any(c.isdigit() for c in text),
    "begins with a small letter": lambda text: text[:1].islower(),
    "ends with a question mark": lambda text: text.rstrip().endswith("?"),
    "no Cyrillic letter": lambda text: not re.search("[\u0400-\u04ff]", text),
    "no č, š or ž": lambda text: not re.search("[čšž]", text.lower()),
    "with an emoji": lambda text: bool(re.search("[\u2600-\u27bf\U0001f300-\U0001faff]", text)),
}
"""What can be measured about how examples are written."""
ONLY = {"no Cyrillic letter": ("ru", "uk"), "no č, š or ž": ("sl",)}  # elsewhere it says nothing


def shapes() -> str:
    """Shares of the training examples by language as a Markdown table, and how many texts are held out and trained on alike."""
    texts = {language: [e.text for e in read_all([EXAMPLES]).examples if e.language == language] for language in LANGUAGES}
    lines = ["| share of examples | " + " | ".join(LANGUAGES) + " |", "|---|" + "---:|" * len(LANGUAGES)]
    for name, has in SHAPES.items():
        asked = ONLY.get(name, LANGUAGES)
        cells = [f"{sum(map(has, texts[x])) / max(1, len(texts[x])):.1%}" if x in asked else "" for x in LANGUAGES]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    held_out = {e.text.lower() for e in read_all([HELD_OUT]).examples}
    both = sorted(held_out & {text.lower() for mine in texts.values() for text in mine})
    shown = ": " + ", ".join(f"“{text}”" for text in both[:12]) if both else ""
    return "\n".join([*lines, "", f"Held-out texts that are also trained on, letter for letter: {len(both)}{shown}."])


def figures() -> str:
    """What today's model makes of the held-out examples. Trains it first when examples or code have changed."""
    measured = commands.test(ensure([EXAMPLES], ROOT / root.CACHE), [HELD_OUT])
    return f"```text\n{measured}\n```"


def fill(page: Path, name: str, made: str) -> None:
    """Replace what stands between the marks `<!-- NAME -->` and `<!-- /NAME -->` of a page."""
    before, mark, rest = page.read_text("utf-8").partition(f"<!-- {name} -->\n")
    _, end, after = rest.partition(f"<!-- /{name} -->")
    if not mark or not end:
        raise SystemExit(f"{page} has no place for {name}")
    page.write_text(f"{before}{mark}\n{made}\n\n{end}{after}", "utf-8")


def counts() -> None:
    fill(CARD, "training", table(EXAMPLES))
    fill(CARD, "held-out", table(HELD_OUT))
    fill(CARD, "shapes", shapes())
    fill(UNDERSTANDING, "figures", figures())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("all", "pictures", "flows", "counts"), default="all")
    parser.add_argument("names", nargs="*", help="flows to draw anew")
    asked = parser.parse_args()
    if asked.part in ("all", "pictures"):
        with tempfile.TemporaryDirectory() as folder:
            root.STATE = Path(folder)  # a picture leaves nothing behind, not even a customer's file
            asyncio.run(pictures())
    if asked.part in ("all", "flows"):
        asyncio.run(flows(asked.names))
    if asked.part in ("all", "counts"):
        counts()


if __name__ == "__main__":
    main()
