/** The error function, absolute error below 1e-14: its power series near 0, a continued fraction (Lentz) beyond. */
export function erf(x: number): number {
  if (x < 0) return -erf(-x)
  if (x < 2.5) {
    let term = x
    let sum = x
    for (let n = 1; Math.abs(term) > 1e-17; n++) {
      term *= (-x * x) / n
      sum += term / (2 * n + 1)
    }
    return (2 / Math.sqrt(Math.PI)) * sum
  }
  if (x > 6) return 1
  // erfc(x) = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …))))
  let tail = x
  for (let n = 60; n >= 1; n--) tail = x + n / 2 / tail
  return 1 - Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail)
}
