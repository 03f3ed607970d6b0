import { commit, person, REPOSITORY, repository, sha } from './azureObjects';

/** A push by Anna, newest commit first; `ref` is moved from the oldest. */
export function azurePush(
  pushId: number,
  date: string,
  commits: readonly string[],
  ref = 'refs/heads/main',
) {
  return {
    pushedBy: person('Anna'),
    pushId,
    date,
    refUpdates: [
      {
        repositoryId: REPOSITORY,
        name: ref,
        oldObjectId: sha(1),
        newObjectId: commits[0] ?? sha(2),
      },
    ],
    url: `${repository.url}/pushes/${pushId}`,
  };
}

/** A push and its commits, which lists do not report. */
export type Pushed = ReturnType<typeof azurePush> & {
  commits: readonly string[];
};

/** The pushes a query asks for, newest first. */
export function listedPushes(
  pushes: readonly Pushed[],
  query: URLSearchParams,
): object[] {
  const since = query.get('searchCriteria.fromDate') ?? '';
  const isTold = query.get('searchCriteria.includeRefUpdates') === 'true';
  return pushes
    .filter(({ date }) => date >= since)
    .sort((a, b) => b.pushId - a.pushId)
    .map(({ commits: _, refUpdates, ...push }) => ({
      ...push,
      ...(isTold && { refUpdates }),
    }));
}

/** The commits of a push that a query asks for. */
export function commitsOfPush(
  pushes: readonly Pushed[],
  query: URLSearchParams,
): object[] {
  const push = pushes.find(
    ({ pushId }) => pushId === Number(query.get('pushId')),
  );
  const skip = Number(query.get('skip') ?? 0);
  const top = Number(query.get('top') ?? 100);
  return (push?.commits ?? [])
    .slice(skip, skip + top)
    .map(id => commit(id, 'Anna'));
}
