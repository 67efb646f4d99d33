/** The cities of republican significance and the oblasts, each by the first part of its path. */
export const cities = ['astana', 'almaty', 'shymkent'] as const
export const oblasts = [
  ...(['abai', 'akmola', 'aqtobe', 'almaty-oblast', 'atyrau', 'east-kazakhstan', 'zhambyl'] as const),
  ...(['zhetisu-oblast', 'west-kazakhstan', 'qaraghandy', 'qostanai', 'qyzylorda', 'mangystau'] as const),
  ...(['pavlodar', 'north-kazakhstan', 'turkistan', 'ulytau'] as const),
] as const

/** The districts that have a name here, by their city. */
const districts = {
  almaty: ['alatau', 'almaly', 'auezov', 'bostandyq', 'medeu', 'nauryzbai', 'turksib', 'zhetisu'],
} as const

export const regionParts = [...cities, ...oblasts, ...districts.almaty] as const

/** Where a person may live, as finely as it has a name here: the districts of a city instead of the city. */
export const dwellings: readonly string[] = [
  ...cities.flatMap((city) =>
    city in districts
      ? districts[city as keyof typeof districts].map((district) => `${city}/${district}`)
      : [city],
  ),
  ...oblasts,
]

/** Every path that has a name here. */
export const knownRegions: readonly string[] = [...new Set([...cities, ...dwellings])]
