import { constants } from "node:buffer";

/** What stands for a line that is longer than a string can be. Its bytes are let go. */
export const TOO_LONG = Symbol("too long");

/**
 * Whole lines of a stream of bytes, as many at a time as have come, without the last line feed. Chunks are
 * no longer than the limit.
 */
export async function* splitLines(
  stream: AsyncIterable<Buffer>,
  limit = constants.MAX_STRING_LENGTH,
): AsyncGenerator<Buffer | typeof TOO_LONG> {
  const line = new Line(limit);
  for await (const chunk of stream) {
    const first = chunk.indexOf("\n");
    const last = chunk.lastIndexOf("\n");
    if (first >= 0) {
      line.add(chunk.subarray(0, first));
      yield line.take();
      if (last > first) yield Buffer.from(chunk.subarray(first + 1, last));
    }
    line.add(chunk.subarray(last + 1));
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
