import {
  Criticality,
  InventoryStatus,
  RecordField,
  ReviewState,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useMemo } from 'react';
import {
  type TranslateShared,
  useSharedTranslation,
} from '../translation/useSharedTranslation';
import { type Translate, useTranslation } from '../translation/useTranslation';
import type { FilterName } from './useInventoryAddress';

type Texts = Readonly<Record<string, string>>;

/** The names of filter values; the backend names the values of all others. */
type FilterTexts = Partial<Record<FilterName, Texts>>;

const EXPOSURES = ['internet', 'indirect', 'none', 'unknown'] as const;
const FINDINGS = [
  'declared-below-computed',
  'wrong-value',
  'out-of-support',
] as const;
const LEVELS = [...Criticality.options, 'unclassified'] as const;

/** The filters in the order in which they are offered. */
export const filterNames: readonly FilterName[] = [
  'criticality',
  'status',
  'missing',
  'review',
  'finding',
  'owner',
  'system',
  'function',
  'exposure',
  'provider',
  'kind',
  'type',
];

/** The most severe value first, where there is an order. */
export const filterOrder: Partial<Record<FilterName, readonly string[]>> = {
  criticality: LEVELS,
  exposure: EXPOSURES,
  status: InventoryStatus.options,
};

/** The names of filter values in the language of the app. */
export function useFilterTexts(): FilterTexts {
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  return useMemo(() => collectFilterTexts(t, shared), [t, shared]);
}

function collectFilterTexts(
  t: Translate,
  shared: TranslateShared,
): FilterTexts {
  return {
    criticality: collect(LEVELS, level => shared(`criticality.${level}`)),
    exposure: collect(EXPOSURES, level =>
      t(`inventory.exposureLevel.${level}`),
    ),
    finding: collect(FINDINGS, finding => t(`inventory.finding.${finding}`)),
    missing: {
      none: t('inventory.complete'),
      ...collect(RecordField.options, field =>
        t('inventory.fieldMissing', { field: t(`record.field.${field}`) }),
      ),
    },
    review: {
      ...collect(ReviewState.shape.state.options, state =>
        shared(`review.${state}`),
      ),
      due: t('inventory.reviewedNotDue'),
    },
    status: collect(InventoryStatus.options, status =>
      t(`inventory.withStatus.${status}`),
    ),
  };
}

function collect<T extends string>(
  values: readonly T[],
  name: (value: T) => string,
): Texts {
  return Object.fromEntries(values.map(value => [value, name(value)]));
}
