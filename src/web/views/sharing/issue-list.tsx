/** What is to be mended in a scenario, a line each. */
import { useEffect } from 'preact/hooks'
import type { Issue } from '../../../errors.js'
import { issueText, loadFaultWords } from '../../i18n/faults.js'
import { language } from '../../i18n/messages.js'

export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const isEnglish = language.value === 'en'
  useEffect(() => {
    // where they cannot be had, the English ones stand
    if (!isEnglish) loadFaultWords().catch(() => undefined)
  }, [isEnglish])
  const lines = [...new Set(issues.map(issueText))]
  return (
    <ul>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
