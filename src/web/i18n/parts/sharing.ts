/** Sharing a scenario by a link, opening one from a link or a file, and what is wrong with either. */
import type { InEveryLanguage } from '../languages.js'
import { plural } from '../locale.js'

const en = {
  share: 'Share',
  shareLabel: 'Copy a link that holds the whole scenario',
  copied: 'Link copied',
  copyFailed: 'The browser did not let the link be copied. It stands in the address bar.',
  open: 'Open',
  openLabel: 'Open a scenario file (YAML)',
  dropHere: 'Drop the scenario file here',
  close: 'Close',
  kept: 'Kept: your scenario as it was.',
  faults: {
    cut: 'This link was cut off on its way, so part of the scenario is missing. Ask the sender for the whole link or for the YAML file.',
    newer: 'This link is of a later version of Keruen. Open it on an up-to-date page.',
    'too-large': 'This link holds far more than a scenario. It was not opened.',
    'not-a-scenario': 'This link holds no scenario.',
  },
  fileTooLarge: (name: string) => `${name} is larger than 256 KB, which no scenario is. It was not opened.`,
  fileUnreadable: (name: string) => `${name} could not be read.`,
  fileFaults: (name: string, count: number) =>
    `${name} is no scenario that can be run: ${plural('en', count, { one: '1 thing', other: `${count} things` })} to mend.`,
  linkFaults: (count: number) =>
    `The scenario of this link cannot be run: ${plural('en', count, { one: '1 thing', other: `${count} things` })} to mend.`,
  modelMissing: 'The model has not loaded, so the scenario could not be checked.',
}

const ru: typeof en = {
  share: 'Поделиться',
  shareLabel: 'Скопировать ссылку, в которой весь сценарий',
  copied: 'Ссылка скопирована',
  copyFailed: 'Браузер не дал скопировать ссылку. Она стоит в адресной строке.',
  open: 'Открыть',
  openLabel: 'Открыть файл сценария (YAML)',
  dropHere: 'Перетащите файл сценария сюда',
  close: 'Закрыть',
  kept: 'Сохранено: ваш сценарий, каким он был.',
  faults: {
    cut: 'Ссылка обрезана по дороге, части сценария нет. Попросите у отправителя всю ссылку или файл YAML.',
    newer: 'Ссылка сделана более новой версией Keruen. Откройте её на обновлённой странице.',
    'too-large': 'В ссылке гораздо больше, чем сценарий. Она не открыта.',
    'not-a-scenario': 'В этой ссылке нет сценария.',
  },
  fileTooLarge: name => `${name} больше 256 КБ, таких сценариев не бывает. Файл не открыт.`,
  fileUnreadable: name => `${name} не удалось прочитать.`,
  fileFaults: (name, count) =>
    `${name} нельзя рассчитать как сценарий: исправить ${plural('ru', count, { one: `${count} место`, few: `${count} места`, many: `${count} мест`, other: `${count} места` })}.`,
  linkFaults: count =>
    `Сценарий этой ссылки нельзя рассчитать: исправить ${plural('ru', count, { one: `${count} место`, few: `${count} места`, many: `${count} мест`, other: `${count} места` })}.`,
  modelMissing: 'Модель не загрузилась, поэтому сценарий не проверен.',
}

const zh: typeof en = {
  share: '分享',
  shareLabel: '复制包含整个情景的链接',
  copied: '链接已复制',
  copyFailed: '浏览器不允许复制链接。链接在地址栏中。',
  open: '打开',
  openLabel: '打开情景文件（YAML）',
  dropHere: '将情景文件拖放到这里',
  close: '关闭',
  kept: '已保留：您原来的情景。',
  faults: {
    cut: '链接在传送中被截断，情景不完整。请向发送者索取完整链接或 YAML 文件。',
    newer: '此链接来自更新版本的 Keruen。请在更新后的页面中打开。',
    'too-large': '此链接的内容远多于一个情景，未打开。',
    'not-a-scenario': '此链接中没有情景。',
  },
  fileTooLarge: name => `${name} 超过 256 KB，不可能是情景文件，未打开。`,
  fileUnreadable: name => `无法读取 ${name}。`,
  fileFaults: (name, count) => `${name} 不是可运行的情景：有 ${count} 处需要修改。`,
  linkFaults: count => `此链接的情景无法运行：有 ${count} 处需要修改。`,
  modelMissing: '模型尚未加载，无法检查情景。',
}

const kk: typeof en = {
  share: 'Бөлісу',
  shareLabel: 'Бүкіл сценарий бар сілтемені көшіру',
  copied: 'Сілтеме көшірілді',
  copyFailed: 'Браузер сілтемені көшіруге рұқсат бермеді. Ол мекенжай жолағында тұр.',
  open: 'Ашу',
  openLabel: 'Сценарий файлын ашу (YAML)',
  dropHere: 'Сценарий файлын осында тастаңыз',
  close: 'Жабу',
  kept: 'Сақталды: сценарийіңіз бұрынғы күйінде.',
  faults: {
    cut: 'Сілтеме жолда қиылған, сценарийдің бір бөлігі жоқ. Жіберушіден толық сілтемені немесе YAML файлын сұраңыз.',
    newer: 'Бұл сілтеме Keruen-нің жаңарақ нұсқасынан. Оны жаңартылған бетте ашыңыз.',
    'too-large': 'Бұл сілтемеде сценарийден әлдеқайда көп дерек бар. Ол ашылмады.',
    'not-a-scenario': 'Бұл сілтемеде сценарий жоқ.',
  },
  fileTooLarge: name => `${name} 256 КБ-тан үлкен, сценарий мұндай болмайды. Файл ашылмады.`,
  fileUnreadable: name => `${name} оқылмады.`,
  fileFaults: (name, count) => `${name} есептеуге жарайтын сценарий емес: ${count} жерін түзету керек.`,
  linkFaults: count => `Бұл сілтеменің сценарийін есептеу мүмкін емес: ${count} жерін түзету керек.`,
  modelMissing: 'Модель жүктелмеген, сондықтан сценарий тексерілмеді.',
}

export const sharing: InEveryLanguage<typeof en> = { en, ru, zh, kk }
