import { createReasons } from '../../registry/createReasons';

type To = { environment: string };

/** Why it is, or is not, known who or what deployed. */
export type IdentityReasons = {
  'deployed-by-machine': To & { account: string };
  'deployed-by-person': To & { account: string; user: string };
  'deployed-by-shared-account': To & { account: string; users: string };
  'deployed-by-unknown-account': To & { account: string };
  'deployed-by-untold': To;
};

export const reason = createReasons<IdentityReasons>();
