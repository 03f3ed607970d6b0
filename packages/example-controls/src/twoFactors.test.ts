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
import {
  type ControlCase,
  controlContract,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { parse } from 'yaml';

const folder = path.resolve(__dirname, '../controls/bank-04-two-factors');
const file = path.join(folder, 'control.yaml');

/** What the file of cases says; evidence stands there as statements. */
type Samples = {
  asOf: Instant;
  cases: (Omit<ControlCase, 'evidence'> & { evidence: object[] })[];
};

function toEvidence(written: object): Evidence {
  const statement = parseStatement({ sourceId: 'github', ...written });
  return {
    ...statement,
    id: computeDigest(canonicalJson(statement)),
    recordedAt: statement.observedAt,
    documentDigest: computeDigest('document'),
    verification: 'authenticated',
    proof: 'read',
  } as Evidence;
}

describe('the control over two factors', () => {
  const cases = path.join(folder, 'control.test.yaml');
  const samples: Samples = parse(readFileSync(cases, 'utf8'), { merge: true });
  controlContract({
    control: parseControl(readFileSync(file, 'utf8'), file),
    asOf: samples.asOf,
    cases: samples.cases.map(item => ({
      ...item,
      evidence: item.evidence.map(toEvidence),
    })),
  });
});
