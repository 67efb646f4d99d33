import { useMemo } from 'react'
import { clockTime, distance, percent } from '../../shared/i18n/format.ts'
import { useDesk, useShapes } from '../app/desk-state.ts'
import type { Shape } from '../map/shapes.ts'
import { useDeskWords } from '../operations/words.ts'
import { useKey } from '../ui/use-key.ts'
import { ringsFor } from './rings-for.ts'
import { nextLayer, useSearchDesk } from './search-desk.ts'
import { type SearchBoard, useClues, useCoverage, usePoint, useSubject } from './use-search.ts'
import { useSweepWays } from './use-sweep-ways.ts'
import { useRecordedCells, useWalkedCells } from './use-swept-cells.ts'

/** What a search puts on the desk's map besides its segments: points, rings, clues and the searchers' own ways. */
export function SearchShapes({ search: { operation, segments } }: { search: SearchBoard }) {
  const { t, language, offset } = useDeskWords()
  const ipp = usePoint(operation.search?.ipp)
  const lkp = usePoint(operation.search?.lkp)
  const lkpAt = operation.search?.lkpAt ?? null
  const { category } = useSubject(operation)
  const clues = useClues(operation)
  const { rings, layer, clue: chosenClue } = useSearchDesk()
  const selected = useDesk((desk) => (desk.selected?.kind === 'place' ? desk.selected.id : null))
  useKey('map.layer', nextLayer)

  useShapes(
    'search-points',
    useMemo((): Shape[] => {
      const time = (at: number) => clockTime(at, offset, false)
      const within = rings && ipp ? (ringsFor(category)?.within ?? []) : []
      return [
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
    }, [ipp, lkp, lkpAt, category, clues, rings, chosenClue, t, language, offset]),
  )

  const coverage = useCoverage(operation.id)
  const ways = useSweepWays(segments)
  const sweep = useSearchDesk((desk) => desk.sweep)
  const walked = useWalkedCells(segments, coverage)
  const recorded = useRecordedCells(
    segments.find(({ id }) => id === sweep?.place),
    ways,
  )
  useShapes(
    'search-cells',
    useMemo(() => {
      if (layer === 'none') return []
      return ways ? recorded : walked.filter(({ id }) => layer === 'all' || id === selected)
    }, [layer, ways, recorded, walked, selected]),
  )
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
