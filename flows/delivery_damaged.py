"""It arrived broken: an apology, what and how, and then a replacement or the money back. The customer pays nothing.

Above the house's limit a person decides, with everything already collected. Neighbours: `delivery_missing.py`,
`order_status.py`.
"""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from bot.access import own_order
from bot.flow import Flow
from bot.shop import Done, FulfilmentState, Item, Order, OrderState, ParcelState, ReturnState, Shop, ShopRefused, StockState
from bot.talk import Choose, Talk

MOST = 10  # pieces of one line that are counted by buttons
TOLD = 8  # words: "the kettle of order 1001 arrived with a cracked lid" says what happened, "order 1001 arrived damaged" does not
REASONS = ("window_over", "not_delivered", "already_returned", "unknown_item")


async def delivery_damaged(talk: Talk, shop: Shop) -> None:
    """Something arrived damaged."""
    await talk.sorry("delivery-damaged-sorry")
    order = await own_order(talk, shop)
    if order is None:
        return
    if order.state is OrderState.CANCELLED:
        await talk.say("delivery-damaged-cancelled", number=order.number)
        await talk.solved("refund_status", "order_status", "human")
        return
    if not await _here(talk, order):
        return
    item = await _item(talk, order)
    if await _kept(talk, "delivery-damaged-already", "no" if _left(order, item) else "yes", f"{order.number} {item.sku}") == "yes":
        await _already(talk, order, item)
        return
    pieces = await _pieces(talk, item)
    photos = await talk.ask("photos", "delivery-damaged-photo", choices=("none",), about=item.sku, item=item.name)
    pictures = photos if isinstance(photos, tuple) else ()
    what = (
        ""
        if pictures
        else await talk.ask(
            "text", "delivery-damaged-what", about=item.sku, hinted=False, default=_told(talk), examples=("The lid is cracked.",)
        )
    )
    wish = await _wish(talk, shop, item)
    facts = {"order": order.number, "item": item.name, "pieces": pieces, "wish": wish, "what": what, "pictures": pictures}
    if wish == "person" or _above(talk, item, pieces):
        await talk.say("delivery-damaged-person", item=item.name)
        await talk.hand_over("damaged", **facts)
        return
    if order.return_until is not None and order.return_until < _today(talk):
        await talk.say("delivery-damaged-refused", reason="window_over", item=item.name, days=talk.house.return_days)
        await talk.hand_over("damaged", refused="window_over", **facts)
        return
    await talk.confirm(
        "delivery-damaged-summary",
        number=order.number,
        item=item.name,
        pieces=pieces,
        wish=wish,
        described=bool(what),
        what=what,
        pictures=len(pictures),
    )
    result = await talk.do(shop.create_return, order.number, item.sku, pieces, "damaged", f"{wish}: {what}", pictures)
    if isinstance(result, ShopRefused):
        reason = result.reason if result.reason in REASONS else "other"
        await talk.say("delivery-damaged-refused", reason=reason, item=item.name, days=talk.house.return_days)
        await talk.hand_over("damaged", refused=result.reason, **facts)
        return
    await _done(talk, item, wish, result)
    await talk.solved(*(("order_status", "complaint") if wish == "replacement" else ("refund_status", "complaint")))


async def _here(talk: Talk, order: Order) -> bool:
    """Whether anything of the order has arrived; the customer knows better than the carrier's last word."""
    arrived = order.fulfilment is FulfilmentState.DELIVERED or any(p.state is ParcelState.DELIVERED for p in order.parcels)
    if await _kept(talk, "delivery-damaged-arrived", "yes" if arrived else "no", order.number) == "yes":
        return True
    has = await talk.choose("delivery-damaged-arrived", (Choose("yes"), Choose("no")), about=order.number, number=order.number)
    if has == "yes":
        return True
    await talk.say("delivery-damaged-waiting", number=order.number)
    await talk.solved("order_status", "delivery_late", "human")
    return False


async def _item(talk: Talk, order: Order) -> Item:
    if len(order.items) == 1:
        return order.items[0]
    sku = await talk.ask(
        "choice",
        "delivery-damaged-item",
        choices=[Choose(item.sku, title=item.name) for item in order.items],
        default=_meant(talk, order),
        about=order.number,
    )
    return next(item for item in order.items if item.sku == sku)


def _meant(talk: Talk, order: Order) -> str | None:
    """The item the customer has named already, when it is exactly one."""
    named = {e.value for e in talk.known.hints if e.kind == "sku"} & {item.sku for item in order.items}
    return named.pop() if len(named) == 1 else None


def _told(talk: Talk) -> str | None:
    """What the customer said at the start, when it is more than that something is damaged."""
    return talk.known.said[:500] if len(talk.known.said.split()) >= TOLD else None


def _left(order: Order, item: Item) -> int:
    """How many pieces are in no return yet; a declined one counts as none."""
    return item.quantity - sum(r.quantity for r in order.returns if r.sku == item.sku and r.state is not ReturnState.DECLINED)


def _today(talk: Talk) -> date:
    return talk.now().astimezone(ZoneInfo(talk.known.timezone)).date()


async def _already(talk: Talk, order: Order, item: Item) -> None:
    case = next((r for r in order.returns if r.sku == item.sku), None)
    await talk.say("delivery-damaged-already", item=item.name, numbered=case is not None, case=case.number if case else None)
    await talk.solved("refund_status", "human")


async def _pieces(talk: Talk, item: Item) -> int:
    if item.quantity == 1:
        return 1
    counts = [Choose(str(n), title=str(n)) for n in range(1, min(item.quantity, MOST) + 1)]
    return int(await talk.choose("delivery-damaged-pieces", counts, about=item.sku, item=item.name, count=item.quantity))


async def _wish(talk: Talk, shop: Shop, item: Item) -> str:
    """A replacement is offered honestly: when none is here, that is said before it is chosen."""
    wish = await talk.choose(
        "delivery-damaged-wish",
        (Choose("replacement", intents=("exchange",)), Choose("refund", intents=("refund_status",))),
        about=item.sku,
        item=item.name,
    )
    if wish == "refund":
        return wish
    stock = next(iter(await talk.look(shop.stock, (item.sku,))), None)
    state = await _kept(talk, "delivery-damaged-out", stock.state.value if stock else "unknown", item.sku)
    if state not in (StockState.OUT, StockState.DISCONTINUED):
        return wish
    again = stock.restock if stock is not None else None
    ways = ("wait", "refund") if state == StockState.OUT else ("refund", "person")
    choice = await talk.choose(
        "delivery-damaged-out", ways, about=item.sku, item=item.name, state=state, dated=again is not None, restock=again
    )
    return "replacement" if choice == "wait" else choice


def _above(talk: Talk, item: Item, pieces: int) -> bool:
    limit = talk.house.damage_limit
    value = item.price.times(pieces)
    return limit is not None and (limit.currency != value.currency or value.amount > limit.amount)


async def _done(talk: Talk, item: Item, wish: str, result: Done) -> None:
    await talk.say(
        "delivery-damaged-done",
        case=result.reference,
        wish=wish,
        labelled=result.url is not None,
        url=result.url,
        dated=result.until is not None,
        until=result.until,
        known=result.money is not None,
        amount=result.money,
        days=talk.house.refund_days,
    )
    if wish == "replacement":
        due = talk.house.hours.after(talk.now(), talk.house.lookup_within)
        await talk.promise("delivery-damaged-promise", due, item=item.name, case=result.reference)


async def _kept(talk: Talk, text: str, value: str, about: str) -> str:
    """What held when the matter began. Our own deed changes the order, and later turns read it again."""
    return str(await talk.ask("text", text, per="kept", default=value, about=about, hinted=False))


FLOW = Flow(
    name="delivery_damaged",
    run=delivery_damaged,
    intents=("delivery_damaged",),
    trouble=True,
    summary="Something arrived damaged.",
)
