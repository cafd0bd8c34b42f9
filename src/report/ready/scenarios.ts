/** Titles and descriptions of the ready scenarios, by file name; the English ones are those of the files. */
import type { Language } from '../../dataset/dataset.js'

const en = {
  'china-kyrgyzstan-uzbekistan': {
    title: 'China – Kyrgyzstan – Uzbekistan railway',
    description:
      'The railway from Kashgar by Torugart and Makmal to Andijan opens, with its change of gauge at Makmal.',
  },
  everything: {
    title: 'Everything at once',
    description:
      'All ready packages of policy together: the Middle Corridor, paperless borders, the China – Kyrgyzstan – Uzbekistan railway, the North–South corridor, the Trans-Afghan railway and halved tariffs.',
  },
  'khorgos-closed': {
    title: 'Khorgos – Altynkol closed',
    description:
      'A shock, not a policy: for a year no train passes the railway border of Khorgos and Altynkol, whatever the reason. Trains take Alashankou and Dostyk, where they queue, or Erenhot; cargo with time takes the sea.',
  },
  'middle-corridor': {
    title: 'Middle Corridor upgrade',
    description:
      "What the World Bank's study of 2023 calls for, as levers: shorter borders, ports and vessels that do not keep trains waiting, and faster railways through Kazakhstan, Azerbaijan and Georgia, so that the way from the Chinese border to the Black Sea takes about half the time by 2030.",
  },
  'north-south': {
    title: 'International North–South corridor',
    description:
      'The gap between Rasht and Astara is closed by rail, the borders and ports on the three branches of the corridor keep cargo half as long, and trains through Iran run faster.',
  },
  'novorossiysk-closed': {
    title: 'Port of Novorossiysk closed',
    description:
      'A shock, not a policy: for a year no ship is loaded or unloaded at Novorossiysk, whatever the reason. Oil of Kazakhstan that comes there by pipeline has no other way out; other cargo takes other ports, or trains. An oil field makes nothing else: part of what the oil is worth nobody earns meanwhile.',
  },
  'paperless-borders': {
    title: 'Paperless borders among members',
    description:
      'Documents travel ahead of the cargo at every crossing between two members: half of the time and cost of papers goes, physical handling stays.',
  },
  'suez-closed': {
    title: 'Suez Canal closed',
    description:
      'A shock, not a policy: no vessel passes the Suez Canal. Sea trade between Asia and Europe goes round the Cape of Good Hope, and part of the cargo looks for a train.',
  },
  'tariff-cut': {
    title: 'Tariffs among members halved',
    description:
      'Every member halves its import tariffs on goods of the other members; pairs that already trade freely stay at zero.',
  },
  'trans-afghan': {
    title: 'Trans-Afghan railway',
    description:
      'The railway from Termez by Mazar-i-Sharif and Kabul to Peshawar opens, in the gauge of Central Asia up to the border of Pakistan.',
  },
}

const ru: typeof en = {
  'china-kyrgyzstan-uzbekistan': {
    title: 'Железная дорога Китай – Кыргызстан – Узбекистан',
    description:
      'Открывается железная дорога из Кашгара через Торугарт и Макмал в Андижан, со сменой колеи в Макмале.',
  },
  everything: {
    title: 'Всё сразу',
    description:
      'Все готовые пакеты политики вместе: Срединный коридор, границы без бумаг, железная дорога Китай – Кыргызстан – Узбекистан, коридор «Север – Юг», Трансафганская железная дорога и пошлины вдвое ниже.',
  },
  'khorgos-closed': {
    title: 'Хоргос – Алтынколь закрыт',
    description:
      'Потрясение, а не политика: год ни один поезд не проходит железнодорожную границу Хоргос – Алтынколь, какой бы ни была причина. Поезда идут через Алашанькоу и Достык, где встают в очередь, или через Эрлянь; груз, у которого есть время, идёт морем.',
  },
  'middle-corridor': {
    title: 'Модернизация Срединного коридора',
    description:
      'К чему призывает исследование Всемирного банка 2023 года, в виде рычагов: быстрее границы, порты и суда не задерживают поезда, быстрее железные дороги Казахстана, Азербайджана и Грузии, так что к 2030 году путь от границы Китая до Чёрного моря занимает примерно вдвое меньше времени.',
  },
  'north-south': {
    title: 'Международный коридор «Север – Юг»',
    description:
      'Разрыв между Рештом и Астарой закрыт железной дорогой, границы и порты на трёх ветвях коридора задерживают груз вдвое меньше, поезда через Иран идут быстрее.',
  },
  'novorossiysk-closed': {
    title: 'Порт Новороссийск закрыт',
    description:
      'Потрясение, а не политика: год ни одно судно не грузится и не разгружается в Новороссийске, какой бы ни была причина. Нефть Казахстана, которая приходит туда по трубопроводу, другого выхода не имеет; прочий груз идёт через другие порты или поездами. Месторождение не может производить другое: часть стоимости нефти тем временем не зарабатывает никто.',
  },
  'paperless-borders': {
    title: 'Границы без бумаг между членами',
    description:
      'На каждом переходе между двумя членами документы идут впереди груза: уходит половина времени и стоимости бумаг, физическая обработка остаётся.',
  },
  'suez-closed': {
    title: 'Суэцкий канал закрыт',
    description:
      'Потрясение, а не политика: ни одно судно не проходит Суэцкий канал. Морская торговля Азии с Европой идёт вокруг мыса Доброй Надежды, а часть груза ищет поезд.',
  },
  'tariff-cut': {
    title: 'Пошлины между членами вдвое ниже',
    description:
      'Каждый член вдвое снижает ввозные пошлины на товары других членов; пары, которые уже торгуют свободно, остаются на нуле.',
  },
  'trans-afghan': {
    title: 'Трансафганская железная дорога',
    description:
      'Открывается железная дорога из Термеза через Мазари-Шариф и Кабул в Пешавар, до границы Пакистана в колее Центральной Азии.',
  },
}

const zh: typeof en = {
  'china-kyrgyzstan-uzbekistan': {
    title: '中吉乌铁路',
    description: '从喀什经吐尔尕特、马克马尔到安集延的铁路开通，在马克马尔换轨。',
  },
  everything: {
    title: '全部同时实施',
    description:
      '所有现成的政策方案合在一起：中间走廊、无纸化边境、中吉乌铁路、南北走廊、跨阿富汗铁路以及关税减半。',
  },
  'khorgos-closed': {
    title: '霍尔果斯 – 阿腾科里关闭',
    description:
      '这是冲击而非政策：无论出于何种原因，一年内没有列车通过霍尔果斯 – 阿腾科里铁路口岸。列车改走阿拉山口和多斯特克并在那里排队，或改走二连浩特；不赶时间的货物改走海运。',
  },
  'middle-corridor': {
    title: '中间走廊升级',
    description:
      '把世界银行 2023 年研究的建议做成杠杆：边境更快，港口和船舶不再让列车等待，哈萨克斯坦、阿塞拜疆和格鲁吉亚的铁路更快，使从中国边境到黑海的路程到 2030 年约缩短一半时间。',
  },
  'north-south': {
    title: '国际南北运输走廊',
    description:
      '拉什特与阿斯塔拉之间的缺口由铁路补上，走廊三条支线上的边境和港口滞留货物的时间减半，穿越伊朗的列车更快。',
  },
  'novorossiysk-closed': {
    title: '新罗西斯克港关闭',
    description:
      '这是冲击而非政策：无论出于何种原因，一年内没有船只在新罗西斯克装卸。哈萨克斯坦经管道运到那里的石油没有其他出口；其他货物改走别的港口或铁路。油田不能转产其他货物：石油价值的一部分其间无人赚取。',
  },
  'paperless-borders': {
    title: '成员之间的无纸化边境',
    description: '在任意两个成员之间的每个口岸，单证先于货物到达：单证的时间和费用减半，实物作业不变。',
  },
  'suez-closed': {
    title: '苏伊士运河关闭',
    description: '这是冲击而非政策：没有船舶通过苏伊士运河。亚欧之间的海运绕行好望角，部分货物改寻列车。',
  },
  'tariff-cut': {
    title: '成员之间关税减半',
    description: '每个成员对其他成员商品的进口关税减半；已经自由贸易的国家对仍为零。',
  },
  'trans-afghan': {
    title: '跨阿富汗铁路',
    description: '从铁尔梅兹经马扎里沙里夫和喀布尔到白沙瓦的铁路开通，直到巴基斯坦边境都用中亚轨距。',
  },
}

const kk: typeof en = {
  'china-kyrgyzstan-uzbekistan': {
    title: 'Қытай – Қырғызстан – Өзбекстан теміржолы',
    description:
      'Қашқардан Торугарт пен Мақмал арқылы Әндіжанға теміржол ашылады, табан ені Мақмалда ауысады.',
  },
  everything: {
    title: 'Бәрі бірден',
    description:
      'Барлық дайын саясат топтамасы бірге: Орта дәліз, қағазсыз шекаралар, Қытай – Қырғызстан – Өзбекстан теміржолы, «Солтүстік – Оңтүстік» дәлізі, Трансауған теміржолы және екі есе төмен баж салықтары.',
  },
  'khorgos-closed': {
    title: 'Қорғас – Алтынкөл жабық',
    description:
      'Саясат емес, күйзеліс: себебі қандай болса да, бір жыл бойы Қорғас – Алтынкөл теміржол шекарасынан бірде-бір пойыз өтпейді. Пойыздар Алашаңқай мен Достық арқылы, сонда кезекке тұрып, немесе Эрлянь арқылы жүреді; асықпайтын жүк теңізбен кетеді.',
  },
  'middle-corridor': {
    title: 'Орта дәлізді жаңғырту',
    description:
      'Дүниежүзілік банктің 2023 жылғы зерттеуі ұсынғаны тетіктер түрінде: шекаралар тезірек, порттар мен кемелер пойыздарды күттірмейді, Қазақстан, Әзербайжан және Грузия теміржолдары жылдамырақ, сондықтан Қытай шекарасынан Қара теңізге дейінгі жол 2030 жылға қарай шамамен екі есе қысқа уақыт алады.',
  },
  'north-south': {
    title: 'Халықаралық «Солтүстік – Оңтүстік» дәлізі',
    description:
      'Решт пен Астара арасындағы үзік теміржолмен жабылады, дәліздің үш тармағындағы шекаралар мен порттар жүкті екі есе аз ұстайды, Иран арқылы пойыздар жылдамырақ жүреді.',
  },
  'novorossiysk-closed': {
    title: 'Новороссийск порты жабық',
    description:
      'Саясат емес, күйзеліс: себебі қандай болса да, бір жыл бойы Новороссийскіде бірде-бір кеме тиелмейді де, түсірілмейді де. Қазақстанның сонда құбырмен келетін мұнайының басқа шығатын жолы жоқ; өзге жүк басқа порттармен не пойыздармен кетеді. Кен орны басқа тауар шығара алмайды: мұнай құнының бір бөлігін бұл уақытта ешкім таппайды.',
  },
  'paperless-borders': {
    title: 'Мүшелер арасындағы қағазсыз шекаралар',
    description:
      'Екі мүше арасындағы әр өткізу бекетінде құжаттар жүктен бұрын жетеді: қағаздың уақыты мен құнының жартысы кетеді, жүкпен жұмыс қалады.',
  },
  'suez-closed': {
    title: 'Суэц каналы жабық',
    description:
      'Саясат емес, күйзеліс: Суэц каналынан бірде-бір кеме өтпейді. Азия мен Еуропаның теңіз саудасы Ізгі Үміт мүйісін айналып өтеді, жүктің бір бөлігі пойыз іздейді.',
  },
  'tariff-cut': {
    title: 'Мүшелер арасындағы баж салығы екі есе төмен',
    description:
      'Әр мүше басқа мүшелердің тауарларына салатын кедендік бажды екі есе төмендетеді; қазірдің өзінде еркін сауда жасайтын жұптар нөлде қалады.',
  },
  'trans-afghan': {
    title: 'Трансауған теміржолы',
    description:
      'Термезден Мазари-Шариф пен Кабул арқылы Пешаварға теміржол ашылады, Пәкістан шекарасына дейін Орталық Азия табанымен.',
  },
}

export const ready: Readonly<Record<Language, typeof en>> = { en, ru, zh, kk }
