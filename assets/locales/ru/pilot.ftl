# Путь сборника: состояние, условия, чего не хватает, обкатка
way-draft = черновик
way-pilot = обкатка
way-no-pilot = без обкатки
way-submitted = на утверждении
way-approved = утверждён
way-in-force = действует
allowance-none = Без надбавки
allowance-normal = Надбавка { $share } % к нормальному времени: { $factor }
allowance-shift = Надбавка { $share } % от смены: { $factor }
allowance-value-none = Нет
allowance-value-normal = { $share } % к нормальному времени, { $factor }
allowance-value-shift = { $share } % от смены, { $factor }
convention-normal = К нормальному времени
convention-shift = От времени смены
convention-normal-text = Норматив = нормальное время × (1 + надбавка)
convention-shift-text = Норматив = нормальное время ÷ (1 − надбавка): такая доля каждой оплаченной минуты — не работа с обращением
basis-talk-only = только разговор
norms-terms = Условия
norms-terms-title = Условия черновика
norms-terms-save = Записать условия
norms-terms-saved = Условия черновика изменены
norms-terms-why = Проверьте название и надбавку
norms-terms-again =
    { $count ->
        [one] Норматив { $count } измеренного действия без своей надбавки будет взят заново
       *[other] Нормативы { $count } измеренных действий без своей надбавки будут взяты заново
    }
norms-field-convention = От чего надбавка
norms-allowance-most = Не больше { $most } %
norms-allowance-taken = Сотрите, и станет как у сборника: { $share } %
norms-boost-taken = Сотрите, и повышения не будет
norms-pilot-stands = Обкатка { $from } – { $to }: закрыто { $closed } из { $needed } дней
norms-by-order-revoked = Приказ № { $number } отменён до вступления в силу
norms-report = Отчёт
norms-back = К сборникам
norms-lacks =
    { $count ->
        [one] До обкатки и подачи осталось { $count } дело
        [few] До обкатки и подачи осталось { $count } дела
       *[other] До обкатки и подачи осталось { $count } дел
    }
norms-lacks-remarks =
    { $count ->
        [one] { $count } замечание: подать сборник оно не мешает
        [few] { $count } замечания: подать сборник они не мешают
       *[other] { $count } замечаний: подать сборник они не мешают
    }
norms-lack-norm = «{ $action }»: нет норматива
norms-lack-boost = «{ $action }»: повышенный KPI без причины
norms-lack-talk = «{ $action }»: замеры из записей звонков, в них только разговор
norms-mend-norm = Задать
norms-mend-boost = Объяснить
norms-mend-talk = Надбавка
norms-submit-talk =
    { $count ->
        [one] У { $count } норматива измерен только разговор, а надбавки нет: скажите в основании, почему
       *[other] У { $count } нормативов измерен только разговор, а надбавки нет: скажите в основании, почему
    }
norms-submit-no-pilot = Обкатки не было: директору придётся объяснить в приказе почему
norms-submit-short-pilot = Закрыто { $closed } из { $needed } дней обкатки: если к приказу их не прибавится, директор объяснит в нём почему
norms-pilot = Начать обкатку
norms-pilot-title = Обкатка сборника
norms-pilot-text = Тикеты будут взвешены и по сборнику «{ $set }», рядом с действующим: в зачёт и в оплату это не идёт. Строки на это время закрыты
norms-pilot-why = Сначала заполните, чего не хватает, и проверьте даты
norms-field-pilot-from = С рабочего дня
norms-field-pilot-to = По рабочий день
norms-pilot-past = Обкатка не начинается в прошлом
norms-pilot-order = Последний день раньше первого
norms-pilot-enough =
    { $count ->
        [one] { $count } рабочий день: приказу хватит { $needed }
        [few] { $count } рабочих дня: приказу хватит { $needed }
       *[other] { $count } рабочих дней: приказу хватит { $needed }
    }
norms-pilot-short =
    { $count ->
        [one] { $count } рабочий день: меньше { $needed }, и приказ попросит причину
        [few] { $count } рабочих дня: меньше { $needed }, и приказ попросит причину
       *[other] { $count } рабочих дней: меньше { $needed }, и приказ попросит причину
    }
norms-pilot-uncounted = Рабочие дни не сосчитать: на эти даты нет календаря
norms-pilot-begun = Обкатка: { $from } – { $to }
norms-withdraw = Забрать
norms-withdraw-title = Забрать сборник
norms-withdraw-pilot = Обкатка сборника «{ $set }» прекратится, и он снова станет черновиком. Закрытые дни её отчёта останутся видны пересчётом месяца
norms-withdraw-submitted = Сборник «{ $set }» уйдёт от директора и снова станет черновиком
norms-field-withdraw = Почему
norms-withdraw-placeholder = Необязательно. Например, нашлась ошибка в замерах
norms-withdrawn = Сборник снова черновик
norms-key-terms = Изменить условия черновика
norms-key-pilot = Начать обкатку
norms-key-report = Отчёт сборника: обкатка и пересчёт месяцев

# Отчёт сборника
report-act-pilot = Дни обкатки
report-act-previous = Предыдущий месяц
report-act-next = Следующий месяц
report-act-table = Следующая таблица
report-act-xlsx = Сохранить весь отчёт книгой XLSX
report-act-csv = Сохранить эту таблицу в CSV
report-key-month = Предыдущий и следующий месяц
report-loading = Пересчитываем закрытые дни…
report-pilot = Обкатка
report-standing = Обкатка с { $from } по { $to }: закрыто { $closed } из { $needed } дней, которых приказ ждёт без особой причины
report-provisional = Действующего сборника у отдела нет: эти веса предварительные, и по ним ничего не начисляется
report-empty = С { $from } по { $to } нет закрытых дней с работой
report-empty-pilot = Пока не закрыт первый день обкатки, посмотрите, что сборник сделал бы с прошлым месяцем
report-empty-text = Выберите другой месяц: пересчитать можно любой закрытый
report-median = Медианный день человека
report-total = KPI отдела за эти дни
report-winners = Выиграют / проиграют
report-days = Закрытых дней
report-was = было { $before }, { $change }
report-same = без изменений: { $count }
report-days-of = { $closed } из { $needed }
report-days-left =
    { $count ->
        [one] до приказа ещё { $count } день
        [few] до приказа ещё { $count } дня
       *[other] до приказа ещё { $count } дней
    }
report-days-enough = для приказа достаточно
report-occupancy = У сборника нет надбавок: 480 минут такого KPI — это 100 % занятости оплаченного дня, без отдыха и ожидания
report-without-norm =
    { $count ->
        [one] По сборнику ничего не весит { $count } действие, которое в эти дни делали: { $actions }
        [few] По сборнику ничего не весят { $count } действия, которые в эти дни делали: { $actions }
       *[other] По сборнику ничего не весят { $count } действий, которые в эти дни делали: { $actions }
    }
report-says = «Было» — то, что дни засчитали: суммы при закрытии со строками исправлений. «Станет» — те же решения по этому сборнику. Ни один закрытый день от этого не меняется
report-new = впервые
report-chart = Люди до и после
report-chart-minutes = Средний рабочий день, минут KPI
report-before = Было
report-after = Станет
report-target = План дня
report-as-table = Показать таблицей
report-as-chart = Показать графиком
report-sentence =
    { $winners ->
        [one] Выигрывает { $winners } человек, проигрывают { $losers }
        [few] Выигрывают { $winners } человека, проигрывают { $losers }
       *[other] Выигрывают { $winners } человек, проигрывают { $losers }
    }
report-most = больше всех выигрывает { $person } ({ $change })
report-least = больше всех теряет { $person } ({ $change })
report-people = По людям
report-actions = По действиям
report-by-day = По дням
report-people-table = Отчёт по людям
report-actions-table = Отчёт по действиям
report-days-table = Отчёт по дням
report-col-person = Оператор
report-col-days = Дней
report-col-before = Было
report-col-after = Станет
report-col-change = Разница
report-col-median-before = Медиана, было
report-col-median-after = Медиана, станет
report-col-of-target = Плана, %
report-col-target = План
report-col-action = Действие
report-col-quantity = Раз
report-col-share = KPI, %
report-col-weight = Вес, мин
report-col-real = Реально · раз
report-col-agrees = Сходится ли
report-col-day = День
report-col-people = Людей
report-col-a-person = Станет на человека
report-col-in-force = По действующему
report-col-pilot = По обкатываемому
report-no-calls = звонки не говорят
report-real-note = Реальное время — среднее время обработки по звонкам тех же дней. Сравнивается со временем нормы без надбавки и повышения: звонок надбавки не показывает
report-real-hint = Время нормы { $norm } мин; 95 % интервал реального: { $interval }
report-today = Сегодня, в тени
report-today-table = Сегодня по людям
report-today-note = Незакрытый день: по действующему сборнику и по тому, что обкатывается. Предварительно
agrees-agrees = сходится
agrees-longer = дольше нормы
agrees-shorter = быстрее нормы
agrees-too-few = мало звонков
replay-figure = Показатель
replay-value = Значение
replay-sheet-summary = Итог
replay-sheet-people = Люди
replay-sheet-actions = Действия
replay-sheet-days = Дни
replay-set = Сборник
replay-department = Отдел
replay-from = С
replay-to = По
replay-closed-days = Закрытых дней
replay-before = KPI, было, мин
replay-after = KPI, станет, мин
replay-median-before = Медианный день, было, мин
replay-median-after = Медианный день, станет, мин
replay-winners = Выиграют
replay-losers = Проиграют
replay-without-norm = Без норматива
replay-occupancy = Надбавок нет: 100 % занятости
replay-head-operator = Табельный номер
replay-head-operator-name = Оператор
replay-head-days = Дней
replay-head-target-min = План, мин
replay-head-before-min = Было, мин
replay-head-after-min = Станет, мин
replay-head-change-percent = Разница, %
replay-head-median-before-min = Медианный день, было, мин
replay-head-median-after-min = Медианный день, станет, мин
replay-head-action = Код
replay-head-action-name = Действие
replay-head-quantity = Раз
replay-head-share-percent = Доля KPI, %
replay-head-weight-in-force-min = Вес сейчас, мин
replay-head-weight-min = Вес по сборнику, мин
replay-head-contacts = Звонков
replay-head-real-min = Реальное время, мин
replay-head-real-low-min = Реальное, от, мин
replay-head-real-high-min = Реальное, до, мин
replay-head-norm-time-min = Время нормы, мин
replay-head-agrees = Сходится ли
replay-head-date = День
replay-head-people = Людей
replay-head-after-of-target-percent = Станет, % плана

# Приказы: обкатка, отмена, ознакомление
orders-page-norms = Что изменит
orders-page-people = Люди до и после
orders-page-order = Приказ
orders-page-acquaintance = Ознакомление
orders-page-acquaintance-of = Ознакомление: { $known } из { $all }
orders-key-page = Другая страница: люди до и после, ознакомление
orders-pilot = Обкатка
orders-pilot-stands = { $from } – { $to }: закрыто { $closed } из { $needed } дней
orders-no-pilot = Не было
orders-pilot-was =
    { $count ->
        [one] { $from } – { $to }, закрыт { $count } день
        [few] { $from } – { $to }, закрыто { $count } дня
       *[other] { $from } – { $to }, закрыто { $count } дней
    }
orders-supersedes = Взамен приказа
orders-first = Первый в отделе
orders-boosts-unexplained = Повышенный KPI без причины: { $actions }. Верните сборник на доработку
orders-talk-only = Измерен только разговор, надбавки нет: { $actions }
orders-number-taken = Номер уже занят
orders-notice = Два месяца с даты приказа кончаются { $day } (ТК РФ ст. 162)
orders-notice-kept =
    { $count ->
        [0] Два месяца с даты приказа кончаются { $day }: срок предупреждения соблюдён (ТК РФ ст. 162)
        [one] Два месяца с даты приказа кончаются { $day }: срок соблюдён с запасом в { $count } день (ТК РФ ст. 162)
        [few] Два месяца с даты приказа кончаются { $day }: срок соблюдён с запасом в { $count } дня (ТК РФ ст. 162)
       *[other] Два месяца с даты приказа кончаются { $day }: срок соблюдён с запасом в { $count } дней (ТК РФ ст. 162)
    }
orders-notice-short =
    { $count ->
        [one] Два месяца с даты приказа кончаются { $day }: не хватает { $count } дня (ТК РФ ст. 162)
       *[other] Два месяца с даты приказа кончаются { $day }: не хватает { $count } дней (ТК РФ ст. 162)
    }
orders-pilot-none = Обкатки не было: приказ скажет почему
orders-pilot-short = Закрыто { $closed } из { $needed } дней обкатки: приказ скажет почему
orders-field-pilot = Почему без полной обкатки
orders-pilot-placeholder = Например, нормы вводятся впервые
orders-pilot-shared = Пусто: причина раннего срока скажет и об этом
orders-missing-count =
    { $count ->
        [one] с { $day }, не ознакомлен { $count }
       *[other] с { $day }, не ознакомлены { $count }
    }
orders-revoked-by = отменён приказом № { $number }
orders-revoked-text = Отменён приказом № { $number } от { $day }, { $person }
orders-revoked = Приказ отменён
orders-revoke = Отменить приказ
orders-revoke-title = Отменить приказ № { $number }
orders-revoke-text = Приказ ещё не вступил в силу. Его отменяет другой приказ; действовать продолжит сборник, что действует сейчас
orders-revoke-frozen = Сборник отменённого приказа больше не подать: скопируйте его в новый черновик
orders-field-revoke = Почему отменяется
orders-revoke-placeholder = Например, ошибка в доле тяжёлых случаев
orders-fingerprint-agrees = Отпечаток пересчитан сейчас и сходится с приказом
orders-fingerprint-differs = Отпечаток, пересчитанный сейчас, не сходится с приказом: файл меняли в обход программы. Запустите norma verify
orders-save-pdf = Сохранить приказ с листом ознакомления в PDF
orders-save-xlsx = Сохранить таблицу приказа в XLSX
orders-save-json = Сохранить приказ в JSON: одни и те же байты всегда
orders-file = приказ_{ $number }
acquaintance-all = Ознакомились все: { $all }
acquaintance-missing =
    { $count ->
        [one] Ещё не ознакомился { $count } человек
        [few] Ещё не ознакомились { $count } человека
       *[other] Ещё не ознакомились { $count } человек
    }
acquaintance-note = Кому ещё предстоит, программа напомнит при входе. Кто ознакомился в день вступления в силу или позже, назван на листе
acquaintance-nobody = Знакомить некого
acquaintance-nobody-text = В отделе нет операторов, которых касается приказ
acquaintance-table = Лист ознакомления
acquaintance-col-person = Сотрудник
acquaintance-col-position = Должность
acquaintance-col-at = Когда
acquaintance-col-state = Состояние
acquaintance-known = ознакомлен
acquaintance-late = ознакомлен поздно
acquaintance-unknown = ещё нет
acquaintance-overdue = не ознакомлен

# Ознакомление оператора
place-acquaintance = Ознакомление
app-waiting-acknowledge =
    { $count ->
        [one] { $count } приказ ждёт ознакомления
        [few] { $count } приказа ждут ознакомления
       *[other] { $count } приказов ждут ознакомления
    }
app-remind-acknowledge =
    { $count ->
        [one] { $count } приказ о нормативах ждёт, чтобы вы с ним ознакомились
        [few] { $count } приказа о нормативах ждут, чтобы вы с ними ознакомились
       *[other] { $count } приказов о нормативах ждут, чтобы вы с ними ознакомились
    }
app-remind-open = Ознакомиться
app-remind-later = Позже
acknowledge-title = Ознакомление с приказами
acknowledge-empty = Приказов, с которыми надо ознакомиться, нет
acknowledge-empty-text = Когда директор утвердит новые нормативы, программа скажет об этом при входе, и приказ откроется здесь
acknowledge-days-left =
    { $count ->
        [one] вступит в силу через { $count } день
        [few] вступит в силу через { $count } дня
       *[other] вступит в силу через { $count } дней
    }
acknowledge-in-force = уже действует
acknowledge-before = Ваш KPI за 30 закрытых дней
acknowledge-after = Те же решения по приказу
acknowledge-touched = Ваших действий с новым весом
acknowledge-change = разница { $change }
acknowledge-of-all =
    { $count ->
        [one] всего приказ меняет { $count } вес
        [few] всего приказ меняет { $count } веса
       *[other] всего приказ меняет { $count } весов
    }
acknowledge-figures = Закрытые дни не изменятся: они взвешены тем сборником, что действовал тогда. Это пример на вашей же работе
acknowledge-first = Сначала откройте изменения: веса ваших действий стоят первыми
acknowledge-open = Открыть изменения
acknowledge-do = Ознакомлен(а)
acknowledge-why = Сначала откройте изменения
acknowledge-means = Отметка встанет в лист ознакомления с датой и временем
acknowledge-done = Вы ознакомлены с приказом № { $number }
acknowledge-table = Что меняет приказ
acknowledge-col-action = Действие
acknowledge-col-quantity = Вы делали, раз
acknowledge-col-before = Вес был
acknowledge-col-after = Вес станет
acknowledge-col-change = Разница
acknowledge-new = новый
acknowledge-gone = без нормы
acknowledge-key-order = Другой приказ
acknowledge-key-rows = По строкам таблицы

# Заместители
orders-deputies = Заместители
deputies-title = Заместители руководителей
deputies-text = В названные дни заместитель действует в отделе и с правами руководителя. Запрещённое всегда остаётся запрещённым: свой тикет после закрытия дня, утверждение поданного собой
deputies-none = Заместителей ещё не назначали
deputies-for = за { $supervisor }, { $from } – { $to }
deputies-end = Завершить
deputies-ended = Замещение завершено
deputies-named = Заместитель назначен
deputies-name = Назначить
deputies-field-person = Кто замещает
deputies-field-from = С дня
deputies-field-to = По день
deputies-find = Найдите по имени
deputies-nobody = Никого с таким именем в отделе нет
deputies-most =
    { $count ->
        [one] Не больше { $count } дня за раз
       *[other] Не больше { $count } дней за раз
    }
deputies-state-acting = замещает
deputies-state-coming = предстоит
deputies-state-ended = завершено раньше
deputies-state-over = окончено

# Формулировки приказа
orders-wording = Формулировки приказа
wording-title = Формулировки приказа
wording-text = Блоки, в которых фирма говорит по-своему. Пустой блок печатается словами программы; числа, сроки и отпечаток приказа от формулировок не зависят
wording-ru = По-русски
wording-en = По-английски
wording-begin = Взять слова программы за основу
wording-placeholders = В тексте можно назвать: { $list }
wording-heading = Заголовок
wording-heading-hint = Над номером приказа
wording-preamble = Вступление
wording-preamble-hint = Перед словом «приказываю»
wording-points = Пункты
wording-points-hint = По одному на строку
wording-signature = Подпись
wording-signature-hint = Должность того, кто подписывает
wording-save = Записать формулировки
wording-saved = Формулировки приказа записаны
