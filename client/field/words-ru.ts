export const words = import.meta.glob<Record<string, string>>(
  '../../shared/i18n/{ui,terms,refusals,phone,sign-in}.ru.json',
  { eager: true, import: 'default' },
)
