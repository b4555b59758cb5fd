//! What JavaScript gets, asserted on the object itself: `wasm-pack test --node`.

#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Error, Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use wirecopy::wasm::{Others, parse_article};

const WIRE: &str = "OSLO, March 3 (Reuters) - Prime Minister Kari Nordmann said on Monday she would resign.";

/// Texts that are awkward to count in.
const AWKWARD: [&str; 8] = [
    "",
    " \r\n\t",
    "\u{feff}A mark first\r\n\r\nThen a line\rand another",
    "A no-break\u{a0}space, ç, あ and 🎉\n\nA family 👩‍👩‍👧‍👦 and e\u{301} combined",
    "Zero\0byte and \u{fffd} as printed",
    "<b>half a <a href=",
    "\u{202e}right to left, متن",
    WIRE,
];

#[wasm_bindgen_test]
fn text_comes_back_as_it_was_given() {
    for text in AWKWARD {
        let article = parse(&text.into(), []).unwrap();
        assert_eq!(get(&article, "text"), text, "{text:?}");
        assert_eq!(get(&article, "format"), "text");
        assert!(!has_notice(&article, "lone-surrogate"), "{text:?}");
    }
}

#[wasm_bindgen_test]
fn the_result_is_made_of_plain_objects() {
    let article = parse(&WIRE.into(), []).unwrap();
    let plain = Object::get_prototype_of(&Object::new());
    assert_eq!(Object::get_prototype_of(&article), plain);
    assert_eq!(Object::get_prototype_of(&get(&article, "metadata")), plain);
    for list in ["blocks", "sentences", "mentions", "entities", "quotes", "claims", "notices"] {
        assert!(Array::is_array(&get(&article, list)), "{list}");
    }
    assert!(get(&get(&article, "metadata"), "siteName").is_null(), "what is not known is null, not undefined");
}

#[wasm_bindgen_test]
fn offsets_cut_out_the_same_words_in_every_unit() {
    for text in AWKWARD {
        let [utf16, code_points, bytes] = ["utf16", "codepoint", "utf8"].map(|unit| {
            let article = parse(&text.into(), [("offsets", unit.into())]).unwrap();
            spans(&article).into_iter().map(|(start, end)| cut(unit, text, start, end)).collect::<Vec<_>>()
        });
        assert_eq!(utf16, code_points, "{text:?}");
        assert_eq!(utf16, bytes, "{text:?}");
        assert_eq!(utf16.is_empty(), text.trim().is_empty(), "{text:?} has a block");
    }
}

#[wasm_bindgen_test]
fn lone_surrogates_stay_in_the_text_and_are_reported() {
    let text = JsString::from_char_code(&[0x48, 0x69, 0x20, 0xd83c, 0xdf89, 0x20, 0xd800, 0x78, 0x20, 0xdc00]);
    for (unit, place) in [("utf16", (6, 7)), ("codepoint", (5, 6)), ("utf8", (8, 11))] {
        let article = parse(&text, [("offsets", unit.into())]).unwrap();
        assert!(Object::is(&get(&article, "text"), &text));
        let notices = Array::from(&get(&article, "notices"));
        let notice = notices.find(&mut |notice, _, _| get(&notice, "code") == "lone-surrogate");
        assert_eq!(span(&notice), Some(place), "{unit}");
        let block = Array::from(&get(&article, "blocks")).get(0);
        let end = [("utf16", 10), ("codepoint", 9), ("utf8", 16)].into_iter().find(|(name, _)| *name == unit);
        assert_eq!(span(&block), Some((0, end.unwrap().1)), "{unit}");
    }
}

#[wasm_bindgen_test]
fn words_with_lone_surrogates_are_those_of_the_input() {
    let text = JsString::from_char_code(&[0xd800, 0x20, 0x41, 0xdc00, 0x42, 0x20, 0xdbff]);
    let pattern = object([("type", "CODE".into()), ("pattern", "A.B".into())]);
    let find =
        Function::new_with_args("text", "return new Uint32Array([0, text.indexOf('A') + 2, text.indexOf('B') + 5])");
    for unit in ["utf16", "codepoint", "utf8"] {
        let options = object([("offsets", unit.into()), ("patterns", Array::of1(&pattern).into())]);
        let error = parse_article((&text).into(), options.clone(), None).unwrap_err();
        assert_eq!(get(&error, "code"), "bad-option", "patterns are never passed over");
        let matcher: Others = object([("findMatches", (&find).into())]).unchecked_into();
        let article = parse_article((&text).into(), options, Some(matcher)).unwrap();
        let mention = Array::from(&get(&article, "mentions")).get(0);
        assert!(Object::is(&get(&mention, "text"), &text.slice(2, 5)), "{unit}");
    }
}

#[wasm_bindgen_test]
fn an_error_has_a_name_a_message_and_a_code() {
    let check = |result: Result<JsValue, JsValue>, code: &str, message: &str| {
        let error: Error = result.unwrap_err().dyn_into().expect("an Error object");
        assert_eq!(error.name(), "WirecopyError");
        assert_eq!(get(&error, "code"), code);
        assert!(String::from(error.message()).contains(message), "{:?} lacks {message:?}", error.message());
    };
    for (input, kind) in [(JsValue::NULL, "object"), (5.into(), "number"), (JsValue::UNDEFINED, "undefined")] {
        check(parse_article(input, JsValue::UNDEFINED, None), "bad-input", kind);
    }
    check(parse_article("x".into(), "text".into(), None), "bad-option", "options: not a plain object");
    check(parse_article("x".into(), Array::of1(&"text".into()).into(), None), "bad-option", "not a plain object");
    check(parse(&"x".into(), [("ofsets", "utf8".into())]), "bad-option", "`ofsets`");
    check(parse(&"x".into(), [("offsets", "utf-8".into())]), "bad-option", "options.offsets: unknown variant `utf-8`");
    check(parse(&"x".into(), [("date", "January".into())]), "bad-option", "date");
    check(parse(&"x".into(), [("url", 5.into())]), "bad-option", "options.url");
    let lexicon = Array::of2(&object([("name", "A".into()), ("type", "ORG".into())]), &object([("nam", "B".into())]));
    check(parse(&"x".into(), [("lexicon", lexicon.into())]), "bad-option", "options.lexicon[1]: unknown field `nam`");
    let limits = |max: f64| [("limits", object([("maxBytes", max.into())]))];
    for max in [-1.0, 1.5, f64::NAN, 1e20] {
        check(parse(&"x".into(), limits(max)), "bad-option", "options.limits.maxBytes");
    }
    check(parse(&"four".into(), limits(3.0)), "too-large", "limit of 3 bytes");
    check(parse(&"éé".into(), limits(3.0)), "too-large", "limit of 3 bytes");
    assert!(parse(&"four".into(), limits(4.0)).is_ok());
}

#[wasm_bindgen_test]
fn an_option_that_is_undefined_is_one_that_was_not_given() {
    let undefined = ["format", "url", "date", "offsets", "lexicon", "patterns", "ignore", "limits"];
    let article = parse(&WIRE.into(), undefined.map(|name| (name, JsValue::UNDEFINED))).unwrap();
    assert_eq!(get(&article, "text"), WIRE);
    assert!(parse_article(WIRE.into(), JsValue::NULL, None).is_ok());
}

fn parse<const N: usize>(input: &JsString, options: [(&str, JsValue); N]) -> Result<JsValue, JsValue> {
    parse_article(input.into(), object(options), None)
}

fn object<const N: usize>(entries: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        Reflect::set(&object, &key.into(), &value).unwrap();
    }
    object.into()
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

fn has_notice(article: &JsValue, code: &str) -> bool {
    Array::from(&get(article, "notices")).iter().any(|notice| get(&notice, "code") == code)
}

/// Every span in the value, at any depth.
fn spans(value: &JsValue) -> Vec<(u32, u32)> {
    let Some(object) = value.dyn_ref::<Object>() else {
        return Vec::new();
    };
    let parts = Object::values(object);
    span(value).into_iter().chain(parts.iter().flat_map(|part| spans(&part))).collect()
}

fn span(value: &JsValue) -> Option<(u32, u32)> {
    let number = |key| get(value, key).as_f64().map(|number| number as u32);
    number("start").zip(number("end"))
}

fn cut(unit: &str, text: &str, start: u32, end: u32) -> String {
    let range = start as usize..end as usize;
    match unit {
        "utf8" => text[range].to_owned(),
        "codepoint" => text.chars().skip(range.start).take(range.len()).collect(),
        _ => String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[range]).unwrap(),
    }
}
