//! Teams that go by their town in reports of games: "Tolvik beat Farvik 2-1", "a 5-4 win over Farvik".
//!
//! Finds: the type of such a name, which the model often takes for a place, or for somebody called like a town.
//! Evidence: a word of games beside it, and others near it or in most of the article.
//! Does not find: national teams, which go by their country and stay it; towns where a game is played.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use super::Named;
use super::document::{Document, Style};
use super::lexicon::Kinds;
use crate::article::MentionType::{self, Gpe, Org, Person};
use crate::read::is_country;
use crate::segment::{Case, TokenKind};
use crate::text::QuickSet;
use crate::text::word_table::WordTable;

/// How sure a town is to be its team: the lists know only the town.
const SURE: f64 = 0.93;

/// A game is told of where so much of sport is said within so many tokens of the name.
const ENOUGH: usize = 3;
const NEAR: usize = 14;

/// What a word tells of a game.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// What one side does to the other.
    Beats,
    /// What a side does, and many others do.
    Plays,
    /// What somebody does for a side or to it: "led Farvik to", "handed Farvik a loss".
    Lifts,
    /// Who plays: "Farvik goalkeeper Jon Lind".
    Player,
    /// Who plays, and others: "Farvik captain Jon Lind".
    Post,
    /// A word of sport alone.
    Sport,
    /// A word of sport and other things.
    Weak,
}

/// Words of sport, a line for each role.
const WORDS: &str = "\
    beat beaten beating beats blanked blanks crushed crushes defeated defeats downed downs drubbed edged edges \
    hammered humbled mauled nipped outclassed outlasted outplayed outscored overcame overpowered overwhelmed pounded \
    routed routs stunned swept thrashed thumped topped toppled tops trounced upset whipped\tbeats\n\
    advanced advances are climbed draw draws drew face faced faces fell finished had has have held host hosted hosts \
    improved is lead leads led lose loses lost meet meets met missed play played plays rallied scored scores shot \
    signed slipped snapped tied took trail trailed trails travel travelled travels visit visited visits was were win \
    wins won\tplays\n\
    carried gave gives guided handed hands helped inspired leaves lift lifted powered propelled put sent\tlifts\n\
    catcher cornerback defenceman defenseman fullback goalie goaltender goalkeeper infielder linebacker linebackers \
    lineman midfielder midfielders outfielder pitcher pitchers quarterback quarterbacks shortstop striker strikers \
    wicketkeeper winger wingers\tplayer\n\
    captain center centre coach defender forward guard manager receiver rookie starter\tpost\n\
    baseball basketball batsman batters bullpen cricket doubleheader equaliser equalizer fixture fixtures football \
    goalless halftime handball hockey homer homered homers inning innings kickoff lacrosse netball playoff playoffs \
    postseason preseason puck quarterfinal quarterfinals rebounds rugby scoreless semifinal semifinals shutout \
    soccer softball stoppage teammate teammates touchdown touchdowns unbeaten volleyball wicket wickets \
    winless\tsport\n\
    assists away bowl champions championship coached conference cup defense defence division dual final finals game \
    games goal goals half header league loss match matches minute minutes opener opening overtime penalty points \
    quarter record redshirt roster round run runs season set sets side squad standings substitute team teams tie \
    tournament trophy varsity victory visitors yard yards\tweak\n";

static TABLE: LazyLock<WordTable<Role>> = LazyLock::new(|| {
    WordTable::new(WORDS, |word| match word.cells {
        "beats" => Role::Beats,
        "plays" => Role::Plays,
        "lifts" => Role::Lifts,
        "player" => Role::Player,
        "post" => Role::Post,
        "sport" => Role::Sport,
        _ => Role::Weak,
    })
});

/// Takes towns that play for teams.
pub(super) fn settle(document: &Document, named: &mut [Named]) {
    for team in find(document, named) {
        (named[team].kind, named[team].confidence) = (Org, named[team].confidence.max(SURE));
    }
}

/// The places in the list of the names that play.
fn find(document: &Document, named: &[Named]) -> Vec<usize> {
    let (report, surnames) = (OnceCell::new(), OnceCell::new());
    let has_more_names = |name: &str| surnames.get_or_init(|| surnames_of(document, named)).contains(name);
    let reports_games = || *report.get_or_init(|| is_report(document));
    let mut teams = Vec::new();
    for (sentence, style) in document.sentences.iter().zip(&document.styles) {
        if !matches!(style, Style::Sentence | Style::Table) {
            continue;
        }
        let (start, end) = (sentence.tokens.start, sentence.tokens.end);
        let first = named.partition_point(|named| named.span.end <= document.tokens[start].span.start);
        let last = named.partition_point(|named| named.span.start < document.tokens[end - 1].span.end);
        for at in first..last {
            let name = document.tokens_of(named[at].span);
            let side = Side { document, sentence: start..end, name: name.clone(), next: named.get(at + 1) };
            let this = named[at].span.of(document.text);
            let plays = match named[at].kind {
                Gpe | Org => side.plays(),
                Person => side.is_no_person() && !has_more_names(this),
                _ => false,
            };
            if !plays || is_country(this) || !may_be_team(document, &named[at].kind, &name) {
                continue;
            }
            let near = start.max(name.start.saturating_sub(NEAR))..end.min(name.end + NEAR);
            let told = sport_in(document, near);
            if told >= ENOUGH || told > 0 && reports_games() {
                teams.push(at);
            }
        }
    }
    teams
}

/// The last words of people's names of several words.
fn surnames_of<'a>(document: &Document<'a>, named: &[Named]) -> QuickSet<&'a str> {
    let people = named.iter().filter(|named| named.kind == Person);
    people.filter_map(|named| named.span.of(document.text).rsplit_once(' ')).map(|(_, last)| last).collect()
}

/// Whether a place, a body or a person of such a name may be a team: a body that is called like a town, and
/// nobody whose name can only be a person's.
fn may_be_team(document: &Document, kind: &MentionType, name: &Range<usize>) -> bool {
    const TOWN: Kinds = Kinds::GPE.and(Kinds::TOWN);
    let kinds = document.words[name.start].kinds;
    match kind {
        Gpe => true,
        Org => name.len() == 1 && kinds.any(TOWN),
        _ => name.len() == 1 && (kinds.any(TOWN) || !kinds.any(Kinds::GIVEN.and(Kinds::SURNAME))),
    }
}

/// A name that may play, where it stands.
struct Side<'a> {
    document: &'a Document<'a>,
    sentence: Range<usize>,
    name: Range<usize>,
    /// The next name of the article.
    next: Option<&'a Named>,
}

impl Side<'_> {
    fn plays(&self) -> bool {
        self.is_object() || !self.stands_in() && (self.has_player() || self.is_subject())
    }

    /// "Farvik are", "Farvik's Jon Lind", which is said of no person called Farvik.
    fn is_no_person(&self) -> bool {
        !self.stands_in() && (self.has_player() || matches!(self.word(self.name.end), "are" | "have" | "were"))
    }

    /// "in Farvik": a place.
    fn stands_in(&self) -> bool {
        matches!(self.word(self.before()), "at" | "from" | "in" | "near" | "of" | "outside" | "through")
    }

    fn before(&self) -> usize {
        self.name.start.wrapping_sub(1)
    }

    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.document.word(at) } else { "" }
    }

    fn role(&self, at: usize) -> Option<Role> {
        self.sentence.contains(&at).then(|| role(self.document, at)).flatten()
    }

    fn is_person(&self, at: usize) -> bool {
        let token = self.document.tokens.get(at);
        self.next
            .is_some_and(|next| next.kind == Person && token.is_some_and(|token| token.span.start == next.span.start))
    }

    /// "beat Farvik", "against Farvik", "lost 2-1 to Farvik", "led Farvik to a win".
    fn is_object(&self) -> bool {
        let before = self.before();
        match self.word(before) {
            "against" | "over" | "past" | "v" | "vs" => return true,
            "by" | "to" | "with" => {
                let verb = before.wrapping_sub(1);
                let verb = score_before(self.document, self.sentence.start, verb).unwrap_or(verb);
                return matches!(self.role(verb), Some(Role::Beats | Role::Plays))
                    || matches!(self.word(verb), "home" | "loss");
            }
            _ => {}
        }
        match self.role(before) {
            Some(Role::Beats | Role::Plays) => true,
            Some(Role::Lifts) => {
                matches!(self.word(self.name.end), "a" | "an" | "its" | "past" | "the" | "their" | "to")
            }
            _ => false,
        }
    }

    /// "Farvik drew", "Farvik also won", "Farvik (2-6)", "Farvik, winless in five games,".
    fn is_subject(&self) -> bool {
        let after = self.name.end;
        let adverb = self.word(after).ends_with("ly") || self.word(after) == "also";
        match self.word(after) {
            "(" => score_end(self.document, after + 1, self.sentence.end)
                .is_some_and(|end| matches!(self.word(end), ")" | ",")),
            "," => self.role(after + 1) == Some(Role::Sport) || self.word(after + 1) == "champions",
            _ => matches!(self.role(after + usize::from(adverb)), Some(Role::Beats | Role::Plays)),
        }
    }

    /// "Farvik goalkeeper", "Farvik coach Jon Lind", "Farvik's Jon Lind".
    fn has_player(&self) -> bool {
        let owns = matches!(self.word(self.name.end), "'s" | "’s" | "'" | "’");
        let next = self.name.end + usize::from(owns);
        match self.role(next) {
            Some(Role::Player) => true,
            Some(Role::Post) => self.is_person(next + 1),
            _ => owns && self.is_person(next),
        }
    }
}

fn role(document: &Document, at: usize) -> Option<Role> {
    TABLE.find(document.word(at)).copied().filter(|_| document.tokens[at].is_small())
}

fn is_figure(document: &Document, at: usize) -> bool {
    document.tokens[at].kind == TokenKind::Number && document.word(at).len() <= 3
}

fn is_hyphen(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "-" | "–") && !document.tokens[at].spaced && !document.tokens[at + 1].spaced
}

/// Where a score ends that begins at the token: "5-4".
fn score_end(document: &Document, at: usize, end: usize) -> Option<usize> {
    let is_score =
        at + 2 < end && is_figure(document, at) && is_hyphen(document, at + 1) && is_figure(document, at + 2);
    is_score.then_some(at + 3)
}

/// What stands before a score that ends with the token.
fn score_before(document: &Document, start: usize, last: usize) -> Option<usize> {
    let first = last.checked_sub(2).filter(|first| *first > start && last < document.tokens.len())?;
    score_end(document, first, last + 1).map(|_| first - 1)
}

/// How much the tokens say of sport.
fn sport_in(document: &Document, tokens: Range<usize>) -> usize {
    let weight = |at: usize| match document.tokens[at].kind {
        TokenKind::Number => score_end(document, at, tokens.end).map_or(0, |_| 2),
        _ => match role(document, at) {
            Some(Role::Player | Role::Sport) => ENOUGH,
            Some(Role::Beats | Role::Post | Role::Weak) => 1,
            Some(Role::Plays | Role::Lifts) | None => 0,
        },
    };
    tokens.clone().map(weight).sum()
}

/// Whether the article reports games: by its slug, "SOCCER - ", or in a third of its sentences.
fn is_report(document: &Document) -> bool {
    const SLUG: usize = 4;
    let is_sport = |at: usize| {
        document.tokens[at].case == Case::Upper
            && TABLE.find(document.word(at)).is_some_and(|role| *role == Role::Sport)
    };
    let slug = document.sentences.first().is_some_and(|first| first.tokens.clone().take(SLUG).any(is_sport));
    let told =
        document.sentences.iter().filter(|sentence| sport_in(document, sentence.tokens.clone()) >= ENOUGH).count();
    slug || told >= 2 && told * 3 >= document.sentences.len()
}
