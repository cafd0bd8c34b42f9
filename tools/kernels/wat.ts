/** Pieces of WebAssembly text that the kernels' programs share; numbers are vectors of two doubles unless said otherwise. */

export const get = (name: string) => `(local.get $${name})`
export const set = (name: string, value: string) => `(local.set $${name} ${value})`
export const both = (value: number | string) => `(v128.const f64x2 ${value} ${value})`
export const add = (a: string, b: string) => `(f64x2.add ${a} ${b})`
export const sub = (a: string, b: string) => `(f64x2.sub ${a} ${b})`
export const mul = (a: string, b: string) => `(f64x2.mul ${a} ${b})`
export const div = (a: string, b: string) => `(f64x2.div ${a} ${b})`

/** A local that holds a vector, so much more. */
export const addTo = (name: string, value: string) => set(name, add(get(name), value))

export const int = (value: number) => `(i32.const ${value})`
/** Sum of addresses. */
export const plus = (first: string, ...others: string[]) =>
  others.reduce((sum, other) => `(i32.add ${sum} ${other})`, first)
export const times = (value: string, factor: number) => `(i32.mul ${value} ${int(factor)})`

export const load = (address: string) => `(v128.load ${address})`
/** One double twice. */
export const loadBoth = (address: string) => `(v128.load64_splat ${address})`
export const store = (address: string, value: string) => `(v128.store ${address} ${value})`
/** One byte of an array, as a condition. */
export const flag = (array: string, index: string) => `(i32.load8_u ${plus(get(array), get(index))})`

export const when = (condition: string, yes: string, no = '') =>
  `(if ${condition} (then ${yes})${no === '' ? '' : ` (else ${no})`})`

/** Runs the body while the local is below the other, which may be zero from the start. */
export const forEach = (index: string, end: string, step: number, body: string) => `
    ${set(index, int(0))}
    (block $end_${index} (loop $next_${index}
      (br_if $end_${index} (i32.ge_u ${get(index)} ${get(end)}))
      ${body}
      ${set(index, plus(get(index), int(step)))}
      (br $next_${index})))`

export function func(
  name: string,
  parameters: Readonly<Record<string, 'i32' | 'f64'>>,
  locals: Readonly<Record<string, 'i32' | 'f64' | 'v128'>>,
  body: string,
  result = '',
): string {
  const declare = (kind: string, of: Readonly<Record<string, string>>) =>
    Object.entries(of)
      .map(([local, type]) => `(${kind} $${local} ${type})`)
      .join(' ')
  return `  (func (export "${name}") ${declare('param', parameters)} ${result}
    ${declare('local', locals)}
    ${body})`
}

const vectors = (...names: string[]) =>
  Object.fromEntries(names.map(name => [name, 'v128'])) as Record<string, 'v128'>

export { vectors }

/** Locals that `exponential` and `logarithm` use. */
export const ELEMENTARY_LOCALS = vectors('exponent', 'high', 'low', 'rest', 'square', 'series')

/** c₀ + x (c₁ + x (c₂ + …)). */
const polynomial = (x: string, [first, ...others]: readonly string[]): string =>
  others.length === 0 ? both(first!) : add(both(first!), mul(x, polynomial(x, others)))

/**
 * Sets a local to e to the power of another, with the operations of `src/numeric/elementary.ts` in their order; within −708
 * … 709 only, where 2^k is a normal double made from its bits.
 */
export function exponential(target: string, x: string): string {
  const series = polynomial(get('square'), [
    '0.16666666666666602',
    '-0.0027777777777015593',
    '6.613756321437934e-5',
    '-1.6533902205465252e-6',
    '4.1381367970572385e-8',
  ])
  const power = `(i64x2.shl (i64x2.extend_low_i32x4_s (i32x4.add (i32x4.trunc_sat_f64x2_s_zero ${get('exponent')}) (v128.const i32x4 1023 1023 1023 1023))) ${int(52)})`
  return [
    set('exponent', `(f64x2.floor ${add(mul(get(x), both(Math.LOG2E)), both(0.5))})`),
    set('high', sub(get(x), mul(get('exponent'), both('0.6931471803691238')))),
    set('low', mul(get('exponent'), both('1.9082149292705877e-10'))),
    set('rest', sub(get('high'), get('low'))),
    set('square', mul(get('rest'), get('rest'))),
    set('series', sub(get('rest'), mul(get('square'), series))),
    set(
      'series',
      sub(
        both(1),
        sub(sub(get('low'), div(mul(get('rest'), get('series')), sub(both(2), get('series')))), get('high')),
      ),
    ),
    set(target, mul(get('series'), power)),
  ].join('\n      ')
}

/** Sets a local to the natural logarithm of another, as above; for normal positive doubles only. */
export function logarithm(target: string, x: string): string {
  const bits = (value: string) => `(v128.const i64x2 ${value} ${value})`
  /** Bits of √½ in the upper word; one less those. */
  const [ROOT, ABOVE] = [bits('0x3fe6a09e00000000'), bits('0x00095f6200000000')]
  // 2^52 + 2^51: an integer added to its bits is the same added to the number.
  const magic = '0x4338000000000000'
  const exponent = `(i64x2.sub (i64x2.shr_u ${get('square')} ${int(52)}) ${bits('1023')})`
  const even = mul(
    get('square'),
    polynomial(get('square'), ['0.3999999999940942', '0.22222198432149784', '0.15313837699209373']),
  )
  const odd = mul(
    get('rest'),
    polynomial(get('square'), [
      '0.6666666666666735',
      '0.2857142874366239',
      '0.1818357216161805',
      '0.14798198605116586',
    ]),
  )
  return [
    set('square', `(i64x2.add ${get(x)} ${ABOVE})`),
    set('exponent', sub(`(i64x2.add ${exponent} ${bits(magic)})`, both('6755399441055744'))),
    set(
      'series',
      sub(`(i64x2.add (v128.and ${get('square')} ${bits('0x000fffffffffffff')}) ${ROOT})`, both(1)),
    ),
    // series = f, high = s, rest = z, square = w, low = ½ f²
    set('high', div(get('series'), add(both(2), get('series')))),
    set('rest', mul(get('high'), get('high'))),
    set('square', mul(get('rest'), get('rest'))),
    set('low', mul(mul(both(0.5), get('series')), get('series'))),
    set(
      target,
      sub(
        mul(get('exponent'), both('0.6931471803691238')),
        sub(
          sub(
            get('low'),
            add(
              mul(get('high'), add(get('low'), add(even, odd))),
              mul(get('exponent'), both('1.9082149292705877e-10')),
            ),
          ),
          get('series'),
        ),
      ),
    ),
  ].join('\n      ')
}
