import { parseArgs } from 'node:util';
import { demoSecrets } from './demoSecrets';
import { recordManually } from './manual/recordManually';
import { listRequests } from './requests';
import { sendRequest } from './sendRequest';

const CONCURRENCY = 4;

async function main() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://localhost:7007' },
      secret: { type: 'string', default: demoSecrets.github },
      today: {
        type: 'string',
        default: new Date().toISOString().slice(0, 10),
      },
    },
  });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.today)) {
    throw new Error(`--today must be a date like 2026-11-24: ${values.today}`);
  }
  const all = listRequests(values.today, values.secret);
  const waiting = [...all];
  let sent = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await sendRequest(next, values.url);
      sent++;
      if (sent % 20 === 0 || sent === all.length) {
        console.log(`example bank: ${sent}/${all.length} deliveries sent`);
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  await recordManually(values.url, values.today);
}

main().catch((error: Error) => {
  console.error(`example bank: ${error.message}`);
  process.exitCode = 1;
});
