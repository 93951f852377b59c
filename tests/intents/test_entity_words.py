"""Whole families of words, each inside the sentences of its language: every weekday, month, hour, number, colour, ordinal and amount.

A test builds at least forty messages of its kind and language, and names every one that is misread. Today is Saturday, 21 November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from intents.entities import find_entities

TODAY = date(2026, 11, 21)
LANGUAGES = ("en", "ru", "uk", "sl")
Case = tuple[str, str]

AROUND = {
    "en": ("{}", "{} please", "Hi! {}?", "ok, {} then, thanks", "{}!!!"),
    "ru": ("{}", "{} пожалуйста", "Здравствуйте! {}?", "ну {} тогда, спасибо", "{}!!!"),
    "uk": ("{}", "{} будь ласка", "Вітаю! {}?", "ну {} тоді, дякую", "{}!!!"),
    "sl": ("{}", "{} prosim", "Pozdravljeni! {}?", "torej {}, hvala", "{}!!!"),
}
WEEKDAYS = {
    "en": "on monday|on tuesday|on wednesday|on thursday|on friday|on saturday|on sunday",
    "ru": "в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье",
    "uk": "у понеділок|у вівторок|у середу|у четвер|у п'ятницю|у суботу|у неділю",
    "sl": "v ponedeljek|v torek|v sredo|v četrtek|v petek|v soboto|v nedeljo",
}
TYPED_CARELESSLY = {
    "en": "mondey|tuesdya|wensday|thurday|fridey|saterday|sundey",
    "ru": "v ponedelnik|vo vtornik|v sredu|v chetverg|v pyatnicu|v subbotu|v voskresenie",
    "uk": "u ponedilok|u vivtorok|u seredu|u chetver|u pyatnytsyu|u subotu|u nedilyu",
    "sl": "v ponedelek|v torek|v sredo|v cetrtek|v petek|v soboto|v nedeljo",
}
MONTHS = {
    "en": "january february march april may june july august september october november december",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
}
AFTER = {
    "en": "after|one two three four five six seven eight nine ten eleven twelve",
    "ru": "после|часа двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати",
    "uk": "після|першої другої третьої четвертої п'ятої шостої сьомої восьмої дев'ятої десятої одинадцятої дванадцятої",
    "sl": "po|enih dveh treh štirih petih šestih sedmih osmih devetih desetih enajstih dvanajstih",
}
NUMBERS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "ru": "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать "
    "семнадцать восемнадцать девятнадцать двадцать",
    "uk": "два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять "
    "сімнадцять вісімнадцять дев'ятнадцять двадцять",
    "sl": "dva tri štiri pet šest sedem osem devet deset enajst dvanajst trinajst štirinajst petnajst šestnajst sedemnajst osemnajst "
    "devetnajst dvajset",
}
LAMPS = {"en": "lamps", "ru": "ламп", "uk": "ламп", "sl": "svetilk"}
COLOURS = {
    "en": "black white grey red blue green yellow orange pink purple brown beige gold silver",
    "ru": "чёрная белую серой красного синий зелёные жёлтую оранжевый розовой фиолетовых коричневая бежевый золотой серебряную",
    "uk": "чорна білу сірої червоного синій зелені жовту помаранчевий рожевої фіолетових коричнева бежевий золотий сріблясту",
    "sl": "črna belo sive rdečega moder zelene rumeno oranžna roza vijolične rjava bež zlata srebrno",
}
ORDINALS = {
    "en": "first second third fourth fifth last",
    "ru": "первый второй третий четвёртый пятый последний первую вторую третью последнюю",
    "uk": "перший другий третій четвертий п'ятий останній першу другу третю останню",
    "sl": "prvi drugi tretji četrti peti zadnji prvo drugo tretjo zadnjo",
}
ORDERS = {
    "en": "order {}|order no {}|order no. {}|order number {}|order #{}|my order is {}|№{}|#{}|parcel {}|order: {}",
    "ru": "заказ {}|заказ № {}|номер заказа {}|заказ номер {}|по заказу {}|№{}|#{}|посылка {}|zakaz {}|заказ: {}",
    "uk": "замовлення {}|замовлення № {}|номер замовлення {}|замовлення номер {}|по замовленню {}|№{}|#{}|посилка {}|zamovlennya {}",
    "sl": "naročilo {}|naročilo št. {}|številka naročila {}|narocilo st. {}|za naročilo {}|št. {}|#{}|paket {}|nar. {}|naročilo: {}",
}
MONEY = {
    "en": "{} euros|€{}|{} EUR|{}€|eur {}",
    "ru": "{} евро|€{}|{} EUR|{}€|{} евро.",
    "uk": "{} євро|€{}|{} EUR|{}€|{} євро.",
    "sl": "{} evrov|€{}|{} EUR|{}€|{} evr",
}
SIZED = {
    "en": "size {}|{} size|size: {}|in size {}",
    "ru": "размер {}|{} размер|размер: {}|размера {}",
    "uk": "розмір {}|{} розмір|розмір: {}|розміру {}",
    "sl": "velikost {}|{} velikost|velikost: {}|velikosti {}",
}


def weekdays(language: str) -> Iterator[Case]:
    for forms in (WEEKDAYS, TYPED_CARELESSLY):
        for number, form in enumerate(forms[language].split("|")):
            yield form, (TODAY + timedelta(days=(number - TODAY.weekday()) % 7 or 7)).isoformat()


def months(language: str) -> Iterator[Case]:
    for number, name in enumerate(MONTHS[language].split(), 1):
        near = min((date(year, number, 5) for year in (2025, 2026, 2027)), key=lambda day: abs(day - TODAY))
        yield f"5. {name}" if language == "sl" else f"5 {name}", near.isoformat()
        yield f"5. {name} 2026" if language == "sl" else f"5 {name} 2026", date(2026, number, 5).isoformat()


def hours(language: str) -> Iterator[Case]:
    after, _, forms = AFTER[language].partition("|")
    for number, form in enumerate(forms.split(), 1):
        clock = f"{number + 12 if number <= 7 else number:02d}:00/"
        yield f"{after} {form}", clock
        yield f"{after} {number}:00", clock
        yield f"{after} {number}", clock


def numbers(language: str) -> Iterator[Case]:
    for number, word in enumerate(NUMBERS[language].split(), 2):
        yield f"{word} {LAMPS[language]}", str(number)
        yield f"{number} {LAMPS[language]}", str(number)


def colours(language: str) -> Iterator[Case]:
    yield from zip(COLOURS[language].split(), COLOURS["en"].split(), strict=True)


def ordinals(language: str) -> Iterator[Case]:
    values = ("1", "2", "3", "4", "5", "-1", "1", "2", "3", "-1")
    for word, value in zip(ORDINALS[language].split(), values, strict=False):
        yield (f"the {word} one" if language == "en" else word), value
    yield "#2", "2"
    yield "№ 3", "3"
    yield from (("2nd", "2"), ("3rd", "3")) if language == "en" else ()


def orders(language: str) -> Iterator[Case]:
    for form in ORDERS[language].split("|"):
        for typed in ("1002", "20318", "１００２", "SO-1002"):
            yield form.format(typed), "20318" if typed == "20318" else "1002"


def money(language: str) -> Iterator[Case]:
    for form in MONEY[language].split("|"):
        for typed, value in (("5", "5.00"), ("39,90", "39.90"), ("1 299", "1299.00"), ("1.299,50", "1299.50")):
            yield form.format(typed), f"{value} EUR"


def sizes(language: str) -> Iterator[Case]:
    for form in SIZED[language].split("|"):
        for typed in ("S", "M", "L", "XL", "XXL", "3XL", "42", "44", "42.5"):
            yield form.format(typed), typed


KINDS = {
    "date": (weekdays, months),
    "time": (hours,),
    "quantity": (numbers,),
    "colour": (colours,),
    "ordinal": (ordinals,),
    "order_number": (orders,),
    "amount": (money,),
    "size": (sizes,),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_a_kind_is_found_in_every_sentence(kind: str, language: str) -> None:
    cases = [(around.format(said), value) for make in KINDS[kind] for said, value in make(language) for around in AROUND[language]]
    assert len(cases) >= 40
    misread = [
        (text, value, got)
        for text, value in cases
        if (got := [e.value for e in find_entities(text, now=TODAY, language=language) if e.kind == kind]) != [value]
    ]
    assert misread == []
