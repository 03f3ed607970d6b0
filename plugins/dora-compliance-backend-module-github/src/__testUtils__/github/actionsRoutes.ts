import type { Body } from './bodies';
import { counted, found, listing, type Route } from './route';

const PERMISSIONS = '^/actions/permissions';

const setting = (
  path: string,
  key:
    | 'permissions'
    | 'selected'
    | 'token'
    | 'forks'
    | 'privateForks'
    | 'retention',
): Route => [
  new RegExp(`${PERMISSIONS}${path}$`),
  ({ settings }) => ({ body: settings[key] }),
];

/** What GitHub Actions answers. */
export const actionsRoutes: Route[] = [
  setting('', 'permissions'),
  setting('/selected-actions', 'selected'),
  setting('/workflow', 'token'),
  setting('/fork-pr-contributor-approval', 'forks'),
  setting('/fork-pr-workflows-private-repos', 'privateForks'),
  setting('/artifact-and-log-retention', 'retention'),
  [
    /^\/actions\/runs$/,
    ({ repository }, _, query) => ({
      items: repository.runs.filter(createdWithin(query.get('created'))),
      wrap: counted('workflow_runs'),
      most: 1000,
    }),
  ],
  [
    /^\/actions\/runs\/(\d+)$/,
    ({ repository }, [, id]) =>
      found(repository.runs.find(run => String(run.id) === id)),
  ],
  [
    /^\/actions\/runs\/(\d+)\/attempts\/(\d+)$/,
    ({ repository }, [, id, attempt]) =>
      found(repository.attempts.get(Number(id))?.[Number(attempt) - 1]),
  ],
  [
    /^\/actions\/runs\/(\d+)\/approvals$/,
    ({ repository }, [, id]) => {
      const approvals = repository.approvals.get(Number(id));
      return approvals && { body: approvals };
    },
  ],
  [
    /^\/actions\/runners$/,
    ({ settings }) => listing(settings.runners, { wrap: counted('runners') }),
  ],
  [
    /^\/orgs\/bank\/actions\/runner-groups$/,
    ({ settings }, _, query) =>
      query.get('visible_to_repository') === 'ledger'
        ? listing(settings.runnerGroups, { wrap: counted('runner_groups') })
        : undefined,
  ],
  [
    /^\/orgs\/bank\/actions\/runner-groups\/(\d+)\/runners$/,
    ({ settings }, [, id]) =>
      listing(settings.sharedRunners.get(Number(id)), {
        wrap: counted('runners'),
      }),
  ],
];

/** `>=from` or `from..to`, both ends included, in seconds. */
function createdWithin(created: string | null) {
  const [from = '', to] = (created ?? '').replace('>=', '').split('..');
  const time = (text: string) => Math.floor(Date.parse(text) / 1000);
  return ({ created_at }: Body) =>
    !created ||
    (time(created_at) >= time(from) && (!to || time(created_at) <= time(to)));
}
