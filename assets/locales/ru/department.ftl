# Отдел: уведомления и выгрузка месяца

notification-order = Приказ № { $number } о нормативах, с { $effective }: ознакомьтесь
notification-unprocessed = Не разобраны обращения прошлых дней: { $count }. Заведите тикеты или отклоните с причиной
notification-pace = { $name }: месяц идёт к { $forecast } мин при плане { $plan }, и даже верхний край прогноза ниже плана. Посмотрите, что мешает
notification-drift = Норматив «{ $name }» расходится с жизнью с { $since }. Проведите новый хронометраж
notification-task = Задание «{ $title }», срок { $due }
notification-task-overdue = Просрочено задание «{ $title }»: срок был { $due }
notification-task-returned = Задание «{ $title }» возвращено: посмотрите замечание
notification-task-to-accept = { $name }: готово задание «{ $title }». Примите результат или верните
notification-objection = { $name }: возражение { $kind ->
    [day] по дню
    [correction] по исправлению
    [absence] по отсутствию
   *[other] по расчётному листу
}. Ответьте
notification-objection-answered = { $name }: ответ на ваше возражение { $upheld ->
    [yes] — вы правы
   *[other] — без изменений
}
notification-cover-proposed = Предложено замещать: { $absent }, с { $from } по { $to }. Согласитесь или откажитесь
notification-note = { $name }: заметка { $day ->
    [none] о вас
   *[other] о вашем дне { $day }
}
notification-review = { $name }: вопрос по вашему тикету. Ответьте
notification-checklist = Проверка запуска № { $item }{ $name ->
    [none] {""}
   *[other] {": "}{ $name }
}. Проведите и отметьте

department-sheet-month = Месяц
department-sheet-days = Дни
department-sheet-links = Звенья
department-sheet-tasks = Задания
department-sheet-indicators = Показатели
department-head-employee = Табельный номер
department-head-name = Имя
department-head-department = Отдел
department-head-position = Должность
department-head-kpi_min = KPI, мин
department-head-open_min = Предварительно, мин
department-head-plan_min = План, мин
department-head-plan_to_date_min = План к дате, мин
department-head-pace_percent = Выполнение, %
department-head-forecast_min = Прогноз, мин
department-head-forecast_low_min = Прогноз от, мин
department-head-forecast_high_min = Прогноз до, мин
department-head-worked_min = Отработано, мин
department-head-measured_min = Без повышения, мин
department-head-decisions = Решений
department-head-measured_per_hour_min = Мин за час
department-head-decisions_per_hour = Решений за час
department-head-tickets = Тикетов
department-head-away_min = Отсутствие, мин
department-head-downtime_min = Простой, мин
department-head-covers_min = Замещал, мин
department-head-covered_by_min = Замещали, мин
department-head-unprocessed = Не разобрано
department-head-tasks_open = Заданий открыто
department-head-tasks_overdue = Просрочено
department-head-date = День
department-head-days = Дней
department-head-ratio = Отношение
department-head-standing = Место
department-head-task = Задание
department-head-due = Срок
department-head-state = Состояние
department-head-indicator = Показатель
department-head-numerator = Числитель
department-head-denominator = Знаменатель
department-head-value = Значение
department-head-target = Цель
department-head-met = Достигнута
standing-weak = слабое звено
standing-lagging = отстаёт
standing-usual = обычное
standing-leading = опережает
standing-strong = сильное звено
standing-too-few-days = мало дней
task-state-open = к выполнению
task-state-done = выполнено
task-state-accepted = принято
task-state-returned = возвращено
task-state-cancelled = отменено
answer-yes = да
answer-no = нет
