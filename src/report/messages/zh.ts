/** Chinese words of the report. */
import { MARKET_NAMES, PARAMETER_NAMES, SENSITIVITY_NAMES } from './assumption-names.js'
import type { Messages } from './en.js'
import { method } from './zh-method.js'
import { tables, whole } from './zh-tables.js'

const PER_CENT = '%'

/** `甲、乙和丙` */
function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')}和${items[items.length - 1]}`
}

/** A share of a whole in words, for the middle of a sentence. */
function portion(share: number): string {
  if (share >= 0.95) return '几乎全部'
  if (share >= 0.72) return '约四分之三'
  if (share >= 0.6) return '约三分之二'
  if (share >= 0.45) return '约一半'
  if (share >= 0.28) return '约三分之一'
  return '最大的一部分'
}

export const zh: Messages = {
  id: 'zh',
  language: 'zh-CN',
  numbers: {
    decimal: '.',
    thousands: ',',
    percentSign: '%',
    underOne: '不足 1%',
    overNinetyNine: '超过 99%',
  },
  betweenSentences: '',
  comma: '、',
  semicolon: '；',
  levelToday: level => `目前 ${level}`,
  fromTo: (from, to) => `${from}至${to}`,
  modes: { rail: '铁路', road: '公路', sea: '海运', ferry: '轮渡', 'inland waterway': '内河' },
  sensitivities: SENSITIVITY_NAMES.zh,
  markets: MARKET_NAMES.zh,
  reportName: 'Keruen 报告',
  aboutZero: '约 0',
  within: step => `不超过 ±${step}`,
  range: (low, high) => `${low} 至 ${high}`,
  millionUsd: '百万美元',
  billionUsd: '十亿美元',
  percentSign: PER_CENT,
  today: '目前',
  scenario: '情景',
  closed: '关闭',
  notOpen: '未开通',
  notKnown: '未注明',
  inDays: days => `${days} 天`,
  hoursFromTo: (name, before, after) => `${name} ${before} 变 ${after} 小时`,
  hoursOf: (name, value) => `${name} ${value} 小时`,
  estimated: '估计',
  source: '来源',
  parameters: PARAMETER_NAMES.zh,
  economies: { ROW: '世界其他地区' },
  list,
  count: n => String(n),
  meta: {
    scenario: hash => `情景 ${hash}`,
    year: year => `${year} 年数据`,
    counterfactual: '反事实推算，不是预测',
    navigation: '报告各部分',
  },
  nav: {
    members: '成员国',
    corridors: '走廊',
    range: '把握程度',
    method: '方法',
    limits: '不能得知什么',
    sources: '来源',
    scenario: '情景',
  },
  answer: {
    sectors: (sectors, title, elasticities) =>
      `按“${title}”的 ${sectors} 个部门计算，弹性取自 ${elasticities}。`,
    hidden: names => `${list(names)}在其中没有单独的行：不报告其结果，成员国合计也不包括在内。`,
    gain: (name, value, interval, alone) =>
      `${name}会获益${alone ? '' : '最多'}：实际收入 ${value}${PER_CENT}${brackets(interval)}`,
    loss: (name, value, interval, alone) =>
      `${name}会受损${alone ? '' : '最多'}：实际收入 ${value}${PER_CENT}${brackets(interval)}`,
    zero: members =>
      members === 1
        ? '实际收入没有能与零区分的变化'
        : `${members} 个成员国中，没有一国的实际收入会有能与零区分的变化`,
    nothing: '不会有变化：这组措施不改变任何贸易成本',
    gainers: names => `${list(names)}也会获益。`,
    gainersAlone: names => `${list(names)}会获益。`,
    losers: (names, most) =>
      `${list(names)}会受损，${names.length === 1 ? '幅度为' : '最多'} ${most}${PER_CENT}。`,
    losersWithIt: names => `${list(names)}也会受损。`,
    zeros: names => `${list(names)}的变化不能与零区分。`,
    zerosMany: n => `${n} 个成员国的变化不能与零区分。`,
    small: names => `${list(names)}的变化保持在 ±0.01${PER_CENT} 以内。`,
    smallMany: n => `${n} 个成员国的变化保持在 ±0.01${PER_CENT} 以内。`,
    cause: (share, meaning) => `区间宽度${portion(share)}来自一个假设：${meaning}。`,
    noRanges: '没有抽取参数，因此下面的数字都没有区间：它们不说明自身有多大把握。',
    bars: (draws, low, high) =>
      `区间为在各参数和网络数值注明的区间内抽取 ${draws} 次的第 ${low} 至第 ${high} 百分位；是参数区间，不是预测。`,
  },
  figures: {
    title: '用四个数字回答',
    income: '全体成员国的实际收入',
    turnover: '成员国之间的贸易额',
    aYear: '每年',
    onToday: (interval, today) => (interval === '' ? `目前 ${today}` : `${interval}，目前 ${today}`),
    perYear: interval => (interval === '' ? '每年' : `每年 ${interval}`),
    corridorToday: (today, range) =>
      `目前 ${today}${range === undefined ? '' : `；从等待都短、行驶都快到等待都长、行驶都慢：${range}`}`,
    noCorridor: '走廊',
    noCorridorValue: '与目前相同',
    noCorridorNote: '没有走廊的时间改变',
    cost: '措施的费用',
    costNote: (capital, low, high) =>
      `资本 ${capital}按寿命期分摊，含维护；贴现率与维护取下限和上限时为 ${low}至 ${high}。刻线：全体成员国的收益，费用不从中扣除`,
    costNoteAnnual: (low, high) =>
      `贴现率与维护取下限和上限时为 ${low}至 ${high}。刻线：全体成员国的收益，费用不从中扣除`,
    aYearUnit: money => `${money}／年`,
    transit: name => `经${name}的过境运输`,
    transitUnit: '标箱',
    transitOn: (interval, before) =>
      interval === '' ? `每年，目前 ${before}` : `每年 ${interval}，目前 ${before}`,
    noTransit: '经成员国的过境运输',
    noTransitValue: '与目前相同',
    noTransitNote: '没有集装箱改道经过成员国',
  },
  map: {
    title: '运量在何处变动：采取措施与目前相比',
    hint: '浅色内芯：保留的运量。彩色边缘：增加或减少的部分。',
    description: title =>
      `欧亚大陆铁路、公路和轮渡地图。线宽表示每年的集装箱量；边缘表示在“${title}”下各线路增加或减少的部分；等待标记后面的圆盘表示有多少箱停留在那里，竖条表示已达到通过能力之处。下面的走廊表给出数字。`,
    waitOf: (name, before, after, estimated, standing, full) =>
      `${name}：${fromTo(before, after)} 小时${estimated ? '，估计' : ''}${standing === undefined ? '' : `；任一时刻在此等待的标箱：${fromTo(standing.before, standing.after)}`}${full ? '；达到通过能力' : ''}`,
    legend: {
      label: '图例',
      gain: '运量增加；浅色：保留部分',
      gainStrong: '增加超过 35%',
      loss: '运量减少',
      core: '不变',
      planned: '规划中',
      ferry: '轮渡',
      lane: '海运航线，仅示走向',
      waits: '等待 8、30、72 小时',
      port: '在港口',
      estimated: '估计',
      today: '目前',
      washLoss: '实际收入下降',
      washGain: '实际收入上升',
      standing: '任一时刻有 5,000 箱在等待',
      full: '达到通过能力',
      closed: '关闭',
      notOpen: '未开通',
    },
    source: title =>
      `每年集装箱量（标箱），双向，一般货物；线宽随运量的平方根增大，直至上限，小于最大变化五十分之一的变化不标出。等待标记后面的圆盘：任一时刻在那里等待的箱数，适用于“货箱在何处等待”表中的地点；点线为目前。竖条：可通过量已使用 95% 或以上，见“注明通过能力之处”表。来源：${title}；部分网络长度来自 OpenStreetMap 贡献者（ODbL）；轮廓来自 Natural Earth（经 Visionscarto）。`,
    boundaries:
      '边界和名称在地图集允许时依照联合国；有争议或未确定之处为虚线。它们不表示对任何领土地位的意见。',
  },
  caravan: {
    title: '时间花在哪里',
    hint: '线是行驶，珠是等待，均按比例；空心珠为估计值。',
    zeroDays: '0 天',
    saved: days => `节省 ${days} 天`,
    lost: days => `多用 ${days} 天`,
    drawingTitle: name => `${name}的行程，天`,
    drawingText: (before, after) => `目前 ${before} 天；采取措施后 ${after} 天。`,
    tableTitle: '此行程的每一段',
    leg: '路段',
    kind: '类别',
    hoursBefore: '目前小时数',
    hoursAfter: '情景小时数',
    usdBefore: '目前美元／标箱',
    usdAfter: '情景美元／标箱',
    quality: whole('质量'),
    kinds: { travel: '行驶', crossing: '口岸', terminal: '场站' },
    unit: '从首个地点到末个地点的天数；两端的等待不计。',
    none: '在这组措施下，没有走廊的时间改变。',
    closedNote: '此情景关闭了这条走廊：无法通行。',
  },
  summary: {
    member: '成员国',
    income: '实际收入（%）',
    range: '区间',
    musd: '百万美元',
    turnover: '贸易额（百万美元）',
    transit: '过境（标箱）',
    notice: '提示',
  },
  tables,
  method,
}

function fromTo(before: string, after: string): string {
  return before === after ? after : `${before} 变 ${after}`
}

function brackets(interval: string): string {
  return interval === '' ? '' : `（${interval.replaceAll('+', '')}）`
}
