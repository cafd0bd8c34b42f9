/** The light colours of `styles/tokens.css`, for pictures that leave the page; a test holds the two together. */
export const LIGHT_TOKENS: Readonly<Record<string, string>> = {
  ground: '#f4f5f2',
  surface: '#ffffff',
  sunk: '#ebede9',
  ink: '#1a2326',
  'ink-2': '#475358',
  'ink-3': '#5d686d',
  line: '#dbdfda',
  'line-strong': '#7c888b',
  accent: '#2b489e',
  'accent-soft': '#e5eaf6',
  'on-accent': '#ffffff',
  'gain-1': '#cfe5eb',
  'gain-2': '#3590a8',
  'gain-m': '#006078',
  'gain-3': '#00637a',
  'loss-1': '#f4dfc9',
  'loss-2': '#c98243',
  'loss-m': '#c2762f',
  'loss-3': '#9c4510',
  mid: '#eceeea',
  'delay-1': '#eadce6',
  'delay-2': '#cfa6c3',
  'delay-3': '#ac6d9e',
  'delay-4': '#803d75',
  'delay-5': '#521848',
  sea: '#e4e5e1',
  land: '#fbfbf9',
  'land-member': '#f2f2ee',
  coast: '#bbbcb5',
  border: '#bdbdb6',
  'border-member': '#95958d',
  rail: '#adaca4',
  road: '#d6d3c9',
  lane: '#7b7d78',
  core: '#8d897f',
  stay: '#dad8d0',
  ghost: '#c5c3bb',
  'ghost-ink': '#76736a',
  halo: '#fbfbf9',
}

/** Markup with every `var(--token)` as its light value. @throws Error for a token that is not a colour of the page. */
export function inLight(markup: string): string {
  return markup.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
    const value = LIGHT_TOKENS[name]
    if (value === undefined) throw new Error(`no colour is called ${name}`)
    return value
  })
}
