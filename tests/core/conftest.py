"""Fixtures of the core's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog


@pytest.fixture(scope="session", autouse=True)
def trained_model() -> None:
    """The core's tests bring their own understanding (`fakes.FakeEngine`): nothing is trained for them."""


@pytest.fixture(autouse=True)
def quiet_logs() -> Iterator[None]:
    """Failures are provoked here on purpose; structlog's own traceback with every local value takes seconds to draw."""
    structlog.configure(
        processors=[structlog.processors.KeyValueRenderer()],
        logger_factory=structlog.ReturnLoggerFactory(),
        cache_logger_on_first_use=False,
    )
    yield
    structlog.reset_defaults()
