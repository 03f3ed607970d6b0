import {
  type Assessment,
  canonicalJson,
  computeDigest,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assetNamed, at, control } from '../testing/samples';
import { describeResult } from './describeResult';

const assessment: Assessment = {
  entityRef: assetNamed('a').entityRef,
  controlId: control.id,
  controlDigest: computeDigest('control'),
  criticality: 'standard',
  status: 'not-assessed',
  reason: reason('evaluation-failed', { message: '"é" \u0000 }' }),
  counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
  rows: [],
  asOf: at(1),
};

it.each([
  ['without an end', assessment],
  ['with an end', { ...assessment, validUntil: at(9) }],
  ['of some code', { ...assessment, versions: { evaluator: 2, a: 1 } }],
  [
    'of some code with an end',
    { ...assessment, validUntil: at(9), versions: { evaluator: 2 } },
  ],
])('the body is the canonical JSON of an assessment %s', (_, one) => {
  const { id, body } = describeResult(one);
  expect(body).toBe(canonicalJson(one));
  expect(id).toBe(computeDigest(body));
});

it('the digest of what was found does not depend on times and code', () => {
  const { digest } = describeResult(assessment);
  const later = {
    ...assessment,
    asOf: at(2),
    validUntil: at(9),
    versions: { evaluator: 3 },
  };
  expect(describeResult(later).digest).toBe(digest);
  const other = { ...assessment, status: 'satisfied' as const };
  expect(describeResult(other).digest).not.toBe(digest);
});
