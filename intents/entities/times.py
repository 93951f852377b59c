"""Times of the day: "17:00", "half past five", "после шести вечера", "о пів на шосту", "med peto in sedmo", "zjutraj".

Values: "17:00"; "17:00/" from then on; "/18:00" until; "17:00/18:00" between. Rules:

- This is a shop: 1 to 7 without morning or evening beside it is the afternoon, 8 to 12 is the morning; "05:00" is taken as written.
- A bare number is a time only after a word of time ("at 5", "after five", "ob petih"); after a word that also counts things ("до 5",
  "around 5") only when the message speaks of a day, a call or a delivery.
- Parts of the day: morning 08:00/12:00, noon 12:00, lunch 12:00/13:00, afternoon 12:00/18:00, evening 18:00/22:00, night 22:00/06:00,
  midnight 00:00. "After lunch" is 13:00/, "before lunch" /12:00. Greetings ("good morning") are none.

Lengths ("5 hours", "in two hours") are no times. Neighbours: `dates.py`, `reading.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from intents.entities.found import word_set
from intents.entities.reading import Item, Reading
from intents.entities.spans import Span, best_spans
from intents.understanding import Entity

PARTS: Final = {
    "morning": ("08:00", "12:00"),
    "noon": ("12:00", ""),
    "lunch": ("12:00", "13:00"),
    "afternoon": ("12:00", "18:00"),
    "evening": ("18:00", "22:00"),
    "night": ("22:00", "06:00"),
    "midnight": ("00:00", ""),
}
_EARLIEST: Final = "04:00"  # "at 7 in the morning" is the morning, though nobody is in the shop yet
_WHOLE_PARTS: Final = frozenset(f"{begins}/{ends}" for begins, ends in PARTS.values() if ends)
_TONIGHT: Final = frozenset({"tonight", "nocoj"})
_NEEDED: Final = frozenset("12mPhHGFQAbBfvqe")
_AFTERNOON: Final = range(1, 8)
_EVENING: Final = range(8, 12)  # only where the message speaks of the evening
_LATE: Final = frozenset({"pm", "afternoon", "evening"})
# What may stand between a time word and the end of what is said about it.
_ENDS: Final = frozenset(".,;!?-)&PmhHbtRWwMAfBv~ ")
_SURE, _LIKELY, _MAYBE = 3, 2, 1
# Words after which a number is a time whatever the message is about.
_TIMELY: Final = word_set("к ко po at @ ob о об before by until till untill after после після опісля posle pislya раньше раніше")
_COURTESY: Final = word_set("please pls thanks thank пожалуйста спасибо тогда будь дякую тоді prosim hvala")
_ABOUT_TIME: Final = re.compile(
    r"\b(?:call|ring|phone me|pick(?:ed)? (?:it )?up|collect|come|deliver\w*|courier|home|open|close|free|available|reach|"
    r"(?:пере|по)?звон\w*|набер\w*|набра\w*|курь?ер\w*|достав\w*|привез\w*|приед\w*|дома|открыт\w*|работает\w*|закры\w*|забер\w*|забра\w*|"
    r"(?:за|пере)?телефон\w*|(?:пере|по)?дзвон\w*|кур'єр\w*|приїд\w*|вдома|відкрит\w*|працює\w*|зачин\w*|забер\w*|"
    r"poklic\w*|klic\w*|dostav\w*|pridem\w*|pridete|prideva|doma|odprt\w*|zaprt\w*|dosegljiv\w*|prevzem\w*|prevzam\w*|kurir\w*)"
)


def times(reading: Reading, *, dated: bool = False) -> list[Entity]:
    """Times in order of place. `dated`: the message names a day, so that a doubtful number is rather a time."""
    if not reading.has(_NEEDED):
        return []
    about_time = dated or _ABOUT_TIME.search(reading.text) is not None
    found = best_spans("time", _candidates(reading, about_time))
    exact = [entity for entity in found if entity.value not in _WHOLE_PARTS]
    if not exact or len(exact) == len(found):
        return found
    return [e for e in found if e.value not in _WHOLE_PARTS or not any(_inside(x.value, e.value) for x in exact)]


def _may_be_a_length(reading: Reading, at: int, after: int, minutes: int) -> bool:
    """ "24h" without a word like "at" is a length; "17h" is a time."""
    word, before = reading.items[after - 1].word, reading.code[at - 1] if at else ""
    return not word.startswith("o") and (before in ("i", "I", "Z", "p") or not 7 * 60 <= minutes < 23 * 60)


def _inside(exact: str, part: str) -> bool:
    """Whether "in the evening, at 8" is one time."""
    begins, _, ends = part.partition("/")
    begins = _EARLIEST if begins == PARTS["morning"][0] else begins
    return begins <= exact.strip("/")[:5] <= ends


def _half_spoken_of(reading: Reading) -> str:
    """The half of the day the message as a whole speaks of, when it is one: "tonight at 8", "завтра утром в 7"."""
    named = {str(item.value).lstrip("!") for at, item in enumerate(reading.items) if reading.code[at] == "P"}
    if any(item.word in _TONIGHT for item in reading.items):
        named.add("evening")
    named &= {"morning", "evening", "afternoon"}
    return named.pop() if len(named) == 1 else ""


def _candidates(reading: Reading, about_time: bool) -> Iterator[Span]:
    code, items = reading.code, reading.items
    at = 0
    while at < len(code):
        found = _at(reading, at, about_time)
        if found is None:
            at += 1
            continue
        value, first, after, score = found
        yield Span(value, items[first].start, items[after - 1].end, score)
        at = after


def _at(reading: Reading, at: int, about_time: bool) -> tuple[str, int, int, float] | None:
    """Value, first item, item after the last one and score of the time that begins here."""
    code = reading.code
    kind = code[at]
    if kind in "Bf":
        between = _between(reading, at)
        if between is not None:
            return between
    if kind in "AbfvqB":
        inner = at + 1
        while inner < len(code) and code[inner] in "q9v" and inner < at + 3:
            inner += 1
        if inner < len(code) and code[inner] == "P" and kind != "B":
            return _part(reading, at, inner)
        point = _point(reading, inner)
        if point is not None and kind != "B":
            minutes, after, sure = point
            strong = reading.items[at].word in _TIMELY
            if _holds(code, reading.items, at, after, sure, strong, about_time):
                span = _clocked(kind, _clock(minutes))
                first = at if kind in "Abf" else inner
                return span, first, after, 0.9 if sure == _SURE or strong else 0.7
        return None
    if kind == "P":
        return _part(reading, at, at)
    point = _point(reading, at)
    if point is None:
        return None
    minutes, after, sure = point
    if code[after - 1] == "h" and _may_be_a_length(reading, at, after, minutes):
        return None
    following = _point(reading, after + 1) if after < len(code) and code[after] in "-t" else None
    if following is not None and max(sure, following[2]) == _SURE and code[at] in "12dn":
        until, end, _ = following
        return f"{_clock(_agreed(minutes, until, reading.items[at]))}/{_clock(until)}", at, end, 0.9
    return (_clock(minutes), at, after, 1.0 if code[at] == "1" else 0.9) if sure == _SURE else None


def _agreed(begins: int, ends: int, item: Item) -> int:
    """In "9-17h" and "11-1" the first hour is not later than the second: "10 to 2"."""
    if begins > ends and begins - 720 >= 0 and begins - 720 < ends and item.kind != "1":
        return begins - 720
    return begins


def _between(reading: Reading, at: int) -> tuple[str, int, int, float] | None:
    code = reading.code
    one = _point(reading, at + 1)
    if one is None or one[1] >= len(code):
        return None
    joined = one[1]
    if code[joined] not in ("&ti-" if code[at] == "B" else "tb-"):
        return None
    other = _point(reading, joined + 1)
    if other is None or (other[1] < len(code) and code[other[1]] in "JKlYTMCczX%"):
        return None
    begins, ends = _agreed(one[0], other[0], reading.items[at + 1]), other[0]
    return f"{_clock(begins)}/{_clock(ends)}", at, other[1], 0.9


def _holds(code: str, items: tuple[Item, ...], at: int, after: int, sure: int, strong: bool, about_time: bool) -> bool:
    """Whether a point after a word like "at" is one, and not "в 5 раз" or "до 5 чайников"."""
    if sure == _SURE:
        return True
    following = code[after] if after < len(code) else "."
    if following in "JKlYTCczXMU%n/:":
        return False
    if following == "_" and not (strong or about_time or items[after].word in _COURTESY):
        return False
    hour_word = code[after - 1] in "or" or items[after - 1].word.endswith("ih")
    if items[at].word == "po" and following == "_" and not (about_time or hour_word or items[after].word in _COURTESY):
        return False  # "po 2 kosa"
    return strong or hour_word or about_time or (code[at] == "A" and following in _ENDS and items[at].word != "по")


def _part(reading: Reading, at: int, noun: int) -> tuple[str, int, int, float] | None:
    code, items = reading.code, reading.items
    value = str(items[noun].value)
    name = value.lstrip("!")
    before = items[at - 1] if at else None
    if before is not None and before.kind == "y":
        return None
    begins, ends = PARTS[name]
    if at != noun and code[at] in "Abf":
        if code[at] == "A":
            return f"{ends or begins}/" if name != "night" else "22:00/", at, noun + 1, 0.9
        return (f"/{begins}" if code[at] == "b" else f"{begins}/"), at, noun + 1, 0.8
    if not value.startswith("!") and at == noun:
        beside = before is not None and (before.kind in "9SRWwiMNL" or before.word in ("на", "в", "u", "v", "tomorrow", "this"))
        after = code[noun + 1] if noun + 1 < len(code) else "."
        if not beside or (after == "_" and before is not None and before.kind == "9"):
            return None
    return (f"{begins}/{ends}" if ends else begins), noun, noun + 1, 0.9 if value.startswith("!") else 0.8


def _point(reading: Reading, at: int) -> tuple[int, int, int] | None:
    """Minutes of the day, the item after it and how sure it is a time; None when no time can stand here."""
    code, items = reading.code, reading.items
    if at >= len(code):
        return None
    kind, item = code[at], items[at]
    if kind == "G":
        return _with_half(reading, _on_the_dial(int(item.value) * 60 - 30), at + 1, written=False)
    if kind in "FQe3nZ":
        share = _share(reading, at)
        if share is not None:
            return _with_half(reading, share[0], share[1], written=False)
    if kind == "1":
        return _with_half(reading, int(item.value), at + 1, written=item.word[0] == "0", sure=_SURE)
    if kind == "2":
        found = _with_half(reading, int(item.value), at + 1, written=item.word[0] == "0", sure=_LIKELY)
        return found if found[1] > at + 1 or item.word[-2:] in ("00", "15", "30", "45") else None
    spoken_on = at + 1 < len(code) and code[at + 1] == "_" and items[at + 1].word not in _COURTESY
    if (
        kind == "H"
        and at
        and ((item.word == "час" and code[at - 1] in "vAb") or (item.word == "часа" and code[at - 1] in "Ab" and not spoken_on))
    ):
        return _with_half(reading, 60, at + 1, written=False, sure=_LIKELY if code[at + 1 : at + 2] in ("J", "P", "") else _MAYBE)
    if kind in "dnor" and 0 <= int(item.value) <= 24 and (kind != "d" or len(item.word) <= 2):
        return _hour(reading, at)
    return None


def _hour(reading: Reading, at: int) -> tuple[int, int, int] | None:
    """The same for an hour by itself: "5", "5-й", "five thirty", "петої"."""
    code, items = reading.code, reading.items
    kind, item = code[at], items[at]
    hour, after = int(item.value), at + 1
    minutes = 0
    if kind == "d" and code[after : after + 1] == "x":
        if code[after + 1 : after + 2] not in ("H", "h"):
            return None  # "by the 15th"
        after += 1
    if kind == "d" and code[after : after + 1] == "." and code[after + 1 : after + 2] in ("&", "i", "H", "h"):
        after += 1  # "med 17. in 18. uro"
    if kind == "n" and code[after : after + 1] == "n" and int(items[after].value) in (10, 15, 20, 30, 40, 45, 50):
        minutes, after = int(items[after].value), after + 1
    return _with_half(reading, hour % 24 * 60 + minutes, after, written=item.word[0] == "0", sure=_MAYBE)


def _share(reading: Reading, at: int) -> tuple[int, int] | None:
    """Half, quarters and minutes to or past an hour: (minutes of the day, item after)."""
    code, items = reading.code, reading.items

    def hour(place: int) -> int | None:
        if place >= len(code) or code[place] not in "dnor":
            return None
        value = int(items[place].value)
        return value if 1 <= value <= 12 else None

    for pattern, rule in _SHARES:
        match = pattern.match(code, at)
        said = hour(match.end() - 1) if match else None
        if match is None or said is None:
            continue
        minutes = rule if rule is not None else int(items[at + (code[at] == "e")].value)
        if rule == _HALF:
            minutes = 30 if items[at].word == "half" else -30
        elif pattern is _TO:
            minutes = -minutes
        if rule is None and not 1 <= abs(minutes) <= 29:
            continue
        if items[at].kind == "n" and rule == -15 and int(items[at].value) != 3:
            continue
        return _on_the_dial(said * 60 + minutes), match.end()
    return None


_HALF_OF_DAY: Final = re.compile(r"i?9?P|m")
_HALF: Final = 999  # thirty past in English, thirty to in the others
_TO: Final = re.compile(r"enT?[dno]")
# The hour is the last item. Minutes to add to it; None: the number at the beginning says how many.
_SHARES: Final[tuple[tuple[re.Pattern[str], int | None], ...]] = (
    (re.compile(r"F[uv]?[dnor]"), _HALF),
    (re.compile(r"nQv[dnor]"), -15),  # "tri četrt na šest"
    (re.compile(r"eQ[dno]|ZQ[dnor]|Q[tb][dn]"), -15),
    (re.compile(r"Q[uI][dnor]"), 15),
    (re.compile(r"Qv?[nor]"), -45),  # "чверть на шосту", "četrt na šest": of the hour before
    (_TO, None),
    (re.compile(r"nT?u[dn]"), None),
    (re.compile(r"nI[dn]"), None),
)


def _with_half(reading: Reading, minutes: int, after: int, *, written: bool, sure: int = _SURE) -> tuple[int, int, int]:
    """With what follows the hour: "o'clock", "pm", "вечера", "in the evening". `written`: with a leading zero, taken as it is."""
    code, items = reading.code, reading.items
    following = code[after : after + 1]
    if following == "h" or (following == "H" and sure >= _LIKELY):
        after, sure = after + 1, _SURE
    elif following == "H":
        after += 1
    half = _HALF_OF_DAY.match(code, after)
    name = str(items[half.end() - 1].value).lstrip("!") if half else ""
    if half and name not in ("lunch", "noon") and minutes < 780:
        if name in _LATE or (name == "night" and minutes >= 540):
            minutes = minutes % 720 + (720 if name != "night" or minutes < 720 else 0)
        else:
            minutes %= 720
        return minutes, half.end(), _SURE
    if half and name not in ("lunch", "noon"):
        return minutes, half.end(), _SURE  # "17:00 in the evening"
    if code[after : after + 1] == "J" and items[after].word == "дня" and (code[after - 1] == "H" or code[max(0, after - 2)] in "vAb"):
        return minutes % 720 + 720, after + 1, _SURE  # "в 3 часа дня"
    hour = minutes // 60
    if not written and (hour in _AFTERNOON or hour in _EVENING):
        spoken_of = _half_spoken_of(reading)
        if spoken_of != "morning" if hour in _AFTERNOON else spoken_of == "evening":
            minutes += 720
    return minutes % 1440, after, sure


def _on_the_dial(minutes: int) -> int:
    """Between 1:00 and 12:59."""
    minutes %= 720
    return minutes if minutes >= 60 else minutes + 720


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _clocked(kind: str, clock: str) -> str:
    return f"{clock}/" if kind in "Af" else f"/{clock}" if kind == "b" else clock
