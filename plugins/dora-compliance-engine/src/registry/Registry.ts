import {
  type Population as PopulationClause,
  suggestName,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ControlProblem } from '../control/ControlProblem';
import { checkJudgementName } from './checkJudgementName';
import { checkVersion, FIRST_VERSION } from './version';
import type { Judgement } from './Judgement';
import type { Population, PopulationType } from './Population';

/**
 * The populations and judgements that controls can name. Each has a version, which
 * is raised with every change of what it decides.
 *
 * @public
 */
export class Registry {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly #populations: ReadonlyMap<string, PopulationType>;

  /** @throws an Error if two have the same name, or a name or version can't be used */
  constructor(parts: {
    populations: readonly PopulationType[];
    judgements: readonly Judgement[];
  }) {
    this.#populations = indexByName('populations', parts.populations);
    this.judgements = indexByName('judgements', parts.judgements);
    parts.judgements.forEach(checkJudgementName);
    parts.judgements.forEach(one => checkVersion('judgement', one));
    parts.populations.forEach(one => checkVersion('population', one));
  }

  /** The names of all populations. */
  get populations(): readonly string[] {
    return [...this.#populations.keys()];
  }

  /** The version of a population; that of an unknown one is the first. */
  findPopulationVersion(name: string): number {
    return this.#populations.get(name)?.version ?? FIRST_VERSION;
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
