export const words = import.meta.glob<Record<string, string>>('../../shared/i18n/*.kk.json', {
  eager: true,
  import: 'default',
})
