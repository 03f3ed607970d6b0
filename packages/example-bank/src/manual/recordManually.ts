import { listManualRecords } from './manualRecords';
import { People, sendManualRecord } from './sendManualRecord';

const CONCURRENCY = 8;

/** Records all manual evidence of the bank, with a line of progress. */
export async function recordManually(url: string, today: string) {
  const all = listManualRecords(today);
  const people = new People(url);
  const waiting = [...all];
  let sent = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await sendManualRecord(next, { url, people });
      sent++;
      if (sent % 20 === 0 || sent === all.length) {
        console.log(`example bank: ${sent}/${all.length} records by people`);
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}
