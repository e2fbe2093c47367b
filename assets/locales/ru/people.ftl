# Отделы и люди.
place-people = Люди
app-group-floor = Участок
people-title = Люди
people-table = Люди по отделам
people-add = Добавить человека
people-add-short = Человек
people-department-add = Добавить отдел
people-department-add-short = Отдел
people-find = Найти человека
people-find-hint = Имя, номер, логин, роль или должность
people-open = Открыть карточку
people-password = Задать одноразовый пароль
people-password-short = Пароль
people-import = Загрузить людей из файла
people-import-short = Загрузить
people-export = Выгрузить список
people-export-short = Выгрузить
people-key-rows = Выбрать отдел или человека
people-key-enter = Открыть карточку; свернуть или развернуть отдел
people-key-save = Сохранить то, что в окне
people-key-copy = Скопировать одноразовый пароль, пока он показан
people-choose-first = Сначала выберите человека в списке
people-nobody-found = Никого с такими условиями нет. Измените поиск или покажите всех

people-show = Кого показать
people-show-present = работают
people-show-no-password = ждут пароля
people-show-left = ушли
people-show-every = все
people-show-department = Показать отдел
people-every-department = Все отделы
people-no-department = Вне отделов
people-department-row =
    { $count ->
        [0] { $department } · никого нет
        [one] { $department } · { $count } человек
        [few] { $department } · { $count } человека
       *[other] { $department } · { $count } человек
    }
people-col-name = Имя
people-col-code = Номер
people-col-login = Логин
people-col-roles = Роли
people-col-position = Должность
people-col-rate = Ставка
people-col-employed = Работает
people-col-password = Вход
people-since = с { $day }
people-until = по { $day }
people-from-to = { $from } – { $to }
people-stands-in = пока и { $roles }
people-planned = с { $day }: ставка { $rate }, { $position }
people-password-none = без входа
people-password-missing = нет пароля
people-password-one-time = разовый
people-password-own-state = свой пароль
people-password-set-own = пароль свой, задан { $at }
people-password-set-by = пароль задан { $at }: { $who }
people-file-owner = владелец файла
people-floor-made = при создании участка

people-field-code = Номер
people-field-name = Имя и фамилия
people-field-login = Логин
people-field-roles = Роли
people-field-department = Отдел
people-field-department-name = Название отдела
people-field-department-code = Код отдела
people-field-position = Должность
people-field-rate = Ставка
people-field-effective = Действует с
people-field-from = Первый день
people-field-to = Последний день
people-field-employed = Работает
people-field-password = Вход
people-code-hint = Табельный; потом не меняется
people-login-hint = Без логина человек не входит
people-rate-hint = 1 — полная
people-from-hint = С этого дня человек есть в графике и плане; день можно назвать и прошедший
people-effective-hint = Отдел, должность и ставка меняются с этого дня. Перевод в другой отдел — сегодняшним днём или раньше
people-to-hint = После последнего дня человек больше не входит; записанное остаётся
people-pay-keeps = Ставку, первый и последний день ведёт бухгалтер на экране «Оплата»
people-role-operator = Оператор ведёт тикеты и видит свой KPI.
people-role-supervisor = Руководитель делает замеры, ведёт нормативы и видит свой отдел.
people-role-director = Директор утверждает приказы и видит весь участок.
people-role-payroll = Бухгалтер ведёт оклады, ставки и ведомость.
people-role-administrator = Администратор ведёт людей, пароли и календарь.
people-role-none = Без роли человек ничего не делает в программе, но считается в отделе.
people-takes-over-administrator = Пока администратора нет, им считаетесь вы. Как только у этого человека появится пароль, людей и пароли будет вести только он
people-takes-over-payroll = Пока бухгалтера нет, им считаетесь вы. Как только у этого человека появится пароль, оклады будет вести только он
people-enters = Сразу задать одноразовый пароль
people-enters-no-login = Сначала впишите логин
people-no-name = Впишите название или имя
people-bad-code = От 1 до 64 знаков
people-login-stays = Логин не стирают: впишите другой. Чтобы человек не входил, поставьте последний день
people-position-stays = Должность не стирают: впишите другую
people-no-department-yet = нет
people-unchanged = Ничего не изменено
people-save-new = Добавить
people-save = Сохранить
people-change-title = { $name }: карточка
people-added = Добавлен человек: { $name }
people-changed = Изменено: { $name }
people-department-added = Добавлен отдел: { $name }
people-department-text = Нормативы, приказы и графики ведутся по отделам. Код короткий и потом не меняется: им называют отдел файлы и команды.
people-department-name-hint = Техническая поддержка
people-department-code-hint = Например, SUP
people-department-save = Добавить отдел

people-password-title = { $name }: вход
people-password-text = { $name } входит под логином { $login }. Программа задаст одноразовый пароль и покажет его один раз; при первом входе она попросит придумать свой.
people-password-replaces = Прежний пароль перестанет действовать, открытые под ним окна закроются
people-password-set = Задать пароль
people-password-done = Пароль задан. { $name } входит под логином { $login } с этим паролем и сразу придумывает свой:
people-password-value = Одноразовый пароль
people-password-once = Больше программа его не покажет. Скопируйте или запишите; потерянный заменяют новым
people-password-copy = Скопировать
people-password-copied = Скопировано
people-password-close = Готово
people-password-no-login = У человека нет логина: впишите его в карточке (O)
people-password-own = Это ваш вход. Свой пароль задают командой norma password

people-empty = Здесь ещё никого нет
people-empty-text = Участок создан, и пока на нём только вы. Чтобы люди могли работать, нужен отдел и те, кто в нём работает:
people-empty-button = Добавить первый отдел
people-empty-file = Список уже есть в таблице? Загрузите его: программа покажет, кого добавит, и создаст отделы, которых нет. Столбцы: code, name, login, roles, department, position, rate_bp, from, to.
people-road-department = Отдел: название и короткий код
people-road-supervisor = Руководитель отдела: он заводит действия, делает замеры и готовит нормативы
people-road-operators = Операторы: они ведут тикеты
people-road-passwords = Одноразовые пароли: каждый входит и придумывает свой
people-next-supervisor = Дальше: руководитель отдела «{ $department }». Он заведёт действия в каталоге и сделает замеры
people-next-supervisor-button = Добавить руководителя
people-next-operator = Дальше: операторы, по одному или списком из файла
people-next-operator-button = Добавить оператора
people-next-passwords =
    { $count ->
        [one] { $count } человек не может войти: у него нет пароля
        [few] { $count } человека не могут войти: у них нет пароля
       *[other] { $count } человек не могут войти: у них нет пароля
    }
people-next-passwords-button = Показать

people-export-title = Выгрузить список
people-export-text =
    { $count ->
        [one] В файл идёт { $count } человек, как сейчас показано в списке. Файл можно загрузить обратно.
        [few] В файл идут { $count } человека, как сейчас показано в списке. Файл можно загрузить обратно.
       *[other] В файл идёт { $count } человек, как сейчас показано в списке. Файл можно загрузить обратно.
    }
people-take-title = Люди из файла { $file }
people-take-text =
    { $same ->
        [0] Загрузка добавляет людей и никого не меняет. Ниже, что будет сделано; пока ничего не взято.
        [one] Загрузка добавляет людей и никого не меняет. { $same } строка уже известна. Пока ничего не взято.
        [few] Загрузка добавляет людей и никого не меняет. { $same } строки уже известны. Пока ничего не взято.
       *[other] Загрузка добавляет людей и никого не меняет. { $same } строк уже известны. Пока ничего не взято.
    }
people-tab-known = Уже есть, но другие ({ $count })
people-row-known = уже есть
people-row-differs = { $field }: в файле { $file }, на участке { $floor }
people-diff-says = Что в файле
people-diff-table = Люди файла рядом с участком
people-take-departments = Добавить отделы, которых нет: { $codes } (названием станет код)
people-take =
    { $count ->
        [0] Взять
        [one] Добавить { $count } человека
       *[other] Добавить { $count } человек
    }
people-take-nothing = Добавлять некого
people-taken = Люди из файла: добавлено { $added }, уже были { $same }, отделов добавлено { $departments }, не взято строк { $refused }
