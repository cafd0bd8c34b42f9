/** The built page on a plain static host, and a Chromium that watches what it asks for. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../browser/chromium.js'
import { projectRoot } from '../embedded.js'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** As strict as the page's own server. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"

export interface Site {
  readonly address: string
  close(): Promise<void>
}

/** Serves dist/lab/ as a host does that knows nothing of it. */
export async function serveSite(): Promise<Site> {
  const folder = join(projectRoot, 'dist', 'lab')
  const files = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(path => statSync(join(folder, path)).isFile())
      .map(path => [`/${path.replaceAll('\\', '/')}`, readFileSync(join(folder, path))]),
  )
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://host').pathname
    const name = path === '/' ? '/index.html' : path
    const content = files.get(name)
    if (content === undefined) {
      response.writeHead(404).end()
      return
    }
    response
      .writeHead(200, {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
      })
      .end(content)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** A page of the lab and everything that went wrong on it. */
export interface LabPage {
  readonly page: Page
  /** Console errors and warnings, exceptions, requests to other hosts, refusals of the content policy. */
  readonly faults: string[]
}

export interface LabOptions extends BrowserContextOptions {
  /** For who has not been here before the first steps are shown; default false. */
  readonly isNewcomer?: boolean
}

export interface Lab extends Site {
  readonly browser: Browser
  /** Opens the page in a fresh context and waits until the model answers. */
  open(hash?: string, options?: LabOptions): Promise<LabPage>
}

export async function openLab(): Promise<Lab> {
  const site = await serveSite()
  const browser = await launchChromium()
  return {
    browser,
    address: site.address,
    close: async () => {
      await browser.close()
      await site.close()
    },
    open: async (hash = '', { isNewcomer = false, ...options } = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        ...options,
      })
      if (!isNewcomer) await context.addInitScript(() => localStorage.setItem('keruen-first-minute', 'seen'))
      const page = await context.newPage()
      const faults = watch(page, site.address)
      await page.goto(`${site.address}${hash}`)
      await page.waitForSelector('[data-engine="ready"]', { timeout: 60_000 })
      return { page, faults }
    },
  }
}

function watch(page: Page, address: string): string[] {
  const faults: string[] = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', error => faults.push(error.message))
  page.on('requestfailed', request =>
    faults.push(`no answer from ${request.url()}: ${request.failure()?.errorText}`),
  )
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) faults.push(`request to ${url}`)
  })
  return faults
}
