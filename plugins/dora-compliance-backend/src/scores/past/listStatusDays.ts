import type {
  ControlStatus,
  Day,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The statuses of an asset at one time, by control. */
export type PastStatuses = ReadonlyMap<string, ControlStatus>;

/** Each evaluated day on which a status changed, earliest first. */
export type StatusDays = (readonly [day: Day, status: ControlStatus])[];

/**
 * On which days the status of each control changed. A pair that could not be assessed
 * is not assessed.
 *
 * @param past - of one asset, earliest first
 */
export function listStatusDays(
  past: readonly { score: { day: Day }; statuses: PastStatuses }[],
): Record<string, StatusDays> {
  const controls = new Set(
    past.flatMap(({ statuses }) => [...statuses.keys()]),
  );
  return Object.fromEntries(
    [...controls].sort().map(id => {
      const days: StatusDays = past.map(({ score, statuses }) => [
        score.day,
        statuses.get(id) ?? 'not-assessed',
      ]);
      return [
        id,
        days.filter(([, status], place) => status !== days[place - 1]?.[1]),
      ];
    }),
  );
}
