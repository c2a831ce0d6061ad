// Rows by file of an unpacked feed, as an independent reader sees them.
import { join } from 'node:path';
import readCsv from 'gtfs-utils/read-csv.js';
import readStops from 'gtfs-utils/read-stops.js';
import readTrips from 'gtfs-utils/read-trips.js';

const folder = process.argv[2];
const read = (name) => readCsv(join(folder, `${name}.txt`));
const counts = { stops: (await readStops(read)).size, trips: (await readTrips(read)).size };
for (const name of ['agency', 'routes', 'stop_times', 'calendar', 'calendar_dates', 'frequencies']) {
  counts[name] = 0;
  for await (const _ of await read(name)) counts[name] += 1;
}
process.stdout.write(`${JSON.stringify(counts)}\n`);
