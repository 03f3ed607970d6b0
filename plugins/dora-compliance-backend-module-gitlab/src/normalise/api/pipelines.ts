import {
  type PartialReading,
  readStatements,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { User } from '../accounts';
import { Pipeline, runFinished } from '../pipelineRun';
import type { PartReader } from './GitlabAnswers';
import type { ProjectSettings } from './ProjectSettings';

/** A pipeline as the API reports it when it is asked for alone. */
export const WholePipeline = Pipeline.extend({ user: User.nullish() });

export type WholePipeline = z.output<typeof WholePipeline>;

/** Pipelines that ended, in the same words as their webhook. */
export const readPipelines: PartReader = answers => {
  const project = answers.project;
  return project
    ? runsFinished(answers.all(/^\/pipelines\/\d+$/, WholePipeline), project)
    : [];
};

/** One that lacks its end takes no other one with it. */
export function runsFinished(
  runs: readonly WholePipeline[],
  project: ProjectSettings,
): PartialReading {
  return readStatements(
    runs,
    ({ id }) => `pipeline ${id}`,
    run => runFinished(run, project, run.user),
  );
}
