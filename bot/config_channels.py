"""The `channels:` section of config.yml. A platform is on as soon as its credentials are there, in the file or the environment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.layout import utf16


class Strict(BaseModel):
    """A section of the file; an unknown key is a fault."""

    model_config = ConfigDict(extra="forbid")


def address(text: str | None) -> str | None:
    """A base address: https, or this machine's own loopback, because secrets travel there. Without a slash at the end."""
    if text is None:
        return None
    parts = urlsplit(text)
    loopback = parts.hostname in ("localhost", "127.0.0.1", "::1")
    if not parts.hostname or (parts.scheme != "https" and not (parts.scheme == "http" and loopback)):
        raise ValueError("must begin with https:// (http:// only for this machine), because secrets travel there")
    return text.rstrip("/")


def site(text: str | None) -> str | None:
    """Where customers and platforms reach us. Without a slash at the end."""
    parts = urlsplit(text or "")
    if text is not None and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise ValueError("must be an address like https://chat.shop.example")
    return text.rstrip("/") if text is not None else None


def _telegram_token(token: str | None) -> str | None:
    if token is not None and not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
        raise ValueError("is no bot token; BotFather gives one like 123456789:AA...")
    return token


class WebchatConfig(Strict):
    enabled: bool = True
    allowed_origins: list[str] = Field(default_factory=list)
    max_upload_megabytes: int = Field(default=10, ge=1, le=100)


class RestConfig(Strict):
    enabled: bool = False


class TelegramConfig(Strict):
    """On as soon as there is a token."""

    token: Annotated[str | None, AfterValidator(_telegram_token)] = None
    secret: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{1,256}$")
    api_url: Annotated[str, AfterValidator(address)] = "https://api.telegram.org"


class TemplateConfig(Strict):
    """A text WhatsApp approves beforehand, in each language of the shop; `{name}`, `{shop}` and `{text}` are filled in."""

    category: Literal["utility", "marketing"] = "utility"
    en: str | None = None
    ru: str | None = None
    uk: str | None = None
    sl: str | None = None


class WhatsappConfig(Strict):
    """On as soon as there is an account, its token and a sender."""

    account_sid: str | None = Field(default=None, pattern=r"^AC[0-9A-Za-z]+$")
    auth_token: str | None = None
    sender: str | None = Field(default=None, pattern=r"^(whatsapp:)?\+[1-9]\d{5,14}$|^MG[0-9A-Za-z]+$")
    api_url: Annotated[str | None, AfterValidator(address)] = None
    signing_key: str | None = None
    templates: dict[str, TemplateConfig] = Field(default_factory=dict)

    @property
    def on(self) -> bool:
        return None not in (self.account_sid, self.auth_token, self.sender)


class ViberConfig(Strict):
    """On as soon as there is a token."""

    token: str | None = None
    api_url: Annotated[str, AfterValidator(address)] = "https://chatapi.viber.com"
    sender_name: str | None = Field(default=None, min_length=1, max_length=28)
    avatar: str | None = None


class ChannelsConfig(Strict):
    webchat: WebchatConfig = WebchatConfig()
    rest: RestConfig = RestConfig()
    telegram: TelegramConfig = TelegramConfig()
    whatsapp: WhatsappConfig = WhatsappConfig()
    viber: ViberConfig = ViberConfig()


PURPOSES = ("promise_late", "reply_waiting")
"""What a WhatsApp template may be for: a promise that gets a new time, and any other message that waits for the customer."""
PLACEHOLDERS = ("name", "shop", "text")
TEMPLATE_LENGTH = 1024  # UTF-16 units
_PLACEHOLDER = re.compile(r"\{(\w*)\}")


def channel_faults(channels: object, languages: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """What types cannot see, as (where below `channels`, what is wrong). Takes the file's data as it is, whatever its shape."""
    sections = channels if isinstance(channels, dict) else {}
    whatsapp = sections.get("whatsapp") or {}
    if isinstance(whatsapp, dict):
        needed = ("account_sid", "auth_token", "sender")
        given = [key for key in needed if whatsapp.get(key)]
        if given and len(given) < len(needed):
            missing = ", ".join(key for key in needed if key not in given)
            yield ("whatsapp",), f"channels.whatsapp needs {missing} as well"
        yield from _template_faults(whatsapp.get("templates"), languages)


def _template_faults(templates: object, languages: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    for purpose, texts in templates.items() if isinstance(templates, dict) else ():
        where = ("whatsapp", "templates", str(purpose))
        if purpose not in PURPOSES:
            yield where, f"unknown template {purpose}; known are {', '.join(PURPOSES)}"
        if not isinstance(texts, dict):
            continue
        for language in languages:
            text = texts.get(language)
            if not isinstance(text, str) or not text.strip():
                yield where, f"channels.whatsapp.templates.{purpose} has no text for {language}"
                continue
            yield from (((*where, language), fault) for fault in template_faults(text))


def template_faults(text: str) -> Iterator[str]:
    """What WhatsApp, or we, would refuse in a template's text."""
    bare = text.strip()
    if re.search(r"\{\{|\}\}", bare):
        yield "placeholders have one brace, as {name}"
        return
    unknown = [name for name in _PLACEHOLDER.findall(bare) if name not in PLACEHOLDERS]
    if unknown:
        yield f"unknown placeholder {{{unknown[0]}}}; known are {', '.join('{' + p + '}' for p in PLACEHOLDERS)}"
    if re.match(r"\W*\{\w*\}", bare) or re.search(r"\{\w*\}\W*$", bare):
        yield "a template may neither begin nor end with a placeholder; WhatsApp refuses it"
    if re.search(r"\}\s*\{", bare):
        yield "two placeholders need words between them; WhatsApp refuses it"
    if utf16(bare) > TEMPLATE_LENGTH:
        yield f"a template may have {TEMPLATE_LENGTH} characters"
