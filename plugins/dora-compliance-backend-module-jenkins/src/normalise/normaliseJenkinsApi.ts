import {
  AnswerReader,
  type CollectedDocument,
  normaliseCollected,
  type Normalised,
  type PartialReading,
  type Reading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readApprovals } from './approvals';
import {
  computeEnd,
  isFinished,
  ReadableBuild,
  readBuildJson,
} from './BuildJson';
import { instantAt } from './fields';
import type { JenkinsScope } from './JenkinsScope';
import { type BuildList, buildsIn } from './BuildList';
import { definitionOfUrn } from './definitionOfUrn';
import { rulesFor } from './deployment';
import { readFacts, type KnownJob, readBuild } from './readBuild';
import { findRepository } from './findRepository';
import { secretsStatement } from './secretsStatement';
import { JobJson } from './Settings';
import {
  definitionStatement,
  retentionStatement,
  runnersStatement,
} from './settingsStatements';
import { stageStatements } from './stages';
import { readStageView, StageDetail, StageViewMarks } from './StageView';
import { TestReport, testStatement } from './tests';

/** The answers of a document, and the job they are about. */
type Context = {
  readonly answers: AnswerReader;
  readonly job: KnownJob;
  readonly scope: JenkinsScope;
};

/** How each part is read. */
const readers: Readonly<Record<string, (context: Context) => Reading>> = {
  builds: readBuilds,
  stages: readStages,
  tests: readTests,
  'pipeline-definition': context => [definitionStatement(readSetting(context))],
  'log-retention': context => [retentionStatement(readSetting(context))],
  runners: context => [runnersStatement(readSetting(context))],
  secrets: ({ answers }) => [secretsStatement(answers)],
};

const parts = Object.fromEntries(
  Object.entries(readers).map(([part, read]) => [
    part,
    (answers: AnswerReader, scope: JenkinsScope) =>
      read({ answers, job: readJob(answers.document), scope }),
  ]),
);

/** Normalises what was collected from the API of Jenkins. */
export function normaliseJenkinsApi(
  body: Uint8Array,
  scope: JenkinsScope,
): Normalised {
  return normaliseCollected(body, {
    sourceId: 'jenkins',
    parts,
    scope,
    answers: document => new AnswerReader(document, { sourceId: 'jenkins' }),
  });
}

function readJob({ target, answers }: CollectedDocument): KnownJob {
  const job = JobJson.safeParse(answers[0]?.body).data;
  const repository = job && findRepository(job);
  return {
    pipeline: target,
    definition: definitionOfUrn(target),
    ...(repository && { repository }),
  };
}

function readSetting({ answers, job, scope }: Context) {
  const { definition } = job;
  const rules = rulesFor(definition, [definition], scope);
  return {
    answers,
    definition,
    environments: [...new Set(rules.map(({ environment }) => environment))],
  };
}

/** All builds that were read, also when a later page was not. */
function readBuilds({ answers, job, scope }: Context): PartialReading {
  const { document } = answers;
  const lists = document.answers
    .slice(1)
    .map(({ body }) => buildsIn(body))
    .filter((list): list is BuildList => list !== undefined);
  if (document.complete && lists.length === 0) {
    throw new TypeError('answers have no builds in them');
  }
  const flaws = lists.flatMap(list => [...list.unread, ...list.flaws]);
  return joined([
    ...lists
      .flatMap(({ builds }) => builds)
      .map(build => readBuild(build, scope, job)),
    { statements: [], flaws },
  ]);
}

/** The stages of one build, and who let it go on. */
function readStages({ answers, job, scope }: Context): PartialReading {
  const { document } = answers;
  const described = findBody(answers, /\d\/wfapi\/describe$/);
  const built = findBody(answers, /\/\d+\/api\/json\?/);
  if (
    !document.complete &&
    !(
      ReadableBuild.safeParse(built).success &&
      StageViewMarks.safeParse(described).success
    )
  ) {
    return joined([]);
  }
  const { data: build, flaws: odd } = readBuildJson(built);
  const { data: run, flaws: unread } = readStageView(described);
  const { flaw, ...facts } = readFacts(build, scope, job);
  const stages = {
    statements: stageStatements(facts, run, scope),
    flaws: [...odd, ...unread, ...(flaw ? [flaw] : [])],
  };
  if (!document.complete) {
    // Who decided is only sure when all inputs are known.
    return stages;
  }
  const details = document.answers
    .filter(({ request }) => isDetail(request))
    .map(({ body }) => StageDetail.parse(body));
  return joined([stages, readApprovals(build, facts, { run, details }, scope)]);
}

function readTests({ answers, job, scope }: Context): PartialReading {
  const { document } = answers;
  if (!document.complete) {
    return joined([]);
  }
  const { data: build, flaws } = readBuildJson(
    findBody(answers, /\/\d+\/api\/json\?/),
  );
  const { failCount, skipCount, passCount, totalCount } = TestReport.parse(
    findBody(answers, /\/testReport\/api\/json\?/),
  );
  const { flaw: _, ...facts } = readFacts(build, scope, job);
  const counts = {
    failCount,
    skipCount,
    totalCount: totalCount ?? failCount + skipCount + (passCount ?? 0),
  };
  const finishedAt = instantAt(computeEnd(build));
  const statements = isFinished(build)
    ? testStatement(facts, counts, finishedAt)
    : [];
  return { statements, flaws };
}

function isDetail(request: string): boolean {
  return /\/execution\/node\/[^/]+\/wfapi\/describe$/.test(request);
}

function findBody(answers: AnswerReader, request: RegExp): unknown {
  return answers.matching(request).find(({ match }) => !isDetail(match.input))
    ?.body;
}

function joined(readings: readonly PartialReading[]): PartialReading {
  return {
    statements: readings.flatMap(({ statements }) => statements),
    flaws: [...new Set(readings.flatMap(({ flaws }) => flaws))],
  };
}
