"""Logs: what names a person or opens a door is masked before anything is written."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import mask, set_up


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """The stream everything is logged to; the standard library's handlers are put back afterwards."""
    handlers, level = logging.root.handlers[:], logging.root.level
    stream = io.StringIO()
    set_up("info", stream=stream)
    yield stream
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


def line(stream: io.StringIO) -> dict[str, object]:
    found: dict[str, object] = json.loads(stream.getvalue().splitlines()[-1])
    return found


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("ana.novak@example.com", "a***@example.com"),
        ("write to ana@example.com, please", "write to a***@example.com, please"),
        ("+386 40 111 001", "+3***01"),
        ("call 040 111 001 now", "call 04***01 now"),
        ("(040) 111-0012", "(04***12"),
        ("order 1001", "order 1001"),
        ("conversation 42", "conversation 42"),
        ("12:30:15", "12:30:15"),
        ("", ""),
    ],
)
def test_mask(text: str, masked: str) -> None:
    assert mask(text) == masked


def test_a_line_is_one_json_object_with_time_and_level(written: io.StringIO) -> None:
    structlog.get_logger().warning("not delivered", channel="test", message=7, retried=True)
    found = line(written)
    assert (found["event"], found["level"], found["channel"], found["message"], found["retried"]) == (
        "not delivered",
        "warning",
        "test",
        7,
        True,
    )
    assert "timestamp" in found


def test_persons_are_masked_wherever_they_stand(written: io.StringIO) -> None:
    log = structlog.get_logger()
    log.error(
        "mail to ana@example.com",
        who="ana@example.com",
        facts={"contact": ["ana@example.com", "+38640111001"]},
        error=ValueError("ana@example.com"),
    )
    text = written.getvalue()
    assert "ana@" not in text
    assert "40111001" not in text
    assert "a***@example.com" in text


def test_an_exceptions_trace_is_masked(written: io.StringIO) -> None:
    try:
        raise ValueError("no order for ana@example.com")
    except ValueError:
        structlog.get_logger().exception("turn failed")
    assert "ana@" not in written.getvalue()
    assert "ValueError" in str(line(written)["exception"])


@pytest.mark.parametrize("key", ["token", "bot_token", "secret_key", "Password", "authorization", "api_key"])
def test_secrets_are_never_written(key: str, written: io.StringIO) -> None:
    structlog.get_logger().info("starting", **{key: "hunter2", "nested": {key: ["hunter2"]}})
    assert "hunter2" not in written.getvalue()


def test_the_standard_librarys_lines_are_masked_too(written: io.StringIO) -> None:
    logging.getLogger("aiohttp.server").error("bad request from %s", "ana@example.com")
    assert "a***@example.com" in written.getvalue()
    assert "ana@" not in written.getvalue()


def test_what_is_below_the_level_is_not_written(written: io.StringIO) -> None:
    structlog.get_logger().debug("nothing")
    assert written.getvalue() == ""


def test_letters_of_every_language_stay_readable(written: io.StringIO) -> None:
    structlog.get_logger().info("чайник")
    assert "чайник" in written.getvalue()
