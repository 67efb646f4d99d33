import { useMemo } from 'react'
import type { Operation } from '../../../shared/operations/types.ts'
import { useShapes } from '../../app/desk-state.ts'
import type { Shape } from '../../map/shapes.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useSearchDesk } from '../search-desk.ts'

/** Hazards always, roads and streams unless a form draws them by itself. */
export function useGroundShapes({ search }: Operation): void {
  const { t } = useDeskWords()
  const cutting = useSearchDesk((desk) => desk.form === 'cut')
  const lines = search?.lines
  const hazards = search?.hazards
  useShapes(
    'search-ground',
    useMemo(
      (): Shape[] => [
        ...(cutting ? [] : (lines ?? [])).map(
          ({ id, kind, path }): Shape => ({ kind: 'line', id, of: kind, path }),
        ),
        ...(hazards ?? []).map(
          ({ id, kind, shape, path }): Shape => ({
            ...{ kind: 'hazard', id, shape, path },
            label: t(`search:hazard.${kind}`),
          }),
        ),
      ],
      [lines, hazards, cutting, t],
    ),
  )
}
