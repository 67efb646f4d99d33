export const trackCarriers = Array.from({ length: 30 }, (_, n) => `c${n}`)

/** Where a carrier is at a time: another place at each, as a store of tracks has it. */
export function fixAt(carrier: string, at: number) {
  const n = (Number(carrier.slice(1)) * 7919 + at * 31) % 1_000_003
  return {
    at,
    lat: (430_000_000 + n) / 1e7,
    lng: (760_000_000 + n) / 1e7,
    accuracy: (n % 5000) / 100,
    speed: (n % 300) / 100,
  }
}
