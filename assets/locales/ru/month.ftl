# Месяц сотрудника, отдел, показатели.
place-department = Отдел

# Мой KPI, месяц сотрудника
kpi-title = Мой KPI
kpi-previous = Предыдущий месяц
kpi-next = Следующий месяц
kpi-official = Официально, по { $day } включительно
kpi-official-none = Официально: закрытых дней ещё нет
kpi-of-plan = { $share } % плана на эту дату ({ $plan } мин)
kpi-plan-not-begun = плановых дней ещё не было
kpi-plan-unknown = план не рассчитан
kpi-today = Сегодня, предварительно
kpi-today-note = из { $target } · { $count ->
    [one] { $count } тикет
    [few] { $count } тикета
   *[other] { $count } тикетов
}
kpi-today-tickets = { $count ->
    [0] тикетов ещё нет
    [one] { $count } тикет
    [few] { $count } тикета
   *[other] { $count } тикетов
}
kpi-all-closed = все дни месяца закрыты
kpi-open-days = Ещё не закрыто
kpi-today-of-open = из них сегодня { $minutes } мин
kpi-provisional-note = предварительно, в счёт не входит
kpi-plan-month = План месяца
kpi-plan-left = осталось { $minutes } мин
kpi-plan-reached = план месяца выполнен
kpi-forecast = Прогноз месяца
kpi-forecast-band = от { $low } до { $high }
kpi-forecast-no-band = полоса — после трёх дней
kpi-forecast-over = месяц завершён
kpi-forecast-early = после первого закрытого дня
kpi-no-plan = На { $year } год нет производственного календаря: план и проценты не рассчитаны, а KPI считается. Календарь добавит администратор
kpi-empty-title = В этом месяце дней ещё нет
kpi-empty-text = Здесь появятся рабочие дни и тикеты, как только будет сохранён первый
kpi-chart = Дни месяца
kpi-chart-day = День
kpi-chart-minutes = Минуты KPI
kpi-as-table = Показать таблицей
kpi-as-chart = Показать графиком
kpi-reached = план дня выполнен
kpi-below = ниже плана дня
kpi-open = день не закрыт
kpi-target = План дня
kpi-off = выходной
kpi-away = отсутствие
kpi-state = Состояние
kpi-sentence =
    { $closed ->
        [0] Закрытых дней ещё нет
        [one] { $closed } закрытый день, план дня выполнен на { $reached }
        [few] { $closed } закрытых дня, план дня выполнен на { $reached }
       *[other] { $closed } закрытых дней, план дня выполнен на { $reached }
    }
kpi-page-month = Месяц
kpi-page-day = День
kpi-page-pay = Оплата
kpi-day-none = Выберите день
kpi-day-none-text = Нажмите столбец или клавиши ← →: здесь откроются тикеты дня и то, из чего сложились минуты
kpi-day-closed = день закрыт
kpi-day-open = ещё не закрыт
kpi-day-loading = Читаем день…
kpi-day-sum = KPI дня
kpi-day-without-lines = сумма при закрытии
kpi-day-lines = строки исправлений
kpi-day-line = Строка исправления
kpi-day-line-by = { $person }: { $reason }
kpi-day-held = ждёт конца звонка
kpi-day-empty = В этот день тикетов нет
kpi-pace = Темп и прогноз
kpi-pace-words = Темп { $ratio } %: столько минут KPI приходится на сто отработанных, по { $days ->
    [one] { $days } закрытому дню
   *[other] { $days } закрытым дням
}. При таком темпе месяц закончится на { $forecast } мин.
kpi-pace-no-band = Полоса прогноза появится после трёх отработанных дней.
kpi-pace-band = С вероятностью 95 % — от { $low } до { $high }.
kpi-pace-below = Даже верхний край ниже плана { $plan }: без перемены темпа его не выполнить.
kpi-pace-above = Даже нижний край не ниже плана { $plan }.
kpi-pace-within = План { $plan } лежит внутри полосы: решат оставшиеся дни.
kpi-efficiency = Эффективность
kpi-per-hour-minutes = Минут без повышения за час
kpi-per-hour-decisions = Решений за час
kpi-worked = Отработано, мин
kpi-absences = Отсутствия, мин
kpi-absences-none = Отсутствий в этом месяце нет
kpi-cover = Замещение, мин
kpi-cover-none = Замещения в этом месяце нет
kpi-covers = за: { $name }
kpi-covered-by = замещал(а): { $name }
kpi-notes = Заметки руководителя
kpi-orders = { $count ->
    [one] Ознакомиться с приказом: { $count }
   *[other] Ознакомиться с приказами: { $count }
}
kpi-unprocessed = Не разобрано обращений прошлых дней: { $count }
kpi-task-overdue = Просрочено задание «{ $title }»: срок был { $due }
kpi-task-today = Задание на сегодня: «{ $title }»
kpi-trace-back = Назад к дню
kpi-trace-loading = Читаем, откуда взялся вес…
kpi-trace-norm = Норматив
kpi-trace-boost = Повышение
kpi-trace-weight = Вес
kpi-trace-kpi = В счёт
kpi-trace-order = Приказ
kpi-trace-no-order = Приказа не было: сборник в обкатке, вес 0
kpi-trace-order-words = Приказ № { $number } от { $date }, действует с { $effective }, подпись: { $person }
kpi-trace-set = Сборник «{ $set }»
kpi-trace-basis = Основание норматива
kpi-trace-no-norm = В сборнике нет норматива на это действие: вес 0
kpi-trace-counts = { $regular ->
    [one] { $regular } обычный замер
    [few] { $regular } обычных замера
   *[other] { $regular } обычных замеров
}, тяжёлых { $hard }, исключено { $excluded }
kpi-trace-allowance = Надбавка
kpi-trace-hard-share = Доля тяжёлых случаев
kpi-trace-exact = До округления: { $exact } сотых минуты
kpi-trace-ticket = Тикет
kpi-trace-study = Исследование
kpi-trace-readings = Замеры, мин ({ $count })
kpi-reading-regular = обычный
kpi-reading-hard = тяжёлый
kpi-reading-exclude = исключён
kpi-reading-rating = темп { $rating } %
kpi-pay-open = Открыть расчётный лист
kpi-pay-loading = Считаем оплату…
kpi-pay-through = Заработано по { $day } включительно
kpi-pay-nothing-closed = Закрытых дней ещё нет
kpi-pay-locked = Начислено за месяц
kpi-pay-note = предварительно, до вычета налога
kpi-pay-note-locked = месяц закрыт, до вычета налога
kpi-pay-rehearsal = учебный участок: не выплачивается
kpi-pay-no-money = Сумм нет: { $why }
kpi-pay-words = { $kpi } мин KPI — это { $share } % базы { $base } мин; база — план закрытых дней без ненавёрстанных отсутствий.
kpi-pay-lines = Строки, положение { $scheme }
kpi-key-month = Соседний месяц
kpi-key-day = Соседний день
kpi-key-page = Месяц, день, оплата
kpi-key-decision = Решение дня: откуда его вес
kpi-key-ticket = Открыть тикет
kpi-object = Возразить
kpi-object-hint = Возражение о дне: его прочтёт руководитель и ответит
kpi-key-back = Назад

# Отдел
department-all = Все отделы
department-choose = Отдел
department-people = Сотрудники
department-links = Звенья
department-indicators = Показатели
department-empty = В этом месяце в отделе никого нет
department-empty-text = Здесь появятся операторы отдела со дня приёма. Выберите другой месяц или отдел
department-nobody-found = Никто не подходит под поиск и фильтр
department-table = Сотрудники отдела
department-kpi = KPI по { $day }
department-of-plan = { $share } % от { $plan } мин
department-adoption = Полнота учёта
department-adoption-note = разобрано { $part } из { $all }
department-overdue = Просрочено заданий
department-late = с опозданием за месяц { $share } %
department-late-none = сроков в этом месяце не было
department-find = Найти сотрудника
department-find-hint = имя, номер, должность
department-filter-all = Все · { $count }
department-filter-behind = Ниже плана · { $count }
department-filter-away = Сегодня нет · { $count }
department-filter-waiting = Не разобрано · { $count }
department-filter-weak = Отстают · { $count }
department-col-name = Сотрудник
department-col-kpi = KPI, мин
department-col-plan = План, мин
department-col-pace = %
department-col-days = 10 дней
department-col-link = Звено
department-col-away = Нет, мин
department-col-cover = Замещ., мин
department-col-unprocessed = Звонки
department-col-overdue = Задания
department-away-today = Сегодня: { $kind }
department-cover-hint = Замещал { $covers } мин, его замещали { $by } мин
department-unprocessed-hint = Не разобрано звонков и чатов
department-trend = { $days ->
    [one] { $days } закрытый день
    [few] { $days } закрытых дня
   *[other] { $days } закрытых дней
}, план дня выполнен на { $reached }
department-back = Назад к отделу
department-csv = Сохранить таблицу в CSV
department-xlsx = Сохранить месяц отдела в XLSX
department-note = Заметка
department-task = Задание
department-act-filter = Следующий фильтр
department-act-sort = Сортировать по следующему столбцу
department-act-reverse = Обратный порядок
department-act-department = Следующий отдел
department-key-page = Сотрудники, звенья, показатели
department-key-open = Открыть месяц сотрудника
department-key-sort = Столбец сортировки и порядок
department-key-indicators = Показатель: новый, изменить, цель, убрать

# Звенья
links-empty = Сравнивать ещё не с чем
links-empty-text = Слабые и сильные звенья видны, когда закрыт хотя бы один день с отработанными минутами
links-chart = Слабые и сильные звенья
links-days = Дней
links-ratio = KPI на отработанную минуту
links-middle = отдел
links-inner = предел случая 95 %
links-outer = предел случая 99,8 %
links-sentence = Отдел делает { $ratio } мин KPI за отработанную минуту. Ниже пределов случая { $below }, в пределах { $usual }, выше { $above }; мало дней у { $few }.
links-efficiency = Эффективность за час
links-efficiency-text = Минуты без повышения и решения за отработанный час закрытых дней
links-hour-minutes = Мин
links-hour-decisions = Решений

# Показатели
indicators-empty = Показателей ещё нет
indicators-empty-text = Задайте первый: что считать и относительно чего
indicators-through = По закрытым дням, по { $day } включительно
indicators-nothing-closed = Закрытых дней в месяце ещё нет
indicators-table = Показатели месяца
indicator-col-name = Показатель
indicator-col-value = Значение
indicator-col-target = Цель
indicator-col-met = Итог
indicator-col-counts = Из чего
indicator-no-data = нет данных
indicator-met = достигнута
indicator-missed = не достигнута
indicator-no-target = без цели
indicator-formula = { $numerator } / { $denominator }
indicator-least = Знаменатель меньше { $least }: нет данных и премии
indicator-trend = Шесть месяцев
indicator-month = Месяц
indicator-trend-none = За шесть месяцев данных нет
indicator-trend-one = Данные пока за один месяц
indicator-trend-words = { $month }: { $now }, до того { $before }
indicator-people = { $indicator }: по сотрудникам
indicator-new = Новый показатель
indicator-add = Новый
indicator-edit = Изменить
indicator-target = Цель
indicator-done = Записано: действует с этого месяца
indicator-retire = Убрать
indicator-retired = Показатель убран с этого месяца. Утверждённые положения об оплате считают по нему дальше
indicator-restored = Показатель снова в списке
indicator-new-title = Новый показатель
indicator-edit-title = Определение показателя
indicator-from-now = Определение действует с текущего месяца; прошлые месяцы не пересчитываются
indicator-code = Код
indicator-code-hint = латиницей, не меняется
indicator-name-ru = Название
indicator-name-en = Название по-английски
indicator-about-ru = Что показывает
indicator-about-en = Что показывает, по-английски
indicator-unit = Единица
indicator-unit-percent = проценты
indicator-unit-money = рубли
indicator-unit-minutes = минуты
indicator-unit-number = число
indicator-unit-points = баллы
indicator-numerator = Числитель
indicator-denominator = Знаменатель
indicator-actions = Действия
indicator-groups = Группы
indicator-actions-hint = через запятую; пусто — все
indicator-rating = Вид оценки
indicator-rating-hint = например, csat
indicator-save = Записать
indicator-bad-code = Код: латинские буквы, цифры и дефис
indicator-no-name = Дайте название на обоих языках
indicator-no-outcome = Выберите хотя бы один итог
indicator-no-rating = Назовите вид оценки
indicator-unknown-action = Действия с кодом { $code } в каталоге нет: проверьте код
indicator-unknown-group = Группы «{ $group }» в каталоге нет: проверьте название
indicator-target-title = Цель показателя «{ $indicator }»
indicator-target-text = Цель действует с текущего месяца. У отдела и должности своя цель важнее общей
indicator-target-sign = Значение должно быть
indicator-target-value = Цель
indicator-target-least = Наименьший знаменатель
indicator-target-least-hint = меньше — «нет данных», премии нет; пусто — любой
indicator-bad-least = Наименьший знаменатель — целое число
indicator-target-for = Для кого
indicator-target-all = Все отделы
indicator-target-position = Только должность
indicator-target-position-hint = пусто — все должности
indicator-target-end = Снять эту цель
indicator-target-save = Записать цель
measure-decisions = решения
measure-hard-decisions = тяжёлые случаи
measure-deals = сделки с суммой
measure-amount = сумма сделок
measure-tickets = тикеты
measure-outcomes = тикеты с итогом
measure-contacts = обращения известных клиентов
measure-repeat-contacts = повторные обращения за 7 дней
measure-kpi = минуты KPI
measure-measured = минуты без повышения
measure-plan = минуты плана
measure-worked = отработанные минуты
measure-calls = звонки и чаты
measure-processed-calls = разобранные звонки и чаты
measure-rating-sum = сумма оценок
measure-ratings = число оценок
