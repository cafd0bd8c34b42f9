/** Where a value stands in a scenario: keys and indices from the root. */
export type Path = readonly (string | number)[]

/** `['measures', 0, 'hours']` → `measures[0].hours`. */
export function formatPath(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('')
}

/** `measures[0].hours` → `['measures', 0, 'hours']`. */
export function parsePath(field: string): Path {
  return [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  )
}
