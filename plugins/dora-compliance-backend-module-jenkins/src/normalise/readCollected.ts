import {
  type CollectedDocument,
  heartbeatStatement,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readApprovals } from './approvals';
import { endOf, isFinished, ReadableBuild, readBuildJson } from './BuildJson';
import { instantAt } from './fields';
import type { JenkinsScope } from './JenkinsScope';
import { type BuildList, buildsIn } from './BuildList';
import { definitionOfUrn } from './definitionOfUrn';
import { rulesFor } from './deployment';
import { factsOf, type KnownJob, readBuild, type Reading } from './readBuild';
import { repositoryOf } from './repositoryOf';
import { JobJson } from './Settings';
import {
  definitionStatement,
  retentionStatement,
  runnersStatement,
} from './settingsStatements';
import { stageStatements } from './stages';
import { readStageView, StageDetail, StageViewMarks } from './StageView';
import { TestReport, testStatement } from './tests';

/** A document, the job it is on, and what it has in it. */
type Context = {
  readonly document: CollectedDocument;
  readonly job: KnownJob;
  readonly scope: JenkinsScope;
};

/** Statements of a collected document, by its part. Throws a ZodError. */
export function readCollectedPart(
  document: CollectedDocument,
  scope: JenkinsScope,
): Reading {
  const context = { document, job: jobOf(document), scope };
  switch (document.part) {
    case 'heartbeat':
      return only(heartbeatStatement(document, 'jenkins'));
    case 'builds':
      return readBuilds(context);
    case 'stages':
      return readStages(context);
    case 'tests':
      return readTests(context);
    case 'pipeline-definition':
      return only(definitionStatement(settingOf(context)));
    case 'log-retention':
      return only(retentionStatement(settingOf(context)));
    case 'runners':
      return only(runnersStatement(settingOf(context)));
    default:
      throw new TypeError(`part is none of Jenkins: ${document.part}`);
  }
}

function only(statement: Reading['statements'][number]): Reading {
  return { statements: [statement], flaws: [] };
}

function jobOf({ target, answers }: CollectedDocument): KnownJob {
  const job = JobJson.safeParse(answers[0]?.body).data;
  const repository = job && repositoryOf(job);
  return {
    pipeline: target,
    definition: definitionOfUrn(target),
    ...(repository && { repository }),
  };
}

function settingOf({ document, job, scope }: Context) {
  const { definition } = job;
  const rules = rulesFor(definition, [definition], scope);
  return {
    document,
    definition,
    environments: [...new Set(rules.map(({ environment }) => environment))],
  };
}

/** All builds that were read, also when a later page was not. */
function readBuilds({ document, job, scope }: Context): Reading {
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
function readStages({ document, job, scope }: Context): Reading {
  const described = bodyOf(document, /\d\/wfapi\/describe$/);
  const built = bodyOf(document, /\/\d+\/api\/json\?/);
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
  const { flaw, ...facts } = factsOf(build, scope, job);
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

function readTests({ document, job, scope }: Context): Reading {
  if (!document.complete) {
    return joined([]);
  }
  const { data: build, flaws } = readBuildJson(
    bodyOf(document, /\/\d+\/api\/json\?/),
  );
  const { failCount, skipCount, passCount, totalCount } = TestReport.parse(
    bodyOf(document, /\/testReport\/api\/json\?/),
  );
  const { flaw: _, ...facts } = factsOf(build, scope, job);
  const counts = {
    failCount,
    skipCount,
    totalCount: totalCount ?? failCount + skipCount + (passCount ?? 0),
  };
  const finishedAt = instantAt(endOf(build));
  const statements = isFinished(build)
    ? testStatement(facts, counts, finishedAt)
    : [];
  return { statements, flaws };
}

function isDetail(request: string): boolean {
  return /\/execution\/node\/[^/]+\/wfapi\/describe$/.test(request);
}

function bodyOf({ answers }: CollectedDocument, request: RegExp): unknown {
  return answers.find(
    answer =>
      answer.status === 200 &&
      request.test(answer.request) &&
      !isDetail(answer.request),
  )?.body;
}

function joined(readings: readonly Reading[]): Reading {
  return {
    statements: readings.flatMap(({ statements }) => statements),
    flaws: [...new Set(readings.flatMap(({ flaws }) => flaws))],
  };
}
