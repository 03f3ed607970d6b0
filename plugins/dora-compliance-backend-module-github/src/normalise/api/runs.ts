import {
  type Instant,
  parseInstant,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { readDeploymentReview } from '../deploymentReview';
import { Moment, User, WebAddress } from '../fields';
import type { GithubScope } from '../GithubScope';
import { readRun } from '../run';
import {
  type PartialReading,
  readStatements,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GithubAnswers } from './GithubAnswers';
import { countedListShape, listShape } from './pages';

/** A run of a workflow, of which `readRun` reads the rest. */
export const RunAnswer = z.looseObject({
  id: z.number().int(),
  html_url: WebAddress,
  status: z.string().nullable(),
  run_attempt: z.number().int().positive().optional(),
  created_at: Moment,
  updated_at: Moment,
});

export type RunAnswer = z.output<typeof RunAnswer>;

export const Runs = countedListShape('workflow_runs', RunAnswer);

/** A decision on the deployments of a run; GitHub does not show when. */
const Approval = z.looseObject({
  state: z.string(),
  comment: z.string().nullish(),
  /** Null for an account that was deleted. */
  user: User.nullish(),
  environments: z.array(z.looseObject({ name: z.string().min(1) })),
});

export const Approvals = listShape(Approval);

/** Finished runs as their webhooks report, and who approved deployments. */
export function readRuns(
  answers: GithubAnswers,
  scope: GithubScope,
): PartialReading {
  const { repository } = answers;
  const runs = [
    ...answers.list(/^\/actions\/runs$/, Runs),
    ...answers.all(/^\/actions\/runs\/\d+\/attempts\/\d+$/, RunAnswer),
  ].filter(({ status }) => status === 'completed');
  const finished = readStatements(
    runs,
    run => `run ${run.id}`,
    run => readRun({ action: 'completed', repository, workflow_run: run }),
  );
  const reviews = readStatements(
    answers.parsed(/^\/actions\/runs\/(\d+)\/approvals$/, Approvals),
    ({ match }) => `approvals of run ${match[1]}`,
    ({ match, body }) => {
      const run = runs.find(({ id }) => String(id) === match[1]);
      return run
        ? body.items.flatMap(approval =>
            reviewed(approval, run, answers, scope),
          )
        : [];
    },
  );
  return {
    statements: [...finished.statements, ...reviews.statements],
    flaws: [...finished.flaws, ...reviews.flaws],
  };
}

function reviewed(
  approval: z.output<typeof Approval>,
  run: RunAnswer,
  answers: GithubAnswers,
  scope: GithubScope,
): Statement[] {
  const { state, comment, user, environments } = approval;
  if (state !== 'approved' && state !== 'rejected') {
    return [];
  }
  return environments.flatMap(environment =>
    readDeploymentReview(
      {
        action: state,
        repository: answers.repository,
        approver: user,
        comment,
        environment: environment.name,
        workflow_run: run,
      },
      { ...scope, happenedAt: decidedAt(run) },
    ),
  );
}

/** The latest time it can have been: a run ends after all decisions. */
function decidedAt(run: RunAnswer): Instant | undefined {
  return parseInstant(run.updated_at);
}
