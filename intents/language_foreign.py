"""Everyday words of languages Frontdesk does not speak, so that they are not taken for a neighbour of theirs. Tables only.

Croatian and Serbian stand close to Slovenian, Polish and Czech to Cyrillic typed in Latin letters, Bulgarian and Serbian in Cyrillic to
Russian and Ukrainian. Words that mean the same in one of the four languages are left in: the learning weighs them. Neighbours:
`language_training.py` reads them.
"""

from __future__ import annotations

from typing import Final

FOREIGN: Final[dict[str, str]] = {
    "de": (
        "ich du er sie es wir ihr mein meine meinen dein ihre unser nicht kein keine und oder aber wenn dass weil wo was wann "
        "wie warum wer "
        "der die das den dem ein eine einen einer ist sind war waren bin bist hat habe haben hatte wird werden kann können möchte muss "
        "soll auf aus bei mit nach von vor zu zum zur für über unter gegen ohne noch schon sehr auch nur immer wieder hier heute morgen "
        "gestern bitte danke guten tag abend paket bestellung lieferung rechnung rückgabe geld zurück bezahlt kaufen schicken bekommen "
        "kommt ankommen angekommen warten gibt geht gut schlecht neu kaputt falsch größe farbe schwarz weiß viel vielen mehr wieviel "
        "kostet kosten adresse ändern stornieren sprechen sprechen deutsch jemand nichts alles ihnen helfen frage antwort schnell"
    ),
    "hr": (
        "gdje što sto tko kada kako zašto koliko koji koja koje je li ima nema nisam nije nismo jesam jeste sam bio bila bilo biti bit "
        "mogu možete mogli trebam treba želim htio bih hoću hvala molim dobar dan dobro jutro večer bok lijep lijepo pozdrav narudžba "
        "narudžbu narudžbe naručio naručila paket pošiljka pošiljku dostava dostavu isporuka stići stigao stigla stiglo dolazi račun "
        "novac natrag vratiti povrat zamijeniti zamjena veličina boja crna bijela plava cijena košta platiti platio plaćanje kartica "
        "adresa promijeniti otkazati pomoći pomoć pitanje odgovor brzo uvijek nikad još već također samo ovdje sada danas jučer sutra "
        "tjedan mjesec čekam tvrtka tvrtku netko ništa sve od prema prije poslije ovo taj onaj razgovarati djelatnik riješiti"
    ),
    "sr": (
        "gde šta sta ko kada zašto zasto koliko koji da li jel ima nema nisam nije smo ste hoću hocu želim zelim mogu možete "
        "mozete treba "
        "treba mi hvala molim vas zdravo dobar dan porudžbina porudžbinu porudzbina poručio poručila pošiljka posiljka isporuka "
        "isporuku stići stigao stigla stize račun racun novac pare vratite vratim povraćaj zamena zamenim veličina velicina boja cena "
        "košta kosta platio platila kartica adresu promenim otkažem pomoć pomognete brzo uvek još jos već vec samo ovde sada danas juče "
        "sutra nedelja mesec čekam neko ništa nista sve ovo ovaj "
        "где је шта ко када зашто колико да ли има нема нисам није смо сте хоћу желим могу можете треба хвала молим вас здраво добар дан "
        "поруџбина поруџбину пошиљка пошиљку испорука стићи стигао стигла рачун новац вратите вратим замена величина боја цена кошта "
        "платио картица адресу помоћ брзо увек још већ само овде сада данас јуче сутра чекам неко ништа све ово овај мој моја моје ми"
    ),
    "pl": (
        "gdzie co kto kiedy jak dlaczego ile który która jest są był była było być mam masz ma nie tak czy mój moja moje moją "
        "twój pan pani "
        "państwo proszę dziękuję dzień dobry wieczór cześć paczka paczkę paczki przesyłka przesyłkę zamówienie zamówienia zamówiłem "
        "zamówiłam dostawa dostawy przyjdzie przyszła przyszło dotarła faktura fakturę pieniądze zwrot zwrócić wymienić wymiana rozmiar "
        "kolor czarny biały cena kosztuje zapłacić zapłaciłem płatność karta adres zmienić anulować pomóc pomocy pytanie odpowiedź "
        "szybko zawsze nigdy jeszcze już też tylko tutaj teraz dzisiaj wczoraj jutro tydzień miesiąc czekam firma ktoś nic "
        "wszystko od do "
        "przed po chcę chciałbym chciałabym mogę może możecie trzeba rozmawiać otrzymałem sklep zepsuty działa"
    ),
    "cs": (
        "kde co kdo kdy jak proč kolik který která je jsou byl byla bylo být mám máte má není ano ne můj moje tvůj pán paní "
        "prosím děkuji "
        "dobrý den večer ahoj balík balíček zásilka zásilku zásilky objednávka objednávku objednávky objednal objednala doprava dodání "
        "přijde přišla přišlo dorazila faktura fakturu peníze zpět vrátit vrácení vyměnit výměna velikost barva černá bílá cena stojí "
        "zaplatit zaplatil platba karta adresa změnit zrušit pomoci pomoc otázka odpověď rychle vždy nikdy ještě už také jen tady teď "
        "dnes včera zítra týden měsíc čekám firma někdo nic všechno před chci chtěl bych můžu můžete potřebuji mluvit obdržel zboží "
        "rozbitý funguje nefunguje kedy kde čo prečo koľko som si sme ďakujem prosím objednávku balík zásielka príde môžem chcel vrátiť"
    ),
    "it": (
        "dove che cosa chi quando come perché quanto quale è sono era essere ho hai ha abbiamo non sì mio mia miei tuo il lo la "
        "le gli un "
        "una dei del della nel nella di da in con su per tra grazie prego buongiorno buonasera ciao pacco ordine ordinato consegna "
        "spedizione arriva arrivato fattura soldi indietro restituire reso rimborso cambiare cambio taglia colore nero bianco prezzo "
        "costa pagare pagato pagamento carta indirizzo annullare aiutare aiuto domanda risposta veloce sempre mai ancora già anche solo "
        "qui adesso oggi ieri domani settimana mese aspetto qualcuno niente tutto questo questa voglio vorrei posso potete parlare "
        "ricevuto negozio rotto funziona molto bene favore signora avete"
    ),
    "bg": (
        "къде какво кой кога как защо колко коя кое е са беше бях съм си сме сте има няма не да ли моя моята моето моят вашия "
        "вие ви моля "
        "благодаря добър ден вечер здравейте здрасти пратка пратката поръчка поръчката поръчах доставка доставката пристигне пристигна "
        "фактура пари парите обратно върна върнете връщане сменя смяна размер цвят черен бял цена струва платя платих плащане карта "
        "адрес адреса променя откажа помогнете помощ въпрос отговор бързо винаги никога още вече също само тук сега днес вчера утре "
        "седмица месец чакам фирма някой нищо всичко от до преди след искам бих мога може можете трябва говоря получих магазин счупен "
        "работи това този тази много добре"
    ),
    "fr": (
        "où est que quoi qui quand comment pourquoi combien quel quelle je tu il elle nous vous ils suis es sommes êtes sont ai avez ont "
        "ne pas oui non mon ma mes votre notre le la les un une des du de dans avec sur pour par merci bonjour bonsoir salut colis "
        "commande commandé livraison arrive arrivé facture argent rembourser retour retourner échanger taille couleur noir blanc prix "
        "coûte payer payé paiement carte adresse changer annuler aider question réponse vite toujours jamais encore déjà aussi ici "
        "maintenant aujourd'hui hier demain semaine mois attends rien tout ce cette voudrais veux peux pouvez parler reçu cassé plaît"
    ),
    "es": (
        "dónde está qué quién cuándo cómo por cuánto cuál soy es son estoy he ha hay no sí mi mis su el la los las un una de del en con "
        "para gracias hola buenos días buenas tardes paquete pedido envío llega llegó factura dinero devolver devolución cambiar talla "
        "color negro blanco precio cuesta pagar pagado tarjeta dirección cancelar ayudar ayuda pregunta respuesta rápido siempre nunca "
        "todavía ya también solo aquí ahora hoy ayer mañana semana mes espero nada todo este esta quiero quisiera puedo pueden hablar "
        "recibido tienda roto funciona muy bien favor obrigado onde minha encomenda quero não você"
    ),
    "hu": (
        "hol van mi ki mikor hogyan miért mennyi melyik vagyok volt nem igen az egy és vagy de ha hogy kérem köszönöm jó napot szia "
        "csomag csomagom rendelés rendelésem szállítás megérkezik számla pénz vissza visszaküldeni csere méret szín fekete fehér ár "
        "kerül fizetni kártya cím lemondani segítség kérdés válasz gyorsan mindig soha még már csak itt most ma tegnap holnap hét hónap "
        "várok semmi minden ez szeretnék tudok lehet beszélni kaptam bolt rossz működik merhaba nerede siparişim teşekkür ederim "
        "ne zaman "
        "unde este comanda mea când ajunge mulțumesc vreau buna ziua"
    ),
}
