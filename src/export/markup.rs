//! Text as markup, for XML and HTML alike.

/// Appends the text so that it is read as text and nothing of it as markup. Characters that XML 1.0 does
/// not have are replaced.
pub(super) fn add_text(markup: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            // Otherwise it would be read as a line feed.
            '\r' => markup.push_str("&#13;"),
            '\t' | '\n' => markup.push(char),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => markup.push('\u{fffd}'),
            _ => markup.push(char),
        }
    }
}

/// Appends an attribute, with the space before it.
pub(super) fn add_attribute(markup: &mut String, name: &str, value: &str) {
    markup.push(' ');
    markup.push_str(name);
    markup.push_str("=\"");
    let start = markup.len();
    add_text(markup, value);
    // Otherwise these would be read as spaces, and the last as the end.
    for (char, written) in [('\t', "&#9;"), ('\n', "&#10;"), ('"', "&quot;")] {
        if markup[start..].contains(char) {
            let escaped = markup[start..].replace(char, written);
            markup.truncate(start);
            markup.push_str(&escaped);
        }
    }
    markup.push('"');
}
