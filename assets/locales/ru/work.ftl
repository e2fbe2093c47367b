# Работа отдела: уведомления, утренняя сверка, задания, проверки запуска, возражения, заметки
place-morning = Утренняя сверка
place-tasks = Задания
app-waiting-tasks = { $count ->
    [one] { $count } задание ждёт вас
    [few] { $count } задания ждут вас
   *[other] { $count } заданий ждут вас
}
app-first-thing = Прежде всего: { $what }
app-first-overdue = { $count ->
    [one] { $count } задание просрочено
    [few] { $count } задания просрочены
   *[other] { $count } заданий просрочено
}
app-first-today = { $count ->
    [one] { $count } задание на сегодня
    [few] { $count } задания на сегодня
   *[other] { $count } заданий на сегодня
}
app-first-unprocessed = { $count ->
    [one] { $count } обращение прошлых дней не разобрано
    [few] { $count } обращения прошлых дней не разобраны
   *[other] { $count } обращений прошлых дней не разобрано
}
app-object = Возразить: день, исправление, отсутствие, расчётный лист
app-first-open = К заданиям

notifications-title = Уведомления
notifications-unread-name = Уведомления, новых: { $count }
notifications-unread = { $count ->
    [0] Новых нет
    [one] { $count } новое
    [few] { $count } новых
   *[other] { $count } новых
}
notifications-new = новое
notifications-all-read = Прочитать все
notifications-empty = Уведомлений нет
notifications-empty-text = Здесь появятся приказы для ознакомления, неразобранные обращения, задания, возражения и ответы на них.

work-today = сегодня
work-yesterday = вчера
work-title = Задания
work-page-tasks = Задания
work-page-people = Сроки по людям
work-page-starts = Проверки запуска
work-page-objections = Возражения
work-page-notes = Заметки
work-act-new = Новое: задание, проверка, возражение или заметка
work-act-own = Своё задание
work-act-done = Задание готово
work-act-accept = Принять результат; согласиться с возражением
work-act-return = Вернуть на доработку; отклонить возражение
work-act-cancel = Отменить задание; снять заметку
work-act-ticket = Открыть тикет задания
work-act-find = Найти задание
work-key-pages = страница раздела
work-key-rows = строка списка
work-key-shown = какие задания показаны
work-key-enter = главное действие со строкой
work-key-month = месяц возражений и заметок
work-find-hint = Слова задания, имя
work-give = Выдать задание
work-add = Своё задание
work-start = Начать проверки
work-object = Возразить
work-note = Написать заметку
work-shown-open = Незавершённые
work-shown-now = На сегодня
work-shown-accept = На приёмке
work-shown-finished = Завершённые
work-everybody = Все сотрудники
work-table = Задания
work-col-due = Срок
work-col-title = Что сделать
work-col-person = Чьё
work-col-state = Состояние
work-col-minutes = KPI, мин
work-overdue = просрочено
work-late-line = К сроку в этом месяце: { $due }, с опозданием: { $late } ({ $share } %)
work-nothing-found = Таких заданий нет. Измените поиск или сотрудника
work-unprocessed = { $count ->
    [one] { $count } обращение прошлых дней не разобрано: заведите тикет или отклоните с причиной
    [few] { $count } обращения прошлых дней не разобраны: заведите тикеты или отклоните с причиной
   *[other] { $count } обращений прошлых дней не разобрано: заведите тикеты или отклоните с причиной
}
work-to-desk = К обращениям
work-empty = Заданий нет
work-empty-text = Задание руководителя с решениями засчитывается в KPI, когда результат принят. Своё задание — для памяти, оно не засчитывается.
work-empty-now = На сегодня всё сделано
work-empty-now-text = Просроченных заданий тоже нет.
work-empty-accept = Приёмки ничего не ждёт
work-empty-accept-text = Сюда попадают выданные задания, которые сотрудник отметил готовыми.
work-empty-finished = Завершённых заданий нет
work-empty-finished-text = Здесь видно принятое, сделанное и отменённое за последние 30 дней.
work-choose = Выберите задание
work-choose-text = Здесь будет видно, что сделать, что засчитается и что уже произошло.
work-given-by = Кто выдал
work-own-never-counts = Своё задание не засчитывается в KPI
work-counts-nothing = Без решений: в KPI ничего не засчитается
work-will-count = Засчитается при приёмке: { $minutes } мин
work-counted = Засчитано: { $minutes } мин
work-history = Что происходило
work-step-given = выдано
work-step-done = готово
work-step-accepted = принято
work-step-returned = возвращено
work-step-cancelled = отменено
work-step-undo = отменено сразу после выдачи
work-do = Готово
work-accept = Принять
work-return = Вернуть
work-cancel = Отменить
work-open-ticket = Открыть тикет
work-give-title = Выдать задание
work-add-title = Своё задание
work-give-send = Выдать
work-add-send = Добавить
work-field-people = Кому
work-find-person = Имя или табельный номер
work-nobody = Никого не нашлось
work-choose-all = Всем
work-take-off = Убрать: { $name }
work-lacks-people = Выберите, кого это касается
work-field-title = Что сделать
work-field-title-hint = Одной строкой, например: обзвонить клиентов после аварии
work-field-text = Подробности
work-field-due = Срок
work-lacks-title = Напишите, что сделать
work-bad-due = Введите дату сегодня или позже: 25.11.2026
work-field-decisions = Что засчитается при приёмке
work-find-action = Действие; число после слова — сколько раз
work-no-action = Такого действия нет
work-given = { $count ->
    [one] Задание выдано
    [few] Выдано { $count } задания
   *[other] Выдано { $count } заданий
}
work-added = Задание добавлено
work-done = Отмечено готовым
work-accepted = Результат принят
work-accepted-counted = Результат принят, засчитано { $minutes } мин
work-returned = Возвращено на доработку
work-cancelled = Задание отменено
work-undone = Отменено

work-say-comment = Комментарий, если нужен
work-say-why = Что сказать
work-say-due = Новый срок, если нужен
work-say-done-title = Задание готово
work-say-done-text = Руководитель увидит результат и примет его или вернёт с замечанием.
work-say-done-empty = Напишите, что сделано
work-say-done-send = Готово
work-say-accept-title = Принять результат
work-say-accept-text = Решения задания станут тикетом сотрудника и засчитаются сегодня, по действующему сборнику.
work-say-accept-empty = Напишите, что принято
work-say-accept-send = Принять
work-say-return-title = Вернуть на доработку
work-say-return-text = Сотрудник увидит замечание и сделает заново.
work-say-return-empty = Напишите, чего не хватает
work-say-return-send = Вернуть
work-say-cancel-title = Отменить задание
work-say-cancel-text = Задание останется в истории с причиной; в срок и опоздания оно не войдёт.
work-say-cancel-empty = Напишите, почему задание отменяется
work-say-cancel-send = Отменить задание
work-say-cancel-own-title = Отменить своё задание
work-say-cancel-own-text = Задание останется в истории.
work-say-cancel-own-empty = Напишите, почему задание отменяется
work-say-cancel-own-send = Отменить задание
work-say-tick-title = Проверка проведена
work-say-tick-text = Отметьте проверку и, если нужно, запишите, что увидели.
work-say-tick-empty = Напишите, что увидели
work-say-tick-send = Отметить
work-say-uphold-title = Согласиться с возражением
work-say-uphold-text = Ответ увидит сотрудник. Сама цифра исправляется отдельно: строкой исправления, правкой отсутствия или перерасчётом.
work-say-uphold-empty = Напишите ответ
work-say-uphold-send = Вы правы
work-say-decline-title = Отклонить возражение
work-say-decline-text = Ответ увидит сотрудник. Цифра остаётся прежней.
work-say-decline-empty = Напишите, почему цифра верна
work-say-decline-send = Без изменений
work-say-withdraw-title = Снять заметку
work-say-withdraw-text = Сотрудник её больше не увидит; в журнале она останется.
work-say-withdraw-empty = Напишите, почему заметка снимается
work-say-withdraw-send = Снять заметку

work-people-title = Задания по людям, { $month }
work-people-text = К сроку — задания, срок которых в этом месяце уже наступил; с опозданием — сделанные позже срока и несделанные. Enter открывает задания сотрудника.
work-people-table = Задания по людям
work-people-person = Сотрудник
work-people-open = Открыто
work-people-today = На сегодня
work-people-overdue = Просрочено
work-people-to-accept = На приёмке
work-people-due = К сроку
work-people-late = Опозданий
work-people-share = Опозданий, %
work-people-empty = Сотрудников нет
work-people-empty-text = Здесь появятся сотрудники отдела, когда они начнут работать.

work-starts-empty = Проверок запуска нет
work-starts-empty-text = Новый отдел или сотрудник: пять дней подряд смотрят каждый день, потом три недели — раз в неделю. Каждая проверка отмечается, с записью о том, что увидели.
work-start-of = { $whom }, с { $from }
work-start-floor = Участок
work-start-finished = все проведены
work-start-done-of = проведено { $done } из { $all }
work-start-daily = Проверка дня { $item }, { $day }
work-start-weekly = Проверка недели, № { $item }, { $day }
work-start-ticked = проведена { $day }, { $person }
work-start-overdue = не проведена, день прошёл
work-start-today = провести сегодня
work-start-ahead = впереди
work-start-title = Начать проверки запуска
work-start-text = Пять рабочих дней подряд, затем по одной проверке в неделю три недели.
work-start-whom = Кого проверяем
work-start-whole = Отдел целиком
work-start-from = С какого дня
work-start-send = Начать
work-started = Проверки запуска начаты
work-ticked = { $count ->
    [0] Отмечено, все проверки проведены
    [one] Отмечено, осталась { $count } проверка
    [few] Отмечено, осталось { $count } проверки
   *[other] Отмечено, осталось { $count } проверок
}

work-objection = Возражение
work-objections-open = Возражения, без ответа: { $count }
work-objections-empty = Возражений нет
work-objections-empty-text = Сотрудник может возразить по своему дню, исправлению, отсутствию или строке расчётного листа. Отвечает другой человек, и цифра меняется только отдельным исправлением.
work-objection-waits = ждёт ответа
work-objection-upheld = вы правы
work-objection-declined = без изменений
work-objection-choose = Выберите возражение в списке слева.
work-objection-answer = Ответ { $day }, { $person }
work-about-day = день { $day }
work-about-correction = исправление тикета от { $day }
work-about-absence = отсутствие { $day }
work-about-statement = расчётный лист за { $month }
work-about-line = «{ $line }» в расчётном листе за { $month }
work-uphold = Вы правы
work-decline = Без изменений
work-uphold-hint = Ответ сам ничего не меняет: после согласия исправьте цифру там, где она записана.
work-answered = Ответ отправлен
work-object-title = Возразить
work-object-text = Возражение увидит руководитель. Оно ничего не задерживает; ответ придёт сюда и в уведомления.
work-what-day = День
work-what-correction = Исправление
work-what-absence = Отсутствие
work-what-statement = Расчётный лист
work-object-month = Месяц
work-bad-month = Введите месяц: 11.2026
work-object-line = Строка
work-object-whole = Весь лист
work-object-choose = Выберите
work-object-none = В этом месяце таких записей нет
work-object-what = Что не так
work-object-lacks = Напишите, что не так
work-object-about-lacks = Выберите, о чём возражение
work-object-send = Возразить
work-objected = Возражение отправлено

work-notes-empty = Заметок нет
work-notes-empty-text = Заметка о сотруднике или о его дне видна ему самому: похвала, договорённость, на что обратить внимание.
work-notes-empty-own = Здесь видны заметки руководителя о вас и о ваших днях.
work-note-of-day = { $name }, день { $day }
work-note-title = Заметка
work-note-text = Заметку увидит сотрудник, о котором она.
work-note-whom = О ком
work-note-day = О каком дне
work-note-day-hint = Пусто: о сотруднике вообще
work-note-words = Заметка
work-note-lacks = Напишите заметку
work-note-send = Сохранить
work-note-withdraw = Снять заметку
work-noted = Заметка сохранена
work-withdrawn = Заметка снята

morning-title = Утренняя сверка
morning-before = День раньше
morning-after = День позже
morning-note = Заметка о дне
morning-task = Выдать задание
morning-tickets = Тикеты за день
morning-attach = Прикрепить звонок к тикету
morning-dismiss = Отклонить звонок с причиной
morning-do-tickets = Тикеты
morning-do-note = Заметка
morning-do-task = Задание
morning-key-rows = строка списка
morning-key-open = открыть то, о чём строка
morning-attached = Звонок прикреплён
morning-no-ticket-near = Рядом со звонком нет тикета. Отклоните звонок с причиной или попросите завести тикет
morning-delays-nothing = Сверка ничего не задерживает: день закрывается сам, а найденное исправляют отдельно.
morning-tickets-count = Тикетов за день
morning-calls = Звонков за день
morning-calls-without = без тикета: { $count }
morning-calls-unknown = телефонии за день нет
morning-found = Стоит посмотреть
morning-found-note = Enter открывает, заметка — N
morning-clear-note = всё сошлось
morning-every-department = все отделы
morning-clear = { $day }: всё сошлось
morning-clear-text = Звонки разобраны, минуты согласуются с отработанным временем, возражений нет.
morning-nothing = { $day }: работы не было
morning-nothing-text = За этот день нет ни тикетов, ни звонков. PageUp покажет день раньше.
morning-claims = { $count ->
    [one] { $count } заявка на забытый тикет ждёт решения
    [few] { $count } заявки на забытые тикеты ждут решения
   *[other] { $count } заявок на забытые тикеты ждут решения
}
morning-to-claims = К заявкам
morning-choose = Выберите строку
morning-choose-text = Здесь будет видно, что за ней стоит: звонок, тикет, день сотрудника.
morning-answer = Ответить
morning-call-without = Звонки без тикетов ({ $count })
morning-call-without-why = Разговор был, а тикета на него нет, и причины тоже.
morning-tickets-of = { $count ->
    [one] { $count } тикет
    [few] { $count } тикета
   *[other] { $count } тикетов
}
morning-unfold = Показать тикеты
morning-fold = Свернуть
morning-no-calls = За этот день нет ни одной записи о звонках, поэтому сверить тикеты со звонками не с чем. Сверка ничего не задерживает
morning-ticket-without = Тикеты без звонков ({ $count })
morning-ticket-without-why = Канал — звонок, но ни одного звонка в тикете нет.
morning-held = Ждут конца звонка ({ $count })
morning-held-why = Сохранён, пока звонок шёл: засчитается, когда звонок кончится или день закроется.
morning-early = Сохранены раньше конца звонка ({ $count })
morning-early-why = Тикет сохранён больше чем за минуту до конца своего звонка.
morning-above = Минут больше 120 % отработанных ({ $count })
morning-above-why = Минуты без повышения больше отработанных на пятую часть: проверьте количество решений.
morning-outside = Работа вне графика ({ $count })
morning-outside-why = Больше 30 минут работы вне графика: смена, переработка или время завершения?
morning-objection = Возражения без ответа ({ $count })
morning-objection-why = Сотрудник не согласен с цифрой. Отвечает другой человек.
morning-fact-client = Клиент
morning-fact-channel = Канал
morning-fact-begun = Начало
morning-fact-length = Разговор
morning-fact-finished = Завершён
morning-fact-minutes = KPI
morning-fact-early = До конца, мин:с
morning-fact-measured = Без повышения
morning-fact-worked = Отработано
morning-fact-scheduled = По графику
morning-fact-outside = Вне графика
morning-fact-share = От отработанного
morning-day = { $day }: тикетов { $count }, { $minutes } мин
