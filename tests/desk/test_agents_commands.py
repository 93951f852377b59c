"""`frontdesk agents` on a file of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.errors import FrontdeskError
from tests.chat import ROOT


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'desk.sqlite'}")
    return ROOT / "config.yml"


def agents(config: Path, *words: str, stdin: str = "") -> Result:
    return CliRunner().invoke(app, ["agents", *words, "--config", str(config)], input=stdin)


def test_agents_are_added_listed_reset_and_disabled(config: Path) -> None:
    assert "no agent yet" in agents(config, "list").output
    added = agents(config, "add", "--name", "Olga", "--email", "Olga@shop.example", "--role", "owner")
    assert added.exit_code == 0, added.output
    assert re.search(r"one-time password   [a-z0-9]{4}(-[a-z0-9]{4}){3}$", added.output, re.MULTILINE)
    given = agents(config, "add", "--name", "Maja", "--email", "maja@shop.example", "--password-stdin", stdin="four words make sense\n")
    assert given.exit_code == 0
    assert "one-time" not in given.output
    assert "four words" not in given.output
    assert agents(config, "disable", "maja@shop.example").exit_code == 0
    rows = agents(config, "list").output.splitlines()
    assert [re.split(r"\s{2,}", row.strip()) for row in rows] == [
        ["1", "owner", "away", "-", "olga@shop.example", "Olga"],
        ["2", "agent", "disabled", "-", "maja@shop.example", "Maja"],
    ]
    assert "one-time password" in agents(config, "reset", "olga@shop.example").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("disable", "nobody@shop.example"), "there is no agent with this e-mail"),
        (("reset", "nobody@shop.example"), "there is no agent with this e-mail"),
        (("add", "--name", "Olga", "--email", "olga"), "is no e-mail"),
        (("add", "--name", "Olga", "--email", "o@shop.example", "--password-stdin"), "at least 12 letters"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(config: Path, words: tuple[str, ...], told: str) -> None:
    refused = agents(config, *words)
    assert isinstance(refused.exception, FrontdeskError)
    assert told in str(refused.exception)


def test_the_last_owner_is_not_disabled(config: Path) -> None:
    agents(config, "add", "--name", "Olga", "--email", "olga@shop.example", "--role", "owner")
    assert "nobody else is an owner" in str(agents(config, "disable", "olga@shop.example").exception)


def test_a_role_that_does_not_exist_is_wrong_use(config: Path) -> None:
    assert agents(config, "add", "--name", "Olga", "--email", "olga@shop.example", "--role", "king").exit_code == 2
