import { actionsRoutes } from './actionsRoutes';
import { credentialRoutes } from './credentialRoutes';
import type { Body } from './bodies';
import type { FakeRepository } from './FakeRepository';
import { repositoryRoutes } from './repositoryRoutes';
import { found, listing, type Route } from './route';

export const githubRoutes: Route[] = [
  [/^$/, github => ({ body: github.repository.body })],
  [
    /^\/pulls$/,
    ({ repository }, _, query) => ({
      items: repository.pulls.map(listed).sort(byNewest(query.get('sort'))),
    }),
  ],
  [
    /^\/pulls\/(\d+)$/,
    ({ repository }, [, number]) =>
      found(repository.pulls.find(pull => String(pull.number) === number)),
  ],
  [
    /^\/pulls\/(\d+)\/commits$/,
    ({ repository }, [, number]) =>
      // GitHub shows no more than 250.
      listing(repository.commits.get(Number(number)), { most: 250 }),
  ],
  [
    /^\/pulls\/(\d+)\/reviews$/,
    ({ repository }, [, number]) =>
      listing(repository.reviews.get(Number(number))),
  ],
  [
    /^\/commits\/([0-9a-f]{40})$/,
    ({ repository }, [, sha = '']) => found(repository.findMerge(sha)),
  ],
  [/^\/deployments$/, ({ repository }) => ({ items: repository.deployments })],
  [
    /^\/deployments\/(\d+)\/statuses$/,
    ({ repository }, [, id]) => listing(repository.statuses.get(Number(id))),
  ],
  [
    /^\/activity$/,
    ({ repository }, _, query) => listActivities(repository, query.get('ref')),
  ],
  [
    /^\/compare\/(.+)$/,
    ({ repository }, [, range = '']) => {
      const commits = repository.comparisons.get(range);
      return (
        commits && {
          items: commits,
          wrap: (page, total_commits) => ({ total_commits, commits: page }),
        }
      );
    },
  ],
  ...credentialRoutes,
  ...repositoryRoutes,
  ...actionsRoutes,
];

function listActivities(
  { activities, branches }: FakeRepository,
  of: string | null,
) {
  const isKnown =
    branches.length === 0 || branches.some(name => of === `refs/heads/${name}`);
  const items = activities.filter(({ ref }) => ref === (of ?? ref));
  return isKnown ? { byCursor: true, items } : undefined;
}

/** A pull request in a list reports less than by itself. */
function listed(pull: Body): Body {
  const { merged, merged_by, commits, comments, ...rest } = pull;
  return rest;
}

function byNewest(sort: string | null) {
  const key = sort === 'updated' ? 'updated_at' : 'created_at';
  return (a: Body, b: Body) => (a[key] > b[key] ? -1 : 1);
}
