use crate::options::OffsetUnit;

/// Bytes between two known offsets: small enough that counting from one is cheap, large enough
/// that the table stays small beside the text.
const STRIDE: usize = 32;

/// Converts byte offsets to the caller's unit. Made in one forward pass over the text.
pub(crate) struct OffsetMap<'a> {
    text: &'a [u8],
    unit: OffsetUnit,
    /// The count of units before every multiple of `STRIDE`; empty where bytes and units agree.
    counts: Vec<u32>,
}

impl<'a> OffsetMap<'a> {
    pub(crate) fn new(text: &'a str, unit: OffsetUnit) -> Self {
        let text = text.as_bytes();
        let mut counts = Vec::new();
        if unit != OffsetUnit::Utf8 && !text.is_ascii() {
            counts.reserve(text.len() / STRIDE + 1);
            let mut count = 0;
            for chunk in text.chunks(STRIDE) {
                counts.push(count);
                count += units(chunk, unit);
            }
            counts.push(count);
        }
        OffsetMap { text, unit, counts }
    }

    /// The caller's offset for a byte offset that lies on a character boundary.
    // An article keeps offsets in thirty places, each of which would get its own copy.
    #[inline(never)]
    pub(crate) fn convert(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        match self.counts.get(byte / STRIDE) {
            Some(count) => count + units(&self.text[byte - byte % STRIDE..byte], self.unit),
            None => byte as u32,
        }
    }
}

impl OffsetMap<'_> {
    /// The byte offset for an offset of the caller's; none where that lies within a character or
    /// behind the end.
    pub(crate) fn byte_of(&self, offset: u32) -> Option<u32> {
        // The last chunk that begins no later than the offset.
        let chunk = self.counts.partition_point(|count| *count <= offset).saturating_sub(1);
        let mut byte = (chunk * STRIDE).min(self.text.len());
        let mut count = self.counts.get(chunk).copied().unwrap_or(0);
        if self.counts.is_empty() {
            (byte, count) = (offset as usize, offset);
        }
        while byte < self.text.len() && (count < offset || !is_start(self.text[byte])) {
            count += units(&self.text[byte..byte + 1], self.unit);
            byte += 1;
        }
        (count == offset && byte <= self.text.len()).then_some(byte as u32)
    }
}

/// Whether a character begins with the byte.
fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// The units that the bytes come to: each character counts at its first byte, which is why a
/// chunk may begin or end within a character.
fn units(bytes: &[u8], unit: OffsetUnit) -> u32 {
    let starts = |byte: u8| u32::from(is_start(byte));
    match unit {
        OffsetUnit::Utf8 => bytes.len() as u32,
        OffsetUnit::CodePoint => bytes.iter().map(|byte| starts(*byte)).sum(),
        // Characters of four bytes are pairs of surrogates in UTF-16.
        OffsetUnit::Utf16 => bytes.iter().map(|byte| starts(*byte) + u32::from(*byte >= 0xF0)).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str) {
        for unit in [OffsetUnit::Utf8, OffsetUnit::CodePoint, OffsetUnit::Utf16] {
            let map = OffsetMap::new(text, unit);
            for byte in (0..=text.len()).filter(|byte| text.is_char_boundary(*byte)) {
                let before = &text[..byte];
                let expected = match unit {
                    OffsetUnit::Utf8 => before.len(),
                    OffsetUnit::CodePoint => before.chars().count(),
                    OffsetUnit::Utf16 => before.encode_utf16().count(),
                };
                assert_eq!(map.convert(byte as u32), expected as u32, "{unit:?} at {byte} of {text:?}");
                assert_eq!(map.byte_of(expected as u32), Some(byte as u32), "{unit:?} at {byte} of {text:?}");
            }
            let offsets = (0..=map.convert(text.len() as u32) + 1).filter_map(|offset| map.byte_of(offset));
            let boundaries = (0..=text.len()).filter(|byte| text.is_char_boundary(*byte));
            assert!(offsets.eq(boundaries.map(|byte| byte as u32)), "{unit:?} offsets of {text:?}");
        }
    }

    #[test]
    fn every_boundary_of_awkward_texts() {
        for text in ["", "plain", "ç あ 🎉", "e\u{301}\r\n\u{a0}\u{feff}", "\u{fffd}", "👩‍👩‍👧‍👦🎉"]
        {
            check(text);
            check(&text.repeat(STRIDE));
        }
    }

    proptest! {
        #[test]
        fn every_boundary_of_any_text(text in any::<String>()) {
            check(&text);
        }
    }
}
