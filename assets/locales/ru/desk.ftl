# Рабочее место: звонки, клиент, вкладки. Тикеты: поиск, история, исправления. Проверка руководителя.
place-tickets = Тикеты
place-review = Проверка
app-find-tickets = Искать в тикетах
app-correct = Исправить
app-waiting-calls = { $count ->
    [one] { $count } обращение ждёт обработки
    [few] { $count } обращения ждут обработки
   *[other] { $count } обращений ждут обработки
}
app-waiting-review = { $count ->
    [one] { $count } дело ждёт вас
    [few] { $count } дела ждут вас
   *[other] { $count } дел ждут вас
}

desk-tab-nameless = Без клиента
desk-decision-placeholder = Цифра или первые буквы
desk-none-text = Цифра выбирает частое решение, буквы ищут остальные в любой раскладке: «nfh» найдёт «Смена тарифа». «тар 3» — сразу три раза
desk-quantity = Количество: { $action }
desk-hard-short = Тяжёлый
desk-paid-on = День оплаты
desk-paid-on-hint = сегодня
desk-amount = Сумма, ₽
desk-amount-hint = 1 500,50; возврат с минусом
desk-finish = Закончен
desk-finish-now = сейчас
desk-finish-hint = Если работа закончилась раньше: время сегодня, например 14:35. Забытый тикет закрытого дня: 19.11 14:30, его примет руководитель
desk-slip-claim = Это тикет закрытого дня: напишите, почему он не записан тогда. Руководитель примет его строкой исправления
desk-claim-why = Почему не записан тогда
desk-claim-why-placeholder = Прочтёт руководитель
desk-save-claim = Отправить заявку
desk-claimed = Заявка у руководителя: { $minutes } мин
desk-claim-open = Заявка за { $day }, { $minutes } мин: ждёт руководителя
desk-claim-accepted = Заявка за { $day } принята: { $minutes } мин
desk-claim-declined = Заявка за { $day } отклонена: { $reason }
desk-slip-finish = Время окончания не подходит: нужно время сегодняшнего рабочего дня, не позже этой минуты, например 14:35
desk-slip-paid-on = День оплаты не читается: запишите дату, например 03.12.2026, или оставьте пустым — тогда это день тикета
desk-slip-amount = Сумма не читается: запишите рубли цифрами, например 1500,50
desk-behalf-nothing = Такого коллеги в отделе нет
desk-save-same = Ничего не изменено
desk-saved-held = Тикет сохранён и ждёт конца звонка: тогда засчитается { $minutes } мин
desk-history = История тикета
desk-too-many = Открыто { $count } тикетов, больше не открыть: сохраните или закройте один из них
desk-leave-title = Закрыть без сохранения?
desk-leave-text = Тикет не сохранён. Пропадёт:
desk-leave-correction = Исправление не сохранено, тикет останется прежним. Пропадёт:
desk-leave-close = Закрыть
desk-leave-stay = Оставить
desk-left = Тикет закрыт без сохранения
desk-reason-wrong-number = Ошиблись номером
desk-reason-silence = Тишина в трубке
desk-reason-dropped = Звонок сорвался
desk-reason-advertising = Реклама или спам

desk-client-looking = Ищем обращения клиента…
desk-client-new = Обращений ещё не было
desk-client-last = Последнее обращение { $day }
desk-client-repeated = { $days ->
    [0] Повторное обращение: прошлое сегодня
    [one] Повторное обращение: прошлое { $days } день назад
    [few] Повторное обращение: прошлое { $days } дня назад
   *[other] Повторное обращение: прошлое { $days } дней назад
}
desk-client-repeated-badge = { $days ->
    [0] сегодня
   *[other] { $days } дн. назад
}
desk-client-calls-only = { $count ->
    [one] { $count } звонок без тикета
    [few] { $count } звонка без тикета
   *[other] { $count } звонков без тикета
}
desk-client-history = Клиент
desk-client-calls = { $count ->
    [one] { $count } звонок, последний { $last }
    [few] { $count } звонка, последний { $last }
   *[other] { $count } звонков, последний { $last }
}

desk-calls = Обработать
desk-calls-none = Всё обработано
desk-calls-none-text = Новые звонки и чаты встанут здесь сами
desk-calls-before = { $count ->
    [one] { $count } с прошлых дней: обработайте до закрытия дня
    [few] { $count } с прошлых дней: обработайте до закрытия дня
   *[other] { $count } с прошлых дней: обработайте до закрытия дня
}
desk-call-hidden = Номер скрыт
desk-call-running = идёт { $time }
desk-call-unanswered = без ответа
desk-call-no-end = ещё идёт
desk-call-taken = в открытом тикете
desk-call-take = В тикет
desk-call-here = Сюда
desk-call-take-here = Взять в открытый тикет: { $client }
desk-call-dismiss = Отклонить
desk-call-attach = К тикету
desk-call-attach-hint = Присоединить к вашему ближайшему сохранённому тикету
desk-call-dismissed = Обращение отклонено с причиной
desk-call-attached = Обращение присоединено к тикету
desk-dismiss-title = Отклонить: { $client }
desk-dismiss-text = Обращение останется в отчётах с вашей причиной и тикета не потребует
desk-dismiss-reason = Почему тикет не нужен
desk-dismiss-empty = Напишите причину: её увидит руководитель
desk-asked = { $count ->
    [one] { $person } спрашивает о тикете за { $day }
   *[other] Вопросов о тикетах: { $count }, первый от { $person } за { $day }
}
desk-reply-open = Ответить
desk-reply-title = Ответ руководителю
desk-reply = Ваш ответ
desk-reply-empty = Напишите ответ
desk-reply-send = Отправить
desk-replied = Ответ отправлен

desk-ticket-held = ждёт конца звонка
desk-ticket-calls = { $count ->
    [one] { $count } звонок
    [few] { $count } звонка
   *[other] { $count } звонков
}
desk-ticket-corrected = исправлен
desk-day-held = ждут конца звонка: { $minutes } мин

desk-key-quantity = Количество у выделенного решения; «тар 3», «*3»
desk-key-leave = Закрыть тикет
desk-key-correct = Исправить последний сохранённый
desk-key-next = Другой открытый тикет
desk-key-choices = Канал, итог, за коллегу
desk-key-fields = Комментарий, время окончания
desk-key-calls = Список обращений (Enter — в тикет, Del — отклонить)
desk-key-take = Взять обращение в тикет

tickets-title = Тикеты
tickets-client = Клиент
tickets-text = Слова комментария
tickets-text-placeholder = Все слова, достаточно начала
tickets-from = С
tickets-to = По
tickets-date-placeholder = дд.мм.гггг
tickets-date-wrong = Например, 17.03.2026
tickets-clear = Очистить поиск
tickets-any = Любое
tickets-nothing-fits = Ничего похожего нет
tickets-person = Сотрудник
tickets-state = Состояние
tickets-when = Закончен
tickets-done = Что сделано
tickets-minutes = KPI, мин
tickets-found = Найденные тикеты
tickets-marked = отмечен
tickets-empty = Таких тикетов нет
tickets-empty-text = Уберите часть условий или проверьте номер. Телефон находится в любой записи
tickets-page = { $count ->
    [one] Страница { $page }: { $count } тикет
    [few] Страница { $page }: { $count } тикета
   *[other] Страница { $page }: { $count } тикетов
}
tickets-next = Раньше
tickets-previous = Позже
tickets-key-find = К полю клиента
tickets-key-open = Открыть тикет
tickets-key-next = Следующая страница
tickets-key-previous = Предыдущая страница
tickets-key-mark = Отметить для общего исправления
tickets-key-correct = Исправить тикет
tickets-key-back = Назад к поиску
tickets-correct-marked = Исправить отмеченные: { $count }
tickets-bulk-title = { $count ->
    [one] Исправить { $count } тикет
    [few] Исправить { $count } тикета
   *[other] Исправить { $count } тикетов
}
tickets-bulk-text = Одна причина для всех. В закрытых днях это одна строка исправления на сотрудника и день, по нормативам того дня
tickets-bulk-replace = Заменить решение
tickets-bulk-cancel = Аннулировать
tickets-bulk-from = Записано по ошибке
tickets-bulk-to = На самом деле
tickets-bulk-send = Исправить
tickets-bulk-lacks = Нужны причина и, если это замена, оба решения
tickets-action-placeholder = Код или первые буквы
tickets-reason = Причина
tickets-reason-lacks = Напишите причину: она останется в истории
tickets-correct-title = Исправление тикета
tickets-correct-closed = День закрыт: сумма дня не изменится, разница встанет строкой исправления с вашей причиной
tickets-correct-open = День ещё не закрыт: исправление войдёт в его сумму. Прежняя версия останется в истории
tickets-correct-add = Добавить решение
tickets-paid-on-hint = пусто: день тикета
tickets-correct-send = Исправить
tickets-correct-cancel = Аннулировать тикет
tickets-corrected = Исправлено
tickets-corrected-line = Исправлено строкой: { $minutes } мин
tickets-asked = Вопрос отправлен оператору
tickets-done-toast = Сделано
ticket-state-counted = засчитан
ticket-state-held = ждёт звонка
ticket-state-cancelled = аннулирован
ticket-state-corrected = исправлен
ticket-state-with-call = со звонком
ticket-state-without-call = без звонка
ticket-state-under-review = под вопросом

ticket-title = Тикет
ticket-title-of = Тикет: { $client }
ticket-back = К поиску
ticket-correct = Исправить
ticket-ask = Спросить оператора
ticket-decisions = Решения
ticket-none = Решений нет: тикет ничего не весит
ticket-none-cancelled = Тикет аннулирован и ничего не весит
ticket-held = ждёт конца звонка: { $minutes } мин
ticket-norm = норматив { $norm } мин
ticket-norm-boost = норматив { $norm } мин { $boost } = { $weight } мин
ticket-amount = сумма { $amount } ₽
ticket-no-set = В тот день сборник не действовал: решения ничего не весят
ticket-set-loading = Читаем сборник…
ticket-set = Веса из сборника «{ $set }»
ticket-set-order = Веса из сборника «{ $set }», приказ № { $order }, действует с { $day }. Они сохранены в тикете и не пересчитываются
ticket-measured = Без повышений: { $minutes } мин
ticket-calls = Звонки и чаты
ticket-call-undo = Разъединить
ticket-saved-early = сохранён до конца звонка
ticket-facts = О тикете
ticket-day = Рабочий день
ticket-times = Время
ticket-saved-at = сохранён в { $time }
ticket-history = История
merge-saved-after = Присоединён сам: тот же клиент, и это первый тикет, сохранённый после звонка
merge-saved-before = Присоединён сам: тот же клиент, позже тикетов не было, этот сохранён последним до конца звонка
merge-by-hand = Присоединён вручную
event-saved = Сохранён
event-corrected = Исправлен
event-held = Отложен до конца звонка
event-counted = Засчитан
event-attached = Присоединён звонок
event-undone = Звонок отсоединён
event-review-opened = Вопрос руководителя
event-review-answered = Ответ оператора
event-review-closed = Вопрос закрыт
event-floor = программа

review-title = Проверка
review-page-count = { $page }: { $count }
review-morning = Не обработано
review-worth = Стоит посмотреть
review-talks = Вопросы
review-claims = Заявки
review-queue = Очередь
review-key-page = Другая страница
review-key-rows = Другая строка
review-calls = Обращения
review-merged = В тикетах
review-dismissed = Отклонено
review-dismissed-note = с причиной оператора
review-unprocessed = Не обработано
review-unprocessed-note = ни тикета, ни причины
review-all-processed = всё обработано
review-no-calls = обращений не было
review-adoption = обработано { $share } %
review-unprocessed-calls = Обращения без тикета
review-unprocessed-none = Все обращения обработаны
review-more-in-calls = Показаны последние. Остальные откроются, когда эти будут обработаны
review-early = Сохранены до конца звонка
review-early-none = Таких тикетов нет
review-early-text = Сюда попадают тикеты, сохранённые больше чем за минуту до конца своего звонка
review-worth-title = Тикеты, на которые стоит взглянуть
review-worth-text = Это поводы посмотреть, а не обвинения: KPI от этого списка не меняется. Спросите оператора
review-worth-none = Смотреть нечего
review-worth-none-text = За эти дни ничего необычного нет. Для порядка возьмите случайную выборку
review-asked-already = спрошен
review-because-minutes-above-call = Минут намного больше звонка: { $measured } мин по нормативам, { $call } мин разговора
review-because-repeated-decision = То же решение тому же клиенту { $days } дн. назад: { $action }
review-because-unusual-pair = Редкая пара решений: { $first } и { $second }
review-because-day-end-burst = { $count } тикетов за последние { $minutes } мин дня
review-because-boost-rising = Решение с повышенным KPI стало частым: { $action }, было { $before } в день, стало { $after }
review-because-saved-early = Сохранён за { $seconds } с до конца звонка
review-because-held-at-close = Звонок ещё шёл, когда день закрылся
review-because-sample = Случайная выборка
review-sample = Случайная выборка
review-sample-text = Столько тикетов тех же дней берётся наугад. Зерно выборки записывается, её можно повторить
review-sample-size = Сколько
review-sample-draw = Взять
review-sample-size-wrong = Число от 1 до 200
review-sample-of = { $count } из { $population }, { $from } – { $to }, зерно { $seed }
review-talks-none = Вопросов операторам нет
review-talks-none-text = Откройте тикет или список «Стоит посмотреть» и спросите оператора: ответ появится здесь
review-state-open = ждёт ответа
review-state-answered = есть ответ
review-state-closed = закрыт
review-asked-by = { $person } спрашивает, { $at }
review-answered-by = { $person } отвечает, { $at }
review-concluded = Вывод, { $at }
review-close = Закрыть вопрос
review-ask-title = Вопрос оператору
review-ask-text = Оператор увидит вопрос на рабочем месте. KPI от вопроса не меняется
review-ask-label = Что спросить
review-ask-empty = Напишите вопрос
review-ask-send = Спросить
review-close-title = Закрыть вопрос
review-close-text = Вывод останется в истории тикета. Если минуты неверны, исправьте тикет отдельно
review-close-label = Вывод
review-close-empty = Напишите вывод
review-close-send = Закрыть
review-closed-done = Вопрос закрыт
review-dismiss-title = Отклонить обращение
review-claims-none = Заявок нет
review-claims-none-text = Забытый тикет закрытого дня оператор заявляет здесь, а вы принимаете его строкой исправления
claim-state-open = ждёт решения
claim-state-accepted = принята
claim-state-declined = отклонена
claim-reason = Почему не записан в тот день: { $reason }
claim-decided = { $person }: { $reason }
review-accept = Принять
review-decline = Отклонить
review-accept-title = Принять заявку
review-accept-text = Минуты встанут строкой исправления в закрытый день, по нормативам того дня
review-accept-send = Принять
review-decline-title = Отклонить заявку
review-decline-text = Оператор увидит причину
review-decline-send = Отклонить
review-claim-accepted = Заявка принята строкой исправления
review-claim-declined = Заявка отклонена
review-queue-operators = Кто это?
review-queue-text = Телефония называет линии и имена, которых участок не знает. Укажите сотрудника: записи найдут его сейчас и впредь
review-queue-count = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
}
review-queue-match = Указать
review-queue-who = Сотрудник
review-queue-who-placeholder = Имя или номер
review-queue-records = Записи без хозяина: { $count }
review-queue-more = Показаны первые. Остальные появятся, когда эти будут разобраны
review-queue-unnamed = без имени
review-queue-none = Очередь пуста
review-queue-none-text = Каждая запись телефонии нашла своего сотрудника
review-queue-dismissed = Запись отклонена с причиной
review-nobody = Ничья
review-nobody-title = Запись ничья
review-nobody-text = Например, тестовый звонок или линия другого отдела. Запись останется с вашей причиной
review-nobody-send = Отклонить
queue-no-operator = В записи не назван оператор
queue-unknown-operator = Никого с таким именем или линией нет: { $operator }
queue-not-employed = { $operator } в тот день здесь не работал
queue-unknown-stage = Стадия не описана в карте стадий: { $text }
