import type {
  AccountClaim,
  Evidence,
  Identity,
  Predicate,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evaluateControl } from '../../evaluate/evaluateControl';
import { independence } from '../../testing/controls';
import {
  asset,
  at,
  built,
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

const anna = person('anna');
const marco = person('marco');
const erik = person('erik');
const nobody: Identity = { system: 'github.com', kind: 'unknown' };
const bot = person('renovate[bot]', 'bot');

const write = (
  name: string,
  author: Identity = anna,
  more: Partial<PushedCommit> = {},
): PushedCommit => ({
  commit: sha(name),
  author,
  coAuthors: [],
  title: name,
  ...more,
});

type Story = {
  /** The commits of the change; the last one is its head. */
  own?: PushedCommit[];
  opener?: string;
  pushes?: Evidence[];
  reviews?: Evidence[];
  style?: 'merge' | 'squash' | 'rebase' | 'fast-forward';
  /** What the push lists beside the commits of the change. */
  beside?: PushedCommit[];
  /** How many commits the push brought, if it lists fewer. */
  arrived?: number;
  lists?: Evidence[];
  merge?: Partial<Predicate<'change-merged'>>;
  deployment?: Evidence<'service-deployed'>;
  people?: AccountClaim[];
  more?: Evidence[];
  /** Types of evidence that were not received. */
  without?: string[];
};

/** A change of anna, approved by marco, merged by erik, deployed by a machine. */
function tell(story: Story): Evidence[] {
  const { own = [write('h')], opener = 'anna', style = 'merge' } = story;
  const head = own.at(-1)!.commit;
  const arrival = style === 'fast-forward' ? head : sha('m');
  const change = merged(1, 30, opener, '', '');
  const arrived = {
    merge: [...own, write('m', erik)],
    squash: [write('m')],
    rebase: [
      ...own
        .slice(0, -1)
        .map((one, at_) => ({ ...one, commit: sha(`r${at_}`) })),
      { ...own.at(-1)!, commit: arrival },
    ],
    'fast-forward': own,
  }[style];
  const all = [
    ...(story.pushes ?? [updated(1, 1, opener, 'h')]),
    ...(story.reviews ?? [reviewed(1, 20, marco, 'h')]),
    {
      ...change,
      predicate: {
        ...change.predicate,
        mergedBy: erik,
        headCommit: head,
        mergeCommit: arrival,
        ...story.merge,
      },
    } as Evidence,
    evidence('commits-pushed', at(30), {
      branch: 'main',
      after: arrival,
      forced: false,
      pushedBy: erik,
      commits: [...(story.beside ?? []), ...arrived],
      ...(story.arrived && { commitCount: story.arrived }),
    }),
    ...(story.lists ?? [
      commitsObserved(1, 31, own, {
        headCommit: head,
        total: own.length,
        merge: { commit: arrival, isMadeByHost: true },
      }),
    ]),
    story.deployment ?? deployed(40, style === 'fast-forward' ? 'h' : 'm'),
    ...(story.more ?? []),
  ];
  return all.filter(({ type }) => !story.without?.includes(type));
}

function judge(story: Story): string {
  const { rows } = evaluateControl(independence, {
    asset,
    evidence: tell(story),
    asOf: at(10_000),
    sourceHeard: true,
    gaps: [],
    people: story.people ?? [],
  });
  const [last] = [...rows].sort((a, b) => (a.member.at < b.member.at ? 1 : -1));
  return `${last?.status}: ${last?.reason.code}`;
}

const SOUND = 'satisfied: all-checks-passed';
const finding = (code: string) => `not-satisfied: ${code}`;
const unknown = (code: string) => `not-assessed: ${code}`;
const by = (who: Identity, minute = 20, more = {}) =>
  reviewed(1, minute, who, 'h', { reviewId: `r-${who.login}`, ...more });
const two = [write('g'), write('h', marco)];
const pushesOfTwo = [
  updated(1, 1, 'anna', 'g'),
  updated(1, 5, 'marco', 'h', 'g'),
];
const claim = (key: string, user: string, how: AccountClaim['how']) => ({
  key,
  userRef: `user:default/${user}`,
  how,
});

describe('the named cases of four eyes', () => {
  it.each<[string, string, Story]>([
    // approvals
    ['another person approves the last state', SOUND, {}],
    ['nobody approves', finding('no-approval'), { reviews: [] }],
    [
      'a comment is no approval',
      finding('no-approval'),
      { reviews: [by(marco, 20, { decision: 'commented' })] },
    ],
    ['the author approves', finding('self-approval'), { reviews: [by(anna)] }],
    [
      'the author approves beside another person',
      SOUND,
      { reviews: [by(anna), by(marco)] },
    ],
    [
      'the approval is of an earlier commit',
      finding('stale-approval'),
      { reviews: [reviewed(1, 20, marco, 'g')] },
    ],
    [
      'the approval is dated before the last push, but names the last commit',
      SOUND,
      { pushes: [updated(1, 25, 'anna', 'h')] },
    ],
    [
      'the approval is dismissed',
      finding('approval-dismissed'),
      { reviews: [by(marco), by(marco, 25, { decision: 'dismissed' })] },
    ],
    [
      'the approver requests changes afterwards',
      finding('approval-withdrawn'),
      {
        reviews: [by(marco), by(marco, 25, { decision: 'changes-requested' })],
      },
    ],
    [
      'one approval is dismissed and another stands',
      SOUND,
      {
        reviews: [
          by(marco),
          by(marco, 22, { decision: 'dismissed' }),
          by(erik, 25),
        ],
      },
    ],
    [
      'the approval comes after the merge',
      finding('approval-after-merge'),
      { reviews: [by(marco, 35)] },
    ],
    [
      'a machine approves',
      finding('approval-by-machine'),
      { reviews: [by(person('lint[bot]', 'bot'))] },
    ],
    [
      'the approver may not write',
      finding('approval-without-write-access'),
      { reviews: [by(marco, 20, { mayWrite: false })] },
    ],
    [
      'nobody says whether the approver may write',
      unknown('approver-access-unknown'),
      { reviews: [by(marco, 20, { mayWrite: undefined })] },
    ],
    [
      'the list of those with access says that the approver may write',
      SOUND,
      {
        reviews: [by(marco, 20, { mayWrite: undefined })],
        more: [
          evidence('repository-access-observed', at(35), {
            complete: true,
            members: [
              { account: marco, role: 'write', admin: false, mayWrite: true },
            ],
          } as Predicate<'repository-access-observed'>),
        ],
      },
    ],
    // people
    [
      'two authors approve the work of each other',
      finding('self-approval'),
      {
        own: two,
        pushes: pushesOfTwo,
        reviews: [by(anna), by(marco)],
      },
    ],
    [
      'one of two committers approves',
      finding('self-approval'),
      { own: two, pushes: pushesOfTwo },
    ],
    [
      'a third person approves the work of two',
      SOUND,
      { own: two, pushes: pushesOfTwo, reviews: [by(erik)] },
    ],
    [
      'an author has no account',
      unknown('author-unlinked'),
      { own: [write('h', { ...nobody, email: 'x@y.example' })] },
    ],
    [
      'the approver has no account',
      unknown('approver-unidentified'),
      { reviews: [by({ ...nobody, name: 'marco' })] },
    ],
    [
      'nobody has an account',
      unknown('approver-unidentified'),
      {
        own: [write('h', nobody)],
        pushes: [
          {
            ...updated(1, 1, 'x', 'h'),
            predicate: {
              ...updated(1, 1, 'x', 'h').predicate,
              pushedBy: nobody,
            },
          } as Evidence,
        ],
        reviews: [by(nobody)],
      },
    ],
    [
      'whoever opened the change approves it',
      finding('self-approval'),
      { opener: 'marco', pushes: [updated(1, 1, 'anna', 'h')] },
    ],
    [
      'the reviewer applied a suggestion and is a co-author',
      finding('self-approval'),
      { own: [write('h', anna, { coAuthors: [marco] })] },
    ],
    [
      'the approver deploys',
      finding('self-approval'),
      { deployment: deployed(40, 'm', { deployer: marco }) },
    ],
    [
      'the approver started the run that deploys',
      finding('self-approval'),
      {
        deployment: deployed(40, 'm', { runUrl: 'https://ci/Deploy/m' }),
        more: [
          built(45, 'm', 'success', 'Deploy', {
            trigger: 'workflow_dispatch',
            triggeredBy: marco,
          }),
        ],
      },
    ],
    [
      'the run that deploys was not received',
      unknown('starter-unknown'),
      { deployment: deployed(40, 'm', { runUrl: 'https://ci/Deploy/m' }) },
    ],
    [
      'the run that deploys was started by the push of whoever merged',
      SOUND,
      {
        deployment: deployed(40, 'm', { runUrl: 'https://ci/Deploy/m' }),
        more: [
          built(45, 'm', 'success', 'Deploy', {
            trigger: 'push',
            triggeredBy: marco,
          }),
        ],
      },
    ],
    [
      'a second account of the author approves',
      finding('self-approval'),
      {
        reviews: [by(person('anna-admin'))],
        people: [
          claim('github.com/anna', 'anna', 'explicit'),
          claim('github.com/anna-admin', 'anna', 'explicit'),
        ],
      },
    ],
    [
      'the owner of the bot that wrote it approves',
      finding('self-approval'),
      {
        own: [write('h', bot)],
        opener: 'renovate[bot]',
        pushes: [updated(1, 1, 'renovate[bot]', 'h')],
        people: [
          claim('github.com/renovate[bot]', 'marco', 'bot'),
          claim('github.com/marco', 'marco', 'explicit'),
        ],
      },
    ],
    [
      'a person approves the work of a bot of somebody else',
      SOUND,
      {
        own: [write('h', bot)],
        opener: 'renovate[bot]',
        pushes: [updated(1, 1, 'renovate[bot]', 'h')],
        people: [
          claim('github.com/renovate[bot]', 'erik', 'bot'),
          claim('github.com/marco', 'marco', 'explicit'),
        ],
      },
    ],
    // how it arrived
    ['it is squashed', SOUND, { style: 'squash' }],
    [
      'it is rebased',
      SOUND,
      {
        style: 'rebase',
        own: [write('g'), write('h')],
      },
    ],
    ['it is fast-forwarded', SOUND, { style: 'fast-forward' }],
    [
      'a direct push calls itself a merge',
      finding('direct-push'),
      {
        without: ['change-merged', 'change-reviewed', 'change-updated'],
        beside: [write('Merge pull request #1 from bank/x')],
      },
    ],
    [
      'another commit arrives beside a fast-forwarded change',
      finding('commits-beside-change'),
      { style: 'fast-forward', beside: [write('x', erik)] },
    ],
    [
      'another commit arrives beside a merged change',
      finding('commits-beside-change'),
      { beside: [write('x', erik)] },
    ],
    [
      'more than 250 commits, of which 250 are listed',
      unknown('change-commits-incomplete'),
      {
        style: 'squash',
        lists: [commitsObserved(1, 31, [write('h')], { total: 301 })],
        merge: { commitCount: 301 },
      },
    ],
    [
      'a push that lists less than it brought hides the last commit of a merge',
      unknown('merge-content-unproven'),
      {
        style: 'squash',
        own: [write('g'), write('h')],
        arrived: 3,
        lists: [commitsObserved(1, 31, [write('g'), write('h')], { total: 2 })],
      },
    ],
    [
      'the list of commits was not read',
      unknown('change-commits-unknown'),
      { style: 'squash', lists: [] },
    ],
    [
      'the push of the last state was not received',
      unknown('pusher-unknown'),
      { pushes: [updated(1, 1, 'anna', 'g')] },
    ],
    [
      'the push of an earlier state was not received',
      unknown('pusher-unknown'),
      { pushes: [updated(1, 5, 'anna', 'h', 'g')] },
    ],
    [
      'nothing is known of the commit',
      unknown('release-range-unknown'),
      { without: ['change-merged', 'commits-pushed'] },
    ],
    [
      'a second change with an approval brings the same commit',
      SOUND,
      {
        reviews: [],
        style: 'fast-forward',
        more: [
          updated(2, 2, 'anna', 'h'),
          reviewed(2, 20, marco, 'h'),
          merged(2, 31, 'anna', 'h', 'h'),
          commitsObserved(2, 31, [write('h')]),
        ],
      },
    ],
    [
      'two changes of a merge queue arrive in one push, one without approval',
      finding('no-approval'),
      {
        beside: [write('h2', erik), write('m2', erik)],
        more: [
          updated(2, 2, 'erik', 'h2'),
          merged(2, 30, 'erik', 'h2', 'm2'),
          commitsObserved(2, 31, [write('h2', erik)], {
            headCommit: sha('h2'),
            merge: { commit: sha('m2'), isMadeByHost: true },
          }),
        ],
      },
    ],
    [
      'a tag is deployed',
      SOUND,
      { deployment: deployed(40, 'm', { ref: 'refs/tags/v1' }) },
    ],
    [
      'a direct push lies between two releases',
      finding('direct-push'),
      {
        more: [pushed(50, 'm', 'd', erik), deployed(60, 'd')],
      },
    ],
  ])('%s: %s', (_, result, story) => {
    expect(judge(story)).toBe(result);
  });

  it('releases leave no gap between them and do not overlap', () => {
    const story = tell({
      more: [pushed(50, 'm', 'd', erik), deployed(60, 'd'), deployed(70, 'd')],
    });
    const { rows } = evaluateControl(independence, {
      asset,
      evidence: story,
      asOf: at(10_000),
      sourceHeard: true,
      gaps: [],
      people: [],
    });
    expect(
      rows.map(({ member, status }) => [member.at, status]).sort(),
    ).toEqual([
      [at(40), 'satisfied'],
      [at(60), 'not-satisfied'],
      // The same commit again answers for the same commits again.
      [at(70), 'not-satisfied'],
    ]);
  });

  it('lists all evidence that a row is based on, the deciding piece first', () => {
    const story = tell({ pushes: [updated(1, 15, 'marco', 'h')] });
    const { rows } = evaluateControl(independence, {
      asset,
      evidence: story,
      asOf: at(10_000),
      sourceHeard: true,
      gaps: [],
      people: [],
    });
    const types = new Map(story.map(({ id, type }) => [id, type]));
    const check = rows[0]?.checks.find(
      one => one.check === 'approved-by-another-person',
    );
    expect(check?.evidence.slice(0, 2).map(id => types.get(id))).toEqual([
      'change-reviewed',
      'change-updated',
    ]);
    expect(rows[0]?.reason.params).toMatchObject({
      approver: 'marco',
      act: 'pushed',
      actAt: at(15),
      approvedAt: at(20),
    });
    const consulted = new Set(rows[0]?.checks.flatMap(one => one.evidence));
    expect(story.filter(({ id }) => !consulted.has(id))).toEqual([]);
  });
});
