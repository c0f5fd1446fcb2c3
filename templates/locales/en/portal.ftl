# Home, My page, pages about the centre, the counter's letters and search

## Home
portal-home-title_html = A place to work and to ask,<br>for businesses and those about to start.
portal-home-lead = Use a desk or a room, ask an expert, learn, and meet others. Open to everyone who works or runs a business in the ward.
portal-house-open = Open until { $time }
portal-house-opens = Opens today at { $time }
portal-house-closed = Closed for today
portal-house-rests = Closed all day today
portal-tomorrow = Tomorrow, { $date }: { $opens }–{ $closes }
portal-tomorrow-rests = Closed tomorrow, { $date }
portal-way-now = Now
portal-way-use = Desks, meeting rooms and phone booths.
portal-way-consult = Ask experts about running or starting a business.
portal-way-learn = Courses for founders, seminars and training.
portal-way-connect = Find work, staff, customers and partners.
portal-way-consult-online = Choose a time online
portal-way-ask = Ask at the counter or by phone
portal-way-next = Next: { DATE($date) }
portal-way-none = None at present
portal-use-desks = { $count ->
    [one] 1 desk is free
   *[other] { $count } desks are free
}
portal-use-no-desks = All desks are taken
portal-use-opens = From { $time } today
portal-use-closed = Closed for today
portal-use-rests = Closed all day today
portal-today-title = The centre today
portal-today-at = As of { $date }, { $time }
portal-now-free = Free until { $time }
portal-now-desks = { $count } of { $all } desks are free
portal-now-units = { $count } of { $all } are free
portal-now-longest = The longest is free until { $time }
portal-now-taken = Booked; free from { $time }
portal-now-full = Nothing free for the rest of today
portal-now-later = Free from { $time }
portal-now-over = No more use today
portal-now-rests = Closed all day today
portal-to-availability = See what is free and book
portal-to-spaces = See desks and rooms
portal-no-places = There are no desks or rooms to use at present
portal-no-places-text = They will appear here as soon as they are ready. If you are in a hurry, please call the counter ({ $number }).

## The plan of the house
portal-plan-label = Floor plan. Free now: { $free }.
portal-plan-label-desks = { $count ->
    [one] 1 desk
   *[other] { $count } desks
}
portal-plan-label-none = Floor plan. Nothing is free now.
portal-plan-booth = Booth { $number }
portal-plan-free = free
portal-plan-taken = booked
portal-plan-full = booked
portal-plan-until = to { $time }
portal-plan-from = from { $time }
portal-plan-over = over
portal-plan-rests = closed
portal-plan-desks = ○ { $count } free
portal-plan-desks-none = None free
portal-plan-reception = Counter
portal-plan-entrance = Entrance
portal-plan-joined = Without the dotted partition the two become one large room

## How to reach us
portal-reach-telephone = Phone
portal-reach-hours = Counter hours
portal-reach-closed = Closed
portal-reach-address = Address

## Ask, connect: at the counter for now
portal-coming-what = What we can help with
portal-coming-ask = How to ask
portal-coming-ask-text = For now, please come to the counter or call us. You need not know exactly what to say: “I would like to ask about something” is enough.
portal-coming-online = Applying on this site is not possible yet
portal-coming-online-text = We are preparing for you to apply from this page.
portal-coming-today = What you can do here today
portal-coming-today-text = You can see which desks, meeting rooms and phone booths are free, and book them on this site.
portal-connect-lead = We bring together people who look for work, companies who look for people, and businesses who look for customers and partners.
portal-connect-one = Vacancies at companies in the ward, and help for people who look for work
portal-connect-two = Introductions between businesses who look for customers or partners
portal-connect-three = Contacts with shopping streets, associations and partner offices

## First visit
portal-guide-lead = From registering to using a space, on a computer or a phone.
portal-guide-register = Register
portal-guide-register-text = Enter your name, its reading and your e-mail address. It takes a few minutes.
portal-guide-letter = Open the e-mail we send
portal-guide-letter-text = Follow the link in it, and you are registered. If nothing arrives, please look among your junk mail too.
portal-guide-find = See what is free
portal-guide-find-text = Choose a date to see, hour by hour, which desks and rooms are free. You can look without registering.
portal-guide-book = Book
portal-guide-book-text = Enter the time, the purpose and how many people come, check it, and confirm. You get a booking number, and an e-mail that confirms it.
portal-guide-come = Come to the counter on the day
portal-guide-come-text = Tell us your name or your booking number, and we show you to your place.
portal-guide-counter = If doing this online is difficult
portal-guide-counter-text = At the counter or by phone, our staff will register and book for you. We also show you how to use these pages.

## Opening days and access
portal-visit-days = Opening hours of the next two weeks
portal-visit-date = Day
portal-visit-hours = Hours
portal-visit-open = { $opens }–{ $closes }
portal-visit-closed = Closed
portal-visit-days-note = Closed: { $days }
portal-visit-place = Place and contact
portal-visit-way = How to get here
portal-visit-way-text = Enter the address above into a map or a route planner. If you lose your way, please call us and we will guide you from where you are.
portal-visit-help = If you come in a wheelchair or would like help, please call us beforehand. We will meet you at the entrance.

## Rules of use
portal-rules-lead = These rules are there so that everyone enjoys the centre. If anything is unclear, please ask at the counter.
portal-rules-places = Rules of each desk and room
portal-rules-place = Desk or room
portal-rules-capacity = Capacity
portal-rules-step = Booked in steps of
portal-rules-lengths = Length of one use
portal-rules-clearing = Clearing up
portal-rules-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
portal-rules-from-to = { $shortest } to { $longest }
portal-rules-none = None
portal-rules-source = This table shows the rules that are registered at the centre today.
portal-length-minutes = { $minutes } min
portal-length-hours = { $hours } h
portal-length-both = { $hours } h { $minutes } min
portal-rules-book = Booking
portal-rules-book-who = You need to register before you book. At the counter our staff register and book for you.
portal-rules-book-first = Who books first has the place. Two bookings never have the same place at the same time.
portal-rules-book-time = Your time includes preparing and tidying up. Where the table names a time for clearing up, the room is kept free that long after you.
portal-rules-pay = Paying, and what cancelling costs
portal-rules-pay-where = Where a place costs something, you see the price before you book. Please pay at the counter ({ $hours }) in cash, by card or by bank transfer.
portal-rules-pay-unpaid = A booking that is not paid in time is cancelled, and you cannot book the same place and time again.
portal-rules-pay-change = Changing a booking never makes it cheaper than cancelling it would have been.
portal-rules-pay-centre = If we have to call a booking off, it costs nothing, and you get back everything you paid.
portal-rules-pay-from = From { $date }
portal-rules-pay-due = Paying
portal-rules-pay-within = { $days ->
        [0] Please pay on the day on which you book.
       *[other] Please pay within { $days } days of booking, or by the next day on which we are open if that is a closed day; at the latest on the day of use.
    }
portal-rules-cancel = Changing and cancelling
portal-rules-cancel-until = You can change or cancel a booking on My page until the moment it begins.
portal-rules-cancel-soon = If you will not need it, please cancel early so that someone else can use it. After it has begun, please call the counter.
portal-rules-manners = Please
portal-rules-manners-others = Do not disturb others with loud sounds or strong smells.
portal-rules-manners-sale = Do not solicit or sell to other users.
portal-rules-manners-lend = Do not hand over or sell your booking to anyone else.
portal-rules-manners-fire = Do not smoke or use fire in the building.
portal-rules-manners-clear = Put everything back in its place and take your rubbish home.
portal-rules-ask = Questions about these rules are welcome here:

## Privacy
portal-privacy-title = How we treat your personal information
portal-privacy-lead = What we keep about you, and what we use it for.
portal-privacy-what = What we keep
portal-privacy-what-name = Your name, its reading, your e-mail address and your telephone number (which is optional)
portal-privacy-what-booking = The time, place, purpose and number of people of your bookings, and that you came
portal-privacy-what-record = A record of who registered, booked or changed something, and when
portal-privacy-for = What we use it for
portal-privacy-for-text = To take your bookings and receive you on the day, to send you notices and to answer your questions. How the centre is used is counted in figures that show no individual, in order to run it better.
portal-privacy-who = Who sees it
portal-privacy-who-text = The centre’s staff, as far as their work requires. Apart from what the law demands, we give it to nobody else without your consent.
portal-privacy-safe = How we keep it safe
portal-privacy-safe-password = Passwords are stored in a form that cannot be turned back. Not even our staff know them.
portal-privacy-safe-cookie = Cookies on this site are only for signing in, for the language you chose and for the message after a step. None are for advertising or tracking.
portal-privacy-safe-log = The system’s technical log holds no names and no contact details.
portal-privacy-yours = Your own information
portal-privacy-yours-text = You can see and correct what you have registered on My page. To have your data disclosed, corrected, no longer used or deleted, please ask at the counter. We will first make sure that it is you.

## Accessibility
portal-accessibility-lead = We want everyone to be able to use this site, whatever their age, disability or device.
portal-accessibility-aim = What we aim at
portal-accessibility-aim-text = Level AA of JIS X 8341-3:2016, and level AA of WCAG 2.2.
portal-accessibility-done = What we do
portal-accessibility-done-keys = Everything can be done with the keyboard alone.
portal-accessibility-done-colour = A state is never shown by colour only, but also by a symbol and a word.
portal-accessibility-done-table = What is free can be read as a table as well as in the plan and the grid.
portal-accessibility-done-script = Every step works without JavaScript.
portal-accessibility-done-easy = Home, booking and error pages can be read in plain Japanese.
portal-accessibility-missing = What is still missing
portal-accessibility-missing-test = The site has not yet been tested by an outside body or by people with disabilities.
portal-accessibility-missing-easy = Some pages are not in plain Japanese yet; they appear in ordinary Japanese.
portal-accessibility-missing-english = Where there is no English, such as in some descriptions of rooms, the text is in Japanese.
portal-accessibility-tell = Tell us what is hard to use
portal-accessibility-tell-text = If something is hard to read or does not work for you, please call us or tell us at the counter. Our staff will take the step for you.

## Contact
portal-contact-lead = Please call us or come to the counter.
portal-contact-booking = About a booking
portal-contact-booking-text = Please have your booking number at hand. You can also change and cancel bookings on My page.
portal-contact-opinion = Comments and wishes
portal-contact-opinion-text = Please tell us what you think of the centre and of this site, at the counter, by phone or by post. We use it to do better.
portal-contact-help = If you are stuck on a page
portal-contact-help-text = Tell us the name of the page and where you stopped. We will look at it together with you.

## My page
portal-mypage-next = Next
portal-mypage-when = { $date }, { $from }–{ $until }
portal-mypage-reference = Booking number
portal-mypage-calendar = Add to calendar
portal-mypage-change = Change
portal-mypage-cancel = Cancel booking
portal-mypage-advising = All meetings
portal-mypage-nothing = Nothing planned yet
portal-mypage-nothing-text = See which desks and rooms are free and choose your time. Your booking will appear here.
portal-mypage-coming = Coming up
portal-mypage-all = All bookings
portal-mypage-no-more = Nothing after that.
portal-mypage-account = Your registration
portal-mypage-profile = Name, contact and language
portal-mypage-address = Change e-mail address
portal-mypage-password = Change password
portal-mypage-sessions = Devices you are signed in on
portal-mypage-tokens = Keys for other programs (API)
portal-mypage-ward = What you see for the ward
portal-mypage-more = More about bookings
portal-mypage-waiting = Waiting list
portal-mypage-feeds = In your calendar
portal-notices-title = Notices
portal-notices-all = All notices
portal-notices-lead = The same as we sent you by e-mail.
portal-notices-none = No notices yet
portal-notices-none-text = Whatever we send you by e-mail, such as the confirmation of a booking, can be read again here.
portal-notice-sent = { $at }, to { $email }

## Counter: letters
portal-letters-title = Letters
portal-letters-lead = { $dead } could not be delivered, { $waiting } are waiting to be sent.
portal-letters-dead = Not delivered
portal-letters-dead-text = Refused by the receiver, or tried for three days in vain. If the cause is gone, you can send them again. If the address is wrong, or it is urgent, please call the person.
portal-letters-dead-none = Everything was delivered
portal-letters-dead-none-text = A letter that cannot be sent appears here with the reason.
portal-letters-waiting = Waiting to be sent
portal-letters-waiting-none = Nothing is waiting
portal-letters-waiting-none-text = Letters are sent by themselves right after each step.
portal-letters-at = Written
portal-letters-to = To
portal-letters-subject = Subject
portal-letters-confidential = Confidential
portal-letters-confidential-text = To somebody involved in a consultation
portal-letters-no-subject = The subject cannot be shown
portal-letters-standing = Standing
portal-letters-attempts = Times sent
portal-letters-why = State and reason
portal-letters-due = Sent next
portal-letters-do = Do
portal-letter-dead = Not delivered
portal-letter-failing = { $count ->
    [one] Failed once
   *[other] Failed { $count } times
}
portal-letter-waiting = Waiting
portal-letter-again = Send again
portal-letter-again-flash = The letter will be sent again. This list shows whether it went out.

## Counter: search
portal-search-title = Search
portal-search-hint = Enter a booking number, a name, its reading, a telephone number or an e-mail address in the field at the top right. Organisations are found by their name or corporate number, and applications, uses numbered by the ward and receipts by their numbers.
portal-search-found = People found for “{ $asked }”: { $count }
portal-search-no-booking = There is no booking { $number }
portal-search-no-booking-text = Please check the number. You can also search by name or telephone number.
portal-search-hits = With this number or name: { $count }
portal-search-kind-series = Series of bookings
portal-search-kind-case = Consultation
portal-search-kind-ward = Number of the ward
portal-search-kind-application = Application for a category
portal-search-kind-receipt = Receipt
portal-search-kind-organisation = Organisation
portal-search-kind-bookings = Part of a booking number
portal-search-people = People found
portal-search-name = Name
portal-search-reach = Contact
portal-search-coming = Coming bookings
portal-search-no-coming = None
portal-search-book = Book for them
portal-search-nobody = Nobody was found
portal-search-nobody-text = Try the family name alone, its reading, or the last four digits of the telephone number. If they are new, please register them.
portal-search-register = Register a person

## Counter: merging people
portal-merge-title = Merge two registrations of a person
portal-merge-double = The one that goes
portal-merge-into = The one that stays
portal-merge-alike = These may be the same person. Choose the one that stays.
portal-merge-q = Search for the one that stays
portal-merge-swap = Let the other one stay
portal-merge-as-it-is = Nothing has changed.
portal-merge-bookings = Bookings
portal-merge-bookings-count = { $coming } to come, { $count } in all
portal-merge-series = Series: { $count }
portal-merge-lines = Waiting: { $count }
portal-merge-consultations = Consultations: { $count }
portal-merge-absences = Absences: { $count }
portal-merge-bills = Bills
portal-merge-bills-count = { $count }, open: { $open }
portal-merge-organisations = Acts for
portal-merge-registrations = Categories granted: { $count }
portal-merge-ways-in = Signing in
portal-merge-ways-in-count = Sessions { $sessions }, tokens { $tokens }, calendars { $feeds }
portal-merge-means = If you merge them
portal-merge-name = Name, contact and the way to sign in are those of { $name }.
portal-merge-all = Bookings, bills and receipts, waiting, absences, organisations, categories, applications, consultations, notices and calendar addresses all move to the one that stays. Nothing is cancelled.
portal-merge-ends = Sessions and tokens of the one that goes end. Whoever signs in with its address is asked to use the other one.
portal-merge-letters = Each one that has an e-mail address is told by letter.
portal-merge-waiting = Both wait for the same time ({ $count }). Only the earlier place in the line stays.
portal-merge-no-return = This cannot be undone. Ask the person before you press the button.
portal-merge-at-one-time = Bookings at one time
portal-merge-at-one-time-text = Both stay. If one is not needed, ask the person and cancel it.
portal-merge-beyond = Together they pass the rules of booking. The bookings stay.
portal-merge-restricted = Together there are times without new bookings
portal-merge-go = Merge
portal-merge-flash = Merged.
