// One round: all questions once, after a warm-up, journeys rebuilt. Prints processor time a question and the arrivals.
import { createReadStream } from 'node:fs';
import planner from 'raptor-journey-planner';
import { questions, report } from './round.mjs';

const { loadGTFS, JourneyFactory, RaptorAlgorithmFactory, DepartAfterQuery } = planner;
const [zip, csv] = process.argv.slice(2);
const day = new Date(2018, 6, 18);
const [trips, transfers, interchange] = await loadGTFS(createReadStream(zip));
const query = new DepartAfterQuery(
  RaptorAlgorithmFactory.create(trips, transfers, interchange, day), new JourneyFactory(), 1);

report(questions(csv), ({ from, to, minutes }) => {
  const journeys = query.plan(from, to, day, minutes * 60);
  return journeys.length === 0 ? null : Math.round(Math.min(...journeys.map((j) => j.arrivalTime)) / 60);
});
