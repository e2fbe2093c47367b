# Производственный календарь и графики.
place-calendar = Календарь
calendar-title = Календарь и графики
calendar-page-year = Год
calendar-page-people = Графики
calendar-key-page = Год или графики сотрудников
calendar-key-day = Выбрать день или строку
calendar-key-open = Открыть день или график
calendar-previous = Назад
calendar-next = Вперёд
calendar-own = Свой день организации
calendar-own-short = Свой день
calendar-remove = Убрать свой день
calendar-import = Загрузить календарь
calendar-import-short = Загрузить
calendar-empty = На { $year } год календаря нет
calendar-empty-text = Без календаря нет плана, процентов и расчётных листов. Загрузите файл года (CSV, XLSX или TOML: даты с видом «праздник», «выходной по переносу», «рабочий»); короткие дни программа выведет сама.
calendar-empty-reader = Без календаря нет плана и процентов. Календарь загружает администратор.
calendar-hint = Выберите день мышью или стрелками; Enter — свой день организации или региона поверх календаря года
calendar-hint-reader = Выберите день мышью или стрелками: здесь будет видно, что это за день
calendar-says = по календарю { $code }
calendar-month-figures = { $days } дн. · { $hours } ч
calendar-quarter = { $number } квартал
calendar-half-1 = I полугодие
calendar-half-2 = II полугодие
calendar-year = Год
calendar-span-hours = { $hours } ч (40 ч в неделю)
calendar-span-days = рабочих { $work } · нерабочих { $free }
calendar-legend-weekend = выходной
calendar-legend-holiday = праздник
calendar-legend-moved = выходной по переносу
calendar-legend-working = рабочий по переносу
calendar-legend-own = свой день
calendar-legend-short = 8* — короче на час
calendar-layers = Из чего сложен календарь
calendar-layer-base = основной
calendar-layer-over = поверх основного
calendar-layer-days =
    { $count ->
        [one] { $count } дата
        [few] { $count } даты
       *[many] { $count } дат
    }
calendar-layer-amended =
    { $count ->
        [one] исправлен { $count } раз
        [few] исправлен { $count } раза
       *[many] исправлен { $count } раз
    }
calendar-no-own = Своих дней у организации и региона нет
calendar-not-own = В этот день своего дня нет: убрать можно только то, что добавлено поверх календаря года
calendar-own-title = Свой день
calendar-own-text = Ложится поверх календаря года для всех, кто работает по неделе. Короткие дни перед праздником программа выведет сама.
calendar-own-save = Записать
calendar-own-done = Календарь дополнен
calendar-removed = Свой день убран
calendar-field-kind = Что это за день
calendar-kind-holiday = праздник
calendar-kind-day-off = выходной
calendar-kind-short = короче на час
calendar-kind-working = рабочий
calendar-field-date = Дата
calendar-field-name = Название
calendar-name-hint = Например, «День компании»
calendar-field-code = Календарь
calendar-code-hint = Код слоя: организации, региона
calendar-code-base = Это основной календарь года: свои дни держите в отдельном
calendar-field-swap = Перенос с
calendar-swap-hint = День, чьи часы он получает; пусто — пятница
calendar-other-year = Эта дата другого года: перейдите к нему
calendar-take-adds = Календарь { $code }: дат { $count }. Такого в программе ещё нет
calendar-take-amends = Календарь { $code }: дат { $count }. Он заменит прежний с тем же кодом целиком
calendar-take-refused = Календарь берётся целиком или не берётся вовсе. Исправьте строки и загрузите файл снова
calendar-take-table = Отличия календаря
calendar-row-gone = Уйдёт
calendar-take = Принять календарь
calendar-taken = Календарь принят

schedule-set = Задать график
schedule-set-short = График
schedule-single = Отдельный день сотрудника
schedule-single-short = Отдельный день
schedule-choose-first = Сначала выберите сотрудника стрелками или мышью
schedule-hint = Выберите сотрудника; Enter — задать график, D — отдельный день
schedule-hint-reader = Выберите строку: здесь будут отдельные дни и будущие графики
schedule-nobody = В этом месяце никто не работает
schedule-nobody-text = Здесь появятся сотрудники отдела со дня приёма
schedule-col-pattern = График
schedule-col-from = С
schedule-col-rate = Ставка
schedule-col-norm = Норма, мин
schedule-col-plan = План, мин
schedule-col-single = Дни
schedule-free = выходной
schedule-empty = смен нет
schedule-cycle-words = смены { $days }; круг с { $start }
schedule-later = с { $from }: { $pattern }
schedule-title = График: { $person }
schedule-field-from = Действует с
schedule-rate = { $rate } — задаёт бухгалтер; недельный график оставляет первые 480 мин × ставку
schedule-week = По дням недели
schedule-cycle = Смены по кругу
schedule-presets = Образцы:
schedule-preset-five = 5/2 по 8 ч
schedule-preset-two = 2/2 по 12 ч
schedule-preset-nights = день, ночь, 48
schedule-preset-day = сутки через трое
schedule-week-hint = Оплачиваемые часы дня: 9-13, 14-18. Праздники, переносы и короткие дни — по календарю
schedule-field-start = Первый день круга
schedule-start-hint = С него отсчитывается круг
schedule-field-days = Дни круга, по строке
schedule-days-hint = Часы смены: 8-20; выходной — «-». Круг идёт и через праздники
schedule-no-days = Напишите дни круга: хотя бы одну строку
schedule-not-read = Часы пишут так: 9-13, 14-18
schedule-bad-shift = Не прочитано: «{ $text }». Часы пишут так: 9-13, 14-18
schedule-plan = { $month }: план { $scheduled } мин, норма месяца { $norm } мин. Сейчас план { $now } мин
schedule-plan-none = План месяца появится, когда график будет понятен
schedule-no-calendar = На { $year } год календаря нет: план не посчитать
schedule-save = Записать
schedule-done = График записан
schedule-single-title = Отдельный день: { $person }
schedule-single-text = Заменяет день графика: дополнительная смена повышает план, отданный день понижает. Норма месяца от этого не меняется.
schedule-single-shift = Смена
schedule-single-free = Выходной
schedule-single-again = Как в графике
schedule-single-done = День записан
schedule-field-shift = Часы смены
schedule-shift-hint = 9-13, 14-18
