"""What a message says it does not want: "no, not a return", "не хочу возвращать, хочу обменять", "ne vračilo, menjavo bi".

Tables and rules.

A denial is a small construction (not want to, not a, instead of, it is not about) right before a word that names a wish; both are looked
up in tables, because a classifier reads "return" in "not a return" and "the kettle is not working" as alike. So a complaint that
something does not work, or did not come, denies nothing. What is left of the message when the denials are taken out says what is wanted.
Neighbours: `engine.py` reads the rest again, `bot/decide.py` leaves what is denied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from intents.folding import clean

RETURNS: Final = ("return_unsuitable", "return_defective", "return_policy")
CONTENT: Final = 2  # letters that make a word worth reading in what is left

# Words that name a wish, by the intents they stand for. What more they could be the beginning of is left to word ends.
NAMED: Final[dict[str, dict[tuple[str, ...], str]]] = {
    "en": {
        ("refund_status",): r"refunds?|(?:my )?money back",
        RETURNS: r"return(?:ing|s)?|send(?:ing)? (?:it|this|them|anything) back|give (?:it|this) back",
        ("exchange",): r"exchang(?:e|ing)|swap(?:ping)?|replacement|replac(?:e|ing)",
        ("cancel_order", "cancellation_fee"): r"cancel(?:l?ing|lation)?",
        ("order_status", "delivery_late"): r"track(?:ing)?|(?:the |my )?(?:order )?status",
        ("change_address",): r"chang(?:e|ing) (?:the |my )?(?:delivery )?address|address change",
        ("change_order",): r"chang(?:e|ing) (?:the|my) order",
        ("complaint",): r"complain(?:t|ing)?",
        ("place_order",): r"(?:buy(?:ing)?|order(?:ing)?|purchas(?:e|ing))",
        ("callback",): r"call(?:back| back)|phone call",
        ("warranty",): r"warranty|guarantee",
        ("invoice",): r"invoice|receipt",
        ("product_advice",): r"advice|recommendations?",
        ("delivery_cost", "delivery_time", "delivery_options"): r"(?:delivery|shipping)",
        ("payment_problem", "payment_methods"): r"payment",
        ("newsletter",): r"newsletter",
    },
    "ru": {
        ("refund_status",): r"возврат\w* (?:денег|средств)|вернуть деньги|деньги назад",
        RETURNS: r"возврат\w*|вернуть|возвращать|сдать|сдавать|отправл?ять обратно|vozvrat\w*|vernut|vozvrashat\w*",
        ("exchange",): r"обмен(?!и)\w*|обменять|обменивать|поменять|менять(?! адрес| заказ)|замен[ауеы]|заменить|obmen\w*|obmenyat",
        ("cancel_order", "cancellation_fee"): r"отмен[ауеы]|отменить|отменять|отменяйте|otmen\w*",
        ("order_status", "delivery_late"): r"статус\w*|отслежива\w*|отследить|где (?:мой )?заказ",
        ("change_address",): r"(?:смен\w*|менять|изменить|поменять) адрес\w*",
        ("change_order",): r"(?:менять|изменить) (?:мой )?заказ",
        ("complaint",): r"жалоб\w*|жаловаться|пожаловаться",
        ("place_order",): r"покупк\w*|покупать|купить|заказывать",
        ("callback",): r"звонок|звонка|перезванива\w*",
        ("warranty",): r"гаранти\w*",
        ("invoice",): r"сч[её]т\w*|чек\w*",
        ("product_advice",): r"совет\w*|рекомендаци\w*",
        ("delivery_cost", "delivery_time", "delivery_options"): r"доставк\w*",
        ("payment_problem", "payment_methods"): r"оплат\w*|плат[её]ж\w*",
        ("newsletter",): r"рассылк\w*",
    },
    "uk": {
        ("refund_status",): r"повернення (?:грошей|коштів)|повернути гроші|гроші назад",
        RETURNS: r"повернен\w*|повернути|повертати|здати|здавати|надсилати назад|povernen\w*|povernuty|povertaty|возврат\w*|вернути",
        ("exchange",): r"обмін\w*|обміняти|обмінювати|поміняти|замін[ауи]|замінити|obmin\w*",
        ("cancel_order", "cancellation_fee"): r"скасуван\w*|скасувати|скасовувати|скасовуйте|відмін[ауи]|відміняти|відмінити|відміняйте",
        ("order_status", "delivery_late"): r"статус\w*|відстежу\w*|відстежити|де (?:моє )?замовлення",
        ("change_address",): r"(?:змін\w*|міняти|поміняти) адрес\w*",
        ("change_order",): r"(?:міняти|змінювати|змінити) (?:моє )?замовлення",
        ("complaint",): r"скарг\w*|скаржитися|поскаржитися|жалітися",
        ("place_order",): r"покупк\w*|купувати|купити|замовляти",
        ("callback",): r"дзвінок|дзвінка|передзвонювати|передзвонюйте",
        ("warranty",): r"гаранті\w*",
        ("invoice",): r"рахун\w*|чек\w*",
        ("product_advice",): r"порад\w*|рекомендаці\w*",
        ("delivery_cost", "delivery_time", "delivery_options"): r"доставк\w*",
        ("payment_problem", "payment_methods"): r"оплат\w*|плат[іе]ж\w*",
        ("newsletter",): r"розсилк\w*",
    },
    "sl": {
        ("refund_status",): r"vračil\w+ (?:denarja|kupnine)|denar\w* nazaj|vračilom denarja",
        RETURNS: r"vračil\w*|vracil\w*|vračanj\w*|vrniti|vrnil[aio]?|vračati|vračal[aio]?|vrnem|vračam|poslati nazaj",
        ("exchange",): r"(?:za)?menjav\w*|zamenjati|zamenjal[aio]?|zamenjam|menjati|menjal[aio]?",
        ("cancel_order", "cancellation_fee"): r"preklic\w*|preklicati|preklical[aio]?|prekličem|prekličite|odpoved\w*|odpovedati",
        ("order_status", "delivery_late"): r"status\w*|sledenj\w*|slediti",
        ("change_address",): r"(?:sprememb\w+|spremeniti|spreminjati|spremenil[aio]?) naslov\w*",
        ("change_order",): r"(?:spremeniti|spreminjati|spremenil[aio]?) naročil\w*",
        ("complaint",): r"pritožb\w*|pritoževati|pritožiti|pritožil[aio]?|pritožujem",
        ("place_order",): r"nakup\w*|kupiti|kupil[aio]?|kupovati|naročiti",
        ("callback",): r"klic\w*|poklicati",
        ("warranty",): r"garancij\w*",
        ("invoice",): r"račun\w*",
        ("product_advice",): r"nasvet\w*|priporočil\w*",
        ("delivery_cost", "delivery_time", "delivery_options"): r"dostav\w*",
        ("payment_problem", "payment_methods"): r"plačil\w*",
        ("newsletter",): r"novic\w*",
    },
}  # fmt: skip

# What denies, and the little words that may stand between it and the wish. "not" by itself denies at the beginning of a clause only:
# "did not return" and "is not working" are no denials.
_AT: Final = r"(?:^|[,.;:!?()\n–—-]\s*|\bbut |\bи |\bа |\bі |\bale |\bin |\bno |\bнет |\bні )"
_DENIES: Final[dict[str, str]] = {
    "en": rf"(?:\bi )?(?:really )?(?:\b(?:don'?t|do not|didn'?t|did not|never|wouldn'?t|no longer)) (?:really )?"
    r"(?:(?:want(?:ed)?|need(?:ed)?|wish(?:ed)?|like|intend(?:ed)?|mean|meant|ask(?:ed)?|plan(?:ned)?)(?: (?:to|for|about|anymore))*)"
    rf"|{_AT}(?:please )?(?:don'?t|do not)"
    rf"|{_AT}(?:no,? )?(?:it'?s |it is |this is |that'?s |that is |i am |i'm )?not"
    r"(?: (?:about|for|asking about|asking for|looking for|after))?"
    r"|\b(?:this|it|that|question)(?:'s| is)? (?:isn'?t|is not|not)(?: (?:about|for))?"
    rf"|{_AT}no(?= (?:return|exchange|refund|cancel|swap|replacement|complaint))"
    r"|\b(?:instead of|rather than)",
    "ru": r"\b(?:не|ne) (?:хо[чт]\w+|надо|нужн\w+|нужен|собира\w+|прошу|просил\w?|планир\w+|треб\w+|буду|спрашива\w+|говорю|имел\w? в виду|"
    r"hochu|nado|nuzhno)"
    r"|\b(?:не|ne)(?: (?:про|о|об|насч[её]т|за|по поводу|на|для|надо|нужно))?|\bвместо|\bречь не (?:о|об|про)",
    "uk": r"\b(?:не|ne) (?:хо[чт]\w+|треба|потріб\w+|збира\w+|прошу|просив|просила|планую|буду|питаю|запитую|кажу|"
    r"мав на увазі|мала на увазі|hochu)"
    r"|\b(?:не|ne)(?: (?:про|щодо|стосовно|за|на|для|треба|потрібно))?|\b(?:замість|вместо)|\bйдеться не про|\bмова не про",
    "sl": r"\b(?:nočem|nocem|ne želim|ne zelim|ne bi|ne potrebujem|ne rabim|nisem (?:hotel[ai]?|želel[ai]?|mislil[ai]?|prosil[ai]?)|"
    r"ni treba|ne nameravam|ne sprašujem|ne gre)"
    r"|\bne(?= (?:za |o |na )?(?:vra[čc]il|vračanj|vrniti|menjav|zamenjav|preklic|pritožb|nakup|račun|garancij|dostav|plačil|status|"
    r"nasvet|klic|sledenj))"
    r"|\bne prekli[čc]ite|\bne(?= prekli)|\b(?:namesto)",
}
_BETWEEN: Final[dict[str, str]] = {
    "en": r"(?:\s+(?:a|an|the|any|my|to|about|for|make|do|another|it|this|start|file|asking|looking|order|of|doing|get|have|some))*",
    "ru": r"(?:\s+(?:про|о|об|насчёт|насчет|за|по|на|для|его|её|ее|их|это|мой|моя|мою|мне|делать|оформлять|оформить|никакого|никакой|бы|"
    r"товар|заказ|подавать|ничего|больше|уже|самого|саму|просто|eto|ego))*",
    "uk": r"(?:\s+(?:про|щодо|за|на|для|його|її|їх|це|моє|мою|мені|робити|оформлювати|оформити|ніякого|жодного|жодної|би|б|товар|"
    r"замовлення|подавати|нічого|більше|вже|саме|просто))*",
    "sl": r"(?:\s+(?:za|o|na|ga|jo|jih|to|tega|moje|mojega|delati|rad|rada|več|bi|nobenega|nobene|se|si|izdelka|naročila|podati|ničesar|"
    r"vlagati|novega|samo|naročilo))*",
}
_BOT: Final = re.compile(
    r"\b(?:don'?t|do not) (?:want|wish|like) to (?:\w+ ){0,3}(?:bot|robot|machine|computer|ai)\b"
    r"|\bnot (?:with |to )?(?:a |the )?(?:bot|robot|machine)\b"
    r"|\bне (?:хочу|буду|надо|желаю|бажаю|збираюся|собираюсь|треба) (?:\w+ ){0,3}(?:бот\w*|робот\w*|машин\w*|автомат\w*|автоответчик\w*)\b"
    r"|\bне (?:с|з|із|зі) (?:бот|робот)\w*"
    r"|\b(?:nočem|nocem|ne želim|ne zelim|ne bi) (?:\w+ ){0,4}(?:bot\w*|robot\w*|stroj\w*)\b|\bne z (?:bot|robot)\w*",
    re.IGNORECASE,
)
_AFTER: Final = (
    r"(?:\s+(?:it|them|this|that|anything|anymore|any more|его|её|ее|их|это|її|його|їх|це|ga|jo|jih|to|the order|my order|order|"
    r"заказ|замовлення|naročila|naročilo|товар))*"
)


def _pattern(language: str) -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<k{n}>{words})" for n, words in enumerate(NAMED[language].values()))
    return re.compile(rf"(?:{_DENIES[language]}){_BETWEEN[language]}\s+(?:{kinds})(?!\w){_AFTER}", re.IGNORECASE)


_PATTERNS: Final = {language: _pattern(language) for language in _DENIES}
_HINT: Final = re.compile(
    r"n'?t\b|\bnot\b|\bno\b|\bnever\b|instead|rather|\bне\b|\bne\b|вместо|замість|noč|noc|\bni\b|nisem|namesto", re.IGNORECASE
)
_LEFT: Final = re.compile(
    r"^(?:[\s,.;:!?–—-]|(?:no|nope|but|нет|ні|но|а|але|ne|ampak|temveč|pač pa|пожалуйста|please|prosim)\b)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Denial:
    """`intents` are denied; `rest` is what the message says besides, "" for nothing. `person`: no bot is wanted, so a person is."""

    intents: tuple[str, ...]
    rest: str
    person: bool = False


NOTHING: Final = Denial((), "")


def denial_in(text: str, language: str) -> Denial:
    """What a message denies, and what is left of it."""
    if not _HINT.search(text):
        return NOTHING
    said = clean(text)
    if _BOT.search(said):
        return Denial((), "", person=True)
    denied: list[str] = []
    rest = said
    kinds = tuple(NAMED[language])
    for found in reversed(list(_PATTERNS[language].finditer(said))):
        if said[found.end() :].lstrip()[:1] == "?" and found.start() > 0:
            continue  # "can I cancel, not return?" asks
        which = next(n for n, _ in enumerate(kinds) if found.group(f"k{n}"))
        denied = [*kinds[which], *denied]
        rest = f"{rest[: found.start()]} , {rest[found.end() :]}"
    if not denied:
        return NOTHING
    left = _LEFT.sub("", rest).strip(" ,.;:!-–—")
    words = [w for w in re.findall(r"\w+", left) if len(w) >= CONTENT]
    return Denial(tuple(dict.fromkeys(denied)), left if words else "")
