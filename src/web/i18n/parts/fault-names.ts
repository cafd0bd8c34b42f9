/** Faults of what a scenario names and chooses: places, countries, levers, parameters. */
import type { Phrases } from '../languages.js'

export const faultNames = {
  // Names that the dataset does not have.
  'a {1*} of the dataset': {
    ru: '{1} из набора данных',
    zh: '数据集中的{1}',
    kk: 'деректер жинағындағы {1}',
  },
  'a {1*} of the dataset: {2}': {
    ru: '{1} из набора данных: {2}',
    zh: '数据集中的{1}：{2}',
    kk: 'деректер жинағындағы {1}: {2}',
  },
  'see keruen data for what there is': {
    ru: 'что есть, показывает keruen data',
    zh: '可用 keruen data 查看有哪些',
    kk: 'не бар екенін keruen data көрсетеді',
  },
  'nearest names: {1}': { ru: 'похожие имена: {1}', zh: '相近的名称：{1}', kk: 'ұқсас атаулар: {1}' },
  'the dataset that is loaded: {1}': {
    ru: 'загруженный набор данных: {1}',
    zh: '已加载的数据集：{1}',
    kk: 'жүктелген деректер жинағы: {1}',
  },
  'an ISO 3166 alpha-3 code, a bloc of the dataset, or members': {
    ru: 'трёхбуквенный код ISO 3166, объединение из набора данных или members',
    zh: 'ISO 3166 三字母代码、数据集中的组织，或 members',
    kk: 'ISO 3166 үш әріпті коды, деректер жинағындағы бірлестік не members',
  },
  // Countries and members.
  'at least one country': { ru: 'хотя бы одна страна', zh: '至少一个国家', kk: 'кемінде бір ел' },
  'at least two countries': { ru: 'не меньше двух стран', zh: '至少两个国家', kk: 'кемінде екі ел' },
  'codes of countries': { ru: 'коды стран', zh: '国家代码', kk: 'елдердің кодтары' },
  '{1} on {2}, which has none': {
    ru: '{1} на {2}, стран там нет',
    zh: '{2} 的 {1}，其中没有国家',
    kk: '{2} күнгі {1}, онда ел жоқ',
  },
  '{1} alone': { ru: 'только {1}', zh: '只有 {1}', kk: 'тек {1}' },
  'an economy of the trade matrix': {
    ru: 'экономика из матрицы торговли',
    zh: '贸易矩阵中的经济体',
    kk: 'сауда матрицасындағы экономика',
  },
  '{1}, which has no trade of its own there': {
    ru: '{1}, своей торговли там у неё нет',
    zh: '{1}，其中没有其自身的贸易',
    kk: '{1}, онда оның жеке саудасы жоқ',
  },
  'either bloc or members': {
    ru: 'либо bloc, либо members',
    zh: 'bloc 或 members 之一',
    kk: 'bloc не members, екеуінің бірі',
  },
  'bloc {1} and members': {
    ru: 'bloc {1} и members',
    zh: 'bloc {1} 和 members',
    kk: 'bloc {1} және members',
  },
  'members of itself': {
    ru: 'members внутри самого members',
    zh: 'members 自身',
    kk: 'members ішінде members',
  },
  'list its members: {1}': {
    ru: 'перечислите участников: {1}',
    zh: '请列出成员：{1}',
    kk: 'мүшелерін тізіңіз: {1}',
  },
  'a date on which {1} has members': {
    ru: 'дата, на которую у {1} есть члены',
    zh: '{1} 有成员的日期',
    kk: '{1} мүшелері бар күн',
  },
  '{1}, on which it has none': {
    ru: '{1}, тогда их нет',
    zh: '{1}，当日没有成员',
    kk: '{1}, ол күні мүшесі жоқ',
  },
  'members that have a row of their own in the trade matrix': {
    ru: 'члены, у которых есть своя строка в матрице торговли',
    zh: '在贸易矩阵中有单独一行的成员',
    kk: 'сауда матрицасында жеке жолы бар мүшелер',
  },
  'write bloc: custom and list members without {1}, whose trade is part of the rest of the world': {
    ru: 'напишите bloc: custom и перечислите членов без {1}: эта торговля учтена в остальном мире',
    zh: '请写 bloc: custom 并列出不含 {1} 的成员，其贸易计入世界其他地区',
    kk: 'bloc: custom деп жазып, мүшелерді {1} қоспай тізіңіз: оның саудасы қалған әлемге кіреді',
  },
  // Measures and their levers.
  'a measure with one of the keys {1}': {
    ru: 'мера с одним из ключей {1}',
    zh: '含以下键之一的措施：{1}',
    kk: 'мына кілттердің бірі бар шара: {1}',
  },
  'one lever in each measure': {
    ru: 'по одному рычагу в каждой мере',
    zh: '每项措施一个调节项',
    kk: 'әр шарада бір тетік',
  },
  'write one measure for each': {
    ru: 'сделайте из каждого отдельную меру',
    zh: '请各写成一项措施',
    kk: 'әрқайсысын жеке шара етіп жазыңыз',
  },
  'either among or between': {
    ru: 'либо among, либо between',
    zh: 'among 或 between 之一',
    kk: 'among не between, екеуінің бірі',
  },
  'write { among: sco } or { between: [CHN, KAZ] }': {
    ru: 'напишите { among: sco } или { between: [CHN, KAZ] }',
    zh: '请写成 { among: sco } 或 { between: [CHN, KAZ] }',
    kk: '{ among: sco } не { between: [CHN, KAZ] } деп жазыңыз',
  },
  'either among, or importers and exporters': {
    ru: 'либо among, либо importers вместе с exporters',
    zh: 'among，或 importers 与 exporters 一起',
    kk: 'among не importers пен exporters бірге',
  },
  'among and another': { ru: 'among и другое', zh: 'among 和其他', kk: 'among және басқасы' },
  'only one side': { ru: 'только одна сторона', zh: '只有一方', kk: 'бір жағы ғана' },
  'write among: sco, or importers: [KAZ] with exporters: [CHN]': {
    ru: 'напишите among: sco или importers: [KAZ] вместе с exporters: [CHN]',
    zh: '请写 among: sco，或 importers: [KAZ] 与 exporters: [CHN]',
    kk: 'among: sco не importers: [KAZ] пен exporters: [CHN] деп жазыңыз',
  },
  'countries that share a border crossing of this mode': {
    ru: 'страны, между которыми есть пограничный переход для этого вида транспорта',
    zh: '彼此间有该运输方式口岸的国家',
    kk: 'арасында осы көлік түріне арналған шекара өткелі бар елдер',
  },
  'none between these': { ru: 'между этими нет', zh: '这些国家之间没有', kk: 'бұлардың арасында жоқ' },
  'links of {1} that lie in these countries and have these modes': {
    ru: 'участки коридора {1} в этих странах и этих видов транспорта',
    zh: '{1} 在这些国家、采用这些运输方式的路段',
    kk: '{1} дәлізінің осы елдердегі, осы көлік түріндегі учаскелері',
  },
  none: { ru: 'нет', zh: '没有', kk: 'жоқ' },
  'a corridor with planned or suspended links': {
    ru: 'коридор с планируемыми или закрытыми участками',
    zh: '含规划或停用路段的走廊',
    kk: 'жоспарланған не жабық учаскелері бар дәліз',
  },
  '{1}, whose links are all open': {
    ru: '{1}, все участки уже открыты',
    zh: '{1}，其路段均已开通',
    kk: '{1}, барлық учаскесі ашық',
  },
  'something to close': { ru: 'то, что закрыть', zh: '要关闭的对象', kk: 'жабылатын нәрсе' },
  'write { strait: suez } or close: an id': {
    ru: 'напишите { strait: suez } или close: и имя',
    zh: '请写 { strait: suez }，或 close: 加一个标识',
    kk: '{ strait: suez } не close: және атауын жазыңыз',
  },
  'one to {1} measures or groups of measures, whose contributions can be told apart': {
    ru: 'от одной до {1} мер или групп мер, вклады которых можно разделить',
    zh: '一至 {1} 项可区分贡献的措施或措施组',
    kk: 'үлесін ажыратуға болатын шара не шаралар тобы: кемінде бір, ең көбі {1}',
  },
  'add a measure, or leave attribution out': {
    ru: 'добавьте меру или уберите attribution',
    zh: '请加一项措施，或删去 attribution',
    kk: 'шара қосыңыз не attribution кілтін алып тастаңыз',
  },
  'give measures that belong together the same group, e.g. {1}': {
    ru: 'дайте мерам, которые связаны, одну группу, например {1}',
    zh: '请给同类措施相同的组，例如 {1}',
    kk: 'байланысты шараларға бір топ беріңіз, мысалы {1}',
  },
  'a scenario that closes a link, a crossing, a port or a strait': {
    ru: 'сценарий, который закрывает участок, переход, порт или пролив',
    zh: '关闭路段、口岸、港口或海峡的情景',
    kk: 'учаскені, өткелді, портты не бұғазды жабатын сценарий',
  },
  'none of its measures does': {
    ru: 'ни одна мера этого не делает',
    zh: '没有措施这样做',
    kk: 'ешбір шара олай етпейді',
  },
  'add close: { strait: suez }, or ask for one thing: keruen exposure khorgos-altynkol': {
    ru: 'добавьте close: { strait: suez } или спросите об одном: keruen exposure khorgos-altynkol',
    zh: '请加 close: { strait: suez }，或只查询一处：keruen exposure khorgos-altynkol',
    kk: 'close: { strait: suez } қосыңыз не бір нәрсе туралы сұраңыз: keruen exposure khorgos-altynkol',
  },
  // Parameters.
  'either an estimate, which says value, range and source itself, or a value with its range': {
    ru: 'либо estimate, где есть и значение, и диапазон, и источник, либо значение с диапазоном',
    zh: '或为自带取值、区间和来源的 estimate，或为带区间的取值',
    kk: 'не мәні, ауқымы мен дереккөзі өзінде бар estimate, не ауқымы бар мән',
  },
  'a distribution that ends at low and high: {1*} are calibrated between them alone': {
    ru: 'распределение, которое кончается на low и high: {1} откалиброваны только между ними',
    zh: '止于 low 和 high 的分布：{1} 仅在两者之间校准',
    kk: 'low мен high-та аяқталатын үлестірім: {1} тек солардың арасында калибрленген',
  },
  'an estimate, which is normal': {
    ru: 'estimate, а он нормальный',
    zh: 'estimate，为正态分布',
    kk: 'estimate, ол қалыпты үлестірім',
  },
  normal: { ru: 'normal, нормальное', zh: 'normal（正态分布）', kk: 'normal, қалыпты үлестірім' },
  'write value, low and high': {
    ru: 'напишите value, low и high',
    zh: '请写 value、low 和 high',
    kk: 'value, low және high жазыңыз',
  },
  'low ≤ value ≤ high ({1*})': {
    ru: 'low ≤ value ≤ high (единица: {1})',
    zh: 'low ≤ value ≤ high（单位：{1}）',
    kk: 'low ≤ value ≤ high (бірлігі: {1})',
  },
  'low {1}, value {2}, high {3}': {
    ru: 'low: {1}, value: {2}, high: {3}',
    zh: 'low 为 {1}，value 为 {2}，high 为 {3}',
    kk: 'low: {1}, value: {2}, high: {3}',
  },
  'high {1}': { ru: 'high: {1}', zh: 'high 为 {1}', kk: 'high: {1}' },
  'low {1}': { ru: 'low: {1}', zh: 'low 为 {1}', kk: 'low: {1}' },
  'a value in the middle of low and high, the ends of its 95 % interval, for a normal distribution': {
    ru: 'для нормального распределения: значение посередине между low и high, концами его интервала в 95 %',
    zh: '正态分布的取值应在 low 与 high（95 % 区间两端）的正中',
    kk: 'қалыпты үлестірім үшін: low мен high-тың (95 % аралығының шеттері) дәл ортасындағы мән',
  },
  'a range of at least zero ({1*})': {
    ru: 'диапазон не ниже нуля (единица: {1})',
    zh: '不低于零的区间（单位：{1}）',
    kk: 'нөлден төмен емес ауқым (бірлігі: {1})',
  },
  'a range of at most one ({1*})': {
    ru: 'диапазон не выше единицы (единица измерения: {1})',
    zh: '不高于一的区间（单位：{1}）',
    kk: 'бірден аспайтын ауқым (бірлігі: {1})',
  },
  'a low above zero for a {1} distribution': {
    ru: 'low больше нуля: распределение {1}',
    zh: '{1} 分布要求 low 大于零',
    kk: '{1} үлестірімі үшін low нөлден үлкен',
  },
  'a file of keruen estimate --save, by its path from the scenario': {
    ru: 'файл от keruen estimate --save по его пути от сценария',
    zh: 'keruen estimate --save 生成的文件，按相对情景的路径',
    kk: 'keruen estimate --save файлы, сценарийден басталатын жолымен',
  },
  'nothing at {1}': { ru: 'по пути {1} ничего нет', zh: '{1} 处没有文件', kk: '{1} жолында ештеңе жоқ' },
  'make it with keruen estimate FILE --formula … --save, or mend the path': {
    ru: 'создайте его командой keruen estimate FILE --formula … --save или исправьте путь',
    zh: '请用 keruen estimate FILE --formula … --save 生成，或改正路径',
    kk: 'оны keruen estimate FILE --formula … --save арқылы жасаңыз не жолын түзетіңіз',
  },
  '{1} = {2}, 95 % interval {3} to {4} ({5})': {
    ru: '{1} = {2}, интервал 95 % от {3} до {4} ({5})',
    zh: '{1} = {2}，95 % 区间 {3} 至 {4}（{5}）',
    kk: '{1} = {2}, 95 % аралығы {3}–{4} ({5})',
  },
  'another ({1})': { ru: 'другое ({1})', zh: '其他（{1}）', kk: 'басқа ({1})' },
  'an estimate whose whole 95 % interval is above zero, as {1} ({2*}) must be': {
    ru: 'оценка, весь интервал 95 % которой выше нуля: таков должен быть {1} ({2})',
    zh: '95 % 区间全部大于零的估计值，{1}（{2}）必须如此',
    kk: '95 % аралығы түгел нөлден жоғары баға: {1} ({2}) сондай болуы керек',
  },
  'turn its sign round, such as -tariff for the coefficient of a cost': {
    ru: 'смените знак, например -tariff для коэффициента затрат',
    zh: '请变号，例如成本系数写 -tariff',
    kk: 'таңбасын ауыстырыңыз, мысалы шығын коэффициенті үшін -tariff',
  },
  'estimate it more exactly, or write a value and a range with their source': {
    ru: 'оцените точнее или напишите значение и диапазон с их источником',
    zh: '请更精确地估计，或写出带来源的取值和区间',
    kk: 'дәлірек бағалаңыз не дереккөзімен мән мен ауқым жазыңыз',
  },
  // Sectors.
  'a many-sector baseline with model many-sector only': {
    ru: 'многоотраслевая база только вместе с model many-sector',
    zh: '多部门基准仅与 model many-sector 同用',
    kk: 'көп салалы база тек model many-sector-мен бірге',
  },
  'model one-sector': { ru: 'модель one-sector', zh: '模型 one-sector', kk: 'one-sector моделі' },
  'write model: many-sector, or leave the baseline out': {
    ru: 'напишите model: many-sector или уберите базу',
    zh: '请写 model: many-sector，或删去该基准',
    kk: 'model: many-sector деп жазыңыз не базаны алып тастаңыз',
  },
  'a many-sector baseline, which is brought by the user and not part of the program': {
    ru: 'многоотраслевая база: её приносит пользователь, в программе её нет',
    zh: '多部门基准，由用户提供，不随程序附带',
    kk: 'көп салалы база: оны пайдаланушы әкеледі, бағдарламада жоқ',
  },
  'the many-sector baseline {1}': {
    ru: 'многоотраслевая база {1}',
    zh: '多部门基准 {1}',
    kk: '{1} көп салалы базасы',
  },
  'the many-sector baseline': { ru: 'многоотраслевая база', zh: '多部门基准', kk: 'көп салалы база' },
  'build one with keruen data build sectors, then name its folder: keruen run … --sectors DIR': {
    ru: 'соберите её командой keruen data build sectors и назовите её папку: keruen run … --sectors DIR',
    zh: '请用 keruen data build sectors 构建，再指明其文件夹：keruen run … --sectors DIR',
    kk: 'оны keruen data build sectors арқылы жасап, қалтасын көрсетіңіз: keruen run … --sectors DIR',
  },
  'build it with keruen data build sectors and name its folder with --sectors DIR': {
    ru: 'соберите её командой keruen data build sectors и назовите её папку: --sectors DIR',
    zh: '请用 keruen data build sectors 构建，并以 --sectors DIR 指明其文件夹',
    kk: 'оны keruen data build sectors арқылы жасап, қалтасын --sectors DIR деп көрсетіңіз',
  },
} satisfies Phrases
