"""Fixtures of the store's tests."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def trained_model() -> None:
    """The store understands nothing: no model is trained for its tests."""
