/** The first minute: three steps that lead a newcomer from the question to an answer. */
import type { InEveryLanguage } from '../languages.js'

const en = {
  region: 'First steps',
  again: 'Show the first steps',
  next: 'Next',
  skip: 'Skip',
  done: 'Done',
  step: (at: number, of: number) => `${at} of ${of}`,
  steps: {
    move: {
      title: 'Move this',
      text: 'Each lever is a measure: a shorter wait, a faster train, a lower tariff. Move one, or open a ready scenario with the arrow above.',
    },
    read: {
      title: 'Read this',
      text: 'The answer in a sentence: who would gain most, and the range that the assumptions leave.',
    },
    open: {
      title: 'Open this',
      text: 'Every figure tells where it comes from: click a bar, a line or a place on the map.',
    },
  },
}

const ru: typeof en = {
  region: 'Первые шаги',
  again: 'Показать первые шаги',
  next: 'Далее',
  skip: 'Пропустить',
  done: 'Готово',
  step: (at, of) => `${at} из ${of}`,
  steps: {
    move: {
      title: 'Сдвиньте это',
      text: 'Каждый рычаг — мера: короче ожидание, быстрее поезд, ниже тариф. Сдвиньте один или откройте готовый сценарий стрелкой выше.',
    },
    read: {
      title: 'Прочтите это',
      text: 'Ответ одним предложением: кто выиграл бы больше всех и какой диапазон оставляют допущения.',
    },
    open: {
      title: 'Откройте это',
      text: 'Каждое число говорит, откуда оно: нажмите на полосу, линию или место на карте.',
    },
  },
}

const zh: typeof en = {
  region: '第一步',
  again: '显示入门步骤',
  next: '下一步',
  skip: '跳过',
  done: '完成',
  step: (at, of) => `第 ${at} 步，共 ${of} 步`,
  steps: {
    move: {
      title: '移动这里',
      text: '每个滑块是一项措施：更短的等待、更快的列车、更低的关税。移动一个，或用上方箭头打开现成情景。',
    },
    read: { title: '阅读这里', text: '一句话的结论：谁将受益最多，以及假设留下的区间。' },
    open: { title: '打开这里', text: '每个数字都能说明来源：点击条形、线路或地图上的地点。' },
  },
}

const kk: typeof en = {
  region: 'Алғашқы қадамдар',
  again: 'Алғашқы қадамдарды көрсету',
  next: 'Келесі',
  skip: 'Өткізу',
  done: 'Дайын',
  step: (at, of) => `${of} қадамның ${at}-сі`,
  steps: {
    move: {
      title: 'Мұны жылжытыңыз',
      text: 'Әр тетік — бір шара: қысқа күту, жылдам пойыз, төмен тариф. Біреуін жылжытыңыз немесе жоғарыдағы көрсеткімен дайын сценарийді ашыңыз.',
    },
    read: {
      title: 'Мұны оқыңыз',
      text: 'Бір сөйлемдік жауап: кім көбірек ұтар еді және болжамдар қандай ауқым қалдырады.',
    },
    open: {
      title: 'Мұны ашыңыз',
      text: 'Әр сан қайдан шыққанын айтады: жолақты, сызықты немесе картадағы орынды басыңыз.',
    },
  },
}

export const guide: InEveryLanguage<typeof en> = { en, ru, zh, kk }
