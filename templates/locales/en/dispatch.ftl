## Dispatches: pages
staff-nav-dispatches = Expert dispatches
dispatches-title = Expert dispatches
dispatches-one-title = Expert dispatch ({ $reference })
dispatches-ask = Ask for an expert to come
dispatches-ask-for = Ask for a dispatch for them
dispatches-ask-do = Apply
dispatches-lead = An expert comes to your place of business about one of the fields of your consultation. Once the centre has approved it, we agree on the days with you.
dispatches-own-text = If an expert should see your shop or workshop, you can ask for one to come.
dispatches-none = No dispatches
dispatches-none-text = Try other conditions.
dispatches-see-all = See all
dispatches-none-of-case = Nobody has asked for one yet.
dispatches-every-state = All
dispatches-state-requested = Requested
dispatches-state-approved = Approved
dispatches-state-refused = Refused
dispatches-state-withdrawn = Withdrawn or ended

## Dispatches: labels
dispatches-label-field = Theme
dispatches-label-place = Address to visit
dispatches-label-wish = What the expert should see or help with
dispatches-label-times = How many times
dispatches-label-asked = Asked for
dispatches-label-agreed = I have read the above and agree
dispatches-label-year = Fiscal year
dispatches-label-eligible = Eligibility
dispatches-label-left = Times left
dispatches-label-note = Why it is approved (for staff)
dispatches-label-approve-times = Times approved
dispatches-unit-times = times
dispatches-place-help = The address of the shop, workshop or office.
dispatches-wish-help = Only the expert and the coordinator in charge read this.
dispatches-note-help = Why it is approved although something speaks against it. The person is not told.
dispatches-reason-help = The person is told by letter. Do not write what the consultation is about.
dispatches-theme-left = { $field } ({ $left } left this fiscal year)
dispatches-times-asked = { $count } wished for
dispatches-times-used = { $used } of { $approved } approved
dispatches-spent = So far { $count } times were approved in { $year }.
dispatches-spent-theme = { " " }{ $count } of them about this theme.
dispatches-left = At most { $count } more in { $year }
dispatches-terms = In a fiscal year an expert comes at most { $theme } times about one theme, and { $most } times in all. One time is { DURATION($duration) }.
dispatches-how-long = { DURATION($duration) } each
dispatches-agree-title = How it works
dispatches-agree-decide = Experts advise. You decide yourself; they do not apply or write papers in your place.
dispatches-agree-report = After each time the expert reports to the centre. Only those in charge read it.
dispatches-agree-asked = After the last time we ask you how it was.

## Dispatches: eligibility
dispatches-eligible-yes = Eligible
dispatches-eligible-no = To be checked
dispatches-eligible-own = The centre will check whether you are eligible
dispatches-against-outside = The place of business is not in the ward.
dispatches-against-large = It is not a small or medium enterprise.
dispatches-against-unknown = Capital and employees do not tell whether it is a small or medium enterprise.
dispatches-outside = Only the expert and the coordinator in charge read the address and the wish.

## Dispatches: acts
dispatches-approve = Approve
dispatches-approve-do = Approve so many times
dispatches-refuse = Refuse
dispatches-withdraw = Withdraw
dispatches-withdraw-text = Times that were not used can be asked for again.
dispatches-end = Withdraw or end it
dispatches-end-text = Times that were not used can be asked for again. Call off what is still to come first.
dispatches-meetings = Days of this dispatch
dispatches-arrange = Arrange a day
dispatches-day-help = A day in { $year }.
dispatches-no-expert = Nobody has this case
dispatches-no-expert-text = Assign an expert to the case first.
dispatches-evaluation = What the person said of it
dispatches-asked = Your application has arrived.
dispatches-approved = The dispatch was approved.
dispatches-refused = It was refused, and the person is told by letter.
dispatches-withdrawn = The dispatch was withdrawn.

## Dispatches: what to correct
dispatches-field-missing = Please choose a theme.
dispatches-place-missing = Please enter the address to visit.
dispatches-wish-missing = Please write what the expert should see.
dispatches-times-missing = Please enter how many times, at least 1.
dispatches-times-many = At most { $left } times now.
dispatches-agreed-missing = Please agree to how it works.
dispatches-note-missing = Please write why it is approved.
dispatches-reason-missing = Please give a reason.
dispatches-asked-already = A dispatch about this theme was already asked for
dispatches-decided-already = It is decided already
dispatches-over = It is over already
dispatches-not-approved = This dispatch is not approved
dispatches-used-up = Every approved time is used
dispatches-other-year = Please choose a day in the fiscal year for which it was approved.
dispatches-stays-visit = A dispatch stays a visit.

## Dispatches: letters
dispatches-letter-requested-subject = Your application for an expert dispatch ({ $reference })
dispatches-letter-requested-first = Your application for { $times } visits by an expert has arrived (consultation { $reference }).
dispatches-letter-requested-then = We will check it and tell you the result.
dispatches-letter-approved-subject = Your expert dispatch is approved ({ $reference })
dispatches-letter-approved-first = Up to { $times } visits by an expert are approved in { $year } (consultation { $reference }).
dispatches-letter-approved-then = We will agree on the days with you.
dispatches-letter-refused-subject = About your application for an expert dispatch ({ $reference })
dispatches-letter-refused-first = We could not approve the expert dispatch this time (consultation { $reference }).
dispatches-letter-refused-then = You are still welcome to consult us at the centre.
dispatches-letter-withdrawn-subject = Your expert dispatch was withdrawn ({ $reference })
dispatches-letter-withdrawn-first = The expert dispatch was withdrawn (consultation { $reference }).
dispatches-letter-withdrawn-then = Times used so far: { $used }.
dispatches-letter-reason = Reason: { $reason }
dispatches-letter-evaluation-subject = How was the expert dispatch? ({ $reference })
dispatches-letter-evaluation-first = The expert dispatch of consultation { $reference } is over. Please tell us how it was, so that we can do better.

## Honoraria
honoraria-title = Honoraria
honoraria-of-month = Honoraria for { MONTH($date) }
honoraria-text-dispatch = For dispatches whose record is finished. The rate is that of the time when it was finished.
honoraria-text-all = For every meeting whose record is finished. The rate is that of the time when it was finished.
honoraria-see-all = See every meeting
honoraria-see-dispatch = See dispatches only
honoraria-kind-dispatch = Dispatch
honoraria-kind-meeting = Meeting
honoraria-label-kind = Kind
honoraria-label-minutes = Minutes
honoraria-label-rate = Rate an hour
honoraria-label-yen = Honorarium
honoraria-sum = Sum
honoraria-withheld = Cases for those involved only
honoraria-withheld-meetings = Cases for those involved only: { $count }
honoraria-withheld-why = Only those in charge see the days and the references.
honoraria-all = In all
honoraria-all-text = { $count } meetings, { DURATION($duration) }
honoraria-none = Nothing to pay for this month
honoraria-none-text = What is paid appears once a record is finished.

dispatch-terms-title = Terms of dispatches
dispatch-terms-lead = How often an expert comes to one business in a fiscal year, and for how long. What was asked and approved already stays as it is.
dispatch-terms-most-per-applicant = Most for one business in a fiscal year
dispatch-terms-most-per-theme = Most about one theme in a fiscal year
dispatch-terms-minutes = Length of one time
dispatch-terms-unit-times = times
dispatch-terms-source = Source
dispatch-terms-source-help = The rule and its article
dispatch-terms-source-missing = Please say where it comes from.
