/** The same module with a limit to its memory, so that it can run out of it. */
export function limitMemory(bytes, limit) {
  const section = findSection(bytes, 5);
  const { value: least, end } = readNumber(bytes, section.start + 2);
  if (bytes[section.start] !== 1 || bytes[section.start + 1] !== 0 || end !== section.end) {
    throw new Error("the module does not have one memory without a limit");
  }
  const body = [1, 1, ...writeNumber(least), ...writeNumber(limit / 65_536)];
  return Buffer.concat([bytes.subarray(0, section.id), Buffer.from([5, ...writeNumber(body.length), ...body]), bytes.subarray(end)]);
}

/** Where the section of this number begins, with its number, and where its body is. */
function findSection(bytes, wanted) {
  for (let id = 8; id < bytes.length; ) {
    const { value: length, end: start } = readNumber(bytes, id + 1);
    if (bytes[id] === wanted) return { id, start, end: start + length };
    id = start + length;
  }
  throw new Error(`the module has no section ${wanted}`);
}

/** LEB128, as WebAssembly writes its numbers. */
function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at };
  }
}

function writeNumber(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 128)) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}
