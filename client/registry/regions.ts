/** As the server reads it: parts of lower-case Latin letters, digits and hyphens. */
export const isRegionPath = (text: string): boolean =>
  text.length <= 80 && /^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(text)
