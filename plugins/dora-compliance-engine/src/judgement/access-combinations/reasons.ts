import { createReasons } from '../../registry/createReasons';

type Of = { repository: string };

/** Why somebody does, or does not, hold rights that circumvent the controls. */
export type CombinationReasons = {
  'access-combined': Of & { count: number; accounts: string };
  'access-combination-unclear': Of & { count: number; actors: string };
  'access-combination-unread': Of & { what: string };
  'access-not-combined': Of & { administrators: number };
};

export const reason = createReasons<CombinationReasons>();
