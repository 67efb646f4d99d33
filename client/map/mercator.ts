/** Spherical Mercator on the unit square (EPSG:3857): x east from the antimeridian, y south from 85.05° N. */
export const worldX = (lng: number): number => (lng + 180) / 360

export function worldY(lat: number): number {
  const sin = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180)
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
}

/** CSS pixels that the whole world is wide at a zoom. */
export const worldSize = (zoom: number): number => 256 * 2 ** zoom

/** Metres of ground under one CSS pixel at a latitude. */
export const metresPerPixel = (lat: number, zoom: number): number =>
  (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / worldSize(zoom)
