"""Fixtures of all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.chdir(Path(__file__).parent.parent)  # the cache of the trained model lies in the project


@pytest.fixture(scope="session", autouse=True)
def trained_model() -> Path:
    """The model every conversation needs; trained once, cached by content."""
    from bot.app import CACHE
    from intents.model import EXAMPLES, ensure

    return ensure([EXAMPLES], CACHE)
