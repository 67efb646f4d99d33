/** A spreadsheet runs what opens so; a phone's plus is harmless, only digits follow. */
const formula = /^\s*[=+\-@]|^[\t\r]/
const phone = /^\+\d+$/

/** One cell of a table parted by semicolons: quoted where it must be, and never a formula. */
function cell(text: string): string {
  const safe = formula.test(text) && !phone.test(text) ? `'${text}` : text
  return /[";\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\r\n`
