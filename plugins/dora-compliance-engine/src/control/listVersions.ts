import type {
  CodeVersions,
  Control,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EVALUATOR_VERSION, FIRST_VERSION } from '../registry/version';
import type { Registry } from '../registry/Registry';
import type { CompiledClause } from './compileClauses';

/** The versions of the code that decides a control. */
export function listVersions(
  { assess, population }: Control,
  clauses: readonly CompiledClause[],
  registry: Registry,
): CodeVersions {
  const populations = [
    population,
    ...assess.flatMap(requirement => requirement.population ?? []),
  ];
  const judgements = clauses
    .flatMap(({ requirements }) => requirements)
    .flatMap(requirement => requirement.judgements);
  return {
    evaluator: EVALUATOR_VERSION,
    ...Object.fromEntries([
      ...populations.map(({ each }) => [
        `population ${each}`,
        registry.findPopulationVersion(each),
      ]),
      ...judgements.map(({ name, version = FIRST_VERSION }) => [
        `judgement ${name}`,
        version,
      ]),
    ]),
  };
}
