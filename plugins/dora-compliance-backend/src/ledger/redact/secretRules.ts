import { secretForms } from './secretForms';
import { secretPlaces } from './secretPlaces';
import type { TextRule } from './TextRule';

/** All rules about secrets in strings, in the order in which they apply. */
export const secretRules: readonly TextRule[] = [
  ...secretForms,
  ...secretPlaces,
];
