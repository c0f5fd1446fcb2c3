# 場所と予約

bookings-dot = ・
bookings-any = 指定なし
bookings-any-kind = すべて

## 場所
bookings-spaces-title = 使える場所
bookings-spaces-lead = ひとりで使う席から、打合せの部屋、講座の場所まで。登録した方ならどなたでも予約できます。
bookings-see-free = 空きを見て予約する
bookings-no-spaces = いまご利用いただける場所はありません
bookings-no-spaces-text = ご利用がはじまる日や、代わりの場所については、窓口へお問い合わせください。
bookings-seats = { $count }席・1人1席
bookings-people = { $count }人まで
bookings-rooms = { $count }室
bookings-people-short = { $count }人
bookings-kind-desk = 席
bookings-kind-booth = 個室ブース
bookings-kind-meeting = 会議室
bookings-kind-seminar = セミナー
bookings-kind-community = 交流活動室
bookings-kind-online = オンライン
bookings-equipment-screen = 画面
bookings-equipment-whiteboard = 白板
bookings-equipment-power = 電源
bookings-equipment-wifi = 無線LAN
bookings-equipment-display = 外付け画面
bookings-equipment-soundproof = 防音
bookings-equipment-projector = 投影機
bookings-equipment-microphone = マイク
bookings-about-space = この場所について
bookings-label-size = 広さ・設備
bookings-label-times = 使える長さ
bookings-times-rule = { DURATION($step) }ごと。いちばん短くて{ DURATION($shortest) }、長くて{ DURATION($longest) }です。
bookings-clearing-rule = 使ったあとの{ DURATION($minutes) }は、片付けのために空けます。
bookings-week-title = { $from }から{ $until }までの空き
bookings-week-before = 前の週
bookings-week-after = 次の週
bookings-grid-label = 空きの表
bookings-free-hours = 空き { $count }時間
bookings-none-free = 空きなし

## 空き
bookings-free-title = 空きを見て予約する
bookings-label-date = 日にち
bookings-label-from = はじまり
bookings-label-length = 長さ
bookings-length = { $hours }時間
bookings-label-people = 人数
bookings-or-more = { $count }人から
bookings-label-kind = 使い方
bookings-label-equipment = 設備
bookings-search = 探す
bookings-filter-more = 条件を変える
bookings-day-before = 前の日
bookings-day-after = 次の日
bookings-day-closed = 休館日です
bookings-day-closed-text = ほかの日をお選びください。
bookings-nothing-fits = 条件に合う場所がありません
bookings-nothing-fits-text = 人数や設備の条件をゆるめると、見つかることがあります。
bookings-all-places = すべての場所を見る
bookings-as-table = 同じ内容を表で見る
bookings-as-grid = 時間の図で見る
bookings-table-caption = { $date }の空き
bookings-label-place = 場所
bookings-left = 残り{ $count }席
bookings-partly = 一部空き
bookings-over = 受付終了
bookings-shut = 休止
bookings-opens-on = { DATE($date) }{ $time }から予約できます
bookings-more-about = この場所について
bookings-other-places = ほかの場所
bookings-answer-free = { $when }に空いている場所
bookings-answer-none = { $when }に空いている場所はありません
bookings-answer-nearest = 近い時間とほかの場所なら、いま予約できます。
bookings-answer-nothing = 近い日にも空きがありません。窓口へご相談ください。
bookings-date-unreadable = 日にちを確かめてください。例　2026年12月15日、2026-12-15

## 予約する
bookings-step-when = 場所と日時
bookings-step-use = 使い方
bookings-step-confirm = 確認
bookings-step-done = 完了
bookings-no-time-title = 使う時間が決まっていません
bookings-no-time-text = 空きの表で、使いたい時間を選んでください。続いた時間は、まとめて選べます。
bookings-slot-missing = 使う時間を1つ以上選んでください。
bookings-slot-unreadable = 選んだ時間を読み取れませんでした。もう一度選んでください。
bookings-slots-apart = 同じ場所の、続いた時間を選んでください。離れた時間は、1つずつ予約します。
bookings-use-title = 使い方を教えてください
bookings-label-time = 時間
bookings-label-starts = はじまり
bookings-label-ends = おわり
bookings-label-unit = 席
bookings-unit-help = 決めていなければ、空いている席をこちらで用意します。
bookings-any-desk = どの席でもよい
bookings-any-desk-text = 席は、空いているところを用意します
bookings-desk-named = 席 { $desk }
bookings-label-purpose = 使う目的
bookings-purpose-help = 200字まで。例　取引先との打合せ
bookings-label-attendees = 人数
bookings-unit-people = 人
bookings-attendees-help = あなたを入れて{ $capacity }人まで
bookings-to-confirm = 確認へ進む
bookings-so-far = ここまでの内容
bookings-other-place = 場所や日にちを選び直す
bookings-confirm-title = この内容で予約しますか
bookings-confirm-lead = まだ予約は終わっていません。いちばん下の「予約を確定する」を押すと決まります。
bookings-label-when = 日時
bookings-label-who = 使う人
bookings-people-note = （{ $count }人）
bookings-no-fee-title = 料金はかかりません
bookings-no-fee-text = この予約について、お支払いいただくものはありません。
bookings-cancel-title = 取り消すときは
bookings-cancel-rule = { $until }までなら、マイページからいつでも取り消せます。
bookings-cancel-rule-free = お金はかかりません。
bookings-comes-to-otherwise = 料金か、承認の要る回数か、取り消すときの扱いが、これまでの画面と違います。下の内容を確かめて、よければもう一度押してください。
bookings-no-show-rule = 来られなくなったときは、待っている方のために、早めに取り消してください。
bookings-agree = 利用の決まりを読みました
bookings-agree-missing = 利用の決まりを読み、「利用の決まりを読みました」にしるしを付けてください。
bookings-book = 予約を確定する
bookings-taken-title = この時間は、先に予約が入りました
bookings-slot-taken = ほかの方が先に予約しました。あなたの予約は、まだ決まっていません。近い時間かほかの場所をお選びください。
bookings-instead-title = いま予約できる、近い時間と場所
bookings-went-unpaid-see = 取り消しになった予約（{ $reference }）を見る
bookings-instead-none = 近い日にも空きがありません。空きの表でほかの日をご覧になるか、窓口へご相談ください。
bookings-take-this = これにする
bookings-done-title = 予約が決まりました
bookings-label-reference = 予約番号
bookings-reference-help = 受付や電話では、この番号をお伝えください。
bookings-to-calendar = カレンダーに入れる
bookings-then-title = このあとすること
bookings-then-pay = { $amount } をお支払いください
bookings-then-pay-text = { $date }までに、窓口でお支払いください。過ぎると、予約が取り消されることがあります。
bookings-series-then-pay-text = 回ごとに期限があります。最初の期限は{ $date }です。窓口でお支払いください。過ぎると、その回の予約が取り消されることがあります。
bookings-series-open = まだ選んでいない{ $count }回の分は、下の料金に入っていません。選んで押すと、料金をもう一度お見せします。
bookings-then-come = 当日、受付に寄る
bookings-then-come-text = 予約番号か、お名前をお伝えください。持ち物はありません。
bookings-then-use = 時間になったら使う
bookings-then-use-text = 片付けも、予約した時間のうちにお願いします。
bookings-then-change = 都合が変わったら、変えるか取り消す
bookings-then-change-text = はじまる時刻まで、マイページからできます。
bookings-mail-title = 確認のメールを送りました
bookings-mail-text = 宛先は { $email } です。届かないときは、迷惑メールの中をご覧ください。
bookings-mail-mypage = 同じ内容は、マイページにもあります
bookings-no-mail-title = メールは送っていません
bookings-no-mail-text = { $name } さんのメールアドレスは登録されていません。予約番号を書いてお渡しください。
bookings-content-title = 予約の内容
bookings-change-or-cancel = 予約を変える・取り消す
bookings-for-title = { $name } さんの予約をとっています
bookings-for-text = 入れた内容は、この方の予約になります。

## 自分の予約
bookings-one-title = 予約 { $reference }
bookings-mine-title = 予約の一覧
bookings-coming-title = これからの予約
bookings-past-title = これまでの予約・取り消した予約
bookings-mine-empty = これからの予約はありません
bookings-mine-empty-text = 空きを見て、使いたい場所と時間を選ぶと予約できます。
bookings-label-arrived = 受付した時刻
bookings-change = 予約を変える
bookings-cancel = 予約を取り消す
bookings-again = この場所をもう一度予約する
bookings-begun-title = 変更と取り消しは窓口で
bookings-begun-text = はじまる時刻を過ぎた予約は、ここでは変えられません。窓口かお電話でお知らせください。
bookings-change-title = 予約を変える
bookings-change-act = この内容に変える
bookings-now-title = いまの予約
bookings-change-help = 場所は変えられません。別の場所にするときは、取り消してから予約してください。
bookings-change-help-divisible = ほかの場所にするときは、取り消してから予約してください。
bookings-change-space-help = 分けて使える部屋は、半分にも、つなげた全部にも変えられます。
bookings-see-week = この場所の空きを見る
bookings-changed-flash = 予約を変えました。
bookings-cancel-ask = この予約を取り消しますか
bookings-cancel-free-title = お金はかかりません
bookings-cancel-free-text = 取り消すと、この時間はほかの方が予約できるようになります。もとには戻せません。
bookings-cancel-act = 予約を取り消す
bookings-cancel-keep = 取り消さずに戻る
bookings-cancelled-flash = 予約を取り消しました。
bookings-label-standing = 状態
bookings-standing-coming = 予約
bookings-standing-late = 未着
bookings-standing-absent = 来ず
bookings-standing-running = 使用中
bookings-standing-finished = 終了
bookings-standing-tentative = 仮予約
bookings-standing-cancelled = 取り消し
bookings-standing-released = 解除

## 窓口
bookings-enter = 予約を入れる
bookings-counter-q = 名前・フリガナ・予約番号（3文字から）
bookings-counter-all = 取り消したものも出す
bookings-counter-count = { $count }件
bookings-counter-full = はじめの{ $count }件を出しています。日にちや名前でしぼってください。
bookings-counter-empty = 当てはまる予約はありません
bookings-counter-empty-text = 日にちを変えるか、名前の一部で探してください。
bookings-for-whom-title = どなたの予約ですか
bookings-for-whom-q = 名前・フリガナ・電話・メールアドレス
bookings-for-whom-found = { $count }人見つかりました
bookings-for-whom-none = 当てはまる人はいません
bookings-for-whom-none-text = 読みかたの一部でも探せます。はじめての方は、登録してから予約します。
bookings-for-whom-new = はじめての方を登録する
bookings-for-choose = この人の予約をとる
bookings-label-telephone = 電話
bookings-label-email = メールアドレス
bookings-today = きょう
bookings-open-hours = 開館 { $opens }〜{ $closes }
bookings-stat-arrived = 受付済み
bookings-stat-coming = これから
bookings-stat-desks = 席
bookings-now = いま { $time }
bookings-clearing = 片付
bookings-desks-used = { $count }席のうち使用
bookings-desks-free = 空き { $count }
bookings-desk-used = 使用
bookings-arrivals-title = これから来る人
bookings-arrivals-none = このあと来る人はいません。
bookings-late-by = { $minutes }分
bookings-arrive = 来館を受け付ける
bookings-arrive-short = 受付
bookings-undo-arrival = 受付を取り消す
bookings-arrived-flash = { $name } さんの来館を受け付けました。
bookings-arrival-undone-flash = { $name } さんの受付を取り消しました。
bookings-legend-title = しるしの意味
bookings-key-search = さがす
bookings-key-choose = 人を選ぶ
bookings-key-arrive = 受付する
bookings-updated = 最後の更新 { $time }
bookings-board-table = { $date }の予約
bookings-board-empty = この日の予約はありません
bookings-board-empty-text = 「予約を入れる」から入れられます。

## できないとき
bookings-wrong = 入力した内容を確かめてください。
bookings-space-missing = 場所を選んでください。
bookings-start-unreadable = はじまりの日時を確かめてください。例　13:00
bookings-end-unreadable = おわりの日時を確かめてください。例　15:00
bookings-attendees-unreadable = 人数を数字で入れてください。例　4
bookings-ends-before-it-starts = おわりは、はじまりより後の時刻にしてください。
bookings-in-the-past = この時刻は過ぎています。これからの時刻を選んでください。
bookings-no-time-to-approve = この場所を使うには、先に承認が必要です。始まっている時間は申請できません。これからの時刻を選んでください。（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-closed = { DATE($date) }は休館日です。{ $next ->
    [none] ほかの日を選んでください。
   *[other] 次に開くのは{ DATE($next) }です。
}（{ $since ->
    [none] 開館時間の定めがありません
   *[other] 開館時間のきまり、{ DATE($since) }から
}）
bookings-outside-hours = この日の開館は{ $opens }から{ $closes }までです。その中で選んでください。（{ $since ->
    [none] 開館時間のきまり
   *[other] 開館時間のきまり、{ DATE($since) }から
}）
bookings-off-step = 時刻は{ DURATION($minutes) }きざみで選んでください。（{ $since ->
    [none] この場所のきまり
   *[other] この場所のきまり、{ DATE($since) }から
}）
bookings-too-short = { DURATION($minutes) }以上の長さにしてください。（{ $since ->
    [none] この場所のきまり
   *[other] この場所のきまり、{ DATE($since) }から
}）
bookings-too-long = 続けて使えるのは{ DURATION($minutes) }までです。短くするか、日を分けてください。（{ $since ->
    [none] この場所のきまり
   *[other] この場所のきまり、{ DATE($since) }から
}）
bookings-too-many-people = この場所に入れるのは{ $capacity }人までです。人数を減らすか、広い場所を選んでください。（{ $since ->
    [none] この場所のきまり
   *[other] この場所のきまり、{ DATE($since) }から
}）
bookings-nobody-comes = 人数は1人以上にしてください。
bookings-purpose-missing = 使う目的を書いてください。例　取引先との打合せ
bookings-purpose-too-long = 使う目的は{ $limit }字までにしてください。
bookings-purpose-unreadable = 使う目的に、登録できない文字が入っています。改行や特殊な文字を消してください。
bookings-no-such-space = この場所は見つかりません。場所の一覧から選び直してください。
bookings-no-such-booking = この予約は見つかりません。予約番号を確かめるか、予約の一覧からお選びください。
bookings-no-such-person = この方は登録されていません。先に登録してください。
bookings-for-another = ほかの人の予約は、窓口の職員だけがとれます。
bookings-already-begun = はじまる時刻を過ぎた予約は、日時を変えられません。早く終わるときや、使わないときは、窓口へお知らせください（窓口では、終わるまで取り消せます）。
bookings-no-longer-stands = この予約は、取り消されたか、終わっています。予約の一覧で、いまの状態を確かめてください。
bookings-not-today = 来館の受付は、予約の日の、終わる時刻までです。日時をもう一度確かめてください。
bookings-changed-meanwhile = この予約は、ほかの画面で先に変わりました。下にいまの内容を出しています。確かめて、もう一度入れてください。
bookings-too-wide = いちどに調べられるのは{ $days }日分までです。おわりは、はじまりより後にしてください。
bookings-key-reused = この申し込みは、もう送られています。内容を変えて申し込むときは、はじめの画面から入れ直してください（APIでは新しい Idempotency-Key を付けます）。

## 手紙
bookings-letter-dear = { $name } 様
bookings-letter-confirmed-subject = 予約が決まりました（{ $space }　{ $reference }）
bookings-letter-confirmed-first = 次のとおり予約が決まりました。当日は受付で、予約番号かお名前をお伝えください。
bookings-letter-confirmed-then = 変更と取り消しは、はじまる時刻まで次のページでできます。
bookings-letter-changed-subject = 予約を変えました（{ $space }　{ $reference }）
bookings-letter-changed-first = 予約を次のとおり変えました。
bookings-letter-changed-then = 心当たりがないときは、窓口へご連絡ください。予約は次のページで見られます。
bookings-letter-cancelled-subject = 予約を取り消しました（{ $space }　{ $reference }）
bookings-letter-cancelled-first = 次の予約を取り消しました。
bookings-letter-cancelled-then = もう一度予約するときは、空きのページからお選びください。取り消した予約は次のページで見られます。

# 利用状況と一覧の持ち出し
bookings-label-kana = フリガナ
bookings-label-made = 申込日時
bookings-figures-title = 利用状況
bookings-figures-of = { MONTH($date) }の利用状況
bookings-figures-text = 予約は、取り消されたものを除いた件数です。時間と人数に、来なかった予約は入りません。利用率は、開いている時間のうち使われた時間の割合です。
bookings-figures-all = 合計
bookings-figures-by = 内訳
bookings-figures-by-space = 場所ごと
bookings-figures-by-locality = 区内・区外ごと
bookings-figures-by-party = 個人・事業者・団体ごと
bookings-figures-by-stage = 創業の段階ごと
bookings-figures-by-band = 時間区分ごと
bookings-figures-category-text = 利用者の区分は、利用日に有効だった登録によります。登録のない方は「区外」「個人」に入ります。
bookings-figures-band-text = 区分をまたぐ予約は、かかった区分のそれぞれに数えます。時間は、その区分の中で使われた分です。
bookings-figures-no-band = 時間区分の外
bookings-figures-list = この月の予約の一覧
bookings-figure-bookings = 予約
bookings-figure-hours = 使われた時間
bookings-figure-minutes = 使われた時間（分）
bookings-figure-time = { DURATION($minutes) }
bookings-figure-rate = 利用率
bookings-figure-percent = { $rate }%
bookings-figure-people = 人数
bookings-figure-absent = 来ず
bookings-figure-cancelled = 取り消し
bookings-month-before = 前の月
bookings-month-after = 次の月

## センター使用
bookings-own-title = センター使用
bookings-own-label = センター使用　{ $called }
bookings-own-of = { MONTH($date) }のセンター使用
bookings-own-text = センターや区の事業のために、センターが自ら使う場所の一覧です。区の所管課も同じものを見ます。
bookings-own-year = { $year }
bookings-own-as-of = { $date }現在
bookings-own-list = センター使用の一覧
bookings-own-sums = 事由ごとの合計
bookings-own-sums-text = 使う前に返したものは、件数と時間に入れません。途中で返したものは、返すまでの時間を数えます。
bookings-own-uses = 件数
bookings-own-hours = 使う時間
bookings-own-minutes = 使う時間（分）
bookings-own-given-back-before = 使う前に返した件数
bookings-own-new = センター使用を登録する
bookings-own-lead = センターや区の事業、点検や修繕のために場所を確保します。申込者も料金もなく、手紙も出ません。休館日や開館前も登録できます。
bookings-own-choose = 選んでください
bookings-own-unit = 席・区画
bookings-own-unit-help = 席がいくつもある場所で、一つだけ使うときに入れます。空けておくと、その場所の全部を使います。例　A3
bookings-own-times-help = 準備の時間も入れてください。片付けの時間は、場所の設定のとおり後ろに付きます。
bookings-own-weeks = くり返すとき
bookings-own-weeks-help = 初回を含めた回数です。1回だけなら空けておきます。
bookings-own-rhythm = くり返し方
bookings-own-rhythm-weekly = 毎週
bookings-own-rhythm-daily = 毎日つづけて
bookings-own-reason = 事由
bookings-own-programme = 事業名
bookings-own-programme-help = 区が承認した事業計画の事業と、区の承諾を得た自主事業から選びます。使う日の年度のものを選んでください。
bookings-own-title-of = 内容
bookings-own-title-help = 例　創業塾 第3回。100字まで。区への一覧と当日の予定に載ります。書かないときは事業名が載ります。利用者には見えません。
bookings-own-initiative = 自主事業
bookings-own-not-planned = いまの事業計画と自主事業にありません
bookings-own-no-programmes = いま選べる事業がありません
bookings-own-no-programmes-text = センター使用は、区が承認した事業計画の事業か、区の承諾を得た自主事業のために登録します。計画の承認か、自主事業の承諾を待って登録してください。
bookings-own-to-plans = 計画を見る
bookings-own-to-initiatives = 自主事業を見る
bookings-own-programme-not-then = { DATE($date) }の年度の、承認された事業計画にも、承諾を得た自主事業にもない事業です。その年度の事業を選ぶか、館長に計画の変更か自主事業の申し出を頼んでください。
bookings-own-by = 登録した人
bookings-own-made-at = 登録日時
bookings-own-ended-at = 返した日時
bookings-own-to-check = 空きを確かめる
bookings-own-check = センター使用の確認
bookings-own-check-again = もう一度確かめる
bookings-own-whole = 全部（{ $count }席・区画）
bookings-own-dates = 使う日時（{ $count }回）
bookings-own-found = 空き
bookings-own-can = 使えます
bookings-own-leave-out = この回
bookings-own-leave-this = 除く
bookings-own-left-out = 除きます
bookings-own-closed-for = 休館・保守の日時です（{ $reason }）
bookings-own-closed = 休館日です
bookings-own-outside = 開館時間の外にかかります
bookings-own-opens = 会員の受付は { $at } からです。それまではセンターだけが使えます
bookings-own-clashes = { $count }件と重なるため、このままでは登録できません
bookings-own-clashes-text = センター使用は、予約や申請、キャンセル待ちの方への案内の上には入れられません。別の日時か場所にするか、相手の方とご相談ください。
bookings-own-clashes-many = 重なる回を「除く」にすると、ほかの回を登録できます。一部だけが登録されることはありません。
bookings-own-way-booking = 予約　{ $name }さん
bookings-own-way-requested = 申請中　{ $name }さん
bookings-own-way-offered = キャンセル待ちの方に案内中　{ $name }さん
bookings-own-way-own = センター使用　{ $name }
bookings-own-way-other = { $name }
bookings-meeting = 専門家相談
bookings-own-way-see = 内容を見る
bookings-own-instead = 代わりに使える日時と場所
bookings-own-take-instead = これにする
bookings-own-act = { $count ->
    [1] センター使用として登録する
   *[other] { $count }回をセンター使用として登録する
}
bookings-own-act-text = 空きのページには「予約あり」と出ます。事由と事業名は、職員と区の所管課だけが見ます。
bookings-own-taken = その日時は、ほかの予約と重なります
bookings-own-taken-text = 登録する間に埋まりました。何も登録していません。空きを確かめてから、もう一度お試しください。
bookings-own-made-flash = センター使用を登録しました。
bookings-own-together = いっしょに登録した{ $count }回
bookings-own-end-title = 場所を返す
bookings-own-end-text = 返すと、その日時は空きに戻ります。待っている方がいれば、順番にお知らせします。元に戻すには、登録し直します。
bookings-own-end-begun = 使い始めています。返すと、残りの時間が空きに戻ります。一覧には、いままでの時間が残ります。
bookings-own-end = この場所を返す
bookings-own-reach = どの回を返しますか
bookings-own-reach-this = この回だけ
bookings-own-reach-following = この回から後の{ $count }回すべて
bookings-own-ended-flash = 場所を返しました。
bookings-own-change = 内容・日時を変える
bookings-own-change-reach = どの回を変えますか
bookings-own-change-text = 場所は変わりません。場所を変えるときは、いったん返してから入れ直してください。
bookings-own-change-shift = 後の回もいっしょに変えると、その日時も同じだけずれます。
bookings-own-change-act = 変える
bookings-own-changed = 変更しました。
bookings-own-change-begun = もうはじまっています。おわりだけ変えられます。
bookings-own-move-taken = まだ何も変わっていません。ほかの日時を入れるか、先に予約を動かしてください。
bookings-own-has-begun = もうはじまった使用のはじまりは変えられません。おわりだけを変えてください。
bookings-own-as-it-is = いまの状態は下のとおりです。
bookings-own-standing-coming = これから
bookings-own-standing-running = 使用中
bookings-own-standing-finished = 終了
bookings-own-standing-cancelled = 返却
bookings-own-none = この月のセンター使用はありません
bookings-own-none-text = 「センター使用を登録する」から入れると、ここに日付の順に並び、事由ごとに合計します。
bookings-own-none-ward = センターが登録すると、ここに日付の順に並び、事由ごとに合計します。
bookings-own-reasons = 事由の設定
bookings-own-reasons-lead = センター使用を登録するときに選ぶ事由です。区への一覧では、事由ごとに件数と時間を合計します。
bookings-own-reasons-open = 選べる事由
bookings-own-reasons-over = 終わった事由
bookings-own-reasons-first = 下の欄から、はじめの事由を加えてください。例　区の主催事業、センターの主催事業、施設の点検・修繕
bookings-own-no-reasons = 選べる事由がまだありません
bookings-own-no-reasons-text = センター使用を登録するには、先に館長が事由を加えます。
bookings-own-reason-new = 事由を加える
bookings-own-reason-help = 40字まで。例　区の主催事業、センターの主催事業、施設の点検・修繕
bookings-own-reason-since = 使える期間
bookings-own-reason-from = { $date }から
bookings-own-reason-until = { $date }まで
bookings-own-reason-coming = まだ始まっていません
bookings-own-reason-begin = いつの使用から
bookings-own-reason-begin-help = この日から後の使用に選べます。
bookings-own-reason-add = 加える
bookings-own-reason-last = 終える
bookings-own-reason-last-of = 「{ $name }」を選べる最後の日
bookings-own-reason-end = この日で終える
bookings-own-reason-added = 事由を加えました。
bookings-own-reason-ended-flash = 事由を終えました。これまでの一覧には残ります。
bookings-own-reason-as-it-is = いまの事由は下のとおりです。
bookings-own-manager-only = 事由を加えるのも終えるのも、館長が行います。
bookings-own-no-such-unit = その場所に、この名前の席・区画はありません。席の番号を確かめるか、空けておいてください。
bookings-own-given-up = { DATE($date) }には、この場所の利用は終わっています。ほかの場所を選んでください。
bookings-own-is-over = もう終わった日時です。これからの日時を入れてください。
bookings-own-too-far = { DATE($date) }までの日時を入れてください。
bookings-own-too-long = 続けて使えるのは{ DURATION($minutes) }までです。短くするか、日を分けてください。
bookings-own-times-unreadable = 回数は1から{ $most }までの数字で入れてください。
bookings-own-nothing-left = すべての回を除いています。少なくとも1回を残してください。
bookings-own-reason-missing = 事由を選んでください。
bookings-own-reason-not-then = この事由は、{ DATE($date) }の使用には選べません。ほかの事由にするか、館長に期間を確かめてください。
bookings-own-programme-missing = どの事業のための使用かを選んでください。
bookings-own-title-too-long = 内容は{ $limit }字までにしてください。
bookings-own-title-unreadable = 内容に、登録できない文字が入っています。改行や特殊な文字を消してください。
bookings-own-not-standing = もう返したか、終わっています
bookings-own-no-such = このセンター使用は見つかりません。一覧から選び直してください。
bookings-own-name-missing = 事由を書いてください。例　区の主催事業
bookings-own-name-too-long = 事由は{ $limit }字までにしてください。
bookings-own-name-unreadable = 事由に、登録できない文字が入っています。改行や特殊な文字を消してください。
bookings-own-name-taken = 同じ事由があります。別の書き方にするか、先の事由を終えてください。
bookings-own-no-such-date = 日付を選んでください。2年より先や前の日は入れられません。
bookings-own-reason-ended = この事由は、もう終わっています
bookings-figure-own = センター使用
bookings-figure-own-minutes = センター使用（分）
bookings-closing-own-uses = センター使用が{ $count }件あります
bookings-closing-own-uses-text = 休館しても、センター使用はそのまま残ります。使わないものは、それぞれのページから返してください。
bookings-closing-own-uses-list = 重なるセンター使用
bookings-closing-offers = キャンセル待ちの方へのご案内を、{ $count }件取り下げます
bookings-closing-offers-text = 下の方には空きをご案内し、お返事を待っています。休館にすると、ご案内を取り下げ、理由をメールでお知らせします。メールアドレスのない方には、お電話ください。順番はそのままです。
bookings-closing-offers-list = 取り下げるご案内
bookings-closing-lines = キャンセル待ち{ $count }件が終わります
bookings-closing-lines-text = 下の方は、この場所が空くのを待っています（空きをご案内している方も含みます）。登録すると列はなくなり、理由をメールでお知らせします。メールアドレスのない方には、お電話ください。
bookings-closing-lines-list = 終わるキャンセル待ち

## 区の施設予約システム（共用の場所）
bookings-ward-title = 区の施設予約システム
bookings-ward-reference = 区の予約番号
bookings-ward-help = 区の施設予約システムの予約番号です。空けて保存すると消えます。
bookings-ward-write = 番号を保存する
bookings-ward-written = 区の予約番号を保存しました。
bookings-ward-is-shared = この場所は、区の施設予約システムと共用しています。予約とセンター使用に、区の予約番号を入れられます。
bookings-ward-is-not-shared = この場所は、センターだけで受け付けています。
bookings-ward-share = 区と共用にする
bookings-ward-unshare = 共用をやめる
bookings-ward-shared = 区の施設予約システムとの共用にしました。
bookings-ward-unshared = 共用をやめました。入れた番号は残ります。
bookings-ward-not-shared = この場所は共用ではないため、区の予約番号を入れられません。施設の設定を確かめてください。
bookings-ward-too-long = 区の予約番号は{ $limit }字までにしてください。
bookings-ward-unreadable = 区の予約番号に、登録できない文字が入っています。番号を確かめてください。
bookings-ward-used = この番号は、{ DATE($date) } { $from }〜{ $until }の「{ $name }」に使われています。番号を確かめるか、先にそちらを直してください。
bookings-ward-used-now = この番号は、同じ場所のほかの使用に使われたところです。番号を確かめてください。

## 繰り返しの予約
bookings-repeat = 繰り返して予約する
bookings-repeat-help = 同じ時間の予約を、まとめて取れます。取れない回があれば、決める前にお見せします。
bookings-label-repeat = 繰り返し
bookings-repeat-once = 繰り返さない
bookings-rhythm-weekly = 毎週、同じ曜日
bookings-rhythm-fortnightly = 2週に1回、同じ曜日
bookings-rhythm-monthly = 毎月、同じ順番の曜日（第3火曜日など）
bookings-rhythm-monthly-last = 毎月、その月の最後の同じ曜日
bookings-rhythm-said-weekly = 毎週{ $weekday }
bookings-rhythm-said-fortnightly = 隔週の{ $weekday }
bookings-rhythm-said-monthly = { $which ->
        [5] 毎月 第5{ $weekday }（第5のない月はありません）
       *[other] 毎月 第{ $which }{ $weekday }
    }
bookings-rhythm-said-monthly-last = 毎月 最終{ $weekday }
bookings-weekday-1 = 月曜日
bookings-weekday-2 = 火曜日
bookings-weekday-3 = 水曜日
bookings-weekday-4 = 木曜日
bookings-weekday-5 = 金曜日
bookings-weekday-6 = 土曜日
bookings-weekday-7 = 日曜日
bookings-label-times-count = 回数
bookings-unit-times = 回
bookings-times-help = はじめの回を入れて52回まで。回数か、最後の日の、どちらかを入れてください。
bookings-label-last-day = 最後の日
bookings-last-day-help = この日までの回を予約します。
bookings-series-check-title = すべての回を確かめてください
bookings-series-check-lead = まだ予約は終わっていません。いちばん下の「まとめて予約する」を押すと、すべての回が一度に決まります。
bookings-series-count = 全部で{ $all }回。そのままで予約できるのは{ $free }回です。
bookings-series-troubled = 予約できない回（{ $count }回）
bookings-series-troubled-text = 代わりの時間や場所を選ぶか、その回を除いてください。
bookings-series-taken = この時間には、先に予約が入っています。
bookings-series-free-again = この時間は、いまは空いています。もとの時間に戻すときは、「前に戻る」からやり直してください。
bookings-option-approval = 承認が必要です
bookings-series-leave-out = この回は予約しない
bookings-series-free = そのまま予約できる回（{ $count }回）
bookings-series-none-free = そのまま予約できる回はありません。
bookings-series-cancel-rule = それぞれの回は、はじまる時刻までなら、マイページからいつでも取り消せます。1回ずつでも、まとめてでも取り消せます。
bookings-series-book = まとめて予約する
bookings-series-clashes = 予約できない回があります。まだ何も決まっていません。代わりの時間や場所を選ぶか、その回を除いてください。
bookings-series-choose = { DATE($date) }の回をどうするか選んでください。
bookings-series-taken-now = { DATE($date) }の回は、ほかの方が先に予約しました。まだ何も決まっていません。代わりを選ぶか、この回を除いてください。
bookings-series-choice-gone = { DATE($date) }の回で選んだ時間か場所は、いま予約できません。まだ何も決まっていません。ほかのものを選んでください。
bookings-series-nothing-left = 予約する回が1つもありません。どれかの回を予約するか、「前に戻る」から日時を選び直してください。
bookings-series-done-title = すべての回の予約が決まりました
bookings-series-reference = 繰り返しの番号
bookings-series-reference-help = 受付では、下の、回ごとの予約番号かお名前をお伝えください。
bookings-series-to-calendar = すべての回をカレンダーに入れる
bookings-series-list = 回ごとの予約（{ $count }回）
bookings-series-mail-text = 宛先は { $email } です。すべての回を1通にまとめました。届かないときは、迷惑メールの中をご覧ください。
bookings-series-change-or-cancel = 繰り返しの予約を見る・変える・取り消す
bookings-series-title = 繰り返しの予約 { $reference }
bookings-series-heading = 繰り返しの予約
bookings-series-remaining = これからの回
bookings-series-times = { $count }回
bookings-series-change = これからの回をまとめて変える
bookings-series-cancel = これからの回をまとめて取り消す
bookings-series-one-text = 1回だけ、またはある回から後を変えたり取り消したりするときは、その回を開いてください。
bookings-series-over-title = これからの回はありません
bookings-series-over-text = はじまった回と終わった回は、ここでは変えることも取り消すこともできません。窓口かお電話でお知らせください。
bookings-series-reach = どの回までか
bookings-series-reach-this = この回だけ
bookings-series-reach-following = この回以降
bookings-series-reach-all = すべての回
bookings-series-part = 繰り返しの予約の1回です
bookings-series-tag = 繰り返し
bookings-series-cancel-ask = 次の予約を取り消しますか
bookings-series-due = 取り消す回（{ $count }回）
bookings-series-left = そのまま残る回（{ $count }回）
bookings-series-left-text = はじまった回と終わった回は、そのまま残ります。
bookings-series-cancel-text = 取り消すと、これらの時間はほかの方が予約できるようになります。もとには戻せません。
bookings-series-cancel-act = { $count }回の予約を取り消す
bookings-series-cancelled-flash = { $count }回の予約を取り消しました。
bookings-series-change-title = 繰り返しの予約を変える
bookings-series-change-help = それぞれの日にちは変わりません。その日の、この時間になります。
bookings-series-same-space = いまの場所のまま
bookings-series-due-change = 変える回（{ $count }回）
bookings-series-change-check-title = この内容に変えますか
bookings-series-change-check-lead = まだ変わっていません。いちばん下の「まとめて変える」を押すと、すべての回が一度に変わります。
bookings-series-troubled-change = 代わりの時間や場所を選ぶか、その回だけいまのままにしてください。
bookings-series-stay = この回は変えない
bookings-series-free-change = このとおりに変えられる回（{ $count }回）
bookings-series-change-act = まとめて変える
bookings-series-changed-flash = { $count }回の予約を変えました。
bookings-rhythm-unknown = 繰り返し方を選んでください。1回だけのときは、回数と最後の日を空にしてください。
bookings-not-last-of-month = はじめの日は、その月の最後の同じ曜日ではありません。日にちか、繰り返し方を変えてください。
bookings-repeat-end-missing = 回数か、最後の日を入れてください。例　13
bookings-repeat-end-twice = 回数と最後の日は、どちらか1つだけ入れてください。
bookings-repeat-times = 回数は1から{ $most }までの数字で入れてください。
bookings-repeat-too-long = いちどに予約できるのは{ $most }回までです。最後の日を早めてください。
bookings-last-day-unreadable = 最後の日を確かめてください。例　2027年3月9日
bookings-last-day-before = 最後の日は、はじめの日か、その後の日にしてください。
bookings-letter-series-reserved-subject = { $count }回の予約が決まりました（{ $reference }）
bookings-letter-series-reserved-first = 次の{ $count }回の予約が決まりました。当日は受付で、回ごとの予約番号かお名前をお伝えください。
bookings-letter-series-reserved-then = 変更と取り消しは、それぞれの回がはじまる時刻まで、次のページでできます。
bookings-letter-series-changed-subject = { $count }回の予約を変えました（{ $reference }）
bookings-letter-series-changed-first = 次の{ $count }回の予約を、このとおり変えました。
bookings-letter-series-changed-then = 心当たりがないときは、窓口へご連絡ください。すべての回は次のページで見られます。
bookings-letter-series-cancelled-subject = { $count }回の予約を取り消しました（{ $reference }）
bookings-letter-series-cancelled-first = 次の{ $count }回の予約を取り消しました。
bookings-letter-series-cancelled-then = もう一度予約するときは、空きのページからお選びください。残りの回は次のページで見られます。

## 休館・保守
bookings-closed-for = { DATE($date) }は使えません（{ $reason_en ->
       *[other] { $reason }
    }）。{ $next ->
    [none] { $when ->
        [for_good] ほかの場所を選んでください。
       *[other] ほかの日を選んでください。
    }
   *[other] 次に使えるのは{ DATE($next) }です。
}（{ $when ->
    [day] この日だけの休みです
    [once] { DATE($since) }から{ DATE($last) }まで
    [for_good] { DATE($since) }から先は使えません
    [weekly] 毎週の休み、{ DATE($since) }から
   *[yearly] 毎年の休み、{ DATE($since) }から
}）
bookings-shut-for = { DATE($date) }の{ $from }から{ $until }までは使えません（{ $reason_en ->
       *[other] { $reason }
    }）。{ $left_en ->
    [none] ほかの日を選んでください。
   *[other] この日に開いているのは{ $left }です。
}（{ $when ->
    [day] この日だけの休止です
   *[once] { DATE($since) }から{ DATE($last) }まで
}）
bookings-day-closed-for = 休館日です（{ $reason }）
bookings-released-title = センターの都合で取り消しました
bookings-released-for = センターの都合（{ $reason }）により、この予約は取り消しとなりました。ご迷惑をおかけします。
bookings-closure-weekly = 毎週{ $day }
bookings-closure-weekly-moves = 毎週{ $day }（祝日のときは翌日）
bookings-closure-weekday-1 = 月曜日
bookings-closure-weekday-2 = 火曜日
bookings-closure-weekday-3 = 水曜日
bookings-closure-weekday-4 = 木曜日
bookings-closure-weekday-5 = 金曜日
bookings-closure-weekday-6 = 土曜日
bookings-closure-weekday-7 = 日曜日
bookings-closure-yearly = 毎年{ $first }〜{ $last }
bookings-closure-day = { $month }月{ $day }日
bookings-closure-dates = { $first }〜{ $last }
bookings-closure-part = { $from }〜{ $until }
bookings-closure-for-good = { $from }から（利用終了）
bookings-closure-never = 年中無休
bookings-closure-and = 、
bookings-closure-house = 全館
bookings-closure-since = { $from }から
bookings-closure-until = { $from }から{ $until }まで
bookings-closure-single = 1回かぎり
bookings-closure-withdrawn = 始まる前に取りやめ
bookings-closure-when = いつ
bookings-closure-where = どこ
bookings-closure-reason = 理由
bookings-closure-force = 適用
bookings-closure-by = 登録
bookings-closure-set-up = 開設のとき
bookings-closure-released = 取り消した予約
bookings-closure-no-telephone = 登録なし
bookings-closure-ahead-title = いまの休館とこれからの休館
bookings-closure-none = 休館の登録はありません
bookings-closure-none-text = 「休館・保守を登録する」から、定休日、年末年始、保守点検などを登録できます（館長）。
bookings-closure-days-title = これから1か月の休館日
bookings-holidays-title = これから1年の祝日
bookings-holidays-text = 定休日が祝日に当たるときの振替に使います。内閣府が公表した年までは公表のとおり、その後は法律と計算による見込みです。
bookings-holidays-expected = 見込み
bookings-closure-over-title = 終わったもの
bookings-closure-title = 休館・保守　{ $reason }
bookings-closure-telephone-title = 電話でお知らせする方
bookings-closure-telephone-text = メールアドレスの登録がない方です。電話か手紙で、取り消しになったことと、ほかの空きをご案内ください。手紙には、いまの空きが入ります。
bookings-closure-telephone-count = 電話でお知らせする予約　{ $count }件
bookings-closure-letters = お知らせの手紙を印刷する
bookings-closure-letter-heading = 予約の取り消しのお知らせ
bookings-closure-letter-called-off = 取り消しになった予約
bookings-closure-letter-instead = 代わりの空き（{ $date }現在）
bookings-closure-letter-nothing = 近い日時に空きがありません。
bookings-closure-letter-then = 代わりの日時をご希望のときは、窓口かお電話（{ $telephone }、{ $hours }）でお知らせください。先に予約された方が優先です。ご都合の合う日がないときも、ご相談ください。
bookings-closure-letters-none = 手紙でお知らせする方はいません。
bookings-closure-letter-title = メールでお知らせした方
bookings-closure-letter-count = メールでお知らせした予約　{ $count }件
bookings-closure-nobody = この登録で取り消した予約はありません。
bookings-given-up = この場所の利用は、{ $from }からなくなりました
bookings-given-up-until = この場所は、{ $from }から{ $until }まで使えません
bookings-giving-up = この場所は、{ $from }から使えなくなります
bookings-given-up-others = ほかの場所を見る
bookings-closing-new = 休館・保守を登録する
bookings-closing-kind-once = 臨時・保守点検
bookings-closing-kind-weekly = 毎週の定休日
bookings-closing-kind-yearly = 毎年の休み
bookings-closing-kind-for_good = 施設の利用終了
bookings-closing-for-good-text = 選んだ場所を、この日から先ずっと使わないことにします。一覧や予約の画面に出なくなり、この日からあとの予約は取り消して、ほかの空きをご案内します。それまでの予約と記録は残ります。
bookings-closing-for-good-first = いつから使わないか
bookings-closing-for-good-spaces = 使わなくする場所
bookings-closing-for-good-spaces-help = 会議室の片方を選ぶと、つなげて使う部屋も使えなくなります。
bookings-closing-venue = 館
bookings-closing-choose = 選ぶ
bookings-closing-weekday-label = 曜日
bookings-closing-moves = 祝日のときは開館し、次の祝日でない日を休館にする
bookings-closing-moves-help = 例　2026年5月4日（月・祝）は開館し、5月7日（木）が休館になります。
bookings-closing-month = 月
bookings-closing-day-label = 日
bookings-closing-first-day = 休みの最初の日
bookings-closing-last-day = 休みの最後の日
bookings-closing-last-day-help = 年をまたいでもかまいません。例　12月28日から1月4日
bookings-closing-first = 最初の日
bookings-closing-last = 最後の日
bookings-closing-last-help = 1日だけのときは空けておきます。
bookings-closing-part = 時間
bookings-closing-part-help = 1日じゅうのときは空けておきます。何日かにわたるときは、毎日この時間が使えなくなります。
bookings-closing-from = から
bookings-closing-until = まで
bookings-closing-where = どこを
bookings-closing-some = 次の場所だけ
bookings-closing-spaces-label = 使えなくする場所
bookings-closing-spaces-help = 「次の場所だけ」のときに選びます。会議室の片方を選ぶと、つなげて使う部屋も使えなくなります。
bookings-closing-reason-label = 理由
bookings-closing-reason-help = 予約する方に見えます。例　空調の保守点検
bookings-closing-reason-en-label = 理由（英語）
bookings-closing-reason-en-help = 英語のページに出ます。例　Maintenance
bookings-closing-since = いつから
bookings-closing-since-help = この日より前は、いまのままです。
bookings-closing-to-confirm = 影響する予約を確かめる
bookings-closing-confirm-title = この内容で登録しますか
bookings-closing-affected = { $count }件の予約が取り消しになります
bookings-closing-will-refund = お支払い済みの料金が、合わせて{ $amount }あります。返金が必要になります。
bookings-closing-postponed = 支払期限がこの休館に当たる料金が{ $count }件あります
bookings-closing-postponed-text = 窓口で払えない日のため、期限を次の開館日まで延ばします（使う日より後にはなりません）。
bookings-closing-will-release = 下の予約を、センターの都合として取り消します。
bookings-closing-will-write = { $count }件には、理由とほかの空き（3つまで）を書いたメールをすぐに送ります。
bookings-closing-will-call = { $count }件はメールアドレスの登録がありません。次の画面に電話番号の一覧が出ます。
bookings-closing-no-return = あとで休館を取りやめても、取り消した予約はもとに戻りません。
bookings-closing-list = 取り消しになる予約
bookings-closing-nobody = 影響する予約はありません
bookings-closing-nobody-text = 登録すると、この日時は予約できなくなります。
bookings-closing-inside = { $count }件はいま使用中です
bookings-closing-inside-text = 使用中の予約は取り消しません。窓口からお声がけください。
bookings-closing-inside-list = 使用中の予約
bookings-closing-act = 登録する
bookings-closing-act-release = { $count }件を取り消して登録する
bookings-closing-done = 休館・保守を登録しました。
bookings-closing-see-all = 登録してある休館を見る
bookings-closing-more = 確かめているあいだに、影響する予約か案内が増えました
bookings-closing-more-text = まだ何も変えていません。下の一覧をもう一度確かめてください。
bookings-closing-already = 同じ休館がもう登録されています
bookings-closing-no-earlier = この休館は、その日にはもう終わっています
bookings-closing-end-title = この登録を取りやめる
bookings-closing-end-text = 選んだ日から、ふだんどおり予約できるようになります。すでに取り消した予約はもとに戻りません。
bookings-closing-end-from = いつから開けるか
bookings-closing-end = この日から開ける
bookings-closing-ended = { DATE($date) }から開けることにしました。取り消した予約はそのままです。
bookings-may-not-close = 休館を登録できるのは館長だけです。
bookings-no-such-closure = この休館は見つかりません。一覧から選び直してください。
bookings-closing-weekday = 曜日を選んでください。
bookings-closing-date = 日にちを確かめてください。例　2026-12-15
bookings-closing-day = 月と日を選んでください。
bookings-closing-time = 時刻を確かめてください。例　13:00
bookings-closing-past = 過ぎた日は休館にできません。{ DATE($date) }からあとの日を選んでください。
bookings-closing-opens-past = 過ぎた日からは開けられません。{ DATE($date) }からあとの日を選んでください。
bookings-closing-most-of-year = 休みが1年に{ $days }日続きます。最初の日と最後の日が逆になっていないか、確かめてください（60日まで）。
bookings-closing-house-and-spaces = 全館を閉めるのに、場所も選ばれています。「次の場所だけ」にするか、場所のしるしを外してください。
bookings-closing-far = { DATE($date) }までの日を選んでください。
bookings-closing-last-first = 最後の日は、最初の日と同じか、あとの日にしてください。
bookings-closing-until-from = 「まで」は、「から」より後の時刻にしてください。
bookings-closing-reason = 理由を書いてください。例　空調の保守点検
bookings-closing-reason-long = 理由は{ $limit }字までにしてください。
bookings-closing-reason-unreadable = 理由に、登録できない文字が入っています。特殊な文字を消してください。
bookings-closing-spaces = 使えなくする場所を1つ以上選んでください。
bookings-closing-given-up = この場所は、{ DATE($date) }からの利用終了が、もう登録されています。変えるときは、その登録を取りやめてから入れ直してください。
bookings-letter-released-subject = 【重要】予約の取り消しのお知らせ（{ $space }　{ $reference }）
bookings-letter-released-first = センターの都合（{ $reason }）により、次の予約の日時に施設をお使いいただけなくなりました。まことに申し訳ございませんが、予約は取り消しとさせていただきます。
bookings-letter-released-for-good = この場所は、今後お使いいただけません。
bookings-letter-released-instead = 代わりに、次の空きがあります。お選びになると、予約の画面が開きます（先に予約された方が優先です）。
bookings-letter-released-nothing = 近い日時に空きがありません。ほかの日の空きは次のページでご覧いただけます。
bookings-letter-released-then = ご都合の合う日がないときは、窓口かお電話でご相談ください。
bookings-letter-unpaid-subject = 【重要】お支払いがなかったため予約を取り消しました（{ $space }　{ $reference }）
bookings-letter-unpaid-first = お支払いの期限（{ $date }）までに料金のお支払いがなかったため、次の予約を取り消しました。この予約の料金は、もうお支払いいただかなくてかまいません。
bookings-letter-unpaid-free = この場所と時間は、ほかの方が予約できるようになりました。恐れ入りますが、同じ方（同じ事業者・団体）は、同じ場所の同じ時間をもう一度予約することはできません。
bookings-letter-unpaid-then = ご事情があるときは、窓口かお電話でご相談ください。ほかの日時の空きは次のページでご覧いただけます。
bookings-went-unpaid = この時間の予約（予約番号 { $reference }）は、期限までにお支払いがなかったため、{ DATE($released) }に取り消しになりました。同じ場所の同じ時間をもう一度予約することはできません。ほかの時間を選ぶか、窓口でご相談ください。（お支払いの期限のきまり{ $since ->
    [none] { "" }
   *[other] 、{ DATE($since) }から
}）
bookings-went-unpaid-title = お支払いがなかったため取り消しました
bookings-went-unpaid-text = 期限までに料金のお支払いがなかったため、この予約は取り消しとなりました。ご事情があるときは、窓口でご相談ください。

# 施設の設定
bookings-venue-manager-only = 変更は館長だけができます。
bookings-venue-change = 名前・連絡先を変える
bookings-venue-change-title = 施設の名前・連絡先を変える
bookings-venue-changed = 施設の名前・連絡先を変えました。各ページには1分ほどで出ます。
bookings-venue-changed-meanwhile = ほかの画面で設定が変わりました。いまの設定を確かめて、よければもう一度送ってください。
bookings-venue-new-title = 施設を加える
bookings-venue-new-text = 工事のあいだの仮の会場や、2つめの拠点を加えます。次に開館時間を決め、そのあと場所を加えると、予約できるようになります。
bookings-venue-opened = 施設を加えました。開館時間を決めてください。
bookings-venue-new-hours = 開館時間を決める
bookings-venue-see-all = いまの設定を見る
bookings-venue-name = 施設の名前
bookings-venue-name-en = 施設の名前（英語）
bookings-venue-postal-code = 郵便番号
bookings-venue-address = 所在地
bookings-venue-telephone = 電話番号
bookings-venue-counter-hours = 窓口の時間
bookings-venue-counter-hours-help = 各ページの下に、書いたとおりに出ます。例　9:00〜20:30
bookings-venue-hours = 開館時間
bookings-venue-change-hours = 開館時間を変える
bookings-venue-hours-lead = 定休日や臨時休館は「休館・保守」で登録します。ここでは曜日ごとの開館時間を決めます。
bookings-venue-hours-begin = 新しい開館時間は{ $date }から始まります。
bookings-venue-changes = 変わります
bookings-venue-hours-set = 開館時間を登録しました。
bookings-venue-from = いつから
bookings-venue-from-when = いつから変えるか
bookings-venue-from-help = あす以降の日付です。それまでは、いまの開館時間のままです。
bookings-venue-from-help-new = きょう以降の日付です。
bookings-venue-coming = これから
bookings-venue-times = { $from }〜{ $until }
bookings-venue-no-hours = なし
bookings-venue-opens = 開館
bookings-venue-closes = 閉館
bookings-venue-closures-note = 定休日、年末年始、臨時の休館は、こちらで登録します。
bookings-venue-day-1 = 月
bookings-venue-day-2 = 火
bookings-venue-day-3 = 水
bookings-venue-day-4 = 木
bookings-venue-day-5 = 金
bookings-venue-day-6 = 土
bookings-venue-day-7 = 日
bookings-venue-spaces = 場所
bookings-venue-add-space = 場所を加える
bookings-venue-change-space = 場所を変える
bookings-venue-space-opened = 場所を加えました。いまから予約できます。
bookings-venue-space-changed = 場所を変えました。
bookings-venue-no-spaces = 場所がまだありません
bookings-venue-no-spaces-text = 「場所を加える」から、席や会議室を登録できます（館長）。
bookings-venue-kind = 種類
bookings-venue-units = 席・室
bookings-venue-capacity = 定員
bookings-venue-people = 人
bookings-venue-lengths = 予約の長さ
bookings-venue-lengths-of = { DURATION($step) }きざみ、{ DURATION($shortest) }〜{ DURATION($longest) }
bookings-venue-lengths-help = 最短と最長は、きざみの倍数にします。
bookings-venue-step = きざみ
bookings-venue-shortest = 最短
bookings-venue-longest = 最長
bookings-venue-minute-unit = 分
bookings-venue-minutes = { DURATION($minutes) }
bookings-venue-clearing = 片付けの時間
bookings-venue-clearing-help = 利用のあとに空けておく時間です。いらないときは0にします。
bookings-venue-joined = つなげて使う
bookings-venue-joined-text = この場所は、ほかの場所をつなげたものです。席・室の名前は、もとの場所で変えます。
bookings-venue-parts = つなげて使う場所
bookings-venue-parts-help = ほかの場所をつなげて1つにするときに、2つ以上選びます。どちらかに予約があるときは、つなげては使えません。選んだときは、下の「席・室の名前」は書きません。
bookings-venue-not-joinable = 同じ施設の、いま使っている場所を2つ以上選んでください。席やオンラインの場所、つなげて使う場所はつなげられません。同じ組み合わせも1つだけです。
bookings-venue-parts-and-units = つなげて使う場所には、席・室の名前を書きません。名前を消すか、つなげる場所の選択を外してください。
bookings-venue-space-name = 場所の名前
bookings-venue-space-name-en = 場所の名前（英語）
bookings-venue-space-name-easy = 場所の名前（やさしい日本語）
bookings-venue-space-name-easy-help = 例　かいぎしつA
bookings-venue-floor = 階
bookings-venue-description = 説明
bookings-venue-description-en = 説明（英語）
bookings-venue-equipment = 備えてあるもの
bookings-venue-unit-names = 席・室の名前
bookings-venue-unit-names-help = 1行に1つ書きます。会議室なら1つだけです。名前を変えたり、下に加えたりできますが、減らすことはできません。使えなくするときは「休館・保守」で登録します。
bookings-venue-save = 保存する
bookings-venue-to-check = 影響を確かめる
bookings-venue-check-hours = 開館時間の変更を確かめる
bookings-venue-check-space = 場所の変更を確かめる
bookings-venue-act = この内容で変える
bookings-venue-nobody = 影響を受ける予約はありません
bookings-venue-nobody-text = このまま変えられます。
bookings-venue-own-uses = 新しい設定に合わないセンター使用が{ $count }件あります
bookings-venue-own-uses-text = センター使用はそのまま残ります。足りない分は、それぞれのページから返して登録し直してください。
bookings-venue-own-uses-list = 新しい設定に合わないセンター使用
bookings-venue-strained = 新しい設定に合わない予約が{ $count }件あります
bookings-venue-strained-text = 予約は取り消されず、そのまま残ります。下の方に連絡し、必要なら予約を変えてください。
bookings-venue-strained-list = 新しい設定に合わない予約
bookings-venue-missing = 入力してください。
bookings-venue-too-long = { $limit }文字以内にしてください。
bookings-venue-unreadable = 使えない文字が入っています。入れ直してください。
bookings-venue-number = { $least }から{ $most }までの数字を入れてください。
bookings-venue-off-step = きざみ（{ DURATION($step) }）の倍数にしてください。
bookings-venue-shortest-above = 最短が最長（{ DURATION($longest) }）を超えています。
bookings-venue-longer-than-day = 片付けの時間と合わせて1日を超えます。{ DURATION($most) }以内にしてください。
bookings-venue-name-taken = 同じ名前の場所があります。別の名前にしてください。
bookings-venue-unit-twice = 同じ名前が2つあります。1つずつ違う名前にしてください。
bookings-venue-too-many-units = { $most }までにしてください。
bookings-venue-fewer-units = いまある{ $count }つより少なくはできません。使えなくするときは「休館・保守」で登録してください。
bookings-venue-postal-wrong = 郵便番号を7桁の数字で入れてください。例　153-0000
bookings-venue-no-such-hours = 開館と閉館を「9:00」「21:00」のように入れ、閉館を後にしてください。休みの曜日は両方とも空けます。
bookings-venue-never-open = すべての曜日が空いています。どれか1日は時間を入れてください。
bookings-venue-too-early = { DATE($date) }以降の日付を入れてください。
bookings-venue-too-far = { DATE($date) }までの日付を入れてください。
bookings-venue-date-taken = この日からの料金や決まりが、すでに登録されています。別の日付を入れてください。

# 場所の料金
bookings-tariff-label = 料金
bookings-tariff-title = { $name }の料金
bookings-tariff-free = 無料
bookings-tariff-coming = { $date }から { $name }
bookings-tariff-none = 料金はかかりません
bookings-tariff-none-text = この場所には、まだ料金が決められていません。
bookings-tariff-rows = この場所の料金
bookings-tariff-standing = 状態
bookings-tariff-now = いま
bookings-tariff-over = 終わり
bookings-tariff-new = 料金を変える
bookings-tariff-which = どの料金にするか
bookings-tariff-which-help = 料金の額は「料金表」で決めます。
bookings-tariff-choose = 選んでください
bookings-tariff-from-help = あす以降の日付です。利用する日がこの日以降の予約に、新しい料金がかかります。
bookings-tariff-kept-title = すでに入っている予約の料金は変わりません
bookings-tariff-kept-text = 予約の日時を変えたときは、新しい利用日の料金になります。登録した料金は、あとから直せません。もう一度変えるときは、別の日付から登録します。
bookings-tariff-check = この料金にしますか
bookings-tariff-begins = { $date }からの利用にかかる料金を変えます。
bookings-tariff-next = { $date }からは、登録してある次の料金になります。
bookings-tariff-touched = これからの予約{ $count }件は、日時などを変えると料金が変わります
bookings-tariff-touched-text = すでに入っている予約の料金は、そのままです。これから変えたときに、新しい料金になります。
bookings-tariff-touched-list = 料金が変わる予約
bookings-tariff-untouched = 料金が変わる予約はありません
bookings-tariff-set = この料金を登録する
bookings-tariff-set-flash = 料金を登録しました。
bookings-tariff-to-tariffs = 料金表を見る

# キャンセル待ち
bookings-waiting-title = キャンセル待ち
bookings-waiting-ask = 空いたら知らせを受け取る
bookings-waiting-ask-text = この時間がよいときは、キャンセル待ちに登録できます。空きが出たら、順番にメールでお知らせします。
bookings-waiting-new-title = 空いたら知らせを受け取る（キャンセル待ち）
bookings-waiting-other = ほかの日時を選ぶ
bookings-waiting-new-lead = いまは予約が入っています。登録すると、空きが出たときに、順番にお知らせします。料金はかかりません。
bookings-waiting-new-free = この時間に、ほかの方の予約は入っていません。待たずに、予約の画面へお進みください。
bookings-waiting-to-book = この時間を予約する
bookings-waiting-label-before = いま待っている人
bookings-waiting-before = { $count ->
    [0] いません
   *[other] { $count }人
 }
bookings-waiting-label-place = 順番
bookings-waiting-place = { $place }番目
bookings-waiting-join = キャンセル待ちに登録する
bookings-waiting-joined-flash = キャンセル待ちに登録しました。
bookings-waiting-free-flash = ちょうど空きが出ました。いま予約できます。
bookings-waiting-terms-title = 空きが出たときは
bookings-waiting-terms-turn = 登録した順に、1人ずつお知らせします。お返事を待つあいだ、その場所はあなたのために取っておきます。
bookings-waiting-terms-time = お返事の期限は、お知らせから最長{ DURATION($longest) }です。使う時刻が近いときは短くなります（{ DURATION($shortest) }まで）。期限の時刻は、お知らせに書きます。
bookings-waiting-terms-lapse = お返事がないまま期限を過ぎると、列の最後に並び直します。{ $lapses }回目で、列から外れます。
bookings-waiting-terms-last = 使う時刻まで{ DURATION($minutes) }を切ると、お知らせはしません。
bookings-waiting-one-title = キャンセル待ちの内容
bookings-waiting-offer-title = 空きが出ました。使いますか
bookings-waiting-offer-until = { $until }までにお返事ください
bookings-waiting-offer-text = この場所を、あなたのために取ってあります。期限の時刻になると、次の方へお知らせします。
bookings-waiting-offer-rule = 「使う」を押すと予約が決まります。料金などの決まりは、ふつうの予約と同じです。「使わない」を押すと、キャンセル待ちは終わります。
bookings-waiting-offer-rule-approval = 「使う」を押すと申請になり、承認されると使えます。「使わない」を押すと、キャンセル待ちは終わります。
bookings-waiting-accept = 使う（予約を確定する）
bookings-waiting-accept-approval = 使う（申請する）
bookings-waiting-decline = 使わない
bookings-waiting-leave = キャンセル待ちをやめる
bookings-waiting-left-flash = キャンセル待ちをやめました。
bookings-waiting-late-title = お返事の期限を過ぎました
bookings-waiting-late-text = この空きは、次の方へお知らせします。あなたの順番は、まもなくこのページに出ます。
bookings-waiting-no-mail = { $name } さんのメールアドレスは登録されていません。空きが出たら、窓口からお電話します。
bookings-waiting-to-booking = 予約を見る
bookings-waiting-mine-lead = 予約が入っている時間を、順番に待っています。空きが出たら、メールとこのページでお知らせします。
bookings-waiting-none = 待っているものはありません
bookings-waiting-none-text = 使いたい時間に予約が入っていたら、その画面から登録できます。
bookings-waiting-ended-title = これまでのキャンセル待ち
bookings-waiting-count = { $count }件
bookings-waiting-nobody = 待っている方はいません
bookings-waiting-nobody-text = キャンセル待ちに登録した方が、ここに順番に出ます。
bookings-waiting-line-title = この時間を待っている方（{ $count }人）
bookings-waiting-line-text = この予約を取り消すと、1番目の方へすぐにお知らせします。
bookings-waiting-state-waiting = 待っています
bookings-waiting-state-offered = お返事待ち
bookings-waiting-state-taken = 予約になりました
bookings-waiting-state-declined = 使わないと返事
bookings-waiting-state-lapsed = お返事なし
bookings-waiting-state-left = やめました
bookings-waiting-state-over = 空きなし
bookings-waiting-ended-declined = 「使わない」とお返事をいただきました。
bookings-waiting-ended-lapsed = お返事の期限を過ぎたため、列から外れました。まだ使いたいときは、もう一度登録してください。
bookings-waiting-ended-left = このキャンセル待ちは、やめています。
bookings-waiting-ended-over = 使う時刻までに空きが出ませんでした。ほかの時間か場所をご覧ください。
bookings-waiting-free = この時間は、いま空いています。すぐに予約できます。
bookings-waiting-too-soon = 使う時刻まで{ DURATION($minutes) }を切っているため、キャンセル待ちはできません。窓口へお尋ねください。（キャンセル待ちのきまり、{ DATE($since) }から）
bookings-waiting-too-many = キャンセル待ちは、1人{ $most }件までです。どれかをやめてから登録してください。（キャンセル待ちのきまり、{ DATE($since) }から）
bookings-waiting-already = この時間のキャンセル待ちには、もう登録されています。順番はマイページで見られます。
bookings-waiting-no-such = このキャンセル待ちは見つかりません。マイページからお選びください。
bookings-waiting-no-offer = お返事の期限を過ぎたか、もうお返事をいただいています。マイページのキャンセル待ちで、いまの順番をご確認ください。
bookings-waiting-gone = このキャンセル待ちは、もう終わっています。まだその時間を使いたいときは、空きのページからもう一度お選びください。
bookings-letter-offered-subject = 【{ $until }まで】空きが出ました（{ $space }）
bookings-letter-offered-first = キャンセル待ちの順番がきました。次の場所を、あなたのために取ってあります。
bookings-letter-offered-approval = この場所を使うには承認が必要です。「使う」を押すと申請になり、承認されると使えます。
bookings-letter-offered-until = お返事の期限　{ $until }　使うか使わないかを、次のページでお知らせください。
bookings-letter-offered-then = 期限の時刻になると、次の方へお知らせします。使わないときも、「使わない」を押していただけると、次の方に早くお知らせできます。
bookings-letter-offer-withdrawn-subject = 空きのご案内を取り下げました（{ $space }）
bookings-letter-offer-withdrawn-first = 先ほどご案内した次の場所は、この日時にお使いいただけなくなりました（{ $reason }）。ご案内を取り下げます。申し訳ございません。
bookings-letter-offer-withdrawn-then = キャンセル待ちの順番はそのままです。この日時が使えるようになったときは、あらためてお知らせします。ほかの空きは、空き状況のページでご覧いただけます。
bookings-letter-waiting-ended-subject = キャンセル待ちの終わりのお知らせ（{ $space }）
bookings-letter-waiting-ended-first = キャンセル待ちをいただいている次の場所は、今後お使いいただけなくなります（{ $reason }）。キャンセル待ちも終わりとさせていただきます。申し訳ございません。
bookings-letter-waiting-ended-then = ほかの場所の空きは、空き状況のページでご覧いただけます。

# カレンダーに取り込む
bookings-feeds-title = カレンダーに取り込む
bookings-feeds-lead = お使いのカレンダー（スマートフォンやパソコン）に、予約を自動で取り込めます。変更や取り消しも、1時間ほどで反映されます。
bookings-feed-new = 取り込み用のアドレスを作る
bookings-feed-own-text = あなたの予約だけが入ります。
bookings-feed-kind = 何を取り込みますか
bookings-feed-kind-own = 自分の予約
bookings-feed-kind-space = 場所の予約状況（名前なし）
bookings-feed-kind-counter = 窓口用　すべての予約（名前あり）
bookings-feed-space = 場所
bookings-feed-space-help = 「場所の予約状況」のときに選びます。
bookings-feed-space-none = 選ばない
bookings-feed-make = アドレスを作る
bookings-feed-made = アドレスができました
bookings-feed-made-text = 次のアドレスを、カレンダーの「URLで追加」「照会カレンダー」などに貼り付けてください。アドレスを知っている人はだれでも見られます。ほかの人に教えないでください。表示するのは今回だけです。
bookings-feeds-list = 作ったアドレス
bookings-feed-since = { $at }に作成
bookings-feed-used = 最後に取り込まれたのは{ $at }
bookings-feed-unused = まだ取り込まれていません
bookings-feed-end = 使えなくする
bookings-feed-ended-flash = アドレスを使えなくしました。カレンダーからも削除してください。
bookings-feeds-none = アドレスはまだありません
bookings-feeds-none-text = アドレスを作ると、ここに出ます。なくしたときや、人に知られたときは、使えなくして作り直せます。
bookings-feed-name-own = センターの予約
bookings-feed-name-space = センターの予約状況
bookings-feed-name-counter = センターの予約（窓口用）
bookings-feed-name-closed = センターの休館日
bookings-feed-closed-text = 休館日のカレンダーは、どなたでも次のアドレスから取り込めます。
bookings-feed-taken = 予約あり
bookings-feed-no-such = このアドレスは、もう使えなくなっています。
bookings-feed-staff-only = この種類のアドレスを作れるのは、職員だけです。
bookings-feed-too-many = アドレスは20個までです。使っていないものを、使えなくしてから作ってください。

## 予約のきまり
bookings-rules-public = 予約のきまり
bookings-rules-lead = いつから、いつまで、どれだけ予約できるかを決めるきまりです。きまりを変えても、すでに受け付けた予約はそのままです。
bookings-rule-kind = 種類
bookings-rule-kind-window = 予約の開始
bookings-rule-kind-notice = 予約の締切
bookings-rule-kind-quota = 予約できる数
bookings-rule-kind-run = 続けて使える日数
bookings-rule-kind-no_show = 無断不使用
bookings-rule-none-window = きまりはありません（いつからでも予約できます）。
bookings-rule-none-notice = きまりはありません（はじまる時刻まで予約できます）。
bookings-rule-none-quota = きまりはありません（いくつでも予約できます）。
bookings-rule-none-run = きまりはありません（何日でも続けて予約できます）。
bookings-rule-none-no_show = きまりはありません（無断で使わなくても、予約は止まりません）。
bookings-rule-window-first_of_month = 利用日の{ $amount }か月前の月の1日、{ $clock }から予約できます（休館日のときは次の開館日から）。
bookings-rule-window-months = 利用日の{ $amount }か月前の同じ日、{ $clock }から予約できます（休館日のときは次の開館日から）。
bookings-rule-window-days = 利用日の{ $amount }日前、{ $clock }から予約できます。
bookings-rule-window-days-all = 利用日の{ $amount }日前から予約できます。
bookings-rule-notice-minutes = はじまる{ DURATION($amount) }前まで予約できます。
bookings-rule-notice-days = { $amount ->
    [0] 利用日の当日
    [1] 利用日の前日
   *[other] 利用日の{ $amount }日前
}の{ $clock }まで予約できます。
bookings-rule-quota-standing-bookings = これから使う予約は、同時に{ $amount }件までです。
bookings-rule-quota-standing-hours = これから使う予約は、合わせて{ $amount }時間までです。
bookings-rule-quota-day-bookings = 予約は、1日に{ $amount }件までです。
bookings-rule-quota-day-hours = 予約は、1日に合わせて{ $amount }時間までです。
bookings-rule-quota-week-bookings = 予約は、月曜からの1週間に{ $amount }件までです。
bookings-rule-quota-week-hours = 予約は、月曜からの1週間に合わせて{ $amount }時間までです。
bookings-rule-quota-month-bookings = 予約は、1か月に{ $amount }件までです。
bookings-rule-quota-month-hours = 予約は、1か月に合わせて{ $amount }時間までです。
bookings-rule-run = 同じ場所を続けて使えるのは{ $amount }日までです。
bookings-rule-no-show = 連絡なく使わなかったことが{ $within }か月のあいだに{ $amount }回になると、翌月から{ $months }か月、新しい予約ができません（警報が出た日は数えません）。
bookings-rule-no-show-late = 利用日の{ $amount }日前からあとの取り消しも1回と数えます。
bookings-rule-everyone = すべての方
bookings-rule-everywhere = すべての場所
bookings-rule-any = 問わない
bookings-rule-locality = 区内・区外
bookings-rule-locality-resident = 区内在住・在勤
bookings-rule-locality-ward_business = 区内事業者
bookings-rule-locality-outside = 区外・未登録
bookings-rule-party = 利用者
bookings-rule-party-individual = 個人
bookings-rule-party-business = 事業者
bookings-rule-party-group = 団体
bookings-rule-stage = 創業
bookings-rule-stage-before_founding = 創業前
bookings-rule-stage-young = 創業5年未満
bookings-rule-stage-settled = 創業5年以上・その他
bookings-rule-source = { $source }（{ DATE($since) }から）
bookings-rule-until = 　{ DATE($until) }まで
bookings-rule-what = きまり
bookings-rule-whom = 対象
bookings-rule-from-where = 根拠
bookings-rule-in-force = 有効
bookings-rule-coming = これから
bookings-rule-over = 終了
bookings-rules-over = 終わったきまり
bookings-rule-new = きまりを登録する
bookings-rule-help-window = 利用日のどれだけ前から予約できるかを決めます。場所や対象がくわしいきまりが優先します。
bookings-rule-help-notice = いつまで予約できるかを決めます。これより後は、窓口が理由を書いて受け付けることができます。
bookings-rule-help-quota = ひとり（団体として予約するときは1団体）が予約できる数を決めます。いくつかのきまりがあるときは、きびしいほうが効きます。
bookings-rule-help-run = 同じ場所を何日続けて使えるかを決めます。
bookings-rule-help-no_show = 連絡なく使わなかったときに、新しい予約を止める期間を決めます。
bookings-rule-by-window = 数え方
bookings-rule-by-first_of_month = 何か月前の月の1日
bookings-rule-by-months = 何か月前の同じ日（その日がない月は末日）
bookings-rule-by-days = 何日前
bookings-rule-amount-window = 何か月前・何日前
bookings-rule-amount-window-help = 数え方に合わせて、月の数か日の数を入れます。例　3
bookings-rule-clock-window = 受付がはじまる時刻
bookings-rule-by-notice = 数え方
bookings-rule-by-minutes = はじまる何分前まで
bookings-rule-by-days-until = 何日前の、決まった時刻まで
bookings-rule-amount-notice = 何分前・何日前
bookings-rule-amount-notice-help = 数え方に合わせて、分か日の数を入れます。当日は0です。例　30
bookings-rule-clock-notice = 締め切る時刻
bookings-rule-clock-notice-help = 「何日前の、決まった時刻まで」のときに入れます。
bookings-rule-period = 数える期間
bookings-rule-period-standing = これから使う予約のすべて（同時に）
bookings-rule-period-day = 1日
bookings-rule-period-week = 1週間（月曜から）
bookings-rule-period-month = 1か月
bookings-rule-by-quota = 数えるもの
bookings-rule-by-bookings = 予約の件数
bookings-rule-by-hours = 使う時間
bookings-rule-amount-quota = いくつまで
bookings-rule-amount-run = 何日まで
bookings-rule-within = 何か月のあいだに
bookings-rule-amount-no-show = 何回
bookings-rule-for-months = 翌月から何か月止めるか
bookings-rule-late-days = 何日前からの取り消しを1回と数えるか
bookings-rule-late-days-help = 数えないときは空けておきます。
bookings-rule-whom-help = 選ばないところは、だれでも当てはまります。
bookings-rule-source-label = 根拠
bookings-rule-source-help = 予約する方に見えます。例　施行規則第5条
bookings-rule-source-en-label = 根拠（英語）
bookings-rule-since-help-window = この日からあとに使う予約に効きます。
bookings-rule-since-help-notice = この日からあとに使う予約に効きます。
bookings-rule-since-help-quota = この日からあとに使う予約に効きます（「同時に」は、この日からあとの受付に効きます）。
bookings-rule-since-help-run = この日からあとに使う予約に効きます。
bookings-rule-since-help-no_show = この日からあとの無断不使用に効きます。
bookings-rule-last = いつまで
bookings-rule-last-help = 期間を限るときだけ入れます。終わると、前のきまりに戻ります。
bookings-rule-to-confirm = 何が変わるか確かめる
bookings-rule-confirm-title = このきまりにしますか
bookings-rule-before = いまのきまり
bookings-rule-after = 新しいきまり
bookings-rule-replaces = いまのきまりは、新しいきまりがはじまる前の日で終わります。
bookings-rule-rests = 新しいきまりのあいだ、いまのきまりは休みます。
bookings-rule-later = 登録してあるこの後のきまり
bookings-rule-later-stays = この後のきまりは、はじまる日からそのまま効きます。
bookings-rule-until-later = 新しいきまりは、その前の日の{ DATE($date) }までです。
bookings-rule-changed-meanwhile = ほかの画面で設定が変わりました。下は、いまの設定で変わることです。確かめて、よければもう一度押してください。
bookings-rule-end-check = このきまりを終わらせますか
bookings-rule-until-day = { DATE($date) }まで
bookings-rule-from-day = { DATE($date) }から
bookings-rule-concerned = 当てはまる予約
bookings-rule-concerned-count = { DATE($date) }からあとに使う予約のうち、このきまりの対象は{ $count }件です。
bookings-rule-affected-then = { $count }件の予約は、終わったあとのきまりでは受け付けられません
bookings-rule-end-nobody-text = このきまりが終わっても、受け付けられなくなる予約はありません。
bookings-rule-affected = { $count }件の予約は、新しいきまりでは受け付けられません
bookings-rule-affected-text = すでに受け付けた予約なので、そのまま残ります。必要なときは、窓口から連絡してください。
bookings-rule-affected-list = 新しいきまりに合わない予約
bookings-rule-nobody-text = これからの予約は、どれも新しいきまりに合っています。
bookings-rule-more = 予約が多いため、近いものから2,000件までを調べました。
bookings-rule-act = 登録する
bookings-rule-done = きまりを登録しました。
bookings-rule-see-all = 登録してあるきまりを見る
bookings-rule-end-title = きまりを終わらせる
bookings-rule-end-text = 選んだ日が、このきまりの最後の日になります。すでに受け付けた予約はそのままです。
bookings-rule-end-last = 最後の日
bookings-rule-end = この日で終わらせる
bookings-rule-ended = { DATE($date) }で終わることにしました。
bookings-rule-choose = 1つ選んでください。
bookings-rule-number = { $least }から{ $most }までの数字を入れてください。
bookings-rule-past = 過ぎた日は選べません。{ DATE($date) }からあとの日を選んでください。
bookings-rule-source-missing = 根拠を書いてください。例　施行規則第5条
bookings-rule-source-long = { $limit }字までにしてください。
bookings-rule-source-unreadable = 書かれていないか、登録できない文字が入っています。確かめてください。
bookings-may-not-rule = きまりを登録できるのは館長だけです。
bookings-no-such-rule = このきまりは見つかりません。一覧から選び直してください。
bookings-rule-no-earlier = このきまりは、その日より前に終わります
bookings-rule-already = 同じきまりがもう登録されています

## きまりに合わないとき
bookings-drawn = 抽選
bookings-drawn-title = 抽選のある部屋です
bookings-drawn-text = この部屋は、月ごとに抽選で決めてから、空きを先着順で受け付けます。
bookings-drawn-see = 抽選のページを見る
bookings-drawn-later = この日は抽選で決まります。抽選の申込みは{ DATE($date) } { $time }からです。「抽選」のページをご覧になるか、ほかの日を選んでください。
bookings-drawn-some-day = この日は抽選で決まります。申込みの期間が近づくと「抽選」のページに出ます。ほかの日を選ぶこともできます。
bookings-drawn-now = この日は抽選で決まります。{ DATE($date) } { $time }までに「抽選」のページからお申し込みください。
bookings-drawn-over = この日は抽選の結果を待っています。抽選のあとに空いているところは、先着順で予約できます。
bookings-not-open-yet = この日の予約は、{ DATE($date) } { $time }に受付がはじまります。そのときにあらためてお申し込みになるか、それより前の日を選んでください。（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-too-late = この時刻の予約は、{ DATE($date) } { $time }に締め切りました。ほかの日時を選ぶか、窓口へお電話でご相談ください。（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-quota-bookings = { $period ->
    [day] 1日に予約できるのは{ $most }件までです。ほかの日を選ぶか、その日の予約を取り消してからお申し込みください。
    [week] 1週間に予約できるのは{ $most }件までです。ほかの週を選ぶか、その週の予約を取り消してからお申し込みください。
    [month] 1か月に予約できるのは{ $most }件までです。ほかの月を選ぶか、その月の予約を取り消してからお申し込みください。
   *[standing] 同時に予約できるのは{ $most }件までです。予約のどれかを使い終えるか、取り消してからお申し込みください。
}（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-quota-hours = { $period ->
    [day] 1日に予約できるのは合わせて{ $most }時間までです。時間を短くするか、ほかの日を選んでください。
    [week] 1週間に予約できるのは合わせて{ $most }時間までです。時間を短くするか、ほかの週を選んでください。
    [month] 1か月に予約できるのは合わせて{ $most }時間までです。時間を短くするか、ほかの月を選んでください。
   *[standing] 同時に予約できるのは合わせて{ $most }時間までです。時間を短くするか、ほかの予約を取り消してからお申し込みください。
}（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-run-too-long = 同じ場所を続けて予約できるのは{ $days }日までです。あいだを空けるか、ほかの場所を選んでください。（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-restricted = 連絡なく使われなかった予約があるため、{ DATE($date) }まで新しい予約を受け付けていません。{ DATE($again) }から予約できます。ご事情があるときは、窓口にお話しください。（{ $source_en ->
   *[other] { $source }
}、{ DATE($since) }から）
bookings-restricted-title = { $from }から{ $until }まで、新しい予約はできません
bookings-restricted-own = 「{ $name }」としては、{ $from }から{ $until }まで、新しい予約はできません
bookings-restricted-text = 連絡なく使われなかった予約があるためです（{ $source }、{ DATE($since) }から）。すでにある予約はお使いいただけます。ご事情があるときは、窓口にお話しください。
bookings-not-represented = その事業者・団体の予約は、登録された担当の方だけがとれます。「個人として」を選ぶか、窓口で担当の登録をしてください。
bookings-book-as = どの立場で予約しますか
bookings-book-as-self = 個人として
bookings-booked-as = { $name }として
bookings-waiver = きまりの例外として受け付ける
bookings-waiver-help = 受付のはじまる前や締切の後の予約を、窓口の判断で受け付けるときに理由を書きます。区も読みます。
bookings-waiver-label = 例外とする理由
bookings-waiver-unreadable = 理由は{ $limit }字までの、ふつうの文字で書いてください。
bookings-arrived-already = この予約は、来館を記録してあります。同じ画面をもう一人が操作したようです。
bookings-may-not-mark = 来館と無断不使用を記録できるのは、窓口の職員だけです。
bookings-may-not-waive = きまりの例外として受け付けられるのは、窓口の職員だけです。
bookings-waivers-title = 例外として受け付けた予約
bookings-waivers-text = 予約の開始より前、または締切より後に、窓口が理由を書いて受け付けたものです。
bookings-waiver-erased = （消去済み）

## 無断不使用
bookings-absences-title = 無断不使用と警報の日
bookings-absences-none = 無断不使用の記録はありません
bookings-absences-none-text = 予約のはじまる時刻を過ぎて来ない方は、予約のページで記録できます。
bookings-absence-how = ようす
bookings-absence-nobody = 連絡なし
bookings-absence-late = { DATE($date) }に取り消し
bookings-absence-excused = 数えない（{ $warning }）
bookings-absent = 無断不使用として記録する
bookings-absent-undo = 無断不使用の記録を取り消す
bookings-absent-marked = 無断不使用として記録しています
bookings-absent-flash = 無断不使用として記録しました。
bookings-late-title = { $count ->
    [1] 取り消すと、無断不使用として数えます
   *[other] 取り消すと、{ $count }件を無断不使用として数えます
}
bookings-late-follows = { $from }から{ $until }まで、新しい予約ができなくなります（{ $source }、{ DATE($since) }から）。すでにある予約はお使いいただけます。
bookings-late-nothing-follows = 使う日が近いためです。いまは、これからの予約に変わりはありません。
bookings-late-excused = 「{ $warning }」のため、取り消しても無断不使用に数えません
bookings-late-excused-text = 取消料は、警報の日もふだんどおりです。
bookings-absent-follows = 記録すると、{ $from }から{ $until }まで、新しい予約をお受けできなくなります（{ $source }）。
bookings-absent-nothing-follows = 記録しても、これからの予約に変わりはありません。
bookings-absent-untold = メールアドレスがない方です。電話などでお知らせください。
bookings-absence-undone-flash = 無断不使用の記録を取り消しました。
bookings-not-absent = 無断不使用は、はじまる時刻を過ぎて、来館の受付がない予約だけに記録できます。
bookings-no-such-absence = この予約に、無断不使用の記録はありません。
bookings-warnings-title = 警報の日
bookings-warnings-text = 警報が出た日に使わなかった予約と、その日の取り消しは、無断不使用に数えません。
bookings-warning-on = 日にち
bookings-warning-which = 警報
bookings-warning-help = 例　大雨警報
bookings-warning-act = 登録する
bookings-warning-done = { DATE($date) }を警報の日として登録しました。
bookings-warning-withdraw-link = { DATE($date) }を取り消す
bookings-warning-withdraw-title = 警報の日の取り消し
bookings-warning-withdraw = 警報の日を取り消す
bookings-warning-withdrawn = { DATE($date) }の警報（{ $warning }）を取り消しました。
bookings-warning-entered = 登録した日時
bookings-warning-again = { $count }件が、ふたたび無断不使用に数えられます
bookings-warning-again-text = 取り消すと、次の予約が無断不使用に戻ります。どなたの予約も取り消しにはなりません。新しい予約をお受けできなくなる方は、下の表に示しています。
bookings-warning-again-list = ふたたび数えられる予約
bookings-warning-follows = 取り消すとどうなるか
bookings-warning-no-bookings = { DATE($from) }から{ DATE($until) }まで、新しい予約をお受けできなくなります
bookings-warning-nothing = これからの予約に変わりはありません
bookings-warning-told = お知らせ
bookings-warning-by-letter = メールでお知らせします
bookings-warning-by-telephone = メールアドレスがない方です。電話などでお知らせください。
bookings-warning-nobody = この日の警報で数えなかった予約はありません
bookings-warning-nobody-text = 取り消しても、どなたにも変わりはありません。お知らせも送りません。
bookings-warning-undo-hint = 取り消したあとで必要になったときは、同じ日をもう一度登録してください。
bookings-warning-not-withdrawn = 取り消していません
bookings-warning-changed-meanwhile = ごらんの間に、数える予約やきまりが変わりました。今の内容をたしかめて、もう一度お選びください。
bookings-no-such-warning = この警報の日は、すでに取り消されています。
bookings-letter-absent-subject = 予約をお使いにならなかったことについて（{ $space }　{ $reference }）
bookings-letter-late = { $count ->
    [1] 使う日が近くなってからの取消しのため、無断不使用として数えました。
   *[other] そのうち{ $count }件は、使う日が近くなってからの取消しのため、無断不使用として数えました。
}
bookings-letter-absent-first = 次の予約は、ご連絡のないままお使いいただけませんでした。
bookings-letter-absent-follows = きまりにより、{ DATE($from) }から{ DATE($until) }まで、新しい予約をお受けできません（{ $source }、{ DATE($since) }から）。すでにある予約はお使いいただけます。
bookings-letter-absent-nothing = 今回は、これからの予約に変わりはありません。ご都合が悪くなったときは、はじまる時刻までに取り消してください。ほかの方がお使いになれます。
bookings-letter-absent-then = 来館されていた、警報で来られなかったなど、ご事情があるときは、窓口かお電話でお知らせください。記録を改めます。
bookings-letter-again-subject = 警報の日の登録を改めたことについて（{ $space }　{ $reference }）
bookings-letter-again-first = { DATE($on) }を警報（{ $warning }）の日として登録していましたが、誤りでしたので取り消しました。このため、次の予約を、お使いいただけなかった予約（直前の取り消しを含みます）として数えることになりました。
bookings-letter-again-nothing = 今回は、これからの予約に変わりはありません。

# 使用許可書など
bookings-papers-title = 書類（A4）
bookings-papers-text = 番号の入った書類を、印刷したり保存したりできます。2回目からは「再発行」と入ります。
bookings-paper-permit = 使用許可書
bookings-paper-change = 使用変更承認書
bookings-paper-cancellation = 使用許可取消通知書
bookings-paper-not-paid = 料金をお支払いいただいたあとに、お渡しします。
bookings-paper-absent = 来館がなかった予約のため、お渡しできません。おいでになっていたときは、窓口へお知らせください。
bookings-paper-fee-paid = 料金
bookings-paper-fee-left = 取消しの料金
bookings-paper-number = { $year } 第{ $number }号
bookings-paper-issue = 発行する
bookings-paper-issue-again = 再発行する
bookings-paper-again = 再発行　{ $date }
bookings-paper-issuer = 館長
bookings-paper-no-seal = （公印省略）
bookings-paper-first-permit = { $date }に申込みのあった施設の使用について、次のとおり許可します。
bookings-paper-first-change = { $date }に申込みのあった施設の使用について、次のとおり変更を承認します。
bookings-paper-first-cancellation = { $date }に申込みのあった施設の使用について、許可を次のとおり取り消したので、通知します。
bookings-paper-changed = 変更した事項
bookings-paper-before = 変更前
bookings-paper-after = 変更後
bookings-paper-reason = 取消しの理由
bookings-paper-reason-centre = センターの都合による
bookings-paper-reason-unpaid = 期限までに料金のお支払いがなかったため
bookings-paper-reason-person = 使用者の申出による
bookings-paper-conditions = 使用の条件
bookings-paper-condition-show = 使用の際は、この書類か予約番号を受付で示してください。
bookings-paper-condition-time = 準備と片付けも、許可された時間のうちに行ってください。
bookings-paper-condition-use = 許可された目的のほかに使用したり、使用する権利を人に譲ったりすることはできません。
bookings-paper-condition-care = 施設や設備を傷めたときは、すぐに受付へ届け出てください。元に戻す費用を負担していただくことがあります。
bookings-paper-condition-withdraw = 条件に反したとき、または災害などでやむを得ないときは、許可を取り消すことがあります。
bookings-paper-appeal = この決定に不服があるときは、この決定があったことを知った日の翌日から起算して3か月以内に、区長に対して審査請求をすることができます。また、この決定があったことを知った日の翌日から起算して6か月以内に、区を被告として処分の取消しの訴えを提起することができます。

## 料金
bookings-fee-label = 料金
bookings-fee-title = 料金は { $amount } です
bookings-fee-ends = 利用者登録が{ $date }で終わるため、それからあとの日は区外の方の料金です。先に更新を申請し、承認されてから予約すると、更新した区分の料金になります。
bookings-fee-renew = 利用者登録を更新する
bookings-fee-due = { $date }までに、窓口でお支払いください。
bookings-fee-tiers = 取り消すときの料金
bookings-fee-tiers-until = { $date }までに取り消したとき
bookings-fee-tiers-from = { $date }からあとに取り消したとき（きまりが変わります）
bookings-fee-tier = { $percent ->
        [0] 使う日の{ $days }日前まで　無料
       *[other] 使う日の{ $days }日前まで　料金の{ $percent }％
    }
bookings-fee-tier-day = それよりあと　料金の{ $percent }％
bookings-paid-unpaid = 未払い
bookings-paid-partly = 一部未払い
bookings-paid-paid = 支払い済み
bookings-paid-refund = 返金あり
bookings-paid-free = 無料
bookings-fee-partly-stays = 一部をお支払い済みです。期限を過ぎても、自動では取り消しません。残りの額は窓口で確かめてください。
bookings-paid-short-unpaid = 未払い
bookings-paid-short-partly = 一部未払
bookings-paid-short-paid = 支払済
bookings-paid-short-refund = 返金
bookings-paid-short-free = 無料
bookings-paid-take = 支払いを受ける
bookings-fee-unpaid = 未払い
bookings-fee-paid = 支払い済み
bookings-fee-refund = { $amount } をお返しします
bookings-fee-pay-by = { $date }までに窓口でお支払いください。
bookings-fee-to-bill = 料金の画面へ
bookings-fee-change-title = 変更すると、料金は { $amount } になります
bookings-fee-change-now = いまの料金は { $amount } です。
bookings-fee-kept-title = 変えても、料金は { $amount } より低くなりません
bookings-fee-kept-text = いま取り消すと { $amount } がかかります。料金の安い日時に変えたときも、変えたあとで取り消したときも、この額までは残ります。
bookings-fee-kept-approval = 承認されないときも同じです。
bookings-fee-cancel-title = 取り消すと { $amount } がかかります
bookings-fee-cancel-text = 料金 { $charged } の{ $percent }％です。
bookings-fee-cancel-changed = 変更する前に取り消したときの額です。変更のあとも、これより低くはなりません。いまの料金は { $charged } です。
bookings-fee-cancel-rule = 取り消すときの料金のきまり（{ $date }から）
bookings-fee-cancel-refund = お支払いいただいた { $amount } は、窓口でお返しします。
bookings-fee-cancel-open = { $amount } を窓口でお支払いください。
bookings-fee-letter-before = （変更前 { $amount }）
bookings-fee-letter-more = （あと { $amount } を、{ $date }までに窓口でお支払いください）
bookings-fee-letter-sum = 料金の合計
bookings-fee-letter-sum-left = 取り消しの料金の合計
bookings-fee-letter-first = （最初のお支払いの期限は{ $date }です）
bookings-fee-letter-due = （{ $date }までに窓口でお支払いください）
bookings-fee-letter-refund = （お支払い済みの { $amount } をお返しします）

## 支払いと取り消しのきまり、キャンセル待ちのきまり
bookings-rules-others = ほかのきまり
bookings-unit-days = 日
bookings-unit-hours = 時間
bookings-unit-minutes = 分
bookings-unit-percent = ％
bookings-fee-tiers-none = 取り消しに料金はかかりません
bookings-dated-from-help = あす以降の日付です。始まったあとは直せません。まだ始まっていない登録は、同じ日付でもう一度登録すると置きかわります。
bookings-dated-refused = 登録できませんでした
bookings-dated-check = 変わることを確かめる
bookings-dated-change = いままでと、これから
bookings-dated-before = いままで
bookings-dated-after = これから
bookings-payment-title = 支払いと取り消しのきまり
bookings-payment-lead = 料金をいつまでに払っていただくか、予約を取り消したときにどれだけいただくかを決めます。
bookings-payment-days = 支払いの期限
bookings-payment-within = { $days ->
    [0] 予約した日
   *[other] 予約した日から{ $days }日以内
  }（使う日のほうが早いときは、使う日まで）
bookings-payment-days-help = 予約した日から数えます。使う日のほうが早いときは、使う日が期限です。期限の日が休館日なら、次の開館日まで延びます。期限の次の日になると、一度もお支払いのない予約は自動で取り消します。猶予を置くときは、その日数も含めて決めてください。
bookings-payment-tiers-help = 日数の多いほうから、上から順に入れます。使わない行は空けておきます。いちばん下の行よりあとの取り消しは、料金の全額です。すべて空けると、取り消しに料金はかかりません。
bookings-payment-tier-days = { $row }行目　使う日の何日前まで
bookings-payment-tier-unit = 日前まで
bookings-payment-tier-percent = { $row }行目　いただく割合
bookings-payment-none = まだ決められていません
bookings-payment-none-text = 決めるまでは、予約した日が支払いの期限で、取り消しに料金はかかりません。
bookings-payment-new = きまりを変える
bookings-payment-check = 支払いと取り消しのきまりを変えますか
bookings-payment-begins = { $date }から変わります。
bookings-payment-touched = いま入っている予約のうち、{ $count }件で取り消しの料金が変わります
bookings-payment-touched-text = 取り消しの料金は、取り消す日のきまりで決まります。支払いの期限は、この日からあとに受け付ける予約に使い、いま入っている予約の期限は変わりません。
bookings-payment-touched-more = 使う日の早いものから{ $limit }件を示しています。
bookings-payment-touched-list = 取り消しの料金が変わる予約
bookings-payment-on = この日に取り消すと
bookings-payment-untouched = いま入っている予約の取り消しの料金は変わりません
bookings-payment-untouched-text = 支払いの期限も、いま入っている予約のものは変わりません。この日からあとに受け付ける予約に使います。
bookings-payment-set-flash = 支払いと取り消しのきまりを登録しました。
bookings-line-title = キャンセル待ちのきまり
bookings-line-lead = 空いたことをお知らせしてから何時間待つか、何件までキャンセル待ちができるかを決めます。
bookings-line-longest = お返事を待つ時間（最長）
bookings-line-shortest = お返事を待つ時間（最短）
bookings-line-shortest-help = 使う時刻が近いときでも、これより短くはしません。
bookings-line-last-call = お知らせをしなくなる時間
bookings-line-last-call-help = 使う時刻までの残りがこれより短いときは、お知らせをしません。最短の時間より短くはできません。
bookings-line-lapses = 列から外れる回数
bookings-line-lapses-help = お返事のないまま期限が過ぎた回数です。
bookings-line-most = ひとりが並べる数
bookings-line-lines = 件
bookings-line-time = { DURATION($minutes) }
bookings-line-new = きまりを変える
bookings-line-text = もう出したお知らせの期限は変わりません。
bookings-line-check = キャンセル待ちのきまりを、これにしますか
bookings-line-begins = { $date }から出すお知らせと、その日からのキャンセル待ちに使います。
bookings-line-touched = この日からあとの利用を待っている方　{ $count }件
bookings-line-touched-text = いまの列の順番は変わりません。もう出したお知らせの期限も変わらず、この日から出すお知らせに新しい時間を使います。
bookings-line-set = このきまりを登録する
bookings-line-set-flash = キャンセル待ちのきまりを登録しました。

## 場所の料金
bookings-prices-free = 無料
bookings-prices-now = いまの料金
bookings-prices-from = { $date }からの料金
bookings-prices-whom = 使う方
bookings-prices-others = そのほかの方
bookings-prices-note = 使う日の料金がかかります。区内事業者などの区分は、登録の審査で決まります。予約を確かめる画面に、あなたの料金が出ます。

## 備品
bookings-devices = 備品
bookings-devices-help = 部屋といっしょに借りる数を入れてください。無料です。借りないものは空けておきます。
bookings-devices-none = 貸し出す備品は、まだ登録されていません。
bookings-device-lent = { $name } { $many }
bookings-device-left = この時間にあと{ $many }
bookings-device-stocked = 全部で{ $many }
bookings-device-unknown = その備品はありません。数を選び直してください。
bookings-device-number = { $name_en ->
       *[other] { $name }
    }の数を数字で入れてください。
bookings-device-not-here = { $name_en ->
       *[other] { $name }
    }は、この場所では使えません。数を空けてください。
bookings-device-short = { $name_en ->
       *[other] { $name }
    }は、{ DATE($date) } { $from }〜{ $until }に{ $left ->
        [0] はもうありません
       *[other] あと{ $left }{ $counted_in }です
    }（{ $since ->
        [none] 貸し出せるのは{ $usable }{ $counted_in }
       *[other] { DATE($since) }から、貸し出せるのは{ $usable }{ $counted_in }
    }）。{ $left ->
        [0] 数を空けるか、時間を変えてください。
       *[other] 数を減らすか、時間を変えてください。
    }
bookings-device-add = 備品を加える
bookings-device-change = 備品の名前・使える場所を変える
bookings-device-added = 備品を登録しました。予約のときに選べるようになりました。
bookings-device-changed = 備品の設定を変えました。
bookings-device-name = 備品の名前
bookings-device-name-en = 備品の名前（英語）
bookings-device-counted-in = 数え方
bookings-device-counted-in-help = 例　台、本、枚
bookings-device-stock = 持っている数
bookings-device-stock-help = 貸し出しをやめるときは0にします。
bookings-device-broken = 故障中の数
bookings-device-broken-help = 直るまで貸し出さない数です。なければ0にします。
bookings-device-usable = 貸し出せる数
bookings-device-where = 使える場所
bookings-device-everywhere = すべての場所
bookings-device-somewhere = 選んだ場所だけ
bookings-device-spaces = 選んだ場所
bookings-device-spaces-help = 「選んだ場所だけ」のときに選びます。
bookings-device-now-broken = （ほかに故障中{ $many }）
bookings-device-ended = 貸し出していません
bookings-device-coming = { $date }から{ $many }
bookings-device-rows = 数の移り変わり
bookings-device-stock-title = { $name }の数
bookings-device-stock-new = 数を変える
bookings-device-stock-text = きょうからでも、先の日からでも変えられます。すでに貸すことになっている予約は取り消されません。足りなくなる予約があるときは、登録の前にお知らせします。
bookings-device-stock-check = 備品が足りなくなる予約の確認
bookings-device-day-title = 備品の用意
bookings-device-day-print = 一覧を見る・印刷する
bookings-device-day-none = この日に用意する備品はありません
bookings-device-day-none-text = 備品を借りる予約が入ると、ここに時間の順に並びます。

## 承認の必要な場所
bookings-standing-requested = 申請中
bookings-standing-refused = 不承認
bookings-approval-title = この予約には承認が必要です
bookings-approval-title-some = このうち{ $count }回には承認が必要です
bookings-approval-by = 申請から{ $days }営業日以内、{ $date }までにお返事します（使う日のほうが早いときは、その日まで）。
bookings-approval-text = お返事まで、この場所と時間はほかの方に貸しません。承認されるまで、使えるとは決まっていません。お返事の前なら、いつでもお金をかけずに取り下げられます。
bookings-approval-change-title = 変えると、もう一度承認が必要です
bookings-approval-change-text = 日時・場所・使う目的のどれかを変えると申請に戻り、{ $days }営業日以内にお返事します。承認されないときも、もとの日時には戻れません。
bookings-fee-after-approval = お支払いは承認のあとです。期限は、承認のお知らせに書きます。
bookings-request = 申請する
bookings-request-confirm-lead = まだ申請は終わっていません。いちばん下の「申請する」を押すと、申請を受け付けます。
bookings-request-done-title = 申請を受け付けました
bookings-then-wait = 承認の返事を待つ
bookings-then-wait-text = メールとマイページでお知らせします。
bookings-request-waits-title = 承認を待っています
bookings-request-waits-text = { $date }までにお返事します。それまで、この場所と時間は確保しています。
bookings-request-waits-late = { $date }までにお返事する予定でしたが、遅れています。申し訳ありません。場所と時間は確保しています。お急ぎのときは窓口へお問い合わせください。
bookings-request-withdraw = 申請を取り下げる
bookings-request-withdraw-ask = この申請を取り下げますか
bookings-request-approved-title = 承認されました
bookings-request-approved-text = この内容で使えます。
bookings-request-conditions = 承認の条件
bookings-request-refused-title = 承認されませんでした
bookings-request-refused-then = ほかの日時や場所は、空きを見て予約できます。分からないことは窓口へご相談ください。不承認通知書は、このページから印刷できます。
bookings-request-lapsed-title = 返事が間に合いませんでした
bookings-request-lapsed-text = 使う時刻までにお返事できず、この申請は終わりました。申し訳ありません。窓口へご連絡ください。
bookings-request-to-decide = この申請を審査する
bookings-requests-overdue = 返事の期限を過ぎた申請が{ $count }件あります
bookings-requests-overdue-text = 期限を過ぎても、自動で承認や不承認にはなりません。使う時刻になると申請は終わり、おわびのメールが届きます。
bookings-requests-count = { $count }件の申請が承認を待っています。古い順に並んでいます。
bookings-requests-none = 承認を待っている申請はありません
bookings-requests-none-text = 承認が必要な場所と対象は、予約のきまりで決めます。
bookings-requests-stat = 承認待ち
bookings-request-asked = 申請日時
bookings-request-due = 返事の期限
bookings-request-overdue = 期限超過
bookings-request-today = きょうまで
bookings-request-times = { $count }回まとめて
bookings-request-decide = 審査する
bookings-request-title = 申請の審査 { $reference }
bookings-request-heading = { $name } さんの申請
bookings-request-what = 申請の内容
bookings-request-who = 申請した人
bookings-request-category = 区分
bookings-request-before = これまで
bookings-request-history = 承認 { $approved }件・不承認 { $refused }件・無断不使用と直前の取り消し { $absences }件
bookings-request-first = これまでの予約はありません
bookings-request-charged = 承認すると請求します。
bookings-request-price-all = { $count }回の合計 { $amount }
bookings-request-together = この連続予約をまとめて（{ $count }回）
bookings-request-approve-title = 承認する
bookings-request-conditions-help = あれば書きます。お知らせと使用許可書にのります。500字まで。例　音の出る催しは20時まで
bookings-request-approve-text = 承認のメールと予定表（.ics）を送ります。料金がかかるときは請求します。
bookings-request-approve = 承認する
bookings-request-refuse-title = 不承認にする
bookings-request-ground = 不承認の理由
bookings-request-ground-blank = 選んでください
bookings-request-words = くわしい理由・ご案内
bookings-request-words-help = 申請した方に、そのまま伝わります。500字まで。
bookings-request-refuse-text = 理由を書いたメールを送り、場所と時間を空けます。もとには戻せません。
bookings-request-refuse-kept = 承認済みの予約を変えた申請のため、料金のうち { $amount } は残ります（変えた日に取り消したときと同じ）。
bookings-request-refuse = 不承認にする
bookings-request-own = 自分の申請は審査できません
bookings-request-own-text = ご自分の申請と、ご自分が代表・担当する団体の申請は、ほかの職員が審査します。
bookings-request-decided = この申請は、ほかの人が先に決めたか、取り下げられています。いまの状態を予約のページで確かめてください。
bookings-request-as-it-is = まだ何も決まっていません。いまの内容を確かめてください。
bookings-request-words-unreadable = 登録できない文字が入っています。特殊な文字を消してください。
bookings-request-approved-flash = { $count }件の申請を承認しました。
bookings-request-refused-flash = { $count }件の申請を不承認にしました。
bookings-ground-public_order = 公の秩序や善良な風俗を害するおそれがあるため
bookings-ground-operation = 施設の管理や運営に支障があるため
bookings-ground-purpose = 施設の目的に合わない使い方のため
bookings-ground-unsuitable = そのほか、使用が適当でないと認められるため
bookings-paper-refusal = 使用不承認通知書
bookings-paper-first-refusal = { $date }に申込みのあった施設の使用について、次の理由により承認しないこととしたので、通知します。
bookings-paper-reason-refusal = 承認しない理由
bookings-rule-kind-approval = 承認の要る予約
bookings-rule-none-approval = きまりはありません（どの予約も、承認なしで決まります）。
bookings-rule-approval = 予約には承認が必要です。申請から{ $amount }営業日以内にお返事します。
bookings-rule-help-approval = 選んだ場所と対象の予約を、承認が要る申請にします。申請は場所を確保し、期限を過ぎても自動では決まりません（受付の画面にしるしが出ます）。使う時刻までに決まらない申請は、おわびのメールを送って終わります。
bookings-rule-amount-approval = 何営業日以内に決めるか
bookings-rule-amount-approval-help = 申請の翌日から、休館日を除いて数えます。例　5
bookings-rule-since-help-approval = この日からあとに使う予約の、これからの申込みに効きます。
bookings-rule-affected-approval = { $count }件の予約は、新しいきまりでは承認が要ります
bookings-rule-affected-approval-text = すでに決まった予約なので、そのまま残ります。日時や目的を変えるときに、承認が必要になります。
bookings-rule-nobody-approval-text = これから使う予約で、新しいきまりに当てはまるものはありません。
bookings-letter-requested-subject = 申請を受け付けました（{ $space }　{ $reference }）
bookings-letter-requested-first = 次のとおり申請を受け付けました。この予約には承認が必要です。承認されるまで、使えるとは決まっていません。
bookings-letter-requested-again = 変更を受け付けました。この予約には承認が必要なため、もう一度審査します。
bookings-letter-requested-by = { $date }までにお返事します。それまで、この場所と時間は確保しています。
bookings-letter-requested-price = 料金は { $amount } です。お支払いは承認のあとで結構です。
bookings-letter-requested-then = 内容の確認や取り下げは、次のページでできます。お返事の前の取り下げに、お金はかかりません。
bookings-letter-requested-then-charged = 内容の確認や取り下げは、次のページでできます。変える前の料金があるため、取り下げるときの料金は、変えた日に取り消したときより安くはなりません。
bookings-letter-approved-subject = 使用が承認されました（{ $space }　{ $reference }）
bookings-letter-approved-first = { $count ->
    [1] 次の使用を承認しました。
   *[other] 次の{ $count }件の使用を承認しました。
}当日は受付で、予約番号かお名前をお伝えください。
bookings-letter-approved-fee = 料金は { $amount } です。{ $date }までに、窓口でお支払いください。
bookings-letter-approved-then = 使用許可書は次のページから印刷できます。変更と取り消しも、このページからできます。
bookings-letter-approved-then-unpaid = 使用許可書は、お支払いのあと次のページから印刷できます。変更と取り消しも、このページからできます。
bookings-letter-refused-subject = 使用は承認されませんでした（{ $space }　{ $reference }）
bookings-letter-refused-first = 申請のあった次の使用は、承認しないこととしました。ご希望にそえず申し訳ありません。
bookings-letter-refused-then = ほかの日時や場所は、次のページで空きを見て予約できます。使い方を変えて申請することもできます。窓口でご相談ください。
bookings-letter-refused-paper = 不服の申立てについて書いた不承認通知書は、次のページから印刷できます。
bookings-letter-lapsed-subject = 【おわび】お返事が間に合いませんでした（{ $space }　{ $reference }）
bookings-letter-lapsed-first = 次の申請は、使う時刻までにお返事できなかったため、終わりました。ご迷惑をおかけし、申し訳ありません。
bookings-letter-ended-free = 料金はかかりません。
bookings-letter-ended-kept = 承認済みの予約を変えたあとのため、変えた日に取り消したときと同じ { $amount } をいただきます。
bookings-letter-ended-refund = お支払いいただいた料金のうち { $amount } をお返しします。受け取りに窓口へお越しください。
bookings-letter-ended-open = { $amount } を、{ $date }までに窓口でお支払いください。
bookings-letter-lapsed-then = 窓口かお電話でご連絡ください。ほかの日時の空きは次のページで見られます。
bookings-letter-series-requested-subject = { $count }回の予約の申請を受け付けました（{ $reference }）
bookings-letter-series-requested-first = 次の{ $count }回の予約を受け付けました。
bookings-letter-series-requests = このうち{ $count }回には承認が必要です。承認されるまで、使えるとは決まっていません。お返事をお待ちください。
bookings-letter-series-by = 承認待ち（{ $date }まで）
bookings-series-requested-title = すべての回を受け付けました

# 一覧のファイル
bookings-list-called-off = 取り消した日
bookings-list-house = 施設
bookings-list-step = きざみ（分）
bookings-list-shortest = 最短（分）
bookings-list-longest = 最長（分）
bookings-list-clearing = 片付け（分）
bookings-list-spaces = 場所の一覧をファイルにする
bookings-list-excused = 数えない理由
bookings-list-closing = 休み方
bookings-list-closing-once = 日を決めて
bookings-list-closing-weekly = 毎週
bookings-list-closing-yearly = 毎年
bookings-list-closing-for_good = 利用終了
bookings-list-weekday = 曜日
bookings-list-first = 最初の日
bookings-list-last = 最後の日
bookings-list-from = 何時から
bookings-list-until = 何時まで
bookings-list-since = いつから
bookings-list-to = いつまで
bookings-list-amount = 数
bookings-list-clock = 時刻
bookings-list-within = 数える月数
bookings-list-for = 予約できない月数
bookings-list-answer-by = お返事の期限
bookings-list-ward = 区の予約番号

# 消費税率
bookings-tax-title = 消費税率
bookings-tax-lead = 料金の消費税は、使う日の税率で計算します。すでにある税率は書きかえず、次の税率を登録します。
bookings-tax-rate = 税率
bookings-tax-rate-help = 消費税と地方消費税を合わせた率です。例　10、7.8
bookings-tax-source = 根拠の法令
bookings-tax-source-help = 例　消費税法第29条第1号
bookings-tax-new = 次の税率を登録する
bookings-tax-new-text = あすからあとの日から始まる税率を登録できます。もう登録してある税率は、その前の日で終わります。
bookings-tax-check = 税率の確認
bookings-tax-from-day = { DATE($date) }から
bookings-tax-none = 登録なし
bookings-tax-later = （すでに登録してあります。そのままです）
bookings-tax-touched = この税率で計算すると、金額か消費税が変わる予約が{ $count }件あります
bookings-tax-touched-text = すでに請求した料金は、そのままです。予約を変更したときは、使う日の税率で計算し直します。差額をいただくかどうかは、条例と契約の定めを確かめてください。
bookings-tax-touched-list = 金額か消費税が変わる予約
bookings-tax-untouched = 金額や消費税が変わる予約はありません
bookings-tax-untouched-text = この日からあとの予約は、登録した税率で計算します。
bookings-tax-set-flash = 税率を登録しました。
