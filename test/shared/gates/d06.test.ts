import { describe, expect, test } from 'vitest'
import {
  expectedInside,
  judgePerimeter,
  type PerimeterVerdict,
  unwatched,
  watchFix,
} from '../../../shared/gates/d06.ts'
import { compileGeofence } from '../../../shared/geo/geofence.ts'
import { perimeter } from '../../kit/dispatch-past.ts'
import { noon } from '../../kit/given-when-then.ts'

const fence = compileGeofence(perimeter)
const SECOND = 1000
/** Metres north of the northern border (negative: inside). */
const fixAt = (seconds: number, metres: number, accuracy = 10) => ({
  at: noon + seconds * SECOND,
  lat: 43.25 + metres / 111_195,
  lng: 76.94,
  accuracy,
})
type Seen = [seconds: number, metres: number, accuracy?: number]

function verdict(
  seen: Seen[],
  { after = 0, onScene = true, expectedFrom = Infinity } = {},
): PerimeterVerdict {
  const watch = seen.reduce((watch, fix) => watchFix(watch, fixAt(...fix), fence), unwatched)
  return judgePerimeter(watch, { now: watch.lastAt + after * SECOND, onScene, expectedFrom })
}

describe('D6, the perimeter', () => {
  test.each<[string, Seen[], PerimeterVerdict]>([
    ['inside', [[0, -50]], 'clear'],
    ['on the border', [[0, 0]], 'clear'],
    [
      'two fixes outside',
      [
        [0, -50],
        [10, 50],
        [20, 50],
      ],
      'clear',
    ],
    [
      'three in a row outside',
      [
        [0, -50],
        [10, 50],
        [20, 50],
        [30, 50],
      ],
      'outside',
    ],
    [
      'three, but one between inside',
      [
        [0, 50],
        [10, 50],
        [20, -5],
        [30, 50],
      ],
      'clear',
    ],
    [
      'two outside for less than 60 s',
      [
        [0, 50],
        [59, 50],
      ],
      'clear',
    ],
    [
      'two outside for 60 s',
      [
        [0, 50],
        [60, 50],
      ],
      'outside',
    ],
    [
      'outside by no more than the accuracy',
      [
        [0, 50, 60],
        [60, 50, 60],
        [120, 50, 60],
      ],
      'clear',
    ],
    [
      'a doubtful fix between starts the count anew',
      [
        [0, 50],
        [10, 50],
        [20, 50, 60],
        [30, 50],
      ],
      'clear',
    ],
    [
      'a breach stands through a doubtful fix',
      [
        [0, 50],
        [10, 50],
        [20, 50],
        [30, 5, 10],
      ],
      'outside',
    ],
    [
      'a breach ends inside',
      [
        [0, 50],
        [10, 50],
        [20, 50],
        [30, -1],
      ],
      'clear',
    ],
    [
      'fixes of the past count nothing',
      [
        [20, -50],
        [10, 50],
        [11, 50],
        [12, 50],
      ],
      'clear',
    ],
  ])('GATE-7 %s', (_, seen, expected) => {
    expect(verdict(seen)).toBe(expected)
  })

  test('GATE-7 a fix older than 120 s says nothing, not even after a breach', () => {
    const breach: Seen[] = [
      [0, 50],
      [10, 50],
      [20, 50],
    ]
    expect(verdict(breach, { after: 120 })).toBe('outside')
    expect(verdict(breach, { after: 121 })).toBe('unknown')
    expect(judgePerimeter(unwatched, { now: noon, onScene: true, expectedFrom: 0 })).toBe('unknown')
  })

  test('GATE-8 who is not on scene is missed only when never inside, ten minutes after the meeting', () => {
    const expectedFrom = expectedInside(noon, noon - 1)
    expect(expectedFrom).toBe(noon + 600 * SECOND)
    expect(expectedInside(noon, noon + SECOND)).toBe(noon + 601 * SECOND)
    const onTheWay = { onScene: false, expectedFrom }
    expect(verdict([[599, 50]], onTheWay)).toBe('clear')
    expect(verdict([[600, 50]], onTheWay)).toBe('never-inside')
    expect(verdict([[600, 50, 60]], onTheWay)).toBe('clear')
    expect(
      verdict(
        [
          [300, -5],
          [600, 50],
        ],
        onTheWay,
      ),
    ).toBe('clear')
    expect(
      verdict(
        [
          [300, 5, 20],
          [600, 50],
        ],
        onTheWay,
      ),
    ).toBe('clear')
  })
})
