/** The text of a scenario that a request carries. */
import type { IncomingMessage } from 'node:http'
import { decodeUtf8 } from '../platform/node/files.js'
import { HttpFault } from './faults.js'
import { bodyTooLarge } from './gate.js'
import { LIMITS } from './limits.js'

/**
 * The type is one that no form and no simple request of another site can send.
 *
 * @throws HttpFault 415 of another type, 413 too large, 400 cut off; KeruenError `files.not-utf8`.
 */
export async function readScenarioBody(request: IncomingMessage): Promise<string> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/yaml\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    throw new HttpFault(415, {
      code: 'lab.wrong-type',
      expected: 'Content-Type: application/yaml',
      found: type === '' ? 'none' : type,
    })
  }
  return decodeUtf8(
    await readWithin(request, LIMITS.scenarioBytes),
    'scenario.yaml',
    'Send the text in UTF-8',
  )
}

/** Reads no further than the limit. */
function readWithin(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const cutOff = () =>
      finish(new HttpFault(400, { code: 'lab.cut-off', expected: 'a whole body', found: 'a part' }))
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size > most) finish(bodyTooLarge())
      else chunks.push(chunk)
    }
    const end = () => finish(undefined)
    const finish = (fault: HttpFault | undefined) => {
      request.off('data', take).off('end', end).off('error', cutOff).off('close', cutOff)
      // An error may still come once nobody reads: it is told already.
      request.on('error', () => {})
      if (fault === undefined) resolve(Buffer.concat(chunks))
      else {
        request.pause()
        reject(fault)
      }
    }
    request.on('data', take).on('end', end).on('error', cutOff).on('close', cutOff)
  })
}
