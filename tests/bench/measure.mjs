// How time is taken, the same in Node and in a page: so it uses nothing that only one of them has.

/** From import to the first article's result, in milliseconds. */
export async function timeFirst(load, article) {
  const start = performance.now();
  const { read } = await load();
  await read(article);
  return performance.now() - start;
}

/**
 * For each reader the milliseconds of each round over the articles. The readers take turns, so that
 * whatever else the machine does meets all of them. The first round warms up and does not count.
 */
export async function timeRounds(readers, articles, { rounds, repeats }) {
  const times = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, read] of Object.entries(readers)) {
      const time = await timeAll(read, articles, round === 0 ? 1 : repeats);
      if (round > 0) times[name].push(time);
    }
  }
  return times;
}

async function timeAll(read, articles, repeats) {
  // What the one before left behind is not on this one's bill.
  globalThis.gc?.();
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const article of articles) await read(article);
  }
  return performance.now() - start;
}
