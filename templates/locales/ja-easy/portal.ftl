# やさしい日本語

## ホーム
portal-home-title_html = 仕事（しごと）を する人と、<br>これから 始（はじ）める人の 場所（ばしょ）です。
portal-home-lead = 机（つくえ）や 部屋（へや）を 使（つか）うことが できます。困（こま）っていることを 相談（そうだん）できます。勉強（べんきょう）も できます。この 区（く）で 働（はたら）く人は、だれでも 使（つか）えます。
portal-house-open = 開（あ）いています　{ $time }まで
portal-house-opens = 今日（きょう）は { $time }から 開（あ）きます
portal-house-closed = 今日（きょう）は 終（お）わりました
portal-house-rests = 今日（きょう）は 休（やす）みです
portal-tomorrow = 明日（あした） { $date }は { $opens }から { $closes }まで
portal-tomorrow-rests = 明日（あした） { $date }は 休（やす）みです
portal-way-now = 今（いま）
portal-way-use = 机（つくえ）や 部屋（へや）を 使（つか）います。
portal-way-consult = 仕事（しごと）や 会社（かいしゃ）のことを 聞（き）きます。
portal-way-learn = 仕事（しごと）の 勉強（べんきょう）を します。
portal-way-connect = 仕事（しごと）や 働（はたら）く人、仲間（なかま）を さがします。
portal-way-ask = 受付（うけつけ）か 電話（でんわ）で 聞（き）いてください
portal-use-desks = { $count }席（せき） 空（あ）いています
portal-use-no-desks = 席（せき）は いっぱいです
portal-use-opens = { $time }から 使（つか）えます
portal-use-closed = 今日（きょう）は 終（お）わりました
portal-use-rests = 今日（きょう）は 休（やす）みです
portal-today-title = 今日（きょう）の センター
portal-today-at = { $date }{ $time } の ようす
portal-now-free = { $time }まで 空（あ）いています
portal-now-desks = { $all }席（せき）の 中（なか）の { $count }席（せき）が 空（あ）いています
portal-now-units = { $all }つの 中（なか）の { $count }つが 空（あ）いています
portal-now-longest = いちばん 長（なが）い ところは { $time }まで 使（つか）えます
portal-now-taken = 予約（よやく）が あります。{ $time }から 使（つか）えます
portal-now-full = 今日（きょう）は もう 空（あ）いていません
portal-now-later = { $time }から 使（つか）えます
portal-now-over = 今日（きょう）は 終（お）わりました
portal-now-rests = 今日（きょう）は 休（やす）みです
portal-to-availability = 空（あ）いている 時間（じかん）を 見（み）て 予約（よやく）する
portal-to-spaces = 席（せき）と 部屋（へや）を 見（み）る
portal-no-places = 使（つか）える 席（せき）や 部屋（へや）は まだ ありません
portal-no-places-text = 準備（じゅんび）しています。急（いそ）ぐときは 電話（でんわ）してください（{ $number }）。

## 館内の図
portal-plan-label = 建物（たてもの）の 中（なか）の 図（ず）。今（いま） 空（あ）いているのは { $free }です。
portal-plan-label-desks = 席（せき）{ $count }つ
portal-plan-label-none = 建物（たてもの）の 中（なか）の 図（ず）。今（いま） 空（あ）いている ところは ありません。
portal-plan-free = 空（あ）き
portal-plan-taken = 予約（よやく）あり
portal-plan-full = 予約あり
portal-plan-over = 終わり
portal-plan-rests = 休み
portal-plan-desks = ○ { $count }席 空（あ）き
portal-plan-desks-none = 空（あ）いていません
portal-plan-reception = うけつけ
portal-plan-entrance = いりぐち
portal-plan-joined = 点（てん）の 線（せん）の かべを とると、一（ひと）つの 広（ひろ）い 部屋（へや）に なります
