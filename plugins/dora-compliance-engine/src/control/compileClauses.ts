import {
  type AssessmentRequirement,
  canonicalJson,
  type Control,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Population } from '../registry/Population';
import type { Registry } from '../registry/Registry';
import {
  type CompiledRequirement,
  compileRequirement,
} from './compileRequirement';
import { nameField } from './nameField';

/**
 * A population of a control, and what its members must comply with.
 *
 * @public
 */
export type CompiledClause = {
  readonly population: Population;
  readonly requirements: readonly CompiledRequirement[];
};

/** Requirements with equal populations are one clause, in the order of the file. */
export function compileClauses(
  control: Control,
  registry: Registry,
): CompiledClause[] {
  const groups = new Map<string, AssessmentRequirement[]>();
  for (const requirement of control.assess) {
    const key = canonicalJson(requirement.population ?? control.population);
    groups.set(key, [...(groups.get(key) ?? []), requirement]);
  }
  return [...groups.values()].map(requirements => {
    const [{ id, population: own }] = requirements as [AssessmentRequirement];
    const population = own
      ? registry.createPopulation(own, `assess.${id}.population`)
      : registry.createPopulation(control.population);
    return {
      population,
      requirements: requirements.map(requirement =>
        nameField(`assess.${requirement.id}.assert`, () =>
          compileRequirement(requirement, {
            registry,
            member: population.member,
            parameters: control.parameters ?? {},
          }),
        ),
      ),
    };
  });
}
