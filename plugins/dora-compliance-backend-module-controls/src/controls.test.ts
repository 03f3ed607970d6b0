import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type AccountClaim,
  canonicalJson,
  computeDigest,
  type ControlStatus,
  type Evidence,
  type EvidenceGap,
  type IctAsset,
  type Instant,
  parseStatement,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { parseControl } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { controlContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { parse } from 'yaml';

const folder = path.resolve(__dirname, '../controls');

type Case = {
  name: string;
  asset?: Partial<IctAsset>;
  evidence: Record<string, unknown>[];
  silent?: boolean;
  /** How much of the origin of all evidence is proven. */
  verification?: Verification;
  gaps?: EvidenceGap[];
  people?: AccountClaim[];
  expect: { status: ControlStatus; reason: string };
};

describe.each(readdirSync(folder))('%s', name => {
  const file = path.join(folder, name, 'control.yaml');
  const control = parseControl(readFileSync(file, 'utf8'), file);
  const tests = path.join(folder, name, 'control.test.yaml');
  const { asOf, cases } = parse(
    existsSync(tests) ? readFileSync(tests, 'utf8') : '{cases: []}',
    { merge: true },
  ) as { asOf: Instant; cases: Case[] };

  it('is named as its folder', () => {
    expect(control.id).toBe(name);
  });

  controlContract({
    control,
    asOf,
    cases: cases.map(({ silent, gaps, people, verification, ...item }) => ({
      ...item,
      evidence: item.evidence.map(written => ({
        ...toEvidence(written),
        ...(verification && { verification }),
      })) as Evidence[],
      input: {
        sourceHeard: !silent,
        ...(gaps && { gaps }),
        ...(people && { people }),
      },
    })),
  });
});

function toEvidence(written: Record<string, unknown>): Evidence {
  const statement = parseStatement({ sourceId: 'test', ...written });
  return {
    ...statement,
    id: computeDigest(canonicalJson(statement)),
    recordedAt: statement.observedAt,
    documentDigest: computeDigest('document'),
    verification: 'authenticated',
    proof: 'secret',
  } as Evidence;
}
