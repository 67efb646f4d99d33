interface LegendProps {
  unit: string
  assistant: string
  busy: string
  ageing: string
  lost: string
  post: string
  ghost: string
}

/** The map's symbols in words; the words come from the caller's catalogue. */
export function Legend({ unit, assistant, busy, ageing, lost, post, ghost }: LegendProps) {
  return (
    <ul className="map-legend">
      <Line label={unit}>
        <path
          d="M-10-9H10V4L0 11L-10 4Z"
          fill="var(--unit)"
          stroke="var(--fg0)"
          strokeWidth="2"
          transform="scale(.8)"
        />
      </Line>
      <Line label={assistant}>
        <circle r="6" stroke="var(--fg0)" strokeWidth="2.6" />
      </Line>
      <Line label={busy}>
        <circle r="6" stroke="var(--fg0)" strokeWidth="2.6" />
        <circle r="2.2" fill="var(--fg0)" />
      </Line>
      <Line label={ageing}>
        <circle r="6" stroke="var(--ln2)" />
        <circle
          r="6"
          stroke="var(--fg0)"
          strokeWidth="2.6"
          pathLength="100"
          strokeDasharray="50 100"
          transform="rotate(-90)"
        />
      </Line>
      <Line label={lost}>
        <circle r="6" stroke="var(--ln2)" strokeDasharray="2.5 2" />
        <path d="M-5 2L2 -5M-3.5 4L4 -3.5M-1 5.5L5.5 -1" stroke="var(--fg1)" strokeWidth="1.6" />
      </Line>
      <Line label={post}>
        <rect x="-7" y="-7" width="14" height="14" stroke="var(--fg1)" strokeWidth="1.5" />
      </Line>
      <Line label={ghost}>
        <circle r="6" fill="var(--advbg)" stroke="var(--adv)" strokeWidth="1.4" strokeDasharray="2.5 2" />
      </Line>
    </ul>
  )
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <li>
      <svg width="26" height="18" viewBox="-13 -9 26 18" aria-hidden="true">
        {children}
      </svg>
      {label}
    </li>
  )
}
