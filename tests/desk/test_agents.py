"""Who may enter: passwords, second steps, sessions, and what is written down."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk import passwords
from bot.desk.agents import Agents, EmailTaken, LastOwner, Session, TooManyTries, WeakPassword, WrongCredentials
from bot.desk.passwords import Passwords
from bot.desk.tries import Tries
from bot.desk.values import Role, Settings, Status
from bot.errors import FrontdeskError
from bot.store import agents as rows
from bot.store.store import Store
from tests.chat import NOON, Clock
from tests.desk.door import AGENT, OTHER, OWNER, PASSWORD, House, house

HERE = "192.0.2.1"


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
