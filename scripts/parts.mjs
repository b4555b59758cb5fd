// What a WebAssembly module is made of: its sections, and its functions by the crate they are of.

const CUSTOM = 0;
const IMPORT = 2;
const CODE = 10;
const DATA = 11;
const FUNCTION_NAMES = 1;

/** The bytes of the code and of the data of a module. */
export function codeAndData(module) {
  const of = (id) => sections(module).find((section) => section.id === id)?.bytes ?? new Uint8Array();
  return { code: of(CODE), data: of(DATA) };
}

/** The bytes of code of each crate, largest first: of a module that has kept its names. */
export function byCrate(module) {
  const names = new Map();
  let imported = 0;
  let lengths = [];
  for (const { id, bytes } of sections(module)) {
    const reader = new Reader(bytes);
    if (id === IMPORT) imported = importedFunctions(reader);
    if (id === CODE) lengths = reader.many(() => reader.skip(reader.number()));
    if (id === CUSTOM && reader.text() === "name") readNames(reader, names);
  }
  const crates = new Map();
  for (const [index, length] of lengths.entries()) {
    const crate = crateOf(names.get(index + imported) ?? "");
    crates.set(crate, (crates.get(crate) ?? 0) + length);
  }
  return [...crates].sort(([, one], [, other]) => other - one);
}

/** "wirecopy" of "<wirecopy::read::html::tree::Builder as html5gum::Emitter>::emit". */
function crateOf(name) {
  const [, path] = name.match(/^[<&*]*(?:dyn |mut )?(\w+)(?:\[\w+\])?::/) ?? [];
  if (path) return path;
  return name.startsWith("<") ? "core" : "wirecopy";
}

function sections(module) {
  const reader = new Reader(module.subarray(8));
  const list = [];
  while (!reader.atEnd()) {
    const id = reader.byte();
    list.push({ id, bytes: reader.take(reader.number()) });
  }
  return list;
}

function importedFunctions(reader) {
  const kinds = reader.many(() => {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind !== 0) throw new Error("the module imports more than functions");
    reader.number();
    return kind;
  });
  return kinds.length;
}

function readNames(reader, names) {
  while (!reader.atEnd()) {
    const kind = reader.byte();
    const part = new Reader(reader.take(reader.number()));
    if (kind === FUNCTION_NAMES) part.many(() => names.set(part.number(), part.text()));
  }
}

/** Reads the numbers, texts and lists of the binary format. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  atEnd() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** LEB128, unsigned. */
  number() {
    let number = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      number += (byte & 127) * factor;
      if (byte < 128) return number;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  skip(length) {
    this.at += length;
    return length;
  }

  text() {
    return new TextDecoder().decode(this.take(this.number()));
  }

  many(read) {
    return Array.from({ length: this.number() }, read);
  }
}
