import type {
  SourceDocument,
  Statement,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import type { ProvenStatements } from '../ClaimedDocument';

/**
 * Divides the statements of a delivery by verification level: a statement that
 * was reported long after its event is `late`, however well the sender is
 * authenticated. Anyone who knows a secret can choose such a time; the API of
 * the source can confirm it.
 *
 * @param lateAfter - in milliseconds
 */
export function markLate(
  document: SourceDocument,
  statements: Statement[],
  lateAfter: number,
): ProvenStatements[] {
  const { verification, proof, receivedAt } = document;
  if (verification !== 'authenticated' || isReadByUs(document)) {
    return [{ verification, proof, statements }];
  }
  const inTime = shiftInstant(receivedAt, -lateAfter);
  const told = (level: Verification, isLate: boolean): ProvenStatements => ({
    verification: level,
    proof,
    statements: statements.filter(
      ({ observedAt }) => observedAt < inTime === isLate,
    ),
  });
  return [told(verification, false), told('late', true)].filter(
    part => part.statements.length > 0,
  );
}

/** Documents from before the proof was stored have only an origin. */
function isReadByUs({ proof, origin }: SourceDocument): boolean {
  return proof === 'read' || origin !== 'pushed';
}
