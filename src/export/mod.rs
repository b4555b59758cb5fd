//! Articles in the formats that others read: annotation tools, spreadsheets, newsroom systems,
//! archives. One format, one file: a function from an article to a string.
//!
//! Inside, the article's offsets count bytes. Each exporter converts them to what its format counts.

mod brat;
mod conll;
mod csv;
mod html;
mod hugging_face;
mod inline;
mod json_ld;
mod markup;
mod ninjs;
mod source;
mod spacy;
mod tei;
mod web_annotation;
mod words;

use serde::Deserialize;

use crate::article::Article;
use crate::handed_in;
use crate::options::Error;

use source::Source;

/// A format to export an article in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// The article itself.
    Json,
    /// A row for each person, organisation, place ...
    CsvEntities,
    /// A row for each mention.
    CsvMentions,
    /// A row for each quotation.
    CsvQuotes,
    /// A row for each claim.
    CsvClaims,
    /// A word to a line with its IOB2 tag, in the columns of CoNLL-2003.
    Conll,
    /// The `.ann` file of brat's standoff; its `.txt` is the article's text.
    Brat,
    /// What spaCy's `Doc.from_json` and displaCy take.
    Spacy,
    /// What the pipeline for token classification of Hugging Face's transformers gives.
    HuggingFace,
    /// Lines of a Hugging Face dataset for token classification: words and tags, a sentence a line.
    HuggingFaceDataset,
    /// A list of W3C Web Annotations.
    WebAnnotation,
    /// A `NewsArticle` of schema.org in JSON-LD.
    JsonLd,
    /// A news item of IPTC's ninjs 3.
    Ninjs,
    /// A TEI document.
    Tei,
    /// A web page that stands alone and runs nothing.
    Html,
}

impl ExportFormat {
    /// Every format.
    pub const ALL: [ExportFormat; 15] = {
        use ExportFormat::*;
        [
            Json,
            CsvEntities,
            CsvMentions,
            CsvQuotes,
            CsvClaims,
            Html,
            WebAnnotation,
            JsonLd,
            Ninjs,
            Tei,
            Spacy,
            HuggingFace,
            HuggingFaceDataset,
            Conll,
            Brat,
        ]
    };

    /// The word for programs, what people call it, the ending of its files and its media type.
    fn facts(self) -> [&'static str; 4] {
        use ExportFormat::*;
        match self {
            Json => ["json", "JSON", "json", "application/json"],
            CsvEntities => ["csv-entities", "CSV: entities", "entities.csv", "text/csv"],
            CsvMentions => ["csv-mentions", "CSV: mentions", "mentions.csv", "text/csv"],
            CsvQuotes => ["csv-quotes", "CSV: quotations", "quotes.csv", "text/csv"],
            CsvClaims => ["csv-claims", "CSV: claims", "claims.csv", "text/csv"],
            Conll => ["conll", "CoNLL (IOB2)", "conll", "text/plain"],
            Brat => ["brat", "brat standoff", "ann", "text/plain"],
            Spacy => ["spacy", "spaCy and displaCy", "spacy.json", "application/json"],
            HuggingFace => ["huggingface", "Hugging Face pipeline", "hf.json", "application/json"],
            HuggingFaceDataset => ["huggingface-dataset", "Hugging Face dataset", "jsonl", "application/x-ndjson"],
            WebAnnotation => ["web-annotation", "W3C Web Annotation", "anno.json", "application/ld+json"],
            JsonLd => ["json-ld", "schema.org JSON-LD", "jsonld", "application/ld+json"],
            Ninjs => ["ninjs", "IPTC ninjs 3", "ninjs.json", "application/json"],
            Tei => ["tei", "TEI", "tei.xml", "application/tei+xml"],
            Html => ["html", "Web page", "html", "text/html"],
        }
    }

    /// The word for programs: "csv-entities".
    pub fn as_str(self) -> &'static str {
        self.facts()[0]
    }

    /// What people call it: "CSV: entities".
    pub fn title(self) -> &'static str {
        self.facts()[1]
    }

    /// The ending of its files: "entities.csv".
    pub fn extension(self) -> &'static str {
        self.facts()[2]
    }

    /// Its media type: "text/csv".
    pub fn media_type(self) -> &'static str {
        self.facts()[3]
    }

    /// The format with the word.
    pub fn from_name(name: &str) -> Option<ExportFormat> {
        ExportFormat::ALL.into_iter().find(|format| format.as_str() == name)
    }
}

/// What an export may be told beside the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(optional_fields))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ExportOptions {
    /// What the article is called in the export: a file's name, a number, an address. It is in every
    /// row and every line, so that the exports of many articles can be put together. Default: the
    /// article's own address, or else a name made from its text.
    pub id: Option<String>,
}

/// Exports one article. The article may come from anywhere; an error tells what is wrong with it.
pub fn export_article(article: &Article, format: ExportFormat, options: &ExportOptions) -> Result<String, Error> {
    let in_bytes = handed_in::in_bytes(article)?;
    let source = Source::new(&in_bytes, article.offsets, options);
    Ok(match format {
        ExportFormat::Json => source::json(article),
        ExportFormat::CsvEntities => csv::entities(&source),
        ExportFormat::CsvMentions => csv::mentions(&source),
        ExportFormat::CsvQuotes => csv::quotes(&source),
        ExportFormat::CsvClaims => csv::claims(&source),
        ExportFormat::Conll => conll::export(&source),
        ExportFormat::Brat => brat::export(&source),
        ExportFormat::Spacy => spacy::export(&source),
        ExportFormat::HuggingFace => hugging_face::pipeline(&source),
        ExportFormat::HuggingFaceDataset => hugging_face::dataset(&source),
        ExportFormat::WebAnnotation => web_annotation::export(&source),
        ExportFormat::JsonLd => json_ld::export(&source),
        ExportFormat::Ninjs => ninjs::export(&source),
        ExportFormat::Tei => tei::export(&source),
        ExportFormat::Html => html::export(&source),
    })
}
