import type { CityName } from './names.ts'

export type CityPlaceKind =
  | 'square'
  | 'stadium'
  | 'school'
  | 'hospital'
  | 'station'
  | 'market'
  | 'culture'
  | 'study'

/** What can be looked for by name. `u`, `v` = share of the city's width and height where it should lie, about. */
export interface PlaceSeed {
  kind: CityPlaceKind
  name: CityName
  u: number
  v: number
}

const at = (kind: CityPlaceKind, u: number, v: number, kk: string, ru: string, en: string): PlaceSeed => ({
  kind,
  name: { kk, ru, en },
  u,
  v,
})

const school = (no: number, u: number, v: number): PlaceSeed =>
  at('school', u, v, `№ ${no} мектеп`, `Школа № ${no}`, `School No. ${no}`)

export const placeSeeds: PlaceSeed[] = [
  at('square', 0.62, 0.42, 'Республика алаңы', 'Площадь Республики', 'Republic Square'),
  at('square', 0.68, 0.6, 'Астана алаңы', 'Площадь Астаны', 'Astana Square'),
  at('square', 0.4, 0.52, 'Халықтар достығы алаңы', 'Площадь Дружбы', 'Friendship Square'),
  at('square', 0.2, 0.36, 'Батыс алаңы', 'Западная площадь', 'West Square'),
  at('stadium', 0.48, 0.44, 'Орталық стадион', 'Центральный стадион', 'Central Stadium'),
  at('stadium', 0.16, 0.66, '«Алатау» стадионы', 'Стадион «Алатау»', 'Alatau Stadium'),
  at('stadium', 0.84, 0.3, '«Динамо» стадионы', 'Стадион «Динамо»', 'Dynamo Stadium'),
  at('station', 0.6, 0.94, 'Алматы-2 вокзалы', 'Вокзал Алматы-2', 'Almaty-2 Station'),
  at('station', 0.2, 0.88, 'Сайран автобекеті', 'Автовокзал Сайран', 'Sairan Bus Station'),
  at('market', 0.74, 0.76, 'Көк базар', 'Зелёный базар', 'Green Market'),
  at('market', 0.1, 0.8, 'Алтын орда базары', 'Рынок «Алтын Орда»', 'Altyn Orda Market'),
  at('market', 0.34, 0.72, 'Тастақ базары', 'Рынок «Тастак»', 'Tastak Market'),
  at('culture', 0.66, 0.52, 'Опера театры', 'Театр оперы', 'Opera Theatre'),
  at('culture', 0.56, 0.5, 'Цирк', 'Цирк', 'Circus'),
  at('culture', 0.76, 0.5, 'Республика сарайы', 'Дворец Республики', 'Republic Palace'),
  at('culture', 0.5, 0.2, 'Тәуелсіздік мұражайы', 'Музей Независимости', 'Independence Museum'),
  at(
    'study',
    0.54,
    0.32,
    'Политехникалық университет',
    'Политехнический университет',
    'Polytechnic University',
  ),
  at('study', 0.44, 0.26, 'Қалалық университет', 'Городской университет', 'City University'),
  at('study', 0.28, 0.2, 'Медицина университеті', 'Медицинский университет', 'Medical University'),
  at('hospital', 0.36, 0.4, '№ 4 қалалық аурухана', 'Городская больница № 4', 'City Hospital No. 4'),
  at('hospital', 0.8, 0.64, '№ 7 қалалық аурухана', 'Городская больница № 7', 'City Hospital No. 7'),
  at('hospital', 0.12, 0.24, 'Балалар ауруханасы', 'Детская больница', "Children's Hospital"),
  at('hospital', 0.92, 0.5, 'Жедел жәрдем бекеті', 'Станция скорой помощи', 'Ambulance Station'),
  school(120, 0.58, 0.36),
  school(12, 0.7, 0.34),
  school(25, 0.46, 0.6),
  school(39, 0.26, 0.5),
  school(65, 0.32, 0.86),
  school(90, 0.88, 0.8),
  school(134, 0.08, 0.46),
  school(159, 0.64, 0.14),
]
