"""An agent says it is settled: did it solve the matter for the customer? Then thanks and a rating, else back to the same agent.

Begun by the people's side (bot/desk/closing.py), never by a wish. A closed case is only an agent's word; here it becomes the customer's.
"""

from __future__ import annotations

from bot.flow import Flow
from bot.shop import Shop, ShopRefused
from bot.talk import Choose, Talk
from bot.world import proof_of

UNRATED = "closing_unrated"
"""The wish of a run in which no rating may be asked for: one was asked for lately, or the shop wants none."""
RATINGS = ("r1", "r2", "r3", "r4", "r5")
LOW = ("r1", "r2", "r3")


async def closing(talk: Talk, shop: Shop) -> None:
    choices = (Choose("yes", intents=("affirm", "thanks", "goodbye", "praise")), Choose("no", intents=("deny",)))
    if await talk.choose("closing-solved", choices, closing=True) == "no":
        await talk.sorry("closing-sorry")
        await talk.change("case", "reopened")
        await talk.hand_over("not_solved")
        return
    await talk.change("case", "solved")
    if talk.known.intent == UNRATED or not talk.house.rating:
        await talk.say("closing-thanks")
        return
    await talk.change("rating", "asked")
    rating = await talk.choose("closing-rate", RATINGS, closing=True)
    await talk.change("rating", rating.removeprefix("r"))
    level = "low" if rating in LOW else "high"
    comment = await talk.ask("text", "closing-comment", choices=("skip",), hinted=False, rating=level)
    if comment != "skip":
        await talk.change("comment", str(comment)[:1000])
    if not await _thanked(talk, shop):
        await talk.say("closing-thanks")


async def _thanked(talk: Talk, shop: Shop) -> bool:
    """The thank-you coupon, once: where the shop gives one, and knows whom to give it to."""
    value = talk.house.rating_coupon
    email = await _email(talk, shop) if value is not None else None
    if value is None or email is None:
        return False
    done = await talk.do(shop.create_coupon, email, value, harmless=True)
    if isinstance(done, ShopRefused):
        return False
    await talk.say("closing-coupon", code=done.reference, value=done.money or value, until=done.until, dated=done.until is not None)
    return True


async def _email(talk: Talk, shop: Shop) -> str | None:
    """The address the customer has proven, or that of the order they have proven to be theirs."""
    proofs = talk.known.proofs
    typed = next((p for p in reversed(proofs) if "@" in p), None)
    if typed is not None or not proofs:
        return typed
    orders = await talk.look(shop.orders_of, proof_of(proofs[-1]), language=talk.language)
    return orders[0].email if orders else None


FLOW = Flow(name="closing", run=closing, intents=(), summary="An agent has settled the matter: did it help, and how well?")
