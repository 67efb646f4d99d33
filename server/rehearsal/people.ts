import type { Skill } from '../../shared/assistants/types.ts'

/** Made-up people of the rehearsal: common names, joined by the seed. Nobody of them exists. */
const family = [
  ['Ахметов', 'а'],
  ['Нұрланов', 'а'],
  ['Сериков', 'а'],
  ['Қасымов', 'а'],
  ['Иванов', 'а'],
  ['Ким', ''],
  ['Ли', ''],
  ['Орлов', 'а'],
  ['Байжанов', 'а'],
  ['Төлегенов', 'а'],
  ['Пак', ''],
  ['Цой', ''],
  ['Мұқанов', 'а'],
  ['Попов', 'а'],
  ['Жақсыбеков', 'а'],
  ['Сейітов', 'а'],
  ['Беков', 'а'],
  ['Рахимов', 'а'],
  ['Өмірзақов', 'а'],
  ['Усенов', 'а'],
  ['Тен', ''],
  ['Юн', ''],
  ['Сон', ''],
  ['Әбенов', 'а'],
  ['Жүнісов', 'а'],
  ['Оспанов', 'а'],
  ['Петров', 'а'],
] as const
const male = [
  'Данияр',
  'Нұрлан',
  'Артём',
  'Рустам',
  'Ерлан',
  'Тимур',
  'Бауыржан',
  'Олжас',
  'Дмитрий',
  'Арман',
  'Қанат',
  'Евгений',
  'Мұрат',
  'Сергей',
]
const female = [
  'Айгерим',
  'Әлия',
  'Раушан',
  'Юлия',
  'Сәуле',
  'Жанна',
  'Гүлнар',
  'Елена',
  'Динара',
  'Мадина',
  'Наталья',
  'Әсел',
  'Ольга',
  'Камила',
]
const more: Skill[] = ['first-aid', 'driver', 'english', 'search-trained', 'dog-handler', 'sign-language']

export interface MadeUp {
  name: string
  phone: string
  skills: Skill[]
}

/** `random` gives numbers in [0, 1). Numbers of phones are of the kind that nobody is given (+7 700 000 ....). */
export function makeUp(random: () => number, n: number): MadeUp {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const sex = random() < 0.45 ? 'female' : 'male'
  const [stem, ending] = pick(family)
  const given = pick(sex === 'female' ? female : male)
  const skills: Skill[] = [
    sex,
    ...(random() < 0.8 ? (['kazakh'] as const) : []),
    ...(random() < 0.85 ? (['russian'] as const) : []),
  ]
  for (const skill of more) if (random() < 0.22) skills.push(skill)
  return {
    name: `${stem}${sex === 'female' ? ending : ''} ${given}`,
    phone: `+7700${String(n).padStart(7, '0')}`,
    skills,
  }
}
