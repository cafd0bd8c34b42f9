/** Scenarios saved on this machine, and long runs: where the page has its own server. */
import type { InEveryLanguage } from '../languages.js'

const en = {
  saved: 'Saved on this machine',
  none: 'None yet.',
  save: 'Save this scenario here',
  savedAs: (id: string) => `Saved as ${id}.yaml`,
  remove: (title: string) => `Remove ${title}`,
  gone: 'The lab’s server does not answer. The page goes on without it.',
  refused: 'The lab’s server refused this.',
  runs: 'A long run on this machine',
  start: (draws: string) => `Run with ${draws} draws`,
  startNote: 'narrower sampling error of the range; the central values stay',
  waiting: 'waiting for its turn',
  running: (done: number) => `${done} % done`,
  stop: 'Stop',
  open: 'Open its report',
  files: 'Its files',
}

const ru: typeof en = {
  saved: 'Сохранено на этом компьютере',
  none: 'Пока ничего.',
  save: 'Сохранить сценарий здесь',
  savedAs: id => `Сохранено как ${id}.yaml`,
  remove: title => `Удалить ${title}`,
  gone: 'Сервер лаборатории не отвечает. Страница работает без него.',
  refused: 'Сервер лаборатории это отклонил.',
  runs: 'Долгий расчёт на этом компьютере',
  start: draws => `Рассчитать с ${draws} вариантами`,
  startNote: 'точнее границы диапазона; центральные значения те же',
  waiting: 'ждёт очереди',
  running: done => `готово ${done} %`,
  stop: 'Остановить',
  open: 'Открыть отчёт',
  files: 'Файлы',
}

const zh: typeof en = {
  saved: '保存在本机',
  none: '尚无。',
  save: '将此情景保存在这里',
  savedAs: id => `已保存为 ${id}.yaml`,
  remove: title => `删除 ${title}`,
  gone: '实验室服务器没有响应。页面可以继续使用。',
  refused: '实验室服务器拒绝了此请求。',
  runs: '在本机上长时间运行',
  start: draws => `用 ${draws} 次抽样运行`,
  startNote: '区间的抽样误差更小；中心值不变',
  waiting: '等待中',
  running: done => `已完成 ${done}%`,
  stop: '停止',
  open: '打开报告',
  files: '文件',
}

const kk: typeof en = {
  saved: 'Осы компьютерде сақталған',
  none: 'Әзірге жоқ.',
  save: 'Сценарийді осында сақтау',
  savedAs: id => `${id}.yaml болып сақталды`,
  remove: title => `${title} өшіру`,
  gone: 'Зертхана сервері жауап бермейді. Бет онсыз жұмыс істей береді.',
  refused: 'Зертхана сервері мұны қабылдамады.',
  runs: 'Осы компьютердегі ұзақ есеп',
  start: draws => `${draws} нұсқамен есептеу`,
  startNote: 'ауқымның шегі дәлірек; орталық мәндер сол күйінде',
  waiting: 'кезек күтуде',
  running: done => `${done} % дайын`,
  stop: 'Тоқтату',
  open: 'Есепті ашу',
  files: 'Файлдар',
}

export const server: InEveryLanguage<typeof en> = { en, ru, zh, kk }
