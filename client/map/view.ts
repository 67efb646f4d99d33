import type { Ink } from './ink.ts'
import { worldX, worldY } from './mercator.ts'

/** What a painter needs: a context in CSS pixels whose origin is the canvas's top left, and the way from degrees there. */
export interface View {
  ctx: CanvasRenderingContext2D
  ink: Ink
  dpr: number
  zoom: number
  width: number
  height: number
  /** CSS pixels per unit of the Mercator square. */
  scale: number
  /** World pixel of the canvas's top left. */
  left: number
  top: number
}

export const viewX = (view: View, lng: number): number => worldX(lng) * view.scale - view.left
export const viewY = (view: View, lat: number): number => worldY(lat) * view.scale - view.top
