# Окно: рамка, вход, секундомер.
app-title = Норма — { $organisation }
app-navigation = Разделы
app-group-places = Раздел
app-group-window = Окно
app-palette = Найти раздел или действие
app-palette-short = Найти
app-palette-find = Раздел или действие
app-nothing-found = Ничего не нашлось
app-help = Клавиши этого экрана
app-keys-here = На этом экране
app-keys-everywhere = Везде
app-tab = Следующее поле или кнопка
app-go = Разделы по порядку
app-place-before = Предыдущий раздел
app-place-after = Следующий раздел
app-group-norms = Хронометраж и нормы
app-group-work = Работа
app-group-department = Команда
app-group-pay = Оплата и календарь
app-lock = Заблокировать или сменить сотрудника
app-language = Язык: русский или английский
app-theme = Тема: как в системе, светлая, тёмная
app-theme-system = Тема: как в системе
app-theme-light = Тема: светлая
app-theme-dark = Тема: тёмная
app-close = Закрыть
app-undo = Отменить
app-retry = Повторить
app-loading = Читаем данные участка…
app-not-loaded = Данные не прочитаны
app-no-places = Для вашей роли здесь пока нет разделов
app-no-places-text = Роли назначает администратор. Войдите под другим логином или попросите добавить роль.
app-work-day = рабочий день { $day }
app-saved = Сохранено
app-saved-hint = Всё, что вы сделали, записано на диск
app-saving = Сохраняется…
app-saving-hint = Запись на диск; обычно это доли секунды
app-not-saved = Не сохраняется, повторяем
app-not-saved-hint = Файл занят или на диске нет места. Введённое не потеряно: запись повторяется каждую секунду
app-file-written = Файл записан: { $path }
app-file-full = На диске нет места, файл не записан: { $path }. Освободите место или выберите другой диск
app-file-denied = Сюда записать нельзя: { $path }. Выберите папку, в которую у вас есть право записи
app-file-nowhere = Такой папки нет: { $path }. Выберите другую
app-file-failed = Файл не записан: { $path }. Возможно, он открыт в другой программе: закройте его и повторите
app-file-no-dialog = Окно выбора файла не открылось: в системе его нет. Выгрузите командой norma export
app-fault = Ошибка программы. Введённое не потеряно: повторите, а если не поможет, передайте администратору ссылку { $reference }
app-wrong-password = Пароль не подходит. Проверьте раскладку и Caps Lock и введите его ещё раз
app-password-set = Пароль сохранён: в следующий раз входите с ним
app-welcome-back = Экран разблокирован, всё на месте
app-waiting-flags = { $count ->
    [one] { $count } отметка выброса ждёт решения
    [few] { $count } отметки выбросов ждут решения
   *[other] { $count } отметок выбросов ждут решения
}
app-waiting-orders = { $count ->
    [one] { $count } сборник ждёт утверждения
    [few] { $count } сборника ждут утверждения
   *[other] { $count } сборников ждут утверждения
}
app-no-display = Окно не открылось: нет экрана ({ $detail }). Командная строка работает: norma help
app-no-library = Окно не открылось: не хватает системной библиотеки ({ $detail }). В Debian и Ubuntu: apt install libxkbcommon-x11-0
place-stopwatch = Секундомер
place-study = Исследования
place-norms = Нормативы
place-orders = Приказы
place-desk = Рабочее место
place-my-kpi = Мой KPI
key-space = Пробел
key-escape = Esc
key-backspace = Bksp

welcome-tagline = Нормы времени, решения и KPI операторского участка
welcome-demo = Открыть демонстрационный участок
welcome-demo-text = Готовые люди, замеры, приказы и тикеты: можно пробовать всё, ничего не испортив
welcome-create = Создать участок
welcome-create-text = Новый файл: организация, часовой пояс, календарь и первый директор
welcome-open = Открыть файл
welcome-open-text = Участок, который уже есть на этом компьютере
welcome-recent = Недавние
welcome-recent-none = Здесь появятся участки, которые вы открывали.
welcome-forget = Убрать «{ $file }» из списка
welcome-path = Путь к файлу
welcome-path-hint = Если выбор файла в окне недоступен
welcome-path-open = Открыть по пути
welcome-no-dialog = Окно выбора файла не открылось: в системе его нет. Впишите путь к файлу в поле
welcome-opening = Открываем участок…
welcome-making = Создаём участок…
welcome-making-demo = Создаём демонстрационный участок…
welcome-signing-in = Проверяем пароль…
welcome-key-enter = Дальше
welcome-key-back = Назад
welcome-sign-in-to = Участок «{ $floor }»
welcome-sign-in = Вход
welcome-sign-in-as = Войти как
welcome-sign-in-as-text = Демонстрация: выберите, чьими глазами смотреть.
welcome-login = Логин
welcome-login-hint = Он же табельный номер
welcome-login-wrong = Только латиница, цифры, точка, дефис и подчёркивание
welcome-password = Пароль
welcome-password-again = Пароль ещё раз
welcome-password-new = Новый пароль
welcome-password-short = Не короче { $least } символов
welcome-passwords-differ = Пароли не совпадают
welcome-password-set = Сохранить и войти
welcome-new-password = Придумайте свой пароль
welcome-one-time = Ваш пароль одноразовый: его задал другой человек
welcome-enter = Войти
welcome-enter-lacks = Введите логин и пароль
welcome-other-floor = Другой участок
welcome-locked = Экран заблокирован
welcome-locked-hint = Всё введённое осталось на месте
welcome-unlock = Разблокировать
welcome-switch = Сменить сотрудника
welcome-create-title = Новый участок
welcome-organisation = Организация и время
welcome-organisation-name = Название организации
welcome-zone = Часовой пояс
welcome-zone-find = Город или пояс
welcome-day-ends = Рабочий день заканчивается
welcome-day-ends-hint = 00:00 — в полночь; для ночных смен, например, 04:00
welcome-day-ends-wrong = Время пишется как 04:00
welcome-calendars = Добавить производственные календари России
welcome-rehearsal = Учебный участок, навсегда
welcome-rehearsal-hint = По нему ничего не начисляется, и об этом написано на каждом экране
welcome-director = Первый директор
welcome-director-name = Фамилия, имя, отчество
welcome-lacks = Заполните это поле
welcome-file = Файл участка
welcome-browse = Выбрать…
welcome-make = Создать и войти
welcome-back = Назад
zone-kaliningrad = Калининград (UTC+2)
zone-moscow = Москва, Санкт-Петербург (UTC+3)
zone-samara = Самара (UTC+4)
zone-yekaterinburg = Екатеринбург (UTC+5)
zone-omsk = Омск (UTC+6)
zone-krasnoyarsk = Красноярск, Новосибирск (UTC+7)
zone-irkutsk = Иркутск (UTC+8)
zone-yakutsk = Якутск (UTC+9)
zone-vladivostok = Владивосток (UTC+10)
zone-magadan = Магадан (UTC+11)
zone-kamchatka = Камчатка (UTC+12)
zone-minsk = Минск (UTC+3)
zone-almaty = Алматы (UTC+5)
zone-tashkent = Ташкент (UTC+5)
zone-utc = Всемирное время (UTC)

watch-act-start = Старт, отсечка, продолжить
watch-act-stop = Стоп
watch-act-pause = Пауза и продолжение
watch-act-hard = Отметить тяжёлый случай
watch-act-undo = Отменить последний шаг
watch-act-give-up = Исключить прерванный замер
watch-act-action = Выбрать действие
watch-act-operator = Выбрать оператора
watch-act-add = Ещё один секундомер рядом
watch-act-close = Убрать этот секундомер
watch-act-next-flag = Решить следующую отметку выброса
watch-act-decide = Решить выбранный замер
watch-act-mini = Мини-секундомер поверх окон
watch-act-norms = Перейти к нормативам
watch-act-open-study = Перейти к исследованию
watch-pair-pace = Темп идущего замера на 5 % ниже, выше
watch-pair-last = Темп прошлого замера
watch-pair-beside = Предыдущий, следующий секундомер
watch-pause-length = Эта пауза { $time }, в замер она не входит
watch-chart-pauses = паузы
watch-idle-ready = можно начинать
watch-needed-short = ещё ≈ { $number }
watch-returned-elements = Замер записан целиком, без времён элементов. { $why }
watch-side-key = Секундомер с этим номером, причина паузы
watch-mini = Мини-секундомер
watch-mini-hint = Маленькое окно поверх остальных, рядом с CRM
watch-make-norm = К нормативам
watch-make-norm-hint = Взять замеры в сборник нормативов
watch-to-study = К исследованию
watch-to-study-hint = Все замеры, отметки, сравнение операторов, выгрузка
watch-action = Действие
watch-action-find = Выберите действие
watch-operator = Оператор
watch-operator-find = Выберите оператора
watch-nobody = оператор не выбран
watch-idle = Готов
watch-idle-note = выберите, что и у кого замеряем
watch-running = Идёт
watch-paused = Пауза
watch-stopped = Остановлен
watch-recovered = Прерван
watch-began = начат { $at }
watch-is-hard = тяжёлый случай
watch-start = Старт
watch-split = Отсечка
watch-resume = Продолжить
watch-stop = Стоп
watch-pause = Пауза
watch-hard = Тяжёлый
watch-undo = Отмена
watch-add = Ещё
watch-recovery = Программа закрылась во время замера «{ $action }», { $operator }. Время шло дальше от настоящего начала. Что с ним сделать?
watch-go-on = Продолжить
watch-stop-now = Остановить
watch-give-up = Исключить
watch-choose-action-first = Сначала выберите действие
watch-choose-operator-first = Сначала выберите оператора
watch-said-taken = Замер { $time } записан
watch-said-disputed = Замер { $time } ждёт: часы расходятся
watch-said-given-up = Прерванный замер исключён
watch-said-withdrawn = Шаг отменён, замер { $time } не учитывается
watch-said-undone = Последний шаг отменён
watch-said-hard = Отмечен как тяжёлый случай
watch-said-regular = Отметка тяжёлого случая снята
watch-refused-running = Секундомер уже идёт: сделайте отсечку или остановите его
watch-refused-not-running = Секундомер не запущен: нажмите «Старт»
watch-refused-paused = Секундомер уже на паузе: продолжите или остановите
watch-refused-not-paused = Паузы нет, продолжать нечего
watch-refused-recovered = Сначала решите, что делать с прерванным замером
watch-refused-not-recovered = Прерванных замеров нет
watch-refused-nothing-to-undo = Отменять больше нечего
watch-refused-bench-full = Рядом идут не больше девяти секундомеров: уберите один
watch-refused-no-such-watch = Такого секундомера нет, а последний убрать нельзя
watch-clocks-disagree = Часы компьютера и секундомер разошлись больше чем на секунду: решите, чему верить
watch-clocks-decide = Решить
watch-clocks-title = Сколько длился замер?
watch-clocks-text = Замер начат { $began }. Компьютер засыпал, или его часы переводили, поэтому длительности разные.
watch-clocks-watch = { $time } по секундомеру
watch-clocks-wall = { $time } по часам компьютера
watch-clocks-exclude = Исключить: замер прервали
watch-returned = Замер не принят. { $why }
watch-returned-forget = Понятно
watch-study = Исследование
watch-study-none = Замеров этого действия ещё нет
watch-study-none-text = Нажмите «Пробел», когда действие начнётся, и «Enter», когда закончится.
watch-study-choose = Что замеряем?
watch-study-choose-text = Выберите действие (клавиша A) и оператора (клавиша O): можно набирать начало слова, даже в другой раскладке.
watch-flags = { $count ->
    [one] { $count } отметка
    [few] { $count } отметки
   *[other] { $count } отметок
}
watch-n = Замеров учтено
watch-counted = тяжёлых { $hard }, исключено { $excluded }
watch-mean = Среднее
watch-sd = отклонение { $sd }
watch-median = Медиана
watch-range = от { $min } до { $max }
watch-norm = Норма без надбавки
watch-norm-all = с исключёнными { $norm }
watch-interval-name = Среднее, 95 %
watch-interval = { $low } – { $high } мин
watch-precision = Точность сейчас
watch-target = До ±{ $percent } %
watch-reached = достигнута
watch-needed = { $count ->
    [one] ещё ≈ { $number } замер
    [few] ещё ≈ { $number } замера
   *[other] ещё ≈ { $number } замеров
}
watch-chart-order = Замеры по порядку
watch-chart-order-text = По порядку: { $count ->
    [one] { $count } замер
    [few] { $count } замера
   *[other] { $count } замеров
}, { $flags ->
    [0] отметок без решения нет
    [one] { $flags } отметка ждёт решения
    [few] { $flags } отметки ждут решения
   *[other] { $flags } отметок ждут решения
}
watch-chart-bins = Как лежат значения
watch-chart-number = Номер замера
watch-chart-minutes = Минуты
watch-chart-count = Замеров
watch-chart-kept = учтённые замеры
watch-chart-mean = среднее { $mean }
watch-as-table = Показать таблицей
watch-as-chart = Показать графиком
watch-counts-regular = обычный
watch-counts-hard = тяжёлый
watch-counts-flagged = ждёт решения
watch-counts-excluded = исключён
watch-observations = Замеры
watch-column-number = №
watch-column-start = Начало
watch-column-minutes = Минуты
watch-column-times = К медиане
watch-column-counts = Учёт
watch-column-why = Причина или отметка
watch-flag = ×{ $times } к медиане: { $rule }
watch-flag-strong = ×{ $times } к медиане, подтверждено вторым тестом: { $rule }
watch-decide = Решить
watch-decide-hint = Выберите замер в таблице (↑ ↓) или на графике
watch-decide-title = Замер № { $number }: { $minutes } мин
watch-causes-long = Так бывает, если случай тяжёлый, секундомер забыли остановить или замеряли не то действие. Среднее сейчас { $mean } мин, без этого замера { $without } мин.
watch-causes-short = Так бывает, если секундомер запустили поздно или замеряли не то действие. Среднее сейчас { $mean } мин, без этого замера { $without } мин.
watch-criterion = Тяжёлый случай: { $criterion }
watch-decided-before = Решено раньше: { $reason }
watch-answer-regular = Учесть как обычный
watch-answer-hard = Учесть как тяжёлый случай
watch-exclude-as = Исключить, потому что:
watch-reason-forgotten = забыли остановить секундомер
watch-reason-interrupted = действие прервали
watch-reason-wrong = замерено не то действие
watch-reason-other = другая причина
watch-reason-other-hint = «Слишком долго» — не причина
watch-reason-undone = отменён сразу после замера
watch-reason-restart = прерван перезапуском программы
watch-exclude = Исключить
watch-decided = Решение записано
watch-decision-undone = Решение отменено
watch-no-flags = Отметок без решения нет
watch-step-choose = Выберите
watch-step-choose-text = Действие (A) и оператора (O). Набирайте начало слова: «тар» найдёт «Смена тарифа», даже в другой раскладке.
watch-step-time = Замеряйте
watch-step-time-text = Пробел начинает и отсекает, Enter заканчивает, P ставит паузу. Тяжёлый случай отметьте клавишей H.
watch-step-look = Смотрите на точность
watch-step-look-text = Справа сразу видно среднее, интервал и сколько замеров ещё нужно. Потом возьмите их в сборник нормативов.
watch-studies = Исследования отдела
watch-column-source = Источник
watch-column-observations = Замеров
watch-column-kept = Учтено
watch-column-flags = Отметки выбросов
watch-column-norm = Норма, мин
watch-source-stopwatch = секундомер
watch-source-import = загружено
watch-source-call = записи звонков
watch-act-slower = Темп идущего замера ниже на 5 %
watch-act-faster = Темп идущего замера выше на 5 %
watch-act-last-slower = Темп прошлого замера ниже на 5 %
watch-act-last-faster = Темп прошлого замера выше на 5 %
watch-act-end-sitting = Закончить сеанс наблюдения
watch-act-study = Выбрать или начать исследование
watch-act-previous = Предыдущий секундомер
watch-act-next = Следующий секундомер
watch-act-alike = Решить все отметки одинаково
watch-act-scale = Графики: логарифм или минуты
watch-waiting = Ожидание
watch-break = Элемент закончен
watch-refused-too-soon = Элемент только что начался: нажмите, когда он закончится
watch-refused-no-such-pace = Темп оценивают от 50 до 150 %
watch-refused-no-sitting = Сеанса нет: он начнётся с первого старта
watch-returned-sitting = Сеанс наблюдения не принят. { $why }
watch-returned-rating = Оценка темпа не принята. { $why }
watch-pause-why = причину назовите цифрой
watch-pause-colleague = Коллега
watch-pause-colleague-full = консультация с коллегой
watch-pause-system = Система
watch-pause-system-full = система работает медленно или с ошибкой
watch-pause-talk = Разговор
watch-pause-talk-full = посторонний разговор
watch-pause-personal = Личное
watch-pause-personal-full = личные надобности
watch-pause-contact = Нет обращений
watch-pause-contact-full = ожидание обращения
watch-pause-break = Перерыв
watch-pause-break-full = перерыв
watch-pause-other = Другое…
watch-pause-other-full = другая причина, своими словами
watch-pause-typed = Причина паузы
watch-pause-name = Назвать
watch-paused-out = паузы { $time }
watch-paused-out-why = паузы { $time }: { $why }
watch-element = { $at } из { $count }: { $name }
watch-element-until = { $at } из { $count }: { $name }. Конец: { $until }
watch-element-first = Первым — { $element }
watch-element-figures = замеров { $n }, среднее { $mean } мин, Ку { $ratio }
watch-newest = Последние замеры исследования
watch-newest-none = Здесь появятся последние замеры
watch-pace = Темп
watch-pace-last = его темп
watch-last = Прошлый замер { $time }, { $class }
watch-last-none = Прошлого замера ещё нет
watch-rated-after = оценка темпа сразу после замера
watch-nothing-to-rate = Оценивать пока нечего: замеров этого оператора ещё не было
watch-end-sitting = Конец сеанса
watch-sitting-none = Сеанс наблюдения начнётся со старта
watch-sitting-since = Сеанс с
watch-sitting-elapsed = прошло
watch-sitting-observed = замеры
watch-sitting-paused = паузы
watch-sitting-rest = не учтено
watch-sitting-exceeds = не учтено > 2 %
watch-sitting-spoken = Сеанс с { $since }: прошло { $elapsed }, замеры { $observed }, паузы { $paused }, не учтено { $rest } ({ $share })
watch-sitting-spoken-exceeds = Сеанс с { $since }: прошло { $elapsed }, замеры { $observed }, паузы { $paused }, не учтено { $rest } ({ $share }), это больше 2 %: между замерами ставьте паузу (P)
watch-sitting-recorded = Сеанс окончен и записан
watch-sitting-too-short = Сеанс окончен; не записан: короче минуты или без замеров
watch-study-title = Исследование: { $action }
watch-study-which = В какое исследование идут замеры?
watch-study-first = Исследований этого действия ещё нет: первое начнётся само, с первым замером. Можно начать его сейчас и записать условия.
watch-study-empty = замеров нет
watch-study-new = Начать новое исследование
watch-study-note = Новое исследование начинают, когда изменились условия: программа, сценарий разговора, рабочее место.
watch-study-begun = Новое исследование начато
watch-study-conditions = Условия (не обязательно)
watch-study-conditions-hint = Что важно знать читателю нормы: версия программы, смена, рабочее место
watch-study-begin = Начать
watch-conditions = Условия: { $text }
watch-alike = Все отметки одинаково
watch-alike-text = Одно решение и одна причина для всех. Каждая отметка получит их в журнале.
watch-alike-regular = Учесть как обычные
watch-alike-hard = Учесть как тяжёлые случаи
watch-alike-exclude = Исключить
watch-alike-reason = Причина
watch-alike-decide = Решить все
watch-class = { $count }: { $mean } мин
watch-classes = Обычные { $regular } · тяжёлые { $hard }
watch-share = Доля тяжёлых { $percent } %
watch-no-classes = Тяжёлых случаев нет: признак не задан
watch-enough = Замеров достаточно для точности ±10 %
watch-remark-repeat = Исключено { $percent } %: лучше повторить
watch-remark-excluded = Исключено { $percent } % замеров
watch-remark-above-half = Больше половины замеров — { $operator }
watch-remark-no-hard = Тяжёлых могли не встретить: шанс { $percent } %
watch-remark-few-operators = Мало операторов: вывод не для всех
watch-remark-clock = В сеансах не учтено больше 2 % времени
watch-charts = Замеры на графиках
watch-n-short = Учтено
watch-mean-short = Среднее
watch-median-short = Медиана
watch-norm-short = Норма, мин
watch-scale-log = Шкала: логарифм
watch-scale-minutes = Шкала: минуты
watch-chart-fence-log = границы Тьюки, логарифм
watch-chart-fence-minutes = границы Тьюки, минуты
watch-chart-paused = Паузы, мин
watch-study-line = { $days } · { $count ->
    [0] пока пусто
    [one] { $count } замер
    [few] { $count } замера
   *[other] { $count } замеров
} · норма { $norm } мин
watch-alike-title = { $count ->
    [0] Отметок нет
    [one] Решить { $count } отметку
    [few] Решить { $count } отметки одинаково
   *[other] Решить { $count } отметок одинаково
}
watch-alike-decided = { $count ->
    [one] Решена { $count } отметка
    [few] Решены { $count } отметки
   *[other] Решено { $count } отметок
}
watch-chart-bins-text = Медиана { $median } мин, вне границ { $outside ->
    [0] никого
   *[other] { $outside }
}

# Что говорят цифры исследования: общее для экранов секундомера и исследования.
study-lack-hard-cases = { $count ->
    [one] не хватает { $number } тяжёлого случая
   *[other] не хватает { $number } тяжёлых случаев
}
study-lack-regular-cases = { $count ->
    [one] не хватает { $number } обычного случая
   *[other] не хватает { $number } обычных случаев
}
study-lack-observations = { $count ->
    [one] не хватает { $number } замера
   *[other] не хватает { $number } замеров
}
study-lack-operators = { $count ->
    [one] не хватает { $number } оператора
   *[other] не хватает { $number } операторов
}
study-lack-operators-without-hard = { $count ->
    [one] у { $number } оператора нет тяжёлых случаев
   *[other] у { $number } операторов нет тяжёлых случаев
}
study-lack-operators-without-regular = { $count ->
    [one] у { $number } оператора нет обычных случаев
   *[other] у { $number } операторов нет обычных случаев
}
study-lack-operator-above-half = больше половины замеров у одного оператора: { $operator }
study-lack-unequal-operators = у одних операторов замеров больше чем вдвое против других
study-lack-days = { $count ->
    [one] не хватает { $number } дня
   *[other] не хватает { $number } дней
}
study-lack-tickets = { $count ->
    [one] не хватает { $number } решения, чтобы сосчитать долю тяжёлых
   *[other] не хватает { $number } решений, чтобы сосчитать долю тяжёлых
}
study-step-hard-cases = { $count ->
    [one] Замерьте ещё { $number } тяжёлый случай
    [few] Замерьте ещё { $number } тяжёлых случая
   *[other] Замерьте ещё { $number } тяжёлых случаев
}
study-step-hard-cases-new = { $count ->
    [one] Замерьте ещё { $number } тяжёлый случай у других операторов
    [few] Замерьте ещё { $number } тяжёлых случая у других операторов
   *[other] Замерьте ещё { $number } тяжёлых случаев у других операторов
}
study-step-regular-cases = { $count ->
    [one] Замерьте ещё { $number } обычный случай
    [few] Замерьте ещё { $number } обычных случая
   *[other] Замерьте ещё { $number } обычных случаев
}
study-step-regular-cases-new = { $count ->
    [one] Замерьте ещё { $number } обычный случай у других операторов
    [few] Замерьте ещё { $number } обычных случая у других операторов
   *[other] Замерьте ещё { $number } обычных случаев у других операторов
}
study-step-operators = { $count ->
    [one] Понаблюдайте ещё за { $number } оператором: и обычные, и тяжёлые случаи
   *[other] Понаблюдайте ещё за { $number } операторами: и обычные, и тяжёлые случаи
}
study-step-hard-of-operators = { $count ->
    [one] Замерьте ещё { $number } тяжёлый случай у тех, чьих тяжёлых ещё нет
    [few] Замерьте ещё { $number } тяжёлых случая у тех, чьих тяжёлых ещё нет
   *[other] Замерьте ещё { $number } тяжёлых случаев у тех, чьих тяжёлых ещё нет
}
study-step-regular-of-operators = { $count ->
    [one] Замерьте ещё { $number } обычный случай у тех, чьих обычных ещё нет
    [few] Замерьте ещё { $number } обычных случая у тех, чьих обычных ещё нет
   *[other] Замерьте ещё { $number } обычных случаев у тех, чьих обычных ещё нет
}
study-step-operator-with-few = { $count ->
    [one] Добавьте ещё { $number } замер, оператор: { $operator }
    [few] Добавьте ещё { $number } замера, оператор: { $operator }
   *[other] Добавьте ещё { $number } замеров, оператор: { $operator }
}
study-step-other-operators = Замеряйте у других операторов: больше половины замеров у одного
study-step-days = { $count ->
    [one] Продолжите ещё { $number } день: день на день не похож
    [few] Продолжите ещё { $number } дня: день на день не похож
   *[other] Продолжите ещё { $number } дней: день на день не похож
}
study-step-tickets = { $count ->
    [one] Нужно ещё ≈ { $number } решение с отметкой, чтобы сосчитать долю тяжёлых
    [few] Нужно ещё ≈ { $number } решения с отметкой, чтобы сосчитать долю тяжёлых
   *[other] Нужно ещё ≈ { $number } решений с отметкой, чтобы сосчитать долю тяжёлых
}
study-method-t = по Стьюденту
study-method-cox = по Коксу, для логнормальных времён
study-method-stratified = по классам, с долей тяжёлых
study-method-operators = по средним операторов, для всех сотрудников
study-no-interval-nothing = Интервала нет: нет учтённых замеров
study-no-interval-one = Интервал появится со второго замера
study-no-interval-no-spread = Интервала нет: все замеры одинаковы
study-no-interval-few-of-class = Интервала нет: в одном из классов меньше двух замеров
study-no-interval-few-hard-cases = Интервал пока ненадёжен: тяжёлых случаев замерено меньше 20
study-no-staff-few-operators = Для всех сотрудников интервала нет: операторов меньше трёх
study-no-staff-few-in-every-class = Для всех сотрудников интервала нет: меньше трёх операторов замерены и в обычных, и в тяжёлых случаях
study-no-staff-no-spread = Для всех сотрудников интервала нет: средние операторов одинаковы
study-share-tickets = по отметкам в { $count ->
    [one] { $number } решении
   *[other] { $number } решениях
}
study-share-study = по этим замерам
study-share-declared = заявлена
watch-needed-operators-short = ещё ≈ { $number } опер.
watch-needed-operators = { $count ->
    [one] ещё ≈ { $number } оператор
    [few] ещё ≈ { $number } оператора
   *[other] ещё ≈ { $number } операторов
}
watch-needed-tickets-short = ещё ≈ { $number } тик.
watch-needed-tickets = { $count ->
    [one] ещё ≈ { $number } решение с отметкой в тикетах
    [few] ещё ≈ { $number } решения с отметкой в тикетах
   *[other] ещё ≈ { $number } решений с отметкой в тикетах
}
