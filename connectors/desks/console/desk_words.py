"""The words of the desk's page: what an agent reads, in the four languages. Customers never see them.

Each key has its words in the order of LANGUAGES. The page gets them as one JSON object; `{name}` is filled there. Times, dates and
numbers are the browser's business (Intl), so no plural is needed. Names of topics are in `topic_words.py`,
the words of actions and refusals in `action_words.py`.
"""

from __future__ import annotations

from functools import cache

from connectors.desks.console.action_words import ACTION_WORDS, Row
from connectors.desks.console.lesson_words import LESSON_WORDS, TALK
from connectors.desks.console.topic_words import ORDER_STATES, TOPICS
from intents.understanding import LANGUAGES

_LIST: dict[str, Row] = {
    "title": ("Desk", "Рабочее место", "Робоче місце", "Delovno mesto"),
    "skip": ("Go to the conversation", "К переписке", "До листування", "Na pogovor"),
    "conversations": ("Conversations", "Переписки", "Листування", "Pogovori"),
    "mine": ("Mine", "Мои", "Мої", "Moji"),
    "unassigned": ("Unassigned", "Свободные", "Вільні", "Nedodeljeni"),
    "all": ("All", "Все", "Усі", "Vsi"),
    "search": ("Search name, order, words", "Имя, заказ, слова", "Ім'я, замовлення, слова", "Ime, naročilo, besede"),
    "filters": ("Filters", "Фильтры", "Фільтри", "Filtri"),
    "clear_filters": ("Clear filters", "Сбросить фильтры", "Скинути фільтри", "Počisti filtre"),
    "channel": ("Channel", "Канал", "Канал", "Kanal"),
    "language": ("Language", "Язык", "Мова", "Jezik"),
    "tone": ("Tone", "Тон", "Тон", "Ton"),
    "topic": ("Topic", "Тема", "Тема", "Tema"),
    "any": ("any", "любой", "будь-який", "vsi"),
    "more": ("Show more", "Показать ещё", "Показати ще", "Pokaži več"),
    "none_mine": (
        "You have no conversations now. Take one from “Unassigned”.",
        "Сейчас у вас нет переписок. Возьмите одну из «Свободных».",
        "Зараз у вас немає листувань. Візьміть одне з «Вільних».",
        "Trenutno nimate pogovorov. Vzemite katerega med nedodeljenimi.",
    ),
    "none_unassigned": ("Nobody is waiting.", "Никто не ждёт.", "Ніхто не чекає.", "Nihče ne čaka."),
    "none_all": ("Nothing found.", "Ничего не найдено.", "Нічого не знайдено.", "Nič ni najdenega."),
    "nameless": ("Customer {id}", "Клиент {id}", "Клієнт {id}", "Stranka {id}"),
    "waits": ("waits {time}", "ждёт {time}", "чекає {time}", "čaka {time}"),
    "late": ("late", "просрочено", "прострочено", "zamuja"),
    "escalated": ("escalated", "эскалация", "ескалація", "eskalirano"),
    "snoozed_until": ("until {time}", "до {time}", "до {time}", "do {time}"),
    "unread": ("unread: {count}", "новых: {count}", "нових: {count}", "neprebrano: {count}"),
    "you": ("You", "Вы", "Ви", "Vi"),
    "bot": ("Bot", "Бот", "Бот", "Bot"),
    "status": ("Your status", "Ваш статус", "Ваш статус", "Vaše stanje"),
    "available": ("Available", "На месте", "На місці", "Na voljo"),
    "busy": ("Busy", "Занят(а)", "Зайнятий(а)", "Zaseden(a)"),
    "away": ("Away", "Не на месте", "Не на місці", "Odsoten(a)"),
    "calm": ("calm", "спокойный", "спокійний", "miren"),
    "upset": ("upset", "расстроен", "засмучений", "nezadovoljen"),
    "angry": ("angry", "сердит", "сердитий", "jezen"),
    "abusive": ("insulting", "оскорбляет", "ображає", "žali"),
    "waiting": ("waiting", "в очереди", "у черзі", "čaka"),
    "agent": ("with an agent", "у сотрудника", "у співробітника", "pri sodelavcu"),
    "snoozed": ("snoozed", "отложено", "відкладено", "preloženo"),
    "solved": ("solved", "решено", "вирішено", "rešeno"),
    "closed": ("closed", "закрыто", "закрито", "zaprto"),
    "menu": ("Menu", "Меню", "Меню", "Meni"),
    "profile": ("Profile", "Профиль", "Профіль", "Profil"),
    "agents": ("Agents", "Сотрудники", "Співробітники", "Sodelavci"),
    "audit": ("Audit log", "Журнал действий", "Журнал дій", "Dnevnik dejanj"),
    "leave": ("Sign out", "Выйти", "Вийти", "Odjava"),
    "keys": ("Keys", "Клавиши", "Клавіші", "Tipke"),
    "notify": ("Notifications in the browser", "Уведомления в браузере", "Сповіщення у браузері", "Obvestila v brskalniku"),
}

_THREAD: dict[str, Row] = {
    "choose": (
        "Choose a conversation on the left.",
        "Выберите переписку слева.",
        "Оберіть листування ліворуч.",
        "Izberite pogovor na levi.",
    ),
    "back": ("Back to the list", "К списку", "До списку", "Nazaj na seznam"),
    "thread": ("Messages", "Сообщения", "Повідомлення", "Sporočila"),
    "older": ("Earlier messages", "Более ранние сообщения", "Раніші повідомлення", "Starejša sporočila"),
    "newest": ("Newest messages", "К последним сообщениям", "До останніх повідомлень", "Najnovejša sporočila"),
    "customer": ("Customer", "Клиент", "Клієнт", "Stranka"),
    "note": ("Private note", "Внутренняя заметка", "Внутрішня нотатка", "Zasebni zaznamek"),
    "note_by": ("Private note · {name}", "Внутренняя заметка · {name}", "Внутрішня нотатка · {name}", "Zasebni zaznamek · {name}"),
    "edited": ("edited", "изменено", "змінено", "urejeno"),
    "queued": ("waits to be sent", "ждёт отправки", "чекає на відправлення", "čaka na pošiljanje"),
    "sending": ("is being sent", "отправляется", "надсилається", "se pošilja"),
    "sent": ("sent", "отправлено", "надіслано", "poslano"),
    "delivered": ("delivered", "доставлено", "доставлено", "dostavljeno"),
    "read": ("read", "прочитано", "прочитано", "prebrano"),
    "failed": ("not sent", "не отправлено", "не надіслано", "ni poslano"),
    "unknown": ("unknown whether it arrived", "неизвестно, дошло ли", "невідомо, чи дійшло", "ni znano, ali je prispelo"),
    "held": ("held back", "задержано", "затримано", "zadržano"),
    "void": (
        "not sent: somebody took over",
        "не отправлено: переписку взял сотрудник",
        "не надіслано: листування взяв співробітник",
        "ni poslano: pogovor je prevzel sodelavec",
    ),
    "retry": ("Send again", "Отправить ещё раз", "Надіслати ще раз", "Pošlji znova"),
    "why": ("Why did the bot say this?", "Почему бот так ответил?", "Чому бот так відповів?", "Zakaj je bot to napisal?"),
    "delete_note": ("Delete note", "Удалить заметку", "Видалити нотатку", "Izbriši zaznamek"),
    "picture": ("Picture", "Изображение", "Зображення", "Slika"),
    "voice": ("Voice message", "Голосовое сообщение", "Голосове повідомлення", "Glasovno sporočilo"),
    "file": ("File", "Файл", "Файл", "Datoteka"),
    "location": ("Location", "Место", "Місце", "Lokacija"),
    "not_loaded": ("cannot be shown", "не показывается", "не показується", "ni mogoče prikazati"),
    "asks_contact": ("asks for the phone number", "просит номер телефона", "просить номер телефону", "prosi za telefonsko številko"),
    "asks_file": ("asks for a picture", "просит фото", "просить фото", "prosi za sliko"),
    "customer_types": ("The customer is typing", "Клиент печатает", "Клієнт друкує", "Stranka piše"),
    "bot_has": (
        "The bot is answering. You can leave a private note, or take over.",
        "Отвечает бот. Можно оставить заметку или взять переписку.",
        "Відповідає бот. Можна залишити нотатку або взяти листування.",
        "Odgovarja bot. Lahko pustite zaznamek ali prevzamete pogovor.",
    ),
    "queue_has": (
        "The customer waits for a person.",
        "Клиент ждёт сотрудника.",
        "Клієнт чекає на співробітника.",
        "Stranka čaka na človeka.",
    ),
    "other_has": (
        "{name} has this conversation.",
        "Эту переписку ведёт {name}.",
        "Це листування веде {name}.",
        "Ta pogovor vodi {name}.",
    ),
    "take_over": ("Take over", "Взять", "Взяти", "Prevzemi"),
    "take_from": ("Take it from {name}", "Забрать у {name}", "Забрати у {name}", "Prevzemi od {name}"),
    "also_types": (
        "{name} is writing here too.",
        "{name} тоже пишет здесь.",
        "{name} теж пише тут.",
        "Tudi {name} piše tukaj.",
    ),
    "also_looks": ("{name} is looking too", "{name} тоже смотрит", "{name} теж дивиться", "{name} tudi gleda"),
    "window_open": (
        "WhatsApp: free answers for {time} more.",
        "WhatsApp: свободно отвечать можно ещё {time}.",
        "WhatsApp: вільно відповідати можна ще {time}.",
        "WhatsApp: prosto lahko odgovarjate še {time}.",
    ),
    "window_closed": (
        (
            "WhatsApp: more than 24 hours since the customer wrote. Your answer is kept, an approved template tells them that it waits, "
            "and it leaves when they write."
        ),
        (
            "WhatsApp: клиент не писал больше 24 часов. Ответ сохранится, клиент получит одобренный шаблон о том, что ответ ждёт, и само "
            "сообщение уйдёт, когда он напишет."
        ),
        (
            "WhatsApp: клієнт не писав понад 24 години. Відповідь збережеться, клієнт отримає схвалений шаблон про те, що відповідь чекає, "
            "і саме повідомлення піде, коли він напише."
        ),
        (
            "WhatsApp: stranka ni pisala več kot 24 ur. Odgovor se shrani, stranka dobi odobreno predlogo, da jo čaka, in sporočilo odide, "
            "ko se oglasi."
        ),
    ),
    "offline": (
        "No connection. Trying again…",
        "Нет связи. Пробуем снова…",
        "Немає зв'язку. Пробуємо знову…",
        "Ni povezave. Poskušamo znova …",
    ),
}


_COMPOSER: dict[str, Row] = {
    "reply": ("Reply", "Ответ", "Відповідь", "Odgovor"),
    "write_reply": (
        "Write to the customer. / for ready answers",
        "Напишите клиенту. / — готовые ответы",
        "Напишіть клієнту. / — готові відповіді",
        "Pišite stranki. / za pripravljene odgovore",
    ),
    "write_note": ("Only your team sees this", "Это видят только коллеги", "Це бачать лише колеги", "To vidijo samo sodelavci"),
    "locked": (
        "Take over to reply",
        "Чтобы ответить, возьмите переписку",
        "Щоб відповісти, візьміть листування",
        "Za odgovor prevzemite pogovor",
    ),
    "send": ("Send to customer", "Отправить клиенту", "Надіслати клієнту", "Pošlji stranki"),
    "add_note": ("Add note", "Добавить заметку", "Додати нотатку", "Dodaj zaznamek"),
    "attach": ("Attach a file", "Приложить файл", "Додати файл", "Priloži datoteko"),
    "remove_file": ("Remove {name}", "Убрать {name}", "Прибрати {name}", "Odstrani {name}"),
    "canned": ("Ready answers", "Готовые ответы", "Готові відповіді", "Pripravljeni odgovori"),
    "no_canned": ("No ready answer fits", "Подходящего ответа нет", "Немає відповідної відповіді", "Ni ustreznega odgovora"),
    "saved": ("Draft saved", "Черновик сохранён", "Чернетку збережено", "Osnutek je shranjen"),
    "promise": ("Promise", "Обещание", "Обіцянка", "Obljuba"),
    "suggestion": ("Keep as a promise: {words}", "Записать обещание: {words}", "Записати обіцянку: {words}", "Shrani kot obljubo: {words}"),
    "too_large": ("{name} is too large", "{name}: файл слишком большой", "{name}: файл завеликий", "{name}: datoteka je prevelika"),
}


WORDS: dict[str, Row] = _LIST | _THREAD | _COMPOSER | ACTION_WORDS | LESSON_WORDS


@cache
def labels(language: str) -> dict[str, str]:
    """All words of the page in one language; English for one we do not have."""
    at = LANGUAGES.index(language) if language in LANGUAGES else 0
    return (
        {key: row[at] for key, row in WORDS.items()}
        | {f"topic.{key}": row[at] for key, row in (TOPICS | TALK).items()}
        | {f"state.{key}": row[at] for key, row in ORDER_STATES.items()}
    )
