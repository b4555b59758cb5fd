//! What `wirecopy --ndjson` does, without JavaScript: reads lines `{"id", "text"}` from standard
//! input and writes a line `{"id", "article"}` or `{"id", "error"}` for each.
//!
//! `cargo run --release --example ndjson -- codepoint < lines.ndjson`, and `-- codepoint all` for all identities.

use std::io::{BufRead, Write};

use serde_json::{Value, json};
use wirecopy::{Identities, OffsetUnit, Options, parse_article};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let unit = std::env::args().nth(1).unwrap_or("utf16".into());
    let offsets: OffsetUnit = serde_json::from_value(unit.into())?;
    let identities: Identities = serde_json::from_value(std::env::args().nth(2).unwrap_or("core".into()).into())?;
    let options = Options { offsets, identities, ..Options::default() };
    let mut output = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let answer = match parse_article(line["text"].as_str().ok_or("a line without a text")?, &options) {
            Ok(article) => json!({ "id": line["id"], "article": article }),
            Err(error) => {
                json!({ "id": line["id"], "error": { "code": error.code.as_str(), "message": error.message } })
            }
        };
        writeln!(output, "{answer}")?;
    }
    Ok(())
}
