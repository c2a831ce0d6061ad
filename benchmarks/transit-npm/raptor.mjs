// One round: all questions once, after a warm-up, journeys rebuilt. Prints processor time a question and the arrivals.
// The planner's own zip reader does not end on Node 20, so the same objects are made here of the unpacked files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { questions, report } from './round.mjs';

const require = createRequire(import.meta.url);
const { JourneyFactory, RaptorAlgorithmFactory, DepartAfterQuery } = require('raptor-journey-planner');
const { Service } = require('raptor-journey-planner/dist/src/gtfs/Service.js');
const [, csv, folder] = process.argv.slice(2);

function rows(file) {
  const [header, ...lines] = readFileSync(join(folder, file), 'utf8').trim().split('\n');
  const names = header.trim().split(',');
  return lines.map((l) => Object.fromEntries(l.trim().split(',').map((value, i) => [names[i], value])));
}

const seconds = (text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
const daily = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, true]));
const service = new Service(20180101, 20181231, daily, {});
const trips = new Map(rows('trips.txt').map((t) => [
  t.trip_id, { serviceId: t.service_id, tripId: t.trip_id, stopTimes: [], service },
]));
for (const t of rows('stop_times.txt')) {
  trips.get(t.trip_id).stopTimes.push({
    stop: t.stop_id,
    departureTime: seconds(t.departure_time),
    arrivalTime: seconds(t.arrival_time),
    pickUp: true,
    dropOff: true,
  });
}
const interchange = Object.fromEntries(rows('transfers.txt').map((t) => [t.from_stop_id, Number(t.min_transfer_time)]));
const day = new Date(2018, 6, 18);
const raptor = RaptorAlgorithmFactory.create([...trips.values()], {}, interchange, day);
const query = new DepartAfterQuery(raptor, new JourneyFactory(), 1);

report(questions(csv), ({ from, to, minutes }) => {
  const journeys = query.plan(from, to, day, minutes * 60);
  return journeys.length === 0 ? null : Math.round(Math.min(...journeys.map((j) => j.arrivalTime)) / 60);
});
