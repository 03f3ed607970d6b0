import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { wrapReading } from '../envelope';
import { normaliseRuntime } from '../normaliseRuntime';
import type { RuntimeScope } from '../RuntimeOptions';
import { delivery, options } from './documents';

/** What a document says, in the environment and for the entity of each statement. */
export function read(
  payload: unknown,
  {
    headers = {},
    scope = {},
  }: { headers?: Record<string, string>; scope?: Partial<RuntimeScope> } = {},
) {
  const answer = normaliseRuntime(wrapReading(delivery(payload, headers)), {
    ...options,
    ...scope,
  });
  if (answer.outcome === 'rejected') {
    return { rejected: answer.reason, said: [], flaws: [] };
  }
  return {
    said: answer.statements.map(({ subjects, predicate, observedAt }) => ({
      entity: subjects[0]?.uri,
      place: subjects[1]?.uri,
      observedAt,
      ...(predicate as Predicate<'environment-observed'>),
    })),
    flaws: answer.flaws ?? [],
  };
}

/** The artifacts of the only statement. */
export function readArtifacts(payload: unknown) {
  const { said, rejected } = read(payload);
  expect(rejected).toBeUndefined();
  expect(said).toHaveLength(1);
  return said[0]!.artifacts;
}
