import type { Carriers } from '../../../../client/map/carriers.ts'
import {
  flagAlarm,
  flagBusy,
  flagOffered,
  flagOut,
  flagSelected,
  kindAssistant,
  kindUnit,
} from '../../../../client/map/carriers.ts'
import type { Shape } from '../../../../client/map/shapes.ts'
import type { City } from '../../../../shared/city/city.ts'
import { randomFrom } from '../../../../shared/city/random.ts'
import { route } from '../../../../shared/city/route.ts'
import { junctionAt, nearestJunction } from '../../../../shared/city/street-graph.ts'
import type { LatLng } from '../../../../shared/geo/lat-lng.ts'
import { makeLiveTable, reserve } from '../../../../shared/positions/live-table.ts'

/** A seeded crowd on the city's streets, a sixteenth of it police units, and one shape of every kind. */
export function makeCarriers(city: City, count: number, now: () => number): Carriers {
  const random = randomFrom(5)
  const table = makeLiveTable(count)
  reserve(table, count - 1)
  const kind = new Uint8Array(count)
  const flags = new Uint16Array(count)
  const pairs: Array<[number, number, boolean]> = []
  const unitEvery = 16
  for (let no = 0; no < count; no++) {
    const isUnit = no % unitEvery === 0
    const unit = no - (no % unitEvery)
    const paired = !isUnit && no % unitEvery <= 3 && unit % 32 === 0
    let at = junctionAt(city.graph, Math.floor(random() * city.graph.lat.length))
    if (paired)
      at = {
        lat: (table.lat[unit] as number) + (random() - 0.5) * 0.0006,
        lng: (table.lng[unit] as number) + (random() - 0.5) * 0.0006,
      }
    table.lat[no] = at.lat + (random() - 0.5) * 0.0004
    table.lng[no] = at.lng + (random() - 0.5) * 0.0004
    table.at[no] = now() - random() * (random() < 0.06 ? 900_000 : 70_000)
    table.accuracy[no] = 5 + 40 * random()
    table.heading[no] = 360 * random()
    table.speed[no] = random() < 0.4 ? 8 : 0
    kind[no] = isUnit ? kindUnit : kindAssistant
    if (paired) {
      pairs.push([unit, no, false])
      flags[no] = flagBusy
    } else if (!isUnit && random() < 0.2) flags[no] = flagBusy
    else if (!isUnit && random() < 0.06) flags[no] = flagOffered
  }
  flags[0] = flagSelected
  flags[33] = (flags[33] as number) | flagOut
  flags[66] = (flags[66] as number) | flagAlarm
  return {
    table,
    kind,
    flags,
    pairs,
    now,
    lostAfter: () => 180_000,
    numberOf: (no) => String((no / unitEvery + 1) % 100),
    labelOf: (no) =>
      no === 0 ? 'Алатау-14\nк ней 96 м' : no === 33 ? 'Ли А.' : no === 66 ? 'Ахметова А.' : null,
    tagOf: (no) => (no === 66 ? 'SOS 02:41' : '34 м за границей'),
    lostLabelOf: (_no, age) => `${Math.round(age / 60_000)} мин`,
  }
}

export function moveTo(carriers: Carriers, no: number, { lat, lng }: LatLng): void {
  carriers.table.lat[no] = lat
  carriers.table.lng[no] = lng
  carriers.table.at[no] = carriers.now() - 12_000
}

export function makeShapes(city: City, centre: LatLng): Shape[] {
  const at = (east: number, north: number): LatLng => ({
    lat: centre.lat + north / 111_195,
    lng: centre.lng + east / 81_000,
  })
  const street = (east: number, north: number) =>
    junctionAt(city.graph, nearestJunction(city.graph, at(east, north)))
  const ghost = (id: string, number: string, to: LatLng, from: LatLng, label: string): Shape => ({
    kind: 'ghost',
    id,
    at: to,
    number,
    members: 3,
    label,
    route: route(city, from, to)?.path,
  })
  return [
    {
      kind: 'perimeter',
      id: 'perimeter',
      label: 'Периметр 1187, до 24:00',
      ring: [
        at(-700, 520),
        at(420, 590),
        at(760, 300),
        at(760, -330),
        at(-20, -420),
        at(-330, -400),
        at(-690, -120),
      ],
    },
    {
      kind: 'beat',
      id: 'a',
      letter: 'А',
      path: [street(-600, -60), street(-300, -60), street(-300, 180), street(-500, 180)],
    },
    { kind: 'post', id: 'p3', at: street(-60, 60), number: 'П3', need: 3, have: 3 },
    {
      kind: 'post',
      id: 'p5',
      at: street(740, 80),
      number: 'П5',
      need: 3,
      have: 0,
      label: 'Назарбаева / Абая',
    },
    { kind: 'post', id: 'p6', at: street(300, -200), number: 'П6', need: 3, have: 1, coming: 2 },
    ghost('g1', '4', street(180, 420), street(900, 900), '3:20'),
    ghost('g2', '5', street(480, -120), street(-500, -700), '7:40'),
    {
      kind: 'area',
      id: 'E',
      letter: 'E',
      poa: '8 %',
      pod: 0.34,
      ring: [at(900, 600), at(1500, 650), at(1540, 200), at(1200, 60), at(930, 220)],
    },
    {
      kind: 'area',
      id: 'F',
      letter: 'F',
      poa: '19 %',
      pod: 0.52,
      selected: true,
      ring: [at(950, 190), at(1210, 40), at(1560, 180), at(1600, -420), at(1000, -460)],
    },
    { kind: 'ipp', id: 'ipp', at: at(1240, 60), label: 'IPP 14:20' },
    { kind: 'lkp', id: 'lkp', at: at(1420, 380), label: 'LKP 13:40' },
    { kind: 'circle', id: 'r25', at: at(1240, 60), metres: 300, label: '25 %, 0,3 км' },
    { kind: 'clue', id: 'c', at: at(1120, -180), letter: 'c', label: 'перчатка 15:52' },
    {
      kind: 'track',
      id: 't',
      path: [at(1050, -300), at(1450, -280), at(1460, -330), at(1040, -350), at(1050, -400), at(1480, -380)],
    },
    { kind: 'incident', id: 'i', at: at(-900, 300), label: 'Драка, 21:40' },
    { kind: 'meeting', id: 'm', at: street(-420, -300), label: 'Сбор 21:50' },
    { kind: 'sos', id: 's', at: at(-900, -250), tag: 'SOS 00:12', label: 'Цой Е., не на смене' },
  ]
}
