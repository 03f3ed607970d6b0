import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type AccountClaim,
  canonicalJson,
  computeDigest,
  type Evidence,
  type EvidenceGap,
  parseStatement,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  compileControl,
  evaluateControl,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { parseControl } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { parse } from 'yaml';

const folder = path.resolve(__dirname, '../controls');

type Case = {
  name: string;
  asset?: Record<string, unknown>;
  evidence: Record<string, unknown>[];
  silent?: boolean;
  /** How much of the origin of all evidence is proven. */
  verification?: Verification;
  gaps?: EvidenceGap[];
  people?: AccountClaim[];
  expect: { status: string; reason: string };
};

const asset = {
  entityRef: 'component:default/ledger',
  kind: 'component',
  title: 'Ledger',
  type: 'service',
  repositories: ['https://github.com/meridian-bank/ledger'],
  linked: true,
};

describe.each(readdirSync(folder))('%s', name => {
  const file = path.join(folder, name, 'control.yaml');
  const control = parseControl(readFileSync(file, 'utf8'), file);
  const tests = path.join(folder, name, 'control.test.yaml');
  const { asOf, cases } = parse(
    existsSync(tests) ? readFileSync(tests, 'utf8') : '{cases: []}',
    { merge: true },
  ) as { asOf: string; cases: Case[] };

  it('is named as its folder', () => {
    expect(control.id).toBe(name);
  });

  it('has a test for each answer that matters', () => {
    expect(new Set(cases.map(item => item.expect.status))).toEqual(
      new Set(['satisfied', 'not-satisfied', 'not-assessed', 'not-applicable']),
    );
  });

  it.each(cases)('$name', item => {
    const { status, reason } = evaluateControl(compileControl(control), {
      asset: { ...asset, ...item.asset } as never,
      evidence: item.evidence.map(written => ({
        ...toEvidence(written),
        ...(item.verification && { verification: item.verification }),
      })) as Evidence[],
      asOf: asOf as never,
      sourceHeard: !item.silent,
      gaps: item.gaps ?? [],
      people: item.people ?? [],
    });
    expect({ status, reason: reason.code }).toEqual(item.expect);
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
