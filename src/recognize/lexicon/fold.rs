/// Passes the bytes of the word in the form in which the lexicon keeps its keys: small letters,
/// Latin ones without accents, straight apostrophes, single spaces. Stops where `step` says false
/// and says whether it got to the end.
pub fn fold(word: &str, mut step: impl FnMut(u8) -> bool) -> bool {
    if word.is_ascii() {
        return word.bytes().all(|letter| step(letter.to_ascii_lowercase()));
    }
    for letter in word.chars() {
        let goes_on = match letter {
            '\0'..='\x7f' => step(letter.to_ascii_lowercase() as u8),
            '’' | 'ʼ' | '‘' => step(b'\''),
            // Combining marks: an accent written apart.
            '\u{300}'..='\u{36f}' => true,
            _ => match without_accent(letter) {
                Some(plain) => plain.bytes().all(&mut step),
                None => letter.to_lowercase().all(|small| small.encode_utf8(&mut [0; 4]).bytes().all(&mut step)),
            },
        };
        if !goes_on {
            return false;
        }
    }
    true
}

/// The same for who wants all of it, in a loop without a way out.
#[inline]
pub(crate) fn fold_whole(word: &str, mut pass: impl FnMut(u8)) {
    if word.is_ascii() {
        word.bytes().for_each(|letter| pass(letter.to_ascii_lowercase()));
    } else {
        fold(word, |byte| {
            pass(byte);
            true
        });
    }
}

/// The plain letters for a Latin letter with an accent, as the agencies write it in English.
fn without_accent(letter: char) -> Option<&'static str> {
    const GROUPS: &[(&str, &str)] = &[
        ("a", "áàâäãåāăąǎạảấầẩẫậắằẳẵặÁÀÂÄÃÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ"),
        ("e", "éèêëēĕėęěẹẻẽếềểễệəÉÈÊËĒĔĖĘĚẸẺẼẾỀỂỄỆƏ"),
        ("i", "íìîïĩīĭįıǐịỉÍÌÎÏĨĪĬĮİǏỊỈ"),
        ("o", "óòôöõøōŏőơǒọỏốồổỗộớờởỡợÓÒÔÖÕØŌŎŐƠǑỌỎỐỒỔỖỘỚỜỞỠỢ"),
        ("u", "úùûüũūŭůűųưǔụủứừửữựÚÙÛÜŨŪŬŮŰŲƯǓỤỦỨỪỬỮỰ"),
        ("y", "ýÿŷỳỵỷỹÝŸŶỲỴỶỸ"),
        ("c", "çćĉċčÇĆĈĊČ"),
        ("d", "ďđðĎĐÐ"),
        ("g", "ĝğġģǧĜĞĠĢǦ"),
        ("h", "ĥħḥĤĦḤ"),
        ("j", "ĵĴ"),
        ("k", "ķĶ"),
        ("l", "ĺļľŀłĹĻĽĿŁ"),
        ("n", "ñńņňŋÑŃŅŇŊ"),
        ("r", "ŕŗřŔŖŘ"),
        ("s", "śŝşšșṣŚŜŞŠȘṢ"),
        ("t", "ţťŧțṭŢŤŦȚṬ"),
        ("w", "ŵŴ"),
        ("z", "źżžẓŹŻŽẒ"),
        ("ae", "æÆ"),
        ("oe", "œŒ"),
        ("ss", "ßẞ"),
        ("th", "þÞ"),
    ];
    // The letters lie in a few blocks; others need no search.
    if !matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && letter != 'ə' {
        return None;
    }
    GROUPS.iter().find(|(_, letters)| letters.contains(letter)).map(|(plain, _)| *plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_for_every_way_to_write_a_name() {
        for (word, expected) in [
            ("Chávez", "chavez"),
            ("Cha\u{301}vez", "chavez"),
            ("O’Hara", "o'hara"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("МОСКВА", "москва"),
            ("Ərdoğan", "erdogan"),
        ] {
            let mut key = Vec::new();
            assert!(fold(word, |byte| {
                key.push(byte);
                true
            }));
            assert_eq!(String::from_utf8(key).unwrap(), expected);
        }
    }
}
