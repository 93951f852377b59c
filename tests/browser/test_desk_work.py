"""The desk in a real browser: agents and customers, from the handover to the close."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.desk.values import Role
from bot.update import Attachment
from tests.browser.desk_office import Office
from tests.browser.pages_of_agents import Agents, opens, row

pytestmark = pytest.mark.asyncio(loop_scope="session")

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


@pytest_asyncio.fixture(loop_scope="session")
async def agents(browser: Browser, office: Office) -> AsyncIterator[Agents]:
    made = Agents(browser, office)
    yield made
    await made.close()


async def test_a_customer_of_the_web_chat_is_handed_over_answered_and_never_sees_a_note(office: Office, agents: Agents) -> None:
    maja = await agents.page(office.maja)
    customer = await agents.stranger()
    await customer.goto(office.chat_url)
    await customer.get_by_label("Write a message").fill("I want to talk to a person")
    await customer.keyboard.press("Enter")
    await customer.get_by_role("button", name="Just a person").click()
    await maja.locator("#tab-unassigned").click()
    await maja.locator("#rows .row-link").first.click()
    await expect(maja.locator("#banner-words")).to_have_text("The customer waits for a person.")
    await expect(maja.locator("#mode-reply")).to_have_attribute("aria-disabled", "true")
    await expect(maja.locator("#send-text")).to_have_text("Add note")

    await maja.locator("#take-over").click()
    await expect(maja.locator("#banner")).to_be_hidden()
    await expect(maja.locator("#send-text")).to_have_text("Send to customer")
    await maja.locator("#text").fill("Hello, this is Maja. What happened?")
    await maja.keyboard.press("Enter")
    await expect(customer.locator(".bubble", has_text="this is Maja")).to_be_visible()
    await expect(maja.locator(".line.agent", has_text="this is Maja")).to_contain_text("You")

    await maja.locator("#mode-note").click()
    await maja.locator("#text").fill("A regular customer")
    await maja.keyboard.press("Enter")
    await expect(maja.locator("#lines .line.note")).to_contain_text("Private note · You")
    await customer.get_by_label("Write a message").fill("My kettle leaks")
    await customer.keyboard.press("Enter")
    await expect(maja.locator(".line.customer", has_text="My kettle leaks")).to_be_visible()
    await expect(customer.locator(".bubble", has_text="regular")).to_have_count(0)


async def test_of_two_who_press_at_once_one_gets_it_and_the_other_reads_who(office: Office, agents: Agents) -> None:
    number = await office.waits(name="Олег", locale="ru")
    maja, petro = await agents.page(office.maja, f"/c/{number}"), await agents.page(office.petro, f"/c/{number}")
    both = [maja, petro]
    for page in both:
        await expect(page.locator("#take-over")).to_be_visible()
    for page in both:  # the press itself takes no time; the server sees both at once
        await page.evaluate("setTimeout(() => document.getElementById('take-over').click(), 300)")
    names = {maja: "Maja Kos", petro: "Petro Lys"}
    await expect(maja.locator("#toast")).to_be_visible()
    await expect(petro.locator("#toast")).to_be_visible()
    winner, loser = (maja, petro) if await maja.locator("#toast.fault").count() == 0 else (petro, maja)
    await expect(winner.locator("#toast")).to_contain_text("It is yours now.")
    await expect(loser.locator("#toast")).to_contain_text(f"{names[winner]} has it already.")
    await expect(loser.locator("#banner-words")).to_have_text(f"{names[winner]} has this conversation.")
    await expect(loser.locator("#take-over")).to_be_hidden()


async def test_ready_answers_come_in_the_customers_language_and_a_draft_outlives_a_reload(office: Office, agents: Agents) -> None:
    number = await office.waits(name="Олег Смирнов", locale="ru")
    page = await agents.page(office.maja, f"/c/{number}")
    await expect(page.locator("#take-over")).to_be_visible()  # the key does what the button does, once it is there
    await page.keyboard.press("t")
    await expect(page.locator("#mode-reply")).to_have_attribute("aria-selected", "true")
    await page.locator("#text").press_sequentially("/hello")
    await expect(page.locator("#canned [role=option]")).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(page.locator("#text")).to_have_value(re.compile("Здравствуйте, Олег.*Maja Kos"))
    await expect(page.locator("#saved")).to_have_text("Draft saved")
    await page.locator("#mode-note").click()
    await page.locator("#text").fill("For the next shift")
    await expect(page.locator("#saved")).to_have_text("Draft saved")

    await page.evaluate("sessionStorage.clear()")
    await page.reload()
    await expect(page.locator("#text")).to_have_value(re.compile("Здравствуйте, Олег"))
    await page.locator("#mode-note").click()
    await expect(page.locator("#text")).to_have_value("For the next shift")
    await page.locator("#mode-reply").click()
    await page.locator("#send").click()
    await expect(page.locator("#text")).to_have_value("")
    await expect(page.locator(".line.agent .text")).to_contain_text("Здравствуйте, Олег")
    assert any("Здравствуйте, Олег" in words for words in office.telegram.words)


async def test_a_typed_promise_is_kept_by_one_click_and_the_case_is_snoozed_in_words(office: Office, agents: Agents) -> None:
    number = await office.waits()
    page = await agents.page(office.maja, f"/c/{number}")
    await page.locator("#take-over").click()
    await page.locator("#mode-reply[aria-selected=true]").wait_for()
    await page.locator("#text").fill("I will find out and write to you tomorrow by 15:00.")
    await page.locator("#suggestion").click()
    own = page.locator("#context-body .promises li", has_text="promised by You")
    await expect(own).to_contain_text("tomorrow 15:00")
    await own.get_by_role("button", name="Kept").click()
    await expect(own).to_have_count(0)

    await page.locator("#text").blur()
    await page.keyboard.press("z")
    await page.locator("#field-words").fill("when the moon is blue")
    await page.keyboard.press("Enter")
    await expect(page.locator("#dialog [role=alert]")).to_contain_text("not understood")
    await page.locator("#field-words").fill("tomorrow 10")
    await page.keyboard.press("Enter")
    await expect(page.locator("#dialog")).to_be_hidden()
    await expect(page.locator("#toast")).to_contain_text("tomorrow 10:00")


async def test_returning_to_the_bot_and_resolving_tell_the_customer(office: Office, agents: Agents) -> None:
    number = await office.waits()
    page = await agents.page(office.maja, f"/c/{number}")
    await page.locator("#take-over").click()
    await expect(page.locator("#text")).to_be_focused()
    await page.locator("#text").blur()
    await page.keyboard.press("b")
    await page.locator("#field-agreed").fill("a new lid is on its way")
    await page.keyboard.press("Enter")
    await expect(page.locator("#banner-words")).to_contain_text("The bot is answering")
    await expect(page.locator(".line.bot", has_text="a new lid is on its way")).to_be_visible()

    await page.locator("#take-over").click()
    await expect(page.locator("#resolve")).to_be_visible()
    await page.locator("#resolve").click()
    await expect(page.locator("#banner-words")).to_contain_text("The bot is answering")
    await expect(page.locator(".line.bot").last).to_contain_text("solve", ignore_case=True)


async def test_a_failed_message_is_red_with_its_reason_and_try_again_really_sends(office: Office, agents: Agents) -> None:
    number = await office.waits()
    page = await agents.page(office.maja, f"/c/{number}")
    await page.locator("#take-over").click()
    await expect(page.locator("#mode-reply")).to_have_attribute("aria-selected", "true")
    office.telegram.refuses = "too_large"
    await page.locator("#text").fill("Here it is")
    await page.keyboard.press("Enter")
    failed = page.locator(".line.agent.bad")
    await expect(failed).to_contain_text("not sent: the file is too large")
    office.telegram.refuses = ""
    await failed.get_by_role("button", name="Send again").click()
    await expect(page.locator(".line.agent.bad")).to_have_count(0)
    await expect(page.locator(".line.agent .tick.sent")).to_have_count(1)
    assert office.telegram.words.count("Here it is") == 1


async def test_whoever_else_looks_or_writes_is_seen(office: Office, agents: Agents) -> None:
    number = await office.waits()
    maja, petro = await agents.page(office.maja, f"/c/{number}"), await agents.page(office.petro, f"/c/{number}")
    await expect(maja.locator("#lookers li")).to_have_attribute("title", "Petro Lys is looking too")
    await petro.locator("#text").press_sequentially("Maja, she called")
    await expect(maja.locator("#collision")).to_contain_text("Petro Lys is writing here too.")
    await petro.goto(f"{office.url}/profile")
    await expect(maja.locator("#lookers li")).to_have_count(0)


async def test_the_whatsapp_window_is_counted_down(office: Office, agents: Agents) -> None:
    number = await office.waits("whatsapp", "+38640111222", name="Luka")
    page = await agents.page(office.maja, f"/c/{number}")
    await expect(page.locator("#window")).to_contain_text("free answers for 23 hr")
    day_ago = "UPDATE inbox SET received_at = received_at - 90000000000"
    await office.core.store.write(lambda db: db.execute(day_ago))
    await page.reload()
    await expect(page.locator("#window")).to_contain_text("more than 24 hours")


async def test_what_a_customer_writes_is_never_html(office: Office, agents: Agents) -> None:
    text = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> javascript:alert(1)'
    number = await office.hears(
        "telegram", "t1", text, "I want to talk to a person", "Just a person", name='<b onclick="window.hacked=1">Ana</b>'
    )
    page = await agents.page(office.maja, f"/c/{number}")
    await expect(page.locator(".line.customer .text").first).to_contain_text("<script>")
    await page.locator("#tab-unassigned").click()
    await expect(row(page, number)).to_be_visible()
    assert await page.evaluate(
        "window.hacked === undefined && document.querySelectorAll('#lines img, #lines script, #rows b b').length === 0"
    )


async def test_a_customers_picture_is_shown_and_opens_with_a_session_only(office: Office, agents: Agents, tmp_path: Path) -> None:
    async def bytes_of() -> AsyncIterator[bytes]:
        yield PIXEL

    kept = await office.console.files.keep("telegram:t1", "lid.png", bytes_of())
    photo = Attachment("image", f"/files/{kept.id}", "lid.png", "image/png", kept.size)
    number = await office.hears("telegram", "t1", "look", name="Ana", files=(photo,))
    page = await agents.page(office.maja, f"/c/{number}")
    picture = page.locator(".line.customer img")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    stranger = await agents.stranger()
    for path in (f"/files/{kept.id}", f"/desk/files/{kept.id}"):
        answer = await stranger.request.get(str(office.server.make_url(path)), headers={"Accept": "image/png"})
        assert answer.status == 401


async def test_a_file_and_its_words_reach_the_customer_as_one_message(office: Office, agents: Agents, tmp_path: Path) -> None:
    number = await office.waits()
    page = await agents.page(office.maja, f"/c/{number}")
    await page.locator("#take-over").click()
    await expect(page.locator("#mode-reply")).to_have_attribute("aria-selected", "true")
    (tmp_path / "lid.png").write_bytes(PIXEL)
    await page.locator("#files").set_input_files(tmp_path / "lid.png")
    await page.locator("#text").fill("This is the lid")
    await page.locator("#send").click()
    await expect(page.locator(".line.agent img")).to_be_visible()
    sent = office.telegram.sent[-1].message
    assert (sent.text, [media.kind for media in sent.media]) == ("This is the lid", ["image"])


async def test_a_conversation_becomes_a_test_transcript_without_the_person(office: Office, agents: Agents) -> None:
    number = await office.hears("telegram", "t1", "I am Tilen Kovač, tilen@kovac.si", name="Tilen Kovač")
    page = await agents.page(office.maja, f"/c/{number}")
    await page.get_by_label("More actions").click()
    async with page.expect_download() as caught:
        await page.locator("#freeze").click()
    text = Path(await (await caught.value).path()).read_text("utf-8")
    assert text.startswith("# name: Ana")
    assert "Kova" not in text
    assert "kovac" not in text


async def test_keys_do_nothing_when_they_are_switched_off(office: Office, agents: Agents) -> None:
    number = await office.waits()
    page = await agents.page(office.maja, f"/c/{number}")
    await page.keyboard.press("?")
    await page.get_by_label("Keys are on").uncheck()
    await page.keyboard.press("Escape")
    await page.keyboard.press("t")
    await page.reload()
    await expect(page.locator("#take-over")).to_be_visible()
    await page.keyboard.press("t")
    await page.wait_for_timeout(300)
    await expect(page.locator("#take-over")).to_be_visible()


async def test_a_lead_takes_a_conversation_from_a_colleague(office: Office, agents: Agents) -> None:
    number = await office.waits()
    await office.people.baton.take_over(number, office.maja)
    assert office.olga.role is Role.OWNER
    page = await agents.page(office.olga, f"/c/{number}")
    await expect(page.locator("#take-over-words")).to_have_text("Take it from Maja Kos")
    await page.locator("#take-over").click()
    await expect(page.locator("#banner")).to_be_hidden()
    assert await office.people.baton.owner(number) == f"agent:{office.olga.id}"
    assert await opens(page) == number


async def test_the_page_says_who_is_needed_in_the_tab_title(office: Office, agents: Agents) -> None:
    number = await office.waits()
    await office.people.baton.take_over(number, office.maja)
    page: Page = await agents.page(office.maja)
    await expect(page.locator("#count-mine")).to_have_text("1")
    await office.hears("telegram", "t1", "Are you there?", name="Ana")
    await expect(page).to_have_title(re.compile(r"^\(1\) "))
    await row(page, number).click()
    await expect(page).to_have_title(re.compile(r"^Desk"))
