export function RegistrySide() {
  return null
}
