# 承認

approvals-title = 承認
approvals-lead = 区と館長のあいだで、答えを待っているものです。
approvals-mine = あなたの答えを待っているもの
approvals-mine-none = 答えを待っているものはありません
approvals-mine-none-text = 提出されると、ここに並び、メールでもお知らせします。
approvals-others = 相手の答えを待っているもの
approvals-answered = 答えたもの・取り下げたもの
approvals-overdue = 期限を過ぎています
approvals-label-title = 件名
approvals-label-by = 提出者・担当
approvals-label-at = 日時
approvals-label-submitted = 提出した日時
approvals-label-due = 答えの期限
approvals-label-asked-of = 答える側
approvals-label-state = 状態
approvals-label-words = 条件・意見
approvals-label-digest = 内容の符号
approvals-digest-help = 内容の符号は、そのとき提出された文面から計算したものです。1文字でも違うと別の符号になります。
approvals-steps = これまでの経過
approvals-side-ward = 区
approvals-side-manager = 館長
approvals-state-draft = 下書き
approvals-state-submitted = 答え待ち
approvals-step-submitted = 提出
approvals-state-returned = 差戻し
approvals-state-approved = 承認
approvals-state-refused = 不承認
approvals-state-withdrawn = 取下げ
approvals-acknowledged = 承知
approvals-wrong = 入力した内容を確かめてください。
approvals-words-missing = 直してほしいことや理由を書いてください。例　3行目の年度が違います。
approvals-words-long = { $limit }字までにしてください。
approvals-words-unreadable = 登録できない文字が入っています。特殊な文字を消してください。
approvals-not-there = この件は見つかりません。「承認」の一覧から選び直してください。
approvals-may-not = これに答えられるのは、答える側の決裁権のある人だけです。
approvals-own = 自分が提出したものには答えられません。ほかの決裁者に頼んでください。
approvals-changed = この件は、先に答えがあったか、取り下げられています
approvals-no-terms = 答えの期限の決まりがまだ登録されていません。
approvals-letter-dear = { $name } 様
approvals-letter-submitted-subject = 【確認のお願い】{ $title }
approvals-letter-submitted-first = 「{ $title }」が提出されました。{ $due }までにお答えください。
approvals-letter-reminder-subject = 【まもなく期限】{ $title }
approvals-letter-reminder-first = 「{ $title }」へのお答えの期限は{ $due }です。次のページでご確認ください。
approvals-letter-decided-subject = { $state ->
    [acknowledged] 【承知】{ $title }
    [approved] 【承認】{ $title }
    [returned] 【差戻し】{ $title }
   *[refused] 【不承認】{ $title }
}
approvals-letter-decided-first = 提出された「{ $title }」は、{ $state ->
    [acknowledged] 館長が承知しました。
    [approved] 承認されました。
    [returned] 差し戻されました。下の意見を確かめて、次の版でお直しください。
   *[refused] 承認されませんでした。
}
approvals-letter-words = 条件・意見
approvals-terms-title = 答えの期限
approvals-terms-lead = 提出された日の翌日から数えます。閉庁日（土日・祝日・12月29日から1月3日）に当たるときは、次の開庁日が期限です。すでに提出されたものの期限は変わりません。
approvals-term-new = これからの期限を登録する
approvals-term-act = 登録する
approvals-term-set = 答えの期限を登録しました。
approvals-term-days = { $count }日
approvals-term-remind = { $count }日前
approvals-term-now = いま有効
approvals-term-coming = これから
approvals-term-over = 終わり
approvals-term-see = 登録されている期限は下の表のとおりです。別の日を選んでください。
approvals-term-number = { $least }から{ $most }までの数字を入れてください。
approvals-term-source-missing = 根拠を書いてください。例　基本協定書第12条
approvals-term-source-wrong = { $limit }字までの、ふつうの文字で書いてください。
approvals-term-past = { DATE($date) }か、それより後の日を選んでください。
approvals-label-since = 適用開始日
approvals-label-days = 提出から
approvals-label-remind = お知らせ
approvals-label-source = 根拠
approvals-unit-days = 日
approvals-unit-before = 日前
approvals-source-help = 例　基本協定書第12条
approvals-since-help = この日以後に提出されたものに使います。
approvals-date-taken = その日からの期限は、もう登録されています
approvals-letter-withdrawn-subject = 【取下げ】{ $title }
approvals-letter-withdrawn-first = 「{ $title }」は取り下げられました。お答えいただく必要はありません。
approvals-term-remind-early = お知らせは、提出からの日数より短くしてください。
approvals-nobody-decides = 答える側の決裁者が、ほかにまだ登録されていません。先に登録してください。
