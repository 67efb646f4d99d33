/** The theme's colours as the style sheet has them; canvas cannot read CSS variables by itself. */
const names = [
  'map',
  'blk',
  'bld',
  'st1',
  'st2',
  'st2c',
  'park',
  'water',
  'mlab',
  'halo',
  'fg0',
  'fg1',
  'fg2',
  'ln1',
  'ln2',
  'bg1',
  'unit',
  'unitk',
  'per',
  'gauge',
  'a1',
  'a1f',
  'a1k',
  'a2',
  'a2f',
  'a2k',
  'a2bg',
  'adv',
  'advbg',
  'cont',
  'cont2',
  'r1c',
  'r2c',
  'r3c',
  'r4c',
  'r5c',
] as const

type InkName = (typeof names)[number]
export type Ink = Record<InkName, string> & { family: string }

export function readInk(element: Element): Ink {
  const style = getComputedStyle(element)
  const ink = { family: style.fontFamily || 'sans-serif' } as Ink
  for (const name of names) ink[name] = style.getPropertyValue(`--${name}`).trim() || '#888'
  return ink
}

/** Calls back when the colours or the fonts on the page change (theme switch, system theme, a font file that arrives). */
export function watchInk(changed: () => void): () => void {
  const themes = new MutationObserver(changed)
  themes.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class'],
  })
  if (document.body)
    themes.observe(document.body, {
      attributes: true,
      attributeFilter: ['data-theme', 'class'],
    })
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', changed)
  document.fonts.addEventListener('loadingdone', changed)
  return () => {
    themes.disconnect()
    system.removeEventListener('change', changed)
    document.fonts.removeEventListener('loadingdone', changed)
  }
}
