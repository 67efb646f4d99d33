/** All areas but those of the phone and of the application page. */
export const words = import.meta.glob<Record<string, string>>(
  ['../../shared/i18n/*.kk.json', '!../../shared/i18n/{phone,apply}.kk.json'],
  { eager: true, import: 'default' },
)
