import { secretForms } from './secretForms';
import { secretPlaces } from './secretPlaces';
import type { TextRule } from './TextRule';

/** All rules about secrets in texts, in the order they are applied. */
export const secretRules: readonly TextRule[] = [
  ...secretForms,
  ...secretPlaces,
];
