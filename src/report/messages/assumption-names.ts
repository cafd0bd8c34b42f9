/** What assumptions are called, by id: one wording for the report and for the page. */
import type { Language } from '../../dataset/dataset.js'

type InLanguages = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** Parameters in a few words, for sentences and charts; others go by the meaning that the dataset states. */
export const PARAMETER_NAMES: InLanguages = {
  en: {
    tradeElasticity: 'how strongly trade answers its cost',
    valueOfDay: 'what a saved day is worth to trade',
    valueOfTimeSpread: 'how much the value of time differs from box to box',
    valuePerTeuIntercontinental: 'what a box between continents is worth',
    valuePerTeuRegional: 'what a box in regional trade is worth',
    bulkShareFactor: 'how much cargo is bulk',
    avoidanceShare: 'how much cargo avoids a territory',
  },
  ru: {
    tradeElasticity: 'насколько торговля отвечает на свою стоимость',
    valueOfDay: 'чего стоит торговле сэкономленный день',
    valueOfTimeSpread: 'насколько ценность времени различается между контейнерами',
    valuePerTeuIntercontinental: 'сколько стоит груз контейнера между континентами',
    valuePerTeuRegional: 'сколько стоит груз контейнера в региональной торговле',
    bulkShareFactor: 'какая часть груза — насыпной и наливной',
    avoidanceShare: 'какая часть груза избегает территории',
  },
  zh: {
    tradeElasticity: '贸易对其成本的反应强度',
    valueOfDay: '节省一天对贸易的价值',
    valueOfTimeSpread: '各箱时间价值的差异',
    valuePerTeuIntercontinental: '洲际货箱的货值',
    valuePerTeuRegional: '区域贸易货箱的货值',
    bulkShareFactor: '散货占多少',
    avoidanceShare: '多少货物回避某一领土',
  },
  kk: {
    tradeElasticity: 'сауда өз құнына қаншалық жауап береді',
    valueOfDay: 'үнемделген күн сауда үшін қанша тұрады',
    valueOfTimeSpread: 'уақыт құны контейнерден контейнерге қаншалық өзгереді',
    valuePerTeuIntercontinental: 'құрлықаралық контейнер жүгі қанша тұрады',
    valuePerTeuRegional: 'өңірлік саудадағы контейнер жүгі қанша тұрады',
    bulkShareFactor: 'жүктің қанша бөлігі — үйілмелі және құйылмалы',
    avoidanceShare: 'жүктің қанша бөлігі аумақты айналып өтеді',
  },
}

/** Other assumptions under which the headline is told; others go by the result's own words. */
export const SENSITIVITY_NAMES: InLanguages = {
  en: {
    'waits-short': 'All of today’s waits at the short end of their stated range',
    'waits-long': 'All of today’s waits at the long end',
    'avoidance-2021': 'As much cargo avoids a territory as in 2021',
    'avoidance-2024': 'As much cargo avoids a territory as in 2024',
    'trade-as-recorded': 'Trade as recorded, without the adjustments for bullion and transit',
    'trade-adjusted': 'Trade with the adjustments for bullion and transit',
    'freight-and-time-only': 'A day is worth only what the choice of routes reveals',
  },
  ru: {
    'waits-short': 'Все сегодняшние ожидания на нижней границе указанного диапазона',
    'waits-long': 'Все сегодняшние ожидания на верхней границе',
    'avoidance-2021': 'Доля груза в обход территории — как в 2021 году',
    'avoidance-2024': 'Доля груза в обход территории — как в 2024 году',
    'trade-as-recorded': 'Торговля по данным статистики, без поправок на слитки и транзит',
    'trade-adjusted': 'Торговля с поправками на слитки и транзит',
    'freight-and-time-only': 'День стоит ровно столько, сколько показывает выбор маршрутов',
  },
  zh: {
    'waits-short': '今天所有等待时间均取标注区间的下限',
    'waits-long': '今天所有等待时间均取上限',
    'avoidance-2021': '回避某一领土的货物占比与 2021 年相同',
    'avoidance-2024': '回避某一领土的货物占比与 2024 年相同',
    'trade-as-recorded': '按记录的贸易，不作金银与过境调整',
    'trade-adjusted': '作金银与过境调整的贸易',
    'freight-and-time-only': '一天的价值仅为路线选择所体现的部分',
  },
  kk: {
    'waits-short': 'Бүгінгі күтудің бәрі көрсетілген ауқымның қысқа шетінде',
    'waits-long': 'Бүгінгі күтудің бәрі ұзақ шетінде',
    'avoidance-2021': 'Аумақты айналып өтетін жүк 2021 жылғыдай',
    'avoidance-2024': 'Аумақты айналып өтетін жүк 2024 жылғыдай',
    'trade-as-recorded': 'Сауда жазылғандай, құйма мен транзит түзетулерінсіз',
    'trade-adjusted': 'Құйма мен транзит түзетілген сауда',
    'freight-and-time-only': 'Бір күн бағыт таңдауы көрсеткендей ғана тұрады',
  },
}
