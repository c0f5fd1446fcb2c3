# 共通の部品・画面の枠・エラーの言葉

## 画面の枠
ui-skip = 本文へ移動する
ui-demo = これは見本です。実在の施設や人とは関係がなく、入れた内容は予告なく消えます。
ui-demo-name = 見本のお知らせ
ui-menu = メニュー
ui-main-nav = 主なメニュー
ui-about = このサイトについて
ui-notices = お知らせ { $count }件
ui-person = { $name } さん
ui-mypage = マイページ
ui-sign-in = ログイン
ui-sign-up = 利用者登録
ui-sign-out = ログアウト
ui-to-counter = 窓口の画面へ
ui-to-public = 利用者向けの画面へ
ui-home = ホーム
ui-crumbs = 現在の場所
ui-telephone = 電話 { $number }（窓口 { $hours }）
ui-closed-days = 休館日 { $days }
ui-rules = 利用の決まり
ui-plans = センターの計画
ui-privacy = 個人情報
ui-accessibility = ウェブアクセシビリティ
ui-contact = お問い合わせ・ご意見
ui-staff-search = 名前・番号でさがす

nav-use = 使う
nav-consult = 相談する
nav-learn = 学ぶ
nav-connect = はたらく・つながる
nav-guide = はじめての方へ
nav-visit = 開館日・行き方

staff-nav-policies = 方針
staff-nav-plans = 計画
staff-nav-approvals = 承認
staff-nav-coordination = 連携・調整
staff-nav-councils = 協議の場
staff-nav-surveys = アンケート
staff-nav-board = 当日
staff-nav-bookings = 予約
staff-nav-closures = 休館・保守
staff-nav-rules = 予約のきまり
staff-nav-people = 利用者
staff-nav-organisations = 事業者・団体
staff-nav-fees = 料金
staff-nav-money = 収納
staff-nav-letters = 手紙
staff-nav-venue = 施設の設定
staff-nav-more = 設定・記録
staff-nav-figures = 利用状況
staff-nav-own-uses = センター使用
staff-nav-requests = 承認待ちの申請
staff-nav-experts = 専門家
staff-nav-meetings = 面談
staff-nav-cases = 相談案件
staff-nav-case-figures = 相談の実績

role-visitor = 来訪者
role-member = 利用者
role-representative = 団体の代表者
role-expert = 専門家
role-agency = 関係機関
role-reception = 受付
role-coordinator = 調整担当
role-manager = 館長
role-ward-officer = 区
role-ward-approver = 区（決裁）
role-system = システム

## 入力
ui-required = 必須
ui-optional = 任意
ui-look-again = もう一度確かめてください
ui-errors = { $count }か所を直してください
ui-password-show = 表示する
ui-password-hide = 隠す
ui-change = 変える
ui-back = 前に戻る
ui-close = 閉じる
ui-print = 印刷する
ui-print-hint = A4の紙に印刷できます。印刷の画面で「PDFに保存」も選べます。
ui-source = 決まり
ui-previous = 前へ
ui-next = 次へ
ui-pages = ページの移動
ui-steps = 手続きの進みぐあい
ui-step-done = 済み
ui-step-now = 手順 { $now }／{ $all }　{ $label }

## 空き
ui-free = 空き
ui-few = 残りわずか
ui-taken = 予約あり
ui-closed = 休止・主催行事
ui-in-use = 使用中
ui-chosen = 選択中
ui-choose = 選ぶ
ui-drop = はずす
ui-grid-hint = 時刻を続けて押すと、まとめて選べます。
ui-choice-none = 使う時間を選んでください
ui-choice-go = この時間で進む
ui-choose-again = 選び直す
# {} に数が入る
ui-hours-mask = {"{}"}時間
ui-yen-mask = {"{}"}円
ui-no-fee = 料金はかかりません

## エラーの画面
error-next = このあとどうすればよいか
error-home = ホームへ
error-reference = お問い合わせの番号　{ $reference }

error-refused-title = この操作はできませんでした
error-400-title = 送られた内容を読み取れませんでした
error-400-text = 途中で内容が欠けたか、古いリンクから開かれた可能性があります。
error-400-next = 前の画面に戻り、ページを開き直してから、もう一度お試しください。
error-401-title = ログインが必要です
error-401-text = このページは、ログインした方だけがご覧になれます。
error-401-next = ログインすると、このページに戻ります。登録がまだの方は、利用者登録をしてください。
error-403-title = このページはご覧になれません
error-403-text = いまのログインでは、このページを見たり、この操作をしたりできません。
error-403-next = ほかの名前でログインしていないかご確認ください。見られるはずのページのときは、窓口へご連絡ください。
error-404-title = ページが見つかりません
error-404-text = アドレスが変わったか、掲載が終わった可能性があります。
error-404-next = アドレスをご確認ください。ホームのメニューからもお探しいただけます。
error-405-title = この操作はできません
error-405-text = このアドレスでは、その操作を受け付けていません。
error-405-next = 前の画面に戻り、画面のボタンからもう一度お試しください。
error-409-title = ほかの人が先に変えました
error-409-text = この画面を開いているあいだに、内容が新しくなりました。あなたの入力は、まだ登録していません。
error-409-next = 前の画面を開き直し、新しい内容を確かめてから、もう一度入力してください。
error-413-title = 送られたものが大きすぎます
error-413-text = 受け取れる大きさを超えています。
error-413-next = ファイルを小さくするか、分けてお送りください。窓口へお持ちいただくこともできます。
error-422-title = 入力した内容を確かめてください
error-422-text = このままでは登録できないところがあります。
error-422-next = 前の画面に戻り、直してからもう一度お進みください。
error-429-title = しばらくお待ちください
error-429-text = 短い時間に何度も操作があったため、いったん止めています。
error-429-next = 数分たってから、もう一度お試しください。お急ぎのときは、お電話ください。
error-500-title = うまく処理できませんでした
error-500-text = こちらの不具合です。ご迷惑をおかけして申し訳ありません。記録を残し、担当者が調べます。
error-500-next = 少し待って、もう一度お試しください。登録できたかどうかは、マイページで確かめられます。
error-503-title = ただいま混み合っています
error-503-text = 一時的にご利用になれません。登録済みの予約や申込みは、そのまま残っています。
error-503-next = 1分ほど待って、ページを開き直してください。お急ぎのときは、お電話ください。

ui-take-xlsx = Excelで保存
ui-take-csv = CSVで保存
ui-take-cp932 = CSV（Shift_JIS）で保存
ui-take-text = Shift_JISでは、書けない文字が〓になります。
words-long = { $limit }字までにしてください。
words-unreadable = 登録できない文字が入っています。特殊な文字を消してください。
