/** What a reader can do from the why panel: go to a lever, cite a figure. */
import type { InEveryLanguage } from '../languages.js'

const en = {
  act: {
    wait: 'Change this wait',
    speed: 'Change this speed',
    opening: 'To the lever that opens it',
    closure: 'To the lever that closes it',
  },
  cite: {
    button: 'Cite',
    title: 'To cite this figure',
    copied: 'Citation copied',
    byHand: 'The browser did not let it be copied. The text is selected: copy it from here.',
    text: 'Citation',
    change: (before: string, after: string) => `today ${before}, in the scenario ${after}`,
    figure: (program: string, thing: string, figure: string) => `${program}. ${thing}. ${figure}.`,
    scenario: (title: string, hash: string) => `Scenario: ${title}; result ${hash}.`,
    noHash: 'at central values, without ranges',
    today: 'Scenario: today, nothing changed.',
    dataset: (title: string, version: string, hash: string) =>
      `Data: ${title}, version ${version}, SHA-256 ${hash}.`,
    source: (source: string) => `Source of the input: ${source}.`,
  },
  glossary: 'What the words mean',
  cannot: 'What this cannot tell',
}

const ru: typeof en = {
  act: {
    wait: 'Изменить это ожидание',
    speed: 'Изменить эту скорость',
    opening: 'К мере, которая это открывает',
    closure: 'К мере, которая это закрывает',
  },
  cite: {
    button: 'Сослаться',
    title: 'Ссылка на этот показатель',
    copied: 'Ссылка на показатель скопирована',
    byHand: 'Браузер не дал скопировать. Текст выделен: скопируйте его отсюда.',
    text: 'Текст ссылки',
    change: (before, after) => `сегодня ${before}, в сценарии ${after}`,
    figure: (program, thing, figure) => `${program}. ${thing}. ${figure}.`,
    scenario: (title, hash) => `Сценарий: ${title}; результат ${hash}.`,
    noHash: 'при центральных значениях, без диапазонов',
    today: 'Сценарий: сегодня, без изменений.',
    dataset: (title, version, hash) => `Данные: ${title}, версия ${version}, SHA-256 ${hash}.`,
    source: source => `Источник исходных данных: ${source}.`,
  },
  glossary: 'Что значат слова',
  cannot: 'Чего отсюда не узнать',
}

const zh: typeof en = {
  act: {
    wait: '更改此等待',
    speed: '更改此速度',
    opening: '前往开通它的措施',
    closure: '前往关闭它的措施',
  },
  cite: {
    button: '引用',
    title: '引用此数字',
    copied: '引用文字已复制',
    byHand: '浏览器不允许复制。文字已选中，请在此复制。',
    text: '引用文字',
    change: (before, after) => `目前 ${before}，情景中 ${after}`,
    figure: (program, thing, figure) => `${program}。${thing}。${figure}。`,
    scenario: (title, hash) => `情景：${title}；结果 ${hash}。`,
    noHash: '中心值，无区间',
    today: '情景：目前，未作更改。',
    dataset: (title, version, hash) => `数据：${title}，版本 ${version}，SHA-256 ${hash}。`,
    source: source => `输入数据来源：${source}。`,
  },
  glossary: '词语含义',
  cannot: '由此不能得知什么',
}

const kk: typeof en = {
  act: {
    wait: 'Осы күтуді өзгерту',
    speed: 'Осы жылдамдықты өзгерту',
    opening: 'Мұны ашатын шараға өту',
    closure: 'Мұны жабатын шараға өту',
  },
  cite: {
    button: 'Дәйексөз',
    title: 'Осы көрсеткішке сілтеме жасау',
    copied: 'Дәйексөз көшірілді',
    byHand: 'Браузер көшіруге рұқсат бермеді. Мәтін белгіленген: осы жерден көшіріп алыңыз.',
    text: 'Дәйексөз мәтіні',
    change: (before, after) => `бүгін ${before}, сценарийде ${after}`,
    figure: (program, thing, figure) => `${program}. ${thing}. ${figure}.`,
    scenario: (title, hash) => `Сценарий: ${title}; нәтиже ${hash}.`,
    noHash: 'орталық мәндермен, ауқымсыз',
    today: 'Сценарий: бүгін, ештеңе өзгермеген.',
    dataset: (title, version, hash) => `Деректер: ${title}, ${version} нұсқасы, SHA-256 ${hash}.`,
    source: source => `Кіріс деректің көзі: ${source}.`,
  },
  glossary: 'Сөздер нені білдіреді',
  cannot: 'Бұдан не білуге болмайды',
}

export const whyActions: InEveryLanguage<typeof en> = { en, ru, zh, kk }
