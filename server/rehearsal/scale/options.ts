import { parseArgs } from 'node:util'
import type { ScaleOptions } from './rehearse.ts'

/** The least and the most of each, and what it is when nothing is said. Minutes: about 24 days, until somebody ends it. */
const numbers = {
  assistants: [1, 200_000, 600],
  units: [1, 20_000, 40],
  seed: [0, 999_999, 7],
  speed: [1, 10, 1],
  sockets: [0, 15_000, 2_000],
  desks: [1, 200, 50],
  minutes: [0.05, 35_000, 35_000],
} as const
type Name = keyof typeof numbers

const names = Object.keys(numbers) as Name[]

/** What `--help` answers. */
export const help = [
  'npm run rehearsal -- [--city almaty] and any of, each a number:',
  ...names.map((name) => {
    const [least, most, usual] = numbers[name]
    return `  ${`--${name}`.padEnd(14)}${least} to ${most}; ${usual} unless said`
  }),
  'PORT and DATA_DIR are taken from the environment: any free port and a folder that is removed at the end unless said.',
].join('\n')

/** One sentence when they are wrong. */
export function readOptions(args: string[]): (Omit<ScaleOptions, 'dataDir'> & { minutes: number }) | string {
  const option = { type: 'string' } as const
  const options = Object.fromEntries([...names, 'city'].map((name) => [name, option]))
  let values: Record<string, string | boolean | undefined>
  try {
    values = parseArgs({ args, options }).values
  } catch (error) {
    return `${(error as Error).message.split(/[.\n]/)[0]}.`
  }
  if (values.city !== undefined && values.city !== 'almaty')
    return `There is no city ${values.city} in the rehearsal: it has almaty.`
  const read = {} as Record<Name, number>
  for (const name of names) {
    const [least, most, usual] = numbers[name]
    const value = values[name] === undefined ? usual : Number(values[name])
    const whole = name === 'speed' || name === 'minutes' || Number.isInteger(value)
    if (!(value >= least && value <= most && whole))
      return `--${name} is a${whole ? '' : ' whole'} number from ${least} to ${most}, not ${values[name]}.`
    read[name] = value
  }
  return { ...read, sockets: Math.min(read.sockets, read.assistants + read.units) }
}
