//! Reads every text of a JSON Lines file and prints the articles as the scorers read them.

use std::error::Error;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use wirecopy::{OffsetUnit, Options, parse_article};

/// Prints {"id","article"} for each {"id","text"} line, with offsets in code points.
pub fn annotate(file: &Path) -> Result<(), Box<dyn Error>> {
    let options = Options { offsets: OffsetUnit::CodePoint, ..Options::default() };
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in BufReader::new(std::fs::File::open(file)?).lines() {
        let document: serde_json::Value = serde_json::from_str(&line?)?;
        let text = document["text"].as_str().ok_or("a line without a text")?;
        let article = parse_article(text, &options)?;
        writeln!(out, "{}", serde_json::json!({ "id": document["id"], "article": article }))?;
    }
    Ok(())
}
