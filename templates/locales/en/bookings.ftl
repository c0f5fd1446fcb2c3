# Spaces and bookings

bookings-dot = { ", " }
bookings-any = Any
bookings-any-kind = All

## Spaces
bookings-spaces-title = Spaces you can use
bookings-spaces-lead = From a single desk to a room for a class. Anyone who has registered can book.
bookings-see-free = See what is free and book
bookings-no-spaces = No spaces have been set up yet
bookings-no-spaces-text = Until they are, please ask at the counter.
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
bookings-label-advance = How far ahead
bookings-advance-rule = Up to { $days } days ahead.
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
bookings-cancel-rule = You can cancel on your page at any time until { $until }. It costs nothing.
bookings-no-show-rule = If you cannot come, please cancel early: someone may be waiting.
bookings-agree = I have read the rules of use
bookings-agree-missing = Please read the rules of use, then tick “I have read the rules of use”.
bookings-book = Book
bookings-taken-title = Someone else booked this first
bookings-slot-taken = This time was taken a moment ago. You have no booking yet. Please choose a time nearby or another space.
bookings-instead-title = Times and spaces nearby that you can book now
bookings-instead-none = Nothing nearby is free. Look at another day, or ask at the counter.
bookings-take-this = Take this one
bookings-done-title = Your booking is made
bookings-label-reference = Booking number
bookings-reference-help = Give this number at the counter or on the telephone.
bookings-to-calendar = Add to calendar
bookings-then-title = What happens next
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
bookings-past-title = Past
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
bookings-counter-q = Name, reading or booking number
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
bookings-closed = The centre is closed on { DATE($date) }. Please choose another day.
bookings-outside-hours = On this day the centre is open from { $opens } to { $closes }. Please choose a time in between.
bookings-off-step = Times go in steps of { DURATION($minutes) }.
bookings-too-short = Please take at least { DURATION($minutes) }.
bookings-too-long = At most { DURATION($minutes) } at a time. Please make it shorter, or use another day.
bookings-too-far-ahead = At present you can book up to { DATE($date) }.
bookings-too-many-people = This space has room for { $capacity }. Please bring fewer people, or choose a larger space.
bookings-nobody-comes = Please enter at least 1 person.
bookings-purpose-missing = Please say what you will use it for, for example: meeting with a client.
bookings-purpose-too-long = Please keep the purpose within { $limit } characters.
bookings-purpose-unreadable = The purpose has characters that cannot be kept. Please remove line breaks and special characters.
bookings-no-such-space = This space was not found. Please choose from the list.
bookings-no-such-booking = This booking was not found. Please check the number, or choose from your bookings.
bookings-no-such-person = This person is not registered. Please register them first.
bookings-for-another = Only staff at the counter can book for another person.
bookings-already-begun = A booking that has begun can be neither changed nor cancelled. Please tell the counter.
bookings-no-longer-stands = This booking was cancelled, or is over.
bookings-not-today = Arrival is marked on the day of the booking, until it ends.
bookings-changed-meanwhile = This booking was changed elsewhere in the meantime. It is shown below as it is now; please check and enter your change again.
bookings-too-wide = Please ask for at most { $days } days at a time, with the end after the beginning.
bookings-key-reused = The same Idempotency-Key came with a different request. Please send a new key.

## Letters
bookings-letter-dear = Dear { $name },
bookings-letter-confirmed-subject = Your booking is made ({ $space }, { $reference })
bookings-letter-confirmed-first = Your booking is made. On the day, give the booking number or your name at the counter.
bookings-letter-confirmed-then = Until it begins you can change or cancel it here:
bookings-letter-changed-subject = Your booking was changed ({ $space }, { $reference })
bookings-letter-changed-first = Your booking was changed. It is now:
bookings-letter-changed-then = If you did not ask for this, please tell the counter. Your booking is here:
bookings-letter-cancelled-subject = Your booking was cancelled ({ $space }, { $reference })
bookings-letter-cancelled-first = This booking was cancelled. There is nothing to pay.
bookings-letter-cancelled-then = To book again, see what is free. The cancelled booking is here:

# Figures of use, and lists to take away
bookings-label-kana = Reading
bookings-label-made = Booked at
bookings-figures-title = Figures of use
bookings-figures-of = Figures of use, { MONTH($date) }
bookings-figures-text = Bookings are counted without those called off. Time and people leave out bookings to which nobody came. The rate is the share of the open hours that were used.
bookings-figures-all = All
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
   *[other] Every fifth { $weekday } of the month
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
bookings-series-leave-out = Leave this time out
bookings-series-free = Times that can be booked as they are ({ $count })
bookings-series-none-free = None can be booked as it is.
bookings-series-cancel-rule = You can cancel each time on My Page until it begins, one by one or together. There is no charge.
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
} There is no charge.
bookings-letter-series-cancelled-then = To book again, see what is free. The rest of the series is on this page.

## Closures
bookings-closed-for = { DATE($date) } is closed: { $reason ->
       *[other] { $reason_en }
    }. Please choose another day.
bookings-shut-for = { DATE($date) } is closed from { $from } to { $until }: { $reason ->
       *[other] { $reason_en }
    }. Please choose another time.
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
bookings-closure-day = { $month }/{ $day }
bookings-closure-dates = { $first } – { $last }
bookings-closure-part = { $from }–{ $until }
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
bookings-closure-over-title = Past closures
bookings-closure-title = Closure: { $reason }
bookings-closure-telephone-title = To be told by telephone
bookings-closure-telephone-text = These people gave no e-mail address. Please call them, and offer another time.
bookings-closure-telephone-count = Bookings to be told by telephone: { $count }
bookings-closure-letter-title = Told by e-mail
bookings-closure-letter-count = Bookings told by e-mail: { $count }
bookings-closure-nobody = No booking was called off for this closure.
bookings-closing-new = Enter a closure
bookings-closing-kind-once = Once, or maintenance
bookings-closing-kind-weekly = Every week
bookings-closing-kind-yearly = Every year
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
bookings-closing-more = More bookings are affected than you have seen
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
bookings-closing-far = Please choose a day up to { DATE($date) }.
bookings-closing-last-first = The last day must be the first day or later.
bookings-closing-until-from = “Until” must be later than “From”.
bookings-closing-reason = Please say why, for example: maintenance of the air conditioning.
bookings-closing-reason-long = Please keep the reason to { $limit } characters.
bookings-closing-reason-unreadable = The reason has characters that cannot be kept. Please remove them.
bookings-closing-spaces = Please choose one space at least.
bookings-letter-released-subject = Important: your booking is called off ({ $space }, { $reference })
bookings-letter-released-first = We are sorry: the space cannot be used at the time of the following booking ({ $reason }), and we had to call it off.
bookings-letter-released-instead = These are free instead. Each link opens the booking form; who books first has it.
bookings-letter-released-nothing = Nothing is free near that time. Other days are here:
bookings-letter-released-then = If none of them suits you, please call us or come to the counter.
