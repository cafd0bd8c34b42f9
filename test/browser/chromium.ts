import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

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

/** Starts it; the flag lets it run as root in a container. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
}
