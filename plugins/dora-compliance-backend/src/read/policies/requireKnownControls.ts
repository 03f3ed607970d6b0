import { suggestName } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ConfigurationError } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Policy } from './policySettings';

const KEY = 'doraCompliance.policies';

/**
 * Throws if a clause names a control that no module has, or two policies, or two clauses
 * of a policy, have the same id. A misspelt control would make a clause look enforced.
 */
export function requireKnownControls(
  policies: readonly Policy[],
  installed: readonly { id: string }[],
): void {
  const controlIds = installed.map(({ id }) => id);
  const problems = [
    ...listRepeated(policies).map(
      ([place, id]) => `${KEY}[${place}].id is "${id}", as of another policy`,
    ),
    ...policies.flatMap(({ clauses }, place) => [
      ...listRepeated(clauses).map(
        ([at, id]) =>
          `${KEY}[${place}].clauses[${at}].id is "${id}", as of another clause of the policy`,
      ),
      ...clauses.flatMap(({ controls }, at) =>
        controls
          .filter(id => !controlIds.includes(id))
          .map(
            id =>
              `${KEY}[${place}].clauses[${at}].controls names "${id}", but there is no such control${suggestName(
                id,
                controlIds,
              )}`,
          ),
      ),
    ]),
  ];
  if (problems.length > 0) {
    throw new ConfigurationError(problems);
  }
}

/** The places of those whose id an earlier one has. */
function listRepeated(of: readonly { id: string }[]): [number, string][] {
  return of.flatMap(({ id }, place): [number, string][] =>
    of.findIndex(one => one.id === id) < place ? [[place, id]] : [],
  );
}
