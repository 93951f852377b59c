"""The few words this connector says by itself, in each language. What the shop says is not here (flows/texts)."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "share_phone": "Share my phone number",
        "choose": "Please choose:",
        "give_phone": "Please share your phone number or type it.",
    },
    "ru": {
        "share_phone": "Отправить мой номер",
        "choose": "Пожалуйста, выберите:",
        "give_phone": "Пожалуйста, отправьте нам Ваш номер телефона или напишите его.",
    },
    "uk": {
        "share_phone": "Надіслати мій номер",
        "choose": "Будь ласка, оберіть:",
        "give_phone": "Будь ласка, надішліть нам Ваш номер телефону або напишіть його.",
    },
    "sl": {
        "share_phone": "Pošlji mojo številko",
        "choose": "Prosimo, izberite:",
        "give_phone": "Prosimo, pošljite nam svojo telefonsko številko ali jo vpišite.",
    },
}


def label(language: str, key: str) -> str:
    """A label; English for a language that is not ours."""
    return LABELS.get(language.split("-", maxsplit=1)[0], LABELS["en"])[key]
