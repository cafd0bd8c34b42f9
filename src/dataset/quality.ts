/** How a row came to be; weakest last. */
export const QUALITIES = ['measured', 'published', 'derived', 'estimated'] as const
export type Quality = (typeof QUALITIES)[number]
