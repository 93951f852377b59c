"""The customer wants a person. Nobody who asks for one is refused, and nobody has to tell their story twice."""

from __future__ import annotations

from bot.flow import Flow
from bot.shop import Shop
from bot.talk import Talk

A_STORY = 9  # words; a longer request says by itself what it is about


async def human(talk: Talk, shop: Shop) -> None:
    about = "" if _known_already(talk) else str(await talk.ask("text", "human-about", choices=("skip",), hinted=False))
    await talk.hand_over("asked", about="" if about == "skip" else about)


def _known_already(talk: Talk) -> bool:
    known = talk.known
    return talk.angry or known.nested or bool(known.focus or known.hints or known.files) or len(known.said.split()) >= A_STORY


FLOW = Flow(name="human", run=human, intents=("human",), summary="The customer wants to talk to a person.")
