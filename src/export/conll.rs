//! CoNLL: a word to a line, an empty line after each sentence, IOB2 tags in the last of four columns.
//!
//! After the data of the shared task of CoNLL-2003 (Tjong Kim Sang and De Meulder 2003). "_" stands in
//! the columns for parts of speech and chunks, which Wirecopy does not tell. The types are the
//! article's own: "PERSON", not "PER".

use super::source::Source;
use super::words::{Word, sentences};

pub(super) fn export(source: &Source) -> String {
    let mut lines = String::from("-DOCSTART- -X- -X- O\n\n");
    for sentence in sentences(source) {
        for Word { text, tag } in sentence {
            lines.push_str(&format!("{} _ _ {tag}\n", word(text)));
        }
        lines.push('\n');
    }
    lines
}

/// The word, which holds no white space; characters that a reader may take for some are replaced.
fn word(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}
