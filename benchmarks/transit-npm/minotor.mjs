// One round: all questions once, after a warm-up, journeys rebuilt. Prints processor time a question and the arrivals.
import { GtfsParser } from 'minotor/parser';
import { Query, Router, Time, Duration } from 'minotor';
import { questions, report } from './round.mjs';

const [zip, csv] = process.argv.slice(2);
console.warn = console.log = () => {}; // it tells of every column that a feed leaves out
const { timetable, stopsIndex } = await new GtfsParser(zip).parse(new Date('2018-07-18T12:00:00Z'));
const router = new Router(timetable, stopsIndex);

report(questions(csv), ({ from, to, minutes }) => {
  const result = router.route(new Query.Builder()
    .from(from).to(to).departureTime(Time.fromSeconds(minutes * 60)).maxTransfers(12)
    .minTransferTime(Duration.fromSeconds(120)).build());
  result.bestRoute();
  const at = result.arrivalAt(to);
  return at ? Math.round((at.arrival ?? at.time).toSeconds() / 60) : null;
});
