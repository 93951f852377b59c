"""Logs: one line of JSON or colour each, with personal data and secrets masked before anything is written."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog

_EMAIL = re.compile(r"\b([A-Za-z0-9._%+-])[A-Za-z0-9._%+-]*@([A-Za-z0-9.-]+\.[A-Za-z]{2,})")
_PHONE = re.compile(r"(?<![\w.:-])\+?\d[\d ()-]{7,16}\d(?![\w.:-])")
_SECRET = re.compile(r"(token|secret|password|authorization|api_key)", re.IGNORECASE)


def mask(text: str) -> str:
    """The text without what names a person: a***@example.com, +3***01."""
    text = _EMAIL.sub(r"\1***@\2", text)
    return _PHONE.sub(lambda m: m[0][:2] + "***" + m[0][-2:], text)


def _masked(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key, value in event.items():
        if key not in ("timestamp", "level"):
            event[key] = _without_persons(key, value)
    return event


def _without_persons(key: str, value: Any) -> Any:
    """A value that may be logged, whatever it is made of."""
    if _SECRET.search(key):
        return "***"
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(k): _without_persons(str(k), v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_without_persons(key, v) for v in value]
    return mask(str(value))


class _Masked(logging.Formatter):
    """The standard library's lines (aiohttp, asyncio), masked like our own."""

    def format(self, record: logging.LogRecord) -> str:
        return mask(super().format(record))


def set_up(level: str, *, stream: Any = None) -> None:
    """Configure structlog and the standard library's logging alike."""
    out = stream or sys.stderr
    terminal = out.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _masked,
            structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.WriteLoggerFactory(file=out),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(_Masked("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
