/** What the first view of the desk says; the words of what comes after it come behind it. */
export const words = import.meta.glob<Record<string, string>>(
  '../../shared/i18n/{ui,keys,terms,desk,alarms,tasks,commands,operations,journal,messages,sign-in}.ru.json',
  { eager: true, import: 'default' },
)
export const later = import.meta.glob<Record<string, string>>(
  '../../shared/i18n/{refusals,proposals,event,search,case,sweep,handover,registry,hours,law,law-book,system,force,audit,admin}.ru.json',
  { import: 'default' },
)
