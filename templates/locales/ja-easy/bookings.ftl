# やさしい日本語

bookings-spaces-title = 使（つか）うことができる 場所（ばしょ）
bookings-spaces-lead = ひとりの 席（せき）、話（はな）し合（あ）う 部屋（へや）、勉強（べんきょう）の 場所（ばしょ）が あります。登録（とうろく）した 人（ひと）は 予約（よやく）できます。
bookings-see-free = あいている 時間（じかん）を 見（み）る
bookings-free-title = あいている 時間（じかん）を 見（み）て 予約（よやく）する
bookings-label-date = 日（ひ）にち
bookings-label-place = 場所（ばしょ）
bookings-label-time = 時間（じかん）
bookings-label-starts = はじまり
bookings-label-ends = おわり
bookings-label-purpose = 何（なに）に 使（つか）いますか
bookings-purpose-help = 例（れい）　仕事（しごと）の 話（はなし）
bookings-label-attendees = 何人（なんにん）で 使（つか）いますか
bookings-search = さがす
bookings-day-closed = 休（やす）みの 日（ひ）です
bookings-day-closed-text = ほかの 日（ひ）を えらんでください。
bookings-use-title = 使（つか）い方（かた）を 教（おし）えてください
bookings-to-confirm = つぎへ
bookings-confirm-title = これで いいですか
bookings-confirm-lead = まだ 予約（よやく）は 終（お）わっていません。いちばん 下（した）の 「予約（よやく）する」を おしてください。
bookings-no-fee-title = お金（かね）は いりません
bookings-no-fee-text = この 予約（よやく）に お金（かね）は いりません。
bookings-cancel-title = 予約（よやく）を やめるとき
bookings-cancel-rule = { $until }まで、いつでも やめることが できます。
bookings-cancel-rule-free = {" "}お金（かね）は いりません。
bookings-comes-to-otherwise = お金（かね）か、許可（きょか）が いる 回数（かいすう）が、前（まえ）の 画面（がめん）と 違（ちが）います。下（した）を 見（み）て、よければ もう一度（いちど） 押（お）してください。
bookings-no-show-rule = 来（こ）られないときは、早（はや）く 予約（よやく）を やめてください。
bookings-agree = 決（き）まりを 読（よ）みました
bookings-book = 予約（よやく）する
bookings-done-title = 予約（よやく）が できました
bookings-label-reference = 予約（よやく）の 番号（ばんごう）
bookings-reference-help = 受付（うけつけ）や 電話（でんわ）で、この 番号（ばんごう）を 言（い）ってください。
bookings-to-calendar = カレンダーに 入（い）れる
bookings-then-title = このあと すること
bookings-then-pay = { $amount }を はらってください
bookings-then-pay-text = { $date }までに 窓口（まどぐち）で はらってください。すぎると、予約（よやく）が なくなることが あります。
bookings-then-come = その 日（ひ）に 受付（うけつけ）へ 来（く）る
bookings-then-come-text = 予約（よやく）の 番号（ばんごう）か 名前（なまえ）を 言（い）ってください。
bookings-then-use = 時間（じかん）に なったら 使（つか）う
bookings-then-use-text = 使（つか）った あと、かたづけてください。
bookings-then-change = 来（こ）られないときは 変（か）えるか やめる
bookings-then-change-text = はじまる 時間（じかん）まで、マイページで できます。
bookings-mail-title = メールを 送（おく）りました
bookings-mail-text = { $email } に 送（おく）りました。
bookings-taken-title = ほかの 人（ひと）が 先（さき）に 予約（よやく）しました
bookings-slot-taken = この 時間（じかん）は もう 使（つか）えません。ほかの 時間（じかん）か 場所（ばしょ）を えらんでください。
bookings-in-the-past = この 時間（じかん）は もう すぎました。これからの 時間（じかん）を えらんでください。
bookings-no-time-to-approve = この 場所（ばしょ）は、先（さき）に 許可（きょか）が いります。もう はじまった 時間（じかん）は えらべません。これからの 時間（じかん）を えらんでください。（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-ends-before-it-starts = おわりは はじまりより あとの 時間（じかん）に してください。
bookings-purpose-missing = 何（なに）に 使（つか）うか 書（か）いてください。
bookings-attendees-unreadable = 人（ひと）の 数（かず）を 数字（すうじ）で 書（か）いてください。例（れい）　4
bookings-too-many-people = この 場所（ばしょ）は { $capacity }人（にん）までです。（{ $since ->
    [none] この 場所（ばしょ）の きまり
   *[other] この 場所（ばしょ）の きまり、{ DATE($since) }から
}）

bookings-filter-more = もっと えらぶ
bookings-any = なんでも
bookings-any-kind = ぜんぶ
bookings-label-from = はじまり
bookings-label-length = どのくらい
bookings-label-people = 人（ひと）の 数（かず）
bookings-label-kind = 使（つか）い方（かた）
bookings-label-equipment = あるもの
bookings-step-when = 場所（ばしょ）と 時間（じかん）
bookings-step-use = 使（つか）い方（かた）
bookings-step-confirm = たしかめる
bookings-step-done = おわり
bookings-times-rule = { DURATION($step) }ごとに えらべます。短（みじか）くて { DURATION($shortest) }、長（なが）くて { DURATION($longest) }です。
bookings-so-far = ここまでに えらんだこと
bookings-other-place = ほかの 場所（ばしょ）を えらぶ
bookings-label-when = 日（ひ）と 時間（じかん）
bookings-label-who = 使（つか）う 人（ひと）
bookings-label-unit = 席（せき）
bookings-unit-help = きまっていないときは、あいている 席（せき）を 用意（ようい）します。
bookings-any-desk = どの 席（せき）でも いい
bookings-attendees-help = あなたを 入（い）れて { $capacity }人（にん）まで
bookings-answer-free = { $when }に あいている 場所（ばしょ）
bookings-answer-none = { $when }に あいている 場所（ばしょ）は ありません
bookings-answer-nearest = 近（ちか）い 時間（じかん）や ほかの 場所（ばしょ）なら 予約（よやく）できます。
bookings-left = あと{ $count }席（せき）
bookings-partly = すこし あいています
bookings-over = 終（お）わりました
bookings-shut = 休（やす）み
bookings-opens-on = { DATE($date) }{ $time }から よやくできます
bookings-day-before = 前（まえ）の 日（ひ）
bookings-day-after = 次（つぎ）の 日（ひ）
bookings-as-table = 表（ひょう）で 見（み）る
bookings-none-free = あいていません
bookings-content-title = 予約（よやく）の 内容（ないよう）
bookings-change-or-cancel = 予約（よやく）を 変（か）える・やめる
bookings-closed-for = { DATE($date) }は 休（やす）みです（{ $reason_en ->
       *[other] { $reason }
    }）。{ $next ->
    [none] { $when ->
        [for_good] ほかの 場所（ばしょ）を えらんでください。
       *[other] ほかの 日（ひ）を えらんでください。
    }
   *[other] 次（つぎ）に あいている 日（ひ）は { DATE($next) }です。
}（{ $when ->
    [day] この 日（ひ）だけの 休（やす）みです
    [once] { DATE($since) }から { DATE($last) }まで
    [for_good] { DATE($since) }から ずっと つかえません
    [weekly] 毎週（まいしゅう）の 休（やす）み、{ DATE($since) }から
   *[yearly] 毎年（まいとし）の 休（やす）み、{ DATE($since) }から
}）
bookings-shut-for = { DATE($date) } { $from }から { $until }までは つかえません（{ $reason_en ->
       *[other] { $reason }
    }）。{ $left_en ->
    [none] ほかの 日（ひ）を えらんでください。
   *[other] この 日（ひ）に あいているのは { $left }です。
}（{ $when ->
    [day] この 日（ひ）だけです
   *[once] { DATE($since) }から { DATE($last) }まで
}）
bookings-day-closed-for = 休（やす）みの 日（ひ）です（{ $reason }）
bookings-repeat = 何回（なんかい）も 予約（よやく）する
bookings-repeat-help = 同（おな）じ 時間（じかん）を、まとめて 予約（よやく）できます。予約（よやく）できない 日（ひ）は、決（き）める 前（まえ）に 見（み）せます。
bookings-label-repeat = くりかえし
bookings-repeat-once = くりかえさない
bookings-rhythm-weekly = 毎週（まいしゅう）、同（おな）じ 曜日（ようび）
bookings-rhythm-fortnightly = 2週間（しゅうかん）に 1回（かい）、同（おな）じ 曜日（ようび）
bookings-rhythm-monthly = 毎月（まいつき）、同（おな）じ 順番（じゅんばん）の 曜日（ようび）（3番目（ばんめ）の 火曜日（かようび）など）
bookings-rhythm-monthly-last = 毎月（まいつき）、その 月（つき）の 最後（さいご）の 同（おな）じ 曜日（ようび）
bookings-label-times-count = 何回（なんかい）
bookings-unit-times = 回（かい）
bookings-times-help = はじめの 回（かい）を 入（い）れて 52回（かい）まで。何回（なんかい）か、最後（さいご）の 日（ひ）の どちらかを 書（か）いてください。
bookings-label-last-day = 最後（さいご）の 日（ひ）
bookings-last-day-help = この 日（ひ）まで 予約（よやく）します。
bookings-series-check-title = ぜんぶの 回（かい）を たしかめてください
bookings-series-check-lead = まだ 予約（よやく）は 終（お）わっていません。いちばん 下（した）の 「まとめて 予約（よやく）する」を おすと、ぜんぶ 決（き）まります。
bookings-series-troubled = 予約（よやく）できない 回（かい）（{ $count }回（かい））
bookings-series-troubled-text = ほかの 時間（じかん）か 場所（ばしょ）を えらぶか、その 回（かい）を やめてください。
bookings-series-taken = ほかの 人（ひと）が 先（さき）に 予約（よやく）しました。
bookings-series-leave-out = この 回（かい）は 予約（よやく）しない
bookings-series-free = 予約（よやく）できる 回（かい）（{ $count }回（かい））
bookings-series-book = まとめて 予約（よやく）する
bookings-series-choose = { DATE($date) }を どうするか えらんでください。
bookings-series-done-title = ぜんぶの 予約（よやく）が できました
bookings-prices-free = お金（かね）は いりません
bookings-prices-now = いまの お金（かね）
bookings-prices-from = { $date }からの お金（かね）
bookings-prices-whom = 使（つか）う 人（ひと）
bookings-prices-others = ほかの 人（ひと）
bookings-prices-note = 使（つか）う 日（ひ）の お金（かね）です。予約（よやく）の 前（まえ）に、あなたの お金（かね）が いくらか わかります。
bookings-fee-label = お金（かね）

bookings-fee-title = お金（かね）は { $amount }です
bookings-fee-due = { $date }までに 窓口（まどぐち）で はらってください。
bookings-fee-pay-by = { $date }までに 窓口（まどぐち）で はらってください。
bookings-fee-unpaid = まだ はらっていません
bookings-fee-paid = はらいました
bookings-fee-tiers = やめるときの お金（かね）
bookings-fee-tiers-until = { $date }までに やめるとき
bookings-fee-tiers-from = { $date }から あとに やめるとき（きまりが かわります）
bookings-fee-tier = { $percent ->
        [0] 使（つか）う 日（ひ）の { $days }日（にち）前（まえ）まで　お金（かね）は いりません
       *[other] 使（つか）う 日（ひ）の { $days }日（にち）前（まえ）まで　お金（かね）の { $percent }％
    }
bookings-fee-tier-day = そのあと　お金（かね）の { $percent }％
bookings-fee-tiers-none = やめるとき、お金（かね）は いりません
bookings-fee-cancel-title = やめると { $amount }を はらいます
bookings-fee-cancel-text = お金（かね） { $charged }の { $percent }％です。
bookings-fee-cancel-changed = 予約（よやく）を かえる 前（まえ）に やめたときと おなじ お金（かね）です。いまの お金（かね）は { $charged }です。
bookings-fee-cancel-rule = やめるときの お金（かね）の きまり（{ $date }から）
bookings-fee-cancel-refund = もう はらった { $amount }は、窓口（まどぐち）で かえします。
bookings-fee-cancel-open = { $amount }を 窓口（まどぐち）で はらってください。
bookings-fee-after-approval = お金（かね）は、使（つか）っていいと 決（き）まった あとで はらいます。いつまでかは、そのときに 知（し）らせます。
bookings-book-as = だれとして 予約（よやく）しますか
bookings-book-as-self = わたし（ひとり）
bookings-any-desk-text = あいている 席（せき）を 用意（ようい）します
bookings-take-this = これに する
bookings-instead-title = いま 予約（よやく）できる 時間（じかん）と 場所（ばしょ）
bookings-instead-none = 近（ちか）い 日（ひ）にも あいていません。ほかの 日（ひ）を 見（み）るか、窓口（まどぐち）に 聞（き）いてください。
bookings-change = 予約（よやく）を 変（か）える
bookings-change-title = 予約（よやく）を 変（か）える
bookings-change-act = これに 変（か）える
bookings-change-help = 場所（ばしょ）は 変（か）えられません。ほかの 場所（ばしょ）が いいときは、やめてから 予約（よやく）してください。
bookings-now-title = いまの 予約（よやく）
bookings-cancel = 予約（よやく）を やめる
bookings-cancel-ask = この 予約（よやく）を やめますか
bookings-cancel-free-title = お金（かね）は いりません
bookings-cancel-free-text = やめると、ほかの 人（ひと）が 予約（よやく）できます。もとには もどりません。
bookings-cancel-act = 予約（よやく）を やめる
bookings-cancel-keep = やめないで もどる
bookings-request = 使（つか）いたいと 伝（つた）える
bookings-request-confirm-lead = まだ 終（お）わっていません。いちばん 下（した）の 「使（つか）いたいと 伝（つた）える」を おしてください。
bookings-request-done-title = 受（う）けとりました
bookings-then-wait = 返事（へんじ）を 待（ま）つ
bookings-then-wait-text = メールと マイページで 知（し）らせます。
bookings-request-waits-title = 返事（へんじ）を 待（ま）っています
bookings-request-withdraw = やめる
bookings-request-withdraw-ask = 使（つか）うのを やめますか
bookings-waiting-title = あくのを 待（ま）つ
bookings-waiting-ask = あいたら 知（し）らせてほしい
bookings-waiting-ask-text = この 時間（じかん）が いいときは、待（ま）つことが できます。あいたら、順番（じゅんばん）に メールで 知（し）らせます。
bookings-waiting-new-title = あいたら 知（し）らせてほしい
bookings-waiting-other = ほかの 日（ひ）や 時間（じかん）を えらぶ
bookings-waiting-new-lead = いまは ほかの 人（ひと）が 予約（よやく）しています。あいたら、順番（じゅんばん）に 知（し）らせます。お金（かね）は いりません。
bookings-waiting-label-before = いま 待（ま）っている 人（ひと）
bookings-waiting-label-place = 順番（じゅんばん）
bookings-waiting-place = { $place }番目（ばんめ）
bookings-waiting-join = 待（ま）つ
bookings-waiting-terms-title = あいたときは
bookings-waiting-terms-turn = 早（はや）く 待（ま）った 人（ひと）から、ひとりずつ 知（し）らせます。返事（へんじ）を 待（ま）つ あいだ、ほかの 人（ひと）は 予約（よやく）できません。
bookings-waiting-terms-time = 返事（へんじ）は、知（し）らせてから { DURATION($longest) }のあいだに してください。使（つか）う 時間（じかん）が 近（ちか）いときは 短（みじか）くなります（{ DURATION($shortest) }まで）。
bookings-waiting-terms-lapse = 返事（へんじ）が ないと、列（れつ）の 最後（さいご）に なります。{ $lapses }回（かい）で 終（お）わりです。
bookings-waiting-terms-last = 使（つか）う 時間（じかん）まで { DURATION($minutes) }より 短（みじか）いときは、知（し）らせません。
bookings-waiting-one-title = 待（ま）っている 時間（じかん）
bookings-waiting-offer-title = あきました。使（つか）いますか
bookings-waiting-offer-until = { $until }までに 返事（へんじ）を してください
bookings-waiting-offer-text = いまは、あなただけが 予約（よやく）できます。時間（じかん）が すぎると、次（つぎ）の 人（ひと）に 知（し）らせます。
bookings-waiting-offer-rule = 「使（つか）う」を おすと、予約（よやく）が 決（き）まります。「使（つか）わない」を おすと、待（ま）つのは 終（お）わりです。
bookings-waiting-offer-rule-approval = 「使（つか）う」を おすと、申（もう）しこみます。許可（きょか）が でたら 使（つか）えます。「使（つか）わない」を おすと、待（ま）つのは 終（お）わりです。
bookings-waiting-accept = 使（つか）う（予約（よやく）する）
bookings-waiting-accept-approval = 使（つか）う（申（もう）しこむ）
bookings-waiting-decline = 使（つか）わない
bookings-waiting-leave = 待（ま）つのを やめる

bookings-date-unreadable = 日（ひ）にちを たしかめてください。例（れい）　2026年12月15日、2026-12-15
bookings-start-unreadable = はじまりの 時間（じかん）を たしかめてください。例（れい）　13:00
bookings-end-unreadable = おわりの 時間（じかん）を たしかめてください。例（れい）　15:00
bookings-nobody-comes = 人（ひと）の 数（かず）は 1人（ひとり）からです。
bookings-purpose-too-long = 何（なに）に 使（つか）うかは、{ $limit }文字（もじ）までで 書（か）いてください。
bookings-purpose-unreadable = 使（つか）うことが できない 文字（もじ）が あります。その 文字（もじ）を 消（け）してください。
bookings-space-missing = 場所（ばしょ）を えらんでください。
bookings-slot-missing = 使（つか）う 時間（じかん）を えらんでください。
bookings-slots-apart = つづいている 時間（じかん）を えらんでください。場所（ばしょ）は ひとつです。
bookings-slot-unreadable = えらんだ 時間（じかん）が わかりませんでした。もう一度（いちど） えらんでください。
bookings-wrong = 書（か）いたことを たしかめてください。
bookings-agree-missing = 決（き）まりを 読（よ）んで、しるしを つけてください。
bookings-no-time-title = 使（つか）う 時間（じかん）が 決（き）まっていません
bookings-no-time-text = 表（ひょう）で、使（つか）いたい 時間（じかん）を えらんでください。つづいている 時間（じかん）は、いっしょに えらべます。
bookings-closed = { DATE($date) }は 休（やす）みです。{ $next ->
    [none] ほかの 日（ひ）を えらんでください。
   *[other] 次（つぎ）は { DATE($next) }に 開（あ）きます。
}（{ $since ->
    [none] 開（あ）いている 時間（じかん）が 決（き）まっていません
   *[other] 開（あ）いている 時間（じかん）の 決（き）まり、{ DATE($since) }から
}）
bookings-outside-hours = この 日（ひ）は { $opens }から { $closes }まで 開（あ）いています。その 中（なか）で えらんでください。（{ $since ->
    [none] 開（あ）いている 時間（じかん）の 決（き）まり
   *[other] 開（あ）いている 時間（じかん）の 決（き）まり、{ DATE($since) }から
}）
bookings-off-step = 時間（じかん）は { DURATION($minutes) }ごとに えらんでください。（{ $since ->
    [none] この 場所（ばしょ）の 決（き）まり
   *[other] この 場所（ばしょ）の 決（き）まり、{ DATE($since) }から
}）
bookings-too-short = { DURATION($minutes) }より 長（なが）くしてください。（{ $since ->
    [none] この 場所（ばしょ）の 決（き）まり
   *[other] この 場所（ばしょ）の 決（き）まり、{ DATE($since) }から
}）
bookings-too-long = つづけて 使（つか）えるのは { DURATION($minutes) }までです。短（みじか）くするか、ほかの 日（ひ）に 分（わ）けてください。（{ $since ->
    [none] この 場所（ばしょ）の 決（き）まり
   *[other] この 場所（ばしょ）の 決（き）まり、{ DATE($since) }から
}）
bookings-drawn = くじ
bookings-drawn-title = くじ（抽選（ちゅうせん））の 部屋（へや）です
bookings-drawn-text = この 部屋（へや）は、はじめに くじ（抽選（ちゅうせん））で 使（つか）う 人（ひと）を 決（き）めます。そのあと、空（あ）いている 日（ひ）を 予約（よやく）できます。
bookings-drawn-see = くじ（抽選（ちゅうせん））の ページを 見（み）る
bookings-drawn-later = この 日（ひ）は くじ（抽選（ちゅうせん））で 決（き）めます。{ DATE($date) } { $time }から もうしこめます。ほかの 日（ひ）も えらべます。
bookings-drawn-some-day = この 日（ひ）は くじ（抽選（ちゅうせん））で 決（き）めます。もうしこみの 日（ひ）は あとで お知（し）らせします。ほかの 日（ひ）も えらべます。
bookings-drawn-now = この 日（ひ）は くじ（抽選（ちゅうせん））で 決（き）めます。{ DATE($date) } { $time }までに「抽選（ちゅうせん）」の ページから もうしこんでください。
bookings-drawn-over = この 日（ひ）は くじ（抽選（ちゅうせん））の 結果（けっか）を 待（ま）っています。そのあと 空（あ）いていれば 予約（よやく）できます。
bookings-not-open-yet = この 日（ひ）の 予約（よやく）は、{ DATE($date) } { $time }から できます。それまで 待（ま）つか、もっと 早（はや）い 日（ひ）を えらんでください。（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-too-late = この 時間（じかん）の 予約（よやく）は、{ DATE($date) } { $time }に 終（お）わりました。ほかの 時間（じかん）を えらぶか、受付（うけつけ）に 電話（でんわ）してください。（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-quota-bookings = { $period ->
    [day] 1日（いちにち）に 予約（よやく）できるのは { $most }つまでです。ほかの 日（ひ）を えらんでください。
    [week] 1週間（いっしゅうかん）に 予約（よやく）できるのは { $most }つまでです。ほかの 週（しゅう）を えらんでください。
    [month] 1か月（いっかげつ）に 予約（よやく）できるのは { $most }つまでです。ほかの 月（つき）を えらんでください。
   *[standing] いっしょに 予約（よやく）できるのは { $most }つまでです。使（つか）ったあとか、どれかを やめたあとに 予約（よやく）してください。
}（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-quota-hours = { $period ->
    [day] 1日（いちにち）に 予約（よやく）できるのは ぜんぶで { $most }時間（じかん）までです。短（みじか）くするか、ほかの 日（ひ）を えらんでください。
    [week] 1週間（いっしゅうかん）に 予約（よやく）できるのは ぜんぶで { $most }時間（じかん）までです。短（みじか）くするか、ほかの 週（しゅう）を えらんでください。
    [month] 1か月（いっかげつ）に 予約（よやく）できるのは ぜんぶで { $most }時間（じかん）までです。短（みじか）くするか、ほかの 月（つき）を えらんでください。
   *[standing] いっしょに 予約（よやく）できるのは ぜんぶで { $most }時間（じかん）までです。短（みじか）くするか、ほかの 予約（よやく）を やめてください。
}（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-run-too-long = 同（おな）じ 場所（ばしょ）を つづけて 予約（よやく）できるのは { $days }日（にち）までです。間（あいだ）を あけるか、ほかの 場所（ばしょ）を えらんでください。（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-restricted = 予約（よやく）したのに 来（こ）なかった 日（ひ）が ありました。そのため { DATE($date) }まで 新（あたら）しい 予約（よやく）が できません。{ DATE($again) }から できます。わけが あるときは、受付（うけつけ）に 話（はな）してください。（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-went-unpaid = この 時間（じかん）の 予約（よやく）（番号（ばんごう） { $reference }）は、お金（かね）を はらわなかったので、{ DATE($released) }に なくなりました。同（おな）じ 場所（ばしょ）の 同（おな）じ 時間（じかん）は もう 予約（よやく）できません。ほかの 時間（じかん）を えらぶか、受付（うけつけ）に 聞（き）いてください。（はらう 日（ひ）の 決（き）まり{ $since ->
    [none] { "" }
   *[other] 、{ DATE($since) }から
}）
bookings-went-unpaid-see = なくなった 予約（よやく）（{ $reference }）を 見（み）る
bookings-not-represented = この 会社（かいしゃ）や 団体（だんたい）の 予約（よやく）は、担当（たんとう）の 人（ひと）だけが できます。「わたし（ひとり）」を えらぶか、受付（うけつけ）に 聞（き）いてください。
bookings-rhythm-unknown = くりかえし方（かた）を えらんでください。1回（いっかい）だけのときは、何回（なんかい）と 最後（さいご）の 日（ひ）に 何（なに）も 書（か）かないでください。
bookings-not-last-of-month = はじめの 日（ひ）は、その 月（つき）の 最後（さいご）の 曜日（ようび）では ありません。日（ひ）にちか くりかえし方（かた）を 変（か）えてください。
bookings-repeat-end-missing = 何回（なんかい）か、最後（さいご）の 日（ひ）を 書（か）いてください。例（れい）　13
bookings-repeat-end-twice = 何回（なんかい）と 最後（さいご）の 日（ひ）は、どちらか ひとつだけ 書（か）いてください。
bookings-repeat-times = 何回（なんかい）かは、1から { $most }までの 数字（すうじ）で 書（か）いてください。
bookings-repeat-too-long = いちどに 予約（よやく）できるのは { $most }回（かい）までです。最後（さいご）の 日（ひ）を 早（はや）くしてください。
bookings-last-day-unreadable = 最後（さいご）の 日（ひ）を たしかめてください。例（れい）　2027年3月9日
bookings-last-day-before = 最後（さいご）の 日（ひ）は、はじめの 日（ひ）か、その あとの 日（ひ）に してください。
bookings-already-begun = はじまった 予約（よやく）は、変（か）えることが できません。受付（うけつけ）に 話（はな）してください。
bookings-no-longer-stands = この 予約（よやく）は、やめたか 終（お）わっています。予約（よやく）の ページを 見（み）てください。
bookings-changed-meanwhile = この 予約（よやく）は、ほかの 画面（がめん）で 先（さき）に 変（か）わりました。下（した）を 見（み）て、もう一度（いちど） 書（か）いてください。
bookings-no-such-booking = この 予約（よやく）は ありません。予約（よやく）の 番号（ばんごう）を たしかめてください。
bookings-no-such-space = この 場所（ばしょ）は ありません。場所（ばしょ）の ページから えらんでください。

bookings-nothing-fits = 合（あ）う 場所（ばしょ）が ありません
bookings-nothing-fits-text = 人（ひと）の 数（かず）や あるものを 変（か）えると、見（み）つかることが あります。
bookings-all-places = ぜんぶの 場所（ばしょ）を 見（み）る
bookings-grid-label = あいている 時間（じかん）の 表（ひょう）
bookings-as-grid = 図（ず）で 見（み）る
bookings-table-caption = { $date }に あいている 時間（じかん）
bookings-label-size = 広（ひろ）さ・あるもの
bookings-more-about = この 場所（ばしょ）について
bookings-other-places = ほかの 場所（ばしょ）
bookings-about-space = この 場所（ばしょ）について
bookings-label-times = 使（つか）える 長（なが）さ
bookings-clearing-rule = 使（つか）ったあとの { DURATION($minutes) }は、かたづけの 時間（じかん）です。
bookings-rules-public = 予約（よやく）の 決（き）まり
bookings-week-title = { $from }から { $until }までの あいている 時間（じかん）
bookings-week-before = 前（まえ）の 週（しゅう）
bookings-week-after = 次（つぎ）の 週（しゅう）
bookings-free-hours = あいている 時間（じかん） { $count }時間（じかん）
bookings-given-up-until = この 場所（ばしょ）は、{ $from }から { $until }まで 使（つか）えません
bookings-given-up = この 場所（ばしょ）は、{ $from }から 使（つか）えません
bookings-given-up-others = ほかの 場所（ばしょ）を 見（み）る
bookings-no-spaces = いま 使（つか）える 場所（ばしょ）は ありません
bookings-no-spaces-text = わからないときは 受付（うけつけ）に 聞（き）いてください。
bookings-mine-title = 私（わたし）の 予約（よやく）
bookings-coming-title = これからの 予約（よやく）
bookings-past-title = 前（まえ）の 予約（よやく）・なくなった 予約（よやく）
bookings-mine-empty = これからの 予約（よやく）は ありません
bookings-mine-empty-text = あいている 時間（じかん）を 見（み）て、場所（ばしょ）と 時間（じかん）を えらんでください。
bookings-one-title = 予約（よやく） { $reference }
bookings-restricted-title = { $from }から { $until }まで、新（あたら）しい 予約（よやく）は できません
bookings-restricted-own = { $name }としては、{ $from }から { $until }まで、新（あたら）しい 予約（よやく）は できません
bookings-restricted-text = 予約（よやく）したのに 来（こ）なかった 日（ひ）が あったからです（{ $source }、{ DATE($since) }から）。もう ある 予約（よやく）は 使（つか）えます。わけが あるときは、受付（うけつけ）に 話（はな）してください。
