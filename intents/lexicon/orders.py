"""Orders, parcels and what happens to them. Stems by concept in en, ru, uk, sl; a table only, see `concepts.py`."""

from __future__ import annotations

from typing import Final

ORDERS: Final[dict[str, str]] = {
    "order": (
        "order orders ordered ordering purchas zakaz замовлен замовля замовил замовив закажу замовлю naročil naroči naročen naroc замови "
        "замов"
    ),
    "parcel": "parcel package packag shipment consignment посылк бандерол пакунок пакунк paket pošiljk посылоч",
    "box": "box boxes carton packaging коробк упаковк škatl embalaž ovojnin пачк коробц короб zapakir упаков",
    "item": (
        "item items product products goods thing things stuff article товар вещ позици товару річ izdel artik stvar blag roba комплект "
        "komplet набор набір set. pack pieces piece kos. kosov količ кількіст количеств quantity pcs"
    ),
    "courier": (
        "courier driver dhl gls ups dpd postman carrier carriers mailman курьер водител водій почтальон листонош перевозчик перевізник "
        "dostavljavec kurir poštar prevoznik šofer"
    ),
    "post": "post posta poste postal office почта почт пошт нова укрпошт поштомат отделени відділен",
    "locker": (
        "locker lockers pickup paketomat постамат почтомат самовывоз самовивіз пункт пунктах prevzem prevzam prevzemn odkupn prevzemem"
    ),
    "neighbour": "neighbor neighbour соседк сосед сусід",
    "door": "door doorstep porch дверь двери vrat vratih nabiralnik mailbox",
    "delivery": (
        "deliver delivery delivered delivering ship shipping shipped ships postage доставк доставля доставит доставили доставил "
        "доставлен пересылк отправк отправля отправит отправил надсила надішл відправ dostav pošilj pošlj dostop odprem poslat poslal"
    ),
    "arrive": (
        "arrive arrived arrives arrival come came coming приш прийд придет придут привез привезут приїде приход приїхав прибу priš "
        "prihaj dobi dobil dospe prispe идет едет едут їде їдут прийти приехал приех везете везуть pripelj pelje"
    ),
    "receive": (
        "receive received receiving recieve got get gets getting получ отрим одержа prejel prejela dobila dobim prejem dobit забра "
        "забрать забрати prevzel prevzame"
    ),
    "send": "send sent sends sending присла пришл выслал вышл отослать надісла шлет присыла poslali poslan pošljete pošljem",
    "track": "track tracking tracked отслед трек трекинг відстеж відслід sledi sleden sledenje sledim",
    "status": "status state progress update состояни стан етап стадии статуса stanje statusu",
    "number": "number numbers номер номеру номером številk номерок",
    "late": (
        "late delay delayed delays overdue опазд задержк задержив задерж затрим запізн заты запоздал zamuj zamud kasni kasn pozno prepozno"
    ),
    "wait": "wait waiting waited waits жду ждем ждать ждал ожида чекаю чекаєм чекати чекал čaka čakam čakat",
    "promise": "promise promised promising supposed обеща обіця обіцял oblju obljub napisan",
    "must": "must obliged required обязательно должен обов'язково повинн obvezno obvezn nujno",
    "wrong": (
        "wrong incorrect mistake mistakenly error ошибк ошибся ошиблась неправильн неверн помилк помилив помилкою хибн napačn napak zmot "
        "pomot pomotoma narobe случайн випадков accident slučajn"
    ),
    "cancel": (
        "cancel canceled cancelling cancellation annul отмен аннулир скасу скасов відмін анулю preklic prekli odpove odpoved storni "
        "storno odregist razveljav dereg снимите"
    ),
    "refuse": "refuse отказ откажусь отказаться відмов відмовля odpovem zavrn",
    "change": (
        "change changed changing modify edit alter изменить измени поменя смени сменить замени заменить помен змін змінити змініть редаг "
        "исправ виправ sprememb spremen popravi menjat popravit uredi поміня помін preusmer redirect перенаправ"
    ),
    "swap": "swap exchange exchanged replace replacement обмен обменя замен замена обмін обміня замін zamenjav раже",
    "add": "add adding added добав доба додати додай додайте дода dodat dodal",
    "remove": "remove removed убрать убери уберите удалить прибрати приберіть видал odstrani odstran izloči izbriš zbriš umakni umaknit",
    "delete": (
        "delete deleted erase close deactivate удал удалите закрыть закройте стереть стер видаліть закрити закрийте стерти izbri zapri "
        "ukini ukinit pobriš"
    ),
    "return": (
        "return returned returning returns возврат вернуть верну возвраща вернул повернен повернути повертати поверну повернут vrač vrni "
        "vrnil vrnit vrnem reklamir верните вернёте"
    ),
    "refund": "refund refunded refunds reimburse reimbursement возмещ відшкодув povračil kupnin vračil povrnil",
    "address": "address street flat apartment адреса адресу улиц вулиц квартир дом. будинок naslov stanovanj",
    "move": "moved moving переехал переезжа переїха переїжджа preseli selim",
    "city": (
        "city town country abroad город місто стран країн закордон mest držav tujin austria croatia germany italy avstrij hrvaš nemčij "
        "хорват герман німеч італ europe европ eu. ljubljana maribor любля любляне люблян"
    ),
    "fit": (
        "fit fits fitting small big large tight подош подход подошл мал. мала. велик маленьк больш підійш підход завели замал majhn "
        "prevelik premajhn pase ustreza tesn"
    ),
    "confirm": "confirm confirmed confirmation подтвержд подтверди підтверд підтвердж potrd potrdi potrdil potrditev",
    "go_through": (
        "through went placed placing прошел прошла прошло оформлен оформил оформилс пройш оформи оформив оформлю uspel uspelo oddan "
        "oddal oddala šlo skozi zabeležen"
    ),
    "register_order": "accepted recorded принят приняли зарегистр sprejet sprejeli",
}
