/** What is wrong with a scenario, in the reader's language. The words come when a fault is first shown in another one than English. */
import { signal } from '@preact/signals'
import { formatIssue, type Issue } from '../../errors.js'
import { language } from './messages.js'

const words = signal<typeof import('./fault-phrases.js') | undefined>(undefined)

export async function loadFaultWords(): Promise<void> {
  words.value ??= await import('./fault-phrases.js')
}

/** One issue as a sentence; an English one until the words are there. */
export function issueText(issue: Issue): string {
  return words.value?.issueSentence(issue, language.value) ?? formatIssue(issue)
}
