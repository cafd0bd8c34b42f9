/** Whether texts together hold every word that is looked for; case and order do not matter. */
export function holdsWords(texts: readonly string[], search: string): boolean {
  const all = texts.join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => all.includes(word))
}
