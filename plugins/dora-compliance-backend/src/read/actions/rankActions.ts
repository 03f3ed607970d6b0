import {
  type Control,
  Criticality,
  type Effort,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { severityWeights } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { findSeverity } from '../../scores/scoreAsset';

/** Statuses that somebody can do something about. */
export const OPEN = ['not-satisfied', 'not-assessed'] as const;

/** Hours, to compare efforts. */
const HOURS: Readonly<Record<Effort, number>> = {
  minutes: 1,
  hours: 4,
  days: 16,
  weeks: 80,
};

/** A control whose effort nobody estimated. */
const UNKNOWN: Effort = 'days';

/** How much a finding counts more than an unknown of the same control. */
const FINDING = 2;

/** The place of a control among others, for assets of a rank of criticality. */
export type ActionRank = {
  control_id: string;
  rank: number;
  status: string;
  /** The greater, the more risk ends for an hour of work. */
  gain: number;
};

/** How much each kind of action gains for its effort. */
export function rankActions(
  controls: Iterable<Pick<Control, 'id' | 'severity' | 'effort'>>,
): ActionRank[] {
  // The last one is that of assets without a classification.
  const ranks = [...Criticality.options, 'unclassified'].keys();
  const all = [...ranks];
  return [...controls].flatMap(control =>
    all.flatMap(rank =>
      OPEN.map(status => ({
        control_id: control.id,
        rank,
        status,
        gain: computeGain(control, rank, status),
      })),
    ),
  );
}

function computeGain(
  control: Pick<Control, 'severity' | 'effort'>,
  rank: number,
  status: (typeof OPEN)[number],
): number {
  const weight = severityWeights[findSeverity(control, rank)];
  const times = status === 'not-satisfied' ? FINDING : 1;
  return Math.round((1000 * times * weight) / HOURS[control.effort ?? UNKNOWN]);
}
