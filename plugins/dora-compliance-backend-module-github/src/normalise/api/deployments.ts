import { z } from 'zod';
import { readDeployment, readDeploymentStatus } from '../deployment';
import { Moment, WebAddress } from '../fields';
import type { GithubScope } from '../GithubScope';
import {
  type PartialReading,
  readStatements,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GithubAnswers } from './GithubAnswers';
import { listShape } from './pages';
import { RunAnswer } from './runs';

/** A deployment, of which `readDeployment` reads the rest. */
export const DeploymentAnswer = z.looseObject({
  id: z.number().int(),
  url: WebAddress,
  environment: z.string(),
  created_at: Moment,
  updated_at: Moment,
  payload: z.unknown().optional(),
});

export type DeploymentAnswer = z.output<typeof DeploymentAnswer>;

export const Deployments = listShape(DeploymentAnswer);

const StatusAnswer = z.looseObject({
  id: z.number().int(),
  state: z.string(),
  created_at: Moment,
  log_url: z.string().nullish(),
  target_url: z.string().nullish(),
});

type StatusAnswer = z.output<typeof StatusAnswer>;

export const Statuses = listShape(StatusAnswer);

/** Those that webhooks report as the end of a deployment. */
const ENDS = ['success', 'failure', 'error'];

/** The last end among the statuses of a deployment; it may have several. */
export function findEnd(
  statuses: readonly StatusAnswer[],
): StatusAnswer | undefined {
  return statuses
    .filter(({ state }) => ENDS.includes(state))
    .reduce<StatusAnswer | undefined>(
      (last, one) => (last && last.created_at >= one.created_at ? last : one),
      undefined,
    );
}

/** Deployments and how they ended, as their webhooks report. */
export function readDeployments(
  answers: GithubAnswers,
  scope: GithubScope,
): PartialReading {
  const { repository } = answers;
  const matchStatuses = ({ id }: DeploymentAnswer) =>
    new RegExp(`^/deployments/${id}/statuses$`);
  // Those that are too old were listed, but not asked for.
  const wanted = answers
    .list(/^\/deployments$/, Deployments)
    .filter(deployment => answers.asked(matchStatuses(deployment)));
  return readStatements(
    wanted,
    ({ id }) => `deployment ${id}`,
    deployment => {
      const statuses = answers.list(matchStatuses(deployment), Statuses);
      const workflow_run = findRun(statuses, answers);
      const event = { repository, deployment, workflow_run };
      return [
        ...readDeployment({ action: 'created', ...event }, scope),
        ...statuses.flatMap(deployment_status =>
          readDeploymentStatus({ ...event, deployment_status }, scope),
        ),
      ];
    },
  );
}

/**
 * The run that deployed. Webhooks show it; here the logs of a status lead to
 * it, and it was asked for by its number.
 */
function findRun(statuses: readonly StatusAnswer[], answers: GithubAnswers) {
  const page = answers.repository?.html_url ?? '';
  const id = findRunId(statuses, page);
  return (
    id && {
      ...answers.one(new RegExp(`^/actions/runs/${id}$`), RunAnswer),
      html_url: `${page}/actions/runs/${id}`,
    }
  );
}

/** The number of the run whose logs a status of a deployment shows. */
export function findRunId(
  statuses: readonly StatusAnswer[],
  page: string,
): string | undefined {
  const prefix = `${page}/actions/runs/`;
  return statuses
    .flatMap(({ log_url, target_url }) => [log_url, target_url])
    .filter(url => url?.startsWith(prefix))
    .map(url => /^\d+/.exec(url?.slice(prefix.length) ?? '')?.[0])
    .find(Boolean);
}
