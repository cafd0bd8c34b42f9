/** From a result to files: the page, tables, map data, and the table for the terminal. */
export { corridorsCsv, countriesCsv, flowsCsv } from './csv.js'
export type { FontFile, FontSubset } from './fonts.js'
export { networkGeojson } from './geojson.js'
export { resultJson } from './json.js'
export type { Atlas } from './map/atlas.js'
export { type ReportOptions, renderReport } from './report.js'
export { RESULT_FILES, type ResultAssets, type ResultFile, renderResult } from './result-files.js'
export { summaryTable } from './summary-table.js'
