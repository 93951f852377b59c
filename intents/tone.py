"""How a customer sounds: calm, upset, angry or abusive. Phrases and who they are meant for; microseconds.

A swear word about a thing ("where is my damn parcel") or an insult to the courier is anger; only an insult at whoever reads is abuse. What
somebody else said, in quotes or told, is a reason to be upset, and so is praise that is none ("super, a month late"). Neighbours:
`tone_words.py` holds the phrases, `tone_phrases.py` finds them, `bot/decide.py` and `bot/mood.py` decide what follows from a tone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from intents import tone_words as said
from intents.folding import clean
from intents.tone_phrases import Found, Phrasebook
from intents.understanding import Tone

_BOOK: Final = Phrasebook(
    {
        "you": said.YOU,
        "reader": said.READER,
        "self": said.SELF,
        "third": said.THIRD,
        "kin": said.KIN,
        "named": said.NAMED,
        "reported": said.REPORTED,
        "insult": said.INSULT,
        "weak": said.WEAK,
        "accused": said.ACCUSED,
        "thrown": said.THROWN,
        "swearing": said.SWEARING,
        "mild": said.MILD,
        "angry": said.ANGRY,
        "upset": said.UPSET,
        "irony": said.IRONY,
        "praise": said.PRAISE,
        "thing": said.THING,
        "not": said.NOT,
        "filth": said.FILTH,
        "pronoun": said.PRONOUN,
    },
    disguised=frozenset({"insult", "swearing", "thrown"}),
)
_QUOTED: Final = re.compile(r"«[^»]*»|»[^«]*«|„[^“”]*[“”]|“[^”]*”|\"[^\"]*\"")
_ADDRESS: Final = re.compile(r"[^\s@]{1,64}+@[^\s@]{1,255}|https?://\S+")  # possessive and bounded: no text makes it slow
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_MANY_MARKS: Final = re.compile(r"!\s*!\s*!|[!?]*(?:!\?|\?!)[!?]*|\?{3,}")
_ANGRY_SIGNS: Final = re.compile("[🤬😡😠👿]")
_FINGER: Final = "🖕"
_SAD_SIGNS: Final = re.compile("[😢😭😞😔🙁☹😟😩😤😣]|(?<!\\w):['’]?-?\\(+")
_GLAD_SIGNS: Final = re.compile("[😀😃😄😁😊🙂😍🥰❤👍🎉🤩😂🤣]|(?<!\\w)[:;]-?\\)+")
_LEAST_SHOUTED: Final = 8  # capital letters, in three words: below that it is an abbreviation or a "YES PLEASE"
_MOSTLY: Final = 0.7  # share of the words
_NEAR: Final = 4  # words between an insult and the one it is thrown at
_SHORT: Final = 3  # words of a message that is nothing but an insult
_BEFORE: Final = 3  # words over which a "not" reaches

Places = dict[str, list[Found]]


def tone_of(text: str) -> Tone:
    """The tone of a message as a whole."""
    low = clean(text)
    if "@" in low or "/" in low:
        low = _ADDRESS.sub(" ", low)
    open_words = _QUOTED.sub(" ", low) if "«" in low or '"' in low or "»" in low or "“" in low else low
    tokens = _BOOK.tokens(open_words)
    places: Places = defaultdict(list)
    for found in _BOOK.find(tokens):
        places[found.kind].append(found)
    reported = "reported" in places
    abused, cursed = (False, False) if reported else _thrown(places, tokens)
    if abused or _FINGER in text:
        return Tone.ABUSIVE
    glad = _GLAD_SIGNS.search(text) is not None or any(not _denied(f, places) for f in places.get("praise", ()))
    return _mood(text, places, tokens, cursed=cursed, glad=glad, told=reported or _told_in_quotes(low, open_words))


def _mood(text: str, places: Places, tokens: list[str], *, cursed: bool, glad: bool, told: bool) -> Tone:
    """Angry, upset or calm, from everything that is no insult to who reads."""
    sad = told or "irony" in places or _SAD_SIGNS.search(text) is not None or any(not _denied(f, places) for f in places.get("upset", ()))
    cross = _ANGRY_SIGNS.search(text) is not None or any(not _denied(f, places) for f in places.get("angry", ()))
    swears = "swearing" in places and not told
    mild = "mild" in places
    marks = _MANY_MARKS.search(text) is not None
    if glad and not cross and not cursed and not (swears and sad):
        return Tone.UPSET if sad else Tone.CALM
    if cross or cursed or swears or (_shouts(text) and not glad):
        return Tone.ANGRY
    if (sad and marks and not told) or (mild and (sad or marks or _about_something(places, tokens))):
        return Tone.ANGRY
    return Tone.UPSET if sad or marks else Tone.CALM


def _thrown(places: Places, tokens: list[str]) -> tuple[bool, bool]:
    """Whether whoever reads is insulted, and whether somebody else or a thing is."""
    abused, cursed = "thrown" in places, False
    words = sum(token[0].isalnum() for token in tokens)
    for kind in ("insult", "weak", "accused"):
        for insult in places.get(kind, ()):
            whose = _whose(insult, places)
            if whose in ("self", "name", "kin", "thing"):
                continue
            if whose == "third":
                cursed = cursed or kind != "weak"
            elif kind == "insult" or whose == "you" or words <= _SHORT - (kind == "weak"):
                abused = True
            else:
                cursed = cursed or kind == "accused"
    filth, pronouns = places.get("filth", ()), places.get("pronoun", ())
    if any(abs(one.start - other.end) <= 1 or other.start == one.end for one in filth for other in pronouns):
        abused = True
    return abused, cursed


def _whose(insult: Found, places: Places) -> str:
    """Whom an insult is meant for: the nearest who is named before it, or "you" on either side; "" when nobody is."""
    if any(0 <= thing.start - insult.end < 1 for thing in places.get("thing", ())):
        return "thing"
    if _near(places.get("named", ()), insult, 3):
        return "name"
    if _near(places.get("kin", ()), insult, _NEAR):
        return "kin"
    if _near(places.get("third", ()), insult, _NEAR):
        return "third"
    me = _near(places.get("self", ()), insult, _NEAR)
    you = any(abs(insult.start - one.start) <= _NEAR for one in (*places.get("you", ()), *places.get("reader", ())))
    if me and (not you or insult.start - me < min(abs(insult.start - one.start) for one in (*places["you"], *places["reader"]))):
        return "self"
    return "you" if you else ""


def _near(those: list[Found] | tuple[()], insult: Found, reach: int) -> int:
    """One more than the place of the last of `those` within reach before the insult; 0 for none."""
    return max((one.start + 1 for one in those if 0 < insult.start - one.start <= reach), default=0)


def _denied(found: Found, places: Places) -> bool:
    return any(0 < found.start - one.start <= _BEFORE for one in places.get("not", ()))


def _told_in_quotes(low: str, open_words: str) -> bool:
    """Somebody is quoted, and what they said was an insult."""
    if low == open_words:
        return False
    quoted = _BOOK.find(_BOOK.tokens(" ".join(_QUOTED.findall(low)).strip('«»„“”"')))
    kinds = {found.kind for found in quoted}
    rest = {found.kind for found in _BOOK.find(_BOOK.tokens(open_words))}
    return bool(kinds & {"insult", "weak", "thrown", "accused"}) and bool(kinds & {"you"} or rest & {"third", "reported"})


def _about_something(places: Places, tokens: list[str]) -> bool:
    """A mild oath right before the thing it is about ("my damn parcel"), not a sigh with a comma after it."""
    return any(one.end < len(tokens) and tokens[one.end].isalpha() and one.start > 0 for one in places["mild"])


def _shouts(text: str) -> bool:
    words = _LETTERS.findall(text)
    loud = [word for word in words if word.isupper()]
    return len(loud) >= 3 and sum(map(len, loud)) >= _LEAST_SHOUTED and len(loud) >= _MOSTLY * len(words)
