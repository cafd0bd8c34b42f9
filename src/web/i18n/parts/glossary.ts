/** What the words mean. */
import type { InEveryLanguage } from '../languages.js'

const en = {
  terms: {
    teu: [
      'TEU',
      'Twenty-foot equivalent unit: a standard container. Traffic is general cargo, counted in these.',
    ],
    realIncome: [
      'Real income',
      'What the income of the whole economy buys, new over old. It is the measure of who gains.',
    ],
    turnover: ['Trade turnover', 'Exports plus imports of goods; among members each flow is counted once.'],
    transit: [
      'Transit',
      'Cargo that passes through a country between two others. Its revenue is not part of real income.',
    ],
    range: [
      'Parameter range',
      '5th to 95th percentile over draws of the parameters and of the network’s figures within their stated ranges. Not a confidence interval, and not a statement about the future.',
    ],
    aboutZero: [
      'About 0',
      'Zero lies within the range, or nothing of the range reaches one step of the last decimal.',
    ],
    hollow: [
      'Hollow mark',
      'The input that moves this figure most is estimated. A solid mark is measured, published or derived.',
    ],
    quality: [
      'Quality',
      'How a row came to be: measured (customs records), published (an office or operator), derived (arithmetic on these), estimated (a model or a judgement).',
    ],
    today: ['Today', 'The year of the data as it was, with the network of the dataset.'],
    counterfactual: ['Scenario', 'The year of the data with the measures in place and all else equal.'],
    measure: [
      'Measure',
      'One lever: hours, fee, speed, cost, capacity, opening, closing, tariff, paperless borders, avoidance.',
    ],
    contribution: [
      'Contribution',
      'The mean of what a measure adds over all orders in which the measures could be taken (Shapley value). Contributions add up to the whole.',
    ],
    corridor: ['Corridor', 'A named chain of places. Its traffic is that of its narrowest point, both ways.'],
    crossing: [
      'Crossing',
      'Passing a border place from one country to the next: hours, fee, change of gauge.',
    ],
    generalised: [
      'Generalised cost',
      'Money plus hours times the value of time: what a route costs to those who choose it.',
    ],
    valueOfTime: ['Value of time', 'What a day on the way is worth to cargo. It differs from box to box.'],
    iceberg: [
      'Iceberg cost',
      'The share of value that is used up on the way. The model works with its change, new over old.',
    ],
    elasticity: ['Trade elasticity', 'By how many percent trade falls when its cost rises by one percent.'],
    avoidance: [
      'Avoidance share',
      'The share of cargo that passes a territory at no price, for reasons of insurance, payment or sanctions.',
    ],
    general: [
      'General cargo',
      'What travels in containers and on lorries. It answers to trains, roads, borders and papers.',
    ],
    bulk: [
      'Bulk',
      'Oil, gas, ore and grain by pipeline or bulk chain. It answers only where a sea or port is closed or opened.',
    ],
  } as const as Readonly<Record<string, readonly [string, string]>>,
}

const ru: typeof en = {
  terms: {
    teu: [
      'ДФЭ',
      'Двадцатифутовый эквивалент: стандартный контейнер. Перевозки — генеральный груз, в них и считается.',
    ],
    realIncome: [
      'Реальный доход',
      'Что можно купить на доход всей экономики, новое к прежнему. Это мера того, кто выигрывает.',
    ],
    turnover: ['Товарооборот', 'Экспорт и импорт товаров; между членами каждый поток считается один раз.'],
    transit: [
      'Транзит',
      'Груз, который проходит страну между двумя другими. Доход от него не входит в реальный доход.',
    ],
    range: [
      'Диапазон параметров',
      'От 5-го до 95-го процентиля прогонов, где параметры и показатели сети берутся в указанных для них пределах. Это не доверительный интервал и не высказывание о будущем.',
    ],
    aboutZero: ['Около 0', 'Ноль лежит внутри диапазона, или весь диапазон меньше единицы последнего знака.'],
    hollow: [
      'Полый знак',
      'Исходная величина, которая больше всего двигает этот показатель, оценена. Сплошной знак: измерена, опубликована или выведена.',
    ],
    quality: [
      'Качество',
      'Как появилась строка: измерена (таможенный учёт), опубликована (ведомство или оператор), выведена (арифметика по ним), оценена (модель или суждение).',
    ],
    today: ['Сегодня', 'Год данных, каким он был, с сетью из набора данных.'],
    counterfactual: ['Сценарий', 'Год данных с принятыми мерами при прочих равных.'],
    measure: [
      'Мера',
      'Один рычаг: часы, сбор, скорость, стоимость, пропускная способность, открытие, закрытие, тариф, безбумажные границы, избегание.',
    ],
    contribution: [
      'Вклад',
      'Среднее того, что добавляет мера, по всем порядкам, в которых меры можно взять (значение Шепли). Вклады складываются в целое.',
    ],
    corridor: [
      'Коридор',
      'Названная цепь мест. Его перевозки — это перевозки в самом узком месте, в обе стороны.',
    ],
    crossing: [
      'Пограничный переход',
      'Проезд пограничного места из одной страны в другую: часы, сбор, смена колеи.',
    ],
    generalised: [
      'Обобщённая стоимость',
      'Деньги плюс часы, умноженные на ценность времени: сколько стоит маршрут тому, кто его выбирает.',
    ],
    valueOfTime: [
      'Ценность времени',
      'Чего стоит грузу день в пути. Она различается от контейнера к контейнеру.',
    ],
    iceberg: [
      'Издержки «айсберга»',
      'Доля стоимости, которая расходуется в пути. Модель работает с её изменением, новым к прежнему.',
    ],
    elasticity: [
      'Эластичность торговли',
      'На сколько процентов падает торговля, когда её стоимость растёт на один процент.',
    ],
    avoidance: [
      'Доля избегания',
      'Доля груза, которая не идёт через территорию ни за какую цену: страхование, платежи, санкции.',
    ],
    general: [
      'Генеральный груз',
      'То, что едет в контейнерах и на грузовиках. Отвечает на поезда, дороги, границы и бумаги.',
    ],
    bulk: [
      'Массовый груз',
      'Нефть, газ, руда и зерно по трубопроводам и своим цепям. Отвечает лишь там, где закрывают или открывают море или порт.',
    ],
  },
}

const zh: typeof en = {
  terms: {
    teu: ['标箱（TEU）', '二十英尺标准箱。运量指一般货物，以标箱计。'],
    realIncome: ['实际收入', '整个经济的收入所能购买的东西，新与旧之比。以此衡量谁获益。'],
    turnover: ['贸易额', '货物出口加进口；成员国之间每笔流量只计一次。'],
    transit: ['过境', '在另外两国之间穿过一国的货物。其收入不计入实际收入。'],
    range: [
      '参数区间',
      '在各参数和网络数值注明的区间内抽取，结果的第 5 至第 95 百分位。不是置信区间，也不是对未来的陈述。',
    ],
    aboutZero: ['约 0', '零在区间之内，或区间没有达到末位小数的一步。'],
    hollow: ['空心标记', '对此数字影响最大的输入是估计值。实心标记为实测、已公布或推算。'],
    quality: [
      '质量',
      '一行数据的由来：实测（海关记录）、已公布（机构或运营方）、推算（由前者算出）、估计（模型或判断）。',
    ],
    today: ['目前', '数据年份的实际情况，以及数据集中的网络。'],
    counterfactual: ['情景', '在数据年份采取这些措施，其余不变。'],
    measure: ['措施', '一个可调项：小时、收费、速度、费用、能力、开通、关闭、关税、无纸化口岸、回避。'],
    contribution: [
      '贡献',
      '在措施的所有先后次序中，一项措施所增加的平均值（沙普利值）。各项贡献之和等于总数。',
    ],
    corridor: ['走廊', '一串有名称的地点。其运量为最窄处的双向运量。'],
    crossing: ['口岸', '从一国到邻国通过边境地点：小时、收费、换轨。'],
    generalised: ['广义费用', '金钱加小时乘以时间价值：一条路线对选择者的费用。'],
    valueOfTime: ['时间价值', '货物在途一天的价值。各箱不同。'],
    iceberg: ['冰山成本', '途中耗去的价值份额。模型使用其变化，新与旧之比。'],
    elasticity: ['贸易弹性', '成本上升百分之一时贸易下降百分之几。'],
    avoidance: ['回避份额', '因保险、支付或制裁，无论价格如何都不经过某一领土的货物份额。'],
    general: ['一般货物', '以集装箱和卡车运输的货物。对列车、道路、口岸和单证有反应。'],
    bulk: ['散货', '经管道或散货链运输的油、气、矿石和粮食。只在海域或港口关闭或开通时有反应。'],
  },
}

const kk: typeof en = {
  terms: {
    teu: ['ЖФБ', 'Жиырма футтық балама: стандартты контейнер. Тасымал — жалпы жүк, осымен есептеледі.'],
    realIncome: [
      'Нақты табыс',
      'Бүкіл экономиканың табысына не сатып алуға болады, жаңасы ескісіне қатынасы. Кім ұтатынының өлшемі.',
    ],
    turnover: ['Тауар айналымы', 'Тауар экспорты мен импорты; мүшелер арасында әр ағын бір рет саналады.'],
    transit: [
      'Транзит',
      'Басқа екі елдің арасында елден өтетін жүк. Одан түсетін табыс нақты табысқа кірмейді.',
    ],
    range: [
      'Параметрлер ауқымы',
      'Параметрлер мен желі көрсеткіштері көрсетілген шектерінде алынған есептердің 5-тен 95-процентиліне дейін. Бұл — сенім аралығы да, болашақ туралы пікір де емес.',
    ],
    aboutZero: [
      '0 шамасында',
      'Нөл ауқымның ішінде жатыр, немесе бүкіл ауқым соңғы таңбаның бірлігінен кіші.',
    ],
    hollow: [
      'Қуыс белгі',
      'Осы көрсеткішті ең көп өзгертетін бастапқы дерек бағаланған. Тұтас белгі: өлшенген, жарияланған немесе есептеп шығарылған.',
    ],
    quality: [
      'Сапа',
      'Жол қалай пайда болған: өлшенген (кеден есебі), жарияланған (мекеме немесе оператор), есептеп шығарылған (солардан), бағаланған (модель немесе пайым).',
    ],
    today: ['Бүгін', 'Деректер жылы сол қалпында, деректер жинағының желісімен.'],
    counterfactual: ['Сценарий', 'Шаралар қабылданған деректер жылы, қалғаны тең.'],
    measure: [
      'Шара',
      'Бір тетік: сағат, алым, жылдамдық, құн, өткізу қабілеті, ашу, жабу, тариф, қағазсыз шекара, айналып өту.',
    ],
    contribution: [
      'Үлес',
      'Шараларды алуға болатын барлық рет бойынша шара қосатынның орташасы (Шепли мәні). Үлестер тұтасты құрайды.',
    ],
    corridor: ['Дәліз', 'Атауы бар орындар тізбегі. Тасымалы — ең тар жеріндегі екі бағыттағы тасымал.'],
    crossing: ['Өткізу пункті', 'Шекаралық жерден бір елден екіншісіне өту: сағат, алым, жолтабан ауыстыру.'],
    generalised: ['Жалпылама құн', 'Ақша қосу сағатты уақыт құнына көбейту: таңдаушы үшін бағыттың құны.'],
    valueOfTime: ['Уақыт құны', 'Жүк үшін жолдағы бір күн қанша тұрады. Контейнерден контейнерге өзгереді.'],
    iceberg: [
      '«Айсберг» шығыны',
      'Жолда жұмсалатын құн үлесі. Модель оның өзгерісімен жұмыс істейді, жаңасы ескісіне қатынасы.',
    ],
    elasticity: ['Сауда икемділігі', 'Құны бір пайызға өскенде сауда неше пайызға төмендейді.'],
    avoidance: [
      'Айналып өту үлесі',
      'Сақтандыру, төлем немесе санкция себебінен ешбір бағаға аумақтан өтпейтін жүк үлесі.',
    ],
    general: [
      'Жалпы жүк',
      'Контейнермен және жүк көлігімен жүретін жүк. Пойызға, жолға, шекараға және қағазға жауап береді.',
    ],
    bulk: [
      'Үйілмелі және құйылмалы жүк',
      'Құбырмен немесе өз тізбегімен жүретін мұнай, газ, кен, астық. Теңіз не порт жабылғанда немесе ашылғанда ғана жауап береді.',
    ],
  },
}

export const glossary: InEveryLanguage<typeof en> = { en, ru, zh, kk }
