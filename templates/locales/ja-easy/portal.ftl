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
portal-way-consult-online = インターネットで 申（もう）しこめます
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
portal-no-places = いま 使（つか）える 席（せき）や 部屋（へや）は ありません
portal-no-places-text = 急（いそ）ぐときは 電話（でんわ）してください（{ $number }）。

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

## 使うときの決まり
portal-rules-lead = みんなが 気持（きも）ちよく 使（つか）うための 決（き）まりです。わからないことは、受付（うけつけ）で 聞（き）いてください。
portal-rules-places = 席（せき）と 部屋（へや）の 決（き）まり
portal-rules-place = 席（せき）・部屋（へや）
portal-rules-capacity = 使（つか）える 人数（にんずう）
portal-rules-step = 予約（よやく）できる 長（なが）さ
portal-rules-lengths = 1回（かい）に 使（つか）える 時間（じかん）
portal-rules-clearing = かたづけの 時間（じかん）
portal-rules-people = { $count }人（にん）
portal-rules-from-to = { $shortest }から { $longest }まで
portal-rules-none = ありません
portal-rules-source = 今（いま）の 決（き）まりです。
portal-length-minutes = { $minutes }分（ふん）
portal-length-hours = { $hours }時間（じかん）
portal-length-both = { $hours }時間（じかん）{ $minutes }分（ふん）
portal-rules-book = 予約（よやく）
portal-rules-book-who = 予約（よやく）する前（まえ）に、登録（とうろく）してください。受付（うけつけ）の 人（ひと）も 手伝（てつだ）います。
portal-rules-book-first = 先（さき）に 予約（よやく）した人（ひと）が 使（つか）えます。同（おな）じ 時間（じかん）に 2つの 予約（よやく）は 入（はい）りません。
portal-rules-book-time = 準備（じゅんび）と かたづけも、予約（よやく）した 時間（じかん）の 中（なか）で してください。
portal-rules-pay = お金（かね）を はらうとき、やめるとき
portal-rules-pay-where = お金（かね）が かかるときは、予約（よやく）する前（まえ）に 知（し）らせます。受付（うけつけ）（{ $hours }）で はらってください。現金（げんきん）、カード、銀行（ぎんこう）からの 振（ふ）り込（こ）みが 使（つか）えます。
portal-rules-pay-unpaid = 決（き）まった日（ひ）までに はらわないと、予約（よやく）は なくなります。同（おな）じ 場所（ばしょ）の 同（おな）じ 時間（じかん）は、もう 予約（よやく）できません。
portal-rules-pay-change = 予約（よやく）を かえても、お金（かね）は、かえる前（まえ）に やめたときより 安（やす）くなりません。
portal-rules-pay-centre = センターの 都合（つごう）で 使（つか）えなくなったときは、お金（かね）は いりません。はらった お金（かね）は 全部（ぜんぶ） かえします。
portal-rules-pay-from = { $date }から
portal-rules-pay-due = はらう日（ひ）
portal-rules-pay-within = { $days ->
        [0] 予約（よやく）した日（ひ）に はらってください。
       *[other] 予約（よやく）した日（ひ）から { $days }日（にち）の 中（うち）に はらってください。休（やす）みの日（ひ）のときは、次（つぎ）に 開（あ）く日（ひ）までです。使（つか）う日（ひ）が 先（さき）のときは、使（つか）う日（ひ）までです。
    }
portal-rules-cancel = かえるとき、やめるとき
portal-rules-cancel-until = 使（つか）いはじめる 時間（じかん）の 前（まえ）なら、マイページで かえたり やめたり できます。
portal-rules-cancel-soon = 使（つか）わないときは、早（はや）く やめてください。ほかの人（ひと）が 使（つか）えます。時間（じかん）を すぎたら、電話（でんわ）してください。
portal-rules-manners = お願（ねが）い
portal-rules-manners-others = 大（おお）きな 音（おと）や 強（つよ）い においなど、ほかの人（ひと）が いやなことを しないでください。
portal-rules-manners-sale = ほかの人（ひと）に、物（もの）を 売（う）ったり さそったり しないでください。
portal-rules-manners-lend = 予約（よやく）を、ほかの人（ひと）に あげたり 売（う）ったり しないでください。
portal-rules-manners-fire = たばこは すえません。火（ひ）は 使（つか）えません。
portal-rules-manners-clear = 使（つか）った物（もの）は もとに もどしてください。ごみは 持（も）って帰（かえ）ってください。
portal-rules-ask = わからないことは、ここから 聞（き）いてください。
