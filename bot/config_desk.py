"""The `desk:` section of config.yml: how the shop's people work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bot.config_channels import Strict, address
from bot.money import Money

VARIABLES = ("name", "agent", "shop")
"""What a prepared reply may name in braces."""


def _with_known_variables(text: str) -> str:
    left = text
    for variable in VARIABLES:
        left = left.replace(f"{{{variable}}}", "")
    if "{" in left or "}" in left:
        raise ValueError(f"may name only {', '.join(f'{{{v}}}' for v in VARIABLES)} in braces")
    return text


Words = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(_with_known_variables)]


class CouponConfig(Strict):
    """What a customer gets who rates."""

    amount: Decimal = Field(gt=0)
    currency: str = Field(default="EUR", pattern=r"^[A-Z]{3}$")

    def value(self) -> Money:
        return Money(self.amount, self.currency)


class RatingConfig(Strict):
    enabled: bool = True
    coupon: CouponConfig | None = None


class ReplyConfig(Strict):
    """One prepared reply in each language."""

    en: Words | None = None
    ru: Words | None = None
    uk: Words | None = None
    sl: Words | None = None


class TelegramGroupConfig(Strict):
    """The staff group; on as soon as there is a token and a group."""

    token: str | None = Field(default=None, pattern=r"^\d+:[A-Za-z0-9_-]+$")
    chat: int | None = Field(default=None, lt=0)
    api_url: Annotated[str, AfterValidator(address)] = "https://api.telegram.org"
    language: Literal["en", "ru", "uk", "sl"] = "en"


class DeskConfig(Strict):
    enabled: bool = True
    assign: Literal["manual", "automatic"] = "manual"
    first_reply_minutes: int = Field(default=5, ge=1, le=1440)
    silent_minutes: int = Field(default=15, ge=1, le=1440)
    most_cases: int = Field(default=5, ge=1, le=100)
    session_hours: int = Field(default=12, ge=1, le=168)
    replies: dict[Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,40}$")], ReplyConfig] = Field(default_factory=dict)
    rating: RatingConfig = RatingConfig()
    telegram_group: TelegramGroupConfig = TelegramGroupConfig()


def desk_faults(data: object, languages: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """(path within the section, fault) of what types cannot see: prepared replies without a text for a language of the shop."""
    group = data.get("telegram_group") if isinstance(data, dict) else None
    if isinstance(group, dict) and bool(group.get("token")) != bool(group.get("chat")):
        yield ("telegram_group",), f"desk.telegram_group needs {'chat' if group.get('token') else 'token'} as well"
    replies = data.get("replies") if isinstance(data, dict) else None
    for key, texts in replies.items() if isinstance(replies, dict) else ():
        for language in languages if isinstance(texts, dict) else ():
            if not str(texts.get(language) or "").strip():
                yield ("replies", str(key)), f"desk.replies.{key} has no text for {language}"
