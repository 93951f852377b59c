"""What each tone sounds like in four languages, as phrases. Lists only; `tone_phrases.py` finds them, `tone.py` weighs them.

One phrase is words parted by blanks; phrases are parted by commas. `word*` is any word that begins so, `a/b` is one or the other, `_` is
any one word or none. All is written as it is compared: lower case, č š ž and ё without their marks, no apostrophes.
"""

from __future__ import annotations

from typing import Final

YOU: Final = (
    "you, u, ur, your, youre, ya, yall, yourself, ты, тебя, тебе, тобой, вы, вас, вам, вами, ваш*, твой, твоя, твое, твои, ти, тобі, "
    "тобою, ви, твій, твоє, твої, vi, vas, vam, vami, vas*, ti, te, tebe, tebi, tvoj*, si, ste, boste, ty, vy, tebya"
)
# Who reads is a machine, a shop or its people.
READER: Final = (
    "bot, bots, robot, machine, chatbot, shop, company, people, lot, support, бот, бота, боты, робот, машина, магазин, контора, "
    "поддержка, лавочка, машино, крамниця, підтримка, безрука, stroj, masina, trgovina, podpora, avtomat"
)
SELF: Final = "i, im, ive, me, myself, my, я, мне, меня, мені, мене, сам, сама, jaz, sem, bil, bila, se, nisem, moram, ya"
THIRD: Final = (
    "courier*, driver*, postman, delivery guy, delivery man, dhl, gls, dpd, ups, hermes, neighbour*, neighbor*, seller, he, she, "
    "hes, shes, курьер*, водител*, водила, почтальон*, доставщик*, сосед*, продавец, он, она, почта, кур'єр*, курєр*, водій, водія, "
    "водии, листонош*, сусід*, продавець, він, вона, пошта, kurir*, voznik*, postar*, sosed*, prodajal*, dostavljal*, on, ona, "
    "kurer*, kuryer*"
)
KIN: Final = (
    "husband, wife, son, daughter, dog, cat, puppy, brother, sister, friend, муж, мужа, жена, сын, дочь, дочка, собака, кот, кота, "
    "щенок, брат, друг, чоловік, дружина, син, донька, кіт, цуценя, moz, zena, sin, hci, pes, macka, macki, kuza, brat, prijatelj"
)
NAMED: Final = (
    "is called, named, name is, called, зовут, звать, кличка, названи*, звати, кличуть, назв*, пошилася в, пошився в, ime, ime je, "
    "klice se, imenom, imenuje, ulica, street, road, улиц*, вулиц*"
)
REPORTED: Final = (
    "called me, calls me, called my, told me to, told us to, said to me, said i, yelled at, shouted at, insulted, swore at, "
    "был груб, назвал* меня, назвал* мою, назвал* нас, меня назвал*, обозвал*, обматерил*, велел* мне, сказал* мне, сказал* моей, "
    "послал* меня, нахамил*, накричал*, оскорбил*, назвав мене, назвал* мене, мене назвал*, обізва*, звелів, звеліл*, сказав мені, "
    "сказала мені, послав мене, нахами*, накрича*, образив, образила, rekel da sem, rekla da sem, rekli da sem, mi je rekel, "
    "mi je rekla, mi rekel, mi rekla, mi rekli, zmerja*, ozmerja*, uzalil*, nadrl*, kricala, krical, me poslal"
)
# Nouns that are always an insult to a person.
INSULT: Final = (
    "idiot, idiots, moron, morons, imbecile*, cretin*, asshole*, arsehole*, bastard*, bitch*, scumbag*, scum, retard*, dickhead*, "
    "prick, pricks, wanker*, dumbass*, jackass*, shithead*, motherfuck*, fucker*, cunt*, twat*, douche*, halfwit*, dimwit*, nitwit*, "
    "blockhead*, numbskull*, tosser*, plonker*, airhead*, bonehead*, muppet*, knobhead*, dipshit*, dumbfuck*, asshat*, asswipe*, "
    "shitbag*, pinhead*, git, gits, lowlife*, vermin, ignoramus*, simpleton*, numpty, numpties, prat, dolt, dunce, weirdo*, maggot*, "
    "parasite*, tosspot*, arsewipe*, pillock*, bellend*, fuckwit*, fuckhead*, whore*, slut*, nazi, nazis, psycho*, idot, idiota, "
    "идиот*, дебил*, дурак*, дурач*, дура, дуры, дуру, тупиц*, кретин*, придур*, уроды, урод, уродам, уродов, сволоч*, мразь, мрази, "
    "тварь, твари, ублюд*, гнида, гниды, скотина, скоты, мудак*, мудил*, долбоеб*, сучка, гандон*, пидор*, пидар*, лохи, чмо, даун, "
    "дауны, имбецил*, ничтожеств*, дегенерат*, недоум*, подон*, козлы, козел, бездар*, шлюх*, ебанут*, еблан*, бестолоч*, дибил*, "
    "идеот*, суки, сукин, сучар*, долбаящер*, долбоящер*, ебанат*, паскуд*, уебок, уебки, уебищ*, свинота, быдло, хамло, олух*, "
    "остолоп*, болван*, балбес*, хер моржовый, петух, петухи, дуралей*, тупорыл*, вонючка, выродки, выродок, паразит*, негодяй*, "
    "подлец*, падла, падлы, мерзавец, мерзавцы, гавнюк*, засранец, засранцы, психопат*, шизик*, неадекват*, ушлепок, ушлепки, "
    "отморозки, отморозок, свинья, свиньи, шавка, шавки, холоп*, нищеброд*, алкаш*, ишак, осел, ослы, пустоголов*, тупень, тупарь, "
    "убожество, шалав*, лошара, лошары, ідіот*, дебіл*, дурень, дурні, дурню, дурепа, дурисвіт*, придурк*, придурок, йолоп*, "
    "бовдур*, виродок, виродки, виродків, падлюк*, падло, покидьк*, покидьок, мерзот*, мерзотник*, негідник*, бидло, нікчем*, "
    "гівнюк*, недоумк*, недоумок, скотино, тварюк*, козли, імбецил*, тупак*, довбойоб*, довбень, довбні, телепень, телепні, ідійот*, "
    "мразот*, шльондр*, підор*, підар*, засранець, засранці, сучк*, курви, потвор*, довбак*, дурбецел*, телепню, невіглас*, "
    "негідниц*, псих, психи, дурко, дурник, лох, лошар*, гімнюк*, поганец*, поганц*, козлина, шмаркач*, хамидло, жлоб*, рагул*, "
    "гнид*, баран, барани, осли, вирод*, тварин*, сволот*, idioti, idiotka, idiotov, debil, debili, debila, debilov, kreten, "
    "kreteni, kretena, kretenk*, bedak, bedaki, bedake, bedaka, butelj, butlji, tepec, tepci, prasec, prasci, baraba, barabe, "
    "pizdun*, kurba, kurbe, moroni, cepec, cepci, gnida, gnide, zabit*, neumnez*, imbecil*, bebec, bebci, osel, osli, trapec, teslo, "
    "kripel*, svinja, svinje, pankrt*, budala, budale, bolnik, trapa, pezde, pezdeta, kretensk*, bebav*, degenerik*, smrkav*, "
    "prasica, prasice, mrha, hinavec, hinavci, tumpec, tumpci, tumpast*, teleban*, pesjan*, podgana, podgane, zarukan*, neotesan*, "
    "norec, norci, zguba, zgube, idiotsk*, debiln*, gnoj, majmun, opica, opice, prdec, prdci, psihopat*, bedast*, zmene, trot, "
    "troti, trotl*, gobezdac, zajebanc*, kurbin, peder*, avsa, kozel, duraki, durak, mudak, mudaki, tvar, suki, ublyud*, urody, "
    "urod, pridur*, dolboeb*, pidor*, svoloch, kozly, kretyn*, kretin*, dura, dibil*, tvari"
)
# Insulting when said of whoever reads; of a thing or a question it is nothing much.
WEAK: Final = (
    "stupid, dumb, useless, pathetic, braindead, brainless, garbage, trash, clown*, fool, fools, loser*, jerk*, incompetent, pig, "
    "pigs, rats, lazy, worthless, cow, hag, pointless, rusty, ugly, thick, dense, disgusting, moronic, idiotic, brain, shameless, "
    "donkey*, sheep, тупой, тупая, тупые, тупое, тупиш*, тупите, тупил*, бесполезн*, безмозгл*, бестолков*, клоун*, жалк*, отстал*, "
    "лох, позорник*, тормоз, тормоза, криворук*, безрук*, дурной, глупый, глупые, баран*, корова, козел, никто, мерзк*, гнусн*, "
    "противн*, хреновый, говенн*, идиотск*, тупорыл*, туп, свинья, свиньи, тупий, тупа, тупі, дурний, дурна, дурні, безмозк*, "
    "безголов*, ніхто, огидн*, гидк*, мерзенн*, хріновий, ідіотськ*, тупорил*, валянок, жалюгідн*, відстал*, безглузд*, свиня, "
    "свині, neumen, neumna, neumni, glup, glupi, glupa, nesposobn*, bedni, beden, bedna, zaostal*, klovn*, nula, brezvezn*, "
    "zanikrn*, ogabn*, butec, trapast*, nor, nori, nora, butast*, krava, zabit*, usran*, zanic, lena, leni, sramota od, tupoy, "
    "tupoj, tupaya, tupie, tupye, tupyy"
)
# Accusing whoever reads is abuse, anybody else anger.
ACCUSED: Final = (
    "thief, thieves, liar*, crook*, scammer*, cheat, cheaters, swindler*, fraudsters, robbers, вор, воры, ворюг*, врун*, лжец*, "
    "лжецы, мошенник*, жулик*, аферист*, кидалы, обманщик*, злодії, злодій, крадії, крадій, брехун*, брехло, шахрай, шахраї, lopov, "
    "lopovi, tat, tatovi, lazniv*, laznivc*, goljuf, goljufi, prevarant*, barab*"
)
# Whole phrases that can only be meant for who reads.
THROWN: Final = (
    "fuck you, fuck u, fuck off, fuck ya, fuck yourself*, fck you, screw you, go to hell, rot in hell, kiss my ass, kiss my arse, "
    "shut up, shut the fuck up, drop dead, piss off, sod off, bugger off, suck my, go fuck*, go screw, shut your, make me sick, "
    "no brain, shit for brains, eat shit, go die, hope you die, son of a bitch, i hate you, stfu, gtfo, up yours, get lost, "
    "damn you, to hell with you, you suck, "
    "пошел/пошла/пошли/иди/идите/катись/катитесь/вали/валите _ на/в/к/нах хуй/хер/хуи/жопу/зад/задницу/три/фиг/черту/лесу/баню/ад, "
    "пошел ты, пошли вы, идите вы, иди нахуй, идите нахуй, пошел нахуй, пошли нахуй, нахуй иди, нахуй пошел, заткнись, заткнитесь, "
    "чтоб ты/вы/вам/тебе сдох*/провалил*/подавил*/сгорел*/пусто/неповадно/лопнул*, сдохни*, отъебись, отвали, отвалите, "
    "пашол/пашел/пашли на/нахуй/нах, ебал я, шли бы вы, нет мозгов, безмозгл*, ненавижу тебя/вас, поцелуй* меня в, "
    "закрой* рот/пасть, будь* _ прокля*, ебан* в рот, горите в аду, ебал _ вас/тебя, шел бы ты, "
    "іди/йди/йдіть/ідіть/пішов/пішла/пішли/котись/котіться _ на/в/у/до/к хуй/хер/жопу/біса/дупу/сраку/чорта/дідька/бісу/лиха/пекло, "
    "пішли ви, пішов ти, йдіть ви, іди нахуй, йди нахуй, йдіть нахуй, стули* пельку/писок, заткни, заткнися, заткніться, замовкни, "
    "щоб ти/ви/вам/тобі здох*/провалил*/подавил*/згоріл*/пусто/луснул*/всрал*, здохни*, відчепи*, ненавиджу тебе/вас, "
    "пішли/пішов/іди/йди нахуй, стули* рота, поцілуй* мене в, горіть у пеклі, бодай ти/ви/вам, odjebi*, jebi/jebite se, "
    "pojdi/pojdite/pejt/pejte/idi _ v/k/u kurac/rit/pizdo/tri/vragu/hudica/hudicu/picko/pekel, crkni, crknite, utihni, utihnite, "
    "drzi gobec, drzite gobec, zapri gobec, goni/gonite se, spelji se, pizda ti, pizda ti/vam materina, jebem ti/vam, jebal te/vas, "
    "sovrazim te/vas, pisi/pisite me v, poljubi me v, v rit me/nas, naj te/vas vrag/hudic, ugrizni me, v rit se, jebi si, "
    "nimas mozganov, nimate mozganov, goni se, solit, zgini*, idi na, idi nahu*, poshel ti/ty/na/nahu*, poshli vi/vy/na/nahu*, "
    "zatknis*, otvali, otyebis, poshel v"
)
SWEARING: Final = (
    "fuck*, fck, fcking, fking, effing, wtf, ffs, shit*, bullshit, crappy, crap, goddamn*, motherfuck*, piss, arse, ass, "
    "what the hell, why the hell, where the hell, who the hell, how the hell, fak, bollocks, бля, блять, блядь, бляд*, блеать, "
    "ху*н*, хуй, хуе*, хуя, хуи, хуев*, нахуй, нахуя, похуй, херн*, нахер*, нихера, хер, хренов*, хрень, пизд*, пздц, ебан*, ебат*, "
    "еба, ебучи*, ебен*, заеб*, наеб*, выеб*, доеб*, говн*, дерьм*, сран*, сука, жоп*, охуе*, долбан*, проклят*, какого черта, "
    "какого хрена, какого хера, что за черт, мать вашу, твою мать, мать твою, едрен*, гребан*, заєб*, заїб*, їбан*, йоб*, жопу, "
    "жопа, лайн*, хрін*, довбан*, срани*, срана, гівн*, хай йому, трясця, дідьк*, бісов*, якого біса, якого чорта, якого хріна, "
    "якого хера, курва, клят*, прокляти*, холера, сраку, prekle*, jeb*, kurac, kurca, kurcev*, pizd*, sranj*, zasran*, usran*, drek, "
    "dreka, drekov*, za vraga, kaj za hudica, k vragu, hudica, zajeb*, presneta, presneto, picko*, picka, faking, blyat*, bljat*, "
    "bliat*, blyad*, suka, pizde*, pizda, huynya, huinya, huy*, nahuy, nahui, nahuj, naher, ebat, ebany*, zaebal*, govno, hernya, "
    "der'mo, dermo"
)
# A sigh more than an oath: anger only beside a reproach.
MILD: Final = (
    "damn, damned, dammit, darn, bloody, hell, heck, freaking, frigging, blin, блин, черт, чертов*, черти, хрен, нафиг, фиг, "
    "офигел*, охренел*, капец, пипец, блін, чорт, чортів*, чортов*, чортова, нафіг, фіг, капець, hudic*, vrag, madona, mater, "
    "porkaduc, sakrament, hudicev*, chert, hren, chertov*"
)
ANGRY: Final = (
    "scam*, fraud*, ripoff, rip off, ridiculous*, unacceptable, outrageous*, outrage, disgust*, disgrace*, shame on, shameful, "
    "how dare, sick and tired, sick of, fed up, furious, angry, livid, raging, pissed, worst, horrible, "
    "terrible service/shop/company, never again, never order* _ again, lawyer, solicitor, sue, suing, police, consumer protection, "
    "report you, court, incompetence, joke of a, enough is enough, had enough, enough of, you stole, stole my, stolen, stealing, "
    "you lie, you lied, lied to, lying, are you kidding, are you serious, are you joking, kidding me, ripped off, cheated, robbed, "
    "my money back or, money back now, unbelievable, appalling, insolen*, mockery, making fun of, taking the piss, last chance, "
    "сколько можно ждать/терпеть/уже/еще/вас/тянуть/$/!/?/?!/!!!/!!/!?, безобраз*, возмут*, возмущ*, обман, обманыв*, обманул*, "
    "развод, разводил*, кидалово, мошеннич*, достали, достал*, задолбал*, заколебал*, надоел*, отвратительн*, мерзк*, издева*, "
    "хамств*, хамят, хамит, хамло, полици*, роспотреб*, суд, юрист*, адвокат*, прокуратур*, жалобу напишу, обнаглел*, "
    "совсем обнаглел*, позор*, лохотрон*, неприемлем*, недопустим*, больше никогда, никогда больше, последний раз, врете, врешь, "
    "наврал*, соврал*, вранье, врут, хватит, в бешенстве, бесит, бесите, злой, зла, злюсь, злость, в ярости, ярост*, как вы смеете, "
    "худший, худшая, наглост*, наглое, нагло, беспредел, ужасный сервис/магазин, верните деньги или, "
    "верните деньги немедленно/сейчас, кошмар, обокрал*, украл*, воруете, взбешен*, гад*, терпение лопнуло, "
    "скільки можна чекати/терпіти/вже/ще/вас/тягнути/$/!/?/?!/!!!/!!/!?, обурлив*, обурен*, обурю*, неподобств*, шахрайств*, "
    "дістали, задовбал*, набридло, набридли, знуща*, ганьб*, поліці*, суду, до суду, неприйнятн*, неприпустим*, більше ніколи, "
    "ніколи більше, брешет*, брешеш, брехн*, набрехал*, досить вже, годі вже, злий, злюся, лютую, лютий, люта, в люті, бісит*, "
    "бісите, як ви смієте, найгірш*, нахабств*, нахабн*, свавілля, жахливий сервіс/магазин, жахлива крамниця, огидн*, обдурил*, "
    "ошукал*, вкрали, крадете, розлючен*, держпродспоживслужб*, терпець урвався, sramot*, nesprejemljiv*, nedopustn*, goljufija, "
    "goljufijo, goljufate, prevara, prevaral*, nateg*, ogabn*, nikoli vec, nikdar vec, odvetnik*, tozil*, tozba, tozbo, policij*, "
    "inspekcij*, vas prijavim, vas bom prijavil*, prijavil* vas, prijavim vas, dovolj imam/mam/je, poln kufer, polno kapo, dost mam, "
    "dost imam, dost je, norcuje*, norca, se hecate, se salite, me hecate, jezen, jezna, besen, besna, besni, skandal*, lazete, "
    "lazejo, lagal*, kako dolgo se, kako dolgo naj se, kako si upate, kako si drznete, nezaslisan*, najslabs*, katastrof*, "
    "grozna trgovina, grozna storitev, obup, ukradli, kradete, nesramn*, predrzn*, sit vas*, sita vas*, okradl*, skolko mozhno, "
    "skolko mojno, obman, obmanshik*, moshenni*, dostali, zadolbal*, verni* dengi nemedlenno"
)
UPSET: Final = (
    "disappoint*, worried, worry, worrying, upset, unhappy, frustrat*, annoy*, sad, sadly, unfortunate*, "
    "still not/no/nothing/waiting/hasnt/havent/didnt/has/have/isnt/missing, waiting for so/ages/weeks/days/months, waiting since, "
    "for ages, so long, too long, forever, asap, desperate, poor service/quality, bad service/quality/experience, "
    "quality is/was poor/bad/low/terrible, nobody answers/replies/responds/knows/cares/calls/called/helps, "
    "no one answers/replies/responds/knows/cares/called, ignor*, awful, terrible, not happy, not satisfied, not good enough, "
    "not impressed, no reply, no answer, no response, no news, heard nothing, nothing happens, third time, fourth time, fifth time, "
    "second time, again broken/wrong/damaged/late, broke again, broken again, late again, wrong _ again, expected more/better/much, "
    "let down, letdown, what a pity, what a shame, too late, please hurry, hurry up, wont recommend, not recommend, "
    "cannot recommend, promised, tired of, cried, crying, in pieces, shattered, finally be, regret, "
    "another broken/damaged/wrong/faulty, very slow, so slow, too slow, lost my patience, waste of, wasted, unreliable, "
    "cheap rubbish, rubbish, heartbroken, hoped, sigh, weeks and, weeks ago, week late, weeks late, days late, month late, "
    "months late, расстро*, разочаров*, пережива*, волнуюсь, волнуемся, жаль, к сожалению, до сих пор, все еще не/нет/жду/ничего, "
    "никто не, никто ничего, игнор*, сколько ждать, сколько еще ждать, недовол*, не доволен, не довольна, не довольны, "
    "не устраивает, плохой сервис, плохое обслуживание/качество, качество _ плохое, качество ужасное, обидно, ужас*, грустно, "
    "печально, беспоко*, опять не, опять сломал*, опять брак, снова не, снова сломал*, сломал* опять, третий раз, четвертый раз, "
    "второй раз, в который раз, так долго, очень долго, слишком долго, очень медленно, без ответа, нет ответа, не отвечает, "
    "не отвечают, тишина, ни ответа, ожидал*, поздно, поторопи*, поскорее, не советую, советовать не, не рекомендую, обещал*, "
    "устал* ждать/объяснять/писать, плакал*, вдребезги, осколк*, наконец решится, потерялась, пропала и, зря, жалею, испорчен*, "
    "срочно нужн*, жду _ недел*, жду _ месяц*, жду уже, недел* жду, месяц жду, уже недел*, уже месяц, уже вторую, уже третью, "
    "засмуч*, розчаров*, розчарува*, хвилююсь, хвилююся, хвилюємось, переживаю, шкода, на жаль, досі не/нема/немає/чекаю/нічого, "
    "все ще не/чекаю/нема, ніхто не, ніхто нічого, ігнор*, скільки чекати, скільки ще чекати, незадовол*, не задоволен*, "
    "не влаштовує, поганий сервіс, погана якість, погане обслуговування, якість погана, прикро, образливо, жах*, сумно, турбує мене, "
    "знову не, знову зламал*, зламал* знову, втретє, вдруге, вчетверте, вкотре, так довго, дуже довго, надто довго, дуже повільно, "
    "без відповіді, немає відповіді, не відповідає, не відповідають, тиша, очікував*, очікувал*, пізно, поквап*, швидше будь, "
    "не раджу, радити не, обіцял*, втомил*, вщент, уламк*, нарешті вирішиться, загубилась, загубилася, зникла і, даремно, шкодую, "
    "зіпсован*, терміново потрібн*, чекаю _ тижд*, чекаю _ тижн*, чекаю _ місяц*, чекаю вже, тиждень чекаю, місяць чекаю, "
    "вже тиждень, вже місяць, razocar*, zaskrblj*, skrbi me, me skrbi, zalosten, zalostna, zalostno, zal, na zalost, "
    "se vedno ni/nic/cakam/nisem/ne/caka, nihce ne/nic/se/mi, ignorir*, koliko casa se, kolk casa se, nezadovolj*, nisem zadovolj*, "
    "ni zadovolj*, slaba storitev/kakovost/izkusnja, slab servis/odnos, spet ni, spet se, spet napacn*, spet pokvarjen*, "
    "spet zamuja*, tretjic, drugic ta, cetrtic, ze tretji, tako dolgo, predolgo, zelo pocas*, prepocas*, brez odgovora, ni odgovora, "
    "nic glasu, ne oglas*, nobenega odgovora, pricakoval*, prepozno, pohitite, ne priporoc*, ne bi priporoc*, obljubil*, "
    "utrujen* sem, sita sem, naveliccan*, naveli*, jokal*, razbito, na koscke, koncno urejeno, izgubil se, izginil in, skoda, "
    "obupan*, opeharjen*, cel teden, cel mesec, ze teden, ze tedne, ze mesec, cakam ze, ze cakam, cakam _ teden, cakam _ mesec, "
    "obzaluje*, zaman, do sih por, vse eshe ne, rasstro*, razocharovan*, nikto ne, dosi ne, nihto ne"
)
# Nobody means these as they stand.
IRONY: Final = (
    "for nothing, thanks for nothing, oh wonderful another, how lovely another, well done really, slow clap, only a month, "
    "only a week, only three weeks, only two weeks, two left, просто супер _ месяц, ну прекрасно, ну отлично, ну супер, ну класс, "
    "ну молодцы, ну спасибо, только этого не хватало, ее не хватало, его не хватало, всего на месяц, всего на неделю, "
    "всего три недели, всего две недели, всего месяц, два левых, ага конечно, за ничего, ну чудово, ну клас, ну молодці, ну дякую, "
    "тільки цього бракувало, тільки її бракувало, тільки його бракувало, лише на місяць, лише на тиждень, лише три тижні, "
    "лише два тижні, всього три тижні, два лівих, за ніщо, hvala za nic, samo to mi je, se tega je manjkalo, krasno se, "
    "super se ena, samo mesec, samo teden, samo trije tedni, samo tri tedne, samo dva tedna, dva leva, no super, no krasno, "
    "no bravo, lepa rec"
)
PRAISE: Final = (
    "thank*, thx, great, love, loved, lovely, awesome, amazing, brilliant, perfect*, wonderful, happy, beautiful, excellent, "
    "fantastic, superb, cool, yay, joy, wow, haha, lol, quiet, cheers, five stars, well done, fast, quick, quickly, such fast, good, "
    "best, super, спасибо, супер, отличн*, класс, классно, здорово, прекрасн*, обожаю, люблю, влюбил*, довольна, доволен, довольны, "
    "молодцы, круто, ура, огонь, хорош*, быстр*, быстро, красота, красиво, восторг*, радост*, пять звезд, благодар*, ничего себе, "
    "замечательн*, дякую, дякуємо, чудов*, клас, класно, класний, гарн*, обожнюю, закохал*, задоволена, задоволений, молодці, "
    "вогонь, швидк*, швидко, краса, захват*, радощ*, п'ять зірок, вдячн*, нічого собі, добре, hvala, odlicn*, krasn*, cudovit*, lep, "
    "lepa, lepo, zadovolj*, bravo, rada imam, zaljubljen*, veselj*, kul, ful dobr*, dober, dobra, dobro, hitr*, hitro, vau, juhu, "
    "noro, noro dobr*, noro lep*, pet zvezdic, vesel*, spasibo, dyakuyu, diakuiu"
)
# Beside these even a rude word is a plain word: a blunt knife, a bag for garbage.
THING: Final = (
    "question*, can, cans, bag, bags, knife, phone, computer, mistake, thing, idea, bin, вопрос*, нож*, телефон*, компьютер*, "
    "ошибк*, мысль, питання, запитання, ніж, ножі, комп'ютер*, помилк*, vprasanj*, noz, noze, telefon*, racunalnik*, napak*, ideja, "
    "smeti"
)
NOT: Final = (
    "not, no, isnt, wasnt, dont, never, without, nothing, arent, aint, hardly, не, ни, нет, без, нисколько, вовсе, ничего, ані, ні, "
    "нічого, ne, ni, nisem, nisva, nismo, nic, brez, niti, nikakor, sploh"
)
# Filth: of a thing a swear word, of a person ("you are crap") an insult. Beside the pronouns of those who are spoken to.
FILTH: Final = (
    "crap, shit, piece of shit, piece of crap, turd, говно, дерьмо, говнюк*, кусок говна/дерьма, гівно, лайно, шматок лайна/гівна, "
    "drek, sranje, pizda, kurac, picka, kos dreka, govno, dermo"
)
PRONOUN: Final = "you, u, youre, you are, ты, вы, ти, ви, si, ste, ty"
