//! Stretches within blocks that are not the block's own words, and the zone of any span.
//!
//! Finds: the inside of paired quotation marks; what an editor put between brackets.
//! Evidence: the shape of a mark and what stands on its two sides. Of two marks that could open a
//! quotation the later one wins; a quotation that nothing closes runs to the end of its block, as
//! it does in speech of several paragraphs. So a missing mark spoils one block at most.
//! Does not find: speech after a dash, speech without marks.

use super::Reading;
use crate::article::{Block, BlockKind, Notice, Zone};
use crate::text::Span;
use crate::text::order::{outer_place, sort_by_number};

/// Quotations nest at most this deep; marks that would go deeper are left alone.
const DEPTH: usize = 4;

/// A clarification between brackets is no longer than this; longer ones are the speaker's asides.
const LONGEST_INSERTION: u32 = 160;

/// Finds the inline zones of all blocks that hold running text, sorted by start, properly nested.
pub(super) fn find(text: &str, blocks: &[Block], notices: &mut Vec<Notice>) -> Vec<(Span, Zone)> {
    let mut zones = Vec::new();
    let mut finder = Finder { text, marks: Vec::new(), open: Vec::new(), quotes: Vec::new(), brackets: Vec::new() };
    let mut carried = false;
    for (index, block) in blocks.iter().enumerate() {
        if !has_own_words(block.kind) {
            continue;
        }
        let unclosed = finder.block(Span { start: block.start, end: block.end }, carried, &mut zones);
        carried = unclosed.is_some();
        if let Some(at) = unclosed
            && !continues(text, &blocks[index + 1..])
        {
            notices.push(Notice {
                code: "unbalanced-quotes".into(),
                message: "A quotation is opened here and not closed.".into(),
                start: Some(at),
                end: Some(at + text[at as usize..].chars().next().map_or(0, char::len_utf8) as u32),
            });
        }
    }
    zones
}

/// Gives the zone of one span after the other. The spans come sorted by start, so that all calls
/// together pass over the blocks and zones once.
pub(crate) struct ZoneCursor<'a> {
    blocks: &'a [Block],
    zones: &'a [(Span, Zone)],
    /// The zones that hold the place the cursor has come to, outermost first.
    open: Vec<(Span, Zone)>,
}

impl<'a> ZoneCursor<'a> {
    pub(crate) fn new(reading: &'a Reading) -> Self {
        ZoneCursor { blocks: &reading.blocks, zones: &reading.zones, open: Vec::new() }
    }

    /// The zone of a span that starts no earlier than the one asked for before.
    pub(crate) fn zone_of(&mut self, span: Span) -> Zone {
        while self.blocks.first().is_some_and(|block| block.end <= span.start) {
            self.blocks = &self.blocks[1..];
        }
        while let Some((zone, rest)) = self.zones.split_first()
            && zone.0.start <= span.start
        {
            self.zones = rest;
            self.open.retain(|open| open.0.end > zone.0.start);
            self.open.push(*zone);
        }
        let of_block = self.blocks.first().map_or(Zone::Body, |block| zone_of_kind(block.kind));
        match self.open.iter().rev().find(|open| open.0.contains(span)) {
            Some(open) if of_block == Zone::Body => open.1,
            _ => of_block,
        }
    }
}

/// The zone of a block's own words.
fn zone_of_kind(kind: BlockKind) -> Zone {
    match kind {
        BlockKind::Headline | BlockKind::Subheading => Zone::Headline,
        BlockKind::Byline => Zone::Byline,
        BlockKind::Dateline => Zone::Dateline,
        BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Blockquote | BlockKind::Table => Zone::Body,
        BlockKind::Caption => Zone::Caption,
        BlockKind::EditorNote | BlockKind::Correction => Zone::Note,
        BlockKind::Credit => Zone::Credit,
        BlockKind::Teaser => Zone::Teaser,
    }
}

/// Whether quotations are looked for in a block of this kind.
fn has_own_words(kind: BlockKind) -> bool {
    matches!(zone_of_kind(kind), Zone::Body | Zone::Headline | Zone::Caption)
}

/// Whether the next running text starts with a quotation mark, as speech of several paragraphs
/// does.
fn continues(text: &str, following: &[Block]) -> bool {
    let next = following.iter().find(|block| has_own_words(block.kind));
    next.is_some_and(|block| {
        let first = text[block.start as usize..].chars().next();
        first.is_some_and(|first| matches!(first, '"' | '“' | '„' | '«' | '»' | '‘' | '\'' | '”'))
    })
}

/// The marks that belong together: any of a family's marks may close what another opened, because
/// writers mix straight and curly ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Guillemets,
    Single,
    Corner,
}

/// One quotation mark where it stands.
#[derive(Clone, Copy, Debug)]
struct Mark {
    at: Span,
    family: Family,
    opens: bool,
    closes: bool,
    /// A single mark after a letter may as well be an apostrophe.
    sure: bool,
}

/// What is reused from block to block.
struct Finder<'a> {
    text: &'a str,
    marks: Vec<Mark>,
    open: Vec<Mark>,
    quotes: Vec<Span>,
    brackets: Vec<Span>,
}

impl Finder<'_> {
    /// Appends the zones of one block. Gives the place of a mark that nothing closes.
    fn block(&mut self, block: Span, carried: bool, zones: &mut Vec<(Span, Zone)>) -> Option<u32> {
        self.scan(block);
        if self.marks.is_empty() && self.brackets.is_empty() {
            return None;
        }
        let unclosed = self.pair(block, carried);
        sort_by_number(&mut self.quotes, |quote| outer_place(*quote));
        sort_by_number(&mut self.brackets, |bracket| u64::from(bracket.start));
        self.merge(zones);
        unclosed
    }

    /// Collects the quotation marks and the pairs of brackets.
    fn scan(&mut self, block: Span) {
        self.marks.clear();
        self.brackets.clear();
        let bytes = &self.text.as_bytes()[..block.end as usize];
        let mut opened: Vec<(u8, usize)> = Vec::new();
        let mut at = block.start as usize;
        while let Some(found) = bytes[at..].iter().position(|byte| MAY_MARK[*byte as usize]) {
            at += found;
            let byte = bytes[at];
            match byte {
                b'(' | b'[' => opened.push((byte, at)),
                b')' | b']' => {
                    let opener = if byte == b')' { b'(' } else { b'[' };
                    if let Some((found, start)) = opened.pop()
                        && found == opener
                    {
                        self.brackets.push(Span::new(start, at + 1));
                    }
                }
                _ => {
                    if let Some(mark) = mark_at(self.text, block, at) {
                        self.marks.push(mark);
                        at = mark.at.end as usize;
                        continue;
                    }
                }
            }
            at += 1;
        }
    }

    /// Pairs the marks to quotations.
    fn pair(&mut self, block: Span, carried: bool) -> Option<u32> {
        self.quotes.clear();
        self.open.clear();
        let mut index = 0;
        while let Some(mark) = self.marks.get(index).copied() {
            index += 1;
            let top = self.open.iter().rposition(|open| open.family == mark.family);
            match top {
                Some(top) if mark.closes && self.is_the_close(&mark, index) => {
                    self.quotes.push(Span { start: self.open[top].at.end, end: mark.at.start });
                    self.open.truncate(top);
                }
                // A second opening: guillemets nest, of the others the first was never closed.
                Some(top) if mark.opens => {
                    if mark.family != Family::Guillemets {
                        self.open.truncate(top);
                    }
                    self.push(mark);
                }
                None if mark.opens => self.push(mark),
                None if self.quotes.is_empty()
                    && mark.family != Family::Single
                    && (carried || index == 1 && self.ends_speech(block, &mark)) =>
                {
                    self.quotes.push(Span { start: block.start, end: mark.at.start });
                }
                _ => {}
            }
        }
        let starts_block = |mark: &Mark| mark.at.start == block.start;
        let unclosed =
            self.open.iter().find(|open| open.family != Family::Single || starts_block(open) && open.sure)?;
        self.quotes.push(Span { start: unclosed.at.end, end: block.end });
        Some(unclosed.at.start)
    }

    /// `It rains," she said.`: whether the mark closes what the block begins with, although none opens it.
    fn ends_speech(&self, block: Span, mark: &Mark) -> bool {
        let before = &self.text[block.start as usize..mark.at.start as usize];
        mark.closes && !mark.opens && before.contains(' ') && before.ends_with([',', '.', '?', '!'])
    }

    fn push(&mut self, mark: Mark) {
        if self.open.len() < DEPTH {
            self.open.push(mark);
        }
    }

    /// Whether a mark that may close does. A single one after a letter is an apostrophe ("the
    /// workers' strike") if a better one follows before the next quotation opens.
    fn is_the_close(&self, mark: &Mark, next: usize) -> bool {
        if mark.family != Family::Single || mark.sure {
            return true;
        }
        let following = self.marks[next..].iter().filter(|mark| mark.family == Family::Single);
        !following.take_while(|mark| !mark.opens).take(DEPTH).any(|mark| mark.closes && mark.sure)
    }

    /// Appends quotations and insertions in the order of their starts. Insertions that cross the
    /// end of a quotation are none.
    fn merge(&mut self, zones: &mut Vec<(Span, Zone)>) {
        let mut quotes = self.quotes.iter().filter(|quote| !quote.is_empty()).peekable();
        let mut open: Vec<Span> = Vec::new();
        for &bracket in &self.brackets {
            while let Some(quote) = quotes.next_if(|quote| quote.start <= bracket.start) {
                zones.push((*quote, Zone::Quote));
                open.retain(|open| open.end > quote.start);
                open.push(*quote);
            }
            open.retain(|open| open.end > bracket.start);
            let crosses = open.iter().any(|quote| !quote.contains(bracket))
                || quotes.peek().is_some_and(|quote| quote.overlaps(bracket) && !bracket.contains(**quote));
            let inserted = !open.is_empty() && bracket.len() <= LONGEST_INSERTION;
            if !crosses && (inserted || is_signed(bracket.of(self.text))) {
                zones.push((bracket, Zone::Note));
            }
        }
        zones.extend(quotes.map(|quote| (*quote, Zone::Quote)));
    }
}

/// The bytes that a mark or a bracket may start with.
const MAY_MARK: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b"\"'`()[]\xC2\xE2\xE3";
    let mut index = 0;
    while index < bytes.len() {
        table[bytes[index] as usize] = true;
        index += 1;
    }
    table
};

/// Reads the quotation mark at a byte, if there is one and it is neither an apostrophe nor a
/// measure.
fn mark_at(text: &str, block: Span, at: usize) -> Option<Mark> {
    let rest = &text[at..block.end as usize];
    let sign = rest.chars().next()?;
    let family = match sign {
        '"' | '“' | '”' | '„' | '‟' => Family::Double,
        '«' | '»' => Family::Guillemets,
        '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' => Family::Single,
        '「' | '」' | '『' | '』' => Family::Corner,
        _ => return None,
    };
    // Two backticks, two apostrophes: the double marks of typewriters.
    let (family, length) = match &rest.as_bytes()[..rest.len().min(2)] {
        b"``" | b"''" => (Family::Double, 2),
        _ => (family, sign.len_utf8()),
    };
    let before = text[block.start as usize..at].chars().next_back();
    let after = rest[length..].chars().next();
    let (opens, closes) = direction(sign, before, after);
    let sure = before.is_none_or(|before| !before.is_alphanumeric());
    if family == Family::Single && is_apostrophe(sign, before, &rest[length..]) {
        return None;
    }
    if sign == '"' && closes && is_inch(&text[block.start as usize..at]) {
        return None;
    }
    (opens || closes).then_some(Mark { at: Span::new(at, at + length), family, opens, closes, sure })
}

/// Whether a mark may open and whether it may close, by its shape and its neighbours.
fn direction(sign: char, before: Option<char>, after: Option<char>) -> (bool, bool) {
    let free_before = before.is_none_or(|c| c.is_whitespace() || is_opening(c));
    let free_after = after.is_none_or(|c| c.is_whitespace() || is_closing(c));
    let (open_side, close_side) = (free_before && !free_after, free_after && !free_before);
    match sign {
        '„' | '‚' | '‟' | '‛' | '「' | '『' => (true, false),
        '」' | '』' => (false, true),
        // English opens with it, German closes with it.
        '“' | '‘' | '«' | '‹' => (!close_side || free_before, close_side || !free_before),
        '”' | '’' | '»' | '›' => (open_side, !open_side),
        '`' => (true, false),
        // A straight mark between two spaces or two letters may be either.
        _ if open_side != close_side => (open_side, close_side),
        _ => (true, true),
    }
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '"' | '“' | '„' | '«' | '‘' | '\'' | '‚' | '…' | '¿' | '¡')
        || c == ':'
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '—' | '–' | '/' | '"' | '”' | '»' | '’' | '\'' | '“' | '…')
        || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '-')
}

/// Whether a single mark belongs to a word or a number: "don't", "'90s", "'em", "5'".
fn is_apostrophe(sign: char, before: Option<char>, after: &str) -> bool {
    if matches!(sign, '‹' | '›' | '‚' | '‛') {
        return false;
    }
    let next = after.chars().next();
    let word_before = before.is_some_and(char::is_alphanumeric);
    let word_after = next.is_some_and(char::is_alphanumeric);
    let elided = || {
        let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s')
            || ["em", "til", "tis", "twas", "cause", "n", "round"].iter().any(|known| word.eq_ignore_ascii_case(known))
    };
    word_before && word_after
        || before.is_some_and(|c| c.is_ascii_digit()) && sign == '\''
        || word_after && sign != '‘' && elided()
        || !word_before && !word_after && before.is_none_or(char::is_whitespace) && next.is_none_or(char::is_whitespace)
}

/// Whether the text before a straight mark ends in feet: `6'2` makes the mark inches.
fn is_inch(before: &str) -> bool {
    let feet = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '½'));
    let measure = feet.strip_suffix(['\'', '’', '′']);
    feet.len() < before.len() && measure.is_some_and(|measure| measure.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether the words between brackets say that an editor put them there: "(Venezuela — ed.)",
/// "[sic]", "(. — Прим. ред.)".
fn is_signed(bracket: &str) -> bool {
    let inside = &bracket[1..bracket.len() - 1];
    if inside.len() > 600 {
        return false;
    }
    let tail = inside.char_indices().rev().nth(30).map_or(inside, |(at, _)| &inside[at..]);
    let tail = tail.to_lowercase();
    let last = tail.rsplit(['—', '–', '-', ',', ';', '.']).find(|part| !part.trim().is_empty()).unwrap_or("").trim();
    let signed = ["ed", "eds", "editor", "editor's note", "ред", "anm", "red", "d. red", "ndlr"].contains(&last);
    let dashed = tail.trim_end_matches(['.', ' ']).len() > last.len();
    inside.eq_ignore_ascii_case("sic")
        || inside.eq_ignore_ascii_case("sic!")
        || signed && dashed
        || ["прим. ред.", "примеч. ред.", "anm. d. red.", "n. de la r.", "nota del editor", "editor's note", "ed. note"]
            .iter()
            .any(|signature| tail.ends_with(signature) || tail.trim_start().starts_with(signature))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Format, Metadata};

    /// Marks the zones of a text, each line of which is a paragraph: quotations with ‹› and notes
    /// with {}.
    fn check(text: &str, expected: &str) {
        let mut at = 0;
        let blocks: Vec<Block> = text
            .split_inclusive('\n')
            .map(|line| {
                let span = Span::new(at, at + line.len()).trim(text);
                at += line.len();
                Block { start: span.start, end: span.end, kind: BlockKind::Paragraph, repeats: None, path: None }
            })
            .collect();
        let zones = find(text, &blocks, &mut Vec::new());
        assert!(zones.is_sorted_by_key(|zone| zone.0.start));
        let mut signs: Vec<(u32, u32, char)> = Vec::new();
        for (rank, (span, zone)) in zones.iter().enumerate() {
            let (open, close) = if *zone == Zone::Quote { ('<', '>') } else { ('{', '}') };
            signs.push((span.start, 1000 + rank as u32, open));
            signs.push((span.end, 1000 - rank as u32, close));
        }
        signs.sort();
        let mut marked = text.to_string();
        for (at, _, sign) in signs.into_iter().rev() {
            marked.insert(at as usize, sign);
        }
        assert_eq!(marked, expected);
    }

    #[test]
    fn marks_of_every_shape() {
        for (text, expected) in [
            ("He said \"yes\" twice.", "He said \"<yes>\" twice."),
            ("“It rains,” said Ana Mota.", "“<It rains,>” said Ana Mota."),
            ("Sie sagte: „Es regnet“, und ging.", "Sie sagte: „<Es regnet>“, und ging."),
            ("Sie sagte: »Es regnet« und ging.", "Sie sagte: »<Es regnet>« und ging."),
            ("Она сказала: «Идёт дождь».", "Она сказала: «<Идёт дождь>»."),
            ("Он сказал: «Газета «Вечер» врёт».", "Он сказал: «<Газета «<Вечер>» врёт>»."),
            ("Elle a dit « il pleut » hier.", "Elle a dit «< il pleut >» hier."),
            ("Hon sade: ”Det regnar”, sedan.", "Hon sade: ”<Det regnar>”, sedan."),
            ("``It rains,'' she said.", "``<It rains,>'' she said."),
            ("' It rains , ' and \" it pours \" .", "' It rains , ' and \"< it pours >\" ."),
            ("彼は「雨だ」と言った。", "彼は「<雨だ>」と言った。"),
            ("‘It rains,’ said Ana.", "‘<It rains,>’ said Ana."),
            ("“He told me ‘go home’ twice,” she said.", "“<He told me ‘<go home>’ twice,>” she said."),
            ("“Straight end,\" she said, \"curly end”.", "“<Straight end,>\" she said, \"<curly end>”."),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn apostrophes_and_measures_are_no_quotation_marks() {
        for text in [
            "The workers' strike didn't end in the '90s.",
            "Rock 'n' roll isn't dead; tell 'em.",
            "A rival of 5’10\" came.",
            "The player, 6'2\" tall, wore a 12\" boot.",
            "L’été n’est pas fini pour l’équipe d’Oslo.",
        ] {
            check(text, text);
        }
        check("'The workers' strike is over,' said Ana.", "'<The workers' strike is over,>' said Ana.");
        check("The 'fake views' claims hurt the boys' club.", "The '<fake views>' claims hurt the boys' club.");
    }

    #[test]
    fn an_open_quotation_spoils_one_block_at_most() {
        check("\"It rains.\n\"It pours,\" she said.", "\"<It rains.>\n\"<It pours,>\" she said.");
        check("A \"b c.\nHe said \"d\" e.", "A \"<b c.>\nHe said \"<d>\" e.");
        check("“One never closed. “Two,” he said.", "“One never closed. “<Two,>” he said.");
        check("It rains,\" she said. \"It pours.\"", "<It rains,>\" she said. \"<It pours.>\"");
        check("stray\" mark, then \"good\" one", "stray\" mark, then \"<good>\" one");
        check("He said: “It rains.\nIt pours,” and left.", "He said: “<It rains.>\n<It pours,>” and left.");
    }

    #[test]
    fn only_quotations_that_do_not_go_on_are_unbalanced() {
        let notices = |text: &str| {
            let half = text.find('\n').unwrap() as u32;
            let block = |start, end| Block { start, end, kind: BlockKind::Paragraph, repeats: None, path: None };
            let mut notices = Vec::new();
            find(text, &[block(0, half), block(half + 1, text.len() as u32)], &mut notices);
            notices.iter().map(|notice| (notice.start.unwrap(), notice.end.unwrap())).collect::<Vec<_>>()
        };
        assert_eq!(notices("“It rains.\n“It pours,” she said."), []);
        assert_eq!(notices("“It rains.\nShe left."), [(0, 3)]);
    }

    #[test]
    fn notes() {
        for (text, expected) in [
            ("“The old (Peru — ed.) leader”", "“<The old {(Peru — ed.)} leader>”"),
            ("“We at [the firm] left [...] it”", "“<We at {[the firm]} left {[...]} it>”"),
            ("A firm (where it began. — Ed.) left.", "A firm {(where it began. — Ed.)} left."),
            ("Their (sic) house", "Their {(sic)} house"),
            ("«Я (из группы. — Прим. ред.) не знал»", "«<Я {(из группы. — Прим. ред.)} не знал>»"),
            ("Er (der Rat, Anm. d. Red.) kam.", "Er {(der Rat, Anm. d. Red.)} kam."),
            ("The union (UGT) and Fred (a red) left (1) it.", "The union (UGT) and Fred (a red) left (1) it."),
            ("“a (b” c) d", "“<a (b>” c) d"),
            ("((( “a” ]]] )))", "((( “<a>” ]]] )))"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn the_cursor_gives_the_innermost_zone_and_the_kind_of_the_block() {
        let text = "Head “x”\nA “b [c] d” e\n(By Ana)";
        let ends = [text.find('\n').unwrap(), text.rfind('\n').unwrap()];
        let block = |start: usize, end: usize, kind| Block {
            start: start as u32,
            end: end as u32,
            kind,
            repeats: None,
            path: None,
        };
        let blocks = vec![
            block(0, ends[0], BlockKind::Headline),
            block(ends[0] + 1, ends[1], BlockKind::Paragraph),
            block(ends[1] + 1, text.len(), BlockKind::Credit),
        ];
        let zones = find(text, &blocks, &mut Vec::new());
        let reading = Reading {
            text: text.into(),
            format: Format::Text,
            metadata: Metadata::default(),
            blocks,
            zones,
            notices: Vec::new(),
        };
        let mut cursor = ZoneCursor::new(&reading);
        let mut from = 0;
        for (word, zone) in [
            ("Head", Zone::Headline),
            ("x", Zone::Headline),
            ("A", Zone::Body),
            ("b", Zone::Quote),
            ("c", Zone::Note),
            ("d", Zone::Quote),
            ("e", Zone::Body),
            ("Ana", Zone::Credit),
        ] {
            let start = from + text[from..].find(word).unwrap();
            from = start + word.len();
            assert_eq!(cursor.zone_of(Span::new(start, from)), zone, "{word}");
        }
    }

    #[test]
    fn hostile_texts_end_soon() {
        for unit in ["(", "[", "\"", "'", "“", "«", "(\"", "“(", "' '", "s' ", "«(]"] {
            let text = unit.repeat(200_000);
            let block =
                Block { start: 0, end: text.len() as u32, kind: BlockKind::Paragraph, repeats: None, path: None };
            let zones = find(&text, &[block], &mut Vec::new());
            assert!(zones.iter().all(|zone| zone.0.end as usize <= text.len()));
        }
    }
}
