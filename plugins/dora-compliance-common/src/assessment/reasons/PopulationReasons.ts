import type { ManualEvidenceType } from '../../evidence-types/manual/manualTypes';
import type { DrillKind } from '../../evidence-types/manual/operations';
import type { None } from './None';

/**
 * Why a population has no members, or nothing can be said of one of them.
 *
 * @public
 */
export type PopulationReasons = {
  /** It may be deleted, or have lost its rules. */
  'branch-read-no-longer': { branch: string; since: string };
  'deployments-failed-only': { count: number; days: number };
  'event-never-observed': { type: string; days: number };
  /** The source could not read all of it. */
  'evidence-incomplete': { problem: string };
  /** Only people or other systems can give it, and nobody did. */
  'evidence-not-recorded': { type: ManualEvidenceType; kind?: DrillKind };
  'incident-not-detected': { incident: string };
  'incidents-unheard': None;
  /** What was before the first known event is unknown. */
  'interval-start-unknown': { type: string; first: string };
  'never-scanned': None;
  'no-open-finding': None;
  'no-risk-accepted': None;
  /** A scan has results, but none of its findings was reported. */
  'findings-not-reported': { tool: string; results: number };
  'none-observed': { kind: string };
  'nothing-runs': { environments: string };
  'organization-not-read': { organization: string; type: string };
  /** Their repositories belong to no organization. */
  'owned-by-people': { accounts: string };
  'state-not-observed': { kind: string; type: string };
};
