# Spaces and bookings

bookings-dot = { ", " }
bookings-any = Any
bookings-any-kind = All

## Spaces
bookings-spaces-title = Spaces you can use
bookings-spaces-lead = From a single desk to a room for a class. Anyone who has registered can book.
bookings-see-free = See what is free and book
bookings-no-spaces = There are no spaces to use at present
bookings-no-spaces-text = Please ask at the counter when there will be, or where to go instead.
bookings-seats = { $count } desks, one person each
bookings-people = { $count ->
    [one] for one person
   *[other] up to { $count } people
}
bookings-rooms = { $count } of them
bookings-people-short = { $count }
bookings-kind-desk = Desk
bookings-kind-booth = Private booth
bookings-kind-meeting = Meeting room
bookings-kind-seminar = Seminar corner
bookings-kind-community = Community room
bookings-kind-online = Online room
bookings-equipment-screen = screen
bookings-equipment-whiteboard = whiteboard
bookings-equipment-power = power
bookings-equipment-wifi = Wi-Fi
bookings-equipment-display = display
bookings-equipment-soundproof = soundproof
bookings-equipment-projector = projector
bookings-equipment-microphone = microphone
bookings-about-space = About this space
bookings-label-size = Size and equipment
bookings-label-times = How long
bookings-times-rule = In steps of { DURATION($step) }, from { DURATION($shortest) } to { DURATION($longest) }.
bookings-clearing-rule = The { DURATION($minutes) } after each use is kept free for clearing up.
bookings-week-title = Free times, { $from } to { $until }
bookings-week-before = Week before
bookings-week-after = Next week
bookings-grid-label = Table of free times
bookings-free-hours = { $count ->
    [one] { $count } hour free
   *[other] { $count } hours free
}
bookings-none-free = Nothing free

## What is free
bookings-free-title = See what is free and book
bookings-label-date = Date
bookings-label-from = From
bookings-label-length = For
bookings-length = { $hours } h
bookings-label-people = People
bookings-or-more = { $count } or more
bookings-label-kind = Kind of space
bookings-label-equipment = Equipment
bookings-search = Search
bookings-filter-more = More conditions
bookings-day-before = Day before
bookings-day-after = Next day
bookings-day-closed = The centre is closed on this day
bookings-day-closed-text = Please choose another day.
bookings-nothing-fits = No space fits
bookings-nothing-fits-text = Asking for fewer people or less equipment may help.
bookings-all-places = Show all spaces
bookings-as-table = Show the same as a table
bookings-as-grid = Show as a grid of hours
bookings-table-caption = Free times on { $date }
bookings-label-place = Space
bookings-left = { $count } left
bookings-partly = partly free
bookings-over = closed now
bookings-shut = closed
bookings-opens-on = opens for booking on { DATE($date) } at { $time }
bookings-more-about = About this space
bookings-other-places = Other spaces
bookings-answer-free = Free on { $when }
bookings-answer-none = Nothing is free on { $when }
bookings-answer-nearest = These times and spaces near it can be booked now.
bookings-answer-nothing = Nothing is free on the days around it either. Please ask at the counter.
bookings-date-unreadable = Please check the date, for example 2026-12-15.

## Booking
bookings-step-when = Space and time
bookings-step-use = Use
bookings-step-confirm = Check
bookings-step-done = Done
bookings-no-time-title = No time has been chosen
bookings-no-time-text = Choose the hours you need in the table of free times. Hours in a row can be chosen together.
bookings-slot-missing = Please choose at least one hour.
bookings-slot-unreadable = The time could not be read. Please choose it again.
bookings-slots-apart = Please choose hours in a row, in one space. Book separate times one by one.
bookings-use-title = How will you use it?
bookings-label-time = Time
bookings-label-starts = From
bookings-label-ends = Until
bookings-label-unit = Desk
bookings-unit-help = Leave this open and we keep a free desk for you.
bookings-any-desk = Any desk
bookings-any-desk-text = We keep a free desk for you
bookings-desk-named = Desk { $desk }
bookings-label-purpose = Purpose
bookings-purpose-help = Up to 200 characters, for example: meeting with a client
bookings-label-attendees = People
bookings-unit-people = people
bookings-attendees-help = Up to { $capacity }, including you
bookings-to-confirm = Go on to check
bookings-so-far = Your booking so far
bookings-other-place = Choose another space or date
bookings-confirm-title = Is this right?
bookings-confirm-lead = Nothing is booked yet. It is once you press “Book” at the end of this page.
bookings-label-when = When
bookings-label-who = For
bookings-people-note = { " " }({ $count } people)
bookings-no-fee-title = There is nothing to pay
bookings-no-fee-text = This booking is free of charge.
bookings-cancel-title = If you have to cancel
bookings-cancel-rule = You can cancel on your page at any time until { $until }.
bookings-cancel-rule-free = {" "}It costs nothing.
bookings-comes-to-otherwise = The fee, the number of requests or what cancelling brings is not what the page said so far. Please look below, and press again if it is right.
bookings-no-show-rule = If you cannot come, please cancel early: someone may be waiting.
bookings-agree = I have read the rules of use
bookings-agree-missing = Please read the rules of use, then tick “I have read the rules of use”.
bookings-book = Book
bookings-taken-title = Someone else booked this first
bookings-slot-taken = This time was taken a moment ago. You have no booking yet. Please choose a time nearby or another space.
bookings-instead-title = Times and spaces nearby that you can book now
bookings-went-unpaid-see = See the booking that was called off ({ $reference })
bookings-instead-none = Nothing nearby is free. Look at another day, or ask at the counter.
bookings-take-this = Take this one
bookings-done-title = Your booking is made
bookings-label-reference = Booking number
bookings-reference-help = Give this number at the counter or on the telephone.
bookings-to-calendar = Add to calendar
bookings-then-title = What happens next
bookings-then-pay = Please pay { $amount }
bookings-then-pay-text = At the counter, by { $date }. After that the booking may be called off.
bookings-series-then-pay-text = Each time has its own day; the first is { $date }. Please pay at the counter. After that day the booking may be called off.
bookings-series-open = The fee below does not include the { $count } you have not decided yet. Once you choose and press, it is shown again.
bookings-then-come = Come to the counter on the day
bookings-then-come-text = Give your booking number or your name. You need to bring nothing.
bookings-then-use = Use it from the time you booked
bookings-then-use-text = Please clear up within the time you booked.
bookings-then-change = Change or cancel if your plans change
bookings-then-change-text = You can do so on your page until it begins.
bookings-mail-title = A letter is on its way
bookings-mail-text = It goes to { $email }. If it does not arrive, look among your junk mail.
bookings-mail-mypage = You find the same on your page
bookings-no-mail-title = No letter was sent
bookings-no-mail-text = { $name } has no e-mail address on file. Please write the booking number down for them.
bookings-content-title = Your booking
bookings-change-or-cancel = Change or cancel
bookings-for-title = You are booking for { $name }
bookings-for-text = What you enter becomes this person’s booking.

## One’s own bookings
bookings-one-title = Booking { $reference }
bookings-mine-title = Your bookings
bookings-coming-title = Coming
bookings-past-title = Earlier and cancelled bookings
bookings-mine-empty = No bookings ahead
bookings-mine-empty-text = See what is free and choose a space and a time.
bookings-label-arrived = Arrived
bookings-change = Change
bookings-cancel = Cancel
bookings-again = Book this space again
bookings-begun-title = Please ask at the counter
bookings-begun-text = A booking that has begun cannot be changed here. Please tell the counter, or call.
bookings-change-title = Change your booking
bookings-change-act = Change it
bookings-now-title = As it is now
bookings-change-help = The space stays. For another one, cancel and book again.
bookings-change-help-divisible = For any other space, cancel and book again.
bookings-change-space-help = A divisible room can be changed from a part to the whole, and back.
bookings-see-week = See when this space is free
bookings-changed-flash = Your booking was changed.
bookings-cancel-ask = Cancel this booking?
bookings-cancel-free-title = It costs nothing
bookings-cancel-free-text = The time is then free for others. This cannot be undone.
bookings-cancel-act = Cancel the booking
bookings-cancel-keep = Keep it
bookings-cancelled-flash = Your booking was cancelled.
bookings-label-standing = State
bookings-standing-coming = booked
bookings-standing-late = not here yet
bookings-standing-absent = did not come
bookings-standing-running = in use
bookings-standing-finished = over
bookings-standing-tentative = tentative
bookings-standing-cancelled = cancelled
bookings-standing-released = released

## The counter
bookings-enter = New booking
bookings-counter-q = Name, reading or booking number (3 signs or more)
bookings-counter-all = Show cancelled ones too
bookings-counter-count = { $count } bookings
bookings-counter-full = The first { $count } are shown. Narrow it down by date or name.
bookings-counter-empty = No booking matches
bookings-counter-empty-text = Try another date, or a part of the name.
bookings-for-whom-title = Whose booking is it?
bookings-for-whom-q = Name, reading, telephone or e-mail
bookings-for-whom-found = { $count } found
bookings-for-whom-none = Nobody matches
bookings-for-whom-none-text = A part of the reading will do. Register those who are new, then book.
bookings-for-whom-new = Register someone new
bookings-for-choose = Book for this person
bookings-label-telephone = Telephone
bookings-label-email = E-mail
bookings-today = Today
bookings-open-hours = Open { $opens }–{ $closes }
bookings-stat-arrived = Arrived
bookings-stat-coming = To come
bookings-stat-desks = Desks
bookings-now = Now { $time }
bookings-clearing = clearing
bookings-desks-used = used of { $count }
bookings-desks-free = { $count } free
bookings-desk-used = used
bookings-arrivals-title = Who comes next
bookings-arrivals-none = Nobody else comes today.
bookings-late-by = { $minutes } min
bookings-arrive = Mark as arrived
bookings-arrive-short = Arrived
bookings-undo-arrival = Undo arrival
bookings-arrived-flash = { $name } has arrived.
bookings-arrival-undone-flash = The arrival of { $name } was undone.
bookings-legend-title = What the signs mean
bookings-key-search = Search
bookings-key-choose = Choose a person
bookings-key-arrive = Mark as arrived
bookings-updated = Updated { $time }
bookings-board-table = Bookings on { $date }
bookings-board-empty = No bookings on this day
bookings-board-empty-text = Enter one with “New booking”.

## What cannot be done
bookings-wrong = Please check what you entered.
bookings-space-missing = Please choose a space.
bookings-start-unreadable = Please check the beginning, for example 13:00.
bookings-end-unreadable = Please check the end, for example 15:00.
bookings-attendees-unreadable = Please enter the number of people in figures, for example 4.
bookings-ends-before-it-starts = The end must be later than the beginning.
bookings-in-the-past = This time has passed. Please choose one that lies ahead.
bookings-no-time-to-approve = This place needs approval first, so a time that has begun cannot be requested. Please choose one that lies ahead. ({ $source ->
   *[other] { $source_en }
}, since { DATE($since) })
bookings-closed = The centre is closed on { DATE($date) }. { $next ->
    [none] Please choose another day.
   *[other] It opens again on { DATE($next) }.
} ({ $since ->
    [none] no opening hours are set
   *[other] opening hours, since { DATE($since) }
})
bookings-outside-hours = On this day the centre is open from { $opens } to { $closes }. Please choose a time in between. ({ $since ->
    [none] opening hours
   *[other] opening hours, since { DATE($since) }
})
bookings-off-step = Times go in steps of { DURATION($minutes) }. ({ $since ->
    [none] a rule of this space
   *[other] a rule of this space, since { DATE($since) }
})
bookings-too-short = Please take at least { DURATION($minutes) }. ({ $since ->
    [none] a rule of this space
   *[other] a rule of this space, since { DATE($since) }
})
bookings-too-long = At most { DURATION($minutes) } at a time. Please make it shorter, or use another day. ({ $since ->
    [none] a rule of this space
   *[other] a rule of this space, since { DATE($since) }
})
bookings-too-many-people = This space has room for { $capacity }. Please bring fewer people, or choose a larger space. ({ $since ->
    [none] a rule of this space
   *[other] a rule of this space, since { DATE($since) }
})
bookings-nobody-comes = Please enter at least 1 person.
bookings-purpose-missing = Please say what you will use it for, for example: meeting with a client.
bookings-purpose-too-long = Please keep the purpose within { $limit } characters.
bookings-purpose-unreadable = The purpose has characters that cannot be kept. Please remove line breaks and special characters.
bookings-no-such-space = This space was not found. Please choose from the list.
bookings-no-such-booking = This booking was not found. Please check the number, or choose from your bookings.
bookings-no-such-person = This person is not registered. Please register them first.
bookings-for-another = Only staff at the counter can book for another person.
bookings-already-begun = A booking that has begun cannot be moved. If you leave early or do not come, please tell the counter: it can be cancelled there until it ends.
bookings-no-longer-stands = This booking was cancelled, or is over. Your list of bookings shows where it stands now.
bookings-not-today = Arrival is marked on the day of the booking, until it ends. Please check the date and the time.
bookings-changed-meanwhile = This booking was changed elsewhere in the meantime. It is shown below as it is now; please check and enter your change again.
bookings-too-wide = Please ask for at most { $days } days at a time, with the end after the beginning.
bookings-key-reused = This was sent already, with other contents. To book something else, please begin again at the first page (in the API: with a new Idempotency-Key).

## Letters
bookings-letter-dear = Dear { $name },
bookings-letter-confirmed-subject = Your booking is made ({ $space }, { $reference })
bookings-letter-confirmed-first = Your booking is made. On the day, give the booking number or your name at the counter.
bookings-letter-confirmed-then = Until it begins you can change or cancel it here:
bookings-letter-changed-subject = Your booking was changed ({ $space }, { $reference })
bookings-letter-changed-first = Your booking was changed. It is now:
bookings-letter-changed-then = If you did not ask for this, please tell the counter. Your booking is here:
bookings-letter-cancelled-subject = Your booking was cancelled ({ $space }, { $reference })
bookings-letter-cancelled-first = This booking was cancelled.
bookings-letter-cancelled-then = To book again, see what is free. The cancelled booking is here:

# Figures of use, and lists to take away
bookings-label-kana = Reading
bookings-label-made = Booked at
bookings-figures-title = Figures of use
bookings-figures-of = Figures of use, { MONTH($date) }
bookings-figures-text = Bookings are counted without those called off. Time and people leave out bookings to which nobody came. The rate is the share of the open hours that were used.
bookings-figures-all = All
bookings-figures-by = Of which
bookings-figures-by-space = By space
bookings-figures-by-locality = By where people belong
bookings-figures-by-party = Individuals, businesses and groups
bookings-figures-by-stage = By the stage of founding
bookings-figures-by-band = By band of the day
bookings-figures-category-text = People are counted by the registration that was valid on the day of use. Those without one are individuals from outside the ward.
bookings-figures-band-text = A booking that lasts through several bands is counted in each of them, with the time that lies in it.
bookings-figures-no-band = Outside the bands
bookings-figures-list = The bookings of this month
bookings-figure-bookings = Bookings
bookings-figure-hours = Time of use
bookings-figure-minutes = Time of use (minutes)
bookings-figure-time = { DURATION($minutes) }
bookings-figure-rate = Rate
bookings-figure-percent = { $rate }%
bookings-figure-people = People
bookings-figure-absent = Did not come
bookings-figure-cancelled = Called off
bookings-month-before = Month before
bookings-month-after = Month after

## The centre's own use
bookings-own-title = Own use
bookings-own-label = Own use: { $called }
bookings-own-of = Own use, { MONTH($date) }
bookings-own-text = What the centre uses itself, for its own programmes and the ward's. The ward sees the same list.
bookings-own-year = Fiscal year { $year }
bookings-own-as-of = as of { $date }
bookings-own-list = Own uses
bookings-own-sums = Sums by reason
bookings-own-sums-text = What was given back before it began does not count. What was given back later counts until then.
bookings-own-uses = Uses
bookings-own-hours = Time
bookings-own-minutes = Time (minutes)
bookings-own-given-back-before = Given back before
bookings-own-new = Enter an own use
bookings-own-lead = Takes a place for a programme of the centre or the ward, or for maintenance. Nobody is charged and no letter is sent. Closed days and early hours are possible.
bookings-own-choose = Please choose
bookings-own-unit = Unit
bookings-own-unit-help = Where a place has several desks or booths and only one is used. Empty takes all of it. For example A3
bookings-own-times-help = With the time to prepare. Clearing up follows as the place has it.
bookings-own-weeks = Repeated
bookings-own-weeks-help = How many times, the first included. Empty for once.
bookings-own-rhythm = How often
bookings-own-rhythm-weekly = Every week
bookings-own-rhythm-daily = Every day, one after the other
bookings-own-reason = Reason
bookings-own-programme = Programme
bookings-own-programme-help = Programmes of the annual plan that the ward approved, and initiatives with its consent. Choose one of the fiscal year of the day of use.
bookings-own-title-of = What it is
bookings-own-title-help = For example: founding course, third evening. Up to 100 characters. It stands in the list for the ward and on the day board; without it the programme does. Members do not see it.
bookings-own-initiative = Initiative
bookings-own-not-planned = In no plan or initiative any more
bookings-own-no-programmes = There is no programme to choose yet
bookings-own-no-programmes-text = The centre uses its spaces for programmes of the annual plan that the ward approved, or for initiatives with the ward's consent. Please wait for either.
bookings-own-to-plans = See the plans
bookings-own-to-initiatives = See the initiatives
bookings-own-programme-not-then = It is in no approved annual plan of the fiscal year of { DATE($date) }, and no initiative of that year with the ward's consent. Please choose one of that year, or ask the manager to change the plan or to propose an initiative.
bookings-own-by = Entered by
bookings-own-made-at = Entered at
bookings-own-ended-at = Given back at
bookings-own-to-check = See whether it is free
bookings-own-check = Check the own use
bookings-own-check-again = Check again
bookings-own-whole = all of it ({ $count } units)
bookings-own-dates = { $count ->
    [one] One time
   *[other] { $count } times
}
bookings-own-found = Free?
bookings-own-can = Free
bookings-own-leave-out = This time
bookings-own-leave-this = Leave out
bookings-own-left-out = Left out
bookings-own-closed-for = Closed then ({ $reason })
bookings-own-closed = Closed on that day
bookings-own-outside = Partly outside the opening hours
bookings-own-opens = Members can book from { $at }; until then only the centre can
bookings-own-clashes = { $count ->
    [one] It cannot be entered: one thing stands there
   *[other] It cannot be entered: { $count } things stand there
}
bookings-own-clashes-text = An own use never goes over a booking, a request, or an offer to someone who waits. Choose another time or place, or talk to the person.
bookings-own-clashes-many = Leave those times out to enter the others. Never only a part is entered.
bookings-own-way-booking = Booking: { $name }
bookings-own-way-requested = Request: { $name }
bookings-own-way-offered = Offered to someone who waits: { $name }
bookings-own-way-own = Own use: { $name }
bookings-own-way-other = { $name }
bookings-meeting = Consultation
bookings-own-way-see = See it
bookings-own-instead = What could be had instead
bookings-own-take-instead = Take this
bookings-own-act = { $count ->
    [one] Enter the own use
   *[other] Enter { $count } own uses
}
bookings-own-act-text = Public pages show it as taken. Only staff and the ward read reason and programme.
bookings-own-taken = Someone else has it at that time
bookings-own-taken-text = It was taken in the meantime. Nothing was entered. Please check again.
bookings-own-made-flash = The own use is entered.
bookings-own-together = { $count } entered together
bookings-own-end-title = Give the place back
bookings-own-end-text = The time becomes free again, and whoever waits for it is asked in turn. To undo this, enter it again.
bookings-own-end-begun = It has begun. What is left of it becomes free; the list keeps the time until now.
bookings-own-end = Give it back
bookings-own-reach = Which of them?
bookings-own-reach-this = This one only
bookings-own-reach-following = This one and all later ones ({ $count })
bookings-own-ended-flash = The place is given back.
bookings-own-change = Change time, reason or programme
bookings-own-change-reach = Which of them are changed?
bookings-own-change-text = The place stays. To change the place, give it back and enter the use again.
bookings-own-change-shift = {" "}Later ones that are changed too are shifted by as much.
bookings-own-change-act = Change
bookings-own-changed = It was changed.
bookings-own-change-begun = It has begun: only the end can be changed.
bookings-own-move-taken = Nothing has been changed. Enter another time, or move the bookings first.
bookings-own-has-begun = It has begun, so its beginning stays. Please change only the end.
bookings-own-as-it-is = It now stands as below.
bookings-own-standing-coming = To come
bookings-own-standing-running = In use
bookings-own-standing-finished = Finished
bookings-own-standing-cancelled = Given back
bookings-own-none = No own use in this month
bookings-own-none-text = What is entered stands here by date, with sums by reason.
bookings-own-none-ward = What the centre enters stands here by date, with sums by reason.
bookings-own-reasons = Reasons
bookings-own-reasons-lead = The reasons to choose from for an own use. The list for the ward has sums by reason.
bookings-own-reasons-open = Reasons to choose from
bookings-own-reasons-over = Reasons that have ended
bookings-own-reasons-first = Please add the first one below, for example a programme of the ward, a programme of the centre, maintenance.
bookings-own-no-reasons = There are no reasons to choose from yet
bookings-own-no-reasons-text = Before an own use is entered, the manager adds the reasons.
bookings-own-reason-new = Add a reason
bookings-own-reason-help = Up to 40 characters. For example: programme of the ward
bookings-own-reason-since = In force
bookings-own-reason-from = from { $date }
bookings-own-reason-until = until { $date }
bookings-own-reason-coming = not yet
bookings-own-reason-begin = For uses from
bookings-own-reason-begin-help = It can be chosen for uses from this day on.
bookings-own-reason-add = Add
bookings-own-reason-last = End
bookings-own-reason-last-of = Last day of “{ $name }”
bookings-own-reason-end = End on this day
bookings-own-reason-added = The reason is added.
bookings-own-reason-ended-flash = The reason has ended. Past lists keep it.
bookings-own-reason-as-it-is = The reasons now stand as below.
bookings-own-manager-only = The manager adds and ends reasons.
bookings-own-no-such-unit = This place has no unit of that name. Check it, or leave it empty.
bookings-own-given-up = This space is given up by { DATE($date) }. Please choose another.
bookings-own-is-over = That time is over. Please choose one to come.
bookings-own-too-far = Please choose a time until { DATE($date) }.
bookings-own-too-long = At most { DURATION($minutes) } at a time. Please make it shorter, or use another day.
bookings-own-times-unreadable = Please write a number from 1 to { $most }.
bookings-own-nothing-left = All of them are left out. Please keep at least one.
bookings-own-reason-missing = Please choose a reason.
bookings-own-reason-not-then = This reason cannot be given for { DATE($date) }. Choose another, or ask the manager.
bookings-own-programme-missing = Please choose the programme that it is for.
bookings-own-title-too-long = Please use up to { $limit } characters.
bookings-own-title-unreadable = It has characters that cannot be kept.
bookings-own-not-standing = It was given back already, or is over
bookings-own-no-such = There is no such own use. Please choose it from the list.
bookings-own-name-missing = Please write the reason.
bookings-own-name-too-long = Please use up to { $limit } characters for the reason.
bookings-own-name-unreadable = The reason has characters that cannot be kept.
bookings-own-name-taken = There is such a reason already. Choose another name, or end the first.
bookings-own-no-such-date = Please choose a date within two years.
bookings-own-reason-ended = This reason has ended already
bookings-figure-own = Own use
bookings-figure-own-minutes = Own use (minutes)
bookings-closing-own-uses = { $count ->
    [one] The centre uses a place itself then
   *[other] The centre uses places itself then ({ $count })
}
bookings-closing-own-uses-text = Own uses stay when the house closes. Give back what is not needed, each from its page.
bookings-closing-own-uses-list = Own uses at that time
bookings-closing-offers = { $count ->
    [one] 1 offer to someone who waits is taken back
   *[other] { $count } offers to those who wait are taken back
}
bookings-closing-offers-text = These people were offered the place and have not answered yet. The closure takes the offer back and tells them why by e-mail; please call those without an address. They keep their place in the line.
bookings-closing-offers-list = Offers taken back
bookings-closing-lines = { $count ->
    [one] One person’s wait ends
   *[other] { $count } waits end
}
bookings-closing-lines-text = The people below wait for these spaces, or have been asked. Their wait ends, and they are told why by letter. Please call those without an address.
bookings-closing-lines-list = Waits that end

## The ward's own facility system (shared places)
bookings-ward-title = The ward's facility system
bookings-ward-reference = The ward's number
bookings-ward-help = The number of the ward's own facility system. Save it empty to take it away.
bookings-ward-write = Save the number
bookings-ward-written = The ward's number is saved.
bookings-ward-is-shared = This place is shared with the ward's facility system. Bookings and own uses can carry its number.
bookings-ward-is-not-shared = Only the centre takes bookings for this place.
bookings-ward-share = Share it with the ward
bookings-ward-unshare = Stop sharing
bookings-ward-shared = The place is now shared with the ward's facility system.
bookings-ward-unshared = The place is no longer shared. Numbers that were written stay.
bookings-ward-not-shared = This place is not shared, so it cannot carry a number of the ward. Please look at the set-up.
bookings-ward-too-long = Please use up to { $limit } characters for the ward's number.
bookings-ward-unreadable = The ward's number has characters that cannot be kept. Please check it.
bookings-ward-used = “{ $name }” on { DATE($date) }, { $from } to { $until }, has this number. Please check it, or correct the other first.
bookings-ward-used-now = Another use of the same place was given this number just now. Please check it.

## Repeated bookings
bookings-repeat = Repeat this booking
bookings-repeat-help = Book the same time again and again in one go. If some times cannot be had, we show you before anything is decided.
bookings-label-repeat = Repeats
bookings-repeat-once = Does not repeat
bookings-rhythm-weekly = Every week, same weekday
bookings-rhythm-fortnightly = Every second week, same weekday
bookings-rhythm-monthly = Every month, same weekday of the month (such as the third Tuesday)
bookings-rhythm-monthly-last = Every month, last such weekday of the month
bookings-rhythm-said-weekly = Every { $weekday }
bookings-rhythm-said-fortnightly = Every second { $weekday }
bookings-rhythm-said-monthly = { $which ->
    [1] Every first { $weekday } of the month
    [2] Every second { $weekday } of the month
    [3] Every third { $weekday } of the month
    [4] Every fourth { $weekday } of the month
   *[other] Every fifth { $weekday } of the month (months without one are left out)
}
bookings-rhythm-said-monthly-last = Every last { $weekday } of the month
bookings-weekday-1 = Monday
bookings-weekday-2 = Tuesday
bookings-weekday-3 = Wednesday
bookings-weekday-4 = Thursday
bookings-weekday-5 = Friday
bookings-weekday-6 = Saturday
bookings-weekday-7 = Sunday
bookings-label-times-count = Number of times
bookings-unit-times = times
bookings-times-help = Up to 52, counting the first. Enter either a number of times or a last day.
bookings-label-last-day = Last day
bookings-last-day-help = We book every time up to this day.
bookings-series-check-title = Check every time
bookings-series-check-lead = Nothing is booked yet. Press “Book all of these” at the bottom to book them all at once.
bookings-series-count = { $all } in all; { $free } can be booked as they are.
bookings-series-troubled = Times that cannot be booked ({ $count })
bookings-series-troubled-text = Choose another time or place, or leave that time out.
bookings-series-taken = Someone else has booked this time.
bookings-series-free-again = This time is free again. To have it after all, go back and start over.
bookings-option-approval = needs approval
bookings-series-leave-out = Leave this time out
bookings-series-free = Times that can be booked as they are ({ $count })
bookings-series-none-free = None can be booked as it is.
bookings-series-cancel-rule = You can cancel each time on My Page until it begins, one by one or together.
bookings-series-book = Book all of these
bookings-series-clashes = Some of these times cannot be booked. Nothing has been decided yet. Choose another time or place, or leave them out.
bookings-series-choose = Choose what to do about { DATE($date) }.
bookings-series-taken-now = Someone else has just booked { DATE($date) }. Nothing has been decided yet. Choose another time or place, or leave it out.
bookings-series-choice-gone = What you chose for { DATE($date) } cannot be booked now. Nothing has been decided yet. Choose something else.
bookings-series-nothing-left = There is nothing left to book. Keep at least one time, or go back and choose another day.
bookings-series-done-title = All your bookings are made
bookings-series-reference = Series number
bookings-series-reference-help = At reception, give your name or the reference of each booking below.
bookings-series-to-calendar = Add all of them to your calendar
bookings-series-list = Each booking ({ $count })
bookings-series-mail-text = It went to { $email }, with all times in one message. If it does not arrive, please look in your spam folder.
bookings-series-change-or-cancel = See, change or cancel the series
bookings-series-title = Series { $reference }
bookings-series-heading = Repeated booking
bookings-series-remaining = Still to come
bookings-series-times = { $count ->
    [one] { $count } booking
   *[other] { $count } bookings
}
bookings-series-change = Change all that are still to come
bookings-series-cancel = Cancel all that are still to come
bookings-series-one-text = To change or cancel only one, or one and those after it, open that booking.
bookings-series-over-title = Nothing is still to come
bookings-series-over-text = Bookings that have begun or are over cannot be changed or cancelled here. Please tell the counter or telephone us.
bookings-series-reach = Which of them
bookings-series-reach-this = Only this one
bookings-series-reach-following = This and the following
bookings-series-reach-all = All of them
bookings-series-part = Part of a repeated booking
bookings-series-tag = Repeats
bookings-series-cancel-ask = Cancel these bookings?
bookings-series-due = To be cancelled ({ $count })
bookings-series-left = Left as they are ({ $count })
bookings-series-left-text = Bookings that have begun or are over stay as they are.
bookings-series-cancel-text = Once cancelled, others can book these times. This cannot be undone.
bookings-series-cancel-act = { $count ->
    [one] Cancel { $count } booking
   *[other] Cancel { $count } bookings
}
bookings-series-cancelled-flash = { $count ->
    [one] { $count } booking was cancelled.
   *[other] { $count } bookings were cancelled.
}
bookings-series-change-title = Change a repeated booking
bookings-series-change-help = The dates stay the same. Each will be at this time of its day.
bookings-series-same-space = The same place as now
bookings-series-due-change = To be changed ({ $count })
bookings-series-change-check-title = Change to this?
bookings-series-change-check-lead = Nothing has changed yet. Press “Change all of these” at the bottom to change them all at once.
bookings-series-troubled-change = Choose another time or place, or leave that one as it is.
bookings-series-stay = Leave this one as it is
bookings-series-free-change = Can be changed like this ({ $count })
bookings-series-change-act = Change all of these
bookings-series-changed-flash = { $count ->
    [one] { $count } booking was changed.
   *[other] { $count } bookings were changed.
}
bookings-rhythm-unknown = Choose how it repeats. To book only once, leave the number of times and the last day empty.
bookings-not-last-of-month = The first day is not the last such weekday of its month. Change the date or how it repeats.
bookings-repeat-end-missing = Enter a number of times or a last day. Example: 13
bookings-repeat-end-twice = Enter only one of the number of times and the last day.
bookings-repeat-times = Enter a number of times from 1 to { $most }.
bookings-repeat-too-long = Up to { $most } times can be booked at once. Choose an earlier last day.
bookings-last-day-unreadable = Check the last day. Example: 2027-03-09
bookings-last-day-before = The last day must be the first day or later.
bookings-letter-series-reserved-subject = { $count ->
    [one] Your booking is made ({ $reference })
   *[other] Your { $count } bookings are made ({ $reference })
}
bookings-letter-series-reserved-first = { $count ->
    [one] This booking is made.
   *[other] These { $count } bookings are made.
} On the day, give your name or the booking’s reference at reception.
bookings-letter-series-reserved-then = You can change or cancel each of them on this page until it begins.
bookings-letter-series-changed-subject = { $count ->
    [one] Your booking was changed ({ $reference })
   *[other] { $count } of your bookings were changed ({ $reference })
}
bookings-letter-series-changed-first = { $count ->
    [one] This booking was changed as follows.
   *[other] These { $count } bookings were changed as follows.
}
bookings-letter-series-changed-then = If you did not ask for this, please contact the counter. All of them are on this page.
bookings-letter-series-cancelled-subject = { $count ->
    [one] Your booking was cancelled ({ $reference })
   *[other] { $count } of your bookings were cancelled ({ $reference })
}
bookings-letter-series-cancelled-first = { $count ->
    [one] This booking was cancelled.
   *[other] These { $count } bookings were cancelled.
}
bookings-letter-series-cancelled-then = To book again, see what is free. The rest of the series is on this page.

## Closures
bookings-closed-for = { DATE($date) } is closed: { $reason ->
       *[other] { $reason_en }
    }. { $next ->
    [none] { $when ->
        [for_good] Please choose another space.
       *[other] Please choose another day.
    }
   *[other] The next open day is { DATE($next) }.
} ({ $when ->
    [day] on this day only
    [once] from { DATE($since) } to { DATE($last) }
    [for_good] given up from { DATE($since) }
    [weekly] every week, since { DATE($since) }
   *[yearly] every year, since { DATE($since) }
})
bookings-shut-for = { DATE($date) } is closed from { $from } to { $until }: { $reason ->
       *[other] { $reason_en }
    }. { $left ->
    [none] Please choose another day.
   *[other] Open on that day: { $left_en }.
} ({ $when ->
    [day] on this day only
   *[once] from { DATE($since) } to { DATE($last) }
})
bookings-day-closed-for = Closed on this day ({ $reason })
bookings-released-title = Called off by the centre
bookings-released-for = The centre had to call off this booking: { $reason }. We are sorry for the trouble.
bookings-closure-weekly = Every { $day }
bookings-closure-weekly-moves = Every { $day } (on a public holiday: the next day instead)
bookings-closure-weekday-1 = Monday
bookings-closure-weekday-2 = Tuesday
bookings-closure-weekday-3 = Wednesday
bookings-closure-weekday-4 = Thursday
bookings-closure-weekday-5 = Friday
bookings-closure-weekday-6 = Saturday
bookings-closure-weekday-7 = Sunday
bookings-closure-yearly = Every year, { $first } – { $last }
bookings-closure-day = { $day } { $month ->
     [1] January
     [2] February
     [3] March
     [4] April
     [5] May
     [6] June
     [7] July
     [8] August
     [9] September
     [10] October
     [11] November
    *[12] December
}
bookings-closure-dates = { $first } – { $last }
bookings-closure-part = { $from }–{ $until }
bookings-closure-for-good = from { $from }, for good
bookings-closure-never = Open every day
bookings-closure-and = { ", " }
bookings-closure-house = The whole house
bookings-closure-since = from { $from }
bookings-closure-until = from { $from } to { $until }
bookings-closure-single = once
bookings-closure-withdrawn = withdrawn before it began
bookings-closure-when = When
bookings-closure-where = Where
bookings-closure-reason = Why
bookings-closure-force = In force
bookings-closure-by = Entered
bookings-closure-set-up = at the opening
bookings-closure-released = Bookings called off
bookings-closure-no-telephone = none given
bookings-closure-ahead-title = Closures now and to come
bookings-closure-none = No closures
bookings-closure-none-text = The manager enters weekly closed days, the new year and maintenance under “Enter a closure”.
bookings-closure-days-title = Closed days in the coming month
bookings-holidays-title = Public holidays of the coming year
bookings-holidays-text = They move the weekly closed day. As far as the Cabinet Office has published them they are as published; later ones are expected by law and calculation.
bookings-holidays-expected = Expected
bookings-closure-over-title = Past closures
bookings-closure-title = Closure: { $reason }
bookings-closure-telephone-title = To be told by telephone
bookings-closure-telephone-text = These people gave no e-mail address. Please call them, and offer another time.
bookings-closure-telephone-count = Bookings to be told by telephone: { $count }
bookings-closure-letters = Print the letters
bookings-closure-letter-heading = Your booking was called off
bookings-closure-letter-called-off = Called off
bookings-closure-letter-instead = Free instead (as of { $date })
bookings-closure-letter-nothing = Nothing is free nearby.
bookings-closure-letter-then = To have one of these times, please come to the counter or call { $telephone } ({ $hours }). Whoever books first has it. If none of them suits you, please talk to us.
bookings-closure-letters-none = There is nobody to write to.
bookings-closure-letter-title = Told by e-mail
bookings-closure-letter-count = Bookings told by e-mail: { $count }
bookings-closure-nobody = No booking was called off for this closure.
bookings-given-up = This space has not been in use since { $from }
bookings-given-up-until = This space cannot be used from { $from } to { $until }
bookings-giving-up = This space cannot be used any more from { $from } on
bookings-given-up-others = See the other spaces
bookings-closing-new = Enter a closure
bookings-closing-kind-once = Once, or maintenance
bookings-closing-kind-weekly = Every week
bookings-closing-kind-yearly = Every year
bookings-closing-kind-for_good = For good
bookings-closing-for-good-text = From this day on the centre gives the chosen spaces up. They leave the lists and cannot be booked; what is booked from that day on is called off, with other times offered. Earlier bookings and all records stay.
bookings-closing-for-good-first = Given up from
bookings-closing-for-good-spaces = Spaces that are given up
bookings-closing-for-good-spaces-help = One half of a divisible room takes the joined room with it.
bookings-closing-venue = House
bookings-closing-choose = Choose
bookings-closing-weekday-label = Weekday
bookings-closing-moves = Open on a public holiday, and closed on the next day that is none
bookings-closing-moves-help = For example, open on Monday 4 May 2026, a holiday, and closed on Thursday 7 May.
bookings-closing-month = Month
bookings-closing-day-label = Day
bookings-closing-first-day = First closed day
bookings-closing-last-day = Last closed day
bookings-closing-last-day-help = It may run over the new year: 12/28 to 1/4.
bookings-closing-first = First day
bookings-closing-last = Last day
bookings-closing-last-help = Leave it empty for a single day.
bookings-closing-part = Time of day
bookings-closing-part-help = Leave it empty for the whole day. Over several days it is closed at this time on each.
bookings-closing-from = From
bookings-closing-until = Until
bookings-closing-where = What closes
bookings-closing-some = Only these spaces
bookings-closing-spaces-label = Spaces that close
bookings-closing-spaces-help = Choose them for “Only these spaces”. One half of a divisible room closes the joined room too.
bookings-closing-reason-label = Why
bookings-closing-reason-help = People who book can read it. In Japanese.
bookings-closing-reason-en-label = Why, in English
bookings-closing-reason-en-help = Shown on English pages: Maintenance
bookings-closing-since = From which day on
bookings-closing-since-help = Days before it stay as they are.
bookings-closing-to-confirm = See which bookings are affected
bookings-closing-confirm-title = Close as follows?
bookings-closing-affected = { $count } bookings will be called off
bookings-closing-will-refund = { $amount } have been paid for them in all, and are to be given back.
bookings-closing-postponed = { $count ->
    [one] One fee is due while it is closed
   *[other] { $count } fees are due while it is closed
}
bookings-closing-postponed-text = Nobody can pay at the counter then, so they are due on the next open day, and never after the day of use.
bookings-closing-will-release = The bookings below are called off by the centre.
bookings-closing-will-write = For { $count } of them a letter goes out at once, with the reason and up to three alternatives.
bookings-closing-will-call = { $count } of them have no e-mail address. The next page lists their telephone numbers.
bookings-closing-no-return = They stay called off, even if you open again later.
bookings-closing-list = Bookings that will be called off
bookings-closing-nobody = No booking is affected
bookings-closing-nobody-text = Once entered, these times cannot be booked.
bookings-closing-inside = { $count } are in use now
bookings-closing-inside-text = They are not called off. Please speak to the people at the counter.
bookings-closing-inside-list = Bookings in use
bookings-closing-act = Enter
bookings-closing-act-release = Call off { $count } and enter
bookings-closing-done = The closure was entered.
bookings-closing-see-all = See the closures that are entered
bookings-closing-more = More bookings or offers are affected than you have seen
bookings-closing-more-text = Nothing was changed yet. Please look at the list again.
bookings-closing-already = The very same closure is entered already
bookings-closing-no-earlier = This closure is over by that day
bookings-closing-end-title = End this closure
bookings-closing-end-text = From the chosen day on it can be booked as usual. What was called off stays called off.
bookings-closing-end-from = Open again from
bookings-closing-end = Open from this day
bookings-closing-ended = Open again from { DATE($date) }. What was called off stays so.
bookings-may-not-close = Only the manager enters closures.
bookings-no-such-closure = There is no such closure. Please choose one from the list.
bookings-closing-weekday = Please choose a weekday.
bookings-closing-date = Please check the date, for example 2026-12-15.
bookings-closing-day = Please choose a month and a day.
bookings-closing-time = Please check the time, for example 13:00.
bookings-closing-past = A day that has passed cannot be closed. Please choose { DATE($date) } or later.
bookings-closing-opens-past = It cannot be opened from a day that has passed. Please choose { DATE($date) } or later.
bookings-closing-most-of-year = It would be closed for { $days } days on end every year. Please check whether the first and the last day are the wrong way round (60 days at most).
bookings-closing-house-and-spaces = The whole house is to be closed, and spaces are chosen too. Please choose “only these spaces”, or clear them.
bookings-closing-far = Please choose a day up to { DATE($date) }.
bookings-closing-last-first = The last day must be the first day or later.
bookings-closing-until-from = “Until” must be later than “From”.
bookings-closing-reason = Please say why, for example: maintenance of the air conditioning.
bookings-closing-reason-long = Please keep the reason to { $limit } characters.
bookings-closing-reason-unreadable = The reason has characters that cannot be kept. Please remove them.
bookings-closing-spaces = Please choose one space at least.
bookings-closing-given-up = It is entered already that this space is given up from { DATE($date) } on. To change that, end that entry first.
bookings-letter-released-subject = Important: your booking is called off ({ $space }, { $reference })
bookings-letter-released-first = We are sorry: the space cannot be used at the time of the following booking ({ $reason }), and we had to call it off.
bookings-letter-released-for-good = This space will not be available any more.
bookings-letter-released-instead = These are free instead. Each link opens the booking form; who books first has it.
bookings-letter-released-nothing = Nothing is free near that time. Other days are here:
bookings-letter-released-then = If none of them suits you, please call us or come to the counter.
bookings-letter-unpaid-subject = Important: your booking was called off, as it was not paid ({ $space }, { $reference })
bookings-letter-unpaid-first = The following booking was to be paid by { $date }. It was not, and so it was called off. You need not pay for it any more.
bookings-letter-unpaid-free = The place is free again for others. Please note that the same person (or organisation) cannot book this space for that time again.
bookings-letter-unpaid-then = If there was a reason, please call us or come to the counter. What else is free is here:
bookings-went-unpaid = Your booking for this time ({ $reference }) was called off on { DATE($released) }, as it was not paid by its day. You cannot book this space for that time again. Please choose another time, or talk to the counter. (terms of payment{ $since ->
    [none] { "" }
   *[other] , since { DATE($since) }
})
bookings-went-unpaid-title = Called off, as it was not paid
bookings-went-unpaid-text = This booking was not paid by its day, and was called off. If there was a reason, please talk to the counter.

# Setting up the house
bookings-venue-manager-only = Only the manager can change these.
bookings-venue-change = Change name and contact
bookings-venue-change-title = Change the centre’s name and contact
bookings-venue-changed = The name and contact were changed. Every page will show them within a minute.
bookings-venue-changed-meanwhile = The settings were changed on another screen. Please look at them, and send this again if it is still right.
bookings-venue-new-title = Add a house
bookings-venue-new-text = For the time of building works, or a second place of the centre. Set its hours next, then add its spaces: from then on they can be booked.
bookings-venue-opened = The house was added. Please set its opening hours.
bookings-venue-new-hours = Set the opening hours
bookings-venue-see-all = See the settings
bookings-venue-name = Name of the centre
bookings-venue-name-en = Name of the centre (English)
bookings-venue-postal-code = Postal code
bookings-venue-address = Address
bookings-venue-telephone = Telephone
bookings-venue-counter-hours = Counter hours
bookings-venue-counter-hours-help = Shown at the foot of every page as you write it, such as 9:00〜20:30
bookings-venue-hours = Opening hours
bookings-venue-change-hours = Change the opening hours
bookings-venue-hours-lead = Closed days are entered under Closures. Here you set the hours of each weekday.
bookings-venue-hours-begin = The new hours begin on { $date }.
bookings-venue-changes = Changes
bookings-venue-hours-set = The opening hours were set.
bookings-venue-from = From
bookings-venue-from-when = From which date
bookings-venue-from-help = Tomorrow or later. Until then the present hours stay.
bookings-venue-from-help-new = Today or later.
bookings-venue-coming = To come
bookings-venue-times = { $from } – { $until }
bookings-venue-no-hours = None
bookings-venue-opens = Opens
bookings-venue-closes = Closes
bookings-venue-closures-note = Weekly closed days, the New Year and single closures are entered here:
bookings-venue-day-1 = Mon
bookings-venue-day-2 = Tue
bookings-venue-day-3 = Wed
bookings-venue-day-4 = Thu
bookings-venue-day-5 = Fri
bookings-venue-day-6 = Sat
bookings-venue-day-7 = Sun
bookings-venue-spaces = Spaces
bookings-venue-add-space = Add a space
bookings-venue-change-space = Change the space
bookings-venue-space-opened = The space was added. It can be booked from now on.
bookings-venue-space-changed = The space was changed.
bookings-venue-no-spaces = There is no space yet
bookings-venue-no-spaces-text = The manager can add desks and rooms with “Add a space”.
bookings-venue-kind = Kind
bookings-venue-units = Seats or rooms
bookings-venue-capacity = Capacity
bookings-venue-people = people
bookings-venue-lengths = Length of a booking
bookings-venue-lengths-of = in steps of { DURATION($step) }, { DURATION($shortest) } to { DURATION($longest) }
bookings-venue-lengths-help = The shortest and the longest are multiples of the step.
bookings-venue-step = Step
bookings-venue-shortest = Shortest
bookings-venue-longest = Longest
bookings-venue-minute-unit = minutes
bookings-venue-minutes = { DURATION($minutes) }
bookings-venue-clearing = Clearing up
bookings-venue-clearing-help = Kept free after each use. Write 0 if none is needed.
bookings-venue-joined = joined
bookings-venue-joined-text = This space is several others together. Their seats or rooms are named there.
bookings-venue-parts = Used together
bookings-venue-parts-help = Choose two or more to make one space of others. While one of them is booked, it cannot be had. Leave the names below empty then.
bookings-venue-not-joinable = Please choose two or more spaces of this house that are in use, and none that is desks, online or several others together; each set only once.
bookings-venue-parts-and-units = A space that is others together has no names of its own. Please remove the names, or the choice above.
bookings-venue-space-name = Name of the space
bookings-venue-space-name-en = Name of the space (English)
bookings-venue-space-name-easy = Name of the space (easy Japanese)
bookings-venue-space-name-easy-help = Such as かいぎしつA
bookings-venue-floor = Floor
bookings-venue-description = Description
bookings-venue-description-en = Description (English)
bookings-venue-equipment = What is in it
bookings-venue-unit-names = Names of the seats or rooms
bookings-venue-unit-names-help = One a line; a room has one only. You can rename them and add more below, but not take any away: to put one out of use, enter a closure.
bookings-venue-save = Save
bookings-venue-to-check = See what it affects
bookings-venue-check-hours = Check the new opening hours
bookings-venue-check-space = Check the changed space
bookings-venue-act = Make this change
bookings-venue-nobody = No booking is affected
bookings-venue-nobody-text = You can make the change.
bookings-venue-own-uses = { $count ->
    [one] One own use does not fit the new settings
   *[other] { $count } own uses do not fit the new settings
}
bookings-venue-own-uses-text = Own uses stay as they are. Where too little is left, give them back and enter them again, each from its page.
bookings-venue-own-uses-list = Own uses that do not fit the new settings
bookings-venue-strained = { $count ->
    [one] One booking does not fit the new settings
   *[other] { $count } bookings do not fit the new settings
}
bookings-venue-strained-text = They are not cancelled and stay as they are. Please call these people, and change their bookings where needed.
bookings-venue-strained-list = Bookings that do not fit the new settings
bookings-venue-missing = Please fill this in.
bookings-venue-too-long = Please keep it within { $limit } characters.
bookings-venue-unreadable = This has characters that cannot be used. Please type it again.
bookings-venue-number = Please write a number from { $least } to { $most }.
bookings-venue-off-step = Please make it a multiple of the step, { DURATION($step) }.
bookings-venue-shortest-above = The shortest is longer than the longest, { DURATION($longest) }.
bookings-venue-longer-than-day = With clearing up it would be more than a day. Please write { DURATION($most) } or less.
bookings-venue-name-taken = Another space has this name. Please choose another.
bookings-venue-unit-twice = A name is there twice. Please give each its own.
bookings-venue-too-many-units = There can be { $most } at most.
bookings-venue-fewer-units = There cannot be fewer than the { $count } there are. To put one out of use, enter a closure.
bookings-venue-postal-wrong = Please write the postal code in seven digits, such as 153-0000
bookings-venue-no-such-hours = Please write times such as 9:00 and 21:00, the closing time later. Leave both empty for a weekday without hours.
bookings-venue-never-open = Every weekday is empty. Please write hours for one at least.
bookings-venue-too-early = Please choose { DATE($date) } or later.
bookings-venue-too-far = Please choose a date up to { DATE($date) }.
bookings-venue-date-taken = Something is entered from this date already. Please choose another date.

# What a space costs
bookings-tariff-label = Fee
bookings-tariff-title = The fee of { $name }
bookings-tariff-free = Free
bookings-tariff-coming = From { $date }: { $name }
bookings-tariff-none = It is free of charge
bookings-tariff-none-text = No fee has been set for this space yet.
bookings-tariff-rows = The fees of this space
bookings-tariff-standing = Status
bookings-tariff-now = Now
bookings-tariff-over = Over
bookings-tariff-new = Change the fee
bookings-tariff-which = Which fee
bookings-tariff-which-help = The amounts are set in the price lists.
bookings-tariff-choose = Please choose
bookings-tariff-from-help = Tomorrow or later. The new fee is charged for bookings used on this date or later.
bookings-tariff-kept-title = Bookings already made keep their fee
bookings-tariff-kept-text = When a booking is moved, the fee of its new day is charged. A fee that was entered cannot be corrected later: to change it again, enter another from another date.
bookings-tariff-check = Set these prices?
bookings-tariff-begins = Uses from { $date } on cost something else.
bookings-tariff-next = {" "}From { $date } on, what is planned already holds.
bookings-tariff-touched = { $count } bookings to come would cost something else when they are changed
bookings-tariff-touched-text = What has been charged stays as it is. The new prices hold once their time or place is changed.
bookings-tariff-touched-list = Bookings that would cost something else
bookings-tariff-untouched = No booking to come would cost anything else
bookings-tariff-set = Enter this fee
bookings-tariff-set-flash = The fee was entered.
bookings-tariff-to-tariffs = See the price lists

# Waiting for what is taken
bookings-waiting-title = Waiting list
bookings-waiting-ask = Tell me when it is free
bookings-waiting-ask-text = If this time suits you best, join the waiting list. When it becomes free, we write to everyone in turn.
bookings-waiting-new-title = Tell me when it is free (waiting list)
bookings-waiting-other = Choose another time
bookings-waiting-new-lead = Someone has booked this time. When it becomes free, we write to those on the list in turn. It costs nothing.
bookings-waiting-new-free = Nobody has this time. You need not wait: please go on to book it.
bookings-waiting-to-book = Book this time
bookings-waiting-label-before = Waiting now
bookings-waiting-before = { $count ->
    [0] nobody
    [one] one person
   *[other] { $count } people
 }
bookings-waiting-label-place = Place
bookings-waiting-place = Number { $place } in line
bookings-waiting-join = Join the waiting list
bookings-waiting-joined-flash = You are on the waiting list.
bookings-waiting-free-flash = It has just become free: you can book it now.
bookings-waiting-terms-title = When it becomes free
bookings-waiting-terms-turn = We ask one person after the other, in the order in which they joined. While we wait for your answer the space is kept for you.
bookings-waiting-terms-time = You have up to { DURATION($longest) } to answer, and less when the time is near ({ DURATION($shortest) } at least). The letter names the moment.
bookings-waiting-terms-lapse = If you do not answer in time you go to the end of the line; at time number { $lapses } you leave it.
bookings-waiting-terms-last = No one is asked any more when less than { DURATION($minutes) } is left.
bookings-waiting-one-title = Your place on the waiting list
bookings-waiting-offer-title = It is free. Would you like it?
bookings-waiting-offer-until = Please answer by { $until }
bookings-waiting-offer-text = The space is kept for you. At that moment we ask the next person.
bookings-waiting-offer-rule = “Take it” makes the booking, on the same terms as any other. “No, thank you” ends your wait.
bookings-waiting-offer-rule-approval = “Take it” makes a request; you can use the space once it is approved. “No, thank you” ends your wait.
bookings-waiting-accept = Take it (book now)
bookings-waiting-accept-approval = Take it (request it)
bookings-waiting-decline = No, thank you
bookings-waiting-leave = Leave the waiting list
bookings-waiting-left-flash = You have left the waiting list.
bookings-waiting-late-title = The time to answer is over
bookings-waiting-late-text = We are asking the next person. Your place in the line will be shown here in a moment.
bookings-waiting-no-mail = We have no e-mail address of { $name }. The counter will telephone when it becomes free.
bookings-waiting-to-booking = See the booking
bookings-waiting-mine-lead = Times that others have booked and that you wait for. When one becomes free, we write to you and say so here.
bookings-waiting-none = You are on no waiting list
bookings-waiting-none-text = When a time you would like is taken, you can join the waiting list from that page.
bookings-waiting-ended-title = Earlier waits
bookings-waiting-count = { $count ->
    [one] One person
   *[other] { $count } people
 }
bookings-waiting-nobody = Nobody is waiting
bookings-waiting-nobody-text = Those who wait for a taken time are listed here in turn.
bookings-waiting-line-title = Waiting for this time ({ $count })
bookings-waiting-line-text = If this booking is cancelled, the first of them is asked at once.
bookings-waiting-state-waiting = Waiting
bookings-waiting-state-offered = Answer awaited
bookings-waiting-state-taken = Booked
bookings-waiting-state-declined = Declined
bookings-waiting-state-lapsed = No answer
bookings-waiting-state-left = Left
bookings-waiting-state-over = Nothing became free
bookings-waiting-ended-declined = You declined the offer.
bookings-waiting-ended-lapsed = There was no answer in time, so you left the line. If you would still like it, please join again.
bookings-waiting-ended-left = You have left this waiting list.
bookings-waiting-ended-over = Nothing became free before it began. Please look for another time or space.
bookings-waiting-free = This time is free now: you can book it at once.
bookings-waiting-too-soon = It begins in less than { DURATION($minutes) }, so there is no waiting list any more. Please ask at the counter. (terms of waiting, since { DATE($since) })
bookings-waiting-too-many = You can be on { $most } waiting lists at once. Please leave one of them first. (terms of waiting, since { DATE($since) })
bookings-waiting-already = You are on the waiting list for this time already. Your page shows your place in it.
bookings-waiting-no-such = This place on a waiting list was not found. Please choose it from your page.
bookings-waiting-no-offer = The time to answer is over, or you have answered already. Your page shows where you stand now.
bookings-waiting-gone = You are no longer on this waiting list. If you still need that time, please choose it again among the free times.
bookings-letter-offered-subject = By { $until }: it is free ({ $space })
bookings-letter-offered-first = It is your turn on the waiting list. The following is kept for you.
bookings-letter-offered-approval = This space needs approval. “Take it” makes a request; you can use the space once it is approved.
bookings-letter-offered-until = Please answer by { $until } on this page:
bookings-letter-offered-then = At that moment we ask the next person. If you do not need it, “No, thank you” lets us ask them sooner.
bookings-letter-offer-withdrawn-subject = The offer of { $space } was taken back
bookings-letter-offer-withdrawn-first = The place that we offered you cannot be used at that time ({ $reason }). We are sorry to take the offer back.
bookings-letter-offer-withdrawn-then = You keep your place in the line, and will hear from us should it become free after all. What else is free is on the page of free times.
bookings-letter-waiting-ended-subject = Your wait has ended ({ $space })
bookings-letter-waiting-ended-first = The space you are waiting for will not be available any more ({ $reason }), so your wait has ended. We are sorry.
bookings-letter-waiting-ended-then = You can see what else is free on the page of free times.

# Calendars
bookings-feeds-title = In your calendar
bookings-feeds-lead = The calendar on your telephone or computer can fetch your bookings by itself. Changes and cancellations arrive within an hour or so.
bookings-feed-new = Make an address for your calendar
bookings-feed-own-text = It tells your own bookings only.
bookings-feed-kind = What shall it tell?
bookings-feed-kind-own = My bookings
bookings-feed-kind-space = When a space is taken (no names)
bookings-feed-kind-counter = For the counter: every booking, with names
bookings-feed-space = Space
bookings-feed-space-help = For “when a space is taken”.
bookings-feed-space-none = None
bookings-feed-make = Make the address
bookings-feed-made = Here is the address
bookings-feed-made-text = Paste it into your calendar where it says “add by URL” or “subscribe”. Whoever knows the address can look: keep it to yourself. It is shown this once.
bookings-feeds-list = Your addresses
bookings-feed-since = made { $at }
bookings-feed-used = last fetched { $at }
bookings-feed-unused = not fetched yet
bookings-feed-end = End it
bookings-feed-ended-flash = The address has ended. Please remove it from your calendar too.
bookings-feeds-none = No address yet
bookings-feeds-none-text = Addresses you make are listed here. If one is lost or known to others, end it and make another.
bookings-feed-name-own = My bookings at the centre
bookings-feed-name-space = Bookings of a space
bookings-feed-name-counter = Bookings (for the counter)
bookings-feed-name-closed = Closed days of the centre
bookings-feed-closed-text = Everyone can fetch the closed days from this address.
bookings-feed-taken = Booked
bookings-feed-no-such = This address has ended already.
bookings-feed-staff-only = Only staff can make an address of this kind.
bookings-feed-too-many = You can have 20 addresses. Please end one that you no longer use first.

## Rules of booking
bookings-rules-public = Rules of booking
bookings-rules-lead = These rules decide from when, until when and how much can be booked. Bookings that were taken stay as they are when a rule changes.
bookings-rule-kind = Kind
bookings-rule-kind-window = When booking opens
bookings-rule-kind-notice = Shortest notice
bookings-rule-kind-quota = How much can be booked
bookings-rule-kind-run = Days in a row
bookings-rule-kind-no_show = Staying away
bookings-rule-none-window = No rule: any day can be booked.
bookings-rule-none-notice = No rule: a time can be booked until it begins.
bookings-rule-none-quota = No rule: any number can be booked.
bookings-rule-none-run = No rule: any number of days in a row.
bookings-rule-none-no_show = No rule: staying away has no consequence.
bookings-rule-window-first_of_month = Opens on the 1st of the month { $amount } months before the day of use, at { $clock } (on the next open day if that day is closed).
bookings-rule-window-months = Opens on the same day { $amount } months before the day of use, at { $clock } (on the next open day if that day is closed).
bookings-rule-window-days = Opens { $amount } days before the day of use, at { $clock }.
bookings-rule-window-days-all = Opens { $amount } days before the day of use.
bookings-rule-notice-minutes = Can be booked until { DURATION($amount) } before it begins.
bookings-rule-notice-days = { $amount ->
    [0] Can be booked until { $clock } on the day of use.
    [1] Can be booked until { $clock } on the day before.
   *[other] Can be booked until { $clock }, { $amount } days before.
}
bookings-rule-quota-standing-bookings = At most { $amount } bookings ahead at one time.
bookings-rule-quota-standing-hours = At most { $amount } hours ahead at one time.
bookings-rule-quota-day-bookings = At most { $amount } bookings a day.
bookings-rule-quota-day-hours = At most { $amount } hours a day.
bookings-rule-quota-week-bookings = At most { $amount } bookings a week, from Monday.
bookings-rule-quota-week-hours = At most { $amount } hours a week, from Monday.
bookings-rule-quota-month-bookings = At most { $amount } bookings a month.
bookings-rule-quota-month-hours = At most { $amount } hours a month.
bookings-rule-run = The same space at most { $amount } days in a row.
bookings-rule-no-show = After staying away without a word { $amount } times within { $within } months, no new booking for { $months } months from the next month (days with a weather warning do not count).
bookings-rule-no-show-late = Cancelling { $amount } days before or later counts too.
bookings-rule-everyone = Everyone
bookings-rule-everywhere = Every space
bookings-rule-any = Any
bookings-rule-locality = In or outside the ward
bookings-rule-locality-resident = Lives or works in the ward
bookings-rule-locality-ward_business = Businesses of the ward
bookings-rule-locality-outside = Outside the ward, or not registered
bookings-rule-party = Who
bookings-rule-party-individual = Individuals
bookings-rule-party-business = Businesses
bookings-rule-party-group = Groups
bookings-rule-stage = Founding
bookings-rule-stage-before_founding = Before founding
bookings-rule-stage-young = Less than five years old
bookings-rule-stage-settled = Five years and more, or other
bookings-rule-source = { $source } (since { DATE($since) })
bookings-rule-until = , until { DATE($until) }
bookings-rule-what = Rule
bookings-rule-whom = Whom it concerns
bookings-rule-from-where = Source
bookings-rule-in-force = In force
bookings-rule-coming = To come
bookings-rule-over = Over
bookings-rules-over = Rules that are over
bookings-rule-new = Enter a rule
bookings-rule-help-window = How long before its day a time can be booked. A rule of one space, or of one category, goes before a general one.
bookings-rule-help-notice = Until when a time can be booked. Later ones are taken at the counter only, with a reason.
bookings-rule-help-quota = How much one person, or one organisation, can book. Of several rules the strictest holds.
bookings-rule-help-run = On how many days in a row the same space can be used.
bookings-rule-help-no_show = For how long new bookings stop after someone stayed away without a word.
bookings-rule-by-window = Counted as
bookings-rule-by-first_of_month = The 1st of the month, so many months before
bookings-rule-by-months = The same day, so many months before (or that month's last)
bookings-rule-by-days = So many days before
bookings-rule-amount-window = How many months or days before
bookings-rule-amount-window-help = For example: 3
bookings-rule-clock-window = Opens at
bookings-rule-by-notice = Counted as
bookings-rule-by-minutes = So many minutes before it begins
bookings-rule-by-days-until = So many days before, until a time of day
bookings-rule-amount-notice = How many minutes or days before
bookings-rule-amount-notice-help = 0 is the day itself. For example: 30
bookings-rule-clock-notice = Until
bookings-rule-clock-notice-help = Only where days are counted.
bookings-rule-period = Counted over
bookings-rule-period-standing = All that lies ahead, at one time
bookings-rule-period-day = A day
bookings-rule-period-week = A week, from Monday
bookings-rule-period-month = A month
bookings-rule-by-quota = What is counted
bookings-rule-by-bookings = Bookings
bookings-rule-by-hours = Hours of use
bookings-rule-amount-quota = At most
bookings-rule-amount-run = Days at most
bookings-rule-within = Within so many months
bookings-rule-amount-no-show = So many times
bookings-rule-for-months = For so many months, from the next
bookings-rule-late-days = Cancelling so many days before counts too
bookings-rule-late-days-help = Leave it empty if it does not count.
bookings-rule-whom-help = What is not chosen fits everyone.
bookings-rule-source-label = Source
bookings-rule-source-help = People who book can read it. In Japanese.
bookings-rule-source-en-label = Source, in English
bookings-rule-since-help-window = It holds for days of use from this day on.
bookings-rule-since-help-notice = It holds for days of use from this day on.
bookings-rule-since-help-quota = It holds for days of use from this day on; over all that lies ahead, for bookings made from this day on.
bookings-rule-since-help-run = It holds for days of use from this day on.
bookings-rule-since-help-no_show = It holds for absences from this day on.
bookings-rule-last = Until
bookings-rule-last-help = Only for a rule of a limited time. After it the former rule holds again.
bookings-rule-to-confirm = See what changes
bookings-rule-confirm-title = Enter this rule?
bookings-rule-before = Rule now
bookings-rule-after = New rule
bookings-rule-replaces = The rule of now ends the day before the new one begins.
bookings-rule-rests = The rule of now rests while the new one is in force.
bookings-rule-later = Rule already planned for later
bookings-rule-later-stays = What is planned for later holds from its first day, as it was entered.
bookings-rule-until-later = {" "}The new rule holds until the day before, { DATE($date) }.
bookings-rule-changed-meanwhile = The settings were changed on another screen. Below is what changes now. Please look at it, and send it again if it is still right.
bookings-rule-end-check = End this rule?
bookings-rule-until-day = Until { DATE($date) }
bookings-rule-from-day = From { DATE($date) }
bookings-rule-concerned = Bookings concerned
bookings-rule-concerned-count = { $count } of the bookings used from { DATE($date) } on are under this rule.
bookings-rule-affected-then = { $count } bookings would not be taken under what then holds
bookings-rule-end-nobody-text = No booking stops fitting the rules when this one ends.
bookings-rule-affected = { $count } bookings would not be taken under the new rule
bookings-rule-affected-text = They were taken rightly, and stay. Please call the people if it is needed.
bookings-rule-affected-list = Bookings that do not fit the new rule
bookings-rule-nobody-text = Every booking to come fits the new rule.
bookings-rule-more = There are many bookings: the next 2,000 were looked at.
bookings-rule-act = Enter
bookings-rule-done = The rule was entered.
bookings-rule-see-all = See the rules that are entered
bookings-rule-end-title = End this rule
bookings-rule-end-text = The chosen day is the last on which it holds. What was booked stays as it is.
bookings-rule-end-last = Last day
bookings-rule-end = End on this day
bookings-rule-ended = It ends on { DATE($date) }.
bookings-rule-choose = Please choose one.
bookings-rule-number = Please enter a number from { $least } to { $most }.
bookings-rule-past = A day that has passed cannot be chosen. Please choose { DATE($date) } or later.
bookings-rule-source-missing = Please say where the rule comes from, for example: Rules, article 5.
bookings-rule-source-long = Please keep it to { $limit } characters.
bookings-rule-source-unreadable = It is empty, or has characters that cannot be kept. Please check it.
bookings-may-not-rule = Only the manager enters rules.
bookings-no-such-rule = There is no such rule. Please choose one from the list.
bookings-rule-no-earlier = This rule ends before that day
bookings-rule-already = The very same rule is entered already

## When a rule stands against it
bookings-drawn = Drawn
bookings-drawn-title = This room is drawn
bookings-drawn-text = Each month is drawn first; what is free after that is for whoever comes first.{" "}
bookings-drawn-see = See the lotteries
bookings-drawn-later = This day is drawn. You can apply from { DATE($date) }, { $time }. See the page “Lotteries”, or choose another day.
bookings-drawn-some-day = This day is drawn. When one can apply will be said on the page “Lotteries”. You can also choose another day.
bookings-drawn-now = This day is drawn. Please apply on the page “Lotteries” until { DATE($date) }, { $time }.
bookings-drawn-over = This day waits for its draw. What is free after it can be booked by whoever comes first.
bookings-not-open-yet = Booking for that day opens on { DATE($date) } at { $time }. Please come back then, or choose an earlier day. ({ $source ->
   *[other] { $source_en }
}, since { DATE($since) })
bookings-too-late = That time could be booked until { DATE($date) }, { $time }. Please choose another time, or call the counter. ({ $source ->
   *[other] { $source_en }
}, since { DATE($since) })
bookings-quota-bookings = { $period ->
    [day] At most { $most } bookings a day. Please choose another day, or cancel one of that day first.
    [week] At most { $most } bookings a week. Please choose another week, or cancel one of that week first.
    [month] At most { $most } bookings a month. Please choose another month, or cancel one of that month first.
   *[standing] At most { $most } bookings at one time. Please use or cancel one of yours first.
} ({ $source ->
   *[other] { $source_en }
}, since { DATE($since) })
bookings-quota-hours = { $period ->
    [day] At most { $most } hours a day. Please make it shorter, or choose another day.
    [week] At most { $most } hours a week. Please make it shorter, or choose another week.
    [month] At most { $most } hours a month. Please make it shorter, or choose another month.
   *[standing] At most { $most } hours at one time. Please make it shorter, or cancel another booking first.
} ({ $source ->
   *[other] { $source_en }
}, since { DATE($since) })
bookings-run-too-long = The same space can be booked at most { $days } days in a row. Please leave a day between, or choose another space. ({ $source ->
   *[other] { $source_en }
}, since { DATE($since) })
bookings-restricted = A booking was not used, and nobody called: no new bookings until { DATE($date) }. You can book again from { DATE($again) }. If there was a reason, please talk to the counter. ({ $source ->
   *[other] { $source_en }
}, since { DATE($since) })
bookings-restricted-title = No new bookings from { $from } to { $until }
bookings-restricted-own = No new bookings as { $name } from { $from } to { $until }
bookings-restricted-text = A booking was not used, and nobody called ({ $source }, since { DATE($since) }). You keep the bookings you have. If there was a reason, please talk to the counter.
bookings-not-represented = Only its registered representatives book for that organisation. Please choose “For myself”, or register at the counter.
bookings-book-as = For whom do you book
bookings-book-as-self = For myself
bookings-booked-as = For { $name }
bookings-waiver = Take it as an exception
bookings-waiver-help = To take a booking before it opens or after the shortest notice, say why. The ward reads it too.
bookings-waiver-label = Why it is an exception
bookings-waiver-unreadable = Please say why in plain words, { $limit } characters at most.
bookings-arrived-already = This person is marked as arrived already, perhaps by somebody else at the counter.
bookings-may-not-mark = Only staff at the counter marks who came and who stayed away.
bookings-may-not-waive = Only staff at the counter takes exceptions.
bookings-waivers-title = Bookings taken as an exception
bookings-waivers-text = Taken at the counter before booking opened, or after the shortest notice, with a reason.
bookings-waiver-erased = (erased)

## Staying away
bookings-absences-title = Absences and weather warnings
bookings-absences-none = No absences
bookings-absences-none-text = Once a booking has begun and nobody came, it can be marked on the page of the booking.
bookings-absence-how = How
bookings-absence-nobody = Nobody called
bookings-absence-late = Cancelled on { DATE($date) }
bookings-absence-excused = Does not count ({ $warning })
bookings-absent = Mark as an absence
bookings-absent-undo = Undo the absence
bookings-absent-marked = Marked as an absence
bookings-absent-flash = Marked as unused.
bookings-late-title = { $count ->
    [1] Cancelling it now counts as an absence
   *[other] Cancelling them now counts as { $count } absences
}
bookings-late-follows = You cannot make new bookings from { $from } to { $until } ({ $source }, since { DATE($since) }). You keep the bookings you have.
bookings-late-nothing-follows = Its day is near. For now, nothing changes for later bookings.
bookings-late-excused = Because of the warning ({ $warning }) this does not count as an absence
bookings-late-excused-text = What cancelling costs is the same as on any other day.
bookings-absent-follows = Once marked, no new bookings are taken from { $from } to { $until } ({ $source }).
bookings-absent-nothing-follows = Marking it changes nothing for later bookings.
bookings-absent-untold = This person has no e-mail address. Please tell them by telephone.
bookings-absence-undone-flash = The absence was undone.
bookings-not-absent = Only a booking that has begun and at which nobody arrived can be marked as an absence.
bookings-no-such-absence = This booking is not marked as an absence.
bookings-warnings-title = Days with a weather warning
bookings-warnings-text = Staying away on such a day, or cancelling on it, does not count.
bookings-warning-on = Day
bookings-warning-which = Warning
bookings-warning-help = For example: heavy rain warning
bookings-warning-act = Enter
bookings-warning-done = { DATE($date) } was entered as a day with a warning.
bookings-warning-withdraw-link = Withdraw { DATE($date) }
bookings-warning-withdraw-title = Withdrawing a day with a warning
bookings-warning-withdraw = Withdraw this day
bookings-warning-withdrawn = The warning of { DATE($date) } ({ $warning }) was withdrawn.
bookings-warning-entered = Entered
bookings-warning-again = { $count ->
    [one] 1 absence counts again
   *[other] { $count } absences count again
}
bookings-warning-again-text = Once it is withdrawn, these bookings count as absences again. Nobody loses a booking; who cannot make new ones for a time is said below.
bookings-warning-again-list = Bookings that count again
bookings-warning-follows = What follows
bookings-warning-no-bookings = No new bookings from { DATE($from) } to { DATE($until) }
bookings-warning-nothing = Nothing changes for later bookings
bookings-warning-told = Told
bookings-warning-by-letter = By e-mail
bookings-warning-by-telephone = No e-mail address: please tell them, for example by telephone.
bookings-warning-nobody = This day excuses no booking
bookings-warning-nobody-text = Withdrawing it changes nothing for anybody, and nobody is written to.
bookings-warning-undo-hint = Should it be needed after all, enter the same day again.
bookings-warning-not-withdrawn = Not withdrawn
bookings-warning-changed-meanwhile = What counts, or a rule, changed while you were looking. Please read what follows now, and choose again.
bookings-no-such-warning = This day with a warning has been withdrawn already.
bookings-letter-absent-subject = Your booking was not used ({ $space } { $reference })
bookings-letter-late = { $count ->
    [1] It was cancelled so close to its day that it counts as an absence.
   *[other] { $count } of them were cancelled so close to their day that they count as absences.
}
bookings-letter-absent-first = The booking below was not used, and nobody called.
bookings-letter-absent-follows = By the rules we cannot take new bookings from { DATE($from) } to { DATE($until) } ({ $source }, since { DATE($since) }). You keep the bookings you have.
bookings-letter-absent-nothing = Nothing follows this time. When you cannot come, please cancel before it begins, so that someone else can use the place.
bookings-letter-absent-then = If you were there, or could not come because of a weather warning, please tell the counter, and we will put it right.
bookings-letter-again-subject = We corrected a day with a weather warning ({ $space } { $reference })
bookings-letter-again-first = We had entered { DATE($on) } as a day with a weather warning ({ $warning }). That was wrong, and we have withdrawn it. The booking below therefore counts as one that was not used, or that was cancelled too late.
bookings-letter-again-nothing = Nothing follows this time.

# Permits and notices
bookings-papers-title = Papers (A4)
bookings-papers-text = Numbered papers to print or keep. From the second time on they are marked as re-issued.
bookings-paper-permit = Permit of use
bookings-paper-change = Approval of a change of use
bookings-paper-cancellation = Notice of cancellation of a permit
bookings-paper-not-paid = You get this paper when the fee is paid.
bookings-paper-absent = Nobody came to this booking, so this paper is not given out. If you did come, please tell the counter.
bookings-paper-fee-paid = Fee
bookings-paper-fee-left = Fee for cancelling
bookings-paper-number = No. { $number } of { $year }
bookings-paper-issue = Issue
bookings-paper-issue-again = Issue again
bookings-paper-again = Re-issued on { $date }
bookings-paper-issuer = Manager of the centre
bookings-paper-no-seal = (seal omitted)
bookings-paper-first-permit = As applied for on { $date }, the use of the following is permitted.
bookings-paper-first-change = The use applied for on { $date } is approved as changed below.
bookings-paper-first-cancellation = The permit applied for on { $date } is cancelled as follows.
bookings-paper-changed = Changed
bookings-paper-before = Before
bookings-paper-after = After the change
bookings-paper-reason = Reason
bookings-paper-reason-centre = For reasons of the centre
bookings-paper-reason-unpaid = Because the fee was not paid by its day
bookings-paper-reason-person = At the request of the user
bookings-paper-conditions = Conditions
bookings-paper-condition-show = Please show this paper, or the reference, at the counter.
bookings-paper-condition-time = Preparing and clearing up are part of the permitted time.
bookings-paper-condition-use = The space is used for the permitted purpose only, and the right to use it is not passed on.
bookings-paper-condition-care = Damage is reported to the counter at once. You may be asked to pay for the repair.
bookings-paper-condition-withdraw = The permit may be withdrawn if these conditions are not kept, or in case of disaster and the like.
bookings-paper-appeal = If you disagree with this decision you may ask the mayor of the ward for a review within three months, or bring an action against the ward for its annulment within six months, counted from the day after you learned of it.

## Fees
bookings-fee-label = Fee
bookings-fee-title = The fee is { $amount }
bookings-fee-ends = Your registration ends on { $date }, so later days cost what people from outside the ward pay. If you renew it first and book once that is approved, the price is that of your renewed category.
bookings-fee-renew = Renew the registration
bookings-fee-due = Please pay at the counter by { $date }.
bookings-fee-tiers = If you cancel
bookings-fee-tiers-until = (until { $date })
bookings-fee-tiers-from = If you cancel from { $date } on (the terms change)
bookings-fee-tier = { $percent ->
        [0] Up to { $days } days before: free
       *[other] Up to { $days } days before: { $percent }% of the fee
    }
bookings-fee-tier-day = Later: { $percent }% of the fee
bookings-paid-unpaid = Unpaid
bookings-paid-partly = Partly paid
bookings-paid-paid = Paid
bookings-paid-refund = To refund
bookings-paid-free = Free
bookings-fee-partly-stays = Partly paid: it is not released by itself, even after its day. Please settle the rest at the counter.
bookings-paid-short-unpaid = unpaid
bookings-paid-short-partly = part paid
bookings-paid-short-paid = paid
bookings-paid-short-refund = refund
bookings-paid-short-free = free
bookings-paid-take = Take the payment
bookings-fee-unpaid = Unpaid
bookings-fee-paid = Paid
bookings-fee-refund = { $amount } to be refunded
bookings-fee-pay-by = Please pay at the counter by { $date }.
bookings-fee-to-bill = See the bill
bookings-fee-change-title = After the change the fee is { $amount }
bookings-fee-change-now = It is { $amount } now.
bookings-fee-kept-title = Whatever you change, it costs at least { $amount }
bookings-fee-kept-text = Cancelling now would cost { $amount }. That much stays even if the new time is cheaper, or if you cancel after the change.
bookings-fee-kept-approval = { " " }The same goes if it is not approved.
bookings-fee-cancel-title = Cancelling costs { $amount }
bookings-fee-cancel-text = That is { $percent }% of the fee of { $charged }.
bookings-fee-cancel-changed = That is what cancelling would have cost before the change; it gets no less by changing. The fee is { $charged } now.
bookings-fee-cancel-rule = What cancelling costs (since { $date })
bookings-fee-cancel-refund = We give back { $amount } of what you paid, at the counter.
bookings-fee-cancel-open = Please pay { $amount } at the counter.
bookings-fee-letter-before = { " " }(before the change { $amount })
bookings-fee-letter-more = { " " }({ $amount } more to be paid at the counter by { $date })
bookings-fee-letter-sum = Fees in all
bookings-fee-letter-sum-left = Fees for cancelling in all
bookings-fee-letter-first = { " " }(the first is due on { $date })
bookings-fee-letter-due = { " " }(please pay at the counter by { $date })
bookings-fee-letter-refund = { " " }({ $amount } of what you paid is given back)

## Payment and cancelling, waiting
bookings-rules-others = Other rules
bookings-unit-days = { " " }days
bookings-unit-hours = { " " }hours
bookings-unit-minutes = { " " }minutes
bookings-unit-percent = %
bookings-fee-tiers-none = Cancelling costs nothing
bookings-dated-from-help = Tomorrow or later. Once it has begun it cannot be corrected; what has not begun yet is replaced by entering the same day again.
bookings-dated-refused = It was not entered
bookings-dated-check = See what changes
bookings-dated-change = So far, and from then on
bookings-dated-before = So far
bookings-dated-after = From then on
bookings-payment-title = Payment and cancelling
bookings-payment-lead = By when fees are paid, and how much of them stays when a booking is cancelled.
bookings-payment-days = Time to pay
bookings-payment-within = { $days ->
    [0] On the day of booking
    [one] Within { $days } day of booking
   *[other] Within { $days } days of booking
  } (by the day of use, if that is earlier)
bookings-payment-days-help = Counted from the day of booking. If the day of use comes first, it is the last day to pay. When the last day is closed, it moves to the next open day. The day after, a booking of which nothing was ever paid is released by itself; days of grace are part of this number.
bookings-payment-tiers-help = From the most days down. Leave rows you do not need empty. Whatever is cancelled after the last row costs the whole fee. With no rows at all, cancelling costs nothing.
bookings-payment-tier-days = Row { $row }: days before the day of use
bookings-payment-tier-unit = { " " }days before, or more
bookings-payment-tier-percent = Row { $row }: share that stays
bookings-payment-none = Nothing is set yet
bookings-payment-none-text = Until then fees are due on the day of booking, and cancelling costs nothing.
bookings-payment-new = Change the terms
bookings-payment-check = Change the terms of payment and cancelling?
bookings-payment-begins = They change on { $date }.
bookings-payment-touched = { $count ->
    [one] Cancelling { $count } booking will cost another share
   *[other] Cancelling { $count } bookings will cost another share
  }
bookings-payment-touched-text = The terms on the day of cancelling decide. The time to pay holds for bookings made from that day on; those already made keep theirs.
bookings-payment-touched-more = The { $limit } earliest are shown.
bookings-payment-touched-list = Bookings of which another share stays
bookings-payment-on = Cancelled on
bookings-payment-untouched = No booking costs another share
bookings-payment-untouched-text = Bookings already made keep their day of payment as well; the new time to pay holds for those made from that day on.
bookings-payment-set-flash = The terms of payment and cancelling were entered.
bookings-line-title = Waiting lists
bookings-line-lead = How long an offer waits for an answer, and in how many lines a person may stand.
bookings-line-longest = Longest time to answer
bookings-line-shortest = Shortest time to answer
bookings-line-shortest-help = It is never shorter, even when the use begins soon.
bookings-line-last-call = Last call
bookings-line-last-call-help = With less time left before the use, no offer is made. Not shorter than the shortest time to answer.
bookings-line-lapses = Missed offers
bookings-line-lapses-help = Whoever lets so many offers pass leaves the line.
bookings-line-most = Lines for one person
bookings-line-lines = { " " }lines
bookings-line-time = { DURATION($minutes) }
bookings-line-new = Change the terms
bookings-line-text = Offers already made keep their time.
bookings-line-check = Set these terms of waiting?
bookings-line-begins = They hold for offers made, and lines joined, from { $date } on.
bookings-line-touched = { $count } waiting for a use from that day on
bookings-line-touched-text = Everyone keeps their place in the line. Offers made already keep their time; those made from that day on have the new one.
bookings-line-set = Enter these terms
bookings-line-set-flash = The terms of waiting were entered.

## What a space costs
bookings-prices-free = Free of charge
bookings-prices-now = Prices now
bookings-prices-from = Prices from { $date }
bookings-prices-whom = Who uses it
bookings-prices-others = Everyone else
bookings-prices-note = The price on the day of use applies. Your category, such as a business in the ward, is decided when your registration is reviewed. You see your own price before you book.

## Devices
bookings-devices = Equipment to borrow
bookings-devices-help = How many you would like to borrow with the room, free of charge. Leave the others empty.
bookings-devices-none = Nothing to lend has been entered yet.
bookings-device-lent = { $name } × { $many }
bookings-device-left = { $many } left at this time
bookings-device-stocked = { $many } in all
bookings-device-unknown = There is no such equipment. Please choose again.
bookings-device-number = Please enter the number for “{ $name ->
       *[other] { $name_en }
    }” in digits.
bookings-device-not-here = “{ $name ->
       *[other] { $name_en }
    }” cannot be used in this place. Please leave its number empty.
bookings-device-short = { $counted_in ->
       *[other] “{ $name ->
           *[other] { $name_en }
        }” on { DATE($date) } from { $from } to { $until }: { $left ->
            [0] none is left
           *[other] only { $left } left
        } ({ $since ->
            [none] { $usable } to lend in all
           *[other] since { DATE($since) } there are { $usable } to lend in all
        }). { $left ->
            [0] Please leave its number empty or choose another time.
           *[other] Please take fewer or choose another time.
        }
    }
bookings-device-add = Add equipment
bookings-device-change = Change the name or the places
bookings-device-added = The equipment was entered. It can be chosen with a booking now.
bookings-device-changed = The equipment was changed.
bookings-device-name = Name
bookings-device-name-en = Name in English
bookings-device-counted-in = Japanese counter
bookings-device-counted-in-help = For example 台, 本 or 枚
bookings-device-stock = In stock
bookings-device-stock-help = 0 ends the lending.
bookings-device-broken = Out of order
bookings-device-broken-help = So many are not lent until they are repaired; 0 if none.
bookings-device-usable = Can be lent
bookings-device-where = Where it can be used
bookings-device-everywhere = Everywhere
bookings-device-somewhere = Only in the places chosen
bookings-device-spaces = The places
bookings-device-spaces-help = Choose them for “Only in the places chosen”.
bookings-device-now-broken = { " " }({ $many } more out of order)
bookings-device-ended = Not lent
bookings-device-coming = { $many } from { $date }
bookings-device-rows = Numbers by date
bookings-device-stock-title = How many: { $name }
bookings-device-stock-new = Change the number
bookings-device-stock-text = From today or from a later day. What is lent already stays lent; bookings for which too few would be left are shown first.
bookings-device-stock-check = Bookings for which too few would be left
bookings-device-day-title = Equipment to lay out
bookings-device-day-print = See and print the list
bookings-device-day-none = Nothing to lay out on this day
bookings-device-day-none-text = Bookings with equipment appear here in the order of time.

## Spaces that need approval
bookings-standing-requested = requested
bookings-standing-refused = turned down
bookings-approval-title = This booking needs approval
bookings-approval-title-some = { $count } of these times need approval
bookings-approval-by = We answer within { $days } business days, by { $date } (or by the day of use, if that is earlier).
bookings-approval-text = Until then the place is kept for you and lent to nobody else, but it is not certain yet that you can use it. You may withdraw the request at any time before our answer, free of charge.
bookings-approval-change-title = A change needs approval again
bookings-approval-change-text = If you change the date, time, place or purpose, the booking becomes a request again, and we answer within { $days } business days. If it is turned down, you cannot go back to the former time.
bookings-fee-after-approval = It is paid after the approval; the letter of approval says by when.
bookings-request = Send the request
bookings-request-confirm-lead = Your request is not sent yet. Press “Send the request” below to send it.
bookings-request-done-title = We have your request
bookings-then-wait = Wait for our answer
bookings-then-wait-text = We write to you, and you find it under My page.
bookings-request-waits-title = Waiting for approval
bookings-request-waits-text = We answer by { $date }. Until then the place is kept for you.
bookings-request-waits-late = We had promised an answer by { $date }, and are late. We are sorry. The place is still kept for you; if it is urgent, please ask at the counter.
bookings-request-withdraw = Withdraw the request
bookings-request-withdraw-ask = Withdraw this request?
bookings-request-approved-title = Approved
bookings-request-approved-text = You can use the place as asked.
bookings-request-conditions = Conditions of the approval
bookings-request-refused-title = Not approved
bookings-request-refused-then = You can look for another time or place. If anything is unclear, please ask at the counter. The notice of refusal can be printed from this page.
bookings-request-lapsed-title = Our answer came too late
bookings-request-lapsed-text = We did not answer before the time of use, and the request has ended. We are sorry. Please talk to the counter.
bookings-request-to-decide = Decide this request
bookings-requests-overdue = For { $count } { $count ->
    [one] request
   *[other] requests
} the day of our answer has passed
bookings-requests-overdue-text = Nothing is approved or refused by itself. When the time of use begins the request ends, and the person gets a letter with an apology.
bookings-requests-count = { $count } { $count ->
    [one] request waits
   *[other] requests wait
} for approval, the oldest first.
bookings-requests-none = No request waits for approval
bookings-requests-none-text = Which places need approval, and for whom, is said by the rules of booking.
bookings-requests-stat = Requests
bookings-request-asked = Asked for
bookings-request-due = To be answered by
bookings-request-overdue = overdue
bookings-request-today = today
bookings-request-times = { $count } times together
bookings-request-decide = decide
bookings-request-title = Request { $reference }
bookings-request-heading = Request of { $name }
bookings-request-what = What is asked for
bookings-request-who = Who asks
bookings-request-category = Category
bookings-request-before = So far
bookings-request-history = Approved { $approved }, refused { $refused }, absences and late cancellations { $absences }
bookings-request-first = No bookings so far
bookings-request-charged = It is charged at the approval.
bookings-request-price-all = { $amount } for all { $count }
bookings-request-together = All of this series together ({ $count } times)
bookings-request-approve-title = Approve
bookings-request-conditions-help = If there are any. They stand in the letter and in the permit. 500 characters at most.
bookings-request-approve-text = A letter of approval with a calendar file is sent. What costs something is charged.
bookings-request-approve = Approve
bookings-request-refuse-title = Refuse
bookings-request-ground = Ground of the refusal
bookings-request-ground-blank = Please choose
bookings-request-words = More about it, and what the person can do
bookings-request-words-help = The person reads this as it stands. 500 characters at most.
bookings-request-refuse-text = A letter with the reason is sent, and the place is free again. This cannot be undone.
bookings-request-refuse-kept = { " " }As it changed what was approved before, { $amount } of the fee stay, as if it had been cancelled on the day of the change.
bookings-request-refuse = Refuse
bookings-request-own = You cannot decide on your own request
bookings-request-own-text = Another member of staff decides on your own requests and on those of organisations you represent.
bookings-request-decided = Someone else has decided this request, or it was withdrawn. Please look at the booking as it is now.
bookings-request-as-it-is = Nothing was decided. Please look at the request as it is now.
bookings-request-words-unreadable = There are characters in it that cannot be kept. Please remove special characters.
bookings-request-approved-flash = Approved: { $count }.
bookings-request-refused-flash = Refused: { $count }.
bookings-ground-public_order = It may offend public order or decency
bookings-ground-operation = It would hinder the running of the centre
bookings-ground-purpose = It does not fit the purpose of the centre
bookings-ground-unsuitable = The use is not suitable for another reason
bookings-paper-refusal = Notice of refusal
bookings-paper-first-refusal = The use applied for on { $date } is not approved, for the following reason.
bookings-paper-reason-refusal = Reason of the refusal
bookings-rule-kind-approval = Approval
bookings-rule-none-approval = No rule: bookings stand at once.
bookings-rule-approval = Bookings need approval. We answer within { $amount } business days.
bookings-rule-help-approval = Bookings of this place by these people become requests. A request keeps its place and is never decided by itself; the counter sees when it is overdue. One that is undecided when its time begins ends with an apology.
bookings-rule-amount-approval = Within how many business days
bookings-rule-amount-approval-help = Counted from the day after the request, closed days left out. For example 5
bookings-rule-since-help-approval = For what is booked from now on, to be used from this day on.
bookings-rule-affected-approval = { $count } bookings would need approval under the new rule
bookings-rule-affected-approval-text = They stand, and stay. Approval is needed when their time or purpose changes.
bookings-rule-nobody-approval-text = The new rule concerns no booking to come.
bookings-letter-requested-subject = We have your request ({ $space }, { $reference })
bookings-letter-requested-first = We have your request as below. This booking needs approval; until then it is not certain that you can use the place.
bookings-letter-requested-again = We have your change. As this booking needs approval, we look at it again.
bookings-letter-requested-by = We answer by { $date }. Until then the place is kept for you.
bookings-letter-requested-price = It costs { $amount }, to be paid after the approval.
bookings-letter-requested-then = You can look at it or withdraw it here. Withdrawing before our answer is free of charge.
bookings-letter-requested-then-charged = You can look at it or withdraw it here. As it was charged before, withdrawing costs no less than cancelling did on the day of the change.
bookings-letter-approved-subject = Approved: { $space } ({ $reference })
bookings-letter-approved-first = { $count ->
    [one] The following use is approved.
   *[other] The following { $count } uses are approved.
} On the day, please give the reference or your name at the counter.
bookings-letter-approved-fee = Please pay { $amount } at the counter by { $date }.
bookings-letter-approved-then = The permit can be printed here. You can also change or cancel here.
bookings-letter-approved-then-unpaid = The permit can be printed here once the fee is paid. You can also change or cancel here.
bookings-letter-refused-subject = Not approved: { $space } ({ $reference })
bookings-letter-refused-first = We are sorry: the following use is not approved.
bookings-letter-refused-then = Other times and places can be found here. You may also ask for another use; please talk to the counter.
bookings-letter-refused-paper = The notice of refusal, which says how to object, can be printed here.
bookings-letter-lapsed-subject = Our apology: we did not answer in time ({ $space }, { $reference })
bookings-letter-lapsed-first = We did not answer the following request before its time began, and so it has ended. We are sorry.
bookings-letter-ended-free = Nothing is charged.
bookings-letter-ended-kept = As it was a change of what was approved before, { $amount } stay, as if it had been cancelled on the day of the change.
bookings-letter-ended-refund = You get { $amount } back of what you paid. Please come to the counter for it.
bookings-letter-ended-open = Please pay { $amount } at the counter by { $date }.
bookings-letter-lapsed-then = Please call us or come to the counter. What else is free is here:
bookings-letter-series-requested-subject = We have your request for { $count } times ({ $reference })
bookings-letter-series-requested-first = We have the following { $count } bookings.
bookings-letter-series-requests = { $count } of them need approval. Until then it is not certain that you can use the place; please wait for our answer.
bookings-letter-series-by = waits for approval (by { $date })
bookings-series-requested-title = We have all of them

# Lists as files
bookings-list-called-off = Called off on
bookings-list-house = House
bookings-list-step = Step (minutes)
bookings-list-shortest = Shortest (minutes)
bookings-list-longest = Longest (minutes)
bookings-list-clearing = Clearing (minutes)
bookings-list-spaces = The list of spaces as a file
bookings-list-excused = Not counted because of
bookings-list-closing = How it closes
bookings-list-closing-once = On certain days
bookings-list-closing-weekly = Every week
bookings-list-closing-yearly = Every year
bookings-list-closing-for_good = For good
bookings-list-weekday = Day of the week
bookings-list-first = First day
bookings-list-last = Last day
bookings-list-from = From (time)
bookings-list-until = Until (time)
bookings-list-since = From (day)
bookings-list-to = Until (day)
bookings-list-amount = How many
bookings-list-clock = Time
bookings-list-within = Months counted
bookings-list-for = Months without booking
bookings-list-answer-by = To be answered by
bookings-list-ward = Number of the ward

# Consumption tax
bookings-tax-title = Rates of consumption tax
bookings-tax-lead = A use is taxed at the rate of the day of use. Rates are never rewritten; the next one is entered.
bookings-tax-rate = Rate
bookings-tax-rate-help = National and local tax together. For example: 10, 7.8
bookings-tax-source = Law
bookings-tax-source-help = For example: 消費税法第29条第1号
bookings-tax-new = Enter the next rate
bookings-tax-new-text = A rate begins tomorrow or later. The one before it ends the day before.
bookings-tax-check = Please check the rate
bookings-tax-from-day = From { DATE($date) }
bookings-tax-none = None
bookings-tax-later = (entered already; it stays)
bookings-tax-touched = { $count ->
    [one] 1 booking would be priced or taxed otherwise at this rate
   *[other] { $count } bookings would be priced or taxed otherwise at this rate
}
bookings-tax-touched-text = What is charged already stays. When a booking is changed, it is charged by the rate of the day of use. Please see in the ordinance and the contract whether the difference is to be collected.
bookings-tax-touched-list = Bookings that would be priced or taxed otherwise
bookings-tax-untouched = No booking would be priced or taxed otherwise
bookings-tax-untouched-text = Bookings from this day on are charged by the rate entered.
bookings-tax-set-flash = The rate was entered.
