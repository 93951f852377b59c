"""Why a message was not sent, in an agent's words: by the code of the platform or of our own, else what the platform said."""

from __future__ import annotations

_BLOCKED = (
    "the customer has blocked us",
    "клиент нас заблокировал",
    "клієнт нас заблокував",
    "stranka nas je blokirala",
)
_GONE = (
    "this chat no longer exists",
    "этого чата больше нет",
    "цього чату більше немає",
    "ta klepet ne obstaja več",
)
_WINDOW = (
    "more than 24 hours since the customer wrote; it leaves when they write",
    "клиент не писал больше 24 часов; уйдёт, когда он напишет",
    "клієнт не писав понад 24 години; піде, коли він напише",
    "stranka ni pisala več kot 24 ur; odide, ko se oglasi",
)
_LARGE = ("the file is too large", "файл слишком большой", "файл завеликий", "datoteka je prevelika")
_SILENT = (
    "the platform did not answer; look whether it arrived",
    "платформа не ответила; проверьте, дошло ли",
    "платформа не відповіла; перевірте, чи дійшло",
    "platforma ni odgovorila; preverite, ali je prispelo",
)
_NO_CHANNEL = ("this channel is switched off", "этот канал отключён", "цей канал вимкнено", "ta kanal je izklopljen")
_NUMBER = (
    "this number cannot be reached there",
    "этот номер там недоступен",
    "цей номер там недоступний",
    "ta številka tam ni dosegljiva",
)
_OUR_ACCOUNT = (
    "our account at the platform needs looking at",
    "проверьте нашу учётную запись на платформе",
    "перевірте наш обліковий запис на платформі",
    "preverite naš račun pri platformi",
)
_OLD = ("it waited for more than a day", "ждало больше суток", "чекало понад добу", "čakalo je več kot en dan")

_WORDS: dict[str, tuple[str, str, str, str]] = {
    "blocked": _BLOCKED,
    "closed": _BLOCKED,
    "notSubscribed": _BLOCKED,
    "21610": _BLOCKED,
    "chat_not_found": _GONE,
    "migrated": _GONE,
    "receiverNotRegistered": _GONE,
    "window": _WINDOW,
    "63016": _WINDOW,
    "no_template": _WINDOW,
    "too_large": _LARGE,
    "timeout": _SILENT,
    "no_channel": _NO_CHANNEL,
    "21211": _NUMBER,
    "63003": _NUMBER,
    "63024": _NUMBER,
    "20003": _OUR_ACCOUNT,
    "invalidAuthToken": _OUR_ACCOUNT,
    "forbidden": _OUR_ACCOUNT,
    "late": _OLD,
}


def reason(code: str, said: str, language: str) -> str:
    """In the language where the code is known; what the platform said, where it is not."""
    known = _WORDS.get(code)
    at = {"en": 0, "ru": 1, "uk": 2, "sl": 3}.get(language, 0)
    return known[at] if known else said
