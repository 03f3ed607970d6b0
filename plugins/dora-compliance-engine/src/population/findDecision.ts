import type {
  Evidence,
  Identity,
  ManualEvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';

/**
 * What another person decided last about recorded evidence, and the evidence of it.
 * Nobody confirms what they recorded, or what a machine recorded that they answer for.
 */
export function findDecision(
  { id, predicate: { recordedBy } }: Evidence<ManualEvidenceType>,
  index: EvidenceIndex,
): {
  decision: 'approved' | 'rejected' | undefined;
  evidence: readonly Evidence<'evidence-confirmed'>[];
} {
  const last = index
    .ofType('evidence-confirmed')
    .filter(
      ({ predicate }) =>
        predicate.evidence === id &&
        isOtherPerson(predicate.confirmedBy, recordedBy, index),
    )
    .at(-1);
  return last
    ? { decision: last.predicate.decision, evidence: [last] }
    : { decision: undefined, evidence: [] };
}

/** Names differ in case where users sign in with several providers. */
function isOtherPerson(
  { kind, login }: Identity,
  recorder: Identity,
  { persons }: EvidenceIndex,
): boolean {
  const hands = [
    recorder.login,
    ...persons.findOwners(recorder).flatMap(({ users }) => users),
  ];
  return (
    kind === 'human' &&
    login !== undefined &&
    !hands.some(hand => hand?.toLowerCase() === login.toLowerCase())
  );
}
