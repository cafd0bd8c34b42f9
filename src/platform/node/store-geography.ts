/** Entry point of the build: stores the geography of the report's maps in dist/. */
import { loadDataset } from './dataset.js'
import { storeGeography } from './result-assets.js'

await storeGeography(await loadDataset())
