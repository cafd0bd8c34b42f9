/** The drawing and its name for those who cannot see it; during a gesture it is moved as a whole. */
import { useMemo } from 'preact/hooks'
import { messages } from '../../i18n/messages.js'
import { dragging } from '../../state/lab.js'
import { inReadersWords } from '../../state/names.js'
import { betweenCameras } from './camera.js'
import { describeChange } from './facts.js'
import { CountryTargets, GroundLayer, LabelLayer, LineLayer, WaitLayer } from './map-layers.js'
import { cameraOf, type Drawn, factContext, washed } from './map-state.js'

export function MapDrawing({ drawn }: { readonly drawn: Drawn }) {
  const words = messages.value.map
  const { result, dataset } = factContext.value
  const known = useMemo(() => new Set(dataset.countries.map(country => country.iso3)), [dataset])
  const { scene, size, geography } = drawn
  // Neither follows the traffic: most answers leave both as they are.
  const tints = JSON.stringify([...scene.members, ...scene.washes])
  const ground = useMemo(
    () => <GroundLayer drawn={drawn} washed={washed.value} />,
    [geography, tints, washed.value],
  )
  const targets = useMemo(() => <CountryTargets drawn={drawn} known={known} />, [geography, known])
  const title = result.scenario.measures.length === 0 ? words.today : inReadersWords(result.scenario.title)
  return (
    <svg
      class={dragging.value ? 'map' : 'map is-eased'}
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby="map-title map-description"
    >
      <title id="map-title">{words.title(title)}</title>
      <desc id="map-description">{describeChange(scene.lines, factContext.value)}</desc>
      <Moved drawn={drawn}>
        {ground}
        {targets}
        <LineLayer drawn={drawn} />
        <WaitLayer drawn={drawn} />
        <LabelLayer labels={scene.labels} />
      </Moved>
    </svg>
  )
}

/** Lays nothing out: what a gesture moves it by is one attribute. */
export function Moved({
  drawn,
  children,
}: {
  readonly drawn: Drawn
  readonly children: preact.ComponentChildren
}) {
  const { scale, x, y } = betweenCameras(drawn.camera, cameraOf(drawn.size), drawn.size)
  const still = scale === 1 && x === 0 && y === 0
  return <g transform={still ? undefined : `translate(${x} ${y}) scale(${scale})`}>{children}</g>
}
