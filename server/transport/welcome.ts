import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Welcome } from '../../shared/wire/hello.ts'
import type { App } from '../app.ts'

/** Kazakhstan is at UTC+5 as a whole since 2024-03-01, at +6 (most of it) before. */
const unifiedAt = Date.UTC(2024, 1, 29, 19)
const utcOffset = (at: number): number => (at >= unifiedAt ? 300 : 360)

/** What a viewer is told of itself and of the server when it connects. */
export async function welcomeOf(
  app: App,
  viewer: Viewer,
): Promise<Omit<Welcome, 'epoch' | 'fresh' | 'whole' | 'events'>> {
  const now = app.clock.now()
  const { board } = app.live
  return {
    ok: true,
    now,
    utcOffset: utcOffset(now),
    purpose: board.purpose ?? 'live',
    seed: board.seed,
    me: await myself(app, viewer),
    law: app.config.law,
    map: {
      tilesUrl: app.config.MAP_TILES_URL ?? null,
      attribution: app.config.MAP_TILES_ATTRIBUTION ?? null,
      pmtiles: app.config.MAP_PMTILES !== undefined,
    },
  }
}

async function myself({ stores, live }: App, viewer: Viewer): Promise<Welcome['me']> {
  if (viewer.kind === 'staff') {
    const row = await stores.vault.get(viewer.account)
    const name = [row?.rank, row?.name].filter(Boolean).join(' ')
    const { account, grants, police } = viewer
    return { kind: 'staff', account, name, grants, police }
  }
  if (viewer.kind === 'unit') {
    return { kind: 'unit', id: viewer.id, name: live.board.unit.get(viewer.id)?.callSign ?? '' }
  }
  const row = await stores.vault.get(viewer.id)
  return { kind: 'assistant', id: viewer.id, name: row?.name ?? '' }
}
