# Approvals

approvals-title = Approvals
approvals-lead = What waits for an answer between the ward and the manager.
approvals-mine = Waiting for your answer
approvals-mine-none = Nothing waits for your answer
approvals-mine-none-text = What is handed in is listed here, and you get an e-mail.
approvals-others = Waiting for the other side
approvals-answered = Answered or withdrawn
approvals-overdue = Overdue
approvals-label-title = What
approvals-label-by = Who
approvals-label-at = When
approvals-label-submitted = Handed in
approvals-label-due = Answer due
approvals-label-asked-of = Who answers
approvals-label-state = State
approvals-label-words = Conditions, comments
approvals-label-digest = Digest
approvals-digest-help = The digest is reckoned from the text as it was handed in: one other letter, another digest.
approvals-steps = Steps so far
approvals-side-ward = The ward
approvals-side-manager = The manager
approvals-state-draft = Draft
approvals-state-submitted = Waiting
approvals-step-submitted = Handed in
approvals-state-returned = Returned
approvals-state-approved = Approved
approvals-state-refused = Refused
approvals-state-withdrawn = Withdrawn
approvals-acknowledged = Acknowledged
approvals-wrong = Please check what was entered.
approvals-words-missing = Please say what should be mended, or why not.
approvals-words-long = At most { $limit } characters.
approvals-words-unreadable = There are characters that cannot be kept. Please remove them.
approvals-not-there = This is not there. Please choose again from the list of approvals.
approvals-may-not = Only those who write for the side that handed it in, or decide for the side that is asked, can do this.
approvals-own = Nobody answers what they handed in themselves. Please ask another who decides.
approvals-changed = It was answered or withdrawn meanwhile
approvals-no-terms = It has not been said how long an answer may take.
approvals-letter-dear = Dear { $name },
approvals-letter-submitted-subject = Please answer: { $title }
approvals-letter-submitted-first = “{ $title }” was handed in. Please answer by { $due }.
approvals-letter-reminder-subject = Due soon: { $title }
approvals-letter-reminder-first = “{ $title }” waits for your answer, which is due by { $due }.
approvals-letter-decided-subject = { $state ->
    [acknowledged] Acknowledged: { $title }
    [approved] Approved: { $title }
    [returned] Returned: { $title }
   *[refused] Not approved: { $title }
}
approvals-letter-decided-first = “{ $title }” was { $state ->
    [acknowledged] acknowledged.
    [approved] approved.
    [returned] returned. Please see the comment, mend it and hand it in anew.
   *[refused] not approved.
}
approvals-letter-words = Conditions, comments
approvals-terms-title = Time to answer
approvals-terms-lead = Counted from the day after something was handed in. Where it falls on a day on which offices rest, the next day is the due day. What was handed in keeps its day.
approvals-term-new = Enter terms to come
approvals-term-act = Enter
approvals-term-set = The terms were entered.
approvals-term-days = { $count } days
approvals-term-remind = { $count } days before
approvals-term-now = In force
approvals-term-coming = To come
approvals-term-over = Over
approvals-term-see = What is entered stands in the table. Please choose another day.
approvals-term-number = Please enter a number from { $least } to { $most }.
approvals-term-source-missing = Please say where it is written.
approvals-term-source-wrong = At most { $limit } plain characters.
approvals-term-past = Please choose { DATE($date) } or a later day.
approvals-label-since = From
approvals-label-days = After
approvals-label-remind = Reminder
approvals-label-source = Source
approvals-unit-days = days
approvals-unit-before = days before
approvals-source-help = For example: basic agreement, article 12
approvals-since-help = Holds for what is handed in from this day on.
approvals-date-taken = Terms begin on that day already
approvals-letter-withdrawn-subject = Withdrawn: { $title }
approvals-letter-withdrawn-first = “{ $title }” was withdrawn. No answer is needed any more.
approvals-term-remind-early = Remind fewer days before than an answer may take.
approvals-nobody-decides = Nobody else is registered yet who could answer. Please register them first.
approvals-deputies-title = Deputies
approvals-deputies-lead = Who answers while somebody who decides is away. Deputies do not answer what they handed in themselves, either.
approvals-deputies-none = No deputy is named yet
approvals-deputies-none-text = Whoever decides names a deputy below before being away.
approvals-deputy-new = Name a deputy
approvals-deputy-act = Name
approvals-deputy-named = The deputy was named and gets an e-mail.
approvals-deputy-ended = The deputy stands in no longer and gets an e-mail.
approvals-deputy-end = End for { $deputy }
approvals-deputy-over = This deputy stands in no longer. Please see the list.
approvals-deputy-standing-over = Over
approvals-deputy-standing-ended = Ended early
approvals-deputy-standing-coming = To come
approvals-deputy-standing-now = Stands in now
approvals-deputy-days = { $from } to { $until }
approvals-deputy-ended-at = Ended { $at }
approvals-deputy-choose-one = Please choose
approvals-label-away = Who is away
approvals-label-deputy = Deputy
approvals-label-first-day = First day
approvals-label-last-day = Last day
approvals-label-days-of = Time
approvals-label-named-by = Named by
approvals-away-help = Also for a colleague who decides for the same side and was taken ill.
approvals-deputy-help = For the ward one of its officers, for the manager one of the centre's staff.
approvals-until-help = Within a year of the first day. It can be ended earlier.
approvals-deputy-choose = Please choose from the list.
approvals-deputy-oneself = Please choose another than the one who is away.
approvals-deputy-day = Please choose a date.
approvals-deputy-past = Please choose { DATE($date) } or a later day.
approvals-deputy-far = Please choose a day until { DATE($date) }.
approvals-deputy-until = Please choose { DATE($date) }, the first day, or a later one.
approvals-deputy-long = Nobody stands in for more than a year. Please choose a day until { DATE($date) }.
approvals-deputy-other-side = The deputy is of the same side as the one who is away: an officer of the ward, or the centre's staff.
approvals-deputy-there = A deputy is named from { DATE($from) } until { DATE($until) }. Please choose other days, or end that one first.
approvals-deputy-there-now = A deputy was named just now on another screen. Please see the list.
approvals-deputy-of = as deputy of { $away }
approvals-letter-deputy-subject = { $ended ->
    [yes] You stand in for { $away } no longer
   *[no] You stand in for { $away }
}
approvals-letter-deputy-first = { $ended ->
    [yes] You no longer stand in for { $away } ({ $from } to { $until }): it was ended early. You need not answer in their place any more.
   *[no] From { $from } until { $until } you stand in for { $away }. Please answer what is handed in meanwhile. What waits is listed on this page.
}
