# Questions for those who enrol

seminars-questions = Questions for those who enrol
seminars-questions-lead = Write what you ask of those who enrol. Once the seminar is handed in for review, the questions no longer change.
seminars-questions-write = Write the questions
seminars-questions-saved = The questions were saved.
seminars-questions-none = Nothing is asked of those who enrol.
seminars-questions-fixed = Once the seminar is handed in, its questions no longer change. To change them, send it back first. After publication they stay, so that everybody answers the same.
seminars-questions-changed = This is what is saved now. What you typed below is not saved yet. Compare the two, and save again if you still want to.
seminars-questions-papers = At most { $most } questions can ask for a file.
seminars-questions-read = Your answers are read by the staff of the centre who are responsible for seminars: the manager and the coordinators.
seminars-questions-company = Please answer the following once, for your company as a whole.
seminars-questions-counter = What is not known can be left open. The person can answer it later, on the page of their enrolment.

seminars-said = Answers given when enrolling
seminars-said-page = Open the page of the answers
seminars-said-open = { $count ->
    [one] 1 question is still open
   *[other] { $count } questions are still open
}
seminars-answer-open = Not answered yet
seminars-said-complete = Answer the open questions
seminars-said-complete-text = What you answered before stays as it is. You can answer until the seminar begins.
seminars-said-complete-text-for = What was answered before stays as it is. You can enter answers for this person until the seminar is over. What is not known can be left open.
seminars-said-keep = Send the answers
seminars-said-kept = We have received your answers.
seminars-said-gone = The answers were erased
seminars-said-erase = Erase the answers
seminars-said-erase-text = Erase them when the person asks for it. All answers in this seminar and the files handed in are removed and cannot be brought back. The enrolment itself stays.
seminars-said-erased = The answers were erased.
seminars-said-why = Why they are erased
seminars-nothing-answered = There is no new answer. Please answer an open question and send again.
