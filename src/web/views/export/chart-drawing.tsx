/** A drawing of the page, redrawn to the width that it has. */
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Drawing } from '../../export/drawing.js'

interface ChartDrawingProps {
  /** What a reader who does not see it is told. */
  readonly title: string
  readonly draw: (width: number) => Drawing
}

export function ChartDrawing({ title, draw }: ChartDrawingProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const id = useId()
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    observer.observe(frame.current!)
    return () => observer.disconnect()
  }, [])
  const drawing = width > 0 ? draw(width) : undefined
  return (
    <div class="chart-drawing" ref={frame}>
      {drawing !== undefined && (
        <svg
          role="img"
          aria-labelledby={id}
          width={drawing.width}
          height={drawing.height}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        >
          <title id={id}>{title}</title>
          {/* Made by the escaping helpers of the report. */}
          <g dangerouslySetInnerHTML={{ __html: drawing.body.markup }} />
        </svg>
      )}
    </div>
  )
}
