import { existsSync } from 'node:fs'

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** A Chromium of this machine, or undefined: then the browser tests are skipped and say so. */
export const chromiumPath: string | undefined = PLACES.find(path => path !== undefined && existsSync(path))

/** For the title of a test that may be skipped. */
export const skipReason: string =
  chromiumPath === undefined ? ' (skipped: no Chromium found; set CHROMIUM_PATH)' : ''

/** Flags that let it run as root in a container. */
export const LAUNCH = { executablePath: chromiumPath, args: ['--no-sandbox'] } as const
