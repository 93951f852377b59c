"""Colours, sizes, currencies and what an order is called, in four languages. Tables only; the senses are in `word_senses.py`.

A colour's value is its English name. Slavic adjectives are a stem with every ending; stems that are also other words get their forms
one by one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from intents.entities.found import word_set

Table = tuple[tuple[tuple[str, int | str], Collection[str]], ...]

_RU: Final = word_set("ый ий ой ая яя ое ее ую юю ого его ому ему ым им ом ем ой ей ые ие ых их ыми ими енький енькая енькую")
_UK: Final = word_set("ий ій а я е є у ю ого ього ому ьому ої ьої ій ою і ї их іх им ім ими іми")
_SL: Final = word_set("i a o e ega emu em im ih imi") | {""}

_COLOURS: Final = {
    "black": "black|черн чорн|crn|crna",
    "white": "white|бел біл|bel|",
    "grey": "grey gray|сер сір|siv|",
    "red": "red|красн червон|rdec|",
    "blue": "blue|син|modr|moder plav plava plavo",
    "light blue": "cyan|голуб блакитн|sinj|",
    "green": "green|зелен|zelen|",
    "yellow": "yellow|желт жовт|rumen|",
    "orange": "orange|оранжев помаранчев|oranzn|oranzen",
    "pink": "pink|розов рожев||roza rozнat roznat roznata",
    "purple": "purple violet lilac|фиолетов фіолетов сиренев бузков лилов|vijolicn|vijolicen vijola lila",
    "brown": "brown|коричнев шоколадн|rjav|",
    "beige": "beige|бежев|bez|",
    "gold": "gold golden|золот золотист|zlat|",
    "silver": "silver|серебрян серебрист сріблист срібн|srebrn|srebrna srebren",
    "turquoise": "turquoise teal|бирюзов бірюзов|turkizn|turkizen",
    "navy": "navy||mornarsk|",
    "burgundy": "burgundy maroon|бордов вишнев||bordo бордо bordojska",
    "khaki": "khaki|||хаки хакі kaki",
    "cream": "creamy|кремов|kremn|kremast kremasta kremasto",
    "mint": "minty|мятн м'ятн|metin|",
    "olive": "|оливков|olivn|",
    "coral": "|коралов кораллов|koraln|",
    "mustard": "|горчичн гірчичн|gorcicn|",
    "ivory": "ivory|||slonokoscena айвори",
    "graphite": "graphite anthracite|графитов графітов|grafitn|antracit antracitna антрацит",
    "transparent": "transparent|прозрачн прозор|prozorn|prozoren prosojna",
    "multicolour": "multicolour multicolor colourful colorful|разноцветн різнокольоров|pisan|vecbarvna",
}
# Forms that are another word: "сер" of "серый" would make a name, "sin", "beli" a verb, "zlata" a name of a person.
_NOT_COLOURS: Final = word_set("серу сера сере сері бела беле желта черна красна сина сини сина голуба pisane")

CURRENCIES: Final = {
    "EUR": "€ eur euro euros evro evr evra evri evrov evrih evroma eura eurov euri евро евр євро jurckov еврів",
    "USD": "$ usd dollar dollars bucks buck доллар доллара долларов доллары долар долара доларів долари баксов бакс dolar dolarjev dolarja "
    "dolarji баксів",
    "GBP": "£ gbp pound pounds quid фунт фунтов фунта фунтів funt funtov",
    "UAH": "₴ uah грн гривен гривень гривна гривны гривні гривня гривню hrn hryvnia hryvnias grn griven hrivnij hrivenj",
    "RUB": "₽ rub rubles roubles руб рубль рубля рублей рублів рублі rubljev rubley rublei",
}
_SIZE_LETTERS: Final = {
    "XS": "xs", "S": "эска еска эску еску эс", "M": "эмка емка эмку емку эм", "L": "элька елька эльку ельку эль ель",
    "XL": "xl хл хль иксэль ікселька іксель",
    "XXL": "xxl ххл", "XXS": "xxs", "3XL": "xxxl хххл",
}  # fmt: skip
_SIZE_WORDS: Final = (
    "size sizes sized sz размер размера размере размеру размеры розмір розміру розмірі розміром розміри velikost velikosti velikostjo "
    "razmer rozmir"
)
_ORDERS: Final = (
    "order orders parcel package invoice заказ заказа заказу заказом заказе заказы замовлення замовленню замовленням посылка посылку "
    "посылки "
    "посилка посилку посилки naročilo narocilo narocila narocilu narocilom paket paketa posiljka posiljko zakaz zamovlennya номер nomer "
    "number "
    "stevilka stevilko"
)


def _colours() -> Table:
    found: list[tuple[tuple[str, int | str], Collection[str]]] = []
    for name, listed in _COLOURS.items():
        english, cyrillic, slovenian, others = listed.split("|")
        words = [*english.split(), *others.split()]
        words += [stem + ending for stem in cyrillic.split() for ending in (*_RU, *_UK)]
        words += [stem + ending for stem in slovenian.split() for ending in _SL]
        found.append((("c", name), [word for word in words if word not in _NOT_COLOURS and len(word) > 2]))
    return tuple(found)


THINGS: Final[Table] = (
    *_colours(),
    (("s", "dark"), word_set("dark темно темный темная темную темно-темно темний temno temen temna temni")),
    (("s", "light"), word_set("light pale светло светлый светлую світло світлий ясно svetlo svetel svetla бледно блідо")),
    *((("C", code), words.split()) for code, words in CURRENCIES.items()),
    *((("V", size), words.split()) for size, words in _SIZE_LETTERS.items()),
    (("U", ""), _SIZE_WORDS.split()),
    (("O", ""), _ORDERS.split()),
)
