/** The answer in words: who gains, who loses, who cannot be told from zero. Numbers and names arrive as text. */
import type { InEveryLanguage } from '../languages.js'
import { list, plural } from '../locale.js'

type Names = readonly string[]

/** More names than this are counted. */
const NAMED = 3

function brackets(interval: string): string {
  return interval === '' ? '' : ` (${interval.replaceAll('+', '')})`
}

const en = {
  untitled: 'Your scenario',
  today: 'Today',
  unchanged: 'Nothing is changed yet. Move a lever, or start from a ready scenario.',
  showsToday: (year: number) => `Map and figures show ${year} as it was.`,
  noEffect: 'Nothing would change: these measures alter no cost of trade',
  zero: 'For no member can a change of real income be told from zero',
  gain: (name: string, value: string, interval: string) =>
    `${name} gains most: ${value} of real income${brackets(interval)}`,
  loss: (name: string, value: string, interval: string) =>
    `${name} loses most: ${value} of real income${brackets(interval)}`,
  /** @param also the headline tells of a gain as well. */
  gainers: (names: Names, also: boolean) =>
    names.length > NAMED
      ? `${names.length} ${also ? 'more ' : ''}members gain.`
      : `${list('en', names)} ${names.length === 1 ? 'gains' : 'gain'}${also ? ' too' : ''}.`,
  /** @param also the headline tells of a loss as well. */
  losers: (names: Names, most: string, also: boolean) =>
    names.length > NAMED
      ? `${names.length} ${also ? 'more ' : ''}members lose, at most ${most}.`
      : `${list('en', names)} ${names.length === 1 ? 'loses' : 'lose'}${also ? ' too' : ''}, ${names.length === 1 ? 'by' : 'at most'} ${most}.`,
  rest: 'For the others, no change that can be told from zero.',
  computing: 'The parameter range is being computed.',
  waiting: 'The model is being loaded; the answer follows.',
  late: 'The scenario as it is now is being computed. What stands here answers the one before.',
  behind: 'The model has no answer to the scenario as it is now. What stands here answers the one before.',
}

const ru: typeof en = {
  untitled: 'Ваш сценарий',
  today: 'Сегодня',
  unchanged: 'Пока ничего не изменено. Сдвиньте меру или начните с готового сценария.',
  showsToday: year => `Карта и числа показывают ${year} год, каким он был.`,
  noEffect: 'Ничего не изменилось бы: эти меры не меняют издержек торговли',
  zero: 'Ни для одного члена изменение реального дохода неотличимо от нуля',
  gain: (name, value, interval) =>
    `Больше всех выигрывает ${name}: ${value} реального дохода${brackets(interval)}`,
  loss: (name, value, interval) =>
    `Больше всех теряет ${name}: ${value} реального дохода${brackets(interval)}`,
  gainers: (names, also) =>
    names.length > NAMED
      ? `Выигрывают ${also ? 'ещё ' : ''}${names.length} ${plural('ru', names.length, { one: 'член', few: 'члена', many: 'членов', other: 'члена' })}.`
      : `${names.length === 1 ? 'Выигрывает' : 'Выигрывают'}${also ? ' также' : ''} ${list('ru', names)}.`,
  losers: (names, most, also) =>
    names.length > NAMED
      ? `Теряют ${also ? 'ещё ' : ''}${names.length} ${plural('ru', names.length, { one: 'член', few: 'члена', many: 'членов', other: 'члена' })}, самое большее ${most}.`
      : `${names.length === 1 ? 'Теряет' : 'Теряют'}${also ? ' также' : ''} ${list('ru', names)}, ${names.length === 1 ? '' : 'самое большее '}${most}.`,
  rest: 'Для остальных изменение неотличимо от нуля.',
  computing: 'Диапазон параметров вычисляется.',
  waiting: 'Модель загружается; ответ появится следом.',
  late: 'Нынешний сценарий вычисляется. Здесь ответ на предыдущий.',
  behind: 'На нынешний сценарий модель не ответила. Здесь ответ на предыдущий.',
}

const zh: typeof en = {
  untitled: '你的情景',
  today: '现状',
  unchanged: '尚未作任何改变。移动一项措施，或从现成的情景开始。',
  showsToday: year => `地图和数字显示的是 ${year} 年的实际情况。`,
  noEffect: '不会有变化：这些措施不改变任何贸易成本',
  zero: '没有任何成员国的实际收入变化能与零区分',
  gain: (name, value, interval) =>
    `${name}获益最多：实际收入 ${value}${interval === '' ? '' : `（${interval.replaceAll('+', '')}）`}`,
  loss: (name, value, interval) =>
    `${name}损失最多：实际收入 ${value}${interval === '' ? '' : `（${interval.replaceAll('+', '')}）`}`,
  gainers: (names, also) =>
    names.length > NAMED
      ? `${also ? '另有 ' : ''}${names.length} 个成员国获益。`
      : `${list('zh', names)}${also ? '也' : ''}获益。`,
  losers: (names, most, also) =>
    names.length > NAMED
      ? `${also ? '另有 ' : ''}${names.length} 个成员国受损，最多 ${most}。`
      : `${list('zh', names)}${also ? '也' : ''}受损，${names.length === 1 ? '' : '最多 '}${most}。`,
  rest: '其余成员国的变化不能与零区分。',
  computing: '正在计算参数区间。',
  waiting: '正在加载模型；结论随后给出。',
  late: '正在计算当前情景。这里是上一个情景的结果。',
  behind: '模型没有给出当前情景的结果。这里是上一个情景的结果。',
}

const kk: typeof en = {
  untitled: 'Сіздің сценарий',
  today: 'Бүгін',
  unchanged: 'Әзірге ештеңе өзгертілген жоқ. Шараны жылжытыңыз немесе дайын сценарийден бастаңыз.',
  showsToday: year => `Карта мен сандар ${year} жылды сол қалпында көрсетеді.`,
  noEffect: 'Ештеңе өзгермес еді: бұл шаралар сауда шығынын өзгертпейді',
  zero: 'Ешбір мүше үшін нақты табыстың өзгерісін нөлден ажырату мүмкін емес',
  gain: (name, value, interval) => `Ең көп ұтатын — ${name}: нақты табыс ${value}${brackets(interval)}`,
  loss: (name, value, interval) => `Ең көп ұтылатын — ${name}: нақты табыс ${value}${brackets(interval)}`,
  gainers: (names, also) =>
    names.length > NAMED
      ? `${also ? 'Тағы ' : ''}${names.length} мүше ұтады.`
      : `${list('kk', names)}${also ? ' да' : ''} ұтады.`,
  losers: (names, most, also) =>
    names.length > NAMED
      ? `${also ? 'Тағы ' : ''}${names.length} мүше ұтылады, ең көбі ${most}.`
      : `${list('kk', names)}${also ? ' да' : ''} ұтылады${names.length === 1 ? ':' : ', ең көбі'} ${most}.`,
  rest: 'Қалғандары үшін өзгерісті нөлден ажырату мүмкін емес.',
  computing: 'Параметрлер ауқымы есептелуде.',
  waiting: 'Модель жүктелуде; жауап артынан шығады.',
  late: 'Қазіргі сценарий есептелуде. Мұнда алдыңғысының жауабы тұр.',
  behind: 'Модель қазіргі сценарийге жауап берген жоқ. Мұнда алдыңғысының жауабы тұр.',
}

export const answer: InEveryLanguage<typeof en> = { en, ru, zh, kk }
