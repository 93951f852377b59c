"""config.yml: the shop owner's one file. Read, checked as a whole, and turned into values.

Every fault is reported at once, each with its line. `${NAME}` anywhere in a value is taken from the environment; the
variables of the reference (PORT, DATABASE_URL, ...) win over the file. Nothing else in the project reads the environment.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from pydantic import AfterValidator, Field, ValidationError

from bot.config_channels import ChannelsConfig, Strict, channel_faults, site
from bot.config_desk import DeskConfig, desk_faults
from bot.config_intents import IntentsConfig, intents_faults
from bot.errors import ConfigError, Fault
from bot.house import WEEK, Hours, House
from bot.money import Money
from intents.names import INTENTS
from intents.understanding import LANGUAGES

TOPICS = (
    "delivery_options",
    "delivery_time",
    "delivery_cost",
    "payment_methods",
    "shop_hours",
    "shop_contact",
    "invoice",
    "discount",
    "newsletter",
    "account_create",
    "account_change",
    "account_delete",
    "return_policy",
    "warranty",
    "cancellation_fee",
)
"""What `information:` may hold a text for."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"{name!r} is no time zone; write one like Europe/Ljubljana") from None
    return name


def _span(text: str) -> str:
    found = re.fullmatch(r"(\d{2}):(\d{2})-(\d{2}):(\d{2})", text)
    if not found or not (time_of(text[:5]) and time_of(text[6:])):
        raise ValueError(f"{text!r} is no span of time; write it as 09:00-17:00")
    if text[:5] >= text[6:]:
        raise ValueError(f"{text!r} ends before it begins")
    return text


def time_of(text: str) -> time | None:
    """A time written as 09:00, None when it is none."""
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None


class MoneyConfig(Strict):
    amount: Decimal = Field(gt=0)
    currency: str = Field(default="EUR", pattern=r"^[A-Z]{3}$")

    def value(self) -> Money:
        return Money(self.amount, self.currency)


class HoursConfig(Strict):
    monday: list[Annotated[str, AfterValidator(_span)]] = Field(default_factory=list)
    tuesday: list[Annotated[str, AfterValidator(_span)]] = Field(default_factory=list)
    wednesday: list[Annotated[str, AfterValidator(_span)]] = Field(default_factory=list)
    thursday: list[Annotated[str, AfterValidator(_span)]] = Field(default_factory=list)
    friday: list[Annotated[str, AfterValidator(_span)]] = Field(default_factory=list)
    saturday: list[Annotated[str, AfterValidator(_span)]] = Field(default_factory=list)
    sunday: list[Annotated[str, AfterValidator(_span)]] = Field(default_factory=list)
    holidays: list[date] = Field(default_factory=list)


class ShopConfig(Strict):
    """Who the shop is, and which system its data comes from."""

    name: str
    system: str = "demo"
    site: str
    email: str
    phone: str
    address: str
    country: str = Field(pattern=r"^[A-Z]{2}$")
    currency: str = Field(default="EUR", pattern=r"^[A-Z]{3}$")
    timezone: Annotated[str, AfterValidator(_zone)]
    colour: str = Field(default="#2f6f4f", pattern=r"^#[0-9a-fA-F]{6}$")
    hours: HoursConfig = HoursConfig()


class PoliciesConfig(Strict):
    """What the bot may promise and give."""

    return_days: int = Field(default=30, ge=0, le=365)
    refund_days: int = Field(default=5, ge=0, le=60)
    reply_within_minutes: int = Field(default=30, ge=1, le=10_080)
    lookup_within_hours: int = Field(default=4, ge=1, le=168)
    compensation: MoneyConfig | None = None
    compensation_days: int = Field(default=90, ge=1)
    damage_limit: MoneyConfig | None = None


class StoreConfig(Strict):
    url: str = "sqlite:///.state/frontdesk.db"


class ServerConfig(Strict):
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    public_url: Annotated[str | None, AfterValidator(site)] = None
    secret_key: str | None = None
    log_level: Literal["debug", "info", "warning", "error"] = "info"


class Config(Strict):
    """The whole of config.yml."""

    shop: ShopConfig
    languages: list[Literal["en", "ru", "uk", "sl"]] = Field(default=["en", "ru", "uk", "sl"])
    tone: Literal["friendly", "formal"] = "friendly"
    policies: PoliciesConfig = PoliciesConfig()
    information: dict[str, dict[str, str]] = Field(default_factory=dict)
    flows: dict[str, str] = Field(default_factory=dict)
    channels: ChannelsConfig = ChannelsConfig()
    desk: DeskConfig = DeskConfig()
    intents: IntentsConfig = IntentsConfig()
    store: StoreConfig = StoreConfig()
    server: ServerConfig = ServerConfig()

    def house(self) -> House:
        """The facts and policies as flows see them."""
        shop, policies = self.shop, self.policies
        spans = {
            index: tuple((time.fromisoformat(s[:5]), time.fromisoformat(s[6:])) for s in getattr(shop.hours, day))
            for index, day in enumerate(WEEK)
        }
        return House(
            name=shop.name,
            site=shop.site,
            email=shop.email,
            phone=shop.phone,
            address=shop.address,
            currency=shop.currency,
            country=shop.country,
            hours=Hours(shop.timezone, spans, frozenset(shop.hours.holidays)),
            tone=self.tone,
            return_days=policies.return_days,
            refund_days=policies.refund_days,
            lookup_within=timedelta(hours=policies.lookup_within_hours),
            reply_within=timedelta(minutes=policies.reply_within_minutes),
            first_reply_within=timedelta(minutes=self.desk.first_reply_minutes),
            silent_within=timedelta(minutes=self.desk.silent_minutes),
            compensation=policies.compensation.value() if policies.compensation else None,
            compensation_days=policies.compensation_days,
            damage_limit=policies.damage_limit.value() if policies.damage_limit else None,
            rating=self.desk.rating.enabled,
            rating_coupon=self.desk.rating.coupon.value() if self.desk.rating.coupon else None,
            information=self.information,
        )


ENVIRONMENT = {
    "HOST": ("server", "host"),
    "PORT": ("server", "port"),
    "PUBLIC_URL": ("server", "public_url"),
    "SECRET_KEY": ("server", "secret_key"),
    "LOG_LEVEL": ("server", "log_level"),
    "DATABASE_URL": ("store", "url"),
    "TELEGRAM_TOKEN": ("channels", "telegram", "token"),
    "TELEGRAM_SECRET": ("channels", "telegram", "secret"),
    "TELEGRAM_API_URL": ("channels", "telegram", "api_url"),
    "TWILIO_ACCOUNT_SID": ("channels", "whatsapp", "account_sid"),
    "TWILIO_AUTH_TOKEN": ("channels", "whatsapp", "auth_token"),
    "TWILIO_WHATSAPP_FROM": ("channels", "whatsapp", "sender"),
    "TWILIO_API_URL": ("channels", "whatsapp", "api_url"),
    "VIBER_TOKEN": ("channels", "viber", "token"),
    "VIBER_API_URL": ("channels", "viber", "api_url"),
    "STAFF_TELEGRAM_TOKEN": ("desk", "telegram_group", "token"),
    "STAFF_TELEGRAM_CHAT": ("desk", "telegram_group", "chat"),
    "STAFF_TELEGRAM_API_URL": ("desk", "telegram_group", "api_url"),
    "RASA_URL": ("intents", "rasa_url"),
    "RASA_TOKEN": ("intents", "rasa_token"),
}
"""Variables that win over the file, and where they go."""


def load(path: Path, *, flows: frozenset[str], environment: Mapping[str, str] = os.environ) -> Config:
    """Read and check a configuration. `flows` are the names `flows:` may route to. Raises ConfigError with every fault."""
    name = str(path)
    try:
        source = path.read_text("utf-8")
    except OSError as error:
        raise ConfigError([Fault(name, 0, f"cannot be read: {error.strerror}; give another with --config")]) from error
    except UnicodeDecodeError as error:
        raise ConfigError([Fault(name, 0, "is not written in UTF-8; save it so")]) from error
    try:
        tree = yaml.compose(source, Loader=yaml.CSafeLoader)
        data = yaml.load(source, Loader=yaml.CSafeLoader) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ConfigError([Fault(name, mark.line + 1 if mark else 0, f"not YAML: {getattr(error, 'problem', error)}")]) from error
    if not isinstance(data, dict):
        raise ConfigError([Fault(name, 1, "must be a mapping with the keys shop, policies, channels, ...")])
    lines = _lines(tree)
    faults: list[Fault] = []
    data = _fill(data, environment, (), lines, name, faults)
    for variable, keys in ENVIRONMENT.items():
        if environment.get(variable):
            data = _put(data, keys, environment[variable])
    config: Config | None = None
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        faults += [_fault(name, lines, e["loc"], e["type"], e["msg"], e.get("input")) for e in error.errors()]
    faults += _meaning(name, lines, data, flows)
    if faults or config is None:
        raise ConfigError(sorted(dict.fromkeys(faults), key=lambda f: f.line))
    return config


Path_ = tuple[str | int, ...]


def _put(data: dict[str, Any], path: tuple[str, ...], value: str) -> dict[str, Any]:
    """The data with a value at a path. A section that is no mapping is left alone: it is a fault by itself."""
    key, *rest = path
    if not rest:
        return {**data, key: value}
    inner = data.get(key) or {}
    return {**data, key: _put(inner, tuple(rest), value)} if isinstance(inner, dict) else data


def _lines(node: yaml.Node | None, path: Path_ = ()) -> dict[Path_, int]:
    """Where each key and item stands, from 1."""
    found: dict[Path_, int] = {}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*path, key.value)
            found[here] = key.start_mark.line + 1
            found |= _lines(value, here)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            here = (*path, index)
            found[here] = value.start_mark.line + 1
            found |= _lines(value, here)
    return found


def _line(lines: Mapping[Path_, int], path: Path_) -> int:
    """The line of a path, or of the nearest thing around it that is written down."""
    while path:
        for here in (path, (*path[:-1], str(path[-1]))):  # a key like 1 is a number to YAML and a word in the file
            if here in lines:
                return lines[here]
        path = path[:-1]
    return 1


def _fill(value: Any, environment: Mapping[str, str], path: Path_, lines: Mapping[Path_, int], name: str, faults: list[Fault]) -> Any:
    """The value with `${NAME}` replaced; a name that is not set is a fault."""
    if isinstance(value, dict):
        return {k: _fill(v, environment, (*path, k), lines, name, faults) for k, v in value.items()}
    if isinstance(value, list):
        return [_fill(v, environment, (*path, i), lines, name, faults) for i, v in enumerate(value)]
    if not isinstance(value, str):
        return value

    def put(match: re.Match[str]) -> str:
        found = environment.get(match[1])
        if found is None:
            faults.append(Fault(name, _line(lines, path), f"${{{match[1]}}} is not set in the environment"))
        return found or ""

    return re.sub(r"\$\{([A-Z][A-Z0-9_]*)\}", put, value)


_PRIVATE = re.compile("secret|token|key|sid|rasa_url")  # keys whose values no error may show


def _fault(name: str, lines: Mapping[Path_, int], loc: Path_, kind: str, message: str, given: object) -> Fault:
    where = ".".join(str(p) for p in loc)
    if kind == "extra_forbidden":
        message = f"unknown key {where}"
    elif kind == "missing":
        message = f"{where} is missing"
    else:
        message = f"{where}: {message.removeprefix('Value error, ')}"
        if isinstance(given, str | int | float) and not _PRIVATE.search(where) and repr(given) not in message:
            message += f" (found {given!r})"
    return Fault(name, _line(lines, loc), message)


def _meaning(name: str, lines: Mapping[Path_, int], data: dict[str, Any], flows: frozenset[str]) -> list[Fault]:
    """What types cannot see: texts for every language, routes between what exists."""
    faults = []
    languages = [x for x in data.get("languages") or LANGUAGES if x in LANGUAGES]
    information = data.get("information")
    for topic, texts in information.items() if isinstance(information, dict) else ():
        where = ("information", topic)
        if topic not in TOPICS:
            faults.append(Fault(name, _line(lines, where), f"unknown topic {topic}; known are {', '.join(TOPICS)}"))
        if not isinstance(texts, dict):
            continue  # the model has said so already
        missing = [x for x in languages if not str(texts.get(x) or "").strip()]
        unknown = [x for x in texts if x not in LANGUAGES]
        faults += [Fault(name, _line(lines, where), f"information.{topic} has no text for {x}") for x in missing]
        faults += [Fault(name, _line(lines, (*where, x)), f"information.{topic}: unknown language {x}") for x in unknown]
    for where_, fault in channel_faults(data.get("channels"), languages):
        faults.append(Fault(name, _line(lines, ("channels", *where_)), fault))
    for where_, fault in desk_faults(data.get("desk"), languages):
        faults.append(Fault(name, _line(lines, ("desk", *where_)), fault))
    for below, fault in intents_faults(data.get("intents")):
        faults.append(Fault(name, _line(lines, ("intents", *below)), fault))
    routes = data.get("flows")
    for intent, flow in routes.items() if isinstance(routes, dict) else ():
        line = _line(lines, ("flows", intent))
        if intent not in INTENTS:
            faults.append(Fault(name, line, f"flows: unknown intent {intent}"))
        if flow not in flows:
            faults.append(Fault(name, line, f"flows: no flow is called {flow!r}; known are {', '.join(sorted(flows))}"))
    return faults
