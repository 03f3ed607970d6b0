import { createReasons } from '../../registry/createReasons';

/**
 * Whether it is known that an environment is production.
 */
export type EnvironmentReasons = {
  'environment-classified': { environment: string };
  'environment-unclassified': { environment: string };
};

export const reason = createReasons<EnvironmentReasons>();
