//! Sentences as the attribution of speech sees them: what is said between quotation marks is one
//! item, whatever sentences it holds, and every word outside has the class that tells where clauses
//! and noun phrases begin and end. There is no parser.

use super::cues::{self, Class, Cue, Form};
use super::stretches::Stretch;
use crate::article::{Block, BlockKind, Mention, MentionType};
use crate::read::Reading;
use crate::segment::{Case, Segments, Token, TokenKind};
use crate::text::Span;

/// Sentences are cut at this many items, so that hostile ones cost no more than others.
const LONGEST: usize = 300;

/// A word, a mark or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub span: Span,
    pub kind: Kind,
    /// What the table knows of the word.
    pub cue: Option<Cue>,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The index of a stretch between quotation marks.
    Quote(usize),
    /// A part of a name: the index of the mention.
    Name(usize),
    /// A part of a date or a time.
    Time,
    /// Any other word, or a number.
    Word,
    /// "'s".
    Possessive,
    Comma,
    /// ".", "?", "!".
    Stop,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    Mark,
}

/// What a verb calls something stands no further behind it.
const LABELLED: usize = 12;

/// Behind these a title stands between marks.
const TITLED: &[&str] = &["entitled", "headed", "heading", "line", "titled"];

/// Verbs that share an auxiliary are no further apart.
const NEAR: usize = 20;

/// A sentence.
pub(super) struct Sentence<'a> {
    pub text: &'a str,
    pub items: &'a [Item],
    pub mentions: &'a [Mention],
    pub block: &'a Block,
}

/// Passes on the sentences of all blocks that hold news; of what is within some stretches alone, where
/// they are given.
pub(super) fn each_sentence(
    reading: &Reading,
    segments: &Segments,
    mentions: &[Mention],
    stretches: &[Stretch],
    within: Option<&[Stretch]>,
    mut then: impl FnMut(Sentence),
) {
    let mut items = Vec::new();
    let (mut stretch, mut mention, mut bound) = (0, 0, 0);
    let mut sentences = segments.sentences.iter().filter(|sentence| speaks(&reading.blocks[sentence.block])).peekable();
    while let Some(sentence) = sentences.next() {
        let block = &reading.blocks[sentence.block];
        for token in &segments.tokens[sentence.tokens.clone()] {
            if let Some(within) = within {
                while within.get(bound).is_some_and(|known| known.inner.end <= token.span.start) {
                    bound += 1;
                    if !items.is_empty() {
                        then(Sentence { text: &reading.text, items: &items, mentions, block });
                        items.clear();
                    }
                }
                if !within.get(bound).is_some_and(|known| known.inner.contains(token.span)) {
                    continue;
                }
            }
            while stretches.get(stretch).is_some_and(|known| known.outer.end <= token.span.start) {
                stretch += 1;
            }
            while mentions.get(mention).is_some_and(|known| known.end <= token.span.start) {
                mention += 1;
            }
            // A nickname is a part of the name.
            let named = mentions.get(mention).map(|mention| Span { start: mention.start, end: mention.end });
            let known = stretches.get(stretch).filter(|known| known.outer.overlaps(token.span));
            if let Some(known) = known.filter(|known| !named.is_some_and(|named| named.contains(known.outer))) {
                if !matches!(items.last(), Some(Item { kind: Kind::Quote(last), .. }) if *last == stretch) {
                    items.push(Item { span: known.outer, kind: Kind::Quote(stretch), cue: None });
                }
                continue;
            }
            let name = mentions.get(mention).filter(|known| known.start < token.span.end).map(|_| mention);
            let mut item = item(&reading.text, token, name, mentions);
            // "she's": "is".
            let pronoun = |last: &Item| last.cue.is_some_and(|cue| matches!(cue.class(), Class::Pronoun));
            if item.kind == Kind::Possessive && items.last().is_some_and(pronoun) {
                item = Item { kind: Kind::Word, cue: cues::look_up("is"), ..item };
            }
            items.push(item);
        }
        let goes_on = stretches.get(stretch).is_some_and(|known| {
            known.outer.start < sentence.span.end && sentence.span.end < known.outer.end.min(block.end)
        });
        let next = sentences.peek().map(|next| next.span.start);
        let introduces = within.is_none()
            && items.last().is_some_and(|last| last.kind == Kind::Colon)
            && stretches[stretch..].iter().take(2).any(|stretch| {
                Some(stretch.outer.start) == next
                    && (stretch.is_open() || ends_sentence(stretch.inner.of(&reading.text)))
            });
        if !items.is_empty() && (!goes_on && !introduces || items.len() > LONGEST) {
            for items in items.chunks(LONGEST) {
                then(Sentence { text: &reading.text, items, mentions, block });
            }
            items.clear();
        }
    }
}

/// Whether the words of the block are news.
fn speaks(block: &Block) -> bool {
    use BlockKind::*;
    block.repeats.is_none() && matches!(block.kind, Headline | Subheading | Paragraph | ListItem | Blockquote | Caption)
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end().ends_with(['.', '?', '!', '…'])
}

fn item(text: &str, token: &Token, mention: Option<usize>, mentions: &[Mention]) -> Item {
    let word = token.span.of(text);
    let mut cue = None;
    let kind = match (mention.map(|mention| &mentions[mention].kind), token.kind) {
        (_, TokenKind::Clitic) if word.ends_with(['s', 'S']) => Kind::Possessive,
        (Some(MentionType::Date | MentionType::Time), _) => Kind::Time,
        (Some(kind), _) if kind.is_name() => Kind::Name(mention.unwrap_or(0)),
        (_, TokenKind::Mark) => match word.chars().next() {
            Some(',') => Kind::Comma,
            Some('.' | '?' | '!' | '…' | '。') => Kind::Stop,
            Some(':') => Kind::Colon,
            Some(';') => Kind::Semicolon,
            Some('—' | '–' | '-') if token.spaced => Kind::Dash,
            Some('—') => Kind::Dash,
            Some('(' | '[') => Kind::Open,
            Some(')' | ']') => Kind::Close,
            _ => Kind::Mark,
        },
        _ => Kind::Word,
    };
    if matches!(kind, Kind::Word | Kind::Name(_)) && token.kind == TokenKind::Word {
        cue = cues::look_up(word).or_else(|| negated(word));
        // In a name a word is no more than a part of it.
        if matches!(kind, Kind::Name(_)) && !matches!(cue.map(|cue| cue.class()), Some(Class::Body | Class::Person)) {
            cue = None;
        }
        if token.case == Case::Upper && word == "US" {
            cue = None;
        }
    } else if token.kind == TokenKind::Clitic {
        cue = auxiliary(word);
    }
    Item { span: token.span, kind, cue }
}

/// "they're", "I've", "she'd": as the whole word.
fn auxiliary(clitic: &str) -> Option<Cue> {
    let whole = match clitic.trim_start_matches(['\'', '’']) {
        "m" | "re" => "are",
        "ve" => "have",
        "ll" | "d" => "would",
        _ => return None,
    };
    cues::look_up(whole)
}

/// "presidents".
fn is_plural_of_person(word: &str) -> bool {
    word.strip_suffix('s').and_then(cues::look_up).is_some_and(|cue| cue.class() == Class::Person)
}

/// "didn't", "isn't": as "not".
fn negated(word: &str) -> Option<Cue> {
    cues::ends_in_not(word).then(|| cues::look_up("not")).flatten()
}

// What is asked for in hundreds of places is not inlined there: 5 KB of the module after brotli.
impl Sentence<'_> {
    #[inline(never)]
    pub(super) fn word(&self, at: usize) -> &str {
        self.items[at].span.of(self.text)
    }

    /// The word, or nothing behind the last one.
    #[inline(never)]
    pub(super) fn word_or_none(&self, at: usize) -> &str {
        self.items.get(at).map_or("", |item| item.span.of(self.text))
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.items.get(at).map(|item| item.kind)
    }

    #[inline(never)]
    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.items.get(at)?.cue.map(|cue| cue.class())
    }

    /// The text of the items from `start` to before `end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.items[start].span.start, end: self.items[end - 1].span.end }
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.items.get(at).is_some_and(|item| item.span.of(self.text).eq_ignore_ascii_case(word))
    }

    /// Whether it is one of the words.
    #[inline(never)]
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let Some(item) = self.items.get(at) else { return false };
        let word = item.span.of(self.text);
        words.iter().any(|listed| word.eq_ignore_ascii_case(listed))
    }

    pub(super) fn is_quote(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Quote(_)))
    }

    /// "a", "one": whether a phrase that begins so is of somebody or something not named before.
    pub(super) fn is_indefinite(&self, at: usize) -> bool {
        self.is_any(at, &["a", "an", "another", "one"])
    }

    /// Whether the word is a verb whose object does something: "heard Ana Mota telling".
    pub(super) fn is_perceived(&self, verb: usize) -> bool {
        const VERBS: &[&str] = &[
            "caught",
            "filmed",
            "hear",
            "heard",
            "recalled",
            "recalls",
            "recorded",
            "remembered",
            "remembers",
            "saw",
            "seen",
            "show",
            "showed",
            "shows",
            "watched",
        ];
        self.is_any(verb, VERBS)
    }

    /// Whether the word is a verb whose gerund is what its subject does: "kept saying".
    pub(super) fn is_phase(&self, verb: usize) -> bool {
        self.is_any(
            verb,
            &["begin", "began", "cease", "ceased", "keep", "keeps", "kept", "start", "started", "stop", "stopped"],
        )
    }

    /// "nicknamed “the Fox”", "known as the “Radio Law”": whether the quotation is a name, by the words before it.
    pub(super) fn is_named(&self, quote: usize) -> bool {
        let names =
            |at: usize| self.is_any(at, TITLED) || self.is_any(at, &["as", "called", "dubbed", "nicknamed", "reading"]);
        (quote.saturating_sub(2)..quote).any(names)
    }

    /// Whether the item is of a name of that type.
    pub(super) fn is_name_of(&self, at: usize, kind: MentionType) -> bool {
        matches!(self.kind(at), Some(Kind::Name(name)) if self.mentions[name].kind == kind)
    }

    /// "a letter headed “Our Port”", "the subject line “Our Port”": whether the quotation is a title, by the word before.
    pub(super) fn is_titled(&self, quote: usize) -> bool {
        quote > 0 && self.is_any(quote - 1, TITLED)
    }

    /// Whether a quotation begins here in the midst of a sentence.
    pub(super) fn begins_small(&self, at: usize) -> bool {
        let inner = self.word_or_none(at).trim_start_matches(|c: char| !c.is_alphabetic());
        self.is_quote(at) && inner.starts_with(char::is_lowercase)
    }

    /// Whether the quotation has a comma before its closing mark.
    pub(super) fn ends_in_comma(&self, quote: usize) -> bool {
        let words = self.word(quote).trim_end_matches(|c: char| !c.is_alphanumeric() && c != ',');
        self.is_quote(quote) && words.ends_with(',')
    }

    /// "has", "would", "not": what stands in a verb group before the verb.
    pub(super) fn is_auxiliary(&self, at: usize) -> bool {
        use Class::*;
        matches!(self.class(at), Some(Be | Have | Do | Modal | Not))
    }

    /// Where the group of the verb at the place begins: "has never said", "has this week called".
    pub(super) fn group_start(&self, at: usize) -> usize {
        let before = (0..at).rev().take_while(|at| self.is_auxiliary(*at) || self.is_adverb(*at));
        let start = before.last().unwrap_or(at);
        let time = (0..start).rev().take_while(|at| self.kind(*at) == Some(Kind::Time)).last();
        match time.filter(|time| *time > 0 && self.is_auxiliary(time - 1)) {
            Some(time) => self.group_start(time),
            None => start,
        }
    }

    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let class = self.class(at);
        let before = || at > 0 && self.names(at - 1);
        let verb = || self.items.get(at + 1).and_then(|item| item.cue).is_some_and(Cue::is_verb);
        matches!(class, Some(Class::Adverb | Class::Hearsay))
            // "has long argued", "have both denied", "has since conceded".
            || at > 0
                && self.class(at - 1) == Some(Class::Have)
                && self.is_any(at, &["all", "both", "each", "long", "since"])
            // "He once said".
            || class == Some(Class::Because) && before() && verb() && self.is(at, "once")
            || class.is_none() && self.kind(at) == Some(Kind::Word) && {
                let word = self.word(at);
                word.ends_with("ly")
                    && word.len() > 4
                    && word.starts_with(|first: char| first.is_lowercase())
                    && !matches!(word, "anomaly" | "assembly" | "monopoly" | "rally" | "supply" | "tally")
            }
    }

    /// Whether the word is a pronoun, a person or a part of a name.
    fn names(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Name(_))) || matches!(self.class(at), Some(Class::Pronoun | Class::Person))
    }

    /// The verb that reports at the place, if the word is used as one.
    pub(super) fn verb(&self, at: usize) -> Option<Cue> {
        let cue = self.items.get(at)?.cue.filter(|cue| cue.is_verb())?;
        if self.kind(at) != Some(Kind::Word) {
            return None;
        }
        let before = at.checked_sub(1);
        let class = before.and_then(|before| self.class(before));
        let kind = before.and_then(|before| self.kind(before));
        use Class::*;
        // "the so-called experts".
        let joined = kind == Some(Kind::Mark) && before.is_some_and(|before| matches!(self.word(before), "-" | "‑"));
        let adverb = before.is_some_and(|before| self.is_adverb(before));
        // "showed her calling".
        let shown = cue.form() == Form::Gerund && at > 1 && self.is(at - 1, "her") && self.is_perceived(at - 2);
        if matches!(class, Some(Det | Possessive | Of)) && !adverb && !shown && !self.stands_alone(before, at + 1)
            || kind == Some(Kind::Possessive)
            || joined
        {
            return None;
        }
        let word = self.word(at);
        // "several Middle Eastern disputes".
        let people = before.is_some_and(|before| self.is_name_of(before, MentionType::Norp));
        if people && cue.form() == Form::Present && word.ends_with('s') {
            return None;
        }
        let noun = cue.class() == Class::VerbNoun;
        // "his first term", "the only state".
        let ordinal = before.is_some_and(|before| self.is(before, "first") || self.is(before, "only"));
        let helped = (matches!(class, Some(To | Modal | Do | Not | Adverb | Pronoun | Who)) || adverb) && !ordinal;
        // "cross-party calls" are nobody's.
        let compound = at > 1 && self.kind(at - 2) == Some(Kind::Mark);
        let named =
            !compound && (matches!(kind, Some(Kind::Name(_))) || matches!(class, Some(Person | Body | Document)));
        // "a study published on Monday".
        let after = self.class(at + 1);
        let participle = matches!(class, Some(Document | Noun | VerbNoun))
            && (matches!(after, Some(Prep | For | Of | To)) || self.kind(at + 1) == Some(Kind::Time));
        // "which state media said".
        let state = class == Some(Who)
            && noun
            && self
                .items
                .get(at + 2)
                .is_some_and(|item| item.cue.is_some_and(|cue| cue.is_verb() && cue.form() == Form::Past));
        Some(cue).filter(|_| !state).filter(|_| match cue.form() {
            Form::Past if participle && !cue.takes('c') => false,
            Form::Past if self.is_participle(at, cue) => false,
            // "a name for expressing", "considering that it rains".
            Form::Gerund => {
                // "the taped warning is".
                let stated = matches!(word, "finding" | "opening" | "ruling" | "warning" | "writing")
                    && (class.is_none()
                        && at > 1
                        && matches!(self.class(at - 2), Some(Det | Possessive))
                        && !self.complement(at + 1)
                        // "a court ruling that had ordered".
                        || class.is_some() && after == Some(That) && self.is_auxiliary(at + 2));
                !stated
                    && class != Some(For)
                    && !before.is_some_and(|before| self.is_any(before, &["without", "from", "in", "into"]))
                    && (!matches!(cue.lemma(), "consider" | "mean") || after != Some(That))
            }
            // "12 confirmed cases".
            Form::Past => {
                // "described proposed laws".
                let describes = || before.is_some_and(|before| self.verb(before).is_some()) && cue.takes('n');
                let counted =
                    || before.is_some_and(|before| self.word(before).starts_with(|first: char| first.is_ascii_digit()));
                // "a crowd of 900 answered with".
                let goes_on = matches!(after, Some(Prep | For | That | To));
                !matches!(class, Some(Prep | For)) && !describes() && (goes_on || !counted())
            }
            // "A Red Cross volunteer said".
            Form::Present
                if word == cue.lemma()
                    && !helped
                    && self.items.get(at + 1).is_some_and(|item| {
                        item.cue.is_some_and(|next| next.is_verb() && next.form() == Form::Past)
                    }) =>
            {
                false
            }
            // "Reports", "claims": nouns as well.
            Form::Present if noun => {
                let third = word.ends_with('s');
                // "a newspaper report that says".
                let relative = after == Some(That)
                    && (self.is_finite(at + 2)
                        || self.items.get(at + 2).is_some_and(|item| item.cue.is_some_and(Cue::is_verb)));
                let clause = cue.takes('c') || cue.takes('t') || after != Some(That);
                // "claims only three were hurt".
                let next = (at + 1..self.items.len()).find(|at| !self.is_adverb(*at)).unwrap_or(at);
                // "claims to have won", "claims it has won".
                let has = cue.takes('i') && after == Some(To) && self.class(at + 2) == Some(Have);
                let owns = has || cue.takes('c') && self.is_any(at + 1, &["it", "he", "she"]);
                let said = clause && self.complement(next)
                    || cue.takes('i') && (self.class(at + 1) == Some(To) || self.is_told_to(at + 1))
                    || cue.takes_preposition(self.word_or_none(at + 1));
                // "the union and reports": of two plurals both are nouns.
                let joined = class == Some(And) && !self.plural(at.checked_sub(2)) || kind == Some(Kind::Close);
                helped
                    || third && self.is_person(before) && self.kind(at + 1) != Some(Kind::Comma)
                    || third && (named || joined) && said
                    || third && named && matches!(cue.lemma(), "report" | "claim") && self.is_bare_start(next)
                    || third && owns && self.is_bare(before)
                    || !third && has && self.follows_plural(at)
                    || third && named && cue.takes('q') && matches!(self.kind(at + 1), None | Some(Kind::Stop))
                    // "As the report states, ...".
                    || third && named && self.is(0, "as") && self.kind(at + 1) == Some(Kind::Comma)
                    || third && kind == Some(Kind::Comma) && self.complement(at + 1)
                    || after == Some(That)
                        // "a television report that" is a noun; the past of "forecast" is the same word.
                        && (third && self.is_bare(before)
                            || !third
                                && named
                                && (matches!(kind, Some(Kind::Name(_))) || cue.lemma() == "forecast")
                                && !relative
                            // "the owners of the mill claim that", "officers, among them Mota, report that".
                            || !third
                                && (kind == Some(Kind::Comma) || self.follows_plural(at))
                                && self.is_np_start(at + 2)
                                && !relative)
                    || self.plural(before) && !third
            }
            // "to show thanks for".
            Form::Present if word == "thanks" && !named && !helped => false,
            Form::Present if word.ends_with('s') && cue.lemma().len() < word.len() => {
                helped
                    || before.is_none() && cue.takes('q') && matches!(self.kind(at + 1), Some(Kind::Name(_)))
                    || named
                    || kind == Some(Kind::Time) && cue.takes('q') && (cue.takes('c') || self.is_np_start(at + 1))
                    || kind.is_some_and(|kind| matches!(kind, Kind::Word | Kind::Comma | Kind::Quote(_) | Kind::Close))
                        && !matches!(class, Some(Prep | For))
                        && (class != Some(And)
                            || self.leads_to_quote(at + 1)
                            || self.complement(at + 1)
                            || cue.takes('q') && self.is_np_start(at + 1)
                            || cue.takes_preposition(self.word_or_none(at + 1)))
            }
            // The base: "officials say", "to say"; "share", "set" and the like are nouns and others.
            Form::Present => {
                // "The reports on Monday quote a spokesman".
                let time = |at: &usize| self.kind(*at) == Some(Kind::Time) || self.class(*at) == Some(Prep);
                let quotes = || cue.lemma() == "quote" && self.plural((0..at).rev().find(|at| !time(at)));
                helped
                    || self.plural(before)
                    // "the statement read": the past is the same word.
                    || cue.lemma() == "read"
                        && (matches!(class, Some(Document | Noun))
                            || self.follows_message(at)
                            // "“It is late,” Ana Mota read from a statement".
                            || self.is_quote(0) && self.is_person(before)
                            // "the note read", "the warning read".
                            || at > 1
                                && matches!(class, Some(Verb | VerbNoun))
                                && matches!(self.class(at - 2), Some(Det | Possessive)))
                    || kind == Some(Kind::Time) && quotes()
                    // "the team write that".
                    || class == Some(Body)
                        && (cue.takes('c') || cue.takes('t'))
                        && (after == Some(That) || self.is_quote(at + 1))
                    // "officials on Monday say the ferry sank", "officials of the port in Faro say it".
                    || cue.takes('q')
                        && cue.takes('c')
                        && (self.is_np_start(at + 1) || after == Some(That))
                        && (kind == Some(Kind::Time) || self.follows_plural(at))
                    // "officers, among them Mota, say that".
                    || kind == Some(Kind::Comma) && cue.takes('c') && after == Some(That)
                    // "a court decree that" is a noun.
                    || cue.takes('t') && after == Some(That) && !(self.is_bare(before) || class == Some(Body))
                    || named && self.is(at + 1, "it")
                    || {
                        // "..., say officials"; but "singers, voice actors".
                        (matches!(kind, Some(Kind::Quote(_)))
                            || kind == Some(Kind::Comma) && (cue.takes('c') || at > 1 && self.is_quote(at - 2)))
                            && self.is_np_start(at + 1)
                            || cue.takes('q') && self.leads_to_quote(at + 1)
                            // "as the court's ruling put it".
                            || cue.lemma() == "put" && self.is(at + 1, "it")
                    }
            }
        })
    }

    /// Whether a quotation begins here, behind a mark or "in part:".
    pub(super) fn leads_to_quote(&self, mut at: usize) -> bool {
        at += 2 * usize::from(self.is(at, "in") && self.is(at + 1, "part"));
        at += usize::from(matches!(self.kind(at), Some(Kind::Colon | Kind::Comma)));
        self.is_quote(at)
    }

    /// Whether the word can be a passive participle.
    pub(super) fn is_participle_form(&self, at: usize) -> bool {
        let word = self.word(at);
        word.ends_with("ed")
            || matches!(
                word,
                "caught" | "found" | "held" | "led" | "made" | "run" | "sent" | "shown" | "taken" | "written"
            )
    }

    /// Whether the past form is no more than a participle: "known for", "a boat alleged to have sunk",
    /// "a man accused of theft", "six alleged thieves".
    fn is_participle(&self, at: usize, cue: Cue) -> bool {
        let mut before = at;
        while before > 0 && self.is_adverb(before - 1) {
            before -= 1;
        }
        if before > 0 && self.is_auxiliary(before - 1) {
            return false;
        }
        let next = self.class(at + 1);
        let only =
            matches!(self.word(at), "known" | "written" | "shown" | "spoken" | "sworn" | "forbidden" | "foreseen");
        let accused = cue.lemma() == "accuse" && next == Some(Class::Of);
        let alleged = matches!(cue.lemma(), "allege" | "suspect") && {
            let speaks = at == 0
                || matches!(self.kind(at - 1), Some(Kind::Name(_) | Kind::Close | Kind::Comma | Kind::Time))
                || self.is_adverb(at - 1)
                || self.plural(Some(at - 1))
                || self
                    .class(at - 1)
                    .is_some_and(|class| !matches!(class, Class::Verb | Class::VerbNoun | Class::Because));
            next == Some(Class::To) || !speaks
        };
        let missing =
            cue.lemma() == "report" && matches!(self.word_or_none(at + 1), "missing" | "dead" | "killed" | "injured");
        // "a place one pilot described as".
        let told_of = at > 2
            && ((self.is(at - 2, "one") || self.class(at - 2) == Some(Class::Possessive)) && self.is_bare(Some(at - 3))
                // "what a nurse described as".
                || self.is(at - 3, "what"));
        // "a boat called Gull", "features added to it".
        let called = cue.takes('a')
            && !told_of
            && !self.labels(at)
            && self.is_bare(before.checked_sub(1))
            && !self.is_quote(at + 1)
            && !self.is(at + 1, "it")
            && !cue.takes_preposition(self.word_or_none(at + 1));
        // "a bus driver called Ana Mota".
        let called = called
            || matches!(self.word(at), "called" | "named")
                && matches!(self.kind(at + 1), Some(Kind::Name(_)))
                && at > 1
                && self.names_people(at - 1)
                && (at.saturating_sub(4)..at - 1).any(|at| self.is_indefinite(at));
        // "an event remembered there as “the flood”".
        let next_word = (at + 1..self.items.len()).find(|at| !self.is_adverb(*at) && !self.is(*at, "there"));
        let next_word = next_word.unwrap_or(at);
        let called =
            called || self.is_bare(before.checked_sub(1)) && self.is(next_word, "as") && self.is_quote(next_word + 1);
        let added = matches!(cue.lemma(), "add" | "relate") && next == Some(Class::To);
        // "a trial, expected to begin in May".
        let expected = next == Some(Class::To)
            && matches!(cue.lemma(), "anticipate" | "expect" | "intend" | "plan")
            && at > 0
            && (self.kind(at - 1) == Some(Kind::Comma) || self.is_bare(Some(at - 1)));
        let counted = at > 0 && matches!(self.word(at - 1), "million" | "billion" | "thousand" | "hundred");
        // "often referred to as the Duck".
        let referred = cue.lemma() == "refer" && next == Some(Class::To) && self.is(at + 2, "as");
        // "a ferry believed to be lost".
        let believed = self.is_infinitive(at + 1) && matches!(cue.lemma(), "believe" | "say" | "suspect" | "think");
        only || referred || believed || counted || accused || alleged || missing || called || added || expected
    }

    /// "A scout called the pitch “odd”", "called her “slow”": whether the verb has something called by words between marks.
    pub(super) fn labels(&self, verb: usize) -> bool {
        let inside = |at: &usize| matches!(self.kind(*at), Some(Kind::Word | Kind::Possessive));
        let quote = (verb + 2..verb + LABELLED).find(|at| !inside(at)).filter(|at| self.is_quote(*at));
        quote.is_some_and(|quote| match self.class(verb + 1) {
            Some(Class::Possessive | Class::Object) => true,
            // "a boat called the “Gull”" has a name.
            Some(Class::Det) => quote > verb + 2,
            _ => self.kind(verb + 2) == Some(Kind::Possessive) && quote > verb + 2,
        })
    }

    /// "some called for", "many said that": a determiner that is a subject by itself.
    fn stands_alone(&self, at: Option<usize>, next: usize) -> bool {
        let alone = |at: usize| self.is_any(at, &["some", "many", "most", "several", "both", "all", "few", "another"]);
        use Class::*;
        at.is_some_and(alone)
            && (matches!(self.class(next), Some(For | That | To | Pronoun | Object | Det | Possessive | Adverb))
                || self.kind(next) == Some(Kind::Colon)
                || self.is_quote(next))
    }

    /// "a statement from his office read": whether a document and whose it is stand before the verb.
    fn follows_message(&self, verb: usize) -> bool {
        let from = (verb.saturating_sub(6)..verb).rev().find(|at| self.is_any(*at, &["by", "from"]));
        let document = |at: usize| matches!(self.class(at), Some(Class::Document | Class::Noun));
        from.is_some_and(|from| from > 0 && document(from - 1) && (from + 1..verb).all(|at| !self.is_auxiliary(at)))
    }

    /// "officials of the port in Faro say": whether a plural and a preposition stand before the verb in its phrase;
    /// one of people, where the verb may be a noun: "pictures of a magazine report".
    fn follows_plural(&self, verb: usize) -> bool {
        use Class::*;
        let inside = |at: &usize| {
            matches!(self.kind(*at), Some(Kind::Name(_) | Kind::Word | Kind::Possessive | Kind::Mark))
                && matches!(
                    self.class(*at),
                    None | Some(Det | Of | Prep | For | Person | Body | Document | Noun | VerbNoun | Possessive)
                )
                // "librarians in charge of the rooms say".
                || *at > 0
                    && matches!(self.class(*at - 1), Some(Det | Prep | Of))
                    && self.kind(*at) == Some(Kind::Word)
        };
        let preposition = |at: &usize| matches!(self.class(*at), Some(Of | Prep | For));
        let verbal = self.class(verb) != Some(VerbNoun);
        let speaks = |at: usize| verbal || self.names_people(at) || matches!(self.kind(at), Some(Kind::Name(_)));
        let mut before = (1..verb).rev().take(NEAR).take_while(inside).filter(preposition);
        // "economists surveyed by the bank".
        let head = |at: usize| if at > 1 && self.is_participle_form(at - 1) { at - 2 } else { at - 1 };
        before.any(|at| self.plural(Some(head(at))) && speaks(head(at)))
    }

    /// "generals": a word that may be a noun's without a determiner.
    pub(super) fn is_bare_noun(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
            && matches!(self.class(at), None | Some(Class::Person | Class::Body))
            && !self.is_adverb(at)
    }

    /// "minister", "voters": whether the word is for people.
    pub(super) fn names_people(&self, at: usize) -> bool {
        let word = self.word(at);
        self.kind(at) == Some(Kind::Word)
            && (self.class(at) == Some(Class::Person)
                || is_plural_of_person(word)
                || self.class(at).is_none()
                    && ["ers", "ors", "ists", "ians", "people", "ator", "ist", "eer", "ian", "man"]
                        .iter()
                        .any(|ending| word.ends_with(ending)))
    }

    /// Whether the word is one that the table does not know, in the singular.
    pub(super) fn is_bare(&self, at: Option<usize>) -> bool {
        at.is_some_and(|at| {
            self.kind(at) == Some(Kind::Word)
                && self.class(at).is_none()
                && !self.word(at).ends_with('s')
                && !self.word(at).ends_with("ing")
        })
    }

    /// "the government reports sightings": whether a noun phrase without a determiner may begin here.
    fn is_bare_start(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word) && self.class(at).is_none() && self.is_np_start(at) && !self.is_finite(at)
    }

    fn is_person(&self, at: Option<usize>) -> bool {
        at.is_some_and(|at| self.is_name_of(at, MentionType::Person))
    }

    /// "orders several officials to leave": whether somebody and "to" follow.
    fn is_told_to(&self, at: usize) -> bool {
        let inside = |at: &usize| {
            matches!(self.kind(*at), Some(Kind::Word | Kind::Name(_) | Kind::Mark)) && !self.is_auxiliary(*at)
        };
        self.is_np_start(at)
            && (at + 1..self.items.len()).take(8).take_while(inside).any(|at| self.class(at) == Some(Class::To))
    }

    /// Whether the word is one in the plural, or two are joined.
    fn plural(&self, at: Option<usize>) -> bool {
        let Some(at) = at else { return false };
        match self.kind(at) {
            Some(Kind::Word) => {
                self.word(at).ends_with('s')
                    && !self.word(at).ends_with("ss")
                    && !self.is_auxiliary(at)
                    && !self.is(at, "news")
                    && !matches!(self.class(at), Some(Class::Possessive | Class::Det))
                    || self.is_any(at, &["people", "police", "some", "many", "others", "most", "men", "women", "media"])
                        // "a media report".
                        && !at.checked_sub(1).is_some_and(|before| matches!(self.word(before), "a" | "A"))
            }
            Some(name @ Kind::Name(_)) => {
                let first = (0..at).rev().take_while(|at| self.kind(*at) == Some(name)).last().unwrap_or(at);
                // "Peru and the United States accuse".
                // "Peru's president and prime minister Kai Lind accuse".
                let title = |at: &usize| {
                    self.kind(*at) == Some(Kind::Word)
                        && matches!(self.class(*at), None | Some(Class::Person | Class::Det))
                };
                let before = (first.saturating_sub(NEAR / 4)..first).rev().take_while(title).last().unwrap_or(first);
                // "The Dutch say".
                let people = || {
                    let (Some(Kind::Name(name)), Some(the)) = (self.kind(first), first.checked_sub(1)) else {
                        return false;
                    };
                    self.mentions[name].kind == MentionType::Norp && self.is(the, "the")
                };
                people()
                    || self.word(at).ends_with('s')
                    || self.is(at, "police")
                    || before > 1 && self.class(before - 1) == Some(Class::And)
            }
            _ => false,
        }
    }

    /// Whether what is said may begin here.
    fn complement(&self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::That | Class::Pronoun | Class::Det | Class::Possessive))
            || matches!(self.kind(at), Some(Kind::Quote(_) | Kind::Name(_) | Kind::Colon))
            || self.word_or_none(at).starts_with(|first: char| first.is_ascii_digit())
            || self.is(at, "at") && self.is(at + 1, "least")
    }

    /// Whether a noun phrase may begin here.
    pub(super) fn is_np_start(&self, at: usize) -> bool {
        use Class::*;
        match self.kind(at) {
            Some(Kind::Name(_)) => true,
            Some(Kind::Word) => match self.class(at) {
                Some(Det | Possessive | Pronoun | Person | Body | Document | Noun | VerbNoun) => true,
                Some(Prep) => self.is_counted(at),
                Some(_) => false,
                None => !self.is_adverb(at),
            },
            _ => false,
        }
    }

    /// "were told to stay inside and asked to wait": whether a verb behind "and" is as passive as the one before.
    pub(super) fn shares_passive(&self, group: usize) -> bool {
        let Some(and) = group.checked_sub(1).filter(|and| self.class(*and) == Some(Class::And)) else { return false };
        let before =
            (0..and).rev().take(NEAR).take_while(|at| matches!(self.kind(*at), Some(Kind::Word | Kind::Name(_))));
        let verb = before.into_iter().find(|at| self.verb(*at).is_some_and(|verb| verb.form() == Form::Past));
        verb.is_some_and(|verb| (self.group_start(verb)..verb).any(|at| self.class(at) == Some(Class::Be)))
    }

    /// "to raise taxes", but "to reporters", "to the crew".
    pub(super) fn is_infinitive(&self, to: usize) -> bool {
        let word = self.word_or_none(to + 1);
        self.class(to) == Some(Class::To)
            && self.kind(to + 1) == Some(Kind::Word)
            && !(word.ends_with('s') && !word.ends_with("ss") || word.starts_with(char::is_uppercase))
            && matches!(
                self.class(to + 1),
                None | Some(Class::Be | Class::Have | Class::Do | Class::Adverb | Class::Verb | Class::VerbNoun)
            )
    }

    /// Whether a noun phrase with its verb begins here.
    pub(super) fn is_clause(&self, at: usize) -> bool {
        let inside =
            |at: &usize| matches!(self.kind(*at), Some(Kind::Word | Kind::Name(_) | Kind::Possessive | Kind::Time));
        let named = matches!(self.kind(at), Some(Kind::Name(_)));
        let begins = named || matches!(self.class(at), Some(Class::Det | Class::Possessive | Class::Pronoun));
        begins && (at + 1..self.items.len()).take(12).take_while(inside).any(|at| self.is_finite(at))
    }

    /// Whether a finite verb stands between the two places.
    pub(super) fn has_verb(&self, start: usize, end: usize) -> bool {
        (start..end.min(self.items.len())).any(|at| self.is_finite(at))
    }

    /// Whether the word is a finite verb, as far as its form tells.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        use Class::*;
        match self.class(at) {
            Some(Have | Do | Modal) => true,
            Some(Be) => !matches!(self.word(at), "be" | "been" | "being"),
            Some(Verb | VerbNoun) => self.verb(at).is_some_and(|verb| verb.form() != Form::Gerund),
            Some(Not) => !matches!(self.word(at), "not" | "never" | "neither"),
            // "NATO-led forces".
            Some(Finite) => {
                at > 0
                    && !matches!(self.class(at - 1), Some(Det | Possessive | Of))
                    && self.kind(at - 1) != Some(Kind::Mark)
            }
            None if self.kind(at) == Some(Kind::Word) => {
                let word = self.word(at);
                let before = at.checked_sub(1);
                let class = before.and_then(|before| self.class(before));
                let kind = before.and_then(|before| self.kind(before));
                word.len() > 3
                    && before.is_some()
                    && !matches!(class, Some(Det | Possessive | Of))
                    && (word.ends_with("ed")
                        && kind != Some(Kind::Mark)
                        && !word.starts_with("un")
                        && !matches!(
                            word,
                            "named" | "based" | "aged" | "retired" | "elected" | "appointed" | "related"
                        )
                        || word.ends_with('s') && self.is_third_person(at)
                        || self.is_plural_verb(at))
            }
            _ => false,
        }
    }

    /// "about 60% of the sailors", "at least two sailors": whether a preposition begins a noun phrase.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        let least = self.is(at, "at") && (self.is(at + 1, "least") || self.is(at + 1, "most"));
        let about = self.is_any(at, &["about", "around", "over", "under"]);
        least || about && self.is_count(at + 1)
    }

    /// "nine", "900".
    fn is_count(&self, at: usize) -> bool {
        let word = self.word_or_none(at);
        let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds"];
        words.contains(&word) || word.starts_with(|first: char| first.is_ascii_digit())
    }

    /// "troops kill nine rebels", "police arrest the mayor": a word behind people in the plural and before a determiner
    /// or a number.
    fn is_plural_verb(&self, at: usize) -> bool {
        let word = self.word(at);
        let many = matches!(self.class(at - 1), Some(Class::Person | Class::Body)) && self.plural(Some(at - 1));
        many && (matches!(self.class(at + 1), Some(Class::Det | Class::Possessive)) || self.is_count(at + 1))
            && word.starts_with(|first: char| first.is_lowercase())
            && !["s", "ing", "ly", "er"].iter().any(|ending| word.ends_with(ending))
            && !matches!(
                word,
                "alike" | "both" | "close" | "like" | "more" | "near" | "nearly" | "past" | "such" | "than"
            )
    }

    /// "the army issues a statement", "Peru detains the official": a word between two noun phrases.
    fn is_third_person(&self, at: usize) -> bool {
        use Class::*;
        let before = match (self.kind(at - 1), self.class(at - 1)) {
            (Some(Kind::Name(_)), _) | (_, Some(Person | Body | Document | Who)) => true,
            (Some(Kind::Word), None) => {
                let word = self.word(at - 1);
                !word.ends_with('s') && !word.ends_with(|last: char| last.is_ascii_digit()) && !self.is_adverb(at - 1)
            }
            _ => false,
        };
        let after = matches!(self.word_or_none(at + 1), "a" | "an" | "the" | "its" | "his" | "their" | "former")
            || matches!((self.kind(at - 1), self.kind(at + 1)), (Some(Kind::Name(_)), Some(Kind::Name(_))));
        let word = self.word(at);
        before
            && after
            && !is_plural_of_person(word)
            && !word.ends_with("ss")
            && word.starts_with(|first: char| first.is_lowercase())
            && !matches!(word, "times" | "hours" | "days" | "miles" | "minutes" | "years" | "this" | "thus" | "besides")
    }
}
