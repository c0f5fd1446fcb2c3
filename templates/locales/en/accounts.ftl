# Registering, signing in, and what you have registered

## Fields
accounts-name = Name
accounts-family-name = Family name
accounts-given-name = Given name
accounts-kana = Reading in kana
accounts-kana-help = How your name is read, in hiragana or katakana. If your name is written in Latin letters, you can leave this empty.
accounts-family-kana = Family name in kana
accounts-given-kana = Given name in kana
accounts-email = E-mail address
accounts-new-email = New e-mail address
accounts-password = Password
accounts-new-password = New password
accounts-current-password = Current password
accounts-password-help = At least 10 characters. A few words together that you use nowhere else work well; symbols and numbers are not required.
accounts-password-hidden = Not shown
accounts-telephone = Telephone number
accounts-telephone-help = A number that reaches you during the day. Example: 03-0000-0000
accounts-lang = Language of pages and letters
accounts-lang-help = We also write to you in this language.
accounts-privacy = How we use what you tell us
accounts-home = Home
accounts-forgotten = Forgotten your password?
accounts-have-account = I am registered already

## Registering
accounts-sign-up-title = Register
accounts-sign-up-lead = Tell us your name and e-mail address. We send you a message with which you finish registering. It is free of charge.
accounts-sign-up-email-help = The message goes here. Example: hanako@example.jp
accounts-sign-up-send = Send me the message
accounts-sign-up-aside = How it works
accounts-sign-up-aside-1 = 1. Enter your name and address.
accounts-sign-up-aside-2 = 2. Open the link in the message.
accounts-sign-up-aside-3 = 3. Choose a password, and you are registered.
accounts-sign-up-aside-counter_html = If you do not use e-mail, register at the counter or by telephone: <span class="nowrap">{ $telephone }</span>.
accounts-sent-title = We have sent you a message
accounts-sign-up-sent-lead = Open the link in the message and choose a password. The link works for 24 hours.
accounts-sent-none = If no message arrives
accounts-sent-none-text = Please look among unwanted mail. If the address may have been mistyped, please try again. We send at most three messages an hour to one address.
accounts-sent-again = Send again

## Signing in
accounts-sign-in-title = Sign in
accounts-sign-in-next = After signing in you go on where you were.
accounts-sign-in-go = Sign in
accounts-new-title = New here?
accounts-new-text = To book a space, please register first. Your name and e-mail address are enough to begin.

## The second step of signing in
accounts-code-title = Enter your code
accounts-code-lead = Your password was right. Enter the six digits that your authenticator app shows now to finish signing in.
accounts-code-title-passkey = Show that it is you
accounts-code-lead-both = Your password was right. Finish signing in with your passkey, or with the six digits that your authenticator app shows now.
accounts-code-lead-passkey = Your password was right. Finish signing in with your passkey, or with one of the recovery codes you kept.
accounts-code = Code
accounts-code-help = Six digits; spaces do not matter. A recovery code works as well.
accounts-code-again = Start again
accounts-recovery-code = Recovery code
accounts-recovery-code-help = Six groups of four characters. Capital letters and hyphens do not matter.
accounts-passkey-show = Use your passkey
accounts-passkey-show-next = Go on with your passkey instead of a code
accounts-passkey-show-end = Remove it with a passkey instead of a code
accounts-passkey-show-failed = The passkey could not be used. Please try again, or enter a code below.
accounts-passkeys-not-here = Passkeys cannot be used here, because the address at which you opened this centre is a number.
accounts-lost-title = If you do not have your device with you
accounts-lost-recovery = Enter one of the recovery codes you kept when you set it up (six groups of four characters) instead. Each works once.
accounts-lost-nothing = If you have no recovery codes either, please contact the centre. We make sure that it is you and let you set up another device.
accounts-demo-digits = For the demonstration: the present code
accounts-demo-digits-text = It is shown here so that you can try the demonstration without an authenticator app. A real centre never shows it.
accounts-demo-digits-used = The present digits have been used. Please wait half a minute and load this page again.

## Setting up the second factor
accounts-set-up-title = Set up your authenticator app
accounts-set-up-lead = From now on you sign in with your password and six digits that a device of yours shows. Someone who learns your password still cannot get in. Please finish within 10 minutes.
accounts-set-up-app = Have an authenticator app ready
accounts-set-up-app-text = Install an app that shows six-digit codes (Google Authenticator, Microsoft Authenticator and others) on your phone. Many password managers can do this too.
accounts-set-up-read = Let the app read this picture
accounts-set-up-read-text = In the app, choose to add an account and to scan a QR code.
accounts-set-up-picture = QR code for your authenticator app
accounts-set-up-type = If it cannot be scanned, choose to enter it by hand and type the following. The spaces in the key do not matter.
accounts-set-up-account = Account
accounts-set-up-key = Key
accounts-set-up-kind = Type
accounts-set-up-kind-time = Time-based (6 digits, every 30 seconds)
accounts-set-up-confirm = Enter the digits the app shows
accounts-digits = Six-digit code
accounts-digits-help = Example: 123 456
accounts-set-up-go = Use this device
accounts-set-up-leave = Not now; sign out
accounts-set-up-passkey-instead = Use a passkey instead of an app
accounts-codes-title = Keep your recovery codes
accounts-codes-lead = They work instead of the digits or a passkey when your device is lost or broken. They are shown only now. Print them or write them down, and keep them in a safe place away from the device.
accounts-codes-list = Recovery codes
accounts-codes-how = Each code works once. Capital letters and hyphens do not matter. When you make new codes, all of these stop working.
accounts-codes-kept = I have kept the recovery codes
accounts-codes-go = Finish
accounts-second-title = Two-factor authentication
accounts-second-lead = When you sign in, we ask for something from a device of yours as well as your password: a passkey, or the six digits of an authenticator app.
accounts-second-short = A device of yours, as well as your password.
accounts-second-see = Look or change
accounts-second-set = Set up
accounts-second-state = Now
accounts-second-on = In use
accounts-second-off = Not in use
accounts-second-since = since { $at }
accounts-second-recovery = Recovery codes
accounts-second-app = Authenticator app
accounts-second-recovery-left = { $count } left
accounts-second-few = You have few recovery codes left
accounts-second-few-text = Choose "Make new recovery codes" below and keep the new ones.
accounts-second-needed = Staff, experts, agencies and the ward cannot do without it. When you change your device, set it up again below.
accounts-second-how = Have your phone or computer at hand. It takes about three minutes.
accounts-second-begin = Begin
accounts-second-change = Change
accounts-second-act = What to do
accounts-second-with = How
accounts-second-act-passkey = Add a passkey (your fingerprint, your face or the PIN of your device)
accounts-second-act-app = Set up an authenticator app (it shows six digits)
accounts-second-act-set-up = Move the authenticator app to another device (the present digits and recovery codes stop working)
accounts-second-act-remove-device = Stop using the authenticator app (passkeys only)
accounts-second-act-print = Make new recovery codes (those before stop working)
accounts-second-act-remove = Stop using it (you sign in with your password only)

## Passkeys
accounts-passkeys-title = Passkeys
accounts-passkey-title = Add a passkey
accounts-passkey-lead = From now on you can finish signing in with the fingerprint, the face or the PIN that unlocks this device. There are no digits to type.
accounts-passkey-what = Your fingerprint or face never leaves your device.
accounts-passkey-shared = Please do not make one on a device that you share: whoever can unlock it could sign in as you.
accounts-passkey-others-out = You are signed out on your other devices.
accounts-passkey-name = Name of the passkey
accounts-passkey-name-help = So that you know it again. Example: work phone
accounts-passkey-make = Make a passkey
accounts-passkey-make-failed = No passkey was made. This device may have one already, or it was cancelled or took too long. Please try again.
accounts-passkey-no-script = This browser cannot make a passkey. Please allow JavaScript, or set up an authenticator app.
accounts-passkey-app-instead = Set up an authenticator app instead
accounts-passkey-since = Made { $at }
accounts-passkey-used = last used { $at }
accounts-passkey-unused = not used yet
accounts-passkey-made-at = Made
accounts-passkey-used-at = Last used
accounts-passkey-end = Remove
accounts-passkey-keep = Keep it
accounts-passkey-end-title = Remove a passkey
accounts-passkey-end-ask = Remove the passkey “{ $name }”?
accounts-passkey-end-stays = This passkey cannot be removed yet
accounts-passkey-end-stays-text = Your role cannot do without a second factor. Set up another passkey or an authenticator app first.
accounts-passkey-end-then = If you remove it
accounts-passkey-end-then-gone = You cannot sign in with this passkey any more. Your other passkeys and your authenticator app go on working.
accounts-passkey-end-then-last = You do without a second factor: your recovery codes stop working, and you sign in with your password only.
accounts-passkey-end-then-device = Please delete what is left of it in the settings of your device.

## A forgotten password
accounts-reset-title = Choose a new password
accounts-reset-lead = Enter the e-mail address you registered with. We send you a message with which you choose a new password.
accounts-reset-send = Send me the message
accounts-reset-sent-lead = Open the link in the message and choose a new password. The link works for one hour.
accounts-reset-sent-none-text = No message goes to an address that is not registered. Perhaps you registered with another address, or the message is among unwanted mail.

## Links in letters
accounts-link-sign_up-title = Choose a password
accounts-link-sign_up-lead = With a password, your registration is complete.
accounts-link-sign_up-go = Finish registering
accounts-link-reset-title = Choose a new password
accounts-link-reset-lead = You will be signed out on your other devices.
accounts-link-reset-go = Use this password
accounts-link-change-title = Change your e-mail address
accounts-link-change-lead = From now on you sign in with the address below, and our messages go there.
accounts-link-change-go = Change to this address
accounts-link-over-title = This link can no longer be used
accounts-link-over-sign-in = if you have finished registering or changing your password
accounts-link-over-reset = to receive another message
accounts-link-over-sign-up = if you are not registered yet

## What you have registered
accounts-profile-title = Your details
accounts-profile-save = Save
accounts-security-title = Signing in
accounts-sessions-see = Look, or sign out
accounts-tokens-see = Make or end
accounts-tokens-short = Keys for programs of your own that handle bookings.
accounts-address-title = Change your e-mail address
accounts-address-lead = We send a message to the new address. Until you open its link, your present address stays.
accounts-current-help = So that we know it is you.
accounts-address-send = Send the message
accounts-change-password-title = Change your password
accounts-change-password-lead = You will be signed out on your other devices, and we tell you by e-mail.
accounts-change-password-save = Change password

## Devices
accounts-sessions-title = Your devices
accounts-sessions-lead = Devices that are signed in under your name. Sign out those you no longer use or do not know.
accounts-sessions-hint = If there was a device you do not know, please change your password too.
accounts-sessions-end-others = Sign out all other devices
accounts-session-this = This device
accounts-session-since = Signed in { $at }
accounts-session-seen = Last used about { $at }
accounts-session-end = Sign out
accounts-device-unknown = Unknown device

## API tokens
accounts-tokens-title = API tokens
accounts-tokens-lead = Keys with which a program of your own looks at free times and books. Show them to nobody.
accounts-tokens-list = Your tokens
accounts-tokens-none = There are no tokens yet
accounts-tokens-none-text = Unless you write a program, you do not need one.
accounts-token-new = Make a token
accounts-token-name = Name
accounts-token-name-help = What it is for. Example: Office calendar
accounts-token-scope = What it may do
accounts-token-scope-read = Look only
accounts-token-scope-write = Look, book and cancel
accounts-token-make = Make it
accounts-token-made = Your token is ready
accounts-token-made-text = It is shown only now. Please copy it to a safe place. If you lose it, end it and make another.
accounts-token-since = Made { $at }
accounts-token-used = Last used about { $at }
accounts-token-unused = Not used yet
accounts-token-end = End

## Staff
accounts-people-title = People
accounts-people-lead = Search by name, reading (any kana), e-mail address or telephone number.
accounts-people-q = Search for
accounts-people-q-help = A part is enough.
accounts-people-search = Search
accounts-people-none = Nobody was found
accounts-people-none-text = Try fewer letters, the reading or the telephone number. Register newcomers with "Register at the counter".
accounts-person-since = Since
accounts-person-none = None
accounts-person-no-account = No account
accounts-person-guest = Registered at the counter
accounts-person-roles = Roles
accounts-person-book = Book for this person
accounts-person-bookings = Bookings of this person
accounts-person-new-title = Register at the counter
accounts-person-new-lead = Entered on the person's behalf. With an e-mail address, they receive a message with which they open an account.
accounts-person-new-email-help = Only with the person's consent.
accounts-person-lang = Language of our messages
accounts-person-new-save = Register
accounts-person-merge = Merge with another registration
accounts-person-former = Merged registrations

accounts-alike-title = { $count ->
    [one] One registration may be the same person
   *[other] { $count } registrations may be the same person
}
accounts-alike-text = If it is the same person, merge the registrations to handle bookings and payments together.
accounts-alike-new = If it is the same person, please use that registration. If it is someone else, go on. Do not tell the person what is shown here.
accounts-alike-name = same name
accounts-alike-kana = same reading
accounts-alike-telephone = same telephone
accounts-alike-email = same mailbox
accounts-alike-no-telephone = no telephone
accounts-alike-register = Register as someone else
accounts-alike-merge = Merge into the registration of { $name }

accounts-reset-factor-title = Remove the second factor
accounts-reset-factor-ask = Remove the second factor of { $name }?
accounts-reset-factor-sure = First make sure that it is really this person
accounts-reset-factor-sure-text = See a proof of identity, or call back the registered telephone number yourself. Never do it because of a message or a call you received alone.
accounts-reset-factor-then = What happens then
accounts-reset-factor-then-out = They are signed out everywhere, and their codes and passkeys stop working.
accounts-reset-factor-then-anew = Staff, experts, agencies and the ward set up a new device at their next sign-in, after the password. Until then nothing opens.
accounts-reset-factor-then-letter = They are told by e-mail, and it is recorded.
accounts-reset-factor-go = Remove it
accounts-reset-factor-keep = Keep it
accounts-person-second = Second factor
accounts-person-second-on = In use since { $at }
accounts-person-second-off = Not set up

## Done
accounts-flash-signed-out = You have signed out.
accounts-flash-opened = You are registered, and can book and apply now.
accounts-flash-password-changed = Your password was changed. Your other devices were signed out.
accounts-flash-address-changed = Your e-mail address was changed. We have told your previous address as well.
accounts-flash-address-changed-sign-in = Your e-mail address was changed. Please sign in with the new one.
accounts-flash-change-sent = We have sent a message to the new address. Please open its link within 24 hours.
accounts-flash-profile-changed = Your details were changed.
accounts-flash-session-ended = The device was signed out.
accounts-flash-sessions-ended = Other devices signed out: { $count }.
accounts-flash-token-ended = The token was ended and no longer works.
accounts-flash-second-factor-ready = Two-factor authentication is set up.
accounts-flash-second-factor-removed = Two-factor authentication is off. From now on you sign in with your password only.
accounts-flash-device-removed = The authenticator app is off. From now on you use your passkeys.
accounts-flash-passkey-added = The passkey was added. You were signed out on your other devices.
accounts-flash-passkey-removed = The passkey was removed.
accounts-flash-second-factor-reset = The second factor was removed, and the person was told.
accounts-flash-codes-not-kept = If you have not kept the recovery codes, please make new ones here. Without them you cannot sign in when your device is lost.
accounts-flash-set-up-over = The time for setting up is over. Please begin again.
accounts-flash-registered = The person was registered.
accounts-flash-is-merged = That registration was merged. This is the one that stays.

## What to put right
accounts-wrong-family-name = Please enter your family name.
accounts-wrong-given-name = Please enter your given name.
accounts-wrong-family-kana = Please enter the reading of your family name. Example: サンギョウ
accounts-wrong-given-kana = Please enter the reading of your given name. Example: ハナコ
accounts-wrong-not-kana = Please write the reading in hiragana or katakana. Example: サンギョウ ハナコ
accounts-wrong-characters = There are characters that cannot be used here, such as line breaks. Please remove them.
accounts-wrong-long = Please use at most { $most } characters.
accounts-wrong-email-missing = Please enter your e-mail address. Example: hanako@example.jp
accounts-wrong-email = Please check the e-mail address: plain letters with one "@". Example: hanako@example.jp
accounts-wrong-telephone = Please enter the telephone number in digits with its area code. Example: 03-0000-0000
accounts-wrong-password-short = Please use at least { $least } characters. A few words in a row are long and easy to remember.
accounts-wrong-password-long = Please use at most { $most } characters.
accounts-wrong-password-own = A password that equals your name or address is easily guessed. Please choose another.
accounts-wrong-password-common = Many people use this password, so it is easily guessed. Please choose another.
accounts-wrong-token-name = Please name the token. Example: Office calendar
accounts-wrong-scope = Please choose what the token may do.
accounts-wrong-passkey-name = Please enter a name for the passkey. Example: work phone
accounts-wrong-act = Please choose what to do.

## What we cannot do
accounts-refused-invalid = Please check what you entered.
accounts-refused-no-match = The e-mail address or the password is wrong. Please check capital letters and try again.
accounts-refused-wrong-password = The current password is wrong. Please try again. If you have forgotten it, sign out and choose "Forgotten your password?".
accounts-refused-too-many-attempts = There were too many wrong passwords. Please try again in about { $minutes } minutes, or call us if it is urgent.
accounts-refused-too-many-letters = Messages were asked for too often in a short time. Please try again in about an hour, or call us if it is urgent.
accounts-refused-too-many-guests = Three applications are already waiting to be confirmed. Open the messages you were sent, or try again in about half an hour.
accounts-refused-address-taken = This e-mail address is registered already. Please sign in with it, or enter another.
accounts-refused-link-unknown = The link was cut short, or is too old. Please copy the whole address from the message.
accounts-refused-link-expired = The time for this link is over. Please ask for another message.
accounts-refused-link-used = This link was used before, or a newer step has replaced it.
accounts-refused-not-there = It was not found. Please open the list again.
accounts-refused-wrong-code = The code is wrong. Please enter the six digits your app shows now, or a recovery code you have not used. If your device's clock is wrong, its digits may not match.
accounts-refused-wrong-digits = These digits do not match. Please enter the six digits that the app shows now for the account you have just added. If they never match, let your device set its clock by itself and try again.
accounts-refused-code-used = These digits have been used. Please wait for the next ones (about 30 seconds) and enter those.
accounts-refused-wrong-passkey = The passkey could not be used. It may have been removed, or the question was too old. Please start again with the button.
accounts-refused-passkey-known = The passkey of this device is registered already.
accounts-refused-too-many-passkeys = You can have up to { $most } passkeys. Please remove one that you do not use first.
accounts-refused-too-many-codes = There were too many wrong codes. Please try again in about { $minutes } minutes. If it was not you, please choose a new password.
accounts-refused-step-over = More than 10 minutes have passed since your password, or you have finished in another window. Please sign in again.
accounts-refused-no-second-factor = This person has no second factor.
accounts-refused-not-the-manager = Only the manager can remove another person's second factor. Set up your own again on your page.
accounts-refused-merged = This registration was put together with your other one. Please sign in with your other e-mail address. If you do not know which, ask at the counter or by telephone.
accounts-unmerged-nobody = Choose the registration that stays.
accounts-unmerged-same = It is the same registration. Choose the other one.
accounts-unmerged-gone = One of the two was merged before, or erased. Search again and check.
accounts-unmerged-oneself = You cannot merge your own registration. Ask a colleague.
accounts-unmerged-role = The registration that goes has a role that the other does not have. The manager sets the roles first.
accounts-unmerged-account = The registration that goes has an account, the one that stays has none. Choose the other one to stay.
accounts-unmerged-applications = Both have an application that is not answered yet. Answer one of them first.
accounts-unmerged-experts = Both are registered as experts. Hand the cases and meetings of one over first.
accounts-unmerged-consultations = This person has consultations. To protect what was said, a coordinator or the manager makes sure who it is and merges them.
accounts-second-factor-needed = This role needs a second factor. Please sign in and set it up.
accounts-token-reads-only = This token may only look. To book or cancel, make a token that may "look, book and cancel".

## Letters
accounts-letter-hello = Dear { $name },

accounts-letter-sign-up-subject = [{ $venue }] Finish registering
accounts-letter-sign-up-text = Thank you for registering. Open the link below and choose a password to finish.
accounts-letter-sign-up-lasts = The link works for { $hours } hours. After that, please register again.
accounts-letter-sign-up-nothing = If you did not expect this message, please just delete it. Nothing will be registered.

accounts-letter-already-subject = [{ $venue }] This address is registered
accounts-letter-already-text = Someone asked to register this e-mail address, or to move an account to it, but it is registered already. You can sign in here.
accounts-letter-already-reset = If you have forgotten your password, choose a new one here.
accounts-letter-already-nothing = If it was not you, there is nothing to do. Nothing has changed.

accounts-letter-reset-subject = [{ $venue }] Choose a new password
accounts-letter-reset-text = We were asked to let you choose a new password. Please open the link below.
accounts-letter-reset-lasts = The link works for { $minutes } minutes.
accounts-letter-reset-nothing = If it was not you, please just delete this message. Your password stays as it is.

accounts-letter-change-subject = [{ $venue }] Confirm your new e-mail address
accounts-letter-change-text = We were asked to use this address for an account. If you agree, open the link below and choose "Change to this address".
accounts-letter-change-lasts = The link works for { $hours } hours.
accounts-letter-change-nothing = If it was not you, please just delete this message. Nothing will change.

accounts-letter-changed-subject = [{ $venue }] Your e-mail address was changed
accounts-letter-changed-text = Your registered e-mail address is now { $email }. From now on we write there; this is the last message to this address.
accounts-letter-changed-nothing = If it was not you, please call { $telephone } at once.

accounts-letter-password-changed-subject = [{ $venue }] Your password was changed
accounts-letter-password-changed-text = Your password was changed { $at }. Your other devices were signed out.
accounts-letter-password-changed-reset = If it was not you, please choose a new password here at once.
accounts-letter-password-changed-nothing = If you are worried, please call { $telephone }.

accounts-letter-stays-subject = [{ $venue }] Your two registrations are one now
accounts-letter-stays-text = You had two registrations, so the centre put them together into this one. Please go on signing in with the e-mail address you use now.
accounts-letter-stays-all = Bookings, payments, waiting lists and notices of both are on your page.
accounts-letter-merged-subject = [{ $venue }] Your registration was put together with another
accounts-letter-merged-text = You had two registrations, so the centre put them together into the other one. You can no longer sign in with this e-mail address.
accounts-letter-merged-other = Nothing of your bookings is lost: sign in with your other e-mail address to see them.
accounts-letter-merged-nothing = If you do not know about this, or which address is meant, please call { $telephone }.

accounts-letter-second-enrolled-subject = [{ $venue }] Two-factor authentication is set up
accounts-letter-second-enrolled-text = Two-factor authentication was set up { $at }. From now on you sign in with your password and six digits from your device. Your other devices were signed out.
accounts-letter-second-removed-subject = [{ $venue }] Two-factor authentication is off
accounts-letter-second-removed-text = Two-factor authentication was switched off { $at }. From now on you sign in with your password only.
accounts-letter-second-reset-subject = [{ $venue }] Your second factor was removed
accounts-letter-second-reset-text = As you told us that your device was lost, we removed your second factor { $at }. You were signed out everywhere. After your next sign-in you can set up another device.
accounts-letter-second-recovery-used-subject = [{ $venue }] A recovery code was used
accounts-letter-second-recovery-used-text = A recovery code was used instead of your device's digits { $at }. It does not work again.
accounts-letter-second-device-removed-subject = [{ $venue }] The authenticator app is off
accounts-letter-second-device-removed-text = The authenticator app was switched off { $at }. From now on you sign in with your password and a passkey. You were signed out on your other devices.
accounts-letter-second-passkey-added-subject = [{ $venue }] A passkey was added
accounts-letter-second-passkey-added-text = A passkey was added to your account { $at }. You can now sign in with your password and this passkey. You were signed out on your other devices.
accounts-letter-second-passkey-removed-subject = [{ $venue }] A passkey was removed
accounts-letter-second-passkey-removed-text = A passkey of your account was removed { $at }. It no longer signs in. You were signed out on your other devices.
accounts-letter-second-nothing = If it was not you, please call { $telephone } at once, and choose a new password here.
