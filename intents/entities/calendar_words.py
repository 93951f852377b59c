"""Months, weekdays, relative days and units of time as people type them in four languages. Tables only.

Stems are matched at the start of a word, longest first, so that all cases of the Slavic languages are met.
Neighbours: `dates.py` reads them.
"""

from __future__ import annotations

from typing import Final

MONTH_STEMS: Final[dict[str, int]] = {
    stem: number
    for number, stems in {
        1: "jan янв січ",
        2: "feb фев лют",
        3: "mar март берез",
        4: "apr апр квіт",
        5: "may maj май мая мае маю трав",
        6: "jun июн черв",
        7: "jul июл лип",
        8: "aug avg авг серп",
        9: "sep сен верес",
        10: "oct okt окт жовт",
        11: "nov ноя листоп",
        12: "dec дек груд",
    }.items()
    for stem in stems.split()
}

# Whole words only: stems would make "marka", "sent" or "maybe" a month.
MONTH_PATTERN: Final = (
    r"(?:jan(?:uar(?:y|ja|jem|ju)?)?|feb(?:ruar(?:y|ja|jem|ju)?)?|mar(?:ch|ec|ca|cem|cu)?|apr(?:il(?:a|om|u)?)?|may|"
    r"maj(?:a|em|u)?|"
    r"jun(?:e|ij(?:a|em|u)?)?|jul(?:y|ij(?:a|em|u)?)?|aug(?:ust)?|avg(?:ust(?:a|om|u)?)?|sept?(?:ember|embra|embrom|"
    r"embru)?|"
    r"o[ck]t(?:ober|obra|obrom|obru)?|nov(?:ember|embra|embrom|embru)?|dec(?:ember|embra|embrom|embru)?|"
    r"янв(?:ар[ьяеёю]\w*)?|фев(?:рал[ьяею]\w*)?|март[ае]?|апр(?:ел[ьяею]\w*)?|ма[йяею]|июн[ьяею]?|июл[ьяею]?|"
    r"авг(?:уст[ае]?)?|"
    r"сен(?:т(?:ябр[ьяею]\w*)?)?|окт(?:ябр[ьяею]\w*)?|ноя(?:бр[ьяею]\w*)?|дек(?:абр[ьяею]\w*)?|"
    r"січ(?:ень|н[яіюе]\w*)|лют(?:ий|ого|ому)|берез(?:ень|н[яіюе])|квіт(?:ень|н[яіюе])|трав(?:ень|н[яіюе])|черв(?:ень|"
    r"н[яіюе])|"
    r"лип(?:ень|н[яіюе])|серп(?:ень|н[яіюе])|верес(?:ень|н[яіюе])|жовт(?:ень|н[яіюе])|листопад[аіу]?|груд(?:ень|"
    r"н[яіюе]))"
)

# 0 is Monday, as in datetime.date.weekday().
WEEKDAY_STEMS: Final[dict[str, int]] = {
    stem: number
    for number, stems in {
        0: "monday mon понедельник понеділ понедел пн poned",
        1: "tuesday tue вторник вівтор вт tor",
        2: "wednesday wed сред серед ср sred",
        3: "thursday thu четверг четвер чт četrt cetrt",
        4: "friday fri пятниц п'ятниц пт pet",
        5: "saturday sat суббот субот сб sobot",
        6: "sunday sun воскресен неділ недел вс нд nedelj",
    }.items()
    for stem in stems.split()
}

WEEKDAY_PATTERN: Final = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"понедельник\w{0,2}|понеділ\w{2,4}|вторник\w{0,2}|вівтор\w{2,4}|сред[ауыеой]{1,2}|серед[аиуіою]{1,2}|"
    r"четверг\w{0,2}|четвер\w{0,2}|"
    r"пятниц\w{1,2}|п'ятниц\w{1,2}|суббот\w{1,2}|субот\w{1,2}|воскресен\w{2,3}|неділ[яіюею]{1,2}|"
    r"ponedelj\w{1,4}|torek|tork\w{1,2}|sred[aoie]|[čc]etrt(?:ek|k\w{1,2})|pet(?:ek|k\w{1,2})|sobot[aoie]|nedelj[aoie])"
)
# These also mean something else ("sat", "mon" for "my", "sun"), so they need a preposition or a modifier before them.
AMBIGUOUS_WEEKDAYS: Final = frozenset({"mon", "sat", "sun", "wed", "tue", "fri", "thu"})

# Days from today. Two words are written with a blank.
RELATIVE_DAYS: Final[dict[str, int]] = {
    word: days
    for days, words in {
        -2: ("day before yesterday", "позавчера", "позавчора", "predvčerajšnjim", "predvcerajsnjim", "pozavchera"),
        -1: ("yesterday", "вчера", "вчора", "учора", "včeraj", "vceraj", "vchera", "vchora"),
        0: (
            "today", "tonight", "сегодня", "сёдня", "седня", "сьогодні", "сегодняшнего", "danes", "nocoj", "segodnya", "segodnia",
            "sogodni", "sьogodni", "this morning", "this evening", "this afternoon",
        ),
        1: ("tomorrow", "tmrw", "tmr", "tommorow", "tomorow", "tommorrow", "завтра", "jutri", "zavtra", "завтрашний"),
        2: ("day after tomorrow", "послезавтра", "післязавтра", "pojutrišnjem", "pojutrisnjem", "poslezavtra"),
    }.items()
    for word in words
}  # fmt: skip

DAY: Final = "day"
WEEK: Final = "week"
MONTH: Final = "month"
UNIT_PATTERN: Final = (
    r"(?:(?P<day>days?|дн(?:ей|я|і|ів|ів)|день|дня|dni|dneva?|dneh|dnevi|dnevih|dan|dnem)|"
    r"(?P<week>weeks?|wks?|недел[юиья]|недель|тиж(?:день|ні|нів)|teden|tedn(?:a|i|ov|om|ih|oma)|tednu)|"
    r"(?P<month>months?|месяц(?:а|ев)?|місяц(?:ь|і|ів)|mesec(?:a|e|i|ev|em|ema|ih)?))"
)

NEXT: Final = r"(?:next|coming|следующ\w+|ближайш\w+|будущ\w+|наступн\w+|найближч\w+|naslednj\w+|prihodnj\w+|drug[aiuo]\w?)"
LAST: Final = r"(?:last|past|previous|прошл\w+|минувш\w+|прошедш\w+|минул\w+|попередн\w+|prej[šs]nj\w+|pretekl\w+|zadnj\w+|minul\w+)"
THIS: Final = r"(?:this|эт[уоа]\w?\w?|ц[юеія]\w?\w?|ta|to|tega)"
ON: Final = r"(?:on|by|until|till|since|from|before|after|в|во|у|до|к|с|со|з|на|від|v|do|za|od|ob|na)"
