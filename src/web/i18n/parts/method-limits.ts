/** What the model cannot tell, and where to read on. */
import type { InEveryLanguage } from '../languages.js'

type Pair = readonly [head: string, text: string]

const en = {
  limits: [
    [
      'One sector.',
      'Who inside a country gains or loses, and which industry, cannot be read from one sector of goods.',
    ],
    [
      'Who builds it, and whether they do.',
      'The package is taken as done. Nothing here says that it will be financed, agreed or finished.',
    ],
    [
      'Queues and full trains.',
      'A capacity holds traffic back only at the few links and crossings where one is stated; everywhere else more traffic makes nothing slower.',
    ],
    [
      'What others do in answer.',
      'Rival corridors keep their prices; no government answers with measures of its own.',
    ],
    [
      'The way there.',
      'Before and after are two resting states. Investment, growth, learning and the years between are not in it.',
    ],
    ['Goods only.', 'Trade in services, and people who cross borders, are not in it.'],
    ['Emissions, noise, safety.', 'No cost or benefit outside trade is counted.'],
    ['What will happen.', 'The result is the economy of the data year with one thing different.'],
  ] as readonly Pair[],
  further: {
    howItWorks: 'every stage with its equations and functions',
    network: 'the network, its calibration, and where it misses',
    equilibrium: 'every equation of the equilibrium, its source and limits',
    data: 'where each table comes from, and its known weaknesses',
    plausibility: 'results beside published figures',
    glossary: 'what the words mean',
  },
}

const ru: typeof en = {
  limits: [
    [
      'Один сектор.',
      'Кто внутри страны выигрывает или теряет и какая отрасль, по одному сектору товаров не видно.',
    ],
    [
      'Кто это построит и построит ли.',
      'Пакет мер считается выполненным. Здесь ничто не говорит, что он будет оплачен, согласован или завершён.',
    ],
    [
      'Очереди и полные поезда.',
      'Пропускная способность сдерживает перевозки только там, где она указана; в остальных местах рост перевозок ничего не замедляет.',
    ],
    [
      'Что сделают другие в ответ.',
      'Соперничающие коридоры держат свои цены; ни одно правительство не отвечает своими мерами.',
    ],
    [
      'Путь туда.',
      'До и после — два устойчивых состояния. Инвестиций, роста, обучения и промежуточных лет здесь нет.',
    ],
    ['Только товары.', 'Торговля услугами и люди, которые пересекают границы, не учтены.'],
    ['Выбросы, шум, безопасность.', 'Издержки и выгоды вне торговли не считаются.'],
    ['Что случится на деле.', 'Результат — экономика года данных с одним отличием.'],
  ],
  further: {
    howItWorks: 'все шаги с уравнениями и функциями',
    network: 'сеть, её калибровка и расхождения',
    equilibrium: 'все уравнения равновесия, источники и пределы',
    data: 'происхождение таблиц и их известные слабости',
    plausibility: 'результаты рядом с опубликованными числами',
    glossary: 'значения слов',
  },
}

const zh: typeof en = {
  limits: [
    ['只有一个部门。', '一国之内谁得谁失、哪个行业得失，不能从单一的货物部门看出。'],
    ['谁来建，是否会建。', '措施视为已经完成。这里没有说明它会得到资金、获得同意或完工。'],
    ['排队和满载的列车。', '只有在注明能力的少数路段和口岸，能力才限制运量；其他地方运量增加不会变慢。'],
    ['其他方如何应对。', '竞争走廊维持原价；没有政府以自己的措施回应。'],
    ['中间的过程。', '之前和之后是两个静止状态。投资、增长、学习和中间的年份不在其中。'],
    ['只有货物。', '服务贸易和跨境人员不在其中。'],
    ['排放、噪声、安全。', '贸易以外的成本和收益不计入。'],
    ['将会发生什么。', '结果是数据年份的经济，只有一处不同。'],
  ],
  further: {
    howItWorks: '每个阶段及其方程和函数',
    network: '网络、校准及偏差之处',
    equilibrium: '均衡的每个方程、出处和局限',
    data: '每张表的来源及已知弱点',
    plausibility: '结果与已公布数字对照',
    glossary: '词语含义',
  },
}

const kk: typeof en = {
  limits: [
    [
      'Бір ғана сектор.',
      'Ел ішінде кім ұтады, кім ұтылады және қай сала екенін бір тауар секторынан көру мүмкін емес.',
    ],
    [
      'Кім салады және сала ма.',
      'Шаралар орындалған деп алынады. Оның қаржыландырылатынын, келісілетінін немесе аяқталатынын мұнда ештеңе айтпайды.',
    ],
    [
      'Кезектер мен толы пойыздар.',
      'Өткізу қабілеті тек көрсетілген жерлерде ғана тасымалды тежейді; басқа жерде тасымал көбейсе де, ештеңе баяуламайды.',
    ],
    ['Басқалардың жауабы.', 'Бәсекелес дәліздер бағасын сақтайды; ешбір үкімет өз шарасымен жауап бермейді.'],
    [
      'Оған дейінгі жол.',
      'Дейін және кейін — екі тұрақты күй. Инвестиция, өсім, үйрену және арадағы жылдар мұнда жоқ.',
    ],
    ['Тек тауарлар.', 'Қызмет саудасы және шекарадан өтетін адамдар мұнда жоқ.'],
    ['Шығарындылар, шу, қауіпсіздік.', 'Саудадан тыс шығын мен пайда саналмайды.'],
    ['Шын мәнінде не болатыны.', 'Нәтиже — деректер жылының экономикасы, тек бір нәрсе басқаша.'],
  ],
  further: {
    howItWorks: 'әр кезең, теңдеулері мен функциялары',
    network: 'желі, оның калибрленуі және қателесетін жерлері',
    equilibrium: 'тепе-теңдіктің барлық теңдеуі, дереккөзі мен шектері',
    data: 'кестелердің шығу тегі және белгілі осал тұстары',
    plausibility: 'нәтижелер жарияланған сандармен қатар',
    glossary: 'сөздердің мағынасы',
  },
}

export const methodLimits: InEveryLanguage<typeof en> = { en, ru, zh, kk }
