"""From a Rasa project to answers: trained in its own process, loaded, asked as a Rasa client asks, and measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from intents import commands
from intents.engine import Engine
from intents.model import Model, ModelError
from intents.server import answer

from .conftest import LIBRARY, NAMES, project

pytestmark = pytest.mark.timeout(300)  # on a busy machine the trainer takes its time


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> commands.Trained:
    return commands.train([LIBRARY], tmp_path_factory.mktemp("library") / "library.npz", names=NAMES)


@pytest.fixture(scope="module")
def engine(trained: commands.Trained) -> Engine:
    return Engine(Model.load(trained.path))


def test_what_was_passed_over_is_told(trained: commands.Trained) -> None:
    told = str(trained).splitlines()
    assert f"notice: {LIBRARY}/domain.yml:1: passed over: no training data but intents, entities, responses" in told
    assert told[-1] == f"model: {trained.path}"


def test_intents_have_our_names_where_they_are_mapped_and_theirs_elsewhere(trained: commands.Trained) -> None:
    assert Model.load(trained.path).labels == ("extend_loan", "faq", "move_book", "place_order", "product_availability", "shop_hours")


@pytest.mark.parametrize(
    ("text", "intent", "entities"),
    [
        ("when does Mill Lane close", "shop_hours", [("branch", "Mill Lane", "")]),
        ("podaljšajte izposojo, kartica LB-11122", "extend_loan", [("card", "LB-11122", "")]),
        ("какой штраф за опоздание", "faq", []),
        ("доставте книжку до філії Озерна", "move_book", [("branch", "Озерна", "to")]),
    ],
)
def test_a_client_of_rasa_gets_intent_and_entities(engine: Engine, text: str, intent: str, entities: list[tuple[str, str, str]]) -> None:
    understood = engine.understand(text)
    assert understood.ranking[0].name == intent
    assert [(entity.kind, entity.value, entity.role) for entity in understood.entities] == entities
    said = answer(understood)
    assert [(each["entity"], each["value"], text[each["start"] : each["end"]]) for each in said["entities"]] == [
        (kind, value, value) for kind, value, _ in entities
    ]


def test_what_frontdesk_knows_by_itself_is_still_found(engine: Engine) -> None:
    understood = engine.understand("my e-mail is ana@example.com, card LB-20417")
    assert {entity.kind for entity in understood.entities} == {"email", "card"}


def test_a_test_on_annotated_examples_tells_how_well_entities_are_found(trained: commands.Trained) -> None:
    figures = str(commands.test(trained.path, [LIBRARY], NAMES))
    assert "  entities: precision" in figures
    assert "    branch: precision" in figures


def test_training_on_a_faulty_map_names_file_and_line(tmp_path: Path) -> None:
    file = project(tmp_path, names="chitchat: greting\n") / "names.yml"
    with pytest.raises(ModelError, match=r"names\.yml:1: unknown intent `greting`"):
        commands.train([LIBRARY], tmp_path / "m.npz", names=file)
