import { Component, type ReactNode, Suspense } from 'react'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'

/** A part that could not be loaded or shown says so in its own place; the rest of the desk goes on. */
export class PartBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (this.state.failed) return <PartFailed />
    return <Suspense fallback={null}>{this.props.children}</Suspense>
  }
}

function PartFailed() {
  const { t } = useWords()
  return (
    <Empty>
      {t('desk:part-failed')} <Button onPress={() => location.reload()}>{t('sign-in:reload')}</Button>
    </Empty>
  )
}
