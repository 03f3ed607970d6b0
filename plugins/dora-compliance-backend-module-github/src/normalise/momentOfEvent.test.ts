import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { deliver, HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { normaliseGithub } from './normaliseGithub';

const scope = { productionEnvironments: [], protectedBranches: [] };
const receivedAt = '2021-05-13T08:00:00.000Z' as Instant;

/** An event whose payload reports no time. */
const delivery = deliver(
  'branch_protection_rule',
  readPayload('branch_protection_rule.deleted.3.json'),
);

function momentWith(proof: 'signed-body' | 'read' | 'none' | 'secret') {
  const said = normaliseGithub({ ...delivery, receivedAt, proof }, scope);
  return said.outcome === 'normalised' && said.statements[0]?.observedAt;
}

it('an event without a time of its own happened when it was received', () => {
  expect(momentWith('signed-body')).toBe(receivedAt);
  expect(momentWith('none')).toBe(receivedAt);
});

it('or when its delivery id was made, where GitHub itself told us the id', () => {
  expect(momentWith('read')).toBe(HAPPENED_AT);
});
