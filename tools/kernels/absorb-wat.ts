/**
 * The text of the absorption kernels: what `src/gravity/fit/absorb/plain-kernels.ts` does, two lanes an instruction, the
 * lanes of a panel unrolled. No sum is reordered and nothing is fused, so the bits are those of the plain form.
 *
 * Written by a program because WebAssembly has no templates: one function for each width and number of other effects.
 */

import { both, ELEMENTARY_LOCALS, exponential, func, get, int, load, plus, set, store } from './wat.js'

/** Widths of panels and numbers of looked-up effects that have kernels of their own. */
export const WIDTHS = [2, 4, 6]
export const OTHERS = [1, 2]

export function absorbWat(): string {
  const functions = WIDTHS.flatMap(width =>
    OTHERS.flatMap(others => [apply(width, others), gradient(width, others), residualise(width, others)]),
  )
  return `(module\n  (import "env" "memory" (memory 1))\n${[...functions, gram(), combine(), exponentials()].join('\n')}\n)\n`
}

const lines = (count: number, line: (k: number) => string) =>
  Array.from({ length: count }, (_, k) => line(k)).join('\n')

/** Locals that all row loops share. */
const LOCALS = `(local $group i32) (local $row i32) (local $from i32) (local $to i32) (local $w v128) (local $m v128)`

/** for (group) { from, to; body } */
const forGroups = (body: string) => `
    (block $end (loop $next
      (br_if $end (i32.ge_u (local.get $group) (local.get $groups)))
      (local.set $from (i32.load (i32.add (local.get $starts) (i32.shl (local.get $group) (i32.const 2)))))
      (local.set $to (i32.load offset=4 (i32.add (local.get $starts) (i32.shl (local.get $group) (i32.const 2)))))
${body}
      (local.set $group (i32.add (local.get $group) (i32.const 1)))
      (br $next)))`

const forRows = (label: string, body: string) => `
      (local.set $row (local.get $from))
      (block $end${label} (loop $next${label}
        (br_if $end${label} (i32.ge_u (local.get $row) (local.get $to)))
        (local.set $w (v128.load64_splat (i32.add (local.get $weights) (i32.shl (local.get $row) (i32.const 3)))))
${body}
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br $next${label})))`

/** Address within a vector of the row's level of other effect `e`, in $at{e}. */
const levels = (width: number, others: number) =>
  lines(
    others,
    e =>
      `        (local.set $at${e} (i32.mul (i32.load (i32.add (local.get $ids${e}) (i32.shl (local.get $row) (i32.const 2)))) (i32.const ${width * 8})))`,
  )

/** Σ over the other effects of the vector's lanes k. */
const gathered = (others: number, k: number) => {
  const load = (e: number) => `(v128.load offset=${16 * k} (i32.add (local.get $vector) (local.get $at${e})))`
  return others === 1 ? load(0) : `(f64x2.add ${load(0)} ${load(1)})`
}

const zeroMeans = (lanes: number) => lines(lanes, k => `      (local.set $m${k} (v128.const f64x2 0 0))`)

const scaleMeans = (lanes: number) => `
      (local.set $m (v128.load64_splat (i32.add (local.get $inverse) (i32.shl (local.get $group) (i32.const 3)))))
${lines(lanes, k => `      (local.set $m${k} (f64x2.mul (local.get $m${k}) (local.get $m)))`)}`

const meanLocals = (lanes: number) => lines(lanes, k => `(local $m${k} v128)`)
const atLocals = (others: number) => lines(others, e => `(local $at${e} i32)`)
const idParameters = (others: number) => lines(others, e => `(param $ids${e} i32)`)
const rowAddress = (width: number) =>
  `        (local.set $x (i32.add (local.get $columns) (i32.mul (local.get $row) (i32.const ${width * 8}))))`

const addTo = (e: number, k: number, value: string) =>
  `          (v128.store offset=${16 * k} (i32.add (local.get $out) (local.get $at${e})) (f64x2.add (v128.load offset=${16 * k} (i32.add (local.get $out) (local.get $at${e}))) ${value}))`

function apply(width: number, others: number): string {
  const lanes = width / 2
  return `  (func (export "apply${width}x${others}") (param $groups i32) (param $starts i32) ${idParameters(others)} (param $weights i32) (param $inverse i32) (param $vector i32) (param $out i32)
    ${LOCALS} ${atLocals(others)} ${meanLocals(lanes)} (local $v v128)
${forGroups(`${zeroMeans(lanes)}
${forRows(
  'Sum',
  `${levels(width, others)}
${lines(lanes, k => `        (local.set $m${k} (f64x2.add (local.get $m${k}) (f64x2.mul (local.get $w) ${gathered(others, k)})))`)}`,
)}
${scaleMeans(lanes)}
${forRows(
  'Scatter',
  `${levels(width, others)}
${lines(
  lanes,
  k => `        (local.set $v (f64x2.mul (local.get $w) (f64x2.sub ${gathered(others, k)} (local.get $m${k}))))
${lines(others, e => addTo(e, k, '(local.get $v)'))}`,
)}`,
)}`)})`
}

function gradient(width: number, others: number): string {
  const lanes = width / 2
  return `  (func (export "gradient${width}x${others}") (param $groups i32) (param $starts i32) ${idParameters(others)} (param $weights i32) (param $inverse i32) (param $columns i32) (param $out i32)
    ${LOCALS} ${atLocals(others)} ${meanLocals(lanes)} (local $v v128) (local $x i32)
${forGroups(`${zeroMeans(lanes)}
${forRows(
  'Sum',
  `${rowAddress(width)}
${lines(lanes, k => `        (local.set $m${k} (f64x2.add (local.get $m${k}) (f64x2.mul (local.get $w) (v128.load offset=${16 * k} (local.get $x)))))`)}`,
)}
${scaleMeans(lanes)}
${forRows(
  'Scatter',
  `${levels(width, others)}
${rowAddress(width)}
${lines(
  lanes,
  k => `        (local.set $v (f64x2.mul (local.get $w) (f64x2.sub (v128.load offset=${16 * k} (local.get $x)) (local.get $m${k}))))
${lines(others, e => addTo(e, k, '(local.get $v)'))}`,
)}`,
)}`)})`
}

function residualise(width: number, others: number): string {
  const lanes = width / 2
  return `  (func (export "residualise${width}x${others}") (param $groups i32) (param $starts i32) ${idParameters(others)} (param $weights i32) (param $inverse i32) (param $columns i32) (param $vector i32) (param $keep i32) (param $sign i32)
    ${LOCALS} ${atLocals(others)} ${meanLocals(lanes)} (local $x i32)
${forGroups(`${zeroMeans(lanes)}
${forRows(
  'Sum',
  `${levels(width, others)}
${rowAddress(width)}
${lines(lanes, k => `        (local.set $m${k} (f64x2.add (local.get $m${k}) (f64x2.mul (local.get $w) (f64x2.sub (v128.load offset=${16 * k} (local.get $x)) ${gathered(others, k)}))))`)}`,
)}
${scaleMeans(lanes)}
${forRows(
  'Write',
  `${levels(width, others)}
${rowAddress(width)}
${lines(
  lanes,
  k => `        (v128.store offset=${16 * k} (local.get $x)
          (f64x2.sub (f64x2.mul (v128.load offset=${16 * k} (local.get $x)) (v128.load offset=${16 * k} (local.get $keep)))
            (f64x2.mul (f64x2.add ${gathered(others, k)} (local.get $m${k})) (v128.load offset=${16 * k} (local.get $sign)))))`,
)}`,
)}`)})`
}

/** Widths are given at run time: the sums lie in memory, as in the plain form. */
function gram(): string {
  return `  (func (export "gram") (param $size i32) (param $weights i32) (param $left i32) (param $leftBytes i32) (param $right i32) (param $rightBytes i32) (param $out i32)
    (local $row i32) (local $l i32) (local $endLeft i32) (local $r i32) (local $endRight i32) (local $o i32) (local $weight f64) (local $v v128)
    (block $end (loop $next
      (br_if $end (i32.ge_u (local.get $row) (local.get $size)))
      (local.set $weight (f64.load (local.get $weights)))
      (local.set $o (local.get $out))
      (local.set $l (local.get $left))
      (local.set $endLeft (i32.add (local.get $left) (local.get $leftBytes)))
      (local.set $endRight (i32.add (local.get $right) (local.get $rightBytes)))
      (loop $lane
        (local.set $v (f64x2.splat (f64.mul (local.get $weight) (f64.load (local.get $l)))))
        (local.set $r (local.get $right))
        (loop $pair
          (v128.store (local.get $o) (f64x2.add (v128.load (local.get $o)) (f64x2.mul (local.get $v) (v128.load (local.get $r)))))
          (local.set $o (i32.add (local.get $o) (i32.const 16)))
          (local.set $r (i32.add (local.get $r) (i32.const 16)))
          (br_if $pair (i32.lt_u (local.get $r) (local.get $endRight))))
        (local.set $l (i32.add (local.get $l) (i32.const 8)))
        (br_if $lane (i32.lt_u (local.get $l) (local.get $endLeft))))
      (local.set $weights (i32.add (local.get $weights) (i32.const 8)))
      (local.set $left (local.get $endLeft))
      (local.set $right (local.get $endRight))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br $next))))`
}

function combine(): string {
  return `  (func (export "combine") (param $size i32) (param $columns i32) (param $bytes i32) (param $coefficients i32) (param $out i32)
    (local $row i32) (local $at i32) (local $total v128)
    (block $end (loop $next
      (br_if $end (i32.ge_u (local.get $row) (local.get $size)))
      (local.set $total (v128.const f64x2 0 0))
      (local.set $at (i32.const 0))
      (loop $pair
        (local.set $total (f64x2.add (local.get $total) (f64x2.mul
          (v128.load (i32.add (local.get $columns) (local.get $at)))
          (v128.load (i32.add (local.get $coefficients) (local.get $at))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $pair (i32.lt_u (local.get $at) (local.get $bytes))))
      (f64.store (local.get $out) (f64.add (f64.load (local.get $out))
        (f64.add (f64x2.extract_lane 0 (local.get $total)) (f64x2.extract_lane 1 (local.get $total)))))
      (local.set $columns (i32.add (local.get $columns) (local.get $bytes)))
      (local.set $out (i32.add (local.get $out) (i32.const 8)))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br $next))))`
}

/** Two at a time. Returns how many leading pairs were done, all within the range of `exponential`: the caller does the rest plainly. */
function exponentials(): string {
  const isWithin = `(v128.and (f64x2.gt ${get('x')} ${both(-708)}) (f64x2.lt ${get('x')} ${both(709)}))`
  return func(
    'exponentials',
    { pairs: 'i32', values: 'i32', out: 'i32' },
    { done: 'i32', x: 'v128', ...ELEMENTARY_LOCALS },
    `(block $end (loop $next
      (br_if $end (i32.ge_u ${get('done')} ${get('pairs')}))
      ${set('x', load(get('values')))}
      (br_if $end (i32.eqz (i64x2.all_true ${isWithin})))
      ${exponential('x', 'x')}
      ${store(get('out'), get('x'))}
      ${set('values', plus(get('values'), int(16)))}
      ${set('out', plus(get('out'), int(16)))}
      ${set('done', plus(get('done'), int(1)))}
      (br $next)))
    ${get('done')}`,
    '(result i32)',
  )
}
