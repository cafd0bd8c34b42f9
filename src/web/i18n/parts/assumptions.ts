/** What a figure would be under other assumptions: the list in the why panel. */
import { SENSITIVITY_NAMES } from '../../../report/messages/assumption-names.js'
import type { InEveryLanguage } from '../languages.js'

const en = {
  title: (figure: string) => `Under other assumptions: ${figure}`,
  here: 'As in this answer',
  note: 'Each is one run at central values with one thing different. Waits, speeds and charges stand at the very ends of their ranges, all of a kind together; the range above draws them in between.',
  names: SENSITIVITY_NAMES.en,
}

const ru: typeof en = {
  title: figure => `При других допущениях: ${figure}`,
  here: 'Как в этом ответе',
  note: 'Каждая строка — один расчёт при центральных значениях с одним изменением. Ожидания, скорости и тарифы стоят на самых границах своих диапазонов, все одного вида вместе; диапазон выше берёт их между границами.',
  names: SENSITIVITY_NAMES.ru,
}

const zh: typeof en = {
  title: figure => `换用其他假设：${figure}`,
  here: '本结果所用假设',
  note: '每一行都是在中心值下只改变一处的一次计算。等待、速度和费用取各自区间的端点，同类全部一起变动；上面的区间则在两端之间抽取。',
  names: SENSITIVITY_NAMES.zh,
}

const kk: typeof en = {
  title: figure => `Басқа болжамдармен: ${figure}`,
  here: 'Осы жауаптағыдай',
  note: 'Әр жол — орталық мәндермен, бір ғана нәрсесі өзгертілген бір есеп. Күту, жылдамдық және ақы өз ауқымының дәл шетінде тұрады, бір түрдегінің бәрі бірге; жоғарыдағы ауқым оларды екі шеттің арасынан алады.',
  names: SENSITIVITY_NAMES.kk,
}

export const assumptions: InEveryLanguage<typeof en> = { en, ru, zh, kk }
