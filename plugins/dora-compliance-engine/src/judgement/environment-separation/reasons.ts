import { createReasons } from '../../registry/createReasons';

type In = { environment: string };

/** Why an environment is, or is not, separate from others. */
export type SeparationReasons = {
  'environment-alone': In & { missing: 'inside' | 'outside' };
  'environment-separate': In & { count: number };
  'environment-side-contradicted': In & { name: string };
  'environment-shares-account': In & { other: string; account: string };
  'environment-shares-identity': In & { other: string; identity: string };
  'environment-shares-network': In & { other: string; network: string };
  'environments-without-baseline': In & { names: string };
};

export const reason = createReasons<SeparationReasons>();
