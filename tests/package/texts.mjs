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

/** A half of a surrogate pair is no character, but JavaScript's strings may hold it. */
export const loneSurrogates = "Lone \ud800 high, \udc00 low and 🎉 whole";
