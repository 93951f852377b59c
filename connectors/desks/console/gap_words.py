"""The words of the owner's page of what was not understood, and of the way to it. In the order of LANGUAGES."""

from __future__ import annotations

from connectors.desks.console.action_words import Row

GAP_WORDS: dict[str, Row] = {
    "gaps": ("Not understood", "Что не понято", "Що не зрозуміло", "Kaj ni razumljeno"),
    "gaps_mean": (
        "What customers wrote and the bot did not understand, put together by matter. Names and other personal data are left out (…).",
        "Что писали клиенты и чего бот не понял, по темам. Имена и другие личные данные убраны (…).",
        "Що писали клієнти й чого бот не зрозумів, за темами. Імена та інші особисті дані прибрано (…).",
        "Kar so stranke napisale in bot ni razumel, po temah. Imena in drugi osebni podatki so izpuščeni (…).",
    ),
    "gaps_days": ("Days", "Дней", "Днів", "Dni"),
    "gaps_all": ("All languages", "Все языки", "Усі мови", "Vsi jeziki"),
    "gaps_total": (
        "Messages not understood: {count}",
        "Не понято сообщений: {count}",
        "Не зрозуміло повідомлень: {count}",
        "Nerazumljenih sporočil: {count}",
    ),
    "gaps_none": (
        "Nothing came up three times or more.",
        "Ничего не встретилось хотя бы трижды.",
        "Ніщо не трапилося хоча б тричі.",
        "Nič se ni pojavilo vsaj trikrat.",
    ),
    "gap_matter": ("Matter", "Тема", "Тема", "Tema"),
    "gap_count": ("Messages", "Сообщений", "Повідомлень", "Sporočil"),
    "gap_trend": ("Before → lately", "Раньше → недавно", "Раніше → нещодавно", "Prej → nedavno"),
}
