import type {
  Predicate,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { ComputersJson, JobJson } from './Settings';

/** A document on a setting of a pipeline, and the pipeline. */
export type SettingReading = {
  readonly document: CollectedDocument;
  /** Full name of the job. */
  readonly definition: string;
  /** Names of the environments the pipeline deploys to, as configured. */
  readonly environments: readonly string[];
};

/**
 * What Jenkins tells of a definition by its JSON API. That leaves out most:
 * the script, what starts it and what it loads.
 */
export function definitionStatement(reading: SettingReading): Statement {
  const { document, definition, environments } = reading;
  const job = answerOf(document, JobJson);
  const upstream = job?.upstreamProjects ?? [];
  return setting('pipeline-definition-observed', document, {
    ...incomplete(
      document,
      'Jenkins does not tell by its JSON API where the script of a job comes from, which timers and webhooks start it, and which libraries it loads',
    ),
    pipeline: { name: definition, path: definition },
    triggers: upstream.map(
      ({ fullName, name }) => `upstream: ${fullName ?? name}`,
    ),
    uses: [],
    runners: job?.labelExpression ? [job.labelExpression] : [],
    environments: [...environments],
  });
}

/** Jenkins tells whether old builds are discarded, but not after how long. */
export function retentionStatement({ document }: SettingReading): Statement {
  const job = answerOf(document, JobJson);
  const isDiscarding = job?.property?.some(property =>
    /\.BuildDiscarderProperty$/.test(property?._class ?? ''),
  );
  return setting(
    'log-retention-observed',
    document,
    incomplete(
      document,
      isDiscarding
        ? 'Jenkins discards old builds of this job; its JSON API does not tell after how long'
        : 'This job has no rule of its own to discard builds; whether the controller has one is not told by its JSON API',
    ),
  );
}

/** The machines of the controller; all its pipelines share them. */
export function runnersStatement({ document }: SettingReading): Statement {
  const computers = answerOf(document, ComputersJson)?.computer ?? [];
  const untold = computers.find(({ assignedLabels }) => !assignedLabels);
  return setting('runners-observed', document, {
    ...(untold || !document.complete
      ? incomplete(
          document,
          `Jenkins does not tell the labels of ${untold?.displayName}`,
        )
      : { complete: true }),
    runners: computers.map(({ displayName, offline, assignedLabels }) => ({
      id: displayName,
      name: displayName,
      labels: (assignedLabels ?? []).flatMap(({ name }) => name ?? []),
      ...(typeof offline === 'boolean' && { online: !offline }),
      shared: true,
    })),
  });
}

type SettingType =
  | 'log-retention-observed'
  | 'pipeline-definition-observed'
  | 'runners-observed';

function setting<T extends SettingType>(
  type: T,
  document: CollectedDocument,
  predicate: Predicate<T>,
): Statement {
  return {
    type,
    subjects: [{ kind: 'pipeline', uri: document.target }],
    predicate,
    observedAt: document.collectedAt,
    sourceId: 'jenkins',
  } as Statement;
}

/** What was not read comes before what can't be read. */
function incomplete({ complete, problem }: CollectedDocument, always: string) {
  return {
    complete: false,
    problem: complete ? always : problem ?? 'It was not read whole',
  };
}

/** The answer of a document that must have it; undefined where it broke off. */
function answerOf<T>(
  { complete, answers }: CollectedDocument,
  shape: { parse(value: unknown): T },
): T | undefined {
  return complete ? shape.parse(answers[0]?.body) : undefined;
}
