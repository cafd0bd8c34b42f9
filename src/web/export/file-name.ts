/** Names of files, safe on every system. */

/** Kebab-case of titles, letters of any script kept: `Middle Corridor upgrade`, `income` → `middle-corridor-upgrade-income`. */
export function fileName(titles: readonly string[], extension: string): string {
  const words = titles
    .map(title =>
      title
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'),
    )
    .join('-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  const short = [...words].slice(0, 80).join('').replace(/-$/, '')
  return `${short === '' ? 'keruen' : short}.${extension}`
}
