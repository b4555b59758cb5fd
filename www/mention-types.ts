/** What a type is called on the page. */
export interface TypeWords {
  /** On a mark: "person". */
  one: string;
  /** Above a list: "People". */
  many: string;
  /** In the legend. */
  explanation: string;
}

// In the order in which the page lists them.
const KNOWN: Record<string, TypeWords> = {
  PERSON: { one: "person", many: "People", explanation: "People's names" },
  ORG: { one: "organisation", many: "Organisations", explanation: "Companies, agencies, institutions, teams" },
  GPE: { one: "place", many: "Places", explanation: "Countries, cities, states" },
  LOC: { one: "region", many: "Regions", explanation: "Mountains, rivers, regions" },
  FAC: { one: "facility", many: "Facilities", explanation: "Buildings, airports, streets, bridges" },
  NORP: { one: "group", many: "Groups", explanation: "Nationalities, religions, parties" },
  EVENT: { one: "event", many: "Events", explanation: "Wars, storms, tournaments, holidays" },
  PRODUCT: { one: "product", many: "Products", explanation: "Vehicles, weapons, devices, drugs" },
  WORK_OF_ART: { one: "work", many: "Works", explanation: "Books, films, songs" },
  LAW: { one: "law", many: "Laws", explanation: "Laws, treaties, constitutions" },
  LANGUAGE: { one: "language", many: "Languages", explanation: "Languages" },
  MISC: { one: "name", many: "Other names", explanation: "Diseases, awards and other names" },
  DATE: { one: "date", many: "Dates", explanation: "Dates and periods of a day or longer" },
  TIME: { one: "time", many: "Times", explanation: "Times of the day" },
  MONEY: { one: "money", many: "Money", explanation: "Sums of money" },
  PERCENT: { one: "percentage", many: "Percentages", explanation: "Percentages" },
  QUANTITY: { one: "quantity", many: "Quantities", explanation: "Measurements" },
  ORDINAL: { one: "ordinal", many: "Ordinals", explanation: "First, second, third" },
  CARDINAL: { one: "number", many: "Numbers", explanation: "Other numbers" },
};

const ORDER = Object.keys(KNOWN);

/** Every type but a caller's own. */
export const KNOWN_TYPES: readonly string[] = ORDER;

/** The words for a type; a caller's own type is called by its own name. */
export function wordsFor(type: string): TypeWords {
  if (Object.hasOwn(KNOWN, type)) return KNOWN[type]!;
  const plain = type.toLowerCase().replaceAll("_", " ");
  return { one: plain, many: plain, explanation: `Marked as ${plain}` };
}

/** The types in the page's order, the unknown ones last. */
export function inOrder(types: Iterable<string>): string[] {
  const rank = (type: string) => (ORDER.indexOf(type) + ORDER.length + 1) % (ORDER.length + 1);
  return [...types].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
