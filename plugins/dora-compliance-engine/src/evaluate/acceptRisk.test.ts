import {
  type Instant,
  RiskAcceptance,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { assertingOver } from '../testing/assess';
import { independence } from '../testing/controls';
import { inEnglish } from '../testing/inEnglish';
import {
  asset,
  at,
  deployed,
  evidence,
  merged,
  person,
  pushed,
  release,
} from '../testing/story';
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
  id: 'RA-7',
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
  all = unapproved as never[],
) {
  return evaluateControl(independence, {
    asset,
    evidence: all,
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
      'user:default/anna accepted the risk until 2026-04-30 00:00 UTC (RA-7): The service is switched off in January. Change #7 was merged without an approval.',
    );
    // What was accepted is still there to be seen.
    expect(rows[0]).toMatchObject({
      status: 'risk-accepted',
      reason: {
        params: {
          acceptance: 'RA-7',
          person: 'user:default/anna',
          until: day(60),
          rationale: acceptance.rationale,
        },
      },
      checks: [{ passed: true }, { passed: false }, { passed: null }],
    });
    expect(counts).toEqual({
      satisfied: 0,
      notAssessed: 0,
      notSatisfied: 0,
      riskAccepted: 1,
    });
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

  describe('of one member', () => {
    const again = [
      pushed(42 * DAY, 'm', 'n', person('erik')),
      merged(8, 42 * DAY, 'erik', 'i', 'n'),
      deployed(43 * DAY, 'n'),
    ];
    const both = [...unapproved, ...again] as never[];
    const first = { kind: 'deployment', deployment: String(41 * DAY) };
    const second = { kind: 'deployment', deployment: String(43 * DAY) };

    it('leaves the others as they are', () => {
      const { status, rows, counts } = assess([{ member: first }], NOW, both);
      expect(status).toBe('not-satisfied');
      expect(
        rows.map(row => [row.member.deployment?.id, row.status]).sort(),
      ).toEqual([
        [first.deployment, 'risk-accepted'],
        [second.deployment, 'not-satisfied'],
      ]);
      expect(counts).toMatchObject({ notSatisfied: 1, riskAccepted: 1 });
    });

    it('is that of the control when nothing else fails', () => {
      const { status, reason } = assess(
        [{ member: first }, { member: second, id: 'RA-8' }],
        NOW,
        both,
      );
      expect(status).toBe('risk-accepted');
      expect(inEnglish.sentence(reason)).toContain(
        '2 of 2 production deployments failed, and the risk is accepted. The latest: user:default/anna accepted the risk',
      );
    });

    it.each<[string, RiskAcceptance['member']]>([
      ['another kind', { ...first, kind: 'branch' }],
      ['another title', { ...first, title: 'main' }],
      ['another address', { kind: 'deployment', uri: 'https://deploy/1' }],
    ])('does not cover one of %s', (_, member) => {
      expect(assess([{ member }]).status).toBe('not-satisfied');
    });

    it('has to name the member', () => {
      const parsed = RiskAcceptance.safeParse({
        ...acceptance,
        member: { kind: 'deployment' },
      });
      expect(parsed.error?.issues[0]?.message).toBe(
        'must have uri, title or deployment',
      );
    });
  });

  it('of one requirement leaves the others as they are', () => {
    const two = compileControl({
      ...independence.control,
      assess: [
        ...independence.control.assess,
        {
          id: 'tagged',
          text: 'Tagged.',
          assert: 'member.deployment.ref == "v1"',
        },
      ],
    });
    const status = (...requirements: string[]) =>
      evaluateControl(two, {
        asset,
        evidence: unapproved as never[],
        asOf: NOW,
        sourceHeard: true,
        gaps: [],
        people: [],
        acceptances: requirements.map(requirement => ({
          ...acceptance,
          requirement,
        })),
      }).status;
    expect(status('it')).toBe('not-satisfied');
    expect(status('tagged')).toBe('not-satisfied');
    expect(status('it', 'tagged')).toBe('risk-accepted');
  });

  it('does not cover what a gap of a source may hide', () => {
    const { status, reason } = evaluateControl(independence, {
      asset,
      evidence: unapproved as never[],
      asOf: NOW,
      sourceHeard: true,
      gaps: [
        { sourceId: 'github', from: day(44), to: day(45), cause: 'source-off' },
      ],
      people: [],
      acceptances: [acceptance],
    });
    expect([status, reason.code]).toEqual(['not-assessed', 'evidence-gap']);
  });

  it('changes nothing of what complies, or is not assessed', () => {
    const sound = release(1, 40 * DAY) as never[];
    const { status, validUntil } = assess([{}], NOW, sound);
    expect([status, validUntil]).toEqual(['satisfied', undefined]);
    const unknown = [deployed(41 * DAY, 'm')] as never[];
    expect(assess([{}], NOW, unknown).status).toBe('not-assessed');
  });

  it('of a thing that is no deployment is found by its title', () => {
    const protectedBranch = compileControl(
      assertingOver(
        { each: 'branch', from: 'branch-protection-observed', within: 'P2D' },
        'member.protected',
      ),
    );
    const read = evidence('branch-protection-observed', NOW, {
      complete: true,
      branch: 'main',
      protected: false,
    });
    const status = (member: RiskAcceptance['member']) =>
      evaluateControl(protectedBranch, {
        asset,
        evidence: [read],
        asOf: NOW,
        sourceHeard: true,
        gaps: [],
        people: [],
        acceptances: [{ ...acceptance, member }],
      }).status;
    expect(status({ kind: 'branch', title: 'main' })).toBe('risk-accepted');
    expect(status({ kind: 'branch', deployment: '1' })).toBe('not-satisfied');
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
