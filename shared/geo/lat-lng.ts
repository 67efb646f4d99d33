/** WGS84 degrees. */
export interface LatLng {
  lat: number
  lng: number
}

/**
 * A simple polygon without holes: open (the last point does not repeat the first), either direction. Edges are straight
 * in latitude and longitude. Rings across the 180th meridian are not supported.
 */
export type Ring = LatLng[]
