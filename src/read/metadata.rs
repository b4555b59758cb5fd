//! What an article says of itself beside its blocks.

use super::language;
use crate::article::Metadata;
use crate::options::Options;

/// Adds to what the blocks say what the caller knows and what the whole text shows.
pub(super) fn complete(mut metadata: Metadata, text: &str, options: &Options) -> Metadata {
    let filed = metadata.dateline.as_ref().and_then(|dateline| dateline.date.clone());
    metadata.published =
        options.date.clone().or(filed.filter(|date| !date.starts_with("--"))).or(metadata.published.take());
    metadata.language = language::guess(text).map(str::to_string);
    metadata.url = options.url.clone();
    metadata.site_name = options.url.as_deref().and_then(host).map(str::to_string);
    metadata
}

/// The host of an address, without "www.".
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for (url, expected) in [
            ("https://www.example.com/a/b", Some("example.com")),
            ("http://ana:x@news.example.org:8080?q", Some("news.example.org")),
            ("example.com", None),
            ("https://", None),
        ] {
            assert_eq!(host(url), expected, "{url}");
        }
    }
}
