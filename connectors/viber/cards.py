"""Cards as Viber's carousel (rich media) where every word of them fits, else left to the renderer. Pure.

A block of the carousel is six columns by seven rows: picture, words, up to two buttons. The app cuts words that do not fit a block, so a
card with more to say becomes a picture with a caption. https://developers.viber.com/docs/api/rest-bot-api/#rich-media-message--carousel-content-message
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from bot.layout import card_text, numbered
from bot.message import Button, Card
from connectors.viber import limits
from connectors.viber.board import COLOUR, clean, size
from connectors.viber.hosting import Files, Hosted

Json = dict[str, Any]


def carousels(cards: Sequence[Card], files: Files) -> list[Json] | None:
    """Two or more cards as carousels of at most six; None when one of them does not fit."""
    pictures = [_picture(card, files) for card in cards]
    if len(cards) < 2 or not all(_fits(card, picture) for card, picture in zip(cards, pictures, strict=True)):
        return None
    groups = -(-len(cards) // limits.CAROUSEL_CARDS)
    numbers = count(1)
    made = []
    for group in range(groups):
        part = slice(group * len(cards) // groups, (group + 1) * len(cards) // groups)
        some = [(card, picture) for card, picture in zip(cards[part], pictures[part], strict=True) if picture is not None]
        made.append(_carousel(some, numbers))
    return made if all(size(one) <= limits.REQUEST_BYTES - limits.ENVELOPE_BYTES - limits.KEYBOARD_BYTES for one in made) else None


def _picture(card: Card, files: Files) -> Hosted | None:
    found = files(card.picture.url) if card.picture else None
    return found if found and found.is_picture and len(found.url) <= limits.BUTTON_URL else None


def _fits(card: Card, picture: Hosted | None) -> bool:
    words = clean(card_text(card))
    return (
        picture is not None
        and 0 < len(words) <= limits.CARD_TEXT
        and words == " ".join(card_text(card).split())
        and bool(card.title.strip())
        and len(card.buttons) <= limits.CARD_BUTTONS
        and all(_button_fits(button) for button in card.buttons)
    )


def _button_fits(button: Button) -> bool:
    target = button.payload if button.url is None else button.url
    web = button.url is None or button.url.startswith(("https://", "http://"))
    whole = clean(button.title) == button.title and not button.description
    return web and whole and 0 < len(button.title) <= limits.CARD_LABEL and 0 < len(target) <= limits.BUTTON_URL


def _carousel(cards: Sequence[tuple[Card, Hosted]], numbers: count[int]) -> Json:
    """All blocks have one height; the words take the rows that buttons leave."""
    rows = 5 + max(len(card.buttons) for card, _ in cards)
    buttons = [element for card, picture in cards for element in _block(card, picture, rows)]
    media = {
        "Type": "rich_media",
        "ButtonsGroupColumns": limits.COLUMNS,
        "ButtonsGroupRows": rows,
        "BgColor": "#FFFFFF",
        "Buttons": buttons,
    }
    alternative = "\n\n".join(_said(card, numbers) for card, _ in cards)
    return {"type": "rich_media", "min_api_version": limits.CAROUSEL_API, "alt_text": alternative, "rich_media": media}


def _block(card: Card, picture: Hosted, rows: int) -> list[Json]:
    words = f"<b>{clean(card.title)}</b>" + (f"<br>{clean(card.subtitle)}" if card.subtitle.strip() else "")
    shown = {"Columns": limits.COLUMNS, "Rows": 3, "ActionType": "none", "ActionBody": "none", "Image": picture.url}
    said = {
        "Columns": limits.COLUMNS,
        "Rows": rows - 3 - len(card.buttons),
        "ActionType": "none",
        "ActionBody": "none",
        "Text": words,
        "TextSize": "small",
        "TextVAlign": "middle",
        "TextHAlign": "left",
    }
    return [shown, said, *(_press(button) for button in card.buttons)]


def _press(button: Button) -> Json:
    return {
        "Columns": limits.COLUMNS,
        "Rows": 1,
        "ActionType": "reply" if button.url is None else "open-url",
        "ActionBody": button.payload if button.url is None else button.url,
        "Text": button.title,
        "TextSize": "regular",
        "BgColor": COLOUR,
        "Silent": True,
    }


def _said(card: Card, numbers: count[int]) -> str:
    """A card for apps that show no carousel: its words, links and numbered options."""
    options = [b for b in card.buttons if b.url is None]
    lines = (card_text(card), *(numbered([b], next(numbers)) for b in options), *(f"{b.title}: {b.url}" for b in card.buttons if b.url))
    return "\n".join(lines)
