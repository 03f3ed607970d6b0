import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type PartialReading,
  matchesPattern,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { type BuildFacts, toRun, listSubjects } from './BuildFacts';
import { toDefinition, parsePlace, toUrn } from './BuildPlace';
import { deploymentStatements, rulesFor } from './deployment';
import { instantAt, toOutcome } from './fields';
import type { DeploymentRule, JenkinsScope } from './JenkinsScope';
import { readEach } from './parseLeniently';
import {
  endOfNode,
  isOver,
  readStageView,
  type StageNode,
  type StageRun,
} from './StageView';

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
          url: buildUrl(facts, stage),
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
  const url = buildUrl(facts, stage);
  const finishedAt = instantAt(endOfNode(stage));
  return {
    type: 'pipeline-task-finished',
    subjects: listSubjects(facts, { kind: 'pipeline-task', uri: url }),
    predicate: {
      task: { id: stage.id, name: stage.name, url },
      run: toRun(facts),
      outcome: toOutcome(stage.status),
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

function buildUrl(facts: BuildFacts, { id }: StageNode): string {
  return `${facts.url}execution/node/${encodeURIComponent(id)}/`;
}

/**
 * Runs of a job that are pushed as `GET <job>/wfapi/runs` gives them. One that
 * can't be read leaves the others alone.
 */
export function readStageRuns(
  payload: unknown,
  scope: JenkinsScope,
): PartialReading {
  const { read, flaws } = readEach(
    z.array(z.unknown()).parse(payload),
    index => `run ${index}`,
    run => {
      const { statements, flaws: own } = readStageRun(run, scope);
      return { data: statements, flaws: own };
    },
  );
  if (read.length === 0) {
    throw new TypeError(flaws.join('; '));
  }
  return { statements: read.flat(), flaws };
}

/** Stages of one build that are pushed as the stage view gives them. */
export function readStageRun(
  payload: unknown,
  scope: JenkinsScope,
): PartialReading {
  const { data: run, flaws } = readStageView(payload);
  const place = parsePlace(resolveAddress(run, scope));
  const definition = toDefinition(place, scope, false);
  const facts = {
    url: place.url,
    place,
    definition,
    pipeline: toUrn(place, definition),
  };
  return { statements: stageStatements(facts, run, scope), flaws };
}

/**
 * The address of the build. Most controllers link to themselves without a
 * host; then exactly one of those configured must have that path.
 */
function resolveAddress(
  { _links }: StageRun,
  { baseUrls }: JenkinsScope,
): string {
  const [, origin, path] =
    /^(https?:\/\/[^/?#]+)?(\/[^?#]*\/)wfapi\/describe\/?(?:\?.*)?$/.exec(
      _links?.self?.href ?? '',
    ) ?? [];
  if (!path) {
    throw new TypeError('_links.self.href is no address of a run');
  }
  if (origin) {
    return `${origin}${path}`;
  }
  const owners = baseUrls.filter(baseUrl => {
    const base = new URL(baseUrl).pathname.replace(/\/$/, '');
    return /^\/(job|view)\//.test(
      path.startsWith(base) ? path.slice(base.length) : '',
    );
  });
  const [owner] = owners;
  if (!owner || owners.length > 1) {
    throw new TypeError(
      `_links.self.href has no host, and ${owners.length} of the controllers in doraCompliance.jenkins.controllers have the path of ${path}`,
    );
  }
  return new URL(path, owner).href;
}
