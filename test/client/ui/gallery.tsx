/** Every widget in its states, for eyes and for axe: ?view=desk|widgets|forms|board|phone|phone-sos&theme=&lang=. */
import '../../../client/ui/tokens.css'
import '../../../client/ui/base.css'
import { createRoot } from 'react-dom/client'
import { startWords } from '../../../client/app/i18n.ts'
import { setClockAhead } from '../../../client/ui/clock.ts'
import { Hatches } from '../../../client/ui/Icons.tsx'
import { listenToKeys } from '../../../client/ui/use-key.ts'
import { BoardView } from './gallery-board.tsx'
import { DeskView } from './gallery-desk.tsx'
import { FormsView } from './gallery-forms.tsx'
import { PhoneSosView, PhoneView } from './gallery-phone.tsx'
import { WidgetsView } from './gallery-widgets.tsx'
import { clock } from './gallery-words.ts'

const views = {
  desk: DeskView,
  widgets: WidgetsView,
  forms: FormsView,
  board: BoardView,
  phone: PhoneView,
  'phone-sos': PhoneSosView,
}
const asked = new URLSearchParams(location.search).get('view') ?? 'widgets'
const View = views[asked as keyof typeof views]

setClockAhead(clock - Date.now())
await startWords({
  kk: () => import('../../../client/app/words-kk.ts'),
  ru: () => import('../../../client/app/words-ru.ts'),
  en: () => import('../../../client/app/words-en.ts'),
})
listenToKeys()
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <>
      <Hatches />
      <View />
    </>,
  )
document.documentElement.dataset.ready = ''
