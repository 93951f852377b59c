# Тексты Frontdesk на русском. К покупателю всегда на «вы». Параметры и устройство файла описаны в en.ftl.

### The engine

again-short = Вернёмся к нашему вопросу: { $question }
again-miss = Простите, я не совсем поняла. { $question }
again-person = Простите, у меня никак не получается понять. Позвать коллегу или попробуем ещё раз?
    .person = Позвать человека
    .again = Ещё раз
confirm =
    .yes = Да, всё верно
    .change = Изменить
    .no = Нет, не надо
confirm-change = Конечно. Что изменить?
cancelled = Хорошо, оставляем как есть, ничего не изменено. Чем ещё помочь?
cancelled-on = Хорошо, оставляем как есть, ничего не изменено.
left = Хорошо, значит, не { $what }. Чем тогда помочь?
left-on = Хорошо, значит, не { $what }.
wishes-heard = { $mood ->
        [calm] Конечно, по порядку: сначала — { $first }, затем — { $rest }.
       *[other] По порядку: сначала — { $first }, затем — { $rest }.
    }
wishes-next = Теперь — { $what }.
wishes-dropped = Хорошо, это пропускаем: { $what }.
wishes-handed = Остальное коллега тоже увидит: { $what }.
wish-about = { $what } («{ $about }»)
back-nothing = Мы в самом начале, возвращаться некуда.
nothing-open = Сейчас ничего не начато. Чем помочь{ $named ->
        [no] {""}
       *[yes] , { $name }
    }?
nothing-said = Я ещё ничего не говорила. Чем помочь?
late-settled = Этот шаг уже выполнен, старой кнопкой его не отменить. Если что-то не так, напишите, и я подключу коллегу.
stopped = Поняла. Сама больше писать не буду. Если напишете вы, я отвечу; слово СТАРТ снова включит сообщения.
started = С возвращением! Снова смогу сообщать вам новости о заказах.
abuse-warning = Понимаю, что вы расстроены, и хочу решить вопрос. Давайте останемся вежливы друг с другом, иначе я не смогу продолжать. Что случилось?
anger-calm = { $named ->
        [no] Мне очень жаль
       *[yes] { $name }, мне очень жаль
    }, что так вышло. Постараюсь коротко; скажите слово, и подключится коллега.
language-changed = Конечно, давайте по-русски.
trouble-retry = Простите, система магазина сейчас не отвечает. Я продолжаю пробовать и напишу, как только получится; от вас ничего не требуется.
handover = { $named ->
        [no] Передаю
       *[yes] { $name }, передаю
    } ваш вопрос коллеге вместе со всем, что вы написали, повторять не придётся. Ответ придёт сюда до { $due }.
handover-access = Ради вашей безопасности я не могу показать заказ таким способом. Коллега проверит вручную и ответит здесь до { $due }.
handover-trouble = Простите, у нас не проходит операция. Коллега видит всё, что вы написали, и ответит здесь до { $due }.
handover-unclear = Простите, я недостаточно хорошо понимаю, чтобы помочь. Коллега прочитает и ответит здесь до { $due }.
handover-angry = { $named ->
        [no] Мне очень жаль
       *[yes] { $name }, мне очень жаль
    }, что вопрос всё ещё не решён. Теперь им займётся коллега, у него есть всё, что вы написали; ответ придёт сюда до { $due }.
handover-other = { $agent }, с кем вы общались в прошлый раз, сейчас не на месте; вам поможет другой сотрудник.
agent-away = { $agent } сейчас не на месте, поэтому вам поможет другой сотрудник. У него есть вся переписка, ответ придёт сюда до { $due }.
agent-silent = { $named ->
        [no] Прошу прощения
       *[yes] { $name }, прошу прощения
    }, что ответ задерживается. Вам поможет другой сотрудник и ответит здесь до { $due }; повторять ничего не нужно.
agent-back = { $agent ->
        [nobody] Я снова с вами.
       *[other] { $agent } передаёт разговор мне.
    } Если понадобится что-то ещё, просто напишите.
agent-back-agreed = { $agent } передаёт разговор мне. Договорились: { $agreed }
noted = Добавила это к вашему обращению; коллега ответит до { $due }. А пока спрашивайте меня о товарах и заказах.
promise-late = { $named ->
        [no] Прошу прощения
       *[yes] { $name }, прошу прощения
    }: мы обещали ответить до { $was }, но нужно ещё время. Ответ будет до { $due }.
promise-given = Записали как наше обещание: { $what } (не позже { $due })
unclear = Боюсь, я не поняла{ $named ->
        [no] {""}
       *[yes] , { $name }
    }. Скажите, пожалуйста, другими словами или выберите вариант.
empty = Пришло пустое сообщение. Чем помочь?
file-received = Спасибо за фото. О чём оно?
clarify = Уточню, чтобы не ошибиться: что вы имеете в виду?
    .none = Другое
late = Эта кнопка от того, что мы уже закончили. Начать заново?
    .none = Нет, спасибо
solved = { $named ->
        [no] Удалось решить вопрос?
       *[yes] { $name }, удалось решить вопрос?
    }
    .yes = Да, спасибо
    .yes-also = решено, всё хорошо, отлично, больше ничего, это всё
    .no = Ещё нет
    .no-also = не решено, проблема осталась
solved-thanks = { $mood ->
        [calm] { $named ->
            [no] Спасибо, что написали нам. Хорошего дня!
           *[yes] Спасибо, { $name }. Хорошего дня!
        }
       *[other] Спасибо за терпение{ $named ->
            [no] {""}
           *[yes] , { $name }
        }.
    }
solved-sorry = Жаль, что вопрос пока не решён. Простите за это.
solved-next = Как поступим?
    .person = Пусть посмотрит коллега
    .person-also = человек, оператор, менеджер
    .explain = Объясню, чего не хватает
solved-explain = Чего не хватает? Напишите своими словами, коллега получит всё как есть.

ask-order-number = Какой у вас номер заказа? Он есть в письме с подтверждением, например 1001.
    .short = какой номер заказа?
    .title = Номер заказа
ask-order-which = О каком заказе речь?
    .short = о каком заказе речь?
    .title = Номер заказа
ask-contact = Чтобы защитить ваши данные: какую почту или телефон вы указали в заказе { $number }?
    .short = какая почта или телефон указаны в заказе { $number }?
    .title = Почта или телефон
access-wrong = Не нахожу заказ { $number } с контактом { $contact }. Проверьте, пожалуйста, и пришлите верную почту или телефон либо другой номер заказа.
    .short = пришлите, пожалуйста, почту или телефон из заказа либо другой номер заказа.
    .title = Почта или телефон
access-closed = Простите, было слишком много неподходящих попыток. Ради безопасности покупателей я снова смогу показать заказ в { $until }.

### Названия желаний на кнопках (не длиннее 20 знаков)

menu-order-status = Где мой заказ?
menu-order-confirmation = Заказ оформлен?
menu-payment-problem = Оплата не прошла
menu-change-order = Изменить заказ
menu-change-address = Изменить адрес
menu-cancel-order = Отменить заказ
menu-delivery-late = Посылка опаздывает
menu-delivery-damaged = Пришло повреждённым
menu-delivery-missing = Чего-то не хватает
menu-delivery-options = Способы доставки
menu-delivery-time = Срок доставки
menu-delivery-cost = Цена доставки
menu-return-defective = Вернуть: брак
menu-return-unsuitable = Вернуть: не подошло
menu-return-policy = Условия возврата
menu-exchange = Обменять товар
menu-refund-status = Где мои деньги?
menu-cancellation-fee = Цена отмены
menu-product-info = О товаре
menu-product-availability = Есть в наличии?
menu-product-price = Сколько стоит?
menu-product-advice = Помочь с выбором
menu-warranty = Гарантия
menu-invoice = Счёт и чек
menu-payment-methods = Способы оплаты
menu-discount = Скидки
menu-place-order = Сделать заказ
menu-checkout-problem = Сайт не работает
menu-account-problem = Не могу войти
menu-account-create = Создать аккаунт
menu-account-change = Изменить аккаунт
menu-account-delete = Удалить аккаунт
menu-newsletter = Рассылка
menu-shop-hours = Часы работы
menu-shop-contact = Контакты магазина
menu-complaint = Пожаловаться
menu-praise = Похвалить
menu-callback = Перезвоните мне
menu-human = Позвать человека
menu-greeting = Начать
menu-thanks = Спасибо
menu-goodbye = До свидания
menu-help = Что вы умеете?
menu-erase-data = Удалить мои данные
menu-change-language = Сменить язык
menu-are-you-a-bot = Кто вы?

### Как желание называется в предложении

wish-order-status = { $order ->
        [none] ваш заказ
       *[other] ваш заказ { $order }
    }
wish-order-confirmation = { $order ->
        [none] подтверждение заказа
       *[other] подтверждение заказа { $order }
    }
wish-payment-problem = { $order ->
        [none] оплата
       *[other] оплата заказа { $order }
    }
wish-change-order = { $order ->
        [none] изменение заказа
       *[other] изменение заказа { $order }
    }
wish-change-address = { $order ->
        [none] адрес доставки
       *[other] адрес доставки заказа { $order }
    }
wish-cancel-order = { $order ->
        [none] отмена заказа
       *[other] отмена заказа { $order }
    }
wish-delivery-late = { $order ->
        [none] задержка заказа
       *[other] задержка заказа { $order }
    }
wish-delivery-damaged = повреждение при доставке
wish-delivery-missing = то, чего не хватает
wish-delivery-options = способы доставки
wish-delivery-time = срок доставки
wish-delivery-cost = стоимость доставки
wish-return-defective = неисправный товар
wish-return-unsuitable = { $order ->
        [none] возврат
       *[other] возврат из заказа { $order }
    }
wish-return-policy = возврат
wish-exchange = обмен
wish-refund-status = { $order ->
        [none] возврат денег
       *[other] возврат денег по заказу { $order }
    }
wish-cancellation-fee = стоимость отмены
wish-product-info = товар
wish-product-availability = наличие
wish-product-price = цена
wish-product-advice = выбор товара
wish-warranty = гарантия
wish-invoice = { $order ->
        [none] счёт
       *[other] счёт по заказу { $order }
    }
wish-payment-methods = способы оплаты
wish-discount = скидки
wish-place-order = новый заказ
wish-checkout-problem = неполадка на сайте
wish-account-problem = вход в личный кабинет
wish-account-create = регистрация
wish-account-change = изменение данных в кабинете
wish-account-delete = закрытие аккаунта
wish-newsletter = рассылка
wish-shop-hours = часы работы
wish-shop-contact = наши контакты
wish-complaint = жалоба
wish-callback = звонок

### Flow: information

information-told = { $words }
information-unknown = Точно не знаю, а гадать не хочу. Вам подскажет коллега.
handover-information = Точно не знаю, а гадать не хочу. Ваш вопрос уже у коллеги; ответ придёт сюда до { $due }.
information-delivery-options =
    Вот как можно получить заказ: цена и срок в рабочих днях.
    { $rows }
    { information-free }
information-delivery-cost =
    Доставка стоит:
    { $rows }
    { information-free }
information-delivery-time =
    Срок доставки в рабочих днях:
    { $rows }
information-free = { $free ->
        [one] При заказе от { $limit } бесплатно: { $names }.
        [many] Бесплатно при заказе от определённой суммы: { $names }.
       *[none] {""}
    } { $gratis ->
        [0] {""}
       *[other] Всегда бесплатно: { $gratis_names }.
    }
information-hours-week =
    Мы на месте (время магазина):
    Понедельник–пятница: { $monday }
    Суббота: { $saturday }
    Воскресенье: { $sunday }
    { information-open }
information-hours-days =
    Мы на месте (время магазина):
    Понедельник: { $monday }
    Вторник: { $tuesday }
    Среда: { $wednesday }
    Четверг: { $thursday }
    Пятница: { $friday }
    Суббота: { $saturday }
    Воскресенье: { $sunday }
    { information-open }
information-open = { $open ->
        [yes] Сейчас мы работаем.
       *[no] Сейчас закрыто. Откроемся: { $opens }.
    } { $holidays ->
        [0] {""}
       *[other] Не работаем в праздник: { $closed }.
    }
information-contact =
    С нами можно связаться так:
    { $rows }
information-returns = Вернуть товар можно в течение { $days ->
        [one] { $days } дня
       *[other] { $days } дней
    } после получения. Когда он придёт к нам, деньги вернём за { $refund ->
        [one] { $refund } рабочий день
        [few] { $refund } рабочих дня
       *[other] { $refund } рабочих дней
    }.
information-invoice = Прислать вам счёт на почту?
    .send = Да, по заказу
    .send-also = да, пришлите, ещё раз, дубликат, копию
    .company = Да, на компанию
    .company-also = на фирму, на организацию, юрлицо
    .enough = Нет, это всё
    .enough-also = нет, не надо, спасибо не надо
    .short = прислать вам счёт на почту?
    .title = Какой счёт
information-invoice-company = Что указать в счёте? Напишите одним сообщением название компании, адрес и налоговый номер.
    .short = какие данные компании указать в счёте?
    .title = Данные компании
information-invoice-confirm = { $company ->
        [yes] Счёт по заказу { $number } на компанию: { $details }. Отправим на почту, указанную в заказе.
       *[no] Счёт по заказу { $number } на почту, указанную в заказе.
    } Всё верно?
information-invoice-refused = Простите, не получилось добавить это к заказу.
information-invoice-promise = Готово. Счёт по заказу { $number } придёт вам на почту до { $due }.
information-newsletter = Хотите получать нашу рассылку или отписаться?
    .subscribe = Подписаться
    .subscribe-also = подпишите, хочу получать
    .unsubscribe = Отписаться
    .unsubscribe-also = отпишите, не хочу получать
    .short = хотите получать нашу рассылку или отписаться?
information-newsletter-email = О каком адресе почты речь?
    .short = о каком адресе почты речь?
    .title = Почта
information-subscribe = Рассылка с новинками и акциями будет приходить на { $email }. Отписаться можно когда угодно, хватит одного слова здесь. Согласны?
information-unsubscribe = Убираю { $email } из рассылки. Письма о ваших заказах приходить не перестанут. Всё верно?
information-subscribed = Готово. Со следующего выпуска рассылка приходит на { $email }.
information-unsubscribed = Готово. На { $email } рассылка больше не приходит.
information-newsletter-same = { $outcome ->
        [already_subscribed] Адрес { $email } уже подписан, делать ничего не нужно.
       *[not_subscribed] Адреса { $email } в рассылке нет. Возможно, письма приходят на другую вашу почту?
    }
information-newsletter-refused = Простите, с адресом { $email } не получилось.
information-account-delete = Удалите аккаунт сами или пусть это сделает коллега?
    .self = Сделаю всё сам(а)
    .self-also = сам, сама, самостоятельно
    .person = Пусть коллега
    .person-also = коллега, человек, вы
    .short = удалите аккаунт сами или пусть это сделает коллега?
handover-account-delete = Коллега проверит, что аккаунт ваш, и закроет его. Ответ придёт сюда до { $due }.

### Flow: complaint

complaint-sorry = { $mood ->
        [angry] { $named ->
            [no] Простите нас
           *[yes] { $name }, простите нас
        }. Так быть не должно.
       *[other] { $named ->
            [no] Мне очень жаль
           *[yes] { $name }, мне очень жаль
        }, что мы вас подвели. Спасибо, что говорите об этом прямо.
    }
complaint-nested = Я отношусь к этому серьёзно. Если хотите, дальше вам поможет человек.
complaint-what = { $mood ->
        [angry] Что случилось? Если хотите рассказать человеку, просто скажите.
       *[other] Что случилось? Расскажите всё как было, можно подробно.
    }
    .person = Позвать человека
    .short = что случилось?
    .title = Что случилось
complaint-wish = { $mood ->
        [angry] Как это исправить?
       *[other] Спасибо, понимаю, почему вам неприятно. Что помогло бы это исправить? Выберите или напишите своими словами.
    }
    .matter = Решить с заказом
    .matter-also = мой заказ, решить проблему, исправить
    .voucher = Купон на скидку
    .voucher-also = компенсация, купон, скидка
    .heard = Просто передайте
    .heard-also = просто хотела сказать, просто хотел сказать, больше ничего
    .person = Позвать человека
    .person-also = человек, оператор, менеджер
    .short = что помогло бы это исправить?
    .title = Ваше пожелание
complaint-matter = О чём речь? Посмотрим прямо сейчас.
    .person = Позвать человека
    .person-also = человек, оператор, менеджер, другое
    .short = о чём речь?
complaint-order = Купон привязан к заказу, чтобы он достался именно вам. Дело в каком-то заказе?
    .order = Да, есть заказ
    .order-also = да, есть
    .none = Заказа нет
    .none-also = нет, без заказа, пропустить
    .short = дело в каком-то заказе?
complaint-no-order = Без заказа выдать купон сама я не могу. Это решает коллега.
complaint-offer = В качестве извинения могу дать вам купон на { $value } на следующую покупку (заказ { $number }). Вас это устроит?
    .take = Да, устроит
    .take-also = да, хорошо, спасибо, согласна, согласен
    .person = Позвать человека
    .person-also = нет, мало, человек, оператор
    .short = устроит ли вас купон на { $value }?
complaint-voucher = Ваш купон: { $code }, на { $value }{ $dated ->
        [yes] {" "}(действует до { $until })
       *[no] {""}
    }. Введите код при оформлении заказа. И ещё раз простите нас.
complaint-refused = { $why ->
        [limit] Простите: за { $days ->
            [one] последний { $days } день
            [few] последние { $days } дня
           *[other] последние { $days } дней
        } вы уже получали купон, второй я дать не могу. Что ещё можно сделать, решает коллега.
       *[other] Простите, купон сейчас не создаётся.
    }
complaint-heard = Всё уже у нашей команды, слово в слово, как вы написали. Спасибо за откровенность.
handover-complaint = { $mood ->
        [angry] { $named ->
            [no] Всё уже
           *[yes] { $name }, всё уже
        } у коллеги, ответ придёт сюда до { $due }. Повторять ничего не нужно.
       *[other] { $named ->
            [no] Передаю
           *[yes] { $name }, передаю
        } это коллеге, который может решить больше, чем я. Всё, что вы написали, у него перед глазами; ответ придёт сюда до { $due }.
    }

### Flow: callback

callback-when = { $state ->
        [open] Когда вам позвонить? Сегодня мы на месте: { $span }.
        [closed] Когда вам позвонить? Сейчас закрыто; снова на месте: { $opens }.
       *[always] Когда вам позвонить?
    }
    .soon = Как можно скорее
    .soon-also = скорее, побыстрее, прямо сейчас
    .morning = Завтра утром
    .afternoon = Завтра после обеда
    .next-morning = В рабочий день утром
    .next-afternoon = В рабочий день днём
    .short = когда вам позвонить?
    .title = Время звонка
callback-phone = По какому номеру позвонить? Если он зарубежный, с кодом страны, пожалуйста.
    .short = по какому номеру позвонить?
    .title = Телефон
callback-topic = О чём разговор? Тогда позвонит тот, кто в этом разбирается.
    .order = О заказе
    .order-also = заказ, мой заказ
    .product = О товаре
    .product-also = товар, совет
    .other = Другое
    .other-also = прочее, пропустить
    .short = о чём будет разговор?
    .title = Тема
callback-confirm = Звонок на { $phone }, { $when ->
        [soon] как можно скорее
        [morning] { $day }, утром
        [afternoon] { $day }, после обеда
       *[other] время: «{ $when }»
    }{ $topic ->
        [known] {""}
        [order] , о заказе
        [product] , о товаре
        [other] {""}
       *[else] , тема: { $topic }
    }. Всё верно?
callback-promise = { $named ->
        [no] Коллега
       *[yes] { $name }, коллега
    } позвонит вам на { $phone } { $part ->
        [morning] утром
       *[afternoon] после обеда
    }, не позже { $due }.
callback-promise-soon = { $named ->
        [no] Коллега
       *[yes] { $name }, коллега
    } позвонит вам на { $phone } до { $due }.
callback-promise-time = { $named ->
        [no] Время записала
       *[yes] { $name }, время записала
    }: «{ $when }». До { $due } коллега позвонит на { $phone } или согласует время с вами здесь.
handover-callback = Всё, что вы здесь написали, у коллеги есть, рассказывать заново не придётся.

### Flow: closing

closing-solved = { $named ->
        [no] Коллега считает, что всё улажено. Удалось решить ваш вопрос?
       *[yes] { $name }, коллега считает, что всё улажено. Удалось решить ваш вопрос?
    }
    .short = удалось решить ваш вопрос?
    .yes = Да, решено
    .yes-also = решено, всё хорошо, отлично, это всё, всё работает, да …, нет проблем …, нет вопросов …, нет больше …
    .no = Ещё нет
    .no-also = не решено, проблема осталась, нет …, не …, всё ещё …, ещё не …, до сих пор …, по-прежнему …
closing-sorry = Жаль, что вопрос пока не решён. Простите за это.
closing-rate = { $named ->
        [no] Спасибо!
       *[yes] Спасибо, { $name }!
    } Как мы вам помогли: от 1 (плохо) до 5 (отлично)? Достаточно одного нажатия.
    .short = как мы вам помогли, от 1 (плохо) до 5 (отлично)?
    .r1 = 1 – плохо
    .r1-also = ужасно, очень плохо
    .r2 = 2 – слабо
    .r2-also = так себе
    .r3 = 3 – нормально
    .r3-also = средне, неплохо
    .r4 = 4 – хорошо
    .r4-also = хорошо помогли
    .r5 = 5 – отлично
    .r5-also = супер, прекрасно, замечательно
closing-comment = { $rating ->
        [low] Простите, что вышло не лучше, и спасибо за откровенность. Что нам сделать иначе? Хватит одного предложения.
       *[high] Спасибо! Хотите добавить пару слов? Коллеги их прочитают.
    }
    .short = хотите добавить пару слов?
    .skip = Нет, спасибо
    .skip-also = пропустить, ничего, нет
closing-thanks = { $named ->
        [no] Спасибо, что написали нам.
       *[yes] Спасибо, { $name }.
    } Хорошего дня!
closing-coupon = Спасибо за ваше мнение! Вот небольшой купон: { $code }, на { $value }{ $dated ->
        [yes] {" "}(действует до { $until })
       *[no] {""}
    }. Введите код при оформлении заказа.

### Flow: human

human-about = Конечно, передаю. В двух словах, о чём речь? Тогда вас не будут расспрашивать заново.
    .skip = Просто человека
    .skip-also = пропустить, неважно, человека
    .short = в двух словах, о чём речь?
    .title = О чём речь
handover-asked = { $mood ->
        [angry] Подключаю коллегу, у него есть всё, что вы написали. Ответ придёт сюда до { $due }.
       *[other] { $named ->
            [no] Передаю
           *[yes] { $name }, передаю
        } вас коллеге вместе со всем, что вы написали, повторять ничего не придётся. Ответ придёт сюда до { $due }.
    }

### Flow: small_talk

small-talk-other = С удовольствием. Расскажите своими словами, что случилось или что нужно.
greeting = { $mood ->
        [calm] Здравствуйте{ $named ->
            [no] {""}
           *[yes] , { $name }
        }! { $again ->
            [yes] Рада, что вы снова написали.
           *[no] Я чат-бот магазина { $shop }. Чего не умею я, умеют мои коллеги.
        } Чем помочь?
       *[other] Здравствуйте{ $named ->
            [no] {""}
           *[yes] , { $name }
        }. Я чат-бот магазина { $shop }; коллега может подключиться в любой момент. Что случилось?
    }
    .other = Другое
    .short = чем помочь?
greeting-nested = Здравствуйте{ $named ->
        [no] {""}
       *[yes] , { $name }
    }!
thanks = { $mood ->
        [calm] Пожалуйста{ $named ->
            [no] {""}
           *[yes] , { $name }
        }! Если что-то ещё понадобится, пишите.
       *[other] Пожалуйста. Если что-то ещё понадобится, пишите.
    }
thanks-nested = Пожалуйста.
goodbye = { $mood ->
        [calm] До свидания{ $named ->
            [no] {""}
           *[yes] , { $name }
        }! Хорошего дня!
       *[other] До свидания. Писать сюда можно в любое время.
    }
goodbye-nested = До свидания! Начатое подождёт вас здесь.
praise = { $tone ->
        [friendly] Как приятно, спасибо{ $named ->
            [no] {""}
           *[yes] , { $name }
        }! 😊
       *[formal] Спасибо{ $named ->
            [no] {""}
           *[yes] , { $name }
        }, нам очень приятно это слышать.
    }
help = Я подскажу, где заказ, изменю или отменю его, оформлю возврат или обмен, помогу с выбором, скажу о наличии и цене. Со всем остальным помогут коллеги. Что нужно?
    .other = Другое
    .short = что нужно?
help-nested = Отвечайте кнопкой, её номером или своими словами; «назад» вернёт на шаг, «отмена» всё оставит как есть. Другие вопросы можно задавать по ходу.
are-you-a-bot = Да, я бот, чат-помощница магазина. Отвечаю по данным самого магазина, а если чего-то не знаю, так и говорю. За мной стоят люди, и поговорить с человеком можно в любой момент.
out-of-scope = Боюсь, я разбираюсь только в делах этого магазина. Вот с чем могу помочь:
    .other = Другое
    .short = с чем помочь?
out-of-scope-nested = Боюсь, я разбираюсь только в делах этого магазина.
change-language = На каком языке будем говорить?
    .en = English
    .en-also = english, англійська, английский, angleščina, angleško
    .ru = Русский
    .ru-also = russian, російська, ruščina, rusko
    .uk = Українська
    .uk-also = ukrainian, украинский, ukrajinščina, ukrajinsko
    .sl = Slovenščina
    .sl-also = slovenian, slovene, словенский, словенська, slovensko
    .short = на каком языке будем говорить?
erase-data = Могу стереть всё, что этот чат знает о вас: имя, контакты, нашу переписку и то, что из неё запомнилось. Заказы и счета магазин обязан хранить столько, сколько требует налоговый закон. Вернуть стёртое нельзя. Стереть?
    .yes = Да, сотрите
    .yes-also = да, удалите, сотрите всё
    .no = Нет, оставьте
    .no-also = нет, не надо, пусть останется
    .short = стереть всё, что этот чат знает о вас?
erase-data-kept = Хорошо, ничего не стёрто.
erase-data-done = Готово: этот чат больше ничего о вас не помнит. Заказы и счета остаются в магазине, пока этого требует закон. Напишете снова, и мы начнём с чистого листа.
late-nothing = Хорошо. Если что-то понадобится, пишите.

### Flow: link

link-where = { $channel ->
        [telegram] в Telegram
        [whatsapp] в WhatsApp
        [viber] в Viber
        [webchat] на нашем сайте
       *[other] в другом канале
    }
link-code = { $named ->
        [no] Вот ваш код
       *[yes] { $name }, вот ваш код
    }: { $code }
    Он действует один час, до { $until }, и сработает один раз. { $doors ->
        [0] Отправьте его нам сообщением в другом канале
       *[other] Откройте одну из ссылок ниже или отправьте код нам сообщением в другом канале
    }, и мы продолжим там с того же места. Пожалуйста, никому его не передавайте: кто пришлёт этот код, увидит то же, что и вы.
link-door = { $channel ->
        [telegram] В Telegram
        [whatsapp] В WhatsApp
        [viber] В Viber
       *[other] В другом канале
    }: { $url }
link-joined = { $named ->
        [no] Готово:
       *[yes] Готово, { $name }:
    } этот чат и ваш чат { link-where } теперь связаны, и то, что вы подтвердили там, здесь подтверждать уже не нужно. Чтобы снова их разделить, напишите /unlink.
link-notice = По вашему коду с этим чатом только что связали ещё один, { link-where }. Если это были не вы, сразу напишите здесь /unlink: тогда тот чат потеряет всё, что получил от этого.
link-own = Этот код создан прямо здесь, в этом чате. Отправьте его, пожалуйста, в том канале, где хотите продолжить.
link-already = Этот чат и ваш чат { link-where } уже связаны, больше ничего делать не нужно. Чтобы их разделить, напишите /unlink.
link-wrong = Этот код не подходит. Сверьте его, пожалуйста, с тем, что вам дали, или получите новый: напишите /link в том чате, из которого хотите перейти, либо спросите в магазине.
link-closed = Было слишком много неподходящих кодов. Ради безопасности покупателей я снова смогу принять код не раньше чем в { $until }.
link-order = Спасибо, код подошёл. Речь о заказе { $number }.
unlink-done = { $named ->
        [no] Готово:
       *[yes] Готово, { $name }:
    } этот чат снова сам по себе. То, что он получил от других ваших чатов, отсюда убрано, а то, что они получили от него, убрано оттуда.
unlink-alone = Этот чат не связан ни с каким другим. Чтобы связать, напишите /link.

### Flow: order_status

order-status-head = { $count ->
        [1] Заказ { $number }
       *[other] Посылка { $nth } из { $count } ({ $items })
    }
order-status-when = { $when ->
        [eta] {" "}Ожидается { $eta }.
        [promised] {" "}Перевозчик день пока не назвал; обещанный день: { $promised }.
        [told] {""}
       *[unknown] {" "}Перевозчик день не назвал.
    }
order-status-scan = { $scan ->
        [seen] Последняя отметка: { $seen }{ $placed ->
            [no] {""}
           *[yes] , { $place }
        } ({ $age ->
            [0] сегодня
            [1] вчера
            [one] { $age } день назад
            [few] { $age } дня назад
           *[other] { $age } дней назад
        }).
       *[none] Отметок перевозчика пока нет.
    }
order-status-track = { $tracked ->
        [link] Отследить { $track }: { $url }
        [url] Отследить: { $url }
        [number] Номер для отслеживания: { $track }
       *[none] {""}
    }
order-status-sorry-late = { $named ->
        [no] Простите, пожалуйста
       *[yes] { $name }, простите, пожалуйста
    }: { $passed ->
        [yes] заказ { $number } опаздывает. Мы обещали его { $promised }{ $when ->
            [eta] . Новая дата от перевозчика: { $eta }.
           *[other] , а новой даты перевозчик не называет.
        }
       *[no] заказ { $number } придёт позже, чем обещали: { $eta } вместо { $promised }.
    }
order-status-sorry-lost = { $named ->
        [no] Простите, пожалуйста
       *[yes] { $name }, простите, пожалуйста
    }: перевозчик { $carrier } сообщает, что посылка из заказа { $number } потеряна.
order-status-sorry-returned = { $named ->
        [no] Простите, пожалуйста
       *[yes] { $name }, простите, пожалуйста
    }: посылка из заказа { $number } до вас не дошла и вернулась к нам.
order-status-sorry-silent = { $named ->
        [no] Простите, пожалуйста
       *[yes] { $name }, простите, пожалуйста
    }: по заказу { $number } от перевозчика { $carrier } нет вестей уже { $age ->
        [one] { $age } день
        [few] { $age } дня
       *[other] { $age } дней
    }. Это слишком долго.
order-status-sorry-attempted = { $named ->
        [no] Жаль
       *[yes] { $name }, жаль
    }, что вы разминулись с курьером по заказу { $number }. Простите за неудобство.
order-status-on-time = { $named ->
        [no] Я проверила
       *[yes] { $name }, я проверила
    }: с заказом { $number } всё по плану. Он обещан { $promised }, так что пока не опаздывает.
order-status-parcel-labelled =
    { order-status-head }: всё собрано и ждёт, когда заберёт { $carrier }.{ order-status-when }
    { order-status-track }
order-status-parcel-on-the-way =
    { order-status-head }: в пути, везёт { $carrier }.{ order-status-when }
    { order-status-scan }
    { order-status-track }
order-status-parcel-out-for-delivery =
    { order-status-head }: у курьера ({ $carrier }), уже едет к вам.{ order-status-when }
    { order-status-scan }
    { order-status-track }
order-status-parcel-at-pickup =
    { order-status-head }: можно забирать{ $point ->
        [no] {""}
       *[yes] , { $pickup }
    }. { $kept ->
        [yes] Хранится до { $until }.
        [over] Срок хранения был до { $until } и уже прошёл.
       *[no] Сколько хранится, я не знаю; уточните, пожалуйста, у перевозчика ({ $carrier }).
    }
    { order-status-track }
order-status-parcel-attempted =
    { order-status-head }: курьер ({ $carrier }) приезжал и никого не застал.{ order-status-when } О другом времени или месте можно договориться с перевозчиком.
    { order-status-scan }
    { order-status-track }
order-status-parcel-delivered =
    { order-status-head }: доставлено{ $dated ->
        [no] , день мне неизвестен
       *[yes] {" "}{ $delivered }
    }{ $point ->
        [no] {""}
       *[yes] , { $pickup }
    }. Перевозчик: { $carrier }.
    { order-status-track }
order-status-parcel-lost =
    { order-status-head }: перевозчик ({ $carrier }) считает отправление потерянным.
    { order-status-scan }
    { order-status-track }
order-status-parcel-returned =
    { order-status-head }: перевозчик ({ $carrier }) вернул отправление нам.
    { order-status-scan }
    { order-status-track }
order-status-rest =
    Ещё у нас, пока не отправлено: { $items }
    { $dated ->
        [no] День отправки пока неизвестен.
       *[yes] Обещано { $promised }.
    }
order-status-cash = Оплата курьеру при получении: { $amount }.
order-status-promise-carrier = Коллега узнает у перевозчика { $carrier }, где посылка из заказа { $number }, и напишет вам сюда до { $due }.
order-status-promise-lost = Коллега разберётся с перевозчиком { $carrier } и до { $due } спросит вас здесь: отправить заказ { $number } заново или вернуть деньги.
order-status-promise-returned = Коллега выяснит, почему посылка из заказа { $number } вернулась, и до { $due } спросит вас здесь: отправить её ещё раз или вернуть деньги.
order-status-promise-packing = Коллега узнает на складе, когда уйдёт заказ { $number }, и до { $due } назовёт вам здесь новый день.
order-status-late-packing = { $named ->
        [no] Простите, пожалуйста
       *[yes] { $name }, простите, пожалуйста
    }: заказ { $number } мы обещали { $promised }, а он ещё не отправлен со склада. Нового дня я пока не знаю.
order-status-packing = Заказ { $number } { $state ->
        [packing] сейчас собирают
       *[other] принят и ждёт сборки
    }, он ещё не отправлен. { $dated ->
        [no] День доставки пока неизвестен.
       *[yes] Доставка обещана { $promised }.
    }
order-status-unpaid = Заказ { $number } не отправлен, потому что оплата ещё не поступила. К оплате { $amount }; как только деньги придут, заказ пойдёт в сборку.
order-status-failed = { $named ->
        [no] Простите, пожалуйста
       *[yes] { $name }, простите, пожалуйста
    }: оплата заказа { $number } не прошла, поэтому он не отправлен. К оплате { $amount }; после оплаты заказ пойдёт в сборку.
order-status-untracked = Заказ { $number } { $state ->
        [delivered] доставлен.
        [partly_shipped] отправлен частично, остальное ещё у нас.
       *[other] отправлен.
    } Данных для отслеживания у меня нет, поэтому день доставки я не вижу.
order-status-cancelled = Заказ { $number } отменён, поэтому ничего не едет. { $money ->
        [back] Вам вернули { $refunded }.
        [part] Пока вам вернули { $refunded } из { $paid }.
        [coming] К возврату { $paid }; обычно это занимает до { $days ->
            [one] { $days } рабочего дня
           *[other] { $days } рабочих дней
        }.
       *[none] Деньги не списывались.
    }
order-status-returned = Заказ { $number } вернулся к нам как возврат. Могу показать, где ваши деньги.

### Flow: order_confirmation

order-confirmation-placed = { $named ->
        [no] Да
       *[yes] { $name }, да
    }, заказ { $number } у нас, оформлен { $placed }. { $payment ->
        [paid] Он оплачен: { $paid }.
        [authorised] Банк зарезервировал { $due }; спишутся деньги только при отправке.
        [on_delivery] Оплата курьеру при получении: { $due }.
        [unpaid] Он ещё не оплачен, к оплате { $due }.
        [partly_refunded] Он был оплачен, часть денег уже вернули.
        [refunded] Он был оплачен, деньги вернули.
       *[other] Дошла ли оплата, я пока не вижу.
    }
order-confirmation-failed = { $named ->
        [no] Простите, пожалуйста
       *[yes] { $name }, простите, пожалуйста
    }: заказ { $number } от { $placed } у нас есть, но оплата на { $amount } не прошла.
order-confirmation-cancelled = Заказ { $number } оформлен { $placed } и сейчас отменён.{ $back ->
        [no] {""}
       *[yes] {" "}Вам вернули { $refunded }.
    }
order-confirmation-content =
    В заказе:
    { $items }
    Доставка: { $free ->
        [yes] бесплатно
       *[no] { $shipping }
    }{ $reduced ->
        [no] {""}
        [coupon] . Скидка по коду { $coupon }: −{ $discount }
       *[yes] . Скидка: −{ $discount }
    }
    Итого с НДС: { $total }. Оплата: { $method }.
order-confirmation-pay = Заказ за вами и пойдёт в сборку, как только поступит { $amount }.{ $linked ->
        [no] {""}
       *[yes] {" "}Оплатить можно здесь: { $url }
    }
order-confirmation-next = { $state ->
        [here] Дальше его соберут и отправят{ $dated ->
            [no] ; день доставки пока неизвестен.
           *[yes] . Доставка обещана { $promised }.
        }
        [partly_shipped] Часть уже в пути, остальное следом{ $dated ->
            [no] ; день пока неизвестен.
           *[yes] . Доставка обещана { $promised }.
        }
        [shipped] Он уже в пути к вам{ $dated ->
            [no] .
           *[yes] ; доставка обещана { $promised }.
        }
        [returned] Он вернулся к нам как возврат.
       *[delivered] Он уже доставлен.
    }
order-confirmation-mail = Подтверждение уходит на { $email } и иногда попадает в спам. Вы его получили?
    .short = вы получили письмо с подтверждением?
    .yes = Да, получено
    .no = Нет, не пришло
order-confirmation-mail-sorry = Простите за это. С заказом всё в порядке, не дошло только письмо.
order-confirmation-address = { $email } — это ваш адрес?
    .short = { $email } — это ваш адрес?
    .yes = Да, мой
    .no = Нет, ошибка
order-confirmation-email = На какую почту его отправить?
    .short = на какую почту отправить подтверждение?
order-confirmation-promise = Коллега отправит подтверждение заказа { $number } на { $email } до { $due }.

### Flow: payment_problem

payment-problem-sorry = { $mood ->
        [calm] { $named ->
            [no] Мне жаль
           *[yes] { $name }, мне жаль
        }, что с оплатой возникли трудности. Давайте разберёмся.
       *[other] { $named ->
            [no] Простите
           *[yes] { $name }, простите
        } за трудности с оплатой.
    }
payment-problem-failed = Заказ { $number }: { $reason ->
        [declined] банк отклонил оплату
        [expired_card] у карты истёк срок действия
        [insufficient_funds] по данным банка, на счёте не хватило денег
        [timeout] банк не ответил вовремя
       *[unknown] оплата не прошла, причину банк не назвал
    }. { $charged ->
        [no] Деньги не списаны.
        [part] К нам поступило { $paid }.
       *[unknown] К нам деньги не поступили; держит ли их банк, мне отсюда не видно.
    } Заказ за вами, к оплате { $amount }.
payment-problem-unpaid = Заказ { $number } у нас, но ещё не оплачен: к оплате { $amount }. Деньги к нам не поступали.
payment-problem-way = Что сделаем?
    .short = что сделаем с оплатой?
    .pay = Оплатить сейчас
    .pay-also = оплатить, ссылка, как оплатить
    .again = Оплатить ещё раз
    .again-also = повторить, попробовать снова, оплатить, ссылка
    .other = Оплатить иначе
    .other-also = другая карта, другой картой, другой способ, paypal
    .bank = Почему не прошла?
    .bank-also = банк, причина, почему
    .paid = Уже оплачено
    .paid-also = я оплатил, я оплатила, платил, платила, уже платил, уже платила
    .charged = Деньги списали
    .charged-also = списали, сняли деньги, списали дважды, двойное списание
payment-problem-bank = { $reason ->
        [declined] Банк сообщает нам только «отклонено». Чаще всего дело в лимите на покупки в интернете или в подтверждении в приложении банка; банк снимает это за минуту.
        [expired_card] Срок карты прошёл. С новой картой всё получится.
        [insufficient_funds] На счёте или в лимите карты в тот момент не нашлось { $amount }. После пополнения или с другой картой получится.
        [timeout] Связь с банком оборвалась, вашей вины тут нет. Если банк показывает резерв, дождитесь, пока он его снимет, и только потом платите снова.
       *[unknown] Причину банк нам не назвал, но у себя он её видит. Чаще всего это лимит на покупки в интернете.
    }
payment-problem-other = { $linked ->
        [yes] На странице оплаты можно выбрать другую карту или другой способ.
       *[no] Подойдёт и другая карта, и другой способ.
    }
payment-problem-link = Здесь можно оплатить { $amount }: { $url }
payment-problem-promise-link = Коллега пришлёт сюда до { $due }, как оплатить { $amount } за заказ { $number }.
payment-problem-cancelled = Заказ { $number } отменён, платить ничего не нужно. { $state ->
        [back] Вам вернули { $refunded }.
        [part] Пока вам вернули { $refunded } из { $paid }.
        [coming] К возврату { $paid }; обычно это занимает до { $days ->
            [one] { $days } рабочего дня
           *[other] { $days } рабочих дней
        }.
       *[none] Денег за него мы не получали.
    }
payment-problem-unknown = Оплаты заказа { $number } у нас пока не видно. Пожалуйста, второй раз пока не платите.
payment-problem-promise-unknown = Коллега проверит оплату заказа { $number } по нашей бухгалтерии и напишет вам сюда до { $due }.
payment-problem-fine = { $payment ->
        [paid] Я проверила: заказ { $number } оплачен, { $paid } у нас. Больше платить ничего не нужно.
        [authorised] Я проверила: за заказ { $number } банк зарезервировал { $due }. Спишутся деньги только при отправке, до этого оплата может выглядеть незавершённой. Делать ничего не нужно.
        [on_delivery] Я проверила: заказ { $number } оплачивается курьеру при получении, { $due }. В интернете платить ничего не нужно.
        [partly_refunded] Я проверила: заказ { $number } оплачен, из этой суммы вам вернули { $refunded }.
       *[refunded] Я проверила: деньги за заказ { $number } вам вернули, { $refunded }.
    }
payment-problem-seen = А что видите вы?
    .short = что видите вы?
    .error = Сообщение об ошибке
    .error-also = ошибка, не прошла, отклонено
    .twice = Списали дважды
    .twice-also = двойное списание, два раза, две оплаты
    .unpaid = Пишут: не оплачено
    .unpaid-also = не оплачен, не оплачено, напоминание, долг
payment-problem-error = Это сообщение от попытки, которая не прошла. Важно то, что вижу я: доплачивать за заказ { $number } сейчас ничего не нужно.
payment-problem-twice = Лишние деньги должны вернуться. Чтобы коллега сверил списания с нашими данными, мне нужны две вещи.
payment-problem-charges = Какие суммы и в какие дни списали? Напишите, пожалуйста, так, как в выписке.
    .short = какие суммы и в какие дни списали?
payment-problem-statement = Поможет снимок выписки с обеими строками. Всё остальное на нём можно закрыть.
    .short = есть ли снимок выписки?
    .none = Снимка нет
    .none-also = нет, без фото, без снимка, пропустить
payment-problem-where = Где вы видите, что не оплачено? В личном кабинете, в письме, где-то ещё?
    .short = где вы видите, что не оплачено?
payment-problem-promise-shown = Коллега исправит отметку в заказе { $number } и подтвердит это здесь до { $due }. Ничего больше не платите.

### Flow: delivery_damaged

delivery-damaged-sorry = { $mood ->
        [calm] { $named ->
            [no] Мне очень жаль
           *[yes] { $name }, мне очень жаль
        }, что товар пришёл повреждённым. Так быть не должно; вы за это ничего не платите.
       *[other] { $named ->
            [no] Простите
           *[yes] { $name }, простите
        }, что товар пришёл повреждённым. Вы за это ничего не платите.
    }
delivery-damaged-arrived = Насколько я вижу, заказ { $number } ещё не доставлен. Он уже у вас?
    .short = посылка уже у вас?
    .yes = Да, уже у меня
    .no = Нет, ещё нет
delivery-damaged-cancelled = Заказ { $number } отменён, поэтому оформить по нему повреждение я не могу. Возможно, речь о другом заказе; может посмотреть и человек.
delivery-damaged-waiting = Тогда дождитесь, пожалуйста, заказа { $number }. Если коробка повреждена, попросите курьера это отметить или откажитесь от неё и напишите мне.
delivery-damaged-item = Какой товар повреждён?
    .short = какой товар повреждён?
    .title = Товар
delivery-damaged-already = По этому товару ({ $item }) обращение уже открыто{ $numbered ->
        [no] {""}
       *[yes] , номер { $case }
    }. Сообщать ещё раз не нужно.
delivery-damaged-pieces = { $item }: в заказе { $count } шт. Сколько из них повреждено?
    .short = сколько штук повреждено?
    .title = Количество
delivery-damaged-photo = { $item }: пришлите, пожалуйста, фото повреждения и коробки, если она сохранилась.
    .short = есть ли фото повреждения?
    .none = Фото нет
    .none-also = нет, без фото, не могу, пропустить
    .title = Фото
delivery-damaged-what = Можно и без фото. Что сломано? Хватит одного предложения.
    .short = что сломано?
    .title = Что сломано
delivery-damaged-wish = { $item }: как вам удобнее?
    .short = новый товар или деньги?
    .replacement = Прислать новый
    .replacement-also = замена, заменить, новый, обменять
    .refund = Вернуть деньги
    .refund-also = деньги, возврат
    .title = Ваше пожелание
delivery-damaged-out = { $state ->
        [out] { $item }: сейчас нет на складе{ $dated ->
            [no] , и когда появится, пока неизвестно.
           *[yes] , появится { $restock }.
        }
       *[other] { $item }: больше не выпускается, такого же предложить не могу.
    } Как вам удобнее?
    .short = как вам удобнее?
    .wait = Подождать новый
    .wait-also = ждать, подожду, замена
    .refund = Вернуть деньги
    .refund-also = деньги, возврат
    .person = Подобрать похожий
    .person-also = похожий, другая модель, аналог
delivery-damaged-person = { $item }: чтобы всё вышло как надо, здесь решает человек. Присылать ещё раз ничего не нужно.
delivery-damaged-summary =
    Всё верно?
    Заказ { $number }: { $item }, { $pieces } шт.
    Повреждение: { $described ->
        [yes] { $what }
       *[no] { $pictures ->
            [one] { $pictures } фотография
            [few] { $pictures } фотографии
           *[other] { $pictures } фотографий
        }
    }
    Ваше пожелание: { $wish ->
        [replacement] прислать новый
       *[refund] вернуть деньги
    }
delivery-damaged-refused = { $reason ->
        [window_over] { $item }: со дня доставки прошло больше { $days ->
            [one] { $days } дня
           *[other] { $days } дней
        }, поэтому сама оформить не могу. Коллега может, ничего не потеряно.
        [not_delivered] { $item }: по нашим данным, ещё не доставлено, поэтому сама оформить не могу. Коллега может.
        [already_returned] { $item }: возврат уже оформлен, второй раз не получится. Коллега посмотрит оба обращения.
       *[other] Система не даёт мне это оформить. Коллега может сделать это вручную.
    }
delivery-damaged-done =
    Оформила, номер обращения { $case }. { $labelled ->
        [yes] Вот наклейка для возврата, пересылку оплачиваем мы: { $url }
       *[no] Пересылка для вас бесплатна.
    } Упакуйте, пожалуйста, повреждённый товар как есть и сдайте перевозчику{ $dated ->
        [no] .
       *[yes] {" "}до { $until }.
    }{ $wish ->
        [refund] {" "}Деньги{ $known ->
            [yes] {" "}({ $amount })
           *[no] {""}
        } вернутся не позже чем через { $days ->
            [one] { $days } рабочий день
            [few] { $days } рабочих дня
           *[other] { $days } рабочих дней
        } после того, как посылка придёт к нам.
       *[replacement] {""}
    }
delivery-damaged-promise = Коллега оформит отправку нового товара ({ $item }, обращение { $case }) и до { $due } назовёт вам здесь день доставки.

### Flow: delivery_missing

delivery-missing-sorry = { $mood ->
        [calm] { $named ->
            [no] Мне жаль
           *[yes] { $name }, мне жаль
        }, что с доставкой вышло не так. Давайте выясним, что случилось.
       *[other] { $named ->
            [no] Простите
           *[yes] { $name }, простите
        }, что с доставкой вышло не так.
    }
delivery-missing-cancelled = Заказ { $number } отменён, поэтому доставки не было. Если вы за него платили, могу показать, где деньги.
delivery-missing-what = Что случилось с заказом { $number }?
    .short = что случилось с заказом?
    .nothing = Ничего не пришло
    .nothing-also = не получал, не получила, не пришло, посылки нет
    .incomplete = Пришло не всё
    .incomplete-also = не хватает, чего-то нет, неполный, недокомплект
    .wrong = Пришло не то
    .wrong-also = не тот товар, другой товар, перепутали
delivery-missing-parcel = В заказе несколько посылок. О какой речь?
    .short = о какой посылке речь?
delivery-missing-checked = { $carrier }: посылка отмечена как доставленная{ $dated ->
        [no] {""}
       *[yes] {" "}{ $delivered }
    }{ $placed ->
        [no] {""}
       *[yes] , { $place }
    }. Бывает, что её взяли соседи или домашние, что она в постамате или лежит у двери. Вы уже искали?
    .short = вы уже спросили соседей и проверили постамат?
    .yes = Искали, нет нигде
    .yes-also = да, проверили, спросили всех, смотрел везде нет, смотрела везде нет, искал нигде нет, искала нигде нет
    .no = Ещё нет
    .found = Нашлась
    .found-also = нашли, нашёл, нашла, она здесь
delivery-missing-found = Рада, что она нашлась.
delivery-missing-look = Посмотрите, пожалуйста, сначала там: так находится большинство посылок. Если не найдётся, напишите мне номер { $number }, и мы начнём поиск.
delivery-missing-promise-carrier = { $known ->
        [yes] Коллега узнает у перевозчика { $carrier }, где оставили посылку { $track } и кто за неё расписался, и напишет вам сюда до { $due }.
       *[no] Коллега узнает у перевозчика, где оставили заказ { $number }, и напишет вам сюда до { $due }.
    } Если посылка не найдётся, вы получите новый товар или деньги.
delivery-missing-not-yet = Он не потерян: заказ { $number } { $state ->
        [unpaid] не отправлен, потому что ещё не оплачен.
        [unsent] ещё не отправлен{ $dated ->
            [no] , день пока неизвестен.
           *[yes] . Доставка обещана { $day }.
        }
        [pickup] уже можно забирать{ $point ->
            [no] .
           *[yes] : { $pickup }.
        }
       *[moving] ещё в пути, везёт { $carrier }{ $dated ->
            [no] ; день неизвестен.
           *[yes] ; ожидается { $day }.
        }
    }{ $linked ->
        [no] {""}
       *[yes] {" "}Отследить: { $url }
    }
delivery-missing-item = Какого товара не хватает?
    .short = какого товара не хватает?
delivery-missing-instead-of = Какой товар должен был быть в коробке?
    .short = какой товар должен был быть в коробке?
delivery-missing-instead = { $item }: а что пришло вместо этого?
    .short = что пришло вместо этого?
delivery-missing-photo = Поможет фото того, что пришло.
    .short = есть ли фото того, что пришло?
    .none = Фото нет
    .none-also = нет, без фото, не могу, пропустить
delivery-missing-detail = { $item }: в заказе { $count } шт. Сколько пришло и не пропало ли что-то ещё?
    .short = сколько штук пришло?
delivery-missing-other-parcel = { $item }: не пропало, { $state ->
        [unpaid] просто заказ ещё не оплачен и поэтому не отправлен.
        [unsent] просто ещё не отправлено{ $dated ->
            [no] ; день пока неизвестен.
           *[yes] . Доставка обещана { $day }.
        }
        [pickup] едет отдельной посылкой, которую уже можно забирать{ $point ->
            [no] .
           *[yes] : { $pickup }.
        }
       *[moving] едет отдельной посылкой, везёт { $carrier }{ $dated ->
            [no] ; день неизвестен.
           *[yes] ; ожидается { $day }.
        }
    }{ $linked ->
        [no] {""}
       *[yes] {" "}Отследить: { $url }
    }
delivery-missing-wish = Как вам удобнее?
    .short = дослать товар или вернуть деньги?
    .send = Прислать товар
    .send-also = дослать, дошлите, пришлите нужный товар, правильный, замена
    .refund = Вернуть деньги
    .refund-also = деньги, возврат
delivery-missing-promise = Отметила это в заказе { $number }. Коллега { $wish ->
        [send] отправит нужное ({ $item }) и назовёт день доставки
       *[refund] вернёт деньги ({ $item }) и подтвердит это
    } здесь до { $due }.{ $kind ->
        [wrong] {" "}То, что пришло, пока оставьте у себя; пересылка назад для вас бесплатна.
       *[missing] {""}
    }

### Flow: change_order

change-order-fee = Пока заказ не отправлен, отмена ничего не стоит. Потом от посылки можно отказаться или вернуть её в течение { $days ->
        [one] { $days } дня
       *[other] { $days } дней
    } после доставки.
change-order-what = Что изменить в заказе { $number }?
    .short = что изменить в заказе { $number }?
    .items = Состав заказа
    .items-also = товары, товар, количество, цвет, размер, добавить, убрать
    .address = Адрес доставки
    .address-also = адрес, улица, телефон, пункт выдачи
    .cancel = Отменить заказ
    .cancel-also = отмена, отменить, аннулировать
change-order-address = На какой адрес доставить заказ { $number }? Напишите, пожалуйста, улицу, индекс и город.
    .short = на какой адрес доставить заказ?
    .title = Адрес
change-order-address-summary =
    Меняю так?
    Заказ { $number }, новый адрес: { $address }
change-order-address-done = Готово: новый адрес заказа { $number }: { $address }.{ $dated ->
        [no] {""}
       *[yes] {" "}Доставка была обещана { $promised }; в дальнее место может идти дольше.
    }
change-order-cancel-summary = Отменяю заказ { $number } ({ $items }, { $total })? Это ничего не стоит, но вернуть его потом нельзя.
change-order-cancel-done = Заказ { $number } отменён, для вас это бесплатно. { $paid ->
        [yes] { $amount } вернутся тем же путём, которым вы платили ({ $method }), { $dated ->
            [yes] не позже { $until }.
           *[no] обычно это занимает до { $days ->
                [one] { $days } рабочего дня
               *[other] { $days } рабочих дней
            }.
        }
       *[no] Деньги не списывались.
    }
change-order-items =
    Сейчас в заказе: { $items }
    Что поменять? Напишите своими словами.
    .short = что поменять в заказе?
    .title = Что поменять
change-order-items-summary =
    Передаю так?
    Заказ { $number }: { $change }
change-order-items-promise = Отметила это в заказе { $number }. Коллега внесёт изменение или скажет, что не получится, здесь до { $due }.
change-order-refused = Простите, система магазина не приняла изменение в заказе { $number }.
change-order-late-shipped = { $wish ->
        [cancel] Заказ { $number } уже отправлен, отменить его я не могу. Можно отказаться от посылки при получении или вернуть её в течение { $days ->
            [one] { $days } дня
           *[other] { $days } дней
        } после доставки.
        [address] Заказ { $number } уже отправлен, изменить адрес я не могу.{ $linked ->
            [no] {" "}Можно попросить перевозчика перенаправить посылку или отказаться от неё.
           *[yes] {" "}Перенаправить посылку можно попросить перевозчика ({ $carrier }): { $url }
        }
       *[items] Заказ { $number } уже отправлен, изменить его состав я не могу. Ненужное можно вернуть в течение { $days ->
            [one] { $days } дня
           *[other] { $days } дней
        } после доставки, а недостающее легко заказать отдельно.
    }
change-order-late-partly-shipped = Часть заказа { $number } уже в пути, поэтому сама я его изменить не могу. С тем, что ещё у нас, возможно, удастся успеть.
change-order-late-locked = Заказ { $number } вот-вот уйдёт, и сама я его изменить уже не могу. Человек на складе, возможно, успеет.
change-order-late-delivered = Заказ { $number } уже доставлен, { $wish ->
        [cancel] отменить его нельзя
       *[other] изменить его нельзя
    }. { $dated ->
        [no] Вернуть товар можно в течение { $days ->
            [one] { $days } дня
           *[other] { $days } дней
        } после доставки.
        [over] Срок возврата закончился { $until }; если товар неисправен, поможет гарантия.
       *[yes] Вернуть товар можно до { $until }.
    }
change-order-late-returned = Заказ { $number } вернулся к нам как возврат, менять в нём уже нечего. Могу показать, где ваши деньги.
change-order-late-cancelled = Заказ { $number } уже отменён{ $back ->
        [no] , отправлять ничего не будут.
       *[yes] , вам вернули { $amount }.
    }

### Flow: product

product-price-line = { $vat ->
        [included] { $price }, включая НДС { $rate } %
        [included_unrated] { $price }, включая НДС
        [plus] { $price } плюс НДС { $rate } %
        [plus_unrated] { $price } плюс НДС
       *[unknown] { $price } (входит ли в цену НДС, мне неизвестно)
    }{ $reduced ->
        [yes] {" "}(было { $was })
       *[no] {""}
    }.
product-stock-line = { $stock ->
        [in_stock] { $counted ->
            [yes] В наличии: { $left } шт.
           *[no] Есть в наличии.
        }
        [low] { $counted ->
            [yes] { $left ->
                [one] Осталась { $left } штука.
                [few] Осталось всего { $left } штуки.
               *[other] Осталось всего { $left } штук.
            }
           *[no] Осталось совсем немного.
        }
        [out] Сейчас нет в наличии{ $dated ->
            [yes] , ждём { $back }.
           *[no] . Когда появится, пока неизвестно.
        }
        [discontinued] Этот товар больше не выпускают, и у нас его не осталось.
       *[unknown] Есть ли он сейчас в наличии, мне неизвестно.
    }
product-ship-line = { $ships ->
        [yes] { $way }: { $free ->
            [yes] бесплатно
           *[no] { $cost }
        }, { $days } { $last ->
            [one] рабочий день
            [few] рабочих дня
           *[other] рабочих дней
        }.
        [hidden] {""}
       *[unknown] Сколько стоит доставка, мне неизвестно.
    }
product-card = { $named ->
        [no] Вот что я нашла:
       *[yes] { $name }, вот что я нашла:
    } { $product }, { product-price-line }
    { product-stock-line }
    { product-ship-line }
product-price = { $product } стоит { product-price-line }
    { product-ship-line }{ $more ->
        [yes] {" "}Или так: { $others }.
       *[no] {""}
    }
product-stock = { $product }
    { product-stock-line }
product-successor = Ему на смену пришла новая модель: { $newer }, { product-price-line }
product-lines = { $topic ->
        [specs] { $product }, все характеристики:
        [instructions] { $product }, как пользоваться:
        [safety] { $product }, что важно для безопасности:
       *[line] { $product }:
    }
    { $lines }
product-nothing = { $topic ->
        [specs] Характеристик товара «{ $product }» у меня нет, а гадать не хочу.
        [instructions] Инструкции к товару «{ $product }» у меня нет, а гадать не хочу. Обычно она лежит в коробке.
        [safety] Указаний по безопасности для товара «{ $product }» у меня нет, а тут гадать нельзя.
       *[reviews] О товаре «{ $product }» пока никто не оставил отзыва.
    }
product-warranty = { $known ->
        [yes] { $product }: гарантия { $years ->
            [0] { $months } мес.
            [one] { $years } год.
            [few] { $years } года.
           *[other] { $years } лет.
        }
       *[no] Срок гарантии на товар «{ $product }» в моих данных не указан. Что действует в вашем случае, подскажет коллега.
    } { $note }
product-reviews = { $product }: ★ { $rating } из 5, { $count ->
        [one] { $count } отзыв
        [few] { $count } отзыва
       *[other] { $count } отзывов
    }.
    { $good_in ->
        [none] Хороших отзывов среди них нет.
       *[other] Хвалят: { $good_stars } «{ $good }» { $good_by }, { $good_in ->
            [en] на английском
            [uk] на украинском
            [sl] на словенском
           *[ru] на русском
        }.
    }
    { $bad_in ->
        [none] Жалоб пока не было.
       *[other] Ругают: { $bad_stars } «{ $bad }» { $bad_by }, { $bad_in ->
            [en] на английском
            [uk] на украинском
            [sl] на словенском
           *[ru] на русском
        }.
    }
product-fits = { $fits ->
        [yes] { $product }. Подходит к этому: { $good }.
       *[no] { $product }: списка того, что к нему подходит, у меня нет.
    }{ $fails ->
        [yes] {" "}Не подходит: { $bad }.
       *[no] {""}
    }
product-fit = { $fits ->
        [yes] Да, { $product } и { $other } подходят друг к другу.
        [no] Нет, { $product } и { $other } друг к другу не подходят.
       *[unknown] Подходят ли друг к другу { $product } и { $other }, в моих данных не указано, а гадать не хочу. Проверить может коллега.
    }
product-compare = 1: { $one }
    2: { $two }
    { $differ ->
        [yes] Чем отличаются (1 | 2):
       *[no] Характеристики у них одинаковые.
    }
    { $lines }
    Цена: { $price } | { $price_two }{ $vat ->
        [included] , включая НДС
        [included_unrated] , включая НДС
        [plus] , плюс НДС
        [plus_unrated] , плюс НДС
       *[unknown] {""}
    }
    Оценка: { $rating } | { $rating_two }
    В наличии: { $stock ->
        [in_stock] да
        [low] последние
        [out] { $dated ->
            [yes] с { $back }
           *[no] сейчас нет
        }
        [discontinued] больше не выпускают
       *[unknown] неизвестно
    } | { $stock_two ->
        [in_stock] да
        [low] последние
        [out] { $dated_two ->
            [yes] с { $back_two }
           *[no] сейчас нет
        }
        [discontinued] больше не выпускают
       *[unknown] неизвестно
    }
product-compare-with = { $product }: с чем сравнить?
    .short = с чем сравнить?
product-compare-same = { $product }: для сравнения нужен второй товар, а другого с таким названием я не нашла.
product-which = { $unmet ->
        [yes] Не нашла у нас такого товара. Как он называется или из какого он отдела?
       *[no] О каком товаре речь? Достаточно названия или пары слов.
    }
    .short = о каком товаре речь?
    .title = Товар
product-another = С удовольствием. Какой товар посмотрим?
    .short = какой товар посмотрим?
product-near = Таких у нас несколько. Какой вы имеете в виду?
    .short = какой вы имеете в виду?
    .none = Ничего из этого
    .none-also = другой, другое, ни один, не то
product-none = { $seen ->
        [yes] Хорошо, значит, не эти. Как ещё он называется или из какого он отдела?
       *[no] { $brief ->
            [yes] К сожалению, «{ $words }» я у нас не нашла.
           *[no] К сожалению, такого я у нас не нашла.
        } Может быть, он называется иначе? Ещё можно заглянуть в отдел или вместе выбрать подходящее.
    }
    .short = как называется товар?
product-gone = К сожалению, такого товара у нас, похоже, нет. Если скажете, для чего он нужен, можно подобрать что-то похожее.
product-more = { $mood ->
        [calm] Что ещё рассказать?
       *[other] Что ещё вам нужно узнать?
    }
    .short = что ещё рассказать о товаре?
    .specs = Характеристики
    .specs-also = параметры, размеры, размер, вес, материал, данные, описание
    .reviews = Отзывы
    .reviews-also = отзыв, мнения, рейтинг, оценки, что говорят
    .price = Цена и доставка
    .price-also = цена, стоимость, доставка, почём
    .stock = Есть в наличии?
    .stock-also = наличие, в наличии, остаток
    .warranty = Гарантия
    .warranty-also = гарантию, гарантии, гарантийный срок
    .instructions = Как пользоваться
    .instructions-also = инструкция, инструкцию, инструкции, руководство
    .safety = Безопасность
    .safety-also = безопасно, безопасен, безопасна, опасно
    .fits = Что подходит?
    .fits-also = аксессуары, запчасти, подходит, совместимость, комплектующие
    .compare = Сравнить
    .compare-also = сравнение, сравни, сравните, разница, отличия
    .successor = Показать новый
    .successor-also = новый, новая модель, замена
    .another = Другой товар
    .another-also = другое, ещё товар, другая модель
    .done = Это всё, спасибо
    .done-also = ничего, больше ничего, всё, достаточно, нет спасибо
product-order = Заказать

### Flow: advice

advice-category = { $mood ->
        [calm] { $named ->
            [no] С удовольствием помогу.
           *[yes] С удовольствием помогу, { $name }.
        } Из какого отдела выбираем?
       *[other] Из какого отдела выбираем?
    }
    .short = из какого отдела выбираем?
    .title = Отдел
advice-use = Для чего прежде всего?
    .short = для чего прежде всего?
    .title = Для чего
    .any = Не важно
    .any-also = неважно, всё равно, любой, не знаю, для всего
advice-budget = На какую сумму рассчитываете? Можно просто написать её.
    .short = на какую сумму рассчитываете?
    .title = Бюджет
    .any = Цена не важна
    .any-also = неважно, не важно, без разницы, любая, не знаю, пропустить
advice-currency = Цены у нас в { $currency }, поэтому эту сумму я учитывать не стала, чтобы не ошибиться с пересчётом.
advice-over = Скажу честно: до { $budget } подходящего нет. Ближайшее по цене начинается от { $least }.
advice-widened = Точно такого сейчас предложить не могу, поэтому покажу ближайшее.
advice-nothing = К сожалению, сейчас в наличии нет ничего, что я могла бы с чистой совестью посоветовать.
advice-options = { $near ->
        [yes] Вот что могу показать:
       *[no] { $count ->
            [1] Вам подойдёт вот что:
           *[other] Вам подойдут:
        }
    }
    1. { $name_0 }, { $price_0 }: { $why_0 ->
        [both] самая высокая оценка из этих (★ { $stars_0 }) и самая низкая цена
        [rated] самая высокая оценка из этих, ★ { $stars_0 }
        [cheap] самая низкая цена из этих
        [suits_rated] как раз для этого, ★ { $stars_0 }
        [suits] как раз для этого
        [stars] оценка ★ { $stars_0 }
       *[there] есть в наличии
    }{ $why_1 ->
        [none] {""}
        [both] {"\u000A"}2. { $name_1 }, { $price_1 }: самая высокая оценка из этих (★ { $stars_1 }) и самая низкая цена
        [rated] {"\u000A"}2. { $name_1 }, { $price_1 }: самая высокая оценка из этих, ★ { $stars_1 }
        [cheap] {"\u000A"}2. { $name_1 }, { $price_1 }: самая низкая цена из этих
        [suits_rated] {"\u000A"}2. { $name_1 }, { $price_1 }: как раз для этого, ★ { $stars_1 }
        [suits] {"\u000A"}2. { $name_1 }, { $price_1 }: как раз для этого
        [stars] {"\u000A"}2. { $name_1 }, { $price_1 }: оценка ★ { $stars_1 }
       *[there] {"\u000A"}2. { $name_1 }, { $price_1 }: есть в наличии
    }{ $why_2 ->
        [none] {""}
        [both] {"\u000A"}3. { $name_2 }, { $price_2 }: самая высокая оценка из этих (★ { $stars_2 }) и самая низкая цена
        [rated] {"\u000A"}3. { $name_2 }, { $price_2 }: самая высокая оценка из этих, ★ { $stars_2 }
        [cheap] {"\u000A"}3. { $name_2 }, { $price_2 }: самая низкая цена из этих
        [suits_rated] {"\u000A"}3. { $name_2 }, { $price_2 }: как раз для этого, ★ { $stars_2 }
        [suits] {"\u000A"}3. { $name_2 }, { $price_2 }: как раз для этого
        [stars] {"\u000A"}3. { $name_2 }, { $price_2 }: оценка ★ { $stars_2 }
       *[there] {"\u000A"}3. { $name_2 }, { $price_2 }: есть в наличии
    }
    О чём рассказать подробнее?
    .short = о чём рассказать подробнее?
    .title = Товар
    .more = Показать другие
    .more-also = другие, ещё, дальше, что-то другое
    .none = Ничего из этого
    .none-also = не то, ни один, что-то другое
advice-detail = { $product }: { $summary }
    { $lines }
    Цена: { $vat ->
        [included] { $price }, включая НДС { $rate } %
        [included_unrated] { $price }, включая НДС
        [plus] { $price } плюс НДС { $rate } %
        [plus_unrated] { $price } плюс НДС
       *[unknown] { $price } (входит ли в цену НДС, мне неизвестно)
    }. { $low ->
        [yes] Осталось совсем немного.
       *[no] Есть в наличии.
    }
advice-next = { $mood ->
        [calm] Что дальше? Торопиться некуда.
       *[other] Что дальше?
    }
    .short = что дальше?
    .more = Показать другие
    .more-also = другие, ещё, дальше, что-то другое
    .later = Я подумаю
    .later-also = подумаю, позже, потом, не сейчас, нет спасибо
advice-order = Заказать
advice-details = Узнать о нём всё
advice-all = Это всё, что я могу честно посоветовать. Можно подойти к выбору с другой стороны или спросить совета у коллеги.

### Flow: place_order

place-order-which = { $named ->
        [no] С удовольствием. Что закажем?
       *[yes] С удовольствием, { $name }. Что закажем?
    }
    .short = что закажем?
    .title = Товар
place-order-another = Что ещё записать?
    .short = что ещё записать?
    .title = Следующий товар
place-order-near = Таких у нас несколько. Какой вам нужен?
    .short = какой вам нужен?
    .title = Товар
    .none = Ничего из этого
    .none-also = другой, другое, ни один, не то
place-order-none = К сожалению, такого я у нас не нашла. Как ещё это может называться? Если вы пока не решили, помогу выбрать.
    .short = как называется товар?
    .title = Товар
place-order-gone = К сожалению, такого товара я не нашла, поэтому ничего не записала.
place-order-out = { $gone ->
        [yes] { $product }: больше не выпускают, поэтому записать его не могу.
       *[no] { $product }: сейчас нет в наличии. { $dated ->
            [yes] Ждём { $back }.
           *[no] Когда появится, пока неизвестно.
        }
    } { $some ->
        [yes] Вместо него есть вот что:
       *[no] Как поступим?
    }
    .short = чем заменить { $product }?
    .title = Замена
    .wait = Заказать и ждать
    .wait-also = подожду, ждать, закажу и подожду, всё равно заказать
    .leave = Не надо
    .leave-also = нет, нет спасибо, оставим, тогда не надо
place-order-quantity = Сколько штук? ({ $product })
    .short = сколько штук?
    .title = Количество
place-order-fewer = { $clear ->
        [yes] Сразу могу записать не больше { $most } шт. ({ $product }). Сколько возьмёте? Если нужно больше, поможет коллега.
       *[no] Сколько штук, от 1 до { $most }?
    }
    .short = сколько штук?
    .title = Количество
    .leave = Не надо
    .leave-also = нисколько, нет спасибо, оставим
place-order-more = Записала. Добавить в заказ что-нибудь ещё?
    .short = добавить в заказ что-нибудь ещё?
    .enough = Нет, это всё
    .enough-also = нет, ничего, больше ничего, достаточно, всё
    .add = Добавить товар
    .add-also = да, добавить, ещё один, ещё товар
place-order-delivery = Как вам его доставить?
    .short = как доставить заказ?
    .title = Доставка
place-order-contact = По какой почте или телефону коллега может связаться с вами по заказу?
    .short = почта или телефон для связи по заказу?
    .title = Почта или телефон
place-order-summary = { $named ->
        [no] Всё верно?
       *[yes] { $name }, всё верно?
    }
    { $items }
    { $ships ->
        [yes] { $way }: { $free ->
            [yes] бесплатно
           *[no] { $cost }
        }
       *[no] Сколько стоит доставка, мне неизвестно; в сумму она не входит.
    }
    Итого: { $vat ->
        [included] { $total }, включая НДС { $rate } %
        [included_unrated] { $total }, включая НДС
        [plus] { $total } плюс НДС { $rate } %
        [plus_unrated] { $total } плюс НДС
       *[unknown] { $total } (входит ли сюда НДС, мне неизвестно)
    }
    Связь: { $contact }
    Сейчас ничего не списывается.
    .short = записать заказ, как показано?
place-order-refused = { $reason ->
        [out_of_stock] Простите, товар за это время раскупили, и заказ записать не удалось.
        [unknown_item] Простите, одного из этих товаров в магазине уже нет, и заказ записать не удалось.
       *[other] Простите, магазин не принял заказ: ничего не записано и ничего не списано.
    }
place-order-taken = { $mood ->
        [calm] Спасибо! Заказ записан
       *[other] Заказ записан
    } под номером { $reference }. Коллега проверит его и напишет вам до { $due }, чтобы подтвердить, уточнить адрес и способ оплаты. До этого ничего не списывается, и вы ещё можете передумать.

### Flow: return_item

return-item-sorry = { $mood ->
    [angry] { $named ->
        [no] Простите за неисправный товар.
       *[yes] { $name }, простите за неисправный товар.
    } Давайте быстро всё решим.
   *[other] { $named ->
        [no] Мне очень жаль,
       *[yes] { $name }, мне очень жаль,
    } что товар работает не так, как должен. Давайте это исправим, понадобится несколько коротких вопросов.
    }
return-item-hello = { $named ->
        [no] Конечно,
       *[yes] Конечно, { $name },
    } давайте посмотрим, как оформить возврат.
return-item-which = { $elsewhere ->
    [yes] В заказе { $number } я этого товара не вижу. Что из этого вы имеете в виду? Если он был в другом заказе, напишите «нет, заказ» и его номер.
   *[no] Что вы хотите вернуть?
    }
    .short = что вы хотите вернуть?
    .title = Товар
return-item-already = На товар «{ $item }» уже есть возврат, номер { $case }. { $stage ->
    [requested] Решения по нему пока нет.
    [approved] Он одобрен{ $labelled ->
        [yes] , вот наклейка: { $url }
       *[no] .
    }
    [received] Посылка уже у нас.
    [refunded] Деньги по нему возвращены.
   *[other] На каком он этапе, мне неизвестно.
    }
return-item-declined = Прошлый возврат товара «{ $item }» ({ $case }) отклонили.{ $told ->
    [yes] {" "}Причина: { $because }
   *[no] {""}
    } Сама открыть его снова я не могу, но, если хотите, коллега посмотрит ещё раз.
return-item-cancelled = Заказ { $number } отменён, возвращать нечего. Могу посмотреть, что с деньгами.
return-item-waiting = Товар «{ $item }» ещё не отправлен, так что возвращать ничего не нужно: заказ { $number } пока можно изменить или отменить.
return-item-coming = По данным перевозчика, товар «{ $item }» из заказа { $number } ещё в пути, поэтому оформить возврат пока нельзя. Можно:
    1. отказаться от посылки при вручении, и она вернётся к нам;
    2. получить её и вернуть в течение { $days ->
        [one] { $days } дня
       *[other] { $days } дней
    } после доставки.
    Если она уже у вас, позовите человека кнопкой ниже.
return-item-quantity = Сколько штук вернуть? В заказе { $count } × { $item }.
    .short = сколько штук вернуть?
    .title = Количество
return-item-reason = Почему вы хотите вернуть «{ $item }»?
    .size = Не тот размер
    .size-also = мало, велико, маленький, большой, тесно, не подошёл размер, не подходит
    .expected = Не то, что ждали
    .expected-also = не понравилось, не нравится, отличается от фото, не тот цвет
    .mistake = Заказали по ошибке
    .mistake-also = по ошибке, ошибочно, заказали дважды
    .unneeded = Больше не нужно
    .unneeded-also = передумали, передумал, передумала, не нужно, не нужен
    .defective = Неисправность
    .defective-also = брак, сломано, не работает, сломался, сломалась, неисправен
    .other = Другая причина
    .other-also = другое, без причины, не хочу говорить
    .short = почему вы хотите это вернуть?
    .title = Причина
return-item-words = Расскажете в двух словах? Это не обязательно.
    .skip = Пропустить
    .skip-also = нет, не хочу, пропустим
    .title = Ваши слова
return-item-fault = Что не так с товаром «{ $item }» и с каких пор?
    .dead = Не работает
    .dead-also = не включается, перестал работать, перестала работать, сломался
    .broken = Сломалась деталь
    .weak = Плохо работает
    .short = что с ним не так и с каких пор?
    .title = Неисправность
return-item-since = С каких пор?
    .start = С самого начала
    .start-also = сразу, с первого дня, всегда
    .later = Позже
    .later-also = не сразу, через время, через несколько дней, недели, вчера
    .title = С каких пор
return-item-wish = Что было бы для вас лучше всего?
    .money = Вернуть деньги
    .money-also = деньги, возврат денег
    .replacement = Новый взамен
    .replacement-also = замена, заменить, другой, обмен
    .repair = Ремонт
    .repair-also = починить, отремонтировать
    .title = Ваше желание
return-item-photos = Фото неисправности ускорит дело. Пришлите одно или несколько, либо продолжим без него.
    .none = Без фото
    .none-also = нет, пропустить, нет фото, не могу
    .title = Фото
return-item-summary = Проверьте, пожалуйста, всё ли верно:
    • { $quantity } × { $item }, заказ { $number }
    • Причина: { $reason ->
        [size] { return-item-reason.size }
        [expected] { return-item-reason.expected }
        [mistake] { return-item-reason.mistake }
        [unneeded] { return-item-reason.unneeded }
       *[other] { return-item-reason.other }
    }
    { $dated ->
        [yes] Вы успеваете: вернуть можно до { $until }.{" "}
       *[no] {""}
    }Оформляем возврат?
    .short = оформляем возврат?
return-item-summary-faulty = Проверьте, пожалуйста, всё ли верно:
    • { $quantity } × { $item }, заказ { $number }
    • Неисправность: { $fault ->
        [dead] { return-item-fault.dead }
        [broken] { return-item-fault.broken }
        [weak] { return-item-fault.weak }
       *[other] «{ $fault }»
    }{ $since ->
        [start] , с самого начала
        [later] , не сразу
       *[told] {""}
    }
    • Ваше желание: { $wish ->
        [replacement] { return-item-wish.replacement }
        [repair] { return-item-wish.repair }
       *[money] { return-item-wish.money }
    }
    • Фото: { $pictures }
    Оформляем возврат?
    .short = оформляем возврат?
return-item-summary-claim = Проверьте, пожалуйста, всё ли верно:
    • { $quantity } × { $item }, заказ { $number }
    • Неисправность: { $fault ->
        [dead] { return-item-fault.dead }
        [broken] { return-item-fault.broken }
        [weak] { return-item-fault.weak }
       *[other] «{ $fault }»
    }{ $since ->
        [start] , с самого начала
        [later] , не сразу
       *[told] {""}
    }
    • Ваше желание: { $wish ->
        [replacement] { return-item-wish.replacement }
        [repair] { return-item-wish.repair }
       *[money] { return-item-wish.money }
    }
    • Фото: { $pictures }
    Передать обращение по гарантии коллеге?
    .short = передать обращение по гарантии коллеге?
return-item-done = Готово: возврат { $case } на «{ $item }» оформлен. Что дальше:
    1. { $labelled ->
        [yes] Распечатайте наклейку: { $url }
       *[no] Дождитесь наклейки, она придёт отдельно.
    }
    2. Упакуйте товар со всем, что к нему прилагалось, и наклейте её на посылку.
    3. Сдайте посылку{ $dated ->
        [yes] {" "}не позже { $until }
       *[no] {""}
    }.
return-item-label = Коллега пришлёт вам наклейку для { $case } до { $due }.
return-item-money = { $counted ->
    [yes] { $amount } вернутся
   *[no] Деньги вернутся
    } к вам в течение { $days ->
    [one] { $days } рабочего дня
   *[other] { $days } рабочих дней
    } после того, как посылка придёт к нам.
return-item-wish-promise = { $wish ->
    [repair] Коллега напишет до { $due }, как будет с ремонтом.
   *[other] Коллега напишет до { $due }, как и когда вы получите новый.
    }
return-item-refused = Простите, оформить возврат не получилось. { $reason ->
    [already_returned] На товар «{ $item }» возврат уже есть; могу посмотреть, на каком он этапе.
    [window_over] Срок возврата для «{ $item }» ({ $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }) уже прошёл.
    [not_delivered] По нашим данным, «{ $item }» ещё не доставлен, а вернуть можно только полученное.
    [unknown_item] По нашим данным, в этом заказе нет товара «{ $item }».
    [too_many] Это больше, чем ещё можно вернуть из этого заказа.
   *[other] Система магазина его не приняла.
    }
return-item-late = { $named ->
        [no] Я бы с радостью приняла
       *[yes] { $name }, я бы с радостью приняла
    } «{ $item }» обратно, но срок возврата ({ $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }) закончился { $until }. Что можно сделать: если товар неисправен, может помочь гарантия; а при особых обстоятельствах спросите коллегу.
return-item-guarantee = { $state ->
    [valid] Срок возврата ({ $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }) закончился { $window }, но на «{ $item }» действует гарантия до { $until }. Давайте оформим обращение по гарантии.
    [over] Срок возврата ({ $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }) закончился { $window }, а гарантия на «{ $item }» — { $until }, поэтому открыть обращение я не могу. Возможен ли ремонт или запчасть, подскажет коллега.
   *[unknown] Срок возврата ({ $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }) закончился { $window }. Сколько действует гарантия на «{ $item }», мне неизвестно, это должен посмотреть человек. Давайте соберём всё, что ему понадобится.
    }
handover-return-item = { $named ->
        [no] Передаю возврат
       *[yes] { $name }, передаю возврат
    } товара «{ $item }» коллеге вместе со всем, что вы рассказали. Ответ придёт сюда до { $due }.
handover-return-item-claim = { $named ->
        [no] Обращение по гарантии
       *[yes] { $name }, обращение по гарантии
    } на «{ $item }» уже у коллеги, вместе со всем, что вы рассказали. Ответ придёт сюда до { $due }.

### Flow: exchange

exchange-hello = { $named ->
        [no] Конечно.
       *[yes] Конечно, { $name }.
    } Обменять товар можно в течение { $days ->
        [one] { $days } дня
       *[other] { $days } дней
    } после доставки.
exchange-which = Что из заказа { $number } вы хотите обменять?
    .short = что вы хотите обменять?
    .title = Товар
exchange-closed = { $state ->
    [already] На товар «{ $item }» уже есть возврат или обмен, ещё один оформить нельзя.
    [cancelled] Заказ { $number } отменён, обменивать нечего.
    [waiting] Товар «{ $item }» ещё не отправлен, обмен не нужен: можно изменить сам заказ { $number }.
    [coming] По данным перевозчика, «{ $item }» ещё в пути. Обменять можно в течение { $days ->
        [one] { $days } дня
       *[other] { $days } дней
    } после доставки либо отказаться от посылки при вручении.
   *[late] Я бы с радостью обменяла «{ $item }», но срок обмена ({ $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }) закончился{ $dated ->
        [yes] {" "}{ $until }
       *[no] {""}
    }. Если товар неисправен, может помочь гарантия; а при особых обстоятельствах спросите коллегу.
    }
exchange-for = { $variants ->
    [yes] Что вы хотите вместо «{ $item }»? Выберите вариант или напишите название любого другого товара.
   *[no] Что вы хотите вместо «{ $item }»? Достаточно названия или пары слов.
    }
    .short = что вы хотите взамен?
    .title = Новый товар
exchange-unknown = Другого товара с таким названием я у нас не нахожу.
exchange-one-of = Что из этого вы имеете в виду?
    .none = Ничего из этого
    .none-also = ничего, другое, нет
    .title = Новый товар
exchange-out = Товар «{ $wanted }» { $back ->
        [never] больше не выпускают
        [dated] закончился, ждём его { $restock }
       *[unknown] закончился, и когда он появится, неизвестно
    }. Как поступим?
    .other = Выбрать другой
    .other-also = другой, другое, что-то другое
    .wait = Подожду
    .wait-also = я подожду, ждать
    .return = Вернуть товар
    .return-also = возврат, вернуть, деньги назад
    .title = Нет в наличии
exchange-return = Тогда проще всего вернуть «{ $item }». Возврат начнётся с кнопки ниже, заказ и товар уже известны.
exchange-wait = Коллега напишет до { $due }, появился ли «{ $wanted }», и договорится с вами об обмене.
exchange-summary = Проверьте, пожалуйста, всё ли верно:
    • К нам: 1 × { $item }, заказ { $number }{ $pieces ->
        [1] {""}
       *[other] {" "}(одна из { $pieces }; за один обмен — одна штука)
    }
    • Вам: 1 × { $wanted }, { $price }
    • { $side ->
        [more] Доплата: { $amount }
        [less] Вам вернётся { $amount }
       *[same] Доплаты нет
    }
    Оформляем обмен?
    .short = оформляем обмен?
exchange-done = Готово: обмен { $case } оформлен. Что дальше:
    1. { $labelled ->
        [yes] Распечатайте наклейку: { $url }
       *[no] Дождитесь наклейки, она придёт отдельно.
    }
    2. Упакуйте «{ $item }» со всем, что прилагалось, и наклейте её на посылку.
    3. Сдайте посылку{ $dated ->
        [yes] {" "}не позже { $until }
       *[no] {""}
    }.{ $side ->
        [less] {" "}{ $amount } вернутся к вам в течение { $days ->
            [one] { $days } рабочего дня
           *[other] { $days } рабочих дней
        } после того, как посылка придёт к нам.
       *[other] {""}
    }
exchange-label = Коллега пришлёт вам наклейку для { $case } до { $due }.
exchange-next = { $side ->
    [more] Коллега напишет до { $due }, когда отправят «{ $wanted }» и как доплатить { $amount }.
   *[other] Коллега напишет до { $due }, когда отправят «{ $wanted }».
    }
exchange-refused = Простите, оформить обмен не получилось. { $reason ->
    [out_of_stock] Товар «{ $wanted }» только что закончился.
    [already_returned] На товар «{ $item }» уже есть возврат или обмен.
    [window_over] Срок обмена для «{ $item }» ({ $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }) уже прошёл.
    [not_delivered] По нашим данным, «{ $item }» ещё не доставлен, а обменять можно только полученное.
    [unknown_item] По нашим данным, в этом заказе нет товара «{ $item }».
    [unknown_product] Товара «{ $wanted }» у нас больше нет.
   *[other] Система магазина его не приняла.
    }
handover-exchange = { $named ->
        [no] Передаю обмен
       *[yes] { $name }, передаю обмен
    } товара «{ $item }» коллеге вместе со всем, что вы рассказали. Ответ придёт сюда до { $due }.

### Flow: refund

refund-general = Когда возвращённая посылка пришла к нам, деньги возвращаются в течение { $days ->
    [one] { $days } рабочего дня
   *[other] { $days } рабочих дней
    }.
refund-look = Посмотреть, что с вашими деньгами?
    .order = Да, мой заказ
    .order-also = да, да пожалуйста, посмотрите, мой заказ
    .enough = Этого достаточно
    .enough-also = нет, не надо, спасибо не надо, просто интересно
refund-late = { $named ->
        [no] Простите,
       *[yes] { $name }, простите,
    } деньги уже должны были вернуться.
refund-case = { $stage ->
    [requested] Возврат { $case } ({ $item }) запрошен { $requested }, решения пока нет.
    [approved] Возврат { $case } ({ $item }) одобрен, но посылка у нас пока не отмечена.
    [received] Возврат { $case } ({ $item }) пришёл к нам.
    [refunded] Возврат { $case } ({ $item }) завершён: { $counted ->
        [yes] { $amount } возвращены
       *[no] деньги возвращены
    }{ $dated ->
        [no] , день мне неизвестен
       *[other] {" "}{ $day }
    }; способ оплаты: { $method }. Банк иногда показывает это через несколько дней.
   *[declined] Возврат { $case } ({ $item }) отклонён, деньги по нему не возвращаются.{ $told ->
        [yes] {" "}Причина: { $because }
       *[no] {""}
    }
    }{ $stage ->
    [refunded] {""}
    [declined] {""}
   *[other] { $swap ->
        [yes] {" "}Это обмен: деньги возвращаются, только если новый товар дешевле.
       *[no] { $dated ->
            [yes] {" "}{ $counted ->
                [yes] { $amount } должны
               *[no] Деньги должны
            } вернуться до { $day }.
            [late] {" "}{ $counted ->
                [yes] { $amount } должны были
               *[no] Деньги должны были
            } вернуться до { $day }, но выплата не отмечена.
           *[no] { $stage ->
                [received] {" "}День выплаты пока неизвестен{ $counted ->
                    [yes] , сумма — { $amount }
                   *[no] {""}
                }.
                [approved] {" "}{ $counted ->
                    [yes] { $amount } вернутся
                   *[no] Деньги вернутся
                } в течение { $days ->
                    [one] { $days } рабочего дня
                   *[other] { $days } рабочих дней
                } после того, как посылка придёт к нам.
               *[requested] {" "}Если его одобрят, { $counted ->
                    [yes] { $amount } вернутся
                   *[no] деньги вернутся
                } в течение { $days ->
                    [one] { $days } рабочего дня
                   *[other] { $days } рабочих дней
                } после того, как посылка придёт к нам.
            }
        }
    }
    }{ $stage ->
    [approved] { $labelled ->
        [yes] {" "}Ваша наклейка: { $url }
       *[no] {""}
    }
   *[other] {""}
    }
refund-promise = Коллега проверит, где деньги по заказу { $number }, и ответит вам до { $due }.
refund-paid = По заказу { $number } возвращено { $amount }{ $partly ->
        [yes] , часть оплаченного
       *[no] , вся сумма
    }; способ оплаты: { $method }. День мне неизвестен; банк иногда показывает это через несколько дней.
refund-none = { $paid ->
    [yes] За заказ { $number } оплачено { $amount }, возврата по нему сейчас нет. Могу начать его прямо здесь; деньги возвращаются в течение { $days ->
        [one] { $days } рабочего дня
       *[other] { $days } рабочих дней
    } после того, как посылка придёт к нам.
   *[no] По нашим данным, заказ { $number } не оплачен, поэтому возвращать нечего.
    }
refund-cancelled = Заказ { $number } отменён. { $money ->
    [held] Сумма была только заблокирована в банке, мы её не списывали; когда банк её освободит, мне неизвестно.
    [none] За него ничего не оплачено, поэтому возвращать нечего.
    [back] { $amount } возвращены; способ оплаты: { $method }. День мне неизвестен; банк иногда показывает это через несколько дней.
    [part] Из оплаченных { $paid } пока возвращено { $amount }. Что с остатком, мне неизвестно.
   *[coming] Оплачено { $paid }; возврат пока не отмечен, и день мне неизвестен.
    }

### Flow: site_trouble

site-trouble-sorry = { $mood ->
    [angry] { $named ->
        [no] Простите
       *[yes] { $name }, простите
    }, что сайт вас подвёл. Давайте быстро это решим.
   *[other] { $named ->
        [no] Мне очень жаль,
       *[yes] { $name }, мне очень жаль,
    } что сайт вас подвёл. Разберёмся, где он застрял, и найдём другой путь.
    }
site-trouble-kind = Что именно не получается?
    .checkout = Корзина, оформление
    .checkout-also = корзина, оформить заказ, оформление заказа, не могу заказать, кнопка заказа
    .pay = Оплата
    .pay-also = оплатить, карта, платёж, не могу оплатить
    .page = Страница не грузится
    .page-also = сайт не работает, белая страница, не открывается, ошибка сайта
    .login = Вход
    .login-also = войти, логин, не могу войти, авторизация
    .password = Сброс пароля
    .password-also = пароль, забыл пароль, забыла пароль, письмо не приходит
    .register = Регистрация
    .register-also = зарегистрироваться, новый аккаунт
    .other = Другое
    .other-also = что-то другое
    .short = что именно не получается?
    .title = Что не работает
site-trouble-details = С какого устройства и браузера вы заходите и что пишет страница? Например: «iPhone, Safari, ошибка 500».
    .skip = Пропустить
    .skip-also = не знаю, ничего, пропустим
    .short = какое устройство и браузер и что пишет страница?
    .title = Подробности
site-trouble-steps = { $kind ->
    [login] Чаще всего помогает:
        1. Откройте сайт в приватном окне и попробуйте снова.
        2. Войдите с той почтой, куда приходят наши подтверждения заказов.
        3. Запросите новый пароль через «Забыли пароль».
    [password] Чаще всего помогает:
        1. Поищите письмо от { $shop } в спаме и рассылках.
        2. Попробуйте другие свои адреса: ссылка приходит только на тот, где есть аккаунт.
        3. Откройте самую новую ссылку в приватном окне.
    [register] Чаще всего помогает:
        1. Если страница пишет, что адрес занят, аккаунт уже есть: запросите новый пароль.
        2. Откройте сайт в приватном окне и попробуйте снова.
        3. Попробуйте другой адрес почты.
    [pay] Чаще всего помогает:
        1. Откройте сайт в приватном окне или в другом браузере.
        2. На минуту выключите блокировщик рекламы и VPN.
        3. Попробуйте другую карту или другой способ оплаты.
    [checkout] Чаще всего помогает:
        1. Откройте сайт в приватном окне или в другом браузере.
        2. Положите товары в корзину заново.
        3. На минуту выключите блокировщик рекламы.
   *[other] Чаще всего помогает:
        1. Обновите страницу или откройте её в приватном окне.
        2. Попробуйте другой браузер или другую сеть.
    }
site-trouble-way = Как продолжим? Если всё ещё не получается, могу записать заказ прямо здесь, в чате.
    .works = Теперь работает
    .works-also = работает, помогло, получилось
    .person = Спросить коллегу
    .person-also = коллега, пусть ответит человек, не помогло
    .short = теперь работает или записать заказ здесь?
    .title = Как продолжим
site-trouble-order = Заказать в чате
site-trouble-unpaid = Оплатить заказ
site-trouble-helped = Что-нибудь из этого помогло?
    .works = Теперь работает
    .works-also = да, работает, помогло, получилось
    .still = Всё ещё нет
    .still-also = нет, не помогло, не работает
    .title = Как продолжим
site-trouble-contact = Куда прислать ответ? Напишите почту или телефон, либо ответим прямо здесь.
    .here = Ответить здесь
    .here-also = здесь, в чате, пропустить, нет
    .short = на какую почту или телефон ответить?
    .title = Почта или телефон
site-trouble-promise = Коллега ответит вам на { $contact } до { $due }.
site-trouble-reported = Я сообщила о сбое тем, кто следит за сайтом, со всем, что вы рассказали. Когда его исправят, мне неизвестно.
handover-site-trouble = { $named ->
        [no] Передаю коллеге всё
       *[yes] { $name }, передаю коллеге всё
    }, что вы рассказали о сбое, повторять не придётся. Ответ придёт сюда до { $due }.
