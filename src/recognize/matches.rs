//! Where the caller's patterns match. Nothing else knows the regex engine, which is large: in the browser this runs in
//! a WebAssembly module of its own.

use regex::Regex;

use crate::options::{Error, ErrorCode, Pattern};
use crate::text::Span;

/// A stretch of the text that one of the caller's patterns matches, without white space at its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// The index of the pattern.
    pub pattern: u32,
    pub span: Span,
}

/// Finds the patterns in the text: in order, one pattern after the other. Fails where a pattern is none.
pub(crate) fn find_matches(text: &str, patterns: &[Pattern]) -> Result<Vec<Match>, Error> {
    let compiled = patterns.iter().map(compile).collect::<Result<Vec<_>, _>>()?;
    let matches = compiled.iter().zip(0..).flat_map(|(regex, pattern)| {
        let spans = regex.find_iter(text).map(|found| Span::new(found.start(), found.end()).trim(text));
        spans.filter(|span| !span.is_empty()).map(move |span| Match { pattern, span })
    });
    Ok(matches.collect())
}

fn compile(own: &Pattern) -> Result<Regex, Error> {
    Regex::new(&own.pattern).map_err(|error| {
        let message = format!("options.patterns: \"{}\" is no pattern: {error}", own.pattern);
        Error::new(ErrorCode::BadOption, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_trimmed_and_empty_ones_left_out() {
        let patterns = [r"\s\w+\s", "x*"].map(|pattern| Pattern { kind: "CODE".into(), pattern: pattern.into() });
        let matches = find_matches("ä bc xx", &patterns).unwrap();
        let matches: Vec<_> = matches.iter().map(|found| (found.pattern, found.span.range())).collect();
        assert_eq!(matches, [(0, 3..5), (1, 6..8)]);
    }
}
