import { DeskFrame } from '../app/DeskFrame.tsx'
import { AccountList } from './AccountList.tsx'
import { AdminSide } from './AdminSide.tsx'

/** Who may sign in and what for. */
export function AdminPage() {
  return <DeskFrame page="admin" map={false} alarms={false} left={<AccountList />} right={<AdminSide />} />
}
