# 見本のセンターの手紙

server-letters-title = 見本の手紙
server-letters-lead = 見本のセンターが送った手紙です。実際には、どこにも届きません。
server-letters-at = 書いた日時
server-letters-to = あて先
server-letters-subject = 件名
server-letters-state = 状態
server-letters-sent = 送信済み
server-letters-waiting = 送信待ち
server-letters-none = まだ手紙はありません
server-letters-none-next = 利用者登録や予約をすると、ここに届きます。
server-letter-calendar = カレンダーに入れる（.ics）
server-letter-text = 文字だけの本文
server-letter-html = 飾りのある本文

## API
server-api-title = プログラムから使う（API）
server-api-lead = 場所の空きを調べて予約することも、セミナーに申し込むことも、プログラムからできます。画面と同じ決まりで動きます。
server-api-token = 予約には、ご自分の鍵（トークン）が要ります。
server-api-token-link = マイページで作る
server-api-routes = 使える呼び出し
server-api-method = 方法
server-api-path = 場所
server-api-what = できること
server-api-try = 細かい決まりを見て、試す（英語）
