import type { SmallMap } from '../../../../client/map/small-map.ts'
import { createSmallMap } from '../../../../client/map/small-map.ts'
import '../../../../client/ui/tokens.css'
import '../../../../client/ui/base.css'
import { cityCentre, cityOf } from '../../../../shared/city/city.ts'

/** The phone's map by itself: ?theme, ?unit=1. */
const ask = new URLSearchParams(location.search)
document.documentElement.dataset.theme = ask.get('theme') ?? 'dark'
const at = (east: number, north: number) => ({
  lat: cityCentre.lat + north / 111_195,
  lng: cityCentre.lng + east / 81_000,
})
declare global {
  interface Window {
    small?: SmallMap
  }
}
const small = createSmallMap(
  document.getElementById('map') as HTMLElement,
  { locale: 'ru', city: cityOf(11) },
  Date.now,
)
const time = Date.now() - 9_000
const perimeter = [at(-260, 170), at(270, 200), at(290, -180), at(-240, -210)]
if (ask.get('unit'))
  small.update({
    perimeter,
    iAmUnit: true,
    me: { at: at(0, 0), time, number: '14', label: 'вы' },
    members: [
      { at: at(60, -40), time, label: 'Ахметова А.' },
      { at: at(-5, 10), time: time - 60_000, label: 'Сериков Д.' },
    ],
  })
else
  small.update({
    perimeter,
    meeting: { at: at(-120, -60), label: 'сбор 21:50' },
    me: { at: at(-30, -70), time, label: 'вы' },
    unit: { at: at(60, 40), time, number: '14', label: 'Алатау-14' },
  })
window.small = small
