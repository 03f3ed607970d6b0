import type { AssetCriteria } from './AssetRules';

/**
 * Which assets a caller may read: all, those of these references, or those that meet
 * criteria besides.
 */
export type Visibility = 'all' | readonly string[] | RuledVisibility;

/** What the catalog lets read, and what permission rules ask of assets besides. */
export type RuledVisibility = {
  catalog: 'all' | readonly string[];
  criteria: AssetCriteria;
};

/** What is visible and also meets criteria. */
export function restrictVisibility(
  visible: Visibility,
  criteria: AssetCriteria,
): Visibility {
  return isRuled(visible)
    ? { ...visible, criteria: { allOf: [visible.criteria, criteria] } }
    : { catalog: visible, criteria };
}

/** What the catalog alone lets read. */
export function readCatalogPart(
  visible: Visibility,
): 'all' | readonly string[] {
  return isRuled(visible) ? visible.catalog : visible;
}

export function isRuled(visible: Visibility): visible is RuledVisibility {
  return typeof visible === 'object' && 'criteria' in visible;
}
