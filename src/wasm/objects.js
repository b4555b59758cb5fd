// The article as a plain object, made in one call. What an article has many of comes as numbers,
// in the order in which objects.rs writes them; of what it may lack, 0 says so.

export function makeArticle(text, json, numbers) {
  const { offsets, format, metadata, notices, kinds, paths, types, zones, evidences, names, values, roles, quoteKinds, stances, lemmas } =
    JSON.parse(json);
  let at = 0;
  const next = () => numbers[at++];
  let named = 0;
  const nextName = () => names[named++];

  const many = (make) => {
    const list = [];
    for (let left = next(); left > 0; left--) list.push(make(list.length));
    return list;
  };
  const number = () => next();
  const optional = (number) => (number === 0 ? null : number - 1);
  const span = () => ({ start: next(), end: next() });

  const block = (index) => {
    const block = { start: next(), end: next(), kind: kinds[next()] };
    const repeats = next();
    if (repeats !== 0) block.repeats = repeats - 1;
    if (paths[index]) block.path = paths[index];
    return block;
  };
  // Words come from the text, which may hold half a surrogate pair, as UTF-8 may not.
  const cut = () => text.slice(next(), next());
  const mention = () => {
    const words = cut();
    const mention = { start: next(), end: next(), text: words, type: types[next()], entity: optional(next()), confidence: next() / 100 };
    const [evidence, zone, value] = [evidences[next()], zones[next()], next()];
    if (evidence !== null) mention.evidence = evidence;
    if (value !== 0) mention.value = values[value - 1];
    mention.zone = zone;
    return mention;
  };
  const entity = () => ({
    type: types[next()],
    name: nextName(),
    aliases: many(nextName),
    mentions: many(number),
    pronouns: many(span),
    roles: many(() => roles[next()]),
    wikidata: nextName(),
  });
  const speaker = () => {
    const who = next();
    if (who === 0) return null;
    const words = cut();
    return { start: next(), end: next(), text: words, entity: optional(who - 1) };
  };
  const cue = () => {
    const word = next();
    return word === 0 ? null : { start: next(), end: next(), lemma: lemmas[word - 1] };
  };
  const quote = () => ({
    start: next(),
    end: next(),
    kind: quoteKinds[next()],
    content: many(span),
    speaker: speaker(),
    cue: cue(),
    insertions: many(span),
  });
  const claim = () => ({
    start: next(),
    end: next(),
    stance: stances[next()],
    source: speaker(),
    via: many(speaker),
    content: span(),
    cue: cue(),
    quote: optional(next()),
    refersTo: optional(next()),
  });

  return {
    text,
    offsets,
    format,
    metadata,
    blocks: many(block),
    sentences: many(span),
    mentions: many(mention),
    entities: many(entity),
    quotes: many(quote),
    claims: many(claim),
    notices,
  };
}

// The same parts as they are: they cross between threads in a fraction of the time of the object.
export function keepParts(text, json, numbers) {
  return { text, json, numbers: numbers.slice() };
}
