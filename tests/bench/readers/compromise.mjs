import nlp from "compromise";

/** People, places and organisations, as plain objects with offsets. */
export function read(text) {
  const doc = nlp(text);
  return [doc.people(), doc.places(), doc.organizations()].map((names) => names.json({ offset: true }));
}
