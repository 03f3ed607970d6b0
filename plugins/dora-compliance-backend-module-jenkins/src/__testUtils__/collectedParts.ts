import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  collectedBody,
  type CollectedDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { JenkinsScope } from '../normalise/JenkinsScope';
import { normaliseJenkinsApi } from '../normalise/normaliseJenkinsApi';
import { STARTED, stageView } from './builds';

/** The pipeline whose answers are read. */
export const TARGET = 'urn:cicd:ci.example:jenkins:Pay%20out';
/** The path of its build. */
export const BUILD = '/job/Pay%20out/16';

/** A rule by which the pipeline, or a stage of it, deploys. */
export const rule = (environment: string, stage?: string) => ({
  job: 'Pay out',
  ...(stage && { stage }),
  environment,
  production: environment === 'live',
});

/** A scope with these rules. */
export const createScope = (
  ...deployments: JenkinsScope['deployments']
): JenkinsScope => ({
  baseUrls: [],
  multibranchProjects: [],
  deployments,
});

/** An answer of Jenkins, as it is kept. */
export const answer = (path: string, body: unknown, status = 200) => ({
  request: `GET ${path}`,
  status,
  body,
});

/** Reads a part of the pipeline from answers; with a problem it broke off. */
export function read(
  part: string,
  answers: CollectedDocument['answers'],
  scope = createScope(),
  problem?: string,
) {
  const reading = normaliseJenkinsApi(
    collectedBody({
      part,
      target: TARGET,
      targetKind: 'pipeline',
      collectedAt: '2026-11-25T12:00:00.000Z' as Instant,
      complete: !problem,
      ...(problem && { problem }),
      answers,
    }),
    scope,
  );
  if (reading.outcome === 'rejected') {
    throw new Error(reading.reason);
  }
  return { statements: reading.statements, flaws: reading.flaws ?? [] };
}

/** The answer of the job. */
export const job = answer('/job/Pay%20out/api/json?tree=x', {
  name: 'Pay out',
  url: 'https://ci.example/jenkins/job/Pay%20out/',
});

/** The answer of the build. */
export const built = (actions: unknown[] = [], result = 'SUCCESS') =>
  answer(`${BUILD}/api/json?tree=x`, {
    _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
    number: 16,
    url: 'https://ci.example/jenkins/job/Pay%20out/16/',
    building: false,
    result,
    timestamp: STARTED,
    duration: 60_000,
    actions,
  });

/** The run, with its last stage ended as reported. */
export function stagesThat(status: string) {
  const run = stageView();
  Object.assign(run.stages[2]!, {
    status,
    durationMillis: 20_000,
    pauseDurationMillis: 5_000,
  });
  return answer(`${BUILD}/wfapi/describe`, run);
}

/** A stage with an input that was decided after its start. */
export function inputIn(id: string, status: string, after: number) {
  const stage = stageView().stages.find(item => item.id === id);
  const step = {
    ...stage,
    id: `${id}1`,
    name: 'Wait for interactive input',
    status,
    durationMillis: after,
  };
  return answer(`${BUILD}/execution/node/${id}/wfapi/describe`, {
    ...stage,
    stageFlowNodes: [
      { ...step, id: `${id}0`, name: 'Shell Script', status: 'SUCCESS' },
      step,
    ],
  });
}

/** The types of statements. */
export const listTypes = (statements: readonly Statement[]) =>
  statements.map(({ type }) => type);
