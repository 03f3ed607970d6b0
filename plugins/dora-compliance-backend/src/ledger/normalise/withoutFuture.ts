import {
  type Instant,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { shiftInstant } from '../../kernel/worker/shiftInstant';

/** The clock of a source, or its time zone, may be wrong by up to a day. */
const MOST_AHEAD = 24 * 60 * 60_000;

/**
 * What a document says, without statements about the future. These would stay
 * the latest evidence forever, and belong to every future period.
 *
 * @param receivedAt - by our own clock
 */
export function withoutFuture(
  said: Extract<Normalised, { outcome: 'normalised' }>,
  receivedAt: Instant,
): Normalised {
  const latest = shiftInstant(receivedAt, MOST_AHEAD);
  const statements = said.statements.filter(
    ({ observedAt }) => observedAt <= latest,
  );
  if (statements.length === said.statements.length) {
    return said;
  }
  const [first] = said.statements.filter(
    ({ observedAt }) => observedAt > latest,
  );
  const ahead = writeReason(
    reason('statement-in-future', {
      type: String(first?.type),
      observedAt: String(first?.observedAt),
      receivedAt,
    }),
  );
  return statements.length === 0
    ? { outcome: 'rejected', reason: ahead }
    : { ...said, statements, flaws: [...(said.flaws ?? []), ahead] };
}
