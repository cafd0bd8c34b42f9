/** Chinese words of the method, of its limits, and of what the report does not cover. */
import type { Messages } from './en.js'
import { whole } from './zh-tables.js'

export const method: Messages['method'] = {
  title: '方法',
  lead: '六个步骤，每一步都是前一步的纯函数。符号：i 向 j 出售；帽号表示新值与旧值之比；θ 为贸易对其成本的弹性。',
  where: functions => `计算函数：${functions}`,
  steps: [
    {
      id: 'routes',
      title: '从网络到路线',
      text: '对每一对国家，存有一组经铁路、公路、轮渡和海运的不同路线，在措施之前和之后分别计价。货物按费用和时间在其中选择；一天的价值各箱不同（对数正态分布），一项修正使大部分路段相同的路线不被重复计算。海上航线同属一个巢：对货物来说它们几乎没有差别。按已公布的分运输方式贸易，一部分货物只走卡车，其余货物中有一部分不经铁路过境；只有代价足够大时，它们才改换方式。',
      symbols:
        '路线 r 的份额 = exp(−(费用_{r} + v · 天数_{r}) ÷ μ) × 重叠修正_{r} ÷ Σ_{s} 同一式，再对时间价值 v 的各取值平均',
      where:
        'nestedLogit（src/network/route-choice/logit/nested-logit.ts）、overlapFactors（src/network/choice-set/overlap.ts）',
    },
    {
      id: 'avoidance',
      title: '回避某一领土的货物',
      text: '一定份额的货物无论价格如何都回避某一领土，其余货物经过时要求溢价。两者都取决于国家对和年份，根据走廊总量估计；领土本身为国家对的一端时，从不适用。',
      symbols: '国家对的成本 = 份额 · 不经该领土的成本 + (1 − 份额) · 含溢价的成本',
      where:
        'ruleOfPair（src/network/route-choice/lanes.ts）、groupWeights（src/network/route-choice/route-choice.ts）',
    },
    {
      id: 'costs',
      title: '从时间和费用到贸易成本',
      text: '运费、时间和等待折算为货物价值的份额。列车、卡车和口岸措施作用于一般货物；石油、天然气和其他散货维持原有链条，空运货物的成本不变。关税同样作用于一般货物，相乘计入。',
      symbols:
        'τ̂_{ij} = 1 + (1 − 散货份额_{ij}) · ((1 + (1 − 空运份额_{ij}) (g_{ij} − 1)) · (1 + t′) ÷ (1 + t) − 1) ;  g_{ij} = (货值 + C′ + V′) ÷ (货值 + C + V)，其中 C 为按路线选择的费用和时间，V 为天数的额外价值',
      where:
        'generalCargoHat、joinFlown 和 icebergHat（src/costs/iceberg.ts）、bulkBySea（src/network/traffic/bulk.ts）',
    },
    {
      id: 'equilibrium',
      title: '一般均衡',
      text: '每个国家的所得即其销售所得，并从供应成本最低处购买，因此贸易、工资和价格共同变动。只有货物一个部门；关税收入归征收国。',
      symbols:
        'λ′_{ij} = λ_{ij} (ŵ_{i} τ̂_{ij})^{−θ} ÷ Σ_{k} λ_{kj} (ŵ_{k} τ̂_{kj})^{−θ} ;  ŵ_{i} Y_{i} = Σ_{j} λ′_{ij} E′_{j} ÷ (1 + t′_{ij}) ;  E′_{j} = ŵ_{j} Y_{j} + D_{j} + R′_{j}',
      where:
        'solveOneSector（src/equilibrium/one-sector/solve.ts）；依据 Dekle、Eaton 和 Kortum（2008），加入关税收入',
    },
    {
      id: 'income',
      title: '整个经济的实际收入',
      text: '一国能购买的货物数量，按货物在其经济中的份额加权。若油田因通道关闭而闲置，该国先减少储蓄，再减少购买（ΔD），这也是损失的收入。只针对货物的衡量在结果中另有其名。',
      symbols: '实际收入，新值与旧值之比 = (Ê ÷ P̂)^{货物吸收 ÷ 国内生产总值} · (1 − ΔD ÷ 国内生产总值)',
      where: 'realIncomeHat（src/equilibrium/welfare.ts）',
    },
    {
      id: 'ranges',
      title: '区间',
      text: '所有注明区间的参数同时重新抽取，所用的数只取决于种子；每次抽取都重新运行以上各步。网络的等待、速度和费用也被抽取，每一类整体变动：当该类全部取区间的一端时，货物重新选择路线，抽取值落在两端之间。条形从第 5 到第 95 百分位。',
      symbols: 'L′ = L · Π_{k} ( 1 + |x_k| (L_k ÷ L − 1) ),  L = τ̂ − 1',
      where:
        'drawnParameters（src/scenario/stages/draws.ts）、moveToFigures（src/costs/figure-ends.ts）、parameterRange（src/ensemble/summary.ts）',
    },
  ],
  manySectors: {
    id: 'equilibrium',
    title: '多部门一般均衡',
    text: '每个国家的所得即其销售所得，并从供应成本最低处购买各部门的货物；支出在各部门之间的份额不变。一般货物、散货和服务各自对自身成本的变化作出反应，每个部门有各自的弹性和关税。没有中间品：基准不含投入产出系数，因此流量为总额。',
    symbols:
      'λ′_{ijs} = λ_{ijs} (ŵ_{i} τ̂_{ijs})^{−θ_s} ÷ Σ_{k} λ_{kjs} (ŵ_{k} τ̂_{kjs})^{−θ_s} ;  ŵ_{i} Y_{i} = Σ_{s} Σ_{j} λ′_{ijs} α_{js} E′_{j} ÷ (1 + t′_{ijs})',
    where:
      'solveManySector（src/equilibrium/many-sector/solve.ts）；依据 Caliendo 和 Parro（2015），不含中间品',
  },
  balances: {
    'world-share': '贸易差额保持为世界收入的固定份额。',
    multiplicative: '每个国家的支出与其收入之比和以前相同，再乘以一个各国共同的系数。',
    zero: '先在没有贸易差额的情况下求解世界，再以此为起点评价这组措施。',
  },
  parameters: '本次运行的参数',
  parameter: '参数',
  value: '数值',
  range: '区间',
  unit: '单位',
  quality: whole('质量'),
  source: '来源',
  limitsTitle: '由此不能得知什么',
  limits: [
    ['谁来建，是否会建。', '措施视为已经完成。这里没有说明它会得到资金、获得同意或完工。'],
    [
      '排队和满载的列车。',
      '只有在注明通过能力的少数路段和口岸，能力才限制运量；其他地方运量增加不会变慢。运价保持数据所述，除非情景让它随需求变动，如同一年之内。',
    ],
    [
      '谁会从卡车改走铁路。',
      '有多少货物只走卡车，取自今天的贸易，不随措施变化：铁路只有便宜得多时才能赢得它们。',
    ],
    ['其他方如何应对。', '竞争走廊维持原价；没有政府以自己的措施回应。'],
    ['中间的过程。', '之前和之后是两个静止状态。投资、增长、学习和中间的年份不在其中。'],
    ['只有货物。', '服务贸易和跨境人员不在其中。'],
    ['排放、噪声、安全。', '贸易以外的成本和收益不计入。'],
    ['预测。', '结果是反事实推算：数据年份的经济，只有一处不同。'],
  ],
  oneSectorLimit: ['只有一个部门。', '一国之内谁得谁失、哪个行业得失，不能从单一的货物部门看出。'],
  manySectorsLimit: [
    '部门之间没有联系。',
    '投入品变便宜，在这里不会使其他产品变便宜：没有可用的投入产出系数。一国之内谁获益也不能由此看出。',
  ],
  prioritiesTitle: '本地区已宣布而本报告未涵盖的优先事项',
  priorities: [
    ['合资企业与投资', '没有资本流动，没有所有权'],
    ['旅游', '没有人员流动'],
    ['数字贸易', '包括无纸化口岸；不包括数字服务和电子商务'],
    ['本币结算', '没有货币，除相对工资外没有汇率'],
    ['能源与管道', '散货照目前方式运输；没有管道措施'],
    ['工业园区与技术', '生产率没有变化'],
  ],
}
