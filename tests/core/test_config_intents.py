"""The `intents:` section: who understands, and what is said when it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigError
from tests.core.test_config import GOOD, read


def test_the_embedded_engine_needs_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD).intents.engine == "embedded"
    assert read(tmp_path, GOOD, RASA_URL="http://rasa:5005").intents.engine == "embedded", "an address alone changes nothing"


def test_rasa_is_at_the_address_and_has_the_token_of_the_environment(tmp_path: Path) -> None:
    chosen = read(tmp_path, GOOD + "intents:\n  engine: rasa\n", RASA_URL="http://rasa:5005/", RASA_TOKEN="s3cret").intents
    assert (chosen.rasa_url, chosen.rasa_token, chosen.rasa_timeout, chosen.rasa_floor) == ("http://rasa:5005", "s3cret", 1.0, 0.25)


def test_rasa_without_an_address_is_a_fault_on_its_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, GOOD + "intents:\n  engine: rasa\n")
    (fault,) = caught.value.faults
    assert fault.line == GOOD.count("\n") + 2
    assert "set RASA_URL" in fault.message


@pytest.mark.parametrize("url", ["rasa:5005", "ftp://rasa", "http://", "http://rasa:5005/?token=s3cret", "http://user:s3cret@rasa"])
def test_an_address_that_is_none_or_holds_a_secret_is_a_fault(tmp_path: Path, url: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, GOOD, RASA_URL=url)
    (fault,) = caught.value.faults
    assert "http://127.0.0.1:5005" in fault.message
    assert "s3cret" not in fault.message


@pytest.mark.parametrize("line", ["rasa_timeout: 0", "rasa_timeout: 60", "rasa_floor: 1.5", "engine: lex"])
def test_values_out_of_range_are_faults(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError):
        read(tmp_path, f"{GOOD}intents:\n  {line}\n")
