"""Words beside product names that name no product, and how catalogue words are told from ordinary talk. Tables and rules.

Little words are kept by script, because folding would make the Ukrainian "про" the "Pro" of a model. Which further words are
ordinary talk is learned from the examples (`ordinary_words`, stored in the model) or known to the lexicon; those name a
product only when they are its very name. Neighbours: `products.py`, `product_names.py`; `training.py` calls `ordinary_words`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from intents.concepts import known_stem
from intents.entities.found import NUMBERS, word_set
from intents.entities.spelling import ENDINGS, WORD, plain
from intents.folding import clean, fold_word
from intents.names import ABOUT_PRODUCTS

_LITTLE: Final = (
    # English
    "a an the and or for with without of in on to from by is are was it this that these those my your our me you i we they he she "
    "what which where when how who why do does did have has had can could will would should want need like get got buy order "
    "orders ordered parcel package delivery deliver delivered shipping status price cost much many any some one more less than "
    "not no yes please thanks hello good great new old big small best better back return refund exchange money day days week "
    "there here just still about all also very see set line late later start stop water home time work works "
    # Russian
    "и или для с без на в во к из от до за по о об не нет да это этот эта эти мой моя мое мои мне меня вы вас вам я мы он она "
    "они что какой какая какие где когда как кто почему есть был была было будет можно нужен нужна нужно хочу хотел купить "
    "заказ заказа заказал заказала посылка доставка цена стоит сколько статус возврат деньги день дня дней еще уже очень "
    "пожалуйста спасибо привет здравствуйте добрый больше меньше лучше самый хороший новый "
    # Ukrainian
    "та і й або для з із зі без на у в до від за по про не ні так це цей ця ці мій моя моє мої мені мене ви вас вам я ми він "
    "вона вони що який яка які де коли як хто чому є був була було буде можна потрібен потрібна потрібно хочу купити замовлення "
    "посилка доставка ціна коштує скільки статус повернення гроші день дні днів ще вже дуже будь ласка дякую привіт добрий "
    # Slovenian
    "in ali za z s brez na v k iz od do pri po o ne ja da je to ta te ti moj moja moje meni mene vi vas vam jaz mi on ona oni "
    "kaj kateri katera kateri kje kdaj kako kdo zakaj sem si smo ste so bil bila bilo bo lahko potrebujem hočem rad rada bi "
    "kupiti naročilo naročil naročila paket dostava cena stane koliko status vračilo denar dan dni še že zelo prosim hvala "
    "živjo dober imate imam ima"
)
# Counts, packings and units, spelled in both scripts.
_BESIDE: Final = "piece pieces шт штук набор набір komplet kos kosi kosov l v w ml mm cm kg mah ah wh ч мл мм см кг вт ач год л м г"
LITTLE: Final = frozenset(plain(word) for word in f"{_LITTLE} {_BESIDE} {' '.join(NUMBERS)}".split())
# The same for those who compare folded texts, whatever the script: what a question says besides its subject.
NOT_PRODUCTS: Final = frozenset(fold_word(word) for word in f"{_LITTLE} {' '.join(NUMBERS)}".split()) | {"l", "v", "w"}

# What a product is for, of, with or without comes after these: "filter FOR kettles", "крем ДЛЯ рук", "podloga ZA spanje".
JOINING: Final = word_set(
    "for with without of in on to from by для с из от до за без на в к із зі з від у за za z s iz od brez na v do pri k"
)
# In a message only these part what is wanted from what it is wanted for.
PURPOSE: Final = word_set("for для за za до к до dlya")
UNITS: Final = word_set("v l w mm cm ml в л вт мм см мл")

# Concepts of the lexicon that are goods or stand in their names.
_GOODS: Final = word_set(
    "kettle drill tent lamp coffee blender stove battery toy cosmetics cable diaper stroller lipstick sleeping_bag children "
    "home_use water gift features smoke size colour"
)
_LEAST_TEXTS: Final = 2
_SHARE: Final = 0.5
_LEAST_STEM: Final = 4


def spelling(word: str) -> str:
    """How `Model.talk` keeps a lower-case word: folded, and marked when it is Cyrillic."""
    folded = fold_word(word)
    return folded if word.isascii() or not _cyrillic(word) else f"~{folded}"


def _cyrillic(word: str) -> bool:
    return any("\u0400" <= c <= "\u052f" for c in word)


def known_word(folded: str) -> bool:
    """Whether the lexicon knows it, in one of its forms, as something else than goods."""
    found = known_stem(folded)
    if found is None or found[1] in _GOODS:
        return False
    return folded == found[0] or (len(found[0]) >= _LEAST_STEM and folded[len(found[0]) :] in ENDINGS)


def ordinary_words(examples: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Words (in `spelling`) of texts with their intents that are no goods: said in at least two texts that are about no
    product, and there at least half as often, by share of texts, as in those about products.

    Measured on the examples: "kettle" stands at 0.2, "tent" at 0.14; "person" at 1.2, "phone" at 2.6, "long" at 0.8.
    """
    about: Counter[str] = Counter()
    others: Counter[str] = Counter()
    counts = [0, 0]
    for text, intent in examples:
        into = about if intent in ABOUT_PRODUCTS else others
        counts[into is others] += 1
        into.update({spelling(word) for word in words_of(text)})
    if not counts[0]:
        return frozenset()  # nothing to tell goods by
    return frozenset(
        word for word, texts in others.items() if texts >= _LEAST_TEXTS and texts * counts[0] >= _SHARE * (about[word] + 0.5) * counts[1]
    )


def words_of(text: str) -> list[str]:
    """Lower-case words of a text, apostrophes inside, no numbers."""
    return [match for match in WORD.findall(clean(text)) if not match[0].isdigit()]
