import { useState } from 'react'
import type { Id } from '../../../shared/kernel/ids.ts'
import type { HttpRefusal } from '../../net/ask-server.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './case.module.css'
import { PhotoButton } from './PhotoButton.tsx'
import { photoAddress } from './photo.ts'
import { useCase } from './use-case.ts'

/** The photo of who is missed: only the desk's until it is put on the card. */
export function CasePhoto({ operation }: { operation: Id }) {
  const { t } = useDeskWords()
  const { photo } = useCase(operation)
  const ask = useAsk(`photo:${operation}`)
  const [refused, setRefused] = useState<HttpRefusal | null>(null)
  return (
    <div className={styles.earlier}>
      {photo && <img className={styles.photo} src={photoAddress(photo.id)} alt={t('case:photo-of')} />}
      <div className="flow">
        <PhotoButton
          of={{ operation }}
          label={t(photo ? 'case:photo-other' : 'case:photo-choose')}
          onRefused={setRefused}
        />
        {photo && (
          <Button
            onPress={() => void ask.give('SetSubjectPhoto', { operation, photo: null })}
            refused={ask.sending.length > 0 && t('operations:sending')}
          >
            {t('case:photo-drop')}
          </Button>
        )}
      </div>
      {refused && <Refusal refusal={refused} />}
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="small dim">{t('case:photo-hint')}</p>
    </div>
  )
}
