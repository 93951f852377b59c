"""Words of days, clocks and the small words between them, in four languages. Tables only; the senses are in `word_senses.py`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from intents.entities.found import word_set

Table = tuple[tuple[tuple[str, int | str], Collection[str]], ...]


def _table(kind: str, listed: dict[int, str] | dict[str, str]) -> Table:
    return tuple(((kind, value), words.split()) for value, words in listed.items())


_WEEKDAYS: Final = {
    0: "monday mondey понедельник понедельника понедельнику понедельником понеделник понеділок понеділка понеділку ponedeljek ponedeljka "
    "ponedeljku ponedeljkom ponedelek",
    1: "tuesday tues вторник вторника вторнику вівторок вівторка вівторку торек torek torka torku torkom",
    2: "wednesday wensday среда среду среды среде средой середа середу середи середі середою sreda sredo srede",
    3: "thursday thurs четверг четверга четвергу четвер четвера четвергом cetrtek cetrtka cetrtku cetrtkom",
    4: "friday пятница пятницу пятницы пятнице пятницей п'ятниця п'ятницю п'ятниці п'ятницею пятниця пятницю пятниці petek petka petku "
    "petkom",
    5: "saturday суббота субботу субботы субботе субботой субота суботу суботи суботі суботою sobota soboto sobote soboti",
    6: "sunday воскресенье воскресенья воскресенью воскресение воскресеньем неділя неділю неділі неділею nedelja nedeljo nedelje nedelji",
}
# "sat", "mon" (my), "sun", "пт": only after a word like "on", "next", "в".
_SHORT_WEEKDAYS: Final = {
    0: "mon пн pon", 1: "tue вт", 2: "wed ср sre", 3: "thu чт cet", 4: "fri пт", 5: "sat сб sob", 6: "sun вс нд ned",
}  # fmt: skip
_MONTHS: Final = {
    1: "january jan январь января январе янв січень січня січні січ januar januarja januarju januarjem",
    2: "february feb февраль февраля феврале фев лютий лютого лютому februar februarja februarju",
    3: "march mar март марта марте мар березень березня березні marec marca marcu",
    4: "april apr апрель апреля апреле апр квітень квітня квітні aprila aprilu",
    5: "may май мая мае травень травня травні maj maja maju",
    6: "june jun июнь июня июне июн червень червня червні junij junija juniju",
    7: "july jul июль июля июле июл липень липня липні julij julija juliju",
    8: "august aug август августа августе авг серпень серпня серпні avgust avgusta avgustu avg",
    9: "september sept sep сентябрь сентября сентябре сен сент вересень вересня вересні septembra septembru",
    10: "october oct октябрь октября октябре окт жовтень жовтня жовтні oktober oktobra oktobru okt",
    11: "november nov ноябрь ноября ноябре ноя листопад листопада листопаді novembra novembru",
    12: "december dec декабрь декабря декабре дек грудень грудня грудні decembra decembru",
}
_RELATIVE: Final = {
    -2: "позавчера позавчора predvcerajsnjim predvcerajsnji pozavchera pozavchora",
    -1: "yesterday yday вчера вчора учора вчерашний вчерашнего вчорашній vceraj vchera vchora",
    0: "today tonight todays today's сегодня сегодняшний сегодняшнего седня сьогодні сьодні сегодні danes nocoj segodnya sogodni danasnji",
    1: "tomorrow tomorrow's tmrw tmr tmrrw завтра завтрашний завтрашнего завтрашній jutri jutrisnji zavtra",
    2: "overmorrow послезавтра післязавтра pojutrisnjem poslezavtra pislyazavtra",
}
_UNITS: Final = {
    "J": "day days день дня дней дні днів днях dan dni dneva dneh dnevi dnem dnevoma дн",
    "K": "week weeks wk wks неделя неделю недели недель неделе тиждень тижня тижні тижнів тижнях teden tedna tedne tedni tednov "
    "tednu tednom "
    "tednoma tednih",
    "l": "month months месяц месяца месяцев месяце місяць місяця місяці місяців mesec meseca mesece mesecev mesecu mesecem mesecema "
    "mesecih",
    "Y": "year years год года лет году рік року років роки leto leti let leta letom letoma",
    "H": "hour hours hrs hr час часа часов година години годин годину ura uri ur ure uro urah ч",
    "T": "minute minutes min mins минута минуты минут минуту мин хвилина хвилин хвилини хвилину хв minut minuta minute minuto minutah",
    "h": "o'clock oclock ч год годині h",
}
_SMALL: Final = {
    "i": "in",
    "I": "через cez cherez",
    "Z": "за za",
    "g": "ago назад тому nazaj nazad",
    "p": "pred",
    "S": "this эту этот эта этой это этом этого цей ця цю цієї цього ta tega tem",
    "j": "of",
    "9": "the",
    "A": "after после після опісля posle pislya po",
    "b": "before until untill till til by до к ко раньше раніше do",
    "f": "from since с со з із зі від от od",
    "t": "to по",
    "B": "between між между med mezhdu",
    "v": "at @ on в во у на о об ob v vo na",
    "q": "around about approximately approx roughly near около примерно приблизно близько орієнтовно ориентировочно okoli okrog priblizno "
    "nekje",
    "&": "and и і та й ter &",
    "u": "past",
    "e": "без",
    "F": "half пол пів половина половине половину половині pol",
    "Q": "quarter четверть четверти чверть чверті cetrt",
    "y": "good доброе добрый доброго добрий добра доброї доброй dobro dober dobra dobry dobryj dobroe спокойной спокійної надобраніч lahko",
}
_NEXT: Final = (
    "next coming upcoming следующий следующая следующую следующей следующего следующее следующем след ближайший ближайшую ближайшее "
    "ближайшей "
    "будущей будущую наступний наступна наступну наступної наступного наступному найближчий найближчу найближчої "
    "naslednji naslednja naslednjo naslednje naslednjega naslednjem naslednjo prihodnji prihodnjo prihodnje prihodnjega prihodnja "
    "prihodnjem"
)
_LAST: Final = (
    "previous прошлый прошлая прошлую прошлой прошлого прошлое прошлом минувший минувшую минулий минула минулу минулої минулого минулому "
    "попередній попередню попередньої prejsnji prejsnja prejsnjo prejsnjega prejsnje prejsnjem pretekli preteklo pretekle preteklega "
    "preteklem minuli minulo minulega"
)
# The part of the day; with "!" the word by itself says when, without it only beside another word of time.
_PARTS: Final = {
    "morning": "morning mornings утро ранок jutro jutru",
    "!morning": "утром утра утречком вранці зранку ранку уранці зранку zjutraj dopoldne dopoldan dopoldneva utrom vranci zranku uranci",
    "!noon": "noon midday полдень полдня опівдні полудень opoldne poldne poldnevom poldneva",
    "lunch": "lunch lunchtime обед обеда обідня обід обіду обіді обеду обедом обідом kosilo kosilu kosilom",
    "afternoon": "afternoon arvo",
    "!afternoon": "днем пополудні вдень пополудні popoldne popoldan popoldneva",
    "evening": "evening eve вечер вечір вечеру вечору",
    "!evening": "вечером вечера ввечері увечері вечора вечорі вечерком zvecer vecera vecerom vvecheri uvecheri",
    "night": "night ночь ніч noc",
    "!night": "ночью ночи вночі уночі ночі ponoci nocjo nochyu vnochi",
    "!midnight": "midnight полночь північ опівночі polnoc polnoci polnoch",
}
_HALF_TO: Final = {
    1: "полпервого полпервова", 2: "полвторого", 3: "полтретьего", 4: "полчетвертого", 5: "полпятого", 6: "полшестого",
    7: "полседьмого", 8: "полвосьмого", 9: "полдевятого", 10: "полдесятого", 11: "полодиннадцатого", 12: "полдвенадцатого",
}  # fmt: skip

CALENDAR: Final[Table] = (
    *_table("W", _WEEKDAYS),
    *_table("w", _SHORT_WEEKDAYS),
    *_table("M", _MONTHS),
    *_table("R", _RELATIVE),
    *(((kind, kind), words.split()) for kind, words in _UNITS.items()),
    *(((kind, ""), words.split()) for kind, words in _SMALL.items()),
    (("N", ""), _NEXT.split()),
    (("L", ""), _LAST.split()),
    (("L", -1), word_set("last последний последняя последнюю последнее последней последнего последних останній остання "
     "останню останнє останнього "
     "останньої zadnji zadnja zadnjo zadnjega zadnje zadnjo zadnjem")),
    (("E", ""), word_set("end конец конца конце концу кінець кінця кінці кінцю konec konca koncu koncem")),
    (("k", ""), word_set("weekend weekends выходные выходных вихідні вихідних vikend vikenda vikendu vikendom")),
    (("m", "am"), ["am", "a.m"]),
    (("m", "pm"), ["pm", "p.m"]),
    *_table("P", _PARTS),
    *_table("G", _HALF_TO),
)  # fmt: skip
