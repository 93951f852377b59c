"""Sending something back, because it is faulty or because it does not suit.

A fault is apologised for first and asked about; a change of mind needs no apology and no defence. Whatever the shop cannot take back is
refused kindly, with the reason and what is possible instead. Neighbours: `exchange.py` (another one instead),
`delivery_damaged.py` (it came broken), `refund.py` (where is the money).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.access import own_order
from bot.flow import Flow
from bot.shop import Done, FulfilmentState, Item, Order, OrderState, ParcelState, ReturnCase, ReturnState, Shop, ShopRefused
from bot.talk import Choose, Params, Talk

FAULTS = ("dead", "broken", "weak")
REFUSED = ("already_returned", "window_over", "not_delivered", "unknown_item", "too_many")
SURELY = 0.9  # how sure a product's name must be to say "that is not in this order"
LEAD = 0.08  # by which one product must be named more clearly than the next
A_STORY = 7  # words; whoever opens with so many has mostly said what is wrong


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong (one of FAULTS or the customer's words), since when ("" when told in words), and what would put it right."""

    what: str
    since: str
    wish: str
    pictures: tuple[str, ...]

    @property
    def note(self) -> str:
        """For the shop's staff."""
        return "; ".join(f"{name}: {value}" for name, value in (("wish", self.wish), ("fault", self.what), ("since", self.since)) if value)


async def return_item(talk: Talk, shop: Shop) -> None:
    """The customer wants to send something back."""
    faulty = talk.known.intent == "return_defective"
    if faulty:
        await talk.sorry("return-item-sorry")
    else:
        await talk.say("return-item-hello")
    order = await own_order(talk, shop)
    if order is None:
        return
    item = await _item(talk, shop, order)
    await talk.remember("product", item.sku)
    state, left = await _standing(talk, order, item)
    if state not in ("open", "late"):
        await _not_possible(talk, order, item, state)
        return
    if state == "late":
        if faulty:
            await _claim(talk, shop, order, item, left)
        else:
            await _too_late(talk, order, item)
        return
    quantity = await _quantity(talk, item, left)
    reason = await _reason(talk, item)
    if reason == "defective":
        if not faulty:  # only now we learn that something went wrong
            await talk.sorry("return-item-sorry")
        await _faulty(talk, shop, order, item, quantity)
    else:
        await _unsuitable(talk, shop, order, item, quantity, reason)


async def _item(talk: Talk, shop: Shop, order: Order) -> Item:
    """The item named, the only one, the one last talked about, or the one chosen."""
    skus = [i.sku for i in order.items]
    named = {e.value: e.score for e in sorted(talk.known.hints, key=lambda e: e.score) if e.kind == "sku"}
    if not named and len(skus) > 1 and talk.known.said:  # "the kettle" is clear where the order has but one
        near = await talk.look(shop.search, talk.known.said, language=talk.language, keep=True)
        named = {c.sku: c.score / 100 for c in near if c.sku in skus}
    here = sorted((sku for sku in named if sku in skus), key=lambda sku: -named[sku])
    elsewhere = not here and any(score >= SURELY for score in named.values())
    focus = talk.known.focus.get("product")
    default = here[0] if here and (len(here) == 1 or named[here[0]] - named[here[1]] >= LEAD) else None
    if not here and not elsewhere:
        default = skus[0] if len(skus) == 1 else focus if focus in skus else None
    choices = [Choose(i.sku, title=i.name) for i in order.items]
    facts: Params = {"number": order.number, "elsewhere": elsewhere}
    sku = await talk.ask("choice", "return-item-which", choices=choices, default=default, about=order.number, **facts)
    return next(i for i in order.items if i.sku == sku)


async def _standing(talk: Talk, order: Order, item: Item) -> tuple[str, int]:
    """How a return of the item stands, and how many pieces may still come. Our own deed and the calendar change it, so what
    held when it was first talked about is kept."""
    now = f"{_state(talk, order, item)} {item.quantity - sum(c.quantity for c in _cases(order, item))}"
    kept = str(await talk.ask("text", "return-item-already", per="kept", default=now, about=(order.number, item.sku), hinted=False))
    state, left = kept.split()
    return state, int(left)


def _cases(order: Order, item: Item) -> list[ReturnCase]:
    return [c for c in order.returns if c.sku == item.sku and c.state is not ReturnState.DECLINED]


def _state(talk: Talk, order: Order, item: Item) -> str:
    if sum(c.quantity for c in _cases(order, item)) >= item.quantity:
        return "already"
    if order.state is OrderState.CANCELLED:
        return "cancelled"
    if not _delivered(order, item):
        return "waiting" if order.cancellable else "coming"
    if any(c.sku == item.sku for c in order.returns):
        return "declined"
    return "late" if order.return_until is not None and order.return_until < _today(talk) else "open"


def _delivered(order: Order, item: Item) -> bool:
    parcels = [p for p in order.parcels if item.sku in p.skus]
    if parcels:
        return any(p.state is ParcelState.DELIVERED for p in parcels)
    return order.fulfilment in (FulfilmentState.DELIVERED, FulfilmentState.RETURNED)


def _today(talk: Talk) -> date:
    return talk.now().astimezone(ZoneInfo(talk.known.timezone)).date()


async def _not_possible(talk: Talk, order: Order, item: Item, state: str) -> None:
    """Nothing can be sent back now; why, and what can be done."""
    case = next((c for c in reversed(order.returns) if c.sku == item.sku), None)
    if state in ("already", "declined"):
        because = case.declined_because if case else None
        url = case.label_url if case else None
        facts: Params = {"labelled": bool(url), "url": url, "told": bool(because), "because": because}
        number, stage = (case.number, case.state.value) if case else ("", "unknown")
        await talk.say(f"return-item-{state}", item=item.name, case=number, stage=stage, **facts)
    else:
        await talk.say(f"return-item-{state}", item=item.name, number=order.number, days=talk.house.return_days)
    following = {
        "already": ("refund_status", "human"),
        "declined": ("human", "refund_status"),
        "cancelled": ("refund_status", "human"),
        "waiting": ("cancel_order", "change_order", "order_status"),
    }
    await talk.solved(*following.get(state, ("order_status", "delivery_missing", "human")))


async def _quantity(talk: Talk, item: Item, left: int) -> int:
    if left == 1:
        return 1
    counts = [Choose(str(n), title=str(n)) for n in range(1, left + 1)]
    return int(await talk.choose("return-item-quantity", counts, about=item.sku, item=item.name, count=left))


async def _reason(talk: Talk, item: Item) -> str:
    defective = Choose("defective", intents=("return_defective", "delivery_damaged", "warranty"))
    choices = ("size", "expected", "mistake", "unneeded", defective, "other")
    default = "defective" if talk.known.intent == "return_defective" else None
    return str(await talk.ask("choice", "return-item-reason", choices=choices, default=default, item=item.name))


async def _fault(talk: Talk, item: Item) -> Fault:
    words = [w for w in talk.known.said.split() if "@" not in w and sum(c.isdigit() for c in w) < 4]
    told = " ".join(words) if len(words) >= A_STORY and talk.known.intent == "return_defective" else None
    what = await talk.ask(
        "text", "return-item-fault", choices=FAULTS, default=told, item=item.name, examples=("The lid leaks since Monday.",)
    )
    since = await talk.choose("return-item-since", ("start", "later")) if what in FAULTS else ""
    wishes = (
        Choose("money", intents=("refund_status",)),
        Choose("replacement", intents=("exchange",)),
        Choose("repair", intents=("warranty",)),
    )
    wish = await talk.choose("return-item-wish", wishes)
    photos = await talk.ask("photos", "return-item-photos", choices=("none",))
    return Fault(what, since, wish, photos if isinstance(photos, tuple) else ())


async def _faulty(talk: Talk, shop: Shop, order: Order, item: Item, quantity: int) -> None:
    fault = await _fault(talk, item)
    await _confirm_fault(talk, "return-item-summary-faulty", order, item, quantity, fault)
    result = await talk.do(shop.create_return, order.number, item.sku, quantity, "defective", fault.note, fault.pictures)
    if isinstance(result, ShopRefused):
        await _refused(talk, order, item, result, fault)
        return
    await _registered(talk, item, result, fault.wish)


async def _confirm_fault(talk: Talk, text: str, order: Order, item: Item, quantity: int, fault: Fault) -> None:
    facts: Params = {"fault": fault.what[:300], "since": fault.since or "told", "wish": fault.wish, "pictures": len(fault.pictures)}
    await talk.confirm(text, number=order.number, item=item.name, quantity=quantity, **facts)


async def _unsuitable(talk: Talk, shop: Shop, order: Order, item: Item, quantity: int, reason: str) -> None:
    """Nobody has to justify a change of mind: a word more is welcome, not needed."""
    words = ""
    if reason == "other":
        words = str(await talk.ask("text", "return-item-words", choices=("skip",), hinted=False))
    until = order.return_until
    await talk.confirm(
        "return-item-summary", number=order.number, item=item.name, quantity=quantity, reason=reason, dated=until is not None, until=until
    )
    note = "" if words == "skip" else words
    result = await talk.do(shop.create_return, order.number, item.sku, quantity, reason, note, ())
    if isinstance(result, ShopRefused):
        await _refused(talk, order, item, result, None)
        return
    await _registered(talk, item, result, "money")


async def _registered(talk: Talk, item: Item, done: Done, wish: str) -> None:
    """What to do now, in order; then when the money comes, or who sees to the rest."""
    due = talk.house.hours.after(talk.now(), talk.house.reply_within)
    dated = done.until is not None
    await talk.say(
        "return-item-done", case=done.reference, item=item.name, labelled=bool(done.url), url=done.url, dated=dated, until=done.until
    )
    if not done.url:
        await talk.promise("return-item-label", due, case=done.reference)
    if wish == "money":
        await talk.say("return-item-money", days=talk.house.refund_days, counted=done.money is not None, amount=done.money)
    else:
        await talk.promise("return-item-wish-promise", due, wish=wish, case=done.reference)
    await talk.solved("refund_status", "exchange" if wish == "money" else "order_status")


async def _refused(talk: Talk, order: Order, item: Item, refused: ShopRefused, fault: Fault | None) -> None:
    """The shop knows something newer than the order we read."""
    reason = refused.reason if refused.reason in REFUSED else "other"
    await talk.sorry("return-item-refused", reason=reason, item=item.name, days=talk.house.return_days)
    if reason == "other" or fault is not None:
        note = fault.note if fault else ""
        await talk.hand_over(
            "return_item", order=order.number, item=item.name, refused=refused.reason, note=note, pictures=fault.pictures if fault else ()
        )
        return
    await talk.solved("human", "order_status" if reason == "not_delivered" else "refund_status")


async def _too_late(talk: Talk, order: Order, item: Item) -> None:
    """A kind no, and what is possible instead."""
    await talk.say("return-item-late", item=item.name, days=talk.house.return_days, until=order.return_until)
    await talk.solved("return_defective", "warranty", "human")


async def _claim(talk: Talk, shop: Shop, order: Order, item: Item, left: int) -> None:
    """Too late to send it back, but a fault may be under guarantee: a person decides, with everything already collected."""
    product = await talk.look(shop.product, item.sku, language=talk.language)
    months = product.warranty_months if product else None
    until = _months_later(_bought(order, item), months) if months else None
    over = until is not None and until < _today(talk)
    state = "over" if over else "valid" if until else "unknown"
    window = order.return_until
    await talk.say("return-item-guarantee", state=state, until=until, item=item.name, window=window, days=talk.house.return_days)
    if over:
        await talk.solved("human", "product_info", "warranty")
        return
    quantity = await _quantity(talk, item, left)
    fault = await _fault(talk, item)
    await _confirm_fault(talk, "return-item-summary-claim", order, item, quantity, fault)
    await talk.hand_over(
        "return_item_claim", order=order.number, item=item.name, quantity=quantity, note=fault.note, pictures=fault.pictures
    )


def _bought(order: Order, item: Item) -> date:
    """The day from which the guarantee runs: the delivery, else the order."""
    return next((p.delivered for p in order.parcels if item.sku in p.skus and p.delivered), order.placed.date())


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


FLOW = Flow(
    name="return_item",
    run=return_item,
    intents=("return_defective", "return_unsuitable"),
    summary="The customer wants to send something back, because it is faulty or does not suit.",
)
