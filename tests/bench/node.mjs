// One measurement in a Node of its own: `node node.mjs first NAME`, `... rounds` or `... scaling`,
// with the plan as JSON on standard input and the times as JSON on standard output.

import { readFileSync } from "node:fs";

import { articleOf, bytesOf } from "./articles.mjs";
import { timeFirst, timeRounds } from "./measure.mjs";

const [kind, name] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(0, "utf8"));
const measurements = {
  first: () => timeFirst(() => load(name), plan.articles[0]),
  rounds: async () => timeRounds(await loadAll(), plan.articles, plan),
  scaling: async () => scale((await load("wirecopy")).read),
};
console.log(JSON.stringify(await measurements[kind]()));

function load(reader) {
  return import(`./readers/${reader}.mjs`);
}

async function loadAll() {
  const loaded = await Promise.all(plan.readers.map(async (reader) => [reader, (await load(reader)).read]));
  return Object.fromEntries(loaded);
}

/** The times of one article of each length, each length read until as much text has passed. */
async function scale(read) {
  const rows = [];
  for (const length of plan.lengths) {
    const article = articleOf(length);
    const bytes = bytesOf(article);
    const repeats = Math.max(1, Math.round(plan.bytes / bytes));
    const { read: times } = await timeRounds({ read }, [article], { rounds: plan.rounds, repeats });
    rows.push({ length, bytes, times: times.map((time) => time / repeats) });
  }
  return rows;
}
