export const words = import.meta.glob<Record<string, string>>('../../shared/i18n/{ui,terms,phone}.en.json', {
  eager: true,
  import: 'default',
})
export const later = import.meta.glob<Record<string, string>>(
  '../../shared/i18n/{refusals,hours,proof,search,sweep,force}.en.json',
  {
    import: 'default',
  },
)
