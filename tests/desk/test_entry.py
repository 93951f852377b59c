"""The door of the desk over real sockets: nobody passes without a session, nothing is done without a token, and pages give nothing away."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from connectors.desks.console.session import network, next_of
from tests.desk.door import AGENT, JSON, OTHER, OWNER, PASSWORD, Browser, Client, House, all_routes, inside, served

# --- without a session -----------------------------------------------------------------------------------------------------------
OPEN = {("GET", "/desk/login"), ("POST", "/desk/login"), ("GET", "/desk/login/code"), ("POST", "/desk/login/code")}


async def test_no_page_or_endpoint_answers_without_a_session(desk: House, browser: Browser) -> None:
    routes = all_routes(desk)
    assert len(routes) > 25
    for method, path in routes:
        if (method, path) in OPEN:
            continue
        as_script = await browser.send(method, path, headers=JSON)
        assert as_script.status == 401, path
        assert await as_script.json() == {"error": "session"}
        as_page = await browser.send(method, path)
        if path.startswith("/desk/api/"):
            assert as_page.status == 401
        else:
            assert (as_page.status, as_page.headers["Location"].split("?")[0]) == (303, "/desk/login"), path


@pytest.mark.parametrize(
    "path", ["/desk/nothing/here", "/desk/", "/desk/api/x", "/desk/agents/../audit", "/desk/%2e%2e/desk", "/desk/agents%2F1"]
)
async def test_what_does_not_exist_is_not_told_to_strangers(browser: Browser, path: str) -> None:
    assert (await browser.get(path)).status in (303, 401)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize("path", ["/desk", "/desk/login", "/desk/api/say"])
async def test_no_other_verb_finds_a_way(client: Client, browser: Browser, method: str, path: str) -> None:
    assert (await browser.send(method, path, headers=JSON)).status == 401
    assert (await Browser(client).send(method, path, headers={"Origin": ""})).status == 403


async def test_what_is_not_the_desk_is_left_alone(browser: Browser) -> None:
    for method in ("GET", "POST"):
        answer = await browser.send(method, "/chat", headers={"Origin": "https://elsewhere.example"})
        assert answer.status == 200
        assert "Content-Security-Policy" not in answer.headers


async def test_strangers_see_the_styles_of_the_door_and_no_other_file(client: Client, browser: Browser) -> None:
    page = await (await browser.get("/desk/login")).text()
    (sheet,) = re.findall(r'href="([^"]+entry\.css)"', page)
    assert (await browser.get(sheet)).status == 200
    script = sheet.replace("entry.css", "desk.js")
    assert (await browser.get(script)).status in (303, 401)
    owner = await inside(client)
    for name in ("../session.py", "..%2Fsession.py", "nothing.css", "templates"):
        assert (await owner.get(sheet.replace("entry.css", name))).status == 404


async def test_a_link_from_elsewhere_is_opened_once_more_from_a_page_of_ours(client: Client) -> None:
    """A browser keeps a strict cookie back then; at the second step it does not."""
    answer = await Browser(client).get('/desk?conversation=7&x="><script>', **{"Sec-Fetch-Site": "cross-site"})
    text = await answer.text()
    assert answer.status == 200
    assert 'content="0;url=/desk?conversation=7&amp;x=' in text
    assert "<script>" not in text
    assert (await Browser(client).get("/desk", **{"Sec-Fetch-Site": "same-origin"})).status == 303


# --- the login -------------------------------------------------------------------------------------------------------------------
async def test_e_mail_and_password_open_the_desk_where_one_wanted_to_go(browser: Browser) -> None:
    asked = await browser.get("/desk/profile")
    assert asked.headers["Location"] == "/desk/login?next=/desk/profile"
    door = await browser.get(asked.headers["Location"])
    assert 'name="next" value="/desk/profile"' in await door.text()
    entered = await browser.enter(next="/desk/profile")
    assert (entered.status, entered.headers["Location"]) == (303, "/desk/profile")
    assert (await browser.get("/desk/profile")).status == 200
    assert (await browser.get("/desk/login")).headers["Location"] == "/desk", "who is in is not asked again"


@pytest.mark.parametrize(
    "path",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/deskevil", "/desk/login", "/desk/logout", "/chat", "", "/desk\r\nX: y"],
)
async def test_the_login_leads_nowhere_else(browser: Browser, path: str) -> None:
    assert next_of(path) == "/desk"
    assert (await browser.enter(next=path)).headers["Location"] == "/desk"


async def test_the_cookie_is_for_the_server_alone(client: Client, desk: House) -> None:
    header = (await Browser(client).enter()).headers["Set-Cookie"]
    name, _, secret = header.split(";")[0].partition("=")
    assert name == "desk"
    assert len(secret) == 43, "256 bits"
    assert {part.strip() for part in header.split(";")[1:]} == {"HttpOnly", "Path=/", "SameSite=Strict"}
    async with served(desk, secure=True) as https:
        header = (await Browser(https).enter()).headers["Set-Cookie"]
        assert header.startswith("__Host-desk=")
        assert {part.strip() for part in header.split(";")[1:]} == {"HttpOnly", "Path=/", "SameSite=Strict", "Secure"}


async def test_a_planted_session_is_never_taken_over(client: Client, desk: House) -> None:
    planted = Browser(client, {"desk": "A" * 43})
    await planted.enter()
    assert planted.cookies["desk"] != "A" * 43
    assert await desk.agents.session("A" * 43) is None


async def test_a_login_ends_the_session_that_was_open_in_this_browser(client: Client, desk: House) -> None:
    browser = await inside(client, AGENT)
    before = browser.cookies["desk"]
    await browser.enter(OWNER)
    assert browser.cookies["desk"] != before
    assert await desk.agents.session(before) is None


async def test_leaving_ends_the_session_on_the_server_as_well(client: Client, desk: House) -> None:
    browser = await inside(client)
    secret = browser.cookies["desk"]
    answer = await browser.post("/desk/logout")
    assert (answer.status, answer.headers["Location"]) == (303, "/desk/login")
    assert browser.cookies == {}
    assert (await Browser(client, {"desk": secret}).get("/desk", **JSON)).status == 401
    assert ("agent:1", "logout", "agent:1") in await desk.audit()


async def test_wrong_and_unknown_look_alike_and_show_no_password(browser: Browser) -> None:
    wrong = await browser.enter(OWNER, "wrong wrong wrong")
    unknown = await browser.enter("nobody@shop.example", "wrong wrong wrong")
    assert wrong.status == unknown.status == 401
    pages = [(await answer.text()).replace(OWNER, "X").replace("nobody@shop.example", "X") for answer in (wrong, unknown)]
    assert pages[0] == pages[1]
    assert "wrong wrong wrong" not in pages[0]
    assert browser.cookies == {}


async def test_brute_force_meets_a_shut_door_that_says_for_how_long(browser: Browser, desk: House) -> None:
    for _ in range(5):
        assert (await browser.enter(AGENT, "wrong wrong wrong")).status == 401
    shut = await browser.enter(AGENT, PASSWORD)
    assert (shut.status, shut.headers["Retry-After"]) == (429, "900")
    assert "15 min" in await shut.text()
    desk.clock.advance(timedelta(minutes=15))
    assert (await browser.enter(AGENT, PASSWORD)).status == 303


async def test_a_proxy_beside_us_names_its_clients_and_nobody_else_does(client: Client, desk: House) -> None:
    for n in range(20):
        forged = {"X-Forwarded-For": f"198.51.100.{n}, 203.0.113.9"}
        data = {"email": f"guess{n}@shop.example", "password": "wrong wrong wrong"}
        assert (await Browser(client).send("POST", "/desk/login", data, forged)).status == 401
    data = {"email": OWNER, "password": PASSWORD}
    assert (await Browser(client).send("POST", "/desk/login", data, {"X-Forwarded-For": "203.0.113.9"})).status == 429
    assert (await Browser(client).send("POST", "/desk/login", data, {"X-Forwarded-For": "203.0.113.10"})).status == 303


@pytest.mark.parametrize(
    ("remote", "forwarded", "counted"),
    [
        ("8.8.8.8", "1.1.1.1", "8.8.8.8"),
        ("127.0.0.1", "1.1.1.1", "1.1.1.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "rubbish", "127.0.0.1"),
        ("2a00:1450:4001:80b::2004", "", "2a00:1450:4001:80b::"),
        ("::ffff:8.8.8.8", "", "8.8.8.8"),
    ],
)
def test_tries_are_counted_by_address_or_network(remote: str, forwarded: str, counted: str) -> None:
    assert network(remote, forwarded) == counted


async def test_the_second_step_has_its_page_and_the_code_opens_the_desk(client: Client, desk: House) -> None:
    app = await desk.with_totp((await desk.agents.list())[1])
    desk.clock.advance(timedelta(minutes=1))
    browser = Browser(client)
    page = await (asked := await browser.enter(AGENT, next="/desk/profile")).text()
    assert asked.status == 200
    assert browser.cookies == {}
    assert PASSWORD not in page
    found = re.search(r'name="ticket" value="([^"]+)"', page)
    assert found is not None
    fields = {"ticket": found[1], "next": "/desk/profile"}
    assert (await browser.send("POST", "/desk/login/code", fields | {"code": "000000"})).status == 401
    assert (await browser.get("/desk", **JSON)).status == 401, "half a login is none"
    entered = await browser.send("POST", "/desk/login/code", fields | {"code": app.at(desk.clock.now)})
    assert (entered.status, entered.headers["Location"]) == (303, "/desk/profile")
    again = await Browser(client).send("POST", "/desk/login/code", fields | {"code": app.at(desk.clock.now)})
    assert again.status == 401
    assert 'name="password"' in await again.text()


async def test_a_one_time_password_opens_nothing_but_the_page_where_it_is_changed(client: Client, desk: House) -> None:
    _, once = await desk.agents.add("New", "new@shop.example")
    assert once is not None
    browser = Browser(client)
    await browser.enter("new@shop.example", once)
    assert (await browser.get("/desk")).headers["Location"] == "/desk/password"
    assert (await browser.get("/desk/profile")).headers["Location"] == "/desk/password"
    refused = await browser.get("/desk/api/list", **JSON)
    assert (refused.status, await refused.json()) == (403, {"error": "password"})
    assert (await browser.post("/desk/password", new="short", again="short")).status == 422
    assert (await browser.post("/desk/password", new=OTHER, again=OTHER + "!")).status == 422
    assert (await browser.post("/desk/password", new=once, again=once)).status == 422
    before = browser.cookies["desk"]
    done = await browser.post("/desk/password", new=OTHER, again=OTHER)
    assert (done.status, done.headers["Location"]) == (303, "/desk")
    assert browser.cookies["desk"] != before
    assert (await browser.get("/desk", **JSON)).status == 200
