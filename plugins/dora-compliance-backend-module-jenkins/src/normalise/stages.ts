import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type BuildFacts, runOf, subjectsOf } from './BuildFacts';
import { definitionOf, placeOf, urnOf } from './BuildPlace';
import { deploymentStatements, rulesFor } from './deployment';
import { instantAt, outcomeOf } from './fields';
import type { DeploymentRule, JenkinsScope } from './JenkinsScope';
import { matchesPattern } from './matchesPattern';
import type { Reading } from './readBuild';
import { endOfNode, isOver, type StageNode, StageRun } from './StageView';

/** The stages of a build that are over, and the deployments among them. */
export function stageStatements(
  facts: BuildFacts,
  run: StageRun,
  scope: JenkinsScope,
): Statement[] {
  return run.stages.filter(isOver).flatMap(stage => {
    const at = instantAt(endOfNode(stage));
    return [
      taskStatement(facts, stage),
      ...stageRules(facts, stage, scope).flatMap(rule =>
        deploymentStatements(facts, rule, {
          result: stage.status,
          at,
          url: urlOf(facts, stage),
        }),
      ),
    ];
  });
}

/** The rules by which a stage deploys. */
export function stageRules(
  facts: BuildFacts,
  { name }: StageNode,
  scope: JenkinsScope,
): DeploymentRule[] {
  return rulesFor(facts.definition, facts.place.names, scope).filter(
    ({ stage }) => stage !== undefined && matchesPattern(stage, name),
  );
}

function taskStatement(facts: BuildFacts, stage: StageNode): Statement {
  const url = urlOf(facts, stage);
  const finishedAt = instantAt(endOfNode(stage));
  return {
    type: 'pipeline-task-finished',
    subjects: subjectsOf(facts, { kind: 'pipeline-task', uri: url }),
    predicate: {
      task: { id: stage.id, name: stage.name, url },
      run: runOf(facts),
      outcome: outcomeOf(stage.status),
      ...(facts.commit && { commit: facts.commit }),
      ...(stage.execNode && {
        runner: { name: stage.execNode, labels: [] },
      }),
      startedAt: instantAt(stage.startTimeMillis),
      finishedAt,
    },
    observedAt: finishedAt,
    sourceId: 'jenkins',
  };
}

function urlOf(facts: BuildFacts, { id }: StageNode): string {
  return `${facts.url}execution/node/${encodeURIComponent(id)}/`;
}

/** Runs of a job that are pushed as `GET <job>/wfapi/runs` gives them. */
export function readStageRuns(payload: unknown, scope: JenkinsScope): Reading {
  const runs = z.array(z.unknown()).parse(payload);
  return {
    statements: runs.flatMap(run => readStageRun(run, scope).statements),
    flaws: [],
  };
}

/**
 * Stages that are pushed as the stage view gives them. Its links have no host,
 * so that the controller must be the only one configured with that path.
 */
export function readStageRun(payload: unknown, scope: JenkinsScope): Reading {
  const run = StageRun.parse(payload);
  const [, path] =
    /^(\/.*\/)wfapi\/describe$/.exec(run._links?.self?.href ?? '') ?? [];
  if (!path) {
    throw new TypeError('_links.self.href is no address of a run');
  }
  const owners = scope.baseUrls.filter(baseUrl =>
    path.startsWith(`${new URL(baseUrl).pathname.replace(/\/$/, '')}/job/`),
  );
  const [owner] = owners;
  if (!owner || owners.length > 1) {
    throw new TypeError(
      `${owners.length} of the configured controllers have the path of ${path}`,
    );
  }
  const url = new URL(path, owner).href;
  const place = placeOf(url);
  const definition = definitionOf(place, scope, false);
  const facts = {
    url: place.url,
    place,
    definition,
    pipeline: urnOf(place, definition),
  };
  return { statements: stageStatements(facts, run, scope), flaws: [] };
}
