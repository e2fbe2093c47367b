# Отсутствия и замещения.
place-absences = Отсутствия
board-title = Отсутствия и замещения
board-name = Табель отсутствий
board-page = Табель
cover-page = Замещения
board-key-page = Табель или замещения
board-key-cells = Выбрать день и сотрудника
board-key-block = Выбрать несколько дней или людей
board-key-open = Записать или изменить; согласиться на замещение
board-key-save = Сохранить
board-record = Записать отсутствие
board-record-short = Отсутствие
board-idle = Записать простой
board-idle-short = Простой
board-remove = Отменить запись или отозвать замещение
board-remove-short = Отменить
board-find = Найти сотрудника
board-find-hint = Фамилия или номер
board-people = Сотрудник
board-nobody = Никто не нашёлся
board-sum-away = Отсутств.
board-sum-idle = Простой
board-sum-surplus = Сверх
board-sum-a-day = в день
board-empty = В табеле пока никого нет
board-empty-text = Здесь появятся операторы отдела со дня приёма: их дни, отсутствия, простой и замещения
board-letter-holiday = П
board-no-plan = графика нет: на этот год нет календаря
board-scheduled = по графику { $minutes } мин
board-downtime = Простой { $cause }
board-covers = замещает: { $person }, { $minutes } мин, { $why }
board-covered-by = замещающий: { $person }, { $minutes } мин, { $why }
board-legend-left = уходит из плана
board-legend-stayed = остаётся в плане
board-legend-idle = простой
board-legend-free = выходной
board-legend-holiday = П — праздник
board-legend-short = короткий день
board-legend-covers = замещает
board-legend-covered = замещён
board-hint = Выберите дни мышью или стрелками (с Shift — несколько), затем Enter: отсутствие, D: простой, Delete: отмена
board-hint-reader = Выберите день мышью или стрелками: здесь будет видно, что за ним стоит
board-several =
    { $count ->
        [one] { $count } сотрудник, { $days }
        [few] { $count } сотрудника, { $days }
       *[many] { $count } сотрудников, { $days }
    }
board-figures = по графику { $scheduled } мин · план { $target } · KPI закрытых дней { $kpi }
board-catch-up = Отсутствия, которые остаются в плане месяца: { $own } мин, наверстано { $made_up }, не отработано { $missed } (по закрытым дням)
board-choose-first = Сначала выберите дни: протяните мышью по клеткам или встаньте на клетку стрелками
board-nothing-there = В выбранных клетках нет ни отсутствий, ни простоя
board-record-title = Отсутствие
board-change-title = Изменить отсутствие
board-idle-title = Простой
board-field-who = Кто
board-field-kind = Вид
board-find-kind = Название или буква вида
board-no-kind = Такого вида нет
board-kind-needed = Выберите вид отсутствия
board-kind-hint = Наберите начало названия или нажмите цифру
board-kind-leaves = Минуты уходят из плана.
board-kind-stays = Минуты остаются в плане, их можно наверстать в том же месяце.
board-kind-free = Замещают и без соглашения.
board-kind-agreed = Замещают только по соглашению.
board-field-cause = По чьей вине
board-cause-leaves = Минуты уходят из плана и оплачиваются отдельно (ТК РФ ст. 155, 157)
board-cause-stays = Минуты остаются в плане: простой по вине работника не оплачивается (ТК РФ ст. 157)
board-whole = Целые дни
board-part = Часть дня
board-field-from = С
board-field-to = По
board-field-from-time = Время начала
board-field-to-time = Время конца
board-bad-time = Время пишут ЧЧ:ММ, например 17:30
board-order = Конец раньше начала
board-days =
    { $count ->
        [one] { $count } календарный день
        [few] { $count } календарных дня
       *[many] { $count } календарных дней
    }
board-field-note = Примечание
board-field-why = Почему меняете
board-why-needed = Напишите, почему запись меняется: это останется в журнале
board-save = Записать
board-change-save = Изменить
board-recorded =
    { $count ->
        [one] Отсутствие записано
       *[other] Записано отсутствий: { $count }
    }
board-idle-recorded = Простой записан
board-changed = Отсутствие изменено
board-remove-title = Отменить записи
board-remove-reason = Почему отменяете
board-remove-empty = Напишите, почему запись отменяется: это останется в журнале
board-remove-send = Отменить записи
board-removed =
    { $count ->
        [one] Запись отменена
       *[other] Отменено записей: { $count }
    }
board-taken-back = Отменено

absence-letter-sick-leave = Б
absence-letter-vacation = ОТ
absence-letter-training = ПК
absence-letter-trip = К
absence-letter-state-duty = Г
absence-letter-donor = ДД
absence-letter-reward = ОГ
absence-letter-short-leave = ОЛ
absence-letter-unpaid-leave = ДО
absence-letter-lateness = ОП
absence-letter-without-reason = ПР
downtime-letter-employer = РП
downtime-letter-nobody = НП
downtime-letter-employee = ВП

day-holiday = праздник
day-off = выходной по переносу
day-free = выходной
day-working = рабочий день
day-working-short = рабочий день, короче на час
day-short = короткий день
day-swapped = перенос с { $day }

cover-propose = Предложить замещение
cover-propose-short = Замещение
cover-agreements = Соглашения
cover-none = Соглашений на этот месяц нет
cover-none-text = Предложите замещение: оно действует с рабочего дня, в который сотрудник согласится. Без соглашения минуты сверх плана засчитываются за больных и за тех, чьё отсутствие остаётся в плане.
cover-none-reader = Когда руководитель предложит вам замещать коллегу, предложение появится здесь
cover-state-proposed = предложено
cover-state-accepted = согласовано
cover-state-withdrawn = отозвано
cover-share = доля { $share } %
cover-share-scheme = доля по положению
cover-in-effect = действует { $days }
cover-never-in-effect = не действовало
cover-accept = Согласиться
cover-withdraw = Отозвать
cover-accepted-done = Согласие записано: замещение действует
cover-withdrawn-done = Замещение отозвано
cover-proposed = Замещение предложено
cover-withdraw-title = Отозвать замещение
cover-withdraw-text = Предложение ещё не принято: после отзыва согласиться на него нельзя.
cover-withdraw-accepted = Замещение действует ещё до третьего рабочего дня после отзыва, но не дольше срока соглашения (ТК РФ ст. 60.2). Отзыв не отменить.
cover-propose-title = Предложить замещение
cover-propose-text = Начнёт действовать с рабочего дня, в который сотрудник согласится в программе (ТК РФ ст. 60.2, 151).
cover-propose-send = Предложить
cover-field-absent = Кого замещают
cover-field-coverer = Кто замещает
cover-find = Фамилия или номер
cover-usual =
    обычно сверх плана { $minutes } мин в день за { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
cover-usual-short = { $minutes } мин в день
cover-usual-none = закрытых дней ещё нет
cover-field-share = Доля, %
cover-bad-share = Доля — число процентов, например 60
cover-share-hint = пусто — по положению
cover-real = Кто кого замещал
cover-by-day = По дням
cover-by-month = За месяц
cover-through = По закрытым дням, по { $day } включительно
cover-nothing-closed = Закрытых дней в этом месяце ещё нет
cover-nobody = В этом месяце никто никого не замещал
cover-rules = Каждая минута сверх плана дня засчитывается один раз: сначала тикеты «за коллегу», затем по соглашению, затем без соглашения — за больных и за тех, чьё отсутствие остаётся в плане. За одного отсутствующего — не больше его минут за день.
cover-col-coverer = Кто
cover-col-absent = За кого
cover-col-minutes = Мин
cover-col-why = Почему
cover-col-amount = Сумма
cover-claim-mark = по тикетам «за коллегу» { $minutes } мин
cover-claim-agreement = по соглашению { $minutes } мин
cover-claim-free = без соглашения { $minutes } мин
cover-line = { $coverer } → { $absent }: { $claims }; засчитано { $minutes } мин, не больше минут отсутствия за день
cover-fund = { $absent }: замещение стоит { $sum }, из них { $unpaid } не заработал отсутствующий, { $employer } добавляет работодатель
app-waiting-cover =
    { $count ->
        [one] { $count } предложение замещать
        [few] { $count } предложения замещать
       *[many] { $count } предложений замещать
    }
