import { useState } from 'react'
import type { Application } from '../../shared/applications/types.ts'
import { dayText } from '../../shared/law/day.ts'
import type { ReadAnswers } from '../../shared/wire/read.ts'
import type { HttpRefusal } from '../net/ask-server.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Facts } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import styles from './queue.module.css'

/** What the applicant has said and sent: on request only, each look stands in the record of reading. */
export function ApplicantData({ file }: { file: Application }) {
  const { t } = useWords()
  const { connection } = useStore()
  const [data, setData] = useState<ReadAnswers['applicant'] | null>(null)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  async function look() {
    const read = await connection.read({ kind: 'applicant', application: file.id })
    if (read.ok) setData(read.answer)
    else setRefusal(read)
  }
  if (!data)
    return (
      <p className="flow">
        <Button action="file.open" onPress={() => void look()}>
          {t('law:open')}
        </Button>
        <span className="dim small">{t('registry:recorded')}</span>
        {refusal && <Refusal refusal={refusal} />}
      </p>
    )
  return (
    <Facts
      nameWidth={116}
      facts={[
        { name: t('law:iin'), value: <span className="num">{data.iin}</span> },
        { name: t('law:birth-date'), value: <span className="num">{dayText(data.birthDate)}</span> },
        { name: t('law:phone'), value: <span className="num">{data.phone}</span> },
        {
          name: t('law:documents'),
          value: (
            <span className={styles.documents}>
              {file.documents.map(({ id, kind }) => (
                <a key={id} href={`/api/applications/${file.id}/documents/${id}`} download>
                  {t(`law:document.${kind}`)}
                </a>
              ))}
            </span>
          ),
        },
      ]}
    />
  )
}
