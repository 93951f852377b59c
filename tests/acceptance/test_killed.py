"""kill -9 at each point: every acknowledged message is answered once, in order, and no deed is done twice.

A real process, a real database file, a real SIGKILL. What the platform would do is done here: a message that was not acknowledged
comes again under the same id.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.victim import POINTS

TALK = (
    "I want to return the headlamp from order 1001, it does not fit me",
    "ana.novak@example.com",
    "1",
    "1",
    "yes",
    "thanks",
)
PROMISE = ("I want to talk to a human please", "it is about my tent")
DEADLY = TALK.index("yes")  # the turn with the deed


class Process:
    """The victim, started and spoken to."""

    def __init__(self, folder: Path, point: str = "") -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.acceptance.victim", str(folder), point],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def tell(self, command: str) -> bool:
        """Whether it lived to report that all is quiet."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(command + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return False
        return any(line.strip() == "quiet" for line in iter(self._process.stdout.readline, ""))

    def ends(self) -> int:
        assert self._process.stdin is not None
        self._process.stdin.close()
        code = self._process.wait(30)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return code


def heard(folder: Path) -> list[str]:
    """What the customer sees: a message that came twice under one id is one bubble."""
    bubbles: dict[int, str] = {}
    for line in (folder / "sent").read_text("utf-8").splitlines():
        message = json.loads(line)
        bubbles.setdefault(message["id"], message["text"])
    return list(bubbles.values())


def deeds(folder: Path) -> int:
    """How many returns the shop has."""
    journal = folder / "shop.jsonl"
    return journal.read_text("utf-8").count('"create_return"') if journal.exists() else 0


def talk(folder: Path, said: tuple[str, ...], kill_at: int | None = None, point: str = "", later: int = 0) -> int:
    """Lead the conversation; with a point, be killed there and started again. Returns how often it died."""
    died = 0
    process = Process(folder, point)
    for number, text in enumerate(said):
        if number == kill_at:
            process.tell("arm")
        if not process.tell(f"say m{number} {text}"):
            died += 1
            assert process.ends() == -9
            process = Process(folder)
            assert process.tell(f"say m{number} {text}")
    if later:
        if point == "inside timer":
            process.tell("arm")
        if not process.tell(f"later {later}"):
            died += 1
            assert process.ends() == -9
            process = Process(folder)
            assert process.tell("later 0")  # the clock has moved already
    assert process.ends() == 0
    return died


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("undisturbed")
    assert talk(folder, TALK) == 0
    assert deeds(folder) == 1
    return heard(folder)


def test_the_talk_reaches_its_end(undisturbed: list[str]) -> None:
    assert any("is registered" in text for text in undisturbed)
    assert "Thank you" in undisturbed[-1]


@pytest.mark.parametrize("point", [p for p in POINTS if p != "inside timer"])
@pytest.mark.timeout(180)
def test_killed_at(point: str, undisturbed: list[str], tmp_path: Path) -> None:
    assert talk(tmp_path, TALK, kill_at=DEADLY, point=point) == 1, f"the process did not die {point}"
    assert deeds(tmp_path) == 1
    assert heard(tmp_path) == undisturbed


@pytest.mark.timeout(180)
def test_killed_while_a_timer_fires(tmp_path: Path) -> None:
    """A promise comes due: the apology with a new time is said once, though the process dies in the middle of the firing."""
    plain, killed = tmp_path / "plain", tmp_path / "killed"
    plain.mkdir()
    killed.mkdir()
    assert talk(plain, PROMISE, later=3500) == 0
    assert talk(killed, PROMISE, point="inside timer", later=3500) == 1
    assert heard(killed) == heard(plain)
    assert sum("we promised you an answer" in text for text in heard(killed)) == 1


@pytest.mark.parametrize("point", ["inside timer", "after commit", "before send"])
@pytest.mark.timeout(180)
def test_an_agents_promise_is_apologised_for_once_when_killed(point: str, tmp_path: Path) -> None:
    """Nobody keeps it, and the process dies while the apology is worked out: the customer hears it once, with one new time."""
    process = Process(tmp_path, point)
    assert process.tell("say m0 hello")
    assert process.tell("promise 3600")
    assert process.tell("arm")
    assert not process.tell("later 3590"), f"the process did not die {point}"
    assert process.ends() == -9
    process = Process(tmp_path)
    assert process.tell("later 0")  # the clock has moved already
    assert process.tell("later 600")
    assert process.ends() == 0
    assert sum("we promised you an answer" in text for text in heard(tmp_path)) == 1
    with contextlib.closing(sqlite3.connect(tmp_path / "desk.db")) as db:
        states = db.execute("SELECT state FROM promises ORDER BY id").fetchall()
    assert states == [("moved",), ("open",)]
