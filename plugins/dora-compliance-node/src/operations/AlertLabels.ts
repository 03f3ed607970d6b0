import { z } from 'zod';
import { text } from '../configuration/configTypes';

/**
 * The labels or annotations of an alert that say what it is about, the best
 * first.
 *
 * @public
 */
export type AlertLabels = {
  /** A reference to a catalog entity. */
  readonly entityLabels: readonly string[];
  /** The address of a repository. */
  readonly repositoryLabels: readonly string[];
  readonly serviceLabels: readonly string[];
  readonly environmentLabels: readonly string[];
};

const labels = (...names: string[]) => z.array(text()).default(names);

/**
 * The keys of `AlertLabels` in the configuration of a source.
 *
 * @public
 */
export const alertLabelKeys = {
  entityLabels: labels('dora_compliance_entity'),
  repositoryLabels: labels('dora_compliance_repository'),
  serviceLabels: labels('service'),
  environmentLabels: labels('environment', 'env'),
};
