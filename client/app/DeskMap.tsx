import { useEffect, useMemo, useState } from 'react'
import { followsPeople } from '../../shared/auth/may-see.ts'
import { distance } from '../../shared/i18n/format.ts'
import { Legend } from '../map/Legend.tsx'
import type { LiveMap, Picked } from '../map/live-map.ts'
import { MapView } from '../map/MapView.tsx'
import { ScaleBar } from '../map/ScaleBar.tsx'
import { type GroundOptions, isMadeUp } from '../map/tiles.ts'
import { OperationShapes } from '../operations/OperationShapes.tsx'
import { useCity } from '../operations/use-city.ts'
import { SearchLegend } from '../search/SearchLegend.tsx'
import { useStore } from '../store/use-store.ts'
import { ActionCap, Keycap } from '../ui/Keycap.tsx'
import { useWords } from '../ui/words.ts'
import styles from './app.module.css'
import { openPanel, select, useDesk } from './desk-state.ts'
import { makeMapCarriers } from './map-carriers.ts'
import { SosShapes } from './SosShapes.tsx'
import { useStaff, viewerOf } from './staff-session.ts'
import { useCamera } from './use-camera.ts'
import { useLasso } from './use-lasso.ts'
import { useTellView } from './use-tell-view.ts'

interface DeskMapProps {
  /**
   * A small map beside a board: positions are wanted from everywhere, not only of whom it shows (minutes, distances),
   * and there is no room for a legend.
   */
  whole?: boolean
}

/** The desk's one map: everybody live, what the pages draw, and the selection. React renders it once. */
export function DeskMap({ whole = false }: DeskMapProps) {
  const { t, language } = useWords()
  const store = useStore()
  const session = useStaff()
  const { map: source } = session
  const city = useCity()
  const [live, setLive] = useState<LiveMap | null>(null)
  const [locked, setLocked] = useState(false)
  const searching = useDesk(({ shapes }) => 'search-cells' in shapes)
  const { tilesUrl, attribution, pmtiles } = source
  const ground = useMemo<GroundOptions>(
    () => ({
      locale: language,
      city,
      ...(tilesUrl && { tilesUrl }),
      ...(attribution && { attribution }),
      ...(pmtiles && { pmtilesUrl: '/map.pmtiles' }),
    }),
    [language, city, tilesUrl, attribution, pmtiles],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are those of the language
  const drawn = useMemo(() => makeMapCarriers(store, t, language), [store, language])

  useEffect(() => {
    if (!live) return
    drawn.refresh()
    const repaint = () => live.positions.changed()
    const again = () => {
      drawn.refresh()
      repaint()
    }
    const offs = [
      store.live.onFrame(repaint),
      store.board.onBatch(again),
      store.connection.onLink(again),
      useDesk.subscribe((desk, before) => {
        const other = desk.selected !== before.selected || desk.operation !== before.operation
        if (other || desk.panel !== before.panel) again()
        if (desk.shapes !== before.shapes) live.shapes.set(Object.values(desk.shapes).flat())
      }),
    ]
    live.shapes.set(Object.values(useDesk.getState().shapes).flat())
    repaint()
    const apart = setInterval(drawn.measure, 1_000)
    return () => {
      clearInterval(apart)
      for (const off of offs) off()
    }
  }, [live, drawn, store])

  useTellView(live, whole)
  useCamera(live)
  const lasso = useLasso(live)

  function pick(what: Picked): void {
    if (what.kind === 'carrier') {
      const carrier = store.board.board.byNo[what.no]
      if (carrier) select(carrier, operationOf(carrier.kind, carrier.id))
    } else if (what.kind === 'carriers') {
      const { byNo } = store.board.board
      const carriers = what.nos.flatMap((no) => byNo[no] ?? [])
      if (carriers.length > 0) openPanel({ name: 'group', carriers })
    } else if (what.kind === 'perimeter') select({ kind: 'operation', id: what.id })
    else if (what.kind === 'incident') select({ kind: 'incident', id: what.id })
    else if (what.kind !== 'ground' && store.board.board.place.has(what.id))
      select({ kind: 'place', id: what.id }, store.board.board.place.get(what.id)?.operation)
  }
  const operationOf = (kind: 'unit' | 'assistant', id: string) => {
    const { board } = store.board
    return board.task.get(board[kind].get(id)?.task ?? '')?.operation
  }

  return (
    <>
      <MapView
        ground={ground}
        carriers={drawn.carriers}
        label={t('desk:map')}
        onReady={(ready) => {
          useDesk.setState({ map: ready })
          setLive(ready)
        }}
        onPick={pick}
        onLock={setLocked}
      />
      <OperationShapes />
      <SosShapes />
      {live && (
        <div className={styles.mapTop}>
          <ScaleBar
            map={live.map}
            locked={locked}
            lockLabel={t(locked ? 'desk:view-locked' : 'desk:view-follows')}
            fitLabel={t('desk:fit')}
            keycap={<ActionCap action="map.fit" />}
            lengthLabel={(metres) => distance(metres, language)}
            madeUp={isMadeUp(ground) ? t('desk:made-up') : null}
            onFit={() => live.camera.fit()}
          >
            {lasso.may && (
              <button type="button" aria-pressed={lasso.armed} onClick={lasso.turn}>
                <span>{t('desk:lasso')}</span>
                <ActionCap action="map.lasso" />
              </button>
            )}
          </ScaleBar>
          {lasso.armed && (
            <p className={`${styles.mapNote} ${styles.lassoHint}`} role="status">
              <span>{t('desk:lasso-hint')}</span>
              <span>
                <Keycap parts={['Enter']} /> {t('desk:lasso-all')}
              </span>
              <span>
                <Keycap parts={['Esc']} /> {t('desk:lasso-none')}
              </span>
            </p>
          )}
          {!followsPeople(viewerOf(session)) && (
            <p className={styles.mapNote} role="note">
              {t('desk:positions-hidden')}
            </p>
          )}
        </div>
      )}
      {!whole && (
        <div className={styles.mapLegend}>
          {searching ? (
            <SearchLegend />
          ) : (
            <Legend
              unit={t('desk:legend.unit')}
              assistant={t('desk:legend.assistant')}
              busy={t('desk:legend.busy')}
              ageing={t('desk:legend.ageing')}
              lost={t('desk:legend.lost')}
              post={t('desk:legend.post')}
              ghost={t('desk:legend.ghost')}
            />
          )}
        </div>
      )}
    </>
  )
}
