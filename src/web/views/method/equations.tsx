/** The equations of the model as MathML. */
import type { ComponentChildren, JSX } from 'preact'

function Block({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="equation">
      <math display="block">{children}</math>
    </div>
  )
}

/** A letter with what stands low beside it, and a mark above or behind it. */
function Letter({ name, low, mark }: { name: string; low?: string; mark?: 'hat' | 'prime' }) {
  const plain = <mi>{name}</mi>
  const marked =
    mark === 'hat' ? (
      <mover accent>
        {plain}
        <mo>^</mo>
      </mover>
    ) : (
      plain
    )
  const index = low === undefined ? undefined : <mi>{low}</mi>
  if (mark === 'prime') {
    return index === undefined ? (
      <msup>
        {marked}
        <mo>′</mo>
      </msup>
    ) : (
      <msubsup>
        {marked}
        {index}
        <mo>′</mo>
      </msubsup>
    )
  }
  return index === undefined ? (
    marked
  ) : (
    <msub>
      {marked}
      {index}
    </msub>
  )
}

function Sign({ children }: { readonly children: string }) {
  return <mo>{children}</mo>
}

/** e to the power of minus c over μ. */
function Weight({ low, spread }: { low: string; spread: string }) {
  return (
    <>
      <Letter name="PS" low={low} />
      <msup>
        <mi>e</mi>
        <mrow>
          <Sign>−</Sign>
          <Letter name="c" low={low} />
          <Sign>/</Sign>
          <mi>{spread}</mi>
        </mrow>
      </msup>
    </>
  )
}

function Sum({ over }: { readonly over: string }) {
  return (
    <munder>
      <Sign>∑</Sign>
      <mi>{over}</mi>
    </munder>
  )
}

function Routes() {
  return (
    <>
      <Block>
        <Letter name="c" low="r" />
        <Sign>=</Sign>
        <mtext>USD</mtext>
        <Sign>+</Sign>
        <mi>v</mi>
        <mi>h</mi>
      </Block>
      <Block>
        <Letter name="s" low="r" />
        <Sign>=</Sign>
        <mfrac>
          <mrow>
            <Weight low="r" spread="μ" />
          </mrow>
          <mrow>
            <Sum over="k" />
            <Weight low="k" spread="μ" />
          </mrow>
        </mfrac>
      </Block>
      <Block>
        <mi>C</mi>
        <Sign>=</Sign>
        <Sign>−</Sign>
        <mi>μ</mi>
        <mi>ln</mi>
        <Sum over="k" />
        <Weight low="k" spread="μ" />
      </Block>
    </>
  )
}

function Avoidance() {
  return (
    <Block>
      <mi>C</mi>
      <Sign>=</Sign>
      <mi>a</mi>
      <Letter name="C" low="0" />
      <Sign>+</Sign>
      <Sign>(</Sign>
      <mn>1</mn>
      <Sign>−</Sign>
      <mi>a</mi>
      <Sign>)</Sign>
      <Letter name="C" low="1" />
    </Block>
  )
}

function TariffRatio() {
  return (
    <mfrac>
      <mrow>
        <mn>1</mn>
        <Sign>+</Sign>
        <Letter name="t" low="ij" mark="prime" />
      </mrow>
      <mrow>
        <mn>1</mn>
        <Sign>+</Sign>
        <Letter name="t" low="ij" />
      </mrow>
    </mfrac>
  )
}

function Costs() {
  return (
    <>
      <Block>
        <mi>g</mi>
        <Sign>=</Sign>
        <mfrac>
          <mrow>
            <mi>p</mi>
            <Sign>+</Sign>
            <Letter name="C" mark="prime" />
            <Sign>+</Sign>
            <Letter name="V" mark="prime" />
          </mrow>
          <mrow>
            <mi>p</mi>
            <Sign>+</Sign>
            <mi>C</mi>
            <Sign>+</Sign>
            <mi>V</mi>
          </mrow>
        </mfrac>
      </Block>
      <Block>
        <Letter name="τ" low="ij" mark="hat" />
        <Sign>=</Sign>
        <mi>b</mi>
        <Sign>+</Sign>
        <Rest of="b" />
        <Sign>(</Sign>
        <mi>f</mi>
        <Sign>+</Sign>
        <Rest of="f" />
        <mi>g</mi>
        <Sign>)</Sign>
        <Sign>·</Sign>
        <TariffRatio />
      </Block>
    </>
  )
}

/** One less a share. */
function Rest({ of: share }: { readonly of: string }) {
  return (
    <mrow>
      <Sign>(</Sign>
      <mn>1</mn>
      <Sign>−</Sign>
      <mi>{share}</mi>
      <Sign>)</Sign>
    </mrow>
  )
}

/** ŵ τ̂ to the power of minus θ. */
function Supply({ from }: { readonly from: string }) {
  return (
    <msup>
      <mrow>
        <Sign>(</Sign>
        <Letter name="w" low={from} mark="hat" />
        <Letter name="τ" low={`${from}j`} mark="hat" />
        <Sign>)</Sign>
      </mrow>
      <mrow>
        <Sign>−</Sign>
        <mi>θ</mi>
      </mrow>
    </msup>
  )
}

function Equilibrium() {
  return (
    <>
      <Block>
        <Letter name="π" low="ij" mark="prime" />
        <Sign>=</Sign>
        <mfrac>
          <mrow>
            <Letter name="π" low="ij" />
            <Supply from="i" />
          </mrow>
          <mrow>
            <Sum over="k" />
            <Letter name="π" low="kj" />
            <Supply from="k" />
          </mrow>
        </mfrac>
      </Block>
      <Block>
        <Letter name="w" low="i" mark="hat" />
        <Letter name="Y" low="i" />
        <Sign>=</Sign>
        <Sum over="j" />
        <mfrac>
          <mrow>
            <Letter name="π" low="ij" mark="prime" />
            <Letter name="E" low="j" mark="prime" />
          </mrow>
          <mrow>
            <mn>1</mn>
            <Sign>+</Sign>
            <Letter name="t" low="ij" mark="prime" />
          </mrow>
        </mfrac>
      </Block>
      <Block>
        <Letter name="E" low="j" mark="prime" />
        <Sign>=</Sign>
        <Letter name="w" low="j" mark="hat" />
        <Letter name="Y" low="j" />
        <Sign>+</Sign>
        <Letter name="D" low="j" mark="prime" />
        <Sign>+</Sign>
        <Letter name="R" low="j" mark="prime" />
      </Block>
    </>
  )
}

function Income() {
  return (
    <Block>
      <msup>
        <mrow>
          <Sign>(</Sign>
          <Letter name="E" mark="hat" />
          <Sign>/</Sign>
          <Letter name="P" mark="hat" />
          <Sign>)</Sign>
        </mrow>
        <mrow>
          <mi>E</mi>
          <Sign>/</Sign>
          <mi>GDP</mi>
        </mrow>
      </msup>
      <Sign>(</Sign>
      <mn>1</mn>
      <Sign>−</Sign>
      <mrow>
        <mi>ΔD</mi>
        <Sign>/</Sign>
        <mi>GDP</mi>
      </mrow>
      <Sign>)</Sign>
    </Block>
  )
}

function Ranges() {
  return (
    <Block>
      <Sign>[</Sign>
      <Letter name="y" low="5 %" />
      <Sign>,</Sign>
      <Letter name="y" low="95 %" />
      <Sign>]</Sign>
      <mspace width="0.8em" />
      <Letter name="y" low="n" />
      <Sign>=</Sign>
      <mi>y</mi>
      <Sign>(</Sign>
      <Letter name="x" low="n" />
      <Sign>)</Sign>
    </Block>
  )
}

export const EQUATIONS: Readonly<Record<string, () => JSX.Element>> = {
  routes: Routes,
  avoidance: Avoidance,
  costs: Costs,
  equilibrium: Equilibrium,
  income: Income,
  ranges: Ranges,
}
