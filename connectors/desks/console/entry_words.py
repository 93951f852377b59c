"""The words of the pages around the desk: entering, the own profile, the agents, the audit log. Agents read them, customers never.

Each key has its words in the order of LANGUAGES; `{name}` is filled by the page.
"""

from __future__ import annotations

from connectors.desks.console.gap_words import GAP_WORDS
from intents.understanding import LANGUAGES

Row = tuple[str, str, str, str]

_DOOR: dict[str, Row] = {
    "login_title": ("Sign in", "Вход", "Вхід", "Prijava"),
    "email": ("E-mail", "Эл. почта", "Ел. пошта", "E-pošta"),
    "password": ("Password", "Пароль", "Пароль", "Geslo"),
    "sign_in": ("Sign in", "Войти", "Увійти", "Prijava"),
    "sign_out": ("Sign out", "Выйти", "Вийти", "Odjava"),
    "language": ("Language", "Язык", "Мова", "Jezik"),
    "wrong": (
        "E-mail or password is not right.",
        "Неверная почта или пароль.",
        "Неправильна пошта або пароль.",
        "E-pošta ali geslo ni pravilno.",
    ),
    "wrong_code": (
        "That code is not right, or it was used already. Wait for the next one.",
        "Код неверный или уже использован. Дождитесь следующего.",
        "Код неправильний або вже використаний. Зачекайте на наступний.",
        "Koda ni pravilna ali pa je bila že uporabljena. Počakajte na naslednjo.",
    ),
    "expired": (
        "That took too long. Please sign in again.",
        "Время вышло. Войдите ещё раз.",
        "Час вийшов. Увійдіть ще раз.",
        "Čas je potekel. Prijavite se znova.",
    ),
    "too_many": (
        "Too many tries. Please wait {minutes} min.",
        "Слишком много попыток. Подождите {minutes} мин.",
        "Забагато спроб. Зачекайте {minutes} хв.",
        "Preveč poskusov. Počakajte {minutes} min.",
    ),
    "code_title": ("Second step", "Второй шаг", "Другий крок", "Drugi korak"),
    "code": (
        "The six digits from your app",
        "Шесть цифр из Вашего приложения",
        "Шість цифр із Вашого застосунку",
        "Šest števk iz vaše aplikacije",
    ),
    "go_on": ("Continue", "Продолжить", "Продовжити", "Naprej"),
    "back_to_login": ("Back to signing in", "Вернуться ко входу", "Повернутися до входу", "Nazaj na prijavo"),
    "refused": ("Not here", "Сюда нельзя", "Сюди не можна", "Tukaj ne gre"),
    "refused_origin": (
        "The request did not come from this desk's own page.",
        "Запрос пришёл не со страницы рабочего места.",
        "Запит надійшов не зі сторінки робочого місця.",
        "Zahteva ni prišla s strani tega delovnega mesta.",
    ),
    "refused_csrf": (
        "This page was too old. Open it again and repeat what you did.",
        "Страница устарела. Откройте её снова и повторите действие.",
        "Сторінка застаріла. Відкрийте її знову й повторіть дію.",
        "Stran je zastarela. Odprite jo znova in ponovite, kar ste naredili.",
    ),
    "refused_password": (
        "Please choose a password of your own first.",
        "Сначала придумайте собственный пароль.",
        "Спочатку придумайте власний пароль.",
        "Najprej si izberite svoje geslo.",
    ),
    "refused_role": (
        "Your role does not reach this page.",
        "Ваша роль не даёт доступа к этой странице.",
        "Ваша роль не дає доступу до цієї сторінки.",
        "Vaša vloga ne sega do te strani.",
    ),
}
_OWN: dict[str, Row] = {
    "pages": ("Pages", "Страницы", "Сторінки", "Strani"),
    "desk": ("Desk", "Рабочее место", "Робоче місце", "Delovno mesto"),
    "profile": ("Profile", "Профиль", "Профіль", "Profil"),
    "name_shown": (
        "Name, as customers see it",
        "Имя, которое видят покупатели",
        "Ім'я, яке бачать покупці",
        "Ime, ki ga vidijo kupci",
    ),
    "desk_language": ("Language of the desk", "Язык рабочего места", "Мова робочого місця", "Jezik delovnega mesta"),
    "shortcuts": ("Keyboard shortcuts", "Горячие клавиши", "Гарячі клавіші", "Bližnjice na tipkovnici"),
    "save": ("Save", "Сохранить", "Зберегти", "Shrani"),
    "saved": ("Saved.", "Сохранено.", "Збережено.", "Shranjeno."),
    "change_password": ("Change password", "Сменить пароль", "Змінити пароль", "Spremeni geslo"),
    "new_password": ("New password", "Новый пароль", "Новий пароль", "Novo geslo"),
    "old_password": ("Your present password", "Ваш нынешний пароль", "Ваш теперішній пароль", "Vaše sedanje geslo"),
    "again": ("Once more", "Ещё раз", "Ще раз", "Še enkrat"),
    "must_change": (
        "The password you came in with is good once. Choose one of your own.",
        "Пароль, с которым Вы вошли, одноразовый. Придумайте собственный.",
        "Пароль, з яким Ви увійшли, одноразовий. Придумайте власний.",
        "Geslo, s katerim ste vstopili, velja enkrat. Izberite si svoje.",
    ),
    "password_rule": (
        "At least 12 letters. Three or four words that have nothing to do with each other are good.",
        "Не меньше 12 знаков. Подойдут три-четыре слова, никак не связанные между собой.",
        "Щонайменше 12 знаків. Підійдуть три-чотири слова, ніяк не пов'язані між собою.",
        "Vsaj 12 znakov. Dobre so tri ali štiri besede, ki nimajo nič skupnega.",
    ),
    "password_short": (
        "At least 12 letters, please.",
        "Нужно не меньше 12 знаков.",
        "Потрібно щонайменше 12 знаків.",
        "Vsaj 12 znakov, prosim.",
    ),
    "password_long": ("At most 200 letters, please.", "Не больше 200 знаков.", "Не більше 200 знаків.", "Največ 200 znakov, prosim."),
    "password_simple": (
        "Too few different letters.",
        "Слишком мало разных знаков.",
        "Замало різних знаків.",
        "Premalo različnih znakov.",
    ),
    "password_email": (
        "Your e-mail is no password.",
        "Почта не может быть паролем.",
        "Пошта не може бути паролем.",
        "E-pošta ne more biti geslo.",
    ),
    "password_old": ("That is the old one.", "Это прежний пароль.", "Це попередній пароль.", "To je staro geslo."),
    "password_differs": (
        "The two passwords differ.",
        "Пароли не совпадают.",
        "Паролі не збігаються.",
        "Gesli se ne ujemata.",
    ),
    "password_wrong": (
        "Your present password is not right.",
        "Нынешний пароль указан неверно.",
        "Теперішній пароль вказано неправильно.",
        "Sedanje geslo ni pravilno.",
    ),
    "password_changed": (
        "The password is changed. Other devices are signed out.",
        "Пароль изменён. На других устройствах выполнен выход.",
        "Пароль змінено. На інших пристроях виконано вихід.",
        "Geslo je spremenjeno. Druge naprave so odjavljene.",
    ),
    "bad_name": (
        "A name has 1 to 100 letters.",
        "В имени от 1 до 100 знаков.",
        "В імені від 1 до 100 знаків.",
        "Ime ima od 1 do 100 znakov.",
    ),
    "totp_why": (
        "With a second step, your password alone opens nothing: a code from an app on your phone is asked for as well.",
        "Со вторым шагом одного пароля мало: понадобится ещё код из приложения на Вашем телефоне.",
        "З другим кроком самого пароля замало: знадобиться ще код із застосунку на Вашому телефоні.",
        "Z drugim korakom samo geslo ne odpre ničesar: potrebna je še koda iz aplikacije na vašem telefonu.",
    ),
    "totp_on": ("The second step is on.", "Второй шаг включён.", "Другий крок увімкнено.", "Drugi korak je vklopljen."),
    "totp_off": ("The second step is off.", "Второй шаг выключен.", "Другий крок вимкнено.", "Drugi korak je izklopljen."),
    "totp_switch_on": ("Switch on", "Включить", "Увімкнути", "Vklopi"),
    "totp_switch_off": (
        "Switch off the second step",
        "Выключить второй шаг",
        "Вимкнути другий крок",
        "Izklopi drugi korak",
    ),
    "totp_add": (
        "Add the desk to your authenticator app. On the phone the button opens it.",
        "Добавьте рабочее место в приложение для кодов. На телефоне его откроет кнопка.",
        "Додайте робоче місце до застосунку для кодів. На телефоні його відкриє кнопка.",
        "Dodajte delovno mesto v aplikacijo za kode. Na telefonu jo odpre gumb.",
    ),
    "totp_open": ("Open the app", "Открыть приложение", "Відкрити застосунок", "Odpri aplikacijo"),
    "totp_key": (
        "Elsewhere, type this key into the app:",
        "На другом устройстве введите в приложение этот ключ:",
        "На іншому пристрої введіть у застосунок цей ключ:",
        "Drugje vnesite v aplikacijo ta ključ:",
    ),
    "totp_type": (
        "Type the six digits the app shows",
        "Введите шесть цифр из приложения",
        "Введіть шість цифр із застосунку",
        "Vpišite šest števk, ki jih pokaže aplikacija",
    ),
}
_STAFF: dict[str, Row] = {
    "agents": ("Agents", "Сотрудники", "Співробітники", "Sodelavci"),
    "name": ("Name", "Имя", "Ім'я", "Ime"),
    "role": ("Role", "Роль", "Роль", "Vloga"),
    "state": ("State", "Состояние", "Стан", "Stanje"),
    "yes": ("on", "включён", "увімкнено", "vklopljen"),
    "no": ("off", "выключен", "вимкнено", "izklopljen"),
    "role_agent": ("Agent", "Сотрудник", "Співробітник", "Sodelavec"),
    "role_lead": ("Lead", "Старший", "Старший", "Vodja"),
    "role_owner": ("Owner", "Владелец", "Власник", "Lastnik"),
    "roles_mean": (
        "A lead may take over anybody's conversations; an owner also manages the agents and reads the audit log.",
        "Старший может забирать чужие переписки; владелец ещё управляет сотрудниками и видит журнал.",
        "Старший може забирати чужі листування; власник ще керує співробітниками та бачить журнал.",
        "Vodja lahko prevzame pogovore drugih; lastnik poleg tega ureja sodelavce in bere dnevnik.",
    ),
    "status_available": ("available", "на месте", "на місці", "na voljo"),
    "status_busy": ("busy", "занят", "зайнятий", "zaseden"),
    "status_away": ("away", "нет на месте", "немає на місці", "odsoten"),
    "disabled": ("disabled", "отключён", "вимкнений", "onemogočen"),
    "add_agent": ("Add an agent", "Добавить сотрудника", "Додати співробітника", "Dodaj sodelavca"),
    "add": ("Add", "Добавить", "Додати", "Dodaj"),
    "one_time": (
        "One-time password for {name}. It is shown only now:",
        "Одноразовый пароль для {name}. Он показывается только сейчас:",
        "Одноразовий пароль для {name}. Він показується лише зараз:",
        "Enkratno geslo za {name}. Prikazano je samo zdaj:",
    ),
    "email_taken": (
        "Another agent has this e-mail.",
        "Эта почта уже у другого сотрудника.",
        "Ця пошта вже в іншого співробітника.",
        "To e-pošto že ima drug sodelavec.",
    ),
    "bad_entry": (
        "Please check the name and the e-mail.",
        "Проверьте имя и почту.",
        "Перевірте ім'я та пошту.",
        "Preverite ime in e-pošto.",
    ),
    "last_owner": (
        "This is the last owner. Make somebody else an owner first.",
        "Это последний владелец. Сначала назначьте другого.",
        "Це останній власник. Спочатку призначте іншого.",
        "To je zadnji lastnik. Najprej določite drugega.",
    ),
    "speaks": (
        "Languages (none ticked: all)",
        "Языки (ничего не отмечено: все)",
        "Мови (нічого не позначено: усі)",
        "Jeziki (nič označeno: vsi)",
    ),
    "topics": (
        "Topics (none ticked: all)",
        "Темы (ничего не отмечено: все)",
        "Теми (нічого не позначено: усі)",
        "Teme (nič označeno: vse)",
    ),
    "most": ("Cases at once, at most", "Обращений одновременно, не больше", "Звернень одночасно, не більше", "Največ primerov hkrati"),
    "reset_password": ("New one-time password", "Новый одноразовый пароль", "Новий одноразовий пароль", "Novo enkratno geslo"),
    "disable": ("Disable", "Отключить", "Вимкнути", "Onemogoči"),
    "enable": ("Enable again", "Включить снова", "Увімкнути знову", "Znova omogoči"),
    "audit": ("Audit log", "Журнал", "Журнал", "Dnevnik"),
    "when": ("When", "Когда", "Коли", "Kdaj"),
    "who": ("Who", "Кто", "Хто", "Kdo"),
    "what": ("What", "Что", "Що", "Kaj"),
    "subject": ("Of what", "О чём", "Про що", "O čem"),
    "everybody": ("Everybody", "Все", "Усі", "Vsi"),
    "show": ("Show", "Показать", "Показати", "Pokaži"),
    "older": ("Older", "Раньше", "Раніше", "Starejše"),
    "nothing": ("Nothing.", "Ничего.", "Нічого.", "Nič."),
    "utc": ("Times are UTC.", "Время указано в UTC.", "Час вказано в UTC.", "Časi so v UTC."),
}
_ALL = _DOOR | _OWN | _STAFF | GAP_WORDS

WORDS: dict[str, dict[str, str]] = {language: {key: row[place] for key, row in _ALL.items()} for place, language in enumerate(LANGUAGES)}
"""By language: all words of these pages."""
