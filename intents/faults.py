"""What is wrong with the training examples, each with file and line, for `frontdesk check` and `frontdesk nlu test`.

Reads only. Faults fail a check; notices are worth a look and are shown by `frontdesk nlu test`. Neighbours: `rasa_format.py` finds faults
of form, this module those of meaning, with `near.py` (lines that say nearly the same) and `strays.py` (lines in the wrong place).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Final

from intents.names import INTENTS, SMALL_TALK
from intents.near import near_pairs, wording
from intents.rasa_format import Example, Fault, read_all
from intents.strays import contacts, out_of_place
from intents.understanding import LANGUAGES

LEAST_BUSINESS: Final = 40  # examples an intent needs in each language
LEAST_SMALL_TALK: Final = 15
# Of the examples an intent has in the other languages (their median): with less a language is left behind. Chosen, not measured: it lets
# an honest difference pass, since languages do not have equally many ways to say a thing.
LEFT_BEHIND: Final = 0.5
BEHIND: Final = 0.7  # worth a notice


def check_examples(root: Path, languages: Sequence[str] = LANGUAGES) -> list[Fault]:
    """Every fault of the examples below `root`; notices are left out. An empty list means all is well."""
    return [fault for fault in look_through(root, languages) if not fault.notice]


def look_through(root: Path, languages: Sequence[str] = LANGUAGES) -> list[Fault]:
    """Faults and notices, by file and line."""
    read = read_all([root])
    counts = Counter((example.language, example.intent) for example in read.examples)
    first: dict[tuple[str | None, str], Example] = {}
    for example in read.examples:
        first.setdefault((example.language, example.intent), example)
    faults = [*read.faults, *_unknown(read.examples), *look_at(read.examples)]
    faults += _missing(root, languages, counts, first)
    faults += _left_behind(languages, counts, first)
    return sorted(faults, key=lambda fault: (str(fault.file), fault.line))


def look_at(examples: Sequence[Example]) -> list[Fault]:
    """What can be said of any examples, also of another bot's: doubles, contradictions, strays."""
    strays = (fault for find in (out_of_place, contacts) for example in examples for fault in find(example))
    return [*_doubled(examples), *_near(examples), *strays]


def _unknown(examples: Sequence[Example]) -> Iterator[Fault]:
    told: set[tuple[Path, str]] = set()
    for example in examples:
        if example.intent not in INTENTS and (example.file, example.intent) not in told:
            told.add((example.file, example.intent))
            yield Fault(example.file, example.line, f"unknown intent `{example.intent}`; intents/names.py lists all")


def _doubled(examples: Sequence[Example]) -> Iterator[Fault]:
    """The same twice in one intent: a fault letter for letter, a notice when only case, punctuation or numbers differ."""
    exact: dict[tuple[str | None, str, str], Example] = {}
    worded: dict[tuple[str | None, str, str], Example] = {}
    for example in examples:
        before = exact.setdefault((example.language, example.intent, " ".join(example.text.lower().split())), example)
        same = worded.setdefault((example.language, example.intent, wording(example.text)), example)
        if before is not example:
            yield Fault(example.file, example.line, f'"{example.text}" stands here twice ({_place(before, example)})')
        elif same is not example:
            message = f'"{example.text}" differs from "{same.text}" ({_place(same, example)}) in case, punctuation or numbers alone'
            yield Fault(example.file, example.line, message, notice=True)


def _near(examples: Sequence[Example]) -> Iterator[Fault]:
    """The same under two intents teaches a contradiction; nearly the same may do so."""
    for pair in near_pairs(examples):
        example, other = pair.example, pair.other
        where = f"{other.file.name}:{other.line}"
        if pair.same:
            message = f'"{example.text}" (`{example.intent}`) stands under `{other.intent}` too ({where})'
        else:
            message = f'"{example.text}" (`{example.intent}`) is nearly "{other.text}" under `{other.intent}` ({where})'
        yield Fault(example.file, example.line, message, notice=not pair.same)


def _missing(
    root: Path,
    languages: Sequence[str],
    counts: Counter[tuple[str | None, str]],
    first: dict[tuple[str | None, str], Example],
) -> list[Fault]:
    faults: list[Fault] = []
    for language in languages:
        for intent in INTENTS:
            least = LEAST_SMALL_TALK if intent in SMALL_TALK else LEAST_BUSINESS
            count = counts[language, intent]
            if not count:
                faults.append(Fault(root / language, 1, f"`{intent}` has no examples in {language}"))
            elif count < least:
                example = first[language, intent]
                faults.append(Fault(example.file, example.line, f"`{intent}` has {count} examples in {language}; {least} are needed"))
    return faults


def _left_behind(
    languages: Sequence[str], counts: Counter[tuple[str | None, str]], first: dict[tuple[str | None, str], Example]
) -> Iterator[Fault]:
    """An intent that one language has far fewer examples of than the others; none at all is told by `_missing`."""
    by_intent: dict[str, dict[str, int]] = defaultdict(dict)
    for language in languages:
        for intent in INTENTS:
            by_intent[intent][language] = counts[language, intent]
    for intent, found in by_intent.items():
        for language, count in found.items():
            others = [many for other, many in found.items() if other != language]
            usual = median(others) if others else 0
            if count and count < BEHIND * usual:
                example = first[language, intent]
                message = (
                    f"`{intent}` has {count} examples in {language}, and {usual:.0f} in the other languages: {language} is left behind"
                )
                yield Fault(example.file, example.line, message, notice=count >= LEFT_BEHIND * usual)


def _place(where: Example, seen_from: Example) -> str:
    return f"line {where.line}" if where.file == seen_from.file else f"{where.file.name}:{where.line}"
