// How far a batch is, on a terminal and nowhere else.

const WIDTH = 24;
const EVERY_MS = 100;

/** Shows a bar on the terminal that standard error is, or nothing where it is none. */
export class Progress {
  readonly #isShown = process.stderr.isTTY === true;
  readonly #began = performance.now();
  #last = 0;
  #count = 0;
  #failed = 0;

  /** Tells how many were done more, and which share of all that is, if one knows. */
  add(count: number, failed: number, share: number | undefined): void {
    this.#count += count;
    this.#failed += failed;
    const now = performance.now();
    if (!this.#isShown || now - this.#last < EVERY_MS) return;
    this.#last = now;
    const filled = share === undefined ? undefined : Math.round(Math.min(1, share) * WIDTH);
    const bar = filled === undefined ? "" : `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${Math.floor(share! * 100)} %  `;
    const rate = Math.round(this.#count / ((now - this.#began) / 1000));
    const wrong = this.#failed > 0 ? `, ${this.#failed} not read` : "";
    process.stderr.write(`\r\x1b[K${bar}${this.#count} articles, ${rate} a second${wrong}`);
  }

  /** Takes the bar away: before a message, and at the end. */
  clear(): void {
    if (this.#isShown && this.#last > 0) process.stderr.write("\r\x1b[K");
  }
}
