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
approvals-may-not = この操作は、提出した側の担当者か、答える側の決裁権のある人だけができます。
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
    [returned] 差し戻されました。下の意見を確かめて、直したものを改めてご提出ください。
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
approvals-deputies-title = 代理
approvals-deputies-lead = 決裁権のある人が不在のあいだ、代わりに答える人です。代理の人も、自分が提出したものには答えられません。
approvals-deputies-none = 代理はまだ登録されていません
approvals-deputies-none-text = 不在の予定があるときは、下の欄から登録してください。登録できるのは、決裁権のある人です。
approvals-deputy-new = 代理を登録する
approvals-deputy-act = 登録する
approvals-deputy-named = 代理を登録し、本人にメールでお知らせしました。
approvals-deputy-ended = 代理を終わりにし、本人にメールでお知らせしました。
approvals-deputy-end = { $deputy }さんの代理を終わりにする
approvals-deputy-over = この代理は、もう終わっています。一覧で確かめてください。
approvals-deputy-standing-over = 期間終了
approvals-deputy-standing-ended = 途中で終了
approvals-deputy-standing-coming = これから
approvals-deputy-standing-now = 代理中
approvals-deputy-days = { $from }から{ $until }まで
approvals-deputy-ended-at = { $at }に終了
approvals-deputy-choose-one = 選んでください
approvals-label-away = 不在の人
approvals-label-deputy = 代理の人
approvals-label-first-day = 代理の初日
approvals-label-last-day = 代理の最終日
approvals-label-days-of = 期間
approvals-label-named-by = 登録した人
approvals-away-help = 急な病気などのときは、同じ側の決裁権のある人の分も登録できます。
approvals-deputy-help = 区は所管課の職員、館長は館の職員から選びます。
approvals-until-help = 初日から1年以内の日を選んでください。早く戻ったときは、途中で終わりにできます。
approvals-deputy-choose = 一覧から選んでください。
approvals-deputy-oneself = 不在の人とは別の人を選んでください。
approvals-deputy-day = 日付を選んでください。例　2026年12月8日
approvals-deputy-past = { DATE($date) }か、それより後の日を選んでください。
approvals-deputy-far = { DATE($date) }までの日を選んでください。
approvals-deputy-until = 初日の{ DATE($date) }か、それより後の日を選んでください。
approvals-deputy-long = 代理は1年以内です。{ DATE($date) }までの日を選んでください。
approvals-deputy-other-side = 代理は、不在の人と同じ側の職員から選んでください。区は所管課、館長は館の職員です。
approvals-deputy-there = この人の代理は、{ DATE($from) }から{ DATE($until) }まで登録されています。重ならない期間を選ぶか、先にその代理を終わりにしてください。
approvals-deputy-there-now = この人の代理が、いまほかの画面から登録されました。一覧で確かめてください。
approvals-deputy-of = { $away }の代理
approvals-letter-deputy-subject = { $ended ->
    [yes] 【代理の終了】{ $away }さんの代理は終わりました
   *[no] 【代理のお願い】{ $away }さんの代理になりました
}
approvals-letter-deputy-first = { $ended ->
    [yes] { $away }さんの代理（{ $from }から{ $until }まで）は、途中で終わりになりました。これからは、代わりにお答えいただく必要はありません。
   *[no] { $from }から{ $until }まで、{ $away }さんの代理になりました。この期間は、提出されたものに代わりにお答えください。答えを待っているものは、次のページで確かめられます。
}
