use std::ops::Range;

use super::abbreviations::{self, Abbreviation};
use super::tokens::{Case, Token, TokenKind};

/// Passes on the token ranges of the sentences that the tokens from `first` on, a block's, make.
pub(super) fn split(text: &str, tokens: &[Token], first: usize, mut sentence: impl FnMut(Range<usize>)) {
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        if !ends_sentence(text, tokens, start, at) {
            at += 1;
            continue;
        }
        let after = with_closing_marks(text, tokens, at + 1);
        if after < tokens.len() && starts_sentence(text, tokens, at, after) {
            sentence(start..after);
            start = after;
        }
        at = after;
    }
    if start < tokens.len() {
        sentence(start..tokens.len());
    }
}

/// Whether a sentence could end with the token, by the token itself.
fn ends_sentence(text: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        TokenKind::Mark => match token.span.of(text).chars().next() {
            // A list's "1." leads what follows.
            Some('.') => at > start + 1 || at > start && tokens[at - 1].kind != TokenKind::Number,
            Some('?' | '!' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔') => true,
            _ => false,
        },
        TokenKind::Abbreviation => match abbreviations::lookup(token.span.of(text).trim_end_matches('.')) {
            Some(Abbreviation::Leads) => false,
            Some(Abbreviation::MayEnd) => true,
            // "U.S." may stand last; an initial leads a surname.
            None => token.case != Case::Initial || at > start && is_platform(text, tokens, at),
        },
        // Glued: "in 2019The vote".
        TokenKind::Number => tokens.get(at + 1).is_some_and(|next| !next.spaced && next.case == Case::Title),
        _ => false,
    }
}

/// "wrote on X.": no initial.
fn is_platform(text: &str, tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at].span.of(text) == "X." && matches!(tokens[at - 1].span.of(text), "on" | "via")
}

/// Past the quotation marks and brackets that close with the sentence.
fn with_closing_marks(text: &str, tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        let word = token.span.of(text);
        let closes = match word {
            "”" | "’" | "»" | ")" | "]" | "?" | "!" | "…" | "“" => !token.spaced,
            // A straight mark closes where no space stands before it.
            "\"" | "'" | "''" => !token.spaced,
            _ => false,
        };
        if !closes {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a sentence can start at token `next`, after an end at token `end` and the closing marks
/// between the two.
fn starts_sentence(text: &str, tokens: &[Token], end: usize, next: usize) -> bool {
    let closed = next > end + 1;
    let first_word = (next..tokens.len()).find(|at| !is_opening(tokens[*at].span.of(text)));
    let Some(first_word) = first_word else { return false };
    let token = &tokens[first_word];
    let opened = first_word > next;
    let ending = &tokens[end];
    let ending_text = ending.span.of(text);
    if !tokens[next].spaced && !opened && !closed {
        return starts_glued(text, tokens, end, next);
    }
    match token.kind {
        TokenKind::Word | TokenKind::Abbreviation => match token.case {
            Case::Lower | Case::Inner if !is_caseless(token.span.of(text)) => {
                // "iPhone sales rose." starts a sentence only after a plain full stop.
                token.case == Case::Inner && ending.kind == TokenKind::Mark && !closed
            }
            _ if ending.kind == TokenKind::Abbreviation => {
                opened || is_opener(token.span.of(text)) || is_platform(text, tokens, end)
            }
            _ if closed && ending_text != "." => !is_attribution(text, tokens, first_word),
            // "Yahoo! Inc.", "the ... Act"
            _ if ending_text.starts_with(['…']) || ending_text.len() > 2 && ending_text.starts_with("..") => {
                opened || closed || is_opener(token.span.of(text))
            }
            _ => true,
        },
        TokenKind::Number => ending.kind == TokenKind::Mark,
        TokenKind::Address => ending.kind == TokenKind::Mark,
        TokenKind::Clitic => false,
        // "- ", "• " begin an entry; "$5 million" a sentence.
        TokenKind::Mark => matches!(token.span.of(text), "$" | "€" | "£" | "¥" | "—" | "–" | "-" | "•" | "#"),
    }
}

/// Whether a sentence starts right after another's last mark: "ended.The", "in 2019The", and not
/// "Booking.com" or "Node.js".
fn starts_glued(text: &str, tokens: &[Token], end: usize, next: usize) -> bool {
    let token = &tokens[next];
    let word = token.span.of(text);
    let ends_lower = match tokens[end].kind {
        TokenKind::Number => return true,
        // Ideographic full stops need no space.
        TokenKind::Mark if tokens[end].span.of(text).starts_with(['。', '！', '？', '।']) => return true,
        TokenKind::Mark if end > 0 => {
            let before = tokens[end - 1].span.of(text);
            before.chars().count() > 1 && before.ends_with(|last: char| last.is_lowercase() || last.is_numeric())
        }
        _ => false,
    };
    ends_lower && token.kind == TokenKind::Word && token.case == Case::Title && word.chars().count() > 1
        || ends_lower && is_opener(word)
}

fn is_opening(word: &str) -> bool {
    matches!(word, "“" | "‘" | "«" | "„" | "(" | "[" | "\"" | "'" | "¿" | "¡" | "``")
}

/// Scripts without case: any word may start a sentence.
fn is_caseless(word: &str) -> bool {
    word.chars().next().is_some_and(|letter| letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase())
}

/// Words that start sentences rather than names, and titles that no abbreviation leads, so that an
/// abbreviation before them ends one.
fn is_opener(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "A",
        "According",
        "After",
        "All",
        "Although",
        "Also",
        "An",
        "And",
        "Another",
        "As",
        "At",
        "Before",
        "Both",
        "But",
        "By",
        "Despite",
        "During",
        "Earlier",
        "Each",
        "Even",
        "Every",
        "For",
        "From",
        "He",
        "Her",
        "Here",
        "His",
        "How",
        "However",
        "I",
        "If",
        "In",
        "Instead",
        "It",
        "Its",
        "Last",
        "Later",
        "Many",
        "Meanwhile",
        "More",
        "Most",
        "Mr.",
        "Mrs.",
        "Ms.",
        "My",
        "No",
        "Not",
        "Now",
        "On",
        "Once",
        "One",
        "Only",
        "Or",
        "Other",
        "Others",
        "Our",
        "She",
        "Since",
        "So",
        "Some",
        "Still",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "Though",
        "To",
        "Today",
        "Under",
        "Until",
        "We",
        "What",
        "When",
        "Where",
        "Which",
        "While",
        "Who",
        "Why",
        "With",
        "Yet",
        "You",
    ];
    OPENERS.binary_search(&word).is_ok()
}

/// After a quotation that ends in "?" or "!": whether what follows says who spoke, up to three
/// words before a verb of saying, so that the sentence goes on.
fn is_attribution(text: &str, tokens: &[Token], first: usize) -> bool {
    const VERBS: &[&str] = &[
        "added",
        "asked",
        "asks",
        "cried",
        "exclaimed",
        "replied",
        "responded",
        "said",
        "says",
        "shouted",
        "told",
        "wondered",
        "wrote",
    ];
    tokens[first..]
        .iter()
        .take(4)
        .take_while(|token| token.kind != TokenKind::Mark)
        .any(|token| VERBS.contains(&token.span.of(text)))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokenize;
    use super::*;
    use crate::text::Span;

    /// "|" in `marked` stands where a sentence ends; white space after it belongs to neither.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let mut tokens = Vec::new();
        tokenize(&text, Span::new(0, text.len()), &mut tokens);
        let mut found = Vec::new();
        split(&text, &tokens, 0, |range| {
            found.push(
                text[tokens[range.start].span.start as usize..tokens[range.end - 1].span.end as usize].to_string(),
            );
        });
        let expected: Vec<_> = marked.split('|').map(|part| part.trim().to_string()).collect();
        assert_eq!(found, expected, "{marked}");
    }

    #[test]
    fn sentences_of_news() {
        for marked in [
            "The vote failed.| The minister resigned.",
            "A headline without a full stop",
            "Mr. Roe met Gen. Low on Sept. 5 in St. Paul.| He left.",
            "The U.S. Senate voted.| It was the U.S.| The bill passed.",
            "He works for the U.S.| Mr. Roe met Mrs. Low.",
            "She was ill.| Mr. Roe loved art.| Peoria, Ill. is far.",
            "The talks ended at 9 a.m. in Oslo.| They began at 7 p.m.| The end was late.",
            "Acme Inc. bought Low Corp. for $2.5 billion.| Shares rose 1.5 percent.",
            "Room No. 5 was empty.| No.| He said no.| Then he left.",
            "J. B. Roe wrote it.| K. Low read it.",
            "Ana wrote on X.| Harbour Bank read it.",
            "“It is over,” said Roe.| “We won.”| She left.",
            "“We came.| We saw.”| He left.",
            "“Why now?” he asked.| Nobody knew.",
            "“Why now?” Kari Low asked.| Nobody knew.",
            "\"Stop!\" she said.| \"Go on.\"| He went.",
            "It rose in 2019|The vote was close.",
            "The talks failed.|The minister left.",
            "The site Booking.com grew.| Node.js too.",
            "He waited ... and left.| He came back...| The end.",
            "(The ministry denied it.)| The end.",
            "It cost 3.5 million.| $5 million was paid.",
            "1. The first point.| 2. The second.",
            "Он уехал.| Она осталась.",
            "他走了。|她留下。",
            "«Нет», — сказал он.| Она молчала.",
            "Did he go?| Yes!| He did.",
            "Cooperation since President (Low — ed.) Roe … has deepened.| It goes on.",
        ] {
            check(marked);
        }
    }
}
