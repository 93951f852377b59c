"""The customer complains: apologise, listen, never argue; put it right as far as policy goes, or bring a person.

The order matters only where something is given for it, so it is asked for there and nowhere else.
"""

from __future__ import annotations

from bot.access import has_orders, own_order
from bot.flow import Flow
from bot.shop import Incident, Shop, ShopRefused
from bot.talk import Choose, Talk

A_STORY = 12  # words; somebody who has written so many has told it already
MATTERS = ("delivery_late", "delivery_damaged", "delivery_missing", "refund_status")


async def complaint(talk: Talk, shop: Shop) -> None:
    await talk.sorry("complaint-sorry")
    if talk.nested:  # in the middle of something else: heard, and the way to a person shown
        await talk.say("complaint-nested", go=("human",))
        return
    story = await _story(talk)
    if story == "person":
        await _person(talk, talk.known.said, story)
        return
    wish = await _wish(talk)
    match wish:
        case "matter":
            await _matter(talk, story)
        case "voucher":
            await _voucher(talk, shop, story)
        case "heard":
            await _heard(talk, shop, story)
        case _:
            await _person(talk, story, wish)
            return
    await talk.solved("order_status", "callback", "human")


async def _story(talk: Talk) -> str:
    """What happened, in the customer's words. Who is angry gets the way to a person beside the question."""
    if len(talk.known.said.split()) >= A_STORY:
        return talk.known.said
    return str(await talk.ask("text", "complaint-what", choices=("person",) if talk.angry else (), hinted=False))


async def _wish(talk: Talk) -> str:
    """What would make it right; anything may be written, and what is none of ours goes to a person."""
    voucher = ("voucher",) if talk.house.compensation is not None else ()
    options = tuple(Choose(value) for value in ("matter", *voucher, "heard"))
    person = Choose("person", intents=("human",))
    choices = (person, *options) if talk.angry else (*options, person)
    return str(await talk.ask("text", "complaint-wish", choices=choices, hinted=False))


async def _matter(talk: Talk, story: str) -> None:
    """Something concrete stands behind it, and has a flow of its own."""
    matters = tuple(Choose(f"go:{m}", text=f"menu-{m.replace('_', '-')}") for m in MATTERS)
    way = await talk.choose("complaint-matter", (*matters, Choose("person", intents=("human",))), closing=True)
    if way == "person":
        await _person(talk, story, "matter")


async def _voucher(talk: Talk, shop: Shop, story: str) -> None:
    value = talk.house.compensation
    if value is None:  # taken out of the policy since it was offered
        await _person(talk, story, "voucher")
        return
    if not await _order_known(talk, shop):
        which = (Choose("order", intents=("affirm",)), Choose("none", intents=("deny",)))
        if await talk.choose("complaint-order", which) == "none":
            await talk.say("complaint-no-order")
            await _person(talk, story, "voucher")
            return
    order = await own_order(talk, shop)
    if order is None:
        return
    answers = (Choose("take", intents=("affirm", "thanks")), Choose("person", intents=("human", "deny")))
    if await talk.choose("complaint-offer", answers, value=value, number=order.number) == "person":
        await _person(talk, story, "voucher")
        return
    # Its acceptance is the customer's word just given; the shop itself holds the limit.
    done = await talk.do(shop.create_coupon, order.email, value, harmless=True)
    if isinstance(done, ShopRefused):
        await talk.sorry("complaint-refused", why=done.reason, days=talk.house.compensation_days)
        await _person(talk, story, "voucher")
        return
    await talk.say(
        "complaint-voucher",
        code=done.reference,
        value=done.money or value,
        until=done.until,
        dated=done.until is not None,
    )


async def _order_known(talk: Talk, shop: Shop) -> bool:
    known = talk.known
    named = "order" in known.focus or any(e.kind == "order_number" for e in known.hints)
    return named or await has_orders(talk, shop)


async def _heard(talk: Talk, shop: Shop, story: str) -> None:
    """Nothing is wanted but that it is known: the shop's people get it word for word."""
    done = await talk.do(shop.report_incident, Incident(kind="other", what=story), harmless=True)
    if isinstance(done, ShopRefused):
        await _person(talk, story, "heard")
        return
    await talk.say("complaint-heard")


async def _person(talk: Talk, story: str, wish: str) -> None:
    order = next((e.value for e in talk.known.hints if e.kind == "order_number"), talk.known.focus.get("order", ""))
    await talk.hand_over("complaint", story=story, wish=wish, order=order)


FLOW = Flow(
    name="complaint",
    run=complaint,
    intents=("complaint",),
    trouble=True,
    summary="The customer complains about the shop, its people or its service.",
)
