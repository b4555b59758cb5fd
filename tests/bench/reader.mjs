// A Node that has one reader and times the tasks that it is sent: `node reader.mjs NAME`, forked.

import { time } from "./measure.mjs";

const load = () => import(`./readers/${process.argv[2]}.mjs`);
process.on("message", async (task) => process.send(await time(load, task)));
