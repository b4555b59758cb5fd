//! TEI: a document after the P5 guidelines, its entities in `standOff` and its text in `body`, marked
//! inline: names with `@ref`, what is said with `@who`, claims as `seg`.
//!
//! The characters of `body` are those of the article's text, one for one, but for those that XML does
//! not have, which become U+FFFD. So an offset into the text is one into the body.

use super::inline::{Event, Inline, Kind};
use super::markup::{add_attribute, add_text};
use super::source::{Source, is_uri, variant, wikidata_uri};
use super::words::type_name;
use crate::article::{Block, BlockKind, Entity, Mention, MentionType, QuoteKind, Speaker, Value};
use crate::text::Span;

pub(super) fn export(source: &Source) -> String {
    let mut document = Document { source, xml: String::new() };
    document.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    document.xml.push_str("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"");
    if let Some(language) = &source.article.metadata.language {
        add_attribute(&mut document.xml, "xml:lang", language);
    }
    document.line(">");
    document.header();
    document.entities();
    document.xml.push_str("<text><body>");
    document.body();
    document.line("</body></text>");
    document.line("</TEI>");
    document.xml
}

struct Document<'s, 'a> {
    source: &'s Source<'a>,
    xml: String,
}

impl Document<'_, '_> {
    fn line(&mut self, markup: &str) {
        self.xml.push_str(markup);
        self.xml.push('\n');
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start(name, attributes);
        add_text(&mut self.xml, text);
        self.end(name);
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.xml.push('<');
        self.xml.push_str(name);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            add_attribute(&mut self.xml, name, value);
        }
        self.xml.push('>');
    }

    fn end(&mut self, name: &str) {
        self.xml.push_str("</");
        self.xml.push_str(name);
        self.xml.push('>');
    }

    fn header(&mut self) {
        let metadata = &self.source.article.metadata;
        self.xml.push_str("<teiHeader><fileDesc><titleStmt>");
        self.element("title", &[], metadata.headline.as_deref().unwrap_or(&self.source.id));
        for author in &metadata.authors {
            self.element("author", &[], author);
        }
        self.xml.push_str("</titleStmt><publicationStmt>");
        let publisher = metadata.site_name.as_ref().or(metadata.agency.as_ref());
        self.element("publisher", &[], publisher.map_or("unknown", |name| name));
        if let Some(published) = &metadata.published {
            self.element("date", &[("when", published)], published);
        }
        self.element("idno", &[("type", "article")], &self.source.id);
        self.xml.push_str("</publicationStmt><sourceDesc><bibl>");
        self.element("title", &[], metadata.headline.as_deref().unwrap_or(&self.source.id));
        if let Some(url) = metadata.url.as_deref().filter(|url| is_uri(url)) {
            self.element("ptr", &[("target", url)], "");
        }
        self.line("</bibl></sourceDesc></fileDesc></teiHeader>");
    }

    /// The entities, in a list for each kind that TEI has an element for.
    fn entities(&mut self) {
        let source = self.source;
        if source.article.entities.is_empty() {
            return;
        }
        self.line("<standOff>");
        for shape in [PERSON, ORG, PLACE, EVENT, OBJECT] {
            let mut entities = source.entities().filter(|(_, entity)| shape_of(&entity.kind) == shape).peekable();
            if entities.peek().is_none() {
                continue;
            }
            self.start(shape.list, &[]);
            self.xml.push('\n');
            for (index, entity) in entities {
                self.entity(&shape, index, entity);
            }
            self.end(shape.list);
            self.xml.push('\n');
        }
        self.line("</standOff>");
    }

    fn entity(&mut self, shape: &Shape, index: usize, entity: &Entity) {
        let id = format!("entity-{index}");
        self.start(shape.element, &[("xml:id", &id), ("type", &type_name(entity.kind.as_str()))]);
        if let Some(around) = shape.around {
            self.start(around, &[]);
        }
        self.element(shape.name, &[], &entity.name);
        for alias in &entity.aliases {
            self.element(shape.name, &[("type", "alias")], alias);
        }
        if let Some(around) = shape.around {
            self.end(around);
        }
        if shape.element == PERSON.element {
            for role in &entity.roles {
                self.element("occupation", &[], self.source.words(role.start, role.end));
            }
        }
        if let Some(uri) = wikidata_uri(entity) {
            self.element("idno", &[("type", "wikidata")], &uri);
        }
        self.end(shape.element);
        self.xml.push('\n');
    }

    /// The blocks with the white space between them. A heading begins a division, and so does what
    /// stands only at the head of one.
    fn body(&mut self) {
        let article = self.source.article;
        let mut inline = Inline::new(article);
        let mut at = 0;
        let mut division = Division::default();
        for (index, block) in article.blocks.iter().enumerate() {
            let next = article.blocks.get(index + 1);
            add_text(&mut self.xml, self.source.words(at, block.start));
            for markup in division.before(block) {
                self.xml.push_str(markup);
            }
            self.block(&mut inline, block, division.has_text);
            at = block.end;
            if block.kind == BlockKind::ListItem && next.is_none_or(|next| next.kind != BlockKind::ListItem) {
                self.end("list");
            }
        }
        if division.is_open {
            self.end("div");
        }
        add_text(&mut self.xml, self.source.words(at, article.text.len() as u32));
        if article.blocks.is_empty() {
            self.xml.push_str("<div><p/></div>");
        }
    }

    fn block(&mut self, inline: &mut Inline, block: &Block, has_text: bool) {
        let word = variant(&block.kind);
        let (names, attributes): (&[&str], &[(&str, &str)]) = match block.kind {
            BlockKind::Headline | BlockKind::Subheading => (&["head"], &[("type", word)]),
            BlockKind::Byline if !has_text => (&["byline"], &[]),
            BlockKind::Dateline if !has_text => (&["dateline"], &[]),
            BlockKind::Paragraph => (&["p"], &[]),
            BlockKind::ListItem => (&["item"], &[]),
            BlockKind::Blockquote => (&["quote", "p"], &[]),
            BlockKind::EditorNote | BlockKind::Correction => (&["note"], &[("type", word)]),
            _ => (&["ab"], &[("type", word)]),
        };
        for (index, name) in names.iter().enumerate() {
            self.start(name, if index == 0 { attributes } else { &[] });
        }
        inline.walk(Span { start: block.start, end: block.end }, |event| self.event(event));
        for name in names.iter().rev() {
            self.end(name);
        }
    }

    fn event(&mut self, event: Event) {
        let article = self.source.article;
        match event {
            Event::Text(text) => add_text(&mut self.xml, text),
            Event::Open(Kind::Mention(index), _) => self.mention(index, &article.mentions[index]),
            Event::Close(Kind::Mention(index)) => self.end(element_of(&article.mentions[index].kind)),
            Event::Open(Kind::Quote(index), _) => {
                let quote = &article.quotes[index];
                let direct = if quote.kind == QuoteKind::Indirect { "false" } else { "true" };
                let who = reference(quote.speaker.as_ref());
                self.start("said", &[("n", &index.to_string()), ("direct", direct), ("who", &who)]);
            }
            Event::Close(Kind::Quote(_)) => self.end("said"),
            Event::Open(Kind::Claim(index), _) => {
                let claim = &article.claims[index];
                let who = reference(claim.source.as_ref());
                let subtype = variant(&claim.stance);
                self.start(
                    "seg",
                    &[("n", &index.to_string()), ("type", "claim"), ("subtype", subtype), ("corresp", &who)],
                );
            }
            Event::Close(Kind::Claim(_)) => self.end("seg"),
        }
    }

    /// The start of a mention's element. `@n` is its index, which its pieces share.
    fn mention(&mut self, index: usize, mention: &Mention) {
        let number = index.to_string();
        let entity = mention.entity.map(|entity| format!("#entity-{entity}")).unwrap_or_default();
        let confidence = mention.confidence.to_string();
        let element = element_of(&mention.kind);
        let kind = type_name(mention.kind.as_str());
        let mut attributes = vec![("n", &*number), ("ref", &*entity), ("cert", &*confidence), ("type", &*kind)];
        let amount;
        match &mention.value {
            Some(Value::Time { timex, .. }) if is_date(timex) => attributes.push(("when", timex)),
            Some(Value::Time { timex, .. }) if is_duration(timex) => attributes.push(("dur", timex)),
            Some(Value::Amount { amount: number, unit, .. }) => {
                amount = number.to_string();
                if element == "num" {
                    attributes.push(("value", &amount));
                } else {
                    attributes.extend([("quantity", &*amount), ("unit", unit.as_deref().unwrap_or_default())]);
                }
            }
            _ => {}
        }
        self.start(element, &attributes);
    }
}

fn reference(speaker: Option<&Speaker>) -> String {
    let entity = speaker.and_then(|speaker| speaker.entity);
    entity.map(|entity| format!("#entity-{entity}")).unwrap_or_default()
}

/// How far the division of the text that is being written has come.
#[derive(Default)]
struct Division {
    is_open: bool,
    /// Whether more than its head has come.
    has_text: bool,
    in_list: bool,
}

impl Division {
    /// What must be closed and opened before the block.
    fn before(&mut self, block: &Block) -> Vec<&'static str> {
        let mut markup = Vec::new();
        let is_heading = matches!(block.kind, BlockKind::Headline | BlockKind::Subheading);
        if self.is_open && is_heading && self.has_text {
            markup.push("</div>");
            self.is_open = false;
        }
        if !self.is_open {
            markup.push("<div>");
            *self = Division { is_open: true, ..Division::default() };
        }
        let is_item = block.kind == BlockKind::ListItem;
        if is_item && !self.in_list {
            markup.push("<list>");
        }
        self.in_list = is_item;
        self.has_text |= !is_heading && !matches!(block.kind, BlockKind::Byline | BlockKind::Dateline);
        markup
    }
}

/// The elements that TEI has for one sort of thing.
#[derive(PartialEq)]
struct Shape {
    list: &'static str,
    element: &'static str,
    /// What stands around the names.
    around: Option<&'static str>,
    name: &'static str,
}

const PERSON: Shape = Shape { list: "listPerson", element: "person", around: None, name: "persName" };
const ORG: Shape = Shape { list: "listOrg", element: "org", around: None, name: "orgName" };
const PLACE: Shape = Shape { list: "listPlace", element: "place", around: None, name: "placeName" };
const EVENT: Shape = Shape { list: "listEvent", element: "event", around: None, name: "eventName" };
const OBJECT: Shape =
    Shape { list: "listObject", element: "object", around: Some("objectIdentifier"), name: "objectName" };

fn shape_of(kind: &MentionType) -> Shape {
    match kind {
        MentionType::Person => PERSON,
        MentionType::Org | MentionType::Norp => ORG,
        MentionType::Gpe | MentionType::Loc | MentionType::Fac => PLACE,
        MentionType::Event => EVENT,
        _ => OBJECT,
    }
}

/// The element of a mention in the text.
fn element_of(kind: &MentionType) -> &'static str {
    match kind {
        MentionType::Person => "persName",
        MentionType::Org => "orgName",
        MentionType::Gpe | MentionType::Loc | MentionType::Fac => "placeName",
        MentionType::Date => "date",
        MentionType::Time => "time",
        MentionType::Money | MentionType::Quantity | MentionType::Percent => "measure",
        MentionType::Cardinal | MentionType::Ordinal => "num",
        _ => "name",
    }
}

/// Whether the value is one of the dates of XML Schema: a year, a month, a day, a day of any year.
fn is_date(timex: &str) -> bool {
    ["0000", "0000-00", "0000-00-00", "--00-00"].iter().any(|form| {
        timex.len() == form.len()
            && timex
                .bytes()
                .zip(form.bytes())
                .all(|(byte, form)| if form == b'0' { byte.is_ascii_digit() } else { byte == form })
    })
}

/// Whether the value is one of the durations of XML Schema, which know no weeks.
fn is_duration(timex: &str) -> bool {
    timex.len() > 2
        && timex.starts_with('P')
        && timex[1..].bytes().all(|byte| byte.is_ascii_digit() || b"YMDTHS".contains(&byte))
}
