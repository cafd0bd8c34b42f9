/** What the lab's own server refuses. */
import type { Phrases } from '../languages.js'

export const faultServer = {
  'an address of the lab': { ru: 'адрес лаборатории', zh: '实验室的地址', kk: 'зертхана мекенжайы' },
  'Content-Type: application/yaml': {
    ru: 'заголовок Content-Type: application/yaml',
    zh: '标头 Content-Type: application/yaml',
    kk: 'Content-Type: application/yaml тақырыбы',
  },
  'a whole body': { ru: 'запрос целиком', zh: '完整的请求', kk: 'толық сұрау' },
  'a part': { ru: 'часть', zh: '一部分', kk: 'бір бөлігі' },
  'a fault of the program itself, number {1}': {
    ru: 'ошибка самой программы, номер {1}',
    zh: '程序本身的错误，编号 {1}',
    kk: 'бағдарламаның өз қатесі, нөмірі {1}',
  },
  'the line with this number where the lab was started says more; please report it': {
    ru: 'подробнее в строке с этим номером там, где запущена лаборатория; сообщите нам',
    zh: '启动实验室处带此编号的一行有更多说明；请告知我们',
    kk: 'толығырақ зертхана іске қосылған жердегі осы нөмірлі жолда; бізге хабарлаңыз',
  },
  '{1} more': { ru: 'ещё {1}', zh: '另有 {1} 处', kk: 'тағы {1}' },
  'fewer than {1} headers': {
    ru: 'заголовков меньше {1}',
    zh: '少于 {1} 个标头',
    kk: '{1} дегеннен аз тақырып',
  },
  'an address of at most {1} characters': {
    ru: 'адрес не длиннее {1} знаков',
    zh: '不超过 {1} 个字符的地址',
    kk: '{1} таңбадан аспайтын мекенжай',
  },
  'a path that begins with /': {
    ru: 'путь, который начинается с /',
    zh: '以 / 开头的路径',
    kk: '/ белгісінен басталатын жол',
  },
  another: { ru: 'другое', zh: '其他', kk: 'басқа' },
  'the address that the lab printed': {
    ru: 'адрес, который напечатала лаборатория',
    zh: '实验室给出的地址',
    kk: 'зертхана шығарған мекенжай',
  },
  'no host': { ru: 'адреса нет', zh: '没有主机', kk: 'мекенжай жоқ' },
  'the host {1}': { ru: 'адрес {1}', zh: '主机 {1}', kk: '{1} мекенжайы' },
  'a request of the lab itself': {
    ru: 'запрос самой лаборатории',
    zh: '实验室自身的请求',
    kk: 'зертхананың өз сұрауы',
  },
  'one that is {1}': { ru: 'запрос вида {1}', zh: '类型为 {1} 的请求', kk: '{1} түріндегі сұрау' },
  'no body with {1}': { ru: 'запрос {1} без текста', zh: '{1} 请求不带内容', kk: 'мәтінсіз {1} сұрауы' },
  'a body that is not packed': { ru: 'несжатый текст', zh: '未压缩的内容', kk: 'сығылмаған мәтін' },
  'a scenario of at most {1} KB': {
    ru: 'сценарий не больше {1} КБ',
    zh: '不超过 {1} KB 的情景',
    kk: '{1} КБ-тан аспайтын сценарий',
  },
  'the model, as it is built with the program': {
    ru: 'модель, собранная вместе с программой',
    zh: '随程序构建的模型',
    kk: 'бағдарламамен бірге жиналған модель',
  },
  'no such file': { ru: 'такого файла нет', zh: '没有此文件', kk: 'мұндай файл жоқ' },
  'run npm run build': {
    ru: 'выполните npm run build',
    zh: '请运行 npm run build',
    kk: 'npm run build орындаңыз',
  },
  'a scenario that is read within {1} s': {
    ru: 'сценарий, который читается не дольше {1} с',
    zh: '能在 {1} 秒内读完的情景',
    kk: '{1} с ішінде оқылатын сценарий',
  },
  'fewer scenarios at once': {
    ru: 'меньше сценариев сразу',
    zh: '同时提交的情景少一些',
    kk: 'бір мезгілде азырақ сценарий',
  },
  'at most {1} runs waiting': {
    ru: 'в очереди не больше {1} расчётов',
    zh: '最多 {1} 个等待的运行',
    kk: 'кезекте ең көбі {1} есеп',
  },
  'as many already': { ru: 'их уже столько', zh: '已有这么多', kk: 'қазірдің өзінде сонша' },
  'wait for one to end, or end one': {
    ru: 'подождите, пока один кончится, или остановите один',
    zh: '请等待其中一个结束，或停止一个',
    kk: 'біреуі аяқталғанша күтіңіз не біреуін тоқтатыңыз',
  },
  'a run of at most {1} s': {
    ru: 'расчёт не дольше {1} с',
    zh: '不超过 {1} 秒的运行',
    kk: '{1} с-тан аспайтын есеп',
  },
  'a longer one, which was ended': {
    ru: 'более долгий, он остановлен',
    zh: '更长的运行，已被停止',
    kk: 'одан ұзағы, ол тоқтатылды',
  },
  'ask for fewer draws, or use keruen run': {
    ru: 'попросите меньше прогонов или считайте через keruen run',
    zh: '请减少抽样次数，或使用 keruen run',
    kk: 'азырақ нұсқа сұраңыз не keruen run қолданыңыз',
  },
  'ask for fewer, or use keruen run': {
    ru: 'попросите меньше или считайте через keruen run',
    zh: '请减少次数，或使用 keruen run',
    kk: 'азырақ сұраңыз не keruen run қолданыңыз',
  },
  'at most {1}': { ru: 'не больше {1}', zh: '最多 {1}', kk: 'ең көбі {1}' },
  'a run that is done': { ru: 'законченный расчёт', zh: '已完成的运行', kk: 'аяқталған есеп' },
  'one that is not': { ru: 'незаконченный', zh: '未完成的运行', kk: 'аяқталмағаны' },
  'one of the runs of this session, of which the last {1} are kept': {
    ru: 'расчёт этого сеанса; хранятся последние {1}',
    zh: '本次会话的运行，保留最近 {1} 个',
    kk: 'осы сеанстағы есеп; соңғы {1} сақталады',
  },
  'none of that number': { ru: 'с таким номером нет', zh: '没有这个编号', kk: 'мұндай нөмірлісі жоқ' },
  'a name of small letters and digits with single hyphens between, at most 64 characters': {
    ru: 'имя из строчных латинских букв и цифр с одиночными дефисами, не длиннее 64 знаков',
    zh: '由小写字母和数字组成、以单个连字符分隔、不超过 64 个字符的名称',
    kk: 'кіші латын әріптері мен цифрлардан, арасында бір дефис, 64 таңбадан аспайтын атау',
  },
  'a saved scenario': { ru: 'сохранённый сценарий', zh: '已保存的情景', kk: 'сақталған сценарий' },
  'none of that name': { ru: 'с таким именем нет', zh: '没有这个名称', kk: 'мұндай атты жоқ' },
  'a new name': { ru: 'новое имя', zh: '新的名称', kk: 'жаңа атау' },
  'a scenario {1}': { ru: 'сценарий {1}', zh: '情景 {1}', kk: '{1} сценарийі' },
  'a name that nothing else has': {
    ru: 'имя, которого нет ни у чего другого',
    zh: '没有被占用的名称',
    kk: 'басқа ештеңеде жоқ атау',
  },
  'a folder or a link named {1}': {
    ru: 'папка или ссылка по имени {1}',
    zh: '名为 {1} 的文件夹或链接',
    kk: '{1} атты қалта не сілтеме',
  },
  'at most {1} saved scenarios': {
    ru: 'сохранённых сценариев не больше {1}',
    zh: '最多 {1} 个已保存的情景',
    kk: 'ең көбі {1} сақталған сценарий',
  },
  'remove some, or start the lab with another folder ({1})': {
    ru: 'удалите несколько или запустите лабораторию с другой папкой ({1})',
    zh: '请删除一些，或用另一文件夹启动实验室（{1}）',
    kk: 'кейбірін өшіріңіз не зертхананы басқа қалтамен іске қосыңыз ({1})',
  },
} satisfies Phrases
