"""Which language somebody asks to be answered in: "po-russki pozhaluysta", "na ruskom", "eng", "let's speak English".

By rule, because it must never be guessed: a message counts when it names one of the four and says nothing else but what such a request is
made of. Names come in all four languages, in Cyrillic and in Latin letters. Neighbours: `folding.py` makes spellings one;
`bot/decide.py` asks.
"""

from __future__ import annotations

import re
from typing import Final

from intents.folding import clean, fold_word

_NAMES: Final = re.compile(
    r"(?P<en>(?:po)?(?:anglisk|anglishk|angleshk|anglesk|anglesc|angliis|angliisk|angliysk|angliski|anglijs|english|inglish|englis|anglei|"
    r"angleshc)\w*)|"
    r"(?P<ru>(?:po)?(?:russk|rusk|rossiisk|rosiisk|rossisk|rosisk|rusan|rushcin|rushin|ruschin|ruscin)\w*)|"
    r"(?P<uk>(?:po)?(?:ukrain|ukrayin|ukrajin|ukr[ai]in)\w*)|"
    r"(?P<sl>(?:po)?(?:sloven)\w*)"
)
_SHORT: Final = {
    "eng": "en", "angl": "en", "anglo": "en", "engl": "en", "rus": "ru", "ru": "ru", "rusko": "ru", "ua": "uk", "ukr": "uk",
    "slo": "sl", "slov": "sl", "svn": "sl",
}  # fmt: skip
_ONLY_ALONE: Final = frozenset({"ru", "ua"})  # of two letters: a message of its own, or with "please"
_NOT_A_LANGUAGE: Final = re.compile(r"sloveni?[aiou](?:i|m)?|ukrain(?:[aieu]|o[iuim])")  # countries
_ASKING_WORDS: Final = (
    "please pls plz in on to let's lets us we you i me my with can could may do does would want prefer like need rather speak talk "
    "write chat answer reply respond continue switch change set use have is it possible ok hi hello hey sorry language the only "
    "now instead anybody someone understand don't well just if по на в можно можна давайте давай говорите говори говорить говоришь "
    "пишите пиши отвечайте ответьте отвечай перейдите перейди перейдем переключи переключите переключись смени смените сменить "
    "поменяйте поменять язык языке языком языка пожалуйста плиз хочу хотел хотела бы мне вы ты мы со мной а и или ли лучше только "
    "общаться разговаривать разговариваете писать привет здравствуйте добрый день умеете понимаете есть извините удобнее поговорим "
    "продолжим могли могли-бы можете вас чи можемо говоріть розмовляєте розмовляйте розмовляти розмовляєш пишіть відповідайте "
    "відповідай перейдіть перейдемо перемкни перемкніть зміни змініть змінити мову мовою мова мови будь ласка хотів хотіла би мені "
    "ви ти ми зі мною краще лише тільки спілкуватися спілкуватись писати привіт вітаю добрий вмієте розумієте вибачте зручніше "
    "поговорімо продовжимо po na v a ali lahko bi prosim prosm govorite govoriš govorimo govori govorit pišite piši odgovarjajte "
    "odgovori odgovorite preklopi preklopite preklop spremeni spremenite zamenjaj zamenjajte jezik jeziku jezika rad rada raje "
    "želim hočem jaz vi ti mi se z mano samo dajmo pogovor pogovarjajmo klepet zdravo živjo dober dan znate razumete oprostite kar "
    "raj bo bomo je mozhno mojno davaite davayte pishite otvechaite pozhaluysta pozhaluista pojaluista yazik yazyk yazyke hochu "
    "luchshe bud laska budlaska mozhna hovorit pyshit movoyu movu"
)
_ASKING: Final = frozenset(map(fold_word, _ASKING_WORDS.split()))
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MOST_WORDS: Final = 9


def language_named(text: str) -> str | None:
    """The one of the four languages that is named in a text, wherever it stands; None when none or several are."""
    found = {language for word in _words(text) if (language := _named(word))}
    return found.pop() if len(found) == 1 else None


def asked_language(text: str) -> str | None:
    """The language a message asks for, when it does nothing else."""
    words = _words(text)
    if not words or len(words) > _MOST_WORDS:
        return None
    rest = [word for word in words if not _named(word)]
    named = language_named(text)
    if named is None or any(word not in _ASKING for word in rest):
        return None
    short = any(word in _ONLY_ALONE for word in words)
    return None if short and len(words) > 2 else named


def _words(text: str) -> list[str]:
    return [folded for word in _WORD.findall(clean(text)) if (folded := fold_word(word))]


def _named(word: str) -> str | None:
    if word in _SHORT:
        return _SHORT[word]
    if _NOT_A_LANGUAGE.fullmatch(word):
        return None
    match = _NAMES.fullmatch(word)
    return match.lastgroup if match else None
