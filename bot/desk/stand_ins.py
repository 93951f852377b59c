"""What personal data look like in four languages, and what stands for them in a frozen conversation (`freeze.py`). Tables and patterns.

Patterns are tried in their order at each place of a text, without regard to capitals except within `(?-i:...)`.
"""

from __future__ import annotations

import re
from typing import Final

_CAPITAL = r"(?-i:[A-ZČŠŽĆĐА-ЯІЇЄҐЁ][\w'’-]+)"
_NUMBER_WORDS = (
    r"(?:orders?|заказ\w*|замовлен\w*|naro[čc]\w*|paket\w*|посылк\w*|посилк\w*|nummer|numbers?|номер\w*|[šs]tevilk\w*|[šs]t|no|nr|[№#])"
)
_STREET_BEFORE = (
    r"(?:вул|ул|просп|пр-т|пр|пров|пер|бульв|бул|б-р|пл|наб|ш)\.\s*|"
    r"(?:вулиц\w+|улиц\w+|проспект\w*|провул\w+|переул\w+|бульвар\w*|площ\w+|набережн\w+|шоссе|шосе)\s+"
)
_STREET_AFTER = (
    r"(?:cest[aeiou]|ulic[aeiou]|trg\w{0,2}|pot[ia]?|nabre[žz]j\w+|naselj\w+|drevored\w*|улиц\w+|вулиц\w+|проспект\w*|переул\w+|провул\w+)"
)
_ENGLISH = r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|square|sq|close|court|boulevard|blvd|way|terrace|gardens)"
_FLAT = r"(?:[,\s]+(?:кв|оф|к|корп|под|flat|apt|stan)\.?\s*\d+\w?)*"
_BRITISH = r"(?-i:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})(?!\w)"
_PLACE = rf"(?:м\.\s*|г\.\s*)?{_CAPITAL}"
_TOWN = rf"(?:,?\s*{_BRITISH}|,?\s*(?:(?:SI|UA|HR|AT)-)?\d{{4,6}}(?:,?\s*{_PLACE}(?:\s+{_CAPITAL})?)?|"
_TOWN += rf",\s*{_PLACE}(?:,?\s*(?:\d{{4,6}}|{_BRITISH}))?)?"

SHAPES: Final[dict[str, str]] = {
    "email": r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
    "link": r"(?:https?://|www\.)\S+|(?<![\w/])/(?:files|chat)/\S+|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}[a-z]{2,8}/\S*",
    "iban": r"(?<!\w)(?=(?:[A-Z0-9][ -]?){15,34}(?!\w))[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?!\w)",
    "handle": r"(?<![\w.])@[A-Za-z]\w{3,31}",
    "introduced": (
        r"(?P<words_before>\b(?:(?:my|full)\s+name(?:\s+is|'s|:)|name:|меня\s+зовут|мо[её]\s+имя|на\s+имя|получатель|фамилия|имя:|"
        r"мене\s+звати|моє\s+ім['’ʼ]я|на\s+ім['’ʼ]я|отримувач|прізвище|ім['’ʼ]я:|ime\s+mi\s+je|moje\s+ime\s+je|pi[šs]em\s+se|na\s+ime|"
        rf"prejemni(?:k|ca)|ime:|priimek)[\s,:–-]+)(?:{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}}|[^\W\d_]+(?:\s+(?!(?:and|i|my|и|я|мой|і|й|та|мій|in|jaz|moj)\b)[^\W\d_]+)?)"
        rf"|(?P<words_of>\b(?:i\s+am|i['’]m|this\s+is|it['’]s|я|это|це|jaz\s+sem|tukaj|sem)[\s,:–-]+)(?={_CAPITAL}){_CAPITAL}(?:\s+{_CAPITAL}){{0,2}}"
    ),
    "address": (
        rf"(?<!\w)(?:{_STREET_BEFORE})(?:[\w.'’-]+\s+){{0,3}}?[\w.'’-]+,?\s*(?:д\.|дом|буд\.|будинок)?\s*\d+\s?(?:[а-яa-z](?!\w))?(?:/\d+)?{_FLAT}{_TOWN}"
        rf"|(?<!\w)(?:(?:{_CAPITAL}\s+){{1,3}}|[^\W\d_]+\s+){_STREET_AFTER}\s+(?:{_CAPITAL}\s+){{0,3}}\d+\s?(?:[a-z](?!\w))?(?:/\d+)?{_FLAT}{_TOWN}"
        rf"|(?<!\w)(?:Ulica|Cesta|Trg|Pot)\s+(?:[\w.'’-]+\s+){{1,4}}?\d+\w?{_TOWN}"
        rf"|(?<!\w)(?:flat\s+\d+\w?,?\s*)?\d+\w?\s+(?:[^\W\d_][\w'’-]*\s+){{1,3}}?{_ENGLISH}\b\.?{_FLAT}{_TOWN}"
        rf"|(?<!\w){_BRITISH}"
        rf"|(?<!\w)(?:SI|UA|HR|AT)-\d{{4,6}}(?:\s+{_CAPITAL})?"
    ),
    "numbered": (
        rf"(?P<number_words>(?<!\w){_NUMBER_WORDS}[\s.:#№-]*(?:{_NUMBER_WORDS}[\s.:#№-]*){{0,2}})"
        r"(?:[A-Z]{1,6}[-_/]?)?\d[\d/-]{1,14}\d(?!\d)"
    ),
    "card": r"(?<!\w)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)",
    "parcel": r"(?<!\w)[A-Z]{1,4}\d{6,}[A-Z]{0,3}(?!\w)|(?<!\w)1Z[0-9A-Z]{16}(?!\w)|(?<!\d)(?<!\+)\d{13,}(?!\d)",
    "phone": r"(?<![\w.])(?:\+|00)?\(?\d(?:[ ().\-/]{0,2}\d){8,14}(?!\d)",
    "code": r"(?<!\w)(?=\d*[A-Z])(?=[A-Z]*\d)(?-i:[A-Z0-9]{6,24})(?!\w)",
    "reference": r"(?<!\w)[^\W\d_]{1,6}[-_/]?\d[\d\-/]{2,}\d(?!\w)",
    "number": r"(?<!\d)\d{4,}(?!\d)",
}
"""Everything here is replaced. `introduced` and `numbered` begin with words that stay."""

_UNITS = r"(?:kw|w|ml|mm|mah|вт|квт|мл|мм)"
_MONEY = r"(?:€|\$|£|₴|₽|(?:eur|euros?|usd|gbp|uah|rub|evr\w*|грн|руб\w*|євро|евро)\b)"
KEPT: Final[dict[str, str]] = {
    "date": r"(?<!\d)\d{1,2}[./]\s?\d{1,2}[./]\s?20\d{2}(?!\d)|(?<!\d)20\d{2}-\d{2}-\d{2}(?!\d)|(?<!\d)\d{1,2}:\d{2}(?!\d)",
    "money": (
        r"(?:€|\$|£|₴|₽)\s?\d{1,3}(?:[ .,]?\d{3})?(?:[.,]\d{1,2})?(?!\d)|"
        rf"(?<![\w+])\d{{1,3}}(?:[ .]?\d{{3}})?(?:[.,]\d{{1,2}})?\s?{_MONEY}"
    ),
    "measure": rf"(?<![\w-])\d{{1,4}}\s?{_UNITS}(?!\w)",
}
"""These look like numbers of somebody and are none, so that a frozen talk still means what it meant."""

_ADDRESS = "Slovenska cesta 15, 1000 Ljubljana"
_ORDERS = ("1001", "1002", "1007", *(str(n) for n in (*range(1003, 1007), *range(1008, 10_000))))  # the first three are Ana Novak's
_PARCELS = ("HP100100001SI", "HP100200002SI")
_SAME: Final[dict[str, str]] = {
    "numbered": "order",
    "reference": "order",
    "number": "order",
    "known_order": "order",
    "known_name": "name",
    "introduced": "name",
    "known_agent": "agent",
    "known_address": "address",
    "known_other": "parcel",
    "code": "parcel",
}


def kind_of(shape: str) -> str:
    """What a shape is of: name, order, phone, ..."""
    return _SAME.get(shape, shape)


class StandIns:
    """Gives the same stand-in for the same thing, and the next one for another."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], str] = {}
        self._count: dict[str, int] = {}

    def of(self, shape: str, raw: str) -> str:
        """`shape` is a name in `SHAPES`, or known_... for what was known."""
        kind = kind_of(shape)
        key = (kind, "".join(c for c in raw.casefold() if c.isalnum() or c == "@"))
        if key not in self._given:
            self._count[kind] = self._count.get(kind, 0) + 1
            self._given[key] = _stand_in(kind, self._count[kind])
        return self._given[key]


def _stand_in(kind: str, n: int) -> str:
    again = "" if n == 1 else str(n)
    match kind:
        case "name":
            return "Ana"
        case "agent":
            return "Maja"
        case "email":
            return f"ana.novak{again}@example.com"
        case "phone":
            return f"+386 40 111 {n:03}"
        case "link":
            return f"https://example.com/link{again}"
        case "iban":
            return "SI56 1910 0000 0123 438"  # the example in the register of IBAN formats
        case "card":
            return "4242 4242 4242 4242"
        case "handle":
            return "@ana"
        case "address":
            return _ADDRESS
        case "order":
            return _ORDERS[n - 1]
    return _PARCELS[n - 1] if n <= len(_PARCELS) else f"HP1001{n:05}SI"


def name_pattern(name: str) -> str:
    """A known name, whole or in part, in any of its cases: Petra Kovač, Petri, Kovačeva; Ольге Петровой."""
    words = [_cases(word) for word in re.findall(r"[^\W\d_]{2,}", name)]
    if not words:
        return rf"(?<!\w){re.escape(name)}(?!\w)"
    one = "|".join(dict.fromkeys(words))
    return rf"(?<!\w)(?:{one})(?:[\s,-]+(?:{one}))*(?!\w)"


def _cases(word: str) -> str:
    stem = re.sub(r"[aeiouyаеёиіїоуыэюяьй]$", "", word, flags=re.IGNORECASE)
    if len(stem) >= 3:
        return rf"{re.escape(stem)}\w{{0,4}}"
    return rf"{re.escape(word)}|{re.escape(stem)}[aeiouаеиіїоуюя]\w{{0,2}}"
