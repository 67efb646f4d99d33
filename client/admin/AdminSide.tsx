export function AdminSide() {
  return null
}
