"""How the chat page looks and reads: widths, schemes, targets, contrast, languages, writing directions."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.chat_page import GREETED, bubble, opens, says
from tests.browser.conftest import Shop, Shot

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def has_sideways_scroll(page: Page) -> bool:
    return bool(
        await page.evaluate(
            "[document.documentElement, document.getElementById('scroller')].some((node) => node.scrollWidth > node.clientWidth + 1)"
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(320, 568), (390, 844), (1280, 860)])
async def test_no_width_scrolls_sideways_and_every_target_is_large_enough(
    browser: Browser, shop: Shop, shot: Shot, scheme: str, width: int, height: int
) -> None:
    dark = scheme == "dark"
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="en-GB",
        has_touch=width < 1000,
        is_mobile=width < 1000,
        device_scale_factor=2 if width < 1000 else 1,
    )
    page = await context.new_page()
    await opens(page, shop)
    await shot(page, f"start-{width}-{scheme}")
    for text in ("Where is my order?", "label", "picture", "a" * 300, "Kettles"):
        await says(page, text)
        await expect(page.locator(".waiting")).to_have_count(0)
    await expect(page.locator(".card")).to_have_count(4)
    await page.locator(".card img").first.evaluate("node => node.decode()")
    await page.wait_for_timeout(400)
    await shot(page, f"full-{width}-{scheme}")
    assert not await has_sideways_scroll(page)
    small = await page.evaluate(
        """[...document.querySelectorAll("button, .choice, a.file")].filter((node) => node.checkVisibility())
            .map((node) => [node.className, node.getBoundingClientRect()])
            .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
            .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""
    )
    assert small == []
    faint = await page.evaluate(CONTRAST)
    assert faint == []
    await page.locator("#scroller").evaluate("node => node.scrollTo(0, 0)")
    await shot(page, f"top-{width}-{scheme}")
    await context.close()


# Every piece of text against the nearest painted ground, as WCAG counts it.
CONTRAST = """() => {
    const parts = (text) => text.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (node) => { for (; node; node = node.parentElement) { const c =
    parts(getComputedStyle(node).backgroundColor);
        if (c.length < 4 || c[3] > 0.9) return c; } return [255, 255, 255]; };
    const faint = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const node = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || !node.checkVisibility()) continue;
        if (node.closest("noscript, .hearable, .skip")) continue;
        const [one, other] = [light(parts(getComputedStyle(node).color)), light(ground(node))].sort((a, b) => b - a);
        const name = `${node.className || node.tagName}: ${walk.currentNode.data.slice(0, 30)}`;
        if ((one + 0.05) / (other + 0.05) < 4.5) faint.push(name);
    }
    return faint;
}"""


@pytest.mark.parametrize(("language", "words"), [("ru", "Отвечаем сразу"), ("uk", "Відповідаємо одразу"), ("sl", "Odgovorimo takoj")])
async def test_the_page_speaks_the_customers_language(page: Page, shop: Shop, shot: Shot, language: str, words: str) -> None:
    await page.goto(f"{shop.origin}/chat?lang={language}")
    await expect(page.get_by_text(words)).to_be_visible()
    await expect(bubble(page, GREETED)).to_be_visible()
    assert shop.desk.updates[0].locale == language
    await shot(page, f"language-{language}")


async def test_right_to_left_text_reads_from_the_right(page: Page, shop: Shop) -> None:
    await opens(page, shop)
    await says(page, "שלום, איפה ההזמנה שלי?")
    said = bubble(page, "איפה ההזמנה").first
    assert await said.evaluate("node => getComputedStyle(node).direction") == "rtl"
