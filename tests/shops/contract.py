"""What every shop system behind `bot.shop.Shop` must keep, whatever it is made of.

A connector joins by one more entry in `test_contract.py`: how to make the shop, and which of its data the rules can be
tried on. Nothing here knows a particular shop. Writes change the shop, so each test gets a new one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.money import Money
from bot.shop import Done, Incident, OrderState, Proof, ReturnState, Shop, ShopRefused, StockState

LANGUAGES = ("en", "ru", "uk", "sl")


class Clock:
    """Time that moves only when told to. Noon, so that no day is near its end in any zone of Europe."""

    def __init__(self, at: datetime = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def moves(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass(frozen=True)
class Known:
    """Data of one shop that the rules are tried on."""

    sku: str  # can be bought now
    phrase: str  # a customer's words for it, in English
    budget: Money  # something can be bought for it, and something not
    delivered: str  # an order inside its return window
    item: str  # a SKU of it, with nothing returned yet
    email: str  # of that order, as are the two below
    phone: str  # E.164
    typed_phone: str  # the same as people of its country type it
    number_of_orders: int  # this customer's
    packing: str  # an order that may be changed and cancelled, paid
    packing_email: str
    shipped: str  # an order on its way


class ShopContract:
    """Subclass it, and give it the fixtures `shop` and `known`."""

    # --- goods --------------------------------------------------------------------------------------------------------
    async def test_search_finds_a_product_by_its_name_best_first(self, shop: Shop, known: Known) -> None:
        found = await shop.search(known.phrase, language="en")
        assert known.sku in [card.sku for card in found]
        assert [card.score for card in found] == sorted((card.score for card in found), reverse=True)
        assert all(0 < card.score <= 100 for card in found)

    async def test_search_finds_nothing_in_words_that_name_nothing(self, shop: Shop, known: Known) -> None:
        for words in ("", "   ", "qwrtzpl xqjz", "\x00", "🙂", "?" * 5000):
            assert await shop.search(words, language="en") == ()

    async def test_search_gives_no_more_than_the_limit(self, shop: Shop, known: Known) -> None:
        assert len(await shop.search(known.phrase, language="en", limit=1)) == 1

    async def test_a_sku_finds_its_product_alone(self, shop: Shop, known: Known) -> None:
        assert [card.sku for card in await shop.search(known.sku, language="en")] == [known.sku]

    async def test_every_product_on_show_can_be_opened_and_bought_in_every_language(self, shop: Shop, known: Known) -> None:
        for language in LANGUAGES:
            for card in await shop.browse(language=language):
                product = await shop.product(card.sku, language=language)
                assert product is not None
                assert (product.name, product.price, product.category) == (card.name, card.price, card.category)
        stocks = await shop.stock([card.sku for card in await shop.browse(language="en")])
        assert {s.state for s in stocks} <= {StockState.IN_STOCK, StockState.LOW}

    async def test_browsing_is_cheapest_first_and_keeps_to_the_budget(self, shop: Shop, known: Known) -> None:
        cards = await shop.browse(language="en", budget=known.budget)
        prices = [card.price.value.amount for card in cards]
        assert prices == sorted(prices)
        assert prices
        assert prices[-1] <= known.budget.amount
        assert len(cards) < len(await shop.browse(language="en"))

    async def test_every_use_of_every_category_leads_to_that_category_alone(self, shop: Shop, known: Known) -> None:
        for category, name in await shop.categories(language="en"):
            assert name
            for use, title in await shop.uses(category, language="en"):
                assert title
                cards = await shop.browse(language="en", category=category, use=use)
                assert {card.category for card in cards} <= {category}

    async def test_what_does_not_exist_is_none_or_empty(self, shop: Shop, known: Known) -> None:
        assert await shop.product("NO-SUCH-1", language="en") is None
        assert await shop.reviews("NO-SUCH-1") == ()
        assert await shop.stock(["NO-SUCH-1"]) == ()
        assert await shop.uses("no-such-category", language="en") == ()
        assert await shop.browse(language="en", category="no-such-category") == ()

    async def test_reviews_have_one_to_five_stars_and_end_at_the_limit(self, shop: Shop, known: Known) -> None:
        reviews = await shop.reviews(known.sku)
        assert all(1 <= review.rating <= 5 and review.text for review in reviews)
        assert len(await shop.reviews(known.sku, limit=1)) <= 1

    # --- orders and proof ---------------------------------------------------------------------------------------------
    async def test_an_order_is_shown_to_its_email_phone_or_verified_phone(self, shop: Shop, known: Known) -> None:
        for proof in (
            Proof(email=known.email),
            Proof(email=f"  {known.email.upper()} "),
            Proof(phone=known.phone),
            Proof(phone=known.typed_phone),
            Proof(verified_phone=known.phone),
            Proof(verified_phone=known.phone.removeprefix("+")),
        ):
            order = await shop.order(known.delivered, proof, language="en")
            assert order is not None
            assert order.number == known.delivered

    async def test_a_wrong_proof_and_an_unknown_number_are_answered_alike(self, shop: Shop, known: Known) -> None:
        for proof in (
            Proof(),
            Proof(email=""),
            Proof(email="stranger@example.com"),
            Proof(email="@"),
            Proof(phone=""),
            Proof(phone="not a phone"),
            Proof(phone="+386 41 000 000"),
            Proof(verified_phone=""),
            Proof(verified_phone="+"),
            Proof(verified_phone="+38641000000"),
            Proof(phone=known.phone[:-1]),
        ):
            assert await shop.order(known.delivered, proof, language="en") is None
            assert await shop.order("999999", proof, language="en") is None
            assert await shop.orders_of(proof, language="en") == ()
        for number in ("999999", "", "x", known.delivered + "0"):
            assert await shop.order(number, Proof(email=known.email), language="en") is None

    async def test_a_proof_of_one_order_opens_that_order_alone(self, shop: Shop, known: Known) -> None:
        proof = Proof(order=known.delivered)
        shown = await shop.order(known.delivered, proof, language="en")
        assert shown is not None
        assert [order.number for order in await shop.orders_of(proof, language="en", limit=50)] == [known.delivered]
        others = [o.number for o in await shop.orders_of(Proof(email=known.email), language="en", limit=50) if o.number != known.delivered]
        assert others
        for number in (*others, known.packing, "999999", ""):
            assert await shop.order(number, proof, language="en") is None
        for nothing in ("", "999999", f" {known.delivered}", f"#{known.delivered}"):
            assert await shop.order(known.delivered, Proof(order=nothing), language="en") is None
            assert await shop.orders_of(Proof(order=nothing), language="en") == ()

    async def test_an_orders_number_shown_as_a_contact_opens_nothing(self, shop: Shop, known: Known) -> None:
        for word in (f"order:{known.delivered}", f"verified:{known.phone}", known.delivered):
            assert await shop.order(known.delivered, Proof(email=word), language="en") is None
        for word in (f"order:{known.delivered}", known.delivered):
            assert await shop.order(known.delivered, Proof(phone=word), language="en") is None

    async def test_a_customer_sees_their_own_orders_newest_first(self, shop: Shop, known: Known) -> None:
        orders = await shop.orders_of(Proof(email=known.email), language="en", limit=50)
        assert len(orders) == known.number_of_orders
        assert {order.email.casefold() for order in orders} == {known.email.casefold()}
        assert [order.placed for order in orders] == sorted((order.placed for order in orders), reverse=True)
        assert len(await shop.orders_of(Proof(email=known.email), language="en", limit=1)) == 1

    async def test_an_order_speaks_the_asked_language_and_keeps_its_numbers(self, shop: Shop, known: Known) -> None:
        orders = [await shop.order(known.delivered, Proof(email=known.email), language=lang) for lang in LANGUAGES]
        assert all(orders)
        assert len({order.total for order in orders if order}) == 1
        assert len({order.items[0].name for order in orders if order}) > 1

    async def test_money_is_decimal_with_a_currency(self, shop: Shop, known: Known) -> None:
        order = await shop.order(known.delivered, Proof(email=known.email), language="en")
        assert order is not None
        for money in (order.total, order.paid, order.refunded, order.shipping, order.discount, order.due):
            assert isinstance(money.amount, Decimal)
            assert money.currency == order.total.currency

    # --- writes -------------------------------------------------------------------------------------------------------
    async def test_a_return_shows_on_the_order_and_a_second_of_the_same_item_is_refused(self, shop: Shop, known: Known) -> None:
        done = await shop.create_return(known.delivered, known.item, 1, "unsuitable", "", (), key="k1")
        assert isinstance(done, Done)
        order = await shop.order(known.delivered, Proof(email=known.email), language="en")
        assert order is not None
        assert [(r.number, r.sku) for r in order.returns if r.number == done.reference] == [(done.reference, known.item)]
        assert order.returns[-1].state in (ReturnState.REQUESTED, ReturnState.APPROVED)
        again = await shop.create_return(known.delivered, known.item, 1, "unsuitable", "", (), key="k2")
        assert again == ShopRefused("already_returned")

    async def test_a_second_write_with_the_same_key_changes_nothing(self, shop: Shop, known: Known) -> None:
        first = await shop.create_return(known.delivered, known.item, 1, "unsuitable", "", (), key="same")
        second = await shop.create_return(known.delivered, known.item, 1, "unsuitable", "", (), key="same")
        assert first == second
        assert await shop.done("same") == first
        order = await shop.order(known.delivered, Proof(email=known.email), language="en")
        assert order is not None
        assert len([r for r in order.returns if r.sku == known.item]) == 1

    async def test_writes_with_one_key_at_the_same_time_are_one_write(self, shop: Shop, known: Known) -> None:
        results = await asyncio.gather(*(shop.cancel_order(known.packing, "changed my mind", key="one") for _ in range(5)))
        assert len(set(results)) == 1
        assert isinstance(results[0], Done)

    async def test_a_key_that_was_never_used_has_no_result(self, shop: Shop, known: Known) -> None:
        assert await shop.done("never") is None

    async def test_a_refusal_is_remembered_by_its_key_too(self, shop: Shop, known: Known) -> None:
        refused = await shop.cancel_order(known.shipped, "late", key="no")
        assert isinstance(refused, ShopRefused)
        assert await shop.done("no") == refused

    async def test_an_order_that_is_packed_can_be_cancelled_once(self, shop: Shop, known: Known) -> None:
        before = await shop.order(known.packing, Proof(email=known.packing_email), language="en")
        assert before is not None
        assert before.cancellable
        assert isinstance(await shop.cancel_order(known.packing, "", key="k1"), Done)
        after = await shop.order(known.packing, Proof(email=known.packing_email), language="en")
        assert after is not None
        assert (after.state, after.cancellable, after.changeable) == (OrderState.CANCELLED, False, False)
        assert after.due.amount == 0
        assert await shop.cancel_order(known.packing, "", key="k2") == ShopRefused("already_cancelled")
        assert await shop.change_address(known.packing, "Elsewhere 1", key="k3") == ShopRefused("already_cancelled")

    async def test_an_address_changes_while_nothing_was_sent(self, shop: Shop, known: Known) -> None:
        assert isinstance(await shop.change_address(known.packing, "New street 5, 1000 Ljubljana", key="k1"), Done)
        order = await shop.order(known.packing, Proof(email=known.packing_email), language="en")
        assert order is not None
        assert order.address == "New street 5, 1000 Ljubljana"

    async def test_what_was_sent_can_neither_be_cancelled_nor_readdressed_nor_yet_returned(self, shop: Shop, known: Known) -> None:
        assert await shop.cancel_order(known.shipped, "", key="k1") == ShopRefused("already_shipped")
        assert await shop.change_address(known.shipped, "New street 5", key="k2") == ShopRefused("already_shipped")

    async def test_writes_on_an_unknown_order_are_refused(self, shop: Shop, known: Known) -> None:
        calls: list[Callable[[], object]] = [
            lambda: shop.create_return("999999", known.item, 1, "defective", "", (), key="a"),
            lambda: shop.create_exchange("999999", known.item, known.sku, "", key="b"),
            lambda: shop.cancel_order("999999", "", key="c"),
            lambda: shop.change_address("999999", "New street 5", key="d"),
            lambda: shop.add_note("999999", "hello", key="e"),
        ]
        for call in calls:
            result = call()
            assert asyncio.iscoroutine(result)
            assert await result == ShopRefused("unknown_order")

    async def test_one_customer_gets_one_coupon(self, shop: Shop, known: Known) -> None:
        value = Money(Decimal("5.00"), known.budget.currency)
        first = await shop.create_coupon(known.email, value, key="k1")
        assert isinstance(first, Done)
        assert first.money == value
        second = await shop.create_coupon(known.email.upper(), value, key="k2")
        assert isinstance(second, ShopRefused)
        assert second.reason == "limit"

    async def test_notes_incidents_orders_and_newsletters_are_taken(self, shop: Shop, known: Known) -> None:
        results = (
            await shop.add_note(known.delivered, "called twice", key="k1"),
            await shop.report_incident(Incident("payment", "the page stays white"), key="k2"),
            await shop.take_order(((known.sku, 1),), known.email, "", key="k3"),
            await shop.newsletter(known.email, True, key="k4"),
            await shop.newsletter(known.email, False, key="k5"),
        )
        assert all(isinstance(result, Done) and result.reference for result in results)
