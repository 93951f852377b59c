"""Times in words, in four languages: "tomorrow 10", "через 2 часа", "naslednji ponedeljek", "we call on Wednesday at 10". Pure.

Days are found by `intents.entities.dates`; clocks and hours, which customers seldom write and agents often do, are found here. `until`
reads words that are nothing but a time; `promised` looks for one in a reply that promises something. Neighbours: `replies.py` and
`closing.py`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.house import Hours
from intents.entities.calendar_words import NEXT
from intents.entities.dates import dates
from intents.entities.found import NUMBERS, blanked

FARTHEST = timedelta(days=366)
MORNING = time(9)  # where no opening hours are known
DAY_ENDS = time(17)  # by when "today" and "on Friday" are promised

_PART_BEGINS = {"morning": MORNING, "noon": time(12), "afternoon": time(14), "evening": time(18), "close": DAY_ENDS}
_PART_ENDS = {"morning": time(12), "noon": time(12), "afternoon": DAY_ENDS, "evening": time(20), "close": DAY_ENDS}
_PARTS = re.compile(
    r"\b(?:(?P<close>end of (?:the )?(?:day|business)|close of business|конц[ау] (?:рабочего )?дня|кінця (?:робочого )?дня|"
    r"konca (?:delovnega )?dne(?:va)?)|"
    r"(?P<noon>noon|midday|полдень|полудн[яюе]|обеда|опівдні|полудня|обіду|opoldne|poldneva)|"
    r"(?P<afternoon>afternoon|после обеда|днём|днем|пополудні|після обіду|вдень|popoldne|popoldneva)|"
    r"(?P<morning>morning|утр[оау]м?|вранці|зранку|ранку|ранок|уранці|zjutraj|dopoldne|dopoldneva)|"
    r"(?P<evening>evening|tonight|вечер(?:а|у|ом)?|ввечері|увечері|вечор[ау]|вечір|zvečer|zvecer|nocoj|večera))\b",
    re.IGNORECASE,
)
_EARLY = r"(?:a\.?m\.?|утра|ночи|ранку|ночі|zjutraj)"
_LATE = r"(?:p\.?m\.?|дня|вечера|вечора|popoldne|zvečer|zvecer)"
_HALF_OF_DAY = rf"(?:\s*(?:(?P<early>{_EARLY})|(?P<late>{_LATE}))(?!\w))?"
_CLOCK = re.compile(
    rf"(?<![\d.,:/-])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?![\d:]|\.\d|\s*(?:€|eur|%)){_HALF_OF_DAY}", re.IGNORECASE
)
_HOUR = re.compile(
    r"\b(?:at|by|until|till|before|after|around|about|from|в|во|к|ко|до|после|с|о|об|після|від|з|ob|do|po|pred|okoli|od|"
    r"between|между|між|med)\s+"
    rf"(?P<hour>[01]?\d|2[0-3])(?P<minute>)(?![\d:]|[.,]\d|\s*(?:€|eur|%|шт|pcs|kos))(?:\s*(?:o'?clock|h\b|ч\b|\.?\s*uri\b|ур\b|час\w*|годин\w*))?"
    rf"{_HALF_OF_DAY}",
    re.IGNORECASE,
)
_HOUR_AM = re.compile(rf"(?<![\d.,:])(?P<hour>1[0-2]|0?[1-9])(?P<minute>)\s*(?:(?P<early>{_EARLY})|(?P<late>{_LATE}))(?!\w)", re.IGNORECASE)
_BARE = re.compile(r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-3])(?P<minute>)(?:\s*(?:h|ч|uri|год\w*|час\w*|o'?clock)\b)?(?![\d:])", re.IGNORECASE)
_UNITS = {
    "minute": r"(?:minutes?|mins?|минут[уы]?|мин|хвилин[уи]?|хв|minut[aoei]?)",
    "hour": r"(?:hours?|hrs?|h|час(?:а|ов)?|ч|годин[уи]?|год|ur[aoie]?|urah|urama)",
    "day": r"(?:days?|дн(?:я|ей|і|ів)|день|dni|dneva?|dan|dneh)",
    "week": r"(?:weeks?|недел[юиь]|тиж(?:день|ні|нів)|teden|tedn(?:a|e|ov|ih))",
}
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
_AMOUNT = re.compile(rf"(?:(?P<number>\d{{1,3}}(?:[.,]5)?)\s*|(?P<word>[^\W\d_]+(?:\s+an?)?)\s+)?(?:{_UNIT})\b", re.IGNORECASE)
_LENGTH = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}
_SHARES = {
    "half": 0.5,
    "half an": 0.5,
    "half a": 0.5,
    "pol": 0.5,
    "пол": 0.5,
    "пів": 0.5,
    "полтора": 1.5,
    "півтори": 1.5,
    "a": 1.0,
    "an": 1.0,
}
_GLUED = re.compile(r"\bпол(?=часа\b)|\bпів(?=години\b)", re.IGNORECASE)  # "полчаса"
_AHEAD = r"(?:in|within|через|в течение|за|протягом|упродовж|впродовж|čez|cez|v)"
_IN = re.compile(rf"\b{_AHEAD}\s+(?=\S)", re.IGNORECASE)
_NEXT_WEEK = re.compile(rf"\b{NEXT}\s+(?:week|недел[еюя]\w?|тиж\w+|teden|tedna|tednu)\b", re.IGNORECASE)
_AFTERNOON_BY_HABIT = range(1, 7)  # "at 3" in a shop is 15:00


def until(words: str, now: datetime, hours: Hours) -> datetime | None:
    """The moment that words name, in UTC: a span from now, a day (when the shop opens), a clock time, or both. None: no such time ahead."""
    text = _plain(words)
    zone = ZoneInfo(hours.timezone)
    span = _span(text)
    day, rest = _day(text, now.astimezone(zone).date())
    if span is not None and (day is None or span < timedelta(days=1)):
        found = now + span
    else:
        clock = _clock(rest) or (_bare(rest) if not re.search(r"\d\s*[^\W\d_]{4,}", rest) else None) or _part(text, _PART_BEGINS)
        if day is None and clock is None:
            return None
        found = _moment(day, clock, now, zone)
        if clock is None and day is not None:
            opens = hours.after(datetime.combine(day, time(), zone).astimezone(UTC), timedelta(0))
            found = opens if any(hours.spans.values()) else _at(day, MORNING, zone)
    return found if now < found <= now + FARTHEST else None


def promised(text: str, now: datetime, timezone: str, language: str) -> tuple[datetime, str] | None:
    """(due in UTC, the sentence) of the first sentence that says somebody of the shop will do something by a time ahead. Else None."""
    commits = _COMMITS.get(language, _COMMITS["en"])
    for sentence in re.split(r"(?<=[^\d][.!?])\s+|\n+", text):
        plain = _plain(sentence)
        if plain.rstrip().endswith("?") or not (commits.search(plain) or _COMMITS["en"].search(plain)):
            continue
        due = _due(plain, now, ZoneInfo(timezone))
        if due is not None and now < due <= now + FARTHEST:
            return due, sentence.strip()[:500]
    return None


def _due(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    ahead = _IN.search(text)
    span = next((s for m in _IN.finditer(text) if (s := _span(text[m.end() :], whole=False)) is not None), None) if ahead else None
    day, rest = _day(text, now.astimezone(zone).date())
    if span is not None and span < timedelta(days=1):
        return now + span
    clock = _clock(rest) or _part(text, _PART_ENDS)
    if day is None and clock is None:
        return None
    return _moment(day, clock or DAY_ENDS, now, zone)


def _plain(text: str) -> str:
    return _GLUED.sub(lambda m: m[0] + " ", text.replace("’", "'").replace("ʼ", "'").strip())


def _day(text: str, today: date) -> tuple[date | None, str]:
    """The first day from today on that is spoken of, and the text without any day."""
    found = dates(text, today)
    ahead = next((date.fromisoformat(e.value) for e in found if date.fromisoformat(e.value) >= today), None)
    rest = blanked(text, found)
    week = _NEXT_WEEK.search(rest)
    if ahead is None and week is not None:
        ahead = today + timedelta(days=7 - today.weekday())
    return ahead, rest


def _moment(day: date | None, clock: time | None, now: datetime, zone: ZoneInfo) -> datetime:
    """Without a day: today, or tomorrow when that is past."""
    if day is not None:
        return _at(day, clock or MORNING, zone)
    today = now.astimezone(zone).date()
    found = _at(today, clock or MORNING, zone)
    return found if found > now else _at(today + timedelta(days=1), clock or MORNING, zone)


def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _clock(text: str) -> time | None:
    for pattern in (_CLOCK, _HOUR_AM, _HOUR):
        match = pattern.search(text)
        if match is not None:
            return _time(match)
    return None


def _bare(text: str) -> time | None:
    """A number that stands by itself: "tomorrow 10"."""
    match = _BARE.search(text)
    return _time(match) if match is not None else None


def _time(match: re.Match[str]) -> time:
    parts = match.groupdict()
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    if parts.get("late") and hour < 12:
        hour += 12
    elif parts.get("early") and hour == 12:
        hour = 0
    elif not parts.get("early") and not parts["hour"].startswith("0") and hour in _AFTERNOON_BY_HABIT:
        hour += 12
    return time(hour, minute)


def _part(text: str, hours: dict[str, time]) -> time | None:
    match = _PARTS.search(text)
    return hours[str(match.lastgroup)] if match is not None else None


def _span(text: str, *, whole: bool = True) -> timedelta | None:
    """ "2 hours", "in half an hour", "через полчаса", "čez 30 minut"; `whole`: the text is nothing else."""
    text = re.sub(rf"^{_AHEAD}\s+", "", text, flags=re.IGNORECASE) if whole else text
    match = _AMOUNT.match(text.rstrip(" .!"))
    if match is None or (whole and match.end() != len(text.rstrip(" .!"))):
        return None
    unit = next(name for name in _LENGTH if match[name])
    number, word = match["number"], (match["word"] or "a").lower()
    count = float(number.replace(",", ".")) if number else _SHARES.get(word) or float(NUMBERS.get(word, 0))
    return _LENGTH[unit] * count if count else None


_COMMITS = {
    language: re.compile(words, re.IGNORECASE)
    for language, words in {
        "en": r"\b(?:i|we)(?:'ll| will| shall|'m going to|'re going to| am going to| are going to)\b|"
        r"\byou(?:'ll| will) (?:have|get|hear|receive)\b|"
        r"\b(?:colleague|carrier|courier) will\b|\bwill be (?:asked|sent|done|called)\b|"
        r"\b(?:i|we) (?:call|ring|write|send|ship|check|reply|answer|get back|come back|find out|ask|let you know)\b",
        "ru": r"\b(?:узна(?:ю|ем)|(?:пере)?звон(?:ю|им)|позвон(?:ю|им|ит)|перезвон(?:ю|им|ит)|напиш(?:у|ем|ет)|отвеч(?:у)|ответ(?:им|ит)|"
        r"сообщ(?:у|им)|провер(?:ю|им)|отправ(?:лю|им)|свяж(?:усь|емся|ется)|вернусь|верн[её]мся|верн(?:у|[её]м)|уточн(?:ю|им)|"
        r"пришл(?:ю|[её]м)|дам знать|дадим знать|спрос(?:им)|спрошу|выясн(?:ю|им)|сдела(?:ю|ем)|реш(?:у|им)|оформ(?:лю|им)|"
        r"подготов(?:лю|им)|получите|буд(?:у|ем|ет)|дадим ответ|дам ответ)\b",
        "uk": r"\b(?:дізна(?:ю|ємо)с[ья]|(?:за|пере)телефону(?:ю|ємо)|(?:пере|по)дзвон(?:ю|имо|ить)|зателефону(?:ю|ємо|є)|напиш(?:у|емо|е)|"
        r"відпов(?:ім|імо|ість)|повідом(?:лю|имо)|перевір(?:ю|имо)|надішл(?:ю|емо)|відправ(?:лю|имо)|зв'яж(?:у|емо|еть)с[ья]|"
        r"поверн(?:у|емо)с[ья]|поверн(?:у|емо)|уточн(?:ю|имо)|з'ясу(?:ю|ємо)|запита(?:ю|ємо)|зробл(?:ю|имо)|виріш(?:у|имо)|"
        r"оформ(?:лю|имо)|підготу(?:ю|ємо)|отримаєте|буд(?:у|емо|е)|дам відповідь|дамо відповідь)\b",
        "sl": r"\b(?:bom|bova|bomo|bo|boste|pokličemo?|poklicemo?|javimo?|sporočimo?|sporocimo?|preverimo?|"
        r"pošljemo?|posljemo?|"
        r"odgovorimo?|pišemo?|pisemo?|poizvemo?|izvemo?|vrnemo?|uredimo?|vprašamo?|vprasamo?|povemo?|dobite|prejmete)\b",
    }.items()
}
"""How somebody of the shop says that something will be done, by language."""
