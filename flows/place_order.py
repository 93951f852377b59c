"""The customer wants to buy: the order is taken down for a colleague to place. Nothing is charged here.

Which product and how many, delivery, a way to reach the customer, the sum with tax named; only a yes to it takes the order down.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from bot.flow import Flow
from bot.message import Card, Media
from bot.money import Money
from bot.shop import Product, ProductCard, ShippingOption, Shop, ShopRefused, Stock, StockState
from bot.talk import Choose, Talk
from bot.texts import money
from intents.entities.quantities import quantities
from intents.folding import fold

LINES: Final = 3  # different products in one order
MOST: Final = 99  # pieces of one product; more is a matter for a person
CLEAR: Final = 8.0  # points of 100 by which the first must lead; near-duplicate names lie closer
NEAR: Final = 15.0  # points below the best that may still be meant

Line = tuple[Product, int]


async def place_order(talk: Talk, shop: Shop) -> None:
    """The customer wants to buy something, here in the chat."""
    lines: list[Line] = []
    for number in range(LINES):
        line = await _line(talk, shop, first=number == 0)
        if line is not None:
            lines.append(line)
        if not lines or number == LINES - 1 or await talk.choose("place-order-more", ("enough", "add"), per=str(number)) == "enough":
            break
    if not lines:
        await talk.solved("product_advice", "product_info", "human")
        return
    way = await _way(talk, shop)
    contact = await talk.ask("contact", "place-order-contact", default=_contact_known(talk))
    await talk.confirm("place-order-summary", contact=contact, **_sum(lines, way))
    await _take_down(talk, shop, lines, way, contact)


async def _take_down(talk: Talk, shop: Shop, lines: Sequence[Line], way: ShippingOption | None, contact: str) -> None:
    items = tuple((product.sku, quantity) for product, quantity in lines)
    note = f"delivery: {way.key}" if way else ""
    result = await talk.do(shop.take_order, items, contact, note)
    if isinstance(result, ShopRefused):
        await talk.sorry("place-order-refused", reason=result.reason)
        await talk.hand_over("place_order", items=", ".join(f"{q} x {sku}" for sku, q in items), refused=result.reason)
        return
    due = talk.house.hours.after(talk.now(), talk.house.reply_within)
    await talk.promise("place-order-taken", due, reference=result.reference)
    await talk.solved("payment_methods", "delivery_time", "product_info")


async def _line(talk: Talk, shop: Shop, *, first: bool) -> Line | None:
    """A product and how many of it; None when it is not to be had, or the customer leaves it."""
    product = await _product(talk, shop, first=first)
    if product is None:
        await talk.say("place-order-gone")
        return None
    await talk.remember("product", product.sku)
    stock = await _stock(talk, shop, product.sku)
    if stock is not None and stock.state in (StockState.OUT, StockState.DISCONTINUED):
        other = await _instead(talk, shop, product, stock)
        if other is None:
            return None
        product, stock = other, await _stock(talk, shop, other.sku)
    quantity = await _quantity(talk, product, stock, said=talk.known.said if first else "")
    return (product, quantity) if quantity else None


# --- which product --------------------------------------------------------------------------------------------------------


async def _product(talk: Talk, shop: Shop, *, first: bool) -> Product | None:
    said = talk.known.said if first else ""
    found = await _search(talk, shop, said) if said else ()
    focus = talk.known.focus.get("product") if first else None
    default = (focus if focus in [c.sku for c in found] else said) if found else focus
    text = "place-order-which" if first else "place-order-another"
    # Not hinted: the shop's own search has weighed the whole message.
    words = await talk.ask("product", text, hinted=False, default=default, examples=("KET-17", "kettle", "KET-15", "hoverboard"))
    for last in (False, True):
        sku = await _one(talk, await _search(talk, shop, words), words)
        if sku != "none":
            return await talk.look(shop.product, sku, language=talk.language)
        if not last:
            advice = Choose("go:product_advice", text="menu-product-advice", intents=("product_advice",))
            per = fold(words)[:40]
            words = await talk.ask("product", "place-order-none", choices=(advice,), per=per, hinted=False, examples=("KET-17",))
    return None


async def _search(talk: Talk, shop: Shop, words: str) -> tuple[ProductCard, ...]:
    """What may be meant: one when it leads clearly, all that lie near it otherwise."""
    found = await talk.look(shop.search, words, language=talk.language)
    if len(found) > 1 and found[0].score - found[1].score >= CLEAR:
        return (found[0],)
    return tuple(c for c in found if c.score >= found[0].score - NEAR)


async def _one(talk: Talk, found: Sequence[ProductCard], words: str) -> str:
    """The SKU, or "none". Sizes and colours of one product are told apart here too."""
    if len(found) < 2:
        return found[0].sku if found else "none"
    shown = found[:6]
    choices = [*(Choose(c.sku, title=c.name) for c in shown), Choose("none", intents=("deny",))]
    cards = [_card(talk, c.name, c.price.value, c.summary, c.picture) for c in shown]
    return await talk.choose("place-order-near", choices, about=words, per=fold(words)[:40], cards=cards)


async def _instead(talk: Talk, shop: Shop, product: Product, stock: Stock) -> Product | None:
    """Not there now: when it is back, what there is instead, or waiting for it."""
    others: list[Product] = []
    for sku in (*product.variants, *([product.successor] if product.successor else [])):
        there = await _stock(talk, shop, sku)
        other = await talk.look(shop.product, sku, language=talk.language)
        if other is not None and there is not None and there.state in (StockState.IN_STOCK, StockState.LOW):
            others.append(other)
    gone = stock.state is StockState.DISCONTINUED
    choices = [Choose(o.sku, title=o.name) for o in others[:3]]
    choices += [Choose("wait")] if stock.restock else []
    choices += [Choose("go:product_advice", text="menu-product-advice"), Choose("leave", intents=("deny", "thanks"))]
    cards = [_card(talk, o.name, o.price.value, o.summary, o.pictures[0] if o.pictures else None) for o in others[:3]]
    facts: dict[str, Any] = {"product": product.name, "gone": gone, "some": bool(others)}
    facts |= {"dated": stock.restock is not None, "back": stock.restock}
    answer = await talk.choose("place-order-out", choices, about=product.sku, per=product.sku, cards=cards, **facts)
    if answer == "leave":
        return None
    return product if answer == "wait" else next(o for o in others if o.sku == answer)


# --- how many -------------------------------------------------------------------------------------------------------------


async def _quantity(talk: Talk, product: Product, stock: Stock | None, *, said: str) -> int:
    """Pieces; 0 when the customer leaves it. More than there are, or more than a household buys, is settled by a person."""
    most = MOST
    if stock is not None and stock.quantity and stock.state is not StockState.OUT:
        most = min(most, stock.quantity)
    default = next((e.value for e in quantities(said)), None)
    choices = [Choose(str(n), title=str(n)) for n in (1, 2, 3)]
    asked: dict[str, Any] = {"per": product.sku, "hinted": False, "product": product.name}
    answer = await talk.ask("text", "place-order-quantity", choices=choices, default=default, examples=("2", "many", "5000"), **asked)
    wanted = _number(answer)
    if 1 <= wanted <= most:
        return wanted
    choices = [Choose(str(n), title=str(n)) for n in dict.fromkeys((1, most))]
    choices += [Choose("leave"), Choose("go:human", text="menu-human", intents=("human",))]
    answer = await talk.ask("text", "place-order-fewer", choices=choices, examples=("1",), most=most, clear=wanted > 0, **asked)
    if answer == "leave":
        return 0
    wanted = _number(answer)
    if not 1 <= wanted <= most:
        await talk.hand_over("place_order", product=product.sku, wanted=answer)
    return wanted


def _number(text: str) -> int:
    """What a typed quantity says: "2", "2 pcs", "two"; 0 when it says none."""
    bare = re.search(r"\d{1,4}", text)
    return int(bare[0]) if bare else next((int(e.value) for e in quantities(text)), 0)


# --- delivery and the sum -------------------------------------------------------------------------------------------------


async def _way(talk: Talk, shop: Shop) -> ShippingOption | None:
    """How it is to be sent; the only way is not asked for, None when the shop names none."""
    ways = await talk.look(shop.shipping, country=talk.house.country, language=talk.language)
    choices = [Choose(w.key, title=w.name, description=money(w.price.amount, w.price.currency, talk.language)) for w in ways]
    if len(ways) < 2:
        return ways[0] if ways else None
    key = await talk.choose("place-order-delivery", choices)
    return next(w for w in ways if w.key == key)


def _sum(lines: Sequence[Line], way: ShippingOption | None) -> dict[str, Any]:
    """What the summary names. A tax that the shop does not state is not stated."""
    goods = lines[0][0].price.value.times(lines[0][1])
    for product, quantity in lines[1:]:
        goods = goods.plus(product.price.value.times(quantity))
    cost = Money(Decimal(0), goods.currency)
    if way is not None and (way.free_from is None or goods.amount < way.free_from.amount):
        cost = way.price
    included = {product.price.includes_tax for product, _ in lines}
    rates = {product.price.tax_rate for product, _ in lines}
    rate = next(iter(rates)) if len(rates) == 1 else None
    vat = "unknown" if len(included) > 1 or None in included else "included" if True in included else "plus"
    vat += "_unrated" if vat != "unknown" and rate is None else ""
    items = "\n".join(f"• {quantity} × {product.name}" for product, quantity in lines)
    delivery = {"ships": way is not None, "way": way.name if way else "", "free": cost.amount == 0, "cost": cost}
    return {"items": items, "goods": goods, "total": goods.plus(cost), "vat": vat, "rate": rate, **delivery}


async def _stock(talk: Talk, shop: Shop, sku: str) -> Stock | None:
    return next(iter(await talk.look(shop.stock, (sku,))), None)


def _contact_known(talk: Talk) -> str | None:
    return talk.known.contact


def _card(talk: Talk, name: str, price: Money, summary: str, picture: Any) -> Card:
    shown = Media("image", picture.url, picture.alt) if picture else None
    return Card(name, f"{money(price.amount, price.currency, talk.language)} · {summary}", shown)


FLOW = Flow(
    name="place_order",
    run=place_order,
    intents=("place_order",),
    summary="The customer wants to buy something, here in the chat.",
)
