import {
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { at, statementOn } from '../../testing/samples';
import { withoutFuture } from './withoutFuture';

const DAY = 24 * 60;

const saidAt = (
  ...minutes: number[]
): Normalised & { outcome: 'normalised' } => ({
  outcome: 'normalised',
  statements: minutes.map(minute => statementOn('a', minute)),
});

describe('what a document says of the future', () => {
  it('is nothing where a clock is off by less than a day', () => {
    const said = saidAt(-999_999, 0, DAY);
    expect(withoutFuture(said, at(0))).toBe(said);
  });

  it('is left out, and a flaw of the rest', () => {
    const said = { ...saidAt(0, DAY + 1), flaws: ['another'] };
    expect(withoutFuture(said, at(0))).toEqual({
      outcome: 'normalised',
      statements: [statementOn('a', 0)],
      flaws: [
        'another',
        writeReason(
          reason('statement-in-future', {
            type: 'change-updated',
            observedAt: '2026-03-02T00:01:00.000Z',
            receivedAt: at(0),
          }),
        ),
      ],
    });
  });

  it('is rejected where it says nothing else', () => {
    expect(withoutFuture(saidAt(DAY * 999), at(0))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('statement-in-future'),
    });
  });

  it('is not in a document that says nothing', () => {
    const said = saidAt();
    expect(withoutFuture(said, at(0))).toBe(said);
  });
});
