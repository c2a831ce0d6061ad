// Rows by file of a feed, as an independent reader sees them.
import { createReadStream } from 'node:fs';
import gtfs from 'gtfs-stream';

const counts = {};
createReadStream(process.argv[2]).pipe(gtfs({ raw: true }))
  .on('data', ({ type }) => { counts[type] = (counts[type] ?? 0) + 1; })
  .on('end', () => console.log(JSON.stringify(counts)));
