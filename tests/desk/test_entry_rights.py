"""Who is inside the desk does only what their role and their own page allow, and every page gives nothing away."""

from __future__ import annotations

import io
import re

import pytest
import structlog

from bot.desk.values import Role
from bot.logs import set_up
from connectors.desks.console.entry_words import WORDS
from connectors.desks.console.headers import HEADERS
from connectors.desks.console.session import CSRF_HEADER
from intents.understanding import LANGUAGES
from tests.desk.door import AGENT, JSON, OTHER, OWNER, PASSWORD, Browser, Client, House, all_routes, inside


# --- the token -------------------------------------------------------------------------------------------------------------------
async def test_nothing_is_done_without_the_sessions_own_token(client: Client) -> None:
    browser, other = await inside(client), await inside(client, AGENT)
    foreign = await other.token()
    for token in ("", "x", foreign, "é"):
        for path in ("/desk/profile", "/desk/agents", "/desk/logout", "/desk/password", "/desk/nothing"):
            answer = await browser.send("POST", path, {"csrf": token})
            assert answer.status == 403, path
        refused = await browser.send("POST", "/desk/api/say", headers=JSON | ({CSRF_HEADER: token} if token.isascii() else {}))
        assert (refused.status, await refused.json()) == (403, {"error": "csrf"})
    assert (await browser.send("POST", "/desk/api/say", headers=JSON | {CSRF_HEADER: await browser.token()})).status == 200


async def test_the_token_of_a_link_is_none(client: Client) -> None:
    browser = await inside(client)
    assert (await browser.send("POST", f"/desk/api/say?csrf={await browser.token()}", headers=JSON)).status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
async def test_what_other_sites_send_is_refused_even_with_the_token_and_even_at_the_login(client: Client, headers: dict[str, str]) -> None:
    browser = await inside(client)
    token = {CSRF_HEADER: await browser.token()}
    assert (await browser.send("POST", "/desk/api/say", headers=token | headers)).status == 403
    login = {"email": OWNER, "password": PASSWORD}
    assert (await Browser(client).send("POST", "/desk/login", login, headers)).status == 403


# --- roles -----------------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("role", [Role.AGENT, Role.LEAD])
async def test_only_an_owner_reaches_the_owners_pages_and_each_try_is_written_down(client: Client, desk: House, role: Role) -> None:
    await desk.agents.change(2, role=role)
    browser = await inside(client, AGENT)
    tried = []
    for method, path in all_routes(desk):
        if path.startswith(("/desk/agents", "/desk/audit")):
            answer = await (browser.get(path) if method == "GET" else browser.post(path, name="x", email="x@y.z", role="owner"))
            assert answer.status == 403, path
            tried.append(("agent:2", "refused", f"{method} {path}"))
    assert len(tried) == 9
    assert [line for line in await desk.audit() if line[1] == "refused"] == tried
    assert [agent.role for agent in await desk.agents.list()] == [Role.OWNER, role]


async def test_agents_see_no_link_to_the_owners_pages(client: Client) -> None:
    assert "/desk/audit" not in await (await (await inside(client, AGENT)).get("/desk/profile")).text()
    assert "/desk/audit" in await (await (await inside(client)).get("/desk/profile")).text()


async def test_an_owner_adds_changes_and_disables_agents(client: Client, desk: House) -> None:
    owner = await inside(client)
    page = await (await owner.post("/desk/agents", name="<b>Ivan", email="ivan@shop.example", role="lead")).text()
    found = re.search(r'<code class="secret">([^<]+)</code>', page)
    assert found is not None
    assert "&lt;b&gt;Ivan" in page
    assert "<b>Ivan" not in page
    assert found[1] not in await (await owner.get("/desk/agents")).text(), "shown once"
    ivan = await desk.agents.find("ivan@shop.example")
    assert ivan is not None
    assert ivan.role is Role.LEAD
    assert (await owner.post("/desk/agents", name="Two", email="ivan@shop.example", role="agent")).status == 422
    assert (await owner.post("/desk/agents", name="Two", email="two@shop.example", role="king")).status == 422
    said = {"name": "Ivan", "email": "i@shop.example", "role": "agent", "languages": "uk", "topics": "exchange", "most": "3"}
    assert (await owner.post(f"/desk/agents/{ivan.id}", **said)).status == 303
    assert (await owner.get(f"/desk/agents/{ivan.id}?done=saved")).status == 200
    changed = await desk.agents.get(ivan.id)
    assert changed is not None
    assert (changed.name, changed.email, changed.role) == ("Ivan", "i@shop.example", Role.AGENT)
    assert (changed.settings.languages, changed.settings.topics, changed.settings.most) == (("uk",), ("exchange",), 3)
    for deed in ("reset", "totp", "disable", "enable"):
        assert (await owner.post(f"/desk/agents/{ivan.id}/{deed}")).status in (200, 303)
    assert (await owner.post("/desk/agents/1/disable")).status == 422, "the last owner"
    assert (await owner.get("/desk/agents/99")).status == 404
    deeds = [action for actor, action, _ in await desk.audit() if actor == "agent:1"]
    assert deeds == ["login", "agent added", "agent changed", "password reset", "agent disabled", "agent enabled"]


async def test_the_audit_log_is_shown_newest_first_and_in_pages(client: Client, desk: House) -> None:
    owner = await inside(client)
    for n in range(150):
        await desk.agents.audit(2, "look", f"conversation:{n}")
    first = await (await owner.get("/desk/audit?agent=2")).text()
    assert first.index("conversation:149") < first.index("conversation:148")
    found = re.search(r'href="(/desk/audit\?before=\d+&amp;agent=2)"', first)
    assert found is not None
    second = await (await owner.get(found[1].replace("&amp;", "&"))).text()
    assert "conversation:49<" in second
    assert "conversation:50<" not in second
    assert (await owner.get("/desk/audit?before=x&agent=%00")).status == 200


# --- one's own -------------------------------------------------------------------------------------------------------------------
async def test_an_agent_sets_name_language_and_shortcuts(client: Client, desk: House) -> None:
    browser = await inside(client, AGENT)
    assert (await browser.post("/desk/profile", name="Майя", language="uk")).status == 303
    agent = (await desk.agents.list())[1]
    assert (agent.name, agent.settings.language, agent.settings.keys) == ("Майя", "uk", False)
    page = await (await browser.get("/desk/profile?done=saved")).text()
    assert '<html lang="uk">' in page
    assert WORDS["uk"]["saved"] in page
    assert (await browser.post("/desk/profile", name=" ", language="uk")).status == 422


async def test_changing_the_password_and_the_second_step_need_the_present_password(client: Client, desk: House) -> None:
    browser = await inside(client, AGENT)
    assert (await browser.post("/desk/password", old="wrong", new=OTHER, again=OTHER)).status == 422
    assert (await browser.post("/desk/profile/totp", password="wrong")).status == 422
    page = await (await browser.post("/desk/profile/totp", password=PASSWORD)).text()
    key = (await desk.agents.start_totp(2))[0]
    assert key in page.replace(" ", "")
    assert "otpauth://totp/" in page
    assert (await browser.post("/desk/profile/totp/confirm", code="000000")).status == 422
    await desk.with_totp((await desk.agents.list())[1])
    assert (await browser.post("/desk/profile/totp", password=PASSWORD)).headers["Location"] == "/desk/profile"
    assert (await browser.post("/desk/profile/totp/off", password="wrong")).status == 422
    assert (await desk.agents.list())[1].totp
    assert (await browser.post("/desk/profile/totp/off", password=PASSWORD)).status == 303
    assert not (await desk.agents.list())[1].totp
    assert (await browser.post("/desk/password", old=PASSWORD, new=OTHER, again=OTHER)).status == 303
    assert (await browser.get("/desk/profile")).status == 200, "this browser stays in"


async def test_a_borrowed_desk_cannot_guess_the_password(client: Client, desk: House) -> None:
    browser = await inside(client, AGENT)
    for _ in range(5):
        assert (await browser.post("/desk/profile/totp", password="wrong")).status == 422
    assert (await browser.post("/desk/profile/totp", password=PASSWORD)).status == 429
    assert (await browser.post("/desk/password", old=PASSWORD, new=OTHER, again=OTHER)).status == 429


# --- headers and words -----------------------------------------------------------------------------------------------------------
async def test_every_answer_of_the_desk_carries_the_headers_streams_and_errors_too(client: Client, desk: House) -> None:
    owner, stranger = await inside(client), Browser(client)
    paths = [path for method, path in all_routes(desk) if method == "GET"] + ["/desk/nothing", "/desk/agents/99"]
    for browser in (owner, stranger):
        for path in paths:
            answer = await browser.get(path)
            for name, value in HEADERS.items():
                kept = (
                    "private, max-age=31536000, immutable"
                    if name == "Cache-Control" and answer.content_type == "text/javascript"
                    else value
                )
                assert answer.headers[name] == kept, (path, name)
    assert (await owner.get("/desk/broken")).status == 500
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in HEADERS["Content-Security-Policy"]


async def test_pages_have_no_inline_script_or_style(client: Client) -> None:
    owner = await inside(client)
    for path in ("/desk/profile", "/desk/agents", "/desk/agents/2", "/desk/audit", "/desk/password", "/desk/login"):
        page = await (await (Browser(client) if path == "/desk/login" else owner).get(path)).text()
        assert "<!doctype html>" in page
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", page, re.IGNORECASE), path


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_page_is_there_in_each_language(client: Client, desk: House, language: str) -> None:
    door = await (await Browser(client).get("/desk/login", **{"Accept-Language": f"{language}-XX,en;q=0.5"})).text()
    assert f'<html lang="{language}">' in door
    assert WORDS[language]["sign_in"] in door
    chosen = await (await Browser(client).get(f"/desk/login?language={language}", **{"Accept-Language": "en"})).text()
    assert f'<html lang="{language}">' in chosen
    owner = await inside(client)
    await owner.post("/desk/profile", name="Olga", language=language, keys="on")
    for path, word in [("/desk/profile", "shortcuts"), ("/desk/agents", "add_agent"), ("/desk/agents/2", "speaks"), ("/desk/audit", "utc")]:
        page = await (await owner.get(path)).text()
        assert WORDS[language][word].replace("'", "&#39;") in page
        assert "{{" not in page


def test_no_language_lacks_a_word_or_a_placeholder() -> None:
    for key, english in WORDS["en"].items():
        for language in LANGUAGES:
            assert WORDS[language][key].strip(), (language, key)
            assert re.findall(r"\{\w+\}", WORDS[language][key]) == re.findall(r"\{\w+\}", english), (language, key)


async def test_no_secret_is_logged(client: Client, desk: House) -> None:
    out = io.StringIO()
    structlog.reset_defaults()
    set_up("debug", stream=out)
    browser = await inside(client)
    await browser.enter(OWNER, "wrong wrong wrong")
    await browser.get("/desk/broken")
    await browser.post("/desk/profile/totp", password=PASSWORD)
    for secret in (PASSWORD, "wrong wrong wrong", browser.cookies["desk"], await browser.token(), (await desk.agents.start_totp(1))[0]):
        assert secret not in out.getvalue()
