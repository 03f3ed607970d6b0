import {
  Criticality,
  recordFields,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  criticalityWords,
  reviewWords,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { FilterName } from './useInventoryAddress';

/** The filters in the order they are offered, and how they are called. */
export const filterTitles: Readonly<Record<FilterName, string>> = {
  criticality: 'Effective criticality',
  missing: 'Record',
  review: 'Review',
  finding: 'Finding',
  owner: 'Owner',
  system: 'System',
  function: 'Business function',
  exposure: 'Exposure',
  provider: 'Provider',
  kind: 'Kind',
  type: 'Type',
};

export const exposureWords: Readonly<Record<string, string>> = {
  internet: 'Internet',
  indirect: 'Indirect',
  none: 'None',
  unknown: 'Not recorded',
};

export const findingWords: Readonly<Record<string, string>> = {
  'declared-below-computed': 'Declared lower than computed',
  'wrong-value': 'Wrong value',
  'out-of-support': 'Out of support',
};

/** What is missing can't be taken from the facets of the summary. */
export const missingWords: Readonly<Record<string, string>> = {
  none: 'Complete',
  ...Object.fromEntries(
    Object.entries(recordFields).map(([field, { title }]) => [
      field,
      `${title} missing`,
    ]),
  ),
};

const words: Partial<Record<FilterName, Readonly<Record<string, string>>>> = {
  criticality: criticalityWords,
  missing: missingWords,
  review: { ...reviewWords, due: 'Reviewed, not due yet' },
  finding: findingWords,
  exposure: exposureWords,
};

/** The gravest first where there is an order; else as they come. */
export const filterOrder: Partial<Record<FilterName, readonly string[]>> = {
  criticality: [...Criticality.options, 'unclassified'],
  exposure: Object.keys(exposureWords),
};

/** How a value of a filter is called; `title` is what the backend calls it. */
export function valueWords(
  name: FilterName,
  value: string,
  title: string = value,
): string {
  return words[name]?.[value] ?? title;
}
