/** The dialog that adds a measure. */
import type { InEveryLanguage } from '../languages.js'

const en = {
  title: 'Add a measure',
  kind: 'What changes',
  search: 'Search',
  none: 'Nothing by that name.',
  add: 'Add',
  cancel: 'Cancel',
  kinds: {
    crossing: 'Wait at a border crossing',
    terminal: 'Wait in a port or terminal',
    corridorSpeed: 'Speed along a corridor',
    corridorCost: 'Freight along a corridor',
    link: 'Speed of a link',
    open: 'Open a planned link',
    closeLink: 'Close a link',
    closePlace: 'Close a border, port or strait',
    tariff: 'Tariffs among the members of a bloc',
    nonTariff: 'Non-tariff cost among the members of a bloc',
  },
}

const ru: typeof en = {
  title: 'Добавить меру',
  kind: 'Что меняется',
  search: 'Поиск',
  none: 'Ничего с таким названием.',
  add: 'Добавить',
  cancel: 'Отмена',
  kinds: {
    crossing: 'Ожидание на пограничном переходе',
    terminal: 'Ожидание в порту или терминале',
    corridorSpeed: 'Скорость по коридору',
    corridorCost: 'Фрахт по коридору',
    link: 'Скорость на участке',
    open: 'Открыть планируемый участок',
    closeLink: 'Закрыть участок',
    closePlace: 'Закрыть границу, порт или пролив',
    tariff: 'Тарифы между членами объединения',
    nonTariff: 'Нетарифные затраты между членами объединения',
  },
}

const zh: typeof en = {
  title: '添加措施',
  kind: '改变什么',
  search: '搜索',
  none: '没有这个名称。',
  add: '添加',
  cancel: '取消',
  kinds: {
    crossing: '口岸等待时间',
    terminal: '港口或场站等待时间',
    corridorSpeed: '走廊速度',
    corridorCost: '走廊运费',
    link: '路段速度',
    open: '开通规划路段',
    closeLink: '关闭路段',
    closePlace: '关闭口岸、港口或海峡',
    tariff: '组织成员之间的关税',
    nonTariff: '组织成员之间的非关税成本',
  },
}

const kk: typeof en = {
  title: 'Шара қосу',
  kind: 'Не өзгереді',
  search: 'Іздеу',
  none: 'Мұндай атау жоқ.',
  add: 'Қосу',
  cancel: 'Бас тарту',
  kinds: {
    crossing: 'Шекара өткелінде күту',
    terminal: 'Порттағы не терминалдағы күту',
    corridorSpeed: 'Дәліздегі жылдамдық',
    corridorCost: 'Дәліздегі фрахт',
    link: 'Учаскедегі жылдамдық',
    open: 'Жоспарланған учаскені ашу',
    closeLink: 'Учаскені жабу',
    closePlace: 'Шекараны, портты не бұғазды жабу',
    tariff: 'Бірлестік мүшелері арасындағы тарифтер',
    nonTariff: 'Бірлестік мүшелері арасындағы тарифтік емес шығын',
  },
}

export const addMeasure: InEveryLanguage<typeof en> = { en, ru, zh, kk }
