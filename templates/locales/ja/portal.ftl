# ホーム、マイページ、センターについてのページ、窓口の手紙と検索

## ホーム
portal-home-title_html = 商売をする人と、これから始める人の<br>仕事と相談の場所です。
portal-home-lead = 机や部屋を使い、専門家に相談し、学び、人とつながる。区内で働く人と事業者なら、どなたでもご利用になれます。
portal-house-open = 開館中　{ $time }まで
portal-house-opens = きょうは { $time }から開館します
portal-house-closed = 本日は閉館しました
portal-house-rests = 本日は休館日です
portal-tomorrow = あす { $date }は { $opens }〜{ $closes }
portal-tomorrow-rests = あす { $date }は休館日です
portal-way-now = いま
portal-way-use = 席、会議室、個室ブースを借ります。
portal-way-consult = 経営や創業のことを専門家に聞きます。
portal-way-learn = 創業塾、講座、研修に参加します。
portal-way-connect = 仕事や働き手、取引先、仲間に出会います。
portal-way-consult-online = 相談の時間をネットでえらべます
portal-way-ask = 窓口・電話でご案内します
portal-way-next = 次は{ DATE($date) }から
portal-way-none = いまはありません
portal-use-desks = { $count }席 空いています
portal-use-no-desks = 席はいっぱいです
portal-use-opens = { $time }から使えます
portal-use-closed = 本日は閉館しました
portal-use-rests = 本日は休館日です
portal-today-title = きょうのセンター
portal-today-at = { $date }{ $time } 現在
portal-now-free = { $time }まで空き
portal-now-desks = { $all }席のうち{ $count }席が空き
portal-now-units = { $all }室のうち{ $count }室が空き
portal-now-longest = いちばん長いところで{ $time }まで使えます
portal-now-taken = 予約あり・{ $time }から使えます
portal-now-full = 本日は空きがありません
portal-now-later = { $time }から使えます
portal-now-over = 本日の利用は終わりました
portal-now-rests = 本日は休館日です
portal-to-availability = 空きを見て予約する
portal-to-spaces = 席と部屋を見る
portal-no-places = いまご利用いただける席や部屋はありません
portal-no-places-text = ご利用になれるようになりましたら、ここに載せます。お急ぎのときは、窓口へお電話ください（{ $number }）。

## 館内の図
portal-plan-label = 館内の図。いま空いているのは{ $free }です。
portal-plan-label-desks = 席{ $count }つ
portal-plan-label-none = 館内の図。いま空いているところはありません。
portal-plan-booth = ブース{ $number }
portal-plan-free = 空き
portal-plan-taken = 予約あり
portal-plan-full = 予約あり
portal-plan-until = { $time }まで
portal-plan-from = { $time }から
portal-plan-over = 終了
portal-plan-rests = 休館
portal-plan-desks = ○ { $count }席 空き
portal-plan-desks-none = 空きはありません
portal-plan-reception = 受付
portal-plan-entrance = 入口
portal-plan-joined = 点線の仕切りを外すと、ひとつの広い部屋になります

## 連絡先
portal-reach-telephone = 電話
portal-reach-hours = 窓口の時間
portal-reach-closed = 休館日
portal-reach-address = 住所

## 学ぶ・はたらく・つながる（準備中のあいだ）
portal-coming-what = ご案内できること
portal-coming-ask = お申込み・お問い合わせ
portal-coming-ask-text = いまは、窓口とお電話でお受けしています。何を話すか決まっていなくてもかまいません。「まず聞いてみたい」とお伝えください。
portal-coming-online = ここからの申込みは準備中です
portal-coming-online-text = このページからお申込みいただけるように、準備を進めています。
portal-coming-today = いま、ここからできること
portal-coming-today-text = 席や会議室、個室ブースは、このサイトで空きを見て予約できます。
portal-connect-lead = 仕事をさがす人、働き手をさがす会社、取引先や仲間をさがす人をつなぎます。
portal-connect-one = 区内の会社の求人と、仕事をさがす人へのご案内
portal-connect-two = 取引先や協力先をさがす事業者どうしのご紹介
portal-connect-three = 商店街、団体、関係機関とのつながり

## はじめての方へ
portal-guide-lead = 登録してから使うまでの流れです。パソコンでもスマートフォンでもできます。
portal-guide-register = 利用者登録をする
portal-guide-register-text = お名前、フリガナ、メールアドレスを入れます。数分で終わります。
portal-guide-letter = 届いたメールを開く
portal-guide-letter-text = メールの中のリンクを開くと、登録が終わります。届かないときは、迷惑メールの中もご確認ください。
portal-guide-find = 空きをさがす
portal-guide-find-text = 日にちを選ぶと、席や部屋の空きが時間ごとに分かります。登録をしなくても見られます。
portal-guide-book = 予約する
portal-guide-book-text = 使う時間、目的、人数を入れ、内容を確かめて予約します。予約番号が決まり、確認のメールが届きます。
portal-guide-come = 当日、受付へ
portal-guide-come-text = 受付で、お名前か予約番号をお伝えください。席や部屋へご案内します。
portal-guide-counter = ネットでの手続きが難しいとき
portal-guide-counter-text = 窓口でもお電話でも、職員が代わりに登録と予約をします。画面の使い方もご案内します。

## 開館日・行き方
portal-visit-days = これから2週間の開館時間
portal-visit-date = 日
portal-visit-hours = 開館時間
portal-visit-open = { $opens }〜{ $closes }
portal-visit-closed = 休館
portal-visit-days-note = 休館日　{ $days }
portal-visit-place = 場所と連絡先
portal-visit-way = 行き方
portal-visit-way-text = 上の住所を、地図のアプリや路線の案内に入れておさがしください。道が分からないときはお電話ください。いまいる場所からの行き方をお伝えします。
portal-visit-help = 車いすでお越しの方、お手伝いが必要な方は、前もってお電話ください。入口からご案内します。

## 利用の決まり
portal-rules-lead = 気持ちよく使っていただくための決まりです。分からないことは、窓口へお気軽にお尋ねください。
portal-rules-places = 席と部屋ごとの決まり
portal-rules-place = 席・部屋
portal-rules-capacity = 定員
portal-rules-step = 予約の単位
portal-rules-lengths = 1回に使える時間
portal-rules-clearing = 片付けの時間
portal-rules-people = { $count }人
portal-rules-from-to = { $shortest }から{ $longest }まで
portal-rules-none = なし
portal-rules-source = この表は、センターに登録されているいまの決まりを、そのまま載せています。
portal-length-minutes = { $minutes }分
portal-length-hours = { $hours }時間
portal-length-both = { $hours }時間{ $minutes }分
portal-rules-book = 予約
portal-rules-book-who = 予約には利用者登録が必要です。窓口では、職員が代わりに登録と予約をします。
portal-rules-book-first = 予約は先に申し込んだ方からお受けします。同じ時間に二つの予約が入ることはありません。
portal-rules-book-time = 時間には、準備と後片付けを含めてください。「片付けの時間」がある部屋は、終わったあとにその時間を空けてあります。
portal-rules-pay = お支払いと、取り消すときの料金
portal-rules-pay-where = 料金のかかる施設では、予約の前に料金をお知らせします。お支払いは窓口（{ $hours }）で、現金、カード、振り込みでお受けします。
portal-rules-pay-unpaid = 期限までにお支払いがないときは、予約を取り消します。取り消された予約と同じ場所の同じ時間を、もう一度予約することはできません。
portal-rules-pay-change = 予約を変えても、料金は、変える前に取り消したときの額より低くはなりません。
portal-rules-pay-centre = センターの都合で取り消したときは、料金はいただきません。お支払い済みの料金は全額お返しします。
portal-rules-pay-from = { $date }から
portal-rules-pay-due = お支払い
portal-rules-pay-within = { $days ->
        [0] 予約した日にお支払いください。
       *[other] 予約した日から{ $days }日以内にお支払いください。その日が休館日のときは、次の開館日までです。使う日がそれより早いときは、使う日までです。
    }
portal-rules-cancel = 変更と取消し
portal-rules-cancel-until = 予約は、使い始める時刻の前までなら、マイページで変更や取消しができます。
portal-rules-cancel-soon = 使わないと分かったら、早めに取り消してください。ほかの方が使えるようになります。時刻を過ぎたときは、窓口へお電話ください。
portal-rules-manners = お願い
portal-rules-manners-others = 大きな音や強いにおいなど、ほかの方の迷惑になることはしないでください。
portal-rules-manners-sale = ほかの利用者への勧誘や営業はしないでください。
portal-rules-manners-lend = 予約を、ほかの人に譲ったり売ったりしないでください。
portal-rules-manners-fire = 館内は禁煙です。火は使えません。
portal-rules-manners-clear = 使ったものは元に戻し、ごみはお持ち帰りください。
portal-rules-ask = 決まりについてのお問い合わせは、こちらへどうぞ。

## 個人情報
portal-privacy-title = 個人情報の取扱い
portal-privacy-lead = お預かりする情報と、その使いみちをお知らせします。
portal-privacy-what = お預かりする情報
portal-privacy-what-name = お名前、フリガナ、メールアドレス、電話番号（電話番号は任意）
portal-privacy-what-booking = 予約の日時、場所、目的、人数、来館の記録
portal-privacy-what-record = 登録や予約、変更を、いつ、だれがしたかの記録
portal-privacy-for = 使いみち
portal-privacy-for-text = 予約の受付と当日のご案内、お知らせの送付、お問い合わせへの回答に使います。利用の状況は、個人が分からない数にまとめて、施設の運営の改善に使います。
portal-privacy-who = 見る人
portal-privacy-who-text = センターの職員が、仕事に必要な範囲で見ます。法令で定められた場合のほかは、ご本人の同意なくほかへ渡しません。
portal-privacy-safe = 安全のために
portal-privacy-safe-password = パスワードは、元に戻せない形にして保存しています。職員にも分かりません。
portal-privacy-safe-cookie = このサイトのクッキーは、ログイン、選んだ言葉、手続きのあとのお知らせのためだけに使います。広告や追跡のためのものはありません。
portal-privacy-safe-log = システムの動作の記録には、お名前や連絡先を残しません。
portal-privacy-yours = ご自分の情報について
portal-privacy-yours-text = 登録した内容は、マイページで見たり直したりできます。開示、訂正、利用の停止、削除のお申出は、窓口へお願いします。ご本人であることを確かめてから、お手続きします。

## ウェブアクセシビリティ
portal-accessibility-lead = 年齢や障害の有無、使う機器にかかわらず、どなたにも使っていただけるサイトを目指しています。
portal-accessibility-aim = 目標
portal-accessibility-aim-text = JIS X 8341-3:2016 の適合レベルAAと、WCAG 2.2 のレベルAAに沿うことを目標にしています。
portal-accessibility-done = 取り組んでいること
portal-accessibility-done-keys = すべての操作がキーボードだけでできるようにしています。
portal-accessibility-done-colour = 状態は色だけでなく、記号と言葉でも示しています。
portal-accessibility-done-table = 空きの一覧は、図や格子のほかに、表でも見られます。
portal-accessibility-done-script = JavaScriptが動かない環境でも、すべての手続きができます。
portal-accessibility-done-easy = ホーム、予約、エラーの画面に、やさしい日本語を用意しています。
portal-accessibility-missing = まだできていないこと
portal-accessibility-missing-test = 外部の機関や、障害のある方による試験は、まだ行っていません。
portal-accessibility-missing-easy = やさしい日本語のないページがあります。そのページは、ふつうの日本語で表示します。
portal-accessibility-missing-english = 席や部屋の説明など、英語の用意がない内容は、日本語で表示します。
portal-accessibility-tell = 使いにくいところをお知らせください
portal-accessibility-tell-text = 読みにくい、操作できないなど、お困りのことがありましたら、お電話か窓口でお知らせください。手続きは、職員が代わりにいたします。

## お問い合わせ
portal-contact-lead = お電話か窓口へ、お気軽にどうぞ。
portal-contact-booking = 予約のこと
portal-contact-booking-text = 予約番号をお手元にご用意ください。変更と取消しは、マイページでもできます。
portal-contact-opinion = ご意見・ご要望
portal-contact-opinion-text = 施設やサイトへのご意見は、窓口、お電話、郵便でお寄せください。いただいたご意見は、運営の改善に役立てます。
portal-contact-help = 画面の使い方が分からないとき
portal-contact-help-text = ご覧のページの名前と、どこで止まったかをお知らせください。一緒に画面を見ながらご案内します。

## マイページ
portal-mypage-next = 次の予定
portal-mypage-when = { $date }{ $from }〜{ $until }
portal-mypage-reference = 予約番号
portal-mypage-calendar = カレンダーに入れる
portal-mypage-change = 変える
portal-mypage-cancel = 取り消す
portal-mypage-advising = すべての面談
portal-mypage-nothing = 予定はまだありません
portal-mypage-nothing-text = 席や部屋の空きを見て、使いたい時間を選んでください。予約すると、ここに表示されます。
portal-mypage-coming = これからの予定
portal-mypage-all = すべての予約
portal-mypage-no-more = このあとの予定はありません。
portal-mypage-account = 登録
portal-mypage-profile = お名前・連絡先・言葉
portal-mypage-address = メールアドレスを変える
portal-mypage-password = パスワードを変える
portal-mypage-sessions = ログイン中の機器
portal-mypage-tokens = 外部のプログラムのための鍵（API）
portal-mypage-ward = 区の担当者として見るもの
portal-mypage-more = 予約のほかに
portal-mypage-waiting = キャンセル待ち
portal-mypage-feeds = カレンダーに取り込む
portal-notices-title = お知らせ
portal-notices-all = お知らせの一覧
portal-notices-lead = メールでお送りしたものと同じ内容です。
portal-notices-none = お知らせはまだありません
portal-notices-none-text = 予約の確認など、お送りしたメールと同じ内容を、ここでいつでも読み返せます。
portal-notice-sent = { $at }　{ $email } あて

## 窓口：手紙
portal-letters-title = 手紙
portal-letters-lead = 届けられなかった手紙が{ $dead }通、送付待ちが{ $waiting }通あります。
portal-letters-dead = 届けられなかった手紙
portal-letters-dead-text = 送り先に断られたか、3日のあいだ繰り返しても送れなかった手紙です。原因がなくなっていれば、もう一度送れます。アドレスが違っているときや急ぎのときは、ご本人へお電話で伝えてください。
portal-letters-dead-none = 届けられなかった手紙はありません
portal-letters-dead-none-text = 送れない手紙があると、ここに理由と一緒に出ます。
portal-letters-waiting = 送付待ちの手紙
portal-letters-waiting-none = 送付待ちの手紙はありません
portal-letters-waiting-none-text = 手紙は、手続きのあとすぐに自動で送られます。
portal-letters-at = 書いた日時
portal-letters-to = あて先
portal-letters-subject = 件名
portal-letters-confidential = 関係者限り
portal-letters-confidential-text = 相談の関係者への通知
portal-letters-no-subject = 件名を表示できません
portal-letters-standing = 状態
portal-letters-attempts = 送った回数
portal-letters-why = 状態とわけ
portal-letters-due = 次に送る日時
portal-letters-do = 操作
portal-letter-dead = 未着
portal-letter-failing = { $count }回 送れず
portal-letter-waiting = 送付待ち
portal-letter-again = もう一度送る
portal-letter-again-flash = もう一度送ります。送れたかどうかは、この一覧で確かめてください。

## 窓口：検索
portal-search-title = 検索
portal-search-hint = 予約番号、お名前、フリガナ、電話番号、メールアドレスのどれかを、右上の欄に入れてください。事業者・団体の名称、法人番号、申請の受付番号、区の予約番号、領収書の番号でもさがせます。
portal-search-found = 「{ $asked }」の利用者　{ $count }人
portal-search-no-booking = 予約番号 { $number } の予約はありません
portal-search-no-booking-text = 番号をもう一度ご確認ください。お名前や電話番号でもさがせます。
portal-search-hits = 番号や名称が合うもの　{ $count }件
portal-search-kind-series = 繰り返し予約
portal-search-kind-case = 相談の受付番号
portal-search-kind-ward = 区の予約番号
portal-search-kind-application = 区分の申請
portal-search-kind-receipt = 領収書
portal-search-kind-organisation = 事業者・団体
portal-search-kind-bookings = 予約番号の一部
portal-search-people = 見つかった利用者
portal-search-name = お名前
portal-search-reach = 連絡先
portal-search-coming = これからの予約
portal-search-no-coming = ありません
portal-search-book = 予約を入れる
portal-search-nobody = 見つかりませんでした
portal-search-nobody-text = 名字だけ、フリガナだけ、電話番号の下4桁などでもさがせます。はじめての方は、登録してください。
portal-search-register = 利用者を登録する

## 窓口：利用者の統合
portal-merge-title = 利用者の登録を統合する
portal-merge-double = なくなる登録
portal-merge-into = 残る登録
portal-merge-alike = 同じ方かもしれない登録です。残す方を選んでください。
portal-merge-q = 残す登録をさがす
portal-merge-swap = 残す登録を入れ替える
portal-merge-as-it-is = 何も変わっていません。
portal-merge-bookings = 予約
portal-merge-bookings-count = これから{ $coming }件・全部で{ $count }件
portal-merge-series = 繰り返しの予約 { $count }件
portal-merge-lines = キャンセル待ち { $count }件
portal-merge-consultations = 相談 { $count }件
portal-merge-absences = 無断不使用 { $count }件
portal-merge-bills = 請求
portal-merge-bills-count = { $count }件・未払い { $open }
portal-merge-organisations = 担当する事業者・団体
portal-merge-registrations = 区分の登録 { $count }件
portal-merge-ways-in = ログイン
portal-merge-ways-in-count = ログイン中 { $sessions }台・トークン { $tokens }個・カレンダー { $feeds }個
portal-merge-means = 統合すると
portal-merge-name = 名前・連絡先・ログインの方法は「{ $name }」さんの登録のものになります。
portal-merge-all = 予約・請求と領収・キャンセル待ち・無断不使用・担当する事業者や団体・区分の登録・申請・専門家への相談・お知らせ・カレンダーのアドレスは、すべて残る登録に移ります。取り消されるものはありません。
portal-merge-ends = なくなる登録のログインとトークンは終わります。そのアドレスでログインしようとすると、もう一つのアドレスを使うようご案内します。
portal-merge-letters = メールアドレスのある登録には、統合したことをお知らせします。
portal-merge-waiting = 同じ時間のキャンセル待ちが両方に{ $count }件あります。順番の早い方だけが残ります。
portal-merge-no-return = 元に戻すことはできません。ご本人に確かめてから押してください。
portal-merge-at-one-time = 同じ時間の予約
portal-merge-at-one-time-text = どちらの予約も残ります。要らない方があれば、ご本人に確かめて取り消してください。
portal-merge-beyond = 合わせると、予約のきまりを超えます。予約はそのまま残ります。
portal-merge-restricted = 合わせると、この期間は新しい予約ができません
portal-merge-go = 統合する
portal-merge-flash = 統合しました。
