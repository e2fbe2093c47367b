# Рабочее место оператора
desk-new = Новый тикет
desk-no-order = Действующих нормативов нет: решения сейчас ничем не взвесить. Тикет с решениями сохранится, когда вступит в силу приказ директора
desk-client = Клиент
desk-client-placeholder = Телефон, договор или имя
desk-channel = Канал
desk-time = Время
desk-decision = Решение
desk-decision-nothing = Такого действия нет. Проверьте слово или спросите руководителя
desk-no-norm = без норматива
desk-none-title = Что сделано по обращению?
desk-reason = Почему без решений
desk-reason-placeholder = Например, ошиблись номером
desk-remove = Убрать: { $action }
desk-less = Меньше: { $action }
desk-more = Больше: { $action }
desk-hard = Тяжёлый случай
desk-hard-of = Тяжёлых: { $hard } из { $count }
desk-criterion = Тяжёлый случай: { $criterion }
desk-outcome = Итог
desk-outcome-none = нет
desk-outcome-solved = Решено
desk-outcome-passed-on = Передано
desk-outcome-to-call-back = Перезвонить
desk-behalf = За коллегу
desk-behalf-nobody = за себя
desk-comment = Комментарий
desk-comment-placeholder = Необязательно
desk-total = Итого
desk-save = Сохранить
desk-save-correction = Сохранить исправление
desk-save-empty = Сначала впишите клиента или решение
desk-saving = Сохраняется…
desk-cancel = Аннулировать тикет
desk-saved = Тикет сохранён: { $minutes } мин
desk-corrected = Тикет исправлен: теперь { $minutes } мин
desk-cancelled = Тикет аннулирован: он ничего не весит
desk-undo = Отменить сохранение
desk-undone = Сохранение отменено: тикет ничего не весит
desk-put-away = Закрыть без сохранения: { $ticket }
desk-tab-new = Новый тикет
desk-tab-correction = Исправление
desk-tab-correction-of = Исправление: { $client }
desk-day = Мой день
desk-order = Приказ № { $number }
desk-day-sum = Сегодня, предварительно
desk-day-plan = по плану { $plan } мин
desk-day-free = по графику сегодня выходной
desk-day-no-plan = план не рассчитан: нет календаря на этот год
desk-day-empty = Сегодня тикетов ещё нет
desk-day-empty-text = Сохранённые тикеты встанут здесь. До закрытия дня их можно исправить
desk-ticket-cancelled = Аннулирован
desk-ticket-without = Без решений
desk-key-new = Новый тикет
desk-key-digit = Частое решение (поле поиска пустое)
desk-key-enter = От клиента к решениям; выбрать найденное
desk-key-hard = Отметить тяжёлый случай
desk-key-current = Выделить другое решение
desk-key-save = Сохранить тикет
desk-key-undo = Отменить последнее сохранение

# Нормативы
norms-title = Нормативы
norms-new = Новый черновик
norms-list = Сборники нормативов
norms-table = Нормативы сборника «{ $set }»
norms-loading = Читаем сборник…
norms-close = Закрыть
norms-col-set = Сборник
norms-col-department = Отдел
norms-col-norms = Нормативов
norms-col-order = Приказ
norms-col-effective = Действует с
norms-col-state = Состояние
norms-col-action = Действие
norms-col-observations = Замеров
norms-col-excluded = Искл.
norms-col-basis = Основание
norms-col-allowance = Надбавка, %
norms-col-norm = Норма, мин
norms-col-boost = Пов.
norms-col-weight = Вес, мин
norms-col-change = К действ., %
norms-no-norm = нет нормы
norms-observations-hint = Обычных { $regular }, тяжёлых { $hard }
norms-by-order = Приказ № { $number }, действует с { $day }
norms-copy = Скопировать
norms-copy-name = { $set } (копия)
norms-submit = Подать директору
norms-empty = Сборников нормативов ещё нет
norms-empty-text = Черновик соберёт нормативы из хронометражей, а чего не хватает, вы зададите экспертно. Потом он пойдёт директору на приказ
norms-empty-director = Сборник составляет руководитель отдела. Когда он его подаст, он появится здесь и в приказах
norms-returned = Директор вернул сборник: { $comment }
norms-flags =
    { $count ->
        [one] «{ $action }»: { $count } выброс ждёт решения
        [few] «{ $action }»: { $count } выброса ждут решения
       *[other] «{ $action }»: { $count } выбросов ждут решения
    }
norms-to-study = К хронометражу
norms-remarks-read = Понятно
norms-grounds = Основание
norms-drafted = Черновик создан
norms-submitted = Сборник подан директору
norms-line-saved = Норматив записан
norms-interval = 95 %: { $low } – { $high } мин, { $method }
norms-operators = { $count ->
    [one] { $count } оператор
    [few] { $count } оператора
   *[other] { $count } операторов
}
norms-hard-share = тяжёлых { $share } %, { $source }
norms-drifted = Норматив «{ $action }» больше не сходится с реальным временем ({ $off }): ему нужно новое исследование
norms-drifted-several = { $count ->
    [one] { $count } норматив больше не сходится с реальным временем: нужно новое исследование
    [few] { $count } норматива больше не сходятся с реальным временем: нужны новые исследования
   *[other] { $count } нормативов больше не сходятся с реальным временем: нужны новые исследования
}
norms-new-title = Новый черновик сборника
norms-field-name = Название
norms-name-placeholder = Например, Нормативы поддержки с января
norms-field-department = Отдел
norms-field-from = Откуда взять нормативы
norms-from-studies = Из хронометражей
norms-from-studies-text = Норматив каждого действия возьмётся из его последнего хронометража
norms-from-empty = Пустой
norms-from-empty-text = Без нормативов: каждый зададите сами
norms-from-copy = Копия «{ $set }»
norms-from-copy-text = Строки с повышениями и надбавками перейдут без изменений
norms-field-set-allowance = Надбавка сборника, %
norms-create = Создать черновик
norms-create-why = Впишите название
norms-line-title = Норматив действия
norms-by-study = По хронометражу
norms-by-expert = Экспертно
norms-no-study = Хронометража этого действия нет. Проведите его или задайте норматив экспертно
norms-study =
    { $count ->
        [one] { $source }: { $count } замер, норма { $norm } мин
        [few] { $source }: { $count } замера, норма { $norm } мин
       *[other] { $source }: { $count } замеров, норма { $norm } мин
    }
norms-study-flags =
    { $count ->
        [one] { $count } выброс не решён
        [few] { $count } выброса не решены
       *[other] { $count } выбросов не решены
    }
norms-source-stopwatch = Секундомер
norms-source-import = Из файла
norms-source-call-record = Записи звонков
norms-field-minutes = Норматив, мин
norms-minutes-placeholder = 4,25
norms-bad-minutes = Минуты пишутся как 4,25
norms-bad-number = Здесь нужно число, например 5 или 12,5
norms-field-reason = Почему столько
norms-reason-placeholder = Например, по опыту трёх старших операторов
norms-field-allowance = Своя надбавка, %
norms-allowance-hint = Пусто: как у сборника, { $share } %
norms-field-share = Доля тяжёлых, %
norms-share-hint = Пусто: по меткам тикетов или замерам
norms-field-share-count = По скольким решениям
norms-field-share-source = Откуда доля
norms-share-source-placeholder = Например, журнал обращений за квартал
norms-field-boost = Повышенный KPI, ×
norms-boost-hint = 1 — без повышения
norms-field-boost-reason = Почему повышено
norms-boost-placeholder = Например, удержание клиента
norms-line-save = Записать норматив
norms-line-unread = Проверьте числа: норматив или хронометраж, надбавку и повышение
norms-submit-title = Подать сборник директору
norms-submit-text =
    { $count ->
        [one] В сборнике «{ $set }» { $count } норматив. После утверждения приказом в нём ничего не изменить
        [few] В сборнике «{ $set }» { $count } норматива. После утверждения приказом в нём ничего не изменить
       *[other] В сборнике «{ $set }» { $count } нормативов. После утверждения приказом в нём ничего не изменить
    }
norms-submit-why = Сначала задайте недостающие нормативы и решите выбросы
norms-field-grounds = Основание
norms-grounds-placeholder = Изменилась техника, организация труда или нормы вводятся впервые
norms-grounds-hint = «Кто-то работает быстрее нормы» — не основание для пересмотра (ТК РФ ст. 160)
norms-key-new = Новый черновик
norms-key-rows = По строкам таблицы
norms-key-edit = Изменить норматив в черновике
norms-key-submit = Подать директору; подтвердить в окне
norms-key-close = Закрыть окно

# Приказы
orders-title = Приказы
orders-waiting = Ждут решения
orders-waiting-none = Поданных сборников нет
orders-past = Приказы
orders-past-none = Приказов ещё не было
orders-number = № { $number }
orders-norms =
    { $count ->
        [one] { $count } норматив
        [few] { $count } норматива
       *[other] { $count } нормативов
    }
orders-effective-from = действует с { $day }
orders-loading = Читаем…
orders-empty = Приказов ещё нет
orders-empty-text = Подайте сборник нормативов: директор утвердит его приказом или вернёт с замечанием
orders-empty-director = Здесь появится сборник, когда руководитель отдела его подаст. Вы увидите, что изменится, и утвердите его приказом
orders-submitted-by = Подал
orders-allowance = Надбавка сборника
orders-grounds = Основание
orders-missing = Нет нормативов: { $actions }. Верните сборник на доработку
orders-flags = Выбросы без решения: { $actions }. Верните сборник на доработку
orders-all-new =
    { $count ->
        [one] Первый сборник отдела: { $count } новый норматив
        [few] Первый сборник отдела: { $count } новых норматива
       *[other] Первый сборник отдела: { $count } новых нормативов
    }
orders-up = выше: { $count }
orders-down = ниже: { $count }
orders-same = без изменений: { $count }
orders-new = новых: { $count }
orders-table = Что изменит сборник
orders-norms-table = Нормативы приказа
orders-col-action = Действие
orders-observations =
    { $count ->
        [one] { $count } замер
        [few] { $count } замера
       *[other] { $count } замеров
    }
orders-col-basis = Основание
orders-col-norm = Норма
orders-col-boost = Пов.
orders-col-weight = Вес
orders-col-before = Сейчас
orders-col-change = Разница
orders-col-new = новый
orders-approve = Утвердить приказом
orders-return = Вернуть с замечанием
orders-not-ready = Утвердить нельзя: не все нормативы заданы или есть выбросы без решения
orders-approve-title = Приказ об утверждении нормативов
orders-approve-text = Сборник «{ $set }»
orders-field-number = Номер
orders-field-date = Дата приказа
orders-field-effective = Действует с
orders-bad-date = Дата пишется как 17.03.2026
orders-needed = Заполните
orders-early = Раньше двух месяцев с даты приказа (ТК РФ ст. 162): причина встанет в приказ
orders-early-first = Первый сборник отдела может вступить в силу и в прошлом, если с того дня нет тикетов. Причина встанет в приказ
orders-early-past = Этот день уже прошёл: в прошлом может вступить в силу только первый сборник отдела
orders-field-early = Причина раннего срока
orders-early-placeholder = Например, нормы вводятся впервые
orders-field-representative = Мнение представительного органа работников
orders-representative-placeholder = Номер и дата, если есть (ТК РФ ст. 162)
orders-field-password = Ваш пароль
orders-password-hint = Приказ подтверждается паролем
orders-frozen = После утверждения сборник заморожен: в нём не изменить ни одного числа
orders-approved = Приказ № { $number } утверждён
orders-return-title = Вернуть сборник с замечанием
orders-return-text = Руководитель увидит замечание над таблицей и подаст сборник снова
orders-field-comment = Что исправить
orders-comment-placeholder = Например, у возврата оплаты всего 6 замеров
orders-returned = Сборник возвращён
orders-document = Приказ № { $number } от { $day }
orders-about = О введении в действие норм времени: «{ $set }», { $department }
orders-effective = Действует с
orders-approved-by = Утвердил
orders-approved-at = Утверждено
orders-early-reason = Причина раннего срока
orders-pilot-reason = Почему без полной обкатки
orders-representative = Мнение представительного органа
orders-password-reset = За сутки до утверждения пароль утвердившего сменил { $person }
orders-fingerprint = Отпечаток сборника
orders-chain-head = Журнал до приказа
orders-seals-text = По этим суммам norma verify найдёт любое изменение сборника или журнала в обход программы
orders-copy = Скопировать: { $what }
orders-copied = Скопировано
orders-key-approve = Утвердить приказом; подтвердить в окне
orders-key-rows = По строкам таблицы
orders-key-close = Закрыть окно
