# Исследования: замеры, отметки выбросов, операторы, время, норма после приказа.
study-title = Исследования
study-studies = Исследования
study-norms-in-force = Действующие нормы
study-norms-in-force-drifted = Действующие нормы: { $count ->
    [one] { $count } разошлась
   *[other] { $count } разошлись
}
study-waiting-drifted = { $count ->
    [one] { $count } норма разошлась с реальным временем
    [few] { $count } нормы разошлись с реальным временем
   *[other] { $count } норм разошлись с реальным временем
}
study-key-rows = По строкам таблицы; Enter открывает
study-key-answers = Ответ на отметку выброса
study-loading = Читаем исследование…
study-loading-drift = Сравниваем нормы с реальным временем…
study-empty = Исследований ещё нет
study-empty-text = Замерьте действие секундомером: замеры, отметки и норма появятся здесь. Готовые замеры и записи звонков загружает команда norma import
study-empty-director = Исследования ведёт руководитель отдела. Как только появятся замеры, их будет видно здесь
study-find = Найти исследование
study-find-hint = Действие, источник или дата
study-nothing-found = Такого исследования нет
study-kept-of = всего замеров { $all }
study-source-stopwatch = секундомер
study-source-import = из файла
study-source-call-record = записи звонков

study-source-talk-only = { $source }: только разговор

study-act-readings = Все замеры; в списке — исследования
study-act-flags = Отметки выбросов по одной
study-act-distribution = Как лежат значения
study-act-operators = Операторы рядом
study-act-time = Время: порядок, часы, баланс
study-act-drift = После приказа; в списке — нормы в силе
study-act-next-page = Следующая страница
study-act-previous-page = Предыдущая страница
study-act-back = Назад к списку исследований
study-act-find = Найти
study-act-filter = Следующий отбор замеров
study-act-by-operator = Замеры одного оператора, по очереди
study-act-sort = Сортировать по следующему столбцу
study-act-turn = Обратный порядок
study-act-decide = Решить выбранный замер
study-act-keep = Вернуть исключённый замер
study-act-amend = Исправить темп или примечание
study-act-skip = Отложить отметку и перейти к следующей
study-act-before = Предыдущая отметка
study-act-alike = Решить все отметки одинаково
study-act-conditions = Описать условия
study-act-new = Новое исследование этого действия
study-act-stopwatch = К секундомеру с этим исследованием
study-act-xlsx = Выгрузить все замеры в XLSX
study-act-csv = Выгрузить все замеры в CSV

study-to-stopwatch = К секундомеру
study-xlsx = XLSX
study-csv = CSV
study-file = zamery-{ $action }.{ $ending }
study-norm = Норма без надбавки
study-norm-all = с исключёнными { $norm }
study-interval = Интервал 95 %, мин
study-precision = Точность
study-precision-reached = цель ±10 % достигнута
study-precision-needed = до ±10 % ещё ≈ { $number }
study-kept = Замеров учтено
study-kept-note = тяжёлых { $hard }, исключено { $excluded }
study-operators = Операторов
study-operators-enough = есть о чём судить
study-operators-few = для всех мало
study-period = Рабочих дней
study-conditions = Условия: { $conditions }
study-conditions-none = Условия не описаны: место, оборудование, смена — всё, что надо знать читателю нормы
study-talk-only = Только разговор: замеры взяты из записей звонков, работы после звонка в них нет. Норме нужна надбавка, послезвонковый элемент или объяснение
study-repeat = Исключено { $percent } % замеров, больше 5 %: исследование стоит повторить
study-nothing-lacks = Всего хватает: замеров, операторов и дней
study-step-and-lacks = { $step }. Ещё: { $lacks }
study-page-readings = Замеры
study-page-flags = Отметки
study-page-flags-open = Отметки: { $count }
study-page-distribution = Распределение
study-page-operators = Операторы
study-page-time = Время
study-page-drift = После приказа

study-filter-all = Все { $number }
study-filter-regular = Обычные { $number }
study-filter-hard = Тяжёлые { $number }
study-filter-flagged = С отметкой { $number }
study-filter-excluded = Исключённые { $number }
study-everybody = Все операторы
study-find-reading = Найти замер
study-find-reading-hint = Номер, слово…
study-no-rows = Таких замеров нет: снимите отбор (V, P) или сотрите слово поиска
study-table-studies = Список исследований
study-table-readings = Таблица замеров
study-table-decided = Решения по замерам
study-column-action = Действие
study-column-dates = Даты
study-column-source = Источник
study-column-kept = Учтено
study-column-operators = Операторов
study-column-precision = Точность
study-column-flags = Отметки
study-column-norm = Норма, мин
study-column-number = №
study-column-start = Начало
study-column-operator = Оператор
study-column-minutes = Мин
study-column-times = К мед.
study-column-counts = Учёт
study-column-pace = Темп
study-column-pauses = Паузы
study-column-why = Почему
study-column-who = Кто решил
study-column-when = Когда
study-column-n = n
study-choose-row = Выберите замер в таблице: ↑ ↓
study-decide = Решить
study-keep = Вернуть
study-amend = Исправить
study-number = № { $number }
study-timed-regular = замерен как обычный
study-timed-hard = замерен как тяжёлый
study-pauses = паузы, с: { $pauses }
study-decided-by = решено { $at }, { $who }
study-noted = примечание: { $note }
study-not-excluded = Этот замер учитывается: возвращать нечего
study-kept-again = возвращён после исключения

study-decide-title = Замер № { $number }: { $minutes } мин
study-amend-title = Исправить замер № { $number }: { $minutes } мин
study-field-pace = Темп, % от нормального
study-field-note = Примечание
study-field-reason = Причина
study-pace-hint = 100 — нормальный темп; медленнее — меньше, быстрее — больше
study-pace-wrong = Темп пишется числом: 95 или 102,5
study-reason-hint = Нужна, если меняется темп: от него зависит норма
study-needs-reason = Впишите причину
study-nothing-changed = Ничего не изменено
study-save = Сохранить
study-conditions-title = Условия исследования
study-conditions-text = Через год норму прочтёт тот, кто здесь не был. Что он должен знать?
study-field-conditions = Условия
study-conditions-placeholder = Например: поддержка, дневная смена, учётная система версии 4, гарнитуры
study-alike-title = { $count ->
    [one] Решить { $count } отметку
    [few] Решить { $count } отметки одинаково
   *[other] Решить { $count } отметок одинаково
}
study-alike-text = Одно решение с одной причиной для всех открытых отметок. Оно попадёт в журнал целиком
study-alike-exclude = Исключить
study-alike-hint = «Слишком долго» — не причина
study-alike-send = Решить все
study-said-decided = Решение записано
study-said-alike = Все отметки решены
study-said-amended = Замер исправлен
study-said-described = Условия записаны
study-said-opened = Новое исследование открыто: замеряйте
study-said-undone = Отменено
study-yes = да
study-no = нет
study-counts-regular = обычный
study-counts-hard = тяжёлый
study-counts-exclude = исключён
study-decided-regular = учтён как обычный
study-decided-hard = учтён как тяжёлый
study-decided-exclude = исключён

study-flag-title = Замер № { $number }: { $minutes } мин
study-flag-progress = { $number } из { $all }
study-of-class-regular = обычных
study-of-class-hard = тяжёлых
study-of-class-exclude = исключённых
study-flag-rule = { $times } к медиане всех замеров. Правило для { $class }: { $rule }
study-flag-strong-text = Отметка сильная: второй тест (ESD) тоже её ставит. Но и он не знает, ошибка это или тяжёлый случай
study-flag-weak-text = Отметка слабая: второй тест (ESD) её не ставит. Такое бывает и само по себе
study-flag-high = Обычные причины долгого замера: тяжёлый случай, забыли остановить секундомер, замеряли не то действие
study-flag-low = Обычные причины короткого замера: секундомер запустили поздно, замеряли не то действие
study-norm-with = Норма с ним
study-norm-without = Норма без него
study-mean-is = среднее { $mean }
study-flag-answer = Что это было?
study-flag-before = Предыдущая
study-flag-skip = Отложить
study-flag-alike = Решить все одинаково
study-looks-only = Решает руководитель отдела. Здесь видно, о чём его спросят
study-no-flags = Отметок нет
study-no-flags-text = Ни одно правило ничего не отметило, и решений по замерам ещё не было
study-flags-done = Открытых отметок нет
study-flags-moved = { $count ->
    [one] Решена { $count } отметка: норма была { $was }, стала { $now } мин ({ $change })
    [few] Решены { $count } отметки: норма была { $was }, стала { $now } мин ({ $change })
   *[other] Решено { $count } отметок: норма была { $was }, стала { $now } мин ({ $change })
}
study-chart-where = Где стоит этот замер
study-chart-where-text = Замер № { $number } среди остальных
study-chart-this = этот замер
study-chart-others = остальные
study-chart-mean = среднее
study-as-table = Показать таблицей
study-as-chart = Показать графиком

study-chart-minutes = Значения в минутах
study-chart-minutes-text = { $count ->
    [0] В минутах за границами нет ничего
    [one] В минутах за границами { $count } замер
    [few] В минутах за границами { $count } замера
   *[other] В минутах за границами { $count } замеров
}
study-chart-log = Значения на логарифмах
study-chart-log-text = { $count ->
    [0] На логарифмах за границами нет ничего
    [one] На логарифмах за границами { $count } замер
    [few] На логарифмах за границами { $count } замера
   *[other] На логарифмах за границами { $count } замеров
}
study-chart-fences = границы Тьюки (1,5 размаха)
study-chart-fences-log = границы Тьюки на логарифмах
study-what-it-says = Что это значит
study-scales-none = Ни на минутах, ни на логарифмах за границы не выходит ничего
study-scales-cry-wolf = На минутах за границами { $raw }, на логарифмах { $log }. Времена разговоров скошены вправо, и минуты поднимают ложную тревогу: отметки ставятся на логарифмах
study-scales-more-on-log = На логарифмах за границами { $log }, на минутах { $raw }: коротких значений больше, чем ждёт логнормальная картина. Проверьте, не запускали ли секундомер поздно
study-scales-same = На минутах и на логарифмах за границами одни и те же { $raw }
study-means = Среднее { $mean } мин, геометрическое { $geometric }, медиана { $median }. Оплачивается сумма действий, поэтому в норму идёт среднее: геометрическое ниже на { $percent } %
study-intervals = Интервал по Стьюденту { $t } мин, по Коксу для логнормальных времён { $cox } мин: без тяжёлых случаев берётся более широкий
study-hard-share = Доля тяжёлых случаев { $share }: { $source }
study-chance-of-no-hard = Не встретить при такой доле ни одного тяжёлого можно с вероятностью { $chance }
study-record-text = Только для сведения: по этим числам ничего не решается и ничего не исключается
study-lamp-even = Ку = { $ratio }: ровно
study-lamp-uneven = Ку = { $ratio }: для разговоров обычно
study-elements = Элементы действия
study-column-element = Элемент
study-column-break-point = Фиксажная точка
study-column-mean = Среднее
study-column-sd = Отклонение
study-column-stability = Ку = max/min

study-group-study = Исследование
study-group-norm = Норма
study-group-times = Как лежат значения, мин
study-group-record = Для сведения
study-group-operators = Операторы
study-group-time = Время
study-unit-percent = %
study-figure-norm = Норма без надбавки
study-figure-norm-all = Норма со всеми исключёнными
study-figure-mean = Среднее для нормы
study-figure-low = Интервал 95 %: от
study-figure-high = Интервал 95 %: до
study-figure-precision = Точность ±
study-figure-kept = Замеров учтено
study-figure-hard = Из них тяжёлых
study-figure-excluded = Замеров исключено
study-figure-excluded-percent = Доля исключённых
study-figure-hard-share = Доля тяжёлых в норме
study-figure-hard-share-count = Решений, по которым сосчитана доля
study-figure-plain-mean = Среднее всех замеров
study-figure-median = Медиана
study-figure-geometric-mean = Геометрическое среднее
study-figure-min = Наименьшее
study-figure-q1 = Нижний квартиль
study-figure-q3 = Верхний квартиль
study-figure-max = Наибольшее
study-figure-sd = Стандартное отклонение
study-figure-cv = Коэффициент вариации
study-figure-skewness = Асимметрия (G1)
study-figure-regular-mean = Среднее обычных
study-figure-hard-mean = Среднее тяжёлых
study-figure-t-low = По Стьюденту: от
study-figure-t-high = По Стьюденту: до
study-figure-cox-low = По Коксу: от
study-figure-cox-high = По Коксу: до
study-figure-stability = Коэффициент устойчивости Ку = max/min
study-figure-raw-fence-low = Граница Тьюки на минутах: нижняя
study-figure-raw-fence-high = Граница Тьюки на минутах: верхняя
study-figure-outside-raw = За границами на минутах
study-figure-fence-low = Граница Тьюки на логарифмах: нижняя
study-figure-fence-high = Граница Тьюки на логарифмах: верхняя
study-figure-outside-log = За границами на логарифмах
study-figure-grubbs = Граббс G
study-figure-grubbs-critical = Граббс: критическое значение 5 %
study-figure-ilo-5 = Замеров по МОТ для ±5 %, не меньше
study-figure-ilo-10 = Замеров по МОТ для ±10 %, не меньше
study-figure-operators = Операторов
study-figure-mean-of-means = Среднее средних операторов
study-figure-staff = Интервал для всех сотрудников
study-figure-staff-low = Для всех сотрудников: от
study-figure-staff-high = Для всех сотрудников: до
study-figure-anova-minutes = Дисперсионный анализ на минутах
study-figure-anova-logs = Дисперсионный анализ на логарифмах
study-figure-f = F на минутах
study-figure-p = p на минутах
study-figure-log-f = F на логарифмах
study-figure-log-p = p на логарифмах
study-figure-hard-operators = Операторов с тяжёлыми случаями
study-figure-hard-f = F у тяжёлых, на минутах
study-figure-hard-p = p у тяжёлых, на минутах
study-figure-hard-log-f = F у тяжёлых, на логарифмах
study-figure-hard-log-p = p у тяжёлых, на логарифмах
study-figure-icc = Внутриклассовая корреляция ICC(1)
study-figure-share = Доля замеров
study-figure-days = Рабочих дней
study-figure-trend-s = Манн–Кендалл S
study-figure-trend-p = Манн–Кендалл p
study-figure-runs-p = Серии около медианы, p
study-figure-lag1 = Связь с предыдущим замером
study-figure-elapsed = Прошло за сеансы
study-figure-observed = Замерено
study-figure-paused = Паузы
study-figure-unaccounted = Не учтено
study-figure-outside-sittings = Замеров вне сеансов

study-chart-operators = Операторы рядом
study-box-middle = средняя половина, черта — медиана
study-box-mean = среднее
study-box-interval = интервал 95 %
study-box-reference = среднее средних и его интервал
study-operator-note = n = { $count }, тяжёлых { $hard }, { $share } % замеров
study-operators-range = От { $fast_mean } мин ({ $fast }) до { $slow_mean } мин ({ $slow })
study-operators-one = Один оператор: сравнивать не с кем
study-no-operators = Сравнивать пока нечего
study-no-operators-text = Учтённых замеров нет. Когда они появятся, операторы встанут здесь рядом
study-above-half = Больше половины замеров дал один оператор: { $operator }. Это исследование больше о нём, чем о действии
study-more-than-half = больше половины
study-operators-say = Что говорят различия
study-operators-figures = Числа
study-operators-table = Операторы и классы
study-operators-differ-much = Операторы различаются сильно: на них приходится { $share } разброса, и это не случайность
study-operators-differ = Операторы различаются не случайно, но немного: на них приходится { $share } разброса
study-operators-ask-more = Норме нужны другие операторы, а не больше замеров у тех же
study-operators-alike = Различия операторов не больше случайных
study-operators-hard-differ = В тяжёлых случаях операторы различаются не случайно
study-operators-hard-alike = В тяжёлых случаях различия операторов не больше случайных
study-figure-hard-anova-minutes = То же у тяжёлых: на минутах
study-figure-hard-anova-logs = То же у тяжёлых: на логарифмах
study-figure-hard-icc = То же у тяжёлых: ICC(1)
study-operators-unknown = Для сравнения нужны хотя бы два оператора с двумя замерами
study-operators-without-hard = { $count ->
    [one] У { $count } оператора не замерено ни одного тяжёлого случая: его среднее для нормы не считается
   *[other] У { $count } операторов не замерено ни одного тяжёлого случая: их среднее для нормы не считается
}
study-operators-never-dropped = Медленного оператора не исключают: норма — для всех. Чья-то скорость — не основание менять её (ТК РФ ст. 160)
study-column-hard = Тяжёлых
study-column-share = Доля, %
study-column-median = Медиана
study-column-interval = Интервал 95 %

study-chart-order-text = { $count ->
    [one] { $count } замер
    [few] { $count } замера
   *[other] { $count } замеров
} по порядку за { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[other] { $days } рабочих дней
}; нажмите точку, чтобы открыть замер
study-order-says = Что говорит порядок
study-trend-faster = К концу замеры короче (Манн–Кендалл S = { $s }, p { $p }): похоже на привыкание к наблюдению или к действию
study-trend-slower = К концу замеры длиннее (Манн–Кендалл S = { $s }, p { $p }): похоже на усталость или на другие случаи
study-trend-none = Замеры не становятся ни короче, ни длиннее (Манн–Кендалл S = { $s }, p { $p })
study-trend-unknown = О тренде судить рано: замеров мало
study-runs-odd = Длинные и короткие замеры идут сериями (p { $p }): что-то менялось по ходу — смена, люди, нагрузка
study-runs-chance = Длинные и короткие замеры чередуются случайно (p { $p })
study-runs-unknown = О сериях судить рано: замеров мало
study-lag1 = Связь с предыдущим замером { $lag }: от −1 до 1, у независимых замеров около 0
study-order-advice = Привыкание и усталость не исправляют расчётом: замеряйте в разные часы и дни
study-coverage = Часы недели
study-coverage-none = Учтённых замеров нет
study-coverage-text = Замеры за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}, в { $hours ->
    [one] { $hours } часу недели
   *[other] { $hours } часах недели
}
study-weekday = День
study-hour = Час
study-weekday-1 = Пн
study-weekday-2 = Вт
study-weekday-3 = Ср
study-weekday-4 = Чт
study-weekday-5 = Пт
study-weekday-6 = Сб
study-weekday-7 = Вс
study-clock = Баланс времени: замерено + паузы + не учтено = прошло, мин
study-clock-none = Сеансов наблюдения в этом исследовании нет: сверять не с чем
study-clock-outside = { $count ->
    [one] { $count } замер вне сеансов: его не с чем сверить
    [few] { $count } замера вне сеансов: их не с чем сверить
   *[other] { $count } замеров вне сеансов: их не с чем сверить
}
study-clock-exceeds = Не учтено больше { $percent } % времени: что-то делали мимо секундомера. Вспомните, что, и впишите паузы с причинами или замерьте заново
study-clock-fits = Время сходится: не учтено не больше { $percent } %
study-clock-sum = Всего
study-column-sitting = Сеанс
study-column-observer = Наблюдал
study-column-observed = Замерено
study-column-paused = Паузы
study-column-unaccounted = Не учтено
study-column-elapsed = Прошло
study-column-share-unaccounted = Не учтено, %

study-no-norms = Действующих норм ещё нет
study-no-norms-text = Когда приказ директора вступит в силу, здесь будет видно, сходятся ли нормы с реальным временем
study-not-in-force = Нормы этого действия в действующем сборнике нет
study-not-in-force-text = Сверять с реальным временем можно норму, которую ввёл приказ. Возьмите исследование в сборник нормативов
study-norms-drifted = { $count ->
    [one] Разошлась { $count } норма из { $all }: ей нужно новое исследование
    [few] Разошлись { $count } нормы из { $all }: им нужно новое исследование
   *[other] Разошлись { $count } норм из { $all }: им нужно новое исследование
}
study-norms-none-drifted = Ни одна из { $all } действующих норм не разошлась с реальным временем — там, где о нём известно
study-column-order = Приказ
study-column-verdict = Вывод
study-column-off-by = К норме
study-column-since = С недели
study-column-weeks = Недель
study-by-order = № { $number } с { $day }
study-verdict-slower = время длиннее нормы
study-verdict-faster = время короче нормы
study-verdict-hard-share = другая доля тяжёлых
study-verdict-agrees = сходится
study-verdict-gathering = данные копятся
study-verdict-no-calls = звонков нет
study-drift-slower = Норма больше не сходится: с недели { $since } действие в среднем длиннее нормы на { $percent } %
study-drift-faster = Норма больше не сходится: с недели { $since } действие в среднем короче нормы на { $percent } %
study-drift-hard-share = Доля тяжёлых случаев вышла за контрольные границы: самим временам это не мешает, но вес тяжёлых в норме уже другой
study-drift-agrees = Реальное время сходится с нормой
study-drift-gathering = Судить рано: звонков пока мало
study-drift-no-calls = Реального времени никто не знает: записи звонков этого действия после приказа не загружены
study-drift-preliminary = Вывод предварительный: точек { $count }, а обычный разброс недель виден с { $weeks }
study-drift-next-point = Следующая точка копится: { $count } из { $wanted } действий
study-share-next-point = Следующая точка доли копится: { $count } из { $wanted } решений
study-next-study = Дальше: откройте новое исследование, не меньше 30 замеров у разных операторов
study-next-share = Дальше: проверьте отметки тяжёлых случаев. Если доля правда другая, в следующем сборнике нужны новые веса, а не новый хронометраж
study-nothing-by-itself = Само ничего не меняется: норму меняет только приказ. То, что кто-то работает быстрее или медленнее, не основание (ТК РФ ст. 160)
study-new-study = Новое исследование
study-open-review = Открыть начатую проверку
study-open-own = Исследование этой нормы
study-norm-in-force = Действующая норма
study-held-against = Сверяется со временем
study-held-against-note = без надбавки: в звонке её нет
study-real-against = Реальное время
study-since = с недели { $day }
study-over-all-weeks = за все недели
study-weeks = Точек
study-handled = { $count ->
    [one] { $number } действие
    [few] { $number } действия
   *[other] { $number } действий
}
study-week = Неделя с
study-chart-ratio = Реальное время к норме, %
study-chart-ratio-up = % от нормы
study-chart-ratio-text = { $count ->
    [one] { $count } точка
    [few] { $count } точки
   *[other] { $count } точек
}: каждая — не меньше 200 действий
study-series-ratio = реальное время
study-level-norm = норма
study-alarm = тревога
study-chart-cusum = Накопленные суммы (CUSUM)
study-chart-cusum-up = в сигмах
study-chart-cusum-text = Наибольшая сумма { $most } стандартных отклонений, тревога с { $limit }
study-cusum-none = Сумм ещё нет: нужно хотя бы две разные точки
study-series-upper = длиннее нормы
study-series-lower = короче нормы
study-level-alarm = граница тревоги
study-chart-share = Доля тяжёлых случаев, %
study-chart-share-up = % решений
study-chart-share-text = В норме { $centre }; { $count ->
    [0] все точки в границах
    [one] { $count } точка за границами
    [few] { $count } точки за границами
   *[other] { $count } точек за границами
}
study-series-share = доля по отметкам
study-series-limits = контрольные границы
study-level-share = доля в норме
study-outside = за границами

study-sheet-readings = Замеры
study-sheet-figures = Показатели
study-sheet-about = О чём
study-sheet-figure = Показатель
study-sheet-value = Значение
study-sheet-unit = Единица
study-about-action = Действие
study-about-source = Источник
study-about-opened-by = Открыл исследование
study-about-conditions = Условия
study-about-criterion = Признак тяжёлого случая
study-about-method = Способ интервала
study-head-number = №
study-head-action = Действие
study-head-operator = Код оператора
study-head-operator-name = Оператор
study-head-started-at = Начало
study-head-duration-ms = Длительность, мс
study-head-minutes = Минуты
study-head-class = Замерен как
study-head-counts-as = Учтён как
study-head-rating-percent = Темп, %
study-head-normal-minutes = Нормальное время, мин
study-head-paused-ms = Паузы, мс
study-head-pauses = Паузы с причинами, с
study-head-element = Элемент «{ $element }», мс
study-head-flag = Правило отметки
study-head-flag-strong = Отметка сильная
study-head-times-median = Раз к медиане
study-head-decided = Решение
study-head-reason = Причина
study-head-decided-by = Кто решил
study-head-decided-at = Когда
study-head-flag-answered = На отметку ответили
study-head-amended = Исправлялся
study-head-note = Примечание
study-head-observation = Идентификатор замера
study-of-regular = Границы, форма и порядок — по обычным случаям: тяжёлые замеряют чаще, чем они встречаются, и подряд
study-precision-operators = до ±10 % ещё ≈ { $number } операторов
study-precision-tickets = до ±10 % ещё ≈ { $number } решений в тикетах
study-intervals-apart = Интервал по Стьюденту { $t } мин, по Коксу для логнормальных времён { $cox } мин: среднего в нём нет, времена не логнормальны, берётся первый
