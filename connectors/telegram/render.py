"""A message as calls of the Bot API, in their order; each call is one part. Pure but for asking which files there are.

Pictures come first and buttons last, so that what can be tapped is under the thumb. With cards the words come first, then a message for
each card with its own buttons, then the message's buttons. Markup is sent as entities, never as HTML: nothing has to be escaped, and
nothing a customer or agent wrote can be taken for a tag.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.layout import card_text, shorten, utf16
from bot.message import Card, Location, Media, Message
from connectors.telegram import limits
from connectors.telegram.keyboard import Block, texts_of, tidy, with_buttons
from connectors.telegram.labels import word
from connectors.telegram.media import Site

FIELDS = {"image": "photo", "file": "document", "audio": "audio", "video": "video"}
"""Kind of medium -> the field its file goes into; the method is send<Field>."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `fields` lacks the chat; `media` are files the sender puts in; `instead` is called when Telegram does not take them."""

    method: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    media: tuple[Media, ...] = ()
    instead: Call | None = None


def render(message: Message, site: Site) -> tuple[Call, ...]:
    """The calls; none for a message with nothing to say."""
    shown = [m for m in message.media if site.has(m.url)]
    unseen = [_in_words(m, site) for m in message.media if not site.has(m.url)]
    spot = message.location if message.location and _on_earth(message.location) else None
    said = "\n".join(part for part in (tidy(message.text), *unseen, _place_in_words(message.location)) if part)
    first = 1 + sum(button.url is None for card in message.cards for button in card.buttons)
    block = Block(said, message.buttons, first)

    calls: list[Call] = []
    if message.cards:
        calls += _texts(Block(said), message.language)
        calls += _files(shown, message.language, site)
        calls += _cards(message.cards, message.language, site)
        block = replace(block, text="")
        if spot:
            calls.append(_pin(spot))
    else:
        pictures = [m for m in shown if m.kind == "image"]
        if spot:
            calls.append(_pin(spot))
        if len(pictures) == 1:
            calls += _files([m for m in shown if m.kind != "image"], message.language, site)
            calls += _picture(pictures[0], block, message.language, site)
            block = Block("")
        else:
            calls += _files(shown, message.language, site)
    calls += _texts(block, message.language)
    return tuple(_asking(calls, message.language, site.shop) if message.asks_contact else calls)


def _texts(block: Block, language: str, *, bold: str = "") -> list[Call]:
    """Words, the last of them with the first keyboard; further keyboards in messages of their own."""
    text, keyboards = with_buttons(block, language)
    pieces = texts_of(text)
    calls = [_say(piece) for piece in pieces]
    if len(pieces) == 1 and bold and pieces[0].startswith(bold):
        calls = [_say(pieces[0], entities=_bold(bold))]
    if calls and keyboards:
        calls[-1] = _with(calls[-1], reply_markup=keyboards[0])
    return [*calls, *(_say(word(language, "more"), reply_markup=keyboard) for keyboard in keyboards[1:])]


def _say(text: str, **fields: Any) -> Call:
    return Call("sendMessage", {"text": text, "link_preview_options": {"is_disabled": True}, **fields})


def _with(call: Call, **fields: Any) -> Call:
    instead = replace(call.instead, fields={**call.instead.fields, **fields}) if call.instead else None
    return replace(call, fields={**call.fields, **fields}, instead=instead)


def _bold(title: str) -> list[dict[str, Any]]:
    return [{"type": "bold", "offset": 0, "length": utf16(title)}]


def _picture(picture: Media, block: Block, language: str, site: Site, *, bold: str = "") -> list[Call]:
    """A picture with its words and buttons below it; words that are too many for a caption follow in messages."""
    text, keyboards = with_buttons(block, language)
    if utf16(text) <= limits.CAPTION and len(keyboards) < 2:
        return [_photo(picture, text, site, keyboards[0] if keyboards else None, bold if text.startswith(bold) else "")]
    return [_photo(picture, "", site), *_texts(block, language, bold=bold)]


def _photo(picture: Media, text: str, site: Site, keyboard: Any = None, bold: str = "") -> Call:
    """`instead` says the same words without the picture, or what the picture shows when there are no words."""
    below = text or caption(picture.alt)
    fields: dict[str, Any] = {"caption": below} if below else {}
    said = text or _in_words(picture, site)
    instead = _say(texts_of(said)[0]) if said else None
    if bold:
        fields["caption_entities"] = _bold(bold)
        instead = instead and _with(instead, entities=_bold(bold))
    call = Call("sendPhoto", fields, (picture,), instead)
    return _with(call, reply_markup=keyboard) if keyboard else call


def caption(alt: str) -> str:
    """What a picture shows, as far as a caption takes it. It describes; the words of the message are sent in full elsewhere."""
    text = tidy(alt)
    return text if utf16(text) <= limits.CAPTION else shorten(text, limits.CAPTION, utf16)


def _cards(cards: Sequence[Card], language: str, site: Site) -> list[Call]:
    calls: list[Call] = []
    first = 1
    for card in cards:
        title = tidy(card.title)
        picture = card.picture if card.picture and site.has(card.picture.url) else None
        unseen = _in_words(card.picture, site) if card.picture and not picture else ""
        text = "\n".join(part for part in (tidy(card_text(replace(card, title=title))), unseen) if part)
        block = Block(text, card.buttons, first)
        calls += _picture(picture, block, language, site, bold=title) if picture else _texts(block, language, bold=title)
        first += sum(button.url is None for button in card.buttons)
    return calls


def _files(media: Sequence[Media], language: str, site: Site) -> list[Call]:
    """Pictures as albums, then every other file by itself."""
    pictures = [m for m in media if m.kind == "image"]
    calls: list[Call] = []
    count = -(-len(pictures) // limits.ALBUM[1])
    for page in range(count):  # as even as can be, so that none is left alone
        group = pictures[page * len(pictures) // count : (page + 1) * len(pictures) // count]
        if len(group) >= limits.ALBUM[0]:
            said = texts_of("\n".join(shorten(_in_words(m, site), limits.TEXT // limits.ALBUM[1] - 1, utf16) for m in group))
            calls.append(Call("sendMediaGroup", {}, tuple(group), _say(said[0]) if said else None))
        else:
            calls += [_photo(m, "", site) for m in group]
    for file in (m for m in media if m.kind != "image"):
        calls += _file(file, language, site)
    return calls


def _file(file: Media, language: str, site: Site) -> list[Call]:
    alt = tidy(file.alt)
    fits = utf16(alt) <= limits.CAPTION
    said = texts_of(_in_words(file if fits else replace(file, alt=shorten(alt, limits.CAPTION, utf16)), site))
    method = f"send{FIELDS[file.kind].title()}"
    call = Call(method, {"caption": alt} if alt and fits else {}, (file,), _say(said[0]) if said else None)
    return [call] if fits else [call, *_texts(Block(alt), language)]


def _in_words(media: Media, site: Site) -> str:
    """What stands for a file that cannot be sent: what it shows, and where it is."""
    return "\n".join(part for part in (tidy(media.alt) or tidy(media.name or ""), site.address(media.url) or "") if part)


def _on_earth(place: Location) -> bool:
    return math.isfinite(place.latitude) and abs(place.latitude) <= 90 and math.isfinite(place.longitude) and abs(place.longitude) <= 180


def _place_in_words(place: Location | None) -> str:
    """What the map cannot say: a place that is none, a name too long for it."""
    if place is None:
        return ""
    if not _on_earth(place):
        return "\n".join(part for part in (tidy(place.label), f"{place.latitude}, {place.longitude}") if part)
    return tidy(place.label) if max(map(utf16, _venue(place))) > limits.VENUE else ""


def _venue(place: Location) -> tuple[str, str]:
    """A place's name and address: what stands before and after the first comma of its label."""
    title, _, address = " ".join(tidy(place.label).split()).partition(", ")
    return tidy(title), tidy(address) or f"{place.latitude}, {place.longitude}"


def _pin(place: Location) -> Call:
    """A place on the map. A name makes it a venue."""
    where = {"latitude": place.latitude, "longitude": place.longitude}
    title, address = (shorten(part, limits.VENUE, utf16) for part in _venue(place))
    return Call("sendVenue", {**where, "title": title, "address": address}) if title else Call("sendLocation", where)


def _asking(calls: list[Call], language: str, shop: str) -> list[Call]:
    """The calls with the button that shares a phone number: under the last words, or in a message of its own when those have buttons."""
    keyboard = {
        "keyboard": [[{"text": word(language, "share"), "request_contact": True}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }
    if calls and calls[-1].method == "sendMessage" and "reply_markup" not in calls[-1].fields:
        return [*calls[:-1], _with(calls[-1], reply_markup=keyboard)]
    return [*calls, _say(word(language, "contact", shop=tidy(shop)), reply_markup=keyboard)]
