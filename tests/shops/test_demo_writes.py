"""What writes do to the demo shop, what it refuses, and that it remembers across restarts and lost answers."""

from __future__ import annotations

import asyncio
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.money import Money
from bot.shop import Done, Incident, Order, OrderState, PaymentState, Proof, ReturnState, ShopRefused, ShopUnavailable, StockState
from connectors.shops.demo import DemoShop
from connectors.shops.demo.changes import REASONS
from tests.shops.contract import Clock

ANA = Proof(email="ana.novak@example.com")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shop(clock: Clock) -> DemoShop:
    return DemoShop(now=clock)


async def own(shop: DemoShop, number: str, email: str) -> Order:
    order = await shop.order(number, Proof(email=email), language="en")
    assert order is not None
    return order


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


async def test_a_return_is_approved_with_a_label_and_what_will_be_paid_back(shop: DemoShop) -> None:
    done = await shop.create_return("1001", "HLP-01", 2, "unsuitable", "too bright", (), key="k")
    assert done == Done("R-3001", "https://pineandkettle.example/returns/R-3001/label.pdf", eur("49.00"), date(2026, 12, 2))
    order = await own(shop, "1001", "ana.novak@example.com")
    (case,) = order.returns
    assert (case.number, case.sku, case.quantity, case.state) == ("R-3001", "HLP-01", 2, ReturnState.APPROVED)
    assert (case.requested, case.refund, case.reason) == (date(2026, 11, 18), eur("49.00"), "unsuitable")
    assert order.state is OrderState.OPEN


async def test_a_coupon_used_lowers_what_is_paid_back_in_proportion(shop: DemoShop) -> None:
    done = await shop.create_return("1028", "COF-02", 1, "unsuitable", "", (), key="k")
    assert isinstance(done, Done)
    assert done.money == eur("45.72")  # 49.90 of goods worth 59.70 bought with a coupon of 5.00


@pytest.mark.parametrize(
    ("order", "sku", "quantity", "refusal"),
    [
        ("1005", "HLP-01", 1, ShopRefused("window_over", "2026-11-08")),
        ("1002", "TNT-03", 1, ShopRefused("not_delivered")),
        ("1003", "DRL-18", 1, ShopRefused("not_delivered")),
        ("1006", "TOA-02", 1, ShopRefused("not_delivered")),
        ("1001", "TNT-03", 1, ShopRefused("unknown_item")),
        ("1001", "HLP-01", 3, ShopRefused("too_many", "2")),
        ("1001", "HLP-01", 0, ShopRefused("bad_quantity")),
        ("1019", "BAG-45", 1, ShopRefused("already_returned")),
        ("1024", "KET-15", 1, ShopRefused("already_returned")),
        ("4711", "KET-17", 1, ShopRefused("unknown_order")),
    ],
)
async def test_a_return_is_refused_with_its_reason(shop: DemoShop, order: str, sku: str, quantity: int, refusal: ShopRefused) -> None:
    assert await shop.create_return(order, sku, quantity, "unsuitable", "", (), key="k") == refusal
    assert refusal.reason in REASONS
    assert shop.writes == []


async def test_the_delivered_part_of_an_order_can_be_returned_before_the_rest_is_there(shop: DemoShop) -> None:
    assert isinstance(await shop.create_return("1006", "BLN-60", 1, "defective", "", (), key="k"), Done)


async def test_a_declined_return_may_be_tried_again(shop: DemoShop) -> None:
    assert isinstance(await shop.create_return("1021", "CRM-75", 2, "defective", "", (), key="k"), Done)


async def test_pieces_of_one_line_are_returned_one_by_one(shop: DemoShop) -> None:
    assert isinstance(await shop.create_return("1001", "HLP-01", 1, "defective", "", (), key="a"), Done)
    assert await shop.create_return("1001", "HLP-01", 2, "defective", "", (), key="b") == ShopRefused("too_many", "1")
    assert isinstance(await shop.create_return("1001", "HLP-01", 1, "defective", "", (), key="c"), Done)
    assert await shop.create_return("1001", "HLP-01", 1, "defective", "", (), key="d") == ShopRefused("already_returned")


async def test_the_return_window_closes_as_the_clock_goes_on(shop: DemoShop, clock: Clock) -> None:
    clock.moves(days=27)
    assert isinstance(await shop.create_return("1001", "HLP-01", 1, "unsuitable", "", (), key="a"), Done)
    clock.moves(days=1)
    late = await shop.create_return("1001", "HLP-01", 1, "unsuitable", "", (), key="b")
    assert late == ShopRefused("window_over", "2026-12-15")


async def test_an_exchange_reserves_the_new_product_and_names_the_difference(shop: DemoShop) -> None:
    done = await shop.create_exchange("1001", "HLP-01", "HLP-02", "", key="k")
    assert isinstance(done, Done)
    assert done.money == eur("20.00")
    (stock,) = await shop.stock(["HLP-02"])
    assert stock.quantity == 12
    assert (await own(shop, "1001", "ana.novak@example.com")).returns[-1].reason == "exchange"


async def test_an_exchange_for_a_cheaper_or_the_same_product_says_so(shop: DemoShop) -> None:
    cheaper = await shop.create_exchange("1001", "KET-17", "TOA-02", "", key="a")
    same = await shop.create_exchange("1001", "HLP-01", "HLP-01", "", key="b")
    assert isinstance(cheaper, Done)
    assert cheaper.money == eur("-7.40")
    assert isinstance(same, Done)
    assert same.money is None


async def test_an_exchange_for_what_is_not_there_is_refused(shop: DemoShop) -> None:
    assert await shop.create_exchange("1001", "KET-17", "KET-15", "", key="a") == ShopRefused("out_of_stock", "KET-15")
    assert await shop.create_exchange("1001", "KET-17", "HUB-04", "", key="b") == ShopRefused("out_of_stock", "HUB-04")
    assert await shop.create_exchange("1001", "KET-17", "NO-SUCH", "", key="c") == ShopRefused("unknown_product", "NO-SUCH")


async def test_the_last_pieces_can_be_exchanged_for_only_once(shop: DemoShop) -> None:
    for number in range(2):
        assert isinstance(await shop.create_exchange("1001", "HLP-01", "HLP-01", "", key=f"k{number}"), Done)
    assert (await shop.stock(["HLP-01"]))[0].state is StockState.OUT
    assert await shop.create_exchange("1001", "KET-17", "HLP-01", "", key="k9") == ShopRefused("out_of_stock", "HLP-01")


async def test_the_money_of_a_cancelled_order_is_back_on_the_day_that_was_told(shop: DemoShop, clock: Clock) -> None:
    done = await shop.cancel_order("1003", "found it cheaper", key="k")
    assert done == Done("C-3001", None, eur("129.00"), date(2026, 11, 21))
    order = await own(shop, "1003", "oleksandr@example.com")
    assert (order.state, order.payment, order.refunded) == (OrderState.CANCELLED, PaymentState.PAID, eur("0.00"))
    clock.moves(days=3)
    order = await own(shop, "1003", "oleksandr@example.com")
    assert (order.payment, order.refunded) == (PaymentState.REFUNDED, eur("129.00"))


@pytest.mark.parametrize(("number", "email"), [("1004", "maria@example.com"), ("1010", "irina.sokolova@example.com")])
async def test_cancelling_what_was_not_paid_gives_no_money_back(shop: DemoShop, number: str, email: str) -> None:
    assert await shop.cancel_order(number, "", key="k") == Done("C-3001")
    order = await own(shop, number, email)
    assert (order.payment, order.payment_url, order.due) == (PaymentState.UNPAID, None, eur("0"))


@pytest.mark.parametrize("number", ["1001", "1002", "1006", "1015", "1017", "1032"])
async def test_what_has_left_the_shop_is_not_cancelled(shop: DemoShop, number: str) -> None:
    assert await shop.cancel_order(number, "", key="k") == ShopRefused("already_shipped")


async def test_an_empty_address_is_refused(shop: DemoShop) -> None:
    assert await shop.change_address("1003", "  ", key="k") == ShopRefused("bad_address")


async def test_a_customer_gets_the_next_coupon_after_90_days(shop: DemoShop, clock: Clock) -> None:
    first = await shop.create_coupon("Ana@example.com", eur("5.00"), key="a")
    assert isinstance(first, Done)
    assert first.until == date(2027, 1, 17)
    assert await shop.create_coupon(" ana@example.com ", eur("5.00"), key="b") == ShopRefused("limit", "2027-02-16")
    assert isinstance(await shop.create_coupon("john@example.com", eur("5.00"), key="c"), Done)
    clock.moves(days=90)
    second = await shop.create_coupon("ana@example.com", eur("5.00"), key="d")
    assert isinstance(second, Done)
    assert second.reference != first.reference


async def test_a_coupon_is_small_and_in_the_shops_currency(shop: DemoShop) -> None:
    assert await shop.create_coupon("ana", eur("50.00"), key="a") == ShopRefused("too_much", "20.00")
    assert await shop.create_coupon("ana", eur("-5.00"), key="b") == ShopRefused("too_much", "20.00")
    assert await shop.create_coupon("ana", Money(Decimal(5), "UAH"), key="c") == ShopRefused("wrong_currency", "EUR")


async def test_an_order_taken_down_is_added_up_and_held_against_the_stock(shop: DemoShop) -> None:
    done = await shop.take_order((("KET-17", 2), ("FLT-17", 1)), "+38640111001", "call after six", key="a")
    assert done == Done("D-3001", None, eur("87.70"))
    assert await shop.take_order((("TNT-03", 6),), "ana", "", key="b") == ShopRefused("too_many", "5")
    assert await shop.take_order((("KET-15", 1),), "ana", "", key="c") == ShopRefused("out_of_stock", "KET-15")
    assert await shop.take_order((), "ana", "", key="d") == ShopRefused("empty")


async def test_what_is_written_can_be_seen_by_the_shops_people(shop: DemoShop) -> None:
    await shop.add_note("1002", "asked twice", key="a")
    await shop.report_incident(Incident("checkout", "the button does nothing", "ana@example.com", ("KET-17",)), key="b")
    await shop.newsletter(" Ana@Example.com", True, key="c")
    changes = await shop.changes()
    assert changes.notes == {"1002": ["asked twice"]}
    assert [incident.kind for incident in changes.incidents] == ["checkout"]
    assert changes.newsletter == {"ana@example.com": True}
    assert await shop.newsletter("nobody", True, key="d") == ShopRefused("bad_email")


async def test_each_write_that_took_effect_is_recorded_once(shop: DemoShop) -> None:
    for key in ("a", "a", "b"):
        await shop.change_address("1003", "New street 5", key=key)
    await shop.cancel_order("1002", "", key="c")
    assert shop.writes == [("change_address", "1003", "New street 5")] * 2


# --- restarts and faults ----------------------------------------------------------------------------------------------
async def test_a_restart_forgets_nothing(tmp_path: Path, clock: Clock) -> None:
    journal = tmp_path / "demo" / "journal.jsonl"
    first = DemoShop(now=clock, journal=journal)
    results = [
        await first.create_return("1001", "KET-17", 1, "defective", "жужжит", ("/media/1.jpg",), key="r"),
        await first.create_exchange("1001", "HLP-01", "HLP-02", "", key="x"),
        await first.cancel_order("1003", "", key="c"),
        await first.create_coupon("ana", eur("5.00"), key="p"),
        await first.report_incident(Incident("other", "what", None, ("KET-17",)), key="i"),
        await first.take_order((("KET-17", 1),), "ana", "", key="t"),
        await first.add_note("1002", "line one\nline two", key="n"),
        await first.newsletter("ana@example.com", True, key="l"),
        await first.cancel_order("1002", "", key="refused"),
    ]
    clock.moves(days=1)
    second = DemoShop(now=clock, journal=journal)
    assert [await second.done(key) for key in ("r", "x", "c", "p", "i", "t", "n", "l", "refused")] == results
    assert await second.create_return("1001", "KET-17", 1, "defective", "", (), key="r") == results[0]
    assert second.writes == first.writes
    ana = await second.order("1001", ANA, language="sl")
    assert ana is not None
    assert [case.requested for case in ana.returns] == [date(2026, 11, 18), date(2026, 11, 18)]
    assert (await second.stock(["HLP-02"]))[0].quantity == 12
    assert await second.create_coupon("ana", eur("5.00"), key="p2") == ShopRefused("limit", "2027-02-16")
    another = await second.create_return("1001", "HLP-01", 1, "unsuitable", "", (), key="r2")
    assert isinstance(another, Done)
    assert another.reference == "R-3002"


async def test_a_line_torn_by_a_crash_was_never_answered_and_is_dropped(tmp_path: Path, clock: Clock) -> None:
    journal = tmp_path / "journal.jsonl"
    await DemoShop(now=clock, journal=journal).add_note("1002", "kept", key="a")
    with journal.open("ab") as file:
        file.write(b'{"key":"b","at":"2026-')
    again = DemoShop(now=clock, journal=journal)
    assert await again.done("b") is None
    await again.add_note("1002", "after", key="c")
    third = DemoShop(now=clock, journal=journal)
    assert (await third.changes()).notes == {"1002": ["kept", "after"]}


async def test_a_damaged_journal_is_named_with_its_line(tmp_path: Path, clock: Clock) -> None:
    journal = tmp_path / "journal.jsonl"
    journal.write_text("nonsense\n")
    with pytest.raises(ValueError, match=r"journal\.jsonl:1: "):
        await DemoShop(now=clock, journal=journal).done("a")


async def test_a_journal_that_cannot_be_written_makes_the_write_fail_without_a_trace(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("")
    shop = DemoShop(now=clock, journal=tmp_path / "journal.jsonl")
    await shop.stock(["KET-17"])
    (tmp_path / "journal.jsonl").mkdir()
    with pytest.raises(ShopUnavailable):
        await shop.cancel_order("1003", "", key="k")
    assert await shop.done("k") is None
    assert (await own(shop, "1003", "oleksandr@example.com")).state is OrderState.OPEN


async def test_a_caller_that_gives_up_leaves_memory_and_journal_agreeing(tmp_path: Path, clock: Clock) -> None:
    journal = tmp_path / "journal.jsonl"
    shop = DemoShop(now=clock, journal=journal)
    await shop.done("warm")
    task = asyncio.create_task(shop.cancel_order("1003", "", key="k"))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    again = await shop.cancel_order("1003", "", key="k")
    assert await DemoShop(now=clock, journal=journal).done("k") == again
    assert len(journal.read_bytes().splitlines()) == 1


async def test_a_shop_that_is_down_answers_nothing(shop: DemoShop) -> None:
    shop.fault = "down"
    with pytest.raises(ShopUnavailable):
        await shop.search("kettle", language="en")
    with pytest.raises(ShopUnavailable):
        await shop.cancel_order("1003", "", key="k")
    shop.fault = None
    assert await shop.done("k") is None


async def test_a_lost_answer_can_be_asked_for_by_its_key(shop: DemoShop) -> None:
    shop.fault = "lost"
    with pytest.raises(ShopUnavailable):
        await shop.cancel_order("1003", "", key="k")
    shop.fault = None
    assert isinstance(await shop.done("k"), Done)
    assert len(shop.writes) == 1


async def test_a_slow_shop_answers_late(clock: Clock) -> None:
    shop = DemoShop(now=clock, slow_seconds=0.05)
    await shop.stock([])
    shop.fault = "slow"
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(shop.stock(["KET-17"]), 0.01)
    assert len(await shop.stock(["KET-17"])) == 1
