"""What finding entities and products costs for one message, beside a plain scan of all product names.

    python -m bench.entities [--rounds 2000] [--products 5000]

Lines: all finders together for messages without numbers and with numbers; products of a catalogue by `ProductIndex`, and by
`rapidfuzz.process.extract` over all names (WRatio), which knows no inflection and no purpose. Printed: median and p99 in microseconds of
CPU, and the ratio of the index to the scan. Absolute figures depend on the machine.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date

from rapidfuzz import fuzz, process

from intents.entities import find_entities
from intents.entities.products import ProductIndex

TODAY = date(2026, 11, 21)
WITHOUT_NUMBERS = (
    "hello could you please tell me why nobody has answered my question yet",
    "здравствуйте скажите пожалуйста почему мне до сих пор никто не ответил на письмо",
    "добрий день підкажіть будь ласка чому мені досі ніхто не відповів на лист",
    "pozdravljeni ali mi lahko prosim poveste zakaj mi še vedno nihče ni odgovoril",
)
WITH_NUMBERS = (
    "where is my order 1002, it should have come on friday after five",
    "верните мне 39,90 евро за заказ №1002 от 12 ноября, пожалуйста",
    "замовлення 1002, дві лампи, чекаю у п'ятницю після шостої, тел. 050 111 22 33",
    "naročilo št. 1002 z dne 12. novembra, pokličite me na 040 111 001 po 17h",
)
_KINDS = (
    "kettle",
    "drill",
    "tent",
    "lamp",
    "blender",
    "stove",
    "cable",
    "bottle",
    "chair",
    "table",
    "mirror",
    "carpet",
    "grinder",
    "scale",
)
_BRANDS = ("Aurora", "Bora", "Polar", "Sora", "Vega", "Lumen", "Triglav", "Kolpa", "Dnipro", "Baikal", "Soča", "Mura", "Neva", "Pohorje")
_TRAITS = ("travel", "cordless", "folding", "garden", "wall", "glass", "steel", "bamboo", "children", "compact", "silent", "bright")


def catalogue(size: int) -> dict[str, list[str]]:
    """SKUs with names made of a trait, a brand, a kind and a number, like those of a large shop; the same every time."""
    chance = random.Random(7)
    names: dict[str, list[str]] = {}
    for number in range(size):
        trait, brand, kind = chance.choice(_TRAITS), chance.choice(_BRANDS), chance.choice(_KINDS)
        names[f"{kind[:3].upper()}-{number:04d}"] = [f"{brand} {trait} {kind} {chance.randint(10, 99) / 10} l"]
    return names


def asked(names: dict[str, list[str]], count: int) -> list[str]:
    """Messages that name a product: the kind, the full name, the brand, with a slip of the finger, or none at all."""
    chance = random.Random(11)
    all_names = [each[0] for each in names.values()]
    said: list[str] = []
    for number in range(count):
        name = chance.choice(all_names)
        words = name.lower().split()
        slipped = words[2][:2] + words[2][3:] if len(words[2]) > 4 else words[2]
        said.append(
            (
                f"do you have the {name.lower()} in stock",
                f"how much is the {words[1]} {slipped}",
                f"is the {words[0]} {words[2]} any good for travelling with children",
                f"I want to return the {words[2]}",
                WITHOUT_NUMBERS[number % len(WITHOUT_NUMBERS)],
            )[number % 5]
        )
    return said


def measure(work: Callable[[str], object], texts: Sequence[str], rounds: int) -> tuple[float, float]:
    """Median and p99 in microseconds of CPU, after a first pass."""
    for text in texts:
        work(text)
    taken: list[float] = []
    for number in range(rounds):
        text = texts[number % len(texts)]
        begun = time.thread_time_ns()
        work(text)
        taken.append((time.thread_time_ns() - begun) / 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=100)[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--products", type=int, default=5000)
    options = parser.parse_args()
    names = catalogue(options.products)
    index = ProductIndex(names)
    flat = [name.lower() for each in names.values() for name in each]
    questions = asked(names, 200)

    def find(text: str) -> object:
        return find_entities(text, now=TODAY)

    def scan(text: str) -> object:
        return process.extract(text, flat, scorer=fuzz.WRatio, limit=10)

    lines = {
        "entities, no number": measure(find, WITHOUT_NUMBERS, options.rounds),
        "entities, numbers": measure(find, WITH_NUMBERS, options.rounds),
        f"products, {len(names)}": measure(index.match, questions, options.rounds),
        "plain scan": measure(scan, questions[:20], 40),
    }
    print(f"{'':24}{'median':>10}{'p99':>10}  microseconds of CPU")
    for name, (median, p99) in lines.items():
        print(f"{name:24}{median:10.0f}{p99:10.0f}")
    print(f"products: {lines[f'products, {len(names)}'][0] / lines['plain scan'][0]:.4f} of a plain scan")


if __name__ == "__main__":
    main()
