# とうろく・ログイン

accounts-name = なまえ
accounts-family-name = 姓（みょうじ）
accounts-given-name = 名（なまえ）
accounts-kana = なまえの よみかた
accounts-kana-help = ひらがなか カタカナで 書いて ください。
accounts-family-kana = みょうじの よみかた
accounts-given-kana = なまえの よみかた
accounts-email = メールアドレス
accounts-password = パスワード
accounts-new-password = あたらしい パスワード
accounts-password-help = 10文字か、もっと 長く して ください。ほかで 使って いない ことばが いいです。
accounts-forgotten = パスワードを わすれた 人
accounts-have-account = もう とうろくした 人
accounts-privacy = あなたの 情報の 使いかた

accounts-sign-up-title = とうろくする
accounts-sign-up-lead = なまえと メールアドレスを 書いて ください。メールを おくります。お金は いりません。
accounts-sign-up-email-help = ここに メールを おくります。れい　hanako@example.jp
accounts-sign-up-send = メールを もらう
accounts-sign-up-aside = とうろくの しかた
accounts-sign-up-aside-1 = 1. なまえと アドレスを 書きます。
accounts-sign-up-aside-2 = 2. メールの リンクを おします。
accounts-sign-up-aside-3 = 3. パスワードを きめます。これで おわりです。
accounts-sign-up-aside-counter_html = メールが ない 人は、まどぐちか 電話 <span class="nowrap">{ $telephone }</span> で とうろくできます。
accounts-sent-title = メールを おくりました
accounts-sign-up-sent-lead = メールの リンクを おして、パスワードを きめて ください。リンクは 24時間 使えます。
accounts-sent-none = メールが こない とき
accounts-sent-none-text = めいわくメールの 箱を 見て ください。アドレスが ちがうかも しれない ときは、もう一度 して ください。1時間に 3回まで おくれます。
accounts-sent-again = もう一度 おくる

accounts-sign-in-title = ログイン
accounts-sign-in-next = ログインすると、つぎの 画面に 行きます。
accounts-sign-in-go = ログインする
accounts-new-title = はじめての 人
accounts-new-text = よやくを する まえに、とうろくして ください。なまえと メールアドレスだけで できます。

accounts-link-sign_up-title = パスワードを きめて ください
accounts-link-sign_up-lead = パスワードを きめると、とうろくが おわります。
accounts-link-sign_up-go = とうろくを おわる
accounts-flash-opened = とうろくが おわりました。よやくが できます。
accounts-flash-signed-out = ログアウトしました。

accounts-wrong-family-name = みょうじを 書いて ください。れい　産業
accounts-wrong-given-name = なまえを 書いて ください。れい　花子
accounts-wrong-family-kana = みょうじの よみかたを 書いて ください。れい　サンギョウ
accounts-wrong-given-kana = なまえの よみかたを 書いて ください。れい　ハナコ
accounts-wrong-not-kana = よみかたは、ひらがなか カタカナで 書いて ください。
accounts-wrong-email-missing = メールアドレスを 書いて ください。れい　hanako@example.jp
accounts-wrong-email = メールアドレスが ちがうようです。「@」が 1つ いります。れい　hanako@example.jp
accounts-wrong-password-short = パスワードは { $least }文字か、もっと 長く して ください。
accounts-refused-no-match = メールアドレスか パスワードが ちがいます。もう一度 書いて ください。
accounts-refused-too-many-attempts = なんども まちがえたので、とめて います。{ $minutes }分 まってから、もう一度 して ください。
