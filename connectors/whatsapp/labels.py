"""The few words the connector itself says to customers, in four languages, formally. Everything else is the core's wording."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """`open_list` opens a list (at most 20 letters), `choose` stands above options that came without a text, `more` above the second and
    later lists (`{n}` of `{count}`), `file` for a file without a name, `customer` where a template has a name and none is known."""

    open_list: str
    choose: str
    more: str
    file: str
    customer: str


_LABELS = {
    "en": Labels("Show options", "Please choose:", "More options ({n} of {count}):", "File", "dear customer"),
    "ru": Labels("Показать варианты", "Пожалуйста, выберите:", "Ещё варианты ({n} из {count}):", "Файл", "уважаемый покупатель"),
    "uk": Labels("Показати варіанти", "Будь ласка, оберіть:", "Ще варіанти ({n} з {count}):", "Файл", "шановний покупцю"),
    "sl": Labels("Pokaži možnosti", "Prosimo, izberite:", "Še več možnosti ({n} od {count}):", "Datoteka", "spoštovani kupec"),
}


def labels(language: str) -> Labels:
    """English for a language there is none for."""
    return _LABELS.get(language, _LABELS["en"])
