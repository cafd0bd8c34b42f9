/** Russian words of the report. Names arrive in the nominative and stay in it. */

import { NO_BREAK } from '../format.js'
import { MARKET_NAMES, PARAMETER_NAMES, SENSITIVITY_NAMES } from './assumption-names.js'
import type { Messages } from './en.js'
import { count, list, plural } from './ru-grammar.js'
import { method } from './ru-method.js'
import { tables } from './ru-tables.js'

const PER_CENT = `${NO_BREAK}%`

/** A share of a range's width in words, for sentences. */
function portion(share: number): string {
  if (share >= 0.95) return 'Почти вся ширина'
  if (share >= 0.72) return 'Около трёх четвертей ширины'
  if (share >= 0.6) return 'Около двух третей ширины'
  if (share >= 0.45) return 'Около половины ширины'
  if (share >= 0.28) return 'Около трети ширины'
  return 'Наибольшая часть ширины'
}

export const ru: Messages = {
  id: 'ru',
  language: 'ru',
  numbers: {
    decimal: ',',
    thousands: NO_BREAK,
    percentSign: PER_CENT,
    underOne: `меньше 1${PER_CENT}`,
    overNinetyNine: `больше 99${PER_CENT}`,
  },
  betweenSentences: ' ',
  comma: ', ',
  semicolon: '; ',
  levelToday: level => `сегодня ${level}`,
  fromTo: (from, to) => `${from} – ${to}`,
  modes: { rail: 'поезда', road: 'грузовики', sea: 'суда', ferry: 'паромы', 'inland waterway': 'баржи' },
  sensitivities: SENSITIVITY_NAMES.ru,
  markets: MARKET_NAMES.ru,
  reportName: 'Отчёт Keruen',
  aboutZero: 'около 0',
  within: step => `в пределах ±${step}`,
  range: (low, high) => `${low}${NO_BREAK}…${NO_BREAK}${high}`,
  millionUsd: 'млн\u00a0долл.',
  billionUsd: 'млрд\u00a0долл.',
  percentSign: PER_CENT,
  today: 'сегодня',
  scenario: 'сценарий',
  closed: 'закрыт',
  notOpen: 'не открыт',
  notKnown: 'не указано',
  inDays: days => `${days} дня`,
  hoursFromTo: (name, before, after) => `${name}: с ${before} до ${after} ч`,
  hoursOf: (name, value) => `${name}: ${value} ч`,
  estimated: 'оценка',
  source: 'Источник',
  parameters: PARAMETER_NAMES.ru,
  economies: { ROW: 'Остальной мир' },
  list,
  count,
  meta: {
    scenario: hash => `сценарий ${hash}`,
    year: year => `данные за ${year} год`,
    counterfactual: 'контрфактический расчёт, а не прогноз',
    navigation: 'Разделы отчёта',
  },
  nav: {
    members: 'Члены',
    corridors: 'Коридоры',
    range: 'Надёжность',
    method: 'Метод',
    limits: 'Чего отсюда не узнать',
    sources: 'Источники',
    scenario: 'Сценарий',
  },
  answer: {
    sectors: (sectors, title, elasticities) =>
      `Рассчитано по ${sectors} ${plural(sectors, 'сектору', 'секторам', 'секторам')} на данных «${title}», эластичности: ${elasticities}.`,
    hidden: names =>
      names.length === 1
        ? `Без собственной строки там ${list(names)}: результатов для этого члена нет, и итоги по членам его не включают.`
        : `Без собственных строк там ${list(names)}: результатов для этих членов нет, и итоги по членам их не включают.`,
    gain: (name, value, interval, alone) =>
      `${name}: реальный доход вырос бы ${alone ? '' : 'больше, чем у других членов, — '}на ${unsigned(value)}${PER_CENT}${brackets(interval)}`,
    loss: (name, value, interval, alone) =>
      `${name}: реальный доход снизился бы ${alone ? '' : 'больше, чем у других членов, — '}на ${unsigned(value)}${PER_CENT}${interval === '' ? '' : ` (изменение ${interval})`}`,
    zero: members =>
      members === 1
        ? 'Отличимого от нуля изменения реального дохода нет'
        : `Ни у одного из ${count(members)} ${membersGenitive(members)} реальный доход не изменился бы на величину, отличимую от нуля`,
    nothing: 'Ничего не изменилось бы: этот пакет не меняет издержек торговли',
    gainers: names => `В выигрыше также ${list(names)}.`,
    gainersAlone: names => `В выигрыше ${list(names)}.`,
    losers: (names, most) =>
      names.length === 1
        ? `В проигрыше ${list(names)}, на ${most}${PER_CENT}.`
        : `В проигрыше ${list(names)}, самое большее на ${most}${PER_CENT}.`,
    losersWithIt: names => `В проигрыше также ${list(names)}.`,
    zeros: names => `Изменение неотличимо от нуля: ${list(names)}.`,
    zerosMany: n => `Для ${count(n)} ${membersGenitive(n)} изменение неотличимо от нуля.`,
    small: names => `Изменение остаётся в пределах ±0,01${PER_CENT}: ${list(names)}.`,
    smallMany: n => `Для ${count(n)} ${membersGenitive(n)} изменение остаётся в пределах ±0,01${PER_CENT}.`,
    cause: (share, meaning) => `${portion(share)} диапазона приходится на одно допущение: ${meaning}.`,
    noRanges:
      'Прогонов по параметрам не было, поэтому ни у одного числа ниже нет диапазона: о своей надёжности эти числа не говорят.',
    bars: (draws, low, high) =>
      `Диапазоны идут от ${low}-го до ${high}-го процентиля ${draws} ${plural(draws, 'прогона', 'прогонов', 'прогонов')} по указанным диапазонам параметров и показателей сети; это диапазоны параметров, а не прогнозы.`,
  },
  figures: {
    title: 'Ответ в четырёх показателях',
    income: 'Реальный доход, все члены',
    turnover: 'Товарооборот между членами',
    aYear: 'в год',
    onToday: (interval, today) => (interval === '' ? `сегодня ${today}` : `${interval}, сегодня ${today}`),
    perYear: interval => (interval === '' ? 'в год' : `${interval} в год`),
    corridorToday: (today, range) =>
      `сегодня ${today}${range === undefined ? '' : `; ${range}: от всех коротких ожиданий и быстрого хода до всех долгих ожиданий и медленного хода`}`,
    noCorridor: 'Коридоры',
    noCorridorValue: 'как сегодня',
    noCorridorNote: 'ни у одного названного коридора время в пути не меняется',
    cost: 'Стоимость пакета в год',
    costNote: (capital, low, high) =>
      `${capital} за срок службы, с содержанием; от ${low} до ${high} на нижней и на верхней границе ставки дисконтирования и содержания. Отметка: выигрыш всех членов, из него стоимость не вычтена`,
    costNoteAnnual: (low, high) =>
      `от ${low} до ${high} на нижней и на верхней границе ставки дисконтирования и содержания. Отметка: выигрыш всех членов, из него стоимость не вычтена`,
    aYearUnit: money => money,
    transit: name => `Транзит: ${name}`,
    transitUnit: 'ДФЭ',
    transitOn: (interval, before) =>
      interval === '' ? `в год, сегодня ${before}` : `${interval} в год, сегодня ${before}`,
    noTransit: 'Транзит через членов',
    noTransitValue: 'как сегодня',
    noTransitNote: 'ни один контейнер не идёт через членов другим путём',
  },
  map: {
    title: 'Где меняются перевозки: с пакетом и сегодня',
    hint: 'Бледная середина: перевозки, которые остаются. Цветной край: прибавка или убыль.',
    description: title =>
      `Карта железных дорог, автодорог и паромных линий Евразии. Толщина линии — контейнеры в год; края показывают, сколько каждая линия получает или теряет в сценарии «${title}»; круги позади ожиданий показывают, сколько контейнеров там стоит, полоски — где достигнут предел пропускной способности. Числа даны ниже, в таблице коридоров.`,
    waitOf: (name, before, after, estimated, standing, full) =>
      `${name}: ${fromTo(before, after)} ч${estimated ? ', оценка' : ''}${standing === undefined ? '' : `; в каждый момент там ждут: ${fromTo(standing.before, standing.after)} ДФЭ`}${full ? '; на пределе пропускной способности' : ''}`,
    legend: {
      label: 'Условные знаки',
      gain: 'перевозок больше; бледное: остаётся',
      gainStrong: 'больше чем на 35\u00a0%',
      loss: 'перевозок меньше',
      core: 'без изменений',
      planned: 'планируется',
      ferry: 'паром',
      lane: 'морской путь, только курс',
      waits: 'ожидание 8, 30, 72\u00a0ч',
      port: 'в порту',
      estimated: 'оценка',
      today: 'сегодня',
      washLoss: 'реальный доход ниже',
      washGain: 'реальный доход выше',
      standing: 'в каждый момент ждут 5\u00a0000 контейнеров',
      full: 'на пределе',
      closed: 'закрыто',
      notOpen: 'не открыто',
    },
    source: title =>
      `Контейнеры (ДФЭ) в год в обе стороны, генеральный груз; толщина растёт как корень из перевозок до некоторого предела, изменения меньше одной пятидесятой наибольшего не отмечены. Круги позади ожиданий: контейнеры, которые ждут там в каждый момент, для мест таблицы «Где ждут контейнеры»; пунктирная линия — сегодняшние. Полоски: занято 95\u00a0% или больше того, что может пройти, по таблице «Где указана пропускная способность». Источник: ${title}; длины сети частично от участников OpenStreetMap (ODbL); контуры Natural Earth через Visionscarto.`,
    boundaries:
      'Границы и названия следуют Организации Объединённых Наций там, где это позволяет атлас; пунктир — где они спорны или окончательно не определены. Они не выражают мнения о статусе какой-либо территории.',
  },
  caravan: {
    title: 'Куда уходят дни',
    hint: 'Линия — движение, бусина — ожидание, в масштабе; полые бусины — оценки.',
    zeroDays: '0 дней',
    saved: days => `быстрее на ${days} дня`,
    lost: days => `дольше на ${days} дня`,
    drawingTitle: name => `Путь по коридору «${name}», в днях`,
    drawingText: (before, after) => `Дней сегодня: ${before}; с пакетом: ${after}.`,
    tableTitle: 'Все отрезки пути',
    leg: 'Отрезок',
    kind: 'Вид',
    hoursBefore: 'Часов сегодня',
    hoursAfter: 'Часов, сценарий',
    usdBefore: 'Долл. за ДФЭ сегодня',
    usdAfter: 'Долл. за ДФЭ, сценарий',
    quality: 'Качество',
    kinds: { travel: 'движение', crossing: 'граница', terminal: 'терминал' },
    unit: 'Дни от первого места до последнего; ожидание на двух концах не считается.',
    none: 'С этим пакетом время в пути не меняется ни у одного названного коридора.',
    closedNote: 'Сценарий закрывает этот коридор: проехать по нему нельзя.',
  },
  summary: {
    member: 'Член',
    income: 'Реальный доход %',
    range: 'диапазон',
    musd: 'млн долл.',
    turnover: 'оборот, млн долл.',
    transit: 'транзит, ДФЭ',
    notice: 'Замечание',
  },
  tables,
  method,
}

/** The form of the word after a number in the genitive. */
function membersGenitive(n: number): string {
  return plural(n, 'члена', 'членов', 'членов')
}

function fromTo(before: string, after: string): string {
  return before === after ? after : `с ${before} до ${after}`
}

/** The verb says whether it is more or less. */
function unsigned(value: string): string {
  return value.replace(/^[+\u2212]/, '')
}

function brackets(interval: string): string {
  return interval === '' ? '' : ` (${interval.replaceAll('+', '')})`
}
