import type {
  DrillKind,
  Evidence,
  EvidenceType,
  Instant,
  ManualEvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { hasBegun } from '../judgement/calendarDays';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { findDecision } from './findDecision';

/** What was recorded through the API. */
export type Recorded = Evidence<ManualEvidenceType>;

/**
 * The latest of each thing, such as each environment. A risk that is not accepted any
 * more is left out.
 */
export function listLatestRecords(
  { from, kind }: { from: ManualEvidenceType; kind: DrillKind | undefined },
  index: EvidenceIndex,
  asOf: Instant,
): Recorded[] {
  const all = [...index.ofType(from as EvidenceType)] as unknown as Recorded[];
  const latest = new Map<string, Recorded>();
  for (const item of sortByDay(all, index)) {
    const { predicate } = item;
    if (!kind || ('kind' in predicate && predicate.kind === kind)) {
      latest.set(nameThing(item), item);
    }
  }
  return [...latest.values()].filter(item => !isClosed(item, asOf));
}

/**
 * By the day of the work, then by when it was recorded. Of what two sources report of
 * one moment, that which somebody decided on is last.
 */
function sortByDay(
  all: readonly Recorded[],
  index: EvidenceIndex,
): readonly Recorded[] {
  const readKey = (item: Recorded) => {
    const { predicate, observedAt, id } = item;
    const decided = Number(findDecision(item, index).decision !== undefined);
    return [predicate.performedOn, observedAt, decided, id].join(' ');
  };
  return all
    .map(item => ({ item, key: readKey(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

/** What it is about, such as an environment; empty if it is about the asset. */
export function nameThing({ predicate }: Recorded): string {
  if ('environment' in predicate) {
    return predicate.environment;
  }
  if ('control' in predicate) {
    const { control, requirement } = predicate;
    return requirement ? `${control}: ${requirement}` : control;
  }
  return 'system' in predicate ? predicate.system : '';
}

/** A finding that was remedied is not accepted any more. */
function isClosed({ predicate }: Recorded, asOf: Instant): boolean {
  return (
    'closedOn' in predicate &&
    predicate.closedOn !== undefined &&
    hasBegun(predicate.closedOn, asOf)
  );
}
