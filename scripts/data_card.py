"""The tables of docs/data-card.md that count examples by subject and by style.

    python -m scripts.data_card            fill the page
    python -m scripts.data_card --print    only print them

Takes seconds; no model is trained. Neighbours: `document.py` counts by intent, `intents/styles.py` has the rules.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from intents.model import EXAMPLES
from intents.rasa_format import read_all
from intents.rasa_values import Example
from intents.styles import FLAGS, STYLES, flags_of, style_of
from intents.understanding import LANGUAGES

ROOT = Path(__file__).parent.parent
CARD = ROOT / "docs" / "data-card.md"
HELD_OUT = ROOT / "tests" / "nlu"
ONLY = {"in Latin letters": ("ru", "uk"), "no diacritics": ("sl",)}  # elsewhere it says nothing


def _head(first: str, last: Sequence[str]) -> list[str]:
    names = [*LANGUAGES, *last]
    return [f"| {first} | " + " | ".join(names) + " |", "|---|" + "---:|" * len(names)]


def subjects(examples: Sequence[Example]) -> str:
    """Examples by file, which is a group of intents, and language."""
    found = Counter((example.file.stem, example.language) for example in examples)
    intents = {stem: {example.intent for example in examples if example.file.stem == stem} for stem in sorted({stem for stem, _ in found})}
    lines = _head("group", ("all", "intents"))
    for stem, inside in intents.items():
        row = [found[stem, language] for language in LANGUAGES]
        lines.append(f"| {stem} | " + " | ".join(map(str, row)) + f" | {sum(row)} | {len(inside)} |")
    sums = [sum(found[stem, language] for stem in intents) for language in LANGUAGES]
    total = len(set().union(*intents.values()))
    return "\n".join([*lines, "| **all** | " + " | ".join(f"**{n}**" for n in sums) + f" | **{sum(sums)}** | **{total}** |"])


def styles(examples: Sequence[Example]) -> str:
    """Shares by language: main styles, which add up to the whole, then what else holds of a text."""
    sizes = Counter(example.language for example in examples)
    main = Counter((example.language, style_of(example.text, example.language)) for example in examples)
    more = Counter((e.language, flag) for e in examples for flag in flags_of(e.text, e.language))

    def row(name: str, found: Counter[tuple[str | None, str]]) -> str:
        asked = ONLY.get(name, LANGUAGES)
        shares = [f"{found[x, name] / max(1, sizes[x]):.1%}" if x in asked else "" for x in LANGUAGES]
        return f"| {name} | " + " | ".join(shares) + " |"

    lines = _head("main style", ())
    lines += [row(name, main) for name in STYLES]
    lines += ["", *_head("of all texts, those that are", ())]
    return "\n".join([*lines, *(row(name, more) for name in FLAGS)])


def fill(page: str, name: str, made: str) -> str:
    """The page with what stands between the marks `<!-- NAME -->` and `<!-- /NAME -->` replaced."""
    before, mark, rest = page.partition(f"<!-- {name} -->\n")
    _, end, after = rest.partition(f"<!-- /{name} -->")
    if not mark or not end:
        raise SystemExit(f"{CARD} has no place for {name}")
    return f"{before}{mark}\n{made}\n\n{end}{after}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--print", action="store_true", dest="show", help="print the tables, leave the page alone")
    asked = parser.parse_args()
    trained, held_out = read_all([EXAMPLES]).examples, read_all([HELD_OUT]).examples
    tables = {"groups": subjects(trained), "styles": styles(trained), "held-out-styles": styles(held_out)}
    if asked.show:
        print("\n\n".join(tables.values()))
        return
    page = CARD.read_text("utf-8")
    for name, made in tables.items():
        page = fill(page, name, made)
    CARD.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
