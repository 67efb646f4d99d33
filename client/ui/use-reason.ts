import { type SyntheticEvent, useRef } from 'react'

/** Shows a popover beside the element that is pointed at or has the focus; in the top layer, so that no pane cuts it. */
export function useReason() {
  const popover = useRef<HTMLSpanElement>(null)

  function show({ currentTarget }: SyntheticEvent<HTMLElement>): void {
    const tip = popover.current
    if (!tip) return
    tip.showPopover()
    const anchor = currentTarget.getBoundingClientRect()
    const { width, height } = tip.getBoundingClientRect()
    const above = anchor.top - height - 4
    tip.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - width - 8))}px`
    tip.style.top = `${above < 8 ? anchor.bottom + 4 : above}px`
  }
  const hide = (): void => popover.current?.hidePopover()

  return {
    popover,
    props: { onPointerEnter: show, onFocus: show, onClick: show, onPointerLeave: hide, onBlur: hide },
  }
}
