"""Teaching at the desk, in a browser: by mouse and by keys, seen by a colleague at once, without barriers, on a phone too."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Shot
from tests.browser.desk_office import Office, speaks
from tests.browser.pages_of_agents import Agents
from tests.browser.test_desk_looks import SMALL, barriers, sideways

pytestmark = pytest.mark.asyncio(loop_scope="session")

LOST = "do you engrave initials on knives"


@pytest_asyncio.fixture(loop_scope="session")
async def agents(browser: Browser, office: Office) -> AsyncIterator[Agents]:
    made = Agents(browser, office)
    yield made
    await made.close()


async def asked(office: Office) -> int:
    return await office.hears("telegram", "t1", "Where is my order 1001?", LOST, name="Ana Novak")


def foot(page: Page, text: str) -> str:
    return f".line.customer:has-text('{text}') .foot"


async def test_an_agent_corrects_what_the_bot_saw_and_a_colleague_sees_it_at_once(office: Office, agents: Agents) -> None:
    number = await asked(office)
    maja, petro = await agents.page(office.maja, f"/c/{number}"), await agents.page(office.petro, f"/c/{number}")
    await expect(maja.locator(foot(maja, "Where is my order"))).to_contain_text("Understood: Order status")
    before = await office.core.store.read(lambda db: db.execute("SELECT state, version FROM conversations").fetchall())
    button = maja.locator(f"{foot(maja, LOST)} .teach")
    await button.focus()
    await maja.keyboard.press("Enter")
    await expect(maja.locator("#field-meant")).to_be_focused()
    await expect(maja.locator("#dialog")).to_contain_text(LOST)
    await maja.locator("#field-meant").select_option(label="Product question")
    await maja.keyboard.press("Enter")
    await maja.locator("#dialog button[type=submit]").click()
    await expect(maja.locator(foot(maja, LOST))).to_contain_text("Corrected by Maja Kos: Product question")
    await expect(petro.locator(foot(petro, LOST))).to_contain_text("Corrected by Maja Kos: Product question")
    assert await office.core.store.read(lambda db: db.execute("SELECT state, version FROM conversations").fetchall()) == before
    await petro.locator(f"{foot(petro, LOST)} .teach").click()
    await petro.locator("#field-meant").select_option("take_back")
    await petro.locator("#dialog button[type=submit]").click()
    await expect(maja.locator(f"{foot(maja, LOST)} .taught")).to_have_count(0)
    assert await office.core.store.read(lambda db: db.execute("SELECT * FROM lessons").fetchall()) == []


async def test_it_was_right_is_said_with_two_clicks(office: Office, agents: Agents) -> None:
    page = await agents.page(office.maja, f"/c/{await asked(office)}")
    await page.locator(f"{foot(page, 'Where is my order')} .teach").click()
    await page.locator("#field-meant").select_option(label="It was right: Order status")
    await page.locator("#dialog button[type=submit]").click()
    await expect(page.locator(foot(page, "Where is my order"))).to_contain_text("Confirmed by Maja Kos: Order status")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 860)])
async def test_teaching_stands_in_nobodys_way(office: Office, agents: Agents, shot: Shot, scheme: str, width: int, height: int) -> None:
    number = await asked(office)
    page = await agents.page(office.maja, f"/c/{number}", width=width, height=height, scheme=scheme)
    await page.locator(f"{foot(page, 'Where is my order')} .teach").click()
    await expect(page.locator("#field-meant")).to_be_focused()
    await shot(page, f"lesson-window-{width}-{scheme}")
    found = {"window": await barriers(page)}
    await page.locator("#field-meant").select_option("order_confirmation")
    await page.locator("#dialog button[type=submit]").click()
    await expect(page.locator(".taught")).to_be_visible()
    await page.locator(".taught").scroll_into_view_if_needed()
    await shot(page, f"lesson-taught-{width}-{scheme}")
    found["taught"] = await barriers(page)
    assert found == {"window": [], "taught": []}
    assert not await sideways(page)
    assert await page.evaluate(SMALL) == []


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Понято: Где заказ"), ("uk", "Зрозуміло як: Де замовлення"), ("sl", "Razumljeno: Stanje naročila")]
)
async def test_teaching_speaks_the_agents_language(office: Office, agents: Agents, language: str, words: str) -> None:
    number = await asked(office)
    await speaks(office, office.maja, language)
    page = await agents.page(office.maja, f"/c/{number}")
    await expect(page.locator(foot(page, "Where is my order"))).to_contain_text(words)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 860)])
async def test_the_owner_sees_what_nobody_taught(office: Office, agents: Agents, shot: Shot, scheme: str, width: int, height: int) -> None:
    for place, text in enumerate((LOST, "can you engrave a name on the knife", "engraving initials on a flask, I am Ana Novak")):
        await office.hears("telegram", f"lost-{place}", text, name="Ana Novak")
        [(row,)] = await office.core.store.read(lambda db: db.execute("SELECT max(id) FROM inbox").fetchall())
        await office.people.lessons.teach(row, office.maja, "out_of_scope")
    page = await agents.page(office.olga, width=width, height=height, scheme=scheme)
    await page.goto(f"{office.url}/gaps")
    await expect(page.locator("tbody tr")).to_have_count(1)
    await expect(page.locator("tbody strong")).to_contain_text("engrav")
    await expect(page.locator("tbody")).not_to_contain_text("Ana")
    await shot(page, f"gaps-{width}-{scheme}")
    assert await barriers(page) == []
    assert not await sideways(page)
    await page.locator("tbody li a").first.click()
    await expect(page.locator(".line.customer").first).to_be_visible()
