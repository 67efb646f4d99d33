import type L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useRef } from 'react'
import { MapContainer, useMap } from 'react-leaflet'
import { cityCentre } from '../../shared/city/city.ts'
import type { Carriers } from './carriers.ts'
import type { LiveMap, Picked } from './live-map.ts'
import { createLiveMap } from './live-map.ts'
import './map.css'
import type { GroundOptions } from './tiles.ts'
import { addGround } from './tiles.ts'

interface MapViewProps {
  /** Keep the object's identity; the map is built again when it changes. */
  ground: GroundOptions
  /** Changed in place by the caller, who then calls `live.positions.changed()`. */
  carriers: Carriers
  /** Name of the map for screen readers. */
  label: string
  onReady(live: LiveMap): void
  onPick(what: Picked): void
  onLock?(locked: boolean): void
}

/** The map's frame. It renders once; fixes, shapes and the camera go through the `LiveMap` that `onReady` hands out. */
export function MapView({ ground, carriers, label, onReady, onPick, onLock }: MapViewProps) {
  return (
    <section className="serik-map" aria-label={label}>
      <MapContainer
        center={[cityCentre.lat, cityCentre.lng]}
        zoom={13}
        minZoom={4}
        maxZoom={19}
        zoomControl={false}
        doubleClickZoom
        attributionControl
        worldCopyJump={false}
        className="serik-map-canvas"
      >
        <Live ground={ground} carriers={carriers} onReady={onReady} onPick={onPick} onLock={onLock} />
      </MapContainer>
    </section>
  )
}

function Live({ ground, carriers, onReady, onPick, onLock }: Omit<MapViewProps, 'label'>) {
  const map: L.Map = useMap()
  const heard = useRef({ onReady, onPick, onLock })
  useEffect(() => {
    heard.current = { onReady, onPick, onLock }
  })
  useEffect(() => addGround(map, ground), [map, ground])
  useEffect(() => {
    map.attributionControl.setPrefix(false)
    onlyArrowKeys(map)
    const live = createLiveMap(
      map,
      carriers,
      (what) => heard.current.onPick(what),
      (locked) => heard.current.onLock?.(locked),
    )
    heard.current.onReady(live)
    return live.remove
  }, [map, carriers])
  return null
}

/** Plus, minus and Escape belong to the desk's own table of keys. */
function onlyArrowKeys(map: L.Map): void {
  const keyboard = map.keyboard as unknown as { _zoomKeys: Record<number, number> }
  keyboard._zoomKeys = {}
}
