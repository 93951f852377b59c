"""A library's bot in Rasa's format, in four languages, and what is learned of it once for all tests here."""

from __future__ import annotations

from pathlib import Path

import pytest

from intents.entities.learned.tagger import EntityTagger
from intents.entities.learned.training import train_tagger
from intents.rasa_format import read_all
from intents.rasa_values import Examples

LIBRARY = Path(__file__).with_name("library")
NAMES = Path(__file__).with_name("library-names.yml")


@pytest.fixture(scope="session")
def library() -> Examples:
    return read_all([LIBRARY])


@pytest.fixture(scope="session")
def tagger(library: Examples) -> EntityTagger:
    learned = train_tagger(library)
    assert learned is not None
    return learned


def project(folder: Path, **files: str) -> Path:
    """A folder with these files (`nlu`, `domain`), each `.yml`."""
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder
