"""Resolve asks the customer; yes is solved and may be rated, no comes back to the same agent; what sleeps wakes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.desk.closing import Closing, NoSuchTime
from bot.desk.replies import Replies
from bot.desk.values import Agent, NotYours, Role, Status
from bot.money import Money
from bot.store import closing as rows
from bot.store.store import Store
from bot.update import Update, UpdateKind
from tests.chat import NOON, Chat, Clock, Mailbox, opened
from tests.desk.office import Listener, ask, give, hire, later, talking

RATING = "How did we help you"
QUESTION = "Did that solve it for you?"


@dataclass(slots=True)
class Office:
    chat: Chat
    clock: Clock
    closing: Closing
    replies: Replies
    events: Listener
    maja: Agent
    conversation: int

    @property
    def store(self) -> Store:
        return self.chat.desk.store

    async def case(self, columns: str = "state") -> tuple[object, ...]:
        [row] = await ask(self.store, f"SELECT {columns} FROM cases")
        return tuple(row)

    async def owner(self) -> str:
        return str((await ask(self.store, "SELECT owner FROM conversations WHERE id = ?", self.conversation))[0][0])

    async def resolves(self) -> list[str]:
        """Maja resolves; what the customer hears."""
        await self.closing.resolve(self.conversation, self.maja)
        return await later(self.chat, timedelta(seconds=1))

    async def maja_has_it_again(self, case: str = "agent") -> None:
        await give(self.store, self.conversation, f"agent:{self.maja.id}", case=case)


@asynccontextmanager
async def office(
    *, coupon: Money | None = None, rating: bool = True, now: datetime = NOON, name: str | None = None, language: str = "en"
) -> AsyncIterator[Office]:
    clock, post = Clock(now), Mailbox()
    async with opened(clock, post) as desk:
        house = replace(desk.stage.house, rating=rating, rating_coupon=coupon)
        desk.reception._turns._stage = replace(desk.stage, house=house)
        chat = Chat(desk, post, clock, name=name, language=language)
        conversation = await talking(chat)
        maja = await hire(desk.store)
        events = Listener()
        closing = Closing(desk.store, clock, events, house)
        desk.reception._turns.timers.update(closing.timers())
        await give(desk.store, conversation, f"agent:{maja.id}")
        replies = Replies(desk.store, desk.reception.outbox, clock, events)
        chat.listens()
        yield Office(chat, clock, closing, replies, events, maja, conversation)


async def test_a_yes_makes_the_case_solved_and_is_rated_once() -> None:
    async with office(name="Ana") as o:
        [asked] = await o.resolves()
        assert QUESTION in asked
        assert await o.case() == ("closed",)
        assert await o.owner() == "bot"
        await o.chat.clicks("Yes, solved")
        assert await o.case() == ("solved",)
        o.chat.hears(RATING, buttons=["1 – badly", "5 – very well"])
        await o.chat.clicks("5 – very well")
        o.chat.hears("Would you like to add a sentence?")
        await o.chat.says("Maja was really quick and found the parcel")
        o.chat.hears("Thank you, Ana. Have a good day!")
        assert await o.case("state, rating, comment") == ("solved", 5, "Maja was really quick and found the parcel")


async def test_a_typed_number_is_a_rating_and_a_low_one_hears_sorry() -> None:
    async with office() as o:
        await o.resolves()
        await o.chat.says("yes")
        await o.chat.says("2")
        o.chat.hears("I am sorry that it was not better")
        await o.chat.clicks("No, thank you")
        o.chat.hears("Have a good day")
        assert await o.case("rating, comment") == (2, None)


async def test_a_no_brings_it_back_to_the_same_agent_with_everything() -> None:
    async with office() as o:
        await o.store.write(lambda db: db.execute("""UPDATE cases SET summary = '{"facts": {"parcel": "lost"}}'"""))
        await o.resolves()
        await o.chat.says("no, the parcel is still lost")
        o.chat.hears("I am sorry that it is not settled yet.")
        assert await o.case("state, reopened, agent_id") == ("waiting", 1, o.maja.id)
        await later(o.chat, timedelta(seconds=1))
        assert await o.owner() == f"agent:{o.maja.id}"
        assert await o.case("state, reopened, agent_id, closed_at") == ("agent", 1, o.maja.id, None)
        [summary] = await o.case("summary")
        assert '"parcel":"lost"' in str(summary)
        assert "not_solved" in str(summary)
        await o.replies.say(o.conversation, o.maja, "I am still on it.", client_id="a")


@pytest.mark.parametrize(
    ("language", "said", "state"),
    [
        ("en", "It still leaks.", "waiting"),
        ("ru", "нет, посылка так и не пришла", "waiting"),
        ("uk", "ні, досі не працює", "waiting"),
        ("sl", "še vedno ne deluje", "waiting"),
        ("en", "no problem, thank you!", "solved"),
        ("ru", "да, всё пришло", "solved"),
        ("uk", "так, дякую", "solved"),
        ("sl", "ja, hvala za pomoč", "solved"),
        ("en", "thanks a lot!", "solved"),
    ],
)
async def test_what_it_was_is_said_in_many_words(language: str, said: str, state: str) -> None:
    async with office(language=language) as o:
        await o.resolves()
        await o.chat.says(said)
        assert await o.case() == (state,)


async def test_a_new_wish_is_served_and_leaves_the_case_closed() -> None:
    async with office() as o:
        await o.resolves()
        await o.chat.says("where is my order 1001?")
        assert await o.case() == ("closed",)
        o.chat.hears("e-mail or phone")


async def test_a_no_while_the_agent_is_away_waits_in_the_queue() -> None:
    async with office() as o:
        await o.resolves()
        await o.store.write(lambda db: db.execute("UPDATE agents SET status = ?", (Status.AWAY.value,)))
        await o.chat.clicks("Not yet")
        await later(o.chat, timedelta(seconds=1))
        assert await o.owner() == "queue"
        assert await o.case("state, reopened") == ("waiting", 1)


async def test_without_an_answer_it_stays_closed_and_a_late_no_still_counts() -> None:
    async with office() as o:
        await o.resolves()
        assert await later(o.chat, timedelta(days=3)) == []
        assert await o.case() == ("closed",)
        await o.chat.clicks("Not yet")
        assert await o.case("state, reopened") == ("waiting", 1)


async def test_a_rating_is_asked_for_once_a_case_and_once_in_thirty_days() -> None:
    async with office() as o:
        await o.resolves()
        await o.chat.says("yes")
        o.chat.hears(RATING)  # asked, though never answered
        await o.chat.says("do you have a kettle?")
        for days, wanted in ((20, False), (11, True)):
            o.clock.advance(timedelta(days=days))
            await o.maja_has_it_again()
            await o.resolves()
            await o.chat.clicks("Yes, solved")
            assert (RATING in o.chat.said) is wanted, f"after {days} more days"


async def test_no_rating_where_the_shop_wants_none() -> None:
    async with office(rating=False) as o:
        await o.resolves()
        await o.chat.says("yes, thanks")
        o.chat.hears("Have a good day")
        assert RATING not in o.chat.said


async def test_a_proven_customer_gets_the_coupon_and_only_one() -> None:
    async with office(coupon=Money(Decimal(5), "EUR")) as o:
        await o.store.write(lambda db: db.execute("UPDATE conversations SET owner = 'bot', epoch = epoch + 1, version = version + 1"))
        await o.chat.says("where is my order 1001?")
        await o.chat.says("ana.novak@example.com")
        await o.maja_has_it_again()
        await o.resolves()
        await o.chat.clicks("Yes, solved")
        await o.chat.clicks("4 – well")
        await o.chat.clicks("No, thank you")
        o.chat.hears("worth €5.00")
        coupons = [w for w in o.chat.shop.writes if "coupon" in repr(w).lower()]
        assert len(coupons) == 1


async def test_whoever_wants_no_notices_is_not_asked() -> None:
    async with office() as o:
        await o.chat.says("STOP")
        assert await o.resolves() == []


async def test_who_has_slept_on_it_is_asked_in_the_morning() -> None:
    async with office() as o:
        o.clock.now = datetime(2026, 11, 18, 22, 0, tzinfo=UTC)  # 23:00 in Ljubljana
        assert await o.resolves() == []
        o.clock.now = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
        [asked] = await later(o.chat, timedelta(0))
        assert QUESTION in asked


async def test_only_its_agent_or_a_lead_resolves() -> None:
    async with office() as o:
        boris, lead = await hire(o.store, "Boris"), await hire(o.store, "Lana", Role.LEAD)
        with pytest.raises(NotYours) as refused:
            await o.closing.resolve(o.conversation, boris)
        assert refused.value.name == "Maja"
        await o.closing.resolve(o.conversation, lead)
        with pytest.raises(NotYours):
            await o.closing.resolve(o.conversation, o.maja)


async def test_an_open_question_of_the_bot_does_not_come_back_after_the_agent_settled_it() -> None:
    async with office() as o:
        await o.store.write(lambda db: db.execute("UPDATE conversations SET owner = 'bot', epoch = epoch + 1, version = version + 1"))
        await o.chat.says("I want to return order 1001")
        await o.maja_has_it_again()
        await o.resolves()
        await o.chat.clicks("Yes, solved")
        assert "e-mail" not in o.chat.said


async def test_solved_is_counted_apart_from_closed() -> None:
    async with office() as o:
        await o.resolves()
        assert await o.store.read(rows.counts) == {"closed": 1, "reopened": 0}
        await o.chat.clicks("Not yet")
        assert await o.store.read(rows.counts) == {"waiting": 1, "reopened": 1}
        await later(o.chat, timedelta(seconds=1))
        await o.resolves()
        await o.chat.clicks("Yes, solved")
        assert await o.store.read(rows.counts) == {"solved": 1, "reopened": 1}


# --- putting aside -----------------------------------------------------------------------------------------------------------
async def test_it_sleeps_until_the_words_say_and_wakes_with_its_agent() -> None:
    async with office() as o:
        wakes = await o.closing.snooze(o.conversation, o.maja, "tomorrow 10")
        assert wakes == datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
        assert (await o.case("state, waiting_since")) == ("snoozed", None)
        assert await later(o.chat, timedelta(hours=21)) == []
        assert await o.case() == ("snoozed",)
        assert await later(o.chat, timedelta(hours=2)) == []
        assert await o.case("state, snoozed_until") == ("agent", None)
        assert await o.owner() == f"agent:{o.maja.id}"


async def test_put_aside_twice_it_sleeps_until_the_later_words() -> None:
    async with office() as o:
        await o.closing.snooze(o.conversation, o.maja, "1 hour")
        await o.closing.snooze(o.conversation, o.maja, "через 3 часа")
        await later(o.chat, timedelta(hours=2))
        assert await o.case() == ("snoozed",)
        await later(o.chat, timedelta(hours=2))
        assert await o.case() == ("agent",)


async def test_it_wakes_in_the_queue_when_its_agent_is_away() -> None:
    async with office() as o:
        await o.closing.snooze(o.conversation, o.maja, "2 uri")
        await o.store.write(lambda db: db.execute("UPDATE agents SET status = ?", (Status.AWAY.value,)))
        await later(o.chat, timedelta(hours=3))
        assert await o.case() == ("waiting",)
        assert await o.owner() == "queue"


async def test_the_customers_word_wakes_it() -> None:
    async with office() as o:
        await o.closing.snooze(o.conversation, o.maja, "наступного понеділка")
        update = Update("test", "w1", o.chat.address, UpdateKind.TEXT, o.clock(), "one more thing")
        await o.chat.desk.reception.accept([update])
        await o.chat.desk.reception.settled("test", o.chat.address, timeout=10)
        assert (await o.case())[0] == "agent"


async def test_words_without_a_time_ahead_put_nothing_aside() -> None:
    async with office() as o:
        for words in ("yesterday", "banana", ""):
            with pytest.raises(NoSuchTime):
                await o.closing.snooze(o.conversation, o.maja, words)
        assert await o.case() == ("agent",)
