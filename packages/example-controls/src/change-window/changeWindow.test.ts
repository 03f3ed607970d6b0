import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  canonicalJson,
  computeDigest,
  type Evidence,
  type Instant,
  parseStatement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { parseControl } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { controlContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { changeWindow } from './changeWindow';

const file = path.resolve(
  __dirname,
  '../../controls/bank-01-change-window/control.yaml',
);

/** Evidence on a deployment to production. */
function deployed(at: string): Evidence {
  const statement = parseStatement({
    type: 'service-deployed',
    subjects: [
      { kind: 'repository', uri: 'https://github.com/meridian-bank/ledger' },
      { kind: 'deployment', uri: `https://cd.example/${at}` },
    ],
    predicate: {
      deployment: {
        id: at,
        url: `https://cd.example/${at}`,
        environment: { name: 'production', production: true },
      },
      deployedAt: at,
    },
    observedAt: at,
    sourceId: 'cd',
  });
  return {
    ...statement,
    id: computeDigest(canonicalJson(statement)),
    recordedAt: statement.observedAt,
    documentDigest: computeDigest('document'),
    verification: 'authenticated',
    proof: 'secret',
  } as Evidence;
}

const TUESDAY = '2026-03-10T10:00:00.000Z';

describe('the control over the change window', () => {
  controlContract({
    control: parseControl(readFileSync(file, 'utf8'), file),
    judgements: [changeWindow],
    asOf: '2026-03-31T00:00:00.000Z' as Instant,
    cases: [
      {
        name: 'is satisfied by a deployment on a Tuesday morning',
        evidence: [deployed(TUESDAY)],
        expect: { status: 'satisfied', reason: 'all-members-satisfied' },
      },
      {
        name: 'fails on a deployment on a Friday',
        evidence: [deployed(TUESDAY), deployed('2026-03-13T10:00:00.000Z')],
        expect: { status: 'not-satisfied', reason: 'bank-outside-window' },
      },
      {
        name: 'fails on a deployment in the evening',
        evidence: [deployed('2026-03-10T14:00:00.000Z')],
        expect: { status: 'not-satisfied', reason: 'bank-outside-window' },
      },
      {
        name: 'is not assessed where nothing was ever received',
        evidence: [],
        input: { sourceHeard: false },
        expect: { status: 'not-assessed', reason: 'source-silent' },
      },
      {
        name: 'is not applicable without deployments',
        evidence: [],
        expect: { status: 'not-applicable', reason: 'population-empty' },
      },
    ],
  });
});
