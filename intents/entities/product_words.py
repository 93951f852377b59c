"""Words that stand in product names or beside them and name no product: little words, numbers, talk of orders. Folded.

Neighbours: `products.py` passes over them.
"""

from __future__ import annotations

from typing import Final

from intents.entities.found import NUMBERS
from intents.folding import fold_word

_WORDS: Final = (
    # English
    "a an the and or for with without of in on to from by is are was it this that these those my your our me you i we they he she "
    "what which where when how who why do does did have has had can could will would should want need like get got buy order "
    "orders ordered parcel package delivery deliver delivered shipping status price cost much many any some one more less than "
    "not no yes please thanks hello good great new old big small best better back return refund exchange money day days week "
    "there here just still about all also very please still see set line late later start stop water home time work works "
    # Russian
    "и или для с без на в во к из от до за по о об не нет да это этот эта эти мой моя мое мои мне меня вы вас вам я мы он она "
    "они что какой какая какие где когда как кто почему есть был была было будет можно нужен нужна нужно хочу хотел купить "
    "заказ заказа заказал заказала посылка доставка цена стоит сколько статус возврат деньги день дня дней еще уже очень "
    "пожалуйста спасибо привет здравствуйте добрый больше меньше лучше самый хороший новый два две три четыре пять "
    # Ukrainian
    "та і й або для з із зі без на в у до від за по про не ні так це цей ця ці мій моя моє мої мені мене ви вас вам я ми він "
    "вона вони що який яка які де коли як хто чому є був була було буде можна потрібен потрібна потрібно хочу купити замовлення "
    "посилка доставка ціна коштує скільки статус повернення гроші день дні днів ще вже дуже будь ласка дякую привіт добрий "
    # Slovenian
    "in ali za z s brez na v k iz od do pri po o ne ja da je to ta te ti moj moja moje meni mene vi vas vam jaz mi on ona oni "
    "kaj kateri katera kateri kje kdaj kako kdo zakaj sem si smo ste so bil bila bilo bo lahko potrebujem hočem rad rada bi "
    "kupiti naročilo naročil naročila paket dostava cena stane koliko status vračilo denar dan dni še že zelo prosim hvala "
    "živjo dober dva dve tri štiri pet imate imam ima"
)

NOT_PRODUCTS: Final = frozenset(fold_word(word) for word in f"{_WORDS} {' '.join(NUMBERS)}".split()) | {"l", "v", "w"}
