# Besedila Frontdeska v slovenščini. Stranko vedno vikamo. Parametri in zgradba datoteke so opisani v en.ftl.

### The engine

again-short = Vrniva se k vprašanju: { $question }
again-miss = Oprostite, nisem vas čisto razumela. { $question }
again-person = Oprostite, nikakor vas ne razumem prav. Naj pokličem sodelavca ali poskusiva še enkrat?
    .person = Pokličite človeka
    .again = Še enkrat
confirm =
    .yes = Da, tako je
    .change = Spremeni
    .no = Ne, pustiva
confirm-change = Seveda. Kaj naj spremenim?
cancelled = V redu, pustiva tako, kot je; nič se ni spremenilo. Kako vam še lahko pomagam?
cancelled-on = V redu, pustiva tako, kot je; nič se ni spremenilo.
left = V redu, torej ne { $what }. Kako vam potem lahko pomagam?
left-on = V redu, torej ne { $what }.
wishes-heard = { $mood ->
        [calm] Z veseljem, po vrsti: najprej { $first }, nato { $rest }.
       *[other] Po vrsti: najprej { $first }, nato { $rest }.
    }
wishes-next = Zdaj pa { $what }.
wishes-dropped = V redu, to izpustiva: { $what }.
wishes-handed = Sodelavec vidi tudi preostalo: { $what }.
wish-about = { $what } (»{ $about }«)
back-nothing = Na začetku sva, koraka nazaj ni.
nothing-open = Trenutno ni nič odprtega. Kako vam lahko pomagam{ $named ->
        [no] {""}
       *[yes] , { $name }
    }?
nothing-said = Nisem še nič povedala. Kako vam lahko pomagam?
late-settled = Ta korak je že končan in ga s starim gumbom ni mogoče razveljaviti. Če kaj ni v redu, mi povejte in povezala vas bom s sodelavcem.
stopped = Razumem. Sama vam ne bom več pisala. Če mi pišete vi, odgovorim; z besedo START sporočila spet vključite.
started = Dobrodošli nazaj! Spet vam lahko sporočim novice o naročilih.
abuse-warning = Razumem, da ste razburjeni, in želim to rešiti. Ostaniva prosim vljudna, sicer ne morem nadaljevati. Kaj se je zgodilo?
anger-calm = { $named ->
        [no] Žal mi je
       *[yes] { $name }, žal mi je
    }, da imate s tem težave. Kratka bom; samo povejte in prevzame sodelavec.
language-changed = Seveda, govoriva slovensko.
trouble-retry = Oprostite, sistem trgovine se trenutno ne odziva. Poskušam naprej in se oglasim takoj, ko bo delalo; vam ni treba storiti ničesar.
handover = { $named ->
        [no] Zadevo
       *[yes] { $name }, zadevo
    } predajam sodelavcu skupaj z vsem, kar ste napisali, zato vam ne bo treba ponavljati. Odgovor dobite tukaj do { $due }.
handover-access = Zaradi vaše varnosti naročila na ta način ne morem pokazati. Sodelavec ga ročno preveri in odgovori tukaj do { $due }.
handover-trouble = Oprostite, pri nas se nekaj zatika. Sodelavec vidi vse, kar ste napisali, in odgovori tukaj do { $due }.
handover-unclear = Oprostite, ne razumem dovolj dobro, da bi pomagala. Sodelavec prebere in odgovori tukaj do { $due }.
handover-angry = { $named ->
        [no] Zelo mi je žal
       *[yes] { $name }, zelo mi je žal
    }, da zadeva še ni rešena. Zdaj jo prevzame sodelavec, ki ima vse, kar ste napisali; odgovor dobite tukaj do { $due }.
handover-other = Oseba, ki vam je pomagala nazadnje ({ $agent }), trenutno ni na voljo; pogovor prevzame drug sodelavec.
agent-away = { $agent } trenutno ni na voljo, zato pogovor prevzame drug sodelavec. Ima vse, kar ste napisali, in odgovori tukaj do { $due }.
agent-silent = { $named ->
        [no] Oprostite
       *[yes] { $name }, oprostite
    }, ker traja dlje, kot bi smelo. Prevzame drug sodelavec in odgovori tukaj do { $due }; ničesar vam ni treba ponavljati.
agent-back = { $agent ->
        [nobody] Spet sem tu za vas.
       *[other] { $agent } pogovor predaja meni.
    } Če potrebujete še kaj, kar napišite.
agent-back-agreed = { $agent } pogovor predaja meni. Dogovorjeno: { $agreed }
noted = To sem dodala k vašemu primeru; sodelavec odgovori do { $due }. Medtem me lahko vprašate karkoli o izdelkih in naročilih.
promise-late = { $named ->
        [no] Oprostite
       *[yes] { $name }, oprostite
    }: odgovor smo obljubili do { $was }, a potrebujemo več časa. Dobite ga do { $due }.
promise-given = Zapisano kot naša obljuba: { $what } (najpozneje { $due })
unclear = Bojim se, da nisem razumela{ $named ->
        [no] {""}
       *[yes] , { $name }
    }. Lahko prosim poveste drugače ali izberete eno od možnosti?
empty = Prejela sem prazno sporočilo. Kako vam lahko pomagam?
file-received = Hvala za sliko. Za kaj gre?
clarify = Da se ne zmotim: kaj ste mislili?
    .none = Nekaj drugega
late = Ta gumb spada k nečemu, kar sva že končala. Začneva znova?
    .none = Ne, hvala
solved = { $named ->
        [no] Je s tem rešeno?
       *[yes] { $name }, je s tem rešeno?
    }
    .yes = Da, hvala
    .yes-also = rešeno, vse v redu, odlično, nič drugega, to je vse
    .no = Še ne
    .no-also = ni rešeno, še vedno težava
solved-thanks = { $mood ->
        [calm] { $named ->
            [no] Hvala, da ste nam pisali. Lep dan!
           *[yes] Hvala, { $name }. Lep dan!
        }
       *[other] Hvala za potrpljenje{ $named ->
            [no] {""}
           *[yes] , { $name }
        }.
    }
solved-sorry = Žal mi je, da še ni urejeno.
solved-next = Kako nadaljujeva?
    .person = Naj pogleda sodelavec
    .person-also = človek, operater, svetovalec
    .explain = Razložim, kaj manjka
solved-explain = Kaj še manjka? Napišite s svojimi besedami; sodelavec dobi vse tako, kot je.

ask-order-number = Katera je številka vašega naročila? Najdete jo v potrditvenem sporočilu, na primer 1001.
    .short = katera je številka naročila?
    .title = Številka naročila
ask-order-which = Za katero naročilo gre?
    .short = za katero naročilo gre?
    .title = Številka naročila
ask-contact = Da zaščitimo vaše podatke: kateri e-naslov ali telefon ste navedli pri naročilu { $number }?
    .short = kateri e-naslov ali telefon je naveden pri naročilu { $number }?
    .title = E-naslov ali telefon
access-wrong = Naročila { $number } s kontaktom { $contact } ne najdem. Prosim, preverite oboje in mi pošljite pravi e-naslov ali telefon oziroma drugo številko naročila.
    .short = prosim, pošljite e-naslov ali telefon iz naročila oziroma drugo številko naročila.
    .title = E-naslov ali telefon
access-closed = Oprostite, bilo je preveč poskusov, ki se niso ujemali. Zaradi varnosti kupcev lahko naročilo spet pokažem ob { $until }.

### Imena želja na gumbih (največ 20 znakov)

menu-order-status = Kje je naročilo?
menu-order-confirmation = Je naročilo oddano?
menu-payment-problem = Plačilo ni uspelo
menu-change-order = Spremeni naročilo
menu-change-address = Spremeni naslov
menu-cancel-order = Prekliči naročilo
menu-delivery-late = Paket zamuja
menu-delivery-damaged = Prispelo poškodovano
menu-delivery-missing = Nekaj manjka
menu-delivery-options = Načini dostave
menu-delivery-time = Čas dostave
menu-delivery-cost = Cena dostave
menu-return-defective = Vračilo: okvara
menu-return-unsuitable = Vračilo: ne ustreza
menu-return-policy = Kako vrnem izdelek
menu-exchange = Zamenjava izdelka
menu-refund-status = Kje je moj denar?
menu-cancellation-fee = Cena preklica
menu-product-info = O izdelku
menu-product-availability = Je na zalogi?
menu-product-price = Koliko stane?
menu-product-advice = Pomoč pri izbiri
menu-warranty = Garancija
menu-invoice = Račun
menu-payment-methods = Načini plačila
menu-discount = Popusti
menu-place-order = Naroči izdelek
menu-checkout-problem = Stran ne deluje
menu-account-problem = Prijava ne uspe
menu-account-create = Odpri račun
menu-account-change = Spremeni račun
menu-account-delete = Izbriši račun
menu-newsletter = E-novice
menu-shop-hours = Delovni čas
menu-shop-contact = Kontakt
menu-complaint = Pritožba
menu-praise = Pohvala
menu-callback = Pokličite me
menu-human = Pogovor s človekom
menu-greeting = Začni
menu-thanks = Hvala
menu-goodbye = Nasvidenje
menu-help = Kaj znate?
menu-erase-data = Izbriši moje podatke
menu-change-language = Zamenjaj jezik
menu-are-you-a-bot = Kdo ste?

### Kako se želja imenuje v stavku

wish-order-status = { $order ->
        [none] vaše naročilo
       *[other] vaše naročilo { $order }
    }
wish-order-confirmation = { $order ->
        [none] potrditev naročila
       *[other] potrditev naročila { $order }
    }
wish-payment-problem = { $order ->
        [none] plačilo
       *[other] plačilo naročila { $order }
    }
wish-change-order = { $order ->
        [none] sprememba naročila
       *[other] sprememba naročila { $order }
    }
wish-change-address = { $order ->
        [none] naslov dostave
       *[other] naslov dostave za naročilo { $order }
    }
wish-cancel-order = { $order ->
        [none] preklic naročila
       *[other] preklic naročila { $order }
    }
wish-delivery-late = { $order ->
        [none] zamuda naročila
       *[other] zamuda naročila { $order }
    }
wish-delivery-damaged = poškodba pri dostavi
wish-delivery-missing = tisto, kar manjka
wish-delivery-options = načini dostave
wish-delivery-time = čas dostave
wish-delivery-cost = cena dostave
wish-return-defective = okvarjeni izdelek
wish-return-unsuitable = { $order ->
        [none] vračilo
       *[other] vračilo iz naročila { $order }
    }
wish-return-policy = vračilo
wish-exchange = zamenjava
wish-refund-status = { $order ->
        [none] vračilo denarja
       *[other] vračilo denarja za naročilo { $order }
    }
wish-cancellation-fee = cena preklica
wish-product-info = izdelek
wish-product-availability = zaloga
wish-product-price = cena
wish-product-advice = izbira izdelka
wish-warranty = garancija
wish-invoice = { $order ->
        [none] račun
       *[other] račun za naročilo { $order }
    }
wish-payment-methods = načini plačila
wish-discount = popusti
wish-place-order = novo naročilo
wish-checkout-problem = težava na strani
wish-account-problem = prijava v račun
wish-account-create = registracija
wish-account-change = sprememba podatkov v računu
wish-account-delete = zaprtje računa
wish-newsletter = e-novice
wish-shop-hours = delovni čas
wish-shop-contact = naši kontakti
wish-complaint = pritožba
wish-callback = klic

### Flow: information

information-told = { $words }
information-unknown = Tega ne vem zagotovo in ne bi rada ugibala. Povedal vam bo lahko sodelavec.
handover-information = Tega ne vem zagotovo in ne bi rada ugibala. Vprašanje sem predala sodelavcu; odgovor dobite tukaj do { $due }.
information-delivery-options =
    Tako lahko prejmete naročilo: cena in čas v delovnih dneh.
    { $rows }
    { information-free }
information-delivery-cost =
    Toliko stane dostava:
    { $rows }
    { information-free }
information-delivery-time =
    Čas dostave v delovnih dneh:
    { $rows }
information-free = { $free ->
        [one] Pri naročilu od { $limit } brezplačno: { $names }.
        [many] Brezplačno pri naročilu nad določenim zneskom: { $names }.
       *[none] {""}
    } { $gratis ->
        [0] {""}
       *[other] Vedno brezplačno: { $gratis_names }.
    }
information-hours-week =
    Dosegljivi smo (po času trgovine):
    Ponedeljek–petek: { $monday }
    Sobota: { $saturday }
    Nedelja: { $sunday }
    { information-open }
information-hours-days =
    Dosegljivi smo (po času trgovine):
    Ponedeljek: { $monday }
    Torek: { $tuesday }
    Sreda: { $wednesday }
    Četrtek: { $thursday }
    Petek: { $friday }
    Sobota: { $saturday }
    Nedelja: { $sunday }
    { information-open }
information-open = { $open ->
        [yes] Zdaj smo odprti.
       *[no] Zdaj imamo zaprto. Spet odprto: { $opens }.
    } { $holidays ->
        [0] {""}
       *[other] Zaprto zaradi praznika: { $closed }.
    }
information-contact =
    Tako nas dosežete:
    { $rows }
information-returns = Izdelek lahko vrnete v { $days ->
        [one] { $days } dnevu
        [two] { $days } dneh
       *[other] { $days } dneh
    } po prejemu. Ko prispe k nam, denar vrnemo v { $refund ->
        [one] { $refund } delovnem dnevu
        [two] { $refund } delovnih dneh
       *[other] { $refund } delovnih dneh
    }.
information-invoice = Naj vam račun pošljemo po e-pošti?
    .send = Da, za naročilo
    .send-also = da, pošljite, še enkrat, kopijo
    .company = Da, za podjetje
    .company-also = podjetje, na podjetje, firma
    .enough = Ne, to je vse
    .enough-also = ne, ni treba, ne hvala
    .short = naj vam račun pošljemo po e-pošti?
    .title = Vrsta računa
information-invoice-company = Kaj naj piše na računu? Prosim, v enem sporočilu napišite ime podjetja, naslov in davčno številko.
    .short = kateri podatki podjetja naj bodo na računu?
    .title = Podatki podjetja
information-invoice-confirm = { $company ->
        [yes] Račun za naročilo { $number } na podjetje: { $details }. Pošljemo ga na e-naslov iz naročila.
       *[no] Račun za naročilo { $number }, poslan na e-naslov iz naročila.
    } Je tako prav?
information-invoice-refused = Oprostite, tega nisem mogla zapisati k vašemu naročilu.
information-invoice-promise = Urejeno. Račun za naročilo { $number } prejmete po e-pošti do { $due }.
information-newsletter = Bi radi prejemali naše e-novice ali se od njih odjavili?
    .subscribe = Prijavite me
    .subscribe-also = prijava, naročite me, želim prejemati
    .unsubscribe = Odjavite me
    .unsubscribe-also = odjava od novic, ne želim prejemati
    .short = bi radi prejemali naše e-novice ali se od njih odjavili?
information-newsletter-email = Za kateri e-naslov gre?
    .short = za kateri e-naslov gre?
    .title = E-naslov
information-subscribe = E-novice z novostmi in ponudbami bodo prihajale na { $email }. Odjavite se lahko kadarkoli, dovolj je ena beseda tukaj. Se strinjate?
information-unsubscribe = Naslov { $email } umaknem z e-novic. Sporočila o vaših naročilih bodo še prihajala. Je tako prav?
information-subscribed = Urejeno. E-novice od naslednje številke prihajajo na { $email }.
information-unsubscribed = Urejeno. Na { $email } e-novic ne pošiljamo več.
information-newsletter-same = { $outcome ->
        [already_subscribed] Naslov { $email } je že prijavljen, zato ni treba storiti ničesar.
       *[not_subscribed] Naslova { $email } ni na seznamu. Morda e-novice prihajajo na kak drug vaš naslov?
    }
information-newsletter-refused = Oprostite, z naslovom { $email } ni uspelo.
information-account-delete = Boste račun izbrisali sami ali naj to stori sodelavec?
    .self = Uredim sam(a)
    .self-also = sam, sama
    .person = Naj uredi sodelavec
    .person-also = sodelavec, človek, vi
    .short = boste račun izbrisali sami ali naj to stori sodelavec?
handover-account-delete = Sodelavec preveri, da je račun vaš, in ga zapre. Odgovor dobite tukaj do { $due }.

### Flow: complaint

complaint-sorry = { $mood ->
        [angry] { $named ->
            [no] Žal mi je
           *[yes] { $name }, žal mi je
        }. To se vam ne bi smelo zgoditi.
       *[other] { $named ->
            [no] Žal mi je
           *[yes] { $name }, žal mi je
        }, da smo vas razočarali. Hvala, da ste nam to odkrito povedali.
    }
complaint-nested = To jemljem resno. Če želite, vam naprej pomaga človek.
complaint-what = { $mood ->
        [angry] Kaj se je zgodilo? Če bi raje povedali človeku, samo recite.
       *[other] Kaj se je zgodilo? Povejte mi vse, lahko na dolgo.
    }
    .person = Pokličite človeka
    .short = kaj se je zgodilo?
    .title = Kaj se je zgodilo
complaint-wish = { $mood ->
        [angry] Kako naj to popravimo?
       *[other] Hvala, razumem, da vas je to razjezilo. Kako naj popravimo? Izberite ali napišite s svojimi besedami.
    }
    .matter = Uredite naročilo
    .matter-also = moje naročilo, rešite težavo, popravite
    .voucher = Bon za nakup
    .voucher-also = bon, dobropis, odškodnina, kupon, popust
    .heard = Samo sporočite
    .heard-also = samo povedati sem želela, samo povedati sem želel, nič več
    .person = Pokličite človeka
    .person-also = človek, operater, svetovalec
    .short = kako naj to popravimo?
    .title = Vaša želja
complaint-matter = Za kaj gre? Takoj pogledava.
    .person = Pokličite človeka
    .person-also = človek, operater, svetovalec, drugo
    .short = za kaj gre?
complaint-order = Bon je vezan na naročilo, da ga dobi prava oseba. Gre za katero od naročil?
    .order = Da, za naročilo
    .order-also = da, imam naročilo
    .none = Ni naročila
    .none-also = ne, brez naročila, preskoči
    .short = gre za katero od naročil?
complaint-no-order = Brez naročila bona sama ne morem izdati. O tem odloča sodelavec.
complaint-offer = V opravičilo vam lahko dam bon za { $value } za naslednji nakup (naročilo { $number }). Bi bilo to v redu?
    .take = Da, sprejmem
    .take-also = da, v redu, hvala, dobro
    .person = Pokličite človeka
    .person-also = ne, premalo, človek, operater
    .short = bi bil bon za { $value } v redu?
complaint-voucher = Vaš bon: { $code }, vreden { $value }{ $dated ->
        [yes] {" "}(velja do { $until })
       *[no] {""}
    }. Kodo vpišite ob zaključku nakupa. Še enkrat, žal mi je.
complaint-refused = { $why ->
        [limit] Oprostite: v { $days ->
            [one] zadnjem { $days } dnevu
            [two] zadnjih { $days } dneh
           *[other] zadnjih { $days } dneh
        } ste bon že prejeli in drugega ne smem izdati. Kaj še lahko storimo, odloča sodelavec.
       *[other] Oprostite, bona trenutno ni mogoče ustvariti.
    }
complaint-heard = Naša ekipa ima zdaj vse, od besede do besede, kot ste napisali. Hvala za odkritost.
handover-complaint = { $mood ->
        [angry] { $named ->
            [no] Vse ima
           *[yes] { $name }, vse ima
        } zdaj sodelavec, odgovor dobite tukaj do { $due }. Ponavljati vam ni treba ničesar.
       *[other] { $named ->
            [no] To predajam
           *[yes] { $name }, to predajam
        } sodelavcu, ki lahko odloči več kot jaz. Pred seboj ima vse, kar ste napisali; odgovor dobite tukaj do { $due }.
    }

### Flow: callback

callback-when = { $state ->
        [open] Kdaj naj vas pokličemo? Danes smo dosegljivi: { $span }.
        [closed] Kdaj naj vas pokličemo? Zdaj imamo zaprto; spet smo dosegljivi: { $opens }.
       *[always] Kdaj naj vas pokličemo?
    }
    .soon = Čim prej
    .soon-also = takoj, takoj zdaj
    .morning = Jutri dopoldne
    .afternoon = Jutri popoldne
    .next-morning = Delavnik dopoldne
    .next-afternoon = Delavnik popoldne
    .short = kdaj naj vas pokličemo?
    .title = Čas klica
callback-phone = Na katero številko naj pokličemo? Če je tuja, prosim s kodo države.
    .short = na katero številko naj pokličemo?
    .title = Telefon
callback-topic = Za kaj gre? Potem pokliče pravi sodelavec.
    .order = Za naročilo
    .order-also = naročilo, moje naročilo
    .product = Za izdelek
    .product-also = izdelek, nasvet
    .other = Nič od tega
    .other-also = drugo, preskoči
    .short = za kaj gre pri klicu?
    .title = Tema
callback-confirm = Klic na { $phone }, { $when ->
        [soon] čim prej
        [morning] { $day }, dopoldne
        [afternoon] { $day }, popoldne
       *[other] čas: »{ $when }«
    }{ $topic ->
        [known] {""}
        [order] , glede naročila
        [product] , glede izdelka
        [other] {""}
       *[else] , tema: { $topic }
    }. Je tako prav?
callback-promise = { $named ->
        [no] Sodelavec
       *[yes] { $name }, sodelavec
    } vas pokliče na { $phone } { $part ->
        [morning] dopoldne
       *[afternoon] popoldne
    }, najkasneje do { $due }.
callback-promise-soon = { $named ->
        [no] Sodelavec
       *[yes] { $name }, sodelavec
    } vas pokliče na { $phone } do { $due }.
callback-promise-time = { $named ->
        [no] Čas sem zapisala
       *[yes] { $name }, čas sem zapisala
    }: »{ $when }«. Do { $due } vas sodelavec pokliče na { $phone } ali se z vami tukaj dogovori za čas.
handover-callback = Sodelavec ima vse, kar ste tukaj napisali, zato vam ne bo treba ponavljati.

### Flow: closing

closing-solved = { $named ->
        [no] Sodelavec meni, da je zadeva urejena. Je s tem za vas rešeno?
       *[yes] { $name }, sodelavec meni, da je zadeva urejena. Je s tem za vas rešeno?
    }
    .short = je s tem za vas rešeno?
    .yes = Da, rešeno
    .yes-also = rešeno, vse v redu, odlično, to je vse, deluje, ja …, da …, ni problema …, ni težav …, ni več …
    .no = Še ne
    .no-also = ni rešeno, še vedno težava, ne …, ni …, nisem …, še vedno …, še ne …, še zmeraj …
closing-sorry = Žal mi je, da še ni urejeno.
closing-rate = { $named ->
        [no] Hvala!
       *[yes] Hvala, { $name }!
    } Kako smo vam pomagali, od 1 (slabo) do 5 (odlično)? En dotik zadošča.
    .short = kako smo vam pomagali, od 1 (slabo) do 5 (odlično)?
    .r1 = 1 – slabo
    .r1-also = grozno, zelo slabo
    .r2 = 2 – ne najbolje
    .r2-also = bolj slabo
    .r3 = 3 – srednje
    .r3-also = povprečno, tako tako
    .r4 = 4 – dobro
    .r4-also = dobro ste pomagali
    .r5 = 5 – odlično
    .r5-also = super, izvrstno, perfektno
closing-comment = { $rating ->
        [low] Oprostite, da ni bilo bolje, in hvala za odkritost. Kaj naj naredimo drugače? En stavek je dovolj.
       *[high] Hvala! Bi radi dodali kakšen stavek? Sodelavci ga preberejo.
    }
    .short = bi radi dodali kakšen stavek?
    .skip = Ne, hvala
    .skip-also = preskoči, nič, ne
closing-thanks = { $named ->
        [no] Hvala, da ste nam pisali.
       *[yes] Hvala, { $name }.
    } Lep dan!
closing-coupon = Hvala za vaše mnenje! Tukaj je majhen bon: { $code }, vreden { $value }{ $dated ->
        [yes] {" "}(velja do { $until })
       *[no] {""}
    }. Kodo vpišite ob zaključku nakupa.

### Flow: human

human-about = Seveda, predajam. Na kratko, za kaj gre? Potem vas nihče ne sprašuje znova.
    .skip = Samo človeka
    .skip-also = preskoči, ni pomembno, človeka
    .short = na kratko, za kaj gre?
    .title = Za kaj gre
handover-asked = { $mood ->
        [angry] Prevzame sodelavec in ima vse, kar ste napisali. Odgovor dobite tukaj do { $due }.
       *[other] { $named ->
            [no] Predajam vas
           *[yes] { $name }, predajam vas
        } sodelavcu skupaj z vsem, kar ste napisali, zato vam ne bo treba ponavljati. Odgovor dobite tukaj do { $due }.
    }

### Flow: small_talk

small-talk-other = Z veseljem. Povejte mi s svojimi besedami, za kaj gre.
greeting = { $mood ->
        [calm] Pozdravljeni{ $named ->
            [no] {""}
           *[yes] , { $name }
        }! { $again ->
            [yes] Lepo, da ste spet tu.
           *[no] Sem klepetalni robot trgovine { $shop }. Česar ne znam jaz, znajo moji sodelavci.
        } Kako vam lahko pomagam?
       *[other] Pozdravljeni{ $named ->
            [no] {""}
           *[yes] , { $name }
        }. Sem klepetalni robot trgovine { $shop }; kadarkoli lahko prevzame sodelavec. Za kaj gre?
    }
    .other = Nič od tega
    .short = kako vam lahko pomagam?
greeting-nested = Pozdravljeni{ $named ->
        [no] {""}
       *[yes] , { $name }
    }!
thanks = { $mood ->
        [calm] Ni za kaj{ $named ->
            [no] {""}
           *[yes] , { $name }
        }! Če boste še kaj potrebovali, kar pišite.
       *[other] Ni za kaj. Če boste še kaj potrebovali, kar pišite.
    }
thanks-nested = Ni za kaj.
goodbye = { $mood ->
        [calm] Nasvidenje{ $named ->
            [no] {""}
           *[yes] , { $name }
        }, in lep dan!
       *[other] Nasvidenje. Sem lahko pišete kadarkoli.
    }
goodbye-nested = Nasvidenje! Kar sva začela, vas počaka tukaj.
praise = { $tone ->
        [friendly] Kako lepo, hvala{ $named ->
            [no] {""}
           *[yes] , { $name }
        }! 😊
       *[formal] Hvala{ $named ->
            [no] {""}
           *[yes] , { $name }
        }, to nas zelo veseli.
    }
help = Povem vam lahko, kje je naročilo, ga spremenim ali prekličem, uredim vračilo ali zamenjavo, pomagam pri izbiri ter povem, kaj je na zalogi in koliko stane. Za vse drugo so tu sodelavci. Kaj potrebujete?
    .other = Nič od tega
    .short = kaj potrebujete?
help-nested = Odgovorite z gumbom, njegovo številko ali s svojimi besedami; »nazaj« vrne za korak, »prekini« pusti vse, kot je. Vmes lahko vprašate karkoli drugega.
are-you-a-bot = Da, robot sem, klepetalna pomočnica trgovine. Odgovarjam po podatkih trgovine same, in kadar česa ne vem, to povem. Za mano so ljudje in s človekom se lahko pogovorite kadarkoli.
out-of-scope = Žal se spoznam samo na zadeve te trgovine. S tem vam lahko pomagam:
    .other = Nič od tega
    .short = s čim vam lahko pomagam?
out-of-scope-nested = Žal se spoznam samo na zadeve te trgovine.
change-language = V katerem jeziku bova govorila?
    .en = English
    .en-also = english, англійська, английский, angleščina, angleško
    .ru = Русский
    .ru-also = russian, російська, ruščina, rusko
    .uk = Українська
    .uk-also = ukrainian, украинский, ukrajinščina, ukrajinsko
    .sl = Slovenščina
    .sl-also = slovenian, slovene, словенский, словенська, slovensko
    .short = v katerem jeziku bova govorila?
erase-data = Izbrišem lahko vse, kar ta klepet ve o vas: ime, kontakte, najin pogovor in kar se je iz njega ohranilo. Naročila in račune mora trgovina hraniti tako dolgo, kot zahteva davčni zakon. Izbrisanega ni mogoče vrniti. Naj izbrišem?
    .yes = Da, izbrišite
    .yes-also = da, zbrišite, izbrišite vse
    .no = Ne, pustite
    .no-also = ne, ni treba, naj ostane
    .short = naj izbrišem, kar ta klepet ve o vas?
erase-data-kept = V redu, nič ni izbrisano.
erase-data-done = Urejeno: ta klepet se vas ne spominja več. Naročila in računi ostanejo v trgovini, dokler to zahteva zakon. Če spet pišete, začneva na novo.
late-nothing = V redu. Če boste kaj potrebovali, kar pišite.

### Flow: link

link-where = { $channel ->
        [telegram] v Telegramu
        [whatsapp] v WhatsAppu
        [viber] v Viberju
        [webchat] na naši spletni strani
       *[other] v drugem kanalu
    }
link-code = { $named ->
        [no] To je vaša koda
       *[yes] { $name }, to je vaša koda
    }: { $code }
    Velja eno uro, do { $until }, in jo lahko uporabite enkrat. { $doors ->
        [0] Pošljite nam jo kot sporočilo v drugem kanalu
       *[other] Odprite eno od spodnjih povezav ali pa nam kodo pošljite kot sporočilo v drugem kanalu
    } in tam nadaljujeva, kjer sva ostala. Prosim, obdržite jo zase: kdor jo pošlje, vidi to, kar smete videti vi.
link-door = { $channel ->
        [telegram] V Telegramu
        [whatsapp] V WhatsAppu
        [viber] V Viberju
       *[other] V drugem kanalu
    }: { $url }
link-joined = { $named ->
        [no] Urejeno:
       *[yes] Urejeno, { $name }:
    } ta klepet in vaš klepet { link-where } sta zdaj povezana, in kar ste potrdili tam, vam tukaj ni treba potrjevati znova. Če ju želite spet ločiti, napišite /unlink.
link-notice = Z vašo kodo je bil s tem klepetom pravkar povezan še en klepet, { link-where }. Če to niste bili vi, takoj napišite tukaj /unlink; tisti klepet potem izgubi vse, kar je dobil od tega.
link-own = Ta koda je nastala prav tukaj, v tem klepetu. Prosim, pošljite jo v kanalu, kjer želite nadaljevati.
link-already = Ta klepet in vaš klepet { link-where } sta že povezana, nič več ni treba storiti. Če ju želite ločiti, napišite /unlink.
link-wrong = Te kode ne morem uporabiti. Prosim, primerjajte jo s tisto, ki ste jo dobili, ali pa si pridobite novo: napišite /link v klepetu, iz katerega želite nadaljevati, ali vprašajte v trgovini.
link-closed = Bilo je preveč kod, ki se niso ujemale. Zaradi varnosti kupcev kode spet sprejemam ob { $until }.
link-order = Hvala, koda se ujema. Gre za naročilo { $number }.
unlink-done = { $named ->
        [no] Urejeno:
       *[yes] Urejeno, { $name }:
    } ta klepet spet stoji zase. Kar je dobil od vaših drugih klepetov, je od tukaj odstranjeno, in kar so dobili od njega, je odstranjeno od tam.
unlink-alone = Ta klepet ni povezan z nobenim drugim. Če ga želite povezati, napišite /link.

### Flow: order_status

order-status-head = { $count ->
        [1] Naročilo { $number }
       *[other] Paket { $nth } od { $count } ({ $items })
    }
order-status-when = { $when ->
        [eta] {" "}Predvidena dostava: { $eta }.
        [promised] {" "}Dostavna služba dneva še ni sporočila; obljubljeni dan: { $promised }.
        [told] {""}
       *[unknown] {" "}Dostavna služba dneva ni sporočila.
    }
order-status-scan = { $scan ->
        [seen] Zadnji zapis: { $seen }{ $placed ->
            [no] {""}
           *[yes] , { $place }
        } ({ $age ->
            [0] danes
            [1] včeraj
            [two] pred { $age } dnevoma
           *[other] pred { $age } dnevi
        }).
       *[none] Dostavna služba ga še ni zabeležila.
    }
order-status-track = { $tracked ->
        [link] Sledenje { $track }: { $url }
        [url] Sledenje: { $url }
        [number] Številka za sledenje: { $track }
       *[none] {""}
    }
order-status-sorry-late = { $named ->
        [no] Opravičujem se vam
       *[yes] { $name }, opravičujem se vam
    }: { $passed ->
        [yes] naročilo { $number } zamuja. Obljubili smo ga { $promised }{ $when ->
            [eta] . Novi datum dostavne službe: { $eta }.
           *[other] , novega datuma pa dostavna služba ne sporoča.
        }
       *[no] naročilo { $number } pride pozneje, kot smo obljubili: { $eta } namesto { $promised }.
    }
order-status-sorry-lost = { $named ->
        [no] Opravičujem se vam
       *[yes] { $name }, opravičujem se vam
    }: { $carrier } sporoča, da se je paket iz naročila { $number } izgubil.
order-status-sorry-returned = { $named ->
        [no] Opravičujem se vam
       *[yes] { $name }, opravičujem se vam
    }: paket iz naročila { $number } ni prišel do vas in se je vrnil k nam.
order-status-sorry-silent = { $named ->
        [no] Opravičujem se vam
       *[yes] { $name }, opravičujem se vam
    }: { $carrier } o naročilu { $number } ne sporoča ničesar že { $age ->
        [one] { $age } dan
        [two] { $age } dneva
        [few] { $age } dni
       *[other] { $age } dni
    }. To je predolgo.
order-status-sorry-attempted = { $named ->
        [no] Žal mi je
       *[yes] { $name }, žal mi je
    }, da sta se s kurirjem pri naročilu { $number } zgrešila. Oprostite za nevšečnost.
order-status-on-time = { $named ->
        [no] Preverila sem
       *[yes] { $name }, preverila sem
    }: z naročilom { $number } gre vse po načrtu. Obljubljeno je { $promised }, zato še ne zamuja.
order-status-parcel-labelled =
    { order-status-head }: zapakirano, čaka na prevzem dostavne službe { $carrier }.{ order-status-when }
    { order-status-track }
order-status-parcel-on-the-way =
    { order-status-head }: na poti, dostavlja { $carrier }.{ order-status-when }
    { order-status-scan }
    { order-status-track }
order-status-parcel-out-for-delivery =
    { order-status-head }: pri kurirju ({ $carrier }), že na poti do vas.{ order-status-when }
    { order-status-scan }
    { order-status-track }
order-status-parcel-at-pickup =
    { order-status-head }: lahko prevzamete{ $point ->
        [no] {""}
       *[yes] , { $pickup }
    }. { $kept ->
        [yes] Čaka vas do { $until }.
        [over] Rok za prevzem je bil do { $until } in je že potekel.
       *[no] Do kdaj čaka, ne vem; prosim, preverite pri dostavni službi ({ $carrier }).
    }
    { order-status-track }
order-status-parcel-attempted =
    { order-status-head }: kurir ({ $carrier }) je prišel in ni dobil nikogar.{ order-status-when } Za drug čas ali kraj se lahko dogovorite z dostavno službo.
    { order-status-scan }
    { order-status-track }
order-status-parcel-delivered =
    { order-status-head }: dostavljeno{ $dated ->
        [no] , dan mi ni znan
       *[yes] {" "}{ $delivered }
    }{ $point ->
        [no] {""}
       *[yes] , { $pickup }
    }. Dostava: { $carrier }.
    { order-status-track }
order-status-parcel-lost =
    { order-status-head }: { $carrier } pošiljko vodi kot izgubljeno.
    { order-status-scan }
    { order-status-track }
order-status-parcel-returned =
    { order-status-head }: pošiljka je vrnjena k nam ({ $carrier }).
    { order-status-scan }
    { order-status-track }
order-status-rest =
    Še pri nas, neodposlano: { $items }
    { $dated ->
        [no] Dan dostave še ni znan.
       *[yes] Obljubljeno { $promised }.
    }
order-status-cash = Plačate kurirju ob prevzemu: { $amount }.
order-status-promise-carrier = Sodelavec pri dostavni službi { $carrier } preveri, kje je paket iz naročila { $number }, in vam tukaj piše do { $due }.
order-status-promise-lost = Sodelavec uredi zadevo z dostavno službo { $carrier } in vas tukaj do { $due } vpraša, ali naročilo { $number } pošljemo znova ali vrnemo denar.
order-status-promise-returned = Sodelavec ugotovi, zakaj se je paket iz naročila { $number } vrnil, in vas tukaj do { $due } vpraša, ali ga pošljemo še enkrat ali vrnemo denar.
order-status-promise-packing = Sodelavec v skladišču preveri, kdaj gre naročilo { $number } na pot, in vam tukaj do { $due } sporoči novi dan.
order-status-late-packing = { $named ->
        [no] Opravičujem se vam
       *[yes] { $name }, opravičujem se vam
    }: naročilo { $number } smo obljubili { $promised }, a še ni zapustilo skladišča. Novega dneva še ne poznam.
order-status-packing = Naročilo { $number } { $state ->
        [packing] pravkar pakiramo
       *[other] je sprejeto in čaka na pakiranje
    }; odposlano še ni. { $dated ->
        [no] Dan dostave še ni znan.
       *[yes] Dostava je obljubljena { $promised }.
    }
order-status-unpaid = Naročilo { $number } še ni odposlano, ker plačila še nismo prejeli. Odprto je { $amount }; takoj ko bo plačano, gre v pakiranje.
order-status-failed = { $named ->
        [no] Opravičujem se vam
       *[yes] { $name }, opravičujem se vam
    }: plačilo naročila { $number } ni uspelo, zato še ni odposlano. Odprto je { $amount }; ko bo plačano, gre v pakiranje.
order-status-untracked = Naročilo { $number } { $state ->
        [delivered] je dostavljeno.
        [partly_shipped] je delno odposlano, preostalo je še pri nas.
       *[other] je odposlano.
    } Podatkov za sledenje nimam, zato dneva dostave ne vidim.
order-status-cancelled = Naročilo { $number } je preklicano, zato ni nič na poti. { $money ->
        [back] Vrnili smo vam { $refunded }.
        [part] Doslej smo vam vrnili { $refunded } od { $paid }.
        [coming] Vrniti vam moramo še { $paid }; navadno to traja do { $days ->
            [one] { $days } delovni dan
            [two] { $days } delovna dneva
            [few] { $days } delovne dni
           *[other] { $days } delovnih dni
        }.
       *[none] Nič vam ni bilo zaračunano.
    }
order-status-returned = Naročilo { $number } se je kot vračilo vrnilo k nam. Lahko vam pokažem, kje je vaš denar.

### Flow: order_confirmation

order-confirmation-placed = { $named ->
        [no] Da
       *[yes] { $name }, da
    }, naročilo { $number } imamo, oddano je bilo { $placed }. { $payment ->
        [paid] Plačano je: { $paid }.
        [authorised] Banka je rezervirala { $due }; denar vzame šele, ko naročilo odpošljemo.
        [on_delivery] Plačate kurirju ob prevzemu: { $due }.
        [unpaid] Plačano še ni, odprto je { $due }.
        [partly_refunded] Bilo je plačano, del denarja smo že vrnili.
        [refunded] Bilo je plačano, denar smo vrnili.
       *[other] Ali je plačilo prispelo, še ne vidim.
    }
order-confirmation-failed = { $named ->
        [no] Opravičujem se vam
       *[yes] { $name }, opravičujem se vam
    }: naročilo { $number }, oddano { $placed }, imamo, plačilo { $amount } pa ni uspelo.
order-confirmation-cancelled = Naročilo { $number } je bilo oddano { $placed } in je zdaj preklicano.{ $back ->
        [no] {""}
       *[yes] {" "}Vrnili smo vam { $refunded }.
    }
order-confirmation-content =
    V naročilu:
    { $items }
    Dostava: { $free ->
        [yes] brezplačna
       *[no] { $shipping }
    }{ $reduced ->
        [no] {""}
        [coupon] . Popust s kodo { $coupon }: −{ $discount }
       *[yes] . Popust: −{ $discount }
    }
    Skupaj z DDV: { $total }. Plačilo: { $method }.
order-confirmation-pay = Naročilo hranimo za vas; v pakiranje gre, ko prispe { $amount }.{ $linked ->
        [no] {""}
       *[yes] {" "}Plačate lahko tukaj: { $url }
    }
order-confirmation-next = { $state ->
        [here] Zdaj sledita pakiranje in odprema{ $dated ->
            [no] ; dan dostave še ni znan.
           *[yes] . Dostava je obljubljena { $promised }.
        }
        [partly_shipped] Del je že na poti, preostalo sledi{ $dated ->
            [no] ; dan še ni znan.
           *[yes] . Dostava je obljubljena { $promised }.
        }
        [shipped] Že je na poti k vam{ $dated ->
            [no] .
           *[yes] ; dostava je obljubljena { $promised }.
        }
        [returned] Vrnilo se je k nam kot vračilo.
       *[delivered] Že je dostavljeno.
    }
order-confirmation-mail = Potrditev gre na { $email } in včasih zaide med neželeno pošto. Ste jo prejeli?
    .short = ste prejeli potrditveno sporočilo?
    .yes = Da, imam jo
    .no = Ne, ni prišla
order-confirmation-mail-sorry = Oprostite za to. Z naročilom je vse v redu, le sporočilo ni prišlo do vas.
order-confirmation-address = Je { $email } vaš naslov?
    .short = je { $email } vaš naslov?
    .yes = Da, moj je
    .no = Ne, napačen je
order-confirmation-email = Na kateri e-naslov naj jo pošljemo?
    .short = na kateri e-naslov naj pošljemo potrditev?
order-confirmation-promise = Sodelavec pošlje potrditev naročila { $number } na { $email } do { $due }.

### Flow: payment_problem

payment-problem-sorry = { $mood ->
        [calm] { $named ->
            [no] Žal mi je
           *[yes] { $name }, žal mi je
        }, da imate težave s plačilom. Poglejva, kaj je.
       *[other] { $named ->
            [no] Oprostite
           *[yes] { $name }, oprostite
        } za težave s plačilom.
    }
payment-problem-failed = Naročilo { $number }: { $reason ->
        [declined] banka je plačilo zavrnila
        [expired_card] kartica je potekla
        [insufficient_funds] po podatkih banke na računu ni bilo dovolj denarja
        [timeout] banka ni odgovorila pravočasno
       *[unknown] plačilo ni uspelo, razloga banka ni sporočila
    }. { $charged ->
        [no] Nič vam ni bilo zaračunano.
        [part] K nam je prispelo { $paid }.
       *[unknown] K nam denar ni prispel; ali ga banka zadržuje, od tu ne vidim.
    } Naročilo hranimo za vas, odprto je { $amount }.
payment-problem-unpaid = Naročilo { $number } imamo, plačano pa še ni: odprto je { $amount }. Denarja še nismo prejeli.
payment-problem-way = Kaj želite storiti?
    .short = kaj želite storiti glede plačila?
    .pay = Plačam zdaj
    .pay-also = plačaj, plačam, povezava, kako plačam
    .again = Plačam še enkrat
    .again-also = poskusim znova, ponovi, plačaj, povezava
    .other = Plačam drugače
    .other-also = druga kartica, z drugo kartico, drug način, paypal
    .bank = Zakaj ni uspelo?
    .bank-also = banka, razlog, zakaj
    .paid = Je že plačano
    .paid-also = že plačano, plačal sem, plačala sem, plačano
    .charged = Račun je bremenjen
    .charged-also = bremenilo, denar je šel z računa, dvakrat zaračunano, dvojna bremenitev
payment-problem-bank = { $reason ->
        [declined] Banka nam sporoči le »zavrnjeno«. Pogosto gre za omejitev spletnih plačil ali za potrditev v bančni aplikaciji; banka to uredi v minuti.
        [expired_card] Rok kartice je mimo. Z novo kartico bo šlo.
        [insufficient_funds] Na računu ali v limitu kartice takrat ni bilo { $amount }. Po nakazilu ali z drugo kartico bo šlo.
        [timeout] Povezava z banko se je prekinila, vi niste nič krivi. Če banka kaže rezervacijo, počakajte, da jo sprosti, in šele nato plačajte znova.
       *[unknown] Banka nam razloga ni sporočila, sama pa ga vidi. Pogosto gre za omejitev spletnih plačil.
    }
payment-problem-other = { $linked ->
        [yes] Na plačilni strani lahko izberete drugo kartico ali drug način plačila.
       *[no] V redu je tudi druga kartica ali drug način plačila.
    }
payment-problem-link = Tukaj lahko plačate { $amount }: { $url }
payment-problem-promise-link = Sodelavec vam sem do { $due } pošlje, kako plačati { $amount } za naročilo { $number }.
payment-problem-cancelled = Naročilo { $number } je preklicano, plačati ni treba ničesar. { $state ->
        [back] Vrnili smo vam { $refunded }.
        [part] Doslej smo vam vrnili { $refunded } od { $paid }.
        [coming] Vrniti vam moramo še { $paid }; navadno to traja do { $days ->
            [one] { $days } delovni dan
            [two] { $days } delovna dneva
            [few] { $days } delovne dni
           *[other] { $days } delovnih dni
        }.
       *[none] Denarja zanj nismo prejeli.
    }
payment-problem-unknown = Plačila za naročilo { $number } pri nas še ne vidim. Prosim, za zdaj ne plačujte še enkrat.
payment-problem-promise-unknown = Sodelavec preveri plačilo naročila { $number } v našem računovodstvu in vam tukaj piše do { $due }.
payment-problem-fine = { $payment ->
        [paid] Preverila sem: naročilo { $number } je plačano, { $paid } je pri nas. Plačati ni treba ničesar več.
        [authorised] Preverila sem: za naročilo { $number } je banka rezervirala { $due }. Denar vzame šele ob odpremi, do takrat je plačilo lahko videti nedokončano. Storiti vam ni treba ničesar.
        [on_delivery] Preverila sem: naročilo { $number } plačate kurirju ob prevzemu, { $due }. Na spletu ni treba plačati ničesar.
        [partly_refunded] Preverila sem: naročilo { $number } je plačano, od tega smo vam vrnili { $refunded }.
       *[refunded] Preverila sem: denar za naročilo { $number } smo vam vrnili, { $refunded }.
    }
payment-problem-seen = Kaj pa vidite vi?
    .short = kaj vidite vi?
    .error = Sporočilo o napaki
    .error-also = napaka, ni uspelo, zavrnjeno
    .twice = Dvakrat zaračunano
    .twice-also = dvojna bremenitev, dvakrat, dve plačili
    .unpaid = Piše: neplačano
    .unpaid-also = neplačano, ni plačano, opomin, odprto
payment-problem-error = To sporočilo je od poskusa, ki ni uspel. Šteje, kar vidim tukaj: za naročilo { $number } zdaj ni treba doplačati ničesar.
payment-problem-twice = Denar, ki je odveč, se mora vrniti. Da ga sodelavec primerja z našimi podatki, potrebujem dvoje.
payment-problem-charges = Kateri zneski so bili zaračunani in katere dni? Prosim, napišite tako, kot je na izpisku.
    .short = kateri zneski so bili zaračunani in katere dni?
payment-problem-statement = Pomagala bi slika izpiska z obema vrsticama. Vse drugo na njej lahko zakrijete.
    .short = imate sliko izpiska?
    .none = Slike nimam
    .none-also = ne, brez slike, preskoči, nimam
payment-problem-where = Kje vidite, da ni plačano? V svojem računu, v e-sporočilu, drugje?
    .short = kje vidite, da ni plačano?
payment-problem-promise-shown = Sodelavec popravi prikaz pri naročilu { $number } in vam to tukaj potrdi do { $due }. Prosim, ne plačujte ničesar več.

### Flow: delivery_damaged

delivery-damaged-sorry = { $mood ->
        [calm] { $named ->
            [no] Zelo mi je žal
           *[yes] { $name }, zelo mi je žal
        }, da je prispelo poškodovano. To se ne bi smelo zgoditi; vas ne stane nič.
       *[other] { $named ->
            [no] Oprostite
           *[yes] { $name }, oprostite
        }, da je prispelo poškodovano. Vas ne stane nič.
    }
delivery-damaged-arrived = Kolikor vidim, naročilo { $number } še ni dostavljeno. Ga že imate?
    .short = paket že imate?
    .yes = Da, imam ga
    .no = Ne, še ne
delivery-damaged-cancelled = Naročilo { $number } je preklicano, zato poškodbe zanj ne morem prijaviti. Morda gre za drugo naročilo; lahko pogleda tudi človek.
delivery-damaged-waiting = Potem prosim počakajte, da naročilo { $number } pride. Če je škatla poškodovana, naj kurir to zabeleži ali pa jo zavrnite in mi pišite.
delivery-damaged-item = Kateri izdelek je poškodovan?
    .short = kateri izdelek je poškodovan?
    .title = Izdelek
delivery-damaged-already = Za ta izdelek ({ $item }) je primer že odprt{ $numbered ->
        [no] {""}
       *[yes] , številka { $case }
    }. Prijaviti ga ni treba še enkrat.
delivery-damaged-pieces = { $item }: v naročilu jih je { $count }. Koliko jih je poškodovanih?
    .short = koliko jih je poškodovanih?
    .title = Koliko kosov
delivery-damaged-photo = { $item }: prosim, pošljite fotografijo poškodbe in škatle, če jo še imate.
    .short = imate fotografijo poškodbe?
    .none = Fotografije nimam
    .none-also = ne, brez fotografije, brez slike, nimam slike, preskoči
    .title = Fotografija
delivery-damaged-what = Gre tudi brez fotografije. Kaj je poškodovano? En stavek zadošča.
    .short = kaj je poškodovano?
    .title = Kaj je poškodovano
delivery-damaged-wish = { $item }: kaj bi vam bolj ustrezalo?
    .short = nov izdelek ali vračilo denarja?
    .replacement = Pošljite mi novega
    .replacement-also = nov, nov izdelek, zamenjava, zamenjajte
    .refund = Vrnite mi denar
    .refund-also = denar, vračilo denarja, vračilo
    .title = Vaša želja
delivery-damaged-out = { $state ->
        [out] { $item }: trenutno ni na zalogi{ $dated ->
            [no] , kdaj bo spet, pa ni znano.
           *[yes] , spet bo { $restock }.
        }
       *[other] { $item }: ne izdelujejo ga več, zato enakega ne morem ponuditi.
    } Kaj bi vam bolj ustrezalo?
    .short = kaj bi vam bolj ustrezalo?
    .wait = Počakam na novega
    .wait-also = čakam, počakam, zamenjava
    .refund = Vrnite mi denar
    .refund-also = denar, vračilo denarja, vračilo
    .person = Nekaj podobnega
    .person-also = podoben, drug model, nadomestek
delivery-damaged-person = { $item }: da bo rešitev res prava, tu odloči človek. Še enkrat vam ni treba pošiljati ničesar.
delivery-damaged-summary =
    Je tako prav?
    Naročilo { $number }: { $item }, { $pieces ->
        [one] { $pieces } kos
        [two] { $pieces } kosa
        [few] { $pieces } kosi
       *[other] { $pieces } kosov
    }
    Poškodba: { $described ->
        [yes] { $what }
       *[no] { $pictures ->
            [one] { $pictures } fotografija
            [two] { $pictures } fotografiji
            [few] { $pictures } fotografije
           *[other] { $pictures } fotografij
        }
    }
    Želite: { $wish ->
        [replacement] nov izdelek
       *[refund] vračilo denarja
    }
delivery-damaged-refused = { $reason ->
        [window_over] { $item }: od dostave je minilo več kot { $days ->
            [one] { $days } dan
            [two] { $days } dneva
            [few] { $days } dni
           *[other] { $days } dni
        }, zato prijave ne morem urediti sama. Sodelavec lahko, nič ni izgubljeno.
        [not_delivered] { $item }: po naših podatkih še ni dostavljeno, zato prijave ne morem urediti sama. Sodelavec lahko.
        [already_returned] { $item }: vračilo je že prijavljeno, drugič ne gre. Sodelavec pogleda obe prijavi.
       *[other] Sistem mi tega ne dovoli urediti. Sodelavec lahko to naredi ročno.
    }
delivery-damaged-done =
    Urejeno, številka primera je { $case }. { $labelled ->
        [yes] Tukaj je nalepka za vračilo, pošiljanje plačamo mi: { $url }
       *[no] Pošiljanje je za vas brezplačno.
    } Prosim, poškodovani izdelek zapakirajte, kot je, in ga oddajte dostavni službi{ $dated ->
        [no] .
       *[yes] {" "}do { $until }.
    }{ $wish ->
        [refund] {" "}Denar{ $known ->
            [yes] {" "}({ $amount })
           *[no] {""}
        } dobite najpozneje { $days ->
            [one] { $days } delovni dan
            [two] { $days } delovna dneva
            [few] { $days } delovne dni
           *[other] { $days } delovnih dni
        } po tem, ko paket prispe k nam.
       *[replacement] {""}
    }
delivery-damaged-promise = Sodelavec uredi pošiljanje novega izdelka ({ $item }, primer { $case }) in vam tukaj do { $due } sporoči dan dostave.

### Flow: delivery_missing

delivery-missing-sorry = { $mood ->
        [calm] { $named ->
            [no] Žal mi je
           *[yes] { $name }, žal mi je
        }, da pri dostavi ni šlo vse, kot bi moralo. Poglejva, kaj se je zgodilo.
       *[other] { $named ->
            [no] Oprostite
           *[yes] { $name }, oprostite
        }, da pri dostavi ni šlo vse, kot bi moralo.
    }
delivery-missing-cancelled = Naročilo { $number } je preklicano, zato ni bilo kaj dostaviti. Če ste zanj plačali, vam lahko pokažem, kje je denar.
delivery-missing-what = Kaj se je zgodilo z naročilom { $number }?
    .short = kaj se je zgodilo z naročilom?
    .nothing = Nič ni prišlo
    .nothing-also = nisem prejel, nisem prejela, paketa ni, ni prispelo
    .incomplete = Nekaj manjka
    .incomplete-also = manjka, nepopolno, ni vsega, manjkajoč izdelek
    .wrong = Prišlo je napačno
    .wrong-also = napačen izdelek, drug izdelek, nekaj drugega, zamenjali ste
delivery-missing-parcel = Naročilo ima več paketov. Za katerega gre?
    .short = za kateri paket gre?
delivery-missing-checked = { $carrier }: paket je zabeležen kot dostavljen{ $dated ->
        [no] {""}
       *[yes] {" "}{ $delivered }
    }{ $placed ->
        [no] {""}
       *[yes] , { $place }
    }. Včasih ga prevzame sosed ali kdo od domačih, čaka v paketniku ali leži pred vrati. Ste že pogledali?
    .short = ste že vprašali sosede in pogledali v paketnik?
    .yes = Pogledano, ni ga
    .yes-also = da, preverjeno, vprašali smo vse, iskal povsod ga ni, iskala povsod ga ni, pogledal nikjer, pogledala nikjer
    .no = Še ne
    .found = Našel se je
    .found-also = našli, našla, tukaj je
delivery-missing-found = Veseli me, da se je našel.
delivery-missing-look = Prosim, najprej poglejte tam: večina paketov se tako najde. Če se ne, mi pišite številko { $number } in začnemo ga iskati.
delivery-missing-promise-carrier = { $known ->
        [yes] Sodelavec pri dostavni službi { $carrier } preveri, kje so pustili paket { $track } in kdo ga je prevzel, ter vam tukaj piše do { $due }.
       *[no] Sodelavec pri dostavni službi preveri, kje so pustili naročilo { $number }, ter vam tukaj piše do { $due }.
    } Če se ne najde, dobite nov izdelek ali denar.
delivery-missing-not-yet = Ni se izgubilo: naročilo { $number } { $state ->
        [unpaid] ni odposlano, ker še ni plačano.
        [unsent] še ni odposlano{ $dated ->
            [no] ; dan še ni znan.
           *[yes] . Dostava je obljubljena { $day }.
        }
        [pickup] že lahko prevzamete{ $point ->
            [no] .
           *[yes] : { $pickup }.
        }
       *[moving] je še na poti, dostavlja { $carrier }{ $dated ->
            [no] ; dan ni znan.
           *[yes] ; predvidoma { $day }.
        }
    }{ $linked ->
        [no] {""}
       *[yes] {" "}Sledenje: { $url }
    }
delivery-missing-item = Kateri izdelek manjka?
    .short = kateri izdelek manjka?
delivery-missing-instead-of = Kateri izdelek bi moral biti v škatli?
    .short = kateri izdelek bi moral biti v škatli?
delivery-missing-instead = { $item }: kaj pa je prišlo namesto tega?
    .short = kaj je prišlo namesto tega?
delivery-missing-photo = Pomagala bi fotografija tega, kar je prišlo.
    .short = imate fotografijo tega, kar je prišlo?
    .none = Fotografije nimam
    .none-also = ne, brez fotografije, brez slike, nimam slike, preskoči
delivery-missing-detail = { $item }: v naročilu jih je { $count }. Koliko jih je prišlo in ali manjka še kaj?
    .short = koliko kosov je prišlo?
delivery-missing-other-parcel = { $item }: ni se izgubilo, { $state ->
        [unpaid] le naročilo še ni plačano in zato ne odposlano.
        [unsent] le odposlano še ni{ $dated ->
            [no] ; dan še ni znan.
           *[yes] . Dostava je obljubljena { $day }.
        }
        [pickup] potuje v svojem paketu, ki ga že lahko prevzamete{ $point ->
            [no] .
           *[yes] : { $pickup }.
        }
       *[moving] potuje v drugem paketu, dostavlja { $carrier }{ $dated ->
            [no] ; dan ni znan.
           *[yes] ; predvidoma { $day }.
        }
    }{ $linked ->
        [no] {""}
       *[yes] {" "}Sledenje: { $url }
    }
delivery-missing-wish = Kaj bi vam bolj ustrezalo?
    .short = pošljemo izdelek ali vrnemo denar?
    .send = Pošljite izdelek
    .send-also = pošljite ga, pošljite pravega, pravi izdelek, zamenjava, manjkajoči
    .refund = Vrnite mi denar
    .refund-also = denar, vračilo denarja, vračilo
delivery-missing-promise = Zapisala sem k naročilu { $number }. Sodelavec { $wish ->
        [send] pošlje, kar vam pripada ({ $item }), in sporoči dan dostave
       *[refund] vrne denar ({ $item }) in to potrdi
    } tukaj do { $due }.{ $kind ->
        [wrong] {" "}Kar je prišlo, prosim za zdaj obdržite; pošiljanje nazaj je za vas brezplačno.
       *[missing] {""}
    }

### Flow: change_order

change-order-fee = Preklic ne stane nič, dokler naročilo ni odposlano. Pozneje lahko paket zavrnete ali ga vrnete v { $days ->
        [one] { $days } dnevu
        [two] { $days } dneh
        [few] { $days } dneh
       *[other] { $days } dneh
    } od dostave.
change-order-what = Kaj naj spremenim pri naročilu { $number }?
    .short = kaj naj spremenim pri naročilu { $number }?
    .items = Izdelke v naročilu
    .items-also = izdelki, izdelek, količina, barva, velikost, dodaj, odstrani
    .address = Naslov za dostavo
    .address-also = naslov, ulica, telefon, prevzemno mesto
    .cancel = Prekličem ga
    .cancel-also = preklic, prekliči, odpoved, storno
change-order-address = Na kateri naslov naj gre naročilo { $number }? Prosim, napišite ulico, poštno številko in kraj.
    .short = na kateri naslov naj gre naročilo?
    .title = Naslov
change-order-address-summary =
    Spremenim tako?
    Naročilo { $number }, novi naslov: { $address }
change-order-address-done = Urejeno: novi naslov naročila { $number }: { $address }.{ $dated ->
        [no] {""}
       *[yes] {" "}Dostava je bila obljubljena { $promised }; v oddaljen kraj lahko traja dlje.
    }
change-order-cancel-summary = Prekličem naročilo { $number } ({ $items }, { $total })? Ne stane nič, razveljaviti pa tega ni mogoče.
change-order-cancel-done = Naročilo { $number } je preklicano in vas ne stane nič. { $paid ->
        [yes] { $amount } se vrne po isti poti, kot ste plačali ({ $method }), { $dated ->
            [yes] najpozneje do { $until }.
           *[no] navadno to traja do { $days ->
                [one] { $days } delovni dan
                [two] { $days } delovna dneva
                [few] { $days } delovne dni
               *[other] { $days } delovnih dni
            }.
        }
       *[no] Nič vam ni bilo zaračunano.
    }
change-order-items =
    V naročilu je zdaj: { $items }
    Kaj naj bo drugače? Napišite s svojimi besedami.
    .short = kaj naj bo v naročilu drugače?
    .title = Sprememba
change-order-items-summary =
    Predam tako?
    Naročilo { $number }: { $change }
change-order-items-promise = Zapisala sem k naročilu { $number }. Sodelavec ga spremeni ali pove, kaj ni mogoče, tukaj do { $due }.
change-order-refused = Oprostite, sistem trgovine spremembe pri naročilu { $number } ni sprejel.
change-order-late-shipped = { $wish ->
        [cancel] Naročilo { $number } je že odposlano, zato ga ne morem več preklicati. Paket lahko ob dostavi zavrnete ali ga vrnete v { $days ->
            [one] { $days } dnevu
            [two] { $days } dneh
            [few] { $days } dneh
           *[other] { $days } dneh
        } od dostave.
        [address] Naročilo { $number } je že odposlano, zato naslova ne morem več spremeniti.{ $linked ->
            [no] {" "}Dostavno službo lahko prosite za preusmeritev ali pa paket zavrnete.
           *[yes] {" "}Za preusmeritev lahko prosite dostavno službo { $carrier }: { $url }
        }
       *[items] Naročilo { $number } je že odposlano, zato izdelkov v njem ne morem več spremeniti. Česar ne potrebujete, lahko vrnete v { $days ->
            [one] { $days } dnevu
            [two] { $days } dneh
            [few] { $days } dneh
           *[other] { $days } dneh
        } od dostave; kar manjka, hitro naročite posebej.
    }
change-order-late-partly-shipped = Del naročila { $number } je že na poti, zato ga sama ne morem spremeniti. Za tisto, kar je še pri nas, je morda še čas.
change-order-late-locked = Naročilo { $number } je tik pred odpremo in sama ga ne morem več spremeniti. Človek v skladišču ga morda še lahko.
change-order-late-delivered = Naročilo { $number } je že dostavljeno, zato ga ni več mogoče { $wish ->
        [cancel] preklicati
       *[other] spremeniti
    }. { $dated ->
        [no] Izdelke lahko vrnete v { $days ->
            [one] { $days } dnevu
            [two] { $days } dneh
            [few] { $days } dneh
           *[other] { $days } dneh
        } od dostave.
        [over] Rok za vračilo se je iztekel { $until }; če je kaj v okvari, pomaga garancija.
       *[yes] Izdelke lahko vrnete do { $until }.
    }
change-order-late-returned = Naročilo { $number } se je kot vračilo vrnilo k nam, zato v njem ni več kaj spremeniti. Lahko vam pokažem, kje je vaš denar.
change-order-late-cancelled = Naročilo { $number } je že preklicano{ $back ->
        [no] , nič ne bo odposlano.
       *[yes] , vrnili smo vam { $amount }.
    }

### Flow: product

product-price-line = { $vat ->
        [included] { $price } z vključenim { $rate } % DDV
        [included_unrated] { $price } z vključenim DDV
        [plus] { $price } brez { $rate } % DDV
        [plus_unrated] { $price } brez DDV
       *[unknown] { $price } (ali je DDV vključen, mi ni znano)
    }{ $reduced ->
        [yes] {" "}(prej { $was })
       *[no] {""}
    }.
product-stock-line = { $stock ->
        [in_stock] { $counted ->
            [yes] Na zalogi: { $left ->
                [one] { $left } kos
                [two] { $left } kosa
                [few] { $left } kosi
               *[other] { $left } kosov
            }.
           *[no] Je na zalogi.
        }
        [low] { $counted ->
            [yes] { $left ->
                [one] Na zalogi je samo še { $left } kos.
                [two] Na zalogi sta samo še { $left } kosa.
                [few] Na zalogi so samo še { $left } kosi.
               *[other] Na zalogi je samo še { $left } kosov.
            }
           *[no] Na zalogi je samo še nekaj kosov.
        }
        [out] Trenutno ni na zalogi{ $dated ->
            [yes] ; spet ga pričakujemo { $back }.
           *[no] . Kdaj bo spet na voljo, še ni znano.
        }
        [discontinued] Tega izdelka ne izdelujejo več in ga tudi pri nas ni več.
       *[unknown] Ali je na zalogi, mi trenutno ni znano.
    }
product-ship-line = { $ships ->
        [yes] { $way }: { $free ->
            [yes] brezplačno
           *[no] { $cost }
        }, { $days } { $last ->
            [one] delovni dan
            [two] delovna dneva
            [few] delovne dni
           *[other] delovnih dni
        }.
        [hidden] {""}
       *[unknown] Koliko stane dostava, mi ni znano.
    }
product-card = { $named ->
        [no] Tole sem našla:
       *[yes] { $name }, tole sem našla:
    } { $product }, { product-price-line }
    { product-stock-line }
    { product-ship-line }
product-price = { $product } stane { product-price-line }
    { product-ship-line }{ $more ->
        [yes] {" "}Lahko tudi: { $others }.
       *[no] {""}
    }
product-stock = { $product }
    { product-stock-line }
product-successor = Na voljo je novejši model: { $newer }, { product-price-line }
product-lines = { $topic ->
        [specs] { $product }, vsi podatki:
        [instructions] { $product }, kako ga uporabljate:
        [safety] { $product }, na kaj pazite zaradi varnosti:
       *[line] { $product }:
    }
    { $lines }
product-nothing = { $topic ->
        [specs] { $product }: tehničnih podatkov nimam, ugibala pa ne bi rada.
        [instructions] { $product }: navodil tukaj nimam, ugibala pa ne bi rada. Običajno so v škatli.
        [safety] { $product }: varnostnih opozoril tukaj nimam, pri varnosti pa ne bi rada ugibala.
       *[reviews] { $product }: mnenja še ni napisal nihče.
    }
product-warranty = { $known ->
        [yes] { $product }: garancija velja { $years ->
            [0] { $months } mes.
            [one] { $years } leto.
            [two] { $years } leti.
            [few] { $years } leta.
           *[other] { $years } let.
        }
       *[no] { $product }: garancijski rok v mojih podatkih ni naveden. Kaj velja v vašem primeru, vam lahko pove sodelavec.
    } { $note }
product-reviews = { $product }: ★ { $rating } od 5, { $count ->
        [one] { $count } mnenje
        [two] { $count } mnenji
        [few] { $count } mnenja
       *[other] { $count } mnenj
    }.
    { $good_in ->
        [none] Dobrega mnenja med njimi ni.
       *[other] Pohvalno: { $good_stars } »{ $good }« { $good_by }, { $good_in ->
            [en] v angleščini
            [ru] v ruščini
            [uk] v ukrajinščini
           *[sl] v slovenščini
        }.
    }
    { $bad_in ->
        [none] Pritožb za zdaj ni.
       *[other] Kritično: { $bad_stars } »{ $bad }« { $bad_by }, { $bad_in ->
            [en] v angleščini
            [ru] v ruščini
            [uk] v ukrajinščini
           *[sl] v slovenščini
        }.
    }
product-fits = { $fits ->
        [yes] { $product }. K temu gre: { $good }.
       *[no] { $product }: seznama združljivih izdelkov nimam.
    }{ $fails ->
        [yes] {" "}Ne gre zraven: { $bad }.
       *[no] {""}
    }
product-fit = { $fits ->
        [yes] Da, { $product } in { $other } gresta skupaj.
        [no] Ne, { $product } in { $other } ne gresta skupaj.
       *[unknown] Ali { $product } in { $other } gresta skupaj, v mojih podatkih ni navedeno, ugibala pa ne bi rada. Sodelavec lahko preveri.
    }
product-compare = 1: { $one }
    2: { $two }
    { $differ ->
        [yes] V čem se razlikujeta (1 | 2):
       *[no] Njuni podatki so enaki.
    }
    { $lines }
    Cena: { $price } | { $price_two }{ $vat ->
        [included] , z vključenim DDV
        [included_unrated] , z vključenim DDV
        [plus] , brez DDV
        [plus_unrated] , brez DDV
       *[unknown] {""}
    }
    Ocena: { $rating } | { $rating_two }
    Na zalogi: { $stock ->
        [in_stock] da
        [low] zadnji kosi
        [out] { $dated ->
            [yes] od { $back }
           *[no] trenutno ne
        }
        [discontinued] ni več v prodaji
       *[unknown] ni znano
    } | { $stock_two ->
        [in_stock] da
        [low] zadnji kosi
        [out] { $dated_two ->
            [yes] od { $back_two }
           *[no] trenutno ne
        }
        [discontinued] ni več v prodaji
       *[unknown] ni znano
    }
product-compare-with = { $product }: s čim naj primerjam?
    .short = s čim naj primerjam?
product-compare-same = { $product }: za primerjavo potrebujem še drug izdelek, a ga s tem imenom nisem našla.
product-which = { $unmet ->
        [yes] Takega izdelka pri nas nisem našla. Kako se imenuje ali iz katerega oddelka je?
       *[no] Za kateri izdelek gre? Dovolj je ime ali nekaj besed.
    }
    .short = za kateri izdelek gre?
    .title = Izdelek
product-another = Z veseljem. Kateri izdelek vas še zanima?
    .short = kateri izdelek vas še zanima?
product-near = Takih imamo več. Katerega mislite?
    .short = katerega mislite?
    .none = Nobenega od teh
    .none-also = drugega, nekaj drugega, noben
product-none = { $seen ->
        [yes] V redu, torej noben od teh. Kako se še imenuje ali iz katerega oddelka je?
       *[no] { $brief ->
            [yes] Žal »{ $words }« pri nas nisem našla.
           *[no] Žal tega pri nas nisem našla.
        } Morda ima drugo ime? Lahko pogledava tudi po oddelkih ali pa vam pomagam izbrati.
    }
    .short = kako se izdelek imenuje?
product-gone = Žal tega izdelka, kot kaže, nimamo. Če mi poveste, za kaj ga potrebujete, lahko poiščem kaj podobnega.
product-more = { $mood ->
        [calm] Kaj vas še zanima?
       *[other] Kaj še želite izvedeti?
    }
    .short = kaj vas še zanima o izdelku?
    .specs = Tehnični podatki
    .specs-also = lastnosti, podatki, mere, velikost, teža, material, specifikacije
    .reviews = Mnenja kupcev
    .reviews-also = mnenja, mnenje, ocene, ocena, kaj pravijo
    .price = Cena in dostava
    .price-also = cena, dostava, stroški dostave
    .stock = Je na zalogi?
    .stock-also = zaloga, na zalogi, dobavljivo
    .warranty = Garancija
    .warranty-also = garancijo, garancije, garancijski rok
    .instructions = Navodila
    .instructions-also = navodilo, navodila za uporabo, kako se uporablja, kako deluje
    .safety = Varnost
    .safety-also = varno, varen, varna, nevarno
    .fits = Kaj gre zraven?
    .fits-also = dodatki, rezervni deli, združljivo, združljivost, ustreza, oprema
    .compare = Primerjaj
    .compare-also = primerjava, primerjavo, primerjajte, razlika, razlike
    .successor = Pokaži novejšega
    .successor-also = novejši, novi, naslednik
    .another = Drug izdelek
    .another-also = drugi izdelek, nekaj drugega, drugo
    .done = To je vse, hvala
    .done-also = nič, nič drugega, to je vse, dovolj, ne hvala
product-order = Naroči

### Flow: advice

advice-category = { $mood ->
        [calm] { $named ->
            [no] Z veseljem pomagam.
           *[yes] Z veseljem pomagam, { $name }.
        } Iz katerega oddelka izbirava?
       *[other] Iz katerega oddelka izbirava?
    }
    .short = iz katerega oddelka izbirava?
    .title = Oddelek
advice-use = Za kaj predvsem ga potrebujete?
    .short = za kaj ga potrebujete?
    .title = Namen
    .any = Ni pomembno
    .any-also = vseeno, karkoli, ne vem, za vse
advice-budget = Koliko naj približno stane? Znesek lahko tudi napišete.
    .short = koliko naj približno stane?
    .title = Proračun
    .any = Cena ni pomembna
    .any-also = ni pomembno, vseeno, brez omejitve, ne vem, preskoči
advice-currency = Naše cene so v { $currency }, zato tega zneska nisem upoštevala, da ga ne bi napačno preračunala.
advice-over = Po pravici povedano: do { $budget } nimamo nič primernega. Najbližje se začne pri { $least }.
advice-widened = Točno takega vam trenutno ne morem ponuditi, zato pokažem najbližje.
advice-nothing = Žal trenutno na zalogi ni ničesar, kar bi vam lahko z mirno vestjo priporočila.
advice-options = { $near ->
        [yes] Tole vam lahko pokažem:
       *[no] { $count ->
            [one] Za vas je primeren:
            [two] Za vas sta primerna:
           *[few] Za vas so primerni:
        }
    }
    1. { $name_0 }, { $price_0 }: { $why_0 ->
        [both] najvišja ocena med temi (★ { $stars_0 }) in najnižja cena
        [rated] najvišja ocena med temi, ★ { $stars_0 }
        [cheap] najnižja cena med temi
        [suits_rated] kot nalašč za to, ★ { $stars_0 }
        [suits] kot nalašč za to
        [stars] ocena ★ { $stars_0 }
       *[there] na zalogi
    }{ $why_1 ->
        [none] {""}
        [both] {"\u000A"}2. { $name_1 }, { $price_1 }: najvišja ocena med temi (★ { $stars_1 }) in najnižja cena
        [rated] {"\u000A"}2. { $name_1 }, { $price_1 }: najvišja ocena med temi, ★ { $stars_1 }
        [cheap] {"\u000A"}2. { $name_1 }, { $price_1 }: najnižja cena med temi
        [suits_rated] {"\u000A"}2. { $name_1 }, { $price_1 }: kot nalašč za to, ★ { $stars_1 }
        [suits] {"\u000A"}2. { $name_1 }, { $price_1 }: kot nalašč za to
        [stars] {"\u000A"}2. { $name_1 }, { $price_1 }: ocena ★ { $stars_1 }
       *[there] {"\u000A"}2. { $name_1 }, { $price_1 }: na zalogi
    }{ $why_2 ->
        [none] {""}
        [both] {"\u000A"}3. { $name_2 }, { $price_2 }: najvišja ocena med temi (★ { $stars_2 }) in najnižja cena
        [rated] {"\u000A"}3. { $name_2 }, { $price_2 }: najvišja ocena med temi, ★ { $stars_2 }
        [cheap] {"\u000A"}3. { $name_2 }, { $price_2 }: najnižja cena med temi
        [suits_rated] {"\u000A"}3. { $name_2 }, { $price_2 }: kot nalašč za to, ★ { $stars_2 }
        [suits] {"\u000A"}3. { $name_2 }, { $price_2 }: kot nalašč za to
        [stars] {"\u000A"}3. { $name_2 }, { $price_2 }: ocena ★ { $stars_2 }
       *[there] {"\u000A"}3. { $name_2 }, { $price_2 }: na zalogi
    }
    O katerem naj povem več?
    .short = o katerem naj povem več?
    .title = Izdelek
    .more = Pokaži druge
    .more-also = druge, drugi, naprej, kaj drugega
    .none = Nobenega od teh
    .none-also = noben, ne ravno, kaj drugega
advice-detail = { $product }: { $summary }
    { $lines }
    Cena: { $vat ->
        [included] { $price } z vključenim { $rate } % DDV
        [included_unrated] { $price } z vključenim DDV
        [plus] { $price } brez { $rate } % DDV
        [plus_unrated] { $price } brez DDV
       *[unknown] { $price } (ali je DDV vključen, mi ni znano)
    }. { $low ->
        [yes] Na zalogi je samo še nekaj kosov.
       *[no] Je na zalogi.
    }
advice-next = { $mood ->
        [calm] Kako bi nadaljevali? Nič se ne mudi.
       *[other] Kako bi nadaljevali?
    }
    .short = kako bi nadaljevali?
    .more = Pokaži druge
    .more-also = druge, drugi, naprej, kaj drugega
    .later = Bom še premislil/-a
    .later-also = premislim, pozneje, kasneje, ne zdaj, ne hvala
advice-order = Naroči
advice-details = Vse o izdelku
advice-all = To je vse, kar lahko za to iskreno priporočim. Lahko pogledava tudi z druge strani ali pa vam svetuje sodelavec.

### Flow: place_order

place-order-which = { $named ->
        [no] Z veseljem. Kaj želite naročiti?
       *[yes] Z veseljem, { $name }. Kaj želite naročiti?
    }
    .short = kaj želite naročiti?
    .title = Izdelek
place-order-another = Kaj naj še zapišem?
    .short = kaj naj še zapišem?
    .title = Naslednji izdelek
place-order-near = Takih imamo več. Katerega želite?
    .short = katerega želite?
    .title = Izdelek
    .none = Nobenega od teh
    .none-also = drugega, nekaj drugega, noben
place-order-none = Žal tega pri nas nisem našla. Kako se še lahko imenuje? Če še niste odločeni, vam pomagam izbrati.
    .short = kako se izdelek imenuje?
    .title = Izdelek
place-order-gone = Žal tega izdelka nisem našla, zato nisem zapisala ničesar.
place-order-out = { $gone ->
        [yes] { $product }: tega ne izdelujejo več, zato ga ne morem zapisati.
       *[no] { $product }: trenutno ni na zalogi. { $dated ->
            [yes] Spet ga pričakujemo { $back }.
           *[no] Kdaj bo spet na voljo, še ni znano.
        }
    } { $some ->
        [yes] Namesto njega je na zalogi:
       *[no] Kako bi nadaljevali?
    }
    .short = kaj želite namesto tega: { $product }?
    .title = Zamenjava
    .wait = Naroči, počakam
    .wait-also = počakam, čakam, bom počakal, bom počakala, vseeno naroči
    .leave = Pustiva
    .leave-also = ne, ne hvala, potem ne, pusti
place-order-quantity = Koliko kosov? ({ $product })
    .short = koliko kosov?
    .title = Količina
place-order-fewer = { $clear ->
        [yes] Naenkrat lahko zapišem največ { $most } kos. ({ $product }). Koliko jih želite? Za več vam rad pomaga sodelavec.
       *[no] Koliko kosov, od 1 do { $most }?
    }
    .short = koliko kosov?
    .title = Količina
    .leave = Pustiva
    .leave-also = nič, ne hvala, pusti
place-order-more = Zapisala sem. Dodava naročilu še kaj?
    .short = dodava naročilu še kaj?
    .enough = Ne, to je vse
    .enough-also = ne, nič, nič drugega, dovolj, to je to
    .add = Dodaj izdelek
    .add-also = da, dodaj, še en, še en izdelek
place-order-delivery = Kako naj pride do vas?
    .short = kako naj pride do vas?
    .title = Dostava
place-order-contact = Na kateri e-naslov ali telefon vas sodelavec lahko doseže zaradi naročila?
    .short = kateri e-naslov ali telefon lahko uporabimo za naročilo?
    .title = E-naslov ali telefon
place-order-summary = { $named ->
        [no] Je vse prav?
       *[yes] { $name }, je vse prav?
    }
    { $items }
    { $ships ->
        [yes] { $way }: { $free ->
            [yes] brezplačno
           *[no] { $cost }
        }
       *[no] Koliko stane dostava, mi ni znano; v znesku je ni.
    }
    Skupaj: { $vat ->
        [included] { $total } z vključenim { $rate } % DDV
        [included_unrated] { $total } z vključenim DDV
        [plus] { $total } brez { $rate } % DDV
        [plus_unrated] { $total } brez DDV
       *[unknown] { $total } (ali je DDV vključen, mi ni znano)
    }
    Kontakt: { $contact }
    Zdaj se ne zaračuna nič.
    .short = naj naročilo zapišem, kot je prikazano?
place-order-refused = { $reason ->
        [out_of_stock] Oprostite, izdelek je medtem pošel, zato naročila nisem mogla zapisati.
        [unknown_item] Oprostite, enega od izdelkov v trgovini ni več, zato naročila nisem mogla zapisati.
       *[other] Oprostite, trgovina naročila ni sprejela: nič ni zapisano in nič ni zaračunano.
    }
place-order-taken = { $mood ->
        [calm] Hvala! Naročilo je zapisano
       *[other] Naročilo je zapisano
    } pod številko { $reference }. Sodelavec ga preveri in vam piše do { $due }, da ga potrdi ter se dogovori o naslovu in plačilu. Do takrat se ne zaračuna nič in si lahko še premislite.

### Flow: return_item

return-item-sorry = { $mood ->
    [angry] { $named ->
        [no] Oprostite zaradi okvare.
       *[yes] { $name }, oprostite zaradi okvare.
    } Hitro uredimo.
   *[other] { $named ->
        [no] Žal mi je,
       *[yes] { $name }, žal mi je,
    } da izdelek ne deluje, kot bi moral. Uredimo to, potrebujem le nekaj kratkih odgovorov.
    }
return-item-hello = { $named ->
        [no] Seveda,
       *[yes] Seveda, { $name },
    } poglejva, kako je z vračilom.
return-item-which = { $elsewhere ->
    [yes] Tega izdelka v naročilu { $number } ne vidim. Katerega od teh mislite? Če je bil v drugem naročilu, napišite »ne, naročilo« in njegovo številko.
   *[no] Kaj bi radi vrnili?
    }
    .short = kaj bi radi vrnili?
    .title = Izdelek
return-item-already = Za izdelek { $item } je vračilo že odprto, številka { $case }. { $stage ->
    [requested] O njem še ni odločeno.
    [approved] Odobreno je{ $labelled ->
        [yes] , tukaj je nalepka: { $url }
       *[no] .
    }
    [received] Paket je že pri nas.
    [refunded] Denar je že vrnjen.
   *[other] Kako daleč je, ne vem.
    }
return-item-declined = Prejšnje vračilo izdelka { $item } ({ $case }) je bilo zavrnjeno.{ $told ->
    [yes] {" "}Razlog: { $because }
   *[no] {""}
    } Sama ga ne morem znova odpreti, lahko pa ga na vašo željo še enkrat pogleda sodelavec.
return-item-cancelled = Naročilo { $number } je preklicano, zato ni česa vrniti. Lahko pogledam, kako je z denarjem.
return-item-waiting = Izdelek { $item } še ni zapustil naše hiše, zato ni treba ničesar vračati: naročilo { $number } lahko še spremenite ali prekličete.
return-item-coming = Po podatkih dostavne službe je izdelek { $item } iz naročila { $number } še na poti, zato vračila še ni mogoče odpreti. Lahko:
    1. paket ob dostavi zavrnete in gre naravnost nazaj k nam ali
    2. ga prevzamete in vrnete v { $days ->
        [one] { $days } dnevu
       *[other] { $days } dneh
    } po dostavi.
    Če ga že imate, spodaj pokličite človeka.
return-item-quantity = Koliko kosov bi vrnili? V naročilu je { $count } × { $item }.
    .short = koliko kosov bi vrnili?
    .title = Količina
return-item-reason = Zakaj bi radi vrnili izdelek { $item }?
    .size = Napačna velikost
    .size-also = premajhno, preveliko, premajhen, prevelik, pretesno, ni prav, ne paše
    .expected = Ni po pričakovanjih
    .expected-also = ni mi všeč, drugačno kot na sliki, napačna barva, ni kot na sliki
    .mistake = Pomotoma naročeno
    .mistake-also = pomota, pomotoma, narobe naročeno, naročeno dvakrat
    .unneeded = Ne potrebujem več
    .unneeded-also = premislil sem si, premislila sem si, ne rabim, ne potrebujem
    .defective = Okvara
    .defective-also = pokvarjeno, ne deluje, ne dela, pokvarjen, napaka
    .other = Drug razlog
    .other-also = drugo, brez razloga, raje ne povem
    .short = zakaj bi ga radi vrnili?
    .title = Razlog
return-item-words = Bi povedali z nekaj besedami? Ni pa nujno.
    .skip = Preskoči
    .skip-also = ne, raje ne, preskočiva
    .title = Vaše besede
return-item-fault = Kaj je narobe z izdelkom { $item } in od kdaj?
    .dead = Ne deluje
    .dead-also = se ne vklopi, nehal je delovati, nehala je delovati, mrtev
    .broken = Del je zlomljen
    .weak = Slabo deluje
    .short = kaj je narobe in od kdaj?
    .title = Okvara
return-item-since = Od kdaj?
    .start = Od začetka
    .start-also = takoj, od prvega dne, vedno
    .later = Šele pozneje
    .later-also = pozneje, kasneje, čez čas, nekaj dni, tedne, včeraj
    .title = Od kdaj
return-item-wish = Kaj bi vam najbolj ustrezalo?
    .money = Vračilo denarja
    .money-also = denar, vrnite denar
    .replacement = Nov izdelek
    .replacement-also = zamenjava, zamenjajte, drug, nov
    .repair = Popravilo
    .repair-also = popravite, servis
    .title = Vaša želja
return-item-photos = Fotografija okvare stvar pospeši. Pošljite eno ali več ali pa nadaljujva brez nje.
    .none = Brez fotografije
    .none-also = ne, preskoči, nimam, brez
    .title = Fotografije
return-item-summary = Preverite, prosim, ali je vse prav:
    • { $quantity } × { $item }, naročilo { $number }
    • Razlog: { $reason ->
        [size] { return-item-reason.size }
        [expected] { return-item-reason.expected }
        [mistake] { return-item-reason.mistake }
        [unneeded] { return-item-reason.unneeded }
       *[other] { return-item-reason.other }
    }
    { $dated ->
        [yes] Pravočasni ste: vrnete ga lahko do { $until }.{" "}
       *[no] {""}
    }Naj vpišem vračilo?
    .short = naj vpišem vračilo?
return-item-summary-faulty = Preverite, prosim, ali je vse prav:
    • { $quantity } × { $item }, naročilo { $number }
    • Okvara: { $fault ->
        [dead] { return-item-fault.dead }
        [broken] { return-item-fault.broken }
        [weak] { return-item-fault.weak }
       *[other] »{ $fault }«
    }{ $since ->
        [start] , od začetka
        [later] , šele pozneje
       *[told] {""}
    }
    • Vaša želja: { $wish ->
        [replacement] { return-item-wish.replacement }
        [repair] { return-item-wish.repair }
       *[money] { return-item-wish.money }
    }
    • Fotografije: { $pictures }
    Naj vpišem vračilo?
    .short = naj vpišem vračilo?
return-item-summary-claim = Preverite, prosim, ali je vse prav:
    • { $quantity } × { $item }, naročilo { $number }
    • Okvara: { $fault ->
        [dead] { return-item-fault.dead }
        [broken] { return-item-fault.broken }
        [weak] { return-item-fault.weak }
       *[other] »{ $fault }«
    }{ $since ->
        [start] , od začetka
        [later] , šele pozneje
       *[told] {""}
    }
    • Vaša želja: { $wish ->
        [replacement] { return-item-wish.replacement }
        [repair] { return-item-wish.repair }
       *[money] { return-item-wish.money }
    }
    • Fotografije: { $pictures }
    Naj garancijski zahtevek predam sodelavcu?
    .short = naj garancijski zahtevek predam sodelavcu?
return-item-done = Urejeno: vračilo { $case } za izdelek { $item } je vpisano. Kaj zdaj:
    1. { $labelled ->
        [yes] Natisnite nalepko: { $url }
       *[no] Počakajte na nalepko, dobite jo posebej.
    }
    2. Zapakirajte izdelek z vsem, kar spada zraven, in nalepko nalepite na paket.
    3. Oddajte paket{ $dated ->
        [yes] {" "}najpozneje do { $until }
       *[no] {""}
    }.
return-item-label = Sodelavec vam nalepko za { $case } pošlje do { $due }.
return-item-money = { $counted ->
    [yes] Znesek { $amount } dobite
   *[no] Denar dobite
    } nazaj v { $days ->
    [one] { $days } delovnem dnevu
   *[other] { $days } delovnih dneh
    } po tem, ko paket prispe k nam.
return-item-wish-promise = { $wish ->
    [repair] Sodelavec vam do { $due } sporoči, kako bo s popravilom.
   *[other] Sodelavec vam do { $due } sporoči, kako in kdaj dobite nov izdelek.
    }
return-item-refused = Oprostite, vračila ni bilo mogoče vpisati. { $reason ->
    [already_returned] Za izdelek { $item } je vračilo že odprto; lahko pogledam, kako daleč je.
    [window_over] { $days }-dnevni rok za vračilo izdelka { $item } je že potekel.
    [not_delivered] Po naših podatkih izdelek { $item } še ni dostavljen, vrniti pa je mogoče le prejeto.
    [unknown_item] Po naših podatkih izdelka { $item } v tem naročilu ni.
    [too_many] To je več kosov, kot jih iz tega naročila še lahko vrnete.
   *[other] Sistem trgovine ga ni sprejel.
    }
return-item-late = { $named ->
        [no] Izdelek
       *[yes] { $name }, izdelek
    } { $item } bi z veseljem vzela nazaj, a se je { $days }-dnevni rok za vračilo iztekel { $until }. Kaj je mogoče: če je pokvarjen, ga morda krije garancija; ob posebnem razlogu pa lahko vprašate sodelavca.
return-item-guarantee = { $state ->
    [valid] { $days }-dnevni rok za vračilo se je iztekel { $window }, a ima izdelek { $item } garancijo do { $until }. Zato odpriva garancijski zahtevek.
    [over] { $days }-dnevni rok za vračilo se je iztekel { $window }, garancija za izdelek { $item } pa { $until }, zato zahtevka ne morem odpreti. Ali je mogoče popravilo ali rezervni del, vam pove sodelavec.
   *[unknown] { $days }-dnevni rok za vračilo se je iztekel { $window }. Kako dolgo velja garancija za izdelek { $item }, ne vem; to mora pogledati človek. Zberiva, kar bo potreboval.
    }
handover-return-item = { $named ->
        [no] Vračilo izdelka
       *[yes] { $name }, vračilo izdelka
    } { $item } predajam sodelavcu skupaj z vsem, kar ste povedali. Odgovor dobite tukaj do { $due }.
handover-return-item-claim = { $named ->
        [no] Vaš garancijski zahtevek
       *[yes] { $name }, vaš garancijski zahtevek
    } za izdelek { $item } je zdaj pri sodelavcu, skupaj z vsem, kar ste povedali. Odgovor dobite tukaj do { $due }.

### Flow: exchange

exchange-hello = { $named ->
        [no] Seveda.
       *[yes] Seveda, { $name }.
    } Izdelek lahko zamenjate v { $days ->
        [one] { $days } dnevu
       *[other] { $days } dneh
    } po dostavi.
exchange-which = Kateri izdelek iz naročila { $number } bi radi zamenjali?
    .short = kateri izdelek bi radi zamenjali?
    .title = Izdelek
exchange-closed = { $state ->
    [already] Za izdelek { $item } je vračilo ali zamenjava že odprta, še ene ne morem odpreti.
    [cancelled] Naročilo { $number } je preklicano, zato ni česa zamenjati.
    [waiting] Izdelek { $item } še ni zapustil naše hiše, zato zamenjava ni potrebna: spremeni se lahko kar naročilo { $number }.
    [coming] Po podatkih dostavne službe je izdelek { $item } še na poti. Zamenjate ga lahko v { $days ->
        [one] { $days } dnevu
       *[other] { $days } dneh
    } po dostavi ali pa paket ob dostavi zavrnete.
   *[late] Izdelek { $item } bi z veseljem zamenjala, a se je { $days }-dnevni rok za to iztekel{ $dated ->
        [yes] {" "}{ $until }
       *[no] {""}
    }. Če je pokvarjen, ga morda krije garancija; ob posebnem razlogu pa lahko vprašate sodelavca.
    }
exchange-for = { $variants ->
    [yes] Kaj bi radi namesto izdelka { $item }? Izberite ali napišite ime kateregakoli drugega izdelka.
   *[no] Kaj bi radi namesto izdelka { $item }? Dovolj je ime ali nekaj besed.
    }
    .short = kaj bi radi namesto tega?
    .title = Novi izdelek
exchange-unknown = Drugega izdelka s tem imenom pri nas ne najdem.
exchange-one-of = Katerega od teh mislite?
    .none = Nobenega od teh
    .none-also = nobenega, drugega, nič
    .title = Novi izdelek
exchange-out = Izdelek { $wanted } { $back ->
        [never] se ne izdeluje več
        [dated] je razprodan, spet ga pričakujemo { $restock }
       *[unknown] je razprodan, kdaj ga spet dobimo, pa ni znano
    }. Kako nadaljujeva?
    .other = Izberem drugega
    .other-also = drugega, kaj drugega, drug izdelek
    .wait = Počakam
    .wait-also = bom počakal, bom počakala, čakam
    .return = Vrnem izdelek
    .return-also = vračilo, vrnem, denar nazaj
    .title = Ni na zalogi
exchange-return = Potem je najpreprosteje, da izdelek { $item } vrnete. Vračilo začnete s spodnjim gumbom, naročilo in izdelek sta že izpolnjena.
exchange-wait = Sodelavec vam do { $due } sporoči, ali je { $wanted } prispel, in se z vami dogovori za zamenjavo.
exchange-summary = Preverite, prosim, ali je vse prav:
    • K nam: 1 × { $item }, naročilo { $number }{ $pieces ->
        [1] {""}
       *[other] {" "}(eden od { $pieces }; pri eni zamenjavi en kos)
    }
    • Za vas: 1 × { $wanted }, { $price }
    • { $side ->
        [more] Doplačilo: { $amount }
        [less] Nazaj dobite { $amount }
       *[same] Brez razlike v ceni
    }
    Naj vpišem zamenjavo?
    .short = naj vpišem zamenjavo?
exchange-done = Urejeno: zamenjava { $case } je vpisana. Kaj zdaj:
    1. { $labelled ->
        [yes] Natisnite nalepko: { $url }
       *[no] Počakajte na nalepko, dobite jo posebej.
    }
    2. Zapakirajte izdelek { $item } z vsem, kar spada zraven, in nalepko nalepite na paket.
    3. Oddajte paket{ $dated ->
        [yes] {" "}najpozneje do { $until }
       *[no] {""}
    }.{ $side ->
        [less] {" "}Znesek { $amount } dobite nazaj v { $days ->
            [one] { $days } delovnem dnevu
           *[other] { $days } delovnih dneh
        } po tem, ko paket prispe k nam.
       *[other] {""}
    }
exchange-label = Sodelavec vam nalepko za { $case } pošlje do { $due }.
exchange-next = { $side ->
    [more] Sodelavec vam do { $due } sporoči, kdaj bo { $wanted } poslan in kako doplačate { $amount }.
   *[other] Sodelavec vam do { $due } sporoči, kdaj bo { $wanted } poslan.
    }
exchange-refused = Oprostite, zamenjave ni bilo mogoče vpisati. { $reason ->
    [out_of_stock] Izdelek { $wanted } je bil pravkar razprodan.
    [already_returned] Za izdelek { $item } je vračilo ali zamenjava že odprta.
    [window_over] { $days }-dnevni rok za zamenjavo izdelka { $item } je že potekel.
    [not_delivered] Po naših podatkih izdelek { $item } še ni dostavljen, zamenjati pa je mogoče le prejeto.
    [unknown_item] Po naših podatkih izdelka { $item } v tem naročilu ni.
    [unknown_product] Izdelka { $wanted } pri nas ni več.
   *[other] Sistem trgovine je ni sprejel.
    }
handover-exchange = { $named ->
        [no] Zamenjavo izdelka
       *[yes] { $name }, zamenjavo izdelka
    } { $item } predajam sodelavcu skupaj z vsem, kar ste povedali. Odgovor dobite tukaj do { $due }.

### Flow: refund

refund-general = Ko vrnjeni paket prispe k nam, dobite denar nazaj v { $days ->
    [one] { $days } delovnem dnevu
   *[other] { $days } delovnih dneh
    }.
refund-look = Naj pogledam, kako je z vašim denarjem?
    .order = Da, moje naročilo
    .order-also = da, da prosim, poglejte, moje naročilo
    .enough = To je dovolj
    .enough-also = ne, ni treba, ne hvala, samo na splošno
refund-late = { $named ->
        [no] Oprostite,
       *[yes] { $name }, oprostite,
    } denar bi moral biti že pri vas.
refund-case = { $stage ->
    [requested] Vračilo { $case } ({ $item }) je bilo oddano { $requested } in o njem še ni odločeno.
    [approved] Vračilo { $case } ({ $item }) je odobreno, paket pa pri nas še ni zabeležen.
    [received] Vračilo { $case } ({ $item }) je prispelo k nam.
    [refunded] Vračilo { $case } ({ $item }) je zaključeno: { $counted ->
        [yes] znesek { $amount } je bil vrnjen
       *[no] denar je bil vrnjen
    }{ $dated ->
        [no] , na kateri dan, ni znano
       *[other] {" "}{ $day }
    }; način plačila: { $method }. Banka to včasih pokaže šele čez nekaj dni.
   *[declined] Vračilo { $case } ({ $item }) je bilo zavrnjeno, zato se denar zanj ne vrne.{ $told ->
        [yes] {" "}Razlog: { $because }
       *[no] {""}
    }
    }{ $stage ->
    [refunded] {""}
    [declined] {""}
   *[other] { $swap ->
        [yes] {" "}Gre za zamenjavo: denar se vrne le, če je novi izdelek cenejši.
       *[no] { $dated ->
            [yes] {" "}{ $counted ->
                [yes] Znesek { $amount } naj bi bil
               *[no] Denar naj bi bil
            } vrnjen do { $day }.
            [late] {" "}{ $counted ->
                [yes] Znesek { $amount } bi moral biti
               *[no] Denar bi moral biti
            } vrnjen do { $day }, a izplačilo ni zabeleženo.
           *[no] { $stage ->
                [received] {" "}Dan izplačila še ni znan{ $counted ->
                    [yes] , znesek je { $amount }
                   *[no] {""}
                }.
                [approved] {" "}{ $counted ->
                    [yes] Znesek { $amount } dobite
                   *[no] Denar dobite
                } nazaj v { $days ->
                    [one] { $days } delovnem dnevu
                   *[other] { $days } delovnih dneh
                } po tem, ko paket prispe k nam.
               *[requested] {" "}Če bo odobreno, dobite { $counted ->
                    [yes] znesek { $amount }
                   *[no] denar
                } nazaj v { $days ->
                    [one] { $days } delovnem dnevu
                   *[other] { $days } delovnih dneh
                } po tem, ko paket prispe k nam.
            }
        }
    }
    }{ $stage ->
    [approved] { $labelled ->
        [yes] {" "}Vaša nalepka: { $url }
       *[no] {""}
    }
   *[other] {""}
    }
refund-promise = Sodelavec preveri, kje je denar za naročilo { $number }, in vam odgovori do { $due }.
refund-paid = Za naročilo { $number } je bil vrnjen znesek { $amount }{ $partly ->
        [yes] , del plačanega
       *[no] , vse plačano
    }; način plačila: { $method }. Na kateri dan, mi ni znano; banka to včasih pokaže šele čez nekaj dni.
refund-none = { $paid ->
    [yes] Za naročilo { $number } ste plačali { $amount }, vračilo zanj pa trenutno ne poteka. Lahko ga začneva kar tukaj; denar dobite nazaj v { $days ->
        [one] { $days } delovnem dnevu
       *[other] { $days } delovnih dneh
    } po tem, ko paket prispe k nam.
   *[no] Po naših podatkih naročilo { $number } ni plačano, zato ni česa vrniti.
    }
refund-cancelled = Naročilo { $number } je preklicano. { $money ->
    [held] Znesek je bil pri banki le rezerviran, nismo ga bremenili; kdaj ga banka sprosti, ne vem.
    [none] Zanj ni bilo nič plačano, zato ni česa vrniti.
    [back] Znesek { $amount } je bil vrnjen; način plačila: { $method }. Na kateri dan, mi ni znano; banka to včasih pokaže šele čez nekaj dni.
    [part] Od plačanih { $paid } je bil doslej vrnjen znesek { $amount }. Kako je z ostankom, mi ni znano.
   *[coming] Plačali ste { $paid }; vračilo še ni zabeleženo in dan mi ni znan.
    }

### Flow: site_trouble

site-trouble-sorry = { $mood ->
    [angry] { $named ->
        [no] Oprostite,
       *[yes] { $name }, oprostite,
    } da vas stran pušča na cedilu. Hitro uredimo.
   *[other] { $named ->
        [no] Žal mi je,
       *[yes] { $name }, žal mi je,
    } da vas je naša stran pustila na cedilu. Poglejva, kje se zatika, in najdiva drugo pot.
    }
site-trouble-kind = Kaj točno ne deluje?
    .checkout = Košarica ali nakup
    .checkout-also = košarica, blagajna, oddaja naročila, ne morem naročiti, gumb za naročilo
    .pay = Plačilo
    .pay-also = plačati, kartica, ne morem plačati
    .page = Stran se ne naloži
    .page-also = stran ne dela, bela stran, se ne odpre, napaka na strani
    .login = Prijava
    .login-also = prijaviti, ne morem se prijaviti, vpis
    .password = Ponastavitev gesla
    .password-also = geslo, pozabil sem geslo, pozabila sem geslo, sporočilo ne pride
    .register = Registracija
    .register-also = registrirati, nov račun
    .other = Kaj drugega
    .other-also = drugo
    .short = kaj točno ne deluje?
    .title = Kaj ne deluje
site-trouble-details = Katero napravo in brskalnik uporabljate in kaj piše na strani? Na primer: »iPhone, Safari, napaka 500«.
    .skip = Preskoči
    .skip-also = ne vem, nič, preskočiva
    .short = katera naprava in brskalnik in kaj piše na strani?
    .title = Podrobnosti
site-trouble-steps = { $kind ->
    [login] Najpogosteje pomaga:
        1. Odprite stran v zasebnem oknu in poskusite znova.
        2. Prijavite se z naslovom, na katerega dobivate naša potrdila naročil.
        3. Prek »Pozabljeno geslo« zahtevajte novo geslo.
    [password] Najpogosteje pomaga:
        1. Poiščite sporočilo trgovine { $shop } med neželeno pošto in oglasi.
        2. Poskusite še druge svoje naslove: povezava pride le na tistega, ki ima račun.
        3. Najnovejšo povezavo odprite v zasebnem oknu.
    [register] Najpogosteje pomaga:
        1. Če stran pravi, da je naslov zaseden, račun že imate: zahtevajte novo geslo.
        2. Odprite stran v zasebnem oknu in poskusite znova.
        3. Poskusite z drugim e-naslovom.
    [pay] Najpogosteje pomaga:
        1. Odprite stran v zasebnem oknu ali drugem brskalniku.
        2. Za trenutek izklopite blokator oglasov in VPN.
        3. Poskusite z drugo kartico ali drugim načinom plačila.
    [checkout] Najpogosteje pomaga:
        1. Odprite stran v zasebnem oknu ali drugem brskalniku.
        2. Izdelke znova dodajte v košarico.
        3. Za trenutek izklopite blokator oglasov.
   *[other] Najpogosteje pomaga:
        1. Osvežite stran ali jo odprite v zasebnem oknu.
        2. Poskusite z drugim brskalnikom ali drugim omrežjem.
    }
site-trouble-way = Kako nadaljujeva? Če še vedno ne gre, lahko naročilo zapišem kar tukaj v klepetu.
    .works = Zdaj deluje
    .works-also = deluje, dela, pomagalo je, uspelo je
    .person = Vprašam sodelavca
    .person-also = sodelavec, naj odgovori človek, ne pomaga
    .short = zdaj deluje ali naj naročilo zapišem tukaj?
    .title = Kako nadaljujeva
site-trouble-order = Naročim v klepetu
site-trouble-unpaid = Plačam naročilo
site-trouble-helped = Je kaj od tega pomagalo?
    .works = Zdaj deluje
    .works-also = da, deluje, dela, pomagalo je
    .still = Še vedno ne
    .still-also = ne, ne pomaga, ne deluje
    .title = Kako nadaljujeva
site-trouble-contact = Kam naj gre odgovor? Napišite e-naslov ali telefon, lahko pa odgovorimo kar tukaj.
    .here = Odgovor tukaj
    .here-also = tukaj, v klepetu, preskoči, ne
    .short = na kateri e-naslov ali telefon naj odgovorimo?
    .title = E-naslov ali telefon
site-trouble-promise = Sodelavec vam na { $contact } odgovori do { $due }.
site-trouble-reported = Napako sem sporočila tistim, ki skrbijo za stran, z vsem, kar ste povedali. Kdaj bo odpravljena, ne vem.
handover-site-trouble = { $named ->
        [no] Sodelavcu predajam vse
       *[yes] { $name }, sodelavcu predajam vse
    }, kar ste povedali o napaki, zato vam ne bo treba ponavljati. Odgovor dobite tukaj do { $due }.
