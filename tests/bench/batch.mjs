// A Node that reads batches: `node batch.mjs`, forked. A task is { articles, concurrency, least }; the answer is what one
// article takes, in milliseconds by the clock and of the processor, the start of the threads included.

process.on("message", async ({ articles, concurrency, least }) => {
  const { parseArticles } = await import("../../dist/inline.js");
  const start = performance.now();
  const before = process.cpuUsage();
  let read = 0;
  for await (const { error } of parseArticles(repeat(articles, start + least), { concurrency })) {
    if (error) throw error;
    read += 1;
  }
  const { user, system } = process.cpuUsage(before);
  process.send({ clock: (performance.now() - start) / read, processor: (user + system) / 1000 / read });
});

/** The articles over and over, until a moment has come. */
function* repeat(articles, end) {
  for (let at = 0; performance.now() < end; at++) yield articles[at % articles.length];
}
