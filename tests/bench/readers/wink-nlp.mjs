import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

const nlp = winkNLP(model);
const { its } = nlp;

/** The full pipeline that it has by default: tokens, and entities with the tokens they span. */
export function read(text) {
  const doc = nlp.readDoc(text);
  const entities = doc.entities();
  return [doc.tokens().out(), entities.out(its.detail), entities.out(its.span)];
}
