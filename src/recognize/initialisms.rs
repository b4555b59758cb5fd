//! Letters that stand for things and for no name: "GDP", "SUVs".
//!
//! Without this list the model takes letters that it has never seen for a body's name, and their plural for somebody's.

/// Sorted.
const INITIALISMS: &[&str] = &[
    "AGM", "AI", "APC", "APR", "ARV", "ATM", "ATV", "BMI", "BRT", "CAPTCHA", "CBD", "CD", "CEO", "CFO", "CNG", "COO",
    "CPI", "CPR", "CPU", "CSO", "CTO", "CV", "DIY", "DJ", "DNA", "DUI", "DVD", "EBITDA", "EMT", "EPS", "ESG", "ETF",
    "EV", "EVM", "FAQ", "FDI", "FIR", "FTA", "GBV", "GDP", "GHG", "GMO", "GNI", "GNP", "GPA", "GPS", "GSP", "GST",
    "HR", "HTML", "HTTP", "ICBM", "ICT", "ICU", "ID", "IDP", "IED", "INGO", "IOU", "IPO", "IQ", "ISP", "IUU", "IVF",
    "JPEG", "KPI", "LED", "LGBT", "LGBTI", "LGBTQ", "LGBTQI", "LLM", "LNG", "LPG", "MBA", "MEP", "MOU", "MP", "MRI",
    "MSME", "MVP", "NCO", "NFT", "NGO", "OFW", "OTC", "PCR", "PDF", "PHEV", "PMI", "POW", "PPE", "PR", "PSA", "PTSD",
    "PVC", "QE", "QR", "RNA", "ROI", "RPG", "RPM", "RSVP", "RV", "SIM", "SME", "SMS", "SOE", "SOP", "STD", "STI",
    "SUV", "TB", "TV", "UAP", "UAV", "UFO", "URL", "USB", "UV", "VAT", "VIP", "VPN", "VR",
];

/// Whether the word is such letters.
pub(super) fn is_listed(word: &str) -> bool {
    INITIALISMS.binary_search(&word).is_ok()
}

/// Whether the word is letters in the plural, which are hardly ever a name.
pub(super) fn is_plural(word: &str) -> bool {
    let letters = word.strip_suffix('s').unwrap_or_default();
    letters.len() > 1 && letters.bytes().all(|letter| letter.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(INITIALISMS.is_sorted());
    }
}
