import type {
  AccountClaim,
  Evidence,
  Instant,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { assertingOver } from '../testing/assess';
import { asset, evidence, person } from '../testing/story';
import { deriveAcceptances } from './deriveAcceptances';
import { judgesAcceptances } from './judgeRecord';

const ASKED = '2026-03-31T12:00:00.000Z' as Instant;
const subjects = [{ kind: 'entity' as const, uri: asset.entityRef }];
const population = {
  each: 'record',
  from: 'risk-accepted',
  within: 'P3Y',
} as const;

/** As a policy of an organization says it. */
const bounded = compileControl({
  ...assertingOver(
    population,
    'member.until - member.performedOn <= parameters.longest',
  ),
  parameters: {
    longest: {
      'critical-or-important': 'P90D',
      important: 'P365D',
      standard: 'P365D',
      basis: 'policy',
    },
  },
});

type Risk = Predicate<'risk-accepted'>;

function accept(more: Partial<Risk> = {}, at = '2026-03-02T15:00:00.000Z') {
  return evidence(
    'risk-accepted',
    at as Instant,
    {
      entityRef: asset.entityRef,
      recordedBy: person('marco'),
      performedOn: '2026-03-01',
      documents: [],
      control: 'chg-02',
      justification: 'The service is switched off in May.',
      until: '2026-04-30',
      ...more,
    },
    subjects,
  );
}

function decide(
  of: Evidence,
  who = 'beatriz',
  {
    decision = 'approved',
    at = '2026-03-03T16:00:00.000Z',
  }: { decision?: 'approved' | 'rejected'; at?: string } = {},
) {
  return evidence(
    'evidence-confirmed',
    at as Instant,
    {
      entityRef: asset.entityRef,
      evidence: of.id,
      decision,
      confirmedBy: person(who),
    },
    subjects,
  );
}

const derive = (
  all: readonly Evidence[],
  more: Partial<Parameters<typeof deriveAcceptances>[0]> = {},
  judges = [bounded],
) =>
  deriveAcceptances(
    { asset, evidence: all, people: [], asOf: ASKED, ...more },
    judges,
  );

const risk = accept();

it('is derived from what somebody recorded and another person confirmed', () => {
  const decision = decide(risk);
  expect(derive([decision, risk])).toEqual([
    {
      id: risk.id,
      controlId: 'chg-02',
      acceptedBy: 'marco',
      confirmedBy: 'beatriz',
      rationale: 'The service is switched off in May.',
      from: decision.observedAt,
      // The last day counts.
      until: '2026-05-01T00:00:00.000Z',
      recordedAt: decision.recordedAt,
    },
  ]);
});

it('is about one requirement if the record is', () => {
  const one = accept({ requirement: 'reviewed' });
  expect(derive([one, decide(one)])).toMatchObject([
    { requirement: 'reviewed' },
  ]);
});

describe('a risk does not count that', () => {
  const other = accept({ justification: 'Another one.' });
  const long = accept({ until: '2026-06-30' });
  it.each<[string, readonly Evidence[]]>([
    ['nobody confirmed', [risk]],
    ['its recorder confirmed', [risk, decide(risk, 'marco')]],
    [
      'its recorder confirmed, spelled differently',
      [risk, decide(risk, 'MARCO')],
    ],
    [
      'another person refused',
      [risk, decide(risk, 'beatriz', { decision: 'rejected' })],
    ],
    [
      'another person refused after the confirmation',
      [
        risk,
        decide(risk),
        decide(risk, 'carla', {
          decision: 'rejected',
          at: '2026-03-04T16:00:00.000Z',
        }),
      ],
    ],
    ['has another record confirmed', [risk, decide(other)]],
    ['is accepted for longer than the control allows', [long, decide(long)]],
    [
      'was recorded again, and nobody confirmed that',
      [
        risk,
        decide(risk),
        accept({ justification: 'Later.' }, '2026-03-20T15:00:00.000Z'),
      ],
    ],
    [
      'has ended because the finding was remedied',
      (() => {
        const closed = accept(
          { performedOn: '2026-03-20', closedOn: '2026-03-20' },
          '2026-03-20T15:00:00.000Z',
        );
        return [risk, decide(risk), closed, decide(closed)];
      })(),
    ],
    [
      'nobody proves to come from here',
      [
        { ...risk, verification: 'unverified' as const },
        { ...decide(risk), verification: 'unverified' as const },
      ],
    ],
  ])('%s', (_, all) => {
    expect(derive(all)).toEqual([]);
  });

  it('a machine confirmed, or who answers for the machine that recorded it', () => {
    const bot = {
      system: 'backstage',
      login: 'external:ci',
      kind: 'bot',
    } as const;
    const byBot = accept({ recordedBy: bot });
    const owner: AccountClaim = {
      key: 'backstage/external:ci',
      userRef: 'user:default/beatriz',
      how: 'bot',
    };
    const confirmed = decide(byBot, 'user:default/beatriz');
    expect(derive([byBot, confirmed])).toHaveLength(1);
    expect(derive([byBot, confirmed], { people: [owner] })).toEqual([]);
    const machine = {
      ...decide(risk),
      predicate: { ...decide(risk).predicate, confirmedBy: bot },
    };
    expect(derive([risk, machine])).toEqual([]);
  });
});

it.each([
  ['the last instant of the last day', '2026-04-30T23:59:59.999Z', true],
  ['the confirmation', '2026-03-03T16:00:00.000Z', true],
  ['before the confirmation', '2026-03-03T15:59:59.999Z', false],
])('counts at %s', (_, asOf, counts) => {
  const found = derive([risk, decide(risk)], { asOf: asOf as Instant });
  expect(found).toHaveLength(counts ? 1 : 0);
});

it('is allowed for as long as the criticality of the asset allows', () => {
  const long = accept({ until: '2026-06-30' });
  const all = [long, decide(long)];
  expect(derive(all, { criticality: 'critical-or-important' })).toEqual([]);
  expect(derive(all, { criticality: 'standard' })).toHaveLength(1);
});

it('is not limited by a control that does not apply to the asset', () => {
  const elsewhere = { ...bounded, appliesTo: () => false };
  const long = accept({ until: '2026-12-31' });
  expect(derive([long, decide(long)], {}, [elsewhere])).toHaveLength(1);
});

it('needs every control that judges accepted risks', () => {
  const never = compileControl(
    assertingOver(population, 'member.justification == "Never."'),
  );
  expect(derive([risk, decide(risk)], {}, [bounded, never])).toEqual([]);
});

it('is judged apart from the others', () => {
  const long = accept({ control: 'chg-03', until: '2026-06-30' });
  const all = [risk, decide(risk), long, decide(long)];
  expect(derive(all).map(({ controlId }) => controlId)).toEqual(['chg-02']);
});

it('ends earlier if a control that judges it says so', () => {
  const short = compileControl(
    assertingOver(population, 'asOf - member.performedOn < duration("P40D")'),
  );
  const [found] = derive([risk, decide(risk)], {}, [short]);
  expect(found?.until).toBe('2026-04-10T00:00:00.000Z');
});

it('is not bounded by a control that does not find it', () => {
  const drills = compileControl(
    assertingOver(
      { each: 'record', from: 'drill-completed', within: 'P1Y' },
      'member.confirmed',
    ),
  );
  expect(derive([risk, decide(risk)], {}, [drills])).toEqual([]);
});

it('is not bounded by a control that can not be evaluated', () => {
  const [clause] = bounded.clauses;
  const find = () => {
    throw new Error('broken');
  };
  const failing = { ...clause!, population: { ...clause!.population, find } };
  const broken = { ...bounded, clauses: [failing] };
  expect(derive([risk, decide(risk)], {}, [broken])).toEqual([]);
});

describe('without a control that judges it', () => {
  it('counts if it is confirmed, for a year at most', () => {
    expect(derive([risk], {}, [])).toEqual([]);
    expect(derive([risk, decide(risk)], {}, [])).toHaveLength(1);
    const old = accept({ performedOn: '2025-03-31', until: '9999-12-31' });
    expect(derive([old, decide(old)], {}, [])).toEqual([]);
  });
});

it('survives hostile records', () => {
  const strange = [
    accept({ until: '0001-01-01' }),
    accept({ until: '9999-12-31', control: '__proto__' }),
    accept({ until: '9999-12-31', control: '', requirement: 'constructor' }),
    accept({ performedOn: '0001-01-01' as never, until: '2026-04-30' }),
  ];
  const all = strange.flatMap(one => [one, decide(one)]);
  expect(derive(all)).toEqual([]);
  const ends = derive(all, {}, []).map(({ until }) => until);
  expect(ends.every(until => until.length === ASKED.length)).toBe(true);
});

it('is judged by controls over recorded risks', () => {
  expect(judgesAcceptances(bounded)).toBe(true);
  const drills = compileControl(
    assertingOver(
      { each: 'record', from: 'drill-completed', within: 'P1Y' },
      'member.confirmed',
    ),
  );
  expect(judgesAcceptances(drills)).toBe(false);
});
