import type {
  EnvironmentReference,
  Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { classifyEnvironment } from '../../lineage/classifyEnvironment';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { findRepository } from '../../lineage/keys';
import { isGone } from '../../population/isGone';

export type Baseline = Evidence<'environment-baseline'>;

/** People write one name in several ways. */
export function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Environments that are recorded as production and read as something else, or vice versa. */
export function listContradicted(
  all: readonly Baseline[],
  index: EvidenceIndex,
): string[] {
  const read = listRead(index);
  return all
    .filter(({ predicate: { environment, production } }) =>
      read.some(
        one =>
          isSame(one.name, environment) &&
          classifyEnvironment(one) ===
            (production ? 'elsewhere' : 'production'),
      ),
    )
    .map(({ predicate }) => predicate.environment)
    .sort();
}

/** Environments that a collector reads, as it read them last. */
function listRead(index: EvidenceIndex): EnvironmentReference[] {
  const there = index
    .ofType('environment-protection-observed')
    .filter(item => !isGone(item, index))
    .map(
      item =>
        [
          JSON.stringify([
            findRepository(item),
            item.predicate.environment.name,
          ]),
          item.predicate.environment,
        ] as const,
    );
  return [...new Map(there).values()];
}

/** Environments that a collector reads and nobody recorded. */
export function listWithout(
  all: readonly Baseline[],
  index: EvidenceIndex,
): string[] {
  const read = listRead(index).map(({ name }) => name);
  return [...new Set(read)]
    .filter(
      name => !all.some(({ predicate }) => isSame(predicate.environment, name)),
    )
    .sort();
}
