"""Another one instead: the same thing in another size or colour, or another product, with the difference in price said beforehand.

What is sold out is said before anything is promised; then another one, waiting, or a return. Neighbours: `return_item.py`, and
`delivery_damaged.py` for what came broken.
"""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.access import own_order
from bot.flow import Flow
from bot.message import Card, Media
from bot.money import Money
from bot.shop import (
    Done,
    FulfilmentState,
    Item,
    Order,
    OrderState,
    ParcelState,
    Product,
    ProductCard,
    ReturnState,
    Shop,
    ShopRefused,
    Stock,
    StockState,
)
from bot.talk import Choose, Params, Talk
from bot.texts import money

REFUSED = ("out_of_stock", "already_returned", "window_over", "not_delivered", "unknown_item", "unknown_product")
NO_STOCK = (StockState.OUT, StockState.DISCONTINUED)
TRIES = 3  # wishes that cannot be met, before a person helps
CLEARLY = 0.95  # how sure a product's name must be to be taken as the new one
LEAD = 8.0  # points of 100 by which the best find must lead to be taken without asking
SHOWN = 5


async def exchange(talk: Talk, shop: Shop) -> None:
    """The customer wants another one for what they bought."""
    await talk.say("exchange-hello", days=talk.house.return_days)
    order = await own_order(talk, shop)
    if order is None:
        return
    item = await _item(talk, shop, order)
    await talk.remember("product", item.sku)
    state = _state(talk, order, item)
    # The exchange itself and the calendar change this; what held when it was first talked about is kept.
    kept = await talk.ask("text", "exchange-closed", per="kept", default=state, about=(order.number, item.sku), hinted=False)
    if kept != "open":
        await _not_possible(talk, order, item, str(kept))
        return
    wanted = await _wanted(talk, shop, order, item)
    if wanted is not None:
        await _settle(talk, shop, order, item, wanted)


async def _item(talk: Talk, shop: Shop, order: Order) -> Item:
    """The item named, the only one, the one last talked about, or the one chosen."""
    skus = [i.sku for i in order.items]
    here = {e.value for e in talk.known.hints if e.kind == "sku"} & set(skus)
    if not here and len(skus) > 1 and talk.known.said:  # "the kettle for the travel kettle" names the other one more clearly
        here = {c.sku for c in await talk.look(shop.search, talk.known.said, language=talk.language, keep=True)} & set(skus)
    focus = talk.known.focus.get("product")
    default = here.pop() if len(here) == 1 else skus[0] if len(skus) == 1 else focus if focus in skus else None
    choices = [Choose(i.sku, title=i.name) for i in order.items]
    sku = await talk.ask("choice", "exchange-which", choices=choices, default=default, about=order.number, number=order.number)
    return next(i for i in order.items if i.sku == sku)


def _state(talk: Talk, order: Order, item: Item) -> str:
    if sum(c.quantity for c in order.returns if c.sku == item.sku and c.state is not ReturnState.DECLINED) >= item.quantity:
        return "already"
    if order.state is OrderState.CANCELLED:
        return "cancelled"
    parcels = [p for p in order.parcels if item.sku in p.skus]
    here = any(p.state is ParcelState.DELIVERED for p in parcels) if parcels else order.fulfilment is FulfilmentState.DELIVERED
    if not here:
        return "waiting" if order.changeable else "coming"
    today = talk.now().astimezone(ZoneInfo(talk.known.timezone)).date()
    return "late" if order.return_until is not None and order.return_until < today else "open"


async def _not_possible(talk: Talk, order: Order, item: Item, state: str) -> None:
    until = order.return_until
    await talk.say(
        "exchange-closed",
        state=state,
        item=item.name,
        number=order.number,
        days=talk.house.return_days,
        dated=until is not None,
        until=until,
    )
    following = {
        "already": ("refund_status", "human"),
        "cancelled": ("refund_status", "place_order"),
        "waiting": ("change_order", "cancel_order", "order_status"),
        "coming": ("order_status", "return_unsuitable", "human"),
    }
    await talk.solved(*following.get(state, ("return_defective", "warranty", "human")))


# --- what for? -----------------------------------------------------------------------------------------------------------
async def _wanted(talk: Talk, shop: Shop, order: Order, item: Item) -> Product | None:
    """What the customer wants instead and can have; None when the matter went another way."""
    bought = await talk.look(shop.product, item.sku, language=talk.language)
    others = [p for sku in (bought.variants if bought else ()) if (p := await talk.look(shop.product, sku, language=talk.language))]
    default = _named(talk, order, others)
    for attempt in range(TRIES):
        found = await _found(talk, shop, item, others, default, str(attempt))
        default = None
        if found is None:
            await talk.say("exchange-unknown", per=str(attempt))
            continue
        stock = next(iter(await talk.look(shop.stock, [found.sku])), None)
        now = "out" if stock is not None and stock.state in NO_STOCK else "here"
        about = (order.number, item.sku, found.sku)
        kept = await talk.ask("text", "exchange-out", per=f"kept-{attempt}", default=now, about=about, hinted=False)
        if kept == "here":
            return found
        way = await _sold_out(talk, item, found, stock, str(attempt))
        if way != "other":
            await _instead(talk, shop, order, item, found, stock, way)
            return None
        after = await talk.look(shop.product, found.successor, language=talk.language) if found.successor else None
        others = [*(p for p in others if p.sku != found.sku), *((after,) if after else ())]
    await talk.hand_over("exchange", order=order.number, item=item.name)
    return None


def _named(talk: Talk, order: Order, others: list[Product]) -> str | None:
    """The product named as the new one: the only one named clearly, or else the only variant among those named."""
    named = {e.value: e.score for e in talk.known.hints if e.kind == "sku" and e.value not in {i.sku for i in order.items}}
    clearly = [sku for sku, score in named.items() if score >= CLEARLY]
    if len(clearly) == 1:
        return clearly[0]
    variants = [p.sku for p in others if p.sku in named]
    return variants[0] if len(variants) == 1 else None


async def _found(talk: Talk, shop: Shop, item: Item, others: list[Product], default: str | None, per: str) -> Product | None:
    """The product the customer names: a variant of theirs, or any other by its name."""
    choices = [Choose(p.sku, title=p.name, description=_price(talk, p.price.value)) for p in others]
    examples = ("KET-15", "DRL-18", "drill")
    asked: Params = {"about": item.sku, "per": per, "hinted": False, "examples": examples, "item": item.name, "variants": bool(others)}
    words = await talk.ask("product", "exchange-for", choices=choices, default=default, **asked)
    exact = await talk.look(shop.product, words, language=talk.language)
    if exact is not None:
        return exact if exact.sku != item.sku else None
    cards = [c for c in await talk.look(shop.search, words, language=talk.language, limit=SHOWN) if c.sku != item.sku]
    if not cards:
        return None
    sku = cards[0].sku
    if len(cards) > 1 and cards[0].score - cards[1].score < LEAD:
        options = [*(Choose(c.sku, title=c.name) for c in cards), Choose("none", intents=("deny",))]
        sku = await talk.choose("exchange-one-of", options, cards=[_card(talk, c) for c in cards], about=words, per=per)
    return None if sku == "none" else await talk.look(shop.product, sku, language=talk.language)


def _card(talk: Talk, found: ProductCard) -> Card:
    picture = Media("image", found.picture.url, found.picture.alt) if found.picture else None
    return Card(found.name, _price(talk, found.price.value), picture)


def _price(talk: Talk, value: Money) -> str:
    return money(value.amount, value.currency, talk.language)


async def _sold_out(talk: Talk, item: Item, found: Product, stock: Stock | None, per: str) -> str:
    """Nobody is let wait for what never comes again."""
    gone = stock is not None and stock.state is StockState.DISCONTINUED
    restock = stock.restock if stock else None
    ways = ("other", *(() if gone else ("wait",)), Choose("return", intents=("return_unsuitable", "return_defective")))
    facts: Params = {"wanted": found.name, "back": "never" if gone else "dated" if restock else "unknown", "restock": restock}
    return await talk.choose("exchange-out", ways, about=found.sku, per=per, **facts)


async def _instead(talk: Talk, shop: Shop, order: Order, item: Item, found: Product, stock: Stock | None, way: str) -> None:
    if way == "return":
        await talk.say("exchange-return", item=item.name)
        await talk.solved("return_unsuitable", "human")
        return
    restock = stock.restock if stock else None
    back = datetime.combine(restock, time(), ZoneInfo(talk.known.timezone)) if restock else talk.now()
    due = talk.house.hours.after(max(back, talk.now()), talk.house.lookup_within)
    note = f"exchange {item.sku} for {found.sku}: the customer waits until it is in stock"
    noted = await talk.do(shop.add_note, order.number, note, harmless=True)
    if isinstance(noted, ShopRefused):
        await talk.hand_over("exchange", order=order.number, item=item.name, wanted=found.name, refused=noted.reason)
        return
    await talk.promise("exchange-wait", due, wanted=found.name)
    await talk.solved("return_unsuitable", "order_status")


# --- done ----------------------------------------------------------------------------------------------------------------
async def _settle(talk: Talk, shop: Shop, order: Order, item: Item, wanted: Product) -> None:
    price = wanted.price.value
    if price.currency != item.price.currency:  # no rate is known that would hold
        await talk.hand_over("exchange", order=order.number, item=item.name, wanted=wanted.name, price=price)
        return
    # The price does not move under the customer between the summary and the yes.
    about = (order.number, item.sku, wanted.sku)
    kept = await talk.ask("text", "exchange-summary", per="price", default=str(price.amount), about=about, hinted=False)
    price = Money(Decimal(str(kept)), price.currency)
    difference = price.amount - item.price.amount
    side = "more" if difference > 0 else "less" if difference < 0 else "same"
    facts: Params = {"item": item.name, "wanted": wanted.name, "side": side, "amount": Money(abs(difference), price.currency)}
    pieces = item.quantity
    await talk.confirm("exchange-summary", number=order.number, price=price, pieces=pieces, **facts)
    note = f"one piece of {pieces}" if pieces > 1 else ""
    result = await talk.do(shop.create_exchange, order.number, item.sku, wanted.sku, note)
    if isinstance(result, ShopRefused):
        await _refused(talk, order, item, wanted, result)
        return
    await _registered(talk, result, side, facts)


async def _registered(talk: Talk, done: Done, side: str, facts: Params) -> None:
    """The shop's own word on the difference wins over ours."""
    if done.money is not None:
        facts = {**facts, "amount": Money(abs(done.money.amount), done.money.currency)}
        side = "more" if done.money.amount > Decimal(0) else "less"
    due = talk.house.hours.after(talk.now(), talk.house.reply_within)
    said: Params = {
        "case": done.reference,
        "labelled": bool(done.url),
        "url": done.url,
        "dated": done.until is not None,
        "until": done.until,
    }
    await talk.say("exchange-done", days=talk.house.refund_days, **{**facts, **said, "side": side})
    if not done.url:
        await talk.promise("exchange-label", due, case=done.reference)
    await talk.promise("exchange-next", due, **{**facts, "side": side})
    await talk.solved("order_status", "refund_status" if side == "less" else "return_policy")


async def _refused(talk: Talk, order: Order, item: Item, wanted: Product, refused: ShopRefused) -> None:
    reason = refused.reason if refused.reason in REFUSED else "other"
    await talk.sorry("exchange-refused", reason=reason, item=item.name, wanted=wanted.name, days=talk.house.return_days)
    if reason == "other":
        await talk.hand_over("exchange", order=order.number, item=item.name, wanted=wanted.name, refused=refused.reason)
        return
    await talk.solved("exchange" if reason in ("out_of_stock", "unknown_product") else "refund_status", "return_unsuitable", "human")


FLOW = Flow(
    name="exchange", run=exchange, intents=("exchange",), summary="The customer wants another size, colour or product for what they bought."
)
