// The things that an article has many of, each made at once: a property at a time costs ten times as much.

export const span = (start, end) => ({ start, end });

export const block = (start, end, kind) => ({ start, end, kind });

export const mention = (start, end, text, type, entity, confidence, zone) => ({
  start,
  end,
  text,
  type,
  entity: entity ?? null,
  confidence,
  zone,
});

export const entity = (type, name, mentions, wikidata) => ({
  type,
  name,
  aliases: [],
  mentions: Array.from(mentions),
  pronouns: [],
  roles: [],
  wikidata: wikidata ?? null,
});
