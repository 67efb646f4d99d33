export const words = import.meta.glob<Record<string, string>>('../../shared/i18n/{ui,proof}.ru.json', {
  eager: true,
  import: 'default',
})
