import {
  errorCodes,
  explainProblem,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SetupServer } from 'msw/node';
import { record } from './recordViews';

/**
 * Collects every string that the backend answers with. Texts that the backend
 * and the pages share in `-common` are known, too.
 */
export function collectStrings(server: SetupServer): Set<string> {
  const found = new Set<string>([
    ...Object.values(errorCodes).map(({ meaning }) => meaning),
    ...record.asset.problems.map(explainProblem),
  ]);
  server.events.on('response:mocked', async ({ response }) => {
    const text = await response.clone().text();
    try {
      addStrings(JSON.parse(text), found);
    } catch {
      found.add(text);
    }
  });
  return found;
}

function addStrings(value: unknown, found: Set<string>) {
  if (typeof value === 'string' && value.length > 1) {
    found.add(value);
    // Acts of law are shown without the hyphen.
    found.add(value.replace('-', ' '));
    // The names of entities, and the beginnings of digests.
    value.split(/[:/]/).forEach(part => part.length > 2 && found.add(part));
    if (value.startsWith('sha256:')) {
      found.add(value.slice(0, 19));
    }
  } else if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(part => addStrings(part, found));
  }
}
