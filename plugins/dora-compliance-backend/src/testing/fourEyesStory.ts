import type {
  Identity,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at } from './samples';

const HEAD = 'a'.repeat(40);
const MERGED = 'b'.repeat(40);

/**
 * Change 1 of an asset: written by `alice` on github.com, approved by
 * `a.smith` on another system, and deployed by a bot.
 */
export function fourEyesStory(
  name: string,
  approvedOn = 'jenkins.example',
): Statement[] {
  const url = `https://github.com/bank/${name}`;
  const change = { number: '1', title: 'x', url: `${url}/pull/1` };
  const repository: Subject = { kind: 'repository', uri: url };
  const ofChange: Subject = { kind: 'change', uri: change.url };
  const merge: Subject = { kind: 'commit', digest: `gitCommit:${MERGED}` };
  const who = (login: string, system = 'github.com'): Identity => ({
    system,
    login,
    kind: login.endsWith('[bot]') ? 'bot' : 'human',
  });
  const alice = who('alice');
  const own = { commit: HEAD, author: alice, coAuthors: [], title: 'x' };
  return [
    {
      type: 'change-updated',
      subjects: [repository, ofChange],
      predicate: { change, pushedBy: alice, headCommit: HEAD },
      observedAt: at(5),
      sourceId: 'test',
    },
    {
      type: 'change-commits-observed',
      subjects: [repository, ofChange],
      predicate: {
        change,
        headCommit: HEAD,
        complete: true,
        total: 1,
        commits: [own],
      },
      observedAt: at(20),
      sourceId: 'test',
    },
    {
      type: 'commits-pushed',
      subjects: [repository, merge],
      predicate: {
        branch: 'main',
        after: MERGED,
        forced: false,
        pushedBy: alice,
        commits: [{ ...own, commit: MERGED }],
      },
      observedAt: at(20),
      sourceId: 'test',
    },
    {
      type: 'change-reviewed',
      subjects: [repository, ofChange],
      predicate: {
        change,
        reviewId: '1',
        reviewer: who('a.smith', approvedOn),
        decision: 'approved',
        commit: HEAD,
        submittedAt: at(10),
        mayWrite: true,
      },
      observedAt: at(10),
      sourceId: 'test',
    },
    {
      type: 'change-merged',
      subjects: [repository, ofChange, merge],
      predicate: {
        change,
        author: alice,
        mergedAt: at(20),
        headCommit: HEAD,
        mergeCommit: MERGED,
        targetBranch: 'main',
      },
      observedAt: at(20),
      sourceId: 'test',
    },
    {
      type: 'service-deployed',
      subjects: [repository, merge],
      predicate: {
        deployment: {
          id: '1',
          url: `${url}/deployments/1`,
          commit: MERGED,
          environment: { name: 'production', production: true },
          deployer: who('deploy[bot]'),
        },
        deployedAt: at(30),
      },
      observedAt: at(30),
      sourceId: 'test',
    },
  ];
}
