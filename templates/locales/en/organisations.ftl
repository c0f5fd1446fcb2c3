# Businesses and groups, applying for a category

## Categories
organisations-category = Category
organisations-locality = Your tie to the ward
organisations-locality-resident = Lives or works in the ward
organisations-locality-ward_business = Business in the ward
organisations-locality-outside = Outside the ward
organisations-locality-resident-individual = I live, work or study in the ward
organisations-locality-resident-group = At least half of our members live, work or study in the ward
organisations-locality-ward_business-business = We have, or will have, a place of business in the ward
organisations-locality-outside-individual = Outside the ward
organisations-locality-outside-business = Outside the ward
organisations-locality-outside-group = Outside the ward
organisations-party = Kind
organisations-party-individual = Individual
organisations-party-business = Business
organisations-party-group = Group
organisations-stage = Founding
organisations-stage-settled = Five years and more, or other
organisations-stage-before_founding = Before founding
organisations-stage-young = Founded less than five years ago
organisations-stage-settled-long = Neither (five years and more, or other)
organisations-stage-before_founding-long = Before founding (about to start a business)
organisations-stage-young-long = Founded less than five years ago
organisations-grows-up = “Founded less than five years ago” ends the day before { $date }.

## Fields
organisations-name = Name
organisations-name-help-business = As registered. Sole proprietors: the trade name, or your own name.
organisations-name-help-group = For example: Mihoncho Shopping Street Association
organisations-kana = Reading in kana
organisations-kana-help = In hiragana or katakana. Legal forms may be left out.
organisations-corporate-number = Corporate number
organisations-corporate-number-help = 13 digits. Sole proprietors and groups without a number leave this empty.
organisations-registration-number = Invoice registration number
organisations-registration-number-help = T and 13 digits, if you have one.
organisations-postal-code = Postal code
organisations-postal-code-help = For example: 153-0000
organisations-address = Address
organisations-home = Home address
organisations-address-help = Please include building and room number.
organisations-telephone = Telephone
organisations-telephone-help = A number we can reach in the daytime. For example: 03-0000-0000
organisations-founded-on = Date of founding
organisations-founded-on-help-business = Needed if you apply as founded less than five years ago. Before founding you may enter the planned date.
organisations-founded-on-help-group = If you know it.
organisations-workplace = Workplace or school in the ward
organisations-workplace-help = If you do not live in the ward, its name and address.
organisations-words = Anything reception should know
organisations-words-help = Up to 1,000 characters. Only reception reads this.
organisations-applicant = Applicant
organisations-whom = To be registered
organisations-reference = Application number
organisations-none = None
organisations-state = Status
organisations-term = Term of registration
organisations-from = First day
organisations-until = Last day
organisations-until-day = Until { $date }
organisations-over = The term of registration is over
organisations-representatives = Representatives
organisations-registrations = Registrations so far
organisations-renewal = Renewal
organisations-submitted-at = Sent
organisations-reviewed-at = Answered

## Status
organisations-state-submitted = Waiting for review
organisations-state-returned = Returned
organisations-state-approved = Approved
organisations-state-refused = Not approved
organisations-state-withdrawn = Withdrawn

## My page
organisations-mine-title = Registered categories
organisations-mine-lead = With a registered category you book at the times and fees for people, businesses and groups of the ward. Without one you use the centre as an individual from outside the ward.
organisations-self-title = Yourself
organisations-self-none = Nothing is registered yet.
organisations-acted-title = Businesses and groups you act for
organisations-acted-none = None yet. They appear here when an application has been approved.
organisations-applications-title = Applications
organisations-applications-none = There are no applications yet.
organisations-apply-title = Apply for a category
organisations-apply-as = Whom would you like to register?
organisations-apply-individual = Register yourself as an individual
organisations-apply-individual-text = People who live, work or study in the ward, or who are preparing to found a business
organisations-apply-business = Register a business
organisations-apply-business-text = Companies and sole proprietors
organisations-apply-group = Register a group
organisations-apply-group-text = Shopping streets, cooperatives, local groups, clubs
organisations-renew = Renew the registration
organisations-renew-named = Renew the registration of { $name }
organisations-renew-individual = Renewing your registration
organisations-renew-business = Renewing the registration of a business
organisations-renew-group = Renewing the registration of a group
organisations-apply-lead = Fill in the form, check it on the next page, then attach your papers and send it.

## Applying
organisations-step-form = Details
organisations-step-confirm = Check and papers
organisations-step-done = Received
organisations-to-confirm = Check the details
organisations-for-title = You are applying for { $name }
organisations-for-text = Check each entry with them at the counter. The letter with the result goes to them.
organisations-confirm-title = Check the details and attach papers
organisations-confirm-lead = Check the details, attach your papers and send. You have not applied yet.
organisations-number-title = Please check the corporate number
organisations-number-text = Is { $number } the number of { $name }? Please compare it with the National Tax Agency’s corporate number site.
organisations-papers-title = Papers to attach
organisations-papers = Papers
organisations-papers-individual = At least one that shows your address, workplace or school (driving licence, employee or student card, certificate of residence). Cover your My Number.
organisations-papers-business = At least one that shows where you are (certificate of registered matters, notice of opening, business licence). If founded less than five years ago: one that shows the date.
organisations-papers-group = Your rules, and a list that shows where your members live or work.
organisations-papers-outside = No papers are needed to apply as outside the ward.
organisations-papers-counter = Papers you have seen at the counter need not be attached.
organisations-papers-known = We have these papers already. Attach only what is missing.
organisations-papers-help = PDF or pictures (JPEG, PNG, HEIC, WebP). Up to 10 MB each, five at a time.
organisations-papers-none = There are no papers.
organisations-paper-size = { $kind ->
    [pdf] PDF
   *[other] Picture
  }, { $kilobytes } KB
organisations-after-title = What happens next
organisations-after-text = Reception checks the details and papers, and tells you the result within about seven days by mail and on your page. Papers are used for this review only.
organisations-send = Apply
organisations-mend = Correct the details

## An application
organisations-application-title = Your application
organisations-said-title = What the application says
organisations-waits-title = Waiting for review
organisations-waits-text = We will tell you the result within about seven days, by mail and on your page.
organisations-returned-title = Please correct something
organisations-mend-and-send = Correct it and send it again
organisations-approved-title = Registered
organisations-approved-text = You can use the centre in this category from { $from } to { $until }.
organisations-refused-title = We could not register this
organisations-refused-then = Please ask at the counter or by telephone if something is unclear. You can apply again when things have changed.
organisations-withdraw-title = Withdraw the application
organisations-withdraw-text = It will not be reviewed. You can apply again.
organisations-withdraw = Withdraw
organisations-flash-submitted = We have received your application. Its number is { $reference }.
organisations-flash-withdrawn = The application was withdrawn.
organisations-as-it-is = This is how it stands now.

## Reception
organisations-all-lead = Registered businesses and groups.
organisations-to-review = Applications ({ $count })
organisations-q = Find a business or group
organisations-q-help = Part of the name, reading, corporate number or telephone
organisations-search = Search
organisations-all-none = Nothing found
organisations-all-none-text = Try a shorter word, the reading or the telephone number. What waits for review is under “Applications”.
organisations-see = See the registration
organisations-review-title = Applications
organisations-review-lead = { $count ->
    [0] No application waits for review.
    [one] One application waits for review.
   *[other] { $count } applications wait for review.
  }
organisations-review-q = Application number
organisations-show = Show
organisations-review-unknown = There is no application “{ $reference }”
organisations-review-unknown-text = An application number has nine digits, for example 482-103-756.
organisations-review-more = The newest { $limit } are shown.
organisations-review-none-submitted = No application waits for review
organisations-review-none-returned = No application has been returned
organisations-review-none-approved = No application has been approved yet
organisations-review-none-refused = No application has been turned down
organisations-review-none-withdrawn = No application has been withdrawn
organisations-review-none-text = New applications appear under “Waiting for review”.
organisations-alike-title = { $count ->
    [one] One registration is similar
   *[other] { $count } registrations are similar
  }
organisations-alike-text = Please check whether it is the same business or group before you approve.
organisations-alike-number = same corporate number
organisations-alike-name = same name
organisations-alike-kana = same reading
organisations-alike-place = same address and telephone
organisations-alike-members = same representative
organisations-alike-near_name = similar name
organisations-alike-telephone = same telephone
organisations-alike-address = same address
organisations-number-owner = See the registration with this corporate number
organisations-answer-title = Answer
organisations-answered-title = Answer given
organisations-term-help = Usually from today, for the set term.
organisations-answer = Words to the applicant
organisations-answer-help = Needed when you return or turn down. They go into the letter as they are.
organisations-approve = Approve
organisations-return = Return
organisations-refuse = Turn down
organisations-mend-for = Correct and send at the counter
organisations-own-text = Please ask a colleague to review it.
organisations-flash-approved = Application { $reference } was approved.
organisations-flash-returned = Application { $reference } was returned.
organisations-flash-refused = Application { $reference } was turned down.

## When it cannot be done
organisations-refused-invalid = Something in the form needs correcting.
organisations-refused-paper-missing = Please attach at least one paper.
organisations-refused-not-there = There is no such application or registration.
organisations-refused-open-already = An application for the same registration is already under review. See your applications.
organisations-refused-changed = This application changed while you had it open.
organisations-refused-own = You cannot review an application that concerns you.
organisations-refused-number-taken = Another registration has this corporate number.
organisations-wrong-party = Please choose the kind.
organisations-wrong-locality = Please choose your tie to the ward.
organisations-wrong-stage = Please choose the stage of founding.
organisations-wrong-no-founding = Without a date of founding it cannot be “founded less than five years ago”. Return it and ask for the date.
organisations-wrong-not-young = Please enter a date less than five years ago. If it is longer, choose “Neither”.
organisations-wrong-name = Please enter the name.
organisations-wrong-kana = Please enter the reading.
organisations-wrong-not-kana = Please write the reading in hiragana or katakana.
organisations-wrong-postal-code = Please enter the seven digits of the postal code, for example 153-0000.
organisations-wrong-address = Please enter the address.
organisations-wrong-telephone = Please enter the telephone number.
organisations-wrong-date = Please write the date like this: 2024-04-01
organisations-wrong-founded-already = The date of founding has passed. If you have started, choose “Less than five years” or “Neither”. If you have not, enter the planned date or leave it empty.
organisations-wrong-founded-later = The date of founding lies ahead. If you have not started yet, choose “Before founding”.
organisations-wrong-from = Please enter a date within a year of today.
organisations-wrong-until = Please enter a date after the first day and within ten years.
organisations-wrong-answer = Please write some words to the applicant.
organisations-wrong-characters = There are characters we cannot use. Please type it again.
organisations-wrong-long = Please use at most { $most } characters.
organisations-wrong-number-digits = Please use digits only.
organisations-wrong-number-length = It has 13 digits (you entered { $digits }).
organisations-wrong-number-check = The number is not right. Please check for a slip.
organisations-wrong-number-no-t = Please put a T in front.
organisations-wrong-number-t = A corporate number has no T. Enter a number with T as the invoice registration number.
organisations-wrong-number-mismatch = The registration number does not match the corporate number. A corporation’s is T and its corporate number.

## Letters
organisations-letter-dear = Dear { $name },
organisations-letter-answer = From reception:
organisations-letter-received-subject = We have received your application ({ $reference })
organisations-letter-received-first = We have received your application for a category. We will check the details and papers and tell you the result within about seven days.
organisations-letter-received-then = You can see your application here:
organisations-letter-approved-subject = Your category is registered ({ $reference })
organisations-letter-approved-first = We have registered the category. It counts from your next booking.
organisations-letter-approved-then = See here for details:
organisations-letter-returned-subject = Please correct your application ({ $reference })
organisations-letter-returned-first = We looked at your application, and something needs to be corrected.
organisations-letter-returned-then = Please correct it on this page and send it again. You need not start over.
organisations-letter-refused-subject = The result of your application ({ $reference })
organisations-letter-refused-first = We could not register the category you applied for.
organisations-letter-refused-then = You can go on using the centre as an individual from outside the ward. Your application is here:
organisations-letter-ending-subject = Your registered category ends on { $date }
organisations-letter-ending-first = The registered category of { $called } ends on { $date }.
organisations-letter-ending-then = To go on, apply for renewal on this page. What you entered before is filled in.
organisations-letter-ending-else = If you do not renew, there is nothing to do. Afterwards you use the centre as an individual from outside the ward.

## Representatives
organisations-representatives-title = Representatives of { $name }
organisations-representatives-lead = Representatives can book and apply for this business or group, and see each other’s applications.
organisations-representatives-see = Representatives
organisations-me = You
organisations-leave = Leave
organisations-remove = Remove
organisations-last-text = There must always be someone. To leave, invite somebody else first.
organisations-invited-title = Invited
organisations-invited-until = until { $at }
organisations-invite-title = Invite a representative
organisations-invite-text = We will send an invitation to this address. Whoever receives it signs up, signs in and accepts.
organisations-invite-email = Their e-mail address
organisations-invite = Send the invitation
organisations-invitation-title = Invitation
organisations-invitation-lead = Would you like to act for { $name }?
organisations-invitation-text = You will be able to book and apply for it. If you did not expect this, simply close the page.
organisations-invitation-over-text = Please ask whoever invited you to send another invitation.
organisations-accept = Accept
organisations-decline = Do not accept
organisations-add-q = Add a representative at the counter (name, reading, telephone)
organisations-add = Add as a representative
organisations-add-none = Nobody found. Please register them as a person first.
organisations-flash-invited = An invitation was sent to { $email }.
organisations-flash-accepted = You are now a representative.
organisations-flash-added = The representative was added.
organisations-flash-removed = The representative was removed.
organisations-refused-invitation-over = This invitation was used, or its time is over.
organisations-refused-too-many-invitations = Too many invitations are waiting. Please wait until some have ended.
organisations-refused-last-one = The last representative cannot be removed. Please add somebody else first.

## Merging
organisations-merge-title = Merge with another registration
organisations-merge-double = Goes
organisations-merge-into = Stays
organisations-merge-this = Merge this application into { $name }
organisations-merge-means = When they are merged
organisations-merge-name = Name, category and term will be those of “{ $name }”.
organisations-merge-people = The representatives of both act for the one that stays.
organisations-merge-applications = Applications, also those that wait, move to the one that stays.
organisations-merge-bookings = Bookings, bills, absences and what went unpaid count for the one that stays, under its name. Nothing is cancelled.
organisations-merge-no-return = This cannot be undone.
organisations-merge = Merge
organisations-flash-merged = The two were merged.
organisations-refused-cannot-merge = These two cannot be merged: they are merged already, or the one that stays is not approved yet.
organisations-letter-invited-subject = Invitation to act for { $name }
organisations-letter-invited-dear = Hello,
organisations-letter-invited-first = You are invited to act for { $name }.
organisations-letter-invited-then = To accept, open this page within { $days } days. If you have no account yet, sign up first and open the link again.
organisations-letter-invited-else = If you did not expect this, throw this letter away. Nothing will change.
organisations-letter-added-subject = You now act for { $name }
organisations-letter-added-first = You are now a representative of { $name }. You can book and apply for it from your page.
organisations-letter-removed-subject = You no longer act for { $name }
organisations-letter-removed-first = You are no longer a representative of { $name }. If you did not expect this, please tell the centre.

## Terms of registration
organisations-terms-title = Terms of registration
organisations-terms-lead = How many months a registration lasts, and how many days before its end people are reminded.
organisations-terms-none = There are no terms yet
organisations-terms-none-text = Please say below how long a registration lasts and when people are reminded.
organisations-terms-from = From
organisations-terms-months = A registration lasts
organisations-terms-months-value = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
organisations-terms-months-help = 1 to 120 months. The last day is worked out by it when an application is answered.
organisations-terms-first = First reminder
organisations-terms-last = Second reminder
organisations-terms-last-help = Later than the first one.
organisations-terms-days-value = { $count ->
    [one] { $count } day before the end
   *[other] { $count } days before the end
}
organisations-terms-new = Change the terms
organisations-terms-text = What is registered already ends as it was granted. Reminders follow the new terms from that day on, for everyone.
organisations-terms-from-when = From when on
organisations-terms-from-help = Tomorrow or later. Terms that have not begun are replaced by entering their day again.
organisations-terms-to-check = See what changes
organisations-terms-check = Set these terms of registration?
organisations-terms-begins = They hold for registrations granted, and reminders sent, from { $date } on.
organisations-terms-change = What changes
organisations-terms-before = So far
organisations-terms-after = From then on
organisations-terms-touched = { $count } registrations valid on { $date }
organisations-terms-set = Add these terms
organisations-terms-refused = The terms were not added
organisations-terms-manager-only = Only the manager changes them.
organisations-unit-months = months
organisations-unit-days-before = days before
organisations-wrong-number = Please enter a number from { $least } to { $most }.
organisations-wrong-begin = Please enter a date from tomorrow on, within two years.
organisations-refused-terms-changed = The terms were changed on another screen. Please look at them and try again.
organisations-refused-date-taken = Terms begin on that day already. Please choose another one.
organisations-flash-terms-set = The terms were added.
organisations-wrong-founded-missing = Please enter the day of founding: it is needed for this category.
