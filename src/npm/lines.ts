import { constants } from "node:buffer";

/** What stands for a line that is longer than a string can be. Its bytes are let go. */
export const TOO_LONG = Symbol("too long");

/** The lines of a stream of bytes, of any length, without the line feeds. */
export async function* splitLines(
  stream: AsyncIterable<Buffer>,
  limit = constants.MAX_STRING_LENGTH,
): AsyncGenerator<Buffer | typeof TOO_LONG> {
  const line = new Line(limit);
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
      line.add(chunk.subarray(start, end));
      yield line.take();
      start = end + 1;
    }
    line.add(chunk.subarray(start));
  }
  if (line.length > 0) yield line.take();
}

/** A line in the making. */
class Line {
  length = 0;
  readonly #limit: number;
  #parts: Buffer[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(part: Buffer): void {
    this.length += part.length;
    if (this.length > this.#limit) this.#parts = [];
    else this.#parts.push(part);
  }

  take(): Buffer | typeof TOO_LONG {
    const line = this.length > this.#limit ? TOO_LONG : Buffer.concat(this.#parts);
    this.length = 0;
    this.#parts = [];
    return line;
  }
}
