/** Words that stand in the gaps of the phrases of faults, and what the reader of YAML says of a text. */
import type { Phrases } from '../languages.js'

export const faultWords = {
  // `{1*} of the dataset`
  bloc: { ru: 'объединение', zh: '组织', kk: 'бірлестік' },
  corridor: { ru: 'коридор', zh: '走廊', kk: 'дәліз' },
  country: { ru: 'страна', zh: '国家', kk: 'ел' },
  crossing: { ru: 'пограничный переход', zh: '口岸', kk: 'шекара өткелі' },
  dataset: { ru: 'набор', zh: '数据', kk: 'жинақ' },
  economy: { ru: 'экономика', zh: '经济体', kk: 'экономика' },
  link: { ru: 'участок', zh: '路段', kk: 'учаске' },
  parameter: { ru: 'параметр', zh: '参数', kk: 'параметр' },
  place: { ru: 'место', zh: '地点', kk: 'орын' },
  'place of gauge change': { ru: 'место смены колеи', zh: '换轨地点', kk: 'табан жолы ауысатын орын' },
  'place or link': { ru: 'место или участок', zh: '地点或路段', kk: 'орын не учаске' },
  regime: { ru: 'режим', zh: '规则集', kk: 'режим' },
  rule: { ru: 'правило', zh: '规则', kk: 'ереже' },
  'source of elasticities': { ru: 'источник эластичностей', zh: '弹性来源', kk: 'икемділік дереккөзі' },
  strait: { ru: 'пролив', zh: '海峡', kk: 'бұғаз' },
  terminal: { ru: 'терминал', zh: '场站', kk: 'терминал' },
  // `{1*} like 12 h`
  'a time': { ru: 'время', zh: '时间', kk: 'уақыт' },
  'a speed': { ru: 'скорость', zh: '速度', kk: 'жылдамдық' },
  'a cost per container': { ru: 'затраты на контейнер', zh: '每箱成本', kk: 'контейнерге шығын' },
  'a cost per container and kilometre': {
    ru: 'затраты на контейнер и километр',
    zh: '每箱公里成本',
    kk: 'контейнер мен километрге шығын',
  },
  'a capacity a year': {
    ru: 'пропускная способность в год',
    zh: '年能力',
    kk: 'жылдық өткізу қабілеті',
  },
  'a sum of money': { ru: 'сумма денег', zh: '金额', kk: 'ақша сомасы' },
  'a number of years': { ru: 'число лет', zh: '年数', kk: 'жыл саны' },
  'a percentage': { ru: 'процент', zh: '百分数', kk: 'пайыз' },
  // Units of parameters, as the dataset has them.
  'USD per TEU': { ru: 'долл. за ДФЭ', zh: '美元/标箱', kk: 'ЖФБ үшін доллар' },
  'USD per TEU-day': { ru: 'долл. за ДФЭ в сутки', zh: '美元/标箱·天', kk: 'ЖФБ-тәулік үшін доллар' },
  'g CO2e per tonne-km': {
    ru: 'г CO2-экв. на т·км',
    zh: '克二氧化碳当量/吨公里',
    kk: 'т·км үшін г CO2-экв.',
  },
  hour: { ru: 'час', zh: '小时', kk: 'сағат' },
  km: { ru: 'км', zh: '公里', kk: 'км' },
  'percent of value': { ru: 'процент стоимости', zh: '占货值的百分比', kk: 'құнның пайызы' },
  ratio: { ru: 'отношение', zh: '比率', kk: 'қатынас' },
  share: { ru: 'доля', zh: '份额', kk: 'үлес' },
  'share of capital per year': {
    ru: 'доля вложений в год',
    zh: '每年占投资的份额',
    kk: 'жылына қаржы үлесі',
  },
  'share of value': { ru: 'доля стоимости', zh: '占价值的比重', kk: 'құнның үлесі' },
  'share of value per day': {
    ru: 'доля стоимости в сутки',
    zh: '每天占货值的份额',
    kk: 'тәулігіне құн үлесі',
  },
  'share per year': { ru: 'доля в год', zh: '每年份额', kk: 'жылына үлес' },
  'standard deviation of the logarithm': {
    ru: 'стандартное отклонение логарифма',
    zh: '对数的标准差',
    kk: 'логарифмнің стандартты ауытқуы',
  },
  'tonnes per TEU': { ru: 'тонн на ДФЭ', zh: '吨/标箱', kk: 'ЖФБ-ға тонна' },
  unit: { ru: 'единица', zh: '单位', kk: 'бірлік' },
  // What a link or crossing is, and rows that a place has.
  open: { ru: 'открыт', zh: '开通', kk: 'ашық' },
  planned: { ru: 'планируется', zh: '规划中', kk: 'жоспарда' },
  suspended: { ru: 'закрыт', zh: '停用', kk: 'жабық' },
  '{1} to {2} by {3}': { ru: '{1} → {2}, {3}', zh: '{1} → {2}（{3}）', kk: '{1} → {2}, {3}' },
  // What an economy of a cut-off world lacks.
  'a market': { ru: 'рынок', zh: '市场', kk: 'нарық' },
  'a supplier': { ru: 'поставщик', zh: '供应者', kk: 'жеткізуші' },
  sells: { ru: 'продаёт', zh: '出售', kk: 'сататын' },
  buys: { ru: 'покупает', zh: '购买', kk: 'сатып алатын' },
  // Where a run comes to no answer: the place of the fault is named so.
  'one-sector equilibrium': {
    ru: 'равновесие модели',
    zh: '模型均衡',
    kk: 'модель тепе-теңдігі',
  },
  // The commonest of what the reader of YAML says; anything else is told as it says it.
  'Nested mappings are not allowed in compact mappings': {
    ru: 'два двоеточия с ключами в одной строке',
    zh: '同一行中有两个带冒号的键',
    kk: 'бір жолда қос нүктесі бар екі кілт',
  },
  'Implicit keys need to be on a single line': {
    ru: 'ключ должен стоять в одной строке',
    zh: '键必须写在同一行',
    kk: 'кілт бір жолда тұруы керек',
  },
  'Implicit map keys need to be followed by map values': {
    ru: 'после ключа нет двоеточия и значения',
    zh: '键之后没有冒号和值',
    kk: 'кілттен кейін қос нүкте мен мән жоқ',
  },
  'A block sequence may not be used as an implicit map key': {
    ru: 'список не может быть ключом',
    zh: '列表不能作为键',
    kk: 'тізім кілт бола алмайды',
  },
  'All mapping items must start at the same column': {
    ru: 'ключи одной записи должны начинаться с одного столбца',
    zh: '同一映射的各键必须从同一列开始',
    kk: 'бір жазбаның кілттері бір бағаннан басталуы керек',
  },
  'All sequence items must start at the same column': {
    ru: 'пункты списка должны начинаться с одного столбца',
    zh: '列表各项必须从同一列开始',
    kk: 'тізім тармақтары бір бағаннан басталуы керек',
  },
  'Sequence item without - indicator': {
    ru: 'пункт списка без знака -',
    zh: '列表项缺少 - 号',
    kk: 'тізім тармағында - белгісі жоқ',
  },
  'Tabs are not allowed as indentation': {
    ru: 'отступ табуляцией не допускается',
    zh: '不允许用制表符缩进',
    kk: 'табуляциямен шегініс жасауға болмайды',
  },
  'Flow map must end with a }': {
    ru: 'нет закрывающей скобки }',
    zh: '缺少右括号 }',
    kk: 'жабатын } жақшасы жоқ',
  },
  'Flow sequence must end with a ]': {
    ru: 'нет закрывающей скобки ]',
    zh: '缺少右括号 ]',
    kk: 'жабатын ] жақшасы жоқ',
  },
  "Missing closing 'quote": {
    ru: "нет закрывающей кавычки '",
    zh: "缺少右引号 '",
    kk: "жабатын ' тырнақшасы жоқ",
  },
  'Missing closing "quote': {
    ru: 'нет закрывающей кавычки "',
    zh: '缺少右引号 "',
    kk: 'жабатын " тырнақшасы жоқ',
  },
  'Plain value cannot start with {1}': {
    ru: 'значение без кавычек не может начинаться с {1}',
    zh: '不带引号的值不能以 {1} 开头',
    kk: 'тырнақшасыз мән {1} деп басталмайды',
  },
  'Invalid escape sequence {1}': {
    ru: 'неизвестная последовательность {1}',
    zh: '无效的转义序列 {1}',
    kk: 'белгісіз тізбек {1}',
  },
  'Unresolved alias (the anchor must be set before the alias): {1}': {
    ru: 'ссылка на то, чего выше нет: {1}',
    zh: '引用了前文没有的锚点：{1}',
    kk: 'жоғарыда жоқ нәрсеге сілтеме: {1}',
  },
  'Unresolved tag: {1}': { ru: 'неизвестная метка {1}', zh: '未知的标签 {1}', kk: 'белгісіз белгі {1}' },
  'Comments must be separated from other tokens by white space characters': {
    ru: 'перед комментарием нужен пробел',
    zh: '注释前需要空格',
    kk: 'түсіндірме алдында бос орын керек',
  },
} satisfies Phrases
