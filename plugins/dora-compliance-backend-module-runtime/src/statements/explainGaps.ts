import { limitTexts } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { RuntimeScope } from '../RuntimeOptions';
import { ANNOTATION_ENTITY } from '../runtimeDefaults';
import { findEnvironment, matchesAny } from './findEnvironment';
import { type Observation, runsSomething } from './Observation';

/** Places that one sentence names. */
const MOST_PLACES = 10;

/**
 * Sentences on what runs and is evidence about nothing: no entity is named, or
 * the environment is not known.
 */
export function explainGaps(
  observations: readonly Observation[],
  scope: RuntimeScope,
): string[] {
  const running = observations.filter(
    one => one.isRunning && runsSomething(one) && !isIgnored(one.place, scope),
  );
  return [
    ...explain(
      running.filter(({ entity }) => entity === undefined),
      `names no catalog entity, so nothing compares it with deployments. Add ${nameLabel(
        scope,
      )}the annotation ${ANNOTATION_ENTITY}, or add the namespace to doraCompliance.runtime.ignoredNamespaces`,
    ),
    ...explain(
      running.filter(
        ({ entity, place }) =>
          entity !== undefined && !findEnvironment(place, scope),
      ),
      'belongs to no environment, so nothing compares it with deployments. Add the namespace or the cluster to doraCompliance.runtime.environments',
    ),
  ];
}

function nameLabel({ entityLabels: [first] }: RuntimeScope): string {
  return first === undefined ? '' : `the label ${first} or `;
}

function isIgnored(
  { namespace }: Observation['place'],
  { ignoredNamespaces }: RuntimeScope,
): boolean {
  return (
    namespace !== undefined &&
    ignoredNamespaces.length > 0 &&
    matchesAny(ignoredNamespaces, [namespace])
  );
}

function explain(observations: readonly Observation[], what: string): string[] {
  if (observations.length === 0) {
    return [];
  }
  const places = limitTexts(
    observations.map(({ place }) => place.title).sort(),
    MOST_PLACES,
  ).join(', ');
  return [
    `What runs in ${places} (pods or applications: ${observations.length}) ${what}`,
  ];
}
