"""The four small flows of the engine itself: when a question is missed three times, when nothing is understood twice, when anger does
not calm, when our side keeps failing. They are flows like any other, but no intent leads to them."""

from __future__ import annotations

from bot.flow import Flow
from bot.shop import Shop
from bot.talk import Talk


async def stuck(talk: Talk, shop: Shop) -> None:
    """Three answers to one question were not understood: offer a person, or try again."""
    if await talk.choose("again-person", ("person", "again")) == "person":
        await talk.hand_over("stuck")


async def give_up(talk: Talk, shop: Shop) -> None:
    """Not understood twice in a row: a person reads it."""
    await talk.hand_over("unclear")


async def anger(talk: Talk, shop: Shop) -> None:
    """Angry again and again: a person takes over, unasked."""
    await talk.hand_over("angry")


async def trouble(talk: Talk, shop: Shop) -> None:
    """Something on our side failed and kept failing: a person takes over."""
    await talk.hand_over("trouble")


STUCK = Flow("stuck", stuck, (), "Offers a person after three misses on one question.")
GIVE_UP = Flow("give_up", give_up, (), "Hands over what was not understood twice.")
ANGER = Flow("anger", anger, (), "Hands over when a customer stays angry.")
TROUBLE = Flow("trouble", trouble, (), "Hands over when our side keeps failing.", trouble=True)
FALLBACKS = (STUCK, GIVE_UP, TROUBLE, ANGER)
