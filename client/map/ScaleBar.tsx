import type L from 'leaflet'
import { useEffect, useState } from 'react'
import { metresPerPixel } from './mercator.ts'
import { roundScale } from './round-scale.ts'

interface ScaleBarProps {
  map: L.Map
  locked: boolean
  /** "view locked" / "view follows". */
  lockLabel: string
  /** Says what the button does: fit and unlock. */
  fitLabel: string
  /** The keycap of `fit`, drawn by the caller's own component. */
  keycap: React.ReactNode
  /** Length in words: metres → "100 m". */
  lengthLabel(metres: number): string
  /** "MADE UP" in a rehearsal, otherwise null. */
  madeUp: string | null
  onFit(): void
  /** Further buttons. */
  children?: React.ReactNode
}

/** Scale, lock of the view, and whether the streets are real. */
export function ScaleBar(props: ScaleBarProps) {
  const { map, locked, lockLabel, fitLabel, keycap, lengthLabel, madeUp, onFit, children } = props
  const { metres, pixels } = useScale(map)
  return (
    <div className="map-scale">
      <span>{lengthLabel(metres)}</span>
      <svg width={pixels + 2} height="8" aria-hidden="true">
        <path d={`M1 1v6h${pixels}V1`} />
      </svg>
      {madeUp !== null && <span className="map-scale-made">{madeUp}</span>}
      <span className="map-scale-rule" />
      <button type="button" title={fitLabel} onClick={onFit}>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path
            d={`M3 6.5h8V12H3z${locked ? 'M4.8 6.5V4.3a2.2 2.2 0 0 1 4.4 0v2.2' : 'M4.8 6.5V3.3a2.2 2.2 0 0 1 4.2-.9'}`}
          />
        </svg>
        <span>{lockLabel}</span>
        {keycap}
      </button>
      {children}
    </div>
  )
}

function useScale(map: L.Map): { metres: number; pixels: number } {
  const read = () => roundScale(metresPerPixel(map.getCenter().lat, map.getZoom()))
  const [scale, setScale] = useState(read)
  useEffect(() => {
    const update = () => {
      const next = read()
      setScale((now) => (now.metres === next.metres && now.pixels === next.pixels ? now : next))
    }
    map.on('moveend zoomend', update)
    update()
    return () => {
      map.off('moveend zoomend', update)
    }
  })
  return scale
}
