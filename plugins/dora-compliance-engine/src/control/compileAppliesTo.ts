import {
  evaluateFilterPredicate,
  type FilterPredicate,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import {
  type Control,
  IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Compiles the filter of a control. Throws an error for what can never match:
 * unknown operators and unknown fields.
 */
export function compileAppliesTo(
  filter: Control['appliesTo'],
): (asset: IctAsset) => boolean {
  const predicate: FilterPredicate = parseFilterPredicate(filter);
  const known = Object.keys(IctAsset.shape);
  const unknown = listFields(filter).find(field => !known.includes(field));
  if (unknown) {
    throw new Error(`an asset has no field "${unknown}"`);
  }
  return asset => evaluateFilterPredicate(predicate, asset);
}

function listFields(filter: unknown): string[] {
  if (Array.isArray(filter)) {
    return filter.flatMap(listFields);
  }
  return typeof filter === 'object' && filter !== null
    ? Object.entries(filter).flatMap(([key, value]) =>
        ['$all', '$any', '$not'].includes(key) ? listFields(value) : key,
      )
    : [];
}
