/** The main lanes at sea as chains of points, drawn for orientation (own coordinates, no traffic). */
import type { Place } from '../../dataset/dataset.js'

type Degrees = readonly [number, number]

/** Main container lanes around Eurasia; each bends round the capes it passes. */
export const SEA_LANES: readonly (readonly Degrees[])[] = [
  // Yellow Sea and East China Sea to Malacca
  [
    [120.8, 36],
    [122.6, 35.2],
    [123, 32.6],
    [122.9, 30.5],
    [121.6, 27.4],
    [119.9, 24.8],
    [117.5, 22.6],
    [114.3, 21.6],
    [111.5, 17.5],
    [109.9, 12],
    [107.5, 7.5],
    [104.6, 2.2],
    [103.6, 1.15],
    [101.2, 2.7],
    [98, 5.4],
    [94.8, 6.1],
  ],
  // Malacca round Sri Lanka to Bab el-Mandeb and Suez
  [
    [94.8, 6.1],
    [87, 5.7],
    [80.6, 5.6],
    [76, 7.2],
    [66, 10.2],
    [55, 12.9],
    [51.5, 12.4],
    [47, 12],
    [43.9, 12],
    [43.35, 12.55],
    [42.4, 14.2],
    [40, 17.6],
    [38, 21.2],
    [36, 24.6],
    [34.2, 27.4],
    [33.2, 28.8],
    [32.55, 29.9],
  ],
  // Suez to the Aegean, and on to Gibraltar
  [
    [32.4, 31.4],
    [30, 32.6],
    [26.6, 34.2],
    [23.4, 35.6],
    [22.3, 36.1],
    [19, 36],
    [15, 36.2],
  ],
  [
    [32.4, 31.4],
    [29.8, 33.8],
    [27.6, 35.6],
    [26.2, 36.8],
    [25.2, 38.4],
    [25.6, 39.6],
    [26.2, 40.05],
  ],
  // Persian Gulf to Karachi, Mumbai and Colombo
  [
    [50.2, 28.4],
    [52.6, 26.4],
    [54.8, 25.9],
    [56.4, 26.5],
    [57, 25.6],
    [58.8, 24.8],
    [62.4, 24],
    [66.4, 24.2],
    [69, 21.6],
    [71.6, 19.4],
    [72.4, 17.6],
    [73.2, 14.4],
    [75, 10.4],
    [77, 7.3],
    [80.6, 5.6],
  ],
  // Bohai, and the Korea Strait to Japan and the Pacific
  [
    [119.2, 38.7],
    [121, 38.4],
    [123.2, 37.2],
    [123.6, 35.2],
    [125.2, 33.4],
    [127.6, 33.4],
    [129.5, 34.7],
    [131.5, 36.6],
    [132.6, 41.5],
  ],
  // Baltic
  [
    [11.3, 56.2],
    [12.8, 54.9],
    [15.5, 55.4],
    [18.5, 56.4],
    [21, 58.6],
    [23.4, 59.5],
    [26.5, 59.9],
    [29.2, 60],
  ],
]

const INNER_SEAS: readonly (readonly [number, number, number, number])[] = [
  [46.3, 36.2, 55.2, 47.2], // Caspian Sea with the mouth of the Volga
  [27.4, 40.8, 42, 47.3], // Black Sea and Sea of Azov
]

/** Whether both ends lie on the Caspian or both on the Black Sea, where a crossing is part of a land corridor. */
export function isInnerSea(from: Place, to: Place): boolean {
  return INNER_SEAS.some(([west, south, east, north]) =>
    [from, to].every(
      place =>
        place.longitude >= west &&
        place.longitude <= east &&
        place.latitude >= south &&
        place.latitude <= north,
    ),
  )
}
