/** Scenarios side by side. */
import type { InEveryLanguage } from '../languages.js'

const en = {
  button: 'Compare',
  region: 'Scenarios side by side',
  add: 'Add this scenario',
  full: 'Four are compared already: take one out first.',
  there: 'This scenario is among them.',
  stop: 'Back to one scenario',
  open: (letter: string) => `Open ${letter}`,
  leave: (letter: string) => `Take ${letter} out`,
  waiting: 'being computed',
  income: 'Real income by member',
  turnover: 'Turnover among members',
  days: 'Days on the way',
  daysUnit: 'days, waits included',
  none: 'No corridor takes longer or shorter in any of them.',
  untitled: 'Today, nothing changed',
  today: 'today',
  scenario: 'Scenario',
}

const ru: typeof en = {
  button: 'Сравнить',
  region: 'Сценарии рядом',
  add: 'Добавить этот сценарий',
  full: 'Четыре сценария уже сравниваются: сначала уберите один.',
  there: 'Этот сценарий уже среди них.',
  stop: 'Вернуться к одному сценарию',
  open: letter => `Открыть ${letter}`,
  leave: letter => `Убрать ${letter}`,
  waiting: 'рассчитывается',
  income: 'Реальный доход по членам',
  turnover: 'Товарооборот между членами',
  days: 'Дни в пути',
  daysUnit: 'дни, с ожиданиями',
  none: 'Ни в одном из них путь не становится длиннее или короче.',
  untitled: 'Сегодня, без изменений',
  today: 'сегодня',
  scenario: 'Сценарий',
}

const zh: typeof en = {
  button: '比较',
  region: '并列的情景',
  add: '加入当前情景',
  full: '已在比较四个情景：请先移除一个。',
  there: '当前情景已在其中。',
  stop: '回到单个情景',
  open: letter => `打开 ${letter}`,
  leave: letter => `移除 ${letter}`,
  waiting: '正在计算',
  income: '各成员国实际收入',
  turnover: '成员国之间的贸易额',
  days: '途中天数',
  daysUnit: '天，含等待',
  none: '在所有情景中，各走廊的时间都没有变化。',
  untitled: '现状，未作改动',
  today: '现状',
  scenario: '情景',
}

const kk: typeof en = {
  button: 'Салыстыру',
  region: 'Қатар қойылған сценарийлер',
  add: 'Осы сценарийді қосу',
  full: 'Төрт сценарий салыстырылуда: алдымен біреуін алып тастаңыз.',
  there: 'Бұл сценарий олардың арасында бар.',
  stop: 'Бір сценарийге оралу',
  open: letter => `${letter} ашу`,
  leave: letter => `${letter} алып тастау`,
  waiting: 'есептелуде',
  income: 'Мүшелердің нақты табысы',
  turnover: 'Мүшелер арасындағы тауар айналымы',
  days: 'Жолдағы күндер',
  daysUnit: 'күн, күтумен қоса',
  none: 'Ешбірінде жол ұзақтығы өзгермейді.',
  untitled: 'Бүгін, өзгеріссіз',
  today: 'бүгін',
  scenario: 'Сценарий',
}

export const compare: InEveryLanguage<typeof en> = { en, ru, zh, kk }
