// Rows by file of an unpacked feed, as an independent reader sees them: node count.mjs DIR.
import { join } from 'node:path';
import readCsv from 'gtfs-utils/read-csv.js';

const counts = {};
for (const name of ['agency', 'stops', 'routes', 'trips', 'stop_times', 'calendar', 'calendar_dates', 'frequencies']) {
  counts[name] = 0;
  for await (const row of await readCsv(join(process.argv[2], `${name}.txt`))) if (row) counts[name] += 1;
}
process.stdout.write(`${JSON.stringify(counts)}\n`);
