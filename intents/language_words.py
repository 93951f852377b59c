"""Small words that give a language away, and the ones of Russian and Ukrainian typed in Latin letters. Tables only.

A word of two languages counts for both, half each. Neighbours: `language.py`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final


def _bearers(lists: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for language, words in lists.items():
        for word in dict.fromkeys(words.split()):
            found[word].append(language)
    return {word: tuple(languages) for word, languages in found.items()}


SMALL_WORDS: Final = _bearers(
    {
        "en": (
            "the a an is are was were am i my me you your we our it its it's this that these those of to for with from "
            "and or "
            "not don't dont can't cant can could would will have has had do does did where when what how who why which "
            "there "
            "yes no ok hello hi hey thanks thank please pls u ur order ordered want need get got been still any some "
            "about if "
            "but so just now on in at by up out help speak english i'm i've isn't didn't wheres whats"
        ),
        "ru": (
            "и в не на я что с как а то это по но из у за так от вы для мне мы он она они или если когда где уже еще "
            "ещё есть "
            "нет да был была было были мой моя моё мое мои меня мной вас вам ваш ваша ваши кто почему сколько какой "
            "какая "
            "какие можно нужно нужен хочу хотел заказ заказа посылка посылку спасибо пожалуйста здравствуйте привет "
            "очень "
            "деньги товар доставка купить сегодня вчера только чтобы чтоб тоже сейчас пока здесь меня тебя него ничего "
            "вернуть получил пришел пришёл пришла оплата оплатил куда зачем до при об под лучше хорошо добрый день "
            "вечер "
            "говорить русски ладно конечно верно нету че чё ага отмена назад"
        ),
        "uk": (
            "і й та в у не на я що з із зі як а то це по але за так від ви для мені ми він вона вони або чи якщо коли "
            "де вже ще "
            "є нема немає ні був була було були мій моя моє мої мене мною вас вам ваш ваша ваші хто чому скільки який "
            "яка які "
            "можна треба потрібно потрібен хочу хотів хотіла замовлення посилка посилку дякую будь ласка вітаю привіт "
            "дуже "
            "гроші товар доставка купити сьогодні вчора тільки щоб також зараз поки тут нічого повернути отримав "
            "отримала "
            "прийшов прийшла оплата сплатив куди навіщо до при про під краще добре добрий день вечір українською шо "
            "таке "
            "звісно гаразд замовив замовила де коли буде ваше вашу"
        ),
        "sl": (
            "in je sem si smo ste so ne da na v za z s se mi me vas vam ti to ta te kaj kje kdaj kako kdo zakaj koliko "
            "kateri "
            "katera ali če ce pa še se že ze ni nisem bi bil bila bilo bom bo bodo imam imate ima moj moja moje mojega "
            "naročilo "
            "narocilo naročil narocil naročila paket hvala prosim živjo zivjo zdravo pozdravljeni dober dan večer "
            "danes včeraj "
            "jutri zelo denar vračilo rad rada bi lahko želim zelim hočem hocem potrebujem kupiti dostava cena od do "
            "pri po iz "
            "ob tudi samo zdaj tukaj nič nic ja okej v redu lep ker kot pri kam slovensko govorite mam kolk kok jst "
            "jaz "
            "seveda prav nazaj ful sej zdej neki kje kero ker nek"
        ),
    }
)

TYPED_IN_LATIN: Final = _bearers(
    {
        "ru": (
            "gde moi moj moy moya moja zakaz zakaza zakazal zakazala posylka posilka posylku kogda pridet pridyot "
            "budet skolko "
            "stoit skol'ko pochemu poch pochemy chto chto-to shto kak eto est net da spasibo pozhaluista pozhalujsta "
            "pojaluista privet "
            "zdravstvuite zdravstvuyte hochu xochu nuzhno nujno nuzhen mne menya vas vam vy vi ya tovar dengi den'gi "
            "vernut "
            "vernite oplata oplatil oplatila dostavka dostavki kupit mozhno mojno kakoi kakoy kakaya skidka skidki "
            "u\u2019menya uzhe "
            "eshe esche ne prishel prishla prislali otmenit otmenite zakazat pomogite pomosch chelovek operator "
            "rabotaet rabotaete segodnya zavtra vchera dobryi dobriy den vecher otkuda kuda tolko ochen horosho ladno "
            "konechno "
            "nazad po-russki russki pozvonite perezvonite"
        ),
        "uk": (
            "de mij moje moie moye moya zamovlennya zamovlennia zamovlenya zamovyv zamovyla zamoviv zamovila posylka "
            "posylku koly "
            "kolu pryide pryyde pryjde bude skilky skilki koshtuje koshtuye chomu scho shcho sho jak yak ce tse ye "
            "nema nemaye "
            "nemaie dyakuyu diakuiu dyakuju bud laska budlaska pryvit pryvit vitayu hochu treba potribno potriben meni "
            "mene vas vam "
            "vy hroshi groshi povernuty povernit oplata dostavka kupyty mozhna yakyi yakyj yaka znyzhka vzhe shche "
            "sche ne "
            "pryishov pryjshov pryishla skasuvaty skasujte dopomozhit lyudyna operator pratsyuye sohodni zavtra vchora "
            "dobryi den "
            "vechir kudy tilky duzhe dobre zvisno ukrainskoyu ukrayinskoyu peredzvonit zatelefonujte chy abo ni"
        ),
    }
)
