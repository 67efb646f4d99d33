import { useMemo } from 'react'
import { clockTime, distance, percent } from '../../shared/i18n/format.ts'
import { useDesk, useShapes } from '../app/desk-state.ts'
import type { Shape } from '../map/shapes.ts'
import { useDeskWords } from '../operations/words.ts'
import { useKey } from '../ui/use-key.ts'
import { useRings } from './priors/ring-words.ts'
import { bandsOf } from './priors/surface.ts'
import { nextLayer, nextPaint, useSearchDesk } from './search-desk.ts'
import { useGroundShapes } from './segments/use-ground-shapes.ts'
import { useSweepWays } from './sweep/use-sweep-ways.ts'
import { useCellShapes } from './sweep/use-swept-cells.ts'
import { type SearchBoard, useClues, useCoverage, usePoint } from './use-search.ts'

/** What a search puts on the desk's map besides its segments: points, rings, clues and the searchers' own ways. */
export function SearchShapes({ search }: { search: SearchBoard }) {
  const { operation, segments } = search
  const { t, language, offset } = useDeskWords()
  const ipp = usePoint(operation.search?.ipp)
  const lkp = usePoint(operation.search?.lkp)
  const lkpAt = operation.search?.lkpAt ?? null
  const found = useRings(operation)
  const clues = useClues(operation)
  const { rings, layer, clue: chosenClue } = useSearchDesk()
  const selected = useDesk((desk) => (desk.selected?.kind === 'place' ? desk.selected.id : null))
  useKey('map.layer', nextLayer)
  useKey('map.paint', nextPaint)

  useShapes(
    'search-points',
    useMemo((): Shape[] => {
      const time = (at: number) => clockTime(at, offset, false)
      const within = rings !== 'none' && ipp && found ? found.within : []
      return [
        ...(rings === 'surface' && ipp && found
          ? [{ kind: 'surface' as const, id: 'surface', at: ipp, bands: bandsOf(found.within) }]
          : []),
        ...(ipp ? [{ kind: 'ipp' as const, id: 'ipp', at: ipp, label: t('search:ipp-on-map') }] : []),
        ...(lkp
          ? [
              {
                kind: 'lkp' as const,
                id: 'lkp',
                at: lkp,
                label: lkpAt === null ? t('search:lkp') : t('search:lkp-on-map', { time: time(lkpAt) }),
              },
            ]
          : []),
        ...within.flatMap(({ share, metres }): Shape[] =>
          ipp
            ? [
                {
                  kind: 'circle',
                  id: `ring-${share}`,
                  at: ipp,
                  metres,
                  label: `${percent(share, language)}, ${distance(metres, language)}`,
                },
              ]
            : [],
        ),
        ...clues.map(
          ({ id, at, letter, kind, placedAt }): Shape => ({
            kind: 'clue',
            id,
            at,
            letter,
            label: kind ? `${t(`search:clue.${kind}`)} ${time(placedAt)}` : time(placedAt),
            selected: id === chosenClue,
          }),
        ),
      ]
    }, [ipp, lkp, lkpAt, found, clues, rings, chosenClue, t, language, offset]),
  )

  useGroundShapes(operation)

  const coverage = useCoverage(operation.id)
  const ways = useSweepWays(segments)
  useCellShapes(search, coverage, ways, selected)
  useShapes(
    'search-ways',
    useMemo((): Shape[] => {
      if (layer === 'none') return []
      if (ways)
        return ways.map(({ who, line }, i) => ({
          kind: 'track',
          id: `way-${who}-${i}`,
          path: line,
        }))
      return coverage
        .filter(({ place }) => layer === 'all' || place === selected)
        .flatMap(({ place, searchers }) =>
          searchers.flatMap(({ assistant, line }) =>
            line.map(
              (path, i): Shape => ({
                kind: 'track',
                id: `way-${place}-${assistant}-${i}`,
                path,
              }),
            ),
          ),
        )
    }, [layer, ways, coverage, selected]),
  )
  return null
}
