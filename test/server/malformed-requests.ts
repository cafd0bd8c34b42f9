/** Requests that no decent client sends, made of a seed: the same seed, the same requests. */

/** How a request leaves the client. */
export interface Malformed {
  readonly bytes: Buffer
  /** Then the client says that no more comes, goes away, or waits. */
  readonly after: 'end' | 'destroy' | 'wait'
}

export type Chance = () => number

/** Numbers from 0 to 1 (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const METHODS = [
  'GET',
  'HEAD',
  'PUT',
  'POST',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'LOCK',
  'QUERY',
]
const NO_METHODS = [
  '',
  'get',
  'GETT',
  'G\0T',
  'ЖЖ',
  'GET GET',
  '\x7f',
  'CONNECT',
  'PRI',
  'GET\t',
  '(',
  'X'.repeat(300),
]
const PATHS = [
  '/',
  '/main.js',
  '/api',
  '/api/status',
  '/api/scenarios',
  '/api/scenarios/a',
  '/api/runs',
  '/api/runs/0123456789abcdef',
  '/api/runs/0123456789abcdef/report.html',
]
const TRICKS = [
  '/../../etc/passwd',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/package.json',
  '/....//....//etc/passwd',
  '/%252e%252e%252fetc',
  '/..\\..\\windows\\win.ini',
  '/%5c..%5c..%5cx',
  '/main.js%00.html',
  '/main.js\0',
  '/%c0%ae%c0%ae/%c0%afetc',
  '/%ff%fe%fd',
  '/%',
  '/%zz',
  '/%u002e',
  '//other.example/x',
  '///',
  '/api/scenarios/../../../etc/passwd',
  '/api/scenarios/%2e%2e%2f%2e%2e%2fx',
  '/api/scenarios/..;/x',
  '/api/scenarios/a%00b',
  '/api/scenarios/%F0%9F%90%AA',
  '/api/scenarios/__proto__',
  '/api/runs/constructor/toString',
  '/api/runs/%0d%0aSet-Cookie:%20a=b',
  '/?__proto__[x]=1',
  '/#x',
  '/api/status?'.padEnd(1500, 'a=b&'),
  '/'.padEnd(3000, 'x'),
  'http://other.example/',
  'file:///etc/passwd',
  '*',
  'x',
  '/<script>alert(1)</script>',
  '/\'"><svg onload=x>',
]
const TYPES = [
  'application/yaml',
  'application/yaml; charset=utf-16',
  'text/plain',
  'application/json',
  'multipart/form-data; boundary=',
  '\0',
  'application/x-www-form-urlencoded',
  'x'.repeat(500),
]
const HEADERS = [
  'Origin: http://other.example',
  'Origin: null',
  'Origin: \xff\xfe',
  'Sec-Fetch-Site: cross-site',
  'Sec-Fetch-Site: \t',
  'Host: other.example',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Length: 1e3',
  'Content-Length: 5, 6',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding: chunked, identity',
  'Transfer-Encoding : chunked',
  'Content-Encoding: gzip',
  'Content-Encoding: identity, br',
  'Expect: 100-continue',
  'Expect: a miracle',
  'Upgrade: h2c',
  'If-None-Match: *',
  'If-None-Match: "\xff", W/"',
  'Accept-Encoding: br;q=NaN, *;q=-1, gzip;;;',
  'Range: bytes=0-99999999999,-1',
  'Cookie: __proto__=1; a',
  'X-Forwarded-Host: other.example',
  'X-Http-Method-Override: DELETE',
  ': no name',
  'no colon',
  ' folded: yes',
  'X-Nul: \0',
  'X-Bell: \x07',
  `X-Long: ${'y'.repeat(9000)}`,
  `X-Longer: ${'y'.repeat(20_000)}`,
  Array.from({ length: 70 }, (_, k) => `X-${k}: 1`).join('\r\n'),
]
const BODIES = [
  '',
  '{',
  '[]',
  'null',
  '"',
  '{"keruen": 1, "measures": [{"__proto__": {"x": 1}}]}',
  'keruen: 1\nmeasures: [',
  'keruen: 1\nmeasures: {}\n',
  'keruen: 2\n',
  'keruen: .nan\n',
  'keruen: 1\n? [a, b]\n: c\n',
  'keruen: 1\ntitle: !!js/function "x"\n',
  'keruen: 1\n<<: *a\n',
  'keruen: 1\na: &a [*a]\n',
  'keruen: 1\ndraws: 1e999\nseed: -1\n',
  'keruen: 1\nparameters: { sigma: { estimate: /etc/passwd, coefficient: x } }\n',
  `keruen: 1\ntitle: "${'<script>'.repeat(50)}"\nname: ../../x\nmesures: []\n`,
  '- '.repeat(3000),
  '['.repeat(20_000),
  `{${'a: {'.repeat(4000)}`,
  'l: &l [x,x,x,x,x,x,x,x,x]\nm: &m [*l,*l,*l,*l,*l,*l,*l,*l,*l]\nn: &n [*m,*m,*m,*m,*m,*m,*m,*m,*m]\no: [*n,*n,*n,*n,*n,*n,*n]\n',
  '\xff\xfe\0\0',
  '\xc3(\xa0\xa1',
  '---\n---\n---\n',
  '%YAML 9.9\n---\n',
  '\t- x',
  '\u0000',
]
const SCENARIO =
  'keruen: 1\ntitle: "Shorter waits"\ndescription: >-\n  Nothing.\nmeasures: []\ndraws: 20\nseed: 7\n'
const SIGNS = [...'\0\x07\t\n :-[]{}"\'&*!|>%@`#,?0aZ~<\xff\xc3']
const PLACES = Array.from({ length: 97 }, (_, k) => k / 97)
const CHUNKS = [
  '0\r\n\r\n',
  'zz\r\nx\r\n',
  '-1\r\n',
  'ffffffffffffffff\r\nx',
  '5\r\nab',
  '5;x=y\r\nabcde\r\n0\r\nX: \0\r\n\r\n',
  `5;${'e'.repeat(20_000)}\r\nabcde\r\n`,
  '1\nx\n0\n\n',
  '3\r\nabcdef\r\n0\r\n\r\n',
  '',
]

type Of = <T>(list: readonly T[]) => T
type Often = (share: number) => boolean

/** One that reaches whoever reads scenarios. */
function spoiledScenario(of: Of, often: Often, port: number): Malformed {
  const [method, path] = of([
    ['PUT', '/api/scenarios/a'],
    ['PUT', '/api/scenarios/b-2'],
    ['POST', '/api/runs'],
  ] as const)
  const signs = [...SCENARIO]
  const spoiled = of([0, 1, 1, 2, 5, 20])
  for (let k = 0; k < spoiled; k++) signs[Math.floor(of(PLACES) * signs.length)] = of(SIGNS)
  const body = often(0.4) ? of(BODIES) : signs.join('')
  const isChunked = often(0.3)
  const text = [
    `${method} ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\nContent-Type: application/yaml\r\n`,
    isChunked ? 'Transfer-Encoding: chunked\r\n\r\n' : `Content-Length: ${body.length}\r\n\r\n`,
    isChunked && body !== '' ? `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n` : body,
  ].join('')
  return { bytes: Buffer.from(text, 'latin1'), after: 'wait' }
}

/** One more of them. */
export function malformedRequest(chance: Chance, port: number): Malformed {
  const of = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
  const often = (share: number): boolean => chance() < share
  const noise = (length: number): string =>
    Array.from({ length }, () => String.fromCharCode(Math.floor(chance() * 256))).join('')

  if (often(0.05))
    return { bytes: Buffer.from(noise(1 + Math.floor(chance() * 400)), 'latin1'), after: 'end' }
  if (often(0.3)) return spoiledScenario(of, often, port)
  const method = often(0.08) ? of(NO_METHODS) : of(METHODS)
  const target = often(0.5) ? of(TRICKS) : of(PATHS)
  const version = often(0.06)
    ? of(['HTTP/0.9', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/11', 'http/1.1', 'HTCPCP/1.0', ''])
    : 'HTTP/1.1'
  const body = often(0.5) ? of(BODIES) : ''
  const chunked = often(0.06)
  const isLonger = often(0.05)
  const lines = [
    `${method} ${target} ${version}`,
    often(0.1)
      ? of(['Host: other.example', 'Host:', 'Host: \0', 'X: 1', `Host: 127.0.0.1:${port}0`])
      : `Host: 127.0.0.1:${port}`,
    'Connection: close',
    ...(body === '' ? [] : [`Content-Type: ${often(0.75) ? TYPES[0] : of(TYPES)}`]),
    ...(chunked
      ? ['Transfer-Encoding: chunked']
      : body === ''
        ? []
        : [`Content-Length: ${body.length + (isLonger ? 7 : 0)}`]),
    ...(often(0.4) ? [of(HEADERS)] : []),
    ...(often(0.1) ? [of(HEADERS)] : []),
  ]
  const newline = often(0.04) ? of(['\n', '\r', '\n\r', '\r\n\r\n']) : '\r\n'
  const text = `${lines.join(newline)}${newline}${newline}${chunked ? of(CHUNKS) : body}`
  const isCut = often(0.08)
  const bytes = Buffer.from(isCut ? text.slice(0, Math.floor(chance() * text.length)) : text, 'latin1')
  if (often(0.03)) return { bytes, after: 'destroy' }
  // What may promise more than comes would be waited for.
  const isWhole =
    !isCut &&
    !chunked &&
    newline === '\r\n' &&
    !/Transfer-Encoding|Content-Length: .*[^\d\r]|Expect/.test(text)
  return { bytes, after: isWhole && !isLonger ? 'wait' : 'end' }
}
