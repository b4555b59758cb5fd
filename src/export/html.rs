//! A web page that stands alone: the article with its marks, and below it what it names and who says
//! what. It runs no script, loads nothing and has a policy that forbids both.
//!
//! Everything from the article is escaped text; the characters of the `article` element are those of
//! the article's text, one for one.

use super::inline::{Event, Inline, Kind};
use super::markup::{add_attribute, add_text};
use super::source::{Source, variant, wikidata_uri};
use crate::article::{BlockKind, MentionType, Speaker};
use crate::text::Span;

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE: &str = include_str!("page.css");

pub(super) fn export(source: &Source) -> String {
    let mut page = Page { source, html: String::new() };
    let metadata = &source.article.metadata;
    page.html.push_str("<!doctype html>\n<html");
    add_attribute(&mut page.html, "lang", metadata.language.as_deref().unwrap_or("en"));
    page.html.push_str(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"");
    add_attribute(&mut page.html, "content", POLICY);
    page.html.push_str(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    add_text(&mut page.html, metadata.headline.as_deref().unwrap_or(&source.id));
    page.html.push_str("</title>\n<style>\n");
    page.html.push_str(STYLE);
    page.html.push_str("</style>\n</head>\n<body>\n<article>");
    page.article();
    page.html.push_str("</article>\n<footer>\n");
    page.entities();
    page.quotes();
    page.claims();
    page.html.push_str("</footer>\n</body>\n</html>\n");
    page.html
}

struct Page<'s, 'a> {
    source: &'s Source<'a>,
    html: String,
}

impl Page<'_, '_> {
    fn article(&mut self) {
        let article = self.source.article;
        let mut inline = Inline::new(article);
        let mut at = 0;
        for block in &article.blocks {
            add_text(&mut self.html, self.source.words(at, block.start));
            let element = match block.kind {
                BlockKind::Headline => "h1",
                BlockKind::Subheading => "h2",
                _ => "div",
            };
            self.html.push_str(&format!("<{element} class=\"{}\">", variant(&block.kind)));
            inline.walk(Span { start: block.start, end: block.end }, |event| self.event(event));
            self.html.push_str(&format!("</{element}>"));
            at = block.end;
        }
        add_text(&mut self.html, self.source.words(at, article.text.len() as u32));
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Text(text) => add_text(&mut self.html, text),
            Event::Open(Kind::Mention(index), _) => {
                let mention = &self.source.article.mentions[index];
                self.html.push_str("<mark");
                add_attribute(&mut self.html, "class", family(&mention.kind));
                add_attribute(&mut self.html, "data-type", mention.kind.as_str());
                add_attribute(&mut self.html, "data-mention", &index.to_string());
                if let Some(entity) = self.source.entity(mention.entity) {
                    add_attribute(&mut self.html, "title", &entity.name);
                }
                self.html.push('>');
            }
            Event::Close(Kind::Mention(_)) => self.html.push_str("</mark>"),
            Event::Open(Kind::Quote(index), _) => {
                self.span("quote", "said by", self.source.article.quotes[index].speaker.as_ref())
            }
            Event::Open(Kind::Claim(index), _) => {
                let claim = &self.source.article.claims[index];
                self.span("claim", variant(&claim.stance), claim.source.as_ref());
            }
            Event::Close(Kind::Quote(_) | Kind::Claim(_)) => self.html.push_str("</span>"),
        }
    }

    fn span(&mut self, class: &str, words: &str, speaker: Option<&Speaker>) {
        self.html.push_str("<span");
        add_attribute(&mut self.html, "class", class);
        if let Some(speaker) = speaker {
            let title = format!("{words}: {}", self.who(speaker));
            add_attribute(&mut self.html, "title", &title);
        }
        self.html.push('>');
    }

    fn who<'b>(&'b self, speaker: &'b Speaker) -> &'b str {
        let name = self.source.name_of(Some(speaker));
        if name.is_empty() { &speaker.text } else { name }
    }

    fn entities(&mut self) {
        let rows = self.source.entities().map(|(_, entity)| {
            let roles: Vec<&str> = entity.roles.iter().map(|role| self.source.words(role.start, role.end)).collect();
            [
                entity.name.clone(),
                entity.kind.as_str().to_string(),
                entity.mentions.len().to_string(),
                entity.aliases.join("; "),
                roles.join("; "),
                wikidata_uri(entity).unwrap_or_default(),
            ]
        });
        let rows = rows.collect::<Vec<_>>();
        self.table("Names", ["Name", "Type", "Times", "Also", "Roles", "Wikidata"], &rows);
    }

    fn quotes(&mut self) {
        let rows = self.source.article.quotes.iter().map(|quote| {
            let who = quote.speaker.as_ref().map(|speaker| self.who(speaker).to_string());
            [who.unwrap_or_default(), variant(&quote.kind).to_string(), self.source.speech(quote)]
        });
        let rows = rows.collect::<Vec<_>>();
        self.table("Quotations", ["Who", "How", "Words"], &rows);
    }

    fn claims(&mut self) {
        let rows = self.source.article.claims.iter().map(|claim| {
            let who = claim.source.as_ref().map(|speaker| self.who(speaker).to_string());
            [who.unwrap_or_default(), variant(&claim.stance).to_string(), self.source.content(claim).to_string()]
        });
        let rows = rows.collect::<Vec<_>>();
        self.table("Claims", ["Who", "Stance", "What"], &rows);
    }

    /// A table, or nothing where it would have no rows.
    fn table<const N: usize>(&mut self, title: &str, head: [&str; N], rows: &[[String; N]]) {
        if rows.is_empty() {
            return;
        }
        self.html.push_str(&format!("<h2>{title}</h2>\n<table>\n<tr>"));
        head.iter().for_each(|name| self.html.push_str(&format!("<th scope=\"col\">{name}</th>")));
        self.html.push_str("</tr>\n");
        for row in rows {
            self.html.push_str("<tr>");
            for cell in row {
                self.html.push_str("<td>");
                add_text(&mut self.html, cell);
                self.html.push_str("</td>");
            }
            self.html.push_str("</tr>\n");
        }
        self.html.push_str("</table>\n");
    }
}

/// Types that share a colour; the type itself is always printed beside the words.
fn family(kind: &MentionType) -> &'static str {
    match kind {
        MentionType::Person => "person",
        MentionType::Org | MentionType::Norp => "group",
        MentionType::Gpe | MentionType::Loc | MentionType::Fac => "place",
        kind if !kind.is_name() => "number",
        _ => "other",
    }
}
