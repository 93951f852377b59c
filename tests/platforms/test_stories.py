"""Every transcript of every flow, in each language, on each messenger: said through its webhook, read off the customer's screen."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import demo_shop
from tests.chat import Clock, Line, check_line, read_transcript, transcripts
from tests.desk.office import settle
from tests.platforms.house import PhoneChat, config_of, free_port, phone_chat, serving
from tests.platforms.platforms import NAMES, platform

WRITTEN = transcripts()
IDS = [f"{p.parent.name}/{p.name}" for p in WRITTEN]


@pytest.mark.parametrize("path", WRITTEN, ids=IDS)
@pytest.mark.parametrize("name", NAMES)
async def test_the_story_is_the_same_on(name: str, path: Path, tmp_path: Path) -> None:
    transcript = read_transcript(path)
    clock = Clock()
    shop = demo_shop(clock)
    with free_port() as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        async with platform(name, address, clock) as messenger:
            called = next((x.text.removeprefix("name:").strip() for x in transcript.lines if x.text.startswith("name:")), "")
            phone = messenger.phone(6, called, transcript.language)
            lines = list(transcript.lines)
            seen = 0
            while lines:
                until_restart = list(itertools.takewhile(lambda x: x.text != "restart" or x.kind != "#", lines))
                del lines[: len(until_restart) + 1]
                async with serving(
                    config_of(messenger.environment), listening, clock=clock, shop=shop, database=str(tmp_path / "story.db")
                ) as desk:
                    chat = phone_chat(desk, phone, clock, transcript.language)
                    chat.seen = seen
                    for line in without_known_number(until_restart) if name == "whatsapp" else until_restart:
                        await play(chat, line, path)
                    seen = chat.seen


def without_known_number(lines: list[Line]) -> list[Line]:
    """The story where the messenger tells the customer's number: what asks for it falls away."""
    kept, skip = [], 0
    for line in lines:
        told = re.fullmatch(r"unless the number is known: (\d+)", line.text)
        if line.kind == "#" and told:
            skip = int(told[1])
        elif skip:
            skip -= 1
        else:
            kept.append(line)
    return kept


async def play(chat: PhoneChat, line: Line, path: Path) -> None:
    """One line of a transcript."""
    match line.kind, line.text:
        case ">", text if text.startswith("["):
            await chat.clicks(text[1:-1])
        case ">", text if text.startswith("(photo)"):
            await chat.shows(text=text.removeprefix("(photo)").strip())
        case ">", text:
            await chat.says(text)
        case "<", _:
            try:
                for piece in line.text.split("..."):  # each by itself: a platform may put cards and text in another order
                    check_line(chat, replace(line, text=piece.strip()), 0)
            except AssertionError as wrong:
                raise AssertionError(f"{path}:{line.number}: {wrong}") from wrong
        case "#", "resolve":
            await settle(chat.desk, chat.mine.channel, chat.mine.address)
            await chat.waits()
        case "#", ("down" | "up") as state:
            chat.shop.fault = "down" if state == "down" else None
        case "#", text if text.startswith("later:"):
            amount, unit = text.removeprefix("later:").split()
            chat.clock.advance(timedelta(**{unit if unit.endswith("s") else unit + "s": int(amount)}))
            await chat.desk.reception.sweep()
            await chat.waits()
        case "#", _:
            pass  # the name is the phone's already; the rest are comments
