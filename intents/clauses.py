"""Where one message falls into clauses, and whether a clause asks for something or only tells something. Tables and rules.

Borders are punctuation, items of a list, and the words that add one thing to another in four languages. A clause that tells what
happened ("I ordered a kettle") is no wish, however much it sounds like one by itself. Neighbour: `wishes.py`, which judges the clauses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

MOST_CLAUSES: Final = 12  # more is a story or a pasted page
LONGEST: Final = 600  # characters; longer messages tell stories

# What joins, and what says by itself that another thing follows. "in" is "and" in Slovenian alone, so the tables are by language.
_AND: Final = {
    "en": "and|&|as well as|then",
    "ru": "и|а|да|&|i",
    "uk": "і|й|та|а|и|&|i|ta",
    "sl": "in|pa|ter|&",
}
_ALSO: Final = {
    "en": r"also|plus|besides|in addition|additionally|another (?:thing|question)|one more (?:thing|question)|secondly|second|thirdly|third"
    r"|firstly|first|finally|by the way|btw|oh|p\.?\s?s\.?",
    "ru": r"(?:и )?ещ[её](?: (?:один )?вопрос)?|также|плюс|кроме того|к тому же|заодно|кстати|во-?первых|во-?вторых|в-?третьих|потом|"
    r"второе|и второе|третье|первое|eshe|takzhe|з?\.?ы\.?|p\.?\s?s\.?",
    "uk": r"ще(?: (?:одне )?питання)?|також|плюс|крім того|до того ж|заодно|до речі|по-?перше|по-?друге|по-?третє|потім|друге|третє|перше|"
    r"p\.?\s?s\.?",
    "sl": r"še|prav tako|poleg tega|hkrati|plus|obenem|mimogrede|prvič|drugič|tretjič|potem|še eno vprašanje|še nekaj|zanima me še|"
    r"p\.?\s?s\.?",
}
_ITEM: Final = r"(?:(?<=\n)|^|(?<=\s))(?:\d{1,2}[.)](?=\s)|[-•*–](?=\s))"
_STOP: Final = r"[.?!;…]+(?=\s|$)|\n+|,(?=\s)|\s[-–—](?=\s)|\+(?=\s)"


def _borders(language: str) -> re.Pattern[str]:
    words = rf"(?<![\w-])(?:{_AND[language]})(?![\w-])"
    also = rf"(?<![\w-])(?:{_ALSO[language]})(?![\w-])[,:.)]?"
    return re.compile(rf"(?:\s*(?:{_ITEM}|{_STOP}|{words})\s*)+(?:{also}\s*)*(?:\s*(?:{words}|,)\s*)*|\A\s*{_ITEM}\s*", re.IGNORECASE)


_BORDER: Final = {language: _borders(language) for language in _AND}
_ADDS: Final = {
    language: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])|{_ITEM}", re.IGNORECASE | re.MULTILINE) for language, words in _ALSO.items()
}
_ASKS: Final = {
    language: re.compile(words, re.IGNORECASE)
    for language, words in {
        "en": r"^\W*(?:is|are|was|were|do|does|did|has|have|am|any|cancel|send|give|show|change|return|exchange|track|check|swap|add|"
        r"remove|resend|make|put|update|deliver|redirect|delete|unsubscribe|sign|get|find|refund)\b|\b(?:can|could|may|will|would|where|when|what|"
        r"which|how|who|why|please|pls|plz|want|wanna|need|like to|i'd|id like|tell me|let me|help|looking for|wondering|wonder|"
        r"interested|hoping|wish|know)\b",
        "ru": r"\b(?:где|когда|как|как(?:ой|ая|ие|ое|ую|ого)|сколько|можно|могу|можете|можно ли|хочу|хоч(?:у|ется)|хотел[аи]?|нужн[оаы]?|"
        r"нужен|надо|пожалуйста|плиз|подскаж\w*|скаж\w*|есть ли|ли|что|почему|куда|интерес\w*|бы|помог\w*|прошу|кто|\w{2,}(?:йте|ите|ьте|"
        r"йтесь|итесь)|gde|kogda|kak|skolko|mozhno|hochu|nuzhno|podskazhite|skazhite|est li|otmenite|prishlite)\b",
        "uk": r"\b(?:де|коли|як|як(?:ий|а|е|і|у|ого)|скільки|чи|можна|можу|можете|хочу|хоч(?:у|еться)|хотіла|хотів|хотілося|треба|"
        r"потрібн\w*|потрібен|будь ласка|підкаж\w*|скаж\w*|що|куди|чому|цікавить|допомож\w*|прошу|хто|б|би|є|\w{2,}(?:іть|йте|ьте|"
        r"іться|йтесь)|gde|de|koly|yak|skilky|mozhna|hochu|treba)\b",
        "sl": r"\b(?:kje|kdaj|kako|kakš\w+|koliko|ali|lahko|rad|rada|bi|želim|zelim|hočem|hocem|potrebujem|prosim|kaj|kater\w+|kam|zakaj|"
        r"imate|zanima|a|kdo|morda|mi|\w{3,}(?:ite|jte))\b|^\W*(?:je|so|ste|se|sta)\b",
    }.items()
}
_TELLS: Final = {
    language: re.compile(words, re.IGNORECASE)
    for language, words in {
        "en": r"\b(?:was|were|got|came|arrived|ordered|bought|received|paid|broke|broken|stopped|failed|lost|went|gave|said|told|did|"
        r"didn'?t|hasn'?t|haven'?t|has|have|had|"
        r"is|isn'?t|are|aren'?t|doesn'?t|don'?t|does|won'?t|can'?t|cannot|not|never|i'?m|i am|\w{3,}ed|it'?s|"
        r"leaks|works|i've|still|says|shows|keeps)\b",
        "ru": r"\b\w{2,}(?:л|ла|ло|ли|лся|лась|лось|лись)\b|\b(?:не|нет|ни|я|сломан\w*|разбит\w*|пришл\w*|приш[её]л)\b"
        r"|\b\w{3,}(?:ет|ит|ют|ат|ят)\b",
        "uk": r"\b\w{2,}(?:в|ла|ло|ли|вся|лась|лося|лися)\b|\b(?:не|немає|нема|ні|я|розбит\w*|зламан\w*)\b|\b\w{3,}(?:є|ить|ють|ать|ять)\b",
        "sl": r"\b(?:sem|smo|je|so|ni|nisem|niso|nima|nimam|ne|sva|se|bil|bila|bilo|dobil\w*|naročil[aie]?|kupil\w*|prišl\w*|prispel\w*)\b",
    }.items()
}
_POINTS: Final = {
    language: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
    for language, words in {
        "en": "it|its|them|they|that|this|those|these|one|same",
        "ru": "его|её|ее|их|он|она|оно|они|это|этот|эту|этого|ним|ней|нем|нём|нему|том|такой",
        "uk": "його|її|їх|він|вона|воно|вони|це|цей|цю|цього|ним|нею|ній|ньому",
        "sl": "ga|jo|jih|njo|njega|njem|njej|to|tega|ta|zanj|zanjo|zanje|nje|njegov\\w*|njen\\w*|jim|mu|isti|isto",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the text between two borders, `start` and `end` without blanks around it.

    `asks`: it wants something, else it only tells or names; `plain`: its words or its mark say so. `adds`: the border before it says that
    another thing follows ("also", a list). `points`: it speaks of something by a pronoun. `fresh`: it begins a sentence.
    """

    start: int
    end: int
    asks: bool
    plain: bool
    adds: bool
    points: bool
    fresh: bool


def clauses(text: str, language: str) -> list[Clause]:
    """The clauses of a message in their order; none when there is one, or too many: then nothing is parted."""
    if len(text) > LONGEST:
        return []
    spans = [match.span() for match in _BORDER[language].finditer(text)]
    if not spans or len(spans) > 2 * MOST_CLAUSES:
        return []
    pieces: list[tuple[int, int, str, str]] = []  # begin, end, the marks before it, the mark after it
    start, before = 0, ""
    for at, after in [*spans, (len(text), len(text))]:
        begin, end = _trimmed(text, start, at)
        mark = text[at:after]
        if end > begin and any(c.isalnum() for c in text[begin:end]):
            pieces.append((begin, end, before, mark))
            before = ""
        before += mark
        start = after
    if not 2 <= len(pieces) <= MOST_CLAUSES:
        return []
    return [_clause(text, language, *piece, first=not at) for at, piece in enumerate(pieces)]


def _clause(text: str, language: str, begin: int, end: int, before: str, mark: str, *, first: bool) -> Clause:
    said = text[begin:end]
    fresh = first or any(c in before for c in ".?!;…\n")
    tells = bool(_TELLS[language].search(said))
    # The mark at the end of "do you have red and blue cups?" is the sentence's, not that of "blue cups".
    plain = bool(_ASKS[language].search(said)) or ("?" in mark and (fresh or tells))
    adds = bool(_ADDS[language].search(before))
    return Clause(begin, end, plain or not tells, plain, adds, bool(_POINTS[language].search(said)), fresh)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
