"""Lessons as training data: what is written, what is folded, and that the bot understands afterwards what it did not before."""

from __future__ import annotations

from pathlib import Path

from bot.app import demo_shop, open_desk
from bot.cli.learning import export_from
from bot.desk.freeze import Known
from bot.desk.lesson_file import FILE, Taught, export
from bot.update import Update, UpdateKind
from intents.commands import train
from intents.engine import Engine
from intents.model import Model
from intents.rasa_format import read_all
from tests.chat import Clock, config
from tests.desk.office import Moody, hire

BASE = """\
version: "3.1"
nlu:
- intent: order_status
  examples: |
    - where is my order
    - where is my parcel
    - track my parcel
    - status of my order
    - has my order been sent
    - please tell me where order 1001 is
- intent: discount
  examples: |
    - do you have a coupon
    - any discounts today
    - promo code please
    - is there a sale
    - my discount code does not work
    - can I get a discount
- intent: out_of_scope
  examples: |
    - who won the football match
    - sing me a song
    - what is the capital of France
    - tell me a joke
"""
PERSONAL = ("Petra", "Kova", "petra.kovac@gmail.com", "20318", "123 456", "Slovenska", "kovac")


def taught(text: str, meant: str = "discount", language: str = "en", known: Known | None = None) -> Taught:
    return Taught(text, meant, language, known or Known())


def examples(folder: Path) -> list[tuple[str | None, str, str]]:
    read = read_all([folder])
    assert read.errors == ()
    return [(e.language, e.intent, e.text) for e in read.examples]


def test_each_language_has_its_file_and_doubles_are_one(tmp_path: Path) -> None:
    told = export(
        [
            taught("Do you wrap gifts?"),
            taught("do you wrap gifts"),
            taught("а упаковка в подарок бывает?", language="ru"),
            taught("", "complaint"),
            taught("x" * 5000),
            taught("[see](this) {all} - \x07 of it"),
        ],
        tmp_path,
        frozenset(),
    )
    assert (told.examples, told.folded, told.empty) == (3, 1, 2)
    assert [file.relative_to(tmp_path).as_posix() for file in told.files] == [f"en/{FILE}", f"ru/{FILE}"]
    assert examples(tmp_path) == [
        ("en", "discount", "do you wrap gifts"),
        ("en", "discount", "(see)(this) (all) - of it"),
        ("ru", "discount", "а упаковка в подарок бывает?"),
    ]


def test_a_file_is_added_to_and_what_a_person_took_out_stays_out(tmp_path: Path) -> None:
    export([taught("do you wrap gifts"), taught("a private matter")], tmp_path, frozenset())
    file = tmp_path / "en" / FILE
    file.write_text(file.read_text("utf-8").replace("    - a private matter\n", ""), "utf-8")
    export([taught("is wrapping extra", "product_price"), taught("Do you wrap gifts?", "product_info")], tmp_path, frozenset())
    assert examples(tmp_path) == [("en", "product_info", "Do you wrap gifts?"), ("en", "product_price", "is wrapping extra")]
    export([taught("only this")], tmp_path, frozenset(), anew=True)
    assert examples(tmp_path) == [("en", "discount", "only this")]


async def test_what_was_misunderstood_is_understood_after_training_and_nothing_personal_is_in_the_file(tmp_path: Path) -> None:
    base = tmp_path / "base" / "en.yml"
    base.parent.mkdir()
    base.write_text(BASE, "utf-8")
    before = Model.load(train([base], tmp_path / "before.npz").path)
    said = (
        "where can you gift wrap order 20318, I am Petra Kovač",
        "gift wrap my order please, +386 40 123 456",
        "gift wrapping of my parcel to Slovenska cesta 15, petra.kovac@gmail.com",
        "please gift wrap the parcel, says Petra",
    )
    wish = "where can I have my parcel gift wrapped"
    assert before.read(wish).ranking[0].name == "order_status"
    clock, channel = Clock(), Moody()
    async with open_desk(config(), database=str(tmp_path / "shop.db"), now=clock, shop=demo_shop(clock), engine=Engine(before)) as desk:
        desk.connectors[channel.name] = channel
        maja = await hire(desk.store)
        for place, text in enumerate(said):
            await desk.reception.accept([Update("test", str(place), "petra", UpdateKind.TEXT, clock(), text, name="Petra Kovač")])
            await desk.reception.settled("test", "petra", timeout=20)
        conversation = await desk.store.conversation("test", "petra")
        assert conversation is not None
        for line in (await desk.people.view.conversation(conversation)).lines:
            if line.kind == "customer":
                await desk.people.lessons.teach(line.id, maja, "product_info")
        told = await export_from(desk, tmp_path / "lessons")
        assert told.examples == len(said)
        again = await export_from(desk, tmp_path / "lessons")
        assert again.examples == 0, "what was exported is not new any more"
    written = (tmp_path / "lessons" / "en" / FILE).read_text("utf-8")
    assert [each for each in PERSONAL if each in written] == []
    after = Model.load(train([base.parent, tmp_path / "lessons"], tmp_path / "after.npz").path)
    assert after.read(wish).ranking[0].name == "product_info"
