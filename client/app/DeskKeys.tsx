import { useState } from 'react'
import { KeyHelp } from '../ui/KeyHelp.tsx'
import { useFrontPage, useKey } from '../ui/use-key.ts'
import { openDialog, openPanel, openRail, select, useDesk } from './desk-state.ts'

/** Keys that belong to no button of their own: help, Escape, the open rail, the note. */
export function DeskKeys() {
  const page = useFrontPage()
  const [help, setHelp] = useState<typeof page | null>(null)
  const rail = useDesk((desk) => desk.rail)
  const selected = useDesk((desk) => desk.selected)
  const map = useDesk((desk) => desk.map)
  useKey('keys.show', () => setHelp(page ?? null))
  useKey('map.fit', () => map?.camera.fit())
  useKey('close', () => (rail ? openRail(null) : select(null)), { when: rail !== null || selected !== null })
  useKey('operation.new', () => openPanel({ name: 'new-operation' }))
  useKey('incident.new', () => openPanel({ name: 'new-incident' }))
  useKey('note.new', () => openDialog({ name: 'note' }))
  return help ? <KeyHelp page={help} open onClose={() => setHelp(null)} /> : null
}
