import type {
  Outcome,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Name, Reference, Text, webAddress } from './fields';
import {
  type Occurrence,
  buildStatement,
  toEnvironment,
  toUrn,
} from './Occurrence';

/** `uri` was called `url` in earlier versions. */
const address = { uri: Text.optional(), url: Text.optional() };

const PipelineRun = z.looseObject({
  ...address,
  pipelineName: Text.optional(),
  outcome: Text.optional(),
});

const TaskRun = z.looseObject({
  ...address,
  taskName: Text.optional(),
  pipelineRun: Reference.optional(),
  outcome: Text.optional(),
});

const TestSuiteRun = z.looseObject({
  environment: Reference,
  outcome: Name,
  testSuite: z
    .looseObject({ id: Name, name: Text.optional(), uri: Text.optional() })
    .optional(),
});

/** `pipelinerun.finished` */
export function readPipelineRun(occurrence: Occurrence): Statement[] {
  const { context, subject } = occurrence.event;
  const content = PipelineRun.parse(subject.content);
  const uri = toUrn(occurrence, subject);
  const { commit } = occurrence.supplement;
  return [
    buildStatement(
      occurrence,
      'pipeline-run-finished',
      {
        pipeline: { name: content.pipelineName || subject.id },
        run: {
          id: subject.id,
          // To CDEvents each attempt is a run of its own.
          attempt: 1,
          url: webAddress(content.uri ?? content.url) ?? uri,
        },
        outcome: toOutcome(content.outcome),
        ...(commit && { commit }),
        finishedAt: context.timestamp,
      },
      { subjects: [{ kind: 'pipeline-run', uri }] },
    ),
  ];
}

/** `taskrun.finished` */
export function readTaskRun(occurrence: Occurrence): Statement[] {
  const { context, subject } = occurrence.event;
  const content = TaskRun.parse(subject.content);
  const { pipelineRun } = content;
  const url = webAddress(content.uri ?? content.url);
  const { commit } = occurrence.supplement;
  return [
    buildStatement(
      occurrence,
      'pipeline-task-finished',
      {
        task: {
          id: subject.id,
          name: content.taskName || subject.id,
          ...(url && { url }),
        },
        ...(pipelineRun && { run: { id: pipelineRun.id } }),
        outcome: toOutcome(content.outcome),
        ...(commit && { commit }),
        finishedAt: context.timestamp,
      },
      {
        subjects: [
          { kind: 'pipeline-task', uri: toUrn(occurrence, subject) },
          ...(pipelineRun
            ? [
                {
                  kind: 'pipeline-run' as const,
                  uri: toUrn(occurrence, pipelineRun),
                },
              ]
            : []),
        ],
      },
    ),
  ];
}

/** `testsuiterun.finished` */
export function readTestSuiteRun(occurrence: Occurrence): Statement[] {
  const { context, subject } = occurrence.event;
  const { environment, testSuite, outcome } = TestSuiteRun.parse(
    subject.content,
  );
  const url = webAddress(testSuite?.uri);
  const { commit } = occurrence.supplement;
  return [
    buildStatement(
      occurrence,
      'test-suite-finished',
      {
        suite: {
          id: testSuite?.id ?? subject.id,
          ...(testSuite?.name && { name: testSuite.name }),
          ...(url && { url }),
        },
        outcome: toOutcome(outcome),
        ...(commit && { commit }),
        environment: toEnvironment(occurrence, environment.id),
        finishedAt: context.timestamp,
      },
      { subjects: [{ kind: 'test-suite', uri: toUrn(occurrence, subject) }] },
    ),
  ];
}

/** The words of all versions; what is not reported is no success. */
function toOutcome(outcome: string | undefined): Outcome {
  switch (outcome?.toLowerCase()) {
    case 'success':
    case 'pass':
      return 'success';
    case 'failure':
    case 'fail':
    case 'error':
      return 'failure';
    case 'cancel':
    case 'canceled':
    case 'cancelled':
    case 'aborted':
      return 'cancelled';
    case 'skipped':
      return 'skipped';
    default:
      return 'other';
  }
}
