export const words = import.meta.glob<Record<string, string>>(
  '../../shared/i18n/{ui,refusals,desk,terms,apply}.kk.json',
  { eager: true, import: 'default' },
)
