import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { main, Problem } from '../run/Problem.mjs';

const USAGE = `yarn control try <folder>

Tries the controls of a folder over the evidence that a running Backstage has, and
prints whose status would change. Nothing is recorded. The folder has a
control.yaml, or folders that have one.

  DORA_COMPLIANCE_URL    address of the backend; http://localhost:7007 by default
  DORA_COMPLIANCE_TOKEN  token of a user or a service, if the backend asks for one`;

main(async () => {
  const [command, folder] = process.argv.slice(2);
  if (command !== 'try' || !folder) {
    throw new Problem(USAGE, 'name the folder of the control.');
  }
  for (const file of listControls(folder)) {
    await tryControl(file);
  }
});

/** The control files of a folder: its own, or those of its folders. */
function listControls(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.some(entry => entry.name === 'control.yaml')
    ? [path.join(folder, 'control.yaml')]
    : entries
        .filter(entry => entry.isDirectory())
        .map(entry => path.join(folder, entry.name, 'control.yaml'));
  if (files.length === 0) {
    throw new Problem(
      `There is no control in ${folder}.`,
      'name a folder with a control.yaml, or with folders that have one.',
    );
  }
  return files;
}

/** Prints each asset whose status would change, and a summary. */
async function tryControl(file) {
  const control = readFileSync(file, 'utf8');
  const statuses = {};
  let [cursor, assets, changed] = [undefined, 0, 0];
  console.log(file);
  do {
    const page = await ask({ control }, cursor);
    for (const item of page.items) {
      const { before, after, entityRef } = item;
      assets += 1;
      statuses[after.status] = (statuses[after.status] ?? 0) + 1;
      // Of a new control, what it does not apply to is no news.
      const known = before?.status ?? 'not-applicable';
      if (known !== after.status) {
        changed += 1;
        console.log(
          `  ${entityRef}: ${before?.status ?? 'no such control yet'} -> ${
            after.status
          }. ${after.reason.sentence}`,
        );
      }
    }
    cursor = page.nextCursor;
  } while (cursor);
  const counts = Object.entries(statuses).map(
    ([status, count]) => `${count} ${status}`,
  );
  console.log(
    `  ${changed} of ${assets} assets would change: ${counts.join(', ')}.\n`,
  );
}

async function ask(body, cursor) {
  const { DORA_COMPLIANCE_URL: url, DORA_COMPLIANCE_TOKEN: token } =
    process.env;
  const address = new URL(
    '/api/dora-compliance/controls/try',
    url ?? 'http://localhost:7007',
  );
  address.searchParams.set('limit', '100');
  if (cursor) {
    address.searchParams.set('cursor', cursor);
  }
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  }).catch(error => {
    throw new Problem(
      `${address.origin} can't be reached: ${error.cause?.message ?? error}`,
      'start Backstage with "npm start", or set DORA_COMPLIANCE_URL.',
    );
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Problem(
      answer.error?.message ?? `HTTP ${response.status}`,
      response.status === 401
        ? 'set DORA_COMPLIANCE_TOKEN to a token of a user or a service.'
        : 'read the message above.',
    );
  }
  return answer;
}
