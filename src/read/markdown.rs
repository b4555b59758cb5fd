//! Markdown, with the lines of metadata that may stand before it.
//!
//! pulldown-cmark makes HTML of it, which is read as a part of a page: markup within is allowed there and never runs.
//! Tables are GitHub's; front matter is the YAML that site generators read, as far as it is keys with values or lists.

use pulldown_cmark::{Options as Extensions, Parser, html};

use super::html::{self as pages, dates};
use super::laid_out::LaidOut;
use crate::article::{Format, Metadata};
use crate::options::Options;

/// Lays out Markdown. Nothing of the text is left out.
pub(super) fn lay_out(input: &str, options: &Options) -> LaidOut {
    let input = input.strip_prefix('\u{feff}').unwrap_or(input);
    let (front, body) = split(input);
    let mut markup = String::with_capacity(body.len() * 5 / 4);
    html::push_html(&mut markup, Parser::new_ext(body, Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH));
    let mut laid_out = pages::lay_out_all(&markup, options);
    laid_out.format = Format::Markdown;
    laid_out.passages.iter_mut().for_each(|passage| passage.path = None);
    add(&mut laid_out.metadata, front);
    laid_out
}

/// The front matter, if there is one, and the rest.
fn split(input: &str) -> (&str, &str) {
    for fence in ["---", "+++"] {
        let Some(behind) = input.strip_prefix(fence).and_then(line_end) else { continue };
        let mut at = 0;
        for line in behind.split_inclusive('\n') {
            if line.trim_end() == fence {
                let front = &behind[..at];
                let is_front = front.lines().any(|line| entry(line).is_some());
                if is_front {
                    return (front, &behind[at + line.len()..]);
                }
                break;
            }
            at += line.len();
        }
    }
    ("", input)
}

/// What stands behind the end of a line that holds nothing more.
fn line_end(rest: &str) -> Option<&str> {
    let (line, behind) = rest.split_once('\n')?;
    line.trim().is_empty().then_some(behind)
}

/// The key and the value of a line: `title: x` in YAML, `title = "x"` in TOML.
fn entry(line: &str) -> Option<(&str, &str)> {
    let at = line.find([':', '='])?;
    let (key, value) = (line[..at].trim_end(), line[at + 1..].trim());
    let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    is_key.then_some((key, value))
}

/// Adds what the front matter says.
fn add(metadata: &mut Metadata, front: &str) {
    let mut lines = front.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((key, value)) = entry(line) else { continue };
        let mut values = list(value);
        while let Some(item) = lines.next_if(|line| line.trim_start().starts_with("- ")) {
            values.extend(plain(item.trim_start().trim_start_matches("- ")));
        }
        let first = values.first().cloned();
        match key.to_ascii_lowercase().as_str() {
            "title" | "headline" => metadata.headline = first.or(metadata.headline.take()),
            "author" | "authors" | "byline" => metadata.authors = values,
            "date" | "published" | "pubdate" => metadata.published = first.and_then(|value| dates::read(&value)),
            "updated" | "modified" | "lastmod" => metadata.modified = first.and_then(|value| dates::read(&value)),
            "description" | "summary" | "excerpt" => metadata.description = first,
            "tags" | "keywords" => metadata.keywords = values,
            "section" | "category" | "categories" => metadata.section = first,
            "lang" | "language" => metadata.language = first,
            "url" | "canonical" => metadata.url = first.filter(|url| url.starts_with("http")),
            "image" | "cover" => metadata.image = first.filter(|url| url.starts_with("http")),
            _ => {}
        }
    }
}

/// The values of a line: one, or a list in brackets.
fn list(value: &str) -> Vec<String> {
    match value.strip_prefix('[').and_then(|value| value.strip_suffix(']')) {
        Some(values) => values.split(',').filter_map(plain).collect(),
        None => plain(value).into_iter().collect(),
    }
}

/// A value without quotation marks, if there is one.
fn plain(value: &str) -> Option<String> {
    let value = value.trim();
    let quoted = ['"', '\''].iter().find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark));
    let value = quoted.unwrap_or(value);
    (!value.is_empty()).then(|| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter() {
        let yaml = "---\ntitle: \"Ferry: it sinks\"\nauthors:\n  - Ana Mota\n  - Eva Lind\ndate: 2024-05-03\n\
            tags: [ports, 'sea']\nlang: en\n---\n\n# Ferry\n\nIt *sank*.";
        let laid_out = lay_out(yaml, &Options::default());
        assert_eq!(laid_out.metadata.headline.as_deref(), Some("Ferry: it sinks"));
        assert_eq!(laid_out.metadata.authors, ["Ana Mota", "Eva Lind"]);
        assert_eq!(laid_out.metadata.published.as_deref(), Some("2024-05-03"));
        assert_eq!(laid_out.metadata.keywords, ["ports", "sea"]);
        assert_eq!(laid_out.text, "Ferry\n\nIt sank.");
        let toml = "+++\ntitle = \"Ferry\"\n+++\nIt sank.";
        assert_eq!(lay_out(toml, &Options::default()).text, "It sank.");
    }

    #[test]
    fn what_is_no_front_matter_is_text() {
        for (markdown, text) in [
            ("---\nIt sank.\n---\n", "It sank."),
            ("---\ntitle: Ferry\n\nIt sank.", "title: Ferry\n\nIt sank."),
            ("\u{feff}It sank.", "It sank."),
            ("", ""),
            ("| a | b |\n|---|---|\n| c | d |", "a\tb\nc\td"),
            ("One [link](/a) and ![a picture](b.png).\n\n- item\n- Share", "One link and .\n\nitem\nShare"),
        ] {
            assert_eq!(lay_out(markdown, &Options::default()).text, text, "{markdown}");
        }
    }
}
