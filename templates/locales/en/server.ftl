# The letters of the demonstration centre

server-letters-title = Demonstration letters
server-letters-lead = These are the letters the demonstration centre has sent. None of them reaches anyone.
server-letters-at = Written
server-letters-to = To
server-letters-subject = Subject
server-letters-state = State
server-letters-sent = Sent
server-letters-waiting = Waiting
server-letters-none = No letters yet
server-letters-none-next = Sign up or make a booking, and a letter will arrive here.
server-letter-calendar = Add to calendar (.ics)
server-letter-text = Plain text
server-letter-html = Formatted text

## API
server-api-title = For programs (API)
server-api-lead = Programs can ask what is free and book, and enrol in seminars, by the same rules as the pages.
server-api-token = Booking needs a token of your own.
server-api-token-link = Make one on your page
server-api-routes = What can be called
server-api-method = Method
server-api-path = Path
server-api-what = What it does
server-api-try = See every detail, and try it
