"""What agents read in the group, in the four languages. Customers see none of it but `correction`.

Each key has its words in the order of LANGUAGES. A topic is read by everybody, so its card is in the group's language; what one agent is
told is in the agent's own.
"""

from __future__ import annotations

from intents.understanding import LANGUAGES

Row = tuple[str, str, str, str]

_CARD: dict[str, Row] = {
    "customer": ("Customer", "Клиент", "Клієнт", "Stranka"),
    "bot": ("Bot", "Бот", "Бот", "Bot"),
    "note": ("{name}, note (private)", "{name}, заметка (не для клиента)", "{name}, нотатка (не для клієнта)", "{name}, zapisek (interno)"),
    "edited": (
        "{name} changed the message to",
        "{name}: сообщение изменено",
        "{name}: повідомлення змінено",
        "{name}: spremenjeno sporočilo",
    ),
    "speaks": ("writes in {language}", "язык: {language}", "мова: {language}", "jezik: {language}"),
    "en": ("English", "английский", "англійська", "angleščina"),
    "ru": ("Russian", "русский", "російська", "ruščina"),
    "uk": ("Ukrainian", "украинский", "українська", "ukrajinščina"),
    "sl": ("Slovenian", "словенский", "словенська", "slovenščina"),
    "calm": ("calm", "спокойный тон", "спокійний тон", "miren ton"),
    "upset": ("upset", "расстроен", "засмучений", "razburjen ton"),
    "angry": ("angry", "сердится", "сердиться", "jezen ton"),
    "abusive": ("insulting", "оскорбляет", "ображає", "žaljiv ton"),
    "wants": ("Wants", "Просит", "Просить", "Želi"),
    "answers": ("Answered", "Ответы", "Відповіді", "Odgovori"),
    "known": ("Known", "Известно", "Відомо", "Znano"),
    "tried": ("Handed over because", "Почему передано", "Чому передано", "Razlog predaje"),
    "files": ("Files", "Файлов", "Файлів", "Datotek"),
    "again": ("Reopened", "Открыто снова", "Відкрито знову", "Znova odprto"),
    "promised": ("Promised", "Обещано", "Обіцяно", "Obljubljeno"),
    "by": ("by {time}", "до {time}", "до {time}", "do {time}"),
    "waiting": ("Waiting for an agent", "Ждёт сотрудника", "Чекає на співробітника", "Čaka na sodelavca"),
    "agent": ("With {name}", "Ведёт {name}", "Веде {name}", "Prevzel/-a: {name}"),
    "snoozed": ("Snoozed until {time}", "Отложено до {time}", "Відкладено до {time}", "Preloženo do {time}"),
    "solved": ("Solved, the customer said so", "Решено, клиент подтвердил", "Вирішено, клієнт підтвердив", "Rešeno, stranka je potrdila"),
    "closed": ("Closed", "Закрыто", "Закрито", "Zaprto"),
    "answer_due": ("Answer promised by {time}", "Ответ обещан до {time}", "Відповідь обіцяно до {time}", "Odgovor obljubljen do {time}"),
    "how": (
        "Write here to answer; // begins a private note.",
        "Пишите здесь, и ответ уйдёт клиенту; // в начале делает сообщение внутренней заметкой.",
        "Пишіть тут, і відповідь піде клієнту; // на початку робить повідомлення внутрішньою нотаткою.",
        "Kar napišete tukaj, dobi stranka; // na začetku pomeni interni zapisek.",
    ),
    "undelivered": ("Not delivered", "Не доставлено", "Не доставлено", "Ni dostavljeno"),
    "unclear": (
        "It is not known whether this arrived",
        "Неизвестно, дошло ли это",
        "Невідомо, чи це дійшло",
        "Ni znano, ali je to prispelo",
    ),
    "held": (
        "Waits until the customer writes",
        "Ждёт, пока клиент не напишет",
        "Чекає, доки клієнт не напише",
        "Čaka, da stranka piše",
    ),
    "file_gone": ("File not available", "Файл недоступен", "Файл недоступний", "Datoteka ni na voljo"),
    "file_later": ("The file is still being fetched", "Файл ещё загружается", "Файл ще завантажується", "Datoteka se še prenaša"),
    "file_large": (
        "File of {size} MB, more than a bot may send; open it at the desk",
        "Файл {size} МБ: больше, чем может переслать бот; откройте его в рабочем месте",
        "Файл {size} МБ: більше, ніж може переслати бот; відкрийте його в робочому місці",
        "Datoteka z {size} MB je prevelika za bota; odprite jo v delovnem mestu",
    ),
    "not_shown": (
        "This message cannot be shown here; open it at the desk",
        "Это сообщение здесь показать нельзя; откройте его в рабочем месте",
        "Це повідомлення тут показати не можна; відкрийте його в робочому місці",
        "Tega sporočila tu ni mogoče prikazati; odprite ga v delovnem mestu",
    ),
}

_BUTTONS: dict[str, Row] = {
    "take": ("Take over", "Взять", "Взяти", "Prevzemi"),
    "resolve": ("Resolve", "Решено", "Вирішено", "Rešeno"),
    "give_bot": ("Back to the bot", "Вернуть боту", "Повернути боту", "Vrni botu"),
    "assign": ("Assign", "Передать", "Передати", "Dodeli"),
    "promise": ("Promise", "Обещание", "Обіцянка", "Obljuba"),
    "retry": ("Send again", "Отправить снова", "Надіслати знову", "Pošlji znova"),
    "keep": ("Note the promise", "Записать обещание", "Записати обіцянку", "Zapiši obljubo"),
}

_TOLD: dict[str, Row] = {
    "unknown": (
        "Not sent: it is not known whose account this is. Ask the owner for a code (frontdesk agents link) and write /link CODE here.",
        "Не отправлено: неизвестно, чей это аккаунт. Попросите у владельца код (frontdesk agents link) и напишите здесь /link КОД.",
        "Не надіслано: невідомо, чий це акаунт. Попросіть у власника код (frontdesk agents link) і напишіть тут /link КОД.",
        "Ni poslano: ni znano, čigav je ta račun Telegram. Prosite lastnika za kodo (frontdesk agents link) in tukaj napišite /link KODA.",
    ),
    "anonymous": (
        "Not sent: you write as the group. Switch off “Remain anonymous” in your administrator rights.",
        "Не отправлено: вы пишете от имени группы. Отключите «Анонимность» в своих правах администратора.",
        "Не надіслано: ви пишете від імені групи. Вимкніть «Анонімність» у своїх правах адміністратора.",
        "Ni poslano: pišete v imenu skupine. V skrbniških pravicah izklopite anonimnost.",
    ),
    "linked": (
        "{name}, this account is linked now. What you write in a topic goes to its customer.",
        "{name}, аккаунт привязан. То, что вы пишете в теме, получает её клиент.",
        "{name}, акаунт прив’язано. Те, що ви пишете в темі, отримує її клієнт.",
        "{name}, račun je povezan. Kar napišete v temi, dobi njena stranka.",
    ),
    "bad_code": (
        "This code is not valid (it is good once, for half an hour).",
        "Код не подходит: он действует один раз в течение получаса.",
        "Код не підходить: він діє один раз протягом пів години.",
        "Koda ni veljavna: velja enkrat, pol ure.",
    ),
    "theirs": (
        "Not sent: {name} has this conversation.",
        "Не отправлено: переписку ведёт {name}.",
        "Не надіслано: листування веде {name}.",
        "Ni poslano: pogovor vodi {name}.",
    ),
    "theirs_lead": (
        "Not sent: {name} has this conversation. /take takes it over.",
        "Не отправлено: переписку ведёт {name}. Команда /take передаст её вам.",
        "Не надіслано: листування веде {name}. Команда /take передасть його вам.",
        "Ni poslano: pogovor vodi {name}. Z ukazom /take ga prevzamete.",
    ),
    "not_allowed": (
        "Your role does not allow this.",
        "Для этого нужна другая роль.",
        "Для цього потрібна інша роль.",
        "Vaša vloga tega ne dovoli.",
    ),
    "nothing": (
        "There is nothing open here.",
        "Здесь нет открытого обращения.",
        "Тут немає відкритого звернення.",
        "Tu ni odprtega primera.",
    ),
    "no_promise": (
        "Write it with its time: /promise we call tomorrow at 10",
        "Напишите со сроком: /promise перезвоним завтра в 10",
        "Напишіть зі строком: /promise передзвонимо завтра о 10",
        "Napišite s časom: /promise pokličemo jutri ob 10",
    ),
    "promised_now": ("Promised by {time}", "Обещано до {time}", "Обіцяно до {time}", "Obljubljeno do {time}"),
    "keep_promise": (
        "Shall this be kept as a promise, due {time}?",
        "Записать это как обещание до {time}?",
        "Записати це як обіцянку до {time}?",
        "Naj bo to zapisano kot obljuba do {time}?",
    ),
    "who": ("Who shall have it?", "Кому передать?", "Кому передати?", "Komu dodeliti?"),
    "nobody": (
        "No agent is called {name}.",
        "Сотрудника «{name}» нет.",
        "Співробітника «{name}» немає.",
        "Sodelavca z imenom {name} ni.",
    ),
    "done": ("Done", "Готово", "Готово", "Opravljeno"),
    "assigned": ("Now with {name}", "Теперь ведёт {name}", "Тепер веде {name}", "Zdaj vodi {name}"),
    "empty": ("There is nothing to send.", "Отправлять нечего.", "Надсилати нічого.", "Ni česa poslati."),
    "other": (
        "Not sent: only words, pictures, voice, video and files can be passed on.",
        "Не отправлено: передать можно только текст, фото, голос, видео и файлы.",
        "Не надіслано: передати можна лише текст, фото, голос, відео та файли.",
        "Ni poslano: posredovati je mogoče le besedilo, slike, zvok, video in datoteke.",
    ),
    "too_large": (
        "Nothing of it was sent: {file} is larger than 20 MB, which a bot cannot fetch. Send it from the desk.",
        "Ничего не отправлено: {file} больше 20 МБ, бот такое не получает. Отправьте из рабочего места.",
        "Нічого не надіслано: {file} більше за 20 МБ, бот такого не отримує. Надішліть із робочого місця.",
        "Nič ni poslano: {file} je večja od 20 MB, česar bot ne more prevzeti. Pošljite jo z delovnega mesta.",
    ),
    "not_welcome": (
        "Nothing of it was sent: files like {file} are not passed on.",
        "Ничего не отправлено: файлы вида {file} не передаются.",
        "Нічого не надіслано: файли на кшталт {file} не передаються.",
        "Nič ni poslano: datoteke, kot je {file}, se ne posredujejo.",
    ),
    "failed": (
        "Not sent: something failed on our side. Please try again.",
        "Не отправлено: сбой на нашей стороне. Попробуйте ещё раз.",
        "Не надіслано: збій на нашому боці. Спробуйте ще раз.",
        "Ni poslano: napaka je na naši strani. Poskusite znova.",
    ),
    "unknown_command": (
        "There is no such command. There are: {names}",
        "Такой команды нет. Есть: {names}",
        "Такої команди немає. Є: {names}",
        "Takega ukaza ni. Na voljo so: {names}",
    ),
    "correction": ("Correction: {text}", "Исправление: {text}", "Виправлення: {text}", "Popravek: {text}"),
}

COMMANDS: dict[str, Row] = {
    "take": ("take the conversation over", "взять переписку", "взяти листування", "prevzemi pogovor"),
    "resolve": (
        "ask the customer whether it is solved",
        "спросить клиента, решено ли",
        "запитати клієнта, чи вирішено",
        "vprašaj stranko, ali je rešeno",
    ),
    "bot": (
        "give back to the bot, with what was agreed",
        "вернуть боту и записать, о чём договорились",
        "повернути боту й записати домовленість",
        "vrni botu z dogovorom",
    ),
    "promise": ("promise with a time", "обещание со сроком", "обіцянка зі строком", "obljuba s časom"),
    "assign": ("give to another agent", "передать другому сотруднику", "передати іншому співробітнику", "dodeli sodelavcu"),
    "note": ("private note", "внутренняя заметка", "внутрішня нотатка", "interni zapisek"),
    "link": ("link your account with a code", "привязать аккаунт по коду", "прив’язати акаунт за кодом", "poveži račun s kodo"),
}

WORDS = {**_CARD, **_BUTTONS, **_TOLD}


def word(key: str, language: str, /, **values: object) -> str:
    """The words of a key; English for a language we do not speak."""
    at = LANGUAGES.index(language) if language in LANGUAGES else 0
    text = WORDS[key][at]
    return text.format(**values) if values else text


def command_words(language: str) -> list[tuple[str, str]]:
    """(command, what it does) for the list Telegram shows after a "/"."""
    return [(name, row[LANGUAGES.index(language)]) for name, row in COMMANDS.items()]
