# Words that letters (e-mail) have in common

## The signature of every letter
mail-address = { $address }, { $postal_code }, Japan
mail-telephone = Telephone { $number } (counter open { $hours })
mail-automatic = This message was sent automatically and replies are not read. If you have a question, please call the number above or ask at the counter.

## Trial letter
mail-trial-subject = [Trial] { $venue }
mail-trial-arrived = This is a trial to check the mail settings. If it has arrived, this system can send mail.
mail-trial-check = Please also check that the sender's name and address are right, and that it did not land among unwanted mail.
mail-trial-nothing = If you did not expect this message, please just delete it.

## Why it could not be sent
mail-failure-refused = The recipient's mail server refused it. Please ask the person whether the address is right.
mail-failure-later = The recipient's mail server cannot take it now. It will be sent again automatically.
mail-failure-unreachable = The mail server could not be reached. It will be sent again automatically; if this goes on, please tell the administrator.
mail-failure-sign-in = The mail server did not let us in. Please ask the administrator to check the mail settings.
mail-failure-file = The message could not be written to a file. Please ask the administrator to check for free disk space.
mail-failure-address = The address is not written correctly. Please ask the person.
mail-failure-unreadable = The message could not be put together. Please tell the administrator.

## When it cannot be sent again
mail-no-such-letter = There is no such letter. Please choose again from the list.
mail-not-dead = This letter was sent, or is being sent again automatically. Please reload the list and check.
