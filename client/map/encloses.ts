/** Whether a closed line of pixels runs around a point; where it crosses itself, even–odd. */
export function encloses(ring: readonly { x: number; y: number }[], x: number, y: number): boolean {
  let inside = false
  ring.forEach((to, i) => {
    const from = ring.at(i - 1) as { x: number; y: number }
    if (from.y > y !== to.y > y && x < from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y))
      inside = !inside
  })
  return inside
}
