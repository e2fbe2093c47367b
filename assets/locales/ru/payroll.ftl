# Оплата на экране и на бумаге.
place-pay = Оплата
payroll-title = Оплата
payroll-waiting =
    { $count ->
        [one] { $count } положение об оплате ждёт решения
        [few] { $count } положения об оплате ждут решения
       *[other] { $count } положений об оплате ждут решения
    }
payroll-page-month = Ведомость
payroll-page-own = Мой расчётный лист
payroll-page-lock = Закрытие месяца
payroll-page-schemes = Положения
payroll-page-people = Оклады
payroll-key-page = Страница: ведомость, закрытие, положения, оклады, доступ
payroll-key-open = По строкам; открыть
payroll-key-sort = Сортировать по следующему столбцу; перевернуть порядок
payroll-key-files = Выгрузить в PDF, XLSX, CSV
payroll-key-new = Новая премия или новое положение
payroll-key-edit = Изменить положение или оклад
payroll-key-pilot = Обкатка положения
payroll-key-step = Подать, утвердить; подтвердить в окне
payroll-key-return = Вернуть положение с замечанием
payroll-key-compare = Сравнить с действующим
payroll-key-lock = Закрыть месяц
payroll-key-decide = Удержать или не удерживать первую разницу не в пользу сотрудника
payroll-key-back = Назад
payroll-find = Найти сотрудника
payroll-find-hint = Имя, табельный №, должность или отдел
payroll-nothing-found = Никого не нашлось
payroll-table = Ведомость месяца
payroll-people =
    { $count ->
        [one] { $count } сотрудник
        [few] { $count } сотрудника
       *[other] { $count } сотрудников
    }
payroll-head-fixed = Пост., ₽
payroll-head-kpi = За KPI, ₽
payroll-head-cover = Замещ., ₽
payroll-head-supplements = Доплаты, ₽
payroll-head-percentages = Проценты, ₽
payroll-head-bonuses = Премии, ₽
payroll-head-awards = Разовые, ₽
payroll-head-recalculation = Перерасч., ₽
payroll-head-more = Прочее, ₽
payroll-head-total = Итого, ₽
payroll-sum-total = Итого
payroll-sum-fixed = Постоянная часть
payroll-sum-kpi = Часть за KPI
payroll-sum-cover = Замещение
payroll-sum-more = Премии и прочее
payroll-state-late = перерасчёт { $sum }
payroll-empty = За { $month } платить некому
payroll-empty-text = В этом месяце никто не работал оператором и не вёл тикетов. Выберите другой месяц или внесите сотрудников
payroll-remark-no-calendar =
    { $count ->
        [one] На этот месяц нет производственного календаря, поэтому у { $count } сотрудника нет плана и сумм. Добавьте календарь года: norma import УЧАСТОК calendar ФАЙЛ
       *[other] На этот месяц нет производственного календаря, поэтому у { $count } сотрудников нет плана и сумм. Добавьте календарь года: norma import УЧАСТОК calendar ФАЙЛ
    }
payroll-remark-no-scheme =
    { $count ->
        [one] У { $count } сотрудника нет сумм: на его отдел и должность нет действующего положения об оплате. Составьте положение и подайте директору
       *[other] У { $count } сотрудников нет сумм: на их отдел и должность нет действующего положения об оплате. Составьте положение и подайте директору
    }
payroll-remark-no-salary =
    { $count ->
        [one] У { $count } сотрудника нет сумм: не внесён оклад
       *[other] У { $count } сотрудников нет сумм: не внесены оклады
    }
payroll-to-schemes = К положениям
payroll-to-salaries = К окладам
payroll-save-all-pdf = Вся ведомость одним файлом: суммы и расчётный лист каждого
payroll-save-all-xlsx = Ведомость и то, что оплачивается отдельно, листами книги
payroll-save-all-csv = Ведомость для программы бухгалтера
payroll-save-one-pdf = Этот расчётный лист для печати и архива
payroll-save-one-xlsx = Строки и дни расчётного листа листами книги
payroll-save-one-csv = Строки расчётного листа для программы
payroll-file = vedomost-{ $month }
statement-file = raschetnyj-list-{ $person }-{ $month }

# Слова, которых требуют выгрузка и бумага
pay-state-through = предварительно по { $day }
pay-state-none = предварительно: дней ещё не закрыто
pay-head-line = Строка
pay-head-about = О чём
pay-head-formula = Как получилось
pay-head-exact = Точно, ₽
pay-head-amount = Сумма

# Расчётный лист
statement-back = К ведомости
statement-none = Расчётного листа нет
statement-lines = Начисления
statement-lines-table = Строки расчётного листа
statement-lines-none = Начислений нет
statement-total = Итого { $sum }
statement-head-line = За что
statement-head-formula = Как получилось
statement-head-exact = Точно, ₽
statement-head-sum = Сумма, ₽
statement-head-figure = Показатель
statement-head-more = Доплаты, проценты, премии
statement-minutes = Минуты месяца
statement-min-norm = Норма месяца, N
statement-min-plan = План, P
statement-min-absence = Отсутствия в плане, A
statement-min-caught = Навёрстано, C
statement-min-missed = Не навёрстано, U
statement-min-base = База, B = P − U
statement-min-kpi = KPI, K
statement-min-cover = Замещено, M
statement-min-overlap = Дважды не платят, O
statement-min-share = KPI к базе
statement-value = Минута стоит
statement-part = С { $day }
statement-own-absences = Отсутствия, которые остались в плане
statement-downtime = Простой { $cause }
statement-days = Дни месяца
statement-days-table = Дни расчётного листа
statement-days-none = Дней, которые считаются, ещё нет
statement-day = День
statement-day-scheduled = График
statement-day-away = Не был
statement-day-target = План
statement-day-kpi = KPI
statement-day-lines = Исправл.
statement-day-surplus = Сверх
statement-day-tickets = Тикеты за { $day }
statement-cover-days = Замещение по дням
statement-cover-table = Дни замещения
statement-cover-whom = Кого
statement-cover-why = Как зачтено
statement-choose-line = Выберите строку начислений, чтобы увидеть, откуда её минуты
statement-choose-both = Выберите строку начислений, чтобы увидеть, откуда её минуты. Enter на дне — его тикеты
statement-why-fixed = База: план { $plan } − не навёрстано { $missed } = { $base } мин
statement-why-overlap = Из неё { $minutes } мин уже оплачены как замещение и второй раз не платятся
statement-why-cover = Минуты сверх плана, зачтённые за отсутствующего коллегу, по стоимости минуты его должности
statement-why-supplement = Доплата по положению: полностью или пропорционально базе
statement-why-percentage = Процент от сумм решений этого месяца; возвраты вычтены
statement-why-bonus = Премия: показатель достиг цели
statement-why-award = Разовая премия, назначенная директором
statement-why-other = Строка положения об оплате
statement-why-recalculation = После закрытия того месяца внесли новое. Он пересчитан целиком, разница пришла сюда одной строкой и KPI не трогает
statement-open-month = Открыть расчётный лист: { $month }
statement-recalculated = После закрытия внесли новое: этот лист стоил бы иначе, разница { $sum } идёт в открытый месяц перерасчётом
statement-no-money = Сумм нет: { $why }
statement-no-no-calendar = Сумм нет: на этот месяц нет производственного календаря, а без него нет плана. KPI показан
statement-no-no-scheme = Сумм нет: на отдел и должность нет действующего положения об оплате. Его составляет бухгалтер и утверждает директор
statement-no-no-salary = Сумм нет: не внесён оклад должности. Его вносит бухгалтер на странице «Оклады»
statement-no-no-norm = Сумм нет: в графике сотрудника нет ни одной минуты за этот месяц
statement-paper-title = Расчётный лист за { $month }
statement-paper-payroll = Ведомость за { $month }
statement-paper-other = Отдел { $department }
statement-paper-grand = Итого по всем отделам: { $sum }
statement-paper-terms = Отдел: { $department }. Должность: { $position }. Положение об оплате: { $scheme }.
statement-paper-whole = Оклад должности { $salary }, ставка { $rate } %, стоимость минуты { $value }
statement-paper-part = С { $from }: оклад должности { $salary }, ставка { $rate } %, стоимость минуты { $value }
statement-paper-gross = Суммы до вычета налога. Каждая строка округлена один раз, до копейки, половина — к чётной.
statement-paper-head = Журнал при закрытии месяца: { $head }

# Положения
schemes-list = Положения об оплате
schemes-empty = Положений об оплате ещё нет
schemes-empty-draft = Положение говорит, из чего складывается оплата отдела или должности. Составьте его, посмотрите, сколько бы оно заплатило, и подайте директору
schemes-empty-text = Положение составляет бухгалтер и утверждает директор. Действующее появится здесь
schemes-new = Новое положение
schemes-new-title = Новое положение об оплате
schemes-edit-title = Положение об оплате
schemes-edit = Изменить
schemes-pilot = Обкатка
schemes-submit = Подать директору
schemes-approve = Утвердить приказом
schemes-return = Вернуть с замечанием
schemes-compare = Сравнить с действующим
schemes-compare-not = Показать текст
schemes-is-frozen = Утверждено и заморожено: новое условие — новое положение
schemes-every-position = все остальные
schemes-col-order = Приказ
schemes-col-from = Действует с
schemes-state-draft = черновик
schemes-state-pilot = обкатка
schemes-state-submitted = ждёт директора
schemes-state-returned = возвращено
schemes-state-approved = утверждено, ещё не действует
schemes-state-in-force = действует
schemes-state-superseded = заменено
schemes-costs = Сколько стоит минута замещения
schemes-costs-none = Ни у кого из тех, кому платит это положение, нет оклада
schemes-cost-of =
    { $count ->
        [one] Оклад { $salary }: { $count } сотрудник
        [few] Оклад { $salary }: { $count } сотрудника
       *[other] Оклад { $salary }: { $count } сотрудников
    }
schemes-cost-covered = Минута замещения
schemes-cost-value = Стоимость минуты
schemes-cost-fixed = Постоянная часть месяца
schemes-cost-low = Постоянная часть ниже установленного минимума { $wage }
schemes-history = История
schemes-history-none = Ещё никому не подано
schemes-order = Приказ № { $number } от { $date }, действует с: { $month }; утвердил { $person }
schemes-fingerprint = Отпечаток
schemes-shadow = Сколько бы заплатило за { $month }
schemes-shadow-none = В этом месяце положение никому бы не платило
schemes-shadow-now = Сейчас, ₽
schemes-shadow-this = По этому, ₽
schemes-shadow-difference = Разница
schemes-drafted = Положение сохранено
schemes-piloted = Обкатка назначена: листы считаются и по этому положению, никто по нему не получает
schemes-submitted = Положение подано директору
schemes-returned = Положение возвращено
schemes-approved = Положение утверждено приказом № { $number }
schemes-pilot-title = Обкатка положения
schemes-pilot-text = За эти месяцы рядом с действующим считается и это положение. Никто по нему не получает; правка снова делает его черновиком
schemes-pilot-send = Назначить
schemes-field-from = Первый месяц
schemes-field-to = Последний месяц
schemes-bad-month = Месяц пишется как 11.2026
schemes-submit-title = Подать положение директору
schemes-submit-text = Поданное положение не меняется, пока директор не утвердит его или не вернёт
schemes-field-grounds = Основание
schemes-grounds-hint = Например, вводится оплата по KPI
schemes-approve-title = Приказ об оплате
schemes-approve-text = Положение «{ $name }»
schemes-field-effective = Действует с месяца
schemes-early = Раньше двух месяцев с даты приказа (ТК РФ ст. 74): причина встанет в приказ
schemes-password-hint = Приказ подтверждается паролем
schemes-frozen = После утверждения положение заморожено: в нём не изменить ни одного числа
schemes-return-title = Вернуть положение с замечанием
schemes-return-text = Бухгалтер увидит замечание, исправит и подаст снова
schemes-return-label = Что исправить
schemes-return-send = Вернуть
schemes-draft-send = Сохранить
schemes-field-code = Код
schemes-field-name = Название
schemes-field-position = Должность
schemes-position-hint = Пусто: все без своего положения
schemes-field-fixed = Постоянная часть, %
schemes-field-cover = Замещение, %
schemes-field-floor = Минимум, % базы
schemes-field-cap = Предел, % базы
schemes-field-wage = Минимум оплаты, ₽
schemes-hint-fixed = доля оклада
schemes-hint-cover = стоимости минуты
schemes-hint-floor = части за KPI
schemes-hint-cap = пусто: нет
schemes-hint-wage = пусто: нет
schemes-bad-number = Проверьте число
schemes-bands = Ступени KPI
schemes-bands-add = Добавить ступень
schemes-bands-remove = Убрать ступень { $number }
schemes-band-from = Ступень { $number }: от, % базы
schemes-band-times = Ступень { $number }: минута считается ×
schemes-supplements = Доплаты
schemes-supplements-add = Добавить доплату
schemes-supplements-remove = Убрать доплату { $number }
schemes-percentages = Проценты от сумм
schemes-percentages-add = Добавить процент
schemes-percentages-remove = Убрать процент { $number }
schemes-bonuses = Премии по показателю
schemes-bonuses-add = Добавить премию
schemes-bonuses-remove = Убрать премию { $number }
schemes-item-name = За что ({ $number })
schemes-item-amount = Сумма ({ $number }), ₽
schemes-item-share = Доля ({ $number }), %
schemes-item-actions = Коды действий ({ $number }); пусто: все
schemes-item-indicator = Код показателя ({ $number })
schemes-item-target = Цель ({ $number })
schemes-in-full = полностью
schemes-in-part = пропорционально базе
schemes-bonus-when = Показатель к цели
schemes-bonus-segment = Цель не указана: берётся та, что установлена для отдела и должности на месяц

# Закрытие месяца
lock-card = Закрытие: { $month }
lock-locked = Месяц закрыт, суммы заморожены. Закрыл: { $person }. Что внесут позже, придёт перерасчётом в открытый месяц
lock-head = Журнал при закрытии
lock-open = Закрыть месяц
lock-blocked = Сначала снимите то, что мешает
lock-director = Месяц закрывает директор
lock-close-days = Закрыть дни
lock-days-closed = Дни закрыты
lock-proposed =
    { $count ->
        [one] Без решения { $count } разница не в пользу сотрудника: без него она не удерживается
        [few] Без решения { $count } разницы не в пользу сотрудников: без него они не удерживаются
       *[other] Без решения { $count } разниц не в пользу сотрудников: без него они не удерживаются
    }
lock-title = Закрыть месяц
lock-text =
    { $count ->
        [one] За { $month } будет заморожен { $count } расчётный лист на { $sum }
        [few] За { $month } будут заморожены { $count } расчётных листа на { $sum }
       *[other] За { $month } будут заморожены { $count } расчётных листов на { $sum }
    }
lock-leaver-title = Закрыть расчёт увольняющегося
lock-leaver-text = { $name }, { $month }: к выплате { $sum } в последний день работы (ТК РФ ст. 140)
lock-unpaid =
    { $count ->
        [one] У { $count } сотрудника сумм нет: лист закроется без них, а что добавят позже, придёт перерасчётом
       *[other] У { $count } сотрудников сумм нет: листы закроются без них, а что добавят позже, придёт перерасчётом
    }
lock-after = Открыть закрытый месяц нельзя. Что внесут потом, пересчитает его и войдёт в открытый месяц отдельной строкой
lock-send = Закрыть
lock-done =
    { $count ->
        [one] Закрыто: { $month }, { $count } расчётный лист на { $sum }
        [few] Закрыто: { $month }, { $count } расчётных листа на { $sum }
       *[other] Закрыто: { $month }, { $count } расчётных листов на { $sum }
    }
lock-leavers = Увольняются в этом месяце
lock-leaver = { $name }: последний день { $day }
lock-leaver-open = Закрыть расчёт: { $name }
lock-recalculations = Перерасчёты закрытых месяцев
lock-recalculations-none = После закрытия прошлых месяцев ничего не изменилось
lock-recalculation = { $month }: { $sum }
lock-ground = Не в пользу сотрудника: удержать можно только по основаниям ТК РФ ст. 137 (счётная ошибка, вина работника, установленная судом)
lock-deduct = Удержать
lock-waive = Не удерживать
lock-deducted = Разница будет удержана в открытом месяце
lock-waived = Разница не удерживается и больше не появится
lock-deduct-title = Удержать разницу
lock-deduct-text = Основание встанет в журнал. Решение действует только на эту сумму: изменится она — спросим снова
lock-deduct-label = Основание (ТК РФ ст. 137)
lock-deduct-send = Удержать
lock-ground-count = Счётная ошибка
lock-ground-fault = Вина работника установлена судом
lock-waive-title = Не удерживать разницу
lock-waive-text = Разница прощается навсегда
lock-waive-label = Почему не удерживается
lock-waive-send = Не удерживать
lock-awards = Разовые премии месяца
lock-awards-none = Премий в этом месяце нет
lock-award = { $reason } · назначил { $person }
lock-funds = Во что обошлось замещение
lock-fund-minutes = { $minutes } мин замещено
lock-fund-own = из неоплаченного отсутствующему
lock-fund-employer = от работодателя

# Премии
award-new = Новая премия
award-locked = Месяц закрыт: назначьте премию в открытом
award-title = Разовая премия
award-text = Войдёт в расчётный лист за { $month } отдельной строкой
award-person = Кому
award-person-hint = Имя или табельный №
award-amount = Сумма, ₽
award-reason = За что
award-reason-hint = Встанет в расчётный лист
award-send = Назначить
award-granted = { $name }: премия { $sum } назначена

# Оклады
salaries-table = Оклады, ставки, сроки
salaries-title = Оклад, ставка, сроки
salaries-col-salary = Оклад, ₽
salaries-col-from = Принят
salaries-col-to = Уволен
salaries-none = не внесён
salaries-field-salary = Оклад на ставку 1, ₽
salaries-field-rate = Ставка
salaries-field-effective = Действует с
salaries-field-from = Первый день работы
salaries-field-to = Последний день работы
salaries-effective-hint = Новый оклад или ставка действуют с этого рабочего дня: месяц делится на части
salaries-bad-sum = Сумма пишется как 60000,00
salaries-bad-rate = Ставка пишется как 0,5
salaries-terms = Что действовало и что назначено
salaries-terms-row = с { $day }: { $salary } × { $rate }, { $position }
salaries-send = Сохранить
salaries-saved = Сохранено
salaries-unchanged = Ничего не изменено

# Кому видны деньги отдела
payroll-page-grants = Доступ
payroll-key-take = Снять доступ к деньгам отдела
payroll-key-object = Возразить против своего расчётного листа или его строки
grants-title = Кому видны деньги отдела
grants-table = Доступ руководителей
grants-what = Руководитель с этим доступом видит ведомость и расчётные листы своего отдела и выгружает их. Закрывать месяц, назначать премии и менять оклады он не может
grants-empty = Деньги отделов видны только директору и бухгалтеру
grants-nobody = Дать доступ некому: у каждого руководителя отдела он уже есть, или руководителей ещё нет
grants-new = Дать доступ
grants-new-title = Доступ к деньгам отдела
grants-send = Дать доступ
grants-choose = Выберите руководителя
grants-take = Снять доступ
grants-take-choose = Выберите строку с действующим доступом
grants-supervisor = Руководитель
grants-department = Отдел
grants-since = С какого дня
grants-by = Кто дал
grants-state = Сейчас
grants-stands = действует
grants-ended = снят { $day }
grants-given = { $name }: доступ к деньгам отдела дан
grants-taken = { $name }: доступ к деньгам отдела снят

# Премии по показателям в расчётном листе
statement-bonuses = Премии по показателям
statement-bonus-about = { $name }: «{ $indicator }»
statement-bonus-value = { $about } { $value } при цели { $target }
statement-bonus-aimless = { $about } { $value }, цель на этот месяц не установлена
statement-bonus-empty = { $about }, данных за месяц нет или их мало
statement-bonus-empty-target = { $about }, данных за месяц нет или их мало; цель { $target }
statement-bonus-counted = «{ $indicator }»: { $numerator } / { $denominator } → { $value } при цели { $target }
statement-bonus-reached = цель достигнута
statement-bonus-met = цель достигнута, начислено { $sum }
statement-bonus-missed = цель не достигнута, { $sum } не начислено
statement-bonus-unpaid = { $sum } не начислено

# Как получилась строка расчётного листа
formula-from = с { $day }: { $term }
formula-value = { $value } ₽/мин
formula-band-all = KPI
formula-band-below = до { $to } % базы
formula-band-between = { $from }–{ $to } % базы
formula-band-above = выше { $from } % базы
formula-cap = сверх предела
formula-cap-share = сверх { $share } % базы
formula-floor = меньше минимума, платится минимум
formula-floor-share = меньше минимума, платится он: { $share } × { $base }
