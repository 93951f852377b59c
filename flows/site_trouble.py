"""The site lets the customer down: no checkout, no payment, no login. Say sorry, tell the shop's people, and find a way round it.

An order can be taken down right here instead (`place_order.py`), an existing one paid by its link (`payment_problem.py`); a lost login
ends with a person when the known remedies do not help. An answer is promised only to whom it can reach.
"""

from __future__ import annotations

from bot.flow import Flow
from bot.shop import Incident, Shop, ShopRefused
from bot.talk import Choose, Talk

ACCOUNT = ("login", "password", "register")
INCIDENTS = {"pay": "payment", "checkout": "checkout", "login": "login", "password": "password", "register": "register"}
WORKS = Choose("works", intents=("affirm", "thanks"))


async def site_trouble(talk: Talk, shop: Shop) -> None:
    """The customer cannot order, pay, log in or register on the site."""
    await talk.sorry("site-trouble-sorry")
    kind = await _kind(talk)
    answer = str(await talk.ask("text", "site-trouble-details", choices=("skip",), hinted=False, about=kind))
    details = "" if answer == "skip" else answer
    if kind in ACCOUNT:
        await _account(talk, shop, kind, details)
    else:
        await _shopping(talk, shop, kind, details)


async def _kind(talk: Talk) -> str:
    """What exactly fails; the likelier half comes first."""
    checkout, login = Choose("checkout", intents=("checkout_problem", "place_order")), Choose("login", intents=("account_problem",))
    if talk.known.intent == "account_problem":
        register = Choose("register", intents=("account_create",))
        return await talk.choose("site-trouble-kind", (login, "password", register, checkout, "other"))
    pay = Choose("pay", intents=("payment_problem", "payment_methods"))
    return await talk.choose("site-trouble-kind", (checkout, pay, "page", login, "other"))


async def _shopping(talk: Talk, shop: Shop, kind: str, details: str) -> None:
    """A fault of the site: reported at once, and then what helps most often, or the order taken down here."""
    await _report(talk, shop, kind, details, _reachable(talk))
    await talk.say("site-trouble-steps", kind=kind)
    order = Choose("go:place_order", text="site-trouble-order", intents=("place_order",))
    unpaid = (Choose("go:payment_problem", text="site-trouble-unpaid", intents=("payment_problem",)),) if kind == "pay" else ()
    way = await talk.choose("site-trouble-way", (WORKS, order, *unpaid, Choose("person", intents=("human",))), about=kind, closing=True)
    if way == "person":
        contact = await _contact(talk)
        if contact is None:
            await talk.hand_over("site_trouble", kind=kind, what=details)
            return
        await _promise(talk, contact)
    await talk.solved("place_order", "payment_methods")


async def _account(talk: Talk, shop: Shop, kind: str, details: str) -> None:
    """Most logins come back by the known remedies; the others are a fault, and need a person."""
    await talk.say("site-trouble-steps", kind=kind)
    if await talk.choose("site-trouble-helped", (WORKS, Choose("still", intents=("deny",))), about=kind) == "works":
        await talk.solved("order_status", "place_order")
        return
    contact = await _contact(talk)
    await _report(talk, shop, kind, details, contact)
    if contact is None:
        await talk.hand_over("site_trouble", kind=kind, what=details)
        return
    await _promise(talk, contact)
    await talk.solved("human", "order_status")


async def _report(talk: Talk, shop: Shop, kind: str, details: str, contact: str | None) -> None:
    """The shop's people learn of the fault in the customer's words. It is said only when it is true."""
    what = "; ".join(part for part in (talk.known.said, details) if part) or kind
    items = tuple(sorted({e.value for e in talk.known.hints if e.kind == "sku"}))
    done = await talk.do(shop.report_incident, Incident(INCIDENTS.get(kind, "other"), what, contact, items), harmless=True)
    if isinstance(done, ShopRefused):
        await talk.hand_over("site_trouble", kind=kind, what=what, refused=done.reason)
        return
    await talk.say("site-trouble-reported")


async def _contact(talk: Talk) -> str | None:
    """Where an answer reaches them; None when they want it here."""
    answer = str(await talk.ask("contact", "site-trouble-contact", choices=("here",), default=_reachable(talk)))
    return None if answer == "here" else answer


def _reachable(talk: Talk) -> str | None:
    return talk.known.contact


async def _promise(talk: Talk, contact: str) -> None:
    due = talk.house.hours.after(talk.now(), talk.house.reply_within)
    await talk.promise("site-trouble-promise", due, contact=contact)


FLOW = Flow(
    name="site_trouble",
    run=site_trouble,
    intents=("checkout_problem", "account_problem"),
    trouble=True,
    summary="The customer cannot check out, pay, log in or register on the site.",
)
