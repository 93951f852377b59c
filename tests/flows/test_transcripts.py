"""Every transcript is played as it is written, then put through the five replay laws."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.chat import Chat, Clock, Mailbox, chatting, check_line, opened, read_transcript, say_line, transcripts
from tests.desk.office import settle
from tests.flows.laws import (
    answers_corrected_to_themselves,
    delivered_twice,
    killed_after_every_write,
    played_twice,
    restarted_before_every_turn,
)

WRITTEN = transcripts()
IDS = [f"{p.parent.name}/{p.name}" for p in WRITTEN]


def test_there_are_transcripts_of_every_flow_in_every_language() -> None:
    languages = {read_transcript(p).language for p in WRITTEN}
    assert languages == {"en", "ru", "uk", "sl"}


@pytest.mark.parametrize("path", WRITTEN, ids=IDS)
async def test_the_talk_goes_as_written(path: Path, tmp_path: Path) -> None:
    """> lines are said, < lines are heard, # lines change the world."""
    transcript = read_transcript(path)
    clock, mailbox = Clock(), Mailbox()
    database = str(tmp_path / "talk.db")
    lines = list(transcript.lines)
    chat: Chat | None = None
    start = 0
    while lines:
        async with opened(clock, mailbox, database) as desk:
            name = chat.name if chat else None
            chat = Chat(
                desk,
                mailbox,
                clock,
                name=name,
                language=transcript.language,
                count=chat.count if chat else 0,
                seen=chat.seen if chat else 0,
            )
            while lines:
                line = lines.pop(0)
                if line.kind == ">":
                    await say_line(chat, line.text)
                    start = 0
                elif line.kind == "<":
                    try:
                        start = check_line(chat, line, start)
                    except AssertionError as wrong:
                        raise AssertionError(f"{path}:{line.number}: {wrong}") from wrong
                elif line.text.startswith("name:"):
                    chat.name = line.text.removeprefix("name:").strip()
                elif line.text == "restart":
                    break
                elif line.text == "resolve":
                    await settle(chat.desk, "test", chat.address)
                    chat.heard = chat.listens()
                    start = 0
                elif line.text in ("down", "up"):
                    chat.shop.fault = "down" if line.text == "down" else None
                elif line.text.startswith("later:"):
                    amount, unit = line.text.removeprefix("later:").split()
                    clock.advance(timedelta(**{unit if unit.endswith("s") else unit + "s": int(amount)}))
                    await desk.reception.sweep()
                    await desk.reception.settled("test", chat.address, timeout=10)
                    chat.listens()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("path", WRITTEN, ids=IDS)
@pytest.mark.parametrize(
    "law",
    [restarted_before_every_turn, delivered_twice, killed_after_every_write, answers_corrected_to_themselves, played_twice],
    ids=lambda f: f.__name__,
)
async def test_replay_law(path: Path, law: object, tmp_path: Path) -> None:
    assert callable(law)
    await law(read_transcript(path), tmp_path)


async def test_a_transcript_that_is_wrong_fails() -> None:
    """The check itself can fail."""
    async with chatting() as chat:
        await chat.says("hello")
        line = read_transcript(_wrong()).lines[1]
        with pytest.raises(AssertionError, match="is not in"):
            check_line(chat, line, 0)


def _wrong() -> Path:
    return Path(__file__).parent / "wrong.txt"
