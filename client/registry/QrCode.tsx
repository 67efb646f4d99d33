import { create } from 'qrcode'
import styles from './registry.module.css'

/** Drawn here, dark on white in both themes: cameras want it so, and the link goes to no other program. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let at = 0; at < data.length; at++)
    if (data[at]) path += `M${at % size} ${Math.floor(at / size)}h1v1h-1z`
  return (
    <svg
      className={styles.qr}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <path d={path} />
    </svg>
  )
}
