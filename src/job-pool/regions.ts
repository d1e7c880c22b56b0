// Tables to read who may apply out of the words of a text. Keys are folded: lower case, no accents, no points.

const eu = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE';
const europe = `${eu} GB CH NO IS LI AD MC SM AL BA ME MK RS XK MD UA`;
const gulf = 'AE SA QA KW BH OM';
const middleEast = `${gulf} JO LB IQ IL TR`;
const africa =
  'DZ AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MA MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW';
const southAmerica = 'AR BO BR CL CO EC GY PY PE SR UY VE';
const latinAmerica = `MX GT HN SV NI CR PA CU DO PR ${southAmerica}`;
const southEastAsia = 'SG MY TH VN PH ID KH LA MM BN';
const asia = `IN PK BD LK NP CN HK TW MO JP KR MN KZ UZ ${southEastAsia}`;

/** Countries of what postings call a region; its borders are theirs, not a geographer's. */
export const regionCountries: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'eu|european union|european union countries|eu countries|eea|european economic area': eu,
    'europe|european|european countries|continental europe': europe,
    'emea|emea region': `${europe} ${middleEast} ${africa}`,
    'dach|dach region': 'DE AT CH',
    'nordics|scandinavia': 'DK SE NO FI IS',
    benelux: 'BE NL LU',
    'uk&i': 'GB IE',
    'north america|namer': 'US CA',
    'americas|amer|north and south america|north or south america': `US CA ${latinAmerica}`,
    'latam|latin america|latin american countries': latinAmerica,
    'south america': southAmerica,
    'apac|asia pacific|asia-pacific|apac region': `${asia} AU NZ`,
    'asia|asian countries': asia,
    'southeast asia|south east asia': southEastAsia,
    africa,
    'middle east': middleEast,
    'gcc|gulf': gulf,
    anz: 'AU NZ',
  }).flatMap(([names, countries]) => names.split('|').map((name) => [name, countries.split(' ')] as const)),
);

function subdivisions(country: string, entries: string): readonly (readonly [string, string])[] {
  return entries.split(',').flatMap((entry): [string, string][] => {
    const code = `${country}-${entry.slice(-2).toUpperCase()}`;
    return [
      [entry.slice(-2), code],
      [entry.slice(0, -3), code],
    ];
  });
}

/** States of the United States, ISO 3166-2 by name and postal code. */
export const usStates: ReadonlyMap<string, string> = new Map(
  subdivisions(
    'US',
    'alabama al,alaska ak,arizona az,arkansas ar,california ca,colorado co,connecticut ct,delaware de,' +
      'district of columbia dc,florida fl,georgia ga,hawaii hi,idaho id,illinois il,indiana in,iowa ia,kansas ks,' +
      'kentucky ky,louisiana la,maine me,maryland md,massachusetts ma,michigan mi,minnesota mn,mississippi ms,' +
      'missouri mo,montana mt,nebraska ne,nevada nv,new hampshire nh,new jersey nj,new mexico nm,new york ny,' +
      'north carolina nc,north dakota nd,ohio oh,oklahoma ok,oregon or,pennsylvania pa,rhode island ri,' +
      'south carolina sc,south dakota sd,tennessee tn,texas tx,utah ut,vermont vt,virginia va,washington wa,' +
      'west virginia wv,wisconsin wi,wyoming wy',
  ),
);

/** Provinces of Canada, likewise. */
export const canadianProvinces: ReadonlyMap<string, string> = new Map(
  subdivisions(
    'CA',
    'alberta ab,british columbia bc,manitoba mb,new brunswick nb,newfoundland nl,nova scotia ns,ontario on,' +
      'prince edward island pe,quebec qc,saskatchewan sk',
  ),
);
