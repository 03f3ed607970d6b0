import type {
  SourceDocument,
  Statement,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import type { ProvenStatements } from '../ClaimedDocument';

/**
 * What a delivery says, by how far it is proven: what was told long after it is
 * said to have happened is `late`, however well the sender is proven. Whoever
 * knows a secret can choose such a time; the API of the source can confirm it.
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

/** Documents that are older than the proof have an origin only. */
function isReadByUs({ proof, origin }: SourceDocument): boolean {
  return proof === 'read' || origin !== 'pushed';
}
