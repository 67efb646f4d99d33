import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { PairingAssistant, PairingUnit } from '../../shared/matching/types.ts'
import type { Staffing } from '../../shared/pairing/solve-staffing.ts'

/**
 * Tens of thousands of people as columns: their bytes move to the thread, where a copy of each person would hold the event
 * loop up about as long as solving does.
 */
interface PackedCarriers {
  /** With a line break between two, which no id has. */
  ids: string
  lat: Float64Array<ArrayBuffer>
  lng: Float64Array<ArrayBuffer>
}

export interface PackedStaffing extends Omit<Staffing, 'units' | 'assistants' | 'refused'> {
  /** NaN where a speed is not said. */
  units: PackedCarriers & { speeds: Float64Array<ArrayBuffer> }
  /** `skills`: for each a line of `kinds`. */
  assistants: PackedCarriers & {
    speeds: Float64Array<ArrayBuffer>
    rest: Float64Array<ArrayBuffer>
    skills: Uint32Array<ArrayBuffer>
    kinds: string[][]
  }
  refused: PackedCarriers
}

export function packStaffing({ units, assistants, refused, ...rest }: Staffing): PackedStaffing {
  return {
    ...rest,
    units: { ...packCarriers(units), speeds: column(units, speedOf) },
    assistants: {
      ...packCarriers(assistants),
      ...{ speeds: column(assistants, speedOf), ...packSkills(assistants) },
      rest: column(assistants, ({ restHours }) => restHours),
    },
    refused: packCarriers(refused),
  }
}

/** What moves over in place of being copied. */
export const buffersOf = ({ units, assistants, refused }: PackedStaffing): ArrayBuffer[] =>
  [
    ...[units.lat, units.lng, units.speeds, refused.lat, refused.lng, assistants.lat, assistants.lng],
    ...[assistants.speeds, assistants.rest, assistants.skills],
  ].map(({ buffer }) => buffer)

export function unpackStaffing({ units, assistants, refused, ...rest }: PackedStaffing): Staffing {
  return {
    ...rest,
    units: unpackCarriers(units).map((unit, i): PairingUnit => ({ ...unit, ...speed(units.speeds, i) })),
    assistants: unpackCarriers(assistants).map(
      (one, i): PairingAssistant => ({
        ...{ ...one, ...speed(assistants.speeds, i) },
        skills: assistants.kinds[assistants.skills[i] as number] as string[],
        restHours: assistants.rest[i] as number,
      }),
    ),
    refused: unpackCarriers(refused),
  }
}

function packCarriers(carriers: { id: Id; at: LatLng }[]): PackedCarriers {
  return {
    ids: carriers.map(({ id }) => id).join('\n'),
    lat: column(carriers, ({ at }) => at.lat),
    lng: column(carriers, ({ at }) => at.lng),
  }
}

const unpackCarriers = ({ ids, lat, lng }: PackedCarriers): { id: Id; at: LatLng }[] =>
  ids === ''
    ? []
    : ids.split('\n').map((id, i) => ({ id, at: { lat: lat[i] as number, lng: lng[i] as number } }))

const speedOf = ({ speedMps = Number.NaN }: { speedMps?: number }) => speedMps

function column<Of>(all: Of[], value: (of: Of) => number): Float64Array<ArrayBuffer> {
  const column = new Float64Array(all.length)
  for (let i = 0; i < all.length; i++) column[i] = value(all[i] as Of)
  return column
}

function speed(speeds: Float64Array, i: number): { speedMps?: number } {
  const speedMps = speeds[i] as number
  return Number.isNaN(speedMps) ? {} : { speedMps }
}

/** Few kinds of people among many: each set of skills is told once. */
function packSkills(assistants: PairingAssistant[]) {
  const skills = new Uint32Array(assistants.length)
  const kinds: string[][] = []
  const kindOf = new Map<string, number>()
  for (const [i, { skills: has }] of assistants.entries()) {
    const name = has.join('\n')
    let kind = kindOf.get(name)
    if (kind === undefined) {
      kind = kinds.push(has) - 1
      kindOf.set(name, kind)
    }
    skills[i] = kind
  }
  return { skills, kinds }
}
