"""Who may enter: passwords, second steps, sessions, and what is written down."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk import passwords
from bot.desk.agents import Agents, AuditLine, EmailTaken, LastOwner, NeedsCode, Session, TooManyTries, WeakPassword, WrongCredentials
from bot.desk.passwords import Passwords
from bot.desk.tries import Tries
from bot.desk.values import NotAllowed, NothingThere, Role, Settings, Status
from bot.errors import FrontdeskError
from bot.store import agents as rows
from bot.store.store import Store
from tests.chat import NOON, Clock
from tests.desk.door import AGENT, OTHER, OWNER, PASSWORD, House, house

HERE = "192.0.2.1"


@pytest.fixture
async def desk() -> AsyncIterator[House]:
    async with house() as one:
        yield one


async def enter(desk: House, email: str = AGENT, password: str = PASSWORD, code: str | None = None, ip: str = HERE) -> Session:
    return await desk.agents.enter(email, password, code, ip)


async def fail(desk: House, email: str = AGENT, ip: str = HERE) -> None:
    with pytest.raises(WrongCredentials):
        await enter(desk, email, "not the right words", ip=ip)


# --- who there is ----------------------------------------------------------------------------------------------------------------
async def test_the_first_owner_is_made_once_and_only_when_there_is_nobody() -> None:
    store, clock = await Store.open(), Clock()
    agents = Agents(store, clock, passwords=Passwords(passes=1, kibibytes=8))
    made = await asyncio.gather(agents.first_owner(), agents.first_owner())
    (once,) = [password for password in made if password]
    assert await agents.first_owner() is None
    (owner,) = await agents.list()
    assert (owner.email, owner.role, owner.must_change) == ("owner@localhost", Role.OWNER, True)
    assert (await agents.enter("owner@localhost", once, None, HERE)).agent == owner
    await store.close()


async def test_with_agents_there_no_first_owner_is_made(desk: House) -> None:
    assert await desk.agents.first_owner() is None
    assert len(await desk.agents.list()) == 2


async def test_an_agent_without_a_password_gets_a_one_time_one_that_is_good_until_it_is_changed(desk: House) -> None:
    fresh, once = await desk.agents.add("  Ivan   Novak ", " Ivan@Shop.Example ")
    assert once is not None
    assert (fresh.name, fresh.email, fresh.role, fresh.must_change) == ("Ivan Novak", "ivan@shop.example", Role.AGENT, True)
    assert (await enter(desk, "IVAN@shop.example", once)).agent.must_change
    await desk.agents.set_password(fresh.id, OTHER)
    with pytest.raises(WrongCredentials):
        await enter(desk, fresh.email, once)
    assert not (await enter(desk, fresh.email, OTHER)).agent.must_change


async def test_one_e_mail_is_one_agent(desk: House) -> None:
    with pytest.raises(EmailTaken):
        await desk.agents.add("Another", AGENT.upper())
    owner, agent = await desk.agents.list()
    with pytest.raises(EmailTaken):
        await desk.agents.change(owner.id, email=agent.email)


@pytest.mark.parametrize(
    ("name", "email"), [("", "a@b.c"), ("x" * 101, "a@b.c"), ("A", "nobody"), ("A", "a b@c.d"), ("A", "@b"), ("A", "a@")]
)
async def test_a_name_and_an_e_mail_must_be_some(desk: House, name: str, email: str) -> None:
    with pytest.raises(FrontdeskError):
        await desk.agents.add(name, email)


async def test_changes_are_kept_told_to_desks_and_written_down(desk: House) -> None:
    _, agent = await desk.agents.list()
    desk.told.clear()
    settings = replace(agent.settings, languages=("ru", "uk"), topics=("refund",), most=3, language="uk", keys=False)
    changed = await desk.agents.change(agent.id, name="Майя", role=Role.LEAD, settings=settings, status=Status.AVAILABLE, by=1)
    assert changed == await desk.agents.get(agent.id)
    assert (changed.name, changed.role, changed.settings, changed.status) == ("Майя", Role.LEAD, settings, Status.AVAILABLE)
    assert [(one.what, one.agent) for one in desk.told] == [("agent", agent.id)]
    assert ("agent:1", "agent changed", f"agent:{agent.id} name role lead") in await desk.audit()


async def test_a_status_alone_is_no_line_of_the_audit_log(desk: House) -> None:
    before = await desk.audit()
    await desk.agents.change(2, status=Status.AVAILABLE)
    assert await desk.audit() == before


async def test_the_last_owner_stays_one(desk: House) -> None:
    with pytest.raises(LastOwner):
        await desk.agents.disable(OWNER)
    with pytest.raises(LastOwner):
        await desk.agents.change(1, role=Role.LEAD)
    await desk.agents.change(2, role=Role.OWNER)
    await desk.agents.disable(OWNER)
    with pytest.raises(LastOwner):
        await desk.agents.disable(AGENT)


async def test_two_owners_who_disable_each_other_at_once_leave_one(desk: House) -> None:
    await desk.agents.change(2, role=Role.OWNER)
    await asyncio.gather(desk.agents.disable(OWNER), desk.agents.disable(AGENT), return_exceptions=True)
    assert [agent.disabled for agent in await desk.agents.list()].count(False) == 1


async def test_unreadable_settings_lock_nobody_out(desk: House) -> None:
    await desk.store.write(lambda db: rows.save(db, 2, settings="{rubbish"))
    assert (await enter(desk)).agent.settings == Settings()


async def test_agents_outlive_a_restart_and_their_numbers_go_on(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.sqlite")
    async with house(path) as first:
        secret = (await enter(first)).secret
    store = await Store.open(path)
    agents = Agents(store, Clock(), passwords=Passwords(passes=1, kibibytes=8))
    assert (await agents.add("Third", "third@shop.example"))[0].id == 3
    again = await agents.session(secret)
    assert again is not None
    assert again.agent.email == AGENT
    await store.close()


# --- passwords -------------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("password", "reason"),
    [("short", "short"), ("elevenchars", "short"), ("x" * 201, "long"), ("abababababab", "simple"), ("Maja@Shop.example", "email")],
)
async def test_a_weak_password_is_refused_with_its_reason(desk: House, password: str, reason: str) -> None:
    with pytest.raises(WeakPassword) as refused:
        await desk.agents.set_password(2, password)
    assert refused.value.reason == reason


async def test_the_old_password_is_no_new_one(desk: House) -> None:
    with pytest.raises(WeakPassword) as refused:
        await desk.agents.set_password(2, PASSWORD)
    assert refused.value.reason == "old"


async def test_a_new_password_ends_every_session_of_the_agent_and_of_nobody_else(desk: House) -> None:
    one, two, owners = await enter(desk), await enter(desk), await enter(desk, OWNER)
    await desk.agents.set_password(2, OTHER)
    assert await desk.agents.session(one.secret) is None
    assert await desk.agents.session(two.secret) is None
    assert await desk.agents.session(owners.secret) is not None
    assert ("agent:2", "password changed", "agent:2") in await desk.audit()


async def test_letters_that_keyboards_write_in_two_ways_are_one_password(desk: House) -> None:
    await desk.agents.set_password(2, "зелёный чайник мой")
    assert await enter(desk, AGENT, "зеле\u0308ныи\u0306 чаи\u0306ник мои\u0306")


@given(st.text(max_size=60))
def test_what_the_rules_let_through_is_long_and_varied(text: str) -> None:
    try:
        passwords.check(text, AGENT)
    except WeakPassword:
        return
    assert len(text) >= 12
    assert len(set(text.casefold())) >= 5


def test_one_time_passwords_differ_and_pass_the_rules() -> None:
    drawn = {passwords.one_time() for _ in range(500)}
    assert len(drawn) == 500
    for one in drawn:
        passwords.check(one, AGENT)


async def test_the_store_keeps_argon2_and_no_secret(desk: House) -> None:
    session = await enter(desk)
    dump = await desk.store.read(lambda db: "\n".join(db.iterdump()))
    assert "$argon2id$" in dump
    for secret in (PASSWORD, session.secret):
        assert secret not in dump
    assert session.secret not in repr(session)
    assert session.csrf not in repr(session)


async def test_a_hash_of_other_costs_is_made_anew_at_the_next_login(desk: House) -> None:
    before = await desk.store.read(lambda db: rows.credentials(db, AGENT))
    dearer = Agents(desk.store, desk.clock, passwords=Passwords(passes=2, kibibytes=16))
    await dearer.enter(AGENT, PASSWORD, None, HERE)
    after = await desk.store.read(lambda db: rows.credentials(db, AGENT))
    assert "m=8,t=1" in before.password
    assert "m=16,t=2" in after.password
    assert await dearer.enter(AGENT, PASSWORD, None, HERE)


async def test_two_hashes_at_once_at_most() -> None:
    hasher, running, most = Passwords(passes=1, kibibytes=8), 0, 0
    plain = hasher._hash

    def counted(password: str) -> str:
        nonlocal running, most
        running += 1
        most = max(most, running)
        time.sleep(0.01)
        running -= 1
        return plain(password)

    hasher._hash = counted  # type: ignore[method-assign]
    await asyncio.gather(*(hasher.hash(PASSWORD) for _ in range(8)))
    assert most == passwords.AT_ONCE


# --- entering --------------------------------------------------------------------------------------------------------------------
async def test_unknown_disabled_and_wrong_are_one_answer_and_one_amount_of_work(desk: House) -> None:
    await desk.agents.add("Gone", "gone@shop.example", password=OTHER)
    await desk.agents.disable("gone@shop.example")
    worked: list[str | None] = []
    fits = desk.agents._passwords.fits

    async def counted(stored: str | None, password: str) -> bool:
        worked.append(stored)
        return await fits(stored, password)

    desk.agents._passwords.fits = counted  # type: ignore[method-assign]
    said = []
    for email, password in [("nobody@shop.example", PASSWORD), ("gone@shop.example", OTHER), (AGENT, "wrong wrong wrong"), ("", "")]:
        with pytest.raises(WrongCredentials) as refused:
            await enter(desk, email, password)
        said.append(str(refused.value))
    assert len(set(said)) == 1
    assert len(worked) == 4, "each was compared with a hash, the made-up one where there is none"


async def test_a_stored_hash_nobody_can_read_opens_nothing(desk: House) -> None:
    await desk.store.write(lambda db: rows.save(db, 2, password=""))
    await fail(desk)


async def test_five_failures_close_the_door_of_an_e_mail_for_a_quarter_of_an_hour_even_for_the_right_password(desk: House) -> None:
    for n in range(5):
        await fail(desk, ip=f"192.0.2.{n}")
        desk.clock.advance(timedelta(minutes=1))
    with pytest.raises(TooManyTries) as many:
        await enter(desk, ip="192.0.2.99")
    assert many.value.retry_after == 10 * 60
    assert await enter(desk, OWNER), "others may"
    desk.clock.advance(timedelta(minutes=10))
    assert await enter(desk)


async def test_twenty_failures_close_the_door_of_an_address_whatever_the_e_mail(desk: House) -> None:
    for n in range(20):
        await fail(desk, f"guess{n}@shop.example")
    with pytest.raises(TooManyTries):
        await enter(desk)
    assert await enter(desk, ip="192.0.2.2")


async def test_tries_at_the_same_moment_are_counted_as_well(desk: House) -> None:
    ends = await asyncio.gather(*(enter(desk, AGENT, f"guess number {n}") for n in range(30)), return_exceptions=True)
    assert [type(end) for end in ends].count(WrongCredentials) == 5
    assert [type(end) for end in ends].count(TooManyTries) == 25


async def test_who_gets_in_begins_to_count_anew(desk: House) -> None:
    for _ in range(6):
        for _ in range(3):
            await fail(desk, ip="192.0.2.7")
        await enter(desk, ip="192.0.2.8")


def test_counted_tries_take_a_bounded_room() -> None:
    tries = Tries(5, timedelta(minutes=15), lambda: NOON, keys=100)
    for n in range(1000):
        tries.begin(f"{n}@shop.example")
    assert len(tries) == 100


async def test_every_way_in_and_out_is_written_down_with_masked_strangers(desk: House) -> None:
    session = await enter(desk)
    await desk.agents.leave(session.secret)
    await fail(desk, "stranger@elsewhere.example")
    await fail(desk, "my password in the wrong field")
    assert (await desk.audit())[-4:] == [
        ("agent:2", "login", "agent:2"),
        ("agent:2", "logout", "agent:2"),
        ("desk", "login failed", "s***@elsewhere.example"),
        ("desk", "login failed", "***"),
    ]


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
