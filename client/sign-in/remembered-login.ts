const storageKey = 'serik.login'

/** Who signed in last in this browser: the one whose password opens a locked desk. No secret. */
export function rememberedLogin(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export function rememberLogin(login: string): void {
  try {
    localStorage.setItem(storageKey, login)
  } catch {
    // A browser that keeps nothing asks for the login as well.
  }
}
