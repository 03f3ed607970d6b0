import {
  type Instant,
  type Outlook,
  type Reason,
  reason,
  RemedyRole,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { english } from '../explain/en';
import { explain } from '../explain/explain';
import { builtIn } from '../registry/builtIn';
import { reason as ofChange } from '../judgement/independence/reasons';
import { reason as ofOwner } from '../judgement/ownership/reasons';
import { inEnglish } from '../testing/inEnglish';
import { judgementSamples } from '../testing/judgementSamples';
import { reasonSamples } from '../testing/reasonSamples';
import { asset as ledger } from '../testing/story';
import { remedies } from './remedies';

const asset = { ...ledger, ownerRef: 'group:default/guards' };
const control = { code: 'CHG-02', remediation: 'Have it reviewed.' };
const at = '2026-06-01T12:00:00.000Z' as Instant;
const notBefore = '2026-07-01T12:00:00.000Z' as Instant;
const outlooks: readonly Outlook[] = [
  { kind: 'by-itself', at },
  { kind: 'checked-again', at },
  { kind: 'checked-again', at, notBefore },
  { kind: 'after-action' },
  { kind: 'after-action', notBefore },
];

function resolve(
  why: Reason,
  outlook: Outlook = { kind: 'after-action' },
  more: Partial<Parameters<typeof inEnglish.resolution>[0]> = {},
) {
  return inEnglish.resolution({
    asset,
    control,
    status: 'not-satisfied',
    reason: why,
    outlook,
    ...more,
  })!;
}

/** Each reason that can be that of a finding, with each of its samples. */
const findings: Reason[] = Object.entries({
  ...reasonSamples,
  ...judgementSamples,
}).flatMap(([code, samples]) =>
  Object.hasOwn(remedies, code) ||
  [...builtIn.judgements.values()].some(
    judgement => judgement.remedies && Object.hasOwn(judgement.remedies, code),
  )
    ? samples.map(params => ({ code, params: params as Reason['params'] }))
    : [],
);

const BROKEN = /undefined|NaN|\.\.|\[object| {2}|^\s*$/;

describe('each finding', () => {
  it('has a sample', () => {
    expect(findings.length).toBeGreaterThan(120);
  });

  it.each(findings.map(why => [why.code, why.params, why] as const))(
    'says what ends it, who can do that, and when: %s %j',
    (_, __, why) => {
      for (const outlook of outlooks) {
        const { what, who, when } = resolve(why, outlook);
        expect(who.length).toBeGreaterThan(0);
        for (const text of [
          what,
          when.sentence,
          ...who.map(one => one.sentence),
        ]) {
          expect(text).toMatch(/^\S.*\.$/s);
          expect(text).not.toMatch(BROKEN);
        }
        expect(when).toMatchObject(outlook);
        expect(when.sentence.includes('turns green by itself on')).toBe(
          outlook.kind === 'by-itself',
        );
      }
    },
  );

  it('has a text of its own, except those that depend on the control or the source', () => {
    const without = findings
      .filter(why => resolve(why).what === control.remediation)
      .map(({ code }) => code);
    expect(new Set(without)).toEqual(
      new Set(['assertion-false', 'evidence-gap']),
    );
  });
});

it('every role is that of some reason', () => {
  const named = findings.flatMap(why => resolve(why).who.map(one => one.role));
  expect(new Set(named)).toEqual(new Set(RemedyRole.options));
});

describe('who can end a finding', () => {
  const roles = (why: Reason, more = {}) =>
    resolve(why, undefined, more).who.map(({ role, sentence }) => [
      role,
      sentence,
    ]);

  it('is named as far as the catalog and the evidence name him', () => {
    expect(roles(ofChange('no-approval', { change: '12' }))).toEqual([
      [
        'independent-approver',
        'Another person with write access to https://github.com/bank/ledger, who neither opened, wrote, pushed, merged, nor deploys the change.',
      ],
      ['asset-owner', 'The owner of the asset, group:default/guards.'],
      [
        'risk-function',
        'The risk function of your organization, which decides whether the risk is accepted until then.',
      ],
    ]);
    const rejected = ofChange('deployment-rejected', {
      environment: 'production',
      reviewer: 'erik',
    });
    const reviewers = ['marco', 'release-managers'];
    expect(roles(rejected, { facts: { reviewers } })[0]).toEqual([
      'environment-reviewer',
      'A reviewer of the environment production. Its settings name marco and release-managers.',
    ]);
    expect(roles(rejected)[0]![1]).toBe(
      'A reviewer whom the settings of the environment production name.',
    );
  });

  it('is a role only, where nobody is known', () => {
    const hidden = { asset: { repositories: [] } };
    expect(roles(ofOwner('owner-missing'), hidden)).toEqual([
      [
        'asset-owner',
        'Whoever may change the catalog file of the asset. The catalog shows you no owner.',
      ],
    ]);
  });

  it.each([
    ['asset', ['asset-owner']],
    ['branch', ['repository-administrator']],
    ['deployment', ['asset-owner', 'risk-function']],
    ['organization', ['code-host-administrator']],
    ['certificate', ['asset-owner']],
  ])('depends on what an assertion is about: %s', (kind, expected) => {
    const why = reason('assertion-false', { id: 'read-only' });
    const found = roles({ ...why, params: { ...why.params, kind } });
    expect(found.map(([role]) => role)).toEqual(expected);
  });

  it('can only wait, or have the risk accepted, if an assertion is about the past', () => {
    const failing = (kind: string) => {
      const why = reason('assertion-false', { id: 'read-only' });
      const { when } = resolve({ ...why, params: { ...why.params, kind } });
      return when.sentence;
    };
    const after =
      'It does not turn green by itself. It is checked again when new evidence arrives.';
    expect(failing('deployment')).toBe(
      `${after} What happened no longer counts when something that complies has replaced it.`,
    );
    expect(failing('branch')).toBe(after);
  });

  it('is nobody while the backend works on it', () => {
    const gap = reason('evidence-gap', {
      source: 'github',
      from: at,
      cause: 'receiver-down',
    });
    expect(roles(gap)[0]).toEqual([
      'source-administrator',
      'An administrator of this Backstage, in the configuration of the source github.',
    ]);
    const inWork = resolve(gap, undefined, { isInWork: true, advice: 'Wait.' });
    expect(inWork.who[0]!.role).toBe('nobody');
    expect(inWork.what).toBe('Wait.');
    expect(inWork.when.sentence).toBe(
      'It is checked again as soon as the backend has done this.',
    );
  });

  it('is that of a judgement of a module', () => {
    const judgement = {
      ...[...builtIn.judgements.values()][0]!,
      remedies: { 'bank-late': { who: ['risk-function'] as const } },
    };
    const late = { code: 'bank-late', params: {} };
    const known = explain(english, [judgement]).resolution({
      asset,
      control,
      status: 'not-satisfied',
      reason: late,
      outlook: { kind: 'after-action' },
    });
    expect(known?.who.map(({ role }) => role)).toEqual(['risk-function']);
    expect(known?.what).toBe(control.remediation);
    expect(roles(late)[0]![0]).toBe('asset-owner');
  });
});

describe('when a finding ends', () => {
  it('says that what happened counts for some time', () => {
    const why = ofChange('no-approval', { change: '12' });
    const texts = outlooks.map(outlook => resolve(why, outlook).when.sentence);
    expect(texts).toEqual([
      'It turns green by itself on 2026-06-01 12:00 UTC, if everything else goes on as it does today.',
      'It does not turn green by itself. It is only checked again on 2026-06-01 12:00 UTC, or earlier if new evidence arrives. What happened no longer counts when something that complies has replaced it.',
      'It does not turn green by itself. It is only checked again on 2026-06-01 12:00 UTC, or earlier if new evidence arrives. What happened counts until 2026-07-01 12:00 UTC, even if it does not happen again.',
      'It does not turn green by itself. It is checked again when new evidence arrives. What happened no longer counts when something that complies has replaced it.',
      'It does not turn green by itself. It is checked again when new evidence arrives. What happened counts until 2026-07-01 12:00 UTC, even if it does not happen again.',
    ]);
  });

  it('is that of the finding whose risk is accepted', () => {
    const accepted = reason('risk-accepted', {
      acceptance: 'RA-1',
      person: 'user:default/anna',
      until: at,
      rationale: 'It is replaced in June.',
      finding: writeReason(ofOwner('owner-missing')),
    });
    const { what } = resolve(accepted, undefined, { status: 'risk-accepted' });
    expect(what).toBe(resolve(ofOwner('owner-missing')).what);
  });

  it.each(['satisfied', 'not-applicable'] as const)(
    'is not asked when %s',
    status => {
      expect(
        resolve(reason('all-checks-passed'), undefined, { status }),
      ).toBeUndefined();
    },
  );
});
