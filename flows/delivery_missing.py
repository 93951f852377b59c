"""Said to be delivered and not received, incomplete, or the wrong thing: what can be looked up is, the rest a person finds out.

When another parcel of the order is still on its way, that is said before anything is called missing.
Neighbours: `order_status.py` (not delivered yet), `delivery_damaged.py`.
"""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from bot.access import own_order
from bot.flow import Flow
from bot.shop import FulfilmentState, Item, Order, OrderState, Parcel, ParcelState, PaymentState, Shop
from bot.talk import Choose, Talk

ENDED = (ParcelState.DELIVERED, ParcelState.RETURNED, ParcelState.LOST)


async def delivery_missing(talk: Talk, shop: Shop) -> None:
    """A parcel or a part of it has not come, or something else has."""
    await talk.sorry("delivery-missing-sorry")
    order = await own_order(talk, shop)
    if order is None:
        return
    if order.state is OrderState.CANCELLED:
        await talk.say("delivery-missing-cancelled", number=order.number)
        await talk.solved("refund_status", "human")
        return
    what = await talk.choose("delivery-missing-what", ("nothing", "incomplete", "wrong"), about=order.number, number=order.number)
    if what == "nothing":
        await _nothing(talk, shop, order)
    elif what == "incomplete":
        await _incomplete(talk, shop, order)
    else:
        await _wrong(talk, shop, order)


async def _nothing(talk: Talk, shop: Shop, order: Order) -> None:
    parcel = await _parcel(talk, order)
    delivered = parcel.state is ParcelState.DELIVERED if parcel else order.fulfilment is FulfilmentState.DELIVERED
    if not delivered:
        await _not_yet(talk, order, parcel)
        return
    day = parcel.delivered if parcel else None
    place = parcel.pickup_place if parcel else None
    found = await talk.choose(
        "delivery-missing-checked",
        ("yes", "no", "found"),
        about=order.number,
        dated=day is not None,
        delivered=day,
        placed=place is not None,
        place=place,
        carrier=parcel.carrier if parcel else "",
    )
    if found == "found":
        await talk.say("delivery-missing-found")
    elif found == "no":
        await talk.say("delivery-missing-look", number=order.number)
    else:
        await _look_up(talk, shop, order, parcel)
    await talk.solved("order_status", "refund_status", "complaint")


async def _parcel(talk: Talk, order: Order) -> Parcel | None:
    if len(order.parcels) <= 1:
        return order.parcels[0] if order.parcels else None
    titles = {str(n): ", ".join(_names(order, parcel)) for n, parcel in enumerate(order.parcels, 1)}
    which = await talk.choose("delivery-missing-parcel", [Choose(n, title=title) for n, title in titles.items()], about=order.number)
    return order.parcels[int(which) - 1]


async def _look_up(talk: Talk, shop: Shop, order: Order, parcel: Parcel | None) -> None:
    track = (parcel.number if parcel else None) or order.number
    await talk.do(shop.add_note, order.number, f"Delivered but not received, searched by the customer: {track}", harmless=True)
    due = talk.house.hours.after(talk.now(), talk.house.lookup_within)
    await talk.promise(
        "delivery-missing-promise-carrier",
        due,
        number=order.number,
        known=parcel is not None,
        carrier=parcel.carrier if parcel else "",
        track=track,
    )


async def _not_yet(talk: Talk, order: Order, parcel: Parcel | None) -> None:
    """It is not missing but still under way, or not even sent; that is said as it is. What is lost or came back, a person settles."""
    if parcel is not None and parcel.state in ENDED:
        await talk.hand_over("missing", order=order.number, parcel=parcel.number, state=parcel.state.value)
        return
    await talk.say("delivery-missing-not-yet", number=order.number, **_way(talk, order, parcel))
    await talk.solved(*_waiting(order))


async def _incomplete(talk: Talk, shop: Shop, order: Order) -> None:
    item = await _item(talk, order, "delivery-missing-item")
    parcel = next((p for p in order.parcels if item.sku in p.skus), None)
    sent = order.fulfilment is FulfilmentState.DELIVERED if not order.parcels else parcel is not None
    if not sent or (parcel is not None and parcel.state not in ENDED):
        if len(order.parcels) == 1 and parcel is not None:
            await _not_yet(talk, order, parcel)
            return
        await talk.say("delivery-missing-other-parcel", item=item.name, **_way(talk, order, parcel))
        await talk.solved(*_waiting(order))
        return
    what = ""
    if item.quantity > 1:
        what = await talk.ask(
            "text",
            "delivery-missing-detail",
            about=item.sku,
            hinted=False,
            item=item.name,
            count=item.quantity,
            examples=("One of two came.",),
        )
    await _settle(talk, shop, order, item, "missing", what)


async def _wrong(talk: Talk, shop: Shop, order: Order) -> None:
    item = await _item(talk, order, "delivery-missing-instead-of")
    what = await talk.ask("text", "delivery-missing-instead", about=item.sku, hinted=False, item=item.name, examples=("A toaster.",))
    photos = await talk.ask("photos", "delivery-missing-photo", choices=("none",), about=item.sku)
    pictures = photos if isinstance(photos, tuple) else ()
    await _settle(talk, shop, order, item, "wrong", what, pictures)


async def _settle(talk: Talk, shop: Shop, order: Order, item: Item, kind: str, what: str, pictures: tuple[str, ...] = ()) -> None:
    """Noted at the order; a person sends what is missing or pays it back, as the customer wishes."""
    wish = await talk.choose(
        "delivery-missing-wish",
        (Choose("send", intents=("exchange",)), Choose("refund", intents=("refund_status",))),
        about=(item.sku, kind),
        item=item.name,
    )
    note = "; ".join((f"{kind}: {item.sku} {item.name}", what, f"wish: {wish}", *pictures))
    await talk.do(shop.add_note, order.number, note, harmless=True)
    due = talk.house.hours.after(talk.now(), talk.house.lookup_within)
    await talk.promise("delivery-missing-promise", due, number=order.number, item=item.name, kind=kind, wish=wish)
    await talk.solved("refund_status", "complaint", "order_status")


async def _item(talk: Talk, order: Order, text: str) -> Item:
    if len(order.items) == 1:
        return order.items[0]
    named = {e.value for e in talk.known.hints if e.kind == "sku"} & {item.sku for item in order.items}
    choices = [Choose(item.sku, title=item.name) for item in order.items]
    sku = await talk.ask("choice", text, choices=choices, default=named.pop() if len(named) == 1 else None, about=order.number)
    return next(item for item in order.items if item.sku == sku)


def _waiting(order: Order) -> tuple[str, ...]:
    unpaid = order.payment in (PaymentState.UNPAID, PaymentState.FAILED)
    return ("payment_problem", "cancel_order") if unpaid else ("order_status", "delivery_late", "human")


def _names(order: Order, parcel: Parcel) -> list[str]:
    names = {item.sku: item.name for item in order.items}
    return [names.get(sku, sku) for sku in parcel.skus]


def _way(talk: Talk, order: Order, parcel: Parcel | None) -> dict[str, Any]:
    """Where something not delivered is, and its day if anybody knows it."""
    today = talk.now().astimezone(ZoneInfo(talk.known.timezone)).date()
    days = (parcel.eta, parcel.promised, order.promised) if parcel else (order.promised,)
    day = next((d for d in days if d is not None and d >= today), None)
    unpaid = order.payment in (PaymentState.UNPAID, PaymentState.FAILED)
    waits = parcel is not None and parcel.state is ParcelState.AT_PICKUP
    return {
        "state": ("unpaid" if unpaid else "unsent") if parcel is None else "pickup" if waits else "moving",
        "carrier": parcel.carrier if parcel else "",
        "dated": day is not None,
        "day": day,
        "linked": parcel is not None and parcel.url is not None,
        "url": parcel.url if parcel else None,
        "point": parcel is not None and parcel.pickup_place is not None,
        "pickup": parcel.pickup_place if parcel else None,
    }


FLOW = Flow(
    name="delivery_missing",
    run=delivery_missing,
    intents=("delivery_missing",),
    trouble=True,
    summary="A parcel or a part of it has not come, or something else has.",
)
