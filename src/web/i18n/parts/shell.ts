/** The frame of the page: top bar, navigation, what is loading. */
import type { InEveryLanguage } from '../languages.js'

const en = {
  name: 'Keruen',
  tagline: 'A laboratory for transport corridors and trade cooperation',
  views: { lab: 'Lab', bloc: 'Bloc', data: 'Data', method: 'Method' },
  tabs: { label: 'Parts of the lab', levers: 'Levers', results: 'Results', why: 'Why' },
  sheet: { raise: 'Show more levers', lower: 'Show fewer levers' },
  more: 'More',
  navigation: 'Parts of the page',
  language: 'Language',
  languages: { en: 'English', ru: 'Русский', zh: '中文', kk: 'Қазақша' },
  skip: 'Skip to the answer',
  loadingRoutes: 'Loading the routes; the map shows today',
  failed: 'The model could not be loaded. What you see is today’s world; load the page again.',
  partFailed: 'This part of the page could not be loaded. The lab keeps working; open the part again.',
}

const ru: typeof en = {
  name: 'Keruen',
  tagline: 'Лаборатория транспортных коридоров и торгового сотрудничества',
  views: { lab: 'Лаборатория', bloc: 'Объединение', data: 'Данные', method: 'Метод' },
  tabs: { label: 'Части лаборатории', levers: 'Меры', results: 'Результаты', why: 'Почему' },
  sheet: { raise: 'Показать больше мер', lower: 'Показать меньше мер' },
  more: 'Ещё',
  navigation: 'Разделы страницы',
  language: 'Язык',
  languages: en.languages,
  skip: 'Перейти к ответу',
  loadingRoutes: 'Загружаются маршруты; на карте сегодняшний день',
  failed: 'Модель не удалось загрузить. Показан сегодняшний мир; загрузите страницу снова.',
  partFailed: 'Этот раздел не удалось загрузить. Лаборатория работает; откройте раздел ещё раз.',
}

const zh: typeof en = {
  name: 'Keruen',
  tagline: '运输走廊与贸易合作实验室',
  views: { lab: '实验室', bloc: '组织', data: '数据', method: '方法' },
  tabs: { label: '实验室各部分', levers: '措施', results: '结果', why: '原因' },
  sheet: { raise: '显示更多措施', lower: '显示更少措施' },
  more: '更多',
  navigation: '页面各部分',
  language: '语言',
  languages: en.languages,
  skip: '跳到结论',
  loadingRoutes: '正在加载路线；地图显示的是现状',
  failed: '模型未能加载。当前显示的是现状；请重新加载页面。',
  partFailed: '页面的这一部分未能加载。实验室仍可使用；可再次打开。',
}

const kk: typeof en = {
  name: 'Keruen',
  tagline: 'Көлік дәліздері мен сауда ынтымақтастығының зертханасы',
  views: { lab: 'Зертхана', bloc: 'Бірлестік', data: 'Деректер', method: 'Әдіс' },
  tabs: { label: 'Зертхана бөліктері', levers: 'Шаралар', results: 'Нәтижелер', why: 'Неге' },
  sheet: { raise: 'Көбірек шара көрсету', lower: 'Азырақ шара көрсету' },
  more: 'Тағы',
  navigation: 'Бет бөлімдері',
  language: 'Тіл',
  languages: en.languages,
  skip: 'Жауапқа өту',
  loadingRoutes: 'Бағыттар жүктелуде; картада бүгінгі күн',
  failed: 'Модель жүктелмеді. Бүгінгі жағдай көрсетілген; бетті қайта жүктеңіз.',
  partFailed: 'Беттің бұл бөлімі жүктелмеді. Зертхана жұмыс істеп тұр; бөлімді қайта ашыңыз.',
}

export const shell: InEveryLanguage<typeof en> = { en, ru, zh, kk }
