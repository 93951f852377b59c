"""The words of each tone in four languages, as patterns over lower-case text. Lists only; `tone.py` weighs them."""

from __future__ import annotations

import re
from typing import Final

from intents.entities.found import word_set

YOU: Final = word_set(
    "you u your you're youre ur ya yourself ты тебя тебе тобой вы вас вам ви вами твой твоя ваш ваша ваши ти тебе тобі твій твоя ваш "
    "ваша ваші vi vas vam vaš vaša vaši vas ti tebe tebi tvoj si ste you’re"
)

# Nouns that insult a person. Whole words.
INSULTS: Final = re.compile(
    r"idiots?|idiotic|morons?|stupid|dumb(?:ass)?|fools?|imbeciles?|assholes?|arseholes?|bastards?|bitch(?:es)?|"
    r"scum(?:bags?)?|retards?|"
    r"dickheads?|pricks?|wankers?|jerks?|losers?|clowns?|dumbass(?:es)?|shitheads?|motherfuckers?|fuckers?|cunts?|"
    r"twats?|pigs?|"
    r"thie(?:f|ves)|liars?|crooks?|scammers?|brainless|useless|pathetic|garbage|trash|"
    r"идиот\w*|дебил\w*|дурак\w*|дурач\w*|дура|дуры|тупиц\w*|тупой|тупая|тупые|кретин\w*|придур\w*|урод\w*|сволоч\w*|"
    r"мраз\w*|твар\w*|козел|козлы|козёл|"
    r"ублюд\w*|гнид\w*|скотин\w*|мудак\w*|мудил\w*|долбо[её]б\w*|сука|суки|сучка|гандон\w*|пидор\w*|лох|лохи|"
    r"лохотрон\w*щик\w*|"
    r"чмо|даун\w*|имбецил\w*|тормоз|тормоза|бестол\w+|бездар\w+|ничтожеств\w*|говню\w+|чурбан\w*|"
    r"ідіот\w*|дебіл\w*|дурень|дурні|дурн[аі]|придурок|придурки|йолоп\w*|бовдур\w*|тупий|тупа|тупі|виродок|виродки|"
    r"падлюк\w*|"
    r"покидьк\w*|покидьок|мерзот\w*|негідник\w*|мудак\w*|кретин\w*|козел|козли|лайно|свиня|свині|бидло|нікчем\w*|"
    r"бездар\w*|гівнюк\w*|курв\w*|дегенерат\w*|"
    r"idiot\w*|debil\w*|kreten\w*|bedak\w*|bebec|bebci|butelj\w*|tepec|tepc\w+|kretenk\w*|prasec|prasci|prasic\w*|"
    r"svinj\w*|osel|osli|"
    r"baraba|barabe|pizdun\w*|kurb\w*|kurc\w*glav\w*|kretensk\w*|neumn(?:a|i|e|ež|eži)|trap\w*|teleban\w*|gnoj|gnida|"
    r"gnide|cepec|cepci|"
    r"zabit[aie]?|zabitež\w*|neumnež\w*|tele|nesposobn\w*|moron\w*|lopov\w*|goljuf\w*|lažniv\w*|лжец\w*|воры|ворюг\w*|"
    r"жулик\w*|мошенник\w*|шахра[їй]\w*|злоді[їй]\w*|"
    r"debili?|duraki?|suka|mudak\w*|urod\w*|tupo[iy]|tupie|tupye|pridur\w*"
)

# Whole phrases that can only be meant for a person.
DIRECTED: Final = re.compile(
    r"\bf+u+c+k+ (?:you|u|off|ya|yourself)\b|\bscrew you\b|\bgo to hell\b|\bkiss my ass\b|\bshut (?:the fuck )?up\b|"
    r"\bdrop dead\b|\bpiss off\b|"
    r"\bsuck my\b|\beat shit\b|\bgo die\b|\bson of a bitch\b|\bpiece of (?:shit|crap)\b(?=.{0,3}$)|\byou (?:are |"
    r"'re )?(?:a )?piece of\b|\bi hate you\b|\bstfu\b|\bgtfo\b|"
    r"\b(?:пошел|пошёл|пошла|пошли|иди|идите|катись|катитесь|вали|валите) (?:ты |вы )?(?:на|в) (?:хуй|хер|х[*]й|жопу|"
    r"задницу|три буквы|фиг)|\bпошел ты|\bпошёл ты|"
    r"\bпошли вы|\bзаткни(?:сь|тесь)\b|\bчтоб (?:ты|вы|вам|тебе)\b.{0,20}(?:сдох|пусто)|\bсдохни|\bотъебись|\bотвали|"
    r"\bмать твою|\bтвою мать\b(?=.{0,2}$)|\bебанутый|"
    r"\bу?еб(?:ок|аны?)\b|\bненавижу (?:тебя|вас)|"
    r"\b(?:іди|йди|йдіть|ідіть|пішов|пішла|пішли) (?:ти |ви )?(?:на|в|у|к|до) (?:хуй|хер|х[*]й|дупу|сраку|біса|чорта|"
    r"бісовій)|\bстули пельку|\bзаткни(?:ся|ться)|\bщоб ти\b|\bщоб ви\b|"
    r"\bщоб (?:вам|тобі)\b|\bздохни|\bвід'?єбись|\bвідчепися|\bненавиджу (?:тебе|вас)|"
    r"\b(?:odjebi|jebi se|jebite se|pojdi v (?:kurac|rit|pizdo|tri)|poj?di(?:te)? (?:se )?(?:v |k )?(?:rit|kurac|"
    r"hudiča|hudiču)|crkni|utihni|drži gobec|"
    r"zapri gobec|goni se|gonite se|spelji se|naj te|pizda ti|pi[čc]ka (?:ti|vam)|mater ti|v rit (?:me|nas)|"
    r"jebem (?:ti|vam)|jebal (?:te|vas))|"
    r"\bsovražim (?:te|vas)|\bidi na ?h|\bposhel (?:ti|ty|na)|\bposhli vi"
)

# Swearing at nobody in particular. Whole words.
SWEARING: Final = re.compile(
    r"damn(?:ed)?|dammit|goddamn|fuck(?:ing|in|ed|s)?|wtf|shit(?:ty|s)?|bullshit|crap(?:py)?|bloody|hell|freaking|"
    r"frigging|effing|arse|ass|"
    r"ч[её]рт\w*|блин|бля|блять|блядь|бляд\w*|ху[йеёия]\w*|нахуй|нахер|нафиг|хрен\w*|херн\w*|пизд\w*|еба\w+|ёба\w+|"
    r"заеб\w*|говн\w*|дерьм\w*|"
    r"сраны?й|сраная|сраное|сука|жоп\w*|охрене\w*|охуе\w*|долбан\w*|проклят\w*|"
    r"чорт\w*|бісов\w*|кляті?й?|клята|лайн\w*|хрін\w*|довбан\w*|срани?й|срана|гівн\w*|хай йому|трясця|дідьк\w*|"
    r"prekle\w*|hudi[čc]\w*|jeb\w+|kurac|kurc\w*|pizd\w+|sranj\w*|drek\w*|mater|madona|fak|fakin|zajeb\w*|usran\w*|"
    r"zafrkn\w*|"
    r"blin|blyat|bljat|blad|chert|hren\w*"
)

# Accusing and at the end of patience.
ANGRY: Final = re.compile(
    r"\bscam\w*|\bfraud\w*|\brip.?off|\bridiculous|\bunacceptable|\boutrageous|\bdisgust\w*|\bdisgrace\w*|\bshame on\b|"
    r"\bshameful|\bhow dare|\bsick (?:and tired|of)|"
    r"\bfed up|\bfurious|\bangry|\bpissed|\bworst\b|\bhorrible|\bterrible service|\bnever (?:again|ordering|buy)|"
    r"\blawyer|\bsue you|\bsue\b|\bpolice|\bconsumer protection|\bincompeten\w*|\bjoke of a|"
    r"\bwhat the hell|\bthe hell|\benough is enough|\blast time i|\bthieves\b|\bstole\b|\byou (?:all )?lie\b|"
    r"\byou lied|\bliars?\b|\bare you (?:kidding|serious|joking)|"
    r"\bсколько можно|\bбезобрази\w*|\bвозмут\w*|\bобман\w*|\bразвод\w*|\bкидал\w*|\bмошенни\w*|\bдостали|"
    r"\bзадолбал\w*|\bнадоел\w*|\bужас(?:ный|ная|ное)? (?:сервис|обслуж|магаз)\w*|\bотвратительн\w*|"
    r"\bкошмар\w*|\bиздева\w*|\bхамств\w*|\bхам(?:ят|ит|ы)\b|\bполици\w*|\bроспотреб\w*|\bсуд\b|\bв суд|"
    r"\bжалобу напишу|\bсовсем (?:уже|офигел\w*|обнаглел\w*)|\bобнаглел\w*|\bофигел\w*|\bпозор\w*|\bворы\b|"
    r"\bверните (?:мои )?деньги|\bлохотрон|"
    r"\bнеприемлем\w*|\bбольше никогда|\bвы (?:что|чего) (?:там )?(?:издев|совсем|охр)|\bпоследний раз|\bврет[еь]|"
    r"\bврёт[еь]|\bхватит\b|\bв бешенстве|\bзл(?:ой|ая|юсь)\b|"
    r"\bскільки можна|\bобурлив\w*|\bобурен\w*|\bнеподобств\w*|\bшахра\w*|\bдістали|\bзадовбал\w*|\bнабридл\w*|"
    r"\bжах(?:лив\w*)? (?:сервіс|обслуг)\w*|\bжахливий\b|\bогидн\w*|\bзнуща\w*|\bхамств\w*|"
    r"\bганьб\w*|\bполіці\w*|\bсуду?\b|\bнеприйнятн\w*|\bбільше ніколи|\bбрешет\w*|\bзлодії|\bповерніть (?:мої )?гроші|"
    r"\bсовість|\bкошмар\w*|\bяк так можна|\bви (?:що|шо) (?:там )?(?:знущ|зовсім)|\bдосить вже|\bзл(?:ий|а)\b|\bлютую|"
    r"\bлохотрон|"
    r"\bsramot\w*|\bnesprejemljiv\w*|\bgoljuf\w*|\bprevar\w*|\bnateg\w*|\blopov\w*|\bobup\b|\bgrozn\w*|\bkatastrof\w*|"
    r"\bogabn\w*|\bnikoli ve[čc]|\bodvetnik\w*|\btožil|\bto[žz]b\w*|\bpolicij\w*|\btr[žz]n\w* in[šs]pek\w*|"
    r"\bin[šs]pekcij\w*|"
    r"\bdovolj (?:imam|mam|je)|\bpoln kufer|\bdost mam|\bdost je|\bnorčuj\w*|\bza norca|\bse hecate|\bse šalite|"
    r"\bjez[ane]n?\b|\bbesen\b|\bbesna\b|\bškandal\w*|\blaže(?:te|jo)|\bkaj za vraga|\bkako dolgo še|"
    r"\bskolko mozhno|\bskolko mojno|\bobman\w*|\bmoshenni\w*"
)

# Disappointed, worried, impatient.
UPSET: Final = re.compile(
    r"\bdisappoint\w*|\bworr(?:y|ied|ying)|\bupset|\bunhappy|\bfrustrat\w*|\bannoy\w*|\bsad\b|\bsadly|\bunfortunate\w*|"
    r"\bstill (?:not|no|nothing|waiting|hasn't|haven't|hasnt|havent|have not|has not|didn't)|\bwhere the\b|"
    r"\bwaiting (?:for )?(?:so |too )?(?:long|ages|forever|weeks)|\bfor ages\b|\bagain\?+|\burgent\w*|\basap\b|"
    r"\bdesperate|\bpoor (?:service|quality)|\bbad (?:service|quality|experience)|\bnobody (?:answers|replies|"
    r"responds)|\bno one (?:answers|replies)|\bignor(?:ed|ing)|\bawful|\bterrible|\bnot (?:happy|satisfied|"
    r"good enough)|"
    r"\bрасстро\w*|\bразочаров\w*|\bпережива\w*|\bволну\w*|\bжаль\b|\bк сожалению|\bдо сих пор|\bвс[её] ещ[её] (?:не|"
    r"нет|жду)|\bсрочно|\bникто не (?:отвеч|берет|берёт|перезв)\w*|\bигнор\w*|\bсколько (?:ещ[её] )?ждать|\bнедовол\w*|"
    r"\bплохо[йе] (?:сервис|обслуж|качеств)\w*|\bуже (?:неделю|месяц|вторую|третью)|\bобидно|\bужас\w*|\bгрустно|"
    r"\bбеспоко\w*|\bопять\b|"
    r"\bзасмуч\w*|\bрозчаров\w*|\bхвилю(?:юсь|ємо|юся)|\bпережив\w*|\bшкода\b|\bна жаль|\bдосі (?:не|нема|чекаю)|"
    r"\bтерміново|\bніхто не (?:відпов|бере|перед)\w*|\bігнор\w*|\bскільки (?:ще )?чекати|\bнезадовол\w*|"
    r"\bнезадоволен\w*|\bпоганий (?:сервіс|якіст)\w*|\bвже (?:тиждень|місяць|другий)|\bприкро|\bобразливо|\bзнову\b|"
    r"\bжах\w*|"
    r"\brazo[čc]ar\w*|\bzaskrblj\w*|\bskrbi me|\bme skrbi|\b[žz]alosten|\b[žz]alostna|\b[žz]al\b|\bše vedno (?:ni|nič|"
    r"čakam|nisem|ne)|\bse vedno (?:ni|nic|cakam|nisem|ne)|\bnujno\b|\bnih[čc]e (?:se )?(?:ne|mi)|\bignorir\w*|"
    r"\bkoliko časa še|\bkolk časa še|\bnezadovolj\w*|\bslab\w* (?:storitev|kakovost|izku|servis|odnos)\w*|"
    r"\bže (?:cel )?(?:teden|tedne|mesec|dva tedna)|\bspet\b|\bse ne oglas\w*|\bnihče|\bobupan\w*|"
    r"\bdo sih por|\bsrochno"
)
