# Shared components, page frames and error pages

## Page frames
ui-skip = Skip to the main text
ui-demo = This is a demonstration. It has nothing to do with any real place or person, and what you enter may be erased at any time.
ui-demo-name = About this demonstration
ui-menu = Menu
ui-main-nav = Main menu
ui-about = About this site
ui-notices = { $count ->
    [one] 1 notice
   *[other] { $count } notices
}
ui-person = { $name }
ui-mypage = My page
ui-sign-in = Sign in
ui-sign-up = Register
ui-sign-out = Sign out
ui-to-counter = Go to the counter
ui-to-public = Go to the public site
ui-home = Home
ui-crumbs = You are here
ui-telephone = Phone { $number } (counter { $hours })
ui-closed-days = Closed: { $days }
ui-rules = Rules of use
ui-plans = Plans of the centre
ui-privacy = Privacy
ui-accessibility = Accessibility
ui-contact = Contact and comments
ui-staff-search = Search by name or number

nav-use = Use a space
nav-consult = Ask an expert
nav-learn = Learn
nav-connect = Work and connect
nav-guide = First visit
nav-visit = Opening days and access

staff-nav-policies = Policies
staff-nav-plans = Plans
staff-nav-approvals = Approvals
staff-nav-coordination = Coordination
staff-nav-councils = Councils
staff-nav-surveys = Surveys
staff-nav-board = Today
staff-nav-bookings = Bookings
staff-nav-closures = Closures
staff-nav-rules = Rules
staff-nav-people = People
staff-nav-organisations = Organisations
staff-nav-fees = Fees
staff-nav-money = Money
staff-nav-letters = Letters
staff-nav-venue = Set-up
staff-nav-more = More
staff-nav-figures = Figures
staff-nav-own-uses = Own use
staff-nav-requests = Requests to decide
staff-nav-experts = Experts
staff-nav-meetings = Meetings
staff-nav-cases = Cases
staff-nav-case-figures = Consultation figures

role-visitor = Visitor
role-member = Member
role-representative = Representative
role-expert = Expert
role-agency = Partner agency
role-reception = Reception
role-coordinator = Coordinator
role-manager = Director
role-ward-officer = Ward
role-ward-approver = Ward (approval)
role-system = System

## Forms
ui-required = Required
ui-optional = Optional
ui-look-again = Please look again
ui-errors = { $count ->
    [one] Please correct 1 answer
   *[other] Please correct { $count } answers
}
ui-password-show = Show
ui-password-hide = Hide
ui-change = Change
ui-back = Go back
ui-close = Close
ui-print = Print
ui-print-hint = Prints on A4. You can also choose “Save as PDF” in the print dialog.
ui-source = Rule:
ui-previous = Previous
ui-next = Next
ui-pages = Pages
ui-steps = Progress
ui-step-done = Done
ui-step-now = Step { $now } of { $all }: { $label }

## What is free
ui-free = Free
ui-few = Few left
ui-taken = Booked
ui-closed = Not for hire
ui-in-use = In use
ui-chosen = Chosen
ui-choose = Choose
ui-drop = Remove
ui-grid-hint = Choose several hours in a row to book them together.
ui-choice-none = Choose when you would like to come
ui-choice-go = Continue with this time
ui-choose-again = Start again
# {} is replaced by the figure
ui-hours-mask = {"{}"} h
ui-yen-mask = ¥{"{}"}
ui-no-fee = No charge

## Error pages
error-next = What you can do
error-home = Go to the home page
error-back = Open the previous page again
error-reference = Reference for enquiries: { $reference }

error-refused-title = This could not be done
error-400-title = We could not read what was sent
error-400-text = Part of it may have been lost on the way, or the link may be old.
error-400-next = Go back, reload the page and try again.
error-401-title = Please sign in
error-401-text = Only people who are signed in can see this page.
error-401-kept = You were signed out, or nothing was done for some time, so what you entered has not been sent yet.
error-401-kept-next = What you entered is still here. Do not close this page: sign in in a new tab, then come back and press “Send again”.
error-401-sign-in = Sign in in a new tab
error-401-again = Send again
error-401-next = After signing in you will come back to this page. If you have not registered yet, please register first.
error-403-title = You cannot open this page
error-403-text = The name you are signed in with may not see this page or do this.
error-403-next = Check that you are signed in under the right name. If you should be able to see it, please contact the counter.
error-404-title = Page not found
error-404-text = Its address may have changed, or it may no longer be published.
error-404-next = Check the address, or look for it from the menu on the home page.
error-405-title = This cannot be done here
error-405-text = This address does not accept that action.
error-405-next = Go back and use the buttons on the page.
error-409-title = Somebody changed this before you
error-409-text = While you had this page open, its contents were updated. What you entered has not been saved.
error-409-next = Open the previous page again, read the new contents and enter your changes once more.
error-413-title = That is too large
error-413-text = What you sent is larger than we can accept.
error-413-next = Make the file smaller or send it in parts. You may also bring it to the counter.
error-422-title = Please check your answers
error-422-text = Some of them cannot be accepted as they are.
error-422-next = Go back, correct them and continue.
error-429-title = Please wait a little
error-429-text = There were many attempts within a short time, so we have paused them.
error-429-next = Try again in a few minutes. If it is urgent, please telephone us.
error-500-title = Something went wrong
error-500-text = This is a fault on our side, and we are sorry. It has been recorded and will be looked into.
error-500-next = Wait a moment and try again. My page shows whether your entry was saved.
error-503-title = We are busy at the moment
error-503-text = The service is unavailable for a short time. Your bookings and requests are safe.
error-503-next = Wait about a minute and reload the page. If it is urgent, please telephone us.

ui-take-xlsx = Save for Excel
ui-take-csv = Save as CSV
ui-take-cp932 = Save as CSV (Shift_JIS)
ui-take-text = In Shift_JIS, signs it does not have become 〓.
words-long = At most { $limit } characters, please.
words-unreadable = There are characters that cannot be saved. Please remove special characters.
