// Tables to read countries out of the words of a place. Keys are folded: lower case, no accents, no points.

function table(rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(rows).flatMap(([country, names]) => names.split('|').map((name) => [name, country])));
}

/** Names of countries beside those of the Unicode tables. */
export const countryAliases = table({
  US: 'us|usa|u s|u s a|united states of america',
  GB: 'uk|u k|great britain|britain|england|scotland|wales|northern ireland',
  AE: 'uae|emirates|united arab emirates',
  KR: 'korea|republic of korea|south korea',
  NL: 'holland|the netherlands|nederland',
  CZ: 'czechia|czech republic',
  TR: 'turkey|turkiye',
  CI: 'ivory coast',
  HK: 'hong kong',
  MO: 'macau',
  SA: 'ksa',
  DE: 'deutschland|ger',
  AT: 'osterreich',
  CH: 'schweiz|suisse',
  ES: 'espana',
  IT: 'italia',
  BR: 'brasil',
  PL: 'polska',
  FR: 'france metropolitan',
  CG: 'republic of the congo|congo',
  CD: 'democratic republic of the congo|drc',
  PS: 'palestine',
  BA: 'bosnia',
  CV: 'cape verde',
  MK: 'macedonia',
  VN: 'viet nam',
});

/** States and provinces in full. Georgia is not among them because it is a country too. */
export const stateCountries = table({
  US:
    'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|' +
    'iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|' +
    'nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|' +
    'pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|' +
    'west virginia|wisconsin|wyoming|district of columbia|puerto rico',
  CA: 'alberta|british columbia|manitoba|newfoundland|nova scotia|ontario|quebec|saskatchewan|prince edward island',
  DE: 'bavaria|bayern|hessen|nordrhein-westfalen|saxony',
  AU: 'new south wales|queensland|tasmania',
  IN: 'karnataka|maharashtra|haryana|telangana|tamil nadu|gujarat',
});

/** Postal codes of states and provinces, which stand after a city: "Austin, TX", "Toronto, ON". */
export const stateCodes = table({
  US:
    'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|' +
    'PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC',
  CA: 'AB|BC|MB|NB|NL|NS|ON|PE|QC|SK',
});

/** Cities that postings name without a country; those that several countries share are left out. */
export const cityCountries = table({
  US:
    'san francisco|sf|bay area|new york city|nyc|brooklyn|manhattan|los angeles|seattle|boston|chicago|austin|denver|' +
    'miami|atlanta|dallas|houston|phoenix|philadelphia|pittsburgh|san diego|san mateo|palo alto|mountain view|' +
    'menlo park|sunnyvale|redwood city|oakland|bellevue|salt lake city|nashville|raleigh|charlotte|detroit|' +
    'minneapolis|las vegas|tampa|orlando|honolulu|scottsdale|tulsa|silicon valley|south san francisco|indianapolis',
  CA: 'toronto|montreal|vancouver|calgary|ottawa|edmonton|winnipeg|mississauga|burnaby',
  GB: 'london|manchester|edinburgh|glasgow|bristol|leeds|belfast|milton keynes|cardiff|sheffield|brighton|oxford',
  DE:
    'berlin|munich|munchen|hamburg|cologne|koln|frankfurt|stuttgart|dusseldorf|leipzig|heidelberg|darmstadt|erfurt|' +
    'karlsruhe|dresden|bonn|nuremberg',
  FR: 'paris|lyon|bordeaux|nantes|toulouse|lille|marseille|rennes|grenoble|montpellier',
  NL: 'amsterdam|rotterdam|utrecht|eindhoven|the hague|delft',
  BE: 'brussels|antwerp|ghent',
  CH: 'zurich|geneva|lausanne',
  AT: 'vienna|wien',
  ES: 'madrid|barcelona|malaga|las palmas',
  PT: 'lisbon|lisboa|porto',
  IT: 'milan|milano|rome|turin',
  IE: 'galway',
  SE: 'stockholm|gothenburg|malmo',
  NO: 'oslo',
  DK: 'copenhagen|aarhus',
  FI: 'helsinki',
  EE: 'tallinn',
  LV: 'riga',
  LT: 'vilnius',
  PL: 'warsaw|krakow|wroclaw|gdansk|poznan',
  CZ: 'prague|brno',
  HU: 'budapest',
  RO: 'bucharest|cluj|cluj-napoca|iasi|timisoara',
  BG: 'sofia',
  RS: 'belgrade|novi sad',
  HR: 'zagreb',
  GR: 'athens greece|thessaloniki',
  CY: 'limassol|nicosia',
  UA: 'kyiv|kiev|lviv',
  BY: 'minsk',
  GE: 'tbilisi|batumi',
  AM: 'yerevan',
  TR: 'istanbul|ankara',
  IL: 'tel aviv|tel-aviv|herzliya',
  AE: 'dubai|abu dhabi',
  SA: 'riyadh|jeddah',
  QA: 'doha',
  EG: 'cairo',
  KE: 'nairobi',
  NG: 'lagos|abuja',
  ZA: 'cape town|johannesburg',
  GH: 'accra',
  CM: 'douala|yaounde',
  CI: 'abidjan',
  SN: 'dakar',
  ET: 'addis ababa',
  MA: 'casablanca',
  IN: 'bangalore|bengaluru|mumbai|delhi|new delhi|gurgaon|gurugram|hyderabad|pune|chennai|noida|ahmedabad|kolkata',
  PK: 'karachi|lahore|islamabad',
  BD: 'dhaka',
  JP: 'tokyo|osaka',
  KR: 'seoul',
  CN: 'shanghai|beijing|shenzhen|hangzhou',
  TW: 'taipei',
  PH: 'manila|makati|cebu',
  ID: 'jakarta|bali',
  MY: 'kuala lumpur',
  TH: 'bangkok',
  VN: 'hanoi|ho chi minh city',
  AU: 'sydney|melbourne|brisbane|perth|adelaide|canberra',
  NZ: 'auckland|wellington',
  BR: 'sao paulo|rio de janeiro|belo horizonte|florianopolis|curitiba',
  AR: 'buenos aires',
  MX: 'mexico city|cdmx|guadalajara|monterrey',
  CO: 'bogota|medellin',
  PE: 'lima',
  UY: 'montevideo',
  DO: 'santo domingo',
  EC: 'quito',
});
