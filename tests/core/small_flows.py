"""Small flows in the shape of the shop's: what the tests of the core talk about."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.flow import Flow
from bot.shop import ShopRefused
from bot.talk import Choose, Talk


async def send_back(talk: Talk, shop: Any) -> None:
    """Item, reason, summary, deed: the shape of most matters."""
    item = await talk.choose("which", ("kettle", "lamp"))
    reason = await talk.choose("reason", ("broken", "other"), about=item, item=item)
    await talk.confirm("summary", item=item, reason=reason)
    result = await talk.do(shop.send_back, item)
    if isinstance(result, ShopRefused):
        await talk.say("refused", reason=result.reason)
    else:
        await talk.say("done", reference=result.reference)
    await talk.solved("order_status")


async def order_status(talk: Talk, shop: Any) -> None:
    number = await talk.ask("order_number")
    thing = await talk.look(shop.thing, number)
    await talk.say("told", what=f"{number} {thing.items if thing else 'unknown'}")
    await talk.solved()


async def story(talk: Talk, shop: Any) -> None:
    text = await talk.ask("text")
    await talk.say("told", what=text)


async def promise(talk: Talk, shop: Any) -> None:
    await talk.promise("soon", talk.now() + timedelta(hours=1))


async def greeting(talk: Talk, shop: Any) -> None:
    await talk.say("greeting")


async def human(talk: Talk, shop: Any) -> None:
    await talk.hand_over("asked")


async def unclear(talk: Talk, shop: Any) -> None:
    await talk.say("unclear")


async def clarify(talk: Talk, shop: Any) -> None:
    likely = talk.known.intent.split("|")
    await talk.choose("clarify", [*(Choose(f"go:{i}", title=i) for i in likely), "none"], closing=True)


async def late(talk: Talk, shop: Any) -> None:
    await talk.choose("late", (Choose(f"go:{talk.known.intent}", title="Again"), "none"), closing=True)


async def wrong(talk: Talk, shop: Any) -> None:
    """Breaks a rule: a deed nobody confirmed."""
    await talk.do(shop.send_back, "lamp")


FLOWS = (
    Flow("return_item", send_back, ("return_item",), "Sends something back."),
    Flow("order_status", order_status, ("order_status",), "Where is my order?"),
    Flow("story", story, ("complaint",), "Listens."),
    Flow("promise", promise, ("callback",), "Promises."),
    Flow("greeting", greeting, ("greeting",), "Says hello."),
    Flow("human", human, ("human",), "Hands over."),
    Flow("unclear", unclear, (), "Asks for other words."),
    Flow("clarify", clarify, (), "A or B?"),
    Flow("late", late, (), "A late button."),
    Flow("wrong", wrong, ("invoice",), "Breaks a rule."),
)
