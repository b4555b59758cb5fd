//! Renders the TypeScript declarations from the Rust structs, and the list of export formats, and
//! compares them with `src/npm/article.ts` and `src/npm/formats.ts`, so that the two halves of the
//! package cannot drift apart.

use std::fmt::Write;

use ts_rs::{Config, TS};

use crate::*;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/npm");

#[test]
fn the_declarations_in_typescript_are_those_of_the_structs() {
    compare("article.ts", &render());
}

#[test]
fn the_list_of_formats_in_typescript_is_that_of_the_enum() {
    compare("formats.ts", &render_formats());
}

fn compare(file: &str, rendered: &str) {
    let path = format!("{FOLDER}/{file}");
    if std::env::var_os("UPDATE_TYPES").is_some() {
        std::fs::write(&path, rendered).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        rendered == written,
        "{file} differs from the Rust structs. Run `UPDATE_TYPES=1 cargo test types_test`.\n\n{rendered}"
    );
}

fn render_formats() -> String {
    let mut file = String::from(
        "// Generated from the Rust enum in src/export/mod.rs.\n\
         // To write it anew: UPDATE_TYPES=1 cargo test types_test\n\n\
         import type { ExportFormat } from \"./article.js\";\n\n\
         /** A format to export articles in: for menus and file names. */\n\
         export interface ExportFormatInfo {\n  \
           /** The word for {@link ExportFormat}. */\n  readonly format: ExportFormat;\n  \
           /** What people call it. */\n  readonly title: string;\n  \
           /** The ending of its files, without a leading dot. */\n  readonly extension: string;\n  \
           /** Its media type. */\n  readonly mediaType: string;\n\
         }\n\n\
         /** Every format that `exportArticle` knows. */\n\
         export const EXPORT_FORMATS: readonly ExportFormatInfo[] = [\n",
    );
    for format in ExportFormat::ALL {
        let (name, title) = (format.as_str(), format.title());
        let (extension, media_type) = (format.extension(), format.media_type());
        writeln!(
            file,
            "  {{ format: \"{name}\", title: \"{title}\", extension: \"{extension}\", mediaType: \"{media_type}\" }},"
        )
        .unwrap();
    }
    file.push_str("];\n");
    file
}

/// Every type that crosses the boundary, the ones that a reader looks for first standing first.
fn render() -> String {
    let mut file = String::from(
        "// Generated from the Rust structs in src/article.rs and src/options.rs.\n\
         // To write it anew: UPDATE_TYPES=1 cargo test types_test\n",
    );
    declare::<Options>(&mut file);
    declare::<InputFormat>(&mut file);
    declare::<Identities>(&mut file);
    declare::<OffsetUnit>(&mut file);
    declare::<LexiconEntry>(&mut file);
    declare::<Pattern>(&mut file);
    declare::<Correction>(&mut file);
    declare::<Limits>(&mut file);
    declare::<Article>(&mut file);
    declare::<Span>(&mut file);
    declare::<Format>(&mut file);
    declare::<Metadata>(&mut file);
    declare::<Dateline>(&mut file);
    declare::<Block>(&mut file);
    declare::<BlockKind>(&mut file);
    let types = MentionType::ALL;
    union(
        &mut file,
        "The type of a mention: the 18 types of OntoNotes 5, `MISC`, or a caller's own.",
        "MentionType",
        types.iter().map(MentionType::as_str),
        // Keeps the literals in an editor's completions while any string is allowed.
        " | (string & {})",
    );
    declare::<Mention>(&mut file);
    declare::<Evidence>(&mut file);
    declare::<Zone>(&mut file);
    declare::<Value>(&mut file);
    declare::<TimeKind>(&mut file);
    declare::<Entity>(&mut file);
    declare::<Role>(&mut file);
    declare::<Quote>(&mut file);
    declare::<QuoteKind>(&mut file);
    declare::<Speaker>(&mut file);
    declare::<Cue>(&mut file);
    declare::<Claim>(&mut file);
    declare::<Stance>(&mut file);
    declare::<Notice>(&mut file);
    union(
        &mut file,
        "A format to export an article in: see `EXPORT_FORMATS`.",
        "ExportFormat",
        ExportFormat::ALL.iter().map(|format| format.as_str()),
        "",
    );
    declare::<ExportOptions>(&mut file);
    union(
        &mut file,
        "Why the core refused a call: the `code` of its error.",
        "ErrorCode",
        ErrorCode::ALL.iter().map(|code| code.as_str()),
        "",
    );
    file
}

fn declare<T: TS>(file: &mut String) {
    // Links of rustdoc mean nothing in TypeScript.
    let docs = T::docs().unwrap_or_default().replace("[`Article`](crate::Article)", "`Article`");
    writeln!(file, "\n{docs}export {}", lay_out(&T::decl(&Config::new()))).unwrap();
}

/// One field to a line, indented, as one would write it by hand.
fn lay_out(declaration: &str) -> String {
    let mut laid_out = declaration.replace("{ \n", "{\n").replace(", \n", ";\n").replace(", }", ";\n}");
    let is_one_object = laid_out.contains(" = {") && !laid_out.contains(" | {");
    if is_one_object {
        // An interface reads better in error messages than an alias of an object type.
        laid_out = laid_out.replacen("type ", "interface ", 1).replacen(" = {", " {", 1);
        laid_out.truncate(laid_out.trim_end_matches(';').len());
    }
    let indented = laid_out.lines().enumerate().map(|(index, line)| match index == 0 || line.starts_with('}') {
        true => line.to_owned(),
        false => format!("  {line}"),
    });
    indented.collect::<Vec<_>>().join("\n")
}

fn union<'a>(file: &mut String, doc: &str, name: &str, literals: impl Iterator<Item = &'a str>, tail: &str) {
    let literals: Vec<String> = literals.map(|literal| format!("\"{literal}\"")).collect();
    writeln!(file, "\n/**\n * {doc}\n */\nexport type {name} = {}{tail};", literals.join(" | ")).unwrap();
}
