"""One trained model for all tests here, from the cache of the checkout; trained once (half a minute) when it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from intents.engine import Engine
from intents.entities.products import ProductIndex
from intents.model import EXAMPLES, Model, ensure

ROOT = Path(__file__).resolve().parents[2]

CATALOGUE = {
    "KET-17": ["Aurora kettle 1.7 l", "Чайник Aurora 1,7 л", "Чайник Aurora 1,7 л", "Kuhalnik Aurora 1,7 l"],
    "KET-15": ["Aurora kettle 1.5 l", "Чайник Aurora 1,5 л", "Чайник Aurora 1,5 л", "Kuhalnik Aurora 1,5 l"],
    "DRL-18": ["Bora cordless drill 18 V", "Дрель Bora 18 В", "Акумуляторний дриль Bora 18 В", "Vrtalnik Bora 18 V"],
    "DRL-12": ["Bora cordless drill 12 V", "Дрель Bora 12 В", "Акумуляторний дриль Bora 12 В", "Vrtalnik Bora 12 V"],
    "HLP-01": ["Polar headlamp", "Налобный фонарь Polar", "Налобний ліхтар Polar", "Naglavna svetilka Polar"],
    "TNT-03": ["Sora tent for three", "Палатка Sora на троих", "Намет Sora на трьох", "Šotor Sora za tri"],
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whichever test asks for the model first may have to wait until it is trained, on a busy machine for minutes."""
    for item in items:
        if "model_path" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(600))


@pytest.fixture(scope="session")
def model_path() -> Path:
    return ensure((EXAMPLES,), ROOT / ".cache")


@pytest.fixture(scope="session")
def model(model_path: Path) -> Model:
    return Model.load(model_path)


@pytest.fixture(scope="session")
def products() -> ProductIndex:
    return ProductIndex(CATALOGUE)


@pytest.fixture(scope="session")
def engine(model: Model, products: ProductIndex) -> Engine:
    return Engine(model, products)
