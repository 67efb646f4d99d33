export const words = import.meta.glob<Record<string, string>>('../../shared/i18n/{ui,proof}.en.json', {
  eager: true,
  import: 'default',
})
