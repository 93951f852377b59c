"""Whether a message is, by itself, a yes or a no. Conservative: a sentence that merely begins with "no" is neither.

A mixed answer ("yes and no") is None. Neighbours: `bot/decide.py` uses this at open confirmations only.
"""

from __future__ import annotations

import re
from typing import Final

from intents.entities.found import phrase_set, word_set
from intents.folding import clean

_YES_WORDS: Final = word_set(
    "yes y ye yeah yea yep yup yess yesss ya yas sure ok okay okey okk oki okie k kk correct right exactly absolutely definitely "
    "certainly agreed agree confirmed confirm indeed fine true perfect great да д ага угу так конечно верно точно правильно именно "
    "хорошо ладно ок окей оке давай давайте согласен согласна подтверждаю естественно разумеется однозначно дя канешно конешно т "
    "звісно звичайно авжеж саме добре гаразд вірно підтверджую згоден згодна погоджуюсь погоджуюся точно еге ja jaa jaaa da seveda "
    "itak jasno drži drzi točno tocno prav velja lahko potrjujem potrdim pravilno tako seveda strinjam okej ajde ok ljepo super "
    "absolutno vsekakor aga ugu tak konechno zvisno pravilno davai davaj horosho"
)
_NO_WORDS: Final = word_set(
    "no n nope nah nay noo nooo never wrong incorrect negative нет неа не нет-нет ни неправильно неверно нєт нит ні нє неа ніт "
    "ніколи невірно ne nee neee nak narobe napačno napacno nikakor niti nikoli net nit ni nea"
)
_FILLERS: Final = word_set(
    "please pls plz thanks thank you thx it is that's thats that this so i do am would like very much sir just well oh of course the "
    "one not course with me good all пожалуйста спасибо все всё это так я бы ну вот очень мне будь ласка дякую це я б ж же то prosim "
    "hvala to je se res pa ja sem bi no kar vse lepa v redu glede tega"
)
_YES_PHRASES: Final = phrase_set(
    "of course|go ahead|do it|go for it|why not|sounds good|that's right|thats right|that's it|that is right|that is correct|"
    "all good|it is|yes it is|i do|i am|please do|for sure|by all means|всё верно|все верно|все правильно|всё правильно|так и есть|"
    "без проблем|почему бы и нет|само собой|я согласен|я согласна|да нет проблем|не против|я не против|все вірно|так і є|чому б ні|"
    "чому ні|без питань|само собою|не проти|я не проти|в порядке|все ок|v redu|je v redu|tako je|zakaj pa ne|zakaj ne|kar dajte|"
    "kar daj|ni problema|se strinjam|pa dajmo|brez skrbi|seveda ja|ja seveda|to je to|res je"
)
_NO_PHRASES: Final = phrase_set(
    "no way|not really|not now|not yet|of course not|i don't|i dont|do not|don't|dont|not at all|no thanks|no thank you|not quite|"
    "that's wrong|thats wrong|that is wrong|not correct|not right|that's not right|it isn't|it is not|не надо|не нужно|не хочу|"
    "не верно|не так|это не так|не то|ни в коем случае|да нет|конечно нет|нет конечно|пока нет|еще нет|ещё нет|не согласен|"
    "не согласна|не правильно|спасибо не надо|не треба|не потрібно|не вірно|це не так|ні в якому разі|ще ні|поки ні|звісно ні|"
    "звичайно ні|не згоден|не згодна|ni treba|ne hvala|nočem|nocem|ne želim|ne zelim|ni res|ni prav|ni pravilno|ni to|seveda ne|"
    "še ne|se ne|sploh ne|ne bi|ne drži|ne drzi|nikakor ne|v nobenem primeru"
)
_YES_SIGNS: Final = frozenset("👍👌✅✔☑🆗🙆💯🫡")
_NO_SIGNS: Final = frozenset("👎❌✖🙅🚫✗⛔")
_SKIN_TONES: Final = re.compile("[\U0001f3fb-\U0001f3ff\u200d♂♀]")
_TOKEN: Final = re.compile(r"[\w'-]+|[^\w\s]")
_MARKS: Final = frozenset('.,!;:)(+-"')
_LONGEST: Final = 6  # words


def yes_no(text: str) -> bool | None:
    """True, False, or None when the message is anything more than a yes or a no."""
    if not text or len(text) > 80:
        return None
    if text.strip() == "+":  # the shortest yes in Russian and Ukrainian chats
        return True
    found = [token for token in _TOKEN.findall(_SKIN_TONES.sub("", clean(text))) if token not in _MARKS]
    if not found or "?" in found or len(found) > _LONGEST:
        return None
    words = [token for token in found if token[0].isalnum()]
    phrase = " ".join(words)
    signs = {sign for sign in found if not sign[0].isalnum()}
    yes, no = bool(signs & _YES_SIGNS), bool(signs & _NO_SIGNS)
    if words:
        said = _said(phrase, words)
        if said is None:
            said = _parts(text)
        if said is None:
            return None
        yes, no = yes or said, no or not said
    return None if yes == no else yes


def _parts(text: str) -> bool | None:
    """ "не, не надо", "yes. go ahead": each part says the same."""
    parts = [_TOKEN.findall(part) for part in re.split(r"[,.!;]+", clean(text)) if part.strip()]
    said = {_said(" ".join(words), words) for part in parts if (words := [t for t in part if t[0].isalnum()])}
    return said.pop() if len(parts) > 1 and len(said) == 1 else None


def _said(phrase: str, words: list[str]) -> bool | None:
    core = " ".join(word for word in words if word not in {"please", "thanks", "пожалуйста", "спасибо", "дякую", "prosim", "hvala"})
    for each in (phrase, core):
        if each in _NO_PHRASES:
            return False
        if each in _YES_PHRASES:
            return True
    rest = [word for word in words if word not in _FILLERS or word in _YES_WORDS or word in _NO_WORDS]
    yes = [word for word in rest if word in _YES_WORDS]
    no = [word for word in rest if word in _NO_WORDS]
    if len(yes) + len(no) < len(rest) or bool(yes) == bool(no):
        return None
    return bool(yes)
