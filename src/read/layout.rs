//! Lines become passages: what the writer meant as one paragraph, heading, list entry or table.
//!
//! Finds: lines that were broken at a margin, which belong together; rows of a table; entries of
//! lists, which stay apart.
//! Evidence: the lengths of all lines that another one follows directly. Where text was broken at
//! a margin, most of those lines could not have taken the next line's first word.

use crate::article::BlockKind;
use crate::text::Span;

/// Margins that people broke lines at, in characters.
const NARROWEST: usize = 35;
const WIDEST: usize = 110;

/// One paragraph, heading, list entry or table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Passage {
    pub span: Span,
    /// Whether it is a table.
    pub rows: bool,
    /// Whether an empty line stands before it.
    pub apart: bool,
    /// What the markup says that it is, where there is markup.
    pub given: Option<BlockKind>,
}

/// Cuts a text into its passages. They hold all of it but white space.
pub(super) fn passages(text: &str) -> Vec<Passage> {
    let lines = lines(text);
    let margin = margin(text, &lines);
    let mut passages: Vec<Passage> = Vec::with_capacity(lines.len());
    let mut previous: Option<&Line> = None;
    for (index, line) in lines.iter().enumerate() {
        let next = lines.get(index + 1).filter(|next| !next.apart);
        let in_table = |other: &Line| other.row && line.row;
        let rows = previous.is_some_and(|previous| !line.apart && in_table(previous)) || next.is_some_and(in_table);
        let joins = previous
            .is_some_and(|previous| !line.apart && (in_table(previous) || line.goes_on(previous, margin, text)));
        match passages.last_mut() {
            Some(last) if joins && last.rows == rows => last.span.end = line.span.end,
            _ => passages.push(Passage { span: line.span, rows, apart: line.apart, given: None }),
        }
        previous = Some(line);
    }
    passages
}

/// A line that holds more than white space.
struct Line {
    /// Without the white space at its ends.
    span: Span,
    indent: u32,
    /// Whether an empty line stands before it.
    apart: bool,
    /// Whether it looks like a row of a table.
    row: bool,
}

impl Line {
    /// Whether the line only goes on with what the previous one began.
    fn goes_on(&self, previous: &Line, margin: Option<usize>, text: &str) -> bool {
        let Some(margin) = margin else { return false };
        if self.row || previous.row || self.indent > previous.indent + 1 || bullet(self.span.of(text)).is_some() {
            return false;
        }
        let length = length(previous.span.of(text));
        let full = length + 1 + length_of_first_word(self.span.of(text)) + 4 > margin;
        let amid_sentence = !ends_sentence(previous.span.of(text));
        let small = self.span.of(text).starts_with(char::is_lowercase);
        full || amid_sentence && (small || length * 5 > margin * 3)
    }
}

/// The lines of a text that hold more than white space.
fn lines(text: &str) -> Vec<Line> {
    const RARE_ENDS: [char; 3] = ['\r', '\u{2028}', '\u{2029}'];
    let mut lines = Vec::with_capacity(text.len() / 64);
    let mut apart = false;
    let mut at = 0;
    for chunk in text.split_inclusive('\n') {
        let line = chunk.trim_end_matches(['\n', '\r']);
        // Most texts end all their lines in the same way; look for the other ways only once.
        if line.as_bytes().contains(&b'\r') || !line.is_ascii() && line.contains(RARE_ENDS) {
            for line in line.split_inclusive(RARE_ENDS) {
                apart = !push_line(text, Span::new(at, at + line.len()), apart, &mut lines);
                at += line.len();
            }
            at += chunk.len() - line.len();
        } else {
            apart = !push_line(text, Span::new(at, at + line.len()), apart, &mut lines);
            at += chunk.len();
        }
    }
    lines
}

/// Pushes a line, unless it holds nothing but white space.
fn push_line(text: &str, line: Span, apart: bool, lines: &mut Vec<Line>) -> bool {
    let span = line.trim(text);
    if !span.is_empty() {
        lines.push(Line { span, indent: span.start - line.start, apart, row: is_row(span.of(text)) });
    }
    !span.is_empty()
}

/// The margin at which the lines were broken, if they were.
fn margin(text: &str, lines: &[Line]) -> Option<usize> {
    // How many lines of each length have another one directly below.
    let mut counts = [0usize; WIDEST + 2];
    let followed = || lines.windows(2).filter(|pair| !pair[1].apart && !pair[0].row && !pair[1].row);
    for pair in followed() {
        counts[length(pair[0].span.of(text)).min(WIDEST + 1)] += 1;
    }
    let all: usize = counts.iter().sum();
    let mut over = all;
    let margin = counts.iter().position(|count| {
        over -= count;
        over * 33 <= all
    })?;
    if all == 0 || !(NARROWEST..=WIDEST).contains(&margin) {
        return None;
    }
    let (mut full, mut small, mut ended) = (0, 0, 0);
    for pair in followed() {
        let (line, next) = (pair[0].span.of(text), pair[1].span.of(text));
        if length(line) + 1 + length_of_first_word(next) + 4 > margin {
            full += 1;
            small += usize::from(!next.starts_with(char::is_uppercase));
            ended += usize::from(ends_sentence(line));
        }
    }
    (full * 5 >= all * 3 && small * 10 >= full * 3 && ended * 2 <= full).then_some(margin)
}

/// Characters, counted no further than matters.
fn length(line: &str) -> usize {
    if line.len() > 4 * WIDEST + 4 {
        return WIDEST + 1;
    }
    line.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

fn length_of_first_word(line: &str) -> usize {
    length(line.split([' ', '\t']).next().unwrap_or(""))
}

/// Whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '“', '»', '’', '\'', ')', ']', ' ']);
    line.ends_with(['.', '!', '?', '…', '。', '।', '؟'])
}

/// The length of the sign that makes a line an entry of a list, with the space behind it.
pub(super) fn bullet(line: &str) -> Option<usize> {
    let sign = ["* ", "- ", "– ", "• ", "· ", "▪ ", "● ", "‣ ", "◦ ", "■ ", "►", "•"]
        .iter()
        .find(|sign| line.starts_with(**sign));
    sign.map(|sign| sign.len()).filter(|length| *length < line.len())
}

/// The number at the start of a line, "3. " or "3) ".
pub(super) fn number(line: &str) -> Option<u32> {
    let digits = line.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    (digits > 0 && digits < 4 && rest.starts_with([' ', '\t'])).then(|| line[..digits].parse().ok())?
}

/// Whether a line consists of short cells with wide gaps, tabs or bars between them.
fn is_row(line: &str) -> bool {
    const LONGEST: usize = 400;
    let bytes = line.as_bytes();
    if bytes.len() > LONGEST || !has_gap(bytes) {
        return false;
    }
    let (mut gaps, mut bars, mut words) = (0, 0, 1);
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| matches!(byte, b' ' | b'\t' | b'|')) {
        at += found;
        let run = bytes[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let stop = at > 0 && matches!(bytes[at - 1], b'.' | b'!' | b'?' | b':' | b'"');
        match bytes[at] {
            b'|' => bars += 1,
            _ if run > 2 || bytes[at..at + run].contains(&b'\t') || run == 2 && !stop => gaps += 1,
            _ => {}
        }
        words += usize::from(run > 0);
        at += run.max(1);
    }
    gaps > 0 && words <= 5 * gaps + 3 || bars > 1
}

/// Whether there is a tab, a bar or two spaces. Without branches, because every line is asked.
fn has_gap(bytes: &[u8]) -> bool {
    let next = bytes.get(1..).unwrap_or_default();
    bytes.iter().zip(next).fold(false, |found, (byte, next)| {
        found | (*byte == b'\t') | (*byte == b'|') | ((*byte == b' ') & (*next == b' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = passages(text);
        assert_eq!(found.iter().map(|passage| passage.span.of(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_line_is_a_passage() {
        check("", &[]);
        check(" \r\n\t\n", &[]);
        check("One.\nTwo.\r\n\r\nThree.\rFour.\u{2028}Five.", &["One.", "Two.", "Three.", "Four.", "Five."]);
        check("  Some words “here”.\u{a0}\n", &["Some words “here”."]);
    }

    #[test]
    fn lines_broken_at_a_margin_belong_together() {
        let first = "The harbour of the old town was closed on Monday after a\nstorm had torn two ferries loose and driven them against\nthe pier, officials said.";
        let second = "Nobody was hurt. \"We were lucky,\" the harbour master said,\nand added that both ships would be mended within a week.";
        check(&format!("Storm closes harbour\n\n{first}\n\n{second}\n"), &["Storm closes harbour", first, second]);
        let indented = format!("{first}\n    {second}");
        check(&indented, &[first, second]);
        let windows = first.replace('\n', "\r\n");
        check(&windows, &[&windows]);
    }

    #[test]
    fn short_paragraphs_on_lines_of_their_own_stay_apart() {
        let lines = [
            "Storm closes harbour of the old town for a whole day and night",
            "The harbour of the old town was closed on Monday after a storm.",
            "Two ferries were torn loose and driven against the pier.",
            "Nobody was hurt, the harbour master said on Tuesday morning.",
        ];
        check(&lines.join("\n"), &lines);
        let names = ["Ana Mota", "Eva Lind", "Kim Roe", "Ida Berg"];
        check(&names.join("\n"), &names);
    }

    #[test]
    fn rows_make_a_table() {
        let table = "Team        P   W\nEagles      2   1\nHawks       3   0";
        let text = format!("Standings:\n{table}\nThe season ends in May.");
        check(&text, &["Standings:", table, "The season ends in May."]);
        assert_eq!(passages(&text).iter().map(|passage| passage.rows).collect::<Vec<_>>(), [false, true, false]);
        check("a\tb\nc\td", &["a\tb\nc\td"]);
        check("| a | b |\n| c | d |", &["| a | b |\n| c | d |"]);
        let typed = ["One sentence ends.  Another begins here.", "It goes on so.  And so on, for ever."];
        check(&typed.join("\n"), &typed);
    }

    #[test]
    fn entries_of_lists() {
        assert_eq!(
            (bullet("* Tin fell"), bullet("- Tin fell"), bullet("-5 degrees"), bullet("*")),
            (Some(2), Some(2), None, None)
        );
        assert_eq!(
            (number("3. Tin"), number("3) Tin"), number("3.5 Tin"), number("2019. Tin")),
            (Some(3), Some(3), None, None)
        );
    }

    #[test]
    fn huge_inputs_are_read_once() {
        assert_eq!(passages(&"\n".repeat(1_000_000)).len(), 0);
        assert_eq!(passages(&"a".repeat(1_000_000)).len(), 1);
        assert_eq!(passages(&"a b ".repeat(250_000)).len(), 1);
        assert_eq!(passages(&"a\n".repeat(500_000)).len(), 500_000);
        assert_eq!(passages(&"a  b\n".repeat(200_000)).len(), 1);
    }
}
