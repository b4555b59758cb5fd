//! How often each kind of evidence is right, on annotated text: the figures behind
//! `Evidence::precision`.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use wirecopy::training;

use crate::corpus::{self, trim};

/// Prints, for each kind of evidence and each type, how many names it gave and the share of them
/// whose span and type are as annotated.
pub fn measure(files: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut counts: BTreeMap<(String, String), (u32, u32)> = BTreeMap::new();
    for file in files {
        for document in corpus::read(Path::new(file))? {
            for found in training::find_by_rules(&document.text)? {
                let annotated = document.names.get(&trim(&document.text, found.span.range()));
                let right = annotated.is_some_and(|kind| kind == found.kind.as_str());
                for kind in [found.kind.as_str(), "all"] {
                    let count = counts.entry((found.because.clone(), kind.to_string())).or_default();
                    count.0 += 1;
                    count.1 += u32::from(right);
                }
            }
        }
    }
    for ((evidence, kind), (all, right)) in counts {
        println!("{evidence:12} {kind:12} {all:6} {:.3}", f64::from(right) / f64::from(all));
    }
    Ok(())
}
