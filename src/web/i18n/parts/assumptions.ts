/** What a figure would be under other assumptions: the thin line of a row, and the list in the why panel. */
import { SENSITIVITY_NAMES } from '../../../report/messages/assumption-names.js'
import type { InEveryLanguage } from '../languages.js'

const en = {
  /** Beside the title of a chart whose rows have the line. */
  unit: 'change, 90 %; line: other waits',
  legend: 'all of today’s waits at the short, at the long end of their stated ranges',
  columns: { short: 'if today’s waits are all short, %', long: 'if today’s waits are all long, %' },
  title: (figure: string) => `Under other assumptions: ${figure}`,
  here: 'As in this answer',
  note: 'Each is one run at central values with one thing different. The range above does not hold the waits: how long cargo waits today is known to a factor only, and all of them together may be shorter or longer.',
  names: SENSITIVITY_NAMES.en,
}

const ru: typeof en = {
  unit: '90 %; линия: иное ожидание',
  legend: 'все сегодняшние ожидания на нижней и на верхней границе указанных диапазонов',
  columns: {
    short: 'если все ожидания сегодня короткие, %',
    long: 'если все ожидания сегодня долгие, %',
  },
  title: figure => `При других допущениях: ${figure}`,
  here: 'Как в этом ответе',
  note: 'Каждая строка — один расчёт при центральных значениях с одним изменением. Диапазон выше не включает ожидание: сколько груз ждёт сегодня, известно лишь приблизительно, в разы, и все ожидания вместе могут оказаться короче или дольше.',
  names: SENSITIVITY_NAMES.ru,
}

const zh: typeof en = {
  unit: '变化，90%；细线：等待取上下限',
  legend: '今天所有等待时间均取标注区间的下限、上限',
  columns: { short: '若今天的等待全部取下限，%', long: '若今天的等待全部取上限，%' },
  title: figure => `换用其他假设：${figure}`,
  here: '本结果所用假设',
  note: '每一行都是在中心值下只改变一处的一次计算。上面的区间不含等待时间：今天货物等多久，只知道大致量级，所有等待可能同时更短或更长。',
  names: SENSITIVITY_NAMES.zh,
}

const kk: typeof en = {
  unit: '90 %; сызық: күту басқаша',
  legend: 'бүгінгі күтудің бәрі көрсетілген ауқымның қысқа және ұзақ шетінде',
  columns: {
    short: 'бүгінгі күтудің бәрі қысқа болса, %',
    long: 'бүгінгі күтудің бәрі ұзақ болса, %',
  },
  title: figure => `Басқа болжамдармен: ${figure}`,
  here: 'Осы жауаптағыдай',
  note: 'Әр жол — орталық мәндермен, бір ғана нәрсесі өзгертілген бір есеп. Жоғарыдағы ауқымға күту кірмейді: жүк бүгін қанша күтетіні тек шамамен белгілі, бәрі бірге қысқарақ та, ұзағырақ та болуы мүмкін.',
  names: SENSITIVITY_NAMES.kk,
}

export const assumptions: InEveryLanguage<typeof en> = { en, ru, zh, kk }
