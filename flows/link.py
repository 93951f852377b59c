"""Going on in another channel as the same person, and parting again. Begun by a command (`/link`, `/unlink`), never by a guess.

What a code does when it comes back is the engine's (`bot/redeem.py`): no flow can join anybody.
"""

from __future__ import annotations

from bot.flow import Flow
from bot.shop import Shop
from bot.talk import Talk


async def link(talk: Talk, shop: Shop) -> None:
    """Tell a code, how long it is good, and the way into each of the other messengers."""
    invitation = await talk.invite()
    await talk.say("link-code", code=invitation.code, until=invitation.until, doors=len(invitation.doors))
    for door in invitation.doors:
        await talk.say("link-door", per=door.channel, channel=door.channel, url=door.url)


async def unlink(talk: Talk, shop: Shop) -> None:
    """Part this conversation from the others."""
    others = await talk.look(talk.known.others)
    if not others:
        await talk.say("unlink-alone")
        return
    await talk.change("part", "yes")
    await talk.say("unlink-done")


LINK = Flow(name="link", run=link, intents=(), summary="The customer wants to go on in another channel as the same person.")
UNLINK = Flow(name="unlink", run=unlink, intents=(), summary="The customer wants this conversation to stand alone again.")
FLOWS = (LINK, UNLINK)
