/** The switch that lets freight rates answer demand, and what it makes of them. */
import { MARKET_NAMES } from '../../../report/messages/assumption-names.js'
import type { InEveryLanguage } from '../languages.js'

const en = {
  name: 'Freight rates answer demand',
  note: 'As within a year: container ships, and trains from China to the north and west, become dearer where more is asked for than they carry today.',
  risen: (market: string, percent: string) => `${market}: ${percent} %`,
  paid: (money: string) =>
    `Traders pay carriers ${money} a year more, which no country’s real income gets back here.`,
  still: 'No more is asked for than today: rates stay.',
  markets: MARKET_NAMES.en,
}

const ru: typeof en = {
  name: 'Фрахтовые ставки отвечают на спрос',
  note: 'Как бывает в пределах года: контейнеровозы и поезда из Китая на север и запад дорожают там, где перевезти просят больше, чем сегодня.',
  risen: (market, percent) => `${market}: ${percent} %`,
  paid: money =>
    `Торговля платит перевозчикам на ${money} в год больше; в реальный доход стран эти деньги здесь не возвращаются.`,
  still: 'Просят не больше, чем сегодня: ставки прежние.',
  markets: MARKET_NAMES.ru,
}

const zh: typeof en = {
  name: '运价随需求变动',
  note: '如同一年之内：凡需求超过目前运量，集装箱船和中国向北、向西的列车就会涨价。',
  risen: (market, percent) => `${market}：${percent}%`,
  paid: money => `贸易商每年多付给承运方 ${money}，这里不计回任何国家的实际收入。`,
  still: '需求不超过目前水平：运价不变。',
  markets: MARKET_NAMES.zh,
}

const kk: typeof en = {
  name: 'Фрахт тарифтері сұранысқа жауап береді',
  note: 'Бір жыл ішіндегідей: бүгін тасылғаннан көп сұралса, контейнер кемелері мен Қытайдан солтүстік пен батысқа шығатын пойыздар қымбаттайды.',
  risen: (market, percent) => `${market}: ${percent} %`,
  paid: money =>
    `Сауда тасымалдаушыларға жылына ${money} артық төлейді; бұл ақша мұнда ешбір елдің нақты табысына қайтпайды.`,
  still: 'Бүгінгіден көп сұралмайды: тарифтер бұрынғыдай.',
  markets: MARKET_NAMES.kk,
}

export const rates: InEveryLanguage<typeof en> = { en, ru, zh, kk }
