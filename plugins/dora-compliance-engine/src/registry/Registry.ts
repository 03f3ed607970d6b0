import type { Population as PopulationClause } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ControlProblem } from '../control/ControlProblem';
import { suggestName } from '../control/suggestName';
import { checkJudgementName } from './checkJudgementName';
import type { Judgement } from './Judgement';
import type { Population, PopulationType } from './Population';

/**
 * The populations and judgements that controls can name.
 *
 * @public
 */
export class Registry {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly #populations: ReadonlyMap<string, PopulationType>;

  /** @throws an Error if two have the same name, or a name can't be used */
  constructor(parts: {
    populations: readonly PopulationType[];
    judgements: readonly Judgement[];
  }) {
    this.#populations = indexByName('populations', parts.populations);
    this.judgements = indexByName('judgements', parts.judgements);
    parts.judgements.forEach(checkJudgementName);
  }

  /** The names of all populations. */
  get populations(): readonly string[] {
    return [...this.#populations.keys()];
  }

  /** These populations and judgements, and more. */
  extend({
    populations = [],
    judgements = [],
  }: {
    populations?: readonly PopulationType[];
    judgements?: readonly Judgement[];
  }): Registry {
    return new Registry({
      populations: [...this.#populations.values(), ...populations],
      judgements: [...this.judgements.values(), ...judgements],
    });
  }

  /**
   * Creates the population that a control declares in a field.
   *
   * @throws a ControlProblem that names the field, and the nearest name
   */
  createPopulation(clause: PopulationClause, field = 'population'): Population {
    const type = this.#populations.get(clause.each);
    if (!type) {
      throw new ControlProblem(
        `${field}.each`,
        `there is no population "${clause.each}"${suggestName(
          clause.each,
          this.populations,
        )}`,
      );
    }
    return type.create(clause, field);
  }
}

function indexByName<T extends { name: string }>(
  what: string,
  items: readonly T[],
): ReadonlyMap<string, T> {
  const byName = new Map<string, T>();
  for (const item of items) {
    if (byName.has(item.name)) {
      throw new Error(`There are two ${what} named "${item.name}"`);
    }
    byName.set(item.name, item);
  }
  return byName;
}
