export function RegistryBoard() {
  return null
}
