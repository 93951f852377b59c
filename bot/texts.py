"""Wording: `flows/texts/<language>.ftl` in, a sentence in the customer's language out.

Numbers, money, dates and lists are formatted here by Babel in the customer's language before Fluent sees them; plurals, tone and mood
are Fluent selectors. Every text may use `$name` (and `$named`: yes or no), `$tone` (friendly, formal), `$mood` (calm, upset, angry)
and `$shop`.
Nothing here decides what is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from fluent.runtime import FluentBundle, FluentResource

from bot.errors import FlowError
from bot.money import Money
from intents.understanding import LANGUAGES

_FIXED = 5000  # texts without parameters that are kept ready, about 1 MB
_LOCALES = {"en": "en_GB", "ru": "ru", "uk": "uk", "sl": "sl"}


@dataclass(frozen=True, slots=True)
class Voice:
    """How the customer is spoken to in this turn."""

    language: str = "en"
    tone: str = "friendly"
    mood: str = "calm"
    name: str | None = None
    shop: str = ""
    timezone: str = "UTC"
    now: datetime | None = None


class Texts:
    """All wording of the four languages. Bundles are parsed when a language is first used."""

    def __init__(self, folder: Path, extra: Mapping[str, str] | None = None) -> None:
        self._folder = folder
        self._extra = dict(extra or {})
        self._bundles: dict[str, FluentBundle] = {}
        self._fixed: dict[tuple[str | None, ...], str] = {}

    def bundle(self, language: str) -> FluentBundle:
        found = self._bundles.get(language)
        if found is None:
            found = FluentBundle([_LOCALES[language]], use_isolating=False)
            path = self._folder / f"{language}.ftl"
            found.add_resource(_parsed(path, path.stat().st_mtime_ns))
            if language in self._extra:  # the shop owner's own wording wins over ours
                found.add_resource(FluentResource(self._extra[language]), allow_overrides=True)
            self._bundles[language] = found
        return found

    def has(self, key: str, attribute: str | None = None, language: str = "en") -> bool:
        bundle = self.bundle(language)
        if not bundle.has_message(key):
            return False
        return attribute is None or attribute in bundle.get_message(key).attributes

    def text(self, key: str, voice: Voice, params: Mapping[str, Any] | None = None, attribute: str | None = None) -> str:
        """The text of a key (or of its attribute) for this voice.

        A missing text or parameter is a FlowError: it never reaches a customer.
        """
        if not params:  # button titles and the like: the same words again and again
            by = (key, attribute, voice.language, voice.tone, voice.mood, voice.name, voice.shop)
            known = self._fixed.get(by)
            if known is None:
                if len(self._fixed) > _FIXED:
                    self._fixed.clear()
                known = self._fixed[by] = self._format(key, voice, {}, attribute)
            return known
        return self._format(key, voice, params, attribute)

    def _format(self, key: str, voice: Voice, params: Mapping[str, Any], attribute: str | None) -> str:
        bundle = self.bundle(voice.language)
        if not self.has(key, attribute, voice.language):
            raise FlowError(f"no text {key}{'.' + attribute if attribute else ''} in {voice.language}")
        message = bundle.get_message(key)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise FlowError(f"text {key} has attributes only ({voice.language})")
        values: dict[str, Any] = {
            "name": voice.name or "",
            "named": "yes" if voice.name else "no",
            "tone": voice.tone,
            "mood": voice.mood,
            "shop": voice.shop,
        }
        for name, value in params.items():
            values[name] = self.plain(value, voice)
        text, faults = bundle.format_pattern(pattern, values)
        if faults:
            raise FlowError(f"text {key} in {voice.language}: {faults[0]!r}")
        return str(text).strip()

    def plain(self, value: Any, voice: Voice) -> Any:
        """A parameter as Fluent takes it: money, dates and lists become words, strings and whole numbers stay."""
        match value:
            case bool():
                return "yes" if value else "no"
            case str() | int():
                return value
            case None:
                return ""
            case Money():
                return money(value.amount, value.currency, voice.language)
            case Decimal():
                return format_decimal(value, locale=_LOCALES[voice.language])
            case datetime():
                return moment(value, voice)
            case date():
                return day(value, voice)
            case timedelta():
                return max(1, round(value.total_seconds() / 60))
            case list() | tuple():
                return listed(tuple(str(self.plain(v, voice)) for v in value), voice.language)
        return str(value)


@lru_cache(maxsize=16)
def _parsed(path: Path, changed: int) -> Any:
    """A language's texts as Fluent's tree; parsing takes 0.2 s, so it is done once for each version of the file."""
    return FluentResource(path.read_text("utf-8"))


@lru_cache(maxsize=4096)
def money(amount: Decimal, currency: str, language: str) -> str:
    """39.90 EUR as people of that language write it."""
    # CLDR spells the euro out in Ukrainian ("39,90 EUR"); shops there write the sign.
    return format_currency(amount, currency, locale=_LOCALES[language]).replace("EUR", "€")


@lru_cache(maxsize=512)
def listed(items: Sequence[str], language: str) -> str:
    """ "a, b and c"."""
    return format_list(list(items), style="standard", locale=_LOCALES[language])


def day(value: date, voice: Voice) -> str:
    """A day with its weekday, without the year when it is this one."""
    this_year = voice.now is None or value.year == voice.now.year
    return _day(value, this_year, voice.language)


# "promised for 25 November" takes the genitive; CLDR's Slovenian dates are in the nominative, which reads wrong in a sentence.
_SLOVENIAN_MONTHS = (
    ["januarja", "februarja", "marca", "aprila", "maja", "junija", "julija", "avgusta", "septembra", "oktobra", "novembra", "decembra"]
)  # fmt: skip


@lru_cache(maxsize=512)
def _day(value: date, this_year: bool, language: str) -> str:
    locale = _LOCALES[language]
    if not this_year:
        return (
            f"{value.day}. {_SLOVENIAN_MONTHS[value.month - 1]} {value.year}"
            if language == "sl"
            else format_date(value, "d MMMM y", locale)
        )
    weekday = format_date(value, "EEE" if language != "en" else "EEEE", locale)
    if language == "en":
        return f"{weekday} {format_date(value, 'd MMMM', locale)}"
    named = f"{value.day}. {_SLOVENIAN_MONTHS[value.month - 1]}" if language == "sl" else format_date(value, "d MMMM", locale)
    return f"{named} ({weekday})"


def moment(value: datetime, voice: Voice) -> str:
    """A time of day in the shop's zone; the day is named unless it is today."""
    local = value.astimezone(ZoneInfo(voice.timezone))
    clock = format_time(local.time(), format="short", locale=_LOCALES[voice.language])
    if voice.now is not None and local.date() == voice.now.astimezone(ZoneInfo(voice.timezone)).date():
        return clock
    return f"{day(local.date(), voice)}, {clock}"


def keys_of(folder: Path, language: str) -> dict[str, int]:
    """Every key and `key.attribute` of a language's texts with its line, for checks; private terms (-term) are left out."""
    from fluent.syntax import FluentParser, ast  # the parser's syntax tree is needed by checks alone

    source = (folder / f"{language}.ftl").read_text("utf-8")
    found: dict[str, int] = {}
    for entry in FluentParser(with_spans=True).parse(source).body:
        if isinstance(entry, ast.Message) and entry.span is not None:
            line = source.count("\n", 0, entry.span.start) + 1
            if entry.value is not None:
                found[entry.id.name] = line
            for attribute in entry.attributes:
                found[f"{entry.id.name}.{attribute.id.name}"] = line
    return found


def texts_folder() -> Path:
    """Where the project keeps its wording."""
    return Path(__file__).parent.parent / "flows" / "texts"


def faults_of_syntax(folder: Path) -> list[tuple[str, int, str]]:
    """(file, line, what) for every passage Fluent cannot read."""
    from fluent.syntax import FluentParser, ast  # as above

    faults: list[tuple[str, int, str]] = []
    for language in LANGUAGES:
        path = folder / f"{language}.ftl"
        source = path.read_text("utf-8")
        for entry in FluentParser(with_spans=True).parse(source).body:
            if isinstance(entry, ast.Junk) and entry.span is not None:
                what = entry.annotations[0].message if entry.annotations else "cannot be read"
                faults.append((str(path), source.count("\n", 0, entry.span.start) + 1, f"not Fluent: {what}"))
    return faults
