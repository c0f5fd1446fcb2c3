# 利用者登録・ログイン・登録した内容

## 項目
accounts-name = 名前
accounts-family-name = 姓
accounts-given-name = 名
accounts-kana = フリガナ
accounts-kana-help = ひらがなでも半角でも入れられます。入れたとおりに登録します。アルファベットのお名前の方は、空欄のままでかまいません。
accounts-family-kana = セイ
accounts-given-kana = メイ
accounts-email = メールアドレス
accounts-new-email = 新しいメールアドレス
accounts-password = パスワード
accounts-new-password = 新しいパスワード
accounts-current-password = 今のパスワード
accounts-password-help = 10文字以上。ほかで使っていない、長めの言葉の組み合わせをおすすめします。記号や数字は入れなくてもかまいません。
accounts-password-hidden = 表示しません
accounts-telephone = 電話番号
accounts-telephone-help = 日中につながる番号。例　03-0000-0000
accounts-lang = 画面と手紙の言葉
accounts-lang-help = メールもこの言葉でお送りします。
accounts-privacy = 集めた情報の使いみち
accounts-home = ホームへ
accounts-forgotten = パスワードを忘れた方
accounts-have-account = 登録がお済みの方

## 利用者登録
accounts-sign-up-title = 利用者登録
accounts-sign-up-lead = お名前とメールアドレスを入れてください。お送りするメールから、登録を終えられます。費用はかかりません。
accounts-sign-up-email-help = 登録のつづきをご案内します。例　hanako@example.jp
accounts-sign-up-send = 登録のメールを受け取る
accounts-sign-up-aside = 登録のながれ
accounts-sign-up-aside-1 = 1. お名前とアドレスを入れます。
accounts-sign-up-aside-2 = 2. 届いたメールのリンクを開きます。
accounts-sign-up-aside-3 = 3. パスワードを決めると、終わりです。
accounts-sign-up-aside-counter_html = メールをお使いでない方は、窓口か電話 <span class="nowrap">{ $telephone }</span> で登録できます。
accounts-sent-title = メールをお送りしました
accounts-sign-up-sent-lead = 届いたメールのリンクを開いて、パスワードを決めてください。リンクは24時間使えます。
accounts-sent-none = メールが届かないとき
accounts-sent-none-text = 迷惑メールの箱をご確認ください。アドレスの入れ間違いかもしれないときは、もう一度お試しください。同じアドレスへお送りするのは1時間に3通までです。
accounts-sent-again = もう一度送る

## ログイン
accounts-sign-in-title = ログイン
accounts-sign-in-next = ログインすると、つづきの画面に進みます。
accounts-sign-in-go = ログインする
accounts-new-title = はじめての方
accounts-new-text = 予約には利用者登録が必要です。お名前とメールアドレスだけで始められます。

## 二要素認証：ログインのとき
accounts-code-title = 確認コードを入れてください
accounts-code-lead = パスワードを確かめました。認証アプリに出ている6桁の数字を入れると、ログインが終わります。
accounts-code-title-passkey = ご本人であることを確かめます
accounts-code-lead-both = パスワードを確かめました。パスキーか、認証アプリに出ている6桁の数字で、ログインが終わります。
accounts-code-lead-passkey = パスワードを確かめました。パスキーか、控えていただいた回復コードで、ログインが終わります。
accounts-code = 確認コード
accounts-code-help = 6桁の数字です。間に空白があっても、全角でもかまいません。回復コードも入れられます。
accounts-code-again = 最初からやり直す
accounts-recovery-code = 回復コード
accounts-recovery-code-help = 4文字が6組のコードです。大文字と小文字、ハイフンは区別しません。
accounts-passkey-show = パスキーで確かめる
accounts-passkey-show-next = コードの代わりに、パスキーで確かめて次へ
accounts-passkey-show-end = コードの代わりに、パスキーで確かめて削除する
accounts-passkey-show-failed = パスキーを確かめられませんでした。もう一度お試しになるか、下の欄にコードを入れてください。
accounts-passkeys-not-here = 開いているセンターのアドレスが数字のため、ここではパスキーを使えません。
accounts-lost-title = スマートフォンなどが手元にないとき
accounts-lost-recovery = 設定したときに控えていただいた回復コード（4文字が6組）を、確認コードの代わりに入れてください。一つのコードは1回だけ使えます。
accounts-lost-nothing = 回復コードもないときは、センターへご連絡ください。ご本人であることを確かめて、設定し直せるようにします。
accounts-demo-digits = 見本用：いまの確認コード
accounts-demo-digits-text = 見本のセンターでは、認証アプリがなくても試せるように、ここに出しています。本番の画面には出ません。
accounts-demo-digits-used = 今の数字は使い終わりました。30秒ほど待って、この画面を読み込み直してください。

## 二要素認証：設定
accounts-set-up-title = 認証アプリを設定します
accounts-set-up-lead = パスワードに加えて、お手元の機器に出る6桁の数字でログインするようにします。ほかの人がパスワードを知っても、ログインできません。10分のうちに終えてください。
accounts-set-up-app = 認証アプリを用意します
accounts-set-up-app-text = スマートフォンなどに、6桁の数字を出す認証アプリ（Google Authenticator、Microsoft Authenticator など）を入れてください。お使いのパスワード管理アプリにも、この機能を持つものがあります。
accounts-set-up-read = アプリでこの図を読み取ります
accounts-set-up-read-text = アプリの「追加」から、QRコードの読み取りを選んでください。
accounts-set-up-picture = 認証アプリで読み取るQRコード
accounts-set-up-type = 読み取れないときは、アプリの「手で入力」などを選び、次のとおり入れてください。キーの空白は入れなくてかまいません。
accounts-set-up-account = アカウント
accounts-set-up-key = キー
accounts-set-up-kind = 種類
accounts-set-up-kind-time = 時間に基づくもの（6桁、30秒ごと）
accounts-set-up-confirm = アプリに出た数字を入れます
accounts-digits = 6桁の確認コード
accounts-digits-help = 例　123 456
accounts-set-up-go = この機器にする
accounts-set-up-leave = いまは設定せず、ログアウトする
accounts-set-up-passkey-instead = 認証アプリの代わりにパスキーを使う
accounts-codes-title = 回復コードを控えてください
accounts-codes-lead = 機器をなくしたときや壊れたときに、確認コードやパスキーの代わりに使うコードです。ここに出るのは今だけです。印刷するか書き写して、機器とは別の安全なところに置いてください。
accounts-codes-list = 回復コード
accounts-codes-how = 一つのコードは1回だけ使えます。大文字と小文字、ハイフンは区別しません。新しく作ると、ここにあるコードはすべて使えなくなります。
accounts-codes-kept = 回復コードを控えました
accounts-codes-go = 設定を終える
accounts-second-title = 二要素認証
accounts-second-lead = ログインのときに、パスワードに加えて、お手元の機器（パスキーか、認証アプリに出る6桁の数字）でも確かめます。
accounts-second-short = パスワードに加えて、お手元の機器でも確かめます。
accounts-second-see = 見る・変える
accounts-second-set = 設定する
accounts-second-state = いまの設定
accounts-second-on = 使っています
accounts-second-off = 使っていません
accounts-second-since = { $at } から
accounts-second-recovery = 回復コード
accounts-second-app = 認証アプリ
accounts-second-recovery-left = あと{ $count }個使えます
accounts-second-few = 回復コードが残り少なくなっています
accounts-second-few-text = 下で「回復コードを作り直す」を選び、新しいコードを控えてください。
accounts-second-needed = 職員・専門家・関係機関・区の方は、二要素認証をやめることはできません。機器を替えるときは、下で設定し直してください。
accounts-second-how = お使いのスマートフォンやパソコンを、お手元にご用意ください。設定は3分ほどで終わります。
accounts-second-begin = 設定を始める
accounts-second-change = 設定を変える
accounts-second-act = すること
accounts-second-with = 確かめかた
accounts-second-act-passkey = パスキーを追加する（指紋・顔・機器の暗証番号などで確かめます）
accounts-second-act-app = 認証アプリを設定する（アプリに出る6桁の数字で確かめます）
accounts-second-act-set-up = 認証アプリを別の機器に替える（今の機器の数字と、今の回復コードは使えなくなります）
accounts-second-act-remove-device = 認証アプリをやめる（パスキーだけで確かめます）
accounts-second-act-print = 回復コードを作り直す（前のコードは使えなくなります）
accounts-second-act-remove = 二要素認証をやめる（パスワードだけでログインします）

## パスキー
accounts-passkeys-title = パスキー
accounts-passkey-title = パスキーを追加します
accounts-passkey-lead = 次からのログインでは、パスワードのあとに、この機器の指紋や顔、暗証番号などで確かめられます。数字を入れる必要はありません。
accounts-passkey-what = 指紋や顔の情報がセンターに送られることはありません。
accounts-passkey-shared = ほかの人と一緒に使っている機器には作らないでください。その人もあなたとしてログインできるようになります。
accounts-passkey-others-out = ほかの機器ではログアウトします。
accounts-passkey-name = パスキーの名前
accounts-passkey-name-help = あとで見分けるための名前です。例　仕事のスマートフォン
accounts-passkey-make = パスキーを作る
accounts-passkey-make-failed = パスキーを作れませんでした。この機器のパスキーがすでに登録されているか、途中で取り消されたか、時間が過ぎています。もう一度お試しください。
accounts-passkey-no-script = このブラウザーではパスキーを作れません。JavaScriptを使えるようにするか、認証アプリを設定してください。
accounts-passkey-app-instead = パスキーの代わりに認証アプリを設定する
accounts-passkey-since = { $at } に作成
accounts-passkey-used = 最後に使ったのは { $at }
accounts-passkey-unused = まだ使っていません
accounts-passkey-made-at = 作った日時
accounts-passkey-used-at = 最後に使った日時
accounts-passkey-end = 削除する
accounts-passkey-keep = 削除しない
accounts-passkey-end-title = パスキーの削除
accounts-passkey-end-ask = パスキー「{ $name }」を削除しますか
accounts-passkey-end-stays = このパスキーは、まだ削除できません
accounts-passkey-end-stays-text = あなたの役割では、二要素認証をやめることができません。先に別のパスキーか認証アプリを設定すると、削除できます。
accounts-passkey-end-then = 削除すると
accounts-passkey-end-then-gone = このパスキーではログインできなくなります。ほかのパスキーや認証アプリは、そのまま使えます。
accounts-passkey-end-then-last = 二要素認証をやめることになります。回復コードも使えなくなり、次からはパスワードだけでログインします。
accounts-passkey-end-then-device = 機器に残っているパスキーは、機器の設定から消してください。

## パスワードを忘れたとき
accounts-reset-title = パスワードを決め直す
accounts-reset-lead = 登録したメールアドレスを入れてください。新しいパスワードを決めるためのメールをお送りします。
accounts-reset-send = メールを受け取る
accounts-reset-sent-lead = 届いたメールのリンクを開いて、新しいパスワードを決めてください。リンクは1時間使えます。
accounts-reset-sent-none-text = 登録のないアドレスには届きません。別のアドレスで登録していないか、迷惑メールに入っていないかをご確認ください。

## 手紙のリンク
accounts-link-sign_up-title = パスワードを決めてください
accounts-link-sign_up-lead = パスワードを決めると、利用者登録が終わります。
accounts-link-sign_up-go = 登録を終える
accounts-link-reset-title = 新しいパスワードを決めてください
accounts-link-reset-lead = 決めると、ほかの機器ではログアウトします。
accounts-link-reset-go = このパスワードにする
accounts-link-change-title = メールアドレスを変えます
accounts-link-change-lead = 次からは、下のアドレスでログインし、メールもこちらに届きます。
accounts-link-change-go = このアドレスに変える
accounts-link-over-title = このリンクは使えません
accounts-link-over-sign-in = 登録やパスワードの変更が済んでいる方
accounts-link-over-reset = もう一度メールを受け取り、パスワードを決め直す方
accounts-link-over-sign-up = 登録がまだの方

## 登録した内容
accounts-profile-title = 登録した内容
accounts-profile-save = この内容にする
accounts-security-title = ログインの設定
accounts-sessions-see = 見る・ログアウトする
accounts-tokens-see = 作る・取り消す
accounts-tokens-short = ご自分のプログラムから予約を扱う方のための鍵です。
accounts-address-title = メールアドレスを変える
accounts-address-lead = 新しいアドレスへ確認のメールをお送りします。そのリンクを開くまでは、今のアドレスのままです。
accounts-current-help = ご本人であることを確かめるために入れていただきます。
accounts-address-send = 確認のメールを受け取る
accounts-change-password-title = パスワードを変える
accounts-change-password-lead = 変えると、ほかの機器ではログアウトし、お知らせのメールをお送りします。
accounts-change-password-save = パスワードを変える

## ログイン中の機器
accounts-sessions-title = ログイン中の機器
accounts-sessions-lead = あなたの名前でログインしている機器です。使い終わったもの、心当たりのないものはログアウトしてください。
accounts-sessions-hint = 心当たりのない機器があったときは、パスワードも変えてください。
accounts-sessions-end-others = ほかの機器をすべてログアウトする
accounts-session-this = この機器
accounts-session-since = { $at } にログイン
accounts-session-seen = 最後に使ったのは { $at } ごろ
accounts-session-end = ログアウトする
accounts-device-unknown = 名前のわからない機器

## APIトークン
accounts-tokens-title = APIトークン
accounts-tokens-lead = ご自分のプログラムから、空きの確認や予約をするための鍵です。人に見せないでください。
accounts-tokens-list = 作ったトークン
accounts-tokens-none = トークンはまだありません
accounts-tokens-none-text = プログラムから使う予定がなければ、作る必要はありません。
accounts-token-new = トークンを作る
accounts-token-name = 名前
accounts-token-name-help = 何に使うかがわかる名前。例　会社の予定表
accounts-token-scope = できること
accounts-token-scope-read = 見るだけ
accounts-token-scope-write = 見ることと、予約・取り消し
accounts-token-make = 作る
accounts-token-made = トークンを作りました
accounts-token-made-text = 表示するのは今だけです。安全な場所に写してください。なくしたときは、取り消して作り直せます。
accounts-token-since = { $at } に作成
accounts-token-used = 最後に使ったのは { $at } ごろ
accounts-token-unused = まだ使っていません
accounts-token-end = 取り消す

## 窓口の画面
accounts-people-title = 利用者
accounts-people-lead = 名前、フリガナ（ひらがな・カタカナ・半角のどれでも）、メールアドレス、電話番号でさがせます。
accounts-people-q = さがす言葉
accounts-people-q-help = 一部分だけでもさがせます。
accounts-people-search = さがす
accounts-people-none = あてはまる利用者はいません
accounts-people-none-text = 言葉を短くするか、フリガナや電話番号でさがしてください。はじめての方は「窓口で登録する」から登録します。
accounts-person-since = 登録日
accounts-person-none = なし
accounts-person-no-account = アカウントなし
accounts-person-guest = 窓口で登録した方
accounts-person-roles = 役割
accounts-person-book = この人の予約をとる
accounts-person-bookings = この人の予約を見る
accounts-person-new-title = 窓口で登録する
accounts-person-new-lead = ご本人に代わって入れます。メールアドレスがあれば、ご本人がアカウントを作るためのメールが届きます。
accounts-person-new-email-help = ご本人の了解があるときだけ入れてください。
accounts-person-lang = お送りするメールの言葉
accounts-person-new-save = 登録する
accounts-person-merge = ほかの登録と統合する
accounts-person-former = 統合した登録

accounts-alike-title = 同じ方かもしれない登録が{ $count }件あります
accounts-alike-text = 同じ方なら、登録を統合すると、予約やお支払いをまとめて扱えます。
accounts-alike-new = 同じ方なら、その登録をお使いください。別の方なら、このまま登録できます。ここに出たことは、ご本人に伝えないでください。
accounts-alike-name = 名前が同じ
accounts-alike-kana = フリガナが同じ
accounts-alike-telephone = 電話番号が同じ
accounts-alike-email = 同じ受信箱に届くメールアドレス
accounts-alike-no-telephone = 電話番号なし
accounts-alike-register = 別の方として登録する
accounts-alike-merge = { $name }さんの登録に統合する

accounts-reset-factor-title = 二要素認証の解除
accounts-reset-factor-ask = { $name }さんの二要素認証を解除しますか
accounts-reset-factor-sure = 先に、ご本人であることを確かめてください
accounts-reset-factor-sure-text = 対面で身分証を見るか、登録の電話番号へこちらから掛け直してください。メールや、かかってきた電話だけでは解除しないでください。
accounts-reset-factor-then = 解除すると
accounts-reset-factor-then-out = すべての機器でログアウトし、今の確認コード、パスキー、回復コードは使えなくなります。
accounts-reset-factor-then-anew = 職員・専門家・関係機関・区の方は、次のログインで、パスワードのあとに新しい機器を設定します。それまでは何も開けません。
accounts-reset-factor-then-letter = ご本人へメールでお知らせし、記録に残ります。
accounts-reset-factor-go = 解除する
accounts-reset-factor-keep = 解除しない
accounts-person-second = 二要素認証
accounts-person-second-on = { $at } から使用中
accounts-person-second-off = 未設定

## 済んだこと
accounts-flash-signed-out = ログアウトしました。
accounts-flash-opened = 利用者登録が終わりました。予約や申込みができます。
accounts-flash-password-changed = パスワードを変えました。ほかの機器ではログアウトしました。
accounts-flash-address-changed = メールアドレスを変えました。前のアドレスへもお知らせしました。
accounts-flash-address-changed-sign-in = メールアドレスを変えました。新しいアドレスでログインしてください。
accounts-flash-change-sent = 新しいアドレスへ確認のメールをお送りしました。24時間のうちにリンクを開いてください。
accounts-flash-profile-changed = 登録した内容を変えました。
accounts-flash-session-ended = その機器をログアウトしました。
accounts-flash-sessions-ended = ほかの機器 { $count } 台をログアウトしました。
accounts-flash-token-ended = トークンを取り消しました。これからは使えません。
accounts-flash-second-factor-ready = 二要素認証の設定が終わりました。
accounts-flash-second-factor-removed = 二要素認証をやめました。次からはパスワードだけでログインします。
accounts-flash-device-removed = 認証アプリをやめました。次からはパスキーで確かめます。
accounts-flash-passkey-added = パスキーを追加しました。ほかの機器ではログアウトしました。
accounts-flash-passkey-removed = パスキーを削除しました。
accounts-flash-second-factor-reset = 二要素認証を解除し、ご本人へお知らせしました。
accounts-flash-codes-not-kept = 回復コードを控えていないときは、ここで作り直してください。機器をなくすと、ログインできなくなります。
accounts-flash-set-up-over = 設定の時間が過ぎました。もう一度、最初から設定してください。
accounts-flash-registered = 利用者を登録しました。
accounts-flash-is-merged = お探しの登録は統合されています。残った登録を表示しています。

## 直していただくところ
accounts-wrong-family-name = 姓を入れてください。例　産業
accounts-wrong-given-name = 名を入れてください。例　花子
accounts-wrong-family-kana = セイを入れてください。例　サンギョウ
accounts-wrong-given-kana = メイを入れてください。例　ハナコ
accounts-wrong-not-kana = フリガナは、ひらがなかカタカナで入れてください。例　サンギョウ　ハナコ
accounts-wrong-characters = 使えない文字（改行など）が入っています。その文字を消してください。
accounts-wrong-long = { $most }文字までにしてください。
accounts-wrong-email-missing = メールアドレスを入れてください。例　hanako@example.jp
accounts-wrong-email = メールアドレスの形を確かめてください。半角の英数字で、「@」が1つ入ります。例　hanako@example.jp
accounts-wrong-telephone = 電話番号は市外局番から数字で入れてください。例　03-0000-0000
accounts-wrong-password-short = パスワードは{ $least }文字以上にしてください。言葉をいくつか並べると、長くても覚えやすくなります。
accounts-wrong-password-long = パスワードは{ $most }文字までにしてください。
accounts-wrong-password-own = 名前やメールアドレスと同じパスワードは、人に当てられやすいため使えません。別の言葉にしてください。
accounts-wrong-password-common = 多くの人が使っていて、当てられやすいパスワードです。別の言葉の組み合わせにしてください。
accounts-wrong-token-name = トークンの名前を入れてください。例　会社の予定表
accounts-wrong-scope = できることを選んでください。
accounts-wrong-passkey-name = パスキーの名前を入れてください。例　仕事のスマートフォン

## お受けできないとき
accounts-wrong-act = することを選んでください。
accounts-refused-invalid = 入力した内容を確かめてください。
accounts-refused-no-match = メールアドレスかパスワードが違います。大文字と小文字、全角と半角を確かめて、もう一度入れてください。
accounts-refused-wrong-password = 今のパスワードが違います。もう一度入れてください。お忘れのときは、ログアウトして「パスワードを忘れた方」へお進みください。
accounts-refused-too-many-attempts = 違うパスワードが続いたため、いったん止めています。{ $minutes }分ほどたってから、もう一度お試しください。お急ぎのときは、お電話ください。
accounts-refused-too-many-letters = 短い時間に何度もメールの申込みがあったため、いったん止めています。1時間ほどたってから、もう一度お試しください。お急ぎのときは、お電話ください。
accounts-refused-too-many-guests = 確認待ちのお申し込みが、すでに3件あります。届いたメールを開くか、30分ほどたってからお試しください。
accounts-refused-address-taken = このメールアドレスは、すでに登録されています。そのアドレスでログインするか、別のアドレスを入れてください。
accounts-refused-link-unknown = リンクが途中で切れているか、古くなっています。メールに書かれたアドレスを、終わりまで写して開いてください。
accounts-refused-link-expired = リンクを使える時間が過ぎました。もう一度メールを受け取ってください。
accounts-refused-link-used = このリンクはすでに使われたか、新しい手続きで無効になりました。
accounts-refused-not-there = 見つかりませんでした。一覧を開き直して確かめてください。
accounts-refused-wrong-code = 確認コードが違います。アプリに今出ている6桁の数字か、まだ使っていない回復コードを入れてください。機器の時計がずれていると、数字が合わないことがあります。
accounts-refused-wrong-digits = 数字が合いません。この画面で読み取ったアカウントに、今出ている6桁の数字を入れてください。合わないときは、機器の時計を「自動で合わせる」にしてから、もう一度お試しください。
accounts-refused-code-used = この数字は使い終わりました。アプリの数字が替わるのを待って（30秒ほど）、新しい数字を入れてください。
accounts-refused-wrong-passkey = パスキーを確かめられませんでした。削除したパスキーか、時間の過ぎた確認かもしれません。もう一度、最初のボタンからお試しください。
accounts-refused-passkey-known = この機器のパスキーは、すでに登録されています。
accounts-refused-too-many-passkeys = パスキーは{ $most }個までです。使っていないものを削除してから、追加してください。
accounts-refused-too-many-codes = 違うコードが続いたため、いったん止めています。{ $minutes }分ほどたってから、もう一度お試しください。心当たりがないときは、パスワードを決め直してください。
accounts-refused-step-over = パスワードを入れてから10分が過ぎたか、別の画面で手続きが済んでいます。もう一度ログインしてください。
accounts-refused-no-second-factor = この方は二要素認証を使っていません。
accounts-refused-not-the-manager = ほかの方の二要素認証を解除できるのは館長だけです。ご自分の分は、マイページで設定し直してください。
accounts-refused-merged = このご登録は、お客様のもう一つのご登録にまとめました。もう一つのメールアドレスでログインしてください。お分かりにならないときは、窓口かお電話でお尋ねください。
accounts-unmerged-nobody = 残す登録を選んでください。
accounts-unmerged-same = 同じ登録です。もう一方の登録を選んでください。
accounts-unmerged-gone = どちらかの登録は、すでに統合されたか、消去されています。利用者をさがし直して確かめてください。
accounts-unmerged-oneself = ご自分の登録は統合できません。ほかの職員に頼んでください。
accounts-unmerged-role = なくなる登録には、残る登録にない役割があります。先に館長が役割を整えてください。
accounts-unmerged-account = なくなる登録にはアカウントがあり、残る登録にはありません。残す登録を入れ替えてください。
accounts-unmerged-applications = 両方に審査の終わっていない申請があります。先にどちらかに回答してください。
accounts-unmerged-experts = 両方が専門家として登録されています。どちらかの相談と面談を先に引き継いでください。
accounts-unmerged-consultations = 相談の案件がある方です。内容を守るため、調整担当か館長が本人を確かめてから統合します。
accounts-second-factor-needed = この役割の方は二要素認証が必要です。ログインして、二要素認証を設定してください。
accounts-token-reads-only = このトークンは見るためだけのものです。予約や取り消しには、「見ることと、予約・取り消し」のできるトークンを作ってください。

## 手紙
accounts-letter-hello = { $name } 様

accounts-letter-sign-up-subject = 【{ $venue }】利用者登録のつづき
accounts-letter-sign-up-text = 利用者登録のお申込みをありがとうございます。下のリンクを開いてパスワードを決めると、登録が終わります。
accounts-letter-sign-up-lasts = このリンクは{ $hours }時間使えます。過ぎたときは、もう一度お申し込みください。
accounts-letter-sign-up-nothing = お心当たりのない場合は、何もなさらずに削除してください。登録はされません。

accounts-letter-already-subject = 【{ $venue }】このアドレスは登録済みです
accounts-letter-already-text = このメールアドレスで利用者登録（またはアドレスの変更）のお申込みがありましたが、すでに登録されています。下のページからログインできます。
accounts-letter-already-reset = パスワードをお忘れのときは、こちらで決め直せます。
accounts-letter-already-nothing = お心当たりのない場合は、何もなさらなくてかまいません。登録の内容は変わっていません。

accounts-letter-reset-subject = 【{ $venue }】パスワードを決め直すためのご案内
accounts-letter-reset-text = パスワードを決め直すお申込みを受け付けました。下のリンクを開いて、新しいパスワードを決めてください。
accounts-letter-reset-lasts = このリンクは{ $minutes }分使えます。
accounts-letter-reset-nothing = お心当たりのない場合は、何もなさらずに削除してください。パスワードは変わりません。

accounts-letter-change-subject = 【{ $venue }】新しいメールアドレスの確認
accounts-letter-change-text = このアドレスをご登録のメールアドレスにするお申込みがありました。よろしければ、下のリンクを開いて「このアドレスに変える」を押してください。
accounts-letter-change-lasts = このリンクは{ $hours }時間使えます。
accounts-letter-change-nothing = お心当たりのない場合は、何もなさらずに削除してください。何も変わりません。

accounts-letter-changed-subject = 【{ $venue }】メールアドレスを変えました
accounts-letter-changed-text = ご登録のメールアドレスを { $email } に変えました。これからのお知らせは新しいアドレスへお送りします。このアドレスへのメールは、これが最後です。
accounts-letter-changed-nothing = お心当たりのない場合は、すぐに電話 { $telephone } へお知らせください。

accounts-letter-password-changed-subject = 【{ $venue }】パスワードを変えました
accounts-letter-password-changed-text = { $at } に、ログインのパスワードを変えました。ほかの機器ではログアウトしています。
accounts-letter-password-changed-reset = お心当たりのない場合は、すぐにこちらでパスワードを決め直してください。
accounts-letter-password-changed-nothing = ご心配なときは、電話 { $telephone } へお知らせください。

accounts-letter-stays-subject = 【{ $venue }】2つのご登録をまとめました
accounts-letter-stays-text = お客様のご登録が2つあったため、センターでこのご登録にまとめました。これからも、今お使いのメールアドレスでログインしてください。
accounts-letter-stays-all = 予約、お支払い、キャンセル待ち、お知らせなどは、どちらのご登録のものも、マイページでご覧になれます。
accounts-letter-merged-subject = 【{ $venue }】ご登録をまとめました
accounts-letter-merged-text = お客様のご登録が2つあったため、センターでもう一つのご登録にまとめました。このメールアドレスでは、ログインできなくなりました。
accounts-letter-merged-other = 予約などは、なくなっていません。もう一つのメールアドレスでログインすると、ご覧になれます。
accounts-letter-merged-nothing = お心当たりのない場合や、もう一つのアドレスがお分かりにならない場合は、電話 { $telephone } へお知らせください。

accounts-letter-second-enrolled-subject = 【{ $venue }】二要素認証を設定しました
accounts-letter-second-enrolled-text = { $at } に、ログインの二要素認証を設定しました。これからは、パスワードと、設定した機器に出る6桁の数字でログインします。ほかの機器ではログアウトしています。
accounts-letter-second-removed-subject = 【{ $venue }】二要素認証をやめました
accounts-letter-second-removed-text = { $at } に、ログインの二要素認証をやめました。これからは、パスワードだけでログインします。
accounts-letter-second-reset-subject = 【{ $venue }】二要素認証を解除しました
accounts-letter-second-reset-text = 機器をなくされたとのことで、{ $at } に、センターで二要素認証を解除しました。すべての機器でログアウトしています。次のログインのあとに、新しい機器を設定できます。
accounts-letter-second-recovery-used-subject = 【{ $venue }】回復コードが使われました
accounts-letter-second-recovery-used-text = { $at } に、確認コードの代わりに回復コードが使われました。使ったコードは、もう使えません。
accounts-letter-second-device-removed-subject = 【{ $venue }】認証アプリをやめました
accounts-letter-second-device-removed-text = { $at } に、ログインの認証アプリをやめました。これからは、パスワードとパスキーでログインします。ほかの機器ではログアウトしています。
accounts-letter-second-passkey-added-subject = 【{ $venue }】パスキーを追加しました
accounts-letter-second-passkey-added-text = { $at } に、ログインに使うパスキーを追加しました。これからは、パスワードとこのパスキーでもログインできます。ほかの機器ではログアウトしています。
accounts-letter-second-passkey-removed-subject = 【{ $venue }】パスキーを削除しました
accounts-letter-second-passkey-removed-text = { $at } に、ログインに使うパスキーを1つ削除しました。そのパスキーではログインできません。ほかの機器ではログアウトしています。
accounts-letter-second-nothing = お心当たりのない場合は、すぐに電話 { $telephone } へお知らせのうえ、こちらでパスワードを決め直してください。
