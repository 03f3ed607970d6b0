import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Instant,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { adviceOn } from './adviceOn';
import { adviceSentences } from './adviceSentences';
import type { GapClosing } from './GapClosing';
import { reasonSentences } from './reasonSentences';

const control = { remediation: 'Introduce code review.' };
const closing: GapClosing = {
  sourceId: 'github',
  from: '2026-03-01T10:00:00.000Z' as Instant,
  to: '2026-03-01T11:00:00.000Z' as Instant,
  leavesAt: '2026-05-30T11:00:00.000Z' as Instant,
  collects: false,
  work: [],
};
const onGap = (more: Partial<GapClosing>) =>
  adviceOn(
    control,
    { status: 'not-assessed', reason: reason('evidence-gap') },
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
    const why = { status, reason: reason('evidence-gap') };
    expect(adviceOn(control, why, closing)).toBe(advice);
  });

  it.each<[string, Partial<GapClosing>, string]>([
    [
      'is being read',
      { collects: true, work: [{ way: 'delivery-log', since }] },
      'There is nothing to do: reading the delivery log of github closes the gap. It has been queued since 2026-03-01 11:00 UTC.',
    ],
    [
      'waits for another try',
      {
        collects: true,
        work: [{ way: 'backfill', since, problem: 'GitHub answered 403.' }],
      },
      'A backfill of github closes the gap. The last attempt failed: GitHub answered 403. It is retried automatically; if access was refused, give the credentials the rights that the README of the module lists.',
    ],
    [
      'could not be read',
      { collects: true, problem: 'runs: GitHub answered 403' },
      'github could not be read: runs: GitHub answered 403. Give its credentials the rights that the README of its module lists. The next complete round or backfill closes the gap; both start automatically.',
    ],
    [
      'only a person can have read',
      { collects: true },
      'Start a backfill of github on the page Evidence that goes back to 2026-03-01 10:00 UTC or earlier.',
    ],
    [
      'could be read with credentials',
      { askedWith: 'credentials for its host under integrations.github' },
      'github is not collected from. Configure credentials for its host under integrations.github: what happened in the gap is then fetched automatically. Otherwise the gap leaves the window of this control on 2026-05-30.',
    ],
    [
      'nobody can read',
      { sourceId: 'cdevents' },
      "cdevents only pushes; what happened in the gap can't be collected. The gap leaves the window of this control on 2026-05-30.",
    ],
    [
      'lasts as the source is off',
      { to: undefined, off: 'GitHub is off: it is not configured.' },
      'GitHub is off: it is not configured. The gap lasts until it is on again.',
    ],
    [
      'lasts',
      { to: undefined },
      "github only pushes; what happened in the gap can't be collected. The gap lasts until the source is heard again.",
    ],
  ])('about a gap that %s', (_, more, advice) => {
    expect(onGap(more)).toBe(advice);
  });

  it('never speaks of the control where nothing is known of the gap', () => {
    const why = reason('evidence-gap');
    expect(
      adviceOn(control, { status: 'not-assessed', reason: why }),
    ).toBeUndefined();
  });

  it('is about the reason, for each that keeps a control from being assessed', () => {
    const text = (file: string) =>
      readFileSync(path.resolve(__dirname, '..', file), 'utf8');
    const judgements = readdirSync(path.resolve(__dirname, '../judgement'))
      .filter(name => !/\.test\.ts$/.test(name))
      .map(name => text(`judgement/${name}`));
    const unclear = judgements.flatMap(source =>
      [...source.matchAll(/null,\s+(?:cause: )?reason\('([a-z-]+)'/g)].map(
        ([, code]) => code!,
      ),
    );
    const whole = [
      ...`${text('evaluate/evaluateControl.ts')}${text(
        'evaluate/countProven.ts',
      )}${text('evaluate/assessMember.ts')}`.matchAll(
        /reason\('([a-z]+(?:-[a-z]+)+)'/g,
      ),
    ].map(([, code]) => code!);
    const aboutTheControl = [
      'all-checks-passed',
      'all-members-satisfied',
      'assertion-false',
      'does-not-apply',
      'population-empty',
    ];
    const codes = [...unclear, ...whole].filter(
      code => !aboutTheControl.includes(code),
    );
    expect(codes).toEqual(
      expect.arrayContaining(['deployer-unknown', 'source-silent']),
    );
    expect(codes.filter(code => !Object.hasOwn(adviceSentences, code))).toEqual(
      [],
    );
  });

  it('is about reasons there are', () => {
    const unknown = Object.keys(adviceSentences).filter(
      code => !Object.hasOwn(reasonSentences, code),
    );
    expect(unknown).toEqual([]);
  });
});
