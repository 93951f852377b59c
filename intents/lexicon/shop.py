"""The shop itself: money, goods, site, account, people. Stems by concept in en, ru, uk, sl; a table only, see `concepts.py`."""

from __future__ import annotations

from typing import Final

SHOP: Final[dict[str, str]] = {
    "money": "money cash funds деньг деньги денег средства гроші грошей кошти dnar denar denarj keš бабк бабло",
    "buy": "buy buying bought purchase куплю купить купил купила покупк покуп купити купив купую kupi kupim nakup nakupi",
    "size": "size sizes размер розмір velikost številka",
    "colour": (
        "color colour colours colors цвет цвета цвету колір кольор barv barva red blue black white green grey синий черный белый красн "
        "чорн біл червон черн бел modr črn bel. bela. rdeč zelen siv"
    ),
    "pay": "pay paying payment paid pays payed оплат плат заплат оплач сплат сплач плачу plača plačil plačal plačam plačat placi",
    "card": "card visa mastercard credit debit карт карта картк картой карткою kartic kartico kreditn",
    "bank": "bank банка banki bančn iban",
    "charged": (
        "charge charged charges debited deducted списал списа снял сняли списан зняли знял стягну списано trg trgal odtegnil bremen "
        "odbil zaračun"
    ),
    "twice": "twice double дважды двічі dvakrat dvojno две. два. дві. двойн подвійн дваж",
    "failed": (
        "fail failed fails declined rejected decline unsuccessful bounced отклон неуспешн отказано відхил невдал zavrnjen neuspel "
        "neuspešn odkloni"
    ),
    "cod": "cod наложен наложк налож післяплат povzetj povzetje готівк налич gotovin povzet",
    "paypal": "paypal apple google klarna stripe эпл гугл пэйпал",
    "instalments": "instalment instalments рассрочк кредит розстрочк частями obrok obroki obrokih частинам",
    "price": (
        "price prices priced cost costs costing expensive цена цену цены стоит стоимост ціна ціну ціни кошту вартіст ceno cene stanej znaša"
    ),
    "cheap": "cheap cheaper budget дешев дешевш бюджет недорог poceni cenejš cenej ugodn",
    "vat": "vat tax ндс пдв ddv davek налог податк davčn",
    "fee": "fee penalty fine штраф комисс неустойк штрафн комісі kazen stroške strošek stroški plačljiv penal",
    "free": "free бесплатн безкоштов безплат brezplač zastonj",
    "discount": (
        "discount discounts coupon promo promotion voucher code sale акци скидк промокод купон знижк розпродаж распродаж popust koda "
        "kodo promocij razprodaj"
    ),
    "invoice": "invoice invoices receipt factura чек. чека. чеки счет фактур инвойс квитанц рахун račun predračun",
    "company": "company business firm legal компани юрлиц юридич ооо. ип. тов. юридичн podjet s.p. d.o.o tvrdk",
    "broken": (
        "broken broke break cracked crack smashed shattered crushed dented damaged damage torn ripped разбит сломан слома треснут повреж "
        "помят порван раздав розбит зламан пошкодж трісну зім'ят побит бит polom poškodov zlom počen zdroblj raztrgan zmečkan stolčen "
        "zdrobil"
    ),
    "leak": "leak leaking leaks leaked протек течет вылил потек протік тече розлил протекл pušč puša razlil izteka polit мокр wet moker",
    "works": (
        "work works working worked функцион работает работал работа працює працював працю запрацю dela. dela delal deluje delova deluj"
    ),
    "faulty": (
        "faulty defective defect malfunction dead stopped stops брак бракован дефект неисправн несправн перестал перестав глючит брак. "
        "okvar okvarjen pokvar crkni crknil napaka nehal"
    ),
    "turn_on": (
        "turn turns switch on. start starts charging charger включа вмика заряжа заряд вмикає vklop vklap vklopi prižg polni polnil"
    ),
    "repair": "repair fix fixed ремонт почин отремонт полаг полагод popravil serviser servis servisu",
    "missing": (
        "missing miss incomplete lacking lost отсутств недостает недоста пропал потер потеря потерял бракує відсутн зник загуб втрат "
        "manjk manjka izgub izgin"
    ),
    "marked": "says marked showing shows app показыва отмечен пишет статусе вказан показує пише piše kaže označen",
    "empty": "empty пуст порожн prazn prazen",
    "account": "account profile аккаунт кабинет профил учет обліков račune uporabni račun. личн запис особист",
    "login": "login log signin logged войти вход залогин захожу зайти увійти вхід prijav prijavi vpis logir",
    "password": "password pass passwort пароль пароля geslo gesla geslom",
    "forgot": "forgot forgotten reset забыл забыла сброс восстанов забув забула скинути віднов pozabil pozabila ponastav",
    "locked": "locked blocked lock block заблок блокиров заблоков zaklen blokir zaklenj",
    "register": (
        "register registration sign signup create registered регистрац зарегистрир создать создан завест реєстрац зареєструв створити "
        "registr ustvari odpri odprt реєстр зареєстру včlan member membership"
    ),
    "guest": "guest гость гостем гостя",
    "site": (
        "site website page web webpage сайт страниц приложен сайті сторінк spletn strani spletna aplikac link ссылк посиланн povezav "
        "online онлайн систем"
    ),
    "cart": "cart basket корзин кошик košaric košar",
    "checkout": "checkout оформлени оформля оформить чекаут blagajn zaključ zaklučk",
    "button": "button click press кнопк нажима жму натиска тисну gumb klikn pritis",
    "error_page": (
        "errors crash crashes freezes stuck loading load hangs ошибка виснет зависа грузит вылета помилка зависає вантаж вилітає zmrzn "
        "nalaga zatakn odpre sesuj"
    ),
    "email": "email mail inbox spam письм почту мейл имейл емейл лист листа epošt elektronsk",
    "phone": "phone telephone mobile telefon тел. мобильн telefonsk mobitel",
    "name": "name surname lastname имя имени фамил прізвищ імен ime. imena. priimek",
    "newsletter": (
        "newsletter newsletters subscribe unsubscribe subscription mailing ads подпис отпис рассыл реклам підпис відпис розсил novic "
        "obvestil odjav prejeman oglas"
    ),
    "data": "data gdpr personal privacy данные данных персональн дані конфиденц osebn podatke zasebn",
    "forget_me": "forget забудь забудьте забути pozabi pozabite",
    "shop": "shop store magazin магаз крамниц trgov trgovin prodajaln štacun butik",
    "open": "open opened opening открыт откры работаете графи відкрит відчин графік працюєте odpr odprti odpiral delovn",
    "close_time": "closed closing закрыва зачинен зачиня zaprt zapira zaprete",
    "weekend": (
        "weekend weekends saturday sunday holiday holidays воскресен суббот выходн праздник неділ вихідн свят vikend sobot praznik "
        "prazniki понедел понеділ ponedelj friday пятниц petek"
    ),
    "contact": "contact contacts reach контакт связ связаться зв'язат зв'язок stik dosegljiv",
    "located": "located location находит расположен знаходит розташов nahaja lokacij nahajate",
    "call": (
        "call ring callback позвон звон перезвон набер зателефон подзвон дзвін передзвон набери pokli klic kliči kličete дзвон дзвонит "
        "позвоните povratni"
    ),
    "complain": "complain complaint complaints escalate жалоб пожал жалу скарг скарж pritož reklamacij pritožb",
    "service": "service attitude treatment обслужив отношени поддержк обслугов ставлен підтримк storitev odnos strežb",
    "stock": "stock available availability restock instock left складе склад наявн складі zalog zalogi razpoložlj voljo",
    "warranty": "warranty guarantee guaranteed гаранти garanc",
    "years": "years year года лет рік роки років leto leta let. leti",
    "cover": "cover covers covered covering покрыва входит распростран поширю krije",
    "advise": (
        "advise recommend suggest suggestion advice choose pick посовету рекоменд выбрать выбор подобр порад порекоменд обрати вибрати "
        "підібр svetuj priporoč izbr izbira predlaga odloč"
    ),
    "better": (
        "better compare comparison difference versus vs. лучше разниц отлич сравн краще кращ різниц порівн bolje boljš razlik primerj"
    ),
    "gift": "gift present birthday подарок подар подарунок darilo darila rojstn подарун darilni подарункож",
    "instructions": "manual instructions instruction use using guide инструкц пользов використ користув navodil uporab uporabljat",
    "features": (
        "features specs specification specifications dimensions weight power capacity wattage material volume waterproof характеристик "
        "параметр вес. мощност объем вага потужн lastnosti specifik teža moč prostornin dimenz mere vodoodpor ватах яркост люмен яскрав "
        "мощн длин довжин dolžin ширин висот высок температур стекл steklo скло склян glass"
    ),
    "reviews": "review reviews rating opinions отзыв рейтинг відгук ocen mnenj",
    "safe": "safe safety dangerous безопасн опасн безпечн небезпечн varn varno nevarn",
    "children": (
        "kid kids child children baby toddler son daughter ребен дет дети детск малыш сын дочк дитин діт малюк доньк otrok otroc otroš "
        "dojenč sin. hči malčk"
    ),
    "kettle": "kettle kettles чайник kuhalnik kotliček grelnik",
    "drill": "drill drills screwdriver дрел шуруповерт vrtalnik vijačnik",
    "tent": "tent tents палатк намет šotor",
    "lamp": "headlamp headlight lamp flashlight torch фонар фонарик лампа ліхтар svetilk čeln lučk naglavn",
    "coffee": "coffee espresso кофе кофемашин кав кавоварк kavni aparat",
    "blender": "blender mixer миксер mešalnik",
    "stove": "stove burner плит горелк плитк пальник gorilnik",
    "battery": "battery batteries cable аккумулятор батаре кабель polnilec",
    "toy": "toy toys игрушк іграшк igrač",
    "cosmetics": "cream cosmetics shampoo крем косметик шампун kozmetik šampon",
    "accept": "accept accepts принимаете принимает прийма prejema sprejm sprejema sprejmete",
    "information": "information info информ informacij zanima интересует цікавить",
    "check": "check checked verify провер проверьте перевір preveri preglej pogled глян посмотр подив",
    "see": "seen вижу видно бачу vidim vidi",
    "inside": "inside внутри всеред noter notri vsebin content contents",
    "scratch": "scratch царап подряп praska praske opraskan dent вмятин",
    "quality": "quality качеств якіст якост kakovost",
    "model": "model version верси верс različic",
    "transfer": "transfer wire перевод переказ nakaz nakazil nakazal prenos перевел перевів",
    "unpaid": "unpaid неоплач несплач neplač",
    "amount": "amount sum сума суму znesek zneska",
    "euro": "euro euros eur евро evrov evr evri",
    "minimum": "minimum minimal минимальн najmanj least threshold limit",
    "countryside": "island остров острів otok rural village село",
    "update": "updated обнови оновит онов posodob posodobi refresh",
    "information_of_site": "settings настройк налаштув nastav",
    "validity": "valid expired expire действует діє дійсн veljav potekl истек",
    "withdraw": "withdraw withdrawal отозвать відкликати odstop odstopam сдать здати",
    "extend": "extend extended продлить подовж podaljš",
    "home": "home house дома домой додому domov",
    "work_place": "офис pisarn služb",
    "express": "urgent urgently asap срочно термінов urgentno",
    "water": "water rain вода воду вод. дожд дощ vodo vode dež",
    "home_use": "camping hiking поход похід kampir planin горы",
    "site_language": "translate переведи переключи переклад prevedi preklopi",
    "operator_words": "позовите покличте позови поклич connect povežite povezi preveži",
    "who_pays": "оплачивает платит сплачує plačuje",
    "sold_out": "soldout закончил розпродан закінчи razprodan razpredan pošl zmanjkal закончились",
    "worth": "worth варто splača",
    "work_hours": "рабочи робочі delavnik delovni работы роботи obratovaln",
    "receive_method": "способ спосіб način variant možnost option ways",
    "number_of": "сколькі скока kolk. many",
    "conditions": "условия условии умови pogoji terms rules pravila policy politik",
    "extra_pay": "доплат доплач doplač",
    "customer": "customer customers client клиент покупател покупц strank kupec kupc",
    "staff_bad": "продавец продавц продавщиц prodajalk prodajalec продавчин працівник consultant",
    "show_me": "скиньте скинь кинь киньте",
    "ready": "ready готов готово pripravljen processed processing process обработк обробк obdelav предобработ",
    "offer": "offer offers ponudb предложен пропозиц",
    "extra_time": "christmas рождеств різдв božič",
    "cable": "usb plug lid кришк pokrov filter фильтр",
    "diaper": "plenic подгузн підгуз diaper diapers nappies",
    "stroller": "stroller коляск візок візк voziček",
    "lipstick": "lipstick помад šmink mascara туш",
    "sleeping_bag": "sleeping спальник spaln",
    "loud": "loud noisy шумит шумн гучн glasen hrup",
    "smoke": "smoke smoking sparks искр дым kadi smrdi smell запах smrad horelo burnt",
    "person_name": "маму",
    "sms": "sms viber вайбер telegram whatsapp",
    "point": "point points",
    "disconnect": "отключ відключ izklop izklj off.",
    "log_out": "пускает пускає вибива викида выкидыва",
    "saved": "save saved shrani сохран зберег",
    "born": "рожден народжен rojst birth",
    "customs": "customs таможн митн carin",
    "included": "include included включен включено vključ вмест",
}
