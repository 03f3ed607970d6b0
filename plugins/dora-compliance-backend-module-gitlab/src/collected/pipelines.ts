import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { problemOf } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { User } from '../normalise/accounts';
import { Pipeline, runFinished } from '../normalise/pipelineRun';
import { bodiesOf, bodyOf } from './answers';
import type { CollectedReader } from './CollectedReader';
import { PROJECT, ProjectSettings } from './ProjectSettings';

/** A pipeline as the API tells it when it is asked for alone. */
export const WholePipeline = Pipeline.extend({ user: User.nullish() });

export type WholePipeline = z.output<typeof WholePipeline>;

/** Pipelines that ended, in the same words as their webhook. */
export const readPipelines: CollectedReader = document => {
  const project = bodyOf(document, PROJECT, ProjectSettings);
  return project
    ? runsFinished(
        bodiesOf(document, /^\/pipelines\/\d+$/, WholePipeline),
        project,
      )
    : [];
};

/** One that lacks its end takes no other one with it. */
export function runsFinished(
  runs: readonly WholePipeline[],
  project: ProjectSettings,
): { statements: Statement[]; flaws: string[] } {
  const statements: Statement[] = [];
  const flaws: string[] = [];
  for (const run of runs) {
    try {
      statements.push(...runFinished(run, project, run.user));
    } catch (error) {
      flaws.push(`pipeline ${run.id}: ${problemOf(error)}`);
    }
  }
  return { statements, flaws };
}
