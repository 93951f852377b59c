"""Talk: little words, questions, wishes, time, courtesy. Stems by concept in en, ru, uk, sl; a table only, see `concepts.py`."""

from __future__ import annotations

from typing import Final

TALK: Final[dict[str, str]] = {
    "still": "still yet ещё досі дотепер vedno doslej",
    "week": "week weeks неделю недели недель тиждень тижні тижнів teden tedn tedne",
    "day": "day days день дня дней дні днів dan dneva dneh dnevih",
    "month": "month months месяц місяц mesec",
    "today": "today tonight сегодня сьогодні danes",
    "tomorrow": "tomorrow завтра jutri",
    "yesterday": "yesterday вчера вчора včeraj",
    "hour": "hour hours часов часы годин годину ur. ure. uri. часа",
    "where": "where wheres где куда де. куди звідки откуда kje kam kod",
    "when": "when whens когда коли kdaj kedaj kda",
    "how": "how как як. яким kako",
    "how_much": "much koliko kolk kolko сколько скільки стільки почём",
    "how_long": "long долго довго",
    "why": "why почему чому зачем навіщо zakaj zakva",
    "what": "what whats что що шо. kaj kva какой какая какие яка який kakšn kater",
    "which": "which которы котра котрий katero kateri katera",
    "who": "who кто хто kdo",
    "can": "can could able may можно можете могу можна можу можемо возможно можливо смогу зможу lahko lahk morem možno mogoče",
    "want": "want wanna wish хочу хотел хотела хотелось хотів хотіла хочеться бажаю hočem hoč želi rad. rada. радий želel želela",
    "need": "need needed needs нужно нужен нужна нужны надо треба потрібн потрібен потребую mora moram treb potreb rabim rabi",
    "find": "find found найти нашел нашла ищу знайти шукаю знайшов знайшла najdem iščem našel našla список seznam list. каталог",
    "tell": "tell say said скажи скажите подскажите сказали сказал скажіть підкажіть кажете povej povejte povedal",
    "show": "show покажите покажи покажіть pokaži pokažite",
    "know": "know знать знаю знаете знати vem vedeti veste",
    "not": (
        "not no. don't didn't doesn't isn't can't cannot won't wasn't never haven't hasn't nothing none without не. нет нет. ні. немає "
        "нема нету нельзя nisem nisi niso nismo niste nič brez nikoli nimam nimate noben nihče"
    ),
    "nobody": "nobody никто ніхто",
    "already": "already уже вже že.",
    "again": "again опять снова знову знов spet ponovno повтори повторно",
    "more": "more больше більше več",
    "other": "another other different else друг другой другую інш інший іншу",
    "right": "right correct correctly правильн верно вірно правильно prav pravil točno drži",
    "mind": "mind передума переду раздума передумал передумав передумала premisl premislil",
    "like": "like liked likes love нравит понрав подоба сподоба všeč ugaja",
    "person": (
        "human person operator agent representative manager somebody someone people staff support employee human. человек люди людьми "
        "менеджер консультант сотрудник живой людин живий жив співробітник človek operater oseb zaposlen sodelav svetovalec svetovalc "
        "podpor"
    ),
    "talk": "talk speak chat speak. поговор говор общат пообщ соедин переключ розмов говорити з'єдна govori povež klepet",
    "bot": "bot robot machine ai. chatbot gpt бота роботом программ нейросет ии. искусствен штучн ші. stroj umetn avtomat računalnik",
    "real": "real actual live настоящ реальн справжн pravi resničen resničn živ",
    "language": (
        "language english russian ukrainian slovenian slovene italian язык английск русск украинск словенск мова мову російськ jezik "
        "angleš ukrajin angleščin slovenščin nemšk nemšč німецьк немецк"
    ),
    "bad": (
        "bad worst awful terrible horrible poor disgusting ужас ужасн плох отврат худш кошмар жах жахлив поган гірш огид slab groz "
        "najslabš obup katastrof sramot"
    ),
    "rude": "rude impolite hostile хам грубо груб грубил хамил нахаб nesramn nevljudn",
    "good": (
        "good great excellent awesome amazing perfect best super wonderful fantastic nice lovely brilliant отличн классн хорош прекрасн "
        "лучш замечательн шикарн крут молодц чудов гарн найкращ чудесн бездоган odličn najboljš dober dobr vrhunsk lep pohval zakon "
        "bravo fenomenal navdušen fajn"
    ),
    "pleased": "pleased happy satisfied impressed доволен довольн задоволен приємно приятно zadovolj vesel presenečen",
    "thanks": "thanks thank thx ty. tnx cheers спасибо спс благодар дякую дяки вдячн спасибі hvala zahval",
    "hello": (
        "hello hi. hey hiya greetings morning evening afternoon привет здравствуй здравств добрый вітаю привіт доброго здрастуйт здоров "
        "živjo zdravo pozdrav oj."
    ),
    "bye": "bye goodbye cya later farewell ciao пока. свидан прощай побачен бувай adijo nasvidenje srečno всього всего dobrega noč",
    "yes": "yes yeah yep sure ok okay да. ага так. ok. ладно добре гаразд ja. seveda velja prav.",
    "stop": "stop quit enough хватит перестан прекрат досить припин nehaj nehajte dovolj dost",
    "write": (
        "write writing message messages messaging text texting text. пишите писать сообщен пиши писати пишіть повідомл piši pišite sporoč"
    ),
    "repeat": "repeat rephrase повтор повторить раз. ponovi ponovit ponovite še enkrat",
    "understand": "understand understood понял понимаю непонятн поняла зрозумі розумію незрозуміл razum razumem razumel",
    "back_step": "back previous назад предыдущ вернись вернемс поперед крок nazaj prejšnj korak vrn step",
    "help": "help assist menu options помоги помощ помочь помогите допомож допомог поміч pomoč pomag meni.",
    "nevermind": "nevermind drop неважно забей проехали неважливо забий облиш pusti pustiva pustimo",
    "if": "if. если якщо če. če kadar",
    "or": "or. или чи. chy або ali.",
    "for": "for. для za.",
    "my": "my. мой мою моя. моё. моего моей моем мій моє мого моєму mojo svoj своего свій",
    "me": "me. мне меня мені мене mene.",
    "you": "you u. вы вас вам ви. вами te. тебе тебя ты",
    "your": "your yours ваш вашего ваші вашу vase vaši твой твоя твій",
    "is_there": "have has есть est. є. imate ima. mate. obstaja існує існують exist",
    "do_you": "do does are. ali",
    "all": "all everything whole все. всё всі всю всех cel celo весь вся",
    "only": "only just только лишь тільки лише samo. просто simply",
    "instead": "instead вместо замість namesto",
    "before": "before until till до. перед раньше prej preden pred. раніше",
    "after": "after после pislya po. potem потом then поті",
    "through_days": "через čez within протягом течение",
    "new": "new новый новую новое нового нове nov. nova. novo. novega nove.",
    "old": "old старый старую star. stara. staro. starega",
    "one": "one один одну одна одно eden. ena. eno. en. enega",
    "two": "two два две дві dveh. both обе обидв oba.",
    "part": "part half частин часть половин del. pol. samo",
    "something": "something some нибудь щось nekaj kaj. nekej",
    "any": "any anything either любой любую katerikoli karkoli",
    "very": "very really so. too очень слишком дуже занадто надто zelo preveč ful",
    "now": "now сейчас щас зараз тепер zdaj zdej takoj немедленно негайно immediately",
    "but": "but але хотя ampak vendar pa.",
    "this": "this that these это этот эту эта этого цей цю цього то. ta. tole tega tej",
    "he_it": "it its он она они оно его её нее він вона воно вони його її njega njo",
    "here": "here there тут там. здесь tukaj tu. tle",
    "from": "from от. від вид. od. з. із. с.",
    "with": "with разом together skupaj",
    "in_time": "успе встиг встигн pravočasno hitro быстро швидко fast quick quickly express speed hitr",
    "term": "term deadline date срок сроки сроку термін строк rok. roka roku datum дату",
    "time": "time time. времени время час. часу čas. časa ura. urnik schedule",
    "take": "take takes took taking взять возьму беру брать брати взяти візьму vzem vzamem vzel jemlje vzeti",
    "lasts": "last lasts lasting traja trajal занимает займет длится займає триває",
    "make": "make made сделать сделай сделайте зробити зробіть зроби naredi naredim narediti naredite",
    "put": "put положи положили постав покла dal. dati dajte dej dam",
    "keep": "keep leave оставить оставьте залиш залишити pustite",
    "request": "request ask. asked please прошу попрошу просив prosim prosil prosm zahtev заявк заявление заяв zaprosil",
    "polite": "pls plz пожалуйста пожалуста пжлст плиз будь ласка",
    "question": "question questions вопрос питан vprašan",
    "answer": "answer answers reply respond replies отвеча ответ ответил відпов odgov odgovor oglasi",
    "because": "because cause потому бо. ker zato поскольку",
    "think": "think thought думаю думал mislim mislil",
    "decide": "decided решил решила вирішив вирішила odločil odločila",
    "give": "give gave дать",
    "friend": (
        "friend mom mother wife husband girlfriend dad мама мамы маме жене муж мужу подруг друг. чоловік дружин подруз мам prijatelj "
        "mam. žena ženi mož možu punci"
    ),
    "joke": (
        "joke weather capital president recipe poem football шутк погод столиц президент рецепт футбол анекдот жарт šala vreme glavno "
        "nogomet vic"
    ),
    "insult": (
        "idiot stupid moron fuck dumb useless дурак тупой дебил урод сука придурок мудак дурень тупий bedak kreten glup neumen neumna"
    ),
    "step": "шаг",
    "possible": "possible возможн можлив mogoč možnos",
    "explain": "объясн пояс поясн razlož explain pojasni уточн",
    "prefer": "prefer raje скорее",
    "expected": "expect expected estimate estimated predviden ожидаем очікуван ориентировочн",
    "let_us": "let's давай давайте gremo dajmo",
    "number_word": "three four five три чотири четыре štiri",
    "first": "first первый первая перший prvi",
    "same": "same такое такий isti isto istega enak одинаков однаков",
}
