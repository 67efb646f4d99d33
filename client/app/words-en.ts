export const words = import.meta.glob<Record<string, string>>('../../shared/i18n/*.en.json', {
  eager: true,
  import: 'default',
})
