import {
  type AssessmentRequirement,
  canonicalJson,
  type Control,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Population } from '../registry/Population';
import { checkNeeds } from '../registry/checkNeeds';
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

/** A requirement and its place in the file. */
type Placed = { place: number; requirement: AssessmentRequirement };

/** Requirements with equal populations are one clause, in the order of the file. */
export function compileClauses(
  control: Control,
  registry: Registry,
): CompiledClause[] {
  const groups = new Map<string, Placed[]>();
  for (const [place, requirement] of control.assess.entries()) {
    const key = canonicalJson(requirement.population ?? control.population);
    groups.set(key, [...(groups.get(key) ?? []), { place, requirement }]);
  }
  return [...groups.values()].map(group => {
    const [
      {
        place: first,
        requirement: { population: own },
      },
    ] = group as [Placed];
    const field = own ? `assess.${first}.population` : 'population';
    const population = registry.createPopulation(
      own ?? control.population,
      field,
    );
    checkNeeds(field, population.needs);
    return {
      population,
      requirements: group.map(({ place, requirement }) =>
        nameField(`assess.${place}.assert`, () => {
          const compiled = compileRequirement(requirement, {
            registry,
            member: population.member,
            parameters: control.parameters ?? {},
          });
          compiled.judgements.forEach(({ needs }) =>
            checkNeeds(`assess.${place}.assert`, needs),
          );
          return compiled;
        }),
      ),
    };
  });
}
