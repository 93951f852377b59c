"""Change where an order goes or what is in it, or cancel it; and, when it is too late, say so and what is possible instead.

Address and cancellation are done at once; other items are changed by a person, by a time that is promised.
Neighbours: `order_status.py`; a return (`return_unsuitable`) is the way back once it is delivered.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.access import own_order
from bot.flow import Flow
from bot.shop import FulfilmentState, Order, OrderState, Shop, ShopRefused
from bot.talk import Choose, Talk

REFUSED = ("already_shipped", "already_cancelled")
SENT = (FulfilmentState.SHIPPED, FulfilmentState.PARTLY_SHIPPED)
BACK = (FulfilmentState.DELIVERED, FulfilmentState.RETURNED)


async def change_order(talk: Talk, shop: Shop) -> None:
    """The customer wants an order changed or cancelled, or to know what that costs."""
    wish = {"change_address": "address", "cancel_order": "cancel", "cancellation_fee": "fee"}.get(talk.known.intent, "")
    if wish == "fee":
        await talk.say("change-order-fee", days=talk.house.return_days)
        await talk.solved("cancel_order", "return_policy", "return_unsuitable")
        return
    order = await own_order(talk, shop)
    if order is None:
        return
    if not wish:
        options = (Choose("items"), Choose("address", intents=("change_address",)), Choose("cancel", intents=("cancel_order",)))
        wish = await talk.choose("change-order-what", options, about=order.number, number=order.number)
    free = order.cancellable if wish == "cancel" else order.changeable
    # Our own deed changes the order, and later turns read it again: what held at the beginning is kept.
    state = str(
        await talk.ask("text", "change-order-what", per=wish, default="free" if free else _why(order), about=order.number, hinted=False)
    )
    if state != "free":
        await _too_late(talk, order, wish, state)
    elif wish == "address":
        await _address(talk, shop, order)
    elif wish == "cancel":
        await _cancel(talk, shop, order)
    else:
        await _items(talk, shop, order)


def _why(order: Order) -> str:
    """Why nothing can be changed any more."""
    if order.state is OrderState.CANCELLED:
        return "cancelled"
    if order.fulfilment in BACK:
        return order.fulfilment.value
    return order.fulfilment.value if order.fulfilment in SENT else "locked"


async def _address(talk: Talk, shop: Shop, order: Order) -> None:
    address = await talk.ask(
        "text", "change-order-address", about=order.number, hinted=False, number=order.number, examples=("Lipova 5, 2000 Maribor",)
    )
    await talk.confirm("change-order-address-summary", number=order.number, address=address)
    result = await talk.do(shop.change_address, order.number, address)
    if isinstance(result, ShopRefused):
        await _refused(talk, order, "address", result)
        return
    await talk.say(
        "change-order-address-done", number=order.number, address=address, dated=order.promised is not None, promised=order.promised
    )
    await talk.solved("order_status", "change_order", "delivery_time")


async def _cancel(talk: Talk, shop: Shop, order: Order) -> None:
    names = tuple(item.name for item in order.items)
    await talk.confirm("change-order-cancel-summary", number=order.number, items=names, total=order.total)
    result = await talk.do(shop.cancel_order, order.number, "customer")
    if isinstance(result, ShopRefused):
        await _refused(talk, order, "cancel", result)
        return
    money = result.money or order.paid
    await talk.say(
        "change-order-cancel-done",
        number=order.number,
        paid=money.amount > 0,
        amount=money,
        method=order.payment_method,
        dated=result.until is not None,
        until=result.until,
        days=talk.house.refund_days,
    )
    await talk.solved("refund_status", "place_order")


async def _items(talk: Talk, shop: Shop, order: Order) -> None:
    """The shop system has no such function, so the wish goes to a person before the parcel is closed."""
    names = tuple(f"{item.quantity} × {item.name}" for item in order.items)
    change = await talk.ask(
        "text", "change-order-items", about=order.number, hinted=False, items=names, examples=("One more headlamp, please.",)
    )
    await talk.confirm("change-order-items-summary", number=order.number, change=change)
    result = await talk.do(shop.add_note, order.number, f"change: {change}")
    if isinstance(result, ShopRefused):
        await talk.hand_over("change_order", order=order.number, change=change, refused=result.reason)
        return
    due = talk.house.hours.after(talk.now(), talk.house.reply_within)
    await talk.promise("change-order-items-promise", due, number=order.number)
    await talk.solved("order_status", "change_address", "cancel_order")


async def _refused(talk: Talk, order: Order, wish: str, refused: ShopRefused) -> None:
    """The shop knows something newer than the order we read."""
    if refused.reason in REFUSED:
        await _too_late(talk, order, wish, "shipped" if refused.reason == "already_shipped" else "cancelled")
        return
    await talk.sorry("change-order-refused", number=order.number)
    await talk.hand_over("change_order", order=order.number, wish=wish, refused=refused.reason)


async def _too_late(talk: Talk, order: Order, wish: str, state: str) -> None:
    """Plainly what is not possible, why, and what is."""
    parcel = next((p for p in order.parcels if p.url), None)
    today = talk.now().astimezone(ZoneInfo(talk.known.timezone)).date()
    over = order.return_until is not None and order.return_until < today
    await talk.say(
        f"change-order-late-{state.replace('_', '-')}",
        number=order.number,
        wish=wish,
        days=talk.house.return_days,
        dated="no" if order.return_until is None else "over" if over else "yes",
        until=order.return_until,
        linked=parcel is not None,
        url=parcel.url if parcel else None,
        carrier=parcel.carrier if parcel else "",
        back=order.refunded.amount > 0,
        amount=order.refunded,
    )
    if state in ("locked", "partly_shipped"):  # what is still in the house, a person may yet catch
        await talk.hand_over("change_order", order=order.number, wish=wish, state=state)
        return
    following = {
        "cancelled": ("refund_status", "place_order"),
        "delivered": ("return_defective", "warranty", "return_policy") if over else ("return_unsuitable", "exchange", "return_policy"),
        "returned": ("refund_status", "human"),
    }
    await talk.solved(*following.get(state, ("return_unsuitable", "order_status", "return_policy")))


FLOW = Flow(
    name="change_order",
    run=change_order,
    intents=("change_order", "change_address", "cancel_order", "cancellation_fee"),
    summary="The customer wants an order changed or cancelled, or to know what that costs.",
)
