# 申込時の質問

seminars-questions = 申込時の質問
seminars-questions-lead = 申し込む方にたずねることを書きます。公開の確認に出すと、質問は変えられなくなります。
seminars-questions-write = 質問を書く
seminars-questions-saved = 申込時の質問を保存しました。
seminars-questions-none = 申し込む方にたずねることはありません。
seminars-questions-fixed = 確認に出したあとは、質問を変えられません。変えるときは、先に差し戻してください。公開したあとは、だれもが同じ質問に答えられるように、変えられません。
seminars-questions-changed = 今は次のように保存されています。下の入力はまだ保存されていません。見比べて、よければもう一度保存してください。
seminars-questions-papers = ファイルを出してもらう質問は{ $most }個までです。
seminars-questions-read = 回答は、センターでセミナーを担当する職員（館長・コーディネーター）が読みます。
seminars-questions-company = 次の質問には、会社としてまとめて1回お答えください。
seminars-questions-counter = 分からないことは、空欄のまま登録できます。あとで、ご本人が申込のページから答えられます。

seminars-said = 申込時の回答
seminars-said-page = 回答のページを開く
seminars-said-open = 未回答{ $count }件
seminars-answer-open = 未回答
seminars-said-complete = 未回答の質問に回答する
seminars-said-complete-text = すでにいただいた回答は、そのまま残ります。セミナーが始まる前までお答えいただけます。
seminars-said-complete-text-for = すでにいただいた回答は、そのまま残ります。セミナーが終わるまで、ご本人に代わって記録できます。分からないことは、空欄のままでかまいません。
seminars-said-keep = 回答を送る
seminars-said-kept = 回答を受け付けました。
seminars-said-gone = 申込時の回答は消去されました
seminars-said-erase = 回答を消去する
seminars-said-erase-text = ご本人の求めがあったときに消去します。このセミナーでの回答と出されたファイルがすべて消え、元に戻せません。申込そのものは残ります。
seminars-said-erased = 申込時の回答を消去しました。
seminars-said-why = 消去する理由
seminars-nothing-answered = 新しい回答がありません。未回答の質問に回答してから、もう一度送ってください。
