"""How the desk looks and reads: barriers found by axe-core, widths, schemes, targets, languages, many conversations, and how soon."""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator
from functools import partial
from importlib.resources import files
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.update import Update, UpdateKind
from tests.browser.conftest import Shot
from tests.browser.desk_office import Office, speaks
from tests.browser.pages_of_agents import Agents, row

pytestmark = pytest.mark.asyncio(loop_scope="session")

SERIOUS = ("serious", "critical")
SMALL = """[...document.querySelectorAll("button, a, select, input, summary")]
    .filter((node) => node.checkVisibility() && !node.closest(".skip") && getComputedStyle(node).display !== "inline")
    .map((node) => [node.id || node.className || node.tagName, node.getBoundingClientRect()])
    .filter(([, box]) => box.width * box.height > 400 && (box.width < 23.5 || box.height < 23.5))
    .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""


@pytest_asyncio.fixture(loop_scope="session")
async def agents(browser: Browser, office: Office) -> AsyncIterator[Agents]:
    made = Agents(browser, office)
    yield made
    await made.close()


async def barriers(page: Page) -> list[str]:
    """What axe-core calls serious or worse, by WCAG 2.2 A and AA, in one line each."""
    await page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found: dict[str, Any] = await page.evaluate("tags => axe.run({ runOnly: tags, resultTypes: ['violations'] })", tags)
    return [
        f"{fault['id']}: {', '.join(str(node['target']) for node in fault['nodes'][:4])}"
        for fault in found["violations"]
        if fault["impact"] in SERIOUS
    ]


def tell(measured: str) -> None:
    sys.stdout.write(f"\n{measured}\n")


async def sideways(page: Page) -> bool:
    return bool(await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 860)])
async def test_nothing_stands_in_anybodys_way(office: Office, agents: Agents, shot: Shot, scheme: str, width: int, height: int) -> None:
    await office.hears(
        "telegram",
        "t0",
        "ЭТО БЕЗОБРАЗИЕ!!! Ничего не работает!",
        "Позовите человека",
        "Позовите человека",
        name="Олег Смирнов",
        locale="ru",
    )
    await office.hears("webchat", "w1", "Where is my order 1001?", "ana.novak@example.com", name="Ana Novak")
    number = await office.waits("whatsapp", "+38640111222", name="Luka Zupan")
    page = await agents.page(office.maja, width=width, height=height, scheme=scheme)
    name = f"{width}-{scheme}"
    await page.locator("#tab-all").click()
    await expect(row(page, number)).to_be_visible()
    await page.locator("#filters-button").click()
    await shot(page, f"desk-list-{name}")
    found = {"list": await barriers(page)}
    await page.locator("#filters-button").click()
    await row(page, number).click()
    await expect(page.locator("#banner-words")).to_have_text("The customer waits for a person.")
    await shot(page, f"desk-waiting-{name}")
    found["waiting"] = await barriers(page)
    await page.locator("#take-over").click()
    await expect(page.locator("#mode-reply")).to_have_attribute("aria-selected", "true")
    await page.locator("#text").fill("Let me look, I will find out by 15:00.")
    await page.locator("#send").click()
    await expect(page.locator(".line.agent")).to_be_visible()
    await page.locator("#mode-note").click()
    await page.locator("#text").fill("Knows the carrier by name")
    await page.locator("#send").click()
    await expect(page.locator("#lines .line.note")).to_be_visible()
    await shot(page, f"desk-mine-{name}")
    found["mine"] = await barriers(page)
    assert not await sideways(page)
    assert await page.evaluate(SMALL) == []
    if width < 1000:
        await page.locator("#context-button").click()
    await expect(page.locator("#context-body .person")).to_be_visible()
    await shot(page, f"desk-context-{name}")
    found["context"] = await barriers(page)
    if width < 1000:
        await page.locator("#context-close").click()
    await page.get_by_label("More actions").click()
    await page.locator("#snooze").click()
    await expect(page.locator("#field-words")).to_be_focused()
    await shot(page, f"desk-snooze-{name}")
    found["dialog"] = await barriers(page)
    assert found == {place: [] for place in found}


@pytest.mark.parametrize(
    ("language", "waits", "send"),
    [
        ("ru", "Клиент ждёт сотрудника.", "Добавить заметку"),
        ("uk", "Клієнт чекає на співробітника.", "Додати нотатку"),
        ("sl", "Stranka čaka na človeka.", "Dodaj zaznamek"),
    ],
)
async def test_the_desk_speaks_the_agents_language(
    office: Office, agents: Agents, shot: Shot, language: str, waits: str, send: str
) -> None:
    number = await office.waits()
    await speaks(office, office.maja, language)
    page = await agents.page(office.maja, f"/c/{number}")
    await expect(page.locator("#banner-words")).to_have_text(waits)
    await expect(page.locator("#send-text")).to_have_text(send)
    assert await page.locator("html").get_attribute("lang") == language
    assert not await sideways(page)
    await shot(page, f"desk-{language}")


async def test_five_hundred_conversations_are_read_a_page_at_a_time(office: Office, agents: Agents, shot: Shot) -> None:
    number = await office.waits()
    await many(office, number, 499)
    page = await agents.page(office.maja)
    began = time.perf_counter()
    await page.locator("#tab-unassigned").click()
    await expect(page.locator("#rows > li")).to_have_count(50)
    opened = time.perf_counter() - began
    await expect(page.locator("#count-unassigned")).to_have_text("500")
    await shot(page, "desk-many")
    began = time.perf_counter()
    slowest = await page.evaluate(SCROLL)
    ended = time.perf_counter() - began
    tell(f"500 conversations: list after {opened * 1000:.0f} ms, its end after {ended:.1f} s, longest pause of a frame {slowest:.0f} ms")
    await expect(page.locator("#rows > li")).to_have_count(500)


# Scrolls until nothing more comes and gives the longest time between two frames.
SCROLL = """async () => {
    const place = document.getElementById("list-scroller");
    const rows = document.getElementById("rows");
    let slowest = 0, last = performance.now();
    for (const end = last + 30000; performance.now() < end && rows.children.length < 500;) {
        place.scrollTop += 400;
        const now = await new Promise(requestAnimationFrame);
        slowest = Math.max(slowest, now - last);
        last = now;
    }
    return slowest;
}"""


def _described(table: str, db: Any) -> Any:
    return db.execute(f"PRAGMA table_info({table})").fetchall()


_LAST = "id = (SELECT max(id) FROM inbox WHERE conversation_id = :pattern)"


async def many(office: Office, pattern: int, count: int) -> None:
    """So many conversations more that wait as this one does."""
    store = office.core.store
    columns = {}
    for table in ("conversations", "cases", "inbox"):
        found = await store.read(partial(_described, table))
        columns[table] = [name for _, name, *_ in found]
    ids = [(store.new_id(), store.new_id(), store.new_id(), place) for place in range(count)]

    def copy(db: Any) -> None:
        for here, case, line, place in ids:
            changed: dict[str, tuple[str, dict[str, Any]]] = {
                "conversations": ("id = :pattern", {"id": here, "address": f"copy-{place}"}),
                "cases": ("conversation_id = :pattern", {"id": case, "conversation_id": here}),
                "inbox": (_LAST, {"id": line, "conversation_id": here, "platform_id": f"copy-{place}"}),
            }
            for table, (which, new) in changed.items():
                picked = ", ".join(f":{name}" if name in new else name for name in columns[table])
                db.execute(f"INSERT INTO {table} SELECT {picked} FROM {table} WHERE {which}", {**new, "pattern": pattern})

    await store.write(copy)


async def test_how_soon_a_stored_message_is_shown(office: Office, agents: Agents) -> None:
    number = await office.waits()
    await office.people.baton.take_over(number, office.maja)
    page = await agents.page(office.maja, f"/c/{number}")
    await expect(page.locator("#mode-reply")).to_have_attribute("aria-selected", "true")
    await page.evaluate(SEEN)
    took = []
    for place in range(12):
        at = office.core.now()
        update = Update("telegram", f"soon-{place}", "t1", UpdateKind.TEXT, at, f"Message number {place}.", name="Ana")
        await office.core.reception.accept([update])
        stored = time.time() * 1000
        shown: float = await page.evaluate(WHEN, f"Message number {place}.")
        took.append(shown - stored)
        await asyncio.sleep(0.2)
    tell(f"from stored to shown at the desk: median {statistics.median(took):.0f} ms, longest {max(took):.0f} ms of {len(took)}")


WHEN = """async (text) => {
    while (!(text in window.seen)) await new Promise(requestAnimationFrame);
    return window.seen[text];
}"""
SEEN = """() => {
    window.seen = {};
    new MutationObserver(() => {
        for (const node of document.querySelectorAll(".line.customer .text")) window.seen[node.textContent] ??= Date.now();
    }).observe(document.getElementById("lines"), { childList: true, subtree: true });
}"""
