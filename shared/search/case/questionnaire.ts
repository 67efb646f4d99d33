/** What is asked of those who knew the missing person, section by section. The answers lie in the vault. */
export const questionnaire = {
  informant: ['informant-name', 'informant-relation', 'informant-contact', 'informant-where'],
  person: ['full-name', 'called', 'birth-date', 'address', 'phone', 'languages'],
  looks: ['height', 'build', 'hair', 'eyes', 'marks', 'glasses'],
  clothing: ['headwear', 'outer', 'under', 'trousers', 'shoes', 'sole'],
  equipment: ['bag', 'phone-state', 'food', 'light', 'money', 'documents'],
  'last-seen': ['seen-where', 'seen-when', 'seen-by', 'direction', 'companions', 'reason'],
  plan: ['goal', 'route', 'back-by', 'transport', 'went-before'],
  health: ['conditions', 'medicine', 'sight-hearing', 'walking', 'mood'],
  habits: ['experience', 'fears', 'hides', 'answers-call', 'places', 'smokes'],
  contacts: ['family', 'friends', 'would-go-to', 'conflicts'],
  done: ['searched-already', 'called-already', 'social-media', 'scent-article'],
} as const

export type Section = keyof typeof questionnaire
export type Question = (typeof questionnaire)[Section][number]

export const sectionNames = Object.keys(questionnaire) as [Section, ...Section[]]
