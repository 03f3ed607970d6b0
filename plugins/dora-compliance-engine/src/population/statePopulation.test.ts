import type {
  Control,
  Evidence,
  Instant,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assertingOver, assess, explainStatus, tell } from '../testing/assess';
import { compileControl } from '../control/compileControl';
import { evaluateControl } from '../evaluate/evaluateControl';
import { asset, at, evidence } from '../testing/story';

const DAY = 24 * 60;
const NOW = at(100 * DAY);
const hoursAgo = (hours: number) => at(100 * DAY - hours * 60);

const overBranches = assertingOver(
  { each: 'branch', from: 'branch-protection-observed', within: 'P2D' },
  'member.requiredApprovals > 0',
);

function branch(
  name: string,
  observedAt: Instant,
  more: Partial<Predicate<'branch-protection-observed'>> = {},
) {
  return evidence('branch-protection-observed', observedAt, {
    complete: true,
    branch: name,
    protected: true,
    requiredApprovals: 1,
    ...more,
  });
}

function heartbeat(begin: Instant, complete = true) {
  return evidence('collector-heartbeat', begin, {
    complete,
    target: 'https://github.com/bank/ledger',
    parts: [],
    startedAt: begin,
    finishedAt: begin,
  });
}

const titles = (all: readonly Evidence[]) =>
  assess(overBranches, all, NOW).rows.map(({ member }) => member.title);

describe('the branches of an asset', () => {
  it('are each judged by their latest reading', () => {
    const weak = { requiredApprovals: 0 };
    const all = [
      branch('main', hoursAgo(20), weak),
      branch('main', hoursAgo(8)),
      branch('release', hoursAgo(20)),
      branch('release', hoursAgo(8), weak),
    ];
    const { status, rows } = assess(overBranches, all, NOW);
    expect(status).toBe('not-satisfied');
    expect(rows.map(row => [row.member.title, row.status])).toEqual([
      ['release', 'not-satisfied'],
      ['main', 'satisfied'],
    ]);
    expect(explainStatus(overBranches, all, NOW)).toBe(
      '1 of 2 branches failed: The requirement "it" is not met: requiredApprovals = 0.',
    );
  });

  it('list the evidence and the values behind each row', () => {
    const item = branch('main', hoursAgo(8));
    const [row] = assess(overBranches, [item], NOW).rows;
    expect(row?.checks).toEqual([
      {
        check: 'it',
        passed: true,
        cause: {
          code: 'assertion-true',
          params: { id: 'it', read: 'requiredApprovals = 1' },
        },
        evidence: [item.id],
      },
    ]);
  });

  it('are not assessed before one was read', () => {
    expect(tell(overBranches, [], NOW)).toBe(
      'not-assessed: state-not-observed',
    );
  });

  it('are not assessed when they were read too long ago', () => {
    const all = [branch('main', hoursAgo(48))];
    expect(tell(overBranches, all, NOW)).toBe('not-assessed: evidence-stale');
    const fresh = branch('main', hoursAgo(47));
    expect(assess(overBranches, [fresh], NOW)).toMatchObject({
      status: 'satisfied',
      validUntil: at(100 * DAY + 60),
    });
  });

  it('do not recover by age while others are fresh', () => {
    const weak = branch('release', hoursAgo(47), { requiredApprovals: 0 });
    const all = [branch('main', hoursAgo(1)), weak];
    expect(tell(overBranches, all, NOW)).toBe('not-satisfied: assertion-false');
    expect(tell(overBranches, all, hoursAgo(-1))).toBe(
      'not-assessed: evidence-stale',
    );
  });

  it('are not assessed for a repository of which nothing was read', () => {
    const two = {
      asset: {
        ...asset,
        repositories: [...asset.repositories, 'https://github.com/bank/b'],
      },
      evidence: [branch('main', hoursAgo(1))],
      asOf: NOW,
      sourceHeard: true,
      gaps: [],
      people: [],
    };
    const { status, rows } = evaluateControl(compileControl(overBranches), two);
    expect([status, rows[0]?.member.title, rows[0]?.reason.code]).toEqual([
      'not-assessed',
      'https://github.com/bank/b',
      'state-not-observed',
    ]);
  });

  it('lose one that a later complete collection of the same source did not find', () => {
    const all = [branch('old', hoursAgo(20)), branch('main', hoursAgo(8))];
    expect(titles(all)).toEqual(['main', 'old']);
    expect(titles([...all, heartbeat(hoursAgo(8))])).toEqual(['main']);
  });

  it.each<[string, Evidence]>([
    ['an incomplete collection', heartbeat(hoursAgo(8), false)],
    ['an earlier collection', heartbeat(hoursAgo(20))],
    [
      'another source',
      { ...heartbeat(hoursAgo(8)), sourceId: 'gitlab' } as Evidence,
    ],
    [
      'another repository',
      {
        ...heartbeat(hoursAgo(8)),
        subjects: [{ kind: 'repository', uri: 'https://github.com/bank/x' }],
      } as Evidence,
    ],
  ])('do not lose one to %s', (_, item) => {
    const all = [branch('old', hoursAgo(20)), branch('main', hoursAgo(8))];
    expect(titles([...all, item])).toEqual(['main', 'old']);
  });

  it('of another kind may be none, if the repositories were collected', () => {
    const overPipelines = assertingOver(
      { each: 'pipeline', from: 'pipeline-definition-observed', within: 'P2D' },
      'member.writesEverything == false',
    );
    const collected = [heartbeat(hoursAgo(8))];
    expect(tell(overPipelines, collected, NOW)).toBe(
      'not-applicable: none-observed',
    );
    expect(tell(overPipelines, [heartbeat(hoursAgo(8), false)], NOW)).toBe(
      'not-assessed: state-not-observed',
    );
    // Every repository has a branch.
    expect(tell(overBranches, collected, NOW)).toBe(
      'not-assessed: state-not-observed',
    );
  });

  it('are none only as long as a collection is new enough', () => {
    const overPipelines = assertingOver(
      { each: 'pipeline', from: 'pipeline-definition-observed', within: 'P2D' },
      'member.writesEverything == false',
    );
    const { status, validUntil } = assess(
      overPipelines,
      [heartbeat(hoursAgo(30)), heartbeat(hoursAgo(8))],
      NOW,
    );
    expect([status, validUntil]).toEqual(['not-applicable', hoursAgo(-40)]);
    expect(tell(overPipelines, [heartbeat(hoursAgo(48))], NOW)).toBe(
      'not-assessed: state-not-observed',
    );
  });

  it('are missing of one of two repositories, unless it is known to have none', () => {
    const [own, other] = [asset.repositories[0]!, 'https://github.com/bank/x'];
    const about = (uri: string, item: Evidence) =>
      ({
        ...item,
        id: `${item.id} ${uri}`,
        subjects: [{ kind: 'repository', uri }],
      } as unknown as Evidence);
    const tellOfBoth = (control: Control, all: Evidence[]) => {
      const { status, reason, validUntil } = evaluateControl(
        compileControl(control),
        {
          asset: { ...asset, repositories: [own, other] },
          evidence: all,
          asOf: NOW,
          sourceHeard: true,
          gaps: [],
          people: [],
        },
      );
      return [`${status}: ${reason.code}`, validUntil];
    };
    const overPipelines = assertingOver(
      { each: 'pipeline', from: 'pipeline-definition-observed', within: 'P2D' },
      'member.writesEverything == false',
    );
    const definition = about(
      own,
      evidence('pipeline-definition-observed', hoursAgo(8), {
        complete: true,
        pipeline: { name: 'Build' },
        actions: [],
      } as never),
    );
    const collected = (hours: number) =>
      about(other, heartbeat(hoursAgo(hours)));
    expect(tellOfBoth(overPipelines, [definition, collected(9)])).toEqual([
      'satisfied: all-members-satisfied',
      hoursAgo(-39),
    ]);
    expect(tellOfBoth(overPipelines, [definition, collected(48)])[0]).toBe(
      'not-assessed: state-not-observed',
    );
    // Every repository has a branch.
    const main = branch('main', hoursAgo(8));
    expect(tellOfBoth(overBranches, [main, collected(9)])[0]).toBe(
      'not-assessed: state-not-observed',
    );
  });

  it('can fail, but not comply, while they were not read completely', () => {
    const partly = { complete: false, problem: 'rules: HTTP 403' };
    expect(tell(overBranches, [branch('main', hoursAgo(8), partly)], NOW)).toBe(
      'not-assessed: evidence-incomplete',
    );
    const weak = { ...partly, requiredApprovals: 0 };
    expect(tell(overBranches, [branch('main', hoursAgo(8), weak)], NOW)).toBe(
      'not-satisfied: assertion-false',
    );
  });

  it('of the same name in two repositories are two', () => {
    const other = {
      ...branch('main', hoursAgo(9)),
      id: 'sha256:other',
      subjects: [{ kind: 'repository', uri: 'https://github.com/bank/x' }],
    } as unknown as Evidence;
    expect(titles([branch('main', hoursAgo(8)), other])).toEqual([
      'main',
      'main',
    ]);
  });
});
