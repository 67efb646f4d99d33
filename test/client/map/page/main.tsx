import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Carriers } from '../../../../client/map/carriers.ts'
import { Legend } from '../../../../client/map/Legend.tsx'
import type { LiveMap } from '../../../../client/map/live-map.ts'
import { MapView } from '../../../../client/map/MapView.tsx'
import { ScaleBar } from '../../../../client/map/ScaleBar.tsx'
import { isMadeUp } from '../../../../client/map/tiles.ts'
import '../../../../client/ui/tokens.css'
import '../../../../client/ui/base.css'
import { cityCentre, cityOf } from '../../../../shared/city/city.ts'
import { makeCarriers, makeShapes, moveTo } from './scene.ts'

/** The map by itself, for pictures and measurements: ?theme, ?count, ?zoom, ?lat, ?lng, ?shapes=0, ?moving=1, ?tiles, ?pmtiles. */
const ask = new URLSearchParams(location.search)
document.documentElement.dataset.theme = ask.get('theme') ?? 'dark'
const city = cityOf(11)
const ground = {
  locale: 'ru' as const,
  city: ask.get('city') === '0' ? null : city,
  tilesUrl: ask.get('tiles') ?? undefined,
  pmtilesUrl: ask.get('pmtiles') ?? undefined,
  attribution: 'Плитки: пример',
}
const centre = {
  lat: Number(ask.get('lat') ?? cityCentre.lat),
  lng: Number(ask.get('lng') ?? cityCentre.lng),
}
const started = Date.now()
const now = () => (ask.get('moving') ? Date.now() : started)
const carriers = makeCarriers(city, Number(ask.get('count') ?? 640), now)
const near = (east: number, north: number) => ({
  lat: cityCentre.lat + north / 111_195,
  lng: cityCentre.lng + east / 81_000,
})
if (carriers.table.size > 70) {
  moveTo(carriers, 0, near(20, -60))
  for (const no of [1, 2, 3]) moveTo(carriers, no, near(20 + 10 * no, -50))
  moveTo(carriers, 32, near(390, 330))
  moveTo(carriers, 33, near(430, 640))
  for (const no of [34, 35]) moveTo(carriers, no, near(390 - no, 325))
  moveTo(carriers, 64, near(-180, 40))
  for (const no of [65, 66, 67]) moveTo(carriers, no, near(-180 + 5 * (no - 65), 40))
  moveTo(carriers, 66, near(-200, 160))
}
if (ask.get('moving'))
  setInterval(() => {
    for (let no = 0; no < carriers.table.size; no += 5) {
      carriers.table.lat[no] = (carriers.table.lat[no] as number) + (Math.random() - 0.5) * 2e-4
      carriers.table.at[no] = Date.now()
    }
    window.live?.positions.changed()
  }, 250)

window.carriers = carriers

declare global {
  interface Window {
    live?: LiveMap
    carriers?: Carriers
    picked?: unknown
  }
}

function Page() {
  const [live, setLive] = useState<LiveMap | null>(null)
  const [locked, setLocked] = useState(false)
  return (
    <>
      <MapView
        ground={ground}
        carriers={carriers}
        label="Карта"
        onReady={(ready) => {
          window.live = ready
          ready.lasso.allow(true)
          ready.map.setView([centre.lat, centre.lng], Number(ask.get('zoom') ?? 15))
          if (ask.get('shapes') !== '0') ready.shapes.set(makeShapes(city, cityCentre))
          setLive(ready)
        }}
        onPick={(what) => {
          window.picked = what
        }}
        onLock={setLocked}
      />
      {live && (
        <div style={{ position: 'absolute', left: 12, top: 12, zIndex: 500 }}>
          <ScaleBar
            map={live.map}
            locked={locked}
            lockLabel={locked ? 'вид закреплён' : 'вид следует'}
            fitLabel="Показать всё"
            keycap={<kbd>0</kbd>}
            lengthLabel={(metres) => (metres < 1000 ? `${metres} м` : `${metres / 1000} км`)}
            madeUp={isMadeUp(ground) ? 'ВЫДУМАНО' : null}
            onFit={() => live.camera.fit()}
          />
        </div>
      )}
      <div style={{ position: 'absolute', left: 12, bottom: 12, zIndex: 500 }}>
        <Legend
          unit="наряд полиции"
          assistant="помощник"
          busy="занят"
          ageing="фиксация 60 с назад"
          lost="потерян"
          post="пост"
          ghost="ещё не приказ"
        />
      </div>
    </>
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />)
