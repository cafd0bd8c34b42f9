/** What notices say, by language; in English as the result does. */
import {
  type CutOffValues,
  ENGLISH_NOTICES,
  type NoticeCode,
  type NoticeValues,
} from '../../scenario/result/notice-words.js'
import type { NumberForms } from '../format.js'
import { plural } from './ru-grammar.js'

/** A sentence for each code; names come as the reader knows them. */
export type NoticeSentences = {
  readonly [Code in NoticeCode]: (values: NoticeValues[Code], numbers: NoticeNumbers) => string
}

/** How numbers are written. */
export type NoticeNumbers = Pick<NumberForms, 'fixed'>

export const en: NoticeSentences = ENGLISH_NOTICES

type CutOffSentence = (values: CutOffValues) => string

const cutOffRu =
  (what: string): CutOffSentence =>
  ({ pairs, first }) =>
    `${pairs} ${plural(pairs, 'пара', 'пары', 'пар')} стран: ${what}: ${first.join(', ')}${pairs > first.length ? ' и другие' : ''}.`

export const ru: NoticeSentences = {
  'measure.no-route': ({ title, rows }) =>
    `«${title}»: меняется строк сети — ${rows}, но ни один маршрут ни одной пары стран через них не идёт, поэтому на торговлю мера не действует.`,
  'network.ports-of-country': ({ title, countries }) =>
    `«${title}»: закрыты все порты сети, через которые идёт груз этих стран: ${countries.join(', ')}. То, что могли бы принять другие их порты, считается идущим по суше или оставшимся без пути, поэтому потеря завышена.`,
  'network.queue': ({ label, limitKteu, hours }, { fixed }) =>
    `${label}: прошло бы больше, чем может (${fixed(limitKteu, 0)} тыс. ДФЭ в год), поэтому всё, что проходит, ждёт на ${fixed(hours, 1)} ч дольше.`,
  'network.capacity-stated': ({ stated }) =>
    `Пропускная способность указана для ${stated} открытых участков, переходов и терминалов (переход считается в каждом направлении); в остальных местах она не ограничена. Диапазоны держат эти очереди такими, какие они при центральных параметрах.`,
  'network.freight-rates': ({ name, usePercent, ratePercent, paidMoreMusd }, { fixed }) =>
    ratePercent > 0
      ? `${name}: перевозится на ${fixed(usePercent, 1)} % больше по ставкам, которые выше на ${fixed(ratePercent, 1)} %; торговцам это стоит ${fixed(paidMoreMusd, 0)} млн долл. в год на всём, что перевозится.`
      : `${name}: перевозится не больше, чем сегодня, поэтому ставки остаются прежними.`,
  'network.freight-rates-paid': () =>
    'То, что торговцы платят сверх прежнего, — доход перевозчиков; чей именно, модель не знает, поэтому он не входит в реальный доход ни одной страны. Другие перевозчики сохраняют свои ставки. Диапазоны держат эти ставки такими, какие они при центральных параметрах.',
  'network.cut-off': cutOffRu(
    'для генерального груза не остаётся пути, и в этом контрфактическом мире они им не торгуют',
  ),
  'network.other-gateways': cutOffRu(
    'через часть их ворот не остаётся пути, и груз без затрат переходит к другим, поскольку в сети между ними нет линии; поэтому потеря занижена',
  ),
  'network.bulk-cut-off': cutOffRu(
    'для массового груза не остаётся пути морем, и в этом контрфактическом мире они им не торгуют',
  ),
  'network.bulk-partly-cut-off': cutOffRu(
    'для части массового груза не остаётся пути — через их порты или из порта, где кончается трубопровод, — и этой частью они в этом контрфактическом мире не торгуют',
  ),
  'equilibrium.large-change': ({ country, percent }) =>
    `${country}: изменение больше ${percent} %, для чего мера реального дохода не предназначена; читайте лишь знак и порядок величины.`,
  'sectors.hidden-members': ({ baseline, countries }) =>
    `В «${baseline}» нет собственной строки: ${countries.join(', ')}. Их торговля входит в остальной мир, поэтому для них ничего не сообщается и в суммах по членам их нет.`,
  'network.no-gateway': ({ country }) =>
    `${country}: в сети нет ворот, поэтому никакая перемена коридора до её торговли не доходит.`,
}

const cutOffZh =
  (what: string): CutOffSentence =>
  ({ pairs, first }) =>
    `在这一反事实中，有 ${pairs} 对国家${what}：${first.join('、')}${pairs > first.length ? '等' : ''}。`

export const zh: NoticeSentences = {
  'measure.no-route': ({ title, rows }) =>
    `“${title}”改变了网络的 ${rows} 行，但没有任何国家对的路线经过它们，因此对贸易没有影响。`,
  'network.ports-of-country': ({ title, countries }) =>
    `“${title}”关闭了网络中供下列国家货物进出的所有港口：${countries.join('、')}。它们的其他港口本可装卸的货物，被算作改走陆路或没有通路，因此损失偏大。`,
  'network.queue': ({ label, limitKteu, hours }, { fixed }) =>
    `${label}：需求超过每年可通过的 ${fixed(limitKteu, 0)} 千标箱，因此所有通过的货物要多等 ${fixed(hours, 1)} 小时。`,
  'network.capacity-stated': ({ stated }) =>
    `在开放的线路、口岸和场站中，有 ${stated} 处标有通过能力（口岸按方向各计一次）；其余各处不受限制。区间中的排队保持中心参数下的数值。`,
  'network.freight-rates': ({ name, usePercent, ratePercent, paidMoreMusd }, { fixed }) =>
    ratePercent > 0
      ? `${name}：运量增加 ${fixed(usePercent, 1)}%，运价上涨 ${fixed(ratePercent, 1)}%，贸易商为全部货运每年多付 ${fixed(paidMoreMusd, 0)} 百万美元。`
      : `${name}：运量不超过今天，因此运价不变。`,
  'network.freight-rates-paid': () =>
    '贸易商多付的部分是承运人的收入；归谁所有，模型并不知道，因此不计入任何国家的实际收入。其他承运人运价不变。区间中的运价保持中心参数下的数值。',
  'network.cut-off': cutOffZh('的普通货物失去一切通道，不再进行此类贸易'),
  'network.other-gateways': cutOffZh(
    '经其部分门户的通道全部失去，货物改走其他门户而不计费用（网络中没有连接这些门户的线路），因此损失偏小',
  ),
  'network.bulk-cut-off': cutOffZh('的散货失去海上通道，不再进行此类贸易'),
  'network.bulk-partly-cut-off': cutOffZh(
    '的部分散货失去通道（经其港口，或从管道终点的港口出发），不再进行这部分贸易',
  ),
  'equilibrium.large-change': ({ country, percent }) =>
    `${country}的变化超过 ${percent}%，超出实际收入衡量方法的适用范围；只宜看其符号和量级。`,
  'sectors.hidden-members': ({ baseline, countries }) =>
    `“${baseline}”中没有单独的行：${countries.join('、')}。其贸易计入世界其他地区，因此不报告其结果，成员合计也不包括它们。`,
  'network.no-gateway': ({ country }) => `${country}在网络中没有门户，因此走廊的任何变化都不影响其贸易。`,
}

const cutOffKk =
  (what: string): CutOffSentence =>
  ({ pairs, first }) =>
    `Осы контрфактіде ${pairs} ел жұбының ${what}: ${first.join(', ')}${pairs > first.length ? ' және басқалар' : ''}.`

export const kk: NoticeSentences = {
  'measure.no-route': ({ title, rows }) =>
    `«${title}» желінің ${rows} жолын өзгертеді, бірақ ешбір ел жұбының бағыты олар арқылы өтпейді, сондықтан саудаға әсері жоқ.`,
  'network.ports-of-country': ({ title, countries }) =>
    `«${title}»: желіде мына елдердің жүгі өтетін барлық порт жабылады: ${countries.join(', ')}. Олардың басқа порттары тией алатын жүк құрлықпен кетеді немесе жолсыз қалады деп есептеледі, сондықтан шығын артық көрсетілген.`,
  'network.queue': ({ label, limitKteu, hours }, { fixed }) =>
    `${label}: жылына өте алатын ${fixed(limitKteu, 0)} мың ЖФБ-дан көбірек өтер еді, сондықтан өтетін жүктің бәрі ${fixed(hours, 1)} сағат ұзағырақ күтеді.`,
  'network.capacity-stated': ({ stated }) =>
    `Ашық учаске, өткел және терминалдардың ${stated} үшін өткізу қабілеті көрсетілген (өткел әр бағытта саналады); басқа жердің бәрінде ол шектелмеген. Ауқымдар бұл кезектерді орталық параметрлердегідей ұстайды.`,
  'network.freight-rates': ({ name, usePercent, ratePercent, paidMoreMusd }, { fixed }) =>
    ratePercent > 0
      ? `${name}: ${fixed(ratePercent, 1)} % жоғары мөлшерлемемен ${fixed(usePercent, 1)} % көбірек тасылады; саудагерлерге бұл тасылатынның бәріне жылына ${fixed(paidMoreMusd, 0)} млн долларға түседі.`
      : `${name}: бүгінгіден көп тасылмайды, сондықтан мөлшерлемелер өзгермейді.`,
  'network.freight-rates-paid': () =>
    'Саудагерлердің артық төлегені — тасымалдаушылардың табысы; кімдікі екенін модель білмейді, сондықтан ол ешбір елдің нақты табысына кірмейді. Өзге тасымалдаушылар өз мөлшерлемелерін сақтайды. Ауқымдар бұл мөлшерлемелерді орталық параметрлердегідей ұстайды.',
  'network.cut-off': cutOffKk('бас жүгіне жол қалмайды, және олар ондай сауда жасамайды'),
  'network.other-gateways': cutOffKk(
    'кейбір қақпасында жол қалмайды да, жүк шығынсыз басқаларына ауысады (желіде олардың арасында жол жоқ), сондықтан шығын кем көрсетілген',
  ),
  'network.bulk-cut-off': cutOffKk(
    'үйілмелі және құйылмалы жүгіне теңіз жолы қалмайды, және олар ондай сауда жасамайды',
  ),
  'network.bulk-partly-cut-off': cutOffKk(
    'үйілмелі және құйылмалы жүгінің бір бөлігіне жол қалмайды (өз порттарымен не құбыр бітетін порттан), және олар бұл бөлікпен сауда жасамайды',
  ),
  'equilibrium.large-change': ({ country, percent }) =>
    `${country}: өзгеріс ${percent} %-дан асады, нақты табыс өлшемі бұған арналмаған; тек таңбасы мен шамасының ретін оқыңыз.`,
  'sectors.hidden-members': ({ baseline, countries }) =>
    `«${baseline}» ішінде өз жолы жоқ: ${countries.join(', ')}. Олардың саудасы қалған әлемге кіреді, сондықтан олар туралы ештеңе айтылмайды және мүшелердің жиынында олар жоқ.`,
  'network.no-gateway': ({ country }) =>
    `${country}: желіде қақпасы жоқ, сондықтан дәліздің ешбір өзгерісі оның саудасына жетпейді.`,
}
