import type { GeometryCollection, Topology } from 'topojson-specification'

/** The atlas as its package writes it: `land` and `countries`, each country with its ISO numeric code as id. */
export type Atlas = Topology<{
  land: GeometryCollection<{ name: string }>
  countries: GeometryCollection<{ name: string; a3: string }>
}>
