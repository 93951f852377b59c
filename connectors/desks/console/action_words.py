"""The words of the desk's page, second part: the customer's side, what is done with a conversation, and what cannot be done.

Each key has its words in English, Russian, Ukrainian and Slovenian. Neighbour: `desk_words.py`.
"""

from __future__ import annotations

Row = tuple[str, str, str, str]

_MOVES: dict[str, Row] = {
    "move.take_over": ("{name} took over", "{name}: переписка взята", "{name}: листування взято", "{name}: pogovor prevzet"),
    "move.assign": (
        "{name} assigned it to {whom}",
        "{name}: назначено — {whom}",
        "{name}: призначено — {whom}",
        "{name}: dodeljeno — {whom}",
    ),
    "move.to_queue": (
        "{name} put it back into the queue",
        "{name}: возвращено в очередь",
        "{name}: повернуто в чергу",
        "{name}: vrnjeno v čakalno vrsto",
    ),
    "move.give_back": ("{name} returned it to the bot", "{name}: возвращено боту", "{name}: повернуто боту", "{name}: vrnjeno botu"),
    "move.handover": ("The bot handed over", "Бот передал переписку", "Бот передав листування", "Bot je predal pogovor"),
    "move.watch": (
        "No answer in time: back in the queue",
        "Ответа не было вовремя: снова в очереди",
        "Відповіді не було вчасно: знову в черзі",
        "Ni bilo odgovora v roku: nazaj v čakalni vrsti",
    ),
    "move.resolve": (
        "{name} marked it as resolved",
        "{name}: отмечено как решённое",
        "{name}: позначено як вирішене",
        "{name}: označeno kot rešeno",
    ),
    "move.solved": (
        "The customer says it is solved",
        "Клиент подтвердил: решено",
        "Клієнт підтвердив: вирішено",
        "Stranka pravi, da je rešeno",
    ),
    "move.reopened": ("Not solved: opened again", "Не решено: открыто снова", "Не вирішено: відкрито знову", "Ni rešeno: znova odprto"),
    "move.closed": ("Closed", "Закрыто", "Закрито", "Zaprto"),
    "move.snooze": ("{name} snoozed it", "{name}: отложено", "{name}: відкладено", "{name}: preloženo"),
    "move.wake": ("Back after the snooze", "Снова активно", "Знову активне", "Spet dejavno"),
    "move.route": ("Given to {whom}", "Назначено: {whom}", "Призначено: {whom}", "Dodeljeno: {whom}"),
    "move.join": (
        "Joined with another chat of the customer",
        "Объединено с другим чатом клиента",
        "Об'єднано з іншим чатом клієнта",
        "Združeno z drugim klepetom stranke",
    ),
    "move.part": ("Parted from another chat", "Отделено от другого чата", "Відокремлено від іншого чату", "Ločeno od drugega klepeta"),
    "move.left": ("The customer left the chat", "Клиент вышел из чата", "Клієнт вийшов з чату", "Stranka je zapustila klepet"),
    "move.freeze": (
        "{name} saved a test transcript",
        "{name}: сохранена тестовая переписка",
        "{name}: збережено тестове листування",
        "{name}: shranjen testni pogovor",
    ),
}

_CONTEXT: dict[str, Row] = {
    "context": ("About the customer", "О клиенте", "Про клієнта", "O stranki"),
    "case": ("What it is about", "Суть обращения", "Суть звернення", "Zadeva"),
    "wanted": ("Said", "Написал(а)", "Написав(ла)", "Napisano"),
    "answers": ("Answers so far", "Уже ответил(а)", "Вже відповів(ла)", "Dosedanji odgovori"),
    "identities": ("Reachable on", "Каналы связи", "Канали зв'язку", "Dosegljivost"),
    "since": ("Customer since {time}", "Клиент с {time}", "Клієнт з {time}", "Stranka od {time}"),
    "orders": ("Orders", "Заказы", "Замовлення", "Naročila"),
    "no_orders": (
        "The customer has not proved an order in this conversation.",
        "В этой переписке клиент не подтвердил ни одного заказа.",
        "У цьому листуванні клієнт не підтвердив жодного замовлення.",
        "Stranka v tem pogovoru ni dokazala nobenega naročila.",
    ),
    "shop_down": (
        "The shop system does not answer now.",
        "Система магазина сейчас не отвечает.",
        "Система магазину зараз не відповідає.",
        "Sistem trgovine se trenutno ne odziva.",
    ),
    "promises": ("Open promises", "Открытые обещания", "Відкриті обіцянки", "Odprte obljube"),
    "no_promises": ("None", "Нет", "Немає", "Ni jih"),
    "earlier": ("Earlier cases", "Прошлые обращения", "Минулі звернення", "Prejšnje zadeve"),
    "notes": ("Notes", "Заметки", "Нотатки", "Zaznamki"),
    "keep": ("Kept", "Выполнено", "Виконано", "Izpolnjeno"),
    "move": ("New time", "Перенести", "Перенести", "Nov čas"),
    "due": ("due {time}", "до {time}", "до {time}", "do {time}"),
    "by_bot": ("promised by the bot", "обещал бот", "обіцяв бот", "obljubil bot"),
    "by_shop": ("promised for a colleague", "обещано от имени сотрудника", "обіцяно від імені співробітника", "obljubljeno za sodelavca"),
    "by_agent": ("promised by {name}", "обещание: {name}", "обіцянка: {name}", "obljuba: {name}"),
    "joined": (
        "Joined with other chats of the same person",
        "Объединено с другими чатами этого человека",
        "Об'єднано з іншими чатами цієї людини",
        "Združeno z drugimi klepeti iste osebe",
    ),
    "rating": ("Rated {count} of 5", "Оценка {count} из 5", "Оцінка {count} з 5", "Ocena {count} od 5"),
    "show_context": ("Show the customer's side", "Показать данные клиента", "Показати дані клієнта", "Prikaži podatke stranke"),
}

_ACTIONS: dict[str, Row] = {
    "assign": ("Assign", "Назначить", "Призначити", "Dodeli"),
    "assign_to": ("Assign to", "Кому передать", "Кому передати", "Dodeli komu"),
    "queue": ("The queue", "В очередь", "У чергу", "Čakalna vrsta"),
    "give_back": ("Return to bot", "Вернуть боту", "Повернути боту", "Vrni botu"),
    "agreed": (
        "What was agreed? The bot will know it.",
        "О чём договорились? Бот это запомнит.",
        "Про що домовилися? Бот це пам'ятатиме.",
        "Kaj ste se dogovorili? Bot si bo zapomnil.",
    ),
    "snooze": ("Snooze", "Отложить", "Відкласти", "Preloži"),
    "snooze_until": (
        "Until when? In your own words.",
        "До какого времени? Своими словами.",
        "До якого часу? Своїми словами.",
        "Do kdaj? S svojimi besedami.",
    ),
    "snooze_examples": (
        "2 hours|tomorrow 10|next Monday",
        "2 часа|завтра в 10|в следующий понедельник",
        "2 години|завтра о 10|наступного понеділка",
        "2 uri|jutri ob 10|naslednji ponedeljek",
    ),
    "resolve": ("Resolve", "Решено", "Вирішено", "Rešeno"),
    "resolve_next": ("Resolve and next", "Решено, следующая", "Вирішено, наступне", "Rešeno in naslednji"),
    "next_free": ("Take the next one", "Взять следующую", "Взяти наступне", "Vzemi naslednjega"),
    "freeze": (
        "Save as a test transcript",
        "Сохранить как тестовую переписку",
        "Зберегти як тестове листування",
        "Shrani kot testni pogovor",
    ),
    "actions": ("More actions", "Другие действия", "Інші дії", "Več dejanj"),
    "new_promise": ("What is promised?", "Что обещаем?", "Що обіцяємо?", "Kaj obljubljamo?"),
    "promise_due": ("By when?", "К какому сроку?", "До якого часу?", "Do kdaj?"),
    "cancel": ("Cancel", "Отмена", "Скасувати", "Prekliči"),
    "ok": ("OK", "Готово", "Готово", "V redu"),
    "close": ("Close", "Закрыть", "Закрити", "Zapri"),
    "took": ("It is yours now.", "Теперь переписка ваша.", "Тепер листування ваше.", "Pogovor je zdaj vaš."),
    "gave_back": ("The bot has it again.", "Переписка снова у бота.", "Листування знову у бота.", "Pogovor ima spet bot."),
    "snoozed_done": ("Back {time}.", "Вернётся {time}.", "Повернеться {time}.", "Vrne se {time}."),
    "resolved": (
        "The customer is asked whether it is solved.",
        "Клиента спросят, решён ли вопрос.",
        "Клієнта запитають, чи питання вирішено.",
        "Stranko vprašamo, ali je rešeno.",
    ),
    "assigned": ("Handed to {name}.", "Передано: {name}.", "Передано: {name}.", "Dodeljeno: {name}."),
    "promised": ("The promise is kept in the ledger.", "Обещание записано.", "Обіцянку записано.", "Obljuba je zapisana."),
    "retried": ("It is being sent again.", "Отправляется ещё раз.", "Надсилається ще раз.", "Pošilja se znova."),
    "queue_empty": ("Nobody is waiting for you.", "Вас никто не ждёт.", "На вас ніхто не чекає.", "Nihče ne čaka na vas."),
    "new_message": ("New message: {name}", "Новое сообщение: {name}", "Нове повідомлення: {name}", "Novo sporočilo: {name}"),
    "keys_title": ("Keys", "Клавиши", "Клавіші", "Tipke"),
    "keys_on": ("Keys are on", "Клавиши включены", "Клавіші ввімкнено", "Tipke so vklopljene"),
    "key_next": (
        "next and previous conversation",
        "следующая и предыдущая переписка",
        "наступне й попереднє листування",
        "naslednji in prejšnji pogovor",
    ),
    "key_tabs": ("Mine, Unassigned, All, Bot", "Мои, Свободные, Все, Бот", "Мої, Вільні, Усі, Бот", "Moji, Nedodeljeni, Vsi, Bot"),
    "key_send": ("send", "отправить", "надіслати", "pošlji"),
    "key_line": ("new line", "новая строка", "новий рядок", "nova vrstica"),
    "key_canned": (
        "ready answers, in the reply",
        "готовые ответы, в поле ответа",
        "готові відповіді, у полі відповіді",
        "pripravljeni odgovori, v odgovoru",
    ),
    "key_leave": ("leave the field or window", "выйти из поля или окна", "вийти з поля або вікна", "zapusti polje ali okno"),
    "key_why": ("why the bot said its last message", "почему бот так ответил", "чому бот так відповів", "zakaj je bot to napisal"),
    "key_context": ("the customer's side", "данные клиента", "дані клієнта", "podatki o stranki"),
    "key_search": ("search", "поиск", "пошук", "iskanje"),
    "key_help": ("this sheet", "эта подсказка", "ця підказка", "ta seznam"),
}

_WHY: dict[str, Row] = {
    "why_flow": ("Matter", "Тема", "Тема", "Zadeva"),
    "why_step": ("Step", "Шаг", "Крок", "Korak"),
    "why_intent": ("Understood as", "Понято как", "Зрозуміло як", "Razumljeno kot"),
    "why_score": ("Sureness", "Уверенность", "Упевненість", "Zanesljivost"),
    "why_readings": ("Data it rests on", "На каких данных", "На яких даних", "Podatki"),
    "why_none": ("Nothing is recorded.", "Ничего не записано.", "Нічого не записано.", "Nič ni zapisano."),
}

_FAULTS: dict[str, Row] = {
    "fault": (
        "That did not work. Please try again.",
        "Не получилось. Попробуйте ещё раз.",
        "Не вийшло. Спробуйте ще раз.",
        "Ni uspelo. Poskusite znova.",
    ),
    "unreachable": (
        "The server does not answer. Your text is kept.",
        "Сервер не отвечает. Текст сохранён.",
        "Сервер не відповідає. Текст збережено.",
        "Strežnik ne odgovarja. Besedilo je shranjeno.",
    ),
    "not_yours": ("{name} has it already.", "Переписка уже у {name}.", "Листування вже у {name}.", "Pogovor že ima {name}."),
    "not_allowed": (
        "Your role does not allow this.",
        "Ваша роль этого не позволяет.",
        "Ваша роль цього не дозволяє.",
        "Vaša vloga tega ne dovoljuje.",
    ),
    "not_there": ("This is not there any more.", "Этого больше нет.", "Цього більше немає.", "Tega ni več."),
    "not_understood": (
        "This time was not understood. Try “tomorrow 10”.",
        "Время не понято. Напишите, например, «завтра в 10».",
        "Час не зрозуміло. Напишіть, наприклад, «завтра о 10».",
        "Časa nismo razumeli. Poskusite »jutri ob 10«.",
    ),
    "empty": ("There is nothing to send.", "Отправлять нечего.", "Надсилати нічого.", "Ni česa poslati."),
    "too_late": ("This time is past.", "Это время уже прошло.", "Цей час уже минув.", "Ta čas je že mimo."),
    "not_welcome": (
        "Files of this kind cannot be sent.",
        "Такие файлы отправить нельзя.",
        "Такі файли надіслати не можна.",
        "Takih datotek ni mogoče poslati.",
    ),
    "session": ("Please sign in again.", "Войдите ещё раз.", "Увійдіть ще раз.", "Prijavite se znova."),
    "csrf": (
        "This page is too old. Please reload it.",
        "Страница устарела. Обновите её.",
        "Сторінка застаріла. Оновіть її.",
        "Stran je zastarela. Osvežite jo.",
    ),
    "bad_request": (
        "That did not work. Please reload.",
        "Не получилось. Обновите страницу.",
        "Не вийшло. Оновіть сторінку.",
        "Ni uspelo. Osvežite stran.",
    ),
}

ACTION_WORDS: dict[str, Row] = _MOVES | _CONTEXT | _ACTIONS | _WHY | _FAULTS
