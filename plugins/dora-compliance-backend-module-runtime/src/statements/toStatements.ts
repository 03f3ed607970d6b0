import type {
  EnvironmentReference,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { limitTexts } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { RuntimeScope } from '../RuntimeOptions';
import { findEnvironment } from './findEnvironment';
import { mergeArtifacts } from './mergeArtifacts';
import { type Observation, type Place, runsSomething } from './Observation';

/** Problems and places that one statement names; the document names more. */
const MOST_NAMED = 3;

/** All that a document says about one entity in one place. */
type Group = { readonly place: Place; readonly entity: string } & {
  readonly observations: Observation[];
};

/**
 * One statement for each entity and place. What is not known makes it incomplete:
 * a part of the document, or a place of the entity that belongs to no environment.
 *
 * @param problem - why all of the document is incomplete
 */
export function toStatements(
  observations: readonly Observation[],
  scope: RuntimeScope,
  problem?: string,
): Statement[] {
  const groups = groupByEntity(observations);
  const known = groups.map(group => ({
    group,
    environment: findEnvironment(group.place, scope),
  }));
  const elsewhere = listUnknownPlaces(
    known.filter(one => !one.environment).map(({ group }) => group),
  );
  return known.flatMap(({ group, environment }) =>
    environment
      ? [
          toStatement(group, environment, [
            problem,
            explainElsewhere(elsewhere.get(group.entity)),
          ]),
        ]
      : [],
  );
}

/** By entity, the places where it runs and whose environment is not known. */
function listUnknownPlaces(groups: readonly Group[]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { entity, place, observations } of groups) {
    if (observations.some(runsSomething)) {
      const titles = places.get(entity) ?? [];
      titles.push(place.title);
      places.set(entity, titles);
    }
  }
  return places;
}

function explainElsewhere(places: readonly string[] = []): string | undefined {
  const named = limitTexts([...places].sort(), MOST_NAMED).join(', ');
  return named
    ? `it also runs in ${named}, where no rule of doraCompliance.runtime.environments says which environment this is`
    : undefined;
}

function groupByEntity(observations: readonly Observation[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of observations) {
    const { place, entity } = one;
    if (entity !== undefined) {
      const key = `${entity} ${place.uri}`;
      const group = groups.get(key) ?? { place, entity, observations: [] };
      group.observations.push(one);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

function toStatement(
  { place, entity, observations }: Group,
  environment: EnvironmentReference,
  others: readonly (string | undefined)[],
): Statement<'environment-observed'> {
  const problems = [...others, ...listProblems(observations)].filter(
    one => one !== undefined,
  );
  return {
    type: 'environment-observed',
    sourceId: 'runtime',
    observedAt: observations.map(one => one.observedAt).sort()[0]!,
    subjects: [
      { kind: 'entity', uri: entity },
      { kind: 'environment', uri: place.uri },
    ],
    predicate: {
      environment,
      artifacts: mergeArtifacts(observations.flatMap(one => one.artifacts)),
      complete: problems.length === 0,
      ...(problems.length > 0 && {
        problem: limitTexts(problems, MOST_NAMED).join('; '),
      }),
    },
  };
}

/** Objects that count pods need a pod in the document. */
function listProblems(observations: readonly Observation[]) {
  const hasPods = observations.some(({ isRunning }) => isRunning);
  return observations.flatMap(({ problem, expects }) => [
    problem,
    hasPods ? undefined : expects,
  ]);
}
