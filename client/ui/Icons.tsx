/** Shapes drawn in a 14 px box with a 1.5 px line. The font's subsets have no arrows and marks, so these stand in. */
const paths = {
  'arrow-right': 'M2 7h10M8 3l4 4-4 4',
  'arrow-up': 'M7 12V2M3 6l4-4 4 4',
  'arrow-down': 'M7 2v10M3 8l4 4 4-4',
  'arrow-back': 'M12 7H2M6 3L2 7l4 4',
  'chevron-down': 'M3 5l4 4 4-4',
  'chevron-right': 'M5 3l4 4-4 4',
  bell: 'M3 10h8l-1-1.5V6a3 3 0 0 0-6 0v2.5zM6 12h2',
  'bell-off': 'M3 10h8l-1-1.5V6a3 3 0 0 0-6 0v2.5zM2 2l10 10',
  building: 'M2 12V5l5-3 5 3v7M5 12V8h4v4',
  car: 'M2 11h10M3 11V7l2-3h4l2 3v4M3.1 11a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0M8.1 11a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0',
  check: 'M2 7l3.5 4L12 3',
  clock: 'M7 1.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M7 4v3.2l2.2 1.5',
  cordon: 'M2 2h2M7 2h0M12 2h0M2 12h10M2 7h10M2 2v10M12 2v10',
  cross: 'M3 3l8 8M11 3l-8 8',
  enter: 'M12 3v5H3M6 5L3 8l3 3',
  flag: 'M3 13V2M3 2h8l-2 2.5L11 7H3',
  lens: 'M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8M9 9l4 4',
  lock: 'M3 6.5h8V12H3zM4.8 6.5V4.3a2.2 2.2 0 0 1 4.4 0v2.2',
  message: 'M2 3h10v7H7l-3 2.5V10H2z',
  minus: 'M3 7h8',
  note: 'M3 1.5h8v11H3zM5 5h4M5 8h4',
  pause: 'M5 3v8M9 3v8',
  person: 'M7 2a2.3 2.3 0 1 0 0 4.6a2.3 2.3 0 1 0 0-4.6M2.5 12.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4',
  phone: 'M4 1.5h6v11H4zM6 10.8h2',
  pin: 'M7 13S3 8.5 3 5.5a4 4 0 0 1 8 0C11 8.5 7 13 7 13zM7 4.5a1 1 0 1 0 0 2a1 1 0 1 0 0-2',
  plus: 'M7 2v10M2 7h10',
  radio: 'M4 5h6v7.5H4zM5.5 5V1.5M6 9.5h2',
  settings: 'M2 4h5M10 4h2M2 10h2M7 10h5M7 2.5v3M4 8.5v3',
  shift: 'M7 2L2 7h3v5h4V7h3z',
  stadium: 'M1 7a6 4.5 0 1 0 12 0a6 4.5 0 1 0-12 0M4.2 7a2.8 1.7 0 1 0 5.6 0a2.8 1.7 0 1 0-5.6 0',
  undo: 'M4 3L1.5 5.5L4 8M1.5 5.5H9a3 3 0 0 1 0 6H5',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 14, label }: { name: IconName; size?: number; label?: string }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or decoration
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth={size < 20 ? 1.5 : 1.4}
      strokeLinecap="square"
      style={{ flex: 'none' }}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={paths[name]} />
    </svg>
  )
}

/** The mark: a shield tied to a circle, an officer and a companion. */
export function BrandMark() {
  return (
    <svg
      width="26"
      height="20"
      viewBox="0 0 26 20"
      fill="none"
      stroke="var(--fg0)"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M1 2h11v8l-5.5 6L1 10zM12 8h6" />
      <circle cx="21" cy="8" r="3.6" />
    </svg>
  )
}

/** The hatches other SVGs refer to by id; once per page, never hidden, or they draw nothing. */
export function Hatches() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        <pattern
          id="hatch-amber"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V5" stroke="var(--a2)" strokeWidth="2" />
        </pattern>
        <pattern
          id="hatch-grey"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V6" stroke="var(--ln2)" strokeWidth="0.8" />
        </pattern>
      </defs>
    </svg>
  )
}
