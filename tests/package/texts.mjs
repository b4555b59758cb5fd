// Texts that every environment must read alike.

export const texts = [
  "",
  " \r\n\t",
  "OSLO, March 3 (Reuters) - Prime Minister Kari Nordmann said on Monday she would resign.\n\n“It is time,” she said.",
  "\ufeffA mark first\r\n\r\nThen a line\rand another",
  "A no-break\u00a0space, ç, あ and 🎉\n\nA family 👩‍👩‍👧‍👦 and e\u0301 combined",
  "Zero\0byte and \ufffd as printed",
  "<b>half a <a href=",
  "\u202eright to left, متن",
  "Also read: News in brief\n\n(Reporting by A. Example; Editing by B. Example)\n".repeat(50),
];

/** A page with what the patterns match, some of it outside the article. */
export const page =
  "<!doctype html><nav>AB-1000</nav><article><h1>🎉 Case AB-1234</h1><p>The court in Oslo heard AB-5678 &amp; ç on Monday.</p></article>";

/** Patterns of a caller's own, and what they match in texts like this. */
export const patterns = [
  { type: "CASE", pattern: "\\b[A-Z]{2}-\\d{4}\\b" },
  { type: "PLACE", pattern: "(?i)\\s(oslo|bergen)\\b" },
];
export const withCases = "🎉 Case AB-1234, ç and あ: it was heard in Oslo \ud800 and Bergen, AB-12345 was not.";

/** People whom only the pack has; one of them has no office in the text. */
export const withMembers = "BERLIN (Reuters) - Italian senator Renato Schifani went to Rome, Italy. Paolo Romani ran a shop.";

/** A half of a surrogate pair is no character, but JavaScript's strings may hold it. */
export const loneSurrogates = "Lone \ud800 high, \udc00 low and 🎉 whole";
