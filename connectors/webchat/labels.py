"""The page's own words: buttons, states and errors around the conversation, in each language, and the choice of one.

What the shop says in the conversation is not here (flows/texts). Plural forms carry the names of Intl.PluralRules, by
which the page picks them. Every language has every label; a test holds that.
"""

from __future__ import annotations

from collections.abc import Mapping

Label = str | Mapping[str, str]

LABELS: Mapping[str, Mapping[str, Label]] = {
    "en": {
        "title": "Chat with {shop}",
        "status": "We answer at once",
        "skip": "Skip to the message field",
        "conversation": "Conversation",
        "you": "You",
        "write": "Write a message",
        "write_phone": "Your phone number, with +",
        "send": "Send",
        "attach": "Add a photo or file",
        "attach_here": "Add a photo or file",
        "drop": "Drop files here",
        "remove": "Remove {name}",
        "cancel": "Cancel",
        "uploading": "Sending {name}",
        "sending": "Sending…",
        "failed": "Not sent",
        "retry": "Try again",
        "offline": "No connection. We keep trying, and nothing you write is lost.",
        "typing": "{shop} is writing…",
        "new": {"one": "{count} new message", "other": "{count} new messages"},
        "latest": "Go to the newest message",
        "enlarge": "Enlarge the picture",
        "picture": "Picture",
        "close": "Close",
        "chosen": "chosen",
        "choices": "Choices",
        "cards": "Cards",
        "next": "Next",
        "previous": "Previous",
        "map": "Show on the map",
        "opens_tab": "opens in a new tab",
        "too_long": "This message is too long for us. Please send it in parts or as a file.",
        "too_large": "This file is larger than {size} MB. Please send a smaller one.",
        "too_many": "Please send at most {count} files at a time.",
        "not_welcome": "We cannot open this kind of file. Photos, PDF, audio and video work.",
        "slow_down": "That was a lot at once. Please try again in a moment.",
        "no_session": "Your browser does not let this page remember you here. Please open the chat in its own tab.",
        "open_tab": "Open the chat",
        "bad_request": "Something went wrong on this page. Please reload it.",
        "no_script": "The chat needs JavaScript. Please switch it on and reload the page.",
        "open_chat": "Open the chat",
        "close_chat": "Close the chat",
        "demo_title": "The chat on a shop's page",
        "demo_text": "This page stands for any page of your shop. The button in the corner opens the chat.",
        "demo_how": "One line puts it there",
        "demo_product": "Add to basket",
    },
    "ru": {
        "title": "Чат с {shop}",
        "status": "Отвечаем сразу",
        "skip": "К полю сообщения",
        "conversation": "Переписка",
        "you": "Вы",
        "write": "Напишите сообщение",
        "write_phone": "Ваш номер телефона, начиная с +",
        "send": "Отправить",
        "attach": "Добавить фото или файл",
        "attach_here": "Добавить фото или файл",
        "drop": "Перетащите файлы сюда",
        "remove": "Убрать {name}",
        "cancel": "Отменить",
        "uploading": "Отправляем {name}",
        "sending": "Отправляем…",
        "failed": "Не отправлено",
        "retry": "Повторить",
        "offline": "Нет связи. Мы пробуем подключиться снова, ничего из написанного не пропадёт.",
        "typing": "{shop} печатает…",
        "new": {
            "one": "{count} новое сообщение",
            "few": "{count} новых сообщения",
            "many": "{count} новых сообщений",
            "other": "{count} нового сообщения",
        },
        "latest": "К последнему сообщению",
        "enlarge": "Увеличить изображение",
        "picture": "Изображение",
        "close": "Закрыть",
        "chosen": "выбрано",
        "choices": "Варианты ответа",
        "cards": "Карточки",
        "next": "Вперёд",
        "previous": "Назад",
        "map": "Показать на карте",
        "opens_tab": "откроется в новой вкладке",
        "too_long": "Сообщение слишком длинное. Пожалуйста, отправьте его частями или файлом.",
        "too_large": "Файл больше {size} МБ. Пожалуйста, отправьте файл поменьше.",
        "too_many": "Пожалуйста, отправляйте не больше {count} файлов за раз.",
        "not_welcome": "Такой файл мы открыть не сможем. Подойдут фото, PDF, аудио и видео.",
        "slow_down": "Сообщений пришло сразу много. Пожалуйста, повторите через минуту.",
        "no_session": "Браузер не разрешает этой странице запомнить Вас. Пожалуйста, откройте чат в отдельной вкладке.",
        "open_tab": "Открыть чат",
        "bad_request": "На странице что-то пошло не так. Пожалуйста, обновите её.",
        "no_script": "Для чата нужен JavaScript. Пожалуйста, включите его и обновите страницу.",
        "open_chat": "Открыть чат",
        "close_chat": "Закрыть чат",
        "demo_title": "Чат на странице магазина",
        "demo_text": "Так чат выглядит на любой странице Вашего магазина. Его открывает кнопка в углу.",
        "demo_how": "Для этого достаточно одной строки",
        "demo_product": "В корзину",
    },
    "uk": {
        "title": "Чат із {shop}",
        "status": "Відповідаємо одразу",
        "skip": "До поля повідомлення",
        "conversation": "Листування",
        "you": "Ви",
        "write": "Напишіть повідомлення",
        "write_phone": "Ваш номер телефону, починаючи з +",
        "send": "Надіслати",
        "attach": "Додати фото або файл",
        "attach_here": "Додати фото або файл",
        "drop": "Перетягніть файли сюди",
        "remove": "Прибрати {name}",
        "cancel": "Скасувати",
        "uploading": "Надсилаємо {name}",
        "sending": "Надсилаємо…",
        "failed": "Не надіслано",
        "retry": "Спробувати ще раз",
        "offline": "Немає зв’язку. Ми пробуємо під’єднатися знову, нічого з написаного не зникне.",
        "typing": "{shop} пише…",
        "new": {
            "one": "{count} нове повідомлення",
            "few": "{count} нові повідомлення",
            "many": "{count} нових повідомлень",
            "other": "{count} нового повідомлення",
        },
        "latest": "До останнього повідомлення",
        "enlarge": "Збільшити зображення",
        "picture": "Зображення",
        "close": "Закрити",
        "chosen": "вибрано",
        "choices": "Варіанти відповіді",
        "cards": "Картки",
        "next": "Далі",
        "previous": "Назад",
        "map": "Показати на карті",
        "opens_tab": "відкриється в новій вкладці",
        "too_long": "Повідомлення задовге. Будь ласка, надішліть його частинами або файлом.",
        "too_large": "Файл більший за {size} МБ. Будь ласка, надішліть менший.",
        "too_many": "Будь ласка, надсилайте не більше {count} файлів за раз.",
        "not_welcome": "Такий файл ми відкрити не зможемо. Підійдуть фото, PDF, аудіо та відео.",
        "slow_down": "Повідомлень надійшло одразу багато. Будь ласка, спробуйте за хвилину.",
        "no_session": "Браузер не дозволяє цій сторінці запам’ятати Вас. Будь ласка, відкрийте чат в окремій вкладці.",
        "open_tab": "Відкрити чат",
        "bad_request": "На сторінці щось пішло не так. Будь ласка, оновіть її.",
        "no_script": "Для чату потрібен JavaScript. Будь ласка, увімкніть його та оновіть сторінку.",
        "open_chat": "Відкрити чат",
        "close_chat": "Закрити чат",
        "demo_title": "Чат на сторінці магазину",
        "demo_text": "Так чат виглядає на будь-якій сторінці Вашого магазину. Його відкриває кнопка в кутку.",
        "demo_how": "Для цього досить одного рядка",
        "demo_product": "До кошика",
    },
    "sl": {
        "title": "Klepet: {shop}",
        "status": "Odgovorimo takoj",
        "skip": "Na polje za sporočilo",
        "conversation": "Pogovor",
        "you": "Vi",
        "write": "Napišite sporočilo",
        "write_phone": "Vaša telefonska številka, s +",
        "send": "Pošlji",
        "attach": "Dodajte fotografijo ali datoteko",
        "attach_here": "Dodajte fotografijo ali datoteko",
        "drop": "Datoteke spustite sem",
        "remove": "Odstrani {name}",
        "cancel": "Prekliči",
        "uploading": "Pošiljamo {name}",
        "sending": "Pošiljamo …",
        "failed": "Ni poslano",
        "retry": "Poskusite znova",
        "offline": "Ni povezave. Poskušamo znova in nič napisanega se ne bo izgubilo.",
        "typing": "{shop} piše …",
        "new": {
            "one": "{count} novo sporočilo",
            "two": "{count} novi sporočili",
            "few": "{count} nova sporočila",
            "other": "{count} novih sporočil",
        },
        "latest": "Na najnovejše sporočilo",
        "enlarge": "Povečaj sliko",
        "picture": "Slika",
        "close": "Zapri",
        "chosen": "izbrano",
        "choices": "Možnosti",
        "cards": "Kartice",
        "next": "Naprej",
        "previous": "Nazaj",
        "map": "Pokaži na zemljevidu",
        "opens_tab": "odpre se v novem zavihku",
        "too_long": "Sporočilo je predolgo. Prosimo, pošljite ga po delih ali kot datoteko.",
        "too_large": "Datoteka je večja od {size} MB. Prosimo, pošljite manjšo.",
        "too_many": "Prosimo, naenkrat pošljite največ toliko datotek: {count}.",
        "not_welcome": "Takšne datoteke ne moremo odpreti. Pošljete lahko fotografije, PDF, zvok in video.",
        "slow_down": "Naenkrat je prispelo veliko sporočil. Prosimo, poskusite čez trenutek.",
        "no_session": "Brskalnik tej strani ne dovoli, da si Vas zapomni. Prosimo, odprite klepet v novem zavihku.",
        "open_tab": "Odprite klepet",
        "bad_request": "Na strani je šlo nekaj narobe. Prosimo, znova jo naložite.",
        "no_script": "Klepet potrebuje JavaScript. Prosimo, vklopite ga in znova naložite stran.",
        "open_chat": "Odpri klepet",
        "close_chat": "Zapri klepet",
        "demo_title": "Klepet na strani trgovine",
        "demo_text": "Tako je klepet videti na kateri koli strani Vaše trgovine. Odpre ga gumb v kotu.",
        "demo_how": "Dovolj je ena vrstica",
        "demo_product": "V košarico",
    },
}
WIDGET_LABELS = ("open_chat", "close_chat", "title", "new")  # what the launcher on a shop's page says


def words(language: str, key: str) -> str:
    """A label without plural forms."""
    label = LABELS[language][key]
    assert isinstance(label, str), f"{key} has plural forms"
    return label


def choose_language(asked: str, accepted: str) -> str:
    """`asked` (of the address line) if we speak it, else the best of an Accept-Language header, else English."""
    if asked in LABELS:
        return asked
    ranked: list[tuple[float, int, str]] = []
    for place, entry in enumerate(accepted.split(",")):
        tag, _, weight = entry.strip().partition(";q=")
        language = tag.split("-")[0].lower()
        if language in LABELS:
            ranked.append((-_weight(weight), place, language))
    return min(ranked)[2] if ranked else "en"


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
