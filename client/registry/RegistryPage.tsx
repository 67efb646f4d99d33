import { DeskFrame } from '../app/DeskFrame.tsx'
import { RegistryBoard } from './RegistryBoard.tsx'
import { RegistrySide } from './RegistrySide.tsx'

/** The roster of assistants and the units; whoever is opened stands at the right. */
export function RegistryPage() {
  return (
    <DeskFrame page="registry" map={false} alarms={false} left={<RegistryBoard />} right={<RegistrySide />} />
  )
}
