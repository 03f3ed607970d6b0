import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Instant,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inEnglish } from '../testing/inEnglish';
import { english } from './en';
import type { GapClosing } from './language/GapClosing';

const { advice: adviceOn } = inEnglish;

const control = { remediation: 'Introduce code review.' };
const closing: GapClosing = {
  sourceId: 'github',
  from: '2026-03-01T10:00:00.000Z' as Instant,
  to: '2026-03-01T11:00:00.000Z' as Instant,
  leavesAt: '2026-05-30T11:00:00.000Z' as Instant,
  collects: false,
  work: [],
};
const gap = reason('evidence-gap', {
  source: closing.sourceId,
  from: closing.from,
  cause: 'receiver-down',
});
const onGap = (more: Partial<GapClosing>) =>
  adviceOn(
    control,
    { status: 'not-assessed', reason: gap },
    { ...closing, ...more },
  );
const since = '2026-03-01T11:00:30.000Z' as Instant;

describe('what to do', () => {
  it.each([
    ['satisfied', undefined],
    ['not-applicable', undefined],
    ['not-satisfied', control.remediation],
    ['risk-accepted', control.remediation],
  ] as const)('when %s', (status, advice) => {
    const why = { status, reason: gap };
    expect(adviceOn(control, why, closing)).toBe(advice);
  });

  it.each<[string, Partial<GapClosing>, string]>([
    [
      'is being read',
      { collects: true, work: [{ way: 'delivery-log', since }] },
      'You do not have to do anything: reading the delivery log of github will close the gap. This has been queued since 2026-03-01 11:00 UTC.',
    ],
    [
      'waits for another try',
      {
        collects: true,
        work: [{ way: 'backfill', since, problem: 'GitHub answered 403.' }],
      },
      'The gap is closed by a backfill of github. The last attempt failed: GitHub answered 403. The backend retries it automatically. If access was denied, give the credentials the permissions that the README of the module lists.',
    ],
    [
      'could not be read',
      { collects: true, problem: 'runs: GitHub answered 403' },
      'github could not be read: runs: GitHub answered 403. Give its credentials the permissions that the README of its module lists. The next complete round or backfill closes the gap; both start automatically.',
    ],
    [
      'only a person can have read',
      { collects: true },
      'Start a backfill of github on the page Evidence that goes back to 2026-03-01 10:00 UTC or earlier.',
    ],
    [
      'could be read with credentials',
      { askedWith: 'credentials for its host under integrations.github' },
      'github is not collected. Configure credentials for its host under integrations.github: the backend then collects the evidence of this gap. The gap affects this control until 2026-05-30 at the latest. After that it is outside the time window of the control.',
    ],
    [
      'nobody can read',
      { sourceId: 'cdevents' },
      "cdevents only pushes, so the evidence of this gap can't be collected. The gap affects this control until 2026-05-30 at the latest. After that it is outside the time window of the control.",
    ],
    [
      'lasts as the source is off',
      { to: undefined, off: 'GitHub is off: it is not configured.' },
      'GitHub is off: it is not configured. The gap lasts until the source is on again.',
    ],
    [
      'lasts',
      { to: undefined },
      "github only pushes, so the evidence of this gap can't be collected. The gap lasts until the source delivers again.",
    ],
  ])('about a gap that %s', (_, more, advice) => {
    expect(onGap(more)).toBe(advice);
  });

  it('never speaks of the control where nothing is known of the gap', () => {
    const why = gap;
    expect(
      adviceOn(control, { status: 'not-assessed', reason: why }),
    ).toBeUndefined();
  });

  it('is about the reason, for each that keeps a control from being assessed', () => {
    const text = (file: string) =>
      readFileSync(path.resolve(__dirname, '..', file), 'utf8');
    const judgements = readdirSync(path.resolve(__dirname, '../judgement'), {
      encoding: 'utf8',
      recursive: true,
    })
      .filter(name => /(?<!\.test)\.ts$/.test(name))
      .map(name => text(`judgement/${name}`));
    const unclear = judgements.flatMap(source =>
      [...source.matchAll(/null,\s+(?:cause: )?reason\('([a-z-]+)'/g)].map(
        ([, code]) => code!,
      ),
    );
    const populations = readdirSync(
      path.resolve(__dirname, '../population'),
    ).filter(name => !name.includes('.test.'));
    const whole = [
      ...populations.map(name => text(`population/${name}`)),
      ...['evaluateControl', 'countProven', 'assessMember'].map(name =>
        text(`evaluate/${name}.ts`),
      ),
    ].flatMap(source =>
      [...source.matchAll(/reason\(\s*'([a-z]+(?:-[a-z]+)+)'/g)].map(
        ([, code]) => code!,
      ),
    );
    const aboutTheControl = [
      'all-checks-passed',
      'all-members-satisfied',
      'assertion-false',
      'assertion-true',
      'does-not-apply',
      'no-open-finding',
      'no-risk-accepted',
      'nothing-runs',
      'none-observed',
      'owned-by-people',
      'population-empty',
    ];
    const codes = [...unclear, ...whole].filter(
      code => !aboutTheControl.includes(code),
    );
    expect(codes).toEqual(
      expect.arrayContaining(['deployer-unknown', 'source-silent']),
    );
    expect(codes.filter(code => !Object.hasOwn(english.advice, code))).toEqual(
      [],
    );
  });
});
