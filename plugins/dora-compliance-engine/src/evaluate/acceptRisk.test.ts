import type {
  Instant,
  RiskAcceptance,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { independence } from '../testing/controls';
import { inEnglish } from '../testing/inEnglish';
import { asset, at, deployed, merged, person, pushed } from '../testing/story';
import { evaluateControl } from './evaluateControl';

const DAY = 24 * 60;
const day = (number: number) => at(number * DAY);
const NOW = day(50);

const unapproved = [
  pushed(40 * DAY, undefined, 'm', person('erik')),
  merged(7, 40 * DAY, 'erik', 'h', 'm'),
  deployed(41 * DAY, 'm'),
];

const acceptance: RiskAcceptance = {
  controlId: independence.control.id,
  acceptedBy: 'user:default/anna',
  rationale: 'The service is switched off in January.',
  from: day(45),
  until: day(60),
  recordedAt: day(45),
};

function assess(
  more: Partial<RiskAcceptance>[] = [{}],
  asOf: Instant = NOW,
  evidence = unapproved as never[],
) {
  return evaluateControl(independence, {
    asset,
    evidence,
    asOf,
    sourceHeard: true,
    gaps: [],
    people: [],
    acceptances: more.map(one => ({ ...acceptance, ...one })),
  });
}

describe('an accepted risk', () => {
  it('is a status of its own that names the person, the end and the finding', () => {
    const { status, reason, rows, counts, validUntil } = assess();
    expect([status, validUntil]).toEqual(['risk-accepted', day(60)]);
    expect(inEnglish.sentence(reason)).toBe(
      'user:default/anna accepted the risk until 2026-04-30 00:00 UTC. Change #7 was merged without an approval.',
    );
    // What was accepted is still there to be seen.
    expect([rows[0]?.status, counts.notSatisfied]).toEqual([
      'not-satisfied',
      1,
    ]);
  });

  it.each<[string, Partial<RiskAcceptance>]>([
    ['was recorded', { recordedAt: NOW }],
    ['begins', { from: NOW }],
  ])('that %s now counts, until it ends', (_, more) => {
    const { status, validUntil } = assess([more]);
    expect([status, validUntil]).toEqual(['risk-accepted', day(60)]);
  });

  it.each<[string, Partial<RiskAcceptance>]>([
    ['has ended', { until: NOW }],
    ['has not begun', { from: day(51) }],
    ['was not recorded yet', { recordedAt: day(51) }],
    ['is about another control', { controlId: 'chg-99-other' }],
    [
      'was given for longer than a year, a year ago',
      {
        from: '2025-04-20T00:00:00.000Z' as Instant,
        until: '2030-01-01T00:00:00.000Z' as Instant,
        recordedAt: '2025-04-20T00:00:00.000Z' as Instant,
      },
    ],
  ])('that %s changes nothing', (_, more) => {
    expect(assess([more]).status).toBe('not-satisfied');
  });

  it('takes effect, and ends, at its own time', () => {
    expect(assess([{ from: day(51) }]).validUntil).toBe(day(51));
    expect(assess([{ from: day(51) }], day(51)).status).toBe('risk-accepted');
  });

  it('lasts as long as the last one of several', () => {
    const { reason } = assess([{}, { until: day(55) }, { until: day(70) }]);
    expect(reason.params.until).toBe(day(70));
  });

  it('never covers what is not known, and never makes worse', () => {
    expect(assess([{}], NOW, []).status).toBe('not-applicable');
    const unknown = evaluateControl(independence, {
      asset: { ...asset, linked: false },
      evidence: [],
      asOf: NOW,
      sourceHeard: false,
      gaps: [],
      people: [],
      acceptances: [acceptance],
    });
    expect(unknown.status).toBe('not-assessed');
  });
});
