/** Entry point of the build: stores the geography of the report's wide map in dist/. */
import { storeHomeGeography } from './result-assets.js'

await storeHomeGeography()
