// Generated from the Rust enum in src/export/mod.rs.
// To write it anew: UPDATE_TYPES=1 cargo test types_test

import type { ExportFormat } from "./article.js";

/** A format to export articles in: for menus and file names. */
export interface ExportFormatInfo {
  /** The word for {@link ExportFormat}. */
  readonly format: ExportFormat;
  /** What people call it. */
  readonly title: string;
  /** The ending of its files, without a leading dot. */
  readonly extension: string;
  /** Its media type. */
  readonly mediaType: string;
}

/** Every format that `exportArticle` knows. */
export const EXPORT_FORMATS: readonly ExportFormatInfo[] = [
  { format: "json", title: "JSON", extension: "json", mediaType: "application/json" },
  { format: "csv-entities", title: "CSV: entities", extension: "entities.csv", mediaType: "text/csv" },
  { format: "csv-mentions", title: "CSV: mentions", extension: "mentions.csv", mediaType: "text/csv" },
  { format: "csv-quotes", title: "CSV: quotations", extension: "quotes.csv", mediaType: "text/csv" },
  { format: "csv-claims", title: "CSV: claims", extension: "claims.csv", mediaType: "text/csv" },
  { format: "html", title: "Web page", extension: "html", mediaType: "text/html" },
  { format: "web-annotation", title: "W3C Web Annotation", extension: "anno.json", mediaType: "application/ld+json" },
  { format: "json-ld", title: "schema.org JSON-LD", extension: "jsonld", mediaType: "application/ld+json" },
  { format: "ninjs", title: "IPTC ninjs 3", extension: "ninjs.json", mediaType: "application/json" },
  { format: "tei", title: "TEI", extension: "tei.xml", mediaType: "application/tei+xml" },
  { format: "spacy", title: "spaCy and displaCy", extension: "spacy.json", mediaType: "application/json" },
  { format: "huggingface", title: "Hugging Face pipeline", extension: "hf.json", mediaType: "application/json" },
  { format: "huggingface-dataset", title: "Hugging Face dataset", extension: "jsonl", mediaType: "application/x-ndjson" },
  { format: "conll", title: "CoNLL (IOB2)", extension: "conll", mediaType: "text/plain" },
  { format: "brat", title: "brat standoff", extension: "ann", mediaType: "text/plain" },
];
