// How time is taken, the same in Node and in a page: so it uses nothing that only one of them has.

/**
 * Carries out a task. With `least`, the milliseconds that reading all articles once takes, over as
 * many passes as fill that many milliseconds; else those from import to the first article's result.
 */
export function time(load, { articles, least }) {
  return least === undefined ? timeFirst(load, articles[0]) : timeTurn(load, articles, least);
}

async function timeFirst(load, article) {
  const start = performance.now();
  const { read } = await load();
  await read(article);
  return performance.now() - start;
}

async function timeTurn(load, articles, least) {
  const { read } = await load();
  const start = performance.now();
  for (let passes = 1; ; passes++) {
    for (const article of articles) await read(article);
    const time = performance.now() - start;
    if (time >= least) return time / passes;
  }
}
