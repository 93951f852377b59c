"""Fixtures of all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

os.chdir(Path(__file__).parent.parent)  # the cache of the trained model lies in the project


@pytest.fixture(scope="session", autouse=True)
def trained_model() -> Path | None:
    """The model every conversation needs; trained once, cached by content."""
    from bot.app import CACHE
    from intents.model import EXAMPLES, ensure

    return ensure([EXAMPLES], CACHE)


@pytest.fixture(autouse=True)
def quiet_logs() -> Iterator[None]:
    """Failures are provoked on purpose; structlog's own traceback with every local value takes seconds to draw."""
    structlog.configure(
        processors=[structlog.processors.KeyValueRenderer()],
        logger_factory=structlog.ReturnLoggerFactory(),
        cache_logger_on_first_use=False,
    )
    yield
    structlog.reset_defaults()
