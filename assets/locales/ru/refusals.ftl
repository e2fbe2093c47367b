# Почему отказано и что делать.
refused-bad-credentials = Вход не выполнен: логин или пароль не подходят. Проверьте раскладку и Caps Lock; забытый пароль сбросит администратор
refused-bad-credentials-confirm = Приказ подтверждается паролем: введите свой пароль ещё раз
refused-not-found = Не найдено. Проверьте номер или код
refused-not-found-file = Файла «{ $file }» нет. Проверьте путь или создайте участок командой norma init
refused-not-found-folder = Папки для файла «{ $file }» нет. Создайте её или выберите другую
refused-not-found-person = Сотрудник «{ $code }» не найден. Проверьте табельный номер
refused-not-found-entry = Записи { $seq } в журнале нет. Откройте журнал заново
refused-not-found-action = Действие «{ $code }» не найдено. Проверьте код
refused-not-found-study = Исследование не найдено. Откройте его заново из списка
refused-not-found-observation = Замер не найден. Обновите исследование
refused-not-found-set = Сборник нормативов не найден. Откройте его заново из списка
refused-not-found-order = Приказ № { $number } не найден. Проверьте номер
refused-not-found-ticket = Тикет не найден. Проверьте номер
refused-not-found-call = Звонок или чат не найден. Обновите список
refused-not-found-claim = Заявка не найдена. Обновите список
refused-not-found-review = Вопрос по тикету не найден. Обновите список
refused-not-found-queued = Такой записи в очереди нет: её уже разобрали. Обновите очередь
refused-not-permitted = Ваша роль этого не позволяет. Кому что можно, показывает раздел прав; роли назначает администратор
refused-own-order = Нельзя утвердить сборник, который вы сами подали. Пусть его подаст руководитель или утвердит другой директор
refused-own-ticket = Свой тикет закрытого дня ({ $day }) исправить нельзя. Попросите руководителя внести исправление
refused-own-ticket-claim = О своей заявке решает другой руководитель
refused-own-ticket-review = О своём тикете спрашивает другой руководитель
refused-own-ticket-stage = Своё движение сделки себе не засчитывают. Пусть загрузит другой руководитель или администратор
refused-bad-input = В данных ошибка: { $error }
refused-bad-input-paid-nothing = Указан день оплаты без суммы. Укажите сумму сделки или уберите день
refused-not-permitted-own-grant = Себе доступ к деньгам отдела не дают: его даёт другой директор
refused-bad-input-grant-person = { $code } — не руководитель отдела. Доступ к деньгам отдела дают только его руководителю
refused-id-conflict-grant = У { $code } уже есть доступ к деньгам отдела
refused-not-found-grant = Такого доступа нет
refused-id-conflict-grant-ended = Этот доступ уже закрыт
refused-not-found-award = Такой премии нет. Обновите список
refused-id-conflict-award-cancelled = Эту премию уже отменили
refused-needs-reason-award-cancel = Укажите, почему премия отменяется
refused-bad-input-empty = Поле «{ $field }» пустое. Заполните его
refused-bad-input-too-large = Число слишком велико. Проверьте, нет ли лишних нулей
refused-bad-input-file-exists = Файл «{ $file }» уже есть. Выберите другое имя: существующий файл не перезаписывается
refused-bad-input-rate = Ставка { $rate } базисных пунктов невозможна: от 1 до 20 000 (10 000 — полная)
refused-bad-input-salary = Оклад не может быть отрицательным
refused-bad-input-dates = Последний день раньше первого. Проверьте даты
refused-bad-input-rehired = Работа до { $last } закончена, { $from } — новый приём. Заведите сотрудника под новым табельным номером: месяцы прежнего останутся как есть
refused-bad-input-stage-amount = У стадии нет суммы: у каждой сделки она своя. Уберите сумму у «{ $code }»; её вносят в тикет сделки
refused-bad-input-password-short = Пароль короче { $least } символов. Придумайте длиннее
refused-bad-input-password-missing = Новый пароль не передан. Задайте его в окне, командой norma password или переменной NORMA_PASSWORD_ЛОГИН
refused-bad-input-no-login = У сотрудника «{ $code }» нет логина. Сначала задайте логин
refused-bad-input-login = «{ $login }» не годится в логины
refused-bad-input-calendar-year = Укажите год календаря: его дни из разных лет или их нет
refused-bad-input-calendar = В календаре ошибка: { $error }
refused-bad-input-pattern = В графике ошибка: { $error }
refused-bad-input-retired = Действие «{ $code }» выведено из каталога. Выберите действующее
refused-bad-input-duration = Длительность { $duration_ms } мс невозможна: больше нуля и не дольше суток. Проверьте единицу измерения
refused-bad-input-rating = Темп { $rating_bp } базисных пунктов невозможен: от 1 000 до 30 000 (10 000 — обычный)
refused-bad-input-paused = Паузы { $paused_ms } мс невозможны: каждая больше нуля, вместе не больше суток и равны общей паузе, если она указана
refused-bad-input-elements = Элементы действия заданы неверно: у каждого свой код и название, всего не больше { $most }
refused-bad-input-element-times = Времена элементов не складываются в замер ({ $duration_ms } мс), повторяются или относятся не к этому действию
refused-bad-input-reopen-nothing = Укажите хотя бы один замер, решение по которому берётся назад
refused-bad-input-reopen-undecided = По этому замеру решения нет: брать назад нечего
refused-bad-input-amend-nothing = Исправлять нечего: укажите темп или примечание
refused-bad-input-sitting = Сеанс наблюдения невозможен: конец позже начала, не дольше суток, паузы короче сеанса
refused-bad-input-from = «{ $from }» — не источник сборника: studies, empty или номер сборника
refused-bad-input-allowance = Надбавка { $allowance_bp } базисных пунктов невозможна: от 0 до { $most }
refused-bad-input-boost = Повышение { $boost_bp } базисных пунктов невозможно: от 10 000 (×1) до 100 000 (×10)
refused-bad-input-study-or-expert = Норматив берётся из исследования, экспертно или из файла: укажите одно из трёх
refused-bad-input-not-weighed = Действие «{ $action }» не весит ничего: оно автоматическое или выведено из каталога
refused-bad-input-other-action = Исследование относится к другому действию, не к «{ $action }»
refused-bad-input-expert = Экспертный норматив { $expert } мин невозможен: укажите от 0,01 до 10 000 мин
refused-bad-input-imported-norm = Норматив { $norm } мин невозможен: допустимо от 0,01 до 10 000 мин. Проверьте столбец norm_min
refused-bad-input-nothing-kept = В исследовании действия «{ $action }» нет учитываемых замеров. Сделайте замеры
refused-bad-input-no-hard-case = Для «{ $action }» задана доля тяжёлых случаев, но ни один не замерен. Замерьте тяжёлые случаи или задайте долю 0
refused-bad-input-no-regular-case = Для «{ $action }» не замерено ни одного обычного случая. Замерьте их или задайте долю 100 %
refused-bad-input-share = Доля тяжёлых случаев — от 0 до 100 %
refused-bad-input-quantity = Количество { $quantity } невозможно: от 1 до 999
refused-bad-input-hard = Тяжёлых случаев ({ $hard }) не может быть больше, чем всего
refused-bad-input-no-department = У сотрудника «{ $code }» нет отдела: тикету не по чему взвешиваться. Назначьте отдел
refused-bad-input-placeholder = «{ $name }» в фигурных скобках — приказ такого не знает. Можно: { $known }
refused-bad-input-placeholder-brace = Фигурная скобка без пары. Подстановка пишется так: {"{"}effective{"}"}; других фигурных скобок в тексте приказа быть не может
refused-bad-input-no-paper = «{ $kind }» в PDF не выгружается: PDF бывает у приказа (order) и у оплаты (pay). Выберите csv, xlsx или json
refused-bad-input-opened = Работа начата позже, чем закончена. Проверьте время
refused-bad-input-not-employed = «{ $code }» не работает { $day }. Проверьте дату или даты приёма и увольнения
refused-bad-input-behalf-self = За себя тикет не отмечают: выберите отсутствующего коллегу
refused-bad-input-finish-moves = Время окончания и сотрудник тикета не меняются. Отмените тикет и заведите новый
refused-bad-input-employee = В строке не указан сотрудник
refused-bad-input-month = «{ $month }» — не месяц. Пишите ГГГГ-ММ, например 2026-11
refused-bad-input-year = «{ $year }» — не год календаря. Укажите год от 1900 до 2200
refused-bad-input-chunk = В порции больше { $most } строк
refused-bad-input-call-times = Времена звонка невозможны: ответ и конец не раньше начала, ответ не позже конца. Проверьте столбцы
refused-bad-input-call-channel = Канал «{ $channel }» — не звонок и не чат. Укажите inbound-call, outbound-call или chat
refused-bad-input-call-running = Звонок ещё идёт. Отклонить его можно, когда он кончится; присоединить к тикету — сейчас
refused-bad-input-call-merged = Звонок уже в тикете. Сначала разъедините их
refused-bad-input-call-dismissed = Звонок уже отклонён. Причина стоит рядом с ним
refused-bad-input-call-not-dismissed = Звонок не отклонён: возвращать нечего
refused-bad-input-attach-person = Звонок и тикет разных сотрудников. Выберите тикет того, кто говорил
refused-bad-input-attach-ticket = К этому тикету звонки не присоединяются: он отменён или сделан движением сделки. Выберите другой
refused-bad-input-not-merged = Звонок не в этом тикете: разъединять нечего. Обновите экран
refused-bad-input-merge-window = Окно { $minutes } мин невозможно: не больше { $most }
refused-bad-input-page = Такой страницы нет. Начните с первой
refused-bad-input-queue-nothing = Сопоставлять нечего: укажите записи или имя оператора
refused-bad-input-claim-open-day = Рабочий день { $day } ещё открыт. Заявка нужна только для закрытого: сохраните тикет
refused-bad-input-claim-empty = В заявке нет решений: начислять нечего
refused-bad-input-correct-one-change = Укажите одно: замену действия, новые решения или отмену
refused-bad-input-correct-tickets = Назовите хотя бы один тикет, и каждый один раз
refused-bad-input-correct-absent = В тикете { $ticket } нет действия «{ $code }». Уберите тикет из исправления
refused-bad-input-sample-size = Выборка { $size } невозможна: от 1 до { $most } тикетов
refused-bad-input-review-stretch = Смотрят не больше { $most } дней сразу. Сузьте период
refused-bad-input-watch-taken = За папкой «{ $folder }» уже следит другой процесс. Остановите его или выберите другую папку
refused-bad-input-watch-folder = Папка «{ $folder }» не годится ({ $error }). Проверьте путь и права: в ней создаются done и failed
refused-bad-input-json = Строка { $line } — не JSON: { $error }
refused-bad-input-line = Строка { $line } не команда и не вопрос: нужно поле do или ask
refused-bad-input-command = Команды «{ $name }» нет. Список команд: norma help run
refused-unknown-code = Код «{ $code }» неизвестен
refused-unknown-code-person = Сотрудника «{ $code }» нет. Заведите его или исправьте код
refused-unknown-code-department = Отдела «{ $code }» нет. Заведите его или исправьте код
refused-unknown-code-action = Действия «{ $code }» нет. Заведите его или исправьте код
refused-unknown-code-stage-not-mapped = Стадия сделки не сопоставлена решениям. Сначала сопоставьте её
refused-code-taken = Код «{ $code }» занят: коды не используются повторно. Выберите другой
refused-code-taken-row = Код «{ $code }» стоит в файле дважды с разным содержанием: взята первая строка. Оставьте одну
refused-code-taken-login = Логин «{ $code }» занят. Выберите другой
refused-id-conflict = Запись с этим номером уже есть, и она другая. Обновите экран и повторите
refused-id-conflict-row = Строка с этим ключом уже загружена с другим содержанием. Исправьте ключ или внесите исправление тикета
refused-id-conflict-version = Тикет тем временем изменили: сейчас версия { $version }. Откройте его заново
refused-id-conflict-call = Запись этого звонка уже есть, и она другая: время, оператор, клиент или конец не сходятся. Проверьте ключ
refused-id-conflict-claim = О заявке уже решено. Обновите список
refused-id-conflict-review-open = По этому тикету уже есть открытый вопрос. Дождитесь ответа или закройте его
refused-id-conflict-review-closed = Вопрос по тикету уже закрыт. Откройте новый
refused-set-not-draft = Сборник в состоянии «{ $state ->
    [draft] черновик
    [pilot] обкатка
    [submitted] на утверждении
    [returned] возвращён
    [approved] утверждён, ещё не действует
    [in-force] действует
    [superseded] заменён
    [revoked] приказ отменён
   *[other] { $state }
 }»: этот шаг в нём невозможен. Откройте сборник и посмотрите, что дальше
refused-open-flags = На отметки выбросов нет ответа: { $flags }. Решите каждую: обычный, тяжёлый случай или исключить с причиной{ $missing ->
    [none] {""}
   *[other] {". "}Нет нормативов: { $missing }
 }{ $boosts ->
    [none] {""}
   *[other] {". "}Повышенный KPI без объяснения: { $boosts }
 }{ $talk_only ->
    [none] {""}
   *[other] {". "}Обратите внимание: в замерах { $talk_only } только разговор, надбавки нет
 }
refused-norm-missing = Нет нормативов: { $missing }. Проведите хронометраж или задайте норматив экспертно{ $boosts ->
    [none] {""}
   *[other] {". "}Повышенный KPI без объяснения: { $boosts }
 }{ $talk_only ->
    [none] {""}
   *[other] {". "}Обратите внимание: в замерах { $talk_only } только разговор, надбавки нет
 }
refused-grounds-missing = Укажите основание: изменение техники, организации или первое введение. «Кто-то работает быстрее» — не основание (ТК РФ ст. 160)
refused-effective-past = Дата вступления должна быть позже сегодняшнего рабочего дня ({ $today })
refused-effective-past-before-latest = Дата вступления должна быть позже даты последнего приказа ({ $latest })
refused-effective-past-history = Первый сборник не может вступить в силу { $effective }: с этого дня уже есть тикеты или закрытые дни
refused-effective-past-setting = Настройка вступает в силу с будущего рабочего дня (сегодня { $today }): сделанные объединения не меняются
refused-notice-short = О новых нормах предупреждают за два месяца (ТК РФ ст. 162): самое раннее { $earliest }. Для более ранней даты укажите причину
refused-number-taken = Приказ с таким номером уже есть. Выберите другой номер
refused-no-norm-in-force = На { $day } нет действующих нормативов: тикету не по чему взвешиваться. Дождитесь приказа директора
refused-in-the-future = Это время ещё не наступило. Проверьте часы
refused-in-the-future-moment = { $moment } ещё не наступило. Проверьте часы и часовой пояс
refused-in-the-future-day = Рабочий день { $day } ещё не кончился: закрываются только прошедшие дни
refused-day-closed = Рабочий день { $day } прошёл или закрыт. Забытый тикет внесёт руководитель строкой исправления
refused-month-locked = Месяц закрыт. Изменения пойдут перерасчётом в открытый месяц
refused-needs-reason = Нужна причина
refused-needs-reason-exclude = Чтобы исключить замер, укажите причину: забыли остановить, прервали, не то действие. «Слишком долго» — не причина
refused-needs-reason-flags = Решение обо всех отметках сразу требует причины
refused-needs-reason-rating = Другой темп меняет норматив: напишите, почему
refused-needs-reason-boost = Повышенный KPI требует объяснения: почему это действие важно
refused-needs-reason-expert = Экспертный норматив требует объяснения: откуда число
refused-needs-reason-return = Напишите, что исправить в сборнике
refused-needs-reason-no-decisions = Тикет без решений сохраняется только с причиной, например «ошиблись номером»
refused-needs-reason-correction = Исправление требует причины
refused-needs-reason-dismiss = Напишите, почему обращению не нужен тикет: «ошиблись номером», «личный звонок»
refused-needs-reason-claim = Напишите, почему тикет не был сохранён в тот день
refused-needs-reason-claim-decision = Напишите оператору, почему заявка принята или отклонена
refused-needs-reason-review = Напишите, о чём спрашиваете оператора
refused-needs-reason-review-answer = Ответ пуст. Напишите, как было дело
refused-needs-reason-review-close = Напишите, чем кончилось: всё верно или что исправлено
refused-clock-behind = Часы компьютера отстают от последней записи больше чем на пять минут. Исправьте время и повторите
refused-not-rehearsal = Своё время команды возможно только на учебном участке (norma init --rehearsal)
refused-busy = Файл занят. Ничего не потеряно: повторите через несколько секунд
refused-storage-full = На диске нет места: ничего не записано. Освободите место и повторите
refused-read-only = Файл или папку «{ $file }» нельзя изменять. Проверьте права доступа
refused-network-folder = «{ $file }» лежит в сетевой папке, а файлу участка нужен диск этого компьютера. Перенесите файл
refused-newer-file = Файл «{ $file }» сделан более новой программой (схема { $version }, известна { $known }). Обновите Норму
refused-foreign-file = «{ $file }» — не файл участка Нормы или повреждён. Откройте другой файл или восстановите резервную копию
refused-not-found-script = Файла «{ $file }» нет. Проверьте путь
refused-bad-input-timezone = Часового пояса «{ $timezone }» нет. Пишите имя IANA, например Europe/Moscow
refused-bad-input-day-ends = «{ $day_ends }» — не час окончания дня: от 00:00 до 11:59
refused-bad-input-date = «{ $date }» — не дата. Пишите ГГГГ-ММ-ДД
refused-bad-input-file-empty = Файл «{ $file }» пуст: в нём нет строк с данными
refused-bad-input-column = В файле «{ $file }» нет столбца «{ $column }». Есть: { $columns }
refused-bad-input-number = { $file }, строка { $line }: «{ $text }» — не число. Исправьте строку или выберите другой столбец (--column)
refused-bad-input-cell-quote = { $file }, строка { $line }: кавычка открыта и не закрыта в конце ячейки. Закройте её, а кавычки внутри ячейки удвойте
refused-bad-input-cells = { $file }, строка { $line }: ячеек { $cells }, а в первой строке { $columns }. Если дробная часть отделена запятой, разделяйте столбцы точкой с запятой
refused-bad-input-column-choice = В файле «{ $file }» несколько столбцов с числами: { $columns }. Назовите столбец длительностей (--column). Если дробная часть отделена запятой, разделяйте столбцы точкой с запятой
refused-bad-input-column-repeated = В файле «{ $file }» столбец «{ $column }» стоит не один раз. Переименуйте один из них
refused-bad-input-class-empty = { $file }, строка { $line }: класс не указан, а при долях (--weights) он нужен в каждой строке. Впишите класс
refused-bad-input-weights = «{ $weights }» — не доли: пишите КЛАСС=ДОЛЯ через запятую, в сумме 1
refused-bad-input-weights-class = К долям (--weights) нужен столбец классов (--class)
refused-bad-input-class-weight = Для класса «{ $class }» доля не задана. Добавьте её в --weights
refused-bad-input-not-whole = Проверка не прошла ({ $checks }): копия не сохранена. Посмотрите norma verify
refused-clock-behind-backwards = Время строки раньше предыдущей: оно только растёт
refused-not-found-file-not-found = Файла «{ $file }» нет. Проверьте имя и папку
refused-bad-input-file-unreadable = Файл «{ $file }» не читается ({ $error }). Проверьте права и не открыт ли он другой программой
refused-bad-input-row-elements = Столбец «{ $column }»: элементы пишутся по строке — код | название | name | фиксажная точка. Здесь: «{ $value }»
refused-bad-input-file-spreadsheet = «{ $file }» — книга, которую не удалось прочитать. Сохраните её как XLSX или CSV и загрузите заново
refused-bad-input-file-header-only = В файле «{ $file }» только заголовок: загружать нечего
refused-bad-input-file-encoding = { $file }, строка { $line }: текст не в кодировке { $encoding }. Назовите кодировку в профиле, например encoding = "windows-1251"
refused-bad-input-file-quote = { $file }, строка { $line }: кавычка открыта и не закрыта. Закройте её или укажите quotes = false в профиле
refused-bad-input-column-missing = { $file }, строка { $line }: нет столбца «{ $column }» (для { $field }). Есть: { $found }. Исправьте файл или профиль
refused-bad-input-column-twice = { $file }, строка { $line }: столбец «{ $column }» стоит дважды. Переименуйте один или укажите его номер в профиле
refused-bad-input-profile = Профиль «{ $file }», строка { $line }: { $key } { $expected }
refused-bad-input-calendar-file = «{ $file }» — не календарь, который можно принять: { $error }
refused-bad-input-no-operator = В столбце «{ $column }» нет оператора («{ $value }»): строка никому не принадлежит
refused-bad-input-row-rule = Строка не принимается по правилу профиля: { $column } = «{ $value }»
refused-bad-input-row-empty = Столбец «{ $column }» пуст. Заполните его или исправьте профиль
refused-bad-input-row-code = { $column }: «{ $value }» не годится в коды (1–64 символа)
refused-bad-input-row-number = { $column }: «{ $value }» — не число
refused-bad-input-row-duration = { $column }: «{ $value }» — не длительность замера: больше нуля и не дольше суток
refused-bad-input-row-date = { $column }: «{ $value }» — не дата и время по образцу профиля
refused-bad-input-time-gap = { $column }: времени { $value } не было — часы перевели вперёд
refused-bad-input-time-twice = { $column }: время { $value } было дважды — часы перевели назад. Скажите в профиле, какое из двух: when_ambiguous
refused-bad-input-row-value = { $column }: «{ $value }», а ожидается { $expected }
refused-bad-input-row-columns = В строке { $found } заполненных ячеек, а столбцов { $expected }
refused-bad-input-ticket-differs = Строки одного тикета расходятся в поле { $field } (первая строка { $line })
refused-bad-input-ticket-row = Тикет не принят из-за строки { $line }
refused-bad-input-calendar-row = Календарь не принят из-за строки { $line }
refused-not-found-absence = Отсутствие не найдено. Откройте табель отсутствий заново
refused-not-found-downtime = Простой не найден. Откройте табель отсутствий заново
refused-not-found-cover = Соглашение о замещении не найдено. Откройте табель отсутствий заново
refused-not-found-scheme = Положения об оплате «{ $code }» нет. Проверьте код
refused-not-found-statement = Расчётного листа за { $month } нет: сотрудник в этом месяце не работал и тикетов не вёл
refused-not-found-recalculation = Разницы не в пользу сотрудника, которую надо решить, нет. Откройте ведомость заново
refused-not-permitted-own-absence = Собственное отсутствие, простой и замещение сам себе никто не записывает. Попросите другого руководителя или заместителя
refused-not-permitted-own-award = О собственной оплате сам никто не решает. Попросите другого директора
refused-own-order-scheme = Нельзя утвердить положение об оплате, которое вы сами подали. Пусть подаст бухгалтер или утвердит другой директор
refused-bad-input-absence-time = Время принять нельзя: { $error }
refused-bad-input-absence-ends = Конец раньше начала. Проверьте даты и время
refused-bad-input-absence-long = Получается больше { $days } дней. Проверьте год
refused-bad-input-downtime-nobody = Простой никого не касается. Назовите людей
refused-bad-input-cover-self = Сам себя никто не замещает: выберите другого сотрудника
refused-bad-input-cover-share = Доля за замещение — от доли положения ({ $least }) до 20 000 базисных пунктов (5 000 — половина)
refused-bad-input-cover-over = Замещение было предложено по { $to }, срок прошёл. Попросите новое предложение
refused-bad-input-scheme = Положение об оплате не сходится: проверьте { $field } (доли в базисных пунктах, 10 000 = 100 %; ступени начинаются с 0 и растут)
refused-bad-input-scheme-month = Положение об оплате действует с первого числа месяца, { $day } — не первое
refused-bad-input-award-amount = Премия больше нуля. Проверьте сумму в копейках
refused-bad-input-lock-calendar = На { $month } нет производственного календаря, значит, нет ни плана, ни расчётных листов. Сначала добавьте календарь года
refused-bad-input-lock-order = Месяцы закрывают по порядку: { $earlier } ещё открыт, закройте его раньше, чем { $month }
refused-bad-input-lock-open-days = Не закрыто дней за { $month }: { $count }, первый — { $first }. Сначала закройте их
refused-bad-input-lock-not-leaving = Отдельно закрывают счёт только того, чей последний день приходится на { $month }. Сначала внесите дату увольнения
refused-in-the-future-month = Месяц ещё не кончился: { $month }. Закройте его, когда будет закрыт последний день
refused-in-the-future-leaver = Последний день работы, { $day }, ещё не наступил: расчёт делают в этот день
refused-in-the-future-transfer = Перевод в другой отдел вносят в его день или позже: { $day } ещё не наступил
refused-unknown-code-absence-kind = Вида отсутствия «{ $code }» нет. Известны: { $known }
refused-code-taken-scheme = Положение «{ $code }» относится к другому отделу или должности. Выберите другой код
refused-id-conflict-absence-cancelled = Запись уже отменена. Откройте табель отсутствий заново
refused-id-conflict-cover-answered = Соглашение о замещении уже принято или отозвано. Откройте табель отсутствий заново
refused-set-not-draft-scheme = Положение об оплате в состоянии «{ $state }», этот шаг к нему не подходит. Откройте положение и посмотрите, что дальше
refused-month-locked-twice = Месяц уже закрыт: { $month }. Поздние факты войдут в открытый месяц перерасчётом
refused-month-locked-award = Месяц закрыт: { $month }. Назначьте премию в открытом месяце
refused-month-locked-award-paid = Месяц закрыт: { $month }. Премия уже вошла в расчётный лист
refused-month-locked-scheme = Месяц закрыт и оплачен по другому положению: { $month }. Выберите более поздний месяц
refused-needs-reason-absence = Напишите, почему запись меняют или отменяют
refused-needs-reason-award = Премии нужно основание: за что она
refused-needs-reason-deduction = Назовите основание: удержать можно только при счётной ошибке или установленной вине (ТК РФ ст. 137); отказу от удержания тоже нужна причина
refused-needs-reason-scheme-return = Напишите, что изменить в положении
refused-needs-reason-boosts = Повышенный KPI без объяснения: { $boosts }. Объясните по каждому, почему действие важно{ $talk_only ->
    [none] {""}
   *[other] {". "}Обратите внимание: в замерах { $talk_only } только разговор, надбавки нет
 }
refused-needs-reason-pilot = У сборника закрытых дней обкатки: { $days } из { $needed }. Дождитесь остальных или укажите, почему приказ издаётся без них
refused-needs-reason-imported = Укажите источник перенесённого норматива: из какого файла или сборника он взят
refused-effective-past-in-force = Приказ вступил в силу { $effective }, и отменить его уже нельзя. Утвердите новый сборник взамен
refused-effective-past-pilot = Обкатка не может начаться раньше сегодняшнего дня ({ $today })
refused-bad-input-pilot-period = Обкатка длится от первого до последнего рабочего дня, не больше { $most } дней
refused-bad-input-pilot-overlap = С { $from } по { $to } обкатывается «{ $name }». Выберите другие дни или отзовите тот сборник
refused-bad-input-own-allowance = Собственную надбавку нельзя задать и убрать одновременно
refused-bad-input-change-nothing = Менять нечего: укажите название, надбавку или способ её расчёта
refused-bad-input-order-revoked = Приказ { $number } отменён: знакомиться не с чем
refused-bad-input-period = Период заканчивается раньше, чем начинается, или длится больше { $most } дней
refused-bad-input-deputy-period = Заместителя назначают начиная с сегодняшнего дня и не больше чем на { $most } дня
refused-bad-input-deputy-person = «{ $code }» — не оператор и не руководитель этого отдела либо сам замещаемый руководитель
refused-bad-input-deputy-supervisor = «{ $code }» — не руководитель этого отдела
refused-bad-input-deputy-over = Это замещение уже закончилось
refused-bad-input-setting = Нет текста «{ $name }», который можно задать. Выберите один из: { $names }
refused-bad-input-setting-length = Текст длиннее { $most } знаков. Сократите его
refused-bad-input-language = Нет языка «{ $lang }»: ru или en
refused-id-conflict-acknowledged = Вы уже ознакомились с приказом { $number }
refused-not-found-deputy = Это замещение не найдено. Откройте список заново
refused-not-found-pilot = Сборник не обкатывается. Сначала назначьте период обкатки

# Отдел
refused-not-found-objection = Возражение не найдено. Обновите список
refused-not-found-objection-about = Возразить можно только по своему: дню, исправлению, отсутствию или расчётному листу. Проверьте, о чём возражение
refused-not-found-task = Задание не найдено. Обновите список
refused-not-found-note = Заметка не найдена. Обновите список
refused-not-found-checklist = Список проверок не найден. Обновите экран
refused-not-permitted-own-objection = На собственное возражение отвечает другой: руководитель или директор
refused-not-permitted-own-task = Результат собственного задания принимает другой руководитель
refused-not-permitted-own-rating = Оценки собственной работы вносит другой руководитель
refused-bad-input-task-self = Самому себе задание не выдают: добавьте его как своё, оно не засчитывается в KPI
refused-bad-input-task-due = Срок { $day } уже прошёл. Назначьте сегодняшний день или позже
refused-bad-input-objection-own-correction = Эту версию тикета вы записали сами. Исправьте тикет или выберите исправление руководителя
refused-bad-input-checklist-item = В списке проверок { $count } пунктов. Укажите номер от 1
refused-bad-input-indicator-past = Прошедшие месяцы посчитаны: новое определение и цель действуют не раньше, чем { $month }
refused-bad-input-indicator-retired = Показатель «{ $code }» убран: целей и премий по нему больше не назначают. Верните его (indicator.restore) или определите заново
refused-bad-input-indicator-in-use = Показатель «{ $code }» не убран: возвращать нечего
refused-bad-input-rating-count = Число оценок должно быть не меньше 1
refused-unknown-code-indicator = Показателя «{ $code }» нет. Определите его или исправьте код
refused-id-conflict-task-state = Задание уже в другом состоянии: { $state }. Обновите список
refused-id-conflict-objection-answered = На возражение уже ответили. Обновите список
refused-id-conflict-note-cancelled = Заметка уже отозвана. Обновите список
refused-id-conflict-checklist-ticked = Этот пункт уже отмечен. Обновите экран
refused-needs-reason-task-return = Напишите, чего не хватает, чтобы принять результат
refused-needs-reason-task-cancel = Напишите, почему задание отменяется
refused-needs-reason-note = Напишите, почему заметка отзывается
refused-in-the-future-objection = { $day } ещё не наступил. Возразить можно по прошедшему дню или сегодняшнему
refused-in-the-future-rating = { $day } ещё не наступил. Проверьте день оценки
