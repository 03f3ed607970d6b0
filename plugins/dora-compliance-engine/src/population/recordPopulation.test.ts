import type {
  AccountClaim,
  Evidence,
  Instant,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { evaluateControl } from '../evaluate/evaluateControl';
import { assertingOver } from '../testing/assess';
import { inEnglish } from '../testing/inEnglish';
import { asset, evidence, person } from '../testing/story';

const ASKED = '2026-03-31T12:00:00.000Z' as Instant;

const fallBack = compileControl(
  assertingOver(
    {
      each: 'record',
      from: 'drill-completed',
      kind: 'fall-back',
      within: 'P1Y',
    },
    'member.outcome == "succeeded" && member.confirmed && !member.refused',
  ),
);

const subjects = [{ kind: 'entity' as const, uri: asset.entityRef }];

function drill(
  performedOn: string,
  more: Partial<Predicate<'drill-completed'>> = {},
): Evidence {
  return evidence(
    'drill-completed',
    `${performedOn}T15:00:00.000Z` as Instant,
    {
      entityRef: asset.entityRef,
      recordedBy: person('marco'),
      performedOn,
      documents: [],
      kind: 'fall-back',
      outcome: 'succeeded',
      ...more,
    },
    subjects,
  );
}

function decide(
  of: Evidence,
  day: string,
  who = 'beatriz',
  decision: 'approved' | 'rejected' = 'approved',
): Evidence {
  return evidence(
    'evidence-confirmed',
    `${day}T16:00:00.000Z` as Instant,
    {
      entityRef: asset.entityRef,
      evidence: of.id,
      decision,
      confirmedBy: person(who),
    },
    subjects,
  );
}

const judge = (
  all: readonly Evidence[],
  asOf = ASKED,
  people: readonly AccountClaim[] = [],
) =>
  evaluateControl(fallBack, {
    asset,
    asOf,
    evidence: all,
    sourceHeard: true,
    gaps: [],
    people,
  });
const say = (
  all: readonly Evidence[],
  asOf?: Instant,
  people?: readonly AccountClaim[],
) => {
  const { status, reason } = judge(all, asOf, people);
  return `${status}: ${reason.code}`;
};

describe('the latest manual evidence of a type', () => {
  const first = drill('2026-01-10');

  it('counts when somebody else has confirmed it', () => {
    expect(say([first, decide(first, '2026-01-11')])).toBe(
      'satisfied: all-members-satisfied',
    );
    expect(say([first])).toBe('not-satisfied: assertion-false');
  });

  it('is not confirmed by who recorded it', () => {
    expect(say([first, decide(first, '2026-01-11', 'marco')])).toBe(
      'not-satisfied: assertion-false',
    );
  });

  it.each([
    ['spells their name differently', {}, 'Marco'],
    [
      'answers for the machine that recorded it',
      {
        recordedBy: { system: 'backstage', login: 'external:ci', kind: 'bot' },
      },
      'user:default/beatriz',
    ],
  ] as const)('is not confirmed by who %s', (_, more, login) => {
    const record = drill('2026-01-10', more);
    const confirmed = decide(record, '2026-01-11', login);
    const owner: AccountClaim = {
      key: 'backstage/external:ci',
      userRef: 'user:default/beatriz',
      how: 'bot',
    };
    expect(say([record, confirmed], ASKED, [owner])).toBe(
      'not-satisfied: assertion-false',
    );
    const other = decide(record, '2026-01-12', 'user:default/laura');
    expect(say([record, confirmed, other], ASKED, [owner])).toBe(
      'satisfied: all-members-satisfied',
    );
  });

  it('is not confirmed by a machine', () => {
    const confirmed = decide(first, '2026-01-11');
    const byMachine = {
      ...confirmed,
      predicate: { ...confirmed.predicate, confirmedBy: person('ci', 'bot') },
    } as Evidence;
    expect(say([first, byMachine])).toBe('not-satisfied: assertion-false');
  });

  it('goes by the last decision', () => {
    const refused = decide(first, '2026-01-12', 'laura', 'rejected');
    expect(say([first, decide(first, '2026-01-11'), refused])).toBe(
      'not-satisfied: assertion-false',
    );
  });

  it('counts even if one before was better', () => {
    const failed = drill('2026-02-01', { outcome: 'failed' });
    const all = [first, decide(first, '2026-01-11'), failed];
    expect(say(all)).toBe('not-satisfied: assertion-false');
    expect(say(all, '2026-01-31T00:00:00.000Z' as Instant)).toBe(
      'satisfied: all-members-satisfied',
    );
  });

  it('is of the kind that the control asks for', () => {
    const restore = drill('2026-01-10', { kind: 'restore' });
    expect(say([restore, decide(restore, '2026-01-11')])).toBe(
      'not-assessed: evidence-not-recorded',
    );
  });

  it('is stale when it was done too long ago, however late it was recorded', () => {
    const all = [first, decide(first, '2026-01-11')];
    const { validUntil } = judge(all);
    expect(validUntil).toBe('2027-01-10T00:00:00.000Z');
    expect(say(all, '2027-01-09T23:59:59.999Z' as Instant)).toBe(
      'satisfied: all-members-satisfied',
    );
    expect(say(all, validUntil)).toBe('not-assessed: evidence-stale');
    const late = {
      ...drill('2025-01-10'),
      observedAt: '2026-03-30T00:00:00.000Z' as Instant,
    } as Evidence;
    expect(say([late, decide(late, '2026-03-30')])).toBe(
      'not-assessed: evidence-stale',
    );
  });

  it('says what is missing and how to give it', () => {
    expect(inEnglish.sentence(judge([]).reason)).toContain(
      'Nobody has recorded a drill of going back to an earlier version',
    );
  });
});

it('is the latest of each environment', () => {
  const shared = compileControl(
    assertingOver(
      { each: 'record', from: 'environment-baseline', within: 'P1Y' },
      'member.data != "production" || member.production',
    ),
  );
  const baseline = (
    day: string,
    environment: string,
    data: 'none' | 'production',
  ) =>
    evidence(
      'environment-baseline',
      `${day}T15:00:00.000Z` as Instant,
      {
        entityRef: asset.entityRef,
        recordedBy: person('marco'),
        performedOn: day,
        documents: [],
        environment,
        production: environment === 'live',
        account: environment,
        identities: [],
        networks: [],
        data,
      },
      subjects,
    );
  const { rows } = evaluateControl(shared, {
    sourceHeard: true,
    gaps: [],
    people: [],
    asset,
    asOf: ASKED,
    evidence: [
      baseline('2026-01-01', 'test', 'production'),
      baseline('2026-01-02', 'live', 'production'),
      baseline('2026-01-03', 'test', 'none'),
    ],
  });
  expect(rows.map(({ member, status }) => [member.title, status])).toEqual([
    ['test', 'satisfied'],
    ['live', 'satisfied'],
  ]);
});

describe('accepted risks', () => {
  const bounded = compileControl(
    assertingOver(
      { each: 'record', from: 'risk-accepted', within: 'P3Y' },
      '"compensatingMeasure" in member.given',
    ),
  );
  const accept = (
    day: string,
    control: string,
    more: Partial<Predicate<'risk-accepted'>> = {},
  ) =>
    evidence(
      'risk-accepted',
      `${day}T15:00:00.000Z` as Instant,
      {
        entityRef: asset.entityRef,
        recordedBy: person('marco'),
        performedOn: day,
        documents: [],
        control,
        justification: 'It is replaced in summer.',
        until: '2026-06-30',
        ...more,
      },
      subjects,
    );
  const compensatingMeasure = 'The network is closed.';
  const tell = (...all: Evidence[]) =>
    evaluateControl(bounded, {
      asset,
      asOf: ASKED,
      evidence: all,
      sourceHeard: true,
      gaps: [],
      people: [],
    }).rows.map(({ member, status }) => [member.title, status]);

  it('are members each, by control and requirement', () => {
    expect(
      tell(
        accept('2026-01-01', 'chg-07'),
        accept('2026-01-02', 'chg-07', { requirement: 'scanned' }),
        accept('2026-01-03', 'chg-07', { compensatingMeasure }),
      ),
    ).toEqual([
      ['chg-07: scanned', 'not-satisfied'],
      ['chg-07', 'satisfied'],
    ]);
  });

  it('say which fields were left out', () => {
    expect(tell(accept('2026-01-01', 'cic-01'))).toEqual([
      ['cic-01', 'not-satisfied'],
    ]);
  });
});
