import type {
  Predicate,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  AnswerReader,
  CollectedDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { simpleName } from './BuildJson';
import { JobConfiguration } from './JobConfiguration';
import { ComputersJson, JobJson } from './Settings';

const NOT_ALLOWED =
  'The account may not read the configuration of jobs (Job/ExtendedRead)';

/** The answers on a setting of a pipeline, and the pipeline. */
type SettingReading = {
  readonly answers: AnswerReader;
  /** Full name of the job. */
  readonly definition: string;
  /** Names of the environments the pipeline deploys to, as configured. */
  readonly environments: readonly string[];
};

/** What its JSON and its configuration report about a definition. */
export function definitionStatement(reading: SettingReading): Statement {
  const { answers, definition, environments } = reading;
  const { document } = answers;
  const job = parseAnswer(document, JobJson);
  const configuration = findConfiguration(document);
  const upstream = job?.upstreamProjects ?? [];
  return setting('pipeline-definition-observed', answers, {
    ...incomplete(document, describeMissing(configuration)),
    pipeline: {
      name: definition,
      path: configuration?.scriptPath ?? definition,
    },
    triggers: [
      ...upstream.map(({ fullName, name }) => `upstream: ${fullName ?? name}`),
      ...(configuration?.triggers ?? []).map(triggerText),
    ],
    runners: job?.labelExpression ? [job.labelExpression] : [],
    environments: [...environments],
  });
}

/** What is never reported about a definition, or was not. */
function describeMissing(configuration: JobConfiguration | undefined): string {
  if (!configuration) {
    return `${NOT_ALLOWED}: where the script of this job comes from, which timers and webhooks start it, and which libraries it loads is not known`;
  }
  return simpleName(configuration.definition) === 'CpsFlowDefinition'
    ? 'The script of this job stands in Jenkins, in no repository; which libraries it loads is not known'
    : 'Jenkins does not tell which libraries the script of a job loads';
}

function triggerText({ type, spec }: JobConfiguration['triggers'][number]) {
  const name = simpleName(type);
  return spec ? `${name}: ${spec}` : name;
}

/** How long builds are kept, by the rule of the job. */
export function retentionStatement({ answers }: SettingReading): Statement {
  const { document } = answers;
  const configuration = findConfiguration(document);
  const { days, builds: runs } = configuration?.discarder ?? {};
  const isTold = days !== undefined || runs !== undefined;
  return setting('log-retention-observed', answers, {
    ...(document.complete && isTold
      ? { complete: true }
      : incomplete(document, untoldRetention(document, configuration))),
    ...(days !== undefined && { days }),
    ...(runs !== undefined && { runs }),
  });
}

function untoldRetention(
  document: CollectedDocument,
  configuration: JobConfiguration | undefined,
): string {
  const job = parseAnswer(document, JobJson);
  const isDiscarding = job?.property?.some(property =>
    /\.BuildDiscarderProperty$/.test(property?._class ?? ''),
  );
  if (configuration?.discarder) {
    return 'Jenkins discards old builds of this job by a rule that names neither days nor a number of builds';
  }
  if (isDiscarding) {
    return `${NOT_ALLOWED}: Jenkins discards old builds of this job, after how long is not known`;
  }
  return /MultiBranchProject$/.test(job?._class ?? '')
    ? 'Each branch has a rule of its own to discard builds, or none; they were not read'
    : 'This job has no rule of its own to discard builds; whether the controller has one is not told';
}

/** The machines of the controller; all its pipelines share them. */
export function runnersStatement({ answers }: SettingReading): Statement {
  const { document } = answers;
  const computers = parseAnswer(document, ComputersJson)?.computer ?? [];
  const untold = computers.find(({ assignedLabels }) => !assignedLabels);
  return setting('runners-observed', answers, {
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

function setting<
  T extends
    | 'log-retention-observed'
    | 'pipeline-definition-observed'
    | 'runners-observed',
>(type: T, answers: AnswerReader, predicate: Predicate<T>): Statement {
  const { target: uri } = answers.document;
  return answers.observed(type, [{ kind: 'pipeline', uri }], predicate);
}

/** What was not read comes before what can't be read. */
function incomplete({ complete, problem }: CollectedDocument, always: string) {
  return {
    complete: false,
    problem: complete ? always : problem ?? 'It was not read completely',
  };
}

/** Undefined where it was not allowed, or not asked for. */
function findConfiguration({
  complete,
  answers,
}: CollectedDocument): JobConfiguration | undefined {
  const answer = answers.find(
    ({ request, status }) => status === 200 && /\/config\.xml$/.test(request),
  );
  return complete && answer ? JobConfiguration.parse(answer.body) : undefined;
}

/** The answer of a document that must have it; undefined where it broke off. */
function parseAnswer<T>(
  { complete, answers }: CollectedDocument,
  shape: { parse(value: unknown): T },
): T | undefined {
  return complete ? shape.parse(answers[0]?.body) : undefined;
}
