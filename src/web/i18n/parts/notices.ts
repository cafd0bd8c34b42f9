/** What to know of an answer: the notices of its run, in the words of the report. */
import {
  en as enWords,
  kk as kkWords,
  ru as ruWords,
  zh as zhWords,
} from '../../../report/messages/notice-words.js'
import type { InEveryLanguage } from '../languages.js'

const en = { title: 'What to know of this answer', words: enWords }
const ru: typeof en = { title: 'Что нужно знать об этом ответе', words: ruWords }
const zh: typeof en = { title: '关于这一结果须知', words: zhWords }
const kk: typeof en = { title: 'Осы жауап туралы білу керек', words: kkWords }

export const notices: InEveryLanguage<typeof en> = { en, ru, zh, kk }
