import type { EnvironmentReference } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  matchesPattern,
  namesProduction,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { RuntimeScope } from '../RuntimeOptions';
import type { Place } from './Observation';

/**
 * The environment that a place belongs to: by the first rule that matches, or by
 * the name of a namespace that is called production. Undefined if neither says so:
 * it is never taken for an environment that is not production.
 */
export function findEnvironment(
  { clusters, namespace }: Place,
  { environments, productionEnvironments }: RuntimeScope,
): EnvironmentReference | undefined {
  const namespaces = namespace === undefined ? [] : [namespace];
  const rule = environments.find(
    one =>
      matchesAny(one.clusters, clusters) &&
      matchesAny(one.namespaces, namespaces),
  );
  const name =
    rule?.name ??
    namespaces.find(one => namesProduction(one, productionEnvironments));
  return name === undefined
    ? undefined
    : { name, production: namesProduction(name, productionEnvironments) };
}

/** Whether one of the names is meant. No pattern means any name, also none. */
export function matchesAny(
  patterns: readonly string[],
  names: readonly string[],
): boolean {
  return (
    patterns.length === 0 ||
    names.some(name => patterns.some(pattern => matchesPattern(pattern, name)))
  );
}
