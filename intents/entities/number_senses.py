"""Numbers in words, ordinals, dozens and what pieces are called, in four languages. Tables only; the senses are in `word_senses.py`."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain
from typing import Final

from intents.entities.found import word_set

Table = tuple[tuple[tuple[str, int | str], Collection[str]], ...]

_NUMBERS: Final = {
    0: "zero nought null ноль нуль нол ноля нуля nula nic",
    1: "one single один одна одно одну одного одной одне однієї ena en eno enega eni enih enim odin odna odnu odne",
    2: "two два две двух двое двум дві двох двоє двома dva dve dveh dvema dvoje dvi dvuh",
    3: "three три трех трое трем трьох троє трьома tri treh tremi trem trije troje",
    4: "four четыре четырех четверо чотири чотирьох чотирма stiri stirje stirih stirimi chetyre chotyry",
    5: "five пять пяти пятью пятеро п'ять п'яти п'ятьох pet petih petimi",
    6: "six шесть шести шестью шестеро шість шістьох sest sestih sestimi shesti",
    7: "seven семь семи семью семеро сім сімох sedem sedmih sedmimi",
    8: "eight восемь восьми вісім вісьмох osem osmih osmimi",
    9: "nine девять девяти дев'ять дев'яти девьять devet devetih devetimi",
    10: "ten десять десяти десятеро deset desetih desetimi",
    11: "eleven одиннадцать одиннадцати одинадцять одинадцяти enajst enajstih",
    12: "twelve двенадцать двенадцати дванадцять дванадцяти dvanajst dvanajstih",
    13: "thirteen тринадцать тринадцати тринадцять тринадцяти trinajst trinajstih",
    14: "fourteen четырнадцать четырнадцати чотирнадцять чотирнадцяти stirinajst stirinajstih",
    15: "fifteen пятнадцать пятнадцати п'ятнадцять п'ятнадцяти petnajst petnajstih",
    16: "sixteen шестнадцать шестнадцати шістнадцять шістнадцяти sestnajst sestnajstih",
    17: "seventeen семнадцать семнадцати сімнадцять сімнадцяти sedemnajst sedemnajstih",
    18: "eighteen восемнадцать восемнадцати вісімнадцять вісімнадцяти osemnajst osemnajstih",
    19: "nineteen девятнадцать девятнадцати дев'ятнадцять дев'ятнадцяти devetnajst devetnajstih",
    20: "twenty двадцать двадцати двадцять двадцяти dvajset dvajsetih",
    30: "thirty тридцать тридцати тридцять тридцяти trideset tridesetih",
    40: "forty fourty сорок сорока stirideset stiridesetih",
    50: "fifty пятьдесят пятидесяти п'ятдесят п'ятдесяти пятдесят petdeset petdesetih",
    60: "sixty шестьдесят шестидесяти шістдесят шістдесяти sestdeset sestdesetih",
    70: "seventy семьдесят семидесяти сімдесят сімдесяти sedemdeset sedemdesetih",
    80: "eighty восемьдесят восьмидесяти вісімдесят вісімдесяти osemdeset osemdesetih",
    90: "ninety девяносто девяноста дев'яносто девяности devetdeset devetdesetih",
    100: "hundred сто ста сотня сотню сотні сотни sto stotih stotak",
    200: "двести двухсот двісті двохсот dvesto",
    300: "триста трехсот трьохсот tristo",
    400: "четыреста чотириста stiristo",
    500: "пятьсот п'ятсот пятсот petsto",
    600: "шестьсот шістсот seststo",
    700: "семьсот сімсот sedemsto",
    800: "восемьсот вісімсот osemsto",
    900: "девятьсот дев'ятсот devetsto",
    1000: "thousand тысяча тысячи тысяч тысячу тыщ тыс тисяча тисячі тисяч тисячу тис tisoc",
}
_SL_UNITS: Final = {1: "ena", 2: "dva", 3: "tri", 4: "stiri", 5: "pet", 6: "sest", 7: "sedem", 8: "osem", 9: "devet"}
_SL_TENS: Final = {20: "dvajset", 30: "trideset", 40: "stirideset", 50: "petdeset", 60: "sestdeset", 70: "sedemdeset", 80: "osemdeset",
                   90: "devetdeset"}  # fmt: skip

# Stems of "first" to "twelfth" with the endings a Slavic adjective takes.
_ORDINAL_STEMS: Final = {
    1: "перв перш prv", 2: "втор", 3: "трет третьь tretj", 4: "четверт четверт cetrt", 5: "пят п'ят pet", 6: "шест шост sest",
    7: "седьм сьом sedm", 8: "восьм osm", 9: "девят дев'ят devet", 10: "десят deset", 11: "одиннадцат одинадцят enajst",
    12: "двенадцат дванадцят dvanajst",
}  # fmt: skip
_RU: Final = word_set("ый ий ой ая яя ое ее ую юю ого его ому ему ым им ом ем ой ей ые ых")
_UK: Final = word_set("ий ій а я е є у ю ого ому ої ій ою і їх их")
_SL: Final = word_set("i a o e ega emu em im ih")
_THIRD: Final = "третий третья третье третью третьего третьему третьей третій третя третє третю третього третьої"
_FIRST_TO_LAST_EN: Final = {
    1: "first 1st firstly", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth",
    10: "tenth",
    11: "eleventh", 12: "twelfth",
}  # fmt: skip
# Ukrainian and Slovenian "second"; the other cases are "of the other" in Russian, or "a friend".
_SECOND: Final = "другий друга другу друге другій другої drugi druga drugo drugega drugem"
_ORDINAL_UPPER: Final = {
    1: "верхний верхняя верхнюю верхнее верхній верхня верхню верхнє zgornji zgornja zgornjo zgornjega",
    -1: "нижний нижняя нижнюю нижнее нижній нижня нижню нижнє spodnji spodnja spodnjo spodnjega",
}
# Cases of twelve ordinals that are also forms of the number: "ob petih", "po šesti" are hours.
_NOT_ORDINALS: Final = word_set("pet petih sest sestih devet devetih deset desetih osmih sedmih пята шестом")


def _ordinals() -> Table:
    found: list[tuple[tuple[str, int | str], Collection[str]]] = []
    for number, stems in _ORDINAL_STEMS.items():
        words: list[str] = []
        for stem in stems.split():
            endings = _SL if stem.isascii() else (*_RU, *_UK)
            words += [stem + ending for ending in endings if stem + ending not in _NOT_ORDINALS]
        found.append((("o", number), words))
    found += [(("o", number), words.split()) for number, words in chain(_FIRST_TO_LAST_EN.items(), _ORDINAL_UPPER.items())]
    found += [(("o", 3), _THIRD.split()), (("o", 2), _SECOND.split()), (("r", 2), word_set("другого другому"))]
    return tuple(found)


NUMBERS_SAID: Final[Table] = (
    *((("n", number), words.split()) for number, words in _NUMBERS.items()),
    *((("n", ten + one), [f"{unit}in{word}"]) for ten, word in _SL_TENS.items() for one, unit in _SL_UNITS.items()),
    *_ordinals(),
    (("a", 1), ["a", "an"]),
    (("x", ""), word_set("st nd rd th го ого ое ое й ий ый я ая е ти ма х ух ех oga ega emu")),
    (("D", 12), word_set("dozen дюжина дюжину дюжины дюжин тузінь ducat ducata ducatov")),
    (("D", 10), word_set("десяток десятка десятков")),
    (("D", 2), word_set("couple pair пара пару пари пары пар par para parov pairs парочку парочка")),
    (("n", 2), word_set("both обе оба обоих обеих обидва обидві обох oba obe obeh obema")),
    (("z", ""), word_set("pcs pc piece pieces units unit items шт штук штуки штука штуку штучки кос kos kosa kosi kosov kose kom "
     "komad komada "
     "komadov komadi штукі sht shtuk shtuki")),
    (("X", ""), word_set("x х × ✕ ✖")),
)  # fmt: skip
