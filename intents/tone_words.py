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
    r"\b(?:"
    r"f+u+c+k+ (?:you|u|off|ya|yourself)\b|screw you\b|go to hell\b|kiss my ass\b|shut (?:the fuck )?up\b|"
    r"drop dead\b|piss off\b|"
    r"suck my\b|eat shit\b|go die\b|son of a bitch\b|piece of (?:shit|crap)\b(?=.{0,3}$)|you (?:are |"
    r"'re )?(?:a )?piece of\b|i hate you\b|stfu\b|gtfo\b|"
    r"(?:пошел|пошёл|пошла|пошли|иди|идите|катись|катитесь|вали|валите) (?:ты |вы )?(?:на|в) (?:хуй|хер|х[*]й|жопу|"
    r"задницу|три буквы|фиг)|пошел ты|пошёл ты|"
    r"пошли вы|заткни(?:сь|тесь)\b|чтоб (?:ты|вы|вам|тебе)\b.{0,20}(?:сдох|пусто)|сдохни|отъебись|отвали|"
    r"мать твою|твою мать\b(?=.{0,2}$)|ебанутый|"
    r"у?еб(?:ок|аны?)\b|ненавижу (?:тебя|вас)|"
    r"(?:іди|йди|йдіть|ідіть|пішов|пішла|пішли) (?:ти |ви )?(?:на|в|у|к|до) (?:хуй|хер|х[*]й|дупу|сраку|біса|чорта|"
    r"бісовій)|стули пельку|заткни(?:ся|ться)|щоб ти\b|щоб ви\b|"
    r"щоб (?:вам|тобі)\b|здохни|від'?єбись|відчепися|ненавиджу (?:тебе|вас)|"
    r"(?:odjebi|jebi se|jebite se|pojdi v (?:kurac|rit|pizdo|tri)|poj?di(?:te)? (?:se )?(?:v |k )?(?:rit|kurac|"
    r"hudiča|hudiču)|crkni|utihni|drži gobec|"
    r"zapri gobec|goni se|gonite se|spelji se|naj te|pizda ti|pi[čc]ka (?:ti|vam)|mater ti|v rit (?:me|nas)|"
    r"jebem (?:ti|vam)|jebal (?:te|vas))|"
    r"sovražim (?:te|vas)|idi na ?h|poshel (?:ti|ty|na)|poshli vi"
    r")"
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
    r"\b(?:"
    r"scam\w*|fraud\w*|rip.?off|ridiculous|unacceptable|outrageous|disgust\w*|disgrace\w*|shame on\b|"
    r"shameful|how dare|sick (?:and tired|of)|"
    r"fed up|furious|angry|pissed|worst\b|horrible|terrible service|never (?:again|ordering|buy)|"
    r"lawyer|sue you|sue\b|police|consumer protection|incompeten\w*|joke of a|"
    r"what the hell|the hell|enough is enough|last time i|thieves\b|stole\b|you (?:all )?lie\b|"
    r"you lied|liars?\b|are you (?:kidding|serious|joking)|"
    r"сколько можно|безобрази\w*|возмут\w*|обман\w*|развод\w*|кидал\w*|мошенни\w*|достали|"
    r"задолбал\w*|надоел\w*|ужас(?:ный|ная|ное)? (?:сервис|обслуж|магаз)\w*|отвратительн\w*|"
    r"кошмар\w*|издева\w*|хамств\w*|хам(?:ят|ит|ы)\b|полици\w*|роспотреб\w*|суд\b|в суд|"
    r"жалобу напишу|совсем (?:уже|офигел\w*|обнаглел\w*)|обнаглел\w*|офигел\w*|позор\w*|воры\b|"
    r"верните (?:мои )?деньги|лохотрон|"
    r"неприемлем\w*|больше никогда|вы (?:что|чего) (?:там )?(?:издев|совсем|охр)|последний раз|врет[еь]|"
    r"врёт[еь]|хватит\b|в бешенстве|зл(?:ой|ая|юсь)\b|"
    r"скільки можна|обурлив\w*|обурен\w*|неподобств\w*|шахра\w*|дістали|задовбал\w*|набридл\w*|"
    r"жах(?:лив\w*)? (?:сервіс|обслуг)\w*|жахливий\b|огидн\w*|знуща\w*|хамств\w*|"
    r"ганьб\w*|поліці\w*|суду?\b|неприйнятн\w*|більше ніколи|брешет\w*|злодії|поверніть (?:мої )?гроші|"
    r"совість|кошмар\w*|як так можна|ви (?:що|шо) (?:там )?(?:знущ|зовсім)|досить вже|зл(?:ий|а)\b|лютую|"
    r"лохотрон|"
    r"sramot\w*|nesprejemljiv\w*|goljuf\w*|prevar\w*|nateg\w*|lopov\w*|obup\b|grozn\w*|katastrof\w*|"
    r"ogabn\w*|nikoli ve[čc]|odvetnik\w*|tožil|to[žz]b\w*|policij\w*|tr[žz]n\w* in[šs]pek\w*|"
    r"in[šs]pekcij\w*|"
    r"dovolj (?:imam|mam|je)|poln kufer|dost mam|dost je|norčuj\w*|za norca|se hecate|se šalite|"
    r"jez[ane]n?\b|besen\b|besna\b|škandal\w*|laže(?:te|jo)|kaj za vraga|kako dolgo še|"
    r"skolko mozhno|skolko mojno|obman\w*|moshenni\w*"
    r")"
)

# Disappointed, worried, impatient.
UPSET: Final = re.compile(
    r"\b(?:"
    r"disappoint\w*|worr(?:y|ied|ying)|upset|unhappy|frustrat\w*|annoy\w*|sad\b|sadly|unfortunate\w*|"
    r"still (?:not|no|nothing|waiting|hasn't|haven't|hasnt|havent|have not|has not|didn't)|where the\b|"
    r"waiting (?:for )?(?:so |too )?(?:long|ages|forever|weeks)|for ages\b|again\?+|urgent\w*|asap\b|"
    r"desperate|poor (?:service|quality)|bad (?:service|quality|experience)|nobody (?:answers|replies|"
    r"responds)|no one (?:answers|replies)|ignor(?:ed|ing)|awful|terrible|not (?:happy|satisfied|"
    r"good enough)|"
    r"расстро\w*|разочаров\w*|пережива\w*|волну\w*|жаль\b|к сожалению|до сих пор|вс[её] ещ[её] (?:не|"
    r"нет|жду)|срочно|никто не (?:отвеч|берет|берёт|перезв)\w*|игнор\w*|сколько (?:ещ[её] )?ждать|недовол\w*|"
    r"плохо[йе] (?:сервис|обслуж|качеств)\w*|уже (?:неделю|месяц|вторую|третью)|обидно|ужас\w*|грустно|"
    r"беспоко\w*|опять\b|"
    r"засмуч\w*|розчаров\w*|хвилю(?:юсь|ємо|юся)|пережив\w*|шкода\b|на жаль|досі (?:не|нема|чекаю)|"
    r"терміново|ніхто не (?:відпов|бере|перед)\w*|ігнор\w*|скільки (?:ще )?чекати|незадовол\w*|"
    r"незадоволен\w*|поганий (?:сервіс|якіст)\w*|вже (?:тиждень|місяць|другий)|прикро|образливо|знову\b|"
    r"жах\w*|"
    r"razo[čc]ar\w*|zaskrblj\w*|skrbi me|me skrbi|[žz]alosten|[žz]alostna|[žz]al\b|še vedno (?:ni|nič|"
    r"čakam|nisem|ne)|se vedno (?:ni|nic|cakam|nisem|ne)|nujno\b|nih[čc]e (?:se )?(?:ne|mi)|ignorir\w*|"
    r"koliko časa še|kolk časa še|nezadovolj\w*|slab\w* (?:storitev|kakovost|izku|servis|odnos)\w*|"
    r"že (?:cel )?(?:teden|tedne|mesec|dva tedna)|spet\b|se ne oglas\w*|nihče|obupan\w*|"
    r"do sih por|srochno"
    r")"
)
