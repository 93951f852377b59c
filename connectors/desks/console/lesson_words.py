"""Words of teaching the bot: what it saw in a message, what an agent says it meant; and the intents grouped as agents look for them.

Each key has its words in English, Russian, Ukrainian and Slovenian. Names of most intents are in `topic_words.py`; those of small talk,
which no conversation is filed under, are here.
"""

from __future__ import annotations

from connectors.desks.console.action_words import Row

LESSON_WORDS: dict[str, Row] = {
    "seen_as": (
        "Understood: {topic}, {percent} %",
        "Понято: {topic}, {percent} %",
        "Зрозуміло як: {topic}, {percent} %",
        "Razumljeno: {topic}, {percent} %",
    ),
    "seen_nothing": ("Not understood", "Не понято", "Не зрозуміло", "Ni razumljeno"),
    "teach": ("Correct", "Исправить", "Виправити", "Popravi"),
    "teach_again": ("Change", "Изменить", "Змінити", "Spremeni"),
    "teach_title": (
        "What did the customer mean?",
        "Что имел в виду клиент?",
        "Що мав на увазі клієнт?",
        "Kaj je stranka mislila?",
    ),
    "teach_meant": ("It was about", "Речь шла о теме", "Ішлося про тему", "Šlo je za"),
    "teach_choose": ("Please choose", "Выберите", "Оберіть", "Izberite"),
    "teach_right": (
        "It was right: {topic}",
        "Понято верно: {topic}",
        "Зрозуміло правильно: {topic}",
        "Razumljeno je bilo prav: {topic}",
    ),
    "teach_none": (
        "None of these: nothing the shop does",
        "Ничего из этого: магазин таким не занимается",
        "Нічого з цього: магазин таким не займається",
        "Nič od tega: s tem se trgovina ne ukvarja",
    ),
    "teach_nothing": (
        "Take it back: as if nobody had said",
        "Отменить: будто никто не указывал",
        "Скасувати: наче ніхто не вказував",
        "Prekliči: kot da nihče ni povedal",
    ),
    "teach_hint": (
        "The customer does not notice, and this conversation goes on as it is. The bot learns it with its next training.",
        "Клиент этого не заметит, переписка продолжится как есть. Бот научится этому при следующем обучении.",
        "Клієнт цього не помітить, листування триватиме як є. Бот навчиться цього під час наступного навчання.",
        "Stranka tega ne opazi in pogovor teče naprej. Bot se tega nauči ob naslednjem učenju.",
    ),
    "teach_save": ("Save", "Сохранить", "Зберегти", "Shrani"),
    "taught": (
        "Corrected by {name}: {topic}",
        "Исправлено ({name}): {topic}",
        "Виправлено ({name}): {topic}",
        "Popravek ({name}): {topic}",
    ),
    "taught_right": (
        "Confirmed by {name}: {topic}",
        "Подтверждено ({name}): {topic}",
        "Підтверджено ({name}): {topic}",
        "Potrjeno ({name}): {topic}",
    ),
    "taught_done": (
        "Thank you, it is kept for the next training",
        "Спасибо, сохранено для следующего обучения",
        "Дякуємо, збережено для наступного навчання",
        "Hvala, shranjeno za naslednje učenje",
    ),
    "taught_gone": ("Taken back", "Отменено", "Скасовано", "Preklicano"),
    "gaps": ("Not understood", "Что не понято", "Що не зрозуміло", "Kaj ni razumljeno"),
    "group.orders": ("Orders", "Заказы", "Замовлення", "Naročila"),
    "group.delivery": ("Delivery", "Доставка", "Доставка", "Dostava"),
    "group.returns": ("Returns and guarantee", "Возврат и гарантия", "Повернення та гарантія", "Vračila in garancija"),
    "group.products": ("Products", "Товары", "Товари", "Izdelki"),
    "group.shop": ("Shop and paying", "Магазин и оплата", "Магазин і оплата", "Trgovina in plačilo"),
    "group.account": ("Account", "Аккаунт", "Обліковий запис", "Uporabniški račun"),
    "group.people": ("People", "Люди", "Люди", "Ljudje"),
    "group.talk": ("Small talk and commands", "Разговор и команды", "Розмова й команди", "Pogovor in ukazi"),
}

TALK: dict[str, Row] = {
    "greeting": ("Greeting", "Приветствие", "Привітання", "Pozdrav"),
    "thanks": ("Thanks", "Спасибо", "Дякую", "Hvala"),
    "goodbye": ("Goodbye", "Прощание", "Прощання", "Slovo"),
    "affirm": ("Yes", "Да", "Так", "Da"),
    "deny": ("No", "Нет", "Ні", "Ne"),
    "cancel": ("Stop this matter", "Прервать разговор о деле", "Припинити розмову про справу", "Prekini to zadevo"),
    "back": ("One step back", "Шаг назад", "Крок назад", "Korak nazaj"),
    "repeat": ("Say it again", "Повторить", "Повторити", "Ponovi"),
    "help": ("What can you do?", "Что вы умеете?", "Що ви вмієте?", "Kaj znate?"),
    "stop": ("No more messages", "Больше не писать", "Більше не писати", "Nič več sporočil"),
    "erase_data": ("Delete my data", "Удалить мои данные", "Видалити мої дані", "Izbriši moje podatke"),
    "change_language": ("Another language", "Другой язык", "Інша мова", "Drug jezik"),
    "are_you_a_bot": ("Are you a bot?", "Вы бот?", "Ви бот?", "Ste bot?"),
    "abuse": ("Insult", "Оскорбление", "Образа", "Žalitev"),
}
"""Names of what is said in passing."""

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "orders",
        ("order_status", "order_confirmation", "change_order", "change_address", "cancel_order", "place_order", "payment_problem"),
    ),
    ("delivery", ("delivery_late", "delivery_damaged", "delivery_missing", "delivery_options", "delivery_time", "delivery_cost")),
    (
        "returns",
        ("return_defective", "return_unsuitable", "return_policy", "exchange", "refund_status", "cancellation_fee", "warranty"),
    ),
    ("products", ("product_info", "product_availability", "product_price", "product_advice")),
    ("shop", ("payment_methods", "invoice", "discount", "newsletter", "shop_hours", "shop_contact", "checkout_problem")),
    ("account", ("account_problem", "account_create", "account_change", "account_delete")),
    ("people", ("complaint", "praise", "callback", "human", "abuse")),
    (
        "talk",
        (
            *("greeting", "thanks", "goodbye", "affirm", "deny", "cancel", "back", "repeat"),
            *("help", "stop", "erase_data", "change_language", "are_you_a_bot"),
        ),
    ),
)
"""Every intent but out_of_scope, in the order agents look for them."""
