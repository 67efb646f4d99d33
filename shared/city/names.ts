/** A name in the three languages of the screens. */
export interface CityName {
  kk: string
  ru: string
  en: string
}

export interface Road {
  name: CityName
  wide: boolean
}

const street = (kk: string, ru: string, en: string): Road => ({
  name: { kk: `${kk} көшесі`, ru: `ул. ${ru}`, en: `${en} St` },
  wide: false,
})

const avenue = (kk: string, ru: string, en: string): Road => ({
  name: { kk: `${kk} даңғылы`, ru: `пр. ${ru}`, en: `${en} Ave` },
  wide: true,
})

/** West–east roads, north to south. Names that Almaty knows; where they lie is made up. */
export const eastward: Road[] = [
  avenue('Рысқұлов', 'Рыскулова', 'Ryskulov'),
  street('Жансүгіров', 'Жансугурова', 'Zhansugurov'),
  street('Бекмаханов', 'Бекмаханова', 'Bekmakhanov'),
  street('Палладин', 'Палладина', 'Palladin'),
  avenue('Райымбек', 'Райымбека', 'Raiymbek'),
  street('Мақатаев', 'Макатаева', 'Makatayev'),
  street('Гоголь', 'Гоголя', 'Gogol'),
  avenue('Төле би', 'Толе би', 'Tole Bi'),
  street('Қазыбек би', 'Казыбек би', 'Kazybek Bi'),
  street('Қабанбай батыр', 'Кабанбай батыра', 'Kabanbay Batyr'),
  street('Бөгенбай батыр', 'Богенбай батыра', 'Bogenbay Batyr'),
  street('Құрманғазы', 'Курмангазы', 'Kurmangazy'),
  avenue('Абай', 'Абая', 'Abay'),
  street('Сәтбаев', 'Сатпаева', 'Satpayev'),
  street('Бухар жырау', 'Бухар-жырау', 'Bukhar Zhyrau'),
  street('Тимирязев', 'Тимирязева', 'Timiryazev'),
  street('Өтепов', 'Утепова', 'Utepov'),
  street('Жандосов', 'Жандосова', 'Zhandosov'),
  avenue('Әл-Фараби', 'аль-Фараби', 'Al-Farabi'),
  street('Мұстафин', 'Мустафина', 'Mustafin'),
  street('Қожамқұлов', 'Кожамкулова', 'Kozhamkulov'),
  street('Дулати', 'Дулати', 'Dulati'),
]

/** North–south roads, west to east. */
export const northward: Road[] = [
  street('Момышұлы', 'Момышулы', 'Momyshuly'),
  street('Яссауи', 'Яссауи', 'Yassaui'),
  avenue('Алтынсарин', 'Алтынсарина', 'Altynsarin'),
  street('Саин', 'Саина', 'Sain'),
  street('Өтеген батыр', 'Утеген батыра', 'Utegen Batyr'),
  street('Түркебаев', 'Туркебаева', 'Turkebayev'),
  street('Розыбакиев', 'Розыбакиева', 'Rozybakiyev'),
  avenue('Гагарин', 'Гагарина', 'Gagarin'),
  street('Ауэзов', 'Ауэзова', 'Auezov'),
  street('Жароков', 'Жарокова', 'Zharokov'),
  street('Манас', 'Манаса', 'Manas'),
  street('Байзақов', 'Байзакова', 'Baizakov'),
  street('Шағабутдинов', 'Шагабутдинова', 'Shagabutdinov'),
  street('Мұқанов', 'Муканова', 'Mukanov'),
  avenue('Сейфуллин', 'Сейфуллина', 'Seifullin'),
  street('Байтұрсынұлы', 'Байтурсынулы', 'Baitursynuly'),
  street('Масанчи', 'Масанчи', 'Masanchi'),
  street('Наурызбай батыр', 'Наурызбай батыра', 'Nauryzbay Batyr'),
  street('Желтоқсан', 'Желтоксан', 'Zheltoksan'),
  avenue('Абылай хан', 'Абылай хана', 'Abylai Khan'),
  avenue('Назарбаев', 'Назарбаева', 'Nazarbayev'),
  street('Қонаев', 'Кунаева', 'Kunayev'),
  avenue('Достық', 'Достык', 'Dostyk'),
  street('Уәлиханов', 'Валиханова', 'Valikhanov'),
  street('Пушкин', 'Пушкина', 'Pushkin'),
  street('Қалдаяқов', 'Калдаякова', 'Kaldayakov'),
  street('Бәйсейітова', 'Байсеитовой', 'Baiseitova'),
  street('Горный Гигант', 'Горный Гигант', 'Gorny Gigant'),
]

/** Short streets inside the blocks. */
export const inner: Road[] = [
  street('Жібек жолы', 'Жибек жолы', 'Zhibek Zholy'),
  street('Айтеке би', 'Айтеке би', 'Aiteke Bi'),
  street('Жамбыл', 'Жамбыла', 'Zhambyl'),
  street('Шевченко', 'Шевченко', 'Shevchenko'),
  street('Виноградов', 'Виноградова', 'Vinogradov'),
  street('Бегалин', 'Бегалина', 'Begalin'),
  street('Луганский', 'Луганского', 'Lugansky'),
  street('Шашкин', 'Шашкина', 'Shashkin'),
  street('Тәжібаева', 'Тажибаевой', 'Tazhibayeva'),
  street('Ғабдуллин', 'Габдуллина', 'Gabdullin'),
  street('Марков', 'Маркова', 'Markov'),
  street('Попов', 'Попова', 'Popov'),
  street('Радостовец', 'Радостовца', 'Radostovets'),
  street('Егізбаев', 'Егизбаева', 'Yegizbayev'),
  street('Мыңбаев', 'Мынбаева', 'Mynbayev'),
  street('Клочков', 'Клочкова', 'Klochkov'),
  street('Тұрғыт Өзал', 'Тургута Озала', 'Turgut Ozal'),
  street('Брусиловский', 'Брусиловского', 'Brusilovsky'),
  street('Қарасай батыр', 'Карасай батыра', 'Karasai Batyr'),
  street('Мирзоян', 'Мирзояна', 'Mirzoyan'),
  street('Есенжанов', 'Есенжанова', 'Yesenzhanov'),
  street('Сүлейменов', 'Сулейменова', 'Suleimenov'),
  street('Жолдасбеков', 'Жолдасбекова', 'Zholdasbekov'),
  street('Бақтыгереев', 'Бактыгереева', 'Baktygereyev'),
  street('Чайковский', 'Чайковского', 'Chaikovsky'),
  street('Панфилов', 'Панфилова', 'Panfilov'),
  street('Фурманов', 'Фурманова', 'Furmanov'),
  street('Тулебаев', 'Тулебаева', 'Tulebayev'),
  street('Нұрмақов', 'Нурмакова', 'Nurmakov'),
  street('Исаев', 'Исаева', 'Isayev'),
  street('Айманов', 'Айманова', 'Aimanov'),
  street('Сәрсен Аманжолов', 'Аманжолова', 'Amanzholov'),
  street('Байқадамов', 'Байкадамова', 'Baikadamov'),
  street('Мұратбаев', 'Муратбаева', 'Muratbayev'),
  street('Шарипов', 'Шарипова', 'Sharipov'),
  street('Дуйсенов', 'Дуйсенова', 'Duisenov'),
  street('Құдерин', 'Кудерина', 'Kuderin'),
  street('Нұрпейісов', 'Нурпеисова', 'Nurpeisov'),
  street('Ыбыраймов', 'Ибраимова', 'Ibraimov'),
  street('Сатыбалдин', 'Сатыбалдина', 'Satybaldin'),
]

export const rivers: CityName[] = [
  { kk: 'Есентай өзені', ru: 'р. Есентай', en: 'Yesentai' },
  { kk: 'Кіші Алматы өзені', ru: 'р. Малая Алматинка', en: 'Malaya Almatinka' },
]

export const parkNames: CityName[] = [
  { kk: 'Орталық саябақ', ru: 'Центральный парк', en: 'Central Park' },
  { kk: 'Бау-бақша', ru: 'Ботанический сад', en: 'Botanical Garden' },
  { kk: 'Алмалы саябағы', ru: 'Яблоневый парк', en: 'Apple Park' },
  { kk: 'Тұңғыш саябақ', ru: 'Первый парк', en: 'First Park' },
  { kk: 'Жастар саябағы', ru: 'Парк молодёжи', en: 'Youth Park' },
  { kk: 'Ардагерлер саябағы', ru: 'Парк ветеранов', en: 'Veterans Park' },
  { kk: 'Емен тоғайы', ru: 'Дубовая роща', en: 'Oak Grove' },
  { kk: 'Оңтүстік саябақ', ru: 'Южный парк', en: 'South Park' },
  { kk: 'Батыс саябақ', ru: 'Западный парк', en: 'West Park' },
]
