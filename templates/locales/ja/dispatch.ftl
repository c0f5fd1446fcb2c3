## 専門家派遣：ページ
staff-nav-dispatches = 専門家派遣
dispatches-title = 専門家派遣
dispatches-one-title = 専門家派遣（{ $reference }）
dispatches-ask = 専門家派遣を申し込む
dispatches-ask-for = 派遣を代わりに申し込む
dispatches-ask-do = 申し込む
dispatches-lead = 相談している分野のうちひとつについて、専門家が事業所に伺います。センターが承認すると、日程をご相談します。
dispatches-own-text = 店や工場を見てもらいたいときは、専門家の派遣を申し込めます。
dispatches-none = あてはまる派遣はありません
dispatches-none-text = 条件を変えて見てください。
dispatches-see-all = すべて見る
dispatches-none-of-case = まだ申込みはありません。
dispatches-every-state = すべて
dispatches-state-requested = 申請中
dispatches-state-approved = 承認
dispatches-state-refused = 不承認
dispatches-state-withdrawn = 取下げ・終了

## 専門家派遣：項目
dispatches-label-field = テーマ
dispatches-label-place = 訪問先の住所
dispatches-label-wish = 見てほしいこと・手伝ってほしいこと
dispatches-label-times = 回数
dispatches-label-asked = 申込み
dispatches-label-agreed = 上の内容を確かめ、同意します
dispatches-label-year = 年度
dispatches-label-eligible = 適格の確認
dispatches-label-left = 残りの回数
dispatches-label-note = 承認する理由（職員用）
dispatches-label-approve-times = 承認する回数
dispatches-unit-times = 回
dispatches-place-help = 専門家が伺う店・工場・事務所の住所です。
dispatches-wish-help = 担当の専門家と調整担当だけが読みます。
dispatches-note-help = 適格の確認で気になる点があっても承認する理由です。ご本人には送りません。
dispatches-reason-help = ご本人に手紙で伝えます。相談の内容は書かないでください。
dispatches-theme-left = { $field }（今年度はあと{ $left }回）
dispatches-times-asked = 希望 { $count }回
dispatches-times-used = 承認 { $approved }回のうち { $used }回
dispatches-spent = { $year }はこれまでに { $count }回の派遣が承認されています。
dispatches-spent-theme = このテーマは { $count }回です。
dispatches-left = { $year }はあと { $count }回まで
dispatches-terms = 派遣は年度ごとに、ひとつのテーマにつき{ $theme }回まで、すべてのテーマを合わせて{ $most }回までです。1回は{ DURATION($duration) }です。
dispatches-how-long = 1回 { DURATION($duration) }
dispatches-agree-title = 派遣のきまり
dispatches-agree-decide = 専門家は助言をします。決めるのはご自身で、申請や書類の作成は代わりに行いません。
dispatches-agree-report = 専門家は、派遣のたびにセンターに報告します。報告は担当者だけが読みます。
dispatches-agree-asked = 最後の派遣のあとで、アンケートにお答えいただきます。

## 専門家派遣：適格の確認
dispatches-eligible-yes = 対象です
dispatches-eligible-no = 確認が必要です
dispatches-eligible-own = 対象になるかどうか、センターで確かめます
dispatches-against-outside = 事業所が区内にありません。
dispatches-against-large = 中小企業者ではありません。
dispatches-against-unknown = 中小企業者かどうか、資本金と従業員の数から判定できません。
dispatches-outside = 訪問先と希望の内容は、担当の専門家と主担当の調整担当だけが読めます。

## 専門家派遣：すること
dispatches-approve = 承認する
dispatches-approve-do = この回数で承認する
dispatches-refuse = 承認しない
dispatches-withdraw = 取り下げる
dispatches-withdraw-text = 使っていない回数は、また申し込めるようになります。
dispatches-end = 取り下げる・終わりにする
dispatches-end-text = 使っていない回数は、申込みできる回数に戻ります。これからの日程があるときは、先に取り消してください。
dispatches-meetings = 派遣の日程
dispatches-arrange = 派遣の日程を決める
dispatches-day-help = { $year }のうちの日を入れてください。
dispatches-no-expert = 担当の専門家がいません
dispatches-no-expert-text = 先に案件の担当を決めてください。
dispatches-evaluation = 利用者の評価
dispatches-asked = 専門家派遣の申込みを受け付けました。
dispatches-approved = 専門家派遣を承認しました。
dispatches-refused = 承認しないことにし、手紙で知らせました。
dispatches-withdrawn = 専門家派遣を取り下げました。

## 専門家派遣：直してほしいこと
dispatches-field-missing = テーマをえらんでください。
dispatches-place-missing = 訪問先の住所を入れてください。
dispatches-wish-missing = 見てほしいことを書いてください。
dispatches-times-missing = 回数を1以上の数で入れてください。
dispatches-times-many = 今回は{ $left }回までです。
dispatches-agreed-missing = 派遣のきまりに同意してください。
dispatches-note-missing = 承認する理由を書いてください。
dispatches-reason-missing = 理由を書いてください。
dispatches-asked-already = このテーマの派遣は、もう申し込まれています
dispatches-decided-already = もう決まっています
dispatches-over = もう終わっています
dispatches-not-approved = 承認された派遣ではありません
dispatches-used-up = 承認された回数を使いきっています
dispatches-other-year = 承認された年度のうちの日を入れてください。
dispatches-stays-visit = 派遣の方法は「訪問」のままにしてください。

## 専門家派遣：手紙
dispatches-letter-requested-subject = 専門家派遣の申込みを受け付けました（{ $reference }）
dispatches-letter-requested-first = 相談 { $reference } について、専門家派遣 { $times }回の申込みを受け付けました。
dispatches-letter-requested-then = センターで確かめてから、結果をお知らせします。
dispatches-letter-approved-subject = 専門家派遣を承認しました（{ $reference }）
dispatches-letter-approved-first = 相談 { $reference } の専門家派遣を、{ $year }に { $times }回まで承認しました。
dispatches-letter-approved-then = 担当者が日程をご相談します。
dispatches-letter-refused-subject = 専門家派遣の申込みについて（{ $reference }）
dispatches-letter-refused-first = 相談 { $reference } の専門家派遣は、今回は承認できませんでした。
dispatches-letter-refused-then = センターでの相談は続けてご利用いただけます。
dispatches-letter-withdrawn-subject = 専門家派遣の取下げについて（{ $reference }）
dispatches-letter-withdrawn-first = 相談 { $reference } の専門家派遣を取り下げました。
dispatches-letter-withdrawn-then = これまでに使った回数は { $used }回です。
dispatches-letter-reason = 理由：{ $reason }
dispatches-letter-evaluation-subject = 専門家派遣はいかがでしたか（{ $reference }）
dispatches-letter-evaluation-first = 相談 { $reference } の専門家派遣が終わりました。これからの派遣をより良くするため、アンケートにお答えください。

## 謝金
honoraria-title = 謝金明細
honoraria-of-month = { MONTH($date) }の謝金明細
honoraria-text-dispatch = 記録が仕上がった派遣の謝金です。単価は、記録を仕上げた時のものです。
honoraria-text-all = 記録が仕上がったすべての面談の謝金です。単価は、記録を仕上げた時のものです。
honoraria-see-all = すべての面談を見る
honoraria-see-dispatch = 派遣だけを見る
honoraria-kind-dispatch = 専門家派遣
honoraria-kind-meeting = 面談
honoraria-label-kind = 種類
honoraria-label-minutes = 時間（分）
honoraria-label-rate = 1時間の単価
honoraria-label-yen = 謝金
honoraria-sum = 小計
honoraria-withheld = 関係者限りの案件
honoraria-withheld-meetings = 関係者限りの案件 { $count }回
honoraria-withheld-why = 日と受付番号は、担当する人だけが見られます。
honoraria-all = 合計
honoraria-all-text = { $count }回・{ DURATION($duration) }
honoraria-none = この月の謝金はありません
honoraria-none-text = 記録が仕上がると、ここに出ます。

dispatch-terms-title = 専門家派遣のきまり
dispatch-terms-lead = 1つの事業者に、年度のうちに何回まで、1回何分まで専門家を派遣するかです。受け付けた申込みと、承認した回数は変わりません。
dispatch-terms-most-per-applicant = 1事業者の上限（年度）
dispatch-terms-most-per-theme = 1テーマの上限（年度）
dispatch-terms-minutes = 1回の長さ
dispatch-terms-unit-times = 回
dispatch-terms-source = 根拠
dispatch-terms-source-help = 要綱の名前と条など
dispatch-terms-source-missing = 根拠を入れてください。
