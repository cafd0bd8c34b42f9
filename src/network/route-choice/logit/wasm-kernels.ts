/** The loops of route choice as WebAssembly, two nodes an instruction; see `tools/kernels/logit-wat.ts`. */
import type { Kernel } from '../../../numeric/kernel-instance.js'
import { type CargoClasses, classPowers, type LogitKernels, type RouteChoice } from './kernels.js'

/** Stands for an array that is not there: the values of time lie at this address, and are never meant by it. */
const NONE = 0

/**
 * @param classes of an even number of nodes, at the beginning of the memory of the instance.
 * @param scratch of the same memory, two numbers by node.
 */
export function wasmKernels(
  exports: Readonly<Record<string, Kernel>>,
  classes: CargoClasses,
  scratch: Float64Array,
): LogitKernels {
  const { value, dispersion, seaDispersion } = classes
  const { squarings, roots } = classPowers(classes)
  const run = exports as Record<keyof LogitKernels, Kernel>
  const bytes = 8 * value.length
  const perDispersion = 1 / dispersion
  const perSeaDispersion = 1 / seaDispersion
  const anchorsOrReferences = (
    kernel: Kernel,
    { routes: { count, maritime, hours, usd }, available, terms }: RouteChoice,
  ): void => {
    kernel(
      count,
      bytes,
      available.byteOffset,
      maritime.byteOffset,
      hours.byteOffset,
      usd.byteOffset,
      value.byteOffset,
      terms.byteOffset,
    )
  }
  return {
    anchors(choice) {
      anchorsOrReferences(run.anchors, choice)
    },
    terms({ routes: { count, maritime, hours, usd, overlap }, available, terms }, beside) {
      run.terms(
        count,
        bytes,
        available.byteOffset,
        maritime.byteOffset,
        hours.byteOffset,
        usd.byteOffset,
        overlap.byteOffset,
        value.byteOffset,
        squarings,
        perDispersion,
        perSeaDispersion,
        terms.byteOffset,
        beside?.terms.byteOffset ?? NONE,
        beside?.differs.byteOffset ?? NONE,
      )
    },
    references(choice) {
      anchorsOrReferences(run.references, choice)
    },
    termsByNode({ routes: { count, maritime, hours, usd, overlap }, available, terms }, beside) {
      run.termsByNode(
        count,
        bytes,
        available.byteOffset,
        maritime.byteOffset,
        hours.byteOffset,
        usd.byteOffset,
        overlap.byteOffset,
        value.byteOffset,
        perDispersion,
        perSeaDispersion,
        terms.byteOffset,
        beside?.terms.byteOffset ?? NONE,
        beside?.differs.byteOffset ?? NONE,
      )
    },
    sums({ routes: { count, maritime }, available, terms, byNode }, part) {
      run.sums(
        count,
        bytes,
        available.byteOffset,
        maritime.byteOffset,
        terms.byteOffset,
        byNode.byteOffset,
        part?.available.byteOffset ?? NONE,
        part?.byNode.byteOffset ?? NONE,
      )
    },
    finish({ terms, byNode }, hasSea) {
      const { byteOffset } = terms
      const at = byNode.byteOffset
      return run.finish(hasSea ? 1 : 0, bytes, byteOffset, at, roots, dispersion, seaDispersion) === 1
    },
    shares({ routes: { count, maritime }, available, terms, byNode }, { weights }, out) {
      run.shares(
        count,
        bytes,
        available.byteOffset,
        maritime.byteOffset,
        terms.byteOffset,
        byNode.byteOffset,
        weights.byteOffset,
        scratch.byteOffset,
        out.byteOffset,
      )
    },
    costs({ byNode }, least, { weights, bins }, out) {
      run.costs(
        bytes,
        byNode.byteOffset,
        least.byNode.byteOffset,
        weights.byteOffset,
        bins.byteOffset,
        out.byteOffset,
      )
    },
    hours({ routes: { count, maritime }, available, terms, byNode }, { weights, bins }, hours, less, out) {
      run.hours(
        count,
        bytes,
        available.byteOffset,
        maritime.byteOffset,
        hours.byteOffset,
        less?.byteOffset ?? NONE,
        terms.byteOffset,
        byNode.byteOffset,
        weights.byteOffset,
        bins.byteOffset,
        scratch.byteOffset,
        out.byteOffset,
      )
    },
    displaced(old, next, { weights, bins }, { onlyLoses, isLoss }, out) {
      run.displaced(
        old.routes.count,
        bytes,
        old.available.byteOffset,
        next.available.byteOffset,
        old.routes.maritime.byteOffset,
        old.routes.hours.byteOffset,
        next.routes.hours.byteOffset,
        old.terms.byteOffset,
        next.terms.byteOffset,
        old.byNode.byteOffset,
        next.byNode.byteOffset,
        onlyLoses ? 1 : 0,
        isLoss ? 1 : 0,
        weights.byteOffset,
        bins.byteOffset,
        out.byteOffset,
      )
    },
  }
}
