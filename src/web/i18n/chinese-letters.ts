/** Chinese letters are many files, so their style sheet comes when the page is read in Chinese. */
import { effect } from '@preact/signals'
import { language } from './messages.js'

/** @param base where the page's files are. */
export function loadChineseLetters(base: string): void {
  const stop = effect(() => {
    if (language.value !== 'zh') return
    const sheet = document.createElement('link')
    sheet.rel = 'stylesheet'
    sheet.href = new URL('chinese.css', base).href
    document.head.append(sheet)
    queueMicrotask(() => stop())
  })
}
