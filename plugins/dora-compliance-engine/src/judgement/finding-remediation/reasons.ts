import { createReasons } from '../../registry/createReasons';

type Named = { finding: string; severity: string };

/** Why a finding is, or is not, treated in time. */
export type FindingReasons = {
  'finding-age-unknown': Named;
  'finding-dismissed': Named & { due: string; person: string; why: string };
  'finding-in-time': Named & { opened: string; due: string };
  'finding-overdue': Named & { opened: string; due: string; days: number };
  'finding-severity-unknown': { finding: string };
};

export const reason = createReasons<FindingReasons>();
