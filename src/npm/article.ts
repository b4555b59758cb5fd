// Generated from the Rust structs in src/article.rs and src/options.rs.
// To write it anew: UPDATE_TYPES=1 cargo test types_test

/**
 * What the caller may ask for. Every field has a default, and an unknown one is an error.
 */
export interface Options {
  /**
   * How the input is written down. Default: "auto", which looks at the input.
   */
  format?: InputFormat;
  /**
   * The address that the article comes from.
   */
  url?: string;
  /**
   * The day on which the article was published, as an ISO 8601 date, when the caller knows it.
   */
  date?: string;
  /**
   * The unit of every start and end. Default: "utf16", JavaScript's own.
   */
  offsets?: OffsetUnit;
  /**
   * The caller's own names. They win over everything else.
   */
  lexicon?: Array<LexiconEntry>;
  /**
   * The caller's own regular expressions (a linear-time engine, the syntax of Rust's regex crate).
   */
  patterns?: Array<Pattern>;
  /**
   * Names that are never to be marked.
   */
  ignore?: Array<string>;
  /**
   * Who may get a Wikidata id. Default: "core". With "all" a file of its own is loaded, once.
   */
  identities?: Identities;
  /**
   * What the call may take. Over a limit it fails; nothing is ever cut.
   */
  limits?: Limits;
}

/**
 * How the input is written down.
 */
export type InputFormat = "auto" | "text" | "html" | "markdown";

/**
 * Who may get a Wikidata id: nobody does whom the article does not tell from others of the name.
 */
export type Identities = "core" | "all";

/**
 * What a start or an end counts.
 */
export type OffsetUnit = "utf16" | "codepoint" | "utf8";

/**
 * A name of the caller's own.
 */
export interface LexiconEntry {
  /**
   * The name as it stands in articles.
   */
  name: string;
  /**
   * The type to mark it with: one of the contract's or a new one.
   */
  type: MentionType;
  /**
   * Other forms of the name. They join the same entity.
   */
  aliases?: Array<string>;
  /**
   * The Wikidata id to give the entity.
   */
  wikidata?: string;
}

/**
 * A regular expression of the caller's own.
 */
export interface Pattern {
  /**
   * The type to mark what matches with: one of the contract's or a new one.
   */
  type: MentionType;
  /**
   * The regular expression.
   */
  pattern: string;
}

/**
 * Something that a reader puts right. It speaks of names and not of places in a text, so that it can be
 * kept and applied to the next article; where no entity has the name, it does nothing.
 *
 * `name` is an entity's name or one of its aliases, as printed. `type` picks one of several entities of
 * that name; without it the first one is meant.
 */
export type Correction = { "action": "merge";
  /**
   * The name of the whole.
   */
  name: string;
  /**
   * Its type.
   */
  type?: MentionType;
  /**
   * The names of those that become part of it.
   */
  with: Array<string>;
} | { "action": "split";
  /**
   * The entity that they belong to so far.
   */
  name: string;
  /**
   * Its type.
   */
  type?: MentionType;
  /**
   * The forms, as printed.
   */
  forms: Array<string>;
  /**
   * The name of the new entity. Default: the longest of its forms.
   */
  to?: string;
} | { "action": "retype";
  /**
   * The entity.
   */
  name: string;
  /**
   * The type that it has so far.
   */
  type?: MentionType;
  /**
   * The new type.
   */
  to: MentionType;
} | { "action": "rename";
  /**
   * The entity.
   */
  name: string;
  /**
   * Its type.
   */
  type?: MentionType;
  /**
   * The new name.
   */
  to: string;
} | { "action": "remove";
  /**
   * The entity.
   */
  name: string;
  /**
   * Its type.
   */
  type?: MentionType;
};

/**
 * What the call may take.
 */
export interface Limits {
  /**
   * The longest input in bytes of UTF-8. Default: 64 MiB, which is also the most.
   */
  maxBytes?: number;
}

/**
 * One article, read.
 */
export interface Article {
  /**
   * What every offset indexes. Plain text comes back unchanged.
   */
  text: string;
  /**
   * What every start and end counts.
   */
  offsets: OffsetUnit;
  /**
   * What the input was read as.
   */
  format: Format;
  /**
   * What the article says of itself.
   */
  metadata: Metadata;
  /**
   * The parts of the text in order. They do not overlap, and every character that is not white
   * space lies in one of them.
   */
  blocks: Array<Block>;
  /**
   * Sentences, each within one block.
   */
  sentences: Array<Span>;
  /**
   * Names, dates, times, amounts and other numbers, sorted, without overlap.
   */
  mentions: Array<Mention>;
  /**
   * The people, organisations, places and other things that the mentions name.
   */
  entities: Array<Entity>;
  /**
   * Who said what.
   */
  quotes: Array<Quote>;
  /**
   * Who asserts or denies what.
   */
  claims: Array<Claim>;
  /**
   * What was odd about the input. Reading never fails.
   */
  notices: Array<Notice>;
}

/**
 * A stretch of text, half-open. Inside the crate it counts bytes of UTF-8 and lies on character
 * boundaries; in an `Article` it counts the caller's unit.
 */
export interface Span {
  /**
   * Where it starts.
   */
  start: number;
  /**
   * Where it ends.
   */
  end: number;
}

/**
 * How the input is written down.
 */
export type Format = "text" | "html" | "markdown";

/**
 * What the article says of itself: in its first lines, or in the page's head.
 */
export interface Metadata {
  /**
   * The headline, without its line break.
   */
  headline: string | null;
  /**
   * The names in the byline.
   */
  authors: Array<string>;
  /**
   * Where and when the article was filed.
   */
  dateline: Dateline | null;
  /**
   * The news agency, in the name it goes by: "Reuters", "RIA Novosti".
   */
  agency: string | null;
  /**
   * When it was published: ISO 8601, as precise as known.
   */
  published: string | null;
  /**
   * When it was last changed, where the page says so: ISO 8601.
   */
  modified: string | null;
  /**
   * BCP 47.
   */
  language: string | null;
  /**
   * The name of the site.
   */
  siteName: string | null;
  /**
   * The address of the page.
   */
  url: string | null;
  /**
   * The summary that the page gives of itself.
   */
  description: string | null;
  /**
   * The address of the lead picture.
   */
  image: string | null;
  /**
   * The section of the site.
   */
  section: string | null;
  /**
   * The page's own keywords.
   */
  keywords: Array<string>;
}

/**
 * Where and when the article was filed: "MOSCOW, January 28 — RIA Novosti."
 */
export interface Dateline {
  /**
   * Where it starts.
   */
  start: number;
  /**
   * Where it ends: after the dash or full stop that closes it.
   */
  end: number;
  /**
   * The places, as printed.
   */
  places: Array<string>;
  /**
   * ISO 8601; without a known year "--01-28" (xsd:gMonthDay).
   */
  date: string | null;
  /**
   * The agency, in the name it goes by.
   */
  agency: string | null;
}

/**
 * One part of the text.
 */
export interface Block {
  /**
   * Where it starts: at its first character that is not white space.
   */
  start: number;
  /**
   * Where it ends: after its last character that is not white space.
   */
  end: number;
  /**
   * What it is.
   */
  kind: BlockKind;
  /**
   * The index of an earlier block that says the same: a headline printed twice.
   */
  repeats?: number;
  /**
   * Of a web page: a CSS selector of the element that holds it.
   */
  path?: string;
}

/**
 * What a block is.
 */
export type BlockKind = "headline" | "subheading" | "byline" | "dateline" | "paragraph" | "list-item" | "blockquote" | "caption" | "editor-note" | "correction" | "credit" | "teaser" | "table";

/**
 * The type of a mention: the 18 types of OntoNotes 5, `MISC`, or a caller's own.
 */
export type MentionType = "PERSON" | "NORP" | "FAC" | "ORG" | "GPE" | "LOC" | "PRODUCT" | "EVENT" | "WORK_OF_ART" | "LAW" | "LANGUAGE" | "DATE" | "TIME" | "PERCENT" | "MONEY" | "QUANTITY" | "ORDINAL" | "CARDINAL" | "MISC" | (string & {});

/**
 * A name, date, number or amount where it stands in the text.
 */
export interface Mention {
  /**
   * Where it starts.
   */
  start: number;
  /**
   * Where it ends.
   */
  end: number;
  /**
   * Its words: what the offsets cut out of the text.
   */
  text: string;
  /**
   * Its type.
   */
  type: MentionType;
  /**
   * The index of its entity; null for dates, numbers and amounts.
   */
  entity: number | null;
  /**
   * From 0 to 1: how sure the recognizer is.
   */
  confidence: number;
  /**
   * Of a name: what spoke for it.
   */
  evidence?: Evidence;
  /**
   * What a date, number or amount comes to.
   */
  value?: Value;
  /**
   * The part of the article that it stands in.
   */
  zone: Zone;
}

/**
 * What spoke loudest for a name.
 */
export type Evidence = "own" | "pattern" | "definition" | "dateline" | "title" | "known-name" | "head-word" | "person-name" | "seen-in-full" | "context";

/**
 * The part of the article that a mention stands in.
 */
export type Zone = "headline" | "dateline" | "byline" | "body" | "quote" | "caption" | "note" | "credit" | "teaser";

/**
 * What a date, number or amount comes to.
 */
export type Value = {
  /**
   * TIMEX3 value: "2019-01-28", "2019-W04", "P2Y".
   */
  timex: string;
  /**
   * What sort of temporal expression it is.
   */
  kind: TimeKind;
  /**
   * Whether something in the article or the options fixes it in time.
   */
  anchored: boolean;
} | {
  /**
   * The number.
   */
  amount: number;
  /**
   * Money: ISO 4217; measurements: UCUM; percentages "%".
   */
  unit: string | null;
  /**
   * Whether the text says "about".
   */
  approx?: boolean;
  /**
   * The lower end of a range.
   */
  low?: number;
  /**
   * The upper end of a range.
   */
  high?: number;
};

/**
 * What sort of temporal expression a value is.
 */
export type TimeKind = "date" | "time" | "duration" | "set";

/**
 * A thing that the article names.
 */
export interface Entity {
  /**
   * The type of its mentions.
   */
  type: MentionType;
  /**
   * The fullest form in the article.
   */
  name: string;
  /**
   * The other forms, most frequent first.
   */
  aliases: Array<string>;
  /**
   * Indices in the article's mentions.
   */
  mentions: Array<number>;
  /**
   * "he", "she", "they" where they stand for it.
   */
  pronouns: Array<Span>;
  /**
   * The offices it holds.
   */
  roles: Array<Role>;
  /**
   * "Q717" where the offline base knows it.
   */
  wikidata: string | null;
}

/**
 * An office or title: "foreign Minister of Venezuela".
 */
export interface Role {
  /**
   * Where it starts.
   */
  start: number;
  /**
   * Where it ends.
   */
  end: number;
  /**
   * The title: "foreign Minister". Of a single word with what it is of: "mayor of Bergen".
   */
  title: string;
  /**
   * The index of the entity that it is an office of.
   */
  of: number | null;
  /**
   * Whether the text calls it a past one.
   */
  former: boolean;
  /**
   * Whether the text calls it an acting one.
   */
  acting: boolean;
}

/**
 * A stretch of somebody's speech.
 */
export interface Quote {
  /**
   * Where it starts, quotation mark included.
   */
  start: number;
  /**
   * Where it ends, quotation mark included.
   */
  end: number;
  /**
   * How the words are given.
   */
  kind: QuoteKind;
  /**
   * The speaker's own words: without the marks and without an editor's insertions.
   */
  content: Array<Span>;
  /**
   * Who speaks; null where nobody is named.
   */
  speaker: Speaker | null;
  /**
   * The words that attribute it: "said".
   */
  cue: Cue | null;
  /**
   * What stands between the marks without being the speaker's words: "(Venezuela - ed.)".
   */
  insertions: Array<Span>;
}

/**
 * How a speaker's words are given.
 */
export type QuoteKind = "direct" | "indirect" | "mixed" | "fragment";

/**
 * The words that name who speaks, and the entity behind them.
 */
export interface Speaker {
  /**
   * Where the words start.
   */
  start: number;
  /**
   * Where they end.
   */
  end: number;
  /**
   * The words: "Nordmann", "he", "the ministry". Of a quotation of somebody without a name "a man in a hat", further
   * up, rather than the "he" beside it.
   */
  text: string;
  /**
   * The index of the entity.
   */
  entity: number | null;
}

/**
 * The words that attribute or take a stance: "said", "according to".
 */
export interface Cue {
  /**
   * Where the words start.
   */
  start: number;
  /**
   * Where they end.
   */
  end: number;
  /**
   * The dictionary form: "say".
   */
  lemma: string;
}

/**
 * A statement that somebody takes a stance on.
 */
export interface Claim {
  /**
   * Where the sentence or clause starts that carries it.
   */
  start: number;
  /**
   * Where that sentence or clause ends.
   */
  end: number;
  /**
   * The stance.
   */
  stance: Stance;
  /**
   * Who takes it; null for hearsay, of which the text does not say whose it is.
   */
  source: Speaker | null;
  /**
   * On whose word: "Reuters, citing anonymous sources".
   */
  via: Array<Speaker>;
  /**
   * What is asserted or denied.
   */
  content: Span;
  /**
   * The words that express the stance.
   */
  cue: Cue | null;
  /**
   * The index of the quotation that the claim is; null for hearsay.
   */
  quote: number | null;
  /**
   * The index of the earlier claim that this one denies or confirms.
   */
  refersTo: number | null;
}

/**
 * The stance of a claim.
 */
export type Stance = "asserts" | "denies" | "confirms" | "alleges" | "doubts" | "demands" | "predicts";

/**
 * Something odd about the input.
 */
export interface Notice {
  /**
   * A word for programs: "empty".
   */
  code: string;
  /**
   * A sentence for people.
   */
  message: string;
  /**
   * Where it starts, if it is about a place in the text.
   */
  start?: number;
  /**
   * Where it ends.
   */
  end?: number;
}

/**
 * A format to export an article in: see `EXPORT_FORMATS`.
 */
export type ExportFormat = "json" | "csv-entities" | "csv-mentions" | "csv-quotes" | "csv-claims" | "html" | "web-annotation" | "json-ld" | "ninjs" | "tei" | "spacy" | "huggingface" | "huggingface-dataset" | "conll" | "brat";

/**
 * What an export may be told beside the article.
 */
export interface ExportOptions {
  /**
   * What the article is called in the export: a file's name, a number, an address. It is in every
   * row and every line, so that the exports of many articles can be put together. Default: the
   * article's own address, or else a name made from its text.
   */
  id?: string;
}

/**
 * Why the core refused a call: the `code` of its error.
 */
export type ErrorCode = "too-large" | "bad-input" | "bad-option" | "unsupported-format";
