export const words = import.meta.glob<Record<string, string>>('../../shared/i18n/{ui,verify}.ru.json', {
  eager: true,
  import: 'default',
})
