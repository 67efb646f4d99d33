import { useState } from 'react'
import type { Board } from '../../shared/board/board.ts'
import type { Gateway } from '../../shared/gateways/types.ts'
import { regionName } from '../app/region-name.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { CopyLine } from '../registry/CopyLine.tsx'
import { sameItems, useAsk, useBoard, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Empty, Panel, PanelTitle } from '../ui/Panel.tsx'
import styles from './admin.module.css'
import { NewGateway } from './NewGateway.tsx'

const openOnes = (board: Board) => [...board.gateway.values()].filter(({ open }) => open)

/** The systems that carry the positions of many: opened with a token that is shown once, closed for good. */
export function Gateways() {
  const { t } = useDeskWords()
  const gateways = useBoard(openOnes, sameItems, 'gateway')
  const [opening, setOpening] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  const [closing, setClosing] = useState<Gateway | null>(null)
  if (opening)
    return (
      <NewGateway
        onOpened={(made) => {
          setOpening(false)
          setToken(made)
        }}
        onClose={() => setOpening(false)}
      />
    )
  return (
    <>
      <Panel
        actions={
          <Button kind="primary" onPress={() => setOpening(true)}>
            {t('admin:new-gateway')}
          </Button>
        }
      >
        <PanelTitle title={t('admin:gateways')}>
          <p className="dim">{t('admin:gateways-what')}</p>
        </PanelTitle>
        {gateways.length === 0 && <Empty>{t('admin:no-gateways')}</Empty>}
        <ul>
          {gateways.map((gateway) => (
            <li key={gateway.id} className={styles.gateway}>
              <span>
                <b>{gateway.name}</b>
                <br />
                <span className="dim small">
                  {gateway.regions.map((region) => regionName(t, region)).join(', ')}
                </span>
              </span>
              <Button
                label={`${t('admin:close-gateway')}: ${gateway.name}`}
                onPress={() => setClosing(gateway)}
              >
                {t('admin:close-gateway')}
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
      {token !== null && (
        <Dialog open onClose={() => setToken(null)} width={620} title={t('admin:gateway-token')}>
          <div className={styles.lines}>
            <p>{t('admin:gateway-how')}</p>
            <CopyLine name={t('registry:token')} text={token} />
            <CopyLine name={t('admin:gateway-address')} text={`${location.origin}/gateway`} />
            <p className="dim small">{t('registry:token-once')}</p>
          </div>
        </Dialog>
      )}
      {closing && <Closing gateway={closing} onClose={() => setClosing(null)} />}
    </>
  )
}

function Closing({ gateway: { id, name }, onClose }: { gateway: Gateway; onClose(): void }) {
  const { t } = useDeskWords()
  const { up } = useLink()
  const { give, sending, refused } = useAsk(`gateway:${id}`)
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t('admin:close-gateway')}: ${name}`}
      actions={
        <Button
          kind="primary"
          action="confirm"
          refused={(!up && t('admin:no-link')) || (sending.length > 0 && t('admin:sending'))}
          onPress={() => void give('CloseGateway', { gateway: id }).then((answer) => answer.ok && onClose())}
        >
          {t('admin:close-gateway')}
        </Button>
      }
    >
      <p>{t('admin:close-gateway-means')}</p>
      {refused && <Refusal refusal={refused.refusal} />}
    </Dialog>
  )
}
