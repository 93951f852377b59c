"""The one message to a customer who has opened the chat and not written yet. Pure.

Viber takes it only as the answer to its call, and only one. Everything said meanwhile must be in it: what would be several messages
becomes one text, pictures their words, and the options of the last message that has some the keyboard.
https://developers.viber.com/docs/api/rest-bot-api/#sending-a-welcome-message
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.layout import numbered, worded
from bot.message import Message
from connectors.viber.board import Json
from connectors.viber.hosting import Files
from connectors.viber.render import BUDGET, asking, in_text, options_of, render, text_parts, with_keyboard


def welcome(messages: Sequence[Message], files: Files) -> Json | None:
    """Everything in one part, or None when it does not fit (or there is nothing to say)."""
    said = [message for message in messages if render(message, files)]
    if not said:
        return None
    alone = render(said[0], files)
    if len(said) == 1 and len(alone) == 1:
        return alone[0]
    keyed = max((place for place, message in enumerate(said) if message.options or message.buttons), default=len(said) - 1)
    wish = replace(said[keyed], asks_contact=any(message.asks_contact for message in said))
    board = options_of(wish)
    texts = [_bare(wish, board.lines) if place == keyed else _in_words(message) for place, message in enumerate(said)]
    text = "\n\n".join(part for part in texts if part.strip()) or asking(wish)
    budget = BUDGET - board.size
    if not in_text(text, budget):
        return None
    (part,) = text_parts(text, budget)
    return with_keyboard(part, board.keyboard) if board.keyboard else part


def _in_words(message: Message) -> str:
    """A message without its keyboard: options are numbered lines."""
    return "\n\n".join(part for part in (worded(message), numbered(message.options)) if part)


def _bare(message: Message, lines: str) -> str:
    """The words of the message whose buttons are the keyboard; `lines` are what the keyboard has not."""
    bare = worded(replace(message, buttons=()))
    return "\n\n".join(part for part in (bare, lines) if part)
