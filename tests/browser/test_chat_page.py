"""The chat page as customers meet it: mouse, keyboard, phone, bad networks, and a shop's page around it."""

from __future__ import annotations

import asyncio
import io

import pytest
from PIL import Image
from playwright.async_api import BrowserContext, FilePayload, Page, Route, expect

from bot.message import Message
from bot.update import UpdateKind
from tests.browser.chat_page import GREETED, bubble, opens, says
from tests.browser.conftest import Shop, Shot

pytestmark = pytest.mark.asyncio(loop_scope="session")


def photo(width: int = 900, height: int = 600) -> bytes:
    made = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    out = io.BytesIO()
    made.save(out, "JPEG")
    return out.getvalue()


async def test_a_new_chat_greets_once_and_a_reload_shows_it_again(page: Page, shop: Shop, shot: Shot) -> None:
    await opens(page, shop)
    await shot(page, "start-desktop-light")
    await says(page, "Where is my order?")
    await expect(page.get_by_role("button", name="Order 1001")).to_be_visible()
    await page.reload()
    await expect(page.locator(".line")).to_have_count(3)
    await expect(bubble(page, GREETED)).to_have_count(1)
    assert [update.kind for update in shop.desk.updates] == [UpdateKind.START, UpdateKind.TEXT]
    await expect(page.locator(".day")).to_have_text(["Today"])


async def test_the_typing_indicator_shows_and_ends_with_the_message(page: Page, shop: Shop, shot: Shot) -> None:
    await opens(page, shop)
    shop.desk.pause = 0.6
    await says(page, "hello")
    await expect(page.locator("#typing .dots")).to_be_visible()
    await expect(page.locator("#typing")).to_contain_text("Pine & Kettle is writing")
    await shot(page, "typing")
    await expect(bubble(page, "You said: hello")).to_be_visible()
    await expect(page.locator("#typing .dots")).to_have_count(0)


async def test_buttons_work_by_mouse_and_only_the_newest_are_prominent(page: Page, shop: Shop, shot: Shot) -> None:
    await opens(page, shop)
    await page.get_by_role("button", name="Where is my order?").click()
    await page.get_by_role("button", name="Order 1002").click()
    await expect(bubble(page, "You said: Order 1002")).to_be_visible()
    assert [update.payload for update in shop.desk.updates] == ["", "q:1:order", "q:3:1002"]
    await expect(page.locator(".newest")).to_have_count(0)
    await expect(page.locator(".chosen")).to_have_count(2)
    await page.get_by_role("button", name="Return an item").click()  # an older one may still be pressed
    await expect(bubble(page, "You said: Return an item")).to_be_visible()
    await shot(page, "buttons")


async def test_everything_is_reached_and_pressed_by_keyboard(page: Page, shop: Shop) -> None:
    await opens(page, shop)
    first_stop = page.locator("a[href], button, textarea, [tabindex]").first
    await expect(first_stop).to_have_class("skip")
    await first_stop.focus()
    await page.keyboard.press("Tab")
    await expect(page.locator("#scroller")).to_be_focused()
    await page.keyboard.press("Tab")
    first = page.get_by_role("button", name="Where is my order?")
    await expect(first).to_be_focused()
    assert await first.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Order 1001")).to_be_visible()
    await page.locator(".skip").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Write a message")).to_be_focused()


async def test_enter_sends_and_shift_enter_makes_a_line(page: Page, shop: Shop) -> None:
    await opens(page, shop)
    field = page.get_by_label("Write a message")
    await field.fill("one line")
    small = await field.evaluate("node => node.offsetHeight")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("two lines")
    assert await field.evaluate("node => node.offsetHeight") > small
    await page.keyboard.press("Enter")
    await expect(bubble(page, "You said: one line")).to_be_visible()
    await expect(field).to_have_value("")
    assert shop.said == ["one line\ntwo lines"]


async def test_a_draft_survives_a_reload(page: Page, shop: Shop) -> None:
    await opens(page, shop)
    await page.get_by_label("Write a message").fill("half a thou")
    await page.reload()
    await expect(page.get_by_label("Write a message")).to_have_value("half a thou")
    assert shop.said == []


async def test_a_picture_goes_up_with_a_preview_and_opens_large(page: Page, shop: Shop, shot: Shot) -> None:
    await opens(page, shop)
    photos = [FilePayload(name=f"damage-{number}.jpg", mimeType="image/jpeg", buffer=photo()) for number in (1, 2)]
    invoice = FilePayload(name="invoice.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7 " + bytes(99))
    await page.locator("#files").set_input_files([*photos, invoice])
    await expect(page.locator("#tray img")).to_have_count(2)
    await page.get_by_label("Write a message").fill("The lid is cracked")
    await shot(page, "upload-preview")
    await page.get_by_role("button", name="Remove damage-2.jpg").click()
    await page.keyboard.press("Enter")
    await expect(bubble(page, "I have your image")).to_be_visible()
    await expect(bubble(page, "I have your file")).to_be_visible()
    await expect(page.locator(".waiting")).to_have_count(0)
    assert [(update.text, update.attachments[0].name) for update in shop.desk.updates[1:]] == [
        ("The lid is cracked", "damage-1.jpg"),
        ("", "invoice.pdf"),
    ]
    await page.reload()
    picture = page.get_by_role("button", name="damage-1.jpg")
    await picture.click()
    await expect(page.locator("#viewer-image")).to_be_visible()
    assert await page.locator("#viewer-image").evaluate("node => node.decode().then(() => node.naturalWidth)") == 900
    await shot(page, "picture-enlarged")
    await page.keyboard.press("Escape")
    await expect(page.locator("#viewer")).to_be_hidden()
    await expect(picture).to_be_focused()
    await shot(page, "upload-done")


async def test_a_pasted_picture_waits_in_the_tray(page: Page, shop: Shop) -> None:
    await opens(page, shop)
    await page.evaluate(
        """async () => {
            const canvas = Object.assign(document.createElement("canvas"), { width: 20, height: 20 });
            canvas.getContext("2d").fillRect(0, 0, 20, 20);
            const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
            const data = new DataTransfer();
            data.items.add(new File([blob], "pasted.png", { type: "image/png" }));
            document.getElementById("text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, cancelable:
            true }));
        }"""
    )
    await expect(page.locator("#tray img")).to_have_count(1)
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(bubble(page, "I have your image")).to_be_visible()


async def test_a_dropped_file_waits_in_the_tray_and_an_unwelcome_one_is_explained(page: Page, shop: Shop, shot: Shot) -> None:
    await opens(page, shop)
    drop = """([name, type]) => {
        const data = new DataTransfer();
        data.items.add(new File(["%PDF-1.7 content"], name, { type }));
        for (const kind of ["dragover", "drop"])
            dispatchEvent(new DragEvent(kind, { dataTransfer: data, cancelable: true }));
    }"""
    await page.evaluate(drop, ["invoice.pdf", "application/pdf"])
    await expect(page.locator("#tray .paper")).to_have_text("invoice.pdf")
    await page.evaluate(drop, ["virus.exe", "application/x-msdownload"])
    await expect(page.locator("#notice")).to_contain_text("We cannot open this kind of file")
    await shot(page, "unwelcome-file")


async def test_an_upload_under_way_can_be_cancelled(page: Page, shop: Shop, shot: Shot) -> None:
    await opens(page, shop)
    release = asyncio.Event()

    async def hold(route: Route) -> None:
        await release.wait()

    await page.route("**/chat/files", hold)
    await page.locator("#files").set_input_files(FilePayload(name="a.jpg", mimeType="image/jpeg", buffer=photo()))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("progressbar")).to_be_visible()
    await shot(page, "upload-progress")
    await page.get_by_role("button", name="Cancel").click()
    await expect(page.locator(".in")).to_have_count(0)
    release.set()
    assert shop.said == []


async def test_offline_a_message_is_marked_and_sent_once_when_the_line_is_back(
    page: Page, context: BrowserContext, shop: Shop, shot: Shot
) -> None:
    await opens(page, shop)
    await context.set_offline(True)
    await says(page, "Can you hear me?")
    await expect(page.get_by_role("button", name="Try again")).to_be_visible()
    await expect(page.locator("#banner")).to_contain_text("No connection")
    await shot(page, "offline")
    await context.set_offline(False)
    await expect(bubble(page, "You said: Can you hear me?")).to_be_visible()
    await expect(page.locator("#banner")).to_be_hidden()
    await expect(page.locator(".failed")).to_have_count(0)
    assert shop.said == ["Can you hear me?"]


async def test_a_lost_answer_is_tried_again_with_the_same_id(page: Page, shop: Shop) -> None:
    await opens(page, shop)

    async def swallow(route: Route) -> None:
        await route.fetch()
        await route.abort()

    await page.route("**/chat/messages", swallow)
    await says(page, "Only once, please")
    await expect(page.locator(".failed")).to_have_count(1)
    await page.unroute("**/chat/messages")
    await page.get_by_role("button", name="Try again").click()
    await expect(page.locator(".failed, .waiting")).to_have_count(0)
    await expect(bubble(page, "Only once, please")).to_have_count(2)  # said and answered
    assert shop.said == ["Only once, please"]


async def test_what_was_not_sent_survives_a_reload(page: Page, shop: Shop) -> None:
    await opens(page, shop)
    await page.route("**/chat/messages", lambda route: route.abort())
    await says(page, "Do not forget me")
    await expect(page.locator(".failed")).to_have_count(1)
    await page.unroute("**/chat/messages")
    await page.reload()
    await page.get_by_role("button", name="Try again").click()
    await expect(bubble(page, "You said: Do not forget me")).to_be_visible()


async def test_a_server_that_was_away_is_found_again_without_loss_or_double(page: Page, shop: Shop) -> None:
    await opens(page, shop)
    for stream in [stream for streams in shop.chat._streams._open.values() for stream in streams]:
        stream.end()
    for number in range(3):
        await shop.desk.say("webchat", shop.address, Message(f"news {number}"))
    await expect(bubble(page, "news").locator(".text")).to_have_text([f"news {number}" for number in range(3)])


async def test_a_busy_shop_is_asked_again_when_it_said(page: Page, shop: Shop) -> None:
    await opens(page, shop)
    shop.desk.busy = 0.2
    await says(page, "hello")
    await expect(page.locator("#notice")).to_contain_text("That was a lot at once")
    shop.desk.busy = None
    await expect(bubble(page, "You said: hello")).to_be_visible()


async def test_text_is_never_markup(page: Page, shop: Shop, shot: Shot) -> None:
    await opens(page, shop)
    await says(page, "html")
    await expect(bubble(page, "<script>window.hacked=1</script>")).to_be_visible()
    await says(page, "<img src=x onerror='window.hacked=1'>")
    await expect(bubble(page, "You said: <img src=x")).to_be_visible()
    assert await page.evaluate("window.hacked") is None
    assert await page.locator("a[href^='javascript'], .log img[src='x']").count() == 0
    await expect(page.locator(".text a").first).to_have_attribute("href", "https://shop.example/a?b=")
    await shot(page, "hostile")


async def test_the_reader_is_not_torn_away_and_the_pill_counts(page: Page, shop: Shop, shot: Shot) -> None:
    await opens(page, shop)
    for number in range(30):
        await shop.desk.say("webchat", shop.address, Message(f"line {number} of a long story that goes on"))
    await expect(bubble(page, "line 29 ")).to_be_in_viewport()
    await page.locator("#scroller").evaluate("node => node.scrollTo(0, 300)")
    await expect(page.locator("#pill")).to_be_visible()
    await shop.desk.say("webchat", shop.address, Message("news one"))
    await shop.desk.say("webchat", shop.address, Message("news two"))
    await expect(page.locator("#pill")).to_have_text("2 new messages")
    assert await page.locator("#scroller").evaluate("node => node.scrollTop") == 300
    await shot(page, "pill")
    await page.locator("#pill").click()
    await expect(bubble(page, "news two")).to_be_in_viewport()
    await expect(page.locator("#pill")).to_be_hidden()


async def test_cards_are_a_carousel_for_mouse_and_keyboard(page: Page, shop: Shop, shot: Shot) -> None:
    await opens(page, shop)
    await page.get_by_role("button", name="Kettles").click()
    shelf = page.get_by_role("list", name="Cards")
    await expect(shelf.get_by_role("listitem").locator("h3")).to_have_count(4)
    await page.locator(".card img").first.evaluate("node => node.decode()")
    await shot(page, "cards-desktop")
    await page.get_by_role("button", name="Next").click()
    async with asyncio.timeout(5):
        while await shelf.evaluate("node => node.scrollLeft") < 100:
            await asyncio.sleep(0.02)
    await shelf.focus()
    await page.keyboard.press("ArrowRight")
    await shelf.get_by_role("button", name="Tell me more").last.focus()
    await expect(shelf.locator(".card").last).to_be_in_viewport(ratio=0.8)
    await page.keyboard.press("Enter")
    await expect(bubble(page, "You said: Tell me more")).to_be_visible()
    assert shop.desk.updates[-1].payload == "q:2:330"


async def test_files_links_and_places_are_shown(page: Page, shop: Shop, shot: Shot) -> None:
    await opens(page, shop)
    await says(page, "label")
    await expect(page.get_by_role("link", name="return-label-1001.pdf")).to_be_visible()
    await expect(page.get_by_role("link", name="https://shop.example/returns?from=chat")).to_have_attribute("target", "_blank")
    await expect(page.get_by_role("link", name="Pine & Kettle, Ljubljana")).to_be_visible()
    await expect(page.get_by_role("link", name="Our return policy")).to_have_attribute("href", "https://shop.example/policy")
    await shot(page, "files-links")


async def test_the_shop_can_ask_for_a_phone_and_a_file(page: Page, shop: Shop) -> None:
    await opens(page, shop)
    await says(page, "phone")
    await expect(page.get_by_placeholder("Your phone number, with +")).to_have_attribute("inputmode", "tel")
    await says(page, "photo")
    await expect(page.get_by_placeholder("Write a message")).to_be_visible()
    async with page.expect_file_chooser():
        await page.locator(".log").get_by_role("button", name="Add a photo or file").click()


async def test_two_tabs_show_the_same_conversation(page: Page, context: BrowserContext, shop: Shop) -> None:
    await opens(page, shop)
    other = await context.new_page()
    await opens(other, shop)
    await says(other, "from the other tab")
    for each in (page, other):
        await expect(bubble(each, "You said: from the other tab")).to_be_visible()
        await expect(each.locator(".in")).to_have_count(1)


async def test_an_unread_message_counts_in_the_title_of_a_hidden_tab(page: Page, shop: Shop) -> None:
    await opens(page, shop)
    hide = """(hidden) => {
        Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    await page.evaluate(hide, True)
    await shop.desk.say("webchat", shop.address, Message("Are you there?"))
    await expect(page).to_have_title("(1) Chat with Pine & Kettle")
    await page.evaluate(hide, False)
    await expect(page).to_have_title("Chat with Pine & Kettle")


async def test_a_long_hidden_tab_lets_its_connection_go_and_still_learns_of_news(page: Page, shop: Shop) -> None:
    await page.clock.install()
    await opens(page, shop)
    await page.evaluate("""() => {
        Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }""")
    await page.clock.fast_forward(61_000)
    await shop.desk.say("webchat", shop.address, Message("Are you there?"))
    await page.clock.fast_forward(61_000)
    await expect(page).to_have_title("(1) Chat with Pine & Kettle")


async def test_a_browser_that_keeps_no_cookie_is_told_the_way_out(page: Page, context: BrowserContext, shop: Shop, shot: Shot) -> None:
    async def forgetful(route: Route) -> None:
        await context.clear_cookies()
        await route.continue_()

    await page.route("**/chat/static/**/chat.js", forgetful)
    await page.goto(shop.chat_url)
    await expect(page.locator("#notice")).to_contain_text("Your browser does not let this page remember you")
    await expect(page.get_by_role("link", name="Open the chat")).to_have_attribute("href", "/chat")
    await shot(page, "no-cookie")


async def test_a_session_dropped_by_the_browser_is_no_lost_connection(page: Page, context: BrowserContext, shop: Shop) -> None:
    await opens(page, shop)
    await context.clear_cookies()
    for stream in [stream for streams in shop.chat._streams._open.values() for stream in streams]:
        stream.end()
    await expect(page.locator("#notice")).to_contain_text("Your browser does not let this page remember you")
    await expect(page.locator("#banner")).to_be_hidden()
