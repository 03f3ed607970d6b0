import { createReasons } from '../../registry/createReasons';

type Of = { repository: string };

/** Why the accounts of a repository are, or are not, those of known people. */
export type MemberReasons = {
  'access-account-ambiguous': Of & { account: string; users: string };
  'access-accounts-known': Of & { count: number };
  'access-accounts-not-linked': Of & { count: number; systems: string };
  'access-accounts-of-nobody': Of & { count: number; accounts: string };
};

export const reason = createReasons<MemberReasons>();
