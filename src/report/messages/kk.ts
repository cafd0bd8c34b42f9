/** Kazakh words of the report. Names arrive in the nominative and stay in it. */

import { NO_BREAK } from '../format.js'
import { MARKET_NAMES, PARAMETER_NAMES, SENSITIVITY_NAMES } from './assumption-names.js'
import type { Messages } from './en.js'
import { method } from './kk-method.js'
import { tables } from './kk-tables.js'

const PER_CENT = `${NO_BREAK}%`

/** `a, b және c` */
function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} және ${items.at(-1)}`
}

const NUMBER_WORDS = [
  'нөл',
  'бір',
  'екі',
  'үш',
  'төрт',
  'бес',
  'алты',
  'жеті',
  'сегіз',
  'тоғыз',
  'он',
  'он бір',
  'он екі',
]

function count(n: number): string {
  return NUMBER_WORDS[n] ?? String(n)
}

/** A share of a range's width in words, for sentences. */
function portion(share: number): string {
  if (share >= 0.95) return 'түгелге жуығы'
  if (share >= 0.72) return 'төрттен үшіне жуығы'
  if (share >= 0.6) return 'үштен екісіне жуығы'
  if (share >= 0.45) return 'жартысына жуығы'
  if (share >= 0.28) return 'үштен біріне жуығы'
  return 'ең үлкен бөлігі'
}

export const kk: Messages = {
  id: 'kk',
  language: 'kk',
  numbers: {
    decimal: ',',
    thousands: NO_BREAK,
    percentSign: PER_CENT,
    underOne: `1${PER_CENT}-дан аз`,
    overNinetyNine: `99${PER_CENT}-дан көп`,
  },
  betweenSentences: ' ',
  comma: ', ',
  semicolon: '; ',
  levelToday: level => `бүгін ${level}`,
  fromTo: (from, to) => `${from} – ${to}`,
  modes: {
    rail: 'пойыздар',
    road: 'жүк көліктері',
    sea: 'кемелер',
    ferry: 'паромдар',
    'inland waterway': 'баржалар',
  },
  sensitivities: SENSITIVITY_NAMES.kk,
  markets: MARKET_NAMES.kk,
  reportName: 'Keruen есебі',
  // before the number, so that a unit can follow it
  aboutZero: 'шамамен 0',
  within: step => `±${step} шегінде`,
  range: (low, high) => `${low}${NO_BREAK}…${NO_BREAK}${high}`,
  millionUsd: 'млн\u00a0долл.',
  billionUsd: 'млрд\u00a0долл.',
  percentSign: PER_CENT,
  today: 'бүгін',
  scenario: 'сценарий',
  closed: 'жабық',
  notOpen: 'ашық емес',
  notKnown: 'көрсетілмеген',
  inDays: days => `${days} күн`,
  hoursFromTo: (name, before, after) => `${name}: ${before} – ${after} сағ`,
  hoursOf: (name, value) => `${name}: ${value} сағ`,
  estimated: 'бағалау',
  source: 'Дереккөзі',
  parameters: PARAMETER_NAMES.kk,
  economies: { ROW: 'Әлемнің қалған бөлігі' },
  list,
  count,
  meta: {
    scenario: hash => `сценарий ${hash}`,
    year: year => `${year} жылғы деректер`,
    counterfactual: 'шартты есеп, болашақты болжау емес',
    navigation: 'Есептің бөлімдері',
  },
  nav: {
    members: 'Мүшелер',
    corridors: 'Дәліздер',
    range: 'Сенімділік',
    method: 'Әдіс',
    limits: 'Бұл нені айта алмайды',
    sources: 'Дереккөздер',
    scenario: 'Сценарий',
  },
  answer: {
    sectors: (sectors, title, elasticities) =>
      `«${title}» деректері бойынша ${sectors} сектормен есептелді, икемділіктер: ${elasticities}.`,
    hidden: names =>
      names.length === 1
        ? `Бұл деректерде өз жолы жоқ мүше: ${list(names)}. Ол бойынша нәтиже берілмейді, мүшелердің қосындысына да ол кірмейді.`
        : `Бұл деректерде өз жолы жоқ мүшелер: ${list(names)}. Олар бойынша нәтиже берілмейді, мүшелердің қосындысына да олар кірмейді.`,
    gain: (name, value, interval, alone) =>
      `${name}: нақты табыс ${alone ? '' : 'басқа мүшелерден көбірек, '}${unsigned(value)}${PER_CENT}-ға артар еді${brackets(interval)}`,
    loss: (name, value, interval, alone) =>
      `${name}: нақты табыс ${alone ? '' : 'басқа мүшелерден көбірек, '}${unsigned(value)}${PER_CENT}-ға төмендер еді${interval === '' ? '' : ` (өзгеріс ${interval})`}`,
    zero: members =>
      members === 1
        ? 'Нақты табыстың нөлден ажыратуға болатын өзгерісі жоқ'
        : `Мүшелердің (барлығы ${count(members)}) ешқайсысында нақты табыс нөлден ажыратуға болатындай өзгермес еді`,
    nothing: 'Ештеңе өзгермес еді: бұл шаралар сауда шығынын өзгертпейді',
    gainers: names => `Онымен бірге ${list(names)} ұтар еді.`,
    gainersAlone: names => `${list(names)} ұтар еді.`,
    losers: (names, most) =>
      names.length === 1
        ? `${list(names)} ұтылар еді, ${most}${PER_CENT}-ға.`
        : `${list(names)} ұтылар еді, ең көбі ${most}${PER_CENT}-ға.`,
    losersWithIt: names => `Онымен бірге ${list(names)} ұтылар еді.`,
    zeros: names => `${list(names)} үшін өзгерісті нөлден ажырату мүмкін емес.`,
    zerosMany: n => `Өзгерісті ${count(n)} мүше үшін нөлден ажырату мүмкін емес.`,
    small: names => `${list(names)} үшін өзгеріс ±0,01${PER_CENT} шегінде қалар еді.`,
    smallMany: n => `Өзгеріс ${count(n)} мүше үшін ±0,01${PER_CENT} шегінде қалар еді.`,
    cause: (share, meaning) => `Ауқым енінің ${portion(share)} бір болжамнан шығады: ${meaning}.`,
    noRanges:
      'Параметрлер қайта алынып есептелген жоқ, сондықтан төмендегі сандардың ешқайсысында ауқым жоқ: олар өздерінің қаншалық сенімді екенін айтпайды.',
    bars: (draws, low, high) =>
      `Ауқымдар параметрлер мен желі көрсеткіштерінің көрсетілген шектерінде алынған ${draws} есептеудің ${low}- және ${high}-процентильдерінің арасын алады; бұл — параметрлер ауқымы, болашақты болжау емес.`,
  },
  figures: {
    title: 'Жауап төрт көрсеткішпен',
    income: 'Нақты табыс, барлық мүше',
    turnover: 'Мүшелер арасындағы тауар айналымы',
    aYear: 'жылына',
    onToday: (interval, today) => (interval === '' ? `бүгін ${today}` : `${interval}, бүгін ${today}`),
    perYear: interval => (interval === '' ? 'жылына' : `жылына ${interval}`),
    corridorToday: (today, range) =>
      `бүгін ${today}${range === undefined ? '' : `; ${range}: күтудің бәрі қысқа, жүріс жылдам болғандағыдан күтудің бәрі ұзақ, жүріс баяу болғандағыға дейін`}`,
    noCorridor: 'Дәліздер',
    noCorridorValue: 'бүгінгідей',
    noCorridorNote: 'атауы бар ешбір дәлізде жол уақыты өзгермес еді',
    cost: 'Шаралардың жылдық құны',
    costNote: (capital, low, high) =>
      `бүкіл қызмет мерзіміне, ұстау шығынымен бірге: ${capital}; ${low} … ${high} — дисконттау мөлшерлемесі мен ұстау шығынының төменгі және жоғарғы шетінде. Белгі: барлық мүшенің ұтысы, құн одан шегерілмеген`,
    costNoteAnnual: (low, high) =>
      `${low} … ${high} — дисконттау мөлшерлемесі мен ұстау шығынының төменгі және жоғарғы шетінде. Белгі: барлық мүшенің ұтысы, құн одан шегерілмеген`,
    aYearUnit: money => money,
    transit: name => `Транзит: ${name}`,
    transitUnit: 'ЖФБ',
    transitOn: (interval, before) =>
      interval === '' ? `жылына, бүгін ${before}` : `жылына ${interval}, бүгін ${before}`,
    noTransit: 'Мүшелер арқылы транзит',
    noTransitValue: 'бүгінгідей',
    noTransitNote: 'ешбір контейнер мүшелер арқылы басқа жолмен жүрмес еді',
  },
  map: {
    title: 'Тасымал қайда өзгереді: шаралармен және бүгін',
    hint: 'Бозғылт ортасы: қалатын тасымал. Түсті жиегі: қосылатыны немесе азаятыны.',
    description: title =>
      `Еуразияның теміржолдары, автожолдары мен паром желілерінің картасы. Сызық ені — жылына өтетін контейнерлер; жиектері «${title}» сценарийінде әр желінің қанша тасымал қосатынын немесе жоғалтатынын көрсетеді; күту белгілерінің артындағы дөңгелектер онда қанша контейнер тұрғанын, жолақтар өткізу қабілетінің шегіне жеткен жерлерді көрсетеді. Сандар төмендегі дәліздер кестесінде.`,
    waitOf: (name, before, after, estimated, standing, full) =>
      `${name}: ${instead(before, after)} сағ${estimated ? ', бағалау' : ''}${standing === undefined ? '' : `; онда кез келген сәтте ${instead(standing.before, standing.after)} ЖФБ күтіп тұрады`}${full ? '; өткізу қабілетінің шегінде' : ''}`,
    legend: {
      label: 'Шартты белгілер',
      gain: 'тасымал артады; бозғылты: қалатыны',
      gainStrong: '35\u00a0%-дан көп',
      loss: 'тасымал азаяды',
      core: 'өзгеріссіз',
      planned: 'жоспарланған',
      ferry: 'паром',
      lane: 'теңіз жолы, тек бағдары',
      waits: '8, 30, 72\u00a0сағ күту',
      port: 'портта',
      estimated: 'бағалау',
      today: 'бүгін',
      washLoss: 'нақты табыс төмен',
      washGain: 'нақты табыс жоғары',
      standing: 'кез келген сәтте 5\u00a0000 контейнер күтіп тұрады',
      full: 'өткізу қабілетінің шегінде',
      closed: 'жабық',
      notOpen: 'ашық емес',
    },
    source: title =>
      `Жылына контейнер (ЖФБ), екі бағытта, жалпы жүк; сызық ені белгілі бір шекке дейін тасымалдың түбіріне қарай өседі, ең үлкен өзгерістің елуден бірінен кіші өзгерістер белгіленбеген. Күту белгілерінің артындағы дөңгелектер: «${tables.waiting.title}» кестесіндегі орындарда кез келген сәтте күтіп тұрған контейнерлер; нүктелі сызық — бүгінгісі. Жолақтар: өтуі мүмкін мөлшердің 95\u00a0%-ы немесе одан көбі пайдаланылады, «${tables.capacity.tableTitle}» кестесі бойынша. Дереккөзі: ${title}; желі ұзындықтарының бір бөлігі OpenStreetMap қатысушыларынан (ODbL); пішіндер Natural Earth, Visionscarto арқылы.`,
    boundaries:
      'Шекаралар мен атаулар атлас мүмкіндік беретін жерде Біріккен Ұлттар Ұйымына сай; даулы немесе түпкілікті белгіленбеген жерде сызық үзік. Олар ешқандай аумақтың мәртебесі туралы пікір білдірмейді.',
  },
  caravan: {
    title: 'Күндер қайда кетеді',
    hint: 'Сызық — жол, моншақ — күту, екеуі де масштабпен; қуыс моншақтар — бағалау.',
    zeroDays: '0 күн',
    saved: days => `${days} күнге қысқа`,
    lost: days => `${days} күнге ұзақ`,
    drawingTitle: name => `«${name}» дәлізімен жүру, күнмен`,
    drawingText: (before, after) => `Күн саны: бүгін ${before}; шаралармен ${after}.`,
    tableTitle: 'Жолдың барлық бөлігі',
    leg: 'Бөлік',
    kind: 'Түрі',
    hoursBefore: 'Бүгінгі сағат',
    hoursAfter: 'Сценарийдегі сағат',
    usdBefore: 'Бүгін, ЖФБ үшін долл.',
    usdAfter: 'Сценарий, ЖФБ үшін долл.',
    quality: 'Сапасы',
    kinds: { travel: 'жол', crossing: 'шекара', terminal: 'терминал' },
    unit: 'Бірінші орыннан соңғысына дейінгі күндер; екі шеттегі күту саналмайды.',
    none: 'Бұл шаралармен атауы бар ешбір дәлізде жол уақыты өзгермес еді.',
    closedNote: 'Сценарийде бұл дәліз жабық: онымен өту мүмкін емес.',
  },
  summary: {
    member: 'Мүше',
    income: 'Нақты табыс %',
    range: 'ауқым',
    musd: 'млн долл.',
    turnover: 'тауар айналымы, млн долл.',
    transit: 'транзит, ЖФБ',
    notice: 'Ескерту',
  },
  tables,
  method,
}

/** The new value in place of the old one. */
function instead(before: string, after: string): string {
  return before === after ? after : `${before} орнына ${after}`
}

/** The verb says whether it is more or less. */
function unsigned(value: string): string {
  return value.replace(/^[+\u2212]/, '')
}

function brackets(interval: string): string {
  return interval === '' ? '' : ` (${interval.replaceAll('+', '')})`
}
