/** A chart's picture and table, saved. Loaded when one is asked for. */
import { type ChartPicture, chartPicture, PICTURE_HEIGHT, PICTURE_WIDTH } from './chart-picture.js'
import { type ChartTable, tableCsv } from './csv.js'
import { fileName } from './file-name.js'
import { svgToPng, withLetters } from './picture.js'
import { saveFile } from './save-file.js'

export type PictureFormat = 'png' | 'svg'

/** @throws Error when the picture came out blank or a file of the typeface could not be loaded. */
export async function savePicture(picture: ChartPicture, format: PictureFormat): Promise<void> {
  await saveDrawing(picture.title, chartPicture(picture), PICTURE_WIDTH, PICTURE_HEIGHT, format)
}

/** A finished, self-contained drawing. @throws Error as savePicture. */
export async function saveDrawing(
  title: string,
  svg: string,
  width: number,
  height: number,
  format: PictureFormat,
): Promise<void> {
  const name = fileName([title], format)
  if (format === 'svg') saveFile(name, await withLetters(svg), 'image/svg+xml')
  else saveFile(name, await svgToPng(svg, width, height), 'image/png')
}

export function saveTable(table: ChartTable): void {
  saveFile(fileName([table.title], 'csv'), tableCsv(table), 'text/csv;charset=utf-8')
}
