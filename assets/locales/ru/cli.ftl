# Командная строка.
cli-about = Нормативы времени, решения, KPI и оплата для операторских участков
cli-fault = Ошибка программы: { $text }. Ничего не записано; подробности — с NORMA_LOG=norma=debug
cli-lang = язык: ru или en
cli-password-of = Пароль для { $login }
cli-password-new = Новый пароль для { $login }
cli-password-again = Ещё раз
cli-password-set = Пароль «{ $login }» изменён
cli-password-one-time = Пароль «{ $login }» задан владельцем файла: при входе его попросят сменить
cli-init-done = Участок создан: { $file }
cli-init-no-password = У «{ $login }» пока нет пароля. Задайте его: norma password УЧАСТОК { $login } --by-file-owner
cli-kpi-title = KPI за { $month }, закрыто по { $through }
cli-kpi-none-closed = — (ни одного дня)
cli-kpi-name = Сотрудник
cli-kpi-kpi = KPI, мин
cli-kpi-plan-to-date = План к дате
cli-kpi-plan = План месяца
cli-kpi-provisional = Не закрыто
cli-kpi-tickets = Тикеты
cli-kpi-total = Итого KPI: { $total } мин
cli-close-nothing = Закрывать нечего: с создания участка не прошло ни одного рабочего дня
cli-close-done = Закрыто по { $through }
cli-close-already = Дни по { $through } уже закрыты: ничего не изменилось
cli-verify-ok = цело    
cli-verify-broken = НАРУШЕНО
cli-verify-head = Последняя запись журнала { $seq }, её отпечаток { $head }
cli-verify-whole = Файл цел: всё сходится
cli-verify-altered = Файл изменён в обход программы. Не пользуйтесь им: восстановите последнюю целую копию и сообщите директору
cli-check-file = страницы, индексы и связи файла
cli-check-schema = схема и ограждения
cli-check-chain = цепочка журнала
cli-check-facts = каждый факт в одной записи журнала
cli-check-texts = тексты и их отпечатки
cli-check-readings = замеры: элементы, паузы, основания норм
cli-check-fingerprints = отпечатки утверждённых сборников
cli-check-orders = приказы
cli-check-sets-in-force = сборник каждого тикета
cli-check-weights = веса решений
cli-check-closed-days = суммы закрытых дней
cli-check-day-sums = суммы дней по тикетам
cli-check-pilots = обкатки и закрытые дни приказов
cli-check-revocations = отмены приказов
cli-check-behalf-sums = минуты, отмеченные за коллег
cli-check-absences = отсутствия, простои, замещения
cli-check-pay = положения об оплате и закрытые месяцы
cli-check-merges = объединения звонков с тикетами
cli-check-search = поиск по тикетам
cli-check-desk = звонки, стадии, исправления
cli-check-department = задания, возражения, показатели
cli-check-call-sums = суммы звонков по дням
cli-check-amount-sums = суммы оплат по дням
cli-check-rating-sums = суммы оценок по дням
cli-check-touched-months = последняя запись, которая касается каждого месяца
cli-check-head = напечатанный отпечаток
cli-backup-done = Копия проверена и записана: { $file } (запись { $seq }, отпечаток { $head })
cli-restore-done = Участок восстановлен и проверен: { $file }
cli-export-done = Записано строк: { $rows }, файл { $file }
cli-run-unexpected = строка { $line }: ожидалось { $expected }
cli-import-done = Прочитано { $read }: принято { $made }, уже было { $repeated }, отфильтровано { $filtered }, отказано { $refused }
cli-import-dry = Проверка без записи: прочитано { $read }, пойдёт { $rows }, отфильтровано { $filtered }, отказано { $refused }
cli-import-zone = Местное время читается в поясе { $zone }
cli-import-zone-twice = Местное время читается в поясе { $zone }; времён, которые были дважды (часы переводили назад): { $twice }, взято указанное в профиле
cli-import-queued = Ни к кому не относятся и ждут в очереди: { $queued }. Посмотреть: norma query FLOOR queue
cli-watch-begins = Слежу за папкой { $folder }
cli-watch-done = { $file }: принято { $made }, уже было { $repeated }, отказано { $refused } → { $place }
cli-watch-failed = { $file } не принят: причина рядом с ним → { $place }
cli-watch-away = Папка { $folder } сейчас недоступна ({ $why }): попробую снова
cli-import-changed =   из принятых изменили то, что уже было: { $changed }
cli-import-retired =   выведено из каталога: { $retired }
cli-import-only = --{ $flag } бывает только с видом { $kind }
cli-difference-actions = Отличие от каталога участка: новых { $added }, изменённых { $changed }, без изменений { $same }, нет в файле { $missing }
cli-difference-missing = «?» — есть в каталоге, нет в файле: остаётся как есть (вывести: --retire-missing)
cli-difference-norms = Сборник «{ $set }» против действующего: новых { $added }, изменённых { $changed }, без изменений { $same }, есть в действующем, но нет в файле { $missing }
cli-import-row =   строка { $line }: { $text }
cli-import-more =   … и ещё { $count }
cli-import-progress = { $done } из { $total }
cli-demo-made = Учебный участок создан за { $seconds } с: { $file }
cli-demo-there = Учебный участок уже есть: { $file }
cli-demo-people = Войти можно так (пароль у всех { $password }): { $logins }
cli-no-window = Окно не открылось: { $error }
    Командная строка работает и без окна: norma help
cli-stats-title = { $file }: { $n ->
    [one] { $number } замер
    [few] { $number } замера
   *[many] { $number } замеров
}, всего { $total }
cli-stats-hour = ч
cli-stats-measured = Что измерено
cli-stats-mean = Среднее
cli-stats-geometric = Среднее геометрическое
cli-stats-median = Медиана
cli-stats-sd = Ст. отклонение
cli-stats-middle-half = Половина замеров между
cli-stats-range = Все замеры между
cli-stats-mean-above = Среднее больше среднего геометрического на { $percent } %: его тянут вверх долгие случаи. Норматив — это среднее: оплачивается сумма действий, а медиана и среднее геометрическое для этого малы.
cli-stats-col-class = Класс
cli-stats-col-operator = Оператор
cli-stats-col-n = Замеров
cli-stats-col-mean = Среднее
cli-stats-col-flags = Отметок
cli-stats-col-row = Строка
cli-stats-col-time = Время
cli-stats-col-times-median = К медиане
cli-stats-col-without = Среднее без неё
cli-stats-col-esd = Тест ESD
cli-stats-col-fences = Границы Тьюки
cli-stats-col-from = От
cli-stats-col-to = До
cli-stats-col-outside = Вне границ
cli-stats-esd-agrees = согласен
cli-stats-esd-differs = не согласен
cli-stats-more = … и ещё { $count }: все — с --json
cli-stats-sure = Насколько этому верить
cli-stats-norm = Норматив без надбавок { $norm } ± { $percent } %; с доверием 95 % — { $interval }.
cli-stats-norm-alone = Норматив без надбавок { $norm }; с какой точностью — сказать нельзя.
cli-stats-norm-unknown = Норматив без надбавок { $norm }, но ошибка ({ $percent } %) больше его самого: замеров слишком мало.
cli-stats-by-t = Интервал — по распределению Стьюдента.
cli-stats-by-cox = Интервал — по модифицированному методу Кокса: времена скошены, и он шире интервала Стьюдента.
cli-stats-by-classes = Среднее и интервал — по классам с их долями.
cli-stats-weighted = Среднее взвешено по классам: тяжёлых случаев { $percent } %.
cli-stats-if-no-hard = Это верно, если тяжёлых случаев у действия не бывает: о классах файл не говорит.
cli-stats-by-operators = Интервал — по разбросу между операторами: он шире, чем по самим замерам.
cli-stats-no-interval-one = Интервала нет: замер один.
cli-stats-no-interval-spread = Интервала нет: все замеры равны, секундомер слишком груб.
cli-stats-no-interval-regular = Интервала нет: обычных случаев { $number }, а нужно хотя бы два.
cli-stats-no-interval-hard = Интервала нет: тяжёлых случаев { $number }, а нужно хотя бы два.
cli-stats-no-interval-few-hard = Интервал ненадёжен: доля тяжёлых случаев известна только из этого же файла, а их в нём { $number } (нужно 20). Задайте доли, посчитанные по тикетам (--weights, --weights-count).
cli-stats-share-declared = Доли классов заданы без числа тикетов (--weights-count): их ошибка в интервал не вошла.
cli-stats-share-own = Доля тяжёлых случаев ({ $percent } %) взята из этого же файла: верно, только если случаи замеряли подряд, не выбирая.
cli-stats-few-operators = { $n ->
    [one] Оператор один
    [few] Оператора только { $number }
   *[many] Операторов только { $number }
}: о всём штате судить нельзя.
cli-stats-few-complete = { $n ->
    [0] Ни одного оператора не наблюдали
    [one] Только одного оператора наблюдали
   *[many] Только { $number } операторов наблюдали
} во всех классах: о всём штате судить нельзя.
cli-stats-bca = Бутстреп BCa, 95 %: { $interval }.
cli-stats-look = На что посмотреть
cli-stats-flags-none = Выбросов не отмечено.
cli-stats-flags-too-few = Замеров меньше пяти: выбросы не отмечаются.
cli-stats-flags = { $n ->
    [one] Отмечена { $number } строка. Отметка — вопрос к человеку, а не приговор.
    [few] Отмечены { $number } строки. Отметка — вопрос к человеку, а не приговор.
   *[many] Отмечено { $number } строк. Отметка — вопрос к человеку, а не приговор.
}
cli-stats-flags-causes = Долгие: тяжёлый случай, забытый секундомер, не то действие. Короткие: поздний старт, не то действие. «Слишком долго» само по себе — не причина исключать.
cli-stats-flags-many = Отмечено { $percent } % строк: это скорее другой вид случаев, чем ошибки. Назовите класс, известный без секундомера (--class).
cli-stats-not-positive = Есть времена не больше нуля: по логарифмам ничего не посчитано и не отмечено.
cli-stats-on-minutes = по минутам ({ $reach } IQR)
cli-stats-on-logs = по логарифмам ({ $reach } IQR)
cli-stats-fences-differ = По минутам за границы попадает и обычный длинный хвост, поэтому программа отмечает строки по логарифмам, внутри класса.
cli-stats-grubbs-above = Критерий Граббса (по минутам): G = { $g } больше критического { $critical }.
cli-stats-grubbs-below = Критерий Граббса (по минутам): G = { $g } не больше критического { $critical }.
cli-stats-order-rises = По ходу файла времена растут (Манн — Кендалл, p { $trend }): усталость или другие условия?
cli-stats-order-falls = По ходу файла времена падают (Манн — Кендалл, p { $trend }): навык или другие условия?
cli-stats-order-runs = Короткие и долгие идут сериями (критерий серий, p { $runs }): не менялись ли условия?
cli-stats-order-none = По ходу файла нет ни тренда (p { $trend }), ни серий (p { $runs }).
cli-stats-ku = Ку = наибольшее / наименьшее = { $ku }: для сведения, по нему ничего не решается.
cli-stats-between = Группы рядом
cli-stats-anova = Дисперсионный анализ: F = { $f } (p { $p }).
cli-stats-anova-logs = Дисперсионный анализ: по секундам F = { $f } (p { $p }), по логарифмам F = { $flog } (p { $plog }).
cli-stats-operators-differ = Различие не случайно. Если группы — операторы, нужны новые операторы, а не новые замеры тех же; медленного не исключают. Если это виды работы, каждому нужна своя норма.
cli-stats-operators-alike = Заметного различия между группами нет.
cli-stats-icc = На различия между группами приходится { $percent } % разброса (ICC).
cli-stats-staff = Среднее по группам, все с равным весом: { $mean }; если это операторы, для всего штата с доверием 95 % — { $interval }.
cli-stats-next = Что делать дальше
cli-stats-do-flags = { $n ->
    [one] Решить { $number } отметку: тяжёлый случай или исключить с причиной.
    [few] Решить { $number } отметки: тяжёлый случай или исключить с причиной.
   *[many] Решить { $number } отметок: тяжёлый случай или исключить с причиной.
} Если исключено больше 5 %, исследование повторяют.
cli-stats-do-hard = Замерить ещё { $n ->
    [one] { $number } тяжёлый случай
    [few] { $number } тяжёлых случая
   *[many] { $number } тяжёлых случаев
}
cli-stats-do-hard-new = Замерить ещё { $n ->
    [one] { $number } тяжёлый случай
    [few] { $number } тяжёлых случая
   *[many] { $number } тяжёлых случаев
} у операторов, которых ещё не наблюдали
cli-stats-do-regular = Замерить ещё { $n ->
    [one] { $number } обычный случай
    [few] { $number } обычных случая
   *[many] { $number } обычных случаев
}
cli-stats-do-regular-new = Замерить ещё { $n ->
    [one] { $number } обычный случай
    [few] { $number } обычных случая
   *[many] { $number } обычных случаев
} у операторов, которых ещё не наблюдали
cli-stats-do-observations = Сделать ещё { $n ->
    [one] { $number } замер
    [few] { $number } замера
   *[many] { $number } замеров
}
cli-stats-do-observations-new = Сделать ещё { $n ->
    [one] { $number } замер
    [few] { $number } замера
   *[many] { $number } замеров
} у операторов, которых ещё не наблюдали
cli-stats-do-more-operators = Понаблюдать ещё { $n ->
    [one] { $number } оператора
   *[many] { $number } операторов
}, каждого во всех классах
cli-stats-do-hard-on-operators = Замерить тяжёлые случаи ещё у { $n ->
    [one] { $number } оператора
   *[many] { $number } операторов
} из тех, кого уже наблюдали
cli-stats-do-regular-on-operators = Замерить обычные случаи ещё у { $n ->
    [one] { $number } оператора
   *[many] { $number } операторов
} из тех, кого уже наблюдали
cli-stats-do-even = Выровнять число замеров: у одного оператора { $most }, у другого { $fewest }
cli-stats-do-few = Сделать ещё { $n ->
    [one] { $number } замер
    [few] { $number } замера
   *[many] { $number } замеров
} у оператора «{ $operator }»: его наблюдали реже всех
cli-stats-do-others = У оператора «{ $operator }» { $percent } % всех замеров: наблюдать других
cli-stats-do-only-others = Наблюдать других: больше половины замеров — у одного оператора
cli-stats-do-tickets = Посчитать доли классов ещё на { $n ->
    [one] { $number } тикете
   *[many] { $number } тикетах
}
cli-stats-do-classes = Бывают тяжёлые случаи — назвать столбец классов (--class) и доли (--weights): без них ± слишком узок
cli-stats-do-operators = Назвать столбец операторов (--group): без него не видно, годится ли норматив для всех
cli-stats-target-met = ±{ $percent } %: достигнуто
cli-stats-target-more = ±{ $percent } %: ещё { $list }
cli-stats-need-observations = { $n ->
    [one] { $number } замер
    [few] { $number } замера
   *[many] { $number } замеров
}
cli-stats-need-regular = { $n ->
    [one] { $number } обычный случай
    [few] { $number } обычных случая
   *[many] { $number } обычных случаев
}
cli-stats-need-hard = { $n ->
    [one] { $number } тяжёлый случай
    [few] { $number } тяжёлых случая
   *[many] { $number } тяжёлых случаев
}
cli-stats-need-operators = { $n ->
    [one] { $number } оператор
    [few] { $number } оператора
   *[many] { $number } операторов
}
cli-stats-need-tickets = { $n ->
    [one] { $number } тикет
    [few] { $number } тикета
   *[many] { $number } тикетов
} для долей
cli-stats-for-the-record = Для сведения, замеров всего, нижние границы: по МОТ { $iloten } на ±10 % и { $ilofive } на ±5 %, по Стьюденту { $tten } и { $tfive }.
cli-demo = Создать учебный участок, если его нет, и открыть
cli-demo-example = Пример: norma demo --seed 7 --no-window
cli-init = Создать участок
cli-init-example = Пример: norma init floor.norma --organisation "Телеком" --timezone Europe/Moscow --director ivanova
cli-password = Задать пароль
cli-password-example = Пример: norma password floor.norma ivanova --by-file-owner
cli-stats = Статистика файла длительностей
cli-stats-example = Пример: norma stats readings.csv --column seconds --group operator --json
cli-watch = Следить за папкой и загружать файлы, которые в неё кладут
cli-watch-example = Пример: norma watch floor.norma /srv/calls --profile norms/profiles/freepbx-cdr.toml --as admin. Принятое переносится в done, непринятое в failed, рядом отчёт NAME.report.json
cli-import = Загрузить файл (CSV или XLSX): люди, действия, замеры, тикеты, звонки и чаты, стадии сделок, отсутствия, оценки, календарь, нормативы
cli-import-example = Пример: norma import floor.norma tickets calls.txt --profile norms/profiles/anonymous-bank-1999.toml --as petrova
cli-export = Выгрузить каталог действий, нормативы, приказ, исследование, тикеты, KPI, оплату или журнал
cli-export-example = Пример: norma export floor.norma kpi --month 2026-11 --format xlsx -o kpi.xlsx --as petrova
cli-kpi = KPI месяца по сотрудникам
cli-kpi-example = Пример: norma kpi floor.norma --month 2026-11 --as petrova
cli-close = Закрыть прошедшие рабочие дни
cli-close-example = Пример: norma close floor.norma --through 2026-11-20 --as petrova
cli-run = Выполнить команды и вопросы из строк JSON
cli-run-example = Пример: norma run floor.norma day.jsonl --as petrova
    
      {"{"}"as":"anna","do":"ticket.save","with":{"{"}"ticket":"$t1","channel":"inbound-call","decisions":[{"{"}"action":"ROUT","quantity":1{"}"}]{"}"}{"}"}
cli-query = Задать один вопрос, ответ — JSON
cli-query-example = Пример: norma query floor.norma day '{"{"}"person":"anna","date":"2026-11-20"{"}"}' --as petrova
cli-schema = Схема JSON команд, вопросов и ответов
cli-schema-example = Пример: norma schema
cli-verify = Проверить весь файл: цепочку, суммы, веса
cli-verify-example = Пример: norma verify floor.norma --json
cli-backup = Согласованная и проверенная копия
cli-backup-example = Пример: norma backup floor.norma copy.norma
cli-restore = Восстановить участок из копии
cli-restore-example = Пример: norma restore copy.norma floor.norma
cli-arg-floor = файл участка
cli-arg-floor-window = файл участка, который открыть в окне
cli-arg-floor-new = новый файл участка
cli-arg-as = логин; пароль — в NORMA_PASSWORD_ЛОГИН или NORMA_PASSWORD
cli-arg-json = один документ JSON в stdout
cli-arg-at = где создать (по умолчанию в папке данных)
cli-arg-seed = зерно случайных чисел
cli-arg-no-window = только создать
cli-arg-organisation = название организации
cli-arg-timezone = часовой пояс IANA, например Europe/Moscow
cli-arg-day-ends = час, когда кончается рабочий день
cli-arg-director = логин директора
cli-arg-administrator = логин администратора; без него им будет директор
cli-arg-rehearsal = учебный участок, навсегда
cli-arg-login = логин
cli-arg-by-file-owner = задать как владелец файла, без прежнего пароля
cli-arg-stats-file = файл CSV или столбец чисел
cli-arg-column = столбец длительностей: имя, а без заголовка — номер
cli-arg-unit = единица: ms, s, min; без неё секунды или то, что говорит имя столбца (duration_ms, minutes)
cli-arg-group = столбец операторов
cli-arg-class = столбец классов
cli-arg-weights = доли классов, в сумме 1
cli-arg-weights-count = по скольким тикетам посчитаны доли
cli-arg-bca = ещё и бутстреп-интервал BCa
cli-arg-retire-missing = вывести из каталога действия, которых нет в файле
cli-arg-starter = стартовый каталог провайдера вместо файла
cli-arg-import-set = название черновика (по умолчанию — имя файла)
cli-arg-import-kind = что загружается
cli-arg-import-file = файл
cli-arg-profile = профиль соответствия столбцов (TOML)
cli-arg-watch-folder = папка, в которую кладут файлы
cli-arg-watch-kind = что в файлах: calls, stages или tickets
cli-arg-watch-every = как часто смотреть, в секундах
cli-arg-watch-once = загрузить то, что лежит, и закончить
cli-arg-dry-run = только проверить
cli-arg-export-kind = что выгружается
cli-arg-month = месяц ГГГГ-ММ
cli-arg-number = номер приказа
cli-arg-study = исследование
cli-arg-set = сборник; по умолчанию действующий
cli-arg-format = csv, xlsx, json или, для приказа и оплаты, pdf
cli-arg-output = файл; по умолчанию stdout
cli-arg-department = код отдела
cli-arg-person = табельный номер: расчётный лист одного сотрудника (вид pay)
cli-arg-through = последний закрываемый день
cli-arg-run-file = файл строк JSON, «-» — stdin
cli-arg-keep-going = не останавливаться на первой неожиданной строке
cli-arg-query-name = вопрос: kpi, day, ticket, study, studies, set, sets, order, orders, people, actions, permissions, audit, me, desk
cli-arg-query-with = его поля, JSON
cli-arg-head = отпечаток с приказа или копии: есть ли он в журнале
cli-arg-backup-file = файл копии

cli-demo-progress = Готово { $percent } %
cli-arg-sheet = Лист выгрузки kpi: month, days, links, tasks, indicators
