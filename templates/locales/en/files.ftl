# Taking papers

files-refused-too-large = “{ $name }” is larger than { $megabytes } MB. Make it smaller, or split it.
files-refused-empty = “{ $name }” is empty. Please choose it again.
files-refused-unknown = We cannot open “{ $name }”. Please attach a PDF or a picture (JPEG, PNG, HEIC, WebP).
files-refused-not-its-name = The ending of “{ $name }” does not match its content. Please choose the original file.
files-refused-too-much = That was too large for us to receive. A paper can have { $megabytes } MB, and you can send { $most } at once. Please make them smaller or send them in parts. You may also bring them to the counter.
files-refused-too-many = You can attach { $most } papers at a time.
