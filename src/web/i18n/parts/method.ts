/** The method page: the chain of the model in plain words. */
import type { InEveryLanguage } from '../languages.js'

interface Step {
  readonly title: string
  readonly text: string
  /** What the letters of its equation stand for. */
  readonly letters: string
}

type StepId = 'routes' | 'avoidance' | 'costs' | 'equilibrium' | 'income' | 'ranges'

const en = {
  title: 'How a number is made',
  lead: 'From the network to routes, from routes to the cost of trade, from there to trade, prices and real income, and all of it again under other assumptions. Each step is a function of the one before.',
  notation: 'i sells to j. A hat is new over old, a prime is new.',
  source: 'Source',
  assumptions: 'Assumptions of this step and their ranges',
  code: 'Computed by',
  origins: {
    calibrated: 'our own calibration to observed traffic, docs/models/network.md',
    ours: 'our own, docs/how-it-works.md',
  },
  drawn: 'drawn anew in each run of the range',
  held: 'held',
  cannot: 'What this cannot tell',
  further: 'Read further',
  furtherNote: 'These files come with the program.',
  steps: {
    routes: {
      title: 'From the network to routes',
      text: 'For every pair of countries a stored set of distinct routes over rail, road, ferry and sea is priced by money and by time, before and after the measures. The value of a day differs from box to box, so cargo spreads over routes in place of all taking the cheapest. A correction keeps routes that share most of their way from counting twice. Sea lanes share one nest with a smaller dispersion: to cargo they hardly differ. As much cargo is bound to the lorry as published trade by mode says, and part of the rest takes no train over a border; it leaves its mode only at a price.',
      letters:
        'c: cost of a route, money plus value of time v times hours h. PS: how much of its way a route has to itself. μ: dispersion of route choice. s: share of a route; C: cost of the pair.',
    },
    avoidance: {
      title: 'Cargo that avoids a territory',
      text: 'A stated share of cargo avoids a territory at any price, and the rest asks a premium to pass it. Both depend on the pair of countries and on the year. They never apply where the territory is an end of the pair. For most pairs there is no evidence, and the ranges say so.',
      letters: 'a: share that avoids. C₀: cost on routes around the territory. C₁: cost with the premium.',
    },
    costs: {
      title: 'From time and money to the cost of trade',
      text: 'Freight, time and waits become a share of the value of what moves. Measures on trains, lorries and borders act on general cargo; oil, gas and other bulk keep their chains, and what flies keeps its cost. Tariffs multiply.',
      letters:
        'p: value of a container’s cargo. C: cost by route choice. V: what the days are worth to trade beyond it. t: tariff. b: share of the pair’s trade that is bulk. f: share of the rest that flies.',
    },
    equilibrium: {
      title: 'General equilibrium',
      text: 'Every country sells what it earns and buys where supply is cheapest, so trade, wages and prices move together until all markets clear. There is one sector, goods; tariff revenue goes back to the country that collects it. Trade balances stay a fixed share of world income.',
      letters:
        'π: share of j’s spending on goods of i. w: wage. θ: elasticity of trade to its cost. Y: income from sales. E: spending. D: balance, R: tariff revenue.',
    },
    income: {
      title: 'Real income of the whole economy',
      text: 'What a country can buy of goods, weighted by the part that goods have in its economy. The rest keeps its real value. Where an oil field stands idle because its port is closed, its country saves less before it buys less, and what it saves less is lost income too.',
      letters: 'E: spending on goods. P: their price. GDP: the whole product. ΔD: what is saved less.',
    },
    ranges: {
      title: 'Ranges',
      text: 'Every parameter with a stated range is drawn anew, all together, from numbers that depend only on the seed; every step above is run for each draw. Waits, speeds and charges of the network are drawn too, each kind as a whole: cargo chooses its routes anew with all of a kind at either end of their ranges, and a draw lies in between. A bar runs from the 5th to the 95th percentile. It shows what the assumptions leave open, not everything that could happen.',
      letters: 'x: the parameters. y: any figure of the page.',
    },
  } as Readonly<Record<StepId, Step>>,
}

const ru: typeof en = {
  title: 'Как получается число',
  lead: 'От сети к маршрутам, от маршрутов к издержкам торговли, от них к торговле, ценам и реальному доходу, и всё это снова при других допущениях. Каждый шаг — функция предыдущего.',
  notation: 'i продаёт стране j. Крышка — новое к старому, штрих — новое.',
  source: 'Источник',
  assumptions: 'Допущения этого шага и их диапазоны',
  code: 'Вычисляет',
  origins: {
    calibrated: 'собственная калибровка по наблюдаемым перевозкам, docs/models/network.md',
    ours: 'собственный вывод, docs/how-it-works.md',
  },
  drawn: 'разыгрывается заново в каждом расчёте диапазона',
  held: 'постоянно',
  cannot: 'О чём это не говорит',
  further: 'Читать дальше',
  furtherNote: 'Эти файлы поставляются с программой; они на английском языке.',
  steps: {
    routes: {
      title: 'От сети к маршрутам',
      text: 'Для каждой пары стран хранится набор разных маршрутов по железной дороге, автодороге, парому и морю; их стоимость в деньгах и времени считается до и после мер. Цена дня различна для разных контейнеров, поэтому груз распределяется по маршрутам, а не идёт весь по самому дешёвому. Поправка не даёт почти совпадающим маршрутам считаться дважды. Морские пути объединены в гнездо с меньшим разбросом: для груза они почти одинаковы. Часть груза привязана к грузовикам, как показывает опубликованная торговля по видам транспорта, а часть остального не пересекает границу поездом; от своего вида транспорта такой груз отказывается лишь за плату.',
      letters:
        'c: стоимость маршрута, деньги плюс ценность времени v на часы h. PS: какая часть пути у маршрута своя. μ: разброс выбора. s: доля маршрута; C: стоимость для пары.',
    },
    avoidance: {
      title: 'Груз, который обходит территорию',
      text: 'Заданная доля груза обходит территорию при любой цене, остальной требует надбавки за проезд. То и другое зависит от пары стран и от года и не применяется, если территория — конец пути. Для большинства пар свидетельств нет, и диапазоны это показывают.',
      letters: 'a: доля обходящего груза. C₀: стоимость маршрутов в обход. C₁: стоимость с надбавкой.',
    },
    costs: {
      title: 'От времени и денег к издержкам торговли',
      text: 'Фрахт, время и ожидание становятся долей стоимости товара. Меры на железных и автодорогах и на границах действуют на генеральный груз; нефть, газ и прочий навалочный груз идут прежними путями, а то, что летит самолётом, сохраняет свои издержки. Пошлины умножаются.',
      letters:
        'p: стоимость груза контейнера. C: издержки по выбору маршрутов. V: чего дни стоят торговле сверх этого. t: пошлина. b: доля навалочного груза в торговле пары. f: доля остального, которая летит самолётом.',
    },
    equilibrium: {
      title: 'Общее равновесие',
      text: 'Каждая страна продаёт на то, что зарабатывает, и покупает там, где дешевле, поэтому торговля, заработки и цены меняются вместе, пока рынки не придут в равновесие. Сектор один, товары; доход от пошлин возвращается стране, которая их собирает. Торговые балансы — постоянная доля мирового дохода.',
      letters:
        'π: доля товаров i в расходах j. w: заработок. θ: эластичность торговли по издержкам. Y: доход от продаж. E: расходы. D: баланс, R: доход от пошлин.',
    },
    income: {
      title: 'Реальный доход всей экономики',
      text: 'Сколько товаров страна может купить, с весом товаров в её экономике. Остальное сохраняет реальную стоимость. Если месторождение простаивает, потому что его порт закрыт, страна сначала меньше сберегает, а потом меньше покупает; то, что она сберегает меньше, — тоже потерянный доход.',
      letters:
        'E: расходы на товары. P: их цена. GDP: весь продукт (ВВП). ΔD: на сколько меньше сберегается.',
    },
    ranges: {
      title: 'Диапазоны',
      text: 'Все параметры с заданным диапазоном разыгрываются заново, все вместе, по числам, которые зависят только от начального значения; для каждого розыгрыша повторяются все шаги. Ожидания, скорости и тарифы сети тоже разыгрываются, каждый вид целиком: груз выбирает маршруты заново, когда все значения вида стоят на одной или другой границе диапазонов, а розыгрыш лежит между ними. Полоса идёт от 5-го до 95-го процентиля. Она показывает, что оставляют открытым допущения, а не всё, что может случиться.',
      letters: 'x: параметры. y: любое число страницы.',
    },
  },
}

const zh: typeof en = {
  title: '一个数字是怎样得出的',
  lead: '从网络到路线，从路线到贸易成本，再到贸易、价格和实际收入，然后在其他假设下全部重来。每一步都是前一步的函数。',
  notation: 'i 向 j 出售。帽号表示新值与旧值之比，撇号表示新值。',
  source: '出处',
  assumptions: '此步骤的假设及其区间',
  code: '计算函数',
  origins: {
    calibrated: '根据观测运量自行校准，docs/models/network.md',
    ours: '自行推导，docs/how-it-works.md',
  },
  drawn: '计算区间时每次重新抽取',
  held: '保持不变',
  cannot: '这不能说明什么',
  further: '延伸阅读',
  furtherNote: '这些文件随程序提供，为英文。',
  steps: {
    routes: {
      title: '从网络到路线',
      text: '对每一对国家，存有一组经铁路、公路、轮渡和海运的不同路线，在措施之前和之后分别按费用和时间计价。每箱货物的一天价值不同，因此货物分散在各条路线上，而不是全部走最便宜的一条。一项修正使大部分路段相同的路线不被重复计算。海上航线同属一个离散度较小的巢：对货物来说它们几乎没有差别。按已公布的分运输方式贸易，一部分货物只走卡车，其余货物中有一部分不经铁路过境；只有代价足够大时，它们才改换方式。',
      letters:
        'c：路线成本，即费用加时间价值 v 乘小时数 h。PS：路线独有路段的比例。μ：路线选择的离散度。s：路线份额；C：该对国家的成本。',
    },
    avoidance: {
      title: '避开某一领土的货物',
      text: '一定份额的货物无论价格如何都避开某一领土，其余货物经过时要求补偿。两者都取决于国家对和年份；领土本身为起点或终点时不适用。多数国家对没有证据，区间说明了这一点。',
      letters: 'a：避开的份额。C₀：绕过该领土的路线成本。C₁：含补偿的成本。',
    },
    costs: {
      title: '从时间和费用到贸易成本',
      text: '运费、时间和等待折算为货物价值的份额。铁路、公路和边境措施作用于一般货物；石油、天然气和其他散货维持原有链条，空运货物的成本不变。关税相乘计入。',
      letters:
        'p：一箱货物的价值。C：按路线选择的成本。V：天数对贸易的额外价值。t：关税。b：该对国家贸易中散货的份额。f：其余货物中空运的份额。',
    },
    equilibrium: {
      title: '一般均衡',
      text: '每个国家出售其所得，并从供应最便宜处购买，因此贸易、工资和价格共同变动，直到所有市场出清。只有货物一个部门；关税收入归征收国。贸易差额保持为世界收入的固定份额。',
      letters:
        'π：j 的支出中 i 的货物份额。w：工资。θ：贸易对成本的弹性。Y：销售收入。E：支出。D：差额，R：关税收入。',
    },
    income: {
      title: '整个经济的实际收入',
      text: '一国能购买的货物数量，按货物在其经济中的份额加权。其余部分保持实际价值。若油田因港口关闭而闲置，该国先减少储蓄，再减少购买；少储蓄的部分也是损失的收入。',
      letters: 'E：货物支出。P：货物价格。GDP：国内生产总值。ΔD：储蓄减少额。',
    },
    ranges: {
      title: '区间',
      text: '所有给定区间的参数同时重新抽取，所用随机数只取决于种子；每次抽取都重新运行以上各步。网络的等待、速度和费用也被抽取，每一类整体变动：当该类全部取区间的一端时，货物重新选择路线，抽取值落在两端之间。条形从第5到第95百分位。它表示假设留下的不确定，而不是一切可能发生的情况。',
      letters: 'x：各参数。y：本页任一数字。',
    },
  },
}

const kk: typeof en = {
  title: 'Сан қалай шығады',
  lead: 'Желіден бағыттарға, бағыттардан сауда шығындарына, одан саудаға, бағаға және нақты табысқа, содан кейін бәрі басқа болжамдармен қайталанады. Әр қадам — алдыңғысының функциясы.',
  notation: 'i елі j еліне сатады. Қалпақ — жаңасының ескісіне қатынасы, штрих — жаңа мән.',
  source: 'Дереккөзі',
  assumptions: 'Осы қадамның болжамдары мен ауқымдары',
  code: 'Есептейтін функция',
  origins: {
    calibrated: 'бақыланған тасымал бойынша өз калибрлеуіміз, docs/models/network.md',
    ours: 'өз қорытуымыз, docs/how-it-works.md',
  },
  drawn: 'ауқымның әр есебінде қайта алынады',
  held: 'тұрақты',
  cannot: 'Бұл нені айта алмайды',
  further: 'Толығырақ оқу',
  furtherNote: 'Бұл файлдар бағдарламамен бірге келеді, ағылшын тілінде.',
  steps: {
    routes: {
      title: 'Желіден бағыттарға',
      text: 'Әр ел жұбы үшін теміржол, автожол, паром және теңіз арқылы әртүрлі бағыттар жинағы сақталады; олар шараларға дейін және кейін ақша мен уақыт бойынша бағаланады. Әр контейнер үшін күннің құны әртүрлі, сондықтан жүк ең арзан бағытқа түгел кетпей, бағыттарға бөлінеді. Түзету ұқсас бағыттардың екі рет саналуына жол бермейді. Теңіз жолдары шашырауы кіші бір топта: жүк үшін олардың айырмасы аз. Жарияланған көлік түрлері бойынша саудаға сай жүктің бір бөлігі жүк көлігіне байланған, ал қалғанының бір бөлігі шекарадан пойызбен өтпейді; ол өз көлігін тек ақы үшін ауыстырады.',
      letters:
        'c: бағыт құны, ақша және уақыт құны v мен сағат h көбейтіндісі. PS: бағыттың тек өзіне тән бөлігі. μ: таңдау шашырауы. s: бағыт үлесі; C: жұптың құны.',
    },
    avoidance: {
      title: 'Аумақты айналып өтетін жүк',
      text: 'Жүктің белгілі бір үлесі аумақты кез келген бағада айналып өтеді, қалғаны одан өту үшін үстемеақы сұрайды. Екеуі де ел жұбына және жылға байланысты; аумақ жолдың бір шеті болса, қолданылмайды. Жұптардың көбі үшін дәлел жоқ, ауқымдар соны көрсетеді.',
      letters: 'a: айналып өтетін үлес. C₀: аумақты айналатын бағыттар құны. C₁: үстемеақы қосылған құн.',
    },
    costs: {
      title: 'Уақыт пен ақшадан сауда шығынына',
      text: 'Фрахт, уақыт және күту тауар құнының үлесіне айналады. Теміржол, автожол және шекара шаралары жалпы жүкке әсер етеді; мұнай, газ және басқа үйме жүк бұрынғы жолымен жүреді, ал ұшақпен тасылатын жүктің шығыны өзгермейді. Баждар көбейтіледі.',
      letters:
        'p: контейнердегі жүктің құны. C: бағыт таңдауы бойынша шығын. V: күндердің сауда үшін қосымша құны. t: баж. b: жұп саудасындағы үйме жүк үлесі. f: қалған жүктің ұшақпен тасылатын үлесі.',
    },
    equilibrium: {
      title: 'Жалпы тепе-теңдік',
      text: 'Әр ел тапқанын сатады және арзан жерден сатып алады, сондықтан сауда, жалақы және баға барлық нарық теңескенше бірге өзгереді. Бір ғана сектор бар — тауарлар; баж түсімі оны жинайтын елге қайтады. Сауда балансы әлем табысының тұрақты үлесі болып қалады.',
      letters:
        'π: j шығысындағы i тауарларының үлесі. w: жалақы. θ: сауданың шығынға икемділігі. Y: сатудан түскен табыс. E: шығыс. D: баланс, R: баж түсімі.',
    },
    income: {
      title: 'Бүкіл экономиканың нақты табысы',
      text: 'Елдің қанша тауар сатып ала алатыны, тауарлардың экономикадағы үлесімен өлшенеді. Қалғаны нақты құнын сақтайды. Порты жабылғандықтан кен орны бос тұрса, ел алдымен азырақ жинайды, содан соң азырақ сатып алады; аз жиналғаны да — жоғалған табыс.',
      letters: 'E: тауарларға шығыс. P: олардың бағасы. GDP: бүкіл өнім (ЖІӨ). ΔD: қаншаға аз жиналады.',
    },
    ranges: {
      title: 'Ауқымдар',
      text: 'Ауқымы берілген барлық параметр бірге қайта алынады, кездейсоқ сандар тек бастапқы мәнге байланысты; әр жолы жоғарыдағы қадамдардың бәрі қайта есептеледі. Желінің күтуі, жылдамдығы мен ақысы да алынады, әр түрі тұтасымен: бір түрдің бәрі ауқымының бір шетінде тұрғанда жүк бағытын қайта таңдайды, ал алынған мән екі шеттің арасында жатады. Жолақ 5-процентильден 95-процентильге дейін созылады. Ол болуы мүмкін нәрсенің бәрін емес, болжамдар ашық қалдырғанды көрсетеді.',
      letters: 'x: параметрлер. y: беттегі кез келген сан.',
    },
  },
}

export const method: InEveryLanguage<typeof en> = { en, ru, zh, kk }
