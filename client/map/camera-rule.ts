/** What the camera knows; pure, without a map. */
export interface CameraState {
  locked: boolean
  shown: string | null
}

export const freeCamera: CameraState = { locked: false, shown: null }

/**
 * The view follows only when the set it shows changes, and never against the user's hand: after a gesture it is locked
 * until the user fits it again.
 */
export function afterTarget(state: CameraState, key: string): { state: CameraState; fit: boolean } {
  if (state.locked || key === state.shown) return { state, fit: false }
  return { state: { ...state, shown: key }, fit: true }
}

export const afterGesture = (state: CameraState): CameraState =>
  state.locked ? state : { ...state, locked: true }

export const afterFit = (key: string | null): CameraState => ({ locked: false, shown: key })
