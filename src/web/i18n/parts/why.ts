/** The why panel: what a number is, what moves it, how it is computed, who uses it, where it comes from. */
import type { InEveryLanguage } from '../languages.js'
import { whyActions } from './why-actions.js'

const en = {
  title: 'Why this number?',
  close: 'Close',
  tabs: { why: 'Why', users: 'Who uses it', sources: 'Sources' },
  greyIsToday: 'grey is today',
  today: 'today',
  scenario: 'scenario',
  none: 'no traffic, and no measure acts on it',
  noTransit: 'Transit comes with the ranges, which are being computed.',
  statedRange: (low: string, high: string) => `stated range today: ${low} to ${high}`,
  drawnRange: (draws: number) =>
    `The range runs from the 5th to the 95th percentile of ${draws} draws over the stated ranges of the parameters and of the network’s figures. It is a parameter range.`,
  waitsRange:
    'The range of days runs from all waits short and all moving fast to all long and slow, that of money from all rates and charges low to all high, each within its stated range: the widest range, no forecast.',
  noRangeKnown: 'no range is known',
  withoutRange: (hours: string, usd: string) =>
    `No range is known for ${hours} hours of moving and ${usd} USD of it: both ends count them as they are.`,
  noRange: 'Hours of the scenario follow from the measures and carry no range of their own.',
  linkNoRange: 'Traffic of a single link is told at central values; corridors have a range.',
  trafficRange: 'Routes stay as at the central value of time; trade, cargo values and avoidance vary.',
  contributions: {
    title: (figure: string) => `What each measure adds: ${figure}`,
    ask: 'How much does each measure contribute?',
    computing: 'Runs of every part of the package, to tell the measures apart',
    sum: (total: string) => `The rows add up to ${total}, the figure at central values.`,
    method:
      'Shapley values: the mean of what a measure adds over all orders in which the measures could be taken.',
    here: 'acts here',
    tooMany:
      'More than six measures or groups: they cannot be told apart in useful time. Measures of one group count as one.',
    failed: 'This could not be computed.',
    needs: 'It can be asked when the ranges are there.',
    unitMusd: 'M USD a year',
  },
  how: {
    title: 'How it is computed',
    equation: 'Equation',
    paper: 'After',
    assumption: (name: string, value: string, low: string, high: string) =>
      `${name}: ${value} (${low} to ${high})`,
    causes: (share: string) => `causes ${share} of the interval of all members’ real income`,
    cause: (share: string, name: string) =>
      `${share} of the interval of all members’ real income comes from one assumption: ${name}.`,
  },
  users: {
    pairs: 'Trade that passes here, thousand TEU a year, both ways',
    pair: 'Pair',
    partner: 'Partner',
    partners: 'Trade with each partner, bn USD a year, both ways',
    country: 'Economy',
    before: 'Today',
    after: 'Scenario',
    change: 'Change',
    others: (count: number) => `${count} more`,
    all: 'All',
    asking: 'The trade that passes here is being counted.',
    unknown: 'It is not known: the model has no answer for the scenario as it is now.',
    nobody: 'No general cargo passes here.',
    earnings: 'What its through traffic pays on the way, USD per TEU',
    legs: 'Its stretches and waits are in the table of the caravan line.',
    members: 'Members, M USD a year',
  },
  sources: {
    quality: 'Quality',
    solid: 'a solid mark',
    hollow: 'a hollow mark',
    rows: 'What the dataset says of its rows',
    tables: 'Sources of the tables behind it',
    licence: 'Licence',
    measured: (share: string) => `${share} of its trade by value is measured or published.`,
    cautions: 'Read with care',
    dataset: (title: string, version: string) => `${title}, version ${version}`,
    codes: {
      'trade-adjusted':
        'its recorded trade is adjusted by more than a twentieth, for bullion and for goods that only pass through',
      'trade-not-adjusted':
        'its recorded trade holds bullion or goods that only pass through; this run leaves it as recorded',
      'goods-spending-above-gdp':
        'it spends more on goods than its domestic product: gross flows, so effects are amplified',
      'domestic-sales-estimated': 'sales at home are estimated',
    } as Readonly<Record<string, string>>,
  },
  ...whyActions.en,
}

const ru: typeof en = {
  title: 'Откуда это число?',
  close: 'Закрыть',
  tabs: { why: 'Почему', users: 'Кто пользуется', sources: 'Источники' },
  greyIsToday: 'серым — сегодня',
  today: 'сегодня',
  scenario: 'сценарий',
  none: 'перевозок нет, и ни одна мера на это не действует',
  noTransit: 'Транзит появится вместе с диапазонами, они вычисляются.',
  statedRange: (low, high) => `указанный диапазон сегодня: ${low}\u00a0…\u00a0${high}`,
  drawnRange: draws =>
    `Диапазон — от 5-го до 95-го процентиля ${draws} прогонов по указанным диапазонам параметров и показателей сети. Это диапазон параметров.`,
  waitsRange:
    'Диапазон дней: от коротких ожиданий и быстрого хода до долгих ожиданий и медленного хода; диапазон денег: от низких ставок и сборов до высоких, каждое значение в указанных для него пределах. Это самый широкий диапазон, не прогноз.',
  noRangeKnown: 'диапазон неизвестен',
  withoutRange: (hours: string, usd: string) =>
    `Из этого для ${hours} ч движения и ${usd} долл. диапазон неизвестен: на обоих концах они взяты как есть.`,
  noRange: 'Часы сценария следуют из мер и своего диапазона не имеют.',
  linkNoRange: 'Перевозки одной линии даны при центральных значениях; диапазон есть у коридоров.',
  trafficRange:
    'Маршруты — как при центральной ценности времени; меняются торговля, ценность груза и избегание.',
  contributions: {
    title: figure => `Что добавляет каждая мера: ${figure}`,
    ask: 'Каков вклад каждой меры?',
    computing: 'Прогоны всех частей пакета, чтобы разделить меры',
    sum: total => `Строки складываются в ${total}, показатель при центральных значениях.`,
    method: 'Значения Шепли: среднее того, что добавляет мера, по всем порядкам, в которых меры можно взять.',
    here: 'действует здесь',
    tooMany:
      'Больше шести мер или групп: за разумное время их не разделить. Меры одной группы считаются одной.',
    failed: 'Это вычислить не удалось.',
    needs: 'Спросить можно, когда появятся диапазоны.',
    unitMusd: 'млн долл. в год',
  },
  how: {
    title: 'Как это вычислено',
    equation: 'Уравнение',
    paper: 'По работам',
    assumption: (name, value, low, high) => `${name}: ${value} (${low}\u00a0…\u00a0${high})`,
    causes: share => `даёт ${share} диапазона реального дохода всех членов`,
    cause: (share, name) =>
      `На одно допущение приходится ${share} диапазона реального дохода всех членов: ${name}.`,
  },
  users: {
    pairs: 'Торговля, которая здесь проходит, тыс. ДФЭ в год, в обе стороны',
    pair: 'Пара',
    partner: 'Партнёр',
    partners: 'Торговля с каждым партнёром, млрд долл. в год, в обе стороны',
    country: 'Экономика',
    before: 'Сегодня',
    after: 'Сценарий',
    change: 'Изменение',
    others: count => `ещё ${count}`,
    all: 'Всего',
    asking: 'Подсчитывается торговля, которая здесь проходит.',
    unknown: 'Это неизвестно: на нынешний сценарий модель не ответила.',
    nobody: 'Генеральный груз здесь не проходит.',
    earnings: 'Что платит сквозной поток в пути, долл. за ДФЭ',
    legs: 'Отрезки и ожидания — в таблице линии каравана.',
    members: 'Члены, млн долл. в год',
  },
  sources: {
    quality: 'Качество',
    solid: 'сплошной знак',
    hollow: 'полый знак',
    rows: 'Что набор данных говорит о своих строках',
    tables: 'Источники таблиц, на которых это стоит',
    licence: 'Лицензия',
    measured: share => `${share} торговли по стоимости измерено или опубликовано.`,
    cautions: 'Читать с осторожностью',
    dataset: (title, version) => `${title}, версия ${version}`,
    codes: {
      'trade-adjusted':
        'учтённая торговля исправлена более чем на двадцатую часть: слитки и товары, которые лишь проходят насквозь',
      'trade-not-adjusted':
        'в учтённой торговле есть слитки или товары, которые лишь проходят насквозь; здесь она взята как учтена',
      'goods-spending-above-gdp':
        'на товары тратится больше внутреннего продукта: потоки валовые, поэтому эффекты усилены',
      'domestic-sales-estimated': 'продажи внутри страны оценены',
    },
  },
  ...whyActions.ru,
}

const zh: typeof en = {
  title: '这个数字从何而来？',
  close: '关闭',
  tabs: { why: '原因', users: '谁在使用', sources: '来源' },
  greyIsToday: '灰色为目前',
  today: '目前',
  scenario: '情景',
  none: '没有运量，也没有措施作用于此',
  noTransit: '过境数字随区间一起给出，区间正在计算。',
  statedRange: (low, high) => `目前注明的区间：${low} 至 ${high}`,
  drawnRange: draws =>
    `区间为在各参数和网络数值注明区间内抽取 ${draws} 次的第 5 至第 95 百分位，是参数区间。`,
  waitsRange:
    '天数区间：从等待都短、行驶都快到等待都长、行驶都慢；费用区间：从运价和收费都低到都高，各在其注明的区间内。这是最宽的区间，不是预测。',
  noRangeKnown: '无已知区间',
  withoutRange: (hours: string, usd: string) =>
    `其中 ${hours} 小时行驶和 ${usd} 美元没有已知区间：两端均按原值计入。`,
  noRange: '情景的小时数由措施得出，本身没有区间。',
  linkNoRange: '单条线路的运量为中心值；走廊才有区间。',
  trafficRange: '路线按时间价值的中心值；贸易、货值和回避份额变动。',
  contributions: {
    title: figure => `每项措施增加多少：${figure}`,
    ask: '每项措施贡献多少？',
    computing: '为区分各项措施，逐一计算其组合',
    sum: total => `各行之和为 ${total}，即中心值下的数字。`,
    method: '沙普利值：在措施的所有先后次序中，一项措施所增加的平均值。',
    here: '作用于此',
    tooMany: '超过六项措施或组：无法在合理时间内区分。同组的措施算作一项。',
    failed: '无法计算。',
    needs: '区间给出后即可查询。',
    unitMusd: '百万美元／年',
  },
  how: {
    title: '如何计算',
    equation: '方程',
    paper: '依据',
    assumption: (name, value, low, high) => `${name}：${value}（${low} 至 ${high}）`,
    causes: share => `造成全体成员国实际收入区间的 ${share}`,
    cause: (share, name) => `全体成员国实际收入区间的 ${share} 来自一个假设：${name}。`,
  },
  users: {
    pairs: '经过此处的贸易，千标箱／年，双向',
    pair: '国家对',
    partner: '伙伴',
    partners: '与各伙伴的贸易，十亿美元／年，双向',
    country: '经济体',
    before: '目前',
    after: '情景',
    change: '变化',
    others: count => `另有 ${count} 个`,
    all: '合计',
    asking: '正在统计经过此处的贸易。',
    unknown: '未知：模型没有给出当前情景的结果。',
    nobody: '没有一般货物经过此处。',
    earnings: '过境货流沿途支付，美元／标箱',
    legs: '各路段和等待见驼队线的表格。',
    members: '成员国，百万美元／年',
  },
  sources: {
    quality: '质量',
    solid: '实心标记',
    hollow: '空心标记',
    rows: '数据集对其各行的说明',
    tables: '所依据表格的来源',
    licence: '许可',
    measured: share => `按价值计，其贸易的 ${share} 为实测或已公布。`,
    cautions: '须谨慎阅读',
    dataset: (title, version) => `${title}，版本 ${version}`,
    codes: {
      'trade-adjusted': '其记录的贸易因贵金属锭和仅过境的货物调整超过二十分之一',
      'trade-not-adjusted': '其记录的贸易含贵金属锭或仅过境的货物；此次按记录采用',
      'goods-spending-above-gdp': '其货物支出超过国内生产总值：流量为总额，因此影响被放大',
      'domestic-sales-estimated': '国内销售为估计值',
    },
  },
  ...whyActions.zh,
}

const kk: typeof en = {
  title: 'Бұл сан қайдан шықты?',
  close: 'Жабу',
  tabs: { why: 'Неге', users: 'Кім пайдаланады', sources: 'Дереккөздер' },
  greyIsToday: 'сұр түс — бүгін',
  today: 'бүгін',
  scenario: 'сценарий',
  none: 'тасымал жоқ, және оған ешбір шара әсер етпейді',
  noTransit: 'Транзит ауқымдармен бірге шығады, олар есептелуде.',
  statedRange: (low, high) => `бүгінгі көрсетілген ауқым: ${low}\u00a0…\u00a0${high}`,
  drawnRange: draws =>
    `Ауқым — параметрлер мен желі көрсеткіштерінің көрсетілген ауқымдары бойынша ${draws} есептің 5-тен 95-процентиліне дейін. Бұл — параметрлер ауқымы.`,
  waitsRange:
    'Күндер ауқымы: барлық күту қысқа әрі жүріс жылдам болғаннан барлығы ұзақ әрі баяу болғанға дейін; ақша ауқымы: барлық тариф пен алым төмен болғаннан жоғары болғанға дейін, әрқайсысы өз ауқымында. Бұл ең кең ауқым, болжам емес.',
  noRangeKnown: 'ауқымы белгісіз',
  withoutRange: (hours: string, usd: string) =>
    `Оның ішінде ${hours} сағат жүріс пен ${usd} долл. үшін ауқым белгісіз: екі шетінде де сол күйінде алынған.`,
  noRange: 'Сценарийдің сағаттары шаралардан шығады, өз ауқымы жоқ.',
  linkNoRange: 'Жеке желінің тасымалы орталық мәндерде берілген; ауқым дәліздерде бар.',
  trafficRange: 'Бағыттар уақыт құнының орталық мәніндегідей; сауда, жүк құны және айналып өту өзгереді.',
  contributions: {
    title: figure => `Әр шара не қосады: ${figure}`,
    ask: 'Әр шараның үлесі қандай?',
    computing: 'Шараларды ажырату үшін топтаманың барлық бөлігі есептеледі',
    sum: total => `Жолдардың қосындысы ${total}, бұл — орталық мәндердегі көрсеткіш.`,
    method: 'Шепли мәндері: шараларды алуға болатын барлық рет бойынша шара қосатынның орташасы.',
    here: 'осында әсер етеді',
    tooMany:
      'Алтыдан көп шара немесе топ: оларды ақылға қонымды уақытта ажырату мүмкін емес. Бір топтың шаралары бір болып саналады.',
    failed: 'Мұны есептеу мүмкін болмады.',
    needs: 'Ауқымдар шыққанда сұрауға болады.',
    unitMusd: 'жылына млн долл.',
  },
  how: {
    title: 'Бұл қалай есептелді',
    equation: 'Теңдеу',
    paper: 'Негізі',
    assumption: (name, value, low, high) => `${name}: ${value} (${low}\u00a0…\u00a0${high})`,
    causes: share => `барлық мүшенің нақты табысы ауқымының ${share}-ын береді`,
    cause: (share, name) => `Барлық мүшенің нақты табысы ауқымының ${share}-ы бір болжамнан шығады: ${name}.`,
  },
  users: {
    pairs: 'Осы арқылы өтетін сауда, жылына мың ЖФБ, екі бағытта',
    pair: 'Жұп',
    partner: 'Серіктес',
    partners: 'Әр серіктеспен сауда, жылына млрд долл., екі бағытта',
    country: 'Экономика',
    before: 'Бүгін',
    after: 'Сценарий',
    change: 'Өзгеріс',
    others: count => `тағы ${count}`,
    all: 'Барлығы',
    asking: 'Осы арқылы өтетін сауда саналуда.',
    unknown: 'Белгісіз: модель қазіргі сценарийге жауап берген жоқ.',
    nobody: 'Бұл арқылы жалпы жүк өтпейді.',
    earnings: 'Өтпе ағын жолда не төлейді, ЖФБ үшін долл.',
    legs: 'Бөліктері мен күтуі керуен сызығының кестесінде.',
    members: 'Мүшелер, жылына млн долл.',
  },
  sources: {
    quality: 'Сапасы',
    solid: 'тұтас белгі',
    hollow: 'қуыс белгі',
    rows: 'Деректер жинағы өз жолдары туралы не дейді',
    tables: 'Негізіндегі кестелердің дереккөздері',
    licence: 'Лицензия',
    measured: share => `Құны бойынша саудасының ${share} өлшенген немесе жарияланған.`,
    cautions: 'Абайлап оқу керек',
    dataset: (title, version) => `${title}, ${version} нұсқасы`,
    codes: {
      'trade-adjusted':
        'тіркелген саудасы жиырмадан бірден көп түзетілген: құймалар мен тек өтіп кететін тауарлар үшін',
      'trade-not-adjusted':
        'тіркелген саудасында құймалар немесе тек өтіп кететін тауарлар бар; мұнда тіркелген күйінде алынды',
      'goods-spending-above-gdp':
        'тауарға ішкі өнімінен көп жұмсайды: ағындар жалпы, сондықтан әсер күшейтілген',
      'domestic-sales-estimated': 'ел ішіндегі сату бағаланған',
    },
  },
  ...whyActions.kk,
}

export const why: InEveryLanguage<typeof en> = { en, ru, zh, kk }
