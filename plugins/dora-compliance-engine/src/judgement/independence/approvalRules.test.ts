import type {
  Evidence,
  Identity,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import {
  at,
  commitsObserved,
  deployed,
  evidence,
  merged,
  person,
  pushed,
  reviewed,
  sha,
  updated,
} from '../../testing/story';
import { judgeIndependence } from './independence';

const anna = person('anna');
const marco = person('marco');
const erik = person('erik');

const own = { commit: sha('h'), author: anna, coAuthors: [], title: 'h' };
/** A change of anna, merged at 30 and deployed at 40 by default. */
const story = (
  more: readonly Evidence[],
  deployment = deployed(40, 'm'),
  mergedAt = 30,
) => [
  updated(1, 1, 'anna', 'h'),
  commitsObserved(1, 2, [own]),
  merged(1, mergedAt, 'anna', 'h', 'm'),
  pushed(30, undefined, 'm', anna),
  ...more,
  deployment,
];

function judge(all: readonly Evidence[], check = 'approved-by-another-person') {
  const index = new EvidenceIndex(all, at(10_000));
  const [deployment] = index.deployments;
  return judgeIndependence(deployment!.first, index).find(
    one => one.check === check,
  );
}
const tell = (...more: Evidence[]) => judge(story(more))?.cause.code;

const by = (
  who: Identity,
  minute = 20,
  more: Partial<Predicate<'change-reviewed'>> = {},
) => reviewed(1, minute, who, 'h', { reviewId: `r-${who.login}`, ...more });
const GOOD = 'independently-approved';

describe('an approval', () => {
  const changes = (minute: number, who = marco) =>
    by(who, minute, { reviewId: 'x', decision: 'changes-requested' });

  it.each<[string, string, Evidence[]]>([
    ['given at the merge counts', GOOD, [by(marco, 30)]],
    ['is withdrawn before the merge', 'approval-withdrawn', [changes(25)]],
    ['is withdrawn at the merge', 'approval-withdrawn', [changes(30)]],
    ['is not withdrawn after the merge', GOOD, [changes(31)]],
    ['is not withdrawn before it was given', GOOD, [changes(15)]],
    ['is not withdrawn when it is given', GOOD, [changes(20)]],
    ['is not withdrawn by somebody else', GOOD, [changes(25, erik)]],
    [
      'is not withdrawn by a comment',
      GOOD,
      [by(marco, 25, { reviewId: 'x', decision: 'commented' })],
    ],
    [
      'is dismissed when it is given',
      'approval-dismissed',
      [by(marco, 20, { decision: 'dismissed', commit: sha('x') })],
    ],
    [
      'is dismissed at the merge',
      'approval-dismissed',
      [by(marco, 30, { decision: 'dismissed' })],
    ],
    [
      'is not dismissed with another review',
      GOOD,
      [by(marco, 25, { reviewId: 'x', decision: 'dismissed' })],
    ],
  ])('%s: %s', (_, code, more) => {
    const given = more.some(
      ({ type, predicate }) =>
        type === 'change-reviewed' &&
        (predicate as { decision: string }).decision === 'approved',
    );
    expect(tell(...(given ? [] : [by(marco)]), ...more)).toBe(code);
  });

  it('names the gravest of what is wrong with several', () => {
    const stale = reviewed(1, 10, erik, 'g');
    const byMachine = by(person('lint[bot]', 'bot'), 5);
    expect(tell(byMachine, stale)).toBe('stale-approval');
    expect(tell(byMachine, stale, by(anna, 25))).toBe('self-approval');
    expect(tell(by(anna, 3), byMachine, stale)).toBe('self-approval');
  });

  it('of which one is sound is enough, whatever is wrong with others', () => {
    expect(tell(by(anna, 5), by(marco), by(erik, 35))).toBe(GOOD);
  });

  it('after the deployment of a change that was merged later is none', () => {
    const all = story([by(marco, 41)], deployed(40, 'm'), 50);
    expect(judge(all)?.cause.code).toBe('approval-after-deployment');
    const atOnce = story([by(marco, 40)], deployed(40, 'm'), 50);
    expect(judge(atOnce)?.cause.code).toBe(GOOD);
  });

  it('of somebody anonymous names the account', () => {
    const nobody: Identity = {
      system: 'github.com',
      kind: 'unknown',
      name: 'm',
    };
    expect(judge(story([by(nobody)]))?.cause).toEqual({
      code: 'approver-unidentified',
      params: { change: '1', account: 'm (github.com)' },
    });
  });
});

describe('who may write', () => {
  type Members = Predicate<'repository-access-observed'>['members'];
  const access = (
    members: Partial<Members[number]>[],
    minutes = 35,
    uri = 'https://github.com/bank/ledger',
  ) =>
    ({
      ...evidence('repository-access-observed', at(minutes), {
        complete: true,
        members: members.map(one => ({
          role: 'write',
          admin: false,
          mayWrite: true,
          ...one,
        })) as Members,
      }),
      subjects: [{ kind: 'repository', uri }],
    } as unknown as Evidence);
  const review = (reviewer: Identity) =>
    by(reviewer, 20, { mayWrite: undefined });
  const UNKNOWN = 'approver-access-unknown';

  it.each<[string, string, Identity, Identity]>([
    ['the same login', GOOD, marco, marco],
    ['the same login in another case', GOOD, marco, person('Marco')],
    ['another login', UNKNOWN, marco, erik],
    [
      'a login of another system',
      UNKNOWN,
      marco,
      { ...marco, system: 'gitlab.com' },
    ],
    [
      'a system in another case',
      GOOD,
      marco,
      { ...marco, system: 'GitHub.com' },
    ],
    ['the same id', GOOD, { ...marco, id: '7' }, { ...erik, id: '7' }],
    [
      'another id with the same login',
      UNKNOWN,
      { ...marco, id: '7' },
      { ...marco, id: '8' },
    ],
    ['a login beside an id', GOOD, { ...marco, id: '7' }, marco],
    ['a login, the other with an id', GOOD, marco, { ...marco, id: '7' }],
    [
      'an id, the other with a login',
      UNKNOWN,
      marco,
      { system: 'github.com', kind: 'human', id: '7' },
    ],
  ])('is known by %s: %s', (_, code, reviewer, account) => {
    expect(tell(review(reviewer), access([{ account }]))).toBe(code);
  });

  it('is what the last list of the repository says', () => {
    const [may, not] = [true, false].map(mayWrite => [
      { account: marco, mayWrite },
    ]);
    expect(tell(review(marco), access(not!, 35), access(may!, 36))).toBe(GOOD);
    expect(tell(review(marco), access(may!, 35), access(not!, 36))).toBe(
      'approval-without-write-access',
    );
    expect(
      tell(
        review(marco),
        access(not!, 35),
        access(may!, 36, 'https://github.com/bank/other'),
      ),
    ).toBe('approval-without-write-access');
    expect(
      tell(review(marco), access(may!, 36, 'https://github.com/bank/other')),
    ).toBe(UNKNOWN);
  });

  it('is said with the list and the approver', () => {
    const one = access([{ account: erik }]);
    const all = story([review(marco), one]);
    expect(judge(all)?.cause.params).toEqual({
      change: '1',
      approver: 'marco',
    });
    expect(judge(all)?.evidence[1]).toBe(one.id);
    expect(judge(story([review(marco)]))?.evidence).not.toContain(undefined);
  });
});

describe('who reviewed a deployment', () => {
  const environment = { name: 'production', production: true };
  const decided = (
    minute: number,
    decision: 'approved' | 'rejected',
    more: Partial<Predicate<'deployment-reviewed'>> = {},
  ) =>
    evidence('deployment-reviewed', at(minute), {
      environment,
      decision,
      reviewer: erik,
      run: { id: '7', url: 'https://ci/7', attempt: 1 },
      decidedAt: at(minute),
      ...more,
    });
  const onRun = deployed(40, 'm', { runUrl: 'https://ci/7' });
  const allowed = (decisions: Evidence[], deployment = onRun) =>
    judge(story([by(marco), ...decisions], deployment), 'deployment-allowed');
  const eve = person('eve');

  it('is named with the environment, the deciding evidence first', () => {
    const [first, second] = [
      decided(20, 'approved'),
      decided(21, 'approved', { reviewer: eve }),
    ];
    expect(allowed([first, second])).toEqual({
      check: 'deployment-allowed',
      passed: true,
      cause: {
        code: 'deployment-approved',
        params: { environment: 'production', reviewer: 'eve' },
      },
      evidence: [second.id, first.id, onRun.id],
    });
    const rejected = decided(20, 'rejected');
    expect(allowed([rejected, second])).toMatchObject({
      passed: false,
      cause: {
        code: 'deployment-rejected',
        params: { environment: 'production', reviewer: 'erik' },
      },
      evidence: [rejected.id, second.id, onRun.id],
    });
  });

  it('is nobody if no source reports the name', () => {
    const { params } = allowed([
      decided(20, 'approved', { reviewer: undefined }),
    ])!.cause;
    expect(params).toEqual({ environment: 'production', reviewer: '' });
  });

  it('counts when it was decided at the deployment, not after', () => {
    expect(allowed([decided(40, 'approved')])?.passed).toBe(true);
    expect(allowed([decided(41, 'approved')])).toBeUndefined();
  });

  it('counts on any of the runs that sources name', () => {
    const again = {
      ...deployed(40, 'm', { runUrl: 'https://deploy.example/runs/1' }),
      sourceId: 'argo',
    } as typeof onRun;
    const all = story([by(marco), decided(20, 'rejected'), again], onRun);
    expect(judge(all, 'deployment-allowed')?.passed).toBe(false);
  });

  const bare = { run: undefined };
  const commit = sha('m');
  it.each<[string, boolean, Partial<Predicate<'deployment-reviewed'>>]>([
    ['its commit', true, { ...bare, commit }],
    ['its commit, beside a run', true, { commit }],
    [
      'its commit, of a run without address',
      true,
      { run: { id: '7' }, commit },
    ],
    ['another commit', false, { ...bare, commit: sha('x') }],
    ['a run alone', false, {}],
    ['nothing', false, bare],
  ])('without a run of the deployment is found by %s: %s', (_, found, more) => {
    const check = allowed([decided(20, 'approved', more)], deployed(40, 'm'));
    expect(check !== undefined).toBe(found);
  });

  it('with a run of the deployment is found by a run without address and a commit', () => {
    const noAddress = { run: { id: '7' }, commit };
    expect(allowed([decided(20, 'approved', noAddress)])?.passed).toBe(true);
    expect(
      allowed([decided(20, 'approved', { ...noAddress, commit: undefined })]),
    ).toBeUndefined();
  });

  it.each<[string, Partial<Predicate<'deployment-reviewed'>>]>([
    ['attempt', { run: { id: '7', url: 'https://ci/7', attempt: 2 } }],
    ['run', { run: { id: '8' }, commit }],
  ])('decides again on the next %s', (_, more) => {
    const again = decided(21, 'approved', { reviewer: eve, ...more });
    expect(allowed([decided(20, 'rejected', { commit }), again])?.passed).toBe(
      true,
    );
  });

  it('decides once on an attempt that is not named and on the first', () => {
    const unnamed = { run: { id: '7', url: 'https://ci/7' } };
    const again = decided(21, 'approved', { reviewer: eve, ...unnamed });
    expect(allowed([decided(20, 'rejected'), again])?.passed).toBe(false);
  });
});
