"""Fixtures of the core's tests."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def trained_model() -> None:
    """The core's tests bring their own understanding (`fakes.FakeEngine`): nothing is trained for them."""
