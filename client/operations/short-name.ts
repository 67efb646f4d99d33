/** "Ахметова Айгерим" as a list has room for it: "Ахметова А." */
export function shortName(name: string): string {
  const [family = '', given] = name.trim().split(/\s+/)
  return given ? `${family} ${given.slice(0, 1)}.` : family
}
