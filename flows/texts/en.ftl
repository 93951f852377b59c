# Frontdesk's wording in English. Every text may use $name (with $named: yes or no), $tone (friendly, formal), $mood (calm, upset, angry)
# and $shop. Money, days and lists arrive ready for reading. A question's attributes are its options; `.x-also` are other
# words for option x ("no …": answers that begin so), `.short` is the question asked again, `.title` names its answer in a summary's "change" menu.

### The engine

again-short = Back to where we were: { $question }
again-miss = I did not quite get that, sorry. { $question }
again-person = I am still not getting it right, sorry. Shall a colleague take over, or do we try once more?
    .person = Talk to a person
    .again = Try once more
confirm =
    .yes = Yes, that is right
    .change = Change something
    .no = No, leave it
confirm-change = Of course. What shall we change?
cancelled = All right, I have left it there. Nothing was changed. What else can I do for you?
cancelled-on = All right, I have left it there; nothing was changed.
left = All right, then not { $what }. What would you like instead?
left-on = All right, then not { $what }.
wishes-heard = { $mood ->
        [calm] Gladly: first { $first }, then { $rest }.
       *[other] One after the other: first { $first }, then { $rest }.
    }
wishes-next = Now to { $what }.
wishes-dropped = All right, we leave out { $what }.
wishes-handed = The rest has been passed on as well: { $what }.
wish-about = { $what } (“{ $about }”)
back-nothing = We are at the beginning already; there is no step to go back.
nothing-open = There is nothing open at the moment. What can I do for you{ $named ->
        [no] {""}
       *[yes] , { $name }
    }?
nothing-said = I have not said anything yet. What can I do for you?
late-settled = That step is finished and cannot be undone by the old button. If something is wrong with it, tell me and I will put you through to a colleague.
stopped = Understood. I will not write to you on my own account. If you write to me, I answer; START brings my messages back.
started = Welcome back. I may write to you again when there is news about your orders.
abuse-warning = I understand that you are upset, and I want to get this solved. Please let us stay polite with each other, otherwise I cannot go on. What happened?
anger-calm = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    } that this is giving you trouble. I will keep it short; a colleague can take over whenever you say so.
language-changed = Of course, let us speak English.
trouble-retry = I am sorry, our shop system is not answering just now. I keep trying and come back to you as soon as it does; you need not do anything.
handover = { $named ->
        [no] I am passing this to a colleague
       *[yes] { $name }, I am passing this to a colleague
    } together with everything you have told me, so you need not repeat it. You can expect an answer here by { $due }.
handover-access = For your safety I cannot show the order this way. A colleague checks it by hand and answers here by { $due }.
handover-trouble = I am sorry, something on our side keeps failing. A colleague sees everything you wrote and answers here by { $due }.
handover-unclear = I am sorry, I do not understand this well enough to help. A colleague reads it and answers here by { $due }.
handover-angry = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    } that this still is not settled. A colleague takes over now and has everything you wrote; they answer here by { $due }.
handover-other = { $agent }, who helped you last, is not here at the moment; another colleague takes over.
agent-away = { $agent } is not here at the moment, so another colleague takes over. They have everything you wrote and answer here by { $due }.
agent-silent = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    } that it takes longer than it should. Another colleague takes over and answers here by { $due }; you need not repeat anything.
agent-back = { $agent ->
        [nobody] I am here for you again.
       *[other] { $agent } hands you back to me.
    } If there is anything else, just write.
agent-back-agreed = { $agent } hands you back to me. Agreed: { $agreed }
noted = I have added that for the colleague who has your case; they answer by { $due }. Meanwhile you can ask me anything about products and orders.
promise-late = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    }: we promised you an answer by { $was } and need more time. You will have it by { $due }.
promise-given = Noted as our promise to you: { $what } (by { $due } at the latest)
unclear = I am not sure I understand{ $named ->
        [no] {""}
       *[yes] , { $name }
    }. Could you say it in other words, or choose one of these?
empty = I received an empty message. What can I do for you?
file-received = Thank you for the picture. What is it about?
clarify = Just to be sure: what do you mean?
    .none = Something else
late = That button belongs to something we have finished. Shall we start it again?
    .none = No, thank you
solved = { $named ->
        [no] Did that solve it?
       *[yes] { $name }, did that solve it?
    }
    .yes = Yes, thank you
    .yes-also = solved, all good, perfect, that's all, nothing else, great
    .no = Not yet
    .no-also = not solved, still a problem
solved-thanks = { $mood ->
        [calm] { $named ->
            [no] Thank you for writing to us. Have a good day!
           *[yes] Thank you, { $name }. Have a good day!
        }
       *[other] Thank you for your patience{ $named ->
            [no] {""}
           *[yes] , { $name }
        }.
    }
solved-sorry = I am sorry that it is not settled yet.
solved-next = How shall we go on?
    .person = A colleague should look at it
    .person-also = person, human, agent
    .explain = Let me explain what is missing
solved-explain = What is still missing? Write it in your own words; it goes to a colleague as it is.

ask-order-number = What is your order number? It is in the confirmation e-mail, for example 1001.
    .short = what is your order number?
    .title = Order number
ask-order-which = Which order is it about?
    .short = which order is it about?
    .title = Order number
ask-contact = To protect your data: which e-mail or phone number did you give with order { $number }?
    .short = which e-mail or phone number belongs to order { $number }?
    .title = E-mail or phone
access-wrong = I cannot find an order { $number } with { $contact }. Please check both and send me the right e-mail or phone, or another order number.
    .short = please send the e-mail or phone of the order, or another order number.
    .title = E-mail or phone
access-closed = I am sorry, there were too many tries that did not fit. For the safety of our customers I can show orders again at { $until }.

### What a wish is called on a button (at most 20 characters)

menu-order-status = Where is my order?
menu-order-confirmation = Was my order placed?
menu-payment-problem = Payment failed
menu-change-order = Change my order
menu-change-address = Change the address
menu-cancel-order = Cancel my order
menu-delivery-late = My parcel is late
menu-delivery-damaged = It arrived damaged
menu-delivery-missing = Something is missing
menu-delivery-options = Delivery options
menu-delivery-time = Delivery time
menu-delivery-cost = Delivery cost
menu-return-defective = Return: faulty
menu-return-unsuitable = Return: not right
menu-return-policy = How returns work
menu-exchange = Exchange an item
menu-refund-status = Where is my refund?
menu-cancellation-fee = Cancellation cost
menu-product-info = About a product
menu-product-availability = Is it in stock?
menu-product-price = What does it cost?
menu-product-advice = Help me choose
menu-warranty = Guarantee
menu-invoice = Invoice
menu-payment-methods = Ways to pay
menu-discount = Discounts
menu-place-order = Order something
menu-checkout-problem = The site fails
menu-account-problem = I cannot log in
menu-account-create = Open an account
menu-account-change = Change my account
menu-account-delete = Delete my account
menu-newsletter = Newsletter
menu-shop-hours = Opening hours
menu-shop-contact = Contact the shop
menu-complaint = Make a complaint
menu-praise = Leave praise
menu-callback = Call me back
menu-human = Talk to a person
menu-greeting = Start
menu-thanks = Thanks
menu-goodbye = Goodbye
menu-help = What can you do?
menu-erase-data = Erase my data
menu-change-language = Change language
menu-are-you-a-bot = Who are you?

### What a wish is called in a sentence

wish-order-status = { $order ->
        [none] your order
       *[other] your order { $order }
    }
wish-order-confirmation = { $order ->
        [none] the confirmation
       *[other] the confirmation of order { $order }
    }
wish-payment-problem = { $order ->
        [none] the payment
       *[other] the payment of order { $order }
    }
wish-change-order = { $order ->
        [none] the change to your order
       *[other] the change to order { $order }
    }
wish-change-address = { $order ->
        [none] the delivery address
       *[other] the delivery address of order { $order }
    }
wish-cancel-order = { $order ->
        [none] the cancellation
       *[other] the cancellation of order { $order }
    }
wish-delivery-late = { $order ->
        [none] your late order
       *[other] your late order { $order }
    }
wish-delivery-damaged = the damage
wish-delivery-missing = what is missing
wish-delivery-options = the ways of delivery
wish-delivery-time = the delivery time
wish-delivery-cost = the cost of delivery
wish-return-defective = the faulty item
wish-return-unsuitable = { $order ->
        [none] the return
       *[other] the return from order { $order }
    }
wish-return-policy = the return
wish-exchange = the exchange
wish-refund-status = { $order ->
        [none] your refund
       *[other] your refund for order { $order }
    }
wish-cancellation-fee = the cost of cancelling
wish-product-info = the product
wish-product-availability = the stock
wish-product-price = the price
wish-product-advice = the choice of a product
wish-warranty = the guarantee
wish-invoice = { $order ->
        [none] the invoice
       *[other] the invoice for order { $order }
    }
wish-payment-methods = the ways to pay
wish-discount = the discounts
wish-place-order = your new order
wish-checkout-problem = the trouble with the site
wish-account-problem = the login
wish-account-create = the new account
wish-account-change = the change to your account
wish-account-delete = the closing of your account
wish-newsletter = the newsletter
wish-shop-hours = the opening hours
wish-shop-contact = how to reach us
wish-complaint = a complaint
wish-callback = the call

### Flow: information

information-told = { $words }
information-unknown = I do not know that for certain, and I would rather not guess. A colleague can tell you.
handover-information = I do not know that for certain, and I would rather not guess. I have passed your question to a colleague; the answer comes here by { $due }.
information-delivery-options =
    This is how your order can reach you, with the price and the working days it takes:
    { $rows }
    { information-free }
information-delivery-cost =
    This is what delivery costs:
    { $rows }
    { information-free }
information-delivery-time =
    Delivery takes this many working days:
    { $rows }
information-free = { $free ->
        [one] Free from { $limit }: { $names }.
        [many] Free above a certain order value: { $names }.
       *[none] {""}
    } { $gratis ->
        [0] {""}
       *[other] Always free: { $gratis_names }.
    }
information-hours-week =
    Our people are here for you (the shop's local time):
    Monday to Friday: { $monday }
    Saturday: { $saturday }
    Sunday: { $sunday }
    { information-open }
information-hours-days =
    Our people are here for you (the shop's local time):
    Monday: { $monday }
    Tuesday: { $tuesday }
    Wednesday: { $wednesday }
    Thursday: { $thursday }
    Friday: { $friday }
    Saturday: { $saturday }
    Sunday: { $sunday }
    { information-open }
information-open = { $open ->
        [yes] Right now we are open.
       *[no] Right now we are closed. Open again: { $opens }.
    } { $holidays ->
        [0] {""}
       *[other] Closed for a holiday: { $closed }.
    }
information-contact =
    This is how you reach us:
    { $rows }
information-returns = You can send a product back within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } of delivery. Once it is back with us, you have your money within { $refund ->
        [one] { $refund } working day
       *[other] { $refund } working days
    }.
information-invoice = Shall I have an invoice mailed to you?
    .send = Yes, for an order
    .send-also = yes, send it, send it again, a copy
    .company = Yes, for a company
    .company-also = company, business, with VAT number
    .enough = No, that is all
    .enough-also = no, no thanks
    .short = shall I have an invoice mailed to you?
    .title = Kind of invoice
information-invoice-company = What should it say? Please write the company's name, address and VAT number in one message.
    .short = which company details should the invoice have?
    .title = Company details
information-invoice-confirm = { $company ->
        [yes] An invoice for order { $number }, made out to: { $details }. It goes to the e-mail address of the order.
       *[no] The invoice for order { $number }, by mail to the e-mail address of the order.
    } Is that right?
information-invoice-refused = I am sorry, I could not note that with your order.
information-invoice-promise = Done. The invoice for order { $number } will be in your mailbox by { $due }.
information-newsletter = Would you like to get our newsletter, or to leave it?
    .subscribe = Sign me up
    .subscribe-also = subscribe, join, get it
    .unsubscribe = Take me off
    .unsubscribe-also = unsubscribe, leave, remove me
    .short = would you like to get our newsletter, or to leave it?
information-newsletter-email = Which e-mail address is it about?
    .short = which e-mail address is it about?
    .title = E-mail address
information-subscribe = You would like our newsletter with news and offers sent to { $email }. You can leave it at any time; one word here is enough. Do you agree?
information-unsubscribe = I take { $email } off our newsletter. Mails about your orders still reach you. Is that right?
information-subscribed = Done. From the next issue on, { $email } gets our newsletter.
information-unsubscribed = Done. No more newsletters go to { $email }.
information-newsletter-same = { $outcome ->
        [already_subscribed] { $email } is on our list already, so nothing needs to be done.
       *[not_subscribed] { $email } is not on our list. Perhaps the newsletter goes to another address of yours?
    }
information-newsletter-refused = I am sorry, that did not work for { $email }.
information-account-delete = Will you do it yourself, or shall a colleague close the account for you?
    .self = I will do it myself
    .self-also = myself, alone
    .person = A colleague, please
    .person-also = colleague, person, you do it
    .short = will you close the account yourself, or shall a colleague do it?
handover-account-delete = A colleague checks that the account is yours and closes it. You have the answer here by { $due }.

### Flow: complaint

complaint-sorry = { $mood ->
        [angry] { $named ->
            [no] I am sorry
           *[yes] { $name }, I am sorry
        }. You should not have had to go through that.
       *[other] { $named ->
            [no] I am sorry
           *[yes] { $name }, I am sorry
        } that we have let you down. Thank you for telling us openly.
    }
complaint-nested = I take that seriously. If you like, a person takes it from here.
complaint-what = { $mood ->
        [angry] What happened? If you would rather tell a person, just say so.
       *[other] What happened? Please tell me all of it, in as many words as you like.
    }
    .person = A person, please
    .short = what happened?
    .title = What happened
complaint-wish = { $mood ->
        [angry] What would put it right?
       *[other] Thank you, I can see why that upsets you. What would put it right for you? Choose, or write it in your own words.
    }
    .matter = Sort out my order
    .matter-also = my order, fix it, solve it
    .voucher = A voucher
    .voucher-also = voucher, compensation, coupon, discount
    .heard = Just pass it on
    .heard-also = I just wanted to say it, nothing more
    .person = A person, please
    .person-also = person, human, agent, operator
    .short = what would put it right for you?
    .title = What you would like
complaint-matter = What is it about? We can look at it straight away.
    .person = A person, please
    .person-also = person, human, agent, operator, something else
    .short = what is it about?
complaint-order = A voucher belongs to an order, so that the right person gets it. Is there an order this is about?
    .order = Yes, an order
    .order-also = yes, there is
    .none = No order
    .none-also = no, none, skip
    .short = is there an order this is about?
complaint-no-order = Without an order I cannot give a voucher myself. That is for a colleague to decide.
complaint-offer = As an apology I can give you a voucher of { $value } for your next purchase (order { $number }). Is that all right with you?
    .take = Yes, I accept
    .take-also = yes, ok, thank you, good
    .person = A person, please
    .person-also = no, not enough, person, human
    .short = would a voucher of { $value } be all right with you?
complaint-voucher = Your voucher: { $code }, worth { $value }{ $dated ->
        [yes] {" "}(valid until { $until })
       *[no] {""}
    }. Enter the code at the checkout. Once more, I am sorry.
complaint-refused = { $why ->
        [limit] I am sorry: there was a voucher for you within the last { $days ->
            [one] { $days } day
           *[other] { $days } days
        } already, and I may not give a second one. What else we can do is for a colleague to decide.
       *[other] I am sorry, the voucher cannot be made just now.
    }
complaint-heard = Our team has it now, word for word as you wrote it. Thank you for being open with us.
handover-complaint = { $mood ->
        [angry] { $named ->
            [no] A colleague has
           *[yes] { $name }, a colleague has
        } all of it now and answers here by { $due }. You need not repeat a word.
       *[other] { $named ->
            [no] I am passing this
           *[yes] { $name }, I am passing this
        } to a colleague who can decide more than I can. They have everything you wrote and answer here by { $due }.
    }

### Flow: callback

callback-when = { $state ->
        [open] When shall we call? Somebody is here today: { $span }.
        [closed] When shall we call? We are closed now; somebody is here again from { $opens }.
       *[always] When shall we call?
    }
    .soon = As soon as possible
    .soon-also = asap, right away, right now
    .morning = Tomorrow morning
    .afternoon = Tomorrow afternoon
    .next-morning = Next workday a.m.
    .next-afternoon = Next workday p.m.
    .short = when shall we call?
    .title = Time of the call
callback-phone = Which number shall we call? With the country code, please, if it is from abroad.
    .short = which number shall we call?
    .title = Phone number
callback-topic = What is it about? Then the right colleague calls.
    .order = An order
    .order-also = my order
    .product = A product
    .product-also = advice, products
    .other = Something else
    .other-also = other, skip
    .short = what is the call about?
    .title = Topic
callback-confirm = A call to { $phone }, { $when ->
        [soon] as soon as possible
        [morning] { $day }, in the morning
        [afternoon] { $day }, in the afternoon
       *[other] time: “{ $when }”
    }{ $topic ->
        [known] {""}
        [order] , about an order
        [product] , about a product
        [other] {""}
       *[else] , about: { $topic }
    }. Is that right?
callback-promise = { $named ->
        [no] A colleague
       *[yes] { $name }, a colleague
    } will call you at { $phone } in the { $part ->
        [morning] morning
       *[afternoon] afternoon
    }, by { $due } at the latest.
callback-promise-soon = { $named ->
        [no] A colleague
       *[yes] { $name }, a colleague
    } will call you at { $phone } by { $due }.
callback-promise-time = { $named ->
        [no] I have noted
       *[yes] { $name }, I have noted
    } your time: “{ $when }”. By { $due } a colleague will have called { $phone } or agreed the time with you here.
handover-callback = The colleague has everything you wrote here, so you need not tell it twice.

### Flow: closing

closing-solved = { $named ->
        [no] My colleague considers this settled. Did that solve it for you?
       *[yes] { $name }, my colleague considers this settled. Did that solve it for you?
    }
    .short = did that solve it for you?
    .yes = Yes, solved
    .yes-also = solved, all good, perfect, that's all, great, it works, yes …, no problem …, no problems …, no more …, no worries …
    .no = Not yet
    .no-also = not solved, still a problem, no …, not …, still …, it still …, i still …, it is still …
closing-sorry = I am sorry that it is not settled yet.
closing-rate = { $named ->
        [no] Thank you!
       *[yes] Thank you, { $name }!
    } How did we help you, from 1 (badly) to 5 (very well)? One tap is enough.
    .short = how did we help you, from 1 (badly) to 5 (very well)?
    .r1 = 1 – badly
    .r1-also = terrible, awful, very bad
    .r2 = 2 – not well
    .r2-also = poor, poorly
    .r3 = 3 – so-so
    .r3-also = average, so so
    .r4 = 4 – well
    .r4-also = good
    .r5 = 5 – very well
    .r5-also = excellent, great, perfect, very good
closing-comment = { $rating ->
        [low] I am sorry that it was not better, and thank you for saying so. What should we do differently? One sentence is enough.
       *[high] Thank you! Would you like to add a sentence? My colleagues read it.
    }
    .short = would you like to add a sentence?
    .skip = No, thank you
    .skip-also = skip, nothing, no
closing-thanks = { $named ->
        [no] Thank you for writing to us.
       *[yes] Thank you, { $name }.
    } Have a good day!
closing-coupon = Thank you for your opinion! Here is a small voucher: { $code }, worth { $value }{ $dated ->
        [yes] {" "}(valid until { $until })
       *[no] {""}
    }. Enter the code at the checkout.

### Flow: human

human-about = Of course, I am passing you on. In a few words, what is it about? Then nobody has to ask you again.
    .skip = Just a person
    .skip-also = skip, does not matter, a person
    .short = in a few words, what is it about?
    .title = What it is about
handover-asked = { $mood ->
        [angry] A colleague takes over and has everything you wrote. The answer comes here by { $due }.
       *[other] { $named ->
            [no] I am passing you
           *[yes] { $name }, I am passing you
        } to a colleague with everything you wrote, so you need not say a word of it twice. You can expect the answer here by { $due }.
    }

### Flow: small_talk

small-talk-other = Gladly. Tell me in your own words what it is about.
greeting = { $mood ->
        [calm] Hello{ $named ->
            [no] {""}
           *[yes] , { $name }
        }! { $again ->
            [yes] Good to hear from you again.
           *[no] I am the chat bot of { $shop }. What I cannot do, my colleagues can.
        } How can I help you?
       *[other] Hello{ $named ->
            [no] {""}
           *[yes] , { $name }
        }. I am the chat bot of { $shop }; a colleague can take over at any time. What is it about?
    }
    .other = Something else
    .short = how can I help you?
greeting-nested = Hello{ $named ->
        [no] {""}
       *[yes] , { $name }
    }!
thanks = { $mood ->
        [calm] You are welcome{ $named ->
            [no] {""}
           *[yes] , { $name }
        }! If anything else comes up, just write.
       *[other] You are welcome. If anything else comes up, just write.
    }
thanks-nested = You are welcome.
goodbye = { $mood ->
        [calm] Goodbye{ $named ->
            [no] {""}
           *[yes] , { $name }
        }, and have a good day!
       *[other] Goodbye. You can write here at any time.
    }
goodbye-nested = Goodbye! What we have begun stays here until you are back.
praise = { $tone ->
        [friendly] That is lovely to hear, thank you{ $named ->
            [no] {""}
           *[yes] , { $name }
        }! 😊
       *[formal] Thank you{ $named ->
            [no] {""}
           *[yes] , { $name }
        }, we are very glad to hear that.
    }
help = I can tell you where an order is, change or cancel it, take returns and exchanges, help you choose, and say what is in stock and what it costs. For everything else there are my colleagues. What do you need?
    .other = Something else
    .short = what do you need?
help-nested = Answer by a button, by its number or in your own words; “back” goes one step back, “cancel” leaves the matter. Other questions are welcome in between.
are-you-a-bot = Yes, I am a bot: the shop's chat assistant. I look things up in the shop's own data, and when I do not know, I say so. Behind me there are people, and you can talk to one at any time.
out-of-scope = I know my way around this shop only, I am afraid. Here is what I can help you with:
    .other = Something else
    .short = what can I help you with?
out-of-scope-nested = I know my way around this shop only, I am afraid.
change-language = Which language shall we speak?
    .en = English
    .en-also = english, англійська, английский, angleščina, angleško
    .ru = Русский
    .ru-also = russian, російська, ruščina, rusko
    .uk = Українська
    .uk-also = ukrainian, украинский, ukrajinščina, ukrajinsko
    .sl = Slovenščina
    .sl-also = slovenian, slovene, словенский, словенська, slovensko
    .short = which language shall we speak?
erase-data = I can erase what this chat knows about you: your name, your contacts, this conversation and what was remembered from it. The shop must keep orders and invoices for as long as tax law says. It cannot be undone. Shall I erase it?
    .yes = Yes, erase it
    .yes-also = yes, delete it, erase everything
    .no = No, keep it
    .no-also = no, keep everything, leave it
    .short = shall I erase what this chat knows about you?
erase-data-kept = All right, nothing was erased.
erase-data-done = It is done: this chat remembers nothing of you any more. Your orders and invoices stay with the shop for as long as the law says. If you write again, we start afresh.
late-nothing = All right. If you need anything, just write.

### Flow: link

link-where = { $channel ->
        [telegram] on Telegram
        [whatsapp] on WhatsApp
        [viber] on Viber
        [webchat] on our website
       *[other] on another channel
    }
link-code = { $named ->
        [no] This is your code
       *[yes] { $name }, this is your code
    }: { $code }
    It is good for one hour, until { $until }, and can be used once. { $doors ->
        [0] Send it to us as a message on the other channel
       *[other] Open one of the links below, or send the code to us as a message on the other channel
    }, and we go on there where we are here. Please keep it to yourself: whoever sends it sees what you may see.
link-door = { $channel ->
        [telegram] On Telegram
        [whatsapp] On WhatsApp
        [viber] On Viber
       *[other] On the other channel
    }: { $url }
link-joined = { $named ->
        [no] Done:
       *[yes] Done, { $name }:
    } this chat and the one { link-where } now belong together, and you need not prove again here what you have proven there. To part them again, write /unlink.
link-notice = Another chat, { link-where }, was just joined with this one by your code. If that was not you, please write /unlink here at once; that chat then loses what it got from this one.
link-own = This code was made right here, in this chat. Please send it on the channel where you want to go on.
link-already = This chat and the one { link-where } belong together already; there is nothing more to do. To part them, write /unlink.
link-wrong = I cannot use this code. Please compare it with the one you were given, or get a new one: write /link in the chat you want to go on from, or ask the shop.
link-closed = There were too many codes that did not fit. For the safety of our customers I take codes again at { $until }.
link-order = Thank you, the code fits. This is about order { $number }.
unlink-done = { $named ->
        [no] Done:
       *[yes] Done, { $name }:
    } this chat stands alone again. What it got from your other chats is gone from here, and what they got from it is gone from there.
unlink-alone = This chat is not joined with any other. To join one, write /link.

### Flow: order_status

order-status-head = { $count ->
        [1] Order { $number }
       *[other] Parcel { $nth } of { $count } ({ $items })
    }
order-status-when = { $when ->
        [eta] {" "}Expected on { $eta }.
        [promised] {" "}The carrier has not named a day yet; the promised day is { $promised }.
        [told] {""}
       *[unknown] {" "}The carrier has not named a day.
    }
order-status-scan = { $scan ->
        [seen] Last scan: { $seen }{ $placed ->
            [no] {""}
           *[yes] , { $place }
        } ({ $age ->
            [0] today
            [1] yesterday
           *[other] { $age } days ago
        }).
       *[none] The carrier has not scanned it yet.
    }
order-status-track = { $tracked ->
        [link] Tracking { $track }: { $url }
        [url] Tracking: { $url }
        [number] Tracking number: { $track }
       *[none] {""}
    }
order-status-sorry-late = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    }: { $passed ->
        [yes] order { $number } is late. It was promised for { $promised }{ $when ->
            [eta] . The carrier's new date is { $eta }.
           *[other] , and the carrier gives no new date.
        }
       *[no] order { $number } will come later than promised: on { $eta } instead of { $promised }.
    }
order-status-sorry-lost = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    }: { $carrier } reports a parcel of order { $number } as lost.
order-status-sorry-returned = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    }: a parcel of order { $number } did not reach you and went back to us.
order-status-sorry-silent = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    }: { $carrier } has not reported anything about order { $number } for { $age ->
        [one] { $age } day
       *[other] { $age } days
    }. That is too long.
order-status-sorry-attempted = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    } that you and the courier missed each other with order { $number }.
order-status-on-time = I have checked{ $named ->
        [no] {""}
       *[yes] , { $name }
    }: order { $number } is on time. It is promised for { $promised }, so it is not late yet.
order-status-parcel-labelled =
    { order-status-head } is packed and waits for { $carrier } to collect it.{ order-status-when }
    { order-status-track }
order-status-parcel-on-the-way =
    { order-status-head } is on its way with { $carrier }.{ order-status-when }
    { order-status-scan }
    { order-status-track }
order-status-parcel-out-for-delivery =
    { order-status-head } is with the { $carrier } courier and comes to you now.{ order-status-when }
    { order-status-scan }
    { order-status-track }
order-status-parcel-at-pickup =
    { order-status-head } is ready for you to pick up{ $point ->
        [no] {""}
       *[yes] : { $pickup }
    }. { $kept ->
        [yes] It is kept until { $until }.
        [over] It was kept until { $until }, and that day has passed.
       *[no] How long it is kept I do not know; please check with { $carrier }.
    }
    { order-status-track }
order-status-parcel-attempted =
    { order-status-head }: { $carrier } came by and found nobody at home.{ order-status-when } You can agree on another time or place with { $carrier }.
    { order-status-scan }
    { order-status-track }
order-status-parcel-delivered =
    { order-status-head } was delivered by { $carrier }{ $dated ->
        [no] ; the day is not known to me
       *[yes] {" "}on { $delivered }
    }{ $point ->
        [no] {""}
       *[yes] {" "}to { $pickup }
    }.
    { order-status-track }
order-status-parcel-lost =
    { order-status-head } is registered as lost by { $carrier }.
    { order-status-scan }
    { order-status-track }
order-status-parcel-returned =
    { order-status-head } was sent back to us by { $carrier }.
    { order-status-scan }
    { order-status-track }
order-status-rest =
    Still here, not sent yet: { $items }
    { $dated ->
        [no] The day for these is not known yet.
       *[yes] Promised for { $promised }.
    }
order-status-cash = You pay the courier on delivery: { $amount }.
order-status-promise-carrier = A colleague asks { $carrier } where the parcel of order { $number } is and writes to you here by { $due }.
order-status-promise-lost = A colleague settles this with { $carrier } and asks you here by { $due } whether we send order { $number } again or return your money.
order-status-promise-returned = A colleague finds out why the parcel of order { $number } came back and asks you here by { $due } whether we send it again or return your money.
order-status-promise-packing = A colleague checks in the warehouse when order { $number } leaves and tells you the new day here by { $due }.
order-status-late-packing = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    }: order { $number } was promised for { $promised } and has not left our warehouse yet. I do not know the new day.
order-status-packing = Order { $number } { $state ->
        [packing] is being packed right now
       *[other] is accepted and waits to be packed
    }; it has not been sent yet. { $dated ->
        [no] The delivery day is not known yet.
       *[yes] Promised for { $promised }.
    }
order-status-unpaid = Order { $number } has not been sent because the payment has not arrived: { $amount } is open. As soon as it is paid, it goes to packing.
order-status-failed = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    }: the payment for order { $number } did not go through, so it has not been sent. { $amount } is open; once it is paid, the order goes to packing.
order-status-untracked = Order { $number } { $state ->
        [delivered] has been delivered.
        [partly_shipped] has been sent in part; the rest is still here.
       *[other] has been sent.
    } I have no tracking for it, so I cannot see the delivery day.
order-status-cancelled = Order { $number } is cancelled, so nothing is on its way. { $money ->
        [back] { $refunded } has been paid back to you.
        [part] { $refunded } of { $paid } has been paid back to you so far.
        [coming] { $paid } is still to be paid back; that takes up to { $days ->
            [one] { $days } working day
           *[other] { $days } working days
        }.
       *[none] Nothing was charged.
    }
order-status-returned = Order { $number } has come back to us as a return. I can show you where your money is.

### Flow: order_confirmation

order-confirmation-placed = Yes{ $named ->
        [no] {""}
       *[yes] , { $name }
    }, order { $number } is in; it was placed on { $placed }. { $payment ->
        [paid] It is paid: { $paid }.
        [authorised] The bank has reserved the money ({ $due }); it is taken only when the order is sent.
        [on_delivery] You pay the courier on delivery: { $due }.
        [unpaid] It is not paid yet: { $due } is open.
        [partly_refunded] It was paid, and a part has been paid back.
        [refunded] It was paid, and the money has been paid back.
       *[other] Whether the payment has arrived I cannot see yet.
    }
order-confirmation-failed = { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    }: order { $number } of { $placed } is in, but the payment of { $amount } did not go through.
order-confirmation-cancelled = Order { $number } was placed on { $placed } and is cancelled now.{ $back ->
        [no] {""}
       *[yes] {" "}{ $refunded } has been paid back.
    }
order-confirmation-content =
    In the order:
    { $items }
    Delivery: { $free ->
        [yes] free
       *[no] { $shipping }
    }{ $reduced ->
        [no] {""}
        [coupon] . Discount with code { $coupon }: −{ $discount }
       *[yes] . Discount: −{ $discount }
    }
    Total with VAT: { $total }. Payment: { $method }.
order-confirmation-pay = The order is kept for you and goes to packing as soon as { $amount } is paid.{ $linked ->
        [no] {""}
       *[yes] {" "}You can pay here: { $url }
    }
order-confirmation-next = { $state ->
        [here] Next it is packed and sent{ $dated ->
            [no] ; the delivery day is not known yet.
           *[yes] . It is promised for { $promised }.
        }
        [partly_shipped] A part is on its way already, the rest follows{ $dated ->
            [no] ; its day is not known yet.
           *[yes] . It is promised for { $promised }.
        }
        [shipped] It is on its way to you already{ $dated ->
            [no] .
           *[yes] ; promised for { $promised }.
        }
        [returned] It has come back to us as a return.
       *[delivered] It has been delivered already.
    }
order-confirmation-mail = The confirmation goes to { $email } and sometimes lands in the spam folder. Have you received it?
    .short = have you received the confirmation e-mail?
    .yes = Yes, it is there
    .no = No, nothing came
order-confirmation-mail-sorry = I am sorry about that. Your order is safe, only the e-mail did not reach you.
order-confirmation-address = Is { $email } your address?
    .short = is { $email } your address?
    .yes = Yes, that is mine
    .no = No, it is wrong
order-confirmation-email = Which e-mail address shall it go to?
    .short = which e-mail address shall the confirmation go to?
order-confirmation-promise = A colleague sends the confirmation of order { $number } to { $email } by { $due }.

### Flow: payment_problem

payment-problem-sorry = { $mood ->
        [calm] { $named ->
            [no] I am sorry
           *[yes] { $name }, I am sorry
        } that the payment is giving you trouble. Let us sort it out.
       *[other] { $named ->
            [no] I am sorry
           *[yes] { $name }, I am sorry
        } about the trouble with the payment.
    }
payment-problem-failed = Order { $number }: { $reason ->
        [declined] your bank declined the payment
        [expired_card] the card has expired
        [insufficient_funds] the bank says that there was not enough money in the account
        [timeout] the bank did not answer in time
       *[unknown] the payment did not go through; the bank gave no reason
    }. { $charged ->
        [no] Nothing was charged.
        [part] { $paid } has arrived with us.
       *[unknown] No money has arrived with us; whether the bank is holding some I cannot see from here.
    } The order is kept for you, { $amount } is open.
payment-problem-unpaid = Order { $number } is in, but not paid yet: { $amount } is open. No payment has arrived with us.
payment-problem-way = What would you like to do?
    .short = what would you like to do about the payment?
    .pay = Pay now
    .pay-also = pay, link, how do i pay
    .again = Pay again
    .again-also = try again, retry, pay now, link
    .other = Pay another way
    .other-also = other card, another card, paypal, different method
    .bank = Why did it fail?
    .bank-also = bank, reason, why
    .paid = I have paid already
    .paid-also = already paid, i paid, paid
    .charged = I was charged
    .charged-also = money was taken, charged anyway, charged twice, double charge
payment-problem-bank = { $reason ->
        [declined] Banks do not tell us more than "declined". Often it is a limit for online payments or the confirmation in the bank's app; your bank can lift it in a minute.
        [expired_card] The date on the card has passed. With a newer card it works.
        [insufficient_funds] The account or the card limit did not cover { $amount } at that moment. After a transfer, or with another card, it works.
        [timeout] The connection to the bank broke off; that is nobody's fault on your side. If your bank shows a reserved amount, wait for it to be released before you pay again.
       *[unknown] The bank gave us no reason. Your bank can see it on its side; often it is a limit for online payments.
    }
payment-problem-other = { $linked ->
        [yes] On the payment page you can choose another card or another way to pay.
       *[no] Another card or another way to pay is fine.
    }
payment-problem-link = Here you can pay { $amount }: { $url }
payment-problem-promise-link = A colleague sends you a way to pay { $amount } for order { $number } here by { $due }.
payment-problem-cancelled = Order { $number } is cancelled, so there is nothing to pay. { $state ->
        [back] { $refunded } has been paid back to you.
        [part] { $refunded } of { $paid } has been paid back to you so far.
        [coming] { $paid } is still to be paid back; that takes up to { $days ->
            [one] { $days } working day
           *[other] { $days } working days
        }.
       *[none] We have received no money for it.
    }
payment-problem-unknown = I cannot see a payment for order { $number } with us yet. Please do not pay a second time for now.
payment-problem-promise-unknown = A colleague checks the payment of order { $number } in our books and writes to you here by { $due }.
payment-problem-fine = { $payment ->
        [paid] I have checked: order { $number } is paid, { $paid } has arrived. There is nothing more to pay.
        [authorised] I have checked: the bank has reserved { $due } for order { $number }. It is taken only when the order is sent, so it may look open until then. You need not do anything.
        [on_delivery] I have checked: order { $number } is paid to the courier on delivery, { $due }. There is nothing to pay online.
        [partly_refunded] I have checked: order { $number } is paid, and { $refunded } of it has been paid back to you.
       *[refunded] I have checked: the money for order { $number } has been paid back, { $refunded }.
    }
payment-problem-seen = What do you see on your side?
    .short = what do you see on your side?
    .error = An error message
    .error-also = error, failed, declined, it says failed
    .twice = Charged twice
    .twice-also = double charge, two payments, charged two times
    .unpaid = It says unpaid
    .unpaid-also = not paid, unpaid, open, reminder
payment-problem-error = That message belongs to a try that did not go through. What counts is what I see here: nothing more is to be paid for order { $number } just now.
payment-problem-twice = Money taken for nothing must come back. So that a colleague can compare it with our books, I need two things.
payment-problem-charges = Which amounts were charged, and on which days? Please write them as they are on your statement.
    .short = which amounts were charged, and on which days?
payment-problem-statement = A picture of the statement with both lines would help. Everything else on it may be covered.
    .short = do you have a picture of the statement?
    .none = I have no picture
    .none-also = no, without a picture, skip, don't have one
payment-problem-where = Where do you see it as unpaid? In your account, in an e-mail, somewhere else?
    .short = where do you see it as unpaid?
payment-problem-promise-shown = A colleague corrects what is shown for order { $number } and confirms it to you here by { $due }. Please pay nothing more.

### Flow: delivery_damaged

delivery-damaged-sorry = { $mood ->
        [calm] { $named ->
            [no] I am sorry
           *[yes] { $name }, I am sorry
        } that it arrived damaged. That must not happen; you pay nothing for it.
       *[other] { $named ->
            [no] I am sorry
           *[yes] { $name }, I am sorry
        } that it arrived damaged. You pay nothing for it.
    }
delivery-damaged-arrived = As far as I can see, order { $number } has not been delivered yet. Do you have it already?
    .short = do you have the parcel already?
    .yes = Yes, I have it
    .no = No, not yet
delivery-damaged-cancelled = Order { $number } is cancelled, so I cannot register damage to it. Perhaps another order is meant; a person can look as well.
delivery-damaged-waiting = Then please wait until order { $number } is with you. If the box is damaged, let the courier note it or refuse it, and write to me.
delivery-damaged-item = Which item is damaged?
    .short = which item is damaged?
    .title = Item
delivery-damaged-already = A case for { $item } is open already{ $numbered ->
        [no] {""}
       *[yes] , number { $case }
    }. You need not report it again.
delivery-damaged-pieces = The order has { $count } of { $item }. How many are damaged?
    .short = how many are damaged?
    .title = How many
delivery-damaged-photo = Please send me a photo of the damage to { $item }, and of the box if you still have it.
    .short = do you have a photo of the damage?
    .none = I have no photo
    .none-also = no, without a photo, skip, don't have one
    .title = Photo
delivery-damaged-what = That is fine without a photo. What is broken? One sentence will do.
    .short = what is broken?
    .title = What is broken
delivery-damaged-wish = What would you prefer for { $item }?
    .short = a replacement or the money back?
    .replacement = A replacement
    .replacement-also = new one, exchange, another one, replace it
    .refund = My money back
    .refund-also = refund, money
    .title = What you prefer
delivery-damaged-out = { $state ->
        [out] { $item } is out of stock just now{ $dated ->
            [no] , and when it is back is not known.
           *[yes] ; it is back on { $restock }.
        }
       *[other] { $item } is not made any more, so I cannot offer you the same one.
    } What would you prefer?
    .short = what would you prefer?
    .wait = Wait for a new one
    .wait-also = wait, replacement
    .refund = My money back
    .refund-also = refund, money
    .person = Something similar
    .person-also = similar, another model, person
delivery-damaged-person = So that you get the right thing for { $item }, a person decides here. You need not send anything again.
delivery-damaged-summary =
    Is this right?
    Order { $number }: { $item }, { $pieces ->
        [one] { $pieces } piece
       *[other] { $pieces } pieces
    }
    Damage: { $described ->
        [yes] { $what }
       *[no] { $pictures ->
            [one] { $pictures } photo
           *[other] { $pictures } photos
        }
    }
    You would like: { $wish ->
        [replacement] a replacement
       *[refund] the money back
    }
delivery-damaged-refused = { $reason ->
        [window_over] { $item } was delivered more than { $days ->
            [one] { $days } day
           *[other] { $days } days
        } ago, so I cannot register it by myself. A colleague can, and nothing is lost.
        [not_delivered] Our system does not show { $item } as delivered yet, so I cannot register it by myself. A colleague can.
        [already_returned] { $item } is in a return already, so I cannot register it a second time. A colleague looks at both.
       *[other] Our system does not let me register it. A colleague can do it by hand.
    }
delivery-damaged-done =
    It is registered, case { $case }. { $labelled ->
        [yes] Here is the return label, paid by us: { $url }
       *[no] Sending it back costs you nothing.
    } Please pack the damaged item as it is and hand it to the carrier{ $dated ->
        [no] .
       *[yes] {" "}by { $until }.
    }{ $wish ->
        [refund] {" "}The money{ $known ->
            [yes] {" "}({ $amount })
           *[no] {""}
        } is back at most { $days ->
            [one] { $days } working day
           *[other] { $days } working days
        } after the parcel reaches us.
       *[replacement] {""}
    }
delivery-damaged-promise = A colleague arranges the new { $item } (case { $case }) and tells you the delivery day here by { $due }.

### Flow: delivery_missing

delivery-missing-sorry = { $mood ->
        [calm] { $named ->
            [no] I am sorry
           *[yes] { $name }, I am sorry
        } that not everything has come as it should. Let us find out what happened.
       *[other] { $named ->
            [no] I am sorry
           *[yes] { $name }, I am sorry
        } that not everything has come as it should.
    }
delivery-missing-cancelled = Order { $number } is cancelled, so nothing was to be delivered. If you have paid for it, I can show you where the money is.
delivery-missing-what = What happened with order { $number }?
    .short = what happened with the order?
    .nothing = Nothing has come
    .nothing-also = not received, never arrived, no parcel, didn't get it
    .incomplete = Something is missing
    .incomplete-also = missing item, incomplete, part is missing, not everything
    .wrong = A wrong item came
    .wrong-also = wrong product, wrong item, something else
delivery-missing-parcel = The order has several parcels. Which one is it about?
    .short = which parcel is it about?
delivery-missing-checked = { $carrier } reports it as delivered{ $dated ->
        [no] {""}
       *[yes] {" "}on { $delivered }
    }{ $placed ->
        [no] {""}
       *[yes] , { $place }
    }. Sometimes a neighbour, the family or a parcel locker has it, or it lies behind the door. Have you looked?
    .short = have you looked at the neighbours and in the locker?
    .yes = Looked, not there
    .yes-also = yes, checked, looked everywhere, asked everyone, i looked it is not there, nobody has it
    .no = Not yet
    .found = I have found it
    .found-also = found, it is here
delivery-missing-found = I am glad that it has turned up.
delivery-missing-look = Please look there first; most parcels turn up that way. If it does not, write to me with the number { $number }, and we search for it.
delivery-missing-promise-carrier = { $known ->
        [yes] A colleague asks { $carrier } where parcel { $track } was left and who signed for it, and writes to you here by { $due }.
       *[no] A colleague asks the carrier where order { $number } was left and writes to you here by { $due }.
    } If it is not found, you get a new one or your money back.
delivery-missing-not-yet = It is not lost: order { $number } { $state ->
        [unpaid] has not been sent because it is not paid yet.
        [unsent] has not been sent yet{ $dated ->
            [no] ; its day is not known yet.
           *[yes] . It is promised for { $day }.
        }
        [pickup] is ready for you to pick up{ $point ->
            [no] .
           *[yes] : { $pickup }.
        }
       *[moving] is still on its way with { $carrier }{ $dated ->
            [no] ; the day is not known.
           *[yes] , expected on { $day }.
        }
    }{ $linked ->
        [no] {""}
       *[yes] {" "}Tracking: { $url }
    }
delivery-missing-item = Which item is missing?
    .short = which item is missing?
delivery-missing-instead-of = Which item should have been in the box?
    .short = which item should have been in the box?
delivery-missing-instead = And what came instead of { $item }?
    .short = what came instead?
delivery-missing-photo = A photo of what came would help.
    .short = do you have a photo of what came?
    .none = I have no photo
    .none-also = no, without a photo, skip, don't have one
delivery-missing-detail = The order has { $count } of { $item }. How many came, and is anything else missing?
    .short = how many came?
delivery-missing-other-parcel = { $item } is not lost, it { $state ->
        [unpaid] has not been sent because the order is not paid yet.
        [unsent] has not been sent yet{ $dated ->
            [no] ; its day is not known yet.
           *[yes] ; it is promised for { $day }.
        }
        [pickup] travels in a parcel of its own, which is ready for you to pick up{ $point ->
            [no] .
           *[yes] : { $pickup }.
        }
       *[moving] travels in another parcel with { $carrier }{ $dated ->
            [no] ; the day is not known.
           *[yes] , expected on { $day }.
        }
    }{ $linked ->
        [no] {""}
       *[yes] {" "}Tracking: { $url }
    }
delivery-missing-wish = What would you prefer?
    .short = shall we send it or pay it back?
    .send = Send me the item
    .send-also = send it, right item, right one, replacement, the missing one
    .refund = My money back
    .refund-also = refund, money
delivery-missing-promise = I have noted it at order { $number }. A colleague { $wish ->
        [send] sends { $item } and tells you the delivery day
       *[refund] pays { $item } back and confirms it
    } here by { $due }.{ $kind ->
        [wrong] {" "}Please keep what came for now; sending it back costs you nothing.
       *[missing] {""}
    }

### Flow: change_order

change-order-fee = Cancelling costs nothing as long as the order has not been sent. After that you can refuse the parcel, or send it back within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } of delivery.
change-order-what = What shall we change in order { $number }?
    .short = what shall we change in order { $number }?
    .items = Items in the order
    .items-also = items, products, quantity, colour, size, add, remove
    .address = Delivery address
    .address-also = address, street, phone, pick-up point
    .cancel = Cancel it
    .cancel-also = cancel the order, cancellation
change-order-address = Which address shall order { $number } go to? Please write street, postcode and town.
    .short = which address shall the order go to?
    .title = Address
change-order-address-summary =
    Shall I change it like this?
    Order { $number } goes to: { $address }
change-order-address-done = Done: order { $number } goes to { $address }.{ $dated ->
        [no] {""}
       *[yes] {" "}The promised day was { $promised }; a far-away address can take longer.
    }
change-order-cancel-summary = Shall I cancel order { $number } ({ $items }, { $total })? It costs nothing, and it cannot be undone.
change-order-cancel-done = Order { $number } is cancelled, and it costs you nothing. { $paid ->
        [yes] { $amount } goes back the way you paid ({ $method }), { $dated ->
            [yes] by { $until }.
           *[no] which takes up to { $days ->
                [one] { $days } working day
               *[other] { $days } working days
            }.
        }
       *[no] Nothing was charged.
    }
change-order-items =
    In the order now: { $items }
    What would you like instead? Write it in your own words.
    .short = what would you like to change in the order?
    .title = Change
change-order-items-summary =
    Shall I pass this on?
    Order { $number }: { $change }
change-order-items-promise = I have noted it at order { $number }. A colleague changes it, or tells you what is not possible, here by { $due }.
change-order-refused = I am sorry, the shop system did not accept the change to order { $number }.
change-order-late-shipped = { $wish ->
        [cancel] Order { $number } has been sent already, so I can no longer cancel it. You can refuse the parcel at the door, or send it back within { $days ->
            [one] { $days } day
           *[other] { $days } days
        } of delivery.
        [address] Order { $number } has been sent already, so I can no longer change the address.{ $linked ->
            [no] {" "}You can ask the carrier to redirect it, or refuse the parcel.
           *[yes] {" "}You can ask { $carrier } to redirect it: { $url }
        }
       *[items] Order { $number } has been sent already, so I can no longer change what is in it. What you do not need you can send back within { $days ->
            [one] { $days } day
           *[other] { $days } days
        } of delivery; what is missing is quickly ordered.
    }
change-order-late-partly-shipped = A part of order { $number } is on its way already, so I cannot change it by myself. For what is still here there is perhaps time.
change-order-late-locked = Order { $number } is so close to leaving that I can no longer change it by myself. A person in the warehouse perhaps can.
change-order-late-delivered = Order { $number } has been delivered, so there is nothing to { $wish ->
        [cancel] cancel
       *[other] change
    } any more. { $dated ->
        [no] You can send things back within { $days ->
            [one] { $days } day
           *[other] { $days } days
        } of delivery.
        [over] The days for a return ended on { $until }; if something is faulty, the guarantee still helps.
       *[yes] You can send things back until { $until }.
    }
change-order-late-returned = Order { $number } has come back to us as a return, so there is nothing to change any more. I can show you where your money is.
change-order-late-cancelled = Order { $number } is cancelled already{ $back ->
        [no] , and nothing is sent.
       *[yes] , and { $amount } has been paid back to you.
    }

### Flow: product

product-price-line = { $vat ->
        [included] { $price } including { $rate }% VAT
        [included_unrated] { $price } including VAT
        [plus] { $price } plus { $rate }% VAT
        [plus_unrated] { $price } plus VAT
       *[unknown] { $price } (whether that includes VAT is not known to me)
    }{ $reduced ->
        [yes] , reduced from { $was }
       *[no] {""}
    }.
product-stock-line = { $stock ->
        [in_stock] { $counted ->
            [yes] In stock: { $left ->
                [one] 1 piece
               *[other] { $left } pieces
            }.
           *[no] In stock.
        }
        [low] { $counted ->
            [yes] Only { $left ->
                [one] 1 piece
               *[other] { $left } pieces
            } left.
           *[no] Only a few left.
        }
        [out] Out of stock just now{ $dated ->
            [yes] ; it is expected back on { $back }.
           *[no] . When it comes back is not known yet.
        }
        [discontinued] It is no longer made and there are none left.
       *[unknown] Whether it is in stock is not known to me just now.
    }
product-ship-line = { $ships ->
        [yes] { $way }: { $free ->
            [yes] free of charge
           *[no] { $cost }
        }, { $days } working { $last ->
            [one] day
           *[other] days
        }.
        [hidden] {""}
       *[unknown] What delivery costs is not known to me.
    }
product-card = { $named ->
        [no] Here it is:
       *[yes] { $name }, here it is:
    } { $product }, { product-price-line }
    { product-stock-line }
    { product-ship-line }
product-price = { $product } costs { product-price-line }
    { product-ship-line }{ $more ->
        [yes] {" "}Or: { $others }.
       *[no] {""}
    }
product-stock = { $product }
    { product-stock-line }
product-successor = There is a newer one in its place: { $newer }, { product-price-line }
product-lines = { $topic ->
        [specs] { $product }, all the data:
        [instructions] { $product }, how to use it:
        [safety] { $product }, what to mind for safety:
       *[line] { $product }:
    }
    { $lines }
product-nothing = { $topic ->
        [specs] I have no technical data for { $product }, and I would rather not guess.
        [instructions] I have no instructions for { $product } here, and I would rather not guess. They are usually in the box.
        [safety] I have no safety notes for { $product } here, and with safety I would rather not guess.
       *[reviews] Nobody has reviewed { $product } yet.
    }
product-warranty = { $known ->
        [yes] { $product } has a guarantee of { $years ->
            [0] { $months } months
            [one] 1 year
           *[other] { $years } years
        }.
       *[no] My data names no guarantee period for { $product }. A colleague can tell you what applies.
    } { $note }
product-reviews = { $product }: ★ { $rating } of 5, { $count ->
        [one] 1 review
       *[other] { $count } reviews
    }.
    { $good_in ->
        [none] There is no good review among them.
       *[other] Liked: { $good_stars } “{ $good }” { $good_by }, { $good_in ->
            [ru] in Russian
            [uk] in Ukrainian
            [sl] in Slovenian
           *[en] in English
        }.
    }
    { $bad_in ->
        [none] Nobody has complained so far.
       *[other] Disliked: { $bad_stars } “{ $bad }” { $bad_by }, { $bad_in ->
            [ru] in Russian
            [uk] in Ukrainian
            [sl] in Slovenian
           *[en] in English
        }.
    }
product-fits = { $fits ->
        [yes] { $product } goes with: { $good }.
       *[no] I have no list of what goes with { $product }.
    }{ $fails ->
        [yes] {" "}It does not fit: { $bad }.
       *[no] {""}
    }
product-fit = { $fits ->
        [yes] Yes, { $product } and { $other } go together.
        [no] No, { $product } and { $other } do not go together.
       *[unknown] Whether { $product } and { $other } go together is not in my data, and I would rather not guess. A colleague can check.
    }
product-compare = 1: { $one }
    2: { $two }
    { $differ ->
        [yes] Where they differ (1 | 2):
       *[no] Their data sheets are the same.
    }
    { $lines }
    Price: { $price } | { $price_two }{ $vat ->
        [included] , VAT included
        [included_unrated] , VAT included
        [plus] , plus VAT
        [plus_unrated] , plus VAT
       *[unknown] {""}
    }
    Rating: { $rating } | { $rating_two }
    In stock: { $stock ->
        [in_stock] yes
        [low] the last ones
        [out] { $dated ->
            [yes] from { $back }
           *[no] not now
        }
        [discontinued] no longer made
       *[unknown] not known
    } | { $stock_two ->
        [in_stock] yes
        [low] the last ones
        [out] { $dated_two ->
            [yes] from { $back_two }
           *[no] not now
        }
        [discontinued] no longer made
       *[unknown] not known
    }
product-compare-with = What shall I compare { $product } with?
    .short = what shall I compare it with?
product-compare-same = For a comparison I need a second product besides { $product }; I did not find another one by that name.
product-which = { $unmet ->
        [yes] I did not find a product of ours in that. What is it called, or which department is it from?
       *[no] Which product is it about? Its name or a few words are enough.
    }
    .short = which product is it about?
    .title = Product
product-another = With pleasure. Which product is next?
    .short = which product is next?
product-near = There are several of that name. Which one do you mean?
    .short = which one do you mean?
    .none = None of these
    .none-also = another one, something else, neither
product-none = { $seen ->
        [yes] All right, none of those. What else is it called, or which department is it from?
       *[no] { $brief ->
            [yes] I am sorry, I did not find “{ $words }” in our shop.
           *[no] I am sorry, I did not find that in our shop.
        } Perhaps under another name? You can also look through a department or let me help you choose.
    }
    .short = what is the product called?
product-gone = I am sorry, we do not seem to have that. If you tell me what you need it for, I can look for something that does the same job.
product-more = { $mood ->
        [calm] What else would you like to know?
       *[other] What else do you need to know?
    }
    .short = what else would you like to know about the product?
    .specs = Specifications
    .specs-also = data, data sheet, technical data, features, size, weight, dimensions, material, specs
    .reviews = Reviews
    .reviews-also = review, opinions, rating, ratings, what do people say
    .price = Price and delivery
    .price-also = price, cost, delivery, shipping
    .stock = Is it in stock?
    .stock-also = stock, available, availability
    .warranty = Guarantee
    .warranty-also = warranty
    .instructions = How to use it
    .instructions-also = instructions, manual, instruction, how does it work, how do I use it
    .safety = Safety
    .safety-also = safe, dangerous, danger
    .fits = What fits it?
    .fits-also = accessories, spare parts, compatible, what goes with it, parts
    .compare = Compare
    .compare-also = comparison, difference, compare with another
    .successor = Show the newer one
    .successor-also = newer, new one, successor
    .another = Another product
    .another-also = other product, something else, different product
    .done = That is all, thanks
    .done-also = nothing, nothing else, that's all, no thanks, that is all, enough
product-order = Order it

### Flow: advice

advice-category = { $mood ->
        [calm] { $named ->
            [no] With pleasure.
           *[yes] With pleasure, { $name }.
        } What kind of thing are you looking for?
       *[other] What kind of thing are you looking for?
    }
    .short = what kind of thing are you looking for?
    .title = Department
advice-use = What is it for, above all?
    .short = what is it for?
    .title = Purpose
    .any = No matter
    .any-also = anything, whatever, everything, I don't know, all of it
advice-budget = About how much may it cost? You can also write an amount.
    .short = about how much may it cost?
    .title = Budget
    .any = Price is open
    .any-also = no limit, does not matter, no matter, skip, I don't know, whatever
advice-currency = Our prices are in { $currency }, so I have left that limit out rather than convert it wrongly.
advice-over = I am honest with you: up to { $budget } there is nothing that suits. The nearest begins at { $least }.
advice-widened = Exactly that I cannot offer right now, so here is what comes nearest.
advice-nothing = I am sorry, there is nothing in stock just now that I could recommend in good conscience.
advice-options = { $near ->
        [yes] This is what I can show you:
       *[no] { $count ->
            [one] There is one that suits you:
           *[other] These would suit you:
        }
    }
    1. { $name_0 }, { $price_0 }: { $why_0 ->
        [both] the best rated of these (★ { $stars_0 }) and the least expensive
        [rated] the best rated of these, ★ { $stars_0 }
        [cheap] the least expensive of these
        [suits_rated] made for this, ★ { $stars_0 }
        [suits] made for this
        [stars] rated ★ { $stars_0 }
       *[there] in stock
    }{ $why_1 ->
        [none] {""}
        [both] {"\u000A"}2. { $name_1 }, { $price_1 }: the best rated of these (★ { $stars_1 }) and the least expensive
        [rated] {"\u000A"}2. { $name_1 }, { $price_1 }: the best rated of these, ★ { $stars_1 }
        [cheap] {"\u000A"}2. { $name_1 }, { $price_1 }: the least expensive of these
        [suits_rated] {"\u000A"}2. { $name_1 }, { $price_1 }: made for this, ★ { $stars_1 }
        [suits] {"\u000A"}2. { $name_1 }, { $price_1 }: made for this
        [stars] {"\u000A"}2. { $name_1 }, { $price_1 }: rated ★ { $stars_1 }
       *[there] {"\u000A"}2. { $name_1 }, { $price_1 }: in stock
    }{ $why_2 ->
        [none] {""}
        [both] {"\u000A"}3. { $name_2 }, { $price_2 }: the best rated of these (★ { $stars_2 }) and the least expensive
        [rated] {"\u000A"}3. { $name_2 }, { $price_2 }: the best rated of these, ★ { $stars_2 }
        [cheap] {"\u000A"}3. { $name_2 }, { $price_2 }: the least expensive of these
        [suits_rated] {"\u000A"}3. { $name_2 }, { $price_2 }: made for this, ★ { $stars_2 }
        [suits] {"\u000A"}3. { $name_2 }, { $price_2 }: made for this
        [stars] {"\u000A"}3. { $name_2 }, { $price_2 }: rated ★ { $stars_2 }
       *[there] {"\u000A"}3. { $name_2 }, { $price_2 }: in stock
    }
    Which one shall I show you more of?
    .short = which one shall I show you more of?
    .title = Product
    .more = Show others
    .more-also = others, other ones, something else, next
    .none = None of these
    .none-also = neither, not really, something else
advice-detail = { $product }: { $summary }
    { $lines }
    Price: { $vat ->
        [included] { $price } including { $rate }% VAT
        [included_unrated] { $price } including VAT
        [plus] { $price } plus { $rate }% VAT
        [plus_unrated] { $price } plus VAT
       *[unknown] { $price } (whether that includes VAT is not known to me)
    }. { $low ->
        [yes] Only a few are left.
       *[no] In stock.
    }
advice-next = { $mood ->
        [calm] How would you like to go on? There is no hurry.
       *[other] How would you like to go on?
    }
    .short = how would you like to go on?
    .more = Show others
    .more-also = others, other ones, next, something else
    .later = I will think it over
    .later-also = later, not now, no thanks, maybe, I'll think about it
advice-order = Order it
advice-details = All about it
advice-all = Those were all I can honestly recommend for this. We can also look at it another way, or a colleague can advise you.

### Flow: place_order

place-order-which = { $named ->
        [no] With pleasure. What would you like to order?
       *[yes] With pleasure, { $name }. What would you like to order?
    }
    .short = what would you like to order?
    .title = Product
place-order-another = What else shall I put down?
    .short = what else shall I put down?
    .title = Next product
place-order-near = There are several of that name. Which one would you like?
    .short = which one would you like?
    .title = Product
    .none = None of these
    .none-also = another one, something else, neither
place-order-none = I am sorry, I did not find that in our shop. What else could it be called? If you are not sure yet, I can help you choose.
    .short = what is the product called?
    .title = Product
place-order-gone = I am sorry, I did not find that product, so I have put nothing down for it.
place-order-out = { $product } { $gone ->
        [yes] is no longer made, so I cannot put it down for you.
       *[no] is out of stock just now. { $dated ->
            [yes] It is expected back on { $back }.
           *[no] When it comes back is not known yet.
        }
    } { $some ->
        [yes] This is in stock instead:
       *[no] What would you like to do?
    }
    .short = what would you like instead of { $product }?
    .title = Instead
    .wait = Order it, I wait
    .wait-also = wait, I can wait, I'll wait, order anyway
    .leave = Leave it
    .leave-also = no, no thanks, forget it, then not
place-order-quantity = How many pieces? ({ $product })
    .short = how many pieces?
    .title = Quantity
place-order-fewer = { $clear ->
        [yes] In one go I can put down { $most ->
            [one] 1 piece
           *[other] at most { $most } pieces
        } of { $product }. How many shall it be? For more, a colleague is glad to help.
       *[no] How many pieces shall it be, from 1 to { $most }?
    }
    .short = how many pieces?
    .title = Quantity
    .leave = Leave it
    .leave-also = none, no thanks, forget it
place-order-more = I have that down. Anything else for this order?
    .short = anything else for this order?
    .enough = No, that is all
    .enough-also = no, nothing, nothing else, enough, that's all, done
    .add = Add a product
    .add-also = yes, one more, add, another product
place-order-delivery = How shall it reach you?
    .short = how shall it reach you?
    .title = Delivery
place-order-contact = Which e-mail or phone number may my colleague use to reach you about the order?
    .short = which e-mail or phone number may we use for the order?
    .title = E-mail or phone
place-order-summary = { $named ->
        [no] Is everything right?
       *[yes] { $name }, is everything right?
    }
    { $items }
    { $ships ->
        [yes] { $way }: { $free ->
            [yes] free of charge
           *[no] { $cost }
        }
       *[no] What delivery costs is not known to me; it is not in the sum.
    }
    Total: { $vat ->
        [included] { $total } including { $rate }% VAT
        [included_unrated] { $total } including VAT
        [plus] { $total } plus { $rate }% VAT
        [plus_unrated] { $total } plus VAT
       *[unknown] { $total } (whether that includes VAT is not known to me)
    }
    Contact: { $contact }
    Nothing is charged now.
    .short = shall I take the order down as shown?
place-order-refused = { $reason ->
        [out_of_stock] I am sorry, in the meantime it has been sold out, so the order was not taken down.
        [unknown_item] I am sorry, the shop no longer has one of these products, so the order was not taken down.
       *[other] I am sorry, the shop did not accept the order, so nothing was taken down and nothing was charged.
    }
place-order-taken = { $mood ->
        [calm] Thank you! Your order is taken down
       *[other] Your order is taken down
    } under { $reference }. A colleague checks it and writes to you by { $due } to confirm it, with the address and the ways to pay. Until then nothing is charged, and you can still change your mind.

### Flow: return_item

return-item-sorry = { $mood ->
    [angry] { $named ->
        [no] I am sorry about the fault.
       *[yes] { $name }, I am sorry about the fault.
    } Let us sort it out quickly.
   *[other] { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    } that it does not work as it should. Let us put that right; it takes a few short questions.
    }
return-item-hello = { $named ->
        [no] Of course,
       *[yes] Of course, { $name },
    } let us see about sending it back.
return-item-which = { $elsewhere ->
    [yes] I do not see that product in order { $number }. Which of these do you mean? If it was in another order, write “no, order” and its number.
   *[no] Which item do you want to send back?
    }
    .short = which item do you want to send back?
    .title = Item
return-item-already = There is already a return for { $item }, number { $case }. { $stage ->
    [requested] It has not been decided yet.
    [approved] It is approved{ $labelled ->
        [yes] , and this is the label: { $url }
       *[no] .
    }
    [received] The parcel has reached us.
    [refunded] The money has been paid back.
   *[other] How far it is, I do not know.
    }
return-item-declined = An earlier return of { $item } ({ $case }) was declined.{ $told ->
    [yes] {" "}The reason given: { $because }
   *[no] {""}
    } I cannot open it again myself, but a colleague can look at it afresh if you like.
return-item-cancelled = Order { $number } was cancelled, so there is nothing left to send back. I can look up the money for you.
return-item-waiting = { $item } has not left us yet, so there is nothing to send back: order { $number } can still be changed or cancelled.
return-item-coming = By the carrier’s word { $item } from order { $number } is still on its way, so a return cannot be opened yet. You can:
    1. refuse the parcel when it comes, and it goes straight back to us, or
    2. take it and return it within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } of delivery.
    If you have it already, choose a person below.
return-item-quantity = How many of your { $count } × { $item } do you want to send back?
    .short = how many do you want to send back?
    .title = Quantity
return-item-reason = Why would you like to send back { $item }?
    .size = Wrong size
    .size-also = too small, too big, too large, too tight, does not fit, it doesn't fit
    .expected = Not as expected
    .expected-also = different from the picture, I do not like it, don't like it, wrong colour, looks different
    .mistake = Ordered by mistake
    .mistake-also = by mistake, ordered wrong, ordered twice
    .unneeded = No longer needed
    .unneeded-also = changed my mind, do not need it, don't need it
    .defective = It is faulty
    .defective-also = broken, does not work, doesn't work, defective
    .other = Another reason
    .other-also = other, something else, no reason, rather not say
    .short = why would you like to send it back?
    .title = Reason
return-item-words = Would you tell me in a few words? It is not a must.
    .skip = Skip
    .skip-also = no, rather not, skip it
    .title = Your words
return-item-fault = What is wrong with { $item }, and since when?
    .dead = It does not work
    .dead-also = does not switch on, stopped working, dead, nothing happens
    .broken = A part is broken
    .weak = Works badly
    .short = what is wrong with it, and since when?
    .title = The fault
return-item-since = Since when?
    .start = From the start
    .start-also = from the beginning, always, first day, from day one
    .later = Only later
    .later-also = later, after a while, some days, weeks, yesterday
    .title = Since when
return-item-wish = What would help you most?
    .money = Money back
    .money-also = refund, money
    .replacement = A new one
    .replacement-also = replacement, replace it, another one, exchange
    .repair = A repair
    .repair-also = repair it, fix it
    .title = Your wish
return-item-photos = A photo of the fault speeds things up. Send one or several now, or go on without.
    .none = Without a photo
    .none-also = no, skip, none, no photo, I have none
    .title = Photos
return-item-summary = Let me check that I have it right:
    • { $quantity } × { $item }, order { $number }
    • Reason: { $reason ->
        [size] { return-item-reason.size }
        [expected] { return-item-reason.expected }
        [mistake] { return-item-reason.mistake }
        [unneeded] { return-item-reason.unneeded }
       *[other] { return-item-reason.other }
    }
    { $dated ->
        [yes] You are in time: it can come back until { $until }.{" "}
       *[no] {""}
    }Shall I register the return?
    .short = shall I register the return?
return-item-summary-faulty = Let me check that I have it right:
    • { $quantity } × { $item }, order { $number }
    • Fault: { $fault ->
        [dead] { return-item-fault.dead }
        [broken] { return-item-fault.broken }
        [weak] { return-item-fault.weak }
       *[other] “{ $fault }”
    }{ $since ->
        [start] , from the start
        [later] , only later
       *[told] {""}
    }
    • Your wish: { $wish ->
        [replacement] { return-item-wish.replacement }
        [repair] { return-item-wish.repair }
       *[money] { return-item-wish.money }
    }
    • Photos: { $pictures }
    Shall I register the return?
    .short = shall I register the return?
return-item-summary-claim = Let me check that I have it right:
    • { $quantity } × { $item }, order { $number }
    • Fault: { $fault ->
        [dead] { return-item-fault.dead }
        [broken] { return-item-fault.broken }
        [weak] { return-item-fault.weak }
       *[other] “{ $fault }”
    }{ $since ->
        [start] , from the start
        [later] , only later
       *[told] {""}
    }
    • Your wish: { $wish ->
        [replacement] { return-item-wish.replacement }
        [repair] { return-item-wish.repair }
       *[money] { return-item-wish.money }
    }
    • Photos: { $pictures }
    Shall I pass the guarantee claim to a colleague?
    .short = shall I pass the guarantee claim to a colleague?
return-item-done = Done: return { $case } for { $item } is registered. What to do now:
    1. { $labelled ->
        [yes] Print the label: { $url }
       *[no] Wait for the label; you get it separately.
    }
    2. Pack everything that belongs to it and stick the label on the parcel.
    3. Hand the parcel in{ $dated ->
        [yes] {" "}by { $until } at the latest
       *[no] {""}
    }.
return-item-label = A colleague sends you the label for { $case } by { $due }.
return-item-money = { $counted ->
    [yes] { $amount } comes
   *[no] The money comes
    } back to you within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
    } after the parcel reaches us.
return-item-wish-promise = { $wish ->
    [repair] A colleague tells you by { $due } how the repair goes on.
   *[other] A colleague tells you by { $due } how and when the new one gets to you.
    }
return-item-refused = I am sorry, the return could not be registered. { $reason ->
    [already_returned] There is already a return for { $item }; I can look up how far it is.
    [window_over] The { $days ->
        [one] { $days } day
       *[other] { $days } days
    } for returning { $item } are over.
    [not_delivered] By our records { $item } has not been delivered yet, and only what has arrived can come back.
    [unknown_item] { $item } is not in this order by our records.
    [too_many] That is more pieces than can still come back from this order.
   *[other] Our system did not accept it.
    }
return-item-late = { $named ->
        [no] I would gladly
       *[yes] { $name }, I would gladly
    } take { $item } back, but the { $days ->
        [one] { $days } day
       *[other] { $days } days
    } for returns ended on { $until }. What is possible: if it is faulty, the guarantee may cover it; and for a special reason you can ask a colleague.
return-item-guarantee = { $state ->
    [valid] The { $days ->
        [one] { $days } day
       *[other] { $days } days
    } for returns ended on { $window }, but { $item } is under guarantee until { $until }. So let us make a guarantee claim of it.
    [over] The { $days ->
        [one] { $days } day
       *[other] { $days } days
    } for returns ended on { $window }, and the guarantee for { $item } on { $until }, so I cannot open a claim. A colleague can tell you whether a repair or a spare part is possible.
   *[unknown] The { $days ->
        [one] { $days } day
       *[other] { $days } days
    } for returns ended on { $window }. How long the guarantee for { $item } runs, I do not know; a person has to look at it. Let us collect what they need.
    }
handover-return-item = { $named ->
        [no] I am passing the return
       *[yes] { $name }, I am passing the return
    } of { $item } to a colleague with everything you told me. You can expect an answer here by { $due }.
handover-return-item-claim = { $named ->
        [no] Your guarantee claim
       *[yes] { $name }, your guarantee claim
    } for { $item } is with a colleague now, together with everything you told me. You can expect an answer here by { $due }.

### Flow: exchange

exchange-hello = { $named ->
        [no] Of course.
       *[yes] Of course, { $name }.
    } An exchange is possible within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } of delivery.
exchange-which = Which item of order { $number } do you want to exchange?
    .short = which item do you want to exchange?
    .title = Item
exchange-closed = { $state ->
    [already] There is already a return or exchange for { $item }, so I cannot open another one.
    [cancelled] Order { $number } was cancelled, so there is nothing to exchange.
    [waiting] { $item } has not left us yet, so no exchange is needed: order { $number } itself can still be changed.
    [coming] By the carrier’s word { $item } is still on its way. You can exchange it within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } of delivery, or refuse the parcel when it comes.
   *[late] I would gladly exchange { $item }, but the { $days ->
        [one] { $days } day
       *[other] { $days } days
    } for it ended{ $dated ->
        [yes] {" "}on { $until }
       *[no] {""}
    }. If it is faulty, the guarantee may cover it; and for a special reason you can ask a colleague.
    }
exchange-for = { $variants ->
    [yes] What would you like instead of { $item }? Choose one, or write the name of any other product.
   *[no] What would you like instead of { $item }? The product’s name or a few words are enough.
    }
    .short = what would you like instead?
    .title = The new product
exchange-unknown = I do not find another product by that name in our shop.
exchange-one-of = Which of these do you mean?
    .none = None of these
    .none-also = none, another one, neither
    .title = The new product
exchange-out = { $wanted } is { $back ->
        [never] no longer made
        [dated] sold out and expected back on { $restock }
       *[unknown] sold out, and when it is back is not known
    }. What would you like instead?
    .other = Choose another one
    .other-also = another, something else
    .wait = I can wait
    .wait-also = wait, I will wait
    .return = Send it back
    .return-also = return, money back, refund
    .title = Sold out
exchange-return = Then a return of { $item } is the simplest. One tap below starts it, and order and product are filled in already.
exchange-wait = A colleague tells you by { $due } how it stands with { $wanted } and settles the exchange with you.
exchange-summary = Let me check that I have it right:
    • Back to us: 1 × { $item }, order { $number }{ $pieces ->
        [1] {""}
       *[other] {" "}(one of { $pieces }; one piece per exchange)
    }
    • For you: 1 × { $wanted }, { $price }
    • { $side ->
        [more] You pay the difference of { $amount }
        [less] You get { $amount } back
       *[same] No difference in price
    }
    Shall I register the exchange?
    .short = shall I register the exchange?
exchange-done = Done: exchange { $case } is registered. What to do now:
    1. { $labelled ->
        [yes] Print the label: { $url }
       *[no] Wait for the label; you get it separately.
    }
    2. Pack { $item } with everything that belongs to it and stick the label on the parcel.
    3. Hand the parcel in{ $dated ->
        [yes] {" "}by { $until } at the latest
       *[no] {""}
    }.{ $side ->
        [less] {" "}{ $amount } comes back to you within { $days ->
            [one] { $days } working day
           *[other] { $days } working days
        } after the parcel reaches us.
       *[other] {""}
    }
exchange-label = A colleague sends you the label for { $case } by { $due }.
exchange-next = { $side ->
    [more] A colleague tells you by { $due } when { $wanted } is sent and how to pay the { $amount }.
   *[other] A colleague tells you by { $due } when { $wanted } is sent.
    }
exchange-refused = I am sorry, the exchange could not be registered. { $reason ->
    [out_of_stock] { $wanted } has just sold out.
    [already_returned] There is already a return or exchange for { $item }.
    [window_over] The { $days ->
        [one] { $days } day
       *[other] { $days } days
    } for exchanging { $item } are over.
    [not_delivered] By our records { $item } has not been delivered yet, and only what has arrived can be exchanged.
    [unknown_item] { $item } is not in this order by our records.
    [unknown_product] { $wanted } is no longer in our shop.
   *[other] Our system did not accept it.
    }
handover-exchange = { $named ->
        [no] I am passing the exchange
       *[yes] { $name }, I am passing the exchange
    } of { $item } to a colleague with everything you told me. You can expect an answer here by { $due }.

### Flow: refund

refund-general = Once a returned parcel has reached us, the money is back with you within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
    }.
refund-look = Shall I look up how far your own refund is?
    .order = Look up my order
    .order-also = yes, yes please, my order, look it up
    .enough = That is enough
    .enough-also = no, no thanks, just in general, not now
refund-late = { $named ->
        [no] I am sorry,
       *[yes] { $name }, I am sorry,
    } your money should have been back by now.
refund-case = { $stage ->
    [requested] Return { $case } ({ $item }) was requested on { $requested } and has not been decided yet.
    [approved] Return { $case } ({ $item }) is approved, and the parcel is not marked as arrived with us yet.
    [received] Return { $case } ({ $item }) has arrived with us.
    [refunded] Return { $case } ({ $item }) is finished: { $counted ->
        [yes] { $amount }
       *[no] the money
    } was paid back{ $dated ->
        [no] , on which day is not known
       *[other] {" "}on { $day }
    } (way of payment: { $method }). It can take a bank a few days to show it.
   *[declined] Return { $case } ({ $item }) was declined, so nothing is paid back for it.{ $told ->
        [yes] {" "}The reason given: { $because }
       *[no] {""}
    }
    }{ $stage ->
    [refunded] {""}
    [declined] {""}
   *[other] { $swap ->
        [yes] {" "}It is an exchange: money comes back only where the new one is cheaper.
       *[no] { $dated ->
            [yes] {" "}{ $counted ->
                [yes] { $amount } is due back
               *[no] The money is due back
            } by { $day }.
            [late] {" "}{ $counted ->
                [yes] { $amount } was due back
               *[no] The money was due back
            } by { $day } and is not marked as paid.
           *[no] { $stage ->
                [received] {" "}The day of the refund is not known yet{ $counted ->
                    [yes] ; it is { $amount }
                   *[no] {""}
                }.
                [approved] {" "}{ $counted ->
                    [yes] { $amount } comes
                   *[no] The money comes
                } back within { $days ->
                    [one] { $days } working day
                   *[other] { $days } working days
                } after the parcel reaches us.
               *[requested] {" "}If it is approved, you get { $counted ->
                    [yes] { $amount }
                   *[no] the money
                } back within { $days ->
                    [one] { $days } working day
                   *[other] { $days } working days
                } after the parcel reaches us.
            }
        }
    }
    }{ $stage ->
    [approved] { $labelled ->
        [yes] {" "}Your label: { $url }
       *[no] {""}
    }
   *[other] {""}
    }
refund-promise = A colleague checks where the money for order { $number } is and answers you by { $due }.
refund-paid = For order { $number }, { $amount } has been paid back{ $partly ->
        [yes] , a part of what you paid
       *[no] , all you paid
    } (way of payment: { $method }). On which day is not known to me; a bank can take a few days to show it.
refund-none = { $paid ->
    [yes] You paid { $amount } for order { $number }, and no return or refund is under way for it. I can start one for you right here; the money is back within { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    } after the parcel reaches us.
   *[no] Nothing has been paid for order { $number } by our records, so there is nothing to pay back.
    }
refund-cancelled = Order { $number } is cancelled. { $money ->
    [held] The amount was only reserved at your bank, we never took it; when your bank lets go of it, I do not know.
    [none] Nothing was paid for it, so there is nothing to pay back.
    [back] { $amount } has been paid back (way of payment: { $method }). On which day is not known to me; a bank can take a few days to show it.
    [part] Of the { $paid } you paid, { $amount } has been paid back so far. What happens with the rest is not known to me.
   *[coming] You paid { $paid }; it is not marked as paid back yet, and the day is not known to me.
    }

### Flow: site_trouble

site-trouble-sorry = { $mood ->
    [angry] { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    } that our site fails you. Let us fix this quickly.
   *[other] { $named ->
        [no] I am sorry
       *[yes] { $name }, I am sorry
    } that our site is letting you down. Let us find out where it sticks and get you there another way.
    }
site-trouble-kind = What exactly does not work?
    .checkout = Basket or checkout
    .checkout-also = basket, cart, checkout, order button, cannot order
    .pay = Paying
    .pay-also = payment, pay button, card
    .page = A page won’t load
    .page-also = site is down, white page, error page, does not load, page won't load
    .login = Logging in
    .login-also = login, sign in, log in, cannot log in
    .password = Password reset
    .password-also = password, reset mail, forgot my password, no e-mail comes
    .register = Signing up
    .register-also = register, registration, sign up, new account
    .other = Something else
    .other-also = other
    .short = what exactly does not work?
    .title = What fails
site-trouble-details = Which device and browser do you use, and what does the page say? For example: “iPhone, Safari, error 500”.
    .skip = Skip
    .skip-also = I don't know, no idea, skip it, nothing
    .short = which device and browser is it, and what does the page say?
    .title = Details
site-trouble-steps = { $kind ->
    [login] This helps most often:
        1. Open the site in a private window and try again.
        2. Use the address our confirmation e-mails come to.
        3. Ask for a new password with “Forgot password”.
    [password] This helps most often:
        1. Look into spam and promotions for an e-mail from { $shop }.
        2. Try your other e-mail addresses: the link goes only to the one with an account.
        3. Use the newest link, in a private window.
    [register] This helps most often:
        1. If the page says the address is taken, you have an account: ask for a new password.
        2. Open the site in a private window and try again.
        3. Try another e-mail address.
    [pay] This helps most often:
        1. Open the site in a private window or another browser.
        2. Turn off ad blockers and VPN for a moment.
        3. Try another card or way to pay.
    [checkout] This helps most often:
        1. Open the site in a private window or another browser.
        2. Put the products into the basket again.
        3. Turn off ad blockers for a moment.
   *[other] This helps most often:
        1. Reload the page, or open it in a private window.
        2. Try another browser or another network.
    }
site-trouble-way = How do we go on? If it still fails, I can take down your order right here in the chat.
    .works = It works now
    .works-also = works, it helped, solved
    .person = Ask a colleague
    .person-also = colleague, somebody should answer, it does not help
    .short = does it work now, or shall I take down your order here?
    .title = How we go on
site-trouble-order = Order in this chat
site-trouble-unpaid = Pay an open order
site-trouble-helped = Did one of these help?
    .works = It works now
    .works-also = works, yes, it helped, solved
    .still = Still not working
    .still-also = no, still not, it does not help
    .title = How we go on
site-trouble-contact = Where may the answer go? Your e-mail or phone, please, or right here in the chat.
    .here = Answer here
    .here-also = here, in this chat, skip, no
    .short = which e-mail or phone may we answer to?
    .title = E-mail or phone
site-trouble-promise = A colleague answers you at { $contact } by { $due }.
site-trouble-reported = I have reported the fault to the people who look after the site, with all you told me. When it is fixed, I do not know.
handover-site-trouble = { $named ->
        [no] I am passing this
       *[yes] { $name }, I am passing this
    } to a colleague with everything you told me about the fault, so you need not repeat it. You can expect an answer here by { $due }.
