"""Sending: every way it can fail, parts that go on where they stopped, and nothing that gives the token away."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime, timedelta

import pytest
import structlog

from bot.connector import SendHeld, SendLater, SendRefused, SendUnknown
from bot.message import Button, Card, Media, Message
from connectors.viber.codes import CODES
from tests.connectors.viber.conftest import ANA, House, Open
from tests.standins.viber import TOKEN, Viber
from tests.standins.viber_phone import ViberPhone

HELLO = Message("Hello")
LONG = Message("\n".join(f"line {n}" for n in range(3000)))  # four parts


@pytest.fixture
def phone(viber: Viber) -> ViberPhone:
    """A customer who has written."""
    made = viber.phone()
    made.subscribed = True
    return made


async def test_a_message_arrives_from_the_shop(house: House, phone: ViberPhone) -> None:
    assert await house.say(HELLO) == (str(phone.received[0][0]),)
    _, body = house.viber.calls[-1]
    assert body == {"receiver": ANA, "sender": {"name": "Demo shop"}, "type": "text", "text": "Hello"}


async def test_an_avatar_is_the_senders(build: Open, phone: ViberPhone) -> None:
    house: House = await build(avatar="https://shop.example/a.png", sender_name="A name that is far longer than Viber takes")
    await house.channel.start()
    await house.say(HELLO)
    sender = {"name": "A name that is far longer th", "avatar": "https://shop.example/a.png"}
    assert phone.received[0][1]["sender"] == sender


async def test_send_before_start_makes_its_own_connection(build: Open, phone: ViberPhone) -> None:
    house: House = await build()
    house.viber.webhook = house.url
    assert await house.say(HELLO)


async def test_a_message_that_says_nothing_is_sent_without_a_call(house: House, phone: ViberPhone) -> None:
    calls = len(house.viber.calls)
    assert await house.say(Message()) == ()
    assert len(house.viber.calls) == calls


@pytest.mark.parametrize(("status", "code"), [(s, c) for s, c in CODES.items() if c.then == "later"])
async def test_statuses_that_pass_are_tried_later(house: House, phone: ViberPhone, status: int, code: object) -> None:
    house.viber.fail_next("status", status=status)
    with pytest.raises(SendLater) as later:
        await house.say(HELLO)
    assert (later.value.code, later.value.seconds) == (CODES[status].name, CODES[status].seconds)
    assert later.value.seconds > 0
    assert phone.bubbles() == []


@pytest.mark.parametrize("status", [s for s, c in CODES.items() if c.then == "held"])
async def test_statuses_of_the_rules_hold_the_message(house: House, phone: ViberPhone, status: int) -> None:
    house.viber.fail_next("status", status=status)
    with pytest.raises(SendHeld) as held:
        await house.say(HELLO)
    assert held.value.code == CODES[status].name


@pytest.mark.parametrize("status", [s for s, c in CODES.items() if c.then == "refused"])
async def test_statuses_that_stay_refuse_the_message(house: House, phone: ViberPhone, status: int) -> None:
    house.viber.fail_next("status", status=status)
    with pytest.raises(SendRefused) as refused:
        await house.say(HELLO)
    assert (refused.value.code, refused.value.closes_channel) == (CODES[status].name, status == 5)
    assert str(refused.value).endswith(".")
    assert house.channel.fault is None


async def test_a_status_nobody_knows_is_a_general_error(house: House, phone: ViberPhone) -> None:
    house.viber.fail_next("status", status=99)
    with pytest.raises(SendLater) as later:
        await house.say(HELLO)
    assert later.value.code == "general_error"


async def test_who_is_not_known_closes_and_who_is_not_subscribed_waits(house: House) -> None:
    with pytest.raises(SendRefused) as gone:
        await house.say(HELLO, to="nobody")
    assert gone.value.closes_channel
    house.viber.phone()
    with pytest.raises(SendHeld) as held:
        await house.say(HELLO)
    assert held.value.code == "not_subscribed"


async def test_too_many_requests_say_when_to_come_back(house: House, phone: ViberPhone) -> None:
    house.viber.fail_next("429", seconds=17)
    with pytest.raises(SendLater) as later:
        await house.say(HELLO)
    assert (later.value.seconds, later.value.code) == (17, "rate")


async def test_a_fault_of_vibers_own_is_tried_later(house: House, phone: ViberPhone) -> None:
    house.viber.fail_next("500")
    with pytest.raises(SendLater) as later:
        await house.say(HELLO)
    assert later.value.code == "http_500"


async def test_a_redirect_is_not_followed_with_the_token(house: House, phone: ViberPhone) -> None:
    house.viber.fail_next("redirect")
    with pytest.raises(SendLater) as later:
        await house.say(HELLO)
    assert later.value.code == "http_307"


@pytest.mark.parametrize("kind", ["hang", "drop", "nonsense"])
async def test_no_answer_is_an_unknown_send(build: Open, phone: ViberPhone, kind: str) -> None:
    house: House = await build(timeout=0.4)
    house.viber.webhook = house.url
    house.viber.fail_next(kind, taken=True, seconds=5)  # type: ignore[arg-type]
    with pytest.raises(SendUnknown):
        await house.say(HELLO)
    assert [b.text for b in phone.bubbles()] == ["Hello"], "it did arrive, so sending it again would be twice"


async def test_nobody_there_is_tried_later_and_works_again(house: House, phone: ViberPhone) -> None:
    await house.viber.down()
    with pytest.raises(SendLater) as later:
        await house.say(HELLO)
    assert later.value.code == "unreachable"
    await house.viber.up()
    assert await house.say(HELLO)


async def test_a_name_nobody_knows_and_a_wrong_certificate_are_unreachable(build: Open) -> None:
    for url in ("https://viber.invalid", f"https://127.0.0.1:{(await build()).viber.url.rsplit(':')[-1]}"):
        house: House = await build(api_url=url)
        with pytest.raises(SendLater) as later:
            await house.say(HELLO)
        assert later.value.code == "unreachable"


async def test_parts_that_went_are_not_sent_again(house: House, phone: ViberPhone) -> None:
    whole = await house.say(LONG)
    texts = [b.text for b in phone.bubbles()]
    assert len(whole) == len(texts) >= 3
    phone.received.clear()
    phone.unanswered = house.viber.unanswered - 2
    with pytest.raises(SendLater) as later:
        await house.say(LONG)
    assert later.value.code == "rate"
    assert later.value.platform_ids == tuple(str(token) for token, _ in phone.received)
    assert len(later.value.platform_ids) == 2
    phone.unanswered = 0
    rest = await house.say(LONG, parts=len(later.value.platform_ids))
    assert [b.text for b in phone.bubbles()] == texts
    assert len(rest) == len(texts) - 2


async def test_a_rule_met_on_the_way_keeps_what_went_and_holds_the_rest(house: House, phone: ViberPhone) -> None:
    unsubscribe = phone.receive

    def leave(message: dict[str, object], token: int) -> None:
        unsubscribe(message, token)
        phone.subscribed = False

    phone.receive = leave  # type: ignore[method-assign]
    with pytest.raises(SendLater) as later:
        await house.say(LONG)
    assert (later.value.code, len(later.value.platform_ids)) == ("not_subscribed", 1)
    with pytest.raises(SendHeld):
        await house.say(LONG, parts=1)


async def test_a_hundred_without_an_answer_are_the_most(build: Open, phone: ViberPhone) -> None:
    clock = [datetime(2026, 11, 21, tzinfo=UTC)]
    house: House = await build(now=lambda: clock[0])
    await house.channel.start()
    for _ in range(100):
        await house.say(HELLO)
    with pytest.raises(SendHeld) as held:
        await house.say(HELLO)
    assert held.value.code == "unanswered_limit"
    assert len(phone.received) == 100, "Viber was not asked"
    await phone.says("Still here")
    assert await house.say(HELLO)
    for _ in range(99):
        await house.say(HELLO)
    with pytest.raises(SendHeld):
        await house.say(HELLO)
    clock[0] += timedelta(hours=1, seconds=1)
    phone.unanswered = 0
    assert await house.say(HELLO)


async def test_a_wrong_token_is_a_fault_of_the_channel_until_a_message_goes(house: House, phone: ViberPhone) -> None:
    house.viber.token = "another"
    with pytest.raises(SendLater) as later:
        await house.say(HELLO)
    assert later.value.seconds == 300
    assert house.channel.fault is not None
    assert "channels.viber.token" in house.channel.fault
    house.viber.token = TOKEN
    await house.say(HELLO)
    assert house.channel.fault is None


async def test_a_lost_webhook_is_registered_again(house: House, phone: ViberPhone) -> None:
    house.viber.forget_webhook()
    with pytest.raises(SendLater) as later:
        await house.say(HELLO)
    assert later.value.code == "webhook_not_set"
    task = house.channel._registration._task
    assert task is not None
    await task
    assert house.viber.webhook == house.url
    await house.say(HELLO)
    assert house.channel.fault is None


async def test_an_empty_balance_stays_a_fault_until_a_message_outside_a_session_goes(house: House, phone: ViberPhone) -> None:
    await phone.says("Hello")
    house.desk.heard_at["viber", ANA] = datetime.now(UTC)
    house.viber.fail_next("status", status=24)
    with pytest.raises(SendHeld):
        await house.say(HELLO)
    await house.say(HELLO)
    assert house.channel.fault is not None
    assert "balance" in house.channel.fault
    house.desk.heard_at["viber", ANA] = datetime.now(UTC) - timedelta(hours=25)
    await house.say(HELLO)
    assert house.channel.fault is None


async def test_neither_errors_nor_logs_hold_the_token_or_what_was_said(build: Open, phone: ViberPhone) -> None:
    house: House = await build(timeout=0.4, backoff=(60,))
    house.viber.webhook = house.url
    with structlog.testing.capture_logs() as logs:
        seen = []
        for kind in ("429", "500", "drop", "hang", "nonsense", "redirect", "status"):
            house.viber.fail_next(kind, seconds=2, status=2)
            with pytest.raises((SendLater, SendUnknown, SendRefused, SendHeld)) as error:
                await house.say(Message("a secret word"))
            seen += traceback.format_exception(error.value)
        house.viber.token = "another"
        await house.channel._registration.start()
        house.viber.token = TOKEN
        await house.viber.post_raw(house.url, b"a secret word", "0" * 64)
        await house.viber.down()
        with pytest.raises(SendLater) as error:
            await house.say(Message("a secret word"))
        seen += traceback.format_exception(error.value)
    told = "".join(line for line in seen if "tests/" not in line) + repr(logs) + repr(house.channel.fault) + repr(house.channel)
    assert logs
    assert TOKEN not in told
    assert "secret" not in told


async def test_a_forgotten_customer_leaves_nothing_behind(house: House, phone: ViberPhone) -> None:
    await house.say(HELLO)
    await house.channel.forget(ANA)
    await house.channel.typing(ANA)
    assert house.channel._unanswered._sent == {}


async def test_the_whole_keyboard_way(house: House, phone: ViberPhone) -> None:
    picture = Media("image", "/shop/pictures/KET-17.png", alt="kettle")
    cards = tuple(Card(name, "in stock", picture, (Button("Choose", f"q:r:k:{name}"),)) for name in ("Kettle", "Mug"))
    await house.say(Message("Which one?", cards=cards, buttons=(Button("None of them", "q:r:k:none"),)))
    await house.viber.settle()
    assert [r.state for r in house.desk.reports] == ["delivered", "delivered"], "the app refuses nothing"
    words, carousel = phone.bubbles()
    assert (words.text, carousel.pictures) == ("Which one?", 2)
    assert "Kettle\nin stock" in carousel.text
    assert [tap.title for tap in carousel.taps] == ["Choose", "Choose", "None of them"]
    await phone.taps(carousel.taps[1])
    assert house.desk.updates[-1].payload == "q:r:k:Mug"


async def test_a_phone_shared_by_the_button_is_their_own(house: House, phone: ViberPhone) -> None:
    await house.say(Message("Your number, please", asks_contact=True, language="uk"))
    (tap,) = phone.bubbles()[-1].taps
    assert tap.title == "Надіслати мій номер"
    await phone.taps(tap)
    update = house.desk.updates[-1]
    assert (update.text, update.phone) == ("+38640123456", "+38640123456")


async def test_on_a_desktop_the_shared_phone_is_the_words_of_the_button(house: House, viber: Viber) -> None:
    phone = viber.phone(desktop=True)
    await phone.says("Hello")
    await house.say(Message("Your number, please", asks_contact=True))
    await phone.taps(phone.bubbles()[-1].taps[0])
    assert house.desk.updates[-1].text == "Share my phone number"


async def test_a_link_that_was_opened_is_not_taken_for_words(house: House, phone: ViberPhone) -> None:
    await house.say(Message("Here:", buttons=(Button("The shop", "", url="https://shop.example/"),)))
    await phone.taps(phone.bubbles()[-1].taps[0])
    assert house.desk.updates[-1].payload == "a button with a link was pressed"
