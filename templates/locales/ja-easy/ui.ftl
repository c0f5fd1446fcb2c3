# やさしい日本語

ui-skip = 本文（ほんぶん）へ
ui-demo = これは 見本（みほん）です。本当（ほんとう）の 場所（ばしょ）や 人では ありません。
ui-demo-name = 見本（みほん）の お知（し）らせ
ui-notices = お知（し）らせ { $count }件（けん）
ui-mypage = 私（わたし）のページ
ui-sign-up = 登録（とうろく）する
ui-telephone = 電話（でんわ） { $number }（受付（うけつけ） { $hours }）
ui-closed-days = 休（やす）みの日 { $days }
ui-rules = 使（つか）うときの 決（き）まり
ui-privacy = 個人（こじん）の 情報（じょうほう）
ui-accessibility = だれでも 使（つか）えるように
ui-contact = 質問（しつもん）・意見（いけん）

nav-use = 使（つか）う
nav-consult = 相談（そうだん）する
nav-learn = 学（まな）ぶ
nav-connect = 働（はたら）く・つながる
nav-guide = はじめての人へ
nav-visit = 開（あ）いている日・行（い）き方（かた）

ui-required = 必（かなら）ず書（か）く
ui-optional = 書（か）かなくてもよい
ui-look-again = もう一度（いちど） 見（み）てください
ui-errors = { $count }つ 直（なお）してください
ui-change = 変（か）える
ui-back = 前（まえ）に もどる
ui-close = 閉（と）じる
ui-print = 印刷（いんさつ）する
ui-source = 決（き）まり
ui-previous = 前（まえ）へ
ui-next = 次（つぎ）へ

ui-free = 空（あ）いている
ui-few = あと少（すこ）し
ui-taken = 予約（よやく）がある
ui-closed = 休（やす）み
ui-in-use = 使（つか）っている
ui-chosen = 選（えら）んだ
ui-choose = 選（えら）ぶ
ui-drop = やめる
ui-grid-hint = 続（つづ）いている 時間（じかん）を いっしょに 選（えら）べます。
ui-choice-none = 使（つか）う時間（じかん）を 選（えら）んでください
ui-choice-go = この時間（じかん）で 次（つぎ）へ
ui-choose-again = もう一度（いちど） 選（えら）ぶ
ui-hours-mask = {"{}"}時間（じかん）
ui-no-fee = お金（かね）は いりません

error-next = 次（つぎ）に すること
error-home = 最初（さいしょ）の ページへ
error-reference = 番号（ばんごう） { $reference }

error-refused-title = できませんでした
error-400-title = 読（よ）むことが できませんでした
error-400-text = 送（おく）った 内容（ないよう）が 足（た）りません。
error-400-next = 前（まえ）の ページに もどって、もう一度（いちど） してください。
error-401-title = ログインしてください
error-401-text = この ページは、ログインした人だけが 見（み）ることが できます。
error-401-next = ログインすると、この ページに もどります。はじめての人は 登録（とうろく）してください。
error-403-title = この ページは 見（み）ることが できません
error-403-text = 今（いま）の ログインでは、できません。
error-403-next = わからないときは、受付（うけつけ）に 聞（き）いてください。
error-404-title = ページが ありません
error-404-text = 場所（ばしょ）が 変（か）わったか、なくなりました。
error-404-next = 最初（さいしょ）の ページから さがしてください。
error-409-title = ほかの人が 先（さき）に 変（か）えました
error-409-text = あなたが 書（か）いたことは、まだ 入（はい）っていません。
error-409-next = 前（まえ）の ページを もう一度（いちど） 開（ひら）いて、新（あたら）しい 内容（ないよう）を 見（み）てください。
error-429-title = 少（すこ）し 待（ま）ってください
error-429-text = 短（みじか）い 時間（じかん）に 何度（なんど）も 操作（そうさ）が ありました。
error-429-next = 何分（なんぷん）か 待（ま）って、もう一度（いちど） してください。
error-500-title = うまく できませんでした
error-500-text = こちらの 問題（もんだい）です。すみません。
error-500-next = 少（すこ）し 待（ま）って、もう一度（いちど） してください。
error-503-title = 今（いま） 使（つか）えません
error-503-text = こんでいます。あなたの 予約（よやく）は そのまま あります。
error-503-next = 1分（ぷん）くらい 待（ま）って、もう一度（いちど） 開（ひら）いてください。
