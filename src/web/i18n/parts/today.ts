/** The charts of today's world, while nothing is changed: levels, where a scenario has changes. */
import type { InEveryLanguage } from '../languages.js'

const en = {
  share: 'Trade with the bloc by member',
  shareUnit: (year: number) => `${year}, % of foreign goods trade`,
  incomeLater: 'Once something is changed, real income by member stands here.',
  turnoverUnit: (year: number) => `bn USD, ${year}`,
  ofMembersTrade: (share: string) => `${share} of the members’ goods trade`,
  largestPairs: (shown: number, all: number) => `The largest ${shown} of ${all} pairs.`,
  trafficUnit: (year: number) => `thousand TEU, ${year}`,
  bySea: (name: string, value: string) => `${name}: ${value}`,
  revenueUnit: (year: number) => `M USD, ${year}`,
  legend: 'level today',
  columns: {
    share: 'Share, %',
    withBloc: 'With the bloc, bn USD',
    foreign: 'Foreign goods trade, bn USD',
    bnUsd: 'bn USD',
    teu: 'Thousand TEU',
    musd: 'M USD',
  },
}

const ru: typeof en = {
  share: 'Торговля членов с объединением',
  shareUnit: year => `${year}, % внешней торговли товарами`,
  incomeLater: 'Как только что-то изменится, здесь будет реальный доход по членам.',
  turnoverUnit: year => `млрд долл., ${year}`,
  ofMembersTrade: share => `${share} торговли членов товарами`,
  largestPairs: (shown, all) => `Самые крупные пары: ${shown} из ${all}.`,
  trafficUnit: year => `тыс. ДФЭ, ${year}`,
  bySea: (name, value) => `${name}: ${value}`,
  revenueUnit: year => `млн долл., ${year}`,
  legend: 'уровень сегодня',
  columns: {
    share: 'Доля, %',
    withBloc: 'С объединением, млрд долл.',
    foreign: 'Внешняя торговля товарами, млрд долл.',
    bnUsd: 'млрд долл.',
    teu: 'тыс. ДФЭ',
    musd: 'млн долл.',
  },
}

const zh: typeof en = {
  share: '各成员国与组织成员的贸易',
  shareUnit: year => `${year} 年，占货物外贸的百分比`,
  incomeLater: '一旦有改动，这里将显示各成员国的实际收入。',
  turnoverUnit: year => `十亿美元，${year} 年`,
  ofMembersTrade: share => `占成员国货物贸易的 ${share}`,
  largestPairs: (shown, all) => `${all} 对中最大的 ${shown} 对。`,
  trafficUnit: year => `千标箱，${year} 年`,
  bySea: (name, value) => `${name}：${value}`,
  revenueUnit: year => `百万美元，${year} 年`,
  legend: '目前水平',
  columns: {
    share: '份额，%',
    withBloc: '与组织成员，十亿美元',
    foreign: '货物外贸，十亿美元',
    bnUsd: '十亿美元',
    teu: '千标箱',
    musd: '百万美元',
  },
}

const kk: typeof en = {
  share: 'Мүшелердің бірлестікпен саудасы',
  shareUnit: year => `${year} ж., тауар сыртқы саудасының %-ы`,
  incomeLater: 'Бірдеңе өзгерген соң мұнда мүшелер бойынша нақты табыс тұрады.',
  turnoverUnit: year => `млрд долл., ${year} ж.`,
  ofMembersTrade: share => `мүшелердің тауар саудасының ${share}`,
  largestPairs: (shown, all) => `Ең ірі жұптар: ${all} ішінен ${shown}.`,
  trafficUnit: year => `мың ЖФБ, ${year} ж.`,
  bySea: (name, value) => `${name}: ${value}`,
  revenueUnit: year => `млн долл., ${year} ж.`,
  legend: 'бүгінгі деңгей',
  columns: {
    share: 'Үлесі, %',
    withBloc: 'Бірлестікпен, млрд долл.',
    foreign: 'Тауар сыртқы саудасы, млрд долл.',
    bnUsd: 'млрд долл.',
    teu: 'мың ЖФБ',
    musd: 'млн долл.',
  },
}

export const today: InEveryLanguage<typeof en> = { en, ru, zh, kk }
