# 書類の受け取り

files-refused-too-large = 「{ $name }」は{ $megabytes }MBを超えています。小さくするか、分けて添えてください。
files-refused-empty = 「{ $name }」は中身が空です。もう一度選んでください。
files-refused-unknown = 「{ $name }」は開けない形式です。PDFか、写真（JPEG・PNG・HEIC・WebP）を添えてください。
files-refused-not-its-name = 「{ $name }」は、名前の終わり（拡張子）と中身が合いません。元のファイルを選び直してください。
files-refused-too-much = 送られた書類が大きすぎて、受け取れませんでした。書類は1点{ $megabytes }MBまで、一度に{ $most }点までです。小さくするか、分けてお送りください。窓口へお持ちいただくこともできます。
files-refused-too-many = 一度に添えられるのは{ $most }点までです。
