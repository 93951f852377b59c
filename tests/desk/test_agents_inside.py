"""Sessions of agents, their second step, and what is written down of both."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.desk.agents import AuditLine, NeedsCode, Session, TooManyTries, WrongCredentials
from bot.desk.values import NotAllowed, NothingThere, Role, Status
from tests.desk.door import AGENT, OTHER, PASSWORD, House

HERE = "192.0.2.1"


async def enter(desk: House, email: str = AGENT, password: str = PASSWORD, code: str | None = None, ip: str = HERE) -> Session:
    return await desk.agents.enter(email, password, code, ip)


async def fail(desk: House, email: str = AGENT, ip: str = HERE) -> None:
    with pytest.raises(WrongCredentials):
        await enter(desk, email, "not the right words", ip=ip)


# --- sessions --------------------------------------------------------------------------------------------------------------------
async def test_a_session_lasts_while_it_is_used_and_ends_when_it_is_not(desk: House) -> None:
    secret = (await enter(desk)).secret
    for _ in range(4):
        desk.clock.advance(timedelta(hours=11))
        assert await desk.agents.session(secret) is not None
    desk.clock.advance(timedelta(hours=12))
    assert await desk.agents.session(secret) is None


async def test_the_busiest_session_ends_after_thirty_days(desk: House) -> None:
    secret, hours = (await enter(desk)).secret, 0
    while await desk.agents.session(secret) is not None:
        desk.clock.advance(timedelta(hours=6))
        hours += 6
    assert hours == 30 * 24


async def test_what_is_no_secret_of_ours_opens_nothing(desk: House) -> None:
    session = await enter(desk)
    for secret in ("", "x", session.digest, session.csrf, session.secret[:-1], "я" * 43, "x" * 100_000):
        assert await desk.agents.session(secret) is None


async def test_who_is_disabled_is_out_at_once_and_in_again_only_by_a_new_login(desk: House) -> None:
    session = await enter(desk)
    assert await desk.agents.alive(session)
    await desk.agents.disable(AGENT, by=1)
    assert await desk.agents.session(session.secret) is None
    assert not await desk.agents.alive(session)
    await desk.agents.enable(2, by=1)
    assert await desk.agents.session(session.secret) is None
    assert await enter(desk)


async def test_a_changed_role_counts_in_the_sessions_that_are_open(desk: House) -> None:
    secret = (await enter(desk)).secret
    await desk.agents.change(2, role=Role.LEAD)
    session = await desk.agents.session(secret)
    assert session is not None
    assert session.agent.role is Role.LEAD


async def test_who_leaves_the_last_desk_is_away(desk: House) -> None:
    one, two = await enter(desk), await enter(desk)
    await desk.agents.change(2, status=Status.AVAILABLE)
    await desk.agents.leave(one.secret)
    assert (await desk.agents.list())[1].status is Status.AVAILABLE
    await desk.agents.leave(two.secret)
    assert (await desk.agents.list())[1].status is Status.AWAY
    await desk.agents.leave(two.secret)


# --- the second step -------------------------------------------------------------------------------------------------------------
async def test_with_a_second_step_the_password_alone_opens_nothing(desk: House) -> None:
    _, agent = await desk.agents.list()
    app = await desk.with_totp(agent)
    desk.clock.advance(timedelta(minutes=1))
    with pytest.raises(NeedsCode) as needed:
        await enter(desk)
    session = await desk.agents.enter_code(needed.value.ticket, app.at(desk.clock.now), HERE)
    assert session.agent.totp
    with pytest.raises(WrongCredentials):
        await desk.agents.enter_code(needed.value.ticket, app.at(desk.clock.now), HERE)


async def test_a_code_works_once_for_everybody_together(desk: House) -> None:
    _, agent = await desk.agents.list()
    app = await desk.with_totp(agent)
    with pytest.raises(WrongCredentials):
        await enter(desk, code=app.at(desk.clock.now))  # it confirmed the second step
    desk.clock.advance(timedelta(minutes=1))
    code = app.at(desk.clock.now)
    ends = await asyncio.gather(*(enter(desk, code=code) for _ in range(3)), return_exceptions=True)
    assert [type(end) for end in ends].count(Session) == 1


@pytest.mark.parametrize(("seconds", "fits"), [(-30, True), (30, True), (-90, False), (90, False)])
async def test_a_phone_may_be_half_a_minute_off(desk: House, seconds: int, fits: bool) -> None:
    _, agent = await desk.agents.list()
    app = await desk.with_totp(agent)
    desk.clock.advance(timedelta(minutes=5))
    code = app.at(desk.clock.now + timedelta(seconds=seconds))
    if fits:
        assert await enter(desk, code=f" {code[:3]} {code[3:]}")
    else:
        with pytest.raises(WrongCredentials):
            await enter(desk, code=code)


async def test_codes_cannot_be_guessed_for_long(desk: House) -> None:
    _, agent = await desk.agents.list()
    app = await desk.with_totp(agent)
    desk.clock.advance(timedelta(minutes=1))
    with pytest.raises(NeedsCode) as needed:
        await enter(desk)
    for n in range(5):
        with pytest.raises(WrongCredentials):
            await desk.agents.enter_code(needed.value.ticket, f"wrong{n}", HERE)
    with pytest.raises(TooManyTries):
        await desk.agents.enter_code(needed.value.ticket, app.at(desk.clock.now), HERE)
    with pytest.raises(TooManyTries):
        await enter(desk)


async def test_asking_for_the_code_again_and_again_gives_no_further_tries(desk: House) -> None:
    await desk.with_totp((await desk.agents.list())[1])
    for n in range(5):
        with pytest.raises(NeedsCode) as needed:
            await enter(desk)
        with pytest.raises(WrongCredentials):
            await desk.agents.enter_code(needed.value.ticket, f"wrong{n}", HERE)
    with pytest.raises(TooManyTries):
        await enter(desk)


async def test_a_ticket_is_good_for_five_minutes_and_for_the_password_it_stands_for(desk: House) -> None:
    _, agent = await desk.agents.list()
    app = await desk.with_totp(agent)
    for ruin in ("time", "password", "disabled"):
        desk.clock.advance(timedelta(minutes=20))
        with pytest.raises(NeedsCode) as needed:
            await enter(desk, password=PASSWORD)
        match ruin:
            case "time":
                desk.clock.advance(timedelta(minutes=5))
            case "password":
                await desk.agents.set_password(2, OTHER)
                await desk.agents.set_password(2, PASSWORD)
            case _:
                await desk.agents.disable(AGENT)
        with pytest.raises(WrongCredentials):
            await desk.agents.enter_code(needed.value.ticket, app.at(desk.clock.now), HERE)


async def test_a_second_step_is_on_only_after_a_code_of_its_key(desk: House) -> None:
    key, link = await desk.agents.start_totp(2)
    assert link.startswith("otpauth://totp/Frontdesk:maja%40shop.example?")
    assert f"secret={key}" in link
    assert await desk.agents.start_totp(2) == (key, link), "the same until it is confirmed"
    assert not await desk.agents.confirm_totp(2, "000000")
    assert await enter(desk), "the password alone is still enough"
    app = await desk.with_totp((await desk.agents.list())[1])
    assert app.secret == key
    with pytest.raises(NotAllowed):
        await desk.agents.start_totp(2)
    await desk.agents.drop_totp(2)
    assert await enter(desk)
    assert [action for _, action, _ in await desk.audit() if "step" in action] == ["second step on", "second step off"]


async def test_a_reset_gives_a_one_time_password_and_ends_the_sessions(desk: House) -> None:
    session = await enter(desk)
    once = await desk.agents.reset_password(2, by=1)
    assert await desk.agents.session(session.secret) is None
    assert (await enter(desk, password=once)).agent.must_change
    with pytest.raises(NothingThere):
        await desk.agents.reset_password(99)


# --- the audit log ---------------------------------------------------------------------------------------------------------------
async def test_looks_within_five_minutes_are_one_line_for_each_agent_and_customer(desk: House) -> None:
    for _ in range(5):
        await desk.agents.audit(2, "look", "conversation:7")
        await desk.agents.audit(2, "look", "conversation:8")
        await desk.agents.audit(1, "look", "conversation:7")
        desk.clock.advance(timedelta(seconds=59))
    desk.clock.advance(timedelta(seconds=10))
    await desk.agents.audit(2, "look", "conversation:7")
    looks = [line for line in await desk.audit() if line[1] == "look"]
    assert sorted(looks) == [
        ("agent:1", "look", "conversation:7"),
        ("agent:2", "look", "conversation:7"),
        ("agent:2", "look", "conversation:7"),
        ("agent:2", "look", "conversation:8"),
    ]


async def test_other_deeds_are_all_written_down(desk: House) -> None:
    for _ in range(3):
        await desk.agents.audit(2, "take over", "conversation:7")
    assert len([line for line in await desk.audit() if line[1] == "take over"]) == 3


async def test_the_log_is_read_in_pages_that_lose_and_repeat_nothing(desk: House) -> None:
    for n in range(25):
        await desk.agents.audit(1 + n % 2, "note", f"conversation:{n}")
    read: list[AuditLine] = []
    before: int | None = None
    while True:
        lines, before = await desk.agents.audit_lines(before, most=10)
        read += lines
        if before is None:
            break
    assert [line.id for line in read] == sorted({line.id for line in read}, reverse=True)
    assert len(read) == 27
    mine, _ = await desk.agents.audit_lines(agent=2, most=100)
    assert {line.actor for line in mine} == {"agent:2"}
    assert len(mine) == 12
