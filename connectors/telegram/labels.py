"""The few words the connector says itself, in each language. What the shop says is not here (flows/texts)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "choose": "Please choose:",
        "more": "More options:",
        "contact": "Tap the button below to share your phone number with {shop}, or type it.",
        "share": "📱 Share my phone number",
        "start": "Start",
        "help": "What we can do for you",
        "language": "Change the language",
        "human": "Talk to a person",
        "stop": "Stop messages",
    },
    "ru": {
        "choose": "Пожалуйста, выберите:",
        "more": "Ещё варианты:",
        "contact": "Нажмите кнопку ниже, чтобы магазин {shop} получил Ваш номер телефона, или напишите его.",
        "share": "📱 Отправить мой номер",
        "start": "Начать",
        "help": "Чем мы можем помочь",
        "language": "Сменить язык",
        "human": "Позвать сотрудника",
        "stop": "Больше не писать мне",
    },
    "uk": {
        "choose": "Будь ласка, виберіть:",
        "more": "Ще варіанти:",
        "contact": "Натисніть кнопку нижче, щоб магазин {shop} отримав Ваш номер телефону, або напишіть його.",
        "share": "📱 Надіслати мій номер",
        "start": "Почати",
        "help": "Чим ми можемо допомогти",
        "language": "Змінити мову",
        "human": "Покликати працівника",
        "stop": "Більше не писати мені",
    },
    "sl": {
        "choose": "Prosimo, izberite:",
        "more": "Še druge možnosti:",
        "contact": "Tapnite spodnji gumb, da trgovini {shop} pošljete svojo telefonsko številko, ali jo vpišite.",
        "share": "📱 Pošlji mojo številko",
        "start": "Začni",
        "help": "S čim Vam lahko pomagamo",
        "language": "Zamenjaj jezik",
        "human": "Pogovor s sodelavcem",
        "stop": "Ne pošiljajte mi več sporočil",
    },
}
COMMANDS = ("start", "help", "language", "human", "stop")
"""The menu beside the message field. Each is a label above, and the core understands "/<name>"."""


def word(language: str, key: str, *, shop: str = "") -> str:
    """A label; English where we do not speak the language."""
    return " ".join(LABELS.get(language, LABELS["en"])[key].replace("{shop}", shop).replace(" ,", ",").split())
